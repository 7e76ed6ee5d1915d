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

static void
clear_tag (gpointer tag)
{
  g_free (((MatchumBlockTagging *) tag)->word);
}

static gboolean
marks_are_equal (const GArray *marks, const GArray *others)
{
  return marks->len == others->len
         && (marks->len == 0 || memcmp (marks->data, others->data, marks->len * sizeof (MatchumSpan)) == 0);
}

static void
clear_state (MatchumBlockState *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->marks);
  g_array_unref (self->tags);
  g_free (self->note_text);
  g_free (self->link_text);
  g_free (self->link_mark);
}

MatchumBlockState *
matchum_block_state_new (void)
{
  MatchumBlockState *self = g_rc_box_new0 (MatchumBlockState);

  self->keys = g_array_new (FALSE, FALSE, sizeof (MatchumBlockKey));
  g_array_set_clear_func (self->keys, clear_key);
  self->marks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  self->tags = g_array_new (FALSE, FALSE, sizeof (MatchumBlockTagging));
  g_array_set_clear_func (self->tags, clear_tag);
  return self;
}

MatchumBlockState *
matchum_block_state_ref (MatchumBlockState *self)
{
  return g_rc_box_acquire (self);
}

void
matchum_block_state_unref (MatchumBlockState *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear_state);
}

gboolean
matchum_block_state_has_same_keys (const MatchumBlockState *self, const MatchumBlockState *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->keys->len != other->keys->len)
    return FALSE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const MatchumBlockKey *key = &g_array_index (self->keys, MatchumBlockKey, i);
      const MatchumBlockKey *its = &g_array_index (other->keys, MatchumBlockKey, i);

      if (key->requirement != its->requirement || key->is_sole != its->is_sole || key->is_selected != its->is_selected
          || !g_str_equal (key->label, its->label))
        return FALSE;
    }
  return TRUE;
}

gboolean
matchum_block_state_has_same_tags (const MatchumBlockState *self, const MatchumBlockState *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->priority != other->priority || self->tags->len != other->tags->len)
    return FALSE;
  for (guint i = 0; i < self->tags->len; i++)
    {
      const MatchumBlockTagging *tag = &g_array_index (self->tags, MatchumBlockTagging, i);
      const MatchumBlockTagging *its = &g_array_index (other->tags, MatchumBlockTagging, i);

      if (!!tag->is_always != !!its->is_always || !g_str_equal (tag->word, its->word))
        return FALSE;
    }
  return TRUE;
}

gboolean
matchum_block_state_is_equal (const MatchumBlockState *self, const MatchumBlockState *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->is_visible == other->is_visible && self->is_hidden == other->is_hidden
         && self->is_pinned == other->is_pinned && self->is_selected == other->is_selected
         && self->is_leaving == other->is_leaving && self->can_edit == other->can_edit
         && self->offers_title_line == other->offers_title_line && self->check == other->check
         && self->emphasis == other->emphasis && self->n_items == other->n_items && self->n_shown == other->n_shown
         && self->has_marker == other->has_marker && self->has_hint == other->has_hint && self->note == other->note
         && g_strcmp0 (self->note_text, other->note_text) == 0 && g_strcmp0 (self->link_text, other->link_text) == 0
         && g_strcmp0 (self->link_mark, other->link_mark) == 0 && matchum_block_state_has_same_keys (self, other)
         && matchum_block_state_has_same_tags (self, other) && marks_are_equal (self->marks, other->marks);
}
