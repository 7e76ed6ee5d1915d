/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, finds out and decodes the encodings of texts, each in one pass. */
#include "config.h"

#include "text/matchum-encoding.h"

#include <errno.h>
#include <string.h>

#include "text/matchum-encoding-guess.h"

typedef struct {
  const char *name;
  gsize unit; /* bytes of the smallest unit */
  gboolean is_big_endian;
} Form;

static const Form forms[] = {
  [MATCHUM_ENCODING_UNKNOWN] = { NULL, 1, FALSE },       [MATCHUM_ENCODING_UTF8] = { "UTF-8", 1, FALSE },
  [MATCHUM_ENCODING_UTF16LE] = { "UTF-16LE", 2, FALSE }, [MATCHUM_ENCODING_UTF16BE] = { "UTF-16BE", 2, TRUE },
  [MATCHUM_ENCODING_UTF32LE] = { "UTF-32LE", 4, FALSE }, [MATCHUM_ENCODING_UTF32BE] = { "UTF-32BE", 4, TRUE },
  [MATCHUM_ENCODING_CP949] = { "CP949", 1, FALSE },      [MATCHUM_ENCODING_WINDOWS_1252] = { "windows-1252", 1, FALSE },
};

typedef struct {
  const char *mark;
  gsize length;
  MatchumEncoding encoding;
} Mark;

/* The longer first: no text begins with a NUL after the mark of UTF-16. */
static const Mark marks[] = {
  { "\xff\xfe\0\0", 4, MATCHUM_ENCODING_UTF32LE }, { "\0\0\xfe\xff", 4, MATCHUM_ENCODING_UTF32BE },
  { "\xff\xfe", 2, MATCHUM_ENCODING_UTF16LE },     { "\xfe\xff", 2, MATCHUM_ENCODING_UTF16BE },
  { "\xef\xbb\xbf", 3, MATCHUM_ENCODING_UTF8 },
};

#define BYTE_ORDER_MARK 0xfeff
#define BLOCK_BYTES 8192

static const Mark *
find_mark (const char *bytes, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

const char *
matchum_encoding_get_name (MatchumEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (forms), NULL);

  return forms[encoding].name;
}

gboolean
matchum_encoding_is_wide (MatchumEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (forms), FALSE);

  return forms[encoding].unit > 1;
}

/**
 * matchum_encoding_detect:
 * @bytes: all of a text: the end counts as well
 *
 * Finds out in which encoding a text is: by a byte order mark, because it is valid UTF-8, because every other byte is a
 * NUL as in UTF-16, because it reads as Korean or as a Western European language. What is found may still turn out
 * broken when it is decoded: where a few bytes of a Korean text are damaged, that says more than "unknown".
 *
 * Returns: the encoding
 */
MatchumEncoding
matchum_encoding_detect (const char *bytes, gsize length)
{
  const Mark *mark;

  g_return_val_if_fail (bytes != NULL || length == 0, MATCHUM_ENCODING_UNKNOWN);

  mark = find_mark (bytes, length);
  if (mark != NULL && mark->encoding != MATCHUM_ENCODING_UTF8)
    return mark->encoding;
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return MATCHUM_ENCODING_UTF8;
  if (mark != NULL)
    return MATCHUM_ENCODING_UNKNOWN;
  return matchum_encoding_guess (bytes, length);
}

static guint32
get_unit (const Form *form, const guchar *bytes)
{
  guint32 unit = 0;

  for (gsize i = 0; i < form->unit; i++)
    unit = unit << 8 | bytes[form->is_big_endian ? i : form->unit - 1 - i];
  return unit;
}

static gboolean
is_high_surrogate (guint32 unit)
{
  return unit >= 0xd800 && unit <= 0xdbff;
}

static gboolean
is_low_surrogate (guint32 unit)
{
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Bytes of the first character of bytes, of which there are n; 0 where they are none. */
static gsize
get_wide_character (const Form *form, const guchar *bytes, gsize n, gunichar *c)
{
  guint32 low;

  if (n < form->unit)
    return 0;
  *c = get_unit (form, bytes);
  if (form->unit == 4 || (!is_high_surrogate (*c) && !is_low_surrogate (*c)))
    return g_unichar_validate (*c) ? form->unit : 0;
  if (is_low_surrogate (*c) || n < 2 * form->unit)
    return 0;
  low = get_unit (form, bytes + form->unit);
  if (!is_low_surrogate (low))
    return 0;
  *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
  return 2 * form->unit;
}

static MatchumEncodingOutcome
decode_wide (const Form *form, const char *bytes, gsize length, gsize max_length, GString *text, MatchumOffsetMap *map)
{
  gsize i = 0;

  while (i < length)
    {
      char character[6];
      gunichar c;
      const gsize n_taken = get_wide_character (form, (const guchar *) bytes + i, length - i, &c);
      gint n_given;

      if (n_taken == 0)
        return MATCHUM_ENCODING_BROKEN;
      n_given = i == 0 && c == BYTE_ORDER_MARK ? 0 : g_unichar_to_utf8 (c, character);
      if (text->len + (gsize) n_given > max_length)
        return MATCHUM_ENCODING_TOO_LONG;
      g_string_append_len (text, character, n_given);
      matchum_offset_map_append_whole (map, (gsize) n_given, MATCHUM_SPAN (i, i + n_taken));
      i += n_taken;
    }
  return MATCHUM_ENCODING_DONE;
}

/* Walks over what a converter took and what it gave at once: one character for each of ASCII, of one byte or of two. */
static void
map_block (MatchumOffsetMap *map,
           const char *bytes,
           MatchumSpan taken,
           gsize wide_length,
           const char *given,
           const char *end)
{
  for (gsize i = taken.start; given < end && i < taken.end;)
    {
      const gsize n_given = MIN ((gsize) g_utf8_skip[(guchar) *given], (gsize) (end - given));
      const gsize n_taken = MIN ((guchar) bytes[i] < 0x80 ? 1 : wide_length, taken.end - i);

      if (n_taken == 1 && n_given == 1)
        matchum_offset_map_append (map, 1, MATCHUM_SPAN (i, i + 1));
      else
        matchum_offset_map_append_whole (map, n_given, MATCHUM_SPAN (i, i + n_taken));
      given += n_given;
      i += n_taken;
    }
}

static MatchumEncodingOutcome
decode_blocks (GIConv converter,
               const char *bytes,
               gsize length,
               gsize max_length,
               gsize wide_length,
               GString *text,
               MatchumOffsetMap *map)
{
  char *in = (char *) bytes;
  gsize n_in = length;

  while (n_in > 0)
    {
      char block[BLOCK_BYTES];
      char *out = block;
      gsize n_out = sizeof block;
      const gsize start = (gsize) (in - bytes);
      const gboolean is_stopped = g_iconv (converter, &in, &n_in, &out, &n_out) == (gsize) -1;
      const int cause = errno;

      if (text->len + (gsize) (out - block) > max_length)
        return MATCHUM_ENCODING_TOO_LONG;
      g_string_append_len (text, block, out - block);
      map_block (map, bytes, MATCHUM_SPAN (start, (gsize) (in - bytes)), wide_length, block, out);
      if (is_stopped && (cause != E2BIG || out == block))
        return MATCHUM_ENCODING_BROKEN;
    }
  return MATCHUM_ENCODING_DONE;
}

static MatchumEncodingOutcome
decode_by_converter (MatchumEncoding encoding,
                     const char *bytes,
                     gsize length,
                     gsize max_length,
                     GString *text,
                     MatchumOffsetMap *map)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding == MATCHUM_ENCODING_CP949 ? "CP949" : "CP1252");
  MatchumEncodingOutcome outcome;

  if (converter == (GIConv) -1)
    return MATCHUM_ENCODING_NO_CONVERTER;
  outcome = decode_blocks (converter, bytes, length, max_length, encoding == MATCHUM_ENCODING_CP949 ? 2 : 1, text, map);
  g_iconv_close (converter);
  return outcome;
}

/**
 * matchum_encoding_decode:
 * @encoding: any but MATCHUM_ENCODING_UNKNOWN and MATCHUM_ENCODING_UTF8, which needs no decoding
 * @bytes: the text in that encoding; a byte order mark is no part of it
 * @max_length: the most bytes of UTF-8 that are made of it
 * @text: an empty string, to which the text is written as UTF-8; where it is broken, what comes before that place
 * @map: an empty map; afterwards it leads from @text back to @bytes
 *
 * Returns: whether all of it could be decoded, or why not
 */
MatchumEncodingOutcome
matchum_encoding_decode (MatchumEncoding encoding,
                         const char *bytes,
                         gsize length,
                         gsize max_length,
                         GString *text,
                         MatchumOffsetMap *map)
{
  g_return_val_if_fail (encoding > MATCHUM_ENCODING_UTF8 && encoding < G_N_ELEMENTS (forms), MATCHUM_ENCODING_BROKEN);
  g_return_val_if_fail (bytes != NULL || length == 0, MATCHUM_ENCODING_BROKEN);
  g_return_val_if_fail (text != NULL && text->len == 0 && map != NULL, MATCHUM_ENCODING_BROKEN);

  if (matchum_encoding_is_wide (encoding))
    return decode_wide (&forms[encoding], bytes, length, max_length, text, map);
  return decode_by_converter (encoding, bytes, length, max_length, text, map);
}
