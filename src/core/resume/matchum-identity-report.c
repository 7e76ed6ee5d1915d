/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what became of blocks and picks out what matters. */
#include "config.h"

#include "resume/matchum-identity-report.h"

struct _MatchumIdentityReport {
  GPtrArray *changes; /* of MatchumIdentityChange */
  GPtrArray *notable; /* those that may concern somebody, which are few */
  GHashTable *by_id;  /* id, owned by the change, to MatchumIdentityChange */
};

G_DEFINE_BOXED_TYPE (MatchumIdentityReport,
                     matchum_identity_report,
                     matchum_identity_report_ref,
                     matchum_identity_report_unref)

static void
matchum_identity_report_clear (MatchumIdentityReport *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->notable);
  g_ptr_array_unref (self->changes);
}

static gboolean
is_notable (const MatchumIdentityChange *change)
{
  const MatchumIdentityFlags doubtful = MATCHUM_IDENTITY_LOST | MATCHUM_IDENTITY_UNCERTAIN | MATCHUM_IDENTITY_RETURNED;

  return (change->flags & doubtful) != 0 || change->origin != NULL;
}

MatchumIdentityReport *
matchum_identity_report_new (GPtrArray *changes)
{
  MatchumIdentityReport *self;

  g_return_val_if_fail (changes != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumIdentityReport);
  self->changes = changes;
  self->notable = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      MatchumIdentityChange *change = g_ptr_array_index (changes, i);

      g_hash_table_insert (self->by_id, change->id, change);
      if (is_notable (change))
        g_ptr_array_add (self->notable, change);
    }
  return self;
}

MatchumIdentityReport *
matchum_identity_report_ref (MatchumIdentityReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_identity_report_unref (MatchumIdentityReport *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_identity_report_clear);
}

guint
matchum_identity_report_get_n_changes (MatchumIdentityReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const MatchumIdentityChange *
matchum_identity_report_get_change (MatchumIdentityReport *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, index);
}

const MatchumIdentityChange *
matchum_identity_report_lookup (MatchumIdentityReport *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

guint
matchum_identity_report_count (MatchumIdentityReport *self, MatchumIdentityFlags flags)
{
  g_autoptr (GPtrArray) found = matchum_identity_report_list (self, flags);

  return found != NULL ? found->len : 0;
}

GPtrArray *
matchum_identity_report_list (MatchumIdentityReport *self, MatchumIdentityFlags flags)
{
  GPtrArray *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->changes->len; i++)
    {
      MatchumIdentityChange *change = g_ptr_array_index (self->changes, i);

      if ((change->flags & flags) != 0)
        g_ptr_array_add (found, change);
    }
  return found;
}

GPtrArray *
matchum_identity_report_list_concerning (MatchumIdentityReport *self, GHashTable *ids)
{
  GPtrArray *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->notable->len; i++)
    {
      MatchumIdentityChange *change = g_ptr_array_index (self->notable, i);

      if (g_hash_table_contains (ids, change->id)
          || (change->origin != NULL && g_hash_table_contains (ids, change->origin)))
        g_ptr_array_add (found, change);
    }
  return found;
}

GHashTable *
matchum_identity_report_dup_notable (MatchumIdentityReport *self)
{
  GHashTable *ids;

  g_return_val_if_fail (self != NULL, NULL);

  ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->notable->len; i++)
    {
      MatchumIdentityChange *change = g_ptr_array_index (self->notable, i);

      g_hash_table_add (ids, change->id);
      if (change->origin != NULL)
        g_hash_table_add (ids, change->origin);
    }
  return ids;
}

void
matchum_identity_change_free (MatchumIdentityChange *change)
{
  if (change == NULL)
    return;
  g_free (change->id);
  g_free (change->old_text);
  g_free (change->origin);
  g_free (change);
}
