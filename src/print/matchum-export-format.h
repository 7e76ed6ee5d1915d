/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that a tailored resume is written in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_EXPORT_PDF      = 1 << 0,
  MATCHUM_EXPORT_MARKDOWN = 1 << 1,
  MATCHUM_EXPORT_TEXT     = 1 << 2,
  MATCHUM_EXPORT_HTML     = 1 << 3,
  MATCHUM_EXPORT_JSON     = 1 << 4,
  MATCHUM_EXPORT_DOCX     = 1 << 5,
  MATCHUM_EXPORT_ODT      = 1 << 6,
} MatchumExportFormats;

typedef struct {
  MatchumExportFormats  flag;
  const char           *name;         /* for settings and scripts: "pdf" */
  const char           *suffix;       /* of files: ".pdf" */
  const char           *media_type;
  gboolean              needs_pandoc; /* see matchum_office_exporter_is_available() */
} MatchumExportFormat;

/* All of them, the most usual first; returns how many. */
guint                      matchum_export_format_get_n         (void);
const MatchumExportFormat *matchum_export_format_get           (guint                 index);
/* The one of a single flag. */
const MatchumExportFormat *matchum_export_format_find          (MatchumExportFormats  flag);
/* The one that the end of a file's name tells, in whatever letters, or NULL. */
const MatchumExportFormat *matchum_export_format_find_for_file (const char           *name);
/* ".pdf, .md, .txt", for messages. Free with g_free. */
char                      *matchum_export_format_list_suffixes (void);

G_END_DECLS
