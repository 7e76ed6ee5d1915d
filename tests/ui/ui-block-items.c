/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that come and go in the pane of the resume, their menus, and what cannot be edited. */
#include "config.h"

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-editor-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-words-view.h"

static void
test_emptied (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!"));
  editor_erase (fixture);
  editor_type (fixture, "  ");
  for (gint64 until = g_get_monotonic_time () + 600 * 1000; g_get_monotonic_time () < until;)
    g_main_context_iteration (NULL, FALSE);
  editor_flush (fixture);
  /* Not at a pause. */
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpstr (fixture->told, ==, "Item deleted from the resume");
  wait_for_paint (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_NEWSLETTER));

  /* One step takes it all back. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");

  /* A heading goes with what stands under it, and says so. */
  editor_start (fixture, BLOCK_OTHER);
  editor_erase (fixture);
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 2);
  g_assert_cmpstr (fixture->told, ==, "Deleted from the resume with 1 item under it");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));

  /* The name stays. */
  editor_start (fixture, BLOCK_TITLE);
  editor_erase (fixture);
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_TITLE, "Mina Kim");
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

static void
test_new_item (EditorFixture *fixture, gconstpointer data)
{
  GtkTextIter first, last;

  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  g_assert_true (editor_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!");
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS + 1);
  assert_typed (fixture, "New item");
  g_assert_true (gtk_widget_is_ancestor (editor_find_view (fixture), editor_find_row (fixture, BLOCK_NEWSLETTER + 1)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_view (fixture));
  g_assert_true (gtk_text_buffer_get_selection_bounds (editor_get_buffer (fixture), &first, &last));
  g_assert_true (gtk_text_iter_is_start (&first) && gtk_text_iter_is_end (&last));

  /* Not another one before this one has words. */
  g_assert_true (editor_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS + 1);
  assert_typed (fixture, "New item");

  editor_type (fixture, "Ran Airflow");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER + 1, "Ran Airflow"));
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER + 1, "Ran Airflow");
  /* That it was added and what was typed into it are one step, and the item before it another. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
}

static void
test_new_item_given_up (EditorFixture *fixture, gconstpointer data)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_SERVICES);
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_SERVICES), GDK_KEY_Insert, 0));
  editor_flush (fixture);
  editor_type (fixture, "Something");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_SERVICES + 1, "Something"));
  editor_press (fixture, GDK_KEY_Escape, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_SERVICES));

  /* Nobody wants “New item” in a resume. */
  press_key (editor_find_row (fixture, BLOCK_ACME), GDK_KEY_Insert, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS + 1);
  g_assert_true (gtk_widget_is_ancestor (editor_find_view (fixture), editor_find_row (fixture, BLOCK_NEWSLETTER + 1)));
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);

  /* Nor where it was turned away from. */
  press_key (editor_find_row (fixture, BLOCK_CONTACT), GDK_KEY_Insert, 0);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS + 1);
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_SKILLS);
  matchum_ui_test_wait (editor_find_view (fixture) == NULL);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
}

static void
test_delete (EditorFixture *fixture, gconstpointer data)
{
  /* For a posting, things are hidden, and the key is for nobody. */
  g_assert_false (press_key (editor_find_row (fixture, BLOCK_CLUSTER), GDK_KEY_Delete, 0));
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);

  gtk_widget_activate_action (editor_find_row (fixture, BLOCK_CLUSTER), "block.delete", NULL);
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 1);
  assert_words (fixture, BLOCK_CLUSTER, "Wrote a newsletter");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);

  matchum_workspace_set_current (fixture->workspace, NULL);
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_TOOLS);
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_TOOLS), GDK_KEY_Delete, 0));
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_SKILLS));
  g_assert_cmpuint (fixture->n_told, ==, 2);
  /* The name cannot go. */
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_TITLE), GDK_KEY_Delete, 0));
  editor_flush (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

static void
test_read_only (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "library.db", NULL);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  MatchumWorkspace *workspace;
  EditorFixture fixture = { NULL };

  g_assert_no_error (error);
  workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  matchum_ui_test_open_resume (workspace, "# A\n\n## B\n\n- C\n");
  g_object_unref (workspace);
  matchum_library_close (library);
  g_object_unref (library);

  library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  editor_set_up_for (&fixture, matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 }));
  editor_start (&fixture, 2);
  g_assert_null (editor_find_view (&fixture));
  editor_double_click (&fixture, 2, 5, 5);
  g_assert_null (editor_find_view (&fixture));
  matchum_workspace_set_selected_block (fixture.workspace, 2);
  g_assert_null (find_button (fixture.pane, "Edit"));
  press_key (editor_find_row (&fixture, 2), GDK_KEY_Insert, 0);
  press_key (editor_find_row (&fixture, 2), GDK_KEY_Delete, 0);
  matchum_ui_test_flush (fixture.workspace);
  assert_words (&fixture, 2, "C");
  g_assert_cmpuint (editor_count_blocks (&fixture), ==, 3);
  g_assert_cmpuint (fixture.n_told, ==, 0);
  editor_tear_down (&fixture, NULL);
  matchum_library_close (library);
  g_object_unref (library);
  matchum_ui_test_remove_folder (folder);
}

/* A window without words for it: remarks stay as they are. */
static void
test_impossible (void)
{
  EditorFixture fixture = { NULL };

  editor_set_up_for (&fixture, create_workspace_for ("# A\n\n## B\n\n- C\n\n<!-- aside -->\n\n- D\n",
                                                     "## Requirements\n\n- Python\n"));
  for (guint i = 0; i < editor_count_blocks (&fixture); i++)
    if (matchum_resume_get_block (matchum_workspace_get_resume (fixture.workspace), i)->kind == MATCHUM_BLOCK_REMARK)
      {
        editor_start (&fixture, i);
        g_assert_null (editor_find_view (&fixture));
        editor_double_click (&fixture, i, 5, 5);
        g_assert_null (editor_find_view (&fixture));
        editor_tear_down (&fixture, NULL);
        return;
      }
  g_assert_not_reached ();
}

static GtkWidget *
find_menu (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

/* The labels of a menu and what they do, in its order. */
static char *
describe_menu (GtkWidget *menu)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL, *action = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_ACTION, "s", &action);
          g_string_append_printf (text, "%s %s\n", label, action);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_menu (EditorFixture *fixture, guint block, const char *expected)
{
  GtkWidget *row = editor_find_row (fixture, block);
  g_autofree char *said = NULL;

  g_assert_true (press_key (row, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_nonnull (find_menu (row));
  said = describe_menu (find_menu (row));
  g_assert_cmpstr (said, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (find_menu (row)));
  matchum_ui_test_wait (find_menu (row) == NULL);
}

/* What can be said of every block that can be hidden. */
#define TAGGING                                                                                                        \
  "Al_ways for… tagging.always\nNe_ver for… tagging.never\nPriorit_y in Page Fits (null)\n"                        \
  "Where _It Was Used… win.usage-of\n"

static void
test_menu (EditorFixture *fixture, gconstpointer data)
{
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Reword for This Posting block.reword\n_Add Item Below block.add-below\nEdit as "
               "_Text Here… block.edit-source\n"
               "_Hide block.toggle-hidden\n_Pin block.toggle-pinned\nMove _Up block.move-up\n" TAGGING
               "_Delete from Resume block.delete\n");
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_NEWSLETTER, TRUE);
  matchum_workspace_set_pinned (fixture->workspace, BLOCK_CLUSTER, TRUE);
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Reword for This Posting block.reword\n_Add Item Below block.add-below\nEdit as "
               "_Text Here… block.edit-source\n"
               "_Show block.toggle-hidden\n_Pin block.toggle-pinned\nMove _Up block.move-up\n" TAGGING
               "_Delete from Resume block.delete\n");
  assert_menu (fixture, BLOCK_CLUSTER,
               "_Edit block.edit\n_Reword for This Posting block.reword\n_Add Item Below block.add-below\nEdit as "
               "_Text Here… block.edit-source\n"
               "_Hide block.toggle-hidden\nUn_pin block.toggle-pinned\n"
               "Does _Not Show Requirement 2 block.not-this\nMove _Up block.move-up\nMove D_own "
               "block.move-down\n" TAGGING "_Delete from Resume block.delete\n");
  /* A name is neither hidden nor deleted. */
  assert_menu (fixture, BLOCK_TITLE,
               "_Edit block.edit\n_Reword for This Posting block.reword\nTitle Line _for This Posting… "
               "block.title-line\n_Add Item Below block.add-below\nEdit as "
               "_Text Here… block.edit-source\n");
  matchum_workspace_set_current (fixture->workspace, NULL);
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n"
               "Move _Up block.move-up\n" TAGGING "_Delete from Resume block.delete\n");
}

/* What is chosen in a menu is done when the menu is gone, and keeps the focus that it takes. */
static void
test_menu_item (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_NEWSLETTER), *item = NULL;

  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_NEWSLETTER);
  g_assert_true (press_key (row, GDK_KEY_Menu, 0));
  matchum_ui_test_wait (gtk_widget_get_mapped (find_menu (row)));
  item = gtk_widget_get_ancestor (find_label (find_menu (row), "Edit"), g_type_from_name ("GtkModelButton"));
  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
  matchum_ui_test_wait (find_menu (row) == NULL);
  matchum_ui_test_settle (fixture->window);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_view (fixture));

  /* A row that goes takes its menu along. */
  editor_press (fixture, GDK_KEY_Return, 0);
  press_key (row, GDK_KEY_Menu, 0);
  matchum_workspace_remove_block (
      fixture->workspace,
      matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  editor_flush (fixture);
  g_assert_null (find_menu (editor_find_row (fixture, BLOCK_OTHER - 1)));
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add ("/block-items/emptied", EditorFixture, NULL, editor_set_up, test_emptied, editor_tear_down);
  g_test_add ("/block-items/new-item", EditorFixture, NULL, editor_set_up, test_new_item, editor_tear_down);
  g_test_add ("/block-items/new-item-given-up", EditorFixture, NULL, editor_set_up, test_new_item_given_up,
              editor_tear_down);
  g_test_add ("/block-items/delete", EditorFixture, NULL, editor_set_up, test_delete, editor_tear_down);
  g_test_add ("/block-items/menu", EditorFixture, NULL, editor_set_up, test_menu, editor_tear_down);
  g_test_add ("/block-items/menu-item", EditorFixture, NULL, editor_set_up, test_menu_item, editor_tear_down);
  g_test_add_func ("/block-items/impossible", test_impossible);
  g_test_add_func ("/block-items/read-only", test_read_only);
  return g_test_run ();
}
