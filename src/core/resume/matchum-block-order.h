/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another order of the blocks of a resume. What can change places are the siblings of a run: sections of one heading level
 * that follow one another, entries of one, items of one list, paragraphs. An order is an array of ids (char *) for any number
 * of runs: those named come in its order; a block that it does not name comes after the one that it comes after in the
 * resume. Names of none are passed over. NULL: no order of its own. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

MatchumResume *matchum_block_order_apply      (MatchumResume *resume,
                                               GPtrArray     *order,
                                               GPtrArray    **stayed);
gboolean       matchum_block_order_can_move   (MatchumResume *resume,
                                               GPtrArray     *order,
                                               const char    *id,
                                               gint           delta);
GPtrArray     *matchum_block_order_move       (MatchumResume *resume,
                                               GPtrArray     *order,
                                               const char    *id,
                                               gint           delta);
gboolean       matchum_block_order_find_delta (MatchumResume *resume,
                                               GPtrArray     *order,
                                               const char    *id,
                                               const char    *target,
                                               gint          *delta);
gboolean       matchum_block_order_find_place (MatchumResume *resume,
                                               GPtrArray     *order,
                                               const char    *id,
                                               guint         *place,
                                               guint         *n_places);

G_END_DECLS
