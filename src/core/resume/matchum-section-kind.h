/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells by the words of a heading what its section is about. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

/* What a section headed by text is about, in Korean or English; MATCHUM_SECTION_OTHER where the words do not say. */
MatchumSectionKind matchum_section_kind_guess            (const char *text);
/* The same where the heading says nothing else: "Experience", "주요 경력", but not "추천 프로젝트 2차". */
MatchumSectionKind matchum_section_kind_guess_exactly    (const char *text);
/* Whether text heads a document, not a part of it, and is nobody's name: 이력서, Resume, Curriculum Vitae. */
gboolean           matchum_section_kind_is_document_word (const char *text);

G_END_DECLS
