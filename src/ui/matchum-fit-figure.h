/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a proposal for a number of pages, before and after it. label shows one; box, around it, gets the class
 * .over where the figure is not what is wished for. */
#pragma once

#include <gtk/gtk.h>

#include "tailor/matchum-page-fit.h"

G_BEGIN_DECLS

void matchum_fit_figure_show_pages (GtkWidget      *box,
                                    GtkLabel       *label,
                                    MatchumPageFit *fit);
/* name: "Required" or "Preferred", for those who hear it. has_after: something is proposed. In a narrow window it is
 * not said that a figure is the same. */
void matchum_fit_figure_show_tally (GtkWidget      *box,
                                    GtkLabel       *label,
                                    const char     *name,
                                    MatchumTally    before,
                                    MatchumTally    after,
                                    gboolean        has_after,
                                    gboolean        is_narrow);

G_END_DECLS
