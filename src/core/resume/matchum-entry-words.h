/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a heading name: a role, an organisation, a school, a place, a degree. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Whether text names a role: more than 0; or an organisation: less than 0. */
gint        matchum_entry_words_weigh                (const char *text);
gboolean    matchum_entry_words_is_school            (const char *text);
/* Where the Korean name of a school ends that other words follow without a sign: "은하대학교 컴퓨터공학과"; 0 where there is
 * none. */
gsize       matchum_entry_words_find_school_end      (const char *text);
gboolean    matchum_entry_words_is_place             (const char *text);
/* The bytes of text that name a degree: 석사, MSc, Bachelor of Arts; empty where none does. */
MatchumSpan matchum_entry_words_find_degree          (const char *text);
/* Whether text ends with what only names of organisations end with, "푸른의료재단 들빛병원", or tells a legal form. */
gboolean    matchum_entry_words_ends_as_organisation (const char *text);
/* Whether text ends as the name of a part of an organisation does: "데이터 플랫폼팀". */
gboolean    matchum_entry_words_ends_as_team         (const char *text);

G_END_DECLS
