/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads schema.org's JobPosting as pages for search engines hold it, in all the shapes that its writers give it. */
#include "config.h"

#include "posting/matchum-job-posting-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "posting/matchum-html-page.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-language-tally.h"

/* json-glib reads by recursion. */
#define MAX_DEPTH 64
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_PLACES 8
#define MAX_LINES 200
/* Longer values are no names, in bytes. */
#define MAX_NAME 300

/* Reading JSON */

/* Whether brackets nest no deeper than can be read. */
static gboolean
is_shallow (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

/* Pages are careless: line ends stand in strings, commas before closing brackets, and comments around it all. */
static GString *
mend (const char *text, gsize length)
{
  GString *mended = g_string_sized_new (length);
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const char c = text[i];

      if (in_string && c == '\\' && i + 1 < length)
        {
          g_string_append_len (mended, text + i, 2);
          i++;
        }
      else if (in_string && (guchar) c < 0x20)
        g_string_append (mended, c == '\n' ? "\\n" : " ");
      else
        {
          in_string ^= c == '"';
          g_string_append_c (mended, c);
        }
    }
  return mended;
}

/* From the first bracket to the last: without "<!--", "//<![CDATA[" and semicolons. */
static gboolean
find_value (const char **text, gsize *length)
{
  const char *start = *text;
  const char *end = start + *length;

  while (start < end && *start != '{' && *start != '[')
    start++;
  /* "//<![CDATA[" has a bracket of its own. */
  if (end - start > 7 && memcmp (start, "[CDATA[", 7) == 0)
    for (start += 7; start < end && *start != '{' && *start != '['; start++)
      ;
  while (end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  while (end - start > 1 && end[-1] == ']' && g_strstr_len (end - 2, 1, "]") != NULL && *start == '{')
    end--;
  while (end > start && *start == '{' && end[-1] != '}')
    end--;
  *text = start;
  *length = (gsize) (end - start);
  return end > start;
}

static JsonNode *
parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) mended = NULL;

  if (length > MAX_BYTES || !find_value (&text, &length) || !is_shallow (text, length)
      || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      mended = mend (text, length);
      if (!json_parser_load_from_data (parser, mended->str, (gssize) mended->len, NULL))
        return NULL;
    }
  return json_parser_steal_root (parser);
}

/* Finding the posting */

static gboolean
is_type (JsonNode *node, const char *wanted)
{
  const char *type;
  const char *slash;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  type = json_node_get_string (node);
  slash = strrchr (type, '/');
  if (slash != NULL)
    type = slash + 1;
  if (g_str_has_prefix (type, "schema:"))
    type += strlen ("schema:");
  return g_str_equal (type, wanted);
}

static gboolean
has_type (JsonObject *object, const char *wanted)
{
  JsonNode *type = json_object_get_member (object, "@type");
  JsonArray *types;

  if (type == NULL || !JSON_NODE_HOLDS_ARRAY (type))
    return is_type (type, wanted);
  types = json_node_get_array (type);
  for (guint i = 0; i < json_array_get_length (types); i++)
    if (is_type (json_array_get_element (types, i), wanted))
      return TRUE;
  return FALSE;
}

static JsonObject *
find_posting (JsonNode *node)
{
  JsonObject *found = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; found == NULL && i < json_array_get_length (array); i++)
        found = find_posting (json_array_get_element (array, i));
    }
  else if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char *name; /* may not be left out before json-glib 1.8 */
      JsonNode *member;

      if (has_type (object, "JobPosting"))
        return object;
      json_object_iter_init_ordered (&iter, object);
      while (found == NULL && json_object_iter_next_ordered (&iter, &name, &member))
        found = find_posting (member);
    }
  return found;
}

/* Reading its members */

static JsonNode *
get_member (JsonNode *node, const char *name)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return json_object_get_member (json_node_get_object (node), name);
}

/* The words of a value: a string, a number, what an object is called, or those of a list. NULL where there are none. */
static char *
dup_words (JsonNode *node, const char *divider)
{
  static const char *const names[] = { "name", "description", "value", "credentialCategory", "@value" };
  g_autoptr (GString) words = NULL;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0' ? json_node_dup_string (node) : NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      char *found = NULL;

      for (gsize i = 0; found == NULL && i < G_N_ELEMENTS (names); i++)
        found = dup_words (get_member (node, names[i]), divider);
      return found;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *one = dup_words (json_array_get_element (json_node_get_array (node), i), divider);

      if (one == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, divider);
      g_string_append (words, one);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* A name on one line; NULL where it is none. */
static char *
dup_name (JsonNode *node, const char *divider)
{
  g_autofree char *words = dup_words (node, divider);
  g_autofree char *plain = words != NULL && strlen (words) <= MAX_NAME ? matchum_html_page_dup_text (words) : NULL;

  if (plain == NULL)
    return NULL;
  g_strstrip (g_strdelimit (plain, "\n\t", ' '));
  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

/* The lines of a longer text; each of a list is an item. */
static char *
dup_text (JsonNode *node)
{
  const gboolean is_list =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 1;
  g_autofree char *words = dup_words (node, "\n- ");
  g_autofree char *whole = words != NULL && is_list ? g_strconcat ("- ", words, NULL) : g_steal_pointer (&words);
  g_autofree char *text = whole != NULL ? matchum_html_page_dup_text (whole) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* "2026-11-30T23:59:59+09:00": the day of it. */
static char *
dup_day (JsonNode *node)
{
  g_autofree char *words = dup_name (node, ", ");

  if (words != NULL && strlen (words) > 10 && words[4] == '-' && words[7] == '-'
      && (words[10] == 'T' || words[10] == ' '))
    words[10] = '\0';
  return g_steal_pointer (&words);
}

static void
append_place (GString *places, JsonNode *place)
{
  static const char *const parts[] = { "addressLocality", "addressRegion", "addressCountry" };
  JsonNode *address = get_member (place, "address");
  g_autoptr (GString) words = g_string_new (NULL);

  if (JSON_NODE_HOLDS_VALUE (place) && json_node_get_value_type (place) != G_TYPE_STRING)
    return;
  for (gsize i = 0; address != NULL && JSON_NODE_HOLDS_OBJECT (address) && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = dup_name (get_member (address, parts[i]), ", ");

      if (part == NULL || strstr (words->str, part) != NULL)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", part);
    }
  if (words->len == 0)
    {
      g_autofree char *name = dup_name (address != NULL ? address : place, ", ");

      g_string_append (words, name != NULL ? name : "");
    }
  if (words->len > 0 && strstr (places->str, words->str) == NULL)
    g_string_append_printf (places, "%s%s", places->len > 0 ? " / " : "", words->str);
}

static char *
dup_location (JsonObject *posting)
{
  JsonNode *node = json_object_get_member (posting, "jobLocation");
  g_autofree char *type = dup_name (json_object_get_member (posting, "jobLocationType"), ", ");
  g_autoptr (GString) places = g_string_new (NULL);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), MAX_PLACES); i++)
      append_place (places, json_array_get_element (json_node_get_array (node), i));
  else if (node != NULL)
    append_place (places, node);
  if (type != NULL && g_ascii_strcasecmp (type, "TELECOMMUTE") == 0)
    g_string_append (places, places->len > 0 ? " / remote" : "remote");
  return places->len > 0 ? g_strdup (places->str) : NULL;
}

static gboolean
is_korean (const char *text)
{
  MatchumLanguageTally tally = { 0 };

  matchum_language_tally_add (&tally, text != NULL ? text : "");
  return g_str_equal (matchum_language_tally_guess (&tally), "ko");
}

/* Words, or { "monthsOfExperience": 36 }. */
static char *
dup_experience (JsonNode *node, const char *description)
{
  JsonNode *months_node = get_member (node, "monthsOfExperience");
  g_autofree char *words = months_node != NULL ? dup_name (months_node, "") : NULL;
  const gint64 months = words != NULL ? g_ascii_strtoll (words, NULL, 10) : 0;

  if (months_node == NULL)
    return dup_text (node);
  if (months <= 0 || months > 12 * 60)
    return NULL;
  if (months % 12 != 0)
    return g_strdup_printf (is_korean (description) ? "경력 %d개월 이상" : "At least %d months of experience",
                            (int) months);
  return g_strdup_printf (is_korean (description) ? "경력 %d년 이상" : "At least %d years of experience",
                          (int) (months / 12));
}

MatchumJobPostingJson *
matchum_job_posting_json_find (const char *text, gsize length)
{
  g_autoptr (JsonNode) root = NULL;
  MatchumJobPostingJson *self;
  JsonObject *posting;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_strstr_len (text, (gssize) length, "JobPosting") == NULL)
    return NULL;
  root = parse (text, length);
  posting = find_posting (root);
  if (posting == NULL)
    return NULL;
  self = g_new0 (MatchumJobPostingJson, 1);
  self->title = dup_name (json_object_get_member (posting, "title"), ", ");
  if (self->title == NULL)
    self->title = dup_name (json_object_get_member (posting, "name"), ", ");
  self->company = dup_name (json_object_get_member (posting, "hiringOrganization"), ", ");
  self->date_posted = dup_day (json_object_get_member (posting, "datePosted"));
  self->valid_through = dup_day (json_object_get_member (posting, "validThrough"));
  self->employment_type = dup_name (json_object_get_member (posting, "employmentType"), ", ");
  self->location = dup_location (posting);
  self->description = dup_text (json_object_get_member (posting, "description"));
  self->responsibilities = dup_text (json_object_get_member (posting, "responsibilities"));
  self->qualifications = dup_text (json_object_get_member (posting, "qualifications"));
  self->skills = dup_text (json_object_get_member (posting, "skills"));
  self->experience = dup_experience (json_object_get_member (posting, "experienceRequirements"), self->description);
  self->education = dup_text (json_object_get_member (posting, "educationRequirements"));
  self->benefits = dup_text (json_object_get_member (posting, "jobBenefits"));
  return self;
}

void
matchum_job_posting_json_free (MatchumJobPostingJson *self)
{
  g_free (self->title);
  g_free (self->company);
  g_free (self->date_posted);
  g_free (self->valid_through);
  g_free (self->employment_type);
  g_free (self->location);
  g_free (self->description);
  g_free (self->responsibilities);
  g_free (self->qualifications);
  g_free (self->skills);
  g_free (self->experience);
  g_free (self->education);
  g_free (self->benefits);
  g_free (self);
}

/* Writing */

static void
append_key (GString *front, const char *key, const char *value)
{
  if (value == NULL || strlen (value) > MAX_NAME)
    return;
  g_string_append_printf (front, "%s: \"", key);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (front, '\\');
      g_string_append_c (front, *p);
    }
  g_string_append (front, "\"\n");
}

char *
matchum_job_posting_json_to_front_matter (const MatchumJobPostingJson *self)
{
  g_autoptr (GString) front = g_string_new ("---\n");
  const gsize empty = front->len;

  g_return_val_if_fail (self != NULL, NULL);

  append_key (front, "company", self->company);
  append_key (front, "title", self->title);
  append_key (front, "location", self->location);
  append_key (front, "employment_type", self->employment_type);
  append_key (front, "posted", self->date_posted);
  append_key (front, "deadline", self->valid_through);
  if (front->len == empty)
    return g_strdup ("");
  g_string_append (front, "---\n\n");
  return g_strdup (front->str);
}

char *
matchum_job_posting_json_compact (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);
  GString *compact = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_len (compact, p, g_utf8_next_char (p) - p);
  return g_string_free (compact, FALSE);
}

/* Whether each line of a part stands in the description, whose words compact holds. Very long parts are not looked for.
 */
static gboolean
says (const char *compact, const char *part)
{
  g_auto (GStrv) lines = g_strsplit (part, "\n", MAX_LINES + 1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = NULL;

      if (i == MAX_LINES)
        return FALSE;
      line = matchum_job_posting_json_compact (lines[i]);
      if (strstr (compact, line) == NULL)
        return FALSE;
    }
  return TRUE;
}

typedef struct {
  GString *text;
  char *compact; /* the description */
  gboolean is_korean;
} Writer;

/* One value that is no list is one item. A list of skills on one line is left so: it is divided where it is read. */
static void
append_part (Writer *self, const char *english, const char *korean, const char *const *parts)
{
  gboolean has_heading = FALSE;

  for (; *english != '\0' && parts != NULL && parts[0] != NULL; parts++)
    {
      if (parts[0][0] == '\0' || says (self->compact, parts[0]))
        continue;
      if (!has_heading)
        g_string_append_printf (self->text, "%s## %s\n\n", self->text->len > 0 ? "\n\n" : "",
                                self->is_korean ? korean : english);
      else
        g_string_append_c (self->text, '\n');
      has_heading = TRUE;
      if (strchr (parts[0], '\n') == NULL && !g_str_has_prefix (parts[0], "- "))
        g_string_append (self->text, "- ");
      g_string_append (self->text, parts[0]);
    }
}

#define OR_NONE(text) ((text) != NULL ? (text) : "")

char *
matchum_job_posting_json_to_text (const MatchumJobPostingJson *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *compact = NULL;
  Writer writer;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (OR_NONE (self->description));
  compact = matchum_job_posting_json_compact (OR_NONE (self->description));
  writer = (Writer){ .text = text, .compact = compact };
  writer.is_korean = is_korean (self->description != NULL ? self->description : self->qualifications);
  append_part (&writer, "Responsibilities", "주요 업무",
               (const char *const[]){ OR_NONE (self->responsibilities), NULL });
  append_part (&writer, "Requirements", "자격 요건",
               (const char *const[]){ OR_NONE (self->qualifications), OR_NONE (self->experience),
                                      OR_NONE (self->education), NULL });
  append_part (&writer, "Required skills", "필요 역량", (const char *const[]){ OR_NONE (self->skills), NULL });
  append_part (&writer, "Benefits", "혜택 및 복지", (const char *const[]){ OR_NONE (self->benefits), NULL });
  return g_strdup (text->str);
}
