/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the lexicon is read as a whole or refused with its line, and what it names is found where it stands. */
#include "config.h"

#include "fuzz-support.h"

const FuzzTarget fuzz_target = { .name = "lexicon", .n_rounds = 1500 };

static void
assert_indexes (const guint *indexes, guint n, guint n_concepts)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (indexes[i], <, n_concepts);
}

static void
assert_concepts (MatchumLexicon *lexicon)
{
  const guint n = matchum_lexicon_get_n_concepts (lexicon);

  for (guint i = 0; i < n; i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, i);

      g_assert_cmpuint (concept->index, ==, i);
      g_assert_true (matchum_lexicon_lookup (lexicon, concept->id) == concept);
      g_assert_true (concept->name_en != NULL || concept->name_ko != NULL);
      assert_indexes (concept->broader, concept->n_broader, n);
      assert_indexes (concept->implies, concept->n_implies, n);
      assert_indexes (concept->siblings, concept->n_siblings, n);
      g_assert_true (matchum_lexicon_is_kind_of (lexicon, i, i) && matchum_lexicon_shows (lexicon, i, i));
    }
}

static void
assert_mentions (MatchumLexicon *lexicon, const char *text, gsize length, MatchumLexiconFindFlags flags)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, (gssize) length);
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, flags);
  gsize start = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      g_assert_cmpuint (mention->concept, <, matchum_lexicon_get_n_concepts (lexicon));
      fuzz_assert_span (text, length, mention->span);
      g_assert_false (matchum_span_is_empty (mention->span));
      g_assert_cmpuint (mention->span.start, >=, start);
      start = mention->span.start;
    }
}

/* Two files of one text each: relations lead from one to the other. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static const char *const names[] = { "one", "two", NULL };
  const gsize part = fuzz_find_part (data, length);
  g_autofree char *one = g_utf8_make_valid ((const char *) data, (gssize) part);
  g_autofree char *two =
      part < length ? g_utf8_make_valid ((const char *) data + part + 1, (gssize) (length - part - 1)) : g_strdup ("");
  const char *const texts[] = { one, two, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_from_texts (names, texts, &error);

  g_assert_true ((lexicon == NULL) == (error != NULL));
  if (lexicon != NULL)
    {
      assert_concepts (lexicon);
      assert_mentions (lexicon, one, strlen (one), MATCHUM_LEXICON_FIND_DEFAULT);
      assert_mentions (lexicon, one, strlen (one), MATCHUM_LEXICON_FIND_IN_LIST);
    }
  assert_mentions (fuzz_get_lexicon (), one, strlen (one), MATCHUM_LEXICON_FIND_DEFAULT);
  assert_mentions (fuzz_get_lexicon (), one, strlen (one), MATCHUM_LEXICON_FIND_IN_LIST);
  return 0;
}
