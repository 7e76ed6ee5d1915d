/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How entries of two resumes are linked from the window, and what changed on one side is looked at. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-link-dialog.h"
#include "ui/matchum-link-review-dialog.h"

static void
present (MatchumWindow *self, GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
}

static void
linked_cb (MatchumWindow *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry linked", "%u entries linked", n), n);

  matchum_window_tell_when_saved (self, text);
}

static void
show_link_dialog (MatchumWindow *self, MatchumWorkspaceBaseline *baseline, const char *entry)
{
  MatchumLinkDialog *dialog = matchum_link_dialog_new (self->workspace, baseline, entry);

  matchum_link_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  g_signal_connect_object (dialog, "linked", G_CALLBACK (linked_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (dialog));
}

/* parameter: an entry of the open resume. */
static void
link_entry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);

  if (baseline != NULL && matchum_workspace_can_link_entries (self->workspace, baseline))
    show_link_dialog (self, baseline, g_variant_get_string (parameter, NULL));
}

/* parameter: a baseline. */
static void
link_entries_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumWorkspaceBaseline *baseline =
      matchum_workspace_find_baseline (self->workspace, g_variant_get_string (parameter, NULL));

  if (baseline != NULL && matchum_workspace_can_link_entries (self->workspace, baseline))
    show_link_dialog (self, baseline, NULL);
}

static void
show_entry (MatchumWindow *self, const char *id, const char *entry)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_find_baseline (self->workspace, id);
  MatchumResume *resume;
  const MatchumBlock *block;

  if (baseline == NULL)
    return;
  if (baseline != matchum_workspace_get_baseline (self->workspace))
    matchum_workspace_show_baseline (self->workspace, baseline);
  adw_view_stack_set_visible_child_name (self->view_stack, "tailor");
  matchum_window_show_pane (self, FALSE);
  resume = matchum_workspace_get_resume (self->workspace);
  block = resume != NULL ? matchum_resume_lookup (resume, entry) : NULL;
  if (block == NULL)
    return;
  matchum_workspace_set_selected_block (self->workspace, block->index);
  matchum_resume_pane_focus_block (self->resume_pane, block->index);
}

/* parameter: a baseline and an entry of it. */
static void
show_linked_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *baseline, *entry;

  g_variant_get (parameter, "(&s&s)", &baseline, &entry);
  show_entry (MATCHUM_WINDOW (widget), baseline, entry);
}

/* parameter: an entry of the open resume, and the baseline that it is linked to. */
static void
unlink_entry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  g_autoptr (GPtrArray) links = NULL;
  const char *entry, *other;

  g_variant_get (parameter, "(&s&s)", &entry, &other);
  links = baseline != NULL ? matchum_workspace_list_links (self->workspace, baseline, entry) : NULL;
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (g_str_equal (((const MatchumWorkspaceLink *) links->pdata[i])->other_baseline, other))
      {
        matchum_workspace_unlink_entries (self->workspace, links->pdata[i]);
        matchum_window_tell_when_saved (self, _ ("Entries unlinked"));
        return;
      }
}

/* parameter: an entry of the open resume to begin at, or nothing. */
static void
review_links_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  g_autoptr (GPtrArray) marked = NULL;
  MatchumLinkReviewDialog *dialog;

  if (baseline == NULL)
    return;
  marked = matchum_workspace_list_marked (self->workspace, baseline);
  if (marked->len == 0)
    return;
  dialog = matchum_link_review_dialog_new (self->workspace, baseline, g_variant_get_string (parameter, NULL));
  matchum_link_review_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_signal_connect_object (dialog, "show-entry", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (dialog));
}

/* Offered where a posting is held against another resume. */
static void
carriable_cb (MatchumWindow *self, guint n)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry here is linked to one that was hidden or pinned",
                                    "%u entries here are linked to ones that were hidden or pinned", n),
                       n);

  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_show_toast (self, text, _ ("_Take Over"), "win.take-over-entries");
}

static void
take_over_entries_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);

  if (!matchum_workspace_take_over_entries (self->workspace))
    gtk_widget_error_bell (widget);
}

void
matchum_window_connect_links (MatchumWindow *self)
{
  g_signal_connect_object (self->workspace, "carriable", G_CALLBACK (carriable_cb), self, G_CONNECT_SWAPPED);
}

void
matchum_window_install_links (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.link-entry", "s", link_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.link-entries", "s", link_entries_cb);
  gtk_widget_class_install_action (widget_class, "win.show-linked", "(ss)", show_linked_cb);
  gtk_widget_class_install_action (widget_class, "win.unlink-entry", "(ss)", unlink_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.review-links", "s", review_links_cb);
  gtk_widget_class_install_action (widget_class, "win.take-over-entries", NULL, take_over_entries_cb);
}
