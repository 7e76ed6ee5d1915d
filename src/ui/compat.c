/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One face for what differs between GTK 4.8 with libadwaita 1.2 and what came later. */

/* Newer calls are behind version checks here, and nowhere else. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "config.h"

#include "ui/compat.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"

#define HAS_FILE_DIALOG GTK_CHECK_VERSION (4, 10, 0)
#define HAS_ANNOUNCE GTK_CHECK_VERSION (4, 14, 0)
#define HAS_DIALOG ADW_CHECK_VERSION (1, 5, 0)

/* Files */

static GTask *
create_task (GtkWindow *parent, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static void
return_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
}

#if !HAS_FILE_DIALOG

static void
open_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_assert (GTK_IS_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    return_dismissed (task);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

static void
choose_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_assert (GTK_IS_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    return_dismissed (task);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

/* Takes task; the chooser lives as long as the task does. */
static GtkFileChooser *
create_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, GCallback response_cb, GTask *task)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", response_cb, task);
  g_task_set_task_data (task, native, g_object_unref);
  return GTK_FILE_CHOOSER (native);
}

#else

static void
open_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, g_object_unref);
  else
    return_dismissed (task);
}

static void
open_one_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  GListStore *files;

  if (file == NULL)
    {
      return_dismissed (task);
      return;
    }
  files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, file);
  g_task_return_pointer (task, files, g_object_unref);
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    return_dismissed (task);
}

static void
folder_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    return_dismissed (task);
}

#endif

void
matchum_compat_open_files (GtkWindow *parent,
                           const char *title,
                           GFile *folder,
                           gboolean is_multiple,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = create_task (parent, matchum_compat_open_files, callback, user_data);
#if HAS_FILE_DIALOG
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  if (is_multiple)
    gtk_file_dialog_open_multiple (dialog, parent, NULL, open_done_cb, task);
  else
    gtk_file_dialog_open (dialog, parent, NULL, open_one_done_cb, task);
#else
  GtkFileChooser *chooser =
      create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (open_response_cb), task);

  gtk_file_chooser_set_select_multiple (chooser, is_multiple);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
#endif
}

GListModel *
matchum_compat_open_files_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
matchum_compat_save_file (GtkWindow *parent,
                          const char *title,
                          const char *name,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = create_task (parent, matchum_compat_save_file, callback, user_data);
#if HAS_FILE_DIALOG
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, save_done_cb, task);
#else
  GtkFileChooser *chooser =
      create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (choose_response_cb), task);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
#endif
}

void
matchum_compat_select_folder (GtkWindow *parent,
                              const char *title,
                              GFile *folder,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = create_task (parent, matchum_compat_select_folder, callback, user_data);
#if HAS_FILE_DIALOG
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, parent, NULL, folder_done_cb, task);
#else
  GtkFileChooser *chooser =
      create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, G_CALLBACK (choose_response_cb), task);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
#endif
}

GFile *
matchum_compat_choose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Questions */

#if HAS_DIALOG
#define ALERT(dialog) ADW_ALERT_DIALOG (dialog)
#define alert_add_response adw_alert_dialog_add_response
#define alert_set_appearance adw_alert_dialog_set_response_appearance
#define alert_set_default adw_alert_dialog_set_default_response
#define alert_set_close adw_alert_dialog_set_close_response
typedef AdwAlertDialog Alert;
#else
#define ALERT(dialog) ADW_MESSAGE_DIALOG (dialog)
#define alert_add_response adw_message_dialog_add_response
#define alert_set_appearance adw_message_dialog_set_response_appearance
#define alert_set_default adw_message_dialog_set_default_response
#define alert_set_close adw_message_dialog_set_close_response
typedef AdwMessageDialog Alert;
#endif

/* No answer at all: what a dismissed question gives. */
#define DISMISSED "dismissed"

static Alert *
create_alert (GtkWindow *parent, const char *heading, const char *body)
{
#if HAS_DIALOG
  return ALERT (adw_alert_dialog_new (heading, body));
#else
  return ALERT (adw_message_dialog_new (parent, heading, body));
#endif
}

static void
present_alert (Alert *alert, GtkWindow *parent)
{
  matchum_word_breaks_apply_all (GTK_WIDGET (alert));
#if HAS_DIALOG
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (alert));
#endif
}

static void
answer_cb (Alert *alert, const char *response, GTask *task)
{
  g_task_return_pointer (task, g_str_equal (response, DISMISSED) ? NULL : g_strdup (response), g_free);
  g_object_unref (task);
}

void
matchum_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  Alert *alert = create_alert (parent, heading, body);

  alert_add_response (alert, DISMISSED, _ ("_Close"));
  alert_set_default (alert, DISMISSED);
  alert_set_close (alert, DISMISSED);
  present_alert (alert, parent);
}

void
matchum_compat_ask (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const MatchumCompatAnswer *answers,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = create_task (parent, matchum_compat_ask, callback, user_data);
  Alert *alert = create_alert (parent, heading, body);

  alert_add_response (alert, DISMISSED, _ ("_Cancel"));
  alert_set_close (alert, DISMISSED);
  for (gsize i = 0; answers[i].id != NULL; i++)
    {
      alert_add_response (alert, answers[i].id, answers[i].label);
      if (answers[i].is_suggested)
        {
          alert_set_appearance (alert, answers[i].id, ADW_RESPONSE_SUGGESTED);
          alert_set_default (alert, answers[i].id);
        }
    }
  g_signal_connect (alert, "response", G_CALLBACK (answer_cb), task);
  present_alert (alert, parent);
}

char *
matchum_compat_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Without announcements, what describes the widget that has the focus is read when it becomes another. */
void
matchum_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if HAS_ANNOUNCE
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
#endif
}

/* About and shortcuts */

void
matchum_compat_show_about (GtkWindow *parent)
{
  const char *comments = _ ("One resume of everything you did, cut to measure for each job posting.\n\n"
                            "Everything stays on this computer. Matchum has no network code.");
#if HAS_DIALOG
  g_autoptr (GObject) about = g_object_ref_sink (g_object_new (ADW_TYPE_ABOUT_DIALOG, NULL));
#else
  GObject *about = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
#endif

  g_object_set (about, "application-name", _ ("Matchum"), "application-icon", MATCHUM_APPLICATION_ID, "version",
                MATCHUM_VERSION, "developer-name", _ ("The Matchum developers"), "license-type", GTK_LICENSE_GPL_3_0,
                "comments", comments,
                /* Translators: put your names here, one a line; they are shown in the about dialog. */
                "translator-credits", _ ("translator-credits"), NULL);
#if HAS_DIALOG
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (about));
#endif
}

static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

void
matchum_compat_add_shortcuts (GtkApplication *application)
{
  const char *accels[] = { "<Control>question", NULL };
  g_autoptr (GSimpleAction) action = NULL;

  /* libadwaita from 1.8 on makes it from shortcuts-dialog.ui. */
  if (g_action_map_lookup_action (G_ACTION_MAP (application), "shortcuts") != NULL)
    return;

  action = g_simple_action_new ("shortcuts", NULL);
  g_signal_connect_object (action, "activate", G_CALLBACK (show_help_overlay_cb), application, 0);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  gtk_application_set_accels_for_action (application, "app.shortcuts", accels);
}
