/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles names into patterns, and finds the leftmost longest of them in a text. Ambiguous names are taken on
 * trust first and judged by their neighbours then; where one falls, the text is read again without it. */
#include "config.h"

#include "lexicon/matchum-name-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lexicon/matchum-alias-trie.h"
#include "lexicon/matchum-name-rules.h"
#include "text/matchum-korean-tail.h"

struct _MatchumNameIndex {
  GPtrArray *concepts; /* of MatchumConcept */
  GArray *aliases;     /* of MatchumAlias, numbered as in the trie */
  MatchumAliasTrie *trie;
};

/* A name that stands in a text, unless it is ambiguous and nothing speaks for it. */
typedef struct {
  guint alias;
  MatchumSpan span; /* of the folded text */
} Candidate;

typedef struct {
  const MatchumNameIndex *index;
  MatchumNameText text;
  GArray *hits;       /* of MatchumAliasHit, for one place */
  GArray *candidates; /* of Candidate, in order; those of one span follow each other */
  GArray *rejected;   /* of Candidate: ambiguous names that nothing speaks for, in order */
} Search;

/* Each reading may bring ambiguous names to light that a longer one hid. Those of the last are dropped. */
#define MAX_READINGS 3

static void
clear_alias (gpointer data)
{
  MatchumAlias *alias = data;

  g_free (alias->exact);
  g_free (alias->pattern);
}

static const MatchumAlias *
get_alias (const MatchumNameIndex *self, guint index)
{
  return &g_array_index (self->aliases, MatchumAlias, index);
}

static const MatchumConcept *
get_concept (const MatchumNameIndex *self, const MatchumAlias *alias)
{
  return g_ptr_array_index (self->concepts, alias->concept);
}

/* What stands for c in a pattern: itself, or a gap. */
static gunichar
compile_character (gunichar previous, gunichar c, gunichar next)
{
  if (c == '_')
    return MATCHUM_ALIAS_GAP_OPTIONAL;
  if (c == ' ')
    return matchum_unichar_is_hangul (previous) || matchum_unichar_is_hangul (next) ? MATCHUM_ALIAS_GAP_OPTIONAL
                                                                                    : MATCHUM_ALIAS_GAP;
  if (c == '-' && matchum_name_rules_is_word (previous) && matchum_name_rules_is_word (next))
    return MATCHUM_ALIAS_GAP;
  return c;
}

static gboolean
is_gap (gunichar c)
{
  return c == MATCHUM_ALIAS_GAP || c == MATCHUM_ALIAS_GAP_OPTIONAL;
}

static void
count_characters (MatchumAlias *alias)
{
  for (gsize i = 0; i < alias->pattern_length; i++)
    if (!is_gap (alias->pattern[i]))
      {
        alias->n_characters++;
        alias->n_syllables += matchum_unichar_is_hangul (alias->pattern[i]);
      }
  alias->first = alias->pattern[0];
  alias->last = alias->pattern[alias->pattern_length - 1];
}

/* Adds c to the pattern of n characters; two gaps in a row are one, as wide as the wider. */
static gsize
add_to_pattern (gunichar *pattern, gsize n, gunichar c)
{
  if (n > 0 && is_gap (c) && is_gap (pattern[n - 1]))
    {
      pattern[n - 1] = MIN (pattern[n - 1], c);
      return n;
    }
  pattern[n] = c;
  return n + 1;
}

/* FALSE where text cannot be a name. */
static gboolean
compile_pattern (MatchumAlias *alias, const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);
  gunichar pattern[MATCHUM_ALIAS_MAX_LENGTH];
  gunichar previous = 0;
  gsize n = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (n == MATCHUM_ALIAS_MAX_LENGTH || c <= MATCHUM_ALIAS_GAP)
        return FALSE;
      n = add_to_pattern (pattern, n, compile_character (previous, c, g_utf8_get_char (g_utf8_next_char (p))));
      previous = c;
    }
  if (n == 0 || is_gap (pattern[0]) || is_gap (pattern[n - 1]))
    return FALSE;
  alias->pattern = g_memdup2 (pattern, n * sizeof *pattern);
  alias->pattern_length = n;
  count_characters (alias);
  return TRUE;
}

static char *
make_exact (const char *text)
{
  char *exact = matchum_fold_keeping_case (text, -1);
  gsize n = 0;

  for (const char *p = exact; *p != '\0'; p++)
    if (*p != ' ' && *p != '-' && *p != '_')
      exact[n++] = *p;
  exact[n] = '\0';
  return exact;
}

/* Two names that can stand for the same text have the same characters between their gaps. */
static guint
hash_characters (gconstpointer data)
{
  const MatchumAlias *alias = data;
  guint hash = 5381;

  for (gsize i = 0; i < alias->pattern_length; i++)
    if (!is_gap (alias->pattern[i]))
      hash = hash * 33 + alias->pattern[i];
  return hash;
}

static gboolean
has_same_characters (gconstpointer a, gconstpointer b)
{
  const MatchumAlias *left = a;
  const MatchumAlias *right = b;
  gsize i = 0;
  gsize j = 0;

  if (left->n_characters != right->n_characters)
    return FALSE;
  while (i < left->pattern_length && j < right->pattern_length)
    {
      i += is_gap (left->pattern[i]);
      j += is_gap (right->pattern[j]);
      if (left->pattern[i++] != right->pattern[j++])
        return FALSE;
    }
  return TRUE;
}

/* The gap at i of pattern, or 0; steps over it. */
static gunichar
take_gap (const MatchumAlias *alias, gsize *i)
{
  if (*i < alias->pattern_length && is_gap (alias->pattern[*i]))
    return alias->pattern[(*i)++];
  return 0;
}

/* Whether some text is both; their characters are the same. */
static gboolean
patterns_meet (const MatchumAlias *a, const MatchumAlias *b)
{
  gsize i = 0;
  gsize j = 0;

  while (i < a->pattern_length && j < b->pattern_length)
    {
      const gunichar gap_a = take_gap (a, &i);
      const gunichar gap_b = take_gap (b, &j);

      if ((gap_a == MATCHUM_ALIAS_GAP && gap_b == 0) || (gap_a == 0 && gap_b == MATCHUM_ALIAS_GAP))
        return FALSE;
      i++;
      j++;
    }
  return TRUE;
}

/* One name may belong to two concepts only where the text around it has to tell, or the case. */
static gboolean
is_conflict (const MatchumAlias *a, const MatchumAlias *b)
{
  if (a->concept == b->concept || (a->flags & b->flags & MATCHUM_NAME_CONTEXT) != 0)
    return FALSE;
  if ((a->flags & b->flags & MATCHUM_NAME_CASE) != 0 && !g_str_equal (a->exact, b->exact))
    return FALSE;
  return patterns_meet (a, b);
}

/* Notes that alias index has its characters; FALSE where that name belongs to another concept already. Earlier
 * aliases of the same characters hang on the last: claims leads to it, counted from 1, and next from it. */
static gboolean
claim_name (MatchumNameIndex *self,
            GHashTable *claims,
            guint *next,
            MatchumRecords *records,
            guint index,
            GError **error)
{
  MatchumAlias *alias = &g_array_index (self->aliases, MatchumAlias, index);
  const MatchumName *name = &g_array_index (records->names, MatchumName, index);

  next[index] = GPOINTER_TO_UINT (g_hash_table_lookup (claims, alias));
  for (guint other = next[index]; other != 0; other = next[other - 1])
    {
      const MatchumPlace *place = &g_array_index (records->names, MatchumName, other - 1).place;

      if (!is_conflict (alias, get_alias (self, other - 1)))
        continue;
      g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_DUPLICATE,
                   _ ("%s:%u: The name \"%s\" belongs to the concept \"%s\" already, at %s:%u"), name->place.file,
                   name->place.line, name->text, get_concept (self, get_alias (self, other - 1))->id, place->file,
                   place->line);
      return FALSE;
    }
  g_hash_table_replace (claims, alias, GUINT_TO_POINTER (index + 1));
  return TRUE;
}

static gboolean
add_name (MatchumNameIndex *self, const MatchumName *name, GError **error)
{
  MatchumAlias alias = {
    .concept = name->concept,
    .flags = name->flags,
    .is_canonical = name->is_canonical,
  };

  if (!compile_pattern (&alias, name->text))
    {
      clear_alias (&alias);
      g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                   _ ("%s:%u: \"%s\" can be no name: it is empty, longer than %d characters, or starts or ends with a "
                      "gap"),
                   name->place.file, name->place.line, name->text, MATCHUM_ALIAS_MAX_LENGTH);
      return FALSE;
    }
  if ((name->flags & MATCHUM_NAME_CASE) != 0)
    alias.exact = make_exact (name->text);
  g_array_append_val (self->aliases, alias);
  matchum_alias_trie_add (self->trie, alias.pattern, alias.pattern_length);
  return TRUE;
}

MatchumNameIndex *
matchum_name_index_new (MatchumRecords *records, GError **error)
{
  g_autoptr (MatchumNameIndex) self = g_new0 (MatchumNameIndex, 1);
  g_autoptr (GHashTable) claims = g_hash_table_new (hash_characters, has_same_characters);
  g_autofree guint *next = g_new (guint, records->names->len + 1);

  self->concepts = g_ptr_array_ref (records->concepts);
  self->trie = matchum_alias_trie_new (records->names->len);
  /* The aliases are keys of claims, so the array must not move. */
  self->aliases = g_array_sized_new (FALSE, FALSE, sizeof (MatchumAlias), records->names->len);
  g_array_set_clear_func (self->aliases, clear_alias);
  for (guint i = 0; i < records->names->len; i++)
    if (!add_name (self, &g_array_index (records->names, MatchumName, i), error)
        || !claim_name (self, claims, next, records, i, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
matchum_name_index_free (MatchumNameIndex *self)
{
  g_ptr_array_unref (self->concepts);
  g_array_unref (self->aliases);
  matchum_alias_trie_free (self->trie);
  g_free (self);
}

guint
matchum_name_index_get_n_aliases (const MatchumNameIndex *self)
{
  return self->aliases->len;
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
is_rejected (Search *search, guint alias, gsize start)
{
  const Candidate wanted = { alias, { start, start } };

  return search->rejected->len > 0 && g_array_binary_search (search->rejected, &wanted, compare_candidates, NULL);
}

/* Adds the longest of the names that stand at start, and returns where it ends; start where there is none. */
static gsize
add_longest (Search *search, gsize start)
{
  const guint n_before = search->candidates->len;
  gsize longest = start;

  g_array_set_size (search->hits, 0);
  matchum_alias_trie_find (search->index->trie, search->text.text, search->text.length, start, search->hits);
  for (guint i = 0; i < search->hits->len; i++)
    {
      const MatchumAliasHit *hit = &g_array_index (search->hits, MatchumAliasHit, i);
      Candidate candidate = { hit->alias, { start, hit->end } };

      if (hit->end + 1 < longest || is_rejected (search, hit->alias, start))
        continue;
      candidate.span.end =
          matchum_name_rules_get_end (get_alias (search->index, hit->alias), &search->text, candidate.span);
      if (candidate.span.end == 0 || candidate.span.end < longest)
        continue;
      if (candidate.span.end > longest)
        g_array_set_size (search->candidates, n_before);
      longest = candidate.span.end;
      g_array_append_val (search->candidates, candidate);
    }
  return longest;
}

/* Behind the character before next: words of letters and digits have no names inside. */
static gsize
skip_word (const Search *search, gunichar c, gsize next)
{
  if (c < 0x80 && g_ascii_isalnum ((char) c))
    while (next < search->text.length && g_ascii_isalnum (search->text.text[next]))
      next++;
  return next;
}

/* Adds the names that start from from up to until. Returns where the last of them ends, until where it ends before. */
static gsize
read_range (Search *search, gsize from, gsize until)
{
  const char *text = search->text.text;
  gsize at = from;

  while (at < until)
    {
      const gunichar c = g_utf8_get_char (text + at);
      const gsize next = (gsize) (g_utf8_next_char (text + at) - text);
      gsize end = at;

      /* The text ends with a NUL, so a next character can be looked at. */
      if (matchum_alias_trie_may_start (search->index->trie, c, g_utf8_get_char (text + next)))
        end = add_longest (search, at);
      at = end > at ? end : skip_word (search, c, next);
    }
  return at;
}

/* Whether the candidate at i stands in one list with the one at j. */
static gboolean
is_beside (Search *search, guint i, guint j)
{
  const Candidate *a = &g_array_index (search->candidates, Candidate, MIN (i, j));
  const Candidate *b = &g_array_index (search->candidates, Candidate, MAX (i, j));
  const MatchumConcept *first = get_concept (search->index, get_alias (search->index, a->alias));
  const MatchumConcept *second = get_concept (search->index, get_alias (search->index, b->alias));

  return first != second
         && matchum_name_rules_is_list (first->kind, second->kind, &search->text,
                                        MATCHUM_SPAN (a->span.end, b->span.start));
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
  const MatchumAlias *alias = get_alias (search->index, candidate->alias);

  return (alias->flags & MATCHUM_NAME_CONTEXT) == 0 || has_neighbour (search, index)
         || matchum_name_rules_has_cue (get_concept (search->index, alias)->kind, &search->text, candidate->span);
}

/* Notes the ambiguous names that nothing speaks for. Returns whether there were any. */
static gboolean
reject_ambiguous (Search *search)
{
  const guint n_before = search->rejected->len;

  for (guint i = 0; i < search->candidates->len; i++)
    if (!is_meant (search, i))
      g_array_append_val (search->rejected, g_array_index (search->candidates, Candidate, i));
  if (search->rejected->len == n_before)
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

/* Two names of one concept at one place are one mention. */
static void
add_mention (Search *search, const Candidate *candidate, GArray *mentions)
{
  const MatchumAlias *alias = get_alias (search->index, candidate->alias);
  MatchumMention mention = {
    .concept = alias->concept,
    .span = matchum_folded_text_get_original_span (search->text.folded, candidate->span),
    .is_canonical = alias->is_canonical,
  };

  for (guint i = mentions->len; i > 0; i--)
    {
      MatchumMention *earlier = &g_array_index (mentions, MatchumMention, i - 1);

      if (earlier->span.start != mention.span.start)
        break;
      if (earlier->concept == mention.concept)
        {
          earlier->is_canonical = earlier->is_canonical || mention.is_canonical;
          return;
        }
    }
  g_array_append_val (mentions, mention);
}

void
matchum_name_index_find (const MatchumNameIndex *self,
                         MatchumFoldedText *text,
                         MatchumLexiconFindFlags flags,
                         GArray *mentions)
{
  Search search = {
    .index = self,
    .text = {
      .folded = text,
      .text = matchum_folded_text_get_text (text),
      .length = matchum_folded_text_get_length (text),
    },
    .hits = g_array_new (FALSE, FALSE, sizeof (MatchumAliasHit)),
    .candidates = g_array_new (FALSE, FALSE, sizeof (Candidate)),
    .rejected = g_array_new (FALSE, FALSE, sizeof (Candidate)),
  };

  read_range (&search, 0, search.text.length);
  if ((flags & MATCHUM_LEXICON_FIND_IN_LIST) == 0)
    judge_ambiguous (&search);
  for (guint i = 0; i < search.candidates->len; i++)
    add_mention (&search, &g_array_index (search.candidates, Candidate, i), mentions);
  g_array_unref (search.hits);
  g_array_unref (search.candidates);
  g_array_unref (search.rejected);
}
