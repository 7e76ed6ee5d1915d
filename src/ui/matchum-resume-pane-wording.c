/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a posting's own that are older than what the resume says: a bar over the items counts them, and a dialog
 * goes through them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-resume-pane-private.h"
#include "ui/matchum-wording-dialog.h"

/* "2 own wordings are older than the resume", and those of items that are gone; NULL where there are none. */
static char *
dup_notice (MatchumWorkspace *workspace, GPtrArray *blocks)
{
  guint n_lost = 0, n_old;
  g_autofree char *old = NULL;
  g_autofree char *lost = NULL;

  for (guint i = 0; i < blocks->len; i++)
    n_lost += matchum_workspace_get_wording (workspace, blocks->pdata[i]) == MATCHUM_WORDING_LOST ? 1 : 0;
  n_old = blocks->len - n_lost;
  old = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u own wording is older than the resume",
                                      "%u own wordings are older than the resume", n_old),
                         n_old);
  lost = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u own wording is for an item that is gone",
                                       "%u own wordings are for items that are gone", n_lost),
                          n_lost);
  if (n_old > 0 && n_lost > 0)
    return g_strdup_printf ("%s; %s", old, lost);
  return n_old > 0 ? g_steal_pointer (&old) : n_lost > 0 ? g_steal_pointer (&lost) : NULL;
}

static void
update_bar (MatchumResumePane *self)
{
  g_autoptr (GPtrArray) blocks = matchum_workspace_list_old_wordings (self->workspace);
  g_autofree char *text = dup_notice (self->workspace, blocks);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  /* A bar that is set anew is read aloud again. */
  if (g_strcmp0 (matchum_notice_bar_get_text (self->wording_bar), text) != 0)
    matchum_notice_bar_set (self->wording_bar, text, _ ("_Review"), "resume.review-wordings");
}

static void
told_cb (MatchumResumePane *self, const char *text)
{
  g_signal_emit (self, matchum_resume_pane_get_signal (MATCHUM_RESUME_PANE_TOLD), 0, text);
}

/* block: where to begin, or NULL. */
static void
present (MatchumResumePane *self, const char *block)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  MatchumWordingDialog *dialog;

  matchum_resume_pane_end_editing (self);
  dialog = matchum_wording_dialog_new (self->workspace);
  matchum_wording_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (root)),
                              gtk_widget_get_height (GTK_WIDGET (root)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "edit", G_CALLBACK (matchum_resume_pane_edit_wording), self, G_CONNECT_SWAPPED);
  if (block != NULL)
    matchum_wording_dialog_focus_block (dialog, block);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
review (MatchumResumePane *self, const char *block)
{
  g_autoptr (GPtrArray) blocks = NULL;

  if (self->workspace == NULL)
    return;
  blocks = matchum_workspace_list_old_wordings (self->workspace);
  if (blocks->len == 0 || !GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    present (self, block);
}

static void
review_wordings_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  review (MATCHUM_RESUME_PANE (widget), NULL);
}

static void
review_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  MatchumResume *resume = self->workspace != NULL ? matchum_workspace_get_resume (self->workspace) : NULL;
  guint index = g_variant_get_uint32 (parameter);

  if (resume != NULL && index < matchum_resume_get_n_blocks (resume))
    review (self, matchum_resume_get_block (resume, index)->id);
}

void
matchum_resume_pane_install_wording (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "resume.review-wordings", NULL, review_wordings_cb);
  gtk_widget_class_install_action (pane_class, "resume.review-wording", "u", review_wording_cb);
}

void
matchum_resume_pane_connect_wording (MatchumResumePane *self)
{
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  update_bar (self);
}
