/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a requirement come apart into a tree that is whole, the same each time, wherever the words stand. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-requirement-grammar.h"

const FuzzTarget fuzz_target = { .name = "requirement", .n_rounds = 400 };

#define MOVED 1000

static void
parse_line (const char *text, gsize length)
{
  MatchumLexicon *lexicon = fuzz_get_lexicon ();
  g_autoptr (MatchumCriterion) criterion = matchum_requirement_grammar_parse (text, length, 0, lexicon);
  g_autoptr (MatchumCriterion) moved = matchum_requirement_grammar_parse (text, length, MOVED, lexicon);
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);

  g_assert_true ((criterion == NULL) == (moved == NULL));
  if (criterion == NULL)
    return;
  fuzz_assert_criterion (criterion, text, length, lexicon);
  fuzz_describe_criterion (criterion, 0, a);
  fuzz_describe_criterion (moved, MOVED, b);
  g_assert_cmpstr (a->str, ==, b->str);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);

  if (source == NULL)
    return 0;
  for (guint line = 1; line <= matchum_source_get_n_lines (source); line++)
    {
      const MatchumSpan span = matchum_source_get_line_text (source, line);
      g_autofree char *text = g_strndup (matchum_source_get_text (source) + span.start, matchum_span_get_length (span));

      parse_line (text, strlen (text));
    }
  return 0;
}
