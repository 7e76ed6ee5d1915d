/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of word processors, read by pandoc where it is installed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_PANDOC_DOCX,
  MATCHUM_PANDOC_ODT,
} MatchumPandocFormat;

/* The document as a piece of HTML. pandoc runs without files and network, under limits of time and memory. Blocks, for
 * half a minute at most. Fails with a MATCHUM_SOURCE_ERROR: UNREADABLE where pandoc is not there, FORMAT where it cannot
 * read the document, TOO_LARGE where that takes too much (or G_IO_ERROR_CANCELLED). */
GBytes *matchum_pandoc_to_html (const char           *name,
                                GBytes               *bytes,
                                MatchumPandocFormat   format,
                                GCancellable         *cancellable,
                                GError              **error);

G_END_DECLS
