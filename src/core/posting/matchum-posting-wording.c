/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges lines by how they begin and end, as requirements, duties and introductions do in Korean and English. */
#include "config.h"

#include "posting/matchum-posting-wording.h"

#include <string.h>

#include "posting/matchum-word-list.h"
#include "text/matchum-folded-text.h"

/* So many bytes at either end of a line are looked at. */
#define REACH 320

/* Endings, beginnings and words, divided by |. */

static MatchumWordList ask_endings = MATCHUM_WORD_LIST (
    "봤어요|봤습니다|적이 있어요|적이 있습니다|수 있어요|수 있습니다|경험이 있어요|"
    "분|분들|경험|경험자|유경험자|경력|경력자|능력|역량|이해|이해도|이해력|지식|가능|가능자|능숙|능숙자|능통|"
    "능통자|보유|보유자|소지자|소지|자격증|학위|전공|전공자|이상|우대|필수|무관|졸업|졸업자|졸업예정자|"
    "졸업 예정자|사람|자세|태도|마인드|관심|열정|숙련|숙련자|숙달|스킬|실력|이력|실적|수상|게재|있음|유창|회화|"
    "해박|감각|성향|있으면 돼요|있으면 됩니다|있어야 해요|있어야 합니다|필요해요|필요합니다|할 줄 알아요|"
    "익숙해요|능숙해요|수 있어야 해요|취득자|출신|수료|수료자|합격자|experience|required|preferred|a plus|skills|"
    "degree|knowledge|mindset|fluency|background|or above|or higher|or equivalent");

static MatchumWordList ask_words = MATCHUM_WORD_LIST (
    "+ year|"
    "년 이상|년차 이상|경험이 있|경험이 많|경험을 보유|경험을 가|에 대한 이해|에 능숙|에 능통|에 익숙|이 가능|가 "
    "가능|할 수 있|학사|"
    "석사|박사|전공| years | year of |years'| degree | experience with | experience in | experience of | experience "
    "building |"
    " experience designing | hands-on | proficien| knowledge of | understanding of | familiar with | familiarity with |"
    " ability to | able to | comfortable with | expertise in | background in | equivalent | fluent | you know | you "
    "have |"
    " you've | you can | you are | you enjoy | you write | you care | track record | exposure to | "
    "certifi|bachelor|master's|"
    " phd| bsc| msc");

static MatchumWordList ask_beginnings = MATCHUM_WORD_LIST (
    "experience|experienced|strong|proficien|knowledge|understanding|familiar|ability|able to|solid|deep|proven|fluen|"
    "excellent|good |great |expert|working knowledge|hands-on|demonstrated|a "
    "degree|degree|bachelor|master|phd|bsc|msc|ba |bs |"
    "ms |minimum|at least|comfortable|comfort |a track record|track "
    "record|passion|curio|exposure|previous|prior|background|"
    "someone who|you have|you've|you are|you're|you can|you know|you write|you enjoy|you love|you "
    "care|competen|advanced|"
    "confident|must|willing|native|business-level|conversational|skilled|certif|extensive|practical|some experience|"
    "any experience|interest in|an interest|a genuine|a keen|self-|detail-|team player");

static MatchumWordList duty_endings = MATCHUM_WORD_LIST (
    "개발|운영|구축|개선|설계|분석|관리|고도화|최적화|수립|작성|제공|지원|수행|연구|기획|도입|전환|구현|유지보수|"
    "모니터링|자동화|정의|"
    "협업|적용|리딩|점검|대응|제안|추출|측정|검증|도출|배포|집행|제작|설정|정리|확대|강화|발굴|실험|평가|작업|업무|"
    "조율|총괄|담당|"
    "만들어요|합니다|해요|입니다|됩니다|돼요|만듭니다|바꿔요|도와요|찾아요|냅니다|풀어요|풉니다|이끌어요|옮겨요|줄여요|"
    "높여요|"
    "다뤄요|맡아요|맡습니다|나가요|나갑니다|챙겨요|기여해요|살펴요|하기|만들기|찾기|높이기|줄이기|이끌기|풀기");

static MatchumWordList duty_beginnings = MATCHUM_WORD_LIST (
    "build|design|develop|own |lead|improve|maintain|create|write|ship|work "
    "|collaborate|partner|manage|monitor|analyse|"
    "analyze|define|drive|implement|deploy|review|coach|mentor|support|help|run |take |turn "
    "|deliver|research|optimi|scale|"
    "automate|investigate|evaluate|translate|present|operate|integrate|plan|set |model |train|test|explore|identify|"
    "contribute|architect|keep|find|make|migrate|document|measure|prepare|conduct|participate|ensure|coordinate|visit|"
    "break ");

static MatchumWordList offer_words = MATCHUM_WORD_LIST (
    "휴가|포인트|보험|지원금|식대|식비|간식|건강검진|경조|상여|스톡옵션|인센티브|퇴직연금|최신 장비|최고 "
    "사양|맥북|노트북|모니터|도서비|교육비|"
    "재택|출퇴근|할인|복지|수당|지급|축하금|명절|자기계발|학자금|동호회|워크숍|워크샵|구독|리프레시|안마|주차|어린이집|"
    "퇴직금|연차|반차|"
    "만 원|만원|응시료|무제한|전액|근속|생일|선택근무|유연근무|원격근무|사내 카페|구내식당| "
    "leave|holiday|vacation|pension|insurance|"
    "health|dental|budget|equity|stock option|share option|parental|laptop|macbook|gym|lunch|snack|days off|stipend|"
    "allowance|401(k)|discount|cover for|paid |sabbatical|wellness|£|€|$|flexible|home-office|home "
    "office|childcare|retreat|"
    "gathering|salary|fees paid|time off|relocation");

static MatchumWordList step_words = MATCHUM_WORD_LIST (
    "전형|면접|인터뷰|사전 과제|과제 |코딩 테스트|코딩테스트|서류|합격|입사|처우 협의|처우협의|레퍼런스|온보딩|결과 "
    "안내|interview| call |"
    "intro call|screen|offer|take-home|take home|onsite|on-site|panel|pairing|exercise|conversation with|stage|round |"
    "reference|whiteboard|meet the team|application");

static MatchumWordList introductions = MATCHUM_WORD_LIST (
    "아래에 해당|아래와 같은|아래 사항|아래의 |아래 조건|아래 항목|아래 자격|아래 역량|아래 내용|다음에 해당|다음과 "
    "같은|다음 조건|다음 항목|"
    "다음 중|다음의 |이래야 |위의 조건|위 조건|위 사항|위 항목|위 내용|위의 |이런 분을 찾|이런 분들을 찾|동료를 "
    "찾|분을 찾|분을 모|분과 함께|"
    "분들과 함께|기다립니다|기다려요|기다리고 있|지원해 주세|지원해주세|지원해 보|지원해보|지원하셔도|지원하실 수|연락 "
    "주|연락주|걱정|"
    "않아도 괜찮|아니어도 괜찮|없어도 괜찮|않아도 됩|않아도 돼|없어도 됩|없어도 돼|않아도 "
    "지원|아니더라도|않더라도|전부 만족|모두 만족|모두 충족|"
    "전부 충족|모든 조건|모든 항목|망설이지|주저하지|환영합니다|환영해요|참고해 주|참고해주|확인해 주|확인해주|"
    "following|below|listed above|all of the above|of the above|we are looking for|we're looking for|we look for|"
    "we'd love to hear|we would love to hear|we'd like|please apply|apply anyway|still apply|encourage you|don't worry|"
    "do not worry|you don't need|you do not need|don't meet|do not meet|tick every|every box|get in touch|we want "
    "someone|"
    "we need someone|you'll be a good fit|you will be a good fit|you might be|if this sounds|sound like you|sounds "
    "like you");

/* Where a Korean sentence is still under way. */
static MatchumWordList open_endings = MATCHUM_WORD_LIST (
    " 본| 수| 줄| 할| 한| 된| 될| 및|을|를|와|과|의|은|는|및|또는|혹은|그리고|하고|하며|하여|해서|되어|되고|으로|"
    "에서|에게|부터|까지|위한|위해|대한|대해|관한|통한|통해|따른|있는|없는|하는|되는|등의|등을|등에|등과|등으로|"
    "들의|들을|들과|가진|갖춘|맞는|같은|라는|이며|이고|거나|이나|지만|면서|이라도|적인|관련된|기반의|기반한|"
    "다양한|새로운|높은|좋은|많은|해 본|하신|하실|해보신|고|며");

/* Nouns that end like the above. */
static MatchumWordList closed_endings = MATCHUM_WORD_LIST (
    "결과|성과|효과|학과|통과|초과|경과|회의|문의|강의|정의|합의|논의|협의|창의|동의|주의|예의|열의|마을|가을|"
    "노을|언어와|광고|보고|사고|창고|참고|신고|재고|최고|공고|로고|경고|중고|판매고");

static MatchumWordList open_words = MATCHUM_WORD_LIST (",|and|or|with|the|a|an|of|to|for|in|on|as|by|from|using|such "
                                                       "as|including|like|e.g.|&|/|at|into|that|which|who|your|our|"
                                                       "is|are|between|·|+");

static MatchumWordList sentence_endings =
    MATCHUM_WORD_LIST ("니다|어요|아요|해요|예요|에요|세요|돼요|워요|려요|죠|네요|까요|나요|가요|져요|봐요|줘요");

static MatchumWordList preferred_endings = MATCHUM_WORD_LIST (
    "우대|우대함|우대합니다|우대해요|우대 사항|우대사항|우대됩니다|우대돼요|있으면 좋음|있으면 좋겠어요|"
    "있으면 좋겠습니다|있다면 좋습니다|있다면 좋아요|있으면 좋습니다|있으면 좋아요|있으면 더 좋아요|"
    "있으면 더 좋습니다|있으면 더욱 좋습니다|있으면 더욱 좋아요|면 더 좋습니다|면 더 좋아요|면 더욱 좋습니다|"
    "면 더욱 좋아요|면 금상첨화|선호|선호합니다|선호해요|가산점|가점|플러스|환영|preferred|is preferred|a plus|"
    "a big plus|a huge plus|a strong plus|a bonus|nice to have|nice-to-have|good to have|desirable|desired|"
    "is advantageous|an advantage|is optional|optional|but not required|not required|beneficial|is helpful|"
    "a nice extra|would be great|would be nice|pluses|strongly preferred");

static MatchumWordList preferred_beginnings = MATCHUM_WORD_LIST (
    "(우대)|[우대]|<우대>|(선택)|[선택]|우대:|우대 :|우대)|(preferred)|[preferred]|preferred:|nice to "
    "have:|bonus:|(bonus)|plus:|"
    "(nice to have)|[nice to have]|[bonus]|ideally");

static MatchumWordList required_endings =
    MATCHUM_WORD_LIST ("필수|필수입니다|필수예요|required|is required|a must|mandatory|must have");
static MatchumWordList required_beginnings =
    MATCHUM_WORD_LIST ("(필수)|[필수]|<필수>|필수:|필수 :|(required)|[required]|required:");

char *
matchum_wording_fold (const char *text, MatchumSpan span)
{
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  gsize first_end, last_start;

  if (matchum_span_get_length (span) <= 2 * REACH)
    return matchum_fold (text + span.start, (gssize) matchum_span_get_length (span));
  for (first_end = span.start + REACH; ((guchar) text[first_end] & 0xc0) == 0x80;)
    first_end--;
  for (last_start = span.end - REACH; ((guchar) text[last_start] & 0xc0) == 0x80;)
    last_start++;
  head = matchum_fold (text + span.start, (gssize) (first_end - span.start));
  tail = matchum_fold (text + last_start, (gssize) (span.end - last_start));
  return g_strconcat (head, " ", tail, NULL);
}

static gboolean
is_closing_mark (char c)
{
  return c != '\0' && strchr (" .!?~;:*_\"')]}>", c) != NULL;
}

static gsize
trim_marks (const char *text, gsize length)
{
  while (length > 0 && is_closing_mark (text[length - 1]) && text[length - 1] != ')' && text[length - 1] != ']')
    length--;
  return length;
}

/* The length without what stands in brackets at the end: "경험 (3년 이상)". */
static gsize
trim_brackets (const char *text, gsize length)
{
  const char *open;

  length = trim_marks (text, length);
  if (length == 0 || (text[length - 1] != ')' && text[length - 1] != ']'))
    return length;
  open = g_strrstr_len (text, (gssize) length, text[length - 1] == ')' ? "(" : "[");
  return open != NULL && open > text ? trim_marks (text, (gsize) (open - text)) : trim_marks (text, length - 1);
}

/* "경험 (3년 이상)" ends with the words before the brackets as well as with those in them. */
static gboolean
ends_with_one (const char *folded, MatchumWordList *words)
{
  gsize length = strlen (folded);
  gsize inner = length;

  while (inner > 0 && is_closing_mark (folded[inner - 1]))
    inner--;
  return matchum_word_list_ends (words, folded, inner)
         || matchum_word_list_ends (words, folded, trim_brackets (folded, length));
}

static const char *
skip_marks (const char *folded)
{
  while (*folded != '\0' && strchr (" *_\"'", *folded) != NULL)
    folded++;
  return folded;
}

/* "도보 5분" */
static gboolean
ends_with_minutes (const char *folded)
{
  gsize length = trim_brackets (folded, strlen (folded));
  gsize n = strlen ("분");

  return length > n && memcmp (folded + length - n, "분", n) == 0 && g_ascii_isdigit (folded[length - n - 1]);
}

gboolean
matchum_wording_asks (const char *folded)
{
  const char *start = skip_marks (folded);

  if (ends_with_minutes (folded))
    return FALSE;
  if (ends_with_one (folded, &ask_endings) || matchum_word_list_begins (&ask_beginnings, start, strlen (start)))
    return TRUE;
  return matchum_word_list_stands_in (&ask_words, folded);
}

gboolean
matchum_wording_tells_duty (const char *folded)
{
  const char *start = skip_marks (folded);

  return ends_with_one (folded, &duty_endings) || matchum_word_list_begins (&duty_beginnings, start, strlen (start));
}

gboolean
matchum_wording_offers (const char *folded)
{
  return matchum_word_list_stands_in (&offer_words, folded);
}

gboolean
matchum_wording_tells_step (const char *folded)
{
  return matchum_word_list_stands_in (&step_words, folded);
}

gboolean
matchum_wording_introduces (const char *folded)
{
  return matchum_word_list_stands_in (&introductions, folded);
}

gboolean
matchum_wording_is_sentence (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && strchr (" *_\"')", folded[length - 1]) != NULL)
    length--;
  if (length > 0 && strchr (".!?", folded[length - 1]) != NULL)
    return TRUE;
  return matchum_word_list_ends (&sentence_endings, folded, trim_marks (folded, length));
}

static gboolean
has_open_bracket (const char *folded)
{
  gint depth = 0;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
    }
  return depth > 0;
}

gboolean
matchum_wording_breaks_off (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && folded[length - 1] == ' ')
    length--;
  if (length == 0)
    return FALSE;
  if (has_open_bracket (folded) || matchum_word_list_ends (&open_words, folded, length))
    return TRUE;
  return matchum_word_list_ends (&open_endings, folded, length)
         && !matchum_word_list_ends (&closed_endings, folded, length);
}

/* "경력 3년 이상 (B2B 우대)": only what stands in the brackets is preferred. A bare "(우대)" speaks of the line. */
static gboolean
is_aside_in_brackets (const char *folded)
{
  gsize length = strlen (folded);
  gsize outer = trim_brackets (folded, length);
  gsize inner = trim_marks (folded, length);
  const char *open;

  if (inner == 0 || folded[inner - 1] != ')' || outer + 2 >= inner)
    return FALSE;
  open = memchr (folded + outer, '(', inner - outer);
  if (open == NULL || memchr (open, ' ', inner - (gsize) (open - folded)) == NULL)
    return FALSE;
  return matchum_word_list_ends (&preferred_endings, folded, inner - 1)
         && !matchum_word_list_ends (&preferred_endings, folded, outer) && matchum_wording_asks (folded);
}

/* A line that holds both words, "BSc required, MSc preferred", is left to its section. */
MatchumWordingMark
matchum_wording_get_mark (const char *folded)
{
  const char *start = skip_marks (folded);
  gsize length = strlen (start);
  gboolean is_preferred =
      matchum_word_list_begins (&preferred_beginnings, start, length) || ends_with_one (start, &preferred_endings);
  gboolean is_required =
      matchum_word_list_begins (&required_beginnings, start, length) || ends_with_one (start, &required_endings);

  if (is_preferred && !is_required && is_aside_in_brackets (start))
    return MATCHUM_MARK_NONE;
  if (is_preferred && !is_required)
    return strstr (start, " required,") != NULL || strstr (start, "필수,") != NULL ? MATCHUM_MARK_NONE
                                                                                   : MATCHUM_MARK_PREFERRED;
  return is_required && !is_preferred ? MATCHUM_MARK_REQUIRED : MATCHUM_MARK_NONE;
}
