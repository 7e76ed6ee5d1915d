/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a PDF apart and putting it together: strings, comments and streams stay as they are, and what is no PDF of
 * Cairo's comes back as it went in. */
#include <cairo-pdf.h>
#include <glib.h>
#include <string.h>

#include "matchum-pdf-rewriter.h"
#include "print-support.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* With brackets, strokes and signs in its strings. */
static GBytes *
make_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 300.0, 200.0);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "a (b) \\ <<c>> % endobj stream /Lang [d]");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "이름 & <Söhne>");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1999-02-03T04:05:06Z");
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "P", NULL);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "uri='https://x.example/(a)b'");
  cairo_move_to (cr, 20.0, 50.0);
  cairo_show_text (cr, "link");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_end (cr, "P");
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "one (two", "page=1 pos=[0 0]", 0);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_strings (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) written = matchum_pdf_rewriter_rewrite (pdf, "ko");
  g_autofree char *info = print_run (written, "pdfinfo", "-isodates", "PDF", NULL);
  g_autofree char *xmp = print_run (written, "pdfinfo", "-meta", "PDF", NULL);
  g_autofree char *report = print_run (written, "qpdf", "--check", "PDF", NULL);

  g_assert_cmpuint (g_bytes_get_size (written), !=, g_bytes_get_size (pdf));
  if (info == NULL || report == NULL)
    {
      g_test_skip ("pdfinfo or qpdf is not installed (poppler-utils, qpdf)");
      return;
    }
  g_assert_nonnull (strstr (report, "No syntax or stream encoding errors"));
  g_assert_nonnull (strstr (info, "Title:           a (b) \\ <<c>> % endobj stream /Lang [d]\n"));
  g_assert_nonnull (strstr (info, "Author:          이름 & <Söhne>\n"));
  g_assert_nonnull (strstr (info, "CreationDate:    1999-02-03T04:05:06Z\n"));
  g_assert_nonnull (strstr (xmp, ">a (b) \\ &lt;&lt;c&gt;&gt; % endobj stream /Lang [d]</rdf:li>"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>1999-02-03T04:05:06Z</xmp:CreateDate>"));
}

/* What the pages show is the same, bit by bit. */
static void
test_same_content (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) written = matchum_pdf_rewriter_rewrite (pdf, "en");
  g_autofree char *before = print_run (pdf, "pdftotext", "-bbox", "PDF", "-", NULL);
  g_autofree char *after = print_run (written, "pdftotext", "-bbox", "PDF", "-", NULL);

  if (before == NULL)
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  g_assert_nonnull (strstr (before, ">link</word>"));
  g_assert_cmpstr (strstr (before, "<page"), ==, strstr (after, "<page"));
}

static void
test_no_pdf (void)
{
  static const char *const texts[] = { "",
                                       "%PDF-1.4\n",
                                       "startxref\n0\n%%EOF\n",
                                       "xref\n0 1\ntrailer\n<</Size 1/Root 0 0 R>>\nstartxref\n0\n",
                                       "startxref\n99999999999999999999\n",
                                       "\nxref\n0 9999999\ntrailer\n<</Size 9999999 /Root 1 0 R>>\nstartxref\n1\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GBytes) written = matchum_pdf_rewriter_rewrite (bytes, "en");

      g_assert_true (written == bytes);
    }
}

/* Cut off anywhere, and with bytes changed anywhere: the end of the file is never run over. */
static void
test_damage (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  gsize size = g_bytes_get_size (pdf);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < (print_is_long () ? 20000u : 1500u); i++)
    {
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
      gsize length = i % 3 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) size) : size;
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) written = NULL;

      for (guint j = 0; j < i % 5; j++)
        data[g_rand_int_range (random, 0, (gint32) size)] =
            (guint8) "0123456789<>()[]/% \nR"[g_rand_int_range (random, 0, 21)];
      damaged = g_bytes_new (data, length);
      written = matchum_pdf_rewriter_rewrite (damaged, "en");
      g_assert_nonnull (written);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/rewriter/strings", test_strings);
  g_test_add_func ("/print/rewriter/same-content", test_same_content);
  g_test_add_func ("/print/rewriter/no-pdf", test_no_pdf);
  g_test_add_func ("/print/rewriter/damage", test_damage);

  return g_test_run ();
}
