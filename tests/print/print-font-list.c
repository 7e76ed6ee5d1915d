/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families of fonts: what is said of them, and what happens where one is gone. */
#include <glib.h>
#include <string.h>

#include "matchum-font-list.h"
#include "matchum-pages.h"
#include "print-support.h"

static const MatchumFontFamily *
find (GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MatchumFontFamily *family = g_ptr_array_index (list, i);

      if (g_str_equal (family->name, name))
        return family;
    }

  return NULL;
}

static void
test_list (void)
{
  static const struct {
    const char *name;
    gboolean covers_korean;
    gboolean is_serif;
    gboolean is_mono;
  } known[] = {
    { "Noto Sans CJK KR", TRUE, FALSE, FALSE },     { "Noto Serif CJK KR", TRUE, TRUE, FALSE },
    { "Noto Sans Mono CJK KR", TRUE, FALSE, TRUE }, { "Noto Serif", FALSE, TRUE, FALSE },
    { "Noto Sans", FALSE, FALSE, FALSE },           { "DejaVu Sans Mono", FALSE, FALSE, TRUE },
    { "DejaVu Serif", FALSE, TRUE, FALSE },         { "Nimbus Sans", FALSE, FALSE, FALSE },
    { "NanumMyeongjo", TRUE, TRUE, FALSE },         { "NanumGothic", TRUE, FALSE, FALSE },
  };
  g_autoptr (GPtrArray) list = matchum_font_list_new ();
  guint n_known = 0;

  for (guint i = 1; i < list->len; i++)
    g_assert_cmpstr (((MatchumFontFamily *) g_ptr_array_index (list, i - 1))->name, <,
                     ((MatchumFontFamily *) g_ptr_array_index (list, i))->name);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const MatchumFontFamily *family = find (list, known[i].name);

      g_assert_cmpint (matchum_font_list_has (known[i].name), ==, family != NULL);
      if (family == NULL)
        continue;
      g_test_message ("%s", family->name);
      g_assert_cmpint (family->covers_korean, ==, known[i].covers_korean);
      g_assert_cmpint (family->is_serif, ==, known[i].is_serif);
      g_assert_cmpint (family->is_mono, ==, known[i].is_mono);
      n_known++;
    }
  if (n_known == 0)
    g_test_skip ("none of the fonts that are known here is installed");
}

/* Fonts of pictures alone are no fonts to choose. */
static void
test_no_signs (void)
{
  g_autoptr (GPtrArray) list = matchum_font_list_new ();

  g_assert_null (find (list, "Noto Color Emoji"));
  g_assert_null (find (list, "Noto Music"));
}

static void
test_has (void)
{
  if (!matchum_font_list_has ("Noto Sans CJK KR"))
    {
      g_test_skip ("Noto Sans CJK KR is not installed (fonts-noto-cjk)");
      return;
    }
  g_assert_true (matchum_font_list_has ("noto sans cjk kr"));
  g_assert_false (matchum_font_list_has ("No Such Font"));
  g_assert_false (matchum_font_list_has (""));
  g_assert_true (matchum_font_list_check_korean (NULL));
}

/* A family that is gone leaves the pages as they were, and is named. */
static void
test_gone (void)
{
  g_autoptr (MatchumVisibility) visibility = print_read ("# 이름\n\n## 경력\n\n- 한 일 and others\n");
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) plain = print_lay_out_in (visibility, &style);
  g_autoptr (MatchumPages) gone = NULL;
  g_autofree guint8 *expected = NULL;
  g_autofree guint8 *got = NULL;
  int width;
  int height;

  g_assert_null (matchum_pages_get_missing_family (plain));
  style.family = "No Such Font";
  gone = print_lay_out_in (visibility, &style);
  g_assert_cmpstr (matchum_pages_get_missing_family (gone), ==, "No Such Font");
  expected = print_draw (plain, 0, 1.0, &width, &height);
  got = print_draw (gone, 0, 1.0, &width, &height);
  g_assert_cmpmem (expected, (gsize) (width * height), got, (gsize) (width * height));
}

/* Letters that the family hasn't come from the theme's fonts. */
static void
test_chosen (void)
{
  static const char *const names[] = { "Noto Serif", "DejaVu Serif", "Noto Serif CJK KR" };
  g_autoptr (MatchumVisibility) visibility = print_read ("# 이름\n\n## 경력\n\n- 한 일 and **others** 또 *more*\n");
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MatchumPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_autofree char *fonts = NULL;
      g_autofree char *spaceless = NULL;

      if (!matchum_font_list_has (names[i]))
        continue;
      style.family = names[i];
      pages = print_lay_out_in (visibility, &style);
      g_assert_null (matchum_pages_get_missing_family (pages));
      pdf = print_export_in (visibility, &style);
      text = print_run (pdf, "pdftotext", "PDF", "-", NULL);
      fonts = print_run (pdf, "pdffonts", "PDF", NULL);
      if (text == NULL || fonts == NULL)
        continue;
      g_assert_nonnull (strstr (text, "한 일 and others 또 more"));
      spaceless = g_strdup (names[i]);
      g_strdelimit (spaceless, " ", '-');
      *strchr (spaceless, '-') = '\0';
      g_assert_nonnull (strstr (fonts, spaceless));
      g_assert_nonnull (strstr (fonts, "Serif"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/font-list/list", test_list);
  g_test_add_func ("/print/font-list/no-signs", test_no_signs);
  g_test_add_func ("/print/font-list/has", test_has);
  g_test_add_func ("/print/font-list/gone", test_gone);
  g_test_add_func ("/print/font-list/chosen", test_chosen);

  return g_test_run ();
}
