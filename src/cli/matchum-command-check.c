/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli check: reads a PDF back and says whether it has every word and link of a resume, in order. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "matchum-cli-check.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"

typedef struct {
  char *against;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->against);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
print_text (MatchumPdfCheck *check, const char *path, const char *against)
{
  g_autofree char *sentence = matchum_pdf_check_dup_sentence (check);

  printf ("%s\n", sentence);
  for (guint i = 0; i < matchum_pdf_check_get_n_differences (check); i++)
    {
      const MatchumPdfDifference *difference = matchum_pdf_check_get_difference (check, i);
      g_autofree char *words = matchum_pdf_difference_describe (difference);

      if (difference->line > 0)
        printf ("%s:%u: %s\n", against, difference->line, words);
      else
        printf ("%s: %s\n", path, words);
    }
  if (matchum_pdf_check_get_n_dates_on_line (check) < matchum_pdf_check_get_n_dates (check))
    {
      printf (_ ("Dates on the line of their title: %u of %u"), matchum_pdf_check_get_n_dates_on_line (check),
              matchum_pdf_check_get_n_dates (check));
      printf ("\n");
    }
}

static MatchumPdfCheck *
check_file (const char *path, const char *against, GError **error)
{
  g_autoptr (MatchumResume) resume = matchum_cli_input_load_resume (against, error);
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumPdfText) text = NULL;
  g_autoptr (GFile) file = NULL;

  if (resume == NULL)
    return NULL;
  file = g_file_new_for_commandline_arg (path);
  text = matchum_pdf_text_load_looking (file, NULL, error);
  if (text == NULL)
    return NULL;
  visibility = matchum_visibility_new_all (resume);
  return matchum_pdf_check_new (visibility, text);
}

static gboolean
take_path (char **words, GError **error)
{
  if (words[0] != NULL && words[1] == NULL)
    return TRUE;
  return matchum_command_fail_usage (error, g_strdup (_ ("Name one PDF to check.")));
}

gboolean
matchum_command_check_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (MatchumPdfCheck) check = NULL;
  MatchumCliFormat format;
  const GOptionEntry entries[] = {
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against,
      N_ ("the resume that the PDF is to say, in Markdown or JSON Resume"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv, N_ ("PDF"),
                              N_ ("Reads a PDF back and holds it against a resume, word by word and in order."),
                              entries, &words, error)
      || !take_path (words, error) || !matchum_cli_input_require (options.against, "--against", error)
      || !matchum_cli_input_parse_format (options.format, &format, error))
    return FALSE;

  check = check_file (words[0], options.against, error);
  if (check == NULL)
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_JSON)
    matchum_cli_output_print_json (matchum_cli_check_build_json (check));
  else
    print_text (check, words[0], options.against);
  return TRUE;
}
