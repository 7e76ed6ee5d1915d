/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows for each section of JSON Resume which words of an entry belong into which member. */
#include "config.h"

#include "resume/matchum-json-resume-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-entry-signs.h"
#include "resume/matchum-entry-words.h"

#define PART_SEPARATOR " | "
/* A text without a name before it that is longer is what someone says, not who they are. */
#define MAX_NAME_CHARS 60

static char *
dup_span (const char *text, MatchumSpan span)
{
  return g_strndup (text + span.start, matchum_span_get_length (span));
}

static void
set_span (MatchumJsonValue *item, const char *name, const char *text, MatchumSpan span)
{
  g_autofree char *words = dup_span (text, span);

  matchum_json_value_set_string (item, name, words);
}

static void
set_dates (MatchumJsonValue *item, const MatchumEntryContent *content)
{
  matchum_json_value_set_string (item, "startDate", content->dates.start);
  matchum_json_value_set_string (item, "endDate", content->dates.end);
}

static void
set_lines (MatchumJsonValue *item, const char *name, const MatchumEntryContent *content)
{
  MatchumJsonValue *list;

  if (content->lines->len == 0)
    return;
  list = matchum_json_value_new_array ();
  for (guint i = 0; i < content->lines->len; i++)
    matchum_json_value_append (list, matchum_json_value_new_string (matchum_entry_content_get_line (content, i)));
  matchum_json_value_set_member (item, name, list);
}

static void
append_texts (MatchumJsonValue *list, const char *text)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split_list (text);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));

      matchum_json_value_append (list, matchum_json_value_new_string (words));
    }
}

/* Takes text. */
static void
add_note (const MatchumJsonItemContext *context, const char *member, char *text)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", context->path, member);

  matchum_json_notes_add (context->notes, context->line, path, text);
}

/* Jobs and voluntary work */

static gboolean
has_several_parts (const char *text)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split (text, NULL);

  return parts->len > 1;
}

/* Organisation and role from the heading, or from the heading and what its line of dates says besides. */
static void
set_employer (MatchumJsonValue *item, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  const gboolean is_work = context->section == MATCHUM_JSON_WORK;
  const char *name = is_work ? "name" : "organization";
  g_autofree char *both =
      content->aside != NULL ? g_strconcat (content->head, PART_SEPARATOR, content->aside, NULL) : NULL;
  const char *text = content->head;
  MatchumEntryParts parts;
  /* A bullet is a sentence as often as not; a comma in it parts nothing. */
  const gboolean may_split = context->is_heading || strstr (text, PART_SEPARATOR) != NULL;
  gboolean is_found = may_split && matchum_entry_parts_find (text, context->usual, &parts);

  if (!is_found && may_split && both != NULL && !has_several_parts (content->head)
      && matchum_entry_parts_find (both, context->usual, &parts))
    {
      text = both;
      is_found = TRUE;
      g_clear_pointer (&content->aside, g_free);
    }
  if (!is_found)
    {
      matchum_json_value_set_string (item, name, content->head);
      if (has_several_parts (content->head) && context->is_heading)
        add_note (context, name,
                  g_strdup (_ ("It can't be told which part is the organisation and which the role; all of it became "
                               "the organisation.")));
      return;
    }
  set_span (item, name, text, parts.organisation);
  set_span (item, "position", text, parts.role);
  if (is_work)
    set_span (item, "location", text, parts.place);
  else if (!matchum_span_is_empty (parts.place))
    {
      g_autofree char *place = dup_span (text, parts.place);

      matchum_entry_content_prepend (content, place);
    }
}

/* An entry within an entry: a role at the employer that the outer one names, or one of its own. */
static void
set_inner_employer (MatchumJsonValue *item, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  MatchumEntryParts parts;

  if (matchum_entry_parts_find (content->head, MATCHUM_ENTRY_ORDER_UNKNOWN, &parts))
    {
      set_employer (item, content, context);
      return;
    }
  matchum_json_value_set_string (item, context->section == MATCHUM_JSON_WORK ? "name" : "organization",
                                 context->employer);
  matchum_json_value_set_string (item, "position", content->head);
}

static void
place_aside (MatchumJsonValue *item, MatchumEntryContent *content, gboolean may_be_location)
{
  if (content->aside == NULL)
    return;
  if (may_be_location && matchum_entry_words_is_place (content->aside)
      && matchum_json_value_get_member (item, "location") == NULL)
    matchum_json_value_set_string (item, "location", content->aside);
  else
    matchum_entry_content_prepend (content, content->aside);
}

static void
add_job (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  MatchumJsonValue *item = matchum_json_value_new_object ();

  if (context->employer != NULL)
    set_inner_employer (item, content, context);
  else
    set_employer (item, content, context);
  place_aside (item, content, context->section == MATCHUM_JSON_WORK);
  matchum_json_value_set_string (item, "url", content->url);
  set_dates (item, content);
  matchum_json_value_set_string (item, "description", content->description);
  matchum_json_value_set_string (item, "summary", content->paragraphs->str);
  set_lines (item, "highlights", content);
  matchum_json_value_append (items, item);
}

/* Education */

/* text without the words of span, and without signs and "in" where those were. */
static char *
cut_degree (const char *text, MatchumSpan span)
{
  g_autofree char *before = g_strstrip (g_strndup (text, span.start));
  g_autofree char *after = g_strstrip (g_strdup (text + span.end));
  const char *rest = after;

  /* "간호학과 (학사)" */
  if (g_str_has_suffix (before, "(") && *rest == ')')
    {
      before[strlen (before) - 1] = '\0';
      rest++;
    }
  rest += strspn (rest, " ,|/:-");
  if (g_str_has_prefix (rest, "in ") || g_str_has_prefix (rest, "of "))
    rest += 3;
  while (*before != '\0' && strchr (" ,|/:-", before[strlen (before) - 1]) != NULL)
    before[strlen (before) - 1] = '\0';
  return g_strconcat (before, *before != '\0' && *rest != '\0' ? " " : "", rest, NULL);
}

static void
set_study (MatchumJsonValue *item, const char *text)
{
  MatchumSpan degree = matchum_entry_words_find_degree (text);
  g_autofree char *area = matchum_span_is_empty (degree) ? g_strdup (text) : cut_degree (text, degree);

  set_span (item, "studyType", text, degree);
  matchum_json_value_set_string (item, "area", area);
}

static void
set_single_school (MatchumJsonValue *item, const char *text)
{
  const gsize end = matchum_entry_words_find_school_end (text);
  g_autofree char *school = g_strndup (text, end);

  if (end == 0 || text[end] == '\0')
    {
      matchum_json_value_set_string (item, "institution", text);
      return;
    }
  matchum_json_value_set_string (item, "institution", school);
  set_study (item, text + end + strspn (text + end, " "));
}

/* The part that names a school; or, where only one of two names a degree, the other; parts->len where none does. */
static guint
find_school (const char *text, const GArray *parts)
{
  guint n_degrees = 0, other = parts->len;

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));

      if (matchum_entry_words_is_school (words))
        return i;
      if (matchum_span_is_empty (matchum_entry_words_find_degree (words)))
        other = i;
      else
        n_degrees++;
    }
  return parts->len == 2 && n_degrees == 1 ? other : parts->len;
}

static void
set_school (MatchumJsonValue *item, const char *text, const MatchumJsonItemContext *context)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split (text, NULL);
  const guint school = find_school (text, parts);
  g_autoptr (GString) study = g_string_new (NULL);

  if (parts->len < 2)
    {
      set_single_school (item, text);
      return;
    }
  if (school == parts->len)
    {
      matchum_json_value_set_string (item, "institution", text);
      if (context->is_heading)
        add_note (context, "institution",
                  g_strdup (_ ("It can't be told which part is the school; all of it became the school.")));
      return;
    }
  set_span (item, "institution", text, g_array_index (parts, MatchumSpan, school));
  for (guint i = 0; i < parts->len; i++)
    {
      MatchumSpan part = g_array_index (parts, MatchumSpan, i);

      if (i != school)
        g_string_append_printf (study, "%s%.*s", study->len > 0 ? ", " : "", (int) matchum_span_get_length (part),
                                text + part.start);
    }
  set_study (item, study->str);
}

static void
add_study (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  MatchumJsonValue *item = matchum_json_value_new_object ();
  g_autofree char *text = content->aside != NULL ? g_strconcat (content->head, PART_SEPARATOR, content->aside, NULL)
                                                 : g_strdup (content->head);

  set_school (item, text, context);
  matchum_json_value_set_string (item, "url", content->url);
  /* One date is that of the degree. */
  if (!content->dates.is_single)
    matchum_json_value_set_string (item, "startDate", content->dates.start);
  matchum_json_value_set_string (item, "endDate", content->dates.end);
  matchum_json_value_set_string (item, "summary", content->paragraphs->str);
  set_lines (item, "highlights", content);
  matchum_json_value_append (items, item);
}

/* Projects, and what has no section */

static void
add_project (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  MatchumJsonValue *item = matchum_json_value_new_object ();

  matchum_json_value_set_string (item, "name", content->head);
  place_aside (item, content, FALSE);
  matchum_json_value_set_string (item, "description", content->paragraphs->str);
  set_lines (item, "highlights", content);
  set_dates (item, content);
  matchum_json_value_set_string (item, "url", content->url);
  matchum_json_value_set_string (item, "entity", context->employer);
  matchum_json_value_append (items, item);
}

void
matchum_json_resume_items_add_other (MatchumJsonValue *items, MatchumEntryContent *content)
{
  MatchumJsonValue *item;

  g_return_if_fail (items != NULL && content != NULL);

  item = matchum_json_value_new_object ();
  matchum_json_value_set_string (item, "name", content->head);
  place_aside (item, content, FALSE);
  set_dates (item, content);
  matchum_json_value_set_string (item, "url", content->url);
  matchum_json_value_set_string (item, "summary", content->paragraphs->str);
  set_lines (item, "highlights", content);
  matchum_json_value_append (items, item);
}

/* Awards, certificates, publications */

static void
add_achievement (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  static const char *const names[][3] = {
    { "title", "awarder", "date" },
    { "name", "issuer", "date" },
    { "name", "publisher", "releaseDate" },
  };
  const char *const *members = names[context->section == MATCHUM_JSON_AWARDS         ? 0
                                     : context->section == MATCHUM_JSON_CERTIFICATES ? 1
                                                                                     : 2];
  MatchumJsonValue *item = matchum_json_value_new_object ();
  const char *bar = strstr (content->head, PART_SEPARATOR);
  g_autofree char *name =
      bar != NULL ? g_strndup (content->head, (gsize) (bar - content->head)) : g_strdup (content->head);
  g_autofree char *body = NULL;

  matchum_json_value_set_string (item, members[0], name);
  if (bar != NULL)
    matchum_json_value_set_string (item, members[1], bar + strlen (PART_SEPARATOR));
  matchum_json_value_set_string (item, members[2], content->dates.start);
  place_aside (item, content, FALSE);
  if (context->section != MATCHUM_JSON_AWARDS)
    matchum_json_value_set_string (item, "url", content->url);
  body = matchum_entry_content_dup_body (content);
  matchum_json_value_set_string (item, "summary", body);
  matchum_json_value_append (items, item);
}

/* Skills, languages, interests, references */

typedef struct {
  char *name;
  char *level;
  const char *rest; /* of the head */
} Label;

static void
clear_label (Label *label)
{
  g_free (label->name);
  g_free (label->level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Label, clear_label)

/* "(Master): HTML" behind a bold name: the level, where that is asked for. */
static const char *
skip_level (const char *rest, char **level)
{
  const char *start = rest + strspn (rest, " ");
  const char *close = start[0] == '(' ? strchr (start, ')') : NULL;

  if (level == NULL || close == NULL || !(close[1] == '\0' || close[1] == ':'))
    return rest;
  *level = g_strndup (start + 1, (gsize) (close - start) - 1);
  return close + 1;
}

static const char *
skip_colon (const char *rest)
{
  rest += strspn (rest, " ");
  rest += *rest == ':';
  return rest + strspn (rest, " ");
}

/* Whether the head begins with a name, by bold letters or a colon. */
static gboolean
split_label (const MatchumEntryContent *content, gboolean with_level, Label *label)
{
  const char *head = content->head;
  const char *colon;

  if (content->label != NULL && g_str_has_prefix (head, content->label))
    {
      gsize length = strlen (content->label);
      gboolean has_colon = g_str_has_suffix (content->label, ":");

      label->name = g_strstrip (g_strndup (content->label, length - (has_colon ? 1 : 0)));
      label->rest = has_colon ? head + length : skip_level (head + length, with_level ? &label->level : NULL);
      label->rest = skip_colon (label->rest);
      return TRUE;
    }
  colon = strstr (head, ": ");
  if (colon == NULL || colon == head || g_utf8_strlen (head, colon - head) > MAX_NAME_CHARS)
    return FALSE;
  label->name = g_strstrip (g_strndup (head, (gsize) (colon - head)));
  label->rest = skip_colon (colon);
  return TRUE;
}

static void
append_named (MatchumJsonValue *items, const char *member, const char *name)
{
  MatchumJsonValue *item = matchum_json_value_new_object ();

  matchum_json_value_set_string (item, member, name);
  matchum_json_value_append (items, item);
}

static void
add_skills (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  g_auto (Label) label = { NULL, NULL, NULL };
  gboolean is_named = split_label (content, context->section == MATCHUM_JSON_SKILLS, &label);
  MatchumJsonValue *keywords = matchum_json_value_new_array ();
  g_autoptr (GArray) parts = matchum_entry_signs_split_list (content->head);

  if (!is_named && (context->is_heading || content->lines->len > 0 || content->paragraphs->len > 0))
    {
      label.name = g_strdup (content->head);
      label.rest = "";
    }
  if (label.name != NULL)
    {
      append_named (items, "name", label.name);
      append_texts (keywords, label.rest);
      append_texts (keywords, content->paragraphs->str);
    }
  for (guint i = 0; i < content->lines->len; i++)
    append_texts (keywords, matchum_entry_content_get_line (content, i));
  for (guint i = 0; label.name == NULL && i < parts->len; i++)
    {
      g_autofree char *name = dup_span (content->head, g_array_index (parts, MatchumSpan, i));

      append_named (items, "name", name);
    }
  if (label.name != NULL)
    matchum_json_value_set_string (matchum_json_value_get_child (items, items->children->len - 1), "level",
                                   label.level);
  if (keywords->children->len > 0)
    matchum_json_value_set_member (matchum_json_value_get_child (items, items->children->len - 1), "keywords",
                                   keywords);
  else
    matchum_json_value_free (keywords);
}

/* "English (native)": where the bracket stands, or NULL. */
static const char *
find_fluency (const char *text)
{
  const char *bracket = g_str_has_suffix (text, ")") ? strstr (text, " (") : NULL;

  return bracket != NULL && bracket > text && !g_ascii_isdigit (bracket[2]) ? bracket : NULL;
}

static void
append_language (MatchumJsonValue *items, const char *name, const char *fluency)
{
  append_named (items, "language", name);
  matchum_json_value_set_string (matchum_json_value_get_child (items, items->children->len - 1), "fluency", fluency);
}

static void
append_bracketed_language (MatchumJsonValue *items, const char *text)
{
  const char *bracket = find_fluency (text);
  g_autofree char *name = bracket != NULL ? g_strndup (text, (gsize) (bracket - text)) : g_strdup (text);
  g_autofree char *fluency = bracket != NULL ? g_strndup (bracket + 2, strlen (bracket) - 3) : NULL;

  append_language (items, name, fluency);
}

static gboolean
are_all_bracketed (const char *text, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *part = dup_span (text, g_array_index (parts, MatchumSpan, i));

      if (find_fluency (part) == NULL)
        return FALSE;
    }
  return parts->len > 1;
}

static void
add_languages (MatchumJsonValue *items, MatchumEntryContent *content, const char *words)
{
  g_auto (Label) label = { NULL, NULL, NULL };
  g_autofree char *body = matchum_entry_content_dup_body (content);
  g_autoptr (GArray) parts = NULL;

  if (split_label (content, FALSE, &label))
    {
      g_autofree char *fluency =
          body != NULL ? g_strconcat (label.rest, *label.rest != '\0' ? "\n" : "", body, NULL) : NULL;

      append_language (items, label.name, fluency != NULL ? fluency : label.rest);
      return;
    }
  if (body != NULL)
    {
      append_language (items, words, body);
      return;
    }
  parts = matchum_entry_signs_split_list (words);
  if (!are_all_bracketed (words, parts))
    {
      append_bracketed_language (items, words);
      return;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *part = dup_span (words, g_array_index (parts, MatchumSpan, i));

      append_bracketed_language (items, part);
    }
}

static void
add_reference (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  g_auto (Label) label = { NULL, NULL, NULL };
  MatchumJsonValue *item = matchum_json_value_new_object ();
  g_autofree char *body = matchum_entry_content_dup_body (content);

  if (split_label (content, FALSE, &label))
    {
      g_autofree char *both =
          body != NULL ? g_strconcat (label.rest, *label.rest != '\0' ? "\n" : "", body, NULL) : NULL;

      matchum_json_value_set_string (item, "name", label.name);
      matchum_json_value_set_string (item, "reference", both != NULL ? both : label.rest);
    }
  else if (context->is_heading || g_utf8_strlen (content->head, -1) <= MAX_NAME_CHARS)
    {
      matchum_json_value_set_string (item, "name", content->head);
      matchum_json_value_set_string (item, "reference", body);
    }
  else
    {
      g_autofree char *both = body != NULL ? g_strconcat (content->head, "\n", body, NULL) : NULL;

      matchum_json_value_set_string (item, "reference", both != NULL ? both : content->head);
    }
  matchum_json_value_append (items, item);
}

/* All */

void
matchum_json_resume_items_sort (MatchumJsonValue *object, const MatchumJsonField *fields)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) children = NULL;

  g_return_if_fail (object != NULL && object->kind == MATCHUM_JSON_OBJECT);
  g_return_if_fail (fields != NULL);

  names = g_steal_pointer (&object->names);
  children = g_steal_pointer (&object->children);
  object->names = g_ptr_array_new_full (names->len, g_free);
  object->children = g_ptr_array_new_full (children->len, (GDestroyNotify) matchum_json_value_free);
  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_set_free_func (children, NULL);
  for (const MatchumJsonField *field = fields; field->name != NULL; field++)
    for (guint i = 0; i < names->len; i++)
      if (names->pdata[i] != NULL && g_str_equal (names->pdata[i], field->name))
        {
          g_ptr_array_add (object->names, g_steal_pointer (&names->pdata[i]));
          g_ptr_array_add (object->children, g_steal_pointer (&children->pdata[i]));
        }
  for (guint i = 0; i < names->len; i++)
    if (names->pdata[i] != NULL)
      {
        g_ptr_array_add (object->names, names->pdata[i]);
        g_ptr_array_add (object->children, children->pdata[i]);
      }
}

static void
add_items (MatchumJsonValue *items, MatchumEntryContent *content, const MatchumJsonItemContext *context)
{
  switch (context->section)
    {
    case MATCHUM_JSON_WORK:
    case MATCHUM_JSON_VOLUNTEER:
      add_job (items, content, context);
      break;
    case MATCHUM_JSON_EDUCATION:
      add_study (items, content, context);
      break;
    case MATCHUM_JSON_PROJECTS:
      add_project (items, content, context);
      break;
    case MATCHUM_JSON_AWARDS:
    case MATCHUM_JSON_CERTIFICATES:
    case MATCHUM_JSON_PUBLICATIONS:
      add_achievement (items, content, context);
      break;
    case MATCHUM_JSON_SKILLS:
    case MATCHUM_JSON_INTERESTS:
      add_skills (items, content, context);
      break;
    case MATCHUM_JSON_LANGUAGES:
      add_languages (items, content, content->head);
      break;
    case MATCHUM_JSON_REFERENCES:
      add_reference (items, content, context);
      break;
    case MATCHUM_JSON_N_SECTIONS:
    default:
      g_assert_not_reached ();
    }
}

void
matchum_json_resume_items_add (MatchumJsonValue *items,
                               MatchumEntryContent *content,
                               const MatchumJsonItemContext *context)
{
  const MatchumJsonField *fields;
  guint first;

  g_return_if_fail (items != NULL && content != NULL && context != NULL);

  first = items->children->len;
  fields = matchum_json_resume_schema_get_section (context->section)->fields;
  add_items (items, content, context);
  for (guint i = first; i < items->children->len; i++)
    {
      MatchumJsonValue *item = matchum_json_value_get_child (items, i);

      for (guint j = 0; i == first && j < content->labelled->children->len; j++)
        matchum_json_value_set_member (item, matchum_json_value_get_name (content->labelled, j),
                                       matchum_json_value_copy (matchum_json_value_get_child (content->labelled, j)));
      matchum_json_resume_items_sort (item, fields);
      item->line = context->line;
    }
  for (guint i = items->children->len; i-- > first;)
    if (matchum_json_value_is_empty (matchum_json_value_get_child (items, i)))
      g_ptr_array_remove_index (items->children, i);
}
