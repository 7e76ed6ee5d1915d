/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what a person types for a block apart into lines, and puts a backslash wherever a line would begin a list, a
 * heading, code or another block instead of being read. Nowhere else: words that are edited again and again must not
 * gather backslashes. */
#include "config.h"

#include "resume/matchum-block-words.h"

#include <string.h>

#include "resume/matchum-link-definitions.h"
#include "text/matchum-inline-reader.h"

/* CommonMark's limit. */
#define MAX_NUMBER_DIGITS 9

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t';
}

/* White space to Markdown, or what a text cannot hold at all. */
static gboolean
is_white (char c)
{
  return (guchar) c <= ' ';
}

gboolean
matchum_block_words_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > ' ' && !g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

/* Control characters, which no source holds, become spaces; \r\n and \r are line ends, too. */
static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        {
          p += *p == '\r' && p[1] == '\n';
          g_ptr_array_add (lines, g_strndup (line->str, line->len));
          g_string_truncate (line, 0);
        }
      else
        g_string_append_c (line, (guchar) *p < ' ' && *p != '\t' ? ' ' : *p);
    }
  g_ptr_array_add (lines, g_string_free (line, FALSE));
  return lines;
}

GPtrArray *
matchum_block_words_split (const char *text)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (text != NULL, lines);

  all = split_lines (text);
  for (guint i = 0; i < all->len; i++)
    {
      const char *line = g_ptr_array_index (all, i);

      if (matchum_block_words_is_blank (line))
        continue;
      while (is_white (*line))
        line++;
      g_ptr_array_add (lines, g_strdup (line));
    }
  if (lines->len > 0)
    g_strchomp (g_ptr_array_index (lines, lines->len - 1));
  return lines;
}

GPtrArray *
matchum_block_words_split_raw (const char *text)
{
  GPtrArray *lines;

  g_return_val_if_fail (text != NULL, NULL);

  lines = split_lines (text);
  while (lines->len > 0 && matchum_block_words_is_blank (g_ptr_array_index (lines, lines->len - 1)))
    g_ptr_array_set_size (lines, (gint) lines->len - 1);
  while (lines->len > 0 && matchum_block_words_is_blank (g_ptr_array_index (lines, 0)))
    g_ptr_array_remove_index (lines, 0);
  return lines;
}

/* Length of line without what makes a hard line end of it: blanks, or a backslash that escapes nothing. */
static gsize
measure_joinable (const char *line)
{
  gsize length = strlen (line);
  gsize n_backslashes = 0;

  while (length > 0 && is_white (line[length - 1]))
    length--;
  while (n_backslashes < length && line[length - 1 - n_backslashes] == '\\')
    n_backslashes++;
  if (n_backslashes % 2 == 0)
    return length;
  length--;
  while (length > 0 && is_white (line[length - 1]))
    length--;
  return length;
}

char *
matchum_block_words_join (GPtrArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append_len (joined, line, (gssize) (i + 1 < lines->len ? measure_joinable (line) : strlen (line)));
    }
  return g_string_free (joined, FALSE);
}

void
matchum_block_words_join_html (GPtrArray *lines)
{
  for (guint i = 1; i < lines->len;)
    {
      g_autoptr (GPtrArray) pair = NULL;

      if (!matchum_block_words_begin_html (g_ptr_array_index (lines, i), FALSE))
        {
          i++;
          continue;
        }
      pair = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (pair, g_ptr_array_steal_index (lines, i - 1));
      g_ptr_array_add (pair, g_ptr_array_steal_index (lines, i - 1));
      g_ptr_array_insert (lines, (gint) i - 1, matchum_block_words_join (pair));
    }
}

void
matchum_block_words_show_html (GPtrArray *lines)
{
  char *line = lines->len > 0 ? g_ptr_array_index (lines, 0) : NULL;

  if (line == NULL || !matchum_block_words_begin_html (line, TRUE))
    return;
  g_ptr_array_index (lines, 0) = g_strdup_printf ("\\%s", line);
  g_free (line);
}

/* Length of the comment at text, or 0. */
static gsize
measure_remark (const char *text)
{
  const char *end;

  if (!g_str_has_prefix (text, "<!--"))
    return 0;
  end = strstr (text + strlen ("<!--"), "-->");
  return end != NULL ? (gsize) (end - text) + strlen ("-->") : 0;
}

/* Length of the comments at the beginning of text and of the white space around them. */
static gsize
measure_remarks (const char *text)
{
  gsize length = 0, remark;

  while (is_white (text[length]) && text[length] != '\0')
    length++;
  while ((remark = measure_remark (text + length)) > 0)
    {
      length += remark;
      while (is_white (text[length]) && text[length] != '\0')
        length++;
    }
  return length;
}

char *
matchum_block_words_turn_remarks (const char *text)
{
  g_autofree char *remarks = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = measure_remarks (text);
  if (strchr (text, '<') == NULL || text[length] == '\0' || memchr (text, '<', length) == NULL)
    return g_strdup (text);
  remarks = g_strstrip (g_strndup (text, length));
  for (char *p = remarks; *p != '\0'; p++)
    if (is_white (*p))
      *p = ' ';
  return g_strdup_printf ("%s %s", text + length, remarks);
}

gboolean
matchum_block_words_is_remark (const char *text)
{
  gsize length = measure_remarks (text);

  return text[length] == '\0' && memchr (text, '<', length) != NULL;
}

/* Whether line is nothing but c and blanks. */
static gboolean
is_only (const char *line, char c)
{
  for (; *line != '\0'; line++)
    if (*line != c && !is_blank_char (*line))
      return FALSE;
  return TRUE;
}

static gsize
count (const char *line, char c)
{
  gsize n = 0;

  for (; *line != '\0'; line++)
    n += *line == c;
  return n;
}

static gsize
measure_run (const char *line)
{
  return line[0] != '\0' ? strspn (line, (char[]){ line[0], '\0' }) : 0;
}

static gboolean
ends_marker (char c)
{
  return c == '\0' || is_white (c);
}

/* The line under a heading: a single run of c. */
static gboolean
is_underline (const char *line)
{
  const char *rest = line + measure_run (line);

  return rest[strspn (rest, " \t")] == '\0';
}

static gboolean
is_rule (const char *line)
{
  return is_only (line, line[0]) && count (line, line[0]) >= 3;
}

/* Where the dot of a number at the start of a numbered item stands, or 0. Only the first item of a list may follow upon
 * a line of text. */
static gsize
find_number_end (const char *line, gboolean is_first)
{
  gsize n = strspn (line, "0123456789");

  if (n == 0 || n > MAX_NUMBER_DIGITS || (line[n] != '.' && line[n] != ')') || !ends_marker (line[n + 1]))
    return 0;
  return is_first || g_ascii_strtoull (line, NULL, 10) == 1 ? n : 0;
}

/* Bytes at the start of line that need a backslash each, 0 for none. */
static gsize
count_escapes (const char *line, gboolean is_first)
{
  const gsize run = measure_run (line);

  switch (line[0])
    {
    case '>':
      return 1;
    case '#':
      return run <= 6 && ends_marker (line[run]) ? 1 : 0;
    case '+':
      return ends_marker (line[1]) ? 1 : 0;
    case '*':
      return ends_marker (line[1]) || is_rule (line) ? 1 : 0;
    case '-':
      return ends_marker (line[1]) || is_rule (line) || (!is_first && is_underline (line)) ? 1 : 0;
    case '_':
      return is_rule (line) ? 1 : 0;
    case '=':
      return !is_first && is_underline (line) ? 1 : 0;
    case '~':
      return run >= 3 ? 1 : 0;
    case '`':
      return run >= 3 && strchr (line + run, '`') == NULL ? run : 0;
    default:
      return 0;
    }
}

char *
matchum_block_words_escape (const char *line, gboolean is_first)
{
  gsize number, n;
  GString *escaped;

  g_return_val_if_fail (line != NULL, NULL);

  number = find_number_end (line, is_first);
  if (number > 0)
    return g_strdup_printf ("%.*s\\%s", (int) number, line, line + number);
  if (is_first && matchum_block_words_begin_html (line, TRUE))
    return g_strdup_printf ("\\%s", line);
  n = count_escapes (line, is_first);
  escaped = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, line[i]);
    }
  g_string_append (escaped, line + n);
  return g_string_free (escaped, FALSE);
}

char *
matchum_block_words_escape_all (const char *line)
{
  GString *escaped = g_string_new (NULL);
  gsize number;

  g_return_val_if_fail (line != NULL, g_string_free (escaped, FALSE));

  number = find_number_end (line, TRUE);
  for (const char *p = line; *p != '\0'; p++)
    {
      const gboolean is_mark = strchr ("`<[|", *p) != NULL || (p == line && g_ascii_ispunct (*p));

      if (p[0] == '\\' && g_ascii_ispunct (p[1]))
        g_string_append_c (escaped, *p++);
      else if (is_mark || (number > 0 && p == line + number))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }
  return g_string_free (escaped, FALSE);
}

/* Whether name, of length bytes, is that of an element that makes a block wherever it begins a line. */
static gboolean
is_block_element (const char *name, gsize length)
{
  static const char *const names[] = {
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "pre",      "script",     "search",   "section",  "source",
    "style",    "summary",    "table",  "tbody",   "td",       "textarea",   "tfoot",    "th",       "thead",
    "title",    "tr",         "track",  "ul",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a tag that begins at line is all that is there. Rather too often yes than too seldom. */
static gboolean
is_lone_tag (const char *line, const char *after_name)
{
  const char *end = strrchr (line, '>');

  if (end == NULL || end[1 + strspn (end + 1, " \t")] != '\0' || strchr (">/ \t", *after_name) == NULL)
    return FALSE;
  return strpbrk (after_name, "<") == NULL || strpbrk (after_name, "'\"") != NULL;
}

gboolean
matchum_block_words_begin_html (const char *line, gboolean is_first)
{
  const char *name;
  gsize length = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  if (line[0] != '<')
    return FALSE;
  if (line[1] == '?' || g_str_has_prefix (line, "<!--")
      || (line[1] == '!' && (g_ascii_isalpha (line[2]) || line[2] == '[')))
    return TRUE;
  name = line + (line[1] == '/' ? 2 : 1);
  if (!g_ascii_isalpha (*name))
    return FALSE;
  while (g_ascii_isalnum (name[length]) || name[length] == '-')
    length++;
  if (is_block_element (name, length) && (ends_marker (name[length]) || strchr ("/>", name[length]) != NULL))
    return TRUE;
  return is_first && is_lone_tag (line, name + length);
}

gboolean
matchum_block_words_is_table (const char *head, const char *rule)
{
  return strchr (head, '|') != NULL && rule[strspn (rule, "|-: \t")] == '\0' && strchr (rule, '|') != NULL
         && strchr (rule, '-') != NULL;
}

gboolean
matchum_block_words_are_defined (GPtrArray *lines, guint first)
{
  g_autoptr (MatchumLinkDefinitions) definitions = NULL;
  g_autoptr (GString) text = NULL;

  if (first >= lines->len || ((const char *) g_ptr_array_index (lines, first))[0] != '[')
    return FALSE;
  text = g_string_new (NULL);
  for (guint i = first; i < lines->len && !matchum_block_words_is_blank (g_ptr_array_index (lines, i)); i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
  definitions = matchum_link_definitions_new ();
  return matchum_link_definitions_take (definitions, text->str, 1) > 0;
}

char *
matchum_block_words_escape_heading (const char *line)
{
  gsize length, end;

  g_return_val_if_fail (line != NULL, NULL);

  length = end = strlen (line);
  while (end > 0 && line[end - 1] == '#')
    end--;
  if (end == length || (end > 0 && !is_white (line[end - 1])))
    return g_strdup (line);
  return g_strdup_printf ("%.*s\\#", (int) length - 1, line);
}

char *
matchum_block_words_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isspace (*text))
        g_string_append_c (squeezed, *text);
      else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
        g_string_append_c (squeezed, ' ');
    }
  return g_strchomp (g_string_free (squeezed, FALSE));
}

/* Text of the lines from first to end, which are one paragraph, as it is read by itself. */
static gboolean
append_text (GString *out, GPtrArray *lines, guint first, guint end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumInlineText) words = NULL;

  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s%s", i > first ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  bytes = g_bytes_new (text->str, text->len);
  source = matchum_source_new ("words", bytes, NULL);
  if (source == NULL)
    return FALSE;
  words = matchum_inline_reader_read (source, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  g_string_append_printf (out, "%s\n", matchum_inline_text_get_text (words));
  return TRUE;
}

char *
matchum_block_words_dup_text (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = 0;

  for (guint i = 0; i <= lines->len; i++)
    {
      if (i < lines->len && !matchum_block_words_is_blank (g_ptr_array_index (lines, i)))
        continue;
      if (i > first && !append_text (text, lines, first, i))
        return NULL;
      first = i + 1;
    }
  return matchum_block_words_squeeze (text->str);
}
