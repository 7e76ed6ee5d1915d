/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the tree of criteria from the atoms of a line and the words between them. */
#include "config.h"

#include "posting/matchum-requirement-grammar.h"

#include <string.h>

#include "posting/matchum-requirement-atom.h"
#include "posting/matchum-requirement-gap.h"
#include "posting/matchum-requirement-phrase.h"
#include "posting/matchum-requirement-words.h"

/* Brackets within brackets deeper than this are plain text. */
#define MAX_DEPTH 3

/* One thing asked for at one level of brackets. */
typedef struct {
  MatchumAtomKind kind;
  MatchumSpan span;       /* of the folded text, brackets behind it included */
  MatchumCriterion *node; /* owned */
  gboolean is_major;      /* a field of study that must have been studied */
} Item;

typedef struct {
  MatchumAtomLine *line;
  gsize *closing; /* for each opening bracket the place of its closing one, else 0 */
} Grammar;

static MatchumCriterion *parse_range (Grammar *self, gsize start, gsize end, guint depth);
static MatchumCriterion *build_list (Grammar *self, GPtrArray *items, gsize end);

static void
item_free (Item *item)
{
  matchum_criterion_free (item->node);
  g_free (item);
}

static Item *
item_new (MatchumAtomKind kind, MatchumSpan span, MatchumCriterion *node)
{
  Item *item = g_new0 (Item, 1);

  item->kind = kind;
  item->span = span;
  item->node = node;
  return item;
}

/* Joins children under one node; one child stands for itself. Takes the children. */
static MatchumCriterion *
join (MatchumCriterionKind kind, GPtrArray *children)
{
  MatchumCriterion *node;

  if (children->len == 0)
    return NULL;
  if (children->len == 1)
    return g_ptr_array_steal_index (children, 0);
  node = matchum_criterion_new (kind, MATCHUM_SPAN (G_MAXSIZE, 0), NULL);
  while (children->len > 0)
    {
      MatchumCriterion *child = g_ptr_array_steal_index (children, 0);

      node->span.start = MIN (node->span.start, child->span.start);
      node->span.end = MAX (node->span.end, child->span.end);
      if (child->kind == kind && kind != MATCHUM_CRITERION_AT_LEAST)
        {
          while (child->children->len > 0)
            g_ptr_array_add (node->children, g_ptr_array_steal_index (child->children, 0));
          node->is_open |= child->is_open;
          matchum_criterion_free (child);
        }
      else
        g_ptr_array_add (node->children, child);
    }
  return node;
}

static GPtrArray *
new_nodes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_criterion_free);
}

static MatchumCriterion *
join_two (MatchumCriterionKind kind, MatchumCriterion *first, MatchumCriterion *second)
{
  g_autoptr (GPtrArray) children = new_nodes ();

  if (first != NULL)
    g_ptr_array_add (children, first);
  if (second != NULL)
    g_ptr_array_add (children, second);
  return join (kind, children);
}

static void
visit_leaves (MatchumCriterion *node, GFunc visit, gpointer data)
{
  if (node == NULL)
    return;
  if (node->children == NULL)
    {
      visit (node, data);
      return;
    }
  for (guint i = 0; i < node->children->len; i++)
    visit_leaves (g_ptr_array_index (node->children, i), visit, data);
}

static void
silence (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_silent = TRUE;
}

static void
add_concepts (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_CONCEPT && !leaf->is_context && !leaf->is_scale && !leaf->is_aside)
    g_array_append_vals (concepts, leaf->concepts->data, leaf->concepts->len);
}

/* Gaps --------------------------------------------------------------------------------------------------------- */

static const Item *
get_item (GPtrArray *items, guint index)
{
  return g_ptr_array_index (items, index);
}

static MatchumGap
get_gap (Grammar *self, GPtrArray *items, guint index, gsize end)
{
  gsize from = get_item (items, index)->span.end;
  gsize to = index + 1 < items->len ? get_item (items, index + 1)->span.start : end;

  if (to <= from)
    return (MatchumGap){ 0, 1 };
  return matchum_requirement_gap_read (self->line->text + from, to - from);
}

static gboolean
is_joined (Grammar *self, GPtrArray *items, guint index)
{
  gsize from = get_item (items, index)->span.end;
  gsize to;

  if (index + 1 >= items->len)
    return FALSE;
  to = get_item (items, index + 1)->span.start;
  for (gsize i = from; i < to; i++)
    if (self->line->text[i] != ' ' && self->line->text[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
gap_contains (Grammar *self, gsize from, gsize to, const char *const *words)
{
  return from < to && matchum_requirement_words_contain (self->line->text + from, to - from, words);
}

/* Brackets ----------------------------------------------------------------------------------------------------- */

static gsize *
match_brackets (const char *text, gsize length)
{
  gsize *closing = g_new0 (gsize, length + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gsize));

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
asks_all (Grammar *self, gsize from, gsize to)
{
  static const char *const words[] = { "모두", "필수", "전부", "all of", "all required", NULL };

  return gap_contains (self, from, to, words);
}

static gboolean
is_category (Grammar *self, const MatchumCriterion *node)
{
  return node->kind == MATCHUM_CRITERION_CONCEPT && node->concepts->len > 0
         && matchum_lexicon_get_concept (self->line->lexicon, g_array_index (node->concepts, guint, 0))->kind
                == MATCHUM_CONCEPT_CATEGORY;
}

static gboolean
is_years (const MatchumCriterion *node)
{
  return node->kind == MATCHUM_CRITERION_YEARS;
}

/* Hangs what stands in brackets on the thing before it. Takes content. */
static void
attach (Grammar *self, Item *item, MatchumCriterion *content, gsize open, gsize close)
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
      item->node = join_two (MATCHUM_CRITERION_ALL, item->node, content);
      return;
    }
  if (item->kind == MATCHUM_ATOM_DEGREE)
    {
      visit_leaves (content, add_concepts, item->node->concepts);
      matchum_criterion_free (content);
      return;
    }
  if (asks_all (self, open, close))
    {
      item->node = join_two (MATCHUM_CRITERION_ALL, item->node, content);
      return;
    }
  if (is_category (self, item->node) && gap_contains (self, open, close, either))
    silence (item->node, NULL);
  else
    visit_leaves (content, silence, NULL);
  if (content->kind == MATCHUM_CRITERION_ALL)
    content->kind = MATCHUM_CRITERION_ANY;
  item->node = join_two (MATCHUM_CRITERION_ANY, item->node, content);
}

/* Behind a length of experience, examples belong to what the experience is in. */
static void
attach_to_last (Grammar *self, GPtrArray *items, MatchumCriterion *content, gsize open, gsize close)
{
  Item *last = g_ptr_array_index (items, items->len - 1);
  Item *before = items->len > 1 ? g_ptr_array_index (items, items->len - 2) : NULL;

  if (last->kind == MATCHUM_ATOM_YEARS && !is_years (content) && before != NULL && before->kind == MATCHUM_ATOM_SKILL)
    {
      MatchumSpan span = before->span;

      attach (self, before, content, open, close);
      before->span = span;
      last->span.end = close + 1;
      return;
    }
  attach (self, last, content, open, close);
}

/* A bracket that only says again, in another language, what stands outside. */
static gboolean
repeats (Grammar *self, const MatchumAtom *atom, gsize before)
{
  for (guint i = 0; i < self->line->atoms->len; i++)
    {
      const MatchumAtom *other = g_ptr_array_index (self->line->atoms, i);

      if (other->span.start >= before)
        break;
      if (atom->concept != G_MAXUINT && other->concept == atom->concept)
        return TRUE;
    }
  return FALSE;
}

static gsize
find_bracket (Grammar *self, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (self->closing[i] != 0)
      return i;
  return to;
}

/* "관련 전공(수학, 통계학)": what stands in the bracket are fields of study. */
static gboolean
follows_major (Grammar *self, gsize open)
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

static GPtrArray *
collect_items (Grammar *self, gsize start, gsize end, guint depth)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
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
          gsize close = self->closing[open];
          MatchumCriterion *content;

          if (repeats (self, atom, open))
            {
              at = atom->span.end;
              continue;
            }
          content = parse_range (self, open + 1, close, depth + 1);
          at = close + 1;
          if (content == NULL)
            continue;
          if (items->len > 0)
            attach_to_last (self, items, content, open, close);
          else
            g_ptr_array_add (items, item_new (follows_major (self, open) ? MATCHUM_ATOM_FIELD : MATCHUM_ATOM_SKILL,
                                              MATCHUM_SPAN (open, close + 1), content));
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
may_be_field (const Item *item)
{
  return item->kind == MATCHUM_ATOM_FIELD || item->kind == MATCHUM_ATOM_SKILL || item->kind == MATCHUM_ATOM_WORD
         || item->kind == MATCHUM_ATOM_ROLE;
}

static void
absorb (GPtrArray *items, guint keeper, guint index)
{
  Item *to = g_ptr_array_index (items, keeper);
  Item *from = g_ptr_array_index (items, index);

  visit_leaves (from->node, add_concepts, to->node->concepts);
  to->span.start = MIN (to->span.start, from->span.start);
  to->span.end = MAX (to->span.end, from->span.end);
  g_ptr_array_remove_index (items, index);
}

/* "컴퓨터공학, AI 분야 전공 석사": the list before the degree. Gives the degree's new place. */
static guint
absorb_before (Grammar *self, GPtrArray *items, guint degree)
{
  gboolean is_first = TRUE;
  gboolean takes_any = FALSE;

  while (degree > 0)
    {
      const Item *item = get_item (items, degree - 1);
      MatchumGap gap = get_gap (self, items, degree - 1, 0);
      gsize distance = get_item (items, degree)->span.start - item->span.end;

      if (is_first)
        takes_any = (gap.flags & MATCHUM_GAP_MAJOR) != 0;
      if (!may_be_field (item) || (item->kind != MATCHUM_ATOM_FIELD && !takes_any && is_first))
        break;
      if (gap.flags & MATCHUM_GAP_BREAK && distance > 12)
        break;
      if (!is_first && !(gap.flags & MATCHUM_GAP_LIST))
        break;
      absorb (items, degree, degree - 1);
      degree--;
      is_first = FALSE;
    }
  return degree;
}

/* "MSc in computer science, robotics or a related field": the list behind it. */
static void
absorb_after (Grammar *self, GPtrArray *items, guint degree)
{
  static const char *const openers[] = { "in ", "of ", "degree:", NULL };
  static const char *const closers[] = { "experience", "경험", "경력", NULL };
  gboolean is_first = TRUE;

  while (degree + 1 < items->len)
    {
      const Item *item = get_item (items, degree + 1);
      MatchumGap gap = get_gap (self, items, degree, 0);
      gsize from = get_item (items, degree)->span.end;

      if (!may_be_field (item) || gap_contains (self, from, item->span.start, closers))
        break;
      if (is_first && item->kind != MATCHUM_ATOM_FIELD && !gap_contains (self, from, item->span.start, openers))
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
  return index + 1 < items->len ? get_item (items, index + 1)->span.start : end;
}

static void
gather_degrees (Grammar *self, GPtrArray *items, gsize end)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);

      if (item->kind != MATCHUM_ATOM_DEGREE)
        continue;
      i = absorb_before (self, items, i);
      absorb_after (self, items, i);
      item->node->is_related =
          gap_contains (self, item->span.start, get_end_of (items, i, end), related_words)
          || gap_contains (self, i > 0 ? get_item (items, i - 1)->span.end : 0, item->span.start, related_words);
    }
}

/* "수학/통계/ML 관련 전공자": a field of study without a degree. */
static void
gather_majors (Grammar *self, GPtrArray *items, gsize end)
{
  static const char *const words[] = { "전공", "major", "학과 ", NULL };

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);
      gsize to = MIN (get_end_of (items, i, end), item->span.end + 40);
      MatchumCriterion *node;

      if (!may_be_field (item) || !gap_contains (self, item->span.end, to, words) || item->node->children != NULL)
        continue;
      node = matchum_criterion_new (MATCHUM_CRITERION_FIELD, item->node->span, item->node->name);
      visit_leaves (item->node, add_concepts, node->concepts);
      matchum_criterion_free (item->node);
      item->node = node;
      item->kind = MATCHUM_ATOM_FIELD;
      item->is_major = TRUE;
      node->is_related = gap_contains (self, item->span.end, to, related_words);
      while (i > 0 && may_be_field (get_item (items, i - 1)) && get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_LIST
             && !(get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_BREAK))
        {
          absorb (items, i, i - 1);
          i--;
        }
      g_free (node->name);
      node->name = matchum_atom_line_dup_name (self->line, item->span);
    }
}

/* Lists -------------------------------------------------------------------------------------------------------- */

static gboolean
may_join (const Item *item)
{
  return item->kind == MATCHUM_ATOM_SKILL || item->kind == MATCHUM_ATOM_WORD || item->kind == MATCHUM_ATOM_FIELD
         || item->kind == MATCHUM_ATOM_QUALIFIER || item->kind == MATCHUM_ATOM_ROLE;
}

/* Things side by side with nothing between ("Android 앱") are one element of a list. Moves index to the last. */
static MatchumCriterion *
take_element (Grammar *self, GPtrArray *items, guint *index)
{
  g_autoptr (GPtrArray) nodes = new_nodes ();

  for (;;)
    {
      Item *item = g_ptr_array_index (items, *index);

      if (item->node != NULL)
        g_ptr_array_add (nodes, g_steal_pointer (&item->node));
      if (!is_joined (self, items, *index) || !may_join (item) || !may_join (get_item (items, *index + 1)))
        break;
      (*index)++;
    }
  return join (MATCHUM_CRITERION_ALL, nodes);
}

/* Puts elements together that connectors (one between each two) join. */
static MatchumCriterion *
join_run (GPtrArray *elements, GArray *connectors, gboolean is_any, gboolean is_open, guint count)
{
  g_autoptr (GPtrArray) outer = new_nodes ();
  g_autoptr (GPtrArray) inner = new_nodes ();
  gboolean has_or = is_any;
  gboolean has_and = FALSE;
  guint n_slashes = 0;
  MatchumCriterion *node;

  for (guint i = 0; i < connectors->len; i++)
    {
      guint flags = g_array_index (connectors, guint, i);

      has_or |= (flags & MATCHUM_GAP_OR) != 0;
      has_and |= (flags & MATCHUM_GAP_AND) != 0;
      n_slashes += (flags & MATCHUM_GAP_LIST) == MATCHUM_GAP_SLASH;
    }
  if (n_slashes > 0 && n_slashes == connectors->len)
    has_or = TRUE;
  if (has_or && (is_any || !has_and))
    {
      node = join (MATCHUM_CRITERION_ANY, elements);
      if (node->kind == MATCHUM_CRITERION_ANY)
        {
          node->is_open = is_open;
          if (count > 1)
            {
              node->kind = MATCHUM_CRITERION_AT_LEAST;
              node->count = count;
            }
        }
      return node;
    }
  for (guint i = 0; i < connectors->len; i++)
    g_array_index (connectors, guint, i) &= MATCHUM_GAP_LIST;
  /* Slashes bind closest; then "and" where there is an "or" besides, else the other way about. */
  for (guint i = 0; elements->len > 0; i++)
    {
      guint flags = i < connectors->len ? g_array_index (connectors, guint, i) : 0;
      guint inner_flag = has_or ? (guint) ~MATCHUM_GAP_OR : (guint) MATCHUM_GAP_SLASH;

      g_ptr_array_add (inner, g_ptr_array_steal_index (elements, 0));
      if (elements->len > 0 && flags & inner_flag && !(has_or && flags & MATCHUM_GAP_OR)
          && !(!has_or && flags & (MATCHUM_GAP_COMMA | MATCHUM_GAP_AND)))
        continue;
      g_ptr_array_add (outer, join (has_or ? MATCHUM_CRITERION_ALL : MATCHUM_CRITERION_ANY, inner));
    }
  return join (has_or ? MATCHUM_CRITERION_ANY : MATCHUM_CRITERION_ALL, outer);
}

typedef struct {
  MatchumCriterion *node;
  gboolean or_next; /* an "or" joins it with what follows */
} Piece;

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->node, matchum_criterion_free);
}

/* "A, B 등 class": the class counts as well, silently; "A, B 중 하나 이상의 class": the list is closed. */
static MatchumCriterion *
take_class (Grammar *self, GPtrArray *items, guint *index, gsize end, MatchumGap *after, MatchumCriterion *node)
{
  MatchumCriterion *class_node;
  gboolean is_open = (after->flags & MATCHUM_GAP_ETC) != 0;

  if (!(after->flags & (MATCHUM_GAP_ETC | MATCHUM_GAP_OF)) || after->flags & (MATCHUM_GAP_BREAK | MATCHUM_GAP_LIST)
      || *index + 1 >= items->len || !may_join (get_item (items, *index + 1))
      || get_item (items, *index + 1)->kind == MATCHUM_ATOM_QUALIFIER)
    return node;
  (*index)++;
  class_node = take_element (self, items, index);
  *after = get_gap (self, items, *index, end);
  if (class_node == NULL)
    return node;
  if (!is_open)
    {
      matchum_criterion_free (class_node);
      return node;
    }
  visit_leaves (class_node, silence, NULL);
  class_node->is_silent = TRUE;
  node = join_two (MATCHUM_CRITERION_ANY, node, class_node);
  node->is_open = TRUE;
  return node;
}

/* "SQL 활용 능력 및 Python, R 중 하나": the list starts behind an "and" that closes a phrase. Takes what is before. */
static MatchumCriterion *
split_run (GPtrArray *elements, GArray *connectors)
{
  g_autoptr (GPtrArray) first = new_nodes ();
  g_autoptr (GArray) joints = g_array_new (FALSE, FALSE, sizeof (guint));
  guint cut = 0;

  for (guint i = 0; i < connectors->len; i++)
    {
      guint flags = g_array_index (connectors, guint, i);

      if (flags & MATCHUM_GAP_AND && flags & MATCHUM_GAP_WORDS && !(flags & MATCHUM_GAP_COMMA))
        cut = i + 1;
    }
  if (cut == 0)
    return NULL;
  for (guint i = 0; i < cut; i++)
    g_ptr_array_add (first, g_ptr_array_steal_index (elements, 0));
  g_array_append_vals (joints, connectors->data, cut - 1);
  g_array_remove_range (connectors, 0, cut);
  return join_run (first, joints, FALSE, FALSE, 1);
}

static MatchumCriterion *
take_run (Grammar *self, GPtrArray *items, guint *index, gsize end, gboolean is_any, MatchumGap *after)
{
  g_autoptr (GPtrArray) elements = new_nodes ();
  g_autoptr (GArray) connectors = g_array_new (FALSE, FALSE, sizeof (guint));
  guint count = after->count;
  gboolean is_open;
  MatchumCriterion *node;
  MatchumCriterion *before = NULL;

  for (;;)
    {
      MatchumCriterion *element = take_element (self, items, index);
      guint flags;

      if (element != NULL)
        g_ptr_array_add (elements, element);
      *after = get_gap (self, items, *index, end);
      if (*index + 1 >= items->len || !(after->flags & MATCHUM_GAP_LIST)
          || after->flags
                 & (MATCHUM_GAP_BREAK | MATCHUM_GAP_EXAMPLES | MATCHUM_GAP_ONE_OF | MATCHUM_GAP_OF | MATCHUM_GAP_ETC))
        break;
      flags = after->flags & (MATCHUM_GAP_LIST | MATCHUM_GAP_WORDS);
      g_array_append_val (connectors, flags);
      (*index)++;
    }
  if (elements->len == 0)
    return NULL;
  is_open = (after->flags & MATCHUM_GAP_ETC) != 0;
  if (after->flags & MATCHUM_GAP_OF)
    count = after->count;
  is_any |= (after->flags & (MATCHUM_GAP_ETC | MATCHUM_GAP_OF)) != 0;
  g_array_set_size (connectors, MIN (connectors->len, elements->len - 1));
  if (after->flags & (MATCHUM_GAP_ETC | MATCHUM_GAP_OF))
    before = split_run (elements, connectors);
  node = join_run (elements, connectors, is_any, is_open, count);
  return join_two (MATCHUM_CRITERION_ALL, before, take_class (self, items, index, end, after, node));
}

static MatchumCriterion *
join_pieces (GArray *pieces)
{
  g_autoptr (GPtrArray) all = new_nodes ();
  g_autoptr (GPtrArray) any = new_nodes ();

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->node != NULL)
        g_ptr_array_add (any, g_steal_pointer (&piece->node));
      if (piece->or_next && i + 1 < pieces->len)
        continue;
      if (any->len > 0)
        g_ptr_array_add (all, join (MATCHUM_CRITERION_ANY, any));
    }
  return join (MATCHUM_CRITERION_ALL, all);
}

/* "ML tooling such as A, B or C": the head moves in among its examples. */
static MatchumCriterion *
move_head (GArray *pieces, MatchumCriterion *node)
{
  Piece *head = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

  if (head == NULL || head->node == NULL || head->node->children != NULL)
    return node;
  head->node->is_silent = TRUE;
  node = join_two (MATCHUM_CRITERION_ANY, node, g_steal_pointer (&head->node));
  node->is_open = TRUE;
  return node;
}

static MatchumCriterion *
build_list (Grammar *self, GPtrArray *items, gsize end)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  MatchumGap before = { 0, 1 };

  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  if (items->len > 0)
    {
      gsize first = get_item (items, 0)->span.start;
      gsize from = first > 80 ? first - 80 : 0;

      while (from < first && (self->line->text[from] & 0xC0) == 0x80)
        from++;
      before = matchum_requirement_gap_read (self->line->text + from, first - from);
      before.flags &= MATCHUM_GAP_ONE_OF | MATCHUM_GAP_EXAMPLES;
    }
  for (guint i = 0; i < items->len; i++)
    {
      MatchumGap after = { 0, before.flags & MATCHUM_GAP_ONE_OF ? before.count : 1 };
      MatchumCriterion *node =
          take_run (self, items, &i, end, (before.flags & (MATCHUM_GAP_ONE_OF | MATCHUM_GAP_EXAMPLES)) != 0, &after);
      Piece piece = { NULL, FALSE };

      if (node != NULL && before.flags & MATCHUM_GAP_EXAMPLES)
        node = move_head (pieces, node);
      piece.node = node;
      piece.or_next = (after.flags & MATCHUM_GAP_OR) != 0;
      g_array_append_val (pieces, piece);
      before = after;
    }
  return join_pieces (pieces);
}

/* Alternatives and years --------------------------------------------------------------------------------------- */

static gboolean
is_length (const Item *item)
{
  return item->kind == MATCHUM_ATOM_YEARS || item->kind == MATCHUM_ATOM_EQUIVALENT || item->kind == MATCHUM_ATOM_ANYONE;
}

static gboolean
is_schooling (const Item *item)
{
  return item->kind == MATCHUM_ATOM_DEGREE || item->is_major;
}

static void
mark_roles (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);

      if (item->kind == MATCHUM_ATOM_ROLE && item->node != NULL)
        item->node->is_role = TRUE;
    }
}

static gboolean
has_role (const MatchumCriterion *node)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (has_role (g_ptr_array_index (node->children, i)))
      return TRUE;
  return node->is_role;
}

/* A role is not shown by work but says which years count: it goes, and with it the list of which one would do. */
static MatchumCriterion *
prune_roles (MatchumCriterion *node)
{
  if (node == NULL || !has_role (node))
    return node;
  if (node->kind != MATCHUM_CRITERION_ALL)
    {
      matchum_criterion_free (node);
      return NULL;
    }
  for (guint i = node->children->len; i-- > 0;)
    {
      MatchumCriterion *child = prune_roles (g_ptr_array_steal_index (node->children, i));

      if (child != NULL)
        g_ptr_array_insert (node->children, (gint) i, child);
    }
  if (node->children->len == 0)
    g_clear_pointer (&node, matchum_criterion_free);
  return node;
}

static MatchumCriterion *
take_years (GPtrArray *items)
{
  g_autoptr (GPtrArray) found = new_nodes ();
  gboolean has_months = FALSE;

  for (guint i = 0; i < items->len; i++)
    has_months |= get_item (items, i)->kind == MATCHUM_ATOM_YEARS;
  for (guint i = items->len; i-- > 0;)
    {
      Item *item = g_ptr_array_index (items, i);

      if (!is_length (item))
        continue;
      if (item->kind != MATCHUM_ATOM_EQUIVALENT || !has_months)
        g_ptr_array_insert (found, 0, g_steal_pointer (&item->node));
      g_ptr_array_remove_index (items, i);
    }
  return join (MATCHUM_CRITERION_ALL, found);
}

static void
set_domain (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_YEARS && leaf->concepts->len == 0)
    g_array_append_vals (leaf->concepts, concepts->data, concepts->len);
}

static void
mark_career (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_career = TRUE;
}

/* One alternative: what it asks for, for how long. fields: of the degree on the other side of an "or". */
static MatchumCriterion *
build_side (Grammar *self, GPtrArray *items, gsize end, GArray *fields)
{
  g_autoptr (GArray) domain = g_array_new (FALSE, FALSE, sizeof (guint));
  static const char *const career[] = { "경력", "professional", NULL };
  gsize start = items->len > 0 ? get_item (items, 0)->span.start : end;
  MatchumCriterion *years = take_years (items);
  MatchumCriterion *rest;

  mark_roles (items);
  rest = build_list (self, items, end);
  visit_leaves (rest, add_concepts, domain);
  rest = prune_roles (rest);
  if (years == NULL)
    return rest;
  if (years->kind == MATCHUM_CRITERION_YEARS && gap_contains (self, start, end, career))
    visit_leaves (rest, mark_career, NULL);
  visit_leaves (years, set_domain, domain->len > 0 || fields == NULL ? domain : fields);
  return join_two (MATCHUM_CRITERION_ALL, rest, years);
}

static gboolean
splits_at (Grammar *self, GPtrArray *items, guint index, gsize end)
{
  const Item *left = get_item (items, index), *right = get_item (items, index + 1);

  if (!(get_gap (self, items, index, end).flags & MATCHUM_GAP_OR))
    return FALSE;
  return is_schooling (left) || is_schooling (right);
}

static MatchumCriterion *
build_alternatives (Grammar *self, GPtrArray *items, gsize end)
{
  g_autoptr (GPtrArray) sides = new_nodes ();
  g_autoptr (GPtrArray) side = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < items->len; i++)
    {
      gboolean is_cut = i + 1 < items->len && splits_at (self, items, i, end);

      g_array_append_val (cuts, is_cut);
      if (is_schooling (get_item (items, i)))
        g_array_append_vals (fields, get_item (items, i)->node->concepts->data,
                             get_item (items, i)->node->concepts->len);
    }
  for (guint i = 0; items->len > 0; i++)
    {
      gsize side_end = items->len > 1 ? get_item (items, 1)->span.start : end;
      MatchumCriterion *node;

      g_ptr_array_add (side, g_ptr_array_steal_index (items, 0));
      if (!g_array_index (cuts, gboolean, i) && items->len > 0)
        continue;
      node = build_side (self, side, side_end, fields);
      if (node != NULL)
        g_ptr_array_add (sides, node);
      g_ptr_array_set_size (side, 0);
    }
  return join (MATCHUM_CRITERION_ANY, sides);
}

static gboolean
is_of_kinds (Grammar *self, const Item *item, gboolean wants_tools)
{
  MatchumConceptKind kind;
  gboolean is_tool;

  if (item->node == NULL || item->node->kind != MATCHUM_CRITERION_CONCEPT || item->node->concepts->len == 0)
    return FALSE;
  kind = matchum_lexicon_get_concept (self->line->lexicon, g_array_index (item->node->concepts, guint, 0))->kind;
  is_tool = kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE || kind == MATCHUM_CONCEPT_LIBRARY
            || kind == MATCHUM_CONCEPT_TOOL || kind == MATCHUM_CONCEPT_PLATFORM;
  return is_tool == wants_tools;
}

/* "딥러닝 기반 자연어 이해", "데이터 드리븐 환경에서": what the rest is done with, where it is no tool. */
static void
mark_asides (Grammar *self, GPtrArray *items)
{
  static const char *const with[] = { "기반", "환경", "-based", "driven", NULL };

  for (guint i = 0; i + 1 < items->len; i++)
    {
      const Item *item = get_item (items, i);
      gsize from = item->span.end, to = get_item (items, i + 1)->span.start;

      if (!is_of_kinds (self, item, FALSE) || item->kind != MATCHUM_ATOM_SKILL || to <= from)
        continue;
      to = MIN (to, from + strlen ("환경") + 1);
      item->node->is_aside |= gap_contains (self, from, to, with);
      item->node->is_context |= gap_contains (self, from, to, with + 1);
    }
}

/* "영어로 회의와 문서 작성": what a language is used for is no skill of its own. */
static void
drop_language_uses (Grammar *self, GPtrArray *items)
{
  gboolean is_language = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = get_item (items, i);

      if (item->kind == MATCHUM_ATOM_LANGUAGE)
        is_language = TRUE;
      else if (is_language && item->kind == MATCHUM_ATOM_SKILL && is_of_kinds (self, item, FALSE))
        g_ptr_array_remove_index (items, i--);
      else
        is_language = FALSE;
    }
}

/* "CUDA programming", "Python 프로그래밍": the plain word behind a name asks for nothing more. */
static void
drop_plain_tails (Grammar *self, GPtrArray *items)
{
  const MatchumConcept *programming = matchum_lexicon_lookup (self->line->lexicon, "programming");

  for (guint i = items->len; i-- > 0 && items->len > 1;)
    {
      const Item *item = get_item (items, i);

      if (programming != NULL && item->node != NULL && item->node->kind == MATCHUM_CRITERION_CONCEPT
          && item->node->concepts->len > 0 && g_array_index (item->node->concepts, guint, 0) == programming->index)
        g_ptr_array_remove_index (items, i);
    }
}

static MatchumCriterion *
parse_range (Grammar *self, gsize start, gsize end, guint depth)
{
  g_autoptr (GPtrArray) items = collect_items (self, start, end, depth);

  if (items->len == 0)
    return NULL;
  mark_asides (self, items);
  drop_language_uses (self, items);
  drop_plain_tails (self, items);
  gather_degrees (self, items, end);
  gather_majors (self, items, end);
  return build_alternatives (self, items, end);
}

/* Tidying ------------------------------------------------------------------------------------------------------ */

static gboolean
is_member (MatchumLexicon *lexicon, const MatchumCriterion *member, const MatchumCriterion *head)
{
  if (member->kind != MATCHUM_CRITERION_CONCEPT || head->kind != MATCHUM_CRITERION_CONCEPT || member == head)
    return FALSE;
  for (guint i = 0; i < member->concepts->len; i++)
    for (guint k = 0; k < head->concepts->len; k++)
      if (g_array_index (member->concepts, guint, i) != g_array_index (head->concepts, guint, k)
          && matchum_lexicon_shows (lexicon, g_array_index (member->concepts, guint, i),
                                    g_array_index (head->concepts, guint, k)))
        return TRUE;
  return FALSE;
}

/* In "Workflow orchestration with Airflow or Dagster" the members say what is missing. */
static void
silence_heads (MatchumCriterion *node, MatchumLexicon *lexicon)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      MatchumCriterion *child = g_ptr_array_index (node->children, i);

      if (child->children != NULL)
        {
          silence_heads (child, lexicon);
          continue;
        }
      for (guint k = 0; k < node->children->len && node->kind == MATCHUM_CRITERION_ALL; k++)
        {
          const MatchumCriterion *other = g_ptr_array_index (node->children, k);

          for (guint m = 0; other->kind == MATCHUM_CRITERION_ANY && m < other->children->len; m++)
            child->is_silent |= is_member (lexicon, g_ptr_array_index (other->children, m), child);
        }
    }
}

/* The class that at least two members of an open list are kinds of, where it is one of few; G_MAXUINT where none. */
static guint
find_class (const MatchumCriterion *list, MatchumLexicon *lexicon)
{
  for (guint i = 0; i < list->children->len; i++)
    {
      const MatchumCriterion *child = g_ptr_array_index (list->children, i);
      const MatchumConcept *concept;

      if (child->kind != MATCHUM_CRITERION_CONCEPT || child->concepts->len == 0)
        continue;
      concept = matchum_lexicon_get_concept (lexicon, g_array_index (child->concepts, guint, 0));
      for (guint k = 0; k < concept->broader->len; k++)
        {
          guint broader = g_array_index (concept->broader, guint, k);
          guint n_members = 0;

          for (guint m = 0; m < list->children->len; m++)
            {
              const MatchumCriterion *other = g_ptr_array_index (list->children, m);

              n_members += other->kind == MATCHUM_CRITERION_CONCEPT && other->concepts->len > 0
                           && matchum_lexicon_is_kind_of (lexicon, g_array_index (other->concepts, guint, 0), broader);
            }
          if (n_members >= 2 && matchum_lexicon_get_concept (lexicon, broader)->kind == MATCHUM_CONCEPT_CATEGORY)
            return broader;
        }
    }
  return G_MAXUINT;
}

/* Whether one of its children is a class of another: the line names the class itself. */
static gboolean
has_head (const MatchumCriterion *list, MatchumLexicon *lexicon)
{
  for (guint i = 0; i < list->children->len; i++)
    for (guint k = 0; k < list->children->len; k++)
      if (is_member (lexicon, g_ptr_array_index (list->children, i), g_ptr_array_index (list->children, k)))
        return TRUE;
  return FALSE;
}

static gboolean
names_concept (const MatchumCriterion *node, guint concept)
{
  for (guint i = 0; i < node->concepts->len; i++)
    if (g_array_index (node->concepts, guint, i) == concept)
      return TRUE;
  return FALSE;
}

/* "ACL, EMNLP or similar": another of the same class counts as well, though the line does not name the class. */
static void
open_lists (MatchumCriterion *node, MatchumLexicon *lexicon)
{
  guint class_concept;
  MatchumCriterion *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    open_lists (g_ptr_array_index (node->children, i), lexicon);
  if (node->kind != MATCHUM_CRITERION_ANY || !node->is_open)
    return;
  class_concept = find_class (node, lexicon);
  if (class_concept == G_MAXUINT || has_head (node, lexicon))
    return;
  for (guint i = 0; i < node->children->len; i++)
    if (names_concept (g_ptr_array_index (node->children, i), class_concept))
      return;
  leaf = matchum_criterion_new (MATCHUM_CRITERION_CONCEPT, node->span, NULL);
  leaf->name = g_strdup (matchum_lexicon_get_concept (lexicon, class_concept)->name_en != NULL
                             ? matchum_lexicon_get_concept (lexicon, class_concept)->name_en
                             : matchum_lexicon_get_concept (lexicon, class_concept)->name_ko);
  leaf->is_silent = TRUE;
  g_array_append_val (leaf->concepts, class_concept);
  g_ptr_array_add (node->children, leaf);
}

static gboolean
is_same (const MatchumCriterion *a, const MatchumCriterion *b)
{
  if (a->kind != b->kind || a->concepts->len != b->concepts->len || a->concepts->len == 0
      || (a->kind != MATCHUM_CRITERION_CONCEPT && a->kind != MATCHUM_CRITERION_CERTIFICATE
          && a->kind != MATCHUM_CRITERION_LANGUAGE))
    return FALSE;
  return memcmp (a->concepts->data, b->concepts->data, a->concepts->len * sizeof (guint)) == 0;
}

/* Takes repeated children away, and nodes that are left with one child. Takes node and gives what is left of it. */
static MatchumCriterion *
simplify (MatchumCriterion *node)
{
  MatchumCriterion *only;

  if (node->children == NULL)
    return node;
  for (guint i = 0; i < node->children->len; i++)
    {
      for (guint k = node->children->len; k-- > i + 1;)
        if (is_same (g_ptr_array_index (node->children, i), g_ptr_array_index (node->children, k)))
          g_ptr_array_remove_index (node->children, k);
      only = simplify (g_ptr_array_steal_index (node->children, i));
      g_ptr_array_insert (node->children, (gint) i, only);
    }
  if (node->children->len > 1)
    return node;
  only = g_ptr_array_steal_index (node->children, 0);
  only->is_silent |= node->is_silent;
  matchum_criterion_free (node);
  return only;
}

static void
move_span (MatchumCriterion *node, gsize offset)
{
  node->span.start += offset;
  node->span.end += offset;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    move_span (g_ptr_array_index (node->children, i), offset);
}

/* Sentences and clauses ---------------------------------------------------------------------------------------- */

/* End of the sentence that starts at start. */
static gsize
find_sentence_end (const char *text, gsize start, gsize length)
{
  for (gsize i = start; i + 1 < length; i++)
    if ((strchr (".!?", text[i]) != NULL && text[i + 1] == ' ' && i >= start + 4 && text[i - 1] != '.'
         && !(i >= 2 && text[i - 2] == '.') && !g_str_has_prefix (text + i - 3, "etc"))
        || text[i] == ';' || text[i] == '\n')
      return i + 1;
  return length;
}

/* End of the clause: behind a Korean verb that goes on (있고, 하며). */
static gsize
find_clause_end (const char *text, gsize start, gsize end)
{
  for (gsize i = start + 6; i < end; i++)
    if (text[i] == ' ' || text[i] == ',')
      for (gsize k = 0; k < 3; k++)
        {
          static const char *const endings[] = { "고", "며", "면서" };
          gsize size = strlen (endings[k]);

          if (i >= start + size + 3 && memcmp (text + i - size, endings[k], size) == 0
              && memcmp (text + i - size, "광고", MIN (size, 6)) != 0 && (guchar) text[i - size - 1] >= 0x80
              && !(i >= start + 6 && memcmp (text + i - 6, "광고", 6) == 0)
              && !(i >= start + 6 && memcmp (text + i - 6, "재고", 6) == 0)
              && !(i >= start + 6 && memcmp (text + i - 6, "참고", 6) == 0)
              && !(i >= start + 6 && memcmp (text + i - 6, "사고", 6) == 0))
            return i;
        }
  return end;
}

static gboolean
is_firm (MatchumAtomLine *line, const MatchumAtom *atom, MatchumAttitude attitude)
{
  const MatchumConcept *concept;

  if (atom->kind == MATCHUM_ATOM_YEARS || atom->kind == MATCHUM_ATOM_DEGREE || atom->kind == MATCHUM_ATOM_CERTIFICATE
      || atom->kind == MATCHUM_ATOM_LANGUAGE)
    return TRUE;
  if (attitude == MATCHUM_ATTITUDE_STRONG || atom->criterion->concepts->len == 0)
    return FALSE;
  concept = matchum_lexicon_get_concept (line->lexicon, g_array_index (atom->criterion->concepts, guint, 0));
  return concept->kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE || concept->kind == MATCHUM_CONCEPT_LIBRARY
         || concept->kind == MATCHUM_CONCEPT_TOOL || concept->kind == MATCHUM_CONCEPT_PLATFORM;
}

/* Takes away the atoms of a clause that asks for an attitude only. Gives whether it does. */
static gboolean
drop_attitude (MatchumAtomLine *line, gsize start, gsize end)
{
  MatchumAttitude attitude = matchum_requirement_words_find_attitude (line->text + start, end - start);
  gboolean is_soft = attitude != MATCHUM_ATTITUDE_NONE;

  if (!is_soft)
    return FALSE;
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->span.start >= start && atom->span.end <= end && atom->criterion != NULL
          && is_firm (line, atom, attitude))
        is_soft = FALSE;
    }
  if (!is_soft)
    return FALSE;
  for (guint i = 0; i < line->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->span.start >= start && atom->span.end <= end)
        g_clear_pointer (&atom->criterion, matchum_criterion_free);
    }
  return TRUE;
}

static void
count_research (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->counts_research = TRUE;
}

static MatchumCriterion *
parse_sentence (Grammar *self, gsize start, gsize end, gboolean *is_phrase)
{
  static const char *const research[] = { "연구", "research", "academic", NULL };
  gboolean is_soft = FALSE;
  MatchumCriterion *node;

  for (gsize at = start; at < end;)
    {
      gsize clause = find_clause_end (self->line->text, at, end);

      is_soft |= drop_attitude (self->line, at, clause);
      at = clause;
    }
  node = parse_range (self, start, end, 0);
  if (node != NULL && matchum_requirement_words_contain (self->line->text + start, end - start, research))
    visit_leaves (node, count_research, NULL);
  *is_phrase = node == NULL;
  if (node == NULL && !is_soft && !self->line->has_attitude)
    node = matchum_requirement_phrase_parse (self->line, MATCHUM_SPAN (start, end));
  return node;
}

/* "Korean is a plus": said beside what is asked. */
static gboolean
is_extra (MatchumAtomLine *line, gsize start, gsize end)
{
  static const char *const words[] = { "is a plus", "a plus", "a bonus", "nice to have", "우대", "optional", NULL };

  return matchum_requirement_words_contain (line->text + start, end - start, words);
}

MatchumCriterion *
matchum_requirement_grammar_parse (const char *text, gsize length, gsize offset, MatchumLexicon *lexicon)
{
  g_autoptr (MatchumAtomLine) line = matchum_atom_line_new (text, length, lexicon);
  g_autofree gsize *closing = match_brackets (line->text, line->length);
  g_autoptr (GPtrArray) sentences = new_nodes ();
  Grammar self = { line, closing };
  MatchumCriterion *node;

  for (gsize at = 0; at < line->length;)
    {
      gsize end = find_sentence_end (line->text, at, line->length);
      gboolean is_phrase;

      node = parse_sentence (&self, at, end, &is_phrase);
      /* Bare words count only where no sentence before them asks for something known. */
      if (node != NULL && sentences->len > 0 && (is_phrase || is_extra (line, at, end)))
        g_clear_pointer (&node, matchum_criterion_free);
      if (node != NULL)
        g_ptr_array_add (sentences, node);
      at = end;
    }
  node = join (MATCHUM_CRITERION_ALL, sentences);
  if (node == NULL)
    return NULL;
  node = simplify (node);
  silence_heads (node, lexicon);
  open_lists (node, lexicon);
  move_span (node, offset);
  return node;
}
