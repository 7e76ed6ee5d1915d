/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: what it looks like, that it says what is visible and nothing else. */
#include "config.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "export-words.h"
#include "export/matchum-text-exporter.h"

#define N_RESUMES 400
#define N_LONG_RESUMES 8000

static const struct {
  const char *name;
  const char *markdown;
  const char *text;
} cases[] = {
  { "resume",
    "# Kim\n\nkim@example.com · [blog](https://kim.example.com)\nSeoul\n\n## Experience\n\n### Acme | Engineer | "
    "2021.03 "
    "- Present\n\nMakes anvils.\n\n- Built **it**\n  - with `C`\n\n- and more\n\n## Skills\n\n- C\n",
    "Kim\nkim@example.com · blog (https://kim.example.com)\nSeoul\n\nExperience\nAcme | Engineer | 2021.03 - Present\n"
    "Makes anvils.\n- Built it\n  - with C\n- and more\n\nSkills\n- C\n" },
  { "dates under the heading", "# N\n\n## 경력\n\n### 한빛\n2021.03 - 현재\n\n- x\n",
    "N\n\n경력\n한빛 | 2021.03 - 현재\n- x\n" },
  { "role and dates under it", "# N\n\n## 경력\n\n### 한빛\n\n과장 · 2021.03 - 현재\n\n- x\n",
    "N\n\n경력\n한빛 | 과장 | 2021.03 - 현재\n- x\n" },
  { "more under the dates", "# N\n\n## 경력\n\n### 한빛\n\n2021.03 - 현재\nand **more**\n",
    "N\n\n경력\n한빛 | 2021.03 - 현재\nand more\n" },
  { "dates and role under it", "# N\n\n## 경력\n\n### 한빛\n\n2021.03 - 현재 | 과장\n",
    "N\n\n경력\n한빛 | 과장 | 2021.03 - 현재\n" },
  { "two jobs", "# N\n\n## 경력\n\n### A, 2021\n\n### B, 2020\n\n- x\n", "N\n\n경력\nA, 2021\n\nB, 2020\n- x\n" },
  { "wrapped", "# N\n\nOne line\nthat goes on,  \nbut not here.\n\n- an item\n  that goes on  \n  and breaks\n",
    "N\nOne line that goes on,\nbut not here.\n- an item that goes on\n  and breaks\n" },
  { "numbers", "# N\n\n3. c\n4. d\n   - e\n   - f\n5. g\n", "N\n3. c\n4. d\n  - e\n  - f\n5. g\n" },
  { "paragraph in an item", "# N\n\n- a\n\n  b\n- c\n\nd\n", "N\n- a\n  b\n- c\n\nd\n" },
  { "table", "# N\n\n## T\n\n| a | **b** |\n|---|:-:|\n| 1 | [l](https://x.example.com) |\n",
    "N\n\nT\na | b\n1 | l (https://x.example.com)\n" },
  { "table without bars at its sides", "# N\n\n## T\n\na | b\n--|--\n1 | 2\n", "N\n\nT\na | b\n1 | 2\n" },
  { "quote and code", "# N\n\n> said\n> so\n\n```\na  b\n\n  c\n```\n\nend\n", "N\nsaid so\n\na  b\n\n  c\n\nend\n" },
  { "links",
    "# N\n\n- [https://a.example.com](https://a.example.com) [a.example.com](https://a.example.com/) "
    "[mail](mailto:a@b.example.com) [run](javascript:alert) [call](tel:+82-10) [**b** c](https://b.example.com) "
    "<https://c.example.com> d@e.example.com\n",
    "N\n- https://a.example.com a.example.com mail (a@b.example.com) run call (+82-10) b c (https://b.example.com) "
    "https://c.example.com d@e.example.com\n" },
  { "links side by side", "# N\n\n- [a](https://a.example.com)[b](https://b.example.com)\n",
    "N\n- a (https://a.example.com)b (https://b.example.com)\n" },
  { "name in front", "---\ntitle: 강도현\nsecret: x\n---\n## 경력\n\n- a\n", "강도현\n\n경력\n- a\n" },
  { "unseen",
    "# N\n\n- a\xe2\x80\x8b"
    "b \xe2\x80\xae"
    "c\xc2\xad"
    "d <!-- e -->\n\n<!-- f -->\n",
    "N\n- ab cd\n" },
  { "composed", "# N\n\n- \xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\n", "N\n- 한\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (cases[i].markdown);
      g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
      g_autofree char *text = matchum_text_exporter_write (all);

      if (!g_str_equal (text, cases[i].text))
        g_error ("%s:\n%s", cases[i].name, text);
    }
}

/* Numbered items are counted anew. */
static void
test_numbers (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\n3. a\n4. b\n5. c\n\nd\n\n1. e\n2. f\n");
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) some = matchum_visibility_with_hidden (all, fixture_find (resume, "b")->index);
  g_autoptr (MatchumVisibility) fewer = matchum_visibility_with_hidden (some, fixture_find (resume, "e")->index);
  g_autofree char *text = matchum_text_exporter_write (fewer);

  g_assert_cmpstr (text, ==, "N\n3. a\n4. c\n\nd\n1. f\n");
}

static void
test_made_up (void)
{
  const guint n = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RESUMES : N_RESUMES;

  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, TRUE, FALSE);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);
      g_autoptr (MatchumVisibility) visibility = export_words_hide (resume, seed);
      g_autofree char *text = matchum_text_exporter_write (visibility);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      export_words_check (visibility, text);
      g_assert_null (strstr (text, "\n\n\n\n"));
      g_assert_false (g_str_has_suffix (text, "\n\n"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-exporter/cases", test_cases);
  g_test_add_func ("/text-exporter/numbers", test_numbers);
  g_test_add_func ("/text-exporter/made-up", test_made_up);
  return g_test_run ();
}
