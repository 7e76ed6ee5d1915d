/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges how well a human language is mastered by the words around its name: levels, scores, work done in it. */
#include "config.h"

#include "match/matchum-language-use.h"

#include <string.h>

#include "match/matchum-hedge.h"

static gboolean
is_test (MatchumLexicon *lexicon, guint concept)
{
  return matchum_lexicon_get_concept (lexicon, concept)->kind == MATCHUM_CONCEPT_LANGUAGE_TEST;
}

gboolean
matchum_language_use_is_language (MatchumLexicon *lexicon, guint concept)
{
  return is_test (lexicon, concept)
         || matchum_lexicon_get_concept (lexicon, concept)->kind == MATCHUM_CONCEPT_HUMAN_LANGUAGE;
}

/* Whether only a joint stands between two languages: what is said of the second is said of both. */
static gboolean
is_joint (const char *text, gsize start, gsize end)
{
  static const char *const joints[] = { " and ", ", ", " & ", "/", "·", ", and ", " 및 ", "와 ", "과 ", "," };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (end - start == strlen (joints[i]) && memcmp (text + start, joints[i], end - start) == 0)
      return TRUE;
  return FALSE;
}

char *
matchum_language_use_dup_words (const MatchumBlock *source,
                                MatchumLexicon *lexicon,
                                const MatchumIndexBlock *block,
                                guint at)
{
  const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, at);
  const char *text = matchum_block_get_text (source);
  gsize end = strlen (text), start = mention->span.start;
  gboolean is_joined = FALSE;

  for (guint i = at + 1; i < block->mentions->len; i++)
    {
      const MatchumIndexMention *next = &g_array_index (block->mentions, MatchumIndexMention, i);

      if (next->span.start > mention->span.end && matchum_language_use_is_language (lexicon, next->concept)
          && !is_test (lexicon, next->concept))
        {
          if (is_joint (text, mention->span.end, next->span.start) && !is_joined)
            {
              is_joined = TRUE;
              continue;
            }
          end = next->span.start;
          break;
        }
    }
  if (at == 0
      || !matchum_language_use_is_language (lexicon,
                                            g_array_index (block->mentions, MatchumIndexMention, at - 1).concept))
    start = 0;
  return matchum_fold (text + start, (gssize) (end - start));
}

/* Blanks out what the words take back: "e-mail, no meetings so far". */
static void
blank_hedged (char *words)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  g_autoptr (GArray) hedged = matchum_hedge_find_all (words, strlen (words), none);

  for (guint i = 0; i < hedged->len; i++)
    {
      MatchumSpan span = g_array_index (hedged, MatchumSpan, i);

      memset (words + span.start, ' ', matchum_span_get_length (span));
    }
}

MatchumProficiency
matchum_language_use_judge (const MatchumBlock *source,
                            MatchumLexicon *lexicon,
                            const MatchumIndexBlock *block,
                            guint at)
{
  static const char *const helped[] = { "도움을 받",   "통역 도움",   "불가",        "어려",
                                        "서툴",        "느림",        "느린",        "부족",
                                        "미숙",        "간단한 회화", "일상 회화",   "기초 회화",
                                        "회화는 간단", "회화는 일상", "회화는 기초", "간단한 일상" };
  const MatchumIndexMention *mention = &g_array_index (block->mentions, MatchumIndexMention, at);
  g_autofree char *words = matchum_language_use_dup_words (source, lexicon, block, at);
  MatchumProficiency level;

  for (gsize i = 0; i < G_N_ELEMENTS (helped); i++)
    if (strstr (words, helped[i]) != NULL)
      return MATCHUM_PROFICIENCY_READING;
  blank_hedged (words);
  level = matchum_proficiency_find (words, strlen (words));
  if (is_test (lexicon, mention->concept))
    {
      const char *id = matchum_lexicon_get_concept (lexicon, mention->concept)->id;
      gint score = matchum_proficiency_find_score (words, strlen (words));

      level = MAX (level, matchum_proficiency_from_score (id, score));
    }
  /* A basic level that is said outright is not raised by what else the line speaks of. */
  if (strstr (words, "초급") != NULL || strstr (words, "basic") != NULL || strstr (words, "phrases") != NULL)
    return MATCHUM_PROFICIENCY_BASIC;
  if (block->is_job && level == MATCHUM_PROFICIENCY_UNKNOWN)
    return MATCHUM_PROFICIENCY_WORKING;
  return level == MATCHUM_PROFICIENCY_UNKNOWN ? MATCHUM_PROFICIENCY_READING : level;
}
