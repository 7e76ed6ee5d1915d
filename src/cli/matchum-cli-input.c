/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files and option values for the verbs. The clock is asked here and nowhere further in. */
#include "config.h"

#include "matchum-cli-input.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "matchum-command.h"
#include "posting/matchum-posting-reader.h"
#include "posting/matchum-posting-source.h"
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

MatchumSource *
matchum_cli_input_load_source (const char *path, gboolean *is_converted, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = matchum_source_load_bytes (file, &name, NULL, error);
  MatchumSource *source = bytes != NULL ? matchum_posting_source_from_bytes (name, bytes, error) : NULL;

  if (source != NULL && is_converted != NULL)
    *is_converted = !is_same (source, bytes);
  return source;
}

MatchumResume *
matchum_cli_input_load_resume (const char *path, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_cli_input_load_source (path, NULL, error);

  return source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
}

MatchumPosting *
matchum_cli_input_load_posting (const char *path, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_cli_input_load_source (path, NULL, error);

  return source != NULL ? matchum_posting_reader_read (source, error) : NULL;
}

void
matchum_cli_input_print_notice (MatchumSource *source)
{
  const char *notice = matchum_source_get_notice (source);

  if (notice != NULL)
    fprintf (stderr, "%s\n", notice);
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
