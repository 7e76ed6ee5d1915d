/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fits a resume into so many pages, and tells what was hidden for it and what that costs. */
#include "config.h"

#include "matchum-cli-budget.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "matchum-command.h"
#include "matchum-page-gauge.h"

#define MAX_PAGES 100

gboolean
matchum_cli_budget_parse (const char *pages, guint *n_pages, GError **error)
{
  guint64 number = 0;

  if (pages != NULL && !g_ascii_string_to_unsigned (pages, 10, 1, MAX_PAGES, &number, NULL))
    return matchum_command_fail_usage (error,
                                       g_strdup_printf (_ ("--pages takes a whole number from 1 to %d, not “%s”."),
                                                        MAX_PAGES, pages));
  *n_pages = (guint) number;
  return TRUE;
}

MatchumPageFit *
matchum_cli_budget_fit (MatchumCliTailoring *tailoring, MatchumPages *pages, guint n_pages, gboolean allows_gaps)
{
  g_autoptr (MatchumPageGauge) gauge = matchum_page_gauge_new (tailoring->resume, &tailoring->style, pages);
  const MatchumFitRequest request = {
    .match = tailoring->match,
    .application = tailoring->application,
    .measure = matchum_page_gauge_get_measure (gauge),
    .n_pages = n_pages,
    .allows_gaps = allows_gaps,
    .finds_returning = TRUE,
  };
  MatchumPageFit *fit = matchum_page_fit_new (&request);
  MatchumApplication *before = tailoring->application;

  tailoring->application = matchum_page_fit_dup_application (fit, NULL);
  matchum_application_unref (before);
  return fit;
}

static const char *
get_requirement_text (MatchumCliTailoring *tailoring, guint index)
{
  return matchum_posting_line_get_text (
      matchum_requirement_get_line (matchum_match_get_requirement (tailoring->match, index)));
}

GPtrArray *
matchum_cli_budget_list_costs (MatchumCliTailoring *tailoring, const MatchumFitBlock *block)
{
  GPtrArray *costs = g_ptr_array_new ();

  for (guint i = 0; i < block->worsened->len; i++)
    {
      const MatchumFitChange *change = &g_array_index (block->worsened, MatchumFitChange, i);

      if (change->after > change->before)
        g_ptr_array_add (costs, (gpointer) get_requirement_text (tailoring, change->requirement));
    }
  return costs;
}

/* Text ------------------------------------------------------------------------------------------------------------ */

static void
print_status (MatchumPageFit *fit)
{
  guint budget = matchum_page_fit_get_budget (fit);
  guint least = matchum_page_fit_get_least_pages (fit);

  switch (matchum_page_fit_get_status (fit))
    {
    case MATCHUM_FIT_OPTIMAL:
      printf (ngettext ("Made to fit on %u page. Nothing that fits shows the requirements better.",
                        "Made to fit on %u pages. Nothing that fits shows the requirements better.", budget),
              budget);
      break;
    case MATCHUM_FIT_TIME_LIMIT:
      printf (ngettext ("Made to fit on %u page. The search was ended before it was sure that nothing that fits shows "
                        "the requirements better.",
                        "Made to fit on %u pages. The search was ended before it was sure that nothing that fits shows "
                        "the requirements better.",
                        budget),
              budget);
      break;
    case MATCHUM_FIT_INFEASIBLE:
      /* Translators: what must stay is the name, how to reach the person, jobs, and what is pinned. */
      printf (
          ngettext ("Does not fit: what must stay takes %u page. All else is left out. Pin less, hide some of it, or "
                    "give more pages.",
                    "Does not fit: what must stay takes %u pages. All else is left out. Pin less, hide some of it, "
                    "or give more pages.",
                    least),
          least);
      break;
    case MATCHUM_FIT_NONE:
    default:
      printf (ngettext ("Fits on %u page as it is.", "Fits on %u pages as it is.", budget), budget);
      break;
    }
  printf ("\n");
}

static void
print_change (MatchumCliTailoring *tailoring, const MatchumFitChange *change)
{
  const char *text = get_requirement_text (tailoring, change->requirement);

  printf ("    ");
  if (change->after == change->before)
    /* Translators: the requirement that only a skills list shows without the hidden block. */
    printf (_ ("leaves to a skills list: %s"), text);
  else
    printf (_ ("weakens: %s"), text);
  printf ("\n");
}

static void
print_hidden (MatchumCliTailoring *tailoring, MatchumPageFit *fit)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (fit);

  for (guint i = 0; i < hidden->len; i++)
    {
      const MatchumFitBlock *gone = g_ptr_array_index (hidden, i);
      const MatchumBlock *block = matchum_resume_get_block (tailoring->resume, gone->block);

      /* Translators: a block that the page budget hides: its line, how many printed lines that frees, its words. */
      printf (ngettext ("Left out, line %u (frees %u line): %s", "Left out, line %u (frees %u lines): %s",
                        gone->n_lines),
              block->first_line, gone->n_lines, matchum_block_get_text (block));
      printf ("\n");
      for (guint k = 0; k < gone->worsened->len; k++)
        print_change (tailoring, &g_array_index (gone->worsened, MatchumFitChange, k));
    }
}

static void
print_returning (MatchumCliTailoring *tailoring, MatchumPageFit *fit)
{
  GPtrArray *returning = matchum_page_fit_get_returning (fit);

  for (guint i = 0; i < returning->len; i++)
    {
      guint index = ((const MatchumFitBlock *) g_ptr_array_index (returning, i))->block;
      const MatchumBlock *block = matchum_resume_get_block (tailoring->resume, index);

      /* Translators: what there would be room for, were a page one line longer. */
      printf (_ ("One more line would bring back line %u: %s"), block->first_line, matchum_block_get_text (block));
      printf ("\n");
    }
}

static void
print_uncovered (MatchumCliTailoring *tailoring, MatchumPageFit *fit)
{
  GArray *uncovered = matchum_page_fit_get_uncovered (fit);

  for (guint i = 0; i < uncovered->len; i++)
    {
      printf (_ ("Not met whatever is chosen: %s"),
              get_requirement_text (tailoring, g_array_index (uncovered, guint, i)));
      printf ("\n");
    }
}

void
matchum_cli_budget_print (MatchumCliTailoring *tailoring, MatchumPageFit *fit)
{
  print_status (fit);
  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_NONE)
    return;
  if (!matchum_page_fit_has_requirements (fit))
    {
      printf (_ ("The posting asks nothing that a resume shows. So what is recent, tells amounts or stands first was "
                 "kept."));
      printf ("\n");
    }
  print_hidden (tailoring, fit);
  print_returning (tailoring, fit);
  print_uncovered (tailoring, fit);
}
