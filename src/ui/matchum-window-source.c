/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which the text of a resume or a posting is edited: one at a time, each sitting one step to undo. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-source-dialog.h"

/* What is known of the text that a dialog edits. */
#define ID "id"
#define SITTING "sitting"
#define IS_POSTING "is-posting"

static const char *
get_edited_id (MatchumWindow *self)
{
  return g_object_get_data (G_OBJECT (self->source_dialog), ID);
}

static gboolean
edits_posting (MatchumWindow *self)
{
  return g_object_get_data (G_OBJECT (self->source_dialog), IS_POSTING) != NULL;
}

static MatchumWorkspaceBaseline *
get_edited_baseline (MatchumWindow *self)
{
  return matchum_workspace_find_baseline (self->workspace, get_edited_id (self));
}

static MatchumWorkspacePosting *
get_edited_posting (MatchumWindow *self)
{
  return matchum_workspace_find_posting (self->workspace, get_edited_id (self));
}

/* The text as the library has it; NULL where it is there no longer, or nothing is being edited. */
static const char *
get_kept_text (MatchumWindow *self)
{
  MatchumWorkspaceBaseline *baseline;
  MatchumWorkspacePosting *posting;

  if (self->source_dialog == NULL)
    return NULL;
  if (edits_posting (self))
    {
      posting = get_edited_posting (self);
      return posting != NULL ? matchum_workspace_posting_get_record (posting)->text : NULL;
    }
  baseline = get_edited_baseline (self);
  return baseline != NULL ? matchum_workspace_baseline_get_record (baseline)->markdown : NULL;
}

gboolean
matchum_window_is_source_unsaved (MatchumWindow *self)
{
  const char *kept = get_kept_text (self);
  g_autofree char *text =
      kept != NULL ? matchum_source_dialog_dup_text (MATCHUM_SOURCE_DIALOG (self->source_dialog)) : NULL;

  return kept != NULL && !g_str_equal (text, kept);
}

static void
edited_cb (MatchumWindow *self, const char *text)
{
  MatchumSourceDialog *dialog = (MatchumSourceDialog *) self->source_dialog;
  const char *kept;
  g_autofree char *merge_key = NULL;

  if (dialog == NULL || self->workspace == NULL)
    return;
  kept = get_kept_text (self);
  if (kept == NULL)
    {
      matchum_source_dialog_set_problem (dialog,
                                         edits_posting (self)
                                             ? _ ("The posting is in the library no longer, so it was not changed.")
                                             : _ ("The resume is in the library no longer, so it was not changed."));
      return;
    }
  /* Back at what the library has, nothing is wrong any more. */
  if (g_str_equal (text, kept))
    matchum_source_dialog_set_problem (dialog, NULL);
  merge_key = g_strdup_printf ("text:%s", (const char *) g_object_get_data (G_OBJECT (dialog), SITTING));
  if (edits_posting (self))
    matchum_workspace_set_posting_text (self->workspace, get_edited_posting (self), text, merge_key);
  else
    matchum_workspace_set_text (self->workspace, get_edited_baseline (self), text, merge_key);
}

static void
note_text (MatchumWindow *self, const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->source_known);
  self->source_known = copy;
}

/* What was undone or read again elsewhere is shown in the text as well; what could not be kept stays, while the library
 * says nothing new. */
void
matchum_window_follow_source (MatchumWindow *self)
{
  const char *kept = get_kept_text (self);

  if (kept == NULL || g_strcmp0 (self->source_known, kept) == 0)
    return;
  note_text (self, kept);
  matchum_source_dialog_set_problem (MATCHUM_SOURCE_DIALOG (self->source_dialog), NULL);
  matchum_source_dialog_set_text (MATCHUM_SOURCE_DIALOG (self->source_dialog), self->source_known);
}

static void
closed_cb (MatchumWindow *self, GtkWindow *dialog)
{
  if (self->source_dialog != dialog)
    return;
  self->source_dialog = NULL;
  if (self->workspace == NULL)
    return;
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  if (!self->is_closing)
    matchum_window_show_reviews (self);
}

/* What was typed last is told while it can still be written. */
gboolean
matchum_window_close_source (MatchumWindow *self)
{
  if (self->source_dialog == NULL)
    return TRUE;
  self->is_closing = TRUE;
  gtk_window_close (self->source_dialog);
  self->is_closing = FALSE;
  if (self->source_dialog == NULL)
    return TRUE;
  gtk_window_present (self->source_dialog);
  return FALSE;
}

/* What is edited is the resume itself, where the block may stand on another line than in what is shown. */
static guint
get_selected_line (MatchumWindow *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  guint block = matchum_workspace_get_selected_block (self->workspace);
  const MatchumBlock *found = NULL;

  if (resume != NULL && block < matchum_resume_get_n_blocks (resume))
    found = matchum_workspace_find_in_baseline (self->workspace, matchum_resume_get_block (resume, block)->id);
  return found != NULL ? found->first_line : 0;
}

static guint
get_selected_posting_line (MatchumWindow *self)
{
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);

  if (match == NULL || requirement < 0 || (guint) requirement >= matchum_match_get_n_requirements (match))
    return 0;
  return matchum_requirement_get_line (matchum_match_get_requirement (match, (guint) requirement))->first_line;
}

/* Takes dialog. line: where the cursor begins, or 0. */
static void
present (MatchumWindow *self, MatchumSourceDialog *dialog, const char *id, const char *text, guint line)
{
  self->source_dialog = GTK_WINDOW (dialog);
  note_text (self, text);
  g_object_set_data_full (G_OBJECT (dialog), ID, g_strdup (id), g_free);
  /* What is typed in one sitting is undone in one step. */
  g_object_set_data_full (G_OBJECT (dialog), SITTING, g_uuid_string_random (), g_free);
  matchum_source_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (line > 0)
    matchum_source_dialog_reveal_line (dialog, line);
}

/* Whether the dialog that is open edits this. Another one is closed first, and FALSE is returned then. */
static gboolean
shows_open_one (MatchumWindow *self, const char *id)
{
  if (self->source_dialog != NULL && !g_str_equal (get_edited_id (self), id) && !matchum_window_close_source (self))
    return TRUE;
  if (self->source_dialog == NULL)
    return FALSE;
  gtk_window_present (self->source_dialog);
  return TRUE;
}

void
matchum_window_edit_source (MatchumWindow *self)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  const MatchumBaselineRecord *record;
  MatchumSourceDialog *dialog;

  if (baseline == NULL)
    return;
  record = matchum_workspace_baseline_get_record (baseline);
  if (shows_open_one (self, record->id))
    return;
  dialog = matchum_source_dialog_new (record->name, record->markdown);
  matchum_source_dialog_set_day (dialog, matchum_workspace_get_as_of (self->workspace));
  present (self, dialog, record->id, record->markdown, get_selected_line (self));
}

static char *
dup_posting_name (MatchumWorkspacePosting *posting)
{
  const char *company = matchum_workspace_posting_get_company (posting);
  const char *title = matchum_workspace_posting_get_title (posting);

  /* Translators: a company and the job that it offers. */
  return title != NULL ? g_strdup_printf (_ ("%s, %s"), company, title) : g_strdup (company);
}

void
matchum_window_edit_posting (MatchumWindow *self)
{
  MatchumWorkspacePosting *posting = matchum_workspace_get_current (self->workspace);
  const MatchumPostingRecord *record;
  g_autofree char *name = NULL;
  MatchumSourceDialog *dialog;

  if (posting == NULL)
    return;
  record = matchum_workspace_posting_get_record (posting);
  if (shows_open_one (self, record->id))
    return;
  name = dup_posting_name (posting);
  dialog = matchum_source_dialog_new_for_posting (name, record->text);
  g_object_set_data (G_OBJECT (dialog), IS_POSTING, GINT_TO_POINTER (TRUE));
  present (self, dialog, record->id, record->text, get_selected_posting_line (self));
}
