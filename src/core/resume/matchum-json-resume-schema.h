/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What JSON Resume 1.0.0 has members for. Private to resume/ and export/. */
#pragma once

#include "resume/matchum-json-value.h"

G_BEGIN_DECLS

/* The address by which other programs find the schema. */
#define MATCHUM_JSON_RESUME_SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

typedef enum {
  MATCHUM_JSON_FIELD_TEXT,
  MATCHUM_JSON_FIELD_LIST,     /* array of strings */
  MATCHUM_JSON_FIELD_DATE,     /* YYYY, YYYY-MM or YYYY-MM-DD */
  MATCHUM_JSON_FIELD_URL,
  MATCHUM_JSON_FIELD_LOCATION, /* object */
  MATCHUM_JSON_FIELD_PROFILES, /* array of objects */
} MatchumJsonFieldKind;

typedef struct {
  const char          *name;
  MatchumJsonFieldKind kind;
} MatchumJsonField;

typedef enum {
  MATCHUM_JSON_WORK,
  MATCHUM_JSON_VOLUNTEER,
  MATCHUM_JSON_EDUCATION,
  MATCHUM_JSON_AWARDS,
  MATCHUM_JSON_CERTIFICATES,
  MATCHUM_JSON_PUBLICATIONS,
  MATCHUM_JSON_SKILLS,
  MATCHUM_JSON_LANGUAGES,
  MATCHUM_JSON_INTERESTS,
  MATCHUM_JSON_REFERENCES,
  MATCHUM_JSON_PROJECTS,
  MATCHUM_JSON_N_SECTIONS,
} MatchumJsonSectionId;

typedef struct {
  const char             *name;
  const char             *korean;  /* its heading */
  const char             *english;
  const char             *title;   /* the member that an item is known by */
  const MatchumJsonField *fields;  /* in the order of the schema, up to one without a name */
} MatchumJsonSection;

const MatchumJsonSection *matchum_json_resume_schema_get_section  (MatchumJsonSectionId    id);
/* Whether name is one; *id is set where it is. */
gboolean                  matchum_json_resume_schema_find_section (const char             *name,
                                                                   MatchumJsonSectionId   *id);
const MatchumJsonField   *matchum_json_resume_schema_get_basics   (void);
const MatchumJsonField   *matchum_json_resume_schema_get_location (void);
const MatchumJsonField   *matchum_json_resume_schema_get_profile  (void);
/* NULL where the schema has no such member. */
const MatchumJsonField   *matchum_json_resume_schema_find_field   (const MatchumJsonField *fields,
                                                                   const char             *name);
/* Whether text is a date as the schema has it, of a month and day that there are. */
gboolean                  matchum_json_resume_schema_is_date      (const char             *text);

G_END_DECLS
