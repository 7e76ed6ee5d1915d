/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting right how lines of the posting were read: by menu, by key and in place. One line at most is being edited. A
 * line that was put right may stand elsewhere then, or be in pieces; the focus follows it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/compat.h"
#include "ui/matchum-line-menu.h"
#include "ui/matchum-line-words.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-posting-pane-private.h"
#include "ui/matchum-row-menu.h"

#define NO_PLACE ((MatchumLinePlace){ G_MAXUINT, 0 })
#define MOST_TOLD 12 /* corrections that are told one by one */

/* Lines */

static MatchumLinePlace
get_place (MatchumPosting *posting, guint line)
{
  const MatchumPostingLine *shown;

  if (posting == NULL || line >= matchum_posting_get_n_lines (posting))
    return NO_PLACE;
  shown = matchum_posting_get_line (posting, line);
  return (MatchumLinePlace){ shown->read_index, shown->part };
}

/* The line at a place, or the last one before it, which it may have been joined to. MATCHUM_POSTING_NO_LINE where there
 * is none. */
static guint
find_line (MatchumPosting *posting, MatchumLinePlace place, gboolean *is_exact)
{
  guint found = MATCHUM_POSTING_NO_LINE;

  *is_exact = FALSE;
  if (posting == NULL || place.read_index == G_MAXUINT)
    return MATCHUM_POSTING_NO_LINE;
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->read_index > place.read_index || (line->read_index == place.read_index && line->part > place.part))
        break;
      found = i;
      *is_exact = line->read_index == place.read_index && line->part == place.part;
    }
  return found;
}

static MatchumPostingObject *
find_object (MatchumPostingPane *self, guint line)
{
  GListModel *model = G_LIST_MODEL (self->lines);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) object = g_list_model_get_item (model, i);

      if (matchum_posting_object_get_line (object) == line)
        return g_steal_pointer (&object);
    }
  return NULL;
}

static guint
find_position (MatchumPostingPane *self, MatchumPostingObject *object)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) other = g_list_model_get_item (model, i);

      if (other == object)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Shows the row of a line, wherever it is by now, and moves the focus to it. */
static void
go_to_line (MatchumPostingPane *self, guint line, gboolean selects)
{
  g_autoptr (MatchumPostingObject) object = find_object (self, line);
  MatchumPostingObject *fold = object != NULL ? matchum_posting_object_get_fold (object) : NULL;

  if (object == NULL)
    return;
  if (fold != NULL)
    matchum_posting_object_set_expanded (fold, TRUE);
  if (selects)
    matchum_workspace_set_selected_requirement (self->workspace,
                                                matchum_posting_object_get_kind (object)
                                                        == MATCHUM_POSTING_ROW_REQUIREMENT
                                                    ? (int) matchum_posting_object_get_requirement (object)
                                                    : -1);
  matchum_posting_pane_focus_position (self, find_position (self, object));
}

static void
wish_for (MatchumPostingPane *self, MatchumLinePlace place, gboolean selects)
{
  self->wish = place;
  self->selects_wish = selects;
}

static gboolean
can_write (MatchumPostingPane *self)
{
  return self->workspace != NULL
         && matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace)) == NULL;
}

/* The sitting over the words of a line */

static MatchumPostingRow *
get_edited_row (MatchumPostingPane *self)
{
  GtkWidget *row =
      self->editor != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (self->editor), MATCHUM_TYPE_POSTING_ROW) : NULL;

  return row != NULL ? MATCHUM_POSTING_ROW (row) : NULL;
}

/* The line that is edited, as an index in the posting as it is now; MATCHUM_POSTING_NO_LINE where it is another one. */
static guint
find_edited_line (MatchumPostingPane *self)
{
  MatchumPosting *posting;
  gboolean is_exact;
  guint line;

  if (self->editor == NULL || matchum_workspace_get_current (self->workspace) != self->edited)
    return MATCHUM_POSTING_NO_LINE;
  posting = matchum_workspace_get_posting (self->workspace);
  line = find_line (posting, self->edited_place, &is_exact);
  return is_exact
                 && g_str_equal (matchum_posting_line_get_text (matchum_posting_get_line (posting, line)),
                                 self->edited_words)
             ? line
             : MATCHUM_POSTING_NO_LINE;
}

static void
end_editing (MatchumPostingPane *self, MatchumWordsEditorEnd end)
{
  if (self->editor != NULL)
    matchum_words_editor_end (MATCHUM_WORDS_EDITOR (self->editor), end);
}

static void
editor_done_cb (MatchumPostingPane *self, int end, MatchumLineEditor *editor)
{
  g_autofree char *words = g_strstrip (matchum_words_editor_dup_text (MATCHUM_WORDS_EDITOR (editor)));
  guint line = find_edited_line (self);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (end == MATCHUM_WORDS_EDITOR_GIVEN_BACK || end == MATCHUM_WORDS_EDITOR_GONE || line == MATCHUM_POSTING_NO_LINE
      || g_str_equal (words, self->edited_words) || !can_write (self))
    return;
  if (end == MATCHUM_WORDS_EDITOR_KEPT)
    wish_for (self, self->edited_place, TRUE);
  matchum_workspace_set_line_words (self->workspace, line, words);
}

/* The row takes the focus over before the editor leaves it. */
static void
editor_ended_cb (MatchumPostingPane *self, int end, MatchumLineEditor *editor)
{
  MatchumPostingRow *row = get_edited_row (self);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (row != NULL && end != MATCHUM_WORDS_EDITOR_LEFT && matchum_posting_row_get_object (row) != NULL)
    matchum_list_focus_row (GTK_WIDGET (row));
  g_signal_handlers_disconnect_by_data (editor, self);
  if (row != NULL)
    matchum_posting_row_set_editor (row, NULL);
  g_clear_object (&self->editor);
  g_clear_object (&self->edited);
  g_clear_pointer (&self->edited_words, g_free);
}

static GtkWidget *
ensure_row (MatchumPostingPane *self, guint line)
{
  g_autoptr (MatchumPostingObject) object = find_object (self, line);
  GtkWidget *row = object != NULL ? g_hash_table_lookup (self->rows, object) : NULL;

  if (object != NULL && (row == NULL || !gtk_widget_get_mapped (row)))
    {
      matchum_list_reveal (self->view, find_position (self, object), row);
      row = g_hash_table_lookup (self->rows, object);
    }
  return row;
}

static void
start_editing (MatchumPostingPane *self, guint line, MatchumLineEditorPurpose purpose, gsize offset)
{
  MatchumPosting *posting = matchum_workspace_get_posting (self->workspace);
  GtkWidget *row = ensure_row (self, line);
  const char *words;

  if (row == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  words = matchum_posting_line_get_text (matchum_posting_get_line (posting, line));
  if (matchum_posting_get_line (posting, line)->is_heading)
    purpose = MATCHUM_LINE_EDITOR_FOR_HEADING;
  self->edited = g_object_ref (matchum_workspace_get_current (self->workspace));
  self->edited_place = get_place (posting, line);
  self->edited_words = g_strdup (words);
  self->editor = MATCHUM_LINE_EDITOR (g_object_ref_sink (matchum_line_editor_new (words, purpose)));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (editor_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "ended", G_CALLBACK (editor_ended_cb), self, G_CONNECT_SWAPPED);
  matchum_posting_row_set_editor (MATCHUM_POSTING_ROW (row), GTK_WIDGET (self->editor));
  matchum_words_editor_start (MATCHUM_WORDS_EDITOR (self->editor), offset);
}

static gboolean
check_row_cb (gpointer user_data)
{
  MatchumPostingPane *self = user_data;
  MatchumPostingRow *row = get_edited_row (self);

  self->check_id = 0;
  if (row == NULL || matchum_posting_row_get_object (row) == NULL)
    end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* Rows whose place in the list becomes another one are taken out of it and put back. */
void
matchum_posting_pane_release_row (MatchumPostingPane *self, MatchumPostingRow *row)
{
  matchum_row_menu_drop (GTK_WIDGET (row));
  if (row == get_edited_row (self) && self->check_id == 0)
    self->check_id = g_idle_add_full (G_PRIORITY_HIGH, check_row_cb, self, NULL);
}

void
matchum_posting_pane_take_row (MatchumPostingPane *self, MatchumPostingRow *row)
{
  if (row == get_edited_row (self)
      && matchum_posting_object_get_line (matchum_posting_row_get_object (row)) != find_edited_line (self))
    end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
}

/* Actions */

/* The line that an action is meant for. What is being edited is kept first, which may move lines. Rings where there is
 * no such line, or it cannot be put right. */
static gboolean
find_target (MatchumPostingPane *self, guint *line)
{
  MatchumPosting *posting = self->workspace != NULL ? matchum_workspace_get_posting (self->workspace) : NULL;
  gboolean is_exact = posting != NULL && *line < matchum_posting_get_n_lines (posting);

  if (is_exact && self->editor != NULL)
    {
      MatchumLinePlace place = get_place (posting, *line);

      end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
      matchum_library_flush (matchum_workspace_get_library (self->workspace));
      *line = find_line (matchum_workspace_get_posting (self->workspace), place, &is_exact);
    }
  if (is_exact && can_write (self))
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

static const MatchumPostingLine *
get_line (MatchumPostingPane *self, guint line)
{
  return matchum_posting_get_line (matchum_workspace_get_posting (self->workspace), line);
}

static void
wish_for_line (MatchumPostingPane *self, guint line)
{
  wish_for (self, get_place (matchum_workspace_get_posting (self->workspace), line), TRUE);
}

static void
set_kind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  MatchumPostingKind kind;
  const char *nick;
  guint line;

  g_variant_get (parameter, "(u&s)", &line, &nick);
  if (!matchum_posting_kind_from_nick (nick, &kind) || !find_target (self, &line)
      || matchum_line_words_get_choice (get_line (self, line)->kind) == kind)
    return;
  wish_for_line (self, line);
  matchum_workspace_set_line_kind (self->workspace, line, kind);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint line = g_variant_get_uint32 (parameter);

  if (line == find_edited_line (self) && self->editor != NULL)
    return;
  if (find_target (self, &line))
    start_editing (self, line, MATCHUM_LINE_EDITOR_FOR_WORDS, G_MAXSIZE);
}

/* Where the menu was opened, or where the words part by themselves. */
static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint line = g_variant_get_uint32 (parameter);
  gboolean is_pressed = line == self->pressed_line;
  const char *words;
  gsize offset;

  if (!find_target (self, &line))
    return;
  words = matchum_posting_line_get_text (get_line (self, line));
  offset = is_pressed && self->pressed_offset > 0 && self->pressed_offset < strlen (words)
               ? self->pressed_offset
               : matchum_line_editor_find_split (words);
  start_editing (self, line, MATCHUM_LINE_EDITOR_FOR_SPLIT, offset);
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint line = g_variant_get_uint32 (parameter);

  if (!find_target (self, &line))
    return;
  if (!matchum_line_menu_can_join (self->workspace, line))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  wish_for_line (self, line - 1);
  matchum_workspace_join_line (self->workspace, line);
}

static void
heading_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint line = g_variant_get_uint32 (parameter);

  if (!find_target (self, &line) || !matchum_line_menu_can_be_heading (self->workspace, line))
    return;
  wish_for_line (self, line);
  matchum_workspace_set_line_heading (self->workspace, line, !get_line (self, line)->is_heading);
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint line = g_variant_get_uint32 (parameter);

  if (!find_target (self, &line) || get_line (self, line)->by_hand == 0)
    return;
  wish_for (self, (MatchumLinePlace){ get_line (self, line)->read_index, 0 }, TRUE);
  matchum_workspace_reset_line (self->workspace, line);
}

static void
reset_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);

  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  if (can_write (self))
    matchum_workspace_reset_lines (self->workspace);
}

/* Corrections that found no line */

static void
update_unplaced (MatchumPostingPane *self)
{
  g_autoptr (GPtrArray) unplaced = matchum_workspace_list_unplaced (self->workspace);
  g_autofree char *text = NULL;

  if (unplaced->len > 0)
    /* Translators: of what a person put right of lines of a posting whose text was edited then. */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u correction no longer fits this text",
                                         "%u corrections no longer fit this text", unplaced->len),
                            unplaced->len);
  matchum_notice_bar_set (self->unplaced_bar, text, _ ("_Show"), "posting.show-unplaced");
  matchum_notice_bar_set_second (self->unplaced_bar, _ ("_Let Go"), "posting.drop-unplaced");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "posting.drop-unplaced", can_write (self));
}

static void
drop_unplaced_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);

  if (can_write (self))
    matchum_workspace_drop_unplaced (self->workspace);
}

static void
unplaced_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumPostingPane) self = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);

  if (g_strcmp0 (answer, "drop") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "posting.drop-unplaced", NULL);
}

static char *
describe_unplaced (GPtrArray *unplaced)
{
  GString *body = g_string_new (_ ("The lines that they were made for are not in the text any more."));

  g_string_append_c (body, '\n');
  for (guint i = 0; i < MIN (unplaced->len, MOST_TOLD); i++)
    {
      g_autofree char *words = matchum_line_words_dup_correction (unplaced->pdata[i]);

      g_string_append_printf (body, "\n%s", words);
    }
  if (unplaced->len > MOST_TOLD)
    {
      g_string_append_c (body, '\n');
      /* Translators: of corrections of a posting, of which some were told. */
      g_string_append_printf (body,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more correction", "and %u more corrections",
                                           unplaced->len - MOST_TOLD),
                              unplaced->len - MOST_TOLD);
    }
  return g_string_free (body, FALSE);
}

static void
show_unplaced_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  const MatchumCompatAnswer answers[] = {
    { "close", _ ("_Close"), TRUE },
    { "drop", _ ("Let _Go of All"), FALSE },
    { NULL, NULL, FALSE },
  };
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autofree char *body = NULL;

  if (self->workspace == NULL || !GTK_IS_WINDOW (root))
    return;
  unplaced = matchum_workspace_list_unplaced (self->workspace);
  body = describe_unplaced (unplaced);
  matchum_compat_ask (GTK_WINDOW (root), _ ("Corrections That No Longer Fit"), body, answers, unplaced_answered_cb,
                      g_object_ref (self));
}

/* What the workspace says */

static MatchumPostingObject *
get_focused_object (MatchumPostingPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
                       ? gtk_widget_get_ancestor (focus, MATCHUM_TYPE_POSTING_ROW)
                       : NULL;

  return row != NULL ? matchum_posting_row_get_object (MATCHUM_POSTING_ROW (row)) : NULL;
}

/* Before rows become others: an edit that is undone is to leave the focus where it was, too. */
static void
reread_before_cb (MatchumPostingPane *self)
{
  MatchumPostingObject *object = get_focused_object (self);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  self->is_rereading = TRUE;
  if (self->editor != NULL && find_edited_line (self) == MATCHUM_POSTING_NO_LINE)
    end_editing (self, MATCHUM_WORDS_EDITOR_GONE);
  if (object != NULL && self->editor == NULL && self->wish.read_index == G_MAXUINT)
    wish_for (self, get_place (self->shown, matchum_posting_object_get_line (object)), FALSE);
}

static void
note_shown (MatchumPostingPane *self)
{
  MatchumPosting *posting = matchum_workspace_get_posting (self->workspace);

  g_clear_pointer (&self->shown, matchum_posting_unref);
  self->shown = posting != NULL ? matchum_posting_ref (posting) : NULL;
  self->pressed_line = MATCHUM_POSTING_NO_LINE;
  update_unplaced (self);
}

static void
reread_after_cb (MatchumPostingPane *self)
{
  MatchumLinePlace wish = self->wish;
  gboolean is_exact;
  guint line;

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  self->is_rereading = FALSE;
  self->wish = NO_PLACE;
  note_shown (self);
  gtk_single_selection_set_selected (
      self->selection,
      matchum_posting_pane_find_requirement (self, matchum_workspace_get_selected_requirement (self->workspace)));
  line = find_line (self->shown, wish, &is_exact);
  if (line != MATCHUM_POSTING_NO_LINE)
    go_to_line (self, line, self->selects_wish);
}

static void
opened_before_cb (MatchumPostingPane *self)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  end_editing (self, MATCHUM_WORDS_EDITOR_GONE);
  self->wish = NO_PLACE;
}

static void
opened_after_cb (MatchumPostingPane *self)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  note_shown (self);
}

static void
failed_cb (MatchumPostingPane *self)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  self->wish = NO_PLACE;
}

/* The pointer */

static MatchumPostingRow *
pick_row (MatchumPostingPane *self, double x, double y, graphene_point_t *point)
{
  return (MatchumPostingRow *) matchum_words_editor_pick_row (GTK_WIDGET (self->view), MATCHUM_TYPE_POSTING_ROW, x, y,
                                                              point);
}

/* The menu is that of the row under the pointer, which is selected where it can be, so that it is seen whose it is. */
static void
popup_menu_cb (gpointer pane, double x, double y, GtkGesture *gesture)
{
  MatchumPostingPane *self = pane;
  graphene_point_t point;
  MatchumPostingRow *row = pick_row (self, x, y, &point);
  MatchumPostingObject *object = row != NULL ? matchum_posting_row_get_object (row) : NULL;

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (object == NULL || !matchum_line_menu_is_of (object))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  self->pressed_line = MATCHUM_POSTING_NO_LINE;
  if (matchum_posting_row_find_words (row, (double) point.x, (double) point.y, &self->pressed_offset))
    self->pressed_line = matchum_posting_object_get_line (object);
  if (matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_REQUIREMENT)
    matchum_workspace_set_selected_requirement (self->workspace, (int) matchum_posting_object_get_requirement (object));
  matchum_line_menu_popup (row, (double) point.x, (double) point.y);
}

void
matchum_posting_pane_add_gestures (MatchumPostingPane *self)
{
  self->wish = NO_PLACE;
  self->pressed_line = MATCHUM_POSTING_NO_LINE;

  matchum_row_menu_watch (GTK_WIDGET (self->view), popup_menu_cb, self);
}

/* Going in and out */

void
matchum_posting_pane_install_editing (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "posting.set-kind", "(us)", set_kind_cb);
  gtk_widget_class_install_action (pane_class, "posting.edit", "u", edit_cb);
  gtk_widget_class_install_action (pane_class, "posting.split", "u", split_cb);
  gtk_widget_class_install_action (pane_class, "posting.join", "u", join_cb);
  gtk_widget_class_install_action (pane_class, "posting.heading", "u", heading_cb);
  gtk_widget_class_install_action (pane_class, "posting.reset", "u", reset_cb);
  gtk_widget_class_install_action (pane_class, "posting.reset-all", NULL, reset_all_cb);
  gtk_widget_class_install_action (pane_class, "posting.show-unplaced", NULL, show_unplaced_cb);
  gtk_widget_class_install_action (pane_class, "posting.drop-unplaced", NULL, drop_unplaced_cb);
}

void
matchum_posting_pane_connect_before_rows (MatchumPostingPane *self)
{
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_before_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reread", G_CALLBACK (reread_before_cb), self, G_CONNECT_SWAPPED);
}

void
matchum_posting_pane_connect_after_rows (MatchumPostingPane *self)
{
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_after_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reread", G_CALLBACK (reread_after_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  note_shown (self);
}

void
matchum_posting_pane_stop_editing (MatchumPostingPane *self)
{
  end_editing (self, MATCHUM_WORDS_EDITOR_LEFT);
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_pointer (&self->shown, matchum_posting_unref);
  self->wish = NO_PLACE;
}
