/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts, takes files from the command line and from the desktop, and opens windows. */
#include "config.h"

#include "ui/matchum-desktop.h"

#include <glib/gi18n-lib.h>

#include "lexicon/matchum-lexicon.h"
#include "ui/compat.h"
#include "ui/matchum-window.h"

#define RESOURCE_PATH "/io/github/matchum/Matchum"

struct _MatchumDesktop {
  AdwApplication parent_instance;

  MatchumLexicon *lexicon;
  MatchumDay as_of; /* year 0: today */
};

G_DEFINE_FINAL_TYPE (MatchumDesktop, matchum_desktop, ADW_TYPE_APPLICATION)

static MatchumDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MatchumDay today;

  g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
  return today;
}

/* The window that is there, or a new one. */
static MatchumWindow *
ensure_window (MatchumDesktop *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (active != NULL && !MATCHUM_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (active != NULL)
    return MATCHUM_WINDOW (active);
  return matchum_window_new (ADW_APPLICATION (self), self->lexicon, self->as_of.year > 0 ? self->as_of : get_today ());
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closed rather than killed: they keep their sizes. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (MATCHUM_IS_WINDOW (item->data))
      gtk_window_close (item->data);
  g_application_quit (G_APPLICATION (user_data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  matchum_compat_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/frame.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
matchum_desktop_startup (GApplication *application)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (application);
  const GActionEntry entries[] = {
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
    { "about", about_cb, NULL, NULL, NULL, { 0 } },
  };
  const char *quit_accels[] = { "<Control>q", NULL };
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (matchum_desktop_parent_class)->startup (application);

  self->lexicon = matchum_lexicon_new_builtin (&error);
  if (self->lexicon == NULL)
    g_error ("The lexicon in the program is broken: %s", error->message);

  gtk_window_set_default_icon_name (MATCHUM_APPLICATION_ID);
  add_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_accels);
  matchum_compat_add_shortcuts (GTK_APPLICATION (self));
}

static void
matchum_desktop_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (MATCHUM_DESKTOP (application))));
}

static void
matchum_desktop_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MatchumWindow *window = ensure_window (MATCHUM_DESKTOP (application));

  matchum_window_open_files (window, files, (guint) n_files, TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static int
matchum_desktop_handle_local_options (GApplication *application, GVariantDict *options)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (application);
  const char *as_of;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("matchum %s\n", MATCHUM_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "check-display"))
    return gtk_init_check () ? 0 : 1;
  if (g_variant_dict_lookup (options, "as-of", "&s", &as_of) && !matchum_day_parse (as_of, &self->as_of))
    {
      g_printerr ("matchum: ");
      g_printerr (_ ("--as-of takes a day as YYYY-MM-DD, not “%s”."), as_of);
      g_printerr ("\n");
      return 2;
    }
  return -1;
}

static void
matchum_desktop_finalize (GObject *object)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (object);

  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);

  G_OBJECT_CLASS (matchum_desktop_parent_class)->finalize (object);
}

static void
matchum_desktop_class_init (MatchumDesktopClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = matchum_desktop_finalize;
  application_class->startup = matchum_desktop_startup;
  application_class->activate = matchum_desktop_activate;
  application_class->open = matchum_desktop_open;
  application_class->handle_local_options = matchum_desktop_handle_local_options;
}

static void
matchum_desktop_init (MatchumDesktop *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Count jobs that go on up to this day, not to today"),
      /* Translators: stands for a day in the help of the command line. */
      N_ ("YYYY-MM-DD") },
    { "check-display", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[RESUME] [POSTING…]"));
}

MatchumDesktop *
matchum_desktop_new (void)
{
  return g_object_new (MATCHUM_TYPE_DESKTOP, "application-id", MATCHUM_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_PATH, NULL);
}

void
matchum_desktop_set_as_of (MatchumDesktop *self, MatchumDay as_of)
{
  g_return_if_fail (MATCHUM_IS_DESKTOP (self));

  self->as_of = as_of;
}
