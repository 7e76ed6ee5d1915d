/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of real and of strange resumes: counted, drawn, inside their margins. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "matchum-galley.h"
#include "matchum-pages.h"
#include "print-support.h"

/* Where there is ink: left, top, right, bottom in points. */
typedef struct {
  double left;
  double top;
  double right;
  double bottom;
  gsize n_dark;
} Ink;

static Ink
find_ink (MatchumPages *pages, guint page)
{
  const double scale = 2.0;
  int width;
  int height;
  g_autofree guint8 *pixels = print_draw (pages, page, scale, &width, &height);
  Ink ink = { G_MAXDOUBLE, G_MAXDOUBLE, 0.0, 0.0, 0 };

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          if (pixels[y * width + x] > 160)
            continue;
          ink.left = MIN (ink.left, x / scale);
          ink.right = MAX (ink.right, (x + 1) / scale);
          ink.top = MIN (ink.top, y / scale);
          ink.bottom = MAX (ink.bottom, (y + 1) / scale);
          ink.n_dark++;
        }
    }

  return ink;
}

static void
assert_inside (MatchumPages *pages, const MatchumTheme *theme)
{
  for (guint page = 0; page < matchum_pages_get_n_pages (pages); page++)
    {
      Ink ink = find_ink (pages, page);

      g_assert_cmpuint (ink.n_dark, >, 500);
      g_assert_cmpfloat (ink.left, >=, theme->margin_x - 1.5);
      g_assert_cmpfloat (ink.right, <=, matchum_pages_get_width (pages) - theme->margin_x + 1.5);
      /* The name on later pages stands in the margin. */
      g_assert_cmpfloat (ink.top, >=, theme->margin_y - (page > 0 ? 28.0 : 2.0));
      g_assert_cmpfloat (ink.bottom, <=, matchum_pages_get_height (pages) - theme->margin_y + (page > 0 ? 28.0 : 2.0));
    }
}

/* All are laid out; of the ten looks of each resume two or three are drawn. */
static void
test_every_theme_and_paper (void)
{
  const char *const *themes = matchum_theme_get_names ();

  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *markdown = print_load_markdown (print_resumes[i]);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);

      for (guint j = 0; themes[j] != NULL; j++)
        {
          for (guint paper = MATCHUM_PAPER_A4; paper <= MATCHUM_PAPER_LETTER; paper++)
            {
              g_autoptr (MatchumPages) pages = print_lay_out (visibility, themes[j], paper);

              g_test_message ("%s %s %u: %.2f pages", print_resumes[i], themes[j], paper,
                              matchum_pages_get_used (pages));
              g_assert_cmpuint (matchum_pages_get_n_pages (pages), >=, 2);
              g_assert_cmpuint (matchum_pages_get_n_pages (pages), <=, 3);
              g_assert_cmpfloat (ceil (matchum_pages_get_used (pages)), ==, matchum_pages_get_n_pages (pages));
              if (print_is_long () || (j + 2 * paper) % 4 == i % 4)
                assert_inside (pages, matchum_theme_lookup (themes[j]));
            }
        }
    }
}

static void
test_name_only (void)
{
  g_autoptr (MatchumVisibility) visibility = print_read ("# 이름\n");
  g_autoptr (MatchumPages) pages = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumVisibility) empty = print_read ("#\n");
  g_autoptr (MatchumPages) no_pages = print_lay_out (empty, "standard", MATCHUM_PAPER_A4);

  g_assert_cmpuint (matchum_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpfloat (matchum_pages_get_used (pages), >, 0.0);
  g_assert_cmpfloat (matchum_pages_get_used (pages), <, 0.1);
  g_assert_cmpuint (matchum_pages_get_n_pages (no_pages), ==, 1);
  g_assert_cmpfloat (matchum_pages_get_used (no_pages), ==, 0.0);
}

static char *
make_long (guint n_items)
{
  g_autoptr (GString) text = g_string_new ("# 이름\n\n## 경력\n\n");

  for (guint i = 0; i < n_items; i++)
    {
      if (i % 10 == 0)
        g_string_append_printf (text, "\n### 회사 %u | 직무 | 20%02u.01 - 20%02u.12\n\n", i, i % 20, i % 20);
      g_string_append_printf (text, "- 항목 %u: 데이터 파이프라인을 만들고 운영하며 지표를 개선한 이야기\n", i);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_many_blocks (void)
{
  g_autofree char *markdown = make_long (300);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) pages = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);

  g_assert_cmpuint (matchum_pages_get_n_pages (pages), >=, 6);
  g_assert_cmpuint (matchum_pages_get_n_pages (pages), <=, 11);
  assert_inside (pages, matchum_theme_lookup ("standard"));
}

/* What hiding a block gives from pages made before is what a resume without the block gives from the start; and so it
 * is with another theme and paper. */
static void
test_hiding (void)
{
  g_autofree char *markdown = make_long (60);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) whole = print_lay_out (visibility, "ats", MATCHUM_PAPER_A4);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr (GString) less = g_string_new (NULL);
  g_autoptr (MatchumVisibility) from_start = NULL;
  g_autoptr (MatchumPages) expected = NULL;
  MatchumResume *resume = matchum_visibility_get_resume (visibility);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "항목 17:") == NULL && strstr (lines[i], "항목 53:") == NULL)
        g_string_append_printf (less, "%s\n", lines[i]);
    }
  from_start = print_read (less->str);
  expected = print_lay_out (from_start, "ats", MATCHUM_PAPER_A4);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const char *text = matchum_block_get_text (matchum_resume_get_block (resume, i));

      if (strstr (text, "항목 17:") != NULL || strstr (text, "항목 53:") != NULL)
        {
          MatchumVisibility *hidden = matchum_visibility_with_hidden (visibility, i);

          matchum_visibility_unref (visibility);
          visibility = hidden;
        }
    }
  {
    MatchumPageStyle ats = print_get_style ("ats", MATCHUM_PAPER_A4);
    MatchumPageStyle standard = print_get_style ("standard", MATCHUM_PAPER_LETTER);
    g_autoptr (MatchumPages) trimmed = matchum_pages_new_from (whole, visibility, &ats, NULL);
    g_autoptr (MatchumPages) other = matchum_pages_new_from (trimmed, visibility, &standard, NULL);
    g_autoptr (MatchumPages) fresh = matchum_pages_new (visibility, &standard, NULL);

    g_assert_cmpfloat_with_epsilon (matchum_pages_get_used (trimmed), matchum_pages_get_used (expected), 1e-9);
    g_assert_cmpfloat (matchum_pages_get_used (trimmed), <, matchum_pages_get_used (whole));
    g_assert_cmpfloat (matchum_pages_get_used (other), ==, matchum_pages_get_used (fresh));
    g_assert_cmpfloat (matchum_pages_get_width (other), ==, matchum_paper_get_width (MATCHUM_PAPER_LETTER));
  }
}

static gboolean
looks_the_same (MatchumPages *pages, MatchumPages *other, guint page)
{
  int width, height;
  g_autofree guint8 *first = print_draw (pages, page, 1.0, &width, &height);
  g_autofree guint8 *second = print_draw (other, page, 1.0, &width, &height);

  return memcmp (first, second, (gsize) width * (gsize) height) == 0;
}

/* Pages that are said to be the same are, and of those that are, most are said to be. */
static void
test_same_page (void)
{
  g_autofree char *markdown = make_long (120);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) whole = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  MatchumPageStyle ats = print_get_style ("ats", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) other = matchum_pages_new_from (whole, visibility, &ats, NULL);
  guint n_said = 0, n_same = 0;

  for (guint i = 5; i < matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility)); i += 23)
    {
      g_autoptr (MatchumVisibility) less = matchum_visibility_with_hidden (visibility, i);
      g_autoptr (MatchumPages) pages = matchum_pages_new_from (whole, less, &style, NULL);

      for (guint page = 0; page < matchum_pages_get_n_pages (pages); page++)
        {
          gboolean is_same = looks_the_same (whole, pages, page);

          if (matchum_pages_is_same_page (whole, pages, page))
            {
              g_assert_true (is_same);
              n_said++;
            }
          n_same += is_same;
        }
    }
  g_assert_cmpuint (n_said, >, 0);
  g_assert_cmpuint (n_said * 2, >, n_same);
  g_assert_true (matchum_pages_is_same_page (whole, whole, 1));
  g_assert_false (matchum_pages_is_same_page (whole, whole, matchum_pages_get_n_pages (whole)));
  g_assert_false (matchum_pages_is_same_page (whole, other, 0));
}

/* Dates on the line under the heading go with that line when it is hidden, and no line is left in their place. */
static void
test_hidden_dates_line (void)
{
  static const char markdown[] = "# 이름\n\n## 경력\n\n### 회사\n데이터팀 엔지니어, 2021.05 - 현재\n\n- 한 일\n";
  g_autoptr (MatchumVisibility) shown = print_read (markdown);
  g_autoptr (MatchumVisibility) hidden = print_read_without (markdown, "엔지니어");
  g_autoptr (MatchumPages) with_dates = print_lay_out (shown, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) without = print_lay_out (hidden, "standard", MATCHUM_PAPER_A4);

  g_assert_cmpfloat_with_epsilon (matchum_pages_get_used (with_dates), matchum_pages_get_used (without), 1e-9);
  g_assert_cmpfloat (find_ink (with_dates, 0).n_dark, >, find_ink (without, 0).n_dark);
}

static void
check_strange (const char *body)
{
  g_autofree char *markdown = g_strdup_printf ("# 이름\n\n## 경력\n\n%s\n", body);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) standard = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) ats = print_lay_out (visibility, "ats", MATCHUM_PAPER_LETTER);

  assert_inside (standard, matchum_theme_lookup ("standard"));
  assert_inside (ats, matchum_theme_lookup ("ats"));
}

static void
test_long_word (void)
{
  g_autofree char *latin = g_strnfill (10000, 'a');
  g_autoptr (GString) hangul = g_string_new ("- ");
  g_autofree char *in_item = g_strdup_printf ("- %s", latin);
  g_autofree char *in_heading = g_strdup_printf ("### %s | 2020 - 2021", latin);

  for (guint i = 0; i < 10000; i++)
    g_string_append (hangul, "가");
  check_strange (in_item);
  check_strange (in_heading);
  check_strange (hangul->str);
}

/* Words just as wide as the line, and a little more and less: the line breaker must neither overflow nor abort. */
static void
test_words_about_a_line (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint length = 40; length < 110; length++)
    {
      g_string_append (body, "- 앞말 ");
      for (guint i = 0; i < length; i++)
        g_string_append (body, i % 3 == 0 ? "가" : i % 3 == 1 ? "i" : "W");
      g_string_append (body, " 뒷말\n");
    }
  check_strange (body->str);
}

/* A paragraph so long that it is set in pieces. */
static void
test_long_paragraph (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (body, "낱말%u ", i);
  {
    g_autofree char *markdown = g_strdup_printf ("# 이름\n\n## 소개\n\n%s\n", body->str);
    g_autoptr (MatchumVisibility) visibility = print_read (markdown);
    g_autoptr (MatchumPages) pages = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);

    g_assert_cmpuint (matchum_pages_get_n_pages (pages), >, 20);
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static void
test_scripts (void)
{
  check_strange ("- 漢字와 廣告, 北京 😀 👩\xe2\x80\x8d💻 ⭐ ✓ → ½ ≥ ©");
  check_strange (
      "- שלום עולם ואז English וגם 한글\n- English العربية then 한글 123 (ا)\n\n### العربية | שלום | 2020 - 2021");
  check_strange ("- \xe2\x80\xae hidden \xe2\x80\xac e\xcc\x81\xcc\x82\xcc\x83 ก้้้้้้ Ⅷ ①②③ ㎏ ﷽");
}

static void
test_deep_lists (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint depth = 0; depth < 40; depth++)
    g_string_append_printf (body,
                            "%*s- 깊이 %u 긴 문장으로 줄이 바뀌는지 보려고 조금 더 길게 쓴 항목입니다 그리고 더\n",
                            depth * 2, "", depth);
  check_strange (body->str);
}

static void
test_numbered (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (body, "%u. 항목\n", 995 + i);
  check_strange (body->str);
}

/* Words are whole: no line of a galley's row ends within one. */
static void
check_lines (const char *markdown, const char *theme)
{
  static MatchumGalley *before;
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style (theme, MATCHUM_PAPER_A4);
  g_autoptr (MatchumGalley) galley =
      matchum_galley_new_from (before, matchum_visibility_get_resume (visibility), &style);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));

  g_clear_pointer (&before, matchum_galley_unref);
  before = matchum_galley_ref (galley);
  matchum_galley_collect (galley, visibility, rows, measures);
  g_assert_cmpuint (rows->len, >, 20);
  g_assert_cmpuint (rows->len, ==, measures->len);
  for (guint i = 0; i < rows->len; i++)
    {
      MatchumRow *row = g_ptr_array_index (rows, i);
      const char *text = matchum_paragraph_get_text (row->text);

      for (guint line = 0; line + 1 < matchum_paragraph_get_n_lines (row->text); line++)
        {
          gsize end = matchum_paragraph_get_line_end (row->text, line);

          g_assert_true (text[end] == '\n' || text[end] == ' ' || text[end - 1] == ' ');
        }
      for (guint line = 0; line < matchum_paragraph_get_n_lines (row->text); line++)
        g_assert_cmpfloat (row->x + matchum_paragraph_get_line_width (row->text, line), <=,
                           matchum_galley_get_width (galley) + 0.1);
    }
}

static void
test_whole_words (void)
{
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *markdown = print_load_markdown (print_resumes[i]);

      check_lines (markdown, "standard");
      check_lines (markdown, "ats");
    }
}

static gboolean
is_item (GPtrArray *rows, guint index)
{
  return index < rows->len && ((MatchumRow *) g_ptr_array_index (rows, index))->role == MATCHUM_ROW_ITEM;
}

/* Between the row before index and the row index a page ends. */
static void
check_page_end (GPtrArray *rows, guint index)
{
  if (!is_item (rows, index))
    return;
  /* Items of these lists are single lines: two at least stand on either side. */
  g_assert_true (is_item (rows, index - 1) && is_item (rows, index - 2));
  g_assert_true (is_item (rows, index + 1));
}

static void
test_no_lone_items (void)
{
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  guint n_within = 0;

  for (guint n_filler = 0; n_filler < 40; n_filler++)
    {
      g_autoptr (GString) markdown = g_string_new ("# 이름\n");
      g_autoptr (MatchumVisibility) visibility = NULL;
      g_autoptr (MatchumGalley) galley = NULL;
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
      g_autoptr (GArray) placements = NULL;
      guint page = 0;

      for (guint i = 0; i < n_filler; i++)
        g_string_append (markdown, "\n줄\n");
      for (guint i = 0; i < 60; i++)
        g_string_append_printf (markdown, "%s- 항목\n", i % 5 == 0 || i % 7 == 0 ? "\n### 회사\n\n" : "");
      visibility = print_read (markdown->str);
      galley = matchum_galley_new_from (NULL, matchum_visibility_get_resume (visibility), &style);
      matchum_galley_collect (galley, visibility, rows, measures);
      placements =
          matchum_paginator_place ((const MatchumGalleyRow *) (gpointer) measures->data, measures->len, 700.0, NULL);
      for (guint i = 0; i < placements->len; i++)
        {
          const MatchumPlacement *placement = &g_array_index (placements, MatchumPlacement, i);

          if (placement->page == page)
            continue;
          page = placement->page;
          n_within += is_item (rows, placement->row) ? 1 : 0;
          check_page_end (rows, placement->row);
        }
    }
  /* Lists do go on over pages. */
  g_assert_cmpuint (n_within, >, 5);
}

/* Words that change their look in the middle, or hold what a line may break at elsewhere, at every place of a line. */
static void
test_mixed_words (void)
{
  static const char *const words[] = { "**PyTorch**로",          "`pandas`를",
                                       "*two-tower*모델(a/b)을", "[링크](https://x.example)에서",
                                       "가**나**다라",           "에이/비-테스트",
                                       "node.js?query=1&b=2",    "廣告를" };
  g_autoptr (GString) text = g_string_new ("# 이름\n\n## 경력\n\n");

  for (guint indent = 1; indent < 60; indent++)
    {
      g_autofree char *first = g_strnfill (indent, 'i');

      g_string_append_printf (text, "- %s", first);
      for (guint i = 0; i < 20; i++)
        g_string_append_printf (text, " %s", words[(i + indent) % G_N_ELEMENTS (words)]);
      g_string_append_c (text, '\n');
    }
  check_lines (text->str, "standard");
  check_lines (text->str, "ats");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pages/every-theme-and-paper", test_every_theme_and_paper);
  g_test_add_func ("/print/pages/name-only", test_name_only);
  g_test_add_func ("/print/pages/many-blocks", test_many_blocks);
  g_test_add_func ("/print/pages/hiding", test_hiding);
  g_test_add_func ("/print/pages/same-page", test_same_page);
  g_test_add_func ("/print/pages/hidden-dates-line", test_hidden_dates_line);
  g_test_add_func ("/print/pages/long-word", test_long_word);
  g_test_add_func ("/print/pages/words-about-a-line", test_words_about_a_line);
  g_test_add_func ("/print/pages/long-paragraph", test_long_paragraph);
  g_test_add_func ("/print/pages/scripts", test_scripts);
  g_test_add_func ("/print/pages/deep-lists", test_deep_lists);
  g_test_add_func ("/print/pages/numbered", test_numbered);
  g_test_add_func ("/print/pages/whole-words", test_whole_words);
  g_test_add_func ("/print/pages/mixed-words", test_mixed_words);
  g_test_add_func ("/print/pages/no-lone-items", test_no_lone_items);

  return g_test_run ();
}
