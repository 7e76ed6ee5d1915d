/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts what a line asks for where it asks for two lengths of experience. */
#include "config.h"

#include "posting/matchum-requirement-lengths.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "text/matchum-word-list.h"

static gboolean
is_length (const MatchumRequirementItem *item)
{
  return item->kind == MATCHUM_ATOM_YEARS && item->node != NULL && item->node->kind == MATCHUM_CRITERION_YEARS
         && item->node->months > 0;
}

/* The place of the first length from index from on; the number of items where there is none. */
static guint
find_length (GPtrArray *items, guint from)
{
  while (from < items->len && !is_length (matchum_requirement_items_get (items, from)))
    from++;
  return from;
}

static gboolean
has_domain (GPtrArray *items, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (item->kind == MATCHUM_ATOM_SKILL || item->kind == MATCHUM_ATOM_WORD || item->kind == MATCHUM_ATOM_ROLE
          || item->kind == MATCHUM_ATOM_FIELD)
        return TRUE;
    }
  return FALSE;
}

/* Degrees have lengths of their own: "학사 5년 이상, 석사 3년 이상". */
static gboolean
has_degree (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (item->kind == MATCHUM_ATOM_DEGREE || item->is_major)
        return TRUE;
    }
  return FALSE;
}

/* Where "그중", "including" begins between two places; to where it does not. */
static gsize
find_marker (MatchumRequirementReader *self, gsize from, gsize to)
{
  static const char *const markers[] = { "그중", "그 중", "이 중 ", "이중 ", "including", "of which", "with at least" };
  gsize first = to;

  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      const char *place = g_strstr_len (self->line->text + from, (gssize) (to - from), markers[i]);

      if (place != NULL)
        first = MIN (first, (gsize) (place - self->line->text));
    }
  return first;
}

static gboolean
has_ending (MatchumRequirementReader *self, GPtrArray *items, guint length)
{
  static MatchumWordList endings = MATCHUM_WORD_LIST ("of them|of those|of these|of which");

  return matchum_word_list_ends (&endings, self->line->text, matchum_requirement_items_get (items, length)->span.end);
}

/* Whether the second length is one of the years of the first: "three of them", "그중 2년". */
static gboolean
is_within (MatchumRequirementReader *self, GPtrArray *items, guint first, guint second)
{
  gsize from = matchum_requirement_items_get (items, first)->span.end;
  gsize to = matchum_requirement_items_get (items, second)->span.start;

  return has_ending (self, items, second) || (from < to && find_marker (self, from, to) < to);
}

/* The first item that belongs to the second length. */
static guint
find_cut (MatchumRequirementReader *self, GPtrArray *items, guint first, guint second)
{
  gsize from = matchum_requirement_items_get (items, first)->span.end;
  gsize to = matchum_requirement_items_get (items, second)->span.start;
  gsize marker = from < to ? find_marker (self, from, to) : to;
  guint cut = first + 1;

  if (marker < to)
    {
      while (cut < second && matchum_requirement_items_get (items, cut)->span.start < marker)
        cut++;
      return cut;
    }
  /* What lengths are in stands before each of them, or behind. */
  return has_domain (items, 0, first) && !has_ending (self, items, second) ? first + 1 : second;
}

GPtrArray *
matchum_requirement_lengths_take_first (MatchumRequirementReader *self, GPtrArray *items, gboolean *is_or)
{
  guint first = find_length (items, 0), second = find_length (items, first + 1), cut;
  gboolean is_inner;
  GPtrArray *taken;

  if (second >= items->len || has_degree (items))
    return NULL;
  cut = find_cut (self, items, first, second);
  is_inner = is_within (self, items, first, second);
  if (!has_domain (items, cut, items->len) || (!is_inner && !has_domain (items, 0, cut)))
    {
      if (is_inner)
        g_ptr_array_remove_index (items, second); /* in nothing that is known: it asks for no more than the other */
      return NULL;
    }
  matchum_requirement_items_get (items, second)->node->is_inner = is_inner;
  *is_or = (matchum_requirement_items_get_gap (self, items, cut - 1, 0).flags & MATCHUM_GAP_OR) != 0;
  taken = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_requirement_item_free);
  for (guint i = 0; i < cut; i++)
    g_ptr_array_add (taken, g_ptr_array_steal_index (items, 0));
  return taken;
}

static void
add_domain_cb (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_YEARS)
    g_array_append_vals (concepts, leaf->concepts->data, leaf->concepts->len);
}

static void
set_rivals_cb (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;
  const GArray *concepts = user_data;

  if (leaf->kind != MATCHUM_CRITERION_YEARS)
    return;
  if (leaf->rivals == NULL)
    leaf->rivals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (leaf->rivals, concepts->data, concepts->len);
}

MatchumCriterion *
matchum_requirement_lengths_join (MatchumCriterion *first, MatchumCriterion *second, gboolean is_or)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!is_or)
    return matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, first, second);
  matchum_criterion_tree_visit_leaves (first, add_domain_cb, one);
  matchum_criterion_tree_visit_leaves (second, add_domain_cb, other);
  matchum_criterion_tree_visit_leaves (first, set_rivals_cb, other);
  matchum_criterion_tree_visit_leaves (second, set_rivals_cb, one);
  return matchum_criterion_tree_join_two (MATCHUM_CRITERION_ANY, first, second);
}

void
matchum_requirement_lengths_add_aside_cb (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_CONCEPT && leaf->is_aside && !leaf->is_context && !leaf->is_scale)
    g_array_append_vals (concepts, leaf->concepts->data, leaf->concepts->len);
}
