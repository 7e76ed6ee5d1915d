/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go with everything that hangs on them, their trace goes from the undo log, and the file is written anew: a page
 * that was split or filled up may hold a stale copy of a row that deleting does not reach. Then the same is done to
 * each backup. */
#include "config.h"

#include "store/matchum-library-forget.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-database-private.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-private.h"
#include "store/matchum-statement.h"
#include "store/matchum-undo-log.h"

typedef struct {
  MatchumForget what;
  char *id;
  gboolean with_sent_copies;
} Task;

static const char *const tables[] = { "baselines", "postings", "applications", "sent_copies", NULL };
static const char *const sent_columns[] = { "baseline", "posting", "application", "id", NULL };

static void
free_task (Task *task)
{
  g_free (task->id);
  g_free (task);
}

static gboolean
run_with_id (MatchumDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_text (statement, 1, id);
  return matchum_statement_run (statement, error);
}

/* Everything that goes is logged first, so that the log tells what hung on it; then the log forgets all of that. */
static gboolean
forget_rows (MatchumDatabase *database, const Task *task, MatchumChanges *changes, GError **error)
{
  const char *table = tables[task->what];
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
  g_autofree char *sent_sql = g_strdup_printf ("DELETE FROM sent_copies WHERE %s = ?1", sent_columns[task->what]);
  MatchumUndoStep step;

  if (!matchum_undo_log_begin (database, "", NULL, &step, error) || !run_with_id (database, sql, task->id, error)
      || (task->with_sent_copies && !run_with_id (database, sent_sql, task->id, error)))
    return FALSE;
  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  matchum_undo_log_collect_lasting (database, changes);
  return matchum_undo_log_collect (database, step.last_change, changes, error)
         && matchum_undo_log_forget (database, table, task->id, error);
}

static gboolean
forget_in_transaction (MatchumDatabase *database, const Task *task, MatchumChanges *changes, GError **error)
{
  gboolean is_fine;

  if (!matchum_database_begin (database, error))
    return FALSE;
  is_fine = task->what == MATCHUM_FORGET_HISTORY ? matchum_undo_log_clear (database, error)
                                                 : forget_rows (database, task, changes, error);
  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  if (is_fine)
    return matchum_database_commit (database, error);
  matchum_database_roll_back (database);
  return FALSE;
}

/* Writes every page anew and leaves no log. */
static gboolean
scrub (MatchumDatabase *database, GError **error)
{
  gint64 is_busy;

  if (!matchum_database_execute (database, "VACUUM", error)
      || !matchum_database_get_int (database, "PRAGMA wal_checkpoint (TRUNCATE)", &is_busy, error))
    return FALSE;
  if (!is_busy)
    return TRUE;
  g_set_error_literal (
      error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_BUSY,
      _ ("It was deleted, but another program still reads the library, so its bytes are not yet gone from "
         "the file. Close that program and delete again."));
  return FALSE;
}

static gboolean
forget_in_backup_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MatchumChanges) changes = matchum_changes_new ();

  return forget_in_transaction (database, data, changes, error) && scrub (database, error);
}

/* A backup that cannot be cleaned goes. */
static void
forget_in_backups (const char *path, Task *task)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const MatchumBackup *backup = g_ptr_array_index (backups, i);

      if (backup->is_damaged || !matchum_backup_rewrite (backup->path, forget_in_backup_cb, task, NULL))
        matchum_backup_remove (backup);
    }
}

static gboolean
forget_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  const char *path = matchum_database_get_path (database);

  if (!forget_in_transaction (database, data, changes, error))
    return FALSE;
  if (path != NULL)
    forget_in_backups (path, data);
  return scrub (database, error);
}

static Task *
create_task (MatchumForget what, const char *id, gboolean with_sent_copies)
{
  Task *task = g_new0 (Task, 1);

  task->what = what;
  task->id = g_strdup (id);
  task->with_sent_copies = with_sent_copies;
  return task;
}

gboolean
matchum_library_forget (MatchumLibrary *self,
                        MatchumForget what,
                        const char *id,
                        gboolean with_sent_copies,
                        GError **error)
{
  g_return_val_if_fail (id != NULL || what == MATCHUM_FORGET_HISTORY, FALSE);

  return matchum_library_run (self, forget_cb, create_task (what, id, with_sent_copies), (GDestroyNotify) free_task,
                              error);
}

void
matchum_library_forget_async (MatchumLibrary *self,
                              MatchumForget what,
                              const char *id,
                              gboolean with_sent_copies,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (id != NULL || what == MATCHUM_FORGET_HISTORY);

  matchum_library_run_async (self, forget_cb, create_task (what, id, with_sent_copies), (GDestroyNotify) free_task,
                             callback, user_data);
}
