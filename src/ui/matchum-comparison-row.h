/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One block of a resume that differs from what it was: where it stands, what became of it, and its words. */
#pragma once

#include <gtk/gtk.h>

#include "resume/matchum-resume-comparison.h"

G_BEGIN_DECLS

/* Whether there is anything to tell of the block at index: what is the same in the same place is not. */
gboolean   matchum_comparison_row_is_told (MatchumResumeComparison *comparison,
                                           guint                    index);
/* A row of a list. */
GtkWidget *matchum_comparison_row_new     (MatchumResumeComparison *comparison,
                                           guint                    index);
/* The same of what was not sent: before and after are said above the words as they were and as they are. */
GtkWidget *matchum_comparison_row_new_between
                                          (MatchumResumeComparison *comparison,
                                           guint                    index,
                                           const char              *before,
                                           const char              *after);

G_END_DECLS
