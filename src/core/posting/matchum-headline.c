/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of professions, of companies and of calls for people, and what they tell of a headline. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-headline.h"

#include <string.h>

#include "posting/matchum-company-candidates.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

static MatchumWordList job_words = MATCHUM_WORD_LIST (
    "엔지니어|개발자|분석가|사이언티스트|매니저|디자이너|연구원|연구직|연구자|애널리스트|기획자|마케터|담당자|컨설턴트|"
    "아키텍트|인턴|전문가|프로그래머|관리자|운영자|리서처|과학자|연구개발|기술자|간호사|간호조무사|회계사|변호사|"
    "상담사|"
    "에디터|퍼블리셔|테스터|팀장|파트장|엔지니어링|개발직|오너|스페셜리스트|의사|전문의|약사|한의사|치과의사|수의사|"
    "위생사|물리치료사|작업치료사|언어치료사|치료사|방사선사|임상병리사|영양사|요양보호사|사회복지사|복지사|생활지도원|"
    "보육교사|교사|선생님|담임|강사|교수|교직원|조교|사서|학예사|큐레이터|박사후연구원|포닥|조리사|조리원|조리장|셰프|"
    "라인쿡|주방장|주방보조|바리스타|제빵사|제과|소믈리에|홀서빙|지배인|프론트데스크|프런트|하우스키핑|컨시어지|벨맨|"
    "승무원|운전기사|운전원|배송기사|택배기사|물류|지게차|보안요원|경비원|안전요원|요원|미화원|시설관리|정비사|용접사|"
    "배관공|전기기사|현장소장|감리원|감리|설계사|설계자|제도사|기능공|기능직|생산직|생산관리|품질관리|품질보증|사무직|"
    "사무원|행정원|행정직|비서|총무|경리|노무사|세무사|법무사|변리사|관세사|감정평가사|중개사|손해사정사|계리사|기자|"
    "작가|감독|연출|조연출|촬영기사|편집자|편집기사|아나운서|성우|번역가|번역사|통역사|원화가|일러스트레이터|모델러|"
    "애니메이터|작곡가|아티스트|프로듀서|디렉터|점장|부점장|매장직|판매원|판매직|캐셔|텔러|은행원|영업직|영업사원|"
    "영업담당|영업 담당|영업관리|바이어|머천다이저|트레이너|코치|코디네이터|미용사|디제이|플로리스트|가이드|안내원|"
    "사육사|조련사|정원사|재단사|재봉사|경력사원|신입사원|경력직|신입직|근로자|기간제|계약직원|직원|아르바이트|알바|"
    "공무원|주무관|담당|크루|스태프|어시스턴트|보조원|수셰프|책임자|리더|플래너|카피라이터|사진가|포토그래퍼|조리팀|"
    "회계 실무자|실무자|상담원|콜센터|큐에이|지휘자|단원|소장|센터장|원장|국장|"
    "팀원|조작원|가공원|조립원|포장원|검수원|작업원|대리급|과장급|차장급|부장급|공무직|연구사|지도사|해설사|안경사|"
    "치기공사|관제사|기관사|항해사|조종사|검사원|점검원|조사원|전임의|전공의|간병인|"
    "관리사|"
    "사무장|조무사|전산직|기술직|임기제|안마사|사육사|조경사|정원사|속기사|심리사|영양교사|"
    "도슨트|"
    "스타일리스트|테크니션|오퍼레이터|총괄|실장|본부장|모더레이터|플랫폼 "
    "운영|아키비스트|"
    "소믈리에|파티시에|바텐더|슈퍼바이저|코치|튜터|멘토|에이전트|리크루터| vmd | md | cra | csm | sdr | bdr | fae "
    "| ciso | "
    "cpo | ecologist | archivist | conservator | linguist | postdoctoral | deputy | headteacher | matron | sonographer "
    "| "
    "optometrist | optician | podiatrist | audiologist | phlebotomist | expert | generalist | "
    "technicians | "
    "managers | drivers | assistants | advisers | advisors | "
    "engineer | engineers | developer | developers | scientist | scientists | analyst | analysts | manager | managers "
    "| "
    "designer | researcher | architect | lead | head of | director | consultant | specialist | intern | internship | "
    "administrator | officer | coordinator | co ordinator | associate | programmer | strategist | sre | dba | marketer "
    "| "
    "writer | technician | statistician | modeller | modeler | owner | engineering | advisor | adviser | recruiter | "
    "editor | biostatistician | representative | accountant | pm | po | swe | mle | devops | mlops | cto | cfo | coo | "
    "ceo | vp | nurse | nurses | teacher | teachers | counsel | lawyer | attorney | solicitor | paralegal | chef | "
    "cook | "
    "barista | bartender | waiter | waitress | supervisor | executive | clerk | planner | buyer | driver | operative | "
    "operator | worker | carer | caregiver | assistant | nanny | tutor | lecturer | professor | fellow | postdoc | "
    "translator | interpreter | artist | animator | illustrator | producer | photographer | videographer | journalist "
    "| "
    "reporter | copywriter | copy editor | receptionist | secretary | cashier | bookkeeper | auditor | controller | "
    "treasurer | actuary | underwriter | broker | agent | inspector | surveyor | electrician | plumber | welder | "
    "mechanic | machinist | fitter | joiner | carpenter | builder | foreman | technologist | chemist | biologist | "
    "physicist | mathematician | pharmacist | physician | doctor | dentist | hygienist | therapist | physiotherapist | "
    "psychologist | paramedic | midwife | radiographer | dietitian | veterinarian | caretaker | guard | pilot | "
    "captain | "
    "steward | host | concierge | housekeeper | cleaner | gardener | farmer | trainer | coach | instructor | librarian "
    "| "
    "curator | partner | president | chief | principal | superintendent | trainee | apprentice | graduate | dispatcher "
    "| "
    "scheduler | estimator | merchandiser | stylist | hairdresser | valuer | conveyancer | registrar | bursar | "
    "localizer | tester | handler | picker | packer | porter | baker | butcher | warden | ranger | composer | musician "
    "| "
    "moderator | liaison | ambassador | buyer ");

static MatchumWordList company_ends = MATCHUM_WORD_LIST (
    "병원|의원|한의원|치과|약국|유치원|어린이집|학교|초등학교|중학교|고등학교|대학교|대학|학원|교육원|재단|연구원|"
    "연구소|"
    "복지관|복지재단|은행|전자|제약|약품|건설|건축|식품|푸드|푸드시스템|방송|방송국|신문|신문사|출판|출판사|호텔|"
    "리조트|"
    "호텔앤리조트|물산|상사|상회|산업|공업|정공|정밀|기계|중공업|조선|조선해양|해양|해운|항공|반도체|디스플레이|화학|"
    "에너지|생명|화재|증권|카드|캐피탈|자산운용|투자|그룹|홀딩스|코리아|랩스|랩|스튜디오|게임즈|게임스|소프트|시스템|"
    "시스템즈|테크|테크놀로지|테크놀로지스|바이오|메디칼|메디컬|메디텍|헬스|헬스케어|로지스|로지스틱스|물류|통운|공사|"
    "공단|협회|조합|법인|센터|복지센터|문구|서점|백화점|마트|유통|패션|뷰티|코스메틱|화장품|엔지니어링|이엔씨|이앤씨|"
    "종합건설|에스텍|텔레콤|통신|웍스|스틸|모터스|로보틱스|다이나믹스|옵틱스|포토닉스|테라퓨틱스|인터내셔널|인더스트리|"
    "베이커리|안경|"
    "안경원|오케스트라|교향악단|합창단|과학관|체육관|수목원|식물원|동물원|요양원|의료원|보건소|진흥원|연수원|도청|"
    "교육청|"
    "교육지원청|우체국|소방서|세무서|문화재단|위원회|연합회|법률사무소|사무소|여행사|농장|목장|책방|북스|레코드|필름|"
    "키친|아카데미|"
    "클라우드|커피|스페이스|인사이트|사이언스|네트웍스|네트워크|솔루션|솔루션즈|커머스|모빌리티|미디어|엔터테인먼트|"
    "픽처스|빵집|꽃집|떡집|찻집|식당|가게|상점|공방|양조장|목공소|공업사|정비소|미용실|"
    "크리에이티브|"
    "파트너스|인베스트먼트|페이|뱅크|박물관|미술관|도서관|구청|시청|군청|극장|농협|수협|신협|컴퍼니|주식회사|하우스");

/* "재단법인 …": the name comes behind. */
static MatchumWordList legal_forms = MATCHUM_WORD_LIST (
    "재단법인|사단법인|의료법인|사회복지법인|학교법인|주식회사|유한회사|법무법인|세무법인|회계법인|특허법인|노무법인|"
    "농업회사법인|협동조합|사회적협동조합|(주)|㈜|(유)|(재)|(사)|비스트로|카페|호텔|레스토랑");

/* What a headline may begin with that is no name. */
static MatchumWordList common_words = MATCHUM_WORD_LIST (
    "신입|경력|경력직|채용|모집|급구|긴급|상시|수시|정규직|계약직|인턴|시니어|주니어|데이터|서버|백엔드|프론트엔드|"
    "브랜드|마케팅|콘텐츠|영업|해외영업|국내영업|기술영업|생산|품질|설비|연구|개발|기획|디자인|영상|웹|앱|게임|모바일|"
    "안드로이드|임베디드|머신러닝|딥러닝|인공지능|클라우드|보안|네트워크|시스템|인프라|사내|사내변호사|법무|재무|회계|"
    "세무|인사|총무|급여|물류|유통|구매|무역|번역|통역|의료기기|제약|임상|간호|간호사|교사|강사|매장|매니저|오피스|"
    "오피스빌딩|건설|토목|건축|기계|전기|전자|화학|반도체|자동차|선체|조선|항공|호텔|객실|주방|조리|시설|미화|경비|"
    "운전|배송|우리|저희|함께|이런|새로운|본사|지사|전국|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|"
    "핀테크|에듀테크|푸드테크|애드테크|프롭테크|애그테크|전력전자|가전|이동통신|정보통신|신재생에너지|빅데이터센터|"
    "콜센터|고객센터|"
    "데이터센터|물류센터|자율주행|자동화|전장|펌웨어|하드웨어|소프트웨어|해외투자|국내투자|대체투자|직영점|가맹점|"
    "특수학교|"
    "구내식당|직원식당|사내식당|학생식당|전북|전남|경북|경남|제주|강남|판교|성수|제품|프로덕트|서비스|플랫폼|고객|사업|"
    "전략|운영|풀필먼트센터|연구직|박사|"
    "박사후연구원|포닥|국제|글로벌|의류|패션|뷰티|화장품|식품|금융|보험|투자|부동산|공공|행정|사무|비서|홍보|광고");

static MatchumWordList tags = MATCHUM_WORD_LIST (
    "신입/경력|경력/신입|신입·경력|경력|경력무관|신입 및 경력|신입 또는 "
    "경력|신입|재공고|긴급|급구|상시|수시|정규직|계약직|"
    "경력직|신입직|정/부|남/여|무기계약직|정규직 전환|채용형 "
    "인턴|공개|정기|공개채용|수시채용|상시채용|정기채용|수시모집|상시모집|(m/f/d)|(f/m/d)|(m/w/d)|(f/m/x)|(all "
    "genders)");

static MatchumWordList calls = MATCHUM_WORD_LIST (
    "채용시험 공고|임용시험 공고|채용시험|채용 시험|채용계획 공고|채용 계획 "
    "공고|공개경쟁채용|채용합니다|모집합니다|모집해요|채용해요|구합니다|구해요|구인합니다|초빙합니다|를 찾습니다|을 "
    "찾습니다|님을 "
    "찾습니다|"
    "를 모십니다|을 모십니다|님을 모십니다|를 찾아요|을 찾아요|를 찾고 있어요|을 찾고 있어요|를 찾고 있습니다|"
    "을 찾고 있습니다|를 기다립니다|을 기다립니다|를 기다려요|을 기다려요|분을 모십니다|를 모셔요|을 "
    "모셔요|를 "
    "구합니다|"
    "을 구합니다|를 구해요|을 구해요|를 모집합니다|을 모집합니다|를 채용합니다|을 채용합니다|채용 공고|채용공고|모집 "
    "공고|"
    "모집공고|공개채용|공개 채용|수시채용|수시 채용|상시채용|상시 채용|정기채용|채용 중|채용중|모집 "
    "중|모집중|채용|모집|"
    "구인|초빙|급구|구함|모십니다|찾습니다|찾아요|모셔요|뽑습니다|찾고 있습니다|찾고 있어요|를 뽑습니다|을 뽑습니다|"
    "를 모시고 있습니다|을 모시고 있습니다|를 구함|을 구함|를 모심|을 모심|모심|님 구해요|님 구합니다|님 "
    "모십니다|포지션|포지션 제안|"
    "포지션 제안드립니다|포지션 안내|채용 안내|모집 안내|채용안내|모집안내|채용 제안|채용의뢰|채용 의뢰|구인의뢰|구인 "
    "의뢰|"
    "추천의뢰|추천 의뢰|구인공고|구인 공고|초빙공고|초빙 공고|선발|선발공고|선발 공고|임용 공고|공채|를 모집하고 "
    "있습니다|"
    "을 모집하고 있습니다|를 채용하고 있습니다|을 채용하고 있습니다|를 구하고 있습니다|을 구하고 있습니다|를 "
    "선발합니다|"
    "을 선발합니다|를 채용하고자 합니다|을 채용하고자 합니다|를 모시고자 합니다|을 모시고자 합니다|를 모집하고자 "
    "합니다|"
    "을 모집하고자 합니다|wanted|needed|vacancy|vacancies|job opening|opening|position|opportunity");

/* Of how and when somebody works, in brackets. */
static MatchumWordList hours = MATCHUM_WORD_LIST (
    "파트타임|풀타임|파트 타임|재택|원격|교대|주말|야간|주야|주/야|오전|오후|단기| remote | hybrid | on site | onsite "
    "| "
    "full time | part time | permanent | contract | fixed term | temporary | maternity cover | home based | "
    "seasonal | casual | temp | ftc | months ");

/* Of a job that is named beside them. */
static MatchumWordList levels = MATCHUM_WORD_LIST (
    "주니어|시니어|미들|associate|senior|junior|entry level|entry-level|mid level|mid-level|mid|graduate|senior level");

/* Two letters and more of a place or a kind of work behind a title. */
static MatchumWordList places =
    MATCHUM_WORD_LIST ("서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|강남|판교|"
                       "성수|수원|성남|용인|"
                       "창원|청주|천안|평택|화성|이천|안양|재택|원격| remote | hybrid | on site | onsite | london | "
                       "berlin | seoul | new york "
                       "| dublin | paris | tokyo | singapore | full time | part time | permanent ");

gboolean
matchum_headline_names_job (const char *folded)
{
  g_autofree char *plain = g_strdelimit (g_strdup (folded), "()[]{},/&:;-|\"'", ' ');

  return matchum_word_list_stands_in (&job_words, plain);
}

/* "engineer ii", "head of data", "lecturer in history" */
static gsize
measure_job (const char *folded)
{
  static const char *const dividers[] = { " of ", " in ", " for ", " at ", " – ", " - ", " — " };
  gsize length = strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *found = strstr (folded, dividers[i]);

      if (found != NULL)
        length = MIN (length, (gsize) (found - folded));
    }
  while (length > 1 && strchr ("iv123456789 ", folded[length - 1]) != NULL && strchr (folded, ' ') != NULL
         && strchr ("iv123456789 ", folded[length - 2]) != NULL)
    length--;
  return length;
}

gboolean
matchum_headline_ends_with_job (const char *folded)
{
  gsize length = measure_job (folded);
  g_autofree char *padded = g_strdup_printf (" %.*s ", (int) length, folded);

  return matchum_word_list_ends (&job_words, padded, length + 2)
         || matchum_word_list_ends (&job_words, padded, length + 1);
}

gboolean
matchum_headline_names_company (const char *folded)
{
  gsize length = strlen (folded);

  return matchum_word_list_ends (&company_ends, folded, length)
         && !matchum_word_list_holds (&company_ends, folded, length)
         && !matchum_word_list_holds (&common_words, folded, length);
}

gboolean
matchum_headline_is_common (const char *folded)
{
  return matchum_word_list_holds (&common_words, folded, strlen (folded));
}

static gboolean
is_picture (gunichar c)
{
  return c >= 0x2190 && (c < 0x2e80 || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x1f000 && c <= 0x1faff)) && c != 0x2026;
}

gboolean
matchum_headline_is_edge (gunichar character, const char *others)
{
  if (character == 0)
    return FALSE;
  return g_utf8_strchr (" \t-|:,/@·–—∙•", -1, character) != NULL || g_utf8_strchr (others, -1, character) != NULL;
}

char *
matchum_headline_dup_trimmed (const char *text, gsize length, const char *others)
{
  const char *end = text + length;

  while (text < end && matchum_headline_is_edge (g_utf8_get_char (text), others))
    text = g_utf8_next_char (text);
  while (end > text && matchum_headline_is_edge (g_utf8_get_char (g_utf8_prev_char (end)), others))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

char *
matchum_headline_dup_plain (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end && (is_picture (g_utf8_get_char (text)) || *text == ' ' || *text == '*'))
    text = g_utf8_next_char (text);
  while (
      end > text
      && (is_picture (g_utf8_get_char (g_utf8_prev_char (end))) || end[-1] == ' ' || end[-1] == '!' || end[-1] == '*'))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/* Without the particle by which a sentence goes on: "속닥숲유치원에서". */
static gsize
trim_particle (const char *word, gsize length)
{
  static const char *const particles[] = { "에서는", "에서", "의", "와", "과", "," };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      gsize n = strlen (particles[i]);

      if (length > n + 3 && memcmp (word + length - n, particles[i], n) == 0)
        return length - n;
    }
  return length;
}

/* Whether a name stands once more in the text, as the subject or the place of something. */
static gboolean
stands_again (const char *name, const char *text, gsize length)
{
  static const char *const particles[] = { "는 ", "은 ", "에서", "의 ",  "이 ",  "가 ", "와 ", "과 ",   "를 ",
                                           "을 ", "에 ", "입니", "예요", "이에", "(",   "'",   " 대표", "은\n" };
  const char *end = text + length;
  gsize n = strlen (name);
  guint seen = 0;

  for (const char *p = memmem (text, length, name, n); p != NULL && seen < 64;
       p = memmem (p + n, (gsize) (end - p) - n, name, n), seen++)
    {
      for (guint i = 0; seen > 0 && i < G_N_ELEMENTS (particles); i++)
        {
          if ((gsize) (end - p) - n >= strlen (particles[i])
              && memcmp (p + n, particles[i], strlen (particles[i])) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* rest: what stands behind it. "한빛나노연구원 박사후연구원" begins with a company though both name a job. */
static gboolean
is_word_of_name (const char *folded, const char *rest)
{
  g_autofree char *folded_rest = matchum_fold (rest, -1);

  if (g_utf8_strlen (folded, -1) < 2 || strpbrk (folded, "0123456789[]<>:") != NULL
      || matchum_word_list_holds (&common_words, folded, strlen (folded)))
    return FALSE;
  return !matchum_headline_names_job (folded)
         || (matchum_headline_names_company (folded) && g_utf8_strlen (folded, -1) >= 6
             && matchum_headline_names_job (folded_rest));
}

/* "참좋은치과" is no "참좋은치" with a particle. */
static gboolean
names_company (const char *word, gsize length)
{
  g_autofree char *folded = matchum_fold (word, (gssize) length);

  return matchum_headline_names_company (folded);
}

static const char *
skip_word (const char *text)
{
  text += strcspn (text, " ");
  return text + strspn (text, " ");
}

const char *
matchum_headline_skip_company (const char *headline, const char *text, gsize length, char **company)
{
  gsize first = strcspn (headline, " ");
  gsize bare = names_company (headline, first) ? first : trim_particle (headline, first);
  gboolean has_particle = bare != first;
  g_autofree char *word = g_strndup (headline, bare);
  g_autofree char *folded = matchum_fold (word, -1);
  gsize end = bare;

  if (headline[first] == '\0' || bare > 60)
    return NULL;
  if (matchum_word_list_holds (&legal_forms, folded, strlen (folded)))
    {
      const char *second = skip_word (headline);
      gsize n = trim_particle (second, strcspn (second, " "));

      if (n < 3 || second[strcspn (second, " ")] == '\0')
        return NULL;
      end = (gsize) (second - headline) + n;
    }
  else if ((guchar) *headline < 0xea || (guchar) *headline > 0xed || !is_word_of_name (folded, headline + first)
           || !(matchum_headline_names_company (folded) || has_particle || stands_again (word, text, length)))
    return NULL;
  *company = g_strndup (headline, end);
  headline += end;
  headline += strcspn (headline, " ");
  return headline + strspn (headline, " ");
}

const char *
matchum_headline_skip_bracket (const char *text, char **inner)
{
  static const char *const marks[][2] = { { "[", "]" }, { "【", "】" }, { "<", ">" }, { "〈", "〉" }, { "《", "》" } };
  guint mark = 0;
  const char *open, *closing, *rest;

  while (mark < G_N_ELEMENTS (marks) && !g_str_has_prefix (text, marks[mark][0]))
    mark++;
  if (mark == G_N_ELEMENTS (marks))
    return NULL;
  open = g_utf8_next_char (text);
  closing = strstr (open, marks[mark][1]);
  if (closing == NULL)
    return NULL;
  rest = g_utf8_next_char (closing);
  rest += strspn (rest, " ");
  if (*rest == '\0')
    return NULL;
  *inner = g_strndup (open, (gsize) (closing - open));
  return rest;
}

const char *
matchum_headline_skip_cry (const char *text)
{
  static MatchumWordList cries = MATCHUM_WORD_LIST (
      "급구|긴급|초급구|모집|구인|채용|재공고|채용중|긴급채용|hiring|we are hiring|we're hiring|we’re hiring|now "
      "hiring|"
      "urgent|urgently hiring|opportunity|job opportunity|new opportunity|vacancy|job|opening|re|fw|fwd|new");

  for (;;)
    {
      gsize n = strcspn (text, "!:");
      g_autofree char *folded = n > 0 && n <= 48 && text[n] != '\0' ? matchum_fold (text, (gssize) n) : NULL;
      const char *rest = text + n + strspn (text + n, "!: ");

      if (folded == NULL || *rest == '\0' || !matchum_word_list_holds (&cries, folded, strlen (folded)))
        return text;
      text = rest;
    }
}

/* "경력사원 모집" is what such a recruitment is called. */
static gboolean
names_drive (const char *title, gsize start)
{
  static const char *const people = "사원 ";
  gsize n = strlen (people);

  return start >= n && memcmp (title + start - n, people, n) == 0 && strcmp (title + start, "모집") == 0;
}

/* "담임 선생님을 모십니다" keeps the word of respect. */
static gboolean
is_of_teacher (const char *title, gsize start)
{
  static const char *const teacher = "선생";
  gsize n = strlen (teacher);

  return start >= n && memcmp (title + start - n, teacher, n) == 0 && g_str_has_prefix (title + start, "님");
}

/* Cuts the longest of words that it ends with off title; they may be written right behind it. */
static gboolean
cut_end (char *title, MatchumWordList *words)
{
  g_autofree char *folded = NULL;
  gsize length = strlen (g_strchomp (title));
  gsize cut = length;

  folded = matchum_fold (title, -1);
  if (!matchum_word_list_ends (words, folded, strlen (folded)))
    return FALSE;
  for (gsize start = length; start > 0;)
    {
      start = (gsize) (g_utf8_prev_char (title + start) - title);
      if (length - start > 48)
        break;
      g_free (g_steal_pointer (&folded));
      folded = matchum_fold (title + start, -1);
      if (start > 0 && matchum_word_list_holds (words, folded, strlen (folded)) && !names_drive (title, start)
          && !is_of_teacher (title, start) && (!g_ascii_isalpha (*folded) || title[start - 1] == ' ')
          && (words != &tags || title[start - 1] == ' ' || title[start - 1] == '/'))
        cut = start;
    }
  title[cut] = '\0';
  g_strchomp (title);
  return cut < length;
}

/* "천안공장", "부산 지사" */
static gboolean
names_site (const char *folded)
{
  static const char *const sites[] = { "공장", "지사", "지점", "사업장", "캠퍼스", "본사", "근무" };

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    if (g_str_has_suffix (folded, sites[i]) && strlen (folded) > strlen (sites[i]) && strlen (folded) <= 24)
      return TRUE;
  return FALSE;
}

/* Whether letters are the first ones of the words: "fae" of "field application engineer". */
static gboolean
is_short_for (const char *letters, const char *words, gsize length)
{
  const char *end = words + length;

  while (words < end)
    {
      gsize n = MIN (strcspn (words, " -/"), (gsize) (end - words));
      gboolean is_small = (n == 2 && strncmp (words, "of", 2) == 0) || (n == 3 && strncmp (words, "and", 3) == 0);

      if (n > 0 && !is_small && *letters++ != *words)
        return FALSE;
      words += MIN (n + 1, (gsize) (end - words));
    }
  return *letters == '\0';
}

/* "Field Application Engineer (FAE)", "SRE (Site Reliability Engineer)" */
static gboolean
says_same_shortly (const char *title, gsize length, const char *inner)
{
  g_autofree char *folded = matchum_fold (title, (gssize) length);

  g_strchomp (folded);
  return strlen (folded) >= 2 && strlen (inner) >= 2 && g_str_is_ascii (inner)
         && (is_short_for (inner, folded, strlen (folded)) || is_short_for (folded, inner, strlen (inner)));
}

/* "(팀장급)", "(Associate)" */
static gboolean
tells_level (const char *inner)
{
  return (g_str_has_suffix (inner, "급") && g_utf8_strlen (inner, -1) <= 12)
         || matchum_word_list_holds (&levels, inner, strlen (inner));
}

static gboolean
has_detail (const char *inner)
{
  static const char *const marks[] = { "년", "명", "개월", "경력", "신입", "정규직", "계약직" };
  g_auto (GStrv) parts = NULL;

  if (matchum_word_list_holds (&tags, inner, strlen (inner)) || g_ascii_isdigit (*inner) || *inner == '~')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (inner, marks[i]) != NULL)
      return TRUE;
  parts = g_strsplit_set (inner, ",/|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (matchum_word_list_stands_apart (&hours, part) || matchum_company_names_place (part) || names_site (part))
        return TRUE;
    }
  return FALSE;
}

/* "(재공고)", "(3년 이상)", "(주간 4명)", "(Seoul, Hybrid)" at the end say nothing of the job itself. */
static gboolean
cut_brackets (char *title)
{
  char *open = strrchr (title, '(');
  gsize length = strlen (g_strchomp (title));
  g_autofree char *folded = NULL;

  if (length == 0 || title[length - 1] != ')' || open == NULL || open == title)
    return FALSE;
  folded = matchum_fold (open + 1, (gssize) (title + length - 1 - (open + 1)));
  if (g_utf8_strlen (folded, -1) > 32)
    return FALSE;
  if (!tells_level (folded) && !says_same_shortly (title, (gsize) (open - title), folded)
      && (matchum_headline_names_job (folded) || !has_detail (folded)))
    return FALSE;
  *open = '\0';
  return TRUE;
}

/* "… - 부산·경남" */
static gboolean
cut_place (char *title)
{
  static const char *const dividers[] = { " - ", " – ", " — ", " | ", " / ", " · " };

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      char *found = g_strrstr (title, dividers[i]);
      g_autofree char *folded = NULL;

      if (found == NULL || found == title)
        continue;
      folded = matchum_fold (found + strlen (dividers[i]), -1);
      if (g_utf8_strlen (folded, -1) <= 24 && matchum_word_list_stands_in (&places, folded)
          && !matchum_headline_names_job (folded))
        {
          *found = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

/* "[기구설계 엔지니어 (자동화장비)]" */
static void
strip_frame (char *title)
{
  gsize length = strlen (title);

  if (length > 2 && *title == '[' && strchr (title, ']') == title + length - 1)
    {
      memmove (title, title + 1, length - 2);
      title[length - 2] = '\0';
    }
}

void
matchum_headline_clean (char *title)
{
  for (guint i = 0; i < 8; i++)
    {
      gsize length = strlen (g_strchomp (title));

      while (length > 0 && strchr (".!,", title[length - 1]) != NULL)
        title[--length] = '\0';
      if (!cut_end (title, &calls) && !cut_end (title, &tags) && !cut_brackets (title) && !cut_place (title))
        break;
    }
  strip_frame (title);
}
