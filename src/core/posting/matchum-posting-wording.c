/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges lines by how they begin and end, as requirements, duties and introductions do in Korean and English. */
#include "config.h"

#include "posting/matchum-posting-wording.h"

#include <string.h>

#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

/* So many bytes at either end of a line are looked at. */
#define REACH 320

/* Endings, beginnings and words, divided by |. */

static MatchumWordList ask_endings = MATCHUM_WORD_LIST (
    "봤어요|봤습니다|적이 있어요|적이 있습니다|수 있어요|수 있습니다|경험이 있어요|"
    "분|분들|경험|경험자|유경험자|경력|경력자|능력|역량|이해|이해도|이해력|지식|가능|가능자|능숙|능숙자|능통|"
    "능통자|보유|보유자|소지자|소지|자격증|학위|전공|전공자|이상|우대|필수|무관|졸업|졸업자|졸업예정자|"
    "졸업 예정자|사람|자세|태도|마인드|관심|열정|숙련|숙련자|숙달|스킬|실력|이력|실적|수상|게재|있음|유창|회화|"
    "해박|감각|성향|있으면 돼요|있으면 됩니다|있어야 해요|있어야 합니다|필요해요|필요합니다|할 줄 알아요|"
    "익숙해요|능숙해요|수 있어야 해요|취득자|출신|수료|수료자|합격자|면허|면허증|자격|자격 보유|이수|이수자|이수증|"
    "숙지|숙지자|사용자|배경|우수자|전역자|유단자|전공생|재학생|졸업생|거주자|희망자|성격|책임감|꼼꼼함|친화력|"
    "다면|이라면|으시면|하시면|적극성|성실성|성실함|체력|영어|일본어|중국어|독일어|프랑스어|스페인어|활용능력|구사|"
    "구사자|구사 능력|없는 자|"
    "있는 자|가진 자|갖춘 자|한 자|하는 자|된 자|없을 것|있을 것|일 것|가능할 것|필할 것|군필|병역필|면제자|미필|"
    "해당자|대상자|장애인|동료|인재|experience|required|preferred|a plus|skills|"
    "degree|knowledge|mindset|fluency|background|or above|or higher|or equivalent|certificate|certification|licence|"
    "license|qualification|qualifications|expertise|proficiency|literacy|years|attitude|attention to "
    "detail|familiarity|"
    "credentials|track record|registration|competence|awareness|aptitude|english|korean|japanese|mandarin|chinese|"
    "german|french|spanish|a bonus|desirable|essential|advantageous");

static const char ask_words[] =
    "+ year|분이면 좋겠|분이어야|분만 지원|분만 받|사람이면 좋겠|"
    "년 이상|년차 이상|개월 이상|경험이 있|경험이 많|경험을 보유|경험을 가|에 대한 이해|에 능숙|에 능통|에 익숙|이 "
    "가능|가 가능|할 수 있|학사|"
    "석사|박사|전공|자격증|면허|결격사유|해 본 |해본 |써 본 |써본 |다뤄 본 |다뤄본 |이수한|중급 이상|급 이상|"
    "보셨어야|본 경험|온 경험|본 적이|보셨으면|회 이상|편 이상|건 이상|초대졸|대졸|고졸| years | year of |years'| yrs "
    "| degree | experience with | experience in | experience of | "
    "experience building |"
    " experience designing | experience as | hands-on | proficien| knowledge of | understanding of | familiar with | "
    "familiarity with |"
    " ability to | able to | comfortable with | expertise in | background in | equivalent | fluent | you know | you "
    "have |"
    " you've | you can | you are | you're | you enjoy | you write | you care | track record | exposure to | "
    "certifi|bachelor|master's|"
    " phd| bsc| msc| beng| meng| right to work| licence | license | qualified | chartered | accredited | second nature|"
    " qualification| eligible | willing";

static MatchumWordList ask_beginnings = MATCHUM_WORD_LIST (
    "experience|experienced|strong|proficien|knowledge|understanding|familiar|ability|able to|solid|deep|proven|fluen|"
    "excellent|good |great |expert|working knowledge|hands-on|demonstrated|demonstrable|a "
    "degree|degree|bachelor|master|phd|bsc|msc|ba |bs |beng|meng|llb|llm|mba|"
    "ms |minimum|at least|comfortable|comfort |a track record|track "
    "record|passion|curio|exposure|previous|prior|background|evidence of|an eye for|a record|"
    "someone who|you have|you've|you are|you're|you can|you know|you write|you enjoy|you love|you "
    "care|you bring|you hold|you like|you think|you understand|you speak|you read|you want|you want to|you will have|"
    "you must|you should|competen|advanced|"
    "confident|must|willing|native|business-level|business level|conversational|skilled|certif|extensive|practical|"
    "some experience|right to work|"
    "any experience|interest in|an interest|a genuine|a keen|a good |a strong|a solid|a working|a driving|a full |a "
    "valid|"
    "self-|detail-|team player|eligib|enthusias|commitment|calm |patien|has |holds |can |is |likes |loves |knows |"
    "have |hold |chartered|qualified|registered|licensed|licence|license|fully |meticulous|resilien|flexib|empath|"
    "1+|2+|3+|4+|5+|6+|7+|8+|9+|10+|12+|15+");

static MatchumWordList duty_endings = MATCHUM_WORD_LIST (
    "개발|운영|구축|개선|설계|분석|관리|고도화|최적화|수립|작성|제공|지원|수행|연구|기획|도입|전환|구현|유지보수|"
    "모니터링|자동화|정의|"
    "협업|적용|리딩|점검|대응|제안|추출|측정|검증|도출|배포|집행|제작|설정|정리|확대|강화|발굴|실험|평가|작업|업무|"
    "조율|총괄|담당|검수|검사|상담|응대|판매|진열|정산|신고|자문|대리|번역|교정|교열|감수|피드백|촬영|편집|채점|지도|"
    "수업|교육|훈련|배송|배차|적치|피킹|패킹|입고|출고|출하|조립|시공|감리|설치|시운전|보수|정비|수리|세척|조리|조제|"
    "투약|간호|돌봄|케어|보고|등록|발행|마감|결산|감사|기장|조정|개척|영업|협상|체결|수주|홍보|섭외|진행|참여|보조|"
    "인솔|순찰|관제|통제|청소|수거|분류|포장|검토|조사|심사|집계|취합|준비|대행|컨설팅|협의|커뮤니케이션|셋업|튜닝|"
    "디버깅|리뷰|멘토링|코칭|육성|양성|구매|조달|발주|소싱|통관|선적|운송|실사|해석|시뮬레이션|견적|입찰|생산|가공|"
    "용접|도장|합성|배양|예방|재활|반영|의뢰|배정|배치|관찰|기록|연계|개최|계획|구성|연출|채색|모델링|리깅|최소화|"
    "극대화|활성화|표준화|내재화|안정화|효율화|향상|절감|증대|달성|창출|론칭|런칭|출시|서빙|학습|처리|해결|발주|"
    "만들어요|합니다|해요|입니다|됩니다|돼요|만듭니다|바꿔요|도와요|찾아요|냅니다|풀어요|풉니다|이끌어요|옮겨요|줄여요|"
    "옮기기|넘기기|남기기|키우기|세우기|채우기|맞추기|낮추기|갖추기|바꾸기|가꾸기|고치기|지키기|올리기|살리기|돌리기|"
    "늘리기|알리기|그리기|모으기|"
    "높여요|져요|봐요|워요|내요|써요|려요|켜요|집니다|봅니다|웁니다|섭니다|"
    "다뤄요|맡아요|맡습니다|나가요|나갑니다|챙겨요|기여해요|살펴요|하기|만들기|찾기|높이기|줄이기|이끌기|풀기|다듬기|"
    "내기|쓰기|나누기|챙기기|다지기|이루기|"
    "management|maintenance|support|planning|coordination|monitoring|reporting|preparation|administration");

/* English duties begin with these, bare ("Build"), as "Building" or as "Builds". */
static MatchumWordList duty_verbs = MATCHUM_WORD_LIST (
    "accompany|act|address|adjust|administer|advise|advocate|analyse|analyze|answer|appraise|architect|arrange|"
    "assemble|"
    "assess|assign|assist|attend|audit|author|automate|balance|bill|book|break|brief|bring|budget|build|calculate|"
    "calibrate|care|carry|catalogue|champion|chase|check|clean|close|coach|collaborate|collate|collect|communicate|"
    "compile|complete|conduct|configure|consult|contribute|control|convert|cook|coordinate|craft|create|cultivate|"
    "curate|"
    "deal|debug|decide|define|deliver|demonstrate|deploy|design|determine|develop|devise|diagnose|direct|dispatch|"
    "distribute|document|draft|drive|edit|educate|enable|enforce|engage|enhance|ensure|escalate|establish|estimate|"
    "evaluate|examine|execute|expand|experiment|explain|explore|facilitate|feed|file|find|fix|forecast|foster|fulfil|"
    "fulfill|gather|generate|give|greet|grow|guide|handle|help|hire|host|identify|implement|improve|inform|initiate|"
    "inspect|install|instruct|integrate|interpret|interview|introduce|investigate|iterate|keep|label|launch|lead|"
    "liaise|listen|load|look|maintain|make|manage|manufacture|map|mark|measure|mediate|mentor|migrate|minimise|"
    "minimize|"
    "model|monitor|motivate|move|negotiate|observe|obtain|operate|optimise|optimize|order|organise|organize|oversee|"
    "own|"
    "pack|participate|partner|patrol|perform|pick|pilot|pioneer|plan|plate|prepare|present|prevent|prioritise|"
    "prioritize|"
    "process|procure|produce|program|promote|propose|protect|prototype|provide|publish|pull|purchase|push|raise|"
    "receive|"
    "recommend|reconcile|record|recruit|reduce|refine|report|represent|research|resolve|respond|restock|review|rework|"
    "rewrite|roll|run|scale|schedule|script|sell|serve|set|shape|ship|simplify|solve|sort|source|specify|stay|steer|"
    "streamline|strengthen|structure|study|supervise|supply|support|survey|tailor|take|teach|test|track|train|"
    "transform|"
    "translate|transport|triage|troubleshoot|tune|turn|tutor|uncover|undertake|update|upgrade|use|validate|verify|"
    "visit|"
    "walk|watch|weigh|win|work|write");

/* Nouns and the like. */
static MatchumWordList things_in_ing = MATCHUM_WORD_LIST (
    "willing|understanding|outstanding|following|including|according|nothing|something|everything|anything|during|"
    "training|parking|housing|clothing|learning|catering|funding|morning|evening|engineering|marketing|accounting|"
    "banking|manufacturing|programming|nursing|teaching|lighting|plumbing|building|meeting|working|existing|ongoing|"
    "advertising|consulting|purchasing|nothing|wellbeing|exciting|interesting|amazing|leading|growing|challenging|"
    "starting|closing|opening|speaking|reading|writing|pricing|hearing|feeling|seeking|looking|offering|matching|"
    "rolling|enterprising|pleasing|caring|welcoming|inspiring|promising|booking|commuting|travelling|traveling");

static const char offer_words[] =
    "휴가|포인트|보험|지원금|식대|식비|간식|건강검진|경조|상여|스톡옵션|인센티브|퇴직연금|최신 장비|최고 "
    "사양|맥북|노트북|모니터 |도서비|교육비|"
    "재택|출퇴근|할인|복지|수당|지급|축하금|명절|자기계발|학자금|동호회|워크숍|워크샵|구독|리프레시|안마|주차|어린이집|"
    "퇴직금|연차|반차|안식|기숙사|통근|셔틀|유류비|통신비|주거|사택|식사|조식|중식|석식|야식|휴양|콘도|성과급|보너스|"
    "만 원|만원|응시료|무제한|전액|근속|생일|선택근무|유연근무|원격근무|사내 카페|구내식당|종합검진|대출|이주비|무료|"
    "연금|육아휴직|축하|선물| "
    "leave|holiday|vacation|pension|insurance|"
    "health|dental|budget|equity|stock option|share option|parental|laptop|macbook|gym|lunch|snack|days off|stipend|"
    "allowance|401(k)|discount|cover for|paid |sabbatical|wellness|£|€|$|flexible|home-office|home "
    "office|childcare|retreat|bonus |unlimited|pto|vision|accommodation|meals|uniform|"
    "gathering|salary|fees paid|fees|time off|relocation|profits";

static const char step_words[] =
    "전형|면접|인터뷰|사전 과제|과제 |코딩 테스트|코딩테스트|서류|합격|입사|처우 협의|처우협의|레퍼런스|온보딩|결과 "
    "안내|커피챗|아트테스트|채용 시|상시채용|시험|결과 통보|개별 통보|개별 연락|interview| call |"
    "intro call|screen|offer|take-home|take home|onsite|on-site|panel|pairing|exercise|conversation with|stage|round |"
    "reference|whiteboard|meet the team|application|final offer|assessment|recruiter|hiring manager| minutes| phone "
    "call|trial shift|work sample";

/* Other lines are meant. */
static const char pointers[] =
    "아래에 해당|아래와 같은|아래 사항|아래의 |아래 조건|아래 항목|아래 자격|아래 역량|아래 내용|다음에 해당|다음과 "
    "같은|다음 조건|다음 항목|"
    "다음 중|다음의 |이래야 |위의 조건|위 조건|위 사항|위 항목|위 내용|위의 |이런 분을 찾|이런 분들을 찾|"
    "이런 분을 모|이런 분과 함께|이런 분들과|이런 분을 기다|걱정|"
    "않아도 괜찮|아니어도 괜찮|없어도 괜찮|않아도 됩|않아도 돼|없어도 됩|없어도 돼|않아도 "
    "지원|아니더라도|않더라도|전부 만족|모두 만족|모두 충족|"
    "전부 충족|모든 조건|모든 항목|망설이지|주저하지|"
    "following|below|listed above|all of the above|of the above|apply anyway|still apply|encourage you|don't worry|"
    "do not worry|you don't need|you do not need|don't meet|do not meet|tick every|every box|if this sounds|sound like "
    "you|sounds like you";

/* People are called for. */
static const char calls[] =
    "를 찾습니다|을 찾습니다|를 찾아요|을 찾아요|를 찾고 있|를 모십니다|을 모십니다|동료를 찾|분을 찾|분을 모|분과 "
    "함께|분들과 함께|기다립니다|기다려요|기다리고 있|지원해 주세|지원해주세|지원해 보|"
    "지원해보|지원하셔도|지원하실 수|연락 주|연락주|환영합니다|환영해요|참고해 주|참고해주|확인해 주|확인해주|"
    "we are looking for|we're looking for|we look for|"
    "we'd love to hear|we would love to hear|we'd like|please apply|get in touch|we want someone|"
    "we need someone|you'll be a good fit|you will be a good fit|you might be";

static const char demands[] =
    "분이면 좋겠|분이었으면|분이셨으면|사람이면 좋겠|있어야 합|있어야 해|있어야 하|있으셔야|계셔야|하셔야 합|하셔야 "
    "해|갖춰야|갖추어야|갖추셔야|이어야 합|이어야 해|"
    "이어야 하|여야 합니다|여야 해요|되어야 합니다|야 합니다|분만 지원|분만 받|필수입니다|필수예요|필수이며|꼭 필요합|"
    "꼭 필요해|반드시 필요|필요합니다|필요해요|필요하며|필요하고|요구됩니다|요구합니다|소지해야|보유해야|소지하셔야|"
    " you must | you will need | you'll need | you need to | you need a| you do need | must have | must be | must hold "
    "| "
    "must bring | must also | should have | should hold | should be able | need to have | need to be able | is "
    "essential"
    "| are essential| is a must| is required| are required| is mandatory| we require | we expect you to | we ask for |"
    "applicants should|candidates should|look for people who|looking for people who|looking for someone who|candidates "
    "must|applicants must| you should | a prerequisite| is necessary|"
    " someone with | someone who has | who has | you will have | you'll have | we expect ";

static const char wishes[] =
    "보셨다면|하셨다면|으셨다면|신다면 |시다면 |수월합|수월해|유리합|유리해|우대|도움이 됩|도움이 돼|도움이 "
    "될|반깁니다|반겨|반갑|반가워|환영|점수를 더|가산점|가점|있으면 좋|있다면 좋|"
    "계시면 좋|있으면 더|있다면 더|면 더 좋|면 더욱|더욱 좋|금상첨화|필수는 아|꼭은 아|필수가 아|플러스|선호| is a "
    "plus| "
    "a bonus| bonus if| would be a | would be an | would be great| would be nice| would be lovely| would be welcome| "
    "would be glad| would be useful| nice to have| preferred| desirable| an advantage| not essential| not necessary| "
    "not "
    "required| not a must|ideally| is helpful| be helpful| good to have| great to have| happy to see| would help| "
    "helps "
    "if| love to see| advantageous| be welcome| is welcome| are welcome| beneficial| a pleasure| not mandatory| "
    "optional";

/* What people have. */
static const char holdings[] =
    "년 넘|오신 분|보신 분|본 분|경력이|경력을|경력 |경험이|경험을|경험 "
    "|자격증|자격이|자격을|면허|학위|전공|졸업|이수|능력|역량|년 이상|소지|유창|"
    "능통|능숙|숙련|보유| experience| degree| licen|certifi| qualif| years| registered| fluent| skills| knowledge| "
    "track "
    "record| right to work| able to | ability | background";

static const char conditions[] =
    "주 5일|주5일|출근|퇴근|근무시간|근무 시간|월급|연봉|급여|시급|정규직|계약직|수습|월 2|만원|만 원|호봉|교대|근무지|"
    "부터 | per week | per hour | a year | salary | contract | permanent | full-time | full time | part-time | hybrid "
    "| "
    "remote | based in | a week ";

static const char addresses[] =
    "보내 주|보내주|제출|접수|문의|연락|참고해|확인해|유의|기재|첨부|클릭|말아 주|지워|바랍니다|불이익|취소|반환|파기|"
    " please | apply | submit | e-mail us| email us| e-mail your| email your| contact us| click | upload | write to | "
    "call us | cover letter | send ";

static const char undertakings[] =
    "맡습니다|맡게 됩|맡게 돼|맡아요|맡아 "
    "주|담당합니다|담당하게|담당해요|책임집니다|책임지고|책임져|하게 됩니다|하게 돼요|"
    "하시게 됩|수행합니다|수행하게|대표합니다|꾸려 주|이끌어 주|관리합니다|진행합니다| you will | "
    "you'll | in this role |"
    " role involves | responsible for | in this post | your job is | your day ";

/* Words that say something wherever they stand. */
static const MatchumWordGroup groups[] = {
  { ask_words, MATCHUM_WORDING_ASKS },        { offer_words, MATCHUM_WORDING_OFFERS },
  { step_words, MATCHUM_WORDING_STEPS },      { pointers, MATCHUM_WORDING_POINTS },
  { calls, MATCHUM_WORDING_CALLS },           { demands, MATCHUM_WORDING_DEMANDS },
  { wishes, MATCHUM_WORDING_WISHES },         { holdings, MATCHUM_WORDING_HOLDS },
  { undertakings, MATCHUM_WORDING_TAKES_ON }, { conditions, MATCHUM_WORDING_CONDITION },
  { addresses, MATCHUM_WORDING_ADDRESS },
};

static MatchumWordTable anywhere = MATCHUM_WORD_TABLE (groups);

static MatchumWordList address_beginnings =
    MATCHUM_WORD_LIST ("apply|send |submit |click|sign |email |e-mail |contact |reply |share |save |follow "
                       "|subscribe|upload |please |if you "
                       "|don't |do not |let us|tell us|to apply");

/* What may befall those who apply. */
static MatchumWordList warning_endings = MATCHUM_WORD_LIST (
    "될 수 있습니다|질 수 있습니다|않을 수 있습니다|어려울 수 있습니다|될 수도 있습니다|될 수 있음|않을 수 있음|"
    "질 수 있음|될 수 있어요|않을 수 있어요|질 수 있어요|어려울 수 있어요");

/* What is asked of the reader, not of whom they look for. */
static MatchumWordList bid_endings =
    MATCHUM_WORD_LIST ("주세요|주십시오|주시기 바랍니다|하시기 바랍니다|주시면 됩니다|주시면 돼요");

/* Who is hiring speaks of itself. */
static MatchumWordList own_beginnings =
    MATCHUM_WORD_LIST ("we |we're |we'll |we've |our |unfortunately|저희는 |저희 회사는|우리는 |당사는 ");

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
                                                       "as|including|tools like|things like|systems like|languages "
                                                       "like|frameworks like|e.g.|&|/|at|into|that|which|who|your|our|"
                                                       "is|are|between|·|+");

static MatchumWordList sentence_endings = MATCHUM_WORD_LIST (
    "니다|게요|께요|어요|아요|해요|예요|에요|세요|돼요|워요|려요|죠|네요|까요|나요|가요|져요|봐요|줘요");

static MatchumWordList preferred_endings = MATCHUM_WORD_LIST (
    "우대|우대함|우대합니다|우대해요|우대하겠습니다|우대 예정|우대 사항|우대사항|우대됩니다|우대돼요|있으면 "
    "좋음|있으면 좋겠어요|"
    "있으면 좋겠습니다|있다면 좋습니다|있다면 좋아요|있으면 좋습니다|있으면 좋아요|있으면 더 좋아요|"
    "있으면 더 좋습니다|있으면 더욱 좋습니다|있으면 더욱 좋아요|면 더 좋습니다|면 더 좋아요|면 더욱 좋습니다|"
    "면 더욱 좋아요|면 금상첨화|선호|선호합니다|선호해요|가산점|가점|플러스|환영|preferred|is preferred|a plus|"
    "a big plus|a huge plus|a strong plus|a bonus|nice to have|nice-to-have|good to have|desirable|desired|"
    "is advantageous|an advantage|is optional|optional|but not required|not required|beneficial|is helpful|"
    "would go a long way|go a long way|tell us|is a bonus|is welcome|are welcome|would help|helps|is handy|반갑습니다|"
    "반가워요|반깁니다|반겨요|도움이 됩니다|도움이 돼요|환영합니다|환영해요|a nice extra|would be great|would be "
    "nice|pluses|strongly preferred");

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
  static const gboolean closing[256] = {
    [' '] = TRUE, ['.'] = TRUE, ['!'] = TRUE,  ['?'] = TRUE, ['~'] = TRUE, [';'] = TRUE, [':'] = TRUE, ['*'] = TRUE,
    ['_'] = TRUE, ['"'] = TRUE, ['\''] = TRUE, [')'] = TRUE, [']'] = TRUE, ['}'] = TRUE, ['>'] = TRUE,
  };

  return closing[(guchar) c];
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
typedef struct {
  const char *text;
  gsize inner; /* without marks, those that close brackets among them */
  gsize outer; /* without what stands in brackets at the end; inner where nothing does */
} Ends;

static Ends
find_ends (const char *folded)
{
  const gsize length = strlen (folded);
  Ends ends = { folded, length, trim_brackets (folded, length) };

  while (ends.inner > 0 && is_closing_mark (folded[ends.inner - 1]))
    ends.inner--;
  return ends;
}

static gboolean
ends_with_one (const Ends *ends, MatchumWordList *words)
{
  return matchum_word_list_ends (words, ends->text, ends->inner)
         || (ends->outer != ends->inner && matchum_word_list_ends (words, ends->text, ends->outer));
}

static const char *
skip_marks (const char *folded)
{
  while (*folded == ' ' || *folded == '*' || *folded == '_' || *folded == '"' || *folded == '\'')
    folded++;
  return folded;
}

/* "도보 5분" */
static gboolean
ends_with_minutes (const Ends *ends)
{
  const gsize n = strlen ("분");

  return ends->outer > n && memcmp (ends->text + ends->outer - n, "분", n) == 0
         && g_ascii_isdigit (ends->text[ends->outer - n - 1]);
}

/* The bare form of an English word: "building" and "builds" give "build". */
static gboolean
is_form_of (MatchumWordList *verbs, const char *word, gsize length)
{
  char base[24];

  if (length < 2 || length + 2 > sizeof base)
    return FALSE;
  if (matchum_word_list_holds (verbs, word, length))
    return TRUE;
  memcpy (base, word, length);
  if (base[length - 1] == 's')
    return matchum_word_list_holds (verbs, base, length - 1)
           || (length > 4 && base[length - 2] == 'e' && matchum_word_list_holds (verbs, base, length - 2));
  if (length < 6 || memcmp (base + length - 3, "ing", 3) != 0)
    return FALSE;
  length -= 3;
  if (matchum_word_list_holds (verbs, base, length)
      || (base[length - 1] == base[length - 2] && matchum_word_list_holds (verbs, base, length - 1)))
    return TRUE;
  base[length] = 'e';
  return matchum_word_list_holds (verbs, base, length + 1);
}

/* "It is also nine years old" */
static gboolean
tells_age (const char *folded)
{
  const char *year = strstr (folded, "year");

  return year != NULL
         && (strstr (year, "years old") != NULL || strstr (year, "years ago") != NULL
             || strstr (year, "year-old") != NULL);
}

/* "Settling residents for the night", of whatever verb. */
static gboolean
is_gerund (const char *word, gsize length)
{
  return length >= 7 && word[length] == ' ' && memcmp (word + length - 3, "ing", 3) == 0
         && !matchum_word_list_holds (&things_in_ing, word, length);
}

/* "Build …", "Proactively manage …", "You will lead …" */
static gboolean
begins_with_verb (const char *start)
{
  static const char *const leads[] = { "you will ", "you'll ", "to ", "and ", "also ", "then " };
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      const gsize n = strlen (leads[i]);

      if (*start == *leads[i] && strncmp (start, leads[i], n) == 0)
        {
          start += n;
          break;
        }
    }
  length = strspn (start, "abcdefghijklmnopqrstuvwxyz");
  if (length > 4 && start[length] == ' ' && memcmp (start + length - 2, "ly", 2) == 0)
    {
      start += length + 1;
      length = strspn (start, "abcdefghijklmnopqrstuvwxyz");
    }
  return (guchar) start[length] < 0x80 && start[length] != '\''
         && (is_form_of (&duty_verbs, start, length) || is_gerund (start, length));
}

static gboolean
has_question_word (const char *folded)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("what |what's |how |who |where |why |is this |are you ");

  return matchum_word_list_begins (&words, folded, strlen (folded));
}

static gboolean
asks_at_an_end (const Ends *ends, const char *start)
{
  return ends_with_one (ends, &ask_endings) || matchum_word_list_begins (&ask_beginnings, start, strlen (start));
}

static gboolean
asks (const char *folded, const char *start)
{
  const Ends ends = find_ends (folded);

  if (ends_with_minutes (&ends))
    return FALSE;
  return asks_at_an_end (&ends, start) || (matchum_word_table_find (&anywhere, folded) & MATCHUM_WORDING_ASKS) != 0;
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
  const char *first = strchr (folded, '(');
  gint depth = 0;

  for (const char *p = first != NULL ? first : ""; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
    }
  return depth > 0;
}

static gboolean
breaks_off (const char *folded)
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
         && !matchum_word_list_ends (&preferred_endings, folded, outer) && asks (folded, skip_marks (folded));
}

/* A line that holds both words, "BSc required, MSc preferred", is left to its section. */
static guint32
find_mark (const char *start)
{
  const gsize length = strlen (start);
  const Ends ends = find_ends (start);
  const gboolean is_preferred =
      matchum_word_list_begins (&preferred_beginnings, start, length) || ends_with_one (&ends, &preferred_endings);
  const gboolean is_required =
      matchum_word_list_begins (&required_beginnings, start, length) || ends_with_one (&ends, &required_endings);

  if (is_preferred && !is_required)
    return is_aside_in_brackets (start) || strstr (start, " required,") != NULL || strstr (start, "필수,") != NULL
               ? 0
               : MATCHUM_WORDING_PREFERRED;
  return is_required && !is_preferred ? MATCHUM_WORDING_REQUIRED : 0;
}

static guint32
find_letters (const char *folded)
{
  static const guint32 letters[256] = {
    ['a' ... 'z'] = MATCHUM_WORDING_LATIN,
    ['A' ... 'Z'] = MATCHUM_WORDING_LATIN,
    ['0' ... '9'] = MATCHUM_WORDING_DIGIT,
    [0xea ... 0xed] = MATCHUM_WORDING_HANGUL, /* the first bytes of its syllables */
  };
  guint32 wording = 0;

  for (const char *p = folded; *p != '\0'; p++)
    wording |= letters[(guchar) *p];
  return wording;
}

static guint32
set_if (gboolean is_so, MatchumWording bit)
{
  return is_so ? (guint32) bit : 0;
}

guint32
matchum_wording_judge (const char *folded)
{
  const char *start = skip_marks (folded);
  const gsize length = strlen (start);
  const Ends ends = find_ends (folded);
  guint32 wording = find_letters (folded) | find_mark (start);

  wording |= matchum_word_table_find (&anywhere, folded);
  if (ends_with_minutes (&ends) || tells_age (folded))
    wording &= ~(guint32) MATCHUM_WORDING_ASKS;
  else if (ends_with_one (&ends, &warning_endings))
    wording = (wording & ~(guint32) MATCHUM_WORDING_ASKS) | MATCHUM_WORDING_ADDRESS;
  else
    wording |= set_if (asks_at_an_end (&ends, start), MATCHUM_WORDING_ASKS);
  wording |= set_if (ends_with_one (&ends, &duty_endings) || begins_with_verb (start), MATCHUM_WORDING_DOES);
  wording |= set_if (matchum_wording_is_sentence (folded), MATCHUM_WORDING_SENTENCE);
  wording |= set_if (breaks_off (folded), MATCHUM_WORDING_BREAKS_OFF);
  wording |= set_if (has_question_word (folded), MATCHUM_WORDING_QUESTION);
  wording |= set_if (length > 0 && start[length - 1] == '.', MATCHUM_WORDING_STOPS);
  wording |= set_if (length > 0 && start[length - 1] == '?', MATCHUM_WORDING_ASKS_BACK);
  wording |=
      set_if (ends_with_one (&ends, &bid_endings) && strstr (folded, "면 ") == NULL && strstr (folded, ". ") == NULL,
              MATCHUM_WORDING_BIDS);
  wording |= set_if (matchum_word_list_begins (&own_beginnings, start, length), MATCHUM_WORDING_OWN);
  wording |= set_if (matchum_word_list_begins (&address_beginnings, start, length), MATCHUM_WORDING_ADDRESS);
  return wording;
}

gboolean
matchum_wording_introduces (guint32 wording)
{
  return (wording & MATCHUM_WORDING_POINTS) != 0
         || ((wording & MATCHUM_WORDING_CALLS) != 0
             && (wording & (MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_DEMANDS)) == 0);
}
