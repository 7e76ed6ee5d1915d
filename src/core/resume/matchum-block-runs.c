/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the runs of blocks that can change places, and puts the blocks of each into an order. */
#include "config.h"

#include "resume/matchum-block-runs.h"

#include <string.h>

/* A block that is named in an order, with those after it that are not. */
typedef struct {
  guint rank;  /* place in the order */
  guint first; /* in members */
  guint n;
} Group;

/* Where what an item begins with is; its first line holds nothing but blanks and marks of quotes before it. */
static gsize
find_marker (MatchumBlockPlace *place, const MatchumBlock *item)
{
  MatchumSpan span = matchum_source_get_line_text (place->source, item->first_line);

  while (span.start < span.end && strchr (" \t>", place->text[span.start]) != NULL)
    span.start++;
  return span.start;
}

MatchumSpan
matchum_block_runs_find_number (MatchumBlockPlace *place, const MatchumBlock *item)
{
  const gsize start = find_marker (place, item);
  gsize end = start;

  while (g_ascii_isdigit (place->text[end]))
    end++;
  return MATCHUM_SPAN (start, end);
}

/* Lists with different marks are different lists: the bullet, or what stands after the number. */
static char
get_mark (MatchumBlockPlace *place, const MatchumBlock *item)
{
  return place->text[matchum_block_runs_find_number (place, item).end];
}

static gboolean
has_words_between (MatchumBlockPlace *place, const MatchumBlock *block)
{
  const MatchumBlock *before = matchum_block_place_get_block (place, block->index - 1);

  return matchum_block_place_count_blank_before (place, block->first_line) + before->last_line + 1 < block->first_line;
}

static gboolean
are_of_one_list (MatchumBlockPlace *place, const MatchumBlock *before, const MatchumBlock *block)
{
  return get_mark (place, before) == get_mark (place, block) && !has_words_between (place, block);
}

/* Whether a paragraph gives the dates of the entry that it stands under: it does so as the first one only. */
static gboolean
gives_dates (MatchumBlockPlace *place, const MatchumBlock *block)
{
  const MatchumBlock *parent = matchum_block_place_get_parent (place, block);

  return block->is_dates || (parent != NULL && parent->dated_by == block->index);
}

/* Lines of one paragraph, dates among them, stay together. */
static gboolean
are_paragraphs_apart (MatchumBlockPlace *place, const MatchumBlock *before, const MatchumBlock *block)
{
  return !gives_dates (place, before) && !gives_dates (place, block) && before->last_line + 1 < block->first_line;
}

/* Whether two siblings of which one follows the other can change places. */
static gboolean
are_of_one_run (MatchumBlockPlace *place, const MatchumBlock *before, const MatchumBlock *block)
{
  if (before->kind != block->kind || before->heading != block->heading || before->list_depth != block->list_depth)
    return FALSE;
  switch (block->kind)
    {
    case MATCHUM_BLOCK_SECTION:
    case MATCHUM_BLOCK_ENTRY:
      return TRUE;
    case MATCHUM_BLOCK_ITEM:
      return are_of_one_list (place, before, block);
    case MATCHUM_BLOCK_PARAGRAPH:
      return are_paragraphs_apart (place, before, block);
    case MATCHUM_BLOCK_TITLE:
    case MATCHUM_BLOCK_REMARK:
    default:
      return FALSE;
    }
}

/* Sets of every block the sibling before it of the same run, or MATCHUM_BLOCK_NONE. */
static void
find_befores (MatchumBlockRuns *self, guint *befores)
{
  const guint n = matchum_block_place_get_n_blocks (&self->place);
  g_autofree guint *last = g_new (guint, n + 1);

  memset (last, 0xff, sizeof *last * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *block = matchum_block_place_get_block (&self->place, i);
      const guint parent = block->parent != MATCHUM_BLOCK_NONE ? block->parent : n;
      const guint before = last[parent];

      befores[i] = before != MATCHUM_BLOCK_NONE
                           && are_of_one_run (&self->place, matchum_block_place_get_block (&self->place, before), block)
                       ? before
                       : MATCHUM_BLOCK_NONE;
      last[parent] = i;
    }
}

/* Numbers the runs, in the order in which they begin, and counts their members. */
static void
count_members (MatchumBlockRuns *self, const guint *befores)
{
  for (guint i = 0; i < matchum_block_place_get_n_blocks (&self->place); i++)
    {
      const guint before = befores[i];
      const MatchumBlockRun run = { 0, 1, FALSE };

      self->run_of[i] = MATCHUM_BLOCK_NONE;
      if (before == MATCHUM_BLOCK_NONE)
        continue;
      if (self->run_of[before] == MATCHUM_BLOCK_NONE)
        {
          self->run_of[before] = self->runs->len;
          g_array_append_val (self->runs, run);
        }
      self->run_of[i] = self->run_of[before];
      matchum_block_runs_get (self, self->run_of[i])->n++;
    }
}

static void
find_members (MatchumBlockRuns *self)
{
  g_autofree guint *next = g_new (guint, self->runs->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      matchum_block_runs_get (self, i)->first = next[i] = n;
      n += matchum_block_runs_get (self, i)->n;
    }
  self->members = g_new (guint, n + 1);
  self->holders = g_new (guint, n + 1);
  for (guint i = 0; i < matchum_block_place_get_n_blocks (&self->place); i++)
    {
      if (self->run_of[i] == MATCHUM_BLOCK_NONE)
        continue;
      self->slots[i] = next[self->run_of[i]]++;
      self->members[self->slots[i]] = self->holders[self->slots[i]] = i;
    }
}

/* Places of ids in an order, from 1: the first of each counts. */
static GHashTable *
find_ranks (GPtrArray *order)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < order->len; i++)
    if (!g_hash_table_contains (ranks, g_ptr_array_index (order, i)))
      g_hash_table_insert (ranks, g_ptr_array_index (order, i), GUINT_TO_POINTER (i + 1));
  return ranks;
}

static gint
compare_groups (gconstpointer a, gconstpointer b)
{
  const guint first = ((const Group *) a)->rank, second = ((const Group *) b)->rank;

  return first < second ? -1 : first > second;
}

/* Blocks before the first that is named stay before all others. */
static GArray *
find_groups (MatchumBlockRuns *self, const MatchumBlockRun *run, GHashTable *ranks)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = run->first; i < run->first + run->n; i++)
    {
      const MatchumBlock *block = matchum_block_place_get_block (&self->place, self->members[i]);
      const Group group = { GPOINTER_TO_UINT (g_hash_table_lookup (ranks, block->id)), i, 1 };

      if (group.rank == 0 && groups->len > 0)
        g_array_index (groups, Group, groups->len - 1).n++;
      else
        g_array_append_val (groups, group);
    }
  return groups;
}

static void
set_is_changed (MatchumBlockRuns *self, MatchumBlockRun *run)
{
  run->is_changed = memcmp (self->members + run->first, self->holders + run->first, sizeof (guint) * run->n) != 0;
}

static void
order_run (MatchumBlockRuns *self, MatchumBlockRun *run, GHashTable *ranks)
{
  g_autoptr (GArray) groups = find_groups (self, run, ranks);
  guint at = run->first;

  g_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      memcpy (self->holders + at, self->members + group->first, sizeof (guint) * group->n);
      at += group->n;
    }
  set_is_changed (self, run);
}

void
matchum_block_runs_init (MatchumBlockRuns *self, MatchumResume *resume, GPtrArray *order)
{
  const guint n = matchum_resume_get_n_blocks (resume);
  g_autofree guint *befores = g_new (guint, n + 1);

  *self = (MatchumBlockRuns){ .runs = g_array_new (FALSE, FALSE, sizeof (MatchumBlockRun)) };
  matchum_block_place_init (&self->place, resume);
  self->run_of = g_new (guint, n + 1);
  self->slots = g_new0 (guint, n + 1);
  find_befores (self, befores);
  count_members (self, befores);
  find_members (self);
  if (order != NULL && order->len > 0)
    {
      g_autoptr (GHashTable) ranks = find_ranks (order);

      for (guint i = 0; i < self->runs->len; i++)
        order_run (self, matchum_block_runs_get (self, i), ranks);
    }
}

void
matchum_block_runs_clear (MatchumBlockRuns *self)
{
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->run_of, g_free);
  g_clear_pointer (&self->members, g_free);
  g_clear_pointer (&self->holders, g_free);
  g_clear_pointer (&self->slots, g_free);
}

MatchumBlockRun *
matchum_block_runs_get (MatchumBlockRuns *self, guint run)
{
  return &g_array_index (self->runs, MatchumBlockRun, run);
}

guint
matchum_block_runs_get_holder (MatchumBlockRuns *self, guint block)
{
  return self->run_of[block] != MATCHUM_BLOCK_NONE ? self->holders[self->slots[block]] : block;
}

guint
matchum_block_runs_find_holder (MatchumBlockRuns *self, guint block)
{
  const MatchumBlockRun *run = matchum_block_runs_get (self, self->run_of[block]);
  guint i = 0;

  while (self->holders[run->first + i] != block)
    i++;
  return i;
}

void
matchum_block_runs_move (MatchumBlockRuns *self, guint run, guint from, guint to)
{
  MatchumBlockRun *changed = matchum_block_runs_get (self, run);
  guint *holders = self->holders + changed->first;
  const guint moved = holders[from];

  if (from < to)
    memmove (holders + from, holders + from + 1, sizeof (guint) * (to - from));
  else
    memmove (holders + to + 1, holders + to, sizeof (guint) * (from - to));
  holders[to] = moved;
  set_is_changed (self, changed);
}

void
matchum_block_runs_reset (MatchumBlockRuns *self, guint run)
{
  MatchumBlockRun *reset = matchum_block_runs_get (self, run);

  memcpy (self->holders + reset->first, self->members + reset->first, sizeof (guint) * reset->n);
  reset->is_changed = FALSE;
}
