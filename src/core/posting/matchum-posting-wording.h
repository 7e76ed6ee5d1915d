/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a line say about the line: that it asks, tells of a duty, introduces, breaks off. All texts are
 * folded (matchum_fold). Private to this room. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_MARK_NONE,
  MATCHUM_MARK_PREFERRED, /* "… 우대", "… is a plus" */
  MATCHUM_MARK_REQUIRED,  /* "… (필수)" among preferred ones */
} MatchumWordingMark;

/* The words of a span folded; of a very long one the beginning and the end. */
char              *matchum_wording_fold        (const char *text,
                                                MatchumSpan span);
/* "… 경험이 있으신 분", "Proficiency in …" */
gboolean           matchum_wording_asks        (const char *folded);
/* "… 개발 및 운영", "Design and build …" */
gboolean           matchum_wording_tells_duty  (const char *folded);
/* "연 20일 휴가", "Pension and health cover": what the job gives. */
gboolean           matchum_wording_offers      (const char *folded);
/* "서류 전형", "60-minute interview": a step of the hiring process. */
gboolean           matchum_wording_tells_step  (const char *folded);
/* "아래에 해당하시는 분", "We are looking for someone who:", "모두 충족하지 않아도 지원해 주세요" */
gboolean           matchum_wording_introduces  (const char *folded);
/* A whole sentence, with a verb at its end or a full stop. */
gboolean           matchum_wording_is_sentence (const char *folded);
/* Ends where no sentence and no list ends: "… 데이터를", "…, and" */
gboolean           matchum_wording_breaks_off  (const char *folded);
MatchumWordingMark matchum_wording_get_mark    (const char *folded);

G_END_DECLS
