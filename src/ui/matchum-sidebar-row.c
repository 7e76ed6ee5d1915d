/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the sidebar. */
#include "config.h"

#include "ui/matchum-sidebar-row.h"

#include <glib/gi18n-lib.h>

struct _MatchumSidebarRow {
  GtkListBoxRow parent_instance;

  GtkLabel *company_label;
  GtkLabel *title_label;
  GtkWidget *figure_box;
  GtkImage *figure_icon;
  GtkLabel *figure_label;

  MatchumWorkspacePosting *posting;
};

G_DEFINE_FINAL_TYPE (MatchumSidebarRow, matchum_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_label (MatchumSidebarRow *self)
{
  const char *company = gtk_label_get_label (self->company_label);
  const char *title = gtk_label_get_label (self->title_label);
  const char *figure = gtk_label_get_label (self->figure_label);
  g_autofree char *label = NULL;

  /* Translators: what a screen reader says of a posting in the list: company, job, how much of it is met. */
  label = g_strdup_printf (_ ("%s, %s, %s"), company, title, figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
names_changed_cb (MatchumSidebarRow *self)
{
  const char *title = matchum_workspace_posting_get_title (self->posting);

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  gtk_label_set_label (self->company_label, matchum_workspace_posting_get_company (self->posting));
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), title != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  update_label (self);
}

/* Counted is what the posting requires, or what it prefers where it requires nothing that can be shown. */
static void
show_figure (MatchumSidebarRow *self, MatchumCoverage *coverage)
{
  MatchumTally tally = matchum_coverage_get_required (coverage);
  guint n_hard = tally.met + tally.partial + tally.missing;
  g_autofree char *figure = NULL;

  if (n_hard == 0)
    {
      tally = matchum_coverage_get_preferred (coverage);
      n_hard = tally.met + tally.partial + tally.missing;
    }
  if (n_hard == 0)
    figure = g_strdup (_ ("no requirements"));
  else
    /* Translators: of what a posting asks for, so much is met: "6/7 met". */
    figure = g_strdup_printf (_ ("%u/%u met"), tally.met, n_hard);

  gtk_image_set_from_icon_name (self->figure_icon, n_hard > 0 && tally.met == n_hard ? "matchum-met-symbolic"
                                                   : tally.met + tally.partial > 0   ? "matchum-partial-symbolic"
                                                   : n_hard > 0                      ? "matchum-missing-symbolic"
                                                                                     : "matchum-soft-symbolic");
  gtk_label_set_label (self->figure_label, figure);
  gtk_widget_set_visible (self->figure_box, TRUE);
  update_label (self);
}

static void
posting_changed_cb (MatchumSidebarRow *self)
{
  MatchumCoverage *coverage;

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  /* A whole match is left to the sidebar, which makes one at a time. */
  if (matchum_workspace_posting_needs_match (self->posting))
    return;
  coverage = matchum_workspace_posting_get_coverage (self->posting);
  if (coverage != NULL)
    show_figure (self, coverage);
  else
    {
      gtk_widget_set_visible (self->figure_box, FALSE);
      gtk_label_set_label (self->figure_label, "");
      update_label (self);
    }
}

static void
matchum_sidebar_row_dispose (GObject *object)
{
  MatchumSidebarRow *self = MATCHUM_SIDEBAR_ROW (object);

  g_clear_object (&self->posting);

  G_OBJECT_CLASS (matchum_sidebar_row_parent_class)->dispose (object);
}

static void
matchum_sidebar_row_class_init (MatchumSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, company_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, figure_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, figure_icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, figure_label);
}

static void
matchum_sidebar_row_init (MatchumSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_sidebar_row_new (MatchumWorkspacePosting *posting)
{
  MatchumSidebarRow *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting), NULL);

  self = g_object_new (MATCHUM_TYPE_SIDEBAR_ROW, NULL);
  self->posting = g_object_ref (posting);
  g_signal_connect_object (posting, "notify::company", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (posting, "notify::title", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (posting, "changed", G_CALLBACK (posting_changed_cb), self, G_CONNECT_SWAPPED);
  names_changed_cb (self);
  posting_changed_cb (self);
  return GTK_WIDGET (self);
}

MatchumWorkspacePosting *
matchum_sidebar_row_get_posting (MatchumSidebarRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_SIDEBAR_ROW (self), NULL);

  return self->posting;
}

gboolean
matchum_sidebar_row_judge (MatchumSidebarRow *self)
{
  gboolean needs_match;

  g_return_val_if_fail (MATCHUM_IS_SIDEBAR_ROW (self), FALSE);

  needs_match = matchum_workspace_posting_needs_match (self->posting);
  if (needs_match)
    matchum_workspace_posting_get_match (self->posting);
  posting_changed_cb (self);
  return needs_match;
}
