/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of jobs, studies, certificates, languages and publications, and what is said where it cannot be. The
 * shapes in which people write them are in tests/cases/resumes-forms; here is what must not be guessed. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "resume/matchum-plain-resume.h"
#include "resume/matchum-resume-notes.h"

static const MatchumDay as_of = { 2026, 11, 1 };

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "-";
}

/* Each fact: line, kind, name; role, degree, test; field, score, expiry; dates. */
static char *
describe_facts (const GPtrArray *facts)
{
  static const char kinds[] = "WPECLU";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const MatchumFact *fact = g_ptr_array_index (facts, i);
      const char *second = fact->role != NULL ? fact->role : fact->degree != NULL ? fact->degree : fact->test;
      const char *third = fact->field != NULL ? fact->field : fact->score != NULL ? fact->score : fact->expiry;

      g_string_append_printf (text, "%u%c %s; %s; %s; %s..%s%s\n", fact->line, kinds[fact->kind], or_dash (fact->name),
                              or_dash (second), or_dash (third), fact->dates.start, fact->dates.end,
                              fact->is_current ? "now" : "");
    }
  return g_string_free (text, FALSE);
}

static char *
describe_notes (const GPtrArray *notes)
{
  static const char *const kinds[] = { "date", "order", "future", "undated", "degree", "parts" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const MatchumResumeNote *note = g_ptr_array_index (notes, i);

      g_assert_true (note->text != NULL && *note->text != '\0');
      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", note->line, kinds[note->kind]);
    }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name;
  const char *markdown;
  const char *facts;
} fact_cases[] = {
  { "whole", "# N\n## Work\n### Sun Moon / Star Light (2020 - 2021)\n",
    "3W Sun Moon / Star Light; -; -; 2020..2021\n" },
  { "undated bullets are no jobs", "# N\n## Work\n- Wrote reports\n- **Manager**, Acme Inc (2019 – 2020)\n",
    "4W Acme Inc; Manager; -; 2019..2020\n" },
  { "notes under a job are none",
    "# N\n## 경력\n### 가나은행 | 행원 | 2020.01 - 2020.05\n2019년에 시작한 일을 이었다.\n",
    "3W 가나은행; 행원; -; 2020-01..2020-05\n" },
  { "faults give no dates", "# N\n## 경력\n### 가나은행 | 행원 | 2020.13 - 현재\n", "3W 가나은행; 행원; -; ..\n" },
  { "full stops of dates end no sentence", "# N\n## 경력\n### 가나은행\n행원 · 2016. 9. – 2017. 12.\n- x\n",
    "3W 가나은행; 행원; -; 2016-09..2017-12\n" },
  { "role alone", "# N\n## 경력\n### 백엔드 개발자\n2020.01 - 2020.05\n",
    "3W 백엔드 개발자; -; -; 2020-01..2020-05\n" },
  { "subheads are no projects", "# N\n## 경력\n### 가나은행 | 행원 | 2020.01 - 2020.05\n#### 주요 성과\n- x\n",
    "3W 가나은행; 행원; -; 2020-01..2020-05\n" },
  { "heads of projects", "# N\n## 경력\n### 가나은행 | 행원 | 2020.01 - 2020.05\n#### 프로젝트\n##### 대출 심사\n- x\n",
    "3W 가나은행; 행원; -; 2020-01..2020-05\n5P 대출 심사; -; -; ..\n" },
  { "state, not degree", "# N\n## 학력\n- 가나대학교 법학과 수료 (2010 - 2014)\n",
    "3E 가나대학교; -; 법학과; 2010..2014\n" },
  { "table without heads", "# N\n## 경력\n| | |\n|---|---|\n| 가나은행 | 행원 | \n", "5W 가나은행; 행원; -; ..\n" },
  { "several in a line", "# N\n## Languages\nEnglish (native), German (B2)\n",
    "3L English; -; -; ..\n3L German; -; B2; ..\n" },
  { "expiry", "# N\n## 자격증\n- CPR (2024.01, 유효기간: 2026.01)\n", "3C CPR; -; 2026-01; 2024-01..\n" },
};

static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (fact_cases[i].markdown);
      g_autoptr (GPtrArray) facts = matchum_resume_facts_read (resume);
      g_autofree char *found = describe_facts (facts);

      g_test_message ("%s", fact_cases[i].name);
      g_assert_cmpstr (found, ==, fact_cases[i].facts);
    }
}

static const struct {
  const char *markdown;
  const char *notes; /* as of 2026-11-01 */
} note_cases[] = {
  { "# N\n## 경력\n### 가나은행 | 행원 | 2021.03 - 현재\n", "" },
  { "# N\n## 경력\n### 가나은행 | 행원 | 2021.13 - 현재\n", "3 date" },
  { "# N\n## 경력\n### 가나은행 | 행원\n2021.03 - 2020.01\n", "4 order" },
  { "# N\n## 경력\n### 가나은행 | 행원 | 2026.09 - 2027.02\n", "" },
  { "# N\n## 경력\n### 가나은행 | 행원 | 2026.12 - 2027.02\n", "3 future" },
  { "# N\n## 경력\n### 가나은행 | 행원 | 2021.03 - 2029.02\n", "3 future" },
  { "# N\n## 경력\n### 가나은행 | 행원\n- x\n", "3 undated" },
  { "# N\n## 경력\n### 가나은행\n#### 행원 (2020.01 - 2021.02)\n- x\n", "" },
  { "# N\n## Work\n### Sun Moon / Star Light\n2020\n", "3 parts" },
  { "# N\n## 학력\n### 가나대학교 법학과 학사 (2025.03 - 2030.02)\n", "" },
  { "# N\n## 학력\n### 가나대학교 법학과 학사 (2025.03 - 2055.02)\n", "3 future" },
  { "# N\n## 학력\n### 가나대학교 법학과\n2025.03 - 2026.02\n", "3 degree" },
  { "# N\n## 자격증\n- CPR (2024.13)\n- ADR, valid until 2040\n", "3 date" },
  { "# N\n## 경력\n| 회사 | 직무 | 기간 |\n|---|---|---|\n| 가나은행 | 행원 | 2020.01 - 2021.02 |\n| 다라은행 | 행원 | "
    "2021.05 - 2021.03 |\n",
    "6 order" },
};

static void
test_notes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (note_cases[i].markdown);
      g_autoptr (GPtrArray) facts = matchum_resume_facts_read (resume);
      g_autoptr (GPtrArray) notes = matchum_resume_notes_find (resume, facts, as_of);
      g_autofree char *found = describe_notes (notes);

      g_test_message ("%s", note_cases[i].markdown);
      g_assert_cmpstr (found, ==, note_cases[i].notes);
    }
}

static MatchumSource *
new_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return matchum_source_new ("test.txt", bytes, NULL);
}

static void
test_plain (void)
{
  static const struct {
    const char *text;
    const char *marked; /* NULL: left as it is */
  } plain_cases[] = {
    { "이가나\n\n■ 경력\n가나은행 행원\n2020.01 - 2021.02\n - 창구\n\n■ 학력\n2010.03 ~ 2014.02 가나대학교\n",
      "# 이가나\n\n## 경력\n### 가나은행 행원\n2020.01 - 2021.02\n - 창구\n\n## 학력\n### 2010.03 ~ 2014.02 "
      "가나대학교\n" },
    { "JANE DOE\r\njane@example.com\r\n\r\nEXPERIENCE\r\nNurse, Acme, 2020 - 2021\r\n\r\nEDUCATION\r\nx",
      "# JANE DOE\r\njane@example.com\r\n\r\n## EXPERIENCE\r\n### Nurse, Acme, 2020 - 2021\r\n\r\n## EDUCATION\r\nx" },
    { "# Jane\n\nExperience\n\nEducation\n", NULL },
    { "Jane\n\nExperience\n---\n\nEducation\n", NULL },
    { "주요업무\n- 개발\n\n자격요건\n- 경력 3년 이상\n\n우대사항\n- 학력 무관\n", NULL },
    { "Only some words\n\nExperience\n\nand more\n", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain_cases); i++)
    {
      g_autoptr (MatchumSource) source = new_source (plain_cases[i].text);
      g_autoptr (MatchumSource) marked = matchum_plain_resume_mark (source);

      g_assert_cmpstr (marked != NULL ? matchum_source_get_text (marked) : NULL, ==, plain_cases[i].marked);
      if (marked != NULL)
        g_assert_cmpuint (matchum_source_get_n_lines (marked), ==, matchum_source_get_n_lines (source));
    }
}

/* Time that grows with the square of the text would take minutes. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "- a (2020.13 - 현재), b\n", "| 2021.03 - 2020.01 | x |\n", "x, 2021 - 2022\n", "((((", "\"", "영어 ", "학사 "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint kind = 0; kind < 6; kind++)
      {
        static const char *const heads[] = { "Work",         "Projects",  "Education",
                                             "Certificates", "Languages", "Publications" };
        g_autoptr (GString) text = g_string_new ("# N\n## ");
        g_autoptr (MatchumResume) resume = NULL;
        g_autoptr (GPtrArray) facts = NULL;
        g_autoptr (GPtrArray) notes = NULL;

        g_string_append_printf (text, "%s\n", heads[kind]);
        if (pieces[i][0] == '|')
          g_string_append (text, "| a | b |\n|---|---|\n");
        while (text->len < 60000)
          g_string_append (text, pieces[i]);
        resume = fixture_read (text->str);
        facts = matchum_resume_facts_read (resume);
        notes = matchum_resume_notes_find (resume, facts, as_of);
        g_assert_cmpuint (notes->len, <=, 2 * facts->len);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume-facts/facts", test_facts);
  g_test_add_func ("/resume-facts/notes", test_notes);
  g_test_add_func ("/resume-facts/plain", test_plain);
  g_test_add_func ("/resume-facts/hostile", test_hostile);
  return g_test_run ();
}
