/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Korean forms ask for beyond a resume's own text: photo, year of birth and military service, from its front
 * matter. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* "1994년생 · 병역: 육군 병장 만기전역", in the language that most of the resume is in; NULL where there is nothing to
 * say. */
char *matchum_form_lines_dup_text  (MatchumResume *resume,
                                    gboolean       shows_birth,
                                    gboolean       shows_military);
/* The file that the front matter names as the photo, as it is written there; NULL where it names none. */
char *matchum_form_lines_dup_photo (MatchumResume *resume);

G_END_DECLS
