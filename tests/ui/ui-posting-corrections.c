/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying what lines of the posting are, in its pane, by menu and by key: marks, the way back, and where the focus goes.
 */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-correction-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-posting-row.h"

/* Keys */

static void
test_kinds (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_PREFERRED);
  assert_undo_label (fixture, "Count Line as Preferred");
  assert_focus (fixture, "Airflow");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 2);
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Airflow"), "a"));

  /* The same again is no edit; the other two keys and the way back are. */
  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  press_on_row (fixture, "Airflow", GDK_KEY_1, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
}

/* A line that goes into a fold opens it, and keeps the focus; undone, it comes back with it. */
static void
test_into_fold (CorrectionFixture *fixture, gconstpointer data)
{
  g_assert_null (find_posting_row (fixture->pane, "Lunch"));
  press_on_row (fixture, "Airflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_OTHER);
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Airflow"), "line"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Lunch"));
  assert_focus (fixture, "Airflow");
  assert_seen (fixture, "Airflow");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);

  press_on_row (fixture, "Airflow", GDK_KEY_3, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_DUTY);
  assert_undo_label (fixture, "Count Line as Duty");
  assert_focus (fixture, "Airflow");
  g_assert_nonnull (find_posting_row (fixture->pane, "Run the platform"));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Airflow"), "requirement"));
  assert_focus (fixture, "Airflow");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_OTHER);
  assert_focus (fixture, "Airflow");
}

/* An edit does not take the focus from elsewhere. */
static void
test_focus_elsewhere (CorrectionFixture *fixture, gconstpointer data)
{
  GtkWidget *toggle = find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0);

  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  gtk_widget_grab_focus (toggle);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == toggle);
}

/* What is met is not lost behind the filter once it was put right. */
static void
test_filtered (CorrectionFixture *fixture, gconstpointer data)
{
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), TRUE);
  g_assert_null (find_posting_row (fixture->pane, "Python"));
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), FALSE);
  focus_row (fixture, "Python");
  matchum_workspace_set_selected_requirement (fixture->workspace, 0);
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), TRUE);
  press_on_row (fixture, "Python", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_focus (fixture, "Python");
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
}

static void
test_heading (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Preferred Qualifications", GDK_KEY_1, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Docker", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Count Section as Required");
  assert_focus (fixture, "Preferred Qualifications");
  press_on_row (fixture, "Preferred Qualifications", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Docker", MATCHUM_POSTING_OTHER);
  assert_focus (fixture, "Preferred Qualifications");
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Preferred Qualifications"), "heading"));

  focus_row (fixture, "Airflow");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Airflow"), "posting-row.heading", NULL);
  settle (fixture);
  g_assert_true (find_line (fixture, "Airflow")->is_heading);
  assert_focus (fixture, "Airflow");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Airflow"), "posting-row.heading", NULL);
  settle (fixture);
  g_assert_false (find_line (fixture, "Airflow")->is_heading);
}

static void
test_join (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubernetes, Kubeflow Airflow"));
  assert_focus (fixture, "Kubernetes, Kubeflow Airflow");
  assert_undo_label (fixture, "Join Lines");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Airflow"));

  /* The first line of a section is not joined to its heading. */
  press_on_row (fixture, "Python", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Python"));
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

/* Menus */

static GtkWidget *
find_menu (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

static void
describe (GMenuModel *model, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (text, "%s|", label);
      if (section != NULL || submenu != NULL)
        describe (section != NULL ? section : submenu, text);
    }
}

static void
assert_menu (CorrectionFixture *fixture, const char *row, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *menu;

  press_on_row (fixture, row, GDK_KEY_F10, GDK_SHIFT_MASK);
  menu = find_menu (find_posting_row (fixture->pane, row));
  g_assert_nonnull (menu);
  describe (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), said);
  g_assert_cmpstr (said->str, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (menu));
  matchum_ui_test_wait (find_menu (find_posting_row (fixture->pane, row)) == NULL);
  assert_focus (fixture, row);
}

#define KINDS "_Count as|_Required|_Preferred|_Duty|_Leave Out|"
#define SECTIONS "_Count Section as|_Required|_Preferred|_Duties|_Leave Out|"
#define TEXT "Edit Posting as _Text…|"
#define CLAIMS "I Ha_ve This|I _Do Not Have This|_Link Evidence…|"

static void
test_menus (CorrectionFixture *fixture, gconstpointer data)
{
  assert_menu (
      fixture, "Airflow",
      CLAIMS KINDS
      "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|Count a _Name as “Airflow”…|" TEXT);
  assert_menu (fixture, "Python", CLAIMS KINDS "_Edit Line…|_Split…|Make This Line a _Heading|" TEXT);
  assert_menu (fixture, "Requirements", SECTIONS "_Edit Heading…|Make This Heading a L_ine|" TEXT);
  assert_menu (fixture, "Widget", TEXT);
  g_assert_true (press_key (find_posting_row (fixture->pane, "Duties"), GDK_KEY_space, 0));
  assert_menu (fixture, "Keep it running",
               KINDS "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|" TEXT);
  press_on_row (fixture, "Airflow", GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_popover_popdown (GTK_POPOVER (find_menu (find_posting_row (fixture->pane, "Airflow"))));
  matchum_ui_test_wait (find_menu (find_posting_row (fixture->pane, "Airflow")) == NULL);

  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_menu (fixture, "Airflow",
               CLAIMS KINDS "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|Count a _Name as "
                            "“Airflow”…|Read as _Before|"
                            "Read _Whole Posting as Before|" TEXT);
  assert_menu (fixture, "Widget", "Read _Whole Posting as Before|" TEXT);
}

/* What the menu says the line is now. */
static void
assert_chosen (CorrectionFixture *fixture, const char *row, const char *nick)
{
  g_autofree char *kind = NULL;

  g_object_get (find_posting_row (fixture->pane, row), "kind", &kind, NULL);
  g_assert_cmpstr (kind, ==, nick);
}

static void
test_menu_choices (CorrectionFixture *fixture, gconstpointer data)
{
  assert_chosen (fixture, "Airflow", "required");
  assert_chosen (fixture, "Preferred Qualifications", "preferred");
  assert_chosen (fixture, "Widget", "");
  g_assert_true (press_key (find_posting_row (fixture->pane, "Other Lines"), GDK_KEY_space, 0));
  wait_for_paint (fixture->window);
  assert_chosen (fixture, "Lunch", "other");
  /* Benefits are left out as it is. */
  focus_row (fixture, "Lunch");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Lunch"), "posting-row.kind", "s", "other");
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Lunch"), "posting-row.kind", "s", "required");
  settle (fixture);
  assert_kind (fixture, "Lunch", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Lunch");
  assert_chosen (fixture, "Lunch", "required");
}

static void
test_button (CorrectionFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->pane, "Airflow");

  g_signal_emit_by_name (find_descendant (row, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_nonnull (find_menu (row));
  /* The row goes while its menu is open. */
  matchum_ui_test_add_posting (fixture->workspace, "## Requirements\n\n- Go\n");
  settle (fixture);
  g_assert_null (find_posting_row (fixture->pane, "Airflow"));
}

/* The pointer opens the menu, selects the row, and tells where to split. */
static void
test_pointer (CorrectionFixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->pane, "Kubernetes, Kubeflow");
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GtkWidget *label = find_label (row, "Kubernetes, Kubeflow");
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  graphene_point_t point;
  GtkTextIter cursor;

  g_assert_true (gtk_widget_compute_point (label, list, &GRAPHENE_POINT_INIT (1, 5), &point));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, (double) point.x + 30, (double) point.y);
    }
  g_assert_nonnull (find_menu (row));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (find_menu (row)));
  matchum_ui_test_wait (find_menu (row) == NULL);
  assert_focus (fixture, "Kubernetes, Kubeflow");
  gtk_widget_activate_action (row, "posting-row.split", NULL);
  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &cursor, gtk_text_buffer_get_insert (get_buffer (fixture)));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), >, 1);
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), <, 10);
  press_in_editor (fixture, GDK_KEY_Escape, 0);
}

/* Marks, and the way back */

static GtkWidget *
find_mark (CorrectionFixture *fixture, const char *text)
{
  GtkWidget *image;

  for (guint i = 0; (image = find_descendant (find_posting_row (fixture->pane, text), GTK_TYPE_IMAGE, i)) != NULL; i++)
    if (gtk_widget_has_css_class (image, "by-hand"))
      return image;
  return NULL;
}

static void
assert_note (CorrectionFixture *fixture, const char *text, const char *note)
{
  g_assert_nonnull (find_mark (fixture, text));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_mark (fixture, text)), ==, note);
  /* What is read aloud is the same. */
  g_assert_cmpstr (matchum_posting_object_get_note (
                       matchum_posting_row_get_object (MATCHUM_POSTING_ROW (find_posting_row (fixture->pane, text)))),
                   ==, note);
}

static void
test_marks (CorrectionFixture *fixture, gconstpointer data)
{
  g_assert_null (find_mark (fixture, "Airflow"));
  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_note (fixture, "Airflow", "Set by hand: Preferred (was read as: Required)");
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, " 2");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  assert_note (fixture, "Airflow 2",
               "Set by hand: Preferred (was read as: Required)\nEdited by hand (was read as: “Airflow”)");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Kubernetes, Kubeflow"), "posting-row.split", NULL);
  press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  assert_note (fixture, "Kubeflow", "Split by hand (was read as: “Kubernetes, Kubeflow”)");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Python"), "posting-row.heading", NULL);
  settle (fixture);
  assert_note (fixture, "Python", "Made a heading by hand");
}

static void
test_reset (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  press_on_row (fixture, "Python", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  focus_row (fixture, "Airflow");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Airflow"), "posting-row.reset", NULL);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
  assert_focus (fixture, "Airflow");
  g_assert_null (find_mark (fixture, "Airflow"));

  gtk_widget_activate_action (find_posting_row (fixture->pane, "Airflow"), "posting.reset-all", NULL);
  settle (fixture);
  assert_kind (fixture, "Python", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Read Posting as Before");
  assert_focus (fixture, "Airflow");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
}

/* What found no line any more */

static const char *
get_notice (CorrectionFixture *fixture)
{
  GtkWidget *bar = find_descendant (fixture->pane, MATCHUM_TYPE_NOTICE_BAR, 0);

  return bar != NULL ? matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)) : NULL;
}

static void
test_unplaced (CorrectionFixture *fixture, gconstpointer data)
{
  g_assert_null (get_notice (fixture));
  press_on_row (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  press_on_row (fixture, "Docker", GDK_KEY_F2, 0);
  type_words (fixture, " or Podman");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_null (get_notice (fixture));

  matchum_workspace_set_posting_text (fixture->workspace, matchum_workspace_get_current (fixture->workspace),
                                      "## Requirements\n\n- Cobol\n", NULL);
  settle (fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "2 corrections no longer fit this text");
  g_signal_emit_by_name (find_button (fixture->pane, "Show"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("Let _Go of All") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("Let _Go of All"), "clicked");
  matchum_ui_test_wait (get_notice (fixture) == NULL);
  settle (fixture);
  assert_undo_label (fixture, "Let Go of Corrections");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "2 corrections no longer fit this text");
  g_signal_emit_by_name (find_button (fixture->pane, "Let Go"), "clicked");
  settle (fixture);
  g_assert_null (get_notice (fixture));
}

/* A posting without headings says what to do, and is put right line by line. */
static void
test_no_heading (void)
{
  CorrectionFixture fixture = { NULL };

  set_up_for (&fixture, "- Python\n- Kubeflow\n", 360);
  matchum_posting_pane_set_narrow (MATCHUM_POSTING_PANE (fixture.pane), TRUE);
  wait_for_paint (fixture.window);
  g_assert_nonnull (find_label (fixture.pane,
                                "Nothing says which lines are required, so every line counts as required that is not "
                                "set by hand. Set what a line is from its menu before you trust the figures above."));
  press_on_row (&fixture, "Kubeflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (&fixture);
  assert_kind (&fixture, "Kubeflow", MATCHUM_POSTING_OTHER);
  assert_focus (&fixture, "Kubeflow");
  press_on_row (&fixture, "Kubeflow", GDK_KEY_F2, 0);
  wait_for_paint (fixture.window);
  g_assert_cmpint (gtk_widget_get_width (fixture.pane), <=, 360);
  press_in_editor (&fixture, GDK_KEY_Escape, 0);
  tear_down (&fixture, NULL);
}

/* A row that is far away in a long posting is scrolled to. */
static void
test_long (void)
{
  g_autoptr (GString) posting = g_string_new ("## Requirements\n\n");
  CorrectionFixture fixture = { NULL };

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (posting, "- Thing %u\n", i);
  set_up_for (&fixture, posting->str, 600);
  press_on_row (&fixture, "Thing 1", GDK_KEY_4, GDK_ALT_MASK);
  settle (&fixture);
  wait_for_paint (fixture.window);
  assert_focus (&fixture, "Thing 1");
  assert_seen (&fixture, "Thing 1");
  g_assert_true (matchum_ui_test_undo (fixture.workspace));
  settle (&fixture);
  wait_for_paint (fixture.window);
  assert_focus (&fixture, "Thing 1");
  assert_seen (&fixture, "Thing 1");
  tear_down (&fixture, NULL);
}

/* Nothing is put right in a library that cannot be written. */
static void
test_read_only (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "library.db", NULL);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  MatchumWorkspace *workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  GListModel *postings;
  g_autoptr (MatchumWorkspacePosting) posting = NULL;
  CorrectionFixture fixture = { NULL };

  g_assert_no_error (error);
  matchum_ui_test_open_resume (workspace, CORRECTION_RESUME);
  matchum_ui_test_add_posting (workspace, CORRECTION_POSTING);
  g_object_unref (workspace);
  matchum_library_close (library);
  g_object_unref (library);

  library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  fixture.workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  postings = matchum_workspace_get_postings (fixture.workspace);
  posting = g_list_model_get_item (postings, 0);
  matchum_workspace_set_current (fixture.workspace, posting);
  fixture.pane = g_object_ref_sink (matchum_posting_pane_new (fixture.workspace));
  fixture.window = present (fixture.pane, 600, 900);
  assert_menu (&fixture, "Airflow", TEXT);
  press_on_row (&fixture, "Airflow", GDK_KEY_F2, 0);
  g_assert_null (find_view (&fixture));
  press_on_row (&fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  press_on_row (&fixture, "Airflow", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (&fixture);
  assert_kind (&fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  g_clear_object (&posting);
  tear_down (&fixture, NULL);
  matchum_library_close (library);
  g_object_unref (library);
  matchum_ui_test_remove_folder (folder);
}

#define ADD_TEST(name, func) g_test_add ("/posting-corrections/" name, CorrectionFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  ADD_TEST ("kinds", test_kinds);
  ADD_TEST ("into-fold", test_into_fold);
  ADD_TEST ("focus-elsewhere", test_focus_elsewhere);
  ADD_TEST ("filtered", test_filtered);
  ADD_TEST ("heading", test_heading);
  ADD_TEST ("join", test_join);
  ADD_TEST ("menus", test_menus);
  ADD_TEST ("menu-choices", test_menu_choices);
  ADD_TEST ("button", test_button);
  ADD_TEST ("pointer", test_pointer);
  ADD_TEST ("marks", test_marks);
  ADD_TEST ("reset", test_reset);
  ADD_TEST ("unplaced", test_unplaced);
  g_test_add_func ("/posting-corrections/no-heading", test_no_heading);
  g_test_add_func ("/posting-corrections/long", test_long);
  g_test_add_func ("/posting-corrections/read-only", test_read_only);
  return g_test_run ();
}
