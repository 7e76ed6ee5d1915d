/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what a posting tells of itself together, in its own words but for the deadline, which is counted from today. */
#include "config.h"

#include "ui/matchum-posting-facts.h"

#include <glib/gi18n-lib.h>

/* A posting may tell more stages than there are; a line holds only so many. */
#define MAX_STAGES 12

static gboolean
is_date (MatchumDay day)
{
  return day.year > 0 && day.year < 10000 && day.month > 0 && day.day > 0
         && g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
}

/* From today to day; both are dates. */
static int
count_days (MatchumDay today, MatchumDay day)
{
  GDate from, to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_dmy (&from, (GDateDay) today.day, (GDateMonth) today.month, (GDateYear) today.year);
  g_date_set_dmy (&to, (GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
  return g_date_days_between (&from, &to);
}

char *
matchum_posting_facts_dup_days (MatchumDay last, MatchumDay today)
{
  int n_days;

  if (!is_date (last) || !is_date (today))
    return NULL;
  n_days = count_days (today, last);
  if (n_days < 0)
    return g_strdup (_ ("closed"));
  if (n_days == 0)
    return g_strdup (_ ("closes today"));
  /* Translators: how long one may still apply for a job. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", (gulong) n_days), n_days);
}

gboolean
matchum_posting_facts_is_over (MatchumDay last, MatchumDay today)
{
  return is_date (last) && is_date (today) && count_days (today, last) < 0;
}

char *
matchum_posting_facts_dup_deadline (const MatchumPostingDeadline *deadline, MatchumDay today)
{
  g_autofree char *days = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (deadline != NULL, NULL);

  days = matchum_posting_facts_dup_days (deadline->day, today);
  if (days == NULL)
    return g_strdup (deadline->fact.text);
  date = matchum_posting_deadline_dup_date (deadline);
  /* Translators: how long one may still apply for a job, and until what day: "12 days left (2026-12-07)". */
  return g_strdup_printf (_ ("%s (%s)"), days, date);
}

static void
add (GPtrArray *words, const MatchumPostingFact *fact)
{
  if (fact != NULL && fact->text != NULL && *fact->text != '\0')
    g_ptr_array_add (words, g_strdup (fact->text));
}

/* "3년 이상" alone does not say of what. */
static void
add_experience (GPtrArray *words, const MatchumPostingExperience *experience)
{
  if (experience == NULL)
    return;
  if (g_unichar_isdigit (g_utf8_get_char (experience->fact.text)))
    /* Translators: how much experience a job asks for; %s are the words of the posting: "3+ years". */
    g_ptr_array_add (words, g_strdup_printf (_ ("experience %s"), experience->fact.text));
  else
    add (words, &experience->fact);
}

char *
matchum_posting_facts_dup_line (MatchumPostingDetails *details)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const MatchumPostingEmployment *employment;

  g_return_val_if_fail (details != NULL, NULL);

  employment = matchum_posting_details_get_employment (details);
  add (words, employment != NULL ? &employment->fact : NULL);
  add_experience (words, matchum_posting_details_get_experience (details));
  add (words, matchum_posting_details_get_place (details));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

char *
matchum_posting_facts_dup_stages (MatchumPostingDetails *details)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_stages;

  g_return_val_if_fail (details != NULL, NULL);

  n_stages = matchum_posting_details_get_n_stages (details);
  for (guint i = 0; i < MIN (n_stages, MAX_STAGES); i++)
    add (words, matchum_posting_details_get_stage (details, i));
  if (words->len == 0)
    return NULL;
  if (n_stages > MAX_STAGES)
    g_ptr_array_add (words, g_strdup ("…"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" → ", (char **) words->pdata);
}

GPtrArray *
matchum_posting_facts_list_links (MatchumPostingDetails *details)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *links = g_ptr_array_new ();

  g_return_val_if_fail (details != NULL, links);

  for (guint i = 0; i < matchum_posting_details_get_n_links (details); i++)
    {
      const MatchumPostingLink *link = matchum_posting_details_get_link (details, i);

      if ((g_str_has_prefix (link->url, "https://") || g_str_has_prefix (link->url, "http://"))
          && g_hash_table_add (seen, link->url))
        g_ptr_array_add (links, (gpointer) link);
    }
  return links;
}
