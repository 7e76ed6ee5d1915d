/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text view of the source dialog. */
#include "config.h"

#include "ui/matchum-source-view.h"

#include <adwaita.h>
#include <string.h>

#include "ui/matchum-markdown-tags.h"
#include "ui/matchum-text-finder.h"

/* Pixels before and after the numbers of lines. */
#define NUMBER_START 12
#define NUMBER_END 14
#define LEAST_DIGITS 2
/* The cursor is kept in sight until its place has been the same for so many frames, or for so long. */
#define REVEAL_FRAMES 12
#define REVEAL_SECONDS 30
/* Lines before and after the cursor that are dressed before it is brought into sight. */
#define DRESSED_AROUND 60
/* More lines than any screen has are not dressed at once. */
#define MAX_SEEN 400
/* Nor more words marked. */
#define MAX_MARKED 2000
/* How strong the numbers are: 4.5:1 or better on the view. */
#define QUIET 0.68f

struct _MatchumSourceView {
  GtkTextView parent_instance;

  GtkTextBuffer *buffer;
  MatchumMarkdownTags *tags;
  GArray *hits;       /* of MatchumTextHit, or NULL */
  gboolean is_marked; /* what was found is, somewhere */
  gboolean is_composing;
  gboolean is_given; /* the text changes, but not by the user */
  guint n_digits;
  guint dress_id;
  guint reveal_id;
  guint n_frames; /* for which the cursor's place must stay the same */
  gint64 reveal_until;
  int revealed_y;
  GtkWidget *watched;    /* the scrolled window around, borrowed, or NULL */
  gboolean is_revealing; /* to a third of the height, not just somewhere */
};

enum { TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSourceView, matchum_source_view, GTK_TYPE_TEXT_VIEW)

/* Lines seen, and as many again on either side, so that scrolling finds them dressed. */
static void
get_seen_lines (MatchumSourceView *self, int *first, int *last)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle seen;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &start, MAX (seen.y - seen.height, 0), NULL);
  gtk_text_view_get_line_at_y (view, &end, seen.y + 2 * seen.height, NULL);
  *first = gtk_text_iter_get_line (&start);
  *last = MIN (gtk_text_iter_get_line (&end), *first + MAX_SEEN);
}

/* The first that ends behind offset, in characters. */
static guint
find_hit (GArray *hits, guint offset)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hits, MatchumTextHit, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
mark_hits (MatchumSourceView *self, int first, int last)
{
  GtkTextIter start, end;
  guint from, until;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, first);
  gtk_text_buffer_get_iter_at_line (self->buffer, &end, last);
  gtk_text_iter_forward_line (&end);
  from = (guint) gtk_text_iter_get_offset (&start);
  until = (guint) gtk_text_iter_get_offset (&end);
  for (guint i = find_hit (self->hits, from), n = 0; i < self->hits->len && n < MAX_MARKED; i++, n++)
    {
      const MatchumTextHit *hit = &g_array_index (self->hits, MatchumTextHit, i);

      if (hit->start >= until)
        break;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hit->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hit->end);
      matchum_markdown_tags_mark_found (self->tags, &start, &end, FALSE);
      self->is_marked = TRUE;
    }
}

static void
unmark_hits (MatchumSourceView *self)
{
  if (self->is_marked)
    matchum_markdown_tags_unmark_found (self->tags, FALSE);
  self->is_marked = FALSE;
}

static gboolean
dress_cb (gpointer user_data)
{
  MatchumSourceView *self = user_data;
  int first, last;

  self->dress_id = 0;
  if (self->is_composing)
    return G_SOURCE_REMOVE;

  get_seen_lines (self, &first, &last);
  matchum_markdown_tags_dress (self->tags, first, last);
  if (self->hits != NULL)
    mark_hits (self, first, last);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, and before the view lays out what it will paint then: not as a part of the frame, for a view
 * that finds out while it paints that its height is another one has its scroll bar painted without a size. */
static void
queue_dress (MatchumSourceView *self)
{
  if (self->dress_id == 0)
    self->dress_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, dress_cb, self, NULL);
}

static void
preedit_changed_cb (MatchumSourceView *self, const char *preedit)
{
  g_assert (MATCHUM_IS_SOURCE_VIEW (self));

  self->is_composing = preedit != NULL && *preedit != '\0';
  if (!self->is_composing)
    queue_dress (self);
}

static PangoLayout *
create_number_layout (MatchumSourceView *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.87));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static guint
count_digits (MatchumSourceView *self)
{
  guint n_digits = LEAST_DIGITS;

  for (int n_lines = gtk_text_buffer_get_line_count (self->buffer); n_lines >= 100; n_lines /= 10)
    n_digits++;
  return n_digits;
}

/* Makes room for the numbers beside the text. */
static void
update_margin (MatchumSourceView *self, gboolean is_forced)
{
  guint n_digits = count_digits (self);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *digits = NULL;
  int width;

  if (n_digits == self->n_digits && !is_forced)
    return;
  self->n_digits = n_digits;
  layout = create_number_layout (self);
  digits = g_strnfill (n_digits, '0');
  pango_layout_set_text (layout, digits, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), NUMBER_START + width + NUMBER_END);
}

static void
dress_changed_lines (MatchumSourceView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  matchum_markdown_tags_dress_again (self->tags, gtk_text_iter_get_line (start), gtk_text_iter_get_line (end));
  queue_dress (self);
}

/* At once, not with the next frame: words that are kept together must not hold a blank when they are laid out. */
static void
inserted_cb (MatchumSourceView *self, GtkTextIter *end, const char *text, int length, GtkTextBuffer *buffer)
{
  GtkTextIter start = *end;

  g_assert (MATCHUM_IS_SOURCE_VIEW (self));

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  dress_changed_lines (self, &start, end);
}

static void
deleted_cb (MatchumSourceView *self, GtkTextIter *start, GtkTextIter *end, GtkTextBuffer *buffer)
{
  g_assert (MATCHUM_IS_SOURCE_VIEW (self));

  dress_changed_lines (self, start, end);
}

/* What was found is no longer there. */
static void
changed_cb (MatchumSourceView *self)
{
  g_assert (MATCHUM_IS_SOURCE_VIEW (self));

  g_clear_pointer (&self->hits, g_array_unref);
  update_margin (self, FALSE);
  if (!self->is_given)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
adjustment_changed_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  MatchumSourceView *self = MATCHUM_SOURCE_VIEW (object);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    {
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_dress), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (queue_dress), self, G_CONNECT_SWAPPED);
    }
}

static void
style_changed_cb (MatchumSourceView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert (MATCHUM_IS_SOURCE_VIEW (self));

  matchum_markdown_tags_set_colors (self->tags, adw_style_manager_get_dark (manager),
                                    adw_style_manager_get_high_contrast (manager));
}

/* Beside the first of the rows that a line takes up. */
static void
draw_number (MatchumSourceView *self,
             GtkSnapshot *snapshot,
             PangoLayout *layout,
             const GdkRGBA *color,
             const GtkTextIter *line)
{
  char number[16];
  GdkRectangle place;
  int width, height, right = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - NUMBER_END;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), line, &place);
  g_snprintf (number, sizeof number, "%d", gtk_text_iter_get_line (line) + 1);
  pango_layout_set_text (layout, number, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (right - width),
                                                          (float) (place.y + (place.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_numbers (MatchumSourceView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = create_number_layout (self);
  int n_lines = gtk_text_buffer_get_line_count (self->buffer), first, current;
  GdkRectangle seen;
  GtkTextIter line;
  GdkRGBA color, quiet;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  quiet = color;
  quiet.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.85f : QUIET;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &line, gtk_text_buffer_get_insert (self->buffer));
  current = gtk_text_iter_get_line (&line);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &line, seen.y, NULL);
  first = gtk_text_iter_get_line (&line);
  for (int i = first; i < MIN (n_lines, first + MAX_SEEN); i++)
    {
      int top;

      gtk_text_buffer_get_iter_at_line (self->buffer, &line, i);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &line, &top, NULL);
      if (top > seen.y + seen.height)
        break;
      draw_number (self, snapshot, layout, i == current ? &color : &quiet, &line);
    }
}

/* Whether the cursor is in sight, and not at its very edge. */
static gboolean
is_cursor_seen (const GdkRectangle *seen, const GdkRectangle *cursor)
{
  int margin = seen->height / 8;

  return cursor->y >= seen->y + margin && cursor->y + cursor->height <= seen->y + seen->height - margin;
}

/* At one go: a view that glides to a place goes astray where lines before it are not laid out yet. */
static void
scroll_to_cursor (MatchumSourceView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkTextIter cursor;
  GdkRectangle seen, place;
  int line;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  line = gtk_text_iter_get_line (&cursor);
  matchum_markdown_tags_dress (self->tags, line - DRESSED_AROUND, line + DRESSED_AROUND);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &cursor, &place);
  if (self->is_revealing || !is_cursor_seen (&seen, &place))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + place.y - seen.y - seen.height * 0.3);
}

static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MatchumSourceView *self = MATCHUM_SOURCE_VIEW (widget);
  GdkRectangle before, after;
  GtkTextIter cursor;

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &cursor, &before);
  if (!self->is_composing)
    scroll_to_cursor (self);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &cursor, &after);
  if (before.y != after.y || after.y != self->revealed_y)
    self->n_frames = REVEAL_FRAMES;
  self->revealed_y = after.y;
  if (self->n_frames-- > 0 && g_get_monotonic_time () < self->reveal_until)
    return G_SOURCE_CONTINUE;
  self->reveal_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_revealing (MatchumSourceView *self)
{
  if (self->reveal_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_id);
  self->reveal_id = 0;
}

/* The user goes somewhere else. */
static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, gpointer user_data)
{
  MatchumSourceView *self = user_data;
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS || type == GDK_SCROLL || type == GDK_TOUCH_BEGIN)
    stop_revealing (self);
  return GDK_EVENT_PROPAGATE;
}

/* Scroll bars are beside the view. */
static void
matchum_source_view_root (GtkWidget *widget)
{
  MatchumSourceView *self = MATCHUM_SOURCE_VIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (matchum_source_view_parent_class)->root (widget);

  if (scroller != NULL && self->watched == NULL)
    {
      GtkEventController *controller = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
      gtk_widget_add_controller (scroller, controller);
      self->watched = scroller;
    }
}

/* From the next frame on, and until its place is certain: lines take up other rows when they are dressed, and in a text
 * that was just opened those before it are still being laid out. */
static void
reveal_cursor (MatchumSourceView *self, gboolean is_revealing)
{
  self->is_revealing = is_revealing;
  self->n_frames = REVEAL_FRAMES;
  self->revealed_y = -1;
  self->reveal_until = g_get_monotonic_time () + REVEAL_SECONDS * G_USEC_PER_SEC;
  if (self->reveal_id == 0)
    self->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
matchum_source_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_numbers (MATCHUM_SOURCE_VIEW (view), snapshot);
}

/* What hangs on the font. */
static void
update_widths (MatchumSourceView *self)
{
  update_margin (self, TRUE);
  matchum_markdown_tags_set_font (self->tags, gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

static void
matchum_source_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (matchum_source_view_parent_class)->css_changed (widget, change);

  update_widths (MATCHUM_SOURCE_VIEW (widget));
}

static void
matchum_source_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (matchum_source_view_parent_class)->size_allocate (widget, width, height, baseline);

  queue_dress (MATCHUM_SOURCE_VIEW (widget));
}

static void
matchum_source_view_dispose (GObject *object)
{
  MatchumSourceView *self = MATCHUM_SOURCE_VIEW (object);

  g_clear_handle_id (&self->dress_id, g_source_remove);
  stop_revealing (self);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (matchum_source_view_parent_class)->dispose (object);
}

static void
matchum_source_view_finalize (GObject *object)
{
  MatchumSourceView *self = MATCHUM_SOURCE_VIEW (object);

  g_clear_pointer (&self->tags, matchum_markdown_tags_free);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (matchum_source_view_parent_class)->finalize (object);
}

static void
matchum_source_view_class_init (MatchumSourceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_source_view_dispose;
  object_class->finalize = matchum_source_view_finalize;
  widget_class->root = matchum_source_view_root;
  widget_class->css_changed = matchum_source_view_css_changed;
  widget_class->size_allocate = matchum_source_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = matchum_source_view_snapshot_layer;

  signals[TYPED] =
      g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
connect_buffer (MatchumSourceView *self)
{
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (deleted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
matchum_source_view_init (MatchumSourceView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), self->buffer);
  self->tags = matchum_markdown_tags_new (self->buffer);
  connect_buffer (self);
  update_widths (self);
  style_changed_cb (self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
matchum_source_view_new (void)
{
  return g_object_new (MATCHUM_TYPE_SOURCE_VIEW, NULL);
}

char *
matchum_source_view_dup_text (MatchumSourceView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MATCHUM_IS_SOURCE_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
}

void
matchum_source_view_set_text (MatchumSourceView *self, const char *text)
{
  GtkTextIter start;

  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));
  g_return_if_fail (text != NULL);

  self->is_given = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->is_given = FALSE;
}

/* The bytes that differ, as whole lines: all before start is the same in both, and so are the last tail bytes. */
static void
find_difference (const char *old, const char *new, gsize *start, gsize *tail)
{
  gsize old_length = strlen (old), new_length = strlen (new), shorter = MIN (old_length, new_length);
  gsize same = 0, same_tail = 0;

  while (same < shorter && old[same] == new[same])
    same++;
  while (same > 0 && old[same - 1] != '\n')
    same--;
  while (same_tail < shorter - same && old[old_length - same_tail - 1] == new[new_length - same_tail - 1])
    same_tail++;
  while (same_tail > 0 && same_tail < old_length - same && old[old_length - same_tail - 1] != '\n')
    same_tail--;
  *start = same;
  *tail = same_tail;
}

/* Puts the cursor into a line, or the last one there is, no farther than its end. */
static void
place_cursor (MatchumSourceView *self, int line, int offset)
{
  GtkTextIter cursor;
  int length;

  gtk_text_buffer_get_iter_at_line (self->buffer, &cursor, line);
  length = gtk_text_iter_get_chars_in_line (&cursor);
  if (offset < length)
    gtk_text_iter_set_line_offset (&cursor, offset);
  else if (!gtk_text_iter_ends_line (&cursor))
    gtk_text_iter_forward_to_line_end (&cursor);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}

/* Offsets in characters of the old text. */
static void
replace_range (MatchumSourceView *self, int start, int end, const char *text, gsize length)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, end);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &first, &last);
  gtk_text_buffer_insert (self->buffer, &first, text, (int) length);
  gtk_text_buffer_end_user_action (self->buffer);
}

void
matchum_source_view_replace_text (MatchumSourceView *self, const char *text)
{
  g_autofree char *old = NULL;
  gsize start, tail;
  int first, last, at, line, offset;
  GtkTextIter cursor;

  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));
  g_return_if_fail (text != NULL);

  old = matchum_source_view_dup_text (self);
  if (g_str_equal (old, text))
    return;
  find_difference (old, text, &start, &tail);
  first = (int) g_utf8_strlen (old, (gssize) start);
  last = first + (int) g_utf8_strlen (old + start, (gssize) (strlen (old) - tail - start));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  at = gtk_text_iter_get_offset (&cursor);
  line = gtk_text_iter_get_line (&cursor);
  offset = gtk_text_iter_get_line_offset (&cursor);

  self->is_given = TRUE;
  replace_range (self, first, last, text + start, strlen (text) - tail - start);
  if (at >= first && at < last)
    place_cursor (self, line, offset);
  self->is_given = FALSE;
}

gboolean
matchum_source_view_is_composing (MatchumSourceView *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_VIEW (self), FALSE);

  return self->is_composing;
}

void
matchum_source_view_end_composing (MatchumSourceView *self)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));

  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self));
}

/* The buffer knows more ends of lines than MatchumSource does. */
guint
matchum_source_view_get_line (MatchumSourceView *self)
{
  GtkTextIter start, cursor;
  g_autofree char *text = NULL;
  guint line = 1;

  g_return_val_if_fail (MATCHUM_IS_SOURCE_VIEW (self), 0);

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  text = gtk_text_buffer_get_slice (self->buffer, &start, &cursor, TRUE);
  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    line++;
  return line;
}

#define BLANKS " \t"

/* How long the mark of a heading, a quote, an item or a box is with the blanks behind it; 0: none stands there. */
static gsize
measure_mark (const char *at)
{
  gsize length = strspn (at, "#"), n_digits = strspn (at, "0123456789"), n_blanks;

  if (*at == '>')
    return 1 + strspn (at + 1, BLANKS);
  if (*at != '\0' && strchr ("-*+", *at) != NULL)
    length = 1;
  else if (n_digits > 0 && (at[n_digits] == '.' || at[n_digits] == ')'))
    length = n_digits + 1;
  else if (g_str_has_prefix (at, "[ ]") || g_str_has_prefix (at, "[x]") || g_str_has_prefix (at, "[X]"))
    length = 3;
  n_blanks = length > 0 ? strspn (at + length, BLANKS) : 0;
  return n_blanks > 0 ? length + n_blanks : 0;
}

/* Where the words of a line begin: who writes there does not break what the line is. */
static const char *
find_words (const char *line)
{
  const char *words = line + strspn (line, BLANKS);

  for (gsize mark = measure_mark (words); mark > 0; mark = measure_mark (words))
    words += mark;
  return words;
}

void
matchum_source_view_reveal_line (MatchumSourceView *self, guint line)
{
  g_autofree char *text = NULL;
  const char *at;
  GtkTextIter cursor;

  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));

  text = matchum_source_view_dup_text (self);
  at = text;
  for (guint i = 1; i < line; i++)
    {
      const char *end = strchr (at, '\n');

      if (end == NULL)
        break;
      at = end + 1;
    }
  at = find_words (at);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, (int) g_utf8_strlen (text, at - text));
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
  reveal_cursor (self, TRUE);
}

void
matchum_source_view_select (MatchumSourceView *self, guint start, guint end)
{
  GtkTextIter first, last;

  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, (int) end);
  gtk_text_buffer_select_range (self->buffer, &first, &last);
  matchum_markdown_tags_unmark_found (self->tags, TRUE);
  matchum_markdown_tags_mark_found (self->tags, &first, &last, TRUE);
  self->is_marked = TRUE;
  reveal_cursor (self, FALSE);
}

void
matchum_source_view_set_hits (MatchumSourceView *self, GArray *hits)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_VIEW (self));

  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  unmark_hits (self);
  queue_dress (self);
}

gboolean
matchum_source_view_hides_something (MatchumSourceView *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_VIEW (self), FALSE);

  return matchum_markdown_tags_hide_something (self->tags);
}
