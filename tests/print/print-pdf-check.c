/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs held against resumes: our own are intact, and what was broken on purpose is told word for word. */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "matchum-pages.h"
#include "matchum-pdf-check.h"
#include "matchum-pdf-exporter.h"
#include "matchum-theme.h"
#include "print-made-pdf.h"
#include "print-support.h"

#define RESUME                                                                                                         \
  "# Ann Lee\n\nann@example.com\n\n## Experience\n\n### Acme, Engineer | 2020.01 - 2021.02\n\n"                        \
  "- Built the order system with twelve people\n- Cut costs by half within a year\n"
#define NAME_LINE 1
#define DATES_LINE 7
#define FIRST_ITEM_LINE 9
#define SECOND_ITEM_LINE 10
#define N_WORDS 22

static const char *const lines[] = {
  "Ann Lee",
  "ann@example.com",
  "Experience",
  "Acme, Engineer | 2020.01 - 2021.02",
  "Built the order system with twelve people",
  "Cut costs by half within a year",
};

/* A page with these lines; one of them instead of that at index, in the operators of PDF. */
static char *
make_page (guint index, const char *instead)
{
  g_autoptr (GString) content = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *words = print_make_words (50, 780 - 20 * i, 11, lines[i]);

      g_string_append (content, i == index ? instead : words);
    }
  return g_string_free (g_steal_pointer (&content), FALSE);
}

/* The same, with another text on the line. */
static char *
make_page_with (guint index, const char *text)
{
  g_autofree char *words = print_make_words (50, 780 - 20 * index, 11, text);

  return make_page (index, words);
}

static MatchumPdfCheck *
check_pdf (MatchumVisibility *visibility, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_read_looking ("resume.pdf", pdf, NULL, &error);

  g_assert_no_error (error);
  return matchum_pdf_check_new (visibility, text);
}

static MatchumPdfCheck *
check_contents (const char *markdown, const char *const *contents)
{
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_make_pdf (contents, g_strv_length ((char **) contents));

  return check_pdf (visibility, pdf);
}

static MatchumPdfCheck *
check_page (const char *content)
{
  const char *const contents[] = { content, NULL };

  return check_contents (RESUME, contents);
}

static void
assert_sentence (MatchumPdfCheck *check, const char *wanted)
{
  g_autofree char *sentence = matchum_pdf_check_dup_sentence (check);

  g_assert_cmpstr (sentence, ==, wanted);
}

static void
assert_difference (MatchumPdfCheck *check,
                   guint index,
                   MatchumPdfDifferenceKind kind,
                   const char *words,
                   const char *instead,
                   guint page,
                   guint line)
{
  const MatchumPdfDifference *difference;

  g_assert_cmpuint (index, <, matchum_pdf_check_get_n_differences (check));
  difference = matchum_pdf_check_get_difference (check, index);
  g_assert_cmpstr (difference->words, ==, words);
  g_assert_cmpint (difference->kind, ==, kind);
  g_assert_cmpstr (difference->instead, ==, instead);
  g_assert_cmpuint (difference->page, ==, page);
  g_assert_cmpuint (difference->line, ==, line);
}

/* There is one difference, and it is this; n_in_order words are as they should be. */
static void
assert_only (const char *content,
             MatchumPdfDifferenceKind kind,
             const char *words,
             const char *instead,
             guint line,
             guint n_in_order)
{
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  g_assert_false (matchum_pdf_check_is_intact (check));
  assert_difference (check, 0, kind, words, instead, 1, line);
  g_assert_cmpuint (matchum_pdf_check_get_n_differences (check), ==, 1);
  g_assert_cmpuint (matchum_pdf_check_get_n_words (check), ==, N_WORDS);
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, n_in_order);
}

/* --- broken on purpose --- */

static void
test_intact (void)
{
  g_autofree char *content = make_page (G_MAXUINT, NULL);
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  g_assert_true (matchum_pdf_check_is_intact (check));
  g_assert_cmpuint (matchum_pdf_check_get_n_words (check), ==, N_WORDS);
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, N_WORDS);
  g_assert_cmpuint (matchum_pdf_check_get_n_dates (check), ==, 1);
  g_assert_cmpuint (matchum_pdf_check_get_n_dates_on_line (check), ==, 1);
  assert_sentence (check, "All 22 words in order, 0 links.");
}

static void
test_missing (void)
{
  g_autofree char *one = make_page_with (4, "Built the system with twelve people");
  g_autofree char *line = make_page (5, "");
  g_autoptr (MatchumPdfCheck) check = NULL;

  assert_only (one, MATCHUM_PDF_DIFFERENCE_MISSING, "order", NULL, FIRST_ITEM_LINE, N_WORDS - 1);
  assert_only (line, MATCHUM_PDF_DIFFERENCE_MISSING, "Cut costs by half within a year", NULL, SECOND_ITEM_LINE,
               N_WORDS - 7);
  check = check_page (one);
  assert_sentence (check, "1 of 22 words differs: “order” is missing on page 1.");
}

static void
test_moved (void)
{
  g_autofree char *content = make_page_with (4, "Built the with order system twelve people");
  g_autofree char *line = print_make_words (50, 500, 11, "Ann Lee");
  g_autofree char *name = make_page (0, line);

  assert_only (name, MATCHUM_PDF_DIFFERENCE_MOVED, "Ann Lee", NULL, NAME_LINE, N_WORDS - 2);
  /* Words that changed places within their line are told as well. */
  assert_only (content, MATCHUM_PDF_DIFFERENCE_MOVED, "with", NULL, FIRST_ITEM_LINE, N_WORDS - 1);
}

static void
test_replaced (void)
{
  g_autofree char *content = make_page_with (4, "Built the 0rder system with twelve people");
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  assert_only (content, MATCHUM_PDF_DIFFERENCE_REPLACED, "order", "0rder", FIRST_ITEM_LINE, N_WORDS - 1);
  assert_sentence (check, "1 of 22 words differs: “order” on page 1 became “0rder”.");
}

static void
test_cut_and_joined (void)
{
  g_autofree char *cut = make_page_with (4, "Built the order sys- tem with twelve people");
  g_autofree char *joined = make_page_with (4, "Builttheorder system with twelve people");

  assert_only (cut, MATCHUM_PDF_DIFFERENCE_CUT, "system", "sys tem", FIRST_ITEM_LINE, N_WORDS - 1);
  assert_only (joined, MATCHUM_PDF_DIFFERENCE_JOINED, "Built the order", "Builttheorder", FIRST_ITEM_LINE, N_WORDS - 3);
}

static void
test_extra (void)
{
  g_autofree char *content = make_page_with (4, "Built the order system with twelve clever people");
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  assert_only (content, MATCHUM_PDF_DIFFERENCE_EXTRA, "clever", NULL, 0, N_WORDS);
  g_assert_cmpuint (matchum_pdf_check_get_n_extra (check), ==, 1);
  assert_sentence (check, "1 word is too many: “clever” on page 1 is not in the text.");
}

/* White, of no ink at all, or under a box: in the file, and not on the page. */
static void
test_unseen (void)
{
  const char *const words[] = {
    "1 1 1 rg BT /F1 11 Tf 50 680 Td (Cut costs by half within a year) Tj ET 0 g\n",
    "BT 3 Tr /F1 11 Tf 50 680 Td (Cut costs by half within a year) Tj 0 Tr ET\n",
    "BT /F1 11 Tf 50 680 Td (Cut costs by half within a year) Tj ET 0.9 g 40 670 400 25 re f 0 g\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *content = make_page (5, words[i]);

      assert_only (content, MATCHUM_PDF_DIFFERENCE_UNSEEN, "Cut costs by half within a year", NULL, SECOND_ITEM_LINE,
                   N_WORDS - 7);
    }
}

/* White on a dark ground is to be seen. */
static void
test_white_on_dark (void)
{
  g_autofree char *content =
      make_page (5, "0.1 0.2 0.4 rg 40 670 400 25 re f 1 1 1 rg BT /F1 11 Tf 50 680 Td (Cut costs by half within a "
                    "year) Tj ET 0 g\n");
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  g_assert_true (matchum_pdf_check_is_intact (check));
}

/* Keywords that were hidden for machines to find. */
static void
test_hidden_keywords (void)
{
  g_autofree char *content = make_page (5, "1 1 1 rg BT /F1 1 Tf 50 685 Td (Kubernetes Terraform) Tj ET 0 g BT /F1 11 "
                                           "Tf 50 680 Td (Cut costs by half within a year) Tj ET\n");

  assert_only (content, MATCHUM_PDF_DIFFERENCE_EXTRA, "Kubernetes Terraform", NULL, 0, N_WORDS);
}

static void
test_turned (void)
{
  g_autofree char *content = make_page (2, "BT /F1 11 Tf 0 1 -1 0 30 690 Tm (Experience) Tj ET\n");
  g_autoptr (MatchumPdfCheck) check = check_page (content);

  g_assert_false (matchum_pdf_check_is_intact (check));
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, N_WORDS - 1);
  g_assert_cmpstr (matchum_pdf_check_get_difference (check, 0)->words, ==, "Experience");
}

/* Letters that the file has in pieces: they look alike, and a search does not find them. */
static void
test_decomposed (void)
{
  static const char *const pdf =
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
      "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
      ">> >> >>\nendobj\n"
      "4 0 obj\n<< /Length 62 >>\nstream\nBT /F1 12 Tf 50 700 Td (A) Tj 0 -30 Td (B) Tj 0 -30 Td (B) Tj ET\n"
      "endstream\nendobj\n"
      "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>\nendobj\n"
      "6 0 obj\n<< /Length 142 >>\nstream\nbegincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
      "2 beginbfchar <41> <1112116111AB> <42> <AE00> endbfchar endcmap\nendstream\nendobj\n"
      "trailer\n<< /Root 1 0 R >>\n";
  g_autoptr (MatchumVisibility) visibility = print_read ("# 한\n\n## 글\n\n- 글\n");
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, strlen (pdf));
  g_autoptr (MatchumPdfCheck) check = check_pdf (visibility, bytes);

  assert_difference (check, 0, MATCHUM_PDF_DIFFERENCE_DECOMPOSED, "한", NULL, 1, 1);
  assert_sentence (check, "1 of 3 words differs: “한” on page 1 is stored in pieces of letters.");
}

/* --- what is the layout's own --- */

static void
test_dates (void)
{
  /* At the margin, far behind in the file: on their line all the same. */
  g_autofree char *aside = make_page (3, "BT /F1 11 Tf 50 720 Td (Acme, Engineer) Tj ET "
                                         "BT /F1 11 Tf 440 720 Td (2020.01 - 2021.02) Tj ET\n");
  g_autofree char *before = make_page (3, "BT /F1 11 Tf 50 720 Td (2020.01 - 2021.02) Tj ET "
                                          "BT /F1 11 Tf 240 720 Td (Acme, Engineer) Tj ET\n");
  g_autofree char *under = make_page (3, "BT /F1 11 Tf 50 726 Td (Acme, Engineer) Tj ET "
                                         "BT /F1 11 Tf 50 713 Td (2020.01 - 2021.02) Tj ET\n");
  const char *const pages[] = { aside, before, under };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (MatchumPdfCheck) check = check_page (pages[i]);

      g_assert_true (matchum_pdf_check_is_intact (check));
      g_assert_cmpuint (matchum_pdf_check_get_n_dates (check), ==, 1);
      g_assert_cmpuint (matchum_pdf_check_get_n_dates_on_line (check), ==, i < 2 ? 1 : 0);
    }
}

static void
test_layout (void)
{
  g_autofree char *bullets = make_page_with (4, "- Built the order system with twelve people");
  g_autofree char *more = print_make_words (50, 100, 11, "1 / 2");
  g_autofree char *first = g_strconcat (bullets, more, NULL);
  g_autofree char *head = print_make_words (50, 810, 9, "Ann Lee - 2 / 2");
  g_autofree char *text = print_make_words (50, 700, 11, "Taught juniors");
  g_autofree char *second = g_strconcat (head, text, NULL);
  const char *const contents[] = { first, second, NULL };
  g_autoptr (MatchumPdfCheck) check = check_contents (RESUME "- Taught juniors\n", contents);

  assert_sentence (check, "All 24 words in order, 0 links.");
  g_assert_cmpuint (matchum_pdf_check_get_n_pages (check), ==, 2);
}

/* A heading that other pages have, too, is the layout's; one that they don't is not. */
static void
test_running_lines (void)
{
  g_autofree char *head = print_make_words (50, 820, 9, "Curriculum vitae, last updated 2026");
  g_autofree char *page = make_page (G_MAXUINT, NULL);
  g_autofree char *first = g_strconcat (page, head, NULL);
  g_autofree char *text = print_make_words (50, 700, 11, "Taught juniors");
  g_autofree char *second = g_strconcat (text, head, NULL);
  const char *const both[] = { first, second, NULL };
  const char *const one[] = { first, text, NULL };
  g_autoptr (MatchumPdfCheck) check = check_contents (RESUME "- Taught juniors\n", both);
  g_autoptr (MatchumPdfCheck) other = check_contents (RESUME "- Taught juniors\n", one);

  g_assert_true (matchum_pdf_check_is_intact (check));
  assert_difference (other, 0, MATCHUM_PDF_DIFFERENCE_EXTRA, "Curriculum vitae last updated 2026", NULL, 1, 0);
}

/* --- our own --- */

static void
check_own (const char *path, const char *theme, MatchumPaper paper)
{
  g_autofree char *markdown = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumPdfCheck) check = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_assert_true (g_file_get_contents (path, &markdown, NULL, NULL));
  visibility = print_read (markdown);
  pdf = print_export (visibility, theme, paper);
  check = check_pdf (visibility, pdf);
  sentence = matchum_pdf_check_dup_sentence (check);
  g_test_message ("%s %s: %s", name, theme, sentence);
  g_assert_true (matchum_pdf_check_is_intact (check));
  g_assert_cmpuint (matchum_pdf_check_get_n_words (check), >, 100);
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, matchum_pdf_check_get_n_words (check));
}

static void
test_own (gconstpointer theme)
{
  g_auto (GStrv) paths = print_list_resumes ();
  guint n_paths = g_strv_length (paths);

  g_assert_cmpuint (n_paths, >, 100);
  for (guint i = 0; i < n_paths; i += print_is_long () ? 1 : 20)
    check_own (paths[i], theme, i % 2 == 0 ? MATCHUM_PAPER_A4 : MATCHUM_PAPER_LETTER);
}

/* Titles of sections that the column beside is too narrow for, and what forms ask for. */
static void
test_own_parts (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autoptr (MatchumVisibility) visibility = print_read (
      "---\nbirth: 1993\nmilitary: 육군 병장 만기전역\n---\n\n# 강도현 | 백엔드 개발자\n\nkang@example.com\n\n"
      "## 자격 및 어학 / Certificates and languages\n\n- 정보처리기사 (2018)\n- TOEIC 900 (2020)\n\n"
      "## 경력\n\n### 한빛 | 2021.03 - 현재\n\n- 주문 처리\n\n### 이음\n콘텐츠 담당\n2019.01 - 2020.12\n\n"
      "1. 1 등상\n2. 블로그 운영\n");

  for (guint i = 0; themes[i] != NULL; i++)
    {
      MatchumPageStyle style;
      g_autoptr (MatchumPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (MatchumPdfCheck) check = NULL;

      matchum_page_style_init (&style);
      style.theme = themes[i];
      style.shows_birth = style.shows_military = TRUE;
      pages = matchum_pages_new (visibility, &style, NULL);
      pdf = matchum_pdf_exporter_write_pages (pages, (MatchumDay){ 2026, 11, 1 }, NULL);
      check = check_pdf (visibility, pdf);
      assert_sentence (check, "All 30 words in order, 1 link.");
      g_assert_cmpuint (matchum_pdf_check_get_n_dates (check), ==, 2);
      g_assert_cmpuint (matchum_pdf_check_get_n_dates_on_line (check), ==, 2);
    }
}

/* Every word of a block that the PDF does not show is told, and no other; and the other way round. */
static void
check_hidden_block (MatchumVisibility *all, guint block, guint n_all)
{
  MatchumResume *resume = matchum_visibility_get_resume (all);
  const char *id = matchum_resume_get_block (resume, block)->id;
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MatchumVisibility) rest = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (MatchumPdfCheck) less = NULL;
  g_autoptr (MatchumPdfCheck) same = NULL;
  g_autoptr (MatchumPdfCheck) more = NULL;
  guint n_hidden;

  g_hash_table_add (hidden, (gpointer) id);
  rest = matchum_visibility_new (resume, hidden, NULL);
  pdf = print_export (rest, "ats", MATCHUM_PAPER_A4);
  whole = print_export (all, "ats", MATCHUM_PAPER_A4);
  same = check_pdf (rest, pdf);
  g_assert_true (matchum_pdf_check_is_intact (same));
  n_hidden = n_all - matchum_pdf_check_get_n_words (same);
  g_assert_cmpuint (n_hidden, >, 0);

  less = check_pdf (all, pdf);
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (less), ==, n_all - n_hidden);
  g_assert_cmpuint (matchum_pdf_check_get_n_extra (less), ==, 0);
  for (guint i = 0; i < matchum_pdf_check_get_n_differences (less); i++)
    g_assert_cmpint (matchum_pdf_check_get_difference (less, i)->kind, ==, MATCHUM_PDF_DIFFERENCE_MISSING);

  more = check_pdf (rest, whole);
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (more), ==, n_all - n_hidden);
  g_assert_cmpuint (matchum_pdf_check_get_n_extra (more), ==, n_hidden);
}

static void
test_hidden_blocks (void)
{
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *markdown = print_load_markdown (print_resumes[i]);
      g_autoptr (MatchumVisibility) all = print_read (markdown);
      MatchumResume *resume = matchum_visibility_get_resume (all);
      g_autoptr (GBytes) whole = print_export (all, "ats", MATCHUM_PAPER_A4);
      g_autoptr (MatchumPdfCheck) check = check_pdf (all, whole);
      guint n = 0;

      for (guint block = 3; block < matchum_resume_get_n_blocks (resume) && (print_is_long () || n < 2); block++)
        {
          const MatchumBlock *item = matchum_resume_get_block (resume, block);

          if (item->kind != MATCHUM_BLOCK_ITEM || item->index % 4 != 0 || item->end != item->index + 1
              || matchum_inline_text_get_n_runs (item->content) > 0 || strlen (matchum_block_get_text (item)) < 40)
            continue;
          check_hidden_block (all, block, matchum_pdf_check_get_n_words (check));
          n++;
        }
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_links (void)
{
  g_autoptr (MatchumVisibility) shown =
      print_read ("# Ann Lee\n\nann@example.com\n\n## Work\n\n- Wrote [a book](https://example.com/old%20one/) and "
                  "[another](HTTPS://Example.com/b)\n");
  g_autoptr (MatchumVisibility) wanted =
      print_read ("# Ann Lee\n\nann@example.com\n\n## Work\n\n- Wrote [a book](https://example.com/new) and "
                  "[another](https://example.com/b)\n");
  g_autoptr (GBytes) pdf = print_export (shown, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPdfCheck) same = check_pdf (shown, pdf);
  g_autoptr (MatchumPdfCheck) check = check_pdf (wanted, pdf);

  assert_sentence (same, "All 9 words in order, 3 links.");
  g_assert_cmpuint (matchum_pdf_check_get_n_links (check), ==, 2);
  g_assert_cmpuint (matchum_pdf_check_get_n_missing_links (check), ==, 1);
  assert_difference (check, 0, MATCHUM_PDF_DIFFERENCE_LINK_MISSING, "https://example.com/new", NULL, 0, 7);
  assert_difference (check, 1, MATCHUM_PDF_DIFFERENCE_LINK_EXTRA, "https://example.com/old%20one/", NULL, 1, 0);
  assert_sentence (check,
                   "1 link is missing, 1 link is too many: the link https://example.com/new is missing; the link "
                   "https://example.com/old%20one/ on page 1 is not in the text.");
}

/* A PDF of another resume: over soon, and told without end. */
static void
test_other (void)
{
  g_autofree char *markdown = print_load_markdown ("en-okafor-platform");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export_file ("ko-kang-mle", "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPdfCheck) check = check_pdf (visibility, pdf);

  g_assert_false (matchum_pdf_check_is_intact (check));
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), <, matchum_pdf_check_get_n_words (check) / 4);
  g_assert_cmpuint (matchum_pdf_check_get_n_extra (check), >, 300);
}

int
main (int argc, char *argv[])
{
  const char *const *themes = matchum_theme_get_names ();

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pdf-check/intact", test_intact);
  g_test_add_func ("/print/pdf-check/missing", test_missing);
  g_test_add_func ("/print/pdf-check/moved", test_moved);
  g_test_add_func ("/print/pdf-check/replaced", test_replaced);
  g_test_add_func ("/print/pdf-check/cut-and-joined", test_cut_and_joined);
  g_test_add_func ("/print/pdf-check/extra", test_extra);
  g_test_add_func ("/print/pdf-check/unseen", test_unseen);
  g_test_add_func ("/print/pdf-check/white-on-dark", test_white_on_dark);
  g_test_add_func ("/print/pdf-check/hidden-keywords", test_hidden_keywords);
  g_test_add_func ("/print/pdf-check/turned", test_turned);
  g_test_add_func ("/print/pdf-check/decomposed", test_decomposed);
  g_test_add_func ("/print/pdf-check/dates", test_dates);
  g_test_add_func ("/print/pdf-check/layout", test_layout);
  g_test_add_func ("/print/pdf-check/running-lines", test_running_lines);
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/print/pdf-check/own/", themes[i], NULL);

      g_test_add_data_func (path, themes[i], test_own);
    }
  g_test_add_func ("/print/pdf-check/own-parts", test_own_parts);
  g_test_add_func ("/print/pdf-check/hidden-blocks", test_hidden_blocks);
  g_test_add_func ("/print/pdf-check/links", test_links);
  g_test_add_func ("/print/pdf-check/other", test_other);

  return g_test_run ();
}
