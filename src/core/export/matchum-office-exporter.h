/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as a document of word processors, through pandoc where it is installed. */
#pragma once

#include <gio/gio.h>

#include "resume/matchum-visibility.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

#define MATCHUM_OFFICE_EXPORTER_ERROR (matchum_office_exporter_error_quark ())

typedef enum {
  MATCHUM_OFFICE_EXPORTER_ERROR_NO_PANDOC,
  MATCHUM_OFFICE_EXPORTER_ERROR_TOO_LARGE, /* pandoc took too long, or too much */
  MATCHUM_OFFICE_EXPORTER_ERROR_FAILED,
} MatchumOfficeExporterError;

typedef enum {
  MATCHUM_OFFICE_DOCX,
  MATCHUM_OFFICE_ODT,
} MatchumOfficeFormat;

GQuark   matchum_office_exporter_error_quark  (void);

/* Whether pandoc is there. */
gboolean matchum_office_exporter_is_available (void);
/* What is visible, and nothing else, with the person's name as title and author. width and height: of the paper, in points.
 * day: when the document says that it was made. The same bytes for the same resume, paper and day, from the same pandoc.
 * Blocks, for half a minute at most. */
GBytes  *matchum_office_exporter_write        (MatchumVisibility    *visibility,
                                               MatchumOfficeFormat   format,
                                               double                width,
                                               double                height,
                                               MatchumDay            day,
                                               GError              **error);

G_END_DECLS
