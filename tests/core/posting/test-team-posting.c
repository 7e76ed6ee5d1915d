/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a posting concerns who applies to one of its teams. */
#include "config.h"

#include <string.h>

#include "posting/matchum-corrected-posting.h"
#include "posting/matchum-posting-reader.h"
#include "posting/matchum-team-posting.h"

#define TEAMS                                                                                                                   \
  "# ML 엔지니어\n\n## 주요 업무\n\n### 추천팀\n- 추천 모델 개발\n\n### 검색팀\n- 랭킹 모델 개발\n\n" \
  "## 자격 요건\n- Python 경험\n\n### 추천팀\n- PyTorch 경험\n\n### 검색팀\n- Elasticsearch 경험\n"

static const MatchumDay today = { 2026, 11, 25 };

static MatchumPosting *
read_posting (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new ("posting.md", bytes, &error);
  MatchumPosting *posting = source != NULL ? matchum_posting_reader_read (source, &error) : NULL;

  g_assert_no_error (error);
  return posting;
}

/* Its requirements and duties, then after "/" what concerns other teams. */
static char *
describe (MatchumPosting *posting)
{
  GString *own = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->is_other_team)
        {
          g_assert_cmpint (line->kind, ==, MATCHUM_POSTING_OTHER);
          g_string_append_printf (others, "|%s", matchum_posting_line_get_text (line));
        }
      else if (matchum_posting_line_is_requirement (line) || (line->kind == MATCHUM_POSTING_DUTY && !line->is_heading))
        g_string_append_printf (own, "|%s", matchum_posting_line_get_text (line));
    }
  g_string_append_printf (own, " / %s", others->str);
  return g_string_free (own, FALSE);
}

static void
test_pick (void)
{
  g_autoptr (MatchumPosting) posting = read_posting (TEAMS);
  g_autoptr (MatchumPostingDetails) details = matchum_posting_details_read (posting, today);
  guint first = matchum_team_posting_find (details, "추천팀"), second = matchum_team_posting_find (details, "검색팀");
  g_autoptr (MatchumPosting) of_first = matchum_team_posting_new (posting, details, first);
  g_autoptr (MatchumPosting) of_second = matchum_team_posting_new (posting, details, second);
  g_autofree char *whole = describe (posting);
  g_autofree char *one = describe (of_first);
  g_autofree char *other = describe (of_second);

  g_assert_cmpstr (whole, ==, "|추천 모델 개발|랭킹 모델 개발|Python 경험|PyTorch 경험|Elasticsearch 경험 / ");
  g_assert_cmpstr (one, ==,
                   "|추천 모델 개발|Python 경험|PyTorch 경험 / |검색팀|랭킹 모델 개발|검색팀|Elasticsearch 경험");
  g_assert_cmpstr (other, ==,
                   "|랭킹 모델 개발|Python 경험|Elasticsearch 경험 / |추천팀|추천 모델 개발|추천팀|PyTorch 경험");
  g_assert_true (matchum_posting_has_known_headings (of_first));
  g_assert_cmpuint (matchum_posting_get_n_lines (of_first), ==, matchum_posting_get_n_lines (posting));
}

static void
test_find (void)
{
  g_autoptr (MatchumPosting) posting = read_posting (TEAMS);
  g_autoptr (MatchumPostingDetails) details = matchum_posting_details_read (posting, today);
  g_autoptr (MatchumPosting) single = read_posting ("# Engineer\n\nDepartment: Growth\n\n## Requirements\n- Go\n");
  g_autoptr (MatchumPostingDetails) of_one = matchum_posting_details_read (single, today);
  g_autoptr (MatchumPosting) with_lines =
      read_posting ("# ML 엔지니어\n\n## 주요 업무\n\n### 추천팀\n- 추천 모델 개발\n\n## 자격 요건\n- Python 경험\n");
  g_autoptr (MatchumPostingDetails) of_lines = matchum_posting_details_read (with_lines, today);

  g_assert_cmpuint (matchum_team_posting_find (details, NULL), ==, MATCHUM_NO_TEAM);
  g_assert_cmpuint (matchum_team_posting_find (details, "광고팀"), ==, MATCHUM_NO_TEAM);
  g_assert_cmpuint (matchum_posting_details_get_n_teams (of_one), ==, 1);
  g_assert_cmpuint (matchum_team_posting_find (of_one, "Growth"), ==, MATCHUM_NO_TEAM);
  /* There is nothing to pick where one team has lines of its own. */
  g_assert_cmpuint (matchum_posting_details_count_own (of_lines), ==, 1);
  g_assert_cmpuint (matchum_team_posting_find (of_lines, "추천팀"), ==, MATCHUM_NO_TEAM);
}

/* What a person says that a line is counts, whichever team it was given to. */
static void
test_by_hand (void)
{
  g_autoptr (MatchumPosting) read = read_posting (TEAMS);
  g_autoptr (GPtrArray) corrections =
      g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (MatchumPostingDetails) details = NULL;
  g_autoptr (MatchumPosting) picked = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < matchum_posting_get_n_lines (read); i++)
    if (strcmp (matchum_posting_line_get_text (matchum_posting_get_line (read, i)), "Elasticsearch 경험") == 0)
      g_ptr_array_add (corrections,
                       matchum_posting_correction_new_for_line (read, i, MATCHUM_ASPECT_KIND, "preferred"));
  g_assert_cmpuint (corrections->len, ==, 1);
  posting = matchum_posting_with_corrections (read, corrections, NULL);
  details = matchum_posting_details_read (posting, today);
  picked = matchum_team_posting_new (posting, details, matchum_team_posting_find (details, "추천팀"));
  words = describe (picked);
  g_assert_cmpstr (words, ==,
                   "|추천 모델 개발|Python 경험|PyTorch 경험|Elasticsearch 경험 / |검색팀|랭킹 모델 개발|검색팀");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/team-posting/pick", test_pick);
  g_test_add_func ("/team-posting/find", test_find);
  g_test_add_func ("/team-posting/by-hand", test_by_hand);
  return g_test_run ();
}
