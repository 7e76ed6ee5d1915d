/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Academic degrees as postings ask for them and resumes tell of them. All text is folded text. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* In order: a higher one shows a lower one. */
typedef enum {
  MATCHUM_DEGREE_NONE,
  MATCHUM_DEGREE_HIGH_SCHOOL,
  MATCHUM_DEGREE_ASSOCIATE,
  MATCHUM_DEGREE_BACHELOR,
  MATCHUM_DEGREE_MASTER,
  MATCHUM_DEGREE_DOCTOR,
} MatchumDegree;

typedef struct {
  MatchumDegree degree; /* the lowest of those named in one breath ("석/박사" is a master's) */
  MatchumSpan   span;   /* bytes of the folded text, "학위" and "degree" included */
} MatchumDegreeMention;

/* Of these every text that names a degree holds one, one in Latin letters at the start of a word. */
#define MATCHUM_DEGREE_SIGNS \
  "석사|박사|학사|대졸|4년제|대학|고졸|고등학교|초대졸|전문대|2년제|석 박|석/박|석·박|석,박|학/석|학·석|학 /|" \
  "phd|ph.d|ph d|doctor|dphil|master|msc|m.s|m.a|m.e|ms |mphil|mph|mba|meng|ma |bachelor|bs |bsc|bs/|" \
  "b.s|b.a|b.e|ba |ba/|beng|undergraduate|university|college|four-year|associate|" \
  "higher national|hnd|high school|ged|degree"

/* All degrees named in text, in order: GArray of MatchumDegreeMention. */
GArray       *matchum_degree_find_all      (const char *text,
                                            gsize       length);
/* The highest degree that text names, or NONE. */
MatchumDegree matchum_degree_find_highest  (const char *text,
                                            gsize       length);
/* Whether text says of a degree that it is not held: 재학, 수료, 과정, candidate, expected… */
gboolean      matchum_degree_is_unfinished (const char *text,
                                            gsize       length);

G_END_DECLS
