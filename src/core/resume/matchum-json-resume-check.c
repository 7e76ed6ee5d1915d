/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what is meant where it is plain, such as a number for a text, and reports what is not, such as 2021.13 for a
 * date; nothing is guessed. */
#include "config.h"

#include "resume/matchum-json-resume-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-entry-dates.h"
#include "text/matchum-date-range.h"
#include "text/matchum-folded-text.h"

/* Longer texts are no dates, in bytes. */
#define MAX_DATE_BYTES 40

typedef struct {
  MatchumJsonNotes *notes;
  GString *path;
} Check;

/* What members were called before 1.0.0. */
static const struct {
  const char *section;
  const char *old_name;
  const char *name;
} old_names[] = {
  { "basics", "website", "url" },       { "basics", "picture", "image" },  { "work", "company", "name" },
  { "work", "website", "url" },         { "volunteer", "website", "url" }, { "education", "gpa", "score" },
  { "publications", "website", "url" },
};

/* Takes text. */
static void
add_note (Check *self, const MatchumJsonValue *value, char *text)
{
  matchum_json_notes_add (self->notes, value->line, self->path->str, text);
}

static gsize
push_index (Check *self, guint index)
{
  const gsize length = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return length;
}

static const char *
get_kind_word (MatchumJsonKind kind)
{
  switch (kind)
    {
    case MATCHUM_JSON_NULL:
      return _ ("nothing");
    case MATCHUM_JSON_BOOLEAN:
      return _ ("true or false");
    case MATCHUM_JSON_NUMBER:
      return _ ("a number");
    case MATCHUM_JSON_STRING:
      return _ ("a text");
    case MATCHUM_JSON_ARRAY:
      return _ ("a list");
    case MATCHUM_JSON_OBJECT:
      return _ ("an object");
    default:
      g_assert_not_reached ();
    }
}

static void
note_wrong_kind (Check *self, const MatchumJsonValue *value, MatchumJsonKind wanted)
{
  if (value->kind != MATCHUM_JSON_NULL)
    add_note (self, value,
              /* Translators: "a text", "a list", "an object" and their like. */
              g_strdup_printf (_ ("This should be %s, not %s; it was left out."), get_kind_word (wanted),
                               get_kind_word (value->kind)));
}

static MatchumJsonValue *
new_string_at (const MatchumJsonValue *value, const char *text)
{
  MatchumJsonValue *string = matchum_json_value_new_string (text);

  string->line = value->line;
  return string;
}

/* Each check gives the value as the schema wants it, or NULL where there is none. */

static MatchumJsonValue *
check_text (Check *self, const MatchumJsonValue *value)
{
  if (value->kind == MATCHUM_JSON_STRING)
    return *value->text != '\0' ? matchum_json_value_copy (value) : NULL;
  if (value->kind != MATCHUM_JSON_NUMBER)
    {
      note_wrong_kind (self, value, MATCHUM_JSON_STRING);
      return NULL;
    }
  add_note (self, value, g_strdup_printf (_ ("The number %s was read as a text."), value->text));
  return new_string_at (value, value->text);
}

static MatchumJsonValue *
check_list (Check *self, const MatchumJsonValue *value)
{
  g_autoptr (MatchumJsonValue) list = matchum_json_value_new_array ();

  list->line = value->line;
  if (value->kind == MATCHUM_JSON_STRING && *value->text != '\0')
    {
      add_note (self, value, g_strdup (_ ("This should be a list; the text was read as the only one in it.")));
      matchum_json_value_append (list, matchum_json_value_copy (value));
    }
  else if (value->kind != MATCHUM_JSON_ARRAY && !matchum_json_value_is_empty (value))
    note_wrong_kind (self, value, MATCHUM_JSON_ARRAY);
  for (guint i = 0; value->kind == MATCHUM_JSON_ARRAY && i < matchum_json_value_get_n (value); i++)
    {
      const gsize length = push_index (self, i);
      MatchumJsonValue *text = check_text (self, matchum_json_value_get_child (value, i));

      if (text != NULL)
        matchum_json_value_append (list, text);
      g_string_truncate (self->path, length);
    }
  return list->children->len > 0 ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_present_word (const char *text)
{
  static const char *const words[] = { "present", "now",    "current", "currently", "today",  "ongoing",
                                       "현재",    "재직중", "재직 중", "진행중",    "진행 중" };
  g_autofree char *folded = matchum_fold (text, -1);

  g_strstrip (folded);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether three numbers stand in text: a day was meant. */
static gboolean
has_three_numbers (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) && (p == text || !g_ascii_isdigit (p[-1]));
  return n >= 3;
}

/* "Sep 2021", "2021.09.15", "2021년 9월" as the schema has it; NULL where it is not one date and nothing else, or of a
 * day that there is not. */
static char *
dup_date (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *rest = NULL;
  g_autoptr (GArray) ranges = NULL;
  const MatchumDateRange *range;
  MatchumEntryDates dates;

  if (strlen (stripped) > MAX_DATE_BYTES)
    return NULL;
  if (matchum_json_resume_schema_is_date (stripped))
    return g_steal_pointer (&stripped);
  ranges = matchum_date_range_find_all (stripped, -1);
  if (ranges->len != 1)
    return NULL;
  range = &g_array_index (ranges, MatchumDateRange, 0);
  if (range->is_open || range->span.start != 0 || range->span.end != strlen (stripped))
    return NULL;
  rest = matchum_entry_dates_take (stripped, ranges, &dates);
  if (!dates.is_single || !matchum_json_resume_schema_is_date (dates.start)
      || (has_three_numbers (stripped) && strlen (dates.start) < strlen ("2021-09-15")))
    return NULL;
  return g_strdup (dates.start);
}

/* A day and a time of day, "2021-03-01T00:00:00Z", is that day. */
static char *
dup_day_of_time (const char *text)
{
  g_autofree char *day =
      strlen (text) > 11 && strlen (text) <= MAX_DATE_BYTES && text[10] == 'T' ? g_strndup (text, 10) : NULL;

  return day != NULL && matchum_json_resume_schema_is_date (day) ? g_steal_pointer (&day) : NULL;
}

static MatchumJsonValue *
check_date_number (Check *self, const MatchumJsonValue *value)
{
  if (!matchum_json_resume_schema_is_date (value->text))
    {
      add_note (self, value,
                g_strdup_printf (_ ("The number %s is no date and was left out; write it as \"2021-03\"."),
                                 value->text));
      return NULL;
    }
  add_note (self, value, g_strdup_printf (_ ("The number %s was read as a text."), value->text));
  return new_string_at (value, value->text);
}

static void
note_no_date (Check *self, const MatchumJsonValue *value)
{
  const gboolean is_long = g_utf8_strlen (value->text, -1) > MAX_DATE_BYTES;
  g_autofree char *shown = is_long ? g_utf8_substring (value->text, 0, MAX_DATE_BYTES) : g_strdup (value->text);

  add_note (self, value,
            g_strdup_printf (_ ("“%s%s” is no date and was left out; write it as \"2021-03\"."), shown,
                             is_long ? "…" : ""));
}

static MatchumJsonValue *
check_date (Check *self, const MatchumJsonValue *value)
{
  g_autofree char *date = NULL;

  if (value->kind == MATCHUM_JSON_NUMBER)
    return check_date_number (self, value);
  if (value->kind != MATCHUM_JSON_STRING)
    {
      note_wrong_kind (self, value, MATCHUM_JSON_STRING);
      return NULL;
    }
  if (matchum_json_resume_schema_is_date (value->text))
    return matchum_json_value_copy (value);
  if (*value->text == '\0')
    return NULL;
  date = dup_date (value->text);
  if (date == NULL)
    date = dup_day_of_time (value->text);
  if (date != NULL)
    {
      add_note (self, value, g_strdup_printf (_ ("“%s” was read as the date %s."), value->text, date));
      return new_string_at (value, date);
    }
  if (is_present_word (value->text))
    add_note (self, value, g_strdup_printf (_ ("“%s” was read as going on: there is no date."), value->text));
  else
    note_no_date (self, value);
  return NULL;
}

static MatchumJsonValue *check_object (Check *self,
                                       const MatchumJsonValue *value,
                                       const MatchumJsonField *fields,
                                       const char *section);

static MatchumJsonValue *
check_profiles (Check *self, const MatchumJsonValue *value)
{
  g_autoptr (MatchumJsonValue) profiles = matchum_json_value_new_array ();

  profiles->line = value->line;
  if (value->kind != MATCHUM_JSON_ARRAY)
    note_wrong_kind (self, value, MATCHUM_JSON_ARRAY);
  for (guint i = 0; value->kind == MATCHUM_JSON_ARRAY && i < matchum_json_value_get_n (value); i++)
    {
      const MatchumJsonValue *child = matchum_json_value_get_child (value, i);
      const gsize length = push_index (self, i);
      MatchumJsonValue *profile = NULL;

      if (child->kind == MATCHUM_JSON_OBJECT)
        profile = check_object (self, child, matchum_json_resume_schema_get_profile (), "profiles");
      else
        note_wrong_kind (self, child, MATCHUM_JSON_OBJECT);
      if (profile != NULL)
        matchum_json_value_append (profiles, profile);
      g_string_truncate (self->path, length);
    }
  return profiles->children->len > 0 ? g_steal_pointer (&profiles) : NULL;
}

static MatchumJsonValue *
check_location (Check *self, const MatchumJsonValue *value)
{
  MatchumJsonValue *location;

  if (value->kind == MATCHUM_JSON_OBJECT)
    return check_object (self, value, matchum_json_resume_schema_get_location (), "location");
  if (value->kind != MATCHUM_JSON_STRING || *value->text == '\0')
    {
      note_wrong_kind (self, value, MATCHUM_JSON_OBJECT);
      return NULL;
    }
  add_note (self, value, g_strdup (_ ("This should be an object; the text was read as the address in it.")));
  location = matchum_json_value_new_object ();
  location->line = value->line;
  matchum_json_value_set_member (location, "address", matchum_json_value_copy (value));
  return location;
}

static MatchumJsonValue *
check_field (Check *self, const MatchumJsonValue *value, MatchumJsonFieldKind kind)
{
  switch (kind)
    {
    case MATCHUM_JSON_FIELD_TEXT:
    case MATCHUM_JSON_FIELD_URL:
      return check_text (self, value);
    case MATCHUM_JSON_FIELD_LIST:
      return check_list (self, value);
    case MATCHUM_JSON_FIELD_DATE:
      return check_date (self, value);
    case MATCHUM_JSON_FIELD_LOCATION:
      return check_location (self, value);
    case MATCHUM_JSON_FIELD_PROFILES:
      return check_profiles (self, value);
    default:
      g_assert_not_reached ();
    }
}

/* The name that a member has now; *is_old where it had another once. */
static const char *
find_name (Check *self,
           const MatchumJsonValue *object,
           const MatchumJsonValue *value,
           const char *section,
           const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (old_names); i++)
    if (g_str_equal (old_names[i].section, section) && g_str_equal (old_names[i].old_name, name)
        && matchum_json_value_get_member (object, old_names[i].name) == NULL && !matchum_json_value_is_empty (value))
      {
        /* Translators: names of members of JSON, such as "company" and "name". */
        add_note (self, value,
                  g_strdup_printf (_ ("“%s” has been called “%s” since JSON Resume 1.0.0 and was read so."), name,
                                   old_names[i].name));
        return old_names[i].name;
      }
  return name;
}

static void
append_member (MatchumJsonValue *object, const char *name, MatchumJsonValue *value)
{
  g_ptr_array_add (object->names, g_strdup (name));
  g_ptr_array_add (object->children, value);
}

/* Members of names that come up once each in value: appended without looking. NULL where nothing is left. */
static MatchumJsonValue *
check_object (Check *self, const MatchumJsonValue *value, const MatchumJsonField *fields, const char *section)
{
  g_autoptr (MatchumJsonValue) object = matchum_json_value_new_object ();

  object->line = value->line;
  for (guint i = 0; i < matchum_json_value_get_n (value); i++)
    {
      const MatchumJsonValue *member = matchum_json_value_get_child (value, i);
      const gsize length = matchum_json_path_push (self->path, matchum_json_value_get_name (value, i));
      const char *name = find_name (self, value, member, section, matchum_json_value_get_name (value, i));
      const MatchumJsonField *field = matchum_json_resume_schema_find_field (fields, name);
      MatchumJsonValue *checked =
          field != NULL ? check_field (self, member, field->kind) : matchum_json_value_copy (member);

      if (checked != NULL)
        append_member (object, name, checked);
      g_string_truncate (self->path, length);
    }
  return object->children->len > 0 ? g_steal_pointer (&object) : NULL;
}

/* One of the objects of a section; a text is the name of one. */
static MatchumJsonValue *
check_item (Check *self, const MatchumJsonValue *value, const MatchumJsonSection *section)
{
  MatchumJsonValue *item;

  if (value->kind == MATCHUM_JSON_OBJECT)
    return check_object (self, value, section->fields, section->name);
  if (value->kind != MATCHUM_JSON_STRING || *value->text == '\0')
    {
      note_wrong_kind (self, value, MATCHUM_JSON_OBJECT);
      return NULL;
    }
  /* Translators: %s is the name of a member of JSON, such as "name". */
  add_note (self, value,
            g_strdup_printf (_ ("This should be an object; the text was read as “%s” in it."), section->title));
  item = matchum_json_value_new_object ();
  item->line = value->line;
  matchum_json_value_set_member (item, section->title, matchum_json_value_copy (value));
  return item;
}

static MatchumJsonValue *
check_section (Check *self, const MatchumJsonValue *value, const MatchumJsonSection *section)
{
  g_autoptr (MatchumJsonValue) items = matchum_json_value_new_array ();
  const gboolean is_single = value->kind == MATCHUM_JSON_OBJECT;

  items->line = value->line;
  if (is_single && value->children->len > 0)
    add_note (self, value, g_strdup (_ ("This should be a list; the object was read as the only one in it.")));
  else if (value->kind != MATCHUM_JSON_ARRAY && !matchum_json_value_is_empty (value))
    note_wrong_kind (self, value, MATCHUM_JSON_ARRAY);
  for (guint i = 0; (is_single && i < 1) || (value->kind == MATCHUM_JSON_ARRAY && i < value->children->len); i++)
    {
      const gsize length = is_single ? self->path->len : push_index (self, i);
      MatchumJsonValue *item = check_item (self, is_single ? value : matchum_json_value_get_child (value, i), section);

      if (item != NULL)
        matchum_json_value_append (items, item);
      g_string_truncate (self->path, length);
    }
  return items->children->len > 0 ? g_steal_pointer (&items) : NULL;
}

static MatchumJsonValue *
check_root_member (Check *self, const char *name, const MatchumJsonValue *value)
{
  static const MatchumJsonField meta[] = { { "canonical", MATCHUM_JSON_FIELD_URL },
                                           { "version", MATCHUM_JSON_FIELD_TEXT },
                                           { "lastModified", MATCHUM_JSON_FIELD_TEXT },
                                           { NULL, MATCHUM_JSON_FIELD_TEXT } };
  const gboolean is_basics = g_str_equal (name, "basics");
  MatchumJsonSectionId id;

  if (matchum_json_resume_schema_find_section (name, &id))
    return check_section (self, value, matchum_json_resume_schema_get_section (id));
  if (is_basics || g_str_equal (name, "meta"))
    {
      if (value->kind == MATCHUM_JSON_OBJECT)
        return check_object (self, value, is_basics ? matchum_json_resume_schema_get_basics () : meta, name);
      note_wrong_kind (self, value, MATCHUM_JSON_OBJECT);
      return NULL;
    }
  return g_str_equal (name, "$schema") ? check_text (self, value) : matchum_json_value_copy (value);
}

MatchumJsonValue *
matchum_json_resume_check (const MatchumJsonValue *root, MatchumJsonNotes *notes)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Check self = { notes, path };
  MatchumJsonValue *checked;

  g_return_val_if_fail (root != NULL, NULL);

  if (root->kind != MATCHUM_JSON_OBJECT)
    return NULL;
  checked = matchum_json_value_new_object ();
  checked->line = root->line;
  for (guint i = 0; i < root->children->len; i++)
    {
      const char *name = matchum_json_value_get_name (root, i);
      const gsize length = matchum_json_path_push (path, name);
      MatchumJsonValue *value = check_root_member (&self, name, matchum_json_value_get_child (root, i));

      if (value != NULL)
        append_member (checked, name, value);
      g_string_truncate (self.path, length);
    }
  return checked;
}
