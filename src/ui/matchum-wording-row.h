/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of one wording of a posting's own which the resume went past: the texts, and the ways out. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORDING_ROW (matchum_wording_row_get_type ())

typedef enum {
  MATCHUM_WORDING_KEEP, /* the posting's, which are up to date then */
  MATCHUM_WORDING_DROP, /* those of the resume; or of an item that is gone, none */
  MATCHUM_WORDING_EDIT,
} MatchumWordingWay;

/**
 * MatchumWordingRow:
 *
 * Signals:
 * - "decided" (MatchumWordingWay way): the user chose a way out.
 */
G_DECLARE_FINAL_TYPE (MatchumWordingRow, matchum_wording_row, MATCHUM, WORDING_ROW, GtkListBoxRow)

/* block: one for which the current posting of workspace has words of its own. */
GtkWidget  *matchum_wording_row_new        (MatchumWorkspace  *workspace,
                                            const char        *block);
const char *matchum_wording_row_get_block  (MatchumWordingRow *self);
void        matchum_wording_row_set_narrow (MatchumWordingRow *self,
                                            gboolean           narrow);

G_END_DECLS
