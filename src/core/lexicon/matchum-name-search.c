/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the leftmost longest names in a text. Ambiguous names are taken on trust first and judged by their neighbours
 * then; where one falls, the text is read again without it. */
#include "config.h"

#include "lexicon/matchum-name-search.h"

#include <string.h>

/* A name that stands in a text, unless it is ambiguous and nothing speaks for it. */
typedef struct {
  const MatchumAlias *alias;
  MatchumSpan span; /* of the folded text */
} Candidate;

typedef struct {
  const MatchumNameIndex *index;
  MatchumNameText text;
  GArray *candidates; /* of Candidate, in order; those of one span follow each other */
  GArray *rejected;   /* of Candidate: ambiguous names that nothing speaks for, in order */
  GArray *own;        /* of Candidate: the user's own names, in order, which nothing else may touch; or NULL */
  const MatchumNameIndex *own_index; /* of those; or NULL */
} Search;

/* Each reading may bring ambiguous names to light that a longer one hid. Those of the last are dropped. */
#define MAX_READINGS 3

void
matchum_name_index_init (MatchumNameIndex *self, const MatchumLexiconForm *form)
{
  gsize n;

  matchum_name_automaton_init (&self->automaton, form);
  self->aliases =
      (const MatchumAlias *) (gconstpointer) matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_ALIASES, &n);
  self->n_aliases = (guint) (n / (sizeof (MatchumAlias) / sizeof (guint32)));
}

/* The name in its own case, where only that counts. */
static const char *
get_exact (const MatchumNameIndex *self, const MatchumAlias *alias)
{
  return alias->exact != MATCHUM_LEXICON_FORM_NONE ? self->automaton.characters + alias->exact : NULL;
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return left->alias < right->alias ? -1 : left->alias > right->alias;
}

static gboolean
is_rejected (Search *search, const MatchumAlias *alias, gsize start)
{
  const Candidate wanted = { alias, { start, start } };

  return search->rejected != NULL && (matchum_alias_get_flags (alias) & MATCHUM_NAME_CONTEXT) != 0
         && g_array_binary_search (search->rejected, &wanted, compare_candidates, NULL);
}

/* Where the first of the user's own names at or behind start begins, which no other may reach. */
static gsize
get_limit (Search *search, gsize start)
{
  guint low = 0;
  guint high = search->own != NULL ? search->own->len : 0;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (search->own, Candidate, middle).span.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return search->own != NULL && low < search->own->len ? g_array_index (search->own, Candidate, low).span.start
                                                       : search->text.length;
}

/* Adds those of the names of one hit that are meant, where they end at longest or behind it, before those of longer
 * hits; returns where they end. */
static gsize
add_hit (Search *search, const MatchumNameHit *hit, gsize start, gsize limit, guint first, gsize longest)
{
  guint at = first;

  for (const guint32 *p = hit->aliases;; p++)
    {
      const MatchumAlias *alias = search->index->aliases + (*p & ~MATCHUM_NAME_AUTOMATON_LAST_END);
      Candidate candidate = { alias, { start, 0 } };

      if (!is_rejected (search, alias, start))
        candidate.span.end = matchum_name_rules_get_end (alias, get_exact (search->index, alias), &search->text,
                                                         MATCHUM_SPAN (start, hit->end));
      if (candidate.span.end > longest && candidate.span.end <= limit)
        {
          g_array_set_size (search->candidates, first);
          at = first;
          longest = candidate.span.end;
        }
      if (candidate.span.end == longest && longest > start)
        g_array_insert_val (search->candidates, at++, candidate);
      if ((*p & MATCHUM_NAME_AUTOMATON_LAST_END) != 0)
        return longest;
    }
}

/* Adds the longest of the names that stand at start, and returns where it ends; start where there is none. */
static gsize
add_longest (Search *search, gsize start)
{
  MatchumNameHit hits[MATCHUM_NAME_MAX_LENGTH];
  const guint first = search->candidates->len;
  const guint n = matchum_name_automaton_walk (&search->index->automaton, search->text.text, start, hits);
  gsize limit = search->text.length;
  gsize longest = start;

  if (n > 0 && search->own != NULL)
    limit = get_limit (search, start);
  /* An s may follow, so the last but one may reach as far as the last. */
  for (guint i = n; i > 0 && hits[i - 1].end + 1 >= longest; i--)
    longest = add_hit (search, &hits[i - 1], start, limit, first, longest);
  return longest;
}

/* Adds the names that start from from up to until. Returns where the last of them ends, until where it ends before. */
static gsize
read_range (Search *search, gsize from, gsize until)
{
  gsize at = from;

  while (at < until)
    {
      gsize end;

      at = matchum_name_automaton_find_start (&search->index->automaton, search->text.text, at, until,
                                              search->text.length);
      if (at == until)
        break;
      end = add_longest (search, at);
      at = end > at ? end : matchum_name_automaton_skip (search->text.text, at);
    }
  return at;
}

/* Whether the candidate at i stands in one list with the one at j. */
static gboolean
is_beside (Search *search, guint i, guint j)
{
  const Candidate *a = &g_array_index (search->candidates, Candidate, MIN (i, j));
  const Candidate *b = &g_array_index (search->candidates, Candidate, MAX (i, j));

  return a->alias->concept != b->alias->concept
         && matchum_name_rules_is_list (matchum_alias_get_kind (a->alias), matchum_alias_get_kind (b->alias),
                                        &search->text, MATCHUM_SPAN (a->span.end, b->span.start));
}

static gsize
get_start (Search *search, guint index)
{
  return g_array_index (search->candidates, Candidate, index).span.start;
}

/* Whether one of the names just before or just behind stands in a list with this. Several may share a span there,
 * as they may here. */
static gboolean
has_neighbour (Search *search, guint index)
{
  const guint n = search->candidates->len;
  guint before = index;
  guint after = index + 1;

  while (before > 0 && get_start (search, before - 1) == get_start (search, index))
    before--;
  while (after < n && get_start (search, after) == get_start (search, index))
    after++;
  for (guint i = before; i > 0 && get_start (search, i - 1) == get_start (search, before - 1); i--)
    if (is_beside (search, i - 1, index))
      return TRUE;
  for (guint i = after; i < n && get_start (search, i) == get_start (search, after); i++)
    if (is_beside (search, index, i))
      return TRUE;
  return FALSE;
}

static gboolean
is_meant (Search *search, guint index)
{
  const Candidate *candidate = &g_array_index (search->candidates, Candidate, index);

  return (matchum_alias_get_flags (candidate->alias) & MATCHUM_NAME_CONTEXT) == 0 || has_neighbour (search, index)
         || matchum_name_rules_has_cue (matchum_alias_get_kind (candidate->alias), &search->text, candidate->span);
}

static void
add_rejected (Search *search, const Candidate *candidate)
{
  if (search->rejected == NULL)
    search->rejected = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_append_val (search->rejected, *candidate);
}

/* Notes the ambiguous names that nothing speaks for. Returns whether there were any. */
static gboolean
reject_ambiguous (Search *search)
{
  const guint n_before = search->rejected != NULL ? search->rejected->len : 0;

  for (guint i = 0; i < search->candidates->len; i++)
    if (!is_meant (search, i))
      add_rejected (search, &g_array_index (search->candidates, Candidate, i));
  if (search->rejected == NULL || search->rejected->len == n_before)
    return FALSE;
  g_array_sort (search->rejected, compare_candidates);
  return TRUE;
}

/* Reads again where names were rejected: a shorter one may start there, or one that starts later and reaches over
 * those behind it. */
static void
mend_candidates (Search *search)
{
  g_autoptr (GArray) old = g_steal_pointer (&search->candidates);
  MatchumSpan last = { 0, 0 };
  gsize at = 0;

  search->candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), old->len);
  for (guint i = 0; i < old->len; i++)
    {
      const Candidate *candidate = &g_array_index (old, Candidate, i);
      const gboolean is_kept = !is_rejected (search, candidate->alias, candidate->span.start);
      const gboolean is_twin = candidate->span.start == last.start && candidate->span.end == last.end;

      if (is_kept && (candidate->span.start >= at || is_twin))
        {
          g_array_append_val (search->candidates, *candidate);
          last = candidate->span;
          at = last.end;
        }
      else
        at = read_range (search, MAX (at, candidate->span.start), candidate->span.end);
    }
}

/* Takes out the ambiguous names that nothing speaks for, without looking for others. */
static void
drop_ambiguous (Search *search)
{
  guint n_kept = 0;

  if (!reject_ambiguous (search))
    return;
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const Candidate candidate = g_array_index (search->candidates, Candidate, i);

      if (!is_rejected (search, candidate.alias, candidate.span.start))
        g_array_index (search->candidates, Candidate, n_kept++) = candidate;
    }
  g_array_set_size (search->candidates, n_kept);
}

static void
judge_ambiguous (Search *search)
{
  for (guint i = 1; i < MAX_READINGS; i++)
    {
      if (!reject_ambiguous (search))
        return;
      mend_candidates (search);
    }
  drop_ambiguous (search);
}

/* By a name that leads to its concept, not by the name of one that only the user knows. */
static gboolean
is_own (const Search *search, const MatchumAlias *alias)
{
  const MatchumNameIndex *own = search->own_index;

  return own != NULL && !matchum_alias_is_canonical (alias) && alias >= own->aliases
         && alias < own->aliases + own->n_aliases;
}

/* Two names of one concept at one place are one mention. */
static void
add_mention (Search *search, const Candidate *candidate, GArray *mentions, guint *place)
{
  MatchumMention mention = {
    .concept = candidate->alias->concept,
    .span = matchum_folded_text_follow_original_span (search->text.folded, candidate->span, place),
    .is_canonical = matchum_alias_is_canonical (candidate->alias),
    .is_own = is_own (search, candidate->alias),
  };

  for (guint i = mentions->len; i > 0; i--)
    {
      MatchumMention *earlier = &g_array_index (mentions, MatchumMention, i - 1);

      if (earlier->span.start != mention.span.start)
        break;
      if (earlier->concept == mention.concept)
        {
          earlier->is_canonical = earlier->is_canonical || mention.is_canonical;
          earlier->is_own = earlier->is_own && mention.is_own;
          return;
        }
    }
  g_array_append_val (mentions, mention);
}

/* The user's own names, which are taken wherever they stand. */
static GArray *
find_own (const MatchumNameIndex *own, const MatchumNameText *text)
{
  Search search = {
    .index = own,
    .text = *text,
    .candidates = g_array_new (FALSE, FALSE, sizeof (Candidate)),
  };

  read_range (&search, 0, text->length);
  return search.candidates;
}

/* All that is not the user's own, between and around that. */
static void
read_around_own (Search *search)
{
  gsize at = 0;

  for (guint i = 0; search->own != NULL && i < search->own->len; i++)
    {
      const Candidate *candidate = &g_array_index (search->own, Candidate, i);

      if (candidate->span.start > at)
        read_range (search, at, candidate->span.start);
      g_array_append_val (search->candidates, *candidate);
      at = candidate->span.end;
    }
  read_range (search, at, search->text.length);
}

void
matchum_name_search_find (const MatchumNameIndex *index,
                          const MatchumNameIndex *own,
                          MatchumFoldedText *text,
                          MatchumLexiconFindFlags flags,
                          GArray *mentions)
{
  Search search = {
    .index = index,
    .text = {
      .folded = text,
      .text = matchum_folded_text_get_text (text),
      .length = matchum_folded_text_get_length (text),
    },
    .candidates = g_array_new (FALSE, FALSE, sizeof (Candidate)),
    .own_index = own,
  };
  guint place = 0;

  if (own != NULL)
    search.own = find_own (own, &search.text);
  read_around_own (&search);
  if ((flags & MATCHUM_LEXICON_FIND_IN_LIST) == 0)
    judge_ambiguous (&search);
  for (guint i = 0; i < search.candidates->len; i++)
    add_mention (&search, &g_array_index (search.candidates, Candidate, i), mentions, &place);
  g_array_unref (search.candidates);
  g_clear_pointer (&search.rejected, g_array_unref);
  g_clear_pointer (&search.own, g_array_unref);
}
