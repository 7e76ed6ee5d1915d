/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of contact details: broken only between their parts, addresses linked. */
#pragma once

#include "matchum-paragraph.h"

G_BEGIN_DECLS

/* Whether a line under the name tells how to reach the person, or what they are in a few words, rather than being
 * a sentence. */
gboolean          matchum_contact_text_is_contact (const char             *line);
/* line with line breaks put between parts where it is wider than width points, and its addresses marked. A part is
 * what stands between "|", "·", "•" or "/" with white space around. */
MatchumPrintText *matchum_contact_text_wrap       (MatchumPrintText       *line,
                                                   const MatchumTypeStyle *style,
                                                   double                  width);

G_END_DECLS
