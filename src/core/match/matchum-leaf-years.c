/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the jobs that count for years of experience of a kind. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include <string.h>

/* What "equivalent experience" is taken to ask for where no length is given. */
#define EQUIVALENT_MONTHS 36

/* A job is of a kind by its heading, or where so many of its items, and such a share of them, are. */
#define LEAST_ITEMS 2
#define LEAST_SHARE 4 /* one in so many */
#define MANY_ITEMS 4

/* A job that names so many different tools is one of computing, where a field of study stands for the domain. */
#define LEAST_TOOLS 3

/* A job: what heads it, what gives its dates, and one past the last block that is about it. */
typedef struct {
  const MatchumBlock *heading;
  MatchumSpan span; /* of the words of the heading, which may be a row of a table */
  guint dated_by;
  guint end;
  const GArray *dates; /* of MatchumDateRange */
} Job;

/* What years are asked in. */
typedef struct {
  GArray *concepts;     /* of guint */
  guint32 *shows;       /* a bit for each concept: whether it shows one of them */
  char **words;         /* that the lexicon does not know, of those that the resume says anywhere */
  const GArray *rivals; /* that a job is not to be called by */
  gboolean is_any;      /* no domain is asked */
  gboolean is_code;     /* of years that are counted already, those with a language or library are asked */
} Domain;

static gboolean
is_of_kind_within (const MatchumIndexBlock *block, MatchumSpan span, const Domain *domain)
{
  for (gsize i = 0; domain->words[i] != NULL; i++)
    if (matchum_leaf_evidence_has_word (block, domain->words[i]))
      return TRUE;
  for (guint i = 0; i < block->mentions->len; i++)
    {
      const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, i);

      if (matchum_evidence_index_is_marked (domain->shows, mention->concept) && !mention->is_hedged
          && mention->span.start >= span.start && mention->span.end <= span.end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_kind (const MatchumIndexBlock *block, const Domain *domain)
{
  return is_of_kind_within (block, MATCHUM_SPAN (0, G_MAXSIZE), domain);
}

static guint
count_tools (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const Job *job)
{
  g_autoptr (GHashTable) tools = g_hash_table_new (NULL, NULL);

  for (guint i = job->heading->index; i < job->end; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          guint concept = g_array_index (block->mentions, MatchumIndexMention, k).concept;

          if (matchum_concept_kind_is_product (matchum_lexicon_get_concept (lexicon, concept)->kind))
            g_hash_table_add (tools, GUINT_TO_POINTER (concept));
        }
    }
  return g_hash_table_size (tools);
}

/* Whether fields of study are all that the domain is said by. */
static gboolean
is_fields_only (MatchumLexicon *lexicon, const Domain *domain)
{
  for (guint i = 0; i < domain->concepts->len; i++)
    if (matchum_lexicon_get_concept (lexicon, g_array_index (domain->concepts, guint, i))->kind
        != MATCHUM_CONCEPT_FIELD)
      return FALSE;
  return domain->concepts->len > 0 && *domain->words == NULL;
}

static gboolean
is_code_only (MatchumLexicon *lexicon, const GArray *concepts)
{
  for (guint i = 0; i < concepts->len; i++)
    {
      MatchumConceptKind kind = matchum_lexicon_get_concept (lexicon, g_array_index (concepts, guint, i))->kind;

      if (kind != MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE && kind != MATCHUM_CONCEPT_LIBRARY)
        return FALSE;
    }
  return concepts->len > 0;
}

/* What years are asked in: a role stands for what it implies as well. */
static GArray *
widen_domain (MatchumLexicon *lexicon, GArray *concepts)
{
  GArray *domain = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (domain, concepts->data, concepts->len);
  for (guint i = 0; i < concepts->len; i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, g_array_index (concepts, guint, i));

      if (concept->kind == MATCHUM_CONCEPT_ROLE)
        g_array_append_vals (domain, concept->implies, concept->n_implies);
    }
  return domain;
}

/* Whether a concept shows what another is a kind of. */
static gboolean
shows_wider (MatchumLexicon *lexicon, guint concept, guint asked)
{
  const MatchumConcept *narrow = matchum_lexicon_get_concept (lexicon, asked);

  for (guint i = 0; i < narrow->n_broader; i++)
    if (matchum_lexicon_shows (lexicon, concept, narrow->broader[i]))
      return TRUE;
  return FALSE;
}

/* Whether the block names a role of a wider kind than what is asked: "web developer" for frontend development, "ML
 * engineer" for computer vision. */
static gboolean
is_of_wider_kind (MatchumLexicon *lexicon, const MatchumIndexBlock *block, const Domain *domain)
{
  for (guint i = 0; i < block->mentions->len; i++)
    {
      guint named = g_array_index (block->mentions, MatchumIndexMention, i).concept;
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, named);

      for (guint k = 0; k < domain->concepts->len && concept->kind == MATCHUM_CONCEPT_ROLE; k++)
        {
          guint asked = g_array_index (domain->concepts, guint, k);

          for (guint m = 0; m < concept->n_implies; m++)
            if (matchum_lexicon_is_kind_of (lexicon, asked, concept->implies[m]))
              return TRUE;
          if (shows_wider (lexicon, named, asked))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether the block names what other years are asked in: a job that is called by it counts for those. */
static gboolean
names_rival (const MatchumIndexBlock *block, const GArray *rivals)
{
  for (guint i = 0; rivals != NULL && i < block->mentions->len; i++)
    for (guint k = 0; k < rivals->len; k++)
      if (g_array_index (block->mentions, MatchumIndexMention, i).concept == g_array_index (rivals, guint, k))
        return TRUE;
  return FALSE;
}

/* Whether the job's heading, or enough of its items, is of the domain; under a heading of a wider kind one item is
 * enough. */
static gboolean
is_of_domain (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const Job *job, const Domain *domain)
{
  const MatchumIndexBlock *heading = matchum_evidence_index_get_block (index, job->heading->index);
  const MatchumIndexBlock *dated = matchum_evidence_index_get_block (index, job->dated_by);
  guint n_items = 0, n_shown = 0;

  if (domain->is_any || is_of_kind_within (heading, job->span, domain)
      || (dated != heading && is_of_kind (dated, domain)))
    return TRUE;
  for (guint i = job->heading->index + 1; i < job->end; i++)
    {
      n_items++;
      n_shown += is_of_kind (matchum_evidence_index_get_block (index, i), domain);
    }
  if (names_rival (heading, domain->rivals) || names_rival (dated, domain->rivals))
    return FALSE;
  if (n_shown > 0 && domain->is_code)
    return TRUE;
  if (n_shown >= MANY_ITEMS || (n_shown >= LEAST_ITEMS && n_shown * LEAST_SHARE >= n_items))
    return TRUE;
  if (n_shown > 0 && (is_of_wider_kind (lexicon, heading, domain) || is_of_wider_kind (lexicon, dated, domain)))
    return TRUE;
  return is_fields_only (lexicon, domain) && count_tools (index, lexicon, job) >= LEAST_TOOLS;
}

static gboolean
is_minor (MatchumEvidenceIndex *index, const Job *job)
{
  static const char *const words[] = { "인턴",      "단기",      "아르바이트",     "intern",
                                       "part-time", "temporary", "working student" };
  const char *text =
      matchum_folded_text_get_text (matchum_evidence_index_get_block (index, job->heading->index)->folded);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *place = strstr (text, words[i]);

      /* No "international". */
      if (place != NULL && !(g_str_equal (words[i], "intern") && g_ascii_isalpha (place[6]) && place[6] != 's'))
        return TRUE;
    }
  return FALSE;
}

/* A range that cannot be counts for nothing, and shows nothing. */
static void
add_job (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, const Job *job)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  const MatchumBlock *dated = matchum_resume_get_block (resume, job->dated_by);
  const guint n = self->spells->len;

  for (guint i = 0; i < job->dates->len; i++)
    {
      MatchumSpell spell = { job->heading->index, g_array_index (job->dates, MatchumDateRange, i),
                             is_minor (index, job) };

      if (spell.range.fault == MATCHUM_DATE_FAULT_NONE)
        g_array_append_val (self->spells, spell);
    }
  if (self->spells->len == n && job->dates->len > 0)
    return;
  matchum_leaf_evidence_add (self, index, job->heading->index, job->span, MATCHUM_REASON_YEARS);
  if (dated != job->heading && job->dates->len > 0)
    matchum_leaf_evidence_add (self, index, dated->index,
                               MATCHUM_SPAN (0, matchum_inline_text_get_length (dated->content)), MATCHUM_REASON_YEARS);
}

/* Work of the kind within a job of another kind: a beginning, but no years. */
static void
add_items (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, const Job *job, const Domain *domain)
{
  for (guint i = job->heading->index + 1; i < job->end; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, k);

          if (matchum_evidence_index_is_marked (domain->shows, mention->concept) && !mention->is_hedged)
            {
              matchum_leaf_evidence_add (self, index, i, mention->span, MATCHUM_REASON_YEARS)->is_weak = TRUE;
              break;
            }
        }
    }
}

/* An entry within an entry only divides its time. */
static gboolean
is_outer (MatchumResume *resume, const MatchumBlock *entry)
{
  const MatchumBlock *parent;

  if (entry->parent == MATCHUM_BLOCK_NONE)
    return TRUE;
  parent = matchum_resume_get_block (resume, entry->parent);
  return parent->kind != MATCHUM_BLOCK_ENTRY || parent->dated_by == MATCHUM_BLOCK_NONE;
}

static void
take_job (MatchumLeafEvidence *self,
          MatchumEvidenceIndex *index,
          MatchumLexicon *lexicon,
          const Job *job,
          const Domain *domain)
{
  if (matchum_evidence_index_is_academic (index, job->heading->index) && !self->leaf->counts_research)
    return;
  if (is_of_domain (index, lexicon, job, domain))
    add_job (self, index, job);
  else
    add_items (self, index, job, domain);
}

static void
take_entries (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const Domain *domain)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      Job job = { .heading = block, .dated_by = block->dated_by, .end = block->end };

      if (block->kind != MATCHUM_BLOCK_ENTRY || block->section != MATCHUM_SECTION_EXPERIENCE
          || block->dated_by == MATCHUM_BLOCK_NONE || !is_outer (resume, block))
        continue;
      job.span = MATCHUM_SPAN (0, matchum_inline_text_get_length (block->content));
      job.dates = matchum_resume_get_block (resume, block->dated_by)->dates;
      take_job (self, index, lexicon, &job, domain);
    }
}

/* Jobs that no heading names: bullets, paragraphs, rows of tables. */
static void
take_others (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const Domain *domain)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  const GPtrArray *facts = matchum_evidence_index_get_facts (index);

  for (guint i = 0; i < facts->len; i++)
    {
      const MatchumFact *fact = g_ptr_array_index (facts, i);
      const MatchumBlock *block = matchum_resume_get_block (resume, fact->block);
      const Job job = { block, fact->span, block->index, fact->end, fact->ranges };

      if (fact->kind == MATCHUM_FACT_WORK && block->kind != MATCHUM_BLOCK_ENTRY && fact->ranges->len > 0)
        take_job (self, index, lexicon, &job, domain);
    }
}

/* Takes away the words that the resume says nowhere. */
static void
keep_said (MatchumEvidenceIndex *index, char **words)
{
  gsize n_kept = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    if (matchum_leaf_evidence_may_have_word (index, words[i]))
      words[n_kept++] = words[i];
    else
      g_free (words[i]);
  words[n_kept] = NULL;
}

void
matchum_leaf_evidence_find_years (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon)
{
  g_autoptr (GArray) concepts = widen_domain (lexicon, self->leaf->concepts);
  g_auto (GStrv) words = g_strsplit (self->leaf->word != NULL ? self->leaf->word : "", "|", -1);
  g_autofree guint32 *shows = matchum_evidence_index_mark_showing (index, concepts);
  const Domain domain = { concepts,
                          shows,
                          words,
                          self->leaf->rivals,
                          concepts->len == 0 && *words == NULL,
                          self->leaf->is_inner && is_code_only (lexicon, concepts) };

  keep_said (index, words);
  self->spells = g_array_new (FALSE, FALSE, sizeof (MatchumSpell));
  self->months = self->leaf->months > 0 ? self->leaf->months : EQUIVALENT_MONTHS;
  take_entries (self, index, lexicon, &domain);
  take_others (self, index, lexicon, &domain);
}
