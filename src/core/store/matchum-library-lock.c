/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks a file of its own: opening and closing the database file itself would take away the locks that SQLite has on
 * it. The system lets go when the process ends, however it ends, so a lock is never left behind; the empty file is. */
#include "config.h"

#include "store/matchum-library-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/matchum-library-error.h"

#define TRY_EVERY_MS 20

struct _MatchumLibraryLock {
  int fd;
};

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == EWOULDBLOCK)
    g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_IN_USE,
                 _ ("%s: The library is open in another window or program. Close it there and try again."), name);
  else
    g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code),
                 /* Translators: path, and the reason as the system tells it. */
                 _ ("%s: The library cannot be opened for editing: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
lock (int fd, guint wait_ms, const char *path, GError **error)
{
  const gint64 end = g_get_monotonic_time () + (gint64) wait_ms * 1000;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EINTR)
        continue;
      if (errno != EWOULDBLOCK || g_get_monotonic_time () >= end)
        return set_error (error, path, errno);
      g_usleep (TRY_EVERY_MS * 1000);
    }
  return TRUE;
}

/**
 * matchum_library_lock_take:
 * @path: the library
 *
 * Returns: (transfer full): the lock, or NULL with @error
 */
MatchumLibraryLock *
matchum_library_lock_take (const char *path, guint wait_ms, GError **error)
{
  g_autofree char *name = NULL;
  MatchumLibraryLock *self;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_strconcat (path, "-lock", NULL);
  fd = open (name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      set_error (error, path, errno == EWOULDBLOCK ? EIO : errno);
      return NULL;
    }
  if (!lock (fd, wait_ms, path, error))
    {
      close (fd);
      return NULL;
    }
  self = g_new0 (MatchumLibraryLock, 1);
  self->fd = fd;
  return self;
}

void
matchum_library_lock_free (MatchumLibraryLock *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_free (self);
}
