/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of pages: their text form, what is refused, and what they change of a theme. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "matchum-page-style.h"

static const char *const whole[] = {
  "theme=ats",        "paper=letter",
  "margin-x=40.5",    "margin-y=60",
  "size=10.25",       "accent=#7a1f2b",
  "font=Noto Serif",  "wrapping=syllable",
  "page-numbers=off", "running-name=off",
  "photo=on",         "birth=on",
  "military=on",      "photo-file=/home/a b/사진=1.jpg",
};

/* Every setting comes back, one by one and all of them together. */
static void
test_round_trip (void)
{
  MatchumPageStyle style;
  MatchumPageStyle again;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *got = NULL;
  GError *error = NULL;

  g_assert_cmpuint (G_N_ELEMENTS (whole), ==, g_strv_length ((char **) matchum_page_style_get_keys ()));
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *line = g_strconcat (whole[i], "\n", NULL);
      g_autofree char *one = NULL;

      matchum_page_style_init (&style);
      g_assert_true (matchum_page_style_set (&style, whole[i], &error));
      g_assert_no_error (error);
      one = matchum_page_style_to_string (&style);
      g_assert_cmpstr (one, ==, line);
      g_string_append (text, line);
    }
  g_assert_true (matchum_page_style_from_string (&style, text->str, &error));
  g_assert_no_error (error);
  got = matchum_page_style_to_string (&style);
  g_assert_cmpstr (got, ==, text->str);
  g_assert_true (matchum_page_style_from_string (&again, got, &error));
  g_assert_true (matchum_page_style_equal (&style, &again));
  matchum_page_style_init (&again);
  g_assert_false (matchum_page_style_equal (&style, &again));
}

static void
test_default (void)
{
  MatchumPageStyle style;
  MatchumPageStyle other;
  g_autofree char *text = NULL;

  matchum_page_style_init (&style);
  text = matchum_page_style_to_string (&style);
  g_assert_cmpstr (text, ==, "");
  g_assert_true (matchum_page_style_from_string (&other, "\n  \n", NULL));
  g_assert_true (matchum_page_style_equal (&style, &other));
  g_assert_true (style.has_page_numbers && style.has_running_name);
  g_assert_false (style.shows_photo || style.shows_birth || style.shows_military);
}

/* What a person writes by hand. */
static void
test_forms (void)
{
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  g_assert_true (matchum_page_style_set (&style, " margin-x = 20mm ", NULL));
  g_assert_cmpfloat_with_epsilon (style.margin_x, 20.0 * 72.0 / 25.4, 1e-9);
  g_assert_true (matchum_page_style_set (&style, "margin-y=0.5in", NULL));
  g_assert_cmpfloat (style.margin_y, ==, 36.0);
  g_assert_true (matchum_page_style_set (&style, "size=9.5 pt", NULL));
  g_assert_cmpfloat (style.base_size, ==, 9.5);
  g_assert_true (matchum_page_style_set (&style, "size=theme", NULL));
  g_assert_cmpfloat (style.base_size, ==, 0.0);
  g_assert_true (matchum_page_style_set (&style, "accent=theme", NULL));
  g_assert_cmpint (style.accent, ==, MATCHUM_PAGE_STYLE_NO_ACCENT);
  g_assert_true (matchum_page_style_set (&style, "font=theme", NULL));
  g_assert_null (style.family);
  g_assert_true (matchum_page_style_set (&style, "photo=yes", NULL));
  g_assert_true (style.shows_photo);
}

static void
assert_refused (const char *setting, int code, const char *word)
{
  MatchumPageStyle style;
  MatchumPageStyle plain;
  g_autoptr (GError) error = NULL;

  matchum_page_style_init (&style);
  matchum_page_style_init (&plain);
  g_assert_false (matchum_page_style_set (&style, setting, &error));
  g_assert_error (error, MATCHUM_PAGE_STYLE_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (matchum_page_style_equal (&style, &plain));
  g_clear_error (&error);
  g_assert_false (matchum_page_style_from_string (&style, setting, &error));
  g_assert_error (error, MATCHUM_PAGE_STYLE_ERROR, code);
}

/* Each is told by its key and its value, with what would be taken. */
static void
test_refused (void)
{
  static const struct {
    const char *setting;
    int code;
    const char *word;
  } cases[] = {
    { "size", MATCHUM_PAGE_STYLE_ERROR_SYNTAX, "size" },
    { "siz=10", MATCHUM_PAGE_STYLE_ERROR_UNKNOWN_KEY, "margin-x" },
    { "=10", MATCHUM_PAGE_STYLE_ERROR_UNKNOWN_KEY, "size" },
    { "theme=fancy", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "standard" },
    { "paper=a5", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "letter" },
    { "margin-x=4", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "18" },
    { "margin-y=145", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "144" },
    { "margin-y=-20", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "margin-y=-20" },
    { "size=nan", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "size=nan" },
    { "size=inf", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "14" },
    { "size=10pts", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "size=10pts" },
    { "size=", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "size=" },
    { "accent=red", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "#1c3b6e" },
    { "accent=#12345", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "accent" },
    { "accent=#1234567", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "accent" },
    { "font=A,B", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "A,B" },
    { "font=A\tB", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "font" },
    { "wrapping=words", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "eojeol" },
    { "photo=maybe", MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "photo=maybe" },
    { "size=\xff", MATCHUM_PAGE_STYLE_ERROR_SYNTAX, "size" },
  };
  g_autofree char *long_name = g_strnfill (201, 'a');
  g_autofree char *long_font = g_strconcat ("font=", long_name, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].setting, cases[i].code, cases[i].word);
  assert_refused (long_font, MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, "200");
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, '\n');
  g_autoptr (GError) error = NULL;
  MatchumPageStyle style;

  g_assert_false (matchum_page_style_from_string (&style, text, &error));
  g_assert_error (error, MATCHUM_PAGE_STYLE_ERROR, MATCHUM_PAGE_STYLE_ERROR_SYNTAX);
}

/* Whatever is read is written so that it is read the same again, and lies within its bounds. */
static void
test_any_text (void)
{
  static const char letters[] = "=\n #-.,0123456789abcdefghinoprstuwxyz\xed\x95\x9c";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_read = 0;

  for (guint i = 0; i < 20000; i++)
    {
      const char *key = matchum_page_style_get_keys ()[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (whole))];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *written = NULL;
      MatchumPageStyle style;
      MatchumPageStyle again;
      MatchumTheme theme;

      if (g_rand_int_range (random, 0, 10) > 0)
        g_string_append_printf (text, "%s=", key);
      for (gint32 j = g_rand_int_range (random, 0, 6); j > 0; j--)
        g_string_append_c (text, letters[g_rand_int_range (random, 0, (gint32) sizeof letters - 1)]);
      if (!matchum_page_style_from_string (&style, text->str, NULL))
        continue;
      written = matchum_page_style_to_string (&style);
      g_assert_true (matchum_page_style_from_string (&again, written, NULL));
      g_assert_true (matchum_page_style_equal (&style, &again));
      matchum_page_style_resolve (&style, &theme);
      g_assert_cmpfloat (theme.margin_x, >=, MATCHUM_PAGE_STYLE_LEAST_MARGIN);
      g_assert_cmpfloat (theme.margin_x, <=, MATCHUM_PAGE_STYLE_LARGEST_MARGIN);
      g_assert_cmpfloat (theme.base_size, >=, MATCHUM_PAGE_STYLE_LEAST_SIZE - 1e-9);
      g_assert_cmpfloat (theme.base_size, <=, MATCHUM_PAGE_STYLE_LARGEST_SIZE + 1e-9);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 500);
}

static void
test_resolve (void)
{
  const MatchumTheme *standard = matchum_theme_lookup ("standard");
  MatchumPageStyle style;
  MatchumTheme theme;

  matchum_page_style_init (&style);
  matchum_page_style_resolve (&style, &theme);
  g_assert_cmpfloat (theme.margin_x, ==, standard->margin_x);
  g_assert_cmpfloat (theme.base_size, ==, standard->base_size);
  g_assert_cmpfloat (theme.palette.rgb[MATCHUM_INK_ACCENT][2], ==, standard->palette.rgb[MATCHUM_INK_ACCENT][2]);

  style.margin_x = NAN;
  style.margin_y = 2.0;
  style.base_size = standard->base_size * 1.2;
  style.accent = 0xff8000;
  style.family = "Noto Serif";
  matchum_page_style_resolve (&style, &theme);
  g_assert_cmpfloat (theme.margin_x, ==, standard->margin_x);
  g_assert_cmpfloat (theme.margin_y, ==, MATCHUM_PAGE_STYLE_LEAST_MARGIN);
  g_assert_cmpfloat_with_epsilon (theme.name_size, standard->name_size * 1.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (theme.section_gap, standard->section_gap * 1.2, 1e-9);
  g_assert_cmpfloat (theme.leading, ==, standard->leading);
  g_assert_cmpfloat (theme.palette.rgb[MATCHUM_INK_ACCENT][0], ==, 1.0);
  g_assert_cmpfloat_with_epsilon (theme.palette.rgb[MATCHUM_INK_ACCENT][1], 128 / 255.0, 1e-9);
  g_assert_cmpstr (theme.family, ==, "Noto Serif");

  style.base_size = 1000.0;
  style.theme = "gone";
  matchum_page_style_resolve (&style, &theme);
  g_assert_cmpfloat_with_epsilon (theme.base_size, MATCHUM_PAGE_STYLE_LARGEST_SIZE, 1e-9);
  g_assert_cmpstr (theme.name, ==, "standard");
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  style.base_size = 11.0;
  g_value_init (&value, MATCHUM_TYPE_PAGE_STYLE);
  g_value_set_boxed (&value, &style);
  g_assert_true (matchum_page_style_equal (g_value_get_boxed (&value), &style));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/page-style/round-trip", test_round_trip);
  g_test_add_func ("/print/page-style/default", test_default);
  g_test_add_func ("/print/page-style/forms", test_forms);
  g_test_add_func ("/print/page-style/refused", test_refused);
  g_test_add_func ("/print/page-style/too-long", test_too_long);
  g_test_add_func ("/print/page-style/any-text", test_any_text);
  g_test_add_func ("/print/page-style/resolve", test_resolve);
  g_test_add_func ("/print/page-style/boxed", test_boxed);

  return g_test_run ();
}
