/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting says of itself is said in its own words, in the lines that are named, and a deadline is a day there
 * is. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-posting-details.h"
#include "posting/matchum-posting-reader.h"

const FuzzTarget fuzz_target = { .name = "details", .n_rounds = 200 };

static const MatchumDay today = { 2026, 11, 20 };

static void
assert_fact (MatchumSource *source, const MatchumPostingFact *fact)
{
  g_assert_true (fact->text != NULL && *fact->text != '\0');
  g_assert_true (g_utf8_validate (fact->text, -1, NULL));
  g_assert_null (strchr (fact->text, '\n'));
  fuzz_assert_source_span (source, fact->span);
  g_assert_cmpuint (matchum_source_get_line_at (source, fact->span.start), ==, fact->line);
}

static void
assert_single_facts (MatchumSource *source, MatchumPostingDetails *details)
{
  const MatchumPostingEmployment *employment = matchum_posting_details_get_employment (details);
  const MatchumPostingExperience *experience = matchum_posting_details_get_experience (details);
  const MatchumPostingDeadline *deadline = matchum_posting_details_get_deadline (details);
  g_autofree char *date = deadline != NULL ? matchum_posting_deadline_dup_date (deadline) : NULL;
  MatchumDay day;

  if (employment != NULL)
    {
      assert_fact (source, &employment->fact);
      g_assert_cmpint (employment->kinds, !=, 0);
    }
  if (experience != NULL)
    {
      assert_fact (source, &experience->fact);
      g_assert_true (experience->most == 0 || experience->least <= experience->most);
    }
  if (matchum_posting_details_get_place (details) != NULL)
    assert_fact (source, matchum_posting_details_get_place (details));
  if (deadline != NULL)
    {
      assert_fact (source, &deadline->fact);
      g_assert_cmpint (date != NULL, ==, deadline->kind == MATCHUM_DEADLINE_DAY);
      g_assert_true (deadline->hour >= -1 && deadline->hour <= 24 && deadline->minute < 60);
    }
  g_assert_true (date == NULL || matchum_day_parse (date, &day));
}

static void
assert_lists (MatchumSource *source, MatchumPostingDetails *details)
{
  for (guint i = 0; i < matchum_posting_details_get_n_links (details); i++)
    {
      assert_fact (source, &matchum_posting_details_get_link (details, i)->fact);
      g_assert_nonnull (strchr (matchum_posting_details_get_link (details, i)->url, ':'));
    }
  for (guint i = 0; i < matchum_posting_details_get_n_tools (details); i++)
    assert_fact (source, matchum_posting_details_get_tool (details, i));
  for (guint i = 0; i < matchum_posting_details_get_n_stages (details); i++)
    assert_fact (source, matchum_posting_details_get_stage (details, i));
  for (guint i = 0; i < matchum_posting_details_get_n_notes (details); i++)
    assert_fact (source, matchum_posting_details_get_note (details, i));
}

static void
assert_teams (MatchumSource *source, MatchumPostingDetails *details)
{
  const guint n_lines = matchum_source_get_n_lines (source);
  const guint n_teams = matchum_posting_details_get_n_teams (details);
  guint end;

  g_assert_cmpuint (matchum_posting_details_count_own (details), <=, n_teams);
  for (guint i = 0; i < n_teams; i++)
    {
      const MatchumPostingTeam *team = matchum_posting_details_get_team (details, i);

      assert_fact (source, &team->fact);
      end = 0;
      for (guint j = 0; j < team->ranges->len; j++)
        {
          const MatchumLineRange *range = &g_array_index (team->ranges, MatchumLineRange, j);

          g_assert_true (range->first > end && range->first <= range->last && range->last <= n_lines);
          end = range->last;
          g_assert_true (matchum_posting_details_line_concerns (details, i, range->first));
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumPostingDetails) details = NULL;

  if (posting == NULL)
    return 0;
  details = matchum_posting_details_read (posting, today);
  assert_single_facts (source, details);
  assert_lists (source, details);
  assert_teams (source, details);
  return 0;
}
