/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three cards, each an action of the window. */
#include "config.h"

#include "ui/matchum-welcome-page.h"

#include "ui/matchum-word-breaks.h"

struct _MatchumWelcomePage {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MatchumWelcomePage, matchum_welcome_page, GTK_TYPE_WIDGET)

static void
matchum_welcome_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_welcome_page_parent_class)->dispose (object);
}

static void
matchum_welcome_page_class_init (MatchumWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-welcome-page.ui");
  gtk_widget_class_set_css_name (widget_class, "welcome");
}

static void
matchum_welcome_page_init (MatchumWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_word_breaks_apply_all (GTK_WIDGET (self));
}
