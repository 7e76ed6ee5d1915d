/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX and ODT: what is in the package, that nothing hidden is in any part of it, and what becomes of a pandoc that is
 * not there or does not work. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "export-words.h"
#include "export/matchum-office-exporter.h"
#include "import/matchum-archive.h"

#define N_RESUMES 6
#define N_LONG_RESUMES 200
#define WIDTH 595.0
#define HEIGHT 842.0

static const MatchumDay day = { 2026, 11, 1 };
static char *path_at_start;

static MatchumArchiveUse
keep_cb (const char *path, gpointer user_data)
{
  return MATCHUM_ARCHIVE_KEEP;
}

/* Whether the test can go on. */
static gboolean
has_pandoc (void)
{
  if (matchum_office_exporter_is_available ())
    return TRUE;
  g_test_skip ("pandoc is not installed");
  return FALSE;
}

static GBytes *
write_document (MatchumVisibility *visibility, MatchumOfficeFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *document = matchum_office_exporter_write (visibility, format, WIDTH, HEIGHT, day, &error);

  g_assert_no_error (error);
  return document;
}

static MatchumArchive *
unpack (GBytes *document)
{
  g_autoptr (GError) error = NULL;
  MatchumArchive *archive = matchum_archive_read ("document", document, keep_cb, NULL, NULL, &error);

  g_assert_no_error (error);
  return archive;
}

static char *
dup_member (MatchumArchive *archive, const char *path)
{
  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    if (g_str_equal (matchum_archive_get_path (archive, i), path))
      {
        GBytes *bytes = matchum_archive_get_bytes (archive, i);

        return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      }
  g_error ("%s is not there", path);
}

static const char *const bodies[] = { "word/document.xml", "content.xml" };
static const char *const properties[] = { "docProps/core.xml", "meta.xml" };
static const char *const no_spaces[] = { "<w:autoSpaceDE w:val=\"0\"/>", "<w:autoSpaceDN w:val=\"0\"/>" };
static const char *const looks[] = { "word/styles.xml", "styles.xml" };

#define RESUME                                                                                                                     \
  "---\ntitle: 강 & <도현>\nsecret: zebra\n---\n# 강 & <도현>\n\nkang@example.com · "                                       \
  "[blog](https://kang.example.com)\n\n"                                                                                           \
  "## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n- PyTorch로 **CTR** 모델을 학습\n  - 추천 팀\n\n" \
  "### 한빛\n2018.03 - 2019.12\n\n1. 하나\n2. 둘\n\n## 기술\n\n| a | b |\n|---|---|\n| c | d |\n"

static void
test_content (gconstpointer data)
{
  const MatchumOfficeFormat format = GPOINTER_TO_UINT (data);
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (MatchumArchive) archive = NULL;
  g_autofree char *body = NULL, *facts = NULL, *styles = NULL;

  if (!has_pandoc ())
    return;
  document = write_document (all, format);
  again = write_document (all, format);
  g_assert_true (g_bytes_equal (document, again));
  archive = unpack (document);
  body = dup_member (archive, bodies[format]);
  facts = dup_member (archive, properties[format]);
  styles = dup_member (archive, looks[format]);
  g_assert_nonnull (strstr (facts, "<dc:title>강 &amp; &lt;도현&gt;</dc:title>"));
  g_assert_nonnull (strstr (facts, "<dc:creator>강 &amp; &lt;도현&gt;</dc:creator>"));
  g_assert_nonnull (strstr (facts, "<dc:language>ko</dc:language>"));
  g_assert_nonnull (strstr (facts, "2026-11-01T00:00:00Z"));
  /* A font for Korean, and no placeholder left. */
  g_assert_nonnull (strstr (styles, "Malgun Gothic"));
  g_assert_nonnull (strstr (styles, "ko"));
  g_assert_null (strchr (styles, '@'));
  /* No room is put between Korean and Latin letters or figures where nobody wrote a blank. */
  for (gsize i = 0; format == MATCHUM_OFFICE_DOCX && i < G_N_ELEMENTS (no_spaces); i++)
    g_assert_nonnull (strstr (styles, no_spaces[i]));
  /* Dates on their title's line, behind a tab. */
  if (format == MATCHUM_OFFICE_DOCX)
    {
      g_assert_nonnull (strstr (body, "<w:pStyle w:val=\"Title\""));
      g_assert_nonnull (strstr (body, "<w:pStyle w:val=\"Contact\""));
      g_assert_nonnull (strstr (body, "<w:pStyle w:val=\"Heading2\""));
      g_assert_nonnull (strstr (body, "<w:tab/></w:r><w:r><w:rPr><w:rStyle w:val=\"Dates\""));
      g_assert_nonnull (strstr (body, "<w:pgSz w:w=\"11900\" w:h=\"16840\"/>"));
    }
  else
    {
      g_assert_nonnull (strstr (body, "<text:p text:style-name=\"Contact\">"));
      g_assert_nonnull (
          strstr (body, "<text:tab/><text:span text:style-name=\"Dates\">2020.01 - 2023.12</text:span></text:h>"));
      g_assert_nonnull (strstr (styles, "fo:page-width=\"209.9mm\""));
    }
  g_assert_cmpuint (strlen (g_strrstr (body, "강 &amp; &lt;도현&gt;")), ==,
                    strlen (strstr (body, "강 &amp; &lt;도현&gt;")));
}

static void
check_no_secret (MatchumArchive *archive, const char *const *words)
{
  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    {
      g_autofree char *text = dup_member (archive, matchum_archive_get_path (archive, i));

      for (gsize k = 0; words[k] != NULL; k++)
        if (strstr (text, words[k]) != NULL)
          g_error ("%s is in %s", words[k], matchum_archive_get_path (archive, i));
    }
}

static void
test_hidden (gconstpointer data)
{
  const MatchumOfficeFormat format = GPOINTER_TO_UINT (data);
  static const char *const words[] = { "zebra", "CTR", "추천 팀", "PyTorch", "secret", NULL };
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) some =
      matchum_visibility_with_hidden (all, fixture_find (resume, "PyTorch로 CTR 모델을 학습")->index);
  g_autoptr (GBytes) document = NULL;
  g_autoptr (MatchumArchive) archive = NULL;

  if (!has_pandoc ())
    return;
  document = write_document (some, format);
  archive = unpack (document);
  check_no_secret (archive, words);
}

static void
test_made_up (gconstpointer data)
{
  const MatchumOfficeFormat format = GPOINTER_TO_UINT (data);
  const guint n = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RESUMES : N_RESUMES;

  if (!has_pandoc ())
    return;
  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, TRUE, FALSE);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);
      g_autoptr (MatchumVisibility) visibility = export_words_hide (resume, seed);
      g_autoptr (GBytes) document = write_document (visibility, format);
      g_autoptr (MatchumArchive) archive = unpack (document);
      g_autofree char *body = dup_member (archive, bodies[format]);

      export_words_check (visibility, body);
    }
}

/* --- a pandoc that is not there, or does not work --- */

static void
use_pandoc (const char *folder, const char *script)
{
  g_autofree char *program = g_build_filename (folder, "pandoc", NULL);
  g_autofree char *path = g_strconcat (folder, script != NULL ? ":/usr/bin:/bin" : "", NULL);

  if (script != NULL)
    {
      g_assert_true (g_file_set_contents (program, script, -1, NULL));
      g_assert_cmpint (g_chmod (program, 0700), ==, 0);
    }
  g_setenv ("PATH", path, TRUE);
}

static const struct {
  const char *script; /* NULL for none */
  int code;           /* of MATCHUM_OFFICE_EXPORTER_ERROR, or -1 for any error */
  const char *words;
} failures[] = {
  { NULL, MATCHUM_OFFICE_EXPORTER_ERROR_NO_PANDOC, "apt install pandoc" },
  { "#!/bin/sh\nexit 1\n", MATCHUM_OFFICE_EXPORTER_ERROR_FAILED, "DOCX" },
  { "#!/bin/sh\nkill -SEGV $$\n", MATCHUM_OFFICE_EXPORTER_ERROR_FAILED, "DOCX" },
  { "#!/bin/sh\ncat >/dev/null\nexec cat /dev/zero\n", MATCHUM_OFFICE_EXPORTER_ERROR_TOO_LARGE, "DOCX" },
  { "#!/bin/sh\necho no document\n", -1, "pandoc" },
  { "#!/bin/sh\nexit 0\n", -1, "pandoc" },
};

static void
test_failures (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autofree char *folder = g_dir_make_tmp ("matchum-office-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "pandoc", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) document = NULL;

      use_pandoc (folder, failures[i].script);
      document = matchum_office_exporter_write (all, MATCHUM_OFFICE_DOCX, WIDTH, HEIGHT, day, &error);
      g_assert_null (document);
      g_assert_nonnull (error);
      if (failures[i].code >= 0)
        g_assert_error (error, MATCHUM_OFFICE_EXPORTER_ERROR, failures[i].code);
      g_assert_nonnull (strstr (error->message, failures[i].words));
    }
  g_setenv ("PATH", path_at_start, TRUE);
  g_assert_cmpint (g_remove (program), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* More is written than a pipe takes, and nobody reads it. */
static void
test_deaf (void)
{
  g_autoptr (GString) markdown = g_string_new (RESUME);
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumVisibility) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("matchum-office-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "pandoc", NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (markdown, "- one of many lines\n");
  resume = fixture_read (markdown->str);
  all = matchum_visibility_new_all (resume);
  use_pandoc (folder, "#!/bin/sh\nexit 1\n");
  g_assert_null (matchum_office_exporter_write (all, MATCHUM_OFFICE_ODT, WIDTH, HEIGHT, day, &error));
  g_assert_error (error, MATCHUM_OFFICE_EXPORTER_ERROR, MATCHUM_OFFICE_EXPORTER_ERROR_FAILED);
  g_setenv ("PATH", path_at_start, TRUE);
  g_assert_cmpint (g_remove (program), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  path_at_start = g_strdup (g_getenv ("PATH"));
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/office-exporter/docx/content", GUINT_TO_POINTER (MATCHUM_OFFICE_DOCX), test_content);
  g_test_add_data_func ("/office-exporter/odt/content", GUINT_TO_POINTER (MATCHUM_OFFICE_ODT), test_content);
  g_test_add_data_func ("/office-exporter/docx/hidden", GUINT_TO_POINTER (MATCHUM_OFFICE_DOCX), test_hidden);
  g_test_add_data_func ("/office-exporter/odt/hidden", GUINT_TO_POINTER (MATCHUM_OFFICE_ODT), test_hidden);
  g_test_add_data_func ("/office-exporter/docx/made-up", GUINT_TO_POINTER (MATCHUM_OFFICE_DOCX), test_made_up);
  g_test_add_data_func ("/office-exporter/odt/made-up", GUINT_TO_POINTER (MATCHUM_OFFICE_ODT), test_made_up);
  g_test_add_func ("/office-exporter/failures", test_failures);
  g_test_add_func ("/office-exporter/deaf", test_deaf);
  status = g_test_run ();
  g_free (path_at_start);
  return status;
}
