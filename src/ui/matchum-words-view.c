/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view that knows its height before it is laid out. GtkTextView asks for the size that its lines had last, which
 * is of no use in a list: rows would grow a frame late, and a pane could not be made narrower. So lines are measured
 * here, and dressed by the same attributes that they are measured with. */
#include "config.h"

#include "ui/matchum-words-view.h"

#include <string.h>

#include "ui/matchum-block-lead.h"
#include "ui/matchum-word-breaks.h"

/* What GtkTextView keeps free for a cursor after the end of a line. */
#define CURSOR_SPACE 1
#define LEAST_WIDTH 40
/* How near to the edge of a list the cursor may come, in pixels. */
#define EDGE 12

struct _MatchumWordsView {
  GtkTextView parent_instance;

  GtkTextBuffer *buffer;
  GtkTextTag *whole; /* a word that is not broken */
  GtkTextTag *strong;
  MatchumBlockKind kind;
  char *preedit;     /* what an input method is at work on; NULL for nothing */
  gboolean is_given; /* the text changes, but not by the user */
};

enum { TYPED, COMPOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWordsView, matchum_words_view, GTK_TYPE_TEXT_VIEW)

static void
insert_bold (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* **bold** and __bold__, each closed by its own sign. */
static void
insert_marked (PangoAttrList *attributes, const char *line)
{
  const char *open = strpbrk (line, "*_");

  while (open != NULL)
    {
      const char sign[] = { *open, *open, '\0' };
      const char *words = open + 2, *close = NULL;

      if (open[1] == *open && open[2] != '\0' && !g_ascii_isspace (open[2]))
        close = strstr (words + 1, sign);
      if (close != NULL)
        insert_bold (attributes, (gsize) (words - line), (gsize) (close - line));
      open = strpbrk (close != NULL ? close + 2 : open + strspn (open, sign), "*_");
    }
}

/* What a line looks like, for the one who measures it and for the one who paints it. */
static PangoAttrList *
create_attributes (MatchumWordsView *self, const char *line, gboolean is_first)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  MatchumSpan lead = matchum_block_lead_find (self->kind, line);

  matchum_word_breaks_insert (attributes, line);
  insert_marked (attributes, line);
  if (!matchum_span_is_empty (lead) && (is_first || self->kind != MATCHUM_BLOCK_ENTRY))
    insert_bold (attributes, lead.start, lead.end);
  return attributes;
}

static void
apply_attribute (MatchumWordsView *self, int line, const PangoAttribute *attribute)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_index (self->buffer, &start, line, (int) attribute->start_index);
  gtk_text_buffer_get_iter_at_line_index (self->buffer, &end, line, (int) attribute->end_index);
  gtk_text_buffer_apply_tag (self->buffer,
                             attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS ? self->whole : self->strong, &start,
                             &end);
}

static void
dress_line (MatchumWordsView *self, int line)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  GSList *all;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  attributes = create_attributes (self, text, line == 0);
  all = pango_attr_list_get_attributes (attributes);
  for (GSList *link = all; link != NULL; link = link->next)
    apply_attribute (self, line, link->data);
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
}

static void
undress (MatchumWordsView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
}

static void
dress (MatchumWordsView *self)
{
  undress (self);
  for (int i = 0; i < gtk_text_buffer_get_line_count (self->buffer); i++)
    dress_line (self, i);
}

static void
changed_cb (MatchumWordsView *self)
{
  g_assert (MATCHUM_IS_WORDS_VIEW (self));

  dress (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!self->is_given)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
preedit_changed_cb (MatchumWordsView *self, const char *preedit)
{
  gboolean was_composing = self->preedit != NULL;

  g_assert (MATCHUM_IS_WORDS_VIEW (self));

  g_free (self->preedit);
  self->preedit = preedit != NULL && *preedit != '\0' ? g_strdup (preedit) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (was_composing && self->preedit == NULL)
    g_signal_emit (self, signals[COMPOSED], 0);
}

static void
insert_copy (PangoAttrList *attributes, const PangoAttribute *attribute, guint start, guint end)
{
  PangoAttribute *copy = pango_attribute_copy (attribute);

  copy->start_index = start;
  copy->end_index = end;
  pango_attr_list_insert (attributes, copy);
}

/* The attributes of a line into which so many bytes were put at a place; these have none themselves. */
static PangoAttrList *
make_room (PangoAttrList *attributes, guint at, guint length)
{
  PangoAttrList *moved = pango_attr_list_new ();
  GSList *all = pango_attr_list_get_attributes (attributes);

  for (GSList *link = all; link != NULL; link = link->next)
    {
      const PangoAttribute *attribute = link->data;

      if (attribute->start_index < at)
        insert_copy (moved, attribute, attribute->start_index, MIN (attribute->end_index, at));
      if (attribute->end_index > at)
        insert_copy (moved, attribute, MAX (attribute->start_index, at) + length, attribute->end_index + length);
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  pango_attr_list_unref (attributes);
  return moved;
}

/* As GtkTextView does, each line by itself and in whole pixels. cursor: where in it something is being composed, in
 * bytes, or -1. */
static int
measure_line (MatchumWordsView *self, PangoLayout *layout, const char *line, gboolean is_first, int cursor)
{
  g_autoptr (PangoAttrList) attributes = create_attributes (self, line, is_first);
  g_autoptr (GString) shown = g_string_new (line);
  PangoRectangle extents;

  if (cursor >= 0)
    {
      g_string_insert (shown, cursor, self->preedit);
      attributes = make_room (g_steal_pointer (&attributes), (guint) cursor, (guint) strlen (self->preedit));
    }
  pango_layout_set_text (layout, shown->str, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_extents (layout, NULL, &extents);
  return PANGO_PIXELS (extents.height);
}

static int
measure_height (MatchumWordsView *self, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *text = matchum_words_view_dup_text (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GtkTextIter cursor;
  int height = 0;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  for (int i = 0; lines[i] != NULL; i++)
    height += measure_line (self, layout, lines[i], i == 0,
                            self->preedit != NULL && gtk_text_iter_get_line (&cursor) == i
                                ? gtk_text_iter_get_line_index (&cursor)
                                : -1);
  /* No text is one empty line. */
  return lines[0] != NULL ? height : measure_line (self, layout, "", TRUE, self->preedit != NULL ? 0 : -1);
}

static GtkSizeRequestMode
matchum_words_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
matchum_words_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = measure_height (MATCHUM_WORDS_VIEW (widget), for_size >= 0 ? for_size : LEAST_WIDTH);
  *minimum_baseline = *natural_baseline = -1;
}

/* So that lines are as wide as those of a label are. */
static void
matchum_words_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (matchum_words_view_parent_class)->size_allocate (widget, width + CURSOR_SPACE, height, baseline);
}

static void
matchum_words_view_finalize (GObject *object)
{
  MatchumWordsView *self = MATCHUM_WORDS_VIEW (object);

  g_free (self->preedit);

  G_OBJECT_CLASS (matchum_words_view_parent_class)->finalize (object);
}

static void
matchum_words_view_class_init (MatchumWordsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = matchum_words_view_finalize;
  widget_class->get_request_mode = matchum_words_view_get_request_mode;
  widget_class->measure = matchum_words_view_measure;
  widget_class->size_allocate = matchum_words_view_size_allocate;

  signals[TYPED] =
      g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPOSED] =
      g_signal_new ("composed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_words_view_init (MatchumWordsView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->buffer = gtk_text_view_get_buffer (view);
  self->whole = gtk_text_buffer_create_tag (self->buffer, NULL, "allow-breaks", FALSE, NULL);
  self->strong = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
}

GtkWidget *
matchum_words_view_new (MatchumBlockKind kind)
{
  MatchumWordsView *self = g_object_new (MATCHUM_TYPE_WORDS_VIEW, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

char *
matchum_words_view_dup_text (MatchumWordsView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MATCHUM_IS_WORDS_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

void
matchum_words_view_set_text (MatchumWordsView *self, const char *text)
{
  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));
  g_return_if_fail (text != NULL);

  self->is_given = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_given = FALSE;
  matchum_words_view_place_cursor (self, G_MAXSIZE);
}

/* How many bytes at the start of both, or at their ends, are the same; whole characters. */
static gsize
count_same_start (const char *before, const char *after)
{
  gsize n = 0;

  while (before[n] != '\0' && before[n] == after[n])
    n++;
  while (n > 0 && (before[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gsize
count_same_end (const char *before, gsize before_length, const char *after, gsize after_length, gsize start)
{
  gsize n = 0, most = MIN (before_length, after_length) - start;

  while (n < most && before[before_length - 1 - n] == after[after_length - 1 - n])
    n++;
  while (n > 0 && (before[before_length - n] & 0xc0) == 0x80)
    n--;
  return n;
}

static void
get_iter_at_byte (MatchumWordsView *self, const char *text, gsize offset, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, (int) g_utf8_strlen (text, (gssize) offset));
}

void
matchum_words_view_replace_text (MatchumWordsView *self, const char *text)
{
  g_autofree char *before = NULL;
  gsize before_length, length, n_start, n_end;
  GtkTextIter start, end;

  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));
  g_return_if_fail (text != NULL);

  before = matchum_words_view_dup_text (self);
  before_length = strlen (before);
  length = strlen (text);
  n_start = count_same_start (before, text);
  if (n_start == before_length && n_start == length)
    return;
  n_end = count_same_end (before, before_length, text, length, n_start);

  self->is_given = TRUE;
  gtk_text_buffer_begin_user_action (self->buffer);
  get_iter_at_byte (self, before, n_start, &start);
  get_iter_at_byte (self, before, before_length - n_end, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text + n_start, (int) (length - n_end - n_start));
  gtk_text_buffer_end_user_action (self->buffer);
  self->is_given = FALSE;
}

void
matchum_words_view_place_cursor (MatchumWordsView *self, gsize offset)
{
  g_autofree char *text = NULL;
  GtkTextIter cursor;

  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));

  text = matchum_words_view_dup_text (self);
  get_iter_at_byte (self, text, MIN (offset, strlen (text)), &cursor);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}

void
matchum_words_view_select_all (MatchumWordsView *self)
{
  GtkTextIter start, end;

  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
}

void
matchum_words_view_break_line (MatchumWordsView *self)
{
  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, "\n", 1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);
}

gboolean
matchum_words_view_is_composing (MatchumWordsView *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORDS_VIEW (self), FALSE);

  return self->preedit != NULL;
}

gboolean
matchum_words_view_filter_key (MatchumWordsView *self, GtkEventController *controller)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkEvent *event;

  g_return_val_if_fail (MATCHUM_IS_WORDS_VIEW (self), FALSE);

  event = gtk_event_controller_get_current_event (controller);
  if (event != NULL && gtk_text_view_im_context_filter_keypress (view, event))
    return TRUE;
  if (!matchum_words_view_is_composing (self))
    return FALSE;
  gtk_text_view_reset_im_context (view);
  return TRUE;
}

gboolean
matchum_words_view_is_end_of_undo (MatchumWordsView *self, guint keyval, GdkModifierType modifiers)
{
  guint lower = gdk_keyval_to_lower (keyval);

  g_return_val_if_fail (MATCHUM_IS_WORDS_VIEW (self), FALSE);

  if (lower == GDK_KEY_z && modifiers == GDK_CONTROL_MASK)
    return !gtk_text_buffer_get_can_undo (self->buffer);
  if ((lower == GDK_KEY_z && modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
      || (lower == GDK_KEY_y && modifiers == GDK_CONTROL_MASK))
    return !gtk_text_buffer_get_can_redo (self->buffer);
  return FALSE;
}

void
matchum_words_view_reveal_cursor (MatchumWordsView *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  GdkRectangle cursor;
  graphene_point_t point;
  int x, y;
  double over;

  g_return_if_fail (MATCHUM_IS_WORDS_VIEW (self));

  if (list == NULL)
    return;
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), list, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  over = MAX ((double) point.y + cursor.height + EDGE - gtk_widget_get_height (list), 0);
  if (point.y < EDGE)
    over = (double) point.y - EDGE;
  if (over < 0 || over > 0)
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + over);
    }
}
