/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the choice for a page budget: 200 items held against 40 requirements, made up anew for every case, on real
 * pages; the greedy choice beside it; and one resume of 2,000 items. */
#include "config.h"

#include <string.h>

#include "bench-postings.h"
#include "matchum-page-gauge.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "tailor/matchum-fit-greedy.h"
#include "tailor/matchum-fit-problem.h"
#include "tailor/matchum-page-fit.h"

#define N_CASES 200
#define N_ITEMS 200
#define N_REQUIREMENTS 40
#define MANY_ITEMS 2000
/* What it should take at most, in milliseconds. */
#define MAX_MEDIAN 50.0
#define MAX_WORST 500.0
/* The machine may be slow, and busy: the floor is a tenth of the speed, and tries one case in ten. */
#define MAX_SLOWER 10
#define N_PER_FLOOR 10
/* The last page is to be filled so far, unless nothing that is hidden would fit. */
#define LEAST_FILL 0.9

static const char *const names[] = {
  "Python",     "Java",     "Kotlin", "Go",        "Rust",       "TypeScript", "SQL",       "PyTorch",
  "TensorFlow", "Spark",    "Kafka",  "Airflow",   "Kubernetes", "Docker",     "Terraform", "AWS",
  "GCP",        "BigQuery", "Redis",  "MySQL",     "MongoDB",    "Cassandra",  "GraphQL",   "gRPC",
  "React",      "Vue.js",   "Django", "FastAPI",   "Prometheus", "Grafana",    "Jenkins",   "MLflow",
  "Kubeflow",   "Hadoop",   "Flink",  "Snowflake", "dbt",        "Tableau",    "Looker",    "PostgreSQL",
};
static const char *const fillers[] = {
  "for the search of a shop with many sellers",
  "and cut the time of a nightly run from six hours to forty minutes",
  "after talks with three other teams, who had asked for it for a year, and wrote the guide that new members read "
  "first",
  "for 3 million users a month",
  "so that errors are found before a release, and not by customers",
};

static const char *
pick (GRand *random, const char *const *words, gsize n)
{
  return words[g_rand_int_range (random, 0, (gint32) n)];
}

#define PICK(random, words) pick (random, words, G_N_ELEMENTS (words))

static void
add_items (GString *text, GRand *random, guint *n_left, guint most)
{
  for (gint i = g_rand_int_range (random, 1, (gint32) most); i > 0 && *n_left > 0; i--, (*n_left)--)
    {
      g_string_append_printf (text, "- Built a part of it with %s ", PICK (random, names));
      if (g_rand_boolean (random))
        g_string_append_printf (text, "and %s ", PICK (random, names));
      g_string_append_printf (text, "%s\n", PICK (random, fillers));
    }
}

static char *
make_resume (GRand *random, guint n_items)
{
  GString *text = g_string_new ("# Kim Hana\n\nhana@example.com | 010-0000-0000\n\n## Experience\n");
  guint n_left = n_items;

  for (guint i = 0; i < 5; i++)
    {
      g_string_append_printf (text, "\n### Company %u, Engineer | %u.01 - %u.12\n\n", i, 2025 - 2 * i, 2026 - 2 * i);
      add_items (text, random, &n_left, n_items / 6);
    }
  g_string_append (text, "\n## Skills\n\n");
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (text, "- %s, %s, %s\n", PICK (random, names), PICK (random, names), PICK (random, names));
  g_string_append (text,
                   "\n## Education\n\n### Some University, BSc in Statistics | 2010.03 - 2014.02\n\n## Projects\n");
  for (guint i = 0; n_left > 0; i++)
    {
      g_string_append_printf (text, "\n### Project %u | %u.0%u\n\n", i, 2015 + i % 11, 1 + i % 9);
      add_items (text, random, &n_left, 6);
    }
  return g_string_free (text, FALSE);
}

static char *
make_posting (GRand *random)
{
  GString *text = g_string_new ("## Requirements\n\n");

  for (guint i = 0; i < N_REQUIREMENTS; i++)
    {
      if (i == N_REQUIREMENTS / 2)
        g_string_append (text, "\n## Preferred\n\n");
      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          g_string_append_printf (text, "- Experience with %s and %s\n", PICK (random, names), PICK (random, names));
          break;
        case 1:
          g_string_append_printf (text, "- %s or %s\n", PICK (random, names), PICK (random, names));
          break;
        case 2:
          g_string_append_printf (text, "- At least two of %s, %s, %s, %s\n", PICK (random, names),
                                  PICK (random, names), PICK (random, names), PICK (random, names));
          break;
        case 3:
          g_string_append_printf (text, "- %d+ years of experience with %s\n", g_rand_int_range (random, 1, 6),
                                  PICK (random, names));
          break;
        case 4:
          g_string_append_printf (text, "- %s, %s and %s in production\n", PICK (random, names), PICK (random, names),
                                  PICK (random, names));
          break;
        default:
          g_string_append_printf (text, "- Experience with %s\n", PICK (random, names));
        }
    }
  return g_string_free (text, FALSE);
}

static MatchumMatch *
make_match (MatchumLexicon *lexicon, GRand *random, guint n_items)
{
  g_autoptr (GBytes) resume_bytes = NULL;
  g_autoptr (GBytes) posting_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) resume_source = NULL;
  g_autoptr (MatchumSource) posting_source = NULL;
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumPosting) posting = NULL;
  char *text = make_resume (random, n_items);

  resume_bytes = g_bytes_new_take (text, strlen (text));
  text = make_posting (random);
  posting_bytes = g_bytes_new_take (text, strlen (text));
  resume_source = matchum_source_new ("resume", resume_bytes, &error);
  g_assert_no_error (error);
  posting_source = matchum_source_new ("posting", posting_bytes, &error);
  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_assert_no_error (error);
  posting = matchum_posting_reader_read (posting_source, &error);
  g_assert_no_error (error);
  return matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2026, 11, 1 });
}

typedef struct {
  GArray *times;        /* of double, in milliseconds */
  GArray *greedy_times; /* the same */
  guint n_worse;        /* than greedy with exchange */
  guint n_better;
  guint n_optimal;
  guint n_over;      /* more pages than asked */
  double least_fill; /* of the last page */
} Figures;

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len / 2);
}

static double
get_worst (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len - 1);
}

static void
add_time (GArray *times, gint64 start)
{
  double time = (double) (bench_get_time () - start) / 1000.0;

  g_array_append_val (times, time);
}

static guint8 *
list_visible (MatchumVisibility *visibility)
{
  const guint n = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  guint8 *is_visible = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    is_visible[i] = (guint8) matchum_visibility_is_visible (visibility, i);
  return is_visible;
}

static void
compare_with_greedy (Figures *figures, const MatchumFitRequest *request, MatchumPageFit *fit)
{
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (matchum_match_get_resume (request->match));
  g_autoptr (MatchumFitProblem) problem = matchum_fit_problem_new (request, all, 0.0);
  g_autofree guint8 *chosen = list_visible (matchum_coverage_get_visibility (matchum_page_fit_get_coverage (fit)));
  const gint64 start = bench_get_time ();
  g_autofree guint8 *greedy = matchum_fit_greedy_choose (problem);
  gint order;

  matchum_fit_greedy_exchange (problem, greedy, G_MAXINT64);
  add_time (figures->greedy_times, start);
  order = matchum_fit_value_compare (matchum_fit_problem_judge (problem, chosen),
                                     matchum_fit_problem_judge (problem, greedy));
  figures->n_worse += order < 0;
  figures->n_better += order > 0;
}

static void
run_case (MatchumLexicon *lexicon, GRand *random, guint n_items, guint n_pages, Figures *figures)
{
  g_autoptr (MatchumMatch) match = make_match (lexicon, random, n_items);
  g_autoptr (MatchumApplication) application = matchum_application_new ();
  g_autoptr (MatchumPageGauge) gauge = NULL;
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (matchum_match_get_resume (match));
  g_autoptr (MatchumPageFit) fit = NULL;
  MatchumPageStyle style;
  MatchumFitRequest request = { .match = match, .application = application, .n_pages = n_pages };
  double pages;
  gint64 start;

  matchum_page_style_init (&style);
  gauge = matchum_page_gauge_new (matchum_match_get_resume (match), &style, NULL);
  request.measure = matchum_page_gauge_get_measure (gauge);
  request.measure->count_pages (request.measure, all, 0.0);
  start = bench_get_time ();
  fit = matchum_page_fit_new (&request);
  add_time (figures->times, start);
  if (g_getenv ("FIT_BENCH_TRACE") != NULL)
    g_printerr ("%u pages: %.1f ms, %s\n", n_pages, (double) (bench_get_time () - start) / 1000.0,
                matchum_fit_status_get_nick (matchum_page_fit_get_status (fit)));
  pages = matchum_page_fit_get_pages (fit);
  figures->n_over += pages > n_pages;
  figures->n_optimal += matchum_page_fit_get_status (fit) == MATCHUM_FIT_OPTIMAL;
  figures->least_fill = MIN (figures->least_fill, pages - (n_pages - 1));
  if (n_items == N_ITEMS)
    compare_with_greedy (figures, &request, fit);
}

static void
figures_init (Figures *figures)
{
  *figures = (Figures){ .least_fill = 1.0 };
  figures->times = g_array_new (FALSE, FALSE, sizeof (double));
  figures->greedy_times = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
figures_clear (Figures *figures)
{
  g_array_unref (figures->times);
  g_array_unref (figures->greedy_times);
}

static gboolean
is_within (gboolean is_floor, const Figures *figures)
{
  double slower = is_floor ? MAX_SLOWER : 1;

  return get_median (figures->times) < MAX_MEDIAN * slower && get_worst (figures->times) < MAX_WORST * slower
         && figures->n_worse == 0 && figures->n_over == 0 && figures->least_fill >= LEAST_FILL;
}

static void
measure_many (MatchumLexicon *lexicon, GRand *random)
{
  Figures figures;

  figures_init (&figures);
  for (guint n_pages = 1; n_pages <= 3; n_pages++)
    {
      run_case (lexicon, random, MANY_ITEMS, n_pages, &figures);
      g_print ("# %u items, %u pages: %.0f ms\n", MANY_ITEMS, n_pages,
               g_array_index (figures.times, double, figures.times->len - 1));
    }
  figures_clear (&figures);
}

int
main (int argc, char **argv)
{
  gboolean is_floor = argc > 1 && strcmp (argv[1], "--floor") == 0;
  guint n_cases = is_floor ? N_CASES / N_PER_FLOOR : N_CASES;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (&error);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  Figures figures;

  g_assert_no_error (error);
  figures_init (&figures);
  for (guint i = 0; i < n_cases; i++)
    run_case (lexicon, random, N_ITEMS, 1 + i % 3, &figures);
  g_print (
      "1..1\n# %u cases of %u items and %u requirements on 1 to 3 pages: median %.1f ms, worst %.1f ms; %u optimal\n",
      n_cases, N_ITEMS, N_REQUIREMENTS, get_median (figures.times), get_worst (figures.times), figures.n_optimal);
  g_print ("# greedy with exchange: median %.1f ms, worst %.1f ms; worse in %u, better in %u; last page filled %.2f at "
           "least\n",
           get_median (figures.greedy_times), get_worst (figures.greedy_times), figures.n_better, figures.n_worse,
           figures.least_fill);
  if (!is_floor)
    measure_many (lexicon, random);
  g_print ("%s 1 fit\n", is_within (is_floor, &figures) ? "ok" : "not ok");
  figures_clear (&figures);
  return 0;
}
