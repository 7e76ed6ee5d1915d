/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library is made beside its place and moved there, so that a crash leaves either none or a whole one. */
#include "config.h"

#include "store/matchum-library-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/matchum-library-error.h"
#include "store/matchum-schema.h"

G_DEFINE_QUARK (matchum - library - error - quark, matchum_library_error)

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The library cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

char *
matchum_library_files_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "matchum", "library.db", NULL);
}

char *
matchum_library_files_resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

gboolean
matchum_library_files_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = matchum_library_files_dup_default_path ();
  g_autofree char *own_folder = g_path_get_dirname (own);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_error (error, path, errno);
  /* Others' folders are theirs to set up. */
  if (g_str_equal (folder, own_folder))
    g_chmod (folder, 0700);
  return TRUE;
}

static gboolean
flush (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);

  if (fd < 0)
    return set_error (error, path, errno);
  if (fsync (fd) != 0 && errno != EINVAL)
    {
      set_error (error, path, errno);
      close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

gboolean
matchum_library_files_make_empty (const char *path, GError **error)
{
  int fd;

  matchum_library_files_remove (path);
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return set_error (error, path, errno);
  close (fd);
  return TRUE;
}

gboolean
matchum_library_files_publish (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!flush (from, O_RDONLY, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    return set_error (error, to, errno);
  return flush (folder, O_RDONLY | O_DIRECTORY, error);
}

void
matchum_library_files_remove (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal", "" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

gboolean
matchum_library_files_finish (MatchumDatabase *database, GError **error)
{
  g_autofree char *mode = matchum_database_dup_text (database, "PRAGMA journal_mode = DELETE", error);

  if (mode == NULL)
    return FALSE;
  if (g_str_equal (mode, "delete"))
    return TRUE;
  g_set_error_literal (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_BUSY,
                       _ ("Another program is using the library. Close it and try again."));
  return FALSE;
}

static gboolean
fill (const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) database = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);

  if (database == NULL || !matchum_database_begin (database, error))
    return FALSE;
  if (matchum_schema_create (database, error))
    return matchum_database_commit (database, error) && matchum_library_files_finish (database, error);
  matchum_database_roll_back (database);
  return FALSE;
}

gboolean
matchum_library_files_create (const char *path, GError **error)
{
  g_autofree char *fresh = g_strconcat (path, "-new", NULL);

  /* What SQLite left of an older library beside this name would be taken for part of the new one. */
  matchum_library_files_remove (path);
  if (matchum_library_files_make_empty (fresh, error) && fill (fresh, error)
      && matchum_library_files_publish (fresh, path, error))
    return TRUE;
  matchum_library_files_remove (fresh);
  return FALSE;
}

static MatchumDatabase *
try_read (const char *path, MatchumDatabaseMode mode, GError **error)
{
  g_autoptr (MatchumDatabase) database = matchum_database_open (path, mode, error);
  gint64 n;

  /* Files beside the database are only opened when something is read. */
  if (database == NULL || !matchum_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &n, error))
    return NULL;
  return g_steal_pointer (&database);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (name, &info) == 0 && info.st_size > 0;
}

MatchumDatabase *
matchum_library_files_open_read (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  MatchumDatabase *database = try_read (path, MATCHUM_DATABASE_READ_ONLY, &local);

  if (database != NULL)
    return database;
  /* In a folder that cannot be written, SQLite has no place for its locks. Where no log waits to be read, nobody writes
   * there, and none are needed. */
  if ((g_error_matches (local, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CANNOT_OPEN)
       || g_error_matches (local, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_READ_ONLY))
      && !has_log (path))
    return try_read (path, MATCHUM_DATABASE_IMMUTABLE, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
