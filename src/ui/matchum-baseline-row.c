/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list of baseline resumes. */
#include "config.h"

#include "ui/matchum-baseline-row.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-sidebar-actions.h"

struct _MatchumBaselineRow {
  GtkListBoxRow parent_instance;

  GtkLabel *name_label;
  GtkLabel *language_label;
  GtkWidget *archived_box;
  GtkWidget *held_icon;

  MatchumWorkspaceBaseline *baseline;
};

G_DEFINE_FINAL_TYPE (MatchumBaselineRow, matchum_baseline_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_language_name (const char *language)
{
  if (g_strcmp0 (language, "ko") == 0)
    return _ ("Korean");
  return g_strcmp0 (language, "en") == 0 ? _ ("English") : language != NULL ? language : "";
}

static void
update_accessible_label (MatchumBaselineRow *self)
{
  const char *parts[5] = { gtk_label_get_label (self->name_label), gtk_label_get_label (self->language_label) };
  guint n_parts = 2;
  g_autofree char *label = NULL;

  if (gtk_widget_get_visible (self->archived_box))
    parts[n_parts++] = _ ("Archived");
  if (gtk_widget_get_visible (self->held_icon))
    parts[n_parts++] = _ ("The open posting is held against this resume");
  label = g_strjoinv (_ (", "), (char **) parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What there is no room for. */
static gboolean
query_tooltip_cb (MatchumBaselineRow *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  g_assert (MATCHUM_IS_BASELINE_ROW (self));

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->name_label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (self->name_label));
}

static void
baseline_changed_cb (MatchumBaselineRow *self)
{
  const MatchumBaselineRecord *record = matchum_workspace_baseline_get_record (self->baseline);
  gboolean is_archived = matchum_workspace_baseline_is_archived (self->baseline);

  g_assert (MATCHUM_IS_BASELINE_ROW (self));

  gtk_label_set_label (self->name_label, matchum_workspace_baseline_get_name (self->baseline));
  gtk_label_set_label (self->language_label, get_language_name (record->language));
  gtk_widget_set_visible (self->archived_box, is_archived);
  if (is_archived)
    gtk_widget_add_css_class (GTK_WIDGET (self), "archived");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "archived");
  update_accessible_label (self);
}

static void
matchum_baseline_row_dispose (GObject *object)
{
  MatchumBaselineRow *self = MATCHUM_BASELINE_ROW (object);

  matchum_sidebar_actions_drop_popovers (GTK_WIDGET (self));
  g_clear_object (&self->baseline);

  G_OBJECT_CLASS (matchum_baseline_row_parent_class)->dispose (object);
}

static void
matchum_baseline_row_class_init (MatchumBaselineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_baseline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-baseline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumBaselineRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumBaselineRow, language_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumBaselineRow, archived_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumBaselineRow, held_icon);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  matchum_sidebar_actions_install_for_baselines (widget_class);
}

static void
matchum_baseline_row_init (MatchumBaselineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_baseline_row_new (MatchumWorkspaceBaseline *baseline)
{
  MatchumBaselineRow *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline), NULL);

  self = g_object_new (MATCHUM_TYPE_BASELINE_ROW, NULL);
  self->baseline = g_object_ref (baseline);
  g_signal_connect_object (baseline, "notify::name", G_CALLBACK (baseline_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (baseline, "notify::is-archived", G_CALLBACK (baseline_changed_cb), self, G_CONNECT_SWAPPED);
  baseline_changed_cb (self);
  return GTK_WIDGET (self);
}

MatchumWorkspaceBaseline *
matchum_baseline_row_get_baseline (MatchumBaselineRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_BASELINE_ROW (self), NULL);

  return self->baseline;
}

void
matchum_baseline_row_set_held (MatchumBaselineRow *self, gboolean is_held)
{
  g_return_if_fail (MATCHUM_IS_BASELINE_ROW (self));

  is_held = !!is_held;
  if (is_held == gtk_widget_get_visible (self->held_icon))
    return;

  gtk_widget_set_visible (self->held_icon, is_held);
  update_accessible_label (self);
}
