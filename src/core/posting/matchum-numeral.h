/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people write them: 1,000,000 · 1억 2천만 · 1.5억 · 수백만 · 10k · half a million · three. Pure; all text is
 * folded text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More pieces ("1조 2천억 3백만") than this are no number. */
#define MATCHUM_NUMERAL_MAX_PARTS 6

typedef struct {
  guint64  digits;
  gint     exponent; /* times ten to the power of it */
} MatchumNumeralPart;

typedef struct {
  MatchumNumeralPart parts[MATCHUM_NUMERAL_MAX_PARTS]; /* which add up to it */
  guint              n_parts;
  gsize              length;    /* bytes that say it */
  gboolean           has_scale; /* 만, k, million */
  gboolean           is_word;   /* no digit is among them */
  gboolean           is_vague;  /* "수백만", "millions of": so many at the least */
} MatchumNumeral;

/* Reads the number that text begins with; whether a number may begin there at all is for the caller to see. FALSE where
 * there is none. */
gboolean matchum_numeral_read      (const char           *text,
                                    gsize                 length,
                                    MatchumNumeral       *self);
/* The number times ten to the power of exponent, rounded down; G_MAXINT64 where it is more than that. */
gint64   matchum_numeral_get_value (const MatchumNumeral *self,
                                    gint                  exponent);
/* Gives a number without a scale that of another: the "5" of "5~10만". */
void     matchum_numeral_take_scale (MatchumNumeral       *self,
                                     const MatchumNumeral *other);

G_END_DECLS
