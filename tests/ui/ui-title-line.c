/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the name that a posting has of its own: given, changed and taken away where it is seen. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui-editor-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-title-line-popover.h"
#include "ui/matchum-words-view.h"

#define HEADLINE "Data Engineer"
#define POSTING "# [Widget] Platform Engineer\n\n## Requirements\n\n- Python\n"

static const char with_headline[] =
    "# Mina Kim\n\n" HEADLINE "\n\nmina@example.com\n\n## Skills\n\n- Python\n- Docker\n";

/* data: the resume, or NULL for one without a headline. */
static void
set_up (EditorFixture *fixture, gconstpointer data)
{
  if (data != NULL)
    editor_set_up_for (fixture, create_workspace_for (data, POSTING));
  else
    editor_set_up (fixture, NULL);
}

static const MatchumBlock *
get_block (EditorFixture *fixture, guint block)
{
  return matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block);
}

static GtkWidget *
find_popover (EditorFixture *fixture)
{
  return find_descendant (fixture->pane, MATCHUM_TYPE_TITLE_LINE_POPOVER, 0);
}

static void
open_popover (EditorFixture *fixture)
{
  g_signal_emit_by_name (find_button (editor_find_row (fixture, 0), "Title Line…"), "clicked");
  matchum_ui_test_wait (find_popover (fixture) != NULL && gtk_widget_get_mapped (find_popover (fixture)));
}

static GtkEditable *
get_entry (EditorFixture *fixture)
{
  return GTK_EDITABLE (find_descendant (find_popover (fixture), GTK_TYPE_ENTRY, 0));
}

static void
wait_for_close (EditorFixture *fixture)
{
  matchum_ui_test_wait (find_popover (fixture) == NULL);
  editor_flush (fixture);
  wait_for_paint (fixture->window);
}

static void
set_line (EditorFixture *fixture, const char *text)
{
  open_popover (fixture);
  gtk_editable_set_text (get_entry (fixture), text);
  g_signal_emit_by_name (find_button (find_popover (fixture), "Set"), "clicked");
  wait_for_close (fixture);
}

static const char *
get_source (EditorFixture *fixture)
{
  return matchum_workspace_baseline_get_record (matchum_workspace_get_baseline (fixture->workspace))->markdown;
}

static void
test_new (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *source = g_strdup (get_source (fixture));
  GtkWidget *row;

  open_popover (fixture);
  /* The title of the job is offered first, ready to be typed over. */
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "Platform Engineer");
  g_assert_null (find_label (find_popover (fixture), "From the resume"));
  g_assert_null (find_button (find_popover (fixture), "Remove"));
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_for_close (fixture);

  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS + 1);
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, "Platform Engineer");
  g_assert_cmpstr (get_block (fixture, 1)->id, ==, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID);
  g_assert_cmpuint (matchum_workspace_find_title_line (fixture->workspace), ==, 1);
  row = editor_find_row (fixture, 1);
  g_assert_nonnull (find_label (row, "Title line for this posting"));
  g_assert_cmpstr (get_source (fixture), ==, source);

  /* It is taken away where it was given, not hidden, edited or deleted. */
  matchum_workspace_set_selected_block (fixture->workspace, 1);
  g_assert_false (matchum_block_object_get_state (matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row)))->can_edit);
  g_assert_true (press_key (row, GDK_KEY_F2, 0));
  matchum_ui_test_wait (find_popover (fixture) != NULL && gtk_widget_get_mapped (find_popover (fixture)));
  g_assert_null (editor_find_view (fixture));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "Platform Engineer");
  g_signal_emit_by_name (find_button (find_popover (fixture), "Remove"), "clicked");
  wait_for_close (fixture);
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  g_assert_null (matchum_workspace_get_title_line (fixture->workspace));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (matchum_workspace_get_title_line (fixture->workspace), ==, "Platform Engineer");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
}

static void
test_headline (EditorFixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (get_block (fixture, 1)->id);

  g_assert_cmpuint (matchum_workspace_find_title_line (fixture->workspace), ==, 1);
  g_assert_false (matchum_workspace_is_own_title_line (fixture->workspace, 1));
  open_popover (fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "Platform Engineer");
  g_assert_nonnull (find_label (find_popover (fixture), "From the resume"));
  g_signal_emit_by_name (find_button (find_popover (fixture), "From the resume"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, HEADLINE);
  /* What the resume says anyway is nothing of its own. */
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_for_close (fixture);
  g_assert_null (matchum_workspace_get_title_line (fixture->workspace));

  set_line (fixture, "  Python Engineer ");
  g_assert_cmpstr (matchum_workspace_get_title_line (fixture->workspace), ==, "Python Engineer");
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, "Python Engineer");
  g_assert_cmpstr (get_block (fixture, 1)->id, ==, id);
  g_assert_true (matchum_workspace_is_own_title_line (fixture->workspace, 1));
  g_assert_nonnull (strstr (get_source (fixture), HEADLINE));

  /* F2 where it is seen; back to what the resume says. */
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), 1);
  g_assert_true (press_key (editor_find_row (fixture, 1), GDK_KEY_F2, GDK_SHIFT_MASK));
  matchum_ui_test_wait (find_popover (fixture) != NULL && gtk_widget_get_mapped (find_popover (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "Python Engineer");
  g_signal_emit_by_name (find_button (find_popover (fixture), "Use the Resume’s"), "clicked");
  wait_for_close (fixture);
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, HEADLINE);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, "Python Engineer");

  /* The resume's own headline is edited where nothing stands in its place. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  editor_start (fixture, 1);
  assert_typed (fixture, HEADLINE);
}

static gboolean
is_visible (EditorFixture *fixture, guint block)
{
  return matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), block);
}

/* A line that is given is seen, though the headline in whose place it stands was hidden. */
static void
test_hidden_headline (EditorFixture *fixture, gconstpointer data)
{
  matchum_workspace_set_hidden (fixture->workspace, 1, TRUE);
  editor_flush (fixture);
  g_assert_false (is_visible (fixture, 1));

  g_assert_true (matchum_workspace_set_title_line (fixture->workspace, "Python Engineer"));
  editor_flush (fixture);
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, "Python Engineer");
  g_assert_true (is_visible (fixture, 1));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (matchum_block_get_text (get_block (fixture, 1)), ==, HEADLINE);
  g_assert_false (is_visible (fixture, 1));

  /* What takes a line away shows nothing. */
  g_assert_false (matchum_workspace_set_title_line (fixture->workspace, HEADLINE));
  g_assert_false (is_visible (fixture, 1));
}

static void
test_no_choice (EditorFixture *fixture, gconstpointer data)
{
  MatchumApplication *application;

  g_assert_true (matchum_workspace_set_title_line (fixture->workspace, "Engineer for you"));
  matchum_workspace_set_hidden (fixture->workspace, 1, TRUE);
  matchum_workspace_set_pinned (fixture->workspace, 1, TRUE);
  application = matchum_workspace_get_application (fixture->workspace);
  g_assert_false (matchum_application_is_hidden (application, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID));
  g_assert_false (matchum_application_is_pinned (application, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID));
  g_assert_true (is_visible (fixture, 1));
}

static void
test_no_posting (EditorFixture *fixture, gconstpointer data)
{
  set_line (fixture, "Engineer for you");
  matchum_workspace_set_current (fixture->workspace, NULL);
  g_assert_null (find_button (fixture->pane, "Title Line…"));
  g_assert_cmpuint (editor_count_blocks (fixture), ==, N_BLOCKS);
  g_assert_cmpuint (matchum_workspace_find_title_line (fixture->workspace), ==, MATCHUM_BLOCK_NONE);
  g_assert_false (matchum_workspace_set_title_line (fixture->workspace, "x"));
}

static void
test_restart (EditorFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspace) again = NULL;

  set_line (fixture, "Engineer for you");
  matchum_workspace_save_state (fixture->workspace);
  editor_flush (fixture);
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace),
                                 matchum_workspace_get_lexicon (fixture->workspace), (MatchumDay){ 2025, 6, 1 });
  g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (matchum_workspace_get_resume (again), 1)), ==,
                   "Engineer for you");
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);

  g_test_add ("/title-line/new", EditorFixture, NULL, set_up, test_new, editor_tear_down);
  g_test_add ("/title-line/headline", EditorFixture, with_headline, set_up, test_headline, editor_tear_down);
  g_test_add ("/title-line/hidden-headline", EditorFixture, with_headline, set_up, test_hidden_headline,
              editor_tear_down);
  g_test_add ("/title-line/no-choice", EditorFixture, NULL, set_up, test_no_choice, editor_tear_down);
  g_test_add ("/title-line/no-posting", EditorFixture, NULL, set_up, test_no_posting, editor_tear_down);
  g_test_add ("/title-line/restart", EditorFixture, NULL, set_up, test_restart, editor_tear_down);

  return g_test_run ();
}
