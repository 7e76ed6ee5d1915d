/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the headline of a posting apart: the company it begins with, and the title without the call for people, tags,
 * places and pictures around it. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether it names what somebody works as. folded: brackets and dividers may stand in it. */
gboolean    matchum_headline_names_job      (const char *folded);
/* Whether that is what it ends with, but for a level or what the job is about: "engineer ii", "head of data". */
gboolean    matchum_headline_ends_with_job  (const char *folded);
/* Whether its last word ends as names of companies, schools, hospitals and the like do. */
gboolean    matchum_headline_names_company  (const char *folded);
/* "해룡조선해양 선체 설계 경력직 채용", "속닥숲유치원에서 담임을 모십니다": where the rest begins after a company that it begins with,
 * or NULL. text: the whole posting, in which names stand again; company: gets the name, owned by the caller. */
const char *matchum_headline_skip_company   (const char *headline,
                                             const char *text,
                                             gsize       length,
                                             char      **company);
/* "[회사] 제목": what stands behind the bracket that text begins with; inner: gets the words in it, owned by the caller.
 * NULL where text begins with none, or there is nothing else. */
const char *matchum_headline_skip_bracket   (const char *text,
                                             char      **inner);
/* "급구! 용접사", "Re: Opportunity: Data Engineer": where the rest begins. */
const char *matchum_headline_skip_cry       (const char *text);
/* Whether headlines begin with it that begin with no name: "데이터", "물류센터". */
gboolean    matchum_headline_is_common      (const char *folded);
/* In place. */
void        matchum_headline_clean          (char       *title);
/* Whether it is a blank or a divider, or one of the characters of others. */
gboolean    matchum_headline_is_edge        (gunichar    character,
                                             const char *others);
/* Without those at either end. Owned by the caller. */
char       *matchum_headline_dup_trimmed    (const char *text,
                                             gsize       length,
                                             const char *others);
/* Without the pictures and stars at either end. Owned by the caller. */
char       *matchum_headline_dup_plain      (const char *text,
                                             gsize       length);

G_END_DECLS
