/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds unknown nouns that stand in a list beside known names. */
#include "config.h"

#include "posting/matchum-requirement-member.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-word-list.h"

/* A member of more words than this is a phrase, and asks for something else. */
#define MAX_WORDS 3

/* Nouns that say what is done with a thing, or nothing much. Alone they ask for nothing. */
static MatchumWordList plain_nouns = MATCHUM_WORD_LIST (
    "구축|운영|개발|설계|분석|관리|적용|활용|이해|수행|기획|개선|도입|최적화|유지보수|고도화|작성|배포|"
    "평가|검증|학습|처리|수집|정제|가공|추출|업무|직무|경험|경력|지식|능력|역량|실무|관련|분야|전공|학과|"
    "학위|우대|가능|필수|서비스|시스템|제품|프로젝트|팀|조직|회사|고객|사용자|기술|방법|방법론|도구|툴|"
    "환경|문제|결과|데이터|정보|품질|성능|이슈|요구사항|조건|사항|리딩|리드|문서|문서화|공유|발표|보고|"
    "의사결정|기여|제안|해결|도출|정의|수립|실행|측정|지원|대응|조율|검토|구현|테스트|배치|연구|실험|해석|"
    "시각화|전달|설명|협업|소통|사용|이용|제작|집행|진행|참여|담당|주도|모델|알고리즘|로직|기능|구조|코드|"
    "이론|기초|원리|개념|기본|응용|동작|효율|효율화|안정성|확장성|안정화|자동화|표준화|체계|체계화|"
    "프로세스|모델링|생성|변환|하나|둘|이상|이하|기타|무관|신입|인턴|동료|타|유관|부서|직군|개발자|"
    "디자이너|기획자|엔지니어|본인|국내|해외|국내외|기업|대기업|스타트업|유사|동등|목표|전략|가치|성과|"
    "변화|생각|의견|사고|논리|태도|자세|열정|책임감|호기심|창의력|성실|친절|꼼꼼|정직|신뢰|존중|배려|도전|"
    "성장|다양|노하우|스킬|센스|감각|배경|사례|트렌드|주제|현황|원인|가설|인사이트|지표|요구|니즈|시장|"
    "산업|업계|도메인|신규|기존|각종|주요|핵심|전반|전사|글로벌|자사|사내|외부|내부|최신|실제|고급|중급|"
    "초급|우수|능숙|숙련|전문|심화|상급|통합|대형|소형|중견|일반|공통|공동|개인|단체|일정|이력|수상|기간|"
    "규모|수준|정도|범위|대상|관점|측면|과정|단계|상황|방식|형태|유형|종류|목적|필요|요청|계획|업체|협력사|"
    "파트너|담당자|관계자|임원|경영진|직원|구성원|인력|인원|자료|콘텐츠|채널|플랫폼|솔루션|프로그램|웹|앱|"
    "모바일|온라인|오프라인|복수|다수|일부|모두|전체|상시|정기|직접|본사|지사|현업|실습|교육|훈련|참고|"
    "제출|첨부|링크|건강|병역|여행|결격|사유|이내|이후|이전|최종|최소|최대|하기|상기|통해|위해|대해|관해|"
    "의해|통한|서로|바로|함께|스스로|메일|이메일|회화|소지|보유|취득|이수|수료|졸업|재학|예정|장기|단기");

/* Words that close what a line asks for; a member ends before them. */
static MatchumWordList closers = MATCHUM_WORD_LIST ("경험|경력|이해|지식|능력|역량|활용|사용|관련|분야");

static MatchumWordList joint_words = MATCHUM_WORD_LIST ("및|또는|혹은|그리고|와|과|나|이나");

typedef struct {
  MatchumSpan words[MAX_WORDS + 1]; /* one more than may be */
  guint n_words;
  gboolean has_start; /* a joint, or the start of the line, stands before it */
  gboolean is_joined; /* a joint does */
} Member;

/* Length of 와, 과, 나 or 이나 at the end of a noun of two syllables or more; 0 where it has none. */
static gsize
get_joint_length (const char *word, gsize length)
{
  static const char *const joints[] = { "이나", "와", "과", NULL };
  static MatchumWordList nouns = MATCHUM_WORD_LIST ("결과|성과|효과|학과|통과|초과|경과|내과|외과|치과");

  if (matchum_word_list_ends (&nouns, word, length))
    return 0;
  for (gsize i = 0; joints[i] != NULL; i++)
    {
      gsize size = strlen (joints[i]);

      if (length >= size + 6 && memcmp (word + length - size, joints[i], size) == 0)
        return size;
    }
  return 0;
}

/* Whether the word is a noun: no particle or verb ending behind it. Words of two syllables are rarely more than a noun;
 * in longer ones the last syllable may be a particle. */
static gboolean
is_noun (const char *word, gsize length)
{
  static MatchumWordList verbs = MATCHUM_WORD_LIST ("을|를|은|는|의|에|한|된|할|될|던|운|른|만든|다룬|바꾼|이끈");
  static MatchumWordList endings = MATCHUM_WORD_LIST ("에|로|서|고|며|게|해|신|적|본|인|이|가|만|든|일|들");
  static MatchumWordList nouns =
      MATCHUM_WORD_LIST ("평가|허가|인가|원가|단가|물가|주가|전문가|광고|보고|재고|사고|신고|"
                         "문서|부서|순서|명세서|계획서|보고서|제안서|설명서|회로|도로|경로|"
                         "디자인|라인|온라인|승인|확인|법인|요인|통신|확신|배신|최신|임신|"
                         "분해|이해|재해|피해|공해|생산일|납기일|부품|공작물|원고|창고|"
                         "휴가|증가|국가|추가|참가|작가|아이|놀이|길이|높이|차이|종이");

  if (length < 6)
    return FALSE;
  if (matchum_word_list_ends (&verbs, word, length))
    return matchum_word_list_holds (&plain_nouns, word, length);
  if (length > 6 && matchum_word_list_ends (&endings, word, length))
    return matchum_word_list_ends (&nouns, word, length);
  return TRUE;
}

gboolean
matchum_requirement_member_is_plain (const char *word, gsize length)
{
  return matchum_word_list_holds (&plain_nouns, word, length);
}

static gboolean
is_plain (MatchumAtomLine *line, MatchumSpan word)
{
  return matchum_requirement_member_is_plain (line->text + word.start, matchum_span_get_length (word));
}

/* A member that a joint closes: it counts where all its words are nouns, one of them says more than what is done with a
 * thing, and none is known. Of "페이스북, 핀터레스트 광고", where 광고 is known, the words before it count. */
static void
close_member (MatchumAtomLine *line, Member *member, GArray *found)
{
  gboolean is_telling = FALSE;
  guint n_words = member->n_words;
  MatchumSpan span;

  if (!member->has_start || n_words == 0 || n_words > MAX_WORDS)
    return;
  while (n_words > 0 && matchum_atom_line_is_taken (line, member->words[n_words - 1]))
    n_words--;
  if (n_words == 0)
    return;
  span = MATCHUM_SPAN (member->words[0].start, member->words[n_words - 1].end);
  if (matchum_atom_line_is_taken (line, span))
    return;
  for (guint i = 0; i < n_words; i++)
    {
      if (!is_noun (line->text + member->words[i].start, matchum_span_get_length (member->words[i])))
        return;
      is_telling |= !is_plain (line, member->words[i]);
    }
  if (is_telling && (n_words == member->n_words || !is_plain (line, member->words[n_words - 1])))
    g_array_append_val (found, span);
}

static void
start_member (Member *member, gboolean has_start, gboolean is_joined)
{
  member->n_words = 0;
  member->has_start = has_start;
  member->is_joined = is_joined;
}

static void
add_word (Member *member, MatchumSpan span)
{
  if (member->n_words <= MAX_WORDS)
    member->words[member->n_words++] = span;
}

/* Length of the object particle at the end of a noun; 0 where it has none. */
static gsize
get_object_length (const char *word, gsize length)
{
  if (length >= 9 && (memcmp (word + length - 3, "을", 3) == 0 || memcmp (word + length - 3, "를", 3) == 0))
    return 3;
  return 0;
}

/* Reads one word at i into the member, or lets it close the member. Gives its bytes. */
static gsize
read_word (MatchumAtomLine *line, gsize i, Member *member, GArray *found)
{
  const char *word = line->text + i;
  gsize length = matchum_requirement_words_measure_hangul (word, line->length - i);
  gsize joint = get_joint_length (word, length);

  if (matchum_word_list_holds (&joint_words, word, length))
    {
      close_member (line, member, found);
      start_member (member, TRUE, TRUE);
    }
  else if (joint > 0)
    {
      add_word (member, MATCHUM_SPAN (i, i + length - joint));
      close_member (line, member, found);
      start_member (member, TRUE, TRUE);
    }
  else if (get_object_length (word, length) > 0)
    {
      /* The last of a list: "교육과 성취도 평가를". */
      add_word (member, MATCHUM_SPAN (i, i + length - get_object_length (word, length)));
      if (member->is_joined)
        close_member (line, member, found);
      start_member (member, FALSE, FALSE);
    }
  else if (matchum_word_list_holds (&closers, word, length) && member->n_words > 0)
    {
      close_member (line, member, found);
      start_member (member, FALSE, FALSE);
    }
  else
    add_word (member, MATCHUM_SPAN (i, i + length));
  return length;
}

/* Whether an atom names a thing to work with. */
static gboolean
is_tool (MatchumAtomLine *line, const MatchumAtom *atom)
{
  return atom->kind == MATCHUM_ATOM_SKILL && atom->criterion != NULL
         && matchum_criterion_tree_is_product (atom->criterion, line->lexicon);
}

/* Length of the words that say that something is done with what stands before them; 0 where none do. */
static gsize
get_use_length (const char *text, gsize length)
{
  static const char *const uses[] = { "를 이용한 ", "을 이용한 ", "를 활용한 ", "을 활용한 ", "를 사용한 ",
                                      "을 사용한 ", "를 이용해 ", "을 이용해 ", "를 활용해 ", "을 활용해 ",
                                      "를 사용해 ", "을 사용해 ", "으로 ",      "로 " };

  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    if (length > strlen (uses[i]) && memcmp (text, uses[i], strlen (uses[i])) == 0)
      return strlen (uses[i]);
  return 0;
}

/* "Kafka를 이용한 실시간 색인 파이프라인 개발": what a tool is used for, in words that nobody knows. An empty span
 * where they are known or say nothing. */
static MatchumSpan
find_object (MatchumAtomLine *line, gsize at)
{
  MatchumSpan found = { at, at };
  gboolean is_telling = FALSE;

  for (guint n = 0; n <= MAX_WORDS && at < line->length; n++)
    {
      gsize length = matchum_requirement_words_measure_hangul (line->text + at, line->length - at);
      gsize object = get_object_length (line->text + at, length);
      MatchumSpan word = MATCHUM_SPAN (at, at + length - object);

      if (length == 0 || n == MAX_WORDS || matchum_atom_line_is_taken (line, word))
        break;
      if (n > 0 && object == 0 && matchum_requirement_member_is_plain (line->text + at, length))
        return is_telling && n > 0 ? found : MATCHUM_SPAN (0, 0);
      if (!is_noun (line->text + at, matchum_span_get_length (word)))
        break;
      is_telling |= !is_plain (line, word);
      found.end = word.end;
      if (object > 0)
        return is_telling && n > 0 ? found : MATCHUM_SPAN (0, 0);
      at += length;
      if (at >= line->length || line->text[at] != ' ')
        break;
      at++;
    }
  return MATCHUM_SPAN (0, 0);
}

static void
add_objects (MatchumAtomLine *line, GArray *found)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);
      gsize use =
          is_tool (line, atom) ? get_use_length (line->text + atom->span.end, line->length - atom->span.end) : 0;
      MatchumSpan object = use > 0 ? find_object (line, atom->span.end + use) : MATCHUM_SPAN (0, 0);

      if (!matchum_span_is_empty (object))
        g_array_append_val (found, object);
    }
}

GArray *
matchum_requirement_members_find (MatchumAtomLine *line)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  Member member = { .has_start = TRUE };

  for (gsize i = 0; i < line->length;)
    {
      gboolean is_list_mark = line->text[i] == ',' || line->text[i] == '/' || memcmp (line->text + i, "·", 2) == 0;

      if (matchum_requirement_words_measure_hangul (line->text + i, line->length - i) > 0)
        {
          i += read_word (line, i, &member, found);
          continue;
        }
      if (is_list_mark)
        {
          close_member (line, &member, found);
          start_member (&member, TRUE, TRUE);
        }
      else if (line->text[i] != ' ')
        {
          /* "수치 해석(CFD)": what a bracket speaks of; and the last thing in one. */
          if (line->text[i] == '(' || (line->text[i] == ')' && member.is_joined))
            close_member (line, &member, found);
          start_member (&member, strchr ("([:", line->text[i]) != NULL, FALSE);
        }
      i += (gsize) (g_utf8_next_char (line->text + i) - (line->text + i));
    }
  if (found->len == 0)
    add_objects (line, found);
  return found;
}
