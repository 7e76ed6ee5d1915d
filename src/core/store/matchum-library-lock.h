/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One editor at a time: a lock on a file beside the library, held for as long as it is open for editing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MatchumLibraryLock MatchumLibraryLock;

/* Waits up to wait_ms milliseconds for another program to let go. The error is MATCHUM_LIBRARY_ERROR_IN_USE where it does
 * not, and a GFileError where the lock cannot be made. */
MatchumLibraryLock *matchum_library_lock_take (const char          *path,
                                               guint                wait_ms,
                                               GError             **error);
void                matchum_library_lock_free (MatchumLibraryLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumLibraryLock, matchum_library_lock_free)

G_END_DECLS
