/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is written into a block, put after it or taken out, every other block is left as it was: tried on examples,
 * on the resumes in tests/cases and tests/cases-2, and on five hundred made-up ones, or on four times as many where
 * MATCHUM_TEST_LONG is set. */
#include "config.h"

#include <time.h>

#include "resume/matchum-block-edit.h"
#include "text/matchum-inline-reader.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"

#define N_LONG_RUNS 4
#define N_RESUMES 500

/* Runs of white space as one space. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f", -1);
  GString *squeezed = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (squeezed, "%s%s", squeezed->len > 0 ? " " : "", words[i]);
  return g_string_free (squeezed, FALSE);
}

/* What words say by themselves. */
static char *
dup_plain (const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("words", bytes, &error);
  g_autoptr (MatchumInlineText) text = NULL;

  g_assert_no_error (error);
  text = matchum_inline_reader_read (source, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  return squeeze (matchum_inline_text_get_text (text));
}

static char *
dup_own_bytes (MatchumResume *resume, const MatchumBlock *block)
{
  const char *text = matchum_source_get_text (matchum_resume_get_source (resume));

  return g_strstrip (g_strndup (text + block->span.start, matchum_span_get_length (block->span)));
}

static gboolean
is_bytes_kept (MatchumResume *a, const MatchumBlock *block_a, MatchumResume *b, const MatchumBlock *block_b)
{
  g_autofree char *bytes_a = dup_own_bytes (a, block_a);
  g_autofree char *bytes_b = dup_own_bytes (b, block_b);

  return g_str_equal (bytes_a, bytes_b);
}

/* All blocks of before but those from first to end are in after, n of which stand for these. NULL where that holds. */
static char *
dup_difference (MatchumResume *before, guint first, guint end, MatchumResume *after, guint n)
{
  const guint n_before = matchum_resume_get_n_blocks (before);

  if (matchum_resume_get_n_blocks (after) != n_before - (end - first) + n)
    return g_strdup_printf ("%u blocks became %u", n_before, matchum_resume_get_n_blocks (after));
  for (guint i = 0; i < n_before; i++)
    {
      const MatchumBlock *a = matchum_resume_get_block (before, i);
      const MatchumBlock *b;
      guint parent = a->parent;

      if (i >= first && i < end)
        continue;
      b = matchum_resume_get_block (after, i < first ? i : i - (end - first) + n);
      if (parent != MATCHUM_BLOCK_NONE && parent >= end)
        parent = parent - (end - first) + n;
      if (a->kind != b->kind || parent != b->parent || a->list_depth != b->list_depth || a->heading != b->heading
          || !g_str_equal (matchum_block_get_text (a), matchum_block_get_text (b)) || a->is_dates != b->is_dates)
        return g_strdup_printf ("block %u \"%s\" became \"%s\"", i, matchum_block_get_text (a),
                                matchum_block_get_text (b));
      if (!is_bytes_kept (before, a, after, b))
        return g_strdup_printf ("the bytes of block %u \"%s\" changed", i, matchum_block_get_text (a));
    }
  return NULL;
}

static void
check_round_trip (MatchumResume *resume, guint block)
{
  g_autofree char *words = matchum_block_edit_dup_markdown (resume, block);
  g_autofree char *text = NULL;

  g_assert_nonnull (words);
  g_assert_null (strchr (words, '\r'));
  text = matchum_block_edit_replace (resume, block, words);
  g_assert_cmpstr (text, ==, matchum_source_get_text (matchum_resume_get_source (resume)));
}

static void
check_kind (MatchumResume *before, MatchumResume *after, guint block)
{
  const MatchumBlock *a = matchum_resume_get_block (before, block);
  const MatchumBlock *b = matchum_resume_get_block (after, block);

  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->parent, ==, b->parent);
  g_assert_cmpuint (a->end, ==, b->end);
  g_assert_cmpuint (a->heading, ==, b->heading);
  g_assert_cmpuint (a->list_depth, ==, b->list_depth);
  g_assert_cmpuint (a->number, ==, b->number);
}

static const char *const odd_words[] = {
  "모델 서빙",
  "- ",
  "# ",
  "1. ",
  "12) ",
  "1)",
  "> ",
  "```",
  "~~~",
  "===",
  "---",
  "| a | b |",
  "|---|---|",
  "* ",
  "+ ",
  "-",
  "* * *",
  "___",
  "**굵게**",
  "`code`",
  "[링크](https://example.com/a_b)",
  "[etikett]: https://example.com",
  "<div>",
  "</p>",
  "<https://example.com>",
  "a < b > c",
  "    네 칸",
  "C++",
  "#1",
  "## x ##",
  "x #",
  "2021.03 - 2022.02",
  "2021. 03 - 2022. 02",
  "\\",
  "\\*",
  "&amp;",
  "*",
  "_",
  "`",
  "[",
  "]",
  "][",
  "![",
  "(c)",
  "!",
  "한국어 English 日本",
  "100%",
  "10. 1. - # x",
  "<b>bold</b>",
  "\t",
  "끝.",
};

/* Lines of words that look like anything. */
static char *
dup_random_words (GRand *rand)
{
  GString *text = g_string_new (NULL);
  const gint n_lines = g_rand_int_range (rand, 1, 4);

  for (gint i = 0; i < n_lines; i++)
    {
      const gint n = g_rand_int_range (rand, 1, 5);

      if (i > 0)
        g_string_append (text, g_rand_int_range (rand, 0, 4) == 0   ? "\r\n"
                               : g_rand_int_range (rand, 0, 6) == 0 ? "\n\n"
                                                                    : "\n");
      for (gint j = 0; j < n; j++)
        g_string_append_printf (text, "%s%s", j > 0 && g_rand_boolean (rand) ? " " : "",
                                odd_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd_words))]);
    }
  g_string_append_c (text, g_rand_boolean (rand) ? 'x' : '.');
  return g_string_free (text, FALSE);
}

/* Code says what was typed, whatever it looks like. */
static gboolean
is_code (const MatchumBlock *block)
{
  const MatchumInlineRun *run;

  if (block->kind != MATCHUM_BLOCK_PARAGRAPH || matchum_inline_text_get_n_runs (block->content) != 1)
    return FALSE;
  run = matchum_inline_text_get_run (block->content, 0);
  return run->kind == MATCHUM_INLINE_CODE
         && matchum_span_get_length (run->span) == matchum_inline_text_get_length (block->content);
}

/* HTML that words begin with shows. */
static char *
dup_wanted (const char *typed, gboolean is_code)
{
  g_autofree char *trimmed = g_strchug (g_strdup (typed));
  g_autofree char *escaped = g_strconcat (trimmed[0] == '<' && trimmed[1] != 'h' ? "\\" : "", trimmed, NULL);

  return is_code ? squeeze (typed) : dup_plain (escaped);
}

/* What words say where a blank line begins a new paragraph. */
static char *
dup_paragraphs (const char *typed)
{
  g_auto (GStrv) paragraphs = g_regex_split_simple ("\n[ \t\r]*\n", typed, 0, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    if (paragraphs[i][strspn (paragraphs[i], " \t\r\n")] != '\0')
      {
        g_autofree char *plain = dup_plain (paragraphs[i]);

        g_string_append_printf (text, "%s\n", plain);
      }
  return squeeze (text->str);
}

/* Whether a backslash may be the end of a line, or a part of code or a tag that goes on: in one line
 * nobody can tell. */
static gboolean
is_ambiguous (const char *typed)
{
  return g_regex_match_simple ("\\\\[ \t]*\r?\n", typed, 0, 0) && strpbrk (typed, "`<") != NULL;
}

static void
check_words (const MatchumBlock *block, const char *typed, gboolean is_code)
{
  g_autofree char *wanted = dup_wanted (typed, is_code);
  g_autofree char *plain = dup_plain (typed);
  g_autofree char *paragraphs = dup_paragraphs (typed);
  g_autofree char *said = squeeze (matchum_block_get_text (block));

  if (!g_str_equal (said, wanted) && !g_str_equal (said, plain) && !g_str_equal (said, paragraphs)
      && !is_ambiguous (typed))
    g_error ("\"%s\" was typed, and the block in line %u says \"%s\"", typed, block->first_line, said);
}

/* Whether a table was typed into a table: it is one then. */
static gboolean
is_table (MatchumResume *resume, const MatchumBlock *block, const char *typed)
{
  g_autofree char *bytes = dup_own_bytes (resume, block);

  return strstr (bytes, "\n|---|") != NULL
         && g_regex_match_simple ("^\\s*[^\\n]*\\|[^\\n]*\\n\\s*[|: \\t-]*-[|: \\t-]*\\r?(\\n|$)", typed, 0, 0);
}

/* Other words go into a block, and from there on they stay as they are. */
static void
check_replace (MatchumResume *resume, guint block, const char *typed)
{
  const MatchumBlock *before = matchum_resume_get_block (resume, block);
  g_autofree char *text = matchum_block_edit_replace (resume, block, typed);
  g_autofree char *difference = NULL;
  g_autoptr (MatchumResume) after = NULL;

  g_assert_nonnull (text);
  after = fixture_read (text);
  difference = dup_difference (resume, block, block + 1, after, 1);
  if (difference != NULL)
    g_error ("\"%s\" for block %u \"%s\": %s\n%s", typed, block, matchum_block_get_text (before), difference, text);
  check_kind (resume, after, block);
  if (!is_table (resume, before, typed))
    check_words (matchum_resume_get_block (after, block), typed, is_code (before));
  check_round_trip (after, block);
}

/* Where the only new block of after is. */
static guint
find_new_block (MatchumResume *resume, MatchumResume *after, guint from)
{
  for (guint i = from; i <= matchum_resume_get_n_blocks (resume); i++)
    {
      g_autofree char *difference = dup_difference (resume, i, i, after, 1);

      if (difference == NULL)
        return i;
    }
  return MATCHUM_BLOCK_NONE;
}

static gboolean
is_within (MatchumResume *resume, const MatchumBlock *block, guint above)
{
  while (block->parent != MATCHUM_BLOCK_NONE && block->index != above)
    block = matchum_resume_get_block (resume, block->parent);
  return block->index == above;
}

/* Whether a new block stands where one would look for it. */
static void
check_place (MatchumResume *after, guint block, guint end, guint at)
{
  const MatchumBlock *old = matchum_resume_get_block (after, block);
  const MatchumBlock *new = matchum_resume_get_block (after, at);

  if (new->kind == MATCHUM_BLOCK_ITEM && old->kind == MATCHUM_BLOCK_ITEM)
    {
      g_assert_cmpuint (at, ==, end);
      g_assert_cmpuint (new->parent, ==, old->parent);
      g_assert_cmpuint (new->list_depth, ==, old->list_depth);
      if (old->number > 0)
        g_assert_cmpuint (new->number, ==, old->number + 1);
    }
  else if (old->heading > 0 && new->heading == 0)
    {
      g_assert_cmpuint (new->parent, ==, block);
      g_assert_cmpuint (new->list_depth, ==, new->kind == MATCHUM_BLOCK_ITEM ? 1 : 0);
    }
  else if (new->kind == old->kind &&new->heading > 0)
    {
      g_assert_cmpuint (at, ==, end);
      g_assert_cmpuint (new->parent, ==, old->parent);
      g_assert_cmpuint (new->heading, ==, old->heading);
    }
  else if (new->kind == MATCHUM_BLOCK_ENTRY)
    g_assert_cmpint (matchum_resume_get_block (after, new->parent)->kind, !=, MATCHUM_BLOCK_TITLE);
  else if (new->heading == 0 && old->parent != MATCHUM_BLOCK_NONE && old->list_depth == 0)
    g_assert_true (is_within (after, new, old->parent));
  g_assert_cmpuint (at, >, block);
}

static void
check_insert (MatchumResume *resume, guint block, MatchumBlockKind kind, const char *typed)
{
  const MatchumBlock *old = matchum_resume_get_block (resume, block);
  g_autofree char *text = matchum_block_edit_insert_after (resume, block, kind, typed);
  g_autoptr (MatchumResume) after = NULL;
  guint at;

  if (text == NULL)
    {
      g_assert_cmpint (kind, ==, MATCHUM_BLOCK_ENTRY);
      g_assert_true (old->section == MATCHUM_SECTION_CONTACT);
      return;
    }
  after = fixture_read (text);
  at = find_new_block (resume, after, block + 1);
  if (at == MATCHUM_BLOCK_NONE)
    g_error ("\"%s\" as kind %d after block %u \"%s\" changes others\n%s", typed, (int) kind, block,
             matchum_block_get_text (old), text);
  g_assert_cmpint (matchum_resume_get_block (after, at)->kind, ==, kind);
  check_words (matchum_resume_get_block (after, at), typed, FALSE);
  check_place (after, block, old->end, at);
}

/* Whether what follows in an item upon a block that is taken out comes to be the item's own words. */
static gboolean
is_joined_by_removal (MatchumResume *resume, const MatchumBlock *block)
{
  const MatchumBlock *next =
      block->end < matchum_resume_get_n_blocks (resume) ? matchum_resume_get_block (resume, block->end) : NULL;

  return block->parent != MATCHUM_BLOCK_NONE && block->index == block->parent + 1 && next != NULL
         && next->parent == block->parent && next->list_depth > 0
         && next->list_depth == matchum_resume_get_block (resume, block->parent)->list_depth;
}

static gboolean
has_blank_pile (const char *text)
{
  return strstr (text, "\n\n\n") != NULL || strstr (text, "\n\r\n\r\n") != NULL;
}

static void
check_remove (MatchumResume *resume, guint block)
{
  const char *old_text = matchum_source_get_text (matchum_resume_get_source (resume));
  const MatchumBlock *old = matchum_resume_get_block (resume, block);
  g_autofree char *text = matchum_block_edit_remove (resume, block);
  g_autofree char *difference = NULL;
  g_autoptr (MatchumResume) after = NULL;

  if (text == NULL)
    {
      g_assert_cmpint (old->kind, ==, MATCHUM_BLOCK_TITLE);
      return;
    }
  if (is_joined_by_removal (resume, old))
    return;
  after = fixture_read (text);
  difference = dup_difference (resume, block, old->end, after, 0);
  if (difference != NULL)
    g_error ("without block %u \"%s\": %s\n%s", block, matchum_block_get_text (old), difference, text);
  if (has_blank_pile (text) && !has_blank_pile (old_text))
    g_error ("without block %u \"%s\" blank lines pile up\n%s", block, matchum_block_get_text (old), text);
}

/* One of so many blocks is tried. */
static void
check_resume (MatchumResume *resume, GRand *rand, guint stride)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *typed = dup_random_words (rand);

      if (g_rand_int_range (rand, 0, (gint32) stride) > 0)
        continue;
      g_assert_cmpint (matchum_block_edit_is_possible (resume, i), ==, block->kind != MATCHUM_BLOCK_REMARK);
      if (block->kind != MATCHUM_BLOCK_REMARK)
        {
          check_round_trip (resume, i);
          check_replace (resume, i, typed);
        }
      check_insert (resume, i, (MatchumBlockKind) g_rand_int_range (rand, MATCHUM_BLOCK_SECTION, MATCHUM_BLOCK_REMARK),
                    typed);
      check_remove (resume, i);
    }
}

static void
test_made_up (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  const guint stride = g_getenv ("MATCHUM_TEST_LONG") != NULL ? 5 : 25;
  GRand *rand = g_rand_new_with_seed (first);

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, seed % 2 == 0, seed % 4 < 2);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);

      g_test_message ("seed %u", seed);
      check_resume (resume, rand, stride);
    }
  g_rand_free (rand);
}

static void
test_files (gconstpointer folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, "resumes", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GRand *rand = g_rand_new_with_seed (7);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *relative = g_build_filename ("..", "..", folder, "resumes", name, NULL);
      g_autoptr (MatchumResume) resume = fixture_load (relative);

      g_test_message ("%s", name);
      check_resume (resume, rand, g_getenv ("MATCHUM_TEST_LONG") != NULL ? 1 : 3);
      n++;
    }
  g_assert_cmpuint (n, >=, 6);
  g_rand_free (rand);
}

typedef struct {
  const char *source;
  const char *block; /* words of the block to be edited */
  const char *typed;
  const char *wanted;
} Example;

static const Example replacements[] = {
  /* Only the words change. */
  { "# A\n\n- one\n- two\n", "one", "eins", "# A\n\n- eins\n- two\n" },
  { "# A\r\n\r\n* one\r\n* two", "two", "zwei\ndrei", "# A\r\n\r\n* one\r\n* zwei\r\n  drei" },
  { "# A ##\n\n- one\n", "A", "B\nC", "# B C ##\n\n- one\n" },
  { "A\n===\n\n- one\n", "A", "#1", "\\#1\n===\n\n- one\n" },
  { "A\n===\n\n- one\n", "A", "- B\nC", "\\- B C\n===\n\n- one\n" },
  { "# A\n\n3. one\n   more\n4. two\n", "one more", "eins\nmehr", "# A\n\n3. eins\n   mehr\n4. two\n" },
  { "# A\n\n1.  one\n    - in\n", "in", "x\ny", "# A\n\n1.  one\n    - x\n      y\n" },
  { "# A\n\n> one\n> two\n", "one two", "one\n\n> 2", "# A\n\n> one\n> \\> 2\n" },
  { "# A\n\n> - one\n", "one", "x\ny", "# A\n\n> - x\n>   y\n" },
  { "\xef\xbb\xbf# A\n", "A", "B", "\xef\xbb\xbf# B\n" },
  { "# A\n\n-\n- two\n", "", "one", "# A\n\n- one\n- two\n" },
  { "# A\n\n-\tone\n\ttwo\n", "one two", "1\n2", "# A\n\n-\t1\n \t2\n" },
  { "##\n\n- one\n", "", "A #", "## A \\#\n\n- one\n" },
  { "# A\n\n-\ntext\n", "", "one\n- two", "# A\n\n- one - two\n\ntext\n" },
  { "# A\n\n-\n ) text\n", "", "one\n- two", "# A\n\n- one - two\n\n ) text\n" },
  { "# A\n\n## Experience\n\n### B\n2020.01 - 2021.02\n     text\n", "2020.01 - 2021.02", "2019.01 - 2021.02\n- x",
    "# A\n\n## Experience\n\n### B\n\n2019.01 - 2021.02 - x\n\ntext\n" },
  { "# A\n# Experience\n\n- one\n", "A", "B", "# B\n# Experience\n\n- one\n" },
  /* Lines that stay the same keep how they were written. */
  { "# A\n\n- one\ntwo  \n    three\n", "one two\nthree", "one\nzwei\nthree", "# A\n\n- one\n  zwei\n    three\n" },
  { "# A\n\n- **one** <!-- note -->\n- two\n", "one", "**eins** <!-- note -->",
    "# A\n\n- **eins** <!-- note -->\n- two\n" },
  { "# A\n\n- one\n\n  two\n", "one\ntwo", "one\n\n\n2", "# A\n\n- one\n\n  2\n" },
  { "# A\n\n- one\n\n  two\n", "one\ntwo", "one\n\n[x]: y\n| z\n|-|", "# A\n\n- one\n\n  \\[x]: y\n  | z\n  |-|\n" },
  { "# A\n\n- one\n\n  two\n", "one\ntwo", "one\n\na | z\n-|-", "# A\n\n- one\n\n  a | z\n  \\-|-\n" },
  { "# A\n\n- one\n  ```sh\n  ls -l\n  ```\n", "one\nls -l", "# 1\n```sh\nls -l\n```",
    "# A\n\n- \\# 1\n  ```sh\n  ls -l\n  ```\n" },
  { "# A\n\n- one\n  <!-- note -->\n- two\n", "one", "1. eins\n<!-- note -->",
    "# A\n\n- 1\\. eins\n  <!-- note -->\n- two\n" },
  /* What looks like a block is none, and only that is marked. */
  { "# A\n\none\n", "one", "- a\n# b\n1. c\n2. d\n---\n===\n***\n```\n<div>\n-e",
    "# A\n\n\\- a\n\\# b\n1\\. c\n2. d\n\\---\n\\===\n\\***\n\\`\\`\\` <div>\n-e\n" },
  { "# A\n\none\n", "one", "    - a", "# A\n\n\\- a\n" },
  { "# A\n\none\n", "one", "2. a", "# A\n\n2\\. a\n" },
  { "# A\n\none\n", "one", "2.a 3) **x** #y -z", "# A\n\n2.a 3) **x** #y -z\n" },
  { "# A\n\none\n", "one", "a | b\n--|--", "# A\n\na | b\n\\--|--\n" },
  { "# A\n\none\n", "one", "[x]: y", "# A\n\n\\[x]: y\n" },
  { "# A\n\none\n", "one", "[x](y): z", "# A\n\n[x](y): z\n" },
  { "# A\n\none\n", "one", "<!-- why --> eins", "# A\n\neins <!-- why -->\n" },
  { "# A\n\none\n", "one", "a\001\vb", "# A\n\na  b\n" },
  { "# A\n\none\n\n- two\n", "one", "<!-- one -->", "# A\n\n<!-- one -->\n\n- two\n" },
  { "---\n\n# A\n", "A", "B", "---\n\n# B\n" },
  { "one\n\n# A\n", "one", "---", "\\---\n\n# A\n" },
  /* Tables and code. */
  { "# A\n\n| a | b |\n|---|---|\n| c | d |\n", "a | b\nc | d", "| a | b |\n|---|---|\n| - e | f |\n| g | h |",
    "# A\n\n| a | b |\n|---|---|\n| - e | f |\n| g | h |\n" },
  { "# A\n\n```sh\nls\n```\n\none\n", "ls", "# not\n\n```\nx", "# A\n\n````sh\n# not\n\n```\nx\n````\n\none\n" },
  { "# A\n\n    ls\n\none\n", "ls", "\n- x\n\n  y\n", "# A\n\n    - x\n\n      y\n\none\n" },
  { "# A\n\n> ~~~\n> ls\n> ~~~\n", "ls", "a\n\nb", "# A\n\n> ~~~\n> a\n>\n> b\n> ~~~\n" },
  /* Dates divide a paragraph, and go on doing so. */
  { "# A\n\n## B\n\n### C\nTeam\n2021.03 - 2022.02\nSeoul\n", "Team", "a\nb\nc\nd\ne",
    "# A\n\n## B\n\n### C\na b c d e\n2021.03 - 2022.02\nSeoul\n" },
  { "# A\n\n## B\n\n### C\nTeam\n2021.03 - 2022.02\nSeoul\n", "2021.03 - 2022.02", "long ago",
    "# A\n\n## B\n\n### C\nTeam\n\nlong ago\n\nSeoul\n" },
  { "# A\n\n## B\n\n### C\nTeam\n", "Team", "Team\n2021.03 - 2022.02\nSeoul",
    "# A\n\n## B\n\n### C\nTeam 2021.03 - 2022.02 Seoul\n" },
};

static void
test_replace (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      const Example *example = &replacements[i];
      g_autoptr (MatchumResume) resume = fixture_read (example->source);
      const MatchumBlock *block = fixture_find (resume, example->block);
      g_autofree char *text = matchum_block_edit_replace (resume, block->index, example->typed);

      check_round_trip (resume, block->index);
      g_assert_cmpstr (text, ==, example->wanted);
    }
}

typedef struct {
  const char *source;
  const char *block;
  MatchumBlockKind kind;
  const char *wanted; /* NULL where it cannot be done */
} Insertion;

static const Insertion insertions[] = {
  { "# A\n\n- one\n  - in\n- two\n", "one", MATCHUM_BLOCK_ITEM, "# A\n\n- one\n  - in\n- \\# new\n- two\n" },
  { "# A\n\n- one\n  - in\n- two\n", "in", MATCHUM_BLOCK_ITEM, "# A\n\n- one\n  - in\n  - \\# new\n- two\n" },
  { "# A\n\n* one\n\n* two\n", "two", MATCHUM_BLOCK_ITEM, "# A\n\n* one\n\n* two\n\n* \\# new\n" },
  { "# A\n\n+   one", "one", MATCHUM_BLOCK_ITEM, "# A\n\n+   one\n+   \\# new" },
  { "# A\r\n\r\n1) one\r\n2) two\r\n", "one", MATCHUM_BLOCK_ITEM, "# A\r\n\r\n1) one\r\n2) \\# new\r\n2) two\r\n" },
  { "# A\n\n1. one\n1. two\n", "two", MATCHUM_BLOCK_ITEM, "# A\n\n1. one\n1. two\n1. \\# new\n" },
  { "# A\n\n> - one\n", "one", MATCHUM_BLOCK_ITEM, "# A\n\n> - one\n> - \\# new\n" },
  { "# A\n\n## B\n- one\n\ntext\n\n## C\n", "B", MATCHUM_BLOCK_ITEM,
    "# A\n\n## B\n- one\n- \\# new\n\ntext\n\n## C\n" },
  { "# A\n\n## B\n\n### C\n\n- one\n", "B", MATCHUM_BLOCK_ITEM, "# A\n\n## B\n\n- \\# new\n\n### C\n\n- one\n" },
  { "# A\n\n## B\n\n## C\n\n* one\n", "B", MATCHUM_BLOCK_ITEM, "# A\n\n## B\n\n* \\# new\n\n## C\n\n* one\n" },
  { "# A\n## B", "B", MATCHUM_BLOCK_ITEM, "# A\n## B\n\n- \\# new" },
  { "# A\n\ntext\n\n* one\n", "text", MATCHUM_BLOCK_ITEM, "# A\n\ntext\n\n* \\# new\n* one\n" },
  { "# A\n\ntext\n\n## B\n", "text", MATCHUM_BLOCK_ITEM, "# A\n\ntext\n\n- \\# new\n\n## B\n" },
  { "# A\n\ntext\n\n    code\n", "text", MATCHUM_BLOCK_ITEM, "# A\n\ntext\n\n- \\# new\n\n[//]: #\n\n    code\n" },
  { "# A\n\none\n\ntwo\n", "one", MATCHUM_BLOCK_PARAGRAPH, "# A\n\none\n\n\\# new\n\ntwo\n" },
  { "# A\n\n- one\n  - in\n- two\n## B\n", "one", MATCHUM_BLOCK_PARAGRAPH,
    "# A\n\n- one\n  - in\n- two\n\n\\# new\n\n## B\n" },
  { "# A\n\n> one\n\ntwo\n", "one", MATCHUM_BLOCK_PARAGRAPH, "# A\n\n> one\n>\n> \\# new\n\ntwo\n" },
  { "# A\n\n- one\n  - in\n\n  text\n- two\n", "text", MATCHUM_BLOCK_PARAGRAPH,
    "# A\n\n- one\n  - in\n\n  text\n\n  \\# new\n\n- two\n" },
  { "# A\n\n## B\n\n### C\n\n- one\n\n## D\n", "B", MATCHUM_BLOCK_ENTRY,
    "# A\n\n## B\n\n### C\n\n- one\n\n### # new\n\n## D\n" },
  { "# A\n\n## B\n\n#### C\n\n- one\n\n## D\n", "D", MATCHUM_BLOCK_ENTRY,
    "# A\n\n## B\n\n#### C\n\n- one\n\n## D\n\n#### # new\n" },
  { "# A\n\n## B\n\n### C\n\n- one\n\n### D\n", "one", MATCHUM_BLOCK_ENTRY,
    "# A\n\n## B\n\n### C\n\n- one\n\n### # new\n\n### D\n" },
  { "# A\n\ntext\n\n## B\n", "A", MATCHUM_BLOCK_SECTION, "# A\n\ntext\n\n## # new\n\n## B\n" },
  { "# A\n\n## B\n", "A", MATCHUM_BLOCK_SECTION, "# A\n\n## # new\n\n## B\n" },
  { "# A\n\ntext\n\n## B\n", "B", MATCHUM_BLOCK_SECTION, "# A\n\ntext\n\n## B\n\n## # new\n" },
  { "# A\n\ntext\n", "text", MATCHUM_BLOCK_ENTRY, NULL },
};

static void
test_insert (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (insertions); i++)
    {
      const Insertion *example = &insertions[i];
      g_autoptr (MatchumResume) resume = fixture_read (example->source);
      const MatchumBlock *block = fixture_find (resume, example->block);
      g_autofree char *text = matchum_block_edit_insert_after (resume, block->index, example->kind, "# new");

      g_assert_cmpstr (text, ==, example->wanted);
    }
}

/* Those that are taken out are named "out". */
static const struct {
  const char *source;
  const char *wanted;
} removals[] = {
  { "# A\n\n- one\n- out\n  - in\n- two\n", "# A\n\n- one\n- two\n" },
  { "# A\n\n- one\n- out\n\n## B\n", "# A\n\n- one\n\n## B\n" },
  { "# A\n\n- out\n\n## B\n", "# A\n\n## B\n" },
  { "# A\n\none\n\nout\n\ntwo\n", "# A\n\none\n\ntwo\n" },
  { "# A\none\n\n\n## out\n\n- x\n\n\n## B\n", "# A\none\n\n\n## B\n" },
  { "# A\r\n\r\n- one\r\n\r\nout\r\n", "# A\r\n\r\n- one\r\n" },
  { "# A\n\n- one\n\nout", "# A\n\n- one\n" },
  { "---\nlang: ko\n---\n\nout\n\n# A\n", "---\nlang: ko\n---\n\n# A\n" },
  { "out\n\n# A\n", "# A\n" },
  { "out\n\n---\nb: c\n\n---\n\n# A\n", "\n---\nb: c\n\n---\n\n# A\n" },
  { "\xef\xbb\xbfout\n\n# A\n", "\xef\xbb\xbf# A\n" },
  { "# A\n\none\n```\nout\n```\ntwo\n", "# A\n\none\n\ntwo\n" },
  { "# A\n\n- one\n\nout\n\n    code\n", "# A\n\n- one\n\n[//]: #\n\n    code\n" },
  { "# A\n\n[one][x]\n\n## out\n\n[x]: y\n[z]: y\n\nin [z]\n", "# A\n\n[one][x]\n\n[x]: y\n" },
  { "# A\n\n> one\n>\n> out\n\ntwo\n", "# A\n\n> one\n\ntwo\n" },
  { "# out\n\none\n", NULL },
  { "## out\n\none\n", NULL },
};

static const MatchumBlock *
find_out (MatchumResume *resume)
{
  return fixture_find (resume, "out");
}

static void
test_remove (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (removals[i].source);
      g_autofree char *text = matchum_block_edit_remove (resume, find_out (resume)->index);

      g_assert_cmpstr (text, ==, removals[i].wanted);
    }
}

/* No words, and nothing but what cannot be seen. */
static void
test_blank (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# A\n\n- one\n- <!-- two -->\n");
  g_autofree char *words = matchum_block_edit_dup_markdown (resume, 2);

  g_assert_null (matchum_block_edit_replace (resume, 1, ""));
  g_assert_null (matchum_block_edit_replace (resume, 1, " \n\t\xe3\x80\x80\xe2\x80\x8b"));
  g_assert_null (matchum_block_edit_insert_after (resume, 1, MATCHUM_BLOCK_ITEM, " "));
  g_assert_null (matchum_block_edit_insert_after (resume, 1, MATCHUM_BLOCK_REMARK, "x"));
  g_assert_false (matchum_block_edit_is_possible (resume, 2));
  g_assert_null (words);
}

static void
test_not_utf8 (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# A\n\n- one\n");

  g_test_expect_message ("matchum-core", G_LOG_LEVEL_CRITICAL, "*g_utf8_validate*");
  g_assert_null (matchum_block_edit_replace (resume, 1, "\xff"));
  g_test_assert_expected_messages ();
}

/* Time of one edit of each kind in the middle of a large text, in seconds. */
static double
measure_edits (const char *line, guint max_lines, const char *typed)
{
  GString *markdown = g_string_new ("# A\n\n## B\n\n- x\n");
  g_autoptr (MatchumResume) resume = NULL;
  g_autofree char *text = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *shorter = NULL;
  clock_t start;
  guint block;

  for (guint n_lines = 0; n_lines < max_lines && markdown->len + strlen (line) < MATCHUM_SOURCE_MAX_BYTES;
       n_lines += line[strlen (line) - 2] == '\n' ? 2 : 1)
    g_string_append (markdown, line);
  g_string_append (markdown, "\nlast\n");
  resume = fixture_read (markdown->str);
  g_string_free (markdown, TRUE);
  block = matchum_resume_get_n_blocks (resume) / 2;
  if (matchum_resume_get_block (resume, block)->kind == MATCHUM_BLOCK_REMARK)
    block = matchum_resume_get_n_blocks (resume) - 1;
  start = clock ();
  text = matchum_block_edit_replace (resume, block, typed);
  longer = matchum_block_edit_insert_after (resume, block, MATCHUM_BLOCK_ITEM, typed);
  shorter = matchum_block_edit_remove (resume, block);
  g_assert_nonnull (text);
  g_assert_nonnull (longer);
  g_assert_nonnull (shorter);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* An edit takes the time that its surroundings take to read, and not that of the whole. Where one block is as large as
 * everything, or where lists are nested beyond reason, it takes the time of a few readings; nothing is quadratic. */
static void
test_large (void)
{
  static const struct {
    const char *line;
    guint n_lines;
    double most;
  } texts[] = {
    { "- item with some words that make it about as long as lines of resumes are, and then a few more\n", 90000, 1 },
    { "  - item with some words that make it about as long as lines of resumes are, and then a few\n", 90000, 1 },
    { "A paragraph with some words that make it about as long as lines of resumes are, and more.\n\n", 90000, 1 },
    { "> - quote\n", 90000, 1 },
    { "### Entry\n", 90000, 1 },
    { "<!-- remark -->\n\n", 90000, 1 },
    { "word\n", 20000, 10 },
    { "[a][b] `\n", 20000, 10 },
    { "- - - x\n", 25000, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double seconds = measure_edits (texts[i].line, texts[i].n_lines, "- other\n# words");

      g_test_message ("%.3f s for three edits among %s", seconds, texts[i].line);
      g_assert_cmpfloat (seconds, <, texts[i].most);
    }
}

int
main (int argc, char *argv[])
{
  const guint n_runs = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RUNS : 1;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block-edit/replace", test_replace);
  g_test_add_func ("/block-edit/insert", test_insert);
  g_test_add_func ("/block-edit/remove", test_remove);
  g_test_add_func ("/block-edit/blank", test_blank);
  g_test_add_func ("/block-edit/not-utf8", test_not_utf8);
  g_test_add_func ("/block-edit/large", test_large);
  g_test_add_data_func ("/block-edit/cases", "cases", test_files);
  g_test_add_data_func ("/block-edit/cases-2", "cases-2", test_files);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/block-edit/made-up-%u", i + 1);

      g_test_add_data_func (path, GUINT_TO_POINTER (i * N_RESUMES + 1), test_made_up);
    }
  return g_test_run ();
}
