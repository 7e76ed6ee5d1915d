/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli library: checks, copies, brings back, takes out and takes in a library, and saves what can be read of
 * one. */
#include "config.h"

#include "matchum-command.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "matchum-cli-library.h"
#include "matchum-cli-output.h"
#include "matchum-cli-path.h"
#include "store/matchum-library-folder.h"
#include "store/matchum-library-salvage.h"

/* Long enough for another command to finish, too short for one to seem stuck. */
#define WAIT_SECONDS 2
#define MAX_WAIT_SECONDS 3600
#define TRY_EVERY_MS 20

typedef struct {
  const char *name;
  const char *operand; /* what the help calls it; NULL where there is none */
  gboolean can_wait;
  gboolean can_force;
  gboolean has_words; /* of its own, which it looks at itself */
  gboolean (*run) (const MatchumCliLibraryTask *task, GError **error);
} Action;

typedef struct {
  char *library;
  char *wait;
  gboolean force;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->library);
  g_free (options->wait);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* message: takes the name of the file. */
#define fail_file(error, code, path, message)                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *shown = g_filename_display_name (path);                                                           \
                                                                                                                       \
    g_set_error (error, G_FILE_ERROR, code, message, shown);                                                           \
    return FALSE;                                                                                                      \
  }                                                                                                                    \
  G_STMT_END

/* Says which file or folder was written. */
static void
print_written (const MatchumCliLibraryTask *task, const char *member)
{
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      g_autoptr (JsonBuilder) builder = matchum_cli_library_begin_json (task->path);

      matchum_cli_library_add_file (builder, member, task->operand);
      matchum_cli_library_end_json (builder);
      return;
    }
  matchum_cli_library_print_file (_ ("Written"), task->operand);
}

/* The backup that was not there before, or NULL. */
static MatchumBackup *
find_new (GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      MatchumBackup *backup = g_ptr_array_index (after, i);
      gboolean is_old = FALSE;

      for (guint j = 0; j < before->len && !is_old; j++)
        is_old = g_str_equal (backup->path, ((MatchumBackup *) g_ptr_array_index (before, j))->path);
      if (!is_old)
        return backup;
    }
  return NULL;
}

/* Says what the library is now, and where what it was has gone. */
static void
print_replaced (const MatchumCliLibraryTask *task, GPtrArray *before)
{
  g_autoptr (GPtrArray) after = matchum_backup_list (task->path);
  const MatchumBackup *kept = find_new (before, after);

  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      g_autoptr (JsonBuilder) builder = matchum_cli_library_begin_json (task->path);

      matchum_cli_library_add_file (builder, "from", task->operand);
      json_builder_set_member_name (builder, "kept");
      matchum_cli_library_add_backup (builder, kept);
      matchum_cli_library_end_json (builder);
      return;
    }
  matchum_cli_library_print_file (_ ("Written"), task->path);
  if (kept != NULL)
    matchum_cli_library_print_file (kept->is_damaged ? _ ("The damaged library that was there is kept")
                                                     : _ ("What was there before is kept"),
                                    kept->path);
}

/* A link that leads nowhere is something that is there, too. */
static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* The copy is made under a name of its own, beside the one it takes when it is whole. */
static gboolean
check_can_write (const MatchumCliLibraryTask *task, GError **error)
{
  g_autofree char *fresh = g_strconcat (task->operand, "-new", NULL);

  if (g_file_test (task->operand, G_FILE_TEST_IS_DIR))
    fail_file (error, G_FILE_ERROR_ISDIR, task->operand, _ ("%s: This is a folder. Name a file in it."));
  if (task->is_forced)
    return TRUE;
  if (is_there (task->operand))
    fail_file (error, G_FILE_ERROR_EXIST, task->operand,
               _ ("%s: This file is there already. Choose another name, or replace it with --force."));
  if (is_there (fresh))
    fail_file (error, G_FILE_ERROR_EXIST, fresh,
               _ ("%s: This file stands where the copy is made. Move it away, or replace it with --force."));
  return TRUE;
}

static gboolean
run_backup (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (MatchumCliLibrary) reader = NULL;

  if (matchum_cli_path_is_same (task->operand, task->path))
    return matchum_command_fail_usage (error, g_strdup (_ ("The backup needs another name than the library.")));
  reader = matchum_cli_library_open (task->path, error);
  if (reader == NULL || !check_can_write (task, error))
    return FALSE;
  if (!matchum_library_back_up_to (reader->library, task->operand, error))
    return matchum_cli_library_name_error (task->operand, error);
  print_written (task, "file");
  return TRUE;
}

static void
print_backup (const MatchumBackup *backup)
{
  g_autofree char *time = matchum_cli_library_dup_time (backup);
  g_autofree char *size = g_format_size ((guint64) backup->n_bytes);
  g_autofree char *name = g_filename_display_name (backup->path);

  if (backup->is_damaged)
    /* Translators: a damaged library that was set aside: time, size, and the name of its file. */
    printf (_ ("%s  %s  %s (damaged)"), time, size, name);
  else
    printf ("%s  %s  %s", time, size, name);
  printf ("\n");
}

static gboolean
run_backups (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (task->path);

  if (backups->len == 0 && !is_there (task->path))
    fail_file (error, G_FILE_ERROR_NOENT, task->path, _ ("%s: There is neither a library here nor a backup of one."));
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      g_autoptr (JsonBuilder) builder = matchum_cli_library_begin_json (task->path);

      json_builder_set_member_name (builder, "backups");
      json_builder_begin_array (builder);
      for (guint i = 0; i < backups->len; i++)
        matchum_cli_library_add_backup (builder, g_ptr_array_index (backups, i));
      json_builder_end_array (builder);
      matchum_cli_library_end_json (builder);
      return TRUE;
    }
  for (guint i = 0; i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i));
  if (backups->len == 0)
    printf ("%s\n", _ ("There is no backup yet."));
  return TRUE;
}

/* Looks at a backup before anything is touched. */
static MatchumCliLibrary *
open_backup (const char *backup, GError **error)
{
  g_autofree char *name = g_filename_display_name (backup);
  g_autoptr (MatchumCliLibrary) reader = NULL;

  if (!is_there (backup))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   _ ("%s: There is no such file. matchum-cli library backups lists the backups."), name);
      return NULL;
    }
  reader = matchum_cli_library_open (backup, error);
  if (reader == NULL || !matchum_cli_library_is_newer (reader))
    return g_steal_pointer (&reader);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               _ ("%s: This backup was made by a newer version of Matchum. Install the newer version to restore it."),
               name);
  return NULL;
}

/* Those who only read need no lock, but are in the way as well, and soon gone. */
static gboolean
restore (const MatchumCliLibraryTask *task, const char *backup, GError **error)
{
  const gint64 end = g_get_monotonic_time () + (gint64) task->wait_ms * 1000;

  for (;;)
    {
      const gint64 left = MAX (end - g_get_monotonic_time (), 0);
      GError *local = NULL;

      if (matchum_backup_restore (task->path, backup, (guint) (left / 1000), &local))
        return TRUE;
      if (left > 0 && g_error_matches (local, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_BUSY))
        {
          g_clear_error (&local);
          g_usleep (TRY_EVERY_MS * 1000);
          continue;
        }
      g_propagate_error (error, local);
      return matchum_cli_library_name_error (task->path, error);
    }
}

static gboolean
run_restore (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (GPtrArray) before = matchum_backup_list (task->path);
  g_autoptr (MatchumCliLibrary) backup = NULL;

  if (matchum_cli_path_is_same (task->operand, task->path))
    return matchum_command_fail_usage (error, g_strdup (_ ("A library cannot be restored from itself.")));
  backup = open_backup (task->operand, error);
  if (backup == NULL)
    return FALSE;
  if (!restore (task, task->operand, error))
    return FALSE;
  print_replaced (task, before);
  return TRUE;
}

static gboolean
is_empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* The folder that is written takes the place of an empty one, in which nobody may stand. */
static gboolean
check_can_export (const char *folder, GError **error)
{
  g_autofree char *here = g_get_current_dir ();

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    fail_file (error, G_FILE_ERROR_NOTDIR, folder,
               _ ("%s: This is a file. Name a folder that is not there yet, or an empty one."));
  if (!is_empty_folder (folder))
    fail_file (error, G_FILE_ERROR_EXIST, folder,
               _ ("%s: This folder is not empty. Name a folder that is not there yet, or an empty one."));
  if (matchum_cli_path_is_same (folder, here))
    fail_file (error, G_FILE_ERROR_INVAL, folder,
               _ ("%s: This is the folder you are in. Name a folder that is not there yet."));
  return TRUE;
}

static gboolean
run_export (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (MatchumCliLibrary) reader = matchum_cli_library_open (task->path, error);
  g_autofree char *folder = NULL;

  if (reader == NULL || !check_can_export (task->operand, error))
    return FALSE;
  if (matchum_cli_library_is_newer (reader))
    fail_file (error, G_FILE_ERROR_INVAL, task->path,
               _ ("%s: This library was made by a newer version of Matchum. Install the newer version to export it."));
  /* A link to an empty folder stays a link. */
  folder = matchum_cli_library_dup_real (task->operand);
  if (!matchum_library_export (reader->library, folder, error))
    return matchum_cli_library_name_error (task->operand, error);
  print_written (task, "folder");
  return TRUE;
}

static gboolean
make_parent (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);
  const int is_failed = g_mkdir_with_parents (folder, 0700);

  if (is_failed == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The folder of the library cannot be made: %s"), name, g_strerror (errno));
  return FALSE;
}

/* Reads the folder into a library that is nowhere on the disk, so that one that cannot be used touches nothing. */
static MatchumLibrary *
read_folder (const char *folder, GError **error)
{
  g_autoptr (MatchumLibrary) library = matchum_library_new_in_memory (error);

  if (library != NULL && matchum_library_import (library, folder, error))
    return g_steal_pointer (&library);
  matchum_cli_library_name_error (folder, error);
  return NULL;
}

/* What was read becomes the library as a backup would: what was there is kept, be it sound or damaged. */
static gboolean
run_import (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (GPtrArray) before = matchum_backup_list (task->path);
  g_autofree char *fresh = g_strconcat (task->path, "-import", NULL);
  g_autoptr (MatchumLibrary) library = NULL;
  gboolean is_done;

  if (!g_file_test (task->operand, G_FILE_TEST_IS_DIR))
    fail_file (error, G_FILE_ERROR_NOTDIR, task->operand,
               _ ("%s: There is no such folder. Name one that was written by matchum-cli library export."));
  library = read_folder (task->operand, error);
  if (library == NULL || !make_parent (task->path, error))
    return FALSE;
  is_done = matchum_library_back_up_to (library, fresh, error) && restore (task, fresh, error);
  g_unlink (fresh);
  if (!is_done)
    return matchum_cli_library_name_error (task->path, error);
  print_replaced (task, before);
  return TRUE;
}

static void
print_salvage (const MatchumCliLibraryTask *task, const MatchumSalvage *salvage)
{
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      g_autoptr (JsonBuilder) builder = matchum_cli_library_begin_json (task->path);

      matchum_cli_library_add_number (builder, "saved", salvage->n_rows);
      matchum_cli_library_add_number (builder, "lost", salvage->n_lost);
      matchum_cli_library_add_number (builder, "gaps", salvage->n_gaps);
      matchum_cli_library_add_file (builder, "kept", salvage->set_aside);
      matchum_cli_library_end_json (builder);
      return;
    }
  if (salvage->set_aside == NULL)
    {
      matchum_cli_library_print_file (_ ("Sound, so nothing was changed"), task->path);
      return;
    }
  matchum_cli_library_print_file (_ ("Written"), task->path);
  printf (_ ("Rows saved: %u, lost: %u; places that could not be read: %u"), salvage->n_rows, salvage->n_lost,
          salvage->n_gaps);
  printf ("\n");
  matchum_cli_library_print_file (_ ("The damaged library that was there is kept"), salvage->set_aside);
}

/* Whether there is anything to salvage: found is what opening the library said, NULL where it is sound. */
static gboolean
is_salvageable (const char *path, const GError *found)
{
  if (g_error_matches (found, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED))
    return TRUE;
  return g_error_matches (found, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY)
         && !g_file_test (path, G_FILE_TEST_IS_DIR) && !matchum_cli_library_is_foreign (path, found);
}

static gboolean
run_salvage (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autoptr (MatchumCliLibrary) reader = matchum_cli_library_open (task->path, &found);
  g_autoptr (MatchumSalvage) salvage = NULL;

  if (reader != NULL)
    {
      print_salvage (task, &(MatchumSalvage){ 0 });
      return TRUE;
    }
  if (!is_salvageable (task->path, found))
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  salvage = matchum_library_salvage (task->path, task->wait_ms, error);
  if (salvage == NULL)
    return matchum_cli_library_name_error (task->path, error);
  print_salvage (task, salvage);
  return TRUE;
}

static const Action actions[] = {
  { "check", NULL, FALSE, FALSE, FALSE, matchum_cli_library_check },
  { "backup", N_ ("FILE"), FALSE, TRUE, FALSE, run_backup },
  { "backups", NULL, FALSE, FALSE, FALSE, run_backups },
  { "restore", N_ ("FILE"), TRUE, FALSE, FALSE, run_restore },
  { "export", N_ ("FOLDER"), FALSE, FALSE, FALSE, run_export },
  { "import", N_ ("FOLDER"), TRUE, FALSE, FALSE, run_import },
  { "salvage", NULL, TRUE, FALSE, FALSE, run_salvage },
  { "sent", NULL, FALSE, FALSE, TRUE, matchum_cli_library_sent },
};

static const Action *
find_action (const char *name, GError **error)
{
  if (name == NULL)
    {
      matchum_command_fail_usage (
          error, g_strdup (_ ("Say what to do: check, backup, backups, restore, export, import, salvage or sent.")));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  matchum_command_fail_usage (
      error, g_strdup_printf (_ ("A library cannot be told to “%s”, but to check, backup, backups, restore, "
                                 "export, import, salvage or sent."),
                              name));
  return NULL;
}

static gboolean
check_words (const Action *action, char **words, GError **error)
{
  const guint n_words = g_strv_length (words);

  if (action->has_words)
    return TRUE;
  if (action->operand == NULL)
    return n_words == 1 || matchum_cli_input_refuse_words (words + 1, error);
  if (n_words == 2 && *words[1] != '\0')
    return TRUE;
  /* Translators: the first is an action such as “export”, the second FILE or FOLDER. */
  return matchum_command_fail_usage (error,
                                     g_strdup_printf (_ ("%s takes one %s."), action->name, _ (action->operand)));
}

static gboolean
check_options (const Action *action, const Options *options, GError **error)
{
  if (options->library != NULL && *options->library == '\0')
    return matchum_command_fail_usage (error, g_strdup (_ ("--library names no file.")));
  /* Translators: an option, and an action such as “export”. */
  if (options->force && !action->can_force)
    return matchum_command_fail_usage (error, g_strdup_printf (_ ("%s does not go with %s."), "--force", action->name));
  if (options->wait != NULL && !action->can_wait)
    return matchum_command_fail_usage (error, g_strdup_printf (_ ("%s does not go with %s."), "--wait", action->name));
  return TRUE;
}

static gboolean
parse_wait (const char *text, guint *wait_ms, GError **error)
{
  guint64 seconds = WAIT_SECONDS;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, MAX_WAIT_SECONDS, &seconds, NULL))
    return matchum_command_fail_usage (error, g_strdup_printf (_ ("--wait takes seconds from 0 to %d, not “%s”."),
                                                               MAX_WAIT_SECONDS, text));
  *wait_ms = (guint) seconds * 1000;
  return TRUE;
}

static gboolean
run_action (const Action *action, const Options *options, char **words, GError **error)
{
  g_autofree char *path = options->library != NULL ? g_strdup (options->library) : matchum_library_dup_default_path ();
  g_autofree char *real = matchum_cli_library_dup_real (path);
  MatchumCliLibraryTask task = { real, options->library, words[0], words, 0, options->force, MATCHUM_CLI_FORMAT_TEXT };

  return matchum_cli_input_parse_format (options->format, &task.format, error)
         && parse_wait (options->wait, &task.wait_ms, error) && action->run (&task, error);
}

gboolean
matchum_command_library_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) words = NULL;
  const Action *action;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options.library, N_ ("the library; that of the window unless given"),
      N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("backup: replace a file that is there"), NULL },
    { "wait", 0, 0, G_OPTION_ARG_STRING, &options.wait,
      N_ ("restore, import, salvage: how long another program has to close the library; 2 unless given"),
      N_ ("SECONDS") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv,
                              _ ("check | backup FILE | backups | restore FILE | export FOLDER | import FOLDER | "
                                 "salvage | sent [list | show ID | files ID FOLDER | compare ID]"),
                              N_ ("Looks after the library, in which the window keeps resumes, postings and "
                                  "applications.\n\n"
                                  "  check           tell whether it is sound, and what it holds\n"
                                  "  backup FILE     copy it into a file\n"
                                  "  backups         list the dated backups beside it\n"
                                  "  restore FILE    make it what a backup holds; what was there is kept\n"
                                  "  export FOLDER   write it as Markdown, text and JSON, into a new or empty folder\n"
                                  "  import FOLDER   make it what such a folder says; what was there is kept\n"
                                  "  salvage         save what can be read of a damaged one into a new one\n"
                                  "  sent            list what was sent; show a copy, write its files, or compare its\n"
                                  "                  words with what the resume is today"),
                              entries, &words, error))
    return FALSE;
  action = find_action (words[0], error);
  if (action == NULL || !check_words (action, words, error) || !check_options (action, &options, error))
    return FALSE;
  return run_action (action, &options, words + 1, error);
}
