/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines of plain text that head a resume, its sections, and the jobs and studies in them. */
#include "config.h"

#include "resume/matchum-plain-resume.h"

#include <string.h>

#include "resume/matchum-block.h"
#include "resume/matchum-dated-line.h"
#include "resume/matchum-section-kind.h"

/* Longer lines head nothing, in bytes. */
#define MAX_HEADING_BYTES 200
#define MAX_NAME_CHARS 40
/* Known sections that a text must have to be a resume. */
#define LEAST_SECTIONS 2
/* A text with more lines is none. */
#define MAX_LINES 20000

typedef enum {
  MARK_NONE,
  MARK_TITLE,
  MARK_SECTION,
  MARK_ENTRY,
} Mark;

typedef struct {
  const char *text; /* of the whole */
  MatchumSpan span; /* without blanks around it */
  gboolean is_blank;
  gboolean is_bullet;
  MatchumSectionKind section; /* what it heads, or OTHER */
  Mark mark;
} Line;

typedef struct {
  MatchumSource *source;
  GArray *lines; /* of Line */
} Marker;

static Line *
get_line (Marker *self, guint index)
{
  return &g_array_index (self->lines, Line, index);
}

static char *
dup_line (const Line *line)
{
  return g_strndup (line->text + line->span.start, matchum_span_get_length (line->span));
}

static gboolean
is_bullet (const char *text, gsize length)
{
  static const char *const bullets[] = { "•", "·", "ㆍ", "▪", "◦", "○", "‣", "*", "-", "–", "+", "→", "※" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (length > strlen (bullets[i]) && strncmp (text, bullets[i], strlen (bullets[i])) == 0)
      return TRUE;
  return FALSE;
}

/* # Heading, or the line under one. */
static gboolean
is_markdown (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] == '#')
    n++;
  if (n > 0 && n <= 6 && (n == length || g_ascii_isspace (text[n])))
    return TRUE;
  for (n = 0; n < length && (text[n] == '=' || text[n] == '-'); n++)
    ;
  return n == length && n >= 3;
}

/* FALSE where the text has headings. */
static gboolean
read_lines (Marker *self)
{
  const char *text = matchum_source_get_text (self->source);

  for (guint i = 1; i <= matchum_source_get_n_lines (self->source); i++)
    {
      Line line = { .text = text, .span = matchum_source_get_line_text (self->source, i) };

      while (line.span.start < line.span.end && g_ascii_isspace (text[line.span.start]))
        line.span.start++;
      while (line.span.end > line.span.start && g_ascii_isspace (text[line.span.end - 1]))
        line.span.end--;
      line.is_blank = matchum_span_is_empty (line.span);
      line.is_bullet = is_bullet (text + line.span.start, matchum_span_get_length (line.span));
      if (!line.is_blank && is_markdown (text + line.span.start, matchum_span_get_length (line.span)))
        return FALSE;
      g_array_append_val (self->lines, line);
    }
  return TRUE;
}

static gboolean
begins_with_ornament (const Line *line)
{
  return !g_unichar_isalnum (g_utf8_get_char (line->text + line->span.start));
}

static gboolean
has_small_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether a line that says the name of a section stands as a heading does. */
static gboolean
stands_as_heading (Marker *self, guint index, const char *text)
{
  const Line *line = get_line (self, index);

  if (index == 0 || get_line (self, index - 1)->is_blank || begins_with_ornament (line))
    return TRUE;
  return g_ascii_isupper (*text) && !has_small_letters (text);
}

static guint
find_sections (Marker *self)
{
  guint n = 0;
  gboolean is_resume = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *text = NULL;

      if (line->is_blank || line->is_bullet || matchum_span_get_length (line->span) > MAX_HEADING_BYTES)
        continue;
      text = dup_line (line);
      if (strpbrk (text, "0123456789@") != NULL || !stands_as_heading (self, i, text))
        continue;
      line->section = matchum_section_kind_guess_exactly (text);
      if (line->section == MATCHUM_SECTION_OTHER)
        continue;
      line->mark = MARK_SECTION;
      is_resume |= line->section == MATCHUM_SECTION_EXPERIENCE || line->section == MATCHUM_SECTION_EDUCATION;
      n++;
    }
  return is_resume ? n : 0;
}

static gboolean
may_be_name (const char *text)
{
  return matchum_section_kind_is_document_word (text)
         || (g_utf8_strlen (text, -1) <= MAX_NAME_CHARS && strpbrk (text, "0123456789@:|/") == NULL
             && !g_str_has_suffix (text, ".") && !g_str_has_suffix (text, "다"));
}

/* The first line, where nothing but a name, or "이력서", stands there. */
static void
mark_title (Marker *self)
{
  for (guint i = 0; i < self->lines->len && get_line (self, i)->mark == MARK_NONE; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *text = line->is_blank ? NULL : dup_line (line);

      if (text == NULL)
        continue;
      if (!line->is_bullet && may_be_name (text))
        line->mark = MARK_TITLE;
      return;
    }
}

static gboolean
holds_entries (MatchumSectionKind section)
{
  return section == MATCHUM_SECTION_EXPERIENCE || section == MATCHUM_SECTION_PROJECTS
         || section == MATCHUM_SECTION_EDUCATION;
}

/* A line of dates and words is an entry; one of nothing but dates belongs to the first line of its group. */
static void
mark_entry (Marker *self, guint index, guint group)
{
  Line *line = get_line (self, index);
  g_autofree char *text = dup_line (line);
  gboolean is_dates = FALSE;

  if (matchum_span_get_length (line->span) > MAX_HEADING_BYTES || !matchum_dated_line_is_dated (text, &is_dates))
    return;
  if (is_dates && group < index)
    line = get_line (self, group);
  if (line->mark == MARK_NONE && !line->is_bullet)
    line->mark = MARK_ENTRY;
}

static void
mark_entries (Marker *self)
{
  MatchumSectionKind section = MATCHUM_SECTION_OTHER;
  guint group = 0; /* the first line after a blank one or a bullet */

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (line->mark == MARK_SECTION)
        section = line->section;
      if (line->mark == MARK_SECTION || line->is_blank || line->is_bullet)
        group = i + 1;
      else if (holds_entries (section))
        mark_entry (self, i, group);
    }
}

/* Without bullets and squares before it; brackets stay. */
static const char *
skip_ornaments (const char *text)
{
  const char *p = text;

  for (; *p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OPEN_PUNCTUATION)
      return p;
  return *p != '\0' ? p : text;
}

static char *
write_marked (Marker *self)
{
  static const char *const marks[] = {
    [MARK_NONE] = "", [MARK_TITLE] = "# ", [MARK_SECTION] = "## ", [MARK_ENTRY] = "### "
  };
  const char *text = matchum_source_get_text (self->source);
  GString *marked = g_string_sized_new (matchum_source_get_length (self->source) + 256);
  gsize done = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);
      g_autofree char *words = NULL;

      if (line->mark == MARK_NONE)
        continue;
      words = dup_line (line);
      g_string_append_len (marked, text + done, (gssize) (MAX (line->span.start, done) - done));
      while (marked->len > 0 && (marked->str[marked->len - 1] == ' ' || marked->str[marked->len - 1] == '\t'))
        g_string_truncate (marked, marked->len - 1);
      g_string_append (marked, marks[line->mark]);
      g_string_append (marked, line->mark >= MARK_SECTION ? skip_ornaments (words) : words);
      done = line->span.end;
    }
  g_string_append (marked, text + done);
  return g_string_free (marked, FALSE);
}

/**
 * matchum_plain_resume_mark:
 *
 * Sections are lines that say nothing else than the name of one, where headings stand; jobs, projects and studies are
 * the lines that have dates, or the first line of a group of which another has.
 *
 * Returns: (transfer full) (nullable): Markdown with the lines of source
 */
MatchumSource *
matchum_plain_resume_mark (MatchumSource *source)
{
  Marker self = { source, NULL };
  g_autoptr (GArray) lines = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  if (matchum_source_get_n_lines (source) > MAX_LINES)
    return NULL;
  self.lines = lines = g_array_new (FALSE, FALSE, sizeof (Line));
  if (!read_lines (&self))
    return NULL;
  if (find_sections (&self) < LEAST_SECTIONS)
    return NULL;
  mark_title (&self);
  mark_entries (&self);
  marked = write_marked (&self);
  bytes = g_bytes_new (marked, strlen (marked));
  return matchum_source_new (matchum_source_get_name (source), bytes, NULL);
}
