/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of a page by what they are for. Type is set with inks and drawn in the colours of a palette, so that another
 * colour doesn't set anything anew. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_INK_TEXT,
  MATCHUM_INK_QUIET,  /* contact, dates, separators and the page number */
  MATCHUM_INK_ACCENT, /* headings, rules and links */
  MATCHUM_N_INKS,
} MatchumInk;

typedef struct {
  double rgb[MATCHUM_N_INKS][3]; /* 0 to 1 */
} MatchumPalette;

G_END_DECLS
