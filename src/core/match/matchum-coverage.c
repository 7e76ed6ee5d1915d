/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges requirements by the evidence that is visible. */
#include "config.h"

#include "match/matchum-coverage.h"

#include <string.h>

#include "match/matchum-amount-place.h"
#include "match/matchum-coverage-private.h"
#include "match/matchum-judged-claims.h"
#include "match/matchum-match-private.h"

struct _MatchumCoverage {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  GPtrArray *verdicts; /* of MatchumVerdict, one for each requirement */
  MatchumTally required;
  MatchumTally preferred;
};

G_DEFINE_BOXED_TYPE (MatchumCoverage, matchum_coverage, matchum_coverage_ref, matchum_coverage_unref)

/* A verdict shows so many different blocks at most, and of each leaf so many before the others have had their turn. */
#define MAX_BLOCKS 8
#define MAX_LEAF_BLOCKS 6

/* What the judging of one part gathers. */
typedef struct {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  const MatchumCriterion *root;
  GPtrArray *claims;        /* of MatchumPlacedClaim: what a person said of the line; NULL where nothing */
  GPtrArray *shown;         /* of MatchumLeafEvidence: leaves that count, in the order they are asked */
  GPtrArray *missing;       /* of MatchumCriterion: leaves that are not shown and have a name */
  gboolean has_years;       /* years are asked, and jobs count for them */
  gboolean is_done_at_work; /* something that is asked is shown by work in a job */
  GHashTable *judged;       /* set of the MatchumCriterion that are shown, where they are asked for, else NULL */
} Judging;

typedef struct {
  gboolean is_shown;
  gboolean is_begun; /* something of it is shown */
} Finding;

static gboolean
is_visible (const Judging *self, const MatchumEvidence *evidence)
{
  return matchum_visibility_is_visible (self->visibility, evidence->block)
         && (self->claims == NULL || !matchum_judged_claims_deny (self->claims, evidence->criterion, evidence->block));
}

/* Whether a time of work counts. */
static gboolean
is_counted (const Judging *self, const MatchumLeafEvidence *leaf, guint entry)
{
  return matchum_visibility_is_visible (self->visibility, entry)
         && !matchum_judged_claims_deny (self->claims, leaf->leaf, entry);
}

/* Months of what is visible, but for one entry; MATCHUM_BLOCK_NONE leaves none out. */
static guint
count_months_without (const Judging *self, const MatchumLeafEvidence *leaf, guint left_out)
{
  g_autoptr (GArray) ranges = g_array_sized_new (FALSE, FALSE, sizeof (MatchumDateRange), leaf->spells->len);

  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);

      if (spell->entry != left_out && is_counted (self, leaf, spell->entry))
        g_array_append_val (ranges, spell->range);
    }
  return matchum_date_range_count_months ((const MatchumDateRange *) ranges->data, ranges->len,
                                          matchum_match_get_as_of (self->match));
}

static guint
count_months (const Judging *self, const MatchumLeafEvidence *leaf)
{
  return count_months_without (self, leaf, MATCHUM_BLOCK_NONE);
}

/* How many leaves under node, asides and scale not counted, are shown in the block; all of them where block is
 * MATCHUM_BLOCK_NONE. */
static guint
count_beside (const Judging *self, const MatchumCriterion *node, guint block)
{
  const MatchumLeafEvidence *leaf;
  guint count = 0;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    count += count_beside (self, g_ptr_array_index (node->children, i), block);
  if (node->children != NULL || node->is_scale || node->is_context || node->is_aside)
    return count;
  if (block == MATCHUM_BLOCK_NONE)
    return 1;
  leaf = matchum_match_get_leaf (self->match, node);
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    if (((const MatchumEvidence *) g_ptr_array_index (leaf->evidence, i))->block == block)
      return 1;
  return 0;
}

/* What is said of the whole of a job or project, over its items, is said of everything done there. */
static gboolean
is_said_of_entry (const Judging *self, guint index)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);
  const MatchumBlock *block = matchum_resume_get_block (resume, index);
  const MatchumBlock *entry;

  if (block->kind != MATCHUM_BLOCK_PARAGRAPH || block->parent == MATCHUM_BLOCK_NONE)
    return FALSE;
  entry = matchum_resume_get_block (resume, block->parent);
  for (guint i = index + 1; entry->kind == MATCHUM_BLOCK_ENTRY && i < entry->end; i++)
    if (count_beside (self, self->root, i) > 0)
      return TRUE;
  return FALSE;
}

/* A large number shows scale only for what it is said of: something else the line asks for stands in the same block. */
static gboolean
is_to_the_point (const Judging *self, const MatchumCriterion *leaf, const MatchumEvidence *evidence)
{
  if (leaf->kind == MATCHUM_CRITERION_AMOUNT)
    return matchum_amount_place_fits (self->match, self->visibility, self->root, evidence->block);
  if (!leaf->is_scale || evidence->reason == MATCHUM_REASON_NAMED)
    return TRUE;
  return count_beside (self, self->root, MATCHUM_BLOCK_NONE) == 0
         || count_beside (self, self->root, evidence->block) > 0 || is_said_of_entry (self, evidence->block);
}

static gboolean
is_done_in_job (const Judging *self, const MatchumLeafEvidence *leaf)
{
  for (guint i = 0; i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (evidence->is_job && is_visible (self, evidence))
        return TRUE;
    }
  return FALSE;
}

static Finding
judge_leaf (Judging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, node);
  Finding finding = { FALSE, FALSE };

  if (leaf == NULL)
    return finding;
  finding.is_shown = finding.is_begun = leaf->is_given;
  for (guint i = 0; i < leaf->ranked->len && !finding.is_shown; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (!is_visible (self, evidence) || !is_to_the_point (self, node, evidence))
        continue;
      finding.is_begun = TRUE;
      finding.is_shown = !evidence->is_weak && leaf->spells == NULL;
    }
  if (leaf->spells != NULL && finding.is_begun)
    {
      finding.is_shown = count_months (self, leaf) >= leaf->months;
      self->has_years |= leaf->spells->len > 0;
    }
  if (node->is_context && !finding.is_shown && self->is_done_at_work)
    finding.is_shown = finding.is_begun = TRUE;
  if (finding.is_begun)
    g_ptr_array_add (self->shown, (gpointer) leaf);
  if (node->is_aside || node->is_whole || (node->is_career && !is_done_in_job (self, leaf)))
    finding.is_begun = FALSE;
  return finding;
}

static Finding judge (Judging *self, const MatchumCriterion *node);

/* Whether the block heads the entry that another stands in, or says what the whole of it is. */
static gboolean
is_head_of (Judging *self, guint head, guint block)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);
  const MatchumBlock *above = matchum_resume_get_block (resume, head);

  if (above->kind == MATCHUM_BLOCK_PARAGRAPH && above->parent != MATCHUM_BLOCK_NONE)
    above = matchum_resume_get_block (resume, above->parent);
  return above->kind == MATCHUM_BLOCK_ENTRY && block > above->index && block < above->end;
}

/* Whether a leaf, or one of the leaves under a node, is shown in the block, or by what heads it. */
static gboolean
is_shown_in (Judging *self, const MatchumCriterion *node, guint block)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (is_shown_in (self, g_ptr_array_index (node->children, i), block))
      return TRUE;
  leaf = node->children == NULL ? matchum_match_get_leaf (self->match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->evidence, i);

      if (!evidence->is_weak && !matchum_judged_claims_deny (self->claims, leaf->leaf, evidence->block)
          && (evidence->block == block || is_head_of (self, evidence->block, block)))
        return TRUE;
    }
  for (guint i = 0; leaf != NULL && leaf->headings != NULL && i < leaf->headings->len; i++)
    if (is_head_of (self, g_array_index (leaf->headings, guint, i), block))
      return TRUE;
  return FALSE;
}

/* Whether a block with evidence for the last of a compound shows the rest, too. */
static gboolean
is_shown_whole (Judging *self, const MatchumCriterion *node, const MatchumEvidence *evidence)
{
  gboolean is_whole = !evidence->is_weak;

  for (guint k = 0; is_whole && k + 1 < node->children->len; k++)
    is_whole = is_shown_in (self, g_ptr_array_index (node->children, k), evidence->block);
  return is_whole;
}

static const MatchumLeafEvidence *
get_last_leaf (const Judging *self, const MatchumCriterion *node)
{
  return matchum_match_get_leaf (self->match, g_ptr_array_index (node->children, node->children->len - 1));
}

/* Whether one visible block shows all of a compound. */
static gboolean
is_shown_together (Judging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *last = get_last_leaf (self, node);

  for (guint i = 0; last != NULL && i < last->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (last->evidence, i);

      if (is_visible (self, evidence) && is_shown_whole (self, node, evidence))
        return TRUE;
    }
  return FALSE;
}

static Finding
judge_children (Judging *self, const MatchumCriterion *node)
{
  guint n_shown = 0, n_begun = 0, n_needed = 1;
  guint first_missing = self->missing->len, first_shown = self->shown->len;
  Finding finding;

  if (node->kind == MATCHUM_CRITERION_ALL)
    n_needed = node->children->len;
  else if (node->kind == MATCHUM_CRITERION_AT_LEAST)
    n_needed = MIN (node->count, node->children->len);
  for (guint i = 0; i < node->children->len; i++)
    {
      finding = judge (self, g_ptr_array_index (node->children, i));
      n_shown += finding.is_shown;
      n_begun += finding.is_begun;
    }
  finding.is_shown = n_shown >= n_needed;
  finding.is_begun = n_begun > 0;
  if (node->is_compound && finding.is_shown && !is_shown_together (self, node))
    {
      finding.is_shown = finding.is_begun = FALSE;
      g_ptr_array_set_size (self->shown, (gint) first_shown);
      g_ptr_array_set_size (self->missing, (gint) first_missing);
      g_ptr_array_add (self->missing, (gpointer) node);
    }
  if (finding.is_shown)
    g_ptr_array_set_size (self->missing, (gint) first_missing);
  return finding;
}

/* What a person said of a criterion goes before what was found. */
static Finding
judge (Judging *self, const MatchumCriterion *node)
{
  guint first_missing = self->missing->len, first_shown = self->shown->len;
  Finding finding = node->children != NULL ? judge_children (self, node) : judge_leaf (self, node);
  MatchumStance stance = matchum_judged_claims_get_stance (self->claims, self->visibility, node);

  if (stance != MATCHUM_STANCE_NONE)
    {
      finding.is_shown = stance == MATCHUM_STANCE_HAVE;
      finding.is_begun = finding.is_shown && !node->is_aside && !node->is_whole;
      g_ptr_array_set_size (self->missing, (gint) first_missing);
    }
  if (stance == MATCHUM_STANCE_LACK)
    g_ptr_array_set_size (self->shown, (gint) first_shown);
  if (!finding.is_shown && (node->children == NULL || stance == MATCHUM_STANCE_LACK) && !node->is_silent
      && node->name != NULL)
    g_ptr_array_add (self->missing, (gpointer) node);
  if (finding.is_shown && self->judged != NULL)
    g_hash_table_add (self->judged, (gpointer) node);
  return finding;
}

/* Whether anything but the how is shown by work in a job. */
static gboolean
find_work (Judging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf;
  MatchumStance stance;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (find_work (self, g_ptr_array_index (node->children, i)))
      return TRUE;
  if (node->children != NULL || node->is_context || node->is_scale)
    return FALSE;
  stance = matchum_judged_claims_get_stance (self->claims, self->visibility, node);
  if (stance != MATCHUM_STANCE_NONE)
    return stance == MATCHUM_STANCE_HAVE;
  leaf = matchum_match_get_leaf (self->match, node);
  for (guint i = 0; leaf != NULL && i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (evidence->is_job && !evidence->is_weak && is_visible (self, evidence))
        return TRUE;
    }
  return FALSE;
}

/* Where a line asks for nothing but the how ("all the way to production"), work in any job will do. */
static gboolean
has_job (const Judging *self)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->section == MATCHUM_SECTION_EXPERIENCE
        && matchum_visibility_is_visible (self->visibility, i))
      return TRUE;
  return FALSE;
}

static Finding
judge_root (Judging *self)
{
  self->is_done_at_work = self->root->is_context ? has_job (self) : find_work (self, self->root);
  return judge (self, self->root);
}

/* Evidence ----------------------------------------------------------------------------------------------------- */

/* How many blocks a verdict holds, and whether one is among them. */
typedef struct {
  guint blocks[MAX_BLOCKS];
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
is_within_others (const Judging *self, const MatchumLeafEvidence *leaf, guint index, const guint *lengths)
{
  g_autoptr (GArray) ranges = g_array_sized_new (FALSE, FALSE, sizeof (MatchumDateRange), leaf->spells->len);
  MatchumDay as_of = matchum_match_get_as_of (self->match);
  guint before;

  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);

      if ((lengths[i] > lengths[index] || (lengths[i] == lengths[index] && i < index))
          && is_counted (self, leaf, spell->entry))
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
find_superfluous (const Judging *self, const MatchumLeafEvidence *leaf)
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
      if (is_spare || (spell->is_minor && count_months_without (self, leaf, spell->entry) >= leaf->months))
        g_array_append_val (entries, spell->entry);
    }
  return entries;
}

/* Whether a block that gives years stands in one of the entries. */
static gboolean
is_superfluous (const Judging *self, GArray *entries, guint block)
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
find_better (const Judging *self, const MatchumLeafEvidence *leaf)
{
  Better better = { .spare = find_superfluous (self, leaf) };

  better.is_function = leaf->is_function && self->shown->len > 1;
  for (guint i = 0; i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (!is_visible (self, evidence))
        continue;
      better.has_enough |= leaf->leaf->kind == MATCHUM_CRITERION_AMOUNT && !evidence->is_weak
                           && is_to_the_point (self, leaf->leaf, evidence);
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
is_worthy (const Judging *self, const MatchumLeafEvidence *leaf, Better better, const MatchumEvidence *evidence)
{
  if (!is_visible (self, evidence) || (evidence->is_weak && better.has_enough)
      || (evidence->is_part && (better.has_name || better.is_function))
      || (evidence->is_side && better.n_jobs >= ENOUGH_JOBS))
    return FALSE;
  if (leaf->spells != NULL)
    return leaf->spells->len == 0 || (!evidence->is_weak && !is_superfluous (self, better.spare, evidence->block));
  if (leaf->leaf->is_scale || leaf->leaf->kind == MATCHUM_CRITERION_AMOUNT)
    return is_to_the_point (self, leaf->leaf, evidence);
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
take_next (const Judging *self, const MatchumLeafEvidence *leaf, Better *better, guint *at)
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

static gint
compare_strengths (gconstpointer a, gconstpointer b)
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
take_links (const Judging *self, MatchumVerdict *verdict, BlockSet *set)
{
  matchum_judged_claims_add_evidence (self->claims, self->visibility, self->root, verdict->evidence);
  for (guint i = 0; i < verdict->evidence->len && set->length < MAX_BLOCKS; i++)
    set->blocks[set->length++] = ((const MatchumEvidence *) g_ptr_array_index (verdict->evidence, i))->block;
}

/* Every leaf has its strongest evidence before any has its second. */
static void
choose_evidence (const Judging *self, MatchumVerdict *verdict)
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
              if (set.length == MAX_BLOCKS)
                continue;
              set.blocks[set.length++] = evidence->block;
            }
          g_ptr_array_add (verdict->evidence, matchum_evidence_copy (evidence));
        }
    }
  for (guint i = 0; i < self->shown->len; i++)
    g_clear_pointer (&betters[i].spare, g_array_unref);
  g_ptr_array_sort (verdict->evidence, compare_strengths);
}

/* Whether skills lists alone carry what is shown. */
static gboolean
is_listed_only (const MatchumVerdict *verdict)
{
  for (guint i = 0; i < verdict->evidence->len; i++)
    if (!((const MatchumEvidence *) g_ptr_array_index (verdict->evidence, i))->is_listed)
      return FALSE;
  return verdict->evidence->len > 0;
}

static void
count_hidden (const Judging *self, const MatchumCriterion *node, GHashTable *hidden)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    count_hidden (self, g_ptr_array_index (node->children, i), hidden);
  leaf = node->children == NULL ? matchum_match_get_leaf (self->match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->evidence, i);

      if (!matchum_visibility_is_visible (self->visibility, evidence->block)
          && !matchum_judged_claims_deny (self->claims, node, evidence->block))
        g_hash_table_add (hidden, GUINT_TO_POINTER (evidence->block));
    }
}

static guint
count_hidden_blocks (const Judging *self, const MatchumCriterion *node)
{
  g_autoptr (GHashTable) hidden = NULL;

  if (matchum_visibility_get_n_visible (self->visibility)
      == matchum_resume_get_n_blocks (matchum_visibility_get_resume (self->visibility)))
    return 0;
  hidden = g_hash_table_new (NULL, NULL);
  count_hidden (self, node, hidden);
  matchum_judged_claims_add_hidden (self->claims, self->visibility, node, hidden);
  return g_hash_table_size (hidden);
}

static gboolean
has_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (g_ptr_array_index (names, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* Where nothing is shown, the how of it is not worth a word. */
static void
name_missing (MatchumVerdict *verdict, GPtrArray *leaves)
{
  for (guint pass = 0; pass < 2 && verdict->missing->len == 0; pass++)
    for (guint i = 0; i < leaves->len; i++)
      {
        const MatchumCriterion *leaf = g_ptr_array_index (leaves, i);

        if (pass == 0 && (verdict->status == MATCHUM_STATUS_MISSING ? leaf->is_aside : leaf->is_detail))
          continue;
        if (!has_name (verdict->missing, leaf->name))
          g_ptr_array_add (verdict->missing, g_strdup (leaf->name));
      }
}

static MatchumVerdict *
judge_part (MatchumMatch *match, MatchumVisibility *visibility, const MatchumCriterion *criterion, GPtrArray *claims)
{
  MatchumVerdict *verdict = matchum_verdict_new ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  Judging self = { match, visibility, criterion, claims, shown, missing, FALSE, FALSE, NULL };
  Finding finding;

  if (criterion == NULL)
    return verdict;
  finding = judge_root (&self);
  verdict->status = finding.is_shown   ? MATCHUM_STATUS_MET
                    : finding.is_begun ? MATCHUM_STATUS_PARTIAL
                                       : MATCHUM_STATUS_MISSING;
  name_missing (verdict, missing);
  if (verdict->status != MATCHUM_STATUS_MISSING)
    choose_evidence (&self, verdict);
  verdict->is_by_hand = matchum_judged_claims_count (claims, visibility, criterion);
  verdict->is_listed_only = verdict->status == MATCHUM_STATUS_MET && is_listed_only (verdict)
                            && !matchum_judged_claims_have (claims, criterion);
  verdict->n_hidden = count_hidden_blocks (&self, criterion);
  return verdict;
}

GHashTable *
matchum_coverage_find_shown (MatchumCoverage *self,
                             MatchumVisibility *visibility,
                             const MatchumCriterion *root,
                             GPtrArray *claims)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GHashTable *judged = g_hash_table_new (NULL, NULL);
  Judging judging = { self->match, visibility, root, claims, shown, missing, FALSE, FALSE, judged };

  judge_root (&judging);
  return judged;
}

gboolean
matchum_coverage_is_to_the_point (MatchumMatch *match,
                                  MatchumVisibility *visibility,
                                  const MatchumCriterion *root,
                                  GPtrArray *claims,
                                  const MatchumCriterion *leaf,
                                  const MatchumEvidence *evidence)
{
  Judging judging = { .match = match, .visibility = visibility, .root = root, .claims = claims };

  return is_to_the_point (&judging, leaf, evidence);
}

GArray *
matchum_coverage_find_together (MatchumMatch *match,
                                const MatchumCriterion *root,
                                GPtrArray *claims,
                                const MatchumCriterion *compound)
{
  Judging judging = { .match = match, .root = root, .claims = claims };
  const MatchumLeafEvidence *last = get_last_leaf (&judging, compound);
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; last != NULL && i < last->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (last->evidence, i);

      if (!matchum_judged_claims_deny (claims, evidence->criterion, evidence->block)
          && is_shown_whole (&judging, compound, evidence))
        g_array_append_val (blocks, evidence->block);
    }
  return blocks;
}

/* Requirements of several parts ---------------------------------------------------------------------------------- */

static MatchumStatus
join_status (GPtrArray *parts)
{
  guint counts[4] = { 0 };

  for (guint i = 0; i < parts->len; i++)
    counts[((const MatchumVerdict *) g_ptr_array_index (parts, i))->status]++;
  if (counts[MATCHUM_STATUS_UNPROVABLE] == parts->len)
    return MATCHUM_STATUS_UNPROVABLE;
  if (counts[MATCHUM_STATUS_PARTIAL] == 0 && counts[MATCHUM_STATUS_MISSING] == 0)
    return MATCHUM_STATUS_MET;
  if (counts[MATCHUM_STATUS_PARTIAL] == 0 && counts[MATCHUM_STATUS_MET] == 0)
    return MATCHUM_STATUS_MISSING;
  return MATCHUM_STATUS_PARTIAL;
}

static void
add_part (MatchumVerdict *verdict, const MatchumVerdict *part)
{
  for (guint i = 0; i < part->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (part->evidence, i);

      if (matchum_verdict_count_blocks (verdict) < MAX_BLOCKS || matchum_verdict_has_block (verdict, evidence->block))
        g_ptr_array_add (verdict->evidence, matchum_evidence_copy (evidence));
    }
  for (guint i = 0; i < part->missing->len; i++)
    g_ptr_array_add (verdict->missing, g_strdup (g_ptr_array_index (part->missing, i)));
  verdict->n_hidden += part->n_hidden;
  verdict->is_by_hand |= part->is_by_hand;
}

static MatchumVerdict *
judge_requirement (MatchumMatch *match, MatchumVisibility *visibility, MatchumRequirement *requirement)
{
  guint n_parts = matchum_requirement_get_n_parts (requirement);
  GPtrArray *claims = matchum_match_find_claims (match, requirement);
  MatchumVerdict *verdict;

  if (n_parts == 0)
    return matchum_verdict_new ();
  if (n_parts == 1)
    return judge_part (match, visibility, matchum_requirement_get_part (requirement, 0)->criterion, claims);
  verdict = matchum_verdict_new ();
  verdict->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_verdict_free);
  for (guint i = 0; i < n_parts; i++)
    {
      MatchumVerdict *part =
          judge_part (match, visibility, matchum_requirement_get_part (requirement, i)->criterion, claims);

      g_ptr_array_add (verdict->parts, part);
      add_part (verdict, part);
    }
  verdict->status = join_status (verdict->parts);
  g_ptr_array_sort (verdict->evidence, compare_strengths);
  verdict->is_listed_only = verdict->status == MATCHUM_STATUS_MET && is_listed_only (verdict);
  return verdict;
}

static void
tally (MatchumTally *tally_of, MatchumStatus status)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      tally_of->met++;
      break;
    case MATCHUM_STATUS_PARTIAL:
      tally_of->partial++;
      break;
    case MATCHUM_STATUS_MISSING:
      tally_of->missing++;
      break;
    case MATCHUM_STATUS_UNPROVABLE:
    default:
      tally_of->soft++;
      break;
    }
}

/* Public ---------------------------------------------------------------------------------------------------------- */

/**
 * matchum_coverage_new:
 * @match: what could be shown
 * @visibility: what is to be seen, of the same resume
 */
MatchumCoverage *
matchum_coverage_new (MatchumMatch *match, MatchumVisibility *visibility)
{
  MatchumCoverage *self;

  g_return_val_if_fail (match != NULL && visibility != NULL, NULL);
  g_return_val_if_fail (matchum_visibility_get_resume (visibility) == matchum_match_get_resume (match), NULL);

  self = g_atomic_rc_box_new0 (MatchumCoverage);
  self->match = matchum_match_ref (match);
  self->visibility = matchum_visibility_ref (visibility);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_verdict_free);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      MatchumRequirement *requirement = matchum_match_get_requirement (match, i);
      MatchumVerdict *verdict = judge_requirement (match, visibility, requirement);

      g_ptr_array_add (self->verdicts, verdict);
      tally (matchum_requirement_is_preferred (requirement) ? &self->preferred : &self->required, verdict->status);
    }
  return self;
}

MatchumCoverage *
matchum_coverage_ref (MatchumCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
coverage_clear (gpointer data)
{
  MatchumCoverage *self = data;

  g_ptr_array_unref (self->verdicts);
  matchum_visibility_unref (self->visibility);
  matchum_match_unref (self->match);
}

void
matchum_coverage_unref (MatchumCoverage *self)
{
  g_atomic_rc_box_release_full (self, coverage_clear);
}

MatchumMatch *
matchum_coverage_get_match (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->match;
}

MatchumVisibility *
matchum_coverage_get_visibility (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->visibility;
}

const MatchumVerdict *
matchum_coverage_get_verdict (MatchumCoverage *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->verdicts->len, NULL);
  return g_ptr_array_index (self->verdicts, index);
}

MatchumTally
matchum_coverage_get_required (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumTally){ 0 }));
  return self->required;
}

MatchumTally
matchum_coverage_get_preferred (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumTally){ 0 }));
  return self->preferred;
}

/**
 * matchum_coverage_find_sole:
 * @visibility: the one the coverage was made for
 * @block: index of a block
 *
 * Requirements whose status would worsen if the block, and what hangs on it, were hidden besides.
 *
 * Returns: (transfer full) (element-type guint): indexes, in order
 */
GArray *
matchum_coverage_find_sole (MatchumCoverage *self, MatchumVisibility *visibility, guint block)
{
  MatchumResume *resume;
  g_autoptr (MatchumVisibility) less = NULL;
  GArray *sole;

  g_return_val_if_fail (self != NULL && visibility != NULL, NULL);
  resume = matchum_match_get_resume (self->match);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);

  sole = g_array_new (FALSE, FALSE, sizeof (guint));
  less = matchum_visibility_with_hidden (visibility, block);
  /* Hiding a block may take the headings above it along, so every requirement is asked, not only those it carries. */
  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const MatchumVerdict *now = g_ptr_array_index (self->verdicts, i);
      g_autoptr (MatchumVerdict) then = NULL;

      if (now->status != MATCHUM_STATUS_MET && now->status != MATCHUM_STATUS_PARTIAL)
        continue;
      then = judge_requirement (self->match, less, matchum_match_get_requirement (self->match, i));
      if (then->status > now->status)
        g_array_append_val (sole, i);
    }
  return sole;
}
