/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the blocks of an entry once. */
#include "config.h"

#include "resume/matchum-entry-content.h"

#include <string.h>

#include "resume/matchum-contact-words.h"
#include "resume/matchum-dated-line.h"
#include "resume/matchum-entry-signs.h"
#include "resume/matchum-json-resume-labels.h"

typedef struct {
  MatchumVisibility *visibility;
  MatchumResume *resume;
  const MatchumBlock *block;
  MatchumJsonSectionId section;
  MatchumEntryContent *content;
} Walk;

static gboolean
is_web_address (const char *url)
{
  return g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0;
}

static gboolean
is_shown (const char *text, const MatchumInlineRun *run)
{
  g_autofree char *words = g_strndup (text + run->span.start, matchum_span_get_length (run->span));

  return matchum_contact_words_shows_url (words, run->url);
}

char *
matchum_entry_content_dup_words (const MatchumBlock *block, char **url)
{
  const char *text;
  GString *words;
  gsize done = 0;

  g_return_val_if_fail (block != NULL, NULL);

  text = matchum_block_get_text (block);
  words = g_string_new (NULL);
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->kind != MATCHUM_INLINE_LINK || run->url == NULL || run->span.end < done)
        continue;
      if (url != NULL && *url == NULL && run->span.start == 0 && is_web_address (run->url))
        {
          *url = g_strdup (run->url);
          continue;
        }
      if (is_shown (text, run) || !(is_web_address (run->url) || g_str_has_prefix (run->url, "mailto:")))
        continue;
      g_string_append_len (words, text + done, (gssize) (run->span.end - done));
      g_string_append_printf (words, " (%s)", is_web_address (run->url) ? run->url : run->url + strlen ("mailto:"));
      done = run->span.end;
    }
  g_string_append (words, text + done);
  return g_strstrip (g_string_free (words, FALSE));
}

/* What is bold at the start of the words of block. */
static char *
dup_label (const MatchumBlock *block)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->kind == MATCHUM_INLINE_STRONG && run->span.start == 0)
        return g_strndup (matchum_block_get_text (block), run->span.end);
    }
  return NULL;
}

static gboolean
is_italic (const MatchumBlock *block)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->kind == MATCHUM_INLINE_EMPHASIS && run->span.start == 0
          && run->span.end == matchum_inline_text_get_length (block->content))
        return TRUE;
    }
  return FALSE;
}

/* Dates of skills and languages are part of what is said of them. */
static gboolean
may_be_dated (MatchumJsonSectionId section)
{
  return section != MATCHUM_JSON_SKILLS && section != MATCHUM_JSON_LANGUAGES && section != MATCHUM_JSON_INTERESTS
         && section != MATCHUM_JSON_REFERENCES;
}

static void
take_head (Walk *self)
{
  MatchumEntryContent *content = self->content;
  g_autofree char *words = matchum_entry_content_dup_words (self->block, &content->url);
  g_autoptr (GArray) ranges = NULL;

  content->label = dup_label (self->block);
  if (may_be_dated (self->section)
      && (self->block->kind != MATCHUM_BLOCK_ENTRY || self->block->dated_by == self->block->index))
    ranges = matchum_dated_line_find_dates (words);
  content->head = matchum_entry_dates_take (words, ranges, &content->dates);
}

static void
free_line (GString *line)
{
  g_string_free (line, TRUE);
}

static void
append_line (Walk *self, char *text)
{
  if (*text != '\0')
    g_ptr_array_add (self->content->lines, g_string_new (text));
  g_free (text);
}

static void
append_paragraph (MatchumEntryContent *self, const char *text)
{
  if (*text == '\0')
    return;
  if (self->paragraphs->len > 0)
    g_string_append (self->paragraphs, "\n\n");
  g_string_append (self->paragraphs, text);
}

/* "4.2 / 4.5, 수석 졸업": what follows the comma is something else. */
static void
take_score (Walk *self, const char *value)
{
  const char *comma = strstr (value, ", ");
  g_autofree char *score = comma != NULL ? g_strndup (value, (gsize) (comma - value)) : g_strdup (value);

  matchum_json_value_set_string (self->content->labelled, "score", score);
  if (comma != NULL)
    append_line (self, g_strdup (comma + 2));
}

static gboolean
take_labelled (Walk *self, const char *text)
{
  MatchumJsonValue *labelled = self->content->labelled;
  const char *value;
  const char *name = strchr (text, '\n') == NULL ? matchum_json_resume_labels_find (self->section, text, &value) : NULL;
  const MatchumJsonField *field;

  if (name == NULL || matchum_json_value_get_member (labelled, name) != NULL)
    return FALSE;
  field = matchum_json_resume_schema_find_field (matchum_json_resume_schema_get_section (self->section)->fields, name);
  if (field->kind == MATCHUM_JSON_FIELD_LIST)
    {
      g_autoptr (GArray) parts = matchum_entry_signs_split_list (value);
      MatchumJsonValue *list = matchum_json_value_new_array ();

      for (guint i = 0; i < parts->len; i++)
        {
          MatchumSpan part = g_array_index (parts, MatchumSpan, i);
          g_autofree char *words = g_strndup (value + part.start, matchum_span_get_length (part));

          matchum_json_value_append (list, matchum_json_value_new_string (words));
        }
      matchum_json_value_set_member (labelled, name, list);
    }
  else if (g_str_equal (name, "score"))
    take_score (self, value);
  else
    matchum_json_value_set_string (labelled, name, value);
  return TRUE;
}

/* A paragraph that gives the dates of the entry, with what it says besides. */
static gboolean
take_dated_paragraph (Walk *self, const MatchumBlock *block, const char *text)
{
  g_autofree char *rest = NULL;
  g_autoptr (GArray) ranges = NULL;

  if (!may_be_dated (self->section) || self->block->kind != MATCHUM_BLOCK_ENTRY
      || block->index != self->block->dated_by)
    return FALSE;
  ranges = matchum_dated_line_find_dates (text);
  if (ranges == NULL)
    return FALSE;
  rest = matchum_entry_dates_take (text, ranges, &self->content->dates);
  if (block->is_dates)
    return TRUE;
  if (strchr (text, '\n') != NULL || g_str_equal (rest, text))
    return FALSE;
  if (*rest != '\0')
    self->content->aside = g_steal_pointer (&rest);
  return TRUE;
}

static void
take_paragraph (Walk *self, const MatchumBlock *block)
{
  MatchumEntryContent *content = self->content;
  g_autofree char *text = matchum_entry_content_dup_words (block, NULL);

  if (content->lines->len == 0 && (block->parent == self->block->index))
    {
      if (take_dated_paragraph (self, block, text) || take_labelled (self, text))
        return;
      if (self->section == MATCHUM_JSON_WORK && content->description == NULL && content->paragraphs->len == 0
          && is_italic (block))
        content->description = g_steal_pointer (&text);
      else
        append_paragraph (content, text);
      return;
    }
  if (block->list_depth > 0 && content->lines->len > 0)
    {
      g_string_append_printf (g_ptr_array_index (content->lines, content->lines->len - 1), "\n%s", text);
      return;
    }
  append_line (self, g_steal_pointer (&text));
}

static void
take_item (Walk *self, const MatchumBlock *block)
{
  g_autofree char *text = matchum_entry_content_dup_words (block, NULL);

  if (self->section != MATCHUM_JSON_EDUCATION || !take_labelled (self, text))
    append_line (self, g_steal_pointer (&text));
}

/* Returns the block after which to go on. */
static guint
take_block (Walk *self, const MatchumBlock *block)
{
  if (!matchum_visibility_is_visible (self->visibility, block->index))
    return block->end;
  switch (block->kind)
    {
    case MATCHUM_BLOCK_ENTRY:
      if (block->dated_by != MATCHUM_BLOCK_NONE && self->block->kind == MATCHUM_BLOCK_ENTRY)
        {
          g_array_append_val (self->content->entries, block->index);
          return block->end;
        }
      append_line (self, matchum_entry_content_dup_words (block, NULL));
      break;
    case MATCHUM_BLOCK_ITEM:
      take_item (self, block);
      break;
    case MATCHUM_BLOCK_PARAGRAPH:
      take_paragraph (self, block);
      break;
    case MATCHUM_BLOCK_TITLE:
    case MATCHUM_BLOCK_SECTION:
    case MATCHUM_BLOCK_REMARK:
    default:
      break;
    }
  return block->index + 1;
}

MatchumEntryContent *
matchum_entry_content_new (MatchumVisibility *visibility, const MatchumBlock *block, MatchumJsonSectionId section)
{
  Walk walk = { visibility, NULL, block, section, NULL };
  MatchumEntryContent *self;

  g_return_val_if_fail (visibility != NULL && block != NULL, NULL);

  self = g_new0 (MatchumEntryContent, 1);
  self->paragraphs = g_string_new (NULL);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  self->labelled = matchum_json_value_new_object ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint));
  walk.resume = matchum_visibility_get_resume (visibility);
  walk.content = self;
  take_head (&walk);
  for (guint i = block->index + 1; i < block->end;)
    i = take_block (&walk, matchum_resume_get_block (walk.resume, i));
  return self;
}

void
matchum_entry_content_free (MatchumEntryContent *self)
{
  if (self == NULL)
    return;
  g_free (self->head);
  g_free (self->label);
  g_free (self->url);
  g_free (self->aside);
  g_free (self->description);
  g_string_free (self->paragraphs, TRUE);
  g_ptr_array_unref (self->lines);
  matchum_json_value_free (self->labelled);
  g_array_unref (self->entries);
  g_free (self);
}

const char *
matchum_entry_content_get_line (const MatchumEntryContent *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->lines->len, NULL);

  return ((const GString *) g_ptr_array_index (self->lines, index))->str;
}

char *
matchum_entry_content_dup_body (const MatchumEntryContent *self)
{
  GString *body;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->paragraphs->len == 0 && self->lines->len == 0)
    return NULL;
  body = g_string_new (self->paragraphs->str);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", matchum_entry_content_get_line (self, i));
  return g_string_free (body, FALSE);
}

void
matchum_entry_content_prepend (MatchumEntryContent *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  if (self->paragraphs->len > 0)
    g_string_prepend (self->paragraphs, "\n\n");
  g_string_prepend (self->paragraphs, text);
}
