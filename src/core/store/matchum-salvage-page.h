/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the first page of a database that has one table, so that a table can be read whose description is lost. For the files of this
 * room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The size of pages of every library, and of the header that the first begins with. */
#define MATCHUM_PAGE_BYTES   4096
#define MATCHUM_HEADER_BYTES 100

/* Puts right what the header of every library says; has_log: whether a log stands beside it. The number of pages is taken from the size
 * of the file, and the list of free pages is not needed for reading. */
void     matchum_salvage_page_mend_header (guint8      *header,
                                           gboolean     has_log);
/* Fills page, MATCHUM_PAGE_BYTES long, with a header and the one table, whose content begins at page number root. FALSE where its
 * description is too long. */
gboolean matchum_salvage_page_fill        (guint8      *page,
                                           const char  *table,
                                           guint32      root,
                                           const char  *sql);

/* How many columns the first row on a page has, where the page is a leaf of a table; else 0. */
guint    matchum_salvage_page_count_columns (const guint8 *page);

G_END_DECLS
