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
