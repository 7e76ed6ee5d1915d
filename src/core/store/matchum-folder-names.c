/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names files for what a person calls their content, in letters that every file system takes. */
#include "config.h"

#include "store/matchum-folder-names.h"

#include <string.h>

#define MAX_NAME_CHARACTERS 60

struct _MatchumFolderNames {
  GHashTable *taken; /* folded names */
};

/* A column that stands in files, and the columns that its files are named for, as far as they are not empty. */
typedef struct {
  const char *table;
  const char *column;
  const char *folder;
  const char *names[3];
  const char *ending; /* NULL: the last name has one */
} FileColumn;

static const FileColumn file_columns[] = {
  { "baselines", "markdown", "resumes", { "name", NULL }, ".md" },
  { "postings", "text", "postings", { "company", "title", NULL }, ".md" },
  { "sent_copies", "posting_text", "sent", { "company", "title", NULL }, ".md" },
  { "sent_files", "bytes", "sent", { "name", NULL }, NULL },
};

MatchumFolderNames *
matchum_folder_names_new (void)
{
  MatchumFolderNames *self = g_new0 (MatchumFolderNames, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
matchum_folder_names_free (MatchumFolderNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->taken);
  g_free (self);
}

static const FileColumn *
find_file_column (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_columns); i++)
    if (g_str_equal (file_columns[i].table, table) && g_str_equal (file_columns[i].column, column))
      return &file_columns[i];
  return NULL;
}

static const char *
get_text (MatchumStatement *row, const char *name)
{
  for (int i = 0; i < matchum_statement_get_n_columns (row); i++)
    if (g_str_equal (matchum_statement_get_name (row, i), name))
      return matchum_statement_get_text (row, i);
  return NULL;
}

/* Letters, digits and what is harmless between them; everything else is a hyphen. */
static void
append_clean (GString *name, const char *text)
{
  glong n = g_utf8_strlen (name->str, -1);

  for (const char *p = text; *p != '\0' && n < MAX_NAME_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_dot = c == '.' && name->len > 0 && name->str[name->len - 1] != '.';

      if (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_' || is_dot || (c == ' ' && name->len > 0))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
}

static char *
dup_base (const FileColumn *column, MatchumStatement *row)
{
  GString *name = g_string_new (NULL);

  for (const char *const *part = column->names; *part != NULL; part++)
    {
      const char *text = get_text (row, *part);

      if (text == NULL || *text == '\0')
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      append_clean (name, text);
    }
  while (name->len > 0 && (name->str[name->len - 1] == ' ' || name->str[name->len - 1] == '.'))
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, column->folder);
  return g_string_free (name, FALSE);
}

/* Names that differ in case only are one name on some file systems. */
static gboolean
claim (MatchumFolderNames *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  return g_hash_table_add (self->taken, normal);
}

/* A name of the kind "folder/base 2.md" that is not taken. */
static char *
take_name (MatchumFolderNames *self, const char *folder, const char *base, const char *ending)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *counter = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (folder, "/", base, counter, ending, NULL);

      if (claim (self, name))
        return g_steal_pointer (&name);
    }
}

char *
matchum_folder_names_take (MatchumFolderNames *self, const char *table, MatchumStatement *row, int column)
{
  const FileColumn *file_column;
  g_autofree char *base = NULL;
  g_autofree char *ending = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  file_column = find_file_column (table, matchum_statement_get_name (row, column));
  if (file_column == NULL || matchum_statement_is_null (row, column))
    return NULL;
  base = dup_base (file_column, row);
  if (file_column->ending == NULL)
    {
      char *dot = strrchr (base, '.');

      ending = g_strdup (dot != NULL ? dot : "");
      if (dot != NULL)
        *dot = '\0';
    }
  return take_name (self, file_column->folder, base, ending != NULL ? ending : file_column->ending);
}

gboolean
matchum_folder_names_is_safe (const char *name)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (*name == '\0' || g_path_is_absolute (name) || strchr (name, '\\') != NULL)
    return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return TRUE;
}
