/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli strategy: one page on how to go about an application. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-path.h"
#include "matchum-cli-tailoring.h"
#include "matchum-strategy-sheet.h"

typedef struct {
  MatchumCliTailoringOptions shared;
  char **outputs;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  matchum_cli_tailoring_clear_options (&options->shared);
  g_strfreev (options->outputs);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
check_output (const Options *options, guint index, GError **error)
{
  const char *output = options->outputs[index];

  if (!g_str_has_suffix (output, ".md") && !g_str_has_suffix (output, ".pdf"))
    return matchum_command_fail_usage (error,
                                       g_strdup_printf (_ ("-o %s: the file's name must end in .md or .pdf."), output));
  for (guint i = 0; i < index; i++)
    if (matchum_cli_path_is_same (output, options->outputs[i]))
      return matchum_command_fail_usage (
          error, g_strdup_printf (_ ("-o %s: -o %s is the same file. Give each a name of its own."), output,
                                  options->outputs[i]));
  return matchum_cli_tailoring_check_output (&options->shared, output, error);
}

static gboolean
check_outputs (const Options *options, GError **error)
{
  if (options->outputs == NULL)
    return matchum_command_fail_usage (error, g_strdup (_ (
                                                  "-o is missing: say which file to write, such as -o strategy.pdf.")));
  for (guint i = 0; options->outputs[i] != NULL; i++)
    if (!check_output (options, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_outputs (MatchumCliTailoring *task, char **outputs, GError **error)
{
  g_autoptr (MatchumCoverage) coverage = matchum_cli_tailoring_judge (task, task->application);
  g_autoptr (MatchumPostingDetails) details =
      matchum_posting_details_read (matchum_match_get_posting (task->match), task->as_of);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = matchum_strategy_sheet_write (coverage, details, NULL, NULL, &task->style, &pdf, error);
  g_autoptr (GBytes) markdown = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (outputs[i]);

      if (!matchum_file_writer_write (file, g_str_has_suffix (outputs[i], ".pdf") ? pdf : markdown, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
print_written (char **outputs, MatchumCliFormat format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  for (guint i = 0; format == MATCHUM_CLI_FORMAT_TEXT && outputs[i] != NULL; i++)
    {
      printf (_ ("Written: %s"), outputs[i]);
      printf ("\n");
    }
  json_builder_begin_object (builder);
  matchum_cli_output_add_files (builder, (const char *const *) outputs);
  json_builder_end_object (builder);
  if (format == MATCHUM_CLI_FORMAT_JSON)
    matchum_cli_output_print_json (json_builder_get_root (builder));
}

gboolean
matchum_command_strategy_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { { NULL } };
  g_auto (MatchumCliTailoring) task = { NULL };
  g_auto (GStrv) words = NULL;
  MatchumCliFormat format;
  g_autoptr (GArray) entries = matchum_cli_tailoring_list_entries (&options.shared);
  const GOptionEntry own_entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("a file to write, .md or .pdf; may be given again"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
  };

  g_array_append_vals (entries, own_entries, G_N_ELEMENTS (own_entries));
  if (!matchum_command_parse (argc, argv, NULL,
                              N_ ("Writes one page on how to go about an application: what the posting says and asks, "
                                  "what shows it, what is missing and what to prepare."),
                              (const GOptionEntry *) (gpointer) entries->data, &words, error)
      || !matchum_cli_input_refuse_words (words, error) || !matchum_cli_tailoring_parse (&task, &options.shared, error)
      || !check_outputs (&options, error) || !matchum_cli_input_parse_format (options.format, &format, error)
      || !matchum_cli_tailoring_load (&task, &options.shared, error) || !write_outputs (&task, options.outputs, error))
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_TEXT)
    {
      matchum_cli_input_print_notice (matchum_resume_get_source (task.resume));
      matchum_cli_input_print_notice (matchum_posting_get_source (matchum_match_get_posting (task.match)));
    }
  print_written (options.outputs, format);
  return TRUE;
}
