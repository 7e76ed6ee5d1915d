/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where blocks are used: what each application shows, what was sent, the sums, and how long all of it takes. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "tailor/matchum-usage-table.h"

#define RESUME                                                                                                         \
  "# N\n\n## Experience\n\n### Acme | Engineer | 2021\n\n- Built pipelines for ads\n- Ran the wiki of all teams\n\n"   \
  "## Talks\n\n- Spoke of streams in Busan\n"

enum {
  TITLE,
  EXPERIENCE,
  ACME,
  PIPELINES,
  WIKI,
  TALKS,
  STREAMS,
};

static const char *
get_id (MatchumResume *resume, guint block)
{
  return matchum_resume_get_block (resume, block)->id;
}

static void
test_states (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) pinned = matchum_application_with_pinned (none, get_id (resume, WIKI), TRUE);
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (pinned, get_id (resume, STREAMS), TRUE);
  g_autoptr (MatchumApplication) worded =
      matchum_application_with_wording (none, get_id (resume, PIPELINES), "Built **ads**", NULL);
  g_autoptr (MatchumApplication) section = matchum_application_with_hidden (worded, get_id (resume, EXPERIENCE), TRUE);
  const MatchumUsageColumn columns[] = { { none, NULL }, { hidden, NULL }, { section, NULL }, { NULL, NULL } };
  g_autoptr (MatchumUsageTable) table = matchum_usage_table_new (resume, columns, G_N_ELEMENTS (columns));

  g_assert_cmpuint (matchum_usage_table_get_n_columns (table), ==, 4);
  g_assert_cmpuint (matchum_usage_table_count_applications (table), ==, 3);
  g_assert_cmpuint (matchum_usage_table_count_readable (table), ==, 0);
  g_assert_cmpint (matchum_usage_table_get_state (table, 0, WIKI), ==, MATCHUM_USAGE_SHOWN);
  g_assert_cmpint (matchum_usage_table_get_state (table, 1, WIKI), ==, MATCHUM_USAGE_SHOWN | MATCHUM_USAGE_PINNED);
  g_assert_cmpint (matchum_usage_table_get_state (table, 1, STREAMS), ==, MATCHUM_USAGE_HIDDEN);
  /* A section all of which is hidden goes, too; and all of one that is hidden. */
  g_assert_cmpint (matchum_usage_table_get_state (table, 1, TALKS), ==, 0);
  g_assert_cmpint (matchum_usage_table_get_state (table, 2, WIKI), ==, 0);
  g_assert_cmpint (matchum_usage_table_get_state (table, 2, EXPERIENCE), ==, MATCHUM_USAGE_HIDDEN);
  g_assert_cmpint (matchum_usage_table_get_state (table, 2, PIPELINES), ==, MATCHUM_USAGE_WORDED);
  g_assert_cmpint (matchum_usage_table_get_state (table, 3, PIPELINES), ==, 0);
  g_assert_cmpuint (matchum_usage_table_count_shown (table, WIKI), ==, 2);
  g_assert_cmpuint (matchum_usage_table_count_shown (table, STREAMS), ==, 2);
  g_assert_cmpuint (matchum_usage_table_count_shown (table, TITLE), ==, 3);
  g_assert_false (matchum_usage_table_differs (table, TITLE));
  g_assert_true (matchum_usage_table_differs (table, STREAMS));
  g_assert_false (matchum_usage_table_is_unused (table, STREAMS));
}

static MatchumSentBlocks *
read_sent (MatchumResume *resume, const char *markdown)
{
  g_autoptr (MatchumResume) sent = fixture_read (markdown);

  return matchum_sent_blocks_new (resume, NULL, sent);
}

static void
unref_sent_cb (gpointer sent)
{
  if (sent != NULL)
    matchum_sent_blocks_unref (sent);
}

static void
test_sent (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (none, get_id (resume, WIKI), TRUE);
  g_autoptr (MatchumApplication) both = matchum_application_with_hidden (hidden, get_id (resume, STREAMS), TRUE);
  g_autoptr (GPtrArray) twice = g_ptr_array_new_with_free_func (unref_sent_cb);
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func (unref_sent_cb);
  const MatchumUsageColumn columns[] = { { both, twice }, { both, unread }, { NULL, twice } };
  g_autoptr (MatchumUsageTable) table = NULL;

  g_ptr_array_add (twice, read_sent (resume, "# N\n\n## Experience\n\n### Acme | Engineer | 2021\n\n"
                                             "- Built pipelines for ads\n- Ran the wiki of both teams\n"));
  g_ptr_array_add (twice, read_sent (resume, RESUME));
  g_ptr_array_add (unread, NULL);
  table = matchum_usage_table_new (resume, columns, G_N_ELEMENTS (columns));

  g_assert_cmpuint (matchum_usage_table_count_applications (table), ==, 2);
  g_assert_cmpuint (matchum_usage_table_count_readable (table), ==, 2);
  g_assert_cmpuint (matchum_usage_table_get_n_sent (table, 0), ==, 2);
  g_assert_cmpuint (matchum_usage_table_get_n_sent (table, 1), ==, 1);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 0, 0, PIPELINES), ==, MATCHUM_SENT_EXACTLY);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 0, 0, WIKI), ==, MATCHUM_SENT_OTHER_WORDS);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 0, 0, STREAMS), ==, MATCHUM_SENT_WITHOUT);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 0, 1, STREAMS), ==, MATCHUM_SENT_EXACTLY);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 0, 2, STREAMS), ==, MATCHUM_SENT_UNKNOWN);
  g_assert_cmpint (matchum_usage_table_get_sent (table, 1, 0, PIPELINES), ==, MATCHUM_SENT_UNKNOWN);
  /* What the earlier copy said was sent all the same. */
  g_assert_cmpuint (matchum_usage_table_count_sent (table, STREAMS), ==, 2);
  g_assert_cmpuint (matchum_usage_table_count_shown (table, STREAMS), ==, 0);
  g_assert_false (matchum_usage_table_is_unused (table, STREAMS));
  g_assert_true (matchum_usage_table_differs (table, WIKI));
  g_assert_false (matchum_usage_table_differs (table, PIPELINES));
}

/* Hidden in all, sent in none. */
static void
test_unused (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (none, get_id (resume, TALKS), TRUE);
  const MatchumUsageColumn columns[] = { { hidden, NULL }, { hidden, NULL } };
  g_autoptr (MatchumUsageTable) table = matchum_usage_table_new (resume, columns, G_N_ELEMENTS (columns));
  g_autoptr (MatchumUsageTable) nobody = matchum_usage_table_new (resume, NULL, 0);

  g_assert_true (matchum_usage_table_is_unused (table, STREAMS));
  g_assert_true (matchum_usage_table_is_unused (table, TALKS));
  g_assert_false (matchum_usage_table_is_unused (table, WIKI));
  g_assert_false (matchum_usage_table_differs (table, STREAMS));
  g_assert_true (matchum_usage_table_is_unused (nobody, WIKI));
  g_assert_false (matchum_usage_table_differs (nobody, WIKI));
}

/* Speed ----------------------------------------------------------------------------------------------------------- */

#define N_ENTRIES 30
#define N_ITEMS 8
#define N_APPLICATIONS 200

/* 300 blocks and more: 30 entries of eight items each, no two of them alike. */
static char *
dup_large (guint leave_out)
{
  GString *markdown = g_string_new ("# 강하늘\n\n");

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      if (i % 10 == 0)
        g_string_append_printf (markdown, "## 경력 %u\n\n", i / 10);
      g_string_append_printf (markdown, "### 회사 %u, ML Engineer, 20%02u.03 – 20%02u.02\n\n", i, i % 24, i % 24 + 1);
      for (guint k = 0; k < N_ITEMS; k++)
        if (leave_out == 0 || (i * N_ITEMS + k) % leave_out != 0)
          g_string_append_printf (markdown, "- 일 %u-%u: Kafka 파이프라인 %u개를 다시 설계해 지연을 %u%% 줄임\n", i, k,
                                  i * k + 3, (i * 7 + k * 11) % 90);
    }
  return g_string_free (markdown, FALSE);
}

static MatchumApplication *
hide_some (MatchumResume *resume, guint step)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = step; i < matchum_resume_get_n_blocks (resume); i += step + 2)
    g_ptr_array_add (hidden, (gpointer) get_id (resume, i));
  return matchum_application_new_from_ids (hidden, NULL);
}

static void
unref_columns (MatchumUsageColumn *columns)
{
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      matchum_application_unref (columns[i].application);
      g_ptr_array_unref (columns[i].sent);
    }
}

static void
test_speed (void)
{
  g_autofree char *markdown = dup_large (0);
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  MatchumUsageColumn columns[N_APPLICATIONS];
  g_autoptr (MatchumUsageTable) table = NULL;
  gint64 start = g_get_monotonic_time (), sent_at, end;

  for (guint i = 0; i < N_APPLICATIONS; i++)
    columns[i] = (MatchumUsageColumn){ hide_some (resume, i % 7 + 1), g_ptr_array_new_with_free_func (unref_sent_cb) };
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      g_autofree char *text = dup_large (i % 5 + 2);

      g_ptr_array_add (columns[i].sent, read_sent (resume, text));
    }
  sent_at = g_get_monotonic_time ();
  table = matchum_usage_table_new (resume, columns, N_APPLICATIONS);
  end = g_get_monotonic_time ();
  g_test_message ("%u blocks, %u applications: %.1f ms; their sent copies: %.1f ms",
                  matchum_resume_get_n_blocks (resume), N_APPLICATIONS, (double) (end - sent_at) / 1000,
                  (double) (sent_at - start) / 1000);
  /* A tenth of the speed that is promised, for machines that do something else besides. */
  g_assert_cmpint (end - sent_at, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (matchum_usage_table_count_readable (table), ==, N_APPLICATIONS);
  g_assert_cmpuint (matchum_usage_table_count_sent (table, 1), ==, N_APPLICATIONS);
  unref_columns (columns);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/usage-table/states", test_states);
  g_test_add_func ("/usage-table/sent", test_sent);
  g_test_add_func ("/usage-table/unused", test_unused);
  g_test_add_func ("/usage-table/speed", test_speed);
  return g_test_run ();
}
