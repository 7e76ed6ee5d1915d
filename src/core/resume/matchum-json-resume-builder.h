/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes JSON Resume of a resume. */
#pragma once

#include "resume/matchum-json-value.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/**
 * matchum_json_resume_builder_build:
 * @visibility: what is to be seen
 * @is_tailored: whether it is a copy for someone: nothing but what can be seen may be in it, not even what a JSON file that
 *   the resume came from said besides
 * @notes: (nullable): gets what JSON Resume has no place for, and what could not be told apart, with lines of the Markdown
 *
 * Returns: (transfer full): an object; those of its sections have the lines of their blocks
 */
MatchumJsonValue *matchum_json_resume_builder_build (MatchumVisibility *visibility,
                                                     gboolean           is_tailored,
                                                     MatchumJsonNotes  *notes);

G_END_DECLS
