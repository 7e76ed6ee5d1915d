/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the things that a line asks for, with brackets and fields of study. */
#include "config.h"

#include "posting/matchum-requirement-item.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-words.h"

/* Brackets within brackets deeper than this are plain text. */
#define MAX_DEPTH 3

void
matchum_requirement_item_free (MatchumRequirementItem *item)
{
  matchum_criterion_free (item->node);
  g_free (item);
}

static MatchumRequirementItem *
item_new (MatchumAtomKind kind, MatchumSpan span, MatchumCriterion *node)
{
  MatchumRequirementItem *item = g_new0 (MatchumRequirementItem, 1);

  item->kind = kind;
  item->span = span;
  item->node = node;
  return item;
}

/* Gaps --------------------------------------------------------------------------------------------------------- */

const MatchumRequirementItem *
matchum_requirement_items_get (GPtrArray *items, guint index)
{
  return g_ptr_array_index (items, index);
}

MatchumGap
matchum_requirement_items_get_gap (MatchumRequirementReader *self, GPtrArray *items, guint index, gsize end)
{
  gsize from = matchum_requirement_items_get (items, index)->span.end;
  gsize to = index + 1 < items->len ? matchum_requirement_items_get (items, index + 1)->span.start : end;

  if (to <= from)
    return (MatchumGap){ 0, 1 };
  return matchum_requirement_gap_read (self->line->text + from, to - from);
}

gboolean
matchum_requirement_items_is_joined (MatchumRequirementReader *self, GPtrArray *items, guint index)
{
  gsize from = matchum_requirement_items_get (items, index)->span.end;
  gsize to;

  if (index + 1 >= items->len)
    return FALSE;
  to = matchum_requirement_items_get (items, index + 1)->span.start;
  for (gsize i = from; i < to; i++)
    if (self->line->text[i] != ' ' && self->line->text[i] != '-')
      return FALSE;
  return TRUE;
}

gboolean
matchum_requirement_reader_contains (MatchumRequirementReader *self, gsize from, gsize to, const char *const *words)
{
  return from < to && matchum_requirement_words_contain (self->line->text + from, to - from, words);
}

/* Brackets ----------------------------------------------------------------------------------------------------- */

gsize *
matchum_requirement_reader_match_brackets (const char *text, gsize length)
{
  gsize *closing;
  g_autoptr (GArray) open = NULL;

  if (memchr (text, ')', length) == NULL && memchr (text, ']', length) == NULL)
    return NULL;
  closing = g_new0 (gsize, length + 1);
  open = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '(' || text[i] == '[')
        g_array_append_val (open, i);
      else if ((text[i] == ')' || text[i] == ']') && open->len > 0)
        {
          closing[g_array_index (open, gsize, open->len - 1)] = i;
          g_array_set_size (open, open->len - 1);
        }
    }
  return closing;
}

static gboolean
asks_all (MatchumRequirementReader *self, gsize from, gsize to)
{
  static const char *const words[] = { "모두", "필수", "전부", "all of", "all required", NULL };

  return matchum_requirement_reader_contains (self, from, to, words);
}

/* "(B2B 서비스 우대)": said beside what is asked. */
static gboolean
is_optional (MatchumRequirementReader *self, gsize from, gsize to)
{
  static const char *const words[] = { "우대", "선호", "preferred", "a plus", "optional", NULL };

  return matchum_requirement_reader_contains (self, from, to, words);
}

static gboolean
is_category (MatchumRequirementReader *self, const MatchumCriterion *node)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (node, self->line->lexicon);

  return concept != NULL && concept->kind == MATCHUM_CONCEPT_CATEGORY;
}

/* Ways of doing what stands before them need no naming; products and names that are unknown do. */
static void
silence_technique_cb (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;

  leaf->is_silent |= leaf->kind == MATCHUM_CRITERION_CONCEPT && leaf->concepts->len > 0
                     && !matchum_criterion_tree_is_product (leaf, user_data);
}

static gboolean
is_years (const MatchumCriterion *node)
{
  return node->kind == MATCHUM_CRITERION_YEARS;
}

/* Hangs what stands in brackets on the thing before it. Takes content. */
static void
attach (MatchumRequirementReader *self,
        MatchumRequirementItem *item,
        MatchumCriterion *content,
        gsize open,
        gsize close)
{
  static const char *const either[] = { " or ", "또는", "혹은", NULL };

  item->span.end = close + 1;
  if (item->kind == MATCHUM_ATOM_EQUIVALENT || item->kind == MATCHUM_ATOM_YEARS)
    {
      if (item->kind == MATCHUM_ATOM_EQUIVALENT && is_years (content))
        {
          item->kind = MATCHUM_ATOM_YEARS;
          matchum_criterion_free (item->node);
          item->node = content;
          return;
        }
      item->node = matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, item->node, content);
      return;
    }
  if (item->kind == MATCHUM_ATOM_DEGREE)
    {
      matchum_criterion_tree_visit_leaves (content, matchum_criterion_tree_add_concepts_cb, item->node->concepts);
      matchum_criterion_free (content);
      return;
    }
  if (asks_all (self, open, close))
    {
      item->node = matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, item->node, content);
      return;
    }
  if (is_category (self, item->node) && matchum_requirement_reader_contains (self, open, close, either))
    matchum_criterion_tree_detail_cb (item->node, NULL);
  else if (item->kind == MATCHUM_ATOM_LANGUAGE)
    matchum_criterion_tree_visit_leaves (content, matchum_criterion_tree_silence_cb, NULL);
  else
    {
      matchum_criterion_tree_visit_leaves (content, silence_technique_cb, self->line->lexicon);
      matchum_criterion_tree_visit_leaves (content, matchum_criterion_tree_detail_cb, NULL);
    }
  if (content->kind == MATCHUM_CRITERION_ALL)
    content->kind = MATCHUM_CRITERION_ANY;
  item->node = matchum_criterion_tree_join_two (MATCHUM_CRITERION_ANY, item->node, content);
}

/* Behind a length of experience, or the how of it ("in production"), examples belong to what stands before. */
static void
attach_to_last (MatchumRequirementReader *self, GPtrArray *items, MatchumCriterion *content, gsize open, gsize close)
{
  MatchumRequirementItem *last = g_ptr_array_index (items, items->len - 1);
  MatchumRequirementItem *before = items->len > 1 ? g_ptr_array_index (items, items->len - 2) : NULL;

  if (((last->kind == MATCHUM_ATOM_YEARS && !is_years (content)) || last->kind == MATCHUM_ATOM_QUALIFIER)
      && before != NULL && before->kind == MATCHUM_ATOM_SKILL)
    {
      MatchumSpan span = before->span;

      attach (self, before, content, open, close);
      before->span = span;
      last->span.end = close + 1;
      return;
    }
  attach (self, last, content, open, close);
}

static gboolean
is_named_before (MatchumRequirementReader *self, guint concept, gsize before)
{
  for (guint i = 0; i < self->line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (self->line->atoms, i);

      if (atom->span.start >= before)
        break;
      if (atom->concept == concept)
        return TRUE;
    }
  return FALSE;
}

/* Whether a bracket, whose first atom is at index, only says again in another language what stands outside. */
static gboolean
repeats (MatchumRequirementReader *self, guint index, gsize open)
{
  for (guint i = index; i < self->line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (self->line->atoms, i);

      if (atom->span.start > self->closing[open])
        break;
      if (atom->concept == G_MAXUINT || !is_named_before (self, atom->concept, open))
        return FALSE;
    }
  return TRUE;
}

static gsize
find_bracket (MatchumRequirementReader *self, gsize from, gsize to)
{
  if (self->closing == NULL)
    return to;
  for (gsize i = from; i < to; i++)
    if (self->closing[i] != 0)
      return i;
  return to;
}

/* "관련 전공(수학, 통계학)": what stands in the bracket are fields of study. */
static gboolean
follows_major (MatchumRequirementReader *self, gsize open)
{
  static const char *const words[] = { "전공", "학과", "분야", "major", "field", "degree" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize size = strlen (words[i]);

      if ((open >= size && memcmp (self->line->text + open - size, words[i], size) == 0)
          || (open > size && self->line->text[open - 1] == ' '
              && memcmp (self->line->text + open - 1 - size, words[i], size) == 0))
        return TRUE;
    }
  return FALSE;
}

/* Whether words stand before a bracket, which then gives examples of what they say. */
static gboolean
names_something (MatchumRequirementReader *self, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (g_ascii_isalpha (self->line->text[i]) || (guchar) self->line->text[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* What stands between two brackets: it says more of the last item, or is one by itself. */
static void
collect_bracket (MatchumRequirementReader *self, gsize start, gsize open, guint depth, GPtrArray *items)
{
  gsize close = self->closing[open];
  MatchumCriterion *content = self->parse (self, open + 1, close, depth + 1);

  if (content == NULL)
    return;
  /* Examples of examples. */
  if (depth > 0)
    matchum_criterion_tree_visit_leaves (content, matchum_criterion_tree_silence_cb, NULL);
  if (items->len > 0 && is_optional (self, open, close))
    matchum_criterion_free (content);
  else if (items->len > 0)
    attach_to_last (self, items, content, open, close);
  else
    {
      if (content->kind == MATCHUM_CRITERION_ALL && names_something (self, start, open)
          && !asks_all (self, open, close))
        content->kind = MATCHUM_CRITERION_ANY;
      g_ptr_array_add (items, item_new (follows_major (self, open) ? MATCHUM_ATOM_FIELD : MATCHUM_ATOM_SKILL,
                                        MATCHUM_SPAN (open, close + 1), content));
    }
}

GPtrArray *
matchum_requirement_items_collect (MatchumRequirementReader *self, gsize start, gsize end, guint depth)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_requirement_item_free);
  gsize at = start;

  for (guint i = 0; i < self->line->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (self->line->atoms, i);
      gsize open;

      if (atom->span.start < at || atom->criterion == NULL)
        continue;
      if (atom->span.start >= end)
        break;
      open = depth < MAX_DEPTH ? find_bracket (self, at, atom->span.start) : atom->span.start;
      if (open < atom->span.start && self->closing[open] < end && self->closing[open] > atom->span.start)
        {
          if (!repeats (self, i, open))
            collect_bracket (self, start, open, depth, items);
          at = self->closing[open] + 1;
          continue;
        }
      if (open < atom->span.start && self->closing[open] <= atom->span.start)
        at = self->closing[open] + 1;
      g_ptr_array_add (items, item_new (atom->kind, atom->span, matchum_atom_take_criterion (atom)));
      at = MAX (at, atom->span.end);
    }
  return items;
}

/* Degrees and fields of study ---------------------------------------------------------------------------------- */

static const char *const related_words[] = { "관련",          "유관",    "인접",     "이에 준하는",
                                             "related",       "similar", "relevant", "equivalent field",
                                             "or equivalent", "등",      NULL };

static gboolean
may_be_field (const MatchumRequirementItem *item)
{
  return item->kind == MATCHUM_ATOM_FIELD || item->kind == MATCHUM_ATOM_SKILL || item->kind == MATCHUM_ATOM_WORD
         || item->kind == MATCHUM_ATOM_ROLE;
}

static void
absorb (GPtrArray *items, guint keeper, guint index)
{
  MatchumRequirementItem *to = g_ptr_array_index (items, keeper);
  MatchumRequirementItem *from = g_ptr_array_index (items, index);

  matchum_criterion_tree_visit_leaves (from->node, matchum_criterion_tree_add_concepts_cb, to->node->concepts);
  to->span.start = MIN (to->span.start, from->span.start);
  to->span.end = MAX (to->span.end, from->span.end);
  g_ptr_array_remove_index (items, index);
}

/* "딥러닝 분야 석사": what the degree is asked in stands right before it, whatever it is. */
static gboolean
is_subject_gap (MatchumRequirementReader *self, gsize from, gsize length)
{
  static const char *const joints[] = { " 분야 ", " 분야의 ", " 관련 ", " 관련 분야 ", " 계열 " };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (strlen (joints[i]) == length && memcmp (self->line->text + from, joints[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* "컴퓨터공학, AI 분야 전공 석사": the list before the degree. Gives the degree's new place. */
static guint
absorb_before (MatchumRequirementReader *self, GPtrArray *items, guint degree)
{
  gboolean is_first = TRUE;
  gboolean takes_any = FALSE;

  while (degree > 0)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, degree - 1);
      MatchumGap gap = matchum_requirement_items_get_gap (self, items, degree - 1, 0);
      gsize distance = matchum_requirement_items_get (items, degree)->span.start - item->span.end;

      if (is_first)
        takes_any = (gap.flags & MATCHUM_GAP_MAJOR) != 0 || is_subject_gap (self, item->span.end, distance);
      if (!may_be_field (item) || (item->kind != MATCHUM_ATOM_FIELD && !takes_any && is_first))
        break;
      if (gap.flags & MATCHUM_GAP_BREAK && distance > 12)
        break;
      /* "통계학, 경제학 등 정량 분야": the list is of the fields, too. */
      if (!is_first && !(gap.flags & (MATCHUM_GAP_LIST | MATCHUM_GAP_ETC)))
        break;
      absorb (items, degree, degree - 1);
      degree--;
      is_first = FALSE;
    }
  return degree;
}

/* "MSc in computer science, robotics or a related field": the list behind it. */
static void
absorb_after (MatchumRequirementReader *self, GPtrArray *items, guint degree)
{
  static const char *const openers[] = { "in ", "of ", "degree:", NULL };
  static const char *const closers[] = { "experience", "경험", "경력", NULL };
  gboolean is_first = TRUE;

  while (degree + 1 < items->len)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, degree + 1);
      MatchumGap gap = matchum_requirement_items_get_gap (self, items, degree, 0);
      gsize from = matchum_requirement_items_get (items, degree)->span.end;

      if (!may_be_field (item) || matchum_requirement_reader_contains (self, from, item->span.start, closers))
        break;
      if (is_first && item->kind != MATCHUM_ATOM_FIELD
          && !matchum_requirement_reader_contains (self, from, item->span.start, openers))
        break;
      if (!is_first && (!(gap.flags & MATCHUM_GAP_LIST) || gap.flags & MATCHUM_GAP_BREAK))
        break;
      absorb (items, degree, degree + 1);
      is_first = FALSE;
    }
}

static gsize
get_end_of (GPtrArray *items, guint index, gsize end)
{
  return index + 1 < items->len ? matchum_requirement_items_get (items, index + 1)->span.start : end;
}

void
matchum_requirement_items_gather_degrees (MatchumRequirementReader *self, GPtrArray *items, gsize end)
{
  for (guint i = 0; i < items->len; i++)
    {
      MatchumRequirementItem *item = g_ptr_array_index (items, i);

      if (item->kind != MATCHUM_ATOM_DEGREE)
        continue;
      i = absorb_before (self, items, i);
      absorb_after (self, items, i);
      item->node->is_related =
          matchum_requirement_reader_contains (self, item->span.start, get_end_of (items, i, end), related_words)
          || matchum_requirement_reader_contains (self,
                                                  i > 0 ? matchum_requirement_items_get (items, i - 1)->span.end : 0,
                                                  item->span.start, related_words);
    }
}

/* "수학/통계/ML 관련 전공자": a field of study without a degree. */
void
matchum_requirement_items_gather_majors (MatchumRequirementReader *self, GPtrArray *items, gsize end)
{
  static const char *const words[] = { "전공", "major", "학과 ", NULL };
  static const char *const work[] = { "경험", "경력", "experience", NULL }; /* asked by itself: "NLP 경험, 통계 전공" */

  for (guint i = 0; i < items->len; i++)
    {
      MatchumRequirementItem *item = g_ptr_array_index (items, i);
      gsize to = MIN (get_end_of (items, i, end), item->span.end + 40);
      MatchumCriterion *node;

      if (!may_be_field (item) || item->node->children != NULL
          || !(matchum_requirement_reader_contains (self, item->span.end, to, words)
               || (item->kind == MATCHUM_ATOM_FIELD
                   && matchum_requirement_reader_contains (self, item->span.start, item->span.end, words))))
        continue;
      node = matchum_criterion_new (MATCHUM_CRITERION_FIELD, item->node->span, item->node->name);
      matchum_criterion_tree_visit_leaves (item->node, matchum_criterion_tree_add_concepts_cb, node->concepts);
      matchum_criterion_free (item->node);
      item->node = node;
      item->kind = MATCHUM_ATOM_FIELD;
      item->is_major = TRUE;
      node->is_related = matchum_requirement_reader_contains (self, item->span.end, to, related_words);
      while (i > 0 && may_be_field (matchum_requirement_items_get (items, i - 1))
             && !matchum_requirement_reader_contains (self, matchum_requirement_items_get (items, i - 1)->span.end,
                                                      item->span.start, work)
             && matchum_requirement_items_get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_LIST
             && !(matchum_requirement_items_get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_BREAK))
        {
          absorb (items, i, i - 1);
          i--;
        }
      g_free (node->name);
      node->name = matchum_atom_line_dup_name (self->line, item->span);
    }
}
