/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits of one application, one after the other, each with the words that name it: undo and redo are moves
 * along it, and no edit needs undo code of its own. */
#pragma once

#include "tailor/matchum-application.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_HISTORY (matchum_history_get_type ())

G_DECLARE_FINAL_TYPE (MatchumHistory, matchum_history, MATCHUM, HISTORY, GObject)

/* Emits "changed" after each push, undo and redo. */
MatchumHistory     *matchum_history_new             (MatchumApplication *first);
/* label: what was done, in the user's language, for "Undo Hide Item". */
void                matchum_history_push            (MatchumHistory     *self,
                                                     MatchumApplication *application,
                                                     const char         *label);
gboolean            matchum_history_undo            (MatchumHistory     *self);
gboolean            matchum_history_redo            (MatchumHistory     *self);
/* NULL where there is nothing to undo or redo. */
const char         *matchum_history_get_undo_label  (MatchumHistory     *self);
const char         *matchum_history_get_redo_label  (MatchumHistory     *self);
MatchumApplication *matchum_history_get_application (MatchumHistory     *self);

G_END_DECLS
