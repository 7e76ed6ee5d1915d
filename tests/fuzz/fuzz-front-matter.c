/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Front matter of any kind is read with bounds, or refused. */
#include "config.h"

#include "fuzz-support.h"

#include "text/matchum-front-matter.h"

const FuzzTarget fuzz_target = { .name = "front-matter", .n_rounds = 3000, .cuts = TRUE };

static const char *const keys[] = { "title", "author", "company", "deadline", "lang", "a", "" };

static void
assert_block (MatchumSource *source, MatchumSpan span)
{
  const char *text = matchum_source_get_text (source);

  fuzz_assert_source_span (source, span);
  if (matchum_span_is_empty (span))
    return;
  g_assert_true (span.end == matchum_source_get_length (source) || text[span.end - 1] == '\n'
                 || text[span.end - 1] == '\r');
  g_assert_nonnull (g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "---"));
}

static void
assert_same (MatchumFrontMatter *front_matter, MatchumFrontMatter *again)
{
  g_assert_cmpuint (matchum_front_matter_get_span (front_matter).end, ==, matchum_front_matter_get_span (again).end);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, keys[i]);

      g_assert_cmpstr (value, ==, matchum_front_matter_get_string (again, keys[i]));
      g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumFrontMatter) front_matter = source != NULL ? matchum_front_matter_read (source, &error) : NULL;
  g_autoptr (MatchumFrontMatter) again = source != NULL ? matchum_front_matter_read (source, NULL) : NULL;

  if (source == NULL)
    return 0;
  g_assert_true ((front_matter == NULL) == (error != NULL));
  g_assert_true ((front_matter == NULL) == (again == NULL));
  if (front_matter == NULL)
    return 0;
  assert_block (source, matchum_front_matter_get_span (front_matter));
  assert_same (front_matter, again);
  return 0;
}
