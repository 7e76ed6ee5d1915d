/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where the tables of a damaged library begin, by its table of tables, as far as that can be read. For the files of this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a library: pages of MATCHUM_PAGE_BYTES. */
typedef struct {
  guint8 *data;
  gsize   length;
} MatchumSalvageImage;

/* tables: names to look for. Returns: (transfer full): name → page number, as GUINT_TO_POINTER, of those that were found. */
GHashTable *matchum_salvage_roots_find (const MatchumSalvageImage *pages,
                                        GPtrArray                 *tables);

/* Whether a table with so many columns may begin at a page: it is a page of a table tree, and the rows that it leads to first, if any can
 * be read, have as many. */
gboolean    matchum_salvage_roots_fits (const MatchumSalvageImage *pages,
                                        guint32                    root,
                                        guint                      n_columns);

G_END_DECLS
