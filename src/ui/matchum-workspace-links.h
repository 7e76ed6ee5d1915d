/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of two baselines that are linked, as a workspace shows them: each link is seen from both sides. What is done to
 * them is an edit of the library like any other, and "links-changed" tells when anything that is said here may be another. */
#pragma once

#include "resume/matchum-linked-entry.h"
#include "resume/matchum-same-entries.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* One side. */
typedef struct {
  char *baseline;       /* ids */
  char *entry;
  char *other_baseline;
  char *other_entry;
  char *words;          /* when both last agreed, or NULL; see MatchumEntryLinkRecord */
  char *other_words;
} MatchumWorkspaceLink;

MatchumWorkspaceLink *matchum_workspace_link_copy        (const MatchumWorkspaceLink *self);
void                  matchum_workspace_link_free        (MatchumWorkspaceLink       *self);

/* Of MatchumWorkspaceLink, borrowed, in the order of the library: those of an entry of a baseline, which may be NULL for
 * all of the baseline. Free the array with g_ptr_array_unref(). */
GPtrArray            *matchum_workspace_list_links       (MatchumWorkspace           *self,
                                                          MatchumWorkspaceBaseline   *baseline,
                                                          const char                 *entry);
/* How it stands, from its side. */
MatchumLinkState      matchum_workspace_get_link_state   (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link);
/* Whether there is something for the user to look at on this side: the other entry changed, or one of them is gone. */
gboolean              matchum_workspace_is_link_marked   (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link);
/* Those of a baseline that are marked, in the order of the resume; what is broken comes last. As above. */
GPtrArray            *matchum_workspace_list_marked      (MatchumWorkspace           *self,
                                                          MatchumWorkspaceBaseline   *baseline);
/* What of the other entry, or of this one, is other than when both agreed; NULL where nothing can be compared. */
MatchumResumeComparison *matchum_workspace_compare_link  (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link,
                                                          gboolean                    is_other);
/* How many lines of the other entry are other, new or gone. */
guint                 matchum_workspace_count_link_changes (MatchumWorkspace         *self,
                                                          const MatchumWorkspaceLink *link);
/* The first words of the other entry, or what they were; free with g_free. */
char                 *matchum_workspace_dup_link_words   (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link);

/* Whether there is another baseline, not archived, whose entries can be linked. */
gboolean              matchum_workspace_can_link_entries (MatchumWorkspace           *self,
                                                          MatchumWorkspaceBaseline   *baseline);
/* The pairs that are surely the same and not linked yet, of MatchumSameEntry; entries: what tells of both. */
GPtrArray            *matchum_workspace_suggest_links    (MatchumWorkspace           *self,
                                                          MatchumSameEntries         *entries,
                                                          MatchumWorkspaceBaseline   *baseline,
                                                          MatchumWorkspaceBaseline   *other);

/* Each one edit. pairs: of MatchumWorkspaceLink, of which only the ids are asked for; both sides agree from now on. */
void                  matchum_workspace_link_entries     (MatchumWorkspace           *self,
                                                          GPtrArray                  *pairs);
void                  matchum_workspace_unlink_entries   (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link);
/* Both are right as they are. */
void                  matchum_workspace_agree_link       (MatchumWorkspace           *self,
                                                          const MatchumWorkspaceLink *link);

/* As matchum_workspace_hold_against(), after which "carriable" tells how many choices for linked entries could be taken
 * over. */
void                  matchum_workspace_hold_with_links  (MatchumWorkspace           *self,
                                                          MatchumWorkspacePosting    *posting,
                                                          MatchumWorkspaceBaseline   *baseline);
/* Takes over what "carriable" told of last: one edit. FALSE where the choices are others by now. */
gboolean              matchum_workspace_take_over_entries (MatchumWorkspace          *self);

/* For the workspace: reads the links again, and tells. */
void                  matchum_workspace_read_links       (MatchumWorkspace           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumWorkspaceLink, matchum_workspace_link_free)

G_END_DECLS
