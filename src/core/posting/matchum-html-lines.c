/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts lines together: collapses white space, drops what cannot be seen, sets list marks and escapes what Markdown
 * would take for something else. */
#include "config.h"

#include "posting/matchum-html-lines.h"

#include <string.h>

#define MAX_ITEMS 8
/* A bold line longer than this, in bytes, is a paragraph in bold and no heading. */
#define MAX_BOLD_HEADING 150

struct _MatchumHtmlLines {
  GString *out;
  GString *line;
  gboolean has_space;    /* white space was read, and stands before the next word */
  gboolean is_blank_set; /* the line holds nothing but hard spaces, which make a blank line */
  guint bold_depth;
  gsize n_bold; /* bytes of words in the line that are bold */
  gsize n_plain;
  guint n_blanks;         /* blank lines before the next line */
  guint level;            /* of the heading that is open, or 0 */
  guint depth;            /* items that are open, one within the other */
  guint n_items;          /* of these, as many as are shown by indentation */
  guint marks[MAX_ITEMS]; /* the number of each; only the innermost may not have been written yet */
  gboolean is_marked;     /* the mark of the innermost item was written */
};

MatchumHtmlLines *
matchum_html_lines_new (void)
{
  MatchumHtmlLines *self = g_new0 (MatchumHtmlLines, 1);

  self->out = g_string_new (NULL);
  self->line = g_string_new (NULL);
  return self;
}

void
matchum_html_lines_free (MatchumHtmlLines *self)
{
  g_string_free (self->out, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static gboolean
is_invisible (gunichar c)
{
  return c < 0x20 || c == 0x7f || (c & 0xfffe) == 0xfffe || c == 0x200b || c == 0x200c || c == 0x200e || c == 0x200f
         || c == 0x2060 || c == 0xfeff || c == 0xad || c == 0xfffd || c == 0xfffc || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x80 && c < 0xa0);
}

static gboolean
is_hard_space (gunichar c)
{
  return c == 0xa0 || c == 0x3000 || c == 0x202f || (c >= 0x2000 && c <= 0x200a) || c == 0x3164;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Whether Markdown would take c for something else than itself. */
static gboolean
needs_escape (GString *line, char c, char next)
{
  const char before = line->len > 0 ? line->str[line->len - 1] : ' ';

  switch (c)
    {
    case '`':
      return TRUE;
    case '<':
      return g_ascii_isalpha (next) || next == '/' || next == '!' || next == '?';
    case '\\':
      return g_ascii_ispunct (next);
    case '*':
      /* Two of them are meant as Markdown: nothing else is written so. */
      return before != '*' && next != '*' && !(before == ' ' && (next == ' ' || next == '\0'));
    case '_':
      return !(is_word_byte (before) && is_word_byte (next)) && !(before == ' ' && next == ' ');
    default:
      return FALSE;
    }
}

static void
count_word_bytes (MatchumHtmlLines *self, gsize n)
{
  if (self->bold_depth > 0)
    self->n_bold += n;
  else
    self->n_plain += n;
}

static void
add_character (MatchumHtmlLines *self, const char *p, const char *next)
{
  const gsize length = (gsize) (next - p);

  if (self->has_space && self->line->len > 0)
    g_string_append_c (self->line, ' ');
  self->has_space = FALSE;
  if (length == 1 && needs_escape (self->line, *p, *next))
    g_string_append_c (self->line, '\\');
  g_string_append_len (self->line, p, (gssize) length);
  count_word_bytes (self, length);
}

void
matchum_html_lines_add (MatchumHtmlLines *self, const char *text, gsize length, gboolean is_kept)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (c == '\n' && is_kept)
        matchum_html_lines_break (self);
      else if (c < 0x80 && g_ascii_isspace ((char) c))
        self->has_space = TRUE;
      else if (is_hard_space (c))
        {
          self->has_space = TRUE;
          self->is_blank_set = TRUE;
        }
      else if (c == 0x2028 || c == 0x2029 || c == 0x85)
        matchum_html_lines_break (self);
      else if (!is_invisible (c))
        add_character (self, p, next);
      p = next;
    }
}

void
matchum_html_lines_begin_bold (MatchumHtmlLines *self)
{
  self->bold_depth++;
}

void
matchum_html_lines_end_bold (MatchumHtmlLines *self)
{
  self->bold_depth--;
}

gboolean
matchum_html_lines_has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

gsize
matchum_html_lines_measure_bullet (const char *text)
{
  static const char *const bullets[] = { "-", "•", "·", "ㆍ",  "‣", "◦", "▪", "■",
                                         "●", "○", "∙", "\\*", "*", "–", "—", "・" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      const gsize length = strlen (bullets[i]);

      if (g_str_has_prefix (text, bullets[i]) && (text[length] == ' ' || strlen (bullets[i]) > 2))
        return length + (text[length] == ' ');
    }
  return 0;
}

static void
write_indentation (MatchumHtmlLines *self)
{
  for (guint i = 1; i < self->n_items; i++)
    g_string_append (self->out, "  ");
  if (self->n_items == 0)
    return;
  if (self->is_marked)
    g_string_append (self->out, "  ");
  else if (self->marks[self->n_items - 1] > 0)
    g_string_append_printf (self->out, "%u. ", self->marks[self->n_items - 1]);
  else
    g_string_append (self->out, "- ");
}

static void
write_line_end (MatchumHtmlLines *self)
{
  if (self->out->len > 0)
    for (guint i = 0; i <= self->n_blanks; i++)
      g_string_append_c (self->out, '\n');
  self->n_blanks = 0;
}

static void
write_line (MatchumHtmlLines *self, gboolean is_bold)
{
  const gboolean is_item_start = self->n_items > 0 && !self->is_marked;
  const char *words = self->line->str;

  write_line_end (self);
  if (self->level == 0 || self->n_items > 0)
    write_indentation (self);
  if (is_item_start)
    {
      words += matchum_html_lines_measure_bullet (words);
      self->is_marked = TRUE;
    }
  if (self->level > 0 && self->n_items == 0)
    {
      for (guint i = 0; i < self->level; i++)
        g_string_append_c (self->out, '#');
      g_string_append_printf (self->out, " %s", words);
    }
  else if (is_bold)
    g_string_append_printf (self->out, "**%s**", words);
  else
    g_string_append (self->out, words);
}

static void
reset_line (MatchumHtmlLines *self)
{
  g_string_truncate (self->line, 0);
  self->n_bold = 0;
  self->n_plain = 0;
  self->has_space = FALSE;
  self->is_blank_set = FALSE;
}

static gboolean
may_be_bold (MatchumHtmlLines *self)
{
  return self->line->len <= MAX_BOLD_HEADING && strstr (self->line->str, "**") == NULL
         && matchum_html_lines_has_words (self->line->str);
}

/* Writes the line; FALSE where there is nothing in it. */
static gboolean
flush (MatchumHtmlLines *self, gboolean is_label)
{
  const gboolean is_bold = (is_label || (self->n_bold > 0 && self->n_plain == 0 && self->n_items == 0)
                            || (self->level > 0 && self->n_items > 0))
                           && may_be_bold (self);

  if (self->line->len == 0)
    return FALSE;
  /* Three hyphens at the head of a text would begin front matter. */
  if (self->out->len > 0 || matchum_html_lines_has_words (self->line->str))
    write_line (self, is_bold);
  reset_line (self);
  return TRUE;
}

void
matchum_html_lines_break (MatchumHtmlLines *self)
{
  if (self->level > 0)
    {
      self->has_space = TRUE;
      return;
    }
  if (!flush (self, FALSE) && self->n_items == 0)
    self->n_blanks = MIN (self->n_blanks + 1, 2);
  self->has_space = FALSE;
  self->is_blank_set = FALSE;
}

void
matchum_html_lines_end (MatchumHtmlLines *self, gboolean is_apart)
{
  const gboolean is_blank = self->line->len == 0 && self->is_blank_set;

  if (self->level > 0)
    {
      self->has_space = TRUE;
      return;
    }
  flush (self, FALSE);
  self->has_space = FALSE;
  self->is_blank_set = FALSE;
  if ((is_apart || is_blank) && self->n_items == 0)
    self->n_blanks = MAX (self->n_blanks, 1);
}

void
matchum_html_lines_begin_heading (MatchumHtmlLines *self, guint level)
{
  matchum_html_lines_end (self, TRUE);
  if (self->level == 0)
    self->level = level;
}

void
matchum_html_lines_end_heading (MatchumHtmlLines *self)
{
  flush (self, FALSE);
  self->level = 0;
  matchum_html_lines_end (self, TRUE);
}

void
matchum_html_lines_begin_item (MatchumHtmlLines *self, guint number)
{
  if (self->level > 0)
    matchum_html_lines_end_heading (self);
  /* Words of the item around it that a list follows are its own line. */
  flush (self, self->n_items > 0 && self->n_bold > 0 && self->n_plain == 0);
  reset_line (self);
  self->depth++;
  self->n_items = MIN (self->depth, MAX_ITEMS);
  self->marks[self->n_items - 1] = number;
  self->is_marked = FALSE;
}

void
matchum_html_lines_end_item (MatchumHtmlLines *self)
{
  if (self->level > 0)
    matchum_html_lines_end_heading (self);
  flush (self, FALSE);
  reset_line (self);
  if (self->depth > 0)
    self->depth--;
  self->n_items = MIN (self->depth, MAX_ITEMS);
  self->is_marked = TRUE;
}

void
matchum_html_lines_end_label (MatchumHtmlLines *self)
{
  if (self->level > 0)
    return;
  flush (self, TRUE);
  self->has_space = FALSE;
}

void
matchum_html_lines_add_lines (MatchumHtmlLines *self, const char *lines)
{
  matchum_html_lines_end (self, FALSE);
  while (*lines != '\0')
    {
      const gsize length = strcspn (lines, "\n");

      if (length == 0 && self->n_items == 0)
        self->n_blanks = MIN (self->n_blanks + 1, 2);
      else if (length > 0)
        {
          write_line_end (self);
          write_indentation (self);
          self->is_marked = TRUE;
          g_string_append_len (self->out, lines, (gssize) length);
        }
      lines += length + (lines[length] == '\n');
    }
}

gboolean
matchum_html_lines_is_in_item (MatchumHtmlLines *self)
{
  return self->n_items > 0;
}

char *
matchum_html_lines_finish (MatchumHtmlLines *self)
{
  if (self->level > 0)
    matchum_html_lines_end_heading (self);
  flush (self, FALSE);
  return g_strndup (self->out->str, self->out->len);
}
