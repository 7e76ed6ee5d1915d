/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paste comes apart into postings that stand in order, each of whole lines. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-posting-collection.h"

const FuzzTarget fuzz_target = { .name = "collection", .n_rounds = 200 };

static void
assert_postings (MatchumSource *source, GPtrArray *postings)
{
  const char *text = matchum_source_get_text (source);
  gsize start = 0;

  for (guint i = 0; i < postings->len; i++)
    {
      const MatchumSpan *span = g_ptr_array_index (postings, i);

      fuzz_assert_source_span (source, *span);
      g_assert_false (matchum_span_is_empty (*span));
      g_assert_cmpuint (span->start, >=, start);
      for (gsize at = matchum_source_get_line_text (source, matchum_source_get_line_at (source, span->start)).start;
           at < span->start; at++)
        g_assert_true (g_ascii_isspace (text[at]));
      start = span->end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GPtrArray) postings = source != NULL ? matchum_posting_collection_split (source) : NULL;
  g_autoptr (GPtrArray) again = source != NULL ? matchum_posting_collection_split (source) : NULL;

  if (source == NULL)
    return 0;
  assert_postings (source, postings);
  g_assert_cmpuint (postings->len, ==, again->len);
  for (guint i = 0; i < postings->len; i++)
    g_assert_cmpmem (g_ptr_array_index (postings, i), sizeof (MatchumSpan), g_ptr_array_index (again, i),
                     sizeof (MatchumSpan));
  return 0;
}
