/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with many postings on their way into the window, and what it says of files that were not what they seemed. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "matchum-ui-test.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-part-list.h"
#include "ui/matchum-paste-dialog.h"
#include "ui/matchum-remarks-dialog.h"

#define N_MANY 1000
/* About 2 KB each, as postings are. */
#define N_PARAGRAPHS 9
/* How long the main thread may work before it comes round again. */
#ifdef __SANITIZE_ADDRESS__
#define MOST_MS 1000
#else
#define MOST_MS 100
#endif

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 800, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
  self->folder = matchum_ui_test_create_folder ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
  matchum_ui_test_remove_folder (self->folder);
  g_object_unref (self->folder);
}

static void
append_posting (GString *text, guint number)
{
  g_string_append_printf (
      text,
      "---\ncompany: 회사%04u\ntitle: 백엔드 개발자 %04u\n---\n\n## 주요업무\n\n- 서버 개발 %u\n- API "
      "설계\n\n## 자격요건\n\n- Java 경험 3년 이상\n- Spring 경험\n- SQL 경험\n\n## 우대사항\n\n- "
      "Kafka 경험\n- 대용량 트래픽을 다루어 본 분\n\n## 복지\n\n- 점심 제공\n\n",
      number, number, number);
}

/* As many postings, each with n_paragraphs under its benefits. */
static char *
dup_long_postings (guint n, guint n_paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      append_posting (text, i);
      for (guint k = 0; k < n_paragraphs; k++)
        g_string_append_printf (text,
                                "- 쉬는 날 %u.%u: 일과 삶이 고루 나아가도록 원하는 때에 쉬고, 집이나 사무실 어디서든 "
                                "일하며, 배우는 데 드는 비용은 회사가 냅니다.\n",
                                i, k + 1);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static char *
dup_postings (guint n)
{
  return dup_long_postings (n, 0);
}

static GtkWindow *
drop_text (Fixture *self, const char *text)
{
  GtkWidget *overlay = matchum_ui_test_find_widget (GTK_WIDGET (self->window), ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (overlay);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
    }
  g_assert_true (is_taken);
  return matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_PASTE_DIALOG);
}

static GtkWindow *
open_paste (Fixture *self, const char *text)
{
  GtkWindow *dialog = drop_text (self, text);

  g_assert_nonnull (dialog);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  return dialog;
}

static gboolean
says (GtkWindow *dialog, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (dialog), text) != NULL;
}

/* Those in sight, in order. */
static GPtrArray *
find_widgets (GtkWidget *root, GType type, GPtrArray *found)
{
  if (found == NULL)
    found = g_ptr_array_new ();
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_widgets (child, type, found);
  return found;
}

static GtkWidget *
find_list (GtkWindow *dialog)
{
  return matchum_ui_test_find_widget (GTK_WIDGET (dialog), MATCHUM_TYPE_PART_LIST);
}

static guint
count_postings (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  return g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace));
}

static const char *
get_posting_text (Fixture *self, guint index)
{
  g_autoptr (MatchumWorkspacePosting) posting =
      g_list_model_get_item (matchum_workspace_get_postings (self->workspace), index);

  return matchum_workspace_posting_get_record (posting)->text;
}

static void
test_add_all (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (3);
  GtkWindow *dialog = open_paste (self, text);
  guint n_before = count_postings (self);
  GString *all = g_string_new (NULL);

  g_assert_true (says (dialog, "3 postings found"));
  g_assert_true (says (dialog, "회사0002"));
  g_assert_true (says (dialog, "백엔드 개발자 0003"));
  g_assert_true (says (dialog, "Required 3 · Preferred 2"));
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Add 3 Postings"));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_PASTE_DIALOG) == NULL);
  g_assert_cmpuint (count_postings (self), ==, n_before + 3);
  g_assert_cmpstr (matchum_workspace_posting_get_company (matchum_workspace_get_current (self->workspace)), ==,
                   "회사0001");
  for (guint i = 0; i < 3; i++)
    g_string_append (all, get_posting_text (self, n_before + i));
  g_assert_cmpstr (all->str, ==, text);
  g_string_free (all, TRUE);

  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (self->workspace)), ==,
                   "Add 3 Postings");
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_postings (self), ==, n_before);
  g_assert_true (matchum_ui_test_redo (self->workspace));
  g_assert_cmpuint (count_postings (self), ==, n_before + 3);
}

static void
test_leave_one_out (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (3);
  GtkWindow *dialog = open_paste (self, text);
  g_autoptr (GPtrArray) checks = find_widgets (find_list (dialog), GTK_TYPE_CHECK_BUTTON, NULL);
  guint n_before = count_postings (self);

  g_assert_cmpuint (checks->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (gtk_check_button_get_active (checks->pdata[i]));
  gtk_check_button_set_active (checks->pdata[1], FALSE);
  g_assert_cmpuint (matchum_part_list_get_n_taken (MATCHUM_PART_LIST (find_list (dialog))), ==, 2);
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Add 2 Postings"));
  gtk_check_button_set_active (checks->pdata[0], FALSE);
  gtk_check_button_set_active (checks->pdata[2], FALSE);
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.add"));
  g_assert_false (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  gtk_check_button_set_active (checks->pdata[0], TRUE);
  gtk_check_button_set_active (checks->pdata[2], TRUE);

  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  g_assert_cmpuint (count_postings (self), ==, n_before + 2);
  g_assert_nonnull (strstr (get_posting_text (self, n_before), "회사0001"));
  g_assert_nonnull (strstr (get_posting_text (self, n_before + 1), "회사0003"));
}

/* What is left out stays so while another posting is written at. */
static void
test_left_out_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (3);
  GtkWindow *dialog = open_paste (self, text);
  g_autoptr (GPtrArray) checks = find_widgets (find_list (dialog), GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *view = matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter end;

  gtk_check_button_set_active (checks->pdata[1], FALSE);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "- 저녁 제공\n", -1);
  matchum_ui_test_wait (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Add 2 Postings") != NULL);
  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
}

static void
test_put_together (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (3);
  GtkWindow *dialog = open_paste (self, text);
  guint n_before = count_postings (self);
  g_autoptr (GPtrArray) rows = find_widgets (find_list (dialog), GTK_TYPE_BUTTON, NULL);

  /* The first has none above it. */
  g_assert_cmpuint (rows->len, ==, 2);
  g_signal_emit_by_name (rows->pdata[1], "clicked");
  g_assert_true (says (dialog, "2 postings found"));
  g_assert_false (says (dialog, "회사0003"));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.keep-as-one", NULL);
  g_assert_null (find_list (dialog));
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Add"));
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Part into 3 Postings"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.part", NULL);
  g_assert_true (says (dialog, "3 postings found"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.keep-as-one", NULL);

  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  g_assert_cmpuint (count_postings (self), ==, n_before + 1);
  g_assert_cmpstr (get_posting_text (self, n_before), ==, text);
}

/* Rows stay the same ones, and know where they stand now. */
static void
test_put_together_again (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (4);
  GtkWindow *dialog = open_paste (self, text);
  g_autoptr (GPtrArray) checks = find_widgets (find_list (dialog), GTK_TYPE_CHECK_BUTTON, NULL);
  g_autoptr (GPtrArray) buttons = find_widgets (find_list (dialog), GTK_TYPE_BUTTON, NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) last = NULL;

  gtk_check_button_set_active (checks->pdata[3], FALSE);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  left = find_widgets (find_list (dialog), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_true (left->pdata[2] == checks->pdata[3]);
  g_assert_cmpuint (matchum_part_list_get_n_taken (MATCHUM_PART_LIST (find_list (dialog))), ==, 2);

  g_signal_emit_by_name (buttons->pdata[1], "clicked");
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (says (dialog, "2 postings found"));
  g_assert_true (says (dialog, "회사0001"));
  g_assert_false (says (dialog, "회사0003"));
  g_assert_true (says (dialog, "회사0004"));
  last = find_widgets (find_list (dialog), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (gtk_check_button_get_active (last->pdata[1]));
  gtk_window_destroy (dialog);
}

/* Where only blank lines part two postings, that is said. */
static void
test_doubt (Fixture *self, gconstpointer data)
{
  const char *part =
      "%s\n백엔드 개발자\n\n주요업무\n- 서버 개발\n- API 설계\n\n자격요건\n- Java 경험\n- Spring 경험\n- SQL "
      "경험\n\n복지\n- 점심 제공";
  g_auto (GStrv) pieces = g_strsplit (part, "%s", 2);
  g_autofree char *text = g_strconcat ("[가람소프트] 채용", pieces[1], "\n\n\n\n\n[나래테크] 채용", pieces[1],
                                       "\n\n\n\n\n[다온커머스] 채용", pieces[1], "\n", NULL);
  GtkWindow *dialog = open_paste (self, text);

  g_assert_true (says (dialog, "3 postings found"));
  g_assert_true (says (dialog, "Only blank lines part it from the one above"));
  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
}

static void
test_one_is_no_list (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_paste (self, MATCHUM_UI_TEST_POSTING);

  g_assert_null (find_list (dialog));
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Add"));
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.part"));
  gtk_window_destroy (dialog);
}

/* The longest time for which the main loop did not come round, by the clock, and how long the main thread worked in
 * such a time: what else the machine does meanwhile is not its doing. */
typedef struct {
  gint64 last;
  gint64 longest;
  gint64 last_work;
  gint64 most_work;
} Beat;

/* Microseconds of the processor that this thread had. */
static gint64
get_work (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
beat_cb (gpointer user_data)
{
  Beat *beat = user_data;
  gint64 now = g_get_monotonic_time (), work = get_work ();

  beat->longest = MAX (beat->longest, now - beat->last);
  beat->most_work = MAX (beat->most_work, work - beat->last_work);
  beat->last = now;
  beat->last_work = work;
  return G_SOURCE_CONTINUE;
}

static void
begin (Beat *beat)
{
  *beat = (Beat){ .last = g_get_monotonic_time (), .last_work = get_work () };
}

/* Says how long the main loop stood still at most since the last time. */
static void
report (Beat *beat, const char *what, gint64 most_ms)
{
  beat_cb (beat);
  g_test_message ("%s: at most %d ms at a time, %d ms of them at work", what, (int) (beat->longest / 1000),
                  (int) (beat->most_work / 1000));
  g_assert_cmpint (beat->most_work / 1000, <, most_ms);
  begin (beat);
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_long_postings (N_MANY, N_PARAGRAPHS);
  GtkWindow *dialog = open_paste (self, MATCHUM_UI_TEST_POSTING);
  guint n_before = count_postings (self);
  Beat beat;
  guint id = g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, &beat, NULL);

  begin (&beat);
  matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), text);
  report (&beat, "taking the text", MOST_MS);
  matchum_ui_test_wait (says (dialog, "1000 postings found"));
  /* Whether their rows are there yet or not. */
  g_assert_cmpuint (matchum_part_list_get_n_taken (MATCHUM_PART_LIST (find_list (dialog))), ==, N_MANY);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  report (&beat, "reading 1000 postings and showing them", MOST_MS);

  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  report (&beat, "asking for them to be added", MOST_MS);
  matchum_ui_test_wait (g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace))
                        == n_before + N_MANY);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  /* The list beside reads the names of as many as it makes rows for. */
  report (&beat, "showing that they are there", 3 * MOST_MS);
  g_source_remove (id);
  g_assert_cmpuint (count_postings (self), ==, n_before + N_MANY);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_postings (self), ==, n_before);
}

/* The button pressed while the text is still being read adds it when it was. */
static void
test_add_before_read (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (100);
  GtkWindow *dialog = open_paste (self, MATCHUM_UI_TEST_POSTING);
  guint n_before = count_postings (self);

  matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), text);
  g_assert_false (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_PASTE_DIALOG) == NULL);
  g_assert_cmpuint (count_postings (self), ==, n_before + 100);
}

/* A dialog that goes while it reads. */
static void
test_close_before_read (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (100);
  GtkWindow *dialog = open_paste (self, MATCHUM_UI_TEST_POSTING);
  GWeakRef ref;

  g_weak_ref_init (&ref, dialog);
  matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), text);
  gtk_window_destroy (dialog);
  for (GObject *left = g_weak_ref_get (&ref); left != NULL; left = g_weak_ref_get (&ref))
    {
      g_object_unref (left);
      g_main_context_iteration (NULL, TRUE);
    }
  g_weak_ref_clear (&ref);
}

/* Files */

static GFile *
write_file (Fixture *self, const char *name, const char *bytes, gssize length)
{
  GFile *file = g_file_get_child (self->folder, name);

  g_assert_true (g_file_replace_contents (file, bytes, length < 0 ? strlen (bytes) : (gsize) length, NULL, FALSE, 0,
                                          NULL, NULL, NULL));
  return file;
}

static void
test_file (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_postings (3);
  g_autoptr (GFile) many = write_file (self, "many.md", text, -1);
  g_autoptr (GFile) one = write_file (self, "one.md", "# 채용\n\n## 자격요건\n\n- Rust 경험\n- Go 경험\n", -1);
  GFile *files[] = { many, one };
  guint n_before = count_postings (self);
  GtkWindow *dialog;

  matchum_window_open_files (self->window, files, 2, FALSE);
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_PASTE_DIALOG) != NULL);
  dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_PASTE_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (says (dialog, "3 postings found"));
  g_assert_cmpuint (count_postings (self), ==, n_before);
  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  g_assert_cmpuint (count_postings (self), ==, n_before + 4);
  {
    g_autoptr (MatchumWorkspacePosting) posting =
        g_list_model_get_item (matchum_workspace_get_postings (self->workspace), n_before);

    g_assert_cmpstr (matchum_workspace_posting_get_record (posting)->source_name, ==, "many.md");
  }
}

static MatchumNoticeBar *
find_bar (Fixture *self, const char *text)
{
  GtkWidget *label = matchum_ui_test_find_label (GTK_WIDGET (self->window), text);

  return label != NULL ? MATCHUM_NOTICE_BAR (gtk_widget_get_ancestor (label, MATCHUM_TYPE_NOTICE_BAR)) : NULL;
}

static void
test_encoding (Fixture *self, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = g_convert ("# 채용 공고\n\n## 자격요건\n\n- 스프링 경험\n- 자바 개발 경험이 있으신 분\n", -1,
                                      "CP949", "UTF-8", NULL, &length, NULL);
  g_autoptr (GFile) file = write_file (self, "job.txt", bytes, (gssize) length);
  const char *notice =
      "job.txt was read as CP949 (Korean Windows); if letters look wrong, save it again with the encoding UTF-8.";

  matchum_window_open_files (self->window, &file, 1, FALSE);
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  matchum_ui_test_wait (find_bar (self, notice) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.dismiss-remarks", NULL);
  matchum_ui_test_wait (find_bar (self, notice) == NULL);
}

static void
test_json_notes (Fixture *self, gconstpointer data)
{
  const char *json = "{\"basics\": {\"name\": \"Ann Lee\", \"email\": \"ann@example.com\"},\n"
                     "\"work\": [{\"name\": \"Acme\", \"position\": \"Engineer\", \"startDate\": \"soon\", "
                     "\"highlights\": [\"Ran servers in Go\"]}],\n"
                     "\"education\": [{\"institution\": \"Riverton University\", \"area\": \"Physics\"}],\n"
                     "\"skills\": [{\"name\": \"Languages\", \"keywords\": [\"Go\", \"SQL\"]}],\n"
                     "\"projects\": [{\"name\": \"Zebra\"}],\n\"awards\": 4}";
  const char *notice = "There are 2 remarks on what was opened";
  g_autoptr (GFile) file = write_file (self, "resume.json", json, -1);
  GtkWindow *dialog;

  matchum_window_open_files (self->window, &file, 1, FALSE);
  matchum_ui_test_wait (matchum_ui_test_find_answer ("Add as _Another Resume") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("Add as _Another Resume"), "clicked");
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  matchum_ui_test_wait (find_bar (self, notice) != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-remarks", NULL);
  dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG);
  g_assert_nonnull (dialog);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (says (dialog, "resume.json, line 2: work[0].startDate"));
  g_assert_true (says (dialog, "resume.json, line 6: awards"));
  gtk_window_close (dialog);
  matchum_ui_test_wait (find_bar (self, notice) == NULL);
}

/* Says too little for its headings to tell what it is, but the format does. */
static void
test_short_json (Fixture *self, gconstpointer data)
{
  const char *json =
      "{\"$schema\": \"https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json\",\n"
      "\"basics\": {\"name\": \"Ann Lee\", \"label\": \"Engineer\", \"summary\": \"Runs servers\"},\n"
      "\"interests\": [{\"name\": \"Chess\"}]}";
  g_autoptr (GFile) file = write_file (self, "short.json", json, -1);
  guint n_before = count_postings (self);
  guint n_resumes = g_list_model_get_n_items (matchum_workspace_get_baselines (self->workspace));

  matchum_window_open_files (self->window, &file, 1, FALSE);
  matchum_ui_test_wait (matchum_ui_test_find_answer ("Add as _Another Resume") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("Add as _Another Resume"), "clicked");
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  g_assert_cmpuint (count_postings (self), ==, n_before);
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_baselines (self->workspace)), ==, n_resumes + 1);
}

/* A posting that reads like a resume to who knows nothing but headings. */
static void
test_json_posting (Fixture *self, gconstpointer data)
{
  const char *json = "{\"@context\": \"https://schema.org/\", \"@type\": \"JobPosting\", \"title\": \"Engineer\",\n"
                     "\"hiringOrganization\": {\"@type\": \"Organization\", \"name\": \"Acme\"},\n"
                     "\"description\": \"<h2>Skills</h2><ul><li>Go</li><li>SQL</li></ul><h2>Education</h2>"
                     "<ul><li>BSc</li></ul>\"}";
  g_autoptr (GFile) file = write_file (self, "job.json", json, -1);
  guint n_before = count_postings (self);

  matchum_window_open_files (self->window, &file, 1, FALSE);
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  g_assert_cmpuint (count_postings (self), ==, n_before + 1);
}

#define ADD_TEST(name, func) g_test_add ("/ui/paste-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD_TEST ("add-all", test_add_all);
  ADD_TEST ("leave-one-out", test_leave_one_out);
  ADD_TEST ("left-out-stays", test_left_out_stays);
  ADD_TEST ("put-together", test_put_together);
  ADD_TEST ("put-together-again", test_put_together_again);
  ADD_TEST ("doubt", test_doubt);
  ADD_TEST ("one-is-no-list", test_one_is_no_list);
  ADD_TEST ("many", test_many);
  ADD_TEST ("add-before-read", test_add_before_read);
  ADD_TEST ("close-before-read", test_close_before_read);
  ADD_TEST ("file", test_file);
  ADD_TEST ("encoding", test_encoding);
  ADD_TEST ("json-notes", test_json_notes);
  ADD_TEST ("short-json", test_short_json);
  ADD_TEST ("json-posting", test_json_posting);
  return matchum_ui_test_run ();
}
