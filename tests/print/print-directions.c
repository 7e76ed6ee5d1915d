/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arabic and Hebrew lines: they run from the right, and come out of the file as they went in. */
#include <glib.h>
#include <string.h>

#include "matchum-galley.h"
#include "print-support.h"

static const char markdown[] = "# דוד כהן (David Cohen)\n\n"
                               "מהנדס תוכנה | david@example.com | תל אביב\n\n"
                               "## ניסיון\n\n"
                               "### חברת דוגמה, מהנדס בכיר | 2020.01 - 2022.03\n\n"
                               "- בניתי את מערכת ההמלצות עם PyTorch (גרסה 2).\n"
                               "- English item\n"
                               "- 한글 항목\n\n"
                               "### مثال للشركة | مهندس | 2018 – 2020\n\n"
                               "- قمت ببناء نظام جديد باستخدام Python\n";

static gboolean
has_fonts (void)
{
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, &style, NULL);

  if (pages == NULL)
    g_test_skip ("fonts for Arabic or Hebrew are not installed (fonts-noto-core)");

  return pages != NULL;
}

static MatchumRow *
find_row (GPtrArray *rows, const char *words)
{
  for (guint i = 0; i < rows->len; i++)
    {
      MatchumRow *row = g_ptr_array_index (rows, i);

      if (strstr (matchum_paragraph_get_text (row->text), words) != NULL)
        return row;
    }
  g_assert_not_reached ();
}

/* The bullet is at the right of what is read from there, the dates at the left of it. */
static void
check_places (const char *theme)
{
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style (theme, MATCHUM_PAPER_A4);
  g_autoptr (MatchumGalley) galley = matchum_galley_new_from (NULL, matchum_visibility_get_resume (visibility), &style);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
  double width = matchum_galley_get_width (galley);
  MatchumRow *hebrew;
  MatchumRow *english;
  MatchumRow *entry;

  matchum_galley_collect (galley, visibility, rows, measures);
  hebrew = find_row (rows, "PyTorch");
  english = find_row (rows, "English");
  entry = find_row (rows, "דוגמה");
  g_assert_true (matchum_paragraph_runs_left (hebrew->text) && !matchum_paragraph_runs_left (english->text));
  g_assert_cmpfloat (hebrew->label_x, >, hebrew->x + matchum_paragraph_get_line_width (hebrew->text, 0));
  g_assert_cmpfloat (hebrew->label_x + matchum_paragraph_get_width (hebrew->label), <=, width + 0.1);
  g_assert_cmpfloat (english->label_x, <, english->x);
  if (entry->aside != NULL)
    g_assert_cmpfloat (entry->aside_x + matchum_paragraph_get_width (entry->aside), <,
                       entry->x + matchum_paragraph_get_set_width (entry->text)
                           - matchum_paragraph_get_line_width (entry->text, 0));
}

static void
test_places (void)
{
  const char *const *themes = matchum_theme_get_names ();

  if (!has_fonts ())
    return;
  for (guint i = 0; themes[i] != NULL; i++)
    check_places (themes[i]);
}

/* Ink at the right of the page for Hebrew, at the left for English. */
static void
test_ink (void)
{
  g_autoptr (MatchumVisibility) hebrew = print_read ("## ניסיון\n\nשלום עולם\n");
  g_autoptr (MatchumVisibility) english = print_read ("## Work\n\nhello world\n");
  MatchumVisibility *const both[] = { hebrew, english };
  double middle[2] = { 0.0, 0.0 };

  if (!has_fonts ())
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MatchumPages) pages = print_lay_out (both[i], "ats", MATCHUM_PAPER_A4);
      int width;
      int height;
      g_autofree guint8 *pixels = print_draw (pages, 0, 1.0, &width, &height);
      guint n_dark = 0;

      for (int at = 0; at < width * height; at++)
        {
          if (pixels[at] > 160)
            continue;
          middle[i] += (double) (at % width) / width;
          n_dark++;
        }
      g_assert_cmpuint (n_dark, >, 50);
      middle[i] /= n_dark;
    }
  g_assert_cmpfloat (middle[0], >, 0.75);
  g_assert_cmpfloat (middle[1], <, 0.25);
}

static void
test_words (void)
{
  static const char *const lines[] = { "בניתי את מערכת ההמלצות עם PyTorch (גרסה 2). ", "דוד כהן (David Cohen) ",
                                       "قمت ببناء نظام جديد باستخدام Python ", "한글 항목 " };
  const char *const *themes = matchum_theme_get_names ();
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  if (!print_has ("pdfinfo"))
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  if (!has_fonts ())
    return;
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autofree char *tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (lines); j++)
        {
          g_autofree char *quoted = g_strconcat ("\"", lines[j], "\"", NULL);

          g_assert_nonnull (strstr (tags, quoted));
        }
    }
}

/* Two letters in one glyph come out as two. */
static void
test_joined_letters (void)
{
  g_autoptr (MatchumVisibility) visibility = print_read ("# Name\n\n## Work\n\n- خلال لا\n");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *tags = NULL;

  if (!print_has ("pdfinfo"))
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  if (!has_fonts ())
    return;
  pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);
  g_assert_nonnull (strstr (tags, "خلال لا"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/directions/places", test_places);
  g_test_add_func ("/print/directions/ink", test_ink);
  g_test_add_func ("/print/directions/words", test_words);
  g_test_add_func ("/print/directions/joined-letters", test_joined_letters);

  return g_test_run ();
}
