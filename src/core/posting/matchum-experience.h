/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of experience as postings ask for them. All text is folded text. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_EXPERIENCE_MONTHS,     /* at least so many months */
  MATCHUM_EXPERIENCE_EQUIVALENT, /* "or equivalent experience", no length given */
  MATCHUM_EXPERIENCE_ANYONE,     /* entry level, 경력 무관, at most N years */
} MatchumExperienceKind;

typedef struct {
  MatchumExperienceKind kind;
  guint                 months;
  MatchumSpan           span; /* bytes of the folded text */
} MatchumExperienceMention;

/* Of these every text that asks for a length holds one, if no number with "yr". */
#define MATCHUM_EXPERIENCE_SIGNS \
  "년|개월|신입|무관|준하는|상응하는|해당하는|동등한|year|month|entry|new grad|no experience|no prior experience|" \
  "equivalent| of which| of them| of those| of these"

/* All lengths that text asks for, in order: GArray of MatchumExperienceMention. Founding years, "2년제" and dates
 * are none. */
GArray *matchum_experience_find_all (const char *text,
                                     gsize       length);

G_END_DECLS
