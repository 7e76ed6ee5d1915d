/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in one line what a posting tells of itself besides what it asks. */
#pragma once

#include "posting/matchum-posting-details.h"

G_BEGIN_DECLS

/* "정규직 · 경력 3년 이상 · 서울 강남구"; NULL where the posting tells none of it. */
char      *matchum_posting_facts_dup_line     (MatchumPostingDetails        *details);
/* How people are selected, first to last: "서류 → 면접"; NULL where the posting does not tell. */
char      *matchum_posting_facts_dup_stages   (MatchumPostingDetails        *details);
/* How long one may still apply: "12 days left (2026-12-07)". */
char      *matchum_posting_facts_dup_deadline (const MatchumPostingDeadline *deadline,
                                               MatchumDay                    today);
/* The same of the last day alone: "12 days left"; NULL where it is no date. */
char      *matchum_posting_facts_dup_days     (MatchumDay                    last,
                                               MatchumDay                    today);
gboolean   matchum_posting_facts_is_over      (MatchumDay                    last,
                                               MatchumDay                    today);
/* The links of the posting that can be opened, each address once: array of MatchumPostingLink, borrowed. */
GPtrArray *matchum_posting_facts_list_links   (MatchumPostingDetails        *details);

G_END_DECLS
