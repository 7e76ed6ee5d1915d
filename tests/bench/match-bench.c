/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how fast resumes are held against postings: the names found in a text, one match, ten thousand matches, and
 * the coverage after one item was hidden. */
#include "config.h"

#include <string.h>

#include "bench-postings.h"
#include "match/matchum-coverage.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

#define N_POSTINGS 10000
/* The labelled postings are of 2,000 bytes on the average, long ones of 3,000. */
#define USUAL_BYTES 2000
#define MEAN_BYTES 3000
#define N_RUNS 7
#define N_ALIASES 200
#define RECOGNITION_BYTES (4 * 1000 * 1000)
#define MANY_ITEMS 300
#define USUAL_ITEMS 150
#define N_REQUIREMENTS 60
/* What it should take at most: seconds of all postings that are read, milliseconds of the rest; and MB a second, MB. */
#define MAX_JUDGING 2.0
#define MAX_ONE 0.3
#define MAX_INDEX 2.0
#define MAX_COVERAGE 0.1
#define MAX_LEXICON 5.0
#define MIN_RECOGNITION 100.0
#define MAX_MEMORY 150.0
/* The machine may be slow, and busy: the floor is a tenth of the speed, and tries one posting in ten. */
#define MAX_SLOWER 10
#define N_PER_FLOOR 10

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
read_posting (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, &error);
  MatchumPosting *posting = source != NULL ? matchum_posting_reader_read (source, &error) : NULL;

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

/* Of all but the first. */
static double
measure_lexicon (double *first)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = bench_get_time ();

      matchum_lexicon_unref (matchum_lexicon_new_builtin (NULL));
      times[i] = bench_get_time () - start;
    }
  *first = (double) times[0] / 1000;
  return get_median (times, N_RUNS);
}

/* Both in MB a second. */
typedef struct {
  double fold;
  double find;
} Recognition;

static Recognition
measure_recognition (MatchumLexicon *lexicon, GPtrArray *postings)
{
  gint64 fold_times[N_RUNS], find_times[N_RUNS];
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < RECOGNITION_BYTES)
    for (guint i = 0; i < postings->len; i++)
      g_string_append (text, g_ptr_array_index (postings, i));
  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = bench_get_time ();
      g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text->str, (gssize) text->len);
      const gint64 middle = bench_get_time ();
      g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);

      fold_times[i] = middle - start;
      find_times[i] = bench_get_time () - middle;
      g_assert_cmpuint (mentions->len, >, 0);
    }
  return (Recognition){ (double) text->len / get_median (fold_times, N_RUNS) / 1000,
                        (double) text->len / get_median (find_times, N_RUNS) / 1000 };
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
      const gint64 start = bench_get_time ();

      matchum_lexicon_unref (matchum_lexicon_new_with_aliases (lexicon, aliases, N_ALIASES, NULL));
      times[i] = bench_get_time () - start;
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

/* Seconds of all together, milliseconds of the one in the middle. */
typedef struct {
  double reading;
  double judging;
  double one_read;
  double one_judged;
  double one;
  guint n_requirements;
} Matches;

/* No two of the postings are the same. Each is read, judged and let go. */
static Matches
measure_matches (MatchumLexicon *lexicon, GPtrArray *postings, MatchumResume *resume)
{
  g_autoptr (MatchumEvidenceIndex) index = matchum_evidence_index_new (resume, lexicon);
  g_autofree gint64 *reading = g_new (gint64, postings->len);
  g_autofree gint64 *judging = g_new (gint64, postings->len);
  g_autofree gint64 *both = g_new (gint64, postings->len);
  Matches matches = { 0 };

  for (guint i = 0; i < postings->len; i++)
    {
      const gint64 start = bench_get_time ();
      g_autoptr (MatchumPosting) posting = read_posting (g_ptr_array_index (postings, i));
      const gint64 middle = bench_get_time ();
      g_autoptr (MatchumMatch) match = matchum_match_new_with_index (index, posting, (MatchumDay){ 2026, 11, 1 });

      judge (match);
      both[i] = bench_get_time () - start;
      reading[i] = middle - start;
      judging[i] = both[i] - reading[i];
      matches.reading += (double) reading[i] / 1e6;
      matches.judging += (double) judging[i] / 1e6;
      matches.n_requirements += matchum_match_get_n_requirements (match);
    }
  matches.one_read = get_median (reading, postings->len);
  matches.one_judged = get_median (judging, postings->len);
  matches.one = get_median (both, postings->len);
  return matches;
}

/* The resume and its index once more, as after an edit of its text. */
static double
measure_index (MatchumLexicon *lexicon, MatchumResume *resume)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = bench_get_time ();

      matchum_evidence_index_unref (matchum_evidence_index_new (resume, lexicon));
      times[i] = bench_get_time () - start;
    }
  return get_median (times, N_RUNS);
}

/* One item after the other is hidden, and what is left is judged. */
static double
measure_coverage (MatchumLexicon *lexicon, GPtrArray *postings, MatchumResume *resume)
{
  g_autoptr (GString) text = g_string_new ("자격요건\n");
  g_autoptr (GBytes) bytes = NULL;
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
  bytes = g_bytes_new (text->str, text->len);
  posting = read_posting (bytes);
  match = matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2026, 11, 1 });
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const gint64 start = bench_get_time ();
      g_autoptr (MatchumVisibility) visibility = matchum_visibility_with_hidden (all, 10 + i);
      g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (match, visibility);

      times[i] = bench_get_time () - start;
      g_assert_nonnull (coverage);
    }
  return get_median (times, G_N_ELEMENTS (times));
}

typedef struct {
  GPtrArray *postings; /* texts */
  MatchumLexicon *lexicon;
  MatchumResume *resume;
  MatchumResume *many;
} Bench;

static void
bench_init (Bench *self)
{
  static const char *const folders[] = { "cases/resumes", "cases-2/resumes", NULL };
  g_autoptr (GPtrArray) resumes = load_texts (folders);

  self->postings = bench_load_postings ();
  self->lexicon = matchum_lexicon_new_builtin (NULL);
  self->resume = make_resume (resumes, USUAL_ITEMS);
  self->many = make_resume (resumes, MANY_ITEMS);
}

static void
bench_clear (Bench *self)
{
  g_ptr_array_unref (self->postings);
  matchum_lexicon_unref (self->lexicon);
  matchum_resume_unref (self->resume);
  matchum_resume_unref (self->many);
}

static void
print_matches (Bench *self, gsize n_bytes)
{
  g_autoptr (GPtrArray) different = bench_make_postings (self->postings, N_POSTINGS, n_bytes);
  const Matches matches = measure_matches (self->lexicon, different, self->resume);

  g_print ("%u different postings of %" G_GSIZE_FORMAT " bytes, %u requirements, by %u blocks\n", N_POSTINGS, n_bytes,
           matches.n_requirements, matchum_resume_get_n_blocks (self->resume));
  g_print ("  all judged %.3f s, and read before that %.3f s, together %.3f s\n", matches.judging, matches.reading,
           matches.judging + matches.reading);
  g_print ("  one of them judged %.3f ms, and read before that %.3f ms, together %.3f ms\n", matches.one_judged,
           matches.one_read, matches.one);
}

static void
print_figures (void)
{
  Bench self;
  double first;
  const double usual = measure_lexicon (&first);
  Recognition recognition;

  bench_init (&self);
  g_print ("lexicon ready                        %10.3f ms, %.3f ms the first time\n", usual, first);
  measure_aliases (self.lexicon);
  recognition = measure_recognition (self.lexicon, self.postings);
  g_print ("names in postings    fold %.1f MB/s, find %.1f MB/s, both %.1f MB/s\n", recognition.fold, recognition.find,
           1 / (1 / recognition.fold + 1 / recognition.find));
  g_print ("index of %3u blocks                  %10.3f ms\n", matchum_resume_get_n_blocks (self.resume),
           measure_index (self.lexicon, self.resume));
  g_print ("coverage, %u blocks by %u requirements %8.3f ms\n", matchum_resume_get_n_blocks (self.many), N_REQUIREMENTS,
           measure_coverage (self.lexicon, self.postings, self.many));
  print_matches (&self, USUAL_BYTES);
  print_matches (&self, MEAN_BYTES);
  g_print ("  %.1f MB of memory at most, the texts of all included\n", bench_get_peak ());
  bench_clear (&self);
}

static void
test_floor (void)
{
  Bench self;
  double first;
  g_autoptr (GPtrArray) different = NULL;
  Matches matches;

  g_assert_cmpfloat (measure_lexicon (&first), <, MAX_LEXICON * MAX_SLOWER);
  bench_init (&self);
  g_assert_cmpfloat (measure_recognition (self.lexicon, self.postings).find, >, MIN_RECOGNITION / MAX_SLOWER);
  g_assert_cmpfloat (measure_index (self.lexicon, self.resume), <, MAX_INDEX * MAX_SLOWER);
  g_assert_cmpfloat (measure_coverage (self.lexicon, self.postings, self.many), <, MAX_COVERAGE * MAX_SLOWER);
  different = bench_make_postings (self.postings, N_POSTINGS / N_PER_FLOOR, MEAN_BYTES);
  matches = measure_matches (self.lexicon, different, self.resume);
  g_assert_cmpfloat (matches.judging, <, MAX_JUDGING * MAX_SLOWER / N_PER_FLOOR);
  g_assert_cmpfloat (matches.one, <, MAX_ONE * MAX_SLOWER);
  g_assert_cmpfloat (bench_get_peak (), <, MAX_MEMORY);
  bench_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_equal (argv[1], "--floor"))
    {
      g_test_add_func ("/match/figures", test_floor);
      return g_test_run ();
    }
  print_figures ();
  return 0;
}
