/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of studies, held against the degrees and fields that are asked for. */
#include "config.h"

#include <locale.h>

#include "match-fixture.h"

static const char lexicon_text[] = "concept statistics method\n  en statistics\n  ko 통계\n"
                                   "concept statistics-field field\n  en statistics degree\n  ko 통계학\n"
                                   "concept accounting function\n  en accounting\n  ko 회계\n"
                                   "concept accounting-field field\n  en accounting degree\n  ko 회계학\n"
                                   "concept history-field field\n  en history major\n  ko 사학\n"
                                   "concept economics-field field\n  en economics\n  ko 경제학\n"
                                   "concept deep-learning method\n  en deep learning\n  ko 딥러닝\n";

typedef struct {
  const char *entry; /* of the education section, and what stands under it */
  const char *asked;
  const char *verdict;
} Case;

static const Case cases[] = {
  /* Letters that mean a degree at the head of studies. */
  { "BA History, University of Westcombe | 2010.09 - 2013.06", "학사 이상", "met|5|" },
  { "MS Economics, University of Westcombe | 2010.09 - 2013.06", "석사 이상", "met|5|" },
  { "LLB, University of Westcombe | 2010.09 - 2013.06", "석사 이상", "missing||석사 이상" },
  { "Basic course of history | 2010.09 - 2013.06", "학사 이상", "missing||학사 이상" },
  /* The subject stands behind the degree. */
  { "BA History, University of Westcombe | 2010.09 - 2013.06", "사학 전공 학사", "met|5|" },
  { "BSc Statistics, University of Westcombe | 2010.09 - 2013.06", "통계학 전공 학사", "met|5|" },
  { "M.S. in Statistics, University of Westcombe | 2010.09 - 2013.06", "통계학 전공 석사", "met|5|" },
  { "BSc Physics, History Society | 2010.09 - 2013.06", "사학 전공 학사", "missing||학사" },
  { "BA English, University of Westcombe | 2010.09 - 2013.06", "사학 전공 학사", "missing||학사" },
  /* A degree in what is also a kind of work. */
  { "BSc Accounting, University of Westcombe | 2010.09 - 2013.06", "Bachelor's degree in accounting", "met|5|" },
  { "한빛대학교 회계학과 학사 | 2010.03 - 2014.02", "Bachelor's degree in accounting", "met|5|" },
  { "BSc Economics, University of Westcombe | 2010.09 - 2013.06", "Bachelor's degree in accounting",
    "missing||Bachelor's degree" },
  /* What is no field by name is told by what was studied, a field is not. */
  { "한빛대학교 전산과 석사 | 2010.03 - 2012.02\n\n- 학위 논문: 딥러닝 모델 압축", "딥러닝 분야 석사", "met|5|" },
  { "한빛대학교 전산과 석사 | 2010.03 - 2012.02\n\n- 학위 논문: 통계학 교육", "통계학 전공 석사", "missing||석사" },
  { "한빛대학교 전산과 석사 | 2010.03 - 2012.02", "딥러닝 분야 석사", "missing||석사" },
  /* A university that was left with its degree, or without. */
  { "한빛대학교 경제학과 졸업 | 2010.03 - 2014.02", "학사 이상", "met|5|" },
  { "한빛대학교 경제학과(서울) 졸업 | 2010.03 - 2014.02", "학사 이상", "met|5|" },
  { "한빛대학교, 경제학과, 졸업 | 2010.03 - 2014.02", "학사 이상", "met|5|" },
  { "한빛전문대학, 경제학과, 졸업 | 2010.03 - 2014.02", "학사 이상", "missing||학사 이상" },
  { "한빛전문대학 경제학과 졸업 | 2010.03 - 2014.02", "학사 이상", "missing||학사 이상" },
  { "한빛대학교 경제학과 졸업예정 | 2010.03 - 2014.02", "학사 이상", "missing||학사 이상" },
  { "한빛대학교 경제학과 학사 (중퇴) | 2010.03 - 2012.02", "학사 이상", "missing||학사 이상" },
  { "BSc Economics, University of Westcombe (transferred) | 2010.09 - 2011.06", "학사 이상", "missing||학사 이상" },
  { "한빛고등학교 졸업 | 2010.03 - 2013.02", "학사 이상", "missing||학사 이상" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *resume = g_strconcat ("# A\n\n## 학력\n\n### ", one->entry, "\n", NULL);
  g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", one->asked, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, posting);
  g_autofree char *said = fixture_describe (fixture, fixture->coverage, 0);

  g_test_message ("%s: %s", one->entry, one->asked);
  g_assert_cmpstr (said, ==, one->verdict);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/education/%02u", (guint) i + 1);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
