/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds JSON against the schema of JSON Resume and says what does not fit. Private to this room. */
#pragma once

#include "resume/matchum-json-resume-schema.h"

G_BEGIN_DECLS

/* What root says in the forms of the schema: members that it knows are of its types, without null and empty ones, those
 * that it does not know are as they were. What had to be read in another way, or had to be left out, is told. NULL where
 * root is no object. */
MatchumJsonValue *matchum_json_resume_check (const MatchumJsonValue *root,
                                             MatchumJsonNotes       *notes);

G_END_DECLS
