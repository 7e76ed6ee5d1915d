/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds clauses against the patterns of hedges and denials, each only where a word stands that it cannot do without. */
#include "config.h"

#include "match/matchum-hedge-signs.h"

#include <string.h>

#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

/* Of the words, divided by |, one stands in whatever the pattern matches. */
typedef struct {
  MatchumHedgeSigns sign;
  const char *words;
  const char *pattern;
  MatchumHedgeKind kind; /* why, unless the words that match say it more exactly */
} Sign;

static const Sign signs[] = {
  /* Learned from others. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "튜토리얼|스터디|수강|교육|강의|강좌|인강|입문|기초|수업|실습|과제|연습|참석|참가|청강|인프런|패스트캠퍼스|노마드|"
    "mnist|"
    "hello world",
    "튜토리얼|스터디(?!에서 시작|를 (?:운영|이끌|주도|만들))|수강|[:(] ?교육(?:만)? ?(?:\\d|이수|수료|참석|받)|"
    "교육 ?\\d+ ?(?:일|시간|주)[^,.;]{0,8}이수|강의(?:만|를|은|로)? ?(?:들|시청)|(?:강의|강좌|인강) "
    "?(?:수료|이수|청취)|"
    "입문 ?(?:강의|과정|수준|단계)|기초 ?(?:강의|수준|단계)|수업(?:에서|으로|만)|실습(?:으로만|만)|"
    "(?:부트캠프|학부|학교|수업|강의|교육) ?(?:과제|실습)|연습(?:만|함|했음)?\\s?$|연습 ?(?:문제|용|삼아)|"
    "(?:세미나|컨퍼런스|밋업|워크숍|설명회|데모)(?:에|를)? ?(?:참석|참가|청강)|인프런|패스트캠퍼스|노마드 ?코더|mnist|"
    "hello world",
    MATCHUM_HEDGE_KIND_STUDIED },
  /* Learned alone, or still to be learned. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "강의|강좌|학습|공부|살펴보는 중|알아보는 중|익히는 중|준비 중|준비중|배우는 "
    "중|독학|참관|어깨너머|지켜봄|읽|로만|따라|개념만|"
    "이론만",
    "(?:온라인|인터넷|유튜브|동영상) ?(?:강의|강좌)|(?:개인|혼자|자율) ?(?:학습|공부)|살펴보는 중|알아보는 중|익히는 "
    "중|준비 ?중|배우는 중|공부 ?중|학습 중|공부하고 "
    "있|"
    "독학|참관|어깨너머|지켜봄|(?:책|입문서|교재|서적)(?:을|를|만)? ?(?:\\S+ )?읽|"
    "(?:책|문서|자료|글|영상|유튜브|블로그)(?:으로|로)만|문서(?:를|만) ?(?:읽|따라)|개념만|이론만",
    MATCHUM_HEDGE_KIND_STUDIED },
  /* Done after an example. */
  { MATCHUM_HEDGE_SIGN_HEDGE, "예제|따라|클론|데모|샌드박스|맛보기",
    "예제(?:를|만|로|코드|들을)? ?(?:\\S+ )?(?:따라|실행|돌려|돌림|실습|수준|구현)|따라 ?해 ?(?:봄|봤|본|보)|따라 "
    "?하기|따라 "
    "?만들|"
    "클론 ?코딩|데모만|데모를 ?(?:만들어|돌려)|샌드박스|맛보기",
    MATCHUM_HEDGE_KIND_TRIED },
  /* Tried. */
  { MATCHUM_HEDGE_SIGN_HEDGE, "봄|봤|본|보았|했으나|했지만|했는데|했다가",
    "(?:만|정도) (?:써|해|다뤄) ?(?:봄|봤|본)|(?:써|해|다뤄) ?본 정도|"
    "(?:조금|잠깐|잠시|살짝) (?:써|해|다뤄|만져|사용해) ?(?:봄|봤|본)|접해 ?(?:봄|봤|본)|들어 ?봄|읽어 ?(?:봄|봤|본)|"
    "만 \\S{1,9} ?(?:봄|봤)|[가-힣]해 ?(?:봄|봤음)(?![가-힣])|[가-힣](?<!년) "
    "봄(?![가-힣])|(?:보았|봤)(?:으나|지만|는데)|[가-힣]려(?:고)? ?했(?:으나|지만|는데|다가)|(?:을|를|만) 본 "
    "?(?:정도|수준)|(?:써|다뤄|돌려|설치해|만져|구성해) "
    "?(?:봄|봤음|본 "
    "?(?:정도|수준))",
    MATCHUM_HEDGE_KIND_TRIED },
  /* Known a little. */
  { MATCHUM_HEDGE_SIGN_HEDGE, "정도|수준|하루|이틀|며칠|일주일|한 번|한번|두 번|기초|입문|초급|초보|조금|약간|기본",
    "(?:쓰는|읽는|보는|고치는|수정하는|따라 ?하는) 정도|(?:읽는|아는|이해하는|돌려 보는) ?(?:정도|수준)|"
    "(?:하루|이틀|며칠|일주일|한 ?번|한두 번) (?:써|사용|다뤄|시험|학습|돌려|따라)|"
    "기초만|^\\s?(?:기초|입문|초급|초보|조금|약간|기본)(?: ?(?:수준|단계|정도|지식))?\\s?$| 입문\\s?$|"
    ": ?(?:입문|기초|초급)(?: ?수준)?\\s?$",
    MATCHUM_HEDGE_KIND_SLIGHT },
  /* Done in part. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "설계만|계획만|기획만|제안만|논의만|poc|의뢰|요청|위탁|에 "
    "맡|설치만|구경만|전달만|호출만|까지만|인수만|참고만|조회만|결과만",
    "(?:설계|계획|기획|제안|논의)만(?: |$)|poc ?(?:까지|만|수준|단계에서)|(?:요청|설치|구경|전달|호출)만|까지만|"
    "(?:인수|참고|조회)만 (?:함|했|하)|결과만 (?:사용|활용|받)|(?:팀|업체|대행사|외주사|협력사|기관|부서)에 "
    "?(?:의뢰|요청|위탁|맡)",
    MATCHUM_HEDGE_KIND_PART },
  /* Thought about. */
  { MATCHUM_HEDGE_SIGN_HEDGE, "비교|평가 후|검토|시도|시험|테스트|했으나|관심|고 싶|려다|예정|아직",
    "(?:비교한 뒤|비교한 후|비교 후|비교해|비교하고|평가 후) $|도입 ?검토|검토 ?(?:만|중|tf|후|했)|"
    "(?:시도|시험|테스트)(?:해 ?(?:봤|보았)|했|하였)(?:으나|지만)|(?:제안|기획|계획|논의)했으나|관심 ?있|"
    "관심(?:이|을|사|분야| 분야)?[ :]|고 싶|려다가? |예정|(?:은|는) 아직",
    MATCHUM_HEDGE_KIND_CONSIDERED },
  /* Certificates that somebody has not. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "합격|미응시|무면허|무자격|미취득|미보유|미소지|working towards|not continued|passed|left before|exam",
    "(?:1차|필기|일부|part \\d|파트 ?\\d|과목)(?: ?시험)?(?:만)? "
    "?합격|불합격|미합격|미응시|무면허|무자격|미취득|미보유|미소지|"
    "(?<![a-z])(?:working towards|not continued|left before completing|exams? due|levels? passed|(?:part|level|paper) "
    "\\d+ passed)(?![a-z])",
    MATCHUM_HEDGE_KIND_NOT_HELD },
  /* Done by others. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "동료|맡|팀|부서|파트|업체|대행사|외주|선배|협력사|다른 |타 |벤더|본사|컨설턴트|사수|친구|엔지니어|개발자|디자이너|"
    "담당자|dba|sre",
    "동료 ?(?:\\S+ )?(?:가|이) ?(?:구현|개발|담당)|(?:가|이) 맡고|가 맡음|"
    "(?:은|는) [^,.;:]{0,30}(?:팀|부서|파트|업체|대행사|외주|선배|동료|협력사)(?:이|가|에서)? "
    "?(?:담당|맡|진행|수행|운용|운영|관리)|"
    "(?:담당|운영|구현|개발)(?:은|는|자는) (?:다른|타) |"
    "(?:은|는|이|가) (?!우리|저희|소속)[^,.;:]{0,24}(?:팀|부서|파트|업체|대행사)(?:이|가|에서) "
    "?(?:운영|관리|구축|개발|소유|작업)|"
    "(?:팀|부서|업체|대행사|외주사|협력사|파트너사|벤더|본사|컨설턴트|선배|사수|동료|친구|엔지니어|개발자|디자이너|"
    "담당자|dba|sre)(?:이|가|에서) (?:[^ ,.;:]+ ){0,3}"
    "(?:(?:담당|관리|진행|수행|구현|개발|운영|구축|처리|결정|작성)(?:하고|하며|함|했|\\s*$)|"
    "만듦|만들었|해 ?줌|해 ?줬|올려 ?줌|올려 ?줬|붙여 ?줌)|(?:은|는) [^ ,.;:]{1,20}(?:팀|부서|업체|대행사|외주)\\s*$",
    MATCHUM_HEDGE_KIND_OTHERS },
  /* The same in English: learned. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "coursera|udemy|udacity|edx|datacamp|pluralsight|intro|course|project|assignment|bootcamp|attended|tutorial|quick| "
    "to learn|"
    "getting started|example|followed|learning|in class|following along|theory only|from a book|read|-day |shadowed|"
    "watched|observed|only|just |preparing for|passed |exam |can read |can only read ",
    "(?<![a-z])(?:coursera|udemy|udacity|edx|datacamp|pluralsight|intro(?:duction)? to|coursework|"
    "(?:course|class|school) (?:project|assignment)|bootcamp (?:exercise|assignment)|attended|tutorials?|quick "
    "?start|(?:weekends?|days?|weeks?|hours?|evenings?) (?:to learn|of learning|learning)|"
    "getting started|(?:official|sample|ran the|tried the) examples?|online course|"
    "followed (?:the|a|an|some) (?:\\w+ ){0,2}(?:examples?|guide|course|walkthrough)|(?:still|currently) learning|"
    "learning basics|in a course|in class|following along|theory only|from a book|read (?:the|through|up on|about)|"
    "reading (?:about|up)|read-only|can (?:only )?read(?! and)|(?:one|two|three|half|\\d)-day "
    "(?:workshop|training|course|seminar)|"
    "shadowed|watched|observed only|(?:only|just) (?:review|reviewed|read|requested|watched|observed)|preparing for|"
    "passed (?:\\d|one|two) of|exam (?:planned|booked|scheduled))(?![a-z])",
    MATCHUM_HEDGE_KIND_STUDIED },
  /* Thought about or tried. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "compared|weighed|weekend |play|tinkered|toyed|want to |roadmap|radar|list|exposure|vendor|helped "
    "|consider|poc|only|"
    "evaluat|would like|hope to|plan to|planning to|toy |to be useful|dabbled|never used|not used|curious|looked into|"
    "not yet|tried |light ",
    "(?<![a-z])(?:compared|weighed|weekend (?:experiment|reading)|play(?:ed|ing) (?:with|around)|tinkered|toyed with|"
    "want to (?:learn|move|try|use)|on (?:the|our|my) (?:roadmap|radar|list)|exposure to|vendor demo|"
    "helped (?:a colleague|someone)|considering|considered(?! the go| as | an expert| one of)|"
    "only a (?:poc|prototype|proof)|evaluating|evaluated but|would like to|hope to|plan to|planning to|toy "
    "(?:project|model|example)|"
    "to be useful|dabbled|never used|not used|curious about|looked into|not yet|"
    "(?:poc|sandbox|prototype|demo) only)(?![a-z])|^\\s?tried |(?<![a-z])tried (?:on|out|in|at|with) |^\\s?light \\w+ "
    "use",
    MATCHUM_HEDGE_KIND_CONSIDERED },
  /* Done by others. */
  { MATCHUM_HEDGE_SIGN_HEDGE, "theirs|their side|another team| team | team's| by |worked with ",
    "(?<![a-z])(?:was theirs|were theirs|"
    "worked with (?:an?|the|our|their) (?:[\\w-]+ ){1,4}(?:vendor|agency|contractor|supplier|consultant|consultancy)|"
    "(?:was|is|were) (?:the|another) (?:[\\w-]+ ){1,2}team's|on their side|by "
    "another team|"
    "(?:platform|infra|infrastructure|data|security|ops|operations|another|other|central|research|devops|hardware|"
    "firmware) team (?:runs|owns|owned|handles|handled|manages|managed|wrote|builds|built|operates|operated|maintains|"
    "maintained|deploys|deployed|trained)|"
    "(?:done|handled|owned|run|written|led|built|managed|delivered|provided|maintained|developed|implemented|operated|"
    "designed|trained|administered|supplied) by (?:the|another|our|an?|their) (?:[\\w-]+ ){0,2}"
    "(?:team|vendor|agency|contractor|supplier|colleague|consultant))(?![a-z])",
    MATCHUM_HEDGE_KIND_OTHERS },
  /* A clause that says nothing else, or a list that begins with it. */
  { MATCHUM_HEDGE_SIGN_HEDGE,
    "learning|basic|fundamental|essential|beginner|novice|intro|reading|exposure|elementary|a "
    "little|studying|exploring|next|wish|my list|"
    "interest|considering",
    "(?: basics?| fundamentals)(?: only)?\\s?$|(?: basics| fundamentals| essentials) "
    "(?:course|training|class|workshop)|^\\s?(?:learning|basics?|beginner|novice|intro|reading|exposure|some "
    "exposure|elementary|a "
    "little|studying)"
    "(?: level| only)?\\s?$|: ?(?:basics?|beginner|novice|reading|learning)(?: level| only)?\\s?$|"
    "^\\s?(?:learning|studying|exploring|next|wishlist|on my list|interests?|interested in)[: ]|"
    "^\\s?(?:considering|exploring|reading|wish ?list|learning next) ?:",
    MATCHUM_HEDGE_KIND_SLIGHT },

  { MATCHUM_HEDGE_SIGN_DENIAL,
    "않|못|없|미도입|미적용|미사용|반려|기각|취소|중단|연기|보류|포기|무산|접음|접었|접고|도입은 "
    "안|철회|원복|되돌림|미완성",
    "(?:하지|쓰지|해 ?보지|써 ?보지|사용하지|적용하지|도입하지|채택하지|되지|담당하지|다루지)(?:는|도)? "
    "?(?:않|못)|않음|"
    "않았|못함|못했|못 함|못 했|미도입|미적용|미사용|경험(?:은|이|도)? ?없|본 ?적(?:은|이|도)? ?없|"
    "(?:올리지|반영하지|배포하지|출시하지)(?:는|도)? ?(?:않|못)|반려|기각|"
    "(?:문제|이유|사정|부족|변경|우선순위)(?:으로|로)(?: 인해)? ?(?:취소|중단|연기)|(?:때문에|탓에) "
    "?(?:취소|중단|연기|보류)|보류|중단하|포기|무산|"
    "(?:으로|로|하고|보고|에|뒤|후) 접(?:음|었|고)|접음|접었|도입은 안|철회|원복|되돌림|미완성|완성하지 못|완성은 못",
    MATCHUM_HEDGE_KIND_DENIED },
  { MATCHUM_HEDGE_SIGN_DENIAL,
    "no |never |without any |not |n't |rejected|turned down|cancel|put on hold|dropped |abandoned|gave up|went back to|"
    "shelved|unfinished|decided against|ruled |discontinued|before ",
    "(?:^|[^a-z])no [a-z]|(?:^|[^a-z])(?:never|without any|not) |n't |"
    "(?:^|[^a-z])(?:rejected|(?<!\\d )turned down|was cancell?ed|put on hold|dropped (?:it|that|the "
    "idea)|abandoned|gave up|"
    "went back to|shelved|unfinished|decided against|ruled (?:it|that) out|cancell?ed|discontinued|"
    "before (?:we|it|they) (?:started|launched|shipped))(?![a-z])",
    MATCHUM_HEDGE_KIND_DENIED },

  { MATCHUM_HEDGE_SIGN_RETREAT,
    "않|못|미도입|미적용|반려|기각|취소|중단|연기|보류|무산|포기|접음|접었|접고|도입은 안|철회|원복|되돌림|미완성",
    "(?:쓰지|하지)(?:는|도)? ?않|미도입|미적용|반려|기각|"
    "(?:올리지|반영하지|배포하지|출시하지)(?:는|도)? ?(?:않|못)|"
    "(?:문제|이유|사정|부족|변경|우선순위)(?:으로|로)(?: 인해)? ?(?:취소|중단|연기)|(?:때문에|탓에) "
    "?(?:취소|중단|연기|보류)|(?:나빠|없어|어려워|부족해|낮아) "
    "?(?:취소|중단)|보류|무산|포기|"
    "(?:으로|로|하고|보고|에|뒤|후) 접(?:음|었|고)|접음|접었|도입은 안|철회|원복|되돌림|완성하지 못|미완성|완성은 못",
    MATCHUM_HEDGE_KIND_DROPPED },
  { MATCHUM_HEDGE_SIGN_RETREAT,
    "not |never |didn't |rejected|turned down|cancel|put on hold|went back to|abandoned|shelved|gave up|dropped |"
    "unfinished|decided against|ruled |before |discontinued|no production|no real|no commercial|no practical",
    "no (?:production|real|commercial|practical) (?:use|experience)|(?:not|never) "
    "(?:approved|shipped|deployed|merged|adopted|released|launched)|never (?:went|finished)|rejected|"
    "(?<!\\d )turned down|put on hold|did(?: not|n't) ship|went back to|abandoned|shelved|gave up|dropped (?:it|the "
    "idea)|"
    "unfinished|decided against|ruled (?:it|that) out|cancell?ed|before (?:we|it|they) (?:started|launched|shipped)|"
    "discontinued|did not (?:launch|continue|go live)",
    MATCHUM_HEDGE_KIND_DROPPED },

  { MATCHUM_HEDGE_SIGN_INSTEAD,
    "kept |stayed with |stuck |ended up with |decided to |chose to |picked |went with |쓰기로|사용하기로|유지하기로",
    "^\\s?(?:(?:and|so|but) )?(?:we |i )?(?:kept (?:to |using )?|stayed with |stuck (?:with|to) |ended up with |"
    "decided to (?:keep|stay|stick)|chose to (?:keep|stay)|picked |went with )[a-z ]|계속 (?:쓰기로|사용하기로)|"
    "유지하기로",
    MATCHUM_HEDGE_KIND_DROPPED },

  { MATCHUM_HEDGE_SIGN_OTHERS, " by ",
    "^\\s?(?:which (?:is|was) )?(?:done|handled|owned|run|written|led|built|managed|delivered|provided|maintained|"
    "developed|operated) by (?:the|another|our|an?|their) ",
    MATCHUM_HEDGE_KIND_OTHERS },
};

/* Each sign has a bit of its own among the words. */
G_STATIC_ASSERT (G_N_ELEMENTS (signs) <= 32);

typedef struct {
  const char *patterns[G_N_ELEMENTS (signs)];
  MatchumWordGroup words[G_N_ELEMENTS (signs)];
  MatchumPatternSet pattern_set;
  MatchumWordTable word_table;
} Tools;

static Tools *
get_tools (void)
{
  static Tools tools;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        {
          tools.patterns[i] = signs[i].pattern;
          tools.words[i] = (MatchumWordGroup){ signs[i].words, 1u << i };
        }
      tools.pattern_set = (MatchumPatternSet){ "hedges", tools.patterns, G_N_ELEMENTS (signs), 0, NULL, 0 };
      tools.word_table = (MatchumWordTable) MATCHUM_WORD_TABLE (tools.words);
      g_once_init_leave (&is_ready, 1);
    }
  return &tools;
}

MatchumHedgeSigns
matchum_hedge_signs_find (const char *text, gsize length)
{
  Tools *tools = get_tools ();
  guint32 possible = matchum_word_table_find_within (&tools->word_table, text, length);
  MatchumHedgeSigns found = 0;

  for (gint i = g_bit_nth_lsf (possible, -1); i >= 0; i = g_bit_nth_lsf (possible, i))
    {
      if ((found & signs[i].sign) == 0
          && g_regex_match_full (matchum_pattern_set_get (&tools->pattern_set, (guint) i), text, (gssize) length, 0, 0,
                                 NULL, NULL))
        found |= signs[i].sign;
    }
  return found;
}

/* What the words that a pattern matched say themselves, the surest first. */
static const struct {
  MatchumHedgeKind kind;
  const char *words;
} tellers[] = {
  { MATCHUM_HEDGE_KIND_DENIED, "never used|not used" },
  { MATCHUM_HEDGE_KIND_NOT_HELD, "합격|미응시|무면허|무자격|미취득|미보유|미소지|passed |exam " },
  { MATCHUM_HEDGE_KIND_PLANNED,
    "고 싶|예정|관심|려다|계획|기획|논의|제안|준비|preparing|want to|hope to|plan to|planning to|would like|roadmap|"
    "radar|list|next|wish|curious|interest|to be useful|not yet" },
  { MATCHUM_HEDGE_KIND_TRIED, "poc|시도|시험|테스트|데모|샌드박스|맛보기|써|해 "
                              "봤|tried|dabbled|tinkered|toy|play|weekend|sandbox|prototype|demo" },
  { MATCHUM_HEDGE_KIND_CONSIDERED, "검토|비교|평가|compared|weighed|consider|evaluat|looked into|exploring" },
  { MATCHUM_HEDGE_KIND_STUDIED, "learning|studying|intro|reading" },
  { MATCHUM_HEDGE_KIND_SLIGHT, "basic|beginner|novice|elementary|a little|exposure|light |기초|초급|초보" },
};

static MatchumHedgeKind
read_kind (const Sign *sign, const char *matched)
{
  if (sign->sign != MATCHUM_HEDGE_SIGN_HEDGE || sign->kind == MATCHUM_HEDGE_KIND_OTHERS)
    return sign->kind;
  for (gsize i = 0; i < G_N_ELEMENTS (tellers); i++)
    {
      g_auto (GStrv) words = g_strsplit (tellers[i].words, "|", -1);

      for (gsize k = 0; words[k] != NULL; k++)
        if (strstr (matched, words[k]) != NULL)
          return tellers[i].kind;
    }
  return sign->kind;
}

MatchumHedgeKind
matchum_hedge_signs_find_kind (const char *text, gsize length)
{
  static const MatchumHedgeSigns order[] = { MATCHUM_HEDGE_SIGN_RETREAT, MATCHUM_HEDGE_SIGN_HEDGE,
                                             MATCHUM_HEDGE_SIGN_INSTEAD, MATCHUM_HEDGE_SIGN_DENIAL };
  Tools *tools = get_tools ();
  guint32 possible = matchum_word_table_find_within (&tools->word_table, text, length);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (signs); k++)
      {
        g_autoptr (GMatchInfo) info = NULL;
        g_autofree char *matched = NULL;

        if (signs[k].sign != order[i] || (possible & (1u << k)) == 0
            || !g_regex_match_full (matchum_pattern_set_get (&tools->pattern_set, k), text, (gssize) length, 0, 0,
                                    &info, NULL))
          continue;
        matched = g_match_info_fetch (info, 0);
        return read_kind (&signs[k], matched != NULL ? matched : "");
      }
  return MATCHUM_HEDGE_KIND_NONE;
}
