/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of print share. */
#include "print-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"

#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"

const char *const print_resumes[] = {
  "ko-kang-mle", "ko-park-dataeng", "ko-yoon-analyst", "bi-lim-biostat", "en-okafor-platform", "en-sandoval-vision",
  NULL
};

gboolean
print_is_long (void)
{
  return g_getenv ("MATCHUM_TEST_LONG") != NULL;
}

const char *__lsan_default_suppressions (void);

/* Fontconfig keeps patterns by offsets, which the leak checker does not know for pointers; Cairo 1.16 loses a hundred
 * bytes with every font it embeds. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\nleak:libcairo\n";
}

char *
print_load_markdown (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".md", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "resumes", base, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static MatchumResume *
read_resume (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("resume.md", bytes, &error);
  MatchumResume *resume;

  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);

  return resume;
}

MatchumVisibility *
print_read (const char *markdown)
{
  g_autoptr (MatchumResume) resume = read_resume (markdown);

  return matchum_visibility_new_all (resume);
}

MatchumVisibility *
print_read_without (const char *markdown, const char *words)
{
  g_autoptr (MatchumResume) resume = read_resume (markdown);
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->content != NULL && strstr (matchum_block_get_text (block), words) != NULL)
        g_hash_table_add (hidden, block->id);
    }
  g_assert_cmpuint (g_hash_table_size (hidden), >, 0);

  return matchum_visibility_new (resume, hidden, NULL);
}

MatchumPageStyle
print_get_style (const char *theme, MatchumPaper paper)
{
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  style.theme = theme;
  style.paper = paper;

  return style;
}

MatchumPages *
print_lay_out_in (MatchumVisibility *visibility, const MatchumPageStyle *style)
{
  static MatchumPages *before;
  g_autoptr (GError) error = NULL;
  MatchumPages *pages = matchum_pages_new_from (before, visibility, style, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
  g_clear_pointer (&before, matchum_pages_unref);
  before = matchum_pages_ref (pages);

  return pages;
}

MatchumPages *
print_lay_out (MatchumVisibility *visibility, const char *theme, MatchumPaper paper)
{
  MatchumPageStyle style = print_get_style (theme, paper);

  return print_lay_out_in (visibility, &style);
}

GBytes *
print_export_in (MatchumVisibility *visibility, const MatchumPageStyle *style)
{
  g_autoptr (MatchumPages) pages = print_lay_out_in (visibility, style);
  g_autoptr (GError) error = NULL;
  MatchumDay day = { 2026, 11, 1 };
  GBytes *pdf = matchum_pdf_exporter_write_pages (pages, day, &error);

  g_assert_no_error (error);

  return pdf;
}

GBytes *
print_export (MatchumVisibility *visibility, const char *theme, MatchumPaper paper)
{
  MatchumPageStyle style = print_get_style (theme, paper);

  return print_export_in (visibility, &style);
}

GBytes *
print_export_file (const char *name, const char *theme, MatchumPaper paper)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  return print_export (visibility, theme, paper);
}

gboolean
print_has (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  return path != NULL;
}

char *
print_run_list (GBytes *pdf, const char *const *words)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) output = NULL;

  if (!print_has (words[0]))
    return NULL;

  folder = g_dir_make_tmp ("matchum-print-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "resume.pdf", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, g_str_equal (words[i], "PDF") ? path : (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_remove (path);
  g_rmdir (folder);

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

char *
print_run (GBytes *pdf, const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *argument;
  va_list list;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, program);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (words, NULL);

  return print_run_list (pdf, (const char *const *) words->pdata);
}

/* --- resumes --- */

static void
add_resumes (GPtrArray *paths, const char *folder, const char *beginning)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, beginning) && g_str_has_suffix (name, ".md") && !g_str_equal (name, "README.md"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
print_list_resumes (void)
{
  g_autofree char *tests = g_test_build_filename (G_TEST_DIST, ".", NULL);
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (tests, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (tests, name, "resumes", NULL);

      if (g_str_has_prefix (name, "cases"))
        add_resumes (paths, folder, "");
    }
  add_resumes (paths, samples, "resume-");
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);

  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/* --- words --- */

static gboolean
is_mark (gunichar c)
{
  return g_unichar_ispunct (c) && c != '+' && c != '#' && c != '%';
}

static void
add_word (GStrvBuilder *builder, const char *start, const char *end)
{
  g_autofree char *word = NULL;

  while (start < end && is_mark (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_mark (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start == end)
    return;
  word = g_strndup (start, (gsize) (end - start));
  g_strv_builder_add (builder, word);
}

GStrv
print_split_text (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  const char *start = NULL;

  g_assert_nonnull (composed);
  for (const char *at = composed;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_end = c == 0 || c == '|' || g_unichar_isspace (c) || c == 0x00b7 || c == 0x2022;

      /* "공유·자전거" stays a word; "가 · 나" are two. */
      if (c == 0x00b7 && start != NULL)
        is_end = FALSE;
      if (!is_end && start == NULL)
        start = at;
      if (is_end && start != NULL)
        {
          add_word (builder, start, at);
          start = NULL;
        }
      if (c == 0)
        break;
    }

  return g_strv_builder_end (builder);
}

GStrv
print_split_markdown (const char *markdown)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      while (*line == '#' || *line == '>')
        line++;
      if (g_str_has_prefix (line, "- "))
        line += 2;
      for (const char *at = line; *at != '\0'; at++)
        {
          if (*at != '*' && *at != '`')
            g_string_append_c (plain, *at);
        }
      g_string_append_c (plain, '\n');
    }

  return print_split_text (plain->str);
}

static gboolean
has_words (MatchumVisibility *visibility, guint block)
{
  const MatchumBlock *of = matchum_resume_get_block (matchum_visibility_get_resume (visibility), block);

  return of->content != NULL && of->kind != MATCHUM_BLOCK_REMARK && matchum_visibility_is_visible (visibility, block);
}

GStrv
print_split_visible (MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      if (has_words (visibility, i))
        g_string_append_printf (words, "%s\n", matchum_block_get_text (matchum_resume_get_block (resume, i)));
    }

  return print_split_text (words->str);
}

GStrv
print_split_dates (MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind != MATCHUM_BLOCK_ENTRY || block->dated_by == MATCHUM_BLOCK_NONE
          || !has_words (visibility, block->dated_by))
        continue;
      block = matchum_resume_get_block (resume, block->dated_by);
      for (guint j = 0; j < block->dates->len; j++)
        {
          MatchumSpan span = g_array_index (block->dates, MatchumDateRange, j).span;

          g_string_append_len (words, matchum_block_get_text (block) + span.start,
                               (gssize) matchum_span_get_length (span));
          g_string_append_c (words, '\n');
        }
    }

  return print_split_text (words->str);
}

double
print_get_share (GStrv wanted, GStrv got)
{
  guint n_wanted = g_strv_length (wanted);
  guint n_got = g_strv_length (got);
  g_autofree guint *above = g_new0 (guint, n_got + 1);
  g_autofree guint *row = g_new0 (guint, n_got + 1);

  for (guint i = 0; i < n_wanted; i++)
    {
      for (guint j = 0; j < n_got; j++)
        row[j + 1] = g_str_equal (wanted[i], got[j]) ? above[j] + 1 : MAX (above[j + 1], row[j]);
      memcpy (above, row, sizeof (guint) * (n_got + 1));
    }

  return n_wanted > 0 ? above[n_got] / (double) n_wanted : 1.0;
}

/* --- pixels --- */

static guint8 *
get_grey (cairo_surface_t *surface, gsize width, gsize height)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint8 *grey = g_malloc (width * height);

  cairo_surface_flush (surface);
  for (gsize y = 0; y < height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * stride;

      for (gsize x = 0; x < width; x++)
        {
          guint32 pixel;
          guint32 sum;

          memcpy (&pixel, row + x * 4, sizeof pixel);
          sum = (pixel >> 16 & 0xff) * 30 + (pixel >> 8 & 0xff) * 59 + (pixel & 0xff) * 11;
          grey[y * width + x] = (guint8) (sum / 100);
        }
    }

  return grey;
}

guint8 *
print_draw (MatchumPages *pages, guint page, double scale, int *width, int *height)
{
  cairo_surface_t *surface;
  guint8 *grey;
  cairo_t *cr;

  *width = (int) (matchum_pages_get_width (pages) * scale + 0.5);
  *height = (int) (matchum_pages_get_height (pages) * scale + 0.5);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, *width, *height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  matchum_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  grey = get_grey (surface, (gsize) *width, (gsize) *height);
  cairo_surface_destroy (surface);

  return grey;
}
