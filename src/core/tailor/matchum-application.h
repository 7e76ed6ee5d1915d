/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices made for one posting over one baseline: so far the blocks hidden and pinned, by id, and the team. It never copies
 * the baseline. A value: edits give a new one. Immutable and reference counted. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_APPLICATION (matchum_application_get_type ())

typedef struct _MatchumApplication MatchumApplication;

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

/* The team that is applied to, by the name that the posting gives it; NULL is the posting as a whole. */
MatchumApplication *matchum_application_with_team      (MatchumApplication *self,
                                                        const char         *team);
const char         *matchum_application_get_team       (MatchumApplication *self);

gboolean            matchum_application_is_hidden      (MatchumApplication *self,
                                                        const char         *block_id);
gboolean            matchum_application_is_pinned      (MatchumApplication *self,
                                                        const char         *block_id);
gboolean            matchum_application_is_equal       (MatchumApplication *self,
                                                        MatchumApplication *other);
/* The ids, of char *, sorted. */
GPtrArray          *matchum_application_dup_hidden     (MatchumApplication *self);
GPtrArray          *matchum_application_dup_pinned     (MatchumApplication *self);
/* What of resume is seen under these choices. */
MatchumVisibility  *matchum_application_get_visibility (MatchumApplication *self,
                                                        MatchumResume      *resume);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumApplication, matchum_application_unref)

G_END_DECLS
