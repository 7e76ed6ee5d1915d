/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the options that say which resume, for which posting, what of it is hidden and how it looks. */
#include "config.h"

#include "matchum-cli-tailoring.h"

#include <glib/gi18n-lib.h>

#include "matchum-cli-input.h"
#include "matchum-cli-path.h"
#include "matchum-command.h"
#include "matchum-photo.h"

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
take_application (MatchumCliTailoring *self, MatchumApplication *application)
{
  matchum_application_unref (self->application);
  self->application = application;
}

static gboolean
pin_lines (MatchumCliTailoring *self, char **lines, GError **error)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const MatchumBlock *block = find_block (self->resume, lines[i], "--pin", error);

      if (block == NULL)
        return FALSE;
      if (matchum_application_is_pinned (self->application, block->id))
        continue;
      take_application (self, matchum_application_with_pinned (self->application, block->id, TRUE));
      g_array_append_val (self->pinned, block->index);
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
hide_lines (MatchumCliTailoring *self, char **lines, GError **error)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const MatchumBlock *block = find_block (self->resume, lines[i], "--hide", error);

      if (block == NULL)
        return FALSE;
      if (matchum_application_is_pinned (self->application, block->id))
        return matchum_command_fail_usage (error,
                                           g_strdup_printf (_ ("--hide %s: the same block is pinned."), lines[i]));
      if (matchum_application_is_hidden (self->application, block->id))
        continue;
      take_application (self, matchum_application_with_hidden (self->application, block->id, TRUE));
      g_array_append_val (self->hidden, block->index);
    }
  g_array_sort (self->hidden, compare_indexes);
  return TRUE;
}

static gboolean
parse_settings (MatchumPageStyle *style, char **settings, GError **error)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (!matchum_page_style_set (style, settings[i], &problem))
        return matchum_command_fail_usage (error, g_strdup_printf ("--style: %s", problem->message));
    }
  return TRUE;
}

static gboolean
parse_look (MatchumCliTailoring *self, const MatchumCliTailoringOptions *options, GError **error)
{
  const char *const *names = matchum_theme_get_names ();

  matchum_page_style_init (&self->style);
  if (options->paper != NULL && !matchum_paper_from_name (options->paper, &self->style.paper))
    return matchum_command_fail_usage (error,
                                       g_strdup_printf (_ ("--paper takes a4 or letter, not “%s”."), options->paper));

  if (options->theme != NULL && matchum_theme_lookup (options->theme) == NULL)
    {
      g_autofree char *all = g_strjoinv (", ", (char **) names);

      return matchum_command_fail_usage (error, g_strdup_printf (_ ("There is no theme “%s”; there are %s."),
                                                                 options->theme, all));
    }
  if (options->theme != NULL)
    self->style.theme = matchum_theme_lookup (options->theme)->name;
  return parse_settings (&self->style, options->style, error);
}

GArray *
matchum_cli_tailoring_list_entries (MatchumCliTailoringOptions *options)
{
  const GOptionEntry entries[] = {
    { "resume", 0, 0, G_OPTION_ARG_FILENAME, &options->resume, N_ ("the resume, in Markdown or JSON Resume"),
      N_ ("FILE") },
    { "posting", 0, 0, G_OPTION_ARG_FILENAME, &options->posting, N_ ("the posting, in Markdown or plain text"),
      N_ ("FILE") },
    { "hide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->hide,
      N_ ("hide the block on this line of the resume; may be given again"), N_ ("LINE") },
    { "pin", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pin, N_ ("keep the block on this line; may be given again"),
      N_ ("LINE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_ ("a4 or letter; a4 unless given"), N_ ("PAPER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme,
      N_ ("standard, ats for tracking systems, classic, margin or compact; standard unless given"), N_ ("NAME") },
    { "style", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->style,
      N_ ("a setting of the pages, such as size=10 or accent=#7a1f2b; may be given again"), N_ ("KEY=VALUE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of,
      N_ ("the day to count years of experience to, and the date of the PDF; today unless given"), N_ ("YYYY-MM-DD") },
  };
  GArray *list = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  return g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

void
matchum_cli_tailoring_clear_options (MatchumCliTailoringOptions *options)
{
  g_free (options->resume);
  g_free (options->posting);
  g_free (options->paper);
  g_free (options->theme);
  g_strfreev (options->style);
  g_strfreev (options->hide);
  g_strfreev (options->pin);
  g_free (options->as_of);
}

gboolean
matchum_cli_tailoring_check_output (const MatchumCliTailoringOptions *options, const char *output, GError **error)
{
  if (matchum_cli_path_is_same (output, options->resume))
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: this is the resume itself, which is never overwritten. Give another name."),
                                output));
  if (matchum_cli_path_is_same (output, options->posting))
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("-o %s: this is the posting itself, which is never overwritten. Give another name."),
                                output));
  return TRUE;
}

gboolean
matchum_cli_tailoring_parse (MatchumCliTailoring *self, const MatchumCliTailoringOptions *options, GError **error)
{
  return matchum_cli_input_require (options->resume, "--resume", error)
         && matchum_cli_input_require (options->posting, "--posting", error) && parse_look (self, options, error)
         && matchum_cli_input_parse_day (options->as_of, &self->as_of, error);
}

/* What --style names is found from where the user is, what the resume names from where the resume is. */
static gboolean
load_photo (MatchumCliTailoring *self, const MatchumCliTailoringOptions *options, GError **error)
{
  g_autoptr (GFile) resume = g_file_new_for_commandline_arg (options->resume);
  g_autoptr (GFile) folder = self->style.photo_file != NULL ? g_file_new_for_path (".") : g_file_get_parent (resume);
  g_autoptr (GError) problem = NULL;

  self->photo = matchum_photo_find (&self->style, self->resume, folder, &problem);
  self->style.photo = self->photo;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return self->photo != NULL || !self->style.shows_photo;
}

gboolean
matchum_cli_tailoring_load (MatchumCliTailoring *self, const MatchumCliTailoringOptions *options, GError **error)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (error);
  g_autoptr (MatchumPosting) posting = NULL;

  if (lexicon == NULL)
    return FALSE;
  self->resume = matchum_cli_input_load_resume (options->resume, error);
  if (self->resume == NULL)
    return FALSE;
  posting = matchum_cli_input_load_posting (options->posting, error);
  if (posting == NULL)
    return FALSE;

  if (!load_photo (self, options, error))
    return FALSE;
  self->match = matchum_match_new (self->resume, posting, lexicon, self->as_of);
  self->application = matchum_application_new ();
  self->hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  return pin_lines (self, options->pin, error) && hide_lines (self, options->hide, error);
}

void
matchum_cli_tailoring_clear (MatchumCliTailoring *self)
{
  g_clear_pointer (&self->photo, matchum_photo_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->application, matchum_application_unref);
  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_pointer (&self->pinned, g_array_unref);
}

MatchumCoverage *
matchum_cli_tailoring_judge (MatchumCliTailoring *self, MatchumApplication *application)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, self->resume);

  return matchum_coverage_new (self->match, visibility);
}
