/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading after the other, none at the same time. */
#include "config.h"

#include "ui/matchum-source-reading.h"

#include "resume/matchum-markdown-resume-reader.h"

struct _MatchumSourceReading {
  GObject parent_instance;

  char *name;
  MatchumResume *resume;
  char *problem;
  GBytes *next; /* text to be read when the reading under way is done */
  gboolean is_reading;
  gboolean is_stopped;
};

typedef struct {
  char *name;
  GBytes *text;
} Job;

enum { READ, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSourceReading, matchum_source_reading, G_TYPE_OBJECT)

static void start (MatchumSourceReading *self, GBytes *text);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_bytes_unref (job->text);
  g_free (job);
}

MatchumResume *
matchum_source_reading_run (const char *name, GBytes *text, char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new (name, text, &error);
  MatchumResume *resume = source != NULL ? matchum_markdown_resume_reader_read (source, &error) : NULL;

  if (problem != NULL)
    *problem = resume == NULL ? g_strdup (error->message) : NULL;
  return resume;
}

static void
run_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  char *problem;
  MatchumResume *resume = matchum_source_reading_run (job->name, job->text, &problem);

  if (resume != NULL)
    g_task_return_pointer (task, resume, (GDestroyNotify) matchum_resume_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", problem);
  g_free (problem);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumSourceReading *self = MATCHUM_SOURCE_READING (object);
  g_autoptr (GError) error = NULL;
  MatchumResume *resume = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GBytes) next = g_steal_pointer (&self->next);

  self->is_reading = FALSE;
  g_clear_pointer (&self->resume, matchum_resume_unref);
  self->resume = resume;
  g_free (self->problem);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
  if (self->is_stopped)
    return;
  if (next != NULL)
    start (self, next);
  else
    g_signal_emit (self, signals[READ], 0);
}

static void
start (MatchumSourceReading *self, GBytes *text)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done_cb, NULL);
  Job *job = g_new (Job, 1);

  job->name = g_strdup (self->name);
  job->text = g_bytes_ref (text);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  self->is_reading = TRUE;
  g_task_run_in_thread (task, run_cb);
}

static void
matchum_source_reading_finalize (GObject *object)
{
  MatchumSourceReading *self = MATCHUM_SOURCE_READING (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->next, g_bytes_unref);

  G_OBJECT_CLASS (matchum_source_reading_parent_class)->finalize (object);
}

static void
matchum_source_reading_class_init (MatchumSourceReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_source_reading_finalize;

  signals[READ] =
      g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_source_reading_init (MatchumSourceReading *self)
{
}

MatchumSourceReading *
matchum_source_reading_new (const char *name)
{
  MatchumSourceReading *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_SOURCE_READING, NULL);
  self->name = g_strdup (name);
  return self;
}

void
matchum_source_reading_read (MatchumSourceReading *self, GBytes *text)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_READING (self));
  g_return_if_fail (text != NULL);

  if (!self->is_reading)
    {
      start (self, text);
      return;
    }
  g_clear_pointer (&self->next, g_bytes_unref);
  self->next = g_bytes_ref (text);
}

gboolean
matchum_source_reading_is_busy (MatchumSourceReading *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), FALSE);

  return self->is_reading;
}

MatchumResume *
matchum_source_reading_get_resume (MatchumSourceReading *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), NULL);

  return self->resume;
}

const char *
matchum_source_reading_get_problem (MatchumSourceReading *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), NULL);

  return self->problem;
}

void
matchum_source_reading_stop (MatchumSourceReading *self)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_READING (self));

  self->is_stopped = TRUE;
}
