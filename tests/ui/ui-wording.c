/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that a posting has of its own, typed in the pane of the resume: where they go, what the resume itself says, and
 * that one step takes them back. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-editor-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-wording-dialog.h"
#include "ui/matchum-wording-row.h"
#include "ui/matchum-words-view.h"

#define NEWSLETTER "Wrote a newsletter"

static const char *
get_id (EditorFixture *fixture, guint block)
{
  return matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block)->id;
}

/* The words of a block that is shown, as the resume itself has them. */
static char *
dup_resume_words (EditorFixture *fixture, guint block)
{
  return matchum_workspace_dup_baseline_words (fixture->workspace, get_id (fixture, block));
}

static const char *
get_wording (EditorFixture *fixture, guint block)
{
  return matchum_application_get_wording (matchum_workspace_get_application (fixture->workspace),
                                          get_id (fixture, block));
}

#define assert_resume_words(fixture, block, expected)                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *resume_words_ = dup_resume_words (fixture, block);                                                \
                                                                                                                       \
    g_assert_cmpstr (resume_words_, ==, expected);                                                                     \
  }                                                                                                                    \
  G_STMT_END

static void
start_own (EditorFixture *fixture, guint block)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), block);
  g_assert_true (press_key (editor_find_row (fixture, block), GDK_KEY_F2, GDK_SHIFT_MASK));
}

static GtkToggleButton *
find_toggle (EditorFixture *fixture, MatchumWordsPlace place)
{
  return GTK_TOGGLE_BUTTON (find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, place));
}

static void
choose_place (EditorFixture *fixture, MatchumWordsPlace place)
{
  gtk_toggle_button_set_active (find_toggle (fixture, place), TRUE);
}

static void
keep (EditorFixture *fixture)
{
  g_assert_true (editor_press (fixture, GDK_KEY_Return, 0));
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
}

/* Gives a block words of its own, without the hands. */
static void
reword (EditorFixture *fixture, guint block, const char *words)
{
  start_own (fixture, block);
  editor_erase (fixture);
  editor_type (fixture, words);
  keep (fixture);
}

static const char *
get_undo_label (EditorFixture *fixture)
{
  return matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace));
}

/* What is typed for the posting is judged and shown while it is typed, and the resume stays as it is. */
static void
test_own (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_NEWSLETTER);

  start_own (fixture, BLOCK_NEWSLETTER);
  assert_typed (fixture, NEWSLETTER);
  g_assert_true (gtk_toggle_button_get_active (find_toggle (fixture, MATCHUM_WORDS_OF_POSTING)));
  g_assert_nonnull (find_label (fixture->pane, "Only this posting gets these words: the resume stays as it is"));
  editor_type (fixture, " on Airflow");
  matchum_ui_test_wait (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW) == MATCHUM_STATUS_MET);
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == editor_find_view (fixture));
  editor_type (fixture, " for k8s");
  keep (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow for k8s");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, NEWSLETTER " on Airflow for k8s");
  g_assert_cmpstr (matchum_application_get_replaced (matchum_workspace_get_application (fixture->workspace),
                                                     get_id (fixture, BLOCK_NEWSLETTER)),
                   ==, NEWSLETTER);
  g_assert_nonnull (find_label (row, "Own wording for this posting"));
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, get_id (fixture, BLOCK_NEWSLETTER)), ==,
                   MATCHUM_WORDING_OWN);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Reword Item for Posting");

  /* The resume itself says what it said, and so does it to others. */
  matchum_workspace_show_baseline (fixture->workspace, matchum_workspace_get_baseline (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_null (find_label (fixture->pane, "Own wording for this posting"));

  /* One step; it opens the posting again. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_nonnull (matchum_workspace_get_current (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Add Posting");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow for k8s");
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MET);
}

/* Words that were typed go where the toggle says in the end, and nowhere else. */
static void
test_toggle (EditorFixture *fixture, gconstpointer data)
{
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_true (gtk_toggle_button_get_active (find_toggle (fixture, MATCHUM_WORDS_OF_RESUME)));
  g_assert_nonnull (find_label (fixture->pane, "This edits the resume itself: every application follows"));
  editor_type (fixture, " on Airflow");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow"));
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow");
  choose_place (fixture, MATCHUM_WORDS_OF_POSTING);
  assert_typed (fixture, NEWSLETTER " on Airflow");
  editor_flush (fixture);
  assert_typed (fixture, NEWSLETTER " on Airflow");
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  keep (fixture);
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, NEWSLETTER " on Airflow");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Add Posting");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));

  /* What was meant for the posting is meant for all: the posting follows the resume again. */
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_true (gtk_toggle_button_get_active (find_toggle (fixture, MATCHUM_WORDS_OF_POSTING)));
  assert_typed (fixture, NEWSLETTER " on Airflow");
  editor_type (fixture, "!");
  choose_place (fixture, MATCHUM_WORDS_OF_RESUME);
  keep (fixture);
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " on Airflow!");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, NEWSLETTER " on Airflow");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
}

/* Where nothing was typed, each place shows its own words, and looking changes nothing. */
static void
test_look (EditorFixture *fixture, gconstpointer data)
{
  reword (fixture, BLOCK_NEWSLETTER, "Edited a weekly");
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_NEWSLETTER), GDK_KEY_F2, 0));
  assert_typed (fixture, "Edited a weekly");
  choose_place (fixture, MATCHUM_WORDS_OF_RESUME);
  assert_typed (fixture, NEWSLETTER);
  choose_place (fixture, MATCHUM_WORDS_OF_POSTING);
  assert_typed (fixture, "Edited a weekly");
  choose_place (fixture, MATCHUM_WORDS_OF_RESUME);
  keep (fixture);
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, "Edited a weekly");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));

  /* The resume is edited past words of its own: these are of an older one then. */
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  editor_start (fixture, BLOCK_NEWSLETTER);
  choose_place (fixture, MATCHUM_WORDS_OF_RESUME);
  editor_type (fixture, " every week");
  keep (fixture);
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, "Edited a weekly");
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " every week");
  assert_words (fixture, BLOCK_NEWSLETTER, "Edited a weekly");
  g_assert_nonnull (
      find_label (editor_find_row (fixture, BLOCK_NEWSLETTER), "Own wording: the resume says something else now"));
}

static void
test_escape (EditorFixture *fixture, gconstpointer data)
{
  reword (fixture, BLOCK_NEWSLETTER, "Edited a weekly");
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " on Airflow");
  matchum_ui_test_wait (editor_has_words (fixture, BLOCK_NEWSLETTER, "Edited a weekly on Airflow"));
  choose_place (fixture, MATCHUM_WORDS_OF_RESUME);
  editor_flush (fixture);
  assert_resume_words (fixture, BLOCK_NEWSLETTER, "Edited a weekly on Airflow");
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));
  editor_press (fixture, GDK_KEY_Escape, 0);
  editor_flush (fixture);
  assert_resume_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, "Edited a weekly");

  /* From the toggle, too. */
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (find_toggle (fixture, MATCHUM_WORDS_OF_POSTING))));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (editor_find_view (fixture));
  g_assert_true (press_in_view (gtk_widget_get_parent (GTK_WIDGET (find_toggle (fixture, MATCHUM_WORDS_OF_POSTING))),
                                GDK_KEY_Escape, 0));
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, "Edited a weekly");
}

/* Words of its own that are none, or those of the resume, are none. */
static void
test_none (EditorFixture *fixture, gconstpointer data)
{
  reword (fixture, BLOCK_NEWSLETTER, "Edited a weekly");
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_erase (fixture);
  keep (fixture);
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);

  start_own (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  matchum_ui_test_wait (get_wording (fixture, BLOCK_NEWSLETTER) != NULL);
  editor_erase (fixture);
  editor_type (fixture, NEWSLETTER);
  keep (fixture);
  g_assert_null (get_wording (fixture, BLOCK_NEWSLETTER));
}

static void
test_drop (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row = editor_find_row (fixture, BLOCK_NEWSLETTER);

  reword (fixture, BLOCK_NEWSLETTER, "Ran Airflow");
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MET);
  g_assert_true (gtk_widget_activate_action (row, "block.drop-wording", NULL));
  g_assert_cmpstr (fixture->told, ==, "The resume’s words are used again");
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_null (find_label (row, "Own wording for this posting"));
  editor_flush (fixture);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_wording (fixture, BLOCK_NEWSLETTER), ==, "Ran Airflow");
}

/* The same resume for two postings: each has its own words, and typing for one ends where the other is opened. */
static void
test_two_postings (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspacePosting) first = g_object_ref (matchum_workspace_get_current (fixture->workspace));
  MatchumWorkspacePosting *second;
  GtkWidget *row;

  reword (fixture, BLOCK_NEWSLETTER, "Ran Airflow");
  second = matchum_ui_test_add_posting (fixture->workspace, "# [Other] Writer\n\n## Requirements\n\n- Python\n");
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  row = editor_find_row (fixture, BLOCK_NEWSLETTER);
  start_own (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, " in Python");
  matchum_workspace_set_current (fixture->workspace, first);
  editor_flush (fixture);
  g_assert_null (editor_find_view (fixture));
  assert_words (fixture, BLOCK_NEWSLETTER, "Ran Airflow");
  g_assert_true (editor_find_row (fixture, BLOCK_NEWSLETTER) == row); /* the list was not made anew */
  matchum_workspace_set_current (fixture->workspace, second);
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER " in Python");

  /* Words for the resume go on being typed. */
  editor_start (fixture, BLOCK_CLUSTER);
  editor_type (fixture, "!");
  matchum_workspace_set_current (fixture->workspace, first);
  g_assert_nonnull (editor_find_view (fixture));
  choose_place (fixture, MATCHUM_WORDS_OF_POSTING);
  keep (fixture);
  g_assert_nonnull (get_wording (fixture, BLOCK_CLUSTER));
  matchum_workspace_set_current (fixture->workspace, second);
  g_assert_null (get_wording (fixture, BLOCK_CLUSTER));
}

/* It is there when the program starts again. */
static void
test_restart (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspace) again = NULL;

  reword (fixture, BLOCK_NEWSLETTER, "Ran Airflow");
  matchum_workspace_save_state (fixture->workspace);
  editor_flush (fixture);
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace),
                                 matchum_workspace_get_lexicon (fixture->workspace), (MatchumDay){ 2025, 6, 1 });
  g_assert_cmpstr (matchum_block_get_text (
                       matchum_resume_get_block (matchum_workspace_get_resume (again), BLOCK_NEWSLETTER)),
                   ==, "Ran Airflow");
  g_assert_cmpint (matchum_ui_test_get_status (again, REQUIREMENT_AIRFLOW), ==, MATCHUM_STATUS_MET);
}

/* Without a posting there is nothing that words could be its own. */
static void
test_no_posting (EditorFixture *fixture, gconstpointer data)
{
  matchum_workspace_set_current (fixture->workspace, NULL);
  start_own (fixture, BLOCK_NEWSLETTER);
  g_assert_null (editor_find_view (fixture));
  editor_start (fixture, BLOCK_NEWSLETTER);
  g_assert_nonnull (editor_find_view (fixture));
  g_assert_null (find_toggle (fixture, MATCHUM_WORDS_OF_RESUME));
  editor_type (fixture, "!");
  keep (fixture);
  assert_words (fixture, BLOCK_NEWSLETTER, NEWSLETTER "!");

  /* Nor are new items a posting's own. */
  matchum_ui_test_add_posting (fixture->workspace, "# [Other] Writer\n\n## Requirements\n\n- Python\n");
  g_assert_true (press_key (editor_find_row (fixture, BLOCK_NEWSLETTER), GDK_KEY_Insert, 0));
  editor_flush (fixture);
  assert_typed (fixture, "New item");
  g_assert_null (find_toggle (fixture, MATCHUM_WORDS_OF_RESUME));
}

/* What the resume went past */

/* Edits the resume itself. */
static void
edit_resume (EditorFixture *fixture, guint block, const char *words)
{
  matchum_workspace_set_words (fixture->workspace, get_id (fixture, block), words, NULL);
  editor_flush (fixture);
}

static MatchumWordingStanding
get_standing (EditorFixture *fixture, guint block)
{
  return matchum_workspace_get_wording (fixture->workspace, get_id (fixture, block));
}

static const char *
get_notice (EditorFixture *fixture)
{
  GtkWidget *bar = find_descendant (fixture->pane, MATCHUM_TYPE_NOTICE_BAR, 0);

  return bar != NULL ? matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)) : NULL;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MATCHUM_IS_WORDING_DIALOG (window) && gtk_widget_get_visible (window))
        return window; /* the list holds it */
    }
  return NULL;
}

static void
open_dialog (EditorFixture *fixture)
{
  g_signal_emit_by_name (find_button (fixture->pane, "Review"), "clicked");
  matchum_ui_test_wait (find_dialog () != NULL && gtk_widget_get_mapped (find_dialog ()));
}

static void
click_in_dialog (const char *label)
{
  g_signal_emit_by_name (find_button (find_dialog (), label), "clicked");
}

/* Two that are older than the resume, and one of an item that is gone. */
static void
make_old (EditorFixture *fixture)
{
  reword (fixture, BLOCK_SERVICES, "Own services in Python");
  reword (fixture, BLOCK_NEWSLETTER, "Own newsletter");
  reword (fixture, BLOCK_MODELS, "Own models");
  g_assert_null (get_notice (fixture));
  edit_resume (fixture, BLOCK_NEWSLETTER, "Wrote a weekly newsletter");
  g_assert_cmpstr (get_notice (fixture), ==, "1 own wording is older than the resume");
  edit_resume (fixture, BLOCK_SERVICES, "Built billing services in Rust");
  g_assert_cmpstr (get_notice (fixture), ==, "2 own wordings are older than the resume");
}

static void
test_flags (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *gone = NULL;

  make_old (fixture);
  g_assert_cmpint (get_standing (fixture, BLOCK_NEWSLETTER), ==, MATCHUM_WORDING_OLD);
  g_assert_cmpint (get_standing (fixture, BLOCK_MODELS), ==, MATCHUM_WORDING_OWN);
  g_assert_cmpint (get_standing (fixture, BLOCK_CLUSTER), ==, MATCHUM_WORDING_NONE);
  g_assert_nonnull (
      find_label (editor_find_row (fixture, BLOCK_NEWSLETTER), "Own wording: the resume says something else now"));
  g_assert_nonnull (find_label (editor_find_row (fixture, BLOCK_MODELS), "Own wording for this posting"));
  assert_words (fixture, BLOCK_NEWSLETTER, "Own newsletter");
  gone = g_strdup (get_id (fixture, BLOCK_MODELS));
  matchum_workspace_remove_block (fixture->workspace, gone);
  editor_flush (fixture);
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, gone), ==, MATCHUM_WORDING_LOST);
  g_assert_cmpstr (get_notice (fixture), ==,
                   "2 own wordings are older than the resume; 1 own wording is for an item that is gone");

  /* The resume says again what it said: the words are not old any more. */
  edit_resume (fixture, BLOCK_NEWSLETTER, NEWSLETTER);
  g_assert_cmpint (get_standing (fixture, BLOCK_NEWSLETTER), ==, MATCHUM_WORDING_OWN);
  matchum_workspace_set_current (fixture->workspace, NULL);
  g_assert_null (get_notice (fixture));
}

static void
test_review (EditorFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  make_old (fixture);
  open_dialog (fixture);
  g_assert_cmpuint (count_descendants (find_dialog (), MATCHUM_TYPE_WORDING_ROW), ==, 2);
  row = find_descendant (find_dialog (), MATCHUM_TYPE_WORDING_ROW, 0);
  g_assert_nonnull (find_label (row, "Experience › Acme | Engineer"));
  g_assert_nonnull (find_label (row, "Built billing services in Python"));
  g_assert_nonnull (find_label (row, "Built billing services in Rust"));
  g_assert_nonnull (find_label (row, "Own services in Python"));

  /* Mine stay, for what the resume says now. */
  click_in_dialog ("Keep Mine");
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_OWN);
  assert_words (fixture, BLOCK_SERVICES, "Own services in Python");
  g_assert_cmpstr (fixture->told, ==, "Your wording is kept");
  g_assert_cmpuint (count_descendants (find_dialog (), MATCHUM_TYPE_WORDING_ROW), ==, 1);
  g_assert_cmpstr (get_notice (fixture), ==, "1 own wording is older than the resume");

  /* Undone, it is there again. */
  g_assert_true (gtk_widget_activate_action (find_dialog (), "wording.undo", NULL));
  editor_flush (fixture);
  matchum_ui_test_wait (count_descendants (find_dialog (), MATCHUM_TYPE_WORDING_ROW) == 2);
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_OLD);

  click_in_dialog ("Use the Resume’s");
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_NONE);
  assert_words (fixture, BLOCK_SERVICES, "Built billing services in Rust");
  click_in_dialog ("Use the Resume’s");
  assert_words (fixture, BLOCK_NEWSLETTER, "Wrote a weekly newsletter");
  matchum_ui_test_wait (find_dialog () == NULL);
  g_assert_null (get_notice (fixture));
  editor_flush (fixture);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpint (get_standing (fixture, BLOCK_NEWSLETTER), ==, MATCHUM_WORDING_OLD);
}

/* What was looked at while it was edited belongs to what the resume says now, and all of it is one step. */
static void
test_edit_mine (EditorFixture *fixture, gconstpointer data)
{
  make_old (fixture);
  open_dialog (fixture);
  click_in_dialog ("Edit Mine");
  matchum_ui_test_wait (find_dialog () == NULL && editor_find_view (fixture) != NULL);
  assert_typed (fixture, "Own services in Python");
  g_assert_true (gtk_toggle_button_get_active (find_toggle (fixture, MATCHUM_WORDS_OF_POSTING)));
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_OWN);
  editor_type (fixture, " and Rust");
  keep (fixture);
  assert_words (fixture, BLOCK_SERVICES, "Own services in Python and Rust");
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_OWN);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_words (fixture, BLOCK_SERVICES, "Own services in Python");
  g_assert_cmpint (get_standing (fixture, BLOCK_SERVICES), ==, MATCHUM_WORDING_OLD);

  /* From the row, by its menu or its button; where it is edited by itself, nobody has looked at what the resume says.
   */
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_NEWSLETTER);
  g_signal_emit_by_name (find_button (editor_find_row (fixture, BLOCK_NEWSLETTER), "Review"), "clicked");
  matchum_ui_test_wait (find_dialog () != NULL && gtk_widget_get_mapped (find_dialog ()));
  g_assert_cmpstr (matchum_wording_row_get_block (MATCHUM_WORDING_ROW (gtk_root_get_focus (GTK_ROOT (find_dialog ())))),
                   ==, get_id (fixture, BLOCK_NEWSLETTER));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  matchum_ui_test_wait (find_dialog () == NULL);
  editor_start (fixture, BLOCK_NEWSLETTER);
  editor_type (fixture, "!");
  keep (fixture);
  g_assert_cmpint (get_standing (fixture, BLOCK_NEWSLETTER), ==, MATCHUM_WORDING_OLD);
}

static void
test_let_go (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *gone = NULL;

  reword (fixture, BLOCK_NEWSLETTER, "Own newsletter");
  gone = g_strdup (get_id (fixture, BLOCK_NEWSLETTER));
  matchum_workspace_remove_block (fixture->workspace, gone);
  editor_flush (fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "1 own wording is for an item that is gone");
  open_dialog (fixture);
  g_assert_nonnull (find_label (find_dialog (), "The item is gone from the resume."));
  g_assert_nonnull (find_label (find_dialog (), NEWSLETTER));
  g_assert_nonnull (find_label (find_dialog (), "Own newsletter"));
  g_assert_null (find_button (find_dialog (), "Edit Mine"));
  click_in_dialog ("Let Go");
  matchum_ui_test_wait (find_dialog () == NULL);
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, gone), ==, MATCHUM_WORDING_NONE);
  g_assert_cmpstr (fixture->told, ==, "Your wording is let go");
  editor_flush (fixture);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, gone), ==, MATCHUM_WORDING_LOST);

  /* The item comes back, and its words with it. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_null (get_notice (fixture));
  assert_words (fixture, BLOCK_NEWSLETTER, "Own newsletter");
}

/* The list of postings tells it of those that are not open, too, and from the start. */
static void
test_counts (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspacePosting) posting = g_object_ref (matchum_workspace_get_current (fixture->workspace));
  g_autoptr (MatchumWorkspace) again = NULL;
  g_autofree char *gone = g_strdup (get_id (fixture, BLOCK_MODELS));

  make_old (fixture);
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (posting), ==, 2);
  matchum_ui_test_add_posting (fixture->workspace, "# [Other] Writer\n\n## Requirements\n\n- Python\n");
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (matchum_workspace_get_current (fixture->workspace)),
                    ==, 0);
  matchum_workspace_remove_block (fixture->workspace, gone);
  editor_flush (fixture);
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (posting), ==, 3);
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace),
                                 matchum_workspace_get_lexicon (fixture->workspace), (MatchumDay){ 2025, 6, 1 });
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (
                        matchum_workspace_find_posting (again, matchum_workspace_posting_get_id (posting))),
                    ==, 3);
  g_clear_object (&again);

  matchum_workspace_set_current (fixture->workspace, posting);
  matchum_workspace_drop_wording (fixture->workspace, gone);
  matchum_workspace_keep_wording (fixture->workspace, get_id (fixture, BLOCK_NEWSLETTER), NULL);
  editor_flush (fixture);
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (posting), ==, 1);

  /* Held against another resume, it has other words of its own: none. */
  matchum_workspace_add_baseline (fixture->workspace, "Other", "# Other\n\n## Work\n\n- One\n");
  editor_flush (fixture);
  matchum_workspace_hold_against (fixture->workspace, posting, matchum_workspace_get_baseline (fixture->workspace));
  editor_flush (fixture);
  g_assert_cmpuint (matchum_workspace_posting_get_n_old_wordings (posting), ==, 0);
}

/* Side by side where there is room. */
static void
test_narrow_review (EditorFixture *fixture, gconstpointer data)
{
  make_old (fixture);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row;
      graphene_rect_t said, mine;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), i == 0 ? 360 : 900, 700);
      matchum_ui_test_wait (i == 0 ? gtk_widget_get_width (fixture->window) < 400
                                   : gtk_widget_get_width (fixture->window) > 800);
      open_dialog (fixture);
      wait_for_paint (find_dialog ());
      row = find_descendant (find_dialog (), MATCHUM_TYPE_WORDING_ROW, 0);
      g_assert_true (gtk_widget_compute_bounds (find_label (row, "The Resume Said"), row, &said));
      g_assert_true (gtk_widget_compute_bounds (find_label (row, "For This Posting"), row, &mine));
      if (i == 0)
        g_assert_cmpfloat (mine.origin.x, ==, said.origin.x);
      else
        g_assert_cmpfloat (mine.origin.y, ==, said.origin.y);
      gtk_window_close (GTK_WINDOW (find_dialog ()));
      matchum_ui_test_wait (find_dialog () == NULL);
    }
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);

#define ADD(path, function)                                                                                            \
  g_test_add ("/wording/" path, EditorFixture, NULL, editor_set_up, function, editor_tear_down)
  ADD ("own", test_own);
  ADD ("toggle", test_toggle);
  ADD ("look", test_look);
  ADD ("escape", test_escape);
  ADD ("none", test_none);
  ADD ("drop", test_drop);
  ADD ("two-postings", test_two_postings);
  ADD ("restart", test_restart);
  ADD ("no-posting", test_no_posting);
  ADD ("flags", test_flags);
  ADD ("review", test_review);
  ADD ("edit-mine", test_edit_mine);
  ADD ("let-go", test_let_go);
  ADD ("counts", test_counts);
  ADD ("narrow-review", test_narrow_review);
#undef ADD

  return g_test_run ();
}
