/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resumes and postings, short ones too, told from each other. */
#include "config.h"

#include <string.h>

#include "posting/matchum-document-kind.h"

static const struct {
  const char *name;
  const char *text;
  MatchumDocumentKind kind;
} cases[] = {
  { "resume", "# Kim\n\n## Experience\n\n### Acme, Engineer, 2020 - 2022\n\n- Built\n\n## Education\n",
    MATCHUM_DOCUMENT_RESUME },
  { "short-resume-ko", "# 김\n\n## 경력\n\n### 이음마켓, 2020.01 - 2023.12\n\n- 운영\n", MATCHUM_DOCUMENT_RESUME },
  { "resume-with-skills-ko", "# 김\n\n## 경력\n\n### 이음마켓, 2020.01 - 현재\n\n- 운영\n\n## 기술\n\n- Go\n",
    MATCHUM_DOCUMENT_RESUME },
  { "resume-of-headings-ko", "# 김\n\n## 경력\n\n### 어디, 2020.01 - 2021.12\n\n- 개발\n\n## 학력\n\n### 대학\n",
    MATCHUM_DOCUMENT_RESUME },
  { "posting-ko", "# ML Engineer\n\n## 자격요건\n\n- Python\n\n## 우대사항\n\n- Go\n", MATCHUM_DOCUMENT_POSTING },
  { "posting-en", "Acme is hiring\n\nRequirements:\n- Python\n\nBenefits:\n- Lunch\n", MATCHUM_DOCUMENT_POSTING },
  { "posting-without-headings", "---\ncompany: Acme\ntitle: Engineer\n---\n\nWe hire.\n", MATCHUM_DOCUMENT_POSTING },
  { "resume-with-company", "---\ncompany: Acme\ntitle: Kim\n---\n\n# Kim\n\n## Education\n\n### Uni, 2010 - 2014\n",
    MATCHUM_DOCUMENT_RESUME },
  { "note-with-title", "---\ntitle: Milk\n---\n\nBuy milk.\n", MATCHUM_DOCUMENT_UNKNOWN },
  { "note", "Buy milk.\n", MATCHUM_DOCUMENT_UNKNOWN },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new (cases[i].name, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (matchum_document_kind_guess (source), ==, cases[i].kind);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/document-kind/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
