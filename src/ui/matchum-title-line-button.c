/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button, and the popover that it opens, which goes when its row does. */
#include "config.h"

#include "ui/matchum-title-line-button.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-row-menu.h"
#include "ui/matchum-title-line-popover.h"

/* The popover points into the words no further than this, in pixels: they may be as wide as the pane. */
#define MOST_WIDTH 120

GtkWidget *
matchum_title_line_button_new (void)
{
  /* Translators: a button beside the name in a resume: the line under the name, as the posting that is open gets it. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Title Line…"));
  const char *name = _ ("Title Line for This Posting…");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "block.title-line");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "titleline");
  return button;
}

gboolean
matchum_title_line_button_open (MatchumWorkspace *workspace, GtkWidget *row, GtkWidget *words)
{
  GtkWidget *popover;
  graphene_rect_t bounds;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (row), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (words), FALSE);

  if (matchum_workspace_get_current (workspace) == NULL || !gtk_widget_compute_bounds (words, row, &bounds))
    return FALSE;
  popover = matchum_title_line_popover_new (workspace);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) MIN (bounds.size.width, MOST_WIDTH), (int) bounds.size.height });
  matchum_row_menu_present (row, popover);
  return TRUE;
}
