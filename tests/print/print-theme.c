/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes and papers. */
#include <glib.h>

#include "matchum-theme.h"

static void
test_names (void)
{
  const char *const *names = matchum_theme_get_names ();

  g_assert_cmpstr (names[0], ==, "standard");
  for (guint i = 0; names[i] != NULL; i++)
    {
      const MatchumTheme *theme = matchum_theme_lookup (names[i]);

      g_assert_nonnull (theme);
      g_assert_cmpstr (theme->name, ==, names[i]);
      g_assert_cmpfloat (theme->base_size, >=, 8.5);
      g_assert_cmpfloat (theme->leading, >=, 1.3);
      g_assert_cmpfloat (theme->margin_x, >=, 36.0);
    }
  g_assert_null (matchum_theme_lookup ("Standard"));
  g_assert_null (matchum_theme_lookup (""));
  g_assert_true (matchum_theme_lookup ("ats")->inline_dates);
  g_assert_false (matchum_theme_lookup ("standard")->inline_dates);
}

/* No two themes are one in other colours. */
static void
test_structure (void)
{
  const char *const *names = matchum_theme_get_names ();
  guint n_themes = g_strv_length ((char **) names);

  g_assert_cmpuint (n_themes, >=, 4);
  for (guint i = 0; i < n_themes; i++)
    for (guint j = 0; j < i; j++)
      {
        const MatchumTheme *first = matchum_theme_lookup (names[i]);
        const MatchumTheme *second = matchum_theme_lookup (names[j]);

        g_assert_false (matchum_theme_has_same_type (first, second));
        g_assert_true (first->section != second->section);
      }
}

static void
test_papers (void)
{
  MatchumPaper paper;

  g_assert_true (matchum_paper_from_name ("A4", &paper));
  g_assert_cmpint (paper, ==, MATCHUM_PAPER_A4);
  g_assert_true (matchum_paper_from_name ("letter", &paper));
  g_assert_cmpint (paper, ==, MATCHUM_PAPER_LETTER);
  g_assert_false (matchum_paper_from_name ("a5", &paper));
  g_assert_cmpfloat_with_epsilon (matchum_paper_get_width (MATCHUM_PAPER_A4), 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (matchum_paper_get_height (MATCHUM_PAPER_A4), 841.890, 0.001);
  g_assert_cmpfloat_with_epsilon (matchum_paper_get_height (MATCHUM_PAPER_LETTER), 792.0, 0.001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/theme/names", test_names);
  g_test_add_func ("/print/theme/structure", test_structure);
  g_test_add_func ("/print/theme/papers", test_papers);

  return g_test_run ();
}
