/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a tailored resume as PDF. */
#pragma once

#include <gio/gio.h>

#include "matchum-pages.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* The bytes of the PDF: fonts subset and embedded, tagged, title and author set, dated as_of, the same bytes for the
 * same pages. */
GBytes *matchum_pdf_exporter_write_pages (MatchumPages            *pages,
                                          MatchumDay               as_of,
                                          GError                 **error);
/* Lays the pages out as well. n_pages and used may be NULL. */
GBytes *matchum_pdf_exporter_write       (MatchumVisibility       *visibility,
                                          const MatchumPageStyle  *style,
                                          MatchumDay               as_of,
                                          guint                   *n_pages,
                                          double                  *used,
                                          GError                 **error);

G_END_DECLS
