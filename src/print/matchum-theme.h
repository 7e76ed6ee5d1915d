/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a page looks: paper, margins, type and structure. A value. */
#pragma once

#include <glib-object.h>

#include "matchum-ink.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_PAPER_A4,
  MATCHUM_PAPER_LETTER,
} MatchumPaper;

/* Where lines of Hangul may end: between words, as people like to read, or after any syllable, as much of what is
 * printed has it. */
typedef enum {
  MATCHUM_WRAPPING_EOJEOL,
  MATCHUM_WRAPPING_SYLLABLE,
} MatchumWrapping;

/* Name and contact at the top of the first page. */
typedef enum {
  MATCHUM_HEAD_LEFT,
  MATCHUM_HEAD_CENTRED,
  MATCHUM_HEAD_BESIDE, /* the name at the left, contact at the right of it */
} MatchumHeadLook;

/* Titles of sections. */
typedef enum {
  MATCHUM_SECTION_PLAIN,
  MATCHUM_SECTION_RULED,    /* with a rule under them */
  MATCHUM_SECTION_CENTRED,  /* letter-spaced in the middle, with a rule under them */
  MATCHUM_SECTION_MARGIN,   /* in a column of their own at the left of what they head */
  MATCHUM_SECTION_TRAILING, /* with a rule from their end to the right margin */
} MatchumSectionLook;

/* Name and number of following pages. */
typedef enum {
  MATCHUM_RUNNING_FOOT_RIGHT,
  MATCHUM_RUNNING_FOOT_CENTRE,
  MATCHUM_RUNNING_HEAD_RIGHT,
} MatchumRunningPlace;

typedef struct {
  const char         *name;          /* "standard", "ats" */
  const char         *family;        /* of fonts, or NULL for those that the type case has */
  gboolean            is_serif;      /* which of these */
  MatchumWrapping     wrapping;
  gboolean            inline_dates;  /* "Title | date" on one run of text, as tracking systems read it */
  const char         *joint;         /* between the parts of a heading */
  MatchumHeadLook     head;
  MatchumSectionLook  section;
  MatchumRunningPlace running;
  double              base_size;     /* points */
  double              leading;       /* line height as a multiple of the size */
  double              margin_x;      /* points */
  double              margin_y;
  double              column;        /* points from the left to the text beside titles of sections in the margin */
  double              name_size;     /* points */
  double              contact_size;
  double              section_size;
  double              entry_size;
  double              rule_width;    /* points; 0 for no rules at all */
  double              section_gap;   /* points above a section heading, an entry, an item and a paragraph */
  double              entry_gap;
  double              item_gap;
  double              paragraph_gap;
  gboolean            has_photo;     /* what forms ask for; no theme has it by itself */
  gboolean            shows_birth;
  gboolean            shows_military;
  MatchumPalette      palette;
} MatchumTheme;

/* NULL where there is no theme of that name. */
const MatchumTheme *matchum_theme_lookup        (const char         *name);
/* Names of all themes, the default first; NULL-terminated. */
const char *const  *matchum_theme_get_names     (void);
/* Whether type set for self is that of other, whatever its colours and its page numbers. */
gboolean            matchum_theme_has_same_type (const MatchumTheme *self,
                                                 const MatchumTheme *other);
/* In points. */
double              matchum_paper_get_width     (MatchumPaper        paper);
double              matchum_paper_get_height    (MatchumPaper        paper);
/* Takes "a4" and "letter" in any case. */
gboolean            matchum_paper_from_name     (const char         *name,
                                                 MatchumPaper       *paper);
/* The name of every MatchumPaper in its place; NULL-terminated. */
const char *const  *matchum_paper_get_names     (void);

G_END_DECLS
