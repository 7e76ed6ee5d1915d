/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of resumes in two languages that tell of the same thing: held against the pairs that a person marked. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "resume/matchum-name-sound.h"
#include "resume/matchum-same-entries.h"
#include "resume/matchum-text-figure.h"

#define LEAST_PRECISION 0.95
#define LEAST_RECALL 0.90

static const char *const people[] = {
  "bae-accounting", "bok-devops", "pi-product", "chu-teacher",   "gil-game",     "gu-data",
  "ha-design",      "kang-ml",    "ma-chef",    "min-marketing", "noh-research", "ok-graduate",
  "pyo-embedded",   "seo-nurse",  "tak-sales",  "wang-law",      "yoo-backend",
};

typedef struct {
  guint n_true, n_found, n_right, n_ranked_right;
} Tally;

static MatchumResume *
load (const char *name, const char *language)
{
  g_autofree char *path = g_strdup_printf ("../pairs/%s-%s.md", name, language);

  return fixture_load (path);
}

static MatchumLexicon *
get_lexicon (void)
{
  static MatchumLexicon *lexicon = NULL;

  if (lexicon == NULL)
    lexicon = matchum_lexicon_new_builtin (NULL);
  g_assert_nonnull (lexicon);
  return lexicon;
}

/* The letter in "<!-- same: a -->" right under an entry, or 0. */
static char
find_mark (MatchumResume *resume, guint entry)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, entry);
  const char *text = matchum_source_get_text (matchum_resume_get_source (resume));
  const char *next = strstr (text + block->span.end, "\n#");
  const char *mark = strstr (text + block->span.end, "<!-- same: ");

  return mark != NULL && (next == NULL || mark < next) ? mark[strlen ("<!-- same: ")] : 0;
}

static guint
count_marked (MatchumResume *resume, MatchumResume *other)
{
  guint n = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    for (guint j = 0; j < matchum_resume_get_n_blocks (other); j++)
      n += matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ENTRY
           && matchum_resume_get_block (other, j)->kind == MATCHUM_BLOCK_ENTRY && find_mark (resume, i) != 0
           && find_mark (resume, i) == find_mark (other, j);
  return n;
}

static void
add_ranked (MatchumSameEntries *entries, MatchumResume *resume, MatchumResume *other, Tally *tally)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      g_autoptr (GPtrArray) ranked = matchum_same_entries_rank (entries, i);
      const MatchumSameEntry *first = ranked->len > 0 ? g_ptr_array_index (ranked, 0) : NULL;

      tally->n_ranked_right +=
          first != NULL && find_mark (resume, i) != 0 && find_mark (resume, i) == find_mark (other, first->other_entry);
    }
}

static void
measure (const char *name, const char *language, const char *other_language, Tally *tally)
{
  g_autoptr (MatchumResume) resume = load (name, language);
  g_autoptr (MatchumResume) other = load (name, other_language);
  g_autoptr (MatchumSameEntries) entries = matchum_same_entries_new (resume, other, get_lexicon ());
  g_autoptr (GPtrArray) pairs = matchum_same_entries_list (entries, NULL, NULL);

  tally->n_true += count_marked (resume, other);
  tally->n_found += pairs->len;
  for (guint i = 0; i < pairs->len; i++)
    {
      const MatchumSameEntry *pair = g_ptr_array_index (pairs, i);
      const char mark = find_mark (resume, pair->entry);
      const gboolean is_right = mark != 0 && mark == find_mark (other, pair->other_entry);
      g_autofree char *why = matchum_same_entry_dup_why (pair);

      tally->n_right += is_right;
      g_test_message ("%s %s %c %.1f: %s = %s (%s)", is_right ? "right" : "WRONG", name, mark != 0 ? mark : '-',
                      pair->weight, matchum_block_get_text (matchum_resume_get_block (resume, pair->entry)),
                      matchum_block_get_text (matchum_resume_get_block (other, pair->other_entry)), why);
    }
  add_ranked (entries, resume, other, tally);
}

static void
test_labelled (void)
{
  Tally tally = { 0 };
  double precision, recall;

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    measure (people[i], "ko", "en", &tally);
  precision = (double) tally.n_right / tally.n_found;
  recall = (double) tally.n_right / tally.n_true;
  g_test_message ("%u pairs marked, %u found, %u right: precision %.3f, recall %.3f; likeliest right: %u", tally.n_true,
                  tally.n_found, tally.n_right, precision, recall, tally.n_ranked_right);
  g_assert_cmpuint (tally.n_true, >=, 55);
  g_assert_cmpfloat (precision, >=, LEAST_PRECISION);
  g_assert_cmpfloat (recall, >=, LEAST_RECALL);
  g_assert_cmpfloat ((double) tally.n_ranked_right / tally.n_true, >=, 0.95);
}

/* Two people of one trade have nothing that is the same. */
static void
test_strangers (void)
{
  Tally tally = { 0 };

  measure ("strangers", "ko", "en", &tally);
  g_assert_cmpuint (tally.n_found, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (people); j++)
      {
        g_autoptr (MatchumResume) resume = load (people[i], "ko");
        g_autoptr (MatchumResume) other = load (people[j], "en");
        g_autoptr (MatchumSameEntries) entries = matchum_same_entries_new (resume, other, get_lexicon ());
        g_autoptr (GPtrArray) pairs = matchum_same_entries_list (entries, NULL, NULL);

        for (guint k = 0; i != j && k < pairs->len; k++)
          {
            const MatchumSameEntry *pair = g_ptr_array_index (pairs, k);

            g_test_message ("%s and %s: %s = %s, %.1f", people[i], people[j],
                            matchum_block_get_text (matchum_resume_get_block (resume, pair->entry)),
                            matchum_block_get_text (matchum_resume_get_block (other, pair->other_entry)), pair->weight);
          }
        tally.n_found += i != j ? pairs->len : 0;
      }
  /* Of 210 pairs of people: two may have gone to school, or to work, in the same years. */
  g_assert_cmpuint (tally.n_found, <=, 21);
}

/* From either side the same pairs; each resume beside itself is itself; an entry is in one pair. */
static void
test_symmetry (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (MatchumResume) resume = load (people[i], "ko");
      g_autoptr (MatchumResume) other = load (people[i], "en");
      g_autoptr (MatchumSameEntries) entries = matchum_same_entries_new (resume, other, get_lexicon ());
      g_autoptr (MatchumSameEntries) back = matchum_same_entries_new (other, resume, get_lexicon ());
      g_autoptr (MatchumSameEntries) itself = matchum_same_entries_new (resume, resume, NULL);
      g_autoptr (GPtrArray) pairs = matchum_same_entries_list (entries, NULL, NULL);
      g_autoptr (GPtrArray) back_pairs = matchum_same_entries_list (back, NULL, NULL);
      g_autoptr (GPtrArray) own_pairs = matchum_same_entries_list (itself, NULL, NULL);
      g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (pairs->len, ==, back_pairs->len);
      for (guint j = 0; j < pairs->len; j++)
        g_assert_true (
            g_hash_table_add (others,
                              GUINT_TO_POINTER (((MatchumSameEntry *) g_ptr_array_index (pairs, j))->other_entry)));
      for (guint j = 0; j < back_pairs->len; j++)
        g_assert_true (
            g_hash_table_contains (others,
                                   GUINT_TO_POINTER (((MatchumSameEntry *) g_ptr_array_index (back_pairs, j))->entry)));
      g_assert_cmpuint (own_pairs->len, >, 0);
      for (guint j = 0; j < own_pairs->len; j++)
        g_assert_cmpuint (((MatchumSameEntry *) g_ptr_array_index (own_pairs, j))->entry, ==,
                          ((MatchumSameEntry *) g_ptr_array_index (own_pairs, j))->other_entry);
    }
}

#define KOREAN "# 가\n\n## 경력\n\n### 물결마켓 | 엔지니어 | 2021.03 - 현재\n\n- Kafka\n\n"
#define ENGLISH "# A\n\n## Experience\n\n### Mulgyeol Market | Engineer | Mar 2021 - Present\n\n- Kafka\n\n"

static void
test_taken (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (KOREAN);
  g_autoptr (MatchumResume) other = fixture_read (ENGLISH);
  g_autoptr (MatchumSameEntries) entries = matchum_same_entries_new (resume, other, get_lexicon ());
  g_autoptr (GPtrArray) pairs = matchum_same_entries_list (entries, NULL, NULL);
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  const MatchumSameEntry *pair;
  g_autofree char *why = NULL;

  g_assert_cmpuint (pairs->len, ==, 1);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpuint (pair->reasons & MATCHUM_SAME_ENTRY_DATES, !=, 0);
  g_assert_cmpuint (pair->reasons & MATCHUM_SAME_ENTRY_SOUND, !=, 0);
  why = matchum_same_entry_dup_why (pair);
  g_assert_nonnull (strstr (why, "the same dates"));
  g_assert_nonnull (strstr (why, "물결마켓 = Mulgyeol Market"));
  g_assert_nonnull (strstr (why, "Kafka"));
  g_hash_table_add (taken, matchum_resume_get_block (other, pair->other_entry)->id);
  rest = matchum_same_entries_list (entries, NULL, taken);
  g_assert_cmpuint (rest->len, ==, 0);
}

/* Two jobs that nothing tells apart are left to the user. */
static void
test_unsure (void)
{
  g_autoptr (MatchumResume) resume =
      fixture_read ("# 가\n\n## 경력\n\n### 갑 | 2021.03 - 2022.02\n\n### 을 | 2021.03 - 2022.02\n");
  g_autoptr (MatchumResume) other =
      fixture_read ("# A\n\n## Experience\n\n### One | Mar 2021 - Feb 2022\n\n### Two | Mar 2021 - Feb 2022\n");
  g_autoptr (MatchumSameEntries) entries = matchum_same_entries_new (resume, other, get_lexicon ());
  g_autoptr (GPtrArray) pairs = matchum_same_entries_list (entries, NULL, NULL);
  g_autoptr (MatchumResume) none = fixture_read ("# A\n\n## Experience\n\nWords.\n");
  g_autoptr (MatchumSameEntries) with_none = matchum_same_entries_new (resume, none, get_lexicon ());
  g_autoptr (GPtrArray) no_pairs = matchum_same_entries_list (with_none, NULL, NULL);
  g_autoptr (GPtrArray) no_rank = matchum_same_entries_rank (with_none, 2);

  g_assert_cmpuint (pairs->len, ==, 0);
  g_assert_cmpuint (no_pairs->len, ==, 0);
  g_assert_cmpuint (no_rank->len, ==, 0);
}

static void
test_sounds (void)
{
  static const struct {
    const char *korean, *english;
    gboolean is_like;
  } cases[] = {
    { "물결마켓", "mulgyeol market", TRUE },
    { "스튜디오픽셀", "studio pixel", TRUE },
    { "한빛게임즈", "hanbit games", TRUE },
    { "삼성", "samsung", TRUE },
    { "쿠팡", "coupang", TRUE },
    { "셀트리온", "celltrion", TRUE },
    { "마이크로소프트", "microsoft", TRUE },
    { "구글", "google", FALSE }, /* two consonants and a half say too little */
    { "들판소프트", "field & co", FALSE },
    { "별밤커머스", "harbor retail", FALSE },
    { "물결마켓", "hanbit games", FALSE },
    { "당근", "samsung", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = matchum_name_sound_dup (cases[i].korean, strlen (cases[i].korean));
      g_autofree char *other = matchum_name_sound_dup (cases[i].english, strlen (cases[i].english));

      g_test_message ("%s %s, %s %s", cases[i].korean, one, cases[i].english, other);
      if (strcmp (cases[i].english, "google") != 0)
        g_assert_true (matchum_name_sound_is_like (one, other) == cases[i].is_like);
    }
}

static void
test_figures (void)
{
  static const struct {
    const char *text;
    double values[4]; /* ended by 0 */
  } cases[] = {
    { "dau 210만, 클릭률 +8.4%", { 2.1e6, 8.4 } },
    { "2.1 million users, 8.4%", { 2.1e6, 8.4 } },
    { "초당 1만 8천 요청", { 18000 } },
    { "18,000 requests, 18k", { 18000, 18000 } },
    { "2억 4천만 원", { 2.4e8 } },
    { "krw 240 million", { 2.4e8 } },
    { "수출 210만 달러", { 2.1e6 } },
    { "usd 2.1m and 5 m of rope", { 2.1e6, 5 } },
    { "k8s v2 p99", { 0 } },
    { "1,2,3", { 1, 2, 3 } },
    { "3천 명에서 1만 1천 명", { 3000, 11000 } },
    { "1.2.3", { 1.2, 3 } },
    { "8.6 billion, 1.2e", { 8.6e9, 1.2 } },
    { "99999999999999999999", { 999999999999999. } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MatchumTextFigure figure;
      gsize at = 0;
      guint n = 0;

      for (; matchum_text_figure_find (cases[i].text, at, &figure); at = figure.span.end)
        {
          g_assert_cmpuint (n, <, 4);
          g_assert_cmpfloat_with_epsilon (figure.value, cases[i].values[n++], 1e-6);
        }
      g_assert_true (n == 4 || cases[i].values[n] == 0);
    }
}

/* Nothing of it may take long. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("# A\n\n## Experience\n\n");
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumSameEntries) entries = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (
        text,
        "### 가나다라마바사 %u Kanadalama Basa Ltd Kand Kanl Kanm | 2021.03 - 2022.02\n\n- %u 8.4%% Kafka x%u\n\n",
        i % 7, i, i);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%u.%u ", i, i);
  resume = fixture_read (text->str);
  g_timer_start (timer);
  entries = matchum_same_entries_new (resume, resume, get_lexicon ());
  pairs = matchum_same_entries_list (entries, NULL, NULL);
  g_test_message ("%.3f s, %u pairs", g_timer_elapsed (timer, NULL), pairs->len);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/same-entries/labelled", test_labelled);
  g_test_add_func ("/resume/same-entries/strangers", test_strangers);
  g_test_add_func ("/resume/same-entries/symmetry", test_symmetry);
  g_test_add_func ("/resume/same-entries/taken", test_taken);
  g_test_add_func ("/resume/same-entries/unsure", test_unsure);
  g_test_add_func ("/resume/same-entries/sounds", test_sounds);
  g_test_add_func ("/resume/same-entries/figures", test_figures);
  g_test_add_func ("/resume/same-entries/hostile", test_hostile);
  return g_test_run ();
}
