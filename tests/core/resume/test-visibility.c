/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of hiding. */
#include "config.h"

#include "../../support/resume-fixture.h"

#define RESUME                                                                                                         \
  "# N\n\nmail\n\n"                                                                                                    \
  "## 경력\n### Acme | 2020.01 - 2021.02\n- a\n  - b\n- c\n### Beta\n2018.01 - 2019.02\n- d\n"                       \
  "## 프로젝트\n### P1\n2022.03\n- e\n- f\n### P2\n- g\n"                                                          \
  "## 기술\n- h\n<!-- remark -->\n## 빈 절\n### 빈 항목\n2021.01\n"

/* The outline in one line, but for the title. */
static char *
dup_visible (MatchumVisibility *visibility)
{
  GString *shown = g_string_new (NULL);
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  guint n = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      n++;
      if (i > 0)
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? ", " : "",
                                matchum_block_get_text (matchum_resume_get_block (resume, i)));
    }
  g_assert_cmpuint (n, ==, matchum_visibility_get_n_visible (visibility));
  return g_string_free (shown, FALSE);
}

static GHashTable *
create_set (MatchumResume *resume, const char *texts)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = g_strsplit (texts, ", ", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_hash_table_add (set, fixture_find (resume, parts[i])->id);
  return set;
}

#define ACME "Acme | 2020.01 - 2021.02"
#define JOBS "경력, " ACME ", a, b, c, Beta, 2018.01 - 2019.02, d"
#define PROJECTS "프로젝트, P1, 2022.03, e, f, P2, g"
#define REST "기술, h, 빈 절, 빈 항목, 2021.01"

static const struct {
  const char *hidden;
  const char *pinned;
  const char *visible;
} cases[] = {
  { "", "", "mail, " JOBS ", " PROJECTS ", " REST },
  { "N", "", "mail, " JOBS ", " PROJECTS ", " REST },
  { "mail, a", "", "경력, " ACME ", c, Beta, 2018.01 - 2019.02, d, " PROJECTS ", " REST },
  { "b", "", "mail, 경력, " ACME ", a, c, Beta, 2018.01 - 2019.02, d, " PROJECTS ", " REST },
  /* a job stays, its section with it, and the dates with the job */
  { "a, c, d", "", "mail, 경력, " ACME ", Beta, 2018.01 - 2019.02, " PROJECTS ", " REST },
  { ACME, "", "mail, 경력, Beta, 2018.01 - 2019.02, d, " PROJECTS ", " REST },
  { ACME ", Beta", "", "mail, " PROJECTS ", " REST },
  /* what has nothing left but dates goes, and its section with the last of them */
  { "e, f", "", "mail, " JOBS ", 프로젝트, P2, g, " REST },
  { "e, f, g", "", "mail, " JOBS ", " REST },
  { "2022.03", "", "mail, " JOBS ", 프로젝트, P1, e, f, P2, g, " REST },
  { "2022.03, e, f", "", "mail, " JOBS ", 프로젝트, P2, g, " REST },
  { "e, f", "P1", "mail, " JOBS ", 프로젝트, P1, 2022.03, P2, g, " REST },
  { "e, f, g", "프로젝트", "mail, " JOBS ", 프로젝트, " REST },
  { "프로젝트", "P1", "mail, " JOBS ", " REST },
  /* remarks neither show nor keep a section */
  { "h", "", "mail, " JOBS ", " PROJECTS ", 빈 절, 빈 항목, 2021.01" },
  { "2021.01", "", "mail, " JOBS ", " PROJECTS ", 기술, h" },
  { "경력", "", "mail, " PROJECTS ", " REST },
};

static void
test_cases (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) hidden = create_set (resume, cases[i].hidden);
      g_autoptr (GHashTable) pinned = create_set (resume, cases[i].pinned);
      g_autoptr (MatchumVisibility) visibility = matchum_visibility_new (resume, hidden, pinned);
      g_autofree char *visible = dup_visible (visibility);

      g_test_message ("hidden: %s; pinned: %s", cases[i].hidden, cases[i].pinned);
      g_assert_cmpstr (visible, ==, cases[i].visible);
    }
}

static void
test_unknown_ids (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) visibility = NULL;

  g_hash_table_add (hidden, (char *) "long-gone");
  visibility = matchum_visibility_new (resume, hidden, NULL);
  g_assert_cmpuint (matchum_visibility_get_n_visible (visibility), ==, matchum_visibility_get_n_visible (all));
}

/* Hiding one after the other comes to the same as hiding them together, in any order. */
static void
test_with_hidden (void)
{
  g_autoptr (MatchumResume) resume = fixture_load ("ko-kang-mle.md");
  const guint n = matchum_resume_get_n_blocks (resume);

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) pinned = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (MatchumVisibility) stepwise = NULL;
      g_autoptr (MatchumVisibility) together = NULL;

      for (guint i = 0; i < 5; i++)
        g_hash_table_add (pinned, matchum_resume_get_block (resume, (guint) g_rand_int_range (rand, 0, (gint) n))->id);
      stepwise = matchum_visibility_new (resume, NULL, pinned);
      for (guint i = 0; i < 40; i++)
        {
          guint block = (guint) g_rand_int_range (rand, 0, (gint) n);
          MatchumVisibility *next = matchum_visibility_with_hidden (stepwise, block);

          g_hash_table_add (hidden, matchum_resume_get_block (resume, block)->id);
          g_hash_table_remove (pinned, matchum_resume_get_block (resume, block)->id);
          matchum_visibility_unref (stepwise);
          stepwise = next;
        }
      together = matchum_visibility_new (resume, hidden, pinned);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (matchum_visibility_is_visible (stepwise, i), ==, matchum_visibility_is_visible (together, i));
    }
}

/* Nothing is seen whose parent is not, and hiding more never shows more. */
static void
test_order (void)
{
  g_autoptr (MatchumResume) resume = fixture_load ("en-okafor-platform.md");
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  const guint n = matchum_resume_get_n_blocks (resume);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MatchumVisibility) one = matchum_visibility_with_hidden (all, i);

      for (guint j = 0; j < n; j++)
        {
          const MatchumBlock *block = matchum_resume_get_block (resume, j);

          if (!matchum_visibility_is_visible (one, j))
            continue;
          g_assert_true (matchum_visibility_is_visible (all, j));
          g_assert_true (block->parent == MATCHUM_BLOCK_NONE || matchum_visibility_is_visible (one, block->parent));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visibility/cases", test_cases);
  g_test_add_func ("/visibility/unknown-ids", test_unknown_ids);
  g_test_add_func ("/visibility/with-hidden", test_with_hidden);
  g_test_add_func ("/visibility/order", test_order);
  return g_test_run ();
}
