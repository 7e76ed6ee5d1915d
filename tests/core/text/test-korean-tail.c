/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may follow a name in Hangul. */
#include "config.h"

#include <string.h>

#include "text/matchum-korean-tail.h"

static const struct {
  const char *text;
  const char *particles;
} particle_cases[] = {
  { "에서는 배치를", "에서는" },
  { "으로의", "으로의" },
  { "까지를,", "까지를" },
  { "을", "을" },
  { "를 사용", "를" },
  { "에서부터의", "에서부터의" },
  { "등을", "등을" },
  { "등에서 ", "등에서" },
  { "들에게도", "들에게도" },
  { "만을", "만을" },
  { "로서의", "로서의" },
  { "이나 R", "이나" },
  { "라는", "라는" },
  { "이며", "이며" },
  { "과의.", "과의" },
  { "별로", "별로" },
  { "보다", "보다" },
  { "을R", "을" },
  { "", "" },
  { " 을", "" },
  { "학과", "" },
  { "을를", "" },
  { "은에서", "" },
  { "가가", "" },
  { "는 것", "는" },
  { "는것", "" },
  { "한", "" },
  { "개발", "" },
  { "데이터베이스", "" },
  { "에에에에에에에에에에에에에에에에", "" },
  { "abc", "" },
};

static void
test_particles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (particle_cases); i++)
    {
      g_test_message ("%s", particle_cases[i].text);
      g_assert_cmpuint (matchum_korean_tail_get_particle_length (particle_cases[i].text,
                                                                 strlen (particle_cases[i].text)),
                        ==, strlen (particle_cases[i].particles));
    }
}

/* A length that ends inside a character is no reason to read on. */
static void
test_cut (void)
{
  g_assert_cmpuint (matchum_korean_tail_get_particle_length ("에서는", 6), ==, 6);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length ("에서는", 2), ==, 0);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length ("에서는", 0), ==, 0);
}

/* 분석가 is a person, 통계가 is statistics with a particle. */
static void
test_after (void)
{
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after (0xc11d, "가", 3), ==, 0);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after (0xacc4, "가", 3), ==, 3);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after ('R', "가", 3), ==, 3);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after (0xd638, "과", 3), ==, 0);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after (0xc11d, "과", 3), ==, 3);
  g_assert_cmpuint (matchum_korean_tail_get_particle_length_after (0xc11d, "를", 3), ==, 3);
}

static void
test_verbs (void)
{
  static const char *const verbs[] = {
    "하여", "하는", "한",   "한 경험", "해",    "했고",   "됨",         "된",
    "되어", "하고", "시킨", "합니다",  "할 수", "하도록", "되었습니다",
  };
  static const char *const others[] = { "한국",       "할인", "해외", "해결",  "함수",
                                        "하이브리드", "학",   "",     " 하여", "되팔기" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_test_message ("%s", verbs[i]);
      g_assert_true (matchum_korean_tail_is_verb_ending (verbs[i], strlen (verbs[i])));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (matchum_korean_tail_is_verb_ending (others[i], strlen (others[i])));
    }
}

static void
test_hangul (void)
{
  g_assert_true (matchum_unichar_is_hangul (0xac00));
  g_assert_true (matchum_unichar_is_hangul (0xd7a3));
  g_assert_true (matchum_unichar_is_hangul (0x1100));
  g_assert_true (matchum_unichar_is_hangul (0x3131));
  g_assert_false (matchum_unichar_is_hangul (0x318d));
  g_assert_false (matchum_unichar_is_hangul ('a'));
  g_assert_false (matchum_unichar_is_hangul (0x5e74));
  g_assert_false (matchum_unichar_is_hangul (0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/korean-tail/particles", test_particles);
  g_test_add_func ("/korean-tail/cut", test_cut);
  g_test_add_func ("/korean-tail/after", test_after);
  g_test_add_func ("/korean-tail/verbs", test_verbs);
  g_test_add_func ("/korean-tail/hangul", test_hangul);
  return g_test_run ();
}
