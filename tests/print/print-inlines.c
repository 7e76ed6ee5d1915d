/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bold words and links in Korean, with the particles that hang on them, in every theme. */
#include <glib.h>
#include <string.h>

#include "print-support.h"

static const char markdown[] = "# 이름\n\n## 경력\n\n- **추천 모델**을 만들고 "
                               "[설명서](https://docs.example/한글?a=b)에서 찾은 **[값](mailto:a@b.example)**을 씀\n"
                               "- 보통 글 https://plain.example/path 뒤\n";

/* Whole in the tags, the particle right behind. */
static void
test_text (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autofree char *text = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
      g_autofree char *fonts = print_run (pdf, "pdffonts", "PDF", NULL);

      g_assert_nonnull (strstr (text, "추천 모델을 만들고 설명서에서 찾은 값을 씀"));
      g_assert_nonnull (strstr (text, "보통 글 https://plain.example/path 뒤"));
      g_assert_nonnull (strstr (fonts, "Bold"));
    }
}

static void
test_links (void)
{
  static const char *const urls[] = { "https://docs.example/%ED%95%9C%EA%B8%80?a=b", "mailto:a@b.example",
                                      "https://plain.example/path" };
  const char *const *themes = matchum_theme_get_names ();
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  if (!print_has ("pdfinfo"))
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autofree char *list = print_run (pdf, "pdfinfo", "-url", "PDF", NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (urls); j++)
        {
          const char *at = strstr (list, urls[j]);

          g_assert_nonnull (at);
          /* On one line, each is one link. */
          g_assert_null (strstr (at + strlen (urls[j]), urls[j]));
        }
    }
}

static gsize
count_dark (const char *item)
{
  g_autofree char *text = g_strdup_printf ("# 이름\n\n## 경력\n\n- %s\n", item);
  g_autoptr (MatchumVisibility) visibility = print_read (text);
  g_autoptr (MatchumPages) pages = print_lay_out (visibility, "ats", MATCHUM_PAPER_A4);
  int width;
  int height;
  g_autofree guint8 *pixels = print_draw (pages, 0, 2.0, &width, &height);
  gsize n_dark = 0;

  for (int at = 0; at < width * height; at++)
    n_dark += pixels[at] < 128 ? 1 : 0;

  return n_dark;
}

/* Bold is bold to the eye, and slanted Hangul is no Hangul. */
static void
test_ink (void)
{
  gsize plain = count_dark ("추천 모델을 만들고 운영");

  g_assert_cmpuint (count_dark ("**추천 모델을 만들고 운영**"), >, plain + plain / 20);
  g_assert_cmpfloat_with_epsilon ((double) count_dark ("*추천 모델을 만들고 운영*"), (double) plain,
                                  (double) plain / 100.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/inlines/text", test_text);
  g_test_add_func ("/print/inlines/links", test_links);
  g_test_add_func ("/print/inlines/ink", test_ink);

  return g_test_run ();
}
