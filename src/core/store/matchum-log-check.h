/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether the write-ahead log beside a library is whole. SQLite takes a log up to the first frame whose checksum is wrong: after
 * a power failure that is right, since what follows was never confirmed. But where whole transactions follow, they had been
 * confirmed, and would be lost without a word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* path: the library, which nobody has open. FALSE where confirmed edits stand behind a damaged place. */
gboolean matchum_log_check_is_whole (const char *path);

G_END_DECLS
