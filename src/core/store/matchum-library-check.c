/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cheap to the thorough: the marks of the file, its structure by SQLite's integrity check, its references, its
 * schema against that of an empty library, and a digest of all rows of each table against the one kept with every
 * write. */
#include "config.h"

#include "store/matchum-library-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/matchum-digest.h"
#include "store/matchum-library-error.h"
#include "store/matchum-log-check.h"
#include "store/matchum-schema.h"

static gboolean
set_damaged_at (const char *path, const char *detail, GError **error)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");

  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
               /* Translators: path, and what was found. */
               _ ("%s: The library is damaged: %s. Restore a backup, or save what can be read into a new library."),
               name, detail);
  return FALSE;
}

static gboolean
set_damaged (MatchumDatabase *database, const char *detail, GError **error)
{
  return set_damaged_at (matchum_database_get_path (database), detail, error);
}

/* Of the message only SQLite's own words: its advice is part of what is said here. */
static gboolean
set_unreadable (const char *path, const GError *found, GError **error)
{
  const char *words = strstr (found->message, "(SQLite");
  g_autofree char *detail =
      /* Translators: %s is what SQLite says, in English and in parentheses. */
      words != NULL ? g_strdup_printf (_ ("it cannot be read to its end %s"), words) : g_strdup (found->message);

  return set_damaged_at (path, detail, error);
}

static gboolean
set_foreign (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");

  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY,
               _ ("%s: This file is not a Matchum library. Choose another file."), name);
  return FALSE;
}

static gboolean
check_marks (MatchumDatabase *database, gint64 *version, GError **error)
{
  gint64 n_pages, application_id, n_digests, repeated;

  if (!matchum_database_get_int (database, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  if (n_pages == 0)
    return set_damaged (database, _ ("it is empty"), error);
  if (!matchum_database_get_int (database, "PRAGMA application_id", &application_id, error)
      || !matchum_database_get_int (database, "PRAGMA user_version", version, error)
      || !matchum_database_get_int (database, "SELECT count (*) FROM sqlite_schema WHERE name = 'digests'", &n_digests,
                                    error))
    return FALSE;
  if (n_digests == 0)
    return application_id == MATCHUM_SCHEMA_APPLICATION_ID ? set_damaged (database, _ ("its tables are missing"), error)
                                                           : set_foreign (matchum_database_get_path (database), error);
  if (!matchum_database_get_int (database, "SELECT coalesce ((SELECT sum FROM digests WHERE tbl = 'schema'), 0)",
                                 &repeated, error))
    return FALSE;
  if (application_id != MATCHUM_SCHEMA_APPLICATION_ID || *version < 1 || repeated != *version)
    return set_damaged (database, _ ("its header was changed"), error);
  return TRUE;
}

/* SQLite says first which database it is, on a line of its own; there is only one. */
static gboolean
check_structure (MatchumDatabase *database, GError **error)
{
  g_autofree char *found = matchum_database_dup_text (database, "PRAGMA integrity_check (1)", error);
  g_autofree char *detail = NULL;
  const char *end;

  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, "ok"))
    return TRUE;
  end = g_str_has_prefix (found, "***") ? strchr (found, '\n') : NULL;
  /* Translators: %s is what SQLite found, in English. */
  detail = g_strdup_printf (_ ("its structure is broken (%s)"), end != NULL ? end + 1 : found);
  return set_damaged (database, detail, error);
}

static gboolean
check_references (MatchumDatabase *database, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, "PRAGMA foreign_key_check", error);

  if (row == NULL)
    return FALSE;
  if (matchum_statement_step (row, error))
    return set_damaged (database, _ ("rows belong to others that are not there"), error);
  return matchum_statement_is_done (row);
}

static gboolean
check_schema (MatchumDatabase *database, GError **error)
{
  gboolean is_intact;

  if (!matchum_schema_is_intact (database, &is_intact, error))
    return FALSE;
  return is_intact || set_damaged (database, _ ("its tables are not those of a library"), error);
}

static gboolean
check_digest (MatchumDatabase *database, const char *table, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, "SELECT sum FROM digests WHERE tbl = ?1", error);
  g_autofree char *detail = NULL;
  guint64 sum;

  if (row == NULL)
    return FALSE;
  matchum_statement_bind_text (row, 1, table);
  if (matchum_statement_step (row, error))
    {
      if (!matchum_digest_get_table (database, table, &sum, error))
        return FALSE;
      if (sum == (guint64) matchum_statement_get_int (row, 0))
        return TRUE;
    }
  else if (!matchum_statement_is_done (row))
    return FALSE;
  /* Translators: the name of a table. */
  detail = g_strdup_printf (_ ("%s is not what was saved"), table);
  return set_damaged (database, detail, error);
}

static gboolean
check_digests (MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (database, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!check_digest (database, g_ptr_array_index (tables, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_all (MatchumDatabase *database, gint64 *version, GError **error)
{
  return check_marks (database, version, error) && check_structure (database, error)
         && check_references (database, error) && (*version != MATCHUM_SCHEMA_VERSION || check_schema (database, error))
         && check_digests (database, error);
}

/* Everything is read several times, so it is kept meanwhile as far as this much memory goes. */
#define CHECK_CACHE "PRAGMA cache_size = -65536"
#define USUAL_CACHE "PRAGMA cache_size = -2000; PRAGMA shrink_memory"

gboolean
matchum_library_check (MatchumDatabase *database, gint64 *version, GError **error)
{
  GError *found = NULL;
  gboolean is_fine;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  /* One view of the file, whatever others write meanwhile. */
  is_fine = matchum_database_execute (database, CHECK_CACHE "; BEGIN", &found) && check_all (database, version, &found);
  matchum_database_roll_back (database);
  matchum_database_execute (database, USUAL_CACHE, NULL);
  if (is_fine)
    return TRUE;
  return matchum_library_check_translate (matchum_database_get_path (database), found, error);
}

gboolean
matchum_library_check_translate (const char *path, GError *found, GError **error)
{
  g_autoptr (GError) owned = found;

  g_return_val_if_fail (found != NULL, FALSE);

  if (g_error_matches (owned, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_NOT_A_DATABASE))
    return set_foreign (path, error);
  if (g_error_matches (owned, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CORRUPT)
      || g_error_matches (owned, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_GENERIC)
      || g_error_matches (owned, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_TOO_BIG)
      || g_error_matches (owned, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_NO_MEMORY))
    return set_unreadable (path, owned, error);
  g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

gboolean
matchum_library_check_log (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return matchum_log_check_is_whole (path) || set_damaged_at (path, _ ("the log of the last edits is broken"), error);
}
