/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be visible for each verdict on a requirement, as formulas over the blocks of the resume: what a
 * coverage does for one choice of blocks is here said of all of them. For what chooses blocks. */
#pragma once

#include "match/matchum-match.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FORM_NEVER,
  MATCHUM_FORM_ALWAYS,
  MATCHUM_FORM_BLOCK,    /* block is visible */
  MATCHUM_FORM_ALL,      /* every child is true */
  MATCHUM_FORM_ANY,      /* one is */
  MATCHUM_FORM_AT_LEAST, /* count are */
  MATCHUM_FORM_MONTHS,   /* the spells of visible blocks make count months, each counted once */
  MATCHUM_FORM_NOT,      /* its one child is false */
} MatchumFormKind;

/* Work in the months from first to last, counted as they are. */
typedef struct {
  guint        block;
  MatchumMonth first;
  MatchumMonth last;
} MatchumFormSpell;

typedef struct _MatchumForm MatchumForm;

struct _MatchumForm {
  MatchumFormKind kind;
  guint           block;
  guint           count;
  GArray         *spells;   /* of MatchumFormSpell; of MONTHS */
  GPtrArray      *children; /* of MatchumForm; NULL for the rest */
};

typedef struct {
  MatchumForm *met;    /* the verdict is met, */
  MatchumForm *begun;  /* or at least partial, */
  MatchumForm *worked; /* or met, and not by skills lists alone as far as blocks by themselves tell */
} MatchumVerdictForm;

/* Of the requirement at index; NULL where it is soft. */
MatchumVerdictForm *matchum_verdict_form_new  (MatchumMatch       *match,
                                               guint               requirement);
void                matchum_verdict_form_free (MatchumVerdictForm *self);
/* is_visible: one for each block of the resume. */
gboolean            matchum_form_is_true      (const MatchumForm  *self,
                                               const guint8       *is_visible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumVerdictForm, matchum_verdict_form_free)

G_END_DECLS
