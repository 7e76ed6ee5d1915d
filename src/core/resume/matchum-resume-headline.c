/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the line that says what the person is among those under the name, and puts another in its place. */
#include "config.h"

#include "resume/matchum-resume-headline.h"

#include <string.h>

#include "resume/matchum-block-edit.h"
#include "resume/matchum-block-place.h"
#include "resume/matchum-block-sameness.h"
#include "resume/matchum-block-words.h"
#include "resume/matchum-contact-words.h"
#include "resume/matchum-entry-words.h"
#include "resume/matchum-section-kind.h"
#include "text/matchum-date-range.h"

/* Longer paragraphs are not looked at, in bytes. */
#define MAX_BYTES 2000

typedef struct {
  const MatchumBlock *block; /* NULL: there is none */
  MatchumSpan span;          /* bytes of its words */
  gboolean is_whole;         /* all of them */
} Headline;

static const MatchumBlock *
get_block (MatchumResume *resume, guint index)
{
  return matchum_resume_get_block (resume, index);
}

static guint
find_title (MatchumResume *resume)
{
  for (guint i = 0;
       i < matchum_resume_get_n_blocks (resume) && get_block (resume, i)->section == MATCHUM_SECTION_CONTACT; i++)
    if (get_block (resume, i)->kind == MATCHUM_BLOCK_TITLE)
      return i;
  return MATCHUM_BLOCK_NONE;
}

static gboolean
has_dates (const char *text)
{
  g_autoptr (GArray) ranges = matchum_date_range_find_all (text, -1);

  return ranges->len > 0;
}

/* "생년월일: …" */
static gboolean
is_labelled (const char *text)
{
  return strstr (text, ": ") != NULL || strstr (text, "：") != NULL;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Whether a line by itself, in which nothing tells where to reach the person, says what they are rather than where they
 * live, when they were born or where they learned. */
static gboolean
is_headline (const char *text)
{
  const gint weight = matchum_entry_words_weigh (text);

  if (!matchum_contact_words_is_contact (text) || matchum_section_kind_is_document_word (text))
    return FALSE;
  return weight > 0 || (weight == 0 && !has_digit (text) && !matchum_entry_words_is_school (text));
}

static gboolean
is_table (MatchumResume *resume, const MatchumBlock *block)
{
  g_autofree char *text = matchum_block_dup_lines (block, matchum_resume_get_source (resume));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);

  return text[0] == '|' || (lines[0] != NULL && lines[1] != NULL && matchum_block_words_is_table (lines[0], lines[1]));
}

static gboolean
is_candidate (MatchumResume *resume, const MatchumBlock *block)
{
  return block->kind == MATCHUM_BLOCK_PARAGRAPH && block->list_depth == 0 && block->code == MATCHUM_CODE_NONE
         && matchum_inline_text_get_length (block->content) <= MAX_BYTES
         && !matchum_block_words_is_blank (matchum_block_get_text (block)) && !is_table (resume, block);
}

/* The part of a line of contacts with which it begins, where that is a role. */
static gboolean
find_part (const MatchumBlock *block, GPtrArray *rest, MatchumSpan *span)
{
  const char *text = matchum_block_get_text (block);
  const char *part = rest->len > 0 ? g_ptr_array_index (rest, 0) : NULL;

  if (part == NULL || !g_str_has_prefix (text, part) || is_labelled (part) || has_dates (part)
      || matchum_entry_words_weigh (part) <= 0)
    return FALSE;
  *span = MATCHUM_SPAN (0, strlen (part));
  return TRUE;
}

/* Whether any of the parts of a line tells of a place, a birthday or the like. */
static gboolean
has_details (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (is_labelled (part) || has_dates (part)
          || (matchum_entry_words_is_place (part) && matchum_entry_words_weigh (part) <= 0))
        return TRUE;
    }
  return FALSE;
}

/* Whether nothing further needs to be looked at. */
static gboolean
look_at (MatchumResume *resume, const MatchumBlock *block, Headline *headline)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MatchumJsonValue) basics = matchum_json_value_new_object ();
  const char *text = matchum_block_get_text (block);

  matchum_contact_words_read (block->content, matchum_resume_get_source (resume), basics, rest);
  headline->is_whole = matchum_json_value_get_n (basics) == 0 && !has_details (rest);
  headline->span = MATCHUM_SPAN (0, strlen (text));
  if (headline->is_whole ? is_headline (text) : find_part (block, rest, &headline->span))
    headline->block = block;
  return headline->block != NULL || (headline->is_whole && !matchum_contact_words_is_contact (text));
}

/* Prose among the lines under the name is what the person says of themselves: no headline comes after it. */
static Headline
find_headline (MatchumResume *resume)
{
  const guint title = find_title (resume);
  Headline headline = { NULL, { 0, 0 }, FALSE };

  for (guint i = title != MATCHUM_BLOCK_NONE ? title + 1 : 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = get_block (resume, i);

      if (block->heading > 0 || (is_candidate (resume, block) && look_at (resume, block, &headline)))
        break;
    }
  return headline;
}

char *
matchum_resume_headline_dup (MatchumResume *resume)
{
  Headline headline;

  g_return_val_if_fail (resume != NULL, NULL);

  headline = find_headline (resume);
  return headline.block != NULL ? g_strndup (matchum_block_get_text (headline.block) + headline.span.start,
                                             matchum_span_get_length (headline.span))
                                : NULL;
}

/* Writing */

/* One line that is nothing but words; NULL where there is nothing to be seen in it. */
static char *
dup_line (const char *markdown)
{
  g_autofree char *turned = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!g_utf8_validate (markdown, -1, NULL) || matchum_block_words_is_blank (markdown)
      || matchum_block_words_is_remark (markdown))
    return NULL;
  turned = matchum_block_words_turn_remarks (markdown);
  lines = matchum_block_words_split (turned);
  matchum_block_words_join_html (lines);
  matchum_block_words_show_html (lines);
  return matchum_block_words_join (lines);
}

/* The line as it stands at the beginning of a paragraph: as it was typed, or with its markup as what it is. */
static char *
escape (const char *line, gboolean is_plain)
{
  return is_plain ? matchum_block_words_escape_all (line) : matchum_block_words_escape (line, TRUE);
}

static guint *
new_origins (guint n, guint inserted)
{
  guint *origins = g_new (guint, n + 2);

  for (guint i = 0; i <= n; i++)
    origins[i] = i < inserted ? i : i == inserted ? MATCHUM_BLOCK_NONE : i - 1;
  return origins;
}

/* The same block says what it did, but for the headline. */
static gboolean
is_rest_kept (const Headline *headline, const char *new_text)
{
  const char *text = matchum_block_get_text (headline->block);

  return !matchum_block_words_is_blank (new_text) && g_str_has_suffix (new_text, text + headline->span.end)
         && strlen (new_text) > strlen (text + headline->span.end);
}

static MatchumResume *
read_replaced (MatchumResume *resume, const Headline *headline, MatchumSpan span, const char *text)
{
  const guint n = matchum_resume_get_n_blocks (resume);
  g_autofree char *all = matchum_source_dup_spliced (matchum_resume_get_source (resume), span, text);
  g_autoptr (MatchumResume) after = matchum_block_sameness_read (resume, all, strlen (all));
  g_autofree guint *origins = new_origins (n, n);
  g_autofree guint8 *is_reworded = g_new0 (guint8, n + 1);

  is_reworded[headline->block->index] = TRUE;
  if (after == NULL
      || matchum_block_sameness_find_difference (resume, after, origins, n, is_reworded) != MATCHUM_BLOCK_NONE
      || !is_rest_kept (headline, matchum_block_get_text (get_block (after, headline->block->index))))
    return NULL;
  return matchum_block_sameness_name (resume, after, origins, NULL);
}

/* The bytes of the source that say the first part; what makes it bold stays. */
static MatchumResume *
replace_part (MatchumResume *resume, const Headline *headline, const char *line)
{
  const MatchumSpan span = matchum_inline_text_get_source_span (headline->block->content, headline->span);

  for (guint is_plain = 0; is_plain < 2; is_plain++)
    {
      g_autofree char *text = escape (line, is_plain != 0);
      MatchumResume *after = read_replaced (resume, headline, span, text);

      if (after != NULL)
        return after;
    }
  return NULL;
}

static MatchumResume *
replace_whole (MatchumResume *resume, const Headline *headline, const char *line)
{
  MatchumSpan span;
  gsize cost = 0;
  g_autofree char *text = matchum_block_edit_find_change (resume, headline->block->index, line, &span, &cost);

  if (text == NULL)
    return NULL;
  if (*text == '\0' && matchum_span_is_empty (span))
    return matchum_resume_ref (resume);
  return read_replaced (resume, headline, span, text);
}

/* The line as a paragraph before a line of the source, parted from what is around it. */
static char *
dup_paragraph (MatchumBlockPlace *place, guint line, const char *words, gboolean is_first)
{
  const gboolean is_at_end = line > matchum_block_place_get_n_lines (place);
  const gsize length = matchum_source_get_length (place->source);
  const gboolean is_unended = is_at_end && length > 0 && place->text[length - 1] != '\n';
  const gboolean needs_blank = !is_at_end && !matchum_block_place_is_blank_line (place, line);

  return g_strconcat (is_unended ? place->line_end : "", is_first ? "" : place->line_end, words,
                      is_unended ? "" : place->line_end, needs_blank ? place->line_end : "", NULL);
}

/* Whether what was inserted is a paragraph under the name. */
static gboolean
is_inserted (MatchumResume *after, guint index, guint title)
{
  const MatchumBlock *block = get_block (after, index);

  return block->kind == MATCHUM_BLOCK_PARAGRAPH && block->parent == title && block->list_depth == 0
         && block->code == MATCHUM_CODE_NONE && !matchum_block_words_is_blank (matchum_block_get_text (block));
}

static MatchumResume *
insert (MatchumResume *resume, const char *line, gboolean is_plain, const char *new_id)
{
  const guint n = matchum_resume_get_n_blocks (resume), title = find_title (resume);
  const guint index = title != MATCHUM_BLOCK_NONE ? title + 1 : 0;
  g_autofree guint *origins = new_origins (n, index);
  g_autofree char *words = escape (line, is_plain);
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  g_autoptr (MatchumResume) after = NULL;
  MatchumBlockPlace place;
  guint before;
  gsize at;

  matchum_block_place_init (&place, resume);
  before = index > 0 ? get_block (resume, title)->last_line + 1 : get_block (resume, 0)->first_line;
  text = dup_paragraph (&place, before, words, index == 0);
  at = matchum_block_place_get_line_start (&place, before);
  all = matchum_block_place_splice (&place, MATCHUM_SPAN (at, at), text);
  after = matchum_block_sameness_read (resume, all, strlen (all));
  if (after == NULL
      || matchum_block_sameness_find_difference (resume, after, origins, n + 1, NULL) != MATCHUM_BLOCK_NONE
      || !is_inserted (after, index, title))
    return NULL;
  return matchum_block_sameness_name (resume, after, origins, new_id);
}

/**
 * matchum_resume_headline_with:
 * @markdown: one line; more are joined
 * @new_id: the id of the paragraph that it becomes where the resume has no headline
 *
 * Where the resume has a headline, the new one takes its place, in its block; else it is the first paragraph under the
 * name, or of all.
 *
 * Returns: (transfer full) (nullable): the resume read from the text with that line, with the ids of its blocks; NULL
 * where nothing would be seen of it or it would make something else of other blocks
 */
MatchumResume *
matchum_resume_headline_with (MatchumResume *resume, const char *markdown, const char *new_id)
{
  g_autofree char *line = NULL;
  MatchumResume *after = NULL;
  Headline headline;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (new_id != NULL, NULL);

  line = dup_line (markdown);
  if (line == NULL)
    return NULL;
  headline = find_headline (resume);
  if (headline.block != NULL)
    after = headline.is_whole ? replace_whole (resume, &headline, line) : replace_part (resume, &headline, line);
  if (after == NULL)
    after = insert (resume, line, FALSE, new_id);
  return after != NULL ? after : insert (resume, line, TRUE, new_id);
}
