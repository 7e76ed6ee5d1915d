/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Front matter, what only looks like it, and what is said where it is broken. */
#include "config.h"

#include <string.h>

#include "text/matchum-front-matter.h"

static MatchumSource *
create_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("cv.md", bytes, &error);

  g_assert_no_error (error);
  return source;
}

/* rest: what follows the block, NULL where there is no block; title: what it gives, NULL for nothing. */
static const struct {
  const char *text;
  const char *rest;
  const char *title;
} cases[] = {
  { "# Name\n", NULL, NULL },
  { "---\ntitle: 강도현\n---\n# x\n", "# x\n", "강도현" },
  { "---\r\ntitle: \"A: b\"\r\n---\r\nx", "x", "A: b" },
  { "---  \ntitle: A\n...\nx", "x", "A" },
  { "\xef\xbb\xbf---\ntitle: A\n---\n", "", "A" },
  { "---\ntitle: A\n---", "", "A" },
  { "---\n# a comment\ntitle: A\n---\nx", "x", "A" },
  { "---\ntitle: |\n  A\n  B\n---\n", "", "A\nB" },
  { "---\ntitle: A\ntitle: B\n---\n", "", "A" },
  { "---\nlist:\n  - title: no\nmap: {title: no}\ntitle: yes\n---\n", "", "yes" },
  { "---\ntitle: [a, b]\nx: y\n---\n", "", NULL },
  { "---\na: b\n[a, b]: c\n---\n", "", NULL },
  { "---\ntitle: &x A\nother: *x\n---\n", "", "A" },
  { "---\n---\nx", "x", NULL },
  { "---\n[a, b]: c\n---\n", NULL, NULL },
  { "---\n\n# Name\n\n---\n\n## 경력\n", NULL, NULL },
  { "---\nsome prose\n---\n", NULL, NULL },
  { "---\n\nsee http://x: no key\n", NULL, NULL },
  { "----\ntitle: A\n---\n", NULL, NULL },
  { "x\n---\ntitle: A\n---\n", NULL, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumSource) source = create_source (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumFrontMatter) front_matter = matchum_front_matter_read (source, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpuint (matchum_front_matter_get_span (front_matter).start, ==, 0);
      if (cases[i].rest == NULL)
        g_assert_cmpuint (matchum_front_matter_get_span (front_matter).end, ==, 0);
      else
        g_assert_cmpstr (cases[i].text + matchum_front_matter_get_span (front_matter).end, ==, cases[i].rest);
      g_assert_cmpstr (matchum_front_matter_get_string (front_matter, "title"), ==, cases[i].title);
      g_assert_null (matchum_front_matter_get_string (front_matter, "nothing"));
    }
}

static const struct {
  const char *text;
  const char *start; /* of the message */
} errors[] = {
  { "---\ntitle: A\n# Name\n", "cv.md:1: " },      { "---\n\ntitle: A\nb: \"open\n---\n# Name\n", "cv.md:5: " },
  { "---\ntitle: A\n\tb: c\n---\n", "cv.md:3: " }, { "---\ntitle: A: B\n---\n", "cv.md:2: " },
  { "---\na: b\nc: [d\n---\n", "cv.md:4: " },
};

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (MatchumSource) source = create_source (errors[i].text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", errors[i].text);
      g_assert_null (matchum_front_matter_read (source, &error));
      g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, errors[i].start));
    }
}

static void
test_hostile (void)
{
  static const char *const units[] = { "[", "{a: ", "- ", "a: &x [*x, *x]\n", "? ", "a", "\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (gsize length = 1000; length <= 4000000; length *= 20)
      {
        g_autoptr (GString) text = g_string_new ("---\na: ");
        g_autoptr (MatchumSource) source = NULL;
        g_autoptr (MatchumFrontMatter) front_matter = NULL;
        g_autoptr (GError) error = NULL;
        gint64 start = g_get_monotonic_time ();

        while (text->len < length)
          g_string_append (text, units[i]);
        g_string_append (text, "\n---\n");
        source = create_source (text->str);
        front_matter = matchum_front_matter_read (source, &error);
        g_assert_true ((front_matter == NULL) == (error != NULL));
        g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/front-matter/cases", test_cases);
  g_test_add_func ("/front-matter/errors", test_errors);
  g_test_add_func ("/front-matter/hostile", test_hostile);
  return g_test_run ();
}
