/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what can be read of a damaged library into a new one in its place. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SALVAGE (matchum_salvage_get_type ())

/* What came of it. */
typedef struct {
  guint  n_rows;      /* saved */
  guint  n_lost;      /* rows that were seen but could not be saved */
  guint  n_gaps;      /* places where nothing could be read: there, rows may be lost unseen */
  char  *set_aside;   /* where the damaged library is now */
} MatchumSalvage;

GType           matchum_salvage_get_type (void);
MatchumSalvage *matchum_salvage_copy     (const MatchumSalvage  *self);
void            matchum_salvage_free     (MatchumSalvage        *self);

/* The library at path must not be open. It is moved to the backups, as damaged, when everything readable is in the new one; if that
 * fails, it stays where it is. Undo starts anew. Returns: what was saved, or NULL with an error. */
MatchumSalvage *matchum_library_salvage  (const char            *path,
                                          guint                  wait_ms,
                                          GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumSalvage, matchum_salvage_free)

G_END_DECLS
