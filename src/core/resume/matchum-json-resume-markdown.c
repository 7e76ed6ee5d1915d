/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives every member of JSON Resume the words that the exporter reads it from again: headings with bars between their
 * parts, dates at their end, bullets with a bold name. */
#include "config.h"

#include "resume/matchum-json-resume-markdown.h"

#include <string.h>

#include "resume/matchum-contact-words.h"
#include "resume/matchum-entry-signs.h"
#include "resume/matchum-json-resume-labels.h"
#include "resume/matchum-markdown-words.h"
#include "text/matchum-language-tally.h"

#define PART_SEPARATOR " | "
#define CONTACT_SEPARATOR " · "

typedef struct {
  const MatchumJsonValue *resume;
  GHashTable *comments;
  GHashTable *lines;
  gboolean is_korean;
  GString *out;
  guint line;    /* the one that is written next */
  gsize counted; /* bytes of out whose lines are counted */
} Writer;

static const char *
get (const MatchumJsonValue *item, const char *name)
{
  return matchum_json_value_get_string (item, name);
}

/* Lines and blocks */

static guint
get_line (Writer *self)
{
  for (; self->counted < self->out->len; self->counted++)
    self->line += self->out->str[self->counted] == '\n';
  return self->line;
}

/* One blank line after what is there. */
static void
begin_block (Writer *self)
{
  if (self->out->len == 0)
    return;
  if (self->out->str[self->out->len - 1] != '\n')
    g_string_append_c (self->out, '\n');
  g_string_append_c (self->out, '\n');
}

/* Ends the line that is being written, if any: the next bullet comes right under it. */
static void
begin_line (Writer *self)
{
  if (self->out->len > 0 && self->out->str[self->out->len - 1] != '\n')
    g_string_append_c (self->out, '\n');
}

static void
note_line (Writer *self, const MatchumJsonValue *item)
{
  if (self->lines != NULL)
    g_hash_table_insert (self->lines, (gpointer) item, GUINT_TO_POINTER (get_line (self)));
}

static void
write_comment (Writer *self, const MatchumJsonValue *value, const char *indentation)
{
  const char *comment = self->comments != NULL ? g_hash_table_lookup (self->comments, value) : NULL;
  g_auto (GStrv) lines = comment != NULL ? g_strsplit (comment, "\n", -1) : NULL;

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      begin_line (self);
      g_string_append_printf (self->out, "%s%s", indentation, lines[i]);
    }
}

static void
write_words (Writer *self, const char *text, const char *indentation)
{
  matchum_markdown_words_append (self->out, text, MATCHUM_MARKDOWN_WORDS_LINES, indentation);
}

/* Paragraphs are what blank lines separate. */
static void
write_paragraphs (Writer *self, const char *text, const char *mark)
{
  g_autofree char *clean = matchum_markdown_words_clean (text);
  g_auto (GStrv) paragraphs = g_strsplit (clean, "\n\n", -1);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] == '\0')
        continue;
      begin_block (self);
      g_string_append (self->out, mark);
      write_words (self, paragraphs[i], "");
      g_string_append (self->out, mark);
    }
}

static void
write_bullets (Writer *self, const MatchumJsonValue *list)
{
  for (guint i = 0; i < matchum_json_value_get_n (list); i++)
    {
      if (i == 0)
        begin_block (self);
      begin_line (self);
      g_string_append (self->out, "- ");
      write_words (self, matchum_json_value_get_child (list, i)->text, "  ");
    }
}

/* "Keywords: a, b" */
static void
write_labelled (Writer *self, MatchumJsonSectionId section, const MatchumJsonValue *item, const char *name)
{
  const MatchumJsonValue *value = matchum_json_value_get_member (item, name);
  g_autofree char *text = matchum_json_resume_labels_join (value);

  if (text == NULL)
    return;
  begin_block (self);
  g_string_append_printf (self->out, "%s: ", matchum_json_resume_labels_get (section, name, self->is_korean));
  matchum_markdown_words_append (self->out, text, MATCHUM_MARKDOWN_WORDS_AFTER, "");
}

/* Dates */

static char *
dup_date_words (Writer *self, const char *date)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  char *words;

  if (!self->is_korean && strlen (date) == 7)
    return g_strdup_printf ("%s %.4s", months[(date[5] - '0') * 10 + date[6] - '1'], date);
  words = g_strdup (date);
  return self->is_korean ? g_strdelimit (words, "-", '.') : words;
}

/* "2021.03 - 현재", "Mar 2021 – Feb 2022", a single date; NULL where there is none. */
static char *
dup_dates (Writer *self, const char *start, const char *end)
{
  g_autofree char *first = start != NULL ? dup_date_words (self, start) : NULL;
  g_autofree char *last = end != NULL ? dup_date_words (self, end) : NULL;

  if (first == NULL || (last != NULL && g_str_equal (first, last)))
    return g_steal_pointer (&last);
  if (last == NULL)
    last = g_strdup (self->is_korean ? "현재" : "Present");
  return g_strdup_printf (self->is_korean ? "%s - %s" : "%s – %s", first, last);
}

/* Headings and bullets that name an item */

static void
write_part (Writer *self, gboolean *is_first, const char *text, const char *url)
{
  if (text == NULL)
    return;
  if (!*is_first)
    g_string_append (self->out, PART_SEPARATOR);
  if (url != NULL)
    matchum_markdown_words_append_link (self->out, text, url);
  else
    matchum_markdown_words_append (self->out, text,
                                   *is_first ? MATCHUM_MARKDOWN_WORDS_LINE : MATCHUM_MARKDOWN_WORDS_AFTER, "");
  *is_first = FALSE;
}

/* The first member of item that stands for its name, linked where it has an address; then the others; then dates. */
static void
write_parts (Writer *self, const MatchumJsonValue *item, const char *const *names, const char *dates)
{
  const char *url = get (item, "url");
  gboolean is_first = TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    if (get (item, names[i]) != NULL)
      {
        write_part (self, &is_first, get (item, names[i]), url);
        url = NULL;
      }
  if (url != NULL && is_first)
    {
      g_autofree char *shown = matchum_contact_words_shorten_url (url);

      write_part (self, &is_first, shown, url);
    }
  write_part (self, &is_first, dates, NULL);
  if (is_first)
    g_string_append (self->out, "…");
}

static const char *const *
get_head_names (MatchumJsonSectionId section)
{
  static const char *const names[MATCHUM_JSON_N_SECTIONS][4] = {
    [MATCHUM_JSON_WORK] = { "name", "position", "location" },
    [MATCHUM_JSON_VOLUNTEER] = { "organization", "position" },
    [MATCHUM_JSON_EDUCATION] = { "institution", "studyType", "area" },
    [MATCHUM_JSON_AWARDS] = { "title", "awarder" },
    [MATCHUM_JSON_CERTIFICATES] = { "name", "issuer" },
    [MATCHUM_JSON_PUBLICATIONS] = { "name", "publisher" },
    [MATCHUM_JSON_PROJECTS] = { "name" },
  };

  return names[section];
}

static char *
dup_item_dates (Writer *self, const MatchumJsonValue *item)
{
  const char *date = get (item, "date");

  if (date == NULL)
    date = get (item, "releaseDate");
  if (date != NULL)
    return dup_date_words (self, date);
  return dup_dates (self, get (item, "startDate"), get (item, "endDate"));
}

static void
write_entry (Writer *self, MatchumJsonSectionId section, const MatchumJsonValue *item)
{
  static const char *const labelled[] = { "score", "courses", "keywords", "roles", "entity", "type" };
  g_autofree char *dates = dup_item_dates (self, item);

  begin_block (self);
  note_line (self, item);
  g_string_append (self->out, "### ");
  write_parts (self, item, get_head_names (section), dates);
  if (self->comments != NULL && g_hash_table_contains (self->comments, item))
    begin_block (self);
  write_comment (self, item, "");
  if (get (item, "description") != NULL)
    write_paragraphs (self, get (item, "description"), section == MATCHUM_JSON_WORK ? "*" : "");
  if (get (item, "summary") != NULL && section != MATCHUM_JSON_PROJECTS)
    write_paragraphs (self, get (item, "summary"), "");
  for (gsize i = 0; i < G_N_ELEMENTS (labelled); i++)
    if (matchum_json_resume_schema_find_field (matchum_json_resume_schema_get_section (section)->fields, labelled[i])
        != NULL)
      write_labelled (self, section, item, labelled[i]);
  if (section != MATCHUM_JSON_CERTIFICATES && section != MATCHUM_JSON_AWARDS && section != MATCHUM_JSON_PUBLICATIONS)
    write_bullets (self, matchum_json_value_get_member (item, "highlights"));
}

/* Bullets */

static void
write_dated_bullet (Writer *self, MatchumJsonSectionId section, const MatchumJsonValue *item)
{
  g_autofree char *dates = dup_item_dates (self, item);

  write_parts (self, item, get_head_names (section), dates);
}

/* Whether a name by itself is read as one. */
static gboolean
is_plain_name (const char *name)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split_list (name);

  return parts->len == 1 && strstr (name, ": ") == NULL && strchr (name, '(') == NULL;
}

/* "**Web** (Master): HTML, CSS", "**English**: native", "Python" */
static void
write_named_bullet (Writer *self, const char *name, const char *level, const char *rest)
{
  if (name != NULL && level == NULL && rest == NULL && is_plain_name (name))
    {
      write_words (self, name, "  ");
      return;
    }
  if (name != NULL)
    {
      g_string_append (self->out, "**");
      matchum_markdown_words_append (self->out, name, MATCHUM_MARKDOWN_WORDS_AFTER, "");
      g_string_append (self->out, "**");
    }
  if (level != NULL)
    {
      g_string_append (self->out, name != NULL ? " (" : "(");
      matchum_markdown_words_append (self->out, level, MATCHUM_MARKDOWN_WORDS_AFTER, "");
      g_string_append_c (self->out, ')');
    }
  if (rest == NULL)
    return;
  g_string_append (self->out, name != NULL || level != NULL ? ": " : "");
  matchum_markdown_words_append (self->out, rest,
                                 name != NULL || level != NULL ? MATCHUM_MARKDOWN_WORDS_AFTER_LINES
                                                               : MATCHUM_MARKDOWN_WORDS_LINES,
                                 "  ");
}

static void
write_bullet (Writer *self, MatchumJsonSectionId section, const MatchumJsonValue *item)
{
  g_autofree char *keywords = matchum_json_resume_labels_join (matchum_json_value_get_member (item, "keywords"));

  begin_line (self);
  note_line (self, item);
  g_string_append (self->out, "- ");
  switch (section)
    {
    case MATCHUM_JSON_SKILLS:
    case MATCHUM_JSON_INTERESTS:
      write_named_bullet (self, get (item, "name"), section == MATCHUM_JSON_SKILLS ? get (item, "level") : NULL,
                          keywords);
      break;
    case MATCHUM_JSON_LANGUAGES:
      write_named_bullet (self, get (item, "language"), NULL, get (item, "fluency"));
      break;
    case MATCHUM_JSON_REFERENCES:
      write_named_bullet (self, get (item, "name"), NULL, get (item, "reference"));
      break;
    case MATCHUM_JSON_WORK:
    case MATCHUM_JSON_VOLUNTEER:
    case MATCHUM_JSON_EDUCATION:
    case MATCHUM_JSON_AWARDS:
    case MATCHUM_JSON_CERTIFICATES:
    case MATCHUM_JSON_PUBLICATIONS:
    case MATCHUM_JSON_PROJECTS:
    case MATCHUM_JSON_N_SECTIONS:
    default:
      write_dated_bullet (self, section, item);
      break;
    }
  write_comment (self, item, "  ");
}

/* Sections */

static gboolean
is_seen (MatchumJsonSectionId section, const MatchumJsonValue *item)
{
  for (const MatchumJsonField *field = matchum_json_resume_schema_get_section (section)->fields; field->name != NULL;
       field++)
    {
      const MatchumJsonValue *value = matchum_json_value_get_member (item, field->name);

      if (value == NULL || (value->kind == MATCHUM_JSON_STRING && !matchum_markdown_words_is_seen (value->text)))
        continue;
      return TRUE;
    }
  return FALSE;
}

/* Whether a bullet can say it all. */
static gboolean
is_short (MatchumJsonSectionId section, const MatchumJsonValue *item)
{
  if (section == MATCHUM_JSON_VOLUNTEER)
    return get (item, "position") == NULL && get (item, "summary") == NULL
           && matchum_json_value_get_member (item, "highlights") == NULL;
  return get (item, "summary") == NULL;
}

static gboolean
is_list_section (MatchumJsonSectionId section, const MatchumJsonValue *items)
{
  if (section == MATCHUM_JSON_WORK || section == MATCHUM_JSON_EDUCATION || section == MATCHUM_JSON_PROJECTS)
    return FALSE;
  for (guint i = 0; i < matchum_json_value_get_n (items); i++)
    if (!is_short (section, matchum_json_value_get_child (items, i)))
      return FALSE;
  return TRUE;
}

static void
write_heading (Writer *self, const char *text)
{
  begin_block (self);
  g_string_append (self->out, "## ");
  matchum_markdown_words_append (self->out, text, MATCHUM_MARKDOWN_WORDS_LINE, "");
}

static void
write_section (Writer *self, MatchumJsonSectionId id, const MatchumJsonValue *items)
{
  const MatchumJsonSection *section = matchum_json_resume_schema_get_section (id);
  const gboolean is_list = is_list_section (id, items);
  gboolean is_begun = FALSE;

  for (guint i = 0; i < matchum_json_value_get_n (items); i++)
    {
      const MatchumJsonValue *item = matchum_json_value_get_child (items, i);

      if (!is_seen (id, item))
        continue;
      if (!is_begun)
        {
          write_heading (self, self->is_korean ? section->korean : section->english);
          if (is_list)
            begin_block (self);
          is_begun = TRUE;
        }
      if (is_list)
        write_bullet (self, id, item);
      else
        write_entry (self, id, item);
    }
}

/* What the exporter had no section of JSON Resume for: {"name", "summary", "highlights", "entries"}. */
static void
write_other_section (Writer *self, const MatchumJsonValue *section)
{
  const MatchumJsonValue *entries = matchum_json_value_get_member (section, "entries");

  if (get (section, "name") == NULL)
    return;
  write_heading (self, get (section, "name"));
  if (get (section, "summary") != NULL)
    write_paragraphs (self, get (section, "summary"), "");
  write_bullets (self, matchum_json_resume_labels_get_list (section, "highlights"));
  for (guint i = 0; i < matchum_json_value_get_n (entries); i++)
    {
      const MatchumJsonValue *entry = matchum_json_value_get_child (entries, i);
      static const char *const names[] = { "name", NULL };
      g_autofree char *dates = dup_dates (self, matchum_json_resume_labels_get_date (entry, "startDate"),
                                          matchum_json_resume_labels_get_date (entry, "endDate"));

      begin_block (self);
      g_string_append (self->out, "### ");
      write_parts (self, entry, names, dates);
      if (get (entry, "summary") != NULL)
        write_paragraphs (self, get (entry, "summary"), "");
      write_bullets (self, matchum_json_resume_labels_get_list (entry, "highlights"));
    }
}

/* The person */

static void
write_contact_part (Writer *self, gboolean *is_first, const char *text, const char *url)
{
  if (text == NULL || !matchum_markdown_words_is_seen (text))
    return;
  if (!*is_first)
    g_string_append (self->out, CONTACT_SEPARATOR);
  else
    begin_block (self);
  if (url != NULL)
    matchum_markdown_words_append_link (self->out, text, url);
  else
    matchum_markdown_words_append (self->out, text,
                                   *is_first ? MATCHUM_MARKDOWN_WORDS_LINE : MATCHUM_MARKDOWN_WORDS_AFTER, "");
  *is_first = FALSE;
}

static void
write_profile (Writer *self, gboolean *is_first, const MatchumJsonValue *profile)
{
  const char *network = get (profile, "network");
  const char *user = get (profile, "username");
  g_autofree char *text = NULL;

  if (network != NULL && user != NULL)
    text = g_strdup_printf ("%s: %s", network, user);
  else if (network != NULL || user != NULL)
    text = g_strdup (network != NULL ? network : user);
  else if (get (profile, "url") != NULL)
    text = matchum_contact_words_shorten_url (get (profile, "url"));
  write_contact_part (self, is_first, text, get (profile, "url"));
}

static void
write_contact (Writer *self, const MatchumJsonValue *basics)
{
  const char *url = get (basics, "url");
  const MatchumJsonValue *profiles = matchum_json_value_get_member (basics, "profiles");
  g_autofree char *location = matchum_contact_words_join_location (matchum_json_value_get_member (basics, "location"));
  g_autofree char *shown = url != NULL ? matchum_contact_words_shorten_url (url) : NULL;
  gboolean is_first = TRUE;

  write_contact_part (self, &is_first, get (basics, "label"), NULL);
  write_contact_part (self, &is_first, *location != '\0' ? location : NULL, NULL);
  write_contact_part (self, &is_first, get (basics, "email"), NULL);
  write_contact_part (self, &is_first, get (basics, "phone"), NULL);
  write_contact_part (self, &is_first, shown, url);
  for (guint i = 0; i < matchum_json_value_get_n (profiles); i++)
    write_profile (self, &is_first, matchum_json_value_get_child (profiles, i));
}

static void
write_basics (Writer *self, const MatchumJsonValue *basics)
{
  const char *name = get (basics, "name");

  g_string_append (self->out, "# ");
  if (name != NULL && matchum_markdown_words_is_seen (name))
    matchum_markdown_words_append (self->out, name, MATCHUM_MARKDOWN_WORDS_LINE, "");
  else
    g_string_append (self->out, self->is_korean ? "이력서" : "Resume");
  write_contact (self, basics);
  if (self->comments != NULL && g_hash_table_contains (self->comments, self->resume))
    begin_block (self);
  write_comment (self, self->resume, "");
  if (get (basics, "summary") == NULL || !matchum_markdown_words_is_seen (get (basics, "summary")))
    return;
  write_heading (self, self->is_korean ? "소개" : "Summary");
  write_paragraphs (self, get (basics, "summary"), "");
}

/* Language */

static void
add_words (MatchumLanguageTally *tally, const MatchumJsonValue *value)
{
  if (value->kind == MATCHUM_JSON_STRING && strstr (value->text, "://") == NULL && strchr (value->text, '@') == NULL)
    matchum_language_tally_add (tally, value->text);
  for (guint i = 0; i < matchum_json_value_get_n (value); i++)
    add_words (tally, matchum_json_value_get_child (value, i));
}

static gboolean
is_korean (const MatchumJsonValue *resume)
{
  MatchumLanguageTally tally = { 0 };

  for (guint i = 0; i < matchum_json_value_get_n (resume); i++)
    {
      const char *name = matchum_json_value_get_name (resume, i);

      if (g_str_equal (name, "basics") || matchum_json_resume_schema_find_section (name, NULL))
        add_words (&tally, matchum_json_value_get_child (resume, i));
    }
  return g_str_equal (matchum_language_tally_guess (&tally), "ko");
}

static gboolean
says_something (const MatchumJsonValue *resume)
{
  const MatchumJsonValue *basics = matchum_json_value_get_member (resume, "basics");
  MatchumJsonSectionId id;

  for (const MatchumJsonField *field = matchum_json_resume_schema_get_basics (); field->name != NULL; field++)
    if (!g_str_equal (field->name, "image") && matchum_json_value_get_member (basics, field->name) != NULL)
      return TRUE;
  for (guint i = 0; i < matchum_json_value_get_n (resume); i++)
    if (matchum_json_resume_schema_find_section (matchum_json_value_get_name (resume, i), &id))
      for (guint j = 0; j < matchum_json_value_get_n (matchum_json_value_get_child (resume, i)); j++)
        if (is_seen (id, matchum_json_value_get_child (matchum_json_value_get_child (resume, i), j)))
          return TRUE;
  return matchum_json_value_get_n (matchum_json_resume_labels_get_other_sections (resume)) > 0;
}

char *
matchum_json_resume_markdown_write (const MatchumJsonValue *resume, GHashTable *comments, GHashTable *lines)
{
  Writer self = { .resume = resume, .comments = comments, .lines = lines, .line = 1 };
  const MatchumJsonValue *others;
  MatchumJsonSectionId id;

  g_return_val_if_fail (resume != NULL, NULL);

  self.out = g_string_new (NULL);
  if (!says_something (resume))
    return g_string_free (self.out, FALSE);
  self.is_korean = is_korean (resume);
  write_basics (&self, matchum_json_value_get_member (resume, "basics"));
  for (guint i = 0; i < matchum_json_value_get_n (resume); i++)
    if (matchum_json_resume_schema_find_section (matchum_json_value_get_name (resume, i), &id))
      write_section (&self, id, matchum_json_value_get_child (resume, i));
  others = matchum_json_resume_labels_get_other_sections (resume);
  for (guint i = 0; i < matchum_json_value_get_n (others); i++)
    write_other_section (&self, matchum_json_value_get_child (others, i));
  begin_line (&self);
  return g_string_free (self.out, FALSE);
}
