/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices as rows, and what of them an edit writes. */
#include "config.h"

#include "store/matchum-application-choices.h"

static MatchumApplication *
take (MatchumApplication *before, MatchumApplication *after)
{
  matchum_application_unref (before);
  return after;
}

static MatchumApplication *
add_wordings (MatchumApplication *application, GPtrArray *wordings)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (MatchumApplicationWording));

  for (guint i = 0; wordings != NULL && i < wordings->len; i++)
    {
      const MatchumWordingRecord *record = wordings->pdata[i];
      const MatchumApplicationWording wording = { record->block, record->text, record->replaced };

      g_array_append_val (all, wording);
    }
  return take (application,
               matchum_application_with_wordings (application, (const MatchumApplicationWording *) (gpointer) all->data,
                                                  all->len));
}

/* The theme tells that there is a look of its own. */
static MatchumApplication *
add_look (MatchumApplication *application, const MatchumApplicationRecord *record)
{
  MatchumApplicationLook look = { record->theme, record->paper, record->style };

  return record->theme != NULL ? take (application, matchum_application_with_look (application, &look)) : application;
}

/* Returns: (transfer full) */
MatchumApplication *
matchum_application_record_get_application (const MatchumApplicationRecord *self)
{
  MatchumApplication *application;

  g_return_val_if_fail (self != NULL, NULL);

  application = matchum_application_new_from_ids (self->hidden, self->pinned);
  application = take (application, matchum_application_with_team (application, self->team));
  application = take (application, matchum_application_with_order (application, self->order));
  application = take (application, matchum_application_with_title_line (application, self->title_line));
  application =
      take (application, matchum_application_with_budget (application, (guint) CLAMP (self->budget, 0, G_MAXINT)));
  application = take (application, matchum_application_with_allows_gaps (application, self->allows_gaps));
  return add_look (add_wordings (application, self->wordings), self);
}

static void
set_string (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
set_ids (GPtrArray **field, GPtrArray *ids)
{
  g_clear_pointer (field, g_ptr_array_unref);
  *field = ids;
}

static GPtrArray *
list_wordings (MatchumApplication *application)
{
  g_autoptr (GPtrArray) ids = matchum_application_dup_worded (application);
  GPtrArray *wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_wording_record_free);

  for (guint i = 0; i < ids->len; i++)
    {
      MatchumWordingRecord *wording = matchum_wording_record_new ();

      wording->block = g_strdup (ids->pdata[i]);
      wording->text = g_strdup (matchum_application_get_wording (application, ids->pdata[i]));
      wording->replaced = g_strdup (matchum_application_get_replaced (application, ids->pdata[i]));
      g_ptr_array_add (wordings, wording);
    }
  return wordings;
}

void
matchum_application_record_set_application (MatchumApplicationRecord *self, MatchumApplication *application)
{
  const MatchumApplicationLook *look;
  GPtrArray *order;

  g_return_if_fail (self != NULL);
  g_return_if_fail (application != NULL);

  look = matchum_application_get_look (application);
  order = matchum_application_get_order (application);
  set_ids (&self->hidden, matchum_application_dup_hidden (application));
  set_ids (&self->pinned, matchum_application_dup_pinned (application));
  set_ids (&self->order, g_ptr_array_copy (order, (GCopyFunc) (void (*) (void)) g_strdup, NULL));
  set_ids (&self->wordings, list_wordings (application));
  set_string (&self->team, matchum_application_get_team (application));
  set_string (&self->title_line, matchum_application_get_title_line (application));
  set_string (&self->theme, look != NULL ? look->theme : NULL);
  set_string (&self->paper, look != NULL ? look->paper : NULL);
  set_string (&self->style, look != NULL ? look->adjustments : NULL);
  self->budget = matchum_application_get_budget (application);
  self->allows_gaps = matchum_application_allows_gaps (application);
}

typedef gboolean (*SetFunc) (MatchumDatabase *, const char *, const char *, gboolean, GError **);
typedef gboolean (*IsFunc) (MatchumApplication *, const char *);

/* Sets what is_member says of those of blocks, which are freed, for which it says something else of other. */
static gboolean
set_all (MatchumDatabase *database,
         const char *id,
         GPtrArray *blocks,
         MatchumApplication *other,
         IsFunc is_member,
         SetFunc set,
         gboolean value,
         GError **error)
{
  g_autoptr (GPtrArray) taken = blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (!is_member (other, blocks->pdata[i]) && !set (database, id, blocks->pdata[i], value, error))
      return FALSE;
  return TRUE;
}

static gboolean
change_members (MatchumDatabase *database,
                const char *id,
                MatchumApplication *before,
                MatchumApplication *after,
                GError **error)
{
  return set_all (database, id, matchum_application_dup_hidden (before), after, matchum_application_is_hidden,
                  matchum_application_table_set_hidden, FALSE, error)
         && set_all (database, id, matchum_application_dup_pinned (before), after, matchum_application_is_pinned,
                     matchum_application_table_set_pinned, FALSE, error)
         && set_all (database, id, matchum_application_dup_hidden (after), before, matchum_application_is_hidden,
                     matchum_application_table_set_hidden, TRUE, error)
         && set_all (database, id, matchum_application_dup_pinned (after), before, matchum_application_is_pinned,
                     matchum_application_table_set_pinned, TRUE, error);
}

static gboolean
change_wording (MatchumDatabase *database,
                const char *id,
                const char *block,
                MatchumApplication *before,
                MatchumApplication *after,
                GError **error)
{
  const char *text = matchum_application_get_wording (after, block);
  const char *replaced = matchum_application_get_replaced (after, block);

  return (g_strcmp0 (text, matchum_application_get_wording (before, block)) == 0
          && g_strcmp0 (replaced, matchum_application_get_replaced (before, block)) == 0)
         || matchum_application_table_set_wording (database, id, block, text, replaced, error);
}

static gboolean
change_wordings (MatchumDatabase *database,
                 const char *id,
                 MatchumApplication *before,
                 MatchumApplication *after,
                 GError **error)
{
  g_autoptr (GPtrArray) worded_before = matchum_application_dup_worded (before);
  g_autoptr (GPtrArray) worded_after = matchum_application_dup_worded (after);

  for (guint i = 0; i < worded_before->len; i++)
    if (!change_wording (database, id, worded_before->pdata[i], before, after, error))
      return FALSE;
  for (guint i = 0; i < worded_after->len; i++)
    if (matchum_application_get_wording (before, worded_after->pdata[i]) == NULL
        && !change_wording (database, id, worded_after->pdata[i], before, after, error))
      return FALSE;
  return TRUE;
}

static gboolean
change_words (MatchumDatabase *database,
              const char *id,
              MatchumApplication *before,
              MatchumApplication *after,
              GError **error)
{
  GPtrArray *order = matchum_application_get_order (after);
  const char *title_line = matchum_application_get_title_line (after);

  return (matchum_application_has_same_order (before, after)
          || matchum_application_table_set_order (database, id, order, error))
         && (g_strcmp0 (matchum_application_get_title_line (before), title_line) == 0
             || matchum_application_table_set_title_line (database, id, title_line, error))
         && change_wordings (database, id, before, after, error);
}

static gboolean
change_look (MatchumDatabase *database,
             const char *id,
             MatchumApplication *before,
             MatchumApplication *after,
             GError **error)
{
  const MatchumApplicationLook *look = matchum_application_get_look (after);
  const MatchumApplicationLook none = { NULL, NULL, NULL };

  if (matchum_application_has_same_look (before, after))
    return TRUE;
  if (look == NULL)
    look = &none;
  return matchum_application_table_set_look (database, id, look->theme, look->paper, look->adjustments, error);
}

static gboolean
change_pages (MatchumDatabase *database,
              const char *id,
              MatchumApplication *before,
              MatchumApplication *after,
              GError **error)
{
  guint budget = matchum_application_get_budget (after);
  gboolean allows_gaps = matchum_application_allows_gaps (after);

  return (matchum_application_get_budget (before) == budget
          || matchum_application_table_set_budget (database, id, budget, error))
         && (matchum_application_allows_gaps (before) == allows_gaps
             || matchum_application_table_set_allows_gaps (database, id, allows_gaps, error))
         && change_look (database, id, before, after, error);
}

static gboolean
change_team (MatchumDatabase *database,
             const char *id,
             MatchumApplication *before,
             MatchumApplication *after,
             GError **error)
{
  const char *team = matchum_application_get_team (after);

  return g_strcmp0 (matchum_application_get_team (before), team) == 0
         || matchum_application_table_set_team (database, id, team, error);
}

gboolean
matchum_application_choices_change (MatchumDatabase *database,
                                    const char *id,
                                    MatchumApplication *before,
                                    MatchumApplication *after,
                                    GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return change_team (database, id, before, after, error) && change_members (database, id, before, after, error)
         && change_words (database, id, before, after, error) && change_pages (database, id, before, after, error);
}
