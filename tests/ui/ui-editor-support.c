/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands for the words of a block. */
#include "config.h"

#include "ui-editor-support.h"

#include "matchum-ui-test.h"
#include "resume/matchum-block-edit.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-words-view.h"

static void
told_cb (EditorFixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
  fixture->n_told++;
}

void
editor_set_up_for (EditorFixture *fixture, MatchumWorkspace *workspace)
{
  fixture->workspace = workspace;
  fixture->pane = g_object_ref_sink (matchum_resume_pane_new (fixture->workspace));
  g_signal_connect_swapped (fixture->pane, "told", G_CALLBACK (told_cb), fixture);
  fixture->window = present (fixture->pane, 600, 700);
}

void
editor_set_up (EditorFixture *fixture, gconstpointer data)
{
  editor_set_up_for (fixture, create_workspace ());
}

void
editor_tear_down (EditorFixture *fixture, gconstpointer data)
{
  close_pane (fixture->window, fixture->pane, fixture->workspace);
  g_clear_pointer (&fixture->told, g_free);
}

GtkWidget *
editor_find_row (EditorFixture *fixture, guint block)
{
  return find_block_row (fixture->pane, block);
}

/* The view that is open, or NULL. */
GtkWidget *
editor_find_view (EditorFixture *fixture)
{
  return find_descendant (fixture->pane, MATCHUM_TYPE_WORDS_VIEW, 0);
}

GtkTextBuffer *
editor_get_buffer (EditorFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor_find_view (fixture)));
}

void
editor_start (EditorFixture *fixture, guint block)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), block);
  g_assert_true (press_key (editor_find_row (fixture, block), GDK_KEY_F2, 0));
}

/* As the text view does with what is typed. */
void
editor_type (EditorFixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = editor_get_buffer (fixture);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

void
editor_erase (EditorFixture *fixture)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_bounds (editor_get_buffer (fixture), &first, &last);
  gtk_text_buffer_begin_user_action (editor_get_buffer (fixture));
  gtk_text_buffer_delete (editor_get_buffer (fixture), &first, &last);
  gtk_text_buffer_end_user_action (editor_get_buffer (fixture));
}

/* A key in the editor; FALSE where it is left to the text view. */
gboolean
editor_press (EditorFixture *fixture, guint keyval, GdkModifierType modifiers)
{
  return press_in_view (editor_find_view (fixture), keyval, modifiers);
}

char *
editor_dup_words (EditorFixture *fixture, guint block)
{
  return matchum_block_edit_dup_markdown (matchum_workspace_get_resume (fixture->workspace), block);
}

gboolean
editor_has_words (EditorFixture *fixture, guint block, const char *expected)
{
  g_autofree char *words = editor_dup_words (fixture, block);

  return g_strcmp0 (words, expected) == 0;
}

guint
editor_count_blocks (EditorFixture *fixture)
{
  return matchum_resume_get_n_blocks (matchum_workspace_get_resume (fixture->workspace));
}

void
editor_flush (EditorFixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
}

/* A press on the words of a row, at a point in their coordinates. */
void
editor_press_text (EditorFixture *fixture, guint block, int n_press, double x, double y)
{
  GtkWidget *label = find_descendant (find_block_row (fixture->pane, block), MATCHUM_TYPE_MARKED_LABEL, 0);
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

void
editor_double_click (EditorFixture *fixture, guint block, double x, double y)
{
  editor_press_text (fixture, block, 1, x, y);
  editor_press_text (fixture, block, 2, x, y);
}
