/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the sizes of fonts by the widths of their letters where they are not told right. */
#include "config.h"

#include "matchum-pdf-type.h"

#include <math.h>
#include <string.h>

#include "text/matchum-korean-tail.h"

/* The width of a Korean syllable to the size of its letters, in most fonts. */
#define HANGUL_WIDTH 0.92
#define LATIN_WIDTH 0.5
/* Words by which a font is measured. */
#define LEAST_MEASURED 2
#define MAX_MEASURED 200
#define MAX_PAGE_WORDS 5000
/* Fonts that are measured. */
#define MAX_FONTS 100

static gboolean
is_hangul (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!matchum_unichar_is_hangul (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_latin (const char *word)
{
  return strlen (word) >= 4 && g_ascii_isalpha (word[0])
         && word[1 + strspn (word + 1, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

/* The width of letters to the size of a font, as its words are; 0 where it has too few. */
static double
measure_letters (MatchumPdfText *pdf, guint font, gboolean (*is_counted) (const char *word))
{
  const double size = matchum_pdf_text_get_font (pdf, font)->size;
  double width = 0;
  guint n = 0;

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (pdf) && n < MAX_MEASURED; i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (pdf, i);

      for (guint j = 0; j < MIN (page->n_words, MAX_PAGE_WORDS) && n < MAX_MEASURED; j++)
        if (page->words[j].font == font && is_counted (page->words[j].text))
          {
            width += (page->words[j].box.x2 - page->words[j].box.x1) / (double) g_utf8_strlen (page->words[j].text, -1);
            n++;
          }
    }
  return n >= LEAST_MEASURED && size > 0 ? width / n / size : 0;
}

/* Fonts made of drawings (Type 3), as browsers write them, tell a size that is a multiple of that of their letters:
 * their width tells how often. 0 where it cannot be told. */
static guint
measure_multiple (MatchumPdfText *pdf, guint font)
{
  const double hangul = measure_letters (pdf, font, is_hangul);
  const double width = hangul > 0 ? hangul : measure_letters (pdf, font, is_latin);
  const double usual = hangul > 0 ? HANGUL_WIDTH : LATIN_WIDTH;

  if (width <= 0.02)
    return 0;
  return width < 0.67 * usual ? (guint) MAX (round (usual / width), 2) : 1;
}

/* What cannot be told is as the other fonts are, where these agree. */
double *
matchum_pdf_type_measure (MatchumPdfText *pdf)
{
  const guint n = matchum_pdf_text_get_n_fonts (pdf);
  g_autofree guint *multiples = g_new0 (guint, MAX (n, 1));
  double *sizes = g_new0 (double, MAX (n, 1));
  guint common = 0;

  for (guint i = 0; i < MIN (n, MAX_FONTS); i++)
    {
      multiples[i] = measure_multiple (pdf, i);
      if (multiples[i] > 0)
        common = common == 0 || common == multiples[i] ? multiples[i] : 1;
    }
  for (guint i = 0; i < n; i++)
    sizes[i] = matchum_pdf_text_get_font (pdf, i)->size / MAX (multiples[i] > 0 ? multiples[i] : common, 1);
  return sizes;
}
