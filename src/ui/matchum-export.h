/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written when a tailored resume is exported, under which names, and the writing itself. */
#pragma once

#include "matchum-theme.h"
#include "resume/matchum-visibility.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_EXPORT_PDF      = 1 << 0,
  MATCHUM_EXPORT_MARKDOWN = 1 << 1,
} MatchumExportFormats;

/* A value on the stack of whoever exports; nothing in it is owned. */
typedef struct {
  MatchumVisibility    *visibility;
  GFile                *folder;
  const char           *name;    /* of the files, without suffix */
  MatchumExportFormats  formats;
  const MatchumTheme   *theme;
  MatchumPaper          paper;
  MatchumDay            as_of;
  GPtrArray            *originals; /* of GFile: what was opened, and is never written over; may be NULL */
} MatchumExport;

/* "강도현-링크온-ML Engineer": a name for files from those of the person, the company and the job, each of which may be
 * NULL. Holds nothing that a file system or a web form refuses, and never is empty. */
char      *matchum_export_suggest_name (const char           *person,
                                        const char           *company,
                                        const char           *title);
/* Whether name can be that of a file. */
gboolean   matchum_export_is_name      (const char           *name);
/* The files that would be written: array of GFile. */
GPtrArray *matchum_export_list_files   (const MatchumExport  *self);
/* Writes them. Each is whole or not there; the error names the one that could not be written. */
gboolean   matchum_export_write        (const MatchumExport  *self,
                                        GError              **error);

G_END_DECLS
