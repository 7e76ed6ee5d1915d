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
#include "text/matchum-folded-text.h"

/* Longer paragraphs are not looked at, in bytes. */
#define MAX_BYTES 2000
/* Longer parts of a line that tells more are no roles, in characters. */
#define MAX_ROLE_CHARS 120
/* Of a telephone number. */
#define MIN_DIGITS 8

typedef struct {
  const MatchumBlock *block; /* NULL: there is none */
  MatchumSpan span;          /* bytes of its words */
  gboolean is_whole;         /* all of them */
} Headline;

/* What stands between two signs in a line. */
typedef struct {
  MatchumSpan span;
  gunichar sign; /* before it; 0 before the first */
} Part;

static const MatchumBlock *
get_block (MatchumResume *resume, guint index)
{
  return matchum_resume_get_block (resume, index);
}

static guint
find_title (MatchumResume *resume)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      if (get_block (resume, i)->section != MATCHUM_SECTION_CONTACT)
        break;
      if (get_block (resume, i)->kind == MATCHUM_BLOCK_TITLE)
        return i;
    }
  return MATCHUM_BLOCK_NONE;
}

/* Parts of lines */

static gboolean
is_sign (const char *text, gsize at)
{
  static const gunichar spaced[] = { '/', 0x00b7, 0x2013, 0x2014, 0x2022, 0x30fb, 0x3163, 0x318d };
  const gunichar c = g_utf8_get_char (text + at);

  if (c == '\n' || c == '|' || c == 0x2502 || c == 0xff5c)
    return TRUE;
  if (at == 0 || text[at - 1] != ' ' || text[at + (gsize) g_utf8_skip[(guchar) text[at]]] != ' ')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (spaced); i++)
    if (c == spaced[i])
      return TRUE;
  return FALSE;
}

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

/* Array of Part. */
static GArray *
split_parts (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Part part = { { 0, 0 }, 0 };

  for (gsize at = 0;; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      if (text[at] != '\0' && !is_sign (text, at))
        continue;
      part.span = trim (text, MATCHUM_SPAN (part.span.start, at));
      g_array_append_val (parts, part);
      if (text[at] == '\0')
        return parts;
      part.sign = g_utf8_get_char (text + at);
      part.span.start = at + (gsize) g_utf8_skip[(guchar) text[at]];
    }
}

static const Part *
get_part (GArray *parts, guint index)
{
  return &g_array_index (parts, Part, index);
}

static char *
dup_span (const char *text, MatchumSpan span)
{
  return g_strndup (text + span.start, matchum_span_get_length (span));
}

/* What parts say */

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
  return strstr (text, ": ") != NULL || strstr (text, "：") != NULL || g_str_has_suffix (text, ":");
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static gboolean
has_phone (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) != 0;
  return n >= MIN_DIGITS;
}

static gboolean
is_place (const char *text)
{
  return matchum_entry_words_is_place (text) && matchum_entry_words_weigh (text) <= 0;
}

/* Whether all of a part is a link to somewhere. */
static gboolean
is_link (MatchumInlineText *words, MatchumSpan span)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (words); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (words, i);

      if (run->kind == MATCHUM_INLINE_LINK && run->span.start <= span.start && run->span.end >= span.end)
        return TRUE;
    }
  return FALSE;
}

/* Whether text tells how to reach the person, or something else that a role never does: where they live, a birthday. */
static gboolean
is_detail (const char *text)
{
  g_autofree char *url = matchum_contact_words_dup_url (text);

  return url != NULL || strchr (text, '@') != NULL || strstr (text, "://") != NULL || has_phone (text)
         || is_labelled (text) || has_dates (text) || is_place (text);
}

/* "이메일 | me@example.com" */
static gboolean
is_label (const char *text)
{
  static const char *const words[] = {
    "email",     "e-mail", "mail",          "tel",    "phone",    "mobile",   "cell",       "contact",  "contacts",
    "address",   "name",   "github",        "gitlab", "linkedin", "blog",     "web",        "website",  "homepage",
    "portfolio", "birth",  "date of birth", "이메일", "메일",     "전자우편", "전화",       "전화번호", "휴대폰",
    "휴대전화",  "핸드폰", "연락처",        "주소",   "거주지",   "이름",     "성명",       "생년월일", "나이",
    "성별",      "깃허브", "링크드인",      "블로그", "홈페이지", "웹사이트", "포트폴리오", NULL
  };
  g_autofree char *folded = matchum_fold (text, -1);

  return g_strv_contains (words, g_strstrip (folded));
}

/* Whether text, which tells nothing else, says what the person is rather than where they learned or who they are.
 * is_whole: there is nothing else in its line, so that it may be prose. */
static gboolean
is_role (MatchumResume *resume, const char *text, gboolean is_whole)
{
  const gint weight = matchum_entry_words_weigh (text);
  const char *name = matchum_resume_get_name (resume);
  const gboolean is_long =
      is_whole || weight <= 0 ? !matchum_contact_words_is_contact (text) : g_utf8_strlen (text, -1) > MAX_ROLE_CHARS;

  if (is_long || is_label (text) || matchum_section_kind_is_document_word (text) || matchum_block_words_is_blank (text))
    return FALSE;
  return weight > 0
         || (weight == 0 && !has_digit (text) && !matchum_entry_words_is_school (text)
             && (name == NULL || strstr (name, text) == NULL));
}

/* "Engineer, Leeds, UK": where the role ends. */
static gsize
find_role_end (const char *text)
{
  const char *comma = strstr (text, ", ");
  const gsize length = strlen (text);
  g_autofree char *role = comma != NULL ? g_strndup (text, (gsize) (comma - text)) : NULL;

  if (role == NULL || matchum_entry_words_weigh (role) <= 0 || !g_ascii_isupper (comma[2]))
    return length;
  if (is_place (comma + 2)
      || (g_ascii_isupper (text[length - 1]) && g_ascii_isupper (text[length - 2])
          && strchr (", ", text[length - 3]) != NULL))
    return (gsize) (comma - text);
  return length;
}

/* Lines */

static gboolean
is_table (const char *lines)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", 3);

  return lines[0] == '|' || (list[0] != NULL && list[1] != NULL && matchum_block_words_is_table (list[0], list[1]));
}

static gboolean
is_candidate (const MatchumBlock *block)
{
  return block->kind == MATCHUM_BLOCK_PARAGRAPH && block->list_depth == 0 && block->code == MATCHUM_CODE_NONE
         && matchum_inline_text_get_length (block->content) <= MAX_BYTES
         && !matchum_block_words_is_blank (matchum_block_get_text (block));
}

/* The first part that is a detail; as many as there are where none is. */
static guint
find_detail (const MatchumBlock *block, const char *lines, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *part = dup_span (lines, get_part (parts, i)->span);

      if (*part != '\0' && (is_detail (part) || is_link (block->content, get_part (parts, i)->span)))
        return i;
    }
  return parts->len;
}

/* The headline goes to the first sign like the one before the first detail: "NLP / LLM Engineer — me@example.com"; but
 * never into the next line. */
static MatchumSpan
find_head (GArray *parts, guint detail)
{
  MatchumSpan span = get_part (parts, 0)->span;

  for (guint i = 1;
       i < detail && get_part (parts, i)->sign != get_part (parts, detail)->sign && get_part (parts, i)->sign != '\n';
       i++)
    span.end = get_part (parts, i)->span.end;
  return span;
}

/* Whether a paragraph is prose, in which the person speaks of themselves: no headline comes after it. */
static gboolean
look_at (MatchumResume *resume, const MatchumBlock *block, Headline *headline)
{
  g_autofree char *lines = matchum_block_dup_lines (block, matchum_resume_get_source (resume));
  g_autoptr (GArray) parts = split_parts (lines);
  const guint detail = find_detail (block, lines, parts);
  const gboolean is_whole = detail == parts->len;
  MatchumSpan span = trim (lines, MATCHUM_SPAN (0, strlen (lines)));
  g_autofree char *head = NULL;

  if (detail == 0 || is_table (lines))
    return FALSE;
  if (!is_whole)
    span = find_head (parts, detail);
  head = dup_span (lines, span);
  if (is_role (resume, head, is_whole))
    {
      span.end = span.start + find_role_end (head);
      *headline = (Headline){ block, span, is_whole && span.start == 0 && lines[span.end] == '\0' };
    }
  return is_whole && !matchum_contact_words_is_contact (lines);
}

/* "# 김하나 | Data Engineer": the part behind the name. */
static void
look_at_title (const MatchumBlock *title, Headline *headline)
{
  const char *text = matchum_block_get_text (title);
  g_autoptr (GArray) parts = split_parts (text);
  g_autofree char *name = dup_span (text, get_part (parts, 0)->span);
  g_autofree char *role = parts->len == 2 ? dup_span (text, get_part (parts, 1)->span) : NULL;

  if (role != NULL && !is_detail (role) && matchum_entry_words_weigh (role) > 0
      && matchum_entry_words_weigh (name) == 0)
    *headline = (Headline){ title, get_part (parts, 1)->span, FALSE };
}

static Headline
find_headline (MatchumResume *resume)
{
  const guint title = find_title (resume);
  Headline headline = { NULL, { 0, 0 }, FALSE };

  for (guint i = title != MATCHUM_BLOCK_NONE ? title + 1 : 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = get_block (resume, i);

      if (block->heading > 0 || headline.block != NULL || (is_candidate (block) && look_at (resume, block, &headline)))
        break;
    }
  if (headline.block == NULL && title != MATCHUM_BLOCK_NONE)
    look_at_title (get_block (resume, title), &headline);
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

guint
matchum_resume_headline_find (MatchumResume *resume)
{
  Headline headline;

  g_return_val_if_fail (resume != NULL, MATCHUM_BLOCK_NONE);

  headline = find_headline (resume);
  return headline.block != NULL ? headline.block->index : MATCHUM_BLOCK_NONE;
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

/* The line as it stands in a paragraph, at its beginning or not: as it was typed, or with its markup as what it is. */
static char *
escape (const char *line, gboolean is_first, gboolean is_plain)
{
  return is_plain ? matchum_block_words_escape_all (line) : matchum_block_words_escape (line, is_first);
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

  return !matchum_block_words_is_blank (new_text) && strncmp (new_text, text, headline->span.start) == 0
         && g_str_has_suffix (new_text, text + headline->span.end)
         && strlen (new_text) > headline->span.start + strlen (text + headline->span.end);
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

/* Other bytes of the source where a part of the words is said; what makes it bold stays. */
static MatchumResume *
replace_part (MatchumResume *resume, const Headline *headline, const char *line)
{
  const MatchumSpan span = matchum_inline_text_get_source_span (headline->block->content, headline->span);

  for (guint is_plain = 0; is_plain < 2; is_plain++)
    {
      g_autofree char *text = escape (line, headline->span.start == 0, is_plain != 0);
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
  g_autofree char *words = escape (line, TRUE, is_plain);
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
