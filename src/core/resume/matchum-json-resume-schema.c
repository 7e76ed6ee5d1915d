/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of JSON Resume 1.0.0, and the headings that their sections have in Markdown. */
#include "config.h"

#include "resume/matchum-json-resume-schema.h"

#include <string.h>

#define TEXT MATCHUM_JSON_FIELD_TEXT
#define LIST MATCHUM_JSON_FIELD_LIST
#define DATE MATCHUM_JSON_FIELD_DATE
#define URL MATCHUM_JSON_FIELD_URL

static const MatchumJsonField basics[] = {
  { "name", TEXT },
  { "label", TEXT },
  { "image", TEXT },
  { "email", TEXT },
  { "phone", TEXT },
  { "url", URL },
  { "summary", TEXT },
  { "location", MATCHUM_JSON_FIELD_LOCATION },
  { "profiles", MATCHUM_JSON_FIELD_PROFILES },
  { NULL, TEXT },
};

static const MatchumJsonField location[] = {
  { "address", TEXT },     { "postalCode", TEXT }, { "city", TEXT },
  { "countryCode", TEXT }, { "region", TEXT },     { NULL, TEXT },
};

static const MatchumJsonField profile[] = { { "network", TEXT }, { "username", TEXT }, { "url", URL }, { NULL, TEXT } };

static const MatchumJsonField work[] = {
  { "name", TEXT },      { "location", TEXT }, { "description", TEXT }, { "position", TEXT },   { "url", URL },
  { "startDate", DATE }, { "endDate", DATE },  { "summary", TEXT },     { "highlights", LIST }, { NULL, TEXT },
};

static const MatchumJsonField volunteer[] = {
  { "organization", TEXT }, { "position", TEXT }, { "url", URL },         { "startDate", DATE },
  { "endDate", DATE },      { "summary", TEXT },  { "highlights", LIST }, { NULL, TEXT },
};

/* summary and highlights are not of the schema, which allows others: what people write under their studies has no place
 * of its own in it. */
static const MatchumJsonField education[] = {
  { "institution", TEXT }, { "url", URL },         { "area", TEXT },  { "studyType", TEXT },
  { "startDate", DATE },   { "endDate", DATE },    { "score", TEXT }, { "courses", LIST },
  { "summary", TEXT },     { "highlights", LIST }, { NULL, TEXT },
};

static const MatchumJsonField awards[] = { { "title", TEXT },
                                           { "date", DATE },
                                           { "awarder", TEXT },
                                           { "summary", TEXT },
                                           { NULL, TEXT } };

/* summary is not of the schema. */
static const MatchumJsonField certificates[] = { { "name", TEXT },   { "date", DATE },    { "url", URL },
                                                 { "issuer", TEXT }, { "summary", TEXT }, { NULL, TEXT } };

static const MatchumJsonField publications[] = { { "name", TEXT }, { "publisher", TEXT }, { "releaseDate", DATE },
                                                 { "url", URL },   { "summary", TEXT },   { NULL, TEXT } };

static const MatchumJsonField skills[] = { { "name", TEXT }, { "level", TEXT }, { "keywords", LIST }, { NULL, TEXT } };
static const MatchumJsonField languages[] = { { "language", TEXT }, { "fluency", TEXT }, { NULL, TEXT } };
static const MatchumJsonField interests[] = { { "name", TEXT }, { "keywords", LIST }, { NULL, TEXT } };
static const MatchumJsonField references[] = { { "name", TEXT }, { "reference", TEXT }, { NULL, TEXT } };

static const MatchumJsonField projects[] = {
  { "name", TEXT },      { "description", TEXT }, { "highlights", LIST }, { "keywords", LIST },
  { "startDate", DATE }, { "endDate", DATE },     { "url", URL },         { "roles", LIST },
  { "entity", TEXT },    { "type", TEXT },        { NULL, TEXT },
};

static const MatchumJsonSection sections[MATCHUM_JSON_N_SECTIONS] = {
  [MATCHUM_JSON_WORK] = { "work", "경력", "Experience", "name", work },
  [MATCHUM_JSON_VOLUNTEER] = { "volunteer", "봉사 활동", "Volunteering", "organization", volunteer },
  [MATCHUM_JSON_EDUCATION] = { "education", "학력", "Education", "institution", education },
  [MATCHUM_JSON_AWARDS] = { "awards", "수상", "Awards", "title", awards },
  [MATCHUM_JSON_CERTIFICATES] = { "certificates", "자격증", "Certificates", "name", certificates },
  [MATCHUM_JSON_PUBLICATIONS] = { "publications", "논문", "Publications", "name", publications },
  [MATCHUM_JSON_SKILLS] = { "skills", "기술", "Skills", "name", skills },
  [MATCHUM_JSON_LANGUAGES] = { "languages", "어학", "Languages", "language", languages },
  [MATCHUM_JSON_INTERESTS] = { "interests", "관심 분야", "Interests", "name", interests },
  [MATCHUM_JSON_REFERENCES] = { "references", "추천인", "References", "name", references },
  [MATCHUM_JSON_PROJECTS] = { "projects", "프로젝트", "Projects", "name", projects },
};

const MatchumJsonSection *
matchum_json_resume_schema_get_section (MatchumJsonSectionId id)
{
  g_return_val_if_fail (id < MATCHUM_JSON_N_SECTIONS, NULL);

  return &sections[id];
}

gboolean
matchum_json_resume_schema_find_section (const char *name, MatchumJsonSectionId *id)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < MATCHUM_JSON_N_SECTIONS; i++)
    if (g_str_equal (sections[i].name, name))
      {
        if (id != NULL)
          *id = (MatchumJsonSectionId) i;
        return TRUE;
      }
  return FALSE;
}

const MatchumJsonField *
matchum_json_resume_schema_get_basics (void)
{
  return basics;
}

const MatchumJsonField *
matchum_json_resume_schema_get_location (void)
{
  return location;
}

const MatchumJsonField *
matchum_json_resume_schema_get_profile (void)
{
  return profile;
}

const MatchumJsonField *
matchum_json_resume_schema_find_field (const MatchumJsonField *fields, const char *name)
{
  g_return_val_if_fail (fields != NULL && name != NULL, NULL);

  for (; fields->name != NULL; fields++)
    if (g_str_equal (fields->name, name))
      return fields;
  return NULL;
}

static gboolean
holds_digits (const char *text, gsize first, gsize n)
{
  for (gsize i = first; i < first + n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

gboolean
matchum_json_resume_schema_is_date (const char *text)
{
  gsize length;
  int year, month, day;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  if ((length != 4 && length != 7 && length != 10) || !holds_digits (text, 0, 4) || strchr ("12", text[0]) == NULL)
    return FALSE;
  if (length == 4)
    return TRUE;
  if (text[4] != '-' || !holds_digits (text, 5, 2))
    return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (text[5] - '0') * 10 + text[6] - '0';
  if (length == 7)
    return month >= 1 && month <= 12;
  if (text[7] != '-' || !holds_digits (text, 8, 2))
    return FALSE;
  day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}
