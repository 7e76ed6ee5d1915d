/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block in a list, which keeps what its row last said. */
#include "config.h"

#include "ui/matchum-block-object.h"

#include "ui/matchum-later.h"

struct _MatchumBlockObject {
  GObject parent_instance;

  MatchumBlockReader *reader;
  MatchumResume *resume; /* keeps the block alive in rows that outlive the list */
  const MatchumBlock *block;
  MatchumBlockState *state; /* NULL until asked for */
  guint version;            /* the reader's, when state was read */
  MatchumBlockState *told;  /* what those who watch know; NULL while there are none */
  guint n_watchers;
  GtkWidget *row; /* of one of them, or NULL */
};

enum { CHANGED, REWRITTEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumBlockObject, matchum_block_object, G_TYPE_OBJECT)

/* An object of a resume that is no longer open says what it said last. */
static gboolean
is_open (MatchumBlockObject *self)
{
  return matchum_workspace_get_resume (matchum_block_reader_get_workspace (self->reader)) == self->resume;
}

static void
read_state (MatchumBlockObject *self)
{
  if (!is_open (self))
    {
      if (self->state == NULL)
        self->state = matchum_block_state_new ();
      return;
    }

  g_clear_pointer (&self->state, matchum_block_state_unref);
  self->state = matchum_block_reader_read (self->reader, self->block->index);
  self->version = matchum_block_reader_get_version (self->reader);
}

static void
matchum_block_object_finalize (GObject *object)
{
  MatchumBlockObject *self = MATCHUM_BLOCK_OBJECT (object);

  g_clear_pointer (&self->state, matchum_block_state_unref);
  g_clear_pointer (&self->told, matchum_block_state_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->reader, matchum_block_reader_unref);

  G_OBJECT_CLASS (matchum_block_object_parent_class)->finalize (object);
}

static void
matchum_block_object_class_init (MatchumBlockObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_block_object_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REWRITTEN] =
      g_signal_new ("rewritten", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_block_object_init (MatchumBlockObject *self)
{
}

MatchumBlockObject *
matchum_block_object_new (MatchumBlockReader *reader, MatchumResume *resume, guint index)
{
  MatchumBlockObject *self;

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_BLOCK_OBJECT, NULL);
  self->reader = matchum_block_reader_ref (reader);
  self->resume = matchum_resume_ref (resume);
  self->block = matchum_resume_get_block (resume, index);
  return self;
}

MatchumWorkspace *
matchum_block_object_get_workspace (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), NULL);

  return matchum_block_reader_get_workspace (self->reader);
}

guint
matchum_block_object_get_index (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), MATCHUM_BLOCK_NONE);

  return self->block->index;
}

MatchumResume *
matchum_block_object_get_resume (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), NULL);

  return self->resume;
}

const MatchumBlock *
matchum_block_object_get_block (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), NULL);

  return self->block;
}

MatchumBlockState *
matchum_block_object_get_state (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), NULL);

  if (self->state == NULL || self->version != matchum_block_reader_get_version (self->reader))
    read_state (self);
  return self->state;
}

/* What a row shows of a block besides its state. */
static gboolean
looks_the_same (const MatchumBlock *block, const MatchumBlock *other)
{
  return block->kind == other->kind && block->section == other->section && block->depth == other->depth
         && block->list_depth == other->list_depth && matchum_inline_text_is_equal (block->content, other->content);
}

void
matchum_block_object_move (MatchumBlockObject *self, MatchumResume *resume, guint index)
{
  g_autoptr (MatchumResume) before = NULL;
  const MatchumBlock *old;

  g_return_if_fail (MATCHUM_IS_BLOCK_OBJECT (self));
  g_return_if_fail (resume != NULL);

  before = self->resume;
  old = self->block;
  self->resume = matchum_resume_ref (resume);
  self->block = matchum_resume_get_block (resume, index);
  if (!looks_the_same (old, self->block))
    g_signal_emit (self, signals[REWRITTEN], 0);
}

static void
note_told (MatchumBlockObject *self)
{
  MatchumBlockState *state = matchum_block_state_ref (matchum_block_object_get_state (self));

  g_clear_pointer (&self->told, matchum_block_state_unref);
  self->told = state;
}

void
matchum_block_object_watch (MatchumBlockObject *self, GtkWidget *row)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_OBJECT (self));
  g_return_if_fail (row == NULL || GTK_IS_WIDGET (row));

  self->n_watchers++;
  self->row = row;
  note_told (self);
}

void
matchum_block_object_unwatch (MatchumBlockObject *self, GtkWidget *row)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_OBJECT (self));
  g_return_if_fail (self->n_watchers > 0);

  self->n_watchers--;
  if (self->row == row)
    self->row = NULL;
}

gboolean
matchum_block_object_is_seen (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), FALSE);

  return self->n_watchers > 0 && (self->row == NULL || !matchum_later_can_wait (self->row));
}

gboolean
matchum_block_object_is_still_hidden (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), FALSE);

  return self->told != NULL && self->told->is_hidden && is_open (self)
         && matchum_workspace_is_hidden (matchum_block_object_get_workspace (self), self->block->index);
}

gboolean
matchum_block_object_is_stale (MatchumBlockObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_OBJECT (self), FALSE);

  return self->n_watchers > 0
         && (self->state != self->told || self->version != matchum_block_reader_get_version (self->reader));
}

void
matchum_block_object_refresh (MatchumBlockObject *self)
{
  gboolean is_same;

  g_return_if_fail (MATCHUM_IS_BLOCK_OBJECT (self));

  if (self->n_watchers == 0)
    return;

  if (!matchum_block_object_is_stale (self))
    return;
  is_same = matchum_block_state_is_equal (self->told, matchum_block_object_get_state (self));
  note_told (self);
  if (!is_same)
    g_signal_emit (self, signals[CHANGED], 0);
}
