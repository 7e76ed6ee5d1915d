/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the places where something begins or ends, and cuts the words there. */
#include "config.h"

#include "export/matchum-word-runs.h"

#include <string.h>

#include "text/matchum-korean-tail.h"
#include "text/matchum-language-tally.h"
#include "text/matchum-web-address.h"

/* Fewer words of Latin letters among Korean ones are names, and read as Korean reads them. */
#define LEAST_LATIN_WORDS 4

typedef enum {
  EVENT_STRONG,
  EVENT_EMPHASIS,
  EVENT_CODE,
  EVENT_LINK,
  EVENT_FOUND_LINK,
  EVENT_LANGUAGE,
  N_EVENTS,
} EventKind;

typedef struct {
  gsize at;
  EventKind kind;
  gboolean is_start;
  const char *value; /* of a link its address, of a language its tag */
} Event;

struct _MatchumWordRuns {
  GArray *runs;    /* of MatchumWordRun */
  GPtrArray *urls; /* those that were found */
};

gboolean
matchum_word_runs_is_safe (const char *url)
{
  static const char *const schemes[] = { "https:", "http:", "mailto:", "tel:" };

  g_return_val_if_fail (url != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return url[strlen (schemes[i])] != '\0';
  return FALSE;
}

/* --- events --- */

static void
add_span (GArray *events, EventKind kind, MatchumSpan span, const char *value)
{
  const Event start = { span.start, kind, TRUE, value };
  const Event end = { span.end, kind, FALSE, value };

  if (matchum_span_is_empty (span))
    return;
  g_array_append_val (events, start);
  g_array_append_val (events, end);
}

/* What ends somewhere ends before what begins there. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *first = a;
  const Event *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  if (first->is_start != second->is_start)
    return first->is_start ? 1 : -1;
  return (int) first->kind - (int) second->kind;
}

static GArray *
collect_events (const MatchumBlock *block)
{
  static const EventKind kinds[] = {
    [MATCHUM_INLINE_STRONG] = EVENT_STRONG,
    [MATCHUM_INLINE_EMPHASIS] = EVENT_EMPHASIS,
    [MATCHUM_INLINE_CODE] = EVENT_CODE,
    [MATCHUM_INLINE_LINK] = EVENT_LINK,
  };
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->kind != MATCHUM_INLINE_LINK || (run->url != NULL && matchum_word_runs_is_safe (run->url)))
        add_span (events, kinds[run->kind], run->span, run->url);
    }
  return events;
}

/* What holds between two events. */
typedef struct {
  guint n_open[N_EVENTS];
  const char *url;
  const char *language;
} State;

static void
apply (State *state, const Event *event)
{
  const char **value = event->kind == EVENT_LANGUAGE                                  ? &state->language
                       : event->kind == EVENT_LINK || event->kind == EVENT_FOUND_LINK ? &state->url
                                                                                      : NULL;

  if (event->is_start)
    state->n_open[event->kind]++;
  else
    state->n_open[event->kind]--;
  if (value != NULL)
    *value = event->is_start ? event->value : NULL;
}

static MatchumWordRun
make_run (const State *state, MatchumSpan span)
{
  const MatchumWordMarks marks = (state->n_open[EVENT_STRONG] > 0 ? MATCHUM_WORD_STRONG : 0)
                                 | (state->n_open[EVENT_EMPHASIS] > 0 ? MATCHUM_WORD_EMPHASIS : 0)
                                 | (state->n_open[EVENT_CODE] > 0 ? MATCHUM_WORD_CODE : 0);

  return (MatchumWordRun){ span, marks, state->url, state->n_open[EVENT_FOUND_LINK] > 0, state->language };
}

static void
append_run (GArray *runs, const State *state, MatchumSpan span)
{
  const MatchumWordRun run = make_run (state, span);

  if (!matchum_span_is_empty (span))
    g_array_append_val (runs, run);
}

/* Cuts length bytes at events, which it sorts. */
static GArray *
cut (GArray *events, gsize length)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (MatchumWordRun));
  State state = { { 0 }, NULL, NULL };
  gsize done = 0;

  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      append_run (runs, &state, MATCHUM_SPAN (done, MIN (event->at, length)));
      done = MAX (done, MIN (event->at, length));
      apply (&state, event);
    }
  append_run (runs, &state, MATCHUM_SPAN (done, length));
  return runs;
}

/* --- addresses --- */

/* Whether span holds no code and no link yet. runs are passed once: next is the first that may reach into it. */
static gboolean
is_free (const GArray *runs, guint *next, MatchumSpan span)
{
  while (*next < runs->len && g_array_index (runs, MatchumWordRun, *next).span.end <= span.start)
    *next += 1;
  for (guint i = *next; i < runs->len && g_array_index (runs, MatchumWordRun, i).span.start < span.end; i++)
    {
      const MatchumWordRun *run = &g_array_index (runs, MatchumWordRun, i);

      if (run->url != NULL || (run->marks & MATCHUM_WORD_CODE) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_addresses (MatchumWordRuns *self, GArray *events, const char *text, gsize length, gboolean bare_domains)
{
  g_autoptr (GArray) runs = cut (events, length);
  MatchumSpan rest = MATCHUM_SPAN (0, length);
  MatchumSpan found;
  guint next = 0;
  char *url;

  while ((url = matchum_web_address_find (text, &rest, bare_domains, &found)) != NULL)
    {
      g_ptr_array_add (self->urls, url);
      if (is_free (runs, &next, found))
        add_span (events, EVENT_FOUND_LINK, found, url);
    }
}

/* --- languages --- */

typedef enum {
  SCRIPT_NEUTRAL,
  SCRIPT_LATIN,
  SCRIPT_KOREAN,
  SCRIPT_JAPANESE,
} Script;

static Script
get_script (gunichar c)
{
  if (matchum_unichar_is_hangul (c))
    return SCRIPT_KOREAN;
  if (c >= 0x3041 && c <= 0x30ff && c != 0x30fb)
    return SCRIPT_JAPANESE;
  return c < 0x80 && g_ascii_isalpha ((char) c) ? SCRIPT_LATIN : SCRIPT_NEUTRAL;
}

/* A Korean particle makes a word Korean: "PyTorch로". */
static Script
get_script_of_word (const char *word, gsize length)
{
  Script script = SCRIPT_NEUTRAL;

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    script = MAX (script, get_script (g_utf8_get_char (at)));
  return script;
}

static const char *
get_tag (Script script)
{
  static const char *const tags[] = { NULL, "en", "ko", "ja" };

  return tags[script];
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

static void
add_language (GArray *events, Script script, MatchumSpan span, guint n_words, const char *language)
{
  if (script == SCRIPT_NEUTRAL || g_strcmp0 (get_tag (script), language) == 0)
    return;
  if (script != SCRIPT_LATIN || n_words >= LEAST_LATIN_WORDS)
    add_span (events, EVENT_LANGUAGE, span, get_tag (script));
}

/* Words of one script after the other, with what is of none between them. */
static void
add_languages (GArray *events, const char *text, gsize length, const char *language)
{
  MatchumSpan span = MATCHUM_SPAN (0, 0);
  Script script = SCRIPT_NEUTRAL;
  guint n_words = 0;

  for (gsize at = 0, end; at < length; at = end)
    {
      Script other;

      for (; at < length && is_space (text[at]); at++)
        ;
      for (end = at; end < length && !is_space (text[end]); end++)
        ;
      other = get_script_of_word (text + at, end - at);
      if (other == SCRIPT_NEUTRAL)
        continue;
      if (other != script)
        {
          add_language (events, script, span, n_words, language);
          script = other;
          span.start = at;
          n_words = 0;
        }
      span.end = end;
      n_words++;
    }
  add_language (events, script, span, n_words, language);
}

const char *
matchum_word_runs_guess (const char *text, const char *language)
{
  MatchumLanguageTally tally = { 0 };
  const char *guess;
  guint n_words = 0;

  g_return_val_if_fail (text != NULL, NULL);

  matchum_language_tally_add (&tally, text);
  if (tally.n_hangul == 0 && tally.n_latin == 0)
    return NULL;
  guess = matchum_language_tally_guess (&tally);
  for (const char *at = text; *at != '\0' && n_words < LEAST_LATIN_WORDS; at++)
    if (g_ascii_isalpha (*at) && (at == text || is_space (at[-1])))
      n_words++;
  if (g_strcmp0 (guess, language) == 0 || (g_str_equal (guess, "en") && n_words < LEAST_LATIN_WORDS))
    return NULL;
  return guess;
}

/* --- the runs --- */

MatchumWordRuns *
matchum_word_runs_new (const MatchumBlock *block, const char *language, gboolean bare_domains)
{
  MatchumWordRuns *self;
  g_autoptr (GArray) events = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (block->content != NULL, NULL);

  text = matchum_block_get_text (block);
  length = matchum_inline_text_get_length (block->content);
  self = g_new0 (MatchumWordRuns, 1);
  self->urls = g_ptr_array_new_with_free_func (g_free);
  events = collect_events (block);
  add_addresses (self, events, text, length, bare_domains);
  if (language != NULL)
    add_languages (events, text, length, language);
  self->runs = cut (events, length);
  return self;
}

void
matchum_word_runs_free (MatchumWordRuns *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->runs);
  g_ptr_array_unref (self->urls);
  g_free (self);
}

guint
matchum_word_runs_get_n (MatchumWordRuns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const MatchumWordRun *
matchum_word_runs_get (MatchumWordRuns *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return &g_array_index (self->runs, MatchumWordRun, index);
}
