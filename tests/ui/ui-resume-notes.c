/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a resume could not be read: said once when it is opened, and listed where it can be mended, with ways to the
 * lines. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-notes-button.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-remarks-dialog.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-source-dialog.h"

/* Two jobs of which nobody can tell when they were. */
#define NOTED                                                                                                          \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.13 - 2021.02\n\n- 추천 모델 개발\n\n"     \
  "### 가람소프트, 백엔드 개발자, 2019.05 - 2018.02\n\n- 결제 서버 개발\n"
#define MENDED                                                                                                         \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.12 - 2021.02\n\n- 추천 모델 개발\n\n"     \
  "### 가람소프트, 백엔드 개발자, 2019.05 - 2020.02\n\n- 결제 서버 개발\n"
#define FIRST_LINE 5
#define SECOND_LINE 9

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 800, FALSE);
  self->workspace = matchum_window_get_workspace (self->window);
  self->folder = matchum_ui_test_create_folder ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
  matchum_ui_test_remove_folder (self->folder);
  g_object_unref (self->folder);
}

static void
open_file (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
  matchum_window_open_files (self->window, &file, 1, TRUE);
  matchum_ui_test_wait (!matchum_window_is_opening (self->window));
  matchum_ui_test_settle (GTK_WIDGET (self->window));
}

static GtkWidget *
find_label (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->window), text);
}

static gboolean
has_pane_button (Fixture *self)
{
  return matchum_ui_test_is_enabled (GTK_WIDGET (self->window), "win.resume-remarks");
}

static GtkListBoxRow *
find_row (GtkWidget *root, guint index)
{
  GtkWidget *list = matchum_ui_test_find_widget (root, GTK_TYPE_LIST_BOX);

  g_assert_nonnull (list);
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index);
}

static void
activate_row (GtkListBoxRow *row)
{
  g_assert_nonnull (row);
  g_assert_true (gtk_list_box_row_get_activatable (row));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static const char *
get_selected_words (Fixture *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  guint block = matchum_workspace_get_selected_block (self->workspace);

  g_assert_cmpuint (block, <, matchum_resume_get_n_blocks (resume));
  return matchum_block_get_text (matchum_resume_get_block (resume, block));
}

static void
test_opened (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  open_file (self, "resume.md", NOTED);
  matchum_ui_test_wait (find_label (self, "There are 2 remarks on what was opened") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-remarks", NULL);
  dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "resume.md, line 5"));
  activate_row (find_row (GTK_WIDGET (dialog), 1));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG) == NULL);
  g_assert_nonnull (strstr (get_selected_words (self), "가람소프트"));
  /* Said once. */
  matchum_ui_test_wait (find_label (self, "There are 2 remarks on what was opened") == NULL);
  g_assert_true (has_pane_button (self));
}

/* A resume that is read well says nothing. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  open_file (self, "resume.md", MENDED);
  g_assert_null (matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_NOTICE_BAR));
  g_assert_false (has_pane_button (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.resume-remarks", NULL);
  g_assert_null (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG));
}

static void
test_pane (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *pane;

  /* What was in the library before is not told of by itself. */
  matchum_ui_test_open_resume (self->workspace, NOTED);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_null (matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_NOTICE_BAR));
  matchum_ui_test_wait (has_pane_button (self));
  pane = matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_RESUME_PANE);
  g_assert_nonnull (matchum_ui_test_find_label (pane, "2"));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "preview");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.resume-remarks", NULL);
  dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG);
  g_assert_nonnull (dialog);
  activate_row (find_row (GTK_WIDGET (dialog), 0));
  g_assert_nonnull (strstr (get_selected_words (self), "이음마켓"));
  matchum_ui_test_wait (gtk_widget_get_mapped (pane));

  /* What is mended goes. */
  matchum_ui_test_open_resume (self->workspace, MENDED);
  matchum_ui_test_wait (!has_pane_button (self));
}

/* Another resume is opened where the remark is on that. */
static void
test_other_resume (Fixture *self, gconstpointer data)
{
  MatchumWorkspaceBaseline *first;
  GtkWindow *dialog;

  open_file (self, "resume.md", NOTED);
  first = matchum_workspace_get_baseline (self->workspace);
  matchum_workspace_add_baseline (self->workspace, "English", MENDED);
  matchum_ui_test_flush (self->workspace);
  g_assert_true (matchum_workspace_get_baseline (self->workspace) != first);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-remarks", NULL);
  dialog = matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_REMARKS_DIALOG);
  activate_row (find_row (GTK_WIDGET (dialog), 0));
  g_assert_true (matchum_workspace_get_baseline (self->workspace) == first);
  g_assert_nonnull (strstr (get_selected_words (self), "이음마켓"));
}

static guint
get_cursor_line (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&iter) + 1;
}

static void
test_source (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *button;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  matchum_ui_test_open_resume (self->workspace, NOTED);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-source", NULL);
  dialog = GTK_WIDGET (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_SOURCE_DIALOG));
  g_assert_nonnull (dialog);
  matchum_ui_test_wait (matchum_ui_test_find_label (dialog, "2 remarks") != NULL);
  button = matchum_ui_test_find_widget (dialog, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  matchum_ui_test_settle (dialog);
  activate_row (find_row (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), 1));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (matchum_ui_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW)));
  g_assert_cmpuint (get_cursor_line (buffer), ==, SECOND_LINE);

  /* They follow what is written. */
  gtk_text_buffer_get_iter_at_line (buffer, &start, SECOND_LINE - 1);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, "### 가람소프트, 백엔드 개발자, 2019.05 - 2020.02", -1);
  gtk_text_buffer_end_user_action (buffer);
  matchum_ui_test_wait (matchum_ui_test_find_label (dialog, "1 remark") != NULL);
  gtk_text_buffer_get_iter_at_line (buffer, &start, FIRST_LINE - 1);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  matchum_ui_test_wait (matchum_ui_test_find_widget (dialog, MATCHUM_TYPE_NOTES_BUTTON) == NULL);
}

#define ADD(name, test) g_test_add ("/ui/resume-notes/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("opened", test_opened);
  ADD ("nothing", test_nothing);
  ADD ("pane", test_pane);
  ADD ("other-resume", test_other_resume);
  ADD ("source", test_source);
  return matchum_ui_test_run ();
}
