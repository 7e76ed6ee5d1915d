/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line or paragraph of Markdown loses its marks and nothing else, and every character leads back to where it stands.
 */
#include "config.h"

#include "fuzz-support.h"

#include "text/matchum-inline-reader.h"

const FuzzTarget fuzz_target = { .name = "inline", .n_rounds = 2000, .cuts = TRUE };

static void
read_span (MatchumSource *source, MatchumSpan span)
{
  g_autoptr (MatchumInlineText) content = matchum_inline_reader_read (source, span);
  g_autoptr (MatchumInlineText) again = matchum_inline_reader_read (source, span);

  fuzz_assert_inline (source, content, span);
  g_assert_true (matchum_inline_text_is_equal (content, again));
}

/* All lines as pieces; the length of a line tells of which kind. */
static void
read_pieces (MatchumSource *source)
{
  const guint n_lines = matchum_source_get_n_lines (source);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
  g_autoptr (GArray) remarks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  g_autoptr (MatchumInlineText) content = NULL;

  for (guint line = 1; line <= n_lines; line++)
    {
      const MatchumSpan span = matchum_source_get_line_text (source, line);
      const MatchumInlinePiece piece = { (MatchumInlinePieceKind) (matchum_span_get_length (span) % 4), span };

      g_array_append_val (pieces, piece);
    }
  content = matchum_inline_reader_read_pieces (source, (const MatchumInlinePiece *) (void *) pieces->data, pieces->len,
                                               "[a]: https://example.com 'b'\n", remarks);
  fuzz_assert_inline (source, content, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  for (guint i = 0; i < remarks->len; i++)
    fuzz_assert_source_span (source, g_array_index (remarks, MatchumSpan, i));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);

  if (source == NULL)
    return 0;
  read_span (source, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  for (guint line = 1; line <= matchum_source_get_n_lines (source); line++)
    read_span (source, matchum_source_get_line_text (source, line));
  read_pieces (source);
  return 0;
}
