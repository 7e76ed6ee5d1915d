/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edit of a library: what is written in one transaction and undone in one step, with the words that name it. It is made
 * on one thread and may be carried out on another, so what it needs goes with it. Reference counted. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_EDIT (matchum_edit_get_type ())

typedef struct _MatchumEdit MatchumEdit;

/* Part of an edit. The functions of the tables are such parts: matchum_posting_table_put() with a record,
 * matchum_posting_table_remove() with an id. */
typedef gboolean (*MatchumEditFunc) (MatchumDatabase  *database,
                                     gpointer          data,
                                     GError          **error);

GType        matchum_edit_get_type      (void);

/* label: what is done, in the user's language, for "Undo Hide Item"; not what it is done to, since the label of a step
 * stays where that is deleted for good. NULL for writes that undo does not reach: settings and sent copies. */
MatchumEdit *matchum_edit_new           (const char       *label);
MatchumEdit *matchum_edit_ref           (MatchumEdit      *self);
void         matchum_edit_unref         (MatchumEdit      *self);

/* Adds a part, which is carried out after those before; if one fails, nothing of the edit is kept. Takes data. */
void         matchum_edit_add           (MatchumEdit      *self,
                                         MatchumEditFunc   func,
                                         gpointer          data,
                                         GDestroyNotify    destroy);
/* Edits in a row that have the same key are undone in one step: the words typed into one field, say. */
void         matchum_edit_set_merge_key (MatchumEdit      *self,
                                         const char       *merge_key);
const char  *matchum_edit_get_label     (MatchumEdit      *self);
const char  *matchum_edit_get_merge_key (MatchumEdit      *self);
/* For the store. */
gboolean     matchum_edit_carry_out     (MatchumEdit      *self,
                                         MatchumDatabase  *database,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumEdit, matchum_edit_unref)

G_END_DECLS
