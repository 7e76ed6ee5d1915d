/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as JSON Resume (jsonresume.org, schema 1.0.0). Bullets within bullets follow the one they stand in;
 * sections that JSON Resume does not know go into meta.matchum.sections. */
#pragma once

#include "resume/matchum-json-value.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* The whole resume, and what the JSON Resume that it came from said besides. */
char *matchum_json_resume_exporter_write_baseline (MatchumResume     *resume,
                                                   MatchumJsonNotes  *notes);
/* What is visible, and nothing else. */
char *matchum_json_resume_exporter_write_tailored (MatchumVisibility *visibility,
                                                   MatchumJsonNotes  *notes);

G_END_DECLS
