/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader makes of postings in the many shapes that people paste. */
#include "config.h"

#include <string.h>

#include "posting-fixture.h"

static char
get_letter (const MatchumPostingLine *line)
{
  static const char letters[] = { '.', 'r', 'p', 'd', 's', 'b', 'h', 'n' };
  char letter = letters[line->kind];

  return line->is_heading ? (char) g_ascii_toupper (letter == '.' ? 'o' : letter) : letter;
}

/* One letter for each line: other, required, preferred, duty, stack, benefit, (hiring) process, note; headings upper
 * case. */
static void
assert_kinds (const char *text, const char *expected)
{
  g_autoptr (MatchumPosting) posting = read_text (text);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    g_string_append_c (said, get_letter (matchum_posting_get_line (posting, i)));
  if (strcmp (said->str, expected) != 0)
    g_test_message ("of:\n%s", text);
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_bullets (void)
{
  static const char *const bullets[] = { "- ",   "* ",  "+ ", "• ",  "·",    "ㆍ",  "∙ ",  "・",   "▪ ",
                                         "□ ",   "→ ",  "✔ ", "✅ ",  "👉 ",   "1. ", "1) ", "(1) ", "① ",
                                         "가. ", "a) ", "– ", "－ ", "\\- ", "-",   "ㅇ ", "o ",   "\uf09e " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("자격요건\n%sPython 실무 경험\n%sSQL에 능숙하신 분\n", bullets[i], bullets[i]);
      g_autoptr (MatchumPosting) posting = read_text (text);
      g_autofree char *bullet = g_strstrip (g_strdup (bullets[i]));
      const MatchumPostingLine *line;

      g_test_message ("%s", bullets[i]);
      assert_kinds (text, "Rrr");
      line = matchum_posting_get_line (posting, 1);
      g_assert_cmpstr (line->bullet, ==, bullet);
      g_assert_cmpstr (matchum_posting_line_get_text (line), ==, "Python 실무 경험");
    }
}

static void
test_headings (void)
{
  static const char *const forms[] = { "## %s", "##%s",   "### %s ###", "**%s**",    "**%s:**",  "__%s__",
                                       "[%s]",  "【%s】", "<%s>",       "＜%s＞",    "「%s」",   "**[%s]**",
                                       "■ %s",  "▶ %s",   "◆%s",        "🚀 %s",      "✨%s✨",     "%s",
                                       "%s:",   "%s :",   "1. %s",      "%s\n=====", "- **%s**", "~ %s ~" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) pieces = g_strsplit (forms[i], "%s", 2);
      g_autofree char *text =
          g_strconcat (pieces[0], "담당업무", pieces[1], "\n  - 모델 개발\n\n", pieces[0], "자격요건", pieces[1],
                       "\n  - Python 경험\n\n", pieces[0], "우대사항", pieces[1], "\n  - Spark 경험\n", NULL);

      g_test_message ("%s", forms[i]);
      assert_kinds (text, "DdRrPp");
    }
}

static void
test_inner_headings (void)
{
  assert_kinds ("## 자격 요건\n### 필수 요건\n- A 경험\n### 우대 사항\n- B 경험\n", "RRrPp");
  assert_kinds ("## 주요 업무\n### 피드 품질\n- A 개발\n### 광고 추천\n- B 개발\n## 자격 요건\n- C 경험\n", "DDdDdRr");
  assert_kinds ("주요업무\n\n피드팀\n- A 개발\n- B 개발\n\n광고팀\n- C 개발\n\n자격요건\n- D 경험\n", "DDddDdRr");
  assert_kinds ("## 자격 요건\n### 공통\n- A 경험\n### 우대\n- B 경험\n### 데이터\n- C 경험\n", "RRrPpRr");
  assert_kinds ("## 우대사항\n### 경험\n- A 경험\n### 기술\n- B 경험\n", "PPpPp");
  assert_kinds ("## The role\nText of it.\n### Responsibilities\n- Build A\n### Requirements\n- Know B\n", "O.DdRr");
}

/* A heading that is not known and says nothing ends what stood before it. */
static void
test_unknown_headings (void)
{
  assert_kinds ("## 우대사항\n- A 경험\n- B 경험\n\n## 사내 동호회\n- 축구를 좋아해요\n- 등산을 자주 가요\n", "PppO..");
  assert_kinds ("우대사항\n• A 경험\n• B 경험\n\n우리끼리 하는 말\n• 금요일은 일찍 끝나요\n• 간식이 많아요\n",
                "PppO..");
  assert_kinds ("[지원자격]\nA 경험\nB 능숙\n\n[찾아오는 길]\n2번 출구\n도보 5분\n", "RrrO..");
  /* Known by the lines under it. */
  assert_kinds ("## 당신의 무기\n- Python에 능숙하신 분\n- SQL 실무 경험\n- 통계에 대한 이해\n", "Rrrr");
  assert_kinds ("## 필수 요건\n- A 경험\n## 작은 덤\n- B 경험\n- C 경험이 있으신 분\n", "RrPpp");
  assert_kinds ("## 당신의 무대\n- 모델 개발\n- 파이프라인 구축\n- 지표 개선\n## 자격요건\n- A 경험\n", "DdddRr");
}

/* What the signs of lines tell that their classes do not, and how headings that nobody knows are told from items. */
static void
test_learned_signs (void)
{
  /* A picture or a number before headings alone. */
  assert_kinds (
      "🌱 첫 장\n꽃담은 꽃 정기구독 서비스입니다.\n매달 90만 명이 방문합니다.\n\n🪴 "
      "둘째 "
      "장\n결제 "
      "서비스 "
      "개발\n"
      "디자인 시스템 개발과 문서화\n\n🌷 셋째 장\nReact 개발 경력 3년 이상\nGit에 익숙한 분\n\n🌻 넷째 장\n"
      "SSR 운영 경험\n접근성 개선 경험\n",
      "O..DddRrrPpp");
  assert_kinds ("(1) 첫 장\n가) 보안장비 운영\n나) 침해사고 대응\n\n(2) 둘째 장\n가) 관련 경력 5년 이상\n나) "
                "정보보안기사 보유\n\n"
                "(3) 셋째 장\n가) ISMS-P 인증심사원\n나) 공공기관 보안업무 경험자\n\n(4) 넷째 장\n가) 중식 제공\n나) "
                "연 20일 휴가\n",
                "DddRrrPppBbb");
  /* Duties told in sentences, as a list. */
  assert_kinds ("뱃머리\n고객사의 요구를 분석해 교육 과정을 설계합니다\n강사를 섭외하고 교안을 함께 만듭니다\n교육 "
                "효과를 측정해 보고서를 "
                "씁니다\n\n돛대\n기업교육 경력 3년 이상\nLMS 운영 경험이 있는 분\n엑셀로 결과를 정리할 수 있는 분\n",
                "DdddRrrr");
}

/* Lines of lists whose words stand in headings, too. */
static void
test_stems_in_lists (void)
{
  assert_kinds (
      "물리치료사 모집\n\n□ 가점을 드립니다\n재활병원 근무 경력자\n로봇보행 치료 경험자\n\n□ 대우\n기숙사 제공\n",
      "OPppBb");
  assert_kinds ("## 합류하면 이런 일을 해요\n\n여정을 지표로 만들고 막힌 곳을 찾아요\n실험을 설계하고 결과를 "
                "정리해요\n성과를 평가해요\n",
                "Dddd");
  assert_kinds ("주요 업무\n동료를 찾아요\n- 모델 개발\n", "D.d");
  assert_kinds (
      "Person specification\n\nQualifications and training\n\nEssential\n\nNMC registered\n\nDesirable\n\nILS "
      "certificate\n",
      "RRRrPp");
  assert_kinds ("자격요건\n- 직무 : 게임 프로그래머\n- 모집인원 : 2명\n- 학력 : 대졸\n", "R..r");
  assert_kinds ("How to apply\nSend your CV.\nApplicants must have the right to work in the UK.\n", "Hhr");
  assert_kinds (
      "* 첫 장\n결산과 공시 총괄\nIR 자료 작성\n\n* 둘째 장\n회계 경력 12년 이상\n팀장 경험 3년 이상\n\n* 셋째 장\n"
      "공인회계사 우대\n원가 이해도가 높은 분\n\n* 넷째 장\n중식 제공\n연 20일 휴가\n",
      "DddRrrPppBbb");
}

static void
test_stranded_prepositions (void)
{
  assert_kinds ("Nice to have\nInterest in journalism and how it gets paid for\nModel quantization or other inference "
                "optimisation\nPapers at conferences, or talks about what was learned\n",
                "Pppp");
}

/* "# … 사람을 찾습니다" is a title: nothing under it is asked for that. */
static void
test_titles (void)
{
  assert_kinds ("# 방패를 함께 들 사람을 찾습니다\n\n저희는 도어락을 만듭니다.\n\n## 매일의 싸움\n\n- 모의해킹 수행\n- "
                "펌웨어 분석과 "
                "취약점 대응\n\n## 최소한의 갑옷\n\n- 모의해킹 경력 3년 이상\n- 분석 도구 활용 능력\n\n## 성 안의 "
                "생활\n\n- 점심 무료\n"
                "- 교육비 지원\n",
                "O.DddRrrBbb");
  assert_kinds (
      "## Field Application Engineer\n\n**뱃머리**\n1. 고객사 기술 지원\n2. 불량 분석\n\n**돛대**\n1. 전자공학 학사 "
      "이상\n2. 오실로스코프 사용 경험\n",
      "ODddRrr");
  assert_kinds (
      "Where you'll spend your time\nDefine SLOs with product teams\nRun our platform on AWS\n\nRequirements\n"
      "Go or Python\n",
      "DddRr");
}

static void
test_sentences_as_headings (void)
{
  assert_kinds (
      "함께 이런 문제를 풀어요\nA 모델을 개선해요\nB 지표를 만들어요\n\n저희가 애타게 찾는 동료\nPython을 쓸 줄 아는 "
      "분\n"
      "SQL에 익숙한 분\n\n이런 이력까지 있으면 반가워요\nSpark 경험\nKafka 경험\n\n저희가 챙겨 드려요\n점심\n책값\n",
      "DddRrrPppBbb");
  assert_kinds ("What you'll be up to\n- Build A\n\nYou'll feel at home here if you\n- Know Python\n- Know SQL\n\n"
                "It would be lovely if\n- You know Spark\n\nWhat happens next\n- A call\n",
                "DdRrrPpHh");
}

/* Symbols that no heading is known by, and items that end in front of a heading or hold a label. */
static void
test_symbols (void)
{
  assert_kinds ("▼ 우리가 하는 일\n재고를 셉니다.\n\n▼ 여기서 할 일\n* 모델을 만들어요\n* 배포해요\n\n▼ 당신은\n* "
                "PyTorch를 써 봤어요\n"
                "* C++을 고칠 수 있어요\n\n▼ 여기에 더해\n* CUDA를 써 봤어요\n* 보드를 만져 봤어요\n\n▼ 우리는\n* 주 "
                "4일 일해요\n",
                "O.DddRrrPppO.");
  assert_kinds (
      "【담당업무】\nㆍ수집\nㆍ운영\n\n【자격요건】\nㆍ경력 : 3년 이상\nㆍ학력 : 대졸 이상\nㆍSQL 활용 능력\n\n"
      "【우대사항】\nㆍ자격증\nㆍ근무경험\n\n전형단계\nㆍ서류\n",
      "DddRrrrPppHh");
}

static void
test_marked_lines (void)
{
  assert_kinds (
      "## 자격요건\n- A 경험\n- B 경험 (우대)\n- (우대) C 경험\n- [우대] D 경험\n- 우대: E 경험\n- F 경험자 우대\n"
      "- G 경험이 있으면 더 좋아요\n",
      "Rrpppppp");
  assert_kinds ("## Requirements\n- A\n- B preferred\n- C is a plus\n- D (nice to have)\n- Preferred: E\n- BSc "
                "required, MSc preferred\n",
                "Rrppppr");
  assert_kinds ("## 우대사항\n- A 경험\n- B 경험 (필수)\n", "Ppr");
}

static void
test_labels (void)
{
  const char *text = "자격요건: Python 3년 이상\n우대사항 : Spark 경험\n담당업무: 모델 개발\n근무지: 서울\n";
  g_autoptr (MatchumPosting) posting = read_text (text);
  const MatchumPostingLine *line = matchum_posting_get_line (posting, 1);

  assert_kinds (text, "rpd.");
  g_assert_true (matchum_posting_has_known_headings (posting));
  g_assert_cmpstr (matchum_posting_line_get_text (line), ==, "Spark 경험");
  g_assert_cmpmem (text + line->label.start, matchum_span_get_length (line->label), "우대사항", strlen ("우대사항"));
  assert_kinds ("| 담당업무 | 수집 |\n| --- | --- |\n| 자격요건 | A 경험 |\n| 우대사항 | B 경험 |\n", "drp");
  /* Labels of single items do not end their list. */
  assert_kinds ("## 자격요건\n- 경력: 3년 이상\n- 학력: 대졸 이상\n- 기타: 운전면허\n", "Rrrr");
}

static void
test_introductions_and_notes (void)
{
  assert_kinds ("자격요건\n아래에 해당하시는 분을 찾습니다.\n- A 경험\n- B 경험\n※ 경력은 마감일 기준입니다\n",
                "R.rrn");
  assert_kinds ("## Requirements\n\nWe are looking for someone with the following:\n\n- A\n- B\n\nDon't meet all of "
                "them? Please apply anyway.\n",
                "R.rr.");
  assert_kinds ("## 주요업무\n저희 팀은 아래와 같은 일을 합니다.\n- A 개발\n> 만드는 사람들의 이야기\n", "D.d.");
  assert_kinds ("## 회사 소개\n- 결제 서비스 개발\n- 데이터 분석\n## 자격요건\n- A 경험\n", "O..Rr");
}

static void
test_wrapped_lines (void)
{
  const char *text = "자격요건\r\n- Python으로 데이터를\r\n  수집한 경험\r\n- A, B 등을 다뤄 본 분\r\n- 문서를 영어로 "
                     "쓰고\r\n발표한 경험\r\n"
                     "- Experience with a database (PostgreSQL,\r\nMySQL)\r\n";
  g_autoptr (MatchumPosting) posting = read_text (text);
  const MatchumPostingLine *line = matchum_posting_get_line (posting, 1);

  assert_kinds (text, "Rrrrr");
  g_assert_cmpuint (line->first_line, ==, 2);
  g_assert_cmpuint (line->last_line, ==, 3);
  g_assert_cmpstr (matchum_posting_line_get_text (line), ==, "Python으로 데이터를 수집한 경험");
  line = matchum_posting_get_line (posting, 4);
  g_assert_cmpuint (line->first_line, ==, 7);
  g_assert_cmpuint (line->last_line, ==, 8);
  /* Two tools in a list are two lines, though the second begins in lower case. */
  assert_kinds ("우대사항\nAmplitude 사용 경험\ndbt 사용 경험\n", "Ppp");
}

static void
test_no_headings (void)
{
  const char *text = "- 데이터 분석 경력 2년 이상\n- SQL, R 사용 가능\n\n- 머신러닝에 관심 있는 분\n- 석사 우대\n";
  g_autoptr (MatchumPosting) posting = read_text (text);

  assert_kinds (text, "rrrp");
  g_assert_false (matchum_posting_has_known_headings (posting));
  g_assert_null (matchum_posting_get_company (posting));
  g_assert_null (matchum_posting_get_title (posting));
  assert_kinds ("Python 3년 이상\nSQL 능숙\n", "rr");
}

static void
test_blank_lines (void)
{
  assert_kinds ("자격요건\n\n\nA 경험\n\nB 경험\n\n\n우대사항\n\nC 경험\n\nD 경험\n", "RrrPpp");
  assert_kinds ("## 자격요건\n\n- A 경험\n\n\n\n- B 경험\n", "Rrr");
}

static void
test_job_board (void)
{
  assert_kinds ("우대사항\nA 경험\nB 경험\n지원하기\n공유하기\n비슷한 포지션 보기\n", "Ppp...");
}

static void
test_spans (void)
{
  const char *text = "---\ntitle: 분석가\n---\n\n## 자격 요건 ##\n  * **SQL** 능숙자  \n";
  g_autoptr (MatchumPosting) posting = read_text (text);
  const MatchumPostingLine *heading = matchum_posting_get_line (posting, 0);
  const MatchumPostingLine *line = matchum_posting_get_line (posting, 1);

  g_assert_cmpuint (matchum_posting_get_n_lines (posting), ==, 2);
  g_assert_cmpuint (heading->first_line, ==, 5);
  g_assert_cmpuint (heading->level, ==, 1);
  g_assert_cmpmem (text + heading->span.start, matchum_span_get_length (heading->span), "자격 요건",
                   strlen ("자격 요건"));
  g_assert_cmpmem (text + line->span.start, matchum_span_get_length (line->span), "**SQL** 능숙자",
                   strlen ("**SQL** 능숙자"));
  g_assert_cmpstr (matchum_posting_line_get_text (line), ==, "SQL 능숙자");
  g_assert_cmpuint (line->level, ==, 0);
  g_assert_true (matchum_posting_line_is_requirement (line));
  g_assert_false (matchum_posting_line_is_requirement (heading));
}

/* Headings and lists in forms that no Markdown marks. */
static void
test_free_layouts (void)
{
  /* one picture before every item, others before headings */
  assert_kinds ("🧵 여기서 뭘 하나요?\n🍀 원단을 고르고 발주해요\n🍀 공장과 일정을 "
                "맞춰요\n\n🧶 "
                "어떤 "
                "분이 "
                "필요한가요?\n🍀 의류 MD 경력 3년 이상\n"
                "🍀 영어 회화 가능자\n",
                "DddRrr");
  assert_kinds (
      "1. The work\n1.1 Prepare the month-end accounts.\n1.2 Run payroll.\n\n2. What you bring\n2.1 Part-qualified "
      "accountant\n2.2 Two years of experience in practice\n",
      "DddRrr");
  /* bare inner headings, again for each of two jobs */
  assert_kinds (
      "Front of house\nDay-to-day\nGreet guests and seat them\nTake orders\nBring along\nTwo years of experience\n"
      "Good English\n\nKitchen\nDay-to-day\nPrepare starters\nKeep the stores in order\nBring along\nLevel 2 food "
      "hygiene certificate\nExperience in a busy kitchen\n",
      "ODddRrrODddRrr");
  assert_kinds (
      "□ 자격\n ○ 생산\n  - 교대근무 가능자\n ○ 품질\n  - 품질 경력 2년 이상\n ○ 다음의 경우 우대함 : 위험물산업기사\n",
      "RRrRrp");
  assert_kinds (
      "The person we appoint\nholds a licence for heavy vehicles;\nhas driven in a city for two years;\nlikes early "
      "mornings.\n",
      "Rrrr");
  assert_kinds ("분야 | 담당업무 | 인원\n창고 | 입출고 관리 | 2명\n배송 | 배차와 정산 | 1명\n", "Odd");
}

/* Words for what must be and for what may be, on no list. */
static void
test_strong_and_weak_words (void)
{
  assert_kinds (
      "## 2.1 We cannot do without\n- A degree in physics\n- Python\n## 2.2 We would be glad of\n- Julia\n- Rust\n",
      "RrrPpp");
  assert_kinds ("Must\n- 경력 3년 이상\n- SQL\n\nWant\n- Airflow\n- Spark\n", "RrrPpp");
  assert_kinds ("## 꼭 있어야 해요\n- 운전면허\n## 꼭은 아니지만\n- 지게차 자격증\n", "RrPp");
  assert_kinds ("## 하늘\n- 모델 개발\n- 지표 개선\n## 바다\n- A 경험\n- B 능숙자\n## 나무\n- C 경험\n- D 사용자\n",
                "DddRrrPpp");
}

/* Headings that no list holds, told by how the known ones stand. */
static void
test_standing (void)
{
  assert_kinds (
      "주요업무\n화단 관리\n수목 전정\n\n자격요건\n조경기능사\n경력 2년 이상\n\n저희를 웃게 하는 것\n굴착기 운전 경험\n"
      "분재 자격 보유\n",
      "DddRrrPpp");
  assert_kinds ("THE WORK\n\nPrune trees\nMow lawns\n\nREQUIREMENTS\n\nA driving licence\n2 years in gardens\n\n"
                "PAPERWORK\n\nSend us a letter.\n",
                "DddRrrO.");
  assert_kinds (
      "· 담당 업무\n· 화단 관리\n· 수목 전정\n· 지원 자격\n· 조경기능사 소지자\n· 운전 가능자\n· 이러면 더 좋아요\n"
      "· 굴착기 운전 경험\n· 온실 근무 경험\n",
      "DddRrrPpp");
  assert_kinds ("## 우대조건\n※ 조경기사 소지자\n※ 온실 근무 경험\n\n## 제출서류\n※ 이력서\n", "PppNn");
  assert_kinds (
      "What you'll do\n- Prune trees\n\nWe can only consider gardeners who\n- hold a driving licence\n- have two "
      "years in parks\n",
      "DdRrr");
}

/* Words of what is asked that ask nothing. */
static void
test_kept_out (void)
{
  assert_kinds ("## 지원자격\n- 운전면허 소지자\n- 결격사유가 없는 자\n## 결격사유\n- 파산하고 복권되지 않은 자\n",
                "RrrNn");
  assert_kinds ("[우대사항]\n· 온실 경험\n[지원이 제한되는 경우]\n· 6개월 안에 지원한 이력이 있는 분\n", "PpNn");
  assert_kinds ("## 이런 분과 잘 맞아요\n- 흙을 좋아하시는 분\n## 이런 분과는 맞지 않아요\n- 벌레를 싫어하시는 분\n",
                "RrNn");
  assert_kinds (
      "## 자격요건\n- 조경기능사\n- 지원서는 전자우편으로 보내 주세요\n- 서류가 다르면 합격이 취소될 수 있습니다\n",
      "Rr.r");
}

/* Nothing is announced: what asks and what tells of duties is taken, and nothing else. */
static void
test_prose (void)
{
  assert_kinds (
      "We grow mushrooms in old railway tunnels.\n\nTo do this well you will need at least two years of experience on "
      "a "
      "farm.\n\nA fork-lift licence would be a bonus.\n\nYou will look after three tunnels and their climate.\n",
      ".rpd");
  assert_kinds ("정원사\n5년 넘게 온실을 돌봐 온 분이어야 합니다. 조경 자격이 있어야 합니다.\n온실 세 동을 맡습니다. "
                "한 달에 한 번 당직을 섭니다.\n",
                "Ord");
  assert_kinds ("・업체명 : 바람정원\n・학력/경력 : 무관\n・급여 : 월 250만원\n・우대 : 조경기능사\n", ".r.p");
}

/* What a page adds around a posting. */
static void
test_page (void)
{
  assert_kinds ("자격요건\n- A 경험\n- B 경험\n전형절차\n- 서류\n- 면접\n핵심역량\n성실함 · 끈기\n이 공고를 본 회원이 "
                "많이 본 공고\n창고 관리자 경력 2년↑\n",
                "RrrHhhO...");
  assert_kinds ("Warehouse Operative\nBexley Cold Stores\n\nLicences\nForklift licence (Required)\nDriving licence "
                "(Preferred)\nDo you have a valid licence?\nYes  No\n",
                "..Rrp..");
}

static void
assert_names (const char *text, const char *company, const char *title)
{
  g_autoptr (MatchumPosting) posting = read_text (text);

  g_assert_cmpstr (matchum_posting_get_company (posting), ==, company);
  g_assert_cmpstr (matchum_posting_get_title (posting), ==, title);
}

static void
test_names (void)
{
  assert_names ("---\ntitle: 분석가\ncompany: 누리봄\n---\n## 자격요건\n- A\n", "누리봄", "분석가");
  assert_names ("---\ntitle: \"누리봄 - ML 엔지니어\"\n---\n## 자격요건\n- A\n", "누리봄", "ML 엔지니어");
  assert_names ("# [누리봄] 데이터 분석가 채용\n## 자격요건\n- A\n", "누리봄", "데이터 분석가");
  assert_names ("# [경력] 데이터 분석가\n## 자격요건\n- A\n", NULL, "데이터 분석가");
  assert_names ("누리봄 | 백엔드 개발자 (3년 이상)\n\n자격요건\n- A\n", "누리봄", "백엔드 개발자");
  assert_names ("# Data Scientist at Bramble Health\n## Requirements\n- A\n", "Bramble Health", "Data Scientist");
  assert_names ("# ML Engineer – 랭킹/입찰\n\n**회사**: 누리봄\n\n## 자격요건\n- A\n", "누리봄",
                "ML Engineer – 랭킹/입찰");
  assert_names ("회사명: (주)누리봄\n포지션: 데이터 분석가\n\n자격요건\n- A\n", "(주)누리봄", "데이터 분석가");
  assert_names ("Backend Engineer\nBramble Health\nLondon (hybrid)\n\nRequirements\n- A\n", "Bramble Health",
                "Backend Engineer");
  assert_names ("# Data Engineer\n\n## About Bramble\nWe grow things.\n## About you\n- A\n", "Bramble",
                "Data Engineer");
  assert_names ("# 데이터 엔지니어\n\n누리봄은 화분을 빌려주는 회사예요. 누리봄에서 함께해요.\n\n## 자격요건\n- A\n",
                "누리봄", "데이터 엔지니어");
  assert_names ("㈜누리봄 데이터 엔지니어 채용\n\n자격요건\n- A\n", "㈜누리봄", "데이터 엔지니어");
  assert_names ("# 데이터 분석가 - 누리봄\n\n## 누리봄 소개\nA\n## 자격요건\n- A\n", "누리봄", "데이터 분석가");
  assert_names ("바람숲어린이집에서 만 3세반 담임 선생님을 모십니다\n\n자격요건\n- A\n", "바람숲어린이집",
                "만 3세반 담임 선생님");
  assert_names ("한들해운 항해사 및 기관사 채용\n\n한들해운은 화물선을 띄웁니다.\n\n자격요건\n- A\n", "한들해운",
                "항해사 및 기관사");
  assert_names ("🍞 동네빵집 '구름식빵' 제빵사 구해요\n\n구름식빵은 새벽에 굽습니다.\n\n자격요건\n- A\n", "구름식빵",
                "제빵사");
  assert_names ("너른들병원 공고 제2026-3호\n\n방사선사 채용 공고 (재공고)\n\n자격요건\n- A\n", "너른들병원",
                "방사선사");
  assert_names ("Site Manager @ Larch & Sons 🏗\n\nRequirements\n- A\n", "Larch & Sons", "Site Manager");
  assert_names ("OAKFIELD SCHOOL\nTeacher of Music\n\nOakfield School stands by the sea.\n\nRequirements\n- A\n",
                "Oakfield School", "Teacher of Music");
  assert_names ("자격요건\n- A\n우대사항\n- B\n", NULL, NULL);
}

static void
test_decomposed_text (void)
{
  g_autofree char *decomposed = g_utf8_normalize ("자격요건\n- A 경험\n우대사항\n- B 경험\n", -1, G_NORMALIZE_NFD);

  assert_kinds (decomposed, "RrPp");
}

static void
test_broken_front_matter (void)
{
  const char *text = "---\ntitle: [\n---\n\n## 자격요건\n- A\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, &error);

  g_assert_no_error (error);
  g_assert_null (matchum_posting_reader_read (source, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
}

/* Texts that no one writes: they are read all the same, and in time that grows with their length only. */
static void
test_hostile_texts (void)
{
  static const char *const units[] = { "가",         "술",
                                       "- ",         "> ",
                                       "#",          "**",
                                       "[",          "(",
                                       "|",          "a:",
                                       "1. ",        "\n",
                                       "-\n",        "a\n",
                                       "자격요건\n", "- a\n\n",
                                       "※",          "가\n 가\n",
                                       "\t",         "`",
                                       "_",          "a ",
                                       "🚀",          "## \n",
                                       "[가] ",      "가나다라마바사 아자차카 타파하\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (MatchumPosting) posting = NULL;

      while (text->len < 300000)
        g_string_append (text, units[i]);
      posting = read_text (text->str);
      g_assert_cmpuint (matchum_posting_get_n_lines (posting), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/reader/standing", test_standing);
  g_test_add_func ("/posting/reader/kept-out", test_kept_out);
  g_test_add_func ("/posting/reader/bullets", test_bullets);
  g_test_add_func ("/posting/reader/headings", test_headings);
  g_test_add_func ("/posting/reader/inner-headings", test_inner_headings);
  g_test_add_func ("/posting/reader/unknown-headings", test_unknown_headings);
  g_test_add_func ("/posting/reader/learned-signs", test_learned_signs);
  g_test_add_func ("/posting/reader/stems-in-lists", test_stems_in_lists);
  g_test_add_func ("/posting/reader/stranded-prepositions", test_stranded_prepositions);
  g_test_add_func ("/posting/reader/titles", test_titles);
  g_test_add_func ("/posting/reader/sentences-as-headings", test_sentences_as_headings);
  g_test_add_func ("/posting/reader/symbols", test_symbols);
  g_test_add_func ("/posting/reader/marked-lines", test_marked_lines);
  g_test_add_func ("/posting/reader/labels", test_labels);
  g_test_add_func ("/posting/reader/introductions-and-notes", test_introductions_and_notes);
  g_test_add_func ("/posting/reader/wrapped-lines", test_wrapped_lines);
  g_test_add_func ("/posting/reader/no-headings", test_no_headings);
  g_test_add_func ("/posting/reader/blank-lines", test_blank_lines);
  g_test_add_func ("/posting/reader/job-board", test_job_board);
  g_test_add_func ("/posting/reader/spans", test_spans);
  g_test_add_func ("/posting/reader/free-layouts", test_free_layouts);
  g_test_add_func ("/posting/reader/strong-and-weak-words", test_strong_and_weak_words);
  g_test_add_func ("/posting/reader/prose", test_prose);
  g_test_add_func ("/posting/reader/page", test_page);
  g_test_add_func ("/posting/reader/names", test_names);
  g_test_add_func ("/posting/reader/decomposed-text", test_decomposed_text);
  g_test_add_func ("/posting/reader/broken-front-matter", test_broken_front_matter);
  g_test_add_func ("/posting/reader/hostile-texts", test_hostile_texts);

  return g_test_run ();
}
