/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what is now, and what would be; in words for those who hear it. */
#include "config.h"

#include "ui/matchum-fit-figure.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-fit-words.h"

static void
set_figure (GtkWidget *box, GtkLabel *label, const char *markup, const char *words, gboolean is_over)
{
  gtk_label_set_markup (label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (is_over)
    gtk_widget_add_css_class (box, "over");
  else
    gtk_widget_remove_css_class (box, "over");
}

void
matchum_fit_figure_show_pages (GtkWidget *box, GtkLabel *label, MatchumPageFit *fit)
{
  g_autofree char *before = NULL, *after = NULL, *markup = NULL, *words = NULL;
  gboolean is_over;
  guint budget;

  g_return_if_fail (GTK_IS_WIDGET (box));
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (fit != NULL);

  budget = matchum_page_fit_get_budget (fit);
  before = matchum_fit_dup_pages (matchum_page_fit_get_pages_before (fit), budget);
  after = matchum_fit_dup_pages (matchum_page_fit_get_pages (fit), budget);
  is_over = matchum_page_fit_get_status (fit) == MATCHUM_FIT_INFEASIBLE;

  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_NONE)
    {
      /* Translators: how many pages are filled of how many there may be; keep the markup. */
      markup = g_strdup_printf (_ ("<b>%s</b> of %u"), after, budget);
      words = matchum_fit_dup_fits (fit);
    }
  else
    {
      markup = g_strdup_printf ("%s → <b>%s</b>", before, after);
      /* Translators: read aloud: pages before, pages after, and how many there may be. */
      words = g_strdup_printf (_ ("Pages: %s now, %s then, of %u"), before, after, budget);
    }
  set_figure (box, label, markup, words, is_over);
}

void
matchum_fit_figure_show_tally (GtkWidget *box,
                               GtkLabel *label,
                               const char *name,
                               MatchumTally before,
                               MatchumTally after,
                               gboolean has_after,
                               gboolean is_narrow)
{
  guint n_before = before.met + before.partial + before.missing, n_after = after.met + after.partial + after.missing;
  gboolean is_same = before.met == after.met && before.partial == after.partial;
  g_autofree char *markup = NULL, *words = NULL;

  g_return_if_fail (GTK_IS_WIDGET (box));
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (name != NULL);

  if (n_before == 0)
    {
      markup = g_strdup ("–");
      /* Translators: read aloud: Required or Preferred, of which the posting has none. */
      words = g_strdup_printf (_ ("%s: none"), name);
    }
  else if (!has_after)
    {
      markup = g_strdup_printf ("<b>%u/%u</b>", before.met, n_before);
      /* Translators: read aloud: Required or Preferred, and how many of how many are met. */
      words = g_strdup_printf (_ ("%s: %u of %u"), name, before.met, n_before);
    }
  else
    {
      markup = g_strdup_printf ("%u/%u → <b>%u/%u</b>%s%s%s", before.met, n_before, after.met, n_after,
                                is_same && !is_narrow ? "  <small>" : "",
                                /* Translators: behind figures before and after, which are the same. */
                                is_same && !is_narrow ? _ ("unchanged") : "", is_same && !is_narrow ? "</small>" : "");
      /* Translators: read aloud: Required or Preferred, and how many of how many are met before and after. */
      words = g_strdup_printf (_ ("%s: %u of %u now, %u of %u then"), name, before.met, n_before, after.met, n_after);
    }
  set_figure (box, label, markup, words, has_after && before.met != after.met);
}
