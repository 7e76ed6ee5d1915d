/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts in words of the interface's language: "1,000,000 users a month". Of the match room only. */
#pragma once

#include "match/matchum-finding.h"

G_BEGIN_DECLS

/* An amount of which the unit says what it is; NULL for things that are counted. */
char *matchum_amount_text_format  (const MatchumAmount  *amount);
/* What the resume tells of an amount that is asked, by its own words where that is plainer; NULL where it tells nothing. */
char *matchum_amount_text_found   (const MatchumFinding *finding);
/* "1,000,000 users a month asked: 1,400,000 users a month shown"; NULL where there is nothing to hold against it. */
char *matchum_amount_text_compare (const MatchumFinding *finding);

G_END_DECLS
