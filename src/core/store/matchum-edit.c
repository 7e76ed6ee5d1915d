/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of functions and what they are called with. */
#include "config.h"

#include "store/matchum-edit.h"

struct _MatchumEdit {
  char *label;
  char *merge_key;
  GPtrArray *parts;
};

typedef struct {
  MatchumEditFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Part;

G_DEFINE_BOXED_TYPE (MatchumEdit, matchum_edit, matchum_edit_ref, matchum_edit_unref)

static void
free_part (Part *part)
{
  if (part->destroy != NULL)
    part->destroy (part->data);
  g_free (part);
}

MatchumEdit *
matchum_edit_new (const char *label)
{
  MatchumEdit *self = g_atomic_rc_box_new0 (MatchumEdit);

  self->label = g_strdup (label);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  return self;
}

MatchumEdit *
matchum_edit_ref (MatchumEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
matchum_edit_clear (MatchumEdit *self)
{
  g_free (self->label);
  g_free (self->merge_key);
  g_ptr_array_unref (self->parts);
}

void
matchum_edit_unref (MatchumEdit *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_edit_clear);
}

void
matchum_edit_add (MatchumEdit *self, MatchumEditFunc func, gpointer data, GDestroyNotify destroy)
{
  Part *part;

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  part = g_new0 (Part, 1);
  part->func = func;
  part->data = data;
  part->destroy = destroy;
  g_ptr_array_add (self->parts, part);
}

void
matchum_edit_set_merge_key (MatchumEdit *self, const char *merge_key)
{
  g_return_if_fail (self != NULL);

  g_free (self->merge_key);
  self->merge_key = g_strdup (merge_key);
}

const char *
matchum_edit_get_label (MatchumEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

const char *
matchum_edit_get_merge_key (MatchumEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->merge_key;
}

gboolean
matchum_edit_carry_out (MatchumEdit *self, MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (database != NULL, FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (!part->func (database, part->data, error))
        return FALSE;
    }
  return TRUE;
}
