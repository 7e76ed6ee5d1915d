/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written when a tailored resume is exported, under which names, and the writing itself. */
#pragma once

#include "matchum-page-style.h"
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
  MatchumPageStyle      style;
  MatchumDay            as_of;
  GPtrArray            *originals; /* of GFile: what was opened, and is never written over; may be NULL */
  GHashTable           *written;   /* see matchum_export_create_written(); may be NULL */
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
/* Whether none of the files is one of the originals; the error names the one that is. */
gboolean   matchum_export_spares_originals (const MatchumExport *self,
                                            GError             **error);
/* What to remember of files that were written, so that they are known again: a table to hand to exports. */
GHashTable *matchum_export_create_written (void);
/* Those of the files that are there and hold something else than the last of the exports with the same table left there,
 * and than would be written now: array of GFile. */
GPtrArray *matchum_export_list_foreign (const MatchumExport  *self);
/* "~/Documents" for what is in the home folder, the whole path for what is not and for that folder itself. */
char      *matchum_export_dup_folder_name (GFile             *folder);
/* The same in n_chars characters or fewer, with what is too much left out of its middle. */
char      *matchum_export_dup_short_folder_name (GFile       *folder,
                                                 guint        n_chars);
/* Writes them. Each is whole or not there; the error names the one that could not be written. */
gboolean   matchum_export_write        (const MatchumExport  *self,
                                        GError              **error);

G_END_DECLS
