/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli read: what was understood of a file, line by line. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "export/matchum-facts-json.h"
#include "export/matchum-json-members.h"
#include "matchum-cli-details.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "posting/matchum-document-kind.h"
#include "posting/matchum-posting-correction.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

typedef struct {
  char *as;
  char *as_of;
  char *format;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->as);
  g_free (options->as_of);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *const block_kind_nicks[] = {
  [MATCHUM_BLOCK_TITLE] = "title", [MATCHUM_BLOCK_SECTION] = "section",     [MATCHUM_BLOCK_ENTRY] = "entry",
  [MATCHUM_BLOCK_ITEM] = "item",   [MATCHUM_BLOCK_PARAGRAPH] = "paragraph", [MATCHUM_BLOCK_REMARK] = "remark",
};

static const char *const section_kind_nicks[] = {
  [MATCHUM_SECTION_OTHER] = "other",         [MATCHUM_SECTION_CONTACT] = "contact",
  [MATCHUM_SECTION_SUMMARY] = "summary",     [MATCHUM_SECTION_EXPERIENCE] = "experience",
  [MATCHUM_SECTION_PROJECTS] = "projects",   [MATCHUM_SECTION_EDUCATION] = "education",
  [MATCHUM_SECTION_SKILLS] = "skills",       [MATCHUM_SECTION_PUBLICATIONS] = "publications",
  [MATCHUM_SECTION_AWARDS] = "awards",       [MATCHUM_SECTION_CERTIFICATES] = "certificates",
  [MATCHUM_SECTION_LANGUAGES] = "languages", [MATCHUM_SECTION_ACTIVITIES] = "activities",
};

static char *
describe_month (MatchumMonth month, gboolean by_year)
{
  if (by_year)
    return g_strdup_printf ("%d", MATCHUM_MONTH_GET_YEAR (month));
  return g_strdup_printf ("%d-%02d", MATCHUM_MONTH_GET_YEAR (month), MATCHUM_MONTH_GET_MONTH (month));
}

static void
add_dates (JsonBuilder *builder, const MatchumBlock *block)
{
  json_builder_set_member_name (builder, "dates");
  json_builder_begin_array (builder);
  for (guint i = 0; block->dates != NULL && i < block->dates->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (block->dates, MatchumDateRange, i);
      g_autofree char *first = describe_month (range->first, range->by_year);
      g_autofree char *last = range->is_open ? NULL : describe_month (range->last, range->by_year);

      if (range->fault != MATCHUM_DATE_FAULT_NONE)
        continue;
      json_builder_begin_object (builder);
      matchum_json_add_string (builder, "from", first);
      matchum_json_add_string (builder, "to", last);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_block (JsonBuilder *builder, const MatchumBlock *block)
{
  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "id", block->id);
  matchum_json_add_string (builder, "kind", block_kind_nicks[block->kind]);
  matchum_json_add_string (builder, "section", section_kind_nicks[block->section]);
  matchum_json_add_int (builder, "line", block->first_line);
  matchum_json_add_int (builder, "last_line", block->last_line);
  matchum_json_add_int (builder, "depth", block->depth);
  matchum_json_add_string (builder, "text", matchum_block_get_text (block));
  add_dates (builder, block);
  json_builder_end_object (builder);
}

static void
print_resume_json (MatchumResume *resume, const GPtrArray *facts, const GPtrArray *notes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "kind", "resume");
  matchum_json_add_string (builder, "notice", matchum_source_get_notice (matchum_resume_get_source (resume)));
  matchum_json_add_string (builder, "name", matchum_resume_get_name (resume));
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    add_block (builder, matchum_resume_get_block (resume, i));
  json_builder_end_array (builder);
  matchum_facts_json_add_facts (builder, facts);
  matchum_facts_json_add_notes (builder, notes);
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_resume_text (MatchumResume *resume, const GPtrArray *notes)
{
  const char *name = matchum_resume_get_name (resume);

  printf ("%s: %s\n\n", _ ("Resume"), name != NULL ? name : _ ("no name found"));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      printf ("%6u  %-9s  %*s%s\n", block->first_line, block_kind_nicks[block->kind], (int) (2 * block->depth), "",
              matchum_block_get_text (block));
    }
  if (notes->len > 0)
    printf ("\n%s\n", _ ("What could not be read:"));
  for (guint i = 0; i < notes->len; i++)
    {
      const MatchumResumeNote *note = g_ptr_array_index (notes, i);

      printf ("%6u  %s\n", note->line, note->text);
    }
}

static void
print_posting_json (MatchumPosting *posting, MatchumPostingDetails *details)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "kind", "posting");
  matchum_json_add_string (builder, "notice", matchum_source_get_notice (matchum_posting_get_source (posting)));
  matchum_json_add_string (builder, "company", matchum_posting_get_company (posting));
  matchum_json_add_string (builder, "title", matchum_posting_get_title (posting));
  json_builder_set_member_name (builder, "details");
  matchum_cli_details_add_json (builder, details);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      json_builder_begin_object (builder);
      matchum_json_add_int (builder, "line", line->first_line);
      matchum_json_add_int (builder, "last_line", line->last_line);
      matchum_json_add_string (builder, "kind", matchum_posting_kind_get_nick (line->kind));
      json_builder_set_member_name (builder, "heading");
      json_builder_add_boolean_value (builder, line->is_heading);
      matchum_json_add_string (builder, "text", matchum_posting_line_get_text (line));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_posting_text (MatchumPosting *posting, MatchumPostingDetails *details)
{
  const char *company = matchum_posting_get_company (posting);
  const char *title = matchum_posting_get_title (posting);

  printf ("%s: %s · %s\n", _ ("Posting"), company != NULL ? company : _ ("no company found"),
          title != NULL ? title : _ ("no title found"));
  matchum_cli_details_print (details);
  printf ("\n");
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      printf ("%6u  %-9s  %s%s\n", line->first_line, matchum_posting_kind_get_nick (line->kind),
              line->is_heading ? "# " : "  ", matchum_posting_line_get_text (line));
    }
}

/* The lines that all verbs name, where a person cannot look them up in the file. */
static void
print_source (MatchumSource *source)
{
  const char *text = matchum_source_get_text (source);
  const gsize length = matchum_source_get_length (source);

  printf ("%s%s", text, text[length - 1] == '\n' ? "" : "\n");
}

static gboolean
read_resume (MatchumSource *source, MatchumDay today, MatchumCliFormat format, GError **error)
{
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (source, error);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (resume == NULL)
    return FALSE;
  facts = matchum_resume_facts_read (resume);
  notes = matchum_resume_notes_find (resume, facts, today);
  if (format == MATCHUM_CLI_FORMAT_JSON)
    print_resume_json (resume, facts, notes);
  else
    print_resume_text (resume, notes);
  return TRUE;
}

static gboolean
read_posting (MatchumSource *source, MatchumDay today, MatchumCliFormat format, GError **error)
{
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (source, error);
  g_autoptr (MatchumPostingDetails) details = NULL;

  if (posting == NULL)
    return FALSE;
  details = matchum_posting_details_read (posting, today);
  if (format == MATCHUM_CLI_FORMAT_JSON)
    print_posting_json (posting, details);
  else
    print_posting_text (posting, details);
  return TRUE;
}

/* Sets kind to what --as says, or to unknown without it. */
static gboolean
parse_as (const char *text, MatchumDocumentKind *kind, GError **error)
{
  *kind = MATCHUM_DOCUMENT_UNKNOWN;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "resume"))
    *kind = MATCHUM_DOCUMENT_RESUME;
  else if (g_str_equal (text, "posting"))
    *kind = MATCHUM_DOCUMENT_POSTING;
  else
    {
      g_set_error (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE,
                   _ ("--as takes resume or posting, not “%s”."), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_one_file (char **words, GError **error)
{
  if (g_strv_length (words) == 1)
    return TRUE;

  g_set_error_literal (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE, _ ("Name one file to read."));
  return FALSE;
}

gboolean
matchum_command_read_run (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (MatchumSource) source = NULL;
  MatchumDocumentKind kind;
  MatchumCliFormat format;
  MatchumDay today;
  gboolean is_converted;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as, N_ ("resume or posting; told by its headings unless given"),
      N_ ("KIND") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("the day from which deadlines without a year, and D-7, are told; today unless given"), N_ ("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv, _ ("FILE"), N_ ("Shows what was understood of a resume or a posting."),
                              entries, &words, error)
      || !take_one_file (words, error) || !parse_as (options.as, &kind, error)
      || !matchum_cli_input_parse_day (options.as_of, &today, error)
      || !matchum_cli_input_parse_format (options.format, &format, error))
    return FALSE;

  source = matchum_cli_input_load_source (words[0], kind, &is_converted, error);
  if (source == NULL)
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_TEXT)
    matchum_cli_input_print_notice (source);
  if (is_converted && format == MATCHUM_CLI_FORMAT_TEXT && options.format != NULL)
    {
      print_source (source);
      return TRUE;
    }
  if (kind == MATCHUM_DOCUMENT_UNKNOWN)
    kind = matchum_document_kind_guess (source);

  return kind == MATCHUM_DOCUMENT_RESUME ? read_resume (source, today, format, error)
                                         : read_posting (source, today, format, error);
}
