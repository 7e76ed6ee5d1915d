/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words edited in the pane of the resume, as a person does it: keys, pauses, leaving; and what the library has of it.
 */
#include "config.h"

#include <string.h>
#include <time.h>

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-words-view.h"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
  char *told; /* last */
  guint n_told;
} Fixture;

static void
told_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
  fixture->n_told++;
}

static void
set_up_for (Fixture *fixture, MatchumWorkspace *workspace)
{
  fixture->workspace = workspace;
  fixture->pane = g_object_ref_sink (matchum_resume_pane_new (fixture->workspace));
  g_signal_connect_swapped (fixture->pane, "told", G_CALLBACK (told_cb), fixture);
  fixture->window = present (fixture->pane, 600, 700);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_for (fixture, create_workspace ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture->window);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->workspace);
  g_clear_pointer (&fixture->told, g_free);
}

static GtkWidget *
find_row (Fixture *fixture, guint block)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_descendant (fixture->pane, MATCHUM_TYPE_BLOCK_ROW, i)) != NULL; i++)
    {
      MatchumBlockObject *object = matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row));

      if (object != NULL && matchum_block_object_get_index (object) == block)
        return row;
    }
  return NULL;
}

/* The view that is open, or NULL. */
static GtkWidget *
find_view (Fixture *fixture)
{
  return find_descendant (fixture->pane, MATCHUM_TYPE_WORDS_VIEW, 0);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_view (fixture)));
}

static void
start (Fixture *fixture, guint block)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), block);
  g_assert_true (press_key (find_row (fixture, block), GDK_KEY_F2, 0));
}

/* As the text view does with what is typed. */
static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (fixture);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
erase (Fixture *fixture)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_bounds (get_buffer (fixture), &first, &last);
  gtk_text_buffer_begin_user_action (get_buffer (fixture));
  gtk_text_buffer_delete (get_buffer (fixture), &first, &last);
  gtk_text_buffer_end_user_action (get_buffer (fixture));
}

/* A key in the editor; FALSE where it is left to the text view. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find_view (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
      return is_handled;
    }
  g_assert_not_reached ();
}

static char *
dup_words (Fixture *fixture, guint block)
{
  return matchum_block_edit_dup_markdown (matchum_workspace_get_resume (fixture->workspace), block);
}

#define assert_words(fixture, block, expected)                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *words_ = dup_words (fixture, block);                                                              \
                                                                                                                       \
    g_assert_cmpstr (words_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

#define assert_typed(fixture, expected)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *typed_ = matchum_words_view_dup_text (MATCHUM_WORDS_VIEW (find_view (fixture)));                  \
                                                                                                                       \
    g_assert_cmpstr (typed_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

static gboolean
has_words (Fixture *fixture, guint block, const char *expected)
{
  g_autofree char *words = dup_words (fixture, block);

  return g_strcmp0 (words, expected) == 0;
}

static guint
count_blocks (Fixture *fixture)
{
  return matchum_resume_get_n_blocks (matchum_workspace_get_resume (fixture->workspace));
}

static void
flush (Fixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, BLOCK_NEWSLETTER), *label;
  graphene_rect_t words, view;
  GtkRoot *root = GTK_ROOT (fixture->window);

  label = find_descendant (row, MATCHUM_TYPE_MARKED_LABEL, 0);
  g_assert_true (gtk_widget_compute_bounds (label, fixture->pane, &words));
  start (fixture, BLOCK_NEWSLETTER);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (gtk_widget_is_ancestor (find_view (fixture), row));
  g_assert_true (gtk_root_get_focus (root) == find_view (fixture));
  g_assert_false (gtk_widget_get_visible (label));

  /* The words stay where they were, to the pixel. */
  wait_for_paint (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (find_view (fixture), fixture->pane, &view));
  g_assert_cmpfloat (view.origin.x, ==, words.origin.x);
  g_assert_cmpfloat (view.origin.y, ==, words.origin.y);
  g_assert_cmpfloat_with_epsilon (view.size.height, words.size.height, 1.01f);

  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_null (find_view (fixture));
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_true (gtk_root_get_focus (root) == row);
  /* Nothing was typed, so nothing is to be undone. */
  flush (fixture);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Add Posting");

  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_NEWSLETTER);
  g_signal_emit_by_name (find_button (row, "Edit"), "clicked");
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_null (find_button (row, "Edit"));
  /* The words of one block at most are edited. */
  g_signal_emit_by_name (find_descendant (row, MATCHUM_TYPE_BLOCK_EDITOR, 0), "ended", MATCHUM_BLOCK_EDITOR_KEPT);
  start (fixture, BLOCK_CLUSTER);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_BLOCK_EDITOR), ==, 1);
}

/* A press on the words of a row, at a point in their coordinates. */
static void
press_text (Fixture *fixture, guint block, int n_press, double x, double y)
{
  GtkWidget *label = find_descendant (find_row (fixture, block), MATCHUM_TYPE_MARKED_LABEL, 0);
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (label, list, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "pressed", n_press, (double) point.x, (double) point.y);
    }
}

static void
double_click (Fixture *fixture, guint block, double x, double y)
{
  press_text (fixture, block, 1, x, y);
  press_text (fixture, block, 2, x, y);
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = find_descendant (find_row (fixture, BLOCK_NEWSLETTER), MATCHUM_TYPE_MARKED_LABEL, 0);
  int at = -1, right = gtk_widget_get_width (label) - 1;

  press_text (fixture, BLOCK_NEWSLETTER, 1, 1, 5);
  g_assert_null (find_view (fixture));
  press_text (fixture, BLOCK_NEWSLETTER, 2, 1, 5);
  assert_typed (fixture, "Wrote a newsletter");
  g_object_get (get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, 0);
  press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);

  double_click (fixture, BLOCK_NEWSLETTER, right, 5);
  g_object_get (get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("Wrote a newsletter"));
  press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);

  /* The words that were pressed first are meant, whatever has come under the pointer since; and not the check. */
  press_text (fixture, BLOCK_NEWSLETTER, 1, 1, 5);
  press_text (fixture, BLOCK_CLUSTER, 2, 1, 5);
  g_assert_true (gtk_widget_is_ancestor (find_view (fixture), find_row (fixture, BLOCK_NEWSLETTER)));
  press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);
  double_click (fixture, BLOCK_NEWSLETTER, -8, 5);
  g_assert_null (find_view (fixture));
}

/* What is written only, the cursor passes over. */
static void
test_double_click_in_markdown (void)
{
  Fixture fixture = { NULL };
  int at = -1;

  set_up_for (&fixture, create_workspace_for ("# A\n\n## B\n\n- **Rust** and more\n", "## Requirements\n\n- Python\n"));
  double_click (&fixture, 2, 300, 5);
  g_object_get (get_buffer (&fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("**Rust** and more"));
  press (&fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture.window);
  double_click (&fixture, 2, 1, 5);
  g_object_get (get_buffer (&fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, 0);
  tear_down (&fixture, NULL);
}

/* Pauses write, and all of a sitting is one step. */
static void
test_pauses (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  MatchumResume *before = matchum_workspace_get_resume (fixture->workspace);
  int at = -1;

  start (fixture, BLOCK_NEWSLETTER);
  view = find_view (fixture);
  type (fixture, " about");
  g_assert_true (matchum_workspace_get_resume (fixture->workspace) == before);
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about"));
  g_assert_true (find_view (fixture) == view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  type (fixture, " **Airflow**");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about **Airflow**"));
  type (fixture, " and k8s");
  assert_typed (fixture, "Wrote a newsletter about **Airflow** and k8s");
  g_object_get (get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("Wrote a newsletter about **Airflow** and k8s"));

  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about **Airflow** and k8s");
  g_assert_cmpstr (matchum_marked_label_get_text (MATCHUM_MARKED_LABEL (
                       find_descendant (find_row (fixture, BLOCK_NEWSLETTER), MATCHUM_TYPE_MARKED_LABEL, 0))),
                   ==, "Wrote a newsletter about Airflow and k8s");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* Verdicts, badges and notes follow while the words are typed. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, BLOCK_NEWSLETTER), *view;

  start (fixture, BLOCK_NEWSLETTER);
  view = find_view (fixture);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MISSING);
  type (fixture, " on Airflow");
  matchum_ui_test_wait (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW) == MATCHUM_STATUS_MET);
  g_assert_nonnull (find_label (row, "c"));
  g_assert_true (find_view (fixture) == view);
  g_assert_true (gtk_widget_is_ancestor (view, row));
  erase (fixture);
  type (fixture, "Wrote");
  matchum_ui_test_wait (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW) == MATCHUM_STATUS_MISSING);
  g_assert_null (find_label (row, "c"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, " that nobody read");
  press (fixture, GDK_KEY_Escape, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Add Posting");

  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, " that nobody read");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter that nobody read"));
  press (fixture, GDK_KEY_Escape, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_row (fixture, BLOCK_NEWSLETTER));
}

static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, " for years");
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_CLUSTER);
  matchum_ui_test_wait (find_view (fixture) == NULL);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter for years");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_row (fixture, BLOCK_CLUSTER));

  /* Another row is edited. */
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, "!");
  start (fixture, BLOCK_CLUSTER);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter for years!");
  g_assert_true (gtk_widget_is_ancestor (find_view (fixture), find_row (fixture, BLOCK_CLUSTER)));

  /* The pane is hidden. */
  type (fixture, " 그리고");
  gtk_widget_set_visible (fixture->pane, FALSE);
  flush (fixture);
  gtk_widget_set_visible (fixture->pane, TRUE);
  assert_words (fixture, BLOCK_CLUSTER, "추론 서버를 Kubernetes로 옮기고 동적 배칭을 켰다 그리고");
  matchum_ui_test_wait (find_view (fixture) == NULL);
  /* A window looks for another place for the focus when it paints, and holds what it was in until then. */
  wait_for_paint (fixture->window);
}

/* The words go into the resume that they are of, though another one is open by then; ids are those of another item
 * there. */
static void
test_other_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspaceBaseline) first = g_object_ref (matchum_workspace_get_baseline (fixture->workspace));
  g_autofree char *words = NULL;

  matchum_workspace_add_baseline (fixture->workspace, "Other", "# Other\n\n## Work\n\n- One\n- Two\n- Three\n- Four\n");
  flush (fixture);
  matchum_workspace_show_baseline (fixture->workspace, first);
  start (fixture, BLOCK_ACME);
  type (fixture, ", Seoul");
  matchum_workspace_show_baseline (fixture->workspace,
                                   g_list_model_get_item (matchum_workspace_get_baselines (fixture->workspace), 1));
  g_object_unref (matchum_workspace_get_baseline (fixture->workspace));
  flush (fixture);
  g_assert_null (find_view (fixture));
  assert_words (fixture, 3, "Two");
  words = matchum_block_edit_dup_markdown (matchum_workspace_baseline_get_resume (first), BLOCK_ACME);
  g_assert_cmpstr (words, ==, "Acme | Engineer | 2020.01 - 2024.12, Seoul");
}

static void
test_break (Fixture *fixture, gconstpointer data)
{
  start (fixture, BLOCK_NEWSLETTER);
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  type (fixture, "every week");
  assert_typed (fixture, "Wrote a newsletter\nevery week");
  press (fixture, GDK_KEY_KP_Enter, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter\nevery week");

  /* A heading has one line. */
  start (fixture, BLOCK_ACME);
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  assert_typed (fixture, "Acme | Engineer | 2020.01 - 2024.12");
  g_assert_false (press (fixture, GDK_KEY_a, 0));
}

/* What is asked for stays as it was typed, though the library escapes it or joins it; only another's words replace it.
 */
static void
test_foreign_words (Fixture *fixture, gconstpointer data)
{
  const char *id = matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id;
  g_autofree char *block = g_strdup (id);

  start (fixture, BLOCK_NEWSLETTER);
  erase (fixture);
  type (fixture, "- signs at the start ");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "\\- signs at the start"));
  assert_typed (fixture, "- signs at the start ");
  /* News of something else. */
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_TOOLS, TRUE);
  flush (fixture);
  assert_typed (fixture, "- signs at the start ");
  matchum_workspace_set_words (
      fixture->workspace, matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_ACME)->id,
      "Acme", NULL);
  flush (fixture);
  assert_typed (fixture, "- signs at the start ");

  matchum_workspace_set_words (fixture->workspace, block, "From elsewhere", NULL);
  flush (fixture);
  assert_typed (fixture, "From elsewhere");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_view (fixture));
  type (fixture, ", too");
  press (fixture, GDK_KEY_Escape, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "From elsewhere");
}

static void
test_undo_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  start (fixture, BLOCK_NEWSLETTER);
  view = find_view (fixture);
  type (fixture, " twice");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter twice"));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (find_view (fixture) == view);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_typed (fixture, "Wrote a newsletter twice");
  /* In the words, undo goes back as far as they go. */
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK) || gtk_text_buffer_get_can_undo (get_buffer (fixture)));
}

/* Blocks come and go around the one that is edited. */
static void
test_structure (Fixture *fixture, gconstpointer data)
{
  MatchumResume *resume = matchum_workspace_get_resume (fixture->workspace);
  g_autofree char *above = g_strdup (matchum_resume_get_block (resume, BLOCK_SERVICES)->id);
  g_autofree char *other = g_strdup (matchum_resume_get_block (resume, BLOCK_OTHER)->id);
  GtkWidget *view;

  start (fixture, BLOCK_NEWSLETTER);
  view = find_view (fixture);
  type (fixture, " once");
  matchum_workspace_insert_block (fixture->workspace, above, MATCHUM_BLOCK_ITEM, "Above");
  flush (fixture);
  g_assert_true (find_view (fixture) == view);
  g_assert_true (gtk_widget_is_ancestor (view, find_row (fixture, BLOCK_NEWSLETTER + 1)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  matchum_workspace_remove_block (fixture->workspace, other);
  matchum_workspace_remove_block (fixture->workspace, above);
  flush (fixture);
  g_assert_true (find_view (fixture) == view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  assert_typed (fixture, "Wrote a newsletter once");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter once"));
  wait_for_paint (fixture->window);
  g_assert_true (find_view (fixture) == view);
}

/* The block itself goes. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id =
      g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  guint n_failed = 0;

  count_signal (fixture->workspace, "failed", &n_failed);
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, " once");
  matchum_workspace_remove_block (fixture->workspace, id);
  flush (fixture);
  g_assert_null (find_view (fixture));
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpuint (n_failed, ==, 0);
}

/* All words are others, and the item is still the one that was hidden. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, BLOCK_CLUSTER);

  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, TRUE);
  flush (fixture);
  start (fixture, BLOCK_CLUSTER);
  erase (fixture);
  type (fixture, "전혀 다른 말");
  matchum_ui_test_wait (has_words (fixture, BLOCK_CLUSTER, "전혀 다른 말"));
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_false (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), BLOCK_CLUSTER));
  g_assert_true (find_row (fixture, BLOCK_CLUSTER) == row);
  g_assert_true (gtk_widget_has_css_class (row, "off"));
}

static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, "!");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!"));
  erase (fixture);
  type (fixture, "  ");
  for (gint64 until = g_get_monotonic_time () + 600 * 1000; g_get_monotonic_time () < until;)
    g_main_context_iteration (NULL, FALSE);
  flush (fixture);
  /* Not at a pause. */
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpstr (fixture->told, ==, "Item deleted from the resume");
  wait_for_paint (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_row (fixture, BLOCK_NEWSLETTER));

  /* One step takes it all back. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");

  /* A heading goes with what stands under it, and says so. */
  start (fixture, BLOCK_OTHER);
  erase (fixture);
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 2);
  g_assert_cmpstr (fixture->told, ==, "Deleted from the resume with 1 item under it");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));

  /* The name stays. */
  start (fixture, BLOCK_TITLE);
  erase (fixture);
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_TITLE, "Mina Kim");
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

static void
test_new_item (Fixture *fixture, gconstpointer data)
{
  GtkTextIter first, last;

  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, "!");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!");
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS + 1);
  assert_typed (fixture, "New item");
  g_assert_true (gtk_widget_is_ancestor (find_view (fixture), find_row (fixture, BLOCK_NEWSLETTER + 1)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_view (fixture));
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &first, &last));
  g_assert_true (gtk_text_iter_is_start (&first) && gtk_text_iter_is_end (&last));

  /* Not another one before this one has words. */
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS + 1);
  assert_typed (fixture, "New item");

  type (fixture, "Ran Airflow");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER + 1, "Ran Airflow"));
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER + 1, "Ran Airflow");
  /* That it was added and what was typed into it are one step, and the item before it another. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter!");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
}

static void
test_new_item_given_up (Fixture *fixture, gconstpointer data)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_SERVICES);
  g_assert_true (press_key (find_row (fixture, BLOCK_SERVICES), GDK_KEY_Insert, 0));
  flush (fixture);
  type (fixture, "Something");
  matchum_ui_test_wait (has_words (fixture, BLOCK_SERVICES + 1, "Something"));
  press (fixture, GDK_KEY_Escape, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_row (fixture, BLOCK_SERVICES));

  /* Nobody wants “New item” in a resume. */
  press_key (find_row (fixture, BLOCK_ACME), GDK_KEY_Insert, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS + 1);
  g_assert_true (gtk_widget_is_ancestor (find_view (fixture), find_row (fixture, BLOCK_NEWSLETTER + 1)));
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);

  /* Nor where it was turned away from. */
  press_key (find_row (fixture, BLOCK_CONTACT), GDK_KEY_Insert, 0);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS + 1);
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_SKILLS);
  matchum_ui_test_wait (find_view (fixture) == NULL);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  /* For a posting, things are hidden, and the key is for nobody. */
  g_assert_false (press_key (find_row (fixture, BLOCK_CLUSTER), GDK_KEY_Delete, 0));
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);

  gtk_widget_activate_action (find_row (fixture, BLOCK_CLUSTER), "block.delete", NULL);
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 1);
  assert_words (fixture, BLOCK_CLUSTER, "Wrote a newsletter");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS);

  matchum_workspace_set_current (fixture->workspace, NULL);
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_TOOLS);
  g_assert_true (press_key (find_row (fixture, BLOCK_TOOLS), GDK_KEY_Delete, 0));
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_row (fixture, BLOCK_SKILLS));
  g_assert_cmpuint (fixture->n_told, ==, 2);
  /* The name cannot go. */
  g_assert_true (press_key (find_row (fixture, BLOCK_TITLE), GDK_KEY_Delete, 0));
  flush (fixture);
  g_assert_cmpuint (count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpuint (fixture->n_told, ==, 2);
}

/* An input method at work has its text left alone, and its keys. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id =
      g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  guint n_ended = 0;

  start (fixture, BLOCK_NEWSLETTER);
  count_signal (find_descendant (fixture->pane, MATCHUM_TYPE_BLOCK_EDITOR, 0), "ended", &n_ended);
  type (fixture, " 한");
  g_signal_emit_by_name (find_view (fixture), "preedit-changed", "글");
  matchum_ui_test_wait (has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter 한"));
  assert_typed (fixture, "Wrote a newsletter 한");

  /* Words from elsewhere wait. */
  matchum_workspace_set_words (fixture->workspace, id, "From elsewhere", NULL);
  flush (fixture);
  assert_typed (fixture, "Wrote a newsletter 한");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_ended, ==, 0);
  g_signal_emit_by_name (find_view (fixture), "preedit-changed", "");
  assert_typed (fixture, "From elsewhere");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_ended, ==, 1);
}

/* What the library does not take is not lost. */
static gboolean
refuse_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_database_execute (database, data, error);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  matchum_edit_add (edit, refuse_cb, g_strdup (sql), g_free);
  matchum_library_edit (matchum_workspace_get_library (fixture->workspace), edit, &error);
  g_assert_no_error (error);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  guint n_failed = 0;

  count_signal (fixture->workspace, "failed", &n_failed);
  run_sql (fixture, "CREATE TRIGGER no_more BEFORE UPDATE ON baselines BEGIN SELECT RAISE (ABORT, 'full'); END");
  start (fixture, BLOCK_NEWSLETTER);
  type (fixture, " of mine");
  matchum_ui_test_wait (n_failed == 1);
  assert_typed (fixture, "Wrote a newsletter of mine");
  press (fixture, GDK_KEY_Return, 0);
  matchum_ui_test_wait (n_failed == 2);
  assert_typed (fixture, "Wrote a newsletter of mine");
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");

  run_sql (fixture, "DROP TRIGGER no_more");
  press (fixture, GDK_KEY_Return, 0);
  flush (fixture);
  g_assert_null (find_view (fixture));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter of mine");
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
  Fixture fixture = { NULL };

  g_assert_no_error (error);
  workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  matchum_ui_test_open_resume (workspace, "# A\n\n## B\n\n- C\n");
  g_object_unref (workspace);
  matchum_library_close (library);
  g_object_unref (library);

  library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  set_up_for (&fixture, matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 }));
  start (&fixture, 2);
  g_assert_null (find_view (&fixture));
  double_click (&fixture, 2, 5, 5);
  g_assert_null (find_view (&fixture));
  matchum_workspace_set_selected_block (fixture.workspace, 2);
  g_assert_null (find_button (fixture.pane, "Edit"));
  press_key (find_row (&fixture, 2), GDK_KEY_Insert, 0);
  press_key (find_row (&fixture, 2), GDK_KEY_Delete, 0);
  matchum_ui_test_flush (fixture.workspace);
  assert_words (&fixture, 2, "C");
  g_assert_cmpuint (count_blocks (&fixture), ==, 3);
  g_assert_cmpuint (fixture.n_told, ==, 0);
  tear_down (&fixture, NULL);
  matchum_library_close (library);
  g_object_unref (library);
  matchum_ui_test_remove_folder (folder);
}

/* Where the text view breaks lines, the label does, whatever the width; and it is as high as its lines are. */
static void
test_lines (void)
{
  static const char *const texts[] = {
    "추론 서버를 Kubernetes로 옮기고 동적 배칭을 켜서 지연 시간을 42% 줄였습니다",
    "Built **billing services** in Python, 2020.01 – 2024.12, with 010-0000-5678 and a_very_long_identifier",
    "한 줄\n그리고 둘째 줄은 조금 더 길어서 좁은 곳에서는 접힙니다",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = 60; width < 500; width += 23)
      {
        GtkWidget *view = matchum_words_view_new (MATCHUM_BLOCK_ITEM), *window;
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
        GtkTextIter last;
        int y, height;

        matchum_words_view_set_text (MATCHUM_WORDS_VIEW (view), texts[i]);
        gtk_widget_set_valign (view, GTK_ALIGN_START);
        gtk_widget_set_size_request (view, width, -1);
        gtk_box_append (GTK_BOX (box), view);
        window = present (box, 600, 400);
        gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &last);
        gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (view), &last, &y, &height);
        g_assert_cmpint (gtk_widget_get_height (view), ==, y + height);
        close_window (window);
      }
}

static void
test_caption (Fixture *fixture, gconstpointer data)
{
  start (fixture, BLOCK_NEWSLETTER);
  g_assert_nonnull (find_label (fixture->pane, "This edits the resume itself: every application follows"));
  press (fixture, GDK_KEY_Return, 0);
  matchum_workspace_set_current (fixture->workspace, NULL);
  start (fixture, BLOCK_NEWSLETTER);
  g_assert_nonnull (find_view (fixture));
  g_assert_null (find_label (fixture->pane, "This edits the resume itself: every application follows"));
}

/* A window without words for it: remarks stay as they are. */
static void
test_impossible (void)
{
  Fixture fixture = { NULL };

  set_up_for (&fixture,
              create_workspace_for ("# A\n\n## B\n\n- C\n\n<!-- aside -->\n\n- D\n", "## Requirements\n\n- Python\n"));
  for (guint i = 0; i < count_blocks (&fixture); i++)
    if (matchum_resume_get_block (matchum_workspace_get_resume (fixture.workspace), i)->kind == MATCHUM_BLOCK_REMARK)
      {
        start (&fixture, i);
        g_assert_null (find_view (&fixture));
        double_click (&fixture, i, 5, 5);
        g_assert_null (find_view (&fixture));
        tear_down (&fixture, NULL);
        return;
      }
  g_assert_not_reached ();
}

static double
get_cursor_bottom (Fixture *fixture)
{
  GtkTextView *view = GTK_TEXT_VIEW (find_view (fixture));
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GdkRectangle cursor;
  graphene_point_t point;
  int x, y;

  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y + cursor.height, &x, &y);
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (view), list, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  return (double) point.y;
}

/* Words that grow over the lower edge of the list take it along. */
static void
test_growth (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 330);
  matchum_ui_test_wait (gtk_widget_get_height (list) < 300);
  start (fixture, BLOCK_NEWSLETTER);
  for (guint i = 0; i < 12; i++)
    {
      press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
      type (fixture, "one line more");
      wait_for_paint (fixture->window);
      matchum_ui_test_settle (fixture->window);
      wait_for_paint (fixture->window);
      g_assert_cmpfloat (get_cursor_bottom (fixture), <=, gtk_widget_get_height (list));
      g_assert_cmpfloat (get_cursor_bottom (fixture), >, 0);
    }
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
assert_menu (Fixture *fixture, guint block, const char *expected)
{
  GtkWidget *row = find_row (fixture, block);
  g_autofree char *said = NULL;

  g_assert_true (press_key (row, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_nonnull (find_menu (row));
  said = describe_menu (find_menu (row));
  g_assert_cmpstr (said, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (find_menu (row)));
  matchum_ui_test_wait (find_menu (row) == NULL);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n"
               "_Hide block.toggle-hidden\n_Pin block.toggle-pinned\n_Delete from Resume block.delete\n");
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_NEWSLETTER, TRUE);
  matchum_workspace_set_pinned (fixture->workspace, BLOCK_CLUSTER, TRUE);
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n"
               "_Show block.toggle-hidden\n_Pin block.toggle-pinned\n_Delete from Resume block.delete\n");
  assert_menu (fixture, BLOCK_CLUSTER,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n"
               "_Hide block.toggle-hidden\nUn_pin block.toggle-pinned\n_Delete from Resume block.delete\n");
  /* A name is neither hidden nor deleted. */
  assert_menu (fixture, BLOCK_TITLE,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n");
  matchum_workspace_set_current (fixture->workspace, NULL);
  assert_menu (fixture, BLOCK_NEWSLETTER,
               "_Edit block.edit\n_Add Item Below block.add-below\nEdit as _Text Here… block.edit-source\n"
               "_Delete from Resume block.delete\n");
}

/* What is chosen in a menu is done when the menu is gone, and keeps the focus that it takes. */
static void
test_menu_item (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, BLOCK_NEWSLETTER), *item = NULL;

  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_NEWSLETTER);
  g_assert_true (press_key (row, GDK_KEY_Menu, 0));
  matchum_ui_test_wait (gtk_widget_get_mapped (find_menu (row)));
  item = gtk_widget_get_ancestor (find_label (find_menu (row), "Edit"), g_type_from_name ("GtkModelButton"));
  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
  matchum_ui_test_wait (find_menu (row) == NULL);
  matchum_ui_test_settle (fixture->window);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_view (fixture));

  /* A row that goes takes its menu along. */
  press (fixture, GDK_KEY_Return, 0);
  press_key (row, GDK_KEY_Menu, 0);
  matchum_workspace_remove_block (
      fixture->workspace,
      matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  flush (fixture);
  g_assert_null (find_menu (find_row (fixture, BLOCK_OTHER - 1)));
}

#define N_PAUSES 25
#define MOST_MS 500.0

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
report (const char *what, double *times)
{
  qsort (times, N_PAUSES, sizeof (double), compare_times);
  g_test_message ("%s: median %.1f ms, worst %.1f ms", what, times[N_PAUSES / 2], times[N_PAUSES - 1]);
  g_assert_cmpfloat (times[N_PAUSES / 2], <, MOST_MS);
}

static double
get_ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* Processor time of this thread, which other work on the machine does not add to. */
static double
get_busy_ms (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Words that are scrolled out of sight are kept; and what is typed on is no command to whatever row has come in sight.
 */
static void
test_scrolling_away (Fixture *fixture)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_autofree char *typed = NULL;

  type (fixture, "?");
  typed = matchum_words_view_dup_text (MATCHUM_WORDS_VIEW (find_view (fixture)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 1600);
  matchum_ui_test_wait (find_view (fixture) == NULL);
  matchum_ui_test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1500);
  g_assert_null (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  matchum_ui_test_wait (has_words (fixture, 20, typed));
}

/* A resume of three hundred items: what a keystroke and what a pause keep the main thread from. The time in which the
 * library writes on its own thread is not in it. */
static void
test_speed (void)
{
  g_autoptr (GString) markdown = g_string_new ("# Mina Kim\n\n## Experience\n");
  double typed[N_PAUSES], told[N_PAUSES], paused[N_PAUSES];
  Fixture fixture = { NULL };

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (markdown, "%s- 추론 서버 %u대를 %s로 옮기고 동적 배칭을 켜서 지연 시간을 %u%% 줄임\n",
                            i % 15 == 0 ? "\n### Acme | Engineer | 2020.01 - 2024.12\n\n" : "", i,
                            i % 3 == 0 ? "Kubernetes" : "Docker", i);
  set_up_for (&fixture, create_workspace_for (markdown->str, "## Requirements\n\n- Python\n- Kubernetes\n- Kubeflow\n"
                                                             "- Docker\n- Airflow\n- Kubernetes 3년 이상\n"));
  start (&fixture, 20);
  wait_for_paint (fixture.window);
  for (guint i = 0; i < N_PAUSES; i++)
    {
      MatchumLibrary *library = matchum_workspace_get_library (fixture.workspace);
      MatchumResume *before = matchum_workspace_get_resume (fixture.workspace);
      gint64 begin = g_get_monotonic_time ();

      type (&fixture, i % 2 == 0 ? " Airflow" : " k8s");
      wait_for_paint (fixture.window);
      typed[i] = get_ms_since (begin);
      matchum_ui_test_wait (matchum_library_is_pending (library));
      while (matchum_workspace_get_resume (fixture.workspace) == before)
        {
          begin = g_get_monotonic_time ();
          told[i] = get_busy_ms ();
          g_main_context_iteration (NULL, TRUE);
        }
      told[i] = get_busy_ms () - told[i];
      wait_for_paint (fixture.window);
      paused[i] = get_ms_since (begin);
    }

  test_scrolling_away (&fixture);
  report ("a keystroke to painted", typed);
  report ("the answer to a pause, read and judged (processor time)", told);
  report ("  and painted", paused);
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add ("/block-editor/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/block-editor/double-click", Fixture, NULL, set_up, test_double_click, tear_down);
  g_test_add_func ("/block-editor/double-click-in-markdown", test_double_click_in_markdown);
  g_test_add ("/block-editor/pauses", Fixture, NULL, set_up, test_pauses, tear_down);
  g_test_add ("/block-editor/live", Fixture, NULL, set_up, test_live, tear_down);
  g_test_add ("/block-editor/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/block-editor/leaving", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/block-editor/other-resume", Fixture, NULL, set_up, test_other_resume, tear_down);
  g_test_add ("/block-editor/break", Fixture, NULL, set_up, test_break, tear_down);
  g_test_add ("/block-editor/foreign-words", Fixture, NULL, set_up, test_foreign_words, tear_down);
  g_test_add ("/block-editor/undo-elsewhere", Fixture, NULL, set_up, test_undo_elsewhere, tear_down);
  g_test_add ("/block-editor/structure", Fixture, NULL, set_up, test_structure, tear_down);
  g_test_add ("/block-editor/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/block-editor/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/block-editor/emptied", Fixture, NULL, set_up, test_emptied, tear_down);
  g_test_add ("/block-editor/new-item", Fixture, NULL, set_up, test_new_item, tear_down);
  g_test_add ("/block-editor/new-item-given-up", Fixture, NULL, set_up, test_new_item_given_up, tear_down);
  g_test_add ("/block-editor/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/block-editor/composing", Fixture, NULL, set_up, test_composing, tear_down);
  g_test_add ("/block-editor/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/block-editor/caption", Fixture, NULL, set_up, test_caption, tear_down);
  g_test_add ("/block-editor/growth", Fixture, NULL, set_up, test_growth, tear_down);
  g_test_add ("/block-editor/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/block-editor/menu-item", Fixture, NULL, set_up, test_menu_item, tear_down);
  g_test_add_func ("/block-editor/speed", test_speed);
  g_test_add_func ("/block-editor/impossible", test_impossible);
  g_test_add_func ("/block-editor/read-only", test_read_only);
  g_test_add_func ("/block-editor/lines", test_lines);
  return g_test_run ();
}
