/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines that stand for members of JSON Resume which have no form of their own: "Keywords: a, b", "학점: 4.2". Private
 * to this room. */
#pragma once

#include "resume/matchum-json-resume-schema.h"

G_BEGIN_DECLS

const char       *matchum_json_resume_labels_get                (MatchumJsonSectionId    section,
                                                                 const char             *name,
                                                                 gboolean                is_korean);
/* The member of section that text gives, such as "score" of "GPA: 4.2", and where its value begins; NULL where text does not
 * begin with a label. */
const char       *matchum_json_resume_labels_find               (MatchumJsonSectionId    section,
                                                                 const char             *text,
                                                                 const char            **value);
/* A text, or the texts of a list with ", " between them; NULL where there are none. value may be NULL. */
char             *matchum_json_resume_labels_join               (const MatchumJsonValue *value);

/* The sections for which JSON Resume has none, kept in meta.matchum.sections: array of objects, or NULL. */
MatchumJsonValue *matchum_json_resume_labels_get_other_sections (const MatchumJsonValue *resume);
/* A member that is a list of nothing but texts, else NULL. */
MatchumJsonValue *matchum_json_resume_labels_get_list           (const MatchumJsonValue *object,
                                                                 const char             *name);
/* A member that is a date, else NULL. */
const char       *matchum_json_resume_labels_get_date           (const MatchumJsonValue *object,
                                                                 const char             *name);

G_END_DECLS
