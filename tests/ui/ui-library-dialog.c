/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of the library, over real libraries. */
#include "config.h"

#include <string.h>

#include "../core/store/store-fixture.h"
#include "matchum-ui-test.h"
#include "store/matchum-library-folder.h"
#include "ui/matchum-backup-survey.h"
#include "ui/matchum-library-dialog.h"

typedef struct {
  StoreFixture store;
  MatchumLibrary *library;
  MatchumLibraryDialog *dialog;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  matchum_ui_test_get_desktop ();
  store_fixture_set_up (&self->store, NULL);
  self->library = store_fixture_open (self->store.path);
}

static void
open_dialog (Fixture *self)
{
  self->dialog = matchum_library_dialog_new (self->library);
  matchum_library_dialog_fit (self->dialog, 600, 2000);
  gtk_window_present (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->dialog != NULL)
    {
      gpointer watched = self->dialog;

      g_object_add_weak_pointer (G_OBJECT (self->dialog), &watched);
      gtk_window_close (GTK_WINDOW (self->dialog));
      matchum_ui_test_wait (watched == NULL);
    }
  store_fixture_close (self->library);
  store_fixture_tear_down (&self->store, NULL);
}

static void
back_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_back_up (self->library, &error));
  g_assert_no_error (error);
}

static guint
count_buttons (GtkWidget *root, const char *label)
{
  guint n = GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0 ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, label);
  return n;
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
says (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->dialog), text) != NULL;
}

static gboolean
is_done (Fixture *self)
{
  return !matchum_library_dialog_is_busy (self->dialog);
}

/* Closes what tells of a failure, which says text. */
static void
assert_told (const char *text)
{
  GtkWidget *root;

  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close") != NULL);
  root = GTK_WIDGET (gtk_widget_get_root (matchum_ui_test_find_answer ("_Close")));
  matchum_ui_test_wait (matchum_ui_test_find_label (root, text) != NULL);
  click (matchum_ui_test_find_answer ("_Close"));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close") == NULL);
}

static gint64
count_postings (Fixture *self)
{
  return store_fixture_count (self->library, "SELECT count (*) FROM postings");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  open_dialog (self);
  g_assert_true (says (self, "library.db"));
  g_assert_true (says (self, "kB"));
  g_assert_true (says (self, "No Backups Yet"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 0);

  click (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Back Up Now"));
  g_assert_false (is_done (self));
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Back Up Now")));
  matchum_ui_test_wait (is_done (self));
  matchum_ui_test_wait (says (self, "Backed up."));
  g_assert_false (says (self, "No Backups Yet"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 1);
  matchum_ui_test_wait (says (self, "0 resumes, 0 postings"));
  g_assert_true (gtk_widget_has_focus (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Back Up Now")));
}

/* A backup that rotted is told apart from one that is whole, and what was set aside from both. */
static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *set_aside =
      g_build_filename (self->store.folder, "backups", "damaged-library-20250102T030405Z.db", NULL);
  const MatchumBackup *newest;

  store_fixture_put_posting (self->library, "first", "the first posting");
  back_up (self);
  store_fixture_put_posting (self->library, "second", "the second posting");
  store_fixture_put_baseline (self->library, "resume", "# Kim");
  back_up (self);
  store_fixture_copy (self->store.path, set_aside);
  open_dialog (self);
  matchum_ui_test_wait (says (self, "1 resume, 2 postings"));
  g_assert_true (says (self, "0 resumes, 1 posting"));
  g_assert_true (says (self, "Today, "));
  g_assert_true (says (self, "2 January 2025"));
  g_assert_true (says (self, "A damaged library that was set aside"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 2);

  backups = matchum_backup_list (self->store.path);
  newest = g_ptr_array_index (backups, 0);
  g_assert_true (g_file_set_contents (newest->path, "no library any more", -1, NULL));
  back_up (self);
  matchum_ui_test_wait (says (self, "This backup is damaged and cannot be restored"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 2);
}

static GtkWidget *
find_last_restore (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_last_child (root); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *found = find_last_restore (child);

      if (found != NULL)
        return found;
    }
  return GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), "Restore") == 0 ? root : NULL;
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  store_fixture_put_posting (self->library, "first", "the first posting");
  back_up (self);
  store_fixture_put_posting (self->library, "second", "the second posting");
  store_fixture_put_posting (self->library, "third", "the third posting");
  open_dialog (self);
  matchum_ui_test_wait (says (self, "0 resumes, 1 posting"));

  /* Asked once; where the user thinks better of it, nothing happens. */
  click (find_last_restore (GTK_WIDGET (self->dialog)));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Restore") != NULL);
  click (matchum_ui_test_find_answer ("_Cancel"));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Restore") == NULL);
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
  g_assert_true (is_done (self));
  g_assert_cmpint (count_postings (self), ==, 3);

  click (find_last_restore (GTK_WIDGET (self->dialog)));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Restore") != NULL);
  click (matchum_ui_test_find_answer ("_Restore"));
  matchum_ui_test_wait (!is_done (self));
  matchum_ui_test_wait (is_done (self));
  g_assert_cmpint (count_postings (self), ==, 1);
  matchum_ui_test_wait (says (self, "What was here before is now the newest backup"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 2);
  matchum_ui_test_wait (says (self, "0 resumes, 3 postings"));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Restore") == NULL);
}

static void
test_failure_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *bad = g_build_filename (self->store.folder, "bad.db", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (self->store.folder);
  g_autoptr (GFile) nowhere = g_file_get_child (folder, "nowhere/copy.db");

  store_fixture_put_posting (self->library, "first", "the first posting");
  g_assert_true (g_file_set_contents (bad, "no library", -1, NULL));
  open_dialog (self);
  matchum_library_dialog_restore (self->dialog, bad);
  matchum_ui_test_wait (is_done (self));
  assert_told ("not a Matchum library");
  g_assert_cmpint (count_postings (self), ==, 1);

  matchum_library_dialog_import (self->dialog, folder);
  matchum_ui_test_wait (is_done (self));
  assert_told ("cannot be imported");

  matchum_library_dialog_save (self->dialog, nowhere);
  matchum_ui_test_wait (is_done (self));
  assert_told ("copy.db");
  g_assert_cmpint (count_postings (self), ==, 1);
  g_assert_false (says (self, "Restored."));
}

/* Out by a folder and a file, and in again. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  g_autofree char *out = g_build_filename (self->store.folder, "out", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (out);
  g_autoptr (GFile) saved = g_file_get_child (folder, "saved.db");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "matchum-%Y-%m-%d");
  g_autoptr (GFile) exported = g_file_get_child (folder, name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_fill (self->library, 4);
  before = store_fixture_dump_library (self->library);
  g_assert_cmpint (g_mkdir (out, 0700), ==, 0);
  open_dialog (self);
  matchum_library_dialog_save (self->dialog, saved);
  matchum_ui_test_wait (is_done (self));
  matchum_ui_test_wait (says (self, "saved.db"));
  /* The folder has something in it, so that a new one is made in it. */
  matchum_library_dialog_export (self->dialog, folder);
  matchum_ui_test_wait (is_done (self));
  g_assert_true (g_file_query_exists (exported, NULL));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 0);

  store_fixture_put_posting (self->library, "more", "one more");
  matchum_library_dialog_import (self->dialog, exported);
  matchum_ui_test_wait (is_done (self));
  after = store_fixture_dump_library (self->library);
  store_fixture_assert_same (after, before);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (self->dialog), "Restore"), ==, 1);

  store_fixture_put_posting (self->library, "more", "one more");
  matchum_library_dialog_restore (self->dialog, g_file_peek_path (saved));
  matchum_ui_test_wait (is_done (self));
  g_clear_pointer (&after, g_free);
  after = store_fixture_dump_library (self->library);
  store_fixture_assert_same (after, before);
}

/* Nothing is replaced in a library that can only be read; a copy can be made. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->store.folder, "copy.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);

  store_fixture_put_posting (self->library, "first", "the first posting");
  back_up (self);
  store_fixture_close (self->library);
  self->library = matchum_library_open (self->store.path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  open_dialog (self);
  g_assert_true (says (self, matchum_library_get_read_only_reason (self->library)));
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "Restore")));
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Back Up Now")));
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.import"));
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.restore-file"));
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.save-as"));
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.export"));
  matchum_library_dialog_save (self->dialog, file);
  matchum_ui_test_wait (is_done (self));
  matchum_ui_test_wait (says (self, "copy.db"));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_in_memory (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (self->library);
  self->library = matchum_library_new_in_memory (&error);
  g_assert_no_error (error);
  open_dialog (self);
  g_assert_true (says (self, "this library goes when Matchum is closed"));
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.import"));
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (self->dialog), "dialog.export"));
}

/* What is under way ends well when the dialog is closed meanwhile; what fails is told all the same. */
static void
test_closed_meanwhile (Fixture *self, gconstpointer data)
{
  MatchumWindow *window = matchum_ui_test_open_window (800, 600, FALSE);
  g_autofree char *bad = g_build_filename (self->store.folder, "bad.db", NULL);
  gpointer watched;

  g_assert_true (g_file_set_contents (bad, "no library", -1, NULL));
  open_dialog (self);
  watched = self->dialog;
  g_object_add_weak_pointer (watched, &watched);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (window));
  matchum_library_dialog_restore (self->dialog, bad);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (watched == NULL);
  self->dialog = NULL;
  assert_told ("not a Matchum library");
  matchum_ui_test_close_window (window);
}

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  back_up (self);
  open_dialog (self);
  matchum_ui_test_wait (says (self, "0 resumes, 0 postings"));
  g_assert_cmpint (measure_width (GTK_WIDGET (self->dialog)), <=, 330);
}

/* Everything that can be done is reached by Tab and the arrow keys. */
static void
test_keyboard (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const wanted[] = { "dialog.back-up", "dialog.restore",      "dialog.save-as", "dialog.export",
                                        "dialog.import",  "dialog.restore-file", "window.close" };

  back_up (self);
  open_dialog (self);
  matchum_ui_test_wait (says (self, "0 resumes, 0 postings"));
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focused = gtk_window_get_focus (GTK_WINDOW (self->dialog));
      const char *action =
          GTK_IS_ACTIONABLE (focused) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (focused)) : NULL;

      if (action != NULL)
        g_hash_table_add (reached, (gpointer) action);
      if (!GTK_IS_LIST_BOX_ROW (focused) || !gtk_widget_child_focus (gtk_widget_get_parent (focused), GTK_DIR_DOWN))
        gtk_widget_child_focus (GTK_WIDGET (self->dialog), GTK_DIR_TAB_FORWARD);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_true (g_hash_table_contains (reached, wanted[i]));
    }
}

/* The minute is enough unless two backups are of the same one. */
static void
test_dates (void)
{
  static const gint64 times[] = { 1795000000, 1794999999, 1794930000, 1794920000, 1700000000 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (9 * 3600);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (1795003600);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_surveyed_free);
  g_auto (GStrv) dates = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      MatchumSurveyed *surveyed = g_new0 (MatchumSurveyed, 1);

      surveyed->backup = g_new0 (MatchumBackup, 1);
      surveyed->backup->time = times[i];
      g_ptr_array_add (backups, surveyed);
    }
  dates = matchum_backup_survey_dup_dates (backups, now);
  g_assert_cmpstr (dates[0], ==, "Today, 20:06:40");
  g_assert_cmpstr (dates[1], ==, "Today, 20:06:39");
  g_assert_cmpstr (dates[2], ==, "Today, 00:40");
  g_assert_cmpstr (dates[3], ==, "Yesterday, 21:53");
  g_assert_cmpstr (dates[4], ==, "15 November 2023, 07:13");
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/library-dialog/empty", test_empty);
  ADD ("/ui/library-dialog/list", test_list);
  ADD ("/ui/library-dialog/restore", test_restore);
  ADD ("/ui/library-dialog/failure-is-told", test_failure_is_told);
  ADD ("/ui/library-dialog/elsewhere", test_elsewhere);
  ADD ("/ui/library-dialog/read-only", test_read_only);
  ADD ("/ui/library-dialog/in-memory", test_in_memory);
  ADD ("/ui/library-dialog/closed-meanwhile", test_closed_meanwhile);
  ADD ("/ui/library-dialog/narrow", test_narrow);
  ADD ("/ui/library-dialog/keyboard", test_keyboard);
  g_test_add_func ("/ui/library-dialog/dates", test_dates);
  return matchum_ui_test_run ();
}
