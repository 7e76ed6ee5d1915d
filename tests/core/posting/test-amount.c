/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as people write them, what they count, and which is at least as large as which. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "posting/matchum-amount.h"
#include "text/matchum-folded-text.h"

typedef struct {
  const char *text;
  const char *amounts;
} Case;

/* unit value[/period][bound][ matter]: its words[ <thing>]. Bounds: + at least, ~ about, - at most; ? is vague. */
static const Case cases[] = {
  { "99999999999999999조", "" },
  { "월 사용자 100만 명 이상 서비스", "users 1000000/month+: 월 사용자 100만 명 이상" },
  { "MAU 100만 이상", "users 1000000/month+: mau 100만 이상" },
  { "월간 사용자(MAU) 50만 이상의 서비스 경험", "users 500000/month+: 월간 사용자(mau) 50만 이상" },
  { "초당 10만 건 이상의 이벤트 처리", "events 100000/second+: 초당 10만 건 이상" },
  { "일 1TB 이상 데이터", "bytes 1000000000000/day+: 일 1tb 이상" },
  { "1TB/day 이상", "bytes 1000000000000/day+: 1tb/day 이상" },
  { "1M+ daily active users", "users 1000000/day+: 1m+ daily active users" },
  { "enterprise accounts with more than 5,000 employees", "employees 5000+: more than 5,000 employees" },
  { "teams of 5 or more", "team 5+: teams of 5 or more" },
  { "5인 이상 팀 리드", "team 5+: 5인 이상" },
  { "3인 이상 조직의 리딩 경험", "team 3+: 3인 이상" },
  { "led a team of 10", "team 10~: team of 10" },
  { "led a team of ten engineers", "team 10~: team of ten engineers" },
  { "월 1억 원 이상 예산 집행", "money 100000000/month+ krw spent: 월 1억 원 이상" },
  { "월 1억 원 이상의 광고 예산을 운영해 보신 분", "money 100000000/month+ krw spent: 월 1억 원 이상" },
  { "$1M+ budget", "money 1000000+ usd spent: $1m+" },
  { "연 매출 100억 이상", "money 10000000000/year+ krw earned: 연 매출 100억 이상" },
  { "연매출 100억 원 이상 규모의 브랜드", "money 10000000000/year+ krw earned: 연매출 100억 원 이상" },
  { "99.9% uptime", "availability 99900000: 99.9% uptime" },
  { "99.95% 이상의 가용성", "availability 99950000+: 99.95% 이상" },
  { "병상 300개 이상", "things 300+: 300개 이상 <병상>" },
  { "300병상 이상 종합병원", "things 300+: 300병상 이상 <병상>" },
  { "300-bed hospital", "things 300: 300-bed <bed>" },
  { "100명 이상 규모의 집합 교육", "people 100+: 100명 이상" },
  { "100개 이상의 DAG를 운영", "things 100+: 100개 이상 <dag>" },
  { "100대 이상의 검색 클러스터", "things 100+: 100대 이상 <클러스터>" },
  { "하루 1억 건 이상의 로그를 다루는", "events 100000000/day+: 하루 1억 건 이상" },
  { "피크 초당 1만 8천 요청에서 p99 22ms 유지", "events 18000/second: 초당 1만 8천 요청" },
  { "피크 초당 6천 요청에서 p99 45ms", "events 6000/second: 초당 6천 요청" },
  { "초당 2만 건의 위치를 Redis Stream에 적재", "events 20000/second: 초당 2만 건" },
  { "파티션 48개, 피크 초당 9천 건", "things 48: 48개 <파티션>; events 9000/second: 초당 9천 건" },
  { "걷기·식단 앱(월 사용자 140만, 누적 다운로드 900만) 안드로이드 클라이언트 개발, 안드로이드 4명 중 테크 리드",
    "users 1400000/month: 월 사용자 140만; users 9000000/ever: 누적 다운로드 900만; team 4: 4명" },
  { "만보기·산책 커뮤니티 앱, MAU 84만", "users 840000/month: mau 84만" },
  { "2025년 연간 매체비 54억 원 집행, ROAS 342%", "money 5400000000/year krw spent: 연간 매체비 54억 원" },
  { "월 평균 4억 5천만 원 규모의 매체비 집행: 메타, 구글", "money 450000000/month~ krw spent: 월 평균 4억 5천만 원" },
  { "뷰티·교육·금융 광고주 11곳 운영, 합산 월 매체비 최대 12억 원",
    "things 11: 11곳 <광고주>; money 1200000000/month krw spent: 월 매체비 최대 12억 원" },
  { "메타와 구글 애즈에 월 2억 원을 집행, 소재 실험을 주 8건 돌려 ROAS 240% → 355%",
    "money 200000000/month krw spent: 월 2억 원; events 8/week: 주 8건" },
  { "2024년부터 엔지니어 3명의 파트 리드", "team 3: 3명" },
  { "trained on 31k hours with NeMo", "things 31000: 31k hours <hours>" },
  { "대규모 음성 데이터(1만 시간 이상)", "things 10000+: 1만 시간 이상 <시간>" },
  { "9k requests per second", "events 9000/second: 9k requests per second" },
  { "handled 2.5 million orders a day", "events 2500000/day: 2.5 million orders a day" },
  { "half a million users", "users 500000: half a million users" },
  { "수백만 명의 사용자", "users 2000000?: 수백만 명" },
  { "millions of users", "users 2000000?: millions of users" },
  { "10만+ 사용자", "users 100000+: 10만+ 사용자" },
  { "1.5억 명", "people 150000000: 1.5억 명" },
  { "3조 5,000억 원 자산 운용", "money 3500000000000 krw raised: 3조 5,000억 원" },
  { "99999999999999999조 원", "money 9223372036854775807 krw: 99999999999999999조 원" },
  { "$99999999999999999999999", "money 9223372036854775807 usd: $99999999999999999999999" },
  { "99999999999999999999 PB/day", "bytes 9223372036854775807/day: 99999999999999999999 pb/day" },
  { "경력 3년 이상", "" },
  { "5+ years of experience", "" },
  { "Python, Scala, Java 중 1개 이상의 언어", "" },
  { "10대, 20대 사용자의 소비 문화", "" },
  { "만 3년 이상", "" },
  { "ISO 27001 인증", "" },
  { "2023.03 - 2025.01", "" },
  { "010-1234-5678", "" },
  { "연봉 5,000만 원 이상", "" },
  { "전환율 20% 개선", "" },
  { "24시간 365일 운영", "" },
  { "GPU 24GB 메모리", "bytes 24000000000: 24gb" },
  { "10Gbps 네트워크", "" },
  { "3개월 이상", "" },
  { "4대보험 실무", "" },
  { "B2B 서비스 3종", "things 3: 3종 <서비스>" },
  { "1인 가구", "" },
  { "5~10명 규모의 팀", "team 5~: 5~10명" },
  { "10-20 people", "people 10: 10-20 people" },
  { "50명 미만", "people 50-: 50명 미만" },
  { "less than 100 employees", "employees 100-: less than 100 employees" },
  { "up to 20k rps", "events 20000/second: 20k rps" },
  { "5명의 디자이너와 협업", "team 5: 5명" },
  { "at least 3 direct reports", "team 3+: at least 3 direct reports" },
  { "Managed 6 engineers", "team 6: 6 engineers" },
  { "직원 12명을 관리", "team 12: 직원 12명" },
  { "임직원 6,000명 기업", "employees 6000: 임직원 6,000명" },
  { "동시 접속자 3만 명", "users 30000/second: 동시 접속자 3만 명" },
  { "가입자 120만 명", "users 1200000/ever: 가입자 120만 명" },
  { "매장 50개 이상", "things 50+: 50개 이상 <매장>" },
  { "SKU 1,200개", "things 1200: 1,200개 <sku>" },
  { "62 microservices", "things 62: 62 microservices <microservices>" },
  { "more than 50 dashboards", "things 50+: more than 50 dashboards <dashboards>" },
  { "특허 10건 이상", "things 10+: 10건 이상 <특허>" },
  { "1,000,000 users", "users 1000000: 1,000,000 users" },
  { "고객사 1,000곳", "things 1000: 1,000곳 <고객사>" },
  { "1일 3회", "" },
  { "월 300만 페이지뷰", "events 3000000/month: 월 300만 페이지뷰" },
  { "TPS 5,000 이상", "events 5000/second+: tps 5,000 이상" },
  { "1 000 000 users", "" },
  { "10만 이상의 사용자", "users 100000+: 10만 이상의 사용자" },
  { "0.5억 원", "money 50000000 krw: 0.5억 원" },
  { "약 1억2천만 건/일", "events 120000000/day: 1억2천만 건/일" },
  { "한 달 3억 건", "events 300000000/month: 한 달 3억 건" },
  { "3월 100만 명 방문", "people 1000000: 100만 명" },
  { "TOEIC 900점 이상", "" },
  { "100대 이상의 검색 클러스터 운영 경험", "things 100+: 100대 이상 <클러스터>" },
  { "50개 이상의 매장 관리", "things 50+: 50개 이상 <매장>" },
  { "a team of 10+ engineers", "team 10+: team of 10+ engineers" },
  { "Airflow DAG 100개 이상 운영", "things 100+: 100개 이상 <dag>" },
  { "팀 5명 이상 리드", "team 5+: 5명 이상" },
  { "프런트엔드 4인 파트의 리더로 코드 리뷰 문화를 만듦", "team 4: 4인" },
  { "수억 원대 예산", "money 200000000? krw spent: 수억 원" },
  { "99.9% 가용성을 유지", "availability 99900000: 99.9% 가용성" },
  { "10 million rows per day", "events 10000000/day: 10 million rows per day" },
  { "20여 명의 개발팀", "team 20: 20여 명" },
  { "5백만 건", "things 5000000: 5백만 건" },
  { "2천 명", "people 2000: 2천 명" },
  { "일평균 30만 명이 쓰는 앱", "users 300000/day: 일평균 30만 명" },
  { "주 3회 운동", "" },
  { "annual budget of $2M", "money 2000000/year usd spent: annual budget of $2m" },
  { "€500k ad spend", "money 500000 eur spent: €500k" },
  { "GMV 1조 원", "money 1000000000000 krw earned: 1조 원" },
  { "3,000석 규모 콜센터", "" },
  { "상담사 50명 규모", "people 50~: 50명" },
  { "１００만 명 이상의 사용자", "users 1000000+: 100만 명 이상" },
  { "100만명", "people 1000000: 100만명" },
  { "수수수만 명", "" },
  { "만만만 명", "" },
  { "억 억 억", "" },
  { "십만 명의 유저", "users 100000: 십만 명" },
  { "1.000.000 users", "" },
  { "9,99,999 users", "" },
  { "1e9 users", "" },
  { "0x100 users", "" },
  { "100만 명 이하", "people 1000000-: 100만 명 이하" },
  { "0 users", "" },
  { "1.1.1.1", "" },
  { "101% uptime", "" },
  { "5% uptime", "" },
  { "20% of users", "" },
  { "고객의 30% 사용자", "" },
  { "one million users", "users 1000000: one million users" },
  { "99.999% 가동률", "availability 99999000: 99.999% 가동률" },
  { "3조 2,500억 5천만 원", "money 3250050000000 krw: 3조 2,500억 5천만 원" },
  { "분기 6억 원 예산", "money 600000000/quarter krw spent: 분기 6억 원" },
  { "한달 500만 원", "money 5000000/month krw: 한달 500만 원" },
  { "JPY 3000만", "" },
  { "연 매출 1,200억 원, 직원 350명",
    "money 120000000000/year krw earned: 연 매출 1,200억 원; employees 350: 직원 350명" },
  { "월 1회, 연 4회 교육", "" },
  { "누적 200만 건의 주문", "events 2000000/ever: 누적 200만 건" },
  { "주문 100만 건 이상", "things 1000000+: 100만 건 이상 <주문>" },
  { "10 countries", "things 10: 10 countries <countries>" },
  { "30개국 이상", "things 30+: 30개국 이상 <개국>" },
  { "Team of 5–8 designers", "team 5~: team of 5-8 designers" },
  { "managing a 12-person team", "team 12: 12-person" },
  { "5 years managing 20 people", "team 20: 20 people" },
  { "2백 명 이상", "people 200+: 2백 명 이상" },
  { "1천만 다운로드", "users 10000000/ever: 1천만 다운로드" },
  { "99.95% SLA", "availability 99950000: 99.95%" },
  { "초당 1,500건", "events 1500/second: 초당 1,500건" },
  { "분당 3만 건", "events 30000/minute: 분당 3만 건" },
  { "시간당 100만 건", "events 1000000/hour: 시간당 100만 건" },
  { "4k qps", "events 4000/second: 4k qps" },
  { "1TB", "bytes 1000000000000: 1tb" },
  { "매일 3TB의 로그", "bytes 3000000000000/day: 매일 3tb" },
  { "3 TB of logs per day", "bytes 3000000000000/day: 3 tb" },
  { "하루 평균 1,200만 이벤트", "events 12000000/day: 하루 평균 1,200만 이벤트" },
};

static const char *const units[] = { "none",   "users", "team",  "employees",    "people",
                                     "events", "bytes", "money", "availability", "things" };
static const char *const periods[] = { "",      "/second", "/minute",  "/hour", "/day",
                                       "/week", "/month",  "/quarter", "/year", "/ever" };
static const char *const bounds[] = { "", "~", "+", "-" };
static const char *const matters[] = { "", " spent", " earned", " raised" };
static const char *const currencies[] = { " krw", " usd", " eur", " gbp", " jpy" };

static void
write_amount (GString *out, const char *text, const MatchumAmount *amount)
{
  g_string_append_printf (out, "%s%s %" G_GINT64_FORMAT "%s%s%s%s%s: %.*s", out->len > 0 ? "; " : "",
                          units[amount->unit], amount->value, periods[amount->period], bounds[amount->bound],
                          amount->is_vague ? "?" : "",
                          amount->unit == MATCHUM_UNIT_MONEY ? currencies[amount->currency] : "",
                          matters[amount->matter], (int) matchum_span_get_length (amount->span),
                          text + amount->span.start);
  if (!matchum_span_is_empty (amount->thing))
    g_string_append_printf (out, " <%.*s>", (int) matchum_span_get_length (amount->thing), text + amount->thing.start);
}

static char *
describe (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);
  g_autoptr (GArray) found = matchum_amount_find_all (folded, strlen (folded));
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MatchumAmount *amount = &g_array_index (found, MatchumAmount, i);

      g_assert_cmpuint (amount->span.start, <, amount->span.end);
      g_assert_cmpuint (amount->span.end, <=, strlen (folded));
      g_assert_cmpuint (amount->around.end, <=, strlen (folded));
      g_assert_cmpint (amount->value, >=, 0);
      write_amount (out, folded, amount);
    }
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *said = describe (one->text);

  g_assert_cmpstr (said, ==, one->amounts);
}

typedef struct {
  const char *found;
  const char *asked;
  const char *outcome; /* reaches, begins, or nothing */
} Pair;

static const Pair pairs[] = {
  { "MAU 140만", "월 사용자 100만 명 이상", "reaches" },
  { "MAU 84만", "월 사용자 100만 명 이상", "begins" },
  { "MAU 9천", "월 사용자 100만 명 이상", "nothing" },
  { "DAU 120만", "MAU 100만 이상", "reaches" },
  { "MAU 300만", "DAU 100만 이상", "begins" },
  { "사용자 140만 명의 앱", "MAU 100만 이상", "reaches" },
  { "누적 다운로드 900만", "MAU 100만 이상", "begins" },
  { "누적 다운로드 900만", "누적 다운로드 500만 이상", "reaches" },
  { "MAU 700만", "가입자 500만 명 이상", "reaches" },
  { "수백만 명의 사용자", "사용자 100만 명 이상", "reaches" },
  { "2 million monthly users", "월 사용자 100만 명 이상", "reaches" },
  { "임직원 200만 명", "사용자 100만 명 이상", "nothing" },
  { "초당 1만 8천 요청", "초당 1만 건 이상", "reaches" },
  { "하루 10억 건의 이벤트", "초당 1만 건 이상", "reaches" },
  { "하루 8억 건의 이벤트", "초당 1만 건 이상", "begins" },
  { "분당 60만 건", "초당 1만 건 이상", "reaches" },
  { "초당 4만 건", "하루 1억 건 이상", "reaches" },
  { "초당 1,157건", "하루 1억 건 이상", "begins" },
  { "초당 1,158건", "하루 1억 건 이상", "reaches" },
  { "로그 3 TB per day", "일 1TB 이상", "reaches" },
  { "월 40TB 적재", "일 1TB 이상", "reaches" },
  { "50TB 데이터 웨어하우스", "일 1TB 이상", "begins" },
  { "800 GB a day", "일 1TB 이상", "begins" },
  { "1PB", "100TB 이상", "reaches" },
  { "월 2억 원을 집행", "월 1억 원 이상 예산", "reaches" },
  { "연간 매체비 54억 원", "월 1억 원 이상 예산 집행", "reaches" },
  { "분기 2억 원 예산", "월 1억 원 이상 예산 집행", "begins" },
  { "예산 3억 원", "월 1억 원 이상 예산 집행", "begins" },
  { "월 매출 20억 원", "월 1억 원 이상 예산 집행", "nothing" },
  { "단가 3만 2천 원", "월 1억 원 이상 예산 집행", "nothing" },
  { "월 매출 10억 원", "연 매출 100억 이상", "reaches" },
  { "매출 150억 원", "연 매출 100억 이상", "reaches" },
  { "managed a $300k monthly budget", "$1M+ budget", "reaches" },
  { "annual budget of $2M", "$1M+ budget", "reaches" },
  { "15억 원 예산", "$1M+ budget", "reaches" },
  { "12억 원 예산", "$1M+ budget", "begins" },
  { "$1M budget", "예산 10억 원 이상", "reaches" },
  { "99.95% uptime", "99.9% uptime", "reaches" },
  { "99.5% uptime", "99.9% uptime", "begins" },
  { "led a team of 10", "5인 이상 팀 리드", "reaches" },
  { "엔지니어 3명의 파트 리드", "5인 이상 팀 리드", "begins" },
  { "팀원 12명을 관리", "teams of 5 or more", "reaches" },
  { "신규 입사자 120명 교육", "100명 이상의 교육", "reaches" },
  { "사용자 120명", "100명 이상의 교육", "nothing" },
  { "임직원 6,000명", "more than 5,000 employees", "reaches" },
  { "50명 미만의 팀", "5인 이상 팀 리드", "nothing" },
  { "매장 80개", "매장 50개 이상", "reaches" },
  { "매장 12개", "매장 50개 이상", "begins" },
  { "하루 주문 200만 건", "주문 100만 건 이상", "reaches" },
  { "99999999999999999조 원 예산", "월 1억 원 이상 예산", "begins" },
  { "월 99999999999999999조 원 예산", "$99999999999999999999999+ budget", "reaches" },
};

static MatchumAmount
read_one (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);
  g_autoptr (GArray) found = matchum_amount_find_all (folded, strlen (folded));

  g_assert_cmpuint (found->len, ==, 1);
  return g_array_index (found, MatchumAmount, 0);
}

static void
test_pair (gconstpointer data)
{
  const Pair *one = data;
  MatchumAmount found = read_one (one->found), asked = read_one (one->asked);
  const char *outcome = matchum_amount_reaches (&found, &asked)  ? "reaches"
                        : matchum_amount_begins (&found, &asked) ? "begins"
                                                                 : "nothing";

  g_assert_cmpstr (outcome, ==, one->outcome);
}

/* What is at least as large as something is a beginning of it too, and what is as large as itself. */
static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (pairs); k++)
      {
        MatchumAmount found = read_one (pairs[i].found), asked = read_one (pairs[k].asked);

        g_assert_true (!matchum_amount_reaches (&found, &asked) || matchum_amount_begins (&found, &asked));
        g_assert_true (matchum_amount_reaches (&asked, &asked));
      }
}

/* Long runs of whatever is hardest take no time, and give no more than a table of figures may. */
static void
test_hostile (void)
{
  static const char *const seeds[] = { "1",     "1,111", "1 ",   "9조 ",  "100명 ", "수백만 ",    "1~",
                                       "$1 ",   "1.1",   "만 ",  "초당 ", "1%",     "team of 10", "5 or more ",
                                       "999조", "월 1",  "10대", "1k ",   "1 a ",   "five ",      "ð 3명" };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *said = NULL;

      while (text->len < 1000000)
        g_string_append (text, seeds[i]);
      said = describe (text->str);
    }
}

/* Pieces thrown together at random never break anything. */
static void
test_random (void)
{
  static const char *const pieces[] = { "1",           "0",        "9,999",    ".5",      "만 ",   "억",      "조 ",
                                        "천",          " 명",      "원 ",      "$",       "초당 ", "월 ",     "+",
                                        " 이상",       "~",        "-",        "k",       "M ",    "TB",      "/day",
                                        " per second", "%",        " uptime",  "(",       ")",     "사용자 ", "팀 ",
                                        "수백만",      "team of ", "five ",    "의 ",     "개",    "대 ",     ", ",
                                        "\xc2\xa0",    "건",       "million ", "연 매출 " };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *said = NULL;

      for (gint n = g_rand_int_range (random, 1, 14); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      said = describe (text->str);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/amount/read/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/amount/order/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/amount/order/all", test_order);
  g_test_add_func ("/amount/hostile", test_hostile);
  g_test_add_func ("/amount/random", test_random);
  return g_test_run ();
}
