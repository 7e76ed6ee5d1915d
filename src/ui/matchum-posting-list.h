/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole posting as a list model of MatchumPostingObject: its name, the requirements under their headings, then the
 * duties and all other lines in folds. The items stay the same through edits. */
#pragma once

#include "ui/matchum-posting-object.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_LIST (matchum_posting_list_get_type ())

/* Signal "refreshed": verdicts, selection or a fold changed, after the items have been told. */
G_DECLARE_FINAL_TYPE (MatchumPostingList, matchum_posting_list, MATCHUM, POSTING_LIST, GObject)

MatchumPostingList *matchum_posting_list_new (MatchumWorkspace *workspace);

G_END_DECLS
