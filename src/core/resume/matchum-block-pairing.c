/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores pairs and settles them, the best first. */
#include "config.h"

#include "resume/matchum-block-pairing.h"

#include "resume/matchum-pair-heap.h"

#define NONE MATCHUM_BLOCK_NONE

/* Blocks that may have come or gone between two neighbours that stayed. */
#define MAX_SKIPPED 4
/* Two pairs whose scores differ by less can't be told apart; where all are as alike, only place tells. */
#define MARGIN 0.03
#define MARGIN_SAME 0.08
#define MAX_ROUNDS 4
#define MAX_SECTION_PAIRS 1000

/* What the surroundings of a pair add to the likeness of its words. */
#define WEIGHT_KIND 0.05
#define WEIGHT_SECTION 0.05
#define WEIGHT_SECTION_KIND 0.2
#define WEIGHT_PARENT 0.2
#define WEIGHT_NEIGHBOUR 0.1
#define WEIGHT_NEAR 0.06
/* Of two neighbours that are the same, the first is the one that was there. */
#define WEIGHT_FIRST 0.005
#define WEIGHT_CHILDREN 0.4
#define WEIGHT_PLACE 0.01
/* How long the ambiguous wait for those that are not. */
#define WEIGHT_AMBIGUOUS 0.45

static gboolean
is_heading (MatchumBlockKind kind)
{
  return kind == MATCHUM_BLOCK_SECTION || kind == MATCHUM_BLOCK_ENTRY;
}

/* What the surroundings say. */

static gboolean
are_mates (MatchumBlockPairing *self, guint old, guint new)
{
  return matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate == new;
}

/* Both stand at the top, or under blocks that are the same. */
gboolean
matchum_block_pairing_stand_together (MatchumBlockPairing *self, guint old, guint new)
{
  guint above = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->parent;
  guint below = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block->parent;

  if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->is_gone)
    return FALSE;
  if (above == NONE || below == NONE)
    return above == below;
  return are_mates (self, above, below);
}

/* The next sibling that also stands beside other on the other side; skips those that came, went or moved away. */
static guint
find_neighbour (MatchumBlockPairing *self, guint side, guint index, guint other, gboolean is_after, guint *n_skipped)
{
  guint parent = matchum_block_pairing_get_node (self, !side, other)->block->parent;

  *n_skipped = 0;
  while (*n_skipped <= MAX_SKIPPED)
    {
      const MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, index);

      index = is_after ? node->next : node->previous;
      if (index == NONE)
        return NONE;
      node = matchum_block_pairing_get_node (self, side, index);
      if (node->mate != NONE && matchum_block_pairing_get_node (self, !side, node->mate)->block->parent == parent)
        return index;
      ++*n_skipped;
    }
  return index;
}

double
matchum_block_pairing_compare_siblings (MatchumBlockPairing *self, guint old, guint new, gboolean is_after)
{
  guint skipped[MATCHUM_N_SIDES];
  guint before = find_neighbour (self, MATCHUM_SIDE_OLD, old, new, is_after, &skipped[MATCHUM_SIDE_OLD]);
  guint after = find_neighbour (self, MATCHUM_SIDE_NEW, new, old, is_after, &skipped[MATCHUM_SIDE_NEW]);

  if (skipped[MATCHUM_SIDE_OLD] > MAX_SKIPPED || skipped[MATCHUM_SIDE_NEW] > MAX_SKIPPED)
    return 0;
  if (before == NONE || after == NONE)
    {
      if (before != after || !matchum_block_pairing_stand_together (self, old, new))
        return 0;
    }
  else if (!are_mates (self, before, after))
    return 0;
  return skipped[MATCHUM_SIDE_OLD] + skipped[MATCHUM_SIDE_NEW] == 0 ? WEIGHT_NEIGHBOUR : WEIGHT_NEAR;
}

/* Siblings count, and so does what stands before and after in the document, whatever the two are to each other. */
double
matchum_block_pairing_compare_neighbours (MatchumBlockPairing *self, guint old, guint new, gboolean is_after)
{
  double weight = matchum_block_pairing_compare_siblings (self, old, new, is_after);
  gboolean is_edge =
      is_after ? old + 1 >= self->nodes[MATCHUM_SIDE_OLD]->len || new + 1 >= self->nodes[MATCHUM_SIDE_NEW]->len
               : old == 0 || new == 0;

  if (weight < WEIGHT_NEAR && !is_edge && are_mates (self, is_after ? old + 1 : old - 1, is_after ? new + 1 : new - 1))
    return WEIGHT_NEAR;
  return weight;
}

double
matchum_block_pairing_get_share_of_children (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  guint n = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, pair->nodes[MATCHUM_SIDE_OLD])->n_children
            + matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, pair->nodes[MATCHUM_SIDE_NEW])->n_children;

  return n > 0 ? 2.0 * pair->n_children / n : 0;
}

gboolean
matchum_block_pairing_is_same_known_section (const MatchumMatcherBlock *old, const MatchumMatcherBlock *new)
{
  return old->kind == MATCHUM_BLOCK_SECTION && new->kind == MATCHUM_BLOCK_SECTION && old->section == new->section
         && old->section != MATCHUM_SECTION_OTHER;
}

/* What the place of the two says, without their words. */
static double
get_context (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  guint old = pair->nodes[MATCHUM_SIDE_OLD], new = pair->nodes[MATCHUM_SIDE_NEW];
  const MatchumMatcherBlock *before = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block;
  const MatchumMatcherBlock *after = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block;
  double context = before->kind == after->kind ? WEIGHT_KIND : 0;

  if (before->section == after->section)
    context += WEIGHT_SECTION;
  if (before->is_gone)
    return context;
  if (matchum_block_pairing_is_same_known_section (before, after))
    context += WEIGHT_SECTION_KIND;
  if (matchum_block_pairing_stand_together (self, old, new))
    context += WEIGHT_PARENT;
  context += matchum_block_pairing_compare_neighbours (self, old, new, FALSE) * (1 + WEIGHT_FIRST);
  context += matchum_block_pairing_compare_neighbours (self, old, new, TRUE);
  return context + WEIGHT_CHILDREN * matchum_block_pairing_get_share_of_children (self, pair);
}

static double
get_ambiguity (const MatchumPairingNode *node)
{
  return MAX (0, 1 - (node->best - node->second) / 0.2);
}

/* How far apart the two stand. */
static double
get_distance (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  const MatchumPairingNode *old =
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, pair->nodes[MATCHUM_SIDE_OLD]);
  const MatchumPairingNode *new =
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, pair->nodes[MATCHUM_SIDE_NEW]);

  if (old->group == new->group)
    return ABS (old->rank - new->rank);
  return ABS ((double) pair->nodes[MATCHUM_SIDE_OLD] / self->nodes[MATCHUM_SIDE_OLD]->len
              - (double) pair->nodes[MATCHUM_SIDE_NEW] / self->nodes[MATCHUM_SIDE_NEW]->len);
}

/* The order in which pairs are settled: those that nothing else competes with come first, and of equals those at about
 * the same place. */
static double
get_rank (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  const MatchumPairingNode *old =
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, pair->nodes[MATCHUM_SIDE_OLD]);
  const MatchumPairingNode *new =
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, pair->nodes[MATCHUM_SIDE_NEW]);

  return pair->likeness + get_context (self, pair) - WEIGHT_AMBIGUOUS * MAX (get_ambiguity (old), get_ambiguity (new))
         - WEIGHT_PLACE * get_distance (self, pair);
}

/* Candidates. */

static gboolean
is_open (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  return matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, pair->nodes[MATCHUM_SIDE_OLD])->mate == NONE
         && matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, pair->nodes[MATCHUM_SIDE_NEW])->mate == NONE;
}

static void
push_pair (MatchumBlockPairing *self, guint index)
{
  const MatchumPairingPair *pair = matchum_block_pairing_get_pair (self, index);
  MatchumPairHeapEntry entry = { 0, index };

  if (!is_open (self, pair))
    return;
  entry.score = get_rank (self, pair);
  matchum_pair_heap_push (self->heap, entry);
}

static void
push_pairs_of (MatchumBlockPairing *self, guint old)
{
  if (old == NONE || matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate != NONE)
    return;
  for (guint i = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->first_pair; i != NONE;
       i = matchum_block_pairing_get_pair (self, i)->next[MATCHUM_SIDE_OLD])
    push_pair (self, i);
}

static guint
find_pair (MatchumBlockPairing *self, guint old, guint new)
{
  for (guint i = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->first_pair; i != NONE;
       i = matchum_block_pairing_get_pair (self, i)->next[MATCHUM_SIDE_OLD])
    if (matchum_block_pairing_get_pair (self, i)->nodes[MATCHUM_SIDE_NEW] == new)
      return i;
  return NONE;
}

static void
note_likeness (MatchumPairingNode *node, double likeness)
{
  if (likeness > node->best)
    {
      node->second = node->best;
      node->best = likeness;
    }
  else
    node->second = MAX (node->second, likeness);
}

/* The pair of the two, which is made where there is none yet. */
guint
matchum_block_pairing_ensure_pair (MatchumBlockPairing *self, guint old, guint new)
{
  MatchumPairingNode *before = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old),
                     *after = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new);
  MatchumPairingPair pair = { { old, new }, 1, 0, { NONE, NONE } };
  guint index = find_pair (self, old, new);

  if (index != NONE)
    return index;
  if (before->group != after->group)
    pair.likeness = 0.99
                    * matchum_block_likeness_compare (self->likeness, old,
                                                      matchum_block_pairing_get_text (self, MATCHUM_SIDE_NEW, new));
  index = self->pairs->len;
  g_array_append_val (self->pairs, pair);
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    {
      MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, pair.nodes[side]);

      if (node->last_pair == NONE)
        node->first_pair = index;
      else
        matchum_block_pairing_get_pair (self, node->last_pair)->next[side] = index;
      node->last_pair = index;
    }
  note_likeness (before, pair.likeness);
  note_likeness (after, pair.likeness);
  return index;
}

/* A pair that stands to reason by its place. */
static void
suggest (MatchumBlockPairing *self, guint old, guint new)
{
  if (old >= self->nodes[MATCHUM_SIDE_OLD]->len || new >= self->nodes[MATCHUM_SIDE_NEW]->len)
    return;
  if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate == NONE
      && matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate == NONE)
    push_pair (self, matchum_block_pairing_ensure_pair (self, old, new));
}

/* The pairs of the children of old and new, now that these are the same. */
static void
push_children (MatchumBlockPairing *self, guint old, guint new)
{
  for (guint child = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->first_child; child != NONE;
       child = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, child)->next)
    {
      if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, child)->mate != NONE)
        continue;
      for (guint i = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, child)->first_pair; i != NONE;
           i = matchum_block_pairing_get_pair (self, i)->next[MATCHUM_SIDE_OLD])
        if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW,
                                            matchum_block_pairing_get_pair (self, i)->nodes[MATCHUM_SIDE_NEW])
                ->block->parent
            == new)
          push_pair (self, i);
    }
  suggest (self, matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->first_child,
           matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->first_child);
  suggest (self, matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->last_child,
           matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->last_child);
}

static void
push_neighbours (MatchumBlockPairing *self, guint old, guint new)
{
  const MatchumPairingNode before = *matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old),
                           after = *matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new);

  suggest (self, before.previous, after.previous);
  suggest (self, before.next, after.next);
  suggest (self, old - 1, new - 1);
  suggest (self, old + 1, new + 1);
  push_pairs_of (self, before.previous);
  push_pairs_of (self, before.next);
}

static void
push_parents (MatchumBlockPairing *self, guint old, guint new)
{
  guint above = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->parent;
  guint below = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block->parent;
  guint pair;

  if (above == NONE || below == NONE)
    return;
  pair = matchum_block_pairing_ensure_pair (self, above, below);
  matchum_block_pairing_get_pair (self, pair)->n_children++;
  push_pair (self, pair);
}

static void
settle (MatchumBlockPairing *self, guint old, guint new, double likeness)
{
  matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate = new;
  matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate = old;
  matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->likeness =
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->likeness = likeness;
  if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->is_gone)
    return;
  push_parents (self, old, new);
  push_children (self, old, new);
  push_neighbours (self, old, new);
}

/* Deciding. */

/* Whether words and place together say enough. */
static gboolean
is_acceptable (MatchumBlockPairing *self, const MatchumPairingPair *pair)
{
  guint old = pair->nodes[MATCHUM_SIDE_OLD], new = pair->nodes[MATCHUM_SIDE_NEW];
  double likeness = pair->likeness, around;
  guint size = MIN (matchum_block_pairing_get_size (self, MATCHUM_SIDE_OLD, old),
                    matchum_block_pairing_get_size (self, MATCHUM_SIDE_NEW, new));

  if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->is_gone)
    return likeness >= 0.8 && size >= MATCHUM_PAIRING_MIN_SIZE;
  around = matchum_block_pairing_compare_neighbours (self, old, new, FALSE)
           + matchum_block_pairing_compare_neighbours (self, old, new, TRUE);
  if (matchum_block_pairing_stand_together (self, old, new))
    around += WEIGHT_PARENT;
  if (likeness >= 1)
    return size > 0 || around >= WEIGHT_PARENT;
  if (matchum_block_pairing_get_share_of_children (self, pair) >= 0.5
      && is_heading (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->kind)
             == is_heading (matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block->kind))
    return TRUE;
  if (matchum_block_pairing_is_same_known_section (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block,
                                                   matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block))
    return TRUE;
  if (around >= WEIGHT_PARENT + 2 * WEIGHT_NEAR)
    return likeness >= 0.15;
  if (around >= WEIGHT_PARENT)
    return likeness >= 0.3;
  return likeness >= (size >= MATCHUM_PAIRING_MIN_SIZE ? 0.4 : 0.7);
}

/* Whether another open pair of either block is as good as this one. Whatever is paired then with the other block of
 * that one is in doubt too. */
static gboolean
note_rivals (MatchumBlockPairing *self, guint index)
{
  const MatchumPairingPair *pair = matchum_block_pairing_get_pair (self, index);
  double score = pair->likeness + get_context (self, pair);
  gboolean has_rival = FALSE;

  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = matchum_block_pairing_get_node (self, side, pair->nodes[side])->first_pair; i != NONE;
         i = matchum_block_pairing_get_pair (self, i)->next[side])
      {
        const MatchumPairingPair *other = matchum_block_pairing_get_pair (self, i);
        double margin = ABS (pair->likeness - other->likeness) < 1e-9 ? MARGIN_SAME : MARGIN;

        if (i == index || !is_open (self, other) || other->likeness + get_context (self, other) <= score - margin)
          continue;
        matchum_block_pairing_get_node (self, !side, other->nodes[!side])->is_ambiguous = TRUE;
        has_rival = TRUE;
      }
  return has_rival;
}

void
matchum_block_pairing_settle_pair (MatchumBlockPairing *self, guint index)
{
  const MatchumPairingPair pair = *matchum_block_pairing_get_pair (self, index);

  if (note_rivals (self, index))
    matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, pair.nodes[MATCHUM_SIDE_NEW])->is_ambiguous = TRUE;
  settle (self, pair.nodes[MATCHUM_SIDE_OLD], pair.nodes[MATCHUM_SIDE_NEW], pair.likeness);
}

/* Scores change while pairs wait; one that is not what it was is put back where it belongs. */
void
matchum_block_pairing_run_queue (MatchumBlockPairing *self)
{
  while (self->heap->len > 0)
    {
      MatchumPairHeapEntry entry = matchum_pair_heap_pop (self->heap);
      const MatchumPairingPair *pair = matchum_block_pairing_get_pair (self, entry.pair);
      double score;

      if (!is_open (self, pair))
        continue;
      score = get_rank (self, pair);
      if (ABS (score - entry.score) > 1e-9)
        matchum_pair_heap_push (self->heap, (MatchumPairHeapEntry){ score, entry.pair });
      else if (is_acceptable (self, pair))
        matchum_block_pairing_settle_pair (self, entry.pair);
    }
}

/* What was not acceptable may have become so by what was settled around it. */
static void
run (MatchumBlockPairing *self)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      guint n_pairs = self->pairs->len;

      for (guint i = 0; i < n_pairs; i++)
        push_pair (self, i);
      if (self->heap->len == 0)
        return;
      matchum_block_pairing_run_queue (self);
    }
}

/* Blocks with the same words. */

static void
group_texts (MatchumBlockPairing *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      {
        MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, i);
        gpointer group = g_hash_table_lookup (groups, node->block->text);

        if (group == NULL)
          {
            group = GUINT_TO_POINTER (g_hash_table_size (groups) + 1);
            g_hash_table_insert (groups, (gpointer) node->block->text, group);
          }
        node->group = GPOINTER_TO_UINT (group) - 1;
      }
  self->n_groups = g_hash_table_size (groups);
}

static void
list_groups (MatchumBlockPairing *self)
{
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    {
      guint *firsts = g_new0 (guint, self->n_groups + 2);

      for (guint i = 0; i < self->nodes[side]->len; i++)
        firsts[matchum_block_pairing_get_node (self, side, i)->group + 2]++;
      for (guint i = 2; i < self->n_groups + 2; i++)
        firsts[i] += firsts[i - 1];
      self->members[side] = g_new (guint, self->nodes[side]->len + 1);
      for (guint i = 0; i < self->nodes[side]->len; i++)
        self->members[side][firsts[matchum_block_pairing_get_node (self, side, i)->group + 1]++] = i;
      self->groups[side] = firsts;
      for (guint i = 0; i < self->nodes[side]->len; i++)
        {
          MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, self->members[side][i]);

          node->rank = (double) (i - firsts[node->group]) / (firsts[node->group + 1] - firsts[node->group]);
        }
    }
}

guint
matchum_block_pairing_count_members (MatchumBlockPairing *self, guint side, guint group)
{
  return self->groups[side][group + 1] - self->groups[side][group];
}

guint
matchum_block_pairing_get_member (MatchumBlockPairing *self, guint side, guint group, guint index)
{
  return self->members[side][self->groups[side][group] + index];
}

/* The only ones that say it. */
static gboolean
is_plain (MatchumBlockPairing *self, guint old, guint new)
{
  guint group;

  if (old >= self->nodes[MATCHUM_SIDE_OLD]->len || new >= self->nodes[MATCHUM_SIDE_NEW]->len)
    return old >= self->nodes[MATCHUM_SIDE_OLD]->len && new >= self->nodes[MATCHUM_SIDE_NEW]->len;
  group = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->group;
  return group == matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->group
         && matchum_block_pairing_count_members (self, MATCHUM_SIDE_OLD, group) == 1
         && matchum_block_pairing_count_members (self, MATCHUM_SIDE_NEW, group) == 1
         && !matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->is_gone;
}

/* Settles at once what nobody could doubt: words said once only, between others of that sort. */
static void
settle_plain (MatchumBlockPairing *self)
{
  for (guint old = 0; old < self->nodes[MATCHUM_SIDE_OLD]->len; old++)
    {
      guint group = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->group;
      guint new;

      if (matchum_block_pairing_count_members (self, MATCHUM_SIDE_NEW, group) != 1)
        continue;
      new = matchum_block_pairing_get_member (self, MATCHUM_SIDE_NEW, group, 0);
      if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate != NONE
          || matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate != NONE || !is_plain (self, old, new)
          || !is_plain (self, old - 1, new - 1) || !is_plain (self, old + 1, new + 1))
        continue;
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate = new;
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate = old;
      matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->likeness =
          matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->likeness = 1;
      push_parents (self, old, new);
    }
}

static void
settle_title (MatchumBlockPairing *self)
{
  guint titles[MATCHUM_N_SIDES] = { NONE, NONE };

  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len && titles[side] == NONE; i++)
      if (matchum_block_pairing_get_node (self, side, i)->block->kind == MATCHUM_BLOCK_TITLE
          && !matchum_block_pairing_get_node (self, side, i)->block->is_gone)
        titles[side] = i;
  if (titles[MATCHUM_SIDE_OLD] != NONE && titles[MATCHUM_SIDE_NEW] != NONE)
    matchum_block_pairing_settle_pair (self, matchum_block_pairing_ensure_pair (self, titles[MATCHUM_SIDE_OLD],
                                                                                titles[MATCHUM_SIDE_NEW]));
}

/* Pairs of the same words; of very many, those at about the same place among them. */
static void
add_same_pairs (MatchumBlockPairing *self, guint group)
{
  guint n_old = matchum_block_pairing_count_members (self, MATCHUM_SIDE_OLD, group),
        n_new = matchum_block_pairing_count_members (self, MATCHUM_SIDE_NEW, group);

  for (guint i = 0; i < n_old; i++)
    {
      guint middle = (guint) ((guint64) i * n_new / n_old), first = 0;
      guint old = matchum_block_pairing_get_member (self, MATCHUM_SIDE_OLD, group, i);

      if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate != NONE)
        continue;
      if (n_new > MATCHUM_PAIRING_MAX_SAME)
        first = MIN (middle > MATCHUM_PAIRING_MAX_SAME / 2 ? middle - MATCHUM_PAIRING_MAX_SAME / 2 : 0,
                     n_new - MATCHUM_PAIRING_MAX_SAME);
      for (guint k = first; k < MIN (first + MATCHUM_PAIRING_MAX_SAME, n_new); k++)
        matchum_block_pairing_ensure_pair (self, old,
                                           matchum_block_pairing_get_member (self, MATCHUM_SIDE_NEW, group, k));
    }
}

static void
add_like_pairs (MatchumBlockPairing *self, guint old)
{
  guint found[MATCHUM_PAIRING_MAX_LIKE];
  guint n;

  if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate != NONE)
    return;
  n = matchum_block_likeness_find (self->likeness, old, found, MATCHUM_PAIRING_MAX_LIKE);
  for (guint i = 0; i < n; i++)
    matchum_block_pairing_ensure_pair (self, old, found[i] - self->nodes[MATCHUM_SIDE_OLD]->len);
}

/* Sections about the same, whatever they are called. */
static void
add_section_pairs (MatchumBlockPairing *self)
{
  guint n = 0;

  for (guint old = 0; old < self->nodes[MATCHUM_SIDE_OLD]->len; old++)
    for (guint new = 0; new < self->nodes[MATCHUM_SIDE_NEW]->len &&n < MAX_SECTION_PAIRS; new ++)
      if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->kind != MATCHUM_BLOCK_SECTION)
        break;
      else if (matchum_block_pairing_is_same_known_section (
                   matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block,
                   matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block))
        {
          matchum_block_pairing_ensure_pair (self, old, new);
          n++;
        }
}

static void
add_pairs (MatchumBlockPairing *self)
{
  for (guint group = 0; group < self->n_groups; group++)
    if (matchum_block_pairing_count_members (self, MATCHUM_SIDE_OLD, group) > 0)
      add_same_pairs (self, group);
  for (guint old = 0; old < self->nodes[MATCHUM_SIDE_OLD]->len; old++)
    add_like_pairs (self, old);
  add_section_pairs (self);
  for (guint old = 0; old < self->nodes[MATCHUM_SIDE_OLD]->len; old++)
    if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate != NONE)
      push_neighbours (self, old, matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->mate);
}

static void
append_node (MatchumBlockPairing *self, guint side, const MatchumMatcherBlock *block)
{
  MatchumPairingNode node = { .block = block,
                              .previous = NONE,
                              .next = NONE,
                              .first_child = NONE,
                              .last_child = NONE,
                              .mate = NONE,
                              .origin = NONE,
                              .first_pair = NONE,
                              .last_pair = NONE,
                              .before = NONE };
  guint index = self->nodes[side]->len;
  guint *first = &self->first_root[side], *last = &self->last_root[side];

  if (block->is_gone)
    {
      g_array_append_val (self->nodes[side], node);
      return;
    }
  if (block->kind == MATCHUM_BLOCK_SECTION)
    self->n_sections[side][MIN (block->section, MATCHUM_SECTION_ACTIVITIES)]++;
  if (block->parent != NONE)
    {
      MatchumPairingNode *parent = matchum_block_pairing_get_node (self, side, block->parent);

      first = &parent->first_child;
      last = &parent->last_child;
      parent->n_children++;
    }
  node.previous = *last;
  if (*last != NONE)
    matchum_block_pairing_get_node (self, side, *last)->next = index;
  else
    *first = index;
  *last = index;
  g_array_append_val (self->nodes[side], node);
}

static void
init_nodes (MatchumBlockPairing *self, guint side, const GArray *blocks)
{
  self->nodes[side] = g_array_sized_new (FALSE, FALSE, sizeof (MatchumPairingNode), blocks->len);
  self->first_root[side] = self->last_root[side] = NONE;
  for (guint i = 0; i < blocks->len; i++)
    append_node (self, side, &g_array_index (blocks, MatchumMatcherBlock, i));
}

static void
init_likeness (MatchumBlockPairing *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      g_ptr_array_add (texts, (gpointer) matchum_block_pairing_get_node (self, side, i)->block->text);
  self->likeness = matchum_block_likeness_new ((const char *const *) texts->pdata, self->nodes[MATCHUM_SIDE_OLD]->len,
                                               self->nodes[MATCHUM_SIDE_NEW]->len);
}

void
matchum_block_pairing_init (MatchumBlockPairing *self, const GArray *old_blocks, const GArray *new_blocks)
{
  *self = (MatchumBlockPairing){ 0 };
  init_nodes (self, MATCHUM_SIDE_OLD, old_blocks);
  init_nodes (self, MATCHUM_SIDE_NEW, new_blocks);
  init_likeness (self);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (MatchumPairingPair));
  self->heap = matchum_pair_heap_new ();
  group_texts (self);
  list_groups (self);
  settle_title (self);
  settle_plain (self);
  add_pairs (self);
  run (self);
}

void
matchum_block_pairing_clear (MatchumBlockPairing *self)
{
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    {
      g_array_unref (self->nodes[side]);
      g_free (self->groups[side]);
      g_free (self->members[side]);
    }
  g_array_unref (self->pairs);
  g_array_unref (self->heap);
  matchum_block_likeness_free (self->likeness);
}
