/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few buttons in a row; those that could do nothing are not seen. */
#include "config.h"

#include "ui/matchum-block-buttons.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-unchanged.h"

struct _MatchumBlockButtons {
  GtkBox parent_instance;

  GtkWidget *hide_button;
  GtkWidget *pin_button;
  GtkWidget *edit_button;
  GtkWidget *review_button;
};

G_DEFINE_FINAL_TYPE (MatchumBlockButtons, matchum_block_buttons, GTK_TYPE_BOX)

static GtkWidget *
append_button (MatchumBlockButtons *self, const char *action_name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
set_content (GtkWidget *button, const char *icon_name, const char *label)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));

  if (content == NULL)
    {
      content = adw_button_content_new ();
      gtk_button_set_child (GTK_BUTTON (button), content);
    }
  matchum_unchanged_set_content (ADW_BUTTON_CONTENT (content), icon_name, label);
}

static void
matchum_block_buttons_class_init (MatchumBlockButtonsClass *klass)
{
}

static void
matchum_block_buttons_init (MatchumBlockButtons *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "actions");
  self->hide_button = append_button (self, "block.toggle-hidden");
  self->pin_button = append_button (self, "block.toggle-pinned");
  self->edit_button = append_button (self, "block.edit");
  self->review_button = append_button (self, "block.review-wording");
  /* Translators: a button: looks at words of a posting's own that are older than what the resume says. */
  set_content (self->review_button, "dialog-warning-symbolic", _ ("Review"));
  set_content (self->edit_button, "document-edit-symbolic", _ ("Edit"));
}

static void
update (MatchumBlockButtons *self, const MatchumBlockState *state, gboolean is_editable)
{
  if (state->is_visible)
    set_content (self->hide_button, "view-conceal-symbolic", _ ("Hide"));
  else
    set_content (self->hide_button, "view-reveal-symbolic", _ ("Show"));
  set_content (self->pin_button, "view-pin-symbolic", state->is_pinned ? _ ("Unpin") : _ ("Pin"));
  gtk_widget_set_visible (self->hide_button, state->can_edit);
  gtk_widget_set_visible (self->pin_button, state->can_edit);
  gtk_widget_set_visible (self->edit_button, is_editable);
  gtk_widget_set_visible (self->review_button, is_editable && state->note == MATCHUM_NOTE_OLD_WORDING);
}

void
matchum_block_buttons_update (GtkWidget **buttons, GtkBox *body, const MatchumBlockState *state, gboolean is_editable)
{
  gboolean is_needed;

  g_return_if_fail (buttons != NULL);
  g_return_if_fail (GTK_IS_BOX (body));
  g_return_if_fail (state != NULL);

  is_needed = state->is_selected && (state->can_edit || is_editable);
  if (*buttons == NULL && !is_needed)
    return;
  if (*buttons == NULL)
    {
      *buttons = g_object_new (MATCHUM_TYPE_BLOCK_BUTTONS, NULL);
      gtk_box_append (body, *buttons);
    }
  if (is_needed)
    update (MATCHUM_BLOCK_BUTTONS (*buttons), state, is_editable);
  gtk_widget_set_visible (*buttons, is_needed);
}
