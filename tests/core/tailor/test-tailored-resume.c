/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries the words, title lines and orders of applications on plain resumes and on made-up ones: two hundred or, where
 * MATCHUM_TEST_LONG is set, five thousand. */
#include "config.h"

#include <string.h>

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "resume/matchum-block-edit.h"
#include "tailor/matchum-tailored-resume.h"

/* For five hundred words at the worst, where a tenth of that is usual. */
#define MAX_SECONDS 30
#define N_LONG_RUNS 25
#define N_RESUMES 200

static const char *
get_text (MatchumResume *resume)
{
  return matchum_source_get_text (matchum_resume_get_source (resume));
}

static const char *
get_words (MatchumResume *resume, const char *id)
{
  return matchum_block_get_text (matchum_resume_lookup (resume, id));
}

static MatchumApplication *
with_wording (MatchumApplication *application, MatchumResume *resume, const char *words, const char *markdown)
{
  return matchum_application_with_wording (application, fixture_find (resume, words)->id, markdown, words);
}

/* Title lines */

typedef struct {
  const char *name;
  const char *before;
  const char *headline; /* NULL: none */
  const char *title_line;
  const char *after;
} Title;

static const Title titles[] = {
  { "of-its-own", "# N\n\nData Engineer\n\nme@example.com\n\n## S\n- a\n", "Data Engineer", "ML Engineer · 추천 시스템",
    "# N\n\nML Engineer · 추천 시스템\n\nme@example.com\n\n## S\n- a\n" },
  { "bold", "# N\n\n**Data Engineer** | me@example.com\n\n## S\n- a\n", "Data Engineer", "ML Engineer",
    "# N\n\n**ML Engineer** | me@example.com\n\n## S\n- a\n" },
  { "first-part", "# N\n데이터 엔지니어 | me@example.com | 010-1234-5678\n\n## S\n- a\n", "데이터 엔지니어",
    "ML 엔지니어", "# N\nML 엔지니어 | me@example.com | 010-1234-5678\n\n## S\n- a\n" },
  { "first-line", "# N\nData Engineer\nme@example.com | Seoul\n\n## S\n- a\n", "Data Engineer", "ML Engineer",
    "# N\nML Engineer\nme@example.com | Seoul\n\n## S\n- a\n" },
  { "with-place", "# N\n\nData Engineer · Seoul\n\n## S\n- a\n", "Data Engineer", "ML Engineer",
    "# N\n\nML Engineer · Seoul\n\n## S\n- a\n" },
  { "several-parts", "# N\n\nData Engineer · 검색 | me@example.com | Seoul\n\n## S\n- a\n", "Data Engineer · 검색",
    "ML Engineer", "# N\n\nML Engineer | me@example.com | Seoul\n\n## S\n- a\n" },
  { "slash-and-dash", "# N\n\nNLP / LLM Engineer — Seoul — me@example.com\n\n## S\n- a\n", "NLP / LLM Engineer",
    "ML Engineer", "# N\n\nML Engineer — Seoul — me@example.com\n\n## S\n- a\n" },
  { "no-word-of-a-role", "# N\n\n재무회계 · me@example.com\n\n## S\n- a\n", "재무회계", "결산",
    "# N\n\n결산 · me@example.com\n\n## S\n- a\n" },
  { "vowel-as-bar", "# N\n\n검색 엔지니어 ㅣ me@example.com ㅣ 서울\n\n## S\n- a\n", "검색 엔지니어", "추천 엔지니어",
    "# N\n\n추천 엔지니어 ㅣ me@example.com ㅣ 서울\n\n## S\n- a\n" },
  { "comma-place", "# N\n\nData Engineer, Rotterdam, NL\nme@example.com\n\n## S\n- a\n", "Data Engineer", "ML Engineer",
    "# N\n\nML Engineer, Rotterdam, NL\nme@example.com\n\n## S\n- a\n" },
  { "comma-field", "# N\n\nData Scientist, Experimentation\nme@example.com\n\n## S\n- a\n",
    "Data Scientist, Experimentation", "ML Engineer", "# N\n\nML Engineer\nme@example.com\n\n## S\n- a\n" },
  { "behind-name", "# 김하나 | Data Engineer\nme@example.com\n\n## 경력\n- a\n", "Data Engineer", "ML Engineer",
    "# 김하나 | ML Engineer\nme@example.com\n\n## 경력\n- a\n" },
  { "address-in-brackets", "# N\n\n물류 담당자 (me@example.com, 인천)\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\n물류 담당자 (me@example.com, 인천)\n\n## S\n- a\n" },
  { "label-first", "# N\n\n이메일 | me@example.com\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\n이메일 | me@example.com\n\n## S\n- a\n" },
  { "link-first", "# N\n\n[Portfolio of mine](https://example.com) | Engineer\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\n[Portfolio of mine](https://example.com) | Engineer\n\n## S\n- a\n" },
  { "after-contacts", "# N\n\nme@example.com\n\nSearch, ranking and what feeds them\n\n## S\n- a\n",
    "Search, ranking and what feeds them", "ML Engineer", "# N\n\nme@example.com\n\nML Engineer\n\n## S\n- a\n" },
  { "none-but-contacts", "# N\n\nme@example.com · 010-1234-5678\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\nme@example.com · 010-1234-5678\n\n## S\n- a\n" },
  { "none-tight", "# N\nme@example.com\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\nme@example.com\n\n## S\n- a\n" },
  { "none-but-prose", "# N\n\n검색과 추천을 9년 동안 만들어 왔습니다.\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\n검색과 추천을 9년 동안 만들어 왔습니다.\n\n## S\n- a\n" },
  { "none-but-place", "# N\n\nSeoul, Korea\n\n## S\n- a\n", NULL, "ML Engineer",
    "# N\n\nML Engineer\n\nSeoul, Korea\n\n## S\n- a\n" },
  { "none-but-labels", "# N\n\n생년월일: 1990.01.01\n\n| 이메일 | me@example.com |\n|---|---|\n\n## S\n- a\n", NULL,
    "ML Engineer",
    "# N\n\nML Engineer\n\n생년월일: 1990.01.01\n\n| 이메일 | me@example.com |\n|---|---|\n\n## S\n- a\n" },
  { "none-at-all", "# N\n## S\n- a\n", NULL, "ML Engineer", "# N\n\nML Engineer\n\n## S\n- a\n" },
  { "underlined-name", "N\n===\n\n## S\n- a\n", NULL, "ML Engineer", "N\n===\n\nML Engineer\n\n## S\n- a\n" },
  { "no-line-end", "## Experience\n- a\n\n# N", NULL, "ML Engineer", "ML Engineer\n\n## Experience\n- a\n\n# N" },
  { "nothing-but-name", "# N", NULL, "ML Engineer", "# N\n\nML Engineer" },
  { "crlf", "# N\r\n\r\n## S\r\n- a\r\n", NULL, "ML Engineer", "# N\r\n\r\nML Engineer\r\n\r\n## S\r\n- a\r\n" },
  { "front-matter", "---\ntitle: Kim\n---\n\n## Experience\n- a\n", NULL, "ML Engineer",
    "---\ntitle: Kim\n---\n\nML Engineer\n\n## Experience\n- a\n" },
  { "front-matter-headline", "---\ntitle: Kim\n---\nData Engineer\n\n## Experience\n- a\n", "Data Engineer",
    "ML Engineer", "---\ntitle: Kim\n---\nML Engineer\n\n## Experience\n- a\n" },
  { "no-list", "# N\n\n## S\n- a\n", NULL, "- ML Engineer", "# N\n\n\\- ML Engineer\n\n## S\n- a\n" },
  { "one-line", "# N\n\n## S\n- a\n", NULL, "ML\n\nEngineer", "# N\n\nML Engineer\n\n## S\n- a\n" },
};

static void
test_title (gconstpointer data)
{
  const Title *test = data;
  g_autoptr (MatchumResume) resume = fixture_read (test->before);
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) application = matchum_application_with_title_line (none, test->title_line);
  g_autoptr (MatchumResume) after = matchum_tailored_resume_new (resume, application);
  g_autofree char *headline = matchum_tailored_resume_dup_headline (resume);
  const gboolean is_inserted = matchum_resume_lookup (after, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID) != NULL;

  g_assert_cmpstr (headline, ==, test->headline);
  g_assert_cmpstr (get_text (after), ==, test->after);
  g_assert_cmpint (is_inserted, ==, test->headline == NULL);
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume) + is_inserted);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_nonnull (matchum_resume_lookup (after, matchum_resume_get_block (resume, i)->id));
}

/* A title line that would not be seen is none. */
static void
test_title_refused (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\n## S\n- a\n");
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) application = matchum_application_with_title_line (none, "<!-- nothing -->");
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) after = matchum_tailored_resume_new_with_report (resume, application, &report);

  g_assert_true (after == resume);
  g_assert_true (report->is_title_line_refused);
}

/* Words */

static void
test_words (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\n## 경력\n\n### A사 | 2021.01 - 2022.02\n- 첫 **일**\n  - "
                                                   "작은 일\n- 둘째 일\n\n문단 하나\n두 줄\n\n## 학력\n1. 대학\n");
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) first = with_wording (none, resume, "첫 일", "다른 *일*");
  g_autoptr (MatchumApplication) second =
      with_wording (first, resume, "A사 | 2021.01 - 2022.02", "A사, ML | 2021.01 - 2022.02");
  g_autoptr (MatchumApplication) third = with_wording (second, resume, "대학", "# 대학교");
  g_autoptr (MatchumApplication) fourth = with_wording (third, resume, "작은 일", " \n\t");
  g_autoptr (MatchumApplication) fifth = with_wording (fourth, resume, "둘째 일", "<!-- nothing -->");
  g_autoptr (MatchumApplication) last = matchum_application_with_wording (fifth, "nobody", "x", NULL);
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) after = matchum_tailored_resume_new_with_report (resume, last, &report);
  const guint n_refused = (matchum_application_get_wording (last, fixture_find (resume, "작은 일")->id) != NULL) + 1;

  g_assert_cmpstr (
      get_text (after), ==,
      "# N\n\n## 경력\n\n### A사, ML | 2021.01 - 2022.02\n- 다른 *일*\n  - 작은 일\n- 둘째 일\n\n문단 하나\n두 줄\n\n"
      "## 학력\n1. \\# 대학교\n");
  g_assert_cmpstr (get_words (after, fixture_find (resume, "첫 일")->id), ==, "다른 일");
  g_assert_cmpuint (report->refused->len, ==, n_refused);
  g_assert_cmpstr (g_ptr_array_index (report->refused, n_refused - 1), ==, fixture_find (resume, "둘째 일")->id);
  g_assert_false (report->is_title_line_refused);
}

/* One of many words makes something else of other blocks: it alone stays out. */
static void
test_one_refused (void)
{
  g_autoptr (GString) markdown = g_string_new ("# N\n\n## Details\n\n### Work\n\n### Study\n\n## S\n");
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumApplication) application = matchum_application_new ();
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) after = NULL;
  const char *id;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (markdown, "- item %u\n", i);
  resume = fixture_read (markdown->str);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *words = g_strdup_printf ("item %u", i);
      g_autofree char *others = g_strdup_printf ("other %u", i);
      MatchumApplication *next = with_wording (application, resume, words, others);

      matchum_application_unref (application);
      application = next;
    }
  /* Under "Details" these are sections; under "Experience" they would be jobs. */
  id = fixture_find (resume, "Details")->id;
  g_assert_cmpint (fixture_find (resume, "Work")->kind, ==, MATCHUM_BLOCK_SECTION);
  {
    g_autoptr (MatchumApplication) all = matchum_application_with_wording (application, id, "Experience", "Details");

    after = matchum_tailored_resume_new_with_report (resume, all, &report);
  }
  g_assert_cmpuint (report->refused->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (report->refused, 0), ==, id);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *words = g_strdup_printf ("item %u", i);
      g_autofree char *others = g_strdup_printf ("other %u", i);

      g_assert_cmpstr (get_words (after, fixture_find (resume, words)->id), ==, others);
    }
}

/* All at once */

static void
test_together (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\nme@example.com\n\n## A\n- a\n- b\n\n## B\n- c\n- d");
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) worded = with_wording (none, resume, "b", "other");
  g_autoptr (MatchumApplication) titled = matchum_application_with_title_line (worded, "ML Engineer");
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (MatchumApplication) ordered = NULL;
  g_autoptr (MatchumResume) same = matchum_tailored_resume_new (resume, none);
  g_autoptr (MatchumResume) after = NULL;

  g_ptr_array_add (order, fixture_find (resume, "B")->id);
  g_ptr_array_add (order, fixture_find (resume, "A")->id);
  g_ptr_array_add (order, fixture_find (resume, "b")->id);
  g_ptr_array_add (order, fixture_find (resume, "a")->id);
  ordered = matchum_application_with_order (titled, order);
  after = matchum_tailored_resume_new (resume, ordered);
  g_assert_cmpstr (get_text (after), ==,
                   "# N\n\nML Engineer\n\nme@example.com\n\n## B\n- c\n- d\n\n## A\n- other\n- a");
  g_assert_true (same == resume);
}

/* Made-up resumes */

static char *
dup_new_words (GRand *rand, const char *old_markdown, guint number)
{
  static const char *const starts[] = {
    "", "", "# ", "- ", "1. ", "> ", "```", "<b>", "    ", "[x]: ", "| a |\n|---|\n", "<!-- x -->"
  };
  const char *start = starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))];

  if (g_rand_int_range (rand, 0, 8) == 0)
    return g_strdup (old_markdown);
  return g_strdup_printf ("%snew%u **words**%s", start, number,
                          g_rand_int_range (rand, 0, 4) == 0 ? "\nin two lines" : "");
}

static gboolean
holds_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* Sets other words for some blocks; the table gets what belongs to their ids. */
static MatchumApplication *
make_application (MatchumResume *resume, GRand *rand, GHashTable *wordings, gboolean has_order)
{
  MatchumApplication *application = matchum_application_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const gint percent = g_rand_int_range (rand, 0, 60);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *old = matchum_block_edit_dup_markdown (resume, i);
      char *words;
      MatchumApplication *next;

      g_ptr_array_insert (order, g_rand_int_range (rand, 0, (gint) order->len + 1), block->id);
      if (old == NULL || g_rand_int_range (rand, 0, 100) >= percent)
        continue;
      words = dup_new_words (rand, old, i);
      g_hash_table_insert (wordings, g_strdup (block->id), words);
      next = matchum_application_with_wording (application, block->id, words, old);
      matchum_application_unref (application);
      application = next;
    }
  if (has_order)
    {
      MatchumApplication *ordered = matchum_application_with_order (application, order);

      matchum_application_unref (application);
      application = ordered;
    }
  return application;
}

/* Every block is there under its id; one whose words were not changed says what it did. Returns how many say other
 * words. */
static guint
check_blocks (MatchumResume *before,
              MatchumResume *after,
              GHashTable *wordings,
              GPtrArray *refused,
              const char *title_line)
{
  guint n = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    {
      const MatchumBlock *old = matchum_resume_get_block (before, i);
      const MatchumBlock *new = matchum_resume_lookup (after, old->id);
      g_autofree char *mark = g_strdup_printf ("new%u words", i);

      g_assert_nonnull (new);
      g_assert_cmpint (new->kind, ==, old->kind);
      g_assert_cmpuint (new->depth, ==, old->depth);
      if (title_line != NULL && strstr (matchum_block_get_text (new), title_line) != NULL)
        continue;
      if (g_hash_table_lookup (wordings, old->id) == NULL || holds_id (refused, old->id))
        g_assert_cmpstr (matchum_block_get_text (new), ==, matchum_block_get_text (old));
      else if (strstr (g_hash_table_lookup (wordings, old->id), "new") != NULL && new->code == MATCHUM_CODE_NONE)
        {
          if (strstr (matchum_block_get_text (new), mark) == NULL
              && strstr (matchum_block_get_text (new), "**") == NULL)
            g_error ("\"%s\" does not say \"%s\"", matchum_block_get_text (new),
                     (char *) g_hash_table_lookup (wordings, old->id));
          n++;
        }
    }
  return n;
}

/* Bytes of the source outside the blocks that have other words are what they were, in their order. */
static void
check_bytes (MatchumResume *before, MatchumResume *after, GHashTable *wordings)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    {
      const MatchumBlock *old = matchum_resume_get_block (before, i);
      const MatchumBlock *new = matchum_resume_lookup (after, old->id);
      g_autofree char *old_lines = g_strndup (get_text (before) + old->span.start, matchum_span_get_length (old->span));
      g_autofree char *new_lines = g_strndup (get_text (after) + new->span.start, matchum_span_get_length (new->span));

      if (g_hash_table_lookup (wordings, old->id) == NULL
          && (i == 0 || g_hash_table_lookup (wordings, matchum_resume_get_block (before, i - 1)->id) == NULL))
        g_assert_cmpstr (new_lines, ==, old_lines);
    }
}

static void
report_failure (MatchumResume *before, MatchumResume *after, guint32 seed)
{
  g_test_message ("seed %u", seed);
  if (!g_test_verbose ())
    return;
  g_test_message ("before:\n%s", get_text (before));
  g_test_message ("after:\n%s", get_text (after));
}

/* Returns how many words were refused. */
static guint
check_random (MatchumResume *resume, guint32 seed, guint *n_worded)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const gboolean has_order = seed % 2 == 0;
  g_autoptr (MatchumApplication) application = make_application (resume, rand, wordings, has_order);
  g_autoptr (MatchumApplication) titled = matchum_application_with_title_line (application, "new title line");
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumTailoredResumeReport) second_report = NULL;
  g_autoptr (MatchumResume) after = matchum_tailored_resume_new_with_report (resume, application, &report);
  g_autoptr (MatchumResume) with_title = matchum_tailored_resume_new_with_report (resume, titled, &second_report);
  g_autoptr (MatchumResume) read = fixture_read (get_text (after));

  report_failure (resume, after, seed);
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume));
  g_assert_cmpuint (matchum_resume_get_n_blocks (read), ==, matchum_resume_get_n_blocks (resume));
  *n_worded += check_blocks (resume, after, wordings, report->refused, NULL);
  if (!has_order)
    check_bytes (resume, after, wordings);
  g_assert_true (second_report->is_title_line_refused || strstr (get_text (with_title), "new title line") != NULL);
  g_assert_false (second_report->is_title_line_refused);
  return report->refused->len;
}

static void
test_made_up (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  guint n_refused = 0, n_worded = 0;

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, seed % 2 == 0, seed % 4 < 2);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);

      n_refused += check_random (resume, seed, &n_worded);
    }
  g_test_message ("%u words refused, %u taken", n_refused, n_worded);
  g_assert_cmpuint (n_worded, >, N_RESUMES);
  g_assert_cmpuint (n_refused * 20, <, n_worded);
}

/* Lines without order: whatever they are, the same blocks are there, and the text says again what was read. */
static gboolean
check_disorder (guint32 seed)
{
  g_autofree char *markdown = random_markdown_disorder (seed);
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new ("disorder.md", bytes, NULL);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MatchumApplication) application = NULL;
  g_autoptr (MatchumApplication) titled = NULL;
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) after = NULL;
  g_autoptr (MatchumResume) read = NULL;
  const MatchumBlock *line;

  if (resume == NULL)
    return FALSE;
  application = make_application (resume, rand, wordings, TRUE);
  titled = matchum_application_with_title_line (application, "new title line");
  after = matchum_tailored_resume_new_with_report (resume, titled, &report);
  read = fixture_read (get_text (after));
  line = matchum_resume_lookup (after, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID);
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume) + (line != NULL));
  check_blocks (resume, after, wordings, report->refused, "new title line");
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (read, i)), ==,
                     matchum_block_get_text (matchum_resume_get_block (after, i)));
  g_assert_true (report->is_title_line_refused || strstr (get_text (after), "new title line") != NULL);
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

/* Other words for very many blocks, and for some in a text in which nothing parts the blocks. */
static void
test_many_words (gconstpointer pattern)
{
  g_autoptr (GString) markdown = g_string_new ("# N\n\n## S\n\n");
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumApplication) application = matchum_application_new ();
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) after = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (markdown, pattern);
  resume = fixture_read (markdown->str);
  for (guint i = 2; i < matchum_resume_get_n_blocks (resume); i += 4)
    {
      g_autoptr (MatchumApplication) old = application;

      application =
          matchum_application_with_wording (old, matchum_resume_get_block (resume, i)->id, "other words", NULL);
    }
  g_test_timer_start ();
  after = matchum_tailored_resume_new_with_report (resume, application, &report);
  g_test_message ("%.1f ms, %u refused", g_test_timer_elapsed () * 1000, report->refused->len);
  g_assert_cmpfloat (g_test_timer_last (), <, MAX_SECONDS);
  g_assert_true (after != resume);
}

static void
test_files (void)
{
  g_autoptr (GPtrArray) resumes = fixture_load_all ();
  guint n_worded = 0;

  for (guint i = 0; i < resumes->len; i++)
    check_random (g_ptr_array_index (resumes, i), i, &n_worded);
  g_assert_cmpuint (n_worded, >, 10 * resumes->len);
}

int
main (int argc, char *argv[])
{
  const guint n_runs = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RUNS : 1;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tailored-resume/title/%s", titles[i].name);

      g_test_add_data_func (path, &titles[i], test_title);
    }
  g_test_add_func ("/tailored-resume/title-refused", test_title_refused);
  g_test_add_func ("/tailored-resume/words", test_words);
  g_test_add_func ("/tailored-resume/one-refused", test_one_refused);
  g_test_add_func ("/tailored-resume/together", test_together);
  g_test_add_func ("/tailored-resume/files", test_files);
  g_test_add_data_func ("/tailored-resume/many-words/items", "- item\n", test_many_words);
  g_test_add_data_func ("/tailored-resume/many-words/nothing-between", "words\n***\n", test_many_words);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tailored-resume/made-up-%u", i + 1);
      g_autofree char *disorder = g_strdup_printf ("/tailored-resume/disorder-%u", i + 1);

      g_test_add_data_func (disorder, GUINT_TO_POINTER (i * N_RESUMES + 1), test_disorder);

      g_test_add_data_func (path, GUINT_TO_POINTER (i * N_RESUMES + 1), test_made_up);
    }
  return g_test_run ();
}
