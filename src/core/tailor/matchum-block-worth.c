/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up what is worth something in a block. */
#include "config.h"

#include "tailor/matchum-block-worth.h"

#include "posting/matchum-amount.h"
#include "text/matchum-folded-text.h"

#define BASE 2
#define UNDATED 4
#define EACH_AMOUNT 2
#define MAX_AMOUNTS 2
#define EACH_REQUIREMENT 2
#define MAX_REQUIREMENTS 4
/* A heading is there for what it heads; a job's own tells of a time of work. */
#define HEADING 1
#define JOB 12
/* A resume that leaves out studies reads as if there had been none. */
#define STUDIES 24

/* The fewer months ago, the more. */
static const struct {
  gint months;
  guint worth;
} recency[] = { { 12, 6 }, { 36, 5 }, { 60, 4 }, { 96, 3 }, { 144, 2 } };

/* The last month that an entry tells of; FALSE where it has no dates that can be read. */
static gboolean
find_last_month (MatchumResume *resume, const MatchumBlock *entry, MatchumDay as_of, MatchumMonth *last)
{
  const MatchumBlock *dated = entry->dated_by < matchum_resume_get_n_blocks (resume)
                                  ? matchum_resume_get_block (resume, entry->dated_by)
                                  : NULL;
  gboolean is_found = FALSE;

  for (guint i = 0; dated != NULL && dated->dates != NULL && i < dated->dates->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (dated->dates, MatchumDateRange, i);
      MatchumMonth month = range->is_open ? MATCHUM_DAY_GET_MONTH (as_of) : range->last;

      if (range->fault != MATCHUM_DATE_FAULT_NONE || (is_found && month <= *last))
        continue;
      is_found = TRUE;
      *last = month;
    }
  return is_found;
}

static guint
measure_recency (MatchumResume *resume, const MatchumBlock *block, MatchumDay as_of)
{
  MatchumMonth last = 0;

  while (!(block->kind == MATCHUM_BLOCK_ENTRY && find_last_month (resume, block, as_of, &last)))
    {
      if (block->parent == MATCHUM_BLOCK_NONE)
        return UNDATED;
      block = matchum_resume_get_block (resume, block->parent);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (recency); i++)
    if (MATCHUM_DAY_GET_MONTH (as_of) - last <= recency[i].months)
      return recency[i].worth;
  return 1;
}

static guint
count_amounts (const MatchumBlock *block)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (matchum_block_get_text (block), -1);
  g_autoptr (GArray) amounts =
      matchum_amount_find_all (matchum_folded_text_get_text (folded), matchum_folded_text_get_length (folded));

  return amounts->len;
}

guint
matchum_block_worth_measure (MatchumResume *resume, guint index, MatchumDay as_of, guint n_requirements)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, index);

  if (block->kind == MATCHUM_BLOCK_TITLE || block->kind == MATCHUM_BLOCK_REMARK || block->is_dates)
    return HEADING;
  if (matchum_block_is_job (block))
    return JOB;
  if (block->section == MATCHUM_SECTION_EDUCATION && block->kind == MATCHUM_BLOCK_ENTRY)
    return STUDIES;
  if (block->heading > 0 && block->end > block->index + 1)
    return HEADING;
  return BASE + measure_recency (resume, block, as_of) + EACH_AMOUNT * MIN (count_amounts (block), MAX_AMOUNTS)
         + EACH_REQUIREMENT * MIN (n_requirements, MAX_REQUIREMENTS);
}
