/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over the words of a line of a posting; a line break in them is where the line is to be split. */
#include "config.h"

#include "ui/matchum-line-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/matchum-word-breaks.h"
#include "ui/matchum-words-view.h"

#define CAPTION_SPACE 6 /* pixels, room for the frame around the words among them */

struct _MatchumLineEditor {
  GtkWidget parent_instance;

  MatchumWordsView *view;
  GtkLabel *caption;

  gboolean can_split;
  gboolean is_placed; /* it was given its width */
  gboolean is_ended;
  gboolean is_told;
  MatchumLineEditorEnd end;

  guint leave_id;
  guint reveal_id;
  guint tell_id;
};

enum { DONE, ENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumLineEditor, matchum_line_editor, GTK_TYPE_WIDGET)

/* The end */

static void
clear_sources (MatchumLineEditor *self)
{
  g_clear_handle_id (&self->leave_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
}

static void
finish (MatchumLineEditor *self, MatchumLineEditorEnd end)
{
  if (self->is_ended)
    return;
  self->is_ended = TRUE;
  self->end = end;
  clear_sources (self);
  g_signal_emit (self, signals[DONE], 0, (int) end);
}

/* Focus */

static gboolean
has_focus (MatchumLineEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A window that has not yet let go of a focus that was hidden must not lose the widget of it on top: GTK 4.8 would
 * never let go of what was hidden. */
static void
tell (MatchumLineEditor *self)
{
  if (self->is_told)
    return;
  self->is_told = TRUE;
  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (has_focus (self) && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  g_signal_emit (self, signals[ENDED], 0, (int) self->end);
}

static gboolean
tell_cb (gpointer user_data)
{
  MatchumLineEditor *self = user_data;

  self->tell_id = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

/* Whether the row is out of sight only, in a list that is seen. */
static gboolean
is_scrolled_away (MatchumLineEditor *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  return list != NULL && gtk_widget_get_mapped (list);
}

/* Another window may open another posting, so that what was typed is kept before that. */
static gboolean
leave_cb (gpointer user_data)
{
  MatchumLineEditor *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->leave_id = 0;
  if (has_focus (self) && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    return G_SOURCE_REMOVE;
  /* A list gives the focus of a row that is scrolled out of sight to another one, where the letters of somebody who
   * types on would be commands. */
  if (root != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)) && is_scrolled_away (self))
    gtk_root_set_focus (root, NULL);
  matchum_line_editor_end (self, MATCHUM_LINE_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* Where the focus goes is known only when it is there. */
static void
focus_left_cb (MatchumLineEditor *self)
{
  g_assert (MATCHUM_IS_LINE_EDITOR (self));

  if (!self->is_ended && self->leave_id == 0)
    self->leave_id = g_idle_add_full (G_PRIORITY_DEFAULT, leave_cb, self, NULL);
}

/* Keys */

static gboolean
ring (MatchumLineEditor *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
enter (MatchumLineEditor *self, GdkModifierType modifiers)
{
  if (modifiers == 0)
    matchum_line_editor_end (self, MATCHUM_LINE_EDITOR_KEPT);
  else if (self->can_split)
    matchum_words_view_break_line (self->view);
  else
    return ring (self);
  return TRUE;
}

static gboolean
key_pressed_cb (MatchumLineEditor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  g_assert (MATCHUM_IS_LINE_EDITOR (self));

  if (matchum_words_view_is_end_of_undo (self->view, keyval, modifiers))
    return ring (self);
  if (!is_enter && (keyval != GDK_KEY_Escape || modifiers != 0))
    return FALSE;
  if (matchum_words_view_filter_key (self->view, controller))
    return TRUE;
  if (is_enter && (modifiers == 0 || modifiers == GDK_SHIFT_MASK || modifiers == GDK_CONTROL_MASK))
    return enter (self, modifiers);
  if (!is_enter)
    matchum_line_editor_end (self, MATCHUM_LINE_EDITOR_GIVEN_BACK);
  return TRUE;
}

/* The cursor in the list */

static gboolean
reveal_cb (gpointer user_data)
{
  MatchumLineEditor *self = user_data;

  self->reveal_id = 0;
  /* Where it has no place yet, its lines are as long as a letter, and the cursor is far below. */
  if (has_focus (self) && self->is_placed)
    matchum_words_view_reveal_cursor (self->view);
  return G_SOURCE_REMOVE;
}

/* Once everything is where it belongs. */
static void
queue_reveal (MatchumLineEditor *self)
{
  if (self->reveal_id == 0 && !self->is_ended)
    self->reveal_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* The widget */

static GtkSizeRequestMode
matchum_line_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_child (gpointer child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (child), orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
matchum_line_editor_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  MatchumLineEditor *self = MATCHUM_LINE_EDITOR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (measure_child (self->view, orientation, -1), measure_child (self->caption, orientation, -1));
  else
    *minimum = measure_child (self->view, orientation, for_size) + CAPTION_SPACE
               + measure_child (self->caption, orientation, for_size);
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
matchum_line_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumLineEditor *self = MATCHUM_LINE_EDITOR (widget);
  int words = measure_child (self->view, GTK_ORIENTATION_VERTICAL, width);
  int caption = measure_child (self->caption, GTK_ORIENTATION_VERTICAL, width);
  GtkAllocation place = { 0, words + CAPTION_SPACE, width, caption };

  gtk_widget_allocate (GTK_WIDGET (self->view), width, words, -1, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->caption), &place, -1);
  self->is_placed = TRUE;
  queue_reveal (self);
}

/* Whatever hides the list, another view or the window being closed, ends the sitting, while it can still be written. */
static void
matchum_line_editor_unmap (GtkWidget *widget)
{
  MatchumLineEditor *self = MATCHUM_LINE_EDITOR (widget);

  GTK_WIDGET_CLASS (matchum_line_editor_parent_class)->unmap (widget);
  if (self->is_told || (!self->is_ended && is_scrolled_away (self)))
    return;
  finish (self, MATCHUM_LINE_EDITOR_LEFT);
  if (self->tell_id == 0)
    self->tell_id = g_idle_add (tell_cb, self);
}

static void
matchum_line_editor_dispose (GObject *object)
{
  MatchumLineEditor *self = MATCHUM_LINE_EDITOR (object);

  clear_sources (self);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
  if (self->caption != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->caption)));

  G_OBJECT_CLASS (matchum_line_editor_parent_class)->dispose (object);
}

static void
matchum_line_editor_class_init (MatchumLineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_line_editor_dispose;
  widget_class->get_request_mode = matchum_line_editor_get_request_mode;
  widget_class->measure = matchum_line_editor_measure;
  widget_class->size_allocate = matchum_line_editor_size_allocate;
  widget_class->unmap = matchum_line_editor_unmap;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "block-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_line_editor_init (MatchumLineEditor *self)
{
}

static const char *
get_caption (MatchumLineEditorPurpose purpose)
{
  switch (purpose)
    {
    case MATCHUM_LINE_EDITOR_FOR_SPLIT:
      return _ ("Press Shift+Enter where the line is to be split, then Enter");
    case MATCHUM_LINE_EDITOR_FOR_HEADING:
      return _ ("Enter keeps the words, Escape gives the old ones back. The text of the posting stays as it is");
    case MATCHUM_LINE_EDITOR_FOR_WORDS:
    default:
      return _ ("Enter keeps the words, Shift+Enter splits the line, Escape gives the old words back. The text of the "
                "posting stays as it is");
    }
}

static void
add_view (MatchumLineEditor *self, const char *words, const char *description)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *view = matchum_words_view_new (MATCHUM_BLOCK_PARAGRAPH);

  self->view = MATCHUM_WORDS_VIEW (view);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  matchum_words_view_set_text (self->view, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Editing the Line"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::cursor-position",
                           G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);

  /* Added last, it comes before the controllers that the text view has of its own. */
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_caption (MatchumLineEditor *self, const char *text)
{
  GtkWidget *caption = gtk_label_new (text);

  self->caption = GTK_LABEL (caption);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_xalign (self->caption, 0);
  matchum_word_breaks_apply (self->caption);
  gtk_widget_add_css_class (caption, "quiet");
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
}

GtkWidget *
matchum_line_editor_new (const char *words, MatchumLineEditorPurpose purpose)
{
  MatchumLineEditor *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_LINE_EDITOR, NULL);
  self->can_split = purpose != MATCHUM_LINE_EDITOR_FOR_HEADING;
  add_view (self, words, get_caption (purpose));
  add_caption (self, get_caption (purpose));
  return GTK_WIDGET (self);
}

char *
matchum_line_editor_dup_text (MatchumLineEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_LINE_EDITOR (self), NULL);

  return matchum_words_view_dup_text (self->view);
}

void
matchum_line_editor_start (MatchumLineEditor *self, gsize offset)
{
  g_return_if_fail (MATCHUM_IS_LINE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  matchum_words_view_place_cursor (self->view, offset);
}

void
matchum_line_editor_end (MatchumLineEditor *self, MatchumLineEditorEnd end)
{
  g_return_if_fail (MATCHUM_IS_LINE_EDITOR (self));

  finish (self, end);
  tell (self);
}

/* The end of the sign nearest to the middle; 0 where there is none with words on both sides of it. */
static gsize
find_nearest (const char *words, const char *sign)
{
  gsize length = strlen (words), best = 0;

  for (const char *found = strstr (words, sign); found != NULL; found = strstr (found + 1, sign))
    {
      gsize end = (gsize) (found - words) + strlen (sign);

      if (found == words || end >= length)
        continue;
      if (best == 0 || ABS ((gssize) (2 * end - length)) < ABS ((gssize) (2 * best - length)))
        best = end;
    }
  return best;
}

gsize
matchum_line_editor_find_split (const char *words)
{
  /* By how surely they part two things. */
  static const char *const signs[] = { "; ",       ", ",  "，",  "、",  " 및 ", " and ",
                                       " 그리고 ", " · ", " / ", " & ", ". ",   "·" };

  g_return_val_if_fail (words != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize found = find_nearest (words, signs[i]);

      if (found > 0)
        return found;
    }
  return strlen (words);
}
