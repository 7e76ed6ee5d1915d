/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an entry's heading. */
#pragma once

#include "matchum-composer.h"
#include "matchum-heading-text.h"

G_BEGIN_DECLS

/* Whether line, a paragraph under a heading, begins with a line that gives dates; sets bounds to that line and split to
 * its parts. */
gboolean matchum_entry_composer_split_line (const MatchumComposer *self,
                                            const MatchumBlock    *line,
                                            MatchumSpan           *bounds,
                                            MatchumHeadingSplit   *split);
/* Adds the rows of block, an entry, to rows; with_line as in matchum_composer_compose. */
void     matchum_entry_composer_compose    (const MatchumComposer *self,
                                            const MatchumBlock    *block,
                                            gboolean               with_line,
                                            GPtrArray             *rows);

G_END_DECLS
