/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding by examples, and what must hold of it for any text whatever. */
#include "config.h"

#include <string.h>

#include "text/matchum-folded-text.h"

static const struct {
  const char *text;
  const char *folded;
} cases[] = {
  { "", "" },
  { "PyTorch", "pytorch" },
  { "ＰｙＴｏｒｃｈ　１．０", "pytorch 1.0" },
  { "데이터\u00a0\u3000  분석\t\n및", "데이터 분석 및" },
  { " x ", " x " },
  { "데이터\u200b\ufeff분석 soft\u00adhyphen", "데이터분석 softhyphen" },
  { "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글" },
  { "가\u11a8", "각" },
  { "ㅋㅋ ㄱㅏ", "ㅋㅋ ㄱㅏ" },
  { "5年 이상 經驗者 有, 必", "5년 이상 經驗자 유, 필" },
  { "㈜다온 ㎏ ﬁne", "(주)다온 kg fine" },
  { "fine‑tuning – A—B −1", "fine-tuning - a-b -1" },
  { "What you’ll “do”", "what you'll \"do\"" },
  { "기획ㆍ개발・운영∙배포", "기획·개발·운영·배포" },
  { "2021.03～2022.02 ∼ 〜", "2021.03~2022.02 ~ ~" },
  { "PyTorch™ React®", "pytorch react" },
  { "Straße ΣΑΣ ẞ", "strasse σασ ss" },
  { "A\u030angstro\u0308m É e\u0301", "\u00e5ngstr\u00f6m é é" },
  { "①Python ⑳", "①python ⑳" },
  { "J\u030c", "\u01f0" },
  { "a\u0315\u0300", "à\u0315" },
  { "e\u200d\u0301", "é" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = matchum_fold (cases[i].text, -1);
      g_autoptr (MatchumFoldedText) text = matchum_folded_text_new (cases[i].text, -1);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (matchum_folded_text_get_text (text), ==, cases[i].folded);
      g_assert_cmpuint (matchum_folded_text_get_length (text), ==, strlen (cases[i].folded));
      g_assert_cmpstr (matchum_folded_text_get_original (text), ==, cases[i].text);
    }
}

static void
test_keeping_case (void)
{
  g_autofree char *kept = matchum_fold_keeping_case ("Ｇｏ\u00a0 TO Straße", -1);

  g_assert_cmpstr (kept, ==, "Go TO Straße");
}

/* Where a part of the folded text is found, and what it was. */
static const struct {
  const char *text;
  const char *folded;
  const char *original;
} span_cases[] = {
  { "Use ＰｙＴｏｒｃｈ™ now", "pytorch", "ＰｙＴｏｒｃｈ" },
  { "데이터\u00a0 \u3000분석", "데이터 분석", "데이터\u00a0 \u3000분석" },
  { "a데이터\u200b분석b", "데이터분석", "데이터\u200b분석" },
  { "x \u1112\u1161\u11ab y", "한", "\u1112\u1161\u11ab" },
  { "㈜다온", "주", "㈜" },
  { "ﬁne", "i", "ﬁ" },
  { "a \t b", " ", " \t " },
  { "경력 5年 이상", "5년", "5年" },
  { "e\u0301t", "\u00e9", "e\u0301" },
};

static void
test_spans (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (span_cases); i++)
    {
      g_autoptr (MatchumFoldedText) text = matchum_folded_text_new (span_cases[i].text, -1);
      const char *found = strstr (matchum_folded_text_get_text (text), span_cases[i].folded);
      const gsize start = (gsize) (found - matchum_folded_text_get_text (text));
      MatchumSpan span;
      g_autofree char *original = NULL;

      g_assert_nonnull (found);
      span = matchum_folded_text_get_original_span (text, MATCHUM_SPAN (start, start + strlen (span_cases[i].folded)));
      original = g_strndup (span_cases[i].text + span.start, matchum_span_get_length (span));
      g_assert_cmpstr (original, ==, span_cases[i].original);
    }
}

/* Characters that do something, and now and then any at all. */
static void
append_random (GRand *rand, GString *text)
{
  static const gunichar odd[] = {
    ' ',    '\n',    'A',    'z',    '-',    0xac00, 0xb144, 0xd7a3, 0x1100, 0x1161, 0x11a8, 0x3131, 0x314f,
    0x318d, 0xa0,    0x3000, 0x200b, 0xad,   0xfeff, 0x300,  0x301,  0x30c,  0x315,  0x323,  0x3099, 0xff9e,
    0xff76, 0x5e74,  0x53ef, 0xff21, 0xfb01, 0x3220, 0x321c, 0xb4,   0xa8,   0x2122, 0x130,  0x3c2,  0xdf,
    0x2460, 0x1f468, 0xfe0f, 0xfdfa, 0x9c7,  0x9be,  0x212b, 0x1e9b, 0x0345, 0x1fb3,
  };
  const gint pick = g_rand_int_range (rand, 0, 20);
  gunichar c;

  if (pick > 0)
    c = odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
  else
    do
      c = (gunichar) g_rand_int_range (rand, 0x20, 0x30000);
    while (!g_unichar_validate (c) || !g_unichar_isdefined (c));
  g_string_append_unichar (text, c);
}

static gboolean
is_boundary (const char *text, gsize length, gsize at)
{
  return at == length || (at < length && ((guchar) text[at] & 0xc0) != 0x80);
}

/* Starts and ends never go back, and lie between characters. */
static void
check_map (MatchumFoldedText *text)
{
  const char *folded = matchum_folded_text_get_text (text);
  const char *original = matchum_folded_text_get_original (text);
  const gsize length = strlen (original);
  MatchumSpan before = { 0, 0 };

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const MatchumSpan here = { (gsize) (p - folded), (gsize) (g_utf8_next_char (p) - folded) };
      const MatchumSpan span = matchum_folded_text_get_original_span (text, here);

      g_assert_true (span.start <= span.end && span.end <= length);
      g_assert_true (span.start >= before.start && span.end >= before.end);
      g_assert_true (is_boundary (original, length, span.start) && is_boundary (original, length, span.end));
      before = span;
    }
}

static void
test_any_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19970815);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MatchumFoldedText) folded = NULL;
      g_autofree char *alone = NULL;
      g_autofree char *twice = NULL;

      for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        append_random (rand, text);
      folded = matchum_folded_text_new (text->str, (gssize) text->len);
      g_assert_true (g_utf8_validate (matchum_folded_text_get_text (folded), -1, NULL));
      check_map (folded);
      alone = matchum_fold (text->str, (gssize) text->len);
      g_assert_cmpstr (alone, ==, matchum_folded_text_get_text (folded));
      twice = matchum_fold (alone, -1);
      if (!g_str_equal (twice, alone))
        {
          g_autofree char *escaped = g_strescape (text->str, NULL);

          g_test_message ("folding \"%s\" again gives something else", escaped);
        }
      g_assert_cmpstr (twice, ==, alone);
    }
}

/* Whatever fills 8 MiB takes about as long as words do; a quadratic pass would take hours. */
static void
test_hostile (void)
{
  static const char *const fillers[] = { "\u0301", "\u200b", " ", "\u1100\u1161\u11a8", "Ａ", "a\u0301 ", "\ufdfa" };

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      const gsize n = 1024 * 1024 / strlen (fillers[i]);
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (MatchumFoldedText) folded = NULL;
      MatchumSpan span;

      for (gsize j = 0; j < n; j++)
        g_string_append (text, fillers[i]);
      g_string_append_c (text, 'Y');
      folded = matchum_folded_text_new (text->str, (gssize) text->len);
      span = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN (matchum_folded_text_get_length (folded) - 1,
                                                                          matchum_folded_text_get_length (folded)));
      g_assert_cmpuint (span.start, ==, text->len - 1);
      g_assert_cmpuint (span.end, ==, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folded-text/cases", test_cases);
  g_test_add_func ("/folded-text/keeping-case", test_keeping_case);
  g_test_add_func ("/folded-text/spans", test_spans);
  g_test_add_func ("/folded-text/any-text", test_any_text);
  g_test_add_func ("/folded-text/hostile", test_hostile);
  return g_test_run ();
}
