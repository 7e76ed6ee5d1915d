/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each copy, which is read when it is unfolded. */
#include "config.h"

#include "ui/matchum-sent-copies-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/matchum-bundle.h"
#include "export/matchum-file-writer.h"
#include "store/matchum-library-forget.h"
#include "store/matchum-sent-copy.h"
#include "ui/compat.h"
#include "ui/matchum-folder-name.h"
#include "ui/matchum-sent-comparison-dialog.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 560
#define MOST_HEIGHT 680
/* Left free of the window behind. */
#define MARGIN 30
#define TOAST_PATH_CHARS 36
#define ID "matchum-sent-copy"
#define DELETE "delete"
/* The posting among the files of a copy: no file has such a name. */
#define POSTING ""
#define POSTING_NAME "posting.md"
#define DIGEST "SHA-256"

struct _MatchumSentCopiesDialog {
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwPreferencesGroup *posting_group;
  AdwPreferencesGroup *others_group;

  MatchumLibrary *library;
  char *posting;
  GPtrArray *rows; /* of GtkWidget, within the groups */
  char *opened;    /* a folder for files that other programs look at, or NULL */
  char *asked;     /* id of the copy whose deletion is asked about, or NULL */
};

G_DEFINE_FINAL_TYPE (MatchumSentCopiesDialog, matchum_sent_copies_dialog, ADW_TYPE_WINDOW)

/* What was begun may end when the dialog is gone. */
static gboolean
is_closed (MatchumSentCopiesDialog *self)
{
  return self->library == NULL;
}

static void
say (MatchumSentCopiesDialog *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (is_closed (self))
    return;
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static MatchumSentCopyRecord *
read_copy (MatchumSentCopiesDialog *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MatchumSentCopyRecord *record =
      is_closed (self) ? NULL : matchum_sent_copy_table_find (matchum_library_get_database (self->library), id, &error);

  if (record == NULL && error != NULL)
    say (self, error->message);
  return record;
}

/* One file of a copy, or its posting; NULL where there is none. name takes what it is to be called. */
static GBytes *
find_file (const MatchumSentCopyRecord *record, const char *file_name, const char **name)
{
  *name = POSTING_NAME;
  if (g_str_equal (file_name, POSTING))
    return record->posting_text != NULL ? g_bytes_new (record->posting_text, strlen (record->posting_text)) : NULL;
  for (guint i = 0; i < record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (record->files, i);

      *name = file->name;
      if (g_str_equal (file->name, file_name))
        return g_bytes_ref (file->bytes);
    }
  return NULL;
}

/* Opening --------------------------------------------------------------------------------------------------------- */

/* In memory rather than on the disk where the system has such a place, for nobody else to read. */
static const char *
get_opened_folder (MatchumSentCopiesDialog *self)
{
  if (self->opened == NULL)
    {
      g_autofree char *pattern = g_build_filename (g_get_user_runtime_dir (), "matchum-sent-XXXXXX", NULL);

      if (g_mkdtemp (pattern) == NULL)
        return NULL;
      self->opened = g_steal_pointer (&pattern);
    }
  return self->opened;
}

static GFile *
write_opened (MatchumSentCopiesDialog *self, const char *name, GBytes *bytes, GError **error)
{
  const char *folder = get_opened_folder (self);
  g_autofree char *clean = matchum_bundle_clean_name (name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, clean, NULL) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is no place for a file to be opened from. Save it instead."));
      return NULL;
    }
  if (!matchum_file_writer_write (file, bytes, NULL, error))
    return NULL;
  /* What is changed in it would not be kept. */
  g_chmod (path, 0400);
  return g_steal_pointer (&file);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumSentCopiesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    say (self, error->message);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (widget);
  const char *id, *file_name, *name;
  g_autoptr (MatchumSentCopyRecord) record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &file_name);
  record = read_copy (self, id);
  bytes = record != NULL ? find_file (record, file_name, &name) : NULL;
  if (bytes == NULL)
    return;
  file = write_opened (self, name, bytes, &error);
  if (file == NULL)
    {
      say (self, error->message);
      return;
    }
  uri = g_file_get_uri (file);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb, g_object_ref (self));
}

/* Saving ---------------------------------------------------------------------------------------------------------- */

typedef struct {
  MatchumSentCopiesDialog *self;
  char *id;
  char *file_name; /* NULL for all of them */
} Saving;

static Saving *
create_saving (MatchumSentCopiesDialog *self, const char *id, const char *file_name)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->id = g_strdup (id);
  saving->file_name = g_strdup (file_name);
  return saving;
}

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving->id);
  g_free (saving->file_name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static void
say_saved (MatchumSentCopiesDialog *self, GFile *folder, const GError *error)
{
  g_autofree char *where = folder != NULL ? matchum_folder_name_dup_short (folder, TOAST_PATH_CHARS) : NULL;
  /* Translators: %s is a folder. */
  g_autofree char *text = error == NULL && where != NULL ? g_strdup_printf (_ ("Saved to %s"), where) : NULL;

  say (self, text != NULL ? text : error->message);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = matchum_compat_choose_finish (result, NULL);
  g_autoptr (MatchumSentCopyRecord) record = file != NULL ? read_copy (saving->self, saving->id) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  g_autoptr (GBytes) bytes = record != NULL ? find_file (record, saving->file_name, &name) : NULL;

  if (bytes == NULL)
    return;
  matchum_file_writer_write (file, bytes, NULL, &error);
  say_saved (saving->self, folder, error);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (widget);
  const char *id, *file_name;

  g_variant_get (parameter, "(&s&s)", &id, &file_name);
  matchum_compat_save_file (GTK_WINDOW (self), _ ("Save Sent File"),
                            g_str_equal (file_name, POSTING) ? POSTING_NAME : file_name, save_chosen_cb,
                            create_saving (self, id, file_name));
}

/* "2026-11-25 당근" */
static char *
dup_folder_name (const MatchumSentCopyRecord *record)
{
  g_autofree char *name = g_strdup_printf ("%s %s", record->sent_on, record->company != NULL ? record->company : "");

  return matchum_bundle_clean_name (g_strchomp (name));
}

static GFile *
save_all (const MatchumSentCopyRecord *record, GFile *parent, GError **error)
{
  MatchumDay day = { 1980, 1, 1 };
  g_autoptr (MatchumBundle) bundle = NULL;
  g_autofree char *name = dup_folder_name (record);
  g_autoptr (GFile) folder = g_file_get_child (parent, name);
  const char *posting_name;
  g_autoptr (GBytes) posting = find_file (record, POSTING, &posting_name);

  matchum_day_parse (record->sent_on, &day);
  bundle = matchum_bundle_new (day);
  for (guint i = 0; i < record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (record->files, i);

      matchum_bundle_add (bundle, file->name, file->bytes);
    }
  if (posting != NULL)
    matchum_bundle_add (bundle, posting_name, posting);
  return matchum_bundle_write_folder (bundle, folder, NULL, error) ? g_steal_pointer (&folder) : NULL;
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) parent = matchum_compat_choose_finish (result, NULL);
  g_autoptr (MatchumSentCopyRecord) record = parent != NULL ? read_copy (saving->self, saving->id) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = record != NULL ? save_all (record, parent, &error) : NULL;

  if (record != NULL)
    say_saved (saving->self, folder, error);
}

static void
save_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (widget);

  matchum_compat_select_folder (GTK_WINDOW (self), _ ("Where to Make a Folder of the Sent Files"), NULL,
                                folder_chosen_cb, create_saving (self, g_variant_get_string (parameter, NULL), NULL));
}

/* Comparing and deleting ------------------------------------------------------------------------------------------ */

static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (widget);
  g_autoptr (MatchumSentCopyRecord) record = read_copy (self, g_variant_get_string (parameter, NULL));
  MatchumSentComparisonDialog *dialog;

  if (record == NULL)
    return;
  dialog = matchum_sent_comparison_dialog_new (self->library, record);
  matchum_sent_comparison_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumSentCopiesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!matchum_library_finish (MATCHUM_LIBRARY (source), result, &error))
    say (self, error->message);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumSentCopiesDialog) self = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);
  g_autofree char *id = g_steal_pointer (&self->asked);

  if (!is_closed (self) && id != NULL && g_strcmp0 (answer, DELETE) == 0)
    matchum_library_forget_async (self->library, MATCHUM_FORGET_SENT_COPY, id, TRUE, forgotten_cb, g_object_ref (self));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (widget);
  const MatchumCompatAnswer answers[] = { { DELETE, _ ("_Delete"), FALSE }, { NULL } };

  if (self->asked != NULL)
    return;
  self->asked = g_strdup (g_variant_get_string (parameter, NULL));
  matchum_compat_ask (
      GTK_WINDOW (self), _ ("Delete This Sent Copy?"),
      _ ("Its files and its posting are deleted for good, from the backups too. This cannot be undone."), answers,
      answered_cb, g_object_ref (self));
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
create_button (const char *icon, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_file_row (AdwExpanderRow *expander, const char *id, const char *file_name, const char *title, const char *subtitle)
{
  GtkWidget *row = create_row (title, subtitle);
  /* Translators: spoken, at a button: %s is a file. */
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), title);
  /* Translators: spoken, at a button: %s is a file. */
  g_autofree char *save = g_strdup_printf (_ ("Save %s As…"), title);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("document-open-symbolic", open, "dialog.open",
                                                                  g_variant_new ("(ss)", id, file_name)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("document-save-as-symbolic", save, "dialog.save",
                                                                  g_variant_new ("(ss)", id, file_name)));
  adw_expander_row_add_row (expander, row);
}

/* A row that does something by itself. */
static void
add_action_row (AdwExpanderRow *expander, const char *id, const char *title, const char *icon, const char *action)
{
  GtkWidget *row = create_row (title, "");
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  adw_expander_row_add_row (expander, row);
}

/* A hyphen where a digest is broken would be taken for a part of it. */
static void
forbid_hyphens (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), DIGEST) != NULL)
    {
      PangoAttrList *before = gtk_label_get_attributes (GTK_LABEL (root));
      g_autoptr (PangoAttrList) attributes = before != NULL ? pango_attr_list_copy (before) : pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      gtk_label_set_attributes (GTK_LABEL (root), attributes);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    forbid_hyphens (child);
}

static void
fill_row (MatchumSentCopiesDialog *self, AdwExpanderRow *expander, const char *id)
{
  g_autoptr (MatchumSentCopyRecord) record = read_copy (self, id);

  if (record == NULL)
    return;
  for (guint i = 0; i < record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (record->files, i);
      g_autofree char *size = g_format_size (g_bytes_get_size (file->bytes));
      g_autofree char *subtitle = g_strdup_printf ("%s · " DIGEST " %s", size, file->sha256);

      add_file_row (expander, id, file->name, file->name, subtitle);
    }
  if (record->posting_text != NULL)
    add_file_row (expander, id, POSTING, _ ("The posting as it was"), "");
  add_action_row (expander, id, _ ("Compare with Today…"), "go-next-symbolic", "dialog.compare");
  add_action_row (expander, id, _ ("Save All…"), "folder-symbolic", "dialog.save-all");
  add_action_row (expander, id, _ ("Delete…"), "user-trash-symbolic", "dialog.delete");
  matchum_word_breaks_apply_all (GTK_WIDGET (expander));
  forbid_hyphens (GTK_WIDGET (expander));
}

static void
expanded_cb (MatchumSentCopiesDialog *self, GParamSpec *pspec, AdwExpanderRow *expander)
{
  g_autofree char *id = g_object_steal_data (G_OBJECT (expander), ID);

  g_assert (MATCHUM_IS_SENT_COPIES_DIALOG (self));

  if (id != NULL)
    fill_row (self, expander, id);
}

/* Where the posting is known, the day tells them apart; else the company does. */
static void
describe_copy (const MatchumSentCopyRecord *record, gboolean is_of_posting, char **title, char **subtitle)
{
  const guint n_files = (guint) record->n_files;
  g_autofree char *files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);

  if (is_of_posting)
    {
      *title = g_strdup (record->sent_on);
      *subtitle = g_steal_pointer (&files);
      return;
    }
  *title = g_strdup (record->company != NULL ? record->company : record->sent_on);
  if (record->title != NULL)
    *subtitle = g_strdup_printf ("%s · %s · %s", record->sent_on, record->title, files);
  else
    *subtitle = g_strdup_printf ("%s · %s", record->sent_on, files);
}

static void
add_copy (MatchumSentCopiesDialog *self, const MatchumSentCopyRecord *record, gboolean is_of_posting)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  describe_copy (record, is_of_posting, &title, &subtitle);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (record->id), g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (is_of_posting ? self->posting_group : self->others_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (MatchumSentCopiesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_copies (MatchumSentCopiesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = matchum_sent_copy_table_list (matchum_library_get_database (self->library), &error);
  GtkWidget *first = NULL;
  guint n_of_posting = 0;

  clear_rows (self);
  if (copies == NULL)
    {
      say (self, error->message);
      return;
    }
  for (guint i = 0; i < copies->len; i++)
    {
      const MatchumSentCopyRecord *record = g_ptr_array_index (copies, i);
      const gboolean is_of_posting = self->posting != NULL && g_strcmp0 (record->posting, self->posting) == 0;

      add_copy (self, record, is_of_posting);
      if (is_of_posting && n_of_posting++ == 0)
        first = g_ptr_array_index (self->rows, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->posting_group), n_of_posting > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others_group), n_of_posting < copies->len);
  adw_preferences_group_set_title (self->others_group, n_of_posting > 0 ? _ ("Other Postings") : "");
  gtk_stack_set_visible_child_name (self->stack, copies->len > 0 ? "copies" : "empty");
  /* The latest of this posting is what is looked for. */
  if (first != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (first), TRUE);
}

static void
changed_cb (MatchumSentCopiesDialog *self, MatchumChanges *changes)
{
  g_assert (MATCHUM_IS_SENT_COPIES_DIALOG (self));

  if (matchum_changes_has_table (changes, "sent_copies"))
    show_copies (self);
}

/* Object ---------------------------------------------------------------------------------------------------------- */

/* Programs that look at the files have read them by now, or hold them. */
static void
remove_opened (MatchumSentCopiesDialog *self)
{
  g_autoptr (GDir) dir = self->opened != NULL ? g_dir_open (self->opened, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->opened, name, NULL);

      g_unlink (path);
    }
  if (self->opened != NULL)
    g_rmdir (self->opened);
  g_clear_pointer (&self->opened, g_free);
}

static void
matchum_sent_copies_dialog_dispose (GObject *object)
{
  MatchumSentCopiesDialog *self = MATCHUM_SENT_COPIES_DIALOG (object);

  remove_opened (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->posting, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_sent_copies_dialog_parent_class)->dispose (object);
}

static void
matchum_sent_copies_dialog_class_init (MatchumSentCopiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_sent_copies_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/matchum/Matchum/matchum-sent-copies-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSentCopiesDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentCopiesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentCopiesDialog, posting_group);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentCopiesDialog, others_group);
  gtk_widget_class_install_action (widget_class, "dialog.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", "(ss)", save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save-all", "s", save_all_cb);
  gtk_widget_class_install_action (widget_class, "dialog.compare", "s", compare_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", "s", delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_sent_copies_dialog_init (MatchumSentCopiesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumSentCopiesDialog *
matchum_sent_copies_dialog_new (MatchumLibrary *library, const char *posting)
{
  MatchumSentCopiesDialog *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);

  self = g_object_new (MATCHUM_TYPE_SENT_COPIES_DIALOG, NULL);
  self->library = g_object_ref (library);
  self->posting = g_strdup (posting);
  g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_copies (self);
  return self;
}

void
matchum_sent_copies_dialog_fit (MatchumSentCopiesDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_SENT_COPIES_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
