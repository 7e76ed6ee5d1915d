/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of headings say, those in the lists and those that none holds. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-heading.h"

typedef struct {
  MatchumPostingKind kind;
  const char *headings; /* divided by ; */
} Expectation;

static const Expectation expectations[] = {
  { MATCHUM_POSTING_REQUIRED,
    "자격요건;자격 요건;[지원자격];## 🙋 필수 요건;<자격 사항>;자격요건 (필수);Requirements / 자격 요건;이런 분을 찾고 "
    "있어요;"
    "우리가 찾는 분;저희와 함께 자랄 분을 찾습니다;누구와 일하고 싶은가요?;이 자리에 필요한 역량;자격요건 및 우대사항;"
    "Requirements:;WHO YOU ARE;What you’ll bring;What we're looking for;Minimum qualifications;Skills & Experience;"
    "You might be a great fit if;Required and preferred qualifications" },
  { MATCHUM_POSTING_PREFERRED,
    "우대사항;우대 조건 (선택);이런 분이면 더 좋아요;있으면 좋은 경험;이런 경험이 있다면 꼭 알려주세요;필수는 아니지만 "
    "있으면 좋아요;"
    "가산점을 드려요;Nice to have;Bonus points;Preferred qualifications;It would be great if;Even better if you have;"
    "Not required, but we'd love it if" },
  { MATCHUM_POSTING_DUTY,
    "주요업무;담당 업무;이런 업무를 해요 [주요 업무];누리봄에서는 이런 일을 해요;합류하면 담당할 업무;맡게 될 일;무슨 "
    "일을 하나요?;"
    "이런 문제를 풀어요;01 담당업무;Responsibilities;What you'll do;Roles & Responsibilities;In this role, you will;"
    "A day in the life;The problems you'll solve" },
  { MATCHUM_POSTING_STACK, "기술스택;사용 기술;개발 환경;이런 도구를 써요;Tech stack;Tools we use" },
  { MATCHUM_POSTING_BENEFIT, "혜택 및 복지;복리후생;이런 혜택을 드려요;합류하면 좋은 점;저희가 챙겨 "
                             "드려요;Benefits;Perks & benefits;What we offer;"
                             "What's in it for you" },
  { MATCHUM_POSTING_PROCESS, "채용 절차;전형방법;합류 여정;이렇게 합류해요;채용은 이렇게 진행돼요;Hiring process;How "
                             "to apply;What happens next" },
  { MATCHUM_POSTING_NOTE, "유의사항;참고해 주세요;제출 서류;문의;Equal opportunity;Additional information" },
  { MATCHUM_POSTING_OTHER, "회사 소개;팀을 소개해요;직무 소개;사내 문화;저희는 이렇게 일해요;근무 조건;About us;About "
                           "the role;Who we are / 회사 소개;Location" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_auto (GStrv) headings = g_strsplit (expectations[i].headings, ";", -1);

      for (guint j = 0; headings[j] != NULL; j++)
        {
          MatchumPostingKind kind = MATCHUM_POSTING_OTHER;

          g_test_message ("%s", headings[j]);
          g_assert_true (matchum_posting_heading_classify (headings[j], strlen (headings[j]), &kind));
          g_assert_cmpint (kind, ==, expectations[i].kind);
        }
    }
}

static void
test_silent (void)
{
  static const char *const headings[] = { "",       "  ",  "!!!", "🚀", "피드 품질", "백엔드", "Growth analytics",
                                          "Python", "서울" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      MatchumPostingKind kind = MATCHUM_POSTING_STACK;

      g_test_message ("%s", headings[i]);
      g_assert_false (matchum_posting_heading_classify (headings[i], strlen (headings[i]), &kind));
      g_assert_cmpint (kind, ==, MATCHUM_POSTING_STACK);
    }
}

/* Only so many bytes are looked at, and none beyond them. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("자격요건 ");
  MatchumPostingKind kind;

  while (text->len < 100000)
    g_string_append (text, "가");
  matchum_posting_heading_classify (text->str, text->len, &kind);
  g_assert_true (matchum_posting_heading_classify ("자격요건가나다", strlen ("자격요건"), &kind));
  g_assert_cmpint (kind, ==, MATCHUM_POSTING_REQUIRED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/heading/kinds", test_kinds);
  g_test_add_func ("/posting/heading/silent", test_silent);
  g_test_add_func ("/posting/heading/long", test_long);

  return g_test_run ();
}
