/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding, or of none, end as UTF-8 every byte of which leads back to theirs, or as an error. */
#include "config.h"

#include "fuzz-support.h"

#include "text/matchum-encoding.h"

const FuzzTarget fuzz_target = { .name = "source", .n_rounds = 1000, .cuts = TRUE };

static void
assert_way_back (MatchumSource *source, gsize length)
{
  MatchumSpan last = { 0, 0 };

  for (gsize i = 0; i < matchum_source_get_length (source); i++)
    {
      const MatchumSpan span = matchum_source_get_original_span (source, MATCHUM_SPAN (i, i + 1));

      g_assert_true (span.start >= last.start && span.end >= last.end);
      g_assert_true (span.start < span.end && span.end <= length);
      last = span;
    }
}

static void
assert_lines (MatchumSource *source)
{
  for (guint line = 1; line <= matchum_source_get_n_lines (source); line++)
    {
      const MatchumSpan span = matchum_source_get_line_span (source, line);

      g_assert_true (span.start <= span.end && span.end <= matchum_source_get_length (source));
      g_assert_cmpuint (matchum_source_get_line_at (source, span.start), ==, line);
    }
}

/* Whatever the bytes are found to be, no encoding takes more of them than there are. */
static void
decode_as_each (const char *bytes, gsize length)
{
  for (guint encoding = MATCHUM_ENCODING_UTF16LE; encoding <= MATCHUM_ENCODING_WINDOWS_1252; encoding++)
    {
      g_autoptr (MatchumOffsetMap) map = matchum_offset_map_new ();
      GString *text = g_string_new (NULL);

      matchum_encoding_decode ((MatchumEncoding) encoding, bytes, length, 2 * length, text, map);
      g_assert_cmpuint (text->len, <=, 2 * length);
      g_assert_true (g_utf8_validate (text->str, -1, NULL) || strlen (text->str) < text->len);
      g_assert_cmpuint (matchum_offset_map_get_source_span (map, MATCHUM_SPAN (0, text->len)).end, <=, length);
      g_string_free (text, TRUE);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("fuzz", bytes, &error);

  decode_as_each ((const char *) data, length);
  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return 0;
  g_assert_true (g_utf8_validate (matchum_source_get_text (source), (gssize) matchum_source_get_length (source), NULL));
  g_assert_nonnull (matchum_source_get_encoding (source));
  matchum_source_get_notice (source);
  assert_lines (source);
  assert_way_back (source, length);
  return 0;
}
