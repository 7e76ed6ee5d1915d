/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what every posting asks for, in slices of a few milliseconds, and ranks. What was read is kept by the posting
 * until it is another. */
#include "config.h"

#include "ui/matchum-alike-search.h"

#include "store/matchum-application-choices.h"
#include "tailor/matchum-posting-likeness.h"
#include "ui/matchum-workspace-private.h"

/* How long the window may wait for it at once. */
#define SLICE_US 6000
typedef struct {
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *current;
  MatchumWorkspaceBaseline *baseline;
  GPtrArray *postings; /* of MatchumWorkspacePosting */
  GPtrArray *criteria; /* of MatchumPostingCriteria, of as many of them as were read */
  guint max;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->current);
  g_object_unref (self->baseline);
  g_ptr_array_unref (self->postings);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

static void
alike_free (gpointer data)
{
  MatchumAlikePosting *self = data;

  g_object_unref (self->posting);
  g_ptr_array_unref (self->shared);
  matchum_application_unref (self->from);
  g_free (self);
}

/* What a posting asks for ------------------------------------------------------------------------------------------ */

static GQuark
get_criteria_quark (void)
{
  return g_quark_from_static_string ("matchum-posting-criteria");
}

/* Also where another lexicon was set. */
static void
forget_cb (MatchumWorkspacePosting *posting)
{
  g_object_set_qdata (G_OBJECT (posting), get_criteria_quark (), NULL);
}

/* A posting that nobody looks at is let go again when it was read, unless what was chosen for it is still being
 * written. */
static MatchumPostingCriteria *
get_criteria (MatchumWorkspace *workspace, MatchumWorkspacePosting *posting)
{
  MatchumPostingCriteria *criteria = g_object_get_qdata (G_OBJECT (posting), get_criteria_quark ());

  if (criteria != NULL)
    return criteria;
  criteria = matchum_posting_criteria_new (matchum_workspace_posting_get_posting (posting), workspace->lexicon);
  if (posting != workspace->current && !matchum_library_is_pending (workspace->library))
    matchum_workspace_posting_trim (posting);
  g_signal_handlers_disconnect_by_func (posting, forget_cb, NULL);
  g_signal_connect (posting, "changed", G_CALLBACK (forget_cb), NULL);
  g_object_set_qdata_full (G_OBJECT (posting), get_criteria_quark (), criteria,
                           (GDestroyNotify) matchum_posting_criteria_unref);
  return criteria;
}

/* What was chosen -------------------------------------------------------------------------------------------------- */

/* Posting to MatchumApplication: of those for which something was chosen over the baseline. */
static GHashTable *
read_applications (Search *self)
{
  GHashTable *found =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) matchum_application_unref);
  g_autoptr (GPtrArray) records =
      matchum_application_table_list (matchum_library_get_database (self->workspace->library), NULL, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const MatchumApplicationRecord *record = records->pdata[i];
      g_autoptr (MatchumApplication) application = NULL;

      if (!g_str_equal (record->baseline, matchum_workspace_baseline_get_id (self->baseline)))
        continue;
      application = matchum_application_record_get_application (record);
      if (matchum_choices_transfer_has_any (application))
        g_hash_table_replace (found, g_strdup (record->posting), g_steal_pointer (&application));
    }
  return found;
}

/* Search ----------------------------------------------------------------------------------------------------------- */

static guint8 *
mark_wanted (Search *self, GHashTable *applications)
{
  guint8 *is_wanted = g_new0 (guint8, self->postings->len);

  for (guint i = 0; i < self->postings->len; i++)
    is_wanted[i] = self->postings->pdata[i] != self->current
                   && g_hash_table_contains (applications, matchum_workspace_posting_get_id (self->postings->pdata[i]));
  return is_wanted;
}

static GPtrArray *
rank (Search *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (alike_free);
  g_autoptr (GHashTable) applications = read_applications (self);
  g_autofree guint8 *is_wanted = mark_wanted (self, applications);
  g_autoptr (MatchumPostingCriteria) mine =
      matchum_posting_criteria_ref (get_criteria (self->workspace, self->current));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) ranked = NULL;

  for (guint i = 0; i < self->postings->len; i++)
    g_ptr_array_add (others, self->postings->pdata[i] != self->current ? self->criteria->pdata[i] : NULL);
  ranked = matchum_posting_likeness_rank (mine, others, is_wanted, self->max);
  for (guint i = 0; i < ranked->len; i++)
    {
      const MatchumPostingLikeness *likeness = ranked->pdata[i];
      MatchumAlikePosting *alike = g_new0 (MatchumAlikePosting, 1);

      alike->posting = g_object_ref (self->postings->pdata[likeness->index]);
      alike->is_much = matchum_posting_likeness_is_much (likeness);
      alike->shared = g_ptr_array_ref (likeness->shared);
      alike->from = matchum_application_ref (
          g_hash_table_lookup (applications, matchum_workspace_posting_get_id (alike->posting)));
      g_ptr_array_add (found, alike);
    }
  return found;
}

static gboolean
is_still_open (Search *self)
{
  return matchum_workspace_has_library (self->workspace) && self->workspace->current == self->current
         && self->workspace->baseline == self->baseline;
}

static gboolean
read_some_cb (gpointer user_data)
{
  GTask *task = user_data;
  Search *self = g_task_get_task_data (task);
  const gint64 start = g_get_monotonic_time ();

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!is_still_open (self))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another posting is open");
      return G_SOURCE_REMOVE;
    }
  while (self->criteria->len < self->postings->len && g_get_monotonic_time () - start < SLICE_US)
    g_ptr_array_add (self->criteria, matchum_posting_criteria_ref (
                                         get_criteria (self->workspace, self->postings->pdata[self->criteria->len])));
  if (self->criteria->len < self->postings->len)
    return G_SOURCE_CONTINUE;
  g_task_return_pointer (task, rank (self), (GDestroyNotify) g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

static GPtrArray *
list_postings (MatchumWorkspace *workspace)
{
  GListModel *model = matchum_workspace_get_postings (workspace);
  GPtrArray *postings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (postings, g_list_model_get_item (model, i));
  return postings;
}

void
matchum_alike_search_async (MatchumWorkspace *workspace,
                            guint max,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (workspace));
  g_return_if_fail (workspace->current != NULL && workspace->baseline != NULL);

  task = g_task_new (workspace, cancellable, callback, data);
  g_task_set_source_tag (task, matchum_alike_search_async);
  search = g_new0 (Search, 1);
  search->workspace = g_object_ref (workspace);
  search->current = g_object_ref (workspace->current);
  search->baseline = g_object_ref (workspace->baseline);
  search->postings = list_postings (workspace);
  search->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_criteria_unref);
  search->max = max;
  g_task_set_task_data (task, search, search_free);
  g_idle_add_full (G_PRIORITY_LOW, read_some_cb, g_steal_pointer (&task), g_object_unref);
}

GPtrArray *
matchum_alike_search_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
