/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out which encoding an HTML page is in and decodes it, leaving out what cannot be decoded. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-html-charset.h"

#include <errno.h>
#include <string.h>

/* What a page says of its encoding stands in its head. */
#define HEAD_BYTES 8192
#define SNIFF_BYTES 4096
#define MAX_LABEL 40

typedef struct {
  const char *label;
  const char *charset;
} Alias;

/* Encodings that are wider than pages call them. */
static const Alias aliases[] = {
  { "utf8", "UTF-8" },           { "unicode-1-1-utf-8", "UTF-8" },
  { "euc-kr", "CP949" },         { "euckr", "CP949" },
  { "ks_c_5601-1987", "CP949" }, { "ks_c_5601", "CP949" },
  { "ksc5601", "CP949" },        { "ksc_5601", "CP949" },
  { "korean", "CP949" },         { "windows-949", "CP949" },
  { "ms949", "CP949" },          { "x-windows-949", "CP949" },
  { "cp949", "CP949" },          { "iso-8859-1", "CP1252" },
  { "latin1", "CP1252" },        { "us-ascii", "CP1252" },
  { "ascii", "CP1252" },         { "windows-1252", "CP1252" },
  { "shift_jis", "CP932" },      { "sjis", "CP932" },
  { "x-sjis", "CP932" },         { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
};

static gboolean
is_label_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/* Encodings in which bytes of ASCII mean something else let markup hide from whoever looks at the bytes. */
static gboolean
is_refused (const char *label)
{
  return g_str_has_prefix (label, "utf-7") || g_str_has_prefix (label, "utf7") || g_str_has_prefix (label, "iso-2022")
         || g_str_has_prefix (label, "utf-16") || g_str_has_prefix (label, "utf-32")
         || g_str_equal (label, "hz-gb-2312");
}

/* "charset=euc-kr", with quotes or without; NULL where the head does not say, or says nothing that is known. */
static char *
find_declared_charset (const char *bytes, gsize length)
{
  const char *end = bytes + MIN (length, HEAD_BYTES);

  for (const char *p = bytes; p + 8 < end; p++)
    {
      char label[MAX_LABEL + 1];
      gsize n = 0;

      if (g_ascii_tolower (*p) != 'c' || g_ascii_strncasecmp (p, "charset", 7) != 0)
        continue;
      for (p += 7; p < end && g_ascii_isspace (*p); p++)
        ;
      if (p == end || *p != '=')
        continue;
      for (p++; p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\''); p++)
        ;
      for (; p < end && n < MAX_LABEL && is_label_byte (*p); p++)
        label[n++] = g_ascii_tolower (*p);
      label[n] = '\0';
      for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
        if (g_str_equal (aliases[i].label, label))
          return g_strdup (aliases[i].charset);
      return n > 0 && !is_refused (label) ? g_strdup (label) : NULL;
    }
  return NULL;
}

typedef struct {
  gsize n_bad; /* bytes that were left out */
  GString *text;
} Decoded;

/* Decodes bytes, leaving out what charset does not have; text is NULL where charset is not known here. */
static Decoded
decode_as (const char *charset, const char *bytes, gsize length)
{
  Decoded decoded = { 0 };
  GIConv converter = g_iconv_open ("UTF-8", charset);
  char *in = (char *) bytes;
  gsize n_in = length;
  char buffer[4096];

  if (converter == (GIConv) -1)
    return decoded;
  decoded.text = g_string_sized_new (length + length / 2);
  while (n_in > 0)
    {
      char *out = buffer;
      gsize n_out = sizeof buffer;
      gsize done = g_iconv (converter, &in, &n_in, &out, &n_out);
      int cause = errno;

      g_string_append_len (decoded.text, buffer, (gssize) (sizeof buffer - n_out));
      if (done != (gsize) -1 || cause == E2BIG)
        continue;
      decoded.n_bad++;
      in++;
      n_in--;
    }
  g_iconv_close (converter);
  if (!g_utf8_validate (decoded.text->str, (gssize) decoded.text->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (decoded.text->str, (gssize) decoded.text->len);

      g_string_assign (decoded.text, valid);
    }
  return decoded;
}

/* UTF-8 needs no converter: what is not valid is left out. */
static Decoded
decode_utf8 (const char *bytes, gsize length)
{
  Decoded decoded = { .text = g_string_sized_new (length) };
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *bad;

      g_utf8_validate (bytes, end - bytes, &bad);
      g_string_append_len (decoded.text, bytes, bad - bytes);
      if (bad == end)
        break;
      decoded.n_bad++;
      bytes = bad + 1;
    }
  return decoded;
}

static const char *
find_utf16 (const char *bytes, gsize length)
{
  const gsize sniffed = MIN (length, SNIFF_BYTES) & ~(gsize) 1;
  gsize n_zeros[2] = { 0, 0 };

  if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  for (gsize i = 0; i < sniffed; i++)
    n_zeros[i & 1] += bytes[i] == '\0';
  /* Markup is ASCII, of which every other byte is then a zero. */
  if (n_zeros[0] == 0 && n_zeros[1] * 16 >= sniffed && n_zeros[1] >= 4)
    return "UTF-16LE";
  if (n_zeros[1] == 0 && n_zeros[0] * 16 >= sniffed && n_zeros[0] >= 4)
    return "UTF-16BE";
  return NULL;
}

/* Whether most bytes beyond ASCII come in pairs, as in Korean, and not one by one, as in accented letters. */
static gboolean
comes_in_pairs (const char *bytes, gsize length)
{
  gsize n_pairs = 0, n_single = 0;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) bytes[i] < 0x80)
        continue;
      if (i + 1 < length && (guchar) bytes[i + 1] >= 0x80)
        {
          n_pairs++;
          i++;
        }
      else
        n_single++;
    }
  return n_pairs >= n_single;
}

static void
take_better (Decoded *best, Decoded other)
{
  if (other.text != NULL && (best->text == NULL || other.n_bad < best->n_bad))
    {
      if (best->text != NULL)
        g_string_free (best->text, TRUE);
      *best = other;
    }
  else if (other.text != NULL)
    g_string_free (other.text, TRUE);
}

/* No text that has more than ASCII is UTF-8 by chance. Where it is not, the page's own word goes before guesses. */
static GString *
decode_bytes (const char *bytes, gsize length)
{
  g_autofree char *declared = NULL;
  Decoded best = decode_utf8 (bytes, length);

  if (best.n_bad == 0)
    return best.text;
  declared = find_declared_charset (bytes, length);
  if (declared != NULL && g_ascii_strcasecmp (declared, "UTF-8") != 0)
    take_better (&best, decode_as (declared, bytes, length));
  if (best.n_bad > 0)
    take_better (&best, decode_as (comes_in_pairs (bytes, length) ? "CP949" : "CP1252", bytes, length));
  return best.text;
}

static gboolean
is_dropped (guchar byte)
{
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') || byte == 0x7f;
}

static GString *
drop_controls (const char *text, gsize length)
{
  GString *kept = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (!is_dropped ((guchar) text[i]))
      g_string_append_c (kept, text[i]);
  return kept;
}

GString *
matchum_html_charset_decode (const char *bytes, gsize length)
{
  const char *wide = find_utf16 (bytes, length);
  Decoded decoded = { 0 };
  GString *text;

  if (wide != NULL)
    decoded = decode_as (wide, bytes, length);
  if (decoded.text != NULL)
    {
      text = drop_controls (decoded.text->str, decoded.text->len);
      g_string_free (decoded.text, TRUE);
    }
  else
    {
      GString *plain = drop_controls (bytes, length);

      text = decode_bytes (plain->str, plain->len);
      g_string_free (plain, TRUE);
    }
  if (g_str_has_prefix (text->str, "\xef\xbb\xbf"))
    g_string_erase (text, 0, 3);
  return text;
}
