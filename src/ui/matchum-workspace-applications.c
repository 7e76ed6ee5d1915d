/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which applications there are, each of a posting over a baseline, and holding a posting against another baseline: the
 * last of its applications tells which one that is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-workspace-private.h"

void
matchum_workspace_read_applications (MatchumWorkspace *self, const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) outlines = NULL;
  GHashTableIter iter;
  gpointer id, outline;

  if (ids != NULL && ids[0] == NULL)
    return;
  outlines = matchum_application_table_list_outlines (matchum_library_get_database (self->library), ids, &error);
  if (outlines == NULL)
    {
      g_warning ("The applications could not be read: %s", error->message);
      return;
    }
  g_hash_table_iter_init (&iter, outlines);
  while (g_hash_table_iter_next (&iter, &id, &outline))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (self->applications, id, outline);
    }
}

/* One that came and went before the library told of it is known to the posting that it was made for. */
static MatchumWorkspacePosting *
find_maker (MatchumWorkspace *self, const char *application)
{
  GListModel *postings = G_LIST_MODEL (self->postings);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      if (matchum_workspace_posting_find_baseline_of (posting, application) != NULL)
        return posting; /* the list holds it */
    }
  return NULL;
}

MatchumWorkspacePosting *
matchum_workspace_find_posting_of (MatchumWorkspace *self, const char *application)
{
  const MatchumApplicationOutline *outline = g_hash_table_lookup (self->applications, application);

  return outline != NULL ? matchum_workspace_find_posting (self, outline->posting) : find_maker (self, application);
}

MatchumWorkspaceBaseline *
matchum_workspace_find_baseline_of (MatchumWorkspace *self, const char *application)
{
  const MatchumApplicationOutline *outline = g_hash_table_lookup (self->applications, application);
  MatchumWorkspacePosting *maker = outline == NULL ? find_maker (self, application) : NULL;

  if (outline != NULL)
    return matchum_workspace_find_baseline (self, outline->baseline);
  return maker != NULL
             ? matchum_workspace_find_baseline (self, matchum_workspace_posting_find_baseline_of (maker, application))
             : NULL;
}

/* Undone and done again

   An application whose place is another was held, or is not any more; and so was one that comes or goes without a
   choice, since the first choice brings its own. */

static gboolean
is_hold (const MatchumApplicationOutline *before, const MatchumApplicationOutline *now)
{
  if (before != NULL && now != NULL)
    return before->place != now->place || (before->is_empty && now->is_empty);
  if (now != NULL)
    return now->is_empty;
  return before != NULL && before->is_empty;
}

GHashTable *
matchum_workspace_find_holds (MatchumWorkspace *self, char **ids)
{
  g_autoptr (GHashTable) outlines = NULL;
  GHashTable *holds = g_hash_table_new (g_str_hash, g_str_equal);

  outlines = matchum_application_table_list_outlines (matchum_library_get_database (self->library),
                                                      (const char *const *) ids, NULL);
  for (guint i = 0; outlines != NULL && ids[i] != NULL; i++)
    if (is_hold (g_hash_table_lookup (self->applications, ids[i]), g_hash_table_lookup (outlines, ids[i])))
      g_hash_table_add (holds, ids[i]);
  return holds;
}

/* The first application of a posting that went with the hold tells what it was held against before. */
static MatchumWorkspaceBaseline *
find_former (MatchumWorkspace *self, MatchumWorkspacePosting *posting, char **ids)
{
  const MatchumApplicationOutline *first = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MatchumApplicationOutline *outline = g_hash_table_lookup (self->applications, ids[i]);

      if (outline != NULL && g_str_equal (outline->posting, matchum_workspace_posting_get_id (posting))
          && (first == NULL || outline->place < first->place))
        first = outline;
    }
  return first != NULL ? matchum_workspace_find_baseline (self, first->baseline) : NULL;
}

MatchumWorkspaceBaseline *
matchum_workspace_find_released (MatchumWorkspace *self, MatchumWorkspacePosting *posting, char **ids)
{
  MatchumWorkspaceBaseline *held = matchum_workspace_find_held (self, posting);

  return held != NULL ? held : find_former (self, posting, ids);
}

/* Holding */

typedef struct {
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *posting;
  MatchumWorkspaceBaseline *former;
  MatchumWorkspaceBaseline *baseline;
} Holding;

/* What was shown and could not be kept is taken back. */
static void
held_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autofree Holding *holding = user_data;
  g_autoptr (MatchumWorkspace) self = holding->workspace;
  g_autoptr (MatchumWorkspacePosting) posting = holding->posting;
  g_autoptr (MatchumWorkspaceBaseline) former = holding->former;
  g_autoptr (MatchumWorkspaceBaseline) baseline = holding->baseline;
  g_autoptr (GError) error = NULL;

  self->n_holding--;
  if (matchum_library_finish (MATCHUM_LIBRARY (library), result, &error) || !matchum_workspace_has_library (self))
    return;
  if (self->current == posting && self->baseline == baseline)
    matchum_workspace_show (self, former, posting);
  matchum_workspace_emit_failed (self, error);
}

static void
add_hold (MatchumWorkspace *self,
          MatchumEdit *edit,
          MatchumWorkspacePosting *posting,
          MatchumWorkspaceBaseline *baseline)
{
  MatchumApplicationRecord *record = matchum_application_record_new ();

  record->id = g_uuid_string_random ();
  record->posting = g_strdup (matchum_workspace_posting_get_id (posting));
  record->baseline = g_strdup (matchum_workspace_baseline_get_id (baseline));
  record->created_on = matchum_workspace_dup_today (self);
  matchum_edit_add (edit, (MatchumEditFunc) matchum_application_table_hold, record,
                    (GDestroyNotify) matchum_application_record_free);
}

/* Where nothing was chosen yet, what it was held against so far is written as well: undo takes both away, and tells by
 * the first where to go back to. */
static void
keep_hold (MatchumWorkspace *self,
           MatchumWorkspacePosting *posting,
           MatchumWorkspaceBaseline *former,
           MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (_ ("Hold Against Another Resume"));
  Holding *holding = g_new0 (Holding, 1);

  if (matchum_workspace_find_held (self, posting) == NULL)
    add_hold (self, edit, posting, former);
  add_hold (self, edit, posting, baseline);
  holding->workspace = g_object_ref (self);
  holding->posting = g_object_ref (posting);
  holding->former = g_object_ref (former);
  holding->baseline = g_object_ref (baseline);
  self->n_holding++;
  matchum_library_edit_async (self->library, edit, held_cb, holding);
}

void
matchum_workspace_hold_against (MatchumWorkspace *self,
                                MatchumWorkspacePosting *posting,
                                MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (MatchumWorkspacePosting) held_posting = NULL;
  g_autoptr (MatchumWorkspaceBaseline) held_baseline = NULL;
  MatchumWorkspaceBaseline *former;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  /* Either may be gone when what was asked for before is written. */
  held_posting = g_object_ref (posting);
  held_baseline = g_object_ref (baseline);
  matchum_library_flush (self->library);
  former = matchum_workspace_choose_baseline (self, posting);
  matchum_workspace_show (self, baseline, posting);
  /* A library that cannot be written to can be looked at all the same. */
  if (self->current != posting || self->baseline != baseline || former == NULL || former == baseline
      || matchum_library_get_read_only_reason (self->library) != NULL)
    return;
  keep_hold (self, posting, former, baseline);
}
