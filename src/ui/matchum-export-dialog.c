/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog in which an export is decided. */
#include "config.h"

#include "ui/matchum-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "export/matchum-office-exporter.h"
#include "matchum-export-name.h"
#include "matchum-photo.h"
#include "ui/compat.h"
#include "ui/matchum-folder-name.h"
#include "ui/matchum-format-label.h"
#include "ui/matchum-look.h"
#include "ui/matchum-pages-figure.h"
#include "ui/matchum-proof.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 460
/* Left free of the window behind. */
#define MARGIN 30
/* What GTK takes of the width for a border, where nothing casts shadows. */
#define PLAIN_BORDERS 10
/* Signs that no font has are named up to so many. */
#define MOST_SIGNS 12
#define REPLACE "replace"

struct _MatchumExportDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwEntryRow *name_row;
  AdwEntryRow *pattern_row;
  AdwActionRow *folder_row;
  AdwActionRow *pdf_row;
  AdwActionRow *markdown_row;
  GtkSwitch *pdf_switch;
  GtkSwitch *markdown_switch;
  AdwExpanderRow *others_row;
  AdwComboRow *theme_row;
  AdwComboRow *paper_row;
  GtkWidget *scroller;
  GtkWidget *fields;
  GtkLabel *summary_label;
  GtkLabel *signs_label;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;

  MatchumWorkspace *workspace;
  GSettings *settings;
  MatchumLook *look;
  GFile *folder;
  GArray *others; /* of OtherFormat */
  GPtrArray *originals;
  GHashTable *written;
  gboolean is_asking;  /* whether to replace files */
  gboolean is_writing; /* on another thread */
  char *left_out;      /* signs that no font has, or NULL */
  GFile *pdf;          /* written last, or NULL */
  MatchumPhoto *photo; /* on the pages of the export, or NULL */
};

/* A row for one of the formats that are asked for less often. */
typedef struct {
  const MatchumExportFormat *format;
  AdwActionRow *row;
  GtkSwitch *toggle;
} OtherFormat;

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumExportDialog, matchum_export_dialog, ADW_TYPE_WINDOW)

static MatchumExportFormats
get_formats (MatchumExportDialog *self)
{
  MatchumExportFormats formats = (gtk_switch_get_active (self->pdf_switch) ? MATCHUM_EXPORT_PDF : 0)
                                 | (gtk_switch_get_active (self->markdown_switch) ? MATCHUM_EXPORT_MARKDOWN : 0);

  for (guint i = 0; i < self->others->len; i++)
    {
      const OtherFormat *other = &g_array_index (self->others, OtherFormat, i);

      if (gtk_switch_get_active (other->toggle))
        formats |= other->format->flag;
    }
  return formats;
}

static const char *
get_theme_name (MatchumExportDialog *self)
{
  return matchum_theme_get_names ()[adw_combo_row_get_selected (self->theme_row)];
}

static MatchumPaper
get_paper (MatchumExportDialog *self)
{
  return adw_combo_row_get_selected (self->paper_row) == 1 ? MATCHUM_PAPER_LETTER : MATCHUM_PAPER_A4;
}

static MatchumPageStyle
get_style (MatchumExportDialog *self)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  MatchumPageStyle style = matchum_look_get_style (self->look);

  style.theme = get_theme_name (self);
  style.paper = get_paper (self);
  g_clear_pointer (&self->photo, matchum_photo_unref);
  if (style.shows_photo && visibility != NULL)
    self->photo = matchum_photo_find (&style, matchum_visibility_get_resume (visibility), NULL, NULL);
  style.photo = self->photo;
  return style;
}

/* What the widgets say. name is to live as long as the export. */
static MatchumExport
get_export (MatchumExportDialog *self, const char *name)
{
  MatchumExport export = {
    .visibility = matchum_workspace_get_visibility (self->workspace),
    .folder = self->folder,
    .name = name,
    .formats = get_formats (self),
    .style = get_style (self),
    .as_of = matchum_workspace_get_as_of (self->workspace),
    .originals = self->originals,
    .written = self->written,
  };

  return export;
}

static char *
dup_name (MatchumExportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
show_problem (MatchumExportDialog *self, const char *problem)
{
  if (problem != NULL)
    {
      gtk_label_set_label (self->problem_label, problem);
      matchum_word_breaks_apply (self->problem_label);
    }
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

/* The file name under each switch, and whether a file of that name is there already. */
static void
describe_file (AdwActionRow *row, GFile *folder, const char *name, const char *suffix)
{
  g_autofree char *file_name = g_strconcat (name, suffix, NULL);
  g_autofree char *escaped = g_markup_escape_text (file_name, -1);
  g_autofree char *subtitle = NULL;
  g_autoptr (GFile) file = g_file_get_child (folder, file_name);

  if (g_file_query_exists (file, NULL))
    /* Translators: %s is a file name. */
    subtitle = g_strdup_printf (_ ("%s — replaces the file there"), escaped);
  else
    subtitle = g_steal_pointer (&escaped);
  adw_action_row_set_subtitle (row, subtitle);
}

/* Items are counted as the pane of the resume counts them; the rest is headings and paragraphs. Remarks are never
 * exported, so that their going is no news. */
static void
count_left_out (MatchumVisibility *visibility, guint *n_items, guint *n_rest)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);

  *n_items = *n_rest = 0;
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      MatchumBlockKind kind = matchum_resume_get_block (resume, i)->kind;

      if (matchum_visibility_is_visible (visibility, i) || kind == MATCHUM_BLOCK_REMARK)
        continue;
      if (kind == MATCHUM_BLOCK_ITEM)
        *n_items += 1;
      else
        *n_rest += 1;
    }
}

static char *
dup_left_out (MatchumVisibility *visibility)
{
  guint n_items, n_rest;

  count_left_out (visibility, &n_items, &n_rest);
  if (n_items > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item is left out.", "%u items are left out.", n_items),
                            n_items);
  if (n_rest > 0)
    /* Translators: said where only headings or paragraphs of the resume are hidden, and no item of a list. */
    return g_strdup (_ ("A part of the resume is left out."));
  return g_strdup (_ ("Nothing of the resume is left out."));
}

static char *
dup_summary (MatchumExportDialog *self)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  g_autofree char *pages = matchum_pages_figure_dup_words (matchum_workspace_get_pages_used (self->workspace));
  g_autofree char *left_out = NULL;

  if (visibility == NULL)
    return g_strdup ("");
  left_out = dup_left_out (visibility);
  if (*pages == '\0')
    return g_steal_pointer (&left_out);
  /* Translators: how long the resume is, "1.3 pages", and a sentence such as "2 items are left out." */
  return g_strdup_printf (_ ("%s. %s"), pages, left_out);
}

static char *
list_signs (const char *signs)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_signs = 0;

  for (const char *sign = signs; *sign != '\0'; sign = g_utf8_next_char (sign))
    {
      if (n_signs > 0)
        g_string_append_c (list, ' ');
      if (n_signs++ == MOST_SIGNS)
        {
          g_string_append (list, "…");
          break;
        }
      g_string_append_unichar (list, g_utf8_get_char (sign));
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Markdown keeps every sign; the PDF has those that can be drawn. */
static void
update_signs (MatchumExportDialog *self)
{
  gboolean is_seen = self->left_out != NULL && *self->left_out != '\0' && gtk_switch_get_active (self->pdf_switch);

  gtk_widget_set_visible (GTK_WIDGET (self->signs_label), is_seen);
  if (is_seen)
    {
      g_autofree char *signs = list_signs (self->left_out);
      /* Translators: %s are signs, emoji say. */
      g_autofree char *text =
          g_strdup_printf (_ ("No installed font has these signs, so the PDF omits them: %s"), signs);

      gtk_label_set_label (self->signs_label, text);
      matchum_word_breaks_apply (self->signs_label);
    }
}

/* Which of them are written, said where they are folded away. */
static void
update_others (MatchumExportDialog *self, const char *name)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < self->others->len; i++)
    {
      const OtherFormat *other = &g_array_index (self->others, OtherFormat, i);

      if (other->format->needs_pandoc && !matchum_office_exporter_is_available ())
        adw_action_row_set_subtitle (other->row, _ ("Needs pandoc, which is not installed: apt install pandoc"));
      else
        describe_file (other->row, self->folder, name, other->format->suffix);
      if (gtk_switch_get_active (other->toggle))
        g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? ", " : "",
                                matchum_format_label_get (other->format->flag));
    }
  adw_expander_row_set_subtitle (self->others_row, chosen->str);
}

static void
update (MatchumExportDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *path = self->folder != NULL ? matchum_folder_name_dup (self->folder) : NULL;
  g_autofree char *escaped = path != NULL ? g_markup_escape_text (path, -1) : NULL;
  g_autofree char *summary = dup_summary (self);
  gboolean is_name = matchum_export_name_is_usable (name);

  if (self->folder == NULL)
    return;
  adw_action_row_set_subtitle (self->folder_row, escaped);
  describe_file (self->pdf_row, self->folder, is_name ? name : "", ".pdf");
  describe_file (self->markdown_row, self->folder, is_name ? name : "", ".md");
  update_others (self, is_name ? name : "");
  gtk_label_set_label (self->summary_label, summary);
  matchum_word_breaks_apply (self->summary_label);
  update_signs (self);
  if (is_name)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
  gtk_widget_set_sensitive (GTK_WIDGET (self->theme_row), gtk_switch_get_active (self->pdf_switch));
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_row), gtk_switch_get_active (self->pdf_switch));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", is_name && get_formats (self) != 0);
  show_problem (self, NULL);
}

static void
remember_others (MatchumExportDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < self->others->len; i++)
    {
      const OtherFormat *other = &g_array_index (self->others, OtherFormat, i);

      if (gtk_switch_get_active (other->toggle))
        g_strv_builder_add (names, other->format->name);
    }
  all = g_strv_builder_end (names);
  g_settings_set_strv (self->settings, "export-others", (const char *const *) all);
}

static void
remember_look (MatchumExportDialog *self)
{
  MatchumPageStyle style = matchum_look_get_style (self->look);

  style.theme = get_theme_name (self);
  style.paper = get_paper (self);
  matchum_look_set_style (self->look, &style);
}

static void
remember (MatchumExportDialog *self)
{
  g_autofree char *uri = g_file_get_uri (self->folder);

  g_settings_set_string (self->settings, "export-folder", uri);
  g_settings_set_boolean (self->settings, "export-pdf", gtk_switch_get_active (self->pdf_switch));
  g_settings_set_boolean (self->settings, "export-markdown", gtk_switch_get_active (self->markdown_switch));
  remember_others (self);
  remember_look (self);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (widget));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumExportDialog) self = user_data;
  g_autoptr (GFile) folder = matchum_compat_choose_finish (result, NULL);

  if (folder != NULL && self->workspace != NULL)
    matchum_export_dialog_set_folder (self, folder);
}

static void
choose_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumExportDialog *self = MATCHUM_EXPORT_DIALOG (widget);

  matchum_compat_select_folder (GTK_WINDOW (self), _ ("Folder for Exported Files"), self->folder, folder_chosen_cb,
                                g_object_ref (self));
}

/* The folder of the last export if it is still there, else that for documents. */
static GFile *
find_folder (GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        return g_steal_pointer (&folder);
    }
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (documents);
  return g_file_new_for_path (g_get_home_dir ());
}

static void
add_other (MatchumExportDialog *self, const MatchumExportFormat *format, gboolean is_chosen)
{
  OtherFormat other = { format, ADW_ACTION_ROW (adw_action_row_new ()), GTK_SWITCH (gtk_switch_new ()) };
  const char *label = matchum_format_label_get (format->flag);
  const gboolean is_usable = !format->needs_pandoc || matchum_office_exporter_is_available ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (other.row), label);
  adw_action_row_set_subtitle_lines (other.row, 2);
  gtk_widget_set_valign (GTK_WIDGET (other.toggle), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (other.toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_switch_set_active (other.toggle, is_chosen && is_usable);
  adw_action_row_add_suffix (other.row, GTK_WIDGET (other.toggle));
  adw_action_row_set_activatable_widget (other.row, GTK_WIDGET (other.toggle));
  gtk_widget_set_sensitive (GTK_WIDGET (other.row), is_usable);
  adw_expander_row_add_row (self->others_row, GTK_WIDGET (other.row));
  g_signal_connect_object (other.toggle, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->others, other);
}

/* PDF and Markdown have rows of their own. */
static void
fill_others (MatchumExportDialog *self)
{
  g_auto (GStrv) chosen = g_settings_get_strv (self->settings, "export-others");

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      const MatchumExportFormat *format = matchum_export_format_get (i);

      if ((format->flag & (MATCHUM_EXPORT_PDF | MATCHUM_EXPORT_MARKDOWN)) == 0)
        add_other (self, format, g_strv_contains ((const char *const *) chosen, format->name));
    }
}

static void
fill_from_settings (MatchumExportDialog *self)
{
  const MatchumPageStyle style = matchum_look_get_style (self->look);
  g_autoptr (GtkStringList) themes = gtk_string_list_new (NULL);
  const char *const *names = matchum_theme_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (themes, matchum_theme_get_label (names[i]));
  adw_combo_row_set_model (self->theme_row, G_LIST_MODEL (themes));
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], style.theme))
      adw_combo_row_set_selected (self->theme_row, i);
  adw_combo_row_set_selected (self->paper_row, style.paper == MATCHUM_PAPER_LETTER ? 1 : 0);
  gtk_switch_set_active (self->pdf_switch, g_settings_get_boolean (self->settings, "export-pdf"));
  gtk_switch_set_active (self->markdown_switch, g_settings_get_boolean (self->settings, "export-markdown"));
  fill_others (self);
}

static void
fill_from_workspace (MatchumExportDialog *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  g_autofree char *person = visibility != NULL ? matchum_visibility_dup_name (visibility) : NULL;
  const char *company = current != NULL ? matchum_workspace_posting_get_company (current) : NULL;
  const MatchumExportNameFields fields = {
    .name = person,
    .company = company,
    .title = current != NULL ? matchum_workspace_posting_get_title (current) : NULL,
    .date = matchum_workspace_get_as_of (self->workspace),
  };
  g_autofree char *pattern = g_settings_get_string (self->settings, "export-name");
  g_autofree char *name = matchum_export_name_expand (pattern, &fields);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  /* The row takes any text that is set for one that is still to be applied. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->pattern_row)), pattern))
    gtk_editable_set_text (GTK_EDITABLE (self->pattern_row), pattern);
  adw_window_title_set_subtitle (self->window_title, company != NULL ? company : _ ("Baseline Resume"));
}

static void
pattern_applied_cb (MatchumExportDialog *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->pattern_row));
  g_autoptr (GError) error = NULL;

  g_assert (MATCHUM_IS_EXPORT_DIALOG (self));

  if (!matchum_export_name_check (pattern, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->pattern_row), "error");
      show_problem (self, error->message);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->pattern_row), "error");
  g_settings_set_string (self->settings, "export-name", pattern);
  fill_from_workspace (self);
}

static void
matchum_export_dialog_dispose (GObject *object)
{
  MatchumExportDialog *self = MATCHUM_EXPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->look);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->originals, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->left_out, g_free);
  g_clear_object (&self->pdf);
  g_clear_pointer (&self->photo, matchum_photo_unref);

  G_OBJECT_CLASS (matchum_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, pattern_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, pdf_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, markdown_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, pdf_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, markdown_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, others_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, signs_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, MatchumExportDialog, problem_label);
}

static void
matchum_export_dialog_class_init (MatchumExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_export_dialog_dispose;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_UINT);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-folder", NULL, choose_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_export_dialog_init (MatchumExportDialog *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (OtherFormat));
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumExportDialog *
matchum_export_dialog_new (MatchumWorkspace *workspace, MatchumLook *look, GSettings *settings)
{
  MatchumExportDialog *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (MATCHUM_IS_LOOK (look), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATCHUM_TYPE_EXPORT_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->settings = g_object_ref (settings);
  self->look = g_object_ref (look);
  self->folder = find_folder (settings);
  fill_from_settings (self);
  fill_from_workspace (self);
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pattern_row, "apply", G_CALLBACK (pattern_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pdf_switch, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->markdown_switch, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
  return self;
}

void
matchum_export_dialog_set_folder (MatchumExportDialog *self, GFile *folder)
{
  g_return_if_fail (MATCHUM_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
  update (self);
}

void
matchum_export_dialog_set_originals (MatchumExportDialog *self, GPtrArray *originals)
{
  g_return_if_fail (MATCHUM_IS_EXPORT_DIALOG (self));
  g_return_if_fail (originals != NULL);

  g_ptr_array_ref (originals);
  g_clear_pointer (&self->originals, g_ptr_array_unref);
  self->originals = originals;
}

void
matchum_export_dialog_set_written (MatchumExportDialog *self, GHashTable *written)
{
  g_return_if_fail (MATCHUM_IS_EXPORT_DIALOG (self));
  g_return_if_fail (written != NULL);

  g_hash_table_ref (written);
  g_clear_pointer (&self->written, g_hash_table_unref);
  self->written = written;
}

void
matchum_export_dialog_set_left_out (MatchumExportDialog *self, const char *signs)
{
  g_return_if_fail (MATCHUM_IS_EXPORT_DIALOG (self));

  g_free (self->left_out);
  self->left_out = g_strdup (signs);
  update_signs (self);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* A scrolled window asks its child for the height it has where it is as wide as it likes, which is too little where
 * lines wrap. */
void
matchum_export_dialog_fit (MatchumExportDialog *self, int width, int height)
{
  GtkWidget *content;
  int around;

  g_return_if_fail (MATCHUM_IS_EXPORT_DIALOG (self));

  content = adw_window_get_content (ADW_WINDOW (self));
  width = CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH);
  height = MAX (height - MARGIN, LEAST_HEIGHT);
  around = measure_height (content, width) - measure_height (self->scroller, width);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MIN (measure_height (self->fields, width - PLAIN_BORDERS),
                                                   height - around));
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

static void
take_pdf (MatchumExportDialog *self, const MatchumExport *export)
{
  MatchumExport alone = *export;
  g_autoptr (GPtrArray) files = NULL;
  GFile *pdf;

  alone.formats &= MATCHUM_EXPORT_PDF;
  files = matchum_export_list_files (&alone);
  pdf = files->len > 0 ? files->pdata[0] : NULL;
  g_set_object (&self->pdf, pdf);
}

GFile *
matchum_export_dialog_get_pdf (MatchumExportDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_EXPORT_DIALOG (self), NULL);

  return self->pdf;
}

/* An export on its way, with what it borrows. */
typedef struct {
  MatchumExport export;
  char *name;
} Writing;

static Writing *
writing_new (MatchumExportDialog *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->name = dup_name (self);
  writing->export = get_export (self, writing->name);
  matchum_visibility_ref (writing->export.visibility);
  g_object_ref (writing->export.folder);
  if (writing->export.style.photo != NULL)
    matchum_photo_ref (writing->export.style.photo);
  if (writing->export.originals != NULL)
    g_ptr_array_ref (writing->export.originals);
  if (writing->export.written != NULL)
    g_hash_table_ref (writing->export.written);
  return writing;
}

static void
writing_free (Writing *writing)
{
  matchum_visibility_unref (writing->export.visibility);
  g_object_unref (writing->export.folder);
  g_clear_pointer (&writing->export.style.photo, matchum_photo_unref);
  g_clear_pointer (&writing->export.originals, g_ptr_array_unref);
  g_clear_pointer (&writing->export.written, g_hash_table_unref);
  g_free (writing->name);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gboolean
end_writing (MatchumExportDialog *self, const MatchumExport *export, GError *error)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (export);

  if (error != NULL)
    {
      show_problem (self, error->message);
      return FALSE;
    }
  remember (self);
  take_pdf (self, export);
  g_signal_emit (self, signals[EXPORTED], 0, self->folder, files->len);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (matchum_export_write (&writing->export, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumExportDialog *self = MATCHUM_EXPORT_DIALOG (source);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->is_writing = FALSE;
  /* Gone meanwhile, with the window behind it: the files are there all the same. */
  if (self->workspace == NULL)
    return;
  gtk_widget_set_sensitive (self->fields, TRUE);
  update (self);
  end_writing (self, &writing->export, error);
}

/* pandoc takes its time, which the window has not. */
static void
write_slowly (MatchumExportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->is_writing = TRUE;
  gtk_widget_set_sensitive (self->fields, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", FALSE);
  gtk_label_set_label (self->summary_label, _ ("Writing…"));
  g_task_set_task_data (task, writing_new (self), (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* Writes, whatever is there. */
static gboolean
write_files (MatchumExportDialog *self)
{
  g_autoptr (Writing) writing = NULL;
  g_autoptr (GError) error = NULL;

  if (get_formats (self) & (MATCHUM_EXPORT_DOCX | MATCHUM_EXPORT_ODT))
    {
      write_slowly (self);
      return TRUE;
    }
  writing = writing_new (self);
  matchum_export_write (&writing->export, &error);
  return end_writing (self, &writing->export, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumExportDialog) self = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);

  self->is_asking = FALSE;
  /* Gone meanwhile, with the window behind it. */
  if (self->workspace != NULL && g_strcmp0 (answer, REPLACE) == 0)
    write_files (self);
}

static char *
list_names (GPtrArray *files)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autofree char *shown = g_filename_display_name (name);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", shown);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
ask_whether_to_replace (MatchumExportDialog *self, GPtrArray *files)
{
  const MatchumCompatAnswer answers[] = { { REPLACE, _ ("_Replace"), FALSE }, { NULL } };
  g_autofree char *names = list_names (files);
  g_autofree char *folder = matchum_folder_name_dup (self->folder);
  g_autofree char *heading =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Replace %u File?", "Replace %u Files?", files->len), files->len);
  /* Translators: the first %s is a folder, the second the names of files, one a line. */
  g_autofree char *body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "In %s there is this file already, and its content is lost if "
                                                        "you replace it:\n\n%s",
                                                        "In %s there are these files already, and their content is "
                                                        "lost if you replace them:\n\n%s",
                                                        files->len),
                                           folder, names);

  if (self->is_asking)
    return;
  self->is_asking = TRUE;
  matchum_compat_ask (GTK_WINDOW (self), files->len == 1 ? _ ("Replace File?") : heading, body, answers, answered_cb,
                      g_object_ref (self));
}

GPtrArray *
matchum_export_dialog_list_files (MatchumExportDialog *self)
{
  g_autofree char *name = NULL;
  MatchumExport export;

  g_return_val_if_fail (MATCHUM_IS_EXPORT_DIALOG (self), NULL);

  name = dup_name (self);
  export = get_export (self, name);
  return matchum_export_list_files (&export);
}

gboolean
matchum_export_dialog_export (MatchumExportDialog *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) foreign = NULL;
  MatchumExport export;

  g_return_val_if_fail (MATCHUM_IS_EXPORT_DIALOG (self), FALSE);

  name = dup_name (self);
  if (self->is_writing || !matchum_export_name_is_usable (name) || get_formats (self) == 0)
    return FALSE;

  export = get_export (self, name);
  foreign = matchum_export_list_foreign (&export);
  /* What cannot be written need not be asked about. */
  if (foreign->len == 0 || !matchum_export_spares_originals (&export, NULL))
    return write_files (self);
  ask_whether_to_replace (self, foreign);
  return FALSE;
}
