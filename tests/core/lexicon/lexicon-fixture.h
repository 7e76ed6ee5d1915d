/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lexicons share. */
#pragma once

#include "lexicon/matchum-lexicon.h"

/* Mentions are in order, and those that overlap are of the same words; text: where they were found. */
static inline void
assert_mentions_sound (const GString *text, const GArray *mentions)
{
  MatchumSpan before = { 0, 0 };

  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumSpan span = g_array_index (mentions, MatchumMention, i).span;

      g_assert_true (span.start < span.end && span.end <= text->len);
      g_assert_true (span.start >= before.end || (span.start == before.start && span.end == before.end));
      g_assert_true (g_utf8_validate (text->str + span.start, (gssize) matchum_span_get_length (span), NULL));
      before = span;
    }
}

/* Finds names in n_texts texts of up to twelve of pieces, the same ones for the same seed. */
static inline void
try_any_texts (MatchumLexicon    *lexicon,
               const char *const *pieces,
               gsize              n_pieces,
               guint              n_texts,
               guint32            seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint round = 0; round < n_texts; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MatchumFoldedText) folded = NULL;
      g_autoptr (GArray) mentions = NULL;

      for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, (gint32) n_pieces)]);
      folded = matchum_folded_text_new (text->str, (gssize) text->len);
      mentions = matchum_lexicon_find (lexicon, folded, round % 2 ? MATCHUM_LEXICON_FIND_IN_LIST : 0);
      assert_mentions_sound (text, mentions);
    }
}
