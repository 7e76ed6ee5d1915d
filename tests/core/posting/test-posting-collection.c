/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes collections apart that were put together from postings, by many kinds of marks, and postings that are one. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "posting/matchum-posting-collection.h"

/* Meson shows what goes to stderr where it is asked to be verbose, and comments of the test never. */
static void G_GNUC_PRINTF (1, 2) tell (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}

typedef struct {
  char *name;
  char *text; /* without blank lines at either end */
} Posting;

static void
posting_free (Posting *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Posting *const *) a)->name, (*(Posting *const *) b)->name);
}

static void
load_folder (GPtrArray *postings, const char *folder, const char *prefix)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Posting *posting;

      if (!g_str_has_prefix (name, prefix) || (!g_str_has_suffix (name, ".md") && !g_str_has_suffix (name, ".txt")))
        continue;
      posting = g_new0 (Posting, 1);
      posting->name = g_strdup (name);
      g_file_get_contents (path, &posting->text, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (postings, posting);
    }
}

/* Those of the cases, and with samples those that come with the program. */
static GPtrArray *
load_postings (gboolean with_samples)
{
  GPtrArray *postings = g_ptr_array_new_with_free_func ((GDestroyNotify) posting_free);
  static const char *const folders[][3] = { { "cases", "postings" },         { "cases-2", "postings" },
                                            { "cases-3", "postings" },       { "cases-4", "postings" },
                                            { "cases-5", "postings" },       { "cases-6", "postings" },
                                            { "cases", "wide", "postings" }, { "cases", "wide-2", "postings" } };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i][0], folders[i][1], folders[i][2], NULL);

      load_folder (postings, folder, "");
    }
  if (with_samples)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);

      load_folder (postings, folder, "posting");
    }
  g_assert_cmpuint (postings->len, >=, 60);
  g_ptr_array_sort (postings, compare_names);
  return postings;
}

static GPtrArray *
split (const char *text, MatchumSource **source)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *spans;

  *source = matchum_source_new ("paste.txt", bytes, &error);
  g_assert_no_error (error);
  spans = matchum_posting_collection_split (*source);
  for (guint i = 0; i < spans->len; i++)
    {
      const MatchumSpan *span = g_ptr_array_index (spans, i);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, strlen (text));
      if (i > 0)
        g_assert_cmpuint (((const MatchumSpan *) g_ptr_array_index (spans, i - 1))->end, <=, span->start);
    }
  return spans;
}

static void
test_one_stays_one (void)
{
  g_autoptr (GPtrArray) postings = load_postings (TRUE);
  guint n_false = 0;

  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = g_ptr_array_index (postings, i);
      g_autoptr (MatchumSource) source = NULL;
      g_autoptr (GPtrArray) spans = split (posting->text, &source);

      n_false += spans->len - 1;
      for (guint k = 1; k < spans->len; k++)
        tell ("%s is taken apart at line %u", posting->name,
              matchum_source_get_line_at (source, ((const MatchumSpan *) g_ptr_array_index (spans, k))->start));
    }
  tell ("%u postings, %u false splits", postings->len, n_false);
  g_assert_cmpuint (n_false, ==, 0);
}

/* Joins. */

/* %u stands for the number of the posting that follows. */
static const struct {
  const char *name;
  const char *before; /* each posting, the first as well where it holds a number */
  gboolean is_visible;
} separators[] = {
  { "dashes", "\n\n---\n\n", TRUE },
  { "long dashes", "\n--------------------\n", TRUE },
  { "equals", "\n\n==============================\n\n", TRUE },
  { "stars", "\n\n* * *\n\n", TRUE },
  { "asterisks", "\n*****\n", TRUE },
  { "hashes", "\n\n##########\n\n", TRUE },
  { "box", "\n\n━━━━━━━━━━━━━━━━\n\n", TRUE },
  { "squares", "\n■■■■■■■■■■\n", TRUE },
  { "waves", "\n\n~~~~~~~~~~\n\n", TRUE },
  { "number in Korean", "\n\n[공고 %u]\n\n", TRUE },
  { "number in English", "\n\nPosting #%u\n\n", TRUE },
  { "number as heading", "\n\n## 채용공고 %u\n\n", TRUE },
  { "rule and number", "\n\n=====\n[%u]\n=====\n\n", TRUE },
  { "page", "\n\f\n", TRUE },
  { "two blank lines", "\n\n\n", FALSE },
  { "one blank line", "\n\n", FALSE },
  { "many blank lines", "\n\n\n\n\n\n", FALSE },
};

/* How often postings are chosen anew for joins of 2 to 10, with each separator. */
#define ROUNDS 4

typedef struct {
  guint n_joins;
  guint n_right; /* joins taken apart right throughout */
  guint n_boundaries;
  guint n_found; /* at the very line */
  guint n_extra;
} Figures;

static guint
next_random (guint32 *seed)
{
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

static char *
number_separator (const char *separator, guint number)
{
  g_auto (GStrv) parts = g_strsplit (separator, "%u", -1);
  g_autofree char *text = g_strdup_printf ("%u", number);

  return g_strjoinv (text, parts);
}

/* Puts n postings together; starts gets the offset of the first word of each. */
static char *
join (GPtrArray *postings, guint n, const char *separator, guint32 *seed, GArray *starts, GString *names)
{
  GString *text = g_string_new (NULL);
  gboolean is_numbered = strstr (separator, "%u") != NULL;

  for (guint i = 0; i < n; i++)
    {
      const Posting *posting = g_ptr_array_index (postings, next_random (seed) % postings->len);
      g_autofree char *words = g_strchomp (g_strdup (posting->text));
      const char *begin = words + strspn (words, "\n\r ");
      gsize start;

      if (i > 0 || is_numbered)
        {
          g_autofree char *mark = number_separator (separator, i + 1);

          g_string_append (text, mark);
        }
      start = text->len;
      g_array_append_val (starts, start);
      g_string_append (text, begin);
      g_string_append_printf (names, " %s", posting->name);
    }
  return g_string_free (text, FALSE);
}

static void
score_join (Figures *figures, const char *name, const char *text, GArray *starts, const char *names)
{
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GPtrArray) spans = split (text, &source);
  guint n_found = 0;

  for (guint i = 1; i < starts->len; i++)
    {
      gboolean is_found = FALSE;

      for (guint k = 1; k < spans->len && !is_found; k++)
        is_found = ((const MatchumSpan *) g_ptr_array_index (spans, k))->start == g_array_index (starts, gsize, i);
      n_found += is_found;
      if (!is_found)
        tell ("%s:%s: posting %u is not found at line %u", name, names, i + 1,
              matchum_source_get_line_at (source, g_array_index (starts, gsize, i)));
    }
  figures->n_joins++;
  figures->n_boundaries += starts->len - 1;
  figures->n_found += n_found;
  figures->n_extra += spans->len - 1 - n_found;
  figures->n_right += n_found == starts->len - 1 && spans->len == starts->len;
  if (spans->len - 1 > n_found)
    tell ("%s:%s: %u places too many", name, names, spans->len - 1 - n_found);
}

static void
test_joins (void)
{
  g_autoptr (GPtrArray) postings = load_postings (FALSE);
  Figures totals[2] = { 0 };
  guint32 seed = 20261125;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Figures figures = { 0 };
      Figures *total = &totals[separators[i].is_visible];

      for (guint k = 0; k < 9 * ROUNDS; k++)
        {
          guint n = 2 + k % 9;
          g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
          g_autoptr (GString) names = g_string_new (NULL);
          g_autofree char *text = join (postings, n, separators[i].before, &seed, starts, names);

          score_join (&figures, separators[i].name, text, starts, names->str);
        }
      tell ("%s: %u of %u boundaries, %u too many, %u of %u joins right", separators[i].name, figures.n_found,
            figures.n_boundaries, figures.n_extra, figures.n_right, figures.n_joins);
      total->n_joins += figures.n_joins;
      total->n_right += figures.n_right;
      total->n_boundaries += figures.n_boundaries;
      total->n_found += figures.n_found;
      total->n_extra += figures.n_extra;
    }
  for (guint i = 0; i < 2; i++)
    tell ("%s: %u of %u boundaries (%.1f %%), %u too many", i > 0 ? "visible marks" : "blank lines", totals[i].n_found,
          totals[i].n_boundaries, 100.0 * totals[i].n_found / totals[i].n_boundaries, totals[i].n_extra);
  g_assert_cmpfloat ((double) totals[1].n_found, >=, 0.98 * totals[1].n_boundaries);
  g_assert_cmpfloat ((double) totals[1].n_extra, <=, 0.01 * totals[1].n_boundaries);
  /* Nothing but blank lines: a little under what was measured. */
  g_assert_cmpfloat ((double) totals[0].n_found, >=, 0.72 * totals[0].n_boundaries);
}

static void
assert_starts (const char *text, ...)
{
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GPtrArray) spans = split (text, &source);
  va_list lines;
  guint i = 0;

  va_start (lines, text);
  for (guint line = va_arg (lines, guint); line != 0; line = va_arg (lines, guint), i++)
    {
      g_assert_cmpuint (i, <, spans->len);
      g_assert_cmpuint (matchum_source_get_line_at (source, ((MatchumSpan *) g_ptr_array_index (spans, i))->start), ==,
                        line);
    }
  va_end (lines);
  g_assert_cmpuint (spans->len, ==, i);
}

#define KOREAN_BODY                                                                                                                            \
  "담당업무\n- 정산 시스템 개발 및 운영\n- 장애 대응과 원인 분석\n\n자격요건\n- 서버 개발 경력 3년 이상\n" \
  "- Java 또는 Kotlin 사용 경험\n- SQL에 능숙한 분\n\n복리후생\n- 점심 제공\n"
#define ENGLISH_BODY                                                                                                   \
  "Responsibilities\n- Build and run our billing services\n- Review designs\n\nRequirements\n- 3+ years of "           \
  "experience in "                                                                                                     \
  "backend development\n- Experience with Java or Kotlin\n- Good SQL\n\nBenefits\n- Free lunch\n"

static void
test_by_hand (void)
{
  /* One is one, whatever rules are in it. */
  assert_starts (KOREAN_BODY, 1u, 0u);
  assert_starts ("[가람] 서버 개발자 채용\n\n---\n\n" KOREAN_BODY "\n---\n\n지원하기\n공유하기\n", 1u, 0u);
  /* Front matter begins another. */
  assert_starts ("---\ntitle: 서버 개발자\ncompany: 가람\n---\n\n" KOREAN_BODY
                 "\n---\ntitle: 데이터 분석가\ncompany: 나루\n---\n\n" KOREAN_BODY,
                 1u, 18u, 0u);
  /* A company that is named again. */
  assert_starts ("회사명: 가람\n직무: 서버 개발자\n\n" KOREAN_BODY
                 "\n회사명: 나루\n직무: 데이터 분석가\n\n" KOREAN_BODY,
                 1u, 16u, 0u);
  /* Numbers, with words above the first. */
  assert_starts ("관심 공고 모음\n\n[1]\n가람 서버 개발자\n\n" KOREAN_BODY "\n[2]\n나루 데이터 분석가\n\n" KOREAN_BODY,
                 4u, 19u, 0u);
  /* Two languages, or two teams, of one posting. */
  assert_starts ("# 서버 개발자\n\n" KOREAN_BODY "\n---\n\n# Server Engineer\n\n" ENGLISH_BODY, 1u, 0u);
  assert_starts ("가람 서버 개발자 채용\n\n■ 정산팀\n" KOREAN_BODY "\n---\n■ 주문팀\n" KOREAN_BODY, 1u, 0u);
  assert_starts ("# 가람 | 서버 개발자\n\n## 정산팀\n\n" KOREAN_BODY "\n---\n\n# 주문팀\n\n" KOREAN_BODY, 1u, 0u);
  /* And two companies. */
  assert_starts ("# 가람 | 서버 개발자\n\n" KOREAN_BODY "\n---\n\n# 나루 | 데이터 분석가\n\n" KOREAN_BODY, 1u, 17u, 0u);
  /* However little they ask for, where each names its company; but not without. */
  assert_starts ("# 데이터 분석가\n\n(주)가람\n\n## 자격요건\n- SQL 3년 이상\n- Python\n\n---\n\n# 서버 개발자\n\n"
                 "(주)나루\n\n## 자격요건\n- Java 또는 Kotlin\n- Kafka 운영 경험\n",
                 1u, 11u, 0u);
  assert_starts (
      "# 데이터 분석가\n\n## 자격요건\n- SQL 3년 이상\n\n---\n\n# 이런 분이면 좋아요\n\n## 우대사항\n- Python\n", 1u,
      0u);
  /* Nothing but requirements. */
  assert_starts ("- 분석 실무 경력 2년 이상\n- SQL 사용\n\n- 통계학 전공 석사 이상\n- R 사용\n\n- 서버 개발 경력 5년 "
                 "이상\n- Go 사용\n",
                 1u, 4u, 7u, 0u);
  assert_starts (
      "- 분석 실무 경력 2년 이상\n- SQL 사용\n\n- 밝은 성격\n- R 사용\n\n- 서버 개발 경력 5년 이상\n- Go 사용\n", 1u,
      0u);
}

/* Time grows with the text, not with its square, whatever stands in it. */
static void
test_hostile (void)
{
  static const char *const lines[] = { "---\n",        "[공고 1]\n\n",        "회사명: 가람\n",
                                       "# 개발자\n\n", "- 경력 3년 이상\n\n", "---\na: b\n",
                                       "\f\n",         "개발자\n\n\n",        "a: b\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) text = g_string_new ("가\n");
      g_autoptr (MatchumSource) source = NULL;
      g_autoptr (GPtrArray) spans = NULL;
      gint64 start;

      for (guint k = 0; k < 20000; k++)
        g_string_append (text, lines[i]);
      start = g_get_monotonic_time ();
      spans = split (text->str, &source);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      g_assert_cmpuint (spans->len, >=, 1);
    }
  for (guint k = 0; k < 2; k++)
    {
      g_autofree char *text = g_strnfill (1000000, k > 0 ? '-' : 'a');
      g_autoptr (MatchumSource) source = NULL;
      g_autoptr (GPtrArray) spans = split (text, &source);

      g_assert_cmpuint (spans->len, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/collection/by-hand", test_by_hand);
  g_test_add_func ("/posting/collection/hostile", test_hostile);
  g_test_add_func ("/posting/collection/one-stays-one", test_one_stays_one);
  g_test_add_func ("/posting/collection/joins", test_joins);

  return g_test_run ();
}
