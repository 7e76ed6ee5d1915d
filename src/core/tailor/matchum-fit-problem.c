/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up what may be chosen under a page budget, and judges choices. */
#include "config.h"

#include "tailor/matchum-fit-problem.h"

#include <math.h>
#include <string.h>

#include "tailor/matchum-block-worth.h"

/* Heights are counted in hundredths of a point. */
#define HUNDREDTHS 100.0
/* Lines that fit but for the error of sums of binary fractions, on each page. */
#define SLACK 0.01

#define REQUIRED_BEGUN 40
#define REQUIRED_MET 60
#define REQUIRED_WORKED 15
#define PREFERRED_BEGUN 12
#define PREFERRED_MET 18
#define PREFERRED_WORKED 5
#define EACH_PRIORITY 20

/* The place among the blocks decides only where the worth is the same. */
#define N_RANKS 256

static void
requirement_free (gpointer data)
{
  MatchumFitRequirement *self = data;

  matchum_verdict_form_free (self->form);
  g_free (self);
}

void
matchum_fit_problem_free (MatchumFitProblem *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_array_unref (self->items[i].requirements);
  g_free (self->items);
  g_free (self->n_lines);
  g_ptr_array_unref (self->requirements);
  matchum_visibility_unref (self->base);
  g_free (self);
}

/* What may be chosen ---------------------------------------------------------------------------------------------- */

static void
keep (MatchumFitProblem *self, guint block)
{
  while (block != MATCHUM_BLOCK_NONE && self->items[block].place == MATCHUM_FIT_FREE)
    {
      self->items[block].place = MATCHUM_FIT_IN;
      block = self->items[block].parent;
    }
}

/* Dates come and go with their entry, pinned or not. */
static gboolean
has_to_stay (MatchumFitProblem *self, const MatchumBlock *block, gboolean allows_gaps)
{
  return block->kind == MATCHUM_BLOCK_TITLE || block->section == MATCHUM_SECTION_CONTACT
         || (matchum_visibility_is_pinned (self->base, block->index) && !block->is_dates)
         || (matchum_block_is_job (block) && !allows_gaps);
}

static gboolean
ends_with_colon (const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);

  return g_str_has_suffix (text, ":") || g_str_has_suffix (text, "：");
}

/* Sections and entries; and an item that only announces those within it: "Led the move to the cloud:". */
static gboolean
needs_child (MatchumFitProblem *self, const MatchumBlock *block)
{
  if (block->kind == MATCHUM_BLOCK_ITEM ? !ends_with_colon (block)
                                        : block->kind != MATCHUM_BLOCK_SECTION && block->kind != MATCHUM_BLOCK_ENTRY)
    return FALSE;
  return block->end > block->index + 1 && !matchum_block_is_job (block)
         && !matchum_visibility_is_pinned (self->base, block->index);
}

static void
init_items (MatchumFitProblem *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      MatchumFitItem *item = &self->items[i];

      item->leader = i;
      item->parent = block->parent;
      item->end = block->end;
      item->place = matchum_visibility_is_visible (self->base, i) ? MATCHUM_FIT_FREE : MATCHUM_FIT_OUT;
      item->requirements = g_array_new (FALSE, FALSE, sizeof (guint));
      item->needs_child = needs_child (self, block);
    }
}

/* Whether a child of parent is a paragraph with a list right under it. */
static gboolean
introduces (MatchumFitProblem *self, const MatchumBlock *parent, guint index)
{
  const MatchumBlock *block = matchum_resume_get_block (self->resume, index);

  return block->kind == MATCHUM_BLOCK_PARAGRAPH && !block->is_dates && parent->dated_by != index
         && self->items[index].place != MATCHUM_FIT_OUT && block->end < parent->end
         && matchum_resume_get_block (self->resume, block->end)->kind == MATCHUM_BLOCK_ITEM;
}

/* Whether there are several lists under a block, so that items without their paragraph would be taken for those of
 * another. */
static gboolean
has_lists (MatchumFitProblem *self, const MatchumBlock *parent)
{
  gboolean has_items = FALSE;

  for (guint i = parent->index + 1; i < parent->end; i = matchum_resume_get_block (self->resume, i)->end)
    {
      if (has_items && introduces (self, parent, i))
        return TRUE;
      has_items |= matchum_resume_get_block (self->resume, i)->kind == MATCHUM_BLOCK_ITEM;
    }
  return FALSE;
}

/* Puts items under the paragraphs that head them. */
static void
group_items (MatchumFitProblem *self, const MatchumBlock *parent)
{
  gboolean is_divided = has_lists (self, parent);
  guint head = MATCHUM_BLOCK_NONE;

  for (guint i = parent->index + 1; i < parent->end; i = matchum_resume_get_block (self->resume, i)->end)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);

      if (block->kind != MATCHUM_BLOCK_ITEM)
        head = introduces (self, parent, i) && (is_divided || ends_with_colon (block)) ? i : MATCHUM_BLOCK_NONE;
      else if (head != MATCHUM_BLOCK_NONE)
        {
          self->items[i].parent = head;
          self->items[head].end = block->end;
          self->items[head].needs_child = !matchum_visibility_is_pinned (self->base, head);
        }
    }
}

static void
place_items (MatchumFitProblem *self, gboolean allows_gaps)
{
  init_items (self);
  for (guint i = 0; i < self->n_items; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);

      if (block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_ENTRY)
        group_items (self, block);
    }
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].place == MATCHUM_FIT_FREE
        && has_to_stay (self, matchum_resume_get_block (self->resume, i), allows_gaps))
      keep (self, i);
}

/* The line that gives the dates of an entry comes and goes with it. */
static void
bind_dates (MatchumFitProblem *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      guint line = block->kind == MATCHUM_BLOCK_ENTRY ? block->dated_by : MATCHUM_BLOCK_NONE;

      if (block->is_dates && block->parent != MATCHUM_BLOCK_NONE)
        self->items[i].leader = block->parent;
      if (line < self->n_items && line != i && self->items[line].parent == i)
        self->items[line].leader = i;
    }
  for (guint i = 0; i < self->n_items; i++)
    {
      MatchumFitItem *item = &self->items[i];

      if (item->place != MATCHUM_FIT_FREE || self->items[item->leader].place == MATCHUM_FIT_OUT)
        item->leader = i;
      else
        item->place = self->items[item->leader].place;
    }
}

/* An entry whose only children are its dates needs none beside them, nor one that has nothing left but them. */
static void
settle_needs (MatchumFitProblem *self)
{
  g_autofree guint *n_children = g_new0 (guint, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].place != MATCHUM_FIT_OUT && self->items[i].leader == i
        && self->items[i].parent != MATCHUM_BLOCK_NONE)
      n_children[self->items[i].parent]++;
  for (guint i = 0; i < self->n_items; i++)
    self->items[i].needs_child &= n_children[i] > 0;
}

/* What it takes --------------------------------------------------------------------------------------------------- */

static gint64
round_down (double points)
{
  return (gint64) floor (points * HUNDREDTHS);
}

/* Exactly one child stands right under its parent, and has another gap than it would have elsewhere: the parent bears
 * the difference, at the least that it may be. */
static void
add_first_gap (MatchumFitProblem *self, const MatchumBlockExtent *extents, guint parent)
{
  const MatchumBlock *block = matchum_resume_get_block (self->resume, parent);
  gint64 most = G_MININT64;

  for (guint i = parent + 1; i < block->end; i = matchum_resume_get_block (self->resume, i)->end)
    if (self->items[i].place != MATCHUM_FIT_OUT && extents[i].n_lines > 0)
      most = MAX (most, (gint64) ceil ((extents[i].gap - extents[i].first_gap) * HUNDREDTHS));
  if (most == G_MININT64 || (most < 0 && !self->items[parent].needs_child))
    return;
  self->items[parent].height -= most;
}

static void
measure_items (MatchumFitProblem *self)
{
  g_autofree MatchumBlockExtent *extents = g_new0 (MatchumBlockExtent, self->n_items + 1);
  double page = self->measure->page_height + self->extra;

  self->measure->measure (self->measure, self->base, extents);
  for (guint i = 0; i < self->n_items; i++)
    {
      self->items[i].height += round_down (extents[i].height + extents[i].gap);
      self->n_lines[i] = extents[i].n_lines;
      if (extents[i].n_lines > 0)
        add_first_gap (self, extents, i);
    }
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].leader != i)
      self->items[self->items[i].leader].height += self->items[i].height;
  self->capacity = (gint64) ceil (
      (page * self->n_pages + self->measure->top_gap * (self->n_pages - 1) + SLACK * self->n_pages) * HUNDREDTHS);
}

/* What it is worth ------------------------------------------------------------------------------------------------ */

static void
note_block (MatchumFitProblem *self, guint block, guint requirement)
{
  GArray *noted = self->items[self->items[block].leader].requirements;

  if (noted->len == 0 || g_array_index (noted, guint, noted->len - 1) != requirement)
    g_array_append_val (noted, requirement);
}

static void
note_form (MatchumFitProblem *self, const MatchumForm *form, guint requirement)
{
  if (form->kind == MATCHUM_FORM_BLOCK)
    note_block (self, form->block, requirement);
  for (guint i = 0; form->spells != NULL && i < form->spells->len; i++)
    note_block (self, g_array_index (form->spells, MatchumFormSpell, i).block, requirement);
  for (guint i = 0; form->children != NULL && i < form->children->len; i++)
    note_form (self, g_ptr_array_index (form->children, i), requirement);
}

static void
add_requirements (MatchumFitProblem *self)
{
  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      MatchumVerdictForm *form = matchum_verdict_form_new (self->match, i);
      gboolean is_preferred = matchum_requirement_is_preferred (matchum_match_get_requirement (self->match, i));
      MatchumFitRequirement *requirement;

      if (form == NULL)
        continue;
      requirement = g_new0 (MatchumFitRequirement, 1);
      requirement->form = form;
      requirement->index = i;
      requirement->begun = is_preferred ? PREFERRED_BEGUN : REQUIRED_BEGUN;
      requirement->met = is_preferred ? PREFERRED_MET : REQUIRED_MET;
      requirement->worked = is_preferred ? PREFERRED_WORKED : REQUIRED_WORKED;
      note_form (self, form->begun, self->requirements->len);
      note_form (self, form->met, self->requirements->len);
      note_form (self, form->worked, self->requirements->len);
      g_ptr_array_add (self->requirements, requirement);
    }
}

static void
weigh_items (MatchumFitProblem *self, const guint8 *priorities)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      MatchumFitItem *item = &self->items[i];
      guint rank = N_RANKS - 1 - (guint) ((guint64) i * (N_RANKS - 1) / self->n_items);

      if (item->place == MATCHUM_FIT_OUT)
        continue;
      self->items[item->leader].worth +=
          matchum_block_worth_measure (self->resume, i, matchum_match_get_as_of (self->match), item->requirements->len)
              * N_RANKS
          + rank;
      if (priorities != NULL)
        self->items[item->leader].priority += EACH_PRIORITY * MIN (priorities[i], MATCHUM_FIT_MAX_PRIORITY);
    }
}

MatchumFitProblem *
matchum_fit_problem_new (const MatchumFitRequest *request, MatchumVisibility *base, double extra)
{
  MatchumFitProblem *self = g_new0 (MatchumFitProblem, 1);

  self->match = request->match;
  self->resume = matchum_match_get_resume (request->match);
  self->base = matchum_visibility_ref (base);
  self->measure = request->measure;
  self->cancellable = request->cancellable;
  self->n_pages = request->n_pages;
  self->extra = extra;
  self->n_items = matchum_resume_get_n_blocks (self->resume);
  self->items = g_new0 (MatchumFitItem, self->n_items + 1);
  self->n_lines = g_new0 (guint, self->n_items + 1);
  self->requirements = g_ptr_array_new_with_free_func (requirement_free);
  place_items (self, request->allows_gaps);
  bind_dates (self);
  settle_needs (self);
  measure_items (self);
  add_requirements (self);
  weigh_items (self, request->priorities);
  return self;
}

/* Choices --------------------------------------------------------------------------------------------------------- */

static guint8 *
choose (MatchumFitProblem *self, MatchumFitPlace but)
{
  guint8 *choice = g_new0 (guint8, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    choice[i] = self->items[i].place != MATCHUM_FIT_OUT && self->items[i].place != but;
  return choice;
}

guint8 *
matchum_fit_problem_choose_all (MatchumFitProblem *self)
{
  return choose (self, MATCHUM_FIT_OUT);
}

guint8 *
matchum_fit_problem_choose_least (MatchumFitProblem *self)
{
  return choose (self, MATCHUM_FIT_FREE);
}

static void
set_with_dates (MatchumFitProblem *self, guint8 *choice, guint block, guint8 is_visible)
{
  const guint end = self->items[block].end;

  choice[block] = is_visible;
  for (guint i = block + 1; i < end; i = self->items[i].end)
    if (self->items[i].leader == block)
      choice[i] = is_visible;
}

void
matchum_fit_problem_show (MatchumFitProblem *self, guint8 *choice, guint block)
{
  while (block != MATCHUM_BLOCK_NONE && !choice[block])
    {
      set_with_dates (self, choice, block, 1);
      block = self->items[block].parent;
    }
}

void
matchum_fit_problem_unshow (MatchumFitProblem *self, guint8 *choice, guint block, guint top)
{
  while (block != top)
    {
      set_with_dates (self, choice, block, 0);
      block = self->items[block].parent;
    }
  set_with_dates (self, choice, top, 0);
}

/* Whether nothing stands under a heading any more that needs something there. */
static gboolean
is_left_alone (MatchumFitProblem *self, const guint8 *choice, guint block)
{
  const guint end = self->items[block].end;

  if (self->items[block].place != MATCHUM_FIT_FREE || !self->items[block].needs_child)
    return FALSE;
  for (guint i = block + 1; i < end; i = self->items[i].end)
    if (choice[i] && self->items[i].leader == i)
      return FALSE;
  return TRUE;
}

void
matchum_fit_problem_hide (MatchumFitProblem *self, guint8 *choice, guint block)
{
  const guint end = self->items[block].end;

  memset (choice + block, 0, end - block);
  block = self->items[block].parent;
  while (block != MATCHUM_BLOCK_NONE && is_left_alone (self, choice, block))
    {
      set_with_dates (self, choice, block, 0);
      block = self->items[block].parent;
    }
}

gboolean
matchum_fit_problem_is_choosable (MatchumFitProblem *self, guint block)
{
  return self->items[block].place == MATCHUM_FIT_FREE && self->items[block].leader == block
         && !self->items[block].needs_child;
}

MatchumVisibility *
matchum_fit_problem_apply (MatchumFitProblem *self, const guint8 *choice)
{
  g_autofree guint8 *is_hidden = g_new0 (guint8, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    is_hidden[i] = self->items[i].place != MATCHUM_FIT_OUT && !choice[i];
  return matchum_visibility_with_all_hidden (self->base, is_hidden);
}

double
matchum_fit_problem_count_pages (MatchumFitProblem *self, const guint8 *choice)
{
  g_autoptr (MatchumVisibility) visibility = matchum_fit_problem_apply (self, choice);

  return self->measure->count_pages (self->measure, visibility, self->extra);
}

gboolean
matchum_fit_problem_fits (MatchumFitProblem *self, const guint8 *choice)
{
  return matchum_fit_problem_get_height (self, choice) <= self->capacity
         && matchum_fit_problem_count_pages (self, choice) <= self->n_pages;
}

gint64
matchum_fit_problem_get_height (MatchumFitProblem *self, const guint8 *choice)
{
  gint64 height = 0;

  for (guint i = 0; i < self->n_items; i++)
    if (choice[i] && self->items[i].leader == i)
      height += self->items[i].height;
  return height;
}

/* Judging --------------------------------------------------------------------------------------------------------- */

gint64
matchum_fit_problem_judge_requirement (MatchumFitProblem *self, guint index, const guint8 *choice)
{
  const MatchumFitRequirement *requirement = g_ptr_array_index (self->requirements, index);
  const MatchumVerdictForm *form = requirement->form;

  if (!matchum_form_is_true (form->begun, choice))
    return 0;
  if (!matchum_form_is_true (form->met, choice))
    return requirement->begun;
  return requirement->begun + requirement->met
         + (matchum_form_is_true (form->worked, choice) ? requirement->worked : 0);
}

MatchumStatus
matchum_fit_problem_get_status (MatchumFitProblem *self, guint index, const guint8 *choice)
{
  const MatchumFitRequirement *requirement = g_ptr_array_index (self->requirements, index);

  return matchum_form_is_true (requirement->form->met, choice)     ? MATCHUM_STATUS_MET
         : matchum_form_is_true (requirement->form->begun, choice) ? MATCHUM_STATUS_PARTIAL
                                                                   : MATCHUM_STATUS_MISSING;
}

MatchumFitValue
matchum_fit_problem_judge (MatchumFitProblem *self, const guint8 *choice)
{
  MatchumFitValue value = { 0, 0 };

  for (guint i = 0; i < self->requirements->len; i++)
    value.coverage += matchum_fit_problem_judge_requirement (self, i, choice);
  for (guint i = 0; i < self->n_items; i++)
    if (choice[i] && self->items[i].leader == i)
      {
        value.coverage += self->items[i].priority;
        value.worth += self->items[i].worth;
      }
  return value;
}

gint
matchum_fit_value_compare (MatchumFitValue a, MatchumFitValue b)
{
  if (a.coverage != b.coverage)
    return a.coverage > b.coverage ? 1 : -1;
  return (a.worth > b.worth) - (a.worth < b.worth);
}
