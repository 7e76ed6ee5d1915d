/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens and closes the elements within a line so that they are nested, whatever overlaps in the words. */
#include "config.h"

#include "export/matchum-html-words.h"

#include <string.h>

#include "export/matchum-word-runs.h"
#include "text/matchum-clean-text.h"

/* From the outermost to the innermost. */
typedef enum {
  LEVEL_LINK,
  LEVEL_STRONG,
  LEVEL_EMPHASIS,
  LEVEL_CODE,
  LEVEL_LANGUAGE,
  N_LEVELS,
} Level;

/* What is open; NULL for what is not. */
typedef struct {
  const char *values[N_LEVELS];
} State;

struct _MatchumHtmlWords {
  MatchumWordRuns *runs;
  const char *text;
  gboolean keeps_space;
  guint next;     /* the first run that is not written to its end */
  GString *clean; /* what was written of the text, before it was escaped */
};

static const char *const elements[N_LEVELS] = { [LEVEL_LINK] = "a",
                                                [LEVEL_LANGUAGE] = "span",
                                                [LEVEL_STRONG] = "strong",
                                                [LEVEL_EMPHASIS] = "em",
                                                [LEVEL_CODE] = "code" };

MatchumHtmlWords *
matchum_html_words_new (const MatchumBlock *block, const char *language)
{
  MatchumHtmlWords *self;

  g_return_val_if_fail (block != NULL, NULL);

  self = g_new0 (MatchumHtmlWords, 1);
  self->runs = matchum_word_runs_new (block, language, block->section == MATCHUM_SECTION_CONTACT);
  self->text = matchum_block_get_text (block);
  self->keeps_space = block->code != MATCHUM_CODE_NONE;
  self->clean = g_string_new (NULL);
  return self;
}

void
matchum_html_words_free (MatchumHtmlWords *self)
{
  if (self == NULL)
    return;
  matchum_word_runs_free (self->runs);
  g_string_free (self->clean, TRUE);
  g_free (self);
}

static void
append_escaped (GString *out, const char *text, gboolean keeps_lines)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      switch (*at)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\n':
          g_string_append (out, keeps_lines ? "\n" : "<br>\n");
          break;
        default:
          g_string_append_c (out, *at);
          break;
        }
    }
}

void
matchum_html_words_escape (GString *out, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  matchum_clean_text_append (clean, text, strlen (text), FALSE);
  append_escaped (out, clean->str, TRUE);
}

/* Addresses keep letters of all scripts; what no address has is written as the standard has it. */
static void
append_url (GString *out, const char *url)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const char *at = url; *at != '\0'; at++)
    {
      if ((guchar) *at <= ' ' || *at == 0x7f || strchr ("\"<>\\^`{|}", *at) != NULL)
        g_string_append_printf (safe, "%%%02X", (guint) (guchar) *at);
      else
        g_string_append_c (safe, *at);
    }
  append_escaped (out, safe->str, TRUE);
}

static State
get_state (const MatchumWordRun *run, gboolean is_code_block)
{
  State state = { { NULL } };

  state.values[LEVEL_LINK] = run->url;
  state.values[LEVEL_LANGUAGE] = run->language;
  state.values[LEVEL_STRONG] = (run->marks & MATCHUM_WORD_STRONG) != 0 ? "" : NULL;
  state.values[LEVEL_EMPHASIS] = (run->marks & MATCHUM_WORD_EMPHASIS) != 0 ? "" : NULL;
  state.values[LEVEL_CODE] = (run->marks & MATCHUM_WORD_CODE) != 0 && !is_code_block ? "" : NULL;
  return state;
}

static void
open_element (GString *out, Level level, const char *value)
{
  g_string_append_printf (out, "<%s", elements[level]);
  if (level == LEVEL_LINK)
    {
      g_string_append (out, " href=\"");
      append_url (out, value);
      g_string_append_c (out, '"');
    }
  else if (level == LEVEL_LANGUAGE)
    g_string_append_printf (out, " lang=\"%s\"", value);
  g_string_append_c (out, '>');
}

/* Closes and opens what differs, and all that is nested in that. */
static void
change (GString *out, State *from, const State *to)
{
  Level first = 0;

  while (first < N_LEVELS && from->values[first] == to->values[first])
    first++;
  for (int level = N_LEVELS - 1; level >= (int) first; level--)
    if (from->values[level] != NULL)
      g_string_append_printf (out, "</%s>", elements[level]);
  for (Level level = first; level < N_LEVELS; level++)
    if (to->values[level] != NULL)
      open_element (out, level, to->values[level]);
  *from = *to;
}

/* Spaces are made single over the borders of runs, so that the text is made clean as one. */
static void
append_part (MatchumHtmlWords *self, GString *out, MatchumSpan part)
{
  const gsize length = self->clean->len;
  const gboolean ends_with_space = length > 0 && self->clean->str[length - 1] == ' ';

  matchum_clean_text_append (self->clean, self->text + part.start, matchum_span_get_length (part), self->keeps_space);
  if (ends_with_space && self->clean->str[length - 1] == '\n')
    append_escaped (out, "\n", self->keeps_space);
  append_escaped (out, self->clean->str + length, self->keeps_space);
}

void
matchum_html_words_write (MatchumHtmlWords *self, GString *out, MatchumSpan span)
{
  State state = { { NULL } };
  const State nothing = { { NULL } };

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  g_string_truncate (self->clean, 0);
  for (; self->next < matchum_word_runs_get_n (self->runs); self->next++)
    {
      const MatchumWordRun *run = matchum_word_runs_get (self->runs, self->next);
      const MatchumSpan part = MATCHUM_SPAN (MAX (span.start, run->span.start), MIN (span.end, run->span.end));

      if (run->span.start >= span.end)
        break;
      if (part.start < part.end)
        {
          const State wanted = get_state (run, self->keeps_space);

          change (out, &state, &wanted);
          append_part (self, out, part);
        }
      if (run->span.end > span.end)
        break;
    }
  change (out, &state, &nothing);
}
