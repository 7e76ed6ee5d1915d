/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a library as a whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MATCHUM_LIBRARY_ERROR (matchum_library_error_quark ())

typedef enum {
  MATCHUM_LIBRARY_ERROR_MISSING,       /* there is no such file */
  MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY, /* the file is of another kind */
  MATCHUM_LIBRARY_ERROR_DAMAGED,       /* restore a backup, or salvage */
  MATCHUM_LIBRARY_ERROR_IN_USE,        /* another program has it open for editing */
  MATCHUM_LIBRARY_ERROR_READ_ONLY,     /* it was opened read-only, see matchum_library_get_read_only_reason() */
  MATCHUM_LIBRARY_ERROR_NOTHING,       /* nothing to undo or redo */
  MATCHUM_LIBRARY_ERROR_BACKUP,        /* a backup could not be made, so what needs one was not done */
  MATCHUM_LIBRARY_ERROR_FOLDER,        /* a folder to import is not one that was exported */
} MatchumLibraryError;

GQuark matchum_library_error_quark (void);

G_END_DECLS
