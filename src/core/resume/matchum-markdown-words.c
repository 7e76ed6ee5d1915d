/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a backslash before what Markdown would take for a mark, and before nothing else. */
#include "config.h"

#include "resume/matchum-markdown-words.h"

#include <string.h>

char *
matchum_markdown_words_clean (const char *text)
{
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r')
        g_string_append (clean, p[1] == '\n' ? "" : "\n");
      else if (((guchar) *p < 0x20 && *p != '\n') || *p == 0x7f)
        g_string_append_c (clean, ' ');
      else
        g_string_append_c (clean, *p);
    }
  return g_string_free (clean, FALSE);
}

gboolean
matchum_markdown_words_is_seen (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && !g_unichar_iscntrl (c))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_word_at (const char *line, const char *p)
{
  return p >= line && *p != '\0' && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80);
}

static gboolean
is_entity (const char *p)
{
  const char *end = p + 1;

  end += *end == '#';
  while (g_ascii_isalnum (*end))
    end++;
  return end > p + 1 && *end == ';';
}

/* Whether the character at p would be a mark in a line; has_links: whether brackets could be. */
static gboolean
is_mark (const char *line, const char *p, gboolean has_links)
{
  switch (*p)
    {
    case '\\':
      return p[1] == '\0' || g_ascii_ispunct (p[1]);
    case '`':
      return TRUE;
    case '*':
      return !((p == line || p[-1] == ' ') && (p[1] == ' ' || p[1] == '\0'));
    case '_':
      return !(is_word_at (line, p - 1) && is_word_at (line, p + 1)) && !(p > line && p[-1] == ' ' && p[1] == ' ');
    case '<':
      return g_ascii_isalpha (p[1]) || strchr ("/!?", p[1]) != NULL;
    case '&':
      return is_entity (p);
    case '#':
      return p > line && p[-1] == ' ';
    case '[':
    case ']':
      return has_links;
    default:
      return FALSE;
    }
}

/* How many bytes at the start of a line come before the one that would make it a heading, list, quote, rule or fence;
 * -1 where none would. */
static gssize
find_block_mark (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  if (n_digits > 0 && n_digits <= 9 && (line[n_digits] == '.' || line[n_digits] == ')')
      && (line[n_digits + 1] == ' ' || line[n_digits + 1] == '\0'))
    return (gssize) n_digits;
  if (strchr ("#>=~|", line[0]) != NULL && line[0] != '\0')
    return 0;
  if (line[0] == '*')
    return line[1] == ' ' || line[1] == '\0' ? 0 : -1;
  if (strchr ("-+", line[0]) != NULL && line[0] != '\0')
    return line[1] == ' ' || line[1] == '\0' || line[1] == line[0] ? 0 : -1;
  return -1;
}

static void
append_line (GString *out, const char *line, gboolean is_start)
{
  const gboolean has_links = strstr (line, "](") != NULL || strstr (line, "][") != NULL || strstr (line, "]:") != NULL;
  const gssize block_mark = is_start ? find_block_mark (line) : -1;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (p - line == block_mark || is_mark (line, p, has_links))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

void
matchum_markdown_words_append (GString *out, const char *text, MatchumMarkdownWordsPlace place, const char *indentation)
{
  const gboolean keeps_lines = place == MATCHUM_MARKDOWN_WORDS_LINES || place == MATCHUM_MARKDOWN_WORDS_AFTER_LINES;
  gboolean is_start = place == MATCHUM_MARKDOWN_WORDS_LINE || place == MATCHUM_MARKDOWN_WORDS_LINES;
  gboolean is_first = TRUE;
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (out != NULL && text != NULL && indentation != NULL);

  clean = matchum_markdown_words_clean (text);
  lines = g_strsplit (clean, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      if (!is_first && keeps_lines)
        g_string_append_printf (out, "\\\n%s", indentation);
      else if (!is_first)
        g_string_append_c (out, ' ');
      append_line (out, lines[i], is_start);
      is_start = keeps_lines;
      is_first = FALSE;
    }
}

/* An address of the web or of a person; others may do things when they are followed. */
static gboolean
is_safe_url (const char *url)
{
  return g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0
         || g_ascii_strncasecmp (url, "mailto:", 7) == 0;
}

void
matchum_markdown_words_append_link (GString *out, const char *text, const char *url)
{
  GString *words;
  gboolean is_plain = TRUE;
  gboolean is_escaped = FALSE;

  g_return_if_fail (out != NULL && text != NULL && url != NULL);

  if (!is_safe_url (url) || strpbrk (url, "<>\\\n\r\t ") != NULL || !matchum_markdown_words_is_seen (text))
    {
      matchum_markdown_words_append (out, text, MATCHUM_MARKDOWN_WORDS_LINE, "");
      return;
    }
  words = g_string_new (NULL);
  matchum_markdown_words_append (words, text, MATCHUM_MARKDOWN_WORDS_AFTER, "");
  for (const char *p = url; *p != '\0'; p++)
    is_plain = is_plain && *p != '(' && *p != ')' && (guchar) *p > 0x20 && *p != '&' && *p != '*' && *p != '_';
  g_string_append_c (out, '[');
  for (const char *p = words->str; *p != '\0'; p++)
    {
      if ((*p == '[' || *p == ']') && !is_escaped)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
      is_escaped = *p == '\\' && !is_escaped;
    }
  g_string_append_printf (out, is_plain ? "](%s)" : "](<%s>)", url);
  g_string_free (words, TRUE);
}
