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
#include "export/matchum-json-resume-exporter.h"
#include "export/matchum-markdown-exporter.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-tailoring.h"
#include "matchum-pdf-exporter.h"
#include "matchum-strategy-sheet.h"

typedef struct {
  MatchumCliTailoringOptions shared;
  char **include;
  char *output;
  char *format;
} Options;

static const char *const usual_formats[] = { "pdf", "md", NULL };

static void
clear_options (Options *options)
{
  matchum_cli_tailoring_clear_options (&options->shared);
  g_strfreev (options->include);
  g_free (options->output);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* The resume in each format */

typedef GBytes *(*RenderFunc) (MatchumCliTailoring *task, MatchumVisibility *visibility, GError **error);

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_pdf (MatchumCliTailoring *task, MatchumVisibility *visibility, GError **error)
{
  return matchum_pdf_exporter_write (visibility, &task->style, task->as_of, NULL, NULL, error);
}

static GBytes *
render_markdown (MatchumCliTailoring *task, MatchumVisibility *visibility, GError **error)
{
  return take_text (matchum_markdown_exporter_write_tailored (visibility));
}

static GBytes *
render_json (MatchumCliTailoring *task, MatchumVisibility *visibility, GError **error)
{
  return take_text (matchum_json_resume_exporter_write_tailored (visibility, NULL));
}

static const struct {
  const char *name;
  RenderFunc render;
} formats[] = {
  { "pdf", render_pdf },
  { "md", render_markdown },
  { "json", render_json },
};

static RenderFunc
find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, name) == 0)
      return formats[i].render;
  return NULL;
}

static gboolean
add_resume (MatchumBundle *bundle, MatchumCliTailoring *task, const char *const *include, GError **error)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (task->application, task->resume);

  for (gsize i = 0; include[i] != NULL; i++)
    {
      g_autofree char *suffix = g_ascii_strdown (include[i], -1);
      g_autofree char *name = g_strconcat ("resume.", suffix, NULL);
      g_autoptr (GBytes) bytes = find_format (include[i]) (task, visibility, error);

      if (bytes == NULL)
        return FALSE;
      if (!g_strv_contains (include + i + 1, include[i]))
        matchum_bundle_add (bundle, name, bytes);
    }
  return TRUE;
}

/* The other papers */

/* Byte for byte, with the suffix that tells what it is. */
static gboolean
add_posting (MatchumBundle *bundle, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = matchum_source_load_bytes (file, &shown, NULL, error);
  g_autofree char *base = g_file_get_basename (file);
  const char *dot = base != NULL ? strrchr (base, '.') : NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;
  name = g_strconcat ("posting", dot != NULL && dot != base ? dot : ".txt", NULL);
  matchum_bundle_add (bundle, name, bytes);
  return TRUE;
}

static gboolean
add_strategy (MatchumBundle *bundle, MatchumCliTailoring *task, GError **error)
{
  g_autoptr (MatchumCoverage) coverage = matchum_cli_tailoring_judge (task, task->application);
  g_autoptr (MatchumPostingDetails) details =
      matchum_posting_details_read (matchum_match_get_posting (task->match), task->as_of);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) markdown = NULL;
  char *text = matchum_strategy_sheet_write (coverage, details, NULL, NULL, &task->style, &pdf, error);

  if (text == NULL)
    return FALSE;
  markdown = take_text (text);
  matchum_bundle_add (bundle, "strategy.pdf", pdf);
  matchum_bundle_add (bundle, "strategy.md", markdown);
  return TRUE;
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
print_json (MatchumBundle *bundle, const char *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "bundle", output);
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
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_text (MatchumBundle *bundle, const char *output)
{
  printf (_ ("Written: %s"), output);
  printf ("\n");
  for (guint i = 0; i < matchum_bundle_get_n_files (bundle); i++)
    printf ("  %s\n", matchum_bundle_get_file (bundle, i)->name);
}

/* Options */

static gboolean
check_include (const Options *options, GError **error)
{
  for (gsize i = 0; options->include != NULL && options->include[i] != NULL; i++)
    if (find_format (options->include[i]) == NULL)
      return matchum_command_fail_usage (error, g_strdup_printf (_ ("--include takes pdf, md or json, not “%s”."),
                                                                 options->include[i]));
  return TRUE;
}

/* A name such as resume.pdf is meant as a file, and would become a folder. */
static gboolean
check_output (const Options *options, GError **error)
{
  g_autofree char *base = options->output != NULL ? g_path_get_basename (options->output) : NULL;
  const char *dot = base != NULL ? strrchr (base, '.') : NULL;

  if (base == NULL || *options->output == '\0')
    return matchum_command_fail_usage (
        error, g_strdup (_ ("-o is missing: name a zip to write, such as -o acme.zip, or a folder.")));
  if (dot != NULL && !is_zip (base) && find_format (dot + 1) != NULL)
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: the name must end in .zip, or be that of a new folder."), options->output));
  return matchum_cli_tailoring_check_output (&options->shared, options->output, error);
}

static gboolean
run_bundle (const Options *options, MatchumCliTailoring *task, MatchumCliFormat format, GError **error)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (task->as_of);
  const char *const *include = options->include != NULL ? (const char *const *) options->include : usual_formats;

  if (!matchum_cli_tailoring_load (task, &options->shared, error) || !add_resume (bundle, task, include, error)
      || !add_posting (bundle, options->shared.posting, error) || !add_strategy (bundle, task, error)
      || !write_bundle (bundle, options->output, error))
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_JSON)
    {
      print_json (bundle, options->output);
      return TRUE;
    }
  matchum_cli_input_print_notice (matchum_resume_get_source (task->resume));
  matchum_cli_input_print_notice (matchum_posting_get_source (matchum_match_get_posting (task->match)));
  print_text (bundle, options->output);
  return TRUE;
}

gboolean
matchum_command_bundle_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { { NULL } };
  g_auto (MatchumCliTailoring) task = { NULL };
  g_auto (GStrv) words = NULL;
  MatchumCliFormat format;
  g_autoptr (GArray) entries = matchum_cli_tailoring_list_entries (&options.shared);
  const GOptionEntry own_entries[] = {
    { "include", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.include,
      N_ ("a format of the resume to put in: pdf, md or json; may be given again; pdf and md unless given"),
      N_ ("FORMAT") },
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
      || !check_include (&options, error) || !check_output (&options, error)
      || !matchum_cli_input_parse_format (options.format, &format, error))
    return FALSE;
  return run_bundle (&options, &task, format, error);
}
