/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads every block of a resume once and keeps what it names. */
#include "config.h"

#include "match/matchum-evidence-index.h"

#include <string.h>

#include "match/matchum-concept-proofs.h"
#include "match/matchum-hedge.h"
#include "match/matchum-language-use.h"
#include "match/matchum-magnitude.h"
#include "match/matchum-split-name.h"
#include "match/matchum-telltale.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

struct _MatchumEvidenceIndex {
  MatchumResume *resume;
  MatchumLexicon *lexicon;
  GArray *blocks;               /* of MatchumIndexBlock */
  GArray *concepts;             /* of guint */
  MatchumConceptProofs *proofs; /* of the concepts */
  GString *text;
  MatchumSpellings *spellings; /* of text */
  GHashTable *mentions;        /* concept → GArray of MatchumIndexMention */
  gsize n_hangul;
  gsize n_letters;
  gsize has_facts; /* whether facts is made */
  GPtrArray *facts;
};

G_DEFINE_BOXED_TYPE (MatchumEvidenceIndex,
                     matchum_evidence_index,
                     matchum_evidence_index_ref,
                     matchum_evidence_index_unref)

static void
clear_block (MatchumIndexBlock *block)
{
  g_clear_pointer (&block->folded, matchum_folded_text_unref);
  g_clear_pointer (&block->amounts, g_array_unref);
  g_clear_pointer (&block->hedged, g_array_unref);
  g_clear_pointer (&block->mentions, g_array_unref);
}

static guint
find_entry (MatchumResume *resume, const MatchumBlock *block)
{
  while (block->kind != MATCHUM_BLOCK_ENTRY)
    {
      if (block->parent == MATCHUM_BLOCK_NONE)
        return MATCHUM_BLOCK_NONE;
      block = matchum_resume_get_block (resume, block->parent);
    }
  return block->index;
}

/* Whether a heading names work at a university that is part of one's studies. */
static gboolean
names_studies (MatchumFoldedText *heading)
{
  static const char *const words[] = {
    "연구생", "research assistant", "teaching assistant", "graduate researcher", "대학원생", "조교", "phd student"
  };
  const char *text = matchum_folded_text_get_text (heading);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
count_letters (MatchumEvidenceIndex *self, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gboolean is_hangul = matchum_unichar_is_hangul (character);

      self->n_hangul += is_hangul;
      self->n_letters += is_hangul || g_unichar_isalpha (character);
    }
}

static GArray *
fold_spans (MatchumFoldedText *folded, GArray *found)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < found->len; i++)
    {
      MatchumSpan span = matchum_folded_text_get_folded_span (folded, g_array_index (found, MatchumMention, i).span);

      g_array_append_val (spans, span);
    }
  return spans;
}

static gint
compare_mentions (gconstpointer a, gconstpointer b)
{
  const MatchumIndexMention *left = a, *right = b;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return left->span.end < right->span.end ? -1 : left->span.end > right->span.end;
}

static void
remember (MatchumEvidenceIndex *self, const MatchumIndexMention *mention)
{
  GArray *list = g_hash_table_lookup (self->mentions, GUINT_TO_POINTER (mention->concept));

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (MatchumIndexMention));
      g_hash_table_insert (self->mentions, GUINT_TO_POINTER (mention->concept), list);
      g_array_append_val (self->concepts, mention->concept);
    }
  g_array_append_vals (list, mention, 1);
}

/* "PV팀에 전달", "with the security team": others whose work it is. */
static gboolean
names_others (MatchumFoldedText *folded, MatchumSpan span)
{
  static const char *const followers[] = { "팀과", "팀에 ", "팀에게", "팀이 ", "팀으로", "부서와", "부서에", NULL };
  static const char *const openers[] = { "with the ", "with ", "by the ", "to the ", "from the ", "with our ", NULL };
  const char *text = matchum_folded_text_get_text (folded);
  gsize end = span.end;

  if (text[end] == ' ')
    end++;
  for (gsize i = 0; followers[i] != NULL; i++)
    if (g_str_has_prefix (text + end, followers[i]))
      return TRUE;
  if (!g_str_has_prefix (text + end, "team") || g_ascii_isalpha (text[end + 4]))
    return FALSE;
  for (gsize i = 0; openers[i] != NULL; i++)
    {
      gsize size = strlen (openers[i]);

      if (span.start >= size && memcmp (text + span.start - size, openers[i], size) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the word for a team ends that the name is, or that is written onto it; 0 where there is none. */
static gsize
find_team_end (const char *text, MatchumSpan span)
{
  static const char *const teams[] = { "팀", "파트", "본부", "기획실" };

  for (gsize i = 0; i < G_N_ELEMENTS (teams); i++)
    {
      const gsize size = strlen (teams[i]);

      if (g_str_has_prefix (text + span.end, teams[i]))
        return span.end + size;
      if (span.end - span.start > size && memcmp (text + span.end - size, teams[i], size) == 0)
        return span.end;
    }
  return 0;
}

/* "영업팀 요청으로", in a bullet: the name of a team is that of others there, unless one stands in it. */
static gboolean
names_other_team (const MatchumIndexBlock *block, MatchumSpan span)
{
  static const char *const own[] = { "에서", " 소속", "장", "원으로" };
  const char *text = matchum_folded_text_get_text (block->folded);
  gsize end = block->is_item ? find_team_end (text, span) : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (end > 0 && g_str_has_prefix (text + end, own[i]))
      return FALSE;
  return end > 0;
}

static void
add_mentions (MatchumIndexBlock *block, guint index, GArray *found, GArray *spans)
{
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumMention *mention = &g_array_index (found, MatchumMention, i);
      MatchumIndexMention known = {
        mention->concept, index, mention->span, mention->is_canonical, FALSE, mention->is_own,
      };

      known.is_hedged = matchum_hedge_covers (block->hedged, g_array_index (spans, MatchumSpan, i))
                        || names_others (block->folded, g_array_index (spans, MatchumSpan, i))
                        || names_other_team (block, g_array_index (spans, MatchumSpan, i));
      g_array_append_val (block->mentions, known);
    }
}

/* The names that the block's sentences take apart. */
static void
read_split_names (MatchumEvidenceIndex *self, MatchumIndexBlock *block, guint index)
{
  g_autoptr (GArray) found = matchum_split_name_find_all (self->lexicon, block->folded);
  g_autoptr (GArray) spans = fold_spans (block->folded, found);

  add_mentions (block, index, found, spans);
  if (found->len > 0)
    g_array_sort (block->mentions, compare_mentions);
}

static void
read_names (MatchumEvidenceIndex *self, MatchumIndexBlock *block, guint index)
{
  g_autoptr (GArray) found =
      matchum_lexicon_find (self->lexicon, block->folded,
                            block->is_listed ? MATCHUM_LEXICON_FIND_IN_LIST : MATCHUM_LEXICON_FIND_DEFAULT);
  g_autoptr (GArray) spans = fold_spans (block->folded, found);

  block->hedged = matchum_hedge_find_all (matchum_folded_text_get_text (block->folded),
                                          matchum_folded_text_get_length (block->folded), spans);
  add_mentions (block, index, found, spans);
  if (!block->is_listed)
    read_split_names (self, block, index);
}

/* Every entry of the publications section is a publication, whether it says so or not; elsewhere the word alone
 * ("논문") promises none. */
static void
read_publication (MatchumEvidenceIndex *self, const MatchumBlock *source, MatchumIndexBlock *block)
{
  static const char *const proofs[] = { "게재",      "주저자",       "제1저자",   "공저",
                                        "published", "first author", "co-author", "우수논문" };
  const MatchumConcept *publication = matchum_lexicon_lookup (self->lexicon, "publication");
  const char *text = matchum_folded_text_get_text (block->folded);
  MatchumIndexMention mention = { 0 };
  gboolean is_proof = FALSE;

  if (publication == NULL)
    return;
  if (source->section == MATCHUM_SECTION_PUBLICATIONS && source->kind != MATCHUM_BLOCK_ENTRY
      && strstr (text, "patent") == NULL && strstr (text, "특허") == NULL)
    {
      mention.concept = publication->index;
      mention.block = source->index;
      mention.span = MATCHUM_SPAN (0, matchum_inline_text_get_length (source->content));
      g_array_append_val (block->mentions, mention);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (proofs); i++)
    is_proof |= strstr (text, proofs[i]) != NULL;
  for (guint i = 0; i < block->mentions->len && !is_proof; i++)
    if (g_array_index (block->mentions, MatchumIndexMention, i).concept == publication->index)
      g_array_index (block->mentions, MatchumIndexMention, i).is_hedged = TRUE;
}

/* A word for spending with one for less of it behind or before it: "쿼리 비용을 44% 절감", "cut GPU spend by 37%". */
static gboolean
finds_saving (const char *text, MatchumSpan *span)
{
  static MatchumWordList less =
      MATCHUM_WORD_LIST ("절감|줄임|줄였|줄여|아낌|아꼈|낮춤|낮췄|cut |cutting|reduc|lower|saved|saving");
  static const char *const words[] = { "비용", "요금", "spend", "costs", "cost " };

  if (!matchum_word_list_contains (&less, text, strlen (text)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *place = strstr (text, words[i]);

      if (place == NULL)
        continue;
      *span = MATCHUM_SPAN ((gsize) (place - text), (gsize) (place - text) + strlen (words[i]));
      return TRUE;
    }
  return FALSE;
}

static void
read_saving (MatchumEvidenceIndex *self, guint index, MatchumIndexBlock *block)
{
  const MatchumConcept *saving = matchum_lexicon_lookup (self->lexicon, "cost-reduction");
  MatchumIndexMention mention = { .block = index };
  MatchumSpan span;

  if (saving == NULL || !finds_saving (matchum_folded_text_get_text (block->folded), &span))
    return;
  mention.concept = saving->index;
  mention.span = matchum_folded_text_get_original_span (block->folded, span);
  mention.is_hedged = matchum_hedge_covers (block->hedged, span);
  g_array_append_val (block->mentions, mention);
  g_array_sort (block->mentions, compare_mentions);
}

/* Bytes of a unit of time that stands at text behind a digit; 0 where none does. */
static gsize
get_time_unit_length (const char *text)
{
  static const char *const units[] = { "초", "ms", "seconds", "sec", "s", "분", "minutes", "min" };

  if (*text == ' ')
    text++;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize size = strlen (units[i]);

      if (g_str_has_prefix (text, units[i]) && !g_ascii_isalpha (text[size]))
        return size;
    }
  return 0;
}

/* Where the number begins whose last digit stands at at. */
static const char *
find_number_start (const char *text, const char *at)
{
  while (
      at > text
      && (g_ascii_isdigit (at[-1]) || ((at[-1] == '.' || at[-1] == ',') && at - 1 > text && g_ascii_isdigit (at[-2]))))
    at--;
  return at;
}

/* "4.2초 → 0.3초", "from 900 ms to 120 ms": something was made faster. */
static void
read_speedup (MatchumEvidenceIndex *self, guint index, MatchumIndexBlock *block)
{
  static const char *const turns[] = { " → ", "→", " -> ", " to ", "에서 " };
  const MatchumConcept *faster = matchum_lexicon_lookup (self->lexicon, "performance-optimization");
  const char *text = matchum_folded_text_get_text (block->folded);

  for (const char *at = text; faster != NULL && *at != '\0'; at++)
    {
      gsize unit = g_ascii_isdigit (*at) && !g_ascii_isdigit (at[1]) ? get_time_unit_length (at + 1) : 0;
      const char *end = at + 1 + unit + (at[1] == ' ');

      for (gsize i = 0; unit > 0 && i < G_N_ELEMENTS (turns); i++)
        if (g_str_has_prefix (end, turns[i]) && g_ascii_isdigit (end[strlen (turns[i])]))
          {
            MatchumSpan span = MATCHUM_SPAN ((gsize) (find_number_start (text, at) - text), (gsize) (end - text));
            MatchumIndexMention mention = { faster->index, index,
                                            matchum_folded_text_get_original_span (block->folded, span), FALSE, FALSE };

            mention.is_hedged = matchum_hedge_covers (block->hedged, span);
            g_array_append_val (block->mentions, mention);
            g_array_sort (block->mentions, compare_mentions);
            return;
          }
    }
}

/* An entry is read before what stands in it. */
static gboolean
is_academic (MatchumEvidenceIndex *self, const MatchumIndexBlock *block, guint index)
{
  if (block->entry == MATCHUM_BLOCK_NONE)
    return FALSE;
  return block->entry == index ? block->names_studies
                               : g_array_index (self->blocks, MatchumIndexBlock, block->entry).is_academic;
}

static void
read_amounts (MatchumIndexBlock *block)
{
  block->amounts = matchum_amount_find_all (matchum_folded_text_get_text (block->folded),
                                            matchum_folded_text_get_length (block->folded));
  if (block->amounts->len == 0)
    g_clear_pointer (&block->amounts, g_array_unref);
}

static void
read_block (MatchumEvidenceIndex *self, const MatchumBlock *source)
{
  MatchumIndexBlock block = { 0 };
  const char *text = matchum_block_get_text (source);
  MatchumSpan scale;

  block.folded = matchum_folded_text_new (text, -1);
  block.mentions = g_array_new (FALSE, FALSE, sizeof (MatchumIndexMention));
  block.entry = find_entry (self->resume, source);
  block.is_listed = source->section == MATCHUM_SECTION_SKILLS;
  block.is_item = source->kind == MATCHUM_BLOCK_ITEM;
  block.start = self->text->len;
  block.names_studies = names_studies (block.folded);
  block.is_academic = is_academic (self, &block, source->index);
  block.is_job = source->section == MATCHUM_SECTION_EXPERIENCE && !block.is_academic;
  block.is_searched = source->kind == MATCHUM_BLOCK_ENTRY || source->kind == MATCHUM_BLOCK_ITEM
                      || source->kind == MATCHUM_BLOCK_PARAGRAPH;
  if (block.is_searched)
    {
      g_string_append (self->text, matchum_folded_text_get_text (block.folded));
      g_string_append_c (self->text, '\n');
      read_names (self, &block, source->index);
      read_publication (self, source, &block);
      read_speedup (self, source->index, &block);
      read_saving (self, source->index, &block);
      read_amounts (&block);
      count_letters (self, text);
    }
  else
    block.hedged = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  if (block.is_searched
      && matchum_magnitude_find (matchum_folded_text_get_text (block.folded),
                                 matchum_folded_text_get_length (block.folded), &scale))
    block.scale = matchum_folded_text_get_original_span (block.folded, scale);
  g_array_append_val (self->blocks, block);
}

/* Sorts what the blocks under an entry name into what is kept and what is taken back. */
static void
sort_mentions (MatchumEvidenceIndex *self, const MatchumBlock *entry, GHashTable *kept, GHashTable *taken_back)
{
  for (guint i = entry->index + 1; i < entry->end; i++)
    {
      const MatchumIndexBlock *block = &g_array_index (self->blocks, MatchumIndexBlock, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, k);

          g_hash_table_add (mention->is_hedged ? taken_back : kept, GUINT_TO_POINTER (mention->concept));
        }
    }
}

static void
hedge_heading (MatchumEvidenceIndex *self, const MatchumBlock *entry)
{
  MatchumIndexBlock *heading = &g_array_index (self->blocks, MatchumIndexBlock, entry->index);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken_back = g_hash_table_new (NULL, NULL);

  if (heading->mentions->len == 0)
    return;
  sort_mentions (self, entry, kept, taken_back);
  for (guint i = 0; i < heading->mentions->len; i++)
    {
      MatchumIndexMention *mention = &g_array_index (heading->mentions, MatchumIndexMention, i);
      gpointer concept = GUINT_TO_POINTER (mention->concept);

      mention->is_hedged |= g_hash_table_contains (taken_back, concept) && !g_hash_table_contains (kept, concept);
    }
}

/* A heading promises no more than its items keep: "Airflow weekend" over "followed a tutorial". */
static void
hedge_headings (MatchumEvidenceIndex *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);

      if (block->kind == MATCHUM_BLOCK_ENTRY)
        hedge_heading (self, block);
    }
}

/* Jobs that no heading names, but a line in bold letters or the like, are jobs as well. */
static void
mark_jobs (MatchumEvidenceIndex *self)
{
  const GPtrArray *facts = matchum_evidence_index_get_facts (self);

  for (guint i = 0; i < facts->len; i++)
    {
      const MatchumFact *fact = g_ptr_array_index (facts, i);

      if (fact->kind != MATCHUM_FACT_WORK || fact->ranges->len == 0)
        continue;
      for (guint k = fact->block; k < fact->end && k < self->blocks->len; k++)
        {
          MatchumIndexBlock *block = &g_array_index (self->blocks, MatchumIndexBlock, k);

          if (block->entry == MATCHUM_BLOCK_NONE && !matchum_evidence_index_is_academic (self, fact->block)
              && matchum_resume_get_block (self->resume, k)->section == MATCHUM_SECTION_EXPERIENCE)
            block->is_job = TRUE;
        }
    }
}

static void
read_telltales (MatchumEvidenceIndex *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      MatchumIndexBlock *block = &g_array_index (self->blocks, MatchumIndexBlock, i);
      guint n_named = block->mentions->len;

      if (block->is_searched)
        matchum_telltale_add (self->lexicon, matchum_resume_get_block (self->resume, i), block, block->mentions);
      if (block->mentions->len > n_named)
        g_array_sort (block->mentions, compare_mentions);
    }
}

/* Every posting that asks for a language asks for all of them. */
static void
judge_languages (MatchumEvidenceIndex *self, guint index)
{
  const MatchumIndexBlock *block = &g_array_index (self->blocks, MatchumIndexBlock, index);

  for (guint i = 0; i < block->mentions->len; i++)
    {
      MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, i);

      if (!mention->is_hedged && matchum_language_use_is_language (self->lexicon, mention->concept))
        mention->level =
            matchum_language_use_judge (matchum_resume_get_block (self->resume, index), self->lexicon, block, i);
    }
}

const GPtrArray *
matchum_evidence_index_get_facts (MatchumEvidenceIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_once_init_enter (&self->has_facts))
    {
      self->facts = matchum_resume_facts_read (self->resume);
      g_once_init_leave (&self->has_facts, 1);
    }
  return self->facts;
}

gboolean
matchum_evidence_index_is_academic (MatchumEvidenceIndex *self, guint block)
{
  const MatchumIndexBlock *indexed;

  g_return_val_if_fail (self != NULL && block < self->blocks->len, FALSE);

  indexed = &g_array_index (self->blocks, MatchumIndexBlock, block);
  return indexed->entry == block ? indexed->is_academic : indexed->names_studies;
}

MatchumEvidenceIndex *
matchum_evidence_index_new (MatchumResume *resume, MatchumLexicon *lexicon)
{
  MatchumEvidenceIndex *self;

  g_return_val_if_fail (resume != NULL && lexicon != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumEvidenceIndex);
  self->resume = matchum_resume_ref (resume);
  self->lexicon = matchum_lexicon_ref (lexicon);
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (MatchumIndexBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) clear_block);
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mentions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    read_block (self, matchum_resume_get_block (resume, i));
  hedge_headings (self);
  mark_jobs (self);
  read_telltales (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MatchumIndexBlock *block = &g_array_index (self->blocks, MatchumIndexBlock, i);

      judge_languages (self, i);
      for (guint k = 0; k < block->mentions->len; k++)
        remember (self, &g_array_index (block->mentions, MatchumIndexMention, k));
    }
  self->proofs = matchum_concept_proofs_new (lexicon, self->concepts);
  self->spellings = matchum_spellings_new (self->text->str, self->text->len);
  return self;
}

static void
evidence_index_clear (gpointer data)
{
  MatchumEvidenceIndex *self = data;

  g_clear_pointer (&self->facts, g_ptr_array_unref);
  matchum_concept_proofs_free (self->proofs);
  g_hash_table_unref (self->mentions);
  matchum_spellings_free (self->spellings);
  g_string_free (self->text, TRUE);
  g_array_unref (self->concepts);
  g_array_unref (self->blocks);
  matchum_lexicon_unref (self->lexicon);
  matchum_resume_unref (self->resume);
}

MatchumEvidenceIndex *
matchum_evidence_index_ref (MatchumEvidenceIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_evidence_index_unref (MatchumEvidenceIndex *self)
{
  g_atomic_rc_box_release_full (self, evidence_index_clear);
}

MatchumResume *
matchum_evidence_index_get_resume (MatchumEvidenceIndex *self)
{
  return self->resume;
}

MatchumLexicon *
matchum_evidence_index_get_lexicon (MatchumEvidenceIndex *self)
{
  return self->lexicon;
}

const MatchumIndexBlock *
matchum_evidence_index_get_block (MatchumEvidenceIndex *self, guint block)
{
  return &g_array_index (self->blocks, MatchumIndexBlock, block);
}

const GString *
matchum_evidence_index_get_text (MatchumEvidenceIndex *self)
{
  return self->text;
}

/* What is not searched has no words in the text, and stands where the next block does. */
guint
matchum_evidence_index_find_block (MatchumEvidenceIndex *self, gsize place)
{
  guint low = 0, high = self->blocks->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, MatchumIndexBlock, middle).start <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

const MatchumSpellings *
matchum_evidence_index_get_spellings (MatchumEvidenceIndex *self)
{
  return self->spellings;
}

GArray *
matchum_evidence_index_find_showing (MatchumEvidenceIndex *self, GArray *asked)
{
  return matchum_concept_proofs_find (self->proofs, asked);
}

guint32 *
matchum_evidence_index_mark_showing (MatchumEvidenceIndex *self, GArray *asked)
{
  guint32 *marks = g_new0 (guint32, matchum_lexicon_get_n_concepts (self->lexicon) / 32 + 1);
  g_autoptr (GArray) showing = matchum_concept_proofs_find (self->proofs, asked);

  for (guint i = 0; i < showing->len; i++)
    {
      const guint concept = g_array_index (showing, guint, i);

      marks[concept / 32] |= 1u << concept % 32;
    }
  return marks;
}

GArray *
matchum_evidence_index_get_mentions (MatchumEvidenceIndex *self, guint concept)
{
  return g_hash_table_lookup (self->mentions, GUINT_TO_POINTER (concept));
}

gboolean
matchum_evidence_index_is_korean (MatchumEvidenceIndex *self)
{
  return self->n_hangul * 5 > self->n_letters * 2;
}
