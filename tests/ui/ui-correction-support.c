/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands for the lines of a posting. */
#include "config.h"

#include "ui-correction-support.h"

#include "matchum-ui-test.h"
#include "ui-pane-support.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-posting-row.h"
#include "ui/matchum-words-view.h"

void
set_up (CorrectionFixture *fixture, gconstpointer data)
{
  set_up_for (fixture, CORRECTION_POSTING, 600);
}

void
set_up_for (CorrectionFixture *fixture, const char *posting, int width)
{
  fixture->workspace = create_workspace_for (CORRECTION_RESUME, posting);
  fixture->pane = g_object_ref_sink (matchum_posting_pane_new (fixture->workspace));
  fixture->window = present (fixture->pane, width, 900);
}

void
tear_down (CorrectionFixture *fixture, gconstpointer data)
{
  close_pane (fixture->window, fixture->pane, fixture->workspace);
}

void
settle (CorrectionFixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
  wait_for_paint (fixture->window);
}

const MatchumPostingLine *
find_line (CorrectionFixture *fixture, const char *text)
{
  MatchumPosting *posting = matchum_workspace_get_posting (fixture->workspace);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (g_str_equal (matchum_posting_line_get_text (matchum_posting_get_line (posting, i)), text))
      return matchum_posting_get_line (posting, i);
  return NULL;
}

void
assert_kind (CorrectionFixture *fixture, const char *text, MatchumPostingKind kind)
{
  const MatchumPostingLine *line = find_line (fixture, text);

  g_assert_nonnull (line);
  g_assert_cmpint (line->kind, ==, kind);
}

void
assert_focus (CorrectionFixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (MATCHUM_IS_POSTING_ROW (focus));
  g_assert_cmpstr (matchum_posting_object_get_text (matchum_posting_row_get_object (MATCHUM_POSTING_ROW (focus))), ==,
                   text);
}

void
assert_seen (CorrectionFixture *fixture, const char *text)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_posting_row (fixture->pane, text), list, &bounds));
  g_assert_true (bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list));
}

void
assert_undo_label (CorrectionFixture *fixture, const char *label)
{
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==, label);
}

void
focus_row (CorrectionFixture *fixture, const char *text)
{
  g_assert_true (gtk_widget_grab_focus (find_posting_row (fixture->pane, text)));
}

void
press_on_row (CorrectionFixture *fixture, const char *text, guint keyval, GdkModifierType modifiers)
{
  focus_row (fixture, text);
  g_assert_true (press_key (find_posting_row (fixture->pane, text), keyval, modifiers));
}

GtkWidget *
find_view (CorrectionFixture *fixture)
{
  return find_descendant (fixture->pane, MATCHUM_TYPE_WORDS_VIEW, 0);
}

GtkTextBuffer *
get_buffer (CorrectionFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_view (fixture)));
}

void
type_words (CorrectionFixture *fixture, const char *text)
{
  gtk_text_buffer_begin_user_action (get_buffer (fixture));
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), text, -1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (fixture));
}

gboolean
press_in_editor (CorrectionFixture *fixture, guint keyval, GdkModifierType modifiers)
{
  return press_in_view (find_view (fixture), keyval, modifiers);
}
