/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the files of a bundle, counts their digests, and writes them. */
#include "config.h"

#include "export/matchum-bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-zip-writer.h"

/* File systems end names at 255 bytes; a number and the temporary name beside it need some of them. */
#define MOST_NAME_BYTES 200
/* What follows the last dot is kept when a name is cut, where it is no longer than this. */
#define MOST_SUFFIX_BYTES 12
#define MAX_ATTEMPTS 100

struct _MatchumBundle {
  MatchumDay day;
  GPtrArray *files;           /* of MatchumBundleFile */
  GHashTable *names;          /* of char *: those that are taken, in lower case */
  MatchumBundleFile *digests; /* NULL until asked for, and again when a file comes */
};

static void
free_file (gpointer data)
{
  MatchumBundleFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* Names */

static gboolean
is_sign_of_paths (gunichar c)
{
  return c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL;
}

/* CON, NUL, COM1 and the like are devices on Windows, whatever suffix they have. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  const gsize length = strcspn (name, ".");

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strncasecmp (name, devices[i], 3) == 0
        && (i < 4 ? length == 3 : length == 4 && g_ascii_isdigit (name[3])))
      return TRUE;
  return FALSE;
}

static const char *
find_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= MOST_SUFFIX_BYTES ? dot : name + strlen (name);
}

/* No longer than max_bytes; the suffix is kept. */
static char *
cut (const char *name, gsize max_bytes)
{
  const char *suffix = find_suffix (name);
  gsize length = (gsize) (suffix - name);

  if (strlen (name) <= max_bytes)
    return g_strdup (name);
  length = MIN (length, max_bytes - strlen (suffix));
  while (length > 0 && (name[length] & 0xc0) == 0x80)
    length--;
  return g_strdup_printf ("%.*s%s", (int) length, name, suffix);
}

char *
matchum_bundle_clean_name (const char *name)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autoptr (GString) clean = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (is_sign_of_paths (c) || !g_unichar_isprint (c))
        g_string_append_c (clean, '_');
      else
        g_string_append_unichar (clean, c);
    }
  g_strstrip (clean->str);
  g_string_truncate (clean, strlen (clean->str));
  /* A name that begins with a dot is hidden, one that begins with a dash is taken for an option; Windows drops dots at
   * the end. */
  while (clean->len > 0 && strchr (".- ", clean->str[clean->len - 1]) != NULL)
    g_string_truncate (clean, clean->len - 1);
  while (clean->len > 0 && strchr (".- ", clean->str[0]) != NULL)
    g_string_erase (clean, 0, 1);
  if (clean->len == 0)
    g_string_assign (clean, "file");
  if (is_device (clean->str))
    g_string_prepend_c (clean, '_');
  return cut (clean->str, MOST_NAME_BYTES);
}

/* Disks that do not tell letters apart would write one over the other. */
static gboolean
take_name (MatchumBundle *self, const char *name)
{
  return g_hash_table_add (self->names, g_utf8_casefold (name, -1));
}

static char *
find_name (MatchumBundle *self, const char *name)
{
  g_autofree char *clean = matchum_bundle_clean_name (name);
  const char *suffix = find_suffix (clean);

  if (take_name (self, clean))
    return g_steal_pointer (&clean);
  for (guint i = 2;; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%.*s (%u)%s", (int) (suffix - clean), clean, i, suffix);

      if (take_name (self, numbered))
        return g_steal_pointer (&numbered);
    }
}

/* Files */

MatchumBundle *
matchum_bundle_new (MatchumDay day)
{
  MatchumBundle *self = g_new0 (MatchumBundle, 1);

  self->day = day;
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  take_name (self, MATCHUM_BUNDLE_DIGESTS);
  return self;
}

void
matchum_bundle_free (MatchumBundle *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->digests, free_file);
  g_free (self);
}

static MatchumBundleFile *
create_file (char *name, GBytes *bytes)
{
  MatchumBundleFile *file = g_new0 (MatchumBundleFile, 1);

  file->name = name;
  file->bytes = bytes;
  return file;
}

void
matchum_bundle_add (MatchumBundle *self, const char *name, GBytes *bytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL && bytes != NULL);

  g_ptr_array_add (self->files, create_file (find_name (self, name), g_bytes_ref (bytes)));
  g_clear_pointer (&self->digests, free_file);
}

static MatchumBundleFile *
list_digests (MatchumBundle *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const MatchumBundleFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      g_string_append_printf (list, "%s  %s\n", digest, file->name);
    }
  return create_file (g_strdup (MATCHUM_BUNDLE_DIGESTS), g_string_free_to_bytes (list));
}

guint
matchum_bundle_get_n_files (MatchumBundle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->files->len + 1;
}

const MatchumBundleFile *
matchum_bundle_get_file (MatchumBundle *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index <= self->files->len, NULL);

  if (index < self->files->len)
    return g_ptr_array_index (self->files, index);
  if (self->digests == NULL)
    self->digests = list_digests (self);
  return self->digests;
}

GBytes *
matchum_bundle_write_zip (MatchumBundle *self, GError **error)
{
  const guint n_files = matchum_bundle_get_n_files (self);
  g_autofree MatchumZipMember *members = g_new0 (MatchumZipMember, n_files);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < n_files; i++)
    {
      const MatchumBundleFile *file = matchum_bundle_get_file (self, i);

      members[i] = (MatchumZipMember){ file->name, file->bytes };
    }
  return matchum_zip_writer_write (members, n_files, self->day, error);
}

/* Folders */

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The folder cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

/* The folder that is written takes the place of an empty one. */
static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (path, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, dir != NULL ? G_IO_ERROR_NOT_EMPTY : G_IO_ERROR_NOT_DIRECTORY,
               dir != NULL ? _ ("%s: This folder is not empty. Name a folder that is not there yet, or an empty one.")
                           : _ ("%s: This is a file. Name a folder that is not there yet, or an empty one."),
               name);
  return FALSE;
}

static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int code = EEXIST;

  for (guint i = 0; i < MAX_ATTEMPTS && code == EEXIST; i++)
    {
      g_autofree char *name = g_strdup_printf (".matchum-%08x.part", g_random_int ());
      g_autofree char *candidate = g_build_filename (parent, name, NULL);

      if (g_mkdir (candidate, 0777) == 0)
        return g_steal_pointer (&candidate);
      code = errno;
    }
  set_error (error, path, code);
  return NULL;
}

static gboolean
fill_folder (MatchumBundle *self, const char *path, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < matchum_bundle_get_n_files (self); i++)
    {
      const MatchumBundleFile *file = matchum_bundle_get_file (self, i);
      g_autofree char *file_path = g_build_filename (path, file->name, NULL);
      g_autoptr (GFile) target = g_file_new_for_path (file_path);

      if (!matchum_file_writer_write (target, file->bytes, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
remove_folder (MatchumBundle *self, const char *path)
{
  for (guint i = 0; i < matchum_bundle_get_n_files (self); i++)
    {
      g_autofree char *file_path = g_build_filename (path, matchum_bundle_get_file (self, i)->name, NULL);

      g_unlink (file_path);
    }
  g_rmdir (path);
}

/* Errors of single files would name one that is not there any more. */
static gboolean
name_folder (const char *path, const GError *found, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *reason = strrchr (found->message, ':');

  g_set_error (error, found->domain, found->code, _ ("%s: The folder cannot be written: %s"), name,
               reason != NULL ? reason + 2 : found->message);
  return FALSE;
}

/* A link to an empty folder stays a link. */
static char *
dup_real (GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* A name is on the disk only when the folder that it stands in is. */
static void
flush_parent (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int fd = open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
matchum_bundle_write_folder (MatchumBundle *self, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GError) found = NULL;
  gboolean is_written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  path = dup_real (folder);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (folder);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("%s: Only files on this computer can be written. Choose a local folder."), name);
      return FALSE;
    }
  if (!check_folder (path, error))
    return FALSE;
  temporary = make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  is_written = fill_folder (self, temporary, cancellable, &found) || name_folder (path, found, error);
  if (is_written && g_rename (temporary, path) != 0)
    is_written = set_error (error, path, errno);
  if (is_written)
    flush_parent (path);
  else
    remove_folder (self, temporary);
  return is_written;
}
