/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how fast resumes are held against postings: the names found in a text, one match, ten thousand matches, and
 * the coverage after one item was hidden. */
#include "config.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "match/matchum-coverage.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

#define N_POSTINGS 10000
#define N_RUNS 7
#define N_ALIASES 200
#define RECOGNITION_BYTES (4 * 1000 * 1000)
#define MANY_ITEMS 300
#define USUAL_ITEMS 150
#define N_REQUIREMENTS 60

/* Microseconds of this process alone: others may be at work on the machine. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
get_median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return (double) times[n / 2] / 1000;
}

static double
get_peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static GPtrArray *
load_texts (const char *const *folders)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          char *text = NULL;

          if (g_file_get_contents (path, &text, NULL, NULL))
            g_ptr_array_add (texts, text);
        }
    }
  return texts;
}

static MatchumSource *
make_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("text", bytes, &error);

  g_assert_no_error (error);
  return source;
}

static MatchumPosting *
read_posting (const char *text)
{
  g_autoptr (MatchumSource) source = make_source (text);
  g_autoptr (GError) error = NULL;
  MatchumPosting *posting = matchum_posting_reader_read (source, &error);

  g_assert_no_error (error);
  return posting;
}

/* A resume of n_items items, made of the lines of many. */
static MatchumResume *
make_resume (GPtrArray *texts, guint n_items)
{
  g_autoptr (GString) text = g_string_new ("# 홍길동\n\n## 경력\n\n");
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GError) error = NULL;
  MatchumResume *resume;
  guint n = 0;

  for (guint i = 0; i < texts->len && n < n_items; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (texts, i), "\n", -1);

      g_string_append_printf (text, "\n### 회사 %u, 엔지니어, 20%02u.01 - 20%02u.06\n\n", i, i % 20, i % 20 + 1);
      for (guint k = 0; lines[k] != NULL && n < n_items; k++)
        if (g_str_has_prefix (lines[k], "- "))
          {
            g_string_append_printf (text, "%s\n", lines[k]);
            n++;
          }
    }
  source = make_source (text->str);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  return resume;
}

static void
measure_lexicon (void)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = get_time ();

      matchum_lexicon_unref (matchum_lexicon_new_builtin (NULL));
      times[i] = get_time () - start;
      if (i == 0)
        g_print ("lexicon ready for the first time     %10.3f ms\n", (double) times[0] / 1000);
    }
  g_print ("lexicon ready                        %10.3f ms\n", get_median (times, N_RUNS));
}

static void
measure_recognition (MatchumLexicon *lexicon, GPtrArray *postings)
{
  gint64 fold_times[N_RUNS], find_times[N_RUNS];
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_mentions = 0;
  double fold, find;

  while (text->len < RECOGNITION_BYTES)
    for (guint i = 0; i < postings->len; i++)
      g_string_append (text, g_ptr_array_index (postings, i));
  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = get_time ();
      g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text->str, (gssize) text->len);
      const gint64 middle = get_time ();
      g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);

      fold_times[i] = middle - start;
      find_times[i] = get_time () - middle;
      n_mentions = mentions->len;
    }
  fold = get_median (fold_times, N_RUNS);
  find = get_median (find_times, N_RUNS);
  g_print ("names in %.2f MB of postings (%u)    fold %.1f MB/s, find %.1f MB/s, both %.1f MB/s\n",
           (double) text->len / 1e6, n_mentions, (double) text->len / fold / 1000, (double) text->len / find / 1000,
           (double) text->len / (fold + find) / 1000);
}

/* Names of the user's own, made of those of the lexicon: half of what no concept is called. */
static void
measure_aliases (MatchumLexicon *lexicon)
{
  MatchumLexiconAlias aliases[N_ALIASES];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_ALIASES; i++)
    {
      const guint index = i * 7 % matchum_lexicon_get_n_concepts (lexicon);

      aliases[i].name = g_strdup_printf ("사내 도구 %u", i);
      aliases[i].concept = i % 2 == 0 ? g_strdup (matchum_lexicon_get_concept (lexicon, index)->id)
                                      : g_strdup_printf ("우리말 %u", i / 4);
      g_ptr_array_add (texts, (char *) aliases[i].name);
      g_ptr_array_add (texts, (char *) aliases[i].concept);
    }
  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = get_time ();

      matchum_lexicon_unref (matchum_lexicon_new_with_aliases (lexicon, aliases, N_ALIASES, NULL));
      times[i] = get_time () - start;
    }
  g_print ("%u names of the user's own          %10.3f ms\n", N_ALIASES, get_median (times, N_RUNS));
}

static void
judge (MatchumMatch *match)
{
  g_autoptr (MatchumVisibility) visibility = matchum_visibility_new_all (matchum_match_get_resume (match));
  g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (match, visibility);

  g_assert_nonnull (coverage);
}

static void
measure_matches (MatchumLexicon *lexicon, GPtrArray *postings, MatchumResume *resume)
{
  g_autoptr (MatchumEvidenceIndex) index = matchum_evidence_index_new (resume, lexicon);
  g_autofree gint64 *times = g_new (gint64, N_POSTINGS);
  const double before = get_peak_megabytes ();
  gint64 judging = 0;
  guint n_requirements = 0;

  for (guint i = 0; i < N_POSTINGS; i++)
    {
      g_autoptr (MatchumPosting) posting = read_posting (g_ptr_array_index (postings, i % postings->len));
      g_autoptr (MatchumMatch) match = NULL;
      const gint64 start = get_time ();

      match = matchum_match_new_with_index (index, posting, (MatchumDay){ 2026, 11, 1 });
      judge (match);
      n_requirements += matchum_match_get_n_requirements (match);
      times[i] = get_time () - start;
      judging += times[i];
    }
  g_print ("%u postings by %u blocks judged      %10.3f s (%u requirements), %.1f MB more\n", N_POSTINGS,
           matchum_resume_get_n_blocks (resume), (double) judging / 1e6, n_requirements,
           get_peak_megabytes () - before);
  g_print ("one posting judged                   %10.3f ms\n", get_median (times, N_POSTINGS));
}

/* The resume and its index once more, as after an edit of its text. */
static void
measure_index (MatchumLexicon *lexicon, MatchumResume *resume)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = get_time ();

      matchum_evidence_index_unref (matchum_evidence_index_new (resume, lexicon));
      times[i] = get_time () - start;
    }
  g_print ("index of %3u blocks                  %10.3f ms\n", matchum_resume_get_n_blocks (resume),
           get_median (times, N_RUNS));
}

/* One item after the other is hidden, and what is left is judged. */
static void
measure_coverage (MatchumLexicon *lexicon, GPtrArray *postings, MatchumResume *resume)
{
  g_autoptr (GString) text = g_string_new ("자격요건\n");
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  gint64 times[100];
  guint n = 0;

  for (guint i = 0; i < postings->len && n < N_REQUIREMENTS; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (postings, i), "\n", -1);

      for (guint k = 0; lines[k] != NULL && n < N_REQUIREMENTS; k++)
        if (g_str_has_prefix (lines[k], "- "))
          {
            g_string_append_printf (text, "%s\n", lines[k]);
            n++;
          }
    }
  posting = read_posting (text->str);
  match = matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2026, 11, 1 });
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const gint64 start = get_time ();
      g_autoptr (MatchumVisibility) visibility = matchum_visibility_with_hidden (all, 10 + i);
      g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (match, visibility);

      times[i] = get_time () - start;
      g_assert_nonnull (coverage);
    }
  g_print ("coverage, %u blocks by %u requirements %8.3f ms\n", matchum_resume_get_n_blocks (resume),
           matchum_match_get_n_requirements (match), get_median (times, G_N_ELEMENTS (times)));
}

int
main (int argc, char **argv)
{
  static const char *const posting_folders[] = { "cases/postings", "cases/wide/postings", "cases-2/postings", NULL };
  static const char *const resume_folders[] = { "cases/resumes", "cases-2/resumes", NULL };
  g_autoptr (GPtrArray) postings = NULL;
  g_autoptr (GPtrArray) resumes = NULL;
  g_autoptr (MatchumLexicon) lexicon = NULL;
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumResume) many = NULL;

  g_test_init (&argc, &argv, NULL);
  postings = load_texts (posting_folders);
  resumes = load_texts (resume_folders);
  measure_lexicon ();
  lexicon = matchum_lexicon_new_builtin (NULL);
  measure_aliases (lexicon);
  measure_recognition (lexicon, postings);
  resume = make_resume (resumes, USUAL_ITEMS);
  many = make_resume (resumes, MANY_ITEMS);
  measure_index (lexicon, resume);
  measure_coverage (lexicon, postings, many);
  measure_matches (lexicon, postings, resume);
  return 0;
}
