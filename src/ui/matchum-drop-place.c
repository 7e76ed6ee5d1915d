/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty pane with a next step. */
#include "config.h"

#include "ui/matchum-drop-place.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"

struct _MatchumDropPlace {
  GtkWidget parent_instance;

  GtkImage *image;
  GtkLabel *title;
  GtkLabel *description;
  GtkButton *first_button;
  GtkButton *second_button;

  gboolean wants_resume;
};

enum { PROP_0, PROP_WANTS_RESUME, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumDropPlace, matchum_drop_place, GTK_TYPE_WIDGET)

static void
fill_button (GtkButton *button, const char *label, const char *action)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *spoken = g_strjoinv ("", parts);

  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
ask_for_resume (MatchumDropPlace *self)
{
  gtk_image_set_from_icon_name (self->image, "text-x-generic-symbolic");
  gtk_label_set_label (self->title, _ ("Open Your Resume"));
  gtk_label_set_label (self->description, _ ("The posting is held against a resume of everything you did, in Markdown. "
                                             "Open the file, or drop it here."));
  fill_button (self->first_button, _ ("_Open Resume…"), "win.open-resume");
  fill_button (self->second_button, _ ("Start From a _Template…"), "win.new-resume");
}

static void
ask_for_posting (MatchumDropPlace *self)
{
  gtk_image_set_from_icon_name (self->image, "edit-paste-symbolic");
  gtk_label_set_label (self->title, _ ("Paste a First Posting"));
  gtk_label_set_label (self->description, _ ("Copy a job posting and press Ctrl+V anywhere in this window, or drop a "
                                             "file or selected text here."));
  fill_button (self->first_button, _ ("_Paste"), "win.paste-posting");
  fill_button (self->second_button, _ ("Open _Files…"), "win.open-postings");
}

static void
matchum_drop_place_constructed (GObject *object)
{
  MatchumDropPlace *self = MATCHUM_DROP_PLACE (object);

  G_OBJECT_CLASS (matchum_drop_place_parent_class)->constructed (object);

  if (self->wants_resume)
    ask_for_resume (self);
  else
    ask_for_posting (self);
  matchum_word_breaks_apply_all (GTK_WIDGET (self));
}

static void
matchum_drop_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumDropPlace *self = MATCHUM_DROP_PLACE (object);

  switch (id)
    {
    case PROP_WANTS_RESUME:
      g_value_set_boolean (value, self->wants_resume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_drop_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumDropPlace *self = MATCHUM_DROP_PLACE (object);

  switch (id)
    {
    case PROP_WANTS_RESUME:
      self->wants_resume = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_drop_place_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_drop_place_parent_class)->dispose (object);
}

static void
matchum_drop_place_class_init (MatchumDropPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = matchum_drop_place_constructed;
  object_class->get_property = matchum_drop_place_get_property;
  object_class->set_property = matchum_drop_place_set_property;
  object_class->dispose = matchum_drop_place_dispose;

  properties[PROP_WANTS_RESUME] =
      g_param_spec_boolean ("wants-resume", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-drop-place.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumDropPlace, image);
  gtk_widget_class_bind_template_child (widget_class, MatchumDropPlace, title);
  gtk_widget_class_bind_template_child (widget_class, MatchumDropPlace, description);
  gtk_widget_class_bind_template_child (widget_class, MatchumDropPlace, first_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumDropPlace, second_button);
  gtk_widget_class_set_css_name (widget_class, "dropplace");
}

static void
matchum_drop_place_init (MatchumDropPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
