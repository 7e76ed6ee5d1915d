/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of a resume's Markdown tells what was written, loses nothing, and stays quick. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-source-dialog.h"
#include "ui/matchum-source-place.h"
#include "ui/matchum-source-search.h"
#include "ui/matchum-source-view.h"
#include "ui/matchum-text-finder.h"

#define MEGABYTE (1024 * 1024)
/* Longer than that nothing may keep the window from answering: a hundred times what it takes without the sanitizer. */
#define MOST_MS 3000

/* What the dialog told. */
typedef struct {
  GPtrArray *texts;
  MatchumSourceDialog *refusing; /* told that the text could not be kept */
} Told;

typedef struct {
  MatchumSourceDialog *dialog;
  MatchumSourceView *view;
  GtkTextBuffer *buffer;
  Told told;
} Fixture;

static void
edited_cb (MatchumSourceDialog *dialog, const char *markdown, Told *told)
{
  g_ptr_array_add (told->texts, g_strdup (markdown));
  if (told->refusing != NULL)
    matchum_source_dialog_set_problem (told->refusing, "No heading was found.");
}

static void
start_dialog (Fixture *self, const char *markdown, int width)
{
  matchum_ui_test_get_desktop ();
  self->dialog = matchum_source_dialog_new ("국문 이력서", markdown);
  self->told.texts = g_ptr_array_new_with_free_func (g_free);
  self->told.refusing = NULL;
  g_signal_connect (self->dialog, "edited", G_CALLBACK (edited_cb), &self->told);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), width, 700);
  gtk_window_present (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  self->view = MATCHUM_SOURCE_VIEW (matchum_ui_test_find_widget (GTK_WIDGET (self->dialog), MATCHUM_TYPE_SOURCE_VIEW));
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
open_dialog (Fixture *self, const char *markdown, int width)
{
  start_dialog (self, markdown, width);
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
}

static void
close_dialog (Fixture *self)
{
  gpointer watched = self->dialog;

  g_object_add_weak_pointer (G_OBJECT (self->dialog), &watched);
  gtk_window_close (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (watched == NULL);
  g_ptr_array_unref (self->told.texts);
}

static void
type (Fixture *self, const char *text)
{
  g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, TRUE));
}

static void
assert_text (Fixture *self, const char *expected)
{
  g_autofree char *text = matchum_source_dialog_dup_text (self->dialog);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
get_last_told (Fixture *self)
{
  g_assert_cmpuint (self->told.texts->len, >, 0);
  return g_ptr_array_index (self->told.texts, self->told.texts->len - 1);
}

/* Whether the header or the status line says text. */
static gboolean
says (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->dialog), text) != NULL;
}

static void
put_cursor (Fixture *self, int line, int offset)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &cursor, line, offset);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}

static int
get_cursor_line (Fixture *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_line (&cursor);
}

/* A text of about so many bytes, 8 MB of which are less than the hundred thousand lines that are read. */
static char *
create_large_text (gsize size)
{
  GString *text = g_string_new ("# 강도현\n\n## 경력\n");

  for (guint i = 0; text->len < size; i++)
    {
      if (i % 40 == 0)
        g_string_append_printf (text, "\n### 회사 %u, 엔지니어, 2020.01 - 2023.12\n\n", i / 40);
      g_string_append_printf (text,
                              "- 투타워(two-tower) 모델을 **PyTorch**로 구현해 후보 생성에 적용, 온라인 A/B "
                              "테스트에서 피드 클릭률 +8.4%% (%u)\n",
                              i);
    }
  return g_string_free (text, FALSE);
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, over_cb, &is_over);
  matchum_ui_test_wait (is_over);
}

/* Every byte that comes in goes out again, whatever the text is. */
static void
test_text_is_kept_byte_for_byte (void)
{
  static const char *const texts[] = {
    "",
    "# a",
    "# a\n",
    "\xef\xbb\xbf# 강도현\r\n\r\n- a\r\n",
    "# a\rb\r\n\n\rc\xe2\x80\xa9"
    "d\xe2\x80\xa8"
    "e\n",
    "# a \xef\xbf\xbc b\t\f\v c\n\n\n",
    "# \xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab e\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Fixture self;

      open_dialog (&self, texts[i], 700);
      assert_text (&self, texts[i]);
      close_dialog (&self);
    }
}

/* One pause, one telling; the same text is not told again. */
static void
test_pause_is_told_once (void)
{
  Fixture self;

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  g_assert_true (says (&self, "Saved"));
  type (&self, "<");
  g_assert_true (says (&self, "Typing…"));
  type (&self, "!");
  type (&self, "-- -->\n");
  g_assert_cmpuint (self.told.texts->len, ==, 0);
  matchum_ui_test_wait (self.told.texts->len > 0);
  g_assert_true (says (&self, "Saved"));
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  g_assert_cmpstr (get_last_told (&self), ==, "<!-- -->\n" MATCHUM_UI_TEST_RESUME);

  type (&self, "x");
  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.undo", NULL);
  g_assert_true (says (&self, "Typing…"));
  matchum_ui_test_wait (says (&self, "Saved"));
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  close_dialog (&self);
}

/* What is not told when the dialog goes is told then, however it goes. */
static void
test_closing_tells_the_rest (void)
{
  Fixture self;
  g_autofree char *expected = NULL;

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  type (&self, "가");
  g_assert_cmpuint (self.told.texts->len, ==, 0);
  gtk_window_close (GTK_WINDOW (self.dialog));
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  expected = g_strconcat ("가", MATCHUM_UI_TEST_RESUME, NULL);
  g_assert_cmpstr (get_last_told (&self), ==, expected);
  g_ptr_array_unref (self.told.texts);

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  type (&self, "가");
  gtk_window_destroy (GTK_WINDOW (self.dialog));
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  g_assert_cmpstr (get_last_told (&self), ==, expected);
  g_ptr_array_unref (self.told.texts);

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  gtk_window_destroy (GTK_WINDOW (self.dialog));
  g_assert_cmpuint (self.told.texts->len, ==, 0);
  g_ptr_array_unref (self.told.texts);
}

/* A text that could not be kept stays, is said to be so, and is not thrown away without a question. */
static void
test_problem_is_asked_about (void)
{
  Fixture self;
  gpointer watched;

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  self.told.refusing = self.dialog;
  type (&self, "가");
  matchum_ui_test_wait (self.told.texts->len > 0);
  g_assert_true (says (&self, "Not Saved"));
  matchum_ui_test_wait (says (&self, "No heading was found."));
  gtk_window_close (GTK_WINDOW (self.dialog));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Cancel"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") == NULL);
  matchum_ui_test_settle (GTK_WIDGET (self.dialog));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.dialog)));
  assert_text (&self, "가" MATCHUM_UI_TEST_RESUME);

  matchum_source_dialog_set_problem (self.dialog, NULL);
  g_assert_true (says (&self, "Saved"));
  matchum_source_dialog_set_problem (self.dialog, "Nothing can be kept.");
  watched = self.dialog;
  g_object_add_weak_pointer (G_OBJECT (self.dialog), &watched);
  gtk_window_close (GTK_WINDOW (self.dialog));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Close Without Saving"), "clicked");
  matchum_ui_test_wait (watched == NULL);
  g_ptr_array_unref (self.told.texts);
}

/* A text that nobody can read is asked about even by itself, and told in words. */
static void
test_unreadable_text_is_noticed (void)
{
  Fixture self;
  GtkTextIter start, end;
  gpointer watched;

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  gtk_text_buffer_get_bounds (self.buffer, &start, &end);
  gtk_text_buffer_delete_interactive (self.buffer, &start, &end, TRUE);
  gtk_window_close (GTK_WINDOW (self.dialog));
  g_assert_cmpstr (get_last_told (&self), ==, "");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Cancel"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") == NULL);
  matchum_ui_test_settle (GTK_WIDGET (self.dialog));
  matchum_ui_test_wait (says (&self, "Not Saved"));
  g_assert_true (says (&self, "국문 이력서"));

  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.undo", NULL);
  matchum_ui_test_wait (self.told.texts->len == 2);
  g_assert_cmpstr (get_last_told (&self), ==, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_wait (says (&self, "Saved"));
  watched = self.dialog;
  g_object_add_weak_pointer (G_OBJECT (self.dialog), &watched);
  gtk_window_close (GTK_WINDOW (self.dialog));
  matchum_ui_test_wait (watched == NULL);
  g_ptr_array_unref (self.told.texts);
}

/* Nobody is asked about a text that was not touched. */
static void
test_unreadable_from_the_start (void)
{
  Fixture self;

  open_dialog (&self, "no heading\n", 900);
  matchum_ui_test_wait (says (&self, "Not Saved"));
  close_dialog (&self);
}

/* Text that changed elsewhere comes in without being told, keeps the cursor at its line, and can be undone. */
static void
test_text_from_elsewhere (void)
{
  Fixture self;
  g_autofree char *changed = NULL;

  open_dialog (&self, "# a\n\n- one\n- two\n- three\n", 900);
  put_cursor (&self, 4, 3);
  matchum_source_dialog_set_text (self.dialog, "# a\n\n- zero\n- one\n- two\n- three\n");
  g_assert_cmpint (get_cursor_line (&self), ==, 5);
  assert_text (&self, "# a\n\n- zero\n- one\n- two\n- three\n");
  matchum_source_dialog_set_text (self.dialog, "# a\n\n- zero\n- one\n- two\n- tree and more\n");
  g_assert_cmpint (get_cursor_line (&self), ==, 5);
  matchum_source_dialog_set_text (self.dialog, "x");
  g_assert_cmpint (get_cursor_line (&self), ==, 0);
  assert_text (&self, "x");
  wait_ms (500);
  g_assert_cmpuint (self.told.texts->len, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.undo", NULL);
  assert_text (&self, "# a\n\n- zero\n- one\n- two\n- tree and more\n");
  matchum_ui_test_wait (self.told.texts->len == 1);

  /* What it told itself is no news, even while more is written. */
  changed = g_strdup (get_last_told (&self));
  type (&self, "!");
  matchum_source_dialog_set_text (self.dialog, changed);
  matchum_ui_test_wait (self.told.texts->len == 2);
  g_assert_nonnull (strchr (get_last_told (&self), '!'));
  close_dialog (&self);
}

/* Random texts put in the place of one another end up as they are. */
static void
test_random_texts_from_elsewhere (void)
{
  static const char *const pieces[] = { "# 가\n",      "- 나다\r\n", "- 나다\n", "\n",  "x",
                                        "  - **b** c", "\r",         "라\n",     "🙂" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Fixture self;

  open_dialog (&self, "# a\n", 500);
  for (guint i = 0; i < 90; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      put_cursor (&self, g_rand_int_range (rand, 0, gtk_text_buffer_get_line_count (self.buffer)), 0);
      matchum_source_dialog_set_text (self.dialog, text->str);
      assert_text (&self, text->str);
      if (i % 10 == 0)
        matchum_ui_test_settle (GTK_WIDGET (self.dialog));
    }
  while (gtk_text_buffer_get_can_undo (self.buffer))
    gtk_text_buffer_undo (self.buffer);
  assert_text (&self, "# a\n");
  close_dialog (&self);
}

/* While an input method composes a letter, the text is let alone; afterwards nothing is forgotten. */
static void
test_composing_is_not_disturbed (void)
{
  Fixture self;

  open_dialog (&self, "# a\n\n- one\n", 900);
  put_cursor (&self, 2, 5);
  g_signal_emit_by_name (self.view, "preedit-changed", "ㅎ");
  g_assert_true (matchum_source_view_is_composing (self.view));
  matchum_source_dialog_set_text (self.dialog, "# b\n\n- one\n");
  wait_ms (50);
  assert_text (&self, "# a\n\n- one\n");

  /* The letter is given up. */
  g_signal_emit_by_name (self.view, "preedit-changed", "");
  matchum_ui_test_settle (GTK_WIDGET (self.dialog));
  assert_text (&self, "# b\n\n- one\n");

  /* The letter is finished: it counts more. */
  g_signal_emit_by_name (self.view, "preedit-changed", "하");
  matchum_source_dialog_set_text (self.dialog, "# c\n\n- one\n");
  type (&self, "한");
  g_signal_emit_by_name (self.view, "preedit-changed", "");
  matchum_ui_test_settle (GTK_WIDGET (self.dialog));
  assert_text (&self, "# b\n\n- one한\n");
  matchum_ui_test_wait (self.told.texts->len == 1);
  g_assert_cmpstr (get_last_told (&self), ==, "# b\n\n- one한\n");
  close_dialog (&self);
}

/* The status line follows the cursor, through what was written too. */
static void
test_place_is_said (void)
{
  Fixture self;

  open_dialog (&self, MATCHUM_UI_TEST_RESUME, 900);
  matchum_source_dialog_reveal_line (self.dialog, 8);
  matchum_ui_test_wait (says (&self, "경력 › 이음마켓, ML 엔지니어"));
  g_assert_false (says (&self, "2020.01"));
  g_assert_true (says (&self, "Line 8"));
  matchum_source_dialog_reveal_line (self.dialog, 1000);
  matchum_ui_test_wait (says (&self, "Line 14"));
  matchum_ui_test_wait (says (&self, "기술"));
  type (&self, "\n## 학력\n\n### 대학, 학사, 2010 - 2014\n\n- x");
  matchum_ui_test_wait (says (&self, "학력 › 대학, 학사"));
  put_cursor (&self, 0, 0);
  matchum_ui_test_wait (!says (&self, "학력"));
  g_assert_false (says (&self, "Line 18"));
  g_assert_true (says (&self, "Line 1"));
  close_dialog (&self);
}

static gboolean
is_cursor_seen (Fixture *self)
{
  GdkRectangle seen, place;
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &cursor, &place);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &seen);
  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

/* A line is brought into sight before the dialog has a size, too, though rows get more when lines are dressed. */
static void
test_revealed_line_is_seen (void)
{
  g_autofree char *text = create_large_text (200000);
  Fixture self;

  matchum_ui_test_get_desktop ();
  for (guint line = 1; line < 1600; line += 270)
    {
      self.dialog = matchum_source_dialog_new ("이력서", text);
      matchum_source_dialog_reveal_line (self.dialog, line);
      gtk_window_set_default_size (GTK_WINDOW (self.dialog), 360, 500);
      gtk_window_present (GTK_WINDOW (self.dialog));
      matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self.dialog)));
      self.view =
          MATCHUM_SOURCE_VIEW (matchum_ui_test_find_widget (GTK_WIDGET (self.dialog), MATCHUM_TYPE_SOURCE_VIEW));
      self.buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self.view));
      matchum_ui_test_wait (is_cursor_seen (&self));
      wait_ms (200);
      g_assert_true (is_cursor_seen (&self));
      g_assert_cmpint (get_cursor_line (&self), ==, line - 1);
      gtk_window_destroy (GTK_WINDOW (self.dialog));
    }
}

static void
test_place_in_words (void)
{
  static const struct {
    guint line;
    const char *words;
  } cases[] = {
    { 1, "" },
    { 3, "" },
    { 5, "경력" },
    { 6, "경력" },
    { 7, "경력 › 이음마켓 | ML" },
    { 9, "경력 › 이음마켓 | ML" },
    { 11, "경력 › 이음마켓 | ML › 프로젝트" },
    { 12, "경력 › 이음마켓 | ML › 프로젝트" },
    { 13, "학력" },
    { 99, "학력" },
  };
  g_autoptr (MatchumResume) resume =
      matchum_ui_test_read_resume ("# 강도현\n\nx\n\n## 경력\n\n### 이음마켓 | ML (2020.01 ~ 현재)\n\n- a\n\n"
                                   "#### 프로젝트\n- b\n## 학력\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = matchum_source_place_dup_words (resume, cases[i].line);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static GArray *
find (const char *text, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MatchumTextFinder) finder = matchum_text_finder_new (bytes);

  return matchum_text_finder_find (finder, words);
}

static void
assert_found (const char *text, const char *words, guint n_hits, guint start, guint end)
{
  g_autoptr (GArray) hits = find (text, words);

  g_assert_cmpuint (hits->len, ==, n_hits);
  if (n_hits > 0)
    {
      g_assert_cmpuint (g_array_index (hits, MatchumTextHit, 0).start, ==, start);
      g_assert_cmpuint (g_array_index (hits, MatchumTextHit, 0).end, ==, end);
    }
}

static void
test_finder (void)
{
  g_autoptr (GArray) hits = NULL;
  g_autofree char *many = g_strnfill (3 * MATCHUM_TEXT_FINDER_MAX_HITS, 'a');

  assert_found ("PyTorch, pytorch와 ＰＹＴＯＲＣＨ", "PYTORCH", 3, 0, 7);
  assert_found ("한국 \xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xea\xb5\xad", "한국", 2, 0, 2);
  assert_found ("가나 ﬁle", "file", 1, 3, 6);
  assert_found ("a  b\r\nc", "a b c", 1, 0, 7);
  assert_found ("aaaa", "aa", 2, 0, 2);
  assert_found ("🙂🙂x", "x", 1, 2, 3);
  assert_found ("abc", "", 0, 0, 0);
  assert_found ("a c", " ", 0, 0, 0);
  assert_found ("", "x", 0, 0, 0);
  assert_found ("abc", "abcd", 0, 0, 0);
  hits = find (many, "a");
  g_assert_cmpuint (hits->len, ==, MATCHUM_TEXT_FINDER_MAX_HITS);
}

static void
assert_selected (Fixture *self, const char *expected, int line)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_assert_true (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end));
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (gtk_text_iter_get_line (&start), ==, line);
}

/* The field comes into sight step by step. */
static GtkWidget *
wait_for_entry (Fixture *self)
{
  GtkWidget *root = GTK_WIDGET (self->dialog);

  matchum_ui_test_wait (matchum_ui_test_find_widget (root, GTK_TYPE_SEARCH_ENTRY) != NULL);
  return matchum_ui_test_find_widget (root, GTK_TYPE_SEARCH_ENTRY);
}

/* Looking for words selects, counts and steps around; writing meanwhile loses nothing. */
static void
test_find (void)
{
  Fixture self;
  GtkWidget *entry;

  open_dialog (&self, "# Kang\n\n- PyTorch\n- pytorch\n- x\n", 900);
  put_cursor (&self, 3, 0);
  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.find", NULL);
  entry = wait_for_entry (&self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "PYTORCH");
  matchum_ui_test_wait (says (&self, "2 of 2"));
  assert_selected (&self, "pytorch", 3);
  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.find-next", NULL);
  g_assert_true (says (&self, "1 of 2"));
  assert_selected (&self, "PyTorch", 2);
  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.find-previous", NULL);
  assert_selected (&self, "pytorch", 3);

  g_signal_emit_by_name (entry, "next-match");
  assert_selected (&self, "PyTorch", 2);
  g_signal_emit_by_name (entry, "previous-match");
  assert_selected (&self, "pytorch", 3);

  put_cursor (&self, 4, 2);
  type (&self, "PyTorch ");
  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.find-previous", NULL);
  matchum_ui_test_wait (says (&self, "3 of 3"));
  assert_selected (&self, "PyTorch", 4);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nowhere");
  matchum_ui_test_wait (says (&self, "Not found"));
  g_signal_emit_by_name (entry, "stop-search");
  matchum_ui_test_wait (!gtk_widget_get_mapped (entry));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self.view)));
  close_dialog (&self);
}

/* Korean breaks between words, whatever is put into the middle of one: Pango must not see a blank in what is kept
 * together. */
static void
test_words_stay_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  static const char *const pieces[] = { " ",
                                        "가나다",
                                        "\n",
                                        "- ",
                                        "**",
                                        "한국어로쓴아주긴낱말이라서안들어가는것",
                                        "a",
                                        "\t",
                                        "10-20",
                                        "\xc2\xa0",
                                        "\xe2\x80\x8b",
                                        "🙂",
                                        "\xe3\x80\x80",
                                        "# ",
                                        "https://a.b/c" };
  Fixture self;

  open_dialog (&self, "# a\n\n", 300);
  for (guint i = 0; i < 1500; i++)
    {
      GtkTextIter start, end;
      int n_characters = gtk_text_buffer_get_char_count (self.buffer);

      gtk_text_buffer_get_iter_at_offset (self.buffer, &start, g_rand_int_range (rand, 0, n_characters + 1));
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          gtk_text_buffer_get_iter_at_offset (self.buffer, &end, g_rand_int_range (rand, 0, n_characters + 1));
          if (gtk_text_iter_get_offset (&end) > gtk_text_iter_get_offset (&start) + 9)
            end = start, gtk_text_iter_forward_chars (&end, 9);
          gtk_text_buffer_delete (self.buffer, &start, &end);
        }
      else
        gtk_text_buffer_insert (self.buffer, &start, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))], -1);
      if (i % 30 == 0)
        {
          gtk_window_set_default_size (GTK_WINDOW (self.dialog), g_rand_int_range (rand, 200, 500), 700);
          matchum_ui_test_settle (GTK_WIDGET (self.dialog));
        }
    }
  gtk_window_destroy (GTK_WINDOW (self.dialog));
  g_ptr_array_unref (self.told.texts);
}

static void
note_block_cb (gint64 *times)
{
  gint64 now = g_get_monotonic_time ();

  times[1] = MAX (times[1], now - times[0]);
  times[0] = now;
}

static gboolean
tick_cb (gpointer user_data)
{
  note_block_cb (user_data);
  return G_SOURCE_CONTINUE;
}

/* The longest time, in milliseconds, for which nothing else was done. */
static double
run_for (guint ms)
{
  gint64 times[2] = { g_get_monotonic_time (), 0 };
  guint id = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, times, NULL);

  wait_ms (ms);
  g_source_remove (id);
  return times[1] / 1e3;
}

/* The largest text is opened, scrolled, searched and written in without standing still. The limits are for a slow
 * machine under the sanitizer; g_test_message() says what it took. */
static void
test_large_text (void)
{
  g_autofree char *text = create_large_text (8 * MEGABYTE - 4096);
  gint64 start = g_get_monotonic_time ();
  double block;
  Fixture self;

  start_dialog (&self, text, 900);
  g_test_message ("opened in %.0f ms", (g_get_monotonic_time () - start) / 1e3);
  block = run_for (1500);
  g_test_message ("then at most %.0f ms at a time", block);
  g_assert_cmpfloat (block, <, MOST_MS);

  start = g_get_monotonic_time ();
  matchum_source_dialog_reveal_line (self.dialog, 60000);
  g_test_message ("revealed a line in %.0f ms", (g_get_monotonic_time () - start) / 1e3);
  block = run_for (700);
  g_test_message ("then at most %.0f ms at a time", block);
  g_assert_cmpfloat (block, <, MOST_MS);

  start = g_get_monotonic_time ();
  type (&self, "가");
  g_test_message ("a letter in %.1f ms", (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
  block = run_for (1500);
  g_test_message ("told, at most %.0f ms at a time", block);
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  g_assert_cmpfloat (block, <, MOST_MS);

  gtk_widget_activate_action (GTK_WIDGET (self.dialog), "dialog.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (wait_for_entry (&self)), "pytorch");
  start = g_get_monotonic_time ();
  block = run_for (500);
  g_test_message ("looking for words: at most %.0f ms at a time", block);
  g_assert_cmpfloat (block, <, MOST_MS);
  matchum_ui_test_wait (says (&self, "10000 or more"));
  g_test_message ("found after %.0f ms", (g_get_monotonic_time () - start) / 1e3);

  start = g_get_monotonic_time ();
  matchum_source_dialog_set_text (self.dialog, text);
  g_test_message ("given another text in %.0f ms", (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
  assert_text (&self, text);
  close_dialog (&self);
}

/* Twenty thousand lines are scrolled through from end to end. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new ("# a\n\n");
  GtkAdjustment *adjustment;
  gint64 start, longest = 0;
  Fixture self;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "- **줄** %u번째 항목\n", i);
  open_dialog (&self, text->str, 900);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self.view));
  for (guint i = 0; i <= 40; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 40);
      start = g_get_monotonic_time ();
      matchum_ui_test_settle (GTK_WIDGET (self.dialog));
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  g_test_message ("a screen took at most %.0f ms", longest / 1e3);
  g_assert_cmpint (longest, <, 5 * G_USEC_PER_SEC);
  close_dialog (&self);
}

/* A line that no toolkit can lay out is shown in part, and still whole in the text. */
static void
test_long_line (void)
{
  g_autofree char *line = create_large_text (2 * MEGABYTE);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  double block;
  Fixture self;

  g_strdelimit (line, "\n", ' ');
  text = g_strconcat ("# a\n\n", line, "\n\n- b\n", NULL);
  start_dialog (&self, text, 900);
  block = run_for (1000);
  g_test_message ("at most %.0f ms at a time", block);
  g_assert_cmpfloat (block, <, MOST_MS);
  matchum_ui_test_wait (says (&self, "A line is too long to be shown whole"));
  assert_text (&self, text);

  put_cursor (&self, 2, 0);
  type (&self, "가");
  block = run_for (600);
  g_assert_cmpfloat (block, <, MOST_MS);
  expected = g_strconcat ("# a\n\n가", line, "\n\n- b\n", NULL);
  g_assert_cmpuint (self.told.texts->len, ==, 1);
  g_assert_true (g_str_equal (get_last_told (&self), expected));
  close_dialog (&self);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/source-dialog/finder", test_finder);
  g_test_add_func ("/ui/source-dialog/place-in-words", test_place_in_words);
  g_test_add_func ("/ui/source-dialog/byte-for-byte", test_text_is_kept_byte_for_byte);
  g_test_add_func ("/ui/source-dialog/pause-is-told-once", test_pause_is_told_once);
  g_test_add_func ("/ui/source-dialog/closing-tells-the-rest", test_closing_tells_the_rest);
  g_test_add_func ("/ui/source-dialog/problem-is-asked-about", test_problem_is_asked_about);
  g_test_add_func ("/ui/source-dialog/unreadable-text", test_unreadable_text_is_noticed);
  g_test_add_func ("/ui/source-dialog/unreadable-from-the-start", test_unreadable_from_the_start);
  g_test_add_func ("/ui/source-dialog/text-from-elsewhere", test_text_from_elsewhere);
  g_test_add_func ("/ui/source-dialog/random-texts-from-elsewhere", test_random_texts_from_elsewhere);
  g_test_add_func ("/ui/source-dialog/composing", test_composing_is_not_disturbed);
  g_test_add_func ("/ui/source-dialog/place", test_place_is_said);
  g_test_add_func ("/ui/source-dialog/revealed-line-is-seen", test_revealed_line_is_seen);
  g_test_add_func ("/ui/source-dialog/find", test_find);
  g_test_add_func ("/ui/source-dialog/words-stay-whole", test_words_stay_whole);
  g_test_add_func ("/ui/source-dialog/large-text", test_large_text);
  g_test_add_func ("/ui/source-dialog/many-lines", test_many_lines);
  g_test_add_func ("/ui/source-dialog/long-line", test_long_line);
  return matchum_ui_test_run ();
}
