/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that name something without having done it, and lines of the same words that have: of Flink, the first show
 * nothing and the second show it. */
#include "config.h"

#include <locale.h>

#include "match-fixture.h"

static const char lexicon_text[] = "concept flink tool\n  en Flink\n"
                                   "concept spark tool\n  en Spark\n";

static const char *const hedged[] = {
  "Flink는 책으로만 봄",
  "Flink 입문 강의 수료",
  "Flink 세미나 참석",
  "Flink 창 함수 연습",
  "Flink 도입을 제안했으나 반려됨",
  "Spark와 Flink를 비교한 뒤 Spark를 선택",
  "Flink 클러스터는 플랫폼팀에서 운영",
  "Flink는 플랫폼팀이 운영하고 결과만 사용",
  "Flink 공식 문서를 읽고 정리",
  "Flink 데모만 만들어 봄",
  "Flink는 써 본 적 없음",
  "학부 수업에서 Flink 실습",
  "Flink 예제 코드를 실행해 본 수준",
  "Flink로 옮기려다 일정 문제로 취소",
  "Flink 검토 결과 도입하지 않기로 함",
  "Flink 프로토타입을 만들었으나 운영에는 올리지 않음",
  "사내 Flink 스터디 참여",
  "Flink(학습 중)",
  "Flink (기초 수준)",
  "Flink (입문)",
  "공부하고 싶은 것: Flink",
  "다음 분기에 Flink 도입 예정",
  "Flink 온라인 강의 수강",
  "Flink는 코드 읽는 정도",
  "부트캠프 과제로 Flink 사용",
  "Flink 전환은 보류",
  "Flink 담당은 다른 팀원",
  "인턴이 만든 Flink 작업을 인수만 함",
  "Evaluated Flink but stayed with Spark",
  "Compared Flink and Spark and picked Spark",
  "Took an online course on Flink",
  "Intro to Flink (Coursera, 2023)",
  "Flink jobs were run by the platform team",
  "Proposed a move to Flink, which was not approved",
  "Read the Flink docs for a talk",
  "Built a Flink prototype that never shipped",
  "Weekend experiment with Flink",
  "Followed the Flink quickstart",
  "Flink (learning)",
  "Flink (basic)",
  "Flink (beginner)",
  "Currently reading about Flink",
  "Attended a Flink workshop",
  "Flink: read-only",
  "No hands-on Flink yet",
  "University coursework in Flink",
  "Spike on Flink, abandoned after two weeks",
  "Played with Flink at a hackathon",
  "Watched the Flink team migrate the jobs",
  "Want to move to Flink next year",
  "Flink is owned by another team",
  "Investigated Flink; decided to keep Spark",
  "Helped a colleague debug a Flink job once",
  "Flink on the roadmap for 2025",
  "Interested in Flink",
  "Exposure to Flink through a vendor demo",
  "Learning Flink in spare time",
  "데이터 엔지니어가 Flink로 옮겼고, 저는 대시보드를 만듦",
  "Flink, Beam 작업은 대행사가 담당했고 저는 결과를 검수",
  "Flink 따라하기",
  "Flink 따라 만들기",
  "Flink를 써 봤으나 느려서 되돌림",
  "Flink를 조금 다뤄 본 정도",
  "Flink 작업은 설계만 함",
  "Flink 설치만 완료",
  "벤더가 Flink 클러스터를 구축함",
  "Flink job tried on a sample of one day",
  "The pipeline in Flink was the platform team's",
  "Flink was the platform team’s",
  "Flink pipeline developed by a vendor",
  "Flink fundamentals course",
  "Light Flink use",
  "Two weekends of learning Flink",
  "Tinkered with Flink",
  "On my list: Flink",
  "Shadowed the engineers who ran Flink",
  "Flink: considered, ruled out",
  "배우는 중: Spark, Flink",
  "튜토리얼 진행 (Flink)",
};

static const char *const done[] = {
  "Flink로 실시간 집계를 운영하며 사내 교육 자료 작성",
  "Flink PoC를 거쳐 운영에 도입",
  "Flink 검토부터 도입까지 주도",
  "Flink 작업 12개를 운영, 신입 교육 담당",
  "Spark 대신 Flink를 선택해 지연을 줄임",
  "스터디에서 시작해 Flink를 전사에 도입",
  "Flink 강의를 사내에서 4회 진행",
  "일정이 촉박했지만 Flink 전환을 완료",
  "데이터팀과 Flink 작업을 함께 운영",
  "Evaluated Spark and Flink, then moved 12 jobs to Flink",
  "Taught a Flink course to 20 engineers after running it for a year",
  "Turned a Flink prototype into a production service",
  "Ran Flink with the platform team",
  "Flink jobs for fraud alerts, now read by three teams",
  "Considered the go-to person for Flink",
  "데이터 엔지니어가 대시보드를 만들었고, 저는 Flink로 옮김",
  "동료가 쓴 배치를 Flink로 옮김",
  "Flink를 팀에 소개하고 따라오도록 지원하며 운영",
  "The team's Flink jobs: wrote and ran all 12",
  "Flink로 옮겼고 저는 운영도 맡음",
  "Fundamentals of the product rebuilt on Flink",
  "Flink 설계만이 아니라 운영까지 담당",
  "Flink로 색인 (화면은 앱팀)",
};

static char *
judge_item (const char *item)
{
  g_autofree char *resume = g_strconcat ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- ", item, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, "## 자격요건\n\n- Flink 경험\n");

  return fixture_describe (fixture, fixture->coverage, 0);
}

static void
assert_all (const char *const *items, gsize n_items, const char *verdict)
{
  for (gsize i = 0; i < n_items; i++)
    {
      g_autofree char *said = judge_item (items[i]);

      g_test_message ("%s", items[i]);
      g_assert_cmpstr (said, ==, verdict);
    }
}

static void
test_hedged (void)
{
  assert_all (hedged, G_N_ELEMENTS (hedged), "missing||Flink");
}

static void
test_done (void)
{
  assert_all (done, G_N_ELEMENTS (done), "met|7|");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hedge/hedged", test_hedged);
  g_test_add_func ("/hedge/done", test_done);
  return g_test_run ();
}
