/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a row says, so that rows are touched only where something else is to be said. */
#include "config.h"

#include "ui/matchum-block-state.h"

#include <string.h>

static void
clear_key (gpointer key)
{
  g_free (((MatchumBlockKey *) key)->label);
}

static gboolean
keys_are_equal (const GArray *keys, const GArray *others)
{
  if (keys->len != others->len)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      const MatchumBlockKey *key = &g_array_index (keys, MatchumBlockKey, i);
      const MatchumBlockKey *other = &g_array_index (others, MatchumBlockKey, i);

      if (key->requirement != other->requirement || key->is_sole != other->is_sole
          || key->is_selected != other->is_selected || !g_str_equal (key->label, other->label))
        return FALSE;
    }
  return TRUE;
}

static gboolean
marks_are_equal (const GArray *marks, const GArray *others)
{
  return marks->len == others->len
         && (marks->len == 0 || memcmp (marks->data, others->data, marks->len * sizeof (MatchumSpan)) == 0);
}

MatchumBlockState *
matchum_block_state_new (void)
{
  MatchumBlockState *self = g_new0 (MatchumBlockState, 1);

  self->keys = g_array_new (FALSE, FALSE, sizeof (MatchumBlockKey));
  g_array_set_clear_func (self->keys, clear_key);
  self->marks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  return self;
}

void
matchum_block_state_free (MatchumBlockState *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->marks);
  g_free (self->note_text);
  g_free (self);
}

gboolean
matchum_block_state_is_equal (const MatchumBlockState *self, const MatchumBlockState *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->is_visible == other->is_visible && self->is_hidden == other->is_hidden
         && self->is_pinned == other->is_pinned && self->is_selected == other->is_selected
         && self->can_edit == other->can_edit && self->check == other->check && self->emphasis == other->emphasis
         && self->n_items == other->n_items && self->n_shown == other->n_shown
         && self->has_marker == other->has_marker && self->note == other->note
         && g_strcmp0 (self->note_text, other->note_text) == 0 && keys_are_equal (self->keys, other->keys)
         && marks_are_equal (self->marks, other->marks);
}
