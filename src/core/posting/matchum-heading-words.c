/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of headings. Whole phrases are looked up; what no list holds is judged by its stems, first match wins. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-heading-words.h"

#include <string.h>

#include "text/matchum-byte-window.h"

typedef enum {
  FLAG_NONE = 0,
  FLAG_WEAK = 1 << 0,
  FLAG_ASK = 1 << 1,
  FLAG_LOOSE = 1 << 2,
} Flags;

typedef struct {
  MatchumPostingKind kind;
  Flags flags;
  const char *words; /* divided by | */
} Words;

/* Whole headings. Case, spaces, punctuation and emoji do not matter. */
static const Words phrases[] = {
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    "자격요건|자격조건|지원자격|지원요건|지원조건|필수자격|필수요건|필수사항|필수조건|필수자격조건|필수자격요건|"
    "지원자격필수|"
    "지원자격및요건|자격요건및역량|자격사항|자격기준|기본조건|기본자격|기본요건|필요역량|필요역량및경험|필요자격및기술|"
    "필요자격|필요요건|필수기술|필수역량|필수경험|필수경험과역량|필수경험및역량|핵심역량및기술|핵심역량|요구경험|"
    "요구역량|"
    "요구사항|필요지식|필요지식및기술|요구조건|요구기술|경력요구사항|경력기술요건|지원대상|응시자격|응모자격|모집요건|"
    "채용요건|직무요건|"
    "기술요건|"
    "지원가능자격|자격및경험|자격|필수|필수요소|이런분을찾고있어요|이런분을찾고있습니다|이런분을찾습니다|"
    "이런분을찾아요|"
    "이런분들을찾고있어요|이런분을모시고싶어요|이런분을모시고있어요|이런분을모십니다|이런분을기다립니다|"
    "이런분을기다려요|"
    "이런분과함께하고싶어요|이런분과함께하고싶습니다|이런분과일하고싶어요|이런분이필요합니다|이런분이필요해요|"
    "이런역량을가진분을찾아요|이런역량을가지신분을찾습니다|이런자격을갖춘분을찾고있어요|이러한분을찾고있어요|"
    "우리가찾는분|"
    "저희가찾는분|찾고있는분|찾는사람|이런분|우리는이런사람을원합니다|이런기술이필요해요|이런분이에요|"
    "지원자격을꼭확인해주세요|해당되신다면지원해주세요|아래의모든자격요건들을갖추신분|다음중하나이상을만족하시는분|"
    "함께하고싶은분|함께일하고싶은분|인재상|원하는인재상" },
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    "requirements|requirement|job requirements|key requirements|qualifications|required qualifications|"
    "minimum qualifications|basic qualifications|key qualifications|required skills|required experience|"
    "required skills and experience|required|must have|must haves|what were looking for|what we are looking for|"
    "what we look for|who were looking for|who we are looking for|who you are|about you|what you have|"
    "what you bring|what youll bring|what you will bring|what youll need|what you will need|what you need|"
    "you have|you are|you bring|essential|essentials|essential criteria|essential skills|minimum requirements|"
    "must|musts|the musts|must haves and skills|basic requirements|skills and qualifications|qualifications and "
    "skills|skills and experience|"
    "experience and skills|your profile|your skills|your experience|your background|the ideal candidate|"
    "ideal candidate|candidate profile|person specification|eligibility|prerequisites" },
  { MATCHUM_POSTING_REQUIRED, FLAG_WEAK,
    "학력|경력|경험|역량|학력경력|경력학력|성별연령|연령|나이|성별|병역|외국어|면허|자격증|자격면허|어학능력|전공계열|"
    "기술역량|직무역량|학력및경력|경력및학력|학력및전공|전공|어학|경험역량|기술|지식|태도|"
    "소프트스킬|"
    "하드스킬|skill knowledge|experiences|experience|education|technical skills|soft skills|knowledge|languages|"
    "certifications|certificates|licences|licenses|licences and certificates|education and experience" },
  { MATCHUM_POSTING_PREFERRED, FLAG_NONE,
    "우대사항|우대요건|우대조건|우대자격|우대경험|우대역량|우대경험역량|우대사항및역량|우대기술|우대경력|선호조건|"
    "선호역량|"
    "선호사항|우대내용|가점사항|선호경험|선호요건|기본우대|우대|선택사항|선택요건|가산점|가점사항|이런분이면더좋아요|"
    "이런분이면더좋습니다|"
    "이런분이면좋습니다|이런분이면더더욱환영해요|이런분이라면더욱환영해요|이런분들은더좋습니다|이런분이시라면더좋아요|"
    "이런분이오시면좋아요|이러한분이면더욱좋아요|이런경험이있다면더좋아요|이런경험이있으시면더욱좋아요|"
    "이런경험이있다면꼭알려주세요|이런경험을우대합니다|있으면좋은경험|있으면더좋은경험|있으면좋은역량|있으면좋아요|"
    "저희가우대하는분들은|이런역량을가지신분을우대합니다|해당되신다면더욱좋아요|이번채용은이런분을우대해요|더좋아요|"
    "이런점이있으면더좋아요|이런분을우대해요|이런분을우대합니다" },
  { MATCHUM_POSTING_PREFERRED, FLAG_NONE,
    "preferred|preferred qualifications|preferred skills|preferred experience|preferred requirements|"
    "preferred skills and experience|nice to have|nice to haves|good to have|great to have|bonus|bonus points|"
    "bonus skills|plus|pluses|a plus|plus if you have|desired skills|desired|desired qualifications|"
    "desired experience|desirable|desirable criteria|desirable skills|extra credit|even better|even better if|"
    "additional qualifications|optional|its a plus if|ideally|want|wants|handy to have|useful|useful to have|"
    "desirables|nice|would be nice|good extras" },
  { MATCHUM_POSTING_DUTY, FLAG_NONE,
    "주요업무|주요업무및역할|주요역할|주요직무|주요과업|주요책임|담당업무|담당업무내용|담당업무및역할|담당역할|"
    "담당직무|"
    "담당하실업무|담당하게될일|담당하게될업무|맡게될업무|맡게될일|맡으실업무|맡으실일|하게될일|하게될업무|수행업무|"
    "수행직무|업무내용|근무내용|작업내용|업무안내|업무소개|업무|하실일|하실업무|하는일|역할|역할과책임|책임과역할|"
    "직무상세|"
    "직무내용|"
    "상세업무|세부업무|이런일을해요|이런일을합니다|이런일을하게됩니다|이런일을하게돼요|이런일을함께해요|이런업무를해요|"
    "이런업무를합니다|이런업무를담당해요|이런업무를함께할예정이에요|합류하면함께할업무예요|합류하면함께할업무에요|"
    "합류하면함께할업무입니다|합류하면담당할업무|합류하면아래와같은업무를하게됩니다|함께담당하게될업무입니다|"
    "저희와함께하시게될일들이에요|우리는이런일을합니다|오시면이런업무를하게되실거예요|입사하시면경험하실업무입니다|"
    "함께할미션을소개합니다|에서는이런일을해요" },
  { MATCHUM_POSTING_DUTY, FLAG_NONE,
    "responsibilities|key responsibilities|main responsibilities|your responsibilities|core responsibilities|"
    "roles and responsibilities|role and responsibilities|duties|duties and responsibilities|key duties|"
    "main duties|job duties|what youll do|what you will do|what youll be doing|what you will be doing|"
    "what youll work on|what you do|youll|you will|your role|role|your mission|your impact|essential functions|"
    "day to day|your day to day|key tasks|tasks|your tasks|accountabilities|"
    "key accountabilities|in this role you will|in this role youll|the job|mission|the mission|the work|main tasks|"
    "main duties of the job|job purpose and duties|in this post you will|in this post you would" },
  { MATCHUM_POSTING_DUTY, FLAG_WEAK, "job description|full job description" },
  { MATCHUM_POSTING_STACK, FLAG_NONE,
    "기술스택|기술스택툴|사용툴|사용도구|스킬|개발환경|기술환경|이러한툴을활용해요|상세기술|주요기술|사용기술|"
    "사용기술스택|"
    "활용기술|tech stack|technology stack|our tech stack|our stack|technologies|the stack|stack|tools|"
    "technologies we use|tools we use" },
  { MATCHUM_POSTING_STACK, FLAG_WEAK, "skills" },
  { MATCHUM_POSTING_BENEFIT, FLAG_NONE,
    "혜택및복지|복지및혜택|혜택|복지|복리후생|복리후생제도|복지제도|복지혜택|복지및문화|문화및복지|근무환경및복지|"
    "이런혜택을드려요|이런혜택이있어요|자기계발|휴가제도|성장지원|보상및복지|보상|처우|처우및복지|지원제도|benefits|"
    "perks|perks and benefits|benefits and perks|what we offer|we offer|our offer|compensation|"
    "compensation and benefits|what you get|what youll get|whats in it for you|our benefits|give|package|"
    "the package|대우|대우사항|복리|후생" },
  { MATCHUM_POSTING_PROCESS, FLAG_NONE,
    "전형|절차|선발절차|선발방법|심사방법|심사|일정|채용절차|채용프로세스|채용과정|채용전형|채용일정|전형절차|"
    "전형절차및일정|전형과정|전형방법|전형안내|전형일정|"
    "모집절차|"
    "지원및진행절차|지원절차|지원방법|지원하는방법|접수방법|합류여정|합류과정|합류프로세스|합류절차|이렇게합류해요|"
    "이렇게합류하게돼요|채용은이렇게진행돼요|인재영입프로세스|이런여정을거치게되실거예요|로의합류여정|hiring process|"
    "selection steps|interviews|our hiring process|interview process|our interview process|recruitment "
    "process|selection process|"
    "application process|how to apply|how we hire|the process|next steps|process" },
  { MATCHUM_POSTING_OTHER, FLAG_NONE,
    "회사소개|기업소개|팀소개|조직소개|부서소개|서비스소개|제품소개|포지션상세|"
    "모집개요|"
    "모집요강|"
    "공고개요|합류하게될팀에대해알려드려요|이런팀에서일해요|저희는이렇게일해요|이렇게일해요|우리는이렇게일해요|"
    "일하는방식|"
    "일하는문화|채용배경|기업문화|조직문화|사내문화|팀문화|about us|about the company|about the job|"
    "about the team|our company|our team|our mission|our values|our culture|how we work|"
    "the team|the company|who we are|what we do|overview|job overview|snapshot|summary|introduction|culture|"
    "why join us|why us|team" },
  /* Of the job: prose tells why it is there, a list what is to be done. */
  { MATCHUM_POSTING_OTHER, FLAG_WEAK,
    "포지션소개|직무소개|직무소개및배경|about the role|about this role|the role|the position|role overview|"
    "job summary|position summary|role summary|the opportunity" },
  { MATCHUM_POSTING_OTHER, FLAG_NONE,
    "근무조건|근무환경|업무환경|근무형태|근무제도|근무지|근무지역|근무장소|근무시간|근무시작일|근무일시|유연근무제|"
    "고용조건|"
    "고용형태|채용형태|급여조건|급여|연봉|모집부문|모집분야|모집인원|모집직종|채용인원|채용분야|"
    "이런조건에서근무할예정이에요|"
    "place of work|work location|location|hours|shifts|schedule|where and when|working hours|salary|salary "
    "range|employment type|seniority level|"
    "job function|industries|working conditions|job details|job type|contract" },
  { MATCHUM_POSTING_NOTE, FLAG_WEAK, "꼭확인해주세요|확인해주세요|참고해주세요" },
  { MATCHUM_POSTING_NOTE, FLAG_NONE,
    "결격사유|채용결격사유|임용결격사유|응시결격사유|지원결격사유|결격사항|지원제한|지원제한사항|지원자격제한|"
    "응시자격제한|응시제한|자격제한|자격제한사항|채용제한|채용제한사항|제한사항|지원불가|지원불가대상|"
    "유의사항|주의사항|참고사항|지원시참고사항|지원시유의사항|기타|기타사항|기타안내|기타정보|추가정보|안내사항|"
    "공지사항|비고|"
    "지원전꼭확인해주세요|제출서류|필수제출서류|지원서류|"
    "이력서는이렇게작성하시는걸추천해요|지원서는이렇게작성하시면좋아요|사전과제|수습기간안내|수습기간|"
    "채용서류반환절차안내|마감일|접수기간|모집기간|문의|문의처|문의사항|equal opportunity|"
    "equal opportunity employer|equal opportunities|eeo statement|eeo|notes|note|please note|"
    "additional information|other information|diversity and inclusion|privacy notice|disclaimer|contact" },
};

/* Buttons and labels that come along when a page of a job board is copied. */
static const char board[] =
    "지원하기|즉시지원|바로지원|간편지원|공유하기|공유|북마크|북마크하기|스크랩|스크랩하기|저장|인쇄|인쇄하기|팔로우|"
    "관심기업|"
    "관심기업등록|관심공고등록|지도보기|상세정보더보기|더보기|접기|펼치기|신고하기|태그|맨위로|목록|목록으로|이전공고|"
    "다음공고|"
    "채용중인포지션|이포지션을찾고계셨나요|이공고를본사람들이함께본공고|비슷한공고|추천공고|함께본공고|apply|apply now|"
    "easy apply|apply for this job|save|save job|share|share this job|show more|show less|see more|see less|"
    "report this job|report job|set alert for similar jobs|similar jobs|people also viewed|back to jobs|sign in|"
    "yes no|profile insights|heres how the job qualifications align with your profile|heres how the job details align "
    "with your profile|got it|skip to main content|본문바로가기|join now|job tags|tags|more jobs|related jobs|view all "
    "jobs|documents to download|employer certification accreditation badges|follow";

/* Pieces of such lines, where the line says nothing else. */
static const char board_pieces[] =
    "문자지원|전화걸기|다른포지션|다른채용공고|비슷한채용|유사한채용|함께본공고|많이본공고|비슷한공고|유사한공고|"
    "다른공고|다른구인|"
    "최근본채용|로그인하고|로그인하면|앱다운로드|"
    "공고신고|"
    "사업자등록번호|통신판매업|이용약관|링크복사|이전글|다음글| cookies | privacy policy | terms of use | similar jobs "
    "|"
    " similar openings | jobs you may | you may also like | people also viewed | report this job | report this advert |"
    " job alert | powered by | all rights reserved | more roles | other openings | jobs like this | more jobs | other "
    "jobs | "
    "other roles at ";

/* Stems, tried in this order. In Korean ones spaces do not count; English ones (they begin and end with a space or
 * stand against ^ or $) hold whole words. * is any words between, ^ and $ the ends of the heading. */
static const Words stems[] = {
  /* Who is kept out, in the words of what is asked. */
  { MATCHUM_POSTING_REQUIRED, FLAG_LOOSE, "결격*없|결격*아니" },
  { MATCHUM_POSTING_NOTE, FLAG_NONE,
    "결격|불가사유|채용불가|지원불가|응시불가|맞지않|어울리지않|추천하지않|추천드리지않|찾지않|자격이없는|자격없는|"
    " need to know | should know | worth knowing | good to know | not for you | isnt for you | not a fit | not the "
    "right | shouldnt apply |"
    "자격제한$|지원제한$|응시제한$|채용제한$|제한사유|제한대상|제한되는|제한됩니다$|제한돼요$|"
    "제한합니다$|지원할수없|지원하실수없|응시할수없|응시하실수없|채용할수없|채용될수없|임용할수없|임용될수없|"
    "함께할수없|"
    "함께하기어려운|지원이어려운|지원이불가| not eligible | cannot apply | cant apply | ineligible " },
  /* Both in one list: lines say for themselves which are only preferred. */
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    "자격*우대|필수*우대|요건*우대사항| required*preferred | requirements*preferred " },
  /* Sentences whose verb decides before any noun in them does. */
  { MATCHUM_POSTING_NOTE, FLAG_NONE,
    "지원시*주세요|지원하실때|지원할때|지원전에|지원하시기전|제출하실|제출해주세요$|첨부해주세요$|준비해주세요$|"
    "please dont| before you apply | when you apply | when applying " },
  { MATCHUM_POSTING_PROCESS, FLAG_NONE, "어떻게함께하게|어떻게지원|어떻게합류|어떻게진행|어떻게만나" },
  { MATCHUM_POSTING_PREFERRED, FLAG_NONE,
    "우대해드|우대합니다$|우대해요$|까지있다면|까지있으면|까지있으시|까지갖|까지해봤|까지할수있다면|도있다면|가산점|"
    "가점을|우대사항|우대조건|"
    "우대요건" },
  { MATCHUM_POSTING_OTHER, FLAG_NONE,
    "^ where youll be |^ where youll live |^ where youll work |^ who youll work | youll join | youll sit | youll work "
    "with | youll be working with |^ life " },
  { MATCHUM_POSTING_BENEFIT, FLAG_NONE,
    "약속드|약속해요$|약속합니다$|이렇게모십|이렇게모셔|이렇게대우|이렇게챙|합류하면*좋은점|입사하면*좋은점|이런점이좋|"
    "혜택|복리후생|복지|드릴수있|"
    "이런*드려요$|이런*드립니다$|이런*제공|"
    "해드려요$|"
    "해드립니다$|를드려요$|을드려요$|누릴수있|누리실|누리게|받게되|받게될| benefits | perks | we offer | in it for you "
    "|"
    "^ what you get | youll get $| you get $| youll love | you will love | youll enjoy | compensation and " },
  { MATCHUM_POSTING_OTHER, FLAG_NONE,
    "알려드|일하는방식|일하는방법|일하는문화|업무환경|업무방식|업무시간|업무문화|근무|고용형태|"
    "채용배경|"
    "우리가하는일|저희가하는일|이하는일$|가하는일$|하는곳|하는회사|하는팀이|회사가하는일|회사소개|팀소개|팀을소개|"
    "회사를소개|조직소개|"
    "서비스를소개|우리를소개|"
    "저희를소개|어떤팀|어떤회사|어떤조직|누구인가|"
    "누구일까|누구예요|누구냐면|팀은요|팀이에요$|팀입니다$|회사예요$|회사입니다$|비전$|더나은*만들|더좋은세상|"
    "세상을만" },
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    "함께하려면|함께하시려면|합류하려면|합류하시려면|어떤*면좋|어떤*면될|어떤*면충분|면*잘맞|면*지원해|면*어울|면*딱|"
    "분*잘맞|어울리는분|어울리는사람|결이맞는|잘맞는분|"
    "맞는사람|분*어울|분께*맞|"
    "분께추천|분에게*맞|분에게추천|해당되신다면*지원|이라면*"
    "도전|"
    "이라면*주저|라면*지원" },
  { MATCHUM_POSTING_PREFERRED, FLAG_NONE,
    "우대사항|우대조건|우대요건|우대자격|우대역량|우대경험|이런*우대|저희가우대|우대하는분|우대하는경험|우대해요$|"
    "이런*면*좋|이러면*좋|이러면*더|이런*면*환영|이런*면*반|이러한*면*좋|이러한*면*환영|이런*더*좋|이런*더욱|이런*"
    "더더욱|"
    "이런것도|더좋은점|없어도되지만|순풍|날개를달|양념이|감칠맛|"
    "이런점도|이런경험도|이런분도|있으면좋|있으면더|있으면*든든|있으면*힘이|있으면*반|있으면*금상첨화|있으면*플러스|"
    "있다면*좋|있다면*반|있다면*"
    "알려|있다면*환영|"
    "갖추면*좋|갖췄다면|갖추셨다면|가졌다면|가지고있다면|가지고계시면|해봤다면|해보셨다면|여기에더해|이에더해|더해지면|"
    "더하면|금상첨화|필수는아니|"
    "필수가아니|"
    "필수아니|없어도괜|없어도돼|없어도됩|없어도좋|아니어도괜|아니어도좋|눈길이|설레게|있으면*더|눈여겨|한번더보|더끌|"
    "더*반가|더*반갑|더*"
    "빛나|더*유리|"
    "꼭은아니|꼭*아니지만|꼭*아니어도|필수까지|필수라곤|덤으로|까지있다면|까지있으면|까지갖|까지해봤|이것도있|이것까지|"
    "여기까지|"
    "돋보이|점수를더|한스푼|두팔벌려|힘이되는|보탬이|반할|반기는|반길|기쁜|"
    "가산점|가점요소|플러스알파|플러스요인|선호하는|좋은경험이에요|좋은경험들|도움이되는|도움이됩니다$|도움이돼요$" },
  { MATCHUM_POSTING_REQUIRED, FLAG_ASK, "이런*다면|이런*으면|이런*라면|이런*시면|이러한*면" },
  { MATCHUM_POSTING_PREFERRED, FLAG_LOOSE,
    "우대|더좋|더욱좋|더*좋아요$|더*좋습니다$|더*좋겠|더욱|더더욱|있으시면|있으시다면|있다면|면좋|면더|면환영|면반|"
    "면플러스|"
    "가점|플러스|보너스|선호|반가워|반갑|추가로*보|추가역량|추가자격|선택" },
  { MATCHUM_POSTING_PREFERRED, FLAG_NONE,
    " you * faster $| you * further $| there faster $|"
    " preferred $|^ preferred | nice to have | nice to haves | nice if | great if | good to have | great to have |"
    "^ bonus | bonus points | bonus if |^ pluses | plus points | plus if |^ desirable |^ desired | desirables |"
    " even better | extra credit | brownie points | extra points | stand out | set you apart | sets you apart |"
    " not required | not essential | wouldnt hurt | would not hurt | doesnt hurt | does not hurt | pleased if | "
    "pleased to see | keen to hear "
    "| get excited about | excites us | extras we | wed love it if | would love it if | "
    "love to see | be great | be nice |"
    " lucky us | we can teach | can be taught | happily teach | gladly teach | happy to teach | glad to teach | can be "
    "learned | can be learnt | smile at | smile when | smile if |"
    " glad of | be glad | glad to see | a pleasure | no means necessary | not necessary | would help | head start |"
    " also have $| cherries on | sprinkles | sweeteners | added value | handy | delighted | bonus round | on top of "
    "that |"
    " be a plus | icing on | would be a bonus | huge plus | big plus | wed be thrilled | makes us smile |"
    " make us smile | catch our eye | catches our eye | not a must | not must | optional extras | also love | helps if "
    "|"
    " help if | it helps | give you an edge | an edge $| tie breaker | tie breakers | tiebreakers | happy to see |"
    " would be lovely | lovely if | over the moon | extra mile | cherry on | wish list | wishlist " },
  { MATCHUM_POSTING_PREFERRED, FLAG_LOOSE,
    " 더 | 한결 | preferred | bonus | plus | pluses | desirable | desired | ideally | optional | advantage | "
    "advantageous |"
    " helpful | extras | extra " },
  { MATCHUM_POSTING_DUTY, FLAG_NONE,
    "하는일$|할일$|할일들|하는일들|뭘하|뭐하|무엇을하|무슨일|어떤일|성공의모습|맡길|펼쳐질|만들변화|실제로하는|해볼일|"
    "여기서할|"
    "하게될일|하게될업무|하게될역할|하게되실|하게됩니다$|하게돼요$|하게되나요|하게될까|하시게될|하실일|하실업무|맡게될|"
    "맡게되|"
    "맡게돼|맡게됩|맡나요$|맡아주실|맡으실|맡을일|맡을업무|맡길일|담당할|담당하실|담당하게|담당합니다$|담당해요$|"
    "업무를*해요|업무를*"
    "합니다|"
    "업무예요$|업무에요$|업무입니다$|이런일을|이런일들|어떤일을|무슨일을|이런업무|어떤업무|이런문제를|어떤문제를|"
    "풀게될|풀어갈|"
    "풀어나갈|풀문제|풀과제|만들게될|만들어갈것|만들어갈제품|만들어나갈|기여하게|기여할|이런역할|어떤역할|"
    "수행하게|수행할|주요미션|함께할미션|주어질|주어지는|의하루|하루를보내|하루일과" },
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    "누가지원|어떤사람|어떤분|어떤동료|어떤인재|셨으면해|셨으면합|였으면해|이었으면|하셔야|이어야하|여야하|야하나요$|"
    "호흡이맞|"
    "손발이맞|없으면곤란|없으면안되|갖출것|갖출조건|기본기$|빠질수없|"
    "이런*찾|이러한*찾|어떤*찾|누구를찾|우리가찾|저희가찾|찾고있어요$|찾고있습니다$|찾습니다$|찾아요$|찾나요$|찾는분|"
    "찾는사람|"
    "찾는동료|찾는인재|찾고있는|모시고싶|모시고있|모십니다$|모셔요$|모시는분|분을기다|동료를기다|사람을기다|팀원을기다|"
    "기다립니다$|"
    "기다려요$|기다리고있어요$|기다리고있습니다$|만나고싶|만나뵙고|초대하고싶|받고싶은사람|받고싶은분|나누고싶은분|"
    "나누고싶은사람|뵙고싶|함께하고싶|함께*싶은분|함께*싶은동료|함께*"
    "싶은사람|"
    "함께*싶어요|함께*싶습니다|^같이*싶은|같이*싶어요|같이일할|같이할분|일하고싶은|일하고싶어요|모시고자|함께할분|"
    "함께할동료|"
    "함께할사람|함께할인재|함께하실분|함께일할분|함께일할동료|함께해요$|함께성장할분|함께성장할동료|분이필요|"
    "동료가필요|"
    "사람이필요|역량이필요|경험이필요|기술이필요|능력이필요|이런*필요|필요한것|필요한역량|필요한경험|필요한기술|"
    "필요한자격|"
    "필요한사람|필요한분|필요한동료|지원하실수있는|지원할수있는|지원가능한|필요한조건|필요한능력|무엇이필요|뭐가필요|"
    "갖추셔야|갖춰야|갖추어야|갖춰주세요|갖춘분|갖추신분|꼭필요|꼭있어야|"
    "꼭갖|반드시필요|"
    "반드시갖|이건꼭|최소한이|최소요건|최소자격|최소조건|지원대상|응시자격|인재상|이런분이에요|이런사람이에요|"
    "이런분입니다|자격요건|자격조건|지원자격|필수요건|필수자격|필수조건|필수역량|이런*기대|이런*바라|이런*원해요|이런*"
    "원합" },
  { MATCHUM_POSTING_REQUIRED, FLAG_ASK,
    "이런분|이런사람|이런동료|이런경험|이런역량|이런능력|이런기술|이런팀원|이런인재" },
  { MATCHUM_POSTING_REQUIRED, FLAG_NONE,
    " cannot do without | cant do without | deal breakers | dealbreakers | bare minimum | as a minimum | at a minimum |"
    " person we | we appoint | who can apply | our person | checklist | the musts | must bring | must brings | hoping "
    "for $|"
    " cant teach | cannot teach | only consider | is it you | is this you | could it be you | must be you | bring this "
    "| bring these | "
    "bring with you |"
    " gets you there | get you there | do this well | this be you |"
    " required skills | requirements | must have | must haves | must bring | looking for |^ who you are | about you |"
    " you bring | youll bring | you will bring | youll need | you will need | you need $| you need to | we need |"
    " need from you | we expect | expect from you | expect of you | seeking | you should have | you should bring |"
    " you might be | you may be | you could be | you should be | right for you if | for you if | be a fit | a good fit "
    "|"
    " a great fit | the right fit | youre a fit | youre the | ideal candidate | successful candidate | your profile |"
    " your background | your toolkit | your toolbox | skills and experience | skills and qualifications |"
    " qualifications | experience and skills | prerequisites | eligibility | minimum qualifications | the basics $|"
    " what it takes | who we want | should apply | were after | we are after | thrive | hoping to meet | hope to meet |"
    " like to meet | love to meet | meet you if | apply if | love to talk | if you $| if youre $| if youve $| person "
    "specification | non negotiables | you already |"
    " you come with | you have $|^ you have | youve got | you know your | to succeed | be successful |"
    " makes you | we hope you " },
  { MATCHUM_POSTING_DUTY, FLAG_NONE,
    " you would work | would work on | what you would | does * do | in your shoes | month in your | week in your | "
    "life of a | life as a |"
    " success looks like | success will look | this post you | youll run | you will run | on your desk | where you "
    "come in |"
    " fills the day | fills your | job itself | your days | days look like | you would do | your mission | in the seat "
    "|"
    " responsibilities | youll do | you will do | youll be doing | you will be doing | be doing $| youll work on |"
    " you will work on | be working on | youll own | you will own | youll build | you will build | youll tackle |"
    " you get to | youll spend | youd do | youd be doing | you would do | day to day | your mission | your impact |"
    " in this role | key tasks | accountabilities | role involves | job involves | role entails | the work $|"
    " on the job | your days | a day in | spend your | what you do | scope of work | remit | your plate | to do list |"
    " problems youll | challenges youll | youll be solving | youll help | youll make | youll contribute | role does | "
    "job looks like | ask you to do | you come in | hands on with | duties |"
    " your first year | your first months | your first 90 " },
  { MATCHUM_POSTING_PROCESS, FLAG_NONE,
    "채용절차|전형절차|채용과정|채용프로세스|채용은*진행|어떻게뽑|만나는과정|만나기까지|합류여정|합류하기까지|합류까지|"
    "입사까지|이렇게합류|이렇게뽑|"
    "이렇게채용|"
    "이렇게진행|지원방법|지원은이렇게|지원하는방법|접수방법|전형은|전형이| hiring process | interview process |"
    " how to apply | how we hire | next steps | what happens next | recruitment process | selection process |"
    " to an offer | to offer $| path to joining | how we decide | how you get in | step by step | what to expect |"
    " application process | interviews look | interview looks " },
  { MATCHUM_POSTING_STACK, FLAG_NONE,
    "기술스택|테크스택|사용기술|사용하는기술|사용하는도구|쓰는도구|쓰는기술|개발환경|기술환경|기술을써요|기술을씁니다|"
    "기술을사용|도구를써요|도구를씁니다|도구를사용| tech stack | our stack | tools we use | technologies we |"
    " stack $| our tools | we build with | we work with $" },
  { MATCHUM_POSTING_REQUIRED, FLAG_LOOSE,
    "찾습|찾고|모시|모십|필수|자격|요건|반드시|갖추|인재|바라는|기대하|요구|꼭| required | requirement | skills |"
    " competencies | essential | essentials | criteria | minimum | experience | expertise | knowledge " },
  { MATCHUM_POSTING_REQUIRED, FLAG_LOOSE | FLAG_ASK, "려면$|환영|함께*분$|이런|당신" },
  { MATCHUM_POSTING_DUTY, FLAG_LOOSE,
    "업무|역할|담당|책임|미션|과업|임무|직무|도전과제|풀고|합류하면|합류후|입사하면|입사후|하는일|할일| your role |"
    " responsible | tasks | tackle | challenges | youll | you will | contribute " },
  { MATCHUM_POSTING_BENEFIT, FLAG_LOOSE,
    "드려요|드립니다|드리는|보상|처우|리워드|제공|누려|누리|좋은점|챙겨|아낌없|휴가|받을수있|선물|지원제도|성장지원|"
    "지원합니다$|"
    "지원해요$| benefit | perk | compensation | rewards | reward | salary | look after | take care | offer | we "
    "provide " },
  { MATCHUM_POSTING_PROCESS, FLAG_LOOSE,
    "절차|전형|프로세스|여정|접수|일정|면접|인터뷰|단계| process | interview | interviews | hiring | recruitment |"
    " selection | applying | application | timeline | apply " },
  /* "모아밥상은", "지금 우리는" */
  { MATCHUM_POSTING_OTHER, FLAG_NONE, "은$|는$" },
  { MATCHUM_POSTING_STACK, FLAG_LOOSE, "스택|도구|툴| technology | tooling | tools | technologies | tech " },
  { MATCHUM_POSTING_NOTE, FLAG_LOOSE,
    "유의|참고|주의|기타|안내|확인|제출|서류|마감|문의|공지|이력서|지원서|자주묻|개인정보|비고|궁금| equal opportunity "
    "|"
    " equal opportunities | diversity | note | notes | information | disclaimer | accessibility | visa | privacy |"
    " deadline | closing date | faq | questions " },
  { MATCHUM_POSTING_OTHER, FLAG_LOOSE,
    "이렇게일|어떻게일|이렇게움직|소개|이야기|문화|비전|회사|팀은|우리는|저희는|급여|연봉|위치|출근|모집|일하는|^ "
    "about | "
    "our | "
    "we are | life at |^ "
    "why |"
    "^ meet | location | hours | culture | company | contract | where " },
};

static const char teams[] = "팀$|팀소속$|파트$|셀$|스쿼드$|사일로$|그룹$|본부$|실$|부문$|챕터$|트랙$|랩$|직군$|직무$|^"
                            "공통|공통$|팀별|직군별|포지션별| team $|"
                            " squad $| track $| group $| chapter $| lab $|^ common |^ team | shared $| tribe $";

/* Of more than ASCII. Most are of three bytes. */
static inline gunichar
read_character (const char *p)
{
  const guchar *b = (const guchar *) p;

  return (*b & 0xf0) == 0xe0 ? (b[0] & 0x0fu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu) : g_utf8_get_char (p);
}

static inline gboolean
is_word_character (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || g_unichar_isalnum (c);
}

/* Where the next bytes of a key go. */
typedef struct {
  char *compact;
  char *spaced; /* behind the space that every key begins with */
} Pen;

static inline void
add_space (Pen *pen)
{
  if (pen->spaced[-1] != ' ')
    *pen->spaced++ = ' ';
}

static inline void
add_byte (Pen *pen, char c)
{
  *pen->compact++ = c;
  *pen->spaced++ = c;
}

static inline void
add_ascii (Pen *pen, char c)
{
  if (g_ascii_isalnum (c))
    add_byte (pen, c);
  else if (c == '&')
    {
      add_space (pen);
      for (const char *and = "and"; *and != '\0'; and++)
        add_byte (pen, *and);
      add_space (pen);
    }
  else if (c != '\'')
    add_space (pen);
}

/* folded: as matchum_fold gives it. Words beyond the room that a key has do not count. */
void
matchum_heading_key_init (MatchumHeadingKey *key, const char *folded, gsize length)
{
  const char *end = folded + length;
  const char *last = key->compact + sizeof key->compact - 8;
  Pen pen = { key->compact, key->spaced };

  *pen.spaced++ = ' ';
  for (const char *p = folded; p < end && pen.compact < last;)
    {
      const char *next = g_utf8_next_char (p);

      if ((guchar) *p < 0x80)
        add_ascii (&pen, *p);
      else if (is_word_character (read_character (p)))
        for (; p < next; p++)
          add_byte (&pen, *p);
      else
        add_space (&pen);
      p = next;
    }
  add_space (&pen);
  *pen.compact = '\0';
  *pen.spaced = '\0';
  key->n_compact = (gsize) (pen.compact - key->compact);
  key->n_spaced = (gsize) (pen.spaced - key->spaced);
}

static void
add_phrases (GHashTable *table, const char *words, gpointer value)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      MatchumHeadingKey key;

      matchum_heading_key_init (&key, list[i], strlen (list[i]));
      if (!g_hash_table_contains (table, key.compact))
        g_hash_table_insert (table, g_strdup (key.compact), value);
    }
}

static GHashTable *
get_phrases (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
        add_phrases (made, phrases[i].words, (gpointer) &phrases[i]);
      g_once_init_leave (&table, made);
    }
  return table;
}

static GHashTable *
get_board (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      add_phrases (made, board, made);
      g_once_init_leave (&table, made);
    }
  return table;
}

static MatchumHeadingSense
make_sense (const Words *words, MatchumHeadingStrength strength)
{
  return (MatchumHeadingSense){ .strength = strength,
                                .kind = words->kind,
                                .is_weak = (words->flags & FLAG_WEAK) != 0,
                                .is_ask = (words->flags & FLAG_ASK) != 0 };
}

MatchumHeadingSense
matchum_heading_words_find (const MatchumHeadingKey *key)
{
  const char *compact = key->compact;
  const Words *words = g_hash_table_lookup (get_phrases (), compact);

  /* "01 담당업무", "자격요건 2" */
  if (words == NULL
      && (g_ascii_isdigit (compact[0]) || (key->n_compact > 0 && g_ascii_isdigit (compact[key->n_compact - 1]))))
    {
      char bare[sizeof key->compact];
      gsize start = strspn (compact, "0123456789");
      gsize end = key->n_compact;

      while (end > start && g_ascii_isdigit (compact[end - 1]))
        end--;
      memcpy (bare, compact + start, end - start);
      bare[end - start] = '\0';
      words = g_hash_table_lookup (get_phrases (), bare);
    }
  return words != NULL ? make_sense (words, MATCHUM_HEADING_EXACT) : (MatchumHeadingSense){ 0 };
}

/* Whether the pieces of pattern, divided by *, stand in text in their order, the first at its beginning where that is
 * asked. */
static gboolean
matches_pattern (const char *pattern, gsize length, gboolean at_start, const char *text, gsize text_length)
{
  const char *end = pattern + length;
  const char *at = text;
  const char *text_end = text + text_length;
  gboolean at_end = length > 0 && end[-1] == '$';

  if (at_end)
    end--;
  while (pattern < end)
    {
      const char *star = memchr (pattern, '*', (gsize) (end - pattern));
      gsize piece = (gsize) ((star != NULL ? star : end) - pattern);
      gboolean is_last = star == NULL;
      const char *found;

      if (is_last && at_end && !at_start)
        {
          if ((gsize) (text_end - at) < piece || memcmp (text_end - piece, pattern, piece) != 0)
            return FALSE;
          return TRUE;
        }
      if ((gsize) (text_end - at) < piece)
        return FALSE;
      found = at_start ? (memcmp (at, pattern, piece) == 0 ? at : NULL)
                       : memmem (at, (gsize) (text_end - at), pattern, piece);
      if (found == NULL || (is_last && at_end && found + piece != text_end))
        return FALSE;
      at_start = FALSE;
      at = found + piece;
      if (is_last)
        break;
      pattern = star + 1;
    }
  return TRUE;
}

#define NONE G_MAXUINT16

/* A pattern, found by its first three bytes. */
typedef struct {
  const char *text;
  guint16 length;
  guint16 first;     /* bytes up to its first * or $ */
  guint16 words;     /* index of the entry it stands in */
  guint16 next;      /* the next pattern of the bucket, or NONE */
  gboolean at_start; /* only at the beginning of a heading */
  gboolean by_words; /* English patterns hold a space, Korean ones none */
} Pattern;

typedef struct {
  GArray *patterns;
  guint16 buckets[MATCHUM_BYTE_WINDOW_BUCKETS];    /* by three bytes */
  guint16 longs[MATCHUM_BYTE_WINDOW_LONG_BUCKETS]; /* by six, of those whose first piece has as many */
  guint16 others;                                  /* those that begin with fewer than three bytes */
} Patterns;

static Patterns *
patterns_new (void)
{
  Patterns *self = g_new0 (Patterns, 1);

  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  memset (self->buckets, 0xff, sizeof self->buckets);
  memset (self->longs, 0xff, sizeof self->longs);
  self->others = NONE;
  return self;
}

/* Where a pattern is found by its beginning: English ones begin with a space, Korean ones with a syllable. */
static inline gboolean
may_begin (const char *text, gboolean by_words)
{
  return by_words ? *text == ' ' : ((guchar) *text & 0xc0) == 0xc0;
}

static guint16 *
get_bucket (Patterns *self, const Pattern *pattern)
{
  if (pattern->first < 3 || !may_begin (pattern->text, pattern->by_words))
    return &self->others;
  return pattern->first >= 6 ? &self->longs[matchum_byte_window_hash_long (pattern->text)]
                             : &self->buckets[matchum_byte_window_hash (pattern->text)];
}

static void
add_patterns (Patterns *self, const char *list, guint words)
{
  for (const char *p = list; *p != '\0';)
    {
      gsize length = strcspn (p, "|");
      gsize skipped = *p == '^' ? 1 : 0;
      Pattern pattern = { .text = p + skipped, .length = (guint16) (length - skipped), .words = (guint16) words };

      pattern.first = (guint16) strcspn (p + skipped, "*$|");
      pattern.at_start = skipped > 0;
      pattern.by_words = memchr (p, ' ', length) != NULL;
      if (length > 0)
        {
          guint16 *bucket = get_bucket (self, &pattern);

          pattern.next = *bucket;
          *bucket = (guint16) self->patterns->len;
          g_array_append_val (self->patterns, pattern);
        }
      p += length;
      if (*p == '|')
        p++;
    }
}

static Patterns *
get_stems (void)
{
  static Patterns *compiled;

  if (g_once_init_enter (&compiled))
    {
      Patterns *made = patterns_new ();

      for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
        add_patterns (made, stems[i].words, i);
      g_once_init_leave (&compiled, made);
    }
  return compiled;
}

static Patterns *
get_teams (void)
{
  static Patterns *compiled;

  if (g_once_init_enter (&compiled))
    {
      Patterns *made = patterns_new ();

      add_patterns (made, teams, 0);
      g_once_init_leave (&compiled, made);
    }
  return compiled;
}

static Patterns *
get_board_pieces (void)
{
  static Patterns *compiled;

  if (g_once_init_enter (&compiled))
    {
      Patterns *made = patterns_new ();

      add_patterns (made, board_pieces, 0);
      g_once_init_leave (&compiled, made);
    }
  return compiled;
}

static const Pattern *
get_pattern (Patterns *self, guint16 at)
{
  return &g_array_index (self->patterns, Pattern, at);
}

static gboolean
matches (const Pattern *pattern, const MatchumHeadingKey *key)
{
  const char *text = pattern->by_words ? key->spaced : key->compact;
  gsize length = pattern->by_words ? key->n_spaced : key->n_compact;

  return matches_pattern (pattern->text, pattern->length, pattern->at_start, text, length);
}

/* The same for a pattern of which the first piece is known to stand at place. */
static gboolean
matches_from (const Pattern *pattern, const MatchumHeadingKey *key, gsize place)
{
  if (pattern->at_start && place > 0)
    return FALSE;
  return pattern->first == pattern->length || matches (pattern, key);
}

/* The earliest pattern of the list that matches, of those chained from at that may begin at text, or best. */
static guint16
find_earlier (Patterns *self, guint16 at, guint16 best, const MatchumHeadingKey *key, gboolean by_words, gsize place)
{
  const char *text = (by_words ? key->spaced : key->compact) + place;
  gsize left = (by_words ? key->n_spaced : key->n_compact) - place;

  for (; at != NONE; at = get_pattern (self, at)->next)
    {
      const Pattern *pattern = get_pattern (self, at);

      if (at < best && pattern->by_words == by_words && pattern->first <= left
          && memcmp (text, pattern->text, pattern->first) == 0 && matches_from (pattern, key, place))
        best = at;
    }
  return best;
}

static inline guint16
find_from (Patterns *self, guint16 best, const MatchumHeadingKey *key, gboolean by_words)
{
  const char *text = by_words ? key->spaced : key->compact;
  gsize length = by_words ? key->n_spaced : key->n_compact;

  for (gsize i = 0; i + 3 <= length; i += (gsize) g_utf8_skip[(guchar) text[i]])
    {
      guint16 at;

      if (!may_begin (text + i, by_words))
        continue;
      at = self->buckets[matchum_byte_window_hash (text + i)];
      if (at != NONE)
        best = find_earlier (self, at, best, key, by_words, i);
      at = i + 6 <= length ? self->longs[matchum_byte_window_hash_long (text + i)] : NONE;
      if (at != NONE)
        best = find_earlier (self, at, best, key, by_words, i);
    }
  return best;
}

static const Pattern *
find_pattern (Patterns *self, const MatchumHeadingKey *key)
{
  guint16 best = NONE;

  for (guint16 at = self->others; at != NONE; at = get_pattern (self, at)->next)
    {
      if (matches (get_pattern (self, at), key))
        best = at;
    }
  best = find_from (self, best, key, FALSE);
  best = find_from (self, best, key, TRUE);
  return best != NONE ? get_pattern (self, best) : NULL;
}

MatchumHeadingSense
matchum_heading_words_guess (const MatchumHeadingKey *key)
{
  const Pattern *pattern = find_pattern (get_stems (), key);
  const Words *words;

  if (pattern == NULL)
    return (MatchumHeadingSense){ 0 };
  words = &stems[pattern->words];
  return make_sense (words, (words->flags & FLAG_LOOSE) != 0 ? MATCHUM_HEADING_LOOSE : MATCHUM_HEADING_STEM);
}

gboolean
matchum_heading_words_name_team (const MatchumHeadingKey *key)
{
  return find_pattern (get_teams (), key) != NULL;
}

gboolean
matchum_heading_words_is_board (const MatchumHeadingKey *key)
{
  return g_hash_table_contains (get_board (), key->compact);
}

gboolean
matchum_heading_words_hold_board (const MatchumHeadingKey *key)
{
  return find_pattern (get_board_pieces (), key) != NULL;
}
