/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells by their words what parts of headings name. */
#include "config.h"

#include "resume/matchum-entry-words.h"

#include <string.h>

#include "resume/matchum-entry-signs.h"
#include "text/matchum-folded-text.h"

/* Separated by spaces; English whole words, Korean what a word ends with. */
static const char role_words[] =
    "engineer developer programmer designer analyst scientist manager director lead head intern researcher assistant "
    "associate consultant architect administrator coordinator specialist officer president chief cto ceo cfo coo vp "
    "founder cofounder co-founder owner partner editor writer author teacher lecturer professor instructor tutor "
    "trainer nurse doctor physician pharmacist accountant auditor lawyer attorney paralegal recruiter marketer "
    "planner strategist trader broker banker cashier clerk receptionist secretary operator technician mechanic "
    "electrician supervisor foreman chef cook waiter driver salesman salesperson representative volunteer mentor "
    "maintainer contributor treasurer chair chairman member fellow student trainee apprentice postdoc producer "
    "artist animator illustrator photographer journalist translator interpreter librarian scribe sre pm po qa devops "
    "mlops advisor adviser counsel counselor therapist caregiver principal staff freelancer contractor buyer "
    "merchandiser inspector tester dispatcher pilot paramedic midwife dentist veterinarian baker barista butcher "
    "carpenter "
    "plumber welder courier cleaner gardener guard firefighter curator archivist historian economist statistician "
    "biologist chemist physicist psychologist geologist surveyor physiotherapist hairdresser stylist concierge "
    "bartender "
    "agent controller bookkeeper actuary underwriter solicitor barrister coach referee musician composer conductor "
    "copywriter proofreader reporter ranger farmer sailor captain steward stewardess attendant postman "
    "엔지니어 개발자 개발 디자이너 매니저 기획자 기획 분석가 애널리스트 사이언티스트 연구원 연구자 연구교수 교수 인턴 "
    "인턴십 사원 "
    "주임 대리 과장 차장 부장 팀장 실장 본부장 파트장 이사 대표 대표이사 리드 리더 간호사 간호조무사 의사 약사 교사 "
    "강사 조교 마케터 "
    "마케팅 회계사 세무사 변호사 컨설턴트 아키텍트 프로그래머 작가 기자 에디터 편집자 담당자 담당 운영자 운영 관리자 "
    "전문가 멘토 "
    "봉사자 자원봉사자 회장 부회장 총무 회원 사서 상담사 사회복지사 요리사 조리사 셰프 쉐프 기사 기술자 영업 비서 "
    "통역사 번역가 "
    "감사 지배인 승무원 조종사 기관사 미용사 수의사 한의사 치위생사 영양사 조산사 심사역 행원 감정평가사 노무사 법무사 "
    "변리사 관세사 건축사 소방관 경찰관 공무원 주무관 사무관 큐레이터 학예사 아나운서 스타일리스트 바리스타 제빵사 "
    "정비사 용접공 검사원 상담원 판매원 점장 소장 원장 교감 교장 "
    "임상병리사 물리치료사 방사선사 수간호사 책임 선임 수석 직원 아르바이트 코디네이터 프로듀서 촬영감독 감독 pd";

static const char organisation_words[] =
    "inc ltd llc gmbh corp corporation company co plc ag bv sa bank university college institute lab labs laboratory "
    "hospital school agency studio studios council foundation group systems technologies museum ministry ferries "
    "airlines software media press times journal association society committee "
    "주식회사 유한회사 대학교 대학 대학원 병원 의원 은행 재단 연구소 연구실 회사 협회 센터 그룹 전자 증권 학교 "
    "고등학교 법인 회계법인 사무소 "
    "공사 공단 학회 스튜디오 시스템즈 소프트 컴퍼니 랩 랩스 테크 솔루션 솔루션즈 도서관 박물관 시청 구청 교육청";

/* What the name of an organisation ends with where it is one word with it: 초롱물류. By itself it is a trade. */
static const char compound_words[] = "병원 의료원 의원 재단 은행 증권 보험 카드 캐피탈 물류 운수 택시 해운 항공 건설 "
                                     "종합건설 건축 전자 전기 기전 화학 제약 식품 "
                                     "유통 상사 물산 산업 통상 무역 호텔 리조트 마트 백화점 통신 미디어 출판 출판사 "
                                     "신문 신문사 방송 방송국 회계법인 법무법인 "
                                     "연구소 연구원 연구실 협회 조합 공사 공단 학원 대학교 대학 학교 유치원 어린이집 "
                                     "동아리 학회 컴퍼니 소프트 테크 게임즈 랩 랩스 "
                                     "시스템즈 시스템 솔루션 엔지니어링 스튜디오 그룹 홀딩스 중공업 제철 자동차 정밀 "
                                     "섬유 패션 푸드 바이오 센터 도서관 박물관";

/* What the name of a part of an organisation ends with. */
static const char team_words[] = "team dept department division unit squad group chapter ward "
                                 "팀 본부 사업부 부서 파트 실 부문 스쿼드 셀 병동 지점 지사 센터 연구실 과";

static const char school_words[] =
    "university college school institute institut academy bootcamp polytechnic polytechnique politecnico école ecole "
    "hochschule università universität université universidad conservatory "
    "대학교 대학 대학원 학교 고등학교 고교 중학교 전문대 학원 아카데미 부트캠프 교육원 과학기술원 캠퍼스 평생교육원";

static const char place_words[] = "seoul busan incheon daegu daejeon gwangju ulsan sejong suwon pangyo seongnam jeju "
                                  "korea remote london berlin paris "
                                  "york francisco tokyo singapore uk usa germany france japan europe "
                                  "서울 부산 인천 대구 대전 광주 울산 세종 제주 수원 판교 성남 분당 용인 고양 창원 "
                                  "청주 전주 천안 서울시 서울특별시 경기 경기도 강원 강원도 "
                                  "충북 충남 전북 전남 경북 경남 제주도 원격 재택 대한민국 한국 미국 일본 독일 영국";

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '+' || c == '#';
}

/* Whether a word of the list is word, or, in Korean, its end. */
static gboolean
holds_word (const char *list, const char *word, gsize length, gboolean is_whole)
{
  for (const char *at = list; *at != '\0';)
    {
      const gsize n = strcspn (at, " ");
      const gboolean is_korean = (guchar) *at >= 0x80;

      if (n == length && memcmp (at, word, n) == 0)
        return TRUE;
      /* One syllable ends too many words. */
      if (!is_whole && is_korean && n >= 6 && n < length && memcmp (at, word + length - n, n) == 0)
        return TRUE;
      at += n + strspn (at + n, " ");
    }
  return FALSE;
}

/* What the last word of a folded text that is in one of the lists counts: 1 in plus, -1 in minus; 0 where none is. */
static gint
weigh_words (const char *folded, const char *plus, const char *minus, gboolean is_whole)
{
  gint weight = 0;

  for (const char *at = folded; *at != '\0';)
    {
      const char *start;

      while (*at != '\0' && !is_word_char (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      start = at;
      while (*at != '\0' && is_word_char (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at == start)
        break;
      if (holds_word (plus, start, (gsize) (at - start), is_whole))
        weight = 1;
      else if (minus != NULL && holds_word (minus, start, (gsize) (at - start), is_whole))
        weight = -1;
    }
  return weight;
}

static gboolean
has_short_legal_form (const char *text)
{
  return strstr (text, "(주)") != NULL || strstr (text, "㈜") != NULL;
}

gint
matchum_entry_words_weigh (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, 0);

  if (strlen (text) > MATCHUM_ENTRY_MAX_BYTES)
    return 0;
  if (has_short_legal_form (text))
    return -1;
  folded = matchum_fold (text, -1);
  return weigh_words (folded, role_words, organisation_words, FALSE);
}

/* Whether one of the words of text is in list. */
static gboolean
holds_any (const char *list, const char *text, gboolean is_whole)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > MATCHUM_ENTRY_MAX_BYTES)
    return FALSE;
  folded = matchum_fold (text, -1);
  return weigh_words (folded, list, NULL, is_whole) > 0;
}

gboolean
matchum_entry_words_is_school (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return holds_any (school_words, text, FALSE);
}

gsize
matchum_entry_words_find_school_end (const char *text)
{
  gsize end = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (gsize at = 0; text[at] != '\0';)
    {
      const gsize n = strcspn (text + at, " ");
      g_autofree char *word = g_strndup (text + at, n);

      if ((guchar) text[at] >= 0x80 && matchum_entry_words_is_school (word))
        end = at + n;
      at += n + strspn (text + at + n, " ");
    }
  return end;
}

gboolean
matchum_entry_words_is_place (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return holds_any (place_words, text, TRUE);
}

MatchumSpan
matchum_entry_words_find_degree (const char *text)
{
  static gsize once = 0;
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  MatchumSpan span = { 0, 0 };
  gint start, end;

  g_return_val_if_fail (text != NULL, span);

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new (
          "(?<![\\p{L}\\p{N}])(?:(?!장학사)[가-힣]{1,8}(?:학사|학석사|학박사|문석사|문박사)(?: "
          "?과정)?|전문학사|학사(?: ?과정| ?졸업)?|석사(?: ?과정| ?졸업)?|박사(?: ?과정| ?수료)?"
          "|석박사(?: ?통합)?(?: ?과정)?"
          "|(?:Bachelor|Master|Associate|Doctor)(?:'s|’s)?(?: (?:of|in) (?:Science|Arts|Engineering|Business "
          "Administration|Laws|Philosophy|Education|Fine Arts|Technology|Applied Science|Music|Nursing))?"
          "(?: "
          "[Dd]egree)?|(?:B|M)\\.?(?:S\\.?c?|A|Eng|Ed|Tech|Phil|BA|FA|Com|Res|Des)\\.?|LL\\.?[BM]\\.?|Ph\\.?D\\.?|"
          "DPhil|"
          "MBA|PGCE|PGDip|PGCert|HN[CD]|(?:Higher National |Postgraduate |Graduate |Advanced "
          ")?Diploma|GED|A-levels?|Abitur)"
          "(?: \\(Hons\\.?\\)| [Cc]andidate| [Ss]tudent)?(?![\\p{L}\\p{N}])",
          G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (strlen (text) <= MATCHUM_ENTRY_MAX_BYTES && g_regex_match (regex, text, 0, &info)
      && g_match_info_fetch_pos (info, 0, &start, &end))
    span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  return span;
}

/* Whether the last word of text ends with one of list; with more than it where is_compound. */
static gboolean
ends_with (const char *list, const char *text, gboolean is_compound)
{
  g_autofree char *folded = matchum_fold (text, -1);
  const char *space = strrchr (folded, ' ');
  const char *word = space != NULL ? space + 1 : folded;
  const gsize length = strlen (word);

  for (const char *at = list; *at != '\0';)
    {
      const gsize n = strcspn (at, " ");
      const gboolean is_korean = (guchar) *at >= 0x80;

      if ((n == length && !is_compound && memcmp (at, word, n) == 0)
          || (is_korean && n < length && memcmp (at, word + length - n, n) == 0))
        return TRUE;
      at += n + strspn (at + n, " ");
    }
  return FALSE;
}

gboolean
matchum_entry_words_ends_as_organisation (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  /* A club is one by itself as well: "데이터 분석 동아리 회장". */
  return ends_with (compound_words, text, TRUE) || ends_with ("동아리 학회", text, FALSE) || has_short_legal_form (text)
         || strstr (text, "주식회사") != NULL;
}

gboolean
matchum_entry_words_ends_as_team (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return ends_with (team_words, text, FALSE);
}
