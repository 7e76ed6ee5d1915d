/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of LinkedIn's export and what their columns are. Private to import/. */
#pragma once

#include "import/matchum-archive.h"
#include "import/matchum-csv.h"
#include "resume/matchum-json-value.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_LINKEDIN_PROFILE,
  MATCHUM_LINKEDIN_EMAIL_ADDRESSES,
  MATCHUM_LINKEDIN_PHONE_NUMBERS,
  MATCHUM_LINKEDIN_POSITIONS,
  MATCHUM_LINKEDIN_PROJECTS,
  MATCHUM_LINKEDIN_EDUCATION,
  MATCHUM_LINKEDIN_SKILLS,
  MATCHUM_LINKEDIN_CERTIFICATIONS,
  MATCHUM_LINKEDIN_LANGUAGES,
  MATCHUM_LINKEDIN_TEST_SCORES,
  MATCHUM_LINKEDIN_HONORS,
  MATCHUM_LINKEDIN_PUBLICATIONS,
  MATCHUM_LINKEDIN_PATENTS,
  MATCHUM_LINKEDIN_COURSES,
  MATCHUM_LINKEDIN_ORGANIZATIONS,
  MATCHUM_LINKEDIN_VOLUNTEERING,
  MATCHUM_LINKEDIN_N_TABLES,
} MatchumLinkedinTableId;

/* Names of columns; several that mean the same are parted by |. */
typedef struct {
  const char *file;       /* without ".csv", blanks and underscores, in small letters */
  const char *korean;     /* the heading of its section; NULL where it has none */
  const char *english;
  const char *parts[4];   /* of the heading of an entry */
  const char *first;      /* dates */
  const char *last;
  gboolean    is_open;    /* without a last date it goes on */
  const char *url;
  const char *prose;
  const char *labelled[3]; /* told with a label of their own */
} MatchumLinkedinTable;

const MatchumLinkedinTable *matchum_linkedin_table_get    (MatchumLinkedinTableId      id);
/* The table that a member is, by its name; MATCHUM_LINKEDIN_N_TABLES where it is none. */
MatchumLinkedinTableId      matchum_linkedin_table_find   (const char                 *path);
/* The field of a row in the first of the columns that says something; "" where none does. Free with g_free(): character
 * references are undone. */
char                       *matchum_linkedin_table_dup    (const MatchumCsv           *csv,
                                                           guint                       row,
                                                           const char                 *columns);
/* "Jan 2021" as a resume of that language has it; as it is where it is no month or year. *is_known: whether it is. */
char                       *matchum_linkedin_table_dup_date (const char               *text,
                                                           gboolean                    is_korean,
                                                           gboolean                   *is_known);

G_END_DECLS
