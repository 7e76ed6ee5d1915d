/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading after the other, none at the same time. */
#include "config.h"

#include "ui/matchum-source-reading.h"

#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

struct _MatchumSourceReading {
  GObject parent_instance;

  MatchumDocumentKind kind;
  char *name;
  MatchumDay as_of; /* zero: nobody asks for notes */
  MatchumResume *resume;
  MatchumPosting *posting;
  GPtrArray *notes; /* of MatchumResumeNote, or NULL */
  char *problem;
  GBytes *next; /* text to be read when the reading under way is done */
  gboolean is_reading;
  gboolean is_stopped;
};

typedef struct {
  MatchumDocumentKind kind;
  char *name;
  MatchumDay as_of;
  GBytes *text;
} Job;

/* One of the two, or neither; with notes of a resume, where they are asked for. */
typedef struct {
  MatchumResume *resume;
  MatchumPosting *posting;
  GPtrArray *notes;
} Reading;

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

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->resume, matchum_resume_unref);
  g_clear_pointer (&reading->posting, matchum_posting_unref);
  g_clear_pointer (&reading->notes, g_ptr_array_unref);
  g_free (reading);
}

static Reading *
run (MatchumDocumentKind kind, const char *name, GBytes *text, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_source_new (name, text, error);
  Reading reading = { NULL };

  if (source != NULL && kind == MATCHUM_DOCUMENT_POSTING)
    reading.posting = matchum_posting_reader_read (source, error);
  else if (source != NULL)
    reading.resume = matchum_markdown_resume_reader_read (source, error);
  return reading.posting != NULL || reading.resume != NULL ? g_memdup2 (&reading, sizeof reading) : NULL;
}

static void
find_notes (Reading *reading, MatchumDay as_of)
{
  g_autoptr (GPtrArray) facts = NULL;

  if (reading->resume == NULL || as_of.year == 0)
    return;
  facts = matchum_resume_facts_read (reading->resume);
  reading->notes = matchum_resume_notes_find (reading->resume, facts, as_of);
}

static void
run_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  Reading *reading = run (job->kind, job->name, job->text, &error);

  if (reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  find_notes (reading, job->as_of);
  g_task_return_pointer (task, reading, reading_free);
}

static void
take_reading (MatchumSourceReading *self, Reading *reading, const GError *error)
{
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  if (reading != NULL)
    {
      self->notes = g_steal_pointer (&reading->notes);
      self->resume = g_steal_pointer (&reading->resume);
      self->posting = g_steal_pointer (&reading->posting);
      reading_free (reading);
    }
  g_free (self->problem);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumSourceReading *self = MATCHUM_SOURCE_READING (object);
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GBytes) next = g_steal_pointer (&self->next);

  self->is_reading = FALSE;
  take_reading (self, reading, error);
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

  job->kind = self->kind;
  job->name = g_strdup (self->name);
  job->as_of = self->as_of;
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
  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
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
matchum_source_reading_new (MatchumDocumentKind kind, const char *name)
{
  MatchumSourceReading *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_SOURCE_READING, NULL);
  self->kind = kind;
  self->name = g_strdup (name);
  return self;
}

void
matchum_source_reading_set_day (MatchumSourceReading *self, MatchumDay as_of)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_READING (self));

  self->as_of = as_of;
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

MatchumPosting *
matchum_source_reading_get_posting (MatchumSourceReading *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), NULL);

  return self->posting;
}

GPtrArray *
matchum_source_reading_get_notes (MatchumSourceReading *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), NULL);

  return self->notes;
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

char *
matchum_source_reading_find_problem (MatchumSourceReading *self, GBytes *text)
{
  g_autoptr (GError) error = NULL;
  Reading *reading;

  g_return_val_if_fail (MATCHUM_IS_SOURCE_READING (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  reading = run (self->kind, self->name, text, &error);
  if (reading == NULL)
    return g_strdup (error->message);
  reading_free (reading);
  return NULL;
}
