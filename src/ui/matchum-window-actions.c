/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does when it is told to, and the keys for it. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-export-dialog.h"
#include "ui/matchum-folder-name.h"
#include "ui/matchum-look-dialog.h"
#include "ui/matchum-read-back-dialog.h"
#include "ui/matchum-read-back.h"
#include "ui/matchum-unchanged.h"
#include "ui/matchum-verdict-words.h"
#include "ui/matchum-word-breaks.h"

/* Toasts */

/* Narrower, a toast with a button has no room for a text and a line below it. */
#define LEAST_WIDTH_OF_TWO_LINES 560
/* The overlay of libadwaita 1.2 loses its way when a toast goes while it is still coming, or is told twice to go. So a
 * young toast is not dismissed but given other words, or dismissed a little later, and each is told once. */
#define TOAST_COMES_MS 700
/* A folder takes up no more of a toast. */
#define TOAST_PATH_CHARS 36

static void
toast_dismissed_cb (MatchumWindow *self, AdwToast *toast)
{
  if (toast != self->toast)
    return;
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_drop_id, g_source_remove);
}

static guint
get_toast_age_ms (MatchumWindow *self)
{
  return (guint) ((g_get_monotonic_time () - self->toast_shown_at) / 1000);
}

static gboolean
drop_toast_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  self->toast_drop_id = 0;
  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* One line where there is room, and two where the window is narrow, which is as high as a toast is with a button. That
 * it may be cut lets it be narrow at all; otherwise the buttons beside it would be pushed out of the window. */
static GtkWidget *
create_toast_label (const char *text, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "tooltip-text", text,
                                   "accessible-role", role, NULL);

  matchum_word_breaks_apply (GTK_LABEL (label));
  return label;
}

static GtkWidget *
create_toast_line (const char *icon, const char *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), create_toast_label (line, GTK_ACCESSIBLE_ROLE_ALERT));
  return box;
}

/* The text, and a line with an icon below it where there is one. Where there is room for one of the two only, it is the
 * line, which comes after the text has been shown. */
static GtkWidget *
create_toast_title (const char *text, const char *icon, const char *line, gboolean is_narrow)
{
  GtkWidget *box, *title;

  if (line != NULL && is_narrow)
    return create_toast_line (icon, line);

  title = create_toast_label (text, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_add_css_class (title, "heading");
  if (line == NULL)
    return title;
  gtk_label_set_lines (GTK_LABEL (title), 1);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_toast_line (icon, line));
  return box;
}

static void
fill_toast (MatchumWindow *self,
            AdwToast *toast,
            const char *text,
            const char *icon,
            const char *line,
            const char *button,
            const char *action)
{
  adw_toast_set_custom_title (toast,
                              create_toast_title (text, icon, line,
                                                  gtk_widget_get_width (GTK_WIDGET (self)) < LEAST_WIDTH_OF_TWO_LINES));
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, button != NULL ? action : NULL);
}

void
matchum_window_show_toast_with_line (MatchumWindow *self,
                                     const char *text,
                                     const char *icon,
                                     const char *line,
                                     const char *button,
                                     const char *action)
{
  AdwToast *toast;

  self->is_toast_due = matchum_library_is_pending (matchum_workspace_get_library (self->workspace));
  g_clear_handle_id (&self->toast_drop_id, g_source_remove);
  if (self->toast != NULL && get_toast_age_ms (self) < TOAST_COMES_MS)
    {
      fill_toast (self, self->toast, text, icon, line, button, action);
      return;
    }

  drop_toast_cb (self);
  toast = adw_toast_new ("");
  fill_toast (self, toast, text, icon, line, button, action);
  adw_toast_set_timeout (toast, MATCHUM_TOAST_SECONDS);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_shown_at = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
matchum_window_show_toast (MatchumWindow *self, const char *text, const char *button, const char *action)
{
  matchum_window_show_toast_with_line (self, text, NULL, NULL, button, action);
}

void
matchum_window_drop_undo_toast (MatchumWindow *self)
{
  guint age;

  if (self->toast == NULL || self->toast_drop_id != 0
      || g_strcmp0 (adw_toast_get_action_name (self->toast), "win.undo") != 0)
    return;

  age = get_toast_age_ms (self);
  if (age >= TOAST_COMES_MS)
    drop_toast_cb (self);
  else
    self->toast_drop_id = g_timeout_add (TOAST_COMES_MS - age, drop_toast_cb, self);
}

/* The keys of the requirements that stand worse than before, and how the last of them stands now. */
static GPtrArray *
find_worsened (MatchumWindow *self, MatchumCoverage *before, MatchumCoverage *after, MatchumStanding *standing)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  guint n_requirements = matchum_match_get_n_requirements (matchum_coverage_get_match (after));

  for (guint i = 0; i < n_requirements; i++)
    {
      MatchumStanding now = matchum_verdict_get_standing (matchum_coverage_get_verdict (after, i));

      if (now == MATCHUM_STANDING_SOFT
          || now <= matchum_verdict_get_standing (matchum_coverage_get_verdict (before, i)))
        continue;
      *standing = now;
      g_ptr_array_add (keys, matchum_workspace_dup_requirement_key (self->workspace, i));
    }
  return keys;
}

static char *
dup_one_worsened (const char *key, MatchumStanding standing)
{
  if (standing == MATCHUM_STANDING_MISSING)
    /* Translators: %s is the short name of a requirement: a number or a letter. */
    return g_strdup_printf (_ ("Item hidden. Requirement %s is now missing."), key);
  if (standing == MATCHUM_STANDING_LISTED)
    /* Translators: %s is the short name of a requirement: a number or a letter. */
    return g_strdup_printf (_ ("Item hidden. Requirement %s is now shown by a list of skills only."), key);
  /* Translators: %s is the short name of a requirement: a number or a letter. */
  return g_strdup_printf (_ ("Item hidden. Requirement %s is now met in part only."), key);
}

void
matchum_window_tell_edit (MatchumWindow *self, guint block, MatchumCoverage *before)
{
  MatchumCoverage *after = matchum_workspace_get_coverage (self->workspace);
  MatchumStanding standing = MATCHUM_STANDING_MET;
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *text = NULL;

  if (after == NULL || matchum_coverage_get_match (after) != matchum_coverage_get_match (before))
    return;

  keys = find_worsened (self, before, after, &standing);
  if (keys->len == 1)
    text = dup_one_worsened (keys->pdata[0], standing);
  else if (keys->len > 1)
    {
      g_autofree char *list = NULL;

      g_ptr_array_add (keys, NULL);
      /* Translators: stands between the short names of requirements: "3, 5, b". */
      list = g_strjoinv (_ (", "), (char **) keys->pdata);
      /* Translators: %s are short names of several requirements: "3, 5, b". */
      text = g_strdup_printf (_ ("Item hidden. Requirements %s stand worse now."), list);
    }
  if (text != NULL)
    matchum_window_show_toast (self, text, _ ("_Undo"), "win.undo");
}

/* State */

static void
set_tooltip (GtkButton *button, const char *verb, const char *label, const char *keys)
{
  g_autofree char *tooltip = NULL;

  if (label != NULL)
    /* Translators: "Undo: Hide Item (Ctrl+Z)". */
    tooltip = g_strdup_printf (_ ("%s: %s (%s)"), verb, label, keys);
  else
    /* Translators: "Undo (Ctrl+Z)". */
    tooltip = g_strdup_printf (_ ("%s (%s)"), verb, keys);
  matchum_unchanged_set_tooltip (GTK_WIDGET (button), tooltip);
}

void
matchum_window_update_actions (MatchumWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MatchumLibrary *library = matchum_workspace_get_library (self->workspace);
  const char *undo = matchum_library_get_undo_label (library);
  const char *redo = matchum_library_get_redo_label (library);
  gboolean can_choose;

  /* What is still being written can be undone after it. */
  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL || matchum_library_is_pending (library));
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.export", matchum_workspace_get_resume (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-source", matchum_workspace_get_baseline (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-posting", matchum_workspace_get_current (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.remove-posting", matchum_workspace_get_current (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-bundle",
                                 matchum_workspace_get_resume (self->workspace) != NULL
                                     && matchum_workspace_get_current (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.fit",
                                 matchum_workspace_get_resume (self->workspace) != NULL
                                     && matchum_workspace_get_current (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.mark-sent",
                                 matchum_workspace_get_resume (self->workspace) != NULL
                                     && matchum_workspace_get_current (self->workspace) != NULL);
  can_choose = matchum_workspace_get_coverage (self->workspace) != NULL
               && matchum_library_get_read_only_reason (library) == NULL;
  gtk_widget_action_set_enabled (widget, "win.take-choices", can_choose);
  gtk_widget_action_set_enabled (widget, "win.apply-tags", can_choose);
  set_tooltip (self->undo_button, _ ("Undo"), undo, _ ("Ctrl+Z"));
  set_tooltip (self->redo_button, _ ("Redo"), redo, _ ("Shift+Ctrl+Z"));
}

/* Actions */

static void
open_resume_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_choose_resume (MATCHUM_WINDOW (widget));
}

static void
open_postings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_choose_postings (MATCHUM_WINDOW (widget));
}

static void
add_posting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_add_posting (MATCHUM_WINDOW (widget), NULL);
}

static void
paste_posting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_paste (MATCHUM_WINDOW (widget));
}

static void
new_resume_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_create_resume (MATCHUM_WINDOW (widget));
}

static void
edit_source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_edit_source (MATCHUM_WINDOW (widget));
}

static void
edit_posting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_edit_posting (MATCHUM_WINDOW (widget));
}

static void
read_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_read_again (MATCHUM_WINDOW (widget));
}

static void
library_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_library (MATCHUM_WINDOW (widget));
}

static void
names_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_names (MATCHUM_WINDOW (widget), NULL);
}

/* The parameter is what is missing. */
static void
add_name_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_names (MATCHUM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);

  matchum_window_show_sidebar (self, TRUE);
  matchum_sidebar_open_search (self->sidebar);
}

static void
show_lost_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_lost (MATCHUM_WINDOW (widget));
}

static void
show_remarks_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_remarks (MATCHUM_WINDOW (widget));
}

static void
resume_remarks_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_resume_remarks (MATCHUM_WINDOW (widget));
}

static void
dismiss_remarks_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_dismiss_remarks (MATCHUM_WINDOW (widget));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_workspace_undo (MATCHUM_WINDOW (widget)->workspace);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_workspace_redo (MATCHUM_WINDOW (widget)->workspace);
}

static void
remove_posting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  g_autofree char *text = NULL;

  if (current == NULL)
    return;

  /* Translators: %s is a company. */
  text = g_strdup_printf (_ ("Posting of %s deleted"), matchum_workspace_posting_get_company (current));
  matchum_workspace_remove_posting (self->workspace, current);
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  matchum_window_tell_when_saved (self, text);
}

/* An export whose PDF is being read back. */
typedef struct {
  GWeakRef window;
  char *text;              /* what was exported */
  char *name;              /* of the PDF */
  MatchumResume *resume;   /* what is in it, */
  MatchumResume *baseline; /* and what that was made of */
} ExportedPdf;

static void
exported_pdf_free (ExportedPdf *self)
{
  g_weak_ref_clear (&self->window);
  g_free (self->text);
  g_free (self->name);
  matchum_resume_unref (self->resume);
  matchum_resume_unref (self->baseline);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportedPdf, exported_pdf_free)

static void
show_differences (MatchumWindow *self, MatchumPdfCheck *check, const ExportedPdf *exported)
{
  MatchumReadBackDialog *dialog =
      matchum_read_back_dialog_new (check, exported->resume, exported->baseline, exported->name);

  matchum_read_back_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                                gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ExportedPdf) exported = user_data;
  g_autoptr (MatchumWindow) window = g_weak_ref_get (&exported->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfCheck) check = matchum_read_back_finish (result, &error);
  gboolean is_intact = check != NULL && matchum_pdf_check_is_intact (check);
  g_autofree char *line = check != NULL ? matchum_pdf_check_dup_sentence (check)
                                        /* Translators: of the PDF; %s is a sentence that says why. */
                                        : g_strdup_printf (_ ("Not read back: %s"), error->message);

  /* Closed meanwhile. */
  if (window == NULL || window->workspace == NULL)
    return;
  matchum_window_show_toast_with_line (window, exported->text,
                                       is_intact ? "matchum-met-symbolic" : "dialog-warning-symbolic", line,
                                       _ ("_Open Folder"), "win.open-export-folder");
  if (check != NULL && !is_intact)
    show_differences (window, check, exported);
}

static void
read_back (MatchumWindow *self, GFile *pdf, const char *text)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  g_autofree char *name = g_file_get_basename (pdf);
  ExportedPdf *exported;

  if (visibility == NULL)
    return;
  exported = g_new0 (ExportedPdf, 1);
  g_weak_ref_init (&exported->window, self);
  exported->text = g_strdup (text);
  exported->name = g_filename_display_name (name);
  exported->resume = matchum_resume_ref (matchum_visibility_get_resume (visibility));
  exported->baseline =
      matchum_resume_ref (matchum_workspace_baseline_get_resume (matchum_workspace_get_baseline (self->workspace)));
  matchum_read_back_start (pdf, visibility, NULL, read_back_cb, exported);
}

static void
exported_cb (MatchumWindow *self, GFile *folder, guint n_files, MatchumExportDialog *dialog)
{
  g_autoptr (GPtrArray) files = matchum_export_dialog_list_files (dialog);
  g_autofree char *where = matchum_folder_name_dup_short (folder, TOAST_PATH_CHARS);
  /* Translators: %u is a number of files, %s a folder. */
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Exported %u file to %s", "Exported %u files to %s", n_files),
                       n_files, where);
  GFile *pdf = matchum_export_dialog_get_pdf (dialog);

  matchum_window_note_export (self, files);
  matchum_window_show_toast (self, text, _ ("_Open Folder"), "win.open-export-folder");
  if (pdf != NULL)
    read_back (self, pdf, text);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumExportDialog *dialog;
  MatchumPages *pages;

  if (matchum_workspace_get_resume (self->workspace) == NULL)
    return;

  matchum_proof_flush (self->proof);
  pages = matchum_proof_get_pages (self->proof);
  dialog = matchum_export_dialog_new (self->workspace, self->look, self->settings);
  matchum_export_dialog_set_originals (dialog, self->originals);
  matchum_export_dialog_set_written (dialog, self->written);
  matchum_export_dialog_set_left_out (dialog, pages != NULL ? matchum_pages_get_left_out (pages) : NULL);
  matchum_export_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_fit (MATCHUM_WINDOW (widget), TRUE);
}

static void
look_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  MatchumLookDialog *dialog = matchum_look_dialog_new (self->workspace, self->look);

  matchum_look_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_export_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);
  g_autofree char *uri = g_settings_get_string (self->settings, "export-folder");

  if (*uri != '\0')
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
export_bundle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_export_bundle (MATCHUM_WINDOW (widget));
}

static void
mark_sent_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_mark_sent (MATCHUM_WINDOW (widget));
}

static void
take_choices_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_take_choices (MATCHUM_WINDOW (widget));
}

static void
dismiss_alike_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_dismiss_alike (MATCHUM_WINDOW (widget));
}

static void
apply_tags_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_apply_tags (MATCHUM_WINDOW (widget));
}

static void
sent_copies_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_sent_copies (MATCHUM_WINDOW (widget));
}

static void
usage_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_usage (MATCHUM_WINDOW (widget), NULL);
}

/* The parameter is the id of a block. */
static void
usage_of_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_usage (MATCHUM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, g_variant_get_string (parameter, NULL));
  matchum_window_focus_view (self);
}

static void
next_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_move_focus (MATCHUM_WINDOW (widget), TRUE);
}

static void
previous_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_move_focus (MATCHUM_WINDOW (widget), FALSE);
}

/* From beside the lists, as from the button that shows the posting in a narrow window: the keys of the lists go on from
 * what was found. */
static void
find_open (MatchumWindow *self, const char *action)
{
  gboolean shows_posting = gtk_widget_get_mapped (GTK_WIDGET (self->posting_pane));
  GtkWidget *pane = GTK_WIDGET (self->posting_pane);
  int requirement;

  if (!shows_posting)
    pane = GTK_WIDGET (self->resume_pane);
  if (!gtk_widget_get_mapped (pane))
    return;
  gtk_widget_activate_action (pane, action, NULL);
  requirement = matchum_workspace_get_selected_requirement (self->workspace);
  if (shows_posting && requirement >= 0)
    matchum_posting_pane_focus_requirement (self->posting_pane, (guint) requirement);
}

static void
next_open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_open (MATCHUM_WINDOW (widget), "tailor.next-open");
}

static void
previous_open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_open (MATCHUM_WINDOW (widget), "tailor.previous-open");
}

static void
go_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_window_show_sidebar (MATCHUM_WINDOW (widget), TRUE);
}

/* A sidebar that lies over the panes goes first, then the selection. */
static void
escape_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);

  if (self->is_sidebar_floating && self->width < MATCHUM_WIDTH_WIDE)
    {
      matchum_window_show_sidebar (self, FALSE);
      return;
    }
  if (matchum_window_is_fit_shown (self) && matchum_workspace_get_selected_requirement (self->workspace) < 0
      && matchum_workspace_get_selected_block (self->workspace) == MATCHUM_BLOCK_NONE)
    {
      matchum_window_show_fit (self, FALSE);
      return;
    }
  matchum_workspace_set_selected_requirement (self->workspace, -1);
  matchum_workspace_set_selected_block (self->workspace, MATCHUM_BLOCK_NONE);
}

static const struct {
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.open-resume", NULL, open_resume_cb },
  { "win.open-postings", NULL, open_postings_cb },
  { "win.add-posting", NULL, add_posting_cb },
  { "win.paste-posting", NULL, paste_posting_cb },
  { "win.new-resume", NULL, new_resume_cb },
  { "win.edit-source", NULL, edit_source_cb },
  { "win.edit-posting", NULL, edit_posting_cb },
  { "win.read-again", NULL, read_again_cb },
  { "win.library", NULL, library_cb },
  { "win.names", NULL, names_cb },
  { "win.add-name", "s", add_name_cb },
  { "win.search", NULL, search_cb },
  { "win.show-lost", NULL, show_lost_cb },
  { "win.show-remarks", NULL, show_remarks_cb },
  { "win.resume-remarks", NULL, resume_remarks_cb },
  { "win.dismiss-remarks", NULL, dismiss_remarks_cb },
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.remove-posting", NULL, remove_posting_cb },
  { "win.export", NULL, export_cb },
  { "win.fit", NULL, fit_cb },
  { "win.look", NULL, look_cb },
  { "win.open-export-folder", NULL, open_export_folder_cb },
  { "win.export-bundle", NULL, export_bundle_cb },
  { "win.mark-sent", NULL, mark_sent_cb },
  { "win.sent-copies", NULL, sent_copies_cb },
  { "win.usage", NULL, usage_cb },
  { "win.usage-of", "s", usage_of_cb },
  { "win.take-choices", NULL, take_choices_cb },
  { "win.dismiss-alike", NULL, dismiss_alike_cb },
  { "win.apply-tags", NULL, apply_tags_cb },
  { "win.view", "s", view_cb },
  { "win.next-pane", NULL, next_pane_cb },
  { "win.previous-pane", NULL, previous_pane_cb },
  { "win.next-open", NULL, next_open_cb },
  { "win.previous-open", NULL, previous_open_cb },
  { "win.go-back", NULL, go_back_cb },
  { "win.escape", NULL, escape_cb },
};

static const struct {
  guint key;
  GdkModifierType modifiers;
  const char *action;
  const char *target;
} keys[] = {
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.open-resume", NULL },
  { GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.open-postings", NULL },
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.add-posting", NULL },
  { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-posting", NULL },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste-posting", NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL },
  { GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL },
  { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.mark-sent", NULL },
  { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.sent-copies", NULL },
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.fit", NULL },
  { GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.usage", NULL },
  { GDK_KEY_l, GDK_CONTROL_MASK, "win.look", NULL },
  { GDK_KEY_u, GDK_CONTROL_MASK, "win.edit-source", NULL },
  { GDK_KEY_t, GDK_CONTROL_MASK, "win.edit-posting", NULL },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL },
  { GDK_KEY_1, GDK_CONTROL_MASK, "win.view", "tailor" },
  { GDK_KEY_2, GDK_CONTROL_MASK, "win.view", "preview" },
  { GDK_KEY_F9, 0, "win.sidebar", NULL },
  { GDK_KEY_n, 0, "win.next-open", NULL },
  { GDK_KEY_n, GDK_SHIFT_MASK, "win.previous-open", NULL },
  { GDK_KEY_Escape, 0, "win.escape", NULL },
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL },
};

void
matchum_window_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.sidebar", "sidebar-shown");
  gtk_widget_class_install_property_action (widget_class, "win.pane", "pane");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action,
                                         keys[i].target != NULL ? "s" : NULL, keys[i].target);
}
