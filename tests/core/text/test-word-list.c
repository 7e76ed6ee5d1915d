/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lists of words, looked for at once, are found where each by itself is. */
#include "config.h"

#include <string.h>

#include "text/matchum-word-list.h"

#define N_TEXTS 20000
#define MAX_PIECES 8

static const MatchumWordGroup groups[] = {
  { "year|ms |four-year|년", 1 },
  { "개발|개발자|프로덕션|product", 2 },
  { "product|engineering| of them", 4 },
};
static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
static MatchumWordList lists[] = {
  MATCHUM_WORD_LIST ("year|ms |four-year|년"),
  MATCHUM_WORD_LIST ("개발|개발자|프로덕션|product"),
  MATCHUM_WORD_LIST ("product|engineering| of them"),
};

/* Whether one of the words stands anywhere. */
static gboolean
holds_any (const char *words, const char *text)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  for (gsize i = 0; all[i] != NULL; i++)
    if (strstr (text, all[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_text (const char *text)
{
  const gsize length = strlen (text);
  guint32 within;
  const guint32 bits = matchum_word_table_find_words (&table, text, length, &within);

  g_assert_cmphex (within, ==, matchum_word_table_find_within (&table, text, length));
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_assert_cmpint ((within & groups[i].bit) != 0, ==, holds_any (groups[i].words, text));
      g_assert_cmpint ((bits & groups[i].bit) != 0, ==, matchum_word_list_contains (&lists[i], text, length));
    }
}

static void
test_together (void)
{
  static const char *const pieces[] = { "year", "ms",    "four-", "년",   "개발",        "자",  "프로덕", "션",
                                        "prod", "uct",   " ",     "x",    "engineering", " of", "them",   "3",
                                        "발",   "prods", "",      "계발", "-",           ".",   "o",      "é" };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const gint n = g_test_rand_int_range (0, MAX_PIECES);

      for (gint k = 0; k < n; k++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check_text (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-list/together", test_together);
  return g_test_run ();
}
