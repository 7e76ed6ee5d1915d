/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settles what words did not: gaps between neighbours that stayed, parts and copies; and says what is in doubt. */
#include "config.h"

#include "resume/matchum-block-matcher.h"

#include "resume/matchum-block-pairing.h"

#define NONE MATCHUM_BLOCK_NONE

/* So alike is enough to be sure, so alike elsewhere, and so alike where neighbours and parent are the same. */
#define SURE 0.5
#define SURE_MOVED 0.65
#define SURE_IN_PLACE 0.42
/* A block that is that much more like another than like its mate may be the other. */
#define BETTER 0.1
/* A block is from another with more than that share of its words, and a part of it with this one. */
#define ORIGIN 0.45
#define PART 0.7
/* That share of its words is worth telling where they went. */
#define GAIN 0.3
/* Blocks with the same words looked at for one of them. */
#define MAX_TWINS 64

static gboolean
is_heading (MatchumBlockKind kind)
{
  return kind == MATCHUM_BLOCK_SECTION || kind == MATCHUM_BLOCK_ENTRY;
}

/* Order among siblings. */

static guint
get_first_child (MatchumBlockPairing *self, guint side, guint parent)
{
  return parent != NONE ? matchum_block_pairing_get_node (self, side, parent)->first_child : self->first_root[side];
}

/* Marks the children of a new block that stood elsewhere: all but the longest run of them that kept their order. */
static void
mark_moved (MatchumBlockPairing *self, guint parent)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint)); /* last child of the best run of every length */
  guint last = NONE;

  for (guint child = get_first_child (self, MATCHUM_SIDE_NEW, parent); child != NONE;
       child = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, child)->next)
    {
      MatchumPairingNode *node = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, child);
      guint low = 0, high = tops->len;

      node->is_moved = node->mate != NONE;
      node->before = NONE;
      if (node->mate == NONE || !matchum_block_pairing_stand_together (self, node->mate, child))
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, g_array_index (tops, guint, middle))->mate
              < node->mate)
            low = middle + 1;
          else
            high = middle;
        }
      node->before = low > 0 ? g_array_index (tops, guint, low - 1) : NONE;
      if (low == tops->len)
        g_array_append_val (tops, child);
      else
        g_array_index (tops, guint, low) = child;
    }
  if (tops->len > 0)
    last = g_array_index (tops, guint, tops->len - 1);
  for (; last != NONE; last = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, last)->before)
    matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, last)->is_moved = FALSE;
}

/* Parts and copies. */

/* Whether a block stands right beside the mate of one of the other side. */
static gboolean
is_beside_mate (MatchumBlockPairing *self, guint side, guint index, guint other)
{
  guint mate = matchum_block_pairing_get_node (self, !side, other)->mate;

  return mate != NONE && (mate == index + 1 || index == mate + 1)
         && matchum_block_pairing_get_node (self, side, mate)->block->kind
                == matchum_block_pairing_get_node (self, side, index)->block->kind;
}

/* How much of an old block's words a paired new one holds that did not hold them before. */
static double
get_gain (MatchumBlockPairing *self, guint old, guint new)
{
  guint before = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate;

  if (before == NONE || before == old)
    return 0;
  return matchum_block_likeness_get_share (self->likeness, old,
                                           matchum_block_pairing_get_text (self, MATCHUM_SIDE_NEW, new))
         - matchum_block_likeness_get_share (self->likeness, old, before);
}

/* Whether other, on the other side, may be where the words of an open block are from or went: what said the same before
 * is not. */
static gboolean
is_possible_origin (MatchumBlockPairing *self, guint side, guint index, guint other)
{
  const MatchumPairingNode *node = matchum_block_pairing_get_node (self, !side, other);

  return side == MATCHUM_SIDE_NEW || node->mate == NONE || (node->likeness < 1 && get_gain (self, index, other) > GAIN);
}

/* What the nearest of the blocks of the same side that say the same is on the other side, or NONE. */
static guint
find_twin (MatchumBlockPairing *self, guint side, guint index)
{
  guint group = matchum_block_pairing_get_node (self, side, index)->group;
  guint twin = NONE, nearest = G_MAXUINT;

  for (guint i = 0; i < MIN (matchum_block_pairing_count_members (self, side, group), MAX_TWINS); i++)
    {
      guint member = matchum_block_pairing_get_member (self, side, group, i);
      guint mate = matchum_block_pairing_get_node (self, side, member)->mate;
      guint distance = MAX (member, index) - MIN (member, index);

      if (mate == NONE || distance >= nearest)
        continue;
      nearest = distance;
      twin = mate;
    }
  return twin;
}

/* The block of the other side that the words of an open one are from or went into, or NONE. A few words say so only
 * beside the rest. */
static guint
find_origin (MatchumBlockPairing *self, guint side, guint index)
{
  const MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, index);
  guint found[MATCHUM_PAIRING_MAX_LIKE];
  gboolean is_short = matchum_block_pairing_get_size (self, side, index) < MATCHUM_PAIRING_MIN_SIZE;
  double best = ORIGIN;
  guint origin = side == MATCHUM_SIDE_NEW ? find_twin (self, side, index) : NONE;
  guint n;

  if (origin != NONE)
    return origin;
  for (guint i = 0; i < MIN (matchum_block_pairing_count_members (self, !side, node->group), MATCHUM_PAIRING_MAX_SAME);
       i++)
    if (is_possible_origin (self, side, index, matchum_block_pairing_get_member (self, !side, node->group, i)))
      return matchum_block_pairing_get_member (self, !side, node->group, i);
  n = matchum_block_likeness_find (self->likeness, matchum_block_pairing_get_text (self, side, index), found,
                                   MATCHUM_PAIRING_MAX_LIKE);
  for (guint i = 0; i < n; i++)
    {
      guint other = found[i] - (side == MATCHUM_SIDE_OLD ? self->nodes[MATCHUM_SIDE_OLD]->len : 0);
      gboolean is_beside = is_beside_mate (self, side, index, other);
      double share = matchum_block_likeness_get_share (self->likeness,
                                                       matchum_block_pairing_get_text (self, side, index), found[i])
                     + (is_beside ? 0.1 : 0);

      if (share <= best || (is_short && !is_beside) || !is_possible_origin (self, side, index, other))
        continue;
      best = share;
      origin = other;
    }
  return origin;
}

/* Gaps: between neighbours that stayed, as many blocks as there were, with other words. */

static gboolean
are_of_a_sort (MatchumBlockPairing *self, guint old, guint new)
{
  MatchumBlockKind before = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old)->block->kind,
                   after = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->block->kind;

  return is_heading (before) == is_heading (after)
         && (before == MATCHUM_BLOCK_REMARK) == (after == MATCHUM_BLOCK_REMARK);
}

static void
settle_gap (MatchumBlockPairing *self, GArray *olds, GArray *news)
{
  if (olds->len != news->len)
    return;
  for (guint i = 0; i < olds->len; i++)
    if (!are_of_a_sort (self, g_array_index (olds, guint, i), g_array_index (news, guint, i)))
      return;
  for (guint i = 0; i < olds->len; i++)
    matchum_block_pairing_settle_pair (self, matchum_block_pairing_ensure_pair (self, g_array_index (olds, guint, i),
                                                                                g_array_index (news, guint, i)));
}

/* Collects the open siblings from index on up to end, or of the new side, up to one that stayed; returns that. A block
 * whose words are elsewhere too did not get others. */
static guint
collect_open (MatchumBlockPairing *self, guint side, guint index, guint end, GArray *open)
{
  g_array_set_size (open, 0);
  for (; index != end && index != NONE; index = matchum_block_pairing_get_node (self, side, index)->next)
    {
      const MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, index);

      if (node->mate == NONE && find_origin (self, side, index) == NONE)
        g_array_append_val (open, index);
      else if (side == MATCHUM_SIDE_NEW && node->mate != NONE && !node->is_moved)
        break;
    }
  return index;
}

static void
fill_gaps (MatchumBlockPairing *self, guint parent)
{
  g_autoptr (GArray) olds = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (guint));
  guint old =
      get_first_child (self, MATCHUM_SIDE_OLD,
                       parent != NONE ? matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, parent)->mate : NONE);
  guint new = get_first_child (self, MATCHUM_SIDE_NEW, parent);

  mark_moved (self, parent);
  while (new != NONE || old != NONE)
    {
      guint stop = collect_open (self, MATCHUM_SIDE_NEW, new, NONE, news);
      guint end = stop != NONE ? matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, stop)->mate : NONE;

      collect_open (self, MATCHUM_SIDE_OLD, old, end, olds);
      settle_gap (self, olds, news);
      if (stop == NONE)
        break;
      new = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, stop)->next;
      old = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, end)->next;
    }
  matchum_block_pairing_run_queue (self);
}

/* Where whole is divided into part and other, or was put together from them, the larger one is the same block. */
static gboolean
is_larger_part (MatchumBlockPairing *self, guint part, guint other, guint whole)
{
  guint n_part, n_other;

  if (matchum_block_likeness_get_share (self->likeness, part, whole) < PART
      || matchum_block_likeness_get_share (self->likeness, other, whole) < PART)
    return FALSE;
  n_part = matchum_block_likeness_count_shared (self->likeness, part, whole);
  n_other = matchum_block_likeness_count_shared (self->likeness, other, whole);
  return n_part > n_other && n_part + n_other <= matchum_block_likeness_get_size (self->likeness, whole) * 1.2;
}

/* Gives the mate of an open block's origin to the open block where that is the larger part. */
static void
exchange (MatchumBlockPairing *self, guint side, guint index)
{
  MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, index), *whole, *other;
  guint part;

  if (node->origin == NONE)
    return;
  whole = matchum_block_pairing_get_node (self, !side, node->origin);
  part = whole->mate;
  if (part == NONE || matchum_block_pairing_get_node (self, side, part)->likeness >= 1
      || !is_larger_part (self, matchum_block_pairing_get_text (self, side, index),
                          matchum_block_pairing_get_text (self, side, part),
                          matchum_block_pairing_get_text (self, !side, node->origin)))
    return;
  other = matchum_block_pairing_get_node (self, side, part);
  node->mate = node->origin;
  node->likeness = whole->likeness =
      matchum_block_likeness_compare (self->likeness, matchum_block_pairing_get_text (self, side, index),
                                      matchum_block_pairing_get_text (self, !side, node->origin));
  whole->mate = index;
  other->origin = node->origin;
  other->mate = node->origin = NONE;
}

static void
find_origins (MatchumBlockPairing *self)
{
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      if (matchum_block_pairing_get_node (self, side, i)->mate == NONE)
        {
          matchum_block_pairing_get_node (self, side, i)->origin = find_origin (self, side, i);
          exchange (self, side, i);
        }
}

/* A block that took in a good part of the words of another is told of it, also where the other kept them. */
static void
find_gain (MatchumBlockPairing *self, guint new)
{
  MatchumPairingNode *node = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new);
  double best = GAIN;
  guint found[MATCHUM_PAIRING_MAX_LIKE];
  guint n;

  if (node->mate == NONE || node->likeness >= 1
      || matchum_block_likeness_get_share (self->likeness, matchum_block_pairing_get_text (self, MATCHUM_SIDE_NEW, new),
                                           node->mate)
             > 1 - GAIN / 2)
    return;
  n = matchum_block_likeness_find (self->likeness, matchum_block_pairing_get_text (self, MATCHUM_SIDE_NEW, new), found,
                                   MATCHUM_PAIRING_MAX_LIKE);
  for (guint i = 0; i < n; i++)
    {
      double gain = get_gain (self, found[i], new);

      if (gain <= best)
        continue;
      best = gain;
      node->origin = found[i];
    }
}

/* The result. */

/* Whether a new block stands under and between the same ones as its mate did. */
static gboolean
is_still (MatchumBlockPairing *self, guint new)
{
  guint old = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->mate;

  return !matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->is_moved
         && matchum_block_pairing_stand_together (self, old, new)
         && matchum_block_pairing_compare_siblings (self, old, new, FALSE) > 0
         && matchum_block_pairing_compare_siblings (self, old, new, TRUE) > 0;
}

/* Counts the blocks with the same words, as they were and as they are, that stand where they stood with these very
 * words, and those that stand elsewhere. */
static void
count_still (MatchumBlockPairing *self, guint group, guint *n_still, guint *n_moved)
{
  *n_still = *n_moved = 0;
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < matchum_block_pairing_count_members (self, side, group); i++)
      {
        guint member = matchum_block_pairing_get_member (self, side, group, i);
        guint mate = matchum_block_pairing_get_node (self, side, member)->mate;

        if (mate == NONE)
          continue;
        if (!is_still (self, side == MATCHUM_SIDE_NEW ? member : mate))
          ++*n_moved;
        else if (matchum_block_pairing_get_node (self, !side, mate)->group == group)
          ++*n_still;
      }
}

static void
mark_group (MatchumBlockPairing *self, guint group, gboolean is_ambiguous)
{
  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < matchum_block_pairing_count_members (self, side, group); i++)
      matchum_block_pairing_get_node (self, side, matchum_block_pairing_get_member (self, side, group, i))
          ->is_ambiguous = is_ambiguous;
}

/* Of several that say the same, one that moved might be any of them; where none did, it is clear which is which. */
static void
settle_doubts (MatchumBlockPairing *self)
{
  for (guint group = 0; group < self->n_groups; group++)
    {
      guint n_old = matchum_block_pairing_count_members (self, MATCHUM_SIDE_OLD, group),
            n_new = matchum_block_pairing_count_members (self, MATCHUM_SIDE_NEW, group);
      guint n_still, n_moved;

      if (MAX (n_old, n_new) < 2)
        continue;
      count_still (self, group, &n_still, &n_moved);
      if (n_moved > 0)
        mark_group (self, group, TRUE);
      else if (n_old == n_new && n_still == n_old + n_new)
        mark_group (self, group, FALSE);
    }
}

/* The old block whose words those of a paired new one are by far more than its mate's, or NONE. */
static guint
find_better (MatchumBlockPairing *self, guint new)
{
  const MatchumPairingNode *node = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new);

  if (node->mate == NONE || node->best <= node->likeness + BETTER)
    return NONE;
  for (guint i = node->first_pair; i != NONE; i = matchum_block_pairing_get_pair (self, i)->next[MATCHUM_SIDE_NEW])
    if (matchum_block_pairing_get_pair (self, i)->likeness > node->likeness + BETTER)
      return matchum_block_pairing_get_pair (self, i)->nodes[MATCHUM_SIDE_OLD];
  return NONE;
}

/* Whether each is the only section about what both are about. */
static gboolean
is_only_section (MatchumBlockPairing *self, const MatchumMatcherBlock *old, const MatchumMatcherBlock *new)
{
  return matchum_block_pairing_is_same_known_section (old, new) && self->n_sections[MATCHUM_SIDE_OLD][old->section] == 1
         && self->n_sections[MATCHUM_SIDE_NEW][new->section] == 1;
}

static gboolean
is_certain (MatchumBlockPairing *self, guint old, guint new)
{
  const MatchumPairingNode *before = matchum_block_pairing_get_node (self, MATCHUM_SIDE_OLD, old),
                           *after = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new);
  guint pair = matchum_block_pairing_ensure_pair (self, old, new);

  if (before->block->kind == MATCHUM_BLOCK_TITLE && after->block->kind == MATCHUM_BLOCK_TITLE)
    return TRUE;
  if (before->is_ambiguous || after->is_ambiguous || MAX (before->best, after->best) > after->likeness + BETTER)
    return FALSE;
  if (after->likeness >= (after->is_moved ? SURE_MOVED : SURE) || is_only_section (self, before->block, after->block))
    return TRUE;
  if (is_heading (before->block->kind) && matchum_block_pairing_get_pair (self, pair)->n_children >= 2
      && matchum_block_pairing_get_share_of_children (self, matchum_block_pairing_get_pair (self, pair)) >= 0.5)
    return TRUE;
  return after->likeness >= SURE_IN_PLACE && matchum_block_pairing_stand_together (self, old, new)
         && matchum_block_pairing_compare_neighbours (self, old, new, FALSE) > 0
         && matchum_block_pairing_compare_neighbours (self, old, new, TRUE) > 0;
}

static GArray *
collect_matches (MatchumBlockPairing *self)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MatchumMatcherMatch));

  for (guint side = 0; side < MATCHUM_N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      {
        const MatchumPairingNode *node = matchum_block_pairing_get_node (self, side, i);
        MatchumMatcherMatch match = { .mate = node->mate, .origin = node->origin, .likeness = node->likeness };

        if (node->mate != NONE)
          {
            guint old = side == MATCHUM_SIDE_OLD ? i : node->mate, new = side == MATCHUM_SIDE_OLD ? node->mate : i;

            if (side == MATCHUM_SIDE_NEW && find_better (self, new) != NONE)
              match.origin = find_better (self, new);
            match.is_certain = is_certain (self, old, new);
            match.is_moved = matchum_block_pairing_get_node (self, MATCHUM_SIDE_NEW, new)->is_moved;
          }
        g_array_append_val (matches, match);
      }
  return matches;
}

GArray *
matchum_block_matcher_run (const GArray *old_blocks, const GArray *new_blocks)
{
  MatchumBlockPairing self;
  GArray *matches;

  matchum_block_pairing_init (&self, old_blocks, new_blocks);
  fill_gaps (&self, NONE);
  for (guint i = 0; i < new_blocks->len; i++)
    if (matchum_block_pairing_get_node (&self, MATCHUM_SIDE_NEW, i)->mate != NONE)
      fill_gaps (&self, i);
  find_origins (&self);
  for (guint i = 0; i < new_blocks->len; i++)
    find_gain (&self, i);
  mark_moved (&self, NONE);
  for (guint i = 0; i < new_blocks->len; i++)
    mark_moved (&self, i);
  settle_doubts (&self);
  matches = collect_matches (&self);
  matchum_block_pairing_clear (&self);
  return matches;
}
