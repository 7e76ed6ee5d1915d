/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has libarchive write the zip, and settles what libarchive takes from the locale and the time zone. */
#include "config.h"

#include "export/matchum-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the zip format: where the fields are that are settled, from the start of a header. */
#define CENTRAL_SIGNATURE 0x02014b50
#define CENTRAL_BYTES 46
#define CENTRAL_FLAGS 8
#define CENTRAL_TIME 12
#define CENTRAL_NAME_LENGTH 28
#define CENTRAL_LOCAL_OFFSET 42
#define LOCAL_SIGNATURE 0x04034b50
#define LOCAL_BYTES 30
#define LOCAL_FLAGS 6
#define LOCAL_TIME 10
#define END_SIGNATURE 0x06054b50
#define END_BYTES 22
#define END_N_MEMBERS 10
#define END_CENTRAL_OFFSET 16
#define FLAG_UTF8 (1 << 11)

/* The years that the format can tell. */
#define FIRST_YEAR 1980
#define LAST_YEAR 2107
#define NOON 12

#define FILE_MODE 0644

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

static void
free_archive (Archive *archive)
{
  archive_write_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

static gboolean
set_error (GError **error, const char *reason)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the reason as the library that writes zips tells it. */
               _ ("The zip cannot be made: %s"), reason != NULL ? reason : "libarchive");
  return FALSE;
}

/* libarchive */

static la_ssize_t
append_cb (Archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static gint64
get_noon (MatchumDay day)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (day.year, day.month, day.day, NOON, 0, 0);

  return noon != NULL ? g_date_time_to_unix (noon) : 0;
}

static gboolean
write_member (Archive *archive, const MatchumZipMember *member, gint64 time, GError **error)
{
  g_autoptr (ArchiveEntry) entry = archive_entry_new2 (archive);
  gsize length;
  const guint8 *data = g_bytes_get_data (member->bytes, &length);

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, FILE_MODE);
  archive_entry_set_uid (entry, 0);
  archive_entry_set_gid (entry, 0);
  archive_entry_set_mtime (entry, time, 0);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (archive_write_header (archive, entry) != ARCHIVE_OK)
    return set_error (error, archive_error_string (archive));
  if (length > 0 && archive_write_data (archive, data, length) != (la_ssize_t) length)
    return set_error (error, archive_error_string (archive));
  return TRUE;
}

static gboolean
write_members (GByteArray *zip, const MatchumZipMember *members, gsize n_members, gint64 time, GError **error)
{
  g_autoptr (Archive) archive = archive_write_new ();

  if (archive_write_set_format_zip (archive) != ARCHIVE_OK
      || archive_write_set_options (archive, "zip:compression=deflate,zip:compression-level=9") != ARCHIVE_OK
      || archive_write_set_bytes_per_block (archive, 0) != ARCHIVE_OK
      || archive_write_open (archive, zip, NULL, append_cb, NULL) != ARCHIVE_OK)
    return set_error (error, archive_error_string (archive));
  for (gsize i = 0; i < n_members; i++)
    if (!write_member (archive, &members[i], time, error))
      return FALSE;
  return archive_write_close (archive) == ARCHIVE_OK || set_error (error, archive_error_string (archive));
}

/* What it takes from where it runs */

static guint
get_number (const GByteArray *zip, gsize at, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint) zip->data[at + i] << (8 * i);
  return number;
}

static void
set_short (GByteArray *zip, gsize at, guint number)
{
  zip->data[at] = (guint8) (number & 0xff);
  zip->data[at + 1] = (guint8) (number >> 8);
}

static gboolean
has_signature (const GByteArray *zip, gsize at, gsize n_bytes, guint signature)
{
  return at <= zip->len && zip->len - at >= n_bytes && get_number (zip, at, 4) == signature;
}

/* Without a zone, and taken for the time of whoever opens it. */
static void
set_time (GByteArray *zip, gsize at, MatchumDay day)
{
  const gint year = CLAMP (day.year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR;

  set_short (zip, at, NOON << 11);
  set_short (zip, at + 2, (guint) (year << 9 | day.month << 5 | day.day));
}

/* One header of the list at the end, and the one before the member that it points to. Returns how long the first is. */
static gsize
settle_member (GByteArray *zip, gsize at, MatchumDay day)
{
  const gsize local = has_signature (zip, at, CENTRAL_BYTES, CENTRAL_SIGNATURE)
                          ? get_number (zip, at + CENTRAL_LOCAL_OFFSET, 4)
                          : G_MAXSIZE;

  if (!has_signature (zip, local, LOCAL_BYTES, LOCAL_SIGNATURE))
    return 0;
  set_short (zip, at + CENTRAL_FLAGS, get_number (zip, at + CENTRAL_FLAGS, 2) | FLAG_UTF8);
  set_short (zip, local + LOCAL_FLAGS, get_number (zip, local + LOCAL_FLAGS, 2) | FLAG_UTF8);
  set_time (zip, at + CENTRAL_TIME, day);
  set_time (zip, local + LOCAL_TIME, day);
  /* The name, what else is known of the member, and a comment. */
  return CENTRAL_BYTES + get_number (zip, at + CENTRAL_NAME_LENGTH, 2)
         + get_number (zip, at + CENTRAL_NAME_LENGTH + 2, 2) + get_number (zip, at + CENTRAL_NAME_LENGTH + 4, 2);
}

/* libarchive writes the hour in the time zone of the process, and flags names as UTF-8 where its locale is. */
static gboolean
settle (GByteArray *zip, gsize n_members, MatchumDay day)
{
  const gsize end = zip->len >= END_BYTES ? zip->len - END_BYTES : G_MAXSIZE;
  gsize at;

  if (!has_signature (zip, end, END_BYTES, END_SIGNATURE) || get_number (zip, end + END_N_MEMBERS, 2) != n_members)
    return FALSE;
  at = get_number (zip, end + END_CENTRAL_OFFSET, 4);
  for (gsize i = 0; i < n_members; i++)
    {
      const gsize length = settle_member (zip, at, day);

      if (length == 0)
        return FALSE;
      at += length;
    }
  return TRUE;
}

GBytes *
matchum_zip_writer_write (const MatchumZipMember *members, gsize n_members, MatchumDay day, GError **error)
{
  g_autoptr (GByteArray) zip = g_byte_array_new ();

  g_return_val_if_fail (members != NULL && n_members > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!write_members (zip, members, n_members, get_noon (day), error))
    return NULL;
  if (!settle (zip, n_members, day))
    {
      set_error (error, NULL);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&zip));
}
