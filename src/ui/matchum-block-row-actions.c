/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the block of a row, and the keys for it. */
#include "config.h"

#include "ui/matchum-block-row-private.h"

#include "ui/matchum-block-menu.h"
#include "ui/matchum-title-line-button.h"

void
matchum_block_row_toggle_hidden (MatchumBlockRow *self)
{
  const MatchumBlockState *state;

  if (self->object == NULL)
    return;

  state = matchum_block_object_get_state (self->object);
  if (state->can_edit)
    matchum_workspace_set_hidden (matchum_block_object_get_workspace (self->object),
                                  matchum_block_object_get_index (self->object), state->is_visible);
}

static void
toggle_hidden_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  matchum_block_row_toggle_hidden (MATCHUM_BLOCK_ROW (widget));
}

static void
toggle_pinned_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);
  const MatchumBlockState *state;

  if (self->object == NULL)
    return;

  state = matchum_block_object_get_state (self->object);
  if (state->can_edit)
    matchum_workspace_set_pinned (matchum_block_object_get_workspace (self->object),
                                  matchum_block_object_get_index (self->object), !state->is_pinned);
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.jump", "u", matchum_block_object_get_index (self->object));
}

/* Words are edited by the pane, which sees to it that one block at most is. */

static void
ask_pane (MatchumBlockRow *self, const char *action)
{
  if (self->object != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "u", matchum_block_object_get_index (self->object));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.edit");
}

static void
reword_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.reword");
}

static void
title_line_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL
      || !matchum_title_line_button_open (matchum_block_object_get_workspace (self->object), widget,
                                          GTK_WIDGET (self->text)))
    gtk_widget_error_bell (widget);
}

static void
review_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.review-wording");
}

static void
drop_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.drop-wording");
}

static void
add_below_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.add-below");
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.delete");
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.link");
}

static void
move (GtkWidget *widget, gint delta)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.move", "(ui)", matchum_block_object_get_index (self->object), delta);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, 1);
}

/* parameter: the requirement that the block does not show. */
static void
not_this_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.not-this", "(uu)", matchum_block_object_get_index (self->object),
                                g_variant_get_uint32 (parameter));
}

/* While a posting is open, what a person wants gone is meant to be hidden there: the key deletes in the resume itself.
 */
static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL || matchum_workspace_get_current (matchum_block_object_get_workspace (self->object)) != NULL)
    return FALSE;
  ask_pane (self, "resume.delete");
  return TRUE;
}

static void
edit_source_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL)
    return;
  matchum_workspace_set_selected_block (matchum_block_object_get_workspace (self->object),
                                        matchum_block_object_get_index (self->object));
  gtk_widget_activate_action (widget, "win.edit-source", NULL);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  graphene_rect_t bounds;
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->body), widget, &bounds))
    return;
  matchum_block_menu_popup (self, (double) bounds.origin.x, (double) (bounds.origin.y + bounds.size.height));
}

static void
bind_keys (GtkWidgetClass *row_class)
{
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_l, 0, "block.link", NULL);
  /* What N selects from here can be spoken of from here. */
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_h, 0, "tailor.have", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_h, GDK_SHIFT_MASK, "tailor.lack", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_j, 0, "tailor.judge", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_space, 0, "block.toggle-hidden", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Space, 0, "block.toggle-hidden", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_p, 0, "block.toggle-pinned", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Return, 0, "block.jump", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Enter, 0, "block.jump", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_F2, 0, "block.edit", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_F2, GDK_SHIFT_MASK, "block.reword", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Up, GDK_ALT_MASK, "block.move-up", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "block.move-up", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Down, GDK_ALT_MASK, "block.move-down", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "block.move-down", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Insert, 0, "block.add-below", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Insert, 0, "block.add-below", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Menu, 0, "block.menu", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_F10, GDK_SHIFT_MASK, "block.menu", NULL);
  gtk_widget_class_add_binding (row_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (row_class, GDK_KEY_KP_Delete, 0, delete_key_cb, NULL);
}

void
matchum_block_row_install_actions (GtkWidgetClass *row_class)
{
  gtk_widget_class_install_action (row_class, "block.toggle-hidden", NULL, toggle_hidden_cb);
  gtk_widget_class_install_action (row_class, "block.toggle-pinned", NULL, toggle_pinned_cb);
  gtk_widget_class_install_action (row_class, "block.jump", NULL, jump_cb);
  gtk_widget_class_install_action (row_class, "block.edit", NULL, edit_cb);
  gtk_widget_class_install_action (row_class, "block.reword", NULL, reword_cb);
  gtk_widget_class_install_action (row_class, "block.drop-wording", NULL, drop_wording_cb);
  gtk_widget_class_install_action (row_class, "block.review-wording", NULL, review_wording_cb);
  gtk_widget_class_install_action (row_class, "block.title-line", NULL, title_line_cb);
  gtk_widget_class_install_action (row_class, "block.add-below", NULL, add_below_cb);
  gtk_widget_class_install_action (row_class, "block.delete", NULL, delete_cb);
  gtk_widget_class_install_action (row_class, "block.edit-source", NULL, edit_source_cb);
  gtk_widget_class_install_action (row_class, "block.menu", NULL, menu_cb);
  gtk_widget_class_install_action (row_class, "block.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (row_class, "block.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (row_class, "block.link", NULL, link_cb);
  gtk_widget_class_install_action (row_class, "block.not-this", "u", not_this_cb);
  bind_keys (row_class);
}
