/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file so that it is whole or not there. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes to a temporary file beside the target, flushes it to the disk and renames it into place. The error names
 * the file. */
gboolean matchum_file_writer_write (GFile         *file,
                                    GBytes        *bytes,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
