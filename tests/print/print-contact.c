/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contact lines: told from sentences, broken between parts only. */
#include <glib.h>
#include <string.h>

#include "matchum-contact-text.h"
#include "matchum-type-case.h"

static MatchumTypeStyle style = { .size = 9.0, .line = 13.0 };

static void
test_is_contact (void)
{
  g_assert_true (matchum_contact_text_is_contact ("ML Engineer | a@b.example | 010-0000-5678 | 경기 성남시"));
  g_assert_true (matchum_contact_text_is_contact ("Data Engineer"));
  g_assert_true (matchum_contact_text_is_contact ("+82 10-0000-0000"));
  g_assert_false (matchum_contact_text_is_contact ("I build models."));
  g_assert_false (matchum_contact_text_is_contact ("추천과 랭킹 모델을 만들고 서빙까지 직접 올리는 엔지니어. 오프라인 "
                                                   "AUC보다 온라인 지표가 움직이는지를 먼저 보고, 그 "
                                                   "다음에 무엇을 더 만들지 정합니다"));
}

static char *
wrap (const char *line, double width)
{
  g_autoptr (MatchumPrintText) text = matchum_print_text_new ();
  g_autoptr (MatchumPrintText) wrapped = NULL;

  matchum_print_text_append_literal (text, line);
  wrapped = matchum_contact_text_wrap (text, &style, width);

  return g_strdup (matchum_print_text_get_text (wrapped));
}

/* Every part is whole on one line, no line is wider than asked, and the lines together are the parts in order. */
static void
test_wrap (void)
{
  static const char line[] = "ML Engineer | dohyun.kang@example.com | 010 0000 5678 | 경기 성남시 분당구 | "
                             "github.com/example-dhkang · blog.example.com / Seoul";
  static const char *const parts[] = { "ML Engineer",
                                       "dohyun.kang@example.com",
                                       "010 0000 5678",
                                       "경기 성남시 분당구",
                                       "github.com/example-dhkang",
                                       "blog.example.com",
                                       "Seoul" };

  for (double width = 600.0; width >= 130.0; width -= 10.0)
    {
      g_autofree char *wrapped = wrap (line, width);
      g_auto (GStrv) lines = g_strsplit (wrapped, "\n", -1);
      const char *at = wrapped;

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          at = strstr (at, parts[i]);
          g_assert_nonnull (at);
        }
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autoptr (MatchumPrintText) text = matchum_print_text_new ();

          matchum_print_text_append_literal (text, lines[i]);
          g_assert_cmpfloat (matchum_paragraph_measure (text, &style), <=, width);
          g_assert_false (g_str_has_prefix (lines[i], "|") || g_str_has_suffix (lines[i], "|"));
          g_assert_false (g_str_has_prefix (lines[i], " ") || g_str_has_suffix (lines[i], " "));
        }
    }
}

static void
test_one_line (void)
{
  g_autofree char *wide = wrap ("a | b · c", 500.0);
  g_autofree char *bare = wrap ("a|b", 500.0);
  g_autofree char *odd = wrap (" | | ", 500.0);

  g_assert_cmpstr (wide, ==, "a | b · c");
  g_assert_cmpstr (bare, ==, "a|b");
  g_assert_nonnull (odd);
}

/* Not within brackets, where each part would be half of them. */
static void
test_brackets (void)
{
  g_autofree char *wrapped = wrap ("aaaa (bbbb – cccc) · dddd", 70.0);
  g_autofree char *open = wrap ("aaaa aaaa aaaa (bbbb · cccc cccc", 80.0);

  g_assert_cmpstr (wrapped, ==, "aaaa (bbbb – cccc)\ndddd");
  g_assert_cmpstr (open, ==, "aaaa aaaa aaaa (bbbb\ncccc cccc");
}

/* Two lines are of about one length: no part is left alone where it needn't be. */
static void
test_balance (void)
{
  g_autofree char *wrapped = wrap ("aaaa aaaa | bbbb bbbb | cccc cccc | dddd dddd", 150.0);

  g_assert_cmpstr (wrapped, ==, "aaaa aaaa | bbbb bbbb\ncccc cccc | dddd dddd");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/contact/is-contact", test_is_contact);
  g_test_add_func ("/print/contact/wrap", test_wrap);
  g_test_add_func ("/print/contact/one-line", test_one_line);
  g_test_add_func ("/print/contact/brackets", test_brackets);
  g_test_add_func ("/print/contact/balance", test_balance);

  style.families = matchum_type_case_get_families (NULL, FALSE);
  style.context = matchum_type_case_create_context ((const char *const[]){ NULL }, &style.families);
  status = g_test_run ();
  g_object_unref (style.context);

  return status;
}
