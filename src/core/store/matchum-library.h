/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's whole working life in one file. Edits are written by a thread of the library's own, each in one transaction,
 * strictly one after the other; everything that undo reaches is undone by one mechanism below all edits. What is shown is read
 * again when "changed" tells so: one direction of data. A library belongs to the thread that opened it.
 *
 * Signals: "changed" (MatchumChanges): on the disk now. "failed" (GError): an edit without a callback was not made; the
 * content is as before.
 * Properties: "undo-label", "redo-label" (NULL where there is nothing), "is-pending": something is not yet on the disk. */
#pragma once

#include <gio/gio.h>

#include "store/matchum-changes.h"
#include "store/matchum-database.h"
#include "store/matchum-edit.h"
#include "store/matchum-library-error.h"
#include "store/matchum-undo-log.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LIBRARY (matchum_library_get_type ())

G_DECLARE_FINAL_TYPE (MatchumLibrary, matchum_library, MATCHUM, LIBRARY, GObject)

typedef enum {
  MATCHUM_LIBRARY_OPEN_DEFAULT = 0,
  MATCHUM_LIBRARY_OPEN_CREATE = 1 << 0,    /* make it where there is none */
  MATCHUM_LIBRARY_OPEN_READ_ONLY = 1 << 1, /* beside another program that edits it, too */
} MatchumLibraryOpen;

/* XDG_DATA_HOME/matchum/library.db. */
char            *matchum_library_dup_default_path     (void);

MatchumLibrary  *matchum_library_open                 (const char             *path,
                                                       MatchumLibraryOpen      flags,
                                                       guint                   wait_ms,
                                                       GError                **error);
/* One that is nowhere on the disk. */
MatchumLibrary  *matchum_library_new_in_memory        (GError                **error);
/* Waits until everything is on the disk and lets the file go. Afterwards only unref is allowed. */
void             matchum_library_close                (MatchumLibrary         *self);

/* For the functions that read tables; it sees what is on the disk. Never write with it. */
MatchumDatabase *matchum_library_get_database         (MatchumLibrary         *self);
/* NULL for one in memory. */
const char      *matchum_library_get_path             (MatchumLibrary         *self);
/* Why nothing can be edited, for the user to read; NULL where it can. */
const char      *matchum_library_get_read_only_reason (MatchumLibrary         *self);

/* Carries the edit out and returns when it is on the disk; "changed" has been emitted then. */
gboolean         matchum_library_edit                 (MatchumLibrary         *self,
                                                       MatchumEdit            *edit,
                                                       GError                **error);
/* Returns at once. callback, which may be NULL, comes when the edit is on the disk or failed, after "changed". */
void             matchum_library_edit_async           (MatchumLibrary         *self,
                                                       MatchumEdit            *edit,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* matchum_library_edit() of one part, which is called with data before this returns. */
gboolean         matchum_library_edit_once            (MatchumLibrary         *self,
                                                       const char             *label,
                                                       MatchumEditFunc         func,
                                                       gpointer                data,
                                                       GError                **error);
/* Undo and redo come after the edits before them, as if they were edits. */
gboolean         matchum_library_undo                 (MatchumLibrary         *self,
                                                       GError                **error);
void             matchum_library_undo_async           (MatchumLibrary         *self,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean         matchum_library_redo                 (MatchumLibrary         *self,
                                                       GError                **error);
void             matchum_library_redo_async           (MatchumLibrary         *self,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* For each of the _async functions here. */
gboolean         matchum_library_finish               (MatchumLibrary         *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);

/* Returns when everything asked for so far is on the disk or has failed. */
void             matchum_library_flush                (MatchumLibrary         *self);
gboolean         matchum_library_is_pending           (MatchumLibrary         *self);
const char      *matchum_library_get_undo_label       (MatchumLibrary         *self);
const char      *matchum_library_get_redo_label       (MatchumLibrary         *self);
/* How much undo keeps, from the next edit on. 1,000 steps and 16 MiB unless set. */
void             matchum_library_set_undo_limits      (MatchumLibrary         *self,
                                                       const MatchumUndoLimits *limits);

G_END_DECLS
