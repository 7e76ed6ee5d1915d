/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removes every file of a library. */
#include "config.h"

#include "store/matchum-library-discard.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/matchum-library-backup.h"
#include "store/matchum-library-files.h"
#include "store/matchum-library-lock.h"

/* Backups lie in one folder; where it holds something else, it stays. */
static void
remove_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const MatchumBackup *backup = backups->pdata[i];
      g_autofree char *folder = g_path_get_dirname (backup->path);

      matchum_backup_remove (backup);
      g_rmdir (folder);
    }
}

gboolean
matchum_library_discard (const char *path, GError **error)
{
  g_autofree char *real = NULL;
  g_autofree char *lock_name = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (MatchumLibraryLock) lock = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  real = matchum_library_files_resolve (path);
  lock = matchum_library_lock_take (real, 0, error);
  if (lock == NULL)
    return FALSE;

  remove_backups (real);
  matchum_library_files_remove (real);
  lock_name = g_strconcat (real, "-lock", NULL);
  g_unlink (lock_name);
  folder = g_path_get_dirname (real);
  g_rmdir (folder);
  if (!g_file_test (real, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Translators: %s is a path. */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("%s: The library could not be removed."), real);
  return FALSE;
}
