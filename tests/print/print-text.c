/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made ready for print. */
#include <glib.h>
#include <string.h>

#include "text/matchum-clean-text.h"
#include "text/matchum-inline-reader.h"

#include "matchum-print-text.h"

static MatchumPrintText *
from_markdown (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new ("line", bytes, NULL);
  g_autoptr (MatchumInlineText) content =
      matchum_inline_reader_read (source, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  MatchumPrintText *text = matchum_print_text_new ();

  matchum_print_text_append (text, content, MATCHUM_SPAN (0, matchum_inline_text_get_length (content)), FALSE);

  return text;
}

static char *
clean (const char *text, gboolean keeps_space)
{
  g_autoptr (GString) string = g_string_new (NULL);

  matchum_clean_text_append (string, text, strlen (text), keeps_space);

  return g_strdup (string->str);
}

static void
test_clean (void)
{
  static const struct {
    const char *raw;
    const char *clean;
  } cases[] = {
    { "a  b\tc", "a b c" },
    { "e\xcc\x81", "\xc3\xa9" },                                    /* NFD to NFC */
    { "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xea\xb8\x80", "한글" }, /* jamo */
    { "Ku\xc2\xad"
      "ber\xe2\x80\x8bnetes\xef\xbb\xbf",
      "Kubernetes" }, /* soft hyphen, zero width, BOM */
    { "a\xe2\x80\xae"
      "b\xe2\x81\xa6"
      "c",
      "abc" },                                    /* bidi controls */
    { "x\xf3\xa0\x81\x81y\xee\x80\x80z", "xyz" }, /* tag and private characters */
    { "\x01"
      "a\x7f",
      "a" },
    { "di\xef\xac\x83"
      "cult \xef\xac\x81ne",
      "difficult fine" }, /* ligatures typed as such */
    { "a\xe3\x80\x80"
      "b",
      "a b" },                          /* ideographic space */
    { "10\xc2\xa0km", "10\xc2\xa0km" }, /* no-break space */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = clean (cases[i].raw, FALSE);

      g_assert_cmpstr (got, ==, cases[i].clean);
    }
}

/* A long text is composed in pieces, never cut within what belongs together. */
static void
test_clean_long (void)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *got = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append (raw, i % 3 == 0 ? "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab" : i % 3 == 1 ? "글" : "e\xcc\x81");
      g_string_append (expected, i % 3 == 0 ? "한" : i % 3 == 1 ? "글" : "\xc3\xa9");
    }
  got = clean (raw->str, FALSE);
  g_assert_cmpstr (got, ==, expected->str);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_keeps_space (void)
{
  g_autofree char *got = clean ("if x:\n\treturn  1", TRUE);

  g_assert_cmpstr (got, ==, "if x:\n    return  1");
}

static void
assert_mark (MatchumPrintText *text, guint index, MatchumMarkKind kind, const char *words, const char *url)
{
  const MatchumMark *mark = matchum_print_text_get_mark (text, index);
  g_autofree char *marked =
      g_strndup (matchum_print_text_get_text (text) + mark->span.start, matchum_span_get_length (mark->span));

  g_assert_cmpint (mark->kind, ==, kind);
  g_assert_cmpstr (marked, ==, words);
  g_assert_cmpstr (mark->url, ==, url);
}

/* Marks stay on their words where the text before and within them shrinks. */
static void
test_marks (void)
{
  g_autoptr (MatchumPrintText) text =
      from_markdown ("e\xcc\x81\xe2\x80\x8b x **e\xcc\x81 bold** and [a li\xef\xac\x81nk](https://x.example)");

  g_assert_cmpstr (matchum_print_text_get_text (text), ==, "\xc3\xa9 x \xc3\xa9 bold and a lifink");
  g_assert_cmpuint (matchum_print_text_get_n_marks (text), ==, 2);
  assert_mark (text, 0, MATCHUM_MARK_STRONG, "\xc3\xa9 bold", NULL);
  assert_mark (text, 1, MATCHUM_MARK_LINK, "a lifink", "https://x.example");
}

static void
check_addresses (const char *line, gboolean bare_domains, const char *expected)
{
  g_autoptr (MatchumPrintText) text = matchum_print_text_new ();
  g_autoptr (GString) urls = g_string_new (NULL);

  matchum_print_text_append_literal (text, line);
  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, strlen (line)), bare_domains);
  for (guint i = 0; i < matchum_print_text_get_n_marks (text); i++)
    g_string_append_printf (urls, "%s%s", i > 0 ? " " : "", matchum_print_text_get_mark (text, i)->url);
  g_assert_cmpstr (urls->str, ==, expected);
}

static void
test_addresses (void)
{
  check_addresses ("a@b.example.com", FALSE, "mailto:a@b.example.com");
  check_addresses ("메일 a@b.example.com으로", FALSE, "mailto:a@b.example.com");
  check_addresses ("(https://x.example/a_b?c=d).", FALSE, "https://x.example/a_b?c=d");
  check_addresses ("github.com/me 블로그: log.example.com", TRUE, "https://github.com/me https://log.example.com");
  check_addresses ("github.com/me", FALSE, "");
  check_addresses ("Node.js ASP.NET 3.14 e.g. v1.2.3 C# a@b @home www", TRUE, "");
  check_addresses ("http:// https://", TRUE, "");
}

/* An address within a link of the author's is not linked twice. */
static void
test_linked_address (void)
{
  g_autoptr (MatchumPrintText) text = from_markdown ("[github.com/me](https://github.com/me?x)");

  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)), TRUE);
  g_assert_cmpuint (matchum_print_text_get_n_marks (text), ==, 1);
}

static void
test_without (void)
{
  g_autoptr (MatchumPrintText) text = from_markdown ("ab **cd** ef");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  g_autoptr (MatchumPrintText) rest = NULL;
  MatchumSpan span = MATCHUM_SPAN (1, 4);

  g_array_append_val (spans, span);
  rest = matchum_print_text_without (text, spans);
  g_assert_cmpstr (matchum_print_text_get_text (rest), ==, "ad ef");
  assert_mark (rest, 0, MATCHUM_MARK_STRONG, "d", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/text/clean", test_clean);
  g_test_add_func ("/print/text/clean-long", test_clean_long);
  g_test_add_func ("/print/text/keeps-space", test_keeps_space);
  g_test_add_func ("/print/text/marks", test_marks);
  g_test_add_func ("/print/text/addresses", test_addresses);
  g_test_add_func ("/print/text/linked-address", test_linked_address);
  g_test_add_func ("/print/text/without", test_without);

  return g_test_run ();
}
