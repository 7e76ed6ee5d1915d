/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says first what is chosen now, then what was sent, the latest first. */
#include "config.h"

#include "ui/matchum-usage-words.h"

#include <glib/gi18n-lib.h>

/* So many of what was sent for one posting are told. */
#define MOST_COPIES 3

MatchumSentWords
matchum_usage_words_get_sent (MatchumUsageSurvey *survey, guint column, guint block)
{
  MatchumUsageTable *table;

  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (survey), MATCHUM_SENT_UNKNOWN);

  table = matchum_usage_survey_get_table (survey);
  return matchum_usage_table_get_n_sent (table, column) > 0 ? matchum_usage_table_get_sent (table, column, 0, block)
                                                            : MATCHUM_SENT_UNKNOWN;
}

/* Why a block is not shown that is not hidden by itself. */
static const char *
get_reason (MatchumUsageTable *table, guint column, guint block)
{
  MatchumResume *resume = matchum_usage_table_get_resume (table);
  const guint parent = matchum_resume_get_block (resume, block)->parent;

  if (parent != MATCHUM_BLOCK_NONE && matchum_resume_get_block (resume, parent)->kind != MATCHUM_BLOCK_TITLE
      && (matchum_usage_table_get_state (table, column, parent) & MATCHUM_USAGE_SHOWN) == 0)
    /* Translators: of an item, which is not seen since its section or entry is hidden. */
    return _ ("hidden with what it stands under");
  /* Translators: of a section or an entry. */
  return _ ("hidden, since all under it is");
}

static void
add_state (GPtrArray *parts, MatchumUsageTable *table, guint column, guint block)
{
  const MatchumUsageState state = matchum_usage_table_get_state (table, column, block);

  if ((state & MATCHUM_USAGE_SHOWN) != 0)
    /* Translators: of an item in an application. */
    g_ptr_array_add (parts, g_strdup (_ ("shown")));
  else if ((state & MATCHUM_USAGE_HIDDEN) != 0)
    /* Translators: of an item in an application. */
    g_ptr_array_add (parts, g_strdup (_ ("hidden")));
  else
    g_ptr_array_add (parts, g_strdup (get_reason (table, column, block)));
  if ((state & MATCHUM_USAGE_PINNED) != 0)
    /* Translators: of an item in an application. */
    g_ptr_array_add (parts, g_strdup (_ ("pinned")));
  if ((state & MATCHUM_USAGE_WORDED) != 0)
    /* Translators: of an item in an application: it says there something else than in the resume. */
    g_ptr_array_add (parts, g_strdup (_ ("in words of its own")));
}

static char *
dup_sent (MatchumUsageTable *table, const MatchumUsagePosting *posting, guint column, guint index, guint block)
{
  const MatchumUsageCopy *copy = posting->copies->pdata[index];

  switch (matchum_usage_table_get_sent (table, column, index, block))
    {
    case MATCHUM_SENT_EXACTLY:
      /* Translators: of an item; %s is a day, as in 2026-11-25. */
      return g_strdup_printf (_ ("sent with it on %s"), copy->sent_on);
    case MATCHUM_SENT_OTHER_WORDS:
      /* Translators: of an item that has been reworded since; %s is a day, as in 2026-11-25. */
      return g_strdup_printf (_ ("sent in other words on %s"), copy->sent_on);
    case MATCHUM_SENT_WITHOUT:
      /* Translators: of an item; %s is a day, as in 2026-11-25. */
      return g_strdup_printf (_ ("sent without it on %s"), copy->sent_on);
    case MATCHUM_SENT_UNKNOWN:
    default:
      if (!copy->is_read)
        /* Translators: %s is a day, as in 2026-11-25. */
        return g_strdup_printf (_ ("what was sent on %s is being read"), copy->sent_on);
      /* Translators: of an item; %s is a day, as in 2026-11-25. */
      return g_strdup_printf (_ ("whether it was sent on %s cannot be told"), copy->sent_on);
    }
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

char *
matchum_usage_words_dup_cell (MatchumUsageSurvey *survey, guint column, guint block)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const MatchumUsagePosting *posting;
  MatchumUsageTable *table;

  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (survey), NULL);

  table = matchum_usage_survey_get_table (survey);
  posting = matchum_usage_survey_get_posting (survey, column);
  if (posting->has_application)
    add_state (parts, table, column, block);
  for (guint i = 0; i < MIN (posting->copies->len, MOST_COPIES); i++)
    g_ptr_array_add (parts, dup_sent (table, posting, column, i, block));
  return join (parts);
}

const char *
matchum_usage_words_get_company (const MatchumUsagePosting *posting)
{
  const char *company = matchum_usage_posting_get_company (posting);

  /* Translators: stands for the company of something that was sent, which nobody named. */
  return company != NULL && *company != '\0' ? company : _ ("No company");
}

char *
matchum_usage_words_dup_name (const MatchumUsagePosting *posting)
{
  const char *company, *title;

  g_return_val_if_fail (posting != NULL, NULL);

  company = matchum_usage_words_get_company (posting);
  title = matchum_usage_posting_get_title (posting);
  if (title == NULL || *title == '\0')
    return g_strdup (company);
  return g_strdup_printf ("%s · %s", company, title);
}

char *
matchum_usage_words_dup_column (const MatchumUsagePosting *posting)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (posting != NULL, NULL);

  g_ptr_array_add (parts, matchum_usage_words_dup_name (posting));
  if (posting->is_archived)
    /* Translators: of a posting. */
    g_ptr_array_add (parts, g_strdup (_ ("archived")));
  if (posting->of == NULL)
    /* Translators: of a posting. */
    g_ptr_array_add (parts, g_strdup (_ ("deleted")));
  for (guint i = 0; i < MIN (posting->copies->len, MOST_COPIES); i++)
    /* Translators: of a posting; %s is a day, as in 2026-11-25. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("sent on %s"),
                                             ((const MatchumUsageCopy *) posting->copies->pdata[i])->sent_on));
  return join (parts);
}

char *
matchum_usage_words_dup_sums (MatchumUsageTable *table, guint block)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (table != NULL, NULL);

  /* Translators: of an item; both are numbers of applications. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("shown in %u of %u"), matchum_usage_table_count_shown (table, block),
                                           matchum_usage_table_count_applications (table)));
  if (matchum_usage_table_count_readable (table) > 0)
    /* Translators: of an item; both are numbers of applications that were sent. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("sent in %u of %u"), matchum_usage_table_count_sent (table, block),
                                             matchum_usage_table_count_readable (table)));
  return join (parts);
}

char *
matchum_usage_words_dup_block (MatchumResume *resume, guint block)
{
  char *text;

  g_return_val_if_fail (resume != NULL, NULL);

  text = g_strdup (matchum_block_get_text (matchum_resume_get_block (resume, block)));
  return g_strdelimit (text, "\r\n\t", ' ');
}
