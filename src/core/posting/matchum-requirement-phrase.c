/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Falls back on the words themselves: a phrase is looked for by its words, whatever they mean. */
#include "config.h"

#include "posting/matchum-requirement-phrase.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-amount.h"
#include "posting/matchum-requirement-gap.h"
#include "posting/matchum-requirement-member.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

/* A phrase of more words than this names nothing; its last ones do. */
#define MAX_WORDS 6

/* Words that close a requirement: what is asked for stands before the first of them that ends the phrase. */
static const char *const closers[] = { "유경험", "경험", "이해", "역량", "능력", "지식", "스킬", "노하우", "가능",
                                       "능숙",   "숙련", "전문", "우대", "보유", "소지", "경력", NULL };

static MatchumWordList light_words = MATCHUM_WORD_LIST (
    "관련|관련된|대한|대해|통한|통해|위한|있는|있으신|분|및|등|등의|다양한|뛰어난|높은|깊은|좋은|탄탄한|"
    "기본적인|실제|본|해|하는|하고|하여|를|을|수|실무|업무|프로젝트|수행|직접|잘|더|또는|혹은|이상의|이상|"
    "기반|기반의|경험|이해|능력|역량|유경험자|경험자|보신|다뤄|만들어|활용한|이용한|사용한|직무|분야|"
    "분야의|대상|이와|같은|해당|그|이");

static gboolean
is_light (const char *word, gsize length)
{
  if (g_ascii_isalpha (*word))
    return matchum_requirement_words_is_plain (word, length);
  return matchum_word_list_holds (&light_words, word, length);
}

/* "기획하고", "운영해", "작성된": what is done with the thing, no part of its name. */
static gboolean
is_verb (const char *word, gsize length)
{
  static const char *const endings[] = { "하고", "하며", "하여", "해서", "하는", "하기", "하신", "되는", "되어",
                                         "시킨", "시켜", "있는", "없는", "해",   "한",   "된",   "던",   NULL };

  for (gsize i = 0; endings[i] != NULL; i++)
    {
      gsize size = strlen (endings[i]);

      if (length >= size + 6 && memcmp (word + length - size, endings[i], size) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Length of a word without the particles at its end. */
static gsize
strip_particles (const char *word, gsize length)
{
  static const char *const endings[] = { "에서의", "으로서", "으로", "에서", "에게", "까지", "부터",
                                         "이나",   "를",     "을",   "와",   "과",   "의",   "에",
                                         "로",     "은",     "는",   "이",   "가",   "도",   NULL };

  for (gsize i = 0; endings[i] != NULL; i++)
    {
      gsize size = strlen (endings[i]);

      if (length >= size + 6 && memcmp (word + length - size, endings[i], size) == 0)
        return length - size;
    }
  return length;
}

static gsize
get_word_length (const char *text, gsize length)
{
  const char *at = text;

  while (at < text + length
         && (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '-' || *at == '+' || *at == '#' || *at == '.'))
    at = g_utf8_next_char (at);
  return MIN ((gsize) (at - text), length);
}

typedef struct {
  MatchumSpan span;   /* of the word without particles */
  gboolean ends_part; /* a comma, 및, 와 or "and" follows */
  gboolean ends_list; /* 등 follows: any one of what stands before it will do, and so will what it is a list of */
  gboolean is_bracketed;
} Word;

static gboolean
is_joint (const char *text, gsize length, gsize stripped)
{
  if (length == stripped)
    return FALSE;
  return length - stripped == 3 && (memcmp (text + stripped, "와", 3) == 0 || memcmp (text + stripped, "과", 3) == 0);
}

static void
mark_part (GArray *words)
{
  if (words->len > 0)
    g_array_index (words, Word, words->len - 1).ends_part = TRUE;
}

static void
mark_list (GArray *words)
{
  if (words->len == 0)
    return;
  mark_part (words);
  g_array_index (words, Word, words->len - 1).ends_list = TRUE;
}

static gboolean
is_list_end (const char *word, gsize length)
{
  static const char *const words[] = { "등", "등의", "등을", "등에", "등과", "등에서", "등으로", NULL };

  return matchum_requirement_words_is_among (word, length, words);
}

static gboolean
is_conjunction (const char *word, gsize length)
{
  static const char *const words[] = { "또는", "혹은", "및", "and", "or", NULL };

  return matchum_requirement_words_is_among (word, length, words);
}

static GArray *
collect_words (MatchumAtomLine *line, MatchumSpan span)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  gboolean is_bracketed = FALSE;

  for (gsize i = span.start; i < span.end;)
    {
      const char *text = line->text + i;
      gsize length = get_word_length (text, span.end - i);
      gsize stripped;
      Word word = { 0 };

      if (length == 0)
        {
          if (strchr (",/()", *text) != NULL || memcmp (text, "·", 2) == 0)
            mark_part (words);
          if (*text == '(' || *text == ')')
            is_bracketed = *text == '(';
          i += (gsize) (g_utf8_next_char (text) - text);
          continue;
        }
      stripped = g_ascii_isalpha (*text) ? length : strip_particles (text, length);
      if (is_list_end (text, length))
        mark_list (words);
      else if (is_conjunction (text, length))
        mark_part (words);
      else if (!matchum_requirement_amounts_cover (line, MATCHUM_SPAN (i, i + stripped)) && !is_light (text, length)
               && !is_light (text, stripped) && (g_ascii_isalpha (*text) || !is_verb (text, length)))
        {
          word.span = MATCHUM_SPAN (i, i + stripped);
          word.ends_part = is_joint (text, length, stripped);
          word.is_bracketed = is_bracketed;
          g_array_append_val (words, word);
        }
      i += length;
    }
  return words;
}

/* End of the phrase: where the last closing word starts. */
static gsize
find_phrase_end (MatchumAtomLine *line, MatchumSpan span)
{
  gsize last = span.start;

  for (gsize i = 0; closers[i] != NULL; i++)
    {
      const char *place = g_strrstr_len (line->text + span.start, (gssize) matchum_span_get_length (span), closers[i]);

      if (place != NULL)
        last = MAX (last, (gsize) (place - line->text));
    }
  return last > span.start ? last : span.end;
}

static MatchumCriterion *
make_leaf (MatchumAtomLine *line, GArray *words, guint from, guint to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  MatchumSpan span;
  MatchumCriterion *leaf;

  if (to - from > MAX_WORDS)
    from = to - MAX_WORDS;
  span = MATCHUM_SPAN (g_array_index (words, Word, from).span.start, g_array_index (words, Word, to - 1).span.end);
  for (guint i = from; i < to; i++)
    {
      MatchumSpan word = g_array_index (words, Word, i).span;

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, line->text + word.start, (gssize) matchum_span_get_length (word));
    }
  name = matchum_atom_line_dup_name (line, span);
  leaf = matchum_criterion_new (MATCHUM_CRITERION_WORD, matchum_atom_line_get_original (line, span), name);
  leaf->word = g_string_free (g_steal_pointer (&text), FALSE);
  return leaf;
}

/* "You say early when a number looks wrong": manners, where no experience or knowledge is spoken of. */
static gboolean
is_manners (MatchumAtomLine *line, MatchumSpan span)
{
  static const char *const openers[] = { "you ", "you'", "your ", "we ", "someone who " };
  const char *text = line->text + span.start;
  gsize length = matchum_span_get_length (span);

  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    if (length > strlen (openers[i]) && g_str_has_prefix (text, openers[i]))
      return !matchum_requirement_words_has_experience (text, length);
  return FALSE;
}

/* "구조물 보강 설계": a line that ends with what is done with a thing. */
static gboolean
ends_with_work (MatchumAtomLine *line, MatchumSpan span)
{
  static MatchumWordList works =
      MATCHUM_WORD_LIST ("설계|관리|분석|제작|기획|수행|처리|대응|해석|시공|감리|검토|상담|영업|편집|촬영|집행|진단|"
                         "시험|검사|측정|지원|정비|설치|조립|생산|구매|조달|홍보|채용|번역|통역|강의|감사|심사|"
                         "자문|정산|회계|유지보수|모니터링|컨설팅|프로그래밍|디자인|모델링|튜닝|테스트");

  while (span.end > span.start && strchr (" .", line->text[span.end - 1]) != NULL)
    span.end--;
  return matchum_word_list_ends (&works, line->text + span.start, matchum_span_get_length (span));
}

/* The things that an English line names, none of which is known. */
static MatchumCriterion *
parse_english (MatchumAtomLine *line, MatchumSpan span)
{
  g_autoptr (GArray) members = matchum_requirement_members_find_english (line, span, TRUE);
  g_autoptr (GPtrArray) leaves = matchum_criterion_tree_new_nodes ();

  for (guint i = 0; i < members->len; i++)
    {
      MatchumSpan member = g_array_index (members, MatchumSpan, i);
      g_autofree char *name = matchum_atom_line_dup_name (line, member);
      MatchumCriterion *leaf =
          matchum_criterion_new (MATCHUM_CRITERION_WORD, matchum_atom_line_get_original (line, member), name);

      leaf->word = g_strndup (line->text + member.start, matchum_span_get_length (member));
      g_ptr_array_add (leaves, leaf);
    }
  return matchum_criterion_tree_join (strstr (line->text, " or ") != NULL ? MATCHUM_CRITERION_ANY
                                                                          : MATCHUM_CRITERION_ALL,
                                      leaves);
}

/* "팀 빌딩 및 관리": a part that only says what is done asks for nothing by itself. */
static gboolean
is_plain_part (MatchumAtomLine *line, GArray *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      MatchumSpan word = g_array_index (words, Word, i).span;

      if (!matchum_requirement_member_is_plain (line->text + word.start, matchum_span_get_length (word)))
        return FALSE;
    }
  return TRUE;
}

/* What the words from first on up to the end of their part ask for; NULL where that is nothing beside what is before.
 * Moves first behind them. */
static MatchumCriterion *
take_part (MatchumAtomLine *line, GArray *words, guint *first)
{
  guint from = *first, to = from;

  while (to + 1 < words->len && !g_array_index (words, Word, to).ends_part)
    to++;
  *first = to + 1;
  if (from > 0 && is_plain_part (line, words, from, to + 1))
    return NULL;
  return make_leaf (line, words, from, to + 1);
}

/* "모터, 감속기 등 구동부 설계", "Qualified accountant (ACA, ACCA or CIMA)": one member of the list will do, and so
 * will what the list is one of. */
static MatchumCriterion *
join_list (GPtrArray *members, MatchumCriterion *head, gboolean is_silent)
{
  MatchumCriterion *list;

  if (head != NULL)
    {
      head->is_silent = is_silent;
      g_ptr_array_add (members, head);
    }
  list = matchum_criterion_tree_join (MATCHUM_CRITERION_ANY, members);
  list->is_open = list->kind == MATCHUM_CRITERION_ANY;
  return list;
}

static MatchumCriterion *
build_parts (MatchumAtomLine *line, GArray *words)
{
  g_autoptr (GPtrArray) parts = matchum_criterion_tree_new_nodes ();
  g_autoptr (GPtrArray) examples = matchum_criterion_tree_new_nodes ();

  for (guint i = 0; i < words->len;)
    {
      MatchumCriterion *part = take_part (line, words, &i);
      const Word *last = &g_array_index (words, Word, i - 1);

      if (part == NULL)
        continue;
      if (last->ends_list)
        {
          g_ptr_array_add (parts, part);
          part = join_list (parts, i < words->len ? take_part (line, words, &i) : NULL, TRUE);
        }
      else if (last->is_bracketed && parts->len > 0)
        {
          g_ptr_array_add (examples, part);
          if (i < words->len && g_array_index (words, Word, i).is_bracketed)
            continue;
          part = join_list (examples, g_ptr_array_steal_index (parts, parts->len - 1), FALSE);
        }
      g_ptr_array_add (parts, part);
    }
  return matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, parts);
}

MatchumCriterion *
matchum_requirement_phrase_parse (MatchumAtomLine *line, MatchumSpan span)
{
  g_autoptr (GArray) words = NULL;
  MatchumCriterion *all;

  if (line->is_korean
      && !matchum_requirement_words_has_experience (line->text + span.start, matchum_span_get_length (span))
      && !ends_with_work (line, span))
    return NULL;
  if (!line->is_korean && is_manners (line, span))
    return NULL;
  if (line->is_korean)
    span.end = find_phrase_end (line, span);
  else if ((all = parse_english (line, span)) != NULL)
    return all;
  words = collect_words (line, span);
  if (words->len == 0 || words->len > 60)
    return NULL;
  return build_parts (line, words);
}
