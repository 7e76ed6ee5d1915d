/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists of requirement lines. General language only: whatever is a skill belongs into the lexicon. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-requirement-words.h"

#include <string.h>

#include "posting/matchum-amount.h"
#include "posting/matchum-degree.h"
#include "posting/matchum-experience.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

static const char plain_words[] =
    "a ability able about academic accepted achieve across active actively actual additional adequate advanced "
    "advantage after agile all "
    "also an and another any anyone application applications applied apply applying appropriate architecture are area "
    "areas as aspects "
    "at attention autonomously available award awards aware awareness back background based basic basics be been "
    "before being best "
    "better between beyond big bonus both bring broad build builder building built business but by can candidate "
    "candidates capable care career "
    "certificate certificates certification certifications certified challenges change clean clear clearly close "
    "closely code "
    "coding collaborate collaboration collaborative college com combination comfort comfortable communicate "
    "communicating communication company compiled complex concepts "
    "conference conferences considered contribute contributed contributing contribution contributions core creating "
    "cross cross-functional "
    "curious curiosity current customer customers cutting-edge data day deal decision decisions deep deep-dive degree "
    "deliver delivering delivery demonstrated demonstrable "
    "deploy deployed deploying deployment design designed designing detail details develop developed developer "
    "developers developing development "
    "different disciplines do doctorate doing domain domains drive driven driving each eager effective effectively "
    "efficient either elegant end end-to-end engine "
    "engineer engineers engineering enough ensure environment environments equal equivalent especially etc etc. even "
    "every excellent excited experience "
    "experienced experiences expert expertise explain exposure extensive external familiar familiarity fast feature "
    "features few field fields first "
    "fluency fluent following for foundation foundations framework frameworks from full function functional "
    "fundamental fundamentals general get go-to good graduate "
    "great grounding growth hand hands hands-on happy hard hardware have having help high high-quality higher highly "
    "history how i ideally if impact implement "
    "implementation implementing improve improving in include includes including independent independently individual "
    "industrial industry information "
    "innovative integrate integrating integration interest interested interests internal international into is issues "
    "it its job join journals keen kind knowledge know language languages "
    "large later latest lead leader leadership leading learn learning least level leverage leveraging library "
    "libraries life lifecycle like line living lot around along away off love "
    "maintain maintained maintaining maintenance major make making manage managed management managing master masters "
    "may meet meeting meetings member mentality mentor mentoring method methods mind "
    "mindset minimum model modeling modelling models modern more most multi multiple must native need needed new nice "
    "no non not of on one ones one's open operate "
    "operated operating operation operational operations optimal optimization optimize optimizing or oral organisation "
    "organization other others our out over own ownership paper papers part particular "
    "passion passionate past patterns peer-reviewed people per perform performance phd physical plain plainly platform "
    "platforms please plus point position positive practical practice "
    "practices preferably preferred prefer principles prior problem problem-solving problems process processes product "
    "production products professional "
    "proficiency proficient program programme programming programs project projects protocol proven provide providers "
    "provider publication publications published publishing pursue pursuing qualification "
    "qualifications quality quick quickly range ready real real-world recent record reference regular relevant related "
    "release reliable remote required requirement requirements requires research "
    "responsibility responsible result results rigorous role run running same scale science scientific scientist "
    "secure self self-motivated senior sense "
    "server service services serving set several share shipped shipping should show side similar simple skill skilled "
    "skills small so software solid "
    "solution solutions solve solving some source space speak specific spoken stack stacks stakeholders standard "
    "standards start state still strategy strong strongly structure "
    "student studies style subject success successful such support supporting sure system systems take team teams "
    "technical technique techniques technologies "
    "technology test tested tests than that the their them then theory there these they things think this those "
    "through time to together tool tooling tools top track trade-offs track-record "
    "train trained training troubleshoot trend trends twice type types under understand understanding university up us "
    "use used user users using utilize utilizing value "
    "various variety venues version very via was way ways we web well were what when where whether which while who why "
    "will willing willingness with within without work worked "
    "working workflow workflows workplace world would write writing written year years yet you your yourself "
    "uk us usa emea apac example examples instance "
    "korean japanese chinese american european german french asian conversational kernel degree's "
    "strong's must-have nice-to-have workflow "
    "analyse analyses analysing analysis analyze analyzing a1 a2 b1 c1 c2 im im1 im2 im3 ih il al nh nl n1 n2 n3 n4 n5 "
    "msc bsc phd ph.d ms bs ba ma mba r&d vs ceo cto pm po "
    "qa b2b b2c it "
    "s w b2 one two three four five six seven eight nine ten habit habits everyday daily day-to-day contributor "
    "contributors committer soft spot monday tuesday "
    "wednesday thursday friday weekend comparable ui";

static GHashTable *
get_plain_words (void)
{
  static GHashTable *set = NULL;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_auto (GStrv) words = g_strsplit (plain_words, " ", -1);

      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (gsize i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          g_hash_table_add (set, g_strdup (words[i]));
      g_once_init_leave (&is_ready, 1);
    }
  return set;
}

/* "expert-level", "senior-level". */
static gboolean
is_level (const char *word, gsize length)
{
  return length > strlen ("-level") && memcmp (word + length - strlen ("-level"), "-level", strlen ("-level")) == 0;
}

gboolean
matchum_requirement_words_is_plain (const char *word, gsize length)
{
  g_autofree char *key = g_strndup (word, length);

  return is_level (word, length) || g_hash_table_contains (get_plain_words (), key);
}

gsize
matchum_requirement_words_measure_hangul (const char *text, gsize length)
{
  const char *at = text;

  while (at < text + length)
    if (matchum_is_syllable_at (at))
      at += 3;
    else if ((guchar) *at >= 0x80 && matchum_unichar_is_hangul (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    else
      break;
  return MIN ((gsize) (at - text), length);
}

gboolean
matchum_requirement_words_is_among (const char *word, gsize length, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && memcmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
matchum_requirement_words_contain (const char *text, gsize length, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const gsize size = strlen (words[i]);
      const char *place = text;

      while ((place = memmem (place, length - (gsize) (place - text), words[i], size)) != NULL)
        {
          if (!g_ascii_isalpha (words[i][0]) || place == text || !g_ascii_isalnum (place[-1]))
            return TRUE;
          place += size;
        }
    }
  return FALSE;
}

/* clang-format off */
/* Liking and interest: whatever stands beside them is only their object. */
#define STRONG_WORDS \
  "관심|즐기|즐겨|즐거|좋아하|좋아해|열정|호기심|열의|흥미|interested|interest in|passion|" \
  "love |love to|enjoy|curious|curiosity|enthusias|eager|fascinat|excited"

/* Cooperation, talk, diligence. */
#define MILD_WORDS \
  "소통|커뮤니케이션|협업|협력하|협력할|협력적|협력 |협력을|협력과|협력이|책임감|책임 의식|적극적|태도|자세|마인드|성실|꼼꼼|" \
  "긍정|유연하|유연한|공감|배려|자기주도|주도적|스스로|끊임없|몰입|설득|의견을|" \
  "피드백을|중요성|결격사유|인성|팀워크|원활|도전|성장하|성장을|질문|빠르게 배우|" \
  "자신 있|자신이 있|자신감|근무 가능|근무가 가능|비상 대기|야간 작업|야간 대기|당직 가능|당직이 가능|교대근무|교대 근무|주말 근무|야간 근무|출장 가능|출장이 가능|파견 가능|이주 가능|빠른 학습|논의하|논의를|논의할|함께 일|신뢰를|신뢰할|신뢰 |신뢰가|신뢰와|신뢰받|솔직|진심|인정하|전달하|애정|사랑|나누는|나눌|끈기|" \
  "집요|의지|차분히|차분하|설명하고 조율|모호|동기부여|고민하|제출 필수|제출해|제출하셔|제출이 필요|kindness|calm |patien|integrity|respectful|resilien|" \
  "sense of humo|trustworth|communicat|team player|teamwork|collaborat|self-starter|self-motivated|" \
  "willing|candour|candor|attitude|mindset|proactive|ownership|candid|explain|humble|empath|" \
  "detail-oriented|attention to detail|eye for |" \
  "care about|ambiguity|adaptab|kind |honest|change your mind|you write things|interpersonal|work well|listen|" \
  "storytell|confident presenting|confident speaking|steady pair of hands|safe pair of hands|disagree|feedback|self-directed|work independently|fast-paced|good judg"

/* Said of nearly any work. */
#define FAINT_WORDS \
  "문제 해결 능력|문제해결 능력|문제해결능력|문제 해결력|문제 해결 역량|문제해결 역량|" \
  "problem-solv|problem solv"
/* clang-format on */

static MatchumWordList faint_words = MATCHUM_WORD_LIST (FAINT_WORDS);
static MatchumWordList strong_words = MATCHUM_WORD_LIST (STRONG_WORDS);
static MatchumWordList mild_words = MATCHUM_WORD_LIST (MILD_WORDS);

MatchumAttitude
matchum_requirement_words_find_attitude (const char *text, gsize length)
{
  if (matchum_word_list_contains (&strong_words, text, length))
    return MATCHUM_ATTITUDE_STRONG;
  if (matchum_word_list_contains (&mild_words, text, length))
    return MATCHUM_ATTITUDE_MILD;
  return matchum_word_list_contains (&faint_words, text, length) ? MATCHUM_ATTITUDE_FAINT : MATCHUM_ATTITUDE_NONE;
}

gboolean
matchum_requirement_words_has_experience (const char *text, gsize length)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("경험|경력|실무|이해|역량|능력|능숙|가능|지식|"
                         "다뤄|다룰|구축|운영|개발|작성|보유|취득|자격증|소지|"
                         "면허|이수|수료|맡아|맡았|해 보신|해보신|해 본|해본|해 보았|만들어 |"
                         "숙련|활용|적용|수상|experience|knowledge|proficien|"
                         "expertise|understanding|familiar|skill|background|fluen|"
                         "degree|certif|ability|track record");

  return matchum_word_list_contains (&words, text, length);
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

MatchumRequirementSigns
matchum_requirement_words_find_signs (const char *text, gsize length)
{
  static const MatchumWordGroup groups[] = {
    { MATCHUM_EXPERIENCE_SIGNS, MATCHUM_SIGN_LENGTH },
    { MATCHUM_DEGREE_SIGNS, MATCHUM_SIGN_DEGREE },
    { "전공|major in", MATCHUM_SIGN_MAJOR },
    { "프로덕션|실무에|서비스|상용|product|large|at scale|high-t|대용량|대규모", MATCHUM_SIGN_QUALIFIER },
    { "engineer|develop|analy|science|management|design|testing|분석|개발|관리|설계|엔지니어|예측|도메인",
      MATCHUM_SIGN_SHARED_HEAD },
    { "자격|면허|인증서|기사|기능사|기능장|기술사", MATCHUM_SIGN_TITLE },
    { MATCHUM_CERTIFICATE_SIGNS, MATCHUM_SIGN_CERTIFICATE },
    { MATCHUM_AMOUNT_SIGNS, MATCHUM_SIGN_AMOUNT },
    { STRONG_WORDS "|" MILD_WORDS "|" FAINT_WORDS, MATCHUM_SIGN_ATTITUDE },
    { "ideally|preferably|optionally|가급적", MATCHUM_SIGN_WISH },
    { MATCHUM_RESEARCH_SIGNS, MATCHUM_SIGN_RESEARCH },
    { "to learn|not n|not r|불필요|필요 없|필요하지 않|필요는 없|의지|의향", MATCHUM_SIGN_NEEDLESS },
  };
  static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
  guint32 within;
  guint32 signs = matchum_word_table_find_words (&table, text, length, &within);

  signs |= within & (MATCHUM_SIGN_LENGTH | MATCHUM_SIGN_MAJOR);
  if (has_digit (text, length))
    signs |= MATCHUM_SIGN_AMOUNT | (memmem (text, length, "yr", 2) != NULL ? MATCHUM_SIGN_LENGTH : 0);
  return signs;
}
