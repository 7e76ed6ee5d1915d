/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds unknown nouns that stand in a list beside known names. */
#include "config.h"

#include "posting/matchum-requirement-member.h"

#include <string.h>

#include "posting/matchum-requirement-words.h"
#include "text/matchum-korean-tail.h"

/* A member of more words than this is a phrase, and asks for something else. */
#define MAX_WORDS 2

/* Nouns that say what is done with a thing, or nothing much. Alone they ask for nothing. */
static const char *const plain_nouns[] = {
  "구축",   "운영",   "개발",   "설계",   "분석",     "관리",     "적용",     "활용",     "이해",     "수행",
  "기획",   "개선",   "도입",   "최적화", "유지보수", "고도화",   "작성",     "배포",     "평가",     "검증",
  "학습",   "처리",   "수집",   "정제",   "가공",     "추출",     "업무",     "직무",     "경험",     "경력",
  "지식",   "능력",   "역량",   "실무",   "관련",     "분야",     "전공",     "학과",     "학위",     "우대",
  "가능",   "필수",   "서비스", "시스템", "제품",     "프로젝트", "팀",       "조직",     "회사",     "고객",
  "사용자", "기술",   "방법",   "방법론", "도구",     "툴",       "환경",     "문제",     "결과",     "데이터",
  "정보",   "품질",   "성능",   "이슈",   "요구사항", "조건",     "사항",     "리딩",     "리드",     "문서",
  "문서화", "공유",   "발표",   "보고",   "의사결정", "기여",     "제안",     "해결",     "도출",     "정의",
  "수립",   "실행",   "측정",   "지원",   "대응",     "조율",     "검토",     "구현",     "테스트",   "배치",
  "연구",   "실험",   "해석",   "시각화", "도출",     "전달",     "설명",     "협업",     "소통",     "사용",
  "이용",   "제작",   "집행",   "진행",   "참여",     "담당",     "주도",     "모델",     "알고리즘", "로직",
  "기능",   "구조",   "코드",   "이론",   "기초",     "원리",     "개념",     "기본",     "응용",     "동작",
  "효율",   "효율화", "안정성", "확장성", "안정화",   "자동화",   "표준화",   "체계",     "체계화",   "프로세스",
  "모델링", "생성",   "변환",   "하나",   "둘",       "이상",     "이하",     "기타",     "무관",     "신입",
  "인턴",   "동료",   "타",     "유관",   "부서",     "직군",     "개발자",   "디자이너", "기획자",   "엔지니어",
  "본인",   "국내",   "해외",   "국내외", "기업",     "대기업",   "스타트업", "유사",     "동등",     "목표",
  "전략",   "가치",   "성과",   "변화",   "생각",     "의견",     "사고",     "논리",     "태도",     "자세",
  "열정",   "책임감", "호기심", "창의력", "성실",     "친절",     "꼼꼼",     "정직",     "신뢰",     "존중",
  "배려",   "도전",   "성장",   "다양",   "노하우",   "스킬",     "센스",     "감각",     "배경",     "사례",
  "트렌드", "주제",   "현황",   "원인",   "가설",     "인사이트", "지표",     "요구",     "니즈",     "시장",
  "산업",   "업계",   "도메인", NULL
};

/* Words that close what a line asks for; a member ends before them. */
static const char *const closers[] = { "경험", "경력", "이해", "지식", "능력", "역량",
                                       "활용", "사용", "관련", "분야", NULL };

static const char *const joint_words[] = { "및", "또는", "혹은", "그리고", "와", "과", "나", "이나", NULL };

typedef struct {
  MatchumSpan words[MAX_WORDS + 1]; /* one more than may be */
  guint n_words;
  gboolean has_start; /* a joint, or the start of the line, stands before it */
} Member;

static gsize
get_word_length (const char *text, gsize length)
{
  const char *at = text;

  while (at < text + length && matchum_unichar_is_hangul (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return MIN ((gsize) (at - text), length);
}

/* Length of 와, 과, 나 or 이나 at the end of a noun of two syllables or more; 0 where it has none. */
static gsize
get_joint_length (const char *word, gsize length)
{
  static const char *const joints[] = { "이나", "와", "과", NULL };
  static const char *const nouns[] = { "결과", "성과", "효과", "학과", "통과", "초과",
                                       "경과", "내과", "외과", "치과", NULL };

  for (gsize i = 0; nouns[i] != NULL; i++)
    if (length >= strlen (nouns[i]) && memcmp (word + length - strlen (nouns[i]), nouns[i], strlen (nouns[i])) == 0)
      return 0;
  for (gsize i = 0; joints[i] != NULL; i++)
    {
      gsize size = strlen (joints[i]);

      if (length >= size + 6 && memcmp (word + length - size, joints[i], size) == 0)
        return size;
    }
  return 0;
}

/* Whether the word is a noun that may name something: no particle or verb ending behind it. */
static gboolean
is_noun (const char *word, gsize length)
{
  static const char *const endings[] = { "을", "를", "은", "는", "에", "의", "로", "서", "한",
                                         "된", "할", "될", "고", "며", "게", "해", "신", "적",
                                         "본", "인", "이", "가", "도", "만", "든", "일", NULL };

  if (length < 6 || matchum_requirement_words_is_among (word, length, plain_nouns))
    return FALSE;
  for (gsize i = 0; endings[i] != NULL; i++)
    if (memcmp (word + length - 3, endings[i], 3) == 0)
      return FALSE;
  return TRUE;
}

/* A member that a joint closes: it counts where all its words are nouns and none is known. */
static void
close_member (MatchumAtomLine *line, Member *member, GArray *found)
{
  gboolean counts = member->has_start && member->n_words > 0 && member->n_words <= MAX_WORDS;
  MatchumSpan span;

  if (!counts)
    return;
  span = MATCHUM_SPAN (member->words[0].start, member->words[member->n_words - 1].end);
  counts = !matchum_atom_line_is_taken (line, span);
  for (guint i = 0; i < member->n_words && counts; i++)
    counts = is_noun (line->text + member->words[i].start, matchum_span_get_length (member->words[i]));
  if (counts)
    g_array_append_val (found, span);
}

static void
start_member (Member *member, gboolean has_start)
{
  member->n_words = 0;
  member->has_start = has_start;
}

static void
add_word (Member *member, MatchumSpan span)
{
  if (member->n_words <= MAX_WORDS)
    member->words[member->n_words++] = span;
}

/* Reads one word at i into the member, or lets it close the member. Gives its bytes. */
static gsize
read_word (MatchumAtomLine *line, gsize i, Member *member, GArray *found)
{
  const char *word = line->text + i;
  gsize length = get_word_length (word, line->length - i);
  gsize joint = get_joint_length (word, length);

  if (matchum_requirement_words_is_among (word, length, joint_words))
    {
      close_member (line, member, found);
      start_member (member, TRUE);
    }
  else if (joint > 0)
    {
      add_word (member, MATCHUM_SPAN (i, i + length - joint));
      close_member (line, member, found);
      start_member (member, TRUE);
    }
  else if (matchum_requirement_words_is_among (word, length, closers) && member->n_words > 0)
    {
      close_member (line, member, found);
      start_member (member, FALSE);
    }
  else
    add_word (member, MATCHUM_SPAN (i, i + length));
  return length;
}

GArray *
matchum_requirement_members_find (MatchumAtomLine *line)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  Member member = { .has_start = TRUE };

  for (gsize i = 0; i < line->length;)
    {
      gboolean is_list_mark = line->text[i] == ',' || line->text[i] == '/' || memcmp (line->text + i, "·", 2) == 0;

      if (get_word_length (line->text + i, line->length - i) > 0)
        {
          i += read_word (line, i, &member, found);
          continue;
        }
      if (is_list_mark)
        {
          close_member (line, &member, found);
          start_member (&member, TRUE);
        }
      else if (line->text[i] != ' ')
        start_member (&member, strchr ("([:", line->text[i]) != NULL);
      i += (gsize) (g_utf8_next_char (line->text + i) - (line->text + i));
    }
  return found;
}
