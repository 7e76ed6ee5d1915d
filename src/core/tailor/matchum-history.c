/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of applications, each with the words for what was done to get there, and a place in it. */
#include "config.h"

#include "tailor/matchum-history.h"

/* Nobody goes back further; the oldest steps are forgotten. */
#define MAX_STEPS 1000

typedef struct {
  MatchumApplication *application;
  char *label; /* what was done to come here; NULL for the first */
} Step;

struct _MatchumHistory {
  GObject parent_instance;

  GPtrArray *steps; /* of Step, never empty */
  guint current;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (MatchumHistory, matchum_history, G_TYPE_OBJECT)

static Step *
create_step (MatchumApplication *application, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->application = matchum_application_ref (application);
  step->label = g_strdup (label);
  return step;
}

static void
free_step (Step *step)
{
  matchum_application_unref (step->application);
  g_free (step->label);
  g_free (step);
}

static Step *
get_step (MatchumHistory *self, guint index)
{
  return g_ptr_array_index (self->steps, index);
}

static gboolean
can_redo (MatchumHistory *self)
{
  return self->current + 1 < self->steps->len;
}

static void
matchum_history_finalize (GObject *object)
{
  MatchumHistory *self = MATCHUM_HISTORY (object);

  g_ptr_array_unref (self->steps);
  G_OBJECT_CLASS (matchum_history_parent_class)->finalize (object);
}

static void
matchum_history_class_init (MatchumHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = matchum_history_finalize;

  /* After each push, undo and redo. */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_history_init (MatchumHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
}

/* A history with nothing to undo. */
MatchumHistory *
matchum_history_new (MatchumApplication *first)
{
  MatchumHistory *self;

  g_return_val_if_fail (first != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_HISTORY, NULL);
  g_ptr_array_add (self->steps, create_step (first, NULL));
  return self;
}

/* Goes on to application; what was undone before can no longer be redone. */
void
matchum_history_push (MatchumHistory *self, MatchumApplication *application, const char *label)
{
  g_return_if_fail (MATCHUM_IS_HISTORY (self));
  g_return_if_fail (application != NULL);
  g_return_if_fail (label != NULL);

  g_ptr_array_set_size (self->steps, (gint) self->current + 1);
  g_ptr_array_add (self->steps, create_step (application, label));
  if (self->steps->len > MAX_STEPS + 1)
    g_ptr_array_remove_index (self->steps, 0);
  self->current = self->steps->len - 1;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: whether there was something to undo */
gboolean
matchum_history_undo (MatchumHistory *self)
{
  g_return_val_if_fail (MATCHUM_IS_HISTORY (self), FALSE);

  if (self->current == 0)
    return FALSE;
  self->current--;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* Returns: whether there was something to redo */
gboolean
matchum_history_redo (MatchumHistory *self)
{
  g_return_val_if_fail (MATCHUM_IS_HISTORY (self), FALSE);

  if (!can_redo (self))
    return FALSE;
  self->current++;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

const char *
matchum_history_get_undo_label (MatchumHistory *self)
{
  g_return_val_if_fail (MATCHUM_IS_HISTORY (self), NULL);

  return self->current > 0 ? get_step (self, self->current)->label : NULL;
}

const char *
matchum_history_get_redo_label (MatchumHistory *self)
{
  g_return_val_if_fail (MATCHUM_IS_HISTORY (self), NULL);

  return can_redo (self) ? get_step (self, self->current + 1)->label : NULL;
}

/* The choices as they are now. */
MatchumApplication *
matchum_history_get_application (MatchumHistory *self)
{
  g_return_val_if_fail (MATCHUM_IS_HISTORY (self), NULL);

  return get_step (self, self->current)->application;
}
