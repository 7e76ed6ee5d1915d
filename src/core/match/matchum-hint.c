/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the words that name what is asked and are no evidence, and says why they are none. */
#include "config.h"

#include "match/matchum-hint.h"

#include <glib/gi18n-lib.h>

#include "match/matchum-match-private.h"

/* So many hints of a leaf are enough to look at. */
#define MAX_HINTS 4

typedef struct {
  MatchumMatch *match;
  MatchumEvidenceIndex *index;
  MatchumVisibility *visibility;
  const MatchumCriterion *leaf;
  GArray *hints;
} Search;

static gboolean
is_full (const Search *self)
{
  return self->hints->len >= MAX_HINTS;
}

static void
add (Search *self, guint block, MatchumSpan span, MatchumHedgeKind kind)
{
  MatchumHint hint = { block, span, self->leaf, kind };

  if (is_full (self) || !matchum_visibility_is_visible (self->visibility, block))
    return;
  for (guint i = 0; i < self->hints->len; i++)
    if (g_array_index (self->hints, MatchumHint, i).block == block)
      return;
  g_array_append_val (self->hints, hint);
}

/* Why -------------------------------------------------------------------------------------------------------------- */

static GArray *
fold_mentions (const MatchumIndexBlock *block)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < block->mentions->len; i++)
    {
      MatchumSpan span =
          matchum_folded_text_get_folded_span (block->folded,
                                               g_array_index (block->mentions, MatchumIndexMention, i).span);

      g_array_append_val (spans, span);
    }
  return spans;
}

/* NONE where no clause takes the span back. */
static MatchumHedgeKind
read_kind (const MatchumIndexBlock *block, MatchumSpan span)
{
  g_autoptr (GArray) named = fold_mentions (block);

  return matchum_hedge_find_kind (matchum_folded_text_get_text (block->folded),
                                  matchum_folded_text_get_length (block->folded), named,
                                  matchum_folded_text_get_folded_span (block->folded, span));
}

/* Why the items under a heading take back what it names. */
static MatchumHedgeKind
read_kind_of_items (Search *self, const MatchumBlock *heading, guint concept)
{
  for (guint i = heading->index + 1; i < heading->end; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (self->index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, k);

          if (mention->concept == concept && mention->is_hedged)
            return read_kind (block, mention->span);
        }
    }
  return MATCHUM_HEDGE_KIND_NONE;
}

static gboolean
is_publication (Search *self, guint concept)
{
  const MatchumConcept *publication = matchum_lexicon_lookup (matchum_match_get_lexicon (self->match), "publication");

  return publication != NULL && publication->index == concept;
}

static MatchumHedgeKind
read_kind_of_mention (Search *self, const MatchumIndexMention *mention)
{
  const MatchumBlock *block = matchum_resume_get_block (matchum_match_get_resume (self->match), mention->block);
  MatchumHedgeKind kind = read_kind (matchum_evidence_index_get_block (self->index, mention->block), mention->span);

  if (kind == MATCHUM_HEDGE_KIND_NONE && block->kind == MATCHUM_BLOCK_ENTRY)
    kind = read_kind_of_items (self, block, mention->concept);
  if (kind != MATCHUM_HEDGE_KIND_NONE)
    return kind;
  /* No clause but the word itself: papers that are not said to be published, or "with the security team". */
  return is_publication (self, mention->concept) ? MATCHUM_HEDGE_KIND_UNKNOWN : MATCHUM_HEDGE_KIND_OTHERS;
}

/* A certificate that somebody studies or plans for is not held. */
static MatchumHedgeKind
suit_leaf (const MatchumCriterion *leaf, MatchumHedgeKind kind)
{
  if (leaf->kind == MATCHUM_CRITERION_CERTIFICATE
      && (kind == MATCHUM_HEDGE_KIND_STUDIED || kind == MATCHUM_HEDGE_KIND_PLANNED))
    return MATCHUM_HEDGE_KIND_NOT_HELD;
  return kind == MATCHUM_HEDGE_KIND_NONE ? MATCHUM_HEDGE_KIND_UNKNOWN : kind;
}

/* Which ------------------------------------------------------------------------------------------------------------ */

/* Nearly everything is a part of a whole kind of work: only its own name is a hint of it. */
static gboolean
is_hint_of (MatchumLexicon *lexicon, guint concept, guint asked)
{
  MatchumConceptKind kind = matchum_lexicon_get_concept (lexicon, asked)->kind;

  if (kind == MATCHUM_CONCEPT_FUNCTION || kind == MATCHUM_CONCEPT_DOMAIN)
    return concept == asked;
  return matchum_lexicon_shows (lexicon, concept, asked);
}

static gboolean
is_asked (Search *self, guint concept)
{
  for (guint i = 0; i < self->leaf->concepts->len; i++)
    if (is_hint_of (matchum_match_get_lexicon (self->match), concept, g_array_index (self->leaf->concepts, guint, i)))
      return TRUE;
  return FALSE;
}

static void
find_mentions (Search *self)
{
  g_autoptr (GArray) concepts = matchum_evidence_index_find_showing (self->index, self->leaf->concepts);

  for (guint i = 0; i < concepts->len && !is_full (self); i++)
    {
      guint concept = g_array_index (concepts, guint, i);
      GArray *mentions = is_asked (self, concept) ? matchum_evidence_index_get_mentions (self->index, concept) : NULL;

      for (guint k = 0; mentions != NULL && k < mentions->len && !is_full (self); k++)
        {
          const MatchumIndexMention *mention = &g_array_index (mentions, MatchumIndexMention, k);

          if (mention->is_hedged)
            add (self, mention->block, mention->span, suit_leaf (self->leaf, read_kind_of_mention (self, mention)));
        }
    }
}

static void
find_words (Search *self)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_match_get_resume (self->match));

  if (self->leaf->word == NULL || *self->leaf->word == '\0'
      || !matchum_leaf_evidence_may_have_word (self->index, self->leaf->word))
    return;
  for (guint i = 0; i < n_blocks && !is_full (self); i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (self->index, i);
      MatchumSpan span;

      if (matchum_leaf_evidence_find_hedged_word (block, self->leaf->word, &span))
        add (self, i, span, suit_leaf (self->leaf, read_kind (block, span)));
    }
}

/* Studies of the field that are not finished. */
static void
find_studies (Search *self)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, self->leaf);
  MatchumResume *resume = matchum_match_get_resume (self->match);
  MatchumDegree needed = (MatchumDegree) MAX (self->leaf->degree, (guint) MATCHUM_DEGREE_ASSOCIATE);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume) && !is_full (self); i++)
    {
      gboolean is_held;
      MatchumDegree degree =
          matchum_leaf_evidence_read_degree (self->index, i, matchum_match_get_as_of (self->match), &is_held);

      if (degree >= needed && !is_held
          && matchum_leaf_evidence_fits_field (leaf, self->index, matchum_match_get_lexicon (self->match), i))
        add (self, i, MATCHUM_SPAN (0, matchum_inline_text_get_length (matchum_resume_get_block (resume, i)->content)),
             MATCHUM_HEDGE_KIND_NOT_HELD);
    }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const MatchumHint *left = a, *right = b;

  return left->block < right->block ? -1 : left->block > right->block;
}

GArray *
matchum_hint_find_all (MatchumMatch *match, MatchumVisibility *visibility, const MatchumCriterion *leaf)
{
  GArray *hints = g_array_new (FALSE, FALSE, sizeof (MatchumHint));
  Search self = { match, matchum_match_get_index (match), visibility, leaf, hints };

  switch (leaf->kind)
    {
    case MATCHUM_CRITERION_DEGREE:
    case MATCHUM_CRITERION_FIELD:
      find_studies (&self);
      break;
    case MATCHUM_CRITERION_CONCEPT:
    case MATCHUM_CRITERION_CERTIFICATE:
    case MATCHUM_CRITERION_LANGUAGE:
    case MATCHUM_CRITERION_WORD:
      find_mentions (&self);
      find_words (&self);
      break;
    case MATCHUM_CRITERION_ALL:
    case MATCHUM_CRITERION_ANY:
    case MATCHUM_CRITERION_AT_LEAST:
    case MATCHUM_CRITERION_YEARS:
    case MATCHUM_CRITERION_AMOUNT:
    case MATCHUM_CRITERION_ANYONE:
    default:
      break;
    }
  g_array_sort (hints, compare_places);
  return hints;
}

/* Words ------------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *nick;
  const char *word;
  const char *note;
} kinds[] = {
  [MATCHUM_HEDGE_KIND_NONE] = { "hedged", NC_ ("hint", "taken back"), N_ ("A hint only: the line takes it back") },
  [MATCHUM_HEDGE_KIND_CONSIDERED] = { "considered", NC_ ("hint", "considered"), N_ ("A hint only: considered") },
  [MATCHUM_HEDGE_KIND_TRIED] = { "tried", NC_ ("hint", "tried out"), N_ ("A hint only: tried out") },
  [MATCHUM_HEDGE_KIND_STUDIED] = { "studied", NC_ ("hint", "studied"), N_ ("A hint only: studied") },
  [MATCHUM_HEDGE_KIND_PLANNED] = { "planned", NC_ ("hint", "planned"), N_ ("A hint only: planned") },
  [MATCHUM_HEDGE_KIND_SLIGHT] = { "slight", NC_ ("hint", "at a basic level"), N_ ("A hint only: at a basic level") },
  [MATCHUM_HEDGE_KIND_PART] = { "part", NC_ ("hint", "a part of the work"), N_ ("A hint only: a part of the work") },
  [MATCHUM_HEDGE_KIND_OTHERS] = { "others", NC_ ("hint", "the work of others"),
                                  N_ ("A hint only: the work of others") },
  [MATCHUM_HEDGE_KIND_DROPPED] = { "dropped", NC_ ("hint", "not kept"), N_ ("A hint only: not kept") },
  [MATCHUM_HEDGE_KIND_DENIED] = { "denied", NC_ ("hint", "said not to be done"),
                                  N_ ("A hint only: said not to be done") },
  [MATCHUM_HEDGE_KIND_NOT_HELD] = { "not-held", NC_ ("hint", "not held yet"), N_ ("A hint only: not held yet") },
  [MATCHUM_HEDGE_KIND_UNKNOWN] = { "hedged", NC_ ("hint", "taken back"), N_ ("A hint only: the line takes it back") },
};

const char *
matchum_hint_get_nick (MatchumHedgeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind].nick;
}

const char *
matchum_hint_get_word (MatchumHedgeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "hint", kinds[kind].word);
}

const char *
matchum_hint_get_note (MatchumHedgeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return _ (kinds[kind].note);
}
