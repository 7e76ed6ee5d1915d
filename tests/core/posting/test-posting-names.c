/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The company and the title of postings in the many forms that they are written in. */
#include "config.h"

#include <string.h>

#include "posting-fixture.h"

typedef struct {
  const char *text;
  const char *company;
  const char *title;
} Names;

static void
assert_names (const Names *names, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (MatchumPosting) posting = read_text (names[i].text);

      if (g_strcmp0 (matchum_posting_get_company (posting), names[i].company) != 0
          || g_strcmp0 (matchum_posting_get_title (posting), names[i].title) != 0)
        g_printerr ("of:\n%s\n", names[i].text);
      g_assert_cmpstr (matchum_posting_get_company (posting), ==, names[i].company);
      g_assert_cmpstr (matchum_posting_get_title (posting), ==, names[i].title);
    }
}

static void
test_headlines (void)
{
  static const Names names[] = {
    { "Quality Engineer – Birchwood Foods – Leeds\n\nRequirements\n- HACCP\n", "Birchwood Foods", "Quality Engineer" },
    { "Quality Engineer – Birchwood Foods – Leeds\n\nBirchwood Foods makes oat milk in two plants.\n\nRequirements\n- "
      "HACCP\n",
      "Birchwood Foods", "Quality Engineer" },
    { "Quality Engineer at Birchwood\n\nRequirements\n- HACCP\n", "Birchwood", "Quality Engineer" },
    { "나래상점 | 백엔드 개발자\n\n자격요건\n- Java 경력 3년\n", "나래상점", "백엔드 개발자" },
    { "[나래상점] 백엔드 개발자 (경력 3년↑)\n\n자격요건\n- Java 경력 3년\n", "나래상점", "백엔드 개발자" },
    { "[부산] 백엔드 개발자\n\n자격요건\n- Java 경력 3년\n", NULL, "백엔드 개발자" },
    { "★지게차 운전원 급구★ 나래스틸\n\n자격요건\n- 지게차 면허\n", "나래스틸", "지게차 운전원" },
    { "# 인지 연구원 (나래모빌리티)\n\n## 자격요건\n- 석사\n", "나래모빌리티", "인지 연구원" },
    { "나래커피 망원점 매장 매니저 구합니다\n\n나래커피는 원두를 볶는 카페입니다.\n\n자격요건\n- 경력 1년\n",
      "나래커피", "매장 매니저" },
    { "2026년 하반기 나래공단 청년인턴 채용 공고\n\n자격요건\n- 만 34세 이하\n", "나래공단", "청년인턴" },
  };

  assert_names (names, G_N_ELEMENTS (names));
}

static void
test_beside (void)
{
  static const Names names[] = {
    { "Data Engineer\nCorvid Robotics · Seoul, South Korea (Hybrid)\n\nRequirements\n- Python\n", "Corvid Robotics",
      "Data Engineer" },
    { "Corvid Robotics\nData Engineer\nSeongnam, Gyeonggi, South Korea · 2 weeks ago · 84 "
      "applicants\n\nRequirements\n- "
      "Python\n",
      "Corvid Robotics", "Data Engineer" },
    { "백엔드 개발자\n나래상점 ∙ 서울 마포구 ∙ 경력 3-7년\n\n자격요건\n- Java 경력 3년\n", "나래상점",
      "백엔드 개발자" },
    { "나래상점∙서울 마포구∙경력 3-7년\n백엔드 개발자\n\n자격요건\n- Java 경력 3년\n", "나래상점", "백엔드 개발자" },
    { "Product Designer\nLisbon / Product / Full-time / Hybrid\n\nRequirements\n- Figma\n", NULL, "Product Designer" },
    { "주식회사 나래전산\nB2B 솔루션 영업 (5~10년)\n\n자격요건\n- 영업 경력 5년\n", "주식회사 나래전산",
      "B2B 솔루션 영업" },
    { "나래에듀(주)\nQA 자동화 엔지니어\n\n회사 소개\n나래에듀는 수업 플랫폼을 운영합니다.\n\n자격요건\n- QA 경력 "
      "3년\n",
      "나래에듀(주)", "QA 자동화 엔지니어" },
    { "Corvid Exchange\n# Site Reliability Engineer\n\nCorvid runs an auction for ships.\n\n## Requirements\n- Linux\n",
      "Corvid Exchange", "Site Reliability Engineer" },
    { "Policy Adviser\nDepartment for Coastal Affairs\n\nRequirements\n- Writing\n", "Department for Coastal Affairs",
      "Policy Adviser" },
  };

  assert_names (names, G_N_ELEMENTS (names));
}

static void
test_sentences (void)
{
  static const Names names[] = {
    { "# Data Engineer\n\nLanternwood helps schools keep track of who is on site.\n\n## Requirements\n- Python\n",
      "Lanternwood", "Data Engineer" },
    { "# Data Engineer\n\nAt Lanternwood, we keep track of who is on site.\n\n## Requirements\n- Python\n",
      "Lanternwood", "Data Engineer" },
    { "# Data Engineer\n\nWe help schools keep track of who is on site.\n\n## Requirements\n- Python\n", NULL,
      "Data Engineer" },
    { "# Data Engineer\n\n## About the company\nWe help schools.\n\n## Requirements\n- Python\n", NULL,
      "Data Engineer" },
    { "# 백엔드 개발자\n\n나래상점은 동네 가게의 물건을 배송하는 회사입니다.\n\n## 자격요건\n- Java\n", "나래상점",
      "백엔드 개발자" },
    { "# 백엔드 개발자\n\n우리는 동네 가게의 물건을 배송하는 회사입니다.\n\n## 자격요건\n- Java\n", NULL,
      "백엔드 개발자" },
  };

  assert_names (names, G_N_ELEMENTS (names));
}

static void
test_fields (void)
{
  static const Names names[] = {
    { "---\ntitle: \"나래책방 - 검색 엔지니어\"\n---\n\n# Machine Learning Engineer, Search\n\n## 자격요건\n- Python\n",
      NULL, "Machine Learning Engineer, Search" },
    { "---\ncompany: 나래책방\nposition: 검색 엔지니어\n---\n\n# 함께해요\n\n## 자격요건\n- Python\n", "나래책방",
      "검색 엔지니어" },
    { "업체명\t나래안경\n\n나래안경 분당점 안경사(정/부) 구인\n\n자격요건\n- 안경사 면허\n", "나래안경", "안경사" },
    { "# [파랑물결] 2026 하반기 수시채용\n\n## 자격요건\n- 성실한 분\n", "파랑물결", NULL },
  };

  assert_names (names, G_N_ELEMENTS (names));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/names/headlines", test_headlines);
  g_test_add_func ("/posting/names/beside", test_beside);
  g_test_add_func ("/posting/names/sentences", test_sentences);
  g_test_add_func ("/posting/names/fields", test_fields);

  return g_test_run ();
}
