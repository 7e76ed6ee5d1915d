/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the YAML block at the head of a Markdown file, tells it from a thematic break, and reads its top level. */
#include "config.h"

#include "text/matchum-front-matter.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yaml.h>

/* Far above any front matter; libyaml is not made for the sizes that come after it. */
#define MAX_BYTES (64 * 1024)
#define MAX_DEPTH 32

struct _MatchumFrontMatter {
  MatchumSpan span;
  GHashTable *strings; /* char * to char * */
};

G_DEFINE_BOXED_TYPE (MatchumFrontMatter, matchum_front_matter, matchum_front_matter_ref, matchum_front_matter_unref)

static MatchumSpan
get_line (MatchumSource *source, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (source, line);
  const char *text = matchum_source_get_text (source);

  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

static gboolean
is_line (MatchumSource *source, guint line, const char *wanted)
{
  MatchumSpan span = get_line (source, line);

  return matchum_span_get_length (span) == strlen (wanted)
         && memcmp (matchum_source_get_text (source) + span.start, wanted, strlen (wanted)) == 0;
}

/* The line of the closing --- or ..., or 0. */
static guint
find_closing_line (MatchumSource *source)
{
  for (guint line = 2; line <= matchum_source_get_n_lines (source); line++)
    if (is_line (source, line, "---") || is_line (source, line, "..."))
      return line;
  return 0;
}

/* Whether the first line that says something begins with "key:". */
static gboolean
begins_with_key (MatchumSource *source, guint end_line)
{
  const char *text = matchum_source_get_text (source);

  for (guint line = 2; line < end_line; line++)
    {
      MatchumSpan span = get_line (source, line);
      gsize i = span.start;

      if (matchum_span_is_empty (span) || text[i] == '#')
        continue;
      while (i < span.end
             && (g_ascii_isalnum (text[i]) || strchr ("_-. \"'", text[i]) != NULL || (text[i] & 0x80) != 0))
        i++;
      return i > span.start && i < span.end && text[i] == ':' && (i + 1 == span.end || g_ascii_isspace (text[i + 1]));
    }
  return FALSE;
}

static gboolean
set_format_error (GError **error, MatchumSource *source, guint line, const char *what)
{
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT, "%s:%u: %s", matchum_source_get_name (source),
               line, what);
  return FALSE;
}

static gboolean
set_yaml_error (GError **error, MatchumSource *source, const yaml_parser_t *parser)
{
  g_autofree char *what =
      /* Translators: the argument is what the YAML library says, in English. */
      g_strdup_printf (_ ("The front matter between the lines of --- is not valid YAML (%s). Mend this line, or take "
                          "the front matter out."),
                       parser->problem != NULL ? parser->problem : "?");

  return set_format_error (error, source, (guint) parser->problem_mark.line + 2, what);
}

/* Where the walk over the YAML is: depth 1 is the top-level mapping. */
typedef struct {
  guint depth;
  gboolean is_value; /* the next node at depth 1 is a value */
  char *key;
} Walk;

static void
take_scalar (MatchumFrontMatter *self, Walk *walk, const yaml_event_t *event)
{
  const char *value = (const char *) event->data.scalar.value;

  if (walk->depth != 1)
    return;
  if (!walk->is_value)
    {
      g_free (walk->key);
      walk->key = g_strdup (value);
    }
  else if (walk->key != NULL && !g_hash_table_contains (self->strings, walk->key))
    g_hash_table_insert (self->strings, g_steal_pointer (&walk->key), g_strstrip (g_strdup (value)));
  walk->is_value = !walk->is_value;
}

/* A key or value of the top level that is no scalar. */
static void
skip_node (Walk *walk)
{
  if (walk->depth != 1)
    return;
  g_clear_pointer (&walk->key, g_free);
  walk->is_value = !walk->is_value;
}

static void
take_event (MatchumFrontMatter *self, Walk *walk, const yaml_event_t *event)
{
  switch ((int) event->type)
    {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
      skip_node (walk);
      walk->depth++;
      break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      walk->depth--;
      break;
    case YAML_ALIAS_EVENT:
      skip_node (walk);
      break;
    case YAML_SCALAR_EVENT:
      take_scalar (self, walk, event);
      break;
    default:
      break;
    }
}

/* Reads the YAML of lines 2 to closing_line - 1 into the strings of self. */
static gboolean
read_yaml (MatchumFrontMatter *self, MatchumSource *source, guint closing_line, GError **error)
{
  const gsize start = matchum_source_get_line_span (source, 2).start;
  const gsize end = matchum_source_get_line_span (source, closing_line).start;
  yaml_parser_t parser;
  Walk walk = { 0 };
  gboolean is_done = FALSE, is_good = TRUE;

  if (!yaml_parser_initialize (&parser))
    g_error ("no memory for reading YAML");
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const guchar *) matchum_source_get_text (source) + start, end - start);
  while (is_good && !is_done)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser, &event))
        {
          is_good = set_yaml_error (error, source, &parser);
          break;
        }
      is_done = event.type == YAML_STREAM_END_EVENT;
      take_event (self, &walk, &event);
      if (walk.depth > MAX_DEPTH)
        is_good = set_format_error (error, source, (guint) event.start_mark.line + 2,
                                    _ ("The front matter is nested too deeply. Take this part out."));
      yaml_event_delete (&event);
    }
  g_free (walk.key);
  yaml_parser_delete (&parser);
  return is_good;
}

static gboolean
read_block (MatchumFrontMatter *self, MatchumSource *source, GError **error)
{
  guint closing_line, n_lines = matchum_source_get_n_lines (source);

  if (!is_line (source, 1, "---"))
    return TRUE;
  closing_line = find_closing_line (source);
  if (!begins_with_key (source, closing_line > 0 ? closing_line : n_lines + 1))
    {
      if (closing_line == 2)
        self->span.end =
            n_lines > 2 ? matchum_source_get_line_span (source, 3).start : matchum_source_get_length (source);
      return TRUE;
    }
  if (closing_line == 0)
    return set_format_error (error, source, 1,
                             _ ("The front matter that begins here is never closed. Put a line of --- after it."));
  if (matchum_source_get_line_span (source, closing_line).start > MAX_BYTES)
    return set_format_error (error, source, 1,
                             _ ("The front matter that begins here is far too long. Check where its closing --- is."));
  self->span.end = closing_line < n_lines ? matchum_source_get_line_span (source, closing_line + 1).start
                                          : matchum_source_get_length (source);
  return read_yaml (self, source, closing_line, error);
}

static void
matchum_front_matter_clear (MatchumFrontMatter *self)
{
  g_hash_table_unref (self->strings);
}

MatchumFrontMatter *
matchum_front_matter_read (MatchumSource *source, GError **error)
{
  g_autoptr (MatchumFrontMatter) self = NULL;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumFrontMatter);
  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_block (self, source, error))
    return NULL;
  return g_steal_pointer (&self);
}

MatchumFrontMatter *
matchum_front_matter_ref (MatchumFrontMatter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_front_matter_unref (MatchumFrontMatter *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_front_matter_clear);
}

MatchumSpan
matchum_front_matter_get_span (MatchumFrontMatter *self)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  return self->span;
}

const char *
matchum_front_matter_get_string (MatchumFrontMatter *self, const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->strings, key);
}
