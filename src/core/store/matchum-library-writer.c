/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One queue in, one queue out, one lock over both. */
#include "config.h"

#include "store/matchum-library-writer.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-library-error.h"
#include "store/matchum-undo-log.h"

struct _MatchumWriter {
  MatchumDatabase *database;
  GDestroyNotify finished_cb;
  gpointer data;
  GThread *thread;
  GMutex lock;
  GCond cond;
  GQueue waiting;  /* jobs */
  GQueue finished; /* jobs */
  guint64 n_pushed;
  guint64 n_finished;
  gboolean is_ending;
  gboolean is_damaged; /* for the thread only */
};

MatchumWriterJob *
matchum_writer_job_new (MatchumWriterFunc func, gpointer data, GDestroyNotify destroy)
{
  MatchumWriterJob *self = g_new0 (MatchumWriterJob, 1);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  self->changes = matchum_changes_new ();
  return self;
}

void
matchum_writer_job_free (MatchumWriterJob *self)
{
  if (self == NULL)
    return;
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  matchum_changes_unref (self->changes);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

/* Whether the file turned out to be damaged while it was written to. */
static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CORRUPT)
         || g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_NOT_A_DATABASE);
}

/* Once damage was found, nothing more is written: that could only make it worse. */
static void
do_job (MatchumWriter *self, MatchumWriterJob *job)
{
  if (self->is_damaged)
    g_set_error_literal (
        &job->error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
        _ ("The library is damaged and takes no more edits. Close it, then restore a backup, or save what "
           "can be read into a new library."));
  else
    job->is_done = job->func (self->database, job->data, job->changes, &job->error);
  self->is_damaged |= is_damage (job->error);
  /* Labels that cannot be read now say nothing of the job; they are read again after the next. */
  matchum_undo_log_get_labels (self->database, &job->undo_label, &job->redo_label, NULL);
}

static MatchumWriterJob *
wait_for_job (MatchumWriter *self)
{
  MatchumWriterJob *job;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->waiting) && !self->is_ending)
    g_cond_wait (&self->cond, &self->lock);
  job = g_queue_pop_head (&self->waiting);
  g_mutex_unlock (&self->lock);
  return job;
}

static gpointer
write_cb (gpointer data)
{
  MatchumWriter *self = data;
  MatchumWriterJob *job;

  while ((job = wait_for_job (self)) != NULL)
    {
      do_job (self, job);
      g_mutex_lock (&self->lock);
      g_queue_push_tail (&self->finished, job);
      self->n_finished++;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->lock);
      self->finished_cb (self->data);
    }
  return NULL;
}

/**
 * matchum_writer_new:
 * @database: the connection, used by nobody else until the writer is freed
 */
MatchumWriter *
matchum_writer_new (MatchumDatabase *database, GDestroyNotify finished_cb, gpointer data)
{
  MatchumWriter *self = g_new0 (MatchumWriter, 1);

  self->database = matchum_database_ref (database);
  self->finished_cb = finished_cb;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  g_queue_init (&self->waiting);
  g_queue_init (&self->finished);
  self->thread = g_thread_new ("matchum-writer", write_cb, self);
  return self;
}

void
matchum_writer_free (MatchumWriter *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->is_ending = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_queue_clear_full (&self->finished, (GDestroyNotify) matchum_writer_job_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  matchum_database_unref (self->database);
  g_free (self);
}

void
matchum_writer_push (MatchumWriter *self, MatchumWriterJob *job)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, job);
  self->n_pushed++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
}

void
matchum_writer_wait (MatchumWriter *self)
{
  guint64 goal;

  g_mutex_lock (&self->lock);
  goal = self->n_pushed;
  while (self->n_finished < goal)
    g_cond_wait (&self->cond, &self->lock);
  g_mutex_unlock (&self->lock);
}

MatchumWriterJob *
matchum_writer_take_finished (MatchumWriter *self)
{
  MatchumWriterJob *job;

  g_mutex_lock (&self->lock);
  job = g_queue_pop_head (&self->finished);
  g_mutex_unlock (&self->lock);
  return job;
}
