/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a text in from outside: whole, bounded, turned into UTF-8 where it is none, its lines counted. */
#include "config.h"

#include "text/matchum-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/matchum-encoding.h"
#include "text/matchum-text-oddities.h"

struct _MatchumSource {
  char *name;
  char *text; /* UTF-8 as it came, a byte order mark included, and a NUL behind it */
  gsize length;
  GArray *line_starts; /* of guint32, ascending; the first is 0 */
  MatchumEncoding encoding;
  MatchumOffsetMap *map; /* from text to the bytes that came; NULL where they are the same */
  gsize has_notice;      /* whether notice is made */
  char *notice;          /* or NULL */
};

GQuark
matchum_source_error_quark (void)
{
  return g_quark_from_static_string ("matchum-source-error-quark");
}

G_DEFINE_BOXED_TYPE (MatchumSource, matchum_source, matchum_source_ref, matchum_source_unref)

typedef struct {
  const char *magic;
  gsize length;
  const char *what; /* a whole sentence: it is translated as one */
} Signature;

#define BYTES(literal) literal, sizeof (literal) - 1

/* What people drop on a text reader, by its first bytes. */
static const Signature signatures[] = {
  { BYTES ("%PDF-"), N_ ("This is a PDF. Copy its text into a Markdown or plain text file and open that.") },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    N_ ("This is a Hangul (HWP) or old Office file. Save it as plain text (UTF-8) or Markdown and open that.") },
  { BYTES ("HWP Document File"),
    N_ ("This is an old Hangul (HWP) file. Save it as plain text (UTF-8) or Markdown and open that.") },
  { BYTES ("{\\rtf"), N_ ("This is an RTF file. Save it as DOCX or ODT and open that.") },
  { BYTES ("\x89PNG\r\n"), N_ ("This is a picture. Only text can be read: open a Markdown or plain text file.") },
  { BYTES ("\xff\xd8\xff"), N_ ("This is a picture. Only text can be read: open a Markdown or plain text file.") },
  { BYTES ("GIF8"), N_ ("This is a picture. Only text can be read: open a Markdown or plain text file.") },
  { BYTES ("\x1f\x8b"), N_ ("This is a compressed file. Unpack it and open the text inside.") },
};

/* Kinds of ZIP files, told by a name near their start. */
static const Signature archives[] = {
  { BYTES ("application/vnd.oasis.opendocument"),
    N_ ("This is an OpenDocument file. Save it as plain text (UTF-8) or Markdown and open that.") },
  { BYTES ("application/hwp+zip"),
    N_ ("This is a Hangul (HWPX) file. Save it as plain text (UTF-8) or Markdown and open that.") },
  { BYTES ("word/"), N_ ("This is a Word file. Save it as plain text (UTF-8) or Markdown and open that.") },
  { BYTES ("[Content_Types].xml"),
    N_ ("This is a Word or other Office file. Save it as plain text (UTF-8) or Markdown and open that.") },
};

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define ZIP_MAGIC "PK\x03\x04"
#define SNIFF_BYTES 4096
#define READ_BYTES (64 * 1024)

static guint
count_line (const char *text, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

static gboolean
holds_bytes (const char *text, gsize length, const Signature *signature)
{
  for (gsize i = 0; i + signature->length <= length; i++)
    if (memcmp (text + i, signature->magic, signature->length) == 0)
      return TRUE;
  return FALSE;
}

static const char *
find_archive_kind (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (archives); i++)
    if (holds_bytes (text, MIN (length, SNIFF_BYTES), &archives[i]))
      return _ (archives[i].what);
  return _ ("This is a ZIP archive. Unpack it and open the text inside.");
}

static const char *
find_binary_kind (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length && memcmp (text, signatures[i].magic, signatures[i].length) == 0)
      return _ (signatures[i].what);
  if (length >= 4 && memcmp (text, ZIP_MAGIC, 4) == 0)
    return find_archive_kind (text, length);
  return NULL;
}

static gboolean
is_binary_byte (guchar byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
}

/* Files of kinds that are known by their first bytes. */
static gboolean
check_kind (const char *name, const char *text, gsize length, GError **error)
{
  const char *kind = find_binary_kind (text, length);

  if (kind == NULL)
    return TRUE;
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_BINARY, "%s: %s", name, kind);
  return FALSE;
}

static gboolean
check_bytes (const char *name, const char *text, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    if (is_binary_byte ((guchar) text[i]))
      {
        g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_BINARY,
                     /* Translators: file name, line number, the value of a byte. */
                     _ ("%s:%u: This is not a text: it holds the control character 0x%02X. Open a Markdown or plain "
                        "text file."),
                     name, count_line (text, i), (guint) (guchar) text[i]);
        return FALSE;
      }
  return TRUE;
}

static void
set_not_utf8_error (GError **error, const char *name, const char *text, gsize length)
{
  const char *bad;

  g_utf8_validate (text, (gssize) length, &bad);
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_NOT_UTF8,
               _ ("%s:%u: The text is not UTF-8 from here on. Save the file again with the encoding UTF-8."), name,
               count_line (text, (gsize) (bad - text)));
}

/* text: what could be read before the place where the text could not */
static void
set_decoding_error (GError **error,
                    const char *name,
                    MatchumEncoding encoding,
                    MatchumEncodingOutcome outcome,
                    const GString *text)
{
  const char *encoding_name = matchum_encoding_get_name (encoding);

  if (outcome == MATCHUM_ENCODING_TOO_LONG)
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE,
                 _ ("%s: The text is larger than %d MiB, which no resume or posting is. Check that the right file was "
                    "chosen."),
                 name, MATCHUM_SOURCE_MAX_BYTES / (1024 * 1024));
  else if (outcome == MATCHUM_ENCODING_NO_CONVERTER)
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_NOT_UTF8,
                 /* Translators: file name, and the name of an encoding such as CP949. */
                 _ ("%s: The text is %s, which this computer cannot convert. Save the file again with the encoding "
                    "UTF-8."),
                 name, encoding_name);
  else
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_NOT_UTF8,
                 /* Translators: file name, line number, and the name of an encoding such as CP949 or UTF-16LE. */
                 _ ("%s:%u: The text is %s, but is damaged from here on. Save the file again with the encoding UTF-8."),
                 name, count_line (text->str, text->len), encoding_name);
}

/* White space, and what leaves no mark on paper either. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xfeff || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xad;
}

static gboolean
check_not_empty (const char *name, const char *text, gsize length, GError **error)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_blank (g_utf8_get_char (p)))
      return TRUE;
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY,
               _ ("%s: There is no text in it. Check that the right file was chosen."), name);
  return FALSE;
}

static gboolean
check_size (const char *name, guint64 size, gsize max_bytes, GError **error)
{
  if (size <= max_bytes)
    return TRUE;
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE,
               _ ("%s: The file is larger than %d MiB, which no resume or posting is. Check that the right file was "
                  "chosen."),
               name, (int) (max_bytes / (1024 * 1024)));
  return FALSE;
}

gboolean
matchum_source_check_size (const char *name, guint64 size, GError **error)
{
  return check_size (name, size, MATCHUM_SOURCE_MAX_BYTES, error);
}

/* A terminator at the very end opens no further line. */
static GArray *
find_line_starts (const char *text, gsize length)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end = text + length;
  const char *line = text;

  do
    {
      guint32 start = (guint32) (line - text);
      const char *newline = memchr (line, '\n', (gsize) (end - line));

      g_array_append_val (starts, start);
      line = newline != NULL ? newline + 1 : end;
  } while (line < end);
  return starts;
}

static void
matchum_source_clear (MatchumSource *self)
{
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->line_starts, g_array_unref);
  g_clear_pointer (&self->map, matchum_offset_map_unref);
  g_free (self->notice);
}

/* Puts UTF-8 in the place of the text, with a map to what it was. */
static gboolean
decode_text (MatchumSource *self, GError **error)
{
  g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
  GString *text = g_string_sized_new (self->length);
  const MatchumEncodingOutcome outcome =
      matchum_encoding_decode (self->encoding, self->text, self->length, MATCHUM_SOURCE_MAX_BYTES, text, map);

  if (outcome != MATCHUM_ENCODING_DONE)
    {
      set_decoding_error (error, self->name, self->encoding, outcome, text);
      g_string_free (text, TRUE);
      return FALSE;
    }
  g_free (self->text);
  self->length = text->len;
  self->text = g_string_free (text, FALSE);
  self->map = g_steal_pointer (&map);
  return TRUE;
}

/* Bytes of control characters are no part of other characters, but where these are of two or four bytes. */
static gboolean
take_text (MatchumSource *self, GError **error)
{
  if (!check_kind (self->name, self->text, self->length, error))
    return FALSE;
  self->encoding = matchum_encoding_detect (self->text, self->length);
  if (!matchum_encoding_is_wide (self->encoding) && !check_bytes (self->name, self->text, self->length, error))
    return FALSE;
  if (self->encoding == MATCHUM_ENCODING_UNKNOWN)
    {
      set_not_utf8_error (error, self->name, self->text, self->length);
      return FALSE;
    }
  if (self->encoding != MATCHUM_ENCODING_UTF8 && !decode_text (self, error))
    return FALSE;
  if (matchum_encoding_is_wide (self->encoding) && !check_bytes (self->name, self->text, self->length, error))
    return FALSE;
  return check_not_empty (self->name, self->text, self->length, error);
}

/* Takes name and text, which has a NUL behind its length bytes. */
static MatchumSource *
matchum_source_new_take (char *name, char *text, gsize length, GError **error)
{
  g_autoptr (MatchumSource) self = g_atomic_rc_box_new0 (MatchumSource);

  self->name = name;
  self->text = text;
  self->length = length;
  if (!matchum_source_check_size (name, length, error) || !take_text (self, error))
    return NULL;
  self->line_starts = find_line_starts (self->text, self->length);
  return g_steal_pointer (&self);
}

/* Says in our words why file cannot be read; a cancelled read stays a G_IO_ERROR_CANCELLED. */
static void
set_unreadable_error (GError **error, GFile *file, const GError *cause)
{
  g_autofree char *path = g_file_get_parse_name (file);
  const char *why = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    why = _ ("There is no such file. Check its name and folder.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    why = _ ("This is a folder. Choose a file in it.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    why = _ ("The file may not be read. Check its permissions.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    why = _ ("Only files on this computer can be read. Save it to a folder and open it there.");
  if (why != NULL)
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_UNREADABLE, "%s: %s", path, why);
  else
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_UNREADABLE,
                 /* Translators: path, and the reason as the system tells it. */
                 _ ("%s: The file cannot be read: %s"), path, cause->message);
}

/* GIO may know helpers that would go to the network for it. Resources are within the program. */
static gboolean
is_on_this_computer (GFile *file)
{
  return g_file_peek_path (file) != NULL || g_file_has_uri_scheme (file, "resource");
}

/* Looks before it reads: a folder and a file that is too large are known without opening them. */
static gboolean
check_file (GFile *file, const char *name, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (is_on_this_computer (file))
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                              G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  else
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "");
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  if (cause != NULL)
    {
      set_unreadable_error (error, file, cause);
      return FALSE;
    }
  return check_size (name, (guint64) MAX (g_file_info_get_size (info), 0), max_bytes, error);
}

static gboolean
may_be_larger (const GByteArray *start, gboolean (*is_large) (GBytes *start))
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (start->data, start->len);

  return is_large != NULL && is_large (bytes);
}

/* Reads one byte more than is allowed at most: a pipe does not tell its size, and a file may grow. Leaves in max_bytes
 * what is allowed. */
static GByteArray *
read_bounded (GInputStream *stream,
              gsize *max_bytes,
              gboolean (*is_large) (GBytes *start),
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (;;)
    {
      const gsize room = MIN (READ_BYTES, *max_bytes + 1 - bytes->len);
      const guint filled = bytes->len;
      gssize n_read;

      g_byte_array_set_size (bytes, filled + (guint) room);
      n_read = g_input_stream_read (stream, bytes->data + filled, room, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_set_size (bytes, filled + (guint) n_read);
      if (filled <= MATCHUM_SOURCE_MAX_BYTES && bytes->len > MATCHUM_SOURCE_MAX_BYTES
          && !may_be_larger (bytes, is_large))
        *max_bytes = MATCHUM_SOURCE_MAX_BYTES;
      if (n_read == 0 || bytes->len > *max_bytes)
        return g_steal_pointer (&bytes);
    }
}

static char *
dup_display_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return basename != NULL ? g_filename_display_name (basename) : g_file_get_parse_name (file);
}

/* Sets name even where it fails. */
static GByteArray *
load_file (GFile *file,
           gsize max_bytes,
           gboolean (*is_large) (GBytes *start),
           char **name,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  *name = dup_display_name (file);
  if (!check_file (file, *name, max_bytes, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  bytes = stream != NULL ? read_bounded (G_INPUT_STREAM (stream), &max_bytes, is_large, cancellable, &cause) : NULL;
  if (bytes == NULL)
    {
      set_unreadable_error (error, file, cause);
      return NULL;
    }
  return check_size (*name, bytes->len, max_bytes, error) ? g_steal_pointer (&bytes) : NULL;
}

/**
 * matchum_source_load_bytes:
 * @file: the file to read; nothing is written
 * @name: (out) (transfer full): what messages call it
 *
 * Reads a whole file as it is, for readers of files that are no text yet. Blocks; a pipe is read as well, until it ends
 * or has given more than MATCHUM_SOURCE_MAX_BYTES.
 *
 * Returns: (transfer full): the bytes, or NULL with a MATCHUM_SOURCE_ERROR of UNREADABLE or TOO_LARGE (or
 * G_IO_ERROR_CANCELLED)
 */
GBytes *
matchum_source_load_bytes (GFile *file, char **name, GCancellable *cancellable, GError **error)
{
  return matchum_source_load_large_bytes (file, MATCHUM_SOURCE_MAX_BYTES, NULL, name, cancellable, error);
}

GBytes *
matchum_source_load_large_bytes (GFile *file,
                                 gsize max_bytes,
                                 gboolean (*is_large) (GBytes *start),
                                 char **name,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autofree char *display_name = NULL;
  GByteArray *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_file (file, max_bytes, is_large, &display_name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  *name = g_steal_pointer (&display_name);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * matchum_source_load:
 * @file: the file to read; nothing is written
 *
 * Reads a whole text file, as matchum_source_load_bytes() does, and takes it as matchum_source_new() does.
 *
 * Returns: (transfer full): the text, or NULL with a MATCHUM_SOURCE_ERROR other than FORMAT
 * (or G_IO_ERROR_CANCELLED)
 */
MatchumSource *
matchum_source_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  GByteArray *bytes;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_file (file, MATCHUM_SOURCE_MAX_BYTES, NULL, &name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return matchum_source_new_take (g_steal_pointer (&name), (char *) g_byte_array_free (bytes, FALSE), length, error);
}

/**
 * matchum_source_new:
 * @name: what messages call it: a file name, or words such as "the pasted text"
 * @bytes: the text, in any encoding that matchum_encoding_detect() knows; it is copied
 *
 * What is UTF-8 stays as it is, byte for byte; anything else is turned into UTF-8 without a byte order mark, and lines
 * and offsets are those of that.
 *
 * Returns: (transfer full): the text, or NULL with a MATCHUM_SOURCE_ERROR of TOO_LARGE, EMPTY, BINARY or NOT_UTF8
 */
MatchumSource *
matchum_source_new (const char *name, GBytes *bytes, GError **error)
{
  const char *data;
  gsize length;
  char *text;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!matchum_source_check_size (name, length, error))
    return NULL;
  text = g_malloc (length + 1);
  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  return matchum_source_new_take (g_strdup (name), text, length, error);
}

MatchumSource *
matchum_source_ref (MatchumSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_source_unref (MatchumSource *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_source_clear);
}

const char *
matchum_source_get_name (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
matchum_source_get_text (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gsize
matchum_source_get_length (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

guint
matchum_source_get_n_lines (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line_starts->len;
}

/* Where the line after the one that starts at index begins, or where the text ends. */
static gsize
get_next_line_start (MatchumSource *self, guint index)
{
  return index + 1 < self->line_starts->len ? g_array_index (self->line_starts, guint32, index + 1) : self->length;
}

/**
 * matchum_source_get_line_span:
 * @line: counted from 1
 *
 * Returns: the bytes of the line without its terminator (\n or \r\n; a \r by itself ends no line)
 */
MatchumSpan
matchum_source_get_line_span (MatchumSource *self, guint line)
{
  gsize start, end;

  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));
  g_return_val_if_fail (line >= 1 && line <= self->line_starts->len, MATCHUM_SPAN (0, 0));

  start = g_array_index (self->line_starts, guint32, line - 1);
  end = get_next_line_start (self, line - 1);
  if (end > start && self->text[end - 1] == '\n')
    end--;
  if (end > start && end < self->length && self->text[end] == '\n' && self->text[end - 1] == '\r')
    end--;
  return MATCHUM_SPAN (start, end);
}

MatchumSpan
matchum_source_get_line_text (MatchumSource *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_span (self, line);

  if (line == 1 && g_str_has_prefix (self->text, BYTE_ORDER_MARK))
    span.start += strlen (BYTE_ORDER_MARK);
  return span;
}

/**
 * matchum_source_get_line_at:
 * @offset: in bytes; a terminator belongs to the line it ends, and what lies past the end to the last line
 *
 * Returns: the line that holds @offset, counted from 1
 */
guint
matchum_source_get_line_at (MatchumSource *self, gsize offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->line_starts->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->line_starts, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low + 1;
}

char *
matchum_source_dup_spliced (MatchumSource *self, MatchumSpan span, const char *text)
{
  gsize length;
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  length = matchum_source_get_length (self);
  g_return_val_if_fail (span.start <= span.end && span.end <= length, NULL);

  out = g_string_sized_new (length + strlen (text) + 1);
  g_string_append_len (out, self->text, (gssize) span.start);
  g_string_append (out, text);
  g_string_append_len (out, self->text + span.end, (gssize) (length - span.end));
  return g_string_free (out, FALSE);
}

const char *
matchum_source_get_encoding (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return matchum_encoding_get_name (self->encoding);
}

/**
 * matchum_source_get_original_span:
 * @span: bytes of the text
 *
 * Returns: the bytes of the file that they were made of: whole characters. The same bytes where the file is UTF-8
 */
MatchumSpan
matchum_source_get_original_span (MatchumSource *self, MatchumSpan span)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));
  g_return_val_if_fail (span.start <= span.end && span.end <= self->length, MATCHUM_SPAN (0, 0));

  return self->map != NULL ? matchum_offset_map_get_source_span (self->map, span) : span;
}

/* Where the encoding was guessed, the person is told what to do if the guess was wrong. */
static char *
describe_encoding (MatchumSource *self)
{
  switch (self->encoding)
    {
    case MATCHUM_ENCODING_CP949:
      return g_strdup_printf (_ ("%s was read as CP949 (Korean Windows); if letters look wrong, save it again with the "
                                 "encoding UTF-8."),
                              self->name);
    case MATCHUM_ENCODING_WINDOWS_1252:
      return g_strdup_printf (_ ("%s was read as Windows-1252 (Western European); if letters look wrong, save it again "
                                 "with the encoding UTF-8."),
                              self->name);
    case MATCHUM_ENCODING_UTF16LE:
    case MATCHUM_ENCODING_UTF16BE:
      return g_strdup_printf (_ ("%s was read as UTF-16 (“Unicode” on Windows)."), self->name);
    case MATCHUM_ENCODING_UTF32LE:
    case MATCHUM_ENCODING_UTF32BE:
      return g_strdup_printf (_ ("%s was read as UTF-32."), self->name);
    case MATCHUM_ENCODING_UNKNOWN:
    case MATCHUM_ENCODING_UTF8:
    default:
      return NULL;
    }
}

static void
add_sentence (GString *sentences, char *sentence)
{
  if (sentence == NULL)
    return;
  if (sentences->len > 0)
    g_string_append_c (sentences, ' ');
  g_string_append (sentences, sentence);
  g_free (sentence);
}

static char *
describe_decomposed (MatchumSource *self, guint n)
{
  return g_strdup_printf (/* Translators: a Korean syllable of which consonants and vowels are characters of their own,
                             as macOS writes them (NFD). */
                          g_dngettext (GETTEXT_PACKAGE,
                                       "%s holds %u decomposed syllable; it is matched as a whole one.",
                                       "%s holds %u decomposed syllables; they are matched as whole ones.", n),
                          self->name, n);
}

static char *
describe_invisible (MatchumSource *self, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s holds %u invisible character; it is passed over in matching.",
                                       "%s holds %u invisible characters; they are passed over in matching.", n),
                          self->name, n);
}

static char *
describe (MatchumSource *self)
{
  const MatchumTextOddities oddities = matchum_text_oddities_count (self->text, self->length);
  GString *sentences = g_string_new (NULL);

  add_sentence (sentences, describe_encoding (self));
  if (oddities.n_decomposed > 0)
    add_sentence (sentences, describe_decomposed (self, oddities.n_decomposed));
  if (oddities.n_invisible > 0)
    add_sentence (sentences, describe_invisible (self, oddities.n_invisible));
  return g_string_free (sentences, sentences->len == 0);
}

/**
 * matchum_source_get_notice:
 *
 * What to tell the person of the text: that it was turned into UTF-8, and from what, that it holds syllables in jamo or
 * characters that are not seen. Made when it is first asked for, in the language of that moment; from any thread.
 *
 * Returns: (transfer none) (nullable): a sentence or more, or NULL where there is nothing to tell
 */
const char *
matchum_source_get_notice (MatchumSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_once_init_enter (&self->has_notice))
    {
      self->notice = describe (self);
      g_once_init_leave (&self->has_notice, 1);
    }
  return self->notice;
}
