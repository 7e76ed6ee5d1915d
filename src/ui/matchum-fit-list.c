/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words what is proposed, and moves the rows that are there to where they belong. */
#include "config.h"

#include "ui/matchum-fit-list.h"

#include <glib/gi18n-lib.h>

/* A row tells the gravest of what it means, and no more than these. */
#define MOST_EFFECTS 4

typedef struct {
  MatchumFitPlan *plan;
  MatchumWorkspace *workspace;
  MatchumFitProposal *proposal;
  MatchumPageFit *fit;
  MatchumMatch *match;
  MatchumResume *resume;
  GPtrArray *rows; /* of MatchumFitObject */
} Listing;

/* Words ----------------------------------------------------------------------------------------------------------- */

static const char *
get_requirement_text (MatchumMatch *match, guint requirement)
{
  return matchum_posting_line_get_text (
      matchum_requirement_get_line (matchum_match_get_requirement (match, requirement)));
}

static void
add_change (Listing *self, MatchumFitObject *object, const MatchumFitChange *change, gboolean is_back)
{
  MatchumStanding with = matchum_standing_find (change->before, change->was_listed_only);
  MatchumStanding without = matchum_standing_find (change->after, change->is_listed_only);
  MatchumStanding from = is_back ? without : with, to = is_back ? with : without;

  matchum_fit_object_add_effect (object, matchum_workspace_dup_requirement_key (self->workspace, change->requirement),
                                 to,
                                 /* Translators: what hiding or showing an item does to a requirement: its verdict
                                    before and after, and its words. */
                                 g_strdup_printf (_ ("%s → %s · %s"), matchum_standing_get_word (from),
                                                  matchum_standing_get_word (to),
                                                  get_requirement_text (self->match, change->requirement)));
}

/* Fewer items, or more, that show it, and the same verdict. */
static void
add_weakened (Listing *self, MatchumFitObject *object, guint requirement, gboolean is_back)
{
  const MatchumVerdict *before =
      matchum_coverage_get_verdict (matchum_page_fit_get_coverage_before (self->fit), requirement);
  const MatchumVerdict *after = matchum_coverage_get_verdict (matchum_page_fit_get_coverage (self->fit), requirement);
  guint n_before = matchum_verdict_count_blocks (before), n_after = matchum_verdict_count_blocks (after);
  MatchumStanding standing = matchum_verdict_get_standing (after);
  char *words;

  if (is_back)
    /* Translators: an item of the resume would show a requirement besides others; %s is the verdict, as it is: "Met".
     */
    words = g_strdup_printf (_ ("more evidence, %s as it is"), matchum_standing_get_word (standing));
  else if (n_before <= n_after)
    /* Translators: without an item of the resume, less shows a requirement; %s is the verdict, as it is: "Met". */
    words = g_strdup_printf (_ ("less evidence, still %s"), matchum_standing_get_word (standing));
  else
    /* Translators: how many items show a requirement before and after the resume is made to fit, and its verdict, which
     * stays as it is: "Met". */
    words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u → %u item, still %s", "%u → %u items, still %s", n_after),
                         n_before, n_after, matchum_standing_get_word (standing));
  matchum_fit_object_add_effect (object, matchum_workspace_dup_requirement_key (self->workspace, requirement), standing,
                                 words);
}

static void
add_effects (Listing *self, MatchumFitObject *object, const MatchumFitBlock *block, gboolean is_back)
{
  guint n_effects = block->worsened->len + block->weakened->len;
  guint n_shown = n_effects > MOST_EFFECTS ? MOST_EFFECTS - 1 : n_effects;

  for (guint i = 0; i < n_shown; i++)
    if (i < block->worsened->len)
      add_change (self, object, &g_array_index (block->worsened, MatchumFitChange, i), is_back);
    else
      add_weakened (self, object, g_array_index (block->weakened, guint, i - block->worsened->len), is_back);
  if (n_effects > n_shown)
    matchum_fit_object_add_effect (object, NULL, MATCHUM_STANDING_SOFT,
                                   /* Translators: so many more requirements than there is room for. */
                                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more requirement",
                                                                 "and %u more requirements", n_effects - n_shown),
                                                    n_effects - n_shown));
}

/* How many items go with a heading. */
static char *
dup_extent (Listing *self, guint index)
{
  MatchumVisibility *visibility = matchum_coverage_get_visibility (matchum_page_fit_get_coverage_before (self->fit));
  const MatchumBlock *block = matchum_resume_get_block (self->resume, index);
  guint n_items = 0;

  for (guint i = index + 1; i < block->end; i++)
    n_items += matchum_resume_get_block (self->resume, i)->kind == MATCHUM_BLOCK_ITEM
               && matchum_visibility_is_visible (visibility, i);
  if (n_items == 0)
    return NULL;
  /* Translators: under the heading of a job or a project, or under an item with others within it, that would go. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "with %u item under it", "with %u items under it", n_items),
                          n_items);
}

char *
matchum_fit_dup_cost (MatchumWorkspace *workspace, const MatchumFitBlock *block)
{
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  if (block->cost == MATCHUM_FIT_COST_NOTHING)
    return g_strdup (_ ("costs nothing"));
  if (block->worsened->len == 0)
    return g_strdup (_ ("fewer items, same verdict"));
  words = g_string_new (NULL);
  for (guint i = 0; i < MIN (block->worsened->len, MOST_EFFECTS - 1); i++)
    {
      const MatchumFitChange *change = &g_array_index (block->worsened, MatchumFitChange, i);
      g_autofree char *key = matchum_workspace_dup_requirement_key (workspace, change->requirement);

      /* Translators: what hiding an item does to a requirement: its key, its verdict before and after. */
      g_string_append_printf (
          words, _ ("%s %s → %s"), key,
          matchum_standing_get_word (matchum_standing_find (change->before, change->was_listed_only)),
          matchum_standing_get_word (matchum_standing_find (change->after, change->is_listed_only)));
      if (i + 1 < MIN (block->worsened->len, MOST_EFFECTS - 1))
        g_string_append (words, " · ");
    }
  if (block->worsened->len > MOST_EFFECTS - 1)
    g_string_append_printf (words, " · +%u", block->worsened->len - (MOST_EFFECTS - 1));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static MatchumFitObject *
add_block (Listing *self, MatchumFitRowKind kind, guint index, guint n_lines)
{
  const MatchumBlock *block = matchum_resume_get_block (self->resume, index);
  MatchumFitObject *object = matchum_fit_object_new (kind, block->id, matchum_block_get_text (block));

  matchum_fit_object_set_n_lines (object, n_lines);
  g_ptr_array_add (self->rows, object);
  return object;
}

static void
add_group (Listing *self, const char *id, const char *title, guint count)
{
  MatchumFitObject *object = matchum_fit_object_new (MATCHUM_FIT_ROW_GROUP, id, title);

  matchum_fit_object_set_count (object, count);
  g_ptr_array_add (self->rows, object);
}

static void
add_hidden (Listing *self, const MatchumFitBlock *block)
{
  MatchumFitObject *object = add_block (self, MATCHUM_FIT_ROW_HIDDEN, block->block, block->n_lines);

  matchum_fit_object_take_detail (object, dup_extent (self, block->block));
  add_effects (self, object, block, FALSE);
}

static void
add_kept (Listing *self, const MatchumBlock *block, const MatchumFitKept *kept)
{
  MatchumFitObject *object = add_block (self, MATCHUM_FIT_ROW_KEPT, block->index, kept->n_lines);

  /* Translators: under an item that was to be hidden, and is not. */
  matchum_fit_object_take_detail (object, g_strdup (_ ("Kept · will be pinned")));
}

static const MatchumFitKept *
find_kept (Listing *self, const char *id)
{
  GPtrArray *kept = matchum_fit_plan_get_kept (self->plan);

  for (guint i = 0; i < kept->len; i++)
    if (g_str_equal (((const MatchumFitKept *) kept->pdata[i])->id, id))
      return kept->pdata[i];
  return NULL;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MatchumResume *resume = user_data;
  const MatchumBlock *left = matchum_resume_lookup (resume, matchum_fit_object_get_id (*(MatchumFitObject *const *) a));
  const MatchumBlock *right =
      matchum_resume_lookup (resume, matchum_fit_object_get_id (*(MatchumFitObject *const *) b));

  return (left->index > right->index) - (left->index < right->index);
}

static const char *
get_group_title (Listing *self, MatchumFitCost cost)
{
  switch (cost)
    {
    case MATCHUM_FIT_COST_VERDICT:
      /* Translators: a heading over items that would be hidden: doing so makes the verdict on a requirement worse. */
      return _ ("A verdict worsens");
    case MATCHUM_FIT_COST_LISTED:
      /* Translators: a heading over items that would be hidden: a list of skills alone shows a requirement then. */
      return _ ("Left to a skills list");
    case MATCHUM_FIT_COST_FEWER:
      /* Translators: a heading over items that would be hidden: requirements have less evidence then. */
      return _ ("Fewer items, same verdict");
    case MATCHUM_FIT_COST_NOTHING:
    case MATCHUM_N_FIT_COSTS:
    default:
      /* Translators: headings over items that would be hidden; the second where the posting asks for nothing. */
      return matchum_page_fit_has_requirements (self->fit) ? _ ("Costs nothing") : _ ("Would go");
    }
}

static void
add_cost (Listing *self, MatchumFitCost cost)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (self->fit), *kept = matchum_fit_plan_get_kept (self->plan);
  g_autoptr (GPtrArray) above = g_steal_pointer (&self->rows);
  g_autofree char *id = g_strdup_printf ("cost-%d", (int) cost);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hidden->len; i++)
    if (((const MatchumFitBlock *) hidden->pdata[i])->cost == cost)
      add_hidden (self, hidden->pdata[i]);
  for (guint i = 0; i < kept->len; i++)
    {
      const MatchumFitKept *one = kept->pdata[i];
      const MatchumBlock *block = matchum_resume_lookup (self->resume, one->id);
      gboolean is_top;

      if (block != NULL && one->cost == cost
          && matchum_fit_proposal_find_hidden (self->proposal, block->index, &is_top) == NULL)
        add_kept (self, block, one);
    }
  if (self->rows->len > 0)
    {
      g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);

      g_ptr_array_sort_with_data (rows, compare_rows, self->resume);
      self->rows = g_steal_pointer (&above);
      add_group (self, id, get_group_title (self, cost), rows->len);
      g_ptr_array_extend_and_steal (self->rows, g_steal_pointer (&rows));
      return;
    }
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&above);
}

static void
add_coming_back (Listing *self, GPtrArray *blocks, MatchumFitRowKind kind, const char *id, const char *title)
{
  if (blocks->len == 0)
    return;
  add_group (self, id, title, blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      const MatchumFitBlock *block = blocks->pdata[i];

      add_effects (self, add_block (self, kind, block->block, block->n_lines), block, TRUE);
    }
}

static void
add_uncovered (Listing *self)
{
  GArray *uncovered = matchum_page_fit_get_uncovered (self->fit);
  MatchumCoverage *before = matchum_page_fit_get_coverage_before (self->fit);

  if (uncovered->len == 0)
    return;
  /* Translators: a heading over requirements that no item of the resume meets. */
  add_group (self, "uncovered", _ ("Not met whatever stays"), uncovered->len);
  for (guint i = 0; i < uncovered->len; i++)
    {
      guint requirement = g_array_index (uncovered, guint, i);
      MatchumStanding standing = matchum_verdict_get_standing (matchum_coverage_get_verdict (before, requirement));
      g_autofree char *id = g_strdup_printf ("requirement-%u", requirement);
      MatchumFitObject *object =
          matchum_fit_object_new (MATCHUM_FIT_ROW_UNCOVERED, id, get_requirement_text (self->match, requirement));

      matchum_fit_object_set_requirement (object, requirement);
      matchum_fit_object_add_effect (object, matchum_workspace_dup_requirement_key (self->workspace, requirement),
                                     standing, g_strdup (matchum_standing_get_word (standing)));
      g_ptr_array_add (self->rows, object);
    }
}

static void
add_pinned (Listing *self)
{
  GArray *pinned = matchum_fit_proposal_get_pinned (self->proposal);

  if (pinned->len == 0)
    return;
  /* Translators: a heading over items that fill more pages than there are to be. */
  add_group (self, "pinned", _ ("Pinned or kept, so they must stay"), pinned->len);
  for (guint i = 0; i < pinned->len; i++)
    {
      guint index = g_array_index (pinned, guint, i);
      const MatchumBlock *block = matchum_resume_get_block (self->resume, index);
      const MatchumFitKept *kept = find_kept (self, block->id);

      if (kept != NULL)
        add_kept (self, block, kept);
      else
        add_block (self, MATCHUM_FIT_ROW_PINNED, index, matchum_fit_proposal_count_lines (self->proposal, index));
    }
}

static void
list_rows (Listing *self)
{
  if (matchum_page_fit_get_status (self->fit) == MATCHUM_FIT_INFEASIBLE)
    {
      add_pinned (self);
      return;
    }
  if (matchum_page_fit_get_status (self->fit) == MATCHUM_FIT_NONE)
    {
      add_coming_back (self, matchum_fit_proposal_get_returnable (self->proposal), MATCHUM_FIT_ROW_RETURNABLE,
                       /* Translators: a heading over hidden items for which there is room on the page. */
                       "returnable", _ ("Hidden, and would still fit"));
      return;
    }
  for (MatchumFitCost cost = MATCHUM_FIT_COST_VERDICT; cost < MATCHUM_N_FIT_COSTS; cost++)
    add_cost (self, cost);
  add_coming_back (self, matchum_page_fit_get_returning (self->fit), MATCHUM_FIT_ROW_RETURNING, "returning",
                   /* Translators: a heading over items for which there would be room, were a page one line longer. */
                   _ ("One more line would bring back"));
  add_uncovered (self);
}

/* Moving rows ----------------------------------------------------------------------------------------------------- */

/* A block may be a row of its own, and what one more line brings back another. */
static char *
dup_key (MatchumFitObject *object)
{
  MatchumFitRowKind kind = matchum_fit_object_get_kind (object);

  return g_strdup_printf ("%d %s", kind == MATCHUM_FIT_ROW_KEPT ? MATCHUM_FIT_ROW_HIDDEN : kind,
                          matchum_fit_object_get_id (object));
}

/* The rows as they are to be, with the objects that are there already. */
static void
take_known (GPtrArray *rows, GListStore *store)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      MatchumFitObject *object = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_hash_table_insert (known, dup_key (object), object);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *key = dup_key (rows->pdata[i]);
      MatchumFitObject *object = g_hash_table_lookup (known, key);

      if (object == NULL)
        continue;
      matchum_fit_object_become (object, rows->pdata[i]);
      g_object_unref (rows->pdata[i]);
      rows->pdata[i] = g_object_ref (object);
    }
}

/* How many rows are the same at the start, or at the end. */
static guint
count_same (GListStore *store, GPtrArray *rows, guint limit, gboolean is_end)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store)), n_same = 0;

  for (; n_same < limit; n_same++)
    {
      g_autoptr (MatchumFitObject) there =
          g_list_model_get_item (G_LIST_MODEL (store), is_end ? n_items - 1 - n_same : n_same);

      if (there != rows->pdata[is_end ? rows->len - 1 - n_same : n_same])
        break;
    }
  return n_same;
}

/* In one change: GTK keeps the widgets of what is taken out and put in again. */
static void
put_in_order (GListStore *store, GPtrArray *rows)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store)), n_shorter = MIN (n_items, rows->len);
  guint n_start = count_same (store, rows, n_shorter, FALSE);
  guint n_end = count_same (store, rows, n_shorter - n_start, TRUE);

  if (n_start + n_end < MAX (n_items, rows->len))
    g_list_store_splice (store, n_start, n_items - n_start - n_end, rows->pdata + n_start, rows->len - n_start - n_end);
}

void
matchum_fit_list_update (GListStore *store, MatchumFitPlan *plan)
{
  g_autoptr (GPtrArray) rows = NULL;
  MatchumFitProposal *proposal;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (MATCHUM_IS_FIT_PLAN (plan));

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  proposal = matchum_fit_plan_get_proposal (plan);
  if (proposal != NULL)
    {
      Listing listing = { plan,
                          matchum_fit_plan_get_workspace (plan),
                          proposal,
                          matchum_fit_proposal_get_fit (proposal),
                          matchum_fit_proposal_get_match (proposal),
                          NULL,
                          g_steal_pointer (&rows) };

      listing.resume = matchum_match_get_resume (listing.match);
      list_rows (&listing);
      rows = listing.rows;
    }
  take_known (rows, store);
  put_in_order (store, rows);
}
