/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes pages as PDF: once through them to learn the glyphs, fonts cut down to these, once more to draw. */
#include "config.h"

#include "matchum-pdf-exporter.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "matchum-pages-private.h"
#include "matchum-pdf-rewriter.h"

#define MAX_OUTLINE_DEPTH 3

static cairo_status_t
append_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Cairo would ask the clock. */
static void
set_date (cairo_surface_t *surface, MatchumDay day)
{
  char date[32] = "1970-01-01T00:00:00Z";

  if (day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31)
    g_snprintf (date, sizeof date, "%04d-%02d-%02dT00:00:00Z", day.year, day.month, day.day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
set_metadata (cairo_surface_t *surface, MatchumPages *pages, MatchumDay as_of)
{
  const char *name = matchum_pages_get_name (pages);

  if (name != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, name);
    }
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Matchum");
  set_date (surface, as_of);
}

/* Each heading under the last one before it that stands higher; the sections open. */
static void
add_outline (cairo_surface_t *surface, MatchumPages *pages)
{
  g_autoptr (GArray) outline = matchum_pages_get_outline (pages);
  int parents[MAX_OUTLINE_DEPTH + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      const MatchumOutlineItem *item = &g_array_index (outline, MatchumOutlineItem, i);
      guint depth = MIN (item->depth, MAX_OUTLINE_DEPTH - 1);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *title = g_strchomp (g_strdup (item->title));
      g_autofree char *place = NULL;

      g_ascii_formatd (y, sizeof y, "%.2f", item->y);
      place = g_strdup_printf ("page=%u pos=[0 %s]", item->page + 1, y);
      parents[depth + 1] = cairo_pdf_surface_add_outline (surface, parents[depth], title, place,
                                                          depth == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint deeper = depth + 2; deeper <= MAX_OUTLINE_DEPTH; deeper++)
        parents[deeper] = parents[depth + 1];
    }
}

static void
draw_pages (MatchumPages *pages, MatchumCanvas *canvas, cairo_t *cr)
{
  MatchumStructure structure;

  matchum_structure_begin (&structure, canvas);
  for (guint i = 0; i < matchum_pages_get_n_pages (pages); i++)
    {
      /* Not after the last page: Cairo takes the end of an element for something to draw, on one page more. */
      if (i > 0 && cr != NULL)
        cairo_show_page (cr);
      matchum_pages_draw_in (pages, i, canvas, &structure);
    }
  matchum_structure_end (&structure);
  if (cr != NULL)
    cairo_show_page (cr);
}

static cairo_status_t
write_pages (MatchumPages *pages, MatchumDay as_of, GByteArray *bytes)
{
  g_autoptr (MatchumFontSubsets) subsets = matchum_font_subsets_new ();
  g_autoptr (MatchumCanvas) collector = matchum_canvas_new_to_collect (subsets);
  g_autoptr (MatchumCanvas) canvas = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  draw_pages (pages, collector, NULL);

  surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, matchum_pages_get_width (pages),
                                                 matchum_pages_get_height (pages));
  /* From 1.5 on Cairo packs objects in streams, which the oldest readers of applicants' files can't open. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, pages, as_of);
  cr = cairo_create (surface);
  canvas = matchum_canvas_new_for_pdf (cr, subsets);
  draw_pages (pages, canvas, cr);
  add_outline (surface, pages);
  status = cairo_status (cr);
  cairo_destroy (cr);
  g_clear_pointer (&canvas, matchum_canvas_free);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

GBytes *
matchum_pdf_exporter_write_pages (MatchumPages *pages, MatchumDay as_of, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_status_t status;

  g_return_val_if_fail (pages != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  status = write_pages (pages, as_of, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MATCHUM_PAGES_ERROR, MATCHUM_PAGES_ERROR_DRAW,
                   _ ("The PDF could not be drawn: %s. Free some memory and try again."),
                   cairo_status_to_string (status));
      return NULL;
    }
  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return matchum_pdf_rewriter_rewrite (pdf, matchum_pages_get_language (pages));
}

GBytes *
matchum_pdf_exporter_write (MatchumVisibility *visibility,
                            const MatchumPageStyle *style,
                            MatchumDay as_of,
                            guint *n_pages,
                            double *used,
                            GError **error)
{
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, style, error);

  if (pages == NULL)
    return NULL;
  if (n_pages != NULL)
    *n_pages = matchum_pages_get_n_pages (pages);
  if (used != NULL)
    *used = matchum_pages_get_used (pages);

  return matchum_pdf_exporter_write_pages (pages, as_of, error);
}
