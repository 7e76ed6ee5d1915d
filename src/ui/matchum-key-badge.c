/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key of a requirement in a small frame. */
#include "config.h"

#include "ui/matchum-key-badge.h"

#include <glib/gi18n-lib.h>

struct _MatchumKeyBadge {
  GtkWidget parent_instance;

  GtkWidget *label;
  gboolean sole;
  gboolean selected;
};

enum { PROP_0, PROP_LABEL, PROP_SOLE, PROP_SELECTED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumKeyBadge, matchum_key_badge, GTK_TYPE_WIDGET)

static void
set_css_class (MatchumKeyBadge *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_accessible_label (MatchumKeyBadge *self)
{
  const char *key = gtk_label_get_text (GTK_LABEL (self->label));
  g_autofree char *name = NULL;

  /* Translators: %s is the key of a requirement, a number or a letter. */
  name = g_strdup_printf (self->sole ? _ ("Requirement %s, which needs this") : _ ("Requirement %s"), key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
matchum_key_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumKeyBadge *self = MATCHUM_KEY_BADGE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, matchum_key_badge_get_label (self));
      break;
    case PROP_SOLE:
      g_value_set_boolean (value, self->sole);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_key_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumKeyBadge *self = MATCHUM_KEY_BADGE (object);

  switch (id)
    {
    case PROP_LABEL:
      matchum_key_badge_set_label (self, g_value_get_string (value));
      break;
    case PROP_SOLE:
      matchum_key_badge_set_sole (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTED:
      matchum_key_badge_set_selected (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_key_badge_dispose (GObject *object)
{
  MatchumKeyBadge *self = MATCHUM_KEY_BADGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (matchum_key_badge_parent_class)->dispose (object);
}

static void
matchum_key_badge_class_init (MatchumKeyBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_key_badge_get_property;
  object_class->set_property = matchum_key_badge_set_property;
  object_class->dispose = matchum_key_badge_dispose;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_SOLE] = g_param_spec_boolean ("sole", NULL, NULL, FALSE, flags);
  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "key");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
matchum_key_badge_init (MatchumKeyBadge *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
matchum_key_badge_new (const char *label)
{
  return g_object_new (MATCHUM_TYPE_KEY_BADGE, "label", label, NULL);
}

const char *
matchum_key_badge_get_label (MatchumKeyBadge *self)
{
  g_return_val_if_fail (MATCHUM_IS_KEY_BADGE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
matchum_key_badge_set_label (MatchumKeyBadge *self, const char *label)
{
  g_return_if_fail (MATCHUM_IS_KEY_BADGE (self));

  if (label == NULL)
    label = "";
  if (g_str_equal (label, gtk_label_get_text (GTK_LABEL (self->label))))
    return;

  gtk_label_set_text (GTK_LABEL (self->label), label);
  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

gboolean
matchum_key_badge_get_sole (MatchumKeyBadge *self)
{
  g_return_val_if_fail (MATCHUM_IS_KEY_BADGE (self), FALSE);

  return self->sole;
}

void
matchum_key_badge_set_sole (MatchumKeyBadge *self, gboolean sole)
{
  g_return_if_fail (MATCHUM_IS_KEY_BADGE (self));

  sole = !!sole;
  if (sole == self->sole)
    return;

  self->sole = sole;
  set_css_class (self, "sole", sole);
  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOLE]);
}

gboolean
matchum_key_badge_get_selected (MatchumKeyBadge *self)
{
  g_return_val_if_fail (MATCHUM_IS_KEY_BADGE (self), FALSE);

  return self->selected;
}

void
matchum_key_badge_set_selected (MatchumKeyBadge *self, gboolean selected)
{
  g_return_if_fail (MATCHUM_IS_KEY_BADGE (self));

  selected = !!selected;
  if (selected == self->selected)
    return;

  self->selected = selected;
  set_css_class (self, "selected", selected);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
