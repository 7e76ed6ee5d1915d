/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting for good: afterwards no byte of it is in any file of the library, neither in what undo keeps nor in the backups. A
 * damaged library that was set aside cannot be cleaned, so it goes as a whole. */
#pragma once

#include "store/matchum-library.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FORGET_BASELINE,    /* and its applications */
  MATCHUM_FORGET_POSTING,     /* the same */
  MATCHUM_FORGET_APPLICATION,
  MATCHUM_FORGET_SENT_COPY,
  MATCHUM_FORGET_HISTORY,     /* everything that undo and redo keep; id is NULL */
} MatchumForget;

/* Deletes for good, whether it is still there or only undo could bring it back. with_sent_copies: also the copies that were sent
 * of it, which stay otherwise. Where the error is MATCHUM_DATABASE_ERROR_BUSY, it is deleted, but another program still reads the
 * file, and its bytes go when this is called again. */
gboolean matchum_library_forget       (MatchumLibrary       *self,
                                       MatchumForget         what,
                                       const char           *id,
                                       gboolean              with_sent_copies,
                                       GError              **error);
void     matchum_library_forget_async (MatchumLibrary       *self,
                                       MatchumForget         what,
                                       const char           *id,
                                       gboolean              with_sent_copies,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

G_END_DECLS
