/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes beside the file and moves into place, so that a crash or a full disk leaves the old file as it was. */
#include "config.h"

#include "export/matchum-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_ATTEMPTS 100
#define CHUNK_BYTES (256 * 1024)

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The file cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

/* Opens a new file beside path that no one else may read yet. */
static int
open_temporary (const char *path, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (".matchum-%08x.part", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, name, NULL);
      int fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd >= 0)
        {
          *temporary = g_steal_pointer (&candidate);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

/* The permissions of the file that is replaced, or what the user gives new files. Reading the umask is changing it for
 * a moment, which other threads could see, so a new file's permissions come from a new file. */
static mode_t
find_mode (const char *path, const char *temporary)
{
  g_autofree char *probe = g_strconcat (temporary, ".mode", NULL);
  struct stat info;
  mode_t mode = 0600;
  int fd;

  if (stat (path, &info) == 0 && S_ISREG (info.st_mode))
    return info.st_mode & 0777;
  fd = open (probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0)
    return mode;
  if (fstat (fd, &info) == 0)
    mode = info.st_mode & 0777;
  close (fd);
  unlink (probe);
  return mode;
}

static gboolean
write_all (int fd, const char *data, gsize length, const char *path, GCancellable *cancellable, GError **error)
{
  while (length > 0)
    {
      ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data, MIN (length, CHUNK_BYTES));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_error (error, path, errno);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* A name is on the disk only when its folder is. Some file systems cannot do this; the file is whole all the same. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
fill (int fd, GBytes *bytes, mode_t mode, const char *path, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!write_all (fd, data, length, path, cancellable, error))
    return FALSE;
  if (fchmod (fd, mode) != 0 || fsync (fd) != 0)
    return set_error (error, path, errno);
  return TRUE;
}

/* A link is followed: what it points to is replaced, not the link. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* Whether path is there and neither a file nor a folder: a device or a pipe, which must stay what it is. */
static gboolean
is_special (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode);
}

static gboolean
write_into (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean is_written;

  if (fd < 0)
    return set_error (error, path, errno);
  is_written = write_all (fd, data, length, path, cancellable, error);
  if (close (fd) != 0 && is_written)
    is_written = set_error (error, path, errno);
  return is_written;
}

static gboolean
write_path (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *temporary = NULL;
  gboolean is_written;
  int fd;

  if (is_special (path))
    return write_into (path, bytes, cancellable, error);
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    return set_error (error, path, EISDIR);
  fd = open_temporary (target, &temporary);
  if (fd < 0)
    return set_error (error, path, errno);
  is_written = fill (fd, bytes, find_mode (target, temporary), path, cancellable, error);
  if (close (fd) != 0 && is_written)
    is_written = set_error (error, path, errno);
  if (is_written && rename (temporary, target) != 0)
    is_written = set_error (error, path, errno);
  if (is_written)
    flush_folder (target);
  else
    unlink (temporary);
  return is_written;
}

/**
 * matchum_file_writer_write:
 * @file: where to write; a file that is there is replaced and keeps its permissions, a link to it stays a link, and a
 *   device or pipe gets the bytes as they are
 * @bytes: all that will be in it
 *
 * Blocks until the bytes are on the disk.
 *
 * Returns: whether they are; if not, @error is a G_IO_ERROR whose message names the file, and nothing has changed
 */
gboolean
matchum_file_writer_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("%s: Only files on this computer can be written. Choose a local folder."), name);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return write_path (path, bytes, cancellable, error);
}
