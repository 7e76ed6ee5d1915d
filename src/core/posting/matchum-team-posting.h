/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting that seeks people for several teams, as who applies to one of them reads it. */
#pragma once

#include "posting/matchum-posting-details.h"

G_BEGIN_DECLS

#define MATCHUM_NO_TEAM G_MAXUINT

/* The team of this name that has lines of its own, as an index; MATCHUM_NO_TEAM where there is none, or no other to pick
 * instead. name may be NULL. */
guint           matchum_team_posting_find (MatchumPostingDetails *details,
                                           const char            *name);
/* posting without what concerns other teams only: such lines are OTHER and marked. What a person set the kind of stays as it
 * was set: that is how a line comes back that was given to the wrong team. details: those of posting. */
MatchumPosting *matchum_team_posting_new  (MatchumPosting        *posting,
                                           MatchumPostingDetails *details,
                                           guint                  team);

G_END_DECLS
