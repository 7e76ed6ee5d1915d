/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses which of the evidence that is visible a verdict shows. */
#include "config.h"

#include "match/matchum-evidence-choice.h"

/* Of each leaf so many blocks are taken before the others have had their turn. */
#define MAX_LEAF_BLOCKS 6

/* How many blocks a verdict holds, and whether one is among them. */
typedef struct {
  guint blocks[MATCHUM_EVIDENCE_CHOICE_MAX_BLOCKS];
  guint length;
} BlockSet;

static gboolean
block_set_has (const BlockSet *set, guint block)
{
  for (guint i = 0; i < set->length; i++)
    if (set->blocks[i] == block)
      return TRUE;
  return FALSE;
}

/* More times of work than this are not held against each other. */
#define MAX_SPELLS 40

/* Whether longer times (or as long ones that stand before it) hold every month of the one at index. */
static gboolean
is_within_others (const MatchumJudging *self, const MatchumLeafEvidence *leaf, guint index, const guint *lengths)
{
  g_autoptr (GArray) ranges = g_array_sized_new (FALSE, FALSE, sizeof (MatchumDateRange), leaf->spells->len);
  MatchumDay as_of = matchum_match_get_as_of (self->match);
  guint before;

  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);

      if ((lengths[i] > lengths[index] || (lengths[i] == lengths[index] && i < index))
          && matchum_judging_is_counted (self, leaf, spell->entry))
        g_array_append_val (ranges, spell->range);
    }
  if (ranges->len == 0)
    return FALSE;
  before = matchum_date_range_count_months ((const MatchumDateRange *) ranges->data, ranges->len, as_of);
  g_array_append_val (ranges, g_array_index (leaf->spells, MatchumSpell, index).range);
  return before == matchum_date_range_count_months ((const MatchumDateRange *) ranges->data, ranges->len, as_of);
}

/* Entries whose time adds nothing to that of others, and minor ones that are not needed: array of guint; NULL where
 * there is nothing to choose from. */
static GArray *
find_superfluous (const MatchumJudging *self, const MatchumLeafEvidence *leaf)
{
  guint lengths[MAX_SPELLS];
  GArray *entries;

  if (leaf->spells == NULL || leaf->spells->len < 2 || leaf->spells->len > MAX_SPELLS)
    return NULL;
  entries = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < leaf->spells->len; i++)
    lengths[i] = matchum_date_range_count_months (&g_array_index (leaf->spells, MatchumSpell, i).range, 1,
                                                  matchum_match_get_as_of (self->match));
  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);
      gboolean is_spare = TRUE;

      for (guint k = 0; k < leaf->spells->len && is_spare; k++)
        if (g_array_index (leaf->spells, MatchumSpell, k).entry == spell->entry)
          is_spare = is_within_others (self, leaf, k, lengths);
      if (is_spare
          || (spell->is_minor && matchum_judging_count_months_without (self, leaf, spell->entry) >= leaf->months))
        g_array_append_val (entries, spell->entry);
    }
  return entries;
}

/* Whether a block that gives years stands in one of the entries. */
static gboolean
is_superfluous (const MatchumJudging *self, GArray *entries, guint block)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      guint entry = g_array_index (entries, guint, i);

      if (block >= entry && block < matchum_resume_get_block (resume, entry)->end)
        return TRUE;
    }
  return FALSE;
}

/* Jobs that show so much need no projects beside them. */
#define ENOUGH_JOBS 2

/* So many lines of a leaf need no more of which it only follows. */
#define ENOUGH_LINES 4

/* What of a leaf is visible that others need not stand beside. */
typedef struct {
  gboolean has_name;    /* work that is called by the name */
  gboolean has_enough;  /* an amount that is as much as is asked */
  gboolean is_function; /* a whole kind of work, and not the only thing that is shown */
  guint n_jobs;         /* of evidence in jobs */
  guint n_named;        /* of evidence in jobs by the name of what is asked */
  guint n_concluded;    /* blocks that only a conclusion leads to, of those taken so far */
  gboolean is_beside;   /* work that is called by the name shows something else that is asked for */
  GArray *spare;        /* entries that give no time of their own, or NULL */
} Better;

static Better
find_better (const MatchumJudging *self, const MatchumLeafEvidence *leaf)
{
  Better better = { .spare = find_superfluous (self, leaf) };

  better.is_function = leaf->is_function && self->shown->len > 1;
  for (guint i = 0; i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (!matchum_judging_is_visible (self, evidence))
        continue;
      better.has_enough |= leaf->leaf->kind == MATCHUM_CRITERION_AMOUNT && !evidence->is_weak
                           && matchum_judging_is_to_the_point (self, leaf->leaf, evidence);
      better.n_named += evidence->is_job && evidence->reason != MATCHUM_REASON_IMPLIED;
      if (!leaf->has_lesser)
        continue;
      better.has_name |= evidence->reason != MATCHUM_REASON_IMPLIED && !evidence->is_listed;
      better.n_jobs += evidence->is_job;
    }
  return better;
}

/* Whether evidence is worth a place: for years, the jobs and not their items; where years are asked, what was done in
 * jobs; for scale, what is asked at that scale. */
static gboolean
is_worthy (const MatchumJudging *self, const MatchumLeafEvidence *leaf, Better better, const MatchumEvidence *evidence)
{
  if (!matchum_judging_is_visible (self, evidence) || (evidence->is_weak && better.has_enough)
      || (evidence->is_part && (better.has_name || better.is_function))
      || (evidence->is_side && better.n_jobs >= ENOUGH_JOBS))
    return FALSE;
  if (leaf->spells != NULL)
    return leaf->spells->len == 0 || (!evidence->is_weak && !is_superfluous (self, better.spare, evidence->block));
  if (leaf->leaf->is_scale || leaf->leaf->kind == MATCHUM_CRITERION_AMOUNT)
    return matchum_judging_is_to_the_point (self, leaf->leaf, evidence);
  if (!self->has_years || (leaf->leaf->kind != MATCHUM_CRITERION_CONCEPT && leaf->leaf->kind != MATCHUM_CRITERION_WORD))
    return TRUE;
  return evidence->is_job && !leaf->leaf->is_career;
}

/* So many blocks that name the thing need no conclusions beside them, and so many conclusions are enough. */
#define ENOUGH_NAMED 2
#define ENOUGH_CONCLUDED 3
#define ENOUGH_BESIDE 1

static gboolean
is_enough (Better *better, const MatchumEvidence *evidence)
{
  if (evidence->reason != MATCHUM_REASON_IMPLIED || evidence->is_member)
    return FALSE;
  if (better->n_named >= ENOUGH_NAMED || better->n_concluded >= (better->is_beside ? ENOUGH_BESIDE : ENOUGH_CONCLUDED))
    return TRUE;
  better->n_concluded++;
  return FALSE;
}

/* The next evidence of a leaf from *at on that is worth a place; NULL at the end. */
static const MatchumEvidence *
take_next (const MatchumJudging *self, const MatchumLeafEvidence *leaf, Better *better, guint *at)
{
  while (*at < leaf->ranked->len)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, *at);

      (*at)++;
      if (is_worthy (self, leaf, *better, evidence) && !is_enough (better, evidence))
        return evidence;
    }
  return NULL;
}

gint
matchum_evidence_choice_compare (gconstpointer a, gconstpointer b)
{
  const MatchumEvidence *left = *(const MatchumEvidence *const *) a, *right = *(const MatchumEvidence *const *) b;

  if (left->strength != right->strength)
    return left->strength > right->strength ? -1 : 1;
  if (left->block != right->block)
    return left->block < right->block ? -1 : 1;
  return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

/* What a person linked stands first, whatever else there is. */
static void
take_links (const MatchumJudging *self, MatchumVerdict *verdict, BlockSet *set)
{
  matchum_judged_claims_add_evidence (self->claims, self->visibility, self->root, verdict->evidence);
  for (guint i = 0; i < verdict->evidence->len && set->length < MATCHUM_EVIDENCE_CHOICE_MAX_BLOCKS; i++)
    set->blocks[set->length++] = ((const MatchumEvidence *) g_ptr_array_index (verdict->evidence, i))->block;
}

void
matchum_evidence_choice_add (const MatchumJudging *self, MatchumVerdict *verdict)
{
  g_autofree guint *places = g_new0 (guint, self->shown->len + 1);
  g_autofree Better *betters = g_new0 (Better, self->shown->len + 1);
  BlockSet set = { 0 };
  gboolean goes_on = TRUE;
  guint n_named = 0;

  take_links (self, verdict, &set);
  for (guint i = 0; i < self->shown->len; i++)
    {
      betters[i] = find_better (self, g_ptr_array_index (self->shown, i));
      n_named += betters[i].n_named;
    }
  for (guint i = 0; i < self->shown->len; i++)
    betters[i].is_beside = n_named > betters[i].n_named;
  for (guint turn = 0; goes_on && turn < MAX_LEAF_BLOCKS; turn++)
    {
      goes_on = FALSE;
      for (guint i = 0; i < self->shown->len; i++)
        {
          const MatchumEvidence *evidence =
              take_next (self, g_ptr_array_index (self->shown, i), &betters[i], &places[i]);

          if (evidence == NULL || (turn >= ENOUGH_LINES && evidence->reason == MATCHUM_REASON_IMPLIED))
            continue;
          goes_on = TRUE;
          if (!block_set_has (&set, evidence->block))
            {
              if (set.length == MATCHUM_EVIDENCE_CHOICE_MAX_BLOCKS)
                continue;
              set.blocks[set.length++] = evidence->block;
            }
          g_ptr_array_add (verdict->evidence, matchum_evidence_copy (evidence));
        }
    }
  for (guint i = 0; i < self->shown->len; i++)
    g_clear_pointer (&betters[i].spare, g_array_unref);
  g_ptr_array_sort (verdict->evidence, matchum_evidence_choice_compare);
}
