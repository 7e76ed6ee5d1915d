/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing for a page budget: held against all choices there are wherever these can all be tried, on pages divided by
 * the paginator; and on the pages of real resumes. */
#include "config.h"

#include <math.h>

#include "../support/labelled-pairs.h"
#include "matchum-page-gauge.h"
#include "matchum-pages.h"
#include "matchum-paginator.h"
#include "print-support.h"
#include "tailor/matchum-fit-greedy.h"
#include "tailor/matchum-fit-problem.h"
#include "tailor/matchum-fit-search.h"
#include "tailor/matchum-page-fit.h"
#include "tailor/matchum-tailored-resume.h"

/* Made-up resumes with as many blocks that may go as can all be tried. */
#define N_SMALL_CASES 500
#define N_SMALL_CASES_LONG 5000
#define MIN_FREE 3
#define MAX_FREE 11

/* --- pages of random rows --- */

typedef struct {
  MatchumPageMeasure measure;
  MatchumResume *resume;
  MatchumGalleyRow *rows; /* of every block */
} RandomPages;

/* The gap of a block depends on whether a heading stands above it, as in print. */
static MatchumGalleyRow
get_row (RandomPages *self, guint above, guint block)
{
  MatchumGalleyRow row = self->rows[block];

  if (above == MATCHUM_BLOCK_NONE || matchum_resume_get_block (self->resume, above)->heading > 0)
    row.gap *= 0.25;
  return row;
}

static void
measure_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, MatchumBlockExtent *extents)
{
  RandomPages *self = (RandomPages *) measure;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      const MatchumGalleyRow *row = &self->rows[i];

      extents[i] = (MatchumBlockExtent){ 0 };
      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      extents[i].n_lines = row->n_lines;
      extents[i].height = row->line * row->n_lines + row->foot;
      extents[i].first_gap = get_row (self, block->parent, i).gap * MATCHUM_PAGINATOR_LEAST_GAP;
      extents[i].gap = row->gap * MATCHUM_PAGINATOR_LEAST_GAP * (block->heading > 0 ? 0.25 : 1.0);
    }
}

static double
count_pages_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, double extra)
{
  RandomPages *self = (RandomPages *) measure;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
  guint above = MATCHUM_BLOCK_NONE;
  double used = 0.0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (matchum_visibility_is_visible (visibility, i))
      {
        MatchumGalleyRow row = get_row (self, above, i);

        g_array_append_val (rows, row);
        above = i;
      }
  g_array_unref (matchum_paginator_fit ((const MatchumGalleyRow *) (gpointer) rows->data, rows->len,
                                        measure->page_height + extra, &used));
  return used;
}

static void
random_pages_init (RandomPages *self, MatchumResume *resume, GRand *random)
{
  guint n_blocks = matchum_resume_get_n_blocks (resume);

  *self = (RandomPages){ .measure = { .measure = measure_cb, .count_pages = count_pages_cb } };
  self->resume = resume;
  self->rows = g_new0 (MatchumGalleyRow, n_blocks + 1);
  self->measure.line_height = 12.0;
  self->measure.page_height = g_rand_double_range (random, 100.0, 220.0);
  for (guint i = 0; i < n_blocks; i++)
    {
      gboolean is_heading = matchum_resume_get_block (resume, i)->heading > 0;
      MatchumGalleyRow *row = &self->rows[i];

      row->gap = is_heading ? g_rand_double_range (random, 4.0, 12.0) : g_rand_double_range (random, 0.0, 4.0);
      row->line = is_heading ? g_rand_double_range (random, 12.0, 18.0) : 12.0;
      row->n_lines = is_heading ? 1 : (guint) g_rand_int_range (random, 1, 7);
      row->keeps_next = is_heading || g_rand_int_range (random, 0, 5) == 0;
      row->is_whole = is_heading;
      self->measure.top_gap = MAX (self->measure.top_gap, row->gap);
    }
}

/* --- made-up resumes and postings --- */

static const char lexicon_text[] = "concept kafka tool\n  en Kafka\nconcept docker tool\n  en Docker\n"
                                   "concept python programming-language\n  en Python\n"
                                   "concept spark tool\n  en Spark\nconcept redis tool\n  en Redis\n"
                                   "concept terraform tool\n  en Terraform\nconcept graphql tool\n  en GraphQL\n"
                                   "concept airflow tool\n  en Airflow\n";
static const char *const names[] = { "Kafka", "Docker", "Python", "Spark", "Redis", "Terraform", "GraphQL", "Airflow" };

static const char *
pick (GRand *random)
{
  return names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
}

static void
add_items (GString *text, GRand *random, guint most)
{
  for (gint i = g_rand_int_range (random, 1, (gint) most + 1); i > 0; i--)
    {
      g_string_append_printf (text, "- Ran %s%s%s for %d teams\n", pick (random), i % 2 ? " with " : "",
                              i % 2 ? pick (random) : "", g_rand_int_range (random, 2, 9));
      if (g_rand_int_range (random, 0, 6) == 0)
        g_string_append_printf (text, "    - and wrote a %s tool\n", pick (random));
    }
}

static char *
make_resume (GRand *random)
{
  GString *text = g_string_new ("# Kim\n\nkim@example.com\n\n## Experience\n");

  for (gint i = g_rand_int_range (random, 1, 3); i > 0; i--)
    {
      g_string_append_printf (text, "\n### Company %d | %d.01 - %d.12\n\n", i, 2012 + i, 2013 + i);
      add_items (text, random, 2);
    }
  if (g_rand_boolean (random))
    {
      g_string_append_printf (text, "\n## Projects\n\n### Project\n\n%s",
                              g_rand_boolean (random) ? "2020.03 - 2020.12\n\n" : "");
      add_items (text, random, 2);
    }
  if (g_rand_boolean (random))
    g_string_append_printf (text, "\n## Skills\n\n- %s, %s\n- %s\n", pick (random), pick (random), pick (random));
  if (g_rand_boolean (random))
    g_string_append (text, "\n## Education\n\n### Some University\n\n2008.03 - 2012.02\n");
  return g_string_free (text, FALSE);
}

static char *
make_posting (GRand *random)
{
  GString *text = g_string_new ("## Requirements\n\n");

  for (gint i = g_rand_int_range (random, 0, 7); i > 0; i--)
    {
      if (i == 3)
        g_string_append (text, "\n## Preferred\n\n");
      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          g_string_append_printf (text, "- %s experience\n", pick (random));
          break;
        case 1:
          g_string_append_printf (text, "- %s and %s\n", pick (random), pick (random));
          break;
        case 2:
          g_string_append_printf (text, "- %s or %s\n", pick (random), pick (random));
          break;
        case 3:
          g_string_append_printf (text, "- At least two of %s, %s, %s\n", pick (random), pick (random), pick (random));
          break;
        default:
          g_string_append_printf (text, "- %d+ years of experience with %s\n", g_rand_int_range (random, 1, 4),
                                  pick (random));
        }
    }
  return g_string_free (text, FALSE);
}

static MatchumSource *
make_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("text.md", bytes, &error);

  g_assert_no_error (error);
  return source;
}

static MatchumMatch *
match_texts (MatchumLexicon *lexicon, const char *resume_text, const char *posting_text)
{
  g_autoptr (MatchumSource) resume_source = make_source (resume_text);
  g_autoptr (MatchumSource) posting_source = make_source (posting_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (posting_source, &error);

  g_assert_no_error (error);
  return matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2026, 11, 1 });
}

static MatchumLexicon *
make_lexicon (const char *text)
{
  const char *const lexicon_names[] = { "test", NULL };
  const char *const texts[] = { text, NULL };
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = text != NULL ? matchum_lexicon_new_from_texts (lexicon_names, texts, &error)
                                         : matchum_lexicon_new_builtin (&error);

  g_assert_no_error (error);
  return lexicon;
}

/* --- all choices --- */

typedef struct {
  MatchumFitProblem *problem;
  guint free[MAX_FREE];
  guint n_free;
  guint n_tried;
  guint n_fitting;
  MatchumFitValue best;
} Trial;

static gboolean
list_free (Trial *self)
{
  for (guint i = 0; i < self->problem->n_items; i++)
    if (self->problem->items[i].place == MATCHUM_FIT_FREE && self->problem->items[i].leader == i)
      {
        if (self->n_free == MAX_FREE)
          return FALSE;
        self->free[self->n_free++] = i;
      }
  return self->n_free >= MIN_FREE;
}

/* A choice is one that the rules of hiding leave as it is. */
static void
try_choice (Trial *self, guint mask)
{
  g_autofree guint8 *choice = matchum_fit_problem_choose_all (self->problem);
  g_autoptr (MatchumVisibility) visibility = NULL;
  MatchumFitValue value;

  for (guint i = 0; i < self->problem->n_items; i++)
    for (guint k = 0; k < self->n_free; k++)
      if (self->problem->items[i].leader == self->free[k])
        choice[i] = (guint8) (mask >> k & 1);
  visibility = matchum_fit_problem_apply (self->problem, choice);
  for (guint i = 0; i < self->problem->n_items; i++)
    if (matchum_visibility_is_visible (visibility, i) != choice[i])
      return;
  self->n_tried++;
  if (self->problem->measure->count_pages (self->problem->measure, visibility, 0.0) > self->problem->n_pages)
    return;
  self->n_fitting++;
  /* The bound that the search trusts. */
  g_assert_cmpint (matchum_fit_problem_get_height (self->problem, choice), <=, self->problem->capacity);
  value = matchum_fit_problem_judge (self->problem, choice);
  if (self->n_fitting == 1 || matchum_fit_value_compare (value, self->best) > 0)
    self->best = value;
}

typedef struct {
  guint n_cases;
  guint n_optimal;
  guint n_broken_up; /* cases of several pages */
  guint n_greedy_worse;
} Count;

static void
check_search (Trial *trial, Count *count)
{
  g_autofree guint8 *choice = g_new0 (guint8, trial->problem->n_items + 1);
  MatchumFitStatus status =
      matchum_fit_search_run (trial->problem, g_get_monotonic_time () + 10 * G_USEC_PER_SEC, choice);
  MatchumFitValue value = matchum_fit_problem_judge (trial->problem, choice);

  if (trial->n_fitting == 0)
    {
      g_assert_cmpint (status, ==, MATCHUM_FIT_INFEASIBLE);
      return;
    }
  g_assert_cmpfloat (matchum_fit_problem_count_pages (trial->problem, choice), <=, trial->problem->n_pages);
  g_assert_cmpint (value.coverage, ==, trial->best.coverage);
  g_assert_cmpint (value.worth, ==, trial->best.worth);
  if (status == MATCHUM_FIT_NONE)
    return;
  g_assert_cmpint (status, ==, MATCHUM_FIT_OPTIMAL);
  count->n_optimal++;
  count->n_broken_up += trial->problem->n_pages > 1;
  g_free (choice);
  choice = matchum_fit_greedy_choose (trial->problem);
  matchum_fit_greedy_exchange (trial->problem, choice, G_MAXINT64);
  g_assert_true (matchum_fit_problem_fits (trial->problem, choice));
  g_assert_cmpint (matchum_fit_value_compare (matchum_fit_problem_judge (trial->problem, choice), value), <=, 0);
  count->n_greedy_worse += matchum_fit_value_compare (matchum_fit_problem_judge (trial->problem, choice), value) < 0;
}

/* Some blocks pinned, and some hidden by hand, in every other case. */
static MatchumApplication *
make_application (GRand *random, MatchumResume *resume)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pinned = g_ptr_array_new_with_free_func (g_free);
  gboolean is_chosen = g_rand_boolean (random);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume) && is_chosen; i++)
    {
      gint chance = g_rand_int_range (random, 0, 8);

      if (chance < 2)
        g_ptr_array_add (chance == 0 ? hidden : pinned, g_strdup (matchum_resume_get_block (resume, i)->id));
    }
  return matchum_application_new_from_ids (hidden, pinned);
}

static void
try_case (MatchumLexicon *lexicon, GRand *random, Count *count)
{
  g_autofree char *resume_text = make_resume (random);
  g_autofree char *posting_text = make_posting (random);
  g_autoptr (MatchumMatch) match = match_texts (lexicon, resume_text, posting_text);
  MatchumResume *resume = matchum_match_get_resume (match);
  g_autoptr (MatchumApplication) application = make_application (random, resume);
  g_autoptr (MatchumVisibility) all = matchum_application_get_visibility (application, resume);
  g_autoptr (MatchumFitProblem) problem = NULL;
  RandomPages pages;
  MatchumFitRequest request = { .match = match, .application = application, .measure = &pages.measure };
  Trial trial = { 0 };

  random_pages_init (&pages, resume, random);
  request.n_pages = (guint) g_rand_int_range (random, 1, 4);
  problem = matchum_fit_problem_new (&request, all, 0.0);
  trial.problem = problem;
  if (list_free (&trial))
    {
      count->n_cases++;
      for (guint mask = 0; mask < 1u << trial.n_free; mask++)
        try_choice (&trial, mask);
      check_search (&trial, count);
    }
  g_free (pages.rows);
}

static void
test_brute_force (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon (lexicon_text);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Count count = { 0 };

  while (count.n_cases < (print_is_long () ? N_SMALL_CASES_LONG : N_SMALL_CASES))
    try_case (lexicon, random, &count);
  g_test_message ("%u cases, %u where something had to go, %u of them of several pages; greedy was worse in %u",
                  count.n_cases, count.n_optimal, count.n_broken_up, count.n_greedy_worse);
  g_assert_cmpuint (count.n_optimal, >=, N_SMALL_CASES / 3);
  g_assert_cmpuint (count.n_broken_up, >=, 50);
}

/* --- real resumes --- */

typedef struct {
  guint n_themes; /* tried so far, one after another */
  guint n_fitted;
  guint n_proved;
  guint n_infeasible;
  guint n_exported;
  double least_fill;
  gboolean exports_all;
} Figures;

static guint
count_pdf_pages (MatchumVisibility *visibility, const MatchumPageStyle *style)
{
  g_autoptr (GBytes) pdf = print_export_in (visibility, style);
  g_autofree char *said = print_run (pdf, "pdfinfo", "PDF", NULL);
  const char *at = said != NULL ? strstr (said, "Pages:") : NULL;

  return at != NULL ? (guint) g_ascii_strtoull (at + strlen ("Pages:") + strspn (at + strlen ("Pages:"), " "), NULL, 10)
                    : 0;
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

/* Where the last page is not full, nothing that is hidden could be shown on it. */
static void
check_fill (const MatchumFitRequest *request, MatchumPageFit *fit, Figures *figures)
{
  g_autoptr (MatchumVisibility) all =
      matchum_application_get_visibility (request->application, matchum_match_get_resume (request->match));
  g_autoptr (MatchumFitProblem) problem = matchum_fit_problem_new (request, all, 0.0);
  MatchumVisibility *chosen = matchum_coverage_get_visibility (matchum_page_fit_get_coverage (fit));
  double filled = matchum_page_fit_get_pages (fit) - (request->n_pages - 1);
  g_autofree guint8 *own = list_visible (chosen);

  /* No choice that fits may be higher than the bound that the search trusts. */
  g_assert_cmpint (matchum_fit_problem_get_height (problem, own), <=, problem->capacity);

  for (guint i = 0; i < problem->n_items && filled < 0.9; i++)
    {
      g_autofree guint8 *choice = g_memdup2 (own, problem->n_items + 1);

      if (matchum_visibility_is_visible (chosen, i) || !matchum_fit_problem_is_choosable (problem, i))
        continue;
      matchum_fit_problem_show (problem, choice, i);
      g_assert_false (matchum_fit_problem_fits (problem, choice));
    }
  figures->least_fill = MIN (figures->least_fill, filled);
}

static void
check_pages (const MatchumFitRequest *request, const MatchumPageStyle *style, Figures *figures)
{
  g_autoptr (MatchumPageFit) fit = matchum_page_fit_new (request);
  g_autoptr (MatchumApplication) application = matchum_page_fit_dup_application (fit, NULL);
  g_autoptr (MatchumVisibility) visibility =
      matchum_application_get_visibility (application, matchum_match_get_resume (request->match));
  g_autoptr (MatchumPages) pages = print_lay_out_in (visibility, style);
  guint least = matchum_page_fit_get_least_pages (fit);

  g_assert_cmpfloat_with_epsilon (matchum_pages_get_used (pages), matchum_page_fit_get_pages (fit), 1e-9);
  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_INFEASIBLE)
    {
      figures->n_infeasible++;
      g_assert_cmpuint (least, >, request->n_pages);
      g_assert_cmpuint (matchum_pages_get_n_pages (pages), ==, least);
      return;
    }
  g_assert_cmpuint (matchum_pages_get_n_pages (pages), <=, request->n_pages);
  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_NONE)
    return;
  figures->n_fitted++;
  figures->n_proved += matchum_page_fit_get_status (fit) == MATCHUM_FIT_OPTIMAL;
  check_fill (request, fit, figures);
  if (!print_has ("pdfinfo") || figures->n_fitted % (print_is_long () || figures->exports_all ? 1 : 10) != 0)
    return;
  figures->n_exported++;
  g_assert_cmpuint (count_pdf_pages (visibility, style), <=, request->n_pages);
}

/* Every pair in two themes, so that all of them have their turn. */
static void
check_pair (MatchumMatch *match, const char *name, gpointer data)
{
  const char *const *themes = matchum_theme_get_names ();
  guint n_themes = g_strv_length ((char **) themes);
  Figures *figures = data;
  g_autoptr (MatchumApplication) application = matchum_application_new ();

  for (guint i = 0; i < 2; i++)
    {
      MatchumPageStyle style =
          print_get_style (themes[figures->n_themes++ % n_themes], i == 0 ? MATCHUM_PAPER_A4 : MATCHUM_PAPER_LETTER);
      g_autoptr (MatchumPageGauge) gauge = matchum_page_gauge_new (matchum_match_get_resume (match), &style, NULL);
      MatchumFitRequest request = { .match = match, .application = application };

      request.measure = matchum_page_gauge_get_measure (gauge);
      for (request.n_pages = 1; request.n_pages <= 2; request.n_pages++)
        check_pages (&request, &style, figures);
    }
}

/* The pages that were promised are those that are laid out and written. */
static void
test_labelled (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon (NULL);
  Figures figures = { .least_fill = 1.0 };
  guint n_pairs = labelled_pairs_visit (lexicon, print_is_long () ? 1 : 6, check_pair, &figures);

  g_test_message (
      "%u pairs: %u fitted, %u of them surely as well as can be, %u not to be fitted, %u written; last page "
      "filled %.2f at least",
      n_pairs, figures.n_fitted, figures.n_proved, figures.n_infeasible, figures.n_exported, figures.least_fill);
  g_assert_cmpuint (n_pairs, >=, 30);
  g_assert_cmpuint (figures.n_fitted, >=, n_pairs);
  g_assert_cmpuint (figures.n_proved * 100, >=, figures.n_fitted * 95);
}

/* --- what an application has of its own --- */

typedef struct {
  MatchumLexicon *lexicon;
  GRand *random;
  Figures figures;
  guint n_other; /* resumes that say something else, in another order */
} Tailoring;

/* Longer words for some items. */
static GArray *
make_wordings (GRand *random, MatchumResume *resume, GPtrArray *texts)
{
  GArray *wordings = g_array_new (FALSE, FALSE, sizeof (MatchumApplicationWording));

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      const MatchumApplicationWording wording = { block->id, NULL, NULL };

      if (block->kind != MATCHUM_BLOCK_ITEM || g_rand_int_range (random, 0, 3) > 0)
        continue;
      g_ptr_array_add (texts, g_strdup_printf ("Did more than %s, and 그보다 훨씬 더 많은 일을 함께 해냄",
                                               matchum_block_get_text (block)));
      g_array_append_val (wordings, wording);
      g_array_index (wordings, MatchumApplicationWording, wordings->len - 1).markdown = texts->pdata[texts->len - 1];
    }
  return wordings;
}

static MatchumApplication *
make_own (GRand *random, MatchumResume *resume)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) worded = NULL, titled = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free), order = g_ptr_array_new ();
  g_autoptr (GArray) wordings = make_wordings (random, resume, texts);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_ptr_array_insert (order, g_rand_int_range (random, 0, (gint) i + 1),
                        (gpointer) matchum_resume_get_block (resume, i)->id);
  worded = matchum_application_with_wordings (none, (const MatchumApplicationWording *) (gpointer) wordings->data,
                                              wordings->len);
  titled = matchum_application_with_title_line (worded, "Platform Engineer for All That Was Asked For");
  return matchum_application_with_order (titled, order);
}

static MatchumPageStyle
make_style (GRand *random)
{
  const char *const *themes = matchum_theme_get_names ();
  const guint n_themes = g_strv_length ((char **) themes);
  MatchumPageStyle style = print_get_style (themes[g_rand_int_range (random, 0, (gint) n_themes)], MATCHUM_PAPER_A4);

  style.base_size = g_rand_double_range (random, 8.0, 12.0);
  style.margin_x = g_rand_double_range (random, 30.0, 90.0);
  style.margin_y = g_rand_double_range (random, 30.0, 90.0);
  return style;
}

static void
check_tailored (MatchumMatch *match, const char *name, gpointer data)
{
  Tailoring *self = data;
  MatchumResume *baseline = matchum_match_get_resume (match);
  g_autoptr (MatchumApplication) application = make_own (self->random, baseline);
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) resume = matchum_tailored_resume_new_with_report (baseline, application, &report);
  g_autoptr (MatchumMatch) own =
      matchum_match_new (resume, matchum_match_get_posting (match), self->lexicon, matchum_match_get_as_of (match));
  const MatchumPageStyle style = make_style (self->random);
  g_autoptr (MatchumPageGauge) gauge = matchum_page_gauge_new (resume, &style, NULL);
  MatchumFitRequest request = { .match = own, .application = application };

  self->n_other += resume != baseline && !report->is_title_line_refused && report->refused->len == 0;
  request.measure = matchum_page_gauge_get_measure (gauge);
  for (request.n_pages = 1; request.n_pages <= 2; request.n_pages++)
    check_pages (&request, &style, &self->figures);
}

/* Own words, another order, a title line and another look: the pages that are written are still those of the budget. */
static void
test_tailored (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon (NULL);
  Tailoring tailoring = { lexicon, g_rand_new_with_seed (17), { .least_fill = 1.0, .exports_all = TRUE }, 0 };
  const guint n_pairs = labelled_pairs_visit (lexicon, print_is_long () ? 2 : 15, check_tailored, &tailoring);

  g_rand_free (tailoring.random);
  g_test_message ("%u pairs, %u with all that was asked for: %u fitted, %u not to be fitted, %u written; last page "
                  "filled %.2f at least",
                  n_pairs, tailoring.n_other, tailoring.figures.n_fitted, tailoring.figures.n_infeasible,
                  tailoring.figures.n_exported, tailoring.figures.least_fill);
  g_assert_cmpuint (tailoring.n_other * 10, >=, n_pairs * 9);
  g_assert_cmpuint (tailoring.figures.n_fitted, >=, n_pairs / 2);
  g_assert_cmpuint (tailoring.figures.n_exported, ==, print_has ("pdfinfo") ? tailoring.figures.n_fitted : 0);
}

/* --- heights --- */

typedef struct {
  GRand *random;
  guint n_choices;
  double loose; /* lines that the bounds have to spare on single pages, added up */
  guint n_single;
} Bounds;

/* A choice that fits on as many pages as it takes may not be higher than the bound for as many. */
static void
check_bound (MatchumFitProblem *problem, const guint8 *choice, Bounds *bounds)
{
  double pages = matchum_fit_problem_count_pages (problem, choice);
  double height = (double) matchum_fit_problem_get_height (problem, choice) / 100.0;
  double page = problem->measure->page_height;
  guint n_pages = (guint) ceil (pages);

  bounds->n_choices++;
  g_assert_cmpfloat (height, <=, page * n_pages + problem->measure->top_gap * MAX (n_pages - 1, 0) + 0.1 * n_pages);
  if (n_pages != 1)
    return;
  bounds->n_single++;
  bounds->loose += (pages * page - height) / problem->measure->line_height;
}

static void
try_heights (MatchumMatch *match, const char *name, gpointer data)
{
  Bounds *bounds = data;
  MatchumResume *resume = matchum_match_get_resume (match);
  g_autoptr (MatchumApplication) application = matchum_application_new ();
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  const char *const *themes = matchum_theme_get_names ();

  for (guint theme = 0; themes[theme] != NULL; theme++)
    {
      MatchumPageStyle style = print_get_style (themes[theme], MATCHUM_PAPER_A4);
      g_autoptr (MatchumPageGauge) gauge = matchum_page_gauge_new (resume, &style, NULL);
      MatchumFitRequest request = {
        .match = match, .application = application, .measure = matchum_page_gauge_get_measure (gauge), .n_pages = 1
      };
      g_autoptr (MatchumFitProblem) problem = matchum_fit_problem_new (&request, all, 0.0);

      for (guint i = 0; i < 10; i++)
        {
          g_autofree guint8 *choice = matchum_fit_problem_choose_all (problem);

          for (guint k = 0; k < problem->n_items; k++)
            if (choice[k] && matchum_fit_problem_is_choosable (problem, k)
                && g_rand_int_range (bounds->random, 0, 10) < (gint) i)
              matchum_fit_problem_hide (problem, choice, k);
          check_bound (problem, choice, bounds);
        }
    }
}

static void
test_heights (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon (NULL);
  Bounds bounds = { .random = g_rand_new_with_seed (3) };

  labelled_pairs_visit (lexicon, print_is_long () ? 2 : 12, try_heights, &bounds);
  g_rand_free (bounds.random);
  g_test_message ("%u choices; on single pages the bound spares %.2f lines in the mean", bounds.n_choices,
                  bounds.loose / bounds.n_single);
  g_assert_cmpuint (bounds.n_choices, >=, 300);
  /* A bound that says nothing would hold, too. Gaps that are not made smaller are most of it. */
  g_assert_cmpfloat (bounds.loose / bounds.n_single, <, 3.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/page-fit/brute-force", test_brute_force);
  g_test_add_func ("/print/page-fit/labelled", test_labelled);
  g_test_add_func ("/print/page-fit/tailored", test_tailored);
  g_test_add_func ("/print/page-fit/heights", test_heights);
  return g_test_run ();
}
