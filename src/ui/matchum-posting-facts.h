/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in one line what a posting tells of itself besides what it asks. */
#pragma once

#include "posting/matchum-posting-details.h"

G_BEGIN_DECLS

/* "정규직 · 경력 3년 이상 · 서울 강남구 · 12 days left (2026-12-07)"; NULL where the posting tells none of it. */
char                     *matchum_posting_facts_dup_line     (MatchumPostingDetails        *details,
                                                              MatchumDay                    today);
/* How people are selected, first to last: "서류 → 면접"; NULL where the posting does not tell. */
char                     *matchum_posting_facts_dup_stages   (MatchumPostingDetails        *details);
/* How long one may still apply. */
char                     *matchum_posting_facts_dup_deadline (const MatchumPostingDeadline *deadline,
                                                              MatchumDay                    today);
/* The link of the posting that can be opened; NULL where there is none. */
const MatchumPostingLink *matchum_posting_facts_get_link     (MatchumPostingDetails        *details);

G_END_DECLS
