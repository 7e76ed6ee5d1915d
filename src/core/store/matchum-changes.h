/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit, an undo or a redo touched: what shows any of it reads it again. Reference counted. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_CHANGES (matchum_changes_get_type ())

typedef struct _MatchumChanges MatchumChanges;

GType           matchum_changes_get_type         (void);

MatchumChanges *matchum_changes_new              (void);
MatchumChanges *matchum_changes_ref              (MatchumChanges *self);
void            matchum_changes_unref            (MatchumChanges *self);

/* For the store. */
void            matchum_changes_add              (MatchumChanges *self,
                                                  const char     *table,
                                                  const char     *id);
void            matchum_changes_add_table        (MatchumChanges *self,
                                                  const char     *table);
void            matchum_changes_set_everything   (MatchumChanges *self);

gboolean        matchum_changes_is_empty         (MatchumChanges *self);
/* After a restore or an import: nothing read before counts. */
gboolean        matchum_changes_is_everything    (MatchumChanges *self);
/* Whether the one with this id, or a row that belongs to it, was added, changed or removed; TRUE for all if everything. */
gboolean        matchum_changes_has_baseline     (MatchumChanges *self,
                                                  const char     *id);
gboolean        matchum_changes_has_posting      (MatchumChanges *self,
                                                  const char     *id);
gboolean        matchum_changes_has_application  (MatchumChanges *self,
                                                  const char     *id);
/* NULL-terminated ids, sorted; free with g_strfreev(). */
char          **matchum_changes_dup_baselines    (MatchumChanges *self);
char          **matchum_changes_dup_postings     (MatchumChanges *self);
char          **matchum_changes_dup_applications (MatchumChanges *self);
/* "aliases", "sent_copies", "entry_links", "settings" … */
gboolean        matchum_changes_has_table        (MatchumChanges *self,
                                                  const char     *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumChanges, matchum_changes_unref)

G_END_DECLS
