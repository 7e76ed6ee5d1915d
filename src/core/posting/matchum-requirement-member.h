/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of lists that the lexicon does not know: in "정산, 결제 또는 회계 시스템" what stands beside a known name asks
 * for something as well. Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-atom.h"

G_BEGIN_DECLS

/* The unknown members of the lists in line, whose atoms must be in order: array of MatchumSpan, in the folded text. */
GArray *matchum_requirement_members_find (MatchumAtomLine *line);

/* The same for a part of an English line; is_all: what stands in no list as well. */
GArray *matchum_requirement_members_find_english (MatchumAtomLine *line,
                                                  MatchumSpan      span,
                                                  gboolean         is_all);

/* Whether a Korean noun only says what is done with a thing, or nothing much. */
gboolean matchum_requirement_member_is_plain (const char *word,
                                              gsize       length);

G_END_DECLS
