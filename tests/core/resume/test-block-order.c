/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries other orders of the blocks of resumes: plain ones, and random ones of made-up resumes, five hundred or, where
 * MATCHUM_TEST_LONG is set, ten thousand. Whatever the order, the same blocks say the same. */
#include "config.h"

#include <string.h>

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "resume/matchum-block-order.h"

#define N_LONG_RUNS 20
#define N_RESUMES 500
/* Of a blow-up, in bytes; and how long reordering it may take beside reading it. */
#define LARGE (2 * 1024 * 1024)
#define MAX_TIMES 12

static const char *
get_text (MatchumResume *resume)
{
  return matchum_source_get_text (matchum_resume_get_source (resume));
}

/* The order in which blocks with these words, parted by |, come. */
static GPtrArray *
make_order (MatchumResume *resume, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  GPtrArray *order = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (order, g_strdup (fixture_find (resume, list[i])->id));
  return order;
}

/* Plain cases */

typedef struct {
  const char *name;
  const char *before;
  const char *order; /* words of blocks */
  const char *after;
} Plain;

static const Plain plain[] = {
  { "items", "# N\n\n## S\n- a\n- b\n- c\n", "c|a|b", "# N\n\n## S\n- c\n- a\n- b\n" },
  { "blocks-not-named", "# N\n\n## S\n- a\n- b\n- c\n- d\n", "c|a", "# N\n\n## S\n- c\n- d\n- a\n- b\n" },
  { "first-not-named", "# N\n\n## S\n- a\n- b\n- c\n", "c|b", "# N\n\n## S\n- a\n- c\n- b\n" },
  { "sub-trees", "# N\n\n## S\n- a\n  - x\n\n    more\n- b\n  - y\n", "b|a",
    "# N\n\n## S\n- b\n  - y\n- a\n  - x\n\n    more\n" },
  { "within-and-without", "# N\n\n## S\n- a\n  - x\n  - y\n- b\n", "b|a|y|x", "# N\n\n## S\n- b\n- a\n  - y\n  - x\n" },
  { "sections", "# N\n\n## A\n\ntext\n\n## B\n\n- b\n", "B|A", "# N\n\n## B\n\n- b\n\n## A\n\ntext\n" },
  { "gaps-stay", "# N\n\n## A\ntext\n\n\n## B\nb\n\n## C\nc\n", "C|B|A",
    "# N\n\n## C\nc\n\n\n## B\nb\n\n## A\ntext\n" },
  { "no-line-end", "# N\n\n## S\n- a\n- b", "b|a", "# N\n\n## S\n- b\n- a" },
  { "crlf-no-line-end", "# N\r\n\r\n## S\r\n- a\r\n- b", "b|a", "# N\r\n\r\n## S\r\n- b\r\n- a" },
  { "sections-no-line-end", "# N\n\n## A\n\na\n\n## B\n\nb", "B|A", "# N\n\n## B\n\nb\n\n## A\n\na" },
  { "heading-after-text", "# N\n\n## A\n## B\ntext\n", "B|A", "# N\n\n## B\ntext\n\n## A\n" },
  { "tight-stays-tight", "# N\n## A\na\n## B\nb\n", "B|A", "# N\n## B\nb\n## A\na\n" },
  { "underlined", "# N\n\n### E\nA\n---\n### F\nB\n---\nb\n", "B|A", "# N\n\n### E\nB\n---\nb\n\nA\n---\n### F\n" },
  { "numbers", "# N\n\n## S\n1. a\n2. b\n3. c\n", "c|a|b", "# N\n\n## S\n1. c\n2. a\n3. b\n" },
  { "numbers-all-one", "# N\n\n## S\n1. a\n1. b\n", "b|a", "# N\n\n## S\n1. b\n1. a\n" },
  { "wider-numbers", "# N\n\n## S\n9. a\n   - x\n10. b\n    - y\n", "b|a",
    "# N\n\n## S\n9. b\n   - y\n10. a\n    - x\n" },
  { "paragraphs", "# N\n\n## S\n\na\n\nb\n\n> c\n", "c|a|b", "# N\n\n## S\n\n> c\n\na\n\nb\n" },
  { "entries", "# N\n\n## Experience\n\n### A, 2021.01 - 2022.02\n- a\n\n### B\n2020.01 - 2020.12\n\n- b\n",
    "B|A, 2021.01 - 2022.02",
    "# N\n\n## Experience\n\n### B\n2020.01 - 2020.12\n\n- b\n\n### A, 2021.01 - 2022.02\n- a\n" },
  { "remark-moves-along", "# N\n\n## A\na\n<!-- x -->\n\n## B\nb\n", "B|A", "# N\n\n## B\nb\n\n## A\na\n<!-- x -->\n" },
  { "remark-without-blank", "# N\n\n## A\na\n\n## B\n\n<div>\n", "B|A", "# N\n\n## B\n\n<div>\n\n## A\na\n" },
  { "definition-within", "# N\n\n## A\n[x]\n\n[x]: /u\n\n## B\n[x]\n", "B|A",
    "# N\n\n## B\n[x]\n\n[x]: /u\n\n## A\n[x]\n" },
  { "definition-after-heading", "# N\n\n## A\n[x]: /u\n\n## B\n[x]\n", "B|A", "# N\n\n## B\n[x]\n\n[x]: /u\n\n## A\n" },
  { "definition-at-end", "# N\n\n## A\n[x]\n\n## B\n[x]: /u\n", "B|A", "# N\n\n## B\n\n## A\n[x]\n\n[x]: /u\n" },
  { "definition-without-line-end", "# N\n\n## A\n[x]\n\n## B\n[x]: /u", "B|A", "# N\n\n## B\n\n## A\n[x]\n\n[x]: /u" },
  { "open-fence", "# N\n\n## A\na\n\n## B\n```\ncode\n", "B|A", "# N\n\n## B\n```\ncode\n```\n\n## A\na\n" },
  { "rule-after-heading", "# N\n\n## A\n---\n## B\nb\n", "B|A", "# N\n\n## B\nb\n\n---\n## A\n" },
  { "byte-order-mark", "\xef\xbb\xbf## Experience\na\n\n## Education\nb\n\n## Skills\nc\n",
    "Education|Experience|Skills", "\xef\xbb\xbf## Education\nb\n\n## Experience\na\n\n## Skills\nc\n" },
  { "quoted-items", "# N\n\n## S\n> - a\n> - b\n", "b|a", "# N\n\n## S\n> - b\n> - a\n" },
  { "quote-then-text", "# N\n\n## S\n\n> a\n\nb\n> c\n", "b|a", "# N\n\n## S\n\nb\n\n> a\n>\n> c\n" },
  { "two-lists", "# N\n\n## S\n- a\n- b\n\n* c\n* d\n", "d|c|b|a", "# N\n\n## S\n- b\n- a\n\n* d\n* c\n" },
  { "other-order-is-none", "# N\n\n## S\n- a\n- b\n", "a|b", NULL },
};

static void
test_plain (gconstpointer data)
{
  const Plain *test = data;
  g_autoptr (MatchumResume) resume = fixture_read (test->before);
  g_autoptr (GPtrArray) order = make_order (resume, test->order);
  g_autoptr (GPtrArray) stayed = NULL;
  g_autoptr (MatchumResume) after = matchum_block_order_apply (resume, order, &stayed);

  g_assert_cmpuint (stayed->len, ==, 0);
  if (test->after == NULL)
    g_assert_true (after == resume);
  else
    g_assert_cmpstr (get_text (after), ==, test->after);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpstr (matchum_block_get_text (matchum_resume_lookup (after, block->id)), ==,
                       matchum_block_get_text (block));
    }
}

/* What cannot be moved is told, and the rest moves all the same. */
static void
test_stays (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\n## A\n- a\n- b\n\n## B\n\n<!-- never ended\n");
  g_autoptr (GPtrArray) order = make_order (resume, "B|A|b|a");
  g_autoptr (GPtrArray) stayed = NULL;
  g_autoptr (MatchumResume) after = matchum_block_order_apply (resume, order, &stayed);

  g_assert_cmpstr (get_text (after), ==, "# N\n\n## A\n- b\n- a\n\n## B\n\n<!-- never ended\n");
  g_assert_cmpuint (stayed->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (stayed, 0), ==, fixture_find (resume, "A")->id);
  g_assert_cmpstr (g_ptr_array_index (stayed, 1), ==, fixture_find (resume, "B")->id);
  g_assert_true (matchum_block_order_can_move (resume, NULL, fixture_find (resume, "B")->id, -1));
  g_assert_null (matchum_block_order_move (resume, NULL, fixture_find (resume, "B")->id, -1));
}

/* Moves */

static void
test_moves (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n\n## A\n- a\n- b\n- c\n\n## B\n- d\n- e\n");
  const char *a = fixture_find (resume, "a")->id, *c = fixture_find (resume, "c")->id;
  g_autoptr (GPtrArray) down = matchum_block_order_move (resume, NULL, a, 1);
  g_autoptr (GPtrArray) sections = matchum_block_order_move (resume, down, fixture_find (resume, "B")->id, -1);
  g_autoptr (GPtrArray) back = matchum_block_order_move (resume, sections, a, -1);
  g_autoptr (GPtrArray) none = matchum_block_order_move (resume, back, fixture_find (resume, "A")->id, -1);
  gint delta;

  g_assert_cmpuint (down->len, ==, 3);
  g_assert_cmpuint (sections->len, ==, 5);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (matchum_block_order_can_move (resume, NULL, a, -1));
  g_assert_true (matchum_block_order_can_move (resume, down, a, -1));
  g_assert_true (matchum_block_order_can_move (resume, down, a, 1));
  g_assert_false (matchum_block_order_can_move (resume, down, a, 2));
  g_assert_false (matchum_block_order_can_move (resume, down, a, 0));
  g_assert_false (matchum_block_order_can_move (resume, down, a, G_MAXINT));
  g_assert_false (matchum_block_order_can_move (resume, down, a, G_MININT));
  g_assert_false (matchum_block_order_can_move (resume, NULL, fixture_find (resume, "N")->id, 1));
  g_assert_false (matchum_block_order_can_move (resume, NULL, "nobody", 1));
  g_assert_null (matchum_block_order_move (resume, NULL, a, -1));
  g_assert_true (matchum_block_order_find_delta (resume, down, a, c, &delta));
  g_assert_cmpint (delta, ==, 1);
  g_assert_true (matchum_block_order_find_delta (resume, NULL, c, a, &delta));
  g_assert_cmpint (delta, ==, -2);
  g_assert_false (matchum_block_order_find_delta (resume, NULL, a, fixture_find (resume, "d")->id, &delta));
}

/* Made-up resumes */

static gboolean
holds_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static GPtrArray *
make_random_order (MatchumResume *resume, GRand *rand)
{
  GPtrArray *order = g_ptr_array_new_with_free_func (g_free);
  const gint percent = g_rand_int_range (rand, 1, 101);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_rand_int_range (rand, 0, 100) < percent)
      g_ptr_array_insert (order, g_rand_int_range (rand, 0, (gint) order->len + 1),
                          g_strdup (matchum_resume_get_block (resume, i)->id));
  return order;
}

static gint
find_rank (GPtrArray *order, const char *id)
{
  guint rank;

  return g_ptr_array_find_with_equal_func (order, id, g_str_equal, &rank) ? (gint) rank : -1;
}

/* The same blocks, each under the same one, with the same words. */
static void
check_blocks (MatchumResume *before, MatchumResume *after)
{
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (before));
  g_assert_cmpstr (matchum_resume_get_name (after), ==, matchum_resume_get_name (before));
  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    {
      const MatchumBlock *old = matchum_resume_get_block (before, i);
      const MatchumBlock *new = matchum_resume_lookup (after, old->id);

      g_assert_nonnull (new);
      g_assert_cmpstr (matchum_block_get_text (new), ==, matchum_block_get_text (old));
      g_assert_true (matchum_inline_text_is_equal (new->content, old->content));
      g_assert_cmpint (new->kind, ==, old->kind);
      g_assert_cmpint (new->section, ==, old->section);
      g_assert_cmpuint (new->depth, ==, old->depth);
      g_assert_cmpuint (new->end - new->index, ==, old->end - old->index);
      g_assert_cmpint (new->is_job, ==, old->is_job);
      g_assert_cmpint (new->parent == MATCHUM_BLOCK_NONE, ==, old->parent == MATCHUM_BLOCK_NONE);
      if (new->parent != MATCHUM_BLOCK_NONE)
        g_assert_cmpstr (matchum_resume_get_block (after, new->parent)->id, ==,
                         matchum_resume_get_block (before, old->parent)->id);
    }
}

/* Blocks that can change places are in the order of those named, but for those that stayed; those of different runs are
 * as they were. */
static void
check_order (MatchumResume *before, MatchumResume *after, GPtrArray *order, GPtrArray *stayed)
{
  const guint n = matchum_resume_get_n_blocks (before);

  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *a = matchum_resume_get_block (before, i);

      for (guint j = a->end; j < n && j < a->end + 40; j = matchum_resume_get_block (before, j)->end)
        {
          const MatchumBlock *b = matchum_resume_get_block (before, j);
          const guint first = matchum_resume_lookup (after, a->id)->index;
          const guint second = matchum_resume_lookup (after, b->id)->index;
          const gint rank_a = find_rank (order, a->id), rank_b = find_rank (order, b->id);
          gint delta;

          if (b->parent != a->parent)
            break;
          if (!matchum_block_order_find_delta (before, NULL, a->id, b->id, &delta))
            g_assert_cmpuint (first, <, second);
          else if (holds_id (stayed, a->id) || holds_id (stayed, b->id))
            continue;
          else if (rank_a >= 0 && rank_b >= 0)
            g_assert_cmpint (first < second, ==, rank_a < rank_b || holds_id (stayed, a->id));
          else if (rank_b < 0 && j == a->end)
            g_assert_cmpuint (second, ==, matchum_resume_lookup (after, a->id)->end);
        }
    }
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The lines that are not blank, sorted. Numbers of items and what they push to the right are left out of account. */
static char *
dup_sorted_lines (MatchumResume *resume)
{
  g_auto (GStrv) lines = g_strsplit (get_text (resume), "\n", -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strchomp (lines[i]);
      char *words = line + strspn (line, " \t>");
      const gsize n = strspn (words, "0123456789");

      if (n > 0 && words[n] == '.')
        words += n;
      if (*words != '\0')
        g_ptr_array_add (sorted, words);
    }
  g_ptr_array_sort (sorted, compare_lines);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv ("\n", (char **) sorted->pdata);
}

static void
report (MatchumResume *before, MatchumResume *after, GPtrArray *order)
{
  g_test_message ("before:\n%s", get_text (before));
  g_test_message ("after:\n%s", get_text (after));
  for (guint i = 0; i < order->len; i++)
    g_test_message ("%s", matchum_block_get_text (matchum_resume_lookup (before, g_ptr_array_index (order, i))));
}

/* Returns how many blocks stayed. */
static guint
check_random_order (MatchumResume *resume, guint32 seed, gboolean has_open_end)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) order = make_random_order (resume, rand);
  g_autoptr (GPtrArray) stayed = NULL;
  g_autoptr (MatchumResume) after = matchum_block_order_apply (resume, order, &stayed);
  g_autofree char *lines = dup_sorted_lines (resume);
  g_autofree char *new_lines = dup_sorted_lines (after);

  if (g_test_verbose ())
    report (resume, after, order);
  check_blocks (resume, after);
  check_order (resume, after, order, stayed);
  if (!has_open_end)
    g_assert_cmpstr (new_lines, ==, lines);
  g_assert_cmpuint (strlen (get_text (after)) + 16 * matchum_resume_get_n_blocks (resume), >=,
                    strlen (get_text (resume)));
  return stayed->len;
}

/* No order is the resume itself. */
static void
check_no_order (MatchumResume *resume)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (MatchumResume) first = matchum_block_order_apply (resume, NULL, NULL);
  g_autoptr (MatchumResume) second = matchum_block_order_apply (resume, none, NULL);
  g_autoptr (MatchumResume) third = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_ptr_array_add (all, matchum_resume_get_block (resume, i)->id);
  third = matchum_block_order_apply (resume, all, NULL);
  g_assert_true (first == resume && second == resume && third == resume);
}

/* Any block moved somewhere and back again leaves no order. */
static void
check_there_and_back (MatchumResume *resume, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const char *id =
      matchum_resume_get_block (resume, (guint) g_rand_int_range (rand, 0, (gint) matchum_resume_get_n_blocks (resume)))
          ->id;
  const gint delta = g_rand_int_range (rand, -3, 4);
  g_autoptr (GPtrArray) there = matchum_block_order_move (resume, NULL, id, delta);
  g_autoptr (GPtrArray) back = there != NULL ? matchum_block_order_move (resume, there, id, -delta) : NULL;
  g_autoptr (MatchumResume) after = NULL;

  if (there == NULL)
    return;
  g_assert_true (delta == 0 || matchum_block_order_can_move (resume, NULL, id, delta));
  g_assert_nonnull (back);
  g_assert_cmpuint (back->len, ==, 0);
  after = matchum_block_order_apply (resume, back, NULL);
  g_assert_true (after == resume);
}

static void
test_made_up (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  guint n_stayed = 0, n_blocks = 0;

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, seed % 2 == 0, seed % 4 < 2);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);

      g_test_message ("seed %u", seed);
      check_no_order (resume);
      n_stayed += check_random_order (resume, seed, FALSE);
      n_blocks += matchum_resume_get_n_blocks (resume);
      check_there_and_back (resume, seed);
    }
  g_test_message ("%u of %u blocks stayed", n_stayed, n_blocks);
  /* Code that is told by its indentation alone has no place after a list. */
  g_assert_cmpuint (n_stayed * 400, <, n_blocks);
}

static void
test_disorder (gconstpointer first_seed)
{
  const guint32 first = GPOINTER_TO_UINT (first_seed);
  guint n = 0;

  for (guint32 seed = first; seed < first + N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_disorder (seed);
      g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
      g_autoptr (MatchumSource) source = matchum_source_new ("disorder.md", bytes, NULL);
      g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;

      if (resume == NULL)
        continue;
      g_test_message ("seed %u", seed);
      check_no_order (resume);
      check_random_order (resume, seed, TRUE);
      check_there_and_back (resume, seed);
      n++;
    }
  g_assert_cmpuint (n, >, N_RESUMES * 9 / 10);
}

/* Nothing has to stay in resumes as people write them. */
static void
test_files (void)
{
  g_autoptr (GPtrArray) resumes = fixture_load_all ();

  for (guint i = 0; i < resumes->len; i++)
    {
      MatchumResume *resume = g_ptr_array_index (resumes, i);

      g_test_message ("resume %u", i);
      check_no_order (resume);
      for (guint32 seed = 0; seed < 3; seed++)
        {
          g_assert_cmpuint (check_random_order (resume, seed, FALSE), ==, 0);
          check_there_and_back (resume, seed);
        }
    }
}

/* Any time that is worse than in proportion would be many times as long as that of reading. */
typedef struct {
  const char *name;
  const char *pattern; /* again and again, with a number */
  guint n;             /* 0: as many as LARGE has room for */
} Blow;

static const Blow blows[] = {
  { "two-thousand-items", "- item %u\n", 2000 },
  { "numbered", "%u) item\n", 2000 },
  { "nested", "- item %u\n  - one\n  - two\n    - three\n", 2000 },
  { "items", "- item %u, with quite a few words, so that there are not too many of these lines\n", 0 },
  { "sections", "## S %u\nwith quite a few words, so that there are not too many of these sections in the text\n", 0 },
  { "paragraphs", "p %u\n\n> with quite a few words, so that there are not too many of these lines in the text\n\n",
    0 },
  { "joined", "p %u\n> with quite a few words, so that there are not too many of these lines in the text\n- x\n", 0 },
};

static char *
blow_up (const Blow *blow)
{
  GString *out = g_string_new ("# N\n\n## S\n\n");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  for (guint i = 1; blow->n > 0 ? i <= blow->n : out->len < LARGE; i++)
    g_string_append_printf (out, blow->pattern, i);
#pragma GCC diagnostic pop
  return g_string_free (out, FALSE);
}

static void
test_blow (gconstpointer data)
{
  g_autofree char *markdown = blow_up (data);
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) stayed = NULL;
  g_autoptr (MatchumResume) after = NULL;
  gdouble reading;

  g_test_timer_start ();
  resume = fixture_read (markdown);
  reading = g_test_timer_elapsed ();
  for (guint i = matchum_resume_get_n_blocks (resume); i-- > 0;)
    g_ptr_array_add (order, matchum_resume_get_block (resume, i)->id);
  g_test_timer_start ();
  after = matchum_block_order_apply (resume, order, &stayed);
  g_test_message ("read in %.1f ms, reversed in %.1f ms", reading * 1000, g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_last (), <, MAX_TIMES * reading + 0.1);
  g_assert_cmpuint (stayed->len, ==, 0);
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume));
}

int
main (int argc, char *argv[])
{
  const guint n_runs = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RUNS : 1;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *path = g_strdup_printf ("/block-order/plain/%s", plain[i].name);

      g_test_add_data_func (path, &plain[i], test_plain);
    }
  g_test_add_func ("/block-order/stays", test_stays);
  g_test_add_func ("/block-order/moves", test_moves);
  g_test_add_func ("/block-order/files", test_files);
  for (gsize i = 0; i < G_N_ELEMENTS (blows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/block-order/large/%s", blows[i].name);

      g_test_add_data_func (path, &blows[i], test_blow);
    }
  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/block-order/made-up-%u", i + 1);
      g_autofree char *disorder = g_strdup_printf ("/block-order/disorder-%u", i + 1);

      g_test_add_data_func (path, GUINT_TO_POINTER (i * N_RESUMES + 1), test_made_up);
      g_test_add_data_func (disorder, GUINT_TO_POINTER (i * N_RESUMES + 1), test_disorder);
    }
  return g_test_run ();
}
