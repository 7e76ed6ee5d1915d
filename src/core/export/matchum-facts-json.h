/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was understood of a resume as JSON for scripts: jobs, studies and the like, and what could not be read. */
#pragma once

#include <json-glib/json-glib.h>

#include "resume/matchum-resume-notes.h"

G_BEGIN_DECLS

/* Adds a member for each kind of fact to the object that builder is in: "work", "projects", "education", "certificates",
 * "languages", "publications". */
void matchum_facts_json_add_facts (JsonBuilder     *builder,
                                   const GPtrArray *facts);
/* Adds "notes": [{"line": 5, "what": "date", "why": "…"}]. */
void matchum_facts_json_add_notes (JsonBuilder     *builder,
                                   const GPtrArray *notes);

G_END_DECLS
