/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli tailor: hides blocks, writes the resume that is left, and says what the hiding costs. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-match-json.h"
#include "matchum-cli-budget.h"
#include "matchum-cli-check.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-path.h"
#include "matchum-cli-tailoring.h"
#include "matchum-export-name.h"
#include "matchum-export.h"

typedef struct {
  MatchumCliTailoringOptions shared;
  char **outputs;
  char *format;
  char *pages;
  gboolean allows_gaps;
  gboolean has_front_matter;
} Options;

typedef struct {
  MatchumCliTailoring shared;
  MatchumCliFormat format;
  guint budget;        /* of pages; 0 for none */
  MatchumPageFit *fit; /* NULL where there is no budget */
  MatchumPages *pages; /* of what was left before anything went for the budget, or NULL */
  double pages_used;
  const char *missing_family;    /* that the style asks for, or NULL */
  char *left_out;                /* signs that no font has; NULL where no PDF is written */
  MatchumCliReadBack *read_back; /* the same */
} Task;

static void
clear_options (Options *options)
{
  matchum_cli_tailoring_clear_options (&options->shared);
  g_strfreev (options->outputs);
  g_free (options->format);
  g_free (options->pages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
clear_task (Task *task)
{
  g_clear_pointer (&task->left_out, g_free);
  g_clear_pointer (&task->fit, matchum_page_fit_unref);
  g_clear_pointer (&task->pages, matchum_pages_unref);
  g_clear_pointer (&task->read_back, matchum_cli_read_back_free);
  matchum_cli_tailoring_clear (&task->shared);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

/* No output may take the place of what is read, nor of another output. */
static gboolean
check_output_is_its_own (const Options *options, guint index, GError **error)
{
  const char *output = options->outputs[index];

  if (!matchum_cli_tailoring_check_output (&options->shared, output, error))
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (matchum_cli_path_is_same (output, options->outputs[i]))
      return matchum_command_fail_usage (
          error, g_strdup_printf (_ ("-o %s: -o %s is the same file. Give each a name of its own."), output,
                                  options->outputs[i]));
  return TRUE;
}

static gboolean
has_fields (const char *output)
{
  g_autofree char *name = g_path_get_basename (output);

  return strpbrk (name, "{}") != NULL;
}

/* The end of an output's name, as it is written there. */
static const char *
get_suffix (const char *output)
{
  return strrchr (output, '.');
}

static gboolean
check_pattern (const char *output, GError **error)
{
  g_autofree char *name = g_path_get_basename (output);
  g_autoptr (GError) problem = NULL;

  *strrchr (name, '.') = '\0';
  if (matchum_export_name_check (name, &problem))
    return TRUE;
  return matchum_command_fail_usage (error, g_strdup_printf ("-o %s: %s", output, problem->message));
}

static gboolean
check_format (const char *output, GError **error)
{
  g_autofree char *suffixes = NULL;

  if (matchum_export_format_find_for_file (output) != NULL)
    return TRUE;
  suffixes = matchum_export_format_list_suffixes ();
  /* Translators: the name of a file, and the endings that it may have: .pdf, .md, .txt. */
  return matchum_command_fail_usage (error, g_strdup_printf (_ ("-o %s: the file's name must end in one of %s."),
                                                             output, suffixes));
}

/* Whether each output has a format, and a place of its own. */
static gboolean
check_outputs (const Options *options, GError **error)
{
  if (options->outputs == NULL)
    return matchum_command_fail_usage (error,
                                       g_strdup (_ ("-o is missing: say which file to write, such as -o resume.pdf.")));

  for (guint i = 0; options->outputs[i] != NULL; i++)
    {
      const char *output = options->outputs[i];

      if (!check_format (output, error) || (has_fields (output) && !check_pattern (output, error))
          || !check_output_is_its_own (options, i, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_expanded (Task *task, MatchumVisibility *visibility, const char *output)
{
  MatchumPosting *posting = matchum_match_get_posting (task->shared.match);
  g_autofree char *person = matchum_visibility_dup_name (visibility);
  const MatchumExportNameFields fields = {
    .name = person,
    .company = matchum_posting_get_company (posting),
    .title = matchum_posting_get_title (posting),
    .language = matchum_visibility_guess_language (visibility),
    .theme = task->shared.style.theme,
    .date = task->shared.as_of,
  };
  g_autofree char *folder = g_path_get_dirname (output);
  g_autofree char *pattern = g_path_get_basename (output);
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;

  *strrchr (pattern, '.') = '\0';
  name = matchum_export_name_expand (pattern, &fields);
  file_name = g_strconcat (name, get_suffix (output), NULL);
  return strchr (output, '/') != NULL ? g_build_filename (folder, file_name, NULL) : g_strdup (file_name);
}

/* Puts what is known now into the names that ask for it. */
static gboolean
expand_outputs (Task *task, Options *options, GError **error)
{
  g_autoptr (MatchumVisibility) visibility =
      matchum_application_get_visibility (task->shared.application, task->shared.resume);

  for (guint i = 0; options->outputs[i] != NULL; i++)
    if (has_fields (options->outputs[i]))
      {
        char *expanded = dup_expanded (task, visibility, options->outputs[i]);

        g_free (options->outputs[i]);
        options->outputs[i] = expanded;
      }
  for (guint i = 0; options->outputs[i] != NULL; i++)
    if (!check_output_is_its_own (options, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
writes (char **outputs, MatchumExportFormats format)
{
  for (guint i = 0; outputs[i] != NULL; i++)
    if (matchum_export_format_find_for_file (outputs[i])->flag == format)
      return TRUE;
  return FALSE;
}

/* Renders everything before the first file is written. */
static gboolean
write_outputs (Task *task, char **outputs, gboolean has_front_matter, GError **error)
{
  g_autoptr (MatchumVisibility) visibility =
      matchum_application_get_visibility (task->shared.application, task->shared.resume);
  g_autoptr (MatchumPages) pages = matchum_pages_new_from (task->pages, visibility, &task->shared.style, error);
  g_autoptr (GPtrArray) rendered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const MatchumExport export = {
    .visibility = visibility,
    .style = task->shared.style,
    .pages = pages,
    .as_of = task->shared.as_of,
    .has_front_matter = has_front_matter,
  };

  if (pages == NULL)
    return FALSE;
  task->pages_used = matchum_pages_get_used (pages);
  if (writes (outputs, MATCHUM_EXPORT_PDF))
    {
      task->left_out = g_strdup (matchum_pages_get_left_out (pages));
      task->missing_family = matchum_pages_get_missing_family (pages);
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      const MatchumExportFormats format = matchum_export_format_find_for_file (outputs[i])->flag;
      GBytes *bytes = matchum_export_render (&export, format, error);

      if (bytes == NULL)
        return FALSE;
      g_ptr_array_add (rendered, bytes);
      if (format == MATCHUM_EXPORT_PDF && task->read_back == NULL)
        task->read_back = matchum_cli_read_back_new (outputs[i], bytes, visibility);
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (outputs[i]);

      if (!matchum_file_writer_write (file, g_ptr_array_index (rendered, i), NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* The requirements that would be judged better, were the block shown again: array of texts that the match owns. */
static GPtrArray *
find_costs (Task *task, MatchumCoverage *tailored, guint block)
{
  const char *id = matchum_resume_get_block (task->shared.resume, block)->id;
  g_autoptr (MatchumApplication) shown = matchum_application_with_hidden (task->shared.application, id, FALSE);
  g_autoptr (MatchumCoverage) better = matchum_cli_tailoring_judge (&task->shared, shown);
  GPtrArray *costs = g_ptr_array_new ();

  for (guint i = 0; i < matchum_match_get_n_requirements (task->shared.match); i++)
    {
      const MatchumPostingLine *line =
          matchum_requirement_get_line (matchum_match_get_requirement (task->shared.match, i));

      if (matchum_coverage_get_verdict (better, i)->status < matchum_coverage_get_verdict (tailored, i)->status)
        g_ptr_array_add (costs, (gpointer) matchum_posting_line_get_text (line));
    }
  return costs;
}

static void
add_hidden_block (JsonBuilder *builder, Task *task, guint block, const char *why, GPtrArray *costs)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, matchum_resume_get_block (task->shared.resume, block)->first_line);
  json_builder_set_member_name (builder, "why");
  json_builder_add_string_value (builder, why);
  json_builder_set_member_name (builder, "costs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < costs->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (costs, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
is_asked (Task *task, guint block)
{
  for (guint i = 0; i < task->shared.hidden->len; i++)
    if (g_array_index (task->shared.hidden, guint, i) == block)
      return TRUE;
  return FALSE;
}

static const MatchumFitBlock *
find_left_out (Task *task, guint block)
{
  GPtrArray *hidden = task->fit != NULL ? matchum_page_fit_get_hidden (task->fit) : NULL;

  for (guint i = 0; hidden != NULL && i < hidden->len; i++)
    if (((const MatchumFitBlock *) g_ptr_array_index (hidden, i))->block == block)
      return g_ptr_array_index (hidden, i);
  return NULL;
}

/* In the order of the resume. */
static void
add_hidden_json (JsonBuilder *builder, Task *task, MatchumCoverage *tailored)
{
  json_builder_set_member_name (builder, "hidden");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_resume_get_n_blocks (task->shared.resume); i++)
    {
      const MatchumFitBlock *left_out = find_left_out (task, i);
      g_autoptr (GPtrArray) costs = NULL;

      if (is_asked (task, i))
        {
          costs = find_costs (task, tailored, i);
          add_hidden_block (builder, task, i, "asked", costs);
        }
      else if (left_out != NULL)
        {
          costs = matchum_cli_budget_list_costs (&task->shared, left_out);
          add_hidden_block (builder, task, i, "budget", costs);
        }
    }
  json_builder_end_array (builder);
}

static void
add_fit_json (JsonBuilder *builder, Task *task)
{
  MatchumFitStatus status = task->fit != NULL ? matchum_page_fit_get_status (task->fit) : MATCHUM_FIT_NONE;

  json_builder_set_member_name (builder, "pages");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "used");
  json_builder_add_double_value (builder, task->pages_used);
  json_builder_set_member_name (builder, "budget");
  if (task->budget > 0)
    json_builder_add_int_value (builder, task->budget);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "fit");
  json_builder_add_string_value (builder, matchum_fit_status_get_nick (status));
  if (status != MATCHUM_FIT_INFEASIBLE)
    return;
  json_builder_set_member_name (builder, "least_pages");
  json_builder_add_int_value (builder, matchum_page_fit_get_least_pages (task->fit));
}

static void
print_json (Task *task, MatchumCoverage *baseline, MatchumCoverage *tailored, char **outputs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_fit_json (builder, task);
  add_hidden_json (builder, task, tailored);
  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "baseline");
  json_builder_add_value (builder, matchum_match_json_build_coverage (baseline));
  json_builder_set_member_name (builder, "tailored");
  json_builder_add_value (builder, matchum_match_json_build_coverage (tailored));
  json_builder_end_object (builder);
  matchum_cli_output_add_files (builder, (const char *const *) outputs);
  if (task->read_back != NULL)
    {
      json_builder_set_member_name (builder, "check");
      json_builder_add_value (builder, matchum_cli_read_back_build_json (task->read_back));
    }
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_tallies (gboolean is_preferred, MatchumTally before, MatchumTally after)
{
  g_autofree char *words_before = matchum_tally_dup_words (before);
  g_autofree char *words_after = matchum_tally_dup_words (after);

  if (is_preferred)
    printf (_ ("Preferred: %s"), words_after);
  else
    printf (_ ("Required: %s"), words_after);
  printf ("\n");
  if (g_str_equal (words_before, words_after))
    return;
  printf ("  ");
  /* Translators: the tally of verdicts that the whole baseline would have. */
  printf (_ ("(whole baseline: %s)"), words_before);
  printf ("\n");
}

/* A pin holds a block against what is under it, not against what it stands in: so it is said where that was hidden. */
static void
print_vain_pins (Task *task)
{
  for (guint i = 0; i < task->shared.pinned->len; i++)
    {
      const MatchumBlock *pinned =
          matchum_resume_get_block (task->shared.resume, g_array_index (task->shared.pinned, guint, i));
      const MatchumBlock *block = pinned;

      while (block != NULL && !matchum_application_is_hidden (task->shared.application, block->id))
        block =
            block->parent != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (task->shared.resume, block->parent) : NULL;
      if (block == NULL)
        continue;
      printf (_ ("Pinned in vain, line %u: it goes with line %u."), pinned->first_line, block->first_line);
      printf ("\n");
    }
}

static void
print_text (Task *task, MatchumCoverage *baseline, MatchumCoverage *tailored, char **outputs)
{
  print_tallies (FALSE, matchum_coverage_get_required (baseline), matchum_coverage_get_required (tailored));
  print_tallies (TRUE, matchum_coverage_get_preferred (baseline), matchum_coverage_get_preferred (tailored));

  for (guint i = 0; i < task->shared.hidden->len; i++)
    {
      guint index = g_array_index (task->shared.hidden, guint, i);
      const MatchumBlock *block = matchum_resume_get_block (task->shared.resume, index);
      g_autoptr (GPtrArray) costs = find_costs (task, tailored, index);

      printf (_ ("Hidden, line %u: %s"), block->first_line, matchum_block_get_text (block));
      printf ("\n");
      for (guint j = 0; j < costs->len; j++)
        {
          printf ("    ");
          /* Translators: the requirement that is shown less well without the hidden block. */
          printf (_ ("weakens: %s"), (const char *) g_ptr_array_index (costs, j));
          printf ("\n");
        }
    }

  print_vain_pins (task);
  if (task->fit != NULL)
    matchum_cli_budget_print (&task->shared, task->fit);
  /* Rounded up: 1.04 pages do not fit on one. */
  printf (_ ("Pages: %.1f"), ceil (task->pages_used * 10 - 1e-6) / 10);
  printf ("\n");
  if (task->left_out != NULL && *task->left_out != '\0')
    {
      printf (_ ("No installed font has these signs, so the PDF omits them: %s"), task->left_out);
      printf ("\n");
    }
  if (task->missing_family != NULL)
    {
      /* Translators: %s is a family of fonts. */
      printf (_ ("The font “%s” is not installed; the theme's own stands in for it."), task->missing_family);
      printf ("\n");
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      printf (_ ("Written: %s"), outputs[i]);
      printf ("\n");
    }
  if (task->read_back != NULL)
    matchum_cli_read_back_print (task->read_back);
}

/* Hides what has to go for the budget, where there is one. */
static gboolean
fit_pages (Task *task, gboolean allows_gaps, GError **error)
{
  g_autoptr (MatchumVisibility) visibility = NULL;

  if (task->budget == 0)
    return TRUE;
  visibility = matchum_application_get_visibility (task->shared.application, task->shared.resume);
  task->pages = matchum_pages_new (visibility, &task->shared.style, error);
  if (task->pages == NULL)
    return FALSE;
  task->fit = matchum_cli_budget_fit (&task->shared, task->pages, task->budget, allows_gaps);
  return TRUE;
}

static gboolean
run_tailor (Options *options, Task *task, GError **error)
{
  g_autoptr (MatchumApplication) nothing_hidden = matchum_application_new ();
  g_autoptr (MatchumCoverage) baseline = NULL;
  g_autoptr (MatchumCoverage) tailored = NULL;

  if (writes (options->outputs, MATCHUM_EXPORT_PDF))
    matchum_pages_prepare ();
  if (!matchum_cli_tailoring_load (&task->shared, &options->shared, error)
      || !fit_pages (task, options->allows_gaps, error) || !expand_outputs (task, options, error)
      || !write_outputs (task, options->outputs, options->has_front_matter, error))
    return FALSE;

  baseline = matchum_cli_tailoring_judge (&task->shared, nothing_hidden);
  tailored = matchum_cli_tailoring_judge (&task->shared, task->shared.application);
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      print_json (task, baseline, tailored, options->outputs);
      return TRUE;
    }
  matchum_cli_input_print_notice (matchum_resume_get_source (task->shared.resume));
  matchum_cli_input_print_notice (matchum_posting_get_source (matchum_match_get_posting (task->shared.match)));
  print_text (task, baseline, tailored, options->outputs);
  return TRUE;
}

gboolean
matchum_command_tailor_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { { NULL } };
  g_auto (Task) task = { { NULL } };
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) entries = matchum_cli_tailoring_list_entries (&options.shared);
  const GOptionEntry own_entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("a file to write, in the format that its ending names; may be given again"), N_ ("FILE") },
    { "pages", 0, 0, G_OPTION_ARG_STRING, &options.pages,
      N_ ("leave out what shows least, so that the rest fits on so many pages"), N_ ("NUMBER") },
    { "allow-gaps", 0, 0, G_OPTION_ARG_NONE, &options.allows_gaps,
      N_ ("let jobs go, too, for the number of pages; their headings stay otherwise"), NULL },
    { "front-matter", 0, 0, G_OPTION_ARG_NONE, &options.has_front_matter,
      N_ ("begin Markdown with the name and the language as front matter"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
  };

  g_array_append_vals (entries, own_entries, G_N_ELEMENTS (own_entries));
  if (!matchum_command_parse (argc, argv, NULL, N_ ("Hides blocks of a resume and writes what is left for a posting."),
                              (const GOptionEntry *) (gpointer) entries->data, &words, error)
      || !matchum_cli_input_refuse_words (words, error)
      || !matchum_cli_budget_parse (options.pages, &task.budget, error)
      || !matchum_cli_tailoring_parse (&task.shared, &options.shared, error) || !check_outputs (&options, error)
      || !matchum_cli_input_parse_format (options.format, &task.format, error))
    return FALSE;

  return run_tailor (&options, &task, error);
}
