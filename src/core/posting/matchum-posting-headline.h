/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which line of a posting says what it hires for: the lines near the top are weighed by what speaks for and against
 * each. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

/* FALSE where no line says so surely enough. index: gets that of the shape; headline: gets the words, with all that
 * stands around the title, owned by the caller. */
gboolean matchum_posting_headline_find          (MatchumSource          *source,
                                                 GArray                 *shapes,
                                                 guint                  *index,
                                                 char                  **headline);
/* Whether a line of this look may be the headline, whatever its words are. */
gboolean matchum_posting_headline_may_be        (const MatchumLineShape *shape);
/* Whether the words tell of a recruitment and of no job: "2026 하반기 공개채용". */
gboolean matchum_posting_headline_says_no_job   (const char             *title);

G_END_DECLS
