/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words edited in the pane of the resume, as a person does it: keys, pauses, leaving; and what the library has of it.
 */
#include "config.h"

#include <string.h>
#include <time.h>

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-editor-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-words-view.h"

static void
test_start (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_NEWSLETTER), *label;
  graphene_rect_t words, view;
  GtkRoot *root = GTK_ROOT (fixture->window);

  label = find_descendant (row, MATCHUM_TYPE_MARKED_LABEL, 0);
  g_assert_true (gtk_widget_compute_bounds (label, fixture->pane, &words));
  editor_start (fixture, BLOCK_NEWSLETTER);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (gtk_widget_is_ancestor (editor_find_view (fixture), row));
  g_assert_true (gtk_root_get_focus (root) == editor_find_view (fixture));
  g_assert_false (gtk_widget_get_visible (label));

  /* The words stay where they were, to the pixel. */
  wait_for_paint (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (editor_find_view (fixture), fixture->pane, &view));
  g_assert_cmpfloat (view.origin.x, ==, words.origin.x);
  g_assert_cmpfloat (view.origin.y, ==, words.origin.y);
  g_assert_cmpfloat_with_epsilon (view.size.height, words.size.height, 1.01f);

  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  g_assert_null (editor_find_view (fixture));
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_true (gtk_root_get_focus (root) == row);
  /* Nothing was typed, so nothing is to be undone. */
  editor_flush (fixture);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Add Posting");

  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_NEWSLETTER);
  g_signal_emit_by_name (find_button (row, "Edit"), "clicked");
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_null (find_button (row, "Edit"));
  /* The words of one block at most are edited. */
  g_signal_emit_by_name (find_descendant (row, MATCHUM_TYPE_BLOCK_EDITOR, 0), "ended", MATCHUM_WORDS_EDITOR_KEPT);
  editor_start (fixture, BLOCK_CLUSTER);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_BLOCK_EDITOR), ==, 1);
}

static void
test_double_click (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *label = find_descendant (editor_find_row (fixture, BLOCK_NEWSLETTER), MATCHUM_TYPE_MARKED_LABEL, 0);
  int at = -1, right = gtk_widget_get_width (label) - 1;

  editor_press_text (fixture, BLOCK_NEWSLETTER, 1, 1, 5);
  g_assert_null (editor_find_view (fixture));
  editor_press_text (fixture, BLOCK_NEWSLETTER, 2, 1, 5);
  assert_typed (fixture, "Wrote a newsletter");
  g_object_get (editor_get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, 0);
  editor_press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);

  editor_double_click (fixture, BLOCK_NEWSLETTER, right, 5);
  g_object_get (editor_get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("Wrote a newsletter"));
  editor_press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);

  /* The words that were pressed first are meant, whatever has come under the pointer since; and not the check. */
  editor_press_text (fixture, BLOCK_NEWSLETTER, 1, 1, 5);
  editor_press_text (fixture, BLOCK_CLUSTER, 2, 1, 5);
  g_assert_true (gtk_widget_is_ancestor (editor_find_view (fixture), editor_find_row (fixture, BLOCK_NEWSLETTER)));
  editor_press (fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture->window);
  editor_double_click (fixture, BLOCK_NEWSLETTER, -8, 5);
  g_assert_null (editor_find_view (fixture));
}

/* What is written only, the cursor passes over. */
static void
test_double_click_in_markdown (void)
{
  EditorFixture fixture = { NULL };
  int at = -1;

  editor_set_up_for (&fixture,
                     create_workspace_for ("# A\n\n## B\n\n- **Rust** and more\n", "## Requirements\n\n- Python\n"));
  editor_double_click (&fixture, 2, 300, 5);
  g_object_get (editor_get_buffer (&fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("**Rust** and more"));
  editor_press (&fixture, GDK_KEY_Escape, 0);
  wait_for_paint (fixture.window);
  editor_double_click (&fixture, 2, 1, 5);
  g_object_get (editor_get_buffer (&fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, 0);
  editor_tear_down (&fixture, NULL);
}

/* Pauses write, and all of a sitting is one step. */
static void
test_pauses (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  MatchumResume *before = matchum_workspace_get_resume (fixture->workspace);
  int at = -1;

  editor_start (fixture, BLOCK_NEWSLETTER);
  view = editor_find_view (fixture);
  editor_type (fixture, " about");
  g_assert_true (matchum_workspace_get_resume (fixture->workspace) == before);
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about"));
  g_assert_true (editor_find_view (fixture) == view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  editor_type (fixture, " **Airflow**");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about **Airflow**"));
  editor_type (fixture, " and k8s");
  assert_typed (fixture, "Wrote a newsletter about **Airflow** and k8s");
  g_object_get (editor_get_buffer (fixture), "cursor-position", &at, NULL);
  g_assert_cmpint (at, ==, (int) strlen ("Wrote a newsletter about **Airflow** and k8s"));

  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter about **Airflow** and k8s");
  g_assert_cmpstr (matchum_marked_label_get_text (MATCHUM_MARKED_LABEL (
                       find_descendant (editor_find_row (fixture, BLOCK_NEWSLETTER), MATCHUM_TYPE_MARKED_LABEL, 0))),
                   ==, "Wrote a newsletter about Airflow and k8s");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* Verdicts, badges and notes follow while the words are typed. */
static void
test_live (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_NEWSLETTER), *view;

  editor_start (fixture, BLOCK_NEWSLETTER);
  view = editor_find_view (fixture);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MISSING);
  editor_type (fixture, " on Airflow");
  matchum_ui_test_wait (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW) == MATCHUM_STATUS_MET);
  g_assert_nonnull (find_label (row, "c"));
  g_assert_true (editor_find_view (fixture) == view);
  g_assert_true (gtk_widget_is_ancestor (view, row));
  editor_erase (fixture);
  editor_type (fixture, "Wrote");
  matchum_ui_test_wait (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW) == MATCHUM_STATUS_MISSING);
  g_assert_null (find_label (row, "c"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
}

static void
test_escape (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " that nobody read");
  editor_press (fixture, GDK_KEY_Escape, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Add Posting");

  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " that nobody read");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter that nobody read"));
  editor_press (fixture, GDK_KEY_Escape, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_NEWSLETTER));
}

static void
test_leaving (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " for years");
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_CLUSTER);
  matchum_ui_test_wait (editor_find_view (fixture) == NULL);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter for years");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_row (fixture, BLOCK_CLUSTER));

  /* Another row is edited. */
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  editor_start (fixture, BLOCK_CLUSTER);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter for years!");
  g_assert_true (gtk_widget_is_ancestor (editor_find_view (fixture), editor_find_row (fixture, BLOCK_CLUSTER)));

  /* The pane is hidden. */
  editor_type (fixture, " 그리고");
  gtk_widget_set_visible (fixture->pane, FALSE);
  editor_flush (fixture);
  gtk_widget_set_visible (fixture->pane, TRUE);
  assert_words (fixture, BLOCK_CLUSTER, "추론 서버를 Kubernetes로 옮기고 동적 배칭을 켰다 그리고");
  matchum_ui_test_wait (editor_find_view (fixture) == NULL);
  /* A window looks for another place for the focus when it paints, and holds what it was in until then. */
  wait_for_paint (fixture->window);
}

/* The words go into the resume that they are of, though another one is open by then; ids are those of another item
 * there. */
static void
test_other_resume (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspaceBaseline) first = g_object_ref (matchum_workspace_get_baseline (fixture->workspace));
  g_autofree char *words = NULL;

  matchum_workspace_add_baseline (fixture->workspace, "Other", "# Other\n\n## Work\n\n- One\n- Two\n- Three\n- Four\n");
  editor_flush (fixture);
  matchum_workspace_show_baseline (fixture->workspace, first);
  editor_start (fixture, BLOCK_ACME);
  editor_type (fixture, ", Seoul");
  matchum_workspace_show_baseline (fixture->workspace,
                                   g_list_model_get_item (matchum_workspace_get_baselines (fixture->workspace), 1));
  g_object_unref (matchum_workspace_get_baseline (fixture->workspace));
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  assert_words (fixture, 3, "Two");
  words = matchum_block_edit_dup_markdown (matchum_workspace_baseline_get_resume (first), BLOCK_ACME);
  g_assert_cmpstr (words, ==, "Acme | Engineer | 2020.01 - 2024.12, Seoul");
}

static void
test_break (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_true (editor_press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  editor_type (fixture, "every week");
  assert_typed (fixture, "Wrote a newsletter\nevery week");
  editor_press (fixture, GDK_KEY_KP_Enter, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter\nevery week");

  /* A heading has one line. */
  editor_start (fixture, BLOCK_ACME);
  g_assert_true (editor_press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  assert_typed (fixture, "Acme | Engineer | 2020.01 - 2024.12");
  g_assert_false (editor_press (fixture, GDK_KEY_a, 0));
}

/* What is asked for stays as it was typed, though the library escapes it or joins it; only another's words replace it.
 */
static void
test_foreign_words (EditorFixture *fixture, gconstpointer data)
{
  const char *id = matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id;
  g_autofree char *block = g_strdup (id);

  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_erase (fixture);
  editor_type (fixture, "- signs at the start ");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "\\- signs at the start"));
  assert_typed (fixture, "- signs at the start ");
  /* News of something else. */
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_TOOLS, TRUE);
  editor_flush (fixture);
  assert_typed (fixture, "- signs at the start ");
  matchum_workspace_set_words (
      fixture->workspace, matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_ACME)->id,
      "Acme", NULL);
  editor_flush (fixture);
  assert_typed (fixture, "- signs at the start ");

  matchum_workspace_set_words (fixture->workspace, block, "From elsewhere", NULL);
  editor_flush (fixture);
  assert_typed (fixture, "From elsewhere");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_view (fixture));
  editor_type (fixture, ", too");
  editor_press (fixture, GDK_KEY_Escape, 0);
  editor_flush (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, "From elsewhere");
}

static void
test_undo_elsewhere (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  editor_start (fixture, BLOCK_NEWSLETTER);
  view = editor_find_view (fixture);
  editor_type (fixture, " twice");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter twice"));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (editor_find_view (fixture) == view);
  assert_typed (fixture, "Wrote a newsletter");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_typed (fixture, "Wrote a newsletter twice");
  /* In the words, undo goes back as far as they go. */
  g_assert_true (editor_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK)
                 || gtk_text_buffer_get_can_undo (editor_get_buffer (fixture)));
}

/* Blocks come and go around the one that is edited. */
static void
test_structure (EditorFixture *fixture, gconstpointer data)
{
  MatchumResume *resume = matchum_workspace_get_resume (fixture->workspace);
  g_autofree char *above = g_strdup (matchum_resume_get_block (resume, BLOCK_SERVICES)->id);
  g_autofree char *other = g_strdup (matchum_resume_get_block (resume, BLOCK_OTHER)->id);
  GtkWidget *view;

  editor_start (fixture, BLOCK_NEWSLETTER);
  view = editor_find_view (fixture);
  editor_type (fixture, " once");
  matchum_workspace_insert_block (fixture->workspace, above, MATCHUM_BLOCK_ITEM, "Above");
  editor_flush (fixture);
  g_assert_true (editor_find_view (fixture) == view);
  g_assert_true (gtk_widget_is_ancestor (view, editor_find_row (fixture, BLOCK_NEWSLETTER + 1)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  matchum_workspace_remove_block (fixture->workspace, other);
  matchum_workspace_remove_block (fixture->workspace, above);
  editor_flush (fixture);
  g_assert_true (editor_find_view (fixture) == view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  assert_typed (fixture, "Wrote a newsletter once");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter once"));
  wait_for_paint (fixture->window);
  g_assert_true (editor_find_view (fixture) == view);
}

/* The block itself goes. */
static void
test_gone (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *id =
      g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  guint n_failed = 0;

  count_signal (fixture->workspace, "failed", &n_failed);
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " once");
  matchum_workspace_remove_block (fixture->workspace, id);
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS - 1);
  g_assert_cmpuint (n_failed, ==, 0);
}

/* All words are others, and the item is still the one that was hidden. */
static void
test_hidden (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_CLUSTER);

  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, TRUE);
  editor_flush (fixture);
  editor_start (fixture, BLOCK_CLUSTER);
  editor_erase (fixture);
  editor_type (fixture, "전혀 다른 말");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_CLUSTER, "전혀 다른 말"));
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_false (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), BLOCK_CLUSTER));
  g_assert_true (editor_find_row (fixture, BLOCK_CLUSTER) == row);
  g_assert_true (gtk_widget_has_css_class (row, "off"));
}

/* An input method at work has its text left alone, and its keys. */
static void
test_composing (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *id =
      g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), BLOCK_NEWSLETTER)->id);
  guint n_ended = 0;

  editor_start (fixture, BLOCK_NEWSLETTER);
  count_signal (find_descendant (fixture->pane, MATCHUM_TYPE_BLOCK_EDITOR, 0), "ended", &n_ended);
  editor_type (fixture, " 한");
  g_signal_emit_by_name (editor_find_view (fixture), "preedit-changed", "글");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter 한"));
  assert_typed (fixture, "Wrote a newsletter 한");

  /* Words from elsewhere wait. */
  matchum_workspace_set_words (fixture->workspace, id, "From elsewhere", NULL);
  editor_flush (fixture);
  assert_typed (fixture, "Wrote a newsletter 한");
  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  g_assert_true (editor_press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_ended, ==, 0);
  g_signal_emit_by_name (editor_find_view (fixture), "preedit-changed", "");
  assert_typed (fixture, "From elsewhere");
  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_ended, ==, 1);
}

/* What the library does not take is not lost. */
static gboolean
refuse_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_database_execute (database, data, error);
}

static void
run_sql (EditorFixture *fixture, const char *sql)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  matchum_edit_add (edit, refuse_cb, g_strdup (sql), g_free);
  matchum_library_edit (matchum_workspace_get_library (fixture->workspace), edit, &error);
  g_assert_no_error (error);
}

static void
test_failure (EditorFixture *fixture, gconstpointer data)
{
  guint n_failed = 0;

  count_signal (fixture->workspace, "failed", &n_failed);
  run_sql (fixture, "CREATE TRIGGER no_more BEFORE UPDATE ON baselines BEGIN SELECT RAISE (ABORT, 'full'); END");
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " of mine");
  matchum_ui_test_wait (n_failed == 1);
  assert_typed (fixture, "Wrote a newsletter of mine");
  editor_press (fixture, GDK_KEY_Return, 0);
  matchum_ui_test_wait (n_failed == 2);
  assert_typed (fixture, "Wrote a newsletter of mine");
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter");

  run_sql (fixture, "DROP TRIGGER no_more");
  editor_press (fixture, GDK_KEY_Return, 0);
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a newsletter of mine");
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
test_caption (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_nonnull (find_label (fixture->pane, "This edits the resume itself: every application follows"));
  editor_press (fixture, GDK_KEY_Return, 0);
  matchum_workspace_set_current (fixture->workspace, NULL);
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_nonnull (editor_find_view (fixture));
  g_assert_null (find_label (fixture->pane, "This edits the resume itself: every application follows"));
}

static double
get_cursor_bottom (EditorFixture *fixture)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor_find_view (fixture));
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
test_growth (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 330);
  matchum_ui_test_wait (gtk_widget_get_height (list) < 300);
  editor_start (fixture, BLOCK_NEWSLETTER);
  for (guint i = 0; i < 12; i++)
    {
      editor_press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
      editor_type (fixture, "one line more");
      wait_for_paint (fixture->window);
      matchum_ui_test_settle (fixture->window);
      wait_for_paint (fixture->window);
      g_assert_cmpfloat (get_cursor_bottom (fixture), <=, gtk_widget_get_height (list));
      g_assert_cmpfloat (get_cursor_bottom (fixture), >, 0);
    }
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
test_scrolling_away (EditorFixture *fixture)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_autofree char *typed = NULL;

  editor_type (fixture, "?");
  typed = matchum_words_view_dup_text (MATCHUM_WORDS_VIEW (editor_find_view (fixture)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 1600);
  matchum_ui_test_wait (editor_find_view (fixture) == NULL);
  matchum_ui_test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1500);
  g_assert_null (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  matchum_ui_test_wait (editor_has_words (fixture, 20, typed));
}

/* A resume of three hundred items: what a keystroke and what a pause keep the main thread from. The time in which the
 * library writes on its own thread is not in it. */
static void
test_speed (void)
{
  g_autoptr (GString) markdown = g_string_new ("# Mina Kim\n\n## Experience\n");
  double typed[N_PAUSES], told[N_PAUSES], paused[N_PAUSES];
  EditorFixture fixture = { NULL };

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (markdown, "%s- 추론 서버 %u대를 %s로 옮기고 동적 배칭을 켜서 지연 시간을 %u%% 줄임\n",
                            i % 15 == 0 ? "\n### Acme | Engineer | 2020.01 - 2024.12\n\n" : "", i,
                            i % 3 == 0 ? "Kubernetes" : "Docker", i);
  editor_set_up_for (&fixture,
                     create_workspace_for (markdown->str, "## Requirements\n\n- Python\n- Kubernetes\n- Kubeflow\n"
                                                          "- Docker\n- Airflow\n- Kubernetes 3년 이상\n"));
  editor_start (&fixture, 20);
  wait_for_paint (fixture.window);
  for (guint i = 0; i < N_PAUSES; i++)
    {
      MatchumLibrary *library = matchum_workspace_get_library (fixture.workspace);
      MatchumResume *before = matchum_workspace_get_resume (fixture.workspace);
      gint64 begin = g_get_monotonic_time ();

      editor_type (&fixture, i % 2 == 0 ? " Airflow" : " k8s");
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
  editor_tear_down (&fixture, NULL);
}

static float
get_top (EditorFixture *fixture, guint block)
{
  GtkWidget *row = editor_find_row (fixture, block);
  graphene_rect_t bounds;

  g_assert_true (row != NULL && gtk_widget_compute_bounds (row, fixture->pane, &bounds));
  return bounds.origin.y;
}

/* Until the list does not move any more. */
static void
settle (EditorFixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    wait_for_paint (fixture->window);
}

static MatchumWorkspace *
create_long_workspace (void)
{
  GString *text = g_string_new ("# Mina Kim\n\n## Experience\n\n### Acme | Engineer | 2020.01 - 2024.12\n\n");
  MatchumWorkspace *workspace;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text,
                            "- Built billing service number %u in %s, which took a while and is told at some length\n",
                            i, i % 7 == 3 ? "Python" : "words");
  workspace = create_workspace_for (text->str, "## Requirements\n\n- Python\n- Kubernetes\n");
  g_string_free (text, TRUE);
  return workspace;
}

/* A row that is hidden, edited and written over stays where it is. */
static void
test_stays (void)
{
  const guint blocks[] = { 20, 27, 34, 33, 30, 12, 11, 50 };
  EditorFixture fixture = { NULL };

  editor_set_up_for (&fixture, create_long_workspace ());
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      float top;

      matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture.pane), blocks[i]);
      matchum_workspace_set_selected_block (fixture.workspace, blocks[i]);
      settle (&fixture);
      top = get_top (&fixture, blocks[i]);
      g_assert_true (press_key (editor_find_row (&fixture, blocks[i]), GDK_KEY_space, 0));
      settle (&fixture);
      g_assert_true (press_key (editor_find_row (&fixture, blocks[i]), GDK_KEY_F2, 0));
      /* What is queued may run before the first frame. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      settle (&fixture);
      g_assert_nonnull (editor_find_view (&fixture));
      editor_type (&fixture, " and more");
      settle (&fixture);
      g_assert_cmpfloat_with_epsilon (get_top (&fixture, blocks[i]), top, 2);
      g_assert_true (editor_press (&fixture, GDK_KEY_Return, 0));
      editor_flush (&fixture);
      settle (&fixture);
      g_assert_cmpfloat_with_epsilon (get_top (&fixture, blocks[i]), top, 2);
    }
  editor_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add ("/block-editor/start", EditorFixture, NULL, editor_set_up, test_start, editor_tear_down);
  g_test_add ("/block-editor/double-click", EditorFixture, NULL, editor_set_up, test_double_click, editor_tear_down);
  g_test_add_func ("/block-editor/double-click-in-markdown", test_double_click_in_markdown);
  g_test_add ("/block-editor/pauses", EditorFixture, NULL, editor_set_up, test_pauses, editor_tear_down);
  g_test_add ("/block-editor/live", EditorFixture, NULL, editor_set_up, test_live, editor_tear_down);
  g_test_add ("/block-editor/escape", EditorFixture, NULL, editor_set_up, test_escape, editor_tear_down);
  g_test_add ("/block-editor/leaving", EditorFixture, NULL, editor_set_up, test_leaving, editor_tear_down);
  g_test_add ("/block-editor/other-resume", EditorFixture, NULL, editor_set_up, test_other_resume, editor_tear_down);
  g_test_add ("/block-editor/break", EditorFixture, NULL, editor_set_up, test_break, editor_tear_down);
  g_test_add ("/block-editor/foreign-words", EditorFixture, NULL, editor_set_up, test_foreign_words, editor_tear_down);
  g_test_add ("/block-editor/undo-elsewhere", EditorFixture, NULL, editor_set_up, test_undo_elsewhere,
              editor_tear_down);
  g_test_add ("/block-editor/structure", EditorFixture, NULL, editor_set_up, test_structure, editor_tear_down);
  g_test_add ("/block-editor/gone", EditorFixture, NULL, editor_set_up, test_gone, editor_tear_down);
  g_test_add ("/block-editor/hidden", EditorFixture, NULL, editor_set_up, test_hidden, editor_tear_down);
  g_test_add ("/block-editor/composing", EditorFixture, NULL, editor_set_up, test_composing, editor_tear_down);
  g_test_add ("/block-editor/failure", EditorFixture, NULL, editor_set_up, test_failure, editor_tear_down);
  g_test_add ("/block-editor/caption", EditorFixture, NULL, editor_set_up, test_caption, editor_tear_down);
  g_test_add ("/block-editor/growth", EditorFixture, NULL, editor_set_up, test_growth, editor_tear_down);
  g_test_add_func ("/block-editor/stays", test_stays);
  g_test_add_func ("/block-editor/speed", test_speed);
  g_test_add_func ("/block-editor/lines", test_lines);
  return g_test_run ();
}
