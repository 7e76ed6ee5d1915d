/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of JSON: made, changed, compared and printed. matchum-json-parser.c reads them. */
#include "config.h"

#include "resume/matchum-json-value.h"

#include <string.h>

/* Nobody reads more remarks on one file than these. */
#define MAX_NOTES 100
/* What of a name is shown in messages, in bytes. */
#define MAX_PATH_NAME 80
#define MAX_PATH 160

static void
free_note (MatchumJsonNote *note)
{
  g_free (note->path);
  g_free (note->text);
  g_free (note);
}

MatchumJsonNotes *
matchum_json_notes_new (void)
{
  MatchumJsonNotes *self = g_new0 (MatchumJsonNotes, 1);

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);
  return self;
}

void
matchum_json_notes_free (MatchumJsonNotes *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

/* The two ends of a path that is too long to be shown. */
static char *
dup_short_path (const char *path)
{
  const gsize length = strlen (path);
  const char *end = path + length - MAX_PATH / 2;
  gsize start = MAX_PATH / 2;

  if (length <= MAX_PATH)
    return g_strdup (path);
  while (((guchar) path[start] & 0xc0) == 0x80)
    start--;
  while (((guchar) *end & 0xc0) == 0x80)
    end++;
  return g_strdup_printf ("%.*s…%s", (int) start, path, end);
}

void
matchum_json_notes_add (MatchumJsonNotes *self, guint line, const char *path, char *text)
{
  MatchumJsonNote *note;

  g_return_if_fail (text != NULL);

  if (self == NULL || self->list->len >= MAX_NOTES)
    {
      if (self != NULL)
        self->n_more++;
      g_free (text);
      return;
    }
  note = g_new0 (MatchumJsonNote, 1);
  note->line = line;
  note->path = path != NULL && *path != '\0' ? dup_short_path (path) : NULL;
  note->text = text;
  g_ptr_array_add (self->list, note);
}

gsize
matchum_json_path_push (GString *path, const char *name)
{
  const gsize length = path->len;
  const char *end = name + MIN (strlen (name), MAX_PATH_NAME);

  while (end > name && ((guchar) *end & 0xc0) == 0x80)
    end--;
  if (length > 0)
    g_string_append_c (path, '.');
  g_string_append_len (path, name, end - name);
  return length;
}

static MatchumJsonValue *
new_value (MatchumJsonKind kind)
{
  MatchumJsonValue *self = g_new0 (MatchumJsonValue, 1);

  self->kind = kind;
  return self;
}

MatchumJsonValue *
matchum_json_value_new_object (void)
{
  MatchumJsonValue *self = new_value (MATCHUM_JSON_OBJECT);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_json_value_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

MatchumJsonValue *
matchum_json_value_new_array (void)
{
  MatchumJsonValue *self = new_value (MATCHUM_JSON_ARRAY);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_json_value_free);
  return self;
}

MatchumJsonValue *
matchum_json_value_new_string (const char *text)
{
  MatchumJsonValue *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = new_value (MATCHUM_JSON_STRING);
  self->text = g_strdup (text);
  return self;
}

MatchumJsonValue *
matchum_json_value_copy (const MatchumJsonValue *self)
{
  MatchumJsonValue *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = new_value (self->kind);
  copy->line = self->line;
  copy->text = g_strdup (self->text);
  if (self->children != NULL)
    copy->children = g_ptr_array_new_full (self->children->len, (GDestroyNotify) matchum_json_value_free);
  if (self->names != NULL)
    copy->names = g_ptr_array_new_full (self->names->len, g_free);
  for (guint i = 0; i < matchum_json_value_get_n (self); i++)
    {
      g_ptr_array_add (copy->children, matchum_json_value_copy (matchum_json_value_get_child (self, i)));
      if (self->names != NULL)
        g_ptr_array_add (copy->names, g_strdup (matchum_json_value_get_name (self, i)));
    }
  return copy;
}

void
matchum_json_value_free (MatchumJsonValue *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

guint
matchum_json_value_get_n (const MatchumJsonValue *self)
{
  return self != NULL && self->children != NULL ? self->children->len : 0;
}

MatchumJsonValue *
matchum_json_value_get_child (const MatchumJsonValue *self, guint index)
{
  g_return_val_if_fail (index < matchum_json_value_get_n (self), NULL);

  return g_ptr_array_index (self->children, index);
}

const char *
matchum_json_value_get_name (const MatchumJsonValue *self, guint index)
{
  g_return_val_if_fail (index < matchum_json_value_get_n (self) && self->names != NULL, NULL);

  return g_ptr_array_index (self->names, index);
}

static gboolean
find_member (const MatchumJsonValue *self, const char *name, guint *index)
{
  if (self == NULL || self->names == NULL)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

MatchumJsonValue *
matchum_json_value_get_member (const MatchumJsonValue *self, const char *name)
{
  guint index;

  g_return_val_if_fail (name != NULL, NULL);

  return find_member (self, name, &index) ? matchum_json_value_get_child (self, index) : NULL;
}

const char *
matchum_json_value_get_string (const MatchumJsonValue *self, const char *name)
{
  const MatchumJsonValue *value = matchum_json_value_get_member (self, name);

  return value != NULL && value->kind == MATCHUM_JSON_STRING ? value->text : NULL;
}

void
matchum_json_value_set_member (MatchumJsonValue *self, const char *name, MatchumJsonValue *value)
{
  guint index;

  g_return_if_fail (self != NULL && self->kind == MATCHUM_JSON_OBJECT);
  g_return_if_fail (name != NULL && value != NULL);

  if (find_member (self, name, &index))
    {
      matchum_json_value_free (g_ptr_array_index (self->children, index));
      g_ptr_array_index (self->children, index) = value;
      return;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->children, value);
}

void
matchum_json_value_set_string (MatchumJsonValue *self, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    matchum_json_value_set_member (self, name, matchum_json_value_new_string (text));
}

void
matchum_json_value_remove_member (MatchumJsonValue *self, const char *name)
{
  guint index;

  g_return_if_fail (self != NULL && name != NULL);

  if (!find_member (self, name, &index))
    return;
  g_ptr_array_remove_index (self->children, index);
  g_ptr_array_remove_index (self->names, index);
}

void
matchum_json_value_append (MatchumJsonValue *self, MatchumJsonValue *value)
{
  g_return_if_fail (self != NULL && self->kind == MATCHUM_JSON_ARRAY);
  g_return_if_fail (value != NULL);

  g_ptr_array_add (self->children, value);
}

static GHashTable *
index_members (const MatchumJsonValue *self)
{
  GHashTable *members = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_json_value_get_n (self); i++)
    g_hash_table_insert (members, (gpointer) matchum_json_value_get_name (self, i),
                         matchum_json_value_get_child (self, i));
  return members;
}

static gboolean
has_equal_members (const MatchumJsonValue *self, const MatchumJsonValue *other)
{
  g_autoptr (GHashTable) members = index_members (other);

  for (guint i = 0; i < matchum_json_value_get_n (self); i++)
    {
      const MatchumJsonValue *member = g_hash_table_lookup (members, matchum_json_value_get_name (self, i));

      if (member == NULL || !matchum_json_value_is_equal (matchum_json_value_get_child (self, i), member))
        return FALSE;
    }
  return TRUE;
}

gboolean
matchum_json_value_is_equal (const MatchumJsonValue *self, const MatchumJsonValue *other)
{
  if (self == NULL || other == NULL)
    return self == other;
  if (self->kind != other->kind || matchum_json_value_get_n (self) != matchum_json_value_get_n (other))
    return FALSE;
  if (self->kind == MATCHUM_JSON_OBJECT)
    return has_equal_members (self, other);
  for (guint i = 0; i < matchum_json_value_get_n (self); i++)
    if (!matchum_json_value_is_equal (matchum_json_value_get_child (self, i), matchum_json_value_get_child (other, i)))
      return FALSE;
  return g_strcmp0 (self->text, other->text) == 0;
}

gboolean
matchum_json_value_is_empty (const MatchumJsonValue *self)
{
  if (self == NULL || self->kind == MATCHUM_JSON_NULL)
    return TRUE;
  if (self->kind == MATCHUM_JSON_STRING)
    return *self->text == '\0';
  return self->children != NULL && self->children->len == 0;
}

static void
print_string (GString *out, const char *text, gboolean is_compact)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\r')
        g_string_append (out, "\\r");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (c < 0x20 || c == 0x7f || (is_compact && (c == '<' || c == '>')))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_c (out, (char) c);
    }
  g_string_append_c (out, '"');
}

static void
break_line (GString *out, guint depth, gboolean is_compact)
{
  if (!is_compact)
    g_string_append_printf (out, "\n%*s", (int) (2 * depth), "");
}

static void
print_value (GString *out, const MatchumJsonValue *self, guint depth, gboolean is_compact)
{
  const gboolean is_object = self->kind == MATCHUM_JSON_OBJECT;

  if (self->children == NULL)
    {
      if (self->kind == MATCHUM_JSON_STRING)
        print_string (out, self->text, is_compact);
      else
        g_string_append (out, self->kind == MATCHUM_JSON_NULL ? "null" : self->text);
      return;
    }
  g_string_append_c (out, is_object ? '{' : '[');
  for (guint i = 0; i < self->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      break_line (out, depth + 1, is_compact);
      if (is_object)
        {
          print_string (out, matchum_json_value_get_name (self, i), is_compact);
          g_string_append (out, is_compact ? ":" : ": ");
        }
      print_value (out, matchum_json_value_get_child (self, i), depth + 1, is_compact);
    }
  if (self->children->len > 0)
    break_line (out, depth, is_compact);
  g_string_append_c (out, is_object ? '}' : ']');
}

char *
matchum_json_value_print (const MatchumJsonValue *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  print_value (out, self, 0, FALSE);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

char *
matchum_json_value_print_compact (const MatchumJsonValue *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  print_value (out, self, 0, TRUE);
  return g_string_free (out, FALSE);
}
