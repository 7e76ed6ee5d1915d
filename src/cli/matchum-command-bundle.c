/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli bundle: the resume for a posting, the posting as it was and the strategy sheet, in one zip or folder. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "export/matchum-bundle.h"
#include "export/matchum-file-writer.h"
#include "export/matchum-json-members.h"
#include "matchum-cli-budget.h"
#include "matchum-cli-check.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-tailoring.h"
#include "matchum-export-name.h"
#include "matchum-export.h"
#include "matchum-strategy-sheet.h"

/* Of the suffix of a posting, its dot included: ".markdown". */
#define MOST_SUFFIX_BYTES 9

typedef struct {
  MatchumCliTailoringOptions shared;
  char **include;
  char *pages;
  gboolean allows_gaps;
  char *output;
  char *format;
} Options;

static const char *const usual_formats[] = { "pdf", "md", NULL };

static void
clear_options (Options *options)
{
  matchum_cli_tailoring_clear_options (&options->shared);
  g_strfreev (options->include);
  g_free (options->pages);
  g_free (options->output);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* The resume */

/* As exports are named; the posting may name neither company nor job. */
static char *
dup_name (MatchumCliTailoring *task, MatchumVisibility *visibility)
{
  MatchumPosting *posting = matchum_match_get_posting (task->match);
  g_autofree char *person = matchum_visibility_dup_name (visibility);
  const MatchumExportNameFields fields = {
    .name = person,
    .company = matchum_posting_get_company (posting),
    .title = matchum_posting_get_title (posting),
    .language = matchum_visibility_guess_language (visibility),
    .theme = task->style.theme,
    .date = task->as_of,
  };

  return matchum_export_name_expand (MATCHUM_EXPORT_NAME_PATTERN, &fields);
}

/* By the ending of its files, without the dot. */
static const MatchumExportFormat *
find_format (const char *name)
{
  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    if (g_ascii_strcasecmp (matchum_export_format_get (i)->suffix + 1, name) == 0)
      return matchum_export_format_get (i);
  return NULL;
}

/* Each format once, in the order of the formats. */
static MatchumExportFormats
find_formats (const char *const *include)
{
  MatchumExportFormats found = 0;

  for (gsize i = 0; include[i] != NULL; i++)
    found |= find_format (include[i])->flag;
  return found;
}

/* read_back gets the PDF, where there is one. */
static gboolean
add_resume (MatchumBundle *bundle,
            MatchumCliTailoring *task,
            MatchumExportFormats formats,
            MatchumCliReadBack **read_back,
            GError **error)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (task->application, task->resume);
  const MatchumExport export = { .visibility = visibility, .style = task->style, .as_of = task->as_of };
  g_autofree char *base = dup_name (task, visibility);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      const MatchumExportFormat *format = matchum_export_format_get (i);
      g_autofree char *name = g_strconcat (base, format->suffix, NULL);
      g_autoptr (GBytes) bytes = NULL;

      if ((formats & format->flag) == 0)
        continue;
      bytes = matchum_export_render (&export, format->flag, error);
      if (bytes == NULL)
        return FALSE;
      if (format->flag == MATCHUM_EXPORT_PDF)
        *read_back = matchum_cli_read_back_new (name, bytes, visibility);
      matchum_bundle_add (bundle, name, bytes);
    }
  return TRUE;
}

/* Hides what has to go for the budget, if there is one. */
static gboolean
fit_pages (MatchumCliTailoring *task, guint budget, gboolean allows_gaps, GError **error)
{
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumPages) pages = NULL;
  g_autoptr (MatchumPageFit) fit = NULL;

  if (budget == 0)
    return TRUE;
  visibility = matchum_application_get_visibility (task->application, task->resume);
  pages = matchum_pages_new (visibility, &task->style, error);
  if (pages == NULL)
    return FALSE;
  fit = matchum_cli_budget_fit (task, pages, budget, allows_gaps);
  return TRUE;
}

/* The other papers */

/* What tells the kind of a file, with its dot: no more of the user's own name for it goes along. */
static const char *
find_suffix (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  gsize length = 1;

  if (dot == NULL || dot == name)
    return ".txt";
  while (g_ascii_isalnum (dot[length]))
    length++;
  return dot[length] == '\0' && length > 1 && length <= MOST_SUFFIX_BYTES ? dot : ".txt";
}

/* Byte for byte, with the suffix that tells what it is. */
static gboolean
add_posting (MatchumBundle *bundle, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = matchum_source_load_bytes (file, &shown, NULL, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;
  name = g_strconcat ("posting", find_suffix (base), NULL);
  matchum_bundle_add (bundle, name, bytes);
  return TRUE;
}

static gboolean
add_strategy (MatchumBundle *bundle, MatchumCliTailoring *task, GError **error)
{
  g_autoptr (MatchumCoverage) coverage = matchum_cli_tailoring_judge (task, task->application);
  g_autoptr (MatchumPostingDetails) details =
      matchum_posting_details_read (matchum_match_get_posting (task->match), task->as_of);

  return matchum_strategy_sheet_add_to (bundle, coverage, details, NULL, NULL, &task->style, error);
}

/* Writing */

static gboolean
is_zip (const char *output)
{
  const gsize length = strlen (output);

  return length >= 4 && g_ascii_strcasecmp (output + length - 4, ".zip") == 0;
}

static gboolean
write_bundle (MatchumBundle *bundle, const char *output, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GBytes) zip = NULL;

  if (!is_zip (output))
    return matchum_bundle_write_folder (bundle, file, NULL, error);
  zip = matchum_bundle_write_zip (bundle, error);
  return zip != NULL && matchum_file_writer_write (file, zip, NULL, error);
}

static void
print_json (MatchumBundle *bundle, const char *output, MatchumCliReadBack *read_back)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *shown = g_filename_display_name (output);

  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "bundle", shown);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_bundle_get_n_files (bundle); i++)
    {
      const MatchumBundleFile *file = matchum_bundle_get_file (bundle, i);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      json_builder_begin_object (builder);
      matchum_json_add_string (builder, "name", file->name);
      matchum_json_add_int (builder, "bytes", (gint64) g_bytes_get_size (file->bytes));
      matchum_json_add_string (builder, "sha256", digest);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (read_back != NULL)
    {
      json_builder_set_member_name (builder, "check");
      json_builder_add_value (builder, matchum_cli_read_back_build_json (read_back));
    }
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_text (MatchumBundle *bundle, const char *output, MatchumCliReadBack *read_back)
{
  printf (_ ("Written: %s"), output);
  printf ("\n");
  for (guint i = 0; i < matchum_bundle_get_n_files (bundle); i++)
    printf ("  %s\n", matchum_bundle_get_file (bundle, i)->name);
  if (read_back != NULL)
    matchum_cli_read_back_print (read_back);
}

/* Options */

/* "pdf, md, txt" */
static char *
list_formats (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", matchum_export_format_get (i)->suffix + 1);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_include (const Options *options, GError **error)
{
  g_autofree char *list = list_formats ();

  for (gsize i = 0; options->include != NULL && options->include[i] != NULL; i++)
    if (find_format (options->include[i]) == NULL)
      return matchum_command_fail_usage (error, g_strdup_printf (_ ("--include takes one of %s, not “%s”."), list,
                                                                 options->include[i]));
  return TRUE;
}

/* A name such as resume.pdf is meant as a file, and would become a folder. */
static gboolean
check_output (const Options *options, GError **error)
{
  g_autofree char *base = options->output != NULL ? g_path_get_basename (options->output) : NULL;

  if (base == NULL || *options->output == '\0')
    return matchum_command_fail_usage (
        error, g_strdup (_ ("-o is missing: name a zip to write, such as -o acme.zip, or a folder.")));
  if (!is_zip (base) && matchum_export_format_find_for_file (base) != NULL)
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: the name must end in .zip, or be that of a new folder."), options->output));
  return matchum_cli_tailoring_check_output (&options->shared, options->output, error);
}

static gboolean
run_bundle (const Options *options, MatchumCliTailoring *task, guint budget, MatchumCliFormat format, GError **error)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (task->as_of);
  g_autoptr (MatchumCliReadBack) read_back = NULL;
  const MatchumExportFormats formats =
      find_formats (options->include != NULL ? (const char *const *) options->include : usual_formats);

  if (!matchum_cli_tailoring_load (task, &options->shared, error)
      || !fit_pages (task, budget, options->allows_gaps, error)
      || !add_resume (bundle, task, formats, &read_back, error) || !add_posting (bundle, options->shared.posting, error)
      || !add_strategy (bundle, task, error) || !write_bundle (bundle, options->output, error))
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_JSON)
    {
      print_json (bundle, options->output, read_back);
      return TRUE;
    }
  matchum_cli_input_print_notice (matchum_resume_get_source (task->resume));
  matchum_cli_input_print_notice (matchum_posting_get_source (matchum_match_get_posting (task->match)));
  print_text (bundle, options->output, read_back);
  return TRUE;
}

gboolean
matchum_command_bundle_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { { NULL } };
  g_auto (MatchumCliTailoring) task = { NULL };
  g_auto (GStrv) words = NULL;
  MatchumCliFormat format;
  guint budget = 0;
  g_autoptr (GArray) entries = matchum_cli_tailoring_list_entries (&options.shared);
  const GOptionEntry own_entries[] = {
    { "include", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.include,
      N_ ("a format of the resume to put in, such as docx; may be given again; pdf and md unless given"),
      N_ ("FORMAT") },
    { "pages", 0, 0, G_OPTION_ARG_STRING, &options.pages,
      N_ ("leave out what shows least, so that the rest fits on so many pages"), N_ ("NUMBER") },
    { "allow-gaps", 0, 0, G_OPTION_ARG_NONE, &options.allows_gaps,
      N_ ("let jobs go, too, for the number of pages; their headings stay otherwise"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("the zip to write, or a new folder"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
  };

  g_array_append_vals (entries, own_entries, G_N_ELEMENTS (own_entries));
  if (!matchum_command_parse (
          argc, argv, NULL,
          N_ ("Puts the resume for a posting, the posting as it is and the strategy sheet into a zip "
              "or a folder, with the SHA-256 digest of each."),
          (const GOptionEntry *) (gpointer) entries->data, &words, error)
      || !matchum_cli_input_refuse_words (words, error) || !matchum_cli_tailoring_parse (&task, &options.shared, error)
      || !matchum_cli_budget_parse (options.pages, &budget, error) || !check_include (&options, error)
      || !check_output (&options, error) || !matchum_cli_input_parse_format (options.format, &format, error))
    return FALSE;
  return run_bundle (&options, &task, budget, format, error);
}
