/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli match: every requirement of a posting with its verdict. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "export/matchum-match-json.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"

typedef struct {
  char *resume;
  char *posting;
  char *as_of;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->resume);
  g_free (options->posting);
  g_free (options->as_of);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
print_evidence (MatchumMatch *match, const MatchumVerdict *verdict)
{
  MatchumResume *resume = matchum_match_get_resume (match);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < verdict->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const MatchumBlock *block = matchum_resume_get_block (resume, evidence->block);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (evidence->block)))
        printf ("         %4u  %s\n", block->first_line, matchum_block_get_text (block));
    }
}

/* The verdict in words, with what is missing. Free it. */
static char *
describe_verdict (const MatchumVerdict *verdict)
{
  const char *word = matchum_cli_output_get_status_word (verdict->status, verdict->is_listed_only);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (verdict->missing->len == 0)
    return g_strdup (word);

  for (guint i = 0; i < verdict->missing->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (verdict->missing, i));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_ (", "), (char **) names->pdata);
  if (verdict->status == MATCHUM_STATUS_MISSING)
    return g_strdup_printf ("%s · %s", word, list);
  /* Translators: a verdict such as “partial”, and what the resume does not show. */
  return g_strdup_printf (_ ("%s · not shown: %s"), word, list);
}

static void
print_verdict (MatchumMatch *match, MatchumRequirement *requirement, const MatchumVerdict *verdict)
{
  const MatchumPostingLine *line = matchum_requirement_get_line (requirement);
  g_autofree char *words = describe_verdict (verdict);

  printf ("%6u  %s\n        %s\n", line->first_line, matchum_posting_line_get_text (line), words);
  print_evidence (match, verdict);
}

static void
print_requirements (MatchumCoverage *coverage, gboolean is_preferred)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      MatchumRequirement *requirement = matchum_match_get_requirement (match, i);

      if (matchum_requirement_is_preferred (requirement) == is_preferred)
        print_verdict (match, requirement, matchum_coverage_get_verdict (coverage, i));
    }
}

static void
print_text (MatchumCoverage *coverage)
{
  MatchumResume *resume = matchum_match_get_resume (matchum_coverage_get_match (coverage));
  MatchumPosting *posting = matchum_match_get_posting (matchum_coverage_get_match (coverage));
  g_autofree char *required = matchum_cli_output_describe (matchum_coverage_get_required (coverage));
  g_autofree char *preferred = matchum_cli_output_describe (matchum_coverage_get_preferred (coverage));
  const char *company = matchum_posting_get_company (posting);
  const char *title = matchum_posting_get_title (posting);

  matchum_cli_input_print_notice (matchum_resume_get_source (resume));
  matchum_cli_input_print_notice (matchum_posting_get_source (posting));
  if (company != NULL || title != NULL)
    printf ("%s%s%s\n\n", company != NULL ? company : "", company != NULL && title != NULL ? " · " : "",
            title != NULL ? title : "");
  if (!matchum_posting_has_known_headings (posting))
    printf ("%s\n\n", _ ("No heading tells requirements from the rest, so every line was taken as required."));

  printf (_ ("Required: %s"), required);
  printf ("\n");
  print_requirements (coverage, FALSE);
  printf ("\n");
  printf (_ ("Preferred: %s"), preferred);
  printf ("\n");
  print_requirements (coverage, TRUE);
}

static gboolean
run_match (const Options *options, MatchumDay as_of, MatchumCliFormat format, GError **error)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (error);
  g_autoptr (MatchumResume) resume = lexicon != NULL ? matchum_cli_input_load_resume (options->resume, error) : NULL;
  g_autoptr (MatchumPosting) posting = resume != NULL ? matchum_cli_input_load_posting (options->posting, error) : NULL;
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;

  if (posting == NULL)
    return FALSE;

  match = matchum_match_new (resume, posting, lexicon, as_of);
  visibility = matchum_visibility_new_all (resume);
  coverage = matchum_coverage_new (match, visibility);

  if (format == MATCHUM_CLI_FORMAT_JSON)
    matchum_cli_output_print_json (matchum_match_json_build (coverage));
  else
    print_text (coverage);
  return TRUE;
}

gboolean
matchum_command_match_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) words = NULL;
  MatchumDay as_of;
  MatchumCliFormat format;
  const GOptionEntry entries[] = {
    { "resume", 0, 0, G_OPTION_ARG_FILENAME, &options.resume, N_ ("the resume, in Markdown or JSON Resume"),
      N_ ("FILE") },
    { "posting", 0, 0, G_OPTION_ARG_FILENAME, &options.posting, N_ ("the posting, in Markdown or plain text"),
      N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("the day to count years of experience to; today unless given"), N_ ("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv, NULL, N_ ("Holds a resume against a posting, requirement by requirement."),
                              entries, &words, error)
      || !matchum_cli_input_refuse_words (words, error)
      || !matchum_cli_input_require (options.resume, "--resume", error)
      || !matchum_cli_input_require (options.posting, "--posting", error)
      || !matchum_cli_input_parse_day (options.as_of, &as_of, error)
      || !matchum_cli_input_parse_format (options.format, &format, error))
    return FALSE;

  return run_match (&options, as_of, format, error);
}
