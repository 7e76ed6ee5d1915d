/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of the sidebar can do: to hold against, archive, delete, duplicate, move and rename, by menu and keys.
 */
#include "config.h"

#include "ui-sidebar-support.h"

#include "matchum-ui-test.h"
#include "ui/matchum-rename-popover.h"
#include "ui/matchum-sidebar-drag.h"

static void
test_hold_against (SidebarFixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 0);
  MatchumSidebarRow *row = find_row (fixture, posting);
  g_autofree char *before = NULL, *after = NULL;

  matchum_workspace_judge (fixture->workspace, posting);
  g_object_get (row, "baseline-id", &before, NULL);
  g_assert_cmpstr (before, ==, matchum_workspace_baseline_get_id (get_baseline (fixture, 0)));
  gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.hold-against", "s",
                              matchum_workspace_baseline_get_id (get_baseline (fixture, 1)));
  g_object_get (row, "baseline-id", &after, NULL);
  g_assert_cmpstr (after, ==, matchum_workspace_baseline_get_id (get_baseline (fixture, 1)));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 1));
  matchum_ui_test_wait (says (row, "0/4 met"));
}

static void
test_archive (SidebarFixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 4);
  guint n_all = count_listed (fixture);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  act (find_row (fixture, posting), "sidebar.archive");
  g_assert_true (matchum_workspace_posting_is_archived (posting));
  g_assert_cmpuint (count_listed (fixture), ==, n_all - 1);
  g_assert_cmpstr (fixture->told, ==, "Posting of 회사 4 archived");
  /* The next one is open in its place. */
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == get_posting (fixture, 5));
  g_assert_true (get_selected (fixture) == get_posting (fixture, 5));

  act (fixture->sidebar, "sidebar.show-archived");
  g_assert_true (matchum_sidebar_get_shows_archived (fixture->sidebar));
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
  g_assert_true (get_listed (fixture, 4) == posting);
  settle (fixture);
  g_assert_true (says (find_row (fixture, posting), "Archived"));
  g_assert_false (says (find_row (fixture, get_posting (fixture, 5)), "Archived"));
  act (find_row (fixture, posting), "sidebar.archive");
  g_assert_false (matchum_workspace_posting_is_archived (posting));
  g_assert_false (says (find_row (fixture, posting), "Archived"));
  act (fixture->sidebar, "sidebar.show-archived");
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
}

static void
test_all_archived (SidebarFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    act (find_row (fixture, get_listed (fixture, 0)), "sidebar.archive");
  settle (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "All postings are archived"));
  act (get_baseline_row (fixture, 1), "sidebar.archive");
  g_assert_cmpstr (fixture->told, ==, "Resume “English” archived");
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_baseline_row (fixture, 1))));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 0));
  matchum_sidebar_set_shows_archived (fixture->sidebar, TRUE);
  settle (fixture);
  g_assert_true (says (get_baseline_row (fixture, 1), "Archived"));
}

static void
test_delete (SidebarFixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 6), *next = get_posting (fixture, 7);
  g_autofree char *id = g_strdup (matchum_workspace_posting_get_id (posting));
  guint n_all = count_listed (fixture);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  g_assert_true (get_focused (fixture) == posting);
  g_assert_true (press_key (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_listed (fixture), ==, n_all - 1);
  g_assert_cmpstr (fixture->told, ==, "Posting of Company 6 deleted");
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == next);
  settle (fixture);
  g_assert_true (get_focused (fixture) == next);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
  g_assert_cmpstr (matchum_workspace_posting_get_id (get_posting (fixture, 6)), ==, id);
  g_assert_true (get_selected (fixture) == get_posting (fixture, 6));
}

/* Within what was found. */
static void
test_delete_found (SidebarFixture *fixture, gconstpointer data)
{
  search (fixture, "company 1");
  g_assert_cmpuint (count_listed (fixture), >, 2);
  matchum_workspace_set_current (fixture->workspace, get_listed (fixture, 0));
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  for (guint n_left = count_listed (fixture) - 1; n_left > 1; n_left--)
    {
      MatchumWorkspacePosting *next = get_listed (fixture, 1);

      g_assert_true (press_key (fixture, GDK_KEY_Delete, 0));
      g_assert_cmpuint (count_listed (fixture), ==, n_left);
      g_assert_true (matchum_workspace_get_current (fixture->workspace) == next);
      settle (fixture);
      g_assert_true (get_focused (fixture) == next);
    }
}

static void
test_delete_baseline (SidebarFixture *fixture, gconstpointer data)
{
  act (get_baseline_row (fixture, 1), "sidebar.delete");
  g_assert_cmpstr (fixture->told, ==, "Resume “English” deleted");
  g_assert_null (get_baseline_row (fixture, 1));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_baseline_row (fixture, 0))));
  matchum_ui_test_undo (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 1), "English"));
}

static void
test_duplicate (SidebarFixture *fixture, gconstpointer data)
{
  guint n_all = count_listed (fixture);

  act (find_row (fixture, get_posting (fixture, 1)), "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (count_listed (fixture), ==, n_all + 1);
  g_assert_cmpstr (matchum_workspace_posting_get_title (matchum_workspace_get_current (fixture->workspace)), ==,
                   "ML Engineer 1 (copy)");
  g_assert_true (get_selected (fixture) == matchum_workspace_get_current (fixture->workspace));

  act (get_baseline_row (fixture, 0), "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 2), "국문 (copy)"));
}

static void
test_move (SidebarFixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 2), *first = get_posting (fixture, 0);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  g_assert_true (press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (get_posting (fixture, 1) == posting);
  settle (fixture);
  g_assert_true (get_focused (fixture) == posting);
  g_assert_true (get_selected (fixture) == posting);
  press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  settle (fixture);
  g_assert_true (get_posting (fixture, 0) == posting);
  press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK); /* nowhere to go */
  g_assert_true (get_posting (fixture, 0) == posting && get_posting (fixture, 1) == first);
  press_key (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  settle (fixture);
  g_assert_true (get_posting (fixture, 1) == posting && get_posting (fixture, 0) == first);
  g_assert_true (get_focused (fixture) == posting);

  /* Past those that are not listed. */
  matchum_workspace_archive_posting (fixture->workspace, get_posting (fixture, 2), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  press_key (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (get_posting (fixture, 3) == posting);
  /* To where it is dropped. */
  matchum_sidebar_move (fixture->workspace, posting, get_posting (fixture, 8), TRUE);
  g_assert_true (get_posting (fixture, 8) == posting);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (get_posting (fixture, 3) == posting);
}

/* The popover that is open over a row. */
static GtkWidget *
open_rename (SidebarFixture *fixture)
{
  GtkWidget *popover;

  g_assert_true (press_key (fixture, GDK_KEY_F2, 0));
  popover = find_widget (fixture, MATCHUM_TYPE_RENAME_POPOVER);
  g_assert_nonnull (popover);
  matchum_ui_test_wait (gtk_widget_get_mapped (popover));
  return popover;
}

/* Enter, in the entry. */
static void
activate_entry (gpointer entry)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
}

static void
test_rename (SidebarFixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *popover;

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  popover = open_rename (fixture);
  collect (popover, GTK_TYPE_ENTRY, entries);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (entries->pdata[0]), ==, "회사 1");
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[1]), ==, "ML Engineer 1");
  gtk_editable_set_text (entries->pdata[0], "  당근 ");
  activate_entry (entries->pdata[0]);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "당근");
  /* What was only read is not written down. */
  g_assert_null (matchum_workspace_posting_get_record (posting)->title);
  g_assert_true (says (find_row (fixture, posting), "당근"));
  matchum_ui_test_wait (find_widget (fixture, MATCHUM_TYPE_RENAME_POPOVER) == NULL);
  g_assert_true (get_focused (fixture) == posting);

  /* Empty stands for what is read. */
  popover = open_rename (fixture);
  g_ptr_array_set_size (entries, 0);
  collect (popover, GTK_TYPE_ENTRY, entries);
  gtk_editable_set_text (entries->pdata[0], "");
  activate_entry (entries->pdata[0]);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "회사 1");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "당근");
}

static void
test_rename_baseline (SidebarFixture *fixture, gconstpointer data)
{
  GtkWidget *popover, *entry;

  gtk_widget_grab_focus (GTK_WIDGET (get_baseline_row (fixture, 0)));
  popover = open_rename (fixture);
  entry = matchum_ui_test_find_widget (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  activate_entry (entry);
  g_assert_true (gtk_widget_get_mapped (popover)); /* it needs a name */
  gtk_editable_set_text (GTK_EDITABLE (entry), "국문 이력서");
  activate_entry (entry);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 0), "국문 이력서"));
}

/* The menu goes with its row, also when that shows another posting meanwhile. */
static void
test_menu (SidebarFixture *fixture, gconstpointer data)
{
  MatchumSidebarRow *row = find_row (fixture, get_posting (fixture, 0));
  GtkWidget *menu;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (press_key (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = find_widget (fixture, GTK_TYPE_POPOVER_MENU);
  /* The one of the main menu comes first. */
  menu = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      menu = child;
  g_assert_nonnull (menu);
  matchum_ui_test_wait (gtk_widget_get_mapped (menu));
  g_assert_nonnull (matchum_ui_test_find_label (menu, "Rename…"));
  g_assert_nonnull (matchum_ui_test_find_label (menu, "Hold Against"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  settle (fixture);
  matchum_ui_test_wait (get_focused (fixture) == get_posting (fixture, 0));

  act (row, "sidebar.menu");
  matchum_workspace_remove_posting (fixture->workspace, get_posting (fixture, 0));
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
  act (get_baseline_row (fixture, 0), "sidebar.menu");
  settle (fixture);
  matchum_workspace_remove_baseline (fixture->workspace, get_baseline (fixture, 0));
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
}

static gboolean
has_state (gpointer row, GtkStateFlags flag)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & flag) != 0;
}

/* A row is lit only while its menu is open, and selected only while its resume is what is open. */
static void
test_menu_leaves_nothing (SidebarFixture *fixture, gconstpointer data)
{
  MatchumBaselineRow *row = get_baseline_row (fixture, 0);

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  settle (fixture);
  gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_ACTIVE, FALSE); /* as a press does */
  act (row, "sidebar.menu");
  settle (fixture);
  g_assert_false (has_state (row, GTK_STATE_FLAG_ACTIVE));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "has-open-popup"));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (row))));
  act (row, "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_baseline_row (fixture, 0)), "has-open-popup"));
  g_assert_false (has_state (get_baseline_row (fixture, 0), GTK_STATE_FLAG_SELECTED));
  g_assert_true (has_state (get_baseline_row (fixture, 2), GTK_STATE_FLAG_SELECTED));
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  g_assert_false (has_state (get_baseline_row (fixture, 0), GTK_STATE_FLAG_SELECTED));
  g_assert_false (has_state (get_baseline_row (fixture, 2), GTK_STATE_FLAG_SELECTED));
}

#define add(path, func, n_postings)                                                                                    \
  g_test_add (path, SidebarFixture, GUINT_TO_POINTER (n_postings), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  add ("/ui/sidebar-rows/hold-against", test_hold_against, 3);
  add ("/ui/sidebar-rows/archive", test_archive, 30);
  add ("/ui/sidebar-rows/all-archived", test_all_archived, 2);
  add ("/ui/sidebar-rows/delete", test_delete, 30);
  add ("/ui/sidebar-rows/delete-found", test_delete_found, 40);
  add ("/ui/sidebar-rows/delete-baseline", test_delete_baseline, 3);
  add ("/ui/sidebar-rows/duplicate", test_duplicate, 3);
  add ("/ui/sidebar-rows/move", test_move, 30);
  add ("/ui/sidebar-rows/rename", test_rename, 5);
  add ("/ui/sidebar-rows/rename-baseline", test_rename_baseline, 1);
  add ("/ui/sidebar-rows/menu", test_menu, 5);
  add ("/ui/sidebar-rows/menu-leaves-nothing", test_menu_leaves_nothing, 5);
  return matchum_ui_test_run ();
}
