/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hidden and pinned for a posting: shown at once, and written as what it changes of the choices in the library.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-application-choices.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui/matchum-workspace-private.h"

static const MatchumBlock *
find_editable_block (MatchumWorkspace *self, guint block)
{
  MatchumResume *resume = matchum_workspace_get_resume (self);
  const MatchumBlock *found;

  if (resume == NULL || self->current == NULL || block >= matchum_resume_get_n_blocks (resume))
    return NULL;

  found = matchum_resume_get_block (resume, block);
  /* A title line of its own is no block of the baseline. */
  return found->kind != MATCHUM_BLOCK_TITLE && !g_str_equal (found->id, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID) ? found
                                                                                                               : NULL;
}

/* The application in which block is no longer hidden, nor is anything above it. */
static MatchumApplication *
show_with_ancestors (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  MatchumApplication *shown = matchum_application_ref (application);

  for (;;)
    {
      MatchumApplication *next = matchum_application_with_hidden (shown, block->id, FALSE);

      matchum_application_unref (shown);
      shown = next;
      if (block->parent == MATCHUM_BLOCK_NONE)
        return shown;
      block = matchum_resume_get_block (matchum_workspace_get_resume (self), block->parent);
    }
}

/* The application in which nothing under block is hidden by itself. */
static MatchumApplication *
show_descendants (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  MatchumApplication *shown = matchum_application_ref (application);

  for (guint i = block->index + 1; i < block->end; i++)
    {
      const char *id = matchum_resume_get_block (matchum_workspace_get_resume (self), i)->id;
      MatchumApplication *next;

      if (!matchum_application_is_hidden (shown, id))
        continue;
      next = matchum_application_with_hidden (shown, id, FALSE);
      matchum_application_unref (shown);
      shown = next;
    }
  return shown;
}

/* The application in which block is seen. What is hidden under a section or an entry stays so, unless the heading is
 * gone only because all that stood under it is hidden. */
static MatchumApplication *
show (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  g_autoptr (MatchumApplication) shown = show_with_ancestors (self, application, block);
  g_autoptr (MatchumVisibility) visibility =
      matchum_application_get_visibility (shown, matchum_workspace_get_resume (self));

  if (matchum_visibility_is_visible (visibility, block->index))
    return g_steal_pointer (&shown);
  return show_descendants (self, shown, block);
}

typedef struct {
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *posting;
} Choosing;

/* What was shown and could not be kept is taken back. */
static void
chosen_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (MatchumWorkspace) self = choosing->workspace;
  g_autoptr (MatchumWorkspacePosting) posting = choosing->posting;
  g_autoptr (GError) error = NULL;

  if (matchum_library_finish (MATCHUM_LIBRARY (library), result, &error) || !matchum_workspace_has_library (self))
    return;
  matchum_workspace_reread_choices (self, posting);
  matchum_workspace_emit_failed (self, error);
}

/* What one edit changes of the choices for a posting over a baseline. Only that is written: what is shown may be ahead
 * of the library, or behind it, and must not bring back what was undone meanwhile, nor what could not be kept. */
typedef struct {
  MatchumApplicationRecord *record; /* written where there are no choices yet */
  MatchumApplication *before;
  MatchumApplication *after;
} Difference;

static void
free_difference (gpointer data)
{
  Difference *difference = data;

  matchum_application_record_free (difference->record);
  matchum_application_unref (difference->before);
  matchum_application_unref (difference->after);
  g_free (difference);
}

char *
matchum_workspace_ensure_application (MatchumDatabase *database, const MatchumApplicationRecord *record, GError **error)
{
  g_autoptr (GPtrArray) found = matchum_application_table_list (database, record->posting, error);
  g_autoptr (MatchumApplicationRecord) first = NULL;
  g_autoptr (MatchumApplication) nothing = NULL;

  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumApplicationRecord *other = found->pdata[i];

      if (g_str_equal (other->baseline, record->baseline))
        return g_strdup (other->id);
    }
  first = matchum_application_record_copy (record);
  nothing = matchum_application_new ();
  matchum_application_record_set_application (first, nothing);
  return matchum_application_table_put (database, first, error) ? g_strdup (first->id) : NULL;
}

static gboolean
choose_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Difference *difference = data;
  g_autofree char *id = matchum_workspace_ensure_application (database, difference->record, error);

  return id != NULL && matchum_application_choices_change (database, id, difference->before, difference->after, error);
}

/* Takes difference. */
static void
keep_choices (MatchumWorkspace *self, Difference *difference, const char *label, const char *merge_key)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->workspace = g_object_ref (self);
  choosing->posting = g_object_ref (self->current);
  matchum_edit_set_merge_key (edit, merge_key);
  matchum_edit_add (edit, choose_cb, difference, free_difference);
  matchum_library_edit_async (self->library, edit, chosen_cb, choosing);
}

static Difference *
create_difference (MatchumWorkspace *self, MatchumApplication *application)
{
  g_autofree char *today = matchum_workspace_dup_today (self);
  Difference *difference = g_new0 (Difference, 1);

  difference->before = matchum_application_ref (matchum_workspace_get_application (self));
  difference->after = matchum_application_ref (application);
  difference->record =
      matchum_application_record_copy (matchum_workspace_posting_choose (self->current, application, today));
  return difference;
}

gboolean
matchum_workspace_choose (MatchumWorkspace *self, MatchumApplication *application, const char *label)
{
  return matchum_workspace_choose_merged (self, application, label, NULL);
}

gboolean
matchum_workspace_choose_merged (MatchumWorkspace *self,
                                 MatchumApplication *application,
                                 const char *label,
                                 const char *merge_key)
{
  MatchumChoosing choosing;
  Difference *difference;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  if (self->current == NULL || matchum_workspace_posting_get_baseline (self->current) == NULL
      || matchum_application_is_equal (application, matchum_workspace_get_application (self)))
    return FALSE;

  matchum_workspace_begin_choosing (self, &choosing);
  difference = create_difference (self, application);
  matchum_workspace_end_choosing (self, &choosing, TRUE);
  keep_choices (self, difference, label, merge_key);
  return TRUE;
}

char *
matchum_workspace_dup_merge_key (MatchumWorkspace *self, const char *word)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  if (self->current == NULL)
    return NULL;
  return g_strjoin (" ", word, matchum_workspace_posting_get_id (self->current), self->sitting, NULL);
}

static void
choose_for_block (MatchumWorkspace *self, MatchumApplication *application, guint block, const char *label)
{
  g_autoptr (MatchumCoverage) before = matchum_coverage_ref (matchum_workspace_get_coverage (self));

  if (matchum_workspace_choose (self, application, label))
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_EDITED), 0, block, before);
}

void
matchum_workspace_set_hidden (MatchumWorkspace *self, guint block, gboolean is_hidden)
{
  const MatchumBlock *found;
  MatchumApplication *application;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  found = find_editable_block (self, block);
  if (found == NULL)
    return;

  application = matchum_workspace_get_application (self);
  if (is_hidden)
    edited = matchum_application_with_hidden (application, found->id, TRUE);
  else
    edited = show (self, application, found);
  choose_for_block (self, edited, block, is_hidden ? _ ("Hide Item") : _ ("Show Item"));
}

void
matchum_workspace_set_pinned (MatchumWorkspace *self, guint block, gboolean is_pinned)
{
  const MatchumBlock *found;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  found = find_editable_block (self, block);
  if (found == NULL)
    return;

  edited = matchum_application_with_pinned (matchum_workspace_get_application (self), found->id, is_pinned);
  choose_for_block (self, edited, block, is_pinned ? _ ("Pin Item") : _ ("Unpin Item"));
}

void
matchum_workspace_set_team (MatchumWorkspace *self, const char *team)
{
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (self->current == NULL)
    return;
  edited = matchum_application_with_team (matchum_workspace_get_application (self), team);
  matchum_workspace_choose (self, edited, _ ("Pick Team"));
}

/* One block of the choices of an application. */
typedef struct {
  char *application;
  char *block;
  gboolean is_hidden;
} Choice;

static Choice *
create_choice (const char *application, const char *block, gboolean is_hidden)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->application = g_strdup (application);
  choice->block = g_strdup (block);
  choice->is_hidden = is_hidden;
  return choice;
}

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->application);
  g_free (choice->block);
  g_free (choice);
}

static gboolean
hide_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Choice *choice = data;

  return matchum_application_table_set_hidden (database, choice->application, choice->block, choice->is_hidden, error);
}

static gboolean
let_go_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Choice *choice = data;

  return matchum_application_table_set_hidden (database, choice->application, choice->block, FALSE, error)
         && matchum_application_table_set_pinned (database, choice->application, choice->block, FALSE, error);
}

void
matchum_workspace_hide (MatchumWorkspace *self, const char *application, const char *block, gboolean is_hidden)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (application != NULL && block != NULL);

  matchum_workspace_commit_once (self, is_hidden ? _ ("Hide Item") : _ ("Show Item"), hide_cb,
                                 create_choice (application, block, is_hidden), free_choice);
}

void
matchum_workspace_let_go (MatchumWorkspace *self, const char *application, const char *block)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (application != NULL && block != NULL);

  matchum_workspace_commit_once (self, _ ("Let Go of Item"), let_go_cb, create_choice (application, block, FALSE),
                                 free_choice);
}

gboolean
matchum_workspace_is_hidden (MatchumWorkspace *self, guint block)
{
  const MatchumBlock *found;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  found = find_editable_block (self, block);
  return found != NULL && matchum_application_is_hidden (matchum_workspace_get_application (self), found->id);
}

gboolean
matchum_workspace_is_pinned (MatchumWorkspace *self, guint block)
{
  const MatchumBlock *found;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  found = find_editable_block (self, block);
  return found != NULL && matchum_application_is_pinned (matchum_workspace_get_application (self), found->id);
}
