/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files and option values for the verbs. The clock is asked here and nowhere further in. */
#include "config.h"

#include "matchum-cli-input.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "matchum-command.h"
#include "matchum-document.h"
#include "posting/matchum-job-posting-json.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-json-resume-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

static MatchumDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MatchumDay today;

  g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
  return today;
}

static gboolean
is_same (MatchumSource *source, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length == matchum_source_get_length (source) && memcmp (data, matchum_source_get_text (source), length) == 0;
}

/* Whether it may be JSON in any encoding: there is a brace at once, or the name says it. */
static gboolean
may_be_json (const char *name, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 && length <= MATCHUM_SOURCE_MAX_BYTES
         && (g_str_has_suffix (name, ".json") || memchr (data, '{', MIN (length, 64)) != NULL);
}

static gboolean
is_json_resume (MatchumSource *source)
{
  const char *text = matchum_source_get_text (source);
  const gsize length = matchum_source_get_length (source);
  g_autoptr (MatchumJobPostingJson) posting = NULL;

  if (matchum_json_resume_reader_is_resume (text, length))
    return TRUE;
  /* One that is broken, or something else, is told to be, not taken for Markdown without headings. */
  if (!g_str_has_suffix (matchum_source_get_name (source), ".json"))
    return FALSE;
  posting = matchum_job_posting_json_find (text, length);
  return posting == NULL;
}

MatchumSource *
matchum_cli_input_load_noted_source (const char *path,
                                     MatchumDocumentKind wanted,
                                     MatchumJsonNotes *notes,
                                     gboolean *is_converted,
                                     GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = matchum_document_load_bytes (file, &name, NULL, error);
  g_autoptr (MatchumSource) json = NULL;
  MatchumSource *source;

  if (bytes == NULL)
    return NULL;
  json = may_be_json (name, bytes) ? matchum_source_new (name, bytes, NULL) : NULL;
  source = json != NULL && is_json_resume (json)
               ? matchum_json_resume_reader_read (json, notes, error)
               : matchum_document_from_bytes (name, bytes, wanted, notes, NULL, NULL, error);
  if (source != NULL && is_converted != NULL)
    *is_converted = !is_same (source, bytes);
  return source;
}

MatchumSource *
matchum_cli_input_load_source (const char *path, MatchumDocumentKind wanted, gboolean *is_converted, GError **error)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  MatchumSource *source = matchum_cli_input_load_noted_source (path, wanted, notes, is_converted, error);

  if (source != NULL)
    matchum_cli_input_print_notes (path, notes);
  return source;
}

MatchumResume *
matchum_cli_input_load_resume (const char *path, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_cli_input_load_source (path, MATCHUM_DOCUMENT_RESUME, NULL, error);

  return source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
}

MatchumPosting *
matchum_cli_input_load_posting (const char *path, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_cli_input_load_source (path, MATCHUM_DOCUMENT_POSTING, NULL, error);

  return source != NULL ? matchum_posting_reader_read (source, error) : NULL;
}

void
matchum_cli_input_print_notice (MatchumSource *source)
{
  const char *notice = matchum_source_get_notice (source);

  if (notice != NULL)
    fprintf (stderr, "%s\n", notice);
}

void
matchum_cli_input_print_notes (const char *path, MatchumJsonNotes *notes)
{
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      fprintf (stderr, "%s:", path);
      if (note->line > 0)
        fprintf (stderr, "%u:", note->line);
      fprintf (stderr, " %s%s%s\n", note->path != NULL ? note->path : "", note->path != NULL ? ": " : "", note->text);
    }
  if (notes->n_more > 0)
    {
      fprintf (stderr, "%s: ", path);
      fprintf (stderr, _ ("%u more like these"), notes->n_more);
      fprintf (stderr, "\n");
    }
}

gboolean
matchum_cli_input_parse_day (const char *text, MatchumDay *day, GError **error)
{
  if (text == NULL)
    {
      *day = get_today ();
      return TRUE;
    }
  if (matchum_day_parse (text, day))
    return TRUE;

  g_set_error (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE,
               _ ("--as-of takes a day as YYYY-MM-DD, not “%s”."), text);
  return FALSE;
}

gboolean
matchum_cli_input_parse_format (const char *text, MatchumCliFormat *format, GError **error)
{
  if (text == NULL || g_str_equal (text, "text"))
    *format = MATCHUM_CLI_FORMAT_TEXT;
  else if (g_str_equal (text, "json"))
    *format = MATCHUM_CLI_FORMAT_JSON;
  else
    {
      g_set_error (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE,
                   _ ("--format takes text or json, not “%s”."), text);
      return FALSE;
    }
  return TRUE;
}

gboolean
matchum_cli_input_require (const char *value, const char *option, GError **error)
{
  if (value != NULL)
    return TRUE;

  /* Translators: %s is an option of the command line, such as --resume. */
  g_set_error (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE, _ ("%s is missing."), option);
  return FALSE;
}

gboolean
matchum_cli_input_refuse_words (char **words, GError **error)
{
  if (words[0] == NULL)
    return TRUE;

  g_set_error (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE, _ ("“%s” belongs to no option."), words[0]);
  return FALSE;
}
