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

/* As pages, mails and notices say them. */
static void
test_forms (void)
{
  static const Names names[] = {
    { "[주식회사 새벽나루] 2026년 상반기 재무회계부문 신입/경력 채용\n\n새벽나루는 커피 원두를 "
      "수입합니다.\n\n자격요건\n- 회계 경력 2년\n",
      "주식회사 새벽나루", "재무회계부문" },
    { "2026년 하반기 (주)한빛기전 신입/경력 공개채용\n\n모집부문: 전장설계 엔지니어\n\n자격요건\n- 설계 경력\n",
      "(주)한빛기전", "전장설계 엔지니어" },
    { "We're hiring!\n\nSenior iOS Engineer\nPlumfield · Remote (EU)\n\nRequirements\n- Swift\n", "Plumfield",
      "Senior iOS Engineer" },
    { "Join Plumfield as a Senior iOS Engineer\n\nPlumfield makes a gardening app.\n\nRequirements\n- Swift\n",
      "Plumfield", "Senior iOS Engineer" },
    { "Job Title: Credit Risk Analyst (12 month FTC)\nDepartment: Risk\nLocation: Leeds\n\nRequirements\n- SQL\n", NULL,
      "Credit Risk Analyst" },
    { "직무: 해외영업 (중동)\n회사: 다람무역\n\n자격요건\n- 영어\n", "다람무역", "해외영업 (중동)" },
    { "■ 채용직무 : 인사담당자 (대리급)\n■ 근무지 : 성남\n\n담당업무\n- 채용 운영\n\n자격요건\n- 인사 경력 3년\n", NULL,
      "인사담당자" },
    { "Role: Payroll Specialist\n\nYou will\n- run payroll for 400 people\n\nYou have\n- two years in payroll\n", NULL,
      "Payroll Specialist" },
    { "나루터컴퍼니 | 퍼포먼스 마케터 (3년 이상) | 원티드\n\n자격요건\n- 광고 운영 경험\n", "나루터컴퍼니",
      "퍼포먼스 마케터" },
    { "퍼포먼스 마케터 - 나루터 | 잡코리아\n\n자격요건\n- 광고 운영 경험\n", "나루터", "퍼포먼스 마케터" },
    { "Data Scientist, Growth - Pebbleton | LinkedIn\n\nRequirements\n- SQL\n", "Pebbleton", "Data Scientist, Growth" },
    { "홈\n채용\n커뮤니티\n로그인\n나루터\n퍼포먼스 마케터\n서울 강남구 · 경력 3~7년\n\n주요업무\n- 광고 "
      "운영\n\n자격요건\n- 광고 운영 경험\n",
      "나루터", "퍼포먼스 마케터" },
    { "[신입/경력] 나루터 영상 편집자 모집\n\n나루터는 요리 영상을 만듭니다.\n\n자격요건\n- 프리미어\n", "나루터",
      "영상 편집자" },
    { "<나루터> 영상 편집자 채용\n\n자격요건\n- 프리미어\n", "나루터", "영상 편집자" },
    { "(주)나루터 - 생산직 사원 모집합니다\n\n자격요건\n- 성실한 분\n", "(주)나루터", "생산직 사원" },
    { "안녕하세요! 나루터입니다 :)\n\n저희와 함께할 백엔드 개발자를 찾고 있어요.\n\n주요업무\n- API "
      "개발\n\n자격요건\n- Java\n",
      "나루터", "백엔드 개발자" },
    { "QA Engineer\n\nAt Plumfield, we test everything twice.\n\nRequirements\n- Selenium\n", "Plumfield",
      "QA Engineer" },
    { "Plumfield is hiring a Senior Product Designer in Berlin.\n\nWe make a gardening app.\n\nRequirements\n- Figma\n",
      "Plumfield", "Senior Product Designer" },
    { "We're looking for an experienced Payroll Manager to join our team in York.\n\nRequirements\n- CIPP\n", NULL,
      "Payroll Manager" },
    { "Full-Stack Developer (m/w/d)\nBlumenfeld GmbH, Hamburg\n\nRequirements\n- PHP\n", "Blumenfeld GmbH",
      "Full-Stack Developer" },
    { "Head of People\n\nPlumfield · London\n\nRequirements\n- HR\n", "Plumfield", "Head of People" },
    { "Software Engineer III, Infrastructure\nPlumfield\nplaceSeoul, South Korea\nApply\n\nMinimum qualifications:\n- "
      "Python\n",
      "Plumfield", "Software Engineer III, Infrastructure" },
    { "VP of Engineering\n\nAbout Plumfield\nWe make a gardening app.\n\nRequirements\n- ten years\n", "Plumfield",
      "VP of Engineering" },
    { "🔥 Hiring: Rust Engineer @ Plumfield (remote) 🔥\n\nRequirements\n- Rust\n", "Plumfield", "Rust Engineer" },
    { "[나루터] 데이터 분석가 (Data Analyst) 정규직 채용\n\n자격요건\n- SQL\n", "나루터",
      "데이터 분석가 (Data Analyst)" },
    { "나루터 2026 상반기 신입 공채 - SW개발\n\n나루터는 배달 로봇을 만듭니다.\n\n자격요건\n- C++\n", "나루터",
      "SW개발" },
    { "나루터에서 함께 일할 UX 리서처를 모십니다\n\n나루터는 배달 로봇을 만듭니다.\n\n자격요건\n- UX 리서치 3년\n",
      "나루터", "UX 리서처" },
    { "Part-time Barista wanted\nThe Copper Kettle\n\nRequirements\n- a smile\n", "The Copper Kettle",
      "Part-time Barista" },
    { "경력기술서 및 포트폴리오 필수\n\n[나루터] 모션그래픽 디자이너\n\n자격요건\n- 애프터이펙트\n", "나루터",
      "모션그래픽 디자이너" },
    { "Position Summary\nThe Staff Accountant supports month-end close.\n\nRequirements\n- CPA\n", NULL,
      "Staff Accountant" },
    { "나루터대학교병원 2026년도 제3차 간호사(정규직) 채용 공고\n\n1. 지원자격\n- 간호사 면허\n", "나루터대학교병원",
      "간호사" },
    { "재단법인 나루문화재단 직원(공연기획) 공개채용 공고\n\n1. 응시자격\n- 공연기획 3년\n", "재단법인 나루문화재단",
      "직원(공연기획)" },
    { "Nurse Practitioner\nCedar Family Clinic\nPosted 3 days ago\nBoise, ID\n\nRequirements\n- NP license\n",
      "Cedar Family Clinic", "Nurse Practitioner" },
    { "Jobs at Plumfield\n\nEngineering\n\nBackend Engineer, Billing\n\nLisbon, Portugal\n\nApply "
      "now\n\nRequirements\n- Go\n",
      "Plumfield", "Backend Engineer, Billing" },
    { "채용 홈\n나루터 채용\n\n[데이터] 데이터 엔지니어\n정규직\n\n나루터는 배달 로봇을 만듭니다.\n\n자격요건\n- SQL\n",
      "나루터", "데이터 엔지니어" },
    { "나루터컴퍼니\n경력 3~5년 | 서울 강남구 | 정규직\nB2B 세일즈 매니저\n\n자격요건\n- B2B 영업 3년\n",
      "나루터컴퍼니", "B2B 세일즈 매니저" },
    { "■ 회사명 : 나루터산업\n■ 직종 : 용접사\n■ 인원 : 2명\n■ 근무지 : 거제\n■ 자격 : 용접기능사 이상\n■ 우대 : "
      "조선소 경력자\n",
      "나루터산업", "용접사" },
    { "나루터산업 용접사 모집 (2명)\n\n담당업무\n- 용접\n\n자격요건\n- 용접기능사\n", "나루터산업", "용접사" },
    { "급구! 나루터산업 용접공 모집\n\n담당업무\n- 용접\n\n자격요건\n- 용접기능사\n", "나루터산업", "용접공" },
    { "# Careers\n\n## Senior Rust Engineer\n\nPlumfield makes a gardening app.\n\n### Requirements\n- Rust\n",
      "Plumfield", "Senior Rust Engineer" },
    { "# 나루터 채용\n\n## 백엔드 개발자\n\n나루터는 배달 로봇을 만듭니다.\n\n### 자격요건\n- Java\n", "나루터",
      "백엔드 개발자" },
    { "Subject: Opportunity: Lead Data Scientist at Plumfield\n\nHi Sam,\n\nI hope you are well.\n\nYou will\n- lead "
      "four people\n\nYou have\n- ten years in statistics\n",
      "Plumfield", "Lead Data Scientist" },
    { "[헤드헌팅] 코스피 상장 제조사 품질보증팀장 채용\n\n담당업무\n- 품질 총괄\n\n자격요건\n- 품질 15년\n", NULL,
      "품질보증팀장" },
    { "나루시청 시간선택제임기제공무원(통계) 채용시험 공고\n\n1. 응시자격\n- 통계 학사\n", "나루시청",
      "시간선택제임기제공무원(통계)" },
    { "나루중학교 방과후 코딩 강사 모집 안내\n\n1. 지원자격\n- 코딩 지도 1년\n", "나루중학교", "방과후 코딩 강사" },
    { "Software Engineer - Backend (Java/Kotlin)\nPlumfield\n\nRequirements\n- Java\n", "Plumfield",
      "Software Engineer - Backend (Java/Kotlin)" },
    { "나루터 | Backend Engineer (Java/Kotlin)\n\n자격요건\n- Java\n", "나루터", "Backend Engineer (Java/Kotlin)" },
    { "신입/인턴\n나루터\n[체험형 인턴] 마케팅 인턴 (6개월)\n\n담당업무\n- 콘텐츠 제작\n\n자격요건\n- 대학 재학생\n",
      "나루터", "마케팅 인턴" },
    { "📌 [나루터] CX 매니저 채용 (~12/5)\n\n주요업무\n- 고객 문의 응대\n\n자격요건\n- CS 2년\n", "나루터",
      "CX 매니저" },
    { "나루터 CX 매니저 포지션\n\n나루터는 배달 로봇을 만듭니다.\n\n주요업무\n- 고객 문의 응대\n\n자격요건\n- CS 2년\n",
      "나루터", "CX 매니저" },
    { "Vacancy: Marine Biologist\n\nThe Harbour Institute studies eels.\n\nRequirements\n- a degree\n",
      "The Harbour Institute", "Marine Biologist" },
    { "Would you like to teach children to sail?\n\nSailing Instructor (seasonal)\n\nRequirements\n- RYA\n", NULL,
      "Sailing Instructor" },
    { "경영지원팀 회계담당 정규직 채용\n\n주식회사 나루터\n\n담당업무\n- 결산\n\n자격요건\n- 회계 3년\n",
      "주식회사 나루터", "경영지원팀 회계담당" },
    { "나루터에서 생산관리 담당자를 모집하고 있습니다.\n\n담당업무\n- 생산 계획\n\n자격요건\n- 3년\n", "나루터",
      "생산관리 담당자" },
    { "원티드\n탐색\n나루터\nProduct Owner (물류)\n나루터∙서울 강남구∙경력 5년 이상\n\n주요업무\n- "
      "로드맵\n\n자격요건\n- PO 3년\n",
      "나루터", "Product Owner (물류)" },
    { "개발자 채용\n채용공고\n나루터\nNode.js 백엔드 개발자\n\n주요업무\n- API\n\n자격요건\n- Node.js\n", "나루터",
      "Node.js 백엔드 개발자" },
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
  g_test_add_func ("/posting/names/forms", test_forms);

  return g_test_run ();
}
