/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts tags and the marks of Markdown to tell what a text is. */
#include "config.h"

#include "posting/matchum-html-markup.h"

#include <string.h>

/* The beginning of a text tells what it is. */
#define SNIFF_BYTES (256 * 1024)
#define MAX_NAME 12

static const char *const block_names[] = { "article", "blockquote", "body", "br",   "div", "dl", "dt",   "dd",
                                           "h1",      "h2",         "h3",   "h4",   "h5",  "h6", "head", "header",
                                           "html",    "li",         "main", "meta", "ol",  "p",  "pre",  "section",
                                           "table",   "tbody",      "td",   "th",   "tr",  "ul", NULL };
static const char *const inline_names[] = { "a", "b", "em", "font", "i", "span", "strong", "u", NULL };

typedef struct {
  guint n_blocks; /* tags of blocks, and line breaks */
  guint n_tags;   /* all that are known */
  guint n_closing;
  guint n_breaks;
} Tags;

/* How a tag begins: "<", or as it is when escaped. */
typedef struct {
  const char *open;
  gsize n_open;
} Form;

static const Form plain = { "<", 1 };
static const Form escaped = { "&lt;", 4 };
static const Form twice_escaped = { "&amp;lt;", 8 };

/* Takes the name of the tag at p, behind its "<"; NULL where none begins there. Sets is_closing. */
static const char *
take_name (const char *p, const char *end, char *name, gboolean *is_closing)
{
  gsize length = 0;

  *is_closing = p < end && *p == '/';
  if (*is_closing)
    p++;
  for (; p < end && length < MAX_NAME && g_ascii_isalnum (*p); p++)
    name[length++] = g_ascii_tolower (*p);
  name[length] = '\0';
  return length > 0 && p < end && (g_ascii_isspace (*p) || *p == '/' || *p == '>' || *p == '&') ? p : NULL;
}

static Tags
count_tags (const char *text, gsize length, const Form *form)
{
  const char *end = text + length;
  const char *p = text;
  Tags tags = { 0 };

  while ((p = memchr (p, form->open[0], (gsize) (end - p))) != NULL)
    {
      char name[MAX_NAME + 1];
      gboolean is_closing;

      if ((gsize) (end - p) <= form->n_open || memcmp (p, form->open, form->n_open) != 0)
        {
          p++;
          continue;
        }
      p += form->n_open;
      if (take_name (p, end, name, &is_closing) == NULL)
        continue;
      if (g_strv_contains (block_names, name))
        tags.n_blocks++;
      else if (!g_strv_contains (inline_names, name))
        continue;
      tags.n_tags++;
      tags.n_closing += is_closing;
      tags.n_breaks += g_str_equal (name, "br");
    }
  return tags;
}

gboolean
matchum_html_markup_is_in_text (const char *text, gsize length)
{
  Tags tags;

  if (memchr (text, '<', length) == NULL && memchr (text, '&', length) == NULL)
    return FALSE;
  tags = count_tags (text, length, &plain);
  if ((tags.n_blocks >= 2 && tags.n_closing > 0) || tags.n_breaks >= 2 || (tags.n_tags >= 4 && tags.n_closing >= 2))
    return TRUE;
  tags = count_tags (text, length, &escaped);
  return tags.n_blocks >= 2 && (tags.n_closing > 0 || tags.n_breaks >= 2);
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Whether a line begins as an item does. */
static gboolean
begins_item (const char *p, const char *end)
{
  static const char *const bullets[] = { "-", "*", "•", "·", "ㆍ", "▪", "■", "●", "○", "∙", "※", "✔", "▶", "◦", "–" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      const gsize length = strlen (bullets[i]);

      if ((gsize) (end - p) > length && memcmp (p, bullets[i], length) == 0)
        return length > 1 || p[length] == ' ';
    }
  if (end - p < 3 || !g_ascii_isdigit (*p))
    return FALSE;
  p += g_ascii_isdigit (p[1]) ? 2 : 1;
  return (*p == '.' || *p == ')') && p + 1 < end && p[1] == ' ';
}

gboolean
matchum_html_markup_has_lines (const char *text, gsize length)
{
  const char *end = text + length;
  guint n_items = 0, n_gaps = 0, n_lines = 0;
  gboolean is_gap = FALSE;

  if (memchr (text, '\n', length) == NULL)
    return FALSE;
  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *line_end = newline != NULL ? newline : end;
      const char *words = skip_blanks (text, line_end);

      if (words < line_end)
        {
          n_gaps += is_gap && n_lines > 0;
          n_items += begins_item (words, line_end);
          n_lines++;
        }
      is_gap = words == line_end;
      text = line_end + 1;
    }
  return n_items >= 2 || (n_gaps >= 1 && n_lines >= 3);
}

/* Lines as Markdown has them; G_MAXUINT where there is a heading, which nothing else has. */
static guint
count_markdown_lines (const char *text, gsize length)
{
  const char *end = text + length;
  guint count = 0;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *line_end = newline != NULL ? newline : end;
      const char *p = skip_blanks (text, line_end);
      const char *words = p;

      while (p < line_end && *p == '#')
        p++;
      if (p > words && p < line_end && *p == ' ')
        return G_MAXUINT;
      count += begins_item (words, line_end)
               || (line_end - words >= 3 && (memcmp (words, "```", 3) == 0 || memcmp (words, "---", 3) == 0));
      text = line_end + 1;
    }
  return count;
}

static gboolean
begins_with (const char *p, const char *end, const char *what)
{
  return (gsize) (end - p) >= strlen (what) && g_ascii_strncasecmp (p, what, strlen (what)) == 0;
}

/* Behind comments, byte order marks and what browsers put before a fragment. */
static const char *
find_start (const char *text, const char *end)
{
  const char *p = text;

  if (begins_with (p, end, "\xef\xbb\xbf"))
    p += 3;
  p = skip_blanks (p, end);
  while (begins_with (p, end, "<!--"))
    {
      const char *closing = g_strstr_len (p, end - p, "-->");

      if (closing == NULL)
        return p;
      p = skip_blanks (closing + 3, end);
    }
  return p;
}

static gboolean
is_page (const char *p, const char *end)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body", "<meta ", "<title" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (begins_with (p, end, starts[i]))
      return TRUE;
  return begins_with (p, end, "<?xml") && g_strstr_len (p, MIN (end - p, 2048), "<html") != NULL;
}

/* A fragment begins with a tag, and has more tags than lines that Markdown would mark. */
static gboolean
is_fragment (const char *p, const char *end, const Form *form)
{
  char name[MAX_NAME + 1];
  gboolean is_closing;
  Tags tags;

  if ((gsize) (end - p) <= form->n_open || memcmp (p, form->open, form->n_open) != 0
      || take_name (p + form->n_open, end, name, &is_closing) == NULL || is_closing
      || (!g_strv_contains (block_names, name) && !g_strv_contains (inline_names, name)))
    return FALSE;
  tags = count_tags (p, (gsize) (end - p), form);
  return tags.n_tags >= 2 && (tags.n_closing > 0 || tags.n_breaks > 1)
         && tags.n_tags > count_markdown_lines (p, (gsize) (end - p));
}

gboolean
matchum_html_markup_is_html (const char *text, gsize length)
{
  const char *end = text + MIN (length, SNIFF_BYTES);
  const char *p = find_start (text, end);

  return is_page (p, end) || is_fragment (p, end, &plain);
}

gboolean
matchum_html_markup_is_escaped (const char *text, gsize length)
{
  const char *end = text + MIN (length, SNIFF_BYTES);
  const char *p = find_start (text, end);

  return is_fragment (p, end, &escaped) || is_fragment (p, end, &twice_escaped);
}
