/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds degrees that are held, in the fields that are asked for. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include <string.h>

#include "text/matchum-word-list.h"

static gboolean
is_education (const MatchumBlock *block)
{
  return block->section == MATCHUM_SECTION_EDUCATION
         && (block->kind == MATCHUM_BLOCK_ENTRY || block->kind == MATCHUM_BLOCK_ITEM
             || block->kind == MATCHUM_BLOCK_PARAGRAPH);
}

static gboolean
is_graduated (const char *text)
{
  return (strstr (text, "졸업") != NULL && strstr (text, "예정") == NULL && strstr (text, "진학") == NULL)
         || strstr (text, "graduated") != NULL || strstr (text, "학위 취득") != NULL;
}

static gboolean
goes_on (GArray *dates, MatchumDay as_of)
{
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (dates, MatchumDateRange, i);

      if (range->is_open || range->last > MATCHUM_DAY_GET_MONTH (as_of) + 11)
        return TRUE;
      if (!range->by_year && range->last > MATCHUM_DAY_GET_MONTH (as_of))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_held (MatchumEvidenceIndex *index, const MatchumBlock *block, MatchumDay as_of)
{
  const MatchumIndexBlock *indexed = matchum_evidence_index_get_block (index, block->index);
  const char *text = matchum_folded_text_get_text (indexed->folded);
  g_autoptr (GArray) own_dates = NULL;

  if (is_graduated (text))
    return TRUE;
  if (matchum_degree_is_unfinished (text, strlen (text)))
    return FALSE;
  if (block->kind != MATCHUM_BLOCK_ENTRY)
    {
      own_dates = matchum_date_range_find_all (matchum_block_get_text (block), -1);
      return !goes_on (own_dates, as_of);
    }
  if (block->dated_by != MATCHUM_BLOCK_NONE)
    {
      const MatchumBlock *dated = matchum_resume_get_block (matchum_evidence_index_get_resume (index), block->dated_by);
      const MatchumIndexBlock *other = matchum_evidence_index_get_block (index, dated->index);

      if (goes_on (dated->dates, as_of))
        return FALSE;
      if (dated != block
          && matchum_degree_is_unfinished (matchum_folded_text_get_text (other->folded),
                                           matchum_folded_text_get_length (other->folded))
          && !is_graduated (matchum_folded_text_get_text (other->folded)))
        return FALSE;
    }
  return TRUE;
}

/* Plainly adjacent: siblings, or the one held is a kind of what the one asked for is first of all. */
static gboolean
is_adjacent (MatchumLexicon *lexicon, guint held, guint asked)
{
  const MatchumConcept *a = matchum_lexicon_get_concept (lexicon, held);
  const MatchumConcept *b = matchum_lexicon_get_concept (lexicon, asked);

  for (guint i = 0; i < a->n_siblings; i++)
    if (a->siblings[i] == asked)
      return TRUE;
  for (guint i = 0; i < a->n_broader && b->n_broader > 0; i++)
    if (a->broader[i] == b->broader[0])
      return TRUE;
  return matchum_lexicon_shows (lexicon, asked, held);
}

/* The field that studies of something are called: statistics for "M.S. in Statistics", which by itself names a method.
 */
static const MatchumConcept *
find_field_of (MatchumLexicon *lexicon, const char *subject, gsize length)
{
  static const char *const endings[] = { "degree", "major" };

  while (length > 0 && subject[length - 1] == ' ')
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS (endings) && length > 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("%.*s %s", (int) length, subject, endings[i]);
      const MatchumConcept *concept = matchum_lexicon_find_concept (lexicon, name);

      if (concept != NULL && concept->kind == MATCHUM_CONCEPT_FIELD)
        return concept;
    }
  return NULL;
}

/* "Degree in accounting" asks for the field that is studied, not for the work. */
static guint
find_asked_field (MatchumLexicon *lexicon, guint asked)
{
  const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, asked);
  const MatchumConcept *field = NULL;

  if (concept->kind != MATCHUM_CONCEPT_FIELD && concept->kind != MATCHUM_CONCEPT_METHOD && concept->name_en != NULL)
    field = find_field_of (lexicon, concept->name_en, strlen (concept->name_en));
  return field != NULL ? field->index : asked;
}

static gboolean
shows_field (MatchumLexicon *lexicon, const MatchumConcept *held, const MatchumCriterion *leaf)
{
  for (guint i = 0; i < leaf->concepts->len; i++)
    {
      guint asked = find_asked_field (lexicon, g_array_index (leaf->concepts, guint, i));

      if (matchum_lexicon_shows (lexicon, held->index, asked)
          || (leaf->is_related && held->kind == MATCHUM_CONCEPT_FIELD && is_adjacent (lexicon, held->index, asked)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_field_of (MatchumLexicon *lexicon, const char *subject, gsize length, const MatchumCriterion *leaf)
{
  const MatchumConcept *field = find_field_of (lexicon, subject, length);

  return field != NULL && shows_field (lexicon, field, leaf);
}

/* "BA English Literature": letters that mean a degree where studies are told, and much else elsewhere. */
static MatchumDegree
find_abbreviated (MatchumFoldedText *folded)
{
  static MatchumWordList bachelors = MATCHUM_WORD_LIST ("ba |ba,|bs |bs,|bba |bba,|llb |llb,|b.a. |b.s. ");
  static MatchumWordList masters = MATCHUM_WORD_LIST ("ma |ma,|ms |ms,|m.a. |m.s. |msc |llm |mphil ");
  const char *text = matchum_folded_text_get_text (folded);
  gsize length = matchum_folded_text_get_length (folded);

  if (matchum_word_list_begins (&masters, text, length))
    return MATCHUM_DEGREE_MASTER;
  return matchum_word_list_begins (&bachelors, text, length) ? MATCHUM_DEGREE_BACHELOR : MATCHUM_DEGREE_NONE;
}

/* What stands behind a degree, up to the next stop. */
static gboolean
names_subject_at (MatchumLexicon *lexicon, const char *text, const MatchumCriterion *leaf)
{
  text += strspn (text, " ,:)");
  if (g_str_has_prefix (text, "in ") || g_str_has_prefix (text, "of "))
    text += strlen ("in ");
  return names_field_of (lexicon, text, strcspn (text, ",(|;:"), leaf);
}

/* "BA History, University of Westcombe". */
static gboolean
names_subject (MatchumLexicon *lexicon, const MatchumIndexBlock *block, const MatchumCriterion *leaf)
{
  const char *text = matchum_folded_text_get_text (block->folded);
  g_autoptr (GArray) degrees = matchum_degree_find_all (text, matchum_folded_text_get_length (block->folded));

  for (guint i = 0; i < degrees->len; i++)
    if (names_subject_at (lexicon, text + g_array_index (degrees, MatchumDegreeMention, i).span.end, leaf))
      return TRUE;
  return find_abbreviated (block->folded) != MATCHUM_DEGREE_NONE
         && names_subject_at (lexicon, text + strcspn (text, " ,"), leaf);
}

static gboolean
names_field (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, guint block, const MatchumCriterion *leaf)
{
  const MatchumIndexBlock *indexed = matchum_evidence_index_get_block (index, block);
  const char *text =
      matchum_block_get_text (matchum_resume_get_block (matchum_evidence_index_get_resume (index), block));

  for (guint i = 0; i < indexed->mentions->len; i++)
    {
      const MatchumIndexMention *mention = &g_array_index (indexed->mentions, MatchumIndexMention, i);
      const MatchumConcept *held = matchum_lexicon_get_concept (lexicon, mention->concept);

      if (shows_field (lexicon, held, leaf)
          || (held->kind != MATCHUM_CONCEPT_FIELD
              && names_field_of (lexicon, text + mention->span.start, matchum_span_get_length (mention->span), leaf)))
        return TRUE;
    }
  return names_subject (lexicon, indexed, leaf);
}

/* Whether studies are asked for in what is no field by name, "딥러닝 분야 석사": what was studied says it. */
static gboolean
asks_subject (MatchumLexicon *lexicon, const MatchumCriterion *leaf)
{
  for (guint i = 0; i < leaf->concepts->len; i++)
    if (matchum_lexicon_get_concept (lexicon, g_array_index (leaf->concepts, guint, i))->kind != MATCHUM_CONCEPT_FIELD)
      return TRUE;
  return FALSE;
}

/* "부전공 통계학", "Minor in statistics": what else was studied for the degree above. */
static gboolean
tells_major (MatchumEvidenceIndex *index, guint block)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("부전공|복수전공|복수 전공|이중전공|이중 전공|연계전공|융합전공|minor "
                         "in|minor:|minored|double major|second major");
  MatchumFoldedText *folded = matchum_evidence_index_get_block (index, block)->folded;

  return matchum_word_list_contains (&words, matchum_folded_text_get_text (folded),
                                     matchum_folded_text_get_length (folded));
}

static gboolean
fits_field (const MatchumLeafEvidence *self,
            MatchumEvidenceIndex *index,
            MatchumLexicon *lexicon,
            const MatchumBlock *block)
{
  guint end = block->kind == MATCHUM_BLOCK_ENTRY ? block->end : block->index + 1;

  if (self->leaf->concepts->len == 0 || names_field (index, lexicon, block->index, self->leaf))
    return TRUE;
  for (guint i = block->index + 1; i < end; i++)
    if ((i == block->dated_by || asks_subject (lexicon, self->leaf) || tells_major (index, i))
        && names_field (index, lexicon, i, self->leaf))
      return TRUE;
  return FALSE;
}

/* "한빛대학교 경제학과 졸업": a university that was left with its degree. */
static gboolean
is_university_left (MatchumFoldedText *folded)
{
  const char *text = matchum_folded_text_get_text (folded);
  const char *school = strstr (text, "대학");

  return school != NULL && !g_str_has_prefix (school, "대학원")
         && (strstr (text, "졸업 ") != NULL || strstr (text, "졸업(") != NULL || strstr (text, "졸업,") != NULL
             || g_str_has_suffix (text, "졸업"))
         && strstr (text, "예정") == NULL;
}

static MatchumDegree
find_degree (MatchumEvidenceIndex *index, const MatchumBlock *block)
{
  MatchumFoldedText *folded = matchum_evidence_index_get_block (index, block->index)->folded;
  MatchumDegree degree =
      matchum_degree_find_highest (matchum_folded_text_get_text (folded), matchum_folded_text_get_length (folded));

  if (degree == MATCHUM_DEGREE_NONE && block->kind == MATCHUM_BLOCK_ENTRY && block->dated_by != MATCHUM_BLOCK_NONE)
    {
      folded = matchum_evidence_index_get_block (index, block->dated_by)->folded;
      degree =
          matchum_degree_find_highest (matchum_folded_text_get_text (folded), matchum_folded_text_get_length (folded));
    }
  if (degree == MATCHUM_DEGREE_NONE)
    degree = find_abbreviated (matchum_evidence_index_get_block (index, block->index)->folded);
  if (degree == MATCHUM_DEGREE_NONE
      && is_university_left (matchum_evidence_index_get_block (index, block->index)->folded))
    degree = MATCHUM_DEGREE_BACHELOR;
  return degree;
}

MatchumDegree
matchum_leaf_evidence_read_degree (MatchumEvidenceIndex *index, guint block, MatchumDay as_of, gboolean *is_held_out)
{
  const MatchumBlock *source = matchum_resume_get_block (matchum_evidence_index_get_resume (index), block);
  MatchumDegree degree = is_education (source) ? find_degree (index, source) : MATCHUM_DEGREE_NONE;

  *is_held_out = degree != MATCHUM_DEGREE_NONE && is_held (index, source, as_of);
  return degree;
}

gboolean
matchum_leaf_evidence_fits_field (const MatchumLeafEvidence *self,
                                  MatchumEvidenceIndex *index,
                                  MatchumLexicon *lexicon,
                                  guint block)
{
  return fits_field (self, index, lexicon, matchum_resume_get_block (matchum_evidence_index_get_resume (index), block));
}

void
matchum_leaf_evidence_find_education (MatchumLeafEvidence *self,
                                      MatchumEvidenceIndex *index,
                                      MatchumLexicon *lexicon,
                                      MatchumDay as_of)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  MatchumDegree needed =
      self->leaf->kind == MATCHUM_CRITERION_FIELD ? MATCHUM_DEGREE_ASSOCIATE : (MatchumDegree) self->leaf->degree;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (!is_education (block) || find_degree (index, block) < needed || !is_held (index, block, as_of)
          || !fits_field (self, index, lexicon, block))
        continue;
      matchum_leaf_evidence_add (self, index, i, MATCHUM_SPAN (0, matchum_inline_text_get_length (block->content)),
                                 MATCHUM_REASON_DEGREE);
    }
}
