/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF as a file: well formed, small, the same each time, tagged, and without anything that was hidden. */
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "matchum-pdf-exporter.h"
#include "print-support.h"

/* Whether the fonts were used before or not. */
static void
test_same_bytes (void)
{
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autofree char *markdown = print_load_markdown (print_resumes[i]);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
      MatchumDay day = { 2026, 11, 1 };
      g_autoptr (GBytes) first = print_export (visibility, "standard", MATCHUM_PAPER_A4);
      g_autoptr (GBytes) second = matchum_pdf_exporter_write (visibility, &style, day, NULL, NULL, NULL);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (g_bytes_get_size (first), <, 110000);
    }
}

static gpointer
export_cb (gpointer data)
{
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  MatchumDay day = { 2026, 11, 1 };

  return matchum_pdf_exporter_write (data, &style, day, NULL, NULL, NULL);
}

/* Windows export on a thread of its own, while they draw pages of the same resume. */
static void
test_threads (void)
{
  g_autofree char *markdown = print_load_markdown ("bi-lim-biostat");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  GThread *threads[4];
  g_autoptr (GBytes) here = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("export", export_cb, visibility);
  here = export_cb (visibility);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (here, there));
    }
}

static void
test_date_changes_bytes (void)
{
  g_autoptr (MatchumVisibility) visibility = print_read ("# 이름\n\n## 경력\n\n- 한 일\n");
  MatchumPageStyle style = print_get_style ("ats", MATCHUM_PAPER_A4);
  MatchumDay later = { 2026, 11, 2 };
  MatchumDay none = { 0, 0, 0 };
  g_autoptr (GBytes) first = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  g_autoptr (GBytes) second = matchum_pdf_exporter_write (visibility, &style, later, NULL, NULL, NULL);
  g_autoptr (GBytes) third = matchum_pdf_exporter_write (visibility, &style, none, NULL, NULL, NULL);

  g_assert_false (g_bytes_equal (first, second));
  g_assert_nonnull (third);
}

/* In every theme, resumes in turn. */
static void
test_well_formed (void)
{
  const char *const *themes = matchum_theme_get_names ();

  if (!print_has ("qpdf"))
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      for (guint j = 0; themes[j] != NULL; j++)
        {
          g_autoptr (GBytes) pdf = NULL;
          g_autofree char *report = NULL;

          if (!print_is_long () && i % 3 != j % 3)
            continue;
          pdf = print_export_file (print_resumes[i], themes[j], MATCHUM_PAPER_A4);
          report = print_run (pdf, "qpdf", "--check", "PDF", NULL);
          g_assert_nonnull (strstr (report, "No syntax or stream encoding errors"));
          g_assert_null (strstr (report, "WARNING"));
        }
    }
}

static void
test_counts (void)
{
  g_autofree char *markdown = print_load_markdown ("ko-kang-mle");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_LETTER);
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, &style, NULL);
  MatchumDay day = { 2026, 11, 1 };
  guint n_pages = 0;
  double used = 0.0;
  g_autoptr (GBytes) pdf = matchum_pdf_exporter_write (visibility, &style, day, &n_pages, &used, NULL);

  g_assert_cmpuint (n_pages, ==, matchum_pages_get_n_pages (pages));
  g_assert_cmpfloat (used, ==, matchum_pages_get_used (pages));
  if (print_has ("pdfinfo"))
    {
      g_autofree char *info = print_run (pdf, "pdfinfo", "PDF", NULL);
      const char *pages_line = strstr (info, "\nPages:");

      g_assert_nonnull (pages_line);
      g_assert_cmpuint (g_ascii_strtoull (pages_line + strlen ("\nPages:"), NULL, 10), ==, n_pages);
      g_assert_nonnull (strstr (info, "Title:           강도현 (Dohyun Kang)\n"));
      g_assert_nonnull (strstr (info, "Tagged:          yes\n"));
      g_assert_nonnull (strstr (info, "(letter)"));
    }
}

static void
check_fonts (const char *theme)
{
  g_autoptr (GBytes) pdf = print_export_file ("bi-lim-biostat", theme, MATCHUM_PAPER_A4);
  g_autofree char *list = print_run (pdf, "pdffonts", "PDF", NULL);
  g_auto (GStrv) lines = NULL;

  if (list == NULL)
    {
      g_test_skip ("pdffonts is not installed (poppler-utils)");
      return;
    }
  lines = g_strsplit (g_strchomp (list), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
      g_assert_null (strstr (lines[i], "Type 3"));
    }
}

static void
test_fonts (void)
{
  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    check_fonts (matchum_theme_get_names ()[i]);
}

static void
test_structure (void)
{
  static const char markdown[] =
      "# 이름\n\na@b.example.com | https://x.example/a'b\n\n## 경력\n\n### 회사 | 직무 | 2020.01 - 2021.02\n\n"
      "- 첫째 **굵게** 그리고 [링크](https://y.example)\n  - 둘째\n- 셋째\n\n문단\n";
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, "standard", MATCHUM_PAPER_A4);
  g_autofree char *tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);
  g_autofree char *urls = print_run (pdf, "pdfinfo", "-url", "PDF", NULL);

  if (tags == NULL)
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  g_assert_nonnull (strstr (tags, "H1 (block)\n    \"이름 \""));
  g_assert_nonnull (strstr (tags, "H2 (block)\n      \"경력 \""));
  g_assert_nonnull (strstr (tags, "H3 (block)\n      \"회사 | 직무 2020.01 - 2021.02 \""));
  g_assert_nonnull (strstr (tags, "\"첫째 굵게 그리고 \""));
  g_assert_nonnull (strstr (tags, "\"링크 \""));
  g_assert_nonnull (strstr (tags, "\"둘째 \""));
  g_assert_nonnull (strstr (tags, "\"문단 \""));
  g_assert_nonnull (strstr (urls, "mailto:a@b.example.com\n"));
  g_assert_nonnull (strstr (urls, "https://x.example/a%27b\n"));
  g_assert_nonnull (strstr (urls, "https://y.example\n"));
}

/* --- what Cairo leaves out --- */

/* The file as qpdf writes it for people to read; NULL, and the test skipped, where there is no qpdf. */
static char *
show_objects (GBytes *pdf)
{
  char *objects = print_run (pdf, "qpdf", "--qdf", "--object-streams=disable", "PDF", "-", NULL);

  if (objects == NULL)
    g_test_skip ("qpdf is not installed");

  return objects;
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

/* Links are printed, described, in the order of the structure, and lead where they say in letters that all readers
 * take. */
static void
test_links (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("# 이름\n\na@b.example.com | https://x.example/a'b(c)\\\\d\n\n## 경력\n\n"
                  "- [한글](https://예.example/경력?q=가&r=1) [둘](https://y.example)\n");

  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, matchum_theme_get_names ()[i], MATCHUM_PAPER_A4);
      g_autofree char *objects = show_objects (pdf);

      if (objects == NULL)
        return;
      g_assert_cmpuint (count (objects, "/Subtype /Link"), ==, 4);
      g_assert_cmpuint (count (objects, "/F 4"), ==, 4);
      g_assert_cmpuint (count (objects, "/Contents ("), ==, 4);
      g_assert_cmpuint (count (objects, "/URI (mailto:a@b.example.com)"), ==, 1);
      g_assert_cmpuint (count (objects, "/URI (https://%EC%98%88.example/%EA%B2%BD%EB%A0%A5?q=%EA%B0%80&r=1)"), ==, 1);
      g_assert_cmpuint (count (objects, "/URI (https://x.example/a%27b%28c%29%5Cd)"), ==, 1);
      g_assert_cmpuint (count (objects, "/Tabs /S"), ==, count (objects, "/Type /Page\n"));
      g_assert_cmpuint (count (objects, "/Marked true"), ==, 1);
    }
}

static char *
get_line (const char *text, const char *key)
{
  const char *at = strstr (text, key);

  g_assert_nonnull (at);
  at += strlen (key);

  return g_strstrip (g_strndup (at, strcspn (at, "\n<")));
}

/* The two places for title, author and dates say the same, whatever the name holds. */
static void
test_metadata (void)
{
  static const char *const names[] = { "강도현 (Dohyun) \\\\ & Söhne", "Jane O'Neil", "a)b(c", "𝒜lice" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *markdown = g_strdup_printf ("# %s\n\n## Work\n\n- done\n", names[i]);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      g_autoptr (GBytes) pdf = print_export (visibility, "standard", MATCHUM_PAPER_A4);
      g_autofree char *info = print_run (pdf, "pdfinfo", "-isodates", "PDF", NULL);
      g_autofree char *xmp = print_run (pdf, "pdfinfo", "-meta", "PDF", NULL);
      g_autofree char *title = NULL;
      g_autofree char *escaped = NULL;
      g_autofree char *xmp_title = NULL;
      g_autofree char *xmp_author = NULL;
      g_autofree char *created = NULL;

      if (info == NULL)
        {
          g_test_skip ("pdfinfo is not installed (poppler-utils)");
          return;
        }
      title = get_line (info, "Title:");
      escaped = g_markup_escape_text (title, -1);
      xmp_title = get_line (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
      xmp_author = get_line (xmp, "<dc:creator><rdf:Seq><rdf:li>");
      created = get_line (xmp, "<xmp:CreateDate>");
      g_assert_cmpuint (strlen (title), >, 4);
      g_assert_cmpstr (xmp_title, ==, escaped);
      g_assert_cmpstr (xmp_author, ==, escaped);
      g_assert_cmpstr (created, ==, "2026-11-01T00:00:00Z");
      g_assert_nonnull (strstr (info, "CreationDate:    2026-11-01T00:00:00Z\n"));
      g_assert_nonnull (strstr (xmp, "<xmp:CreatorTool>Matchum</xmp:CreatorTool>"));
    }
}

/* Dates begin as the standard asks for, which readers forgive and validators don't. */
static void
test_dates_in_standard_form (void)
{
  g_autoptr (GBytes) pdf = print_export_file ("en-okafor-platform", "ats", MATCHUM_PAPER_A4);
  g_autofree char *objects = show_objects (pdf);

  if (objects == NULL)
    return;
  g_assert_nonnull (strstr (objects, "/CreationDate (D:20261101000000Z)"));
  g_assert_nonnull (strstr (objects, "/ModDate (D:20261101000000Z)"));
}

/* Sections, entries within them, entries within these; and where there is no section. */
static void
test_outline (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("# 이름\n\n### Before | 2019\n\n- x\n\n## 경력\n\n### 회사 | 2020.01 - 2021.02\n\n#### 팀\n\n- 일\n\n"
                  "### 둘째 회사\n\n- 일\n\n## 학력\n\n- 학교\n");

  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, matchum_theme_get_names ()[i], MATCHUM_PAPER_A4);
      g_autofree char *outline = print_run (pdf, "mutool", "show", "PDF", "outline", NULL);

      if (outline == NULL)
        {
          g_test_skip ("mutool is not installed (mupdf-tools)");
          return;
        }
      g_assert_nonnull (strstr (outline, "|\t\"Before"));
      g_assert_nonnull (strstr (outline, "\t\"경력\"\t#page=1"));
      g_assert_nonnull (strstr (outline, "\t\t\"회사"));
      g_assert_nonnull (strstr (outline, "\t\t\t\"팀\""));
      g_assert_nonnull (strstr (outline, "\t\t\"둘째 회사\""));
      g_assert_nonnull (strstr (outline, "|\t\"학력\""));
    }
}

/* Neither the clock's zone nor how numbers and words are written where one lives is in the file. */
static void
test_other_place (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "ko_KR.UTF-8", "tr_TR.UTF-8" };
  g_autofree char *markdown = print_load_markdown ("bi-lim-biostat");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      const char *theme = matchum_theme_get_names ()[i];
      g_autoptr (GBytes) here = print_export (visibility, theme, MATCHUM_PAPER_A4);
      g_autoptr (GBytes) there = NULL;

      g_setenv ("TZ", i % 2 == 0 ? "Pacific/Kiritimati" : "America/Adak", TRUE);
      tzset ();
      if (setlocale (LC_ALL, locales[i % G_N_ELEMENTS (locales)]) == NULL)
        g_test_message ("%s is not installed", locales[i % G_N_ELEMENTS (locales)]);
      there = print_export (visibility, theme, MATCHUM_PAPER_A4);
      setlocale (LC_ALL, "C.UTF-8");
      g_unsetenv ("TZ");
      tzset ();
      g_assert_true (g_bytes_equal (here, there));
    }
}

/* Unsafe addresses are words, not links. */
static void
test_unsafe_links (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("# 이름\n\n## 경력\n\n- [one](javascript:alert) [two](file:///etc/passwd) [three](#x) [four](a/b) "
                  "[five](x.example/z)\n");
  g_autoptr (GBytes) pdf = print_export (visibility, "standard", MATCHUM_PAPER_A4);
  g_autofree char *urls = print_run (pdf, "pdfinfo", "-url", "PDF", NULL);

  if (urls == NULL)
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  g_assert_null (strstr (urls, "javascript"));
  g_assert_null (strstr (urls, "file:"));
  g_assert_null (strstr (urls, "a/b"));
  g_assert_nonnull (strstr (urls, "https://x.example/z\n"));
}

static void
test_language (void)
{
  g_autoptr (GBytes) korean = print_export_file ("ko-park-dataeng", "standard", MATCHUM_PAPER_A4);
  g_autoptr (GBytes) english = print_export_file ("en-okafor-platform", "standard", MATCHUM_PAPER_A4);
  g_autofree char *first = print_run (korean, "qpdf", "--qdf", "--object-streams=disable", "PDF", "-", NULL);
  g_autofree char *second = print_run (english, "qpdf", "--qdf", "--object-streams=disable", "PDF", "-", NULL);

  if (first == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  g_assert_nonnull (strstr (first, "/Lang (ko)"));
  g_assert_nonnull (strstr (second, "/Lang (en)"));
  g_assert_nonnull (strstr (second, "/DisplayDocTitle true"));
}

/* --- words that no page was made for --- */

/* Every word that pdftotext finds lies on the page, and but for the running line between the margins. */
static guint
check_boxes (GBytes *pdf, const MatchumTheme *theme)
{
  g_autofree char *boxes = print_run (pdf, "pdftotext", "-bbox", "PDF", "-", NULL);
  double width = 0.0;
  double height = 0.0;
  guint n_words = 0;
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x0;
      double y0;
      double x1;
      double y1;

      sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\"", &width, &height);
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1, &y1) != 4)
        continue;
      if (x0 < theme->margin_x - 2.0 || x1 > width - theme->margin_x + 2.0 || y0 < 0.0 || y1 > height)
        g_test_message ("%s: %s", theme->name, lines[i]);
      g_assert_cmpfloat (x0, >=, theme->margin_x - 2.0);
      g_assert_cmpfloat (x1, <=, width - theme->margin_x + 2.0);
      g_assert_cmpfloat (y0, >=, 0.0);
      g_assert_cmpfloat (y1, <=, height);
      n_words++;
    }

  return n_words;
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);

  return g_string_free (text, FALSE);
}

/* The text without what may stand between the pieces of a word that is wider than a line. */
static char *
join (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at))
        g_string_append_c (joined, *at);
    }

  return g_string_free (joined, FALSE);
}

static void
test_strange_words (void)
{
  g_autofree char *latin = repeat ("abcdefghij", 40);
  g_autofree char *korean = repeat ("가나다라마바사아자차", 40);
  g_autofree char *markdown = g_strdup_printf (
      "# %.60s\n\n%s@x.example | https://x.example/%s\n\n## %s\n\n### %s | %s | 2020.01 - 2021.02\n\n"
      "- %s\n- 앞 %s 뒤\n- 🙂 좋음 👍🏽 \xef\xbb\xbf\n- مرحبا بالعالم 2024 עברית\n- "
      "\U000F1234 "
      "\U0010FFFD\n\n%s\n",
      latin, latin, latin, latin, latin, korean, latin, korean, korean);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      const MatchumTheme *theme = matchum_theme_lookup (matchum_theme_get_names ()[i]);
      g_autoptr (GBytes) pdf = print_export (visibility, theme->name, MATCHUM_PAPER_A4);
      g_autofree char *text = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
      g_autofree char *joined = join (text);

      g_assert_cmpuint (check_boxes (pdf, theme), >, 40);
      g_assert_nonnull (strstr (joined, latin));
      g_assert_nonnull (strstr (joined, korean));
      g_assert_nonnull (strstr (text, "좋음"));
    }
}

#define MANY_ITEMS 2000

/* Pages by the dozen: all words are on them, once each. */
static void
test_many_pages (void)
{
  g_autoptr (GString) markdown = g_string_new ("# 이름\n\n## 경력\n");
  g_autoptr (MatchumVisibility) visibility = NULL;

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; i < MANY_ITEMS; i++)
    {
      if (i % 8 == 0)
        g_string_append_printf (markdown, "\n### 회사 n%u | 2020.01 - 2021.02\n\n", i);
      g_string_append_printf (
          markdown, "- w%uw 처리 시간을 줄이고 비용을 낮춘 일을 맡아 끝까지 해냄, and wrote down how it was done\n", i);
    }
  visibility = print_read (markdown->str);
  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      const MatchumTheme *theme = matchum_theme_lookup (matchum_theme_get_names ()[i]);
      g_autoptr (GBytes) pdf = print_export (visibility, theme->name, MATCHUM_PAPER_LETTER);
      g_autofree char *text = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);

      g_assert_cmpuint (count (text, "\f"), >=, 40);
      for (guint j = 0; j < MANY_ITEMS; j++)
        {
          g_autofree char *word = g_strdup_printf ("w%uw", j);

          g_assert_cmpuint (count (text, word), ==, 1);
        }
      g_assert_cmpuint (check_boxes (pdf, theme), >, 20000);
      if (!print_is_long ())
        break;
    }
}

/* --- what must not be there --- */

static char *
get_utf16 (const char *word)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (word, -1, NULL, &length, NULL);
  g_autoptr (GString) hex = g_string_new (NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (hex, "%04x", units[i]);

  return g_strdup (hex->str);
}

/* The whole file with its streams unpacked, in small letters; bytes that are no text are dots. */
static char *
unpack (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("matchum-unpack-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *nothing = print_run (pdf, "qpdf", "--qdf", "--object-streams=disable", "PDF", path, NULL);
  char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (remove (folder), ==, 0);
  for (gsize i = 0; i < length; i++)
    data[i] = data[i] == '\0' ? '.' : g_ascii_tolower (data[i]);

  return data;
}

static gboolean
says (const char *data, const char *word)
{
  g_autofree char *hex = get_utf16 (word);

  return strstr (data, word) != NULL || strstr (data, hex) != NULL;
}

/* 뷁 and zqx stand in hidden blocks only: neither words nor letters of theirs are in the file. */
static void
test_hidden_words (void)
{
  static const char markdown[] =
      "# 이름\n\n<!-- zqx remark -->\n\n## 경력\n\n- 남는 일\n- zqxword 뷁어\n\n## zqxsection 뷁\n\n- 뷁 zqxitem\n";
  g_autoptr (MatchumVisibility) all = print_read (markdown);
  g_autoptr (MatchumVisibility) trimmed = print_read_without (markdown, "zqx");
  g_autoptr (GBytes) whole = print_export (all, "standard", MATCHUM_PAPER_A4);
  g_autoptr (GBytes) less = print_export (trimmed, "standard", MATCHUM_PAPER_A4);
  g_autofree char *unpacked = NULL;
  g_autofree char *hidden = NULL;

  if (!print_has ("qpdf"))
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  unpacked = unpack (whole);
  hidden = unpack (less);
  /* The outline names the section, and the font's map the letter, while they are seen. */
  g_assert_true (says (unpacked, "zqxsection 뷁"));
  g_assert_true (says (unpacked, "뷁"));
  g_assert_false (says (hidden, "zqx"));
  g_assert_false (says (hidden, "뷁"));
  g_assert_false (says (unpacked, "remark"));
}

static void
test_no_ligatures (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("# Name\n\n## Work\n\n- di\xef\xac\x83"
                  "cult office fine flow affiliate \xef\xac\x82ow *office* **office** `office`\n");
  g_autoptr (GBytes) pdf = print_export (visibility, "standard", MATCHUM_PAPER_A4);
  g_autofree char *text = print_run (pdf, "pdftotext", "PDF", "-", NULL);

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  g_assert_nonnull (strstr (text, "difficult office fine flow affiliate flow office office office"));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (g_utf8_get_char (at) >= 0xfb00 && g_utf8_get_char (at) <= 0xfb06);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/print/pdf/threads", test_threads);
  g_test_add_func ("/print/pdf/date-changes-bytes", test_date_changes_bytes);
  g_test_add_func ("/print/pdf/well-formed", test_well_formed);
  g_test_add_func ("/print/pdf/counts", test_counts);
  g_test_add_func ("/print/pdf/fonts", test_fonts);
  g_test_add_func ("/print/pdf/structure", test_structure);
  g_test_add_func ("/print/pdf/links", test_links);
  g_test_add_func ("/print/pdf/metadata", test_metadata);
  g_test_add_func ("/print/pdf/dates-in-standard-form", test_dates_in_standard_form);
  g_test_add_func ("/print/pdf/outline", test_outline);
  g_test_add_func ("/print/pdf/other-place", test_other_place);
  g_test_add_func ("/print/pdf/unsafe-links", test_unsafe_links);
  g_test_add_func ("/print/pdf/language", test_language);
  g_test_add_func ("/print/pdf/strange-words", test_strange_words);
  g_test_add_func ("/print/pdf/many-pages", test_many_pages);
  g_test_add_func ("/print/pdf/hidden-words", test_hidden_words);
  g_test_add_func ("/print/pdf/no-ligatures", test_no_ligatures);

  return g_test_run ();
}
