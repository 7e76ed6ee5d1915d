/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting tells of itself, in a line. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-posting-facts.h"

static const MatchumDay today = { 2026, 11, 25 };

static MatchumPostingDetails *
read_details (const char *text)
{
  g_autoptr (MatchumPosting) posting = matchum_ui_test_read_posting (text);

  return matchum_posting_details_read (posting, today);
}

static char *
dup_with (const char *front)
{
  return g_strdup_printf ("---\ncompany: 가람\ntitle: 개발자\n%s---\n\n## 자격요건\n\n- Java 경험\n- SQL 경험\n",
                          front);
}

static void
check_line (const char *front, const char *wanted)
{
  g_autofree char *text = dup_with (front);
  g_autoptr (MatchumPostingDetails) details = read_details (text);
  g_autofree char *line = matchum_posting_facts_dup_line (details);

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_line (void)
{
  check_line ("", NULL);
  check_line ("deadline: 2026-12-07\n", NULL);
  check_line ("employment: 정규직\nlocation: 서울 강남구\n", "정규직 · 서울 강남구");
  check_line ("employment: 정규직\nexperience: 경력 3년 이상\nlocation: 서울 강남구\n",
              "정규직 · 경력 3년 이상 · 서울 강남구");
  check_line ("experience: 3년 이상\n", "experience 3년 이상");
}

static void
check_deadline (const char *written, const char *wanted, gboolean is_over)
{
  g_autofree char *front = g_strdup_printf ("deadline: %s\n", written);
  g_autofree char *text = dup_with (front);
  g_autoptr (MatchumPostingDetails) details = read_details (text);
  const MatchumPostingDeadline *deadline = matchum_posting_details_get_deadline (details);
  g_autofree char *words = matchum_posting_facts_dup_deadline (deadline, today);

  g_assert_cmpstr (words, ==, wanted);
  g_assert_cmpint (matchum_posting_facts_is_over (deadline->day, today), ==, is_over);
}

static void
test_deadline (void)
{
  check_deadline ("2026-12-07", "12 days left (2026-12-07)", FALSE);
  check_deadline ("2026-11-26", "1 day left (2026-11-26)", FALSE);
  check_deadline ("2026-11-25", "closes today (2026-11-25)", FALSE);
  check_deadline ("2026-11-24", "closed (2026-11-24)", TRUE);
  check_deadline ("2027-03-01", "96 days left (2027-03-01)", FALSE);
  check_deadline ("채용 시 마감", "채용 시 마감", FALSE);
  g_assert_null (matchum_posting_facts_dup_days ((MatchumDay){ 0 }, today));
}

static void
test_stages (void)
{
  g_autoptr (MatchumPostingDetails) details = read_details (
      "# 개발자\n\n## 자격요건\n\n- Java 경험\n- SQL 경험\n\n## 전형절차\n\n서류 전형 → 코딩 테스트 → 면접\n");
  g_autofree char *stages = matchum_posting_facts_dup_stages (details);
  g_autoptr (MatchumPostingDetails) none = read_details (MATCHUM_UI_TEST_POSTING);

  g_assert_cmpstr (stages, ==, "서류 전형 → 코딩 테스트 → 면접");
  g_assert_null (matchum_posting_facts_dup_stages (none));
}

static void
test_links (void)
{
  g_autofree char *text = dup_with ("url: https://careers.example.com/7\n");
  g_autofree char *more = g_strconcat (text,
                                       "\n## 안내\n\n- [팀 소개](https://blog.example.com/team)\n- 지원: "
                                       "https://careers.example.com/7\n- 홈페이지 www.example.com\n",
                                       NULL);
  g_autoptr (MatchumPostingDetails) details = read_details (more);
  g_autoptr (GPtrArray) links = matchum_posting_facts_list_links (details);
  g_autoptr (MatchumPostingDetails) none = read_details (MATCHUM_UI_TEST_POSTING);
  g_autoptr (GPtrArray) no_links = matchum_posting_facts_list_links (none);

  g_assert_cmpuint (links->len, ==, 3);
  g_assert_cmpstr (((const MatchumPostingLink *) links->pdata[0])->url, ==, "https://careers.example.com/7");
  g_assert_cmpuint (no_links->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/posting-facts/line", test_line);
  g_test_add_func ("/ui/posting-facts/deadline", test_deadline);
  g_test_add_func ("/ui/posting-facts/stages", test_stages);
  g_test_add_func ("/ui/posting-facts/links", test_links);
  return g_test_run ();
}
