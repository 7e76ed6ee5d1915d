/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting trees of criteria together and tidying them. */
#include "config.h"

#include "posting/matchum-criterion-tree.h"

#include <string.h>

/* Moves all children of from, which is left without any, to the end of node's. */
static void
move_children (MatchumCriterion *from, MatchumCriterion *node)
{
  for (guint i = 0; i < from->children->len; i++)
    g_ptr_array_add (node->children, g_steal_pointer (&from->children->pdata[i]));
  g_ptr_array_set_size (from->children, 0);
}

/* Adds a child, or its children where it is of the same kind. Takes the child. */
static void
add_child (MatchumCriterion *node, MatchumCriterion *child)
{
  node->span.start = MIN (node->span.start, child->span.start);
  node->span.end = MAX (node->span.end, child->span.end);
  if (child->kind == node->kind && node->kind != MATCHUM_CRITERION_AT_LEAST && !child->is_compound)
    {
      move_children (child, node);
      node->is_open |= child->is_open;
      matchum_criterion_free (child);
    }
  else
    g_ptr_array_add (node->children, child);
}

/* Joins children under one node; one child stands for itself. Takes the children. */
MatchumCriterion *
matchum_criterion_tree_join (MatchumCriterionKind kind, GPtrArray *children)
{
  MatchumCriterion *node;

  if (children->len == 0)
    return NULL;
  if (children->len == 1)
    return g_ptr_array_steal_index (children, 0);
  node = matchum_criterion_new (kind, MATCHUM_SPAN (G_MAXSIZE, 0), NULL);
  for (guint i = 0; i < children->len; i++)
    add_child (node, g_steal_pointer (&children->pdata[i]));
  g_ptr_array_set_size (children, 0);
  return node;
}

GPtrArray *
matchum_criterion_tree_new_nodes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_criterion_free);
}

MatchumCriterion *
matchum_criterion_tree_join_two (MatchumCriterionKind kind, MatchumCriterion *first, MatchumCriterion *second)
{
  MatchumCriterion *node;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  node = matchum_criterion_new (kind, MATCHUM_SPAN (G_MAXSIZE, 0), NULL);
  add_child (node, first);
  add_child (node, second);
  return node;
}

void
matchum_criterion_tree_visit_leaves (MatchumCriterion *node, GFunc visit, gpointer data)
{
  if (node == NULL)
    return;
  if (node->children == NULL)
    {
      visit (node, data);
      return;
    }
  for (guint i = 0; i < node->children->len; i++)
    matchum_criterion_tree_visit_leaves (g_ptr_array_index (node->children, i), visit, data);
}

void
matchum_criterion_tree_silence_cb (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_silent = TRUE;
}

void
matchum_criterion_tree_detail_cb (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_detail = TRUE;
}

void
matchum_criterion_tree_add_concepts_cb (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_CONCEPT && !leaf->is_context && !leaf->is_scale && !leaf->is_aside)
    g_array_append_vals (concepts, leaf->concepts->data, leaf->concepts->len);
}

gboolean
matchum_criterion_tree_is_product (const MatchumCriterion *leaf, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (leaf, lexicon);

  return concept != NULL && matchum_concept_kind_is_product (concept->kind);
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
MatchumCriterion *
matchum_criterion_tree_prune_roles (MatchumCriterion *node)
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
      MatchumCriterion *child = matchum_criterion_tree_prune_roles (g_ptr_array_steal_index (node->children, i));

      if (child != NULL)
        g_ptr_array_insert (node->children, (gint) i, child);
    }
  if (node->children->len == 0)
    g_clear_pointer (&node, matchum_criterion_free);
  return node;
}

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

/* In "Workflow orchestration with Airflow or Dagster" the members say what is missing, and the head where all of it is.
 */
void
matchum_criterion_tree_silence_heads (MatchumCriterion *node, MatchumLexicon *lexicon)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      MatchumCriterion *child = g_ptr_array_index (node->children, i);

      if (child->children != NULL)
        {
          matchum_criterion_tree_silence_heads (child, lexicon);
          continue;
        }
      for (guint k = 0; k < node->children->len && node->kind == MATCHUM_CRITERION_ALL; k++)
        {
          const MatchumCriterion *other = g_ptr_array_index (node->children, k);

          for (guint m = 0; other->kind == MATCHUM_CRITERION_ANY && m < other->children->len; m++)
            if (is_member (lexicon, g_ptr_array_index (other->children, m), child))
              {
                child->is_detail = child->span.start < other->span.start;
                child->is_silent |= !child->is_detail;
              }
        }
    }
}

static gboolean
is_function (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (node, lexicon);

  return concept != NULL && concept->kind == MATCHUM_CONCEPT_FUNCTION;
}

/* Whether the node asks for something that is no function, and no how. */
static gboolean
is_particular (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (is_particular (g_ptr_array_index (node->children, i), lexicon))
      return TRUE;
  return node->children == NULL && node->kind != MATCHUM_CRITERION_YEARS && !node->is_aside && !node->is_context
         && !node->is_scale && !node->is_silent && !node->is_role && !is_function (node, lexicon);
}

/* "디자인 조직 리딩", "marketing in Japan": the whole of one's work shows nothing of a line that asks for a part of it.
 */
void
matchum_criterion_tree_mark_wholes (GPtrArray *nodes, MatchumLexicon *lexicon)
{
  gboolean has_particular = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    has_particular |= is_particular (g_ptr_array_index (nodes, i), lexicon);
  for (guint i = 0; has_particular && i < nodes->len; i++)
    {
      MatchumCriterion *node = g_ptr_array_index (nodes, i);

      node->is_whole |= is_function (node, lexicon);
    }
}

/* "transaction monitoring", "핀터레스트 광고": what an unknown word stands before shows nothing of both by itself. */
void
matchum_criterion_tree_mark_heads (GPtrArray *nodes, MatchumLexicon *lexicon)
{
  gboolean has_word = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      MatchumCriterion *node = g_ptr_array_index (nodes, i);

      node->is_whole |= has_word && node->kind == MATCHUM_CRITERION_CONCEPT && !node->is_scale && !node->is_context
                        && !matchum_criterion_tree_is_product (node, lexicon);
      has_word |= node->kind == MATCHUM_CRITERION_WORD && !node->is_scale && !node->is_context && !node->is_aside;
    }
}

/* The class that at least two members of an open list are kinds of, where it is one of few; G_MAXUINT where none. */
static guint
find_class (const MatchumCriterion *list, MatchumLexicon *lexicon)
{
  for (guint i = 0; i < list->children->len; i++)
    {
      const MatchumCriterion *child = g_ptr_array_index (list->children, i);
      const MatchumConcept *concept = matchum_criterion_find_concept (child, lexicon);

      for (guint k = 0; concept != NULL && k < concept->n_broader; k++)
        {
          guint broader = concept->broader[k];
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

/* The last silent member of a list, which says what the others are; NULL where there is none. */
static MatchumCriterion *
find_silent_class (const MatchumCriterion *list)
{
  MatchumCriterion *last = g_ptr_array_index (list->children, list->children->len - 1);

  return last->is_silent && last->kind == MATCHUM_CRITERION_CONCEPT && last->concepts->len > 0 ? last : NULL;
}

static gboolean
is_language (const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = matchum_criterion_find_concept (node, lexicon);

  return concept != NULL && concept->kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE;
}

/* "Python과 scikit-learn, XGBoost 등 ML 라이브러리": a language before a list of what is none is asked for beside one
 * of the list. */
static void
part_stranger (MatchumCriterion *node, MatchumLexicon *lexicon)
{
  MatchumCriterion *head = node->children->len >= 4 ? find_silent_class (node) : NULL;
  const guint class_concept = head != NULL ? g_array_index (head->concepts, guint, 0) : G_MAXUINT;
  MatchumCriterion *rest;

  if (head == NULL || !is_language (g_ptr_array_index (node->children, 0), lexicon))
    return;
  for (guint i = 1; i + 1 < node->children->len; i++)
    {
      const MatchumConcept *concept = matchum_criterion_find_concept (g_ptr_array_index (node->children, i), lexicon);

      if (concept == NULL || concept->kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE
          || !matchum_lexicon_is_kind_of (lexicon, concept->index, class_concept))
        return;
    }
  rest = matchum_criterion_new (MATCHUM_CRITERION_ANY, node->span, NULL);
  while (node->children->len > 1)
    g_ptr_array_add (rest->children, g_ptr_array_steal_index (node->children, 1));
  rest->is_open = TRUE;
  node->kind = MATCHUM_CRITERION_ALL;
  node->is_open = FALSE;
  g_ptr_array_add (node->children, rest);
}

/* "ACL, EMNLP or similar": another of the same class counts as well, though the line does not name the class. */
void
matchum_criterion_tree_open_lists (MatchumCriterion *node, MatchumLexicon *lexicon)
{
  guint class_concept;
  MatchumCriterion *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    matchum_criterion_tree_open_lists (g_ptr_array_index (node->children, i), lexicon);
  if (node->kind != MATCHUM_CRITERION_ANY || !node->is_open)
    return;
  part_stranger (node, lexicon);
  if (node->kind != MATCHUM_CRITERION_ANY)
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

void
matchum_criterion_tree_bound_count (MatchumCriterion *node)
{
  if (node->kind == MATCHUM_CRITERION_AT_LEAST)
    node->count = MIN (node->count, node->children->len);
}

/* Takes repeated children away, and nodes that are left with one child. Takes node and gives what is left of it. */
MatchumCriterion *
matchum_criterion_tree_simplify (MatchumCriterion *node)
{
  MatchumCriterion *only;

  if (node->children == NULL)
    return node;
  for (guint i = 0; i < node->children->len; i++)
    {
      for (guint k = node->children->len; k-- > i + 1;)
        if (is_same (g_ptr_array_index (node->children, i), g_ptr_array_index (node->children, k)))
          g_ptr_array_remove_index (node->children, k);
      only = matchum_criterion_tree_simplify (g_ptr_array_steal_index (node->children, i));
      g_ptr_array_insert (node->children, (gint) i, only);
    }
  matchum_criterion_tree_bound_count (node);
  if (node->children->len > 1)
    return node;
  only = g_ptr_array_steal_index (node->children, 0);
  only->is_silent |= node->is_silent;
  only->is_detail |= node->is_detail;
  matchum_criterion_free (node);
  return only;
}

/* So many bytes stand between two languages of a list: ", ", "와 ", " 및 ", " and "; more say something of the first.
 */
#define LANGUAGE_GAP_BYTES 5

/* Whether a level is asked for of a language, or none yet. */
static gboolean
has_level (const MatchumCriterion *node, gboolean is_said)
{
  return node->kind == MATCHUM_CRITERION_LANGUAGE && node->score == 0 && (node->level > 0) == is_said;
}

/* "영어, 일본어 비즈니스 회화": the level stands behind all of them. */
static void
share_level_before (MatchumCriterion *node)
{
  for (guint i = node->children->len - 1; i > 0; i--)
    {
      MatchumCriterion *child = g_ptr_array_index (node->children, i - 1);
      const MatchumCriterion *next = g_ptr_array_index (node->children, i);

      if (has_level (child, FALSE) && has_level (next, TRUE)
          && next->span.start <= child->span.end + LANGUAGE_GAP_BYTES)
        child->level = next->level;
    }
}

/* "German or French, professional working proficiency": a level that is said of one language of a list is said of all.
 */
void
matchum_criterion_tree_share_levels (MatchumCriterion *node)
{
  guint level = 0;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      MatchumCriterion *child = g_ptr_array_index (node->children, i);

      matchum_criterion_tree_share_levels (child);
      if (has_level (child, TRUE))
        level = MAX (level, child->level);
    }
  for (guint i = 0; node->kind == MATCHUM_CRITERION_ANY && i < node->children->len; i++)
    {
      MatchumCriterion *child = g_ptr_array_index (node->children, i);

      if (has_level (child, FALSE))
        child->level = level;
    }
  if (node->kind == MATCHUM_CRITERION_ALL)
    share_level_before (node);
}

void
matchum_criterion_tree_move (MatchumCriterion *node, gsize offset)
{
  node->span.start += offset;
  node->span.end += offset;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    matchum_criterion_tree_move (g_ptr_array_index (node->children, i), offset);
}
