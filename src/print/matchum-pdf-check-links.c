/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes addresses comparable and finds which of them are on both sides. */
#include "config.h"

#include "matchum-pdf-check-links.h"

#include <string.h>

#include "text/matchum-web-address.h"

#define MAX_TOLD 100

static void
clear_link (gpointer data)
{
  g_free (((MatchumPdfCheckLink *) data)->uri);
}

/* The address with what writers write in several ways made the same: escapes, the case of scheme and host, the slash at
 * the end. NULL for what is no address that a resume would lead to. */
static char *
normalize (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *bare = g_strstrip (g_strdup (uri));
  g_autofree char *scheme = g_uri_parse_scheme (bare);
  g_autofree char *plain = g_uri_unescape_string (bare, NULL);
  g_autofree char *whole = NULL;
  char *end;

  if (scheme == NULL && (!g_ascii_isalnum (bare[0]) || strchr (bare, '.') == NULL || strchr (bare, ':') != NULL))
    return NULL;
  for (char *at = scheme; at != NULL && *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  if (scheme != NULL && !g_strv_contains (schemes, scheme))
    return NULL;
  whole = g_strconcat (scheme != NULL ? "" : "https://", plain != NULL ? plain : bare, NULL);
  end = strstr (whole, "://");
  end = end != NULL ? strchr (end + 3, '/') : NULL;
  for (char *at = whole; *at != '\0' && at != end; at++)
    *at = g_ascii_tolower (*at);
  if (g_str_has_suffix (whole, "/"))
    whole[strlen (whole) - 1] = '\0';
  return g_steal_pointer (&whole);
}

/* The addresses that stand in the words of a block, linked or not. */
static void
add_addresses (GHashTable *known, MatchumInlineText *content)
{
  const char *text = matchum_inline_text_get_text (content);
  MatchumSpan rest = MATCHUM_SPAN (0, matchum_inline_text_get_length (content));
  MatchumSpan found;
  char *url;

  while ((url = matchum_web_address_find (text, &rest, TRUE, &found)) != NULL)
    {
      char *normal = normalize (url);

      if (normal != NULL)
        g_hash_table_add (known, normal);
      g_free (url);
    }
}

static void
add_wanted (GHashTable *wanted, MatchumResume *resume, const MatchumBlock *block)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);
      char *normal = run->kind == MATCHUM_INLINE_LINK && run->url != NULL ? normalize (run->url) : NULL;
      MatchumSpan span;

      if (normal == NULL)
        continue;
      span = matchum_inline_text_get_source_span (block->content, run->span);
      if (!g_hash_table_contains (wanted, normal))
        g_hash_table_insert (wanted, normal,
                             GUINT_TO_POINTER (
                                 matchum_source_get_line_at (matchum_resume_get_source (resume), span.start)));
      else
        g_free (normal);
    }
}

/* Goes through the links of the PDF; present gets those that lead where the resume does. */
static void
find_present (MatchumPdfCheckLinks *self,
              MatchumPdfText *text,
              GHashTable *wanted,
              GHashTable *known,
              GHashTable *present)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (text); i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (text, i);

      for (guint j = 0; j < page->n_links; j++)
        {
          char *normal = normalize (page->links[j].uri);
          MatchumPdfCheckLink link = { NULL, i + 1, 0 };

          if (normal == NULL)
            normal = g_strdup (page->links[j].uri);
          if (g_hash_table_contains (wanted, normal) || g_hash_table_contains (known, normal))
            {
              g_hash_table_add (present, normal);
              continue;
            }
          if (g_hash_table_add (told, normal) && self->extra->len < MAX_TOLD)
            {
              link.uri = g_strdup (page->links[j].uri);
              g_array_append_val (self->extra, link);
            }
        }
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const MatchumPdfCheckLink *first = a;
  const MatchumPdfCheckLink *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return strcmp (first->uri, second->uri);
}

static void
find_missing (MatchumPdfCheckLinks *self, GHashTable *wanted, GHashTable *present)
{
  GHashTableIter iter;
  gpointer uri;
  gpointer line;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &uri, &line))
    {
      MatchumPdfCheckLink link = { NULL, 0, GPOINTER_TO_UINT (line) };

      if (g_hash_table_contains (present, uri))
        continue;
      link.uri = g_strdup (uri);
      g_array_append_val (self->missing, link);
    }
  g_array_sort (self->missing, compare_lines);
  if (self->missing->len > MAX_TOLD)
    g_array_set_size (self->missing, MAX_TOLD);
}

static void
collect (MatchumVisibility *visibility, GHashTable *wanted, GHashTable *known)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->content == NULL || !matchum_visibility_is_visible (visibility, i))
        continue;
      add_wanted (wanted, resume, block);
      add_addresses (known, block->content);
    }
}

MatchumPdfCheckLinks *
matchum_pdf_check_links_new (MatchumVisibility *visibility, MatchumPdfText *text)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MatchumPdfCheckLinks *self = g_new0 (MatchumPdfCheckLinks, 1);

  self->missing = g_array_new (FALSE, FALSE, sizeof (MatchumPdfCheckLink));
  self->extra = g_array_new (FALSE, FALSE, sizeof (MatchumPdfCheckLink));
  g_array_set_clear_func (self->missing, clear_link);
  g_array_set_clear_func (self->extra, clear_link);
  collect (visibility, wanted, known);
  find_present (self, text, wanted, known, present);
  find_missing (self, wanted, present);
  self->n_present = g_hash_table_size (present);
  return self;
}

void
matchum_pdf_check_links_free (MatchumPdfCheckLinks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->missing);
  g_array_unref (self->extra);
  g_free (self);
}
