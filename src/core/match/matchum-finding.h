/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found of one thing that a requirement asks for: how it stands, by what and how often it is shown, or why it is
 * not. A tree as what is asked is one; made on demand, since a coverage is to be quick. Pure data, read-only outside this
 * room. */
#pragma once

#include "match/matchum-coverage.h"
#include "match/matchum-hint.h"
#include "posting/matchum-degree.h"

G_BEGIN_DECLS

/* From best to worst; the first two are shown. */
typedef enum {
  MATCHUM_FINDING_SHOWN,
  MATCHUM_FINDING_LISTED,  /* by skills lists alone */
  MATCHUM_FINDING_PART,    /* less than is asked */
  MATCHUM_FINDING_HINT,    /* only what takes it back */
  MATCHUM_FINDING_HIDDEN,  /* it would be shown, were nothing hidden */
  MATCHUM_FINDING_MISSING,
  MATCHUM_N_FINDING_STATES,
} MatchumFindingState;

/* How a leaf is shown. */
typedef enum {
  MATCHUM_WAY_NAMED,   /* by the posting's word */
  MATCHUM_WAY_ALIAS,   /* by another name */
  MATCHUM_WAY_IMPLIED, /* by a kind or a user of it */
  MATCHUM_WAY_OWN,     /* by a name of the user's own */
  MATCHUM_WAY_CONTEXT, /* by the rest of the line being work in a job */
  MATCHUM_WAY_GIVEN,   /* asked of nobody, or shown by the resume as it is */
} MatchumWay;

/* Why a leaf is shown in part, or missing though its words are there. */
typedef enum {
  MATCHUM_FAULT_NONE,
  MATCHUM_FAULT_EXPIRED,
  MATCHUM_FAULT_MISSPELT,
  MATCHUM_FAULT_SHORT, /* a lower score or level, fewer years */
  MATCHUM_FAULT_APART, /* of a compound: each of its words is there, but not together */
} MatchumFault;

/* A time of work that counts. */
typedef struct {
  char             *name; /* of the employer */
  MatchumDateRange  range;
} MatchumCountedWork;

typedef struct _MatchumFinding MatchumFinding;

struct _MatchumFinding {
  const MatchumCriterion *criterion; /* lives as long as its match */
  MatchumFindingState     state;
  MatchumWay              way;
  MatchumFault            fault;
  gboolean                is_by_hand; /* as a person said */
  char                   *name;      /* what is asked, as the posting says it; NULL for lists */
  char                   *words;     /* of the resume, where they differ or say more; NULL where none do */
  guint                   n_items;   /* different blocks among the verdict's evidence */
  guint                   n_hidden;  /* hidden blocks that show it */
  guint                   months;    /* of YEARS: counted, */
  guint                   months_asked;
  GPtrArray              *work;      /* of MatchumCountedWork: what is visible, */
  GPtrArray              *hidden_work; /* and what is hidden; NULL but for YEARS */
  MatchumAmount           amount;    /* of AMOUNT: what the resume tells; of no unit where it tells none */
  MatchumDegree           degree;    /* of DEGREE and FIELD: the highest that is held, */
  gboolean                is_other_field; /* which is high enough, but in no field that is asked */
  GArray                 *hints;     /* of MatchumHint, in the order of the resume */
  GPtrArray              *children;  /* of MatchumFinding; NULL for leaves and compounds */
};

/* What was found of a part of the requirement at index; NULL where the part is soft. */
MatchumFinding *matchum_finding_new      (MatchumCoverage      *coverage,
                                          guint                 requirement,
                                          guint                 part);
void            matchum_finding_free     (MatchumFinding       *self);
gboolean        matchum_finding_is_shown (const MatchumFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFinding, matchum_finding_free)

G_END_DECLS
