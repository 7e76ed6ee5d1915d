/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices for a posting between the library, which keeps them as rows, and the rest of the program, which has them as one
 * value. */
#pragma once

#include "store/matchum-application-table.h"
#include "tailor/matchum-application.h"

G_BEGIN_DECLS

/* What a record tells of choices. */
MatchumApplication *matchum_application_record_get_application (const MatchumApplicationRecord  *self);
/* Has a record tell these choices; what it is of, and its place, stay. */
void                matchum_application_record_set_application (MatchumApplicationRecord        *self,
                                                                MatchumApplication              *application);
/* Writes what differs between two choices to the application with an id, and nothing else: what is shown may be ahead of
 * the library, or behind it, and must not bring back what was undone meanwhile. */
gboolean            matchum_application_choices_change         (MatchumDatabase                 *database,
                                                                const char                      *id,
                                                                MatchumApplication              *before,
                                                                MatchumApplication              *after,
                                                                GError                         **error);

G_END_DECLS
