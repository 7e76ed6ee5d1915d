/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds how well a human language is mastered: by words, by test scores, by having worked in it. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include <string.h>

#include "match/matchum-hedge.h"
#include "match/matchum-language-use.h"
#include "posting/matchum-proficiency.h"

/* A score up to here is a grade in words (IM2, N1), one above it a number of points. */
#define LAST_GRADE 9

static gboolean
is_test (MatchumLexicon *lexicon, guint concept)
{
  return matchum_lexicon_get_concept (lexicon, concept)->kind == MATCHUM_CONCEPT_LANGUAGE_TEST;
}

/* The words that speak of the mention at index. */
static char *
dup_words (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const MatchumIndexBlock *block, guint at)
{
  const guint source = g_array_index (block->mentions, MatchumIndexMention, at).block;

  return matchum_language_use_dup_words (matchum_resume_get_block (matchum_evidence_index_get_resume (index), source),
                                         lexicon, block, at);
}

/* What is no language itself may still show one, and is judged when it is asked for. */
static MatchumProficiency
get_level (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const MatchumIndexBlock *block, guint at)
{
  const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, at);

  if (mention->level != MATCHUM_PROFICIENCY_UNKNOWN)
    return mention->level;
  return matchum_language_use_judge (matchum_resume_get_block (matchum_evidence_index_get_resume (index),
                                                               mention->block),
                                     lexicon, block, at);
}

static gboolean
is_enough (MatchumLeafEvidence *self,
           MatchumEvidenceIndex *index,
           MatchumLexicon *lexicon,
           const MatchumIndexBlock *block,
           guint at)
{
  const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, at);
  MatchumProficiency needed = (MatchumProficiency) self->leaf->level;
  g_autofree char *words = NULL;

  if (self->leaf->score > 0 && is_test (lexicon, mention->concept))
    {
      words = dup_words (index, lexicon, block, at);
      return (self->leaf->score > LAST_GRADE ? matchum_proficiency_find_points (words, strlen (words))
                                             : matchum_proficiency_find_score (words, strlen (words)))
             >= self->leaf->score;
    }
  if (needed == MATCHUM_PROFICIENCY_UNKNOWN)
    needed = MATCHUM_PROFICIENCY_READING;
  return get_level (index, lexicon, block, at) >= needed;
}

static gboolean
has_hedge (const char *words)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  g_autoptr (GArray) hedged = matchum_hedge_find_all (words, strlen (words), none);

  return hedged->len > 0;
}

static gboolean
is_speaking_test (MatchumLexicon *lexicon, guint concept)
{
  const char *id = matchum_lexicon_get_concept (lexicon, concept)->id;

  return strstr (id, "opic") != NULL || strstr (id, "speak") != NULL;
}

/* Talk is asked for, and the language is written to others or tested: less than is asked, but not nothing. */
static gboolean
is_begun (MatchumLeafEvidence *self,
          MatchumEvidenceIndex *index,
          MatchumLexicon *lexicon,
          const MatchumIndexBlock *block,
          guint at)
{
  static const char *const uses[] = { "메일", "메신저", "채팅", "e-mail", "email", "회화", "a2", "b1", "b2", NULL };
  g_autofree char *words = NULL;
  g_autofree char *asked = matchum_fold (self->leaf->name != NULL ? self->leaf->name : "", -1);

  if (self->leaf->level != MATCHUM_PROFICIENCY_WORKING || strstr (asked, "비즈니스") != NULL
      || strstr (asked, "business") != NULL || get_level (index, lexicon, block, at) < MATCHUM_PROFICIENCY_READING)
    return FALSE;
  words = dup_words (index, lexicon, block, at);
  if (strstr (words, "통역") != NULL || has_hedge (words))
    return FALSE;
  if (is_test (lexicon, g_array_index (block->mentions, MatchumIndexMention, at).concept))
    return is_speaking_test (lexicon, g_array_index (block->mentions, MatchumIndexMention, at).concept);
  for (gsize i = 0; uses[i] != NULL; i++)
    if (strstr (words, uses[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
asks_korean (MatchumLexicon *lexicon, GArray *asked)
{
  for (guint i = 0; i < asked->len; i++)
    if (strcmp (matchum_lexicon_get_concept (lexicon, g_array_index (asked, guint, i))->id, "korean") == 0)
      return TRUE;
  return FALSE;
}

void
matchum_leaf_evidence_find_language (MatchumLeafEvidence *self,
                                     MatchumEvidenceIndex *index,
                                     MatchumLexicon *lexicon,
                                     MatchumDay as_of)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));
  g_autofree guint32 *shows = matchum_evidence_index_mark_showing (index, self->leaf->concepts);

  self->is_given = asks_korean (lexicon, self->leaf->concepts) && matchum_evidence_index_is_korean (index);
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, k);

          gboolean is_held_test, is_over, is_shown;

          if (mention->is_hedged || !matchum_evidence_index_is_marked (shows, mention->concept))
            continue;
          /* A test that has run out, or was passed with less than is asked, is a beginning. */
          is_held_test = is_test (lexicon, mention->concept);
          is_over = is_held_test && matchum_leaf_evidence_is_expired (block, as_of);
          is_shown = !is_over && is_enough (self, index, lexicon, block, k);
          if (is_shown || is_over || (is_held_test && self->leaf->score > 0)
              || is_begun (self, index, lexicon, block, k))
            matchum_leaf_evidence_add (self, index, i, mention->span, MATCHUM_REASON_NAMED)->is_weak = !is_shown;
        }
    }
}
