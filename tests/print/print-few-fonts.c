/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages made with few fonts in sight are the pages that all fonts would make. */
#include <glib.h>

#include "matchum-few-fonts.h"
#include "matchum-pdf-exporter.h"
#include "print-support.h"

#define FAMILY "Noto Sans CJK KR"

static MatchumFewFonts *
find_fonts (const char *family)
{
  return matchum_few_fonts_new ((const char *const[]){ family, "Noto Sans", NULL });
}

static gboolean
has_family (void)
{
  g_autoptr (MatchumFewFonts) fonts = find_fonts (FAMILY);

  return matchum_few_fonts_covers (fonts, "가");
}

static void
test_covers (void)
{
  g_autoptr (MatchumFewFonts) fonts = find_fonts (FAMILY);

  if (!has_family ())
    {
      g_test_skip (FAMILY " is not installed (fonts-noto-cjk)");
      return;
    }
  g_assert_true (matchum_few_fonts_covers (fonts, "개선한 이야기 → 12 %, ①② “naïve”\n\t漢字 かな ￦"));
  /* Emoji, Arabic, Devanagari and a single letter of jamo are for other fonts, or for shaping that they do. */
  g_assert_false (matchum_few_fonts_covers (fonts, "좋은 일 🙂"));
  g_assert_false (matchum_few_fonts_covers (fonts, "\u231a"));
  g_assert_false (matchum_few_fonts_covers (fonts, "1\ufe0f\u20e3"));
  g_assert_false (matchum_few_fonts_covers (fonts, "مرحبا"));
  g_assert_false (matchum_few_fonts_covers (fonts, "हिन्दी"));
  g_assert_false (matchum_few_fonts_covers (fonts, "\u1112\u1161\u11ab"));
}

/* Nothing is known of how a family looks that is not there, or is another's name. */
static void
test_unknown_family (void)
{
  g_autoptr (MatchumFewFonts) fonts = find_fonts ("No Such <Family> & Co");
  g_autoptr (MatchumFewFonts) generic = find_fonts ("serif");

  g_assert_false (matchum_few_fonts_covers (fonts, "a"));
  g_assert_false (matchum_few_fonts_covers (generic, "a"));
  g_assert_true (matchum_few_fonts_is_led_by (generic, "serif"));
  g_assert_false (matchum_few_fonts_is_led_by (generic, FAMILY));
}

static GBytes *
export_after (MatchumPages *before, MatchumVisibility *visibility)
{
  MatchumPageStyle style;
  MatchumDay day = { 2026, 11, 1 };
  g_autoptr (MatchumPages) pages = NULL;

  matchum_page_style_init (&style);
  pages = matchum_pages_new_from (before, visibility, &style, NULL);
  g_assert_nonnull (pages);

  return matchum_pdf_exporter_write_pages (pages, day, NULL);
}

/* A resume with signs of all kinds leaves all fonts in sight to the one after it. */
static void
test_same_pages (void)
{
  g_autoptr (MatchumVisibility) motley = print_read ("# 이름\n\n## 경력\n\n- 🙂 مرحبا हिन्दी\n");
  MatchumPageStyle style;
  g_autoptr (MatchumPages) before = NULL;

  matchum_page_style_init (&style);
  before = matchum_pages_new (motley, &style, NULL);
  if (before == NULL)
    {
      g_test_skip ("fonts for Arabic or Devanagari are not installed");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *markdown = print_load_markdown (print_resumes[i]);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      g_autoptr (GBytes) few = export_after (NULL, visibility);
      g_autoptr (GBytes) all = export_after (before, visibility);

      g_assert_true (g_bytes_equal (few, all));
    }
}

/* Words that come later and want another font get it. */
static void
test_new_signs (void)
{
  g_autoptr (MatchumVisibility) plain = print_read ("# 이름\n\n## 경력\n\n- 일\n");
  g_autoptr (MatchumVisibility) later = print_read ("# 이름\n\n## 경력\n\n- 일 &#x1F642; ⌚\n");
  MatchumPageStyle style;
  g_autoptr (MatchumPages) before = NULL;
  g_autoptr (MatchumPages) after = NULL;
  g_autoptr (MatchumPages) anew = NULL;

  matchum_page_style_init (&style);
  before = matchum_pages_new (plain, &style, NULL);
  g_assert_nonnull (before);
  after = matchum_pages_new_from (before, later, &style, NULL);
  anew = matchum_pages_new (later, &style, NULL);
  g_assert_cmpstr (matchum_pages_get_left_out (after), ==, matchum_pages_get_left_out (anew));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/few-fonts/covers", test_covers);
  g_test_add_func ("/print/few-fonts/unknown-family", test_unknown_family);
  g_test_add_func ("/print/few-fonts/same-pages", test_same_pages);
  g_test_add_func ("/print/few-fonts/new-signs", test_new_signs);

  return g_test_run ();
}
