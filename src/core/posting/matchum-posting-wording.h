/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a line say about the line: that it asks, tells of a duty, introduces, breaks off. All texts are
 * folded (matchum_fold). Private to this room. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_WORDING_ASKS       = 1 << 0,  /* "… 경험이 있으신 분", "Proficiency in …" */
  MATCHUM_WORDING_DOES       = 1 << 1,  /* a duty: "… 개발 및 운영", "Design and build …" */
  MATCHUM_WORDING_OFFERS     = 1 << 2,  /* what the job gives: "연 20일 휴가", "Pension and health cover" */
  MATCHUM_WORDING_STEPS      = 1 << 3,  /* of the hiring process: "서류 전형", "60-minute interview" */
  MATCHUM_WORDING_POINTS     = 1 << 4,  /* at other lines: "아래에 해당하시는 분", "the following:" */
  MATCHUM_WORDING_CALLS      = 1 << 5,  /* for people: "… 분을 찾습니다", "please apply" */
  MATCHUM_WORDING_DEMANDS    = 1 << 6,  /* a sentence that asks whatever stands around it: "… 있어야 합니다", "you will need" */
  MATCHUM_WORDING_WISHES     = 1 << 7,  /* the same, but one may do without: "… 도움이 됩니다", "would be a bonus" */
  MATCHUM_WORDING_HOLDS      = 1 << 8,  /* names what people have: years, degrees, licences, experience */
  MATCHUM_WORDING_SENTENCE   = 1 << 9,  /* a verb at its end, or a full stop */
  MATCHUM_WORDING_BREAKS_OFF = 1 << 10, /* ends where no sentence and no list ends: "… 데이터를", "…, and" */
  MATCHUM_WORDING_PREFERRED  = 1 << 11, /* marked: "… 우대", "… is a plus" */
  MATCHUM_WORDING_REQUIRED   = 1 << 12, /* marked among preferred ones: "… (필수)" */
  MATCHUM_WORDING_LATIN      = 1 << 13, /* has Latin letters */
  MATCHUM_WORDING_DIGIT      = 1 << 14,
  MATCHUM_WORDING_QUESTION   = 1 << 15, /* begins with a word that asks: "How you'll spend your week" */
  MATCHUM_WORDING_STOPS      = 1 << 16, /* with a full stop */
  MATCHUM_WORDING_CONDITION  = 1 << 17, /* hours, pay, place, kind of contract */
  MATCHUM_WORDING_ADDRESS    = 1 << 18, /* tells the reader what to do: send, apply, look up */
  MATCHUM_WORDING_HANGUL     = 1 << 19,
  MATCHUM_WORDING_ASKS_BACK  = 1 << 21, /* ends in a question mark */
  MATCHUM_WORDING_TAKES_ON   = 1 << 20, /* a sentence that tells of a duty: "… 맡습니다", "you will …" */
  MATCHUM_WORDING_BIDS       = 1 << 23, /* "… 보내 주세요", whatever the case: no "있으면 … 적어 주세요" */
  MATCHUM_WORDING_OWN        = 1 << 22, /* begins with who is hiring: "We are …", "저희는 …" */
} MatchumWording;

/* The words of a span folded; of a very long one the beginning and the end. */
char     *matchum_wording_fold        (const char *text,
                                       MatchumSpan span);
/* MatchumWording bits of a line. */
guint32   matchum_wording_judge       (const char *folded);
/* Whether it leads over to other lines and asks nothing itself. */
gboolean  matchum_wording_introduces  (guint32     wording);
gboolean  matchum_wording_is_sentence (const char *folded);

G_END_DECLS
