/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the triggers of a table from what the schema tells of it, so that no table needs undo code of its own. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* SQL that creates all triggers of table. */
char *matchum_triggers_generate (MatchumDatabase   *database,
                                 const char        *table,
                                 GError           **error);

G_END_DECLS
