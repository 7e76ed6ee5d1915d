/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what shows a concept, a certificate, or scale, and sends every other kind of leaf to its own file. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include <string.h>

/* A leaf shown in more places than this needs no more. */
#define MAX_EVIDENCE 400

enum {
  STRENGTH_SAME = 30,    /* the very concept */
  STRENGTH_IMPLIED = 20, /* a kind or a user of it */
  STRENGTH_JOB = 8,      /* work in a job */
  STRENGTH_ENTRY = 4,    /* other work */
  STRENGTH_LISTED = 2,
  STRENGTH_SAID = 0, /* claimed in a summary */
};

static guint
get_place_strength (const MatchumIndexBlock *block, const MatchumBlock *source)
{
  if (source->section == MATCHUM_SECTION_SUMMARY || source->section == MATCHUM_SECTION_CONTACT)
    return STRENGTH_SAID;
  if (block->is_listed)
    return STRENGTH_LISTED;
  if (source->kind == MATCHUM_BLOCK_ENTRY)
    return STRENGTH_LISTED;
  if (block->is_job)
    return STRENGTH_JOB;
  return block->entry != MATCHUM_BLOCK_NONE ? STRENGTH_ENTRY : STRENGTH_LISTED;
}

MatchumEvidence *
matchum_leaf_evidence_add (MatchumLeafEvidence *self,
                           MatchumEvidenceIndex *index,
                           guint block,
                           MatchumSpan span,
                           MatchumReason reason)
{
  const MatchumIndexBlock *indexed = matchum_evidence_index_get_block (index, block);
  const MatchumBlock *source = matchum_resume_get_block (matchum_evidence_index_get_resume (index), block);
  MatchumEvidence *evidence = g_new0 (MatchumEvidence, 1);

  evidence->block = block;
  evidence->span = span;
  evidence->criterion = self->leaf;
  evidence->reason = reason;
  evidence->is_listed = indexed->is_listed;
  evidence->is_job = indexed->is_job;
  evidence->strength =
      (reason == MATCHUM_REASON_IMPLIED ? STRENGTH_IMPLIED : STRENGTH_SAME) + get_place_strength (indexed, source);
  g_ptr_array_add (self->evidence, evidence);
  return evidence;
}

static gboolean
is_spelt_alike (MatchumEvidenceIndex *index, const MatchumIndexMention *mention, const char *name)
{
  const MatchumBlock *block = matchum_resume_get_block (matchum_evidence_index_get_resume (index), mention->block);
  g_autofree char *found = matchum_fold (matchum_block_get_text (block) + mention->span.start,
                                         (gssize) matchum_span_get_length (mention->span));
  g_autofree char *asked = matchum_fold (name, -1);

  return strcmp (found, asked) == 0;
}

/* Whether the block is where certificates stand, or speaks of one. */
gboolean
matchum_leaf_evidence_is_certificate (MatchumEvidenceIndex *index, guint block)
{
  static const char *const words[] = { "자격", "면허", "인증", "기사", "기능사", "certif", "licens", "licenc", NULL };
  const char *text = matchum_folded_text_get_text (matchum_evidence_index_get_block (index, block)->folded);

  if (matchum_resume_get_block (matchum_evidence_index_get_resume (index), block)->section
      == MATCHUM_SECTION_CERTIFICATES)
    return TRUE;
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
matchum_leaf_evidence_is_expired (const MatchumIndexBlock *block, MatchumDay as_of)
{
  static const char *const words[] = {
    "만료", "expired", "유효기간", "lapsed", "valid to", "valid until", "까지 유효"
  };
  const char *text = matchum_folded_text_get_text (block->folded);
  g_autoptr (GArray) dates = NULL;
  gboolean is_dated = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    is_dated |= strstr (text, words[i]) != NULL;
  if (!is_dated)
    return FALSE;
  dates = matchum_date_range_find_all (text, -1);
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, MatchumDateRange, i).last >= MATCHUM_DAY_GET_MONTH (as_of))
      return FALSE;
  return TRUE;
}

static void
add_mention (MatchumLeafEvidence *self,
             MatchumEvidenceIndex *index,
             const MatchumIndexMention *mention,
             gboolean is_same,
             gboolean is_member,
             gboolean is_own,
             MatchumDay as_of)
{
  MatchumReason reason = is_same ? MATCHUM_REASON_ALIAS : MATCHUM_REASON_IMPLIED;
  MatchumEvidence *evidence;

  if (is_same && self->leaf->name != NULL && is_spelt_alike (index, mention, self->leaf->name))
    reason = MATCHUM_REASON_NAMED;
  if (self->leaf->kind == MATCHUM_CRITERION_CERTIFICATE)
    reason = MATCHUM_REASON_CERTIFICATE;
  evidence = matchum_leaf_evidence_add (self, index, mention->block, mention->span, reason);
  evidence->is_member = is_member;
  evidence->is_own = reason != MATCHUM_REASON_NAMED && (is_own || mention->is_own);
  if (self->leaf->kind == MATCHUM_CRITERION_CERTIFICATE)
    evidence->is_weak =
        matchum_leaf_evidence_is_expired (matchum_evidence_index_get_block (index, mention->block), as_of);
}

static gboolean
asks_for (MatchumLeafEvidence *self, guint concept)
{
  for (guint i = 0; i < self->leaf->concepts->len; i++)
    if (g_array_index (self->leaf->concepts, guint, i) == concept)
      return TRUE;
  return FALSE;
}

static gboolean
is_code (MatchumLexicon *lexicon, GArray *concepts)
{
  MatchumConceptKind kind;

  if (concepts->len == 0)
    return FALSE;
  kind = matchum_lexicon_get_concept (lexicon, g_array_index (concepts, guint, 0))->kind;
  return kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE || kind == MATCHUM_CONCEPT_LIBRARY;
}

static gboolean
is_kind_of_any (MatchumLexicon *lexicon, guint concept, GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (matchum_lexicon_is_kind_of (lexicon, concept, g_array_index (wanted, guint, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_named_outright (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  for (guint i = 0; i < self->leaf->concepts->len; i++)
    {
      GArray *mentions = matchum_evidence_index_get_mentions (index, g_array_index (self->leaf->concepts, guint, i));

      for (guint k = 0; mentions != NULL && k < mentions->len; k++)
        if (!g_array_index (mentions, MatchumIndexMention, k).is_hedged)
          return TRUE;
    }
  return FALSE;
}

/* No skill and no degree shows a certificate: it is one by its kind, or by where it stands or what stands beside it. */
static gboolean
certifies (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const MatchumIndexMention *mention)
{
  return matchum_lexicon_get_concept (lexicon, mention->concept)->kind == MATCHUM_CONCEPT_CERTIFICATE
         || matchum_leaf_evidence_is_certificate (index, mention->block);
}

/* Whether what is asked for is a class of things, of which the concept is one. */
static gboolean
is_member_of (MatchumLexicon *lexicon, guint concept, GArray *asked)
{
  for (guint i = 0; i < asked->len; i++)
    if (matchum_lexicon_get_concept (lexicon, g_array_index (asked, guint, i))->kind == MATCHUM_CONCEPT_CATEGORY
        && matchum_lexicon_is_kind_of (lexicon, concept, g_array_index (asked, guint, i)))
      return TRUE;
  return FALSE;
}

static void
find_concepts (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon, MatchumDay as_of)
{
  g_autoptr (GArray) concepts = matchum_evidence_index_find_showing (index, self->leaf->concepts);
  gboolean is_certificate = self->leaf->kind == MATCHUM_CRITERION_CERTIFICATE;
  /* A language or library that is named outright needs no conclusion from its users. */
  gboolean is_named = is_code (lexicon, self->leaf->concepts) && is_named_outright (self, index);
  gboolean is_own = self->leaf->name != NULL && matchum_lexicon_is_own_name (lexicon, self->leaf->name);

  for (guint i = 0; i < concepts->len; i++)
    {
      guint concept = g_array_index (concepts, guint, i);
      GArray *mentions;
      gboolean is_same = asks_for (self, concept);
      gboolean is_member = !is_same && is_member_of (lexicon, concept, self->leaf->concepts);

      if (is_named && !is_same && !is_kind_of_any (lexicon, concept, self->leaf->concepts))
        continue;
      mentions = matchum_evidence_index_get_mentions (index, concept);
      for (guint k = 0; k < mentions->len && self->evidence->len < MAX_EVIDENCE; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (mentions, MatchumIndexMention, k);

          if (!mention->is_hedged && (!is_certificate || certifies (index, lexicon, mention)))
            add_mention (self, index, mention, is_same, is_member, is_own, as_of);
        }
    }
}

static void
find_scale (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));

  for (guint i = 0; i < n_blocks && self->evidence->len < MAX_EVIDENCE; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      if (!matchum_span_is_empty (block->scale) && block->entry != MATCHUM_BLOCK_NONE)
        matchum_leaf_evidence_add (self, index, i, block->scale, MATCHUM_REASON_IMPLIED);
    }
}

/* Whether evidence stands in a heading whose own items show the leaf as well. */
static gboolean
is_heading_of (MatchumLeafEvidence *self, MatchumResume *resume, const MatchumEvidence *evidence)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, evidence->block);
  guint end = block->end;

  /* A paragraph over the items of an entry heads them as well: "Feed ranking (2022 to 2024)". */
  if (block->kind == MATCHUM_BLOCK_PARAGRAPH && block->parent != MATCHUM_BLOCK_NONE
      && matchum_resume_get_block (resume, block->parent)->kind == MATCHUM_BLOCK_ENTRY)
    end = matchum_resume_get_block (resume, block->parent)->end;
  else if (block->kind != MATCHUM_BLOCK_ENTRY)
    return FALSE;
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const MatchumEvidence *other = g_ptr_array_index (self->evidence, i);

      if (other->block > block->index && other->block < end)
        return TRUE;
    }
  return FALSE;
}

/* A label in a skills list is short. */
#define LABEL_BYTES 48

/* "ML: PyTorch, LightGBM": a label says what kind of things follows, and they show it better. */
static gboolean
is_label (MatchumResume *resume, const MatchumEvidence *evidence)
{
  const char *text = matchum_block_get_text (matchum_resume_get_block (resume, evidence->block));
  const char *colon = strchr (text, ':');

  return evidence->is_listed && colon != NULL && colon - text <= LABEL_BYTES
         && evidence->span.end <= (gsize) (colon - text) && colon[1] == ' ';
}

/* Takes away labels where there is anything else; "SQL: Oracle, PostgreSQL" says SQL itself. */
static void
drop_labels (MatchumLeafEvidence *self, MatchumResume *resume, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (self->leaf, lexicon);
  guint n_better = 0;

  if (concept != NULL && matchum_concept_kind_is_product (concept->kind))
    return;
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);

      n_better += !is_label (resume, evidence);
    }
  for (guint i = self->evidence->len; n_better > 0 && i-- > 0;)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (is_label (resume, evidence))
        g_ptr_array_remove_index (self->evidence, i);
    }
}

/* Takes away what nobody would point to because something better is there: a heading over items, a claim in a summary
 * beside work. */
static void
drop_lesser (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  gboolean has_work = FALSE;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);
      MatchumSectionKind section = matchum_resume_get_block (resume, evidence->block)->section;

      has_work |= section != MATCHUM_SECTION_SUMMARY && section != MATCHUM_SECTION_CONTACT;
    }
  for (guint i = self->evidence->len; i-- > 0;)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);
      MatchumSectionKind section = matchum_resume_get_block (resume, evidence->block)->section;
      gboolean is_heading = is_heading_of (self, resume, evidence);

      if (is_heading && self->headings == NULL)
        self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
      if (is_heading)
        g_array_append_val (self->headings, evidence->block);
      if (is_heading || (has_work && (section == MATCHUM_SECTION_SUMMARY || section == MATCHUM_SECTION_CONTACT)))
        g_ptr_array_remove_index (self->evidence, i);
    }
}

/* Whether the leaf asks for a whole kind of work or business, of which nearly everything is a part. */
static gboolean
is_broad (const MatchumCriterion *leaf, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (leaf, lexicon);

  return concept != NULL && (concept->kind == MATCHUM_CONCEPT_FUNCTION || concept->kind == MATCHUM_CONCEPT_DOMAIN);
}

/* Marks what need not be pointed to where better is there: parts of a whole kind of work, and work beside jobs. */
static void
mark_lesser (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon)
{
  gboolean has_parts = is_broad (self->leaf, lexicon);

  self->is_function =
      has_parts && matchum_criterion_find_concept (self->leaf, lexicon)->kind == MATCHUM_CONCEPT_FUNCTION;
  for (guint i = 0; i < self->evidence->len; i++)
    {
      MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);
      MatchumSectionKind section =
          matchum_resume_get_block (matchum_evidence_index_get_resume (index), evidence->block)->section;

      evidence->is_part = has_parts && evidence->reason == MATCHUM_REASON_IMPLIED;
      evidence->is_side = section == MATCHUM_SECTION_ACTIVITIES || section == MATCHUM_SECTION_AWARDS
                          || section == MATCHUM_SECTION_PROJECTS || section == MATCHUM_SECTION_PUBLICATIONS;
      self->has_lesser |= evidence->is_part || evidence->is_side;
    }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const MatchumEvidence *left = *(const MatchumEvidence *const *) a, *right = *(const MatchumEvidence *const *) b;

  if (left->block != right->block)
    return left->block < right->block ? -1 : 1;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return left->strength > right->strength ? -1 : left->strength < right->strength;
}

static gint
compare_strengths (gconstpointer a, gconstpointer b)
{
  const MatchumEvidence *left = *(const MatchumEvidence *const *) a, *right = *(const MatchumEvidence *const *) b;

  if (left->strength != right->strength)
    return left->strength > right->strength ? -1 : 1;
  return compare_places (a, b);
}

static void
rank (MatchumLeafEvidence *self)
{
  /* One by itself is in any order. */
  if (self->evidence->len <= 1)
    {
      self->ranked = g_ptr_array_ref (self->evidence);
      return;
    }
  g_ptr_array_sort (self->evidence, compare_places);
  self->ranked = g_ptr_array_sized_new (self->evidence->len);
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (self->ranked, g_ptr_array_index (self->evidence, i));
  g_ptr_array_sort (self->ranked, compare_strengths);
}

MatchumLeafEvidence *
matchum_leaf_evidence_find (MatchumEvidenceIndex *index,
                            MatchumLexicon *lexicon,
                            const MatchumCriterion *leaf,
                            MatchumDay as_of)
{
  MatchumLeafEvidence *self = g_new0 (MatchumLeafEvidence, 1);

  self->leaf = leaf;
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_evidence_free);
  switch (leaf->kind)
    {
    case MATCHUM_CRITERION_CONCEPT:
      find_concepts (self, index, lexicon, as_of);
      break;
    case MATCHUM_CRITERION_CERTIFICATE:
      find_concepts (self, index, lexicon, as_of);
      if (leaf->word != NULL && leaf->concepts->len == 0)
        matchum_leaf_evidence_find_certificate_words (self, index, as_of);
      break;
    case MATCHUM_CRITERION_WORD:
      matchum_leaf_evidence_find_words (self, index);
      break;
    case MATCHUM_CRITERION_YEARS:
      matchum_leaf_evidence_find_years (self, index, lexicon);
      break;
    case MATCHUM_CRITERION_DEGREE:
    case MATCHUM_CRITERION_FIELD:
      matchum_leaf_evidence_find_education (self, index, lexicon, as_of);
      break;
    case MATCHUM_CRITERION_LANGUAGE:
      matchum_leaf_evidence_find_language (self, index, lexicon, as_of);
      break;
    case MATCHUM_CRITERION_AMOUNT:
      matchum_leaf_evidence_find_amounts (self, index);
      break;
    case MATCHUM_CRITERION_ANYONE:
      self->is_given = TRUE;
      break;
    case MATCHUM_CRITERION_ALL:
    case MATCHUM_CRITERION_ANY:
    case MATCHUM_CRITERION_AT_LEAST:
    default:
      break;
    }
  if (leaf->is_scale)
    find_scale (self, index);
  if (leaf->kind == MATCHUM_CRITERION_CONCEPT || leaf->kind == MATCHUM_CRITERION_WORD)
    {
      drop_labels (self, matchum_evidence_index_get_resume (index), lexicon);
      drop_lesser (self, index);
    }
  if (leaf->kind == MATCHUM_CRITERION_CONCEPT)
    mark_lesser (self, index, lexicon);
  rank (self);
  return self;
}

void
matchum_leaf_evidence_free (MatchumLeafEvidence *self)
{
  g_ptr_array_unref (self->ranked);
  g_ptr_array_unref (self->evidence);
  g_clear_pointer (&self->spells, g_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  g_free (self);
}
