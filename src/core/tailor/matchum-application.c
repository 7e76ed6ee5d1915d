/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sets of block ids, what of the baseline this application hides and what it insists on, and the team. */
#include "config.h"

#include "tailor/matchum-application.h"

#include <string.h>

struct _MatchumApplication {
  GHashTable *hidden; /* set of ids */
  GHashTable *pinned; /* the same */
  char *team;         /* NULL: none was picked */
};

G_DEFINE_BOXED_TYPE (MatchumApplication, matchum_application, matchum_application_ref, matchum_application_unref)

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_strdup (id));
  return copy;
}

static void
set_member (GHashTable *set, const char *id, gboolean is_member)
{
  if (is_member)
    g_hash_table_add (set, g_strdup (id));
  else
    g_hash_table_remove (set, id);
}

static gboolean
is_same_set (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (b, id))
      return FALSE;
  return TRUE;
}

static void
add_members (GHashTable *set, GPtrArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, g_strdup (g_ptr_array_index (ids, i)));
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_members (GHashTable *set)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, compare_ids_cb);
  return ids;
}

static void
matchum_application_clear (MatchumApplication *self)
{
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->pinned);
  g_free (self->team);
}

/* Nothing hidden, nothing pinned. */
MatchumApplication *
matchum_application_new (void)
{
  MatchumApplication *self = g_atomic_rc_box_new0 (MatchumApplication);

  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pinned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

MatchumApplication *
matchum_application_new_from_ids (GPtrArray *hidden, GPtrArray *pinned)
{
  MatchumApplication *self = matchum_application_new ();

  add_members (self->hidden, hidden);
  add_members (self->pinned, pinned);
  return self;
}

MatchumApplication *
matchum_application_ref (MatchumApplication *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_application_unref (MatchumApplication *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_application_clear);
}

static MatchumApplication *
copy (MatchumApplication *self)
{
  MatchumApplication *other = g_atomic_rc_box_new0 (MatchumApplication);

  other->hidden = copy_set (self->hidden);
  other->pinned = copy_set (self->pinned);
  other->team = g_strdup (self->team);
  return other;
}

/**
 * matchum_application_with_hidden:
 * @is_hidden: TRUE to hide the block, which takes a pin off it; FALSE to show it again
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_hidden (MatchumApplication *self, const char *block_id, gboolean is_hidden)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  other = copy (self);
  set_member (other->hidden, block_id, is_hidden);
  if (is_hidden)
    set_member (other->pinned, block_id, FALSE);
  return other;
}

/**
 * matchum_application_with_pinned:
 * @is_pinned: TRUE to pin the block, which shows it where it was hidden; FALSE to let it go
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_pinned (MatchumApplication *self, const char *block_id, gboolean is_pinned)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  other = copy (self);
  set_member (other->pinned, block_id, is_pinned);
  if (is_pinned)
    set_member (other->hidden, block_id, FALSE);
  return other;
}

/**
 * matchum_application_with_team:
 * @team: (nullable): name of the team as the posting has it
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_team (MatchumApplication *self, const char *team)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_free (other->team);
  other->team = g_strdup (team);
  return other;
}

const char *
matchum_application_get_team (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->team;
}

/* Whether the block is hidden by itself; what hides it besides, see matchum_application_get_visibility(). */
gboolean
matchum_application_is_hidden (MatchumApplication *self, const char *block_id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block_id != NULL, FALSE);

  return g_hash_table_contains (self->hidden, block_id);
}

gboolean
matchum_application_is_pinned (MatchumApplication *self, const char *block_id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block_id != NULL, FALSE);

  return g_hash_table_contains (self->pinned, block_id);
}

/* Whether both make the same choices. */
gboolean
matchum_application_is_equal (MatchumApplication *self, MatchumApplication *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self == other
         || (is_same_set (self->hidden, other->hidden) && is_same_set (self->pinned, other->pinned)
             && g_strcmp0 (self->team, other->team) == 0);
}

GPtrArray *
matchum_application_dup_hidden (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_members (self->hidden);
}

GPtrArray *
matchum_application_dup_pinned (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_members (self->pinned);
}

/* Returns: (transfer full) */
MatchumVisibility *
matchum_application_get_visibility (MatchumApplication *self, MatchumResume *resume)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);

  return matchum_visibility_new (resume, self->hidden, self->pinned);
}
