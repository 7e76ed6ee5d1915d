/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices made for one posting over one baseline: the blocks hidden and pinned, by id, their order, wording of its own
 * for some, the line under the name, the team, and the pages: how many, and their look. It never copies the baseline. A value: edits
 * give a new one. Immutable and reference counted. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_APPLICATION (matchum_application_get_type ())

typedef struct _MatchumApplication MatchumApplication;

/* How pages look, in the words of settings and files: matchum-page-style.h of the printing library tells what they mean. */
typedef struct {
  char *theme;       /* "compact" */
  char *paper;       /* "a4" */
  char *adjustments; /* lines of key=value, "" for none */
} MatchumApplicationLook;

/* Wording of its own for a block, as Markdown of a line or two; NULL goes back to the baseline's. replaced: the baseline's
 * words that it stands for, so that it is known when those have changed; NULL where nobody knows. */
typedef struct {
  const char *block_id;
  const char *markdown;
  const char *replaced;
} MatchumApplicationWording;

GType               matchum_application_get_type       (void);

MatchumApplication *matchum_application_new            (void);
/* With these ids, of char *; either may be NULL. */
MatchumApplication *matchum_application_new_from_ids   (GPtrArray          *hidden,
                                                        GPtrArray          *pinned);
MatchumApplication *matchum_application_ref            (MatchumApplication *self);
void                matchum_application_unref          (MatchumApplication *self);

/* New applications with one id added to or taken from the hidden or pinned ids. Hiding unpins; pinning shows. */
MatchumApplication *matchum_application_with_hidden    (MatchumApplication *self,
                                                        const char         *block_id,
                                                        gboolean            is_hidden);
MatchumApplication *matchum_application_with_pinned    (MatchumApplication *self,
                                                        const char         *block_id,
                                                        gboolean            is_pinned);
/* The same for many ids at once, of char *. */
MatchumApplication *matchum_application_with_all_hidden (MatchumApplication *self,
                                                        GPtrArray          *block_ids,
                                                        gboolean            are_hidden);
MatchumApplication *matchum_application_with_all_pinned (MatchumApplication *self,
                                                        GPtrArray          *block_ids,
                                                        gboolean            are_pinned);
/* With these hidden and pinned, of char *, in place of all that were; either may be NULL. */
MatchumApplication *matchum_application_with_ids       (MatchumApplication *self,
                                                        GPtrArray          *hidden,
                                                        GPtrArray          *pinned);

/* The team that is applied to, by the name that the posting gives it; NULL is the posting as a whole. */
MatchumApplication *matchum_application_with_team      (MatchumApplication *self,
                                                        const char         *team);
const char         *matchum_application_get_team       (MatchumApplication *self);

/* The fields of MatchumApplicationWording. */
MatchumApplication *matchum_application_with_wording   (MatchumApplication *self,
                                                        const char         *block_id,
                                                        const char         *markdown,
                                                        const char         *replaced);
/* The same for many at once. */
MatchumApplication *matchum_application_with_wordings  (MatchumApplication *self,
                                                        const MatchumApplicationWording *wordings,
                                                        guint               n_wordings);
const char         *matchum_application_get_wording    (MatchumApplication *self,
                                                        const char         *block_id);
const char         *matchum_application_get_replaced   (MatchumApplication *self,
                                                        const char         *block_id);
/* The ids of the blocks with wording of their own, of char *, sorted. */
GPtrArray          *matchum_application_dup_worded     (MatchumApplication *self);

/* Ids in an order of its own, of char *, as matchum-block-order.h takes them; NULL or none: the baseline's. */
MatchumApplication *matchum_application_with_order     (MatchumApplication *self,
                                                        GPtrArray          *ids);
GPtrArray          *matchum_application_get_order      (MatchumApplication *self);

/* The line under the name, "ML Engineer"; NULL or white space: the baseline's. */
MatchumApplication *matchum_application_with_title_line (MatchumApplication *self,
                                                        const char         *title_line);
const char         *matchum_application_get_title_line (MatchumApplication *self);

/* How many pages it may fill; 0: nobody said. */
MatchumApplication *matchum_application_with_budget    (MatchumApplication *self,
                                                        guint               n_pages);
guint               matchum_application_get_budget     (MatchumApplication *self);
/* Whether jobs may go with their headings when it is made to fit. */
MatchumApplication *matchum_application_with_allows_gaps (MatchumApplication *self,
                                                        gboolean            allows_gaps);
gboolean            matchum_application_allows_gaps    (MatchumApplication *self);

/* A look of its own for its pages; NULL: what all have. */
MatchumApplication *matchum_application_with_look      (MatchumApplication         *self,
                                                        const MatchumApplicationLook *look);
const MatchumApplicationLook *matchum_application_get_look (MatchumApplication *self);

gboolean            matchum_application_is_hidden      (MatchumApplication *self,
                                                        const char         *block_id);
gboolean            matchum_application_is_pinned      (MatchumApplication *self,
                                                        const char         *block_id);
gboolean            matchum_application_is_equal       (MatchumApplication *self,
                                                        MatchumApplication *other);
/* Whether both make the same resume of a baseline, hidden blocks not looked at: the same words in the same order. */
gboolean            matchum_application_has_same_words (MatchumApplication *self,
                                                        MatchumApplication *other);
gboolean            matchum_application_has_same_order (MatchumApplication *self,
                                                        MatchumApplication *other);
gboolean            matchum_application_has_same_look  (MatchumApplication *self,
                                                        MatchumApplication *other);
/* The ids, of char *, sorted. */
GPtrArray          *matchum_application_dup_hidden     (MatchumApplication *self);
GPtrArray          *matchum_application_dup_pinned     (MatchumApplication *self);
/* What of resume is seen under these choices. */
MatchumVisibility  *matchum_application_get_visibility (MatchumApplication *self,
                                                        MatchumResume      *resume);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumApplication, matchum_application_unref)

G_END_DECLS
