/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the lines of a resume in another order of its blocks.
 *
 * A block moves with all that stands in it, as the lines it is; what stands between two blocks of a run, and the
 * numbers of a numbered list, stay where they are. What was written is read again: where it says anything else than the
 * same blocks in the order that was asked for, blank lines are put around the blocks that moved there, and where that
 * does not do, they stay as they were. */
#include "config.h"

#include "resume/matchum-block-order.h"

#include <string.h>

#include "resume/matchum-block-runs.h"
#include "resume/matchum-block-sameness.h"

/* A text is read again so often, and so many bytes of it, before it stays as it was. */
#define MAX_CHECKS 48
#define MAX_CHECKED_BYTES (8 * 1024 * 1024)

/* What stands in a block that is being written. */
typedef struct {
  guint next; /* the next of its blocks, as they stand in the resume */
  guint end;
  gsize column; /* bytes before the number of an item */
  gint shift;   /* blanks that its lines get there, since its number is so much longer */
} Level;

typedef struct {
  MatchumBlockRuns runs;
  MatchumBlockPlace *place;
  guint n_blocks;
  guint8 *is_spaced; /* of every run: blank lines are put between blocks that moved */
  guint *origins;    /* of every block that was written: the one it was */
  guint *slots;      /* of the same: the one in whose place it stands */
  guint n_written;
  GArray *levels; /* of Level */
  GString *out;
} Writer;

static const MatchumBlock *
get_block (Writer *self, guint index)
{
  return matchum_block_place_get_block (self->place, index);
}

static void
writer_init (Writer *self, MatchumResume *resume, GPtrArray *order)
{
  *self = (Writer){ .n_blocks = matchum_resume_get_n_blocks (resume) };
  matchum_block_runs_init (&self->runs, resume, order);
  self->place = &self->runs.place;
  self->is_spaced = g_new0 (guint8, self->runs.runs->len + 1);
  self->origins = g_new (guint, self->n_blocks + 1);
  self->slots = g_new (guint, self->n_blocks + 1);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->out = g_string_new (NULL);
}

static void
writer_clear (Writer *self)
{
  matchum_block_runs_clear (&self->runs);
  g_free (self->is_spaced);
  g_free (self->origins);
  g_free (self->slots);
  g_array_unref (self->levels);
  g_string_free (self->out, TRUE);
}

/* Lines */

static gsize
get_line_start (Writer *self, guint line)
{
  return matchum_block_place_get_line_start (self->place, line);
}

static gboolean
are_blanks (const char *text, gsize length)
{
  return strspn (text, " \t>") >= length;
}

/* Puts blanks into a line, or takes some out, where what it stands in begins elsewhere now. Lines that stand further to
 * the left go on a paragraph wherever they are. */
static void
shift_line (GString *line, const Level *level)
{
  if (line->len <= level->column || !are_blanks (line->str, level->column) || line->str[level->column] != ' ')
    return;
  for (gint i = 0; i < level->shift; i++)
    g_string_insert_c (line, (gssize) level->column, ' ');
  for (gint i = 0; i > level->shift && line->str[level->column] == ' '; i--)
    g_string_erase (line, (gssize) level->column, 1);
}

static gboolean
is_shifted (Writer *self)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, Level, i).shift != 0)
      return TRUE;
  return FALSE;
}

static void
append_span (Writer *self, MatchumSpan span)
{
  g_string_append_len (self->out, self->place->text + span.start, (gssize) matchum_span_get_length (span));
}

/* Appends lines from first to last. */
static void
append_lines (Writer *self, guint first, guint last)
{
  g_autoptr (GString) line = NULL;

  if (first > last)
    return;
  if (!is_shifted (self))
    {
      append_span (self, MATCHUM_SPAN (get_line_start (self, first), get_line_start (self, last + 1)));
      return;
    }
  line = g_string_new (NULL);
  for (guint i = first; i <= last; i++)
    {
      const gsize start = get_line_start (self, i);

      g_string_truncate (line, 0);
      g_string_append_len (line, self->place->text + start, (gssize) (get_line_start (self, i + 1) - start));
      for (guint j = self->levels->len; j-- > 0;)
        shift_line (line, &g_array_index (self->levels, Level, j));
      g_string_append_len (self->out, line->str, (gssize) line->len);
    }
}

static void
end_line (Writer *self)
{
  if (self->out->len > 0 && self->out->str[self->out->len - 1] != '\n')
    g_string_append (self->out, self->place->line_end);
}

/* What stands between blocks */

static gboolean
is_underlined (const MatchumBlock *block)
{
  return block->heading > 0 && block->last_line > block->first_line;
}

/* The run in which block, or what it is the last block of, stands in the place of another, next to the place of slot;
 * or MATCHUM_BLOCK_NONE. */
static guint
find_moved_run (Writer *self, guint block, guint parent)
{
  while (block != MATCHUM_BLOCK_NONE && block != parent)
    {
      const guint run = self->runs.run_of[block];

      if (run != MATCHUM_BLOCK_NONE && matchum_block_runs_get_holder (&self->runs, block) != block)
        return run;
      block = get_block (self, block)->parent;
    }
  return MATCHUM_BLOCK_NONE;
}

/* Whether what is before the block that is written as number index is no longer what it was. */
static gboolean
is_seam (Writer *self, guint index)
{
  return index > 0 && index < self->n_written
         && (self->origins[index] != self->slots[index] || self->origins[index - 1] + 1 != self->slots[index]);
}

static gboolean
is_run_spaced (Writer *self, guint run)
{
  return run != MATCHUM_BLOCK_NONE && self->is_spaced[run];
}

/* Whether blank lines are wanted at a seam. */
static gboolean
is_seam_spaced (Writer *self, guint index)
{
  const guint block = self->origins[index];

  return is_run_spaced (self, self->runs.run_of[block])
         || is_run_spaced (self, find_moved_run (self, self->origins[index - 1], get_block (self, block)->parent));
}

/* Markdown can do without most blank lines, but a heading under text that was under a heading looks lost, and one with
 * a line under it is none. */
static gboolean
needs_blank_line (Writer *self, guint index)
{
  const MatchumBlock *before = get_block (self, self->origins[index - 1]);
  const MatchumBlock *block = get_block (self, self->origins[index]);
  const guint slot = self->slots[index];

  if (is_seam_spaced (self, index))
    return TRUE;
  return before->heading == 0 && block->heading > 0
         && (is_underlined (block) || (slot > 0 && get_block (self, slot - 1)->heading > 0));
}

/* The marks of the quotes that a line stands in. */
static MatchumSpan
find_quote_marks (Writer *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->place->source, line);
  gsize end = span.start;

  for (gsize i = span.start; i < span.end && strchr (" \t>", self->place->text[i]) != NULL; i++)
    if (self->place->text[i] == '>')
      end = i + 1;
  return MATCHUM_SPAN (span.start, end);
}

static void
append_blank_line (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  const MatchumSpan above = find_quote_marks (self, before->last_line);
  const MatchumSpan below = find_quote_marks (self, block->first_line);
  const gsize length = matchum_span_get_length (above);

  if (length == matchum_span_get_length (below)
      && memcmp (self->place->text + above.start, self->place->text + below.start, length) == 0)
    append_span (self, above);
  g_string_append (self->out, self->place->line_end);
}

static gboolean
is_blank_line (Writer *self, guint line)
{
  return matchum_block_place_is_blank_line (self->place, line);
}

/* Code that nothing ended, since the text did, is ended where something comes after it. */
static void
close_fence (Writer *self, const MatchumBlock *before)
{
  const MatchumSpan fence = before->open_fence;
  const gsize start = matchum_span_is_empty (fence)
                          ? 0
                          : get_line_start (self, matchum_source_get_line_at (self->place->source, fence.start));

  if (matchum_span_is_empty (fence) || before->list_depth > 0
      || !are_blanks (self->place->text + start, fence.start - start)
      || memchr (self->place->text + start, '>', fence.start - start) != NULL)
    return;
  append_span (self, MATCHUM_SPAN (start, fence.end));
  g_string_append (self->out, self->place->line_end);
}

/* Appends what stands before the place of slot. */
static void
append_gap (Writer *self, guint index)
{
  const guint slot = self->slots[index];
  const MatchumBlock *before, *block;
  guint first, last;

  if (slot == 0)
    {
      g_string_append_len (self->out, self->place->text,
                           (gssize) get_line_start (self, get_block (self, 0)->first_line));
      return;
    }
  first = get_block (self, slot - 1)->last_line + 1;
  last = get_block (self, slot)->first_line - 1;
  before = get_block (self, self->origins[index - 1]);
  block = get_block (self, self->origins[index]);
  if (!is_seam (self, index))
    {
      append_lines (self, first, last);
      return;
    }
  close_fence (self, before);
  if (first > last)
    {
      if (needs_blank_line (self, index))
        append_blank_line (self, before, block);
      return;
    }
  if (!is_blank_line (self, first)
      && (is_seam_spaced (self, index) || (before->heading == 0 && get_block (self, slot - 1)->heading > 0)))
    append_blank_line (self, before, block);
  append_lines (self, first, last);
  if (!is_blank_line (self, last) && is_seam_spaced (self, index))
    append_blank_line (self, before, block);
}

/* Blocks */

/* Appends the first line of an item with the number that belongs to its place. */
static void
append_numbered_line (Writer *self, const MatchumBlock *item, MatchumSpan number, MatchumSpan new_number)
{
  const gsize start = get_line_start (self, item->first_line), end = get_line_start (self, item->first_line + 1);
  g_autoptr (GString) line = g_string_new_len (self->place->text + start, (gssize) (number.start - start));

  g_string_append_len (line, self->place->text + new_number.start, (gssize) matchum_span_get_length (new_number));
  g_string_append_len (line, self->place->text + number.end, (gssize) (end - number.end));
  for (guint j = self->levels->len; j-- > 0;)
    shift_line (line, &g_array_index (self->levels, Level, j));
  g_string_append_len (self->out, line->str, (gssize) line->len);
}

/* Appends the own lines of a block, and has what stands in it be next. */
static void
append_block (Writer *self, const MatchumBlock *block, const MatchumBlock *slot)
{
  Level level = { block->index + 1, block->end, 0, 0 };
  guint first_line = block->first_line;

  if (block != slot && block->kind == MATCHUM_BLOCK_ITEM)
    {
      const MatchumSpan number = matchum_block_runs_find_number (self->place, block);
      const MatchumSpan new_number = matchum_block_runs_find_number (self->place, slot);

      level.column = number.start - get_line_start (self, first_line);
      level.shift = (gint) matchum_span_get_length (new_number) - (gint) matchum_span_get_length (number);
      if (!matchum_span_is_empty (number) && !matchum_span_is_empty (new_number))
        append_numbered_line (self, block, number, new_number), first_line++;
    }
  g_array_append_val (self->levels, level);
  append_lines (self, first_line, block->last_line);
  end_line (self);
}

/* The next block that is to be written in the place of slot; FALSE where none is left. */
static gboolean
take_next (Writer *self, guint *slot)
{
  while (self->levels->len > 0)
    {
      Level *level = &g_array_index (self->levels, Level, self->levels->len - 1);

      if (level->next < level->end)
        {
          *slot = level->next;
          level->next = get_block (self, level->next)->end;
          return TRUE;
        }
      g_array_set_size (self->levels, self->levels->len - 1);
    }
  return FALSE;
}

/* What stands behind all blocks, definitions of links for the most part, must not go on a paragraph; and the text ends
 * as it did, with a line feed or without one. */
static void
append_end (Writer *self)
{
  const gsize length = matchum_source_get_length (self->place->source);
  const guint first = get_block (self, self->n_blocks - 1)->last_line + 1;
  const guint n_lines = matchum_block_place_get_n_lines (self->place);
  const MatchumBlock *before = get_block (self, self->origins[self->n_written - 1]);

  if (before->index + 1 < self->n_blocks && first <= n_lines)
    {
      close_fence (self, before);
      if (before->heading == 0 && !is_blank_line (self, first))
        g_string_append (self->out, self->place->line_end);
    }
  append_lines (self, first, n_lines);
  if (self->place->text[length - 1] == '\n' || !g_str_has_suffix (self->out->str, "\n"))
    return;
  g_string_truncate (self->out, self->out->len - (g_str_has_suffix (self->out->str, "\r\n") ? 2 : 1));
}

static void
write_text (Writer *self)
{
  const Level all = { 0, self->n_blocks, 0, 0 };
  guint slot;

  g_string_truncate (self->out, 0);
  g_array_set_size (self->levels, 0);
  g_array_append_val (self->levels, all);
  self->n_written = 0;
  while (take_next (self, &slot))
    {
      const guint index = self->n_written++;
      const guint block = matchum_block_runs_get_holder (&self->runs, slot);

      self->slots[index] = slot;
      self->origins[index] = block;
      append_gap (self, index);
      append_block (self, get_block (self, block), get_block (self, slot));
    }
  append_end (self);
}

/* Trying */

static gboolean
is_any_changed (Writer *self)
{
  for (guint i = 0; i < self->runs.runs->len; i++)
    if (matchum_block_runs_get (&self->runs, i)->is_changed)
      return TRUE;
  return FALSE;
}

/* The first block whose number is not that of its place, or MATCHUM_BLOCK_NONE. */
static guint
find_wrong_number (Writer *self, MatchumResume *after)
{
  for (guint i = 0; i < self->n_written; i++)
    if (matchum_resume_get_block (after, i)->number != get_block (self, self->slots[i])->number)
      return i;
  return MATCHUM_BLOCK_NONE;
}

/* The text as it is read, or NULL, with the first block that is not as it should be. */
static MatchumResume *
read_text (Writer *self, guint *difference)
{
  g_autoptr (MatchumResume) after = matchum_block_sameness_read (self->place->resume, self->out->str, self->out->len);

  *difference = 0;
  if (after == NULL)
    return NULL;
  *difference =
      matchum_block_sameness_find_difference (self->place->resume, after, self->origins, self->n_written, NULL);
  if (*difference == MATCHUM_BLOCK_NONE)
    *difference = find_wrong_number (self, after);
  return *difference == MATCHUM_BLOCK_NONE ? g_steal_pointer (&after) : NULL;
}

static void
add_run (GArray *found, guint run)
{
  if (run != MATCHUM_BLOCK_NONE)
    g_array_append_val (found, run);
}

/* The runs that may be why the block that is written as number index is not what it should be. */
static GArray *
find_suspects (Writer *self, guint index)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = index; i <= index + 1; i++)
    {
      guint slot;

      if (!is_seam (self, i))
        continue;
      slot = self->slots[i];
      if (self->origins[i] != slot)
        add_run (found, self->runs.run_of[slot]);
      add_run (found, find_moved_run (self, self->origins[i - 1], get_block (self, slot)->parent));
    }
  if (found->len == 0 && index < self->n_written)
    add_run (found, find_moved_run (self, self->origins[index], MATCHUM_BLOCK_NONE));
  for (guint i = 0; found->len == 0 && i < self->runs.runs->len; i++)
    if (matchum_block_runs_get (&self->runs, i)->is_changed)
      add_run (found, i);
  return found;
}

/* Has blank lines around the blocks of the runs, or, where they are there already, all of them where they were. */
static void
give_way (Writer *self, GArray *suspects)
{
  gboolean is_new = FALSE;

  for (guint i = 0; i < suspects->len; i++)
    {
      const guint run = g_array_index (suspects, guint, i);

      is_new = is_new || !self->is_spaced[run];
      self->is_spaced[run] = TRUE;
    }
  for (guint i = 0; !is_new && i < suspects->len; i++)
    matchum_block_runs_reset (&self->runs, g_array_index (suspects, guint, i));
}

static MatchumResume *
write_checked (Writer *self)
{
  const gsize length = matchum_source_get_length (self->place->source);
  gsize n_checks = CLAMP (MAX_CHECKED_BYTES / (length + 1), 3, MAX_CHECKS);

  for (; n_checks > 0 && is_any_changed (self); n_checks--)
    {
      g_autoptr (MatchumResume) after = NULL;
      g_autoptr (GArray) suspects = NULL;
      guint difference;

      write_text (self);
      after = read_text (self, &difference);
      if (after != NULL)
        return matchum_block_sameness_name (self->place->resume, after, self->origins, NULL);
      suspects = find_suspects (self, difference);
      give_way (self, suspects);
    }
  for (guint i = 0; i < self->runs.runs->len; i++)
    matchum_block_runs_reset (&self->runs, i);
  return matchum_resume_ref (self->place->resume);
}

/* The ids of blocks that were to stand elsewhere than they do. */
static GPtrArray *
list_stayed (Writer *self, const guint *wanted)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->runs.runs->len; i++)
    {
      const MatchumBlockRun *run = matchum_block_runs_get (&self->runs, i);

      for (guint j = run->first; !run->is_changed && j < run->first + run->n; j++)
        if (wanted[j] != self->runs.members[j])
          g_ptr_array_add (ids, g_strdup (get_block (self, self->runs.members[j])->id));
    }
  return ids;
}

static MatchumResume *
apply (Writer *self, GPtrArray **stayed)
{
  g_autofree guint *wanted = NULL;
  MatchumResume *after;
  guint n = 0;

  for (guint i = 0; i < self->runs.runs->len; i++)
    n += matchum_block_runs_get (&self->runs, i)->n;
  wanted = g_memdup2 (self->runs.holders, sizeof (guint) * (n + 1));
  after = write_checked (self);
  if (stayed != NULL)
    *stayed = list_stayed (self, wanted);
  return after;
}

/**
 * matchum_block_order_apply:
 * @order: (nullable) (element-type utf8): ids
 * @stayed: (out) (optional) (transfer full) (element-type utf8): the ids of the blocks that stay where they are
 * although the order wants them elsewhere, since the resume would say something else then; empty where there are none
 *
 * Returns: (transfer full): the resume read from the text in that order, with the ids of its blocks; resume itself
 * where no block moves
 */
MatchumResume *
matchum_block_order_apply (MatchumResume *resume, GPtrArray *order, GPtrArray **stayed)
{
  MatchumResume *after;
  Writer self;

  g_return_val_if_fail (resume != NULL, NULL);

  writer_init (&self, resume, order);
  after = apply (&self, stayed);
  writer_clear (&self);
  return after;
}

/* Moves */

/* Finds the run of a block, and where in it it stands and is to stand. */
static gboolean
find_move (MatchumBlockRuns *runs, const char *id, gint delta, guint *run, guint *from, guint *to)
{
  const MatchumBlock *block = matchum_resume_lookup (runs->place.resume, id);
  gint64 place;

  if (block == NULL || runs->run_of[block->index] == MATCHUM_BLOCK_NONE)
    return FALSE;
  *run = runs->run_of[block->index];
  *from = matchum_block_runs_find_holder (runs, block->index);
  place = (gint64) *from + delta;
  *to = (guint) CLAMP (place, 0, G_MAXINT);
  return place >= 0 && place < matchum_block_runs_get (runs, *run)->n;
}

/**
 * matchum_block_order_can_move:
 * @resume: the baseline
 * @order: (nullable) (element-type utf8): the order so far
 * @delta: how many places down; less than 0: up
 *
 * Returns: whether there is such a place for the block; matchum_block_order_move() may still find that Markdown has no
 * way to write it
 */
gboolean
matchum_block_order_can_move (MatchumResume *resume, GPtrArray *order, const char *id, gint delta)
{
  g_auto (MatchumBlockRuns) runs = { 0 };
  guint run, from, to;

  g_return_val_if_fail (resume != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  matchum_block_runs_init (&runs, resume, order);
  return delta != 0 && find_move (&runs, id, delta, &run, &from, &to);
}

/* The ids of the runs that are in another order, in theirs. */
static GPtrArray *
list_order (MatchumBlockRuns *runs)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const MatchumBlockRun *run = matchum_block_runs_get (runs, i);

      for (guint j = run->first; run->is_changed && j < run->first + run->n; j++)
        g_ptr_array_add (ids, g_strdup (matchum_block_place_get_block (&runs->place, runs->holders[j])->id));
    }
  return ids;
}

/**
 * matchum_block_order_move:
 * @resume: the baseline
 * @order: (nullable) (element-type utf8): the order so far
 * @delta: how many places down; less than 0: up
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the new order, in which only the runs are that are other
 * than in the resume: an empty one where all is as it was. NULL where the block cannot go there.
 */
GPtrArray *
matchum_block_order_move (MatchumResume *resume, GPtrArray *order, const char *id, gint delta)
{
  g_autoptr (MatchumResume) after = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  guint run, from, to;
  Writer self;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  writer_init (&self, resume, order);
  if (find_move (&self.runs, id, delta, &run, &from, &to))
    {
      gboolean is_changed;

      matchum_block_runs_move (&self.runs, run, from, to);
      ids = list_order (&self.runs);
      is_changed = matchum_block_runs_get (&self.runs, run)->is_changed;
      after = apply (&self, NULL);
      if (is_changed != matchum_block_runs_get (&self.runs, run)->is_changed)
        g_clear_pointer (&ids, g_ptr_array_unref);
    }
  writer_clear (&self);
  return g_steal_pointer (&ids);
}

/**
 * matchum_block_order_find_delta:
 * @delta: (out): how many places id has to go down to stand where target stands now
 *
 * Returns: whether they can change places
 */
gboolean
matchum_block_order_find_delta (MatchumResume *resume,
                                GPtrArray *order,
                                const char *id,
                                const char *target,
                                gint *delta)
{
  g_auto (MatchumBlockRuns) runs = { 0 };
  guint run, target_run, from, to, unused;

  g_return_val_if_fail (resume != NULL, FALSE);
  g_return_val_if_fail (id != NULL && target != NULL, FALSE);
  g_return_val_if_fail (delta != NULL, FALSE);

  matchum_block_runs_init (&runs, resume, order);
  if (!find_move (&runs, id, 0, &run, &from, &unused) || !find_move (&runs, target, 0, &target_run, &to, &unused)
      || run != target_run)
    return FALSE;
  *delta = (gint) to - (gint) from;
  return TRUE;
}

/**
 * matchum_block_order_find_place:
 * @place: (out): where it stands among those that it can change places with, from 0
 * @n_places: (out): how many those are, itself among them
 *
 * Returns: whether there are any
 */
gboolean
matchum_block_order_find_place (MatchumResume *resume, GPtrArray *order, const char *id, guint *place, guint *n_places)
{
  g_auto (MatchumBlockRuns) runs = { 0 };
  guint run, unused;

  g_return_val_if_fail (resume != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (place != NULL && n_places != NULL, FALSE);

  matchum_block_runs_init (&runs, resume, order);
  if (!find_move (&runs, id, 0, &run, place, &unused))
    return FALSE;
  *n_places = matchum_block_runs_get (&runs, run)->n;
  return TRUE;
}
