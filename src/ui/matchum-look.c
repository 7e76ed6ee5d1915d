/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the look from the choices for a posting or from the settings, and writes it there. */
#include "config.h"

#include "ui/matchum-look.h"

#include <glib/gi18n-lib.h>

struct _MatchumLook {
  GObject parent_instance;

  GSettings *settings;
  MatchumWorkspace *workspace;

  /* As they were told last. */
  char *theme;
  char *paper;
  char *adjustments;
  gboolean is_own;
};

enum { PROP_0, PROP_THEME, PROP_PAPER, PROP_ADJUSTMENTS, PROP_IS_OWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumLook, matchum_look, G_TYPE_OBJECT)

static const MatchumApplicationLook *
get_own (MatchumLook *self)
{
  MatchumApplication *application = matchum_workspace_get_application (self->workspace);

  return application != NULL ? matchum_application_get_look (application) : NULL;
}

static void
take_text (MatchumLook *self, char **field, char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*field);
  *field = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Tells what is other than it was told last. */
static void
refresh (MatchumLook *self)
{
  const MatchumApplicationLook *own = get_own (self);
  gboolean is_own = own != NULL;

  g_object_freeze_notify (G_OBJECT (self));
  take_text (self, &self->theme, is_own ? g_strdup (own->theme) : g_settings_get_string (self->settings, "theme"),
             PROP_THEME);
  take_text (self, &self->paper, is_own ? g_strdup (own->paper) : g_settings_get_string (self->settings, "paper"),
             PROP_PAPER);
  take_text (self, &self->adjustments,
             is_own ? g_strdup (own->adjustments) : g_settings_get_string (self->settings, "page-style"),
             PROP_ADJUSTMENTS);
  if (is_own != self->is_own)
    {
      self->is_own = is_own;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_OWN]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
choose (MatchumLook *self, const MatchumApplicationLook *look, const char *label, const char *merge_key)
{
  g_autoptr (MatchumApplication) edited =
      matchum_application_with_look (matchum_workspace_get_application (self->workspace), look);

  matchum_workspace_choose_merged (self->workspace, edited, label, merge_key);
}

static void
keep (MatchumLook *self, const MatchumApplicationLook *look)
{
  if (get_own (self) != NULL)
    {
      /* Changes in a row are undone in one step. */
      g_autofree char *merge_key = matchum_workspace_dup_merge_key (self->workspace, "look");

      choose (self, look, _ ("Change Look"), merge_key);
      return;
    }
  g_settings_set_string (self->settings, "theme", look->theme);
  g_settings_set_string (self->settings, "paper", look->paper);
  g_settings_set_string (self->settings, "page-style", look->adjustments);
}

static void
set_text (MatchumLook *self, guint property, const char *text)
{
  MatchumApplicationLook look = { self->theme, self->paper, self->adjustments };

  if (property == PROP_THEME)
    look.theme = (char *) text;
  else if (property == PROP_PAPER)
    look.paper = (char *) text;
  else
    look.adjustments = (char *) text;
  keep (self, &look);
}

static void
matchum_look_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumLook *self = MATCHUM_LOOK (object);

  switch (id)
    {
    case PROP_THEME:
      g_value_set_string (value, self->theme);
      break;
    case PROP_PAPER:
      g_value_set_string (value, self->paper);
      break;
    case PROP_ADJUSTMENTS:
      g_value_set_string (value, self->adjustments);
      break;
    case PROP_IS_OWN:
      g_value_set_boolean (value, self->is_own);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_look_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumLook *self = MATCHUM_LOOK (object);

  switch (id)
    {
    case PROP_THEME:
    case PROP_PAPER:
    case PROP_ADJUSTMENTS:
      set_text (self, id, g_value_get_string (value));
      break;
    case PROP_IS_OWN:
      matchum_look_set_own (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_look_dispose (GObject *object)
{
  MatchumLook *self = MATCHUM_LOOK (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_look_parent_class)->dispose (object);
}

static void
matchum_look_finalize (GObject *object)
{
  MatchumLook *self = MATCHUM_LOOK (object);

  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->adjustments, g_free);

  G_OBJECT_CLASS (matchum_look_parent_class)->finalize (object);
}

static void
matchum_look_class_init (MatchumLookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_look_get_property;
  object_class->set_property = matchum_look_set_property;
  object_class->dispose = matchum_look_dispose;
  object_class->finalize = matchum_look_finalize;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, NULL, flags);
  properties[PROP_PAPER] = g_param_spec_string ("paper", NULL, NULL, NULL, flags);
  properties[PROP_ADJUSTMENTS] = g_param_spec_string ("adjustments", NULL, NULL, NULL, flags);
  properties[PROP_IS_OWN] = g_param_spec_boolean ("is-own", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_look_init (MatchumLook *self)
{
}

MatchumPageStyle
matchum_look_read (const char *theme, const char *paper, const char *adjustments)
{
  const MatchumTheme *known = theme != NULL ? matchum_theme_lookup (theme) : NULL;
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  if (adjustments != NULL && !matchum_page_style_from_string (&style, adjustments, NULL))
    matchum_page_style_init (&style);
  if (known != NULL)
    style.theme = known->name;
  if (paper != NULL)
    matchum_paper_from_name (paper, &style.paper);
  return style;
}

MatchumLook *
matchum_look_new (GSettings *settings, MatchumWorkspace *workspace)
{
  static const char *const keys[] = { "changed::theme", "changed::paper", "changed::page-style" };
  static const char *const news[] = { "opened", "rewritten", "changed" };
  MatchumLook *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_LOOK, NULL);
  self->settings = g_object_ref (settings);
  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (settings, keys[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (workspace, news[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

MatchumPageStyle
matchum_look_get_style (MatchumLook *self)
{
  if (!MATCHUM_IS_LOOK (self))
    g_return_val_if_reached (matchum_look_read (NULL, NULL, NULL));

  return matchum_look_read (self->theme, self->paper, self->adjustments);
}

void
matchum_look_set_style (MatchumLook *self, const MatchumPageStyle *style)
{
  MatchumPageStyle adjusted, plain;
  g_autofree char *adjustments = NULL;
  MatchumApplicationLook look;

  g_return_if_fail (MATCHUM_IS_LOOK (self));
  g_return_if_fail (style != NULL);

  matchum_page_style_init (&plain);
  adjusted = *style;
  adjusted.theme = plain.theme;
  adjusted.paper = plain.paper;
  adjusted.photo = NULL;
  adjustments = matchum_page_style_to_string (&adjusted);
  look.theme = (char *) style->theme;
  look.paper = (char *) matchum_paper_get_names ()[style->paper];
  look.adjustments = adjustments;
  keep (self, &look);
}

gboolean
matchum_look_is_own (MatchumLook *self)
{
  g_return_val_if_fail (MATCHUM_IS_LOOK (self), FALSE);

  return self->is_own;
}

/* A look of its own begins as the one that is shown. */
void
matchum_look_set_own (MatchumLook *self, gboolean is_own)
{
  MatchumApplicationLook look;

  g_return_if_fail (MATCHUM_IS_LOOK (self));

  if (is_own == self->is_own || matchum_workspace_get_application (self->workspace) == NULL)
    return;
  look = (MatchumApplicationLook){ self->theme, self->paper, self->adjustments };
  choose (self, is_own ? &look : NULL, is_own ? _ ("Own Look for This Posting") : _ ("Look of All Postings"), NULL);
}
