/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read from Markdown: the tree, the lines, the dates, and what is said where nothing can be read. */
#include "config.h"

#include "../../support/resume-fixture.h"

/* One line a block: kind (Title, Section, Entry, Item, Paragraph, Remark), as deep as it stands, and its words with /
 * for a line end. Remarks are not visible, so they are not shown. */
static const struct {
  const char *name;
  const char *markdown;
  const char *outline;
} cases[] = {
  { "usual", "# 강도현\n\nmail\n\n> 한 줄\n\n## 경력\n\n### Acme | 2020 - 2021\n\n- a\n  - b\n- c\n",
    "T 강도현\nP mail\nP 한 줄\nS 경력\n E Acme | 2020 - 2021\n  I a\n   I b\n  I c\n" },
  { "deeper headings", "# N\n## A\n### B\n#### C\n- x\n### D\n##### E\n- y\n",
    "T N\nS A\n E B\n  E C\n   I x\n E D\n  E E\n   I y\n" },
  { "skipped levels", "# N\n### A\n##### B\n- x\n## C\n#### D\n", "T N\nS A\n E B\n  I x\nS C\n E D\n" },
  { "sections of the first level", "# 경력\n## Acme\n- x\n# 학력\n## School\n# 기술\n- C\n",
    "S 경력\n E Acme\n  I x\nS 학력\n E School\nS 기술\n I C\n" },
  { "name among sections", "# Jane Doe\nmail\n\n# Experience\n## Acme\n- x\n# Education\n",
    "T Jane Doe\nP mail\nS Experience\n E Acme\n  I x\nS Education\n" },
  { "first section says nothing", "# Highlights\n- x\n\n# Experience\n## Acme\n# Education\n",
    "S Highlights\n I x\nS Experience\n E Acme\nS Education\n" },
  { "name in the front matter", "---\ntitle: Jane Doe\n---\n# Notes\ntext\n\n# Experience\n- x\n",
    "S Notes\n P text\nS Experience\n I x\n" },
  { "name in both", "---\nauthor: Jane Doe\n---\n# Jane Doe\ntext\n\n# Experience\n- x\n",
    "T Jane Doe\nP text\nS Experience\n I x\n" },
  { "one section only", "# Experience\n## Acme\n- x\n## Beta\n", "S Experience\n E Acme\n  I x\n E Beta\n" },
  { "name alone", "# Jane Doe\n- x\n", "T Jane Doe\nI x\n" },
  { "document word", "# 이력서\n## 경력\n### Acme\n", "T 이력서\nS 경력\n E Acme\n" },
  { "sections within a section", "# N\n## Details\n### Experience\n#### Acme\n- x\n### Education\n",
    "T N\nS Details\n S Experience\n  E Acme\n   I x\n S Education\n" },
  { "entries that hold a section's word", "# N\n## Other\n### 추천 프로젝트 2차\n- x\n",
    "T N\nS Other\n E 추천 프로젝트 2차\n  I x\n" },
  { "underlined", "Jane Doe\n========\n\nExperience\nand more\n----------\n### Acme\n- x\n",
    "T Jane Doe\nS Experience and more\n E Acme\n  I x\n" },
  { "underlined numbers", "#1\n==\n\n##2 x\n---\n- y\n", "T #1\nS ##2 x\n I y\n" },
  { "closed headings", "# N #\n## A ##\n### C#\n### **B** `x` \\# ###\n", "T N\nS A\n E C#\n E B x #\n" },
  { "headings that are none", "# N\n## A\n#hash\n\n####### seven\n\n> # quoted\n\n- # item\n",
    "T N\nS A\n P #hash\n P ####### seven\n P quoted\n I item\n" },
  { "text before the name", "Draft\n\n# N\n## A\n", "P Draft\nT N\nS A\n" },
  { "loose list", "# N\n## A\n- a\n\n- b\n\n  second\n\n- c\n", "T N\nS A\n I a\n I b/second\n I c\n" },
  { "code and quote in an item", "# N\n## A\n- a\n  ```\n  x *y*\n\n  z\n  ```\n  > q\n- b\n",
    "T N\nS A\n I a/x *y*//z/q\n I b\n" },
  { "text after a nested list", "# N\n## A\n- a\n  - b\n\n  after\n- c\n", "T N\nS A\n I a\n  I b\n  P after\n I c\n" },
  { "lazy lines", "# N\n## A\n- a\nlazy\n> q\nlazy too\n", "T N\nS A\n I a lazy\n P q lazy too\n" },
  { "nested at once", "# N\n## A\n- - a\n  - b\n- c\n", "T N\nS A\n I a\n I b\n I c\n" },
  { "empty items", "# N\n## A\n-\n- b\n-\n  - c\n", "T N\nS A\n I \n I b\n I \n  I c\n" },
  { "tabs", "# N\n## A\n-\ta\n\t- b\n\t\t- c\n", "T N\nS A\n I a\n  I b\n   I c\n" },
  { "dates that look numbered", "# N\n## A\n### B\n2015. 7. – 2015. 8.\n\n### C\n2015. 7 ~ 2016. 8 x\n\n2015. y\n",
    "T N\nS A\n E B\n  P 2015. 7. – 2015. 8.\n E C\n  P 2015. 7 ~ 2016. 8 x\n  I y\n" },
  { "numbered", "# N\n## A\n1. a\n2. b\n   1) c\n", "T N\nS A\n I a\n I b\n  I c\n" },
  { "code", "# N\n## A\n```py\n# no heading\n- no item\n\n**x**\n```\n\n    indented\n      more\n",
    "T N\nS A\n P # no heading/- no item//**x**\n P indented/  more\n" },
  { "code like its fence", "# N\n## A\n```a\n```a\n```\n", "T N\nS A\n P ```a\n" },
  { "unclosed code", "# N\n## A\n```\n# x\n", "T N\nS A\n P # x\n" },
  { "quote of two paragraphs", "# N\n## A\n> a\n> b\n>\n> c\n", "T N\nS A\n P a b\n P c\n" },
  { "table", "# N\n## A\n| a | **b** |\n|---|:-:|\n| c \\| d | e\n", "T N\nS A\n P a | b/c | d | e\n" },
  { "rule", "# N\n## A\na\n\n---\n\nb\n***\nc\n", "T N\nS A\n P a\n P b\n P c\n" },
  { "comments", "<!-- draft -->\n# N\n## A\n<!-- a\n\n# b\n-->\n- x <!-- y --> z\n  <!-- in -->\n  w\n- <!-- all -->\n",
    "T N\nS A\n I x z/w\n" },
  { "tags", "# N\n## A\n<div align=\"center\">\nx\n</div>\n\n- <b>bold</b> <br> y\n\na<br>b\n",
    "T N\nS A\n I bold / y\n P a/b\n" },
  { "definitions",
    "# N\n\n[site]: https://a.b 'x\ny'\n## A\n[a]: /u\n[b c]:\n  <v w>\nsee [A], [b  C], [site], [d]\n\n- [e][a]\n\n  "
    "[d]: late\n",
    "T N\nS A\n P see A, b  C, site, d\n I e\n" },
  { "definitions that are none", "# N\n## A\n[a]: /u extra\n\n[b]:\n\ntext\n[c]: /u\n",
    "T N\nS A\n P [a]: /u extra\n P [b]:\n P text [c]: /u\n" },
  { "label that goes on over a bracket", "# N\n## A\n[b\nc [d]: /u\n", "T N\nS A\n P [b c [d]: /u\n" },
  { "label whose end is escaped", "# N\n## A\n[b\nc\\]: /u\n", "T N\nS A\n P [b c]: /u\n" },
  { "label in brackets at the beginning of a line", "# N\n## A\n[b\n[c] d\ne]: /u\n",
    "T N\nS A\n P [b [c] d e]: /u\n" },
  { "line under definitions", "# N\n## A\n[a]: /u\n===\nb [a]\n\n[c]: /u\n---\n[c]\n\n- [d]: /u\n  --\n\n[e]:\n---\n",
    "T N\nS A\n P === b a\n P c\n I --\nS [e]:\n" },
  { "number under what is no underline", "# N\n## A\n[a]: /u\n=\n2. b\n", "T N\nS A\n P = 2. b\n" },
  { "definitions alone in what is around them", "# N\n## A\n- [a]: /u\n- [a]\n\n> [b]: /u\n\n[b]\n",
    "T N\nS A\n I \n I a\n P b\n" },
  { "images", "# N\n![photo](a.png)\n## A\n- ![x **y**](z) w\n", "T N\nP photo\nS A\n I x y w\n" },
  { "CRLF", "# N\r\n\r\n## A\r\n- a\r\n  b\r\n\r\n  c\r\n", "T N\nS A\n I a b/c\n" },
  { "mark of byte order", "\xef\xbb\xbf# N\n## A\n- a\n", "T N\nS A\n I a\n" },
  { "no line end at the end", "# N\n## A\n- a\n- b", "T N\nS A\n I a\n I b\n" },
  { "only a heading", "# N", "T N\n" },
  { "dates in a line", "# N\n## 경력\n### Acme\n2020.01 - 2021.02\n- a\n",
    "T N\nS 경력\n E Acme\n  P 2020.01 - 2021.02\n  I a\n" },
  { "dates glued to text", "# N\n## 경력\n### Acme\nMar 2023 – Present\nWe build things.\nAll of them.\n",
    "T N\nS 경력\n E Acme\n  P Mar 2023 – Present\n  P We build things. All of them.\n" },
  { "dates before a hard line end", "# N\n## 경력\n### Acme\n2020.01 - 2021.02\\\nprose\n",
    "T N\nS 경력\n E Acme\n  P 2020.01 - 2021.02\n  P prose\n" },
  { "dates glued below text", "# N\n## 경력\n### Acme\nSeoul\n*2020.01 - 2021.02 (1년 2개월)*\nprose\n",
    "T N\nS 경력\n E Acme\n  P Seoul\n  P 2020.01 - 2021.02 (1년 2개월)\n  P prose\n" },
  { "dates glued to what is no text", "# N\n## 경력\n### Acme\n2020.01 - 2021.02\n[x]: y\n",
    "T N\nS 경력\n E Acme\n  P 2020.01 - 2021.02 [x]: y\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (cases[i].markdown);
      g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
      g_autofree char *outline = fixture_dup_outline (all);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (outline, ==, cases[i].outline);
    }
}

static const struct {
  const char *markdown;
  const char *name;
} names[] = {
  { "# 강도현 (Dohyun Kang)\n## 경력\n", "강도현 (Dohyun Kang)" },
  { "---\ntitle: Jane\nauthor: Joe\n---\n# N\n## A\n", "Jane" },
  { "---\nauthor: Joe\n---\n# 경력\n# 학력\n", "Joe" },
  { "---\ntitle: Resume\nauthor: Joe\n---\n# N\n## A\n", "Joe" },
  { "---\nlang: ko\n---\n# **N** *M*\n## A\n", "N M" },
  { "# 이력서\n## 경력\n", NULL },
  { "# 이 력 서\n\n연락처: 010\n성 명 : 이가나 (28세)\n## 경력\n", "이가나" },
  { "# Resume\n- Name: Jane Doe\n- x\n## Work\n", "Jane Doe" },
  { "# Resume\n## Work\nName: Acme\n", NULL },
  { "# 경력\n# 학력\n", NULL },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (names[i].markdown);

      g_assert_cmpstr (matchum_resume_get_name (resume), ==, names[i].name);
    }
}

static const struct {
  const char *markdown;
  const char *message;
} errors[] = {
  { "just text\n- a\n",
    "test.md:1: no heading was found; a resume needs headings such as \"# Name\" and \"## Experience\"" },
  { "> # quoted\n",
    "test.md:1: no heading was found; a resume needs headings such as \"# Name\" and \"## Experience\"" },
  { "---\ntitle: x\n---\ntext\n",
    "test.md:1: no heading was found; a resume needs headings such as \"# Name\" and \"## Experience\"" },
  { "---\ntitle: x\n---\n",
    "test.md:1: no heading was found; a resume needs headings such as \"# Name\" and \"## Experience\"" },
};

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (errors[i].markdown, strlen (errors[i].markdown));
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSource) source = matchum_source_new ("test.md", bytes, &error);

      g_assert_no_error (error);
      g_assert_null (matchum_markdown_resume_reader_read (source, &error));
      g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, errors[i].message);
    }
}

static void
test_broken_front_matter (void)
{
  const char *markdown = "---\ntitle: \"x\n---\n# N\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("test.md", bytes, NULL);

  g_assert_null (matchum_markdown_resume_reader_read (source, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "test.md:3: "));
}

static void
check_lines (const MatchumBlock *block, guint first_line, guint last_line)
{
  g_assert_cmpuint (block->first_line, ==, first_line);
  g_assert_cmpuint (block->last_line, ==, last_line);
}

static void
test_lines (void)
{
  const char *markdown = "---\nlang: ko\n---\n"       /* 1 */
                         "Name\n====\n\n"             /* 4 */
                         "## A\n"                     /* 7 */
                         "- a\n  b\n\n  c\n  - d\n\n" /* 8 */
                         "```\nx\n\n```\n"            /* 14 */
                         "[l]: /u\ntext [l]\n\n\n"    /* 18 */
                         "1. z\n";                    /* 22 */
  g_autoptr (MatchumResume) resume = fixture_read (markdown);

  check_lines (fixture_find (resume, "Name"), 4, 5);
  check_lines (fixture_find (resume, "A"), 7, 7);
  check_lines (fixture_find (resume, "a b\nc"), 8, 11);
  check_lines (fixture_find (resume, "d"), 12, 12);
  check_lines (fixture_find (resume, "x"), 14, 17);
  check_lines (fixture_find (resume, "text l"), 19, 19);
  check_lines (fixture_find (resume, "z"), 22, 22);
  g_assert_cmpuint (fixture_find (resume, "z")->number, ==, 1);
  g_assert_cmpuint (fixture_find (resume, "d")->list_depth, ==, 2);
  g_assert_true (matchum_resume_get_block_at (resume, 9) == fixture_find (resume, "a b\nc"));
  g_assert_true (matchum_resume_get_block_at (resume, 5) == fixture_find (resume, "Name"));
  g_assert_null (matchum_resume_get_block_at (resume, 0));
  g_assert_null (matchum_resume_get_block_at (resume, 2));
  g_assert_null (matchum_resume_get_block_at (resume, 10));
  g_assert_null (matchum_resume_get_block_at (resume, 18));
  g_assert_null (matchum_resume_get_block_at (resume, 21));
  g_assert_null (matchum_resume_get_block_at (resume, 23));
}

/* Every line with words in it belongs to a block or to a definition: nothing goes missing from a copy. */
static void
test_nobodys_lines (void)
{
  const char *markdown = "# N\n[a]: x\n[b]:\n  <\n\n[a]: x\n[b]:\n\n[by>\n  'y>\n*- [a] [b][] [c]\n*- [d]: e\n";
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  MatchumLinkDefinitions *definitions = matchum_resume_get_link_definitions (resume);

  for (guint line = 1; line <= 12; line++)
    {
      const gboolean is_blank = matchum_resume_is_blank_line (resume, line);

      g_assert_cmpint (matchum_resume_get_block_at (resume, line) == NULL, ==, is_blank || line == 2 || line == 6);
      g_assert_cmpint (matchum_link_definitions_hold_line (definitions, line), ==, line == 2 || line == 6);
    }
  check_lines (fixture_find (resume, "[by> 'y> *- a [b][] [c] *- [d]: e"), 9, 12);
}

/* A definition that is too long to be read again wherever it is used is text. */
static void
test_long_definition (void)
{
  g_autofree char *title = g_strnfill (3000, 'x');
  g_autofree char *markdown = g_strdup_printf ("# N\n## A\n[a]: /u\n[b]: /u '%s'\n", title);
  g_autoptr (MatchumResume) resume = fixture_read (markdown);

  g_assert_null (matchum_resume_get_block_at (resume, 3));
  g_assert_nonnull (matchum_resume_get_block_at (resume, 4));
}

static void
test_tree (void)
{
  g_autoptr (MatchumResume) resume = fixture_load ("ko-kang-mle.md");
  const MatchumBlock *title = matchum_resume_get_block (resume, 0);
  const MatchumBlock *job = matchum_resume_get_block_at (resume, 9);
  const MatchumBlock *topic = matchum_resume_get_block_at (resume, 11);
  const MatchumBlock *nested = matchum_resume_get_block_at (resume, 15);

  g_assert_cmpint (title->kind, ==, MATCHUM_BLOCK_TITLE);
  g_assert_cmpuint (title->end, ==, matchum_resume_get_n_blocks (resume));
  g_assert_cmpint (matchum_resume_get_block_at (resume, 3)->section, ==, MATCHUM_SECTION_CONTACT);
  g_assert_cmpint (matchum_resume_get_block_at (resume, 5)->section, ==, MATCHUM_SECTION_CONTACT);
  g_assert_cmpint (job->kind, ==, MATCHUM_BLOCK_ENTRY);
  g_assert_true (matchum_block_is_job (job));
  g_assert_cmpuint (job->depth, ==, 1);
  g_assert_cmpuint (job->dated_by, ==, job->index);
  g_assert_cmpuint (job->dates->len, ==, 1);
  g_assert_cmpint (topic->kind, ==, MATCHUM_BLOCK_PARAGRAPH);
  g_assert_cmpuint (topic->dates->len, ==, 1);
  g_assert_false (topic->is_dates);
  g_assert_cmpuint (nested->list_depth, ==, 2);
  g_assert_cmpuint (matchum_resume_get_block (resume, nested->parent)->first_line, ==, 14);
  g_assert_cmpint (nested->section, ==, MATCHUM_SECTION_EXPERIENCE);
  g_assert_null (nested->dates);
}

/* What the words of the entry, or of the block under it, give. */
static const struct {
  const char *entry;    /* Markdown of it and what is under it */
  const char *dated_by; /* the words of the block that dates it, or NULL */
  gboolean is_only_dates;
} dated[] = {
  { "### Acme | 2020.01 - 2021.02\n- a\n", "Acme | 2020.01 - 2021.02", FALSE },
  { "### Acme\n2020.01 - 2021.02\n\n- a\n", "2020.01 - 2021.02", TRUE },
  { "### Acme\n\n(2020.01 ~ 현재, 3년 2개월)\n", "(2020.01 ~ 현재, 3년 2개월)", TRUE },
  { "### Acme\n**Engineer** | Seoul | Mar 2021 – Present\n- a\n", "Engineer | Seoul | Mar 2021 – Present", FALSE },
  { "### Acme\n2019.01 - 2020.02 | Engineer\n", "2019.01 - 2020.02 | Engineer", FALSE },
  { "### Acme\nIn 2019 we moved everything to Go and never looked back.\n", NULL, FALSE },
  { "### Acme\n- 2019.01 - 2020.02\n", NULL, FALSE },
  { "### Acme\n- a\n\n2019.01 - 2020.02\n", NULL, FALSE },
  { "### Acme\nprose\n", NULL, FALSE },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      g_autofree char *markdown = g_strconcat ("# N\n## 경력\n", dated[i].entry, NULL);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);
      const MatchumBlock *entry = matchum_resume_get_block (resume, 2);

      g_test_message ("%s", dated[i].entry);
      if (dated[i].dated_by == NULL)
        {
          g_assert_cmpuint (entry->dated_by, ==, MATCHUM_BLOCK_NONE);
          continue;
        }
      g_assert_cmpuint (entry->dated_by, !=, MATCHUM_BLOCK_NONE);
      g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (resume, entry->dated_by)), ==,
                       dated[i].dated_by);
      g_assert_cmpint (matchum_resume_get_block (resume, entry->dated_by)->is_dates, ==, dated[i].is_only_dates);
      g_assert_nonnull (matchum_resume_get_block (resume, entry->dated_by)->dates);
    }
}

static void
test_jobs (void)
{
  g_autoptr (MatchumResume) resume =
      fixture_read ("# N\n## 경력\n### Acme\n#### Lead\n2021.01 - 2022.01\n#### Tools\n- x\n"
                    "### Beta 2019.01 - 2020.01\n#### Project 2019.03 - 2019.05\n- y\n## Projects\n### Gamma\n- z\n");

  g_assert_true (matchum_block_is_job (fixture_find (resume, "Acme")));
  g_assert_true (matchum_block_is_job (fixture_find (resume, "Lead")));
  g_assert_false (matchum_block_is_job (fixture_find (resume, "Tools")));
  g_assert_true (matchum_block_is_job (fixture_find (resume, "Beta 2019.01 - 2020.01")));
  g_assert_false (matchum_block_is_job (fixture_find (resume, "Project 2019.03 - 2019.05")));
  g_assert_false (matchum_block_is_job (fixture_find (resume, "Gamma")));
  g_assert_false (matchum_block_is_job (fixture_find (resume, "경력")));
  g_assert_false (matchum_block_is_job (fixture_find (resume, "x")));
}

/* Ids last when other blocks come and go, and tell equal texts apart. */
static void
test_ids (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n## A\n- same\n- Same\n- other\n");
  g_autoptr (MatchumResume) longer = fixture_read ("# N\n\nnew\n\n## A\n- same\n- Same\n- new too\n- **other**\n");

  g_assert_cmpstr (matchum_resume_get_block (resume, 2)->id, !=, matchum_resume_get_block (resume, 3)->id);
  g_assert_cmpstr (fixture_find (resume, "Same")->id, ==, fixture_find (longer, "Same")->id);
  g_assert_cmpstr (fixture_find (resume, "other")->id, ==, fixture_find (longer, "other")->id);
  g_assert_true (matchum_resume_lookup (resume, fixture_find (resume, "A")->id) == fixture_find (resume, "A"));
  g_assert_null (matchum_resume_lookup (resume, "nothing"));
}

/* As many units as make a long text of fewer lines than are refused. */
static char *
repeat (const char *head, const char *unit)
{
  GString *text = g_string_new (head);
  guint n_lines = 0;

  while (text->len < 500000 && n_lines < 20000)
    {
      g_string_append (text, unit);
      for (const char *p = unit; *p != '\0'; p++)
        n_lines += *p == '\n';
    }
  g_string_append (text, "x\n");
  return g_string_free (text, FALSE);
}

/* Nothing a file can hold takes long. */
static void
test_hostile (void)
{
  static const char *const units[] = { ">",
                                       "> ",
                                       "- ",
                                       "1. ",
                                       "- - - x\n",
                                       "  - x\n",
                                       "[",
                                       "![[]()",
                                       "***",
                                       "*a ",
                                       "`a",
                                       "<!-- ",
                                       "&amp;",
                                       "\\",
                                       "]",
                                       "]]>",
                                       "</script>",
                                       "```\n",
                                       "| a | b |\n|--|--|\n",
                                       "[a]: /u\n",
                                       "[a]: b (",
                                       "## a\n",
                                       "### 2019.01 - 2020.01\n2019.01\ntext\n",
                                       "- a\n",
                                       "<a\n",
                                       "a\n\n",
                                       "\n\n\n- a",
                                       "2019.01 ~ ",
                                       "\t",
                                       "=\n",
                                       "-\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *markdown = repeat ("# N\n\n## A\n\n", units[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));
      g_autoptr (MatchumSource) source = matchum_source_new ("test.md", bytes, NULL);
      g_autoptr (MatchumResume) resume = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      resume = matchum_markdown_resume_reader_read (source, &error);
      g_test_message ("%s: %" G_GINT64_FORMAT " ms", units[i], (g_get_monotonic_time () - start) / 1000);
      g_assert_no_error (error);
      g_assert_nonnull (resume);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) markdown = g_string_new ("# N\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (markdown, "a\n");
  bytes = g_bytes_new_static (markdown->str, markdown->len);
  source = matchum_source_new ("test.md", bytes, NULL);
  g_assert_null (matchum_markdown_resume_reader_read (source, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "test.md:100001: "));
}

static void
test_deep (void)
{
  g_autoptr (GString) markdown = g_string_new ("# N\n## A\n");
  g_autoptr (MatchumResume) resume = NULL;
  guint depth = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (markdown, "%*s- x\n", (int) (2 * i), "");
  resume = fixture_read (markdown->str);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    depth = MAX (depth, matchum_resume_get_block (resume, i)->depth);
  g_assert_cmpuint (depth, >=, 30);
  g_assert_cmpuint (depth, <=, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-resume-reader/cases", test_cases);
  g_test_add_func ("/markdown-resume-reader/names", test_names);
  g_test_add_func ("/markdown-resume-reader/errors", test_errors);
  g_test_add_func ("/markdown-resume-reader/broken-front-matter", test_broken_front_matter);
  g_test_add_func ("/markdown-resume-reader/lines", test_lines);
  g_test_add_func ("/markdown-resume-reader/nobodys-lines", test_nobodys_lines);
  g_test_add_func ("/markdown-resume-reader/long-definition", test_long_definition);
  g_test_add_func ("/markdown-resume-reader/tree", test_tree);
  g_test_add_func ("/markdown-resume-reader/dates", test_dates);
  g_test_add_func ("/markdown-resume-reader/jobs", test_jobs);
  g_test_add_func ("/markdown-resume-reader/ids", test_ids);
  g_test_add_func ("/markdown-resume-reader/hostile", test_hostile);
  g_test_add_func ("/markdown-resume-reader/too-long", test_too_long);
  g_test_add_func ("/markdown-resume-reader/deep", test_deep);
  return g_test_run ();
}
