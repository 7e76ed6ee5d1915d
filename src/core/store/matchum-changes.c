/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of ids by table, and a set of tables. */
#include "config.h"

#include "store/matchum-changes.h"

#include <string.h>

struct _MatchumChanges {
  GHashTable *owners; /* name of a table → set of ids of those that were changed, or a row of theirs elsewhere */
  GHashTable *tables; /* names of the tables that were written to */
  gboolean is_everything;
};

G_DEFINE_BOXED_TYPE (MatchumChanges, matchum_changes, matchum_changes_ref, matchum_changes_unref)

MatchumChanges *
matchum_changes_new (void)
{
  MatchumChanges *self = g_atomic_rc_box_new0 (MatchumChanges);

  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

MatchumChanges *
matchum_changes_ref (MatchumChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
matchum_changes_clear (MatchumChanges *self)
{
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->tables);
}

void
matchum_changes_unref (MatchumChanges *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_changes_clear);
}

static GHashTable *
get_ids (MatchumChanges *self, const char *table)
{
  GHashTable *ids = g_hash_table_lookup (self->owners, table);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->owners, g_strdup (table), ids);
    }
  return ids;
}

void
matchum_changes_add (MatchumChanges *self, const char *table, const char *id)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (table != NULL && id != NULL);

  g_hash_table_add (get_ids (self, table), g_strdup (id));
}

void
matchum_changes_add_table (MatchumChanges *self, const char *table)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (table != NULL);

  g_hash_table_add (self->tables, g_strdup (table));
}

void
matchum_changes_set_everything (MatchumChanges *self)
{
  g_return_if_fail (self != NULL);

  self->is_everything = TRUE;
}

gboolean
matchum_changes_is_empty (MatchumChanges *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !self->is_everything && g_hash_table_size (self->owners) == 0 && g_hash_table_size (self->tables) == 0;
}

gboolean
matchum_changes_is_everything (MatchumChanges *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_everything;
}

static gboolean
has_id (MatchumChanges *self, const char *table, const char *id)
{
  GHashTable *ids;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  ids = g_hash_table_lookup (self->owners, table);
  return self->is_everything || (ids != NULL && g_hash_table_contains (ids, id));
}

gboolean
matchum_changes_has_baseline (MatchumChanges *self, const char *id)
{
  return has_id (self, "baselines", id);
}

gboolean
matchum_changes_has_posting (MatchumChanges *self, const char *id)
{
  return has_id (self, "postings", id);
}

gboolean
matchum_changes_has_application (MatchumChanges *self, const char *id)
{
  return has_id (self, "applications", id);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
dup_ids (MatchumChanges *self, const char *table)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTable *ids;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL, NULL);

  ids = g_hash_table_lookup (self->owners, table);
  if (ids != NULL)
    {
      g_hash_table_iter_init (&iter, ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_ptr_array_add (sorted, g_strdup (id));
    }
  g_ptr_array_sort (sorted, compare_cb);
  g_ptr_array_add (sorted, NULL);
  return (char **) g_ptr_array_free (sorted, FALSE);
}

char **
matchum_changes_dup_baselines (MatchumChanges *self)
{
  return dup_ids (self, "baselines");
}

char **
matchum_changes_dup_postings (MatchumChanges *self)
{
  return dup_ids (self, "postings");
}

char **
matchum_changes_dup_applications (MatchumChanges *self)
{
  return dup_ids (self, "applications");
}

gboolean
matchum_changes_has_table (MatchumChanges *self, const char *table)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  return self->is_everything || g_hash_table_contains (self->tables, table);
}
