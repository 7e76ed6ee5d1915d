/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli library check: whether a library can be trusted, what it holds, and what to do where it cannot. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "matchum-cli-library.h"
#include "matchum-cli-output.h"
#include "store/matchum-schema.h"

/* Numbers are -1 where they cannot be told: a newer version may keep things in other tables. */
typedef struct {
  gint64 version;
  gint64 n_bytes;
  gint64 n_baselines;
  gint64 n_postings;
  gint64 n_applications;
  gint64 n_sent_copies;
} Content;

static gint64
get_number (MatchumLibrary *library, const char *sql)
{
  gint64 number;

  return matchum_database_get_int (matchum_library_get_database (library), sql, &number, NULL) ? number : -1;
}

/* The file, and the log of edits that are not in it yet. */
static gint64
measure (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;
  const gint64 n_bytes = g_stat (path, &info) == 0 ? info.st_size : 0;

  return g_stat (log, &info) == 0 ? n_bytes + info.st_size : n_bytes;
}

static Content
read_content (MatchumLibrary *library)
{
  return (Content){
    .version = get_number (library, "PRAGMA user_version"),
    .n_bytes = measure (matchum_library_get_path (library)),
    .n_baselines = get_number (library, "SELECT count (*) FROM baselines"),
    .n_postings = get_number (library, "SELECT count (*) FROM postings"),
    .n_applications = get_number (library, "SELECT count (*) FROM applications"),
    .n_sent_copies = get_number (library, "SELECT count (*) FROM sent_copies"),
  };
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  if (count < 0)
    matchum_cli_library_add_text (builder, name, NULL);
  else
    matchum_cli_library_add_number (builder, name, count);
}

static void
add_content (JsonBuilder *builder, const Content *content)
{
  matchum_cli_library_add_number (builder, "version", content->version);
  matchum_cli_library_add_number (builder, "bytes", content->n_bytes);
  add_count (builder, "baselines", content->n_baselines);
  add_count (builder, "postings", content->n_postings);
  add_count (builder, "applications", content->n_applications);
  add_count (builder, "sent_copies", content->n_sent_copies);
}

/* content is NULL where it cannot be trusted; problem tells why then. */
static void
print_json (const char *path, const char *state, const Content *content, const char *problem, GPtrArray *backups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_cli_library_add_file (builder, "library", path);
  matchum_cli_library_add_text (builder, "state", state);
  if (content != NULL)
    add_content (builder, content);
  else
    matchum_cli_library_add_text (builder, "problem", problem);
  json_builder_set_member_name (builder, "last_backup");
  matchum_cli_library_add_backup (builder, matchum_cli_library_find_newest (backups));
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_counts (const Content *content)
{
  const guint n_baselines = (guint) content->n_baselines, n_postings = (guint) content->n_postings;
  const guint n_applications = (guint) content->n_applications, n_sent_copies = (guint) content->n_sent_copies;

  if (content->n_baselines < 0 || content->n_postings < 0 || content->n_applications < 0 || content->n_sent_copies < 0)
    return;
  printf (g_dngettext (GETTEXT_PACKAGE, "%u baseline resume", "%u baseline resumes", n_baselines), n_baselines);
  printf (", ");
  printf (g_dngettext (GETTEXT_PACKAGE, "%u posting", "%u postings", n_postings), n_postings);
  printf (", ");
  printf (g_dngettext (GETTEXT_PACKAGE, "%u application", "%u applications", n_applications), n_applications);
  printf (", ");
  printf (g_dngettext (GETTEXT_PACKAGE, "%u sent copy", "%u sent copies", n_sent_copies), n_sent_copies);
  printf ("\n");
}

static void
print_last_backup (GPtrArray *backups)
{
  const MatchumBackup *backup = matchum_cli_library_find_newest (backups);
  g_autofree char *time = backup != NULL ? matchum_cli_library_dup_time (backup) : NULL;
  g_autofree char *name = backup != NULL ? g_filename_display_name (backup->path) : NULL;

  if (backup == NULL)
    printf ("%s", _ ("Last backup: none yet"));
  else
    /* Translators: a time, and the name of a file. */
    printf (_ ("Last backup: %s, %s"), time, name);
  printf ("\n");
}

static void
print_sound (const char *path, const Content *content, GPtrArray *backups)
{
  g_autofree char *size = g_format_size ((guint64) content->n_bytes);
  const gboolean is_newer = content->version > MATCHUM_SCHEMA_VERSION;

  matchum_cli_library_print_file (_ ("Sound"), path);
  print_counts (content);
  /* Translators: the version of the library's tables, and the size of its file. */
  printf (_ ("Version %d, %s"), (int) content->version, size);
  printf ("\n");
  if (is_newer)
    printf ("%s\n", _ ("A newer version of Matchum made it, so this one can only read it."));
  print_last_backup (backups);
}

/* "matchum-cli library --library FILE", as a shell takes it. */
static char *
dup_command (const MatchumCliLibraryTask *task)
{
  g_autofree char *quoted = task->option != NULL ? g_shell_quote (task->option) : NULL;

  return quoted != NULL ? g_strconcat ("matchum-cli library --library ", quoted, NULL)
                        : g_strdup ("matchum-cli library");
}

static void
print_damaged (const MatchumCliLibraryTask *task, gboolean is_damaged, GPtrArray *backups)
{
  const MatchumBackup *backup = matchum_cli_library_find_newest (backups);
  g_autofree char *command = dup_command (task);
  g_autofree char *quoted = backup != NULL ? g_shell_quote (backup->path) : NULL;

  matchum_cli_library_print_file (is_damaged ? _ ("Damaged") : _ ("No library, or one that has lost its beginning"),
                                  task->path);
  print_last_backup (backups);
  if (backup != NULL)
    /* Translators: followed by a command. */
    printf ("%s\n  %s restore %s\n", _ ("To go back to it, keeping what is there now aside:"), command, quoted);
  /* Translators: followed by a command. */
  printf ("%s\n  %s salvage\n", _ ("To save what can be read into a new library:"), command);
}

/* Reports what was found wrong with the content. Other errors, of the disk perhaps, say all there is to say. */
static void
report_problem (const MatchumCliLibraryTask *task, const GError *found, GPtrArray *backups)
{
  const gboolean is_damaged = g_error_matches (found, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  const gboolean is_other = g_error_matches (found, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY)
                            && !g_file_test (task->path, G_FILE_TEST_IS_DIR);

  if (!is_damaged && !is_other)
    return;
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    print_json (task->path, is_damaged ? "damaged" : "not-a-library", NULL, found->message, backups);
  else if (!matchum_cli_library_is_foreign (task->path, found))
    print_damaged (task, is_damaged, backups);
}

gboolean
matchum_cli_library_check (const MatchumCliLibraryTask *task, GError **error)
{
  g_autoptr (GPtrArray) backups = matchum_backup_list (task->path);
  g_autoptr (GError) found = NULL;
  g_autoptr (MatchumCliLibrary) reader = matchum_cli_library_open (task->path, &found);
  Content content;

  if (reader == NULL)
    {
      report_problem (task, found, backups);
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  content = read_content (reader->library);
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    print_json (task->path, content.version > MATCHUM_SCHEMA_VERSION ? "newer" : "sound", &content, NULL, backups);
  else
    print_sound (task->path, &content, backups);
  return TRUE;
}
