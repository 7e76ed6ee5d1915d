/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli tailor: hides blocks, writes the resume that is left, and says what the hiding costs. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-json-resume-exporter.h"
#include "export/matchum-markdown-exporter.h"
#include "export/matchum-match-json.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-path.h"
#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"
#include "tailor/matchum-application.h"

typedef struct {
  char *resume;
  char *posting;
  char *paper;
  char *theme;
  char **hide;
  char **pin;
  char *as_of;
  char **outputs;
  char *format;
} Options;

/* Everything that the options name, read and checked. */
typedef struct {
  MatchumResume *resume;
  MatchumMatch *match;
  MatchumApplication *application;
  GArray *hidden; /* of guint: the blocks that were named, in document order */
  GArray *pinned; /* the same, in the order in which they were named */
  const MatchumTheme *theme;
  MatchumPaper paper;
  MatchumDay as_of;
  MatchumCliFormat format;
  double pages_used;
  char *left_out; /* signs that no font has; NULL where no PDF is written */
} Task;

static void
clear_options (Options *options)
{
  g_free (options->resume);
  g_free (options->posting);
  g_free (options->paper);
  g_free (options->theme);
  g_strfreev (options->hide);
  g_strfreev (options->pin);
  g_free (options->as_of);
  g_strfreev (options->outputs);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
clear_task (Task *task)
{
  g_clear_pointer (&task->left_out, g_free);
  g_clear_pointer (&task->resume, matchum_resume_unref);
  g_clear_pointer (&task->match, matchum_match_unref);
  g_clear_pointer (&task->application, matchum_application_unref);
  g_clear_pointer (&task->hidden, g_array_unref);
  g_clear_pointer (&task->pinned, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

/* The block that a line of the resume belongs to, or NULL and wrong usage. */
static const MatchumBlock *
find_block (MatchumResume *resume, const char *line, const char *option, GError **error)
{
  const char *name = matchum_source_get_name (matchum_resume_get_source (resume));
  const MatchumBlock *block;
  guint64 number;

  if (!g_ascii_string_to_unsigned (line, 10, 1, G_MAXUINT, &number, NULL))
    {
      matchum_command_fail_usage (error,
                                  g_strdup_printf (_ ("%s takes the number of a line, not “%s”."), option, line));
      return NULL;
    }

  block = matchum_resume_get_block_at (resume, (guint) number);
  if (block == NULL)
    {
      matchum_command_fail_usage (error, g_strdup_printf (_ ("%s %s: %s:%s is a blank line, or not there."), option,
                                                          line, name, line));
      return NULL;
    }
  if (block->kind == MATCHUM_BLOCK_TITLE)
    {
      matchum_command_fail_usage (error, g_strdup_printf (_ ("%s %s: %s:%s is the title, which always stays."), option,
                                                          line, name, line));
      return NULL;
    }
  return block;
}

static void
take_application (Task *task, MatchumApplication *application)
{
  matchum_application_unref (task->application);
  task->application = application;
}

static gboolean
pin_lines (Task *task, char **lines, GError **error)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const MatchumBlock *block = find_block (task->resume, lines[i], "--pin", error);

      if (block == NULL)
        return FALSE;
      if (matchum_application_is_pinned (task->application, block->id))
        continue;
      take_application (task, matchum_application_with_pinned (task->application, block->id, TRUE));
      g_array_append_val (task->pinned, block->index);
    }
  return TRUE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static gboolean
hide_lines (Task *task, char **lines, GError **error)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const MatchumBlock *block = find_block (task->resume, lines[i], "--hide", error);

      if (block == NULL)
        return FALSE;
      if (matchum_application_is_pinned (task->application, block->id))
        return matchum_command_fail_usage (error,
                                           g_strdup_printf (_ ("--hide %s: the same block is pinned."), lines[i]));
      if (matchum_application_is_hidden (task->application, block->id))
        continue;
      take_application (task, matchum_application_with_hidden (task->application, block->id, TRUE));
      g_array_append_val (task->hidden, block->index);
    }
  g_array_sort (task->hidden, compare_indexes);
  return TRUE;
}

/* No output may take the place of what is read, nor of another output. */
static gboolean
check_output_is_its_own (const Options *options, guint index, GError **error)
{
  const char *output = options->outputs[index];

  if (matchum_cli_path_is_same (output, options->resume))
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: this is the resume itself, which is never overwritten. Give another name."),
                                output));
  if (matchum_cli_path_is_same (output, options->posting))
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: this is the posting itself, which is never overwritten. Give another name."),
                                output));
  for (guint i = 0; i < index; i++)
    if (matchum_cli_path_is_same (output, options->outputs[i]))
      return matchum_command_fail_usage (
          error, g_strdup_printf (_ ("-o %s: -o %s is the same file. Give each a name of its own."), output,
                                  options->outputs[i]));
  return TRUE;
}

static gboolean
check_outputs (const Options *options, GError **error)
{
  if (options->outputs == NULL)
    return matchum_command_fail_usage (error,
                                       g_strdup (_ ("-o is missing: say which file to write, such as -o resume.pdf.")));

  for (guint i = 0; options->outputs[i] != NULL; i++)
    {
      const char *output = options->outputs[i];

      if (!g_str_has_suffix (output, ".pdf") && !g_str_has_suffix (output, ".md")
          && !g_str_has_suffix (output, ".json"))
        return matchum_command_fail_usage (
            error, g_strdup_printf (_ ("-o %s: the file's name must end in .pdf, .md or .json."), output));
      if (!check_output_is_its_own (options, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_look (Task *task, const Options *options, GError **error)
{
  const char *const *names = matchum_theme_get_names ();

  task->paper = MATCHUM_PAPER_A4;
  if (options->paper != NULL && !matchum_paper_from_name (options->paper, &task->paper))
    return matchum_command_fail_usage (error,
                                       g_strdup_printf (_ ("--paper takes a4 or letter, not “%s”."), options->paper));

  task->theme = matchum_theme_lookup (options->theme != NULL ? options->theme : names[0]);
  if (task->theme == NULL)
    {
      g_autofree char *all = g_strjoinv (", ", (char **) names);

      return matchum_command_fail_usage (error, g_strdup_printf (_ ("There is no theme “%s”; there are %s."),
                                                                 options->theme, all));
    }
  return TRUE;
}

static gboolean
load_task (Task *task, const Options *options, GError **error)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (error);
  g_autoptr (MatchumPosting) posting = NULL;

  if (lexicon == NULL)
    return FALSE;
  task->resume = matchum_cli_input_load_resume (options->resume, error);
  if (task->resume == NULL)
    return FALSE;
  posting = matchum_cli_input_load_posting (options->posting, error);
  if (posting == NULL)
    return FALSE;

  task->match = matchum_match_new (task->resume, posting, lexicon, task->as_of);
  task->application = matchum_application_new ();
  task->hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  task->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  return pin_lines (task, options->pin, error) && hide_lines (task, options->hide, error);
}

static GBytes *
render_markdown (MatchumVisibility *visibility)
{
  char *text = matchum_markdown_exporter_write_tailored (visibility);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_json (MatchumVisibility *visibility)
{
  char *text = matchum_json_resume_exporter_write_tailored (visibility, NULL);

  return g_bytes_new_take (text, strlen (text));
}

/* Renders everything before the first file is written. */
static gboolean
write_outputs (Task *task, char **outputs, GError **error)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (task->application, task->resume);
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, task->theme, task->paper, error);
  g_autoptr (GPtrArray) rendered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (pages == NULL)
    return FALSE;
  task->pages_used = matchum_pages_get_used (pages);
  for (guint i = 0; outputs[i] != NULL && task->left_out == NULL; i++)
    {
      if (g_str_has_suffix (outputs[i], ".pdf"))
        task->left_out = g_strdup (matchum_pages_get_left_out (pages));
    }

  for (guint i = 0; outputs[i] != NULL; i++)
    {
      GBytes *bytes = g_str_has_suffix (outputs[i], ".pdf")
                          ? matchum_pdf_exporter_write_pages (pages, task->as_of, error)
                      : g_str_has_suffix (outputs[i], ".json") ? render_json (visibility)
                                                               : render_markdown (visibility);

      if (bytes == NULL)
        return FALSE;
      g_ptr_array_add (rendered, bytes);
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (outputs[i]);

      if (!matchum_file_writer_write (file, g_ptr_array_index (rendered, i), NULL, error))
        return FALSE;
    }
  return TRUE;
}

static MatchumCoverage *
judge (Task *task, MatchumApplication *application)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, task->resume);

  return matchum_coverage_new (task->match, visibility);
}

/* The requirements that would be judged better, were the block shown again: array of texts that the match owns. */
static GPtrArray *
find_costs (Task *task, MatchumCoverage *tailored, guint block)
{
  const char *id = matchum_resume_get_block (task->resume, block)->id;
  g_autoptr (MatchumApplication) shown = matchum_application_with_hidden (task->application, id, FALSE);
  g_autoptr (MatchumCoverage) better = judge (task, shown);
  GPtrArray *costs = g_ptr_array_new ();

  for (guint i = 0; i < matchum_match_get_n_requirements (task->match); i++)
    {
      const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (task->match, i));

      if (matchum_coverage_get_verdict (better, i)->status < matchum_coverage_get_verdict (tailored, i)->status)
        g_ptr_array_add (costs, (gpointer) matchum_posting_line_get_text (line));
    }
  return costs;
}

static void
add_hidden_json (JsonBuilder *builder, Task *task, MatchumCoverage *tailored)
{
  json_builder_set_member_name (builder, "hidden");
  json_builder_begin_array (builder);
  for (guint i = 0; i < task->hidden->len; i++)
    {
      guint index = g_array_index (task->hidden, guint, i);
      g_autoptr (GPtrArray) costs = find_costs (task, tailored, index);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, matchum_resume_get_block (task->resume, index)->first_line);
      json_builder_set_member_name (builder, "why");
      json_builder_add_string_value (builder, "asked");
      json_builder_set_member_name (builder, "costs");
      json_builder_begin_array (builder);
      for (guint j = 0; j < costs->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (costs, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (Task *task, MatchumCoverage *baseline, MatchumCoverage *tailored, char **outputs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pages");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "used");
  json_builder_add_double_value (builder, task->pages_used);
  json_builder_set_member_name (builder, "budget");
  json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "fit");
  json_builder_add_string_value (builder, "none");
  add_hidden_json (builder, task, tailored);
  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "baseline");
  json_builder_add_value (builder, matchum_match_json_build_coverage (baseline));
  json_builder_set_member_name (builder, "tailored");
  json_builder_add_value (builder, matchum_match_json_build_coverage (tailored));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; outputs[i] != NULL; i++)
    json_builder_add_string_value (builder, outputs[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_tallies (gboolean is_preferred, MatchumTally before, MatchumTally after)
{
  g_autofree char *words_before = matchum_cli_output_describe (before);
  g_autofree char *words_after = matchum_cli_output_describe (after);

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
  for (guint i = 0; i < task->pinned->len; i++)
    {
      const MatchumBlock *pinned = matchum_resume_get_block (task->resume, g_array_index (task->pinned, guint, i));
      const MatchumBlock *block = pinned;

      while (block != NULL && !matchum_application_is_hidden (task->application, block->id))
        block = block->parent != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (task->resume, block->parent) : NULL;
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

  for (guint i = 0; i < task->hidden->len; i++)
    {
      guint index = g_array_index (task->hidden, guint, i);
      const MatchumBlock *block = matchum_resume_get_block (task->resume, index);
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
  /* Rounded up: 1.04 pages do not fit on one. */
  printf (_ ("Pages: %.1f"), ceil (task->pages_used * 10 - 1e-6) / 10);
  printf ("\n");
  if (task->left_out != NULL && *task->left_out != '\0')
    {
      printf (_ ("No installed font has these signs, so the PDF omits them: %s"), task->left_out);
      printf ("\n");
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      printf (_ ("Written: %s"), outputs[i]);
      printf ("\n");
    }
}

static gboolean
run_tailor (const Options *options, Task *task, GError **error)
{
  g_autoptr (MatchumApplication) nothing_hidden = matchum_application_new ();
  g_autoptr (MatchumCoverage) baseline = NULL;
  g_autoptr (MatchumCoverage) tailored = NULL;

  if (!load_task (task, options, error) || !write_outputs (task, options->outputs, error))
    return FALSE;

  baseline = judge (task, nothing_hidden);
  tailored = judge (task, task->application);
  if (task->format == MATCHUM_CLI_FORMAT_JSON)
    {
      print_json (task, baseline, tailored, options->outputs);
      return TRUE;
    }
  matchum_cli_input_print_notice (matchum_resume_get_source (task->resume));
  matchum_cli_input_print_notice (matchum_posting_get_source (matchum_match_get_posting (task->match)));
  print_text (task, baseline, tailored, options->outputs);
  return TRUE;
}

gboolean
matchum_command_tailor_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  g_auto (Task) task = { NULL };
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "resume", 0, 0, G_OPTION_ARG_FILENAME, &options.resume, N_ ("the resume, in Markdown or JSON Resume"),
      N_ ("FILE") },
    { "posting", 0, 0, G_OPTION_ARG_FILENAME, &options.posting, N_ ("the posting, in Markdown or plain text"),
      N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("a file to write, .pdf, .md or .json; may be given again"), N_ ("FILE") },
    { "hide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.hide,
      N_ ("hide the block on this line of the resume; may be given again"), N_ ("LINE") },
    { "pin", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.pin, N_ ("keep the block on this line; may be given again"),
      N_ ("LINE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("a4 or letter; a4 unless given"), N_ ("PAPER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme,
      N_ ("standard, or ats for tracking systems; standard unless given"), N_ ("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("the day to count years of experience to, and the date of the PDF; today unless given"), N_ ("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv, NULL, N_ ("Hides blocks of a resume and writes what is left for a posting."),
                              entries, &words, error)
      || !matchum_cli_input_refuse_words (words, error)
      || !matchum_cli_input_require (options.resume, "--resume", error)
      || !matchum_cli_input_require (options.posting, "--posting", error) || !check_outputs (&options, error)
      || !parse_look (&task, &options, error) || !matchum_cli_input_parse_day (options.as_of, &task.as_of, error)
      || !matchum_cli_input_parse_format (options.format, &task.format, error))
    return FALSE;

  return run_tailor (&options, &task, error);
}
