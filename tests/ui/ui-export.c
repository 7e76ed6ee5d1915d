/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of exported files, and the files themselves. Needs no display. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-export.h"

static const struct {
  const char *person;
  const char *company;
  const char *title;
  const char *expected;
} names[] = {
  { "강도현", "링크온", "ML Engineer", "강도현-링크온-ML Engineer" },
  { "강도현 (Dohyun Kang)", "링크온", "ML Engineer – 광고 랭킹/입찰", "강도현-링크온-ML Engineer – 광고 랭킹 입찰" },
  { "Kim", NULL, NULL, "Kim" },
  { NULL, "A:B*C?", "\"x\"<y>|z\\", "A B C-x y z" },
  { NULL, NULL, NULL, "Resume" },
  { "  ", "", "\n\t", "Resume" },
  { "...hidden", NULL, NULL, "hidden" },
  { "--rf", NULL, NULL, "rf" },
  { "(nur Klammern)", NULL, NULL, "(nur Klammern)" },
  { "a\nb", "c   d", NULL, "a b-c d" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = matchum_export_suggest_name (names[i].person, names[i].company, names[i].title);

      g_assert_cmpstr (name, ==, names[i].expected);
      g_assert_true (matchum_export_is_name (name));
    }
}

static void
test_long_name (void)
{
  GString *person = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (person, "한");
  name = matchum_export_suggest_name (person->str, "x", "y");
  g_string_free (person, TRUE);
  g_assert_cmpuint (strlen (name), <=, 180);
  g_assert_cmpuint (strlen (name), >, 170);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (matchum_export_is_name (name));
}

static void
test_bad_names (void)
{
  g_assert_false (matchum_export_is_name (""));
  g_assert_false (matchum_export_is_name ("  "));
  g_assert_false (matchum_export_is_name ("a/b"));
  g_assert_false (matchum_export_is_name ("../a"));
  g_assert_false (matchum_export_is_name (".a"));
  g_assert_true (matchum_export_is_name ("a.b"));
}

static MatchumExport
create_export (MatchumVisibility *visibility, GFile *folder)
{
  MatchumExport export = {
    .visibility = visibility,
    .folder = folder,
    .name = "강도현-링크온",
    .formats = MATCHUM_EXPORT_PDF | MATCHUM_EXPORT_MARKDOWN,
    .as_of = { 2026, 11, 1 },
  };

  matchum_page_style_init (&export.style);
  return export;
}

static char *
load (GFile *folder, const char *name, gsize *length)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_load_contents (file, NULL, &contents, length, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
test_write (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) visibility =
      matchum_visibility_with_hidden (all, matchum_ui_test_find_block (resume, "zebrawiki"));
  MatchumExport export = create_export (visibility, folder);
  g_autoptr (GPtrArray) files = matchum_export_list_files (&export);
  g_autoptr (GError) error = NULL;
  g_autofree char *markdown = NULL, *pdf = NULL;
  gsize markdown_length, pdf_length;

  g_assert_cmpuint (files->len, ==, 2);
  g_assert_true (matchum_export_write (&export, &error));
  g_assert_no_error (error);

  markdown = load (folder, "강도현-링크온.md", &markdown_length);
  pdf = load (folder, "강도현-링크온.pdf", &pdf_length);
  g_assert_nonnull (strstr (markdown, "Kubernetes"));
  g_assert_null (strstr (markdown, "zebrawiki"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_null (g_strstr_len (pdf, (gssize) pdf_length, "zebrawiki"));
  matchum_ui_test_remove_folder (folder);
}

static void
test_folder_is_gone (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  MatchumExport export = create_export (all, folder);
  g_autoptr (GError) error = NULL;

  matchum_ui_test_remove_folder (folder);
  g_assert_false (matchum_export_write (&export, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "강도현-링크온"));
}

/* What was opened is not written over, by its own name or by a link's. */
static void
test_originals_stay (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) original = g_file_get_child (folder, "original.md");
  g_autoptr (GFile) link = g_file_get_child (folder, "강도현-링크온.md");
  g_autoptr (GFile) pdf = g_file_get_child (folder, "강도현-링크온.pdf");
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  MatchumExport export = create_export (all, folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_replace_contents (original, "mine", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_true (g_file_make_symbolic_link (link, "original.md", NULL, NULL));
  g_ptr_array_add (originals, original);
  export.originals = originals;

  g_assert_false (matchum_export_write (&export, &error));
  g_assert_nonnull (strstr (error->message, "강도현-링크온.md"));
  g_assert_false (g_file_query_exists (pdf, NULL));
  text = load (folder, "original.md", NULL);
  g_assert_cmpstr (text, ==, "mine");

  export.name = "original";
  g_clear_error (&error);
  g_assert_false (matchum_export_write (&export, &error));
  export.name = "another";
  g_clear_error (&error);
  g_assert_true (matchum_export_write (&export, &error));
  matchum_ui_test_remove_folder (folder);
}

static guint
count_foreign (const MatchumExport *export)
{
  g_autoptr (GPtrArray) foreign = matchum_export_list_foreign (export);

  return foreign->len;
}

static void
put (GFile *folder, const char *name, const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
}

/* What is not as the last export left it, nor as the next will, belongs to somebody. */
static void
test_foreign_files (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) less =
      matchum_visibility_with_hidden (all, matchum_ui_test_find_block (resume, "zebrawiki"));
  g_autoptr (GHashTable) written = matchum_export_create_written ();
  MatchumExport export = create_export (all, folder);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_foreign (&export), ==, 0);
  export.written = written;
  g_assert_true (matchum_export_write (&export, &error));
  export.visibility = less;
  g_assert_cmpuint (count_foreign (&export), ==, 0);

  /* Who does not know what was written can't tell it from what a stranger wrote, unless it would be the same again. */
  export.written = NULL;
  g_assert_cmpuint (count_foreign (&export), ==, 2);
  export.visibility = all;
  g_assert_cmpuint (count_foreign (&export), ==, 0);

  export.visibility = less;
  export.written = written;
  put (folder, "강도현-링크온.md", "mine");
  g_assert_cmpuint (count_foreign (&export), ==, 1);
  export.formats = MATCHUM_EXPORT_PDF;
  g_assert_cmpuint (count_foreign (&export), ==, 0);
  export.formats |= MATCHUM_EXPORT_MARKDOWN;
  g_assert_true (matchum_export_write (&export, &error));
  g_assert_cmpuint (count_foreign (&export), ==, 0);
  put (folder, "other.pdf", "");
  export.name = "other";
  g_assert_cmpuint (count_foreign (&export), ==, 1);
  matchum_ui_test_remove_folder (folder);
}

static void
test_folder_names (void)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) documents = g_file_get_child (home, "문서");
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/srv/지원서/2026/모람상회/ML Engineer, 추천·검색");
  g_autofree char *name = matchum_export_dup_folder_name (home);
  g_autofree char *inside = matchum_export_dup_folder_name (documents);
  g_autofree char *outside = matchum_export_dup_folder_name (elsewhere);
  g_autofree char *whole = matchum_export_dup_short_folder_name (documents, 36);
  g_autofree char *shorter = matchum_export_dup_short_folder_name (elsewhere, 16);

  /* Never a lone "~". */
  g_assert_cmpstr (name, ==, g_get_home_dir ());
  g_assert_cmpstr (inside, ==, "~/문서");
  g_assert_cmpstr (outside, ==, "/srv/지원서/2026/모람상회/ML Engineer, 추천·검색");
  g_assert_cmpstr (whole, ==, "~/문서");
  g_assert_cmpstr (shorter, ==, "/srv/…eer, 추천·검색");
  g_assert_cmpint (g_utf8_strlen (shorter, -1), ==, 16);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/export/names", test_names);
  g_test_add_func ("/ui/export/long-name", test_long_name);
  g_test_add_func ("/ui/export/bad-names", test_bad_names);
  g_test_add_func ("/ui/export/write", test_write);
  g_test_add_func ("/ui/export/folder-is-gone", test_folder_is_gone);
  g_test_add_func ("/ui/export/originals-stay", test_originals_stay);
  g_test_add_func ("/ui/export/foreign-files", test_foreign_files);
  g_test_add_func ("/ui/export/folder-names", test_folder_names);
  return matchum_ui_test_run ();
}
