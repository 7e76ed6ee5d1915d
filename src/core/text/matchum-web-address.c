/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells addresses from words as people write them in a resume: with and without https://, Korean particles behind. */
#include "config.h"

#include "text/matchum-web-address.h"

#include <string.h>

static gboolean
is_closing (char c)
{
  return c == ')' || c == '>' || c == ']' || c == '"' || c == '\'' || c == ',' || c == '.' || c == ';' || c == ':'
         || c == '!' || c == '?';
}

gsize
matchum_web_address_get_length (const char *word, gsize length)
{
  gsize end = 0;

  while (end < length && word[end] > 0x20 && word[end] < 0x7f && word[end] != '<' && word[end] != '>'
         && word[end] != '|')
    end++;
  while (end > 0 && is_closing (word[end - 1]))
    end--;

  return end;
}

static gboolean
is_host_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.';
}

/* Length of a host name of at least two labels, the last of letters alone; 0 where there is none. */
static gsize
get_host_length (const char *text, gsize length)
{
  gsize end = 0;
  gsize last_dot = 0;

  while (end < length && is_host_byte (text[end]))
    {
      if (text[end] == '.')
        {
          if (end == 0 || text[end - 1] == '.')
            return 0;
          last_dot = end;
        }
      end++;
    }
  if (last_dot == 0 || end - last_dot < 3)
    return 0;
  for (gsize i = last_dot + 1; i < end; i++)
    {
      if (!g_ascii_isalpha (text[i]))
        return 0;
    }

  return end;
}

static gboolean
is_email (const char *word, gsize length)
{
  const char *at = memchr (word, '@', length);

  if (at == NULL || at == word)
    return FALSE;
  for (const char *byte = word; byte < at; byte++)
    {
      if (!g_ascii_isalnum (*byte) && strchr (".!#$%&'*+-/=?^_`{|}~", *byte) == NULL)
        return FALSE;
    }

  return get_host_length (at + 1, length - (gsize) (at + 1 - word)) == length - (gsize) (at + 1 - word);
}

/* A bare domain must have a path, or end as home pages do: Node.js and ASP.NET are no addresses. */
static gboolean
is_bare_domain (const char *word, gsize length)
{
  static const char *const endings[] = { "com",  "org",  "net",  "io",   "dev",  "kr",  "me", "ai", "co", "app",
                                         "page", "tech", "info", "blog", "site", "xyz", "uk", "de", "fr", "eu",
                                         "jp",   "cn",   "so",   "edu",  "ca",   "au",  "in", "es", "nl", NULL };
  gsize host = get_host_length (word, length);
  g_autofree char *ending = NULL;

  if (host == 0 || (host < length && word[host] != '/'))
    return FALSE;
  for (gsize i = 0; i < host; i++)
    {
      if (g_ascii_isupper (word[i]))
        return FALSE;
    }
  ending = g_strndup (word, host);

  return g_strv_contains (endings, strrchr (ending, '.') + 1);
}

char *
matchum_web_address_dup_url (const char *word, gsize length, gboolean bare_domains)
{
  g_autofree char *text = g_strndup (word, length);

  if (g_ascii_strncasecmp (text, "https://", 8) == 0 && length > 8)
    return g_steal_pointer (&text);
  if (g_ascii_strncasecmp (text, "http://", 7) == 0 && length > 7)
    return g_steal_pointer (&text);
  if (is_email (word, length))
    return g_strconcat ("mailto:", text, NULL);
  if ((bare_domains || g_str_has_prefix (text, "www.")) && is_bare_domain (word, length))
    return g_strconcat ("https://", text, NULL);

  return NULL;
}

static gboolean
is_opening (char c)
{
  return c == '(' || c == '<' || c == '[' || c == '"' || c == '\'';
}

/* Whether no address begins or goes on with c. */
static gboolean
is_between (char c)
{
  return c == ' ' || c == '\n' || (guchar) c >= 0x80;
}

char *
matchum_web_address_find (const char *text, MatchumSpan *span, gboolean bare_domains, MatchumSpan *found)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);
  g_return_val_if_fail (found != NULL, NULL);

  while (span->start < span->end)
    {
      const gsize at = span->start;
      const char *word = text + at;
      gsize length;
      char *url = NULL;

      if (is_between (*word) || is_opening (*word))
        {
          span->start++;
          continue;
        }
      length = matchum_web_address_get_length (word, span->end - at);
      if (memchr (word, '@', length) != NULL || memchr (word, '.', length) != NULL)
        url = matchum_web_address_dup_url (word, length, bare_domains);
      span->start += MAX (length, 1);
      while (span->start < span->end && !is_between (text[span->start]))
        span->start++;
      if (url != NULL)
        {
          *found = MATCHUM_SPAN (at, at + length);
          return url;
        }
    }
  return NULL;
}
