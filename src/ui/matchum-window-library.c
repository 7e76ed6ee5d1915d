/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of the library that it shows: what is being written, what failed, what a person should look at;
 * and the dialogs for it. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/compat.h"
#include "ui/matchum-library-dialog.h"
#include "ui/matchum-review-dialog.h"
#include "ui/matchum-source-dialog.h"

/* A disk takes a moment; only what takes longer is worth a look. */
#define SAVING_PAUSE_MS 600

/* Writing */

static gboolean
show_saving_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;

  self->saving_id = 0;
  gtk_widget_set_visible (self->saving_spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
toast_due_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;

  self->toast_due_id = 0;
  self->is_toast_due = FALSE;
  return G_SOURCE_REMOVE;
}

/* After those who asked for an edit have heard that it failed. */
static gboolean
show_told_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->told);

  self->told_id = 0;
  if (text != NULL)
    matchum_window_show_toast (self, text, _ ("_Undo"), "win.undo");
  return G_SOURCE_REMOVE;
}

static void
queue_told (MatchumWindow *self)
{
  if (self->told != NULL && self->told_id == 0)
    self->told_id = g_idle_add (show_told_cb, self);
}

void
matchum_window_tell_when_saved (MatchumWindow *self, const char *text)
{
  g_free (self->told);
  self->told = g_strdup (text);
  if (!matchum_library_is_pending (matchum_workspace_get_library (self->workspace)))
    queue_told (self);
}

static void
pending_cb (MatchumWindow *self)
{
  gboolean is_pending = matchum_library_is_pending (matchum_workspace_get_library (self->workspace));

  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_update_actions (self);
  if (is_pending && self->saving_id == 0)
    self->saving_id = g_timeout_add (SAVING_PAUSE_MS, show_saving_cb, self);
  if (is_pending)
    return;
  /* The library tells of the last edit right after this. */
  if (self->is_toast_due && self->toast_due_id == 0)
    self->toast_due_id = g_idle_add (toast_due_cb, self);
  g_clear_handle_id (&self->saving_id, g_source_remove);
  gtk_widget_set_visible (self->saving_spinner, FALSE);
  queue_told (self);
}

static void
labels_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_update_actions (self);
}

static gboolean
tells_of_content (MatchumChanges *changes)
{
  g_auto (GStrv) baselines = matchum_changes_dup_baselines (changes);
  g_auto (GStrv) postings = matchum_changes_dup_postings (changes);
  g_auto (GStrv) applications = matchum_changes_dup_applications (changes);

  return matchum_changes_has_table (changes, "aliases") || *baselines != NULL || *postings != NULL
         || *applications != NULL;
}

/* A toast that offers to undo an edit goes with the next one: what it would undo is another then. */
static void
library_changed_cb (MatchumWindow *self, MatchumChanges *changes)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  if (!tells_of_content (changes))
    return;
  if (!self->is_toast_due)
    matchum_window_drop_undo_toast (self);
  else if (!matchum_library_is_pending (matchum_workspace_get_library (self->workspace)))
    self->is_toast_due = FALSE;
}

static void
failed_cb (MatchumWindow *self, const GError *error)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  /* There is nothing of it to undo. */
  g_clear_pointer (&self->told, g_free);
  matchum_window_drop_undo_toast (self);
  if (matchum_window_is_source_unsaved (self))
    matchum_source_dialog_set_problem (MATCHUM_SOURCE_DIALOG (self->source_dialog), error->message);
  else if (g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY)
           || error->domain == G_IO_ERROR || error->domain == MATCHUM_SOURCE_ERROR)
    matchum_window_show_toast (self, error->message, NULL, NULL);
  else
    matchum_compat_tell (GTK_WINDOW (self), _ ("The Last Edit Could Not Be Saved"), error->message);
}

/* What nobody asked for, and what is not an edit: a backup. */
static void
backup_failed_cb (MatchumWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_WINDOW (self));

  if (!g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_BACKUP))
    return;
  /* Translators: %s is a sentence that says why. */
  text = g_strdup_printf (_ ("The library could not be backed up: %s"), error->message);
  matchum_window_show_toast (self, text, NULL, NULL);
}

static void
told_cb (MatchumWindow *self, const char *text)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_tell_when_saved (self, text);
}

/* Items that could not be followed */

static void
hide_changed_cb (MatchumWindow *self, MatchumReviewItem *item, gboolean is_hidden)
{
  matchum_workspace_hide (self->workspace, matchum_review_item_get_application_id (item),
                          matchum_review_item_get_block_id (item), is_hidden);
}

static void
let_go_cb (MatchumWindow *self, MatchumReviewItem *item)
{
  matchum_workspace_let_go (self->workspace, matchum_review_item_get_application_id (item),
                            matchum_review_item_get_block_id (item));
}

static void
present_review (MatchumWindow *self, GListModel *items)
{
  MatchumReviewDialog *dialog = matchum_review_dialog_new (items);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (dialog), CLAMP (width - 120, 320, 760), CLAMP (height - 60, 300, 720));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "hide-changed", G_CALLBACK (hide_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "let-go", G_CALLBACK (let_go_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* While the text is being written, words come and go: what is left to look at is shown at the end. */
void
matchum_window_show_reviews (MatchumWindow *self)
{
  g_autoptr (GListModel) items = NULL;

  if (self->source_dialog != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->reviews)) == 0)
    return;
  items = matchum_workspace_recheck_review (self->workspace, G_LIST_MODEL (self->reviews));
  g_list_store_remove_all (self->reviews);
  if (g_list_model_get_n_items (items) > 0)
    present_review (self, items);
}

static void
review_cb (MatchumWindow *self, GListModel *items)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (items, i);

      g_list_store_append (self->reviews, item);
    }
  matchum_window_show_reviews (self);
}

static void
update_lost (MatchumWindow *self)
{
  guint n_lost = matchum_workspace_count_lost (self->workspace);
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_WINDOW (self));

  if (n_lost > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u item that is hidden or pinned here is no longer in the resume",
                                         "%u items that are hidden or pinned here are no longer in the resume", n_lost),
                            n_lost);
  matchum_notice_bar_set (self->lost_bar, text, _ ("_Look at Them"), "win.show-lost");
}

void
matchum_window_show_lost (MatchumWindow *self)
{
  g_autoptr (GListModel) lost = matchum_workspace_list_lost (self->workspace);

  if (g_list_model_get_n_items (lost) > 0)
    present_review (self, lost);
}

/* Also where the text that is edited was another than the open one when it changed. */
static void
shown_anew_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  update_lost (self);
  matchum_window_follow_source (self);
}

/* Backups */

void
matchum_window_show_library (MatchumWindow *self)
{
  MatchumLibraryDialog *dialog = matchum_library_dialog_new (matchum_workspace_get_library (self->workspace));

  matchum_library_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Coming and going */

void
matchum_window_connect_library (MatchumWindow *self)
{
  MatchumLibrary *library = matchum_workspace_get_library (self->workspace);

  self->reviews = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  g_signal_connect_object (library, "notify::is-pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::undo-label", G_CALLBACK (labels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::redo-label", G_CALLBACK (labels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "review", G_CALLBACK (review_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (shown_anew_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (update_lost), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (shown_anew_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->resume_pane, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  if (matchum_library_get_read_only_reason (library) != NULL)
    matchum_notice_bar_set (self->notice_bar, matchum_library_get_read_only_reason (library), NULL, NULL);
  update_lost (self);
}

void
matchum_window_close_library (MatchumWindow *self)
{
  g_clear_handle_id (&self->saving_id, g_source_remove);
  g_clear_handle_id (&self->toast_due_id, g_source_remove);
  g_clear_handle_id (&self->told_id, g_source_remove);
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->source_known, g_free);
  g_clear_object (&self->reviews);
}
