/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what Markdown has no words for into comments, and puts it back. */
#include "config.h"

#include "resume/matchum-json-carry.h"

#include <string.h>

#define OPENING "<!-- jsonresume "
#define CLOSING "-->"
/* Comments are folded so that no editor has to show a line of a megabyte, in bytes. */
#define MAX_LINE 100
/* One block has one comment; a few more may come together when people move text about. */
#define MAX_COMMENTS 8
/* What words give in another way, or seem to give, are members that words can give at all, of which there are few. */
#define MAX_CHANGES 64

static void
add_change (MatchumJsonValue *changes, const char *kind, const char *name, MatchumJsonValue *value)
{
  MatchumJsonValue *members = matchum_json_value_get_member (changes, kind);

  if (members == NULL)
    {
      members = matchum_json_value_new_object ();
      matchum_json_value_set_member (changes, kind, members);
    }
  g_ptr_array_add (members->names, g_strdup (name));
  g_ptr_array_add (members->children, value);
}

static MatchumJsonValue *
new_pair (const MatchumJsonValue *was, const MatchumJsonValue *is)
{
  MatchumJsonValue *pair = matchum_json_value_new_array ();

  matchum_json_value_append (pair, matchum_json_value_copy (was));
  matchum_json_value_append (pair, matchum_json_value_copy (is));
  return pair;
}

MatchumJsonValue *
matchum_json_carry_compare (const MatchumJsonValue *read, const MatchumJsonValue *wanted)
{
  g_autoptr (MatchumJsonValue) changes = matchum_json_value_new_object ();

  g_return_val_if_fail (read != NULL && wanted != NULL, NULL);

  for (guint i = 0; i < matchum_json_value_get_n (wanted); i++)
    {
      const char *name = matchum_json_value_get_name (wanted, i);
      const MatchumJsonValue *value = matchum_json_value_get_child (wanted, i);
      const MatchumJsonValue *was = matchum_json_value_get_member (read, name);

      if (was == NULL)
        add_change (changes, "+", name, matchum_json_value_copy (value));
      else if (!matchum_json_value_is_equal (was, value))
        add_change (changes, "~", name, new_pair (was, value));
    }
  for (guint i = 0; i < matchum_json_value_get_n (read); i++)
    if (matchum_json_value_get_member (wanted, matchum_json_value_get_name (read, i)) == NULL)
      add_change (changes, "-", matchum_json_value_get_name (read, i),
                  matchum_json_value_copy (matchum_json_value_get_child (read, i)));
  return changes->children->len > 0 ? g_steal_pointer (&changes) : NULL;
}

typedef struct {
  MatchumJsonValue *object;
  MatchumJsonCarryFilter filter;
  gpointer user_data;
  const char *lost;
} Apply;

static gboolean
may_put (Apply *self, const char *name, const MatchumJsonValue *value)
{
  return self->filter == NULL || self->filter (name, value, self->user_data);
}

static void
note_lost (Apply *self, const char *name)
{
  if (self->lost == NULL)
    self->lost = name;
}

static GHashTable *
index_names (const MatchumJsonValue *object)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < object->names->len; i++)
    g_hash_table_add (names, g_ptr_array_index (object->names, i));
  return names;
}

/* There may be very many: each name, of which there is one, is looked up among those that are there already. */
static void
apply_additions (Apply *self, const MatchumJsonValue *members)
{
  g_autoptr (GHashTable) names = index_names (self->object);

  for (guint i = 0; members != NULL && members->names != NULL && i < members->names->len; i++)
    {
      const char *name = matchum_json_value_get_name (members, i);
      const MatchumJsonValue *value = matchum_json_value_get_child (members, i);

      if (g_hash_table_contains (names, name))
        note_lost (self, name);
      else if (may_put (self, name, value))
        {
          g_ptr_array_add (self->object->names, g_strdup (name));
          g_ptr_array_add (self->object->children, matchum_json_value_copy (value));
        }
    }
}

static void
apply_exchanges (Apply *self, const MatchumJsonValue *members)
{
  for (guint i = 0; members != NULL && members->names != NULL && i < MIN (members->names->len, MAX_CHANGES); i++)
    {
      const char *name = matchum_json_value_get_name (members, i);
      const MatchumJsonValue *pair = matchum_json_value_get_child (members, i);
      const MatchumJsonValue *now = matchum_json_value_get_member (self->object, name);

      if (pair->kind != MATCHUM_JSON_ARRAY || pair->children->len != 2 || now == NULL
          || !matchum_json_value_is_equal (now, matchum_json_value_get_child (pair, 0)))
        note_lost (self, name);
      else if (may_put (self, name, matchum_json_value_get_child (pair, 1)))
        matchum_json_value_set_member (self->object, name,
                                       matchum_json_value_copy (matchum_json_value_get_child (pair, 1)));
    }
}

static void
apply_removals (Apply *self, const MatchumJsonValue *members)
{
  for (guint i = 0; members != NULL && members->names != NULL && i < MIN (members->names->len, MAX_CHANGES); i++)
    {
      const char *name = matchum_json_value_get_name (members, i);
      const MatchumJsonValue *now = matchum_json_value_get_member (self->object, name);

      if (now != NULL && matchum_json_value_is_equal (now, matchum_json_value_get_child (members, i)))
        matchum_json_value_remove_member (self->object, name);
    }
}

const char *
matchum_json_carry_apply (MatchumJsonValue *object,
                          const MatchumJsonValue *changes,
                          MatchumJsonCarryFilter filter,
                          gpointer user_data)
{
  Apply self = { object, filter, user_data, NULL };

  g_return_val_if_fail (object != NULL && object->kind == MATCHUM_JSON_OBJECT, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  apply_exchanges (&self, matchum_json_value_get_member (changes, "~"));
  apply_removals (&self, matchum_json_value_get_member (changes, "-"));
  apply_additions (&self, matchum_json_value_get_member (changes, "+"));
  return self.lost;
}

/* Adds line breaks where no space follows, since those at the start of a line are not kept. */
static void
fold (GString *out, const char *text)
{
  gsize column = out->len;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (column >= MAX_LINE && *p != ' ')
        {
          g_string_append_c (out, '\n');
          column = 0;
        }
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      column += (gsize) (g_utf8_next_char (p) - p);
    }
}

char *
matchum_json_carry_write (const MatchumJsonValue *carried)
{
  GString *comment = g_string_new (OPENING);
  g_autofree char *text = NULL;

  g_return_val_if_fail (carried != NULL, g_string_free (comment, FALSE));

  text = matchum_json_value_print_compact (carried);
  fold (comment, text);
  g_string_append (comment, " " CLOSING);
  return g_string_free (comment, FALSE);
}

/* The text of a comment in one line. */
static char *
unfold (const char *text, gsize length)
{
  GString *line = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (line, text[i]);
      if (text[i] != '\n' && text[i] != '\r')
        continue;
      g_string_truncate (line, line->len - 1);
      while (i + 1 < length && (text[i + 1] == ' ' || text[i + 1] == '\t'))
        i++;
    }
  return g_string_free (line, FALSE);
}

MatchumJsonValue *
matchum_json_carry_read (const char *text, gsize length)
{
  MatchumJsonValue *all = NULL;
  const char *end = text + length;
  const char *start;

  g_return_val_if_fail (text != NULL, NULL);

  while (text < end && matchum_json_value_get_n (all) < MAX_COMMENTS
         && (start = g_strstr_len (text, end - text, OPENING)) != NULL)
    {
      const char *body = start + strlen (OPENING);
      const char *close = g_strstr_len (body, end - body, CLOSING);
      g_autofree char *line = NULL;
      MatchumJsonValue *carried;

      if (close == NULL)
        break;
      line = unfold (body, (gsize) (close - body));
      carried = matchum_json_value_parse ("", line, strlen (line), MATCHUM_JSON_MAX_CARRIED_DEPTH, NULL, NULL);
      text = close + strlen (CLOSING);
      if (carried == NULL)
        continue;
      if (all == NULL)
        all = matchum_json_value_new_array ();
      matchum_json_value_append (all, carried);
    }
  return all;
}
