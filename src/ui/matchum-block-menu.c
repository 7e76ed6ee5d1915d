/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of blocks, made when they are opened: what a block is decides what is in them. */
#include "config.h"

#include "ui/matchum-block-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-block-editor.h"
#include "ui/matchum-menu.h"

static GMenuModel *
create_menu (MatchumBlockObject *object)
{
  MatchumWorkspace *workspace = matchum_block_object_get_workspace (object);
  const MatchumBlock *block = matchum_block_object_get_block (object);
  const MatchumBlockState *state = matchum_block_object_get_state (object);
  gboolean can_write = matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) == NULL;
  GMenu *menu = g_menu_new (), *words = g_menu_new (), *choices = g_menu_new (), *ends = g_menu_new ();

  if (matchum_block_editor_is_possible (workspace, block->index))
    matchum_menu_append (words, _ ("_Edit"), "block.edit", "F2");
  if (can_write)
    matchum_menu_append (words, _ ("_Add Item Below"), "block.add-below", "Insert");
  if (matchum_workspace_get_baseline (workspace) != NULL)
    matchum_menu_append (words, _ ("Edit as _Text Here…"), "block.edit-source", "<Control>u");
  if (state->can_edit)
    {
      matchum_menu_append (choices, state->is_visible ? _ ("_Hide") : _ ("_Show"), "block.toggle-hidden", "space");
      matchum_menu_append (choices, state->is_pinned ? _ ("Un_pin") : _ ("_Pin"), "block.toggle-pinned", "p");
    }
  if (can_write && block->kind != MATCHUM_BLOCK_TITLE)
    matchum_menu_append (ends, _ ("_Delete from Resume"), "block.delete",
                         matchum_workspace_get_current (workspace) == NULL ? "Delete" : NULL);
  matchum_menu_append_section (menu, words);
  matchum_menu_append_section (menu, choices);
  matchum_menu_append_section (menu, ends);
  return G_MENU_MODEL (menu);
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The row of the list, which is lit while the menu is open. */
static void
light (GtkWidget *row, gboolean is_lit)
{
  GtkWidget *frame = gtk_widget_get_parent (row);

  if (frame == NULL)
    return;
  if (is_lit)
    gtk_widget_add_css_class (frame, "has-open-popup");
  else
    gtk_widget_remove_css_class (frame, "has-open-popup");
}

/* The focus goes back to the row. A menu closes before its item is activated, which needs the row above it. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_parent (popover);

  if (row == NULL)
    return;
  light (row, FALSE);
  gtk_widget_grab_focus (row);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

void
matchum_block_menu_popup (MatchumBlockRow *row, double x, double y)
{
  MatchumBlockObject *object;
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (row));

  object = matchum_block_row_get_object (row);
  if (object == NULL)
    return;
  matchum_block_menu_drop (row);
  model = create_menu (object);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  light (GTK_WIDGET (row), TRUE);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
matchum_block_menu_drop (MatchumBlockRow *row)
{
  GtkWidget *next;

  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (row));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_POPOVER (child))
        continue;
      g_signal_handlers_disconnect_by_func (child, closed_cb, NULL);
      gtk_widget_unparent (child);
      light (GTK_WIDGET (row), FALSE);
    }
}
