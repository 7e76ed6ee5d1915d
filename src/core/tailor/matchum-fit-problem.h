/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page budget as a problem of choosing blocks: which may go, what each takes of a page, and what a choice is
 * worth.
 *
 * A choice is worth its coverage first: for each required requirement 100 where it is met, 40 where it is partial,
 * and 15 more where work shows it and not a list alone; for each preferred one 30, 12 and 5; and 20 for each step of
 * the priority that a person gave to a block. Choices of the same coverage are told apart by what their blocks are
 * worth by themselves (MatchumBlockWorth), and where that is the same, by what stands first. Of the tailor room
 * only. */
#pragma once

#include "match/matchum-verdict-form.h"
#include "tailor/matchum-page-fit.h"

G_BEGIN_DECLS

/* Compared by coverage, then by worth. */
typedef struct {
  gint64 coverage;
  gint64 worth;
} MatchumFitValue;

typedef enum {
  MATCHUM_FIT_OUT,  /* hidden by hand, or by the rules of hiding */
  MATCHUM_FIT_IN,   /* has to stay */
  MATCHUM_FIT_FREE, /* may go */
} MatchumFitPlace;

typedef struct {
  MatchumFitPlace place;
  guint           leader;       /* the block that it comes and goes with: itself, or the entry whose dates it gives */
  guint           parent;       /* that it is not shown without, or MATCHUM_BLOCK_NONE: of an item in one of several
                                   lists of an entry, the paragraph over that list */
  guint           end;          /* index one past the last that is not shown without it */
  gboolean        needs_child;  /* goes with the last of its children that are more than dates */
  gint64          height;       /* least that it takes of a page, in hundredths of a point, */
  gint64          worth;        /* and what it is worth by itself; of a leader with its dates */
  gint64          priority;     /* in the measure of coverage */
  GArray         *requirements; /* of guint: those of the problem whose forms speak of it */
} MatchumFitItem;

typedef struct {
  MatchumVerdictForm *form;
  guint               index; /* in the match */
  gint64              begun; /* what it is worth where it is partial at least, */
  gint64              met;   /* what more where it is met, */
  gint64              worked;
} MatchumFitRequirement;

typedef struct {
  MatchumMatch       *match;
  MatchumResume      *resume;
  MatchumVisibility  *base;         /* what is visible before anything is chosen */
  MatchumPageMeasure *measure;
  guint               n_pages;
  double              extra;        /* height that is added to pages */
  guint               n_items;      /* one for each block */
  MatchumFitItem     *items;
  GPtrArray          *requirements; /* of MatchumFitRequirement: those that are not soft */
  gint64              capacity;     /* for the heights of all items that are visible: no choice that fits takes more */
  guint              *n_lines;      /* of each block */
  GCancellable       *cancellable;  /* or NULL */
} MatchumFitProblem;

/* extra: points by which pages are higher than they are. What request points to must outlive it. */
MatchumFitProblem *matchum_fit_problem_new         (const MatchumFitRequest *request,
                                                    MatchumVisibility       *base,
                                                    double                   extra);
void               matchum_fit_problem_free        (MatchumFitProblem       *self);

/* Choices have one for each block, not 0 where it is visible. All that is not out, and only what has to stay. */
guint8            *matchum_fit_problem_choose_all  (MatchumFitProblem       *self);
guint8            *matchum_fit_problem_choose_least (MatchumFitProblem      *self);
/* Shows a block that may be hidden, and what it cannot be shown without. */
void               matchum_fit_problem_show        (MatchumFitProblem       *self,
                                                    guint8                  *choice,
                                                    guint                    block);
/* Takes that back: top is the last that was shown of block and what is above it. */
void               matchum_fit_problem_unshow      (MatchumFitProblem       *self,
                                                    guint8                  *choice,
                                                    guint                    block,
                                                    guint                    top);
/* Hides a block that may go, with what hangs on it and headings that would head nothing. */
void               matchum_fit_problem_hide        (MatchumFitProblem       *self,
                                                    guint8                  *choice,
                                                    guint                    block);
/* Whether it is a block that makes sense to be shown by itself: free, its own leader, and no heading for others. */
gboolean           matchum_fit_problem_is_choosable (MatchumFitProblem      *self,
                                                     guint                   block);
/* The choice as the rules of hiding have it. */
MatchumVisibility *matchum_fit_problem_apply       (MatchumFitProblem       *self,
                                                    const guint8            *choice);
double             matchum_fit_problem_count_pages (MatchumFitProblem       *self,
                                                    const guint8            *choice);
gboolean           matchum_fit_problem_fits        (MatchumFitProblem       *self,
                                                    const guint8            *choice);
MatchumFitValue    matchum_fit_problem_judge       (MatchumFitProblem       *self,
                                                    const guint8            *choice);
gint64             matchum_fit_problem_judge_requirement (MatchumFitProblem *self,
                                                          guint              requirement,
                                                          const guint8      *choice);
MatchumStatus      matchum_fit_problem_get_status  (MatchumFitProblem       *self,
                                                    guint                    requirement,
                                                    const guint8            *choice);
gint64             matchum_fit_problem_get_height  (MatchumFitProblem       *self,
                                                    const guint8            *choice);
/* More than 0 where a is worth more than b. */
gint               matchum_fit_value_compare       (MatchumFitValue          a,
                                                    MatchumFitValue          b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFitProblem, matchum_fit_problem_free)

G_END_DECLS
