/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the addresses in a posting: in front matter, in Markdown links, and where they stand by themselves. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

#define MAX_LINKS 64
#define MAX_URL 2000

static MatchumWordList apply_words = MATCHUM_WORD_LIST (
    "지원|접수|공고|채용|apply|application|job|career|recruit|position|vacanc|hiring|링크|원문|source|url|posting");

typedef struct {
  const MatchumPostingClues *clues;
  GPtrArray *links;
  GHashTable *seen; /* urls, borrowed from links */
} Search;

void
matchum_posting_link_free (MatchumPostingLink *self)
{
  matchum_posting_fact_clear (&self->fact);
  g_free (self->url);
  g_free (self);
}

static void
take_link (Search *search, MatchumSpan span, const char *address, gsize length)
{
  g_autoptr (MatchumPostingFact) fact = NULL;
  MatchumPostingLink *link;
  g_autofree char *url = NULL;

  if (search->links->len == MAX_LINKS || length == 0 || length > MAX_URL)
    return;
  url = g_strndup (address, length);
  if (g_ascii_strncasecmp (url, "http", 4) != 0)
    {
      char *whole = g_strconcat ("https://", url, NULL);

      g_free (url);
      url = whole;
    }
  if (g_hash_table_contains (search->seen, url))
    return;
  fact = matchum_posting_fact_new (search->clues->source, span);
  if (fact == NULL)
    return;
  link = g_new0 (MatchumPostingLink, 1);
  link->fact = *fact;
  g_free (g_steal_pointer (&fact));
  link->url = g_steal_pointer (&url);
  g_hash_table_add (search->seen, link->url);
  g_ptr_array_add (search->links, link);
}

/* Where an address that begins at text ends: before what closes the sentence or bracket around it. */
static gsize
measure_address (const char *text, const char *end)
{
  gsize n = 0;
  guint n_open = 0;

  while (text + n < end && (guchar) text[n] > ' ' && (guchar) text[n] < 0x7f
         && strchr ("<>\"'`|\\^{}[]*", text[n]) == NULL)
    {
      n_open += text[n] == '(';
      if (text[n] == ')' && n_open-- == 0)
        break;
      n++;
    }
  while (n > 0 && strchr (".,;:!?", text[n - 1]) != NULL)
    n--;
  return n;
}

static gboolean
begins_address (const char *text, const char *end)
{
  static const char *const starts[] = { "https://", "http://", "www." };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize n = strlen (starts[i]);

      if ((gsize) (end - text) > n + 3 && g_ascii_strncasecmp (text, starts[i], n) == 0 && g_ascii_isalnum (text[n]))
        return TRUE;
    }
  return FALSE;
}

/* "[words](address)" around an address: the words of the link. */
static MatchumSpan
get_link_words (const char *text, MatchumSpan line, MatchumSpan address)
{
  gsize at = address.start;

  if (at < line.start + 3 || text[at - 1] != '(' || text[at - 2] != ']')
    return address;
  for (at -= 2; at > line.start && text[at - 1] != '['; at--)
    ;
  return at > line.start ? MATCHUM_SPAN (at, address.start - 2) : address;
}

static void
scan_line (Search *search, MatchumSpan line)
{
  const char *text = search->clues->text;

  for (gsize at = line.start; at < line.end; at++)
    {
      gsize n;
      MatchumSpan words;

      if ((text[at] != 'h' && text[at] != 'H' && text[at] != 'w' && text[at] != 'W')
          || (at > line.start && g_ascii_isalnum (text[at - 1])) || !begins_address (text + at, text + line.end))
        continue;
      n = measure_address (text + at, text + line.end);
      words = get_link_words (text, line, MATCHUM_SPAN (at, at + n));
      if (words.start == at || matchum_span_is_empty (words))
        words = MATCHUM_SPAN (at, at + n);
      take_link (search, words, text + at, n);
      at += n;
      if (search->links->len == MAX_LINKS)
        return;
    }
}

/* "지원: recruit.example.com/2026" with no scheme: a name with dots and a path, or of a known kind. */
static gboolean
is_bare_address (const char *text, gsize length)
{
  static const char *const ends[] = { ".com", ".co.kr", ".kr",   ".io",   ".net", ".org", ".or.kr", ".go.kr",  ".ac.kr",
                                      ".ai",  ".dev",   ".jobs", ".team", ".uk",  ".eu",  ".de",    ".example" };
  gsize host = strcspn (text, "/?#");

  if (host >= length)
    host = length;
  if (host < 4 || memchr (text, '@', length) != NULL || memchr (text, '.', host) == NULL)
    return FALSE;
  for (gsize i = 0; i < host; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '.' && text[i] != '-')
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (host > strlen (ends[i]) && g_ascii_strncasecmp (text + host - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  return FALSE;
}

static void
scan_labelled (Search *search)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (search->clues->fields, MATCHUM_FIELD_LINK);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      const char *text = search->clues->text;

      scan_line (search, field->value);
      for (gsize at = field->value.start; at < field->value.end;)
        {
          gsize n = measure_address (text + at, text + field->value.end);

          if (n > 0 && is_bare_address (text + at, n))
            take_link (search, MATCHUM_SPAN (at, at + n), text + at, n);
          at += MAX (n, 1);
        }
    }
}

static gboolean
is_for_applying (const MatchumPostingLink *link)
{
  g_autofree char *folded = g_utf8_strlen (link->fact.text, -1) < 200 ? matchum_fold (link->fact.text, -1) : NULL;
  g_autofree char *url = g_ascii_strdown (link->url, -1);

  return (folded != NULL && matchum_word_list_stands_in (&apply_words, folded))
         || matchum_word_list_stands_in (&apply_words, url);
}

/* Those for applying first, each kind in its order. */
static GPtrArray *
sort_links (GPtrArray *links)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_link_free);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < links->len; i++)
        {
          MatchumPostingLink *link = g_ptr_array_index (links, i);

          if (link != NULL && (pass == 1 || is_for_applying (link)))
            g_ptr_array_add (sorted, g_steal_pointer (&links->pdata[i]));
        }
    }
  return sorted;
}

GPtrArray *
matchum_posting_links_find (const MatchumPostingClues *clues)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { .clues = clues, .links = links, .seen = seen };
  guint n_lines = MIN (matchum_source_get_n_lines (clues->source), MATCHUM_FIELD_MAX_LINES);

  scan_labelled (&search);
  for (guint line = 1; line <= n_lines && links->len < MAX_LINKS; line++)
    {
      MatchumSpan span = matchum_source_get_line_text (clues->source, line);

      scan_line (&search, span);
    }
  return sort_links (links);
}
