/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that show large scale: "하루 3억 건", "9k requests per second", "3 TB". */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* The first number in folded text that a careful reader would call large scale; FALSE where there is none. Sums of
 * money and years are no scale. */
gboolean matchum_magnitude_find (const char  *text,
                                 gsize        length,
                                 MatchumSpan *span);

G_END_DECLS
