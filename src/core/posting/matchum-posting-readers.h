/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of what a posting says of itself, one file each. Each returns NULL, or an empty array, where it does not
 * say. Private to this room. */
#pragma once

#include "posting/matchum-posting-details.h"
#include "posting/matchum-posting-field.h"

G_BEGIN_DECLS

MatchumPostingEmployment *matchum_posting_employment_find (const MatchumPostingClues *clues);
MatchumPostingExperience *matchum_posting_experience_find (const MatchumPostingClues *clues);
MatchumPostingFact       *matchum_posting_place_find      (const MatchumPostingClues *clues);
MatchumPostingDeadline   *matchum_posting_deadline_find   (const MatchumPostingClues *clues);
GPtrArray                *matchum_posting_links_find      (const MatchumPostingClues *clues); /* of MatchumPostingLink */
GPtrArray                *matchum_posting_stack_find      (const MatchumPostingClues *clues); /* of MatchumPostingFact */
GPtrArray                *matchum_hiring_stages_find      (const MatchumPostingClues *clues); /* of MatchumPostingFact */
/* Those that are no stages: of MatchumPostingFact. */
GPtrArray                *matchum_posting_notes_find      (const MatchumPostingClues *clues,
                                                           GPtrArray                 *stages);
GPtrArray                *matchum_posting_teams_find      (const MatchumPostingClues *clues); /* of MatchumPostingTeam */

void                      matchum_posting_employment_free (MatchumPostingEmployment  *self);
void                      matchum_posting_experience_free (MatchumPostingExperience  *self);
void                      matchum_posting_link_free       (MatchumPostingLink        *self);
void                      matchum_posting_team_free       (MatchumPostingTeam        *self);

/* Whether folded words name a kind of employment, or experience: for parts of a line that nothing names. */
gboolean                  matchum_posting_employment_says (const char                *folded);
gboolean                  matchum_posting_experience_says (const char                *folded);

G_END_DECLS
