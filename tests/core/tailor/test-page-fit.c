/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page budget keeps, hides and says, on pages of plain lines. */
#include "config.h"

#include <math.h>

#include "../match/match-fixture.h"
#include "tailor/matchum-page-fit.h"

/* --- pages of plain lines --- */

#define LINE 10.0
/* Letters of one line. */
#define WIDTH 40

typedef struct {
  MatchumPageMeasure measure;
  MatchumResume *resume;
} PlainPages;

static guint
count_lines (MatchumResume *resume, guint block)
{
  return (guint) strlen (matchum_block_get_text (matchum_resume_get_block (resume, block))) / WIDTH + 1;
}

static void
measure_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, MatchumBlockExtent *extents)
{
  PlainPages *self = (PlainPages *) measure;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      guint n_lines = matchum_visibility_is_visible (visibility, i) ? count_lines (self->resume, i) : 0;

      extents[i] = (MatchumBlockExtent){ .height = n_lines * LINE, .n_lines = n_lines };
    }
}

static double
count_pages_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, double extra)
{
  PlainPages *self = (PlainPages *) measure;
  guint n_lines = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    n_lines += matchum_visibility_is_visible (visibility, i) ? count_lines (self->resume, i) : 0;
  return n_lines * LINE / (measure->page_height + extra);
}

static PlainPages
make_pages (MatchumResume *resume, guint n_lines)
{
  PlainPages pages = { .resume = resume };

  pages.measure = (MatchumPageMeasure){
    .page_height = n_lines * LINE, .line_height = LINE, .measure = measure_cb, .count_pages = count_pages_cb
  };
  return pages;
}

/* --- a resume and a posting --- */

static const char lexicon_text[] = "concept kafka tool\n  en Kafka\nconcept docker tool\n  en Docker\n"
                                   "concept python programming-language\n  en Python\n"
                                   "concept spark tool\n  en Spark\nconcept rust programming-language\n  en Rust\n";

/* Every block is one line: 3 that stay, 2 jobs with 5 items, a project with its dates, skills, studies. */
static const char resume_text[] = "# Kim\n\nkim@example.com\n\n"
                                  "## Experience\n\n"
                                  "### A | 2022.01 - 2024.12\n\n- Ran Kafka\n- Held talks\n- Wrote Rust\n\n"
                                  "### B | 2018.01 - 2021.12\n\n- Built with Docker\n- Hired people\n\n"
                                  "## Projects\n\n### P\n\n2017.01 - 2017.06\n\n- Made it with Spark\n\n"
                                  "## Skills\n\n- Python\n";
#define N_LINES 16

static const char posting_text[] = "## Requirements\n\n- Kafka\n- Docker\n- Spark\n\n## Preferred\n\n- Python\n- Go\n";

typedef struct {
  Fixture *fixture;
  PlainPages pages;
  MatchumApplication *application;
  MatchumFitRequest request;
} Case;

static void
case_init (Case *self, const char *resume, const char *posting, guint n_lines)
{
  *self = (Case){ .fixture = fixture_new (lexicon_text, resume, posting) };
  self->pages = make_pages (self->fixture->resume, n_lines);
  self->application = matchum_application_new ();
}

static void
case_clear (Case *self)
{
  matchum_application_unref (self->application);
  fixture_free (self->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static MatchumPageFit *
fit (Case *self)
{
  self->request.match = self->fixture->match;
  self->request.application = self->application;
  self->request.measure = &self->pages.measure;
  self->request.n_pages = MAX (self->request.n_pages, 1);
  return matchum_page_fit_new (&self->request);
}

static void
pin_block (Case *self, guint block)
{
  MatchumApplication *before = self->application;
  const char *id = matchum_resume_get_block (self->fixture->resume, block)->id;

  self->application = matchum_application_with_pinned (before, id, TRUE);
  matchum_application_unref (before);
}

static void
pin (Case *self, const char *words)
{
  pin_block (self, fixture_find_block (self->fixture, words)->index);
}

static void
hide (Case *self, const char *words)
{
  MatchumApplication *before = self->application;

  self->application = matchum_application_with_hidden (before, fixture_find_block (self->fixture, words)->id, TRUE);
  matchum_application_unref (before);
}

/* The words of what is proposed to go, in its order. */
static char *
list_blocks (Case *self, GPtrArray *blocks)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      guint index = ((const MatchumFitBlock *) g_ptr_array_index (blocks, i))->block;

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                              matchum_block_get_text (matchum_resume_get_block (self->fixture->resume, index)));
    }
  return g_string_free (words, FALSE);
}

static void
check_hidden (Case *self, MatchumPageFit *fitted, MatchumFitStatus status, const char *words)
{
  g_autofree char *hidden = list_blocks (self, matchum_page_fit_get_hidden (fitted));

  g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, status);
  g_assert_cmpstr (hidden, ==, words);
}

static const MatchumFitBlock *
find_hidden (Case *self, MatchumPageFit *fitted, const char *words)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (fitted);

  for (guint i = 0; i < hidden->len; i++)
    if (((const MatchumFitBlock *) g_ptr_array_index (hidden, i))->block
        == fixture_find_block (self->fixture, words)->index)
      return g_ptr_array_index (hidden, i);
  return NULL;
}

/* --- what is chosen --- */

static void
test_none (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;

  case_init (&own, resume_text, posting_text, N_LINES);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_NONE, "");
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), ==, 1.0);
  g_assert_cmpfloat (matchum_page_fit_get_pages_before (fitted), ==, 1.0);
}

/* One line too many: what no requirement asks for goes, of two such items the one that was done longer ago. */
static void
test_least_goes_first (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  const MatchumFitBlock *gone;

  case_init (&own, resume_text, posting_text, N_LINES - 1);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Hired people");
  gone = find_hidden (&own, fitted, "Hired people");
  g_assert_cmpint (gone->cost, ==, MATCHUM_FIT_COST_NOTHING);
  g_assert_cmpuint (gone->n_lines, ==, 1);
  g_assert_cmpuint (matchum_page_fit_get_worsened (fitted)->len, ==, 0);
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), ==, 1.0);
  g_assert_cmpfloat (matchum_page_fit_get_pages_before (fitted), >, 1.0);
}

/* Preferred before required, and four lines of a project's for one requirement rather than two others. */
static void
test_required_stay (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  const MatchumFitBlock *skills;
  const MatchumFitChange *change;

  case_init (&own, resume_text, posting_text, N_LINES - 5);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Skills; Held talks; Wrote Rust; Hired people");
  skills = find_hidden (&own, fitted, "Skills");
  g_assert_cmpint (skills->cost, ==, MATCHUM_FIT_COST_VERDICT);
  g_assert_cmpuint (skills->n_lines, ==, 2);
  g_assert_cmpuint (skills->worsened->len, ==, 1);
  change = &g_array_index (skills->worsened, MatchumFitChange, 0);
  g_assert_cmpuint (change->requirement, ==, 3);
  g_assert_cmpint (change->before, ==, MATCHUM_STATUS_MET);
  g_assert_cmpint (change->after, ==, MATCHUM_STATUS_MISSING);
  g_assert_cmpuint (matchum_page_fit_get_worsened (fitted)->len, ==, 1);
  g_assert_cmpuint (matchum_coverage_get_required (matchum_page_fit_get_coverage (fitted)).met, ==, 3);
  g_assert_cmpuint (matchum_coverage_get_preferred (matchum_page_fit_get_coverage (fitted)).met, ==, 0);
  g_assert_cmpuint (matchum_coverage_get_preferred (matchum_page_fit_get_coverage_before (fitted)).met, ==, 1);
}

/* A heading goes with the last of what it heads, and its dates with it. */
static void
test_headings_and_dates (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumApplication) application = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 7);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Projects; Held talks; Wrote Rust; Hired people");
  application = matchum_page_fit_dup_application (fitted, NULL);
  visibility = matchum_application_get_visibility (application, own.fixture->resume);
  g_assert_false (matchum_visibility_is_visible (visibility, fixture_find_block (own.fixture, "2017.01")->index));
  g_assert_true (matchum_visibility_is_visible (visibility, fixture_find_block (own.fixture, "Skills")->index));
}

/* An item that only announces those within it goes with the last of them. */
static void
test_announcement (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;

  case_init (&own, "# Kim\n\n## Projects\n\n### P\n\n- Ran Kafka\n- Led the move:\n    - of that\n- Ran Docker\n",
             posting_text, 6);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Led the move:");
}

/* Of several lists in an entry none loses the paragraph over it while it has items. */
static void
test_lists (void)
{
  static const char text[] =
      "# Kim\n\n## Experience\n\n### A | 2022.01 - 2024.12\n\nSearch (2022)\n\n- Ran Kafka\n- Held talks\n\n"
      "Advertising (2023)\n\n- Built with Docker\n- Hired people\n\nPayments (2024)\n\n- Held more talks\n";
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumPageFit) fewer = NULL;
  g_autoptr (MatchumApplication) application = NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint block;

  case_init (&own, text, posting_text, 7);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Held talks; Hired people; Payments (2024); Held more talks");
  block = fixture_find_block (own.fixture, "Held more")->index;
  g_array_append_val (kept, block);
  application = matchum_page_fit_dup_application (fitted, kept);
  g_assert_false (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Payments")->id));
  g_assert_true (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Hired")->id));
  own.pages.measure.page_height = 5 * LINE;
  fewer = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (fewer), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_true ((find_hidden (&own, fewer, "Search") == NULL) == (find_hidden (&own, fewer, "Ran Kafka") == NULL));
  g_assert_true ((find_hidden (&own, fewer, "Adver") == NULL) == (find_hidden (&own, fewer, "Built with") == NULL));
}

/* Jobs stay as headings, unless gaps are allowed. */
static void
test_jobs (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumPageFit) with_gaps = NULL;

  case_init (&own, resume_text, posting_text, 6);
  fitted = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_null (find_hidden (&own, fitted, "B | 2018"));
  own.request.allows_gaps = TRUE;
  own.pages.measure.page_height = 3 * LINE;
  with_gaps = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (with_gaps), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_nonnull (find_hidden (&own, with_gaps, "Experience"));
}

static void
test_pins (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 5);
  pin (&own, "Hired people");
  pin (&own, "Python");
  fitted = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_null (find_hidden (&own, fitted, "Hired people"));
  g_assert_null (find_hidden (&own, fitted, "Skills"));
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), <=, 1.0);
}

/* What was hidden by hand stays so, and is no part of the proposal. */
static void
test_hidden_by_hand (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumApplication) application = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 2);
  hide (&own, "Ran Kafka");
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Hired people");
  application = matchum_page_fit_dup_application (fitted, NULL);
  g_assert_true (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Ran Kafka")->id));
  g_assert_true (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Hired")->id));
  /* Kafka, and Go, which nothing shows. */
  g_assert_cmpuint (matchum_page_fit_get_uncovered (fitted)->len, ==, 2);
  g_assert_cmpuint (g_array_index (matchum_page_fit_get_uncovered (fitted), guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (matchum_page_fit_get_uncovered (fitted), guint, 1), ==, 4);
}

/* Priority goes before what is worth something by itself, and does not before what is required. */
static void
test_priority (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autofree guint8 *priorities = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 2);
  priorities = g_new0 (guint8, matchum_resume_get_n_blocks (own.fixture->resume));
  priorities[fixture_find_block (own.fixture, "Hired people")->index] = MATCHUM_FIT_MAX_PRIORITY;
  own.request.priorities = priorities;
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Held talks; Wrote Rust");
}

/* --- what it says --- */

/* Two that show the same, or the same together: each bears what the going of both costs. */
static void
test_shared_costs (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  const MatchumFitBlock *kafka, *docker;

  case_init (&own, "# Kim\n\n## Projects\n\n### A\n\n- Ran Kafka\n\n### B\n\n- Ran Docker\n\n### C\n\n- Ran Spark\n",
             "## Requirements\n\n- Spark\n\n## Preferred\n\n- At least two of Kafka, Docker, Rust\n", 4);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "A; B");
  kafka = find_hidden (&own, fitted, "A");
  docker = find_hidden (&own, fitted, "B");
  g_assert_cmpint (kafka->cost, ==, MATCHUM_FIT_COST_VERDICT);
  g_assert_cmpint (docker->cost, ==, MATCHUM_FIT_COST_VERDICT);
  g_assert_cmpuint (kafka->n_lines, ==, 2);
  g_assert_cmpuint (matchum_page_fit_get_worsened (fitted)->len, ==, 1);
}

static const char costs_text[] = "# Kim\n\n## Experience\n\n### A | 2024.01 - 2024.12\n\n- Ran Kafka for all of them\n"
                                 "- Ran Docker\n- Ran Docker once more\n\n## Skills\n\n- Kafka\n";

/* The verdict stays: there is more evidence, or a list that says it. */
static void
test_costs (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fewer = NULL;
  const MatchumFitBlock *gone;

  case_init (&own, costs_text, "## Requirements\n\n- Kafka\n- Docker\n", 7);
  pin (&own, "Ran Docker");
  fewer = fit (&own);
  check_hidden (&own, fewer, MATCHUM_FIT_OPTIMAL, "Ran Docker once more");
  gone = find_hidden (&own, fewer, "once more");
  g_assert_cmpint (gone->cost, ==, MATCHUM_FIT_COST_FEWER);
  g_assert_cmpuint (gone->worsened->len, ==, 0);
  g_assert_cmpuint (gone->weakened->len, ==, 1);
  g_assert_cmpuint (g_array_index (gone->weakened, guint, 0), ==, 1);
}

static void
test_listed (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  const MatchumFitBlock *gone;

  case_init (&own, costs_text, "## Requirements\n\n- Kafka\n- Docker\n", 7);
  for (guint i = 0; i < matchum_resume_get_n_blocks (own.fixture->resume); i++)
    if (i != fixture_find_block (own.fixture, "Ran Kafka")->index)
      pin_block (&own, i);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Ran Kafka for all of them");
  gone = find_hidden (&own, fitted, "Ran Kafka");
  g_assert_cmpint (gone->cost, ==, MATCHUM_FIT_COST_LISTED);
  g_assert_cmpuint (gone->worsened->len, ==, 1);
  g_assert_true (g_array_index (gone->worsened, MatchumFitChange, 0).is_listed_only);
  g_assert_false (g_array_index (gone->worsened, MatchumFitChange, 0).was_listed_only);
}

static void
test_returning (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autofree char *words = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 2);
  own.request.finds_returning = TRUE;
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_OPTIMAL, "Wrote Rust; Hired people");
  words = list_blocks (&own, matchum_page_fit_get_returning (fitted));
  g_assert_cmpstr (words, ==, "Wrote Rust");
}

/* Accepting a part: what is kept stays as it was. */
static void
test_kept (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumApplication) application = NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint skills;

  case_init (&own, resume_text, posting_text, N_LINES - 5);
  fitted = fit (&own);
  skills = fixture_find_block (own.fixture, "Skills")->index;
  g_array_append_val (kept, skills);
  application = matchum_page_fit_dup_application (fitted, kept);
  g_assert_false (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Skills")->id));
  g_assert_true (matchum_application_is_hidden (application, fixture_find_block (own.fixture, "Held talks")->id));
}

/* --- what cannot be --- */

static void
test_infeasible (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;

  /* The name, the contact, the section, two jobs. */
  case_init (&own, resume_text, posting_text, 4);
  fitted = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, MATCHUM_FIT_INFEASIBLE);
  g_assert_cmpuint (matchum_page_fit_get_least_pages (fitted), ==, 2);
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), ==, 5.0 / 4.0);
  g_assert_null (find_hidden (&own, fitted, "A | 2022"));
  g_assert_nonnull (find_hidden (&own, fitted, "Ran Kafka"));
}

static void
test_all_pinned (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;

  case_init (&own, resume_text, posting_text, N_LINES - 1);
  for (guint i = 0; i < matchum_resume_get_n_blocks (own.fixture->resume); i++)
    pin_block (&own, i);
  fitted = fit (&own);
  check_hidden (&own, fitted, MATCHUM_FIT_INFEASIBLE, "");
  g_assert_cmpuint (matchum_page_fit_get_least_pages (fitted), ==, 2);
}

static void
test_without_entries (void)
{
  static const char *const texts[] = { "# Kim\n", "# Kim\n\nkim@example.com\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Case) own = { NULL };
      g_autoptr (MatchumPageFit) fitted = NULL;

      case_init (&own, texts[i], posting_text, 2);
      fitted = fit (&own);
      g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, MATCHUM_FIT_NONE);
    }
}

/* Priority alone decides then, and it is told. */
static void
test_without_requirements (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autofree guint8 *priorities = NULL;

  case_init (&own, resume_text, "A posting without any list.\n", 12);
  priorities = g_new0 (guint8, matchum_resume_get_n_blocks (own.fixture->resume));
  priorities[fixture_find_block (own.fixture, "Made it with Spark")->index] = 1;
  own.request.priorities = priorities;
  fitted = fit (&own);
  g_assert_false (matchum_page_fit_has_requirements (fitted));
  g_assert_cmpint (matchum_page_fit_get_status (fitted), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_null (find_hidden (&own, fitted, "Projects"));
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), <=, 1.0);
}

/* --- figures --- */

/* 2,000 items: bounded, whatever the time it gets. */
static void
test_many (void)
{
  g_auto (Case) own = { NULL };
  g_autoptr (GString) text = g_string_new ("# Kim\n\n## Projects\n");
  g_autoptr (MatchumPageFit) fitted = NULL;
  g_autoptr (MatchumPageFit) hurried = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%s- Did %s of %u\n", i % 20 == 0 ? "\n### Some project\n\n" : "",
                            i % 7 == 0   ? "Kafka"
                            : i % 5 == 0 ? "Docker"
                                         : "a thing",
                            i);
  case_init (&own, text->str, posting_text, 50);
  fitted = fit (&own);
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), <=, 1.0);
  g_assert_cmpfloat (matchum_page_fit_get_pages (fitted), >, 0.9);
  own.request.time_limit = 0.001;
  hurried = fit (&own);
  g_assert_cmpint (matchum_page_fit_get_status (hurried), ==, MATCHUM_FIT_TIME_LIMIT);
  g_assert_cmpuint (matchum_coverage_get_required (matchum_page_fit_get_coverage (hurried)).met, >=, 2);
  g_assert_cmpfloat (matchum_page_fit_get_pages (hurried), <=, 1.0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

/* The same in, the same out. */
static void
test_again (void)
{
  g_autofree char *before = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_auto (Case) own = { NULL };
      g_autoptr (MatchumPageFit) fitted = NULL;
      g_autofree char *words = NULL;

      case_init (&own, resume_text, posting_text, 9);
      fitted = fit (&own);
      words = list_blocks (&own, matchum_page_fit_get_hidden (fitted));
      if (before != NULL)
        g_assert_cmpstr (words, ==, before);
      g_free (before);
      before = g_steal_pointer (&words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-fit/none", test_none);
  g_test_add_func ("/page-fit/least-goes-first", test_least_goes_first);
  g_test_add_func ("/page-fit/required-stay", test_required_stay);
  g_test_add_func ("/page-fit/headings-and-dates", test_headings_and_dates);
  g_test_add_func ("/page-fit/announcement", test_announcement);
  g_test_add_func ("/page-fit/lists", test_lists);
  g_test_add_func ("/page-fit/jobs", test_jobs);
  g_test_add_func ("/page-fit/pins", test_pins);
  g_test_add_func ("/page-fit/hidden-by-hand", test_hidden_by_hand);
  g_test_add_func ("/page-fit/priority", test_priority);
  g_test_add_func ("/page-fit/shared-costs", test_shared_costs);
  g_test_add_func ("/page-fit/costs", test_costs);
  g_test_add_func ("/page-fit/listed", test_listed);
  g_test_add_func ("/page-fit/returning", test_returning);
  g_test_add_func ("/page-fit/kept", test_kept);
  g_test_add_func ("/page-fit/infeasible", test_infeasible);
  g_test_add_func ("/page-fit/all-pinned", test_all_pinned);
  g_test_add_func ("/page-fit/without-entries", test_without_entries);
  g_test_add_func ("/page-fit/without-requirements", test_without_requirements);
  g_test_add_func ("/page-fit/many", test_many);
  g_test_add_func ("/page-fit/again", test_again);
  return g_test_run ();
}
