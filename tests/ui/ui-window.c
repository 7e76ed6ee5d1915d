/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window with texts open: hiding, undoing, exporting, fitting every width. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-adaptive-bin.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-export-dialog.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-preview.h"
#include "ui/matchum-read-back-dialog.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-sidebar.h"
#include "ui/matchum-source-dialog.h"
#include "ui/matchum-source-view.h"
#include "ui/matchum-welcome-page.h"

static GtkWidget *
find (MatchumWindow *window, GType type)
{
  return matchum_ui_test_find_widget (GTK_WIDGET (window), type);
}

static gboolean
is_enabled (MatchumWindow *window, const char *action)
{
  return matchum_ui_test_is_enabled (GTK_WIDGET (window), action);
}

static void
activate (MatchumWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  matchum_ui_test_flush (matchum_window_get_workspace (window));
}

static gboolean
shows_text (MatchumWindow *window, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static guint
find_block (MatchumWindow *window, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (matchum_window_get_workspace (window)), text);
}

static void
test_start (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, FALSE);

  g_assert_nonnull (find (window, MATCHUM_TYPE_WELCOME_PAGE));
  g_assert_null (find (window, MATCHUM_TYPE_RESUME_PANE));
  matchum_ui_test_close_window (window);
}

static void
test_hide_and_undo (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  g_assert_false (is_enabled (window, "win.undo"));
  matchum_workspace_set_hidden (workspace, find_block (window, "Kubernetes"), TRUE);
  matchum_ui_test_wait (shows_text (window, "Requirement 2 is now missing"));
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 1), ==, MATCHUM_STATUS_MISSING);

  g_assert_true (is_enabled (window, "win.undo"));
  activate (window, "win.undo");
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 1), ==, MATCHUM_STATUS_MET);
  matchum_ui_test_wait (!shows_text (window, "Requirement 2 is now missing"));
  g_assert_true (is_enabled (window, "win.redo"));
  activate (window, "win.redo");
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 1), ==, MATCHUM_STATUS_MISSING);
  g_assert_false (is_enabled (window, "win.redo"));
  matchum_ui_test_close_window (window);
}

/* Hiding what carries nothing is no news. */
static void
test_hide_quietly (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  matchum_workspace_set_hidden (matchum_window_get_workspace (window), find_block (window, "zebrawiki"), TRUE);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_false (shows_text (window, "Item hidden"));
  matchum_ui_test_close_window (window);
}

static void
test_pages_figure (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  double before;

  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > 0);
  before = matchum_workspace_get_pages_used (workspace);
  g_assert_cmpfloat (before, <, 1);
  matchum_workspace_set_hidden (workspace, find_block (window, "PyTorch"), TRUE);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) < before);
  matchum_ui_test_close_window (window);
}

static void
test_export (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) markdown = g_file_get_child (folder, "강도현-링크온-ML Engineer.md");
  g_autoptr (GFile) pdf = g_file_get_child (folder, "강도현-링크온-ML Engineer.pdf");
  g_autofree char *text = NULL;
  GtkWindow *dialog;

  matchum_workspace_set_hidden (matchum_window_get_workspace (window), find_block (window, "zebrawiki"), TRUE);
  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  g_assert_true (matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (dialog)));

  matchum_ui_test_wait (shows_text (window, "Exported 2 files"));
  /* Read back: the words that are not hidden. */
  matchum_ui_test_wait (shows_text (window, "All 16 words in order, 0 links."));
  g_assert_true (g_file_query_exists (pdf, NULL));
  g_assert_true (g_file_load_contents (markdown, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "Kubernetes"));
  g_assert_null (strstr (text, "zebrawiki"));
  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

/* A sign of old Russian chant, which hardly any font has. */
#define RARE_SIGN "\xf0\x9c\xbd\x90"

/* Only an icon and words tell; a PDF that lacks something is not passed over. */
static void
test_export_differs (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  GtkWindow *dialog;

  matchum_ui_test_open_resume (matchum_window_get_workspace (window),
                               "# 강도현\n\n## 기술\n\n- BigQuery\n- Go " RARE_SIGN "\n- Rust\n");
  matchum_proof_flush (matchum_window_get_proof (window));
  if (*matchum_pages_get_left_out (matchum_proof_get_pages (matchum_window_get_proof (window))) == '\0')
    {
      g_test_skip ("A font has the rare sign");
      matchum_ui_test_close_window (window);
      matchum_ui_test_remove_folder (folder);
      return;
    }
  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  g_assert_true (matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (dialog)));

  matchum_ui_test_wait (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_READ_BACK_DIALOG) != NULL);
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_READ_BACK_DIALOG);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "1 of 6 words differs"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "“" RARE_SIGN "” is missing on page 1"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "line 6 of the resume"));
  g_assert_true (shows_text (window, "1 of 6 words differs"));
  gtk_window_destroy (dialog);
  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

static void
assert_export_says (MatchumWindow *window, const char *text)
{
  GtkWindow *dialog;

  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), text));
  gtk_window_destroy (dialog);
}

/* Headings go with their items and are not counted as such; what is left out is never called nothing. */
static void
test_export_counts_items (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  matchum_ui_test_open_resume (workspace,
                               "# 강도현\n\n## 소개\n\n서버를 만드는 사람\n\n## 기술\n\n- BigQuery\n- Go\n- Rust\n");
  assert_export_says (window, "Nothing of the resume is left out.");
  matchum_workspace_set_hidden (workspace, find_block (window, "서버"), TRUE);
  assert_export_says (window, "A part of the resume is left out.");
  matchum_workspace_set_hidden (workspace, find_block (window, "기술"), TRUE);
  assert_export_says (window, "3 items are left out.");
  matchum_ui_test_close_window (window);
}

/* Signs that no font has are named, where they are not hidden. */
static void
test_export_names_signs (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  GtkWindow *dialog;

  matchum_ui_test_open_resume (workspace, "# 강도현\n\n## 기술\n\n- BigQuery\n- Go " RARE_SIGN "\n- Rust\n");
  matchum_proof_flush (matchum_window_get_proof (window));
  if (*matchum_pages_get_left_out (matchum_proof_get_pages (matchum_window_get_proof (window))) == '\0')
    {
      g_test_skip ("A font has the rare sign");
      matchum_ui_test_close_window (window);
      return;
    }
  assert_export_says (window, "the PDF omits them: " RARE_SIGN);
  matchum_workspace_set_hidden (workspace, find_block (window, "Go"), TRUE);
  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_null (matchum_ui_test_find_label (GTK_WIDGET (dialog), "the PDF omits them"));
  gtk_window_destroy (dialog);
  matchum_ui_test_close_window (window);
}

/* Nothing stands out of the window, once it is laid out. */
static void
assert_fits (MatchumWindow *window)
{
  GtkWidget *bin = find (window, MATCHUM_TYPE_ADAPTIVE_BIN);

  matchum_ui_test_wait (gtk_widget_get_width (bin) <= 360);
  matchum_ui_test_wait (gtk_widget_get_width (gtk_widget_get_first_child (bin)) <= gtk_widget_get_width (bin));
}

/* The dialog is no wider than the window it belongs to, and shows all of its fields. */
static void
test_export_narrow (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (360, 720, TRUE);
  GtkAdjustment *adjustment;
  GtkWidget *scroller;
  GtkWindow *dialog;

  assert_fits (window);
  matchum_workspace_rename_posting (matchum_window_get_workspace (window),
                                    matchum_workspace_get_current (matchum_window_get_workspace (window)), "모람상회",
                                    "ML Engineer, 추천·검색");
  matchum_ui_test_flush (matchum_window_get_workspace (window));
  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), >, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, gtk_widget_get_width (GTK_WIDGET (window)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (dialog)), <=, gtk_widget_get_height (GTK_WIDGET (window)));
  scroller = matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  gtk_window_destroy (dialog);
  matchum_ui_test_close_window (window);
}

/* The dialog stays and says what is wrong. */
static void
test_export_fails (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  GtkWindow *dialog;

  activate (window, "win.export");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  matchum_ui_test_remove_folder (folder);
  g_assert_false (matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (dialog)));
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (dialog), "강도현-링크온-ML Engineer") != NULL);
  gtk_window_destroy (dialog);
  matchum_ui_test_close_window (window);
}

static void
test_remove_posting (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  activate (window, "win.remove-posting");
  g_assert_null (matchum_workspace_get_current (workspace));
  matchum_ui_test_wait (shows_text (window, "Posting of 링크온 deleted"));
  activate (window, "win.undo");
  matchum_ui_test_wait (matchum_workspace_get_current (workspace) != NULL);
  matchum_ui_test_wait (!shows_text (window, "Posting of 링크온 deleted"));
  matchum_ui_test_close_window (window);
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is told of a deletion is told when it is done, and not taken back by what follows from it. */
static void
test_delete_item (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  GtkWidget *pane = find (window, MATCHUM_TYPE_RESUME_PANE);
  GtkWidget *row = matchum_ui_test_find_widget (pane, g_type_from_name ("MatchumBlockRow"));
  gboolean is_over = FALSE;

  gtk_widget_activate_action (row, "resume.delete", "u", find_block (window, "zebrawiki"));
  matchum_ui_test_wait (shows_text (window, "Item deleted from the resume"));
  g_assert_cmpstr (matchum_library_get_undo_label (
                       matchum_workspace_get_library (matchum_window_get_workspace (window))),
                   ==, "Delete Item");
  /* A toast that is taken back while it is coming goes after 0.7 s. */
  g_timeout_add (1200, over_cb, &is_over);
  matchum_ui_test_wait (is_over);
  g_assert_true (shows_text (window, "Item deleted from the resume"));
  activate (window, "win.undo");
  g_assert_cmpuint (find_block (window, "zebrawiki"), !=, MATCHUM_BLOCK_NONE);
  matchum_ui_test_close_window (window);
}

/* What was typed last into the text is kept when the whole window is closed. */
static void
test_close_while_typing (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (MatchumLibrary) library =
      g_object_ref (matchum_workspace_get_library (matchum_window_get_workspace (window)));
  g_autoptr (GPtrArray) baselines = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter end;
  GtkWindow *dialog;

  activate (window, "win.edit-source");
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_SOURCE_DIALOG);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (matchum_ui_test_find_widget (GTK_WIDGET (dialog), MATCHUM_TYPE_SOURCE_VIEW)));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_interactive (buffer, &end, "- Haskell\n", -1, TRUE);
  matchum_ui_test_close_window (window);
  matchum_library_flush (library);
  baselines = matchum_baseline_table_list (matchum_library_get_database (library), NULL);
  g_assert_nonnull (strstr (((const MatchumBaselineRecord *) baselines->pdata[0])->markdown, "- Haskell"));
}

static void
test_baseline_has_no_posting (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  matchum_workspace_set_current (matchum_window_get_workspace (window), NULL);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  g_assert_null (find (window, MATCHUM_TYPE_POSTING_PANE));
  matchum_ui_test_close_window (window);
}

static void
test_wide (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  g_assert_nonnull (find (window, MATCHUM_TYPE_SIDEBAR));
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  g_assert_nonnull (find (window, MATCHUM_TYPE_POSTING_PANE));
  g_assert_null (find (window, MATCHUM_TYPE_PREVIEW));

  activate (window, "win.sidebar");
  g_assert_null (find (window, MATCHUM_TYPE_SIDEBAR));
  activate (window, "win.sidebar");
  g_assert_nonnull (find (window, MATCHUM_TYPE_SIDEBAR));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "preview");
  matchum_ui_test_wait (find (window, MATCHUM_TYPE_PREVIEW) != NULL);
  /* Newer versions of libadwaita fade the one into the other. */
  matchum_ui_test_wait (find (window, MATCHUM_TYPE_RESUME_PANE) == NULL);
  matchum_ui_test_close_window (window);
}

static void
test_ultra (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (2000, 900, TRUE);

  matchum_ui_test_wait (find (window, MATCHUM_TYPE_PREVIEW) != NULL);
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  g_assert_nonnull (find (window, MATCHUM_TYPE_POSTING_PANE));
  matchum_ui_test_close_window (window);
}

static void
test_medium (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (800, 700, TRUE);

  matchum_ui_test_wait (find (window, MATCHUM_TYPE_SIDEBAR) == NULL);
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  g_assert_nonnull (find (window, MATCHUM_TYPE_POSTING_PANE));

  activate (window, "win.sidebar");
  g_assert_nonnull (find (window, MATCHUM_TYPE_SIDEBAR));
  activate (window, "win.escape");
  g_assert_null (find (window, MATCHUM_TYPE_SIDEBAR));
  matchum_ui_test_close_window (window);
}

static void
test_narrow (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (360, 720, TRUE);

  matchum_ui_test_wait (find (window, MATCHUM_TYPE_POSTING_PANE) == NULL);
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  assert_fits (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.pane", "s", "posting");
  g_assert_nonnull (find (window, MATCHUM_TYPE_POSTING_PANE));
  g_assert_null (find (window, MATCHUM_TYPE_RESUME_PANE));

  matchum_ui_test_settle (GTK_WIDGET (window));
  assert_fits (window);

  activate (window, "win.go-back");
  g_assert_nonnull (find (window, MATCHUM_TYPE_SIDEBAR));
  g_assert_null (find (window, MATCHUM_TYPE_POSTING_PANE));
  matchum_ui_test_close_window (window);
}

/* The window follows when it is made narrower and wider again. */
static void
test_resize (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 800);
  matchum_ui_test_wait (find (window, MATCHUM_TYPE_POSTING_PANE) == NULL);
  g_assert_null (find (window, MATCHUM_TYPE_SIDEBAR));
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  matchum_ui_test_wait (find (window, MATCHUM_TYPE_POSTING_PANE) != NULL);
  matchum_ui_test_wait (find (window, MATCHUM_TYPE_SIDEBAR) != NULL);
  matchum_ui_test_close_window (window);
}

static gboolean
is_compact (MatchumWindow *window)
{
  return matchum_resume_pane_get_compact (MATCHUM_RESUME_PANE (find (window, MATCHUM_TYPE_RESUME_PANE)));
}

/* Chosen in the menu, kept for the windows that come after. */
static void
test_compact (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GVariant) state = NULL;

  g_assert_false (is_compact (window));
  activate (window, "win.compact");
  g_assert_true (is_compact (window));
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "compact");
  g_assert_true (g_variant_get_boolean (state));
  matchum_ui_test_close_window (window);

  window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_assert_true (is_compact (window));
  activate (window, "win.compact");
  g_assert_false (is_compact (window));
  matchum_ui_test_close_window (window);
}

static GtkWidget *
get_focus_pane (MatchumWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    if (MATCHUM_IS_SIDEBAR (focus) || MATCHUM_IS_RESUME_PANE (focus) || MATCHUM_IS_POSTING_PANE (focus))
      return focus;
  return NULL;
}

/* N finds what is not met from beside the lists, too, and leads there. */
static void
test_next_open_from_beside (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  matchum_ui_test_wait (MATCHUM_IS_RESUME_PANE (get_focus_pane (window)));
  activate (window, "win.previous-pane");
  g_assert_true (MATCHUM_IS_SIDEBAR (get_focus_pane (window)));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (workspace), ==, -1);
  g_assert_true (matchum_ui_test_run_shortcuts (GTK_WIDGET (window), GTK_PHASE_BUBBLE, GDK_KEY_n, 0));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (workspace), >=, 0);
  g_assert_true (MATCHUM_IS_POSTING_PANE (get_focus_pane (window)));
  matchum_ui_test_close_window (window);
}

static void
test_focus_goes_round (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  GtkWidget *seen[3];

  /* It begins in the list, whatever stands above it. */
  matchum_ui_test_wait (MATCHUM_IS_RESUME_PANE (get_focus_pane (window)));
  g_assert_true (MATCHUM_IS_BLOCK_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      activate (window, "win.next-pane");
      seen[i] = get_focus_pane (window);
      g_assert_nonnull (seen[i]);
    }
  g_assert_true (seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2]);
  activate (window, "win.previous-pane");
  g_assert_true (get_focus_pane (window) == seen[1]);
  matchum_ui_test_close_window (window);
}

/* Where there is room for one pane, the other one comes, and the focus with it. */
static void
test_focus_turns_over (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (360, 720, TRUE);

  matchum_ui_test_wait (MATCHUM_IS_RESUME_PANE (get_focus_pane (window)));
  activate (window, "win.next-pane");
  g_assert_true (MATCHUM_IS_POSTING_PANE (get_focus_pane (window)));
  activate (window, "win.next-pane");
  g_assert_true (MATCHUM_IS_RESUME_PANE (get_focus_pane (window)));
  activate (window, "win.previous-pane");
  g_assert_true (MATCHUM_IS_POSTING_PANE (get_focus_pane (window)));
  matchum_ui_test_close_window (window);
}

/* The title of the window, and of its header where it is narrow, follow the names of the posting that is open. */
static void
test_title (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (360, 720, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  MatchumWorkspacePosting *first = matchum_workspace_get_current (workspace);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "링크온 — Matchum");
  matchum_workspace_rename_posting (workspace, first, "모람상회", NULL);
  matchum_ui_test_flush (workspace);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "모람상회 — Matchum");
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "모람상회"));
  g_assert_true (matchum_ui_test_undo (workspace));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "링크온 — Matchum");
  g_assert_null (matchum_ui_test_find_label (GTK_WIDGET (window), "모람상회"));

  /* One that is not open changes nothing. */
  matchum_ui_test_add_posting (workspace, "---\ncompany: 나룻배\n---\n\n## 자격요건\n\n- Rust 경험\n");
  matchum_workspace_rename_posting (workspace, first, "모람상회", NULL);
  matchum_ui_test_flush (workspace);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "나룻배 — Matchum");
  matchum_workspace_set_current (workspace, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Matchum");
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/window/start", test_start);
  g_test_add_func ("/ui/window/hide-and-undo", test_hide_and_undo);
  g_test_add_func ("/ui/window/hide-quietly", test_hide_quietly);
  g_test_add_func ("/ui/window/pages-figure", test_pages_figure);
  g_test_add_func ("/ui/window/export", test_export);
  g_test_add_func ("/ui/window/export-differs", test_export_differs);
  g_test_add_func ("/ui/window/export-counts-items", test_export_counts_items);
  g_test_add_func ("/ui/window/export-names-signs", test_export_names_signs);
  g_test_add_func ("/ui/window/export-narrow", test_export_narrow);
  g_test_add_func ("/ui/window/export-fails", test_export_fails);
  g_test_add_func ("/ui/window/remove-posting", test_remove_posting);
  g_test_add_func ("/ui/window/delete-item", test_delete_item);
  g_test_add_func ("/ui/window/close-while-typing", test_close_while_typing);
  g_test_add_func ("/ui/window/baseline-has-no-posting", test_baseline_has_no_posting);
  g_test_add_func ("/ui/window/wide", test_wide);
  g_test_add_func ("/ui/window/ultra", test_ultra);
  g_test_add_func ("/ui/window/medium", test_medium);
  g_test_add_func ("/ui/window/narrow", test_narrow);
  g_test_add_func ("/ui/window/resize", test_resize);
  g_test_add_func ("/ui/window/compact", test_compact);
  g_test_add_func ("/ui/window/focus-goes-round", test_focus_goes_round);
  g_test_add_func ("/ui/window/focus-turns-over", test_focus_turns_over);
  g_test_add_func ("/ui/window/next-open-from-beside", test_next_open_from_beside);
  g_test_add_func ("/ui/window/title", test_title);
  return matchum_ui_test_run ();
}
