/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes and checks texts of PDFs. */
#include "config.h"

#include "fuzz-pdf-support.h"

#include <math.h>

#include "matchum-pdf-reading.h"

#define WIDTH 595.0
#define HEIGHT 842.0
#define MARGIN 50.0
#define TITLE_FONT 2

/* A page being made. */
typedef struct {
  GString *text;
  GArray *words;
  GArray *lines;
} Page;

static void
add_word (Page *page, const char *word, double x, double y, guint font, gboolean begins_line, guint row)
{
  const double size = font == TITLE_FONT ? 16 : 10;
  const double width = size * 0.6 * (double) g_utf8_strlen (word, -1);
  MatchumPdfWordRecord record = { .box = { x, y, x + width, y + size }, .font = font };

  if (begins_line)
    {
      const MatchumPdfLineRecord line = { .box = record.box, .first_word = page->words->len, .row = row };

      g_array_append_val (page->lines, line);
    }
  g_array_index (page->lines, MatchumPdfLineRecord, page->lines->len - 1).n_words++;
  g_array_index (page->lines, MatchumPdfLineRecord, page->lines->len - 1).box.x2 = x + width;
  record.line = page->lines->len - 1;
  g_array_append_val (page->words, record);
  g_string_append_printf (page->text, "%s%s", page->text->len > 0 ? "\n" : "", word);
}

static void
add_row (Page *page, char *row, guint *n_rows)
{
  g_auto (GStrv) lines = g_strsplit (row, "\t", 8);
  const guint n_before = page->words->len;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const guint font = lines[i][0] == '#' ? TITLE_FONT : 1;
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      double x = MARGIN + 180 * i;
      gboolean begins_line = TRUE;

      for (guint j = 0; words[j] != NULL; j++)
        {
          if (*words[j] == '\0')
            continue;
          add_word (page, words[j], x, MARGIN + 14 * *n_rows, font, begins_line, *n_rows);
          begins_line = FALSE;
          x += 10 + 6 * (double) strlen (words[j]);
        }
    }
  if (page->words->len > n_before)
    (*n_rows)++;
}

static GVariant *
build_page (const char *content, gboolean *has_words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (MatchumPdfWordRecord));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MatchumPdfLineRecord));
  g_auto (GStrv) rows = g_strsplit (content, "\n", -1);
  Page page = { text, words, lines };
  guint n_rows = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    add_row (&page, rows[i], &n_rows);
  *has_words |= words->len > 0;
  return g_variant_new ("(ddbs@a" MATCHUM_PDF_WORD_TYPE "@a" MATCHUM_PDF_LINE_TYPE "@a(s(dddd)))", WIDTH, HEIGHT, FALSE,
                        text->str,
                        g_variant_new_fixed_array (G_VARIANT_TYPE (MATCHUM_PDF_WORD_TYPE), words->data, words->len,
                                                   sizeof (MatchumPdfWordRecord)),
                        g_variant_new_fixed_array (G_VARIANT_TYPE (MATCHUM_PDF_LINE_TYPE), lines->data, lines->len,
                                                   sizeof (MatchumPdfLineRecord)),
                        g_variant_new_array (G_VARIANT_TYPE ("(s(dddd))"), NULL, 0));
}

/* Text as a PDF may have it: valid, and no other white space than what parts words. */
static char *
make_plain (const guint8 *data, gsize length)
{
  char *text = g_utf8_make_valid ((const char *) data, (gssize) length);

  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\n' && *at != '\t' && *at != '\f')
      *at = ' ';
  return text;
}

GBytes *
fuzz_make_pdf_output (const guint8 *data, gsize length)
{
  const MatchumPdfReadingHead head = { MATCHUM_PDF_READING_READ, 0 };
  g_autofree char *text = make_plain (data, length);
  g_auto (GStrv) contents = g_strsplit (text, "\f", 50);
  GVariantBuilder pages =
      G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ddbsa" MATCHUM_PDF_WORD_TYPE "a" MATCHUM_PDF_LINE_TYPE "a(s(dddd)))"));
  const char *const metadata[MATCHUM_PDF_N_METADATA] = { "", "", "", "", "", "", "" };
  g_autoptr (GVariant) reading = NULL;
  g_autoptr (GVariant) fonts = NULL;
  gboolean has_words = FALSE;
  GByteArray *output;

  for (guint i = 0; contents[i] != NULL; i++)
    g_variant_builder_add_value (&pages, build_page (contents[i], &has_words));
  fonts = g_variant_ref_sink (
      g_variant_new_parsed ("[('', 0.0, byte 0, byte 0, byte 0), ('NotoSans-Regular', 10.0, byte 0, byte 0, byte 0),"
                            " ('NotoSans-Bold', 16.0, byte 0, byte 0, byte 0)]"));
  reading = g_variant_ref_sink (
      g_variant_new ("(@asb@a(sdyyy)@a(ddbsa" MATCHUM_PDF_WORD_TYPE "a" MATCHUM_PDF_LINE_TYPE "a(s(dddd)))@a(suu))",
                     g_variant_new_strv (metadata, MATCHUM_PDF_N_METADATA), FALSE, fonts,
                     g_variant_builder_end (&pages), g_variant_new_array (G_VARIANT_TYPE ("(suu)"), NULL, 0)));
  if (!has_words)
    return NULL;
  output = g_byte_array_new ();
  g_byte_array_append (output, (const guint8 *) &head, sizeof head);
  g_byte_array_append (output, g_variant_get_data (reading), (guint) g_variant_get_size (reading));
  return g_byte_array_free_to_bytes (output);
}

MatchumPdfText *
fuzz_make_pdf_text (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) output = fuzz_make_pdf_output (data, length);
  g_autoptr (GError) error = NULL;
  MatchumPdfText *text = output != NULL ? matchum_pdf_text_new_from_output ("fuzz", output, &error) : NULL;

  g_assert_no_error (error);
  return text;
}

static void
assert_page (MatchumPdfText *text, const MatchumPdfPage *page)
{
  guint next = 0;

  for (guint i = 0; i < page->n_words; i++)
    {
      const MatchumPdfWord *word = &page->words[i];

      g_assert_true (*word->text != '\0' && g_utf8_validate (word->text, -1, NULL));
      g_assert_null (strpbrk (word->text, "\n"));
      g_assert_cmpuint (word->font, <, matchum_pdf_text_get_n_fonts (text));
      g_assert_cmpuint (word->line, <, page->n_lines);
    }
  for (guint i = 0; i < page->n_lines; i++)
    {
      g_assert_cmpuint (page->lines[i].first_word, ==, next);
      g_assert_cmpuint (page->lines[i].n_words, >, 0);
      g_assert_cmpuint (page->lines[i].row, <, page->n_rows);
      next += page->lines[i].n_words;
    }
  g_assert_cmpuint (next, ==, page->n_words);
  for (guint i = 0; i < page->n_links; i++)
    g_assert_true (g_utf8_validate (page->links[i].uri, -1, NULL));
}

void
fuzz_assert_pdf_text (MatchumPdfText *text)
{
  for (guint i = 0; i < matchum_pdf_text_get_n_pages (text); i++)
    {
      g_autofree char *plain = matchum_pdf_text_dup_page_text (text, i);

      assert_page (text, matchum_pdf_text_get_page (text, i));
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
  for (guint i = 0; i < matchum_pdf_text_get_n_outline_items (text); i++)
    g_assert_true (g_utf8_validate (matchum_pdf_text_get_outline_item (text, i)->title, -1, NULL));
}
