/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings as people write them. */
#include "config.h"

#include "resume/matchum-section-kind.h"

static const struct {
  const char *text;
  MatchumSectionKind kind;
} cases[] = {
  { "경력", MATCHUM_SECTION_EXPERIENCE },
  { "경력사항", MATCHUM_SECTION_EXPERIENCE },
  { "경력 사항", MATCHUM_SECTION_EXPERIENCE },
  { "주요 경력", MATCHUM_SECTION_EXPERIENCE },
  { "업무 경험", MATCHUM_SECTION_EXPERIENCE },
  { "연구 경력", MATCHUM_SECTION_EXPERIENCE },
  { "💼 경력", MATCHUM_SECTION_EXPERIENCE },
  { "[경력사항]", MATCHUM_SECTION_EXPERIENCE },
  { "Experience", MATCHUM_SECTION_EXPERIENCE },
  { "EXPERIENCE:", MATCHUM_SECTION_EXPERIENCE },
  { "Work Experience", MATCHUM_SECTION_EXPERIENCE },
  { "Professional Experience", MATCHUM_SECTION_EXPERIENCE },
  { "Employment History", MATCHUM_SECTION_EXPERIENCE },
  { "Experience / 경력", MATCHUM_SECTION_EXPERIENCE },
  { "프로젝트", MATCHUM_SECTION_PROJECTS },
  { "사이드 프로젝트", MATCHUM_SECTION_PROJECTS },
  { "프로젝트 경험", MATCHUM_SECTION_PROJECTS },
  { "Selected projects / 프로젝트", MATCHUM_SECTION_PROJECTS },
  { "Open Source", MATCHUM_SECTION_PROJECTS },
  { "학력", MATCHUM_SECTION_EDUCATION },
  { "학력 및 교육", MATCHUM_SECTION_EDUCATION },
  { "교육 이수", MATCHUM_SECTION_EDUCATION },
  { "Education & Certifications", MATCHUM_SECTION_EDUCATION },
  { "기술", MATCHUM_SECTION_SKILLS },
  { "기술 스택", MATCHUM_SECTION_SKILLS },
  { "보유 기술", MATCHUM_SECTION_SKILLS },
  { "스킬", MATCHUM_SECTION_SKILLS },
  { "Technical Skills", MATCHUM_SECTION_SKILLS },
  { "Tech Stack", MATCHUM_SECTION_SKILLS },
  { "Programming Languages", MATCHUM_SECTION_SKILLS },
  { "Skills & Languages", MATCHUM_SECTION_SKILLS },
  { "논문", MATCHUM_SECTION_PUBLICATIONS },
  { "Publications", MATCHUM_SECTION_PUBLICATIONS },
  { "연구 실적", MATCHUM_SECTION_PUBLICATIONS },
  { "수상", MATCHUM_SECTION_AWARDS },
  { "수상 및 활동", MATCHUM_SECTION_AWARDS },
  { "Honors and Awards", MATCHUM_SECTION_AWARDS },
  { "자격증", MATCHUM_SECTION_CERTIFICATES },
  { "자격증 및 어학", MATCHUM_SECTION_CERTIFICATES },
  { "Licenses and Certificates", MATCHUM_SECTION_CERTIFICATES },
  { "어학", MATCHUM_SECTION_LANGUAGES },
  { "외국어 능력", MATCHUM_SECTION_LANGUAGES },
  { "Languages", MATCHUM_SECTION_LANGUAGES },
  { "활동", MATCHUM_SECTION_ACTIVITIES },
  { "대외활동", MATCHUM_SECTION_ACTIVITIES },
  { "봉사", MATCHUM_SECTION_ACTIVITIES },
  { "Volunteer Experience", MATCHUM_SECTION_ACTIVITIES },
  { "Talks and writing", MATCHUM_SECTION_ACTIVITIES },
  { "소개", MATCHUM_SECTION_SUMMARY },
  { "자기소개", MATCHUM_SECTION_SUMMARY },
  { "경력 요약", MATCHUM_SECTION_SUMMARY },
  { "Professional Summary", MATCHUM_SECTION_SUMMARY },
  { "About me", MATCHUM_SECTION_SUMMARY },
  { "Profile", MATCHUM_SECTION_SUMMARY },
  { "연락처", MATCHUM_SECTION_CONTACT },
  { "Contact", MATCHUM_SECTION_CONTACT },
  { "Other", MATCHUM_SECTION_OTHER },
  { "병역", MATCHUM_SECTION_OTHER },
  { "Interests", MATCHUM_SECTION_OTHER },
  { "", MATCHUM_SECTION_OTHER },
  { "Experienced people are known by the company that they keep over the years", MATCHUM_SECTION_OTHER },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (matchum_section_kind_guess (cases[i].text), ==, cases[i].kind);
    }
}

static void
test_exactly (void)
{
  static const char *const exact[] = { "경력",   "주요 경력", "경력사항",  "Experience",       "Work Experience",
                                       "Awards", "수상 내역", "기술 스택", "Experience / 경력" };
  static const char *const loose[] = { "추천 프로젝트 2차", "Acme, Experience Designer", "Kim Skills Kim",
                                       "이음마켓 인턴십 2020", "Project Apollo" };

  for (gsize i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      g_test_message ("%s", exact[i]);
      g_assert_cmpint (matchum_section_kind_guess_exactly (exact[i]), !=, MATCHUM_SECTION_OTHER);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (loose); i++)
    {
      g_test_message ("%s", loose[i]);
      g_assert_cmpint (matchum_section_kind_guess_exactly (loose[i]), ==, MATCHUM_SECTION_OTHER);
    }
}

static void
test_document_word (void)
{
  g_assert_true (matchum_section_kind_is_document_word ("이력서"));
  g_assert_true (matchum_section_kind_is_document_word ("Résumé"));
  g_assert_true (matchum_section_kind_is_document_word ("Curriculum Vitae"));
  g_assert_false (matchum_section_kind_is_document_word ("Jane Vitae"));
  g_assert_false (matchum_section_kind_is_document_word ("경력"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section-kind/guess", test_guess);
  g_test_add_func ("/section-kind/exactly", test_exactly);
  g_test_add_func ("/section-kind/document-word", test_document_word);
  return g_test_run ();
}
