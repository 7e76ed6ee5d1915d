/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what the sections of a posting are, all at once: by the words of their headings, by the lines in them and by
 * the order in which postings say things. Private to this room. */
#pragma once

#include "posting/matchum-heading-words.h"

G_BEGIN_DECLS

/* What the wording of a line says of it, one of these. */
typedef enum {
  MATCHUM_LINE_NONE,      /* nothing */
  MATCHUM_LINE_NAMES,     /* nothing, and all of it in Latin letters: "Terraform or Pulumi" */
  MATCHUM_LINE_SAYS,      /* a sentence of no known kind */
  MATCHUM_LINE_ASKS,
  MATCHUM_LINE_ASKS_DOES,
  MATCHUM_LINE_DOES,
  MATCHUM_LINE_TELLS,     /* a sentence without a bullet, with the verb of a duty: "우리는 … 만듭니다" */
  MATCHUM_LINE_TELLS_BARE, /* the same without a full stop, as in lists */
  MATCHUM_LINE_OFFERS,
  MATCHUM_LINE_ASKS_OFFERS,
  MATCHUM_LINE_DOES_OFFERS,
  MATCHUM_LINE_STEPS,
  MATCHUM_LINE_STEPS_ELSE, /* and one of the others */
  MATCHUM_LINE_ADDRESSES,
  MATCHUM_LINE_CONDITION,
  MATCHUM_N_LINE_CLASSES
} MatchumLineClass;

typedef struct {
  MatchumHeadingSense sense;
  guint               first;    /* index of its first shape, heading included */
  guint               end;      /* one past its last */
  guint               n_lines;  /* that could be items */
  guint               n_sentences; /* of these, with a full stop */
  guint               group;    /* sections under equal headings have the same, others 0 */
  guint16             classes[MATCHUM_N_LINE_CLASSES]; /* how many lines are of each */
  gboolean            is_preamble; /* stands before the first heading */
  gboolean            is_bulleted; /* its lines are items */
  gboolean            restarts; /* another team or the other language: what was said before does not count */
  MatchumPostingKind  kind;     /* what was decided */
} MatchumPostingSection;

/* Of a line with these MatchumWording bits. */
MatchumLineClass matchum_posting_sections_classify (guint32  wording,
                                                    gboolean is_item);

/* Fills in the kinds. Sections whose headings are known keep what their headings say. */
void matchum_posting_sections_decide (MatchumPostingSection *sections,
                                      guint                  n_sections);

G_END_DECLS
