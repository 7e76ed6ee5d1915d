/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands out at the beginning of a block. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

/* Bytes of the words of a block of kind that are bold: all of a heading; of an entry its organisation, the words up to the
 * first bar or dot, or else up to the first comma or dash. Empty for others. */
MatchumSpan matchum_block_lead_find (MatchumBlockKind  kind,
                                     const char       *text);

G_END_DECLS
