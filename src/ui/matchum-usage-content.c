/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is chosen and what was sent by icons, and the rest by words and figures. */
#include "config.h"

#include "ui/matchum-usage-content.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-usage-words.h"

#define INDENT 12 /* pixels for each level */
#define MOST_INDENTS 6

static const char *
get_sent_icon (MatchumUsageSurvey *survey, guint column, guint block)
{
  const MatchumUsagePosting *posting = matchum_usage_survey_get_posting (survey, column);

  if (posting->copies->len == 0)
    return NULL;
  switch (matchum_usage_words_get_sent (survey, column, block))
    {
    case MATCHUM_SENT_EXACTLY:
      return "matchum-sent-symbolic";
    case MATCHUM_SENT_OTHER_WORDS:
      return "matchum-sent-reworded-symbolic";
    case MATCHUM_SENT_WITHOUT:
      return "matchum-sent-without-symbolic";
    case MATCHUM_SENT_UNKNOWN:
    default:
      return ((const MatchumUsageCopy *) posting->copies->pdata[0])->is_read ? "dialog-question-symbolic"
                                                                             : "content-loading-symbolic";
    }
}

static const char *
get_state_class (MatchumUsageState state, gboolean has_application)
{
  if (!has_application)
    return "gone";
  if ((state & MATCHUM_USAGE_SHOWN) != 0)
    return "shown";
  return (state & MATCHUM_USAGE_HIDDEN) != 0 ? "hidden" : "under";
}

static const char *
get_state_icon (MatchumUsageState state, gboolean has_application)
{
  if (!has_application)
    return NULL;
  if ((state & MATCHUM_USAGE_SHOWN) != 0)
    return "object-select-symbolic";
  return (state & MATCHUM_USAGE_HIDDEN) != 0 ? "view-conceal-symbolic" : "matchum-hidden-with-symbolic";
}

static void
fill_cell (MatchumUsageSurvey *survey, guint column, guint block, const char *item, MatchumUsageCell *cell)
{
  const gboolean has_application = matchum_usage_survey_get_posting (survey, column)->has_application;
  const MatchumUsageState state =
      matchum_usage_table_get_state (matchum_usage_survey_get_table (survey), column, block);
  g_autofree char *name = matchum_usage_words_dup_name (matchum_usage_survey_get_posting (survey, column));
  g_autofree char *words = matchum_usage_words_dup_cell (survey, column, block);
  g_autofree char *label = g_strdup_printf ("%s · %s", name, words);
  const MatchumUsageCellContent content = {
    .icons = { get_state_icon (state, has_application), get_sent_icon (survey, column, block),
               (state & MATCHUM_USAGE_PINNED) != 0 ? "view-pin-symbolic" : NULL,
               (state & MATCHUM_USAGE_WORDED) != 0 ? "document-edit-symbolic" : NULL },
  };

  matchum_usage_cell_set_content (cell, &content, get_state_class (state, has_application), label, item);
}

static void
fill_lead (MatchumUsageTable *table, guint index, const char *item, MatchumUsageCell *cell)
{
  const MatchumBlock *block = matchum_resume_get_block (matchum_usage_table_get_resume (table), index);
  const gboolean is_heading = block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_ENTRY;
  const MatchumUsageCellContent content = { .lines = { item },
                                            .n_bold = is_heading,
                                            .indent = INDENT * (int) MIN (block->depth, MOST_INDENTS) };

  matchum_usage_cell_set_content (cell, &content, block->kind == MATCHUM_BLOCK_SECTION ? "section" : "item", item,
                                  NULL);
}

static void
fill_sums (MatchumUsageTable *table, guint block, const char *item, MatchumUsageCell *cell)
{
  g_autofree char *shown = g_strdup_printf ("%u/%u", matchum_usage_table_count_shown (table, block),
                                            matchum_usage_table_count_applications (table));
  g_autofree char *sums = NULL;
  g_autofree char *label = matchum_usage_words_dup_sums (table, block);
  MatchumUsageCellContent content = { .lines = { shown } };

  if (matchum_usage_table_count_readable (table) > 0)
    {
      sums = g_strdup_printf ("%s · %u/%u", shown, matchum_usage_table_count_sent (table, block),
                              matchum_usage_table_count_readable (table));
      content.lines[0] = sums;
    }
  matchum_usage_cell_set_content (cell, &content, "figures", label, item);
}

static void
fill_head_cell (MatchumUsageSurvey *survey, guint column, MatchumUsageCell *cell)
{
  const MatchumUsagePosting *posting = matchum_usage_survey_get_posting (survey, column);
  g_autofree char *label = matchum_usage_words_dup_column (posting);
  const char *title = matchum_usage_posting_get_title (posting);
  const MatchumUsageCopy *latest = posting->copies->len > 0 ? posting->copies->pdata[0] : NULL;
  /* Translators: at the head of a narrow column: a posting that nothing was sent for. */
  const char *sent_on = latest != NULL ? latest->sent_on : _ ("not sent");
  const MatchumUsageCellContent content = {
    .lines = { matchum_usage_words_get_company (posting), title != NULL ? title : "", sent_on },
    .n_bold = 1,
  };

  matchum_usage_cell_set_content (cell, &content, posting->of == NULL || posting->is_archived ? "away" : "here", label,
                                  NULL);
}

static void
fill_head_ends (MatchumUsageTable *table, MatchumUsageRow *head)
{
  const gboolean has_sent = matchum_usage_table_count_readable (table) > 0;
  /* Translators: over a column of figures: in how many applications an item is shown. */
  const char *shown = C_ ("items", "Shown");
  /* Translators: over a column of figures: with how many applications an item was sent. */
  const char *sent = has_sent ? C_ ("items", "Sent") : NULL;
  const MatchumUsageCellContent lead = { .lines = { _ ("Item") }, .n_bold = 1 };
  const MatchumUsageCellContent figures = { .lines = { shown, sent }, .n_bold = 2 };
  g_autofree char *label = has_sent ? g_strdup_printf ("%s · %s", shown, sent) : g_strdup (shown);

  matchum_usage_cell_set_content (matchum_usage_row_get_lead (head), &lead, NULL, _ ("Item"), NULL);
  matchum_usage_cell_set_content (matchum_usage_row_get_sums (head), &figures, NULL, label, NULL);
}

void
matchum_usage_content_fill_row (MatchumUsageSurvey *survey,
                                guint block,
                                const guint *columns,
                                guint n_columns,
                                MatchumUsageRow *row)
{
  MatchumUsageTable *table;
  g_autofree char *item = NULL;

  g_return_if_fail (MATCHUM_IS_USAGE_SURVEY (survey));
  g_return_if_fail (columns != NULL || n_columns == 0);
  g_return_if_fail (MATCHUM_IS_USAGE_ROW (row));

  table = matchum_usage_survey_get_table (survey);
  item = matchum_usage_words_dup_block (matchum_usage_table_get_resume (table), block);
  matchum_usage_row_set_n_cells (row, n_columns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item, -1);
  fill_lead (table, block, item, matchum_usage_row_get_lead (row));
  for (guint i = 0; i < n_columns; i++)
    fill_cell (survey, columns[i], block, item, matchum_usage_row_get_cell (row, i));
  fill_sums (table, block, item, matchum_usage_row_get_sums (row));
}

void
matchum_usage_content_fill_head (MatchumUsageSurvey *survey,
                                 const guint *columns,
                                 guint n_columns,
                                 MatchumUsageRow *head)
{
  g_return_if_fail (MATCHUM_IS_USAGE_SURVEY (survey));
  g_return_if_fail (columns != NULL || n_columns == 0);
  g_return_if_fail (MATCHUM_IS_USAGE_ROW (head));

  matchum_usage_row_set_n_cells (head, n_columns);
  for (guint i = 0; i < n_columns; i++)
    fill_head_cell (survey, columns[i], matchum_usage_row_get_cell (head, i));
  fill_head_ends (matchum_usage_survey_get_table (survey), head);
}
