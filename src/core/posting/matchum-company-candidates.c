/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs what may be the name of the company: what speaks for and against each name is added up, and the heaviest is
 * taken if it is heavy enough. No name is better than a wrong one. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-company-candidates.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

#define MAX_NAME_LENGTH 90
#define MAX_CANDIDATES 24

/* Lighter ones are not said. */
#define ENOUGH 30
/* So heavy is the long form of a name that is sure. */
#define NEARLY_ENOUGH 14

static const gint8 weights[] = {
  [MATCHUM_CLUE_FRONT_MATTER] = 120,  [MATCHUM_CLUE_LABEL] = 100,        [MATCHUM_CLUE_NOTICE] = 62,
  [MATCHUM_CLUE_BRACKET] = 60,        [MATCHUM_CLUE_LEGAL_WORD] = 60,    [MATCHUM_CLUE_LEADING] = 26,
  [MATCHUM_CLUE_LEADING_AT] = 34,     [MATCHUM_CLUE_QUOTED] = 40,        [MATCHUM_CLUE_FIRM_PART] = 34,
  [MATCHUM_CLUE_LEFT_PART] = 32,      [MATCHUM_CLUE_RIGHT_PART] = 14,    [MATCHUM_CLUE_ROUND] = 20,
  [MATCHUM_CLUE_BELOW] = 33,          [MATCHUM_CLUE_ABOVE] = 31,         [MATCHUM_CLUE_FIRST_LINE] = 18,
  [MATCHUM_CLUE_HEADING] = 36,        [MATCHUM_CLUE_SUBJECT] = 27,       [MATCHUM_CLUE_CALLS] = 36,
  [MATCHUM_CLUE_LEGAL_FORM] = 30,     [MATCHUM_CLUE_END] = 12,           [MATCHUM_CLUE_MAYBE_END] = 4,
  [MATCHUM_CLUE_AGAIN_ACTS] = 22,     [MATCHUM_CLUE_AGAIN] = 5,          [MATCHUM_CLUE_IN_ADDRESS] = 12,
  [MATCHUM_CLUE_DETAILS_BESIDE] = 6,  [MATCHUM_CLUE_OTHER_VERB] = -8,    [MATCHUM_CLUE_COMMA_BEHIND] = -14,
  [MATCHUM_CLUE_STROKE_BEHIND] = -12, [MATCHUM_CLUE_NAMES_DETAIL] = -50, [MATCHUM_CLUE_NAMES_PLACE] = -70,
  [MATCHUM_CLUE_NAMES_JOB] = -40,     [MATCHUM_CLUE_MANY_WORDS] = -14,   [MATCHUM_CLUE_DIGITS] = -12,
  [MATCHUM_CLUE_SENTENCE] = -50,
};

typedef struct {
  char *name;
  gint weight;
  gboolean acts;        /* where it was found it is the subject already */
  gboolean is_own;      /* it stands by itself: on a line, or between dividers */
  gboolean is_labelled; /* said to be the company; nothing is held against it */
} Candidate;

static MatchumWordList detail_words =
    MATCHUM_WORD_LIST ("소개|상장사|대기업|중견기업| hi | hello | dear | greetings "
                       "|재택|원격|근무|고용|정규직|계약직|경력|신입|무관|학력|지원|채용|모집|마감|공고|상시|연봉|급여|"
                       "조회|스크랩|공유|응답률|"
                       "합격|보상금|직무|포지션|로그인|회원|기업 서비스|이력서|소셜|커리어|업무|자격|분야| remote | "
                       "hybrid | onsite | on site | full time "
                       "| part time | permanent | contract | fixed term | location | locations | applicants | ago | "
                       "posted | promoted | salary | "
                       "jobs | companies | sign in | skip to | home | save | team | careers | deadline | apply | entry "
                       "level | senior level | visa | "
                       "reference | details | overview | summary | description | responsibilities | requirements | "
                       "qualifications | job | role | "
                       "position | benefits | closing | time type | requisition ");

/* A line that is nothing but these, and words of an administration behind them, is a place. */
static MatchumWordList places = MATCHUM_WORD_LIST (
    "서울|서울시|서울특별시|경기|경기도|인천|부산|대구|대전|광주|울산|세종|강원|충북|충남|전북|전남|경북|경남|제주|"
    "판교|강남|"
    "성수|성남|분당|수원|용인|안산|안양|부천|화성|평택|시흥|김포|고양|일산|파주|의정부|남양주|하남|광명|군포|오산|이천|"
    "여주|"
    "천안|아산|청주|충주|원주|춘천|강릉|전주|군산|익산|여수|순천|목포|포항|구미|경주|김해|창원|진주|거제|양산|통영|"
    "전국|"
    "해외|본사|역삼|여의도|구로|가산|마곡|송도|홍대|한남|seoul|busan|incheon|daejeon|daegu|pangyo|seongnam|suwon|jeju|"
    "korea|"
    "south "
    "korea|london|berlin|munich|hamburg|paris|lisbon|madrid|barcelona|amsterdam|dublin|edinburgh|glasgow|manchester|"
    "bristol|leeds|birmingham|cambridge|oxford|vienna|zurich|prague|warsaw|stockholm|copenhagen|oslo|helsinki|tokyo|"
    "osaka|"
    "singapore|hong "
    "kong|shanghai|beijing|taipei|bangkok|hanoi|sydney|melbourne|auckland|toronto|vancouver|montreal|new york|"
    "san francisco|los angeles|seattle|boston|chicago|austin|denver|atlanta|united kingdom|united "
    "states|england|scotland|"
    "wales|ireland|germany|france|spain|portugal|usa|japan|europe|european union|emea|apac|asia|north america|latin "
    "america|worldwide|anywhere");

static MatchumWordList legal_forms = MATCHUM_WORD_LIST (
    "(주)|㈜|주식회사|유한회사|재단법인|사단법인|의료법인|학교법인|사회복지법인|법무법인|세무법인|회계법인|"
    "특허법인|협동조합| inc | inc. | ltd | ltd. | limited | llc | llp | corp | corp. | corporation | gmbh | "
    "co. | holdings | plc | b.v. | s.a. | pty ");

static MatchumWordList english_ends = MATCHUM_WORD_LIST (
    "labs|group|robotics|systems|technologies|technology|software|energy|games|studios|studio|bank|capital|"
    "partners|ventures|health|healthcare|pharma|pharmaceuticals|therapeutics|biotech|bio|motors|aero|aerospace|"
    "logistics|media|foods|hospital|university|college|school|academy|museum|council|trust|foundation|institute|"
    "society|association|agency|ministry|hotel|hotels|restaurant|bakery|semiconductor|semiconductors|electronics|"
    "farm|farms|bakers|gallery|clinic|theatre|hospice|networks|solutions|analytics|insurance|airlines|railways");

static MatchumWordList english_offices = MATCHUM_WORD_LIST ("department for|department of|ministry of|university of|"
                                                            "office of|office for|bank of|council of|institute of|"
                                                            "college of|school of|royal college");

/* Names end so, and kinds of work as well. */
static MatchumWordList doubtful_ends = MATCHUM_WORD_LIST (
    "전자|식품|건설|건축|방송|신문|출판|산업|공업|정밀|기계|조선|해양|해운|항공|반도체|디스플레이|화학|에너지|생명|"
    "화재|증권|카드|투자|"
    "그룹|시스템|테크|바이오|헬스|헬스케어|물류|통신|네트워크|솔루션|커머스|모빌리티|미디어|유통|패션|뷰티|화장품|"
    "엔지니어링|페이|"
    "센터|하우스|클라우드|커피|스페이스|인사이트|사이언스|제약|약품|푸드|법인|연구원|연구소|학원|대학|조합|협회");

/* Evidence. */

/* Whether what follows a name makes it the subject of something, or the place where something is done. */
static gboolean
acts (const char *behind, const char *end)
{
  static const char *const particles[] = { "는 ",        "은 ",     "는\n",    "은\n",       "에서 ",      "에서는",
                                           "입니다",     "이에요",  "예요",    "이란 ",      " 대표",      "의 미션",
                                           " 팀은",      "팀은 ",   "와 함께", "과 함께",    "에 합류",    "'s ",
                                           "’s ",        " is ",    " was ",   " are ",      " has ",      " builds ",
                                           " makes ",    " helps ", " runs ",  " operates ", " provides ", " designs ",
                                           " delivers ", " cares ", " sells " };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      gsize n = strlen (particles[i]);

      if ((gsize) (end - behind) >= n && memcmp (behind, particles[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gint
weigh_repeats (MatchumCompanyCandidates *self, const char *name, guint n_known)
{
  const char *end = self->text + self->length;
  gsize n = strlen (name);
  guint seen = 0;

  for (const char *p = memmem (self->text, self->length, name, n); p != NULL && seen < 32;
       p = memmem (p + n, (gsize) (end - p) - n, name, n), seen++)
    {
      if (p > self->text && ((guchar) p[-1] >= 0x80 || g_ascii_isalnum (p[-1])))
        continue;
      if (acts (p + n, end) && n_known-- == 0)
        return weights[MATCHUM_CLUE_AGAIN_ACTS];
    }
  return seen > 1 ? weights[MATCHUM_CLUE_AGAIN] : 0;
}

/* "hr@saltmarsh-energy.example" speaks for Saltmarsh Energy. */
static gboolean
is_in_address (MatchumCompanyCandidates *self, const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, (gssize) strcspn (name, " "));
  gsize n = strlen (folded);

  if (n < 4 || !g_str_is_ascii (folded))
    return FALSE;
  for (const char *p = memchr (self->text, '@', self->length); p != NULL;
       p = memchr (p + 1, '@', self->length - (gsize) (p + 1 - self->text)))
    if ((gsize) (self->text + self->length - p) > n && g_ascii_strncasecmp (p + 1, folded, n) == 0)
      return TRUE;
  return FALSE;
}

gboolean
matchum_company_names_place (const char *folded)
{
  gsize first = strcspn (folded, " ,·/(");

  if (matchum_word_list_holds (&places, folded, strlen (folded)))
    return TRUE;
  if (!matchum_word_list_holds (&places, folded, first))
    return FALSE;
  for (const char *p = folded + first; *p != '\0';)
    {
      static const char *const units[] = { "시", "구", "군", "동", "읍", "면", "역", "도", "가", "로" };
      gsize n = strcspn (p += strspn (p, " ,·/("), " ,·/(");
      gboolean is_unit = n == 0 || matchum_word_list_holds (&places, p, n);

      is_unit |= p[-1] == '/' && n <= strlen ("연신내") && (guchar) *p >= 0xea;
      for (guint i = 0; i < G_N_ELEMENTS (units) && !is_unit; i++)
        is_unit = n > 3 && memcmp (p + n - 3, units[i], 3) == 0;
      if (!is_unit)
        return FALSE;
      p += n;
    }
  return TRUE;
}

guint
matchum_company_count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

gboolean
matchum_company_ends_as_one (const char *folded)
{
  return matchum_headline_names_company (folded) || matchum_word_list_begins (&english_offices, folded, strlen (folded))
         || (strchr (folded, ' ') != NULL && matchum_word_list_ends (&english_ends, folded, strlen (folded)));
}

gboolean
matchum_company_has_legal_form (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_word_list_stands_in (&legal_forms, folded);
}

gboolean
matchum_company_names_detail (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_word_list_stands_apart (&detail_words, folded);
}

static gint
weigh_words (const char *name)
{
  g_autofree char *folded = matchum_fold (name, -1);
  gboolean is_company = matchum_company_ends_as_one (folded);
  gboolean is_legal =
      matchum_word_list_stands_apart (&legal_forms, folded) || matchum_word_list_stands_in (&legal_forms, folded);
  gboolean is_doubtful =
      g_utf8_strlen (folded, -1) < 4 && matchum_word_list_ends (&doubtful_ends, folded, strlen (folded));
  /* "참좋은치과" ends like a word with a particle. */
  const guint32 no_name = MATCHUM_WORDING_BREAKS_OFF | MATCHUM_WORDING_ADDRESS | MATCHUM_WORDING_QUESTION;
  gint weight = 0;

  if (is_legal)
    weight += weights[MATCHUM_CLUE_LEGAL_FORM];
  if (is_company)
    weight += weights[is_doubtful ? MATCHUM_CLUE_MAYBE_END : MATCHUM_CLUE_END];
  if (!is_company && !is_legal && matchum_headline_names_job (folded))
    weight += weights[MATCHUM_CLUE_NAMES_JOB];
  if (!is_company && !is_legal && matchum_word_list_stands_apart (&detail_words, folded))
    weight += weights[MATCHUM_CLUE_NAMES_DETAIL];
  if (matchum_company_names_place (folded))
    weight += weights[MATCHUM_CLUE_NAMES_PLACE];
  if (matchum_company_count_words (folded) > ((guchar) *folded >= 0xe0 ? 3 : 5))
    weight += weights[MATCHUM_CLUE_MANY_WORDS];
  if (strpbrk (folded, "0123456789") != NULL)
    weight += weights[MATCHUM_CLUE_DIGITS];
  if ((!is_legal && matchum_wording_is_sentence (folded)) || strpbrk (folded, "%<>?!#@") != NULL
      || g_str_has_suffix (folded, "까")
      || (matchum_wording_judge (folded) & (is_company ? no_name & ~(guint32) MATCHUM_WORDING_BREAKS_OFF : no_name))
             != 0)
    weight += weights[MATCHUM_CLUE_SENTENCE];
  return weight;
}

/* Candidates. */

char *
matchum_company_dup_trimmed (const char *text, gsize length)
{
  return matchum_headline_dup_trimmed (text, length, "*");
}

/* "당근 채용", "Acme Careers", "나무랩스 채용정보" */
static void
cut_call (char *name)
{
  static const char *const ends[] = { " 채용정보", " 채용공고", " 채용 공고", " 채용", " Careers",
                                      " careers",  " logo",     " 로고",      " 팀" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]) && strlen (name) > strlen (ends[i]))
      name[strlen (name) - strlen (ends[i])] = '\0';
}

static void
free_candidate_cb (gpointer data)
{
  g_free (((Candidate *) data)->name);
}

/* "LARKFIELD ACADEMY" on top of a page is written otherwise in its sentences. */
static void
use_usual_case (MatchumCompanyCandidates *self, char *company)
{
  gsize n = strlen (company);
  const char *end = self->text + self->length;

  if (n < 6)
    return;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_islower (company[i]) || (guchar) company[i] >= 0x80)
        return;
    }
  for (const char *p = self->text; p + n <= end; p++)
    {
      if (g_ascii_toupper (*p) == *company && g_ascii_strncasecmp (p, company, n) == 0 && g_ascii_islower (p[n - 1]))
        {
          memcpy (company, p, n);
          return;
        }
    }
}

/* Whether a name is a longer form of another: "Tidemark Exchange" of "Tidemark", "에듀모아(주)" of "에듀모아". */
static gboolean
is_longer_form (const char *name, const char *other)
{
  static const char *const forms[] = { "(주)", "㈜" };
  gsize n = strlen (other);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_prefix (name, forms[i]) && strcmp (name + strlen (forms[i]), other) == 0)
      return TRUE;
  if (strncmp (name, other, n) != 0)
    return FALSE;
  return strcmp (name + n, forms[0]) == 0 || strcmp (name + n, forms[1]) == 0
         || (name[n] == ' ' && g_ascii_isupper (*name) && g_ascii_isupper (name[n + 1])
             && matchum_company_count_words (name + n + 1) <= 2);
}

/* What speaks for the short form of a name speaks for the long one, if it is a name by itself. */
static void
lift_longer_forms (MatchumCompanyCandidates *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      Candidate *candidate = &g_array_index (self->names, Candidate, i);

      for (guint k = 0; k < self->names->len; k++)
        {
          const Candidate *other = &g_array_index (self->names, Candidate, k);

          if (candidate->is_own && candidate->weight >= NEARLY_ENOUGH && candidate->weight <= other->weight
              && !other->is_labelled && is_longer_form (candidate->name, other->name))
            candidate->weight = other->weight + 1;
        }
    }
}

static void
weigh (MatchumCompanyCandidates *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      Candidate *candidate = &g_array_index (self->names, Candidate, i);

      if (candidate->is_labelled)
        continue;
      use_usual_case (self, candidate->name);
      candidate->weight += weigh_words (candidate->name);
      if (candidate->weight + weights[MATCHUM_CLUE_AGAIN_ACTS] + weights[MATCHUM_CLUE_IN_ADDRESS] < NEARLY_ENOUGH)
        continue;
      candidate->weight += weigh_repeats (self, candidate->name, candidate->acts ? 1 : 0);
      if (is_in_address (self, candidate->name))
        candidate->weight += weights[MATCHUM_CLUE_IN_ADDRESS];
    }
  lift_longer_forms (self);
}

void
matchum_company_candidates_add (MatchumCompanyCandidates *self,
                                MatchumCompanyClue clue,
                                const char *text,
                                gsize length,
                                gint more)
{
  g_autofree char *plain = matchum_headline_dup_plain (text, length);
  g_autofree char *name = matchum_company_dup_trimmed (plain, strlen (plain));
  Candidate candidate = { .weight = weights[clue] + more,
                          .acts = clue == MATCHUM_CLUE_SUBJECT,
                          .is_own = clue >= MATCHUM_CLUE_FIRM_PART && clue <= MATCHUM_CLUE_FIRST_LINE
                                    && clue != MATCHUM_CLUE_ROUND,
                          .is_labelled = clue <= MATCHUM_CLUE_LABEL };

  cut_call (name);
  if (*name == '\0' || (clue > MATCHUM_CLUE_LABEL && g_utf8_strlen (name, -1) < 2) || strlen (name) > MAX_NAME_LENGTH
      || self->names->len >= MAX_CANDIDATES)
    return;
  for (guint i = 0; i < self->names->len; i++)
    {
      Candidate *known = &g_array_index (self->names, Candidate, i);

      if (strcmp (known->name, name) == 0)
        {
          known->is_own |= candidate.is_own;
          known->weight = MAX (known->weight, candidate.weight) + MIN (known->weight, candidate.weight) / 2;
          return;
        }
    }
  candidate.name = g_steal_pointer (&name);
  g_array_append_val (self->names, candidate);
}

char *
matchum_company_candidates_steal_heaviest (MatchumCompanyCandidates *self)
{
  gint most = ENOUGH - 1;
  Candidate *best = NULL;

  weigh (self);
  for (guint i = 0; i < self->names->len; i++)
    {
      Candidate *candidate = &g_array_index (self->names, Candidate, i);

      if (candidate->weight > most)
        {
          most = candidate->weight;
          best = candidate;
        }
    }
  return best != NULL ? g_steal_pointer (&best->name) : NULL;
}

void
matchum_company_candidates_init (MatchumCompanyCandidates *self, const char *text, gsize length)
{
  self->text = text;
  self->length = length;
  self->names = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (self->names, free_candidate_cb);
}

void
matchum_company_candidates_clear (MatchumCompanyCandidates *self)
{
  g_clear_pointer (&self->names, g_array_unref);
}

gint
matchum_company_clue_get_weight (MatchumCompanyClue clue)
{
  return weights[clue];
}
