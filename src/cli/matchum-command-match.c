/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli match: every requirement of a posting with its verdict. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "export/matchum-match-json.h"
#include "match/matchum-explanation.h"
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

/* What names something that is asked, and is no evidence. */
static void
print_hints (MatchumMatch *match, MatchumExplanation *explanation)
{
  const GArray *hints = matchum_explanation_get_hints (explanation);

  for (guint i = 0; i < hints->len; i++)
    {
      const MatchumHint *hint = &g_array_index (hints, MatchumHint, i);
      const MatchumBlock *block = matchum_resume_get_block (matchum_match_get_resume (match), hint->block);

      printf ("         %4u  %s\n               (%s)\n", block->first_line, matchum_block_get_text (block),
              matchum_hint_get_note (hint->kind));
    }
}

static void
print_verdict (MatchumCoverage *coverage, guint index)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);
  const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (match, index));
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (coverage, index);
  g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (coverage, index);

  printf ("%6u  %s\n        %s · %s\n", line->first_line, matchum_posting_line_get_text (line),
          matchum_status_get_word (verdict->status, verdict->is_listed_only),
          matchum_explanation_get_sentence (explanation));
  print_evidence (match, verdict);
  print_hints (match, explanation);
}

static void
print_requirements (MatchumCoverage *coverage, gboolean is_preferred)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      if (matchum_requirement_is_preferred (matchum_match_get_requirement (match, i)) == is_preferred)
        print_verdict (coverage, i);
    }
}

static void
print_text (MatchumCoverage *coverage)
{
  MatchumResume *resume = matchum_match_get_resume (matchum_coverage_get_match (coverage));
  MatchumPosting *posting = matchum_match_get_posting (matchum_coverage_get_match (coverage));
  g_autofree char *required = matchum_tally_dup_words (matchum_coverage_get_required (coverage));
  g_autofree char *preferred = matchum_tally_dup_words (matchum_coverage_get_preferred (coverage));
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
