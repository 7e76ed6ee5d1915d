/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which postings the sidebar lists: those whose company or title holds the words searched for, and of the archived ones all
 * or none. It watches the postings, so that a list follows when one is archived or renamed. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_FILTER (matchum_posting_filter_get_type ())

G_DECLARE_FINAL_TYPE (MatchumPostingFilter, matchum_posting_filter, MATCHUM, POSTING_FILTER, GtkFilter)

/* postings: of MatchumWorkspacePosting. */
MatchumPostingFilter *matchum_posting_filter_new                (GListModel           *postings);

/* Words in any order, each of which has to be found; NULL or empty for everything. */
void                  matchum_posting_filter_set_search         (MatchumPostingFilter *self,
                                                                 const char           *search);
/* Reads the names of all postings while there is nothing else to do, so that the first search need not. */
void                  matchum_posting_filter_prepare_search    (MatchumPostingFilter *self);
gboolean              matchum_posting_filter_has_search         (MatchumPostingFilter *self);
void                  matchum_posting_filter_set_shows_archived (MatchumPostingFilter *self,
                                                                 gboolean              shows_archived);

G_END_DECLS
