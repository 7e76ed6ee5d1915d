/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads ZIP archives through libarchive, by their central directory: one that is cut off is refused as a whole. */
#include "config.h"

#include "import/matchum-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/matchum-source.h"

/* Unpacked bytes that are no bomb whatever the size of the archive: a document of one picture in one colour. */
#define ALWAYS_ALLOWED (1024 * 1024)
#define READ_BYTES (64 * 1024)

typedef struct {
  char *path;
  GBytes *bytes; /* or NULL */
} Member;

struct _MatchumArchive {
  GArray *members; /* of Member */
};

typedef struct {
  const char *name;
  gsize size; /* of the archive */
  struct archive *archive;
  MatchumArchive *result;
  gsize unpacked;
  GCancellable *cancellable;
} Reading;

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_free (member->path);
  g_clear_pointer (&member->bytes, g_bytes_unref);
}

static gboolean
fail (Reading *self, MatchumSourceError code, const char *why, GError **error)
{
  g_set_error (error, MATCHUM_SOURCE_ERROR, (gint) code, "%s: %s", self->name, why);
  return FALSE;
}

static gboolean
fail_broken (Reading *self, GError **error)
{
  return fail (self, MATCHUM_SOURCE_ERROR_FORMAT,
               _ ("The archive is damaged or cut off, so nothing of it is read. Get the file again."), error);
}

static gboolean
fail_bomb (Reading *self, GError **error)
{
  return fail (self, MATCHUM_SOURCE_ERROR_TOO_LARGE,
               _ ("What is packed in this file is far larger than any resume, so it is not unpacked."), error);
}

/* As it is shown: signs that a terminal would obey are taken out. */
static char *
dup_path (struct archive_entry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *valid = NULL;
  GString *shown = g_string_new (NULL);

  if (path == NULL)
    path = archive_entry_pathname (entry);
  valid = g_utf8_make_valid (path != NULL ? path : "", -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (shown, g_unichar_iscntrl (g_utf8_get_char (p)) ? 0xfffd : g_utf8_get_char (p));
  return g_string_free (shown, FALSE);
}

/* Whether a path leads out of the folder that an archive is unpacked into. */
static gboolean
leads_outside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);

  if (path[0] == '/' || path[0] == '\\' || (g_ascii_isalpha (path[0]) && path[1] == ':'))
    return TRUE;
  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], ".."))
      return TRUE;
  return FALSE;
}

static gboolean
check_entry (Reading *self, struct archive_entry *entry, const char *path, GError **error)
{
  const mode_t type = archive_entry_filetype (entry);
  g_autofree char *why = NULL;

  if (leads_outside (path))
    why = g_strdup_printf (_ ("The archive holds “%s”, which points outside of it, so nothing of it is read."), path);
  else if ((type != 0 && type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink (entry) != NULL)
    why = g_strdup_printf (_ ("The archive holds “%s”, which is a link and no file, so nothing of it is read."), path);
  else if (archive_entry_is_encrypted (entry))
    why = g_strdup (_ ("The archive is protected by a password. Unpack it, pack it again without one and open that."));
  return why == NULL || fail (self, MATCHUM_SOURCE_ERROR_FORMAT, why, error);
}

static gboolean
count (Reading *self, gsize n, GError **error)
{
  self->unpacked += n;
  if (self->unpacked > MATCHUM_ARCHIVE_MAX_UNPACKED
      || (self->unpacked > ALWAYS_ALLOWED && self->unpacked / MATCHUM_ARCHIVE_MAX_RATIO > self->size))
    return fail_bomb (self, error);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* kept: gets the bytes, or NULL where they are only counted. */
static gboolean
unpack (Reading *self, const char *path, GByteArray *kept, GError **error)
{
  g_autofree char *buffer = g_malloc (READ_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (self->archive, buffer, READ_BYTES)) > 0)
    {
      if (!count (self, (gsize) n, error))
        return FALSE;
      if (kept == NULL)
        continue;
      if (kept->len + (gsize) n > MATCHUM_ARCHIVE_MAX_MEMBER)
        {
          g_autofree char *why = g_strdup_printf (_ ("“%s” in the archive is larger than 8 MB. No resume is."), path);

          return fail (self, MATCHUM_SOURCE_ERROR_TOO_LARGE, why, error);
        }
      g_byte_array_append (kept, (const guint8 *) buffer, (guint) n);
    }
  return n == 0 || fail_broken (self, error);
}

static gboolean
read_member (Reading *self,
             struct archive_entry *entry,
             MatchumArchiveChoose choose,
             gpointer user_data,
             GError **error)
{
  g_autofree char *path = dup_path (entry);
  g_autoptr (GByteArray) kept = NULL;
  MatchumArchiveUse use;
  Member member = { NULL };

  if (!check_entry (self, entry, path, error))
    return FALSE;
  if (archive_entry_filetype (entry) == AE_IFDIR || g_str_has_suffix (path, "/"))
    return TRUE;
  if (self->result->members->len == MATCHUM_ARCHIVE_MAX_MEMBERS)
    return fail_bomb (self, error);
  use = choose (path, user_data);
  kept = use == MATCHUM_ARCHIVE_KEEP ? g_byte_array_new () : NULL;
  if (use != MATCHUM_ARCHIVE_SKIP && !unpack (self, path, kept, error))
    return FALSE;
  member.path = g_steal_pointer (&path);
  member.bytes = kept != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&kept)) : NULL;
  g_array_append_val (self->result->members, member);
  return TRUE;
}

static gboolean
read_members (Reading *self, GBytes *bytes, MatchumArchiveChoose choose, gpointer user_data, GError **error)
{
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  int status;

  archive_read_support_format_zip_seekable (self->archive);
  if (archive_read_open_memory (self->archive, data, size) != ARCHIVE_OK)
    return fail_broken (self, error);
  /* A warning is about what is not asked for here, such as a name in an encoding that is not known. */
  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    if (!read_member (self, entry, choose, user_data, error))
      return FALSE;
  return status == ARCHIVE_EOF || fail_broken (self, error);
}

/**
 * matchum_archive_read:
 * @name: what messages call the archive
 * @choose: says of every member what is to be done with it
 *
 * Returns: (transfer full): what the archive holds, or NULL with a MATCHUM_SOURCE_ERROR: FORMAT where it is damaged, or
 *   protected, or where a member is a link or points outside; TOO_LARGE where it holds more than any document (or
 *   G_IO_ERROR_CANCELLED)
 */
MatchumArchive *
matchum_archive_read (const char *name,
                      GBytes *bytes,
                      MatchumArchiveChoose choose,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (MatchumArchive) result = NULL;
  Reading self = { .name = name, .cancellable = cancellable };
  gboolean is_read;

  g_return_val_if_fail (name != NULL && bytes != NULL && choose != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result = g_new0 (MatchumArchive, 1);
  result->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (result->members, clear_member);
  self.result = result;
  self.size = g_bytes_get_size (bytes);
  self.archive = archive_read_new ();
  is_read = read_members (&self, bytes, choose, user_data, error);
  archive_read_free (self.archive);
  return is_read ? g_steal_pointer (&result) : NULL;
}

void
matchum_archive_free (MatchumArchive *self)
{
  g_array_unref (self->members);
  g_free (self);
}

guint
matchum_archive_get_n (MatchumArchive *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->members->len;
}

const char *
matchum_archive_get_path (MatchumArchive *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->members->len, NULL);

  return g_array_index (self->members, Member, index).path;
}

GBytes *
matchum_archive_get_bytes (MatchumArchive *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->members->len, NULL);

  return g_array_index (self->members, Member, index).bytes;
}

const char *
matchum_archive_find_name (const char *path)
{
  const char *slash;

  g_return_val_if_fail (path != NULL, NULL);

  slash = strrchr (path, '/');
  return slash != NULL ? slash + 1 : path;
}
