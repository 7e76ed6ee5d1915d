/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon held against shown-pairs.txt: what a posting asks for, and how a resume says it or does not. */
#include "config.h"

#include <locale.h>

#include "match-fixture.h"

/* A table that lost its lines would pass. */
#define LEAST_PAIRS 400

typedef struct {
  const char *sign;
  MatchumStatus status;
} Sign;

static const Sign signs[] = {
  { " => ", MATCHUM_STATUS_MET },
  { " ~> ", MATCHUM_STATUS_PARTIAL },
  { " !> ", MATCHUM_STATUS_MISSING },
};

/* A resume that says one thing: a line of work, or, where it has headings of its own, all of it. */
static char *
make_resume_text (const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, " // ", -1);
  g_autofree char *text = g_strjoinv ("\n\n", lines);

  if (said[0] == '#')
    return g_strdup_printf ("# 이가람\n\n## 경력\n\n%s\n", text);
  return g_strdup_printf ("# 이가람\n\n## 경력\n\n### 도레미 | 2020.01 - 현재\n\n- %s\n", text);
}

static MatchumStatus
judge (MatchumLexicon *lexicon, const char *asked, const char *said)
{
  g_autofree char *resume_text = make_resume_text (said);
  g_autofree char *posting_text = g_strdup_printf ("# 채용\n\n## 자격요건\n\n- %s\n", asked);
  g_autoptr (Fixture) fixture = fixture_new_with_lexicon (lexicon, resume_text, posting_text);

  return matchum_coverage_get_verdict (fixture->coverage, 0)->status;
}

/* Whether the line was a pair. */
static gboolean
check_line (MatchumLexicon *lexicon, const char *line, guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = strstr (line, signs[i].sign);
      g_autofree char *asked = at != NULL ? g_strndup (line, (gsize) (at - line)) : NULL;
      MatchumStatus status;

      if (at == NULL)
        continue;
      status = judge (lexicon, asked, at + strlen (signs[i].sign));
      if (status != signs[i].status)
        {
          const char *nick = matchum_status_get_nick (status);

          g_test_message ("shown-pairs.txt:%u: %s: %s", number, line, nick != NULL ? nick : "soft");
          g_test_fail ();
        }
      return TRUE;
    }
  g_error ("shown-pairs.txt:%u: no sign between what is asked and what is said", number);
}

static void
test_pairs (void)
{
  g_autoptr (MatchumLexicon) lexicon = fixture_make_lexicon (NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "match", "shown-pairs.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_pairs = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      n_pairs += check_line (lexicon, lines[i], i + 1);
  g_assert_cmpuint (n_pairs, >=, LEAST_PAIRS);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/shown-pairs", test_pairs);
  return g_test_run ();
}
