/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tailored resume looks like as Markdown, line for line. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "export/matchum-markdown-exporter.h"

/* hidden: the words of blocks, separated by |. */
static const struct {
  const char *name;
  const char *markdown;
  const char *hidden;
  const char *tailored;
} cases[] = {
  { "nothing", "# N\n\n\nmail\n\n## A\n- a\n\n\n---\n\n## B\ntext", "",
    "# N\n\n\nmail\n\n## A\n- a\n\n\n---\n\n## B\ntext\n" },
  { "middle of a list", "# N\n\n## A\n\n- a\n- b\n- c\n\n## B\n\nx\n", "b", "# N\n\n## A\n\n- a\n- c\n\n## B\n\nx\n" },
  { "first of a list", "# N\n\n## A\n\n- a\n- b\n", "a", "# N\n\n## A\n\n- b\n" },
  { "last of a list", "# N\n\n## A\n\n- a\n- b\n\n## B\n\nx\n", "b", "# N\n\n## A\n\n- a\n\n## B\n\nx\n" },
  { "loose list", "# N\n\n## A\n\n- a\n\n- b\n\n- c\n", "b", "# N\n\n## A\n\n- a\n\n- c\n" },
  { "nested", "# N\n\n## A\n\n- a\n  - b\n  - c\n- d\n", "c", "# N\n\n## A\n\n- a\n  - b\n- d\n" },
  { "with what is under it", "# N\n\n## A\n\n- a\n  - b\n  - c\n- d\n", "a", "# N\n\n## A\n\n- d\n" },
  { "several lines", "# N\n\n## A\n\n- a\n  goes on\n\n  and on\n- d\n", "d",
    "# N\n\n## A\n\n- a\n  goes on\n\n  and on\n" },
  { "list between the paragraphs of an item", "# N\n\n## A\n\n- **a**\n  - b\n\n  [c](/c)\n", "b",
    "# N\n\n## A\n\n- **a**\n\n  [c](/c)\n" },
  { "paragraph between lists", "# N\n\n## A\n\n- a\n\ntext\n\n- b\n", "text", "# N\n\n## A\n\n- a\n- b\n" },
  { "list between paragraphs", "# N\n\n## A\n\none\n- a\n\ntwo\n", "a", "# N\n\n## A\n\none\n\ntwo\n" },
  { "section", "# N\n\n## A\n\n- a\n\n## B\n\n- b\n\n## C\n\n- c\n", "B", "# N\n\n## A\n\n- a\n\n## C\n\n- c\n" },
  { "section by its last item", "# N\n\n## A\n\n- a\n\n## B\n\n- b\n\n## C\n\n- c\n", "b",
    "# N\n\n## A\n\n- a\n\n## C\n\n- c\n" },
  { "last section", "# N\n\n## A\n\n- a\n\n---\n\n## B\n\n- b\n", "B", "# N\n\n## A\n\n- a\n" },
  { "between rules", "# N\n\n## A\n\n- a\n\n---\n\n## B\n\n- b\n\n---\n\n## C\n", "B",
    "# N\n\n## A\n\n- a\n\n---\n\n## C\n" },
  { "headings close together", "# N\n## A\n- a\n## B\n- b\n## C\n- c\n", "B", "# N\n## A\n- a\n\n## C\n- c\n" },
  { "numbers", "# N\n\n## A\n\n1. a\n2. b\n3. c\n", "a", "# N\n\n## A\n\n1. b\n2. c\n" },
  { "numbers become shorter", "# N\n\n## A\n\n9. a\n10. b\n    more\n    - x\n11. c\n", "a",
    "# N\n\n## A\n\n9. b\n    more\n    - x\n10. c\n" },
  { "ones", "# N\n\n## A\n\n1. a\n1. b\n1. c\n", "b", "# N\n\n## A\n\n1. a\n1. c\n" },
  { "nested numbers", "# N\n\n## A\n\n1) a\n   1) x\n   2) y\n2) b\n", "x", "# N\n\n## A\n\n1) a\n   1) y\n2) b\n" },
  { "two numbered lists", "# N\n\n## A\n\n1. a\n2. b\n\ntext\n\n1. c\n2. d\n", "b",
    "# N\n\n## A\n\n1. a\n\ntext\n\n1. c\n2. d\n" },
  { "joined numbered lists", "# N\n\n## A\n\n1. a\n2. b\n\ntext\n\n1. c\n2. d\n", "text",
    "# N\n\n## A\n\n1. a\n2. b\n3. c\n4. d\n" },
  { "indented list after a list", "# N\n\n## A\n\n- a\n\ntext\n\n  - b\n    - c\n  - d\n", "text",
    "# N\n\n## A\n\n- a\n- b\n  - c\n- d\n" },
  { "indented code after a list", "# N\n\n## A\n\n- a\n\ntext\n\n    code *x*\n", "text",
    "# N\n\n## A\n\n- a\n\n```\ncode *x*\n```\n" },
  { "quote", "# N\n\n## A\n\n> one\n>\n> two\n>\n> three\n", "two", "# N\n\n## A\n\n> one\n>\n> three\n" },
  { "comments", "# N\n\n<!-- a -->\n\n## A\n<!-- b\n\nc -->\n\n- a <!-- d --> b\n- c <!-- e -->\n  <!-- f -->\n- d\n",
    "", "# N\n\n## A\n\n- a b\n- c\n- d\n" },
  { "comment in code", "# N\n\n## A\n\n- `<!-- a -->`\n\n```\n<!-- b -->\n```\n", "",
    "# N\n\n## A\n\n- `<!-- a -->`\n\n```\n<!-- b -->\n```\n" },
  { "comment over lines", "# N\n\n## A\n\n- a <!-- x\n  y --> b\n- c\n", "", "# N\n\n## A\n\n- a b\n- c\n" },
  { "tags", "# N\n\n<div>\n\nmail <b>x</b>\n\n</div>\n\n## A\n", "", "# N\n\nmail <b>x</b>\n\n## A\n" },
  { "definitions", "# N\n\n[a]: /a\n\n## A\n\n- [x][a]\n- [b]\n\n[b]: /b 'title'\n[c]: /c\n\n## B\n\n- [c]\n", "b",
    "# N\n\n## A\n\n- [x][a]\n\n## B\n\n- [c]\n\n[a]: /a\n[c]: /c\n" },
  { "definition before text", "# N\n\n## A\n\n[a]: /a\nsee [a]\n", "", "# N\n\n## A\n\nsee [a]\n\n[a]: /a\n" },
  { "definition that nothing uses", "# N\n\n## A\n\ntext\n\n[a]: /a\n", "", "# N\n\n## A\n\ntext\n" },
  { "definition after open code", "# N\n\n## A\n\n[a]\n\n[a]: /a\n\n```\ncode\n", "",
    "# N\n\n## A\n\n[a]\n\n```\ncode\n```\n\n[a]: /a\n" },
  { "tag under a definition", "# N\n\n## A\n\n[x]: /x\n<b>\nwords\n", "", "# N\n\n## A\n\nwords\n" },
  { "address under a definition", "# N\n\n## A\n\n[x]: /x\n<https://example.com>\n", "",
    "# N\n\n## A\n\n<https://example.com>\n" },
  { "number under a definition", "# N\n\n## A\n\n[x]: /x\n2. words\n", "", "# N\n\n## A\n\n2\\. words\n" },
  { "mark far under a definition", "# N\n\n## A\n\n[x]: /x\n    # words\n", "", "# N\n\n## A\n\n\\# words\n" },
  { "no underline under a definition", "# N\n\n## A\n\n[x]: /x\n=\n2. words\n", "", "# N\n\n## A\n\n=\n2. words\n" },
  { "text goes on under a definition in a quote", "# N\n\n## A\n\n> [x]: /x\na\n=\n", "", "# N\n\n## A\n\na =\n" },
  { "item that begins with a definition", "# N\n\n## A\n\n- [x]: /x\n  see [x]\n- b\n", "",
    "# N\n\n## A\n\n- see [x](/x)\n- b\n" },
  { "item that is a definition", "# N\n\n## A\n\n- a\n- [x]: /x\n- b\n", "", "# N\n\n## A\n\n- a\n- b\n" },
  { "items under a definition", "# N\n\n## A\n\n- [x]: /x\n  - b\n", "", "# N\n\n## A\n\n  - b\n" },
  { "tag before a comment", "# N\n\n## A\n\n<b><!-- c -->\nwords\n", "", "# N\n\n## A\n\nwords\n" },
  { "comment before a mark", "# N\n\n## A\n\n- <!-- c --> # words\n", "", "# N\n\n## A\n\n- \\# words\n" },
  { "heading before a comment", "# N\n\n## A\n\n- # words <!-- c -->\n", "", "# N\n\n## A\n\n- # words\n" },
  { "text around a comment that would be one", "# N\n\n## A\n\na <!--<!-- c -->--> b\n", "",
    "# N\n\n## A\n\na \\<!----> b\n" },
  { "text under an item that began with a comment", "# N\n\n## A\n\n- <!-- c --> a\ntext\n", "",
    "# N\n\n## A\n\n- a\n\ntext\n" },
  { "open code in an item", "# N\n\n## A\n\n- a\n  ```\n  code\n\ntext\n\n- b\n", "text",
    "# N\n\n## A\n\n- a\n  ```\n  code\n\n  ```\n- b\n" },
  { "open code in a quote", "# N\n\n## A\n\n> ```\n> code\n\ntext\n\n> b\n", "text",
    "# N\n\n## A\n\n> ```\n> code\n> ```\n>\n> b\n" },
  { "code in code after a list", "# N\n\n## A\n\n- a\n\ntext\n\n  ```\n     ```\n  ```\n", "text",
    "# N\n\n## A\n\n- a\n\n````\n   ```\n````\n" },
  { "indented code within a list", "# N\n\n## A\n\n- a\n  - b\n\n  text\n\n      ```\n      code\n", "text",
    "# N\n\n## A\n\n- a\n  - b\n\n  ````\n  ```\n  code\n  ````\n" },
  { "code that is not fenced before definitions", "# N\n\n## A\n\n[a]\n\n[a]: /a\n\n    ```\n", "",
    "# N\n\n## A\n\n[a]\n\n    ```\n\n[a]: /a\n" },
  { "line that goes on far out", "# N\n\n## A\n\n- a\n\ntext\n\n  - b\n\n- c\n", "text",
    "# N\n\n## A\n\n- a\n\n- b\n\n- c\n" },
  { "empty item after a number that became shorter", "# N\n\n## A\n\n9. a\n10. b\n   1.\n", "a",
    "# N\n\n## A\n\n9. b\n" },
  { "no heading", "[x]: /x\n<b>\nwords\n\n# 경력\n\n- a\n", "경력", "words\n" },
  { "front matter", "---\nlang: ko\n---\n\n# N\n\n## A\n", "", "# N\n\n## A\n" },
  { "name of the front matter", "---\ntitle: Jane *D* Doe\n---\n# 경력\n\n- a\n\n# 학력\n\n- b\n", "a",
    "# Jane \\*D\\* Doe\n\n# 학력\n\n- b\n" },
  { "CRLF", "# N\r\n\r\n## A\r\n\r\n- a\r\n- b  \r\n  c\r\n", "a", "# N\n\n## A\n\n- b  \n  c\n" },
  { "mark of byte order", "\xef\xbb\xbf# N\n\n## A\n", "", "# N\n\n## A\n" },
  { "lines at the end", "# N\n\n## A\n\n- a\n\n\n\n", "", "# N\n\n## A\n\n- a\n" },
  { "dates under a heading", "# N\n\n## 경력\n\n### Acme\n2020 - 2021\n\n- a\n- b\n\n### Beta\n2018 - 2019\n\n- c\n",
    "a|b|c", "# N\n\n## 경력\n\n### Acme\n2020 - 2021\n\n### Beta\n2018 - 2019\n" },
  { "underlined", "N\n=\n\nA\n-\n- a\n\nB\n-\n- b\n", "a", "N\n=\n\nB\n-\n- b\n" },
  { "everything", "# 경력\n\n- a\n\n# 학력\n\n- b\n", "경력|학력", "" },
};

/* What is left of blocks that are written anew. */
static const struct {
  const char *name;
  const char *markdown;
  const char *plain;
} plain_cases[] = {
  { "headings", "N\n=\n\n## 1. A #1 *b*\n\n### x\\\ny\n---\n", "# N\n\n## 1\\. A \\#1 b\n\n### x\\\\\n\n## y\n" },
  { "lists", "# N\n\n## A\n\n* a\n  1) b\n  2) c\n     - d\n\n     e\n\n- f\n",
    "# N\n\n## A\n\n- a\n\n  1. b\n  2. c\n     - d\n\n     e\n\n- f\n" },
  { "items without words", "# N\n\n## A\n\n-\n  - a\n- <b></b>\n- b\n", "# N\n\n## A\n\n- a\n- b\n" },
  { "marks", "# N\n\n## A\n\n1\\. a_b *c* C# \\#d `e*` R&D &amp;amp; \\<f> [g]\n\n\\- h\n\n\\=\n\n\\> i\n",
    "# N\n\n## A\n\n1\\. a\\_b c C# \\#d e\\* R\\&D \\&amp; \\<f> \\[g\\]\n\n\\- h\n\n\\=\n\n\\> i\n" },
  { "links", "# N\n\n## A\n\n[*a* b](/c_d), <https://e.f>,\n[g][h], [i](<j k>)\n\n[h]: /h?x=1&y=2\n",
    "# N\n\n## A\n\n[a b](/c_d), [https://e.f](https://e.f), [g](</h?x=1\\&y=2>), [i](<j k>)\n" },
  { "lines", "# N\n\n## A\n\na  \n- b\n\n> c\\\n> 2. d\n", "# N\n\n## A\n\na\n\n- b\n\nc  \n2\\. d\n" },
  { "code", "# N\n\n## A\n\n    # a\n\n- b\n  - c\n\n  ~~~x\n  ```\n    d\n",
    "# N\n\n## A\n\n```\n# a\n```\n\n- b\n  - c\n\n  ````\n  ```\n    d\n  ````\n" },
  { "table", "# N\n\n## A\n\n| a | b |\n|---|---|\n| c | d |\n", "# N\n\n## A\n\na | b  \nc | d\n" },
  { "rules", "# N\n\n## A\n\n***\n\n## B\n", "# N\n\n## A\n\n---\n\n## B\n" },
};

static MatchumVisibility *
hide (MatchumResume *resume, const char *hidden)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) texts = g_strsplit (hidden, "|", -1);

  for (gsize i = 0; texts[i] != NULL; i++)
    if (texts[i][0] != '\0')
      g_hash_table_add (set, fixture_find (resume, texts[i])->id);
  return matchum_visibility_new (resume, set, NULL);
}

static void
test_tailored (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (cases[i].markdown);
      g_autoptr (MatchumVisibility) visibility = hide (resume, cases[i].hidden);
      g_autofree char *tailored = matchum_markdown_exporter_write_tailored (visibility);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (tailored, ==, cases[i].tailored);
    }
}

static void
test_plain (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (plain_cases[i].markdown);
      g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
      g_autofree char *plain = matchum_markdown_exporter_write_plain (all);

      g_test_message ("%s", plain_cases[i].name);
      g_assert_cmpstr (plain, ==, plain_cases[i].plain);
    }
}

static void
test_baseline (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (cases[i].markdown);
      g_autofree char *baseline = matchum_markdown_exporter_write_baseline (resume);

      g_assert_cmpstr (baseline, ==, cases[i].markdown);
    }
}

/* Nothing takes long, with every other block hidden. */
static void
test_hostile (void)
{
  static const char *const units[] = { "- a\n",
                                       "1. a\n1. b\n   - c\n",
                                       "x\n\n",
                                       "x\n\n---\n\n",
                                       "<!-- a -->\n",
                                       "<!-- a -->\n\nx\n\n",
                                       "- a\n  <!-- b -->\n",
                                       "  <!-- b -->\n  c\n\n",
                                       "<!-- b --> c ",
                                       "[a]\n\n[a]: /u\n\n",
                                       "> a\n>\n",
                                       "### a\n- b\n",
                                       "[a]: /a\n<b>\nc\n\n",
                                       "- [a]: /a\n  b\n",
                                       "> ```\n\n",
                                       "  - a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) markdown = g_string_new ("# N\n## A\n- x\n");
      g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (MatchumResume) resume = NULL;
      g_autoptr (MatchumVisibility) visibility = NULL;
      g_autofree char *tailored = NULL;
      g_autofree char *plain = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint n = 0; n < 20000; n++)
        g_string_append (markdown, units[i]);
      resume = fixture_read (markdown->str);
      for (guint j = 1; j < matchum_resume_get_n_blocks (resume); j += 2)
        g_hash_table_add (hidden, matchum_resume_get_block (resume, j)->id);
      visibility = matchum_visibility_new (resume, hidden, NULL);
      tailored = matchum_markdown_exporter_write_tailored (visibility);
      plain = matchum_markdown_exporter_write_plain (visibility);
      g_test_message ("%s: %" G_GINT64_FORMAT " ms", units[i], (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-exporter/tailored", test_tailored);
  g_test_add_func ("/markdown-exporter/plain", test_plain);
  g_test_add_func ("/markdown-exporter/baseline", test_baseline);
  g_test_add_func ("/markdown-exporter/hostile", test_hostile);
  return g_test_run ();
}
