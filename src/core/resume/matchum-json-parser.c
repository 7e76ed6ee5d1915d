/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads JSON as RFC 8259 has it, and tells the line of what is wrong. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

/* Above what two thousand pages hold. */
#define MAX_VALUES 1000000
/* Objects with more members than this look their names up in a table. */
#define FEW_MEMBERS 16

typedef struct {
  const char *name; /* of the file */
  const char *at;
  const char *end;
  guint line;
  guint depth;
  guint max_depth;
  guint n_values;
  GString *path;
  MatchumJsonNotes *notes;
  GError **error;
} Parser;

/* Takes problem. */
static gboolean
fail (Parser *self, char *problem)
{
  /* A problem found first is the one that is told. */
  if (self->error != NULL && *self->error == NULL)
    /* Translators: file, line, and what is wrong there, a sentence. */
    g_set_error (self->error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT, _ ("%s:%u: This is no JSON: %s"),
                 self->name, self->line, problem);
  g_free (problem);
  return FALSE;
}

static void
skip_space (Parser *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->line += *self->at++ == '\n';
}

static gboolean
fail_at_sign (Parser *self)
{
  g_autofree char *sign = NULL;

  if (self->at >= self->end)
    return fail (self, g_strdup (_ ("the text ends too early.")));
  sign = g_strndup (self->at, (gsize) (MIN (g_utf8_next_char (self->at), self->end) - self->at));
  return fail (self, g_strdup_printf (_ ("“%s” may not stand here."), sign));
}

/* Strings */

static gboolean
parse_hex (Parser *self, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return fail (self, g_strdup (_ ("\\u needs four hexadecimal digits.")));
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

static void
note_lost_character (Parser *self)
{
  matchum_json_notes_add (self->notes, self->line, self->path->str,
                          g_strdup (_ ("A character that no text may hold was replaced by “�”.")));
}

static gboolean
parse_unicode_escape (Parser *self, GString *text)
{
  gunichar unit, low;

  if (!parse_hex (self, &unit))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      const char *before = self->at;

      self->at += 2;
      if (!parse_hex (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      else
        self->at = before;
    }
  if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
    {
      note_lost_character (self);
      unit = 0xfffd;
    }
  g_string_append_unichar (text, unit);
  return TRUE;
}

static gboolean
parse_escape (Parser *self, GString *text)
{
  static const char signs[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *sign;

  self->at++;
  if (self->at >= self->end || *self->at == '\0')
    return fail_at_sign (self);
  if (*self->at == 'u')
    {
      self->at++;
      return parse_unicode_escape (self, text);
    }
  sign = strchr (signs, *self->at);
  if (sign == NULL)
    return fail_at_sign (self);
  g_string_append_c (text, meanings[sign - signs]);
  self->at++;
  return TRUE;
}

static void
take_raw_control (Parser *self, GString *text)
{
  matchum_json_notes_add (self->notes, self->line, self->path->str,
                          g_strdup (_ ("A line break or tab stands in the text as it is; JSON writes \\n or \\t.")));
  self->line += *self->at == '\n';
  g_string_append_c (text, *self->at++);
}

/* The text between two quotation marks, the first of which is here; NULL and an error where it does not end. */
static char *
parse_text (Parser *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (self->at++; self->at < self->end && *self->at != '"';)
    {
      const char *start = self->at;

      if (*self->at == '\\')
        {
          if (!parse_escape (self, text))
            return NULL;
          continue;
        }
      if ((guchar) *self->at < 0x20)
        {
          take_raw_control (self, text);
          continue;
        }
      while (self->at < self->end && *self->at != '"' && *self->at != '\\' && (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (text, start, self->at - start);
    }
  if (self->at >= self->end)
    {
      fail_at_sign (self);
      return NULL;
    }
  self->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Numbers and words */

static gsize
count_digits (const char *at, const char *end)
{
  gsize n = 0;

  while (at + n < end && g_ascii_isdigit (at[n]))
    n++;
  return n;
}

/* Where a number that starts at at ends, or NULL where there is none. */
static const char *
find_number_end (const char *at, const char *end)
{
  gsize n;

  if (at < end && *at == '-')
    at++;
  n = count_digits (at, end);
  if (n == 0 || (n > 1 && *at == '0'))
    return NULL;
  at += n;
  if (at < end && *at == '.')
    {
      n = count_digits (at + 1, end);
      if (n == 0)
        return NULL;
      at += 1 + n;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      n = count_digits (at, end);
      if (n == 0)
        return NULL;
      at += n;
    }
  return at;
}

static MatchumJsonValue *
new_leaf (Parser *self, MatchumJsonKind kind, char *text)
{
  MatchumJsonValue *value = g_new0 (MatchumJsonValue, 1);

  value->kind = kind;
  value->line = self->line;
  value->text = text;
  return value;
}

static MatchumJsonValue *
parse_leaf (Parser *self)
{
  static const char *const words[] = { "null", "true", "false" };
  const char *number_end;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= n && memcmp (self->at, words[i], n) == 0)
        {
          self->at += n;
          return i == 0 ? new_leaf (self, MATCHUM_JSON_NULL, NULL)
                        : new_leaf (self, MATCHUM_JSON_BOOLEAN, g_strdup (words[i]));
        }
    }
  number_end = find_number_end (self->at, self->end);
  if (number_end != NULL)
    {
      char *text = g_strndup (self->at, (gsize) (number_end - self->at));

      self->at = number_end;
      return new_leaf (self, MATCHUM_JSON_NUMBER, text);
    }
  fail_at_sign (self);
  return NULL;
}

/* Arrays and objects */

static gboolean
skip_string (Parser *self)
{
  for (self->at++; self->at < self->end && *self->at != '"'; self->at++)
    {
      self->line += *self->at == '\n';
      if (*self->at == '\\' && self->at + 1 < self->end)
        self->at++;
    }
  if (self->at >= self->end)
    return fail_at_sign (self);
  self->at++;
  return TRUE;
}

/* Goes past an array or object that is too deep to be kept; only its brackets and strings are looked at. */
static gboolean
skip_deep (Parser *self)
{
  g_autoptr (GByteArray) open = g_byte_array_new ();
  const guint line = self->line;

  do
    {
      const guint8 c = (guint8) *self->at;

      if (c == '"')
        {
          if (!skip_string (self))
            return FALSE;
          continue;
        }
      if (c == '{' || c == '[')
        g_byte_array_append (open, &c, 1);
      else if (c == '}' || c == ']')
        {
          if (open->data[open->len - 1] != (c == '}' ? '{' : '['))
            return fail_at_sign (self);
          g_byte_array_set_size (open, open->len - 1);
        }
      self->line += c == '\n';
      self->at++;
  } while (open->len > 0 && self->at < self->end);
  if (open->len > 0)
    return fail_at_sign (self);
  matchum_json_notes_add (self->notes, line, self->path->str,
                          g_strdup_printf (_ ("This is nested more than %u deep and was left out."), self->max_depth));
  return TRUE;
}

static MatchumJsonValue *parse_value (Parser *self);

/* Whether another value follows; is_first: none was read yet. *is_over where the bracket is closed. */
static gboolean
parse_comma (Parser *self, char closing, gboolean is_first, gboolean *is_over)
{
  skip_space (self);
  *is_over = self->at < self->end && *self->at == closing;
  if (*is_over)
    {
      self->at++;
      return TRUE;
    }
  if (is_first)
    return TRUE;
  if (self->at >= self->end || *self->at != ',')
    return fail_at_sign (self);
  self->at++;
  skip_space (self);
  return TRUE;
}

static gboolean
parse_elements (Parser *self, MatchumJsonValue *array)
{
  const gsize path_length = self->path->len;
  gboolean is_over;

  while (parse_comma (self, ']', array->children->len == 0, &is_over))
    {
      MatchumJsonValue *value;

      if (is_over)
        return TRUE;
      g_string_append_printf (self->path, "[%u]", array->children->len);
      value = parse_value (self);
      g_string_truncate (self->path, path_length);
      if (value == NULL)
        return FALSE;
      g_ptr_array_add (array->children, value);
    }
  return FALSE;
}

/* The index of the member of that name plus one, or 0; table is made where there are many. */
static guint
find_name (const MatchumJsonValue *object, GHashTable **table, const char *name)
{
  if (*table == NULL && object->names->len <= FEW_MEMBERS)
    {
      for (guint i = 0; i < object->names->len; i++)
        if (g_str_equal (g_ptr_array_index (object->names, i), name))
          return i + 1;
      return 0;
    }
  if (*table == NULL)
    {
      *table = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < object->names->len; i++)
        g_hash_table_insert (*table, g_ptr_array_index (object->names, i), GUINT_TO_POINTER (i + 1));
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (*table, name));
}

/* Takes name and value. Of two members with the same name the last counts, as with most readers. */
static void
add_member (Parser *self, MatchumJsonValue *object, GHashTable **table, char *name, MatchumJsonValue *value)
{
  const guint place = find_name (object, table, name);

  if (place > 0)
    {
      matchum_json_notes_add (self->notes, value->line, self->path->str,
                              g_strdup (_ ("The name stands here twice; only the last value counts.")));
      matchum_json_value_free (g_ptr_array_index (object->children, place - 1));
      g_ptr_array_index (object->children, place - 1) = value;
      g_free (name);
      return;
    }
  g_ptr_array_add (object->names, name);
  g_ptr_array_add (object->children, value);
  if (*table != NULL)
    g_hash_table_insert (*table, name, GUINT_TO_POINTER (object->names->len));
}

static gboolean
parse_member (Parser *self, MatchumJsonValue *object, GHashTable **table)
{
  const gsize path_length = self->path->len;
  g_autofree char *name = NULL;
  MatchumJsonValue *value;

  if (self->at >= self->end || *self->at != '"')
    return fail_at_sign (self);
  name = parse_text (self);
  if (name == NULL)
    return FALSE;
  skip_space (self);
  if (self->at >= self->end || *self->at != ':')
    return fail_at_sign (self);
  self->at++;
  matchum_json_path_push (self->path, name);
  value = parse_value (self);
  if (value != NULL)
    add_member (self, object, table, g_steal_pointer (&name), value);
  g_string_truncate (self->path, path_length);
  return value != NULL;
}

static gboolean
parse_members (Parser *self, MatchumJsonValue *object)
{
  g_autoptr (GHashTable) table = NULL;
  gboolean is_over;

  while (parse_comma (self, '}', object->children->len == 0, &is_over))
    {
      if (is_over)
        return TRUE;
      if (!parse_member (self, object, &table))
        return FALSE;
    }
  return FALSE;
}

static MatchumJsonValue *
parse_container (Parser *self)
{
  g_autoptr (MatchumJsonValue) value = NULL;
  const gboolean is_object = *self->at == '{';
  gboolean is_good;

  if (self->depth >= self->max_depth)
    return skip_deep (self) ? new_leaf (self, MATCHUM_JSON_NULL, NULL) : NULL;
  value = is_object ? matchum_json_value_new_object () : matchum_json_value_new_array ();
  value->line = self->line;
  self->at++;
  self->depth++;
  is_good = is_object ? parse_members (self, value) : parse_elements (self, value);
  self->depth--;
  return is_good ? g_steal_pointer (&value) : NULL;
}

static MatchumJsonValue *
parse_value (Parser *self)
{
  skip_space (self);
  if (self->at >= self->end)
    {
      fail_at_sign (self);
      return NULL;
    }
  if (++self->n_values > MAX_VALUES)
    {
      fail (self, g_strdup (_ ("it holds more values than any resume.")));
      return NULL;
    }
  if (*self->at == '{' || *self->at == '[')
    return parse_container (self);
  if (*self->at == '"')
    {
      const guint line = self->line;
      char *text = parse_text (self);
      MatchumJsonValue *value = text != NULL ? new_leaf (self, MATCHUM_JSON_STRING, text) : NULL;

      if (value != NULL)
        value->line = line;
      return value;
    }
  return parse_leaf (self);
}

/**
 * matchum_json_value_parse:
 * @name: of the file, for messages
 * @text: valid UTF-8
 * @length: its bytes
 * @max_depth: how many arrays and objects may stand within each other
 * @notes: (nullable): gets what was read in another way than it stands: names that come twice, what is nested too deep,
 *   characters that no text may hold
 *
 * Returns: (transfer full): the value, or NULL with MATCHUM_SOURCE_ERROR_FORMAT, which names the line
 */
MatchumJsonValue *
matchum_json_value_parse (const char *name,
                          const char *text,
                          gsize length,
                          guint max_depth,
                          MatchumJsonNotes *notes,
                          GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (MatchumJsonValue) value = NULL;
  Parser self = {
    .name = name, .at = text, .end = text + length, .line = 1, .max_depth = max_depth, .path = path, .notes = notes
  };

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self.error = error;
  value = parse_value (&self);
  if (value == NULL)
    return NULL;
  skip_space (&self);
  if (self.at < self.end)
    {
      fail_at_sign (&self);
      return NULL;
    }
  return g_steal_pointer (&value);
}
