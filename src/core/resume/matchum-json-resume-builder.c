/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the sections of a resume, and puts back what its comments carry. */
#include "config.h"

#include "resume/matchum-json-resume-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-contact-words.h"
#include "resume/matchum-entry-parts.h"
#include "resume/matchum-json-carry.h"
#include "resume/matchum-json-resume-items.h"
#include "text/matchum-folded-text.h"

/* What looking for carried words among those that can be seen may cost, in bytes compared. */
#define MAX_SEARCH (256 * 1024 * 1024)
/* Further objects without a word come last in their section. */
#define MAX_INSERTED 1000
/* What of a text is shown in a message, in characters. */
#define MAX_SHOWN 160

typedef struct {
  MatchumVisibility *visibility;
  MatchumResume *resume;
  gboolean is_tailored;
  MatchumJsonNotes *notes;
  MatchumJsonValue *root;
  MatchumJsonValue *basics;
  MatchumJsonValue *others;
  MatchumJsonValue *carried; /* by comments on the whole: array of objects, or NULL */
  GString *summary;
  GPtrArray *contact; /* of char *: parts of contact lines that are none of the known */
  guint contact_line;
  gboolean has_contact;
  MatchumEntryOrder usual;
  gsize searched;
} Builder;

static const MatchumBlock *
get_block (Builder *self, guint index)
{
  return matchum_resume_get_block (self->resume, index);
}

static gboolean
is_visible (Builder *self, const MatchumBlock *block)
{
  return matchum_visibility_is_visible (self->visibility, block->index);
}

/* Sections */

static gboolean
is_headed (const MatchumBlock *section, const char *words)
{
  g_autofree char *folded = matchum_fold (matchum_block_get_text (section), -1);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  g_strstrip (folded);
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (folded, list[i]))
      return TRUE;
  return FALSE;
}

/* The section of JSON Resume for a section of the resume; MATCHUM_JSON_N_SECTIONS where there is none. */
static MatchumJsonSectionId
find_section (const MatchumBlock *section)
{
  switch (section->section)
    {
    case MATCHUM_SECTION_EXPERIENCE:
      return MATCHUM_JSON_WORK;
    case MATCHUM_SECTION_PROJECTS:
      return MATCHUM_JSON_PROJECTS;
    case MATCHUM_SECTION_EDUCATION:
      return MATCHUM_JSON_EDUCATION;
    case MATCHUM_SECTION_SKILLS:
      return MATCHUM_JSON_SKILLS;
    case MATCHUM_SECTION_PUBLICATIONS:
      return MATCHUM_JSON_PUBLICATIONS;
    case MATCHUM_SECTION_AWARDS:
      return MATCHUM_JSON_AWARDS;
    case MATCHUM_SECTION_CERTIFICATES:
      return MATCHUM_JSON_CERTIFICATES;
    case MATCHUM_SECTION_LANGUAGES:
      return MATCHUM_JSON_LANGUAGES;
    case MATCHUM_SECTION_ACTIVITIES:
      return MATCHUM_JSON_VOLUNTEER;
    case MATCHUM_SECTION_OTHER:
    case MATCHUM_SECTION_CONTACT:
    case MATCHUM_SECTION_SUMMARY:
    default:
      break;
    }
  if (is_headed (section, "interest|hobbies|hobby|관심|취미"))
    return MATCHUM_JSON_INTERESTS;
  if (is_headed (section, "references|referees|recommendations|추천인|추천사|추천의 글|추천 글|평판 조회"))
    return MATCHUM_JSON_REFERENCES;
  return MATCHUM_JSON_N_SECTIONS;
}

/* The array of a section, made where it is the first time. */
static MatchumJsonValue *
get_items (Builder *self, MatchumJsonSectionId section)
{
  const char *name = matchum_json_resume_schema_get_section (section)->name;
  MatchumJsonValue *items = matchum_json_value_get_member (self->root, name);

  if (items == NULL)
    {
      items = matchum_json_value_new_array ();
      matchum_json_value_set_member (self->root, name, items);
    }
  return items;
}

/* What comments carry */

/* Objects of the comments of a block: within its words, or right under it. NULL where there are none. */
static MatchumJsonValue *
read_carried (Builder *self, const MatchumBlock *block)
{
  const char *text = matchum_source_get_text (matchum_resume_get_source (self->resume));
  g_autoptr (GString) remarks = g_string_new (NULL);

  for (guint i = 0; block->remarks != NULL && i < block->remarks->len; i++)
    {
      MatchumSpan span = g_array_index (block->remarks, MatchumSpan, i);

      g_string_append_len (remarks, text + span.start, (gssize) matchum_span_get_length (span));
    }
  for (guint i = block->index + 1; i < block->end; i++)
    {
      const MatchumBlock *child = get_block (self, i);

      if (child->kind != MATCHUM_BLOCK_REMARK || child->parent != block->index)
        break;
      g_string_append_len (remarks, text + child->span.start, (gssize) matchum_span_get_length (child->span));
    }
  return remarks->len > 0 ? matchum_json_carry_read (remarks->str, remarks->len) : NULL;
}

typedef struct {
  Builder *builder;
  const MatchumBlock *block; /* in which a word must be seen, or NULL for anywhere */
  const MatchumJsonField *fields;
  GString *seen; /* made when it is needed */
} Filter;

/* Appends text with a single space for all white space: lines are broken as they fit. */
static void
append_spaced (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
}

static void
append_seen (Filter *self, const MatchumBlock *block)
{
  append_spaced (self->seen, matchum_block_get_text (block));
  g_string_append_c (self->seen, ' ');
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->url != NULL)
        g_string_append_printf (self->seen, "%s ", run->url);
    }
}

static void
find_seen (Filter *self)
{
  const guint first = self->block != NULL ? self->block->index : 0;
  const guint end = self->block != NULL ? self->block->end : matchum_resume_get_n_blocks (self->builder->resume);

  self->seen = g_string_new (NULL);
  for (guint i = first; i < end; i++)
    {
      const MatchumBlock *block = get_block (self->builder, i);

      if (is_visible (self->builder, block) && block->kind != MATCHUM_BLOCK_REMARK)
        append_seen (self, block);
    }
}

static gboolean
is_text_seen (Filter *self, const char *text)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  if (self->seen == NULL)
    find_seen (self);
  append_spaced (spaced, text);
  self->builder->searched += self->seen->len + spaced->len;
  return self->builder->searched <= MAX_SEARCH && spaced->len > 0 && strstr (self->seen->str, spaced->str) != NULL;
}

/* Whether all that value says can be seen. */
static gboolean
is_seen (Filter *self, const MatchumJsonValue *value)
{
  if (value->kind == MATCHUM_JSON_STRING)
    return is_text_seen (self, value->text);
  if (value->kind != MATCHUM_JSON_ARRAY && value->kind != MATCHUM_JSON_OBJECT)
    return FALSE;
  for (guint i = 0; i < value->children->len; i++)
    if (!is_seen (self, matchum_json_value_get_child (value, i)))
      return FALSE;
  return TRUE;
}

static gboolean
are_members_known (const MatchumJsonField *fields, const MatchumJsonValue *object)
{
  if (object->kind != MATCHUM_JSON_OBJECT)
    return FALSE;
  for (guint i = 0; i < object->children->len; i++)
    if (matchum_json_resume_schema_find_field (fields, matchum_json_value_get_name (object, i)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_known (const MatchumJsonField *field, const MatchumJsonValue *value)
{
  switch (field->kind)
    {
    case MATCHUM_JSON_FIELD_LOCATION:
      return are_members_known (matchum_json_resume_schema_get_location (), value);
    case MATCHUM_JSON_FIELD_PROFILES:
      for (guint i = 0; i < matchum_json_value_get_n (value); i++)
        if (!are_members_known (matchum_json_resume_schema_get_profile (), matchum_json_value_get_child (value, i)))
          return FALSE;
      return value->kind == MATCHUM_JSON_ARRAY;
    case MATCHUM_JSON_FIELD_LIST:
      return value->kind == MATCHUM_JSON_ARRAY;
    case MATCHUM_JSON_FIELD_TEXT:
    case MATCHUM_JSON_FIELD_DATE:
    case MATCHUM_JSON_FIELD_URL:
    default:
      return value->kind == MATCHUM_JSON_STRING;
    }
}

/* In a copy for someone only members of the schema whose words can be seen may be put back. */
static gboolean
filter_cb (const char *name, const MatchumJsonValue *value, gpointer user_data)
{
  Filter *self = user_data;
  const MatchumJsonField *field = matchum_json_resume_schema_find_field (self->fields, name);

  return field != NULL && is_known (field, value) && is_seen (self, value);
}

static void
apply_changes (Builder *self,
               MatchumJsonValue *object,
               const MatchumJsonValue *changes,
               const MatchumBlock *block,
               const MatchumJsonField *fields,
               const char *path)
{
  Filter filter = { self, block, fields, NULL };
  const char *lost;

  if (changes == NULL || changes->kind != MATCHUM_JSON_OBJECT)
    return;
  lost = matchum_json_carry_apply (object, changes, self->is_tailored ? filter_cb : NULL, &filter);
  if (lost != NULL && !self->is_tailored)
    {
      g_autofree char *whole = g_strconcat (path, *path != '\0' ? "." : "", lost, NULL);

      matchum_json_notes_add (self->notes, block != NULL ? block->first_line : 1, whole,
                              g_strdup (
                                  _ ("The words have changed since the JSON file was read; what it said besides was "
                                     "left out.")));
    }
  if (filter.seen != NULL)
    g_string_free (filter.seen, TRUE);
}

/* Replaces what a bullet was read as, from first on, where it is what it was. */
static void
apply_items (Builder *self, MatchumJsonValue *items, guint first, const MatchumJsonValue *pair)
{
  const MatchumJsonValue *was, *is;

  if (self->is_tailored || pair == NULL || pair->kind != MATCHUM_JSON_ARRAY || pair->children->len != 2)
    return;
  was = matchum_json_value_get_child (pair, 0);
  is = matchum_json_value_get_child (pair, 1);
  if (was->kind != MATCHUM_JSON_ARRAY || is->kind != MATCHUM_JSON_ARRAY
      || was->children->len != items->children->len - first)
    return;
  for (guint i = 0; i < was->children->len; i++)
    if (!matchum_json_value_is_equal (matchum_json_value_get_child (was, i),
                                      matchum_json_value_get_child (items, first + i)))
      return;
  g_ptr_array_set_size (items->children, (gint) first);
  for (guint i = 0; i < is->children->len; i++)
    matchum_json_value_append (items, matchum_json_value_copy (matchum_json_value_get_child (is, i)));
}

static void
apply_carried (Builder *self,
               MatchumJsonValue *items,
               guint first,
               const MatchumBlock *block,
               MatchumJsonSectionId section,
               const char *path)
{
  g_autoptr (MatchumJsonValue) carried = read_carried (self, block);

  for (guint i = 0; i < matchum_json_value_get_n (carried); i++)
    {
      const MatchumJsonValue *comment = matchum_json_value_get_child (carried, i);

      if (items->children->len == first + 1)
        {
          MatchumJsonValue *item = matchum_json_value_get_child (items, first);
          const MatchumJsonField *fields = matchum_json_resume_schema_get_section (section)->fields;

          apply_changes (self, item, matchum_json_value_get_member (comment, "item"), block, fields, path);
          matchum_json_resume_items_sort (item, fields);
        }
      apply_items (self, items, first, matchum_json_value_get_member (comment, "items"));
    }
}

/* Entries and bullets */

static void add_block (Builder *self, MatchumJsonSectionId section, const MatchumBlock *block, const char *employer);

static gboolean
is_empty_frame (const MatchumEntryContent *content)
{
  return content->entries->len > 0 && content->lines->len == 0 && content->paragraphs->len == 0 && content->dates.n == 0
         && content->description == NULL;
}

/* What the entries within an entry are about: the organisation of its heading. */
static char *
dup_employer (Builder *self, const MatchumEntryContent *content)
{
  MatchumEntryParts parts;

  if (!matchum_entry_parts_find (content->head, self->usual, &parts) || matchum_span_is_empty (parts.organisation))
    return g_strdup (content->head);
  return g_strndup (content->head + parts.organisation.start, matchum_span_get_length (parts.organisation));
}

static void
note_dates (Builder *self, const MatchumBlock *block, const MatchumEntryContent *content, const char *path)
{
  if (content->dates.n > 1 && block->kind == MATCHUM_BLOCK_ENTRY)
    matchum_json_notes_add (self->notes, block->first_line, path,
                            g_strdup (_ ("There are several dates; the first beginning and the last end were taken.")));
}

static void
add_block (Builder *self, MatchumJsonSectionId section, const MatchumBlock *block, const char *employer)
{
  MatchumJsonValue *items = get_items (self, section);
  const guint first = items->children->len;
  g_autoptr (MatchumEntryContent) content = matchum_entry_content_new (self->visibility, block, section);
  g_autofree char *path = g_strdup_printf ("%s[%u]", matchum_json_resume_schema_get_section (section)->name, first);
  g_autofree char *inner_employer = content->entries->len > 0 ? dup_employer (self, content) : NULL;
  const MatchumJsonItemContext context = { section,    self->usual,       block->kind == MATCHUM_BLOCK_ENTRY,
                                           employer,   block->first_line, path,
                                           self->notes };

  if (!is_empty_frame (content))
    {
      note_dates (self, block, content, path);
      matchum_json_resume_items_add (items, content, &context);
      apply_carried (self, items, first, block, section, path);
    }
  for (guint i = 0; i < content->entries->len; i++)
    add_block (self, section, get_block (self, g_array_index (content->entries, guint, i)), inner_employer);
}

static void
add_known_section (Builder *self, MatchumJsonSectionId id, const MatchumBlock *section)
{
  for (guint i = section->index + 1; i < section->end;)
    {
      const MatchumBlock *block = get_block (self, i);

      if (is_visible (self, block) && block->kind != MATCHUM_BLOCK_REMARK && block->kind != MATCHUM_BLOCK_SECTION)
        add_block (self, id, block, NULL);
      i = block->end;
    }
}

/* Sections of which JSON Resume knows nothing go into meta, which is there for what programs add. */
static void
add_other_entry (Builder *self, MatchumJsonValue *entries, const MatchumBlock *block)
{
  g_autoptr (MatchumEntryContent) content =
      matchum_entry_content_new (self->visibility, block, MATCHUM_JSON_N_SECTIONS);

  matchum_json_resume_items_add_other (entries, content);
  for (guint i = 0; i < content->entries->len; i++)
    add_other_entry (self, entries, get_block (self, g_array_index (content->entries, guint, i)));
}

/* Every line of a bullet and those within it. */
static void
append_bullets (Builder *self, MatchumJsonValue *list, const MatchumBlock *block)
{
  g_autoptr (MatchumEntryContent) content =
      matchum_entry_content_new (self->visibility, block, MATCHUM_JSON_N_SECTIONS);
  g_autofree char *words = matchum_entry_content_dup_words (block, NULL);

  if (content->paragraphs->len > 0)
    {
      g_autofree char *both = g_strconcat (words, "\n", content->paragraphs->str, NULL);

      matchum_json_value_append (list, matchum_json_value_new_string (both));
    }
  else if (*words != '\0')
    matchum_json_value_append (list, matchum_json_value_new_string (words));
  for (guint i = 0; i < content->lines->len; i++)
    matchum_json_value_append (list, matchum_json_value_new_string (matchum_entry_content_get_line (content, i)));
}

static void
note_other_section (Builder *self, const MatchumBlock *section)
{
  g_autofree char *path = g_strdup_printf ("meta.matchum.sections[%u]", self->others->children->len);

  matchum_json_notes_add (self->notes, section->first_line, path,
                          g_strdup_printf (_ ("JSON Resume has no section for “%s”; other programs will not show it."),
                                           matchum_block_get_text (section)));
}

static void
add_other_section (Builder *self, const MatchumBlock *section)
{
  MatchumJsonValue *object = matchum_json_value_new_object ();
  MatchumJsonValue *list = matchum_json_value_new_array ();
  MatchumJsonValue *entries = matchum_json_value_new_array ();
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *name = matchum_entry_content_dup_words (section, NULL);

  note_other_section (self, section);
  matchum_json_value_set_string (object, "name", name);
  for (guint i = section->index + 1; i < section->end;)
    {
      const MatchumBlock *block = get_block (self, i);

      i = block->end;
      if (!is_visible (self, block))
        continue;
      if (block->kind == MATCHUM_BLOCK_ENTRY)
        add_other_entry (self, entries, block);
      else if (block->kind == MATCHUM_BLOCK_ITEM || (block->kind == MATCHUM_BLOCK_PARAGRAPH && list->children->len > 0))
        append_bullets (self, list, block);
      else if (block->kind == MATCHUM_BLOCK_PARAGRAPH)
        {
          g_autofree char *words = matchum_entry_content_dup_words (block, NULL);

          g_string_append_printf (summary, "%s%s", summary->len > 0 ? "\n\n" : "", words);
        }
    }
  matchum_json_value_set_string (object, "summary", summary->str);
  if (list->children->len > 0)
    matchum_json_value_set_member (object, "highlights", list);
  else
    matchum_json_value_free (list);
  if (entries->children->len > 0)
    matchum_json_value_set_member (object, "entries", entries);
  else
    matchum_json_value_free (entries);
  matchum_json_value_append (self->others, object);
}

/* The person */

static void
append_summary (Builder *self, const MatchumBlock *block)
{
  g_autofree char *words = matchum_entry_content_dup_words (block, NULL);
  const gboolean is_in_list = block->kind == MATCHUM_BLOCK_ITEM || block->list_depth > 0;

  if (*words == '\0')
    return;
  if (self->summary->len > 0)
    g_string_append (self->summary, is_in_list ? "\n" : "\n\n");
  g_string_append (self->summary, words);
}

static void
add_summary_section (Builder *self, const MatchumBlock *section)
{
  gboolean is_first = TRUE;

  for (guint i = section->index + 1; i < section->end; i++)
    {
      const MatchumBlock *block = get_block (self, i);

      if (block->kind == MATCHUM_BLOCK_SECTION)
        break;
      if (!is_visible (self, block) || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      if (is_first && self->summary->len > 0)
        g_string_append_c (self->summary, '\n');
      is_first = FALSE;
      append_summary (self, block);
    }
}

static void
add_contact (Builder *self, const MatchumBlock *block)
{
  const guint before = self->contact->len;

  matchum_contact_words_read (block->content, matchum_resume_get_source (self->resume), self->basics, self->contact);
  if (self->contact_line == 0 || self->contact->len > before)
    self->contact_line = block->first_line;
  self->has_contact = TRUE;
}

static void
add_contact_section (Builder *self, const MatchumBlock *section)
{
  for (guint i = section->index + 1; i < section->end; i++)
    {
      const MatchumBlock *block = get_block (self, i);

      if (is_visible (self, block) && block->kind != MATCHUM_BLOCK_REMARK && block->kind != MATCHUM_BLOCK_SECTION)
        add_contact (self, block);
    }
}

static gboolean
gives_address (const char *text)
{
  return strchr (text, '@') != NULL || strstr (text, "://") != NULL || strstr (text, ".com") != NULL;
}

/* A block under the name, before the first section. */
static void
add_lead (Builder *self, const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);

  if (block->kind == MATCHUM_BLOCK_REMARK)
    return;
  if (matchum_contact_words_is_contact (text) && (!self->has_contact || gives_address (text)))
    add_contact (self, block);
  else
    append_summary (self, block);
}

static void
add_person (Builder *self)
{
  const guint n = matchum_resume_get_n_blocks (self->resume);
  g_autofree char *name = matchum_visibility_dup_name (self->visibility);

  matchum_json_value_set_string (self->basics, "name", name);
  for (guint i = 0; i < n;)
    {
      const MatchumBlock *block = get_block (self, i);

      if (block->kind == MATCHUM_BLOCK_SECTION)
        break;
      i++;
      if (!is_visible (self, block) || block->kind == MATCHUM_BLOCK_TITLE)
        continue;
      if (block->kind == MATCHUM_BLOCK_ENTRY)
        {
          add_other_section (self, block);
          i = block->end;
        }
      else
        add_lead (self, block);
    }
}

static gboolean
is_label_carried (Builder *self)
{
  for (guint i = 0; !self->is_tailored && i < matchum_json_value_get_n (self->carried); i++)
    {
      const MatchumJsonValue *changes =
          matchum_json_value_get_member (matchum_json_value_get_child (self->carried, i), "basics");

      if (matchum_json_value_get_member (matchum_json_value_get_member (changes, "~"), "label") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
note_left_over (Builder *self, const char *left_over)
{
  const gboolean is_long = g_utf8_strlen (left_over, -1) > MAX_SHOWN;
  g_autofree char *beginning = is_long ? g_utf8_substring (left_over, 0, MAX_SHOWN) : NULL;
  g_autofree char *shown = is_long ? g_strconcat (beginning, "…", NULL) : g_strdup (left_over);

  matchum_json_notes_add (self->notes, self->contact_line, "basics.label",
                          g_strdup_printf (_ ("JSON Resume has no place for “%s”; it was added to the label."), shown));
}

static void
finish_person (Builder *self)
{
  g_autofree char *left_over = matchum_contact_words_place (self->contact, self->basics);

  if (left_over != NULL && !is_label_carried (self))
    note_left_over (self, left_over);
  matchum_json_value_set_string (self->basics, "summary", self->summary->str);
  matchum_json_resume_items_sort (self->basics, matchum_json_resume_schema_get_basics ());
}

/* The whole */

/* Which of organisation and role stands first in most headings that tell it. */
static MatchumEntryOrder
find_usual_order (Builder *self)
{
  for (guint i = 0; i < matchum_json_value_get_n (self->carried); i++)
    if (g_strcmp0 (matchum_json_value_get_string (matchum_json_value_get_child (self->carried, i), "order"), "barred")
        == 0)
      return MATCHUM_ENTRY_ORDER_BARRED;
  return matchum_entry_parts_find_usual_order (self->resume, self->visibility);
}

static void
add_section (Builder *self, const MatchumBlock *section)
{
  MatchumJsonSectionId id;

  if (section->section == MATCHUM_SECTION_CONTACT)
    add_contact_section (self, section);
  else if (section->section == MATCHUM_SECTION_SUMMARY)
    add_summary_section (self, section);
  else
    {
      id = find_section (section);
      if (id != MATCHUM_JSON_N_SECTIONS)
        add_known_section (self, id, section);
      else
        add_other_section (self, section);
    }
}

/* Comments before the first section, under the name or without one. */
static void
find_carried (Builder *self)
{
  const char *text = matchum_source_get_text (matchum_resume_get_source (self->resume));
  g_autoptr (GString) remarks = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = get_block (self, i);

      if (block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_ENTRY)
        break;
      if (block->kind == MATCHUM_BLOCK_REMARK)
        g_string_append_len (remarks, text + block->span.start, (gssize) matchum_span_get_length (block->span));
    }
  self->carried = remarks->len > 0 ? matchum_json_carry_read (remarks->str, remarks->len) : NULL;
}

/* Objects without a word: {"work": [[2, {…}]]}, each with its place among the others. */
static void
insert_extra (Builder *self, const MatchumJsonValue *extra)
{
  MatchumJsonSectionId id;

  for (guint i = 0; extra != NULL && extra->names != NULL && i < extra->children->len; i++)
    {
      const MatchumJsonValue *list = matchum_json_value_get_child (extra, i);
      MatchumJsonValue *items;

      if (list->kind != MATCHUM_JSON_ARRAY
          || !matchum_json_resume_schema_find_section (matchum_json_value_get_name (extra, i), &id))
        continue;
      items = get_items (self, id);
      for (guint j = 0; j < list->children->len; j++)
        {
          const MatchumJsonValue *pair = matchum_json_value_get_child (list, j);
          guint64 place;

          if (pair->kind != MATCHUM_JSON_ARRAY || pair->children->len != 2
              || matchum_json_value_get_child (pair, 1)->kind != MATCHUM_JSON_OBJECT
              || matchum_json_value_get_child (pair, 0)->text == NULL
              || !g_ascii_string_to_unsigned (matchum_json_value_get_child (pair, 0)->text, 10, 0, G_MAXINT, &place,
                                              NULL))
            continue;
          g_ptr_array_insert (items->children, j < MAX_INSERTED && place < items->children->len ? (gint) place : -1,
                              matchum_json_value_copy (matchum_json_value_get_child (pair, 1)));
        }
    }
}

static void
apply_carried_to_all (Builder *self)
{
  static const MatchumJsonField nothing[] = { { NULL, MATCHUM_JSON_FIELD_TEXT } };

  for (guint i = 0; i < matchum_json_value_get_n (self->carried); i++)
    {
      const MatchumJsonValue *comment = matchum_json_value_get_child (self->carried, i);
      const MatchumJsonValue *meta_changes = matchum_json_value_get_member (comment, "meta");
      MatchumJsonValue *meta = matchum_json_value_get_member (self->root, "meta");

      apply_changes (self, self->basics, matchum_json_value_get_member (comment, "basics"), NULL,
                     matchum_json_resume_schema_get_basics (), "basics");
      if (self->is_tailored)
        continue;
      if (meta == NULL && meta_changes != NULL)
        {
          meta = matchum_json_value_new_object ();
          matchum_json_value_set_member (self->root, "meta", meta);
        }
      apply_changes (self, meta, meta_changes, NULL, nothing, "meta");
      insert_extra (self, matchum_json_value_get_member (comment, "extra"));
    }
}

static void
apply_carried_to_root (Builder *self)
{
  static const MatchumJsonField nothing[] = { { NULL, MATCHUM_JSON_FIELD_TEXT } };

  for (guint i = 0; !self->is_tailored && i < matchum_json_value_get_n (self->carried); i++)
    {
      const MatchumJsonValue *changes =
          matchum_json_value_get_member (matchum_json_value_get_child (self->carried, i), "root");

      apply_changes (self, self->root, changes, NULL, nothing, "");
    }
}

static void
add_meta (Builder *self)
{
  MatchumJsonValue *meta, *matchum;

  if (self->others->children->len == 0)
    return;
  meta = matchum_json_value_new_object ();
  matchum = matchum_json_value_new_object ();
  matchum_json_value_set_member (matchum, "sections", g_steal_pointer (&self->others));
  matchum_json_value_set_member (meta, "matchum", matchum);
  matchum_json_value_set_member (self->root, "meta", meta);
}

static void
drop_empty (MatchumJsonValue *root)
{
  for (guint i = root->children->len; i-- > 0;)
    {
      const char *name = matchum_json_value_get_name (root, i);

      if ((g_str_equal (name, "basics") || g_str_equal (name, "meta")
           || matchum_json_resume_schema_find_section (name, NULL))
          && matchum_json_value_is_empty (matchum_json_value_get_child (root, i)))
        {
          g_ptr_array_remove_index (root->children, i);
          g_ptr_array_remove_index (root->names, i);
        }
    }
}

static void
build (Builder *self)
{
  matchum_json_value_set_string (self->root, "$schema", MATCHUM_JSON_RESUME_SCHEMA);
  matchum_json_value_set_member (self->root, "basics", self->basics);
  find_carried (self);
  self->usual = find_usual_order (self);
  add_person (self);
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = get_block (self, i);

      if (block->kind == MATCHUM_BLOCK_SECTION && is_visible (self, block))
        add_section (self, block);
    }
  finish_person (self);
  add_meta (self);
  apply_carried_to_all (self);
  matchum_json_resume_items_sort (self->basics, matchum_json_resume_schema_get_basics ());
  drop_empty (self->root);
  apply_carried_to_root (self);
}

MatchumJsonValue *
matchum_json_resume_builder_build (MatchumVisibility *visibility, gboolean is_tailored, MatchumJsonNotes *notes)
{
  Builder self = { .visibility = visibility, .is_tailored = is_tailored, .notes = notes };

  g_return_val_if_fail (visibility != NULL, NULL);

  self.resume = matchum_visibility_get_resume (visibility);
  self.root = matchum_json_value_new_object ();
  self.basics = matchum_json_value_new_object ();
  self.others = matchum_json_value_new_array ();
  self.summary = g_string_new (NULL);
  self.contact = g_ptr_array_new_with_free_func (g_free);
  build (&self);
  matchum_json_value_free (self.others);
  matchum_json_value_free (self.carried);
  g_string_free (self.summary, TRUE);
  g_ptr_array_unref (self.contact);
  return self.root;
}
