/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses what to read of a page: what it shows, or what it tells search engines of the posting. */
#include "config.h"

#include "posting/matchum-html-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-html-charset.h"
#include "posting/matchum-html-lines.h"
#include "posting/matchum-html-markup.h"
#include "posting/matchum-html-page.h"
#include "posting/matchum-job-posting-json.h"
#include "posting/matchum-posting-heading.h"
#include "posting/matchum-posting-reader.h"

/* What is_html looks at, in bytes. */
#define SNIFF_BYTES (256 * 1024)
/* No posting asks for more; what comes after is not looked for in another text. */
#define MAX_LINES 300

static MatchumSource *
make_source (const char *name, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return matchum_source_new (name, bytes, error);
}

static MatchumPosting *
read_posting (const char *text)
{
  g_autoptr (MatchumSource) source = make_source ("", text, NULL);

  return source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
}

static gboolean
is_asked (const MatchumPostingLine *line)
{
  return !line->is_heading
         && (line->kind == MATCHUM_POSTING_REQUIRED || line->kind == MATCHUM_POSTING_PREFERRED
             || line->kind == MATCHUM_POSTING_DUTY);
}

/* What a text says of a posting: the lines under headings that are known. */
typedef struct {
  guint n_lines;
  guint n_missing; /* of these, how many the other text does not hold */
} Worth;

static Worth
weigh (const char *text, const char *other)
{
  g_autoptr (MatchumPosting) posting = read_posting (text);
  g_autofree char *compact = NULL;
  Worth worth = { 0 };

  if (posting == NULL || !matchum_posting_has_known_headings (posting))
    return worth;
  compact = matchum_job_posting_json_compact (other);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      g_autofree char *words = NULL;

      if (!is_asked (line))
        continue;
      worth.n_lines++;
      if (worth.n_lines > MAX_LINES)
        continue;
      words = matchum_job_posting_json_compact (matchum_posting_line_get_text (line));
      worth.n_missing += strstr (compact, words) == NULL;
    }
  return worth;
}

/* The page shows more than it tells search engines where more than a tenth of the requirements and duties that it shows
 * are not told, or they are told without the headings that say what they are; where neither has such headings, where it
 * shows three times as much. Otherwise what is told is taken: it is free of all that stands around a posting. */
static gboolean
shows_more (const char *shown, const char *told)
{
  Worth of_shown, of_told;

  if (*told == '\0')
    return TRUE;
  if (*shown == '\0')
    return FALSE;
  of_shown = weigh (shown, told);
  of_told = weigh (told, "");
  if (of_shown.n_lines == 0 && of_told.n_lines == 0)
    return strlen (shown) > 3 * strlen (told);
  return of_shown.n_missing * 10 > of_shown.n_lines || of_told.n_lines * 2 < of_shown.n_lines;
}

static MatchumJobPostingJson *
find_json (const MatchumHtmlPage *page)
{
  for (guint i = 0; i < page->scripts->len; i++)
    {
      const char *script = page->scripts->pdata[i];
      MatchumJobPostingJson *json = matchum_job_posting_json_find (script, strlen (script));

      if (json != NULL)
        return json;
    }
  return NULL;
}

/* "Harrow Optics - Computer Vision Engineer", "Engineer | Harrow Optics | Careers": what stands beside the title in the
 * title of the page is the company where the text speaks of it; else it may be the name of a job board. */
static char *
find_company (const MatchumHtmlPage *page, const char *title)
{
  static const char *const dividers[] = { " - ", " | ", " – ", " — ", " · ", " : ", " at ", " @ " };
  g_autofree char *divided = g_strdup (page->title);
  g_auto (GStrv) parts = NULL;
  MatchumPostingKind kind;

  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    for (char *found = strstr (divided, dividers[i]); found != NULL; found = strstr (found, dividers[i]))
      memset (found, '\n', strlen (dividers[i]));
  parts = g_strsplit (divided, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gsize length = strlen (g_strstrip (parts[i]));

      if (length < 2 || length > 60 || strstr (parts[i], title) != NULL || strstr (title, parts[i]) != NULL
          || strstr (page->text, parts[i]) == NULL || matchum_posting_heading_classify (parts[i], length, &kind))
        continue;
      return g_strdup (parts[i]);
    }
  return NULL;
}

/* The title of the page tells the title of the posting, or its company, where the page shows none. */
static char *
dup_shown_text (const MatchumHtmlPage *page)
{
  g_autoptr (MatchumPosting) posting = read_posting (page->text);
  const char *title = posting != NULL ? matchum_posting_get_title (posting) : NULL;
  MatchumJobPostingJson named = { 0 };
  g_autofree char *company = NULL;
  g_autofree char *front = NULL;

  if (page->title == NULL || *page->title == '\0' || posting == NULL)
    return g_strconcat (page->text, "\n", NULL);
  if (title == NULL)
    return g_strdup_printf ("%s\n\n%s\n", page->title, page->text);
  if (matchum_posting_get_company (posting) == NULL)
    company = find_company (page, title);
  if (company == NULL)
    return g_strconcat (page->text, "\n", NULL);
  named.company = company;
  front = matchum_job_posting_json_to_front_matter (&named);
  return g_strconcat (front, page->text, "\n", NULL);
}

static char *
compose (const MatchumHtmlPage *page)
{
  g_autoptr (MatchumJobPostingJson) json = find_json (page);
  g_autofree char *told = NULL;
  g_autofree char *front = NULL;

  if (json == NULL)
    return dup_shown_text (page);
  told = matchum_job_posting_json_to_text (json);
  front = matchum_job_posting_json_to_front_matter (json);
  return g_strconcat (front, shows_more (page->text, told) ? page->text : told, "\n", NULL);
}

/* Escaped HTML is a page whose only text is HTML. */
static MatchumHtmlPage *
read_page (const char *name, const GString *text, GError **error)
{
  return matchum_html_page_read (name, text->str, text->len, 0, error);
}

MatchumSource *
matchum_html_text_convert (const char *name, GBytes *html, GError **error)
{
  g_autoptr (MatchumHtmlPage) page = NULL;
  g_autofree char *composed = NULL;
  const char *bytes;
  GString *text;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (html != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = g_bytes_get_data (html, &length);
  if (!matchum_source_check_size (name, length, error))
    return NULL;
  text = matchum_html_charset_decode (bytes, length);
  page = read_page (name, text, error);
  g_string_free (text, TRUE);
  if (page == NULL)
    return NULL;
  composed = compose (page);
  if (!matchum_html_lines_has_words (composed))
    {
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY,
                   _ ("%s: The page holds no text; a script loads it. Open it in a browser, and copy and paste the "
                      "posting."),
                   name);
      return NULL;
    }
  return make_source (name, composed, error);
}

gboolean
matchum_html_text_is_html (GBytes *bytes)
{
  const char *data;
  gsize length;
  GString *text;
  gboolean is_html;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  text = matchum_html_charset_decode (data, MIN (length, SNIFF_BYTES));
  is_html = matchum_html_markup_is_html (text->str, text->len) || matchum_html_markup_is_escaped (text->str, text->len);
  g_string_free (text, TRUE);
  return is_html;
}
