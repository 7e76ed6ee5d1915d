/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a resume could not be read, line by line, so that the person can mend it: nothing of it is guessed. */
#pragma once

#include "resume/matchum-resume-facts.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_NOTE_DATE,    /* 2021.13: no such month */
  MATCHUM_NOTE_ORDER,   /* ends before it starts */
  MATCHUM_NOTE_FUTURE,  /* begins after the day, or ends later than anything that is planned does */
  MATCHUM_NOTE_UNDATED, /* a job without a date */
  MATCHUM_NOTE_DEGREE,  /* studies without a degree or a state that are known */
  MATCHUM_NOTE_PARTS,   /* a job whose organisation and role cannot be told apart */
  MATCHUM_N_NOTE_KINDS,
} MatchumNoteKind;

typedef struct {
  MatchumNoteKind kind;
  guint           line; /* 1-based, of the source */
  char           *text; /* a sentence or two for the person */
} MatchumResumeNote;

/* array of MatchumResumeNote by line; facts: those of resume */
GPtrArray *matchum_resume_notes_find (MatchumResume   *resume,
                                      const GPtrArray *facts,
                                      MatchumDay       as_of);

G_END_DECLS
