/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes nothing on trust: names stay within the folder, columns are those of the tables, types are for the tables to
 * enforce, and the rows must fit together in the end. */
#include "config.h"

#include "store/matchum-folder-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/matchum-folder-names.h"
#include "store/matchum-library-error.h"
#include "store/matchum-library-load.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement.h"

#define MAX_FILE_BYTES (256 * 1024 * 1024)
/* The parser calls itself for what is nested; ours nests three deep. */
#define MAX_DEPTH 16
/* How much of a folder is searched for the one that was exported. */
#define MAX_LOOKED_AT 10000

static gboolean
set_error (GError **error, const char *name, const char *why)
{
  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_FOLDER,
               /* Translators: a file of the folder, and what is wrong with it. */
               _ ("%s: The folder cannot be imported: %s. Nothing has changed."), name, why);
  return FALSE;
}

static char *
read_file (const char *folder, const char *name, gsize *length, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;
  char *data;
  struct stat info;

  if (stat (path, &info) != 0)
    return set_error (error, name, g_strerror (errno)), NULL;
  if (!S_ISREG (info.st_mode) || info.st_size > MAX_FILE_BYTES)
    return set_error (error, name, _ ("it is no file, or too large")), NULL;
  if (!g_file_get_contents (path, &data, length, &local))
    return set_error (error, name, local->message), NULL;
  return data;
}

/* Whether nothing is nested deeper than a parser can bear. Brackets in strings do not count. */
static gboolean
is_shallow (const char *text)
{
  gboolean is_string = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (is_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_string = !is_string;
      else if (!is_string && (*p == '{' || *p == '['))
        depth++;
      else if (!is_string && (*p == '}' || *p == ']'))
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
read_json (const char *folder, const char *name, JsonNodeType type, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  gsize length;

  text = read_file (folder, name, &length, error);
  if (text == NULL)
    return NULL;
  if (!g_utf8_validate (text, (gssize) length, NULL) || !is_shallow (text))
    return set_error (error, name, _ ("it is not the JSON that was written")), NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    {
      /* It quotes the text, and cuts it between any two bytes. */
      message = g_utf8_make_valid (local->message, -1);
      return set_error (error, name, message), NULL;
    }
  if (json_parser_get_root (parser) == NULL || json_node_get_node_type (json_parser_get_root (parser)) != type)
    return set_error (error, name, _ ("it is not the JSON that was written")), NULL;
  return json_parser_steal_root (parser);
}

/* The one string member of an object. */
static const char *
get_member (JsonNode *node, const char *name)
{
  JsonObject *object = json_node_get_object (node);
  JsonNode *member = json_object_get_size (object) == 1 ? json_object_get_member (object, name) : NULL;

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING
             ? json_node_get_string (member)
             : NULL;
}

static gboolean
bind_file (MatchumStatement *insert, int index, gboolean is_bytes, const char *folder, const char *name, GError **error)
{
  gsize length;
  g_autofree char *data = NULL;

  if (!matchum_folder_names_is_safe (name))
    return set_error (error, name, _ ("the name leads out of the folder"));
  data = read_file (folder, name, &length, error);
  if (data == NULL)
    return FALSE;
  if (is_bytes)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&data), length);

      matchum_statement_bind_bytes (insert, index, bytes);
      return TRUE;
    }
  if (!g_utf8_validate (data, (gssize) length, NULL))
    return set_error (error, name, _ ("it is not UTF-8 text"));
  matchum_statement_bind_text (insert, index, data);
  return TRUE;
}

static gboolean
bind_object (MatchumStatement *insert,
             int index,
             gboolean is_bytes,
             const char *folder,
             const char *name,
             JsonNode *node,
             GError **error)
{
  const char *file = get_member (node, "file");
  const char *base64 = get_member (node, "base64");

  if (file != NULL)
    return bind_file (insert, index, is_bytes, folder, file, error);
  if (base64 != NULL)
    {
      gsize length;
      guchar *data = g_base64_decode (base64, &length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

      matchum_statement_bind_bytes (insert, index, bytes);
      return TRUE;
    }
  return set_error (error, name, _ ("it holds a value of no known kind"));
}

static gboolean
bind_value (MatchumStatement *insert, int index, const char *name, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (node))
    matchum_statement_bind_null (insert, index);
  else if (!JSON_NODE_HOLDS_VALUE (node))
    return set_error (error, name, _ ("it holds a value of no known kind"));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    matchum_statement_bind_text (insert, index, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    matchum_statement_bind_int (insert, index, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    matchum_statement_bind_double (insert, index, json_node_get_double (node));
  else
    return set_error (error, name, _ ("it holds a value of no known kind"));
  return TRUE;
}

/* What is read into: one table. */
typedef struct {
  const char *folder;
  const char *name; /* of the JSON file */
  GPtrArray *columns;
  GPtrArray *bytes_columns;
  MatchumStatement *insert;
} TableReader;

static gboolean
is_in (GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static gboolean
check_members (TableReader *self, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!is_in (self->columns, l->data))
      return set_error (error, self->name, _ ("it holds more than this version of Matchum knows"));
  return TRUE;
}

static gboolean
read_row (TableReader *self, JsonNode *node, GError **error)
{
  g_autoptr (GError) local = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return set_error (error, self->name, _ ("it is not the JSON that was written"));
  object = json_node_get_object (node);
  if (!check_members (self, object, error))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *column = g_ptr_array_index (self->columns, i);
      JsonNode *value = json_object_get_member (object, column);
      const int index = (int) i + 1;

      if (value == NULL)
        return set_error (error, self->name, _ ("a part of a row is missing"));
      if (JSON_NODE_HOLDS_OBJECT (value) ? !bind_object (self->insert, index, is_in (self->bytes_columns, column),
                                                         self->folder, self->name, value, error)
                                         : !bind_value (self->insert, index, self->name, value, error))
        return FALSE;
    }
  return matchum_statement_run (self->insert, &local) || set_error (error, self->name, local->message);
}

static GPtrArray *
list_bytes_columns (MatchumDatabase *database, const char *table, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MatchumStatement) row =
      matchum_statement_new (database, "SELECT name FROM pragma_table_info (?1) WHERE type = 'BLOB'", error);

  if (row == NULL)
    return NULL;
  matchum_statement_bind_text (row, 1, table);
  while (matchum_statement_step (row, error))
    g_ptr_array_add (names, matchum_statement_dup_text (row, 0));
  return matchum_statement_is_done (row) ? g_steal_pointer (&names) : NULL;
}

/* The columns of a table that the version that was exported had. */
static GPtrArray *
list_columns (MatchumDatabase *database, const char *table, gint64 version, GError **error)
{
  GPtrArray *columns = matchum_schema_list_all_columns (database, table, error);

  for (guint i = columns != NULL ? columns->len : 0; i-- > 0;)
    if (matchum_schema_get_since (table, g_ptr_array_index (columns, i)) > version)
      g_ptr_array_remove_index (columns, i);
  return columns;
}

static gboolean
read_table (MatchumDatabase *database, const char *folder, const char *table, gint64 version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("tables/%s.json", table);
  g_autoptr (JsonNode) root = read_json (folder, name, JSON_NODE_ARRAY, error);
  g_autoptr (GPtrArray) columns = root != NULL ? list_columns (database, table, version, error) : NULL;
  g_autoptr (GPtrArray) bytes_columns = columns != NULL ? list_bytes_columns (database, table, error) : NULL;
  g_autofree char *sql = bytes_columns != NULL ? matchum_library_load_build_insert (table, columns) : NULL;
  g_autoptr (MatchumStatement) insert = sql != NULL ? matchum_statement_new (database, sql, error) : NULL;
  TableReader self = { folder, name, columns, bytes_columns, insert };
  JsonArray *rows;

  if (insert == NULL)
    return FALSE;
  rows = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!read_row (&self, json_array_get_element (rows, i), error))
      return FALSE;
  return TRUE;
}

/* version: of the library that was exported; versions before this one had fewer tables and columns. */
static gboolean
check_index (const char *folder, gint64 *version, GError **error)
{
  g_autoptr (JsonNode) root = read_json (folder, MATCHUM_FOLDER_INDEX, JSON_NODE_OBJECT, error);
  JsonObject *object;

  if (root == NULL)
    return FALSE;
  object = json_node_get_object (root);
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "format", NULL), MATCHUM_FOLDER_FORMAT) != 0)
    return set_error (error, MATCHUM_FOLDER_INDEX, _ ("it is no exported library"));
  *version = json_object_get_int_member_with_default (object, "version", 0);
  if (*version > MATCHUM_SCHEMA_VERSION)
    return set_error (error, MATCHUM_FOLDER_INDEX, _ ("it was exported by a newer version of Matchum"));
  if (*version < 1)
    return set_error (error, MATCHUM_FOLDER_INDEX, _ ("it is no exported library"));
  return TRUE;
}

/* Whether every sent copy has its files, and they are what was sent. */
static gboolean
check_sent (MatchumDatabase *database, GError **error)
{
  g_autoptr (MatchumStatement) row =
      matchum_statement_new (database, "SELECT name, bytes, sha256 FROM sent_files", error);
  gint64 n_wrong;

  if (row == NULL
      || !matchum_database_get_int (database,
                                    "SELECT count (*) FROM sent_copies WHERE n_files <>"
                                    " (SELECT count (*) FROM sent_files WHERE sent_copy = sent_copies.id)",
                                    &n_wrong, error))
    return FALSE;
  if (n_wrong > 0)
    return set_error (error, "tables/sent_files.json", _ ("files that were sent are missing"));
  while (matchum_statement_step (row, error))
    {
      g_autoptr (GBytes) bytes = matchum_statement_dup_bytes (row, 1);
      g_autofree char *digest = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

      if (g_strcmp0 (digest, matchum_statement_get_text (row, 2)) != 0)
        return set_error (error, matchum_statement_get_text (row, 0), _ ("the file is no longer what was sent"));
    }
  return matchum_statement_is_done (row);
}

static gboolean
check_references (MatchumDatabase *database, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, "PRAGMA foreign_key_check", error);
  g_autofree char *name = NULL;

  if (row == NULL)
    return FALSE;
  if (!matchum_statement_step (row, error))
    return matchum_statement_is_done (row);
  name = g_strdup_printf ("tables/%s.json", matchum_statement_get_text (row, 0));
  return set_error (error, name, _ ("rows belong to others that are not there"));
}

static gboolean
has_index (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, MATCHUM_FOLDER_INDEX, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
set_several (GError **error, const char *folder, const char *one)
{
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *base = g_path_get_basename (one);
  g_autofree char *one_name = g_filename_display_name (base);

  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_FOLDER,
               /* Translators: path of a folder, and the name of a folder in it. */
               _ ("%s: There is more than one exported library in this folder. Choose one of them, such as “%s”."),
               name, one_name);
  return FALSE;
}

char *
matchum_folder_reader_find (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *found = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = has_index (folder) ? NULL : g_dir_open (folder, 0, NULL);
  for (guint i = 0; dir != NULL && i < MAX_LOOKED_AT && (name = g_dir_read_name (dir)) != NULL; i++)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      if (!has_index (child))
        continue;
      if (found != NULL)
        return set_several (error, folder, found), NULL;
      found = g_steal_pointer (&child);
    }
  return found != NULL ? g_steal_pointer (&found) : g_strdup (folder);
}

gboolean
matchum_folder_reader_read (MatchumDatabase *database, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  gint64 version;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  if (!check_index (folder, &version, error) || !matchum_library_load_begin (database, error))
    return FALSE;
  tables = matchum_schema_list_tables (database, error);
  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i))
        && matchum_schema_get_since (g_ptr_array_index (tables, i), NULL) <= version
        && !read_table (database, folder, g_ptr_array_index (tables, i), version, error))
      return FALSE;
  return check_references (database, error) && check_sent (database, error)
         && matchum_library_load_end (database, error);
}
