/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the blocks of a newly read resume the ids they had, and says what became of each. */
#include "config.h"

#include "resume/matchum-block-identity.h"

#include <string.h>

#include "resume/matchum-block-matcher.h"
#include "text/matchum-folded-text.h"

#define NONE MATCHUM_BLOCK_NONE

typedef struct {
  GPtrArray *records; /* of MatchumBlockRecord */
  MatchumResume *resume;
  guint64 *next_number;
  GHashTable *by_id;  /* id to index of its record + 1 */
  GArray *order;      /* of guint: records in document order, then those that stand nowhere */
  GArray *places;     /* of guint: of every record, where it is in order, or NONE */
  GPtrArray *texts;   /* folded */
  GArray *old_blocks; /* of MatchumMatcherBlock */
  GArray *new_blocks;
  GArray *matches; /* of MatchumMatcherMatch */
  GPtrArray *ids;  /* of the new blocks */
} Identity;

typedef struct {
  guint parent; /* index of a record, or NONE */
  guint place;
  guint record;
} Seat;

static const MatchumBlockRecord *
get_record (Identity *self, guint index)
{
  return g_ptr_array_index (self->records, index);
}

static guint
find_record (Identity *self, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1 : NONE;
}

/* The record that one stands under. What is gone holds nothing. */
static guint
find_record_above (Identity *self, const MatchumBlockRecord *record)
{
  guint above = find_record (self, record->parent);

  return above != NONE && !get_record (self, above)->is_gone ? above : NONE;
}

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  const Seat *x = a, *y = b;

  if (x->parent != y->parent)
    return x->parent < y->parent ? -1 : 1;
  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->record < y->record ? -1 : x->record > y->record;
}

/* Every record that stands in the resume, by parent and place; of several with the same id the first counts. */
static GArray *
list_seats (Identity *self)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  for (guint i = 0; i < self->records->len; i++)
    {
      const MatchumBlockRecord *record = get_record (self, i);
      Seat seat = { find_record_above (self, record), record->place, i };

      if (!record->is_gone && find_record (self, record->id) == i)
        g_array_append_val (seats, seat);
    }
  g_array_sort (seats, compare_seats);
  return seats;
}

static void
take_seat (Identity *self, guint record)
{
  g_array_index (self->places, guint, record) = self->order->len;
  g_array_append_val (self->order, record);
}

/* Whoever can't be reached from the top (a circle, a parent that is gone) stands nowhere. */
static void
order_records (Identity *self)
{
  g_autoptr (GArray) seats = list_seats (self);
  g_autofree guint *firsts = g_new0 (guint, self->records->len + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* of guint: seats to go on with */
  guint at = 0;

  for (guint i = seats->len; i-- > 0;)
    {
      guint parent = g_array_index (seats, Seat, i).parent;

      firsts[parent == NONE ? self->records->len : parent] = i + 1;
    }
  if (firsts[self->records->len] > 0)
    {
      at = firsts[self->records->len] - 1;
      g_array_append_val (open, at);
    }
  while (open->len > 0)
    {
      guint *top = &g_array_index (open, guint, open->len - 1);
      Seat seat = g_array_index (seats, Seat, *top);

      take_seat (self, seat.record);
      if (*top + 1 < seats->len && g_array_index (seats, Seat, *top + 1).parent == seat.parent)
        ++*top;
      else
        g_array_set_size (open, open->len - 1);
      if (firsts[seat.record] > 0)
        {
          at = firsts[seat.record] - 1;
          g_array_append_val (open, at);
        }
    }
}

static void
order_rest (Identity *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_array_index (self->places, guint, i) == NONE && find_record (self, get_record (self, i)->id) == i)
      take_seat (self, i);
}

static const char *
take_folded (Identity *self, const char *text)
{
  char *folded = g_strstrip (matchum_fold (text, -1));

  g_ptr_array_add (self->texts, folded);
  return folded;
}

/* The parent of an ordered record by its place in the order; a title is none. */
static guint
find_parent (Identity *self, const MatchumBlockRecord *record)
{
  guint parent = find_record_above (self, record);

  if (parent == NONE || get_record (self, parent)->kind == MATCHUM_BLOCK_TITLE)
    return NONE;
  return g_array_index (self->places, guint, parent);
}

static void
collect_old_blocks (Identity *self)
{
  guint n_standing;

  order_records (self);
  n_standing = self->order->len;
  order_rest (self);
  for (guint i = 0; i < self->order->len; i++)
    {
      const MatchumBlockRecord *record = get_record (self, g_array_index (self->order, guint, i));
      MatchumMatcherBlock block = { take_folded (self, record->text), record->kind, record->section, NONE, TRUE };

      if (i < n_standing)
        {
          block.is_gone = FALSE;
          block.parent = find_parent (self, record);
        }
      g_array_append_val (self->old_blocks, block);
    }
}

static void
collect_new_blocks (Identity *self)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      MatchumMatcherBlock new = { take_folded (self, matchum_block_get_text (block)), block->kind, block->section,
                                  block->parent, FALSE };

      if (new.parent != NONE && matchum_resume_get_block (self->resume, new.parent)->kind == MATCHUM_BLOCK_TITLE)
        new.parent = NONE;
      g_array_append_val (self->new_blocks, new);
    }
}

static const MatchumMatcherMatch *
get_new_match (Identity *self, guint block)
{
  return &g_array_index (self->matches, MatchumMatcherMatch, self->old_blocks->len + block);
}

/* The index of the record of an old block of the matcher. */
static guint
get_old_record (Identity *self, guint old)
{
  return g_array_index (self->order, guint, old);
}

/* An id that no record has. */
static char *
create_id (Identity *self)
{
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("b%" G_GUINT64_FORMAT, (*self->next_number)++);

      if (!g_hash_table_contains (self->by_id, id))
        return g_steal_pointer (&id);
    }
}

static void
name_blocks (Identity *self)
{
  for (guint i = 0; i < self->new_blocks->len; i++)
    {
      guint mate = get_new_match (self, i)->mate;

      g_ptr_array_add (self->ids,
                       mate != NONE ? g_strdup (get_record (self, get_old_record (self, mate))->id) : create_id (self));
    }
}

static MatchumIdentityFlags
find_flags (Identity *self, guint block)
{
  const MatchumMatcherMatch *match = get_new_match (self, block);
  const MatchumBlock *new = matchum_resume_get_block (self->resume, block);
  const MatchumBlockRecord *record = get_record (self, get_old_record (self, match->mate));
  gboolean is_back = g_array_index (self->old_blocks, MatchumMatcherBlock, match->mate).is_gone;
  MatchumIdentityFlags flags = 0;

  if (!g_str_equal (record->text, matchum_block_get_text (new)))
    flags |= MATCHUM_IDENTITY_EDITED;
  if (match->is_moved && !is_back)
    flags |= MATCHUM_IDENTITY_MOVED;
  if (record->kind != new->kind)
    flags |= MATCHUM_IDENTITY_TURNED;
  if (is_back)
    flags |= MATCHUM_IDENTITY_RETURNED;
  if (!match->is_certain)
    flags |= MATCHUM_IDENTITY_UNCERTAIN;
  return flags != 0 ? flags : MATCHUM_IDENTITY_KEPT;
}

static MatchumIdentityChange *
describe_block (Identity *self, guint block)
{
  const MatchumMatcherMatch *match = get_new_match (self, block);
  MatchumIdentityChange *change = g_new0 (MatchumIdentityChange, 1);

  change->id = g_strdup (g_ptr_array_index (self->ids, block));
  change->block = block;
  if (match->origin != NONE)
    change->origin = g_strdup (get_record (self, get_old_record (self, match->origin))->id);
  if (match->mate == NONE)
    {
      change->flags = MATCHUM_IDENTITY_NEW;
      change->record = NONE;
      return change;
    }
  change->flags = find_flags (self, block);
  change->record = get_old_record (self, match->mate);
  change->old_text = g_strdup (get_record (self, change->record)->text);
  change->likeness = match->likeness;
  return change;
}

static MatchumIdentityChange *
describe_lost (Identity *self, guint record, const MatchumMatcherMatch *match)
{
  MatchumIdentityChange *change = g_new0 (MatchumIdentityChange, 1);

  change->flags = MATCHUM_IDENTITY_LOST;
  change->id = g_strdup (get_record (self, record)->id);
  change->record = record;
  change->block = NONE;
  change->old_text = g_strdup (get_record (self, record)->text);
  if (match->origin != NONE)
    change->origin = g_strdup (g_ptr_array_index (self->ids, match->origin));
  return change;
}

static MatchumIdentityReport *
create_report (Identity *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_identity_change_free);

  for (guint i = 0; i < self->new_blocks->len; i++)
    g_ptr_array_add (changes, describe_block (self, i));
  for (guint i = 0; i < self->records->len; i++)
    {
      guint old = g_array_index (self->places, guint, i);
      const MatchumMatcherMatch *match;

      if (old == NONE || get_record (self, i)->is_gone)
        continue;
      match = &g_array_index (self->matches, MatchumMatcherMatch, old);
      if (match->mate == NONE)
        g_ptr_array_add (changes, describe_lost (self, i, match));
    }
  return matchum_identity_report_new (changes);
}

static void
init (Identity *self)
{
  const guint none = NONE;

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->old_blocks = g_array_new (FALSE, FALSE, sizeof (MatchumMatcherBlock));
  self->new_blocks = g_array_new (FALSE, FALSE, sizeof (MatchumMatcherBlock));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      const MatchumBlockRecord *record = get_record (self, i);

      if (!g_hash_table_contains (self->by_id, record->id))
        g_hash_table_insert (self->by_id, record->id, GUINT_TO_POINTER (i + 1));
      g_array_append_val (self->places, none);
    }
}

static void
clear (Identity *self)
{
  g_hash_table_unref (self->by_id);
  g_array_unref (self->order);
  g_array_unref (self->places);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->old_blocks);
  g_array_unref (self->new_blocks);
  g_array_unref (self->matches);
  g_ptr_array_unref (self->ids);
}

/**
 * matchum_block_identity_apply:
 * @records: (element-type MatchumBlockRecord): the blocks as they were, in any order; none for a resume read for the
 *   first time. With those that are gone but still named somewhere.
 * @resume: the resume as it was read now
 * @next_number: (inout): number of the next id to be given; kept by the caller with the records, so that no id is ever
 *   given twice. 1 to begin with.
 * @report: (out) (optional) (transfer full): what became of every block
 *
 * A pure function: the same arguments give the same ids.
 *
 * Returns: (transfer full): the same resume with the ids of the records where the blocks are the same, and with new
 * ones
 *   ("b" and a number) elsewhere
 */
MatchumResume *
matchum_block_identity_apply (GPtrArray *records,
                              MatchumResume *resume,
                              guint64 *next_number,
                              MatchumIdentityReport **report)
{
  Identity self = { .records = records, .resume = resume, .next_number = next_number };
  MatchumResume *named;

  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (next_number != NULL, NULL);

  init (&self);
  collect_old_blocks (&self);
  collect_new_blocks (&self);
  self.matches = matchum_block_matcher_run (self.old_blocks, self.new_blocks);
  name_blocks (&self);
  named = matchum_resume_with_ids (resume, (const char *const *) self.ids->pdata);
  if (report != NULL)
    *report = create_report (&self);
  clear (&self);
  return named;
}
