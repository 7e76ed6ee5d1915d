/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing at a time: while it is being done on another thread, everything else is insensitive. */
#include "config.h"

#include "ui/matchum-library-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store/matchum-library-backup.h"
#include "store/matchum-library-folder.h"
#include "ui/compat.h"
#include "ui/matchum-backup-survey.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 520
#define MOST_HEIGHT 720
/* Left free of the window behind. */
#define MARGIN 30
#define TOAST_SECONDS 10
/* A line of a toast in the narrowest dialog. */
#define TOAST_CHARACTERS 34
/* Folders of one day that are tried before giving up. */
#define MOST_FOLDERS 100

struct _MatchumLibraryDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkSpinner *spinner;
  GtkWidget *close_button;
  GtkLabel *reason_label;
  AdwToastOverlay *toast_overlay;
  GtkWidget *fields;
  AdwActionRow *file_row;
  GtkLabel *size_label;
  AdwPreferencesGroup *backups_group;
  GtkWidget *back_up_button;

  MatchumLibrary *library;
  GPtrArray *backups; /* of MatchumSurveyed, as they are shown */
  GPtrArray *rows;
  GCancellable *survey; /* NULL where none is under way */
  GtkWidget *focused;   /* before it became busy; weak */
  gboolean is_busy;
  gboolean is_closed; /* though something on another thread may keep it a little */
};

enum { PROP_0, PROP_IS_BUSY, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MatchumLibraryDialog, matchum_library_dialog, ADW_TYPE_WINDOW)

/* Something that is being done, and what to say of it afterwards. */
typedef struct {
  MatchumLibraryDialog *self;
  GtkWindow *parent;
  const char *failure; /* the heading */
  char *success;
} Work;

/* A question before something is replaced. */
typedef struct {
  MatchumLibraryDialog *self;
  char *path;
  void (*go_on) (MatchumLibraryDialog *self, const char *path);
} Question;

static gboolean
can_edit (MatchumLibraryDialog *self)
{
  return matchum_library_get_path (self->library) != NULL
         && matchum_library_get_read_only_reason (self->library) == NULL;
}

/* What is shown */

static void
set_wrapped (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  matchum_word_breaks_apply (label);
}

static guint64
measure_file (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? (guint64) info.st_size : 0;
}

static void
show_file (MatchumLibraryDialog *self)
{
  const char *path = matchum_library_get_path (self->library);
  g_autofree char *place = NULL;
  g_autofree char *size = NULL;

  if (path == NULL)
    {
      adw_action_row_set_subtitle (self->file_row, _ ("Nowhere: this library goes when Matchum is closed."));
      return;
    }
  place = matchum_backup_survey_dup_place (path);
  size = g_format_size (measure_file (path, "") + measure_file (path, "-wal"));
  adw_action_row_set_subtitle (self->file_row, place);
  gtk_label_set_label (self->size_label, size);
}

static void
show_reason (MatchumLibraryDialog *self)
{
  const char *reason = matchum_library_get_read_only_reason (self->library);

  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  if (reason != NULL)
    set_wrapped (self->reason_label, reason);
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  matchum_word_breaks_apply_all (row);
  return row;
}

static GtkWidget *
create_restore_button (const MatchumSurveyed *surveyed, const char *date)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  /* Translators: %s is when the backup was made. */
  g_autofree char *name = g_strdup_printf (_ ("Restore the backup of %s"), date);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.restore");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_bytestring (surveyed->backup->path));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_row (MatchumLibraryDialog *self, GtkWidget *row)
{
  adw_preferences_group_add (self->backups_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_backup (MatchumLibraryDialog *self, const MatchumSurveyed *surveyed, const char *date)
{
  g_autofree char *description = matchum_surveyed_dup_description (surveyed);
  GtkWidget *row = create_row (date, description);

  if (matchum_surveyed_is_usable (surveyed))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_restore_button (surveyed, date));
  add_row (self, row);
}

/* Takes backups. */
static void
show_backups (MatchumLibraryDialog *self, GPtrArray *backups)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (GStrv) dates = matchum_backup_survey_dup_dates (backups, now);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->backups_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = backups;

  for (guint i = 0; i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i), dates[i]);
  if (backups->len == 0)
    add_row (self, create_row (_ ("No Backups Yet"), _ ("The first is made when the window is closed.")));
}

static gboolean
is_same_list (GPtrArray *one, GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const MatchumSurveyed *a = g_ptr_array_index (one, i);
      const MatchumSurveyed *b = g_ptr_array_index (other, i);

      if (!g_str_equal (a->backup->path, b->backup->path) || a->backup->n_bytes != b->backup->n_bytes)
        return FALSE;
    }
  return TRUE;
}

/* Whether one button or row stands for the same as another, in a list that is made anew. */
static GVariant *
dup_focused_target (MatchumLibraryDialog *self)
{
  GtkWidget *focused = gtk_window_get_focus (GTK_WINDOW (self));
  GVariant *target =
      GTK_IS_ACTIONABLE (focused) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focused)) : NULL;

  return target != NULL ? g_variant_ref (target) : NULL;
}

static GtkWidget *
find_target (GtkWidget *root, GVariant *target)
{
  if (GTK_IS_BUTTON (root))
    {
      GVariant *own = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (root));

      return own != NULL && g_variant_equal (own, target) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_target (child, target);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLibraryDialog) self = user_data;
  g_autoptr (GPtrArray) backups = matchum_backup_survey_finish (result);
  g_autoptr (GVariant) target = NULL;
  GtkWidget *button;

  if (backups == NULL || self->is_closed)
    return;
  g_clear_object (&self->survey);
  target = dup_focused_target (self);
  show_backups (self, g_steal_pointer (&backups));
  button = target != NULL ? find_target (GTK_WIDGET (self->backups_group), target) : NULL;
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
stop_survey (MatchumLibraryDialog *self)
{
  g_cancellable_cancel (self->survey);
  g_clear_object (&self->survey);
}

/* Lists at once, and tells what each is worth when that is known. */
static void
list_backups (MatchumLibraryDialog *self)
{
  const char *path = matchum_library_get_path (self->library);
  g_autoptr (GPtrArray) backups = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->backups_group), path != NULL);
  if (path == NULL)
    return;
  backups = matchum_backup_survey_list (path);
  if (is_same_list (self->backups, backups))
    return;
  show_backups (self, g_steal_pointer (&backups));
  stop_survey (self);
  self->survey = g_cancellable_new ();
  matchum_backup_survey_async (path, self->survey, surveyed_cb, g_object_ref (self));
}

static void
update (MatchumLibraryDialog *self)
{
  if (self->is_closed || self->is_busy || matchum_library_is_pending (self->library))
    return;
  show_file (self);
  list_backups (self);
}

/* Being busy */

static void
set_busy (MatchumLibraryDialog *self, const char *doing)
{
  self->is_busy = doing != NULL;
  if (self->is_busy)
    g_set_weak_pointer (&self->focused, gtk_window_get_focus (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->window_title, doing != NULL ? doing : "");
  gtk_spinner_set_spinning (self->spinner, self->is_busy);
  gtk_widget_set_sensitive (self->fields, !self->is_busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BUSY]);
}

/* The button may have gone with its row. */
static void
bring_back_focus (MatchumLibraryDialog *self)
{
  GtkWidget *focused = self->focused;

  if (focused == NULL || gtk_widget_get_root (focused) != GTK_ROOT (self) || !gtk_widget_grab_focus (focused))
    gtk_widget_grab_focus (can_edit (self) ? self->back_up_button : self->close_button);
  g_clear_weak_pointer (&self->focused);
}

/* A toast of libadwaita's has one line, which is cut off where the dialog is narrow. */
static void
say (MatchumLibraryDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);
  GtkWidget *label = matchum_word_breaks_new_label (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), TOAST_CHARACTERS);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* Takes success. */
static Work *
begin (MatchumLibraryDialog *self, const char *doing, const char *failure, char *success)
{
  Work *work = g_new0 (Work, 1);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  work->self = g_object_ref (self);
  work->parent = parent != NULL ? g_object_ref (parent) : NULL;
  work->failure = failure;
  work->success = success;
  set_busy (self, doing);
  return work;
}

static void
free_work (Work *work)
{
  g_object_unref (work->self);
  g_clear_object (&work->parent);
  g_free (work->success);
  g_free (work);
}

static void
finish_work (Work *work, const GError *error)
{
  MatchumLibraryDialog *self = work->self;
  const gboolean is_open = !self->is_closed;

  if (is_open)
    {
      set_busy (self, NULL);
      update (self);
      bring_back_focus (self);
      if (error == NULL)
        say (self, work->success);
    }
  if (error != NULL)
    matchum_compat_tell (is_open ? GTK_WINDOW (self) : work->parent, work->failure, error->message);
  free_work (work);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  matchum_library_finish (MATCHUM_LIBRARY (source), result, &error);
  finish_work (user_data, error);
}

/* The path of a place that the user chose; tells where it has none. */
static char *
dup_path (MatchumLibraryDialog *self, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    matchum_compat_tell (GTK_WINDOW (self), _ ("This Place Cannot Be Used"),
                         _ ("It is not on this computer. Choose a folder that is."));
  return path;
}

/* What is named so today: "matchum-2026-11-25". */
static char *
dup_dated_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "matchum-%Y-%m-%d");
}

/* Questions */

static void
free_question (Question *question)
{
  g_object_unref (question->self);
  g_free (question->path);
  g_free (question);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);

  if (answer != NULL && !question->self->is_closed && !question->self->is_busy)
    question->go_on (question->self, question->path);
  free_question (question);
}

static void
ask (MatchumLibraryDialog *self,
     const char *path,
     const char *heading,
     const char *answer,
     void (*go_on) (MatchumLibraryDialog *, const char *))
{
  const MatchumCompatAnswer answers[] = { { "go-on", answer, TRUE }, { NULL } };
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->path = g_strdup (path);
  question->go_on = go_on;
  matchum_compat_ask (GTK_WINDOW (self), heading,
                      _ ("It replaces everything in the library. What is there now is backed up first, so that you can "
                         "come back to it; Undo begins anew."),
                      answers, answered_cb, question);
}

static char *
dup_base_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static void
import_path (MatchumLibraryDialog *self, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  matchum_library_dialog_import (self, folder);
}

/* Places are chosen */

static void
file_to_restore_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLibraryDialog) self = user_data;
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL && !self->is_closed ? dup_path (self, file) : NULL;
  g_autofree char *name = path != NULL ? dup_base_name (path) : NULL;
  g_autofree char *heading = NULL;

  if (path == NULL)
    return;
  /* Translators: %s is the name of a file. */
  heading = g_strdup_printf (_ ("Restore “%s”?"), name);
  ask (self, path, heading, _ ("_Restore"), matchum_library_dialog_restore);
}

static void
folder_to_import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLibraryDialog) self = user_data;
  g_autoptr (GFile) folder = matchum_compat_choose_finish (result, NULL);
  g_autofree char *path = folder != NULL && !self->is_closed ? dup_path (self, folder) : NULL;
  g_autofree char *name = path != NULL ? dup_base_name (path) : NULL;
  g_autofree char *heading = NULL;

  if (path == NULL)
    return;
  /* Translators: %s is the name of a folder. */
  heading = g_strdup_printf (_ ("Import “%s”?"), name);
  ask (self, path, heading, _ ("_Import"), import_path);
}

static void
file_to_save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLibraryDialog) self = user_data;
  g_autoptr (GFile) file = matchum_compat_choose_finish (result, NULL);

  if (file != NULL && !self->is_closed)
    matchum_library_dialog_save (self, file);
}

static void
folder_to_fill_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLibraryDialog) self = user_data;
  g_autoptr (GFile) folder = matchum_compat_choose_finish (result, NULL);

  if (folder != NULL && !self->is_closed)
    matchum_library_dialog_export (self, folder);
}

/* Actions */

static void
back_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLibraryDialog *self = MATCHUM_LIBRARY_DIALOG (widget);

  if (self->is_busy)
    return;
  matchum_library_back_up_async (self->library, finished_cb,
                                 begin (self, _ ("Backing up…"), _ ("The Backup Was Not Made"),
                                        g_strdup (_ ("Backed up."))));
}

static const char *
find_date (MatchumLibraryDialog *self, const char *path)
{
  for (guint i = 0; self->backups != NULL && i < self->backups->len; i++)
    {
      const MatchumSurveyed *surveyed = g_ptr_array_index (self->backups, i);

      if (g_str_equal (surveyed->backup->path, path))
        return adw_preferences_row_get_title (g_ptr_array_index (self->rows, i));
    }
  return NULL;
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLibraryDialog *self = MATCHUM_LIBRARY_DIALOG (widget);
  const char *path = g_variant_get_bytestring (parameter);
  const char *date = find_date (self, path);
  g_autofree char *heading = NULL;

  if (self->is_busy || date == NULL)
    return;
  /* Translators: %s is when the backup was made. */
  heading = g_strdup_printf (_ ("Restore the Backup of %s?"), date);
  ask (self, path, heading, _ ("_Restore"), matchum_library_dialog_restore);
}

static void
save_as_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = dup_dated_name ();
  g_autofree char *file_name = g_strconcat (name, ".db", NULL);

  matchum_compat_save_file (GTK_WINDOW (widget), _ ("Save a Backup"), file_name, file_to_save_chosen_cb,
                            g_object_ref (widget));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_select_folder (GTK_WINDOW (widget), _ ("Folder for Plain Files"), NULL, folder_to_fill_chosen_cb,
                                g_object_ref (widget));
}

static void
restore_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_open_files (GTK_WINDOW (widget), _ ("Backup to Restore"), NULL, FALSE, file_to_restore_chosen_cb,
                             g_object_ref (widget));
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_select_folder (GTK_WINDOW (widget), _ ("Exported Folder to Import"), NULL, folder_to_import_chosen_cb,
                                g_object_ref (widget));
}

static void
matchum_library_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_BUSY)
    g_value_set_boolean (value, MATCHUM_LIBRARY_DIALOG (object)->is_busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
matchum_library_dialog_unrealize (GtkWidget *widget)
{
  MatchumLibraryDialog *self = MATCHUM_LIBRARY_DIALOG (widget);

  self->is_closed = TRUE;
  stop_survey (self);
  GTK_WIDGET_CLASS (matchum_library_dialog_parent_class)->unrealize (widget);
}

static void
matchum_library_dialog_dispose (GObject *object)
{
  MatchumLibraryDialog *self = MATCHUM_LIBRARY_DIALOG (object);

  stop_survey (self);
  g_clear_object (&self->library);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_weak_pointer (&self->focused);

  G_OBJECT_CLASS (matchum_library_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, reason_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, backups_group);
  gtk_widget_class_bind_template_child (widget_class, MatchumLibraryDialog, back_up_button);
}

static void
matchum_library_dialog_class_init (MatchumLibraryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_library_dialog_get_property;
  object_class->dispose = matchum_library_dialog_dispose;
  widget_class->unrealize = matchum_library_dialog_unrealize;

  properties[PROP_IS_BUSY] =
      g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (widget_class, "dialog.restore", "ay", restore_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "dialog.restore-file", NULL, restore_file_cb);
  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_library_dialog_init (MatchumLibraryDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_word_breaks_apply_all (GTK_WIDGET (self));
}

/**
 * matchum_library_dialog_new:
 * @library: may be one that cannot be edited; then backups can be saved elsewhere, and nothing be restored
 */
MatchumLibraryDialog *
matchum_library_dialog_new (MatchumLibrary *library)
{
  static const char *const editing[] = { "dialog.back-up", "dialog.restore", "dialog.restore-file", "dialog.import" };
  MatchumLibraryDialog *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);

  self = g_object_new (MATCHUM_TYPE_LIBRARY_DIALOG, NULL);
  self->library = g_object_ref (library);
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), editing[i], can_edit (self));
  show_reason (self);
  show_file (self);
  list_backups (self);
  g_signal_connect_object (library, "notify::is-pending", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), can_edit (self) ? self->back_up_button : self->close_button);
  return self;
}

void
matchum_library_dialog_fit (MatchumLibraryDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

gboolean
matchum_library_dialog_is_busy (MatchumLibraryDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self), FALSE);

  return self->is_busy;
}

void
matchum_library_dialog_restore (MatchumLibraryDialog *self, const char *backup)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self));
  g_return_if_fail (backup != NULL);
  g_return_if_fail (!self->is_busy);

  matchum_library_restore_async (self->library, backup, finished_cb,
                                 begin (self, _ ("Restoring…"), _ ("The Backup Was Not Restored"),
                                        g_strdup (_ (
                                            "Restored. What was here before is now the newest backup in the list."))));
}

void
matchum_library_dialog_import (MatchumLibraryDialog *self, GFile *folder)
{
  g_autofree char *path = NULL;

  g_return_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (!self->is_busy);

  path = dup_path (self, folder);
  if (path != NULL)
    matchum_library_import_async (self->library, path, finished_cb,
                                  begin (self, _ ("Importing…"), _ ("The Folder Was Not Imported"),
                                         g_strdup (_ (
                                             "Imported. What was here before is now the newest backup in the list."))));
}

void
matchum_library_dialog_save (MatchumLibraryDialog *self, GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (!self->is_busy);

  path = dup_path (self, file);
  if (path == NULL)
    return;
  place = matchum_backup_survey_dup_place (path);
  matchum_library_back_up_to_async (self->library, path, finished_cb,
                                    begin (self, _ ("Saving…"), _ ("The Backup Was Not Saved"),
                                           /* Translators: %s is the path of a file. */
                                           g_strdup_printf (_ ("Saved as %s"), place)));
}

/* Where the folder that was chosen has something in it, a new one in it: nothing is mixed with what is there. */
static char *
dup_folder_to_fill (const char *chosen)
{
  g_autoptr (GDir) dir = g_dir_open (chosen, 0, NULL);
  g_autofree char *name = dup_dated_name ();

  if (dir == NULL || g_dir_read_name (dir) == NULL)
    return g_strdup (chosen);
  for (guint i = 1; i < MOST_FOLDERS; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *numbered = g_strconcat (name, number, NULL);
      g_autofree char *folder = g_build_filename (chosen, numbered, NULL);

      if (!g_file_test (folder, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
  return g_build_filename (chosen, name, NULL);
}

void
matchum_library_dialog_export (MatchumLibraryDialog *self, GFile *folder)
{
  g_autofree char *chosen = NULL;
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (MATCHUM_IS_LIBRARY_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (!self->is_busy);

  chosen = dup_path (self, folder);
  if (chosen == NULL)
    return;
  path = dup_folder_to_fill (chosen);
  place = matchum_backup_survey_dup_place (path);
  matchum_library_export_async (self->library, path, finished_cb,
                                begin (self, _ ("Exporting…"), _ ("The Library Was Not Exported"),
                                       /* Translators: %s is the path of a folder. */
                                       g_strdup_printf (_ ("Exported to %s"), place)));
}
