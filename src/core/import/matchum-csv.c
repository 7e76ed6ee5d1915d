/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a text apart in one pass. Fields lie behind one another in one buffer, so that many of them cost little. */
#include "config.h"

#include "import/matchum-csv.h"

#include <string.h>

typedef struct {
  guint32 first; /* index of its first field */
  guint32 line;
} Row;

struct _MatchumCsv {
  GString *buffer; /* fields, a NUL behind each */
  GArray *fields;  /* of guint32: where they begin */
  GArray *rows;    /* of Row; one more at the end */
  guint open_line;
  guint wide_line;
};

typedef struct {
  const char *p;
  const char *end;
  guint line;
} Reader;

static gboolean
is_line_end (const Reader *reader)
{
  return reader->p < reader->end && (*reader->p == '\n' || *reader->p == '\r');
}

/* From behind the opening quote to behind the closing one. */
static void
read_quoted (MatchumCsv *self, Reader *reader)
{
  const guint line = reader->line;

  for (; reader->p < reader->end; reader->p++)
    {
      if (*reader->p == '"' && reader->p + 1 < reader->end && reader->p[1] == '"')
        reader->p++;
      else if (*reader->p == '"')
        {
          reader->p++;
          return;
        }
      reader->line += *reader->p == '\n';
      if (*reader->p != '\r' || reader->p + 1 == reader->end || reader->p[1] != '\n')
        g_string_append_c (self->buffer, *reader->p == '\r' ? '\n' : *reader->p);
    }
  if (self->open_line == 0)
    self->open_line = line;
}

/* Leaves the reader at the comma, the line end or the end. */
static void
read_field (MatchumCsv *self, Reader *reader)
{
  while (reader->p < reader->end && *reader->p == ' ')
    reader->p++;
  if (reader->p < reader->end && *reader->p == '"')
    {
      reader->p++;
      read_quoted (self, reader);
    }
  /* What stands behind a closing quote belongs to the field. */
  for (; reader->p < reader->end && *reader->p != ',' && !is_line_end (reader); reader->p++)
    g_string_append_c (self->buffer, *reader->p);
}

/* The field that was read last, from start on, without white space around it. */
static gboolean
keep_field (MatchumCsv *self, gsize start)
{
  const guint32 first = (guint32) start;
  char *text = self->buffer->str + start;

  g_strstrip (text);
  g_string_truncate (self->buffer, start + strlen (text));
  g_array_append_val (self->fields, first);
  g_string_append_c (self->buffer, '\0');
  return *(self->buffer->str + start) != '\0';
}

static void
end_line (Reader *reader)
{
  if (reader->p < reader->end && *reader->p == '\r')
    reader->p++;
  if (reader->p < reader->end && *reader->p == '\n')
    reader->p++;
  reader->line++;
}

static void
read_row (MatchumCsv *self, Reader *reader)
{
  const Row row = { self->fields->len, reader->line };
  const gsize buffered = self->buffer->len;
  gboolean has_words = FALSE;

  for (;;)
    {
      const gsize start = self->buffer->len;

      read_field (self, reader);
      if (self->fields->len - row.first < MATCHUM_CSV_MAX_COLUMNS)
        has_words |= keep_field (self, start);
      else
        {
          g_string_truncate (self->buffer, start);
          if (self->wide_line == 0)
            self->wide_line = row.line;
        }
      if (reader->p == reader->end || *reader->p != ',')
        break;
      reader->p++;
    }
  end_line (reader);
  if (has_words)
    {
      g_array_append_val (self->rows, row);
      return;
    }
  g_array_set_size (self->fields, row.first);
  g_string_truncate (self->buffer, buffered);
}

MatchumCsv *
matchum_csv_new (const char *text, gsize length)
{
  MatchumCsv *self;
  Reader reader = { text, text + length, 1 };
  Row end;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length < G_MAXUINT32 / 4, NULL);

  self = g_new0 (MatchumCsv, 1);
  self->buffer = g_string_sized_new (length + 1);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    reader.p += 3;
  while (reader.p < reader.end)
    read_row (self, &reader);
  end = (Row){ self->fields->len, reader.line };
  g_array_append_val (self->rows, end);
  return self;
}

void
matchum_csv_free (MatchumCsv *self)
{
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->fields);
  g_array_unref (self->rows);
  g_free (self);
}

static const Row *
get_row (const MatchumCsv *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

/* A field of a row, the first one counted; NULL where there is none. */
static const char *
get_field (const MatchumCsv *self, guint row, guint column)
{
  if (row + 1 >= self->rows->len || column >= get_row (self, row + 1)->first - get_row (self, row)->first)
    return NULL;
  return self->buffer->str + g_array_index (self->fields, guint32, get_row (self, row)->first + column);
}

guint
matchum_csv_get_n_rows (const MatchumCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len > 2 ? self->rows->len - 2 : 0;
}

guint
matchum_csv_get_n_columns (const MatchumCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len > 1 ? get_row (self, 1)->first : 0;
}

const char *
matchum_csv_get_name (const MatchumCsv *self, guint column)
{
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  name = get_field (self, 0, column);
  return name != NULL ? name : "";
}

/* The next letter of a name that counts, folded; 0 at its end. */
static char
next_letter (const char **p)
{
  while (**p == ' ' || **p == '_' || **p == '-')
    (*p)++;
  return **p != '\0' ? g_ascii_tolower (*(*p)++) : '\0';
}

static gboolean
is_same_name (const char *name, const char *other)
{
  char c;

  do
    {
      c = next_letter (&name);
      if (c != next_letter (&other))
        return FALSE;
  } while (c != '\0');
  return TRUE;
}

guint
matchum_csv_find_column (const MatchumCsv *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, MATCHUM_CSV_NONE);

  for (guint i = 0; i < matchum_csv_get_n_columns (self); i++)
    if (is_same_name (matchum_csv_get_name (self, i), name))
      return i;
  return MATCHUM_CSV_NONE;
}

const char *
matchum_csv_get (const MatchumCsv *self, guint row, guint column)
{
  const char *field;

  g_return_val_if_fail (self != NULL, NULL);

  field = column != MATCHUM_CSV_NONE ? get_field (self, row + 1, column) : NULL;
  return field != NULL ? field : "";
}

guint
matchum_csv_get_line (const MatchumCsv *self, guint row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < matchum_csv_get_n_rows (self), 0);

  return get_row (self, row + 1)->line;
}

guint
matchum_csv_get_open_line (const MatchumCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->open_line;
}

guint
matchum_csv_get_wide_line (const MatchumCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->wide_line;
}
