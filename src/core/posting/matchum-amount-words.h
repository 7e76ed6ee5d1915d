/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words beside a number that say what it counts. Of the posting room only; all text is folded text. */
#pragma once

#include "posting/matchum-amount.h"

G_BEGIN_DECLS

typedef struct {
  gsize           length;   /* bytes of the word */
  MatchumUnit     unit;
  MatchumPeriod   period;   /* that the word itself says: "rps" */
  MatchumCurrency currency;
  gint            exponent; /* base units in one of it, as a power of ten */
  gboolean        is_thing; /* names what is counted, and is no mere counter */
} MatchumUnitWord;

/* The word for a unit that text begins with. FALSE where there is none. */
gboolean      matchum_amount_words_read_unit    (const char      *text,
                                                 gsize            length,
                                                 MatchumUnitWord *word);
/* The same for one that text ends with, as in "MAU 84만", before words that only lead to the number. */
gboolean      matchum_amount_words_read_label   (const char      *text,
                                                 gsize            length,
                                                 MatchumUnitWord *word);
/* The currency sign that text ends with. Gives its bytes, 0 where there is none. */
gsize         matchum_amount_words_read_sign    (const char      *text,
                                                 gsize            length,
                                                 MatchumCurrency *currency);
/* How long text, which stands right behind a unit, says that it is counted. Gives the bytes, 0 where it says nothing. */
gsize         matchum_amount_words_read_per     (const char      *text,
                                                 gsize            length,
                                                 MatchumPeriod   *period);
/* The last word for a period in text, which stands before a number, and where it starts. */
MatchumPeriod matchum_amount_words_find_period  (const char      *text,
                                                 gsize            length,
                                                 gsize           *start);
/* Which people are meant: by what stands before the number, and behind the unit. */
MatchumUnit   matchum_amount_words_find_people  (const char      *text,
                                                 MatchumSpan      before,
                                                 MatchumSpan      after);
/* Whether people are counted who work, or of whom nothing is said. */
gboolean      matchum_amount_words_is_people    (MatchumUnit      unit);
/* What money is for; is_pay: it is what the posting pays. */
MatchumMatter matchum_amount_words_find_matter  (const char      *text,
                                                 MatchumSpan      around,
                                                 gboolean        *is_pay);
/* Whether a percentage is how much of the time something works. */
gboolean      matchum_amount_words_is_available (const char      *text,
                                                 MatchumSpan      around);
/* Whether people who signed up, or downloads, are counted: over all the time. */
gboolean      matchum_amount_words_is_ever      (const char      *text,
                                                 MatchumSpan      around);

G_END_DECLS
