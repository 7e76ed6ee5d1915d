/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how full pages are, and why what must stay does not fit on them. */
#include "config.h"

#include "ui/matchum-fit-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
round_up (double used, double steps)
{
  return ceil (used * steps - 1e-6) / steps;
}

char *
matchum_fit_dup_pages (double used, guint n_pages)
{
  if (round_up (used, 100) > n_pages)
    return g_strdup_printf ("%.1f", round_up (used, 10));
  return g_strdup_printf ("%.2f", round_up (used, 100));
}

char *
matchum_fit_dup_fits (MatchumPageFit *fit)
{
  g_autofree char *pages = NULL;
  guint budget;

  g_return_val_if_fail (fit != NULL, NULL);

  budget = matchum_page_fit_get_budget (fit);
  pages = matchum_fit_dup_pages (matchum_page_fit_get_pages (fit), budget);
  /* Translators: the first is how many pages are filled, "0.98", the second how many there may be. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It fits: %s of %u page", "It fits: %s of %u pages", budget),
                          pages, budget);
}

/* What must stay, and how much it fills. */
static char *
dup_reason (MatchumFitProposal *proposal, gboolean allows_gaps)
{
  MatchumPageFit *fit = matchum_fit_proposal_get_fit (proposal);
  guint n_pinned = matchum_fit_proposal_get_pinned (proposal)->len;
  g_autofree char *pages = matchum_fit_dup_pages (matchum_page_fit_get_pages (fit), matchum_page_fit_get_budget (fit));

  if (n_pinned > 0 && allows_gaps)
    /* Translators: %u is a number of items that the user pinned or keeps, %s a number of pages such as 1.3. */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Does not fit: name, contact and %u item that is pinned or kept must stay, and fill %s pages.",
                     "Does not fit: name, contact and %u items that are pinned or kept must stay, and fill %s pages.",
                     n_pinned),
        n_pinned, pages);
  if (n_pinned > 0)
    /* Translators: %u is a number of items that the user pinned or keeps, %s a number of pages such as 1.3. */
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "Does not fit: name, contact, the jobs and %u item that is pinned or kept must stay, and fill %s pages.",
            "Does not fit: name, contact, the jobs and %u items that are pinned or kept must stay, and fill %s pages.",
            n_pinned),
        n_pinned, pages);
  if (allows_gaps)
    /* Translators: %s is a number of pages such as 1.3. */
    return g_strdup_printf (_ ("Does not fit: name and contact must stay, and fill %s pages."), pages);
  /* Translators: %s is a number of pages such as 1.3. */
  return g_strdup_printf (_ ("Does not fit: name, contact and the jobs must stay, and fill %s pages."), pages);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
add_ways_out (GString *text, MatchumFitProposal *proposal)
{
  guint budget = matchum_page_fit_get_budget (matchum_fit_proposal_get_fit (proposal));
  guint without_pins = matchum_fit_proposal_get_least_without_pins (proposal);
  guint with_gaps = matchum_fit_proposal_get_least_with_gaps (proposal);

  if (without_pins > 0 && without_pins <= budget)
    add_sentence (text, _ ("It would fit with fewer of these items."));
  if (with_gaps > 0 && with_gaps <= budget)
    add_sentence (text, _ ("It would fit if employment gaps may open."));
}

char *
matchum_fit_dup_notice (MatchumFitProposal *proposal, gboolean allows_gaps)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MatchumPageFit *fit;
  MatchumFitStatus status;

  g_return_val_if_fail (proposal != NULL, NULL);

  fit = matchum_fit_proposal_get_fit (proposal);
  status = matchum_page_fit_get_status (fit);
  if (status == MATCHUM_FIT_INFEASIBLE)
    {
      g_autofree char *reason = dup_reason (proposal, allows_gaps);

      add_sentence (text, reason);
      add_ways_out (text, proposal);
    }
  if (status == MATCHUM_FIT_TIME_LIMIT)
    add_sentence (text, _ ("This fits, but a better choice may exist: the search was ended before it was sure."));
  if (!matchum_page_fit_has_requirements (fit) && status != MATCHUM_FIT_INFEASIBLE && status != MATCHUM_FIT_NONE)
    add_sentence (text, _ ("The posting asks nothing that a resume shows. So your priorities decide, and after them "
                           "what is recent, tells amounts or stands first stays."));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
