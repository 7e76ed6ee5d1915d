/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells mail addresses, telephone numbers, links and places apart by their forms. */
#include "config.h"

#include "resume/matchum-contact-words.h"

#include <string.h>

#include "resume/matchum-entry-signs.h"
#include "resume/matchum-entry-words.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"

/* Longer paragraphs are no contact lines, in bytes. */
#define MAX_BYTES 2000
#define MAX_PART_CHARS 60
/* Of longer ones under a heading such as "Contact" nothing is read, in bytes. */
#define MAX_READ (8 * MAX_BYTES)
#define MIN_PHONE_DIGITS 8
#define PART_SEPARATOR " · "

/* The networks whose addresses end with the user's name. */
static const struct {
  const char *host;
  const char *name;
  const char *folder; /* before the user's name, or NULL */
} networks[] = {
  { "github.com", "GitHub", NULL },
  { "gitlab.com", "GitLab", NULL },
  { "bitbucket.org", "Bitbucket", NULL },
  { "codeberg.org", "Codeberg", NULL },
  { "linkedin.com", "LinkedIn", "in" },
  { "twitter.com", "Twitter", NULL },
  { "x.com", "X", NULL },
  { "facebook.com", "Facebook", NULL },
  { "instagram.com", "Instagram", NULL },
  { "medium.com", "Medium", NULL },
  { "velog.io", "velog", NULL },
  { "dev.to", "DEV", NULL },
  { "kaggle.com", "Kaggle", NULL },
  { "huggingface.co", "Hugging Face", NULL },
  { "behance.net", "Behance", NULL },
  { "dribbble.com", "Dribbble", NULL },
  { "orcid.org", "ORCID", NULL },
  { "stackoverflow.com", "Stack Overflow", NULL },
  { "brunch.co.kr", "brunch", NULL },
  { "youtube.com", "YouTube", NULL },
};

/* Addresses */

enum { PATTERN_EMAIL, PATTERN_ADDRESS, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = {
    "^[A-Za-z0-9._%+\\-]+@[A-Za-z0-9\\-]+(?:\\.[A-Za-z0-9\\-]+)+$",
    "^(?:[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,12}(?:[/?#]\\S*)?$",
  };
  static MatchumPatternSet set = { "contacts", texts, N_PATTERNS, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

static gboolean
is_email (const char *text)
{
  return strlen (text) <= 254 && g_regex_match (get_pattern (PATTERN_EMAIL), text, 0, NULL);
}

static gboolean
has_scheme (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0;
}

/* example.com/me: a domain of letters with something behind its dot that may be one. */
static gboolean
is_bare_address (const char *text)
{
  return strlen (text) <= 500 && g_regex_match (get_pattern (PATTERN_ADDRESS), text, 0, NULL);
}

char *
matchum_contact_words_dup_url (const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_BYTES || strpbrk (text, " \n\t") != NULL || !(has_scheme (text) || is_bare_address (text)))
    return NULL;
  escaped = g_uri_escape_string (text, ":/?#[]@!$&'()*+,;=%~", FALSE);
  return has_scheme (text) ? g_steal_pointer (&escaped) : g_strconcat ("https://", escaped, NULL);
}

char *
matchum_contact_words_shorten_url (const char *url)
{
  const char *start = url;
  gsize length;

  g_return_val_if_fail (url != NULL, NULL);

  if (has_scheme (url))
    start = strstr (url, "://") + 3;
  length = strlen (start);
  if (length > 1 && start[length - 1] == '/')
    length--;
  return g_strndup (start, length);
}

gboolean
matchum_contact_words_shows_url (const char *text, const char *url)
{
  g_autofree char *short_text = matchum_contact_words_shorten_url (text);
  g_autofree char *short_url = matchum_contact_words_shorten_url (url);
  const char *a = g_str_has_prefix (short_text, "www.") ? short_text + 4 : short_text;
  const char *b = g_str_has_prefix (short_url, "www.") ? short_url + 4 : short_url;

  return g_ascii_strcasecmp (a, b) == 0
         || (g_str_has_prefix (url, "mailto:") && g_ascii_strcasecmp (text, url + 7) == 0);
}

static gboolean
is_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n_digits++;
      else if (strchr ("+-.() /", *p) == NULL)
        return FALSE;
    }
  return n_digits >= MIN_PHONE_DIGITS && n_digits <= 16 && strlen (text) <= 30;
}

/* Networks */

static gboolean
find_network_name (const char *name, const char **known)
{
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    if (g_ascii_strcasecmp (networks[i].name, name) == 0)
      {
        *known = networks[i].name;
        return TRUE;
      }
  return FALSE;
}

/* The network that url belongs to, and the user's name in it where it ends with one. */
static gboolean
find_network (const char *url, const char **name, char **user)
{
  g_autofree char *place = matchum_contact_words_shorten_url (url);
  g_auto (GStrv) steps = g_strsplit (g_str_has_prefix (place, "www.") ? place + 4 : place, "/", -1);
  const guint n = g_strv_length (steps);

  *user = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (networks) && n > 0; i++)
    {
      const char *host = networks[i].host;
      const guint n_expected = networks[i].folder != NULL ? 3 : 2;

      if (g_ascii_strcasecmp (steps[0], host) != 0
          && !(g_str_has_suffix (steps[0], host) && steps[0][strlen (steps[0]) - strlen (host) - 1] == '.'))
        continue;
      *name = networks[i].name;
      if (n == n_expected && (n == 2 || g_str_equal (steps[1], networks[i].folder))
          && strpbrk (steps[n - 1], "?#") == NULL)
        *user = g_uri_unescape_string (steps[n - 1] + (steps[n - 1][0] == '@' ? 1 : 0), NULL);
      return TRUE;
    }
  return FALSE;
}

static void
add_profile (MatchumJsonValue *basics, const char *network, const char *user, const char *url)
{
  MatchumJsonValue *profiles = matchum_json_value_get_member (basics, "profiles");
  MatchumJsonValue *profile = matchum_json_value_new_object ();

  if (profiles == NULL)
    {
      profiles = matchum_json_value_new_array ();
      matchum_json_value_set_member (basics, "profiles", profiles);
    }
  matchum_json_value_set_string (profile, "network", network);
  matchum_json_value_set_string (profile, "username", user);
  matchum_json_value_set_string (profile, "url", url);
  matchum_json_value_append (profiles, profile);
}

/* "Network: user" taken apart; the space behind the colon is part of the sign. */
static gboolean
split_label (const char *text, char **label, const char **rest)
{
  const char *colon = strstr (text, ": ");

  if (colon == NULL || colon == text || colon[2] == '\0')
    return FALSE;
  *label = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  *rest = colon + 2 + strspn (colon + 2, " ");
  return TRUE;
}

static gboolean
is_one_of (const char *text, const char *words)
{
  g_autofree char *folded = matchum_fold (text, -1);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  g_strstrip (folded);
  return g_strv_contains ((const char *const *) list, folded);
}

static gboolean
is_homepage_word (const char *text)
{
  return is_one_of (
      text, "portfolio|포트폴리오|website|web|homepage|home|홈페이지|웹사이트|사이트|site|url|link|링크|my site");
}

static void
take_url (MatchumJsonValue *basics, const char *text, const char *url)
{
  g_autofree char *label = NULL;
  g_autofree char *user = NULL;
  const char *network = NULL;
  const char *rest = NULL;

  if (text != NULL && !has_scheme (text) && split_label (text, &label, &rest)
      && !matchum_contact_words_shows_url (rest, url))
    add_profile (basics, label, rest, url);
  else if (find_network (url, &network, &user))
    add_profile (basics, network, user, url);
  else if ((text == NULL || matchum_contact_words_shows_url (text, url) || is_homepage_word (text))
           && matchum_json_value_get_member (basics, "url") == NULL)
    matchum_json_value_set_string (basics, "url", url);
  else
    {
      g_autofree char *shown = matchum_contact_words_shorten_url (url);

      add_profile (basics, text != NULL ? text : shown, NULL, url);
    }
}

static gboolean
take_once (MatchumJsonValue *basics, const char *name, const char *text)
{
  if (matchum_json_value_get_member (basics, name) != NULL)
    return FALSE;
  matchum_json_value_set_string (basics, name, text);
  return TRUE;
}

/* Parts */

static gboolean
take_labelled (MatchumJsonValue *basics, const char *text)
{
  g_autofree char *label = NULL;
  g_autofree char *url = NULL;
  const char *network = NULL;
  const char *rest = NULL;

  if (!split_label (text, &label, &rest))
    return FALSE;
  if (is_email (rest))
    return take_once (basics, "email", rest);
  if (is_phone (rest)
      && is_one_of (label, "tel|t|phone|mobile|cell|m|p|전화|전화번호|휴대폰|휴대전화|연락처|핸드폰|hp"))
    return take_once (basics, "phone", rest);
  url = matchum_contact_words_dup_url (rest);
  if (url != NULL)
    {
      take_url (basics, is_homepage_word (label) ? NULL : label, url);
      return TRUE;
    }
  if (!find_network_name (label, &network) || strchr (rest, ' ') != NULL)
    return FALSE;
  add_profile (basics, network, rest, NULL);
  return TRUE;
}

static gboolean
take_plain (MatchumJsonValue *basics, const char *text)
{
  g_autofree char *url = NULL;

  if (is_email (text))
    return take_once (basics, "email", text);
  if (is_phone (text))
    return take_once (basics, "phone", text);
  url = matchum_contact_words_dup_url (text);
  if (url == NULL)
    return take_labelled (basics, text);
  take_url (basics, NULL, url);
  return TRUE;
}

static gboolean
take_link (MatchumJsonValue *basics, const char *text, const char *link)
{
  g_autofree char *url = NULL;

  if (g_ascii_strncasecmp (link, "mailto:", 7) == 0 && is_email (link + 7))
    return take_once (basics, "email", link + 7);
  if (g_ascii_strncasecmp (link, "tel:", 4) == 0)
    return take_once (basics, "phone", text);
  url = matchum_contact_words_dup_url (link);
  if (url != NULL)
    take_url (basics, text, url);
  return url != NULL;
}

/* The link that is all of span, or all that is behind a label and its colon; NULL where there is none. label gets the
 * label. */
static const MatchumInlineRun *
find_link (MatchumInlineText *words, MatchumSpan span, char **label)
{
  const char *text = matchum_inline_text_get_text (words);

  for (guint i = 0; i < matchum_inline_text_get_n_runs (words); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (words, i);
      g_autofree char *before = NULL;

      if (run->kind != MATCHUM_INLINE_LINK || run->span.start < span.start || run->span.end != span.end)
        continue;
      before = g_strstrip (g_strndup (text + span.start, run->span.start - span.start));
      if (*before == '\0')
        return run;
      if (!g_str_has_suffix (before, ":"))
        return NULL;
      before[strlen (before) - 1] = '\0';
      *label = g_strstrip (g_steal_pointer (&before));
      return run;
    }
  return NULL;
}

/* The words of span, with the addresses of links that they do not show. */
static char *
dup_part (MatchumInlineText *words, MatchumSpan span)
{
  GString *part =
      g_string_new_len (matchum_inline_text_get_text (words) + span.start, (gssize) matchum_span_get_length (span));

  for (guint i = 0; i < matchum_inline_text_get_n_runs (words); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (words, i);

      if (run->kind == MATCHUM_INLINE_LINK && run->span.start >= span.start && run->span.end <= span.end
          && run->url != NULL && strstr (run->url, "://") != NULL && strstr (part->str, run->url) == NULL)
        g_string_append_printf (part, " (%s)", run->url);
    }
  return g_string_free (part, FALSE);
}

/* Whether the character at at parts what stands around it: a bar or a dot, and, where there are none of these, a slash
 * or a dash. "MLOps / DevOps Engineer · Seoul" are two parts. */
static gboolean
is_part_boundary (const char *text, gsize at, gboolean is_weak)
{
  gunichar c = g_utf8_get_char (text + at);
  const gboolean is_spaced = at > 0 && text[at - 1] == ' ' && text[at + (gsize) g_utf8_skip[(guchar) text[at]]] == ' ';

  if (c == '\n' || c == '|' || c == 0x2502 || c == 0xff5c)
    return TRUE;
  if (is_weak && is_spaced && (c == '/' || c == 0x2013 || c == 0x2014))
    return TRUE;
  return is_spaced && (c == 0x00b7 || c == 0x2022 || c == 0x30fb || c == 0x3163 || c == 0x318d);
}

static GArray *
split_parts_at (const char *text, gboolean is_weak)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  gsize start = 0;

  for (gsize at = 0;; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      MatchumSpan part;

      if (text[at] != '\0' && !is_part_boundary (text, at, is_weak))
        continue;
      part = matchum_span_trim (text, MATCHUM_SPAN (start, at));
      if (!matchum_span_is_empty (part))
        g_array_append_val (parts, part);
      if (text[at] == '\0')
        return parts;
      start = at + (gsize) g_utf8_skip[(guchar) text[at]];
    }
}

static GArray *
split_parts (const char *text)
{
  GArray *parts = split_parts_at (text, FALSE);

  if (parts->len > 1)
    return parts;
  g_array_unref (parts);
  return split_parts_at (text, TRUE);
}

static gboolean
holds_address (const char *text)
{
  return strchr (text, '@') != NULL || strstr (text, "://") != NULL;
}

/* The words with a line feed where a line of the source ends, which in prose is but a space. */
static char *
dup_lines (MatchumInlineText *words, MatchumSource *source)
{
  char *text = g_strdup (matchum_inline_text_get_text (words));

  for (gsize i = 0; text[i] != '\0'; i++)
    if (text[i] == ' ')
      {
        MatchumSpan span = matchum_inline_text_get_source_span (words, MATCHUM_SPAN (i, i + 1));
        const char *bytes = matchum_source_get_text (source) + span.start;

        if (memchr (bytes, '\n', matchum_span_get_length (span)) != NULL)
          text[i] = '\n';
      }
  return text;
}

/* Where the address of a mail, the web or a telephone stands among other things in a part: its pieces, else NULL. */
static GArray *
split_around_address (const char *part)
{
  g_autoptr (GArray) pieces = matchum_entry_signs_split_list (part);
  gboolean has_address = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      MatchumSpan span = g_array_index (pieces, MatchumSpan, i);
      g_autofree char *piece = g_strndup (part + span.start, matchum_span_get_length (span));
      g_autofree char *url = matchum_contact_words_dup_url (piece);

      has_address = has_address || is_email (piece) || is_phone (piece) || url != NULL;
    }
  return has_address && pieces->len > 1 ? g_steal_pointer (&pieces) : NULL;
}

static void
take_part (MatchumInlineText *words, MatchumSpan span, MatchumJsonValue *basics, GPtrArray *rest)
{
  const char *text = matchum_inline_text_get_text (words);
  g_autofree char *label = NULL;
  const MatchumInlineRun *link = find_link (words, span, &label);
  g_autofree char *part = g_strndup (text + span.start, matchum_span_get_length (span));
  g_autoptr (GArray) pieces = NULL;

  if (link != NULL)
    {
      g_autofree char *shown = g_strndup (text + link->span.start, matchum_span_get_length (link->span));

      if (take_link (basics, label != NULL ? label : shown, link->url))
        return;
    }
  if (take_plain (basics, part))
    return;
  /* "Seoul, me@example.com, 010-0000-0000" */
  pieces = split_around_address (part);
  if (pieces == NULL)
    {
      g_ptr_array_add (rest, dup_part (words, span));
      return;
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      MatchumSpan piece = g_array_index (pieces, MatchumSpan, i);

      take_part (words, MATCHUM_SPAN (span.start + piece.start, span.start + piece.end), basics, rest);
    }
}

void
matchum_contact_words_read (MatchumInlineText *words, MatchumSource *source, MatchumJsonValue *basics, GPtrArray *rest)
{
  g_autofree char *lines = NULL;
  g_autoptr (GArray) parts = NULL;

  g_return_if_fail (words != NULL && source != NULL && basics != NULL && rest != NULL);

  if (matchum_inline_text_get_length (words) > MAX_READ)
    {
      g_ptr_array_add (rest, g_strdup (matchum_inline_text_get_text (words)));
      return;
    }
  lines = dup_lines (words, source);
  parts = split_parts (lines);
  for (guint i = 0; i < parts->len; i++)
    take_part (words, g_array_index (parts, MatchumSpan, i), basics, rest);
}

gboolean
matchum_contact_words_is_contact (const char *text)
{
  g_autoptr (GArray) parts = NULL;
  glong n_chars;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > MAX_BYTES)
    return FALSE;
  n_chars = g_utf8_strlen (text, -1);
  parts = split_parts (text);
  if (parts->len > 1)
    return n_chars / (glong) parts->len <= MAX_PART_CHARS;
  if (holds_address (text) || is_phone (text) || is_bare_address (text))
    return n_chars <= 3 * MAX_PART_CHARS;
  return n_chars <= MAX_PART_CHARS && !g_str_has_suffix (text, ".") && !g_str_has_suffix (text, "!")
         && !g_str_has_suffix (text, "다") && !g_str_has_suffix (text, "요");
}

/* Places */

static gboolean
is_country_code (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Codes of countries that are none of a state: "London, GB", but "Wilmington, DE" is in Delaware. */
static gboolean
is_plain_country_code (const char *text)
{
  static const char codes[] =
      "KR JP CN TW HK SG VN TH MY PH AU NZ GB IE FR ES PT IT CH AT BE NL LU DK SE NO FI IS PL CZ SK HU "
      "RO BG GR TR UA RU EE LV LT SI HR RS EG ZA NG KE BR MX CL AE SA US";

  return is_country_code (text) && strstr (codes, text) != NULL;
}

static MatchumJsonValue *
new_location (const char *text)
{
  MatchumJsonValue *location = matchum_json_value_new_object ();
  g_autoptr (GArray) spans = matchum_entry_signs_split_list (text);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spans->len; i++)
    {
      MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      g_ptr_array_add (parts, g_strndup (text + span.start, matchum_span_get_length (span)));
    }
  if (parts->len == 1)
    matchum_json_value_set_string (location, "city", text);
  else if (parts->len == 2 && is_plain_country_code (parts->pdata[1]))
    {
      matchum_json_value_set_string (location, "city", parts->pdata[0]);
      matchum_json_value_set_string (location, "countryCode", parts->pdata[1]);
    }
  else if (parts->len == 2 || (parts->len == 3 && is_country_code (parts->pdata[2])))
    {
      matchum_json_value_set_string (location, "city", parts->pdata[0]);
      matchum_json_value_set_string (location, "countryCode", parts->len == 3 ? parts->pdata[2] : NULL);
      matchum_json_value_set_string (location, "region", parts->pdata[1]);
    }
  else
    matchum_json_value_set_string (location, "address", text);
  return location;
}

char *
matchum_contact_words_join_location (const MatchumJsonValue *location)
{
  static const char *const names[] = { "address", "postalCode", "city", "region", "countryCode" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *part = matchum_json_value_get_string (location, names[i]);

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_hangul (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

/* "하남시", "서울 마포구": what the names of towns and districts end with, other words of that end aside. */
static gboolean
is_district (const char *text)
{
  static const char *const others[] = { "연구", "도구", "직군" };
  const char *space = strrchr (text, ' ');
  const char *word = space != NULL ? space + 1 : text;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (word, others[i]))
      return FALSE;
  return g_utf8_strlen (word, -1) >= 3
         && (g_str_has_suffix (word, "시") || g_str_has_suffix (word, "군") || g_str_has_suffix (word, "구"));
}

/* Whether text can be the name of a place that is not known: "ML Engineer · 추천 시스템" names what the person is,
 * twice. */
static gboolean
may_be_place (const char *text)
{
  return matchum_entry_words_weigh (text) <= 0 && (!is_hangul (text) || is_district (text));
}

/* The part that names a place, or the second where the first names what the person is; rest->len where there is none.
 */
static guint
find_place (GPtrArray *rest)
{
  for (guint i = 0; i < rest->len; i++)
    if (matchum_entry_words_is_place (g_ptr_array_index (rest, i))
        && matchum_entry_words_weigh (g_ptr_array_index (rest, i)) <= 0)
      return i;
  if (rest->len == 2 && matchum_entry_words_weigh (g_ptr_array_index (rest, 0)) > 0
      && may_be_place (g_ptr_array_index (rest, 1)))
    return 1;
  return rest->len;
}

char *
matchum_contact_words_place (GPtrArray *rest, MatchumJsonValue *basics)
{
  g_autoptr (GString) label = g_string_new (NULL);
  g_autoptr (GString) left_over = g_string_new (NULL);
  guint place;

  g_return_val_if_fail (rest != NULL && basics != NULL, NULL);

  place = find_place (rest);
  if (place < rest->len)
    matchum_json_value_set_member (basics, "location", new_location (g_ptr_array_index (rest, place)));
  for (guint i = 0; i < rest->len; i++)
    {
      const char *part = g_ptr_array_index (rest, i);

      if (i == place)
        continue;
      if (label->len > 0)
        g_string_append_printf (left_over, "%s%s", left_over->len > 0 ? PART_SEPARATOR : "", part);
      g_string_append_printf (label, "%s%s", label->len > 0 ? PART_SEPARATOR : "", part);
    }
  matchum_json_value_set_string (basics, "label", label->str);
  return left_over->len > 0 ? g_string_free (g_steal_pointer (&left_over), FALSE) : NULL;
}
