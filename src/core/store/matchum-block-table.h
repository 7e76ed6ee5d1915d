/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of the baselines as they were read last: with them, the next reading finds each block again. */
#pragma once

#include "resume/matchum-block-record.h"
#include "store/matchum-database.h"

G_BEGIN_DECLS

extern const char matchum_block_table_sql[];

/* Makes the records of a baseline these, of MatchumBlockRecord, in their order; each id once. What stays as it is is not
 * written. */
gboolean   matchum_block_table_set  (MatchumDatabase   *database,
                                     const char        *baseline,
                                     GPtrArray         *records,
                                     GError           **error);
/* Of MatchumBlockRecord, as they were set: what matchum_block_identity_apply() takes. */
GPtrArray *matchum_block_table_list (MatchumDatabase   *database,
                                     const char        *baseline,
                                     GError           **error);

G_END_DECLS
