/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the company may be called, each name with the weight of all that speaks for and against it. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a name stands, and what speaks for or against it. */
typedef enum {
  MATCHUM_CLUE_FRONT_MATTER,
  MATCHUM_CLUE_LABEL,
  MATCHUM_CLUE_NOTICE,     /* "별빛종합병원 공고 제2026-41호" */
  MATCHUM_CLUE_BRACKET,    /* "[회사] 제목" */
  MATCHUM_CLUE_LEGAL_WORD, /* "㈜솔빛 데이터 엔지니어" */
  MATCHUM_CLUE_LEADING,    /* "누리봄 데이터 분석가" */
  MATCHUM_CLUE_LEADING_AT, /* "누리봄에서 데이터 분석가를 찾습니다" */
  MATCHUM_CLUE_QUOTED,     /* "채널 '뽀삐하우스' 영상 편집자" */
  MATCHUM_CLUE_FIRM_PART,  /* "제목 | 회사", "Title at Company" */
  MATCHUM_CLUE_LEFT_PART,  /* "회사 - 제목" */
  MATCHUM_CLUE_RIGHT_PART, /* "제목 - 회사" */
  MATCHUM_CLUE_ROUND,      /* "제목 (회사)" */
  MATCHUM_CLUE_BELOW,      /* the line under the headline */
  MATCHUM_CLUE_ABOVE,      /* the line over it */
  MATCHUM_CLUE_FIRST_LINE, /* nothing else is on the first line */
  MATCHUM_CLUE_HEADING,    /* "About Parcelo" */
  MATCHUM_CLUE_SUBJECT,    /* "새벽창고는 …하는 회사예요", "Fennwick Energy runs …" */
  MATCHUM_CLUE_CALLS,      /* "Acme is hiring a …", "At Acme, we …" */
  MATCHUM_CLUE_LEGAL_FORM,
  MATCHUM_CLUE_END,            /* "…병원", "… Robotics" */
  MATCHUM_CLUE_MAYBE_END,      /* "해룡조선", though "해외투자" as well */
  MATCHUM_CLUE_AGAIN_ACTS,     /* once more, as the subject of something */
  MATCHUM_CLUE_AGAIN,          /* once more */
  MATCHUM_CLUE_IN_ADDRESS,     /* of mail or of a page */
  MATCHUM_CLUE_DETAILS_BESIDE, /* "코스모페이 ∙ 서울 중구 ∙ 경력 3~8년" */
  MATCHUM_CLUE_OTHER_VERB,     /* what it does is not what companies are known by */
  MATCHUM_CLUE_COMMA_BEHIND,   /* "Seongnam, Gyeonggi" */
  MATCHUM_CLUE_STROKE_BEHIND,  /* "Lisbon / Product / Full-time" */
  MATCHUM_CLUE_NAMES_DETAIL,
  MATCHUM_CLUE_NAMES_PLACE,
  MATCHUM_CLUE_NAMES_JOB,
  MATCHUM_CLUE_MANY_WORDS,
  MATCHUM_CLUE_DIGITS,
  MATCHUM_CLUE_SENTENCE,
} MatchumCompanyClue;

typedef struct {
  const char *text;   /* in which names stand again */
  gsize       length;
  GArray     *names;
} MatchumCompanyCandidates;

/* text: borrowed, of length bytes. */
void     matchum_company_candidates_init           (MatchumCompanyCandidates *self,
                                                    const char               *text,
                                                    gsize                     length);
void     matchum_company_candidates_clear          (MatchumCompanyCandidates *self);
/* A name that stands at the place which clue tells; more: the weight of what its surroundings tell. */
void     matchum_company_candidates_add            (MatchumCompanyCandidates *self,
                                                    MatchumCompanyClue        clue,
                                                    const char               *text,
                                                    gsize                     length,
                                                    gint                      more);
/* NULL where none is sure enough. */
char    *matchum_company_candidates_steal_heaviest (MatchumCompanyCandidates *self);
/* What a clue weighs. */
gint     matchum_company_clue_get_weight           (MatchumCompanyClue        clue);

gboolean matchum_company_names_place               (const char               *folded);
/* Remote work, kinds of contract, buttons: what stands beside names. */
gboolean matchum_company_names_detail              (const char               *text);
/* Of a name whose words one blank each divides. */
guint    matchum_company_count_words               (const char               *text);
/* Whether its last word ends as names of companies do. */
gboolean matchum_company_ends_as_one               (const char               *folded);
gboolean matchum_company_has_legal_form            (const char               *text);
/* Without the blanks and dividers at either end. */
char    *matchum_company_dup_trimmed               (const char               *text,
                                                    gsize                     length);

G_END_DECLS
