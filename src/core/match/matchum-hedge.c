/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds hedges and denials clause by clause. */
#include "config.h"

#include "match/matchum-hedge.h"

#include <string.h>

#include "text/matchum-pattern-set.h"

/* A clause; one in brackets belongs to the words right before it. */
typedef struct {
  MatchumSpan span;
  gboolean is_bracket;
  gboolean ends_sentence;
  gboolean is_hedged;
  gboolean is_swept; /* and so is all that stands before it in its sentence */
} Clause;

/* Whatever the clause names was not really done. */
static const char hedge_pattern[] =
    "튜토리얼|스터디(?!에서 시작|를 (?:운영|이끌|주도|만들))|수강|예제(?:를|만|로|코드|들을)? ?(?:\\S+ "
    ")?(?:따라|실행|돌려|돌림|실습|수준|구현)|따라 ?해 ?(?:봄|봤|본|보)|"
    "따라 ?만들|[:(] ?교육(?:만)? ?(?:\\d|이수|수료|참석|받)|poc ?(?:까지|만|수준|단계에서)|개인 ?학습|"
    "(?:비교한 뒤|비교한 후|비교 후|비교해|비교하고|평가 후) $|살펴보는 중|알아보는 중|익히는 중|관심 ?있|mnist|hello "
    "world|"
    "(?:1차|필기|일부|part \\d|파트 ?\\d|과목)(?:만)? "
    "?합격|불합격|미응시|무면허|무자격|미취득|미보유|미소지|준비 ?중|배우는 "
    "중|공부 ?중|학습 중|공부하고 있|(?:개인|혼자|자율) ?(?:학습|공부)|도입 ?검토|검토 "
    "?(?:만|중|tf|후|했)|(?:시도|시험|테스트)(?:해 ?(?:봤|보았)|했|하였)(?:으나|지만)|"
    "관심(?:이|을|사|분야| 분야)?[ :]|해 ?보고 싶|예정|동료 ?(?:\\S+ )?(?:가|이) ?(?:구현|개발|담당)|(?:가|이|팀이) "
    "맡고|가 맡음|참관|독학|강의(?:만|를|은|로)? ?(?:들|시청)|(?:책|입문서|교재|서적)(?:을|를|만)? ?(?:\\S+ )?읽|"
    "수업(?:에서|으로|만)|실습(?:으로만|만)|샌드박스|맛보기|(?:만|정도) (?:써|해|다뤄) ?(?:봄|봤|본)|"
    "(?:써|해|다뤄) ?본 정도|(?:쓰는|읽는|고치는|수정하는|따라 ?하는) "
    "정도|개념만|이론만|(?:조금|잠깐|잠시|살짝) (?:써|해|다뤄|만져|사용해) "
    "?(?:봄|봤|본)|예제(?:를|만|로)? ?(?:\\S+ "
    ")?(?:따라|실행|돌려)|데모만|클론 ?코딩|어깨너머|지켜봄|접해 ?(?:봄|봤|본)|들어 ?봄|읽어 "
    "?(?:봄|봤|본)|(?:입문|맛보기) 수준|(?:하루|이틀|며칠|일주일|한 ?번|한두 번) "
    "(?:써|사용|다뤄|시험)|(?:설계|계획|기획|제안|논의|poc)만(?: "
    "|$)|(?:제안|기획|계획|논의)했으나|(?:요청|설치|구경|전달|호출)만|까지만|poc까지|"
    "교육 ?\\d+ ?(?:일|시간|주)[^,.;]{0,8}이수|(?:은|는) 아직|"
    "(?:은|는) [^,.;:]{0,30}(?:팀|부서|파트|업체|대행사|외주|선배|동료|협력사)(?:이|가|에서)? ?(?:담당|맡|진행|수행)|"
    "(?:책|문서|자료|글|영상|유튜브|블로그)(?:으로|로)만|(?:공식 )?문서(?:를|만) ?(?:읽|따라)|"
    "(?:강의|강좌|인강) ?(?:수료|이수|청취)|입문 ?(?:강의|과정|수준|단계)|기초 ?(?:강의|수준|단계)|"
    "(?:세미나|컨퍼런스|밋업|워크숍|설명회|데모)(?:에|를)? ?(?:참석|참가|청강)|데모(?:만|를) ?(?:만들어|돌려)|"
    "만 \\S{1,9} ?(?:봄|봤)|(?:써|다뤄|돌려|설치해|만져|구성해) ?(?:봄|봤음|본 ?(?:정도|수준))|"
    "려다가? |고 싶|(?:읽는|아는|이해하는|돌려 보는) ?(?:정도|수준)|(?:부트캠프|학부|학교|수업|강의|교육) "
    "?(?:과제|실습)|"
    "(?:인수|전달|참고|호출|조회)만 (?:함|했|하)|결과만 (?:사용|활용|받)|(?:담당|운영|구현|개발)(?:은|는|자는) "
    "(?:다른|타) |"
    "(?:은|는|이|가) (?!우리|저희|소속)[^,.;:]{0,24}(?:팀|부서|파트|업체|대행사)(?:이|가|에서) "
    "?(?:운영|관리|구축|개발|소유|작업)|"
    "인프런|패스트캠퍼스|노마드 ?코더|"
    "(?<![a-z])(?:coursera|udemy|udacity|edx|datacamp|pluralsight|intro(?:duction)? to|compared|weighed|read "
    "(?:the|through|up "
    "on)|reading (?:about|up)|weekend (?:experiment|reading)|play(?:ed|ing) (?:with|around)|tinkered|toyed with|want "
    "to "
    "(?:move|try|use)|on (?:the|our|my) (?:roadmap|radar|list)|coursework|(?:course|class|school) "
    "(?:project|assignment)|"
    "bootcamp (?:exercise|assignment)|attended|helped (?:a colleague|someone)|exposure to|vendor "
    "demo|read-only)(?![a-z])|"
    "^\\s?(?:기초|입문|초급|초보|조금|약간|기본)(?: ?(?:수준|단계|정도|지식))?\\s?$|: ?(?:입문|기초|초급)(?: "
    "?수준)?\\s?$|"
    "^\\s?(?:learning|basics?|beginner|novice|intro|reading|exposure|some exposure|elementary|a little|studying)"
    "(?: level| only)?\\s?$|: ?(?:basics?|beginner|novice|reading)(?: level| only)?\\s?$|"
    "(?:팀|부서|업체|대행사|외주사|협력사|파트너사|벤더|본사|컨설턴트|선배|사수|동료|친구|엔지니어|개발자|디자이너|"
    "담당자|dba|sre)(?:이|가|에서) (?:[^ ,.;:]+ ){0,3}"
    "(?:담당|관리|진행|수행|구현|개발|운영|구축|처리|결정|작성)(?:하고|하며|함|했|\\s*$)|"
    "(?:팀|부서|업체|대행사|외주사|협력사|파트너사|벤더|본사|컨설턴트|선배|사수|동료|친구|엔지니어|개발자|디자이너|"
    "담당자|dba|sre)(?:이|가|에서) (?:[^ ,.;:]+ ){0,3}"
    "(?:만듦|만들었|해 ?줌|해 ?줬|올려 ?줌|올려 ?줬|붙여 ?줌)|"
    "(?:은|는) [^ ,.;:]{1,20}(?:팀|부서|업체|대행사|외주)\\s*$|"
    "(?<![a-z])(?:tutorials?|considering|considered(?! the go| as | an expert| one of)|quick ?start|getting "
    "started|(?:official|sample|ran the|tried the) examples?|online course|poc only|only a "
    "(?:poc|prototype|proof)|followed (?:the|a|an|some) (?:\\w+ "
    "){0,2}(?:examples?|guide|course|walkthrough)|evaluating|evaluated but|would like to|want to learn|hope to|plan "
    "to|planning "
    "to|still learning|"
    "currently learning|learning basics|toy project|to be useful|was theirs|were theirs|on their side|by another team|"
    "dabbled|attended a|read about|watched|never used|not used|curious about|looked into|can read it|shadowed|"
    "sandbox only|in a course|in class|coursework only|observed only|preparing for|passed (?:\\d|one|two) of|"
    "not yet|hello world|reading up on|following along|playing with|played (?:around )?with|toyed with|tinkered "
    "with|theory only|prototype only|exam (?:planned|booked|scheduled)|(?:only|just) "
    "(?:review|reviewed|read|requested|watched|observed)|(?:one|two|three|half|\\d)-day "
    "(?:workshop|training|course|seminar)|(?:platform|infra|infrastructure|data|security|ops|operations|another|other|"
    "central|research|devops|hardware|firmware) team "
    "(?:runs|owns|owned|handles|handled|manages|managed|wrote|builds|built|operates|operated|maintains|maintained|"
    "deploys|deployed|trained)|from a book|demo only|followed (?:a|the) (?:\\w+ )?(?:guide|example|course)|"
    "(?:done|handled|owned|run|written|led|built|managed|delivered|provided|maintained|developed|implemented|operated|"
    "designed|trained|administered|supplied) by (?:the|another|our|an?|their) (?:[\\w-]+ "
    "){0,2}(?:team|vendor|agency|contractor|supplier|colleague|consultant))(?![a-z])|^\\s?tried |^\\s?light \\w+ "
    "use|^\\s?(?:learning|studying|exploring|next|wishlist|on my list|interests?|interested in)[: "
    "]|^\\s?(?:considering|exploring|reading|wish ?list|learning next) ?:";

/* The clause says that something was not done. */
static const char denial_pattern[] =
    "(?:하지|쓰지|해 ?보지|써 ?보지|사용하지|적용하지|도입하지|채택하지|되지|담당하지|다루지)(?:는|도)? "
    "?(?:않|못)|않음|않았|못함|못했|미도입|"
    "미적용|미사용|경험(?:은|이|도)? ?없|본 ?적(?:은|이|도)? ?없|(?:올리지|반영하지|배포하지|출시하지)(?:는|도)? "
    "?(?:않|못)|반려|기각|"
    "(?:문제|이유|사정|부족|변경|우선순위)(?:으로|로)(?: 인해)? ?(?:취소|중단|연기)|도입하지 "
    "않기로|보류|중단하|포기|무산|(?:^|[^a-z])no [a-z]|(?:^|[^a-z])(?:never|without any|not) |n't |"
    "(?:^|[^a-z])(?:rejected|turned down|was cancell?ed|put on hold|dropped (?:it|that|the idea)|abandoned|gave "
    "up|went back to|shelved|not adopted|unfinished|"
    "decided against|ruled (?:it|that) out|cancell?ed|discontinued|did not (?:ship|launch|continue|go live)|before "
    "(?:we|it|they) (?:started|launched|shipped))(?![a-z])|(?:으로|로|하고|보고|에|뒤|후) 접(?:음|었|고)|접음|접었|못 "
    "함|못 "
    "했|도입은 안|철회|원복|되돌림|완성하지 못|미완성|완성은 못";

/* Of denials, the ones that take back what stands before them. */
static const char retreat_pattern[] =
    "(?:쓰지|사용하지|적용하지|도입하지|채택하지|적용은 하지|하지)(?:는|도)? "
    "?않|미도입|미적용|반려|기각|(?:올리지|반영하지|배포하지|출시하지)(?:는|도)? ?(?:않|못)|"
    "(?:문제|이유|사정|부족|변경|우선순위)(?:으로|로)(?: 인해)? ?(?:취소|중단|연기)|"
    "(?:not|never) (?:approved|shipped|deployed|merged|adopted|released|launched)|never went|rejected|turned down|"
    "was cancell?ed|put on hold|did not ship|didn't ship|"
    "보류|무산|포기|went back to|abandoned|shelved|"
    "not adopted|gave up|dropped (?:it|the idea)|never finished|unfinished|decided against|"
    "ruled (?:it|that) out|(?:으로|로|하고|보고|에|뒤|후) 접(?:음|었|고)|접음|접었|cancell?ed|before (?:we|it|they) "
    "(?:started|launched|shipped)|도입은 안|discontinued|did not (?:launch|continue|go live)|철회|원복|되돌림|완성하지 "
    "못|미완성|완성은 못";

/* Something else was kept instead of what stands before: "tried Svelte; we stayed with React". */
static const char instead_pattern[] =
    "^\\s?(?:(?:and|so|but) )?(?:we |i )?(?:kept (?:to |using )?|stayed with |stuck (?:with|to) "
    "|ended up with |decided to (?:keep|stay|stick)|chose to (?:keep|stay)|picked |went with )[a-z ]|(?:계속 "
    "(?:쓰기로|사용하기로)|유지하기로)";

/* "Kafka, run by the platform team": whose work the words right before it were. */
static const char others_pattern[] =
    "^\\s?(?:which (?:is|was) )?(?:done|handled|owned|run|written|led|built|managed|delivered|"
    "provided|maintained|developed|operated) by (?:the|another|our|an?|their) ";

typedef enum {
  PATTERN_HEDGE,
  PATTERN_DENIAL,
  PATTERN_RETREAT,
  PATTERN_INSTEAD,
  PATTERN_OTHERS,
  N_PATTERNS,
} Pattern;

static GRegex *
get_pattern (Pattern index)
{
  static const char *const texts[] = { hedge_pattern, denial_pattern, retreat_pattern, instead_pattern,
                                       others_pattern };
  static MatchumPatternSet set = { "hedges", texts, N_PATTERNS, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, index);
}

static gboolean
matches (Pattern pattern, const char *text, MatchumSpan span)
{
  return g_regex_match_full (get_pattern (pattern), text + span.start, (gssize) matchum_span_get_length (span), 0, 0,
                             NULL, NULL);
}

/* Length of a contrast that ends a clause where it stands at text; 0 where none does. */
static gsize
get_contrast_length (const char *text, gsize length)
{
  static const char *const contrasts[] = { "으나 ",       "지만 ",        "였고 ",       "이었고 ",
                                           " but ",       " then ",       " because ",   " 비교한 뒤 ",
                                           " 비교한 후 ", " 비교 후 ",    " 비교해 ",    " 비교하고 ",
                                           " 평가 후 ",   " and picked ", " and chose ", " and went with ",
                                           " and kept ",  " and stayed " };

  /* What all of them begin with: this is asked of every byte. */
  if (*text != ' ' && *text != *contrasts[0])
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (contrasts); i++)
    {
      gsize size = strlen (contrasts[i]);

      if (text[0] == contrasts[i][0] && text[1] == contrasts[i][1] && length >= size
          && memcmp (text, contrasts[i], size) == 0)
        return size;
    }
  return 0;
}

static void
add_clause (GArray *clauses, gsize start, gsize end, gboolean is_bracket, gboolean ends_sentence)
{
  Clause clause = { MATCHUM_SPAN (start, end), is_bracket, ends_sentence };

  if (start < end)
    g_array_append_val (clauses, clause);
  else if (ends_sentence && clauses->len > 0)
    g_array_index (clauses, Clause, clauses->len - 1).ends_sentence = TRUE;
}

static GArray *
split_clauses (const char *text, gsize length)
{
  GArray *clauses = g_array_new (FALSE, TRUE, sizeof (Clause));
  gsize start = 0;
  gboolean in_bracket = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gsize contrast = get_contrast_length (text + i, length - i);
      gboolean is_stop =
          (text[i] == '.' || text[i] == '!' || text[i] == '?') && (i + 1 >= length || text[i + 1] == ' ');
      gboolean is_comma = (text[i] == ',' && i + 1 < length && !g_ascii_isdigit (text[i + 1])) || text[i] == ';';

      if (contrast > 0)
        {
          add_clause (clauses, start, i + contrast, in_bracket, FALSE);
          i += contrast - 1;
          start = i + 1;
        }
      else if (text[i] == '(' || text[i] == ')')
        {
          add_clause (clauses, start, i, in_bracket, FALSE);
          in_bracket = text[i] == '(';
          start = i + 1;
        }
      else if (is_stop || is_comma)
        {
          add_clause (clauses, start, i, in_bracket, is_stop);
          start = i + 1;
        }
    }
  add_clause (clauses, start, length, in_bracket, TRUE);
  return clauses;
}

/* First of the sorted spans that ends behind offset. */
static guint
find_span (GArray *spans, gsize offset)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, MatchumSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
matchum_hedge_covers (GArray *hedged, MatchumSpan span)
{
  guint index = find_span (hedged, span.start);

  return index < hedged->len && matchum_span_overlaps (g_array_index (hedged, MatchumSpan, index), span);
}

/* What a denial that names nothing is about: the clauses before it in its sentence. */
static void
hedge_before (GArray *clauses, guint index)
{
  while (index > 0)
    {
      Clause *clause = &g_array_index (clauses, Clause, index - 1);

      if (clause->ends_sentence || clause->is_swept)
        return;
      clause->is_hedged = TRUE;
      clause->is_swept = TRUE;
      index--;
    }
}

/* "배우는 중: A, B", "스터디 (2022): A, B": the whole list. */
static gboolean
opens_list (const char *text, GArray *clauses, guint index)
{
  MatchumSpan span = g_array_index (clauses, Clause, index).span;

  if (memchr (text + span.start, ':', matchum_span_get_length (span)) != NULL)
    return TRUE;
  while (index + 1 < clauses->len && g_array_index (clauses, Clause, index + 1).is_bracket)
    index++;
  return index + 1 < clauses->len && text[g_array_index (clauses, Clause, index + 1).span.start] == ':';
}

/* A bracket speaks of the words before it, however many clauses it has. */
static void
hedge_before_bracket (GArray *clauses, guint index)
{
  while (index > 0 && g_array_index (clauses, Clause, index).is_bracket)
    g_array_index (clauses, Clause, index--).is_hedged = TRUE;
  g_array_index (clauses, Clause, index).is_hedged = TRUE;
}

static void
hedge_behind (GArray *clauses, guint index)
{
  while (!g_array_index (clauses, Clause, index).ends_sentence && ++index < clauses->len)
    g_array_index (clauses, Clause, index).is_hedged = TRUE;
}

/* "(모델 학습은 ML팀)": a bracket that says what it speaks of. */
static gboolean
has_topic (const char *text, MatchumSpan span)
{
  return g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "은 ") != NULL
         || g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "는 ") != NULL;
}

static void
judge_clause (const char *text, GArray *clauses, guint index, GArray *named)
{
  Clause *clause = &g_array_index (clauses, Clause, index);
  gboolean is_hedge = matches (PATTERN_HEDGE, text, clause->span);
  gboolean is_denial = matches (PATTERN_DENIAL, text, clause->span);
  gboolean is_bare = is_denial && !matchum_hedge_covers (named, clause->span);

  if (is_hedge && !clause->is_hedged && opens_list (text, clauses, index))
    hedge_behind (clauses, index);
  clause->is_hedged |= is_hedge || is_denial;
  if (clause->is_bracket && (is_hedge || is_bare) && index > 0 && !has_topic (text, clause->span))
    hedge_before_bracket (clauses, index);
  else if ((is_bare && matches (PATTERN_RETREAT, text, clause->span))
           || (index > 0 && matches (PATTERN_INSTEAD, text, clause->span)))
    hedge_before (clauses, index);
  else if (index > 0 && is_hedge && matches (PATTERN_OTHERS, text, clause->span))
    g_array_index (clauses, Clause, index - 1).is_hedged = TRUE;
}

GArray *
matchum_hedge_find_all (const char *text, gsize length, GArray *named)
{
  GArray *hedged = g_array_new (FALSE, TRUE, sizeof (MatchumSpan));
  g_autoptr (GArray) clauses = split_clauses (text, length);

  for (guint i = 0; i < clauses->len; i++)
    judge_clause (text, clauses, i, named);
  for (guint i = 0; i < clauses->len; i++)
    if (g_array_index (clauses, Clause, i).is_hedged)
      g_array_append_val (hedged, g_array_index (clauses, Clause, i).span);
  return hedged;
}
