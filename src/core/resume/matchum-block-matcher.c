/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs blocks best first: by their words and by what around them is already paired, so that every pair found makes
 * its neighbours, parents and children easier to tell. */
#include "config.h"

#include "resume/matchum-block-matcher.h"

#include <string.h>

#include "resume/matchum-block-likeness.h"

#define NONE MATCHUM_BLOCK_NONE

/* Blocks of like words looked at for one block. */
#define MAX_LIKE 8
/* Of several blocks with the same words, those at about the same place are looked at. */
#define MAX_SAME 12
/* Blocks that may have come or gone between two neighbours that stayed. */
#define MAX_SKIPPED 4
/* Two pairs whose scores differ by less can't be told apart; where all have the same words, only place tells. */
#define MARGIN 0.03
#define MARGIN_SAME 0.08
/* A block that is that much more like another than like its mate may be the other. */
#define BETTER 0.1
/* A block is from another with more than that share of its words, and a part of it with this one. */
#define ORIGIN 0.45
#define PART 0.7
/* That share of its words is worth telling where they went. */
#define GAIN 0.3
#define MAX_ROUNDS 4
#define MAX_SECTION_PAIRS 1000
/* Fewer runs of letters say little wherever they stand. */
#define MIN_SIZE 6

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

enum {
  OLD,
  NEW,
  N_SIDES,
};

typedef struct {
  const MatchumMatcherBlock *block;
  guint group;    /* the same for the same words */
  double rank;    /* place among the blocks with the same words, 0 to 1 */
  guint previous; /* sibling, or NONE */
  guint next;
  guint first_child;
  guint last_child;
  guint n_children;
  guint mate;
  guint origin;
  guint first_pair; /* of the pairs it is part of */
  guint last_pair;
  double best; /* likeness of the pairs it is part of, and the second best */
  double second;
  double likeness;
  gboolean is_ambiguous;
  gboolean is_moved;
  guint before; /* in the longest run of siblings that kept their order */
} Node;

typedef struct {
  guint nodes[N_SIDES];
  double likeness;
  guint n_children;    /* children of one that are paired with children of the other */
  guint next[N_SIDES]; /* pair of the same node, or NONE */
} Pair;

typedef struct {
  double score;
  guint pair;
} HeapEntry;

typedef struct {
  GArray *nodes[N_SIDES]; /* of Node */
  guint first_root[N_SIDES];
  guint last_root[N_SIDES];
  MatchumBlockLikeness *likeness;
  guint n_groups;
  guint *groups[N_SIDES]; /* n_groups + 1: where every group begins in members */
  guint *members[N_SIDES];
  GArray *pairs; /* of Pair */
  GArray *heap;  /* of HeapEntry, the greatest on top */
} Matcher;

static Node *
get_node (Matcher *self, guint side, guint index)
{
  return &g_array_index (self->nodes[side], Node, index);
}

static Pair *
get_pair (Matcher *self, guint index)
{
  return &g_array_index (self->pairs, Pair, index);
}

/* Number of a block's text in the index of likeness. */
static guint
get_text (Matcher *self, guint side, guint index)
{
  return side == OLD ? index : self->nodes[OLD]->len + index;
}

static guint
get_size (Matcher *self, guint side, guint index)
{
  return matchum_block_likeness_get_size (self->likeness, get_text (self, side, index));
}

static gboolean
is_heading (MatchumBlockKind kind)
{
  return kind == MATCHUM_BLOCK_SECTION || kind == MATCHUM_BLOCK_ENTRY;
}

/* The heap. */

static gboolean
is_before (const HeapEntry *a, const HeapEntry *b)
{
  if (a->score > b->score || a->score < b->score)
    return a->score > b->score;
  return a->pair < b->pair;
}

static void
push_entry (GArray *heap, HeapEntry entry)
{
  guint at = heap->len;

  g_array_append_val (heap, entry);
  while (at > 0)
    {
      HeapEntry *above = &g_array_index (heap, HeapEntry, (at - 1) / 2);

      if (!is_before (&entry, above))
        break;
      g_array_index (heap, HeapEntry, at) = *above;
      at = (at - 1) / 2;
    }
  g_array_index (heap, HeapEntry, at) = entry;
}

static HeapEntry
pop_entry (GArray *heap)
{
  HeapEntry top = g_array_index (heap, HeapEntry, 0);
  HeapEntry last = g_array_index (heap, HeapEntry, heap->len - 1);
  guint at = 0;

  g_array_set_size (heap, heap->len - 1);
  if (heap->len == 0)
    return top;
  for (guint below = 1; below < heap->len; below = at * 2 + 1)
    {
      if (below + 1 < heap->len
          && is_before (&g_array_index (heap, HeapEntry, below + 1), &g_array_index (heap, HeapEntry, below)))
        below++;
      if (!is_before (&g_array_index (heap, HeapEntry, below), &last))
        break;
      g_array_index (heap, HeapEntry, at) = g_array_index (heap, HeapEntry, below);
      at = below;
    }
  g_array_index (heap, HeapEntry, at) = last;
  return top;
}

/* What the surroundings say. */

static gboolean
are_mates (Matcher *self, guint old, guint new)
{
  return get_node (self, OLD, old)->mate == new;
}

/* Both stand at the top, or under blocks that are the same. */
static gboolean
stand_together (Matcher *self, guint old, guint new)
{
  guint above = get_node (self, OLD, old)->block->parent;
  guint below = get_node (self, NEW, new)->block->parent;

  if (get_node (self, OLD, old)->block->is_gone)
    return FALSE;
  if (above == NONE || below == NONE)
    return above == below;
  return are_mates (self, above, below);
}

/* The next sibling that also stands beside other on the other side; skips those that came, went or moved away. */
static guint
find_neighbour (Matcher *self, guint side, guint index, guint other, gboolean is_after, guint *n_skipped)
{
  guint parent = get_node (self, !side, other)->block->parent;

  *n_skipped = 0;
  while (*n_skipped <= MAX_SKIPPED)
    {
      const Node *node = get_node (self, side, index);

      index = is_after ? node->next : node->previous;
      if (index == NONE)
        return NONE;
      node = get_node (self, side, index);
      if (node->mate != NONE && get_node (self, !side, node->mate)->block->parent == parent)
        return index;
      ++*n_skipped;
    }
  return index;
}

static double
compare_siblings (Matcher *self, guint old, guint new, gboolean is_after)
{
  guint skipped[N_SIDES];
  guint before = find_neighbour (self, OLD, old, new, is_after, &skipped[OLD]);
  guint after = find_neighbour (self, NEW, new, old, is_after, &skipped[NEW]);

  if (skipped[OLD] > MAX_SKIPPED || skipped[NEW] > MAX_SKIPPED)
    return 0;
  if (before == NONE || after == NONE)
    {
      if (before != after || !stand_together (self, old, new))
        return 0;
    }
  else if (!are_mates (self, before, after))
    return 0;
  return skipped[OLD] + skipped[NEW] == 0 ? WEIGHT_NEIGHBOUR : WEIGHT_NEAR;
}

/* Siblings count, and so does what stands before and after in the document, whatever the two are to each other. */
static double
compare_neighbours (Matcher *self, guint old, guint new, gboolean is_after)
{
  double weight = compare_siblings (self, old, new, is_after);
  gboolean is_edge =
      is_after ? old + 1 >= self->nodes[OLD]->len || new + 1 >= self->nodes[NEW]->len : old == 0 || new == 0;

  if (weight < WEIGHT_NEAR && !is_edge && are_mates (self, is_after ? old + 1 : old - 1, is_after ? new + 1 : new - 1))
    return WEIGHT_NEAR;
  return weight;
}

static double
get_share_of_children (Matcher *self, const Pair *pair)
{
  guint n = get_node (self, OLD, pair->nodes[OLD])->n_children + get_node (self, NEW, pair->nodes[NEW])->n_children;

  return n > 0 ? 2.0 * pair->n_children / n : 0;
}

static gboolean
is_same_known_section (const MatchumMatcherBlock *old, const MatchumMatcherBlock *new)
{
  return old->kind == MATCHUM_BLOCK_SECTION && new->kind == MATCHUM_BLOCK_SECTION && old->section == new->section
         && old->section != MATCHUM_SECTION_OTHER;
}

/* What the place of the two says, without their words. */
static double
get_context (Matcher *self, const Pair *pair)
{
  guint old = pair->nodes[OLD], new = pair->nodes[NEW];
  const MatchumMatcherBlock *before = get_node (self, OLD, old)->block;
  const MatchumMatcherBlock *after = get_node (self, NEW, new)->block;
  double context = before->kind == after->kind ? WEIGHT_KIND : 0;

  if (before->section == after->section)
    context += WEIGHT_SECTION;
  if (before->is_gone)
    return context;
  if (is_same_known_section (before, after))
    context += WEIGHT_SECTION_KIND;
  if (stand_together (self, old, new))
    context += WEIGHT_PARENT;
  context += compare_neighbours (self, old, new, FALSE) * (1 + WEIGHT_FIRST);
  context += compare_neighbours (self, old, new, TRUE);
  return context + WEIGHT_CHILDREN * get_share_of_children (self, pair);
}

static double
get_ambiguity (const Node *node)
{
  return MAX (0, 1 - (node->best - node->second) / 0.2);
}

/* How far apart the two stand. */
static double
get_distance (Matcher *self, const Pair *pair)
{
  const Node *old = get_node (self, OLD, pair->nodes[OLD]);
  const Node *new = get_node (self, NEW, pair->nodes[NEW]);

  if (old->group == new->group)
    return ABS (old->rank - new->rank);
  return ABS ((double) pair->nodes[OLD] / self->nodes[OLD]->len - (double) pair->nodes[NEW] / self->nodes[NEW]->len);
}

/* The order in which pairs are settled: those that nothing else competes with come first, and of equals those at about
 * the same place. */
static double
get_rank (Matcher *self, const Pair *pair)
{
  const Node *old = get_node (self, OLD, pair->nodes[OLD]);
  const Node *new = get_node (self, NEW, pair->nodes[NEW]);

  return pair->likeness + get_context (self, pair) - WEIGHT_AMBIGUOUS * MAX (get_ambiguity (old), get_ambiguity (new))
         - WEIGHT_PLACE * get_distance (self, pair);
}

/* Candidates. */

static gboolean
is_open (Matcher *self, const Pair *pair)
{
  return get_node (self, OLD, pair->nodes[OLD])->mate == NONE && get_node (self, NEW, pair->nodes[NEW])->mate == NONE;
}

static void
push_pair (Matcher *self, guint index)
{
  const Pair *pair = get_pair (self, index);
  HeapEntry entry = { 0, index };

  if (!is_open (self, pair))
    return;
  entry.score = get_rank (self, pair);
  push_entry (self->heap, entry);
}

static void
push_pairs_of (Matcher *self, guint old)
{
  if (old == NONE || get_node (self, OLD, old)->mate != NONE)
    return;
  for (guint i = get_node (self, OLD, old)->first_pair; i != NONE; i = get_pair (self, i)->next[OLD])
    push_pair (self, i);
}

static guint
find_pair (Matcher *self, guint old, guint new)
{
  for (guint i = get_node (self, OLD, old)->first_pair; i != NONE; i = get_pair (self, i)->next[OLD])
    if (get_pair (self, i)->nodes[NEW] == new)
      return i;
  return NONE;
}

static void
note_likeness (Node *node, double likeness)
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
static guint
ensure_pair (Matcher *self, guint old, guint new)
{
  Node *before = get_node (self, OLD, old), *after = get_node (self, NEW, new);
  Pair pair = { { old, new }, 1, 0, { NONE, NONE } };
  guint index = find_pair (self, old, new);

  if (index != NONE)
    return index;
  if (before->group != after->group)
    pair.likeness = 0.99 * matchum_block_likeness_compare (self->likeness, old, get_text (self, NEW, new));
  index = self->pairs->len;
  g_array_append_val (self->pairs, pair);
  for (guint side = 0; side < N_SIDES; side++)
    {
      Node *node = get_node (self, side, pair.nodes[side]);

      if (node->last_pair == NONE)
        node->first_pair = index;
      else
        get_pair (self, node->last_pair)->next[side] = index;
      node->last_pair = index;
    }
  note_likeness (before, pair.likeness);
  note_likeness (after, pair.likeness);
  return index;
}

/* A pair that stands to reason by its place. */
static void
suggest (Matcher *self, guint old, guint new)
{
  if (old >= self->nodes[OLD]->len || new >= self->nodes[NEW]->len)
    return;
  if (get_node (self, OLD, old)->mate == NONE && get_node (self, NEW, new)->mate == NONE)
    push_pair (self, ensure_pair (self, old, new));
}

/* The pairs of the children of old and new, now that these are the same. */
static void
push_children (Matcher *self, guint old, guint new)
{
  for (guint child = get_node (self, OLD, old)->first_child; child != NONE; child = get_node (self, OLD, child)->next)
    {
      if (get_node (self, OLD, child)->mate != NONE)
        continue;
      for (guint i = get_node (self, OLD, child)->first_pair; i != NONE; i = get_pair (self, i)->next[OLD])
        if (get_node (self, NEW, get_pair (self, i)->nodes[NEW])->block->parent == new)
          push_pair (self, i);
    }
  suggest (self, get_node (self, OLD, old)->first_child, get_node (self, NEW, new)->first_child);
  suggest (self, get_node (self, OLD, old)->last_child, get_node (self, NEW, new)->last_child);
}

static void
push_neighbours (Matcher *self, guint old, guint new)
{
  const Node before = *get_node (self, OLD, old), after = *get_node (self, NEW, new);

  suggest (self, before.previous, after.previous);
  suggest (self, before.next, after.next);
  suggest (self, old - 1, new - 1);
  suggest (self, old + 1, new + 1);
  push_pairs_of (self, before.previous);
  push_pairs_of (self, before.next);
}

static void
push_parents (Matcher *self, guint old, guint new)
{
  guint above = get_node (self, OLD, old)->block->parent;
  guint below = get_node (self, NEW, new)->block->parent;
  guint pair;

  if (above == NONE || below == NONE)
    return;
  pair = ensure_pair (self, above, below);
  get_pair (self, pair)->n_children++;
  push_pair (self, pair);
}

static void
settle (Matcher *self, guint old, guint new, double likeness)
{
  get_node (self, OLD, old)->mate = new;
  get_node (self, NEW, new)->mate = old;
  get_node (self, NEW, new)->likeness = get_node (self, OLD, old)->likeness = likeness;
  if (get_node (self, OLD, old)->block->is_gone)
    return;
  push_parents (self, old, new);
  push_children (self, old, new);
  push_neighbours (self, old, new);
}

/* Deciding. */

/* Whether words and place together say enough. */
static gboolean
is_acceptable (Matcher *self, const Pair *pair)
{
  guint old = pair->nodes[OLD], new = pair->nodes[NEW];
  double likeness = pair->likeness, around;
  guint size = MIN (get_size (self, OLD, old), get_size (self, NEW, new));

  if (get_node (self, OLD, old)->block->is_gone)
    return likeness >= 0.8 && size >= MIN_SIZE;
  around = compare_neighbours (self, old, new, FALSE) + compare_neighbours (self, old, new, TRUE);
  if (stand_together (self, old, new))
    around += WEIGHT_PARENT;
  if (likeness >= 1)
    return size > 0 || around >= WEIGHT_PARENT;
  if (get_share_of_children (self, pair) >= 0.5
      && is_heading (get_node (self, OLD, old)->block->kind) == is_heading (get_node (self, NEW, new)->block->kind))
    return TRUE;
  if (is_same_known_section (get_node (self, OLD, old)->block, get_node (self, NEW, new)->block))
    return TRUE;
  if (around >= WEIGHT_PARENT + 2 * WEIGHT_NEAR)
    return likeness >= 0.15;
  if (around >= WEIGHT_PARENT)
    return likeness >= 0.3;
  return likeness >= (size >= MIN_SIZE ? 0.4 : 0.7);
}

/* Whether another open pair of either block is as good as this one. Whatever is paired then with the other block of
 * that one is in doubt too. */
static gboolean
note_rivals (Matcher *self, guint index)
{
  const Pair *pair = get_pair (self, index);
  double score = pair->likeness + get_context (self, pair);
  gboolean has_rival = FALSE;

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = get_node (self, side, pair->nodes[side])->first_pair; i != NONE; i = get_pair (self, i)->next[side])
      {
        const Pair *other = get_pair (self, i);
        double margin = ABS (pair->likeness - other->likeness) < 1e-9 ? MARGIN_SAME : MARGIN;

        if (i == index || !is_open (self, other) || other->likeness + get_context (self, other) <= score - margin)
          continue;
        get_node (self, !side, other->nodes[!side])->is_ambiguous = TRUE;
        has_rival = TRUE;
      }
  return has_rival;
}

static void
settle_pair (Matcher *self, guint index)
{
  const Pair pair = *get_pair (self, index);

  if (note_rivals (self, index))
    get_node (self, NEW, pair.nodes[NEW])->is_ambiguous = TRUE;
  settle (self, pair.nodes[OLD], pair.nodes[NEW], pair.likeness);
}

/* Scores change while pairs wait; one that is not what it was is put back where it belongs. */
static void
run_queue (Matcher *self)
{
  while (self->heap->len > 0)
    {
      HeapEntry entry = pop_entry (self->heap);
      const Pair *pair = get_pair (self, entry.pair);
      double score;

      if (!is_open (self, pair))
        continue;
      score = get_rank (self, pair);
      if (ABS (score - entry.score) > 1e-9)
        push_entry (self->heap, (HeapEntry){ score, entry.pair });
      else if (is_acceptable (self, pair))
        settle_pair (self, entry.pair);
    }
}

/* What was not acceptable may have become so by what was settled around it. */
static void
run (Matcher *self)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      guint n_pairs = self->pairs->len;

      for (guint i = 0; i < n_pairs; i++)
        push_pair (self, i);
      if (self->heap->len == 0)
        return;
      run_queue (self);
    }
}

/* Blocks with the same words. */

static void
group_texts (Matcher *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      {
        Node *node = get_node (self, side, i);
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
list_groups (Matcher *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      guint *firsts = g_new0 (guint, self->n_groups + 2);

      for (guint i = 0; i < self->nodes[side]->len; i++)
        firsts[get_node (self, side, i)->group + 2]++;
      for (guint i = 2; i < self->n_groups + 2; i++)
        firsts[i] += firsts[i - 1];
      self->members[side] = g_new (guint, self->nodes[side]->len + 1);
      for (guint i = 0; i < self->nodes[side]->len; i++)
        self->members[side][firsts[get_node (self, side, i)->group + 1]++] = i;
      self->groups[side] = firsts;
      for (guint i = 0; i < self->nodes[side]->len; i++)
        {
          Node *node = get_node (self, side, self->members[side][i]);

          node->rank = (double) (i - firsts[node->group]) / (firsts[node->group + 1] - firsts[node->group]);
        }
    }
}

static guint
count_members (Matcher *self, guint side, guint group)
{
  return self->groups[side][group + 1] - self->groups[side][group];
}

static guint
get_member (Matcher *self, guint side, guint group, guint index)
{
  return self->members[side][self->groups[side][group] + index];
}

/* The only ones that say it. */
static gboolean
is_plain (Matcher *self, guint old, guint new)
{
  guint group;

  if (old >= self->nodes[OLD]->len || new >= self->nodes[NEW]->len)
    return old >= self->nodes[OLD]->len && new >= self->nodes[NEW]->len;
  group = get_node (self, OLD, old)->group;
  return group == get_node (self, NEW, new)->group && count_members (self, OLD, group) == 1
         && count_members (self, NEW, group) == 1 && !get_node (self, OLD, old)->block->is_gone;
}

/* Settles at once what nobody could doubt: words said once only, between others of that sort. */
static void
settle_plain (Matcher *self)
{
  for (guint old = 0; old < self->nodes[OLD]->len; old++)
    {
      guint group = get_node (self, OLD, old)->group;
      guint new;

      if (count_members (self, NEW, group) != 1)
        continue;
      new = get_member (self, NEW, group, 0);
      if (get_node (self, NEW, new)->mate != NONE || get_node (self, OLD, old)->mate != NONE
          || !is_plain (self, old, new) || !is_plain (self, old - 1, new - 1) || !is_plain (self, old + 1, new + 1))
        continue;
      get_node (self, OLD, old)->mate = new;
      get_node (self, NEW, new)->mate = old;
      get_node (self, OLD, old)->likeness = get_node (self, NEW, new)->likeness = 1;
      push_parents (self, old, new);
    }
}

static void
settle_title (Matcher *self)
{
  guint titles[N_SIDES] = { NONE, NONE };

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len && titles[side] == NONE; i++)
      if (get_node (self, side, i)->block->kind == MATCHUM_BLOCK_TITLE && !get_node (self, side, i)->block->is_gone)
        titles[side] = i;
  if (titles[OLD] != NONE && titles[NEW] != NONE)
    settle_pair (self, ensure_pair (self, titles[OLD], titles[NEW]));
}

/* Pairs of the same words; of very many, those at about the same place among them. */
static void
add_same_pairs (Matcher *self, guint group)
{
  guint n_old = count_members (self, OLD, group), n_new = count_members (self, NEW, group);

  for (guint i = 0; i < n_old; i++)
    {
      guint middle = (guint) ((guint64) i * n_new / n_old), first = 0;
      guint old = get_member (self, OLD, group, i);

      if (get_node (self, OLD, old)->mate != NONE)
        continue;
      if (n_new > MAX_SAME)
        first = MIN (middle > MAX_SAME / 2 ? middle - MAX_SAME / 2 : 0, n_new - MAX_SAME);
      for (guint k = first; k < MIN (first + MAX_SAME, n_new); k++)
        ensure_pair (self, old, get_member (self, NEW, group, k));
    }
}

static void
add_like_pairs (Matcher *self, guint old)
{
  guint found[MAX_LIKE];
  guint n;

  if (get_node (self, OLD, old)->mate != NONE)
    return;
  n = matchum_block_likeness_find (self->likeness, old, found, MAX_LIKE);
  for (guint i = 0; i < n; i++)
    ensure_pair (self, old, found[i] - self->nodes[OLD]->len);
}

/* Sections about the same, whatever they are called. */
static void
add_section_pairs (Matcher *self)
{
  guint n = 0;

  for (guint old = 0; old < self->nodes[OLD]->len; old++)
    for (guint new = 0; new < self->nodes[NEW]->len &&n < MAX_SECTION_PAIRS; new ++)
      if (get_node (self, OLD, old)->block->kind != MATCHUM_BLOCK_SECTION)
        break;
      else if (is_same_known_section (get_node (self, OLD, old)->block, get_node (self, NEW, new)->block))
        {
          ensure_pair (self, old, new);
          n++;
        }
}

static void
add_pairs (Matcher *self)
{
  for (guint group = 0; group < self->n_groups; group++)
    if (count_members (self, OLD, group) > 0)
      add_same_pairs (self, group);
  for (guint old = 0; old < self->nodes[OLD]->len; old++)
    add_like_pairs (self, old);
  add_section_pairs (self);
  for (guint old = 0; old < self->nodes[OLD]->len; old++)
    if (get_node (self, OLD, old)->mate != NONE)
      push_neighbours (self, old, get_node (self, OLD, old)->mate);
}

/* Order among siblings. */

static guint
get_first_child (Matcher *self, guint side, guint parent)
{
  return parent != NONE ? get_node (self, side, parent)->first_child : self->first_root[side];
}

/* Marks the children of a new block that stood elsewhere: all but the longest run of them that kept their order. */
static void
mark_moved (Matcher *self, guint parent)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint)); /* last child of the best run of every length */
  guint last = NONE;

  for (guint child = get_first_child (self, NEW, parent); child != NONE; child = get_node (self, NEW, child)->next)
    {
      Node *node = get_node (self, NEW, child);
      guint low = 0, high = tops->len;

      node->is_moved = node->mate != NONE;
      node->before = NONE;
      if (node->mate == NONE || !stand_together (self, node->mate, child))
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (get_node (self, NEW, g_array_index (tops, guint, middle))->mate < node->mate)
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
  for (; last != NONE; last = get_node (self, NEW, last)->before)
    get_node (self, NEW, last)->is_moved = FALSE;
}

/* Parts and copies. */

/* Whether a block stands right beside the mate of one of the other side. */
static gboolean
is_beside_mate (Matcher *self, guint side, guint index, guint other)
{
  guint mate = get_node (self, !side, other)->mate;

  return mate != NONE && (mate == index + 1 || index == mate + 1)
         && get_node (self, side, mate)->block->kind == get_node (self, side, index)->block->kind;
}

/* How much of an old block's words a paired new one holds that did not hold them before. */
static double
get_gain (Matcher *self, guint old, guint new)
{
  guint before = get_node (self, NEW, new)->mate;

  if (before == NONE || before == old)
    return 0;
  return matchum_block_likeness_get_share (self->likeness, old, get_text (self, NEW, new))
         - matchum_block_likeness_get_share (self->likeness, old, before);
}

/* Whether other, on the other side, may be where the words of an open block are from or went: what said the same before
 * is not. */
static gboolean
is_possible_origin (Matcher *self, guint side, guint index, guint other)
{
  const Node *node = get_node (self, !side, other);

  return side == NEW || node->mate == NONE || (node->likeness < 1 && get_gain (self, index, other) > GAIN);
}

/* The block of the other side that the words of an open one are from or went into, or NONE. A few words say so only
 * beside the rest. */
static guint
find_origin (Matcher *self, guint side, guint index)
{
  const Node *node = get_node (self, side, index);
  guint found[MAX_LIKE];
  gboolean is_short = get_size (self, side, index) < MIN_SIZE;
  double best = ORIGIN;
  guint origin = NONE, n;

  for (guint i = 0; i < MIN (count_members (self, !side, node->group), MAX_SAME); i++)
    if (is_possible_origin (self, side, index, get_member (self, !side, node->group, i)))
      return get_member (self, !side, node->group, i);
  n = matchum_block_likeness_find (self->likeness, get_text (self, side, index), found, MAX_LIKE);
  for (guint i = 0; i < n; i++)
    {
      guint other = found[i] - (side == OLD ? self->nodes[OLD]->len : 0);
      gboolean is_beside = is_beside_mate (self, side, index, other);
      double share = matchum_block_likeness_get_share (self->likeness, get_text (self, side, index), found[i])
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
are_of_a_sort (Matcher *self, guint old, guint new)
{
  MatchumBlockKind before = get_node (self, OLD, old)->block->kind, after = get_node (self, NEW, new)->block->kind;

  return is_heading (before) == is_heading (after)
         && (before == MATCHUM_BLOCK_REMARK) == (after == MATCHUM_BLOCK_REMARK);
}

static void
settle_gap (Matcher *self, GArray *olds, GArray *news)
{
  if (olds->len != news->len)
    return;
  for (guint i = 0; i < olds->len; i++)
    if (!are_of_a_sort (self, g_array_index (olds, guint, i), g_array_index (news, guint, i)))
      return;
  for (guint i = 0; i < olds->len; i++)
    settle_pair (self, ensure_pair (self, g_array_index (olds, guint, i), g_array_index (news, guint, i)));
}

/* Collects the open siblings from index on up to end, or of the new side, up to one that stayed; returns that. A block
 * whose words are elsewhere too did not get others. */
static guint
collect_open (Matcher *self, guint side, guint index, guint end, GArray *open)
{
  g_array_set_size (open, 0);
  for (; index != end && index != NONE; index = get_node (self, side, index)->next)
    {
      const Node *node = get_node (self, side, index);

      if (node->mate == NONE && find_origin (self, side, index) == NONE)
        g_array_append_val (open, index);
      else if (side == NEW && node->mate != NONE && !node->is_moved)
        break;
    }
  return index;
}

static void
fill_gaps (Matcher *self, guint parent)
{
  g_autoptr (GArray) olds = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (guint));
  guint old = get_first_child (self, OLD, parent != NONE ? get_node (self, NEW, parent)->mate : NONE);
  guint new = get_first_child (self, NEW, parent);

  mark_moved (self, parent);
  while (new != NONE || old != NONE)
    {
      guint stop = collect_open (self, NEW, new, NONE, news);
      guint end = stop != NONE ? get_node (self, NEW, stop)->mate : NONE;

      collect_open (self, OLD, old, end, olds);
      settle_gap (self, olds, news);
      if (stop == NONE)
        break;
      new = get_node (self, NEW, stop)->next;
      old = get_node (self, OLD, end)->next;
    }
  run_queue (self);
}

/* Where whole is divided into part and other, or was put together from them, the larger one is the same block. */
static gboolean
is_larger_part (Matcher *self, guint part, guint other, guint whole)
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
exchange (Matcher *self, guint side, guint index)
{
  Node *node = get_node (self, side, index), *whole, *other;
  guint part;

  if (node->origin == NONE)
    return;
  whole = get_node (self, !side, node->origin);
  part = whole->mate;
  if (part == NONE || get_node (self, side, part)->likeness >= 1
      || !is_larger_part (self, get_text (self, side, index), get_text (self, side, part),
                          get_text (self, !side, node->origin)))
    return;
  other = get_node (self, side, part);
  node->mate = node->origin;
  node->likeness = whole->likeness = matchum_block_likeness_compare (self->likeness, get_text (self, side, index),
                                                                     get_text (self, !side, node->origin));
  whole->mate = index;
  other->origin = node->origin;
  other->mate = node->origin = NONE;
}

static void
find_origins (Matcher *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      if (get_node (self, side, i)->mate == NONE)
        {
          get_node (self, side, i)->origin = find_origin (self, side, i);
          exchange (self, side, i);
        }
}

/* A block that took in a good part of the words of another is told of it, also where the other kept them. */
static void
find_gain (Matcher *self, guint new)
{
  Node *node = get_node (self, NEW, new);
  double best = GAIN;
  guint found[MAX_LIKE];
  guint n;

  if (node->mate == NONE || node->likeness >= 1
      || matchum_block_likeness_get_share (self->likeness, get_text (self, NEW, new), node->mate) > 1 - GAIN / 2)
    return;
  n = matchum_block_likeness_find (self->likeness, get_text (self, NEW, new), found, MAX_LIKE);
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
is_still (Matcher *self, guint new)
{
  guint old = get_node (self, NEW, new)->mate;

  return !get_node (self, NEW, new)->is_moved && stand_together (self, old, new)
         && compare_siblings (self, old, new, FALSE) > 0 && compare_siblings (self, old, new, TRUE) > 0;
}

/* Counts the blocks with the same words, as they were and as they are, that stand where they stood, and the others. */
static void
count_still (Matcher *self, guint group, guint *n_still, guint *n_moved)
{
  *n_still = *n_moved = 0;
  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < count_members (self, side, group); i++)
      {
        guint member = get_member (self, side, group, i);
        guint mate = get_node (self, side, member)->mate;

        if (mate == NONE)
          continue;
        if (is_still (self, side == NEW ? member : mate))
          ++*n_still;
        else
          ++*n_moved;
      }
}

static void
mark_group (Matcher *self, guint group, gboolean is_ambiguous)
{
  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < count_members (self, side, group); i++)
      get_node (self, side, get_member (self, side, group, i))->is_ambiguous = is_ambiguous;
}

/* Of several that say the same, one that moved might be any of them; where none did, it is clear which is which. */
static void
settle_doubts (Matcher *self)
{
  for (guint group = 0; group < self->n_groups; group++)
    {
      guint n_old = count_members (self, OLD, group), n_new = count_members (self, NEW, group);
      guint n_still, n_moved;

      if (MAX (n_old, n_new) < 2)
        continue;
      count_still (self, group, &n_still, &n_moved);
      if (n_moved > 0)
        mark_group (self, group, TRUE);
      else if (n_still == n_old + n_new)
        mark_group (self, group, FALSE);
    }
}

/* The old block whose words those of a paired new one are by far more than its mate's, or NONE. */
static guint
find_better (Matcher *self, guint new)
{
  const Node *node = get_node (self, NEW, new);

  if (node->mate == NONE || node->best <= node->likeness + BETTER)
    return NONE;
  for (guint i = node->first_pair; i != NONE; i = get_pair (self, i)->next[NEW])
    if (get_pair (self, i)->likeness > node->likeness + BETTER)
      return get_pair (self, i)->nodes[OLD];
  return NONE;
}

static gboolean
is_certain (Matcher *self, guint old, guint new)
{
  const Node *before = get_node (self, OLD, old), *after = get_node (self, NEW, new);
  guint pair = ensure_pair (self, old, new);
  double around;

  if (before->block->kind == MATCHUM_BLOCK_TITLE && after->block->kind == MATCHUM_BLOCK_TITLE)
    return TRUE;
  if (before->is_ambiguous || after->is_ambiguous || MAX (before->best, after->best) > after->likeness + BETTER)
    return FALSE;
  if (after->likeness >= 0.5 || is_same_known_section (before->block, after->block))
    return TRUE;
  if (get_pair (self, pair)->n_children >= 2 && get_share_of_children (self, get_pair (self, pair)) >= 0.5)
    return TRUE;
  around = compare_neighbours (self, old, new, FALSE) + compare_neighbours (self, old, new, TRUE);
  return after->likeness >= 0.3 && stand_together (self, old, new) && around >= 2 * WEIGHT_NEAR;
}

static GArray *
collect_matches (Matcher *self)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (MatchumMatcherMatch));

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      {
        const Node *node = get_node (self, side, i);
        MatchumMatcherMatch match = { .mate = node->mate, .origin = node->origin, .likeness = node->likeness };

        if (node->mate != NONE)
          {
            guint old = side == OLD ? i : node->mate, new = side == OLD ? node->mate : i;

            if (side == NEW && find_better (self, new) != NONE)
              match.origin = find_better (self, new);
            match.is_certain = is_certain (self, old, new);
            match.is_moved = get_node (self, NEW, new)->is_moved;
          }
        g_array_append_val (matches, match);
      }
  return matches;
}

static void
append_node (Matcher *self, guint side, const MatchumMatcherBlock *block)
{
  Node node = { .block = block,
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
  if (block->parent != NONE)
    {
      Node *parent = get_node (self, side, block->parent);

      first = &parent->first_child;
      last = &parent->last_child;
      parent->n_children++;
    }
  node.previous = *last;
  if (*last != NONE)
    get_node (self, side, *last)->next = index;
  else
    *first = index;
  *last = index;
  g_array_append_val (self->nodes[side], node);
}

static void
init_nodes (Matcher *self, guint side, const GArray *blocks)
{
  self->nodes[side] = g_array_sized_new (FALSE, FALSE, sizeof (Node), blocks->len);
  self->first_root[side] = self->last_root[side] = NONE;
  for (guint i = 0; i < blocks->len; i++)
    append_node (self, side, &g_array_index (blocks, MatchumMatcherBlock, i));
}

static void
init_likeness (Matcher *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; i < self->nodes[side]->len; i++)
      g_ptr_array_add (texts, (gpointer) get_node (self, side, i)->block->text);
  self->likeness =
      matchum_block_likeness_new ((const char *const *) texts->pdata, self->nodes[OLD]->len, self->nodes[NEW]->len);
}

static void
clear (Matcher *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_array_unref (self->nodes[side]);
      g_free (self->groups[side]);
      g_free (self->members[side]);
    }
  g_array_unref (self->pairs);
  g_array_unref (self->heap);
  matchum_block_likeness_free (self->likeness);
}

GArray *
matchum_block_matcher_run (const GArray *old_blocks, const GArray *new_blocks)
{
  Matcher self = { 0 };
  GArray *matches;

  init_nodes (&self, OLD, old_blocks);
  init_nodes (&self, NEW, new_blocks);
  init_likeness (&self);
  self.pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self.heap = g_array_new (FALSE, FALSE, sizeof (HeapEntry));
  group_texts (&self);
  list_groups (&self);
  settle_title (&self);
  settle_plain (&self);
  add_pairs (&self);
  run (&self);
  fill_gaps (&self, NONE);
  for (guint i = 0; i < new_blocks->len; i++)
    if (get_node (&self, NEW, i)->mate != NONE)
      fill_gaps (&self, i);
  find_origins (&self);
  for (guint i = 0; i < new_blocks->len; i++)
    find_gain (&self, i);
  mark_moved (&self, NONE);
  for (guint i = 0; i < new_blocks->len; i++)
    mark_moved (&self, i);
  settle_doubts (&self);
  matches = collect_matches (&self);
  clear (&self);
  return matches;
}
