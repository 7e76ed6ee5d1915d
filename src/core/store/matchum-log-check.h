/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether the write-ahead log beside a library is whole. SQLite takes a log up to the first frame whose checksum is wrong: after
 * a power failure that is right, since what follows was never confirmed. But where whole transactions follow, they had been
 * confirmed, and would be lost without a word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* path: the library, which nobody has open. FALSE where confirmed edits stand behind a damaged place. */
gboolean matchum_log_check_is_whole (const char  *path);

/* Puts into the pages of a file, which may grow or shrink, what was committed in a log, as SQLite would: up to the first frame that is
 * not what was written. With is_mending, a bit that was flipped is found by the checksums and put back, in the log that is given too, and
 * frames that can only have been confirmed are taken as they are. Returns: whether anything was put there. */
gboolean matchum_log_check_take_in  (guint8     **pages,
                                     gsize       *length,
                                     guint8      *log,
                                     gsize        log_length,
                                     gboolean     is_mending);

G_END_DECLS
