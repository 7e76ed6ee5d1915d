/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was sent, in the window: marked, listed, compared with today, deleted when that is asked for. */
#define _GNU_SOURCE
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "matchum-ui-test.h"
#include "store/matchum-sent-copy.h"
#include "ui/matchum-export-dialog.h"
#include "ui/matchum-mark-sent-dialog.h"
#include "ui/matchum-sent-comparison-dialog.h"
#include "ui/matchum-sent-copies-dialog.h"
#include "ui/matchum-window-private.h"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 720, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
}

static GtkWindow *
open_dialog (Fixture *self, const char *action, GType type)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, type) != NULL);
  dialog = matchum_ui_test_find_dialog (self->window, type);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  return dialog;
}

static void
close_dialog (Fixture *self, GtkWindow *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_close (dialog);
  matchum_ui_test_wait (watched == NULL);
}

static gboolean
says (gpointer root, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (root), text) != NULL;
}

static GPtrArray *
list_copies (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies =
      matchum_sent_copy_table_list (matchum_library_get_database (matchum_workspace_get_library (self->workspace)),
                                    &error);

  g_assert_no_error (error);
  return copies;
}

static MatchumSentCopyRecord *
find_copy (Fixture *self, guint index)
{
  g_autoptr (GPtrArray) copies = list_copies (self);
  const MatchumSentCopyRecord *copy = g_ptr_array_index (copies, index);

  return matchum_sent_copy_table_find (matchum_library_get_database (matchum_workspace_get_library (self->workspace)),
                                       copy->id, NULL);
}

/* The switches of the files, in their order. */
static void
collect_switches (GtkWidget *root, GPtrArray *switches)
{
  if (GTK_IS_SWITCH (root))
    g_ptr_array_add (switches, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_switches (child, switches);
}

static void
mark (Fixture *self)
{
  GtkWindow *dialog = open_dialog (self, "win.mark-sent", MATCHUM_TYPE_MARK_SENT_DIALOG);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.mark", NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_MARK_SENT_DIALOG) == NULL);
  matchum_ui_test_flush (self->workspace);
}

/* A dialog that is gone before the copy is kept takes nothing along. */
static void
test_close_while_keeping (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.mark-sent", MATCHUM_TYPE_MARK_SENT_DIALOG);
  gpointer watched = dialog;
  g_autoptr (GPtrArray) copies = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.mark", NULL));
  gtk_window_destroy (dialog);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_wait (watched == NULL);
  copies = list_copies (self);
  g_assert_cmpuint (copies->len, ==, 1);
}

/* What is marked is what is open: its PDF, its words, its posting. */
static void
test_mark (Fixture *self, gconstpointer data)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  g_autoptr (MatchumSentCopyRecord) copy = NULL;
  const MatchumSentFileRecord *words, *pdf;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  g_assert_null (matchum_workspace_posting_get_sent_on (current));
  mark (self);
  copy = find_copy (self, 0);
  g_assert_cmpstr (copy->company, ==, "링크온");
  g_assert_cmpstr (copy->title, ==, "ML Engineer");
  g_assert_cmpstr (copy->sent_on, ==, "2026-11-01");
  g_assert_cmpstr (copy->posting, ==, matchum_workspace_posting_get_id (current));
  g_assert_cmpstr (copy->posting_text, ==, MATCHUM_UI_TEST_POSTING);
  g_assert_nonnull (copy->application);
  g_assert_cmpuint (copy->files->len, ==, 2);
  words = g_ptr_array_index (copy->files, 0);
  pdf = g_ptr_array_index (copy->files, 1);
  g_assert_cmpstr (words->name, ==, "강도현-링크온-ML Engineer.md");
  g_assert_cmpstr (pdf->name, ==, "강도현-링크온-ML Engineer.pdf");
  g_assert_cmpmem (g_bytes_get_data (pdf->bytes, NULL), 5, "%PDF-", 5);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (words->bytes, NULL), (gssize) g_bytes_get_size (words->bytes), "Kubernetes"));
  g_assert_null (
      g_strstr_len (g_bytes_get_data (words->bytes, NULL), (gssize) g_bytes_get_size (words->bytes), "zebrawiki"));
  g_assert_cmpstr (matchum_workspace_posting_get_sent_on (current), ==, "2026-11-01");
}

/* The row of the posting tells it, and undo does not reach it. */
static void
test_sidebar_tells (Fixture *self, gconstpointer data)
{
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  mark (self);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_true (says (self->window, "Sent 11-01"));
  g_assert_true (says (self->window, "Sent on 2026-11-01"));
  g_assert_true (matchum_ui_test_undo (self->workspace));
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_false (matchum_workspace_is_hidden (
      self->workspace, matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "zebrawiki")));
  g_assert_true (says (self->window, "Sent 11-01"));
}

static void
test_choices_of_files (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.mark-sent", MATCHUM_TYPE_MARK_SENT_DIALOG);
  g_autoptr (GPtrArray) switches = g_ptr_array_new ();
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear", 4);
  g_autoptr (MatchumSentCopyRecord) copy = NULL;

  collect_switches (GTK_WIDGET (dialog), switches);
  g_assert_cmpuint (switches->len, ==, 2);
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.mark"));
  for (guint i = 0; i < switches->len; i++)
    gtk_switch_set_active (g_ptr_array_index (switches, i), FALSE);
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.mark"));
  matchum_mark_sent_dialog_add_file (MATCHUM_MARK_SENT_DIALOG (dialog), "letter.txt", "text/plain", letter, NULL);
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.mark"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.mark", NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_MARK_SENT_DIALOG) == NULL);
  copy = find_copy (self, 0);
  g_assert_cmpuint (copy->files->len, ==, 1);
  g_assert_cmpstr (((MatchumSentFileRecord *) g_ptr_array_index (copy->files, 0))->name, ==, "letter.txt");
}

static void
test_day (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.mark-sent", MATCHUM_TYPE_MARK_SENT_DIALOG);
  GtkWidget *entry =
      gtk_widget_get_ancestor (matchum_ui_test_find_label (GTK_WIDGET (dialog), "Sent On"), ADW_TYPE_ENTRY_ROW);
  g_autoptr (MatchumSentCopyRecord) copy = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-11-01");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-11-31");
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.mark"));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  matchum_ui_test_wait (says (dialog, "Write the day as in"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 2026-10-30 ");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.mark", NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_MARK_SENT_DIALOG) == NULL);
  copy = find_copy (self, 0);
  g_assert_cmpstr (copy->sent_on, ==, "2026-10-30");
}

/* What was exported is what went out, whatever is edited before it is marked. */
static void
test_exported_files_are_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  GtkWindow *dialog = open_dialog (self, "win.export", MATCHUM_TYPE_EXPORT_DIALOG);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autoptr (MatchumSentCopyRecord) copy = NULL;
  const MatchumSentFileRecord *pdf;

  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  files = matchum_export_dialog_list_files (MATCHUM_EXPORT_DIALOG (dialog));
  g_assert_true (matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (dialog)));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_EXPORT_DIALOG) == NULL);
  exported = g_file_load_bytes (g_ptr_array_index (files, 0), NULL, NULL, NULL);
  matchum_ui_test_hide (self->workspace, "Kubernetes");
  mark (self);
  copy = find_copy (self, 0);
  pdf = g_ptr_array_index (copy->files, copy->files->len - 1);
  g_assert_true (g_str_has_suffix (pdf->name, ".pdf"));
  g_assert_true (g_bytes_equal (pdf->bytes, exported));
  {
    const MatchumSentFileRecord *words = matchum_sent_copy_find_text (copy);

    g_assert_nonnull (
        g_strstr_len (g_bytes_get_data (words->bytes, NULL), (gssize) g_bytes_get_size (words->bytes), "Kubernetes"));
  }
  matchum_ui_test_remove_folder (folder);
}

/* Copies */

static void
test_nothing_sent (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.sent-copies", MATCHUM_TYPE_SENT_COPIES_DIALOG);

  g_assert_true (says (dialog, "Nothing Sent Yet"));
  close_dialog (self, dialog);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (MatchumSentCopyRecord) copy = NULL;

  mark (self);
  copy = find_copy (self, 0);
  dialog = open_dialog (self, "win.sent-copies", MATCHUM_TYPE_SENT_COPIES_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (says (dialog, "This Posting"));
  g_assert_true (says (dialog, "2026-11-01"));
  g_assert_true (says (dialog, "2 files"));
  for (guint i = 0; i < copy->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (copy->files, i);

      matchum_ui_test_wait (says (dialog, file->name));
      g_assert_true (says (dialog, file->sha256));
    }
  g_assert_true (says (dialog, "The posting as it was"));
  close_dialog (self, dialog);

  /* Of another posting it is told by the company. */
  matchum_workspace_set_current (self->workspace, NULL);
  dialog = open_dialog (self, "win.sent-copies", MATCHUM_TYPE_SENT_COPIES_DIALOG);
  g_assert_false (says (dialog, "This Posting"));
  g_assert_true (says (dialog, "링크온"));
  close_dialog (self, dialog);
}

/* The one file that is there for other programs to look at, or NULL. */
static char *
find_opened (void)
{
  g_autoptr (GDir) runtime = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;

  while (runtime != NULL && (name = g_dir_read_name (runtime)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), name, NULL);
      g_autoptr (GDir) dir = g_str_has_prefix (name, "matchum-sent-") ? g_dir_open (path, 0, NULL) : NULL;
      const char *file = dir != NULL ? g_dir_read_name (dir) : NULL;

      if (file != NULL)
        return g_build_filename (path, file, NULL);
    }
  return NULL;
}

/* What is opened is a copy that nobody else can read and nobody can change, and it goes with the dialog. */
static void
test_open (Fixture *self, gconstpointer data)
{
  g_autoptr (MatchumSentCopyRecord) copy = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *left = NULL;
  g_autofree char *text = NULL;
  GtkWindow *dialog;
  GStatBuf info;

  mark (self);
  copy = find_copy (self, 0);
  dialog = open_dialog (self, "win.sent-copies", MATCHUM_TYPE_SENT_COPIES_DIALOG);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.open", "(ss)", copy->id, ""));
  opened = find_opened ();
  g_assert_nonnull (opened);
  g_assert_true (g_file_get_contents (opened, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, MATCHUM_UI_TEST_POSTING);
  g_assert_cmpint (g_stat (opened, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0400);
  close_dialog (self, dialog);
  left = find_opened ();
  g_assert_null (left);
}

static void
test_delete_asks (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (MatchumSentCopyRecord) copy = NULL;
  g_autoptr (GPtrArray) left = NULL;

  mark (self);
  copy = find_copy (self, 0);
  dialog = open_dialog (self, "win.sent-copies", MATCHUM_TYPE_SENT_COPIES_DIALOG);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *answer;
      g_autoptr (GPtrArray) copies = list_copies (self);

      g_assert_cmpuint (copies->len, ==, 1);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.delete", "s", copy->id));
      matchum_ui_test_wait (matchum_ui_test_find_answer ("_Delete") != NULL);
      answer = matchum_ui_test_find_answer (i == 0 ? "_Cancel" : "_Delete");
      g_assert_nonnull (answer);
      g_signal_emit_by_name (answer, "clicked");
      matchum_ui_test_wait (matchum_ui_test_find_answer ("_Delete") == NULL);
      matchum_ui_test_settle (GTK_WIDGET (dialog));
    }
  matchum_ui_test_wait (says (dialog, "Nothing Sent Yet"));
  matchum_ui_test_flush (self->workspace);
  left = list_copies (self);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (matchum_workspace_posting_get_sent_on (matchum_workspace_get_current (self->workspace)));
  close_dialog (self, dialog);
}

/* Comparing */

static GtkWindow *
compare (Fixture *self)
{
  g_autoptr (MatchumSentCopyRecord) copy = find_copy (self, 0);
  MatchumSentComparisonDialog *dialog =
      matchum_sent_comparison_dialog_new (matchum_workspace_get_library (self->workspace), copy);

  gtk_window_present (GTK_WINDOW (dialog));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  matchum_ui_test_wait (!matchum_sent_comparison_dialog_is_busy (dialog));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  return GTK_WINDOW (dialog);
}

static void
choose (GtkWindow *dialog, const char *label)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (matchum_ui_test_find_button (GTK_WIDGET (dialog), label)), TRUE);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_autofree char *text = NULL;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  mark (self);
  dialog = compare (self);
  g_assert_true (says (dialog, "Word for Word the Same"));
  choose (dialog, "All of the _Resume");
  g_assert_true (says (dialog, "1 new, 7 the same"));
  g_assert_true (says (dialog, "zebrawiki"));
  g_assert_true (says (dialog, "New"));
  g_assert_true (says (dialog, "경력 › 이음마켓"));
  close_dialog (self, dialog);

  text = g_strdup (MATCHUM_UI_TEST_RESUME);
  {
    g_auto (GStrv) parts = g_strsplit (text, "CTR 모델을 학습", 2);
    g_autofree char *changed = g_strjoinv ("CTR 모델을 다시 학습", parts);

    matchum_ui_test_open_resume (self->workspace, changed);
  }
  dialog = compare (self);
  g_assert_true (says (dialog, "1 changed, 6 the same"));
  g_assert_true (says (dialog, "Changed"));
  g_assert_true (says (dialog, "PyTorch로 CTR 모델을 학습"));
  g_assert_true (says (dialog, "PyTorch로 CTR 모델을 다시 학습"));
  close_dialog (self, dialog);
}

/* The words that differ are told apart without colour. */
static void
test_words_are_marked (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  g_auto (GStrv) parts = g_strsplit (MATCHUM_UI_TEST_RESUME, "CTR 모델", 2);
  g_autofree char *changed = g_strjoinv ("CVR 모델", parts);
  GtkWidget *old, *new;
  g_autofree char *old_marks = NULL;
  g_autofree char *new_marks = NULL;

  mark (self);
  matchum_ui_test_open_resume (self->workspace, changed);
  dialog = compare (self);
  old = matchum_ui_test_find_label (GTK_WIDGET (dialog), "PyTorch로 CTR");
  new = matchum_ui_test_find_label (GTK_WIDGET (dialog), "PyTorch로 CVR");
  g_assert_nonnull (old);
  g_assert_nonnull (new);
  old_marks = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (old)));
  new_marks = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (new)));
  /* "PyTorch로 " is eleven bytes. */
  g_assert_nonnull (strstr (old_marks, "11 14 strikethrough"));
  g_assert_nonnull (strstr (new_marks, "11 14 underline"));
  g_assert_nonnull (strstr (new_marks, "11 14 weight"));
  close_dialog (self, dialog);
}

static void
test_compare_what_is_deleted (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  mark (self);
  matchum_workspace_remove_posting (self->workspace, matchum_workspace_get_current (self->workspace));
  matchum_ui_test_flush (self->workspace);
  dialog = compare (self);
  /* What is left to compare with is shown first. */
  g_assert_true (says (dialog, "Word for Word the Same"));
  choose (dialog, "_Tailored Today");
  g_assert_true (says (dialog, "The posting that this was sent for is deleted."));
  close_dialog (self, dialog);
}

/* Of a copy that is a PDF alone the words are read from it, on another thread. */
static void
test_compare_a_pdf (Fixture *self, gconstpointer data)
{
  GtkWindow *marking = open_dialog (self, "win.mark-sent", MATCHUM_TYPE_MARK_SENT_DIALOG);
  g_autoptr (GPtrArray) switches = g_ptr_array_new ();
  GtkWindow *dialog;

  collect_switches (GTK_WIDGET (marking), switches);
  gtk_switch_set_active (g_ptr_array_index (switches, 1), FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (marking), "dialog.mark", NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_MARK_SENT_DIALOG) == NULL);
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  dialog = compare (self);
  g_assert_true (says (dialog, "Gone"));
  g_assert_true (says (dialog, "zebrawiki"));
  close_dialog (self, dialog);
}

/* The papers of the open posting in one zip, which no file that was opened is lost to. */
static void
test_bundle (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "papers.zip");
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const names[] = { "강도현-링크온-ML Engineer.pdf",
                                       "강도현-링크온-ML Engineer.md",
                                       "posting.md",
                                       "strategy.pdf",
                                       "strategy.md",
                                       "SHA256SUMS.txt" };

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  g_assert_true (matchum_window_write_bundle (self->window, file, &error));
  g_assert_no_error (error);
  zip = g_file_load_bytes (file, NULL, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (memmem (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), names[i], strlen (names[i])));

  g_ptr_array_add (self->window->originals, g_object_ref (file));
  matchum_ui_test_hide (self->workspace, "Kubernetes");
  g_assert_false (matchum_window_write_bundle (self->window, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  {
    g_autoptr (GBytes) after = g_file_load_bytes (file, NULL, NULL, NULL);

    g_assert_true (g_bytes_equal (zip, after));
  }
  matchum_ui_test_remove_folder (folder);
}

/* Without a posting there is nothing to mark; the baseline itself was sent to nobody. */
static void
test_needs_posting (Fixture *self, gconstpointer data)
{
  matchum_workspace_set_current (self->workspace, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.mark-sent", NULL);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_null (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_MARK_SENT_DIALOG));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("/ui/sent/mark", test_mark);
  ADD ("/ui/sent/close", test_close_while_keeping);
  ADD ("/ui/sent/sidebar", test_sidebar_tells);
  ADD ("/ui/sent/files", test_choices_of_files);
  ADD ("/ui/sent/day", test_day);
  ADD ("/ui/sent/exported", test_exported_files_are_taken);
  ADD ("/ui/sent/nothing", test_nothing_sent);
  ADD ("/ui/sent/list", test_list);
  ADD ("/ui/sent/open", test_open);
  ADD ("/ui/sent/delete-asks", test_delete_asks);
  ADD ("/ui/sent/compare", test_compare);
  ADD ("/ui/sent/words", test_words_are_marked);
  ADD ("/ui/sent/deleted", test_compare_what_is_deleted);
  ADD ("/ui/sent/pdf", test_compare_a_pdf);
  ADD ("/ui/sent/bundle", test_bundle);
  ADD ("/ui/sent/needs-posting", test_needs_posting);
  return matchum_ui_test_run ();
}
