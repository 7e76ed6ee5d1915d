/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of one application made those of another over the same baseline, for a similar posting: what is hidden, what
 * is pinned, the order, and wording. The team, the title line, the number of pages and the look stay, and so does wording
 * that the other has already. */
#pragma once

#include "tailor/matchum-application.h"

G_BEGIN_DECLS

/* What that changes. */
typedef struct {
  guint    n_hidden;    /* blocks that are hidden then, and were not, */
  guint    n_shown;     /* and that are not hidden any more */
  guint    n_pinned;
  guint    n_unpinned;
  guint    n_wordings;
  gboolean has_other_order;
} MatchumChoicesDifference;

/* Blocks that resume, the baseline, does not have are passed over, but what application chose of them stays. */
MatchumApplication       *matchum_choices_transfer_apply   (MatchumApplication             *application,
                                                            MatchumApplication             *from,
                                                            MatchumResume                  *resume);
MatchumChoicesDifference  matchum_choices_transfer_compare (MatchumApplication             *before,
                                                            MatchumApplication             *after);
gboolean                  matchum_choices_difference_is_empty (const MatchumChoicesDifference *self);
/* Whether there is anything of an application that can be taken over. */
gboolean                  matchum_choices_transfer_has_any (MatchumApplication             *from);

G_END_DECLS
