/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts objects and their verbs together again and looks the result up. */
#include "config.h"

#include "match/matchum-split-name.h"

#include <string.h>

/* So many words may stand between an object and its verb. */
#define MAX_DISTANCE 6

/* So many objects of one block are looked at. */
#define MAX_OBJECTS 64

/* Verbs that make names of tasks with their objects. */
static const char *const stems[] = { "예측",   "추정",     "분석",         "추천", "분류", "탐지",   "검색",
                                     "번역",   "요약",     "최적화",       "튜닝", "관리", "시각화", "수집",
                                     "전처리", "모니터링", "자동화",       "평가", "운영", "설계",   "구축",
                                     "기획",   "정산",     "개선",         "검증", "배포", "서빙",   "모델링",
                                     "개발",   "연동",     "마이그레이션", "교육", "채용", "처리",   NULL };

typedef struct {
  MatchumSpan span;   /* of the folded text */
  gboolean is_object; /* ends with 을 or 를 */
  gboolean ends_clause;
} Word;

static GArray *
collect_words (const char *text, gsize length)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  for (gsize i = 0; i < length;)
    {
      gsize start = i;
      Word word = { 0 };

      while (i < length && text[i] != ' ' && strchr (",.;()", text[i]) == NULL)
        i++;
      word.span = MATCHUM_SPAN (start, i);
      word.is_object = i >= start + 9 && (memcmp (text + i - 3, "을", 3) == 0 || memcmp (text + i - 3, "를", 3) == 0);
      word.ends_clause = i < length && text[i] != ' ';
      if (i > start)
        g_array_append_val (words, word);
      else if (words->len > 0)
        g_array_index (words, Word, words->len - 1).ends_clause |= word.ends_clause;
      i += i < length;
    }
  return words;
}

/* Length of the verb that the word starts with; 0 where it is none. */
static gsize
get_stem_length (const char *word, gsize length)
{
  for (gsize i = 0; stems[i] != NULL; i++)
    {
      gsize size = strlen (stems[i]);

      if (length >= size && memcmp (word, stems[i], size) == 0)
        return size;
    }
  return 0;
}

/* The verb of the object at index: its bytes, empty where the clause ends before one. */
static MatchumSpan
find_verb (const char *text, GArray *words, guint index)
{
  for (guint i = index; i + 1 < words->len && i < index + MAX_DISTANCE; i++)
    {
      const Word *next = &g_array_index (words, Word, i + 1);
      gsize size;

      if (g_array_index (words, Word, i).ends_clause || next->is_object)
        break;
      size = get_stem_length (text + next->span.start, matchum_span_get_length (next->span));
      if (size > 0)
        return MATCHUM_SPAN (next->span.start, next->span.start + size);
    }
  return MATCHUM_SPAN (0, 0);
}

/* Looks the words from first on, the object at index and the verb up as one name. Gives whether they are one. */
static gboolean
look_up (MatchumLexicon *lexicon, MatchumFoldedText *folded, MatchumSpan object, MatchumSpan verb, GArray *found)
{
  const char *text = matchum_folded_text_get_text (folded);
  g_autofree char *noun = g_strndup (text + object.start, matchum_span_get_length (object));
  g_autofree char *stem = g_strndup (text + verb.start, matchum_span_get_length (verb));
  g_autofree char *whole = g_strconcat (noun, " ", stem, NULL);
  g_autoptr (MatchumFoldedText) name = matchum_folded_text_new (whole, -1);
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, name, MATCHUM_LEXICON_FIND_DEFAULT);
  gboolean is_found = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      MatchumMention mention = g_array_index (mentions, MatchumMention, i);

      if (mention.span.start != 0 || mention.span.end != strlen (whole))
        continue;
      mention.span = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN (object.start, verb.end));
      mention.is_canonical = FALSE;
      g_array_append_val (found, mention);
      is_found = TRUE;
    }
  return is_found;
}

GArray *
matchum_split_name_find_all (MatchumLexicon *lexicon, MatchumFoldedText *folded)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MatchumMention));
  const char *text = matchum_folded_text_get_text (folded);
  g_autoptr (GArray) words = collect_words (text, matchum_folded_text_get_length (folded));
  guint n_objects = 0;

  for (guint i = 0; i < words->len && n_objects < MAX_OBJECTS; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      MatchumSpan object = MATCHUM_SPAN (word->span.start, word->span.end - 3);
      MatchumSpan verb;

      if (!word->is_object)
        continue;
      n_objects++;
      verb = find_verb (text, words, i);
      if (matchum_span_is_empty (verb))
        continue;
      /* The longer name first: "데이터 품질을 관리". */
      if (i > 0 && !g_array_index (words, Word, i - 1).ends_clause
          && look_up (lexicon, folded, MATCHUM_SPAN (g_array_index (words, Word, i - 1).span.start, object.end), verb,
                      found))
        continue;
      look_up (lexicon, folded, object, verb, found);
    }
  return found;
}
