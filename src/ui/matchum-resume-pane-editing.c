/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is edited in the list itself: the words of blocks, new blocks and blocks that go. One block at most is being
 * edited; what is to happen when the library has done its part is kept as wishes, by ids. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "resume/matchum-block-edit.h"
#include "ui/matchum-block-menu.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-resume-pane-private.h"
#include "ui/matchum-row-menu.h"

static const MatchumBlock *
find_block (MatchumResumePane *self, const char *id)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);

  return resume != NULL && id != NULL ? matchum_resume_lookup (resume, id) : NULL;
}

static const MatchumBlock *
get_block (MatchumResumePane *self, guint index)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);

  return resume != NULL && index < matchum_resume_get_n_blocks (resume) ? matchum_resume_get_block (resume, index)
                                                                        : NULL;
}

/* The block as the resume itself has it, which what is done to that goes by: its place may be another one. */
static const MatchumBlock *
find_in_baseline (MatchumResumePane *self, const MatchumBlock *block, MatchumResume **resume)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);

  *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  return block != NULL ? matchum_workspace_find_in_baseline (self->workspace, block->id) : NULL;
}

static void
set_string (char **string, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*string);
  *string = copy;
}

static gboolean
can_write (MatchumResumePane *self)
{
  return matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace)) == NULL;
}

static MatchumBlockRow *
get_edited_row (MatchumResumePane *self)
{
  GtkWidget *row =
      self->editor != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (self->editor), MATCHUM_TYPE_BLOCK_ROW) : NULL;

  return row != NULL ? MATCHUM_BLOCK_ROW (row) : NULL;
}

static void
end_editing (MatchumResumePane *self, MatchumWordsEditorEnd end)
{
  if (self->editor != NULL)
    matchum_words_editor_end (MATCHUM_WORDS_EDITOR (self->editor), end);
}

static void
tell (MatchumResumePane *self, const char *text)
{
  g_signal_emit (self, matchum_resume_pane_get_signal (MATCHUM_RESUME_PANE_TOLD), 0, text);
}

static void
tell_removed (MatchumResumePane *self, guint n_below)
{
  g_autofree char *text = NULL;

  if (n_below == 0)
    text = g_strdup (_ ("Item deleted from the resume"));
  else
    /* Translators: a heading of the resume was deleted, and so many items that stood under it. */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted from the resume with %u item under it",
                                         "Deleted from the resume with %u items under it", n_below),
                            n_below);
  tell (self, text);
}

/* The focus goes on to a neighbour once the block is gone. */
static void
leave_block (MatchumResumePane *self, const MatchumBlock *block, const char *heir)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);

  if (heir == NULL && block->end < matchum_resume_get_n_blocks (resume))
    heir = matchum_resume_get_block (resume, block->end)->id;
  else if (heir == NULL && block->index > 0)
    heir = matchum_resume_get_block (resume, block->index - 1)->id;
  set_string (&self->leaving, block->id);
  set_string (&self->heir, heir);
}

static void
delete_block (MatchumResumePane *self, guint index)
{
  const MatchumBlock *block = get_block (self, index), *own;
  MatchumResume *resume;
  g_autofree char *source = NULL;
  g_autofree char *id = NULL;
  guint n_below;

  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  own = find_in_baseline (self, block, &resume);
  if (own != NULL && can_write (self))
    source = matchum_block_edit_remove (resume, own->index);
  if (source == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  id = g_strdup (block->id);
  n_below = own->end - own->index - 1;
  leave_block (self, block, NULL);
  matchum_workspace_remove_block (self->workspace, id);
  tell_removed (self, n_below);
}

/* What can be put behind a block of a resume: more of its kind, or what a heading is followed by. */
static gboolean
find_new_kind (MatchumResume *resume, const MatchumBlock *block, const char *words, MatchumBlockKind *kind)
{
  gboolean is_paragraph = block->kind == MATCHUM_BLOCK_PARAGRAPH || block->kind == MATCHUM_BLOCK_TITLE;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *source = NULL;

      *kind = is_paragraph == (i == 0) ? MATCHUM_BLOCK_PARAGRAPH : MATCHUM_BLOCK_ITEM;
      source = matchum_block_edit_insert_after (resume, block->index, *kind, words);
      if (source != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_below (MatchumResumePane *self, const char *after)
{
  MatchumResume *resume;
  const MatchumBlock *block = find_in_baseline (self, find_block (self, after), &resume);
  /* Translators: the words of an item that was just added to a resume, to be typed over. */
  const char *words = _ ("New item");
  MatchumBlockKind kind;

  if (block == NULL || !can_write (self) || self->added_with != NULL || !find_new_kind (resume, block, words, &kind))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->added_with = g_uuid_string_random ();
  set_string (&self->added_after, after);
  matchum_workspace_insert_block_in (self->workspace, matchum_workspace_get_baseline (self->workspace), after, kind,
                                     words, self->added_with);
}

/* What the end of a sitting means for the list. The row takes the focus over before the editor leaves it. */
static void
editor_ended_cb (MatchumResumePane *self, int end, MatchumBlockEditor *editor)
{
  g_autofree char *id = g_strdup (matchum_block_editor_get_block_id (editor));
  const MatchumBlock *block = find_block (self, id);
  MatchumBlockRow *row = get_edited_row (self);
  gboolean is_fresh = matchum_block_editor_is_fresh (editor);
  guint n_below;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (row != NULL && end != MATCHUM_WORDS_EDITOR_LEFT && matchum_block_row_get_object (row) != NULL)
    matchum_list_focus_row (GTK_WIDGET (row));
  if (block != NULL && row != NULL && matchum_block_row_get_object (row) != NULL)
    matchum_resume_pane_hold_block (self, block->index);
  if (matchum_block_editor_get_removed (editor, &n_below))
    {
      if (block != NULL && end != MATCHUM_WORDS_EDITOR_LEFT)
        leave_block (self, block, is_fresh ? self->added_after : NULL);
      if (!is_fresh)
        tell_removed (self, n_below);
    }
  else if (matchum_block_editor_is_unsure (editor))
    {
      g_free (self->unsure_words);
      self->unsure_words = matchum_words_editor_dup_text (MATCHUM_WORDS_EDITOR (editor));
      set_string (&self->unsure, id);
      self->unsure_place = matchum_block_editor_get_place (editor);
    }

  if (row != NULL)
    matchum_block_row_set_editor (row, NULL);
  g_signal_handlers_disconnect_by_func (editor, editor_ended_cb, self);
  g_clear_object (&self->editor);
  if (end == MATCHUM_WORDS_EDITOR_CONTINUED)
    add_below (self, id);
}

static GtkWidget *
ensure_row (MatchumResumePane *self, guint index)
{
  GtkWidget *row = matchum_resume_pane_get_row (self, index);

  if (row == NULL || !gtk_widget_get_mapped (row))
    matchum_list_reveal (self->view, index, row);
  return matchum_resume_pane_get_row (self, index);
}

/* Whether all that a block says is the title line that the posting has of its own: it is edited elsewhere. */
static gboolean
is_title_line (MatchumResumePane *self, const MatchumBlock *block)
{
  return matchum_workspace_is_own_title_line (self->workspace, block->index)
         && g_strcmp0 (matchum_block_get_text (block), matchum_workspace_get_title_line (self->workspace)) == 0;
}

/* added_with: the merge key of a block that was just added, or NULL. Returns NULL where it cannot be edited. */
static MatchumBlockEditor *
start_editing (MatchumResumePane *self, guint index, const char *added_with, gsize offset)
{
  const MatchumBlock *block = get_block (self, index);
  GtkWidget *row;

  if (block != NULL && self->editor != NULL && matchum_block_editor_is_of (self->editor, block))
    return self->editor;
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  block = get_block (self, index);
  if (block != NULL && can_write (self) && is_title_line (self, block))
    {
      row = ensure_row (self, index);
      if (row != NULL)
        gtk_widget_activate_action (row, "block.title-line", NULL);
      return NULL;
    }
  row = block != NULL && matchum_block_editor_is_possible (self->workspace, index) ? ensure_row (self, index) : NULL;
  if (row == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return NULL;
    }

  self->editor =
      MATCHUM_BLOCK_EDITOR (g_object_ref_sink (matchum_block_editor_new (self->workspace, index, added_with)));
  g_signal_connect_object (self->editor, "ended", G_CALLBACK (editor_ended_cb), self, G_CONNECT_SWAPPED);
  matchum_resume_pane_hold_block (self, index);
  matchum_block_row_set_editor (MATCHUM_BLOCK_ROW (row), GTK_WIDGET (self->editor));
  matchum_block_editor_start (self->editor, offset);
  return self->editor;
}

/* The block that was added is edited as soon as it is in the list; where the one before it was selected, it is now. */
static void
edit_wanted (MatchumResumePane *self)
{
  const MatchumBlock *block = find_block (self, self->wanted);
  const MatchumBlock *before = find_block (self, self->added_after);
  g_autofree char *added_with = NULL;
  guint index;

  if (block == NULL)
    return;
  index = block->index;
  added_with = g_steal_pointer (&self->added_with);
  g_clear_pointer (&self->wanted, g_free);
  if (before != NULL && matchum_workspace_get_selected_block (self->workspace) == before->index)
    matchum_workspace_set_selected_block (self->workspace, index);
  start_editing (self, index, added_with, 0);
}

static void
inserted_cb (MatchumResumePane *self, const char *id)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (self->added_with == NULL)
    return;
  set_string (&self->wanted, id);
  edit_wanted (self);
}

static void
forget_wishes (MatchumResumePane *self)
{
  g_clear_pointer (&self->added_with, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->leaving, g_free);
  g_clear_pointer (&self->heir, g_free);
  g_clear_pointer (&self->unsure, g_free);
  g_clear_pointer (&self->unsure_words, g_free);
  g_clear_pointer (&self->pressed, g_free);
  g_clear_pointer (&self->moved, g_free);
}

static void
follow_removal (MatchumResumePane *self)
{
  const MatchumBlock *heir;

  if (self->leaving == NULL || find_block (self, self->leaving) != NULL)
    return;
  heir = find_block (self, self->heir);
  g_clear_pointer (&self->leaving, g_free);
  if (heir != NULL)
    matchum_resume_pane_focus_block (self, heir->index);
}

static void
rewritten_cb (MatchumResumePane *self)
{
  const MatchumBlock *edited;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  g_clear_pointer (&self->unsure, g_free);
  edited = self->editor != NULL ? find_block (self, matchum_block_editor_get_block_id (self->editor)) : NULL;
  if (edited != NULL)
    matchum_resume_pane_hold_block (self, edited->index);
  follow_removal (self);
  edit_wanted (self);
  matchum_resume_pane_follow_move (self);
}

/* Words that could not be written are not lost: they are there to be kept by other means, or tried again. */
static void
failed_cb (MatchumResumePane *self)
{
  g_autofree char *id = g_steal_pointer (&self->unsure);
  g_autofree char *words = g_steal_pointer (&self->unsure_words);
  const MatchumBlock *block = find_block (self, id);
  MatchumBlockEditor *editor;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  forget_wishes (self);
  if (block == NULL || self->editor != NULL)
    return;
  editor = start_editing (self, block->index, NULL, G_MAXSIZE);
  if (editor == NULL)
    return;
  matchum_block_editor_set_place (editor, self->unsure_place);
  matchum_block_editor_set_text (editor, words);
}

static void
opened_cb (MatchumResumePane *self)
{
  const MatchumBlock *edited;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  edited = self->editor != NULL ? find_block (self, matchum_block_editor_get_block_id (self->editor)) : NULL;
  if (edited == NULL || !matchum_block_editor_is_of (self->editor, edited))
    end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  forget_wishes (self);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);

  if (self->workspace != NULL)
    start_editing (self, g_variant_get_uint32 (parameter), NULL, G_MAXSIZE);
}

static void
reword_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  MatchumBlockEditor *editor;

  if (self->workspace == NULL)
    return;
  if (matchum_workspace_get_current (self->workspace) == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  editor = start_editing (self, g_variant_get_uint32 (parameter), NULL, G_MAXSIZE);
  if (editor != NULL)
    matchum_block_editor_set_place (editor, MATCHUM_WORDS_OF_POSTING);
}

void
matchum_resume_pane_edit_wording (MatchumResumePane *self, const char *id)
{
  const MatchumBlock *block = self->workspace != NULL ? find_block (self, id) : NULL;
  g_autofree char *words = block != NULL ? matchum_workspace_dup_baseline_words (self->workspace, id) : NULL;
  g_autofree char *merge_key = g_uuid_string_random ();
  MatchumBlockEditor *editor;

  if (words == NULL)
    return;
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  matchum_workspace_keep_wording (self->workspace, id, merge_key);
  block = find_block (self, id);
  editor = block != NULL ? start_editing (self, block->index, NULL, G_MAXSIZE) : NULL;
  if (editor != NULL)
    matchum_block_editor_merge (editor, merge_key, words);
}

static void
drop_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  const MatchumBlock *block = self->workspace != NULL ? get_block (self, g_variant_get_uint32 (parameter)) : NULL;

  if (block == NULL || !can_write (self)
      || matchum_workspace_get_wording (self->workspace, block->id) == MATCHUM_WORDING_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  matchum_workspace_drop_wording (self->workspace, block->id);
  tell (self, _ ("The resume’s words are used again"));
}

static void
add_below_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  const MatchumBlock *block = self->workspace != NULL ? get_block (self, g_variant_get_uint32 (parameter)) : NULL;
  g_autofree char *id = NULL;

  if (block == NULL)
    return;
  id = g_strdup (block->id);
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  add_below (self, id);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);

  if (self->workspace != NULL)
    delete_block (self, g_variant_get_uint32 (parameter));
}

/* The pointer */

static MatchumBlockRow *
pick_row (MatchumResumePane *self, double x, double y, graphene_point_t *point)
{
  return (MatchumBlockRow *) matchum_words_editor_pick_row (GTK_WIDGET (self->view), MATCHUM_TYPE_BLOCK_ROW, x, y,
                                                            point);
}

/* What is pressed for the first time: the words of a block, or nothing. */
static void
note_press (MatchumResumePane *self, double x, double y)
{
  graphene_point_t point;
  MatchumBlockRow *row = pick_row (self, x, y, &point);
  gsize offset;

  g_clear_pointer (&self->pressed, g_free);
  if (row == NULL || !matchum_block_row_find_words (row, (double) point.x, (double) point.y, &offset))
    return;
  self->pressed = g_strdup (matchum_block_object_get_block (matchum_block_row_get_object (row))->id);
  self->pressed_offset = offset;
}

/* The list counts presses, too, but takes each for itself; and rows move when one of them is selected by the first, so
 * that the second may be upon another row, or on a button. */
static gboolean
is_second_press (MatchumResumePane *self, int n_press, double x, double y, guint32 time)
{
  int most_time, most_distance;

  if (n_press == 2)
    return TRUE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most_time,
                "gtk-double-click-distance", &most_distance, NULL);
  return time - self->pressed_at <= (guint32) most_time && ABS (x - self->pressed_x) <= most_distance
         && ABS (y - self->pressed_y) <= most_distance;
}

static void
pressed_cb (MatchumResumePane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  const MatchumBlock *block = find_block (self, self->pressed);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (block != NULL && is_second_press (self, n_press, x, y, time))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      g_clear_pointer (&self->pressed, g_free);
      start_editing (self, block->index, NULL, self->pressed_offset);
      return;
    }
  note_press (self, x, y);
  self->pressed_at = time;
  self->pressed_x = x;
  self->pressed_y = y;
}

/* The menu is that of the row under the pointer, which is selected, so that it is seen whose it is. */
static void
popup_menu_cb (gpointer pane, double x, double y, GtkGesture *gesture)
{
  MatchumResumePane *self = pane;
  graphene_point_t point;
  MatchumBlockRow *row = pick_row (self, x, y, &point);
  MatchumBlockObject *object = row != NULL ? matchum_block_row_get_object (row) : NULL;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (object == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  if (matchum_resume_pane_is_selectable (object))
    matchum_workspace_set_selected_block (self->workspace, matchum_block_object_get_index (object));
  matchum_block_menu_popup (row, (double) point.x, (double) point.y);
}

/* Going in and out */

void
matchum_resume_pane_add_gestures (MatchumResumePane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  matchum_row_menu_watch (GTK_WIDGET (self->view), popup_menu_cb, self);
}

void
matchum_resume_pane_install_editing (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "resume.edit", "u", edit_cb);
  gtk_widget_class_install_action (pane_class, "resume.reword", "u", reword_cb);
  gtk_widget_class_install_action (pane_class, "resume.drop-wording", "u", drop_wording_cb);
  gtk_widget_class_install_action (pane_class, "resume.add-below", "u", add_below_cb);
  gtk_widget_class_install_action (pane_class, "resume.delete", "u", delete_cb);
}

void
matchum_resume_pane_connect_editing (MatchumResumePane *self)
{
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "inserted", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
matchum_resume_pane_is_editing (MatchumResumePane *self, guint index)
{
  const MatchumBlock *block = get_block (self, index);

  return self->editor != NULL && block != NULL && matchum_block_editor_is_of (self->editor, block);
}

void
matchum_resume_pane_end_editing (MatchumResumePane *self)
{
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
}

void
matchum_resume_pane_stop_editing (MatchumResumePane *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  forget_wishes (self);
}

static gboolean
check_row_cb (gpointer user_data)
{
  MatchumResumePane *self = user_data;
  MatchumBlockRow *row = get_edited_row (self);

  self->check_id = 0;
  if (row == NULL || matchum_block_row_get_object (row) == NULL)
    end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* Rows whose place in the list becomes another one are taken out of it and put back. */
void
matchum_resume_pane_release_row (MatchumResumePane *self, MatchumBlockRow *row)
{
  matchum_block_menu_drop (row);
  if (row == get_edited_row (self) && self->check_id == 0)
    self->check_id = g_idle_add_full (G_PRIORITY_HIGH, check_row_cb, self, NULL);
}

void
matchum_resume_pane_take_row (MatchumResumePane *self, MatchumBlockRow *row)
{
  MatchumBlockObject *object = matchum_block_row_get_object (row);

  if (row == get_edited_row (self)
      && !matchum_block_editor_is_of (self->editor, matchum_block_object_get_block (object)))
    end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
}
