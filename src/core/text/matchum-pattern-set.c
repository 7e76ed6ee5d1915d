/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the patterns of a set once. */
#include "config.h"

#include "text/matchum-pattern-set.h"

static GRegex *
compile (const MatchumPatternSet *self, guint which)
{
  g_autoptr (GError) error = NULL;
  GRegex *pattern = g_regex_new (self->texts[which], self->flags | G_REGEX_OPTIMIZE, 0, &error);

  if (pattern == NULL)
    g_error ("pattern %u of %s: %s", which, self->what, error->message);
  return pattern;
}

GRegex *
matchum_pattern_set_get (MatchumPatternSet *self, guint which)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (which < self->n_texts, NULL);

  if (g_once_init_enter (&self->is_ready))
    {
      self->compiled = g_new (GRegex *, self->n_texts);
      for (guint i = 0; i < self->n_texts; i++)
        self->compiled[i] = compile (self, i);
      g_once_init_leave (&self->is_ready, 1);
    }
  return self->compiled[which];
}
