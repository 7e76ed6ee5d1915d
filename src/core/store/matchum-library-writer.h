/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that owns the writing connection of a library and does one job after the other, in the order they came. For
 * the files of this room. */
#pragma once

#include <gio/gio.h>

#include "store/matchum-changes.h"
#include "store/matchum-database.h"

G_BEGIN_DECLS

typedef struct _MatchumWriter    MatchumWriter;
typedef struct _MatchumWriterJob MatchumWriterJob;

/* Runs on the thread. Returns whether it was done; changes are told where it was. */
typedef gboolean (*MatchumWriterFunc) (MatchumDatabase  *database,
                                       gpointer          data,
                                       MatchumChanges   *changes,
                                       GError          **error);

struct _MatchumWriterJob {
  MatchumWriterFunc  func;
  gpointer           data;
  GDestroyNotify     destroy;
  GTask             *task; /* to tell, or NULL; for the owner of the writer, as is what follows, once it is finished */
  gboolean           is_waited_for; /* its maker frees it */
  gboolean           is_told;
  gboolean           is_done;
  GError            *error;
  MatchumChanges    *changes;
  char              *undo_label;
  char              *redo_label;
};

/* finished_cb runs on the thread after each job. */
MatchumWriter    *matchum_writer_new           (MatchumDatabase   *database,
                                                GDestroyNotify     finished_cb,
                                                gpointer           data);
/* Does what is left, then ends the thread. */
void              matchum_writer_free          (MatchumWriter     *self);

/* Takes the job. */
void              matchum_writer_push          (MatchumWriter     *self,
                                                MatchumWriterJob  *job);
/* Waits until everything pushed so far is finished. */
void              matchum_writer_wait          (MatchumWriter     *self);
/* The job that was finished first of those not yet taken, or NULL. */
MatchumWriterJob *matchum_writer_take_finished (MatchumWriter     *self);

MatchumWriterJob *matchum_writer_job_new       (MatchumWriterFunc  func,
                                                gpointer           data,
                                                GDestroyNotify     destroy);
void              matchum_writer_job_free      (MatchumWriterJob  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumWriterJob, matchum_writer_job_free)

G_END_DECLS
