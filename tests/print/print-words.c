/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words read back by the programs that applicants' files meet: every one, in order, whole; and dates where they belong.
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "print-support.h"

#define ATS_SHARE 0.995
#define OTHER_SHARE 0.97
/* On a page with few words every title in the middle, and every date at the right, is a greater share of them: pdfminer
 * takes these for columns. */
#define FEW_WORDS 250
#define OTHER_SHARE_OF_FEW 0.94
/* Of all words: numbers of pages and the name beside them; and, where another theme than "ats" has a date at the right,
 * what some readers take for another line. */
#define MOST_EXTRA 0.01
#define MOST_EXTRA_OF_OTHERS 0.03
/* Of the resumes beside those that were written for these tests, how many are passed over for one that is tried. */
#define SHORT_STEP 59
#define LONG_STEP 1

typedef struct {
  const char *name;
  const char *const *command;
  gboolean is_slow;
} Reader;

static const Reader readers[] = {
  { "pdftotext", (const char *const[]){ "pdftotext", "PDF", "-", NULL }, FALSE },
  { "pdftotext -layout", (const char *const[]){ "pdftotext", "-layout", "PDF", "-", NULL }, FALSE },
  { "pdftotext -raw", (const char *const[]){ "pdftotext", "-raw", "PDF", "-", NULL }, FALSE },
  { "mutool", (const char *const[]){ "mutool", "draw", "-q", "-F", "txt", "PDF", NULL }, FALSE },
  { "pdfminer", (const char *const[]){ "pdf2txt", "PDF", NULL }, TRUE },
};

static gboolean
is_there (void)
{
  if (print_has ("pdftotext"))
    return TRUE;
  g_test_skip ("pdftotext is not installed (poppler-utils)");

  return FALSE;
}

/* --- every word, in order --- */

/* What is wanted of a resume. Themes put the dates of an entry where they like in its heading, so that they are taken
 * apart from the words whose order counts; that they stand on the line of their title is tried below. */
typedef struct {
  GStrv words;
  GHashTable *dates; /* set of words */
} Wanted;

static Wanted
get_wanted (MatchumVisibility *visibility)
{
  Wanted wanted = { print_split_visible (visibility), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autofree GStrv dates = print_split_dates (visibility);

  for (guint i = 0; dates[i] != NULL; i++)
    g_hash_table_add (wanted.dates, dates[i]);

  return wanted;
}

static void
wanted_clear (Wanted *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->dates, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* The words that are dates, or that are not; borrowed but for the list. */
static GStrv
pick (GStrv words, GHashTable *dates, gboolean are_dates)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_hash_table_contains (dates, words[i]) == are_dates)
        g_ptr_array_add (picked, words[i]);
    }
  g_ptr_array_add (picked, NULL);

  return (GStrv) g_ptr_array_free (picked, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* How many words of the two come out. */
static double
count_right (const Wanted *wanted, GStrv got)
{
  double n_right = 0.0;

  for (guint are_dates = FALSE; are_dates <= TRUE; are_dates++)
    {
      g_autofree GStrv these = pick (wanted->words, wanted->dates, are_dates);
      g_autofree GStrv those = pick (got, wanted->dates, are_dates);

      if (are_dates)
        {
          qsort (these, g_strv_length (these), sizeof (char *), compare_words);
          qsort (those, g_strv_length (those), sizeof (char *), compare_words);
        }
      n_right += print_get_share (these, those) * g_strv_length (these);
    }

  return n_right;
}

static void
check_reader (const Reader *reader, const char *name, const char *theme, GBytes *pdf, const Wanted *wanted)
{
  g_autofree char *text = print_run_list (pdf, reader->command);
  gboolean is_ats = g_str_equal (theme, "ats");
  guint n_wanted = g_strv_length (wanted->words);
  g_auto (GStrv) got = NULL;
  double n_right;
  double share;
  double extra;

  if (text == NULL)
    return;
  got = print_split_text (text);
  n_right = count_right (wanted, got);
  share = n_right / n_wanted;
  extra = (g_strv_length (got) - n_right) / n_wanted;
  g_test_message ("%s %s %s: %.2f %% of %u, %.2f %% more", name, theme, reader->name, share * 100.0, n_wanted,
                  extra * 100.0);
  if (is_ats)
    {
      g_assert_cmpfloat (share, >=, ATS_SHARE);
      g_assert_cmpfloat (extra, <=, MOST_EXTRA);
      return;
    }
  g_assert_cmpfloat (share, >=, n_wanted < FEW_WORDS ? OTHER_SHARE_OF_FEW : OTHER_SHARE);
  g_assert_cmpfloat (extra, <=, 1.0 - share + MOST_EXTRA_OF_OTHERS);
}

static void
check_resume (const char *path, const char *theme, gboolean with_slow)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *markdown = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (Wanted) wanted = { NULL, NULL };

  g_assert_true (g_file_get_contents (path, &markdown, NULL, NULL));
  visibility = print_read (markdown);
  wanted = get_wanted (visibility);
  pdf = print_export (visibility, theme, MATCHUM_PAPER_A4);
  g_assert_cmpuint (g_strv_length (wanted.words), >, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (with_slow || !readers[i].is_slow)
        check_reader (&readers[i], name, theme, pdf, &wanted);
    }
}

static void
test_words (gconstpointer theme)
{
  g_auto (GStrv) paths = print_list_resumes ();
  guint step = print_is_long () ? LONG_STEP : SHORT_STEP;

  if (!is_there ())
    return;
  g_assert_cmpuint (g_strv_length (paths), >, 100);
  /* Of the six, one in both languages and one English is read by all. */
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *base = g_strconcat (print_resumes[i], ".md", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "resumes", base, NULL);

      check_resume (path, theme, print_is_long () || i == 3 || (i == 4 && g_str_equal (theme, "ats")));
    }
  for (guint i = 0; i < g_strv_length (paths); i += step)
    check_resume (paths[i], theme, print_is_long () && i % (3 * step) == 0);
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
      if (g_hash_table_contains (known, got[i]) || g_regex_match_simple ("^[0-9]/[0-9]$", got[i], 0, 0))
        continue;
      g_test_message ("%s %s: \"%s\" is new", name, theme, got[i]);
      n_unknown++;
    }
  g_assert_cmpuint (n_unknown, ==, 0);
}

static void
test_no_new_words (gconstpointer theme)
{
  if (!is_there ())
    return;
  for (guint i = 0; print_resumes[i] != NULL; i++)
    check_no_new_words (print_resumes[i], theme);
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

/* How many dated entries there are, and of these, *n_apart whose dates are not on the line of their title in text: a
 * title that is wider than a line takes the dates to its second one. */
static guint
check_dates (MatchumVisibility *visibility, const char *text, guint *n_apart)
{
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
          g_test_message ("%s is not on the line of %s", dates, words[0]);
          (*n_apart)++;
        }
      n_dates++;
    }

  return n_dates;
}

static void
check_dates_of (const char *name, gboolean with_slow, guint *n_dates, guint *n_apart)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *text = with_slow || !readers[i].is_slow ? print_run_list (pdf, readers[i].command) : NULL;

      if (text != NULL)
        n_dates[i] += check_dates (visibility, text, &n_apart[i]);
    }
}

static void
test_dates_on_title_line (void)
{
  guint n_dates[G_N_ELEMENTS (readers)] = { 0 };
  guint n_apart[G_N_ELEMENTS (readers)] = { 0 };

  if (!is_there ())
    return;
  for (guint i = 0; print_resumes[i] != NULL; i++)
    check_dates_of (print_resumes[i], print_is_long () || i == 0 || i == 4, n_dates, n_apart);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (n_dates[i] == 0)
        continue;
      g_test_message ("%s: %u of %u dates apart from their titles", readers[i].name, n_apart[i], n_dates[i]);
      g_assert_cmpuint (n_dates[i], >, readers[i].is_slow ? 12 : 40);
      g_assert_cmpuint (n_apart[i], <=, 1);
    }
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

static double
get_share_of (const char *name, const char *text)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (GStrv) wanted = print_split_markdown (markdown);
  g_auto (GStrv) got = print_split_text (text);

  return print_get_share (wanted, got);
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
      g_assert_cmpfloat (get_share_of (print_resumes[i], text->str), >=, ATS_SHARE);
    }
}

static void
add_for_themes (const char *name, GTestDataFunc test)
{
  const char *const *themes = matchum_theme_get_names ();

  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/print/words/%s/%s", name, themes[i]);

      g_test_add_data_func (path, themes[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_for_themes ("all", test_words);
  add_for_themes ("no-new", test_no_new_words);
  g_test_add_func ("/print/words/dates-on-title-line", test_dates_on_title_line);
  g_test_add_func ("/print/words/dates-not-alone", test_dates_not_alone);
  g_test_add_func ("/print/words/tagged", test_tagged_words);

  return g_test_run ();
}
