/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of files with a switch each, and the day. */
#include "config.h"

#include "ui/matchum-mark-sent-dialog.h"

#include <glib/gi18n-lib.h>

#include "matchum-export-format.h"
#include "ui/compat.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 480
#define MOST_HEIGHT 520
/* Left free of the window behind. */
#define MARGIN 30
/* A larger file is no paper of an application. */
#define MOST_BYTES (64 * 1024 * 1024)

struct _MatchumMarkSentDialog {
  AdwWindow parent_instance;

  GtkWidget *keep_button;
  AdwActionRow *application_row;
  AdwEntryRow *day_row;
  AdwPreferencesGroup *files_group;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;

  MatchumLibrary *library;
  MatchumSentCopyRecord *record; /* without files */
  GPtrArray *offers;             /* of Offer */
  gboolean is_keeping;
};

/* A file that may be kept. */
typedef struct {
  char *name;
  char *media_type;
  GBytes *bytes;
  GtkSwitch *wanted; /* of its row */
} Offer;

enum { MARKED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumMarkSentDialog, matchum_mark_sent_dialog, ADW_TYPE_WINDOW)

static void
free_offer (gpointer data)
{
  Offer *offer = data;

  g_free (offer->name);
  g_free (offer->media_type);
  g_bytes_unref (offer->bytes);
  g_free (offer);
}

static void
show_problem (MatchumMarkSentDialog *self, const char *problem)
{
  if (problem != NULL)
    {
      gtk_label_set_label (self->problem_label, problem);
      matchum_word_breaks_apply (self->problem_label);
    }
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

static gboolean
get_day (MatchumMarkSentDialog *self, MatchumDay *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->day_row))));

  return matchum_day_parse (text, day);
}

static gboolean
has_wanted (MatchumMarkSentDialog *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    if (gtk_switch_get_active (((const Offer *) g_ptr_array_index (self->offers, i))->wanted))
      return TRUE;
  return FALSE;
}

static void
update (MatchumMarkSentDialog *self)
{
  MatchumDay day;
  const gboolean is_day = get_day (self, &day);

  g_assert (MATCHUM_IS_MARK_SENT_DIALOG (self));

  if (is_day)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.mark", is_day && has_wanted (self) && !self->is_keeping);
  show_problem (self, is_day ? NULL : _ ("Write the day as in 2026-11-25."));
}

/* What was begun may end when the dialog is gone. */
static gboolean
is_closed (MatchumMarkSentDialog *self)
{
  return self->offers == NULL;
}

/* Marking --------------------------------------------------------------------------------------------------------- */

static MatchumSentCopyRecord *
create_record (MatchumMarkSentDialog *self)
{
  MatchumSentCopyRecord *record = matchum_sent_copy_record_copy (self->record);
  MatchumDay day;

  if (get_day (self, &day))
    {
      g_free (record->sent_on);
      record->sent_on = g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
    }
  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = g_ptr_array_index (self->offers, i);

      if (gtk_switch_get_active (offer->wanted))
        matchum_sent_copy_add_file (record, offer->name, offer->media_type, offer->bytes);
    }
  return record;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumMarkSentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sent_on = NULL;

  self->is_keeping = FALSE;
  if (!matchum_library_finish (MATCHUM_LIBRARY (source), result, &error))
    {
      if (is_closed (self))
        return;
      update (self);
      show_problem (self, error->message);
      return;
    }
  sent_on = g_object_steal_data (G_OBJECT (self), "sent-on");
  g_signal_emit (self, signals[MARKED], 0, sent_on);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mark_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumMarkSentDialog *self = MATCHUM_MARK_SENT_DIALOG (widget);
  g_autoptr (MatchumSentCopyRecord) record = create_record (self);

  self->is_keeping = TRUE;
  update (self);
  g_object_set_data_full (G_OBJECT (self), "sent-on", g_strdup (record->sent_on), g_free);
  matchum_sent_copy_keep_async (self->library, record, kept_cb, g_object_ref (self));
}

/* Adding files ---------------------------------------------------------------------------------------------------- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumMarkSentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);
  const MatchumExportFormat *format = matchum_export_format_find_for_file (name);

  if (is_closed (self))
    return;
  if (bytes == NULL)
    show_problem (self, error->message);
  else
    matchum_mark_sent_dialog_add_file (self, name, format != NULL ? format->media_type : NULL, bytes, NULL);
}

static gboolean
check_size (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MOST_BYTES)
    return TRUE;
  /* Translators: %s is the name of a file. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” is larger than 64 MB and is not kept."), shown);
  return FALSE;
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumMarkSentDialog) self = user_data;
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);

  for (guint i = 0; files != NULL && !is_closed (self) && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autoptr (GError) error = NULL;

      if (check_size (file, &error))
        g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
      else
        show_problem (self, error->message);
    }
}

static void
add_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_open_files (GTK_WINDOW (widget), _ ("Files That Were Sent"), NULL, TRUE, files_chosen_cb,
                             g_object_ref (widget));
}

/* Object ---------------------------------------------------------------------------------------------------------- */

static void
matchum_mark_sent_dialog_dispose (GObject *object)
{
  MatchumMarkSentDialog *self = MATCHUM_MARK_SENT_DIALOG (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->record, matchum_sent_copy_record_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_mark_sent_dialog_parent_class)->dispose (object);
}

static void
matchum_mark_sent_dialog_class_init (MatchumMarkSentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_mark_sent_dialog_dispose;

  signals[MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-mark-sent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, application_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, files_group);
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, MatchumMarkSentDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "dialog.mark", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "dialog.add-file", NULL, add_file_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.mark", NULL);
}

static void
matchum_mark_sent_dialog_init (MatchumMarkSentDialog *self)
{
  self->offers = g_ptr_array_new_with_free_func (free_offer);
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_word_breaks_apply_all (GTK_WIDGET (self));
}

MatchumMarkSentDialog *
matchum_mark_sent_dialog_new (MatchumLibrary *library, MatchumSentCopyRecord *record)
{
  MatchumMarkSentDialog *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_MARK_SENT_DIALOG, NULL);
  self->library = g_object_ref (library);
  self->record = record;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->application_row), record->company);
  adw_action_row_set_subtitle (self->application_row, record->title != NULL ? record->title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), record->sent_on);
  update (self);
  return self;
}

void
matchum_mark_sent_dialog_add_file (MatchumMarkSentDialog *self,
                                   const char *name,
                                   const char *media_type,
                                   GBytes *bytes,
                                   const char *note)
{
  GtkWidget *row = adw_action_row_new ();
  Offer *offer = g_new0 (Offer, 1);
  g_autofree char *size = g_format_size (g_bytes_get_size (bytes));
  g_autofree char *subtitle = note != NULL ? g_strdup_printf ("%s · %s", size, note) : g_strdup (size);

  g_return_if_fail (MATCHUM_IS_MARK_SENT_DIALOG (self));
  g_return_if_fail (name != NULL && bytes != NULL);

  offer->name = g_strdup (name);
  offer->media_type = g_strdup (media_type);
  offer->bytes = g_bytes_ref (bytes);
  offer->wanted = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (offer->wanted, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (offer->wanted), GTK_ALIGN_CENTER);
  g_ptr_array_add (self->offers, offer);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (offer->wanted));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (offer->wanted));
  gtk_accessible_update_property (GTK_ACCESSIBLE (offer->wanted), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (offer->wanted, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  matchum_word_breaks_apply_all (row);
  adw_preferences_group_add (self->files_group, row);
  update (self);
}

void
matchum_mark_sent_dialog_fit (MatchumMarkSentDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_MARK_SENT_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
  gtk_window_set_focus (GTK_WINDOW (self), self->keep_button);
}
