/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes apart what was pasted as one text and holds many postings. */
#pragma once

#include "text/matchum-source.h"

G_BEGIN_DECLS

/* The postings in source, in order: array of MatchumSpan (bytes of the source), each from its first line with words to its
 * last, without the rules and numbers between them. A posting with several teams, or in two languages, is one. At least
 * one, unless nothing is in the source but blanks. */
GPtrArray *matchum_posting_collection_split (MatchumSource *source);

G_END_DECLS
