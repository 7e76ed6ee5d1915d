/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a page looks: paper, margins, type and structure. A value. */
#pragma once

#include <glib-object.h>

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

typedef struct {
  const char *name;          /* "standard", "ats" */
  const char *family;        /* of fonts, or NULL for those that the type case has */
  MatchumWrapping wrapping;
  gboolean    inline_dates;  /* "Title | date" on one run of text, as tracking systems read it, not right-aligned */
  double      base_size;     /* points */
  double      leading;       /* line height as a multiple of the size */
  double      margin_x;      /* points */
  double      margin_y;
  double      accent[3];     /* RGB of headings and rules, 0 to 1 */
  double      ink[3];        /* of the text */
  double      quiet[3];      /* of contact, dates, separators and the page number */
  double      name_size;     /* points */
  double      contact_size;
  double      section_size;
  double      entry_size;
  double      rule_width;    /* points, under section headings; 0 for none */
  double      section_gap;   /* points above a section heading, an entry, an item and a paragraph */
  double      entry_gap;
  double      item_gap;
  double      paragraph_gap;
} MatchumTheme;

/* NULL where there is no theme of that name. */
const MatchumTheme *matchum_theme_lookup       (const char   *name);
/* Names of all themes, the default first; NULL-terminated. */
const char *const  *matchum_theme_get_names    (void);
/* In points. */
double              matchum_paper_get_width    (MatchumPaper  paper);
double              matchum_paper_get_height   (MatchumPaper  paper);
/* Takes "a4" and "letter" in any case. */
gboolean            matchum_paper_from_name    (const char   *name,
                                                MatchumPaper *paper);
/* The name of every MatchumPaper in its place; NULL-terminated. */
const char *const  *matchum_paper_get_names    (void);

G_END_DECLS
