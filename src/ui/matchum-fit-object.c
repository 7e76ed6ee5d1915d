/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a row says. */
#include "config.h"

#include "ui/matchum-fit-object.h"

struct _MatchumFitObject {
  GObject parent_instance;

  MatchumFitRowKind kind;
  char *id;
  char *text;
  char *detail;
  int requirement;
  guint n_lines;
  guint count;
  GPtrArray *effects;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumFitObject, matchum_fit_object, G_TYPE_OBJECT)

static void
free_effect (gpointer data)
{
  MatchumFitEffect *effect = data;

  g_free (effect->key);
  g_free (effect->words);
  g_free (effect);
}

static void
matchum_fit_object_finalize (GObject *object)
{
  MatchumFitObject *self = MATCHUM_FIT_OBJECT (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->detail);
  g_ptr_array_unref (self->effects);

  G_OBJECT_CLASS (matchum_fit_object_parent_class)->finalize (object);
}

static void
matchum_fit_object_class_init (MatchumFitObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_fit_object_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_fit_object_init (MatchumFitObject *self)
{
  self->requirement = -1;
  self->effects = g_ptr_array_new_with_free_func (free_effect);
}

MatchumFitObject *
matchum_fit_object_new (MatchumFitRowKind kind, const char *id, const char *text)
{
  MatchumFitObject *self = g_object_new (MATCHUM_TYPE_FIT_OBJECT, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  return self;
}

MatchumFitRowKind
matchum_fit_object_get_kind (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), MATCHUM_FIT_ROW_GROUP);

  return self->kind;
}

const char *
matchum_fit_object_get_id (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), NULL);

  return self->id;
}

const char *
matchum_fit_object_get_text (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), NULL);

  return self->text;
}

const char *
matchum_fit_object_get_detail (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), NULL);

  return self->detail;
}

int
matchum_fit_object_get_requirement (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), -1);

  return self->requirement;
}

guint
matchum_fit_object_get_n_lines (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), 0);

  return self->n_lines;
}

guint
matchum_fit_object_get_count (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), 0);

  return self->count;
}

GPtrArray *
matchum_fit_object_get_effects (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), NULL);

  return self->effects;
}

gboolean
matchum_fit_object_is_block (MatchumFitObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_OBJECT (self), FALSE);

  return self->kind != MATCHUM_FIT_ROW_GROUP && self->kind != MATCHUM_FIT_ROW_UNCOVERED;
}

void
matchum_fit_object_take_detail (MatchumFitObject *self, char *detail)
{
  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));

  g_free (self->detail);
  self->detail = detail;
}

void
matchum_fit_object_set_requirement (MatchumFitObject *self, guint requirement)
{
  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));

  self->requirement = (int) requirement;
}

void
matchum_fit_object_set_n_lines (MatchumFitObject *self, guint n_lines)
{
  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));

  self->n_lines = n_lines;
}

void
matchum_fit_object_set_count (MatchumFitObject *self, guint count)
{
  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));

  self->count = count;
}

void
matchum_fit_object_add_effect (MatchumFitObject *self, char *key, MatchumStanding standing, char *words)
{
  MatchumFitEffect *effect;

  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));

  effect = g_new0 (MatchumFitEffect, 1);
  effect->key = key;
  effect->standing = standing;
  effect->words = words;
  g_ptr_array_add (self->effects, effect);
}

static gboolean
has_same_effects (MatchumFitObject *self, MatchumFitObject *other)
{
  if (self->effects->len != other->effects->len)
    return FALSE;
  for (guint i = 0; i < self->effects->len; i++)
    {
      const MatchumFitEffect *effect = self->effects->pdata[i], *its = other->effects->pdata[i];

      if (effect->standing != its->standing || g_strcmp0 (effect->key, its->key) != 0
          || g_strcmp0 (effect->words, its->words) != 0)
        return FALSE;
    }
  return TRUE;
}

void
matchum_fit_object_become (MatchumFitObject *self, MatchumFitObject *other)
{
  gboolean is_same;

  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (self));
  g_return_if_fail (MATCHUM_IS_FIT_OBJECT (other));

  is_same = self->kind == other->kind && self->requirement == other->requirement && self->n_lines == other->n_lines
            && self->count == other->count && g_strcmp0 (self->text, other->text) == 0
            && g_strcmp0 (self->detail, other->detail) == 0 && has_same_effects (self, other);
  if (is_same)
    return;
  self->kind = other->kind;
  self->requirement = other->requirement;
  self->n_lines = other->n_lines;
  self->count = other->count;
  g_free (self->text);
  self->text = g_strdup (other->text);
  g_free (self->detail);
  self->detail = g_strdup (other->detail);
  g_ptr_array_unref (self->effects);
  self->effects = g_ptr_array_ref (other->effects);
  g_signal_emit (self, signals[CHANGED], 0);
}
