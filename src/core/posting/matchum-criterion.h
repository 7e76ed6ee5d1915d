/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a requirement asks for, as a tree: all, any or at least so many of its children, and leaves that can be
 * looked for in a resume. Read-only outside this room; lives as long as its requirement. */
#pragma once

#include <glib-object.h>

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-amount.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_CRITERION_ALL,         /* every child */
  MATCHUM_CRITERION_ANY,         /* one child */
  MATCHUM_CRITERION_AT_LEAST,    /* count children */
  MATCHUM_CRITERION_CONCEPT,     /* a concept of the lexicon */
  MATCHUM_CRITERION_WORD,        /* a word the lexicon does not know, looked for as it stands */
  MATCHUM_CRITERION_YEARS,       /* months of experience, in the concepts given where there are any */
  MATCHUM_CRITERION_DEGREE,      /* a degree, in the fields given where there are any */
  MATCHUM_CRITERION_FIELD,       /* a field of study */
  MATCHUM_CRITERION_CERTIFICATE, /* by its name, or one for what is named */
  MATCHUM_CRITERION_LANGUAGE,    /* a human language, at a test score where one is given */
  MATCHUM_CRITERION_ANYONE,      /* entry level, 경력 무관: met by everybody */
  MATCHUM_CRITERION_AMOUNT,      /* so much or so many of something, at least */
} MatchumCriterionKind;

typedef struct _MatchumCriterion MatchumCriterion;

struct _MatchumCriterion {
  MatchumCriterionKind  kind;
  MatchumSpan           span;     /* bytes of the requirement's text that say it */
  char                 *name;     /* the posting's own shortest words for it; of leaves */
  GArray               *concepts; /* of guint, in the lexicon: what it names (CONCEPT, CERTIFICATE, LANGUAGE), the domain of
                                     YEARS, the fields of a DEGREE; any one of them is enough; may be empty */
  GArray               *rivals;   /* of guint; of YEARS: what other years are asked in that would do as well, each in a job
                                     of its own; NULL where none are */
  char                 *word;     /* folded, of WORD, and of a CERTIFICATE that the lexicon does not know; of YEARS the
                                     words for the domain that it does not know, divided by |; of an AMOUNT what is
                                     counted, where its unit does not say it */
  guint                 count;    /* of AT_LEAST */
  guint                 months;   /* of YEARS: the least; */
  guint                 degree;   /* of DEGREE: MatchumDegree in matchum-degree.h */
  guint                 level;    /* of LANGUAGE: MatchumProficiency in matchum-proficiency.h */
  MatchumAmount         amount;   /* of AMOUNT: the least; its spans are of the line as it was folded */
  gint                  score;    /* of LANGUAGE: least score of the test in concepts, 0 for none */
  gboolean              is_open;  /* of ANY: "A, B 등": another member of the same class counts too */
  gboolean              is_silent;  /* counts where it is shown, but is never named as missing: an example in brackets,
                                       the class behind "A, B 등" */
  gboolean              is_detail; /* counts as any, but is named as missing only where nothing of the line is shown: the head
                                      before its examples, examples in brackets */
  gboolean              is_context; /* how the rest is to have been done ("in production", "실무"): also shown by the rest of
                                       the line being shown by work done in a job */
  gboolean              is_scale;   /* "대용량", "at scale": also shown by a large enough number */
  gboolean              is_aside;   /* how or with what the rest is to have been done: asked, but by itself it shows nothing
                                       of the line */
  gboolean              is_whole;  /* a whole kind of work of which the rest asks for a part: asked, but by itself it shows
                                       nothing of the line */
  gboolean              is_compound; /* of ALL: its children are one thing together ("API 테스트 도구"): shown in one place, or
                                       not at all */
  gboolean              is_career;  /* what a career of so many years is asked in: the jobs show it, not their items */
  gboolean              is_role;    /* names a role; goes before the tree is done */
  gboolean              is_inner;   /* of YEARS: some of the years that are asked before it ("three of them with Go") */
  gboolean              counts_research; /* of YEARS: research at a university counts */
  gboolean              is_related; /* of DEGREE and FIELD: a related field will do */
  GPtrArray            *children; /* of MatchumCriterion; NULL for leaves */
};

MatchumCriterion *matchum_criterion_new     (MatchumCriterionKind    kind,
                                             MatchumSpan             span,
                                             const char             *name);
void              matchum_criterion_free    (MatchumCriterion       *self);
gboolean          matchum_criterion_is_leaf (const MatchumCriterion *self);
/* What a leaf asks for by a known name, the first of it; NULL where it asks for something else. */
const MatchumConcept *matchum_criterion_find_concept (const MatchumCriterion *self,
                                                      MatchumLexicon         *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCriterion, matchum_criterion_free)

G_END_DECLS
