/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what kind of lines a heading announces. */
#pragma once

#include "posting/matchum-posting-line.h"

G_BEGIN_DECLS

/* Judges the words of a line as a heading, decoration and all ("## 🚀 주요 업무", "[자격요건]", "Who you are:").
 * Returns FALSE where the words announce nothing known; kind is then left alone. */
gboolean matchum_posting_heading_classify (const char         *text,
                                           gsize               length,
                                           MatchumPostingKind *kind);

G_END_DECLS
