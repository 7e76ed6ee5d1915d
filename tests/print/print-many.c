/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the pages of any resume, in every theme, on every paper: tried with made-up ones. */
#include <glib.h>
#include <string.h>

#include "matchum-galley.h"
#include "print-support.h"

/* What one resume in one style is on its pages. */
typedef struct {
  MatchumTheme theme;
  MatchumGalley *galley;
  double height; /* of the text area */
  GPtrArray *rows;
  GArray *measures;
  GArray *placements;
} Layout;

/* --- made-up resumes --- */

static const char *const words[] = {
  "데이터를",
  "파이프라인",
  "개선했습니다",
  "추천",
  "모델(A/B)의",
  "2,400만",
  "건을",
  "운영",
  "팀과",
  "설계·구현",
  "Kubernetes",
  "built",
  "the",
  "pipeline",
  "p99",
  "22ms",
  "CTR",
  "+8.4%",
  "C++",
  "node.js",
  "a",
  "of",
  "for",
  "**굵은말로**",
  "**bold words**",
  "`pandas`를",
  "*강조*",
  "[문서](https://x.example/a?b=c)",
  "https://y.example/long/path/to/it",
  "“인용”",
  "—",
  "①",
  "→",
  "漢字",
  "자연어처리파이프라인고도화프로젝트를",
  "a/b-테스트를",
  "대/소문자",
};
static const char *const titles[] = { "경력",
                                      "학력",
                                      "프로젝트",
                                      "기술",
                                      "Experience",
                                      "Education & Training",
                                      "논문 및 특허",
                                      "Professional Memberships",
                                      "Certifications · 자격증",
                                      "소개" };
static const char *const organisations[] = {
  "이음마켓 | 엔지니어 | 2020.01 - 2021.02",
  "Acme, Engineer, 2019 – 2020",
  "한울대학교 컴퓨터공학 석사 (2018.03 - 2020.02)",
  "무제",
  "A Company With a Rather Long Name, Principal Engineer of Many Things and Others "
  "| 2011.03 - 현재",
  "스튜디오픽셀"
};

static guint
pick (GRand *random, gsize n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static void
append_words (GString *text, GRand *random, guint most)
{
  guint n = 1 + pick (random, most);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[pick (random, G_N_ELEMENTS (words))]);
  g_string_append_c (text, '\n');
}

static void
append_items (GString *text, GRand *random)
{
  guint n = 1 + pick (random, 7);
  guint depth = 0;
  gboolean is_numbered = pick (random, 5) == 0;

  for (guint i = 0; i < n; i++)
    {
      depth = i == 0 || is_numbered ? 0 : MIN (pick (random, 4), depth + 1);
      if (is_numbered)
        g_string_append_printf (text, "%u. ", i + 8);
      else
        g_string_append_printf (text, "%*s- ", (int) depth * 2, "");
      append_words (text, random, 30);
    }
  g_string_append_c (text, '\n');
}

static void
append_section (GString *text, GRand *random)
{
  guint n = pick (random, 4);

  g_string_append_printf (text, "## %s\n\n", titles[pick (random, G_N_ELEMENTS (titles))]);
  if (n == 0 || pick (random, 4) == 0)
    {
      if (pick (random, 4) == 0)
        g_string_append (text, "> ");
      append_words (text, random, 60);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "### %s\n\n", organisations[pick (random, G_N_ELEMENTS (organisations))]);
      if (pick (random, 6) == 0)
        g_string_append (text, "#### 작은 일 | 2020.03\n\n");
      if (pick (random, 5) > 0)
        append_items (text, random);
    }
}

static char *
make_resume (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (pick (random, 8) > 0 ? "# 강도현 (Dohyun Kang)\n\n" : "");
  guint n = 1 + pick (random, 12);

  if (pick (random, 5) > 0)
    g_string_append (text, "Engineer | a@b.example.com | 010-0000-0000 | 경기 성남시 | github.com/example-dhkang\n\n");
  for (guint i = 0; i < n; i++)
    append_section (text, random);

  return g_string_free (text, FALSE);
}

/* --- layouts --- */

static void
lay_out (Layout *layout, MatchumVisibility *visibility, const MatchumPageStyle *style)
{
  static MatchumGalley *before;

  matchum_page_style_resolve (style, &layout->theme);
  layout->galley = matchum_galley_new_from (before, matchum_visibility_get_resume (visibility), style);
  g_clear_pointer (&before, matchum_galley_unref);
  before = matchum_galley_ref (layout->galley);
  layout->height = matchum_paper_get_height (style->paper) - 2.0 * layout->theme.margin_y;
  layout->rows = g_ptr_array_new ();
  layout->measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
  matchum_galley_collect (layout->galley, visibility, layout->rows, layout->measures);
  layout->placements = matchum_paginator_fit ((const MatchumGalleyRow *) (gpointer) layout->measures->data,
                                              layout->measures->len, layout->height, NULL);
}

static void
layout_clear (Layout *layout)
{
  matchum_galley_unref (layout->galley);
  g_ptr_array_unref (layout->rows);
  g_array_unref (layout->measures);
  g_array_unref (layout->placements);
}

static MatchumRow *
get_row (const Layout *layout, guint placement)
{
  return g_ptr_array_index (layout->rows, g_array_index (layout->placements, MatchumPlacement, placement).row);
}

/* Every line of every row, each once, in order. */
static void
check_lines_placed (const Layout *layout)
{
  guint row = 0;
  guint line = 0;

  for (guint i = 0; i < layout->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);

      while (line == 0 && row < placement->row)
        g_assert_cmpuint (g_array_index (layout->measures, MatchumGalleyRow, row++).n_lines, ==, 0);
      g_assert_cmpuint (placement->row, ==, row);
      g_assert_cmpuint (placement->first_line, ==, line);
      line += placement->n_lines;
      if (line == g_array_index (layout->measures, MatchumGalleyRow, row).n_lines)
        {
          row++;
          line = 0;
        }
    }
  g_assert_cmpuint (row, ==, layout->rows->len);
}

static void
check_width (const Layout *layout, const MatchumParagraph *paragraph, double x)
{
  MatchumParagraph *lines = (MatchumParagraph *) paragraph;

  g_assert_cmpfloat (x, >=, -0.1);
  for (guint i = 0; i < matchum_paragraph_get_n_lines (lines); i++)
    g_assert_cmpfloat (x + matchum_paragraph_get_line_width (lines, i), <=,
                       matchum_galley_get_width (layout->galley) + 0.1);
}

static void
check_inside (const Layout *layout)
{
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (layout->rows, i);

      check_width (layout, row->text, row->x);
      if (row->aside != NULL)
        {
          check_width (layout, row->aside, row->aside_x);
          g_assert_cmpfloat (row->x + matchum_paragraph_get_line_width (row->text, 0), <, row->aside_x);
        }
      if (row->label != NULL)
        {
          check_width (layout, row->label, row->label_x);
          if (matchum_paragraph_runs_left (row->text))
            g_assert_cmpfloat (row->x + matchum_paragraph_get_set_width (row->text), <, row->label_x);
          else
            g_assert_cmpfloat (row->label_x + matchum_paragraph_get_line_width (row->label, 0), <, row->x);
        }
    }
  for (guint i = 0; i < layout->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);
      double line = matchum_paragraph_get_line (get_row (layout, i)->text);

      g_assert_cmpfloat (placement->y, >=, 0.0);
      g_assert_cmpfloat (placement->y + line * placement->n_lines, <=, layout->height + 0.1);
    }
}

/* No line stands on another: each begins below the one before it, but beside a name or a title in the margin. */
static void
check_apart (const Layout *layout)
{
  for (guint i = 1; i < layout->placements->len; i++)
    {
      const MatchumPlacement *above = &g_array_index (layout->placements, MatchumPlacement, i - 1);
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);
      const MatchumRow *row = get_row (layout, i - 1);
      double end = above->y + matchum_paragraph_get_line (row->text) * above->n_lines;
      gboolean has_beside = g_array_index (layout->measures, MatchumGalleyRow, above->row).reach > 0.0;

      if (placement->page == above->page)
        g_assert_cmpfloat (placement->y, >=, (has_beside ? above->y : end) - 0.01);
    }
}

/* Titles in the margin and rows beside them never run into what comes below. */
static void
check_margin_titles (const Layout *layout)
{
  double reached = 0.0;
  guint page = 0;

  for (guint i = 0; i < layout->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);
      double reach = g_array_index (layout->measures, MatchumGalleyRow, placement->row).reach;

      if (placement->page != page)
        reached = 0.0;
      page = placement->page;
      if (reach <= 0.0 || get_row (layout, i)->role != MATCHUM_ROW_SECTION)
        continue;
      g_assert_cmpfloat (placement->y, >=, reached - 0.01);
      reached = placement->y + reach;
      g_assert_cmpfloat (reached, <=, layout->height + 0.1);
    }
}

/* The rows at a page's end head nothing. */
static void
check_no_heading_last (const Layout *layout)
{
  for (guint i = 0; i + 1 < layout->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);
      const MatchumPlacement *next = &g_array_index (layout->placements, MatchumPlacement, i + 1);
      const MatchumRow *below = get_row (layout, i + 1);

      if (next->page == placement->page || !matchum_row_is_heading (get_row (layout, i)))
        continue;
      /* An entry without anything under it heads nothing; a section always heads what is not the next section. */
      g_assert_true (matchum_row_is_heading (below) && below->role <= get_row (layout, i)->role);
    }
}

/* No single line of a longer paragraph at either end of a page. */
static void
check_no_single_lines (const Layout *layout)
{
  for (guint i = 0; i < layout->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (layout->placements, MatchumPlacement, i);

      if (placement->n_lines == 1)
        g_assert_cmpuint (g_array_index (layout->measures, MatchumGalleyRow, placement->row).n_lines, ==, 1);
    }
}

/* Whether the word about end may be wider than a line. */
static gboolean
is_wide (const Layout *layout, MatchumParagraph *paragraph, gsize end)
{
  const char *text = matchum_paragraph_get_text (paragraph);
  gsize start = end;

  while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
    start--;
  end += strcspn (text + end, " \n");

  return (double) g_utf8_strlen (text + start, (gssize) (end - start)) * layout->theme.base_size
         >= matchum_paragraph_get_set_width (paragraph) * 0.8;
}

static void
check_whole_words (const Layout *layout)
{
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (layout->rows, i);
      const char *text = matchum_paragraph_get_text (row->text);

      for (guint line = 0; line + 1 < matchum_paragraph_get_n_lines (row->text); line++)
        {
          gsize end = matchum_paragraph_get_line_end (row->text, line);

          if (!(text[end] == '\n' || text[end] == ' ' || text[end - 1] == ' ') && !is_wide (layout, row->text, end))
            g_error ("A word is cut at byte %u of “%s” in %s", (guint) end, text, layout->theme.name);
        }
    }
}

static void
count_words (GHashTable *counts, const char *text, int step)
{
  g_auto (GStrv) split = print_split_text (text);

  for (guint i = 0; split[i] != NULL; i++)
    {
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, split[i])) + step;

      if (count == 0)
        g_hash_table_remove (counts, split[i]);
      else
        g_hash_table_insert (counts, g_strdup (split[i]), GINT_TO_POINTER (count));
    }
}

/* Every word of what is visible is there, as often as it is in the text, and none besides. */
static void
check_words (const Layout *layout, MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word;
  gpointer count;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->content != NULL && matchum_visibility_is_visible (visibility, i))
        count_words (counts, matchum_block_get_text (block), 1);
    }
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (layout->rows, i);

      count_words (counts, matchum_paragraph_get_text (row->text), -1);
      if (row->aside != NULL)
        count_words (counts, matchum_paragraph_get_text (row->aside), -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    g_error ("“%s” is drawn %d times less than it is in the text, in %s", (const char *) word, GPOINTER_TO_INT (count),
             layout->theme.name);
}

static void
check_places (const Layout *layout)
{
  check_lines_placed (layout);
  check_inside (layout);
  check_apart (layout);
  check_margin_titles (layout);
  check_no_heading_last (layout);
  check_no_single_lines (layout);
}

static void
check (MatchumVisibility *visibility, const MatchumPageStyle *style)
{
  Layout layout;

  lay_out (&layout, visibility, style);
  check_places (&layout);
  if (style->wrapping == MATCHUM_WRAPPING_EOJEOL)
    check_whole_words (&layout);
  check_words (&layout, visibility);
  layout_clear (&layout);
}

static MatchumVisibility *
hide_some (MatchumVisibility *visibility, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_blocks = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  MatchumVisibility *less = matchum_visibility_ref (visibility);

  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (matchum_visibility_get_resume (visibility), i);
      MatchumVisibility *hidden;

      if (block->kind == MATCHUM_BLOCK_TITLE || pick (random, 4) > 0)
        continue;
      hidden = matchum_visibility_with_hidden (less, i);
      matchum_visibility_unref (less);
      less = hidden;
    }

  return less;
}

static void
test_every_theme_and_paper (void)
{
  const char *const *themes = matchum_theme_get_names ();

  for (guint32 seed = 0; seed < (print_is_long () ? 400 : 40); seed++)
    {
      g_autofree char *markdown = make_resume (seed);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      g_autoptr (MatchumVisibility) less = hide_some (visibility, seed);

      g_test_message ("seed %u", seed);
      for (guint i = 0; themes[i] != NULL; i++)
        {
          MatchumPageStyle style = print_get_style (themes[i], (MatchumPaper) (seed % 2));

          check (visibility, &style);
          check (less, &style);
        }
    }
}

/* Sizes, margins and wrapping at their ends. */
static void
test_extreme_styles (void)
{
  const char *const *themes = matchum_theme_get_names ();
  static const double margins[] = { MATCHUM_PAGE_STYLE_LEAST_MARGIN, MATCHUM_PAGE_STYLE_LARGEST_MARGIN };
  static const double sizes[] = { MATCHUM_PAGE_STYLE_LEAST_SIZE, MATCHUM_PAGE_STYLE_LARGEST_SIZE };

  for (guint32 seed = 1000; seed < (print_is_long () ? 1040 : 1003); seed++)
    {
      g_autofree char *markdown = make_resume (seed);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);

      for (guint i = 0; themes[i] != NULL; i++)
        for (guint j = 0; j < 4; j++)
          {
            MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_A4);

            style.margin_x = margins[j % 2];
            style.margin_y = margins[j % 2];
            style.base_size = sizes[j / 2];
            style.wrapping = seed % 2 == 0 ? MATCHUM_WRAPPING_EOJEOL : MATCHUM_WRAPPING_SYLLABLE;
            check (visibility, &style);
          }
    }
}

/* What no line was made for keeps within the page. */
static void
test_strange (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *latin = g_strnfill (400, 'W');
  g_autoptr (GString) hangul = g_string_new (NULL);
  g_autofree char *markdown = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (hangul, "가");
  markdown =
      g_strdup_printf ("# %s\n\n%s@b.example.com | %s\n\n## %s\n\n### %s | 2020.01 - 2021.02\n\n"
                       "- %s\n- https://x.example/%s\n- 😀 👩\xe2\x80\x8d💻 ⭐ ✓ ½ e\xcc\x81\xcc\x82\n"
                       "- שלום עולם ואז English וגם 한글\n- **%s**에서 `%s`\n",
                       hangul->str, latin, hangul->str, hangul->str, latin, hangul->str, latin, hangul->str, latin);
  visibility = print_read (markdown);
  for (guint i = 0; themes[i] != NULL; i++)
    for (guint wrapping = MATCHUM_WRAPPING_EOJEOL; wrapping <= MATCHUM_WRAPPING_SYLLABLE; wrapping++)
      {
        MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_A4);
        Layout layout;

        style.wrapping = (MatchumWrapping) wrapping;
        lay_out (&layout, visibility, &style);
        g_assert_cmpuint (layout.rows->len, >=, 9);
        check_places (&layout);
        layout_clear (&layout);
      }
}

/* A baseline of forty pages, and the same with an item less, which sets nothing anew. */
static void
test_forty_pages (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autoptr (GRand) random = g_rand_new_with_seed (40);
  g_autoptr (GString) markdown = g_string_new ("# 강도현\n\n## 경력\n\n");
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumVisibility) less = NULL;

  while (markdown->len < 420000)
    {
      g_string_append (markdown, "### 이음마켓 | 엔지니어 | 2020.01 - 2021.02\n\n");
      for (guint i = 0; i < 6; i++)
        {
          g_string_append (markdown, "- ");
          append_words (markdown, random, 40);
        }
      g_string_append_c (markdown, '\n');
    }
  visibility = print_read (markdown->str);
  less = matchum_visibility_with_hidden (visibility,
                                         matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility)) - 1);
  for (guint i = 0; themes[i] != NULL; i++)
    {
      MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_A4);
      Layout whole;
      Layout shorter;

      lay_out (&whole, visibility, &style);
      g_assert_cmpuint (g_array_index (whole.placements, MatchumPlacement, whole.placements->len - 1).page, >=, 39);
      check_places (&whole);
      lay_out (&shorter, less, &style);
      check_places (&shorter);
      g_assert_true (shorter.galley == whole.galley);
      g_assert_cmpuint (shorter.rows->len, ==, whole.rows->len - 1);
      layout_clear (&whole);
      layout_clear (&shorter);
    }
}

/* Lines of Hangul end within words where that is asked for, and hold more then; Latin words stay whole. */
static void
test_syllables (void)
{
  g_autoptr (GString) markdown = g_string_new ("# 이름\n\n## 경력\n");
  g_autoptr (MatchumVisibility) visibility = NULL;
  guint n_lines[2] = { 0, 0 };
  guint n_cut[2] = { 0, 0 };

  for (guint i = 1; i < 40; i++)
    {
      g_autofree char *first = g_strnfill (i, 'i');

      g_string_append_printf (markdown,
                              "\n- %s 데이터파이프라인을 안정적으로 운영하면서 Kubernetes PostgreSQL "
                              "운영비용을 절반으로 줄였습니다 그리고 개선했습니다\n",
                              first);
    }
  visibility = print_read (markdown->str);
  for (guint wrapping = MATCHUM_WRAPPING_EOJEOL; wrapping <= MATCHUM_WRAPPING_SYLLABLE; wrapping++)
    {
      MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
      Layout layout;

      style.margin_x = 144.0;
      style.wrapping = (MatchumWrapping) wrapping;
      lay_out (&layout, visibility, &style);
      for (guint i = 0; i < layout.rows->len; i++)
        {
          const MatchumRow *row = g_ptr_array_index (layout.rows, i);
          const char *text = matchum_paragraph_get_text (row->text);

          for (guint line = 0; line + 1 < matchum_paragraph_get_n_lines (row->text); line++)
            {
              gsize end = matchum_paragraph_get_line_end (row->text, line);

              if (text[end] == ' ' || text[end - 1] == ' ')
                continue;
              g_assert_false (g_ascii_isalpha (text[end]) && g_ascii_isalpha (text[end - 1]));
              n_cut[wrapping]++;
            }
          n_lines[wrapping] += matchum_paragraph_get_n_lines (row->text);
        }
      layout_clear (&layout);
    }
  g_assert_cmpuint (n_cut[MATCHUM_WRAPPING_EOJEOL], ==, 0);
  g_assert_cmpuint (n_cut[MATCHUM_WRAPPING_SYLLABLE], >, 10);
  g_assert_cmpuint (n_lines[MATCHUM_WRAPPING_SYLLABLE], <=, n_lines[MATCHUM_WRAPPING_EOJEOL]);
}

/* Pages are the same however often they are made, and from whatever pages before. */
static void
test_pure (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *markdown = make_resume (7);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) before = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; themes[i] != NULL; i++)
      {
        MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_LETTER);
        g_autoptr (MatchumPages) fresh = matchum_pages_new (visibility, &style, NULL);
        MatchumPages *pages = matchum_pages_new_from (before, visibility, &style, NULL);

        g_assert_cmpfloat (matchum_pages_get_used (pages), ==, matchum_pages_get_used (fresh));
        g_clear_pointer (&before, matchum_pages_unref);
        before = pages;
      }
}

/* Another colour, and another name on the pages, set no type anew. */
static void
test_colour_sets_nothing (void)
{
  g_autofree char *markdown = make_resume (7);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumGalley) galley = matchum_galley_new_from (NULL, resume, &style);
  g_autoptr (MatchumGalley) coloured = NULL;
  g_autoptr (MatchumGalley) larger = NULL;

  style.accent = 0x7a1f2b;
  style.has_page_numbers = FALSE;
  style.has_running_name = FALSE;
  style.margin_y = 80.0;
  coloured = matchum_galley_new_from (galley, resume, &style);
  g_assert_true (coloured == galley);
  style.base_size = 11.0;
  larger = matchum_galley_new_from (galley, resume, &style);
  g_assert_true (larger != galley);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/many/every-theme-and-paper", test_every_theme_and_paper);
  g_test_add_func ("/print/many/extreme-styles", test_extreme_styles);
  g_test_add_func ("/print/many/strange", test_strange);
  g_test_add_func ("/print/many/forty-pages", test_forty_pages);
  g_test_add_func ("/print/many/syllables", test_syllables);
  g_test_add_func ("/print/many/pure", test_pure);
  g_test_add_func ("/print/many/colour-sets-nothing", test_colour_sets_nothing);

  return g_test_run ();
}
