/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget of a sitting over words, and when it ends: by a key, since the focus went, or since its list was hidden.
 */
#include "config.h"

#include "ui/matchum-words-editor.h"

#include "ui/matchum-word-breaks.h"

/* Pixels between the words and what stands below them, room for the frame around the words among them. */
#define SPACE 6

typedef struct {
  MatchumWordsView *view;
  GtkWidget *footer; /* or NULL */
  GtkLabel *caption;

  gboolean is_placed; /* it was given its width */
  gboolean is_ended;
  gboolean is_told;
  MatchumWordsEditorEnd end;

  guint leave_id;
  guint reveal_id;
  guint tell_id;
} MatchumWordsEditorPrivate;

enum { ENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MatchumWordsEditor, matchum_words_editor, GTK_TYPE_WIDGET)

static MatchumWordsEditorPrivate *
get_private (MatchumWordsEditor *self)
{
  return matchum_words_editor_get_instance_private (self);
}

/* The end */

static void
clear_sources (MatchumWordsEditorPrivate *priv)
{
  g_clear_handle_id (&priv->leave_id, g_source_remove);
  g_clear_handle_id (&priv->reveal_id, g_source_remove);
}

static void
finish (MatchumWordsEditor *self, MatchumWordsEditorEnd end)
{
  MatchumWordsEditorPrivate *priv = get_private (self);

  if (priv->is_ended)
    return;
  priv->is_ended = TRUE;
  priv->end = end;
  clear_sources (priv);
  MATCHUM_WORDS_EDITOR_GET_CLASS (self)->finish (self, end);
}

static void
pause_sitting (MatchumWordsEditor *self)
{
  MatchumWordsEditorClass *klass = MATCHUM_WORDS_EDITOR_GET_CLASS (self);

  if (klass->pause != NULL)
    klass->pause (self);
}

/* Focus */

static gboolean
has_focus (MatchumWordsEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A window that has not yet let go of a focus that was hidden must not lose the widget of it on top: GTK 4.8 would
 * never let go of what was hidden. */
static void
tell (MatchumWordsEditor *self)
{
  MatchumWordsEditorPrivate *priv = get_private (self);

  if (priv->is_told)
    return;
  priv->is_told = TRUE;
  g_clear_handle_id (&priv->tell_id, g_source_remove);
  if (has_focus (self) && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  g_signal_emit (self, signals[ENDED], 0, (int) priv->end);
}

static gboolean
tell_cb (gpointer user_data)
{
  MatchumWordsEditor *self = user_data;

  get_private (self)->tell_id = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

/* Whether the row is out of sight only, in a list that is seen. */
static gboolean
is_scrolled_away (MatchumWordsEditor *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  return list != NULL && gtk_widget_get_mapped (list);
}

static gboolean
is_in_active_window (MatchumWordsEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root));
}

/* Where the focus is here still, it is the window that is not looked at any more. */
static gboolean
leave_cb (gpointer user_data)
{
  MatchumWordsEditor *self = user_data;
  gboolean ends_with_window = MATCHUM_WORDS_EDITOR_GET_CLASS (self)->ends_with_window;

  get_private (self)->leave_id = 0;
  if (has_focus (self) && (!ends_with_window || is_in_active_window (self)))
    {
      pause_sitting (self);
      return G_SOURCE_REMOVE;
    }
  /* A list gives the focus of a row that is scrolled out of sight to another one, where the letters of somebody who
   * types on would be commands. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && is_scrolled_away (self))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  matchum_words_editor_end (self, MATCHUM_WORDS_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* Where the focus goes is known only when it is there. */
static void
focus_left_cb (MatchumWordsEditor *self)
{
  MatchumWordsEditorPrivate *priv = get_private (self);

  g_assert (MATCHUM_IS_WORDS_EDITOR (self));

  if (!priv->is_ended && priv->leave_id == 0)
    priv->leave_id = g_idle_add_full (G_PRIORITY_DEFAULT, leave_cb, self, NULL);
}

/* Keys */

static gboolean
ring (MatchumWordsEditor *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_pressed_cb (MatchumWordsEditor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  MatchumWordsView *view = get_private (self)->view;
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  g_assert (MATCHUM_IS_WORDS_EDITOR (self));

  if (matchum_words_view_is_end_of_undo (view, keyval, modifiers))
    return ring (self);
  if (!is_enter && (keyval != GDK_KEY_Escape || modifiers != 0))
    return FALSE;
  if (matchum_words_view_filter_key (view, controller))
    return TRUE;
  if (is_enter && (modifiers == 0 || modifiers == GDK_SHIFT_MASK || modifiers == GDK_CONTROL_MASK))
    return MATCHUM_WORDS_EDITOR_GET_CLASS (self)->enter (self, modifiers) || ring (self);
  if (!is_enter)
    matchum_words_editor_end (self, MATCHUM_WORDS_EDITOR_GIVEN_BACK);
  return TRUE;
}

/* The cursor in the list */

static gboolean
reveal_cb (gpointer user_data)
{
  MatchumWordsEditor *self = user_data;
  MatchumWordsEditorPrivate *priv = get_private (self);

  priv->reveal_id = 0;
  /* Where it has no place yet, its lines are as long as a letter, and the cursor is far below. */
  if (has_focus (self) && priv->is_placed)
    matchum_words_view_reveal_cursor (priv->view);
  return G_SOURCE_REMOVE;
}

/* Once everything is where it belongs. */
static void
queue_reveal (MatchumWordsEditor *self)
{
  MatchumWordsEditorPrivate *priv = get_private (self);

  if (priv->reveal_id == 0 && !priv->is_ended)
    priv->reveal_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* The widget */

static GtkSizeRequestMode
matchum_words_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_child (gpointer child, GtkOrientation orientation, int for_size)
{
  int minimum;

  if (!gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What stands below the words, from above. */
static void
list_below (MatchumWordsEditorPrivate *priv, GtkWidget *below[2])
{
  below[0] = priv->footer;
  below[1] = GTK_WIDGET (priv->caption);
}

static void
matchum_words_editor_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  MatchumWordsEditorPrivate *priv = get_private (MATCHUM_WORDS_EDITOR (widget));
  GtkWidget *below[2];

  /* The height does not decide the width. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  *minimum = measure_child (priv->view, orientation, for_size);
  list_below (priv, below);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      int size = below[i] != NULL ? measure_child (below[i], orientation, for_size) : 0;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum = MAX (*minimum, size);
      else if (size > 0)
        *minimum += SPACE + size;
    }
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
matchum_words_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumWordsEditor *self = MATCHUM_WORDS_EDITOR (widget);
  MatchumWordsEditorPrivate *priv = get_private (self);
  int y = measure_child (priv->view, GTK_ORIENTATION_VERTICAL, width);
  GtkWidget *below[2];

  gtk_widget_allocate (GTK_WIDGET (priv->view), width, y, -1, NULL);
  list_below (priv, below);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (below[i] != NULL && gtk_widget_get_visible (below[i]))
      {
        int size = measure_child (below[i], GTK_ORIENTATION_VERTICAL, width);
        GtkAllocation place = { 0, y + SPACE, width, size };

        gtk_widget_size_allocate (below[i], &place, -1);
        y += SPACE + size;
      }
  priv->is_placed = TRUE;
  queue_reveal (self);
}

/* Whatever hides the list, another view or the window being closed, ends the sitting, while it can still be written. */
static void
matchum_words_editor_unmap (GtkWidget *widget)
{
  MatchumWordsEditor *self = MATCHUM_WORDS_EDITOR (widget);
  MatchumWordsEditorPrivate *priv = get_private (self);

  GTK_WIDGET_CLASS (matchum_words_editor_parent_class)->unmap (widget);
  if (priv->is_told)
    return;
  if (!priv->is_ended && is_scrolled_away (self))
    {
      pause_sitting (self);
      return;
    }
  finish (self, MATCHUM_WORDS_EDITOR_LEFT);
  if (priv->tell_id == 0)
    priv->tell_id = g_idle_add (tell_cb, self);
}

static void
matchum_words_editor_dispose (GObject *object)
{
  MatchumWordsEditorPrivate *priv = get_private (MATCHUM_WORDS_EDITOR (object));

  clear_sources (priv);
  g_clear_handle_id (&priv->tell_id, g_source_remove);
  if (priv->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&priv->view)));
  if (priv->footer != NULL)
    gtk_widget_unparent (g_steal_pointer (&priv->footer));
  if (priv->caption != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&priv->caption)));

  G_OBJECT_CLASS (matchum_words_editor_parent_class)->dispose (object);
}

static void
matchum_words_editor_class_init (MatchumWordsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_words_editor_dispose;
  widget_class->get_request_mode = matchum_words_editor_get_request_mode;
  widget_class->measure = matchum_words_editor_measure;
  widget_class->size_allocate = matchum_words_editor_size_allocate;
  widget_class->unmap = matchum_words_editor_unmap;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "block-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_words_editor_init (MatchumWordsEditor *self)
{
}

static void
add_view (MatchumWordsEditor *self, MatchumBlockKind kind, const char *words)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *view = matchum_words_view_new (kind);

  get_private (self)->view = MATCHUM_WORDS_VIEW (view);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  matchum_words_view_set_text (MATCHUM_WORDS_VIEW (view), words);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::cursor-position",
                           G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);

  /* Added last, it comes before the controllers that the text view has of its own. */
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_caption (MatchumWordsEditor *self, const char *text)
{
  GtkWidget *caption = gtk_label_new (text);

  get_private (self)->caption = GTK_LABEL (caption);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  matchum_word_breaks_apply (GTK_LABEL (caption));
  gtk_widget_add_css_class (caption, "quiet");
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
}

void
matchum_words_editor_set_up (MatchumWordsEditor *self,
                             MatchumBlockKind kind,
                             const char *words,
                             const char *label,
                             const char *description,
                             const char *caption)
{
  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));
  g_return_if_fail (get_private (self)->view == NULL);
  g_return_if_fail (words != NULL);

  add_view (self, kind, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_private (self)->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  add_caption (self, caption);
}

void
matchum_words_editor_show_caption (MatchumWordsEditor *self, gboolean is_shown)
{
  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));

  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->caption), is_shown);
}

void
matchum_words_editor_set_caption (MatchumWordsEditor *self, const char *caption)
{
  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));
  g_return_if_fail (caption != NULL);

  gtk_label_set_text (get_private (self)->caption, caption);
  matchum_word_breaks_apply (get_private (self)->caption);
}

/* Escape gives the old words back from here, too. */
static gboolean
footer_key_cb (MatchumWordsEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_assert (MATCHUM_IS_WORDS_EDITOR (self));

  if (keyval != GDK_KEY_Escape || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  matchum_words_editor_end (self, MATCHUM_WORDS_EDITOR_GIVEN_BACK);
  return TRUE;
}

void
matchum_words_editor_set_footer (MatchumWordsEditor *self, GtkWidget *footer)
{
  GtkEventController *key;

  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));
  g_return_if_fail (GTK_IS_WIDGET (footer));
  g_return_if_fail (get_private (self)->view != NULL && get_private (self)->footer == NULL);

  get_private (self)->footer = footer;
  gtk_widget_insert_after (footer, GTK_WIDGET (self), GTK_WIDGET (get_private (self)->view));
  key = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (footer_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (footer, key);
}

MatchumWordsView *
matchum_words_editor_get_view (MatchumWordsEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORDS_EDITOR (self), NULL);

  return get_private (self)->view;
}

char *
matchum_words_editor_dup_text (MatchumWordsEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORDS_EDITOR (self), NULL);

  return matchum_words_view_dup_text (get_private (self)->view);
}

gboolean
matchum_words_editor_has_ended (MatchumWordsEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORDS_EDITOR (self), FALSE);

  return get_private (self)->is_ended;
}

void
matchum_words_editor_start (MatchumWordsEditor *self, gsize offset)
{
  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (get_private (self)->view));
  matchum_words_view_place_cursor (get_private (self)->view, offset);
}

void
matchum_words_editor_end (MatchumWordsEditor *self, MatchumWordsEditorEnd end)
{
  g_return_if_fail (MATCHUM_IS_WORDS_EDITOR (self));

  g_object_ref (self);
  finish (self, end);
  tell (self);
  g_object_unref (self);
}

/* A press on words being edited moves their cursor: the list is not to move the focus to the row for it. */
static void
set_focus_on_click (GtkWidget *row, gboolean takes_focus)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  if (item != NULL)
    gtk_widget_set_focus_on_click (item, takes_focus);
}

void
matchum_words_editor_replace (GtkWidget *row, GtkWidget *text, GtkWidget *before, GtkWidget *editor)
{
  GtkBox *box;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (GTK_IS_WIDGET (text));
  g_return_if_fail (before == NULL || GTK_IS_WIDGET (before));
  g_return_if_fail (editor == NULL || GTK_IS_WIDGET (editor));

  box = GTK_BOX (gtk_widget_get_parent (text));
  if (before != NULL)
    gtk_box_remove (box, before);
  if (editor != NULL)
    {
      gtk_widget_set_hexpand (editor, TRUE);
      gtk_widget_set_valign (editor, GTK_ALIGN_START);
      gtk_box_insert_child_after (box, editor, text);
    }
  gtk_widget_set_visible (text, editor == NULL);
  set_focus_on_click (row, editor == NULL);
}

GtkWidget *
matchum_words_editor_pick_row (GtkWidget *list, GType row_type, double x, double y, graphene_point_t *point)
{
  GtkWidget *picked, *row;

  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);
  g_return_val_if_fail (point != NULL, NULL);

  picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  row = picked != NULL ? gtk_widget_get_ancestor (picked, row_type) : NULL;
  if (row == NULL || gtk_widget_get_ancestor (picked, MATCHUM_TYPE_WORDS_EDITOR) != NULL
      || !gtk_widget_compute_point (list, row, &GRAPHENE_POINT_INIT ((float) x, (float) y), point))
    return NULL;
  return row;
}
