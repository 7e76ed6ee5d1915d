/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict on one requirement, or on one part of it. Read-only outside this room. */
#pragma once

#include <glib-object.h>

#include "match/matchum-evidence.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_STATUS_MET,
  MATCHUM_STATUS_PARTIAL,
  MATCHUM_STATUS_MISSING,
  MATCHUM_STATUS_UNPROVABLE, /* soft: no resume can prove it */
} MatchumStatus;

typedef struct _MatchumVerdict MatchumVerdict;

struct _MatchumVerdict {
  MatchumStatus  status;
  gboolean       is_listed_only; /* met, but by skills lists alone */
  gboolean       is_by_hand;     /* what a person said counts in it: what they have or lack, link, or leave out */
  GPtrArray     *evidence;       /* of MatchumEvidence, strongest first: visible spans only */
  GPtrArray     *missing;        /* of char *: each absent criterion by the posting's shortest name */
  guint          n_hidden;       /* blocks that would show something more, were they not hidden */
  GPtrArray     *parts;          /* of MatchumVerdict, where the line has several; else NULL */
};

MatchumVerdict *matchum_verdict_new  (void);
void            matchum_verdict_free (MatchumVerdict *self);
/* "met", "partial", "missing"; NULL for unprovable. */
const char     *matchum_status_get_nick (MatchumStatus status);
/* "met", "listed only", "cannot be shown", in the user's language. */
const char     *matchum_status_get_word (MatchumStatus status,
                                         gboolean      is_listed_only);
/* Number of different blocks among the evidence. */
guint           matchum_verdict_count_blocks (const MatchumVerdict *self);
gboolean        matchum_verdict_has_block    (const MatchumVerdict *self,
                                              guint                 block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumVerdict, matchum_verdict_free)

G_END_DECLS
