/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of headings: phrases known as a whole, and the stems by which a heading that no list holds is judged.
 * Private to this room. */
#pragma once

#include "posting/matchum-posting-line.h"

G_BEGIN_DECLS

/* How sure the words are. */
typedef enum {
  MATCHUM_HEADING_UNKNOWN, /* they say nothing */
  MATCHUM_HEADING_LOOSE,   /* a stem that requirements hold as well: only where the line looks like a heading */
  MATCHUM_HEADING_STEM,    /* a stem that hardly anything but a heading holds */
  MATCHUM_HEADING_PART,    /* a known heading stands beside other words or in brackets */
  MATCHUM_HEADING_EXACT,   /* the whole line is a known heading */
} MatchumHeadingStrength;

typedef struct {
  MatchumHeadingStrength strength;
  MatchumPostingKind     kind;
  gboolean               is_weak; /* says what the lines are of, not whether they are required: "경력", "Skills" */
  gboolean               is_ask;  /* asks for people: required where nothing was asked before, else preferred */
} MatchumHeadingSense;

/* The same words written two ways: folded, letters and digits only, without spaces ("whatyoulldo"), and as words
 * with one space around each (" what youll do "). */
typedef struct {
  char  compact[256];
  char  spaced[512];
  gsize n_compact;
  gsize n_spaced;
} MatchumHeadingKey;

void                matchum_heading_key_init     (MatchumHeadingKey       *key,
                                                  const char              *folded,
                                                  gsize                    length);
/* What the whole of the words says as a known phrase; UNKNOWN where it is none. */
MatchumHeadingSense matchum_heading_words_find   (const MatchumHeadingKey *key);
/* What their stems say. */
MatchumHeadingSense matchum_heading_words_guess  (const MatchumHeadingKey *key);
/* Whether it names a team, or lines common to several: a heading within another. */
gboolean            matchum_heading_words_name_team (const MatchumHeadingKey *key);
/* Whether it is a button or a label of a job board, which ends what stands before it. */
gboolean            matchum_heading_words_is_board (const MatchumHeadingKey *key);

/* Whether it holds words that such lines hold, and hardly any other line that asks nothing. */
gboolean            matchum_heading_words_hold_board (const MatchumHeadingKey *key);

/* Brackets, slashes and all: the parts of a line are tried as well. */
MatchumHeadingSense matchum_heading_sense        (const char              *text,
                                                  gsize                    length);
/* The same of words that are folded already. */
MatchumHeadingSense matchum_heading_sense_folded (const char            *folded);
/* The same for the whole of the line only, and much quicker. */
MatchumHeadingSense matchum_heading_sense_whole  (const char              *text,
                                                  gsize                    length);
/* Whether a heading, or what stands before a colon or a bracket in it, names a team. */
gboolean            matchum_heading_names_team        (const char          *text,
                                                       gsize                length);
gboolean            matchum_heading_names_team_folded (const char          *folded);
/* Whether it announces the half of the posting in another language. */
gboolean            matchum_heading_names_language    (const char          *folded);

G_END_DECLS
