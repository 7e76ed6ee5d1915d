/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies through SQLite's backup interface, which copies a consistent state while others read and write. A copy counts
 * only when it has been read back and checked. */
#include "config.h"

#include "store/matchum-library-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "store/matchum-database-private.h"
#include "store/matchum-library-check.h"
#include "store/matchum-library-files.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-library-private.h"
#include "store/matchum-migration.h"
#include "store/matchum-schema.h"

#define FOLDER "backups"
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"
#define TIME_LENGTH 16
#define DAMAGED "damaged-"
#define HOUR (60 * 60) /* seconds */
/* Backups of one second. */
#define MAX_SAME_TIME 100

G_DEFINE_BOXED_TYPE (MatchumBackup, matchum_backup, matchum_backup_copy, matchum_backup_free)

MatchumBackup *
matchum_backup_copy (const MatchumBackup *self)
{
  MatchumBackup *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->path = g_strdup (self->path);
  return copy;
}

void
matchum_backup_free (MatchumBackup *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, FOLDER, NULL);
}

/* "library" of "library.db". */
static char *
dup_stem (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - 3] = '\0';
  return stem;
}

/* The time that the name of a backup tells, or -1 where it is no backup of a library with this stem. */
static gint64
read_time (const char *name, const char *stem)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (name, stem) || !g_str_has_suffix (name, ".db"))
    return -1;
  name += strlen (stem);
  if (name[0] != '-' || strlen (name) < TIME_LENGTH + 1)
    return -1;
  text = g_strndup (name + 1, TIME_LENGTH);
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time != NULL ? g_date_time_to_unix (time) : -1;
}

static MatchumBackup *
read_backup (const char *folder, const char *name, const char *stem)
{
  g_autoptr (MatchumBackup) self = g_new0 (MatchumBackup, 1);
  struct stat info;

  self->is_damaged = g_str_has_prefix (name, DAMAGED);
  self->time = read_time (self->is_damaged ? name + strlen (DAMAGED) : name, stem);
  self->path = g_build_filename (folder, name, NULL);
  if (self->time < 0 || lstat (self->path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;
  self->n_bytes = info.st_size;
  return g_steal_pointer (&self);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const MatchumBackup *one = *(const MatchumBackup *const *) a;
  const MatchumBackup *other = *(const MatchumBackup *const *) b;

  if (one->is_damaged != other->is_damaged)
    return one->is_damaged ? 1 : -1;
  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;
  /* Of one second: those after the first have a number behind it. */
  if (strlen (one->path) != strlen (other->path))
    return strlen (one->path) > strlen (other->path) ? -1 : 1;
  return strcmp (other->path, one->path);
}

GPtrArray *
matchum_backup_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_backup_free);
  g_autofree char *real = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL, backups);

  real = matchum_library_files_resolve (path);
  folder = dup_folder (real);
  stem = dup_stem (real);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      MatchumBackup *backup = read_backup (folder, name, stem);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_cb);
  return backups;
}

/* The hole that a backup would leave, measured against how long ago it was: last week, a day is much; last year,
 * little. */
guint
matchum_backup_pick (const gint64 *times, guint n_times, gint64 now)
{
  double least = G_MAXDOUBLE;
  guint pick = 1;

  g_return_val_if_fail (n_times > 2, 0);

  for (guint i = 1; i + 1 < n_times; i++)
    {
      const double age = (double) MAX (now - times[i], 1);
      const double hole = (double) (times[i + 1] - times[i - 1]) / age;

      if (hole < least)
        {
          least = hole;
          pick = i;
        }
    }
  return pick;
}

/* Drops backups until no more than MATCHUM_BACKUP_KEEP are left. */
static void
thin (const char *path)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr (GPtrArray) backups = matchum_backup_list (path);
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      guint n = 0;
      MatchumBackup *backup;

      while (n < backups->len && !((MatchumBackup *) g_ptr_array_index (backups, n))->is_damaged)
        n++;
      if (n <= MATCHUM_BACKUP_KEEP)
        return;
      for (guint i = n; i-- > 0;)
        g_array_append_val (times, ((MatchumBackup *) g_ptr_array_index (backups, i))->time);
      backup = g_ptr_array_index (backups, n - 1 - matchum_backup_pick ((gint64 *) times->data, n, now));
      if (g_unlink (backup->path) != 0)
        return;
    }
}

/* A name for what is made now that no file has. */
static char *
dup_fresh_name (const char *path, const char *prefix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, TIME_FORMAT);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *stem = dup_stem (path);

  for (guint i = 0; i < MAX_SAME_TIME; i++)
    {
      g_autofree char *counter = i > 0 ? g_strdup_printf ("-%02u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (prefix, stem, "-", time, counter, ".db", NULL);
      g_autofree char *candidate = g_build_filename (folder, name, NULL);

      if (!g_file_test (candidate, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&candidate);
    }
  return NULL;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = dup_folder (path);
  g_autofree char *name = g_filename_display_name (folder);
  const int is_failed = g_mkdir_with_parents (folder, 0700);

  if (is_failed == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The folder for backups cannot be made: %s"), name, g_strerror (errno));
  return FALSE;
}

/* Copies all pages of one connection to another. */
static gboolean
copy_pages (MatchumDatabase *from, MatchumDatabase *to, GError **error)
{
  sqlite3_backup *backup =
      sqlite3_backup_init (matchum_database_get_handle (to), "main", matchum_database_get_handle (from), "main");
  int code;

  if (backup == NULL)
    {
      matchum_database_set_error (to, matchum_database_get_last_code (to), error);
      return FALSE;
    }
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  matchum_database_set_error (to, code, error);
  return FALSE;
}

/* One file, without a log beside it. */
static gboolean
fill_copy (MatchumDatabase *from, const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) copy = NULL;

  if (!matchum_library_files_make_empty (path, error))
    return FALSE;
  copy = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);
  return copy != NULL && copy_pages (from, copy, error) && matchum_library_files_finish (copy, error);
}

static gboolean
check_copy (const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) copy = matchum_library_files_open_read (path, error);
  gint64 version;

  return copy != NULL && matchum_library_check (copy, &version, error);
}

/* A log beside the file belongs to a library that is open, or was not closed. */
static gboolean
check_unused (const char *to, GError **error)
{
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  g_autofree char *name = g_filename_display_name (to);

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_IN_USE,
               _ ("%s: This is a library that is in use. Choose another name for the backup."), name);
  return FALSE;
}

/* Copies to a name of its own, checks, and only then takes the name that was asked for. */
gboolean
matchum_backup_write (MatchumDatabase *database, const char *to, GError **error)
{
  g_autofree char *fresh = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  fresh = g_strconcat (to, "-new", NULL);
  if (check_unused (to, error) && fill_copy (database, fresh, error) && check_copy (fresh, error)
      && matchum_library_files_publish (fresh, to, error))
    return TRUE;
  matchum_library_files_remove (fresh);
  return FALSE;
}

gboolean
matchum_backup_make (MatchumDatabase *database, const char *path, char **made, GError **error)
{
  g_autofree char *to = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!make_folder (path, error))
    return FALSE;
  to = dup_fresh_name (path, "");
  if (to == NULL)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_BACKUP,
                           _ ("Too many backups were made at once. Try again in a moment."));
      return FALSE;
    }
  if (!matchum_backup_write (database, to, error))
    return FALSE;
  thin (path);
  if (made != NULL)
    *made = g_steal_pointer (&to);
  return TRUE;
}

gboolean
matchum_backup_set_aside (const char *path, char **to, GError **error)
{
  static const char *const endings[] = { "-wal", "" };
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!make_folder (path, error))
    return FALSE;
  name = dup_fresh_name (path, DAMAGED);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *target = g_strconcat (name, endings[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !matchum_library_files_publish (from, target, error))
        return FALSE;
    }
  matchum_library_files_remove (path);
  if (to != NULL)
    *to = g_steal_pointer (&name);
  return TRUE;
}

/* Whether a file can be restored: a library, whole, and not of a newer version. What SQLite says of this file must not
 * be taken for news of the library that is open. */
static MatchumDatabase *
open_backup (const char *backup, GError **error)
{
  GError *found = NULL;
  g_autoptr (MatchumDatabase) database = matchum_library_files_open_read (backup, &found);
  gint64 version;

  if (database == NULL)
    {
      matchum_library_check_translate (backup, found, error);
      return NULL;
    }
  if (!matchum_library_check (database, &version, error))
    return NULL;
  if (version <= MATCHUM_SCHEMA_VERSION)
    return g_steal_pointer (&database);
  g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY,
                       _ ("This backup was made by a newer version of Matchum. Install the newer version to restore "
                          "it."));
  return NULL;
}

/* Keeps what is at path, which will be replaced. It must leave no log, nor may one be left of a library that is gone:
 * that would be taken for one of what comes in its place. */
static gboolean
keep_current (const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) database = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      matchum_library_files_remove (path);
      return TRUE;
    }
  if (!check_copy (path, &local))
    return matchum_backup_set_aside (path, NULL, error);
  database = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);
  /* Others who read it keep the log from going; they are told of before a backup is made for nothing. */
  return database != NULL && matchum_library_files_finish (database, error)
         && matchum_backup_make (database, path, NULL, error);
}

gboolean
matchum_backup_restore (const char *path, const char *backup, guint wait_ms, GError **error)
{
  g_autofree char *real = NULL;
  g_autoptr (MatchumLibraryLock) lock = NULL;
  g_autoptr (MatchumDatabase) source = NULL;
  g_autofree char *fresh = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  real = matchum_library_files_resolve (path);
  if (!matchum_library_files_make_folder (real, error))
    return FALSE;
  lock = matchum_library_lock_take (real, wait_ms, error);
  source = lock != NULL ? open_backup (backup, error) : NULL;
  if (source == NULL)
    return FALSE;
  fresh = g_strconcat (real, "-new", NULL);
  if (fill_copy (source, fresh, error) && check_copy (fresh, error) && keep_current (real, error)
      && matchum_library_files_publish (fresh, real, error))
    return TRUE;
  matchum_library_files_remove (fresh);
  return FALSE;
}

void
matchum_backup_remove (const MatchumBackup *self)
{
  g_return_if_fail (self != NULL);

  matchum_library_files_remove (self->path);
}

/* Leaves a copy of a backup at path, changed. */
static gboolean
fill_changed (MatchumDatabase *source,
              const char *path,
              gboolean (*change) (MatchumDatabase *, gpointer, GError **),
              gpointer data,
              GError **error)
{
  g_autoptr (MatchumDatabase) copy = NULL;
  gint64 version;

  if (!fill_copy (source, path, error))
    return FALSE;
  copy = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);
  return copy != NULL && matchum_database_get_int (copy, "PRAGMA user_version", &version, error)
         && matchum_migration_run_known (copy, version, error) && change (copy, data, error)
         && matchum_library_files_finish (copy, error);
}

gboolean
matchum_backup_rewrite (const char *backup,
                        gboolean (*change) (MatchumDatabase *, gpointer, GError **),
                        gpointer data,
                        GError **error)
{
  g_autoptr (MatchumDatabase) source = NULL;
  g_autofree char *fresh = NULL;

  g_return_val_if_fail (backup != NULL, FALSE);

  source = open_backup (backup, error);
  if (source == NULL)
    return FALSE;
  fresh = g_strconcat (backup, "-new", NULL);
  if (fill_changed (source, fresh, change, data, error) && check_copy (fresh, error)
      && matchum_library_files_publish (fresh, backup, error))
    return TRUE;
  matchum_library_files_remove (fresh);
  return FALSE;
}

static gboolean
check_on_disk (MatchumDatabase *database, GError **error)
{
  if (matchum_database_get_path (database) != NULL)
    return TRUE;
  g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_BACKUP,
                       _ ("This library is not on the disk, so there is no place for its backups."));
  return FALSE;
}

static gboolean
back_up_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  return check_on_disk (database, error)
         && matchum_backup_make (database, matchum_database_get_path (database), NULL, error);
}

gboolean
matchum_library_back_up (MatchumLibrary *self, GError **error)
{
  return matchum_library_run (self, back_up_cb, NULL, NULL, error);
}

/* What stands for all content: the sums of all tables. */
static char *
dup_digests (MatchumDatabase *database)
{
  return matchum_database_dup_text (database,
                                    "SELECT group_concat (tbl || ' ' || sum) FROM (SELECT * FROM digests ORDER BY tbl)",
                                    NULL);
}

/* A copy of nothing would stand in the list as the last good state. */
static gboolean
has_content (MatchumDatabase *database)
{
  gint64 n_rows = 0;

  return matchum_database_get_int (database,
                                   "SELECT (SELECT count(*) FROM baselines) + (SELECT count(*) FROM postings)", &n_rows,
                                   NULL)
         && n_rows > 0;
}

static gboolean
is_due (MatchumDatabase *database)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (matchum_database_get_path (database));
  MatchumBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autoptr (MatchumDatabase) copy = NULL;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;

  if (!has_content (database))
    return FALSE;
  if (newest == NULL || newest->is_damaged)
    return TRUE;
  if (g_get_real_time () / G_USEC_PER_SEC - newest->time < HOUR)
    return FALSE;
  copy = matchum_library_files_open_read (newest->path, NULL);
  now = dup_digests (database);
  then = copy != NULL ? dup_digests (copy) : NULL;
  return g_strcmp0 (now, then) != 0;
}

static gboolean
back_up_if_due_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  const char *path = matchum_database_get_path (database);
  g_autoptr (GError) local = NULL;

  if (path == NULL || !is_due (database) || matchum_backup_make (database, path, NULL, &local))
    return TRUE;
  /* Damage of the library itself is told as such. */
  if (g_error_matches (local, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CORRUPT)
      || g_error_matches (local, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_NOT_A_DATABASE))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_BACKUP, local->message);
  return FALSE;
}

/* "failed" tells where it could not be made. */
void
matchum_library_back_up_if_due (MatchumLibrary *self)
{
  matchum_library_run_async (self, back_up_if_due_cb, NULL, NULL, NULL, NULL);
}

static gboolean
back_up_to_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  return matchum_backup_write (database, data, error);
}

gboolean
matchum_library_back_up_to (MatchumLibrary *self, const char *to, GError **error)
{
  g_return_val_if_fail (to != NULL, FALSE);

  if (matchum_library_get_read_only_reason (self) != NULL)
    return matchum_backup_write (matchum_library_get_database (self), to, error);
  return matchum_library_run (self, back_up_to_cb, g_strdup (to), g_free, error);
}

void
matchum_library_back_up_async (MatchumLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  matchum_library_run_async (self, back_up_cb, NULL, NULL, callback, user_data);
}

void
matchum_library_back_up_to_async (MatchumLibrary *self,
                                  const char *to,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (to != NULL);

  matchum_library_read_async (self, back_up_to_cb, g_strdup (to), g_free, callback, user_data);
}

static gboolean
restore_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  g_autoptr (MatchumDatabase) source = open_backup (data, error);
  gint64 version;

  if (source == NULL || !back_up_cb (database, NULL, changes, error) || !copy_pages (source, database, error)
      || !matchum_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;
  matchum_changes_set_everything (changes);
  return version == MATCHUM_SCHEMA_VERSION || matchum_migration_bring_up (database, version, error);
}

gboolean
matchum_library_restore (MatchumLibrary *self, const char *backup, GError **error)
{
  g_return_val_if_fail (backup != NULL, FALSE);

  return matchum_library_run (self, restore_cb, g_strdup (backup), g_free, error);
}

void
matchum_library_restore_async (MatchumLibrary *self,
                               const char *backup,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (backup != NULL);

  matchum_library_run_async (self, restore_cb, g_strdup (backup), g_free, callback, user_data);
}
