/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the tools that a posting lists as those of the team: the lines of such a section and labelled values, divided
 * into names; in sentences, the names that the lexicon knows. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"

#define MAX_TOOLS 128
#define MAX_NAME 60
#define MAX_LINE 4000

typedef struct {
  const MatchumPostingClues *clues;
  GPtrArray *tools;
  GHashTable *seen; /* folded names */
} Search;

static void
take_tool (Search *search, MatchumSpan span)
{
  g_autoptr (MatchumPostingFact) fact = NULL;
  g_autofree char *folded = NULL;

  if (search->tools->len == MAX_TOOLS || matchum_span_get_length (span) > MAX_NAME + 8)
    return;
  fact = matchum_posting_fact_new (search->clues->source, span);
  if (fact == NULL || strlen (fact->text) > MAX_NAME)
    return;
  folded = matchum_fold (fact->text, -1);
  if (g_hash_table_contains (search->seen, folded) || matchum_wording_is_sentence (folded))
    return;
  g_hash_table_add (search->seen, g_steal_pointer (&folded));
  g_ptr_array_add (search->tools, g_steal_pointer (&fact));
}

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  while (span.start < span.end && strchr (" \t\r\n-*`'\"[", text[span.start]) != NULL)
    span.start++;
  while (span.end > span.start && strchr (" \t\r\n*`'\".]", text[span.end - 1]) != NULL)
    span.end--;
  if (span.end - span.start > 3 && memcmp (text + span.end - 3, "등", 3) == 0 && text[span.end - 4] == ' ')
    return trim (text, MATCHUM_SPAN (span.start, span.end - 3));
  if (span.end - span.start > 5 && g_ascii_strncasecmp (text + span.start, "and ", 4) == 0)
    span.start += 4;
  return span;
}

/* Length of what divides two names at at; 0 where nothing does. A slash divides where blanks stand around it. */
static gsize
measure_divider (const char *text, gsize at, gsize end)
{
  static const char *const marks[] = { "·", "•", "∙", "、", "，", "ㆍ", "│" };

  if (strchr (",|;\n\t", text[at]) != NULL)
    return 1;
  if (at + 2 < end && (memcmp (text + at, " / ", 3) == 0 || memcmp (text + at, " + ", 3) == 0))
    return 3;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (at + strlen (marks[i]) <= end && memcmp (text + at, marks[i], strlen (marks[i])) == 0)
      return strlen (marks[i]);
  return 0;
}

/* "Backend: Java, Spring" */
static MatchumSpan
skip_category (const char *text, MatchumSpan span)
{
  const char *colon = memchr (text + span.start, ':', MIN (matchum_span_get_length (span), 60));

  if (colon == NULL || g_str_has_prefix (colon, "://")
      || memchr (text + span.start, ',', (gsize) (colon - (text + span.start))) != NULL)
    return span;
  return MATCHUM_SPAN ((gsize) (colon + 1 - text), span.end);
}

static void
take_list (Search *search, MatchumSpan span)
{
  const char *text = search->clues->text;
  gsize start;
  guint depth = 0;

  span = skip_category (text, span);
  start = span.start;
  for (gsize at = span.start; at < span.end;)
    {
      gsize n = depth == 0 ? measure_divider (text, at, span.end) : 0;

      depth += text[at] == '(';
      depth -= text[at] == ')' && depth > 0;
      if (n == 0)
        {
          at++;
          continue;
        }
      take_tool (search, trim (text, MATCHUM_SPAN (start, at)));
      at = start = at + n;
    }
  take_tool (search, trim (text, MATCHUM_SPAN (start, span.end)));
}

/* The names in a sentence: "저희는 BigQuery와 Airflow를 주로 써요". */
static void
take_sentence (Search *search, MatchumLexicon *lexicon, MatchumSpan span)
{
  g_autoptr (MatchumFoldedText) folded =
      matchum_folded_text_new (search->clues->text + span.start, (gssize) matchum_span_get_length (span));
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_IN_LIST);

  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      if (matchum_concept_kind_is_product (matchum_lexicon_get_concept (lexicon, mention->concept)->kind))
        take_tool (search, MATCHUM_SPAN (span.start + mention->span.start, span.start + mention->span.end));
    }
}

static void
take_words (Search *search, MatchumLexicon **lexicon, MatchumSpan span)
{
  g_autofree char *folded = NULL;

  if (matchum_span_get_length (span) > MAX_LINE)
    return;
  folded = matchum_fold (search->clues->text + span.start, (gssize) matchum_span_get_length (span));
  if (!matchum_wording_is_sentence (folded))
    {
      take_list (search, span);
      return;
    }
  if (*lexicon == NULL)
    *lexicon = matchum_lexicon_new_builtin (NULL);
  if (*lexicon != NULL)
    take_sentence (search, *lexicon, span);
}

GPtrArray *
matchum_posting_stack_find (const MatchumPostingClues *clues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_STACK);
  g_autoptr (MatchumLexicon) lexicon = NULL;
  Search search = { .clues = clues,
                    .tools = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_fact_free),
                    .seen = seen };
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);

      if (field->strength != MATCHUM_FIELD_WEAK)
        take_words (&search, &lexicon, field->value);
    }
  for (guint i = 0; i < n && search.tools->len < MAX_TOOLS; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);

      if (line->kind == MATCHUM_POSTING_STACK && !line->is_heading)
        take_words (&search, &lexicon, line->span);
    }
  return search.tools;
}
