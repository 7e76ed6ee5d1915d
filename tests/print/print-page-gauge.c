/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring pages on another thread, while the thread of the pages lays out more of the same resume. */
#include "config.h"

#include <string.h>

#include "matchum-page-gauge.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "tailor/matchum-page-fit.h"

#define N_JOBS 6
#define N_ITEMS 16

static MatchumSource *
create_source (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MatchumSource *source = matchum_source_new ("text.md", bytes, &error);

  g_assert_no_error (error);
  return source;
}

/* Every other job has its dates on a line of their own, which come and go with it and make rows of another kind. */
static MatchumResume *
create_resume (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("# Kim Hana\n\nhana@example.com\n\n## Experience\n");
  g_autoptr (MatchumSource) source = NULL;
  MatchumResume *resume;

  for (guint i = 0; i < N_JOBS; i++)
    {
      g_string_append_printf (text, "\n### Company %u, Engineer", i);
      g_string_append_printf (text, i % 2 == 0 ? " | %u.01 - %u.12\n\n" : "\n\n%u.01 - %u.12\n\n", 2020 - i, 2020 - i);
      for (guint k = 0; k < N_ITEMS; k++)
        g_string_append_printf (text, "- Built part %u of it with %s for a shop with many sellers%s\n", k,
                                k % 3 == 0 ? "Python" : "Docker",
                                k % 4 == 0
                                    ? ", 추천과 랭킹 모델을 다시 만들어 클릭률을 11.8% 높이고 운영 비용을 절반으로 줄임"
                                    : "");
    }
  source = create_source (text->str);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  return resume;
}

static MatchumMatch *
create_match (MatchumResume *resume)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = create_source ("# [Widget] Engineer\n\n## Requirements\n\n- Python\n- Docker\n");
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (source, &error);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (&error);

  g_assert_no_error (error);
  return matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2021, 1, 1 });
}

/* Hides every fourth item by hand, so that its lines are not set when the gauge is made. */
static MatchumApplication *
create_choices (MatchumResume *resume)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM && i % 4 == 0)
      g_ptr_array_add (hidden, matchum_resume_get_block (resume, i)->id);
  return matchum_application_new_from_ids (hidden, NULL);
}

typedef struct {
  MatchumFitRequest request;
  MatchumPageFit *fit;
  gint is_done;
} Work;

static gpointer
fit_cb (gpointer data)
{
  Work *work = data;

  work->fit = matchum_page_fit_new (&work->request);
  g_atomic_int_set (&work->is_done, 1);
  return NULL;
}

static void
check_same (MatchumPageFit *fit, MatchumPageFit *other)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (fit), *others = matchum_page_fit_get_hidden (other);

  g_assert_cmpint (matchum_page_fit_get_status (fit), ==, matchum_page_fit_get_status (other));
  g_assert_cmpfloat (matchum_page_fit_get_pages (fit), ==, matchum_page_fit_get_pages (other));
  g_assert_cmpuint (hidden->len, ==, others->len);
  for (guint i = 0; i < hidden->len; i++)
    {
      const MatchumFitBlock *block = hidden->pdata[i], *its = others->pdata[i];

      g_assert_cmpuint (block->block, ==, its->block);
      g_assert_cmpuint (block->n_lines, ==, its->n_lines);
    }
}

/* Lays the resume out again and again, with more and more of what was hidden. */
static void
lay_out_beside (Work *work, MatchumPages *pages, MatchumResume *resume, const MatchumPageStyle *style)
{
  for (guint i = 0; !g_atomic_int_get (&work->is_done) || i == 0; i++)
    {
      guint n_blocks = matchum_resume_get_n_blocks (resume);
      g_autoptr (MatchumApplication) choices =
          matchum_application_with_hidden (work->request.application,
                                           matchum_resume_get_block (resume, i * 4 % n_blocks)->id, i % 2 == 0);
      g_autoptr (MatchumVisibility) visibility =
          i % 3 == 0 ? matchum_visibility_new_all (resume) : matchum_application_get_visibility (choices, resume);
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumPages) others = matchum_pages_new_from (pages, visibility, style, &error);

      g_assert_no_error (error);
    }
}

static void
test_thread (gconstpointer data)
{
  g_autoptr (MatchumResume) resume = create_resume ();
  g_autoptr (MatchumMatch) match = create_match (resume);
  g_autoptr (MatchumApplication) choices = create_choices (resume);
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (choices, resume);
  g_autoptr (MatchumPageGauge) plain = NULL;
  g_autoptr (MatchumPageGauge) gauge = NULL;
  g_autoptr (MatchumPages) pages = NULL;
  g_autoptr (MatchumPageFit) expected = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;
  Work work = { { 0 } };
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  style.theme = data;
  pages = matchum_pages_new (visibility, &style, &error);
  g_assert_no_error (error);
  work.request.match = match;
  work.request.application = choices;
  work.request.n_pages = 1;
  work.request.finds_returning = TRUE;
  plain = matchum_page_gauge_new (resume, &style, NULL);
  work.request.measure = matchum_page_gauge_get_measure (plain);
  expected = matchum_page_fit_new (&work.request);
  g_assert_cmpint (matchum_page_fit_get_status (expected), ==, MATCHUM_FIT_OPTIMAL);

  gauge = matchum_page_gauge_new (resume, &style, pages);
  while (!matchum_page_gauge_prepare (gauge, visibility, g_get_monotonic_time () + 1000))
    ;
  work.request.measure = matchum_page_gauge_get_measure (gauge);
  thread = g_thread_new ("fit", fit_cb, &work);
  lay_out_beside (&work, pages, resume, &style);
  g_thread_join (thread);
  check_same (work.fit, expected);
  matchum_page_fit_unref (work.fit);
}

int
main (int argc, char **argv)
{
  const char *const *themes = matchum_theme_get_names ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/print/page-gauge/thread/%s", themes[i]);

      g_test_add_data_func (path, themes[i], test_thread);
    }
  return g_test_run ();
}
