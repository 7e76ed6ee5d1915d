/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of PDFs: words, places, type, links; and what is said of those that can't be read. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "matchum-pdf-text.h"
#include "print-made-pdf.h"
#include "print-support.h"

static MatchumPdfText *
read_bytes (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  MatchumPdfText *text = matchum_pdf_text_read ("resume.pdf", pdf, NULL, &error);

  g_assert_no_error (error);
  return text;
}

static MatchumPdfText *
read_content (const char *content)
{
  const char *const contents[] = { content, NULL };
  g_autoptr (GBytes) pdf = print_make_pdf (contents, 1);

  return read_bytes (pdf);
}

static void
assert_fails (GBytes *pdf, MatchumPdfTextError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_read ("resume.pdf", pdf, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, MATCHUM_PDF_TEXT_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "resume.pdf: "));
  g_assert_nonnull (strstr (error->message, words));
}

static const MatchumPdfWord *
find_word (const MatchumPdfPage *page, const char *text)
{
  for (guint i = 0; i < page->n_words; i++)
    if (g_str_equal (page->words[i].text, text))
      return &page->words[i];
  g_error ("\"%s\" is not there", text);
}

static guint
get_row (const MatchumPdfPage *page, const char *text)
{
  return page->lines[find_word (page, text)->line].row;
}

/* --- what is read --- */

static void
test_own (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read ("# 강도현\n\nkang@example.com | [포트폴리오](https://kang.example.com/a?b=1&c=2)\n\n## 경력\n\n"
                  "### 한빛소프트, 백엔드 개발자 | 2021.03 - 현재\n\n- 주문 **처리**를 12만 건으로 늘림\n");
  g_autoptr (GBytes) pdf = print_export (visibility, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPdfText) text = read_bytes (pdf);
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, 0);
  const MatchumPdfWord *name = find_word (page, "강도현");
  const MatchumPdfFont *font = matchum_pdf_text_get_font (text, name->font);

  g_assert_cmpstr (matchum_pdf_text_get_name (text), ==, "resume.pdf");
  g_assert_cmpuint (matchum_pdf_text_get_n_pages (text), ==, 1);
  g_assert_cmpfloat_with_epsilon (page->width, 595.3, 0.5);
  g_assert_cmpfloat_with_epsilon (page->height, 841.9, 0.5);
  g_assert_cmpstr (matchum_pdf_text_get_metadata (text)->title, ==, "강도현");
  g_assert_cmpstr (matchum_pdf_text_get_metadata (text)->author, ==, "강도현");
  g_assert_null (matchum_pdf_text_get_metadata (text)->subject);
  g_assert_true (matchum_pdf_text_is_tagged (text));

  g_assert_true (font->is_bold);
  g_assert_cmpfloat (font->size, >, 15);
  g_assert_false (matchum_pdf_text_get_font (text, find_word (page, "늘림")->font)->is_bold);
  g_assert_true (matchum_pdf_text_get_font (text, find_word (page, "한빛소프트,")->font)->is_bold);
  g_assert_cmpfloat (name->box.y1, <, find_word (page, "경력")->box.y1);
  g_assert_cmpfloat (name->box.x1, >, 20);
  g_assert_cmpfloat (name->box.x2, >, name->box.x1 + 3 * 0.8 * font->size);

  /* The dates are a line of their own at the margin, on the row of the title. */
  g_assert_cmpuint (get_row (page, "2021.03"), ==, get_row (page, "개발자"));
  g_assert_cmpuint (find_word (page, "2021.03")->line, !=, find_word (page, "개발자")->line);
  g_assert_cmpuint (get_row (page, "늘림"), >, get_row (page, "개발자"));

  g_assert_cmpuint (page->n_links, ==, 2);
  g_assert_cmpstr (page->links[0].uri, ==, "mailto:kang@example.com");
  g_assert_cmpstr (page->links[1].uri, ==, "https://kang.example.com/a?b=1&c=2");
  g_assert_cmpfloat_with_epsilon (page->links[1].box.x1, find_word (page, "포트폴리오")->box.x1, 1);
  g_assert_cmpfloat (page->links[1].box.y1, <, find_word (page, "포트폴리오")->box.y2);
  g_assert_cmpfloat (page->links[1].box.y2, >, find_word (page, "포트폴리오")->box.y1);

  g_assert_cmpuint (matchum_pdf_text_get_n_outline_items (text), >, 0);
  g_assert_cmpstr (matchum_pdf_text_get_outline_item (text, 0)->title, ==, "경력");
  g_assert_cmpuint (matchum_pdf_text_get_outline_item (text, 0)->page, ==, 1);
}

static void
test_text (void)
{
  g_autofree char *first = print_make_words (50, 700, 12, "one two");
  g_autofree char *second = print_make_words (50, 680, 12, "three");
  g_autofree char *aside = print_make_words (400, 700, 12, "beside");
  g_autofree char *content = g_strconcat (first, second, aside, NULL);
  g_autoptr (MatchumPdfText) text = read_content (content);
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, 0);
  g_autofree char *lines = matchum_pdf_text_dup_page_text (text, 0);

  g_assert_true (g_str_has_prefix (lines, "one two\n"));
  g_assert_cmpuint (page->n_words, ==, 4);
  g_assert_cmpuint (page->n_lines, ==, 3);
  g_assert_cmpuint (page->n_rows, ==, 2);
  g_assert_cmpuint (get_row (page, "beside"), ==, 0);
  g_assert_cmpuint (get_row (page, "three"), ==, 1);
  /* From the top. */
  g_assert_cmpfloat (find_word (page, "one")->box.y2, >, 842 - 700);
  g_assert_cmpfloat (find_word (page, "one")->box.y1, <, 842 - 700 - 6);
}

static void
test_turned (void)
{
  g_autoptr (MatchumPdfText) text =
      read_content ("BT /F1 12 Tf 0 1 -1 0 300 400 Tm (upwards) Tj ET BT /F1 12 Tf 50 100 Td (level) Tj ET");
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, 0);

  g_assert_true (page->lines[find_word (page, "upwards")->line].is_turned);
  g_assert_false (page->lines[find_word (page, "level")->line].is_turned);
}

static void
test_colors (void)
{
  g_autoptr (MatchumPdfText) text =
      read_content ("BT /F2 12 Tf 1 0 0 rg 50 700 Td (red) Tj ET BT /F1 9 Tf 0 0 1 rg 50 600 Td (blue) Tj ET");
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, 0);
  const MatchumPdfFont *red = matchum_pdf_text_get_font (text, find_word (page, "red")->font);
  const MatchumPdfFont *blue = matchum_pdf_text_get_font (text, find_word (page, "blue")->font);

  g_assert_true (red->is_bold && !blue->is_bold);
  g_assert_cmpstr (red->name, ==, "Helvetica-Bold");
  g_assert_true (red->color[0] == 255 && red->color[1] == 0 && red->color[2] == 0);
  g_assert_true (blue->color[0] == 0 && blue->color[1] == 0 && blue->color[2] == 255);
  g_assert_cmpfloat_with_epsilon (red->size, 12, 0.01);
  g_assert_cmpfloat_with_epsilon (blue->size, 9, 0.01);
}

/* A page that is scanned among others is told. */
static void
test_pages (void)
{
  g_autofree char *words = print_make_words (50, 700, 12, "first");
  const char *const contents[] = { words, "", NULL };
  g_autoptr (GBytes) pdf = print_make_pdf (contents, 3);
  g_autoptr (MatchumPdfText) text = read_bytes (pdf);

  g_assert_cmpuint (matchum_pdf_text_get_n_pages (text), ==, 3);
  g_assert_cmpuint (matchum_pdf_text_get_page (text, 0)->n_words, ==, 1);
  g_assert_cmpuint (matchum_pdf_text_get_page (text, 2)->n_words, ==, 0);
  g_assert_false (matchum_pdf_text_get_page (text, 2)->is_picture);
}

/* --- what can't be read --- */

static void
test_locked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "print", "pdfs", "locked.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  pdf = g_bytes_new (data, length);
  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_ENCRYPTED, "locked with a password");
}

static void
test_scanned (void)
{
  g_autoptr (GBytes) pdf = print_make_picture ();

  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_PICTURES, "pictures of text only");
}

static void
test_blank (void)
{
  const char *const contents[] = { "0 0 100 100 re f", NULL };
  g_autoptr (GBytes) pdf = print_make_pdf (contents, 1);

  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_EMPTY, "holds no text");
}

static void
test_many_pages (void)
{
  g_autofree char *words = print_make_words (50, 700, 12, "again");
  const char *const contents[] = { words, NULL };
  g_autoptr (GBytes) pdf = print_make_pdf (contents, 10000);
  g_autoptr (GBytes) most = print_make_pdf (contents, MATCHUM_PDF_TEXT_MAX_PAGES);
  g_autoptr (MatchumPdfText) text = read_bytes (most);

  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, "10000 pages");
  g_assert_cmpuint (matchum_pdf_text_get_n_pages (text), ==, MATCHUM_PDF_TEXT_MAX_PAGES);
}

static void
test_much_text (void)
{
  g_autoptr (GString) content = g_string_new (NULL);
  const char *contents[] = { NULL, NULL };
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *words = print_make_words (10, 830 - 2 * i, 2, "0123456789 0123456789 0123456789 0123456789");

      g_string_append (content, words);
    }
  contents[0] = content->str;
  pdf = print_make_pdf (contents, MATCHUM_PDF_TEXT_MAX_PAGES);
  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, "more text than any resume");
}

static void
test_large_file (void)
{
  gsize length = MATCHUM_PDF_TEXT_MAX_BYTES + 1;
  char *data = g_malloc0 (length);
  g_autoptr (GBytes) pdf = NULL;

  memcpy (data, "%PDF-1.4", 8);
  pdf = g_bytes_new_take (data, length);
  assert_fails (pdf, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, "64 MB");
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) markdown = g_bytes_new_static ("# Name\n", 7);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) head = g_bytes_new_static ("%PDF-1.7\n", 9);

  assert_fails (markdown, MATCHUM_PDF_TEXT_ERROR_NOT_PDF, "no PDF");
  assert_fails (empty, MATCHUM_PDF_TEXT_ERROR_NOT_PDF, "no PDF");
  assert_fails (head, MATCHUM_PDF_TEXT_ERROR_BROKEN, "broken");
}

/* Cut off anywhere, a PDF is read as far as it can be repaired, or refused in words. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) pdf = print_export_file ("en-okafor-platform", "ats", MATCHUM_PAPER_A4);
  gsize length = g_bytes_get_size (pdf);
  guint n_refused = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, length * (i + 1) / 21);
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumPdfText) text = matchum_pdf_text_read ("resume.pdf", part, NULL, &error);

      g_assert_true ((text == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == MATCHUM_PDF_TEXT_ERROR);
      n_refused += text == NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_refused, >, 5);
}

/* Forms that draw forms that draw forms: a few lines that stand for a billion. */
static void
test_endless (void)
{
  g_autoptr (GString) pdf =
      g_string_new ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                    "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
                    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    " /Resources << /XObject << /X 10 0 R >> >> >>\nendobj\n"
                    "4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n"
                    "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
  g_autofree char *word = print_make_words (50, 700, 12, "again");
  g_autoptr (GBytes) bytes = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!print_is_long ())
    {
      g_test_skip ("takes half a minute");
      return;
    }
  for (guint i = 10; i < 22; i++)
    {
      const char *content = i < 21 ? "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do" : word;

      g_string_append_printf (
          pdf,
          "%u 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 "
          "5 0 R >> /XObject << /X %u 0 R >> >> /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\n"
          "endstream\nendobj\n",
          i, i + 1, strlen (content), content);
    }
  g_string_append (pdf, "trailer\n<< /Root 1 0 R >>\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&pdf));
  assert_fails (bytes, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, "takes too long");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static void
test_files (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/resume.pdf");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (matchum_pdf_text_load (missing, NULL, &error));
  g_assert_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_UNREADABLE);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/resume.pdf: "));
  g_clear_error (&error);
  g_assert_null (matchum_pdf_text_load (folder, NULL, &error));
  g_assert_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_UNREADABLE);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) pdf = print_make_picture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (matchum_pdf_text_read ("resume.pdf", pdf, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pdf-text/own", test_own);
  g_test_add_func ("/print/pdf-text/text", test_text);
  g_test_add_func ("/print/pdf-text/turned", test_turned);
  g_test_add_func ("/print/pdf-text/colors", test_colors);
  g_test_add_func ("/print/pdf-text/pages", test_pages);
  g_test_add_func ("/print/pdf-text/locked", test_locked);
  g_test_add_func ("/print/pdf-text/scanned", test_scanned);
  g_test_add_func ("/print/pdf-text/blank", test_blank);
  g_test_add_func ("/print/pdf-text/many-pages", test_many_pages);
  g_test_add_func ("/print/pdf-text/much-text", test_much_text);
  g_test_add_func ("/print/pdf-text/large-file", test_large_file);
  g_test_add_func ("/print/pdf-text/no-pdf", test_no_pdf);
  g_test_add_func ("/print/pdf-text/cut-off", test_cut_off);
  g_test_add_func ("/print/pdf-text/endless", test_endless);
  g_test_add_func ("/print/pdf-text/files", test_files);
  g_test_add_func ("/print/pdf-text/cancelled", test_cancelled);

  return g_test_run ();
}
