/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence and a button that slide in below the header bar. */
#include "config.h"

#include "ui/matchum-notice-bar.h"

#include "ui/matchum-word-breaks.h"

struct _MatchumNoticeBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *label;
  GtkBox *buttons;
  GtkButton *button;
  GtkButton *second_button;
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (MatchumNoticeBar, matchum_notice_bar, GTK_TYPE_WIDGET)

static void
matchum_notice_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_notice_bar_parent_class)->dispose (object);
}

static void
matchum_notice_bar_class_init (MatchumNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, box);
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, button);
  gtk_widget_class_bind_template_child (widget_class, MatchumNoticeBar, second_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
matchum_notice_bar_init (MatchumNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_notice_bar_set (self, NULL, NULL, NULL);
}

/* Beside two buttons a narrow window leaves no room for a sentence. */
static void
arrange (MatchumNoticeBar *self)
{
  gboolean is_stacked = self->is_narrow && gtk_widget_get_visible (GTK_WIDGET (self->second_button));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  is_stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->buttons, is_stacked);
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), is_stacked);
  gtk_widget_set_hexpand (GTK_WIDGET (self->second_button), is_stacked);
}

void
matchum_notice_bar_set (MatchumNoticeBar *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (MATCHUM_IS_NOTICE_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_text (self->label, text);
  matchum_word_breaks_apply (self->label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), button != NULL ? action : NULL);
}

void
matchum_notice_bar_set_second (MatchumNoticeBar *self, const char *button, const char *action)
{
  g_return_if_fail (MATCHUM_IS_NOTICE_BAR (self));
  g_return_if_fail (button != NULL && action != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->second_button), TRUE);
  gtk_button_set_label (self->second_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->second_button), action);
  arrange (self);
}

void
matchum_notice_bar_set_narrow (MatchumNoticeBar *self, gboolean is_narrow)
{
  g_return_if_fail (MATCHUM_IS_NOTICE_BAR (self));

  self->is_narrow = is_narrow;
  arrange (self);
}

const char *
matchum_notice_bar_get_text (MatchumNoticeBar *self)
{
  g_return_val_if_fail (MATCHUM_IS_NOTICE_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (self->label) : NULL;
}
