/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs of a line say it does not speak of is not found in it. */
#include "config.h"

#include <string.h>

#include "posting/matchum-amount.h"
#include "posting/matchum-degree.h"
#include "posting/matchum-experience.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-folded-text.h"

static void
check_found (GArray *found, gboolean has_sign, const char *text)
{
  if (found->len > 0 && !has_sign)
    g_error ("no sign of what is found in: %s", text);
  g_array_unref (found);
}

/* Returns how many of the signs the line has. */
static guint
check_line (const char *line)
{
  g_autofree char *text = matchum_fold (line, -1);
  const gsize length = strlen (text);
  const MatchumRequirementSigns signs = matchum_requirement_words_find_signs (text, length);

  check_found (matchum_experience_find_all (text, length), (signs & MATCHUM_SIGN_LENGTH) != 0, text);
  check_found (matchum_degree_find_all (text, length), (signs & MATCHUM_SIGN_DEGREE) != 0, text);
  check_found (matchum_amount_find_all (text, length), (signs & MATCHUM_SIGN_AMOUNT) != 0, text);
  g_assert_cmpint ((signs & MATCHUM_SIGN_ATTITUDE) != 0, ==,
                   matchum_requirement_words_find_attitude (text, length) != MATCHUM_ATTITUDE_NONE);
  return (guint) __builtin_popcount (signs);
}

static void
check_posting (const char *path, guint *n_lines, guint *n_signs)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      *n_signs += check_line (lines[i]);
      ++*n_lines;
    }
}

static void
test_postings (void)
{
  static const char *const folders[] = { "cases", "cases-2", "cases-5", "cases-9" };
  guint n_lines = 0, n_signs = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i], "postings", NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          check_posting (path, &n_lines, &n_signs);
        }
    }
  g_assert_cmpuint (n_lines, >, 1000);
  g_assert_cmpuint (n_signs, >, 500);
}

/* Each line has these signs and no others. */
static void
test_lines (void)
{
  static const struct {
    const char *line;
    MatchumRequirementSigns signs;
  } lines[] = {
    { "실무 3년 이상", MATCHUM_SIGN_LENGTH | MATCHUM_SIGN_AMOUNT },
    { "5 yrs", MATCHUM_SIGN_LENGTH | MATCHUM_SIGN_AMOUNT },
    { "석사", MATCHUM_SIGN_DEGREE },
    { "통계 전공", MATCHUM_SIGN_MAJOR },
    { "at scale", MATCHUM_SIGN_QUALIFIER },
    { "platform testing", MATCHUM_SIGN_SHARED_HEAD },
    { "정보처리기사", MATCHUM_SIGN_TITLE },
    { "driving licence", MATCHUM_SIGN_CERTIFICATE },
    { "dozen", MATCHUM_SIGN_AMOUNT },
    { "호기심", MATCHUM_SIGN_ATTITUDE },
    { "ideally kafka", MATCHUM_SIGN_WISH },
    { "research", MATCHUM_SIGN_RESEARCH },
    { "danish is not needed", MATCHUM_SIGN_NEEDLESS },
    { "kafka", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmphex (matchum_requirement_words_find_signs (lines[i].line, strlen (lines[i].line)), ==, lines[i].signs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/requirement-signs/lines", test_lines);
  g_test_add_func ("/requirement-signs/postings", test_postings);
  return g_test_run ();
}
