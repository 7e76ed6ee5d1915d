/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes PDFs object by object. */
#include "print-made-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#define HEAD "%PDF-1.4\n"
#define FIRST_CONTENT 5

static void
begin_object (GString *pdf, GArray *offsets)
{
  g_array_append_val (offsets, pdf->len);
  g_string_append_printf (pdf, "%u 0 obj\n", offsets->len);
}

static void
append_trailer (GString *pdf, GArray *offsets)
{
  gsize xref = pdf->len;

  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1, xref);
}

static void
append_fonts (GString *pdf, GArray *offsets)
{
  static const char *const names[] = { "Helvetica", "Helvetica-Bold" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      begin_object (pdf, offsets);
      g_string_append_printf (pdf,
                              "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>\nendobj\n",
                              names[i]);
    }
}

GBytes *
print_make_pdf (const char *const *contents, guint n_pages)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  const guint n_contents = g_strv_length ((char **) contents);
  GString *pdf = g_string_new (HEAD);

  begin_object (pdf, offsets);
  g_string_append (pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Type /Pages /Count %u /Kids [", n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, " %u 0 R", FIRST_CONTENT + n_contents + i);
  g_string_append (pdf, " ] >>\nendobj\n");
  append_fonts (pdf, offsets);
  for (guint i = 0; i < n_contents; i++)
    {
      begin_object (pdf, offsets);
      g_string_append_printf (pdf, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n",
                              strlen (contents[i]), contents[i]);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      begin_object (pdf, offsets);
      g_string_append_printf (pdf,
                              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %u 0 R\n"
                              "   /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>\nendobj\n",
                              FIRST_CONTENT + MIN (i, n_contents - 1));
    }
  append_trailer (pdf, offsets);

  return g_string_free_to_bytes (pdf);
}

char *
print_make_words (double x, double y, double size, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);
  char number[3][G_ASCII_DTOSTR_BUF_SIZE];

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '(' || *at == ')' || *at == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }
  return g_strdup_printf ("BT /F1 %s Tf %s %s Td (%s) Tj ET\n",
                          g_ascii_formatd (number[0], sizeof number[0], "%.2f", size),
                          g_ascii_formatd (number[1], sizeof number[1], "%.2f", x),
                          g_ascii_formatd (number[2], sizeof number[2], "%.2f", y), escaped->str);
}

static cairo_status_t
append_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
print_make_picture (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 400);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_paint (cr);
  cairo_destroy (cr);
  cr = cairo_create (surface);
  cairo_scale (cr, 1.98, 2.1);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
