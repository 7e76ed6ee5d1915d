/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A span of a resume that shows a criterion, with the reason. Read-only outside this room. */
#pragma once

#include <glib-object.h>

#include "posting/matchum-criterion.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Told in the CLI's JSON by the nick: named, alias, implied, years, degree, certificate, by-hand. */
typedef enum {
  MATCHUM_REASON_NAMED,       /* by the posting's own word */
  MATCHUM_REASON_ALIAS,       /* by another name of the same */
  MATCHUM_REASON_IMPLIED,     /* by a kind or a user of it: PySpark for Spark */
  MATCHUM_REASON_YEARS,
  MATCHUM_REASON_DEGREE,
  MATCHUM_REASON_CERTIFICATE,
  MATCHUM_REASON_BY_HAND,
} MatchumReason;

typedef struct {
  guint                   block;     /* index in the resume */
  MatchumSpan             span;      /* bytes of the block's words */
  const MatchumCriterion *criterion; /* the leaf it shows */
  MatchumReason           reason;
  gboolean                is_listed; /* stands in a skills list, not in a work item */
  gboolean                is_job;    /* work done in a job */
  gboolean                is_weak;   /* shows it in part only: expired, misspelt, years that fall short */
  gboolean                is_part;   /* of a whole kind of work: not pointed to where work is called by the name */
  gboolean                is_member; /* one of the class of things that is asked for */
  gboolean                is_side;   /* a project, a paper or an activity: not pointed to where jobs show enough */
  gboolean                is_own;    /* by a name of the user's own, in the resume or in the posting */
  guint                   strength;  /* the more the stronger, for the order */
} MatchumEvidence;

MatchumEvidence *matchum_evidence_copy   (const MatchumEvidence *self);
void             matchum_evidence_free   (MatchumEvidence       *self);
const char      *matchum_reason_get_nick (MatchumReason          reason);

G_END_DECLS
