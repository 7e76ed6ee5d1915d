/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words read back by the programs that applicants' files meet: every one, in order, whole. */
#include <glib.h>
#include <string.h>

#include "print-support.h"

#define ATS_SHARE 0.995
#define STANDARD_SHARE 0.97

static void
check_share (const char *name, const char *theme, const char *reader, const char *text)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (GStrv) wanted = print_split_markdown (markdown);
  g_auto (GStrv) got = print_split_text (text);
  double share = print_get_share (wanted, got);

  g_test_message ("%s %s %s: %.2f %%", name, theme, reader, share * 100.0);
  g_assert_cmpuint (g_strv_length (wanted), >, 300);
  g_assert_cmpfloat (share, >=, g_str_equal (theme, "ats") ? ATS_SHARE : STANDARD_SHARE);
}

static void
check_words (const char *name, const char *theme, gboolean with_slow)
{
  g_autoptr (GBytes) pdf = print_export_file (name, theme, MATCHUM_PAPER_A4);
  g_autofree char *plain = print_run (pdf, "pdftotext", "PDF", "-", NULL);
  g_autofree char *raw = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
  g_autofree char *layout = print_run (pdf, "pdftotext", "-layout", "PDF", "-", NULL);

  check_share (name, theme, "pdftotext", plain);
  check_share (name, theme, "pdftotext -raw", raw);
  check_share (name, theme, "pdftotext -layout", layout);
  if (print_has ("mutool"))
    {
      g_autofree char *text = print_run (pdf, "mutool", "draw", "-q", "-F", "txt", "PDF", NULL);

      check_share (name, theme, "mutool", text);
    }
  if (with_slow && print_has ("pdf2txt"))
    {
      g_autofree char *text = print_run (pdf, "pdf2txt", "PDF", NULL);

      check_share (name, theme, "pdfminer", text);
    }
}

static void
test_words (gconstpointer theme)
{
  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  /* One Korean resume, one in both languages, one English. */
  for (guint i = 0; print_resumes[i] != NULL; i++)
    check_words (print_resumes[i], theme, print_is_long () || i == 0 || i == 3 || i == 4);
}

/* Every word that comes out is one that went in: none is cut at a line's end, none joined with its neighbour. */
static void
check_no_new_words (const char *name, const char *theme)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (GStrv) wanted = print_split_markdown (markdown);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) pdf = print_export_file (name, theme, MATCHUM_PAPER_LETTER);
  g_autofree char *text = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
  g_auto (GStrv) got = print_split_text (text);
  guint n_unknown = 0;

  for (guint i = 0; wanted[i] != NULL; i++)
    g_hash_table_add (known, wanted[i]);
  for (guint i = 0; got[i] != NULL; i++)
    {
      /* Numbers of pages. */
      if (g_hash_table_contains (known, got[i]) || (strlen (got[i]) == 1 && g_ascii_isdigit (got[i][0])))
        continue;
      g_test_message ("%s %s: \"%s\" is new", name, theme, got[i]);
      n_unknown++;
    }
  g_assert_cmpuint (n_unknown, ==, 0);
}

static void
test_no_new_words (void)
{
  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      if (print_is_long () || i % 2 == 0)
        check_no_new_words (print_resumes[i], "standard");
      if (print_is_long () || i % 2 == 1)
        check_no_new_words (print_resumes[i], "ats");
    }
}

/* --- dates --- */

static char *
get_date_words (const MatchumBlock *block)
{
  const MatchumDateRange *range = &g_array_index (block->dates, MatchumDateRange, 0);

  return g_strndup (matchum_block_get_text (block) + range->span.start, matchum_span_get_length (range->span));
}

static gboolean
has_line_with (const char *text, const char *first, const char *second)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = strstr (lines[i], first);

      if (at != NULL && strstr (at, second) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A title that is wider than a line takes the dates to its second one; *n_wrapped counts these. */
static guint
check_dates (const char *name, guint *n_wrapped)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  g_autofree char *text = print_run (pdf, "pdftotext", "PDF", "-", NULL);
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  guint n_dates = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *entry = matchum_resume_get_block (resume, i);
      g_autofree char *dates = NULL;
      g_auto (GStrv) words = NULL;

      if (entry->kind != MATCHUM_BLOCK_ENTRY || entry->dated_by == MATCHUM_BLOCK_NONE)
        continue;
      dates = get_date_words (matchum_resume_get_block (resume, entry->dated_by));
      words = print_split_text (matchum_block_get_text (entry));
      if (!has_line_with (text, words[0], dates))
        {
          g_test_message ("%s: %s is not on the line of %s", name, dates, words[0]);
          (*n_wrapped)++;
        }
      n_dates++;
    }

  return n_dates;
}

static void
test_dates_on_title_line (void)
{
  guint n_dates = 0;
  guint n_wrapped = 0;

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    n_dates += check_dates (print_resumes[i], &n_wrapped);
  g_assert_cmpuint (n_dates, >, 40);
  g_assert_cmpuint (n_wrapped, <=, 1);
}

/* Dates that don't fit the title's first line take a word of it with them, wherever the line ends. */
static void
test_dates_not_alone (void)
{
  g_autoptr (GString) markdown = g_string_new ("# Name\n\n## Experience\n");
  g_autoptr (GString) title = g_string_new ("Acme");
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 10; i < 60; i++)
    {
      g_string_append_printf (markdown, "\n### %s end%u | 2020.01 - 2021.02\n", title->str, i);
      g_string_append (title, i % 2 == 0 ? " word" : " mm");
    }
  visibility = print_read (markdown->str);
  pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  text = print_run (pdf, "pdftotext", "PDF", "-", NULL);
  for (guint i = 10; i < 60; i++)
    {
      g_autofree char *last = g_strdup_printf ("end%u | ", i);

      g_assert_true (has_line_with (text, last, "2020.01 - 2021.02"));
    }
}

/* The tags hold every word too, and go on over the pages. */
static void
test_tagged_words (void)
{
  if (!print_has ("pdfinfo"))
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export_file (print_resumes[i], "ats", MATCHUM_PAPER_A4);
      g_autofree char *tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          const char *line = g_strchug (lines[j]);
          gsize length = strlen (line);

          if (length >= 2 && line[0] == '"')
            g_string_append_len (text, line + 1, (gssize) length - 2);
          else if (g_str_has_prefix (line, "L") || g_str_has_prefix (line, "P") || g_str_has_prefix (line, "H"))
            g_string_append_c (text, ' ');
        }
      check_share (print_resumes[i], "ats", "tags", text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/print/words/ats", "ats", test_words);
  g_test_add_data_func ("/print/words/standard", "standard", test_words);
  g_test_add_func ("/print/words/no-new", test_no_new_words);
  g_test_add_func ("/print/words/dates-on-title-line", test_dates_on_title_line);
  g_test_add_func ("/print/words/dates-not-alone", test_dates_not_alone);
  g_test_add_func ("/print/words/tagged", test_tagged_words);

  return g_test_run ();
}
