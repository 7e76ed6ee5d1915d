/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the jobs that count for years of experience of a kind. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

/* What "equivalent experience" is taken to ask for where no length is given. */
#define EQUIVALENT_MONTHS 36

/* A job is of a kind by its heading, or where so many of its items, and such a share of them, are. */
#define LEAST_ITEMS 2
#define LEAST_SHARE 4 /* one in so many */
#define MANY_ITEMS 5

/* A job that names so many different tools is one of computing, where a field of study stands for the domain. */
#define LEAST_TOOLS 3

static gboolean
is_of_kind (MatchumLexicon *lexicon, const MatchumIndexBlock *block, GArray *domain)
{
  for (guint i = 0; i < block->mentions->len; i++)
    {
      const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, i);

      for (guint k = 0; k < domain->len && !mention->is_hedged; k++)
        if (matchum_lexicon_shows (lexicon, mention->concept, g_array_index (domain, guint, k)))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_tool (const MatchumConcept *concept)
{
  return concept->kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE || concept->kind == MATCHUM_CONCEPT_LIBRARY
         || concept->kind == MATCHUM_CONCEPT_TOOL || concept->kind == MATCHUM_CONCEPT_PLATFORM;
}

static guint
count_tools (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const MatchumBlock *entry)
{
  g_autoptr (GHashTable) tools = g_hash_table_new (NULL, NULL);

  for (guint i = entry->index; i < entry->end; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          guint concept = g_array_index (block->mentions, MatchumIndexMention, k).concept;

          if (is_tool (matchum_lexicon_get_concept (lexicon, concept)))
            g_hash_table_add (tools, GUINT_TO_POINTER (concept));
        }
    }
  return g_hash_table_size (tools);
}

/* Whether fields of study are all that the domain is said by. */
static gboolean
is_fields_only (MatchumLexicon *lexicon, GArray *domain)
{
  for (guint i = 0; i < domain->len; i++)
    if (matchum_lexicon_get_concept (lexicon, g_array_index (domain, guint, i))->kind != MATCHUM_CONCEPT_FIELD)
      return FALSE;
  return domain->len > 0;
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
        g_array_append_vals (domain, concept->implies->data, concept->implies->len);
    }
  return domain;
}

/* Whether the block names a wider kind of what is asked: "web developer" for frontend development. */
static gboolean
is_of_wider_kind (MatchumLexicon *lexicon, const MatchumIndexBlock *block, GArray *domain)
{
  for (guint i = 0; i < block->mentions->len; i++)
    {
      guint named = g_array_index (block->mentions, MatchumIndexMention, i).concept;
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, named);

      for (guint k = 0; k < domain->len; k++)
        for (guint m = 0; concept->kind == MATCHUM_CONCEPT_ROLE && m < concept->implies->len; m++)
          if (matchum_lexicon_is_kind_of (lexicon, g_array_index (domain, guint, k),
                                          g_array_index (concept->implies, guint, m)))
            return TRUE;
    }
  return FALSE;
}

/* Whether the job's heading, or enough of its items, is of the domain; under a heading of a wider kind one item is
 * enough. */
static gboolean
is_of_domain (MatchumEvidenceIndex *index, MatchumLexicon *lexicon, const MatchumBlock *entry, GArray *domain)
{
  guint dated_by = entry->dated_by != MATCHUM_BLOCK_NONE ? entry->dated_by : entry->index;
  const MatchumIndexBlock *heading = matchum_evidence_index_get_block (index, entry->index);
  const MatchumIndexBlock *dated = matchum_evidence_index_get_block (index, dated_by);
  guint n_items = 0, n_shown = 0;

  if (domain->len == 0 || is_of_kind (lexicon, heading, domain) || is_of_kind (lexicon, dated, domain))
    return TRUE;
  for (guint i = entry->index + 1; i < entry->end; i++)
    {
      n_items++;
      n_shown += is_of_kind (lexicon, matchum_evidence_index_get_block (index, i), domain);
    }
  if (n_shown >= MANY_ITEMS || (n_shown >= LEAST_ITEMS && n_shown * LEAST_SHARE >= n_items))
    return TRUE;
  if (n_shown > 0 && (is_of_wider_kind (lexicon, heading, domain) || is_of_wider_kind (lexicon, dated, domain)))
    return TRUE;
  return is_fields_only (lexicon, domain) && count_tools (index, lexicon, entry) >= LEAST_TOOLS;
}

static void
add_job (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, const MatchumBlock *entry)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  const MatchumBlock *dated = matchum_resume_get_block (resume, entry->dated_by);

  for (guint i = 0; i < dated->dates->len; i++)
    {
      MatchumSpell spell = { entry->index, g_array_index (dated->dates, MatchumDateRange, i) };

      g_array_append_val (self->spells, spell);
    }
  matchum_leaf_evidence_add (self, index, entry->index,
                             MATCHUM_SPAN (0, matchum_inline_text_get_length (entry->content)), MATCHUM_REASON_YEARS);
  if (dated->index != entry->index && dated->dates->len > 0)
    matchum_leaf_evidence_add (self, index, dated->index,
                               MATCHUM_SPAN (0, matchum_inline_text_get_length (dated->content)), MATCHUM_REASON_YEARS);
}

/* Work of the kind within a job of another kind: a beginning, but no years. */
static void
add_items (MatchumLeafEvidence *self,
           MatchumEvidenceIndex *index,
           MatchumLexicon *lexicon,
           const MatchumBlock *entry,
           GArray *domain)
{
  for (guint i = entry->index + 1; i < entry->end; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);

      for (guint k = 0; k < block->mentions->len; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, k);
          gboolean is_shown = FALSE;

          for (guint m = 0; m < domain->len && !mention->is_hedged; m++)
            is_shown |= matchum_lexicon_shows (lexicon, mention->concept, g_array_index (domain, guint, m));
          if (is_shown)
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

void
matchum_leaf_evidence_find_years (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumLexicon *lexicon)
{
  MatchumResume *resume = matchum_evidence_index_get_resume (index);
  g_autoptr (GArray) domain = widen_domain (lexicon, self->leaf->concepts);

  self->spells = g_array_new (FALSE, FALSE, sizeof (MatchumSpell));
  self->months = self->leaf->months > 0 ? self->leaf->months : EQUIVALENT_MONTHS;
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind != MATCHUM_BLOCK_ENTRY || block->section != MATCHUM_SECTION_EXPERIENCE
          || block->dated_by == MATCHUM_BLOCK_NONE || !is_outer (resume, block))
        continue;
      if (matchum_evidence_index_get_block (index, i)->is_academic && !self->leaf->counts_research)
        continue;
      if (is_of_domain (index, lexicon, block, domain))
        add_job (self, index, block);
      else
        add_items (self, index, lexicon, block, domain);
    }
}
