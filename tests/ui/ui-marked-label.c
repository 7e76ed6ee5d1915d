/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks stand at the words they mark, and Korean wraps between words. */
#include "config.h"

#include <string.h>

#include "ui-pane-support.h"
#include "ui/matchum-marked-label.h"

#define KOREAN "추론 서버를 Triton으로 옮기고 동적 배칭을 켜서 피크 초당 1만 8천 요청에서 p99 22ms 유지"

static void
allocate (GtkWidget *label, int width)
{
  int minimum, height;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (label, width, height, -1, NULL);
}

static PangoLayout *
get_layout (GtkWidget *label)
{
  return gtk_label_get_layout (GTK_LABEL (find_descendant (label, GTK_TYPE_LABEL, 0)));
}

static MatchumSpan
find_span (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return MATCHUM_SPAN ((gsize) (found - text), (gsize) (found - text) + strlen (words));
}

static void
test_mark_on_one_line (void)
{
  GtkWidget *label = matchum_marked_label_new ();
  GtkWidget *window = present (label, 900, 100);
  MatchumSpan span = find_span (KOREAN, "초당 1만 8천 요청");
  g_autoptr (GArray) rectangles = NULL;
  const graphene_rect_t *rectangle;
  PangoRectangle start, end;

  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), KOREAN);
  matchum_marked_label_set_marks (MATCHUM_MARKED_LABEL (label), &span, 1);
  allocate (label, 900);
  g_assert_cmpint (pango_layout_get_line_count (get_layout (label)), ==, 1);

  rectangles = matchum_marked_label_dup_rectangles (MATCHUM_MARKED_LABEL (label));
  g_assert_cmpuint (rectangles->len, ==, 1);
  rectangle = &g_array_index (rectangles, graphene_rect_t, 0);
  pango_layout_index_to_pos (get_layout (label), (int) span.start, &start);
  pango_layout_index_to_pos (get_layout (label), (int) span.end, &end);
  g_assert_cmpfloat_with_epsilon (rectangle->origin.x, pango_units_to_double (start.x), 0.1);
  g_assert_cmpfloat_with_epsilon (rectangle->origin.x + rectangle->size.width, pango_units_to_double (end.x), 0.1);
  g_assert_cmpfloat (rectangle->size.width, >, 20);
  close_window (window);
}

static void
test_mark_over_lines (void)
{
  GtkWidget *label = matchum_marked_label_new ();
  GtkWidget *window = present (label, 900, 300);
  MatchumSpan span = find_span (KOREAN, KOREAN);
  g_autoptr (GArray) rectangles = NULL;
  int n_lines;

  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), KOREAN);
  matchum_marked_label_set_marks (MATCHUM_MARKED_LABEL (label), &span, 1);
  allocate (label, 150);
  n_lines = pango_layout_get_line_count (get_layout (label));
  g_assert_cmpint (n_lines, >, 2);

  rectangles = matchum_marked_label_dup_rectangles (MATCHUM_MARKED_LABEL (label));
  g_assert_cmpuint (rectangles->len, ==, n_lines);
  for (guint i = 0; i < rectangles->len; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (get_layout (label), (int) i);
      const graphene_rect_t *rectangle = &g_array_index (rectangles, graphene_rect_t, i);
      PangoRectangle extents;

      /* No wider than the line, whose trailing space is not marked. */
      pango_layout_line_get_pixel_extents (line, NULL, &extents);
      g_assert_cmpfloat (rectangle->size.width, <=, extents.width);
      if (i > 0)
        g_assert_cmpfloat (rectangle->origin.y, >, g_array_index (rectangles, graphene_rect_t, i - 1).origin.y);
    }
  close_window (window);
}

static void
assert_breaks_between_words (GtkWidget *label)
{
  PangoLayout *layout = get_layout (label);
  const char *text = pango_layout_get_text (layout);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      g_assert_true (g_ascii_isspace (text[start - 1]));
    }
}

/* From 200 pixels on, no word of this text is wider than the label; below, it must merely not fall over. */
static void
test_wrapping (void)
{
  GtkWidget *label = matchum_marked_label_new ();
  GtkWidget *window = present (label, 900, 300);
  MatchumSpan span = find_span (KOREAN, "서버를 Triton");

  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), KOREAN);
  matchum_marked_label_set_marks (MATCHUM_MARKED_LABEL (label), &span, 1);
  for (int width = 4; width < 700; width += 7)
    {
      g_autoptr (GArray) rectangles = NULL;

      allocate (label, width);
      rectangles = matchum_marked_label_dup_rectangles (MATCHUM_MARKED_LABEL (label));
      g_assert_cmpuint (rectangles->len, >=, 1);
      if (width >= 200)
        assert_breaks_between_words (label);
    }
  close_window (window);
}

static void
test_numbers_stay_whole (void)
{
  GtkWidget *label = matchum_marked_label_new ();
  GtkWidget *window = present (label, 900, 300);

  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), "Call 010-0000-5678 or +82-10-0000-5678 by 2024-12-31");
  for (int width = 160; width < 400; width += 5)
    {
      allocate (label, width);
      assert_breaks_between_words (label);
    }
  close_window (window);
}

static void
test_spans (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (matchum_marked_label_new ());
  MatchumMarkedLabel *marked = MATCHUM_MARKED_LABEL (label);
  const MatchumSpan spans[] = { { 10, 14 }, { 0, 4 }, { 2, 6 }, { 8, 8 }, { 12, 900 } };

  matchum_marked_label_set_text (marked, "Built services in Python");
  g_assert_cmpuint (matchum_marked_label_get_n_marks (marked), ==, 0);
  matchum_marked_label_set_marks (marked, spans, G_N_ELEMENTS (spans));
  g_assert_cmpuint (matchum_marked_label_get_n_marks (marked), ==, 2);
  matchum_marked_label_set_marks (marked, NULL, 0);
  g_assert_cmpuint (matchum_marked_label_get_n_marks (marked), ==, 0);

  /* A new text has no marks. */
  matchum_marked_label_set_marks (marked, spans, 1);
  matchum_marked_label_set_text (marked, "Other words");
  g_assert_cmpuint (matchum_marked_label_get_n_marks (marked), ==, 0);
}

static void
test_height_does_not_decide_width (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (matchum_marked_label_new ());
  int minimum, natural, minimum_for_height, natural_for_height;

  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), KOREAN);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, 21, &minimum_for_height, &natural_for_height, NULL, NULL);
  g_assert_cmpint (minimum, ==, minimum_for_height);
  g_assert_cmpint (natural, ==, natural_for_height);
}

static void
test_single_line (void)
{
  GtkWidget *label = g_object_ref_sink (matchum_marked_label_new ());
  MatchumMarkedLabel *marked = MATCHUM_MARKED_LABEL (label);
  guint n_notified = 0;
  int height, line_height;

  count_signal (label, "notify::single-line", &n_notified);
  matchum_marked_label_set_text (marked, KOREAN);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 150, &height, NULL, NULL, NULL);
  matchum_marked_label_set_single_line (marked, TRUE);
  matchum_marked_label_set_single_line (marked, TRUE);
  g_assert_true (matchum_marked_label_get_single_line (marked));
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 150, &line_height, NULL, NULL, NULL);
  g_assert_cmpint (line_height * 3, <=, height);

  g_object_set (label, "single-line", FALSE, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_finalize_object (label);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add_func ("/marked-label/mark-on-one-line", test_mark_on_one_line);
  g_test_add_func ("/marked-label/mark-over-lines", test_mark_over_lines);
  g_test_add_func ("/marked-label/wrapping", test_wrapping);
  g_test_add_func ("/marked-label/numbers-stay-whole", test_numbers_stay_whole);
  g_test_add_func ("/marked-label/spans", test_spans);
  g_test_add_func ("/marked-label/height-does-not-decide-width", test_height_does_not_decide_width);
  g_test_add_func ("/marked-label/single-line", test_single_line);
  return g_test_run ();
}
