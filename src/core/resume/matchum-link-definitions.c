/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds link reference definitions by CommonMark's rules: cmark would take them out of the text and not say where
 * they were. */
#include "config.h"

#include "resume/matchum-link-definitions.h"

#include <string.h>

/* CommonMark's limit. */
#define MAX_LABEL_BYTES 999
/* CommonMark asks for three at least. */
#define MAX_PARENTHESES 32
/* A definition is read again for every block that uses it, so what is longer is text. */
#define MAX_DEFINITION_BYTES 2048

struct _MatchumLinkDefinitions {
  GPtrArray *definitions; /* of MatchumLinkDefinition */
  GHashTable *by_label;   /* label, owned by the definition, to MatchumLinkDefinition */
  GHashTable *lines;      /* set of line numbers */
};

static void
free_definition (MatchumLinkDefinition *definition)
{
  g_free (definition->label);
  g_free (definition->markdown);
  g_free (definition);
}

static gboolean
is_escape (const char *text)
{
  return text[0] == '\\' && g_ascii_ispunct (text[1]);
}

/* Length of [label] at text, brackets included, or 0. */
static gsize
measure_label (const char *text, gsize length)
{
  gboolean is_blank = TRUE;

  if (length < 3 || text[0] != '[')
    return 0;
  for (gsize i = 1; i < length && i <= MAX_LABEL_BYTES + 1; i++)
    {
      if (text[i] == ']')
        return is_blank ? 0 : i + 1;
      if (text[i] == '[' || text[i] == '\0')
        return 0;
      is_blank = is_blank && g_ascii_isspace (text[i]);
      if (i + 1 < length && is_escape (text + i))
        i++;
    }
  return 0;
}

static gsize
skip_blanks (const char *text)
{
  return strspn (text, " \t");
}

/* Blanks with one line end among them at most. */
static gsize
skip_blanks_and_line_end (const char *text)
{
  gsize length = skip_blanks (text);

  if (text[length] == '\n')
    {
      length++;
      length += skip_blanks (text + length);
    }
  return length;
}

static gsize
measure_pointed_destination (const char *text)
{
  gsize i = 1;

  while (text[i] != '>')
    {
      if (text[i] == '\0' || text[i] == '\n' || text[i] == '<')
        return 0;
      i += is_escape (text + i) ? 2 : 1;
    }
  return i + 1;
}

static gsize
measure_destination (const char *text)
{
  guint n_open = 0;
  gsize i = 0;

  if (text[0] == '<')
    return measure_pointed_destination (text);
  while (text[i] != '\0' && !g_ascii_isspace (text[i]) && !g_ascii_iscntrl (text[i]))
    {
      if (text[i] == '(' && ++n_open > MAX_PARENTHESES)
        return 0;
      if (text[i] == ')' && n_open-- == 0)
        return i;
      i += is_escape (text + i) ? 2 : 1;
    }
  return n_open == 0 ? i : 0;
}

/* Length of a title in quotes or parentheses, or 0. */
static gsize
measure_title (const char *text)
{
  const char closing = text[0] == '(' ? ')' : text[0];
  gsize i = 1;

  if (text[0] != '"' && text[0] != '\'' && text[0] != '(')
    return 0;
  while (text[i] != closing)
    {
      if (text[i] == '\0' || (text[i] == '(' && closing == ')'))
        return 0;
      i += is_escape (text + i) ? 2 : 1;
    }
  return i + 1;
}

static gboolean
ends_line (const char *text)
{
  gsize length = skip_blanks (text);

  return text[length] == '\n' || text[length] == '\0';
}

/* Length of the definition at the start of text, line end included, or 0. */
static gsize
measure_definition (const char *text)
{
  gsize label = measure_label (text, strnlen (text, MAX_LABEL_BYTES + 2));
  gsize i, destination, gap, title;

  if (label == 0 || text[label] != ':')
    return 0;
  i = label + 1;
  i += skip_blanks_and_line_end (text + i);
  destination = measure_destination (text + i);
  if (destination == 0)
    return 0;
  i += destination;
  gap = skip_blanks_and_line_end (text + i);
  title = gap > 0 ? measure_title (text + i + gap) : 0;
  if (title > 0 && ends_line (text + i + gap + title))
    i += gap + title;
  else if (!ends_line (text + i))
    return 0;
  i += skip_blanks (text + i);
  return text[i] == '\n' ? i + 1 : i;
}

/* Letters folded, white space made single: how labels are compared. */
static char *
fold_label (const char *text, gsize length)
{
  g_autofree char *folded = g_utf8_casefold (text, (gssize) length);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = *from;
      else if (to > folded && to[-1] != ' ')
        *to++ = ' ';
    }
  while (to > folded && to[-1] == ' ')
    to--;
  return g_strndup (folded, (gsize) (to - folded));
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';
  return length > 0 && text[length - 1] != '\n' ? n + 1 : n;
}

static void
add_definition (MatchumLinkDefinitions *self, const char *text, gsize length, guint first_line)
{
  MatchumLinkDefinition *definition = g_new0 (MatchumLinkDefinition, 1);

  definition->label = fold_label (text + 1, measure_label (text, length) - 2);
  definition->markdown =
      text[length - 1] == '\n' ? g_strndup (text, length) : g_strdup_printf ("%.*s\n", (int) length, text);
  definition->first_line = first_line;
  definition->last_line = first_line + MAX (count_lines (text, length), 1) - 1;
  for (guint line = definition->first_line; line <= definition->last_line; line++)
    g_hash_table_add (self->lines, GUINT_TO_POINTER (line));
  if (g_hash_table_contains (self->by_label, definition->label))
    {
      free_definition (definition);
      return;
    }
  g_ptr_array_add (self->definitions, definition);
  g_hash_table_insert (self->by_label, definition->label, definition);
}

MatchumLinkDefinitions *
matchum_link_definitions_new (void)
{
  MatchumLinkDefinitions *self = g_new0 (MatchumLinkDefinitions, 1);

  self->definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_definition);
  self->by_label = g_hash_table_new (g_str_hash, g_str_equal);
  self->lines = g_hash_table_new (NULL, NULL);
  return self;
}

void
matchum_link_definitions_free (MatchumLinkDefinitions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_label);
  g_hash_table_unref (self->lines);
  g_ptr_array_unref (self->definitions);
  g_free (self);
}

void
matchum_link_definitions_clear (MatchumLinkDefinitions *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->by_label);
  g_hash_table_remove_all (self->lines);
  g_ptr_array_set_size (self->definitions, 0);
}

gsize
matchum_link_definitions_take (MatchumLinkDefinitions *self, const char *text, guint first_line)
{
  gsize taken = 0;
  gsize length;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  while (text[taken] == '[' && (length = measure_definition (text + taken)) > 0 && length <= MAX_DEFINITION_BYTES)
    {
      add_definition (self, text + taken, length, first_line);
      first_line += count_lines (text + taken, length);
      taken += length;
    }
  return taken;
}

guint
matchum_link_definitions_get_n (MatchumLinkDefinitions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->definitions->len;
}

const MatchumLinkDefinition *
matchum_link_definitions_get (MatchumLinkDefinitions *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->definitions->len, NULL);

  return g_ptr_array_index (self->definitions, index);
}

gboolean
matchum_link_definitions_hold_line (MatchumLinkDefinitions *self, guint line)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->lines, GUINT_TO_POINTER (line));
}

GPtrArray *
matchum_link_definitions_find_used (MatchumLinkDefinitions *self, const char *text, gsize length)
{
  g_autoptr (GHashTable) seen = NULL;
  GPtrArray *used = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (gsize i = 0; self->definitions->len > 0 && i < length; i++)
    {
      gsize label = text[i] == '[' ? measure_label (text + i, length - i) : 0;
      g_autofree char *folded = label > 0 ? fold_label (text + i + 1, label - 2) : NULL;
      MatchumLinkDefinition *definition = folded != NULL ? g_hash_table_lookup (self->by_label, folded) : NULL;

      if (definition == NULL)
        continue;
      if (used == NULL)
        {
          used = g_ptr_array_new ();
          seen = g_hash_table_new (NULL, NULL);
        }
      if (g_hash_table_add (seen, definition))
        g_ptr_array_add (used, definition);
    }
  return used;
}
