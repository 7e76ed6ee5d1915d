/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word that goes into a draft is read from its Markdown again, and nothing else. */
#include "config.h"

#include "import-fixture.h"

#include "import/matchum-bullet.h"
#include "import/matchum-markdown-draft.h"

static void
begin (MatchumMarkdownDraft *draft, MatchumDraftKind kind, const char *words)
{
  matchum_markdown_draft_begin (draft, kind, 0);
  matchum_markdown_draft_add (draft, words, MATCHUM_DRAFT_PLAIN, NULL);
}

static void
test_blocks (void)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumMarkdownDraft) draft = matchum_markdown_draft_new (notes);
  g_autofree char *markdown = NULL;
  const MatchumJsonNote *note;

  begin (draft, MATCHUM_DRAFT_TITLE, "김하늘");
  begin (draft, MATCHUM_DRAFT_PARAGRAPH, "a@b.example");
  begin (draft, MATCHUM_DRAFT_SECTION, "경력");
  begin (draft, MATCHUM_DRAFT_ENTRY, "Acme | 2021");
  matchum_markdown_draft_doubt (draft, g_strdup ("no month -- really >>?"));
  begin (draft, MATCHUM_DRAFT_ITEM, "first");
  matchum_markdown_draft_begin (draft, MATCHUM_DRAFT_ITEM, 3);
  matchum_markdown_draft_add (draft, "inner", MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add_break (draft);
  matchum_markdown_draft_add (draft, "- more", MATCHUM_DRAFT_PLAIN, NULL);
  begin (draft, MATCHUM_DRAFT_ITEM, "   ");
  begin (draft, MATCHUM_DRAFT_PARAGRAPH, "after");
  markdown = matchum_markdown_draft_finish (draft);
  g_assert_cmpstr (markdown, ==,
                   "# 김하늘\n\na@b.example\n\n## 경력\n\n### Acme | 2021 <!-- Check: no month  - really   ? -->\n\n"
                   "- first\n  - inner\\\n    \\- more\n\nafter\n");
  g_assert_cmpuint (notes->list->len, ==, 1);
  note = g_ptr_array_index (notes->list, 0);
  g_assert_cmpuint (note->line, ==, 7);
  g_assert_cmpstr (note->text, ==, "no month -- really >>?");
}

static void
test_runs (void)
{
  static const struct {
    const char *text;
    MatchumDraftStyle style;
    const char *url;
  } runs[] = {
    { "Led ", MATCHUM_DRAFT_PLAIN, NULL },    { "시스템(v2)", MATCHUM_DRAFT_BOLD, NULL },
    { "을 ", MATCHUM_DRAFT_PLAIN, NULL },     { "빠르게", MATCHUM_DRAFT_BOLD, NULL },
    { " 했다 ", MATCHUM_DRAFT_ITALIC, NULL }, { "[site]", MATCHUM_DRAFT_PLAIN, "https://a.example/(x)" },
    { "(b) *c*", MATCHUM_DRAFT_PLAIN, NULL },
  };
  g_autoptr (MatchumMarkdownDraft) draft = matchum_markdown_draft_new (NULL);
  g_autofree char *markdown = NULL;
  g_autofree char *words = NULL;

  begin (draft, MATCHUM_DRAFT_TITLE, "T");
  begin (draft, MATCHUM_DRAFT_SECTION, "A");
  matchum_markdown_draft_begin (draft, MATCHUM_DRAFT_ITEM, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    matchum_markdown_draft_add (draft, runs[i].text, runs[i].style, runs[i].url);
  markdown = matchum_markdown_draft_finish (draft);
  g_assert_cmpstr (
      markdown, ==,
      "# T\n\n## A\n\n- Led 시스템(v2)을 **빠르게** *했다* [\\[site\\]](<https://a.example/(x)>)(b) \\*c\\*\n");
  words = describe_markdown (markdown);
  g_assert_cmpstr (words, ==, "= T\n== A\n* Led 시스템(v2)을 빠르게 했다 [site](b) *c*\n");
}

/* Blanks may be one where they were many, and none at the ends. */
static char *
without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' && *p != '\n')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* Words of all kinds of marks, in all places, are read as they were. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a",   "가나", "*",   "**", "_",   "[x]", "(y)",   "](",
                                        "#",   "- ",   "1. ", ">",  "`",   "<b>", "&amp;", "\\",
                                        "~~~", "|",    " ",   "c.", "===", "+ ",  "!",     "<!-- -->" };
  const guint n_rounds = g_getenv ("MATCHUM_TEST_LONG") != NULL ? 20000 : 2000;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (MatchumMarkdownDraft) draft = matchum_markdown_draft_new (NULL);
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *markdown = NULL;
      g_autofree char *read = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *spaceless = NULL;

      begin (draft, MATCHUM_DRAFT_TITLE, "T");
      begin (draft, MATCHUM_DRAFT_SECTION, "S");
      matchum_markdown_draft_begin (draft, g_rand_boolean (random) ? MATCHUM_DRAFT_ITEM : MATCHUM_DRAFT_ENTRY, 0);
      matchum_markdown_draft_add (draft, "w", MATCHUM_DRAFT_PLAIN, NULL);
      g_string_append (words, "w");
      for (guint i = 0; i < 8; i++)
        {
          const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];

          matchum_markdown_draft_add (draft, piece, (MatchumDraftStyle) g_rand_int_range (random, 0, 3),
                                      g_rand_int_range (random, 0, 5) == 0 ? "https://a.example" : NULL);
          g_string_append (words, piece);
        }
      markdown = matchum_markdown_draft_finish (draft);
      read = describe_markdown (markdown);
      expected = without_blanks (words->str);
      spaceless = without_blanks (read);
      if (!g_str_has_suffix (spaceless, expected))
        g_error ("“%s” was written as “%s” and read as “%s”", words->str, markdown, read);
    }
}

static void
test_bullets (void)
{
  g_autofree char *broken = matchum_bullet_break_lines ("Did: • one • two\nA • B");
  g_autoptr (MatchumMarkdownDraft) draft = matchum_markdown_draft_new (NULL);
  g_autofree char *markdown = NULL;

  g_assert_cmpuint (matchum_bullet_measure ("- x"), ==, 2);
  g_assert_cmpuint (matchum_bullet_measure ("-x"), ==, 0);
  g_assert_cmpuint (matchum_bullet_measure ("  •  x"), ==, 7);
  g_assert_cmpuint (matchum_bullet_measure ("•x"), ==, 3);
  g_assert_cmpuint (matchum_bullet_measure ("•"), ==, 0);
  g_assert_cmpuint (matchum_bullet_measure ("other"), ==, 0);
  g_assert_cmpuint (matchum_bullet_measure ("o 항목"), ==, 2);
  g_assert_cmpuint (matchum_bullet_measure (""), ==, 0);
  g_assert_cmpstr (broken, ==, "Did: \n• one \n• two\nA • B");
  begin (draft, MATCHUM_DRAFT_SECTION, "S");
  matchum_markdown_draft_add_prose (draft, "one\ntwo\n\n- three\n• four\nfive\n\n\n");
  markdown = matchum_markdown_draft_finish (draft);
  g_assert_cmpstr (markdown, ==, "## S\n\none\\\ntwo\n\n- three\n- four\n\nfive\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/blocks", test_blocks);
  g_test_add_func ("/draft/runs", test_runs);
  g_test_add_func ("/draft/random", test_random);
  g_test_add_func ("/draft/bullets", test_bullets);
  return g_test_run ();
}
