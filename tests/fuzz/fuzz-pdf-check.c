/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume and a PDF, whatever they say, are held against each other in words that add up; a PDF that says the words of
 * the resume, each on its line, has all of them. An input is the resume and, after a NUL, the text of the PDF. */
#include "config.h"

#include "fuzz-pdf-support.h"

#include "matchum-pdf-check.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "pdf-check", .n_rounds = 600 };

static void
assert_difference (MatchumPdfCheck *check, guint index, guint n_lines)
{
  const MatchumPdfDifference *difference = matchum_pdf_check_get_difference (check, index);
  g_autofree char *words = matchum_pdf_difference_describe (difference);

  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_true (*difference->words != '\0');
  g_assert_cmpuint (difference->page, <=, matchum_pdf_check_get_n_pages (check));
  g_assert_cmpuint (difference->line, <=, n_lines);
  g_assert_nonnull (matchum_pdf_difference_get_name (difference));
  if (difference->kind == MATCHUM_PDF_DIFFERENCE_EXTRA)
    g_assert_cmpuint (difference->line, ==, 0);
}

static void
assert_check (MatchumPdfCheck *check, guint n_lines)
{
  g_autofree char *sentence = matchum_pdf_check_dup_sentence (check);
  const guint n_differences = matchum_pdf_check_get_n_differences (check);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), <=, matchum_pdf_check_get_n_words (check));
  g_assert_cmpuint (matchum_pdf_check_get_n_dates_on_line (check), <=, matchum_pdf_check_get_n_dates (check));
  g_assert_cmpint (matchum_pdf_check_is_intact (check), ==, n_differences == 0);
  if (n_differences == 0)
    {
      g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, matchum_pdf_check_get_n_words (check));
      g_assert_cmpuint (matchum_pdf_check_get_n_extra (check), ==, 0);
    }
  for (guint i = 0; i < n_differences; i++)
    assert_difference (check, i, n_lines);
}

/* The words of all blocks, a block a line. */
static MatchumPdfText *
make_faithful (MatchumResume *resume)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *line = NULL;

      if (block->content == NULL || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      line = g_strdelimit (g_strdup (matchum_block_get_text (block)), "\n\t\f", ' ');
      g_string_append_printf (text, "%s\n", line);
    }
  return fuzz_make_pdf_text ((const guint8 *) text->str, text->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const gsize end = fuzz_find_part (data, length);
  g_autoptr (MatchumSource) source = fuzz_read_source (data, end);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumPdfText) text = NULL;
  g_autoptr (MatchumPdfText) faithful = NULL;

  if (resume == NULL)
    return 0;
  visibility = matchum_visibility_new_all (resume);
  text = end < length ? fuzz_make_pdf_text (data + end + 1, length - end - 1) : NULL;
  if (text != NULL)
    {
      g_autoptr (MatchumPdfCheck) check = matchum_pdf_check_new (visibility, text);

      assert_check (check, matchum_source_get_n_lines (source));
    }
  faithful = make_faithful (resume);
  if (faithful != NULL)
    {
      g_autoptr (MatchumPdfCheck) check = matchum_pdf_check_new (visibility, faithful);

      assert_check (check, matchum_source_get_n_lines (source));
      g_assert_cmpuint (matchum_pdf_check_get_n_in_order (check), ==, matchum_pdf_check_get_n_words (check));
      g_assert_cmpuint (matchum_pdf_check_get_n_extra (check), ==, 0);
    }
  return 0;
}
