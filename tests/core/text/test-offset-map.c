/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back from derived bytes to their source. */
#include "config.h"

#include "text/matchum-inline-text.h"
#include "text/matchum-offset-map.h"

/* derived "ab C fg", source "ab**ccc**  fg": runs one to one, changed in length, and text left out between. */
static MatchumOffsetMap *
make_map (void)
{
  MatchumOffsetMap *map = matchum_offset_map_new ();

  matchum_offset_map_append (map, 2, MATCHUM_SPAN (0, 2));
  matchum_offset_map_append (map, 1, MATCHUM_SPAN (4, 7));
  matchum_offset_map_append (map, 1, MATCHUM_SPAN (9, 11));
  matchum_offset_map_append (map, 2, MATCHUM_SPAN (11, 13));
  return map;
}

static void
test_spans (void)
{
  static const struct {
    MatchumSpan derived;
    MatchumSpan source;
  } cases[] = {
    { { 0, 2 }, { 0, 2 } },     { { 0, 1 }, { 0, 1 } },  { { 1, 2 }, { 1, 2 } },   { { 2, 3 }, { 4, 7 } },
    { { 1, 3 }, { 1, 7 } },     { { 3, 4 }, { 9, 11 } }, { { 0, 6 }, { 0, 13 } },  { { 4, 5 }, { 11, 12 } },
    { { 3, 5 }, { 9, 12 } },    { { 2, 2 }, { 4, 4 } },  { { 6, 6 }, { 13, 13 } }, { { 5, 99 }, { 12, 13 } },
    { { 50, 99 }, { 13, 13 } }, { { 0, 0 }, { 0, 0 } },
  };
  g_autoptr (MatchumOffsetMap) map = make_map ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MatchumSpan span = matchum_offset_map_get_source_span (map, cases[i].derived);

      g_test_message ("%" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT, cases[i].derived.start, cases[i].derived.end);
      g_assert_cmpuint (span.start, ==, cases[i].source.start);
      g_assert_cmpuint (span.end, ==, cases[i].source.end);
    }
}

static void
test_whole (void)
{
  g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
  MatchumSpan span;

  matchum_offset_map_append (map, 3, MATCHUM_SPAN (0, 3));
  matchum_offset_map_append_whole (map, 6, MATCHUM_SPAN (3, 9));
  matchum_offset_map_append (map, 0, MATCHUM_SPAN (9, 12));
  matchum_offset_map_append (map, 1, MATCHUM_SPAN (12, 12));
  span = matchum_offset_map_get_source_span (map, MATCHUM_SPAN (6, 7));
  g_assert_cmpuint (span.start, ==, 3);
  g_assert_cmpuint (span.end, ==, 9);
  span = matchum_offset_map_get_source_span (map, MATCHUM_SPAN (9, 10));
  g_assert_cmpuint (span.start, ==, 12);
  g_assert_cmpuint (span.end, ==, 12);
}

static void
test_empty (void)
{
  g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
  const MatchumSpan span = matchum_offset_map_get_source_span (map, MATCHUM_SPAN (3, 5));

  g_assert_cmpuint (span.start, ==, 0);
  g_assert_cmpuint (span.end, ==, 0);
}

/* The first byte of the derived text whose source is not before source, as asking for each of them tells. */
static gsize
search_derived (MatchumOffsetMap *map, gsize length, gsize source)
{
  gsize at = 0;

  while (at < length && matchum_offset_map_get_source_span (map, MATCHUM_SPAN (at, at + 1)).start < source)
    at++;
  return at;
}

static void
test_derived (void)
{
  g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
  const gsize length = 3 + 2 + 4 + 1 + 5;

  g_assert_cmpuint (matchum_offset_map_find_derived (map, 7), ==, 0);
  matchum_offset_map_append (map, 3, MATCHUM_SPAN (2, 5));
  matchum_offset_map_append_whole (map, 2, MATCHUM_SPAN (5, 7));
  matchum_offset_map_append (map, 4, MATCHUM_SPAN (9, 10));
  matchum_offset_map_append (map, 1, MATCHUM_SPAN (12, 12));
  matchum_offset_map_append (map, 5, MATCHUM_SPAN (14, 19));
  for (gsize source = 0; source < 25; source++)
    g_assert_cmpuint (matchum_offset_map_find_derived (map, source), ==, search_derived (map, length, source));
}

/* A map is built front to back. */
static void
test_backwards (void)
{
  g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
  MatchumSpan span;

  matchum_offset_map_append (map, 3, MATCHUM_SPAN (10, 13));
  g_test_expect_message ("matchum-core", G_LOG_LEVEL_CRITICAL, "*append_run*");
  matchum_offset_map_append (map, 3, MATCHUM_SPAN (0, 3));
  g_test_assert_expected_messages ();
  span = matchum_offset_map_get_source_span (map, MATCHUM_SPAN (0, 9));
  g_assert_cmpuint (span.end, ==, 13);
}

static void
test_inline_text (void)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_inline_run_free);
  g_autoptr (MatchumInlineText) text = NULL;
  g_autoptr (MatchumInlineText) other = NULL;
  MatchumSpan span;

  g_ptr_array_add (runs, matchum_inline_run_new (MATCHUM_INLINE_LINK, MATCHUM_SPAN (2, 3), "https://example.com"));
  text = matchum_inline_text_new (g_strdup ("abC fg"), make_map (), runs);
  other = matchum_inline_text_ref (text);
  g_assert_cmpstr (matchum_inline_text_get_text (other), ==, "abC fg");
  g_assert_cmpuint (matchum_inline_text_get_length (text), ==, 6);
  g_assert_cmpuint (matchum_inline_text_get_n_runs (text), ==, 1);
  g_assert_cmpint (matchum_inline_text_get_run (text, 0)->kind, ==, MATCHUM_INLINE_LINK);
  g_assert_cmpstr (matchum_inline_text_get_run (text, 0)->url, ==, "https://example.com");
  span = matchum_inline_text_get_source_span (text, matchum_inline_text_get_run (text, 0)->span);
  g_assert_cmpuint (span.start, ==, 4);
  g_assert_cmpuint (span.end, ==, 7);
}

static void
test_inline_text_without_runs (void)
{
  g_autoptr (MatchumInlineText) text = matchum_inline_text_new (g_strdup (""), matchum_offset_map_new (), NULL);

  g_assert_cmpuint (matchum_inline_text_get_n_runs (text), ==, 0);
  g_assert_cmpuint (matchum_inline_text_get_length (text), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offset-map/spans", test_spans);
  g_test_add_func ("/offset-map/whole", test_whole);
  g_test_add_func ("/offset-map/empty", test_empty);
  g_test_add_func ("/offset-map/derived", test_derived);
  g_test_add_func ("/offset-map/backwards", test_backwards);
  g_test_add_func ("/inline-text/parts", test_inline_text);
  g_test_add_func ("/inline-text/without-runs", test_inline_text_without_runs);
  return g_test_run ();
}
