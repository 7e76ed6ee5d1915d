/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the tree of a requirement, with the evidence found for its leaves, into formulas: the rules are those of
 * matchum-coverage.c, and tests hold one against the other. */
#include "config.h"

#include "match/matchum-verdict-form.h"

#include <string.h>

#include "match/matchum-amount-place.h"
#include "match/matchum-coverage-private.h"
#include "match/matchum-judged-claims.h"
#include "match/matchum-match-private.h"

/* Spells of one leaf beyond these are left out, as nobody has worked in so many places. */
#define MAX_SPELLS 200
#define N_LOOKED_BACK 32

/* What is asked of the forms of one part. */
typedef struct {
  MatchumMatch *match;
  const MatchumCriterion *root;
  GPtrArray *claims;
  MatchumVisibility *nothing; /* all hidden, */
  MatchumVisibility *all;     /* and nothing hidden */
  MatchumForm *work;          /* something that is asked is shown by work in a job */
  GPtrArray *unlisted;        /* of MatchumForm: evidence beside skills lists */
  gboolean has_evidence;      /* any at all */
} Forming;

/* What a node comes to. */
typedef struct {
  MatchumForm *shown;
  MatchumForm *begun;
} Pair;

/* Forms ----------------------------------------------------------------------------------------------------------- */

static void
form_free (gpointer data)
{
  MatchumForm *self = data;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->spells, g_array_unref);
  g_free (self);
}

static MatchumForm *
form_new (MatchumFormKind kind)
{
  MatchumForm *self = g_new0 (MatchumForm, 1);

  self->kind = kind;
  if (kind == MATCHUM_FORM_ALL || kind == MATCHUM_FORM_ANY || kind == MATCHUM_FORM_AT_LEAST || kind == MATCHUM_FORM_NOT)
    self->children = g_ptr_array_new_with_free_func (form_free);
  return self;
}

static MatchumForm *
form_new_block (guint block)
{
  MatchumForm *self = form_new (MATCHUM_FORM_BLOCK);

  self->block = block;
  return self;
}

static MatchumForm *
form_copy (const MatchumForm *self)
{
  MatchumForm *copy = form_new (self->kind);

  copy->block = self->block;
  copy->count = self->count;
  copy->spells = self->spells != NULL ? g_array_ref (self->spells) : NULL;
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    g_ptr_array_add (copy->children, form_copy (g_ptr_array_index (self->children, i)));
  return copy;
}

/* Only among the last few, which is where the same block comes again: several spans of it are evidence. */
static gboolean
has_same_block (const MatchumForm *self, guint block)
{
  for (guint i = self->children->len > N_LOOKED_BACK ? self->children->len - N_LOOKED_BACK : 0; i < self->children->len;
       i++)
    {
      const MatchumForm *child = g_ptr_array_index (self->children, i);

      if (child->kind == MATCHUM_FORM_BLOCK && child->block == block)
        return TRUE;
    }
  return FALSE;
}

/* Takes child. What changes nothing is left out. */
static void
form_add (MatchumForm *self, MatchumForm *child)
{
  MatchumFormKind idle = self->kind == MATCHUM_FORM_ALL ? MATCHUM_FORM_ALWAYS : MATCHUM_FORM_NEVER;

  if (self->kind != MATCHUM_FORM_AT_LEAST
      && (child->kind == idle || (child->kind == MATCHUM_FORM_BLOCK && has_same_block (self, child->block))))
    {
      form_free (child);
      return;
    }
  g_ptr_array_add (self->children, child);
}

/* Takes self, and gives the same more simply where that can be. */
static MatchumForm *
form_settle (MatchumForm *self)
{
  const MatchumFormKind end = self->kind == MATCHUM_FORM_ALL ? MATCHUM_FORM_NEVER : MATCHUM_FORM_ALWAYS;
  MatchumForm *settled = NULL;

  if (self->kind != MATCHUM_FORM_ALL && self->kind != MATCHUM_FORM_ANY)
    return self;
  for (guint i = 0; i < self->children->len && settled == NULL; i++)
    if (((const MatchumForm *) g_ptr_array_index (self->children, i))->kind == end)
      settled = form_new (end);
  if (settled == NULL && self->children->len == 0)
    settled = form_new (self->kind == MATCHUM_FORM_ALL ? MATCHUM_FORM_ALWAYS : MATCHUM_FORM_NEVER);
  if (settled == NULL && self->children->len == 1)
    settled = g_ptr_array_steal_index (self->children, 0);
  if (settled == NULL)
    return self;
  form_free (self);
  return settled;
}

/* Both are taken. */
static MatchumForm *
join (MatchumFormKind kind, MatchumForm *first, MatchumForm *second)
{
  MatchumForm *both = form_new (kind);

  form_add (both, first);
  form_add (both, second);
  return form_settle (both);
}

static MatchumForm *
negate (MatchumForm *taken)
{
  MatchumForm *self;

  if (taken->kind == MATCHUM_FORM_NEVER || taken->kind == MATCHUM_FORM_ALWAYS)
    {
      taken->kind = taken->kind == MATCHUM_FORM_NEVER ? MATCHUM_FORM_ALWAYS : MATCHUM_FORM_NEVER;
      return taken;
    }
  self = form_new (MATCHUM_FORM_NOT);
  g_ptr_array_add (self->children, taken);
  return self;
}

static void
replace (MatchumForm **form, MatchumForm *with)
{
  form_free (*form);
  *form = with;
}

/* Leaves ---------------------------------------------------------------------------------------------------------- */

/* One of the blocks from those of an array of guint. */
static MatchumForm *
form_new_any_block (GArray *blocks)
{
  MatchumForm *any = form_new (MATCHUM_FORM_ANY);

  for (guint i = 0; i < blocks->len; i++)
    form_add (any, form_new_block (g_array_index (blocks, guint, i)));
  return form_settle (any);
}

/* What has to be visible for evidence to count. */
static MatchumForm *
form_evidence (Forming *self, const MatchumCriterion *leaf, const MatchumEvidence *evidence)
{
  g_autoptr (GArray) beside = NULL;

  if (matchum_judged_claims_deny (self->claims, leaf, evidence->block)
      || !matchum_coverage_is_to_the_point (self->match, self->all, self->root, self->claims, leaf, evidence))
    return form_new (MATCHUM_FORM_NEVER);
  if (leaf->kind != MATCHUM_CRITERION_AMOUNT)
    return form_new_block (evidence->block);
  beside = matchum_amount_place_find (self->match, self->root, evidence->block);
  if (beside == NULL)
    return form_new_block (evidence->block);
  return join (MATCHUM_FORM_ALL, form_new_block (evidence->block), form_new_any_block (beside));
}

static MatchumForm *
form_months (Forming *self, const MatchumLeafEvidence *leaf)
{
  MatchumForm *form = form_new (MATCHUM_FORM_MONTHS);

  form->count = leaf->months;
  form->spells = g_array_new (FALSE, FALSE, sizeof (MatchumFormSpell));
  for (guint i = 0; i < leaf->spells->len && form->spells->len < MAX_SPELLS; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);
      MatchumDateRange range = matchum_date_range_credit (&spell->range, matchum_match_get_as_of (self->match));
      MatchumFormSpell own = { spell->entry, range.first, range.last };

      if (range.first <= range.last && !matchum_judged_claims_deny (self->claims, leaf->leaf, spell->entry))
        g_array_append_val (form->spells, own);
    }
  if (form->count > 0)
    return form;
  form->kind = MATCHUM_FORM_ALWAYS;
  g_clear_pointer (&form->spells, g_array_unref);
  return form;
}

/* Notes what of a leaf stands outside skills lists, where it counts for anything. */
static void
note_unlisted (Forming *self, const MatchumEvidence *evidence, const MatchumForm *form)
{
  if (form->kind == MATCHUM_FORM_NEVER)
    return;
  self->has_evidence = TRUE;
  if (!evidence->is_listed)
    g_ptr_array_add (self->unlisted, form_copy (form));
}

static Pair
form_leaf (Forming *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, node);
  MatchumForm *shown = form_new (MATCHUM_FORM_ANY), *begun = form_new (MATCHUM_FORM_ANY);
  MatchumForm *job = form_new (MATCHUM_FORM_ANY);

  if (leaf != NULL && leaf->is_given)
    {
      form_add (shown, form_new (MATCHUM_FORM_ALWAYS));
      form_add (begun, form_new (MATCHUM_FORM_ALWAYS));
    }
  for (guint i = 0; leaf != NULL && i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);
      MatchumForm *form = form_evidence (self, node, evidence);

      note_unlisted (self, evidence, form);
      if (evidence->is_job && !matchum_judged_claims_deny (self->claims, node, evidence->block))
        form_add (job, form_new_block (evidence->block));
      if (!evidence->is_weak && leaf->spells == NULL)
        form_add (shown, form_copy (form));
      form_add (begun, form);
    }
  shown = form_settle (shown);
  begun = form_settle (begun);
  job = form_settle (job);
  if (leaf != NULL && leaf->spells != NULL)
    replace (&shown, join (MATCHUM_FORM_ALL, form_copy (begun), form_months (self, leaf)));
  if (leaf != NULL && node->is_context)
    {
      shown = join (MATCHUM_FORM_ANY, shown, form_copy (self->work));
      begun = join (MATCHUM_FORM_ANY, begun, form_copy (self->work));
    }
  if (leaf != NULL && node->is_career)
    begun = join (MATCHUM_FORM_ALL, begun, g_steal_pointer (&job));
  if (node->is_aside || node->is_whole)
    replace (&begun, form_new (MATCHUM_FORM_NEVER));
  g_clear_pointer (&job, form_free);
  return (Pair){ shown, begun };
}

/* Nodes ----------------------------------------------------------------------------------------------------------- */

/* What a person said that holds whatever is visible, and one link. */
static GPtrArray *
list_claims_with (Forming *self, MatchumPlacedClaim *link)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < self->claims->len; i++)
    {
      MatchumPlacedClaim *placed = g_ptr_array_index (self->claims, i);

      if (placed == link || placed->claim->kind != MATCHUM_CLAIM_LINK)
        g_ptr_array_add (claims, placed);
    }
  return claims;
}

/* The blocks that a person linked to the criterion, each enough while it is visible. */
static MatchumForm *
form_links (Forming *self, const MatchumCriterion *node)
{
  MatchumForm *any = form_new (MATCHUM_FORM_ANY);

  for (guint i = 0; self->claims != NULL && i < self->claims->len; i++)
    {
      MatchumPlacedClaim *placed = g_ptr_array_index (self->claims, i);
      g_autoptr (GPtrArray) claims = NULL;

      if (placed->claim->kind != MATCHUM_CLAIM_LINK)
        continue;
      claims = list_claims_with (self, placed);
      if (matchum_judged_claims_get_stance (claims, self->all, node) == MATCHUM_STANCE_HAVE)
        form_add (any, form_new_block (placed->block));
    }
  return form_settle (any);
}

/* What a person said, whatever is visible; and by links. */
static MatchumStance
get_stances (Forming *self, const MatchumCriterion *node, MatchumForm **links)
{
  MatchumStance stance = matchum_judged_claims_get_stance (self->claims, self->nothing, node);

  *links = stance == MATCHUM_STANCE_HAVE ? form_new (MATCHUM_FORM_NEVER) : form_links (self, node);
  return stance;
}

static MatchumForm *
form_together (Forming *self, const MatchumCriterion *node)
{
  g_autoptr (GArray) blocks = matchum_coverage_find_together (self->match, self->root, self->claims, node);

  return form_new_any_block (blocks);
}

static Pair form_node (Forming *self, const MatchumCriterion *node);

/* What is shown in pieces that do not come together is not even begun. */
static void
bind_compound (Forming *self, const MatchumCriterion *node, Pair *pair)
{
  MatchumForm *together = form_together (self, node);
  MatchumForm *apart = join (MATCHUM_FORM_ALL, form_copy (pair->shown), negate (form_copy (together)));

  pair->shown = join (MATCHUM_FORM_ALL, pair->shown, together);
  pair->begun = join (MATCHUM_FORM_ALL, pair->begun, negate (apart));
}

static Pair
form_children (Forming *self, const MatchumCriterion *node)
{
  const guint n = node->children->len;
  const guint count = MIN (node->count, n);
  MatchumFormKind kind = node->kind == MATCHUM_CRITERION_ALL                      ? MATCHUM_FORM_ALL
                         : node->kind == MATCHUM_CRITERION_AT_LEAST && count != 1 ? MATCHUM_FORM_AT_LEAST
                                                                                  : MATCHUM_FORM_ANY;
  Pair pair = { form_new (kind), form_new (MATCHUM_FORM_ANY) };

  pair.shown->count = count;
  for (guint i = 0; i < n; i++)
    {
      Pair child = form_node (self, g_ptr_array_index (node->children, i));

      form_add (pair.shown, child.shown);
      form_add (pair.begun, child.begun);
    }
  pair.shown = form_settle (pair.shown);
  pair.begun = form_settle (pair.begun);
  if (node->is_compound)
    bind_compound (self, node, &pair);
  return pair;
}

static Pair
form_node (Forming *self, const MatchumCriterion *node)
{
  Pair pair = node->children != NULL ? form_children (self, node) : form_leaf (self, node);
  MatchumForm *links;
  MatchumStance stance = get_stances (self, node, &links);

  if (stance != MATCHUM_STANCE_NONE)
    {
      MatchumFormKind kind = stance == MATCHUM_STANCE_HAVE ? MATCHUM_FORM_ALWAYS : MATCHUM_FORM_NEVER;

      replace (&pair.shown, form_new (kind));
      replace (&pair.begun, form_new (node->is_aside || node->is_whole ? MATCHUM_FORM_NEVER : kind));
    }
  if (links->kind != MATCHUM_FORM_NEVER)
    {
      g_ptr_array_add (self->unlisted, form_copy (links));
      pair.shown = join (MATCHUM_FORM_ANY, pair.shown, form_copy (links));
      if (!node->is_aside && !node->is_whole)
        pair.begun = join (MATCHUM_FORM_ANY, pair.begun, form_copy (links));
    }
  form_free (links);
  return pair;
}

/* Adds to any what shows that something was done at work. */
static void
find_work (Forming *self, const MatchumCriterion *node, MatchumForm *any)
{
  const MatchumLeafEvidence *leaf;
  MatchumForm *links;
  MatchumStance stance;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    find_work (self, g_ptr_array_index (node->children, i), any);
  if (node->children != NULL || node->is_context || node->is_scale)
    return;
  stance = get_stances (self, node, &links);
  form_add (any, links);
  if (stance == MATCHUM_STANCE_HAVE)
    form_add (any, form_new (MATCHUM_FORM_ALWAYS));
  leaf = stance == MATCHUM_STANCE_NONE ? matchum_match_get_leaf (self->match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (evidence->is_job && !evidence->is_weak && !matchum_judged_claims_deny (self->claims, node, evidence->block))
        form_add (any, form_new_block (evidence->block));
    }
}

static MatchumForm *
form_work (Forming *self)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);
  MatchumForm *any = form_new (MATCHUM_FORM_ANY);

  if (!self->root->is_context)
    find_work (self, self->root, any);
  for (guint i = 0; self->root->is_context && i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->section == MATCHUM_SECTION_EXPERIENCE)
      form_add (any, form_new_block (i));
  return form_settle (any);
}

/* Parts ----------------------------------------------------------------------------------------------------------- */

static void
add_part (MatchumVerdictForm *self, Forming *forming)
{
  Pair pair;

  forming->work = form_work (forming);
  pair = form_node (forming, forming->root);
  form_add (self->begun, form_copy (pair.shown));
  form_add (self->begun, pair.begun);
  form_add (self->met, pair.shown);
  form_free (forming->work);
}

/* Whether evidence outside of lists shows something; or whether there is no evidence to be of lists alone. */
static MatchumForm *
form_unlisted (GPtrArray *unlisted, gboolean has_evidence)
{
  MatchumForm *any = form_new (MATCHUM_FORM_ANY);

  for (guint i = 0; i < unlisted->len; i++)
    form_add (any, form_copy (g_ptr_array_index (unlisted, i)));
  if (!has_evidence)
    form_add (any, form_new (MATCHUM_FORM_ALWAYS));
  return form_settle (any);
}

static MatchumVisibility *
hide_all (MatchumResume *resume, MatchumVisibility *all)
{
  g_autofree guint8 *is_hidden = g_malloc (matchum_resume_get_n_blocks (resume) + 1);

  memset (is_hidden, 1, matchum_resume_get_n_blocks (resume) + 1);
  return matchum_visibility_with_all_hidden (all, is_hidden);
}

MatchumVerdictForm *
matchum_verdict_form_new (MatchumMatch *match, guint index)
{
  g_autoptr (MatchumVisibility) all = NULL;
  g_autoptr (MatchumVisibility) nothing = NULL;
  g_autoptr (GPtrArray) unlisted = NULL;
  MatchumRequirement *requirement;
  MatchumVerdictForm *self;
  Forming forming = { .match = match };
  gboolean is_had = FALSE;

  g_return_val_if_fail (match != NULL, NULL);
  g_return_val_if_fail (index < matchum_match_get_n_requirements (match), NULL);

  requirement = matchum_match_get_requirement (match, index);
  if (matchum_requirement_is_soft (requirement))
    return NULL;
  all = matchum_visibility_new_all (matchum_match_get_resume (match));
  nothing = hide_all (matchum_match_get_resume (match), all);
  unlisted = g_ptr_array_new_with_free_func (form_free);
  forming.claims = matchum_match_find_claims (match, requirement);
  forming.all = all;
  forming.nothing = nothing;
  forming.unlisted = unlisted;

  self = g_new0 (MatchumVerdictForm, 1);
  self->met = form_new (MATCHUM_FORM_ALL);
  self->begun = form_new (MATCHUM_FORM_ANY);
  for (guint i = 0; i < matchum_requirement_get_n_parts (requirement); i++)
    {
      forming.root = matchum_requirement_get_part (requirement, i)->criterion;
      if (forming.root == NULL)
        continue;
      add_part (self, &forming);
      is_had |= matchum_judged_claims_have (forming.claims, forming.root);
    }
  self->met = form_settle (self->met);
  self->begun = form_settle (self->begun);
  self->worked =
      join (MATCHUM_FORM_ALL, form_copy (self->met), form_unlisted (unlisted, forming.has_evidence && !is_had));
  return self;
}

void
matchum_verdict_form_free (MatchumVerdictForm *self)
{
  form_free (self->met);
  form_free (self->begun);
  form_free (self->worked);
  g_free (self);
}

/* Truth ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_months (const MatchumForm *self, const guint8 *is_visible)
{
  g_autofree MatchumDateRange *ranges = g_new0 (MatchumDateRange, self->spells->len + 1);
  gsize n = 0;

  for (guint i = 0; i < self->spells->len; i++)
    {
      const MatchumFormSpell *spell = &g_array_index (self->spells, MatchumFormSpell, i);

      if (!is_visible[spell->block])
        continue;
      ranges[n].first = spell->first;
      ranges[n++].last = spell->last;
    }
  return matchum_date_range_count_months (ranges, n, (MatchumDay){ 9999, 12, 31 }) >= self->count;
}

static guint
count_true (const MatchumForm *self, const guint8 *is_visible)
{
  guint n = 0;

  for (guint i = 0; i < self->children->len; i++)
    n += matchum_form_is_true (g_ptr_array_index (self->children, i), is_visible);
  return n;
}

static gboolean
has_true (const MatchumForm *self, const guint8 *is_visible, gboolean wanted)
{
  for (guint i = 0; i < self->children->len; i++)
    if (matchum_form_is_true (g_ptr_array_index (self->children, i), is_visible) == wanted)
      return TRUE;
  return FALSE;
}

gboolean
matchum_form_is_true (const MatchumForm *self, const guint8 *is_visible)
{
  switch (self->kind)
    {
    case MATCHUM_FORM_ALWAYS:
      return TRUE;
    case MATCHUM_FORM_BLOCK:
      return is_visible[self->block];
    case MATCHUM_FORM_ALL:
      return !has_true (self, is_visible, FALSE);
    case MATCHUM_FORM_ANY:
      return has_true (self, is_visible, TRUE);
    case MATCHUM_FORM_AT_LEAST:
      return count_true (self, is_visible) >= self->count;
    case MATCHUM_FORM_MONTHS:
      return has_months (self, is_visible);
    case MATCHUM_FORM_NOT:
      return !matchum_form_is_true (g_ptr_array_index (self->children, 0), is_visible);
    case MATCHUM_FORM_NEVER:
    default:
      return FALSE;
    }
}
