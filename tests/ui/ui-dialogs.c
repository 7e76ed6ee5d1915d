/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs as the window opens them: their keys, what they keep, what they ask. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-export-dialog.h"
#include "ui/matchum-paste-dialog.h"
#include "ui/matchum-source-dialog.h"
#include "ui/matchum-source-view.h"
#include "ui/matchum-window-private.h"

/* What is told when writing pauses. */
#define PAUSE_IS_OVER(self) (matchum_library_get_undo_label (matchum_workspace_get_library ((self)->workspace)) != NULL)

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);

  self->window = matchum_ui_test_open_window (width > 0 ? width : 1280, 720, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
}

static GtkWindow *
open_dialog (Fixture *self, const char *action, GType type)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, type) != NULL);
  dialog = matchum_ui_test_find_dialog (self->window, type);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  return dialog;
}

static gboolean
is_gone (Fixture *self, GType type)
{
  return matchum_ui_test_find_dialog (self->window, type) == NULL;
}

/* What comes before the widget that has the keys, and then what comes after. */
static gboolean
press (GtkWindow *dialog, GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  return matchum_ui_test_run_shortcuts (GTK_WIDGET (dialog), GTK_PHASE_CAPTURE, keyval, modifiers)
         || matchum_ui_test_run_shortcuts (widget, GTK_PHASE_CAPTURE, keyval, modifiers)
         || matchum_ui_test_run_shortcuts (GTK_WIDGET (dialog), GTK_PHASE_BUBBLE, keyval, modifiers);
}

static GtkWidget *
find_text (GtkWindow *dialog)
{
  return matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
}

static char *
dup_text (GtkWindow *dialog)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (dialog))), "text", &text, NULL);
  return g_steal_pointer (&text);
}

static guint
count_postings (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  return g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace));
}

static GtkWidget *
find_entry (GtkWindow *dialog, const char *title)
{
  GtkWidget *label = matchum_ui_test_find_label (GTK_WIDGET (dialog), title);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) : NULL;
}

/* Adding a posting */

#define OTHER_POSTING "## 자격요건\n\n- Rust 경험\n"

static void
test_enter_adds (Fixture *self, gconstpointer data)
{
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWindow *dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
      GtkWidget *view = find_text (dialog);

      g_assert_true (gtk_window_get_focus (dialog) == view);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), OTHER_POSTING, -1);
      g_assert_false (matchum_ui_test_run_shortcuts (view, GTK_PHASE_CAPTURE, keys[i], 0));
      g_assert_true (matchum_ui_test_run_shortcuts (view, GTK_PHASE_CAPTURE, keys[i], GDK_CONTROL_MASK));
      matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
      g_assert_cmpuint (count_postings (self), ==, 2 + i);
    }
}

/* Whoever composes a letter finishes it first. */
static void
test_enter_is_the_input_methods (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  GtkWidget *view = find_text (dialog);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), OTHER_POSTING, -1);
  g_signal_emit_by_name (view, "preedit-changed", "하");
  g_assert_false (matchum_ui_test_run_shortcuts (view, GTK_PHASE_CAPTURE, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_false (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
  g_signal_emit_by_name (view, "preedit-changed", "");
  g_assert_true (matchum_ui_test_run_shortcuts (view, GTK_PHASE_CAPTURE, GDK_KEY_Return, GDK_CONTROL_MASK));
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
  g_assert_cmpuint (count_postings (self), ==, 2);
}

/* Text that was not added is there again, with the names that were written beside it, until it is added. */
static void
test_left_posting_comes_back (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  g_autofree char *text = NULL, *after = NULL;

  matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), OTHER_POSTING);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Company")), "모람상회");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Job")), "데이터 분석가");
  g_assert_true (press (dialog, find_text (dialog), GDK_KEY_Escape, 0));
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
  g_assert_cmpuint (count_postings (self), ==, 1);

  dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, OTHER_POSTING);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (dialog, "Company"))), ==, "모람상회");
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));

  dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  g_assert_true (matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (dialog)));
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
  g_assert_cmpuint (count_postings (self), ==, 2);
  g_assert_cmpstr (matchum_workspace_posting_get_company (matchum_workspace_get_current (self->workspace)), ==,
                   "모람상회");
  g_assert_cmpstr (matchum_workspace_posting_get_title (matchum_workspace_get_current (self->workspace)), ==,
                   "데이터 분석가");

  dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  after = dup_text (dialog);
  g_assert_cmpstr (after, ==, "");
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
}

/* A text that was rubbed out is not kept. */
static void
test_emptied_posting_stays_away (Fixture *self, gconstpointer data)
{
  const char *const texts[] = { OTHER_POSTING, " \n" };
  g_autofree char *text = NULL;
  GtkWindow *dialog;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
      matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), texts[i]);
      gtk_window_close (dialog);
      matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
    }
  dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "");
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
}

/* Text as it came from the clipboard, which still has it, does not push out what was written by hand. */
static void
test_paste_spares_what_was_left (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  g_autofree char *text = NULL;

  matchum_paste_dialog_set_text (MATCHUM_PASTE_DIALOG (dialog), OTHER_POSTING);
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), MATCHUM_UI_TEST_POSTING);
  dialog = open_dialog (self, "win.paste-posting", MATCHUM_TYPE_PASTE_DIALOG);
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, MATCHUM_UI_TEST_POSTING);
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));

  dialog = open_dialog (self, "win.add-posting", MATCHUM_TYPE_PASTE_DIALOG);
  g_free (text);
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, OTHER_POSTING);
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_PASTE_DIALOG));
}

/* The text of the resume */

static GtkWindow *
open_source (Fixture *self)
{
  return open_dialog (self, "win.edit-source", MATCHUM_TYPE_SOURCE_DIALOG);
}

static void
close_source (Fixture *self, GtkWindow *dialog)
{
  gtk_window_close (dialog);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_SOURCE_DIALOG));
}

static void
test_escape_closes_text (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_source (self);
  GtkWidget *view = find_text (dialog);
  GtkWidget *bar;

  /* The find bar goes first. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.find", NULL);
  bar = matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_BAR);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_true (press (dialog, view, GDK_KEY_Escape, 0));
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_false (is_gone (self, MATCHUM_TYPE_SOURCE_DIALOG));

  /* A letter that is being composed comes before it, and one that the key itself ended does too. */
  g_signal_emit_by_name (view, "preedit-changed", "하");
  press (dialog, view, GDK_KEY_Escape, 0);
  g_assert_false (is_gone (self, MATCHUM_TYPE_SOURCE_DIALOG));
  g_assert_false (matchum_ui_test_run_shortcuts (GTK_WIDGET (dialog), GTK_PHASE_CAPTURE, GDK_KEY_Escape, 0));
  g_signal_emit_by_name (view, "preedit-changed", "");
  matchum_ui_test_run_shortcuts (GTK_WIDGET (dialog), GTK_PHASE_BUBBLE, GDK_KEY_Escape, 0);
  g_assert_false (is_gone (self, MATCHUM_TYPE_SOURCE_DIALOG));

  /* What was written is kept. */
  g_assert_true (
      gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Q", -1, TRUE));
  g_assert_true (press (dialog, view, GDK_KEY_Escape, 0));
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_SOURCE_DIALOG));
  matchum_ui_test_flush (self->workspace);
  g_assert_true (PAUSE_IS_OVER (self));
}

/* Typing where the editor opens changes the words of the item, and leaves it one. */
static void
test_text_opens_at_the_words (Fixture *self, gconstpointer data)
{
  guint block = matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "PyTorch");
  g_autofree char *text = NULL;
  GtkWindow *dialog;

  matchum_workspace_set_selected_block (self->workspace, block);
  dialog = open_source (self);
  g_assert_true (
      gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (dialog))), "Q",
                                                    -1, TRUE));
  text = dup_text (dialog);
  g_assert_nonnull (strstr (text, "\n- QPyTorch로"));
  close_source (self, dialog);
}

static const struct {
  const char *line;
  int offset;
} lines[] = {
  { "- a", 2 },    { "  - a", 4 },    { "* **a**", 2 }, { "12. a", 4 },          { "3) a", 3 }, { "- [ ] a", 6 },
  { "- [x]a", 2 }, { "## 한글", 3 },  { "> - a", 4 },   { "한글 - a", 0 },       { "-a", 0 },   { "2020.01 a", 0 },
  { "", 0 },       { "   ", 3 },      { "\t- \ta", 4 }, { "1234567890. a", 12 }, { "#a", 0 },   { "- ", 2 },
  { "-", 0 },      { "> > 한글", 4 },
};

static void
test_words_of_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      MatchumSourceView *view = MATCHUM_SOURCE_VIEW (g_object_ref_sink (matchum_source_view_new ()));
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
      g_autofree char *text = g_strdup_printf ("한글\n%s\nc", lines[i].line);
      GtkTextIter cursor;

      matchum_source_view_set_text (view, text);
      matchum_source_view_reveal_line (view, 2);
      gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
      g_test_message ("“%s”", lines[i].line);
      g_assert_cmpint (gtk_text_iter_get_line (&cursor), ==, 1);
      g_assert_cmpint (gtk_text_iter_get_line_offset (&cursor), ==, lines[i].offset);
      g_object_unref (view);
    }
}

/* What was typed and taken back leaves nothing that could be undone, however long it stood there. */
static void
test_taking_back_leaves_no_step (Fixture *self, gconstpointer data)
{
  const char *const texts[] = { "Q", "- 새 항목\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWindow *dialog = open_source (self);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (dialog)));
      GtkTextIter cursor;

      gtk_text_buffer_get_iter_at_line (buffer, &cursor, 6);
      gtk_text_buffer_place_cursor (buffer, &cursor);
      g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (buffer, texts[i], -1, TRUE));
      matchum_ui_test_wait (PAUSE_IS_OVER (self));
      while (gtk_text_buffer_get_can_undo (buffer))
        gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.undo", NULL);
      close_source (self, dialog);
      matchum_ui_test_flush (self->workspace);
      g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (self->workspace)), ==, NULL);
      g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (self->window), "win.undo"));
      g_assert_cmpstr (
          matchum_workspace_baseline_get_record (matchum_workspace_get_baseline (self->workspace))->markdown, ==,
          MATCHUM_UI_TEST_RESUME);
    }
}

static void
test_text_fits (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_source (self);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), >, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, gtk_widget_get_width (GTK_WIDGET (self->window)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (dialog)), <=, gtk_widget_get_height (GTK_WIDGET (self->window)));
  /* Nor with the find bar. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.find", NULL);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, gtk_widget_get_width (GTK_WIDGET (self->window)));
  close_source (self, dialog);
}

/* Exporting */

static MatchumExportDialog *
open_export (Fixture *self, GFile *folder)
{
  GtkWindow *dialog = open_dialog (self, "win.export", MATCHUM_TYPE_EXPORT_DIALOG);

  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  return MATCHUM_EXPORT_DIALOG (dialog);
}

static char *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Files that Matchum just wrote are replaced as they are; what else is there is asked about, and stays if need be. */
static void
test_export_asks_before_it_replaces (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) markdown = g_file_get_child (folder, "강도현-링크온-ML Engineer.md");
  g_autofree char *path = g_file_get_path (folder), *mine = NULL, *text = NULL;

  g_assert_true (matchum_export_dialog_export (open_export (self, folder)));
  /* It says where. */
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (self->window), path) != NULL);
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_EXPORT_DIALOG));
  matchum_workspace_set_hidden (
      self->workspace, matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "zebrawiki"), TRUE);
  matchum_ui_test_flush (self->workspace);
  g_assert_true (matchum_export_dialog_export (open_export (self, folder)));
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_EXPORT_DIALOG));

  g_assert_true (g_file_replace_contents (markdown, "mine", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (matchum_export_dialog_export (open_export (self, folder)));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Replace") != NULL);
  g_assert_nonnull (
      matchum_ui_test_find_label (GTK_WIDGET (gtk_widget_get_root (matchum_ui_test_find_answer ("_Replace"))),
                                  "링크온-ML Engineer.md"));
  g_assert_null (
      matchum_ui_test_find_label (GTK_WIDGET (gtk_widget_get_root (matchum_ui_test_find_answer ("_Replace"))),
                                  "링크온-ML Engineer.pdf"));
  mine = load (markdown);
  g_assert_cmpstr (mine, ==, "mine");
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Replace"), "clicked");
  matchum_ui_test_wait (is_gone (self, MATCHUM_TYPE_EXPORT_DIALOG));
  text = load (markdown);
  g_assert_nonnull (strstr (text, "Kubernetes"));
  matchum_ui_test_remove_folder (folder);
}

/* What was found in a PDF leaves room for all buttons of the toast, however narrow the window is. */
static void
test_toast_fits (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *button, *last;
  graphene_rect_t bounds;

  matchum_window_show_toast_with_line (self->window, "Exported 2 files to ~/Documents/Applications",
                                       "matchum-met-symbolic", "All 1,234 words of the resume are in order, 12 links.",
                                       "_Open Folder", "win.open-export-folder");
  matchum_ui_test_wait (matchum_ui_test_find_label (window, "in order") != NULL);
  button = matchum_ui_test_find_button (window, "_Open Folder");
  g_assert_nonnull (button);
  last = gtk_widget_get_last_child (gtk_widget_get_parent (button));
  matchum_ui_test_wait (gtk_widget_get_width (last) > 0);
  g_assert_true (gtk_widget_compute_bounds (last, window, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
}

/* The list of keys: nothing in it is measured below nothing, which GTK would complain of, and the tests with it. */
static void
test_shortcuts_are_shown (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  if (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self->window)) == NULL)
    {
      g_test_skip ("libadwaita shows the keys itself");
      return;
    }
  dialog = open_dialog (self, "win.show-help-overlay", GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SHORTCUTS_SHORTCUT));
  gtk_window_close (dialog);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(path, width, func) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("/ui/dialogs/enter-adds", 0, test_enter_adds);
  ADD ("/ui/dialogs/enter-is-the-input-methods", 0, test_enter_is_the_input_methods);
  ADD ("/ui/dialogs/left-posting-comes-back", 0, test_left_posting_comes_back);
  ADD ("/ui/dialogs/emptied-posting-stays-away", 0, test_emptied_posting_stays_away);
  ADD ("/ui/dialogs/paste-spares-what-was-left", 0, test_paste_spares_what_was_left);
  ADD ("/ui/dialogs/escape-closes-text", 0, test_escape_closes_text);
  ADD ("/ui/dialogs/text-opens-at-the-words", 0, test_text_opens_at_the_words);
  g_test_add_func ("/ui/dialogs/words-of-lines", test_words_of_lines);
  ADD ("/ui/dialogs/taking-back-leaves-no-step", 0, test_taking_back_leaves_no_step);
  ADD ("/ui/dialogs/text-fits", 0, test_text_fits);
  ADD ("/ui/dialogs/text-fits-narrow", 360, test_text_fits);
  ADD ("/ui/dialogs/export-asks-before-it-replaces", 0, test_export_asks_before_it_replaces);
  ADD ("/ui/dialogs/toast-fits", 0, test_toast_fits);
  ADD ("/ui/dialogs/toast-fits-narrow", 360, test_toast_fits);
  ADD ("/ui/dialogs/shortcuts-are-shown", 0, test_shortcuts_are_shown);
  return matchum_ui_test_run ();
}
