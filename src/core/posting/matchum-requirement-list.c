/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words between things as "all of" and "one of". */
#include "config.h"

#include "posting/matchum-requirement-list.h"

#include "posting/matchum-criterion-tree.h"

static gboolean
may_join (const MatchumRequirementItem *item)
{
  return item->kind == MATCHUM_ATOM_SKILL || item->kind == MATCHUM_ATOM_WORD || item->kind == MATCHUM_ATOM_FIELD
         || item->kind == MATCHUM_ATOM_QUALIFIER || item->kind == MATCHUM_ATOM_ROLE;
}

/* Whether a leaf stands for a kind of work or a class of things, which a word before it narrows. */
static gboolean
is_kind (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (node, lexicon);

  return concept != NULL
         && (concept->kind == MATCHUM_CONCEPT_CATEGORY || concept->kind == MATCHUM_CONCEPT_METHOD
             || concept->kind == MATCHUM_CONCEPT_TASK);
}

/* What is published, patented or won is so on a subject. */
static gboolean
has_subject (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  static const char *const ids[] = { "publication", "patent", "kaggle-competition", "hackathon", NULL };
  const MatchumConcept *concept = matchum_criterion_find_concept (node, lexicon);

  return concept != NULL && g_strv_contains (ids, concept->id);
}

/* Whether the node names a subject: a known thing, or one with examples of it behind. */
static gboolean
is_subject (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  if (node->kind == MATCHUM_CRITERION_ANY)
    node = g_ptr_array_index (node->children, 0);
  return matchum_criterion_find_concept (node, lexicon) != NULL && !node->is_scale && !node->is_context;
}

/* A word, a class or a whole kind of work narrows what follows it; known methods and tools may as well stand beside it.
 */
static gboolean
may_narrow (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (node, lexicon);

  if (node->is_scale || node->is_context || node->is_aside || node->is_role)
    return FALSE;
  if (concept == NULL)
    return node->kind == MATCHUM_CRITERION_WORD;
  return concept->kind == MATCHUM_CONCEPT_CATEGORY || concept->kind == MATCHUM_CONCEPT_FUNCTION;
}

/* "API 테스트 도구", "UI 자동화 테스트(Espresso 등)": what stands before a kind of thing narrows it, and both are one.
 * Where examples hang on the kind, the whole of it is what they are examples of. */
static MatchumCriterion *
join_compound (MatchumRequirementReader *self, GPtrArray *nodes)
{
  MatchumCriterion *last = g_ptr_array_index (nodes, nodes->len - 1);
  MatchumCriterion *list = last->kind == MATCHUM_CRITERION_ANY ? last : NULL;
  MatchumCriterion *head = list != NULL ? g_ptr_array_index (list->children, 0) : last;
  gboolean is_on_subject = has_subject (head, self->line->lexicon);
  MatchumCriterion *compound;
  MatchumSpan span;

  if (!is_on_subject && !is_kind (head, self->line->lexicon))
    return NULL;
  for (guint i = 0; i + 1 < nodes->len; i++)
    if (!may_narrow (g_ptr_array_index (nodes, i), self->line->lexicon)
        && !(is_on_subject && is_subject (g_ptr_array_index (nodes, i), self->line->lexicon)))
      return NULL;
  g_ptr_array_steal_index (nodes, nodes->len - 1);
  if (list != NULL)
    g_ptr_array_steal_index (list->children, 0);
  g_ptr_array_add (nodes, head);
  compound = matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, nodes);
  compound->is_compound = TRUE;
  span = compound->span;
  compound->name = g_strstrip (
      g_strndup (matchum_folded_text_get_original (self->line->folded) + span.start, matchum_span_get_length (span)));
  if (list == NULL)
    return compound;
  g_ptr_array_insert (list->children, 0, compound);
  list->span.start = MIN (list->span.start, span.start);
  return list;
}

/* Whether the item at index and the next stand side by side with nothing between. */
static gboolean
is_joined (MatchumRequirementReader *self, GPtrArray *items, guint index)
{
  return matchum_requirement_items_is_joined (self, items, index)
         && may_join (matchum_requirement_items_get (items, index))
         && may_join (matchum_requirement_items_get (items, index + 1));
}

/* Things side by side with nothing between ("Android 앱") are one element of a list. Moves index to the last. */
static MatchumCriterion *
take_element (MatchumRequirementReader *self, GPtrArray *items, guint *index)
{
  g_autoptr (GPtrArray) nodes = NULL;
  MatchumCriterion *compound;

  /* Most stand by themselves. */
  if (!is_joined (self, items, *index))
    return g_steal_pointer (&((MatchumRequirementItem *) g_ptr_array_index (items, *index))->node);
  nodes = matchum_criterion_tree_new_nodes ();
  for (;;)
    {
      MatchumRequirementItem *item = g_ptr_array_index (items, *index);

      if (item->node != NULL)
        g_ptr_array_add (nodes, g_steal_pointer (&item->node));
      if (!is_joined (self, items, *index))
        break;
      (*index)++;
    }
  matchum_criterion_tree_mark_wholes (nodes, self->line->lexicon);
  matchum_criterion_tree_mark_heads (nodes, self->line->lexicon);
  compound = nodes->len > 1 ? join_compound (self, nodes) : NULL;
  return compound != NULL ? compound : matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, nodes);
}

/* What the connectors of a run have in common. */
typedef struct {
  gboolean has_or;
  gboolean has_and;
} Joints;

static Joints
sum_up (GArray *connectors)
{
  Joints joints = { FALSE, FALSE };
  guint n_slashes = 0;

  for (guint i = 0; i < connectors->len; i++)
    {
      guint flags = g_array_index (connectors, guint, i);

      joints.has_or |= (flags & MATCHUM_GAP_OR) != 0;
      joints.has_and |= (flags & MATCHUM_GAP_AND) != 0;
      n_slashes += (flags & MATCHUM_GAP_LIST) == MATCHUM_GAP_SLASH;
    }
  joints.has_or |= n_slashes > 0 && n_slashes == connectors->len;
  return joints;
}

/* One of the elements will do, or count of them. */
static MatchumCriterion *
join_any (GPtrArray *elements, gboolean is_open, guint count)
{
  MatchumCriterion *node = matchum_criterion_tree_join (MATCHUM_CRITERION_ANY, elements);

  if (node->kind != MATCHUM_CRITERION_ANY)
    return node;
  node->is_open = is_open;
  if (count > 1)
    {
      node->kind = MATCHUM_CRITERION_AT_LEAST;
      node->count = count;
    }
  return node;
}

/* Slashes bind closest; where there is an "or" besides, all but the "or" does. */
static gboolean
binds_closely (guint connector, gboolean has_or)
{
  guint list = connector & MATCHUM_GAP_LIST;

  return has_or ? list != 0 && !(list & MATCHUM_GAP_OR) : list == MATCHUM_GAP_SLASH;
}

/* Joins those of the elements that are bound closely first. */
static MatchumCriterion *
join_nested (GPtrArray *elements, GArray *connectors, gboolean has_or)
{
  g_autoptr (GPtrArray) outer = matchum_criterion_tree_new_nodes ();
  g_autoptr (GPtrArray) inner = matchum_criterion_tree_new_nodes ();

  for (guint i = 0; elements->len > 0; i++)
    {
      g_ptr_array_add (inner, g_ptr_array_steal_index (elements, 0));
      if (elements->len > 0 && i < connectors->len && binds_closely (g_array_index (connectors, guint, i), has_or))
        continue;
      g_ptr_array_add (outer,
                       matchum_criterion_tree_join (has_or ? MATCHUM_CRITERION_ALL : MATCHUM_CRITERION_ANY, inner));
    }
  return matchum_criterion_tree_join (has_or ? MATCHUM_CRITERION_ANY : MATCHUM_CRITERION_ALL, outer);
}

/* Puts elements together that connectors (one between each two) join. */
static MatchumCriterion *
join_run (GPtrArray *elements, GArray *connectors, gboolean is_any, gboolean is_open, guint count)
{
  Joints joints = sum_up (connectors);

  if (is_any || (joints.has_or && !joints.has_and))
    return join_any (elements, is_open, count);
  return elements->len > 1 ? join_nested (elements, connectors, joints.has_or) : g_ptr_array_steal_index (elements, 0);
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

static gboolean
may_be_class (const MatchumRequirementItem *item)
{
  return may_join (item) || item->kind == MATCHUM_ATOM_CERTIFICATE;
}

/* "A, B 등 class": the class counts as well, silently; "A, B 중 하나 이상의 class": the list is closed. */
static MatchumCriterion *
take_class (MatchumRequirementReader *self,
            GPtrArray *items,
            guint *index,
            gsize end,
            MatchumGap *after,
            MatchumCriterion *node)
{
  MatchumCriterion *class_node;
  gboolean is_open = (after->flags & MATCHUM_GAP_ETC) != 0;

  /* "회귀, 분류 등 머신러닝": a member that is not known stands before the 등. */
  if (!(after->flags & (MATCHUM_GAP_ETC | MATCHUM_GAP_OF))
      || after->flags & (MATCHUM_GAP_BREAK | (is_open ? MATCHUM_GAP_OR | MATCHUM_GAP_AND : MATCHUM_GAP_LIST))
      || *index + 1 >= items->len || !may_be_class (matchum_requirement_items_get (items, *index + 1))
      || matchum_requirement_items_get (items, *index + 1)->kind == MATCHUM_ATOM_QUALIFIER)
    return node;
  (*index)++;
  class_node = take_element (self, items, index);
  *after = matchum_requirement_items_get_gap (self, items, *index, end);
  if (class_node == NULL)
    return node;
  if (!is_open)
    {
      matchum_criterion_free (class_node);
      return node;
    }
  matchum_criterion_tree_visit_leaves (class_node, matchum_criterion_tree_silence_cb, NULL);
  class_node->is_silent = TRUE;
  node = matchum_criterion_tree_join_two (MATCHUM_CRITERION_ANY, node, class_node);
  node->is_open = TRUE;
  return node;
}

/* "SQL 활용 능력 및 Python, R 중 하나": the list starts behind an "and" that closes a phrase. Takes what is before. */
static MatchumCriterion *
split_run (GPtrArray *elements, GArray *connectors)
{
  g_autoptr (GPtrArray) first = matchum_criterion_tree_new_nodes ();
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
take_run (MatchumRequirementReader *self, GPtrArray *items, guint *index, gsize end, gboolean is_any, MatchumGap *after)
{
  g_autoptr (GPtrArray) elements = matchum_criterion_tree_new_nodes ();
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
      *after = matchum_requirement_items_get_gap (self, items, *index, end);
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
  return matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, before,
                                          take_class (self, items, index, end, after, node));
}

static MatchumCriterion *
join_pieces (GArray *pieces, MatchumLexicon *lexicon)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) any = NULL;

  if (pieces->len == 1)
    return g_steal_pointer (&g_array_index (pieces, Piece, 0).node);
  all = matchum_criterion_tree_new_nodes ();
  any = matchum_criterion_tree_new_nodes ();
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->node != NULL)
        g_ptr_array_add (any, g_steal_pointer (&piece->node));
      if (piece->or_next && i + 1 < pieces->len)
        continue;
      if (any->len > 0)
        g_ptr_array_add (all, matchum_criterion_tree_join (MATCHUM_CRITERION_ANY, any));
    }
  matchum_criterion_tree_mark_wholes (all, lexicon);
  return matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, all);
}

/* "ML tooling such as A, B or C": the head moves in among its examples. */
static MatchumCriterion *
move_head (GArray *pieces, MatchumCriterion *node)
{
  Piece *head = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

  if (head == NULL || head->node == NULL || head->node->children != NULL)
    return node;
  head->node->is_detail = TRUE;
  node = matchum_criterion_tree_join_two (MATCHUM_CRITERION_ANY, node, g_steal_pointer (&head->node));
  node->is_open = TRUE;
  return node;
}

MatchumCriterion *
matchum_requirement_list_build (MatchumRequirementReader *self, GPtrArray *items, gsize end)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  MatchumGap before = { 0, 1 };

  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  if (items->len > 0)
    {
      gsize first = matchum_requirement_items_get (items, 0)->span.start;
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
  return join_pieces (pieces, self->line->lexicon);
}
