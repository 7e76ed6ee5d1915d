/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of requirements in the panes: by keys, by menus, and by the pointer. Both panes stand in one
 * window, and lead to each other as they do in the program. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-pane-support.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-resume-pane.h"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *resume;
  GtkWidget *posting;
  GtkWidget *box;
  GtkWidget *window;
} Fixture;

static void
block_activated_cb (Fixture *fixture, guint block)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->resume), block);
}

static void
requirement_activated_cb (Fixture *fixture, int requirement)
{
  matchum_posting_pane_focus_requirement (MATCHUM_POSTING_PANE (fixture->posting), (guint) requirement);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = create_workspace ();
  fixture->resume = matchum_resume_pane_new (fixture->workspace);
  fixture->posting = matchum_posting_pane_new (fixture->workspace);
  g_signal_connect_swapped (fixture->posting, "block-activated", G_CALLBACK (block_activated_cb), fixture);
  g_signal_connect_swapped (fixture->resume, "requirement-activated", G_CALLBACK (requirement_activated_cb), fixture);
  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_set_homogeneous (GTK_BOX (fixture->box), TRUE);
  gtk_box_append (GTK_BOX (fixture->box), fixture->resume);
  gtk_box_append (GTK_BOX (fixture->box), fixture->posting);
  fixture->window = present (fixture->box, 1200, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_pane (fixture->window, fixture->box, fixture->workspace);
}

/* Waits until the library has what was asked for, and the panes have painted it. */
static void
settle (Fixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
  wait_for_paint (fixture->window);
}

static void
assert_status (Fixture *fixture, guint requirement, MatchumStatus status, gboolean is_by_hand)
{
  const MatchumVerdict *verdict =
      matchum_coverage_get_verdict (matchum_workspace_get_coverage (fixture->workspace), requirement);

  g_assert_cmpint (verdict->status, ==, status);
  g_assert_cmpint (verdict->is_by_hand, ==, is_by_hand);
}

static GtkWidget *
focus_posting_row (Fixture *fixture, const char *text)
{
  GtkWidget *row = find_posting_row (fixture->posting, text);

  gtk_widget_grab_focus (row);
  return row;
}

static void
press_on_posting (Fixture *fixture, const char *text, guint keyval, GdkModifierType modifiers)
{
  g_assert_true (press_key (focus_posting_row (fixture, text), keyval, modifiers));
  settle (fixture);
}

static GtkWidget *
press_on_block (Fixture *fixture, guint block, guint keyval)
{
  GtkWidget *row = find_block_row (fixture->resume, block);

  matchum_workspace_set_selected_block (fixture->workspace, block);
  gtk_widget_grab_focus (row);
  g_assert_true (press_key (row, keyval, 0));
  settle (fixture);
  return row;
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->posting, "Kubeflow");

  g_assert_null (find_label (row, "Set by you"));
  press_on_posting (fixture, "Kubeflow", GDK_KEY_h, 0);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_true (find_posting_row (fixture->posting, "Kubeflow") == row);
  g_assert_nonnull (find_label (row, "Set by you"));
  g_assert_nonnull (find_label (row, "Met"));
  g_assert_true (gtk_widget_has_css_class (row, "met"));
  press_on_posting (fixture, "Kubeflow", GDK_KEY_h, GDK_SHIFT_MASK);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, TRUE);
  g_assert_nonnull (find_label (row, "Set by you"));
  press_on_posting (fixture, "Kubeflow", GDK_KEY_j, 0);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
  g_assert_null (find_label (row, "Set by you"));
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
  g_assert_null (find_label (row, "Set by you"));
}

static void
press_for_selected (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *row = find_block_row (fixture->resume, BLOCK_NEWSLETTER);

  gtk_widget_grab_focus (row);
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBEFLOW);
  settle (fixture);
  g_assert_true (press_key (row, keyval, modifiers));
  settle (fixture);
  g_assert_true (has_focus (fixture, row));
}

/* Of what N selects one can speak where one is. */
static void
test_keys_in_resume (Fixture *fixture, gconstpointer data)
{
  press_for_selected (fixture, GDK_KEY_h, 0);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  press_for_selected (fixture, GDK_KEY_h, GDK_SHIFT_MASK);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, TRUE);
  press_for_selected (fixture, GDK_KEY_j, 0);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
  /* Of none, nothing is said. */
  matchum_workspace_set_selected_requirement (fixture->workspace, -1);
  press_on_block (fixture, BLOCK_NEWSLETTER, GDK_KEY_h);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
}

/* Rows that are no requirements, and what no resume can prove, are left alone. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "긍정적이고 책임감 있는 분", "Requirements" };
  static const guint keys[] = { GDK_KEY_h, GDK_KEY_l, GDK_KEY_j };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      press_on_posting (fixture, texts[i], keys[j], 0);
  g_assert_cmpint (matchum_workspace_get_linking (fixture->workspace), ==, -1);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Add Posting");
}

/* The item is chosen in the resume while a bar says what for; then the requirement is looked at again. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  const char *told = "Choose the item that shows requirement 3: Kubeflow";
  GtkWidget *row;

  g_assert_null (find_label (fixture->resume, told));
  press_on_posting (fixture, "Kubeflow", GDK_KEY_l, 0);
  g_assert_nonnull (find_label (fixture->resume, told));
  g_assert_true (has_focus (fixture, find_block_row (fixture->resume, BLOCK_SERVICES)));
  row = press_on_block (fixture, BLOCK_NEWSLETTER, GDK_KEY_l);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_null (find_label (fixture->resume, told));
  g_assert_true (has_focus (fixture, find_posting_row (fixture->posting, "Kubeflow")));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBEFLOW);
  g_assert_true (gtk_widget_has_css_class (row, "lit"));
  g_assert_nonnull (find_label (
      row, "The only evidence for requirement 3; hiding it makes it “Missing” · Linked by you to requirement 3"));
  matchum_workspace_set_selected_requirement (fixture->workspace, -1);
  settle (fixture);
  g_assert_nonnull (find_label (find_posting_row (fixture->posting, "Kubeflow"), "in 1 item"));
}

/* Enter on an item, a double click and the button of the bar do the same; Escape and the other button end it. */
static void
test_link_otherwise (Fixture *fixture, gconstpointer data)
{
  press_on_posting (fixture, "Kubeflow", GDK_KEY_l, 0);
  press_on_block (fixture, BLOCK_NEWSLETTER, GDK_KEY_Return);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));

  /* A double click. */
  press_on_posting (fixture, "Kubeflow", GDK_KEY_l, 0);
  g_signal_emit_by_name (find_descendant (fixture->resume, GTK_TYPE_LIST_VIEW, 0), "activate", BLOCK_NEWSLETTER);
  settle (fixture);
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));

  press_on_posting (fixture, "Airflow", GDK_KEY_l, 0);
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->resume, "Link")));
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_NEWSLETTER);
  g_assert_true (gtk_widget_is_sensitive (find_button (fixture->resume, "Link")));
  g_signal_emit_by_name (find_button (fixture->resume, "Link"), "clicked");
  settle (fixture);
  assert_status (fixture, REQUIREMENT_AIRFLOW, MATCHUM_STATUS_MET, TRUE);

  press_on_posting (fixture, "Kubeflow", GDK_KEY_l, 0);
  press_on_block (fixture, BLOCK_NEWSLETTER, GDK_KEY_Escape);
  g_assert_cmpint (matchum_workspace_get_linking (fixture->workspace), ==, -1);
  g_assert_true (has_focus (fixture, find_posting_row (fixture->posting, "Kubeflow")));
  press_on_posting (fixture, "Kubeflow", GDK_KEY_l, 0);
  g_signal_emit_by_name (find_button (fixture->resume, "Cancel"), "clicked");
  settle (fixture);
  g_assert_null (find_button (fixture->resume, "Cancel"));
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
}

/* With a requirement chosen before, an item is linked to it where it stands, and stays selected. */
static void
test_link_from_item (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_AIRFLOW);
  press_on_block (fixture, BLOCK_MODELS, GDK_KEY_l);
  assert_status (fixture, REQUIREMENT_AIRFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_MODELS);
  g_assert_true (has_focus (fixture, find_block_row (fixture->resume, BLOCK_MODELS)));
}

/* Menus */

/* "I Have This|…": the items of a menu, sections and submenus one after the other. */
static void
describe_menu (GMenuModel *menu, GString *words)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        describe_menu (section, words);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (words, "%s|", label);
    }
}

static GMenuModel *
open_menu (Fixture *fixture, GtkWidget *row)
{
  GtkWidget *popover;

  gtk_widget_grab_focus (row);
  g_assert_true (press_key (row, GDK_KEY_Menu, 0));
  wait_for_paint (fixture->window);
  popover = find_descendant (row, GTK_TYPE_POPOVER_MENU, 0);
  g_assert_nonnull (popover);
  return gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
}

static void
assert_menu (Fixture *fixture, GtkWidget *row, const char *start)
{
  g_autoptr (GString) words = g_string_new (NULL);

  describe_menu (open_menu (fixture, row), words);
  if (!g_str_has_prefix (words->str, start))
    g_error ("the menu is “%s”", words->str);
}

/* Presses the item of an open menu that says label. */
static void
press_item (Fixture *fixture, GtkWidget *row, const char *label)
{
  GtkWidget *popover = find_descendant (row, GTK_TYPE_POPOVER_MENU, 0);
  GtkWidget *found = find_label (popover, label);

  g_assert_nonnull (found);
  g_assert_true (gtk_widget_activate (gtk_widget_get_parent (found)));
  settle (fixture);
}

static void
test_posting_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  assert_menu (fixture, find_posting_row (fixture->posting, "Kubeflow"),
               "I Ha_ve This|I _Do Not Have This|_Link Evidence…|");
  press_item (fixture, find_posting_row (fixture->posting, "Kubeflow"), "I Have This");
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MET, TRUE);
  row = find_posting_row (fixture->posting, "Kubeflow");
  assert_menu (fixture, row, "I Ha_ve This|I _Do Not Have This|_Link Evidence…|Judge It _Again|");
  press_item (fixture, row, "Judge It Again");
  assert_status (fixture, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, FALSE);
  /* Nothing of it for what no resume can prove. */
  assert_menu (fixture, find_posting_row (fixture->posting, "긍정적이고 책임감 있는 분"), "_Count as|");
}

/* What is missing of several things is offered by its name, and all of it. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  matchum_ui_test_add_posting (fixture->workspace, "## Requirements\n\n- Python, Kubeflow, Airflow\n- Docker\n");
  settle (fixture);
  row = find_posting_row (fixture->posting, "Python, Kubeflow, Airflow");
  assert_menu (fixture, row, "I Have “Kubeflow”|I Have “Airflow”|I Ha_ve All of This|I _Do Not Have This|");
  press_item (fixture, row, "I Have “Airflow”");
  assert_status (fixture, 0, MATCHUM_STATUS_PARTIAL, TRUE);
  g_assert_nonnull (find_label (row, "Set by you"));
  assert_menu (fixture, row, "I Have “Kubeflow”|I Ha_ve All of This|");
  press_item (fixture, row, "I Have “Kubeflow”");
  assert_status (fixture, 0, MATCHUM_STATUS_MET, TRUE);
  assert_menu (fixture, row, "I Ha_ve This|I _Do Not Have This|_Link Evidence…|Judge It _Again|");
}

static void
test_block_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->resume, BLOCK_CLUSTER);
  g_autoptr (GString) words = g_string_new (NULL);

  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_AIRFLOW);
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_CLUSTER);
  describe_menu (open_menu (fixture, row), words);
  g_assert_nonnull (strstr (words->str, "|_Link to Requirement c|Does _Not Show Requirement 2|"));
  press_item (fixture, row, "Does Not Show Requirement 2");
  assert_status (fixture, REQUIREMENT_KUBERNETES, MATCHUM_STATUS_MISSING, TRUE);
  g_assert_nonnull (find_label (row, "Set by you: does not show requirement 2"));
  open_menu (fixture, row);
  press_item (fixture, row, "Link to Requirement c");
  assert_status (fixture, REQUIREMENT_AIRFLOW, MATCHUM_STATUS_MET, TRUE);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_status (fixture, REQUIREMENT_KUBERNETES, MATCHUM_STATUS_MET, FALSE);
}

/* In the program: what is said is told, with a way back. */
static void
test_toast (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  g_assert_true (matchum_workspace_claim (workspace, MATCHUM_CLAIM_LACK, 0, NULL, MATCHUM_BLOCK_NONE));
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "Requirement 1: you do not have it") != NULL);
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 0), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (window), "win.undo"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  matchum_ui_test_flush (workspace);
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 0), ==, MATCHUM_STATUS_MET);
  matchum_ui_test_close_window (window);
}

/* With room for one pane, the one that is needed is shown: the resume to choose from, the posting to see. */
static void
test_narrow (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (360, 640, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  GtkWidget *pane;

  pane = matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_RESUME_PANE);
  matchum_ui_test_wait (pane != NULL);
  g_signal_emit_by_name (pane, "requirement-activated", 3);
  matchum_ui_test_wait (matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_POSTING_PANE) != NULL);
  pane = matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_POSTING_PANE);
  gtk_widget_activate_action (pane, "posting.link", "u", 3);
  matchum_ui_test_wait (matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_RESUME_PANE) != NULL);
  pane = matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_RESUME_PANE);
  matchum_ui_test_wait (matchum_ui_test_find_label (pane, "Choose the item that shows requirement b: Rust 경험")
                        != NULL);
  gtk_widget_activate_action (pane, "resume.link", "u",
                              matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), "zebrawiki"));
  matchum_ui_test_flush (workspace);
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 3), ==, MATCHUM_STATUS_MET);
  matchum_ui_test_wait (matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_POSTING_PANE) != NULL);
  g_assert_null (matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_RESUME_PANE));
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/ui/claims/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("keys-in-resume", test_keys_in_resume);
  ADD ("others", test_others);
  ADD ("link", test_link);
  ADD ("link-otherwise", test_link_otherwise);
  ADD ("link-from-item", test_link_from_item);
  ADD ("posting-menu", test_posting_menu);
  ADD ("several", test_several);
  ADD ("block-menu", test_block_menu);
  g_test_add_func ("/ui/claims/toast", test_toast);
  g_test_add_func ("/ui/claims/narrow", test_narrow);
  return matchum_ui_test_run ();
}
