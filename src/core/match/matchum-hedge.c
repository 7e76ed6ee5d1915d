/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds hedges and denials clause by clause. */
#include "config.h"

#include "match/matchum-hedge.h"

#include <string.h>

#include "match/matchum-hedge-signs.h"

/* A clause; one in brackets belongs to the words right before it. */
typedef struct {
  MatchumSpan span;
  gboolean is_bracket;
  gboolean ends_sentence;
  gboolean is_hedged;
  gboolean is_swept; /* and so is all that stands before it in its sentence */
  guint cause;       /* index of the clause that hedges it */
} Clause;

/* Length of a contrast that ends a clause where it stands at text; 0 where none does. */
static gsize
get_contrast_length (const char *text, gsize length)
{
  static const char *const contrasts[] = { "으나 ",       "지만 ",        "였고 ",       "이었고 ",
                                           " but ",       " then ",       " because ",   " 비교한 뒤 ",
                                           " 비교한 후 ", " 비교 후 ",    " 비교해 ",    " 비교하고 ",
                                           " 평가 후 ",   " and picked ", " and chose ", " and went with ",
                                           " and kept ",  " and stayed ", " 저는 ",      " 본인은 " };

  /* What all of them begin with: this is asked of every byte. */
  if (*text != ' ' && *text != *contrasts[0])
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (contrasts); i++)
    {
      gsize size = strlen (contrasts[i]);

      if (text[0] == contrasts[i][0] && text[1] == contrasts[i][1] && length >= size
          && memcmp (text, contrasts[i], size) == 0)
        return size;
    }
  return 0;
}

static void
add_clause (GArray *clauses, gsize start, gsize end, gboolean is_bracket, gboolean ends_sentence)
{
  Clause clause = { MATCHUM_SPAN (start, end), is_bracket, ends_sentence };

  if (start < end)
    g_array_append_val (clauses, clause);
  else if (ends_sentence && clauses->len > 0)
    g_array_index (clauses, Clause, clauses->len - 1).ends_sentence = TRUE;
}

static GArray *
split_clauses (const char *text, gsize length)
{
  GArray *clauses = g_array_new (FALSE, TRUE, sizeof (Clause));
  gsize start = 0;
  gboolean in_bracket = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gsize contrast = get_contrast_length (text + i, length - i);
      gboolean is_stop =
          (text[i] == '.' || text[i] == '!' || text[i] == '?') && (i + 1 >= length || text[i + 1] == ' ');
      gboolean is_comma = (text[i] == ',' && i + 1 < length && !g_ascii_isdigit (text[i + 1])) || text[i] == ';';

      if (contrast > 0)
        {
          add_clause (clauses, start, i + contrast, in_bracket, FALSE);
          i += contrast - 1;
          start = i + 1;
        }
      else if (text[i] == '(' || text[i] == ')')
        {
          add_clause (clauses, start, i, in_bracket, FALSE);
          in_bracket = text[i] == '(';
          start = i + 1;
        }
      else if (is_stop || is_comma)
        {
          add_clause (clauses, start, i, in_bracket, is_stop);
          start = i + 1;
        }
    }
  add_clause (clauses, start, length, in_bracket, TRUE);
  return clauses;
}

/* First of the sorted spans that ends behind offset. */
static guint
find_span (GArray *spans, gsize offset)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, MatchumSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
matchum_hedge_covers (GArray *hedged, MatchumSpan span)
{
  guint index = find_span (hedged, span.start);

  return index < hedged->len && matchum_span_overlaps (g_array_index (hedged, MatchumSpan, index), span);
}

static void
hedge (GArray *clauses, guint index, guint cause)
{
  Clause *clause = &g_array_index (clauses, Clause, index);

  if (!clause->is_hedged)
    clause->cause = cause;
  clause->is_hedged = TRUE;
}

/* What a denial that names nothing is about: the clauses before it in its sentence. */
static void
hedge_before (GArray *clauses, guint index)
{
  const guint cause = index;

  while (index > 0)
    {
      Clause *clause = &g_array_index (clauses, Clause, index - 1);

      if (clause->ends_sentence || clause->is_swept)
        return;
      hedge (clauses, index - 1, cause);
      clause->is_swept = TRUE;
      index--;
    }
}

/* "배우는 중: A, B", "스터디 (2022): A, B": the whole list. */
static gboolean
opens_list (const char *text, GArray *clauses, guint index)
{
  MatchumSpan span = g_array_index (clauses, Clause, index).span;

  if (memchr (text + span.start, ':', matchum_span_get_length (span)) != NULL)
    return TRUE;
  while (index + 1 < clauses->len && g_array_index (clauses, Clause, index + 1).is_bracket)
    index++;
  return index + 1 < clauses->len && text[g_array_index (clauses, Clause, index + 1).span.start] == ':';
}

/* A bracket speaks of the words before it, however many clauses it has. */
static void
hedge_before_bracket (GArray *clauses, guint index)
{
  const guint cause = index;

  while (index > 0 && g_array_index (clauses, Clause, index).is_bracket)
    hedge (clauses, index--, cause);
  hedge (clauses, index, cause);
}

/* "튜토리얼 진행 (PyTorch)": and so does one that says nothing of its own, for what it names. */
static void
hedge_bracket_behind (GArray *clauses, guint index)
{
  const guint cause = index;

  while (index + 1 < clauses->len && g_array_index (clauses, Clause, index + 1).is_bracket)
    hedge (clauses, ++index, cause);
}

static void
hedge_behind (GArray *clauses, guint index)
{
  const guint cause = index;

  while (!g_array_index (clauses, Clause, index).ends_sentence && ++index < clauses->len)
    hedge (clauses, index, cause);
}

/* "데이터 엔지니어가 PySpark로 옮겼고, 저는 …": what is told before one tells of oneself is what others did. */
static gboolean
is_left_to_others (const char *text, GArray *clauses, guint index)
{
  static const char *const actors[] = { "팀이 ", "팀에서 ", "어가 ", "자가 ", "료가 ", "배가 ", "체가 ", "사가 " };
  static const char *const selves[] = { " 저는 ", " 나는 ", " 본인은 ", "저는 " };
  const MatchumSpan span = g_array_index (clauses, Clause, index).span;
  const char *next;
  gboolean tells_of_oneself = FALSE;

  if (index + 1 >= clauses->len || g_array_index (clauses, Clause, index).ends_sentence)
    return FALSE;
  next = text + g_array_index (clauses, Clause, index + 1).span.start;
  for (gsize i = 0; i < G_N_ELEMENTS (selves); i++)
    tells_of_oneself |= g_str_has_prefix (next, selves[i])
                        || (matchum_span_get_length (span) > strlen (selves[i])
                            && memcmp (text + span.end - strlen (selves[i]), selves[i], strlen (selves[i])) == 0);
  for (gsize i = 0; tells_of_oneself && i < G_N_ELEMENTS (actors); i++)
    if (g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), actors[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A name in a list is short. */
#define NAME_BYTES 24

/* "구글 애즈, 메타 광고 집행은 대행사가 담당했고 저는 …": the names before the last of the list. */
static void
hedge_names_before (GArray *clauses, guint index)
{
  const guint cause = index;

  while (index > 0 && !g_array_index (clauses, Clause, index - 1).ends_sentence
         && matchum_span_get_length (g_array_index (clauses, Clause, index - 1).span) <= NAME_BYTES)
    hedge (clauses, --index, cause);
}

/* "(모델 학습은 ML팀)": a bracket that says what it speaks of. */
static gboolean
has_topic (const char *text, MatchumSpan span)
{
  return g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "은 ") != NULL
         || g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "는 ") != NULL;
}

static void
judge_clause (const char *text, GArray *clauses, guint index, GArray *named)
{
  Clause *clause = &g_array_index (clauses, Clause, index);
  const MatchumHedgeSigns signs =
      matchum_hedge_signs_find (text + clause->span.start, matchum_span_get_length (clause->span));
  const gboolean is_left = is_left_to_others (text, clauses, index);
  const gboolean is_hedge = (signs & MATCHUM_HEDGE_SIGN_HEDGE) != 0 || is_left;
  const gboolean is_denial = (signs & MATCHUM_HEDGE_SIGN_DENIAL) != 0;
  const gboolean is_bare = is_denial && !matchum_hedge_covers (named, clause->span);

  if (is_hedge && !clause->is_hedged && opens_list (text, clauses, index))
    hedge_behind (clauses, index);
  if (is_hedge || is_denial)
    hedge (clauses, index, index);
  if (is_hedge && !clause->is_bracket)
    hedge_bracket_behind (clauses, index);
  if (is_left)
    hedge_names_before (clauses, index);
  if (clause->is_bracket && (is_hedge || is_bare) && index > 0 && !has_topic (text, clause->span))
    hedge_before_bracket (clauses, index);
  else if ((is_bare && (signs & MATCHUM_HEDGE_SIGN_RETREAT) != 0)
           || (index > 0 && (signs & MATCHUM_HEDGE_SIGN_INSTEAD) != 0))
    hedge_before (clauses, index);
  else if (index > 0 && is_hedge && (signs & MATCHUM_HEDGE_SIGN_OTHERS) != 0)
    hedge (clauses, index - 1, index);
}

/* Quoted words of more than this many bytes are a title. */
#define TITLE_BYTES 16

/* "Clicks That Never Happened": what a title says is said of nothing else. Gives a copy of text with its titles blank;
 * NULL where it has none. */
static char *
dup_without_titles (const char *text, gsize length)
{
  static const char *const quotes[][2] = {
    { "\"", "\"" }, { "“", "”" }, { "「", "」" }, { "『", "』" }, { "《", "》" }
  };
  char *copy = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const gsize size = strlen (quotes[i][0]);
      const char *open = g_strstr_len (text, (gssize) length, quotes[i][0]);

      while (open != NULL)
        {
          const char *start = open + size;
          const char *close = g_strstr_len (start, (gssize) (length - (gsize) (start - text)), quotes[i][1]);

          if (close == NULL)
            break;
          if (close - start > TITLE_BYTES)
            {
              if (copy == NULL)
                copy = g_strndup (text, length);
              memset (copy + (start - text), '_', (gsize) (close - start));
            }
          close += size;
          open = g_strstr_len (close, (gssize) (length - (gsize) (close - text)), quotes[i][0]);
        }
    }
  return copy;
}

MatchumHedgeKind
matchum_hedge_find_kind (const char *text, gsize length, GArray *named, MatchumSpan span)
{
  g_autofree char *untitled = dup_without_titles (text, length);
  g_autoptr (GArray) clauses = NULL;

  text = untitled != NULL ? untitled : text;
  clauses = split_clauses (text, length);
  for (guint i = 0; i < clauses->len; i++)
    judge_clause (text, clauses, i, named);
  for (guint i = 0; i < clauses->len; i++)
    {
      const Clause *clause = &g_array_index (clauses, Clause, i);
      MatchumSpan cause = g_array_index (clauses, Clause, clause->cause).span;

      if (clause->is_hedged && matchum_span_overlaps (clause->span, span)
          && is_left_to_others (text, clauses, clause->cause))
        return MATCHUM_HEDGE_KIND_OTHERS;
      if (clause->is_hedged && matchum_span_overlaps (clause->span, span))
        return matchum_hedge_signs_find_kind (text + cause.start, matchum_span_get_length (cause));
    }
  return MATCHUM_HEDGE_KIND_NONE;
}

GArray *
matchum_hedge_find_all (const char *text, gsize length, GArray *named)
{
  GArray *hedged = g_array_new (FALSE, TRUE, sizeof (MatchumSpan));
  g_autofree char *untitled = dup_without_titles (text, length);
  g_autoptr (GArray) clauses = NULL;

  text = untitled != NULL ? untitled : text;
  clauses = split_clauses (text, length);
  for (guint i = 0; i < clauses->len; i++)
    judge_clause (text, clauses, i, named);
  for (guint i = 0; i < clauses->len; i++)
    if (g_array_index (clauses, Clause, i).is_hedged)
      g_array_append_val (hedged, g_array_index (clauses, Clause, i).span);
  return hedged;
}
