/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices of one posting taken over for another that is alike, and what tags choose, in the window. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-alike-search.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-tag-popover.h"
#include "ui/matchum-take-choices-dialog.h"
#include "ui/matchum-window-private.h"

/* Much like the posting of the tests, */
#define ALIKE                                                                                                              \
  "---\ncompany: 당근\ntitle: ML Engineer\n---\n\n## 자격요건\n\n- PyTorch 경험\n- Kubernetes 경험\n- Kubeflow " \
  "경험\n\n"                                                                                                             \
  "## 우대사항\n\n- BigQuery 경험\n"
/* a little, */
#define DISTANT                                                                                                                          \
  "---\ncompany: 봄날\ntitle: 마케터\n---\n\n## 자격요건\n\n- 광고 운영 경험\n- 카피라이팅 경험\n- GA4 경험\n\n" \
  "## 우대사항\n\n- BigQuery 경험\n"
/* and not at all. */
#define OTHER "---\ncompany: 햇살\ntitle: 간호사\n---\n\n## 자격요건\n\n- 간호사 면허 소지자\n"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *first;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 720, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
  self->first = matchum_workspace_get_current (self->workspace);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
}

static guint
find_block (Fixture *self, const char *words)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), words);
}

static const char *
find_id (Fixture *self, const char *words)
{
  return matchum_resume_get_block (matchum_workspace_get_resume (self->workspace), find_block (self, words))->id;
}

static gboolean
is_hidden (Fixture *self, const char *words)
{
  return matchum_workspace_is_hidden (self->workspace, find_block (self, words));
}

static MatchumTakeChoicesDialog *
open_dialog (Fixture *self)
{
  MatchumTakeChoicesDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.take-choices", NULL));
  matchum_ui_test_wait (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_TAKE_CHOICES_DIALOG) != NULL);
  dialog = MATCHUM_TAKE_CHOICES_DIALOG (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_TAKE_CHOICES_DIALOG));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)) && !matchum_take_choices_dialog_is_busy (dialog));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  return dialog;
}

static gboolean
has_dialog (Fixture *self)
{
  return matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_TAKE_CHOICES_DIALOG) != NULL;
}

static gboolean
says (gpointer root, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (root), text) != NULL;
}

static GtkListBoxRow *
get_row (MatchumTakeChoicesDialog *dialog, int index)
{
  GtkWidget *list = matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);
}

static const char *
get_notice (Fixture *self)
{
  return matchum_notice_bar_get_text (self->window->alike_bar);
}

/* A toast, which comes once an edit is on the disk. */
static void
wait_for_toast (Fixture *self, const char *text)
{
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (self->window), text) != NULL);
}

static void
test_take (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_hide (self->workspace, "BigQuery");
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  g_assert_false (is_hidden (self, "zebrawiki"));
  dialog = open_dialog (self);
  g_assert_true (says (dialog, "링크온 · ML Engineer"));
  g_assert_true (says (dialog, "3 shared criteria: PyTorch, Kubernetes, BigQuery")
                 || says (dialog, "3 shared criteria: Kubernetes, PyTorch, BigQuery"));
  g_assert_true (says (dialog, "2 hidden"));
  g_assert_true (says (dialog, "Required 2/3 · Preferred 1/1 → 0/1 · 2 of 4 items shown"));
  /* Nothing is taken over unasked. */
  g_assert_false (is_hidden (self, "zebrawiki"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.take", NULL));
  matchum_ui_test_wait (!has_dialog (self));
  g_assert_true (is_hidden (self, "zebrawiki"));
  g_assert_true (is_hidden (self, "BigQuery"));
  wait_for_toast (self, "Taken over from 링크온: 2 hidden");
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (self->workspace)), ==,
                   "Take Choices Over");
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_false (is_hidden (self, "zebrawiki"));
  g_assert_false (is_hidden (self, "BigQuery"));
}

/* Own words and the order come along, and the verdicts told are those of these words. */
static void
test_words (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog;
  g_autoptr (MatchumApplication) worded =
      matchum_application_with_wording (matchum_workspace_get_application (self->workspace),
                                        find_id (self, "zebrawiki"), "Kubeflow 파이프라인을 운영",
                                        "사내 위키를 정리한 zebrawiki 담당");

  matchum_workspace_choose (self->workspace, worded, "Reword");
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  dialog = open_dialog (self);
  g_assert_true (says (dialog, "1 wording of its own"));
  g_assert_true (says (dialog, "Required 2/3 → 3/3 · Preferred 1/1 · 4 of 4 items shown"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.take", NULL));
  matchum_ui_test_wait (!has_dialog (self));
  g_assert_nonnull (
      strstr (matchum_block_get_text (matchum_resume_get_block (matchum_workspace_get_resume (self->workspace),
                                                                find_block (self, "파이프라인"))),
              "Kubeflow"));
  g_assert_cmpuint (matchum_coverage_get_required (matchum_workspace_get_coverage (self->workspace)).met, ==, 3);
}

/* The most alike first; those without choices, over another resume and that share nothing are not listed. */
static void
test_order (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_add_posting (self->workspace, DISTANT);
  matchum_ui_test_hide (self->workspace, "PyTorch");
  matchum_ui_test_add_posting (self->workspace, OTHER);
  matchum_ui_test_hide (self->workspace, "Kubernetes");
  matchum_ui_test_add_posting (self->workspace, "---\ncompany: 빈손\n---\n\n## 자격요건\n\n- PyTorch 경험\n");
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  dialog = open_dialog (self);
  g_assert_true (says (get_row (dialog, 0), "링크온 · ML Engineer"));
  g_assert_true (says (get_row (dialog, 1), "봄날 · 마케터"));
  g_assert_null (get_row (dialog, 2));
  gtk_list_box_select_row (GTK_LIST_BOX (matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX)),
                           get_row (dialog, 1));
  g_assert_true (says (dialog, "Required 2/3 → 1/3 · Preferred 1/1 · 3 of 4 items shown"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  matchum_ui_test_wait (!has_dialog (self));
}

static void
test_none (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog = open_dialog (self);

  g_assert_true (says (dialog, "Nothing to Take Over"));
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Take Over")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  matchum_ui_test_wait (!has_dialog (self));
}

/* What was taken over already changes nothing. */
static void
test_again (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  dialog = open_dialog (self);
  g_assert_true (says (dialog, "Nothing would change"));
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Take Over")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  matchum_ui_test_wait (!has_dialog (self));
}

/* A dialog that closes while postings are read lets go of all. */
static void
test_close_while_reading (Fixture *self, gconstpointer data)
{
  MatchumTakeChoicesDialog *dialog = matchum_take_choices_dialog_new (self->workspace);
  gpointer watched = dialog;

  g_assert_true (matchum_take_choices_dialog_is_busy (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_destroy (GTK_WINDOW (dialog));
  matchum_ui_test_wait (watched == NULL);
}

static void
test_notice (Fixture *self, gconstpointer data)
{
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  g_assert_null (get_notice (self));
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  matchum_ui_test_wait (get_notice (self) != NULL);
  g_assert_cmpstr (get_notice (self), ==,
                   "Much like 링크온 · ML Engineer (3 shared criteria): take over what was chosen there?");
  g_assert_false (is_hidden (self, "zebrawiki"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.dismiss-alike", NULL));
  g_assert_null (get_notice (self));
  /* It is said once. */
  matchum_workspace_set_current (self->workspace, self->first);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_null (get_notice (self));
}

/* What is not much alike is not pointed out, nor what would change nothing. */
static void
test_no_notice (Fixture *self, gconstpointer data)
{
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_add_posting (self->workspace, DISTANT);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_null (get_notice (self));
  matchum_workspace_set_current (self->workspace, self->first);
  matchum_workspace_set_hidden (self->workspace, find_block (self, "zebrawiki"), FALSE);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  g_assert_null (get_notice (self));
}

static void
test_tags_of_added (Fixture *self, gconstpointer data)
{
  matchum_workspace_set_tag (self->workspace, find_id (self, "zebrawiki"), "ML", FALSE);
  matchum_workspace_set_tag (self->workspace, find_id (self, "BigQuery"), "머신러닝", TRUE);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  g_assert_true (is_hidden (self, "zebrawiki"));
  wait_for_toast (self, "1 item hidden and 1 pinned by your tags");
}

static void
test_apply_tags (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.apply-tags", NULL));
  wait_for_toast (self, "No item of this resume has a tag. “Always for…” in the menu of an item gives it one.");
  matchum_workspace_set_tag (self->workspace, find_id (self, "zebrawiki"), "ML", FALSE);
  matchum_ui_test_flush (self->workspace);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.apply-tags", NULL));
  g_assert_true (is_hidden (self, "zebrawiki"));
  wait_for_toast (self, "1 item hidden by your tags");
  matchum_ui_test_flush (self->workspace);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.apply-tags", NULL));
  wait_for_toast (self, "No tag fits this posting, or all is so already");
}

static gboolean
shows (GtkWidget *root, const char *words)
{
  MatchumBlockObject *object =
      MATCHUM_IS_BLOCK_ROW (root) ? matchum_block_row_get_object (MATCHUM_BLOCK_ROW (root)) : NULL;

  return object != NULL && gtk_widget_get_mapped (root)
         && strstr (matchum_block_get_text (matchum_block_object_get_block (object)), words) != NULL;
}

static GtkWidget *
find_row (GtkWidget *root, const char *words)
{
  if (shows (root, words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_popover (GtkWidget *row, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && gtk_widget_get_mapped (child))
      return child;
  return NULL;
}

/* From the menu of an item: a word is written, chips show it where no posting is open, and the menu takes it away. */
static void
test_tag_item (Fixture *self, gconstpointer data)
{
  GtkWidget *row, *popover, *entry;

  matchum_workspace_show_baseline (self->workspace, matchum_workspace_get_baseline (self->workspace));
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  row = find_row (GTK_WIDGET (self->window), "zebrawiki");
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "block.menu", NULL);
  matchum_ui_test_wait (find_popover (row, GTK_TYPE_POPOVER_MENU) != NULL);
  g_assert_true (says (row, "Always for…"));
  g_assert_true (gtk_widget_activate_action (row, "tagging.always", NULL));
  matchum_ui_test_wait (find_popover (row, MATCHUM_TYPE_TAG_POPOVER) != NULL);
  popover = find_popover (row, MATCHUM_TYPE_TAG_POPOVER);
  entry = matchum_ui_test_find_widget (popover, GTK_TYPE_ENTRY);
  g_assert_false (gtk_widget_is_sensitive (matchum_ui_test_find_button (popover, "_Add")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ML");
  g_signal_emit_by_name (entry, "activate");
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_wait (find_popover (row, MATCHUM_TYPE_TAG_POPOVER) == NULL);
  matchum_ui_test_wait (says (row, "ML"));

  gtk_widget_activate_action (row, "block.menu", NULL);
  matchum_ui_test_wait (find_popover (row, GTK_TYPE_POPOVER_MENU) != NULL);
  g_assert_true (says (row, "No Longer Always for “ML”"));
  g_assert_true (gtk_widget_activate_action (row, "tagging.priority", "i", 3));
  g_assert_true (gtk_widget_activate_action (row, "tagging.untag", "s", "ML"));
  gtk_popover_popdown (GTK_POPOVER (find_popover (row, GTK_TYPE_POPOVER_MENU)));
  matchum_ui_test_wait (find_popover (row, GTK_TYPE_POPOVER_MENU) == NULL);
  matchum_ui_test_flush (self->workspace);
  /* Rows out of sight are shown anew a little later. */
  matchum_ui_test_wait (!says (row, "ML"));
  g_assert_true (says (row, "3"));
  g_assert_cmpuint (matchum_workspace_get_priority (self->workspace, find_id (self, "zebrawiki")), ==, 3);
}

/* From the menu of a posting in the sidebar, which is opened then. */
static void
test_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  matchum_workspace_set_current (self->workspace, self->first);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  row = gtk_widget_get_ancestor (matchum_ui_test_find_label (GTK_WIDGET (self->window->sidebar), "당근"),
                                 MATCHUM_TYPE_SIDEBAR_ROW);
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "sidebar.menu", NULL);
  matchum_ui_test_wait (find_popover (row, GTK_TYPE_POPOVER_MENU) != NULL);
  g_assert_true (says (row, "Take Choices From…"));
  g_assert_true (says (row, "Apply Tags"));
  gtk_popover_popdown (GTK_POPOVER (find_popover (row, GTK_TYPE_POPOVER_MENU)));
  g_assert_true (gtk_widget_activate_action (row, "sidebar.take-choices", NULL));
  matchum_ui_test_wait (has_dialog (self));
  g_assert_true (matchum_workspace_get_current (self->workspace) != self->first);
  gtk_window_close (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_TAKE_CHOICES_DIALOG));
  matchum_ui_test_wait (!has_dialog (self));
}

/* Words of other items are offered. */
static void
test_suggestion (Fixture *self, gconstpointer data)
{
  GtkWidget *row, *popover, *button;
  g_autoptr (GPtrArray) tags = NULL;

  matchum_workspace_set_tag (self->workspace, find_id (self, "Kubernetes"), "플랫폼", TRUE);
  matchum_ui_test_flush (self->workspace);
  row = find_row (GTK_WIDGET (self->window), "zebrawiki");
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "block.menu", NULL);
  g_assert_true (gtk_widget_activate_action (row, "tagging.never", NULL));
  matchum_ui_test_wait (find_popover (row, MATCHUM_TYPE_TAG_POPOVER) != NULL);
  popover = find_popover (row, MATCHUM_TYPE_TAG_POPOVER);
  button = gtk_widget_get_ancestor (matchum_ui_test_find_label (popover, "플랫폼"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  matchum_ui_test_flush (self->workspace);
  tags = matchum_workspace_list_tags (self->workspace, find_id (self, "zebrawiki"));
  g_assert_cmpuint (tags->len, ==, 1);
  /* No chip shows it while a posting is open. */
  wait_for_toast (self, "New applications that “플랫폼” fits will hide this item");
  g_assert_false (is_hidden (self, "zebrawiki"));
}

#define N_MANY 2000

/* What an ordinary posting says below its names. */
static char *
dup_long_body (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/io/github/matchum/Matchum/samples/posting-ko.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *end;

  g_assert_nonnull (bytes);
  end = g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\n---\n");
  g_assert_nonnull (end);
  return g_strndup (end + 5, (const char *) g_bytes_get_data (bytes, NULL) + g_bytes_get_size (bytes) - end - 5);
}

/* What was read of postings for the notice is read again. */
static void
forget_all (Fixture *self)
{
  GListModel *postings = matchum_workspace_get_postings (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      matchum_workspace_posting_forget_match (posting);
    }
}

/* 2,000 postings are read while the window lives on: no slice of it takes long. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  MatchumTakeChoicesDialog *dialog;
  g_autofree char *body = dup_long_body ();
  gint64 start, longest = 0, last;

  matchum_ui_test_hide (self->workspace, "zebrawiki");
  for (guint i = 0; i < N_MANY; i++)
    {
      MatchumPostingRecord *record = matchum_posting_record_new ();

      record->id = g_strdup_printf ("posting-%u", i);
      record->text =
          g_strdup_printf ("---\ncompany: 회사 %u\ntitle: ML Engineer\n---\n\n%s\n- Kubernetes 경험\n", i, body);
      record->created_on = g_strdup ("2026-11-01");
      matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, record,
                        (GDestroyNotify) matchum_posting_record_free);
    }
  matchum_library_edit (matchum_workspace_get_library (self->workspace), edit, &error);
  g_assert_no_error (error);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_add_posting (self->workspace, ALIKE);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
  forget_all (self);
  dialog = matchum_take_choices_dialog_new (self->workspace);
  start = last = g_get_monotonic_time ();
  while (matchum_take_choices_dialog_is_busy (dialog))
    {
      gint64 now;

      g_main_context_iteration (NULL, TRUE);
      now = g_get_monotonic_time ();
      longest = MAX (longest, now - last);
      last = now;
    }
  g_test_message ("%u postings compared in %.0f ms, %.0f ms at most at once", N_MANY, (double) (last - start) / 1000,
                  (double) longest / 1000);
  g_assert_cmpint (last - start, <, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (longest, <, G_USEC_PER_SEC);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define TEST(name, func) g_test_add ("/take-choices/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  TEST ("take", test_take);
  TEST ("words", test_words);
  TEST ("order", test_order);
  TEST ("none", test_none);
  TEST ("again", test_again);
  TEST ("close-while-reading", test_close_while_reading);
  TEST ("notice", test_notice);
  TEST ("no-notice", test_no_notice);
  TEST ("tags-of-added", test_tags_of_added);
  TEST ("apply-tags", test_apply_tags);
  TEST ("tag-item", test_tag_item);
  TEST ("menu", test_menu);
  TEST ("suggestion", test_suggestion);
  TEST ("many", test_many);
  return matchum_ui_test_run ();
}
