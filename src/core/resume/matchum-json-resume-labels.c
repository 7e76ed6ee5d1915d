/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels in Korean and English, the first of each as it is written, the others as people write them. */
#include "config.h"

#include "resume/matchum-json-resume-labels.h"

#include <string.h>

#include "text/matchum-folded-text.h"

/* Longer beginnings are no labels, in bytes. */
#define MAX_LABEL 60

static const struct {
  MatchumJsonSectionId section;
  const char *name;
  const char *english; /* separated by | */
  const char *korean;
} labels[] = {
  { MATCHUM_JSON_EDUCATION, "score", "Score|GPA|Grade|Grades|CGPA", "학점|평점|졸업 평점|전체 평점|전공 평점|성적" },
  { MATCHUM_JSON_EDUCATION, "courses", "Courses|Coursework|Relevant coursework|Modules|Course",
    "과목|주요 과목|수강 과목|이수 과목|주요 수강 과목|주요 이수 과목" },
  { MATCHUM_JSON_PROJECTS, "keywords", "Keywords|Tech stack|Stack|Technologies|Tools|Built with",
    "키워드|기술 스택|사용 기술|기술|스택|사용 도구" },
  { MATCHUM_JSON_PROJECTS, "roles", "Roles|Role|My role", "역할|담당 역할|담당" },
  { MATCHUM_JSON_PROJECTS, "entity", "Organisation|Organization|Entity|Client", "소속|기관|발주처|고객사" },
  { MATCHUM_JSON_PROJECTS, "type", "Type|Kind", "유형|분류|구분" },
};

const char *
matchum_json_resume_labels_get (MatchumJsonSectionId section, const char *name, gboolean is_korean)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].section == section && g_str_equal (labels[i].name, name))
      {
        const char *words = is_korean ? labels[i].korean : labels[i].english;
        g_autofree char *first = g_strndup (words, strcspn (words, "|"));

        return g_intern_string (first);
      }
  g_return_val_if_reached (name);
}

static gboolean
is_label (const char *folded, const char *words)
{
  g_autofree char *folded_words = matchum_fold (words, -1);
  g_auto (GStrv) list = g_strsplit (folded_words, "|", -1);

  return g_strv_contains ((const char *const *) list, folded);
}

/* Where the label of text ends, and its value begins: at a colon, or, in Korean, at the space before a digit. */
static gsize
find_label_end (const char *text, const char **value)
{
  const gsize length = MIN (strlen (text), MAX_LABEL);
  const char *colon = memchr (text, ':', length);

  if (colon != NULL)
    {
      *value = colon + 1 + strspn (colon + 1, " ");
      return (gsize) (colon - text);
    }
  for (gsize i = 1; i + 1 < length && (guchar) text[0] >= 0x80; i++)
    if (text[i] == ' ' && g_ascii_isdigit (text[i + 1]))
      {
        *value = text + i + 1;
        return i;
      }
  return 0;
}

const char *
matchum_json_resume_labels_find (MatchumJsonSectionId section, const char *text, const char **value)
{
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL && value != NULL, NULL);

  length = find_label_end (text, value);
  if (length == 0 || **value == '\0')
    return NULL;
  label = g_strndup (text, length);
  if (!g_utf8_validate (label, -1, NULL))
    return NULL;
  folded = g_strstrip (matchum_fold (label, -1));
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].section == section && (is_label (folded, labels[i].english) || is_label (folded, labels[i].korean)))
      return labels[i].name;
  return NULL;
}

char *
matchum_json_resume_labels_join (const MatchumJsonValue *value)
{
  GString *text = NULL;

  if (value == NULL)
    return NULL;
  if (value->kind == MATCHUM_JSON_STRING)
    return g_strdup (value->text);
  for (guint i = 0; i < matchum_json_value_get_n (value); i++)
    {
      const MatchumJsonValue *child = matchum_json_value_get_child (value, i);

      if (child->kind != MATCHUM_JSON_STRING)
        continue;
      if (text == NULL)
        text = g_string_new (child->text);
      else
        g_string_append_printf (text, ", %s", child->text);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static gboolean
holds_only (const MatchumJsonValue *array, MatchumJsonKind kind)
{
  if (array == NULL || array->kind != MATCHUM_JSON_ARRAY)
    return FALSE;
  for (guint i = 0; i < array->children->len; i++)
    if (matchum_json_value_get_child (array, i)->kind != kind)
      return FALSE;
  return TRUE;
}

static gboolean
is_other_section (const MatchumJsonValue *section)
{
  const MatchumJsonValue *entries = matchum_json_value_get_member (section, "entries");

  return entries == NULL || holds_only (entries, MATCHUM_JSON_OBJECT);
}

MatchumJsonValue *
matchum_json_resume_labels_get_other_sections (const MatchumJsonValue *resume)
{
  const MatchumJsonValue *meta = matchum_json_value_get_member (resume, "meta");
  MatchumJsonValue *sections =
      matchum_json_value_get_member (matchum_json_value_get_member (meta, "matchum"), "sections");

  if (!holds_only (sections, MATCHUM_JSON_OBJECT))
    return NULL;
  for (guint i = 0; i < sections->children->len; i++)
    if (!is_other_section (matchum_json_value_get_child (sections, i)))
      return NULL;
  return sections;
}

MatchumJsonValue *
matchum_json_resume_labels_get_list (const MatchumJsonValue *object, const char *name)
{
  MatchumJsonValue *list = matchum_json_value_get_member (object, name);

  return holds_only (list, MATCHUM_JSON_STRING) ? list : NULL;
}

const char *
matchum_json_resume_labels_get_date (const MatchumJsonValue *object, const char *name)
{
  const char *text = matchum_json_value_get_string (object, name);

  return text != NULL && matchum_json_resume_schema_is_date (text) ? text : NULL;
}
