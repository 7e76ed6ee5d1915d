/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that touches the library is a job on another thread, which ends by opening it as the caller will: what the
 * user sees is what was found there last. */
#include "config.h"

#include "ui/matchum-trouble-window.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "store/matchum-library-backup.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-library-salvage.h"
#include "store/matchum-library.h"
#include "ui/compat.h"
#include "ui/matchum-backup-survey.h"
#include "ui/matchum-word-breaks.h"

/* How long to wait for a program that is just letting go of the library. */
#define WAIT_MS 500

struct _MatchumTroubleWindow {
  AdwApplicationWindow parent_instance;

  GtkImage *image;
  GtkLabel *heading_label;
  GtkLabel *message_label;
  GtkLabel *note_label;
  GtkWidget *busy_box;
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  GtkWidget *choices;
  GtkListBox *list;
  GtkWidget *open_button;
  GtkWidget *try_button;
  GtkWidget *quit_button;

  char *path;
  GError *error;
  GPtrArray *backups; /* of MatchumSurveyed; NULL where they are of no use or not yet read */
  GCancellable *cancellable;
  gboolean was_missing;    /* the caller does not make a library that is not there */
  gboolean can_start_anew; /* nothing else is left */
  gboolean is_busy;
  gboolean is_closed;
};

enum { PROP_0, PROP_IS_BUSY, N_PROPERTIES };
enum { RESOLVED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumTroubleWindow, matchum_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum { JOB_OPEN, JOB_RESTORE, JOB_SALVAGE, JOB_START_ANEW } JobKind;

/* What a thread is to do, and what it found. */
typedef struct {
  MatchumTroubleWindow *self; /* for the window's own thread, as is the next */
  GApplication *application;
  JobKind kind;
  char *path;
  char *backup;
  gboolean can_create;
  MatchumSalvage *salvage;
  GError *failure; /* of the job itself; the library is as before */
  GError *trouble; /* of opening it afterwards */
} Job;

static void
free_job (Job *job)
{
  g_object_unref (job->self);
  g_application_release (job->application);
  g_object_unref (job->application);
  g_free (job->path);
  g_free (job->backup);
  g_clear_pointer (&job->salvage, matchum_salvage_free);
  g_clear_error (&job->failure);
  g_clear_error (&job->trouble);
  g_free (job);
}

static gboolean
is_trouble (MatchumTroubleWindow *self, MatchumLibraryError code)
{
  return g_error_matches (self->error, MATCHUM_LIBRARY_ERROR, (gint) code);
}

/* A backup is of use where what should be there is not, or cannot be read. */
static gboolean
wants_backup (MatchumTroubleWindow *self)
{
  return is_trouble (self, MATCHUM_LIBRARY_ERROR_DAMAGED) || is_trouble (self, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY)
         || is_trouble (self, MATCHUM_LIBRARY_ERROR_MISSING);
}

/* On the thread */

/* A library belongs to the thread that opened it, down to its main context. */
static gboolean
try_to_open (const Job *job, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  MatchumLibrary *library;

  g_main_context_push_thread_default (context);
  library =
      matchum_library_open (job->path, job->can_create ? MATCHUM_LIBRARY_OPEN_CREATE : MATCHUM_LIBRARY_OPEN_DEFAULT,
                            WAIT_MS, error);
  if (library != NULL)
    {
      matchum_library_close (library);
      g_object_unref (library);
    }
  g_main_context_pop_thread_default (context);
  return library != NULL;
}

static gboolean
set_aside (const char *path, GError **error)
{
  char *followed = realpath (path, NULL);
  g_autofree char *real = g_strdup (followed != NULL ? followed : path);
  g_autoptr (MatchumLibraryLock) lock = matchum_library_lock_take (real, WAIT_MS, error);

  free (followed);
  return lock != NULL && matchum_backup_set_aside (real, NULL, error);
}

static gboolean
carry_out (Job *job, GError **error)
{
  switch (job->kind)
    {
    case JOB_RESTORE:
      return matchum_backup_restore (job->path, job->backup, WAIT_MS, error);
    case JOB_SALVAGE:
      job->salvage = matchum_library_salvage (job->path, WAIT_MS, error);
      return job->salvage != NULL;
    case JOB_START_ANEW:
      job->can_create = TRUE;
      return set_aside (job->path, error);
    case JOB_OPEN:
    default:
      return TRUE;
    }
}

static void
job_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (carry_out (job, &job->failure))
    try_to_open (job, &job->trouble);
  g_task_return_boolean (task, TRUE);
}

/* What is shown */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (label, text);
  matchum_word_breaks_apply (label);
}

static const char *
get_heading (MatchumTroubleWindow *self)
{
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_DAMAGED))
    return _ ("The Library Is Damaged");
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_IN_USE))
    return _ ("The Library Is in Use");
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY))
    return _ ("This File Is Not a Library");
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_MISSING))
    return _ ("The Library Is Not There");
  return _ ("The Library Cannot Be Opened");
}

static const char *
get_note (MatchumTroubleWindow *self)
{
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_DAMAGED))
    return _ ("Nothing has been changed. Whatever you choose, the damaged file is kept beside the backups.");
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY))
    return self->backups != NULL && self->backups->len > 0
               ? _ ("Nothing has been changed. If you restore a backup, the file is first moved, as it is, to the "
                    "folder of the backups.")
               : _ (
                   "Nothing has been changed. Move the file elsewhere, then try again to begin with an empty library.");
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_IN_USE))
    return NULL;
  return _ ("Nothing has been changed.");
}

/* The place for it is always there, so that nothing moves. */
static void
set_busy (MatchumTroubleWindow *self, const char *doing)
{
  self->is_busy = doing != NULL;
  gtk_widget_set_opacity (self->busy_box, self->is_busy ? 1 : 0);
  gtk_spinner_set_spinning (self->spinner, self->is_busy);
  gtk_label_set_label (self->busy_label, doing != NULL ? doing : "");
  gtk_widget_set_sensitive (self->choices, !self->is_busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BUSY]);
}

/* The choices */

/* Says nothing that the words beside it do not. */
static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
create_prefix (const char *icon)
{
  GtkWidget *image = create_icon (icon);

  gtk_widget_add_css_class (image, "accent");
  return image;
}

static GtkWidget *
create_row (const char *title, const char *subtitle, const char *icon, const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_prefix (icon));
  if (action != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_icon ("go-next-symbolic"));
    }
  matchum_word_breaks_apply_all (row);
  return row;
}

static GtkWidget *
create_backup_row (const MatchumSurveyed *surveyed, const char *title, const char *icon)
{
  g_autofree char *description = matchum_surveyed_dup_description (surveyed);
  const gboolean is_usable = matchum_surveyed_is_usable (surveyed);
  GtkWidget *row = create_row (title, description, icon, is_usable ? "trouble.restore" : NULL);

  if (is_usable)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (surveyed->backup->path));
  return row;
}

/* The newest that can be restored; G_MAXUINT where there is none. */
static guint
find_best (MatchumTroubleWindow *self)
{
  for (guint i = 0; self->backups != NULL && i < self->backups->len; i++)
    if (matchum_surveyed_is_usable (g_ptr_array_index (self->backups, i)))
      return i;
  return G_MAXUINT;
}

static void
add_backups (MatchumTroubleWindow *self, guint best)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (GStrv) dates = matchum_backup_survey_dup_dates (self->backups, now);
  GtkWidget *others = adw_expander_row_new ();

  if (best != G_MAXUINT)
    {
      /* Translators: %s is when the backup was made. */
      g_autofree char *title = g_strdup_printf (_ ("Restore the Backup of %s"), dates[best]);

      gtk_list_box_append (self->list, create_backup_row (g_ptr_array_index (self->backups, best), title,
                                                          "document-revert-symbolic"));
    }
  if (self->backups->len == (best != G_MAXUINT ? 1 : 0))
    {
      g_object_ref_sink (others);
      g_object_unref (others);
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (others), _ ("Other Backups"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (others), create_prefix ("document-open-recent-symbolic"));
  for (guint i = 0; i < self->backups->len; i++)
    if (i != best)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (others),
                                create_backup_row (g_ptr_array_index (self->backups, i), dates[i], NULL));
  gtk_list_box_append (self->list, others);
}

static void
add_choices (MatchumTroubleWindow *self)
{
  const guint best = find_best (self);

  if (self->backups != NULL && self->backups->len > 0)
    add_backups (self, best);
  if (is_trouble (self, MATCHUM_LIBRARY_ERROR_DAMAGED))
    gtk_list_box_append (self->list,
                         create_row (_ ("Save What Can Be Read"),
                                     _ ("Puts everything that is still readable into a new library; that may be newer "
                                        "than the backups, and may lack something"),
                                     "edit-find-symbolic", "trouble.salvage"));
  if (wants_backup (self))
    gtk_list_box_append (self->list, create_row (_ ("Restore a File…"), _ ("A backup that was saved elsewhere"),
                                                 "document-open-symbolic", "trouble.restore-file"));
  if (self->can_start_anew && best == G_MAXUINT)
    gtk_list_box_append (self->list, create_row (_ ("Begin With an Empty Library"),
                                                 _ ("The damaged file is kept beside the backups"),
                                                 "document-new-symbolic", "trouble.start-anew"));
}

static void
clear_choices (MatchumTroubleWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
show_choices (MatchumTroubleWindow *self)
{
  GtkWidget *first;

  clear_choices (self);
  add_choices (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->list), first != NULL);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_widget_set_visible (self->try_button, TRUE);
  if (first == NULL)
    gtk_widget_add_css_class (self->try_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->try_button, "suggested-action");
  set_text (self->note_label, get_note (self));
  gtk_window_set_focus (GTK_WINDOW (self), first != NULL ? first : self->try_button);
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumTroubleWindow) self = user_data;
  g_autoptr (GPtrArray) backups = matchum_backup_survey_finish (result);

  if (self->is_closed)
    return;
  set_busy (self, NULL);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = g_steal_pointer (&backups);
  /* What was set aside is no backup. */
  for (guint i = self->backups != NULL ? self->backups->len : 0; i-- > 0;)
    if (((MatchumSurveyed *) g_ptr_array_index (self->backups, i))->condition == MATCHUM_BACKUP_SET_ASIDE)
      g_ptr_array_remove_index (self->backups, i);
  show_choices (self);
}

/* Says what is wrong with the library now. */
static void
update (MatchumTroubleWindow *self)
{
  gtk_image_set_from_icon_name (self->image, "dialog-warning-symbolic");
  set_text (self->heading_label, get_heading (self));
  set_text (self->message_label, self->error->message);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  show_choices (self);
  if (!wants_backup (self))
    return;
  clear_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  set_busy (self, _ ("Looking through the backups…"));
  matchum_backup_survey_async (self->path, self->cancellable, surveyed_cb, g_object_ref (self));
}

static void
set_trouble (MatchumTroubleWindow *self, const GError *error)
{
  GError *copy = g_error_copy (error);

  g_clear_error (&self->error);
  self->error = copy;
  update (self);
}

static char *
dup_salvage_words (const MatchumSalvage *salvage)
{
  g_autofree char *saved =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry was saved.", "%u entries were saved.", salvage->n_rows),
                       salvage->n_rows);
  g_autofree char *lost =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry was found but could not be saved.",
                                    "%u entries were found but could not be saved.", salvage->n_lost),
                       salvage->n_lost);
  g_autofree char *gaps =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "At %u place nothing could be read; what stood there is missing.",
                                    "At %u places nothing could be read; what stood there is missing.",
                                    salvage->n_gaps),
                       salvage->n_gaps);
  GString *words = g_string_new (saved);

  if (salvage->n_lost > 0)
    g_string_append_printf (words, "\n%s", lost);
  if (salvage->n_gaps > 0)
    g_string_append_printf (words, "\n%s", gaps);
  if (salvage->n_lost + salvage->n_gaps == 0)
    g_string_append_printf (words, "\n%s", _ ("Nothing that was found is lost."));
  return g_string_free (words, FALSE);
}

static void
show_salvage (MatchumTroubleWindow *self, const MatchumSalvage *salvage)
{
  g_autofree char *words = dup_salvage_words (salvage);
  g_autofree char *place = matchum_backup_survey_dup_place (salvage->set_aside);
  /* Translators: %s is the path of a file. */
  g_autofree char *note = g_strdup_printf (_ ("The damaged file is kept as %s"), place);

  gtk_image_set_from_icon_name (self->image, "matchum-met-symbolic");
  set_text (self->heading_label, _ ("What Could Be Read Is Saved"));
  set_text (self->message_label, words);
  set_text (self->note_label, note);
  clear_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->open_button, TRUE);
  gtk_widget_set_visible (self->try_button, FALSE);
  gtk_window_set_focus (GTK_WINDOW (self), self->open_button);
}

/* Jobs */

static void
resolve (MatchumTroubleWindow *self)
{
  g_signal_emit (self, signals[RESOLVED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static const char *
get_failure_heading (JobKind kind)
{
  switch (kind)
    {
    case JOB_RESTORE:
      return _ ("The Backup Was Not Restored");
    case JOB_SALVAGE:
      return _ ("Nothing Was Saved");
    case JOB_START_ANEW:
    case JOB_OPEN:
    default:
      return _ ("The Damaged File Was Not Moved");
    }
}

static void
tell_failure (MatchumTroubleWindow *self, const Job *job)
{
  if (job->kind == JOB_SALVAGE)
    {
      self->can_start_anew = TRUE;
      show_choices (self);
    }
  matchum_compat_tell (GTK_WINDOW (self), get_failure_heading (job->kind), job->failure->message);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  MatchumTroubleWindow *self = job->self;

  if (!self->is_closed)
    {
      set_busy (self, NULL);
      if (job->failure != NULL)
        tell_failure (self, job);
      else if (job->trouble != NULL)
        set_trouble (self, job->trouble);
      else if (job->salvage != NULL)
        show_salvage (self, job->salvage);
      else
        resolve (self);
    }
  free_job (job);
}

/* The application stays until it is done, also where the window is closed meanwhile. The task holds nothing that the
 * thread could be the last to let go of. */
static void
start (MatchumTroubleWindow *self, JobKind kind, const char *backup, const char *doing)
{
  g_autoptr (GTask) task = NULL;
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  Job *job;

  if (self->is_busy || application == NULL)
    return;
  job = g_new0 (Job, 1);
  job->self = g_object_ref (self);
  job->application = g_object_ref (application);
  job->kind = kind;
  job->path = g_strdup (self->path);
  job->backup = g_strdup (backup);
  job->can_create = !self->was_missing;
  g_application_hold (application);
  task = g_task_new (NULL, NULL, job_done_cb, job);
  g_task_set_task_data (task, job, NULL);
  set_busy (self, doing);
  g_task_run_in_thread (task, job_cb);
}

static void
try_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  start (MATCHUM_TROUBLE_WINDOW (widget), JOB_OPEN, NULL, _ ("Opening…"));
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_trouble_window_restore (MATCHUM_TROUBLE_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
salvage_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  start (MATCHUM_TROUBLE_WINDOW (widget), JOB_SALVAGE, NULL, _ ("Saving what can be read…"));
}

static void
start_anew_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  start (MATCHUM_TROUBLE_WINDOW (widget), JOB_START_ANEW, NULL, _ ("Making an empty library…"));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumTroubleWindow) self = user_data;
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL || self->is_closed)
    return;
  if (g_file_peek_path (file) != NULL)
    matchum_trouble_window_restore (self, g_file_peek_path (file));
  else
    matchum_compat_tell (GTK_WINDOW (self), _ ("This Place Cannot Be Used"),
                         _ ("It is not on this computer. Choose a folder that is."));
}

static void
restore_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_open_files (GTK_WINDOW (widget), _ ("Backup to Restore"), NULL, FALSE, file_chosen_cb,
                             g_object_ref (widget));
}

static void
matchum_trouble_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_BUSY)
    g_value_set_boolean (value, MATCHUM_TROUBLE_WINDOW (object)->is_busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Closed, though a job on its thread may keep it a little. */
static void
matchum_trouble_window_unrealize (GtkWidget *widget)
{
  MatchumTroubleWindow *self = MATCHUM_TROUBLE_WINDOW (widget);

  self->is_closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (matchum_trouble_window_parent_class)->unrealize (widget);
}

static void
matchum_trouble_window_finalize (GObject *object)
{
  MatchumTroubleWindow *self = MATCHUM_TROUBLE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->path);
  G_OBJECT_CLASS (matchum_trouble_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, image);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, note_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, busy_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, try_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumTroubleWindow, quit_button);
}

static void
matchum_trouble_window_class_init (MatchumTroubleWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_trouble_window_get_property;
  object_class->finalize = matchum_trouble_window_finalize;
  widget_class->unrealize = matchum_trouble_window_unrealize;

  properties[PROP_IS_BUSY] =
      g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[RESOLVED] =
      g_signal_new ("resolved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "trouble.try-again", NULL, try_again_cb);
  gtk_widget_class_install_action (widget_class, "trouble.restore", "ay", restore_cb);
  gtk_widget_class_install_action (widget_class, "trouble.restore-file", NULL, restore_file_cb);
  gtk_widget_class_install_action (widget_class, "trouble.salvage", NULL, salvage_cb);
  gtk_widget_class_install_action (widget_class, "trouble.start-anew", NULL, start_anew_cb);
}

static void
matchum_trouble_window_init (MatchumTroubleWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * matchum_trouble_window_new:
 * @path: of the library that could not be opened
 * @error: what matchum_library_open() said
 */
MatchumTroubleWindow *
matchum_trouble_window_new (AdwApplication *application, const char *path, const GError *error)
{
  MatchumTroubleWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_TROUBLE_WINDOW, "application", application, NULL);
  self->path = g_strdup (path);
  self->was_missing = g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_MISSING);
  set_trouble (self, error);
  return self;
}

gboolean
matchum_trouble_window_is_busy (MatchumTroubleWindow *self)
{
  g_return_val_if_fail (MATCHUM_IS_TROUBLE_WINDOW (self), FALSE);

  return self->is_busy;
}

void
matchum_trouble_window_restore (MatchumTroubleWindow *self, const char *backup)
{
  g_return_if_fail (MATCHUM_IS_TROUBLE_WINDOW (self));
  g_return_if_fail (backup != NULL);

  start (self, JOB_RESTORE, backup, _ ("Restoring…"));
}
