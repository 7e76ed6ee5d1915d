/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that stands in place of the main one where the library cannot be opened, over libraries that really
 * cannot. */
#include "config.h"

#include <string.h>

#include "../core/store/store-fixture.h"
#include "matchum-ui-test.h"
#include "store/matchum-library-salvage.h"
#include "ui/matchum-trouble-window.h"

#define PAGE_BYTES 4096

typedef struct {
  StoreFixture store;
  MatchumTroubleWindow *window;
  guint n_resolved;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  matchum_ui_test_get_desktop ();
  store_fixture_set_up (&self->store, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    {
      gtk_window_close (GTK_WINDOW (self->window));
      matchum_ui_test_wait (self->window == NULL);
    }
  store_fixture_tear_down (&self->store, NULL);
}

static void
resolved_cb (MatchumTroubleWindow *window, Fixture *self)
{
  self->n_resolved++;
}

/* What the program does: tries to open, and shows the window where that fails. */
static void
open_window (Fixture *self, MatchumLibraryOpen flags, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (matchum_library_open (self->store.path, flags, 0, &error));
  if (code >= 0)
    g_assert_error (error, MATCHUM_LIBRARY_ERROR, code);
  self->window = matchum_trouble_window_new (ADW_APPLICATION (matchum_ui_test_get_desktop ()), self->store.path, error);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect (self->window, "resolved", G_CALLBACK (resolved_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  matchum_ui_test_settle (GTK_WIDGET (self->window));
}

static gboolean
says (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->window), text) != NULL;
}

static GtkWidget *
find_action (GtkWidget *root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
offers (Fixture *self, const char *action)
{
  GtkWidget *found = find_action (GTK_WIDGET (self->window), action);

  return found != NULL && gtk_widget_is_sensitive (found);
}

/* Presses the button or the row, as the keyboard does. */
static void
take (Fixture *self, const char *action)
{
  GtkWidget *found = find_action (GTK_WIDGET (self->window), action);

  g_assert_nonnull (found);
  g_assert_true (gtk_widget_activate (found));
}

static void
fill (Fixture *self)
{
  MatchumLibrary *library = store_fixture_open (self->store.path);
  g_autoptr (GError) error = NULL;

  store_fixture_fill (library, 6);
  g_assert_true (matchum_library_back_up (library, &error));
  store_fixture_put_posting (library, "late", "after the backup");
  store_fixture_close (library);
}

/* Overwrites the file from where so many pages have passed. */
static void
damage (const char *path, gsize first_page)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, (first_page + 1) * PAGE_BYTES);
  memset (bytes + first_page * PAGE_BYTES, 0xa5, PAGE_BYTES);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static gint64
count (Fixture *self, const char *sql)
{
  MatchumLibrary *library = store_fixture_open (self->store.path);
  const gint64 n = store_fixture_count (library, sql);

  store_fixture_close (library);
  return n;
}

static guint
count_set_aside (Fixture *self)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (self->store.path);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += ((MatchumBackup *) g_ptr_array_index (backups, i))->is_damaged ? 1 : 0;
  return n;
}

static void
test_damaged_is_restored (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  fill (self);
  damage (self->store.path, 3);
  g_assert_true (g_file_get_contents (self->store.path, &before, &before_length, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  g_assert_true (says (self, "The Library Is Damaged"));
  g_assert_true (says (self, "library.db"));
  g_assert_true (says (self, "Nothing has been changed."));
  g_assert_true (says (self, "Restore the Backup of Today, "));
  g_assert_true (says (self, "2 resumes, 6 postings"));
  g_assert_true (offers (self, "trouble.salvage"));
  g_assert_true (offers (self, "trouble.restore-file"));
  g_assert_false (offers (self, "trouble.start-anew"));
  g_assert_false (says (self, "Other Backups"));
  g_assert_true (g_file_get_contents (self->store.path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);

  take (self, "trouble.restore");
  g_assert_true (matchum_trouble_window_is_busy (self->window));
  g_assert_false (offers (self, "trouble.salvage"));
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 6);
  g_assert_cmpuint (count_set_aside (self), ==, 1);
}

/* The newest backup rotted too: the last good one is offered, and the other is not taken for good. */
static void
test_last_good_backup (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library;
  GtkWidget *row;

  fill (self);
  library = store_fixture_open (self->store.path);
  g_assert_true (matchum_library_back_up (library, &error));
  store_fixture_close (library);
  backups = matchum_backup_list (self->store.path);
  damage (((MatchumBackup *) g_ptr_array_index (backups, 0))->path, 2);
  damage (self->store.path, 2);
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  g_assert_true (says (self, "Other Backups"));
  row = find_action (GTK_WIDGET (self->window), "trouble.restore");
  g_assert_cmpstr (g_variant_get_bytestring (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==,
                   ((MatchumBackup *) g_ptr_array_index (backups, 1))->path);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (
                                     matchum_ui_test_find_widget (GTK_WIDGET (self->window), ADW_TYPE_EXPANDER_ROW)),
                                 TRUE);
  matchum_ui_test_wait (says (self, "This backup is damaged and cannot be restored"));
  take (self, "trouble.restore");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 6);
}

static void
test_salvage (Fixture *self, gconstpointer data)
{
  fill (self);
  damage (self->store.path, 3);
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  take (self, "trouble.salvage");
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  g_assert_true (says (self, "What Could Be Read Is Saved"));
  g_assert_true (says (self, " were saved."));
  g_assert_true (says (self, "The damaged file is kept as "));
  g_assert_true (says (self, "damaged-library-"));
  g_assert_cmpuint (self->n_resolved, ==, 0);
  g_assert_false (offers (self, "trouble.salvage"));
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings WHERE text = 'after the backup'"), ==, 1);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpuint (count_set_aside (self), ==, 1);
}

static void
assert_told (const char *text)
{
  GtkWidget *root;

  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close") != NULL);
  root = GTK_WIDGET (gtk_widget_get_root (matchum_ui_test_find_answer ("_Close")));
  matchum_ui_test_wait (matchum_ui_test_find_label (root, text) != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Close"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close") == NULL);
}

/* Nothing can be read and nothing was backed up: there is still a way on, and what is there is kept. */
static void
test_nothing_left (Fixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->store.path, "", 0, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  g_assert_false (offers (self, "trouble.restore"));
  g_assert_false (offers (self, "trouble.start-anew"));
  take (self, "trouble.salvage");
  assert_told ("There is nothing left in the library");
  g_assert_cmpuint (self->n_resolved, ==, 0);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  take (self, "trouble.start-anew");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 0);
  g_assert_cmpuint (count_set_aside (self), ==, 1);
}

static void
test_bad_file_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *bad = g_build_filename (self->store.folder, "bad.db", NULL);

  fill (self);
  damage (self->store.path, 2);
  g_assert_true (g_file_set_contents (bad, "no library", -1, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  matchum_trouble_window_restore (self->window, bad);
  assert_told ("not a Matchum library");
  g_assert_cmpuint (self->n_resolved, ==, 0);
  g_assert_true (offers (self, "trouble.restore"));
  g_assert_cmpuint (count_set_aside (self), ==, 0);
}

static void
test_in_use (Fixture *self, gconstpointer data)
{
  MatchumLibrary *other = store_fixture_open (self->store.path);

  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_IN_USE);
  g_assert_true (says (self, "The Library Is in Use"));
  g_assert_true (says (self, "Close it there and try again"));
  g_assert_false (offers (self, "trouble.restore"));
  take (self, "trouble.try-again");
  matchum_ui_test_wait (matchum_trouble_window_is_busy (self->window));
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  g_assert_cmpuint (self->n_resolved, ==, 0);
  g_assert_true (says (self, "The Library Is in Use"));

  store_fixture_close (other);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
}

/* What is wrong may be something else at the next look. */
static void
test_other_trouble (Fixture *self, gconstpointer data)
{
  MatchumLibrary *other;

  fill (self);
  other = store_fixture_open (self->store.path);
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_IN_USE);
  store_fixture_close (other);
  damage (self->store.path, 2);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (says (self, "The Library Is Damaged"));
  matchum_ui_test_wait (offers (self, "trouble.restore"));
  g_assert_cmpuint (self->n_resolved, ==, 0);
}

static void
test_not_a_library (Fixture *self, gconstpointer data)
{
  static const char text[] = "# 이력서\n\nThis is a resume in Markdown.\n";
  g_autofree char *after = NULL;
  g_autofree char *moved = g_build_filename (self->store.folder, "elsewhere.md", NULL);

  g_assert_true (g_file_set_contents (self->store.path, text, -1, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_assert_true (says (self, "This File Is Not a Library"));
  g_assert_true (says (self, self->store.path));
  g_assert_false (offers (self, "trouble.salvage"));
  g_assert_false (offers (self, "trouble.restore"));
  take (self, "trouble.try-again");
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  g_assert_cmpuint (self->n_resolved, ==, 0);
  g_assert_true (g_file_get_contents (self->store.path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);

  g_assert_cmpint (g_rename (self->store.path, moved), ==, 0);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
}

/* With a backup, the file that is in the way is kept as it was. */
static void
test_not_a_library_is_kept (Fixture *self, gconstpointer data)
{
  static const char text[] = "Something else.\n";
  g_autoptr (GPtrArray) backups = NULL;
  gboolean is_kept = FALSE;

  fill (self);
  g_assert_true (g_file_set_contents (self->store.path, text, -1, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_assert_true (says (self, "the file is first moved, as it is, to the folder of the backups"));
  take (self, "trouble.restore");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 6);
  backups = matchum_backup_list (self->store.path);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *kept = NULL;

      g_assert_true (g_file_get_contents (((MatchumBackup *) g_ptr_array_index (backups, i))->path, &kept, NULL, NULL));
      is_kept = is_kept || strcmp (kept, text) == 0;
    }
  g_assert_true (is_kept);
}

/* A file that was deleted: nothing is made in its place unless the caller does so, but there are the backups. */
static void
test_missing (Fixture *self, gconstpointer data)
{
  fill (self);
  g_assert_cmpint (g_unlink (self->store.path), ==, 0);
  open_window (self, MATCHUM_LIBRARY_OPEN_DEFAULT, MATCHUM_LIBRARY_ERROR_MISSING);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (matchum_trouble_window_is_busy (self->window));
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  g_assert_false (g_file_test (self->store.path, G_FILE_TEST_EXISTS));
  matchum_ui_test_wait (offers (self, "trouble.restore"));
  take (self, "trouble.restore");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 6);
}

/* A folder that cannot be made, whoever runs the test: a file is in its place. */
static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *in_the_way = g_build_filename (self->store.folder, "data", NULL);

  g_free (self->store.path);
  self->store.path = g_build_filename (in_the_way, "library.db", NULL);
  g_assert_true (g_file_set_contents (in_the_way, "a file", -1, NULL));
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, -1);
  g_assert_true (says (self, "The Library Cannot Be Opened"));
  g_assert_false (offers (self, "trouble.restore"));
  g_assert_true (gtk_widget_has_focus (find_action (GTK_WIDGET (self->window), "trouble.try-again")));
  take (self, "trouble.try-again");
  matchum_ui_test_wait (!matchum_trouble_window_is_busy (self->window));
  g_assert_cmpuint (self->n_resolved, ==, 0);

  g_assert_cmpint (g_unlink (in_the_way), ==, 0);
  take (self, "trouble.try-again");
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 1);
}

/* Closed while it restores: it is restored, and nobody is told of a window that is gone. */
static void
test_closed_meanwhile (Fixture *self, gconstpointer data)
{
  fill (self);
  damage (self->store.path, 3);
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  take (self, "trouble.restore");
  gtk_window_destroy (GTK_WINDOW (self->window));
  matchum_ui_test_wait (self->window == NULL);
  g_assert_cmpuint (self->n_resolved, ==, 0);
  g_assert_cmpint (count (self, "SELECT count (*) FROM postings"), ==, 6);
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  int width;

  fill (self);
  damage (self->store.path, 3);
  open_window (self, MATCHUM_LIBRARY_OPEN_CREATE, MATCHUM_LIBRARY_ERROR_DAMAGED);
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/trouble-window/damaged-is-restored", test_damaged_is_restored);
  ADD ("/ui/trouble-window/last-good-backup", test_last_good_backup);
  ADD ("/ui/trouble-window/salvage", test_salvage);
  ADD ("/ui/trouble-window/nothing-left", test_nothing_left);
  ADD ("/ui/trouble-window/bad-file-is-told", test_bad_file_is_told);
  ADD ("/ui/trouble-window/in-use", test_in_use);
  ADD ("/ui/trouble-window/other-trouble", test_other_trouble);
  ADD ("/ui/trouble-window/not-a-library", test_not_a_library);
  ADD ("/ui/trouble-window/not-a-library-is-kept", test_not_a_library_is_kept);
  ADD ("/ui/trouble-window/missing", test_missing);
  ADD ("/ui/trouble-window/no-folder", test_no_folder);
  ADD ("/ui/trouble-window/closed-meanwhile", test_closed_meanwhile);
  ADD ("/ui/trouble-window/narrow", test_narrow);
  return matchum_ui_test_run ();
}
