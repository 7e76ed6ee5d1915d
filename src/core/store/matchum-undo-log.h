/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that can be undone and redone, each with the rows as they were. Triggers write it; see matchum-triggers.h. */
#pragma once

#include "store/matchum-changes.h"
#include "store/matchum-database.h"

G_BEGIN_DECLS

typedef struct {
  guint  max_steps;
  gsize  max_bytes; /* of the values kept; the newest step stays however large it is */
} MatchumUndoLimits;

/* The step that writes go to. */
typedef struct {
  gint64 id;
  gint64 last_change; /* the newest that was logged before it began */
} MatchumUndoStep;

extern const char matchum_undo_log_sql[];

/* Makes the writes that follow a new step, or part of the newest where that has the same merge_key, which may be NULL. */
gboolean  matchum_undo_log_begin    (MatchumDatabase          *database,
                                     const char               *label,
                                     const char               *merge_key,
                                     MatchumUndoStep          *step,
                                     GError                  **error);
/* Ends the step: tells what it changed, forgets what could be redone, and forgets the oldest steps beyond the limits. A
 * step that changed nothing is none, nor is one that took back, bit by bit, all that it did. */
gboolean  matchum_undo_log_end      (MatchumDatabase          *database,
                                     const MatchumUndoStep    *step,
                                     const MatchumUndoLimits  *limits,
                                     MatchumChanges           *changes,
                                     GError                  **error);
/* Takes back the newest step that is done, or does again the oldest that was taken back. FALSE without error: there is
 * none. */
gboolean  matchum_undo_log_undo     (MatchumDatabase          *database,
                                     MatchumChanges           *changes,
                                     GError                  **error);
gboolean  matchum_undo_log_redo     (MatchumDatabase          *database,
                                     MatchumChanges           *changes,
                                     GError                  **error);
/* What they would do, NULL where there is nothing. */
gboolean  matchum_undo_log_get_labels (MatchumDatabase        *database,
                                       char                  **undo_label,
                                       char                  **redo_label,
                                       GError                **error);
gboolean  matchum_undo_log_clear    (MatchumDatabase          *database,
                                     GError                  **error);
/* Forgets every change of the row with a key of one column, of the rows that belong to it, and of those that hang on it
 * otherwise, as applications hang on postings. */
gboolean  matchum_undo_log_forget   (MatchumDatabase          *database,
                                     const char               *table,
                                     const char               *id,
                                     GError                  **error);

/* Adds what was logged after a change: the tables that were written to, and what their rows belong to. */
gboolean  matchum_undo_log_collect         (MatchumDatabase   *database,
                                            gint64             after,
                                            MatchumChanges    *changes,
                                            GError           **error);
/* Adds the tables outside undo that were written to since the step, undo or redo began. */
void      matchum_undo_log_collect_lasting (MatchumDatabase   *database,
                                            MatchumChanges    *changes);

G_END_DECLS
