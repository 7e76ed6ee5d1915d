/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the headers of a zip as plainly as the format lets them be: sizes before the bytes and nothing besides, as
 * those look for who tell a document from any zip without unpacking it. */
#include "config.h"

#include "export/matchum-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
/* 2.0, and by somebody who knows the permissions of Unix. */
#define VERSION 20
#define MADE_BY (3 << 8 | VERSION)
#define FLAG_UTF8 (1 << 11)
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define LEVEL 9
#define FILE_MODE 0100644
/* What the fields of the format hold, but for extensions that not all programs know. */
#define MOST_BYTES 0xfffffffeU
#define MOST_MEMBERS 0xfffeU
#define MOST_NAME_BYTES 0xffffU

/* The years that the format can tell. */
#define FIRST_YEAR 1980
#define LAST_YEAR 2107
#define NOON 12

/* A member while the zip is written. */
typedef struct {
  const MatchumZipMember *member;
  GBytes *packed;
  guint method;
  guint32 checksum;
  gsize offset; /* of its header */
} Packed;

static void
clear_packed (gpointer data)
{
  g_clear_pointer (&((Packed *) data)->packed, g_bytes_unref);
}

static void
put_short (GByteArray *zip, guint number)
{
  const guint8 bytes[] = { (guint8) (number & 0xff), (guint8) (number >> 8 & 0xff) };

  g_byte_array_append (zip, bytes, sizeof bytes);
}

static void
put_long (GByteArray *zip, gsize number)
{
  put_short (zip, (guint) (number & 0xffff));
  put_short (zip, (guint) (number >> 16 & 0xffff));
}

/* CRC-32 as zips have it. */
static guint32
compute_checksum (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint32 table[256];
  guint32 sum = 0xffffffffU;

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] & 1) != 0 ? 0xedb88320U ^ table[i] >> 1 : table[i] >> 1;
    }
  for (gsize i = 0; i < length; i++)
    sum = table[(sum ^ data[i]) & 0xff] ^ sum >> 8;
  return sum ^ 0xffffffffU;
}

static GBytes *
deflate (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
pack (Packed *self, GError **error)
{
  g_autoptr (GBytes) deflated = self->member->is_stored ? NULL : deflate (self->member->bytes, error);

  if (deflated == NULL && !self->member->is_stored)
    return FALSE;
  self->checksum = compute_checksum (self->member->bytes);
  if (deflated != NULL && g_bytes_get_size (deflated) < g_bytes_get_size (self->member->bytes))
    {
      self->method = METHOD_DEFLATED;
      self->packed = g_steal_pointer (&deflated);
      return TRUE;
    }
  self->method = METHOD_STORED;
  self->packed = g_bytes_ref (self->member->bytes);
  return TRUE;
}

/* From the version on, the fields that both headers of a member have. */
static void
put_fields (GByteArray *zip, const Packed *self, MatchumDay day)
{
  const guint year = (guint) (CLAMP (day.year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR);

  put_short (zip, VERSION);
  put_short (zip, FLAG_UTF8);
  put_short (zip, self->method);
  put_short (zip, NOON << 11);
  put_short (zip, year << 9 | (guint) CLAMP (day.month, 1, 12) << 5 | (guint) CLAMP (day.day, 1, 31));
  put_long (zip, self->checksum);
  put_long (zip, g_bytes_get_size (self->packed));
  put_long (zip, g_bytes_get_size (self->member->bytes));
  put_short (zip, (guint) strlen (self->member->name));
  put_short (zip, 0);
}

static void
put_name (GByteArray *zip, const Packed *self)
{
  g_byte_array_append (zip, (const guint8 *) self->member->name, (guint) strlen (self->member->name));
}

static void
put_member (GByteArray *zip, Packed *self, MatchumDay day)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->packed, &length);

  self->offset = zip->len;
  put_long (zip, LOCAL_SIGNATURE);
  put_fields (zip, self, day);
  put_name (zip, self);
  if (length > 0)
    g_byte_array_append (zip, data, (guint) length);
}

static void
put_entry (GByteArray *zip, const Packed *self, MatchumDay day)
{
  put_long (zip, CENTRAL_SIGNATURE);
  put_short (zip, MADE_BY);
  put_fields (zip, self, day);
  put_short (zip, 0); /* no comment */
  put_short (zip, 0); /* on the first disk */
  put_short (zip, 0); /* no attributes that programs use */
  put_long (zip, (gsize) FILE_MODE << 16);
  put_long (zip, self->offset);
  put_name (zip, self);
}

static void
put_end (GByteArray *zip, gsize n_members, gsize start)
{
  const gsize length = zip->len - start;

  put_long (zip, END_SIGNATURE);
  put_short (zip, 0);
  put_short (zip, 0);
  put_short (zip, (guint) n_members);
  put_short (zip, (guint) n_members);
  put_long (zip, length);
  put_long (zip, start);
  put_short (zip, 0);
}

static gboolean
check_size (const MatchumZipMember *members, gsize n_members, GError **error)
{
  guint64 n_bytes = 0;

  for (gsize i = 0; i < n_members; i++)
    n_bytes += g_bytes_get_size (members[i].bytes) + 2 * MIN (strlen (members[i].name), MOST_NAME_BYTES + 1) + 128;
  if (n_bytes <= MOST_BYTES / 2 && n_members <= MOST_MEMBERS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The files are too large for a zip. Write them into a folder."));
  return FALSE;
}

GBytes *
matchum_zip_writer_write (const MatchumZipMember *members, gsize n_members, MatchumDay day, GError **error)
{
  g_autoptr (GByteArray) zip = g_byte_array_new ();
  g_autoptr (GArray) packed = g_array_new (FALSE, TRUE, sizeof (Packed));
  gsize start;

  g_return_val_if_fail (members != NULL && n_members > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_array_set_clear_func (packed, clear_packed);
  if (!check_size (members, n_members, error))
    return NULL;
  g_array_set_size (packed, (guint) n_members);
  for (guint i = 0; i < n_members; i++)
    {
      Packed *member = &g_array_index (packed, Packed, i);

      member->member = &members[i];
      g_return_val_if_fail (strlen (members[i].name) <= MOST_NAME_BYTES, NULL);
      if (!pack (member, error))
        return NULL;
      put_member (zip, member, day);
    }
  start = zip->len;
  for (guint i = 0; i < n_members; i++)
    put_entry (zip, &g_array_index (packed, Packed, i), day);
  put_end (zip, n_members, start);
  return g_byte_array_free_to_bytes (g_steal_pointer (&zip));
}
