/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that are moved among their like, by keys and with the mouse: for a posting alone, or in the resume itself. And
 * what is done to the resume itself while what is shown of it stands in another order. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-editor-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-drag.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-words-view.h"

#define SERVICES "Built billing services in Python"
#define CLUSTER "추론 서버를 Kubernetes로 옮기고 동적 배칭을 켰다"
#define NEWSLETTER "Wrote a newsletter"

static char *
dup_id (EditorFixture *fixture, guint block)
{
  return g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block)->id);
}

static const char *
get_text (EditorFixture *fixture, guint block)
{
  return matchum_block_get_text (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block));
}

/* The text of the resume itself. */
static const char *
get_source (EditorFixture *fixture)
{
  return matchum_workspace_baseline_get_record (matchum_workspace_get_baseline (fixture->workspace))->markdown;
}

static void
press_on (EditorFixture *fixture, guint block, guint keyval)
{
  matchum_workspace_set_selected_block (fixture->workspace, block);
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), block);
  g_assert_true (press_key (editor_find_row (fixture, block), keyval, GDK_ALT_MASK));
}

/* The row of a block has the focus and is selected. */
static void
assert_at (EditorFixture *fixture, guint block, const char *id)
{
  g_autofree char *found = dup_id (fixture, block);

  g_assert_cmpstr (found, ==, id);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, block);
  wait_for_paint (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, block));
}

static void
test_keys (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *source = g_strdup (get_source (fixture));
  g_autofree char *newsletter = dup_id (fixture, BLOCK_NEWSLETTER);
  guint place, n_places;

  press_on (fixture, BLOCK_NEWSLETTER, GDK_KEY_Up);
  assert_at (fixture, BLOCK_CLUSTER, newsletter);
  g_assert_cmpstr (get_text (fixture, BLOCK_NEWSLETTER), ==, CLUSTER);
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_CLUSTER), GDK_KEY_Up, GDK_ALT_MASK));
  assert_at (fixture, BLOCK_SERVICES, newsletter);
  g_assert_true (matchum_workspace_find_block_place (fixture->workspace, newsletter, &place, &n_places));
  g_assert_cmpuint (place, ==, 0);
  g_assert_cmpuint (n_places, ==, 3);

  /* Not out of its job. */
  press_key (editor_find_row (fixture, BLOCK_SERVICES), GDK_KEY_Up, GDK_ALT_MASK);
  assert_at (fixture, BLOCK_SERVICES, newsletter);
  editor_flush (fixture);
  g_assert_cmpstr (get_source (fixture), ==, source);
  g_assert_true (matchum_workspace_has_own_order (fixture->workspace));
  /* The verdicts are those of the same items. */
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_KUBERNETES), ==, MATCHUM_STATUS_MET);
  g_assert_nonnull (find_label (editor_find_row (fixture, BLOCK_NEWSLETTER), "2"));

  /* Each is a step, undone and done again. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, NEWSLETTER);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_text (fixture, BLOCK_NEWSLETTER), ==, NEWSLETTER);
  g_assert_false (matchum_workspace_has_own_order (fixture->workspace));
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, NEWSLETTER);
}

/* Sections and jobs go with all that stands under them. */
static void
test_headings (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *skills = dup_id (fixture, BLOCK_SKILLS);
  g_autofree char *other = dup_id (fixture, BLOCK_OTHER);

  press_on (fixture, BLOCK_SKILLS, GDK_KEY_Up);
  assert_at (fixture, BLOCK_EXPERIENCE, skills);
  g_assert_cmpstr (get_text (fixture, BLOCK_EXPERIENCE + 1), ==, "Docker");
  press_on (fixture, BLOCK_OTHER + 2, GDK_KEY_Up);
  assert_at (fixture, BLOCK_ACME + 2, other);
  g_assert_cmpstr (get_text (fixture, BLOCK_ACME + 3), ==, "Trained models in Python");
  /* A name has no like. */
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_TITLE);
  press_key (editor_find_row (fixture, BLOCK_TITLE), GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (get_text (fixture, BLOCK_TITLE), ==, "Mina Kim");

  /* All of it goes back in one step. */
  g_assert_true (gtk_widget_activate_action (fixture->pane, "resume.reset-order", NULL));
  g_assert_cmpstr (fixture->told, ==, "The resume’s order again");
  g_assert_cmpstr (get_text (fixture, BLOCK_SKILLS), ==, "Skills");
  g_assert_cmpstr (get_text (fixture, BLOCK_SERVICES), ==, SERVICES);
  editor_flush (fixture);
  g_assert_false (matchum_workspace_has_own_order (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_text (fixture, BLOCK_EXPERIENCE), ==, "Skills");
}

/* Without a posting it is the resume that changes, and each block is itself. */
static void
test_resume (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspacePosting) posting = g_object_ref (matchum_workspace_get_current (fixture->workspace));
  g_autofree char *newsletter = dup_id (fixture, BLOCK_NEWSLETTER);
  g_autofree char *source = g_strdup (get_source (fixture));

  matchum_workspace_set_hidden (fixture->workspace, BLOCK_NEWSLETTER, TRUE);
  editor_flush (fixture);
  matchum_workspace_set_current (fixture->workspace, NULL);
  press_on (fixture, BLOCK_NEWSLETTER, GDK_KEY_Up);
  matchum_ui_test_wait (g_str_equal (get_text (fixture, BLOCK_CLUSTER), NEWSLETTER));
  assert_at (fixture, BLOCK_CLUSTER, newsletter);
  g_assert_nonnull (strstr (get_source (fixture), "- " NEWSLETTER "\n- " CLUSTER "\n"));
  g_assert_false (matchum_workspace_has_own_order (fixture->workspace));
  matchum_workspace_set_current (fixture->workspace, posting);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, BLOCK_NEWSLETTER));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_source (fixture), ==, source);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_NEWSLETTER));
}

/* An order of its own holds while the resume goes on: what is added there comes after what it comes after. */
static void
test_added (EditorFixture *fixture, gconstpointer data)
{
  press_on (fixture, BLOCK_SERVICES, GDK_KEY_Down);
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, SERVICES);
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_CLUSTER), GDK_KEY_Insert, 0));
  editor_flush (fixture);
  editor_type (fixture, "Fresh");
  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  editor_flush (fixture);
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, SERVICES);
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER + 1), ==, "Fresh");
  g_assert_nonnull (strstr (get_source (fixture), "- " SERVICES "\n- Fresh\n- " CLUSTER "\n"));
}

/* What is edited and deleted is the block that is seen, wherever the resume itself has it. */
static void
test_edited (EditorFixture *fixture, gconstpointer data)
{
  press_on (fixture, BLOCK_SERVICES, GDK_KEY_Down);
  editor_start (fixture, BLOCK_CLUSTER);
  assert_typed (fixture, SERVICES);
  editor_type (fixture, "!");
  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  editor_flush (fixture);
  g_assert_nonnull (strstr (get_source (fixture), "- " SERVICES "!\n- " CLUSTER "\n"));
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, SERVICES "!");

  gtk_widget_activate_action (editor_find_row (fixture, BLOCK_SERVICES), "block.delete", NULL);
  editor_flush (fixture);
  g_assert_null (strstr (get_source (fixture), CLUSTER));
  g_assert_nonnull (strstr (get_source (fixture), "- " SERVICES "!\n- " NEWSLETTER "\n"));
  g_assert_cmpstr (fixture->told, ==, "Item deleted from the resume");

  /* A heading with what stands under it in the resume. */
  press_on (fixture, BLOCK_OTHER - 1, GDK_KEY_Up);
  gtk_widget_activate_action (editor_find_row (fixture, BLOCK_ACME), "block.delete", NULL);
  editor_flush (fixture);
  g_assert_cmpstr (fixture->told, ==, "Deleted from the resume with 1 item under it");
  g_assert_null (strstr (get_source (fixture), "Intern"));
  g_assert_nonnull (strstr (get_source (fixture), "Engineer"));
}

/* Words that are being typed are kept, and go along. */
static void
test_while_typing (EditorFixture *fixture, gconstpointer data)
{
  matchum_workspace_set_current (fixture->workspace, NULL);
  editor_start (fixture, BLOCK_SERVICES);
  editor_type (fixture, "!");
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_SERVICES), GDK_KEY_Down, GDK_ALT_MASK));
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  g_assert_cmpstr (get_text (fixture, BLOCK_CLUSTER), ==, SERVICES "!");
  g_assert_cmpstr (get_text (fixture, BLOCK_SERVICES), ==, CLUSTER);
  wait_for_paint (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_CLUSTER));
}

static void
test_restart (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspace) again = NULL;

  press_on (fixture, BLOCK_SKILLS, GDK_KEY_Up);
  matchum_workspace_save_state (fixture->workspace);
  editor_flush (fixture);
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace),
                                 matchum_workspace_get_lexicon (fixture->workspace), (MatchumDay){ 2025, 6, 1 });
  g_assert_cmpstr (matchum_block_get_text (
                       matchum_resume_get_block (matchum_workspace_get_resume (again), BLOCK_EXPERIENCE)),
                   ==, "Skills");
  g_assert_cmpuint (matchum_workspace_get_selected_block (again), ==, BLOCK_EXPERIENCE);
}

/* The mouse */

static GtkListView *
get_list (EditorFixture *fixture)
{
  return GTK_LIST_VIEW (find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0));
}

/* A point of a row, in the coordinates of the list; y: from 0, its upper edge, to 1. */
static graphene_point_t
get_point (EditorFixture *fixture, guint block, double y)
{
  GtkWidget *row = editor_find_row (fixture, block);
  graphene_point_t point = GRAPHENE_POINT_INIT (40, (float) y * (float) (gtk_widget_get_height (row) - 1));

  g_assert_true (gtk_widget_compute_point (row, GTK_WIDGET (get_list (fixture)), &point, &point));
  return point;
}

/* How many places down block goes where it is dropped there; 0 where it cannot be. line: the block that is drawn at. */
static gint
find_drop (EditorFixture *fixture, guint block, guint over, double y, guint line, gboolean is_below)
{
  g_autofree char *id = dup_id (fixture, block);
  graphene_point_t point = get_point (fixture, over, y);
  GtkWidget *row = NULL;
  gboolean below = FALSE;
  gint delta = 0;

  if (!matchum_block_drag_find_place (get_list (fixture), id, (double) point.x, (double) point.y, &delta, &row, &below))
    return 0;
  g_assert_cmpint (below, ==, is_below);
  g_assert_true (row == editor_find_row (fixture, line));
  return delta;
}

static void
test_drop_places (EditorFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_NEWSLETTER, 0.9, BLOCK_NEWSLETTER, TRUE), ==, 2);
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_NEWSLETTER, 0.1, BLOCK_NEWSLETTER, FALSE), ==, 1);
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_CLUSTER, 0.9, BLOCK_CLUSTER, TRUE), ==, 1);
  /* Where it is. */
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_CLUSTER, 0.1, BLOCK_CLUSTER, FALSE), ==, 0);
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_SERVICES, 0.9, BLOCK_SERVICES, TRUE), ==, 0);
  g_assert_cmpint (find_drop (fixture, BLOCK_NEWSLETTER, BLOCK_SERVICES, 0.1, BLOCK_SERVICES, FALSE), ==, -2);
  g_assert_cmpint (find_drop (fixture, BLOCK_NEWSLETTER, BLOCK_SERVICES, 0.9, BLOCK_SERVICES, TRUE), ==, -1);
  /* Among its like only. */
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_MODELS, 0.5, BLOCK_MODELS, FALSE), ==, 0);
  g_assert_cmpint (find_drop (fixture, BLOCK_SERVICES, BLOCK_TITLE, 0.5, BLOCK_TITLE, FALSE), ==, 0);
  /* A section comes before the heading of another, or after all that stands under it. */
  g_assert_cmpint (find_drop (fixture, BLOCK_SKILLS, BLOCK_EXPERIENCE, 0.9, BLOCK_EXPERIENCE, FALSE), ==, -1);
  g_assert_cmpint (find_drop (fixture, BLOCK_EXPERIENCE, BLOCK_TOOLS, 0.1, BLOCK_TOOLS, TRUE), ==, 1);
  g_assert_cmpint (find_drop (fixture, BLOCK_ACME, BLOCK_MODELS, 0.1, BLOCK_MODELS, TRUE), ==, 1);
}

static void
drop (EditorFixture *fixture, guint block, guint over, double y)
{
  g_autofree char *id = dup_id (fixture, block);
  graphene_point_t point = get_point (fixture, over, y);
  gint delta;
  GtkWidget *row;
  gboolean is_below;

  g_assert_true (matchum_block_drag_find_place (get_list (fixture), id, (double) point.x, (double) point.y, &delta,
                                                &row, &is_below));
  g_assert_true (matchum_block_drag_drop (get_list (fixture), id, (double) point.x, (double) point.y));
}

static void
test_drop (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *services = dup_id (fixture, BLOCK_SERVICES);

  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_SERVICES);
  drop (fixture, BLOCK_SERVICES, BLOCK_NEWSLETTER, 0.9);
  assert_at (fixture, BLOCK_NEWSLETTER, services);
  g_assert_cmpstr (get_text (fixture, BLOCK_SERVICES), ==, CLUSTER);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_text (fixture, BLOCK_SERVICES), ==, SERVICES);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/order/" path, EditorFixture, NULL, editor_set_up, function, editor_tear_down)
  ADD ("keys", test_keys);
  ADD ("headings", test_headings);
  ADD ("resume", test_resume);
  ADD ("added", test_added);
  ADD ("edited", test_edited);
  ADD ("while-typing", test_while_typing);
  ADD ("restart", test_restart);
  ADD ("drop-places", test_drop_places);
  ADD ("drop", test_drop);
#undef ADD

  return g_test_run ();
}
