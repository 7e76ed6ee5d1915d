/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs read back by the programs that applicants' files meet: every word, in order, and nothing that was hidden. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"
#include "print-support.h"

#define ATS_SHARE 0.995
#define STANDARD_SHARE 0.97

static GBytes *
export_resume (const char *name, const char *theme, MatchumPaper paper)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  return print_export (visibility, theme, paper);
}

/* --- words --- */

static void
check_share (const char *name, const char *theme, const char *reader, const char *text)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (GStrv) wanted = print_split_markdown (markdown);
  g_auto (GStrv) got = print_split_text (text);
  double share = print_get_share (wanted, got);

  g_test_message ("%s %s %s: %.2f %%", name, theme, reader, share * 100.0);
  g_assert_cmpuint (g_strv_length (wanted), >, 300);
  g_assert_cmpfloat (share, >=, g_str_equal (theme, "ats") ? ATS_SHARE : STANDARD_SHARE);
}

static void
check_words (const char *name, const char *theme)
{
  g_autoptr (GBytes) pdf = export_resume (name, theme, MATCHUM_PAPER_A4);
  g_autofree char *plain = print_run (pdf, "pdftotext", "PDF", "-", NULL);
  g_autofree char *raw = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
  g_autofree char *layout = print_run (pdf, "pdftotext", "-layout", "PDF", "-", NULL);

  check_share (name, theme, "pdftotext", plain);
  check_share (name, theme, "pdftotext -raw", raw);
  check_share (name, theme, "pdftotext -layout", layout);
  if (print_has ("mutool"))
    {
      g_autofree char *text = print_run (pdf, "mutool", "draw", "-q", "-F", "txt", "PDF", NULL);

      check_share (name, theme, "mutool", text);
    }
  if (print_has ("pdf2txt"))
    {
      g_autofree char *text = print_run (pdf, "pdf2txt", "PDF", NULL);

      check_share (name, theme, "pdfminer", text);
    }
}

static void
test_words (gconstpointer theme)
{
  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    check_words (print_resumes[i], theme);
}

/* Every word that comes out is one that went in: none is cut at a line's end, none joined with its neighbour. */
static void
check_no_new_words (const char *name, const char *theme)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (GStrv) wanted = print_split_markdown (markdown);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) pdf = export_resume (name, theme, MATCHUM_PAPER_LETTER);
  g_autofree char *text = print_run (pdf, "pdftotext", "-raw", "PDF", "-", NULL);
  g_auto (GStrv) got = print_split_text (text);
  guint n_unknown = 0;

  for (guint i = 0; wanted[i] != NULL; i++)
    g_hash_table_add (known, wanted[i]);
  for (guint i = 0; got[i] != NULL; i++)
    {
      /* Numbers of pages. */
      if (g_hash_table_contains (known, got[i]) || (strlen (got[i]) == 1 && g_ascii_isdigit (got[i][0])))
        continue;
      g_test_message ("%s %s: \"%s\" is new", name, theme, got[i]);
      n_unknown++;
    }
  g_assert_cmpuint (n_unknown, ==, 0);
}

static void
test_no_new_words (void)
{
  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      check_no_new_words (print_resumes[i], "standard");
      check_no_new_words (print_resumes[i], "ats");
    }
}

/* --- dates --- */

static char *
get_date_words (const MatchumBlock *block)
{
  const MatchumDateRange *range = &g_array_index (block->dates, MatchumDateRange, 0);

  return g_strndup (matchum_block_get_text (block) + range->span.start, matchum_span_get_length (range->span));
}

static gboolean
has_line_with (const char *text, const char *first, const char *second)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = strstr (lines[i], first);

      if (at != NULL && strstr (at, second) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A title that is wider than a line takes the dates to its second one; *n_wrapped counts these. */
static guint
check_dates (const char *name, guint *n_wrapped)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  g_autofree char *text = print_run (pdf, "pdftotext", "PDF", "-", NULL);
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  guint n_dates = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *entry = matchum_resume_get_block (resume, i);
      g_autofree char *dates = NULL;
      g_auto (GStrv) words = NULL;

      if (entry->kind != MATCHUM_BLOCK_ENTRY || entry->dated_by == MATCHUM_BLOCK_NONE)
        continue;
      dates = get_date_words (matchum_resume_get_block (resume, entry->dated_by));
      words = print_split_text (matchum_block_get_text (entry));
      if (!has_line_with (text, words[0], dates))
        {
          g_test_message ("%s: %s is not on the line of %s", name, dates, words[0]);
          (*n_wrapped)++;
        }
      n_dates++;
    }

  return n_dates;
}

static void
test_dates_on_title_line (void)
{
  guint n_dates = 0;
  guint n_wrapped = 0;

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    n_dates += check_dates (print_resumes[i], &n_wrapped);
  g_assert_cmpuint (n_dates, >, 40);
  g_assert_cmpuint (n_wrapped, <=, 1);
}

/* Dates that don't fit the title's first line take a word of it with them. */
static void
test_dates_not_alone (void)
{
  g_autoptr (GString) title = g_string_new ("Acme");

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *markdown =
          g_strdup_printf ("# Name\n\n## Experience\n\n### %s end | 2020.01 - 2021.02\n", title->str);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      g_autoptr (GBytes) pdf = print_export (visibility, "ats", MATCHUM_PAPER_A4);
      g_autofree char *text = print_run (pdf, "pdftotext", "PDF", "-", NULL);

      g_assert_true (has_line_with (text, "end | ", "2020.01 - 2021.02"));
      g_string_append (title, i % 2 == 0 ? " word" : " mm");
    }
}

/* --- the file --- */

static void
test_same_bytes (void)
{
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autoptr (GBytes) first = export_resume (print_resumes[i], "standard", MATCHUM_PAPER_A4);
      g_autoptr (GBytes) second = export_resume (print_resumes[i], "standard", MATCHUM_PAPER_A4);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (g_bytes_get_size (first), <, 110000);
    }
}

static gpointer
export_cb (gpointer data)
{
  return print_export (data, "standard", MATCHUM_PAPER_A4);
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
  here = print_export (visibility, "standard", MATCHUM_PAPER_A4);
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
  const MatchumTheme *theme = matchum_theme_lookup ("ats");
  MatchumDay later = { 2026, 11, 2 };
  MatchumDay none = { 0, 0, 0 };
  g_autoptr (GBytes) first = print_export (visibility, "ats", MATCHUM_PAPER_A4);
  g_autoptr (GBytes) second = matchum_pdf_exporter_write (visibility, theme, MATCHUM_PAPER_A4, later, NULL, NULL, NULL);
  g_autoptr (GBytes) third = matchum_pdf_exporter_write (visibility, theme, MATCHUM_PAPER_A4, none, NULL, NULL, NULL);

  g_assert_false (g_bytes_equal (first, second));
  g_assert_nonnull (third);
}

static void
test_well_formed (void)
{
  if (!print_has ("qpdf"))
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = export_resume (print_resumes[i], i % 2 == 0 ? "standard" : "ats", MATCHUM_PAPER_A4);
      g_autofree char *report = print_run (pdf, "qpdf", "--check", "PDF", NULL);

      g_assert_nonnull (strstr (report, "No syntax or stream encoding errors"));
      g_assert_null (strstr (report, "WARNING"));
    }
}

static void
test_counts (void)
{
  g_autofree char *markdown = print_load_markdown ("ko-kang-mle");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  const MatchumTheme *theme = matchum_theme_lookup ("standard");
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, theme, MATCHUM_PAPER_LETTER, NULL);
  MatchumDay day = { 2026, 11, 1 };
  guint n_pages = 0;
  double used = 0.0;
  g_autoptr (GBytes) pdf =
      matchum_pdf_exporter_write (visibility, theme, MATCHUM_PAPER_LETTER, day, &n_pages, &used, NULL);

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
test_fonts (void)
{
  g_autoptr (GBytes) pdf = export_resume ("bi-lim-biostat", "standard", MATCHUM_PAPER_A4);
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

/* The tags hold every word too, and go on over the pages. */
static void
test_tagged_words (void)
{
  if (!print_has ("pdfinfo"))
    {
      g_test_skip ("pdfinfo is not installed (poppler-utils)");
      return;
    }
  for (guint i = 0; print_resumes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = export_resume (print_resumes[i], "ats", MATCHUM_PAPER_A4);
      g_autofree char *tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          const char *line = g_strchug (lines[j]);
          gsize length = strlen (line);

          if (length >= 2 && line[0] == '"')
            g_string_append_len (text, line + 1, (gssize) length - 2);
          else if (g_str_has_prefix (line, "L") || g_str_has_prefix (line, "P") || g_str_has_prefix (line, "H"))
            g_string_append_c (text, ' ');
        }
      check_share (print_resumes[i], "ats", "tags", text->str);
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
  g_autoptr (GBytes) korean = export_resume ("ko-park-dataeng", "standard", MATCHUM_PAPER_A4);
  g_autoptr (GBytes) english = export_resume ("en-okafor-platform", "standard", MATCHUM_PAPER_A4);
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

/* --- pixels --- */

/* Pages are drawn at six pixels a point, so that rounded places of glyphs don't show. */
#define FINE 6.0
#define SIDE 24

/* Drawn by poppler with Cairo: the same rasterizer, given the PDF instead of the layout. */
static guint8 *
rasterize (GBytes *pdf, guint page, int *width, int *height)
{
  g_autofree char *folder = g_dir_make_tmp ("matchum-raster-XXXXXX", NULL);
  g_autofree char *root = g_build_filename (folder, "page", NULL);
  g_autofree char *path = g_strconcat (root, ".png", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *nothing =
      print_run (pdf, "pdftocairo", "-png", "-r", "432", "-f", number, "-l", number, "-singlefile", "PDF", root, NULL);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
  guint8 *grey;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (remove (folder), ==, 0);
  *width = cairo_image_surface_get_width (surface);
  *height = cairo_image_surface_get_height (surface);
  grey = print_get_grey (surface);
  cairo_surface_destroy (surface);

  return grey;
}

/* Mean darkness of the square of 4 points at column, row. */
static double
get_darkness (const guint8 *pixels, int width, int column, int row)
{
  const int side = SIDE;
  double sum = 0.0;

  for (int y = 0; y < side; y++)
    {
      for (int x = 0; x < side; x++)
        sum += 255 - pixels[(row * side + y) * width + column * side + x];
    }

  return sum / (side * side);
}

/* What the PDF shows is what the window shows, glyph for glyph: fonts that were cut down wrongly would still extract
 * perfectly, and look like other words. */
static void
check_pixels (const char *name, const char *theme)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, theme, MATCHUM_PAPER_LETTER);

  for (guint page = 0; page < 2; page++)
    {
      int width;
      int height;
      int drawn_width;
      int drawn_height;
      g_autofree guint8 *shown = rasterize (pdf, page, &width, &height);
      g_autofree guint8 *drawn =
          print_draw (visibility, theme, MATCHUM_PAPER_LETTER, page, FINE, &drawn_width, &drawn_height);
      double worst = 0.0;
      double sum = 0.0;
      double dark = 0.0;

      g_assert_cmpint (width, ==, drawn_width);
      g_assert_cmpint (height, ==, drawn_height);
      for (int row = 0; row < height / SIDE; row++)
        {
          for (int column = 0; column < width / SIDE; column++)
            {
              double first = get_darkness (shown, width, column, row);
              double second = get_darkness (drawn, width, column, row);

              worst = MAX (worst, fabs (first - second));
              sum += fabs (first - second);
              dark += second;
            }
        }
      g_test_message ("%s %s page %u: worst %.1f, mean %.3f of %.3f", name, theme, page + 1, worst, sum / dark, dark);
      g_assert_cmpfloat (dark, >, 5000.0);
      g_assert_cmpfloat (sum / dark, <, 0.05);
      g_assert_cmpfloat (worst, <, 18.0);
    }
}

static void
test_pixels (void)
{
  if (!print_has ("pdftocairo"))
    {
      g_test_skip ("pdftocairo is not installed (poppler-utils)");
      return;
    }
  check_pixels ("bi-lim-biostat", "standard");
  check_pixels ("ko-kang-mle", "ats");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/print/pdf/words/ats", "ats", test_words);
  g_test_add_data_func ("/print/pdf/words/standard", "standard", test_words);
  g_test_add_func ("/print/pdf/no-new-words", test_no_new_words);
  g_test_add_func ("/print/pdf/dates-on-title-line", test_dates_on_title_line);
  g_test_add_func ("/print/pdf/dates-not-alone", test_dates_not_alone);
  g_test_add_func ("/print/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/print/pdf/threads", test_threads);
  g_test_add_func ("/print/pdf/date-changes-bytes", test_date_changes_bytes);
  g_test_add_func ("/print/pdf/well-formed", test_well_formed);
  g_test_add_func ("/print/pdf/counts", test_counts);
  g_test_add_func ("/print/pdf/fonts", test_fonts);
  g_test_add_func ("/print/pdf/structure", test_structure);
  g_test_add_func ("/print/pdf/tagged-words", test_tagged_words);
  g_test_add_func ("/print/pdf/unsafe-links", test_unsafe_links);
  g_test_add_func ("/print/pdf/language", test_language);
  g_test_add_func ("/print/pdf/hidden-words", test_hidden_words);
  g_test_add_func ("/print/pdf/no-ligatures", test_no_ligatures);
  g_test_add_func ("/print/pdf/pixels", test_pixels);

  return g_test_run ();
}
