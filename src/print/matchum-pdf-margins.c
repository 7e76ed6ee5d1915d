/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells numbers of pages, and heads and feet that several pages share. */
#include "config.h"

#include "matchum-pdf-margins.h"

#include <string.h>

#include "matchum-pdf-rows.h"

/* Share of the height of a page in which its margins are. */
#define MARGIN 0.09
/* A line that counts pages is no longer than this. */
#define MAX_FOOTER_BYTES 160

typedef struct {
  MatchumPdfText *pdf;
  GPtrArray *rows; /* of MatchumPdfRow */
} Finder;

/* Without what changes from page to page. */
static char *
dup_key (const MatchumPdfRow *row)
{
  g_autofree char *words = matchum_pdf_rows_dup_words (row->words);
  g_autofree char *aside = matchum_pdf_rows_dup_words (row->aside);
  GString *key = g_string_new (NULL);

  for (const char *part = words; part != NULL; part = part == words ? aside : NULL)
    for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (key, FALSE);
}

/* Numbers of up to three digits, one or two of them, and nothing else but what pages are called: "Page 2 of 3", "2쪽",
 * "- 2 -". */
static gboolean
is_page_number (const MatchumPdfRow *row, const char *key)
{
  static const char *const keys[] = { "", "page", "pageof", "of", "쪽", "페이지", "p" };
  g_autofree char *words = matchum_pdf_rows_dup_words (row->words->len > 0 ? row->words : row->aside);
  guint n_numbers = 0;

  for (const char *p = words; *p != '\0';)
    {
      const gsize n = strspn (p, "0123456789");

      if (n > 3)
        return FALSE;
      n_numbers += n > 0;
      p += MAX (n, 1);
    }
  if (n_numbers == 0 || n_numbers > 2)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (key, keys[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_margin (const Finder *self, const MatchumPdfRow *row)
{
  const MatchumPdfPage *page = matchum_pdf_text_get_page (self->pdf, row->page);

  return row->y2 < page->height * MARGIN || row->y1 > page->height * (1 - MARGIN);
}

/* The largest letters of the first page: the name, which further pages repeat. */
static char *
dup_name_key (const Finder *self)
{
  const MatchumPdfRow *best = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumPdfRow *row = self->rows->pdata[i];

      if (row->page == 0 && (best == NULL || row->size > best->size + 0.1))
        best = row;
    }
  return best != NULL ? dup_key (best) : g_strdup ("");
}

typedef struct {
  guint n_pages;
  guint last; /* page */
} Repetition;

static void
count_repetitions (const Finder *self, GHashTable *repetitions)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumPdfRow *row = self->rows->pdata[i];
      g_autofree char *key = is_in_margin (self, row) ? dup_key (row) : NULL;
      Repetition *repetition = key != NULL ? g_hash_table_lookup (repetitions, key) : NULL;

      if (key == NULL || strlen (key) < 3)
        continue;
      if (repetition == NULL)
        {
          repetition = g_new0 (Repetition, 1);
          g_hash_table_insert (repetitions, g_steal_pointer (&key), repetition);
        }
      repetition->n_pages += repetition->n_pages == 0 || repetition->last != row->page;
      repetition->last = row->page;
    }
}

static gboolean
has_digits (const MatchumPdfRow *row)
{
  g_autofree char *words = matchum_pdf_rows_dup_words (row->words);

  return strpbrk (words, "0123456789") != NULL;
}

/* "Kim Haneul — 2 / 3" on the second of three pages. */
static gboolean
counts_pages (const Finder *self, const MatchumPdfRow *row)
{
  g_autofree char *words = matchum_pdf_rows_dup_words (row->words);
  g_autofree char *aside = matchum_pdf_rows_dup_words (row->aside);
  g_autofree char *all = g_strconcat (words, " ", aside, NULL);
  g_autofree char *slash = g_strdup_printf ("%u/%u ", row->page + 1, matchum_pdf_text_get_n_pages (self->pdf));
  g_autofree char *wide = g_strdup_printf ("%u / %u ", row->page + 1, matchum_pdf_text_get_n_pages (self->pdf));
  g_autofree char *english = g_strdup_printf ("%u of %u ", row->page + 1, matchum_pdf_text_get_n_pages (self->pdf));
  g_autofree char *spaced = g_strconcat (all, " ", NULL);

  return strlen (all) < MAX_FOOTER_BYTES
         && (strstr (spaced, slash) != NULL || strstr (spaced, wide) != NULL || strstr (spaced, english) != NULL);
}

/* The first of several headers stays, where it is no page number: it is the contact line. */
static gboolean
is_margin_row (const Finder *self, const MatchumPdfRow *row, GHashTable *repetitions, const char *name)
{
  const MatchumPdfPage *page = matchum_pdf_text_get_page (self->pdf, row->page);
  g_autofree char *key = is_in_margin (self, row) ? dup_key (row) : NULL;
  const Repetition *repetition = key != NULL ? g_hash_table_lookup (repetitions, key) : NULL;

  if (key == NULL)
    return FALSE;
  if (is_page_number (row, key) || counts_pages (self, row))
    return TRUE;
  if (row->page == 0 && row->y1 < page->height / 2 && !has_digits (row))
    return FALSE;
  return (repetition != NULL && repetition->n_pages > 1) || (strlen (key) >= 3 && g_str_equal (key, name));
}

void
matchum_pdf_margins_find (MatchumPdfText *pdf, GPtrArray *rows)
{
  const Finder finder = { pdf, rows };
  const Finder *self = &finder;
  g_autoptr (GHashTable) repetitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *name = dup_name_key (self);

  count_repetitions (self, repetitions);
  for (guint i = 0; i < self->rows->len; i++)
    {
      MatchumPdfRow *row = self->rows->pdata[i];

      row->is_margin = is_margin_row (self, row, repetitions, name);
    }
}
