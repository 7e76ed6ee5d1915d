/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown taken away from words by examples, and the way back to every word. */
#include "config.h"

#include <string.h>

#include "text/matchum-inline-reader.h"

/* The plain text, with runs shown as {b …}, {i …}, {c …} and {url …}, and a newline as /. */
static const struct {
  const char *markdown;
  const char *shown;
} cases[] = {
  { "Python과 SQL", "Python과 SQL" },
  { "  surrounded by blanks  ", "surrounded by blanks" },
  { "", "" },
  { "**굵게** 쓴 말", "{b 굵게} 쓴 말" },
  { "__굵게__ *italic* _too_", "{b 굵게} {i italic} {i too}" },
  { "***both*** and **a *b* c**", "{i {b both}} and {b a {i b} c}" },
  { "snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4" },
  { "**React(리액트)**를 씀", "{b React(리액트)}를 씀" },
  { "**\"인용\"**은 **'둘째'**도", "{b \"인용\"}은 {b '둘째'}도" },
  { "그는**\"인용\"** 했다", "그는{b \"인용\"} 했다" },
  { "(**중요**)한 **(괄호)**와 `**x)**를`", "({b 중요})한 {b (괄호)}와 {c **x)**를}" },
  { "**열기만 (함)** 뒤 **(끝)을", "{b 열기만 (함)} 뒤 **(끝)을" },
  { "`code *x* &amp;` and ``a`b``", "{c code *x* &amp;} and {c a`b}" },
  { "` padded ` `  `", "{c padded} {c   }" },
  { "unclosed `code and **bold", "unclosed `code and **bold" },
  { "[text](https://a.b/c_d \"title *x*\") after", "{https://a.b/c_d text} after" },
  { "[a](<with space>) [b](x(y)z) c", "{with space a} {x(y)z b} c" },
  { "[**b** `c`](u)[d](v)", "{u {b b} {c c}}{v d}" },
  { "[no link] [x][y] [z](", "[no link] [x][y] [z](" },
  { "<https://a.b/?x=1&y=2> <me@a.b>", "{https://a.b/?x=1&y=2 https://a.b/?x=1&y=2} {mailto:me@a.b me@a.b}" },
  { "![사진](me.png) 뒤", "사진 뒤" },
  { "[![badge](b.svg)](u) x", "{u badge} x" },
  { "R&amp;D &lt;3 &#x41;&#66; &nosuch; & &;", "R&D <3 AB &nosuch; & &;" },
  { "\\*no\\* 10\\. \\[x\\] C:\\dir \\\\", "*no* 10. [x] C:\\dir \\" },
  { "C++, C#, .NET, a<b, x>y, 100%", "C++, C#, .NET, a<b, x>y, 100%" },
  { "- not a list", "- not a list" },
  { "# not a heading", "# not a heading" },
  { "1. not a list", "1. not a list" },
  { "[x]: not a definition", "[x]: not a definition" },
  { "> not a quote", "> not a quote" },
  { "one\ntwo", "one two" },
  { "one  \ntwo\\\nthree", "one/two/three" },
  { "one\r\n   two\t\r\nthree", "one two three" },
  { "**bold\n over** lines", "{b bold over} lines" },
  { "[a\nb](\nurl\n\"t\")", "{url a b}" },
  { "`code\nover`", "{c code over}" },
  { "line<br>break <b>tag</b>", "line/break tag" },
  { "kept <!-- gone --> kept", "kept kept" },
  { "end <!-- gone -->", "end" },
  { "<!-- gone --> start", "start" },
  { "*a*b **c**d", "{i a}b {b c}d" },
  { "****", "****" },
  { "** a **", "** a **" },
  { "[](x) ![](y) ****z", "  ****z" },
};

static void
show_run_start (GString *shown, const MatchumInlineRun *run)
{
  static const char *const names[] = { "b", "i", "c" };

  g_string_append_printf (shown, "{%s ", run->kind == MATCHUM_INLINE_LINK ? run->url : names[run->kind]);
}

static char *
show (MatchumInlineText *inline_text)
{
  const char *text = matchum_inline_text_get_text (inline_text);
  GString *shown = g_string_new (NULL);
  guint n = matchum_inline_text_get_n_runs (inline_text);

  for (gsize i = 0; i <= matchum_inline_text_get_length (inline_text); i++)
    {
      for (guint j = 0; j < n; j++)
        if (matchum_inline_text_get_run (inline_text, j)->span.end == i)
          g_string_append_c (shown, '}');
      for (guint j = 0; j < n; j++)
        if (matchum_inline_text_get_run (inline_text, j)->span.start == i)
          show_run_start (shown, matchum_inline_text_get_run (inline_text, j));
      if (text[i] != '\0')
        g_string_append_c (shown, text[i] == '\n' ? '/' : text[i]);
    }
  return g_string_free (shown, FALSE);
}

static MatchumSource *
create_source (const char *text)
{
  /* A source is never empty, and what stands around must not matter. */
  g_autofree char *framed = g_strdup_printf ("# %s\nX", text);
  g_autoptr (GBytes) bytes = g_bytes_new (framed, strlen (framed));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("test.md", bytes, &error);

  g_assert_no_error (error);
  return source;
}

static MatchumInlineText *
read_text (const char *text)
{
  g_autoptr (MatchumSource) source = create_source (text);

  return matchum_inline_reader_read (source, MATCHUM_SPAN (2, 2 + strlen (text)));
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumInlineText) inline_text = read_text (cases[i].markdown);
      g_autofree char *shown = show (inline_text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Words that occur once in the Markdown are where the map says. */
static void
test_map (void)
{
  guint n_checked = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumInlineText) inline_text = read_text (cases[i].markdown);
      const char *text = matchum_inline_text_get_text (inline_text);
      g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
      gsize start = 0;

      for (gsize j = 0; words[j] != NULL; start += strlen (words[j]) + 1, j++)
        {
          const char *found = strstr (cases[i].markdown, words[j]);
          MatchumSpan span;

          if (words[j][0] == '\0' || found == NULL || strstr (found + 1, words[j]) != NULL)
            continue;
          span = matchum_inline_text_get_source_span (inline_text, MATCHUM_SPAN (start, start + strlen (words[j])));
          g_assert_cmpuint (span.start, ==, 2 + (gsize) (found - cases[i].markdown));
          g_assert_cmpuint (span.end, ==, span.start + strlen (words[j]));
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 60);
}

static void
test_decoded_map (void)
{
  g_autoptr (MatchumInlineText) inline_text = read_text ("R&amp;D \\*x");
  MatchumSpan span;

  g_assert_cmpstr (matchum_inline_text_get_text (inline_text), ==, "R&D *x");
  span = matchum_inline_text_get_source_span (inline_text, MATCHUM_SPAN (1, 2));
  g_assert_cmpuint (span.start, ==, 3);
  g_assert_cmpuint (span.end, ==, 8);
  span = matchum_inline_text_get_source_span (inline_text, MATCHUM_SPAN (0, 3));
  g_assert_cmpuint (span.start, ==, 2);
  g_assert_cmpuint (span.end, ==, 9);
  span = matchum_inline_text_get_source_span (inline_text, MATCHUM_SPAN (4, 5));
  g_assert_cmpuint (span.start, ==, 10);
  g_assert_cmpuint (span.end, ==, 12);
}

static void
test_pieces (void)
{
  g_autoptr (MatchumSource) source = create_source ("- see [a]\n  two\n\n  next *p*\n      code *x*\n      more");
  const char *text = matchum_source_get_text (source);
  const MatchumInlinePiece pieces[] = {
    { MATCHUM_INLINE_PIECE_PARAGRAPH, MATCHUM_SPAN (4, 11) },  { MATCHUM_INLINE_PIECE_LINE, MATCHUM_SPAN (14, 17) },
    { MATCHUM_INLINE_PIECE_PARAGRAPH, MATCHUM_SPAN (21, 29) }, { MATCHUM_INLINE_PIECE_CODE, MATCHUM_SPAN (36, 44) },
    { MATCHUM_INLINE_PIECE_CODE, MATCHUM_SPAN (51, 55) },
  };
  g_autoptr (MatchumInlineText) inline_text = NULL;
  g_autofree char *shown = NULL;
  MatchumSpan span;

  inline_text =
      matchum_inline_reader_read_pieces (source, pieces, G_N_ELEMENTS (pieces), "[a]: https://a.b 'x'\n", NULL);
  shown = show (inline_text);
  g_assert_cmpstr (shown, ==, "see {https://a.b a} two/next {i p}/{c code *x*/more}");
  span = matchum_inline_text_get_source_span (inline_text, MATCHUM_SPAN (26, 30));
  g_assert_cmpint (strncmp (text + span.start, "more", 4), ==, 0);
}

static void
test_remarks (void)
{
  g_autoptr (MatchumSource) source = create_source ("a <!-- b --> c `<!-- d -->` <b>");
  g_autoptr (GArray) remarks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  const MatchumInlinePiece piece = { MATCHUM_INLINE_PIECE_LINE, MATCHUM_SPAN (2, 33) };
  g_autoptr (MatchumInlineText) inline_text = matchum_inline_reader_read_pieces (source, &piece, 1, NULL, remarks);

  g_assert_cmpstr (matchum_inline_text_get_text (inline_text), ==, "a c <!-- d --> ");
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpuint (g_array_index (remarks, MatchumSpan, 0).start, ==, 4);
  g_assert_cmpuint (g_array_index (remarks, MatchumSpan, 0).end, ==, 14);
}

/* Text too long to be Markdown is taken as it is, and nothing takes long. */
static void
test_hostile (void)
{
  static const char *const units[] = {
    "![[]()", "[", "***a ", "`", "<!--", "&amp;", "[a](", "\\", "*_ ", "a\n", "**(가"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (gsize length = 1000; length <= 1000000; length *= 10)
      {
        g_autoptr (GString) text = g_string_new ("x ");
        g_autoptr (MatchumInlineText) inline_text = NULL;
        gint64 start = g_get_monotonic_time ();

        while (text->len < length)
          g_string_append (text, units[i]);
        inline_text = read_text (text->str);
        g_assert_true (g_utf8_validate (matchum_inline_text_get_text (inline_text), -1, NULL));
        g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
      }
}

/* A paragraph too long for cmark is taken as it is, but what is noted in a comment stays out of it as ever. */
static void
test_comments_of_long_text (void)
{
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumInlineText) words = NULL;
  g_autoptr (GArray) remarks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  MatchumInlinePiece piece = { MATCHUM_INLINE_PIECE_PARAGRAPH, { 2, 0 } };
  const guint n = 2000;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (markdown, "word <!-- secret --> *word* ");
      g_string_append (expected, i == 0 ? "word *word*" : " word *word*");
    }
  g_string_append (markdown, "<!-- open");
  g_string_append (expected, " <!-- open");
  source = create_source (markdown->str);
  piece.span.end = 2 + markdown->len;
  words = matchum_inline_reader_read_pieces (source, &piece, 1, NULL, remarks);
  g_assert_cmpstr (matchum_inline_text_get_text (words), ==, expected->str);
  g_assert_cmpuint (remarks->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const MatchumSpan remark = g_array_index (remarks, MatchumSpan, i);

      g_assert_true (g_str_has_prefix (matchum_source_get_text (source) + remark.start, "<!-- secret -->"));
      g_assert_cmpuint (matchum_span_get_length (remark), ==, strlen ("<!-- secret -->"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inline-reader/cases", test_cases);
  g_test_add_func ("/inline-reader/map", test_map);
  g_test_add_func ("/inline-reader/decoded-map", test_decoded_map);
  g_test_add_func ("/inline-reader/pieces", test_pieces);
  g_test_add_func ("/inline-reader/remarks", test_remarks);
  g_test_add_func ("/inline-reader/hostile", test_hostile);
  g_test_add_func ("/inline-reader/comments-of-long-text", test_comments_of_long_text);
  return g_test_run ();
}
