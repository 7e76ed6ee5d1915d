/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats, the names of exported files, and the files themselves: what each holds and what becomes of what was
 * there. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "matchum-export-name.h"
#include "matchum-export.h"
#include "print-support.h"

#define RESUME                                                                                                                \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                                      \
  "- Kubernetes 클러스터를 운영\n- PyTorch로 CTR 모델을 학습\n- 사내 위키를 정리한 zebrawiki 담당\n\n" \
  "## 기술\n\n- BigQuery\n"

/* --- formats --- */

static void
test_formats (void)
{
  g_autofree char *suffixes = matchum_export_format_list_suffixes ();

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      const MatchumExportFormat *format = matchum_export_format_get (i);
      g_autofree char *name = g_strconcat ("a.b", format->suffix, NULL);
      g_autofree char *upper = g_ascii_strup (name, -1);

      g_assert_true (matchum_export_format_find (format->flag) == format);
      g_assert_true (matchum_export_format_find_for_file (name) == format);
      g_assert_true (matchum_export_format_find_for_file (upper) == format);
      g_assert_nonnull (strstr (suffixes, format->suffix));
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (matchum_export_format_get (j)->flag & format->flag, ==, 0);
    }
  g_assert_cmpint (matchum_export_format_find_for_file ("x.markdown")->flag, ==, MATCHUM_EXPORT_MARKDOWN);
  g_assert_cmpint (matchum_export_format_find_for_file ("x.htm")->flag, ==, MATCHUM_EXPORT_HTML);
  g_assert_null (matchum_export_format_find_for_file ("x.doc"));
  g_assert_null (matchum_export_format_find_for_file ("x"));
  g_assert_null (matchum_export_format_find_for_file (".pdf"));
}

/* --- names --- */

static const struct {
  const char *pattern;
  const char *person;
  const char *company;
  const char *title;
  const char *expected;
} names[] = {
  { NULL, "강도현", "링크온", "ML Engineer", "강도현-링크온-ML Engineer" },
  { NULL, "강도현 (Dohyun Kang)", "링크온", "ML Engineer – 광고 랭킹/입찰",
    "강도현-링크온-ML Engineer – 광고 랭킹 입찰" },
  { NULL, "Kim", NULL, NULL, "Kim" },
  { NULL, "Kim", NULL, "Engineer", "Kim-Engineer" },
  { NULL, NULL, "A:B*C?", "\"x\"<y>|z\\", "A B C-x y z" },
  { NULL, NULL, NULL, NULL, "Resume" },
  { NULL, "  ", "", "\n\t", "Resume" },
  { NULL, "...hidden", NULL, NULL, "hidden" },
  { NULL, "--rf", NULL, NULL, "rf" },
  { NULL, "(nur Klammern)", NULL, NULL, "(nur Klammern)" },
  { NULL, "a\nb", "c   d", NULL, "a b-c d" },
  { NULL, "../../etc/passwd", NULL, NULL, "etc passwd" },
  { "{name} ({company}) {date}", "Kim", "Acme", NULL, "Kim (Acme) 2026-11-01" },
  { "{name} ({company}) {date}", "Kim", NULL, NULL, "Kim 2026-11-01" },
  { "({company}) {name}", "Kim", "Acme", NULL, "(Acme) Kim" },
  { "({company}) {name}", "Kim", NULL, NULL, "Kim" },
  { "{name}({company})", "Kim", NULL, NULL, "Kim" },
  { "이력서_{company}_{name}", "강도현", "링크온", NULL, "이력서_링크온_강도현" },
  { "이력서_{company}_{name}", "강도현", NULL, NULL, "이력서_강도현" },
  { "{year}{month}{day}", NULL, NULL, NULL, "20261101" },
  { "{language} {theme} {title}", NULL, NULL, "x", "ko ats x" },
  { "{{{name}}}", "Kim", NULL, NULL, "{Kim}" },
  { "my resume", NULL, NULL, NULL, "my resume" },
  { "{nobody}", "Kim", "Acme", NULL, "Kim-Acme" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MatchumExportNameFields fields = { names[i].person, names[i].company, names[i].title, "ko",
                                               "ats",           { 2026, 11, 1 } };
      g_autofree char *name =
          matchum_export_name_expand (names[i].pattern != NULL ? names[i].pattern : MATCHUM_EXPORT_NAME_PATTERN,
                                      &fields);

      g_assert_cmpstr (name, ==, names[i].expected);
      g_assert_true (matchum_export_name_is_usable (name));
    }
}

static const struct {
  const char *pattern;
  int code;
  const char *words;
} patterns[] = {
  { "{name}", -1, NULL },
  { "{name}-{company}-{title}-{date}-{year}-{month}-{day}-{language}-{theme}", -1, NULL },
  { "{{x}}", -1, NULL },
  { "resume", -1, NULL },
  { "{nobody}", MATCHUM_EXPORT_NAME_ERROR_FIELD, "{nobody}" },
  { "{}", MATCHUM_EXPORT_NAME_ERROR_FIELD, "{company}" },
  { "{name", MATCHUM_EXPORT_NAME_ERROR_BRACES, "{{" },
  { "name}", MATCHUM_EXPORT_NAME_ERROR_BRACES, "{{" },
  { "{na{me}", MATCHUM_EXPORT_NAME_ERROR_BRACES, "{{" },
  { "{name}/{company}", MATCHUM_EXPORT_NAME_ERROR_LETTER, "/" },
  { "a:b", MATCHUM_EXPORT_NAME_ERROR_LETTER, "“a:b”" },
  { "", MATCHUM_EXPORT_NAME_ERROR_NOTHING, "empty" },
  { " -.", MATCHUM_EXPORT_NAME_ERROR_NOTHING, "empty" },
};

static void
test_patterns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (matchum_export_name_check (patterns[i].pattern, &error), ==, patterns[i].code < 0);
      if (patterns[i].code < 0)
        continue;
      g_assert_error (error, MATCHUM_EXPORT_NAME_ERROR, patterns[i].code);
      g_assert_nonnull (strstr (error->message, patterns[i].words));
    }
}

/* Every field there is said to be is one, and is known. */
static void
test_fields (void)
{
  const char *const *fields = matchum_export_name_get_fields ();
  const MatchumExportNameFields known = { "a", "b", "c", "d", "e", { 2026, 11, 1 } };
  const MatchumExportNameFields unknown = { NULL };

  for (gsize i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("x-{%s}", fields[i]);
      g_autofree char *name = matchum_export_name_expand (pattern, &known);
      g_autofree char *nothing = matchum_export_name_expand (pattern, &unknown);

      g_assert_true (matchum_export_name_check (pattern, NULL));
      g_assert_cmpuint (strlen (name), >, 2);
      g_assert_cmpstr (nothing, ==, "x");
    }
}

static void
test_long_name (void)
{
  g_autofree char *person = g_strnfill (1200, 'a');
  g_autoptr (GString) korean = g_string_new (NULL);
  MatchumExportNameFields fields = { .company = "x", .title = "y" };
  g_autofree char *name = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (korean, "한");
  fields.name = korean->str;
  name = matchum_export_name_expand (MATCHUM_EXPORT_NAME_PATTERN, &fields);
  g_assert_cmpuint (strlen (name), <=, 180);
  g_assert_cmpuint (strlen (name), >, 170);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (matchum_export_name_is_usable (name));
  g_assert_false (matchum_export_name_is_usable (person));
}

static void
test_bad_names (void)
{
  g_assert_false (matchum_export_name_is_usable (""));
  g_assert_false (matchum_export_name_is_usable ("  "));
  g_assert_false (matchum_export_name_is_usable ("a/b"));
  g_assert_false (matchum_export_name_is_usable ("../a"));
  g_assert_false (matchum_export_name_is_usable (".a"));
  g_assert_true (matchum_export_name_is_usable ("a.b"));
}

/* --- files --- */

static GFile *
create_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("matchum-export-XXXXXX", &error);

  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static guint
count_files (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_folder (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (g_file_peek_path (folder)), ==, 0);
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
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (MatchumVisibility) visibility = print_read_without (RESUME, "zebrawiki");
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
  remove_folder (folder);
}

static void
test_folder_is_gone (void)
{
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (MatchumVisibility) all = print_read (RESUME);
  MatchumExport export = create_export (all, folder);
  g_autoptr (GError) error = NULL;

  remove_folder (folder);
  g_assert_false (matchum_export_write (&export, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "강도현-링크온"));
}

/* What was opened is not written over, by its own name or by a link's. */
static void
test_originals_stay (void)
{
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (GFile) original = g_file_get_child (folder, "original.md");
  g_autoptr (GFile) link = g_file_get_child (folder, "강도현-링크온.md");
  g_autoptr (GFile) pdf = g_file_get_child (folder, "강도현-링크온.pdf");
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  g_autoptr (MatchumVisibility) all = print_read (RESUME);
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
  remove_folder (folder);
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
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (MatchumVisibility) all = print_read (RESUME);
  g_autoptr (MatchumVisibility) less = print_read_without (RESUME, "zebrawiki");
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
  remove_folder (folder);
}

/* What stands where a file should go is not touched, no file is left over, and the message names the file. */
static void
check_failure (const MatchumExport *export, guint n_files)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (matchum_export_write (export, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, export->name));
  g_assert_cmpuint (count_files (export->folder), ==, n_files);
}

static void
test_failures (void)
{
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (GFile) inner = g_file_get_child (folder, "강도현-링크온.txt");
  g_autoptr (MatchumVisibility) all = print_read (RESUME);
  MatchumExport export = create_export (all, folder);
  g_autofree char *long_name = g_strnfill (300, 'n');

  export.formats = MATCHUM_EXPORT_TEXT;
  g_assert_true (g_file_make_directory (inner, NULL, NULL));
  check_failure (&export, 1);
  export.name = long_name;
  check_failure (&export, 1);

  export.name = "강도현-링크온";
  export.formats = MATCHUM_EXPORT_HTML | MATCHUM_EXPORT_JSON;
  g_assert_cmpint (g_chmod (g_file_peek_path (folder), 0500), ==, 0);
  /* Root may write anywhere. */
  if (access (g_file_peek_path (folder), W_OK) != 0)
    check_failure (&export, 1);
  g_assert_cmpint (g_chmod (g_file_peek_path (folder), 0700), ==, 0);
  remove_folder (folder);
}

/* A folder that holds so many bytes and no more, as a full disk. */
static void
test_full_disk (void)
{
  g_autoptr (GFile) folder = create_folder ();
  g_autoptr (MatchumVisibility) all = print_read (RESUME);
  MatchumExport export = create_export (all, folder);
  struct rlimit before, limit;
  struct sigaction ignore = { .sa_handler = SIG_IGN }, old;
  g_autofree char *text = NULL;

  put (folder, "강도현-링크온.html", "mine");
  getrlimit (RLIMIT_FSIZE, &before);
  limit = (struct rlimit){ 100, before.rlim_max };
  sigaction (SIGXFSZ, &ignore, &old);
  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_written;

      export.formats = matchum_export_format_get (i)->flag;
      if (matchum_export_format_get (i)->needs_pandoc)
        continue;
      setrlimit (RLIMIT_FSIZE, &limit);
      is_written = matchum_export_write (&export, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (is_written);
      g_assert_nonnull (strstr (error->message, matchum_export_format_get (i)->suffix));
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  sigaction (SIGXFSZ, &old, NULL);
  text = load (folder, "강도현-링크온.html", NULL);
  g_assert_cmpstr (text, ==, "mine");
  remove_folder (folder);
}

static void
test_front_matter (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("---\ntitle: 강 \"도현\" \\ x\nsecret: zebra\n---\n## 경력\n\n- a\n");
  MatchumExport export = { .visibility = visibility, .has_front_matter = TRUE };
  g_autoptr (GBytes) bytes = matchum_export_render (&export, MATCHUM_EXPORT_MARKDOWN, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (MatchumVisibility) again = print_read (text);
  g_autofree char *name = matchum_visibility_dup_name (again);

  g_assert_true (g_str_has_prefix (text, "---\ntitle: \"강 \\\"도현\\\" \\\\ x\"\nauthor: "));
  g_assert_nonnull (strstr (text, "\nlang: ko\n---\n\n# "));
  g_assert_null (strstr (text, "zebra"));
  g_assert_cmpstr (name, ==, "강 \"도현\" \\ x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/export/formats", test_formats);
  g_test_add_func ("/print/export/names", test_names);
  g_test_add_func ("/print/export/patterns", test_patterns);
  g_test_add_func ("/print/export/fields", test_fields);
  g_test_add_func ("/print/export/long-name", test_long_name);
  g_test_add_func ("/print/export/bad-names", test_bad_names);
  g_test_add_func ("/print/export/write", test_write);
  g_test_add_func ("/print/export/folder-is-gone", test_folder_is_gone);
  g_test_add_func ("/print/export/originals-stay", test_originals_stay);
  g_test_add_func ("/print/export/foreign-files", test_foreign_files);
  g_test_add_func ("/print/export/failures", test_failures);
  g_test_add_func ("/print/export/full-disk", test_full_disk);
  g_test_add_func ("/print/export/front-matter", test_front_matter);
  return g_test_run ();
}
