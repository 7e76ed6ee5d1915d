/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the operators of a page (ISO 32000-1, 7.8.2) and puts marks around those outside marked content (14.8.2.2). */
#include "config.h"

#include "matchum-pdf-artifacts.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)
#define BEGIN_RULE "/Artifact BMC\n"
#define BEGIN_PAGINATION "/Artifact<</Type/Pagination>>BDC\n"
#define END "EMC\n"

typedef struct {
  const char *at;
  const char *end;
  GString *marked;
  const char *copied;    /* up to here the stream is in marked */
  const char *statement; /* where the operands of the next operator begin; NULL for none yet */
  const char *figure;    /* where a path or a text outside marked content began, or NULL */
  guint depth;           /* of marked content */
  gboolean is_text;      /* whether the figure is one */
  guint n_figures;
} Reader;

static GBytes *
convert (GConverter *converter, const char *data, gsize length)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[8192];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) n_read);
      if (bytes->len > MAX_BYTES)
        return NULL;
    }

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* --- words --- */

static gboolean
is_white (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_regular (char c)
{
  return !is_white (c) && strchr ("()<>[]{}/%", c) == NULL;
}

static void
skip_string (Reader *self)
{
  guint depth = 0;

  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\\' && self->at + 1 < self->end)
        self->at++;
      else if (*self->at == '(')
        depth++;
      else if (*self->at == ')' && --depth == 0)
        {
          self->at++;
          return;
        }
    }
}

/* Goes past one word; gives its length where it may be an operator, else 0. */
static gsize
skip_word (Reader *self)
{
  const char *start = self->at;

  if (*start == '(')
    {
      skip_string (self);
      return 0;
    }
  self->at++;
  if (*start != '/' && !is_regular (*start))
    return 0;
  while (self->at < self->end && is_regular (*self->at))
    self->at++;

  return g_ascii_isalpha (*start) || *start == '\'' || *start == '"' ? (gsize) (self->at - start) : 0;
}

static gboolean
is_word (const char *start, gsize length, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strlen (words[i]) == length && memcmp (start, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* --- figures --- */

static void
begin_figure (Reader *self, gboolean is_text)
{
  if (self->figure != NULL)
    return;
  self->figure = self->statement;
  self->is_text = is_text;
}

static void
end_figure (Reader *self)
{
  const char *start = self->figure != NULL ? self->figure : self->statement;

  g_string_append_len (self->marked, self->copied, start - self->copied);
  g_string_append (self->marked, self->is_text ? BEGIN_PAGINATION : BEGIN_RULE);
  g_string_append_len (self->marked, start, self->at - start);
  g_string_append (self->marked, "\n" END);
  self->copied = self->at;
  self->figure = NULL;
  self->is_text = FALSE;
  self->n_figures++;
}

/* Gives FALSE where marked content ends that never began. */
static gboolean
take_operator (Reader *self, const char *word, gsize length)
{
  static const char *const begins_mark[] = { "BDC", "BMC", NULL };
  static const char *const ends_mark[] = { "EMC", NULL };
  static const char *const begins_text[] = { "BT", NULL };
  static const char *const ends_text[] = { "ET", NULL };
  static const char *const paths[] = { "m", "l", "c", "v", "y", "h", "re", NULL };
  static const char *const paints[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", NULL };
  static const char *const drops[] = { "n", NULL };

  if (is_word (word, length, begins_mark))
    self->depth++;
  else if (is_word (word, length, ends_mark))
    return self->depth-- > 0;
  else if (self->depth > 0)
    return TRUE;
  else if (is_word (word, length, begins_text))
    begin_figure (self, TRUE);
  else if (is_word (word, length, paths))
    begin_figure (self, FALSE);
  else if (is_word (word, length, drops))
    self->figure = NULL;
  else if (is_word (word, length, ends_text) || is_word (word, length, paints))
    end_figure (self);

  return TRUE;
}

static gboolean
read_all (Reader *self)
{
  while (self->at < self->end)
    {
      const char *word = self->at;
      gsize length;

      if (is_white (*word))
        {
          self->at++;
          continue;
        }
      if (self->statement == NULL)
        self->statement = word;
      length = skip_word (self);
      if (length == 0)
        continue;
      if (!take_operator (self, word, length))
        return FALSE;
      self->statement = NULL;
    }

  return self->depth == 0 && self->figure == NULL;
}

GBytes *
matchum_pdf_artifacts_mark (const char *stream, gsize length)
{
  g_autoptr (GConverter) unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GString) marked = g_string_new (NULL);
  Reader reader = { NULL };

  g_return_val_if_fail (stream != NULL, NULL);

  page = convert (unpacker, stream, length);
  if (page == NULL || g_bytes_get_size (page) == 0)
    return NULL;
  reader.at = g_bytes_get_data (page, NULL);
  reader.end = reader.at + g_bytes_get_size (page);
  reader.copied = reader.at;
  reader.marked = marked;
  if (!read_all (&reader) || reader.n_figures == 0)
    return NULL;
  g_string_append_len (marked, reader.copied, reader.end - reader.copied);

  return convert (packer, marked->str, marked->len);
}
