/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts, opens the library and a window on it, and takes files from the command line and from the desktop. */
#include "config.h"

#include "ui/matchum-desktop.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "lexicon/matchum-lexicon.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-discard.h"
#include "store/matchum-posting-table.h"
#include "ui/compat.h"
#include "ui/matchum-examples.h"
#include "ui/matchum-trouble-window.h"
#include "ui/matchum-window.h"

#define RESOURCE_PATH "/io/github/matchum/Matchum"
#define BACK_UP_EVERY 600 /* seconds until the library is asked whether it is time */

static const int end_signals[] = { SIGTERM, SIGINT, SIGHUP };

struct _MatchumDesktop {
  AdwApplication parent_instance;

  MatchumLexicon *lexicon;
  MatchumDay as_of; /* year 0: today */

  char *path;        /* of the library; NULL: the user's own */
  char *sample_path; /* of the library of examples; NULL: beside the user's own */
  gboolean is_sample;
  MatchumLibrary *library; /* the one that is open, or NULL */
  guint back_up_id;
  guint signal_ids[G_N_ELEMENTS (end_signals)];
  GPtrArray *files; /* of GFile: to be opened when there is a window for them */
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

static MatchumDay
get_as_of (MatchumDesktop *self)
{
  return self->as_of.year > 0 ? self->as_of : get_today ();
}

/* The library */

static char *
dup_sample_path (MatchumDesktop *self)
{
  g_autofree char *own = NULL;
  g_autofree char *folder = NULL;

  if (self->sample_path != NULL)
    return g_strdup (self->sample_path);
  own = matchum_library_dup_default_path ();
  folder = g_path_get_dirname (own);
  return g_build_filename (folder, "sample", "library.db", NULL);
}

static char *
dup_path (MatchumDesktop *self)
{
  if (self->is_sample)
    return dup_sample_path (self);
  return self->path != NULL ? g_strdup (self->path) : matchum_library_dup_default_path ();
}

static gboolean
is_empty (MatchumLibrary *library)
{
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (GPtrArray) baselines = matchum_baseline_table_list (database, NULL);
  g_autoptr (GPtrArray) postings = matchum_posting_table_list (database, NULL);

  return baselines != NULL && baselines->len == 0 && postings != NULL && postings->len == 0;
}

/* What was emptied by its user can be undone, or brought back from a backup. */
static gboolean
is_new (MatchumLibrary *library)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (matchum_library_get_path (library));

  return is_empty (library) && !matchum_examples_own (library) && matchum_library_get_undo_label (library) == NULL
         && matchum_library_get_redo_label (library) == NULL && backups->len == 0;
}

static gboolean
back_up_cb (gpointer user_data)
{
  MatchumDesktop *self = user_data;

  if (matchum_library_get_read_only_reason (self->library) == NULL)
    matchum_library_back_up_if_due (self->library);
  return G_SOURCE_CONTINUE;
}

static void
keep_as_own (MatchumDesktop *self)
{
  g_free (self->path);
  self->path = dup_sample_path (self);
  self->is_sample = FALSE;
}

static gboolean
open_library (MatchumDesktop *self, GError **error)
{
  g_autofree char *path = dup_path (self);

  self->library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, error);
  if (self->library == NULL)
    return FALSE;
  if (matchum_library_get_read_only_reason (self->library) != NULL)
    return TRUE;
  if (self->is_sample && is_new (self->library))
    return matchum_examples_add (self->library, get_as_of (self), error);
  /* A library of the user's own is not to be thrown away, however it was opened. */
  if (self->is_sample && !matchum_examples_own (self->library))
    keep_as_own (self);
  if (!self->is_sample)
    {
      back_up_cb (self);
      self->back_up_id = g_timeout_add_seconds (BACK_UP_EVERY, back_up_cb, self);
    }
  return TRUE;
}

static void
close_library (MatchumDesktop *self)
{
  g_clear_handle_id (&self->back_up_id, g_source_remove);
  if (self->library != NULL && !self->is_sample)
    back_up_cb (self);
  if (self->library != NULL)
    matchum_library_close (self->library);
  g_clear_object (&self->library);
}

/* Windows */

static void show_window (MatchumDesktop *self);

static void
resolved_cb (MatchumDesktop *self)
{
  show_window (self);
}

/* The window of the application that is not a dialog: the main one, or the one that tells of trouble. */
static GtkWindow *
find_window (MatchumDesktop *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (MATCHUM_IS_WINDOW (item->data) || MATCHUM_IS_TROUBLE_WINDOW (item->data))
      return item->data;
  return NULL;
}

static void
open_files (MatchumDesktop *self, MatchumWindow *window)
{
  if (self->files->len == 0)
    return;
  matchum_window_open_files (window, (GFile **) self->files->pdata, self->files->len, TRUE);
  g_ptr_array_set_size (self->files, 0);
}

static void
show_main_window (MatchumDesktop *self)
{
  MatchumWindow *window = matchum_window_new (ADW_APPLICATION (self), self->library, self->lexicon, get_as_of (self));

  if (self->is_sample)
    matchum_window_set_notice (window, _ ("This is a library of examples: try everything."),
                               _ ("_Throw It Away and Start My Own"), "app.discard-examples");
  open_files (self, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_window (MatchumDesktop *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  MatchumTroubleWindow *trouble;

  if (self->library != NULL || open_library (self, &error))
    {
      show_main_window (self);
      return;
    }
  close_library (self);
  path = dup_path (self);
  trouble = matchum_trouble_window_new (ADW_APPLICATION (self), path, error);
  g_signal_connect_object (trouble, "resolved", G_CALLBACK (resolved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (trouble));
}

/* The window that is there, or a new one. */
static void
raise_window (MatchumDesktop *self)
{
  GtkWindow *window = find_window (self);

  if (window == NULL)
    {
      show_window (self);
      return;
    }
  if (MATCHUM_IS_WINDOW (window))
    open_files (self, MATCHUM_WINDOW (window));
  gtk_window_present (window);
}

/* Every window of one library makes room for that of another. */
static void
change_library (MatchumDesktop *self, gboolean is_sample, gboolean is_discarded)
{
  GtkWindow *window = find_window (self);
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;

  g_application_hold (G_APPLICATION (self));
  if (window != NULL)
    gtk_window_close (window);
  if (find_window (self) != NULL)
    {
      g_application_release (G_APPLICATION (self)); /* it has something to ask first */
      return;
    }
  close_library (self);
  if (is_discarded && !matchum_library_discard (path, &error))
    g_warning ("%s", error->message);
  self->is_sample = is_sample;
  show_window (self);
  g_application_release (G_APPLICATION (self));
}

static void
open_examples_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MatchumDesktop *self = user_data;

  if (!self->is_sample)
    change_library (self, TRUE, FALSE);
}

static void
discard_examples_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MatchumDesktop *self = user_data;

  if (self->is_sample)
    change_library (self, FALSE, TRUE);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closed rather than killed: they keep their sizes, and may have something to ask first. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (MATCHUM_IS_WINDOW (item->data) || MATCHUM_IS_TROUBLE_WINDOW (item->data))
      gtk_window_close (item->data);
  if (find_window (user_data) == NULL)
    g_application_quit (G_APPLICATION (user_data));
}

/* A session that ends asks so: what is open is kept, and the library is closed as by hand. It waits for no answer. */
static gboolean
terminated_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
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
    { "open-examples", open_examples_cb, NULL, NULL, NULL, { 0 } },
    { "discard-examples", discard_examples_cb, NULL, NULL, NULL, { 0 } },
  };
  const char *quit_accels[] = { "<Control>q", NULL };
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (matchum_desktop_parent_class)->startup (application);

  self->lexicon = matchum_lexicon_new_builtin (&error);
  if (self->lexicon == NULL)
    g_error ("The lexicon in the program is broken: %s", error->message);

  for (guint i = 0; i < G_N_ELEMENTS (end_signals); i++)
    self->signal_ids[i] = g_unix_signal_add (end_signals[i], terminated_cb, self);
  gtk_window_set_default_icon_name (MATCHUM_APPLICATION_ID);
  add_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_accels);
  matchum_compat_add_shortcuts (GTK_APPLICATION (self));
}

static void
matchum_desktop_activate (GApplication *application)
{
  raise_window (MATCHUM_DESKTOP (application));
}

static void
matchum_desktop_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (application);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  raise_window (self);
}

/* The library is let go with the last window on it, so that everything is in the one file. */
static void
matchum_desktop_window_removed (GtkApplication *application, GtkWindow *window)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (application);

  GTK_APPLICATION_CLASS (matchum_desktop_parent_class)->window_removed (application, window);
  if (MATCHUM_IS_WINDOW (window) && find_window (self) == NULL)
    close_library (self);
}

static void
matchum_desktop_shutdown (GApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (end_signals); i++)
    g_clear_handle_id (&MATCHUM_DESKTOP (application)->signal_ids[i], g_source_remove);
  close_library (MATCHUM_DESKTOP (application));
  G_APPLICATION_CLASS (matchum_desktop_parent_class)->shutdown (application);
}

/* The one name of a file, by whatever links it is reached; of one that is still to be made, by its folder. */
static char *
dup_real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL);
  char *real_folder = real == NULL ? realpath (folder, NULL) : NULL;
  char *result;

  if (real != NULL)
    result = g_strdup (real);
  else
    result = real_folder != NULL ? g_build_filename (real_folder, name, NULL) : g_steal_pointer (&absolute);
  free (real);
  free (real_folder);
  return result;
}

/* Each library has an application of its own, so that a second start on the same one raises its window, and one on
 * another opens another. */
static void
set_path (MatchumDesktop *self, const char *path)
{
  g_autofree char *usual = dup_path (self);
  g_autofree char *usual_real = dup_real_path (usual);
  g_autofree char *real = dup_real_path (path);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);
  g_autofree char *id = g_strdup_printf (MATCHUM_APPLICATION_ID ".Library%.16s", digest);

  if (g_str_equal (real, usual_real))
    return;
  if (self->is_sample)
    self->sample_path = g_canonicalize_filename (path, NULL);
  else
    self->path = g_canonicalize_filename (path, NULL);
  g_application_set_application_id (G_APPLICATION (self), id);
}

/* A window that is there already shows the examples, as it does when its menu is asked for them. */
static void
forward_examples (MatchumDesktop *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (self), NULL, &error))
    g_debug ("Not registered: %s", error->message); /* it goes on, and is told of that again */
  else if (g_application_get_is_remote (G_APPLICATION (self)))
    g_action_group_activate_action (G_ACTION_GROUP (self), "open-examples", NULL);
}

static int
matchum_desktop_handle_local_options (GApplication *application, GVariantDict *options)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (application);
  const char *as_of, *path;

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
  self->is_sample = g_variant_dict_contains (options, "examples");
  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    set_path (self, path);
  else if (self->is_sample)
    forward_examples (self);
  return -1;
}

static void
matchum_desktop_finalize (GObject *object)
{
  MatchumDesktop *self = MATCHUM_DESKTOP (object);

  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  g_free (self->path);
  g_free (self->sample_path);
  g_ptr_array_unref (self->files);

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
  application_class->shutdown = matchum_desktop_shutdown;
  application_class->handle_local_options = matchum_desktop_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = matchum_desktop_window_removed;
}

static void
matchum_desktop_init (MatchumDesktop *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Count jobs that go on up to this day, not to today"),
      /* Translators: stands for a day in the help of the command line. */
      N_ ("YYYY-MM-DD") },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this library, not the one in your data folder"),
      /* Translators: stands for a file in the help of the command line. */
      N_ ("FILE") },
    { "examples", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a library of examples, which can be thrown away"), NULL },
    { "check-display", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
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
