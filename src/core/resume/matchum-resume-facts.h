/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a resume says of jobs, projects, studies, certificates, languages and publications, wherever it says it: in headings
 * and the lines under them, in bullets, paragraphs and rows of tables. What a text does not say is NULL. */
#pragma once

#include "resume/matchum-entry-dates.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_FACT_NONE G_MAXUINT

typedef enum {
  MATCHUM_FACT_WORK,
  MATCHUM_FACT_PROJECT,
  MATCHUM_FACT_EDUCATION,
  MATCHUM_FACT_CERTIFICATE,
  MATCHUM_FACT_LANGUAGE,
  MATCHUM_FACT_PUBLICATION,
  MATCHUM_N_FACT_KINDS,
} MatchumFactKind;

typedef enum {
  MATCHUM_STUDY_UNKNOWN,
  MATCHUM_STUDY_GRADUATED,
  MATCHUM_STUDY_ENROLLED,
  MATCHUM_STUDY_COMPLETED, /* 수료: the courses are done, the degree is not held */
  MATCHUM_STUDY_EXPECTED,
  MATCHUM_STUDY_ON_LEAVE,
  MATCHUM_STUDY_WITHDRAWN,
} MatchumStudyState;

typedef struct {
  MatchumFactKind   kind;
  guint             block;      /* index of the block that says it */
  guint             line;       /* 1-based, of the source */
  guint             end;        /* index one past the last block that is about it */
  MatchumSpan       span;       /* the bytes of the block's words that say it; all of them but of rows and single lines */
  guint             within;     /* index of the fact of the job it stands in, or MATCHUM_FACT_NONE */
  char             *name;       /* the organisation, project, school, certificate, language, or title */
  char             *role;       /* of a job, its team before it */
  char             *place;      /* of a job; who gave a certificate */
  char             *degree;     /* as it is written: 석사, M.Sc. */
  char             *field;
  MatchumStudyState state;
  char             *test;       /* of a language */
  char             *score;      /* of the test, or the level where there is none */
  char             *expiry;     /* of a certificate: YYYY, YYYY-MM or YYYY-MM-DD */
  MatchumEntryDates dates;
  GArray           *ranges;     /* of MatchumDateRange: all that it gives, faulty ones among them; spans mean nothing */
  gboolean          is_current;
  gboolean          is_whole;   /* a job whose organisation and role could not be told apart: name is all of it */
} MatchumFact;

/* array of MatchumFact in document order */
GPtrArray *matchum_resume_facts_read (MatchumResume *resume);

G_END_DECLS
