/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes headings apart by their signs and tells by the words which part is what. */
#include "config.h"

#include "resume/matchum-entry-words.h"

#include <string.h>

#include "resume/matchum-dated-line.h"
#include "text/matchum-folded-text.h"

/* Longer texts are no headings and are left as they are, in bytes. */
#define MAX_BYTES 1000
/* "2018" or "2018년" and nothing else. */
#define BARE_YEAR_BYTES 7

/* Signs */

static gboolean
is_bar (gunichar c)
{
  return c == '|' || c == 0x2502 || c == 0xff5c;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static gboolean
is_dot (gunichar c)
{
  return c == '/' || c == '@' || c == 0x00b7 || c == 0x2022 || c == 0x30fb || c == 0x318d;
}

static gboolean
is_sign (gunichar c)
{
  return is_bar (c) || is_dash (c) || is_dot (c) || c == ',' || c == ':' || c == ';' || c == '~' || c == 0xff0c;
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0xff08 || c == 0x300c || c == 0x300e || c == 0x201c;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == 0xff09 || c == 0x300d || c == 0x300f || c == 0x201d;
}

static MatchumSpan
trim (const char *text, MatchumSpan span, gboolean with_signs)
{
  while (span.start < span.end)
    {
      gunichar c = g_utf8_get_char (text + span.start);

      if (!g_unichar_isspace (c) && !(with_signs && is_sign (c)))
        break;
      span.start += (gsize) g_utf8_skip[(guchar) text[span.start]];
    }
  while (span.end > span.start)
    {
      const char *last = g_utf8_prev_char (text + span.end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && !(with_signs && is_sign (c)))
        break;
      span.end = (gsize) (last - text);
    }
  return span;
}

/* Dates */

static void
write_month (char *date, gsize size, MatchumMonth month, gboolean by_year)
{
  if (by_year)
    g_snprintf (date, size, "%04d", MATCHUM_MONTH_GET_YEAR (month));
  else
    g_snprintf (date, size, "%04d-%02d", MATCHUM_MONTH_GET_YEAR (month), MATCHUM_MONTH_GET_MONTH (month));
}

/* Where one side of a range is a year alone, its month was made up. */
static gboolean
matches (const char *pattern, const char *words, char *year)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (regex, words, 0, &info))
    return FALSE;
  found = g_match_info_fetch (info, 1);
  g_strlcpy (year, found, 5);
  return TRUE;
}

static void
mend_years (MatchumEntryDates *dates, const char *words)
{
  char year[5];

  if (matches ("^\\s*(\\d{4})\\s*년?\\s*(?:[-–—~〜～]|to|until|부터)\\s*(?!\\d{1,2}(?!\\d))", words, year))
    g_strlcpy (dates->start, year, sizeof dates->start);
  if (dates->end[0] != '\0' && matches ("(?:[-–—~〜～]|to|until|부터)\\s*(\\d{4})\\s*년?(?:까지)?\\s*$", words, year))
    g_strlcpy (dates->end, year, sizeof dates->end);
}

/* Adds the days that were given to months. */
static void
mend_days (MatchumEntryDates *dates, const char *words)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(\\d{4})(?:[.\\-/] ?|년 ?)(\\d{1,2})(?:[.\\-/] ?|월 ?)(\\d{1,2})(?!\\d)", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  gboolean is_start_done = FALSE;

  g_regex_match (regex, words, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *year = g_match_info_fetch (info, 1);
      g_autofree char *month = g_match_info_fetch (info, 2);
      g_autofree char *day = g_match_info_fetch (info, 3);
      g_autofree char *text = g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day));

      if (!g_date_valid_dmy ((GDateDay) CLAMP (atoi (day), 0, 99), (GDateMonth) CLAMP (atoi (month), 0, 99),
                             (GDateYear) atoi (year)))
        continue;
      if (!is_start_done && strncmp (text, dates->start, 7) == 0)
        g_strlcpy (dates->start, text, sizeof dates->start);
      else if (strncmp (text, dates->end, 7) == 0)
        g_strlcpy (dates->end, text, sizeof dates->end);
      is_start_done = TRUE;
    }
}

/* Those of ranges from first to before end. */
static void
read_dates (const char *text, const GArray *ranges, guint from, guint end, MatchumEntryDates *dates)
{
  const MatchumDateRange *first = &g_array_index (ranges, MatchumDateRange, from);
  const MatchumDateRange *last = &g_array_index (ranges, MatchumDateRange, end - 1);
  g_autofree char *words = g_strndup (text + first->span.start, matchum_span_get_length (first->span));

  dates->n = end - from;
  /* A range that cannot be says nothing, whatever its other side is. */
  if (first->fault != MATCHUM_DATE_FAULT_NONE || last->fault != MATCHUM_DATE_FAULT_NONE)
    return;
  write_month (dates->start, sizeof dates->start, first->first, first->by_year);
  if (!first->is_open)
    write_month (dates->end, sizeof dates->end, first->last, first->by_year);
  mend_years (dates, words);
  mend_days (dates, words);
  dates->is_single = !first->is_open && strncmp (dates->start, dates->end, 7) == 0
                     && (dates->end[7] == '\0' || strpbrk (words, "~–—") == NULL);
  if (dates->is_single)
    g_strlcpy (dates->end, dates->start, sizeof dates->end);
  if (last == first || last->first <= first->first)
    return;
  dates->is_single = FALSE;
  dates->end[0] = '\0';
  if (!last->is_open)
    write_month (dates->end, sizeof dates->end, last->last, last->by_year);
}

/* Whether there are but dates and how long it was between two places: "2021.03 - 현재, 재직 중", not "2021.03,
 * expired". */
static gboolean
holds_only_dates (const char *text, gsize start, gsize end)
{
  g_autofree char *words = g_strndup (text + start, end - start);
  gboolean is_dates = FALSE;

  return matchum_dated_line_is_dated (words, &is_dates) && is_dates;
}

/* The brackets around span, themselves included, where they hold nothing else; else span. */
static MatchumSpan
widen_to_brackets (const char *text, gsize length, MatchumSpan span)
{
  gsize start = span.start, end = span.end;

  while (start > 0 && !is_opening (g_utf8_get_char (text + start)))
    {
      start = (gsize) (g_utf8_prev_char (text + start) - text);
      if (is_closing (g_utf8_get_char (text + start)))
        return span;
    }
  while (end < length && !is_closing (g_utf8_get_char (text + end)))
    {
      if (is_opening (g_utf8_get_char (text + end)))
        return span;
      end += (gsize) g_utf8_skip[(guchar) text[end]];
    }
  if (end >= length || !is_opening (g_utf8_get_char (text + start))
      || !holds_only_dates (text, start + (gsize) g_utf8_skip[(guchar) text[start]], end))
    return span;
  return MATCHUM_SPAN (start, end + (gsize) g_utf8_skip[(guchar) text[end]]);
}

/* Whether the dates may be taken out of the words without changing what those say: "KCC 2018 Workshop" keeps them. */
static gboolean
is_set_off (const char *text, gsize length, MatchumSpan cut, gboolean is_bare_year)
{
  MatchumSpan before = trim (text, MATCHUM_SPAN (0, cut.start), FALSE);
  MatchumSpan after = trim (text, MATCHUM_SPAN (cut.end, length), FALSE);
  gboolean is_bracketed = is_opening (g_utf8_get_char (text + cut.start));
  gboolean has_sign_before =
      !matchum_span_is_empty (before) && is_sign (g_utf8_get_char (g_utf8_prev_char (text + before.end)));
  gboolean has_sign_after = !matchum_span_is_empty (after) && is_sign (g_utf8_get_char (text + after.start));

  if (is_bracketed)
    return TRUE;
  if (matchum_span_is_empty (before) && matchum_span_is_empty (after))
    return TRUE;
  if (matchum_span_is_empty (after))
    return has_sign_before || !is_bare_year;
  if (matchum_span_is_empty (before))
    return has_sign_after || !is_bare_year;
  return has_sign_before && has_sign_after;
}

static char *
cut_span (const char *text, gsize length, MatchumSpan cut)
{
  MatchumSpan before = trim (text, MATCHUM_SPAN (0, cut.start), TRUE);
  MatchumSpan after = trim (text, MATCHUM_SPAN (cut.end, length), TRUE);
  GString *rest = g_string_new_len (text + before.start, (gssize) matchum_span_get_length (before));

  if (!matchum_span_is_empty (before) && !matchum_span_is_empty (after))
    {
      const gboolean is_bracketed = is_opening (g_utf8_get_char (text + cut.start));
      MatchumSpan sign = MATCHUM_SPAN (is_bracketed ? cut.end : before.end, is_bracketed ? after.start : cut.start);

      g_string_append_len (rest, text + sign.start, (gssize) matchum_span_get_length (sign));
    }
  g_string_append_len (rest, text + after.start, (gssize) matchum_span_get_length (after));
  return g_string_free (rest, FALSE);
}

/* One past the last of the ranges from first on that only signs part: "2018 - 2019, 2021 - 2022". */
static guint
find_group_end (const char *text, const GArray *ranges, guint first)
{
  guint end = first + 1;

  for (; end < ranges->len; end++)
    {
      MatchumSpan before = g_array_index (ranges, MatchumDateRange, end - 1).span;
      MatchumSpan next = g_array_index (ranges, MatchumDateRange, end).span;

      if (next.start < before.end || !matchum_span_is_empty (trim (text, MATCHUM_SPAN (before.end, next.start), TRUE)))
        break;
    }
  return end;
}

/* Whether the ranges from first to before end can be taken out of text, and how. */
static gboolean
find_cut (const char *text, gsize length, const GArray *ranges, guint first, guint end, MatchumSpan *cut)
{
  const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, first);
  gboolean is_bare_year = range->by_year && matchum_span_get_length (range->span) <= BARE_YEAR_BYTES;

  *cut = MATCHUM_SPAN (range->span.start, g_array_index (ranges, MatchumDateRange, end - 1).span.end);
  if (cut->start >= strlen ("since ")
      && g_ascii_strncasecmp (text + cut->start - strlen ("since "), "since ", strlen ("since ")) == 0)
    {
      cut->start -= strlen ("since ");
      is_bare_year = FALSE;
    }
  *cut = widen_to_brackets (text, length, *cut);
  return is_set_off (text, length, *cut, is_bare_year);
}

char *
matchum_entry_words_take_dates (const char *text, const GArray *ranges, MatchumEntryDates *dates)
{
  MatchumEntryDates nowhere;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  dates = dates != NULL ? dates : &nowhere;
  *dates = (MatchumEntryDates){ "", "", FALSE, 0 };
  length = strlen (text);
  if (length > MAX_BYTES || ranges == NULL || ranges->len == 0)
    return g_strdup (text);
  for (guint i = 0; i < ranges->len;)
    {
      const guint end = find_group_end (text, ranges, i);
      MatchumSpan cut;

      /* The last of them alone: "CVPR 2021 | 2021". */
      if (!find_cut (text, length, ranges, i, end, &cut) && end > i + 1)
        i = end - 1;
      if (find_cut (text, length, ranges, i, end, &cut))
        {
          read_dates (text, ranges, i, end, dates);
          return cut_span (text, length, cut);
        }
      i = end;
    }
  read_dates (text, ranges, 0, ranges->len, dates);
  return g_strdup (text);
}

/* Parts */

typedef gboolean (*IsBoundary) (const char *text, gsize at);

static gboolean
has_spaces_around (const char *text, gsize at)
{
  const gsize next = at + (gsize) g_utf8_skip[(guchar) text[at]];

  return at > 0 && text[at - 1] == ' ' && text[next] == ' ';
}

static gboolean
is_bar_boundary (const char *text, gsize at)
{
  return is_bar (g_utf8_get_char (text + at));
}

static gboolean
is_dash_boundary (const char *text, gsize at)
{
  return is_dash (g_utf8_get_char (text + at)) && has_spaces_around (text, at);
}

static gboolean
is_dot_boundary (const char *text, gsize at)
{
  return is_dot (g_utf8_get_char (text + at)) && has_spaces_around (text, at);
}

static gboolean
is_comma_boundary (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return c == 0xff0c || (c == ',' && text[at + 1] == ' ');
}

static gboolean
is_colon_boundary (const char *text, gsize at)
{
  return text[at] == ':' && text[at + 1] == ' ';
}

static gboolean
is_list_boundary (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return c == 0xff0c || c == 0x3001 || ((c == ',' || c == ';') && (text[at + 1] == ' ' || text[at + 1] == '\n'));
}

static void
add_part (GArray *parts, const char *text, gsize start, gsize end)
{
  MatchumSpan part = trim (text, MATCHUM_SPAN (start, end), FALSE);

  if (!matchum_span_is_empty (part))
    g_array_append_val (parts, part);
}

static GArray *
split_at (const char *text, IsBoundary is_boundary)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  gsize start = 0, at = 0;
  guint depth = 0;

  for (; text[at] != '\0'; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (is_opening (c))
        depth++;
      else if (is_closing (c))
        depth -= MIN (depth, 1);
      else if (depth == 0 && is_boundary (text, at))
        {
          add_part (parts, text, start, at);
          start = at + (gsize) g_utf8_skip[(guchar) text[at]];
        }
    }
  add_part (parts, text, start, at);
  return parts;
}

/* The parts, and whether bars separate them. */
static GArray *
split (const char *text, gboolean *is_barred)
{
  static const IsBoundary boundaries[] = { is_bar_boundary, is_dash_boundary, is_dot_boundary, is_comma_boundary,
                                           is_colon_boundary };
  GArray *parts = NULL;

  *is_barred = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (boundaries) && strlen (text) <= MAX_BYTES; i++)
    {
      parts = split_at (text, boundaries[i]);
      *is_barred = i == 0;
      if (parts->len > 1)
        return parts;
      g_clear_pointer (&parts, g_array_unref);
    }
  *is_barred = FALSE;
  parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  add_part (parts, text, 0, strlen (text));
  return parts;
}

GArray *
matchum_entry_words_split (const char *text)
{
  gboolean is_barred;

  g_return_val_if_fail (text != NULL, NULL);

  return split (text, &is_barred);
}

GArray *
matchum_entry_words_split_list (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return split_at (text, is_list_boundary);
}

/* Words */

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

/* Calls back for each word of a folded text, with where it begins; the last word that is in a list counts. */
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

gint
matchum_entry_words_weigh (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, 0);

  if (strlen (text) > MAX_BYTES)
    return 0;
  if (strstr (text, "(주)") != NULL || strstr (text, "㈜") != NULL)
    return -1;
  folded = matchum_fold (text, -1);
  return weigh_words (folded, role_words, organisation_words, FALSE);
}

gboolean
matchum_entry_words_is_school (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > MAX_BYTES)
    return FALSE;
  folded = matchum_fold (text, -1);
  return weigh_words (folded, school_words, NULL, FALSE) > 0;
}

gboolean
matchum_entry_words_is_place (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > MAX_BYTES)
    return FALSE;
  folded = matchum_fold (text, -1);
  return weigh_words (folded, place_words, NULL, TRUE) > 0;
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
  if (strlen (text) <= MAX_BYTES && g_regex_match (regex, text, 0, &info)
      && g_match_info_fetch_pos (info, 0, &start, &end))
    span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  return span;
}

/* Organisation and role */

static gint
weigh_span (const char *text, MatchumSpan span)
{
  g_autofree char *part = g_strndup (text + span.start, matchum_span_get_length (span));

  return matchum_entry_words_weigh (part);
}

static MatchumSpan
get_part (const GArray *parts, guint index)
{
  return g_array_index (parts, MatchumSpan, index);
}

static MatchumSpan
join (const GArray *parts, guint first, guint end)
{
  if (first >= end)
    return MATCHUM_SPAN (0, 0);
  return MATCHUM_SPAN (get_part (parts, first).start, get_part (parts, end - 1).end);
}

/* The first run of parts that name roles: [first, end); FALSE where there is none or a second. */
static gboolean
find_roles (const char *text, const GArray *parts, guint *first, guint *end)
{
  guint n_runs = 0;
  gboolean was_role = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const gboolean is_role = weigh_span (text, get_part (parts, i)) > 0;

      if (is_role && !was_role && n_runs++ == 0)
        *first = i;
      if (is_role && n_runs == 1)
        *end = i + 1;
      was_role = is_role;
    }
  return n_runs == 1 && *end - *first < parts->len;
}

/* Two parts of which only one says that it is an organisation. */
static MatchumEntryOrder
find_organisation (const char *text, const GArray *parts)
{
  gint first = weigh_span (text, get_part (parts, 0));
  gint second = weigh_span (text, get_part (parts, 1));

  if (parts->len != 2 || (first < 0) == (second < 0))
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  return first < 0 ? MATCHUM_ENTRY_ORDER_ORGANISATION : MATCHUM_ENTRY_ORDER_ROLE;
}

static MatchumEntryOrder
find_order (const char *text, const GArray *parts, guint *first, guint *end)
{
  if (parts->len < 2)
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  if (find_roles (text, parts, first, end))
    return *first == 0 ? MATCHUM_ENTRY_ORDER_ROLE : MATCHUM_ENTRY_ORDER_ORGANISATION;
  return find_organisation (text, parts);
}

MatchumEntryOrder
matchum_entry_words_find_order (const char *text)
{
  g_autoptr (GArray) parts = NULL;
  guint first = 0, end = 0;

  g_return_val_if_fail (text != NULL, MATCHUM_ENTRY_ORDER_UNKNOWN);

  parts = matchum_entry_words_split (text);
  return find_order (text, parts, &first, &end);
}

MatchumEntryOrder
matchum_entry_words_find_usual_order (MatchumResume *resume, MatchumVisibility *visibility)
{
  guint n_organisation = 0, n_role = 0;

  g_return_val_if_fail (resume != NULL, MATCHUM_ENTRY_ORDER_UNKNOWN);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *head = NULL;
      MatchumEntryOrder order;

      if (block->kind != MATCHUM_BLOCK_ENTRY || (visibility != NULL && !matchum_visibility_is_visible (visibility, i))
          || (block->section != MATCHUM_SECTION_EXPERIENCE && block->section != MATCHUM_SECTION_ACTIVITIES))
        continue;
      head = matchum_entry_words_take_dates (matchum_block_get_text (block),
                                             block->dated_by == block->index ? block->dates : NULL, NULL);
      order = matchum_entry_words_find_order (head);
      n_organisation += order == MATCHUM_ENTRY_ORDER_ORGANISATION;
      n_role += order == MATCHUM_ENTRY_ORDER_ROLE;
    }
  if (n_organisation == n_role)
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  return n_organisation > n_role ? MATCHUM_ENTRY_ORDER_ORGANISATION : MATCHUM_ENTRY_ORDER_ROLE;
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

/* "푸른의료재단 들빛병원 간호사": no sign parts them, but the words before the role end with what only names end with.
 */
static gboolean
find_compound (const char *text, MatchumEntryParts *found)
{
  gsize end = 0;

  for (gsize at = strcspn (text, " "); text[at] != '\0'; at += 1 + strcspn (text + at + 1, " "))
    {
      g_autofree char *head = g_strndup (text, at);
      /* A club is one by itself as well: "데이터 분석 동아리 회장". */
      if (ends_with (compound_words, head, TRUE) || ends_with ("동아리 학회", head, FALSE)
          || strstr (head, "(주)") != NULL || strstr (head, "㈜") != NULL || strstr (head, "주식회사") != NULL)
        end = matchum_entry_words_weigh (text + at) > 0 ? at : end;
    }
  if (end == 0)
    return FALSE;
  found->organisation = MATCHUM_SPAN (0, end);
  found->role = trim (text, MATCHUM_SPAN (end, strlen (text)), FALSE);
  return TRUE;
}

/* "Data Engineer at Tallow & Finch" */
static gboolean
find_at (const char *text, MatchumEntryParts *found)
{
  const char *at = strstr (text, " at ");
  g_autofree char *role = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

  if (role == NULL || matchum_entry_words_weigh (role) <= 0)
    return FALSE;
  found->role = MATCHUM_SPAN (0, strlen (role));
  found->organisation = trim (text, MATCHUM_SPAN (strlen (role) + strlen (" at "), strlen (text)), FALSE);
  return !matchum_span_is_empty (found->organisation);
}

/* "[하나로의료기] 영업본부 / 차장" */
static gboolean
find_bracketed (const char *text, MatchumEntryParts *found)
{
  const char *close = text[0] == '[' ? strchr (text, ']') : NULL;

  if (close == NULL || close == text + 1 || matchum_entry_words_weigh (close + 1) <= 0)
    return FALSE;
  found->organisation = trim (text, MATCHUM_SPAN (1, (gsize) (close - text)), FALSE);
  found->role = trim (text, MATCHUM_SPAN ((gsize) (close + 1 - text), strlen (text)), TRUE);
  return matchum_entry_words_weigh (text + 1) > 0 && !matchum_span_is_empty (found->organisation);
}

/* "Research Scientist, Larkspur Laboratories — Zurich": the first part is two, and the second a place. */
static gboolean
find_before_place (const char *text, const GArray *parts, MatchumEntryParts *found)
{
  g_autofree char *before = NULL;
  g_autoptr (GArray) inner = NULL;
  gint first, second;

  if (parts->len != 2 || weigh_span (text, get_part (parts, 1)) != 0 || get_part (parts, 0).start != 0)
    return FALSE;
  before = g_strndup (text, get_part (parts, 0).end);
  inner = split_at (before, is_comma_boundary);
  if (inner->len != 2)
    return FALSE;
  first = weigh_span (before, get_part (inner, 0));
  second = weigh_span (before, get_part (inner, 1));
  if ((first > 0) == (second > 0))
    return FALSE;
  found->role = get_part (inner, first > 0 ? 0 : 1);
  found->organisation = get_part (inner, first > 0 ? 1 : 0);
  found->place = get_part (parts, 1);
  return TRUE;
}

static void
take_in_order (const GArray *parts, MatchumEntryOrder order, MatchumEntryParts *found)
{
  const gboolean is_role_first = order == MATCHUM_ENTRY_ORDER_ROLE;

  found->organisation = get_part (parts, is_role_first ? 1 : 0);
  found->role = get_part (parts, is_role_first ? 0 : 1);
  found->place = join (parts, 2, parts->len);
}

/* The roles are [first, end); what is before them is the organisation, what is after a place, or goes with the role. */
static void
take_around_roles (const char *text,
                   const GArray *parts,
                   gboolean is_barred,
                   guint first,
                   guint end,
                   MatchumEntryParts *found)
{
  MatchumSpan after = join (parts, end, parts->len);
  g_autofree char *words = g_strndup (text + after.start, matchum_span_get_length (after));

  found->role = join (parts, first, end);
  if (first > 0)
    {
      MatchumSpan team = get_part (parts, first - 1);
      g_autofree char *name = g_strndup (text + team.start, matchum_span_get_length (team));
      const gboolean is_team = first > 1 && ends_with (team_words, name, FALSE);

      if (is_team)
        found->role.start = team.start;
      found->organisation = join (parts, 0, first - is_team);
      if (is_barred || matchum_entry_words_is_place (words))
        found->place = after;
      else if (!matchum_span_is_empty (after))
        found->role.end = after.end;
      return;
    }
  found->organisation = is_barred ? get_part (parts, end) : after;
  if (is_barred)
    found->place = join (parts, end + 1, parts->len);
}

gboolean
matchum_entry_words_find_parts (const char *text, MatchumEntryOrder usual, MatchumEntryParts *found)
{
  g_autoptr (GArray) parts = NULL;
  gboolean is_barred;
  guint first = 0, end = 0;
  MatchumEntryOrder order;

  g_return_val_if_fail (text != NULL && found != NULL, FALSE);

  *found = (MatchumEntryParts){ 0 };
  parts = split (text, &is_barred);
  if (usual == MATCHUM_ENTRY_ORDER_BARRED)
    {
      if (is_barred && parts->len <= 3)
        {
          take_in_order (parts, usual, found);
          return TRUE;
        }
      usual = MATCHUM_ENTRY_ORDER_UNKNOWN;
    }
  if (strlen (text) <= MAX_BYTES && find_bracketed (text, found))
    return TRUE;
  *found = (MatchumEntryParts){ 0 };
  if (parts->len == 1 && strlen (text) <= MAX_BYTES && (find_at (text, found) || find_compound (text, found)))
    return TRUE;
  *found = (MatchumEntryParts){ 0 };
  if (!is_barred && find_before_place (text, parts, found))
    return TRUE;
  order = find_order (text, parts, &first, &end);
  if (order != MATCHUM_ENTRY_ORDER_UNKNOWN && end > first)
    {
      take_around_roles (text, parts, is_barred, first, end, found);
      return TRUE;
    }
  if (order == MATCHUM_ENTRY_ORDER_UNKNOWN)
    order = usual;
  if (order == MATCHUM_ENTRY_ORDER_UNKNOWN || parts->len < 2 || (parts->len > 2 && !(is_barred && parts->len == 3)))
    return FALSE;
  take_in_order (parts, order, found);
  return TRUE;
}
