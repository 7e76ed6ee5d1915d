/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned words: as many as can be, in order, and soon done whatever comes. */
#include <glib.h>

#include "matchum-word-alignment.h"

#define NONE MATCHUM_WORD_ALIGNMENT_NONE

/* How many were found, all of them equal and in order. */
static guint
count_sound (const guint *first, guint n_first, const guint *second, guint n_second, const guint *partners)
{
  guint n = 0;
  guint next = 0;

  for (guint i = 0; i < n_first; i++)
    {
      if (partners[i] == NONE)
        continue;
      g_assert_cmpuint (partners[i], >=, next);
      g_assert_cmpuint (partners[i], <, n_second);
      g_assert_cmpuint (first[i], ==, second[partners[i]]);
      next = partners[i] + 1;
      n++;
    }
  return n;
}

static guint
count_aligned (const guint *first, guint n_first, const guint *second, guint n_second)
{
  g_autofree guint *partners = g_new (guint, n_first + 1);

  matchum_word_alignment_find (first, n_first, second, n_second, partners);
  return count_sound (first, n_first, second, n_second, partners);
}

static guint
count_common (const guint *first, guint n_first, const guint *second, guint n_second)
{
  guint table[64][64] = { { 0 } };

  for (guint i = n_first; i-- > 0;)
    for (guint j = n_second; j-- > 0;)
      table[i][j] = first[i] == second[j] ? table[i + 1][j + 1] + 1 : MAX (table[i + 1][j], table[i][j + 1]);
  return table[0][0];
}

static void
test_small (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      guint first[60];
      guint second[60];
      guint n_first = (guint) g_test_rand_int_range (0, 60);
      guint n_second = (guint) g_test_rand_int_range (0, 60);
      int n_kinds = g_test_rand_int_range (1, 30);

      for (guint i = 0; i < 60; i++)
        {
          first[i] = (guint) g_test_rand_int_range (0, n_kinds);
          second[i] = (guint) g_test_rand_int_range (0, n_kinds);
        }
      g_assert_cmpuint (count_aligned (first, n_first, second, n_second), ==,
                        count_common (first, n_first, second, n_second));
    }
}

/* Longer than any table: words that stand once hold the rest together. */
static void
test_long (void)
{
  const guint n = 60000;
  g_autofree guint *first = g_new (guint, n);
  g_autofree guint *second = g_new (guint, n);
  guint n_second = 0;

  for (guint i = 0; i < n; i++)
    {
      first[i] = i % 3 == 0 ? i : i % 7;
      if (i % 100 != 50)
        second[n_second++] = first[i];
    }
  g_assert_cmpuint (count_aligned (first, n, second, n_second), ==, n_second);
}

/* Without anything to hold on to, it is over soon all the same. */
static void
test_hostile (void)
{
  const guint n = 300000;
  g_autofree guint *first = g_new (guint, n);
  g_autofree guint *second = g_new (guint, n);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    {
      first[i] = (guint) g_test_rand_int_range (0, 5);
      second[i] = (guint) g_test_rand_int_range (0, 5);
    }
  count_aligned (first, n, second, n);
  for (guint i = 0; i < n; i++)
    {
      first[i] = i;
      second[i] = n - i;
    }
  g_assert_cmpuint (count_aligned (first, n, second, n), >=, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/word-alignment/small", test_small);
  g_test_add_func ("/print/word-alignment/long", test_long);
  g_test_add_func ("/print/word-alignment/hostile", test_hostile);

  return g_test_run ();
}
