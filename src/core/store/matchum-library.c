/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two connections: one that the writer's thread owns, one that reads on the caller's. Whatever the writer has finished
 * is told on the caller's thread in the order it was asked for. */
#include "config.h"

#include "store/matchum-library-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/matchum-database-private.h"
#include "store/matchum-library-check.h"
#include "store/matchum-library-files.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-migration.h"
#include "store/matchum-schema.h"

#define MAX_UNDO_STEPS 1000
#define MAX_UNDO_BYTES (16 * 1024 * 1024)

struct _MatchumLibrary {
  GObject parent_instance;

  char *path;
  char *read_only_reason;
  MatchumLibraryLock *lock;
  MatchumDatabase *reader;
  MatchumWriter *writer; /* NULL where nothing can be edited */
  GSource *source;       /* wakes the owner's thread when the writer has finished something */
  guint n_pending;
  char *undo_label;
  char *redo_label;
  MatchumUndoLimits limits;
};

enum {
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_IS_PENDING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An edit on its way to the writer's thread. */
typedef struct {
  MatchumEdit *edit;
  MatchumUndoLimits limits;
} EditTask;

G_DEFINE_FINAL_TYPE (MatchumLibrary, matchum_library, G_TYPE_OBJECT)

static void
set_label (MatchumLibrary *self, char **label, const char *value, guint property)
{
  if (g_strcmp0 (*label, value) == 0)
    return;
  g_free (*label);
  *label = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
change_n_pending (MatchumLibrary *self, int by)
{
  const gboolean was_pending = self->n_pending > 0;

  self->n_pending = (guint) ((int) self->n_pending + by);
  if (was_pending != (self->n_pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_PENDING]);
}

/* Tells what a job did. Who asked for it hears last, when everything else is as it left it. */
static void
tell (MatchumLibrary *self, MatchumWriterJob *job)
{
  job->is_told = TRUE;
  change_n_pending (self, -1);
  set_label (self, &self->undo_label, job->undo_label, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, job->redo_label, PROP_REDO_LABEL);
  if (job->is_done && !matchum_changes_is_empty (job->changes))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, job->changes);
  if (job->is_waited_for)
    return;
  if (job->task != NULL && job->is_done)
    g_task_return_boolean (job->task, TRUE);
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (!job->is_done)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, job->error);
  matchum_writer_job_free (job);
  g_object_unref (self);
}

/* Tells what is finished in its order: up to a job, or everything where that is NULL. A handler may wait for a job of
 * its own and so tell those that follow. */
static void
tell_finished (MatchumLibrary *self, MatchumWriterJob *until)
{
  MatchumWriterJob *job;

  g_object_ref (self);
  while ((until == NULL || !until->is_told) && self->writer != NULL
         && (job = matchum_writer_take_finished (self->writer)) != NULL)
    tell (self, job);
  g_object_unref (self);
}

static gboolean
dispatch_cb (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  tell_finished (data, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
source_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* On the writer's thread. */
static void
finished_cb (gpointer data)
{
  g_source_set_ready_time (data, 0);
}

static void
add_source (MatchumLibrary *self)
{
  static GSourceFuncs functions = { .dispatch = dispatch_cb };
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->source = g_source_new (&functions, sizeof (GSource));
  g_source_set_name (self->source, "matchum-library");
  g_source_set_callback (self->source, source_cb, self, NULL);
  g_source_attach (self->source, context);
}

static void
matchum_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumLibrary *self = MATCHUM_LIBRARY (object);

  switch (id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_IS_PENDING:
      g_value_set_boolean (value, self->n_pending > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_library_dispose (GObject *object)
{
  matchum_library_close (MATCHUM_LIBRARY (object));
  G_OBJECT_CLASS (matchum_library_parent_class)->dispose (object);
}

static void
matchum_library_finalize (GObject *object)
{
  MatchumLibrary *self = MATCHUM_LIBRARY (object);

  g_free (self->path);
  g_free (self->read_only_reason);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (matchum_library_parent_class)->finalize (object);
}

static void
matchum_library_class_init (MatchumLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = matchum_library_get_property;
  object_class->dispose = matchum_library_dispose;
  object_class->finalize = matchum_library_finalize;

  properties[PROP_UNDO_LABEL] =
      g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] =
      g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_PENDING] =
      g_param_spec_boolean ("is-pending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, MATCHUM_TYPE_CHANGES);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
matchum_library_init (MatchumLibrary *self)
{
  self->limits = (MatchumUndoLimits){ MAX_UNDO_STEPS, MAX_UNDO_BYTES };
  add_source (self);
}

/* Lets edits begin: database becomes the writer's. */
static gboolean
start_writer (MatchumLibrary *self, MatchumDatabase *database, GError **error)
{
  if (!matchum_undo_log_get_labels (database, &self->undo_label, &self->redo_label, error))
    return FALSE;
  self->writer = matchum_writer_new (database, finished_cb, self->source);
  return TRUE;
}

/* Opens what is there and looks whether it can be trusted. */
static gboolean
open_reader (MatchumLibrary *self, gint64 *version, GError **error)
{
  GError *found = NULL;

  self->reader = matchum_library_files_open_read (self->path, &found);
  if (self->reader == NULL)
    return matchum_library_check_translate (self->path, found, error);
  return matchum_library_check (self->reader, version, error);
}

static gboolean
is_denied (const GError *error)
{
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS);
}

/* Takes the lock; where the system does not let us, what is there can still be read. */
static gboolean
take_lock (MatchumLibrary *self, guint wait_ms, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->lock = matchum_library_lock_take (self->path, wait_ms, &local);
  if (self->lock != NULL)
    return TRUE;
  if (!is_denied (local) || !g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->read_only_reason = g_strdup (_ ("You may not write where this library is, so it can only be read. Copy it to a "
                                        "folder of your own to edit it."));
  return TRUE;
}

static gboolean
make_missing (MatchumLibrary *self, GError **error)
{
  return g_file_test (self->path, G_FILE_TEST_EXISTS) || matchum_library_files_create (self->path, error);
}

static gboolean
set_missing (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_MISSING,
               _ ("%s: There is no library here. Choose another file, or make a new library."), name);
  return FALSE;
}

/* Brings an older library up to this version, which needs a backup first. */
static gboolean
bring_up (MatchumLibrary *self, MatchumDatabase *database, gint64 version, GError **error)
{
  return version == MATCHUM_SCHEMA_VERSION || matchum_migration_bring_up (database, version, error);
}

static gboolean
open_writer (MatchumLibrary *self, gint64 version, GError **error)
{
  g_autoptr (MatchumDatabase) database = matchum_database_open (self->path, MATCHUM_DATABASE_READ_WRITE, error);

  if (database == NULL)
    return FALSE;
  if (sqlite3_db_readonly (matchum_database_get_handle (database), "main") == 1)
    {
      self->read_only_reason =
          g_strdup (_ ("The file of this library may not be changed, so it can only be read. Allow changes to it, or "
                       "copy it, to edit it."));
      return TRUE;
    }
  return bring_up (self, database, version, error) && start_writer (self, database, error);
}

static gboolean
open_for_reading (MatchumLibrary *self, GError **error)
{
  gint64 version;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return set_missing (self->path, error);
  if (self->read_only_reason == NULL)
    self->read_only_reason = g_strdup (_ ("The library was opened for reading only."));
  return open_reader (self, &version, error);
}

static gboolean
open_for_editing (MatchumLibrary *self, gboolean can_create, guint wait_ms, GError **error)
{
  gint64 version;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS)
      && (can_create ? !matchum_library_files_make_folder (self->path, error) : !set_missing (self->path, error)))
    return FALSE;
  if (!take_lock (self, wait_ms, error))
    return FALSE;
  if (self->lock == NULL)
    return open_for_reading (self, error);
  if (!make_missing (self, error) || !matchum_library_check_log (self->path, error)
      || !open_reader (self, &version, error))
    return FALSE;
  if (version <= MATCHUM_SCHEMA_VERSION)
    return open_writer (self, version, error);
  g_clear_pointer (&self->lock, matchum_library_lock_free);
  self->read_only_reason =
      g_strdup (_ ("This library was made by a newer version of Matchum, so this one can only read "
                   "it. Install the newer version to edit it."));
  return TRUE;
}

/* What could not be brought up to this version is read as if it were of it. */
static gboolean
stand_in (MatchumLibrary *self, GError **error)
{
  gint64 version;

  return self->read_only_reason == NULL
         || (matchum_database_get_int (self->reader, "PRAGMA user_version", &version, error)
             && matchum_migration_stand_in (self->reader, version, error));
}

/**
 * matchum_library_open:
 * @path: (nullable): the file; NULL is matchum_library_dup_default_path()
 * @wait_ms: how long to wait, in milliseconds, while another program has it open for editing
 *
 * Checks the whole file first, so that a damaged one is never used. A library that can be read but not edited is opened
 * all the same; see matchum_library_get_read_only_reason().
 *
 * Returns: (transfer full): the library, or NULL with @error: MATCHUM_LIBRARY_ERROR where it is missing, damaged, in
 * use or no library, MATCHUM_DATABASE_ERROR or G_FILE_ERROR where the system does not let us
 */
MatchumLibrary *
matchum_library_open (const char *path, MatchumLibraryOpen flags, guint wait_ms, GError **error)
{
  g_autoptr (MatchumLibrary) self = g_object_new (MATCHUM_TYPE_LIBRARY, NULL);
  g_autofree char *default_path = matchum_library_files_dup_default_path ();
  gboolean is_open;

  self->path = matchum_library_files_resolve (path != NULL ? path : default_path);
  if (flags & MATCHUM_LIBRARY_OPEN_READ_ONLY)
    is_open = open_for_reading (self, error);
  else
    is_open = open_for_editing (self, (flags & MATCHUM_LIBRARY_OPEN_CREATE) != 0, wait_ms, error);
  return is_open && stand_in (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
fill_memory (MatchumDatabase *database, GError **error)
{
  if (!matchum_database_begin (database, error))
    return FALSE;
  if (matchum_schema_create (database, error))
    return matchum_database_commit (database, error);
  matchum_database_roll_back (database);
  return FALSE;
}

MatchumLibrary *
matchum_library_new_in_memory (GError **error)
{
  g_autoptr (MatchumLibrary) self = g_object_new (MATCHUM_TYPE_LIBRARY, NULL);
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) database = matchum_database_open_memory (name, error);

  if (database == NULL || !fill_memory (database, error))
    return NULL;
  self->reader = matchum_database_open_memory (name, error);
  if (self->reader == NULL || !matchum_database_execute (self->reader, "PRAGMA query_only = ON", error))
    return NULL;
  return start_writer (self, database, error) ? g_steal_pointer (&self) : NULL;
}

char *
matchum_library_dup_default_path (void)
{
  return matchum_library_files_dup_default_path ();
}

void
matchum_library_close (MatchumLibrary *self)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY (self));

  g_object_ref (self);
  matchum_library_flush (self);
  /* The writing connection goes last: it puts everything into the one file. */
  g_clear_pointer (&self->reader, matchum_database_unref);
  g_clear_pointer (&self->writer, matchum_writer_free);
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_clear_pointer (&self->source, g_source_unref);
    }
  g_clear_pointer (&self->lock, matchum_library_lock_free);
  g_object_unref (self);
}

MatchumDatabase *
matchum_library_get_database (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), NULL);

  return self->reader;
}

const char *
matchum_library_get_path (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), NULL);

  return self->path;
}

const char *
matchum_library_get_read_only_reason (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), NULL);

  return self->read_only_reason;
}

/* Pushes a job; FALSE, with error, and the job freed where nothing can be edited. */
static gboolean
push (MatchumLibrary *self, MatchumWriterJob *job, GError **error)
{
  if (self->writer == NULL)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY,
                           self->read_only_reason != NULL ? self->read_only_reason : _ ("The library was closed."));
      return FALSE;
    }
  change_n_pending (self, 1);
  matchum_writer_push (self->writer, job);
  return TRUE;
}

gboolean
matchum_library_run (MatchumLibrary *self,
                     MatchumWriterFunc func,
                     gpointer data,
                     GDestroyNotify destroy,
                     GError **error)
{
  g_autoptr (MatchumWriterJob) job = matchum_writer_job_new (func, data, destroy);

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), FALSE);

  job->is_waited_for = TRUE;
  if (!push (self, job, error))
    return FALSE;
  matchum_writer_wait (self->writer);
  tell_finished (self, job);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  return job->is_done;
}

void
matchum_library_run_async (MatchumLibrary *self,
                           MatchumWriterFunc func,
                           gpointer data,
                           GDestroyNotify destroy,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (MatchumWriterJob) job = matchum_writer_job_new (func, data, destroy);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MATCHUM_IS_LIBRARY (self));

  if (callback != NULL)
    job->task = g_task_new (self, NULL, callback, user_data);
  if (push (self, job, &error))
    {
      /* Kept alive until the job is told of. */
      g_object_ref (self);
      g_steal_pointer (&job);
    }
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&error));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* A job for a thread and a connection of its own. */
typedef struct {
  MatchumWriterFunc func;
  gpointer data;
  GDestroyNotify destroy;
  char *path;
} ReadTask;

static void
free_read_task (ReadTask *task)
{
  if (task->destroy != NULL)
    task->destroy (task->data);
  g_free (task->path);
  g_free (task);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadTask *read = data;
  g_autoptr (MatchumChanges) changes = matchum_changes_new ();
  GError *error = NULL;
  g_autoptr (MatchumDatabase) database = matchum_library_files_open_read (read->path, &error);

  if (database != NULL && read->func (database, read->data, changes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread has a task without the library, whose last reference could otherwise be given up there. */
void
matchum_library_read_async (MatchumLibrary *self,
                            MatchumWriterFunc func,
                            gpointer data,
                            GDestroyNotify destroy,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  ReadTask *read;

  g_return_if_fail (MATCHUM_IS_LIBRARY (self));

  if (self->writer != NULL || self->path == NULL)
    {
      matchum_library_run_async (self, func, data, destroy, callback, user_data);
      return;
    }
  read = g_new0 (ReadTask, 1);
  *read = (ReadTask){ func, data, destroy, g_strdup (self->path) };
  task = g_task_new (NULL, NULL, read_done_cb, g_task_new (self, NULL, callback, user_data));
  g_task_set_task_data (task, read, (GDestroyNotify) free_read_task);
  g_task_run_in_thread (task, read_cb);
}

static void
free_task (EditTask *task)
{
  matchum_edit_unref (task->edit);
  g_free (task);
}

static gboolean
write_edit (MatchumDatabase *database, EditTask *task, MatchumChanges *changes, GError **error)
{
  const char *label = matchum_edit_get_label (task->edit);
  MatchumUndoStep step;

  if (label == NULL)
    {
      g_hash_table_unref (matchum_database_take_touched (database));
      if (!matchum_edit_carry_out (task->edit, database, error))
        return FALSE;
      matchum_undo_log_collect_lasting (database, changes);
      return TRUE;
    }
  return matchum_undo_log_begin (database, label, matchum_edit_get_merge_key (task->edit), &step, error)
         && matchum_edit_carry_out (task->edit, database, error)
         && matchum_undo_log_end (database, &step, &task->limits, changes, error);
}

/* Ends the transaction that was begun: with everything or with nothing. */
static gboolean
end (MatchumDatabase *database, gboolean is_fine, GError **error)
{
  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  if (is_fine)
    return matchum_database_commit (database, error);
  matchum_database_roll_back (database);
  return FALSE;
}

static gboolean
edit_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  return matchum_database_begin (database, error) && end (database, write_edit (database, data, changes, error), error);
}

static gboolean
set_nothing (gboolean is_done, const char *message, GError **error, GError *found)
{
  if (found != NULL)
    g_propagate_error (error, found);
  else if (!is_done)
    g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOTHING, message);
  return is_done;
}

static gboolean
undo_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  GError *found = NULL;
  gboolean is_done = matchum_database_begin (database, &found)
                     && end (database, matchum_undo_log_undo (database, changes, &found), &found);

  return set_nothing (is_done, _ ("There is nothing to undo."), error, found);
}

static gboolean
redo_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  GError *found = NULL;
  gboolean is_done = matchum_database_begin (database, &found)
                     && end (database, matchum_undo_log_redo (database, changes, &found), &found);

  return set_nothing (is_done, _ ("There is nothing to redo."), error, found);
}

static EditTask *
create_task (MatchumLibrary *self, MatchumEdit *edit)
{
  EditTask *task = g_new0 (EditTask, 1);

  task->edit = matchum_edit_ref (edit);
  task->limits = self->limits;
  return task;
}

gboolean
matchum_library_edit (MatchumLibrary *self, MatchumEdit *edit, GError **error)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return matchum_library_run (self, edit_cb, create_task (self, edit), (GDestroyNotify) free_task, error);
}

void
matchum_library_edit_async (MatchumLibrary *self, MatchumEdit *edit, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY (self));
  g_return_if_fail (edit != NULL);

  matchum_library_run_async (self, edit_cb, create_task (self, edit), (GDestroyNotify) free_task, callback, user_data);
}

gboolean
matchum_library_edit_once (MatchumLibrary *self, const char *label, MatchumEditFunc func, gpointer data, GError **error)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);

  matchum_edit_add (edit, func, data, NULL);
  return matchum_library_edit (self, edit, error);
}

gboolean
matchum_library_undo (MatchumLibrary *self, GError **error)
{
  return matchum_library_run (self, undo_cb, NULL, NULL, error);
}

void
matchum_library_undo_async (MatchumLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  matchum_library_run_async (self, undo_cb, NULL, NULL, callback, user_data);
}

gboolean
matchum_library_redo (MatchumLibrary *self, GError **error)
{
  return matchum_library_run (self, redo_cb, NULL, NULL, error);
}

void
matchum_library_redo_async (MatchumLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  matchum_library_run_async (self, redo_cb, NULL, NULL, callback, user_data);
}

gboolean
matchum_library_finish (MatchumLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
matchum_library_flush (MatchumLibrary *self)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY (self));

  if (self->writer == NULL)
    return;
  matchum_writer_wait (self->writer);
  tell_finished (self, NULL);
}

gboolean
matchum_library_is_pending (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), FALSE);

  return self->n_pending > 0;
}

const char *
matchum_library_get_undo_label (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), NULL);

  return self->undo_label;
}

const char *
matchum_library_get_redo_label (MatchumLibrary *self)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), NULL);

  return self->redo_label;
}

void
matchum_library_set_undo_limits (MatchumLibrary *self, const MatchumUndoLimits *limits)
{
  g_return_if_fail (MATCHUM_IS_LIBRARY (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}
