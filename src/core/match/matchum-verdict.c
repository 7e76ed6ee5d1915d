/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict as a value. */
#include "config.h"

#include "match/matchum-verdict.h"

#include <glib/gi18n-lib.h>

/* Unprovable, with nothing for it and nothing missing. */
MatchumVerdict *
matchum_verdict_new (void)
{
  MatchumVerdict *self = g_new0 (MatchumVerdict, 1);

  self->status = MATCHUM_STATUS_UNPROVABLE;
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_evidence_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
matchum_verdict_free (MatchumVerdict *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->missing);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

const char *
matchum_status_get_nick (MatchumStatus status)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      return "met";
    case MATCHUM_STATUS_PARTIAL:
      return "partial";
    case MATCHUM_STATUS_MISSING:
      return "missing";
    case MATCHUM_STATUS_UNPROVABLE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The evidence is at most a few lines, so looking back is cheap. */
static gboolean
is_first_of_block (const MatchumVerdict *self, guint index)
{
  const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, index);

  for (guint i = 0; i < index; i++)
    if (((const MatchumEvidence *) g_ptr_array_index (self->evidence, i))->block == evidence->block)
      return FALSE;
  return TRUE;
}

const char *
matchum_status_get_word (MatchumStatus status, gboolean is_listed_only)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      return is_listed_only ? _ ("listed only") : _ ("met");
    case MATCHUM_STATUS_PARTIAL:
      return _ ("partial");
    case MATCHUM_STATUS_MISSING:
      return _ ("missing");
    case MATCHUM_STATUS_UNPROVABLE:
      return _ ("cannot be shown");
    default:
      g_assert_not_reached ();
    }
}

guint
matchum_verdict_count_blocks (const MatchumVerdict *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->evidence->len; i++)
    count += is_first_of_block (self, i);
  return count;
}

gboolean
matchum_verdict_has_block (const MatchumVerdict *self, guint block)
{
  g_return_val_if_fail (self != NULL, FALSE);
  for (guint i = 0; i < self->evidence->len; i++)
    if (((const MatchumEvidence *) g_ptr_array_index (self->evidence, i))->block == block)
      return TRUE;
  return FALSE;
}
