/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tailored resume written in one format or several: what the files hold, where they go, and the writing itself. */
#pragma once

#include <gio/gio.h>

#include "resume/matchum-visibility.h"
#include "text/matchum-date-range.h"

#include "matchum-export-format.h"
#include "matchum-pages.h"

G_BEGIN_DECLS

/* A value on the stack of whoever exports; nothing in it is owned. To render a format by itself, visibility, style and
 * as_of are enough. */
typedef struct {
  MatchumVisibility    *visibility;
  MatchumPageStyle      style;            /* of pages */
  MatchumPages         *pages;            /* laid out of both on this thread already, or NULL */
  MatchumDay            as_of;            /* the date within files that have one */
  gboolean              has_front_matter; /* Markdown begins with name and language as front matter */
  GFile                *folder;
  const char           *name;             /* of the files, without suffix */
  MatchumExportFormats  formats;
  GPtrArray            *originals;        /* of GFile: what was opened, and is never written over; may be NULL */
  GHashTable           *written;          /* see matchum_export_create_written(); may be NULL */
} MatchumExport;

/* What a file of one format holds: what is visible and nothing else, the same bytes for the same resume and day. */
GBytes     *matchum_export_render           (const MatchumExport   *self,
                                             MatchumExportFormats   format,
                                             GError               **error);

/* The files that would be written: array of GFile. */
GPtrArray  *matchum_export_list_files       (const MatchumExport   *self);
/* Whether none of the files is one of the originals; the error names the one that is. */
gboolean    matchum_export_spares_originals (const MatchumExport   *self,
                                             GError               **error);
/* What to remember of files that were written, so that they are known again: a table to hand to exports. */
GHashTable *matchum_export_create_written   (void);
/* Those of the files that are there and hold something else than the last of the exports with the same table left there,
 * and than would be written now: array of GFile. */
GPtrArray  *matchum_export_list_foreign     (const MatchumExport   *self);
/* Writes them. Everything is rendered before the first is written, and each is whole or not there; the error names the one
 * that could not be written. */
gboolean    matchum_export_write            (const MatchumExport   *self,
                                             GError               **error);

G_END_DECLS
