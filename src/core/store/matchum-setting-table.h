/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes with a library and is no work of the user: what was open and selected. Outside undo. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

extern const char matchum_setting_table_sql[];

/* A NULL value forgets the key. */
gboolean  matchum_setting_table_set (MatchumDatabase   *database,
                                     const char        *key,
                                     const char        *value,
                                     GError           **error);
/* NULL without error: never set. */
char     *matchum_setting_table_get (MatchumDatabase   *database,
                                     const char        *key,
                                     GError           **error);

G_END_DECLS
