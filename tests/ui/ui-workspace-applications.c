/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which resume a posting is held against; and what edits and undo cost where a resume has thousands of applications.
 * Needs no display. */
#include "config.h"

#include <time.h>

#include "matchum-ui-test.h"
#include "store/matchum-baseline-change.h"
#include "ui/matchum-review-item.h"

#define N_MEASURES 3

/* Small and large: a library as it is after years. */
static guint n_postings = 400, n_blocks = 300;
/* Of the processor, in the thread of the window, for one turn of it; wide enough for a slow machine under a sanitizer.
 */
static double most_ms = 150;

typedef struct {
  MatchumWorkspace *workspace;
  guint n_to_review;
} Fixture;

static void
review_cb (Fixture *fixture, GListModel *items)
{
  fixture->n_to_review += g_list_model_get_n_items (items);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = matchum_ui_test_create_workspace ();
  g_signal_connect_swapped (fixture->workspace, "review", G_CALLBACK (review_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
}

static guint
find (Fixture *fixture, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace), text);
}

static void
open_both (Fixture *fixture)
{
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
}

static void
check_held (Fixture *fixture, MatchumWorkspacePosting *posting, MatchumWorkspaceBaseline *baseline)
{
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == baseline);
  g_assert_true (matchum_workspace_posting_get_baseline (posting) == baseline);
}

/* The name of the resume that the open posting is held against when the library is next shown; whatever was open then.
 */
static char *
dup_held_again (Fixture *fixture)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (MatchumWorkspace) again =
      matchum_workspace_new (matchum_workspace_get_library (fixture->workspace), lexicon, (MatchumDay){ 2026, 11, 1 });
  const char *id = matchum_workspace_posting_get_id (matchum_workspace_get_current (fixture->workspace));

  matchum_workspace_set_current (again, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (matchum_workspace_get_postings (again)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (matchum_workspace_get_postings (again), i);

      if (g_str_equal (matchum_workspace_posting_get_id (posting), id))
        matchum_workspace_set_current (again, posting);
    }
  return g_strdup (matchum_workspace_baseline_get_name (matchum_workspace_get_baseline (again)));
}

static void
check_held_again (Fixture *fixture, MatchumWorkspaceBaseline *baseline)
{
  g_autofree char *name = NULL;

  matchum_workspace_save_state (fixture->workspace); /* as it is a moment later */
  matchum_ui_test_flush (fixture->workspace);
  name = dup_held_again (fixture);
  g_assert_cmpstr (name, ==, matchum_workspace_baseline_get_name (baseline));
}

/* Two resumes in one language, of which the posting would be held against either, as it is open. */
static MatchumWorkspacePosting *
open_three (Fixture *fixture, MatchumWorkspaceBaseline **first, MatchumWorkspaceBaseline **second)
{
  MatchumWorkspacePosting *posting;

  open_both (fixture);
  posting = matchum_workspace_get_current (fixture->workspace);
  *first = matchum_workspace_get_baseline (fixture->workspace);
  matchum_workspace_add_baseline (fixture->workspace, "둘째", "# 강도현\n\n## 기술\n\n- Kubernetes\n- Rust\n");
  matchum_ui_test_flush (fixture->workspace);
  *second = matchum_workspace_get_baseline (fixture->workspace);
  return posting;
}

/* What a posting is held against is one edit, kept in the library; undo brings the former resume back. */
static void
test_hold_against (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *first, *second;
  MatchumWorkspacePosting *posting;
  MatchumLibrary *library = matchum_workspace_get_library (fixture->workspace);

  posting = open_three (fixture, &first, &second);
  matchum_workspace_show (fixture->workspace, first, posting);
  matchum_ui_test_flush (fixture->workspace);

  matchum_workspace_hold_against (fixture->workspace, posting, second);
  check_held (fixture, posting, second); /* at once */
  check_held_again (fixture, second);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Hold Against Another Resume");
  /* The same again is no edit. */
  matchum_workspace_hold_against (fixture->workspace, posting, second);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  check_held (fixture, posting, first);
  check_held_again (fixture, first);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  check_held (fixture, posting, second);
  check_held_again (fixture, second);

  /* Also where there are choices for both, and whatever is open. */
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "Rust"), TRUE);
  matchum_workspace_hold_against (fixture->workspace, posting, first);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_workspace_hold_against (fixture->workspace, posting, second);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Rust")));
  check_held_again (fixture, second);
  matchum_workspace_show_baseline (fixture->workspace, first);
  matchum_workspace_set_current (fixture->workspace, posting);
  check_held (fixture, posting, second);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  check_held (fixture, posting, first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
  check_held_again (fixture, first);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
  check_held (fixture, posting, first);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  check_held (fixture, posting, second);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Rust")));
}

/* An undo that is asked for at once finds the way back as well. */
static void
test_hold_and_undo_at_once (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *first, *second;
  MatchumWorkspacePosting *posting;

  posting = open_three (fixture, &first, &second);
  matchum_workspace_show (fixture->workspace, first, posting);
  matchum_workspace_hold_against (fixture->workspace, posting, second);
  matchum_workspace_undo (fixture->workspace);
  matchum_ui_test_flush (fixture->workspace);
  check_held (fixture, posting, first);
}

/* Many applications */

static char *
dup_long_resume (void)
{
  GString *text = g_string_new ("# 강도현\n\n## 경력\n\n");

  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (text, "- 추천 모델 %u 번을 PyTorch로 만들고 %u 대에 올렸다\n", i, i * 7919 % 10007);
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *baseline;
  char *ids[3]; /* blocks that every application hides */
} Filling;

/* Every posting has its choices over one resume. */
static gboolean
fill_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  Filling *filling = data;

  for (guint i = 0; i < n_postings; i++)
    {
      g_autoptr (MatchumPostingRecord) posting = matchum_posting_record_new ();
      g_autoptr (MatchumApplicationRecord) application = matchum_application_record_new ();

      posting->id = g_strdup_printf ("posting-%u", i);
      posting->text = g_strdup_printf ("---\ncompany: 회사 %u\n---\n\n## 자격요건\n\n- PyTorch 경험\n", i);
      application->id = g_strdup_printf ("application-%u", i);
      application->posting = g_strdup (posting->id);
      application->baseline = g_strdup (filling->baseline);
      for (guint j = 0; j < G_N_ELEMENTS (filling->ids); j++)
        g_ptr_array_add (application->hidden, g_strdup (filling->ids[j]));
      if (!matchum_posting_table_put (database, posting, error)
          || !matchum_application_table_put (database, application, error))
        return FALSE;
    }
  return TRUE;
}

static MatchumWorkspaceBaseline *
fill (Fixture *fixture)
{
  g_autofree char *text = dup_long_resume ();
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  MatchumWorkspaceBaseline *baseline;
  Filling filling;

  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_workspace_add_baseline (fixture->workspace, NULL, text);
  matchum_ui_test_flush (fixture->workspace);
  baseline = matchum_workspace_get_baseline (fixture->workspace);
  filling.baseline = matchum_workspace_baseline_get_id (baseline);
  for (guint i = 0; i < G_N_ELEMENTS (filling.ids); i++)
    filling.ids[i] = matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), 10 + i * 100)->id;
  matchum_edit_add (edit, fill_cb, &filling, NULL);
  matchum_library_edit (matchum_workspace_get_library (fixture->workspace), edit, &error);
  g_assert_no_error (error);
  matchum_ui_test_flush (fixture->workspace);
  return baseline;
}

/* What the processor did in this thread so far, whatever else the machine does, in milliseconds. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* Runs the main loop until nothing is pending and nothing left to do. Returns how long the longest turn of it kept the
 * window from answering, and adds all to total. */
static double
run (Fixture *fixture, double *total)
{
  MatchumLibrary *library = matchum_workspace_get_library (fixture->workspace);
  double longest = 0;

  while (matchum_library_is_pending (library) || g_main_context_pending (NULL))
    {
      double start, ms;

      if (!g_main_context_pending (NULL))
        {
          g_usleep (200); /* the library is writing in its thread */
          continue;
        }
      start = get_ms ();
      g_main_context_iteration (NULL, FALSE);
      ms = get_ms () - start;
      longest = MAX (longest, ms);
      *total += ms;
    }
  return longest;
}

typedef struct {
  double asked;   /* until the call returned */
  double longest; /* turn of the main loop */
  double total;
} Cost;

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const Cost *one = a, *other = b;

  return (one->longest > other->longest) - (one->longest < other->longest);
}

static void
report (const char *what, Cost *costs)
{
  const Cost *median = &costs[N_MEASURES / 2];

  qsort (costs, N_MEASURES, sizeof (Cost), compare_costs);
  g_test_message ("%s: asked in %.1f ms, the longest turn %.1f ms, all turns %.1f ms", what, median->asked,
                  median->longest, median->total);
  g_assert_cmpfloat (median->asked, <, most_ms);
  g_assert_cmpfloat (median->longest, <, most_ms);
}

static Cost
measure (Fixture *fixture, double start)
{
  Cost cost = { .asked = get_ms () - start };

  cost.longest = run (fixture, &cost.total);
  return cost;
}

/* A block that every application hides is rewritten and removed: all of them are told of, and the window goes on. */
static void
test_review_many (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *baseline = fill (fixture);
  Cost removed[N_MEASURES], rewritten[N_MEASURES], undone[N_MEASURES];
  g_autofree char *id = NULL;

  id = g_strdup (matchum_resume_get_block (matchum_workspace_baseline_get_resume (baseline), 10)->id);
  for (guint i = 0; i < N_MEASURES; i++)
    {
      double start = get_ms ();

      fixture->n_to_review = 0;
      matchum_workspace_remove_block_in (fixture->workspace, baseline, id, NULL);
      removed[i] = measure (fixture, start);
      g_assert_cmpuint (fixture->n_to_review, ==, n_postings);
      start = get_ms ();
      matchum_workspace_undo (fixture->workspace);
      undone[i] = measure (fixture, start);
      g_assert_nonnull (matchum_resume_lookup (matchum_workspace_baseline_get_resume (baseline), id));
      start = get_ms ();
      matchum_workspace_set_words_in (fixture->workspace, baseline, id, i % 2 == 0 ? "Wrote a newsletter" : "사진 찍기",
                                      NULL);
      rewritten[i] = measure (fixture, start);
    }
  report ("a block that all applications hide removed", removed);
  report ("that undone", undone);
  report ("such a block rewritten", rewritten);
}

/* A resume with an application for every posting goes and comes back. */
static void
test_remove_many (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *baseline = fill (fixture);
  Cost removed[N_MEASURES], undone[N_MEASURES];

  for (guint i = 0; i < N_MEASURES; i++)
    {
      double start = get_ms ();

      matchum_workspace_remove_baseline (fixture->workspace, baseline);
      removed[i] = measure (fixture, start);
      g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_baselines (fixture->workspace)), ==, 1);
      start = get_ms ();
      matchum_workspace_undo (fixture->workspace);
      undone[i] = measure (fixture, start);
      baseline = matchum_ui_test_get_baseline (fixture->workspace, 1);
      g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_baseline_get_resume (baseline)), >, n_blocks);
    }
  report ("a resume with all applications removed", removed);
  report ("that undone", undone);
}

#define ADD(name, function) g_test_add ("/ui/workspace-applications/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  if (g_getenv ("MATCHUM_TEST_LONG") != NULL)
    {
      n_postings = 2000;
      n_blocks = 10000;
      most_ms = 600;
    }
  ADD ("hold-against", test_hold_against);
  ADD ("hold-and-undo-at-once", test_hold_and_undo_at_once);
  ADD ("review-many", test_review_many);
  ADD ("remove-many", test_remove_many);
  return matchum_ui_test_run ();
}
