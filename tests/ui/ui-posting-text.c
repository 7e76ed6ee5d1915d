/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a posting as it is edited in a window of its own. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-source-dialog.h"
#include "ui/matchum-source-view.h"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  GtkWindow *dialog;
} Fixture;

static void
open_editor (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  self->dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (self->dialog);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 800, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
  open_editor (self, "win.edit-posting");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
}

static GtkTextBuffer *
get_buffer (Fixture *self)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (matchum_ui_test_find_widget (GTK_WIDGET (self->dialog), MATCHUM_TYPE_SOURCE_VIEW)));
}

static void
type (Fixture *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
says (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->dialog), text) != NULL;
}

static const char *
get_text (Fixture *self)
{
  return matchum_workspace_posting_get_record (matchum_workspace_get_current (self->workspace))->text;
}

static guint
count_requirements (Fixture *self)
{
  return matchum_match_get_n_requirements (matchum_workspace_get_match (self->workspace));
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  const char *longer = MATCHUM_UI_TEST_POSTING "- Kotlin 경험\n";
  MatchumLibrary *library = matchum_workspace_get_library (self->workspace);

  g_assert_cmpstr (gtk_window_get_title (self->dialog), ==, "링크온, ML Engineer");
  matchum_ui_test_wait (says (self, "Required 2 · Preferred 2 · Duties 0"));
  type (self, "- Kotlin 경험\n");
  matchum_ui_test_wait (g_str_equal (get_text (self), longer));
  matchum_ui_test_wait (says (self, "Required 2 · Preferred 3 · Duties 0"));
  g_assert_cmpuint (count_requirements (self), ==, 5);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Edit Posting");

  /* All that is typed in one sitting is one step. */
  type (self, "\n## 주요업무\n\n- 서버 개발\n");
  matchum_ui_test_wait (strstr (get_text (self), "서버 개발") != NULL);
  matchum_ui_test_wait (says (self, "Required 2 · Preferred 3 · Duties 1"));
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpstr (get_text (self), ==, MATCHUM_UI_TEST_POSTING);
  g_assert_cmpuint (count_requirements (self), ==, 4);
  {
    g_autofree char *shown = matchum_source_dialog_dup_text (MATCHUM_SOURCE_DIALOG (self->dialog));

    g_assert_cmpstr (shown, ==, MATCHUM_UI_TEST_POSTING);
  }
  g_assert_true (matchum_ui_test_redo (self->workspace));
  g_assert_nonnull (strstr (get_text (self), "서버 개발"));
}

/* A text that is none is not kept, and nothing is lost. */
static void
test_emptied (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  matchum_ui_test_wait (says (self, "Not Saved"));
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpstr (get_text (self), ==, MATCHUM_UI_TEST_POSTING);

  gtk_window_close (self->dialog);
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close Without Saving") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Close Without Saving"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_SOURCE_DIALOG) == NULL);
  g_assert_cmpstr (get_text (self), ==, MATCHUM_UI_TEST_POSTING);
}

/* What was typed last is kept when the dialog closes at once. */
static void
test_close_at_once (Fixture *self, gconstpointer data)
{
  type (self, "- Kotlin 경험\n");
  gtk_window_close (self->dialog);
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpstr (get_text (self), ==, MATCHUM_UI_TEST_POSTING "- Kotlin 경험\n");
}

/* The resume is edited in the place of the posting, which is kept. */
static void
test_other_text (Fixture *self, gconstpointer data)
{
  type (self, "- Kotlin 경험\n");
  open_editor (self, "win.edit-source");
  {
    g_autofree char *shown = matchum_source_dialog_dup_text (MATCHUM_SOURCE_DIALOG (self->dialog));

    g_assert_cmpstr (shown, ==, MATCHUM_UI_TEST_RESUME);
  }
  g_assert_cmpstr (get_text (self), ==, MATCHUM_UI_TEST_POSTING "- Kotlin 경험\n");
  open_editor (self, "win.edit-posting");
  g_assert_cmpstr (gtk_window_get_title (self->dialog), ==, "링크온, ML Engineer");
}

/* A posting that is deleted while its text is edited is not written to. */
static void
test_deleted (Fixture *self, gconstpointer data)
{
  matchum_workspace_remove_posting (self->workspace, matchum_workspace_get_current (self->workspace));
  matchum_ui_test_flush (self->workspace);
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (self->window), "win.edit-posting"));
  type (self, "- Kotlin 경험\n");
  matchum_ui_test_wait (says (self, "The posting is in the library no longer, so it was not changed."));
  gtk_window_destroy (self->dialog);
}

static void
test_no_posting (Fixture *self, gconstpointer data)
{
  gtk_window_close (self->dialog);
  matchum_workspace_set_current (self->workspace, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-posting", NULL);
  g_assert_null (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_SOURCE_DIALOG));
}

static GtkWidget *
find_link (Fixture *self)
{
  return matchum_ui_test_find_widget (GTK_WIDGET (self->window), GTK_TYPE_LINK_BUTTON);
}

/* What is written of the place, the link and the last day is shown above the requirements, and follows the text. */
static void
test_facts (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;

  g_assert_null (find_link (self));
  gtk_text_buffer_get_iter_at_line (buffer, &start, 1);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &start,
                          "employment: 정규직\nlocation: 서울 강남구\ndeadline: 2026-11-11\nurl: "
                          "https://careers.example.com/7\n",
                          -1);
  gtk_text_buffer_end_user_action (buffer);
  matchum_ui_test_wait (find_link (self) != NULL);
  g_assert_cmpstr (gtk_link_button_get_uri (GTK_LINK_BUTTON (find_link (self))), ==, "https://careers.example.com/7");
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (self->window), "정규직 · 서울 강남구"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (self->window), "10 days left (2026-11-11)"));
  g_assert_true (matchum_ui_test_undo (self->workspace));
  matchum_ui_test_wait (find_link (self) == NULL);
}

#define ADD_TEST(name, func) g_test_add ("/ui/posting-text/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD_TEST ("edit", test_edit);
  ADD_TEST ("emptied", test_emptied);
  ADD_TEST ("close-at-once", test_close_at_once);
  ADD_TEST ("other-text", test_other_text);
  ADD_TEST ("deleted", test_deleted);
  ADD_TEST ("facts", test_facts);
  ADD_TEST ("no-posting", test_no_posting);
  return matchum_ui_test_run ();
}
