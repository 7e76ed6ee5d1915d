/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the files of data/lexicon while the program is built, by the code that reads them in the tests: writes C
 * that holds the result, or tells which line is wrong and fails.
 *
 * usage: compile-lexicon OUTPUT.c FILE... */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/matchum-lexicon-compiler.h"

/* On one line of the output. */
#define NUMBERS_PER_LINE 16
#define CHARACTERS_PER_LINE 40

static gint
compare_base_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = g_path_get_basename (*(const char *const *) a);
  g_autofree char *right = g_path_get_basename (*(const char *const *) b);

  return strcmp (left, right);
}

/* The concepts are numbered as they come, so the order of the files must not depend on who calls. */
static MatchumLexiconForm *
compile (char **paths, guint n, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MatchumRecords) records = NULL;

  qsort (paths, n, sizeof *paths, compare_base_names);
  for (guint i = 0; i < n; i++)
    {
      char *text;

      if (!g_file_get_contents (paths[i], &text, NULL, error))
        return NULL;
      g_ptr_array_add (names, g_path_get_basename (paths[i]));
      g_ptr_array_add (texts, text);
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (texts, NULL);
  records = matchum_records_parse ((const char *const *) names->pdata, (const char *const *) texts->pdata, error);
  return records != NULL ? matchum_lexicon_compile (records, error) : NULL;
}

static void
append_number (GString *code, gsize i, guint32 number)
{
  g_string_append_printf (code, "%s%u,", i % NUMBERS_PER_LINE == 0 ? "\n" : "", number);
}

/* As part of a string literal. */
static void
append_character (GString *code, gsize i, char c)
{
  if (i % CHARACTERS_PER_LINE == 0)
    g_string_append (code, i > 0 ? "\"\n\"" : "\n\"");
  if (g_ascii_isalnum (c) || c == ' ' || c == '-')
    g_string_append_c (code, c);
  else
    g_string_append_printf (code, "\\%03o", (guchar) c);
}

static char *
make_code (const MatchumLexiconForm *form)
{
  GString *code = g_string_new ("/* Compiled from data/lexicon by compile-lexicon. */\n"
                                "#include \"lexicon/matchum-lexicon-data.h\"\n");
  gsize n_numbers, n_characters;
  const guint32 *numbers = matchum_lexicon_form_get_numbers (form, &n_numbers);
  const char *characters = matchum_lexicon_form_get_characters (form, &n_characters);

  g_string_append (code, "\nconst guint32 matchum_lexicon_numbers[] = {");
  for (gsize i = 0; i < n_numbers; i++)
    append_number (code, i, numbers[i]);
  g_string_append_printf (code, "\n};\nconst gsize matchum_lexicon_n_numbers = %" G_GSIZE_FORMAT ";\n", n_numbers);
  g_string_append (code, "\nconst char matchum_lexicon_characters[] =");
  for (gsize i = 0; i < n_characters; i++)
    append_character (code, i, characters[i]);
  g_string_append_printf (code, "\";\nconst gsize matchum_lexicon_n_characters = %" G_GSIZE_FORMAT ";\n", n_characters);
  return g_string_free (code, FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MatchumLexiconForm) form = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  if (argc < 3)
    {
      g_printerr ("usage: compile-lexicon OUTPUT.c FILE...\n");
      return 2;
    }
  form = compile (argv + 2, (guint) argc - 2, &error);
  code = form != NULL ? make_code (form) : NULL;
  if (code != NULL && g_file_set_contents (argv[1], code, -1, &error))
    return 0;
  g_printerr ("data/lexicon/%s\n", error->message);
  return 1;
}
