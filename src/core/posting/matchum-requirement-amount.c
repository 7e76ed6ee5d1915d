/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes criteria of the amounts that a line asks for. */
#include "config.h"

#include "posting/matchum-requirement-amount.h"

#include <string.h>

#include "posting/matchum-amount.h"
#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-gap.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-word-list.h"

/* Fewer things than this are told by naming them: "3개 이상의 프로젝트". */
#define LEAST_THINGS 10

/* Fewer of what is said without "at least" are no scale that anybody asks for. */
#define LEAST_PLAIN 1000

/* Whether the line speaks of those who wrote it. */
static gboolean
is_of_us (MatchumAtomLine *line)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("우리|저희|당사|자사|our |we are|we have|we serve");

  return matchum_word_list_contains (&words, line->text, line->length);
}

/* "MAU 100만 서비스", "$10M budget": asked without a word for it. */
static gboolean
is_asked_plainly (MatchumAtomLine *line, const MatchumAmount *amount)
{
  if (is_of_us (line))
    return FALSE;
  switch (amount->unit)
    {
    case MATCHUM_UNIT_AVAILABILITY:
      return TRUE;
    case MATCHUM_UNIT_USERS:
    case MATCHUM_UNIT_EVENTS:
      return amount->period != MATCHUM_PERIOD_NONE && amount->value >= LEAST_PLAIN;
    case MATCHUM_UNIT_BYTES:
      return amount->period != MATCHUM_PERIOD_NONE;
    case MATCHUM_UNIT_MONEY:
      return amount->matter == MATCHUM_MATTER_SPENT || amount->matter == MATCHUM_MATTER_EARNED;
    case MATCHUM_UNIT_NONE:
    case MATCHUM_UNIT_TEAM:
    case MATCHUM_UNIT_EMPLOYEES:
    case MATCHUM_UNIT_PEOPLE:
    case MATCHUM_UNIT_THINGS:
    case MATCHUM_N_UNITS:
    default:
      return FALSE;
    }
}

static gboolean
is_asked (MatchumAtomLine *line, const MatchumAmount *amount)
{
  if (amount->is_vague || amount->bound == MATCHUM_BOUND_MOST)
    return FALSE;
  if (amount->unit == MATCHUM_UNIT_THINGS
      && (amount->value < LEAST_THINGS || matchum_span_is_empty (amount->thing)
          || amount->bound != MATCHUM_BOUND_LEAST))
    return FALSE;
  if (amount->bound == MATCHUM_BOUND_LEAST)
    return TRUE;
  if (amount->bound == MATCHUM_BOUND_SIZE && !is_of_us (line))
    return TRUE;
  return is_asked_plainly (line, amount);
}

/* Whether what the lexicon names is of no kind that counts for itself. */
static gboolean
may_give_way (const MatchumAtom *atom)
{
  return atom->kind == MATCHUM_ATOM_SKILL || atom->kind == MATCHUM_ATOM_WORD || atom->kind == MATCHUM_ATOM_QUALIFIER
         || atom->kind == MATCHUM_ATOM_ROLE || atom->kind == MATCHUM_ATOM_FIELD;
}

/* "leading teams of 5 or more": a name that reaches out of the amount says more than it. */
static gboolean
is_within (const MatchumAtom *atom, MatchumSpan span)
{
  return atom->span.start >= span.start && atom->span.end <= span.end;
}

/* Names within the amount's own words go. FALSE where something else stands there: a length, a degree, a score. */
static gboolean
clear_place (MatchumAtomLine *line, MatchumSpan span)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (matchum_span_overlaps (atom->span, span) && !may_give_way (atom))
        return FALSE;
    }
  for (guint i = line->atoms->len; i-- > 0;)
    if (is_within (g_ptr_array_index (line->atoms, i), span))
      g_ptr_array_remove_index (line->atoms, i);
  return TRUE;
}

/* The words that ask for it: with what is counted, where that stands right beside the number. */
static MatchumSpan
get_words (const MatchumAmount *amount)
{
  const gsize near = strlen ("이상의 ");
  MatchumSpan words = amount->span;

  if (matchum_span_is_empty (amount->thing))
    return words;
  if (amount->thing.end <= words.start && words.start - amount->thing.end <= 1)
    words.start = amount->thing.start;
  else if (amount->thing.start >= words.end && amount->thing.start - words.end <= near)
    words.end = amount->thing.end;
  return words;
}

static void
add_amount (MatchumAtomLine *line, const MatchumAmount *amount)
{
  MatchumSpan words = get_words (amount);
  g_autofree char *name = matchum_atom_line_dup_name (line, words);
  MatchumAtom *atom = g_new0 (MatchumAtom, 1);
  MatchumCriterion *leaf =
      matchum_criterion_new (MATCHUM_CRITERION_AMOUNT, matchum_atom_line_get_original (line, words), name);

  leaf->amount = *amount;
  if (!matchum_span_is_empty (amount->thing))
    leaf->word = g_strndup (line->text + amount->thing.start, matchum_span_get_length (amount->thing));
  atom->kind = MATCHUM_ATOM_AMOUNT;
  /* What is counted is asked for by itself where the lexicon knows it. */
  atom->span = matchum_atom_line_is_taken (line, amount->thing) ? amount->span : words;
  atom->concept = G_MAXUINT;
  atom->criterion = leaf;
  g_ptr_array_add (line->amounts, atom);
}

void
matchum_requirement_amounts_add (MatchumAtomLine *line)
{
  g_autoptr (GArray) found = NULL;

  if ((line->signs & MATCHUM_SIGN_AMOUNT) == 0)
    return;
  found = matchum_amount_find_all (line->text, line->length);
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumAmount *amount = &g_array_index (found, MatchumAmount, i);

      if (is_asked (line, amount) && clear_place (line, amount->span))
        add_amount (line, amount);
    }
}

gboolean
matchum_requirement_amounts_cover (MatchumAtomLine *line, MatchumSpan span)
{
  for (guint i = 0; i < line->amounts->len; i++)
    if (matchum_span_overlaps (((const MatchumAtom *) g_ptr_array_index (line->amounts, i))->span, span))
      return TRUE;
  return FALSE;
}

/* Whether an "or" alone stands between two amounts. */
static gboolean
is_alternative (MatchumAtomLine *line, const MatchumAtom *first, const MatchumAtom *second)
{
  gsize from = first->span.end, to = second->span.start;

  return to > from && to - from < 60
         && (matchum_requirement_gap_read (line->text + from, to - from).flags & MATCHUM_GAP_OR) != 0;
}

/* Whether the line asks for something that can be shown apart from how it was done. */
static void
find_main_cb (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  gboolean *has_main = user_data;

  *has_main |= !leaf->is_aside && !leaf->is_context && !leaf->is_scale && leaf->kind != MATCHUM_CRITERION_ANYONE;
}

static void
mark_aside_cb (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_aside = TRUE;
}

/* "대규모 음성 데이터(1만 시간 이상)": the amount says what the large scale is to be. */
static void
absorb_scale_cb (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;
  MatchumCriterion **amount = user_data;

  if (*amount == NULL || !leaf->is_scale)
    return;
  leaf->kind = (*amount)->kind;
  leaf->span = (*amount)->span;
  leaf->amount = (*amount)->amount;
  g_free (leaf->name);
  leaf->name = g_strdup ((*amount)->name);
  g_free (leaf->word);
  leaf->word = g_strdup ((*amount)->word);
  g_array_set_size (leaf->concepts, 0);
  leaf->is_scale = FALSE;
  leaf->is_aside = (*amount)->is_aside;
  g_clear_pointer (amount, matchum_criterion_free);
}

static gboolean
is_scale (const MatchumCriterion *amounts)
{
  return amounts != NULL && amounts->kind == MATCHUM_CRITERION_AMOUNT && amounts->amount.unit != MATCHUM_UNIT_TEAM
         && amounts->amount.unit != MATCHUM_UNIT_MONEY && amounts->amount.unit != MATCHUM_UNIT_AVAILABILITY;
}

/* "100대 이상의 검색 클러스터": words that are looked for as they stand, right behind an amount, are told with it where
 * nothing of both is there. */
static void
widen_name (MatchumAtomLine *line, MatchumCriterion *words)
{
  const char *text = matchum_folded_text_get_original (line->folded);

  if (words == NULL || words->kind != MATCHUM_CRITERION_WORD)
    return;
  for (guint i = 0; i < line->amounts->len; i++)
    {
      const MatchumCriterion *leaf = ((const MatchumAtom *) g_ptr_array_index (line->amounts, i))->criterion;

      if (leaf == NULL || words->span.start <= leaf->span.start || words->span.start > leaf->span.end + strlen ("의 "))
        continue;
      words->span.start = leaf->span.start;
      g_free (words->name);
      words->name = g_strndup (text + words->span.start, matchum_span_get_length (words->span));
    }
}

MatchumCriterion *
matchum_requirement_amounts_join (MatchumAtomLine *line, gsize start, gsize end, MatchumCriterion *node)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) any = NULL;
  MatchumCriterion *amounts;
  gboolean has_main = FALSE;

  if (line->amounts->len == 0)
    return node;
  all = matchum_criterion_tree_new_nodes ();
  any = matchum_criterion_tree_new_nodes ();
  widen_name (line, node);
  for (guint i = 0; i < line->amounts->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (line->amounts, i);
      const MatchumAtom *next = i + 1 < line->amounts->len ? g_ptr_array_index (line->amounts, i + 1) : NULL;

      if (atom->span.start < start || atom->span.start >= end || atom->criterion == NULL)
        continue;
      g_ptr_array_add (any, matchum_atom_take_criterion (atom));
      if (next != NULL && next->span.start < end && is_alternative (line, atom, next))
        continue;
      g_ptr_array_add (all, matchum_criterion_tree_join (MATCHUM_CRITERION_ANY, any));
    }
  amounts = matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, all);
  matchum_criterion_tree_visit_leaves (node, find_main_cb, &has_main);
  if (has_main)
    matchum_criterion_tree_visit_leaves (amounts, mark_aside_cb, NULL);
  if (is_scale (amounts))
    matchum_criterion_tree_visit_leaves (node, absorb_scale_cb, &amounts);
  return matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, node, amounts);
}

static gboolean
has_amount (MatchumAtomLine *line, gsize start, gsize end)
{
  for (guint i = 0; i < line->amounts->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->amounts, i);

      if (atom->span.start >= start && atom->span.start < end)
        return TRUE;
    }
  return FALSE;
}

/* Whether every word of a phrase only says what has such an amount. */
static gboolean
is_plain (const char *phrase)
{
  static MatchumWordList words = MATCHUM_WORD_LIST (
      "서비스|앱|어플|애플리케이션|시스템|플랫폼|제품|프로덕트|솔루션|데이터|이벤트|트래픽|요청|로그|처리|규모|"
      "수준|브랜드|회사|기업|조직|사용자|유저|고객|이용자|예산|매출|비용|금액|월|일|연|연간|월간|하루|이상|"
      "이끈|이끌|이끌어|리드한|리딩한|관리한|맡은|담당|담당한|팀|팀을|팀원|직원|인력|부서|달성|책임|환경|인원|건|집행|"
      "운용|다뤄|다루|활용|사업|프로젝트|개발|운영|기획|관리|경험|"
      "service|services|app|apps|system|systems|platform|platforms|product|products|data|events|traffic|"
      "requests|users|budget|budgets|revenue|scale|company|companies|business|uptime|availability|"
      "managing|managed|manage|handled|handling|serving|processing|responsible|owned|owning");
  g_auto (GStrv) all = g_strsplit (phrase, " ", -1);

  for (gsize i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !matchum_word_list_holds (&words, all[i], strlen (all[i])))
      return FALSE;
  return TRUE;
}

gboolean
matchum_requirement_amounts_say_all (MatchumAtomLine *line, gsize start, gsize end, const MatchumCriterion *words)
{
  if (!has_amount (line, start, end))
    return FALSE;
  for (guint i = 0; words->children != NULL && i < words->children->len; i++)
    if (!matchum_requirement_amounts_say_all (line, start, end, g_ptr_array_index (words->children, i)))
      return FALSE;
  return words->children != NULL || (words->word != NULL && is_plain (words->word));
}
