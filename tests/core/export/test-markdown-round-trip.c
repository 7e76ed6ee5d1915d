/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of any resume whatever, tried on the ones in tests/cases and on five hundred made-up ones, or on ten
 * thousand where MATCHUM_TEST_LONG is set; and on as many texts in disorder, which need only come back as they were. */
#include "config.h"

#include <string.h>

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "export/matchum-markdown-exporter.h"
#include "resume/matchum-markdown-resume-reader.h"

#define N_LONG_RUNS 20
#define N_RESUMES 500

static const char *const files[] = { "bi-lim-biostat.md", "en-okafor-platform.md", "en-sandoval-vision.md",
                                     "ko-kang-mle.md",    "ko-park-dataeng.md",    "ko-yoon-analyst.md" };

/* What stands between blocks says nothing: blank lines, rules, markers without text, link definitions. */
static void
check_gap (MatchumResume *resume, guint first_line, guint last_line)
{
  MatchumSource *source = matchum_resume_get_source (resume);

  for (guint line = first_line; line <= last_line; line++)
    {
      MatchumSpan span = matchum_source_get_line_span (source, line);
      const char *text = matchum_source_get_text (source) + span.start;

      if (matchum_link_definitions_hold_line (matchum_resume_get_link_definitions (resume), line))
        continue;
      for (gsize i = 0; i < matchum_span_get_length (span); i++)
        if (g_ascii_isalnum (text[i]))
          g_error ("line %u is nobody's: %.*s", line, (int) matchum_span_get_length (span), text);
    }
}

static void
check_partition (MatchumResume *resume, guint first_line)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  guint next = first_line;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpuint (block->index, ==, i);
      g_assert_cmpuint (block->first_line, >=, next);
      g_assert_cmpuint (block->last_line, >=, block->first_line);
      g_assert_cmpuint (block->span.start, ==, matchum_source_get_line_span (source, block->first_line).start);
      g_assert_cmpuint (matchum_source_get_line_at (source, block->span.end - 1), ==, block->last_line);
      g_assert_true (block->span.end == matchum_source_get_length (source)
                     || matchum_source_get_text (source)[block->span.end - 1] == '\n');
      g_assert_true (block->parent == MATCHUM_BLOCK_NONE || block->parent < i);
      g_assert_true (block->parent == MATCHUM_BLOCK_NONE
                     || block->end <= matchum_resume_get_block (resume, block->parent)->end);
      g_assert_true (matchum_resume_lookup (resume, block->id) == block);
      g_assert_true (matchum_resume_get_block_at (resume, block->first_line) == block);
      check_gap (resume, next, block->first_line - 1);
      next = block->last_line + 1;
    }
  check_gap (resume, next, matchum_source_get_n_lines (source));
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

/* Every run of letters of the words of a block is found letter for letter where the map says. */
static guint
check_words (MatchumResume *resume, const MatchumBlock *block)
{
  const char *source = matchum_source_get_text (matchum_resume_get_source (resume));
  const char *text = matchum_block_get_text (block);
  guint n = 0;

  for (gsize start = 0, end; text[start] != '\0'; start = end)
    {
      MatchumSpan span;

      for (end = start; is_word_byte (text[end]); end++)
        ;
      if (end == start)
        {
          end++;
          continue;
        }
      span = matchum_inline_text_get_source_span (block->content, MATCHUM_SPAN (start, end));
      g_assert_cmpuint (span.start, >=, block->span.start);
      g_assert_cmpuint (span.end, <=, block->span.end);
      if (matchum_span_get_length (span) != end - start || memcmp (source + span.start, text + start, end - start) != 0)
        {
          /* Only an entity or an emphasis within the word may part them. */
          g_autofree char *raw = g_strndup (source + span.start, matchum_span_get_length (span));

          if (strpbrk (raw, "&*<\\") == NULL)
            g_error ("\"%.*s\" is \"%s\" in line %u", (int) (end - start), text + start, raw, block->first_line);
          continue;
        }
      n++;
    }
  return n;
}

static void
check_runs (const MatchumBlock *block)
{
  gsize start = 0;

  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      g_assert_cmpuint (run->span.start, >=, start);
      g_assert_cmpuint (run->span.start, <, run->span.end);
      g_assert_cmpuint (run->span.end, <=, matchum_inline_text_get_length (block->content));
      start = run->span.start;
    }
}

static void
check_same_ids (MatchumResume *resume, MatchumResume *again)
{
  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), ==, matchum_resume_get_n_blocks (again));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_cmpstr (matchum_resume_get_block (resume, i)->id, ==, matchum_resume_get_block (again, i)->id);
}

/* Fails with the first line in which two outlines differ; the texts go to the log. */
static void
report_difference (const char *expected, const char *found, const char *markdown, const char *tailored)
{
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  gsize i = 0;

  while (expected_lines[i] != NULL && found_lines[i] != NULL && g_str_equal (expected_lines[i], found_lines[i]))
    i++;
  g_test_message ("read:\n%s", markdown);
  g_test_message ("written:\n%s", tailored);
  g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
}

/* What is written of visibility reads as what was visible. Returns what was written. */
static char *
check_tailored (MatchumVisibility *visibility, const char *markdown)
{
  char *tailored = matchum_markdown_exporter_write_tailored (visibility);
  g_autoptr (MatchumResume) again = fixture_read (tailored);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (again);
  g_autofree char *expected = fixture_dup_outline (visibility);
  g_autofree char *found = fixture_dup_outline (all);

  if (!g_str_equal (expected, found))
    report_difference (expected, found, markdown, tailored);
  g_assert_true (g_str_has_suffix (tailored, "\n") && !g_str_has_suffix (tailored, "\n\n"));
  g_assert_null (strchr (tailored, '\r'));
  /* A comment is out, unless it only looks like one and is code. */
  if (strstr (expected, "secret") == NULL)
    g_assert_null (strstr (tailored, "secret"));
  return tailored;
}

static guint
check_resume (MatchumResume *resume, const char *markdown)
{
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autofree char *baseline = matchum_markdown_exporter_write_baseline (resume);
  g_autofree char *tailored = NULL;
  guint n_words = 0;

  g_assert_cmpstr (baseline, ==, markdown);
  check_partition (resume, strstr (markdown, "lang: ko") != NULL ? 4 : 1);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      check_runs (matchum_resume_get_block (resume, i));
      n_words += check_words (resume, matchum_resume_get_block (resume, i));
    }
  tailored = check_tailored (all, markdown);
  return n_words;
}

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_load (files[i]);
      g_autofree char *markdown = matchum_markdown_exporter_write_baseline (resume);
      g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
      g_autofree char *tailored = matchum_markdown_exporter_write_tailored (all);

      g_autoptr (MatchumResume) again = fixture_read (markdown);

      check_same_ids (resume, again);
      g_assert_cmpuint (check_resume (resume, markdown), >, 300);
      g_assert_cmpstr (tailored, ==, markdown);
    }
}

/* The words of a block that no other has. */
static GStrv
dup_marks (const MatchumBlock *block)
{
  g_autoptr (GRegex) regex = g_regex_new ("[0-9]+z", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_regex_match (regex, matchum_block_get_text (block), 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      g_strv_builder_add (builder, word);
      g_match_info_next (match, NULL);
    }
  return g_strv_builder_end (builder);
}

static gboolean
holds_mark (const char *text, const char *mark)
{
  for (const char *found = strstr (text, mark); found != NULL; found = strstr (found + 1, mark))
    if (found == text || !g_ascii_isdigit (found[-1]))
      return TRUE;
  return FALSE;
}

static void
check_marks (MatchumVisibility *visibility, const char *tailored)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      g_auto (GStrv) marks = dup_marks (matchum_resume_get_block (resume, i));

      for (gsize j = 0; marks[j] != NULL; j++)
        g_assert_cmpint (holds_mark (tailored, marks[j]), ==, matchum_visibility_is_visible (visibility, i));
    }
}

/* Hides some blocks, a few or many. */
static void
check_hidden (MatchumResume *resume, const char *markdown, guint32 seed)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autofree char *tailored = NULL;
  gint percent = g_rand_int_range (rand, 1, 60);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_rand_int_range (rand, 0, 100) < percent)
      g_hash_table_add (hidden, matchum_resume_get_block (resume, i)->id);
  visibility = matchum_visibility_new (resume, hidden, NULL);
  tailored = check_tailored (visibility, markdown);
  check_marks (visibility, tailored);
  if (strstr (markdown, "\n\n\n") == NULL && strstr (markdown, "\n\r\n\r\n") == NULL && strstr (markdown, "```") == NULL
      && strstr (tailored, "\n\n\n") != NULL)
    g_error ("blank lines pile up in\n%s", tailored);
}

/* Half of them without what may keep blank lines apart, so that these can be counted. */
static void
test_made_up (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  guint64 n_words = 0;

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, seed % 2 == 0, seed % 4 < 2);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);

      g_test_message ("seed %u", seed);
      n_words += check_resume (resume, markdown);
      check_hidden (resume, markdown, seed);
    }
  g_assert_cmpuint (n_words, >, N_RESUMES * 50);
}

/* Nothing else than the bytes, the lines of the blocks and their names is sure of these. */
static gboolean
check_disorder (guint32 seed)
{
  g_autofree char *markdown = random_markdown_disorder (seed);
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new ("disorder.md", bytes, NULL);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumResume) again = resume != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autofree char *written = resume != NULL ? matchum_markdown_exporter_write_baseline (resume) : NULL;
  guint next = 1;

  if (resume == NULL)
    return FALSE;
  g_assert_cmpstr (written, ==, markdown);
  check_same_ids (resume, again);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpuint (block->first_line, >=, next);
      g_assert_cmpuint (block->last_line, >=, block->first_line);
      g_assert_cmpuint (block->span.start, ==, matchum_source_get_line_span (source, block->first_line).start);
      check_runs (block);
      next = block->last_line + 1;
    }
  return TRUE;
}

static void
test_disorder (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  guint n = 0;

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_test_message ("seed %u", seed);
      n += check_disorder (seed);
    }
  g_assert_cmpuint (n, >, N_RESUMES * 9 / 10);
}

int
main (int argc, char *argv[])
{
  const guint n_runs = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RUNS : 1;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-round-trip/files", test_files);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/markdown-round-trip/made-up-%u", i + 1);

      g_autofree char *disorder = g_strdup_printf ("/markdown-round-trip/disorder-%u", i + 1);

      g_test_add_data_func (path, GUINT_TO_POINTER (i * N_RESUMES + 1), test_made_up);
      g_test_add_data_func (disorder, GUINT_TO_POINTER (i * N_RESUMES + 1), test_disorder);
    }
  return g_test_run ();
}
