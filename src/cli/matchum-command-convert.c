/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli convert: from Markdown to JSON Resume and back, and from whatever can be read to Markdown. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-json-members.h"
#include "export/matchum-json-resume-exporter.h"
#include "matchum-cli-input.h"
#include "matchum-cli-output.h"
#include "matchum-cli-path.h"
#include "resume/matchum-markdown-resume-reader.h"

typedef struct {
  const char *from;
  const char *to;
  gboolean to_json;
  MatchumSource *source;
  MatchumJsonNotes *read_notes;  /* lines are those of the file */
  MatchumJsonNotes *write_notes; /* lines are those of the Markdown */
} Task;

static void
clear_task (Task *task)
{
  g_clear_pointer (&task->source, matchum_source_unref);
  g_clear_pointer (&task->read_notes, matchum_json_notes_free);
  g_clear_pointer (&task->write_notes, matchum_json_notes_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

static gboolean
has_ending (const char *name, const char *ending)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_str_has_suffix (small, ending);
}

static gboolean
parse_names (Task *task, char **words, GError **error)
{
  if (g_strv_length (words) != 2)
    return matchum_command_fail_usage (error, g_strdup (_ ("Name the file to read and the file to write.")));
  task->from = words[0];
  task->to = words[1];
  task->to_json = has_ending (task->to, ".json");
  if (!task->to_json && !has_ending (task->to, ".md") && !has_ending (task->to, ".markdown"))
    return matchum_command_fail_usage (error,
                                       g_strdup_printf (_ ("%s: the file's name must end in .md or .json."), task->to));
  if (matchum_cli_path_is_same (task->from, task->to))
    return matchum_command_fail_usage (
        error, g_strdup_printf (_ ("%s: this is the file that is read, which is never overwritten. Give another name."),
                                task->to));
  return TRUE;
}

static char *
dup_markdown (Task *task)
{
  const char *text = matchum_source_get_text (task->source);
  const gsize start = matchum_source_get_line_text (task->source, 1).start;
  const gsize length = matchum_source_get_length (task->source);

  return g_strconcat (text + start, length > 0 && text[length - 1] == '\n' ? "" : "\n", NULL);
}

static char *
dup_json (Task *task, GError **error)
{
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (task->source, error);

  return resume != NULL ? matchum_json_resume_exporter_write_baseline (resume, task->write_notes) : NULL;
}

static gboolean
convert (Task *task, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (task->to);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  task->source =
      matchum_cli_input_load_noted_source (task->from,
                                           task->to_json ? MATCHUM_DOCUMENT_RESUME : MATCHUM_DOCUMENT_UNKNOWN,
                                           task->read_notes, NULL, error);
  if (task->source == NULL)
    return FALSE;
  text = task->to_json ? dup_json (task, error) : dup_markdown (task);
  if (text == NULL)
    return FALSE;
  bytes = g_bytes_new_take (text, strlen (text));
  return matchum_file_writer_write (file, bytes, NULL, error);
}

static void
add_notes (JsonBuilder *builder, MatchumJsonNotes *notes)
{
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      if (note->line > 0)
        json_builder_add_int_value (builder, note->line);
      else
        json_builder_add_null_value (builder);
      matchum_json_add_string (builder, "path", note->path);
      matchum_json_add_string (builder, "text", note->text);
      json_builder_end_object (builder);
    }
}

static void
print_json (Task *task)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "notice", matchum_source_get_notice (task->source));
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  add_notes (builder, task->read_notes);
  add_notes (builder, task->write_notes);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "more_notes");
  json_builder_add_int_value (builder, task->read_notes->n_more + task->write_notes->n_more);
  matchum_cli_output_add_files (builder, (const char *const[]){ task->to, NULL });
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

static void
print_text (Task *task)
{
  matchum_cli_input_print_notice (task->source);
  matchum_cli_input_print_notes (task->from, task->read_notes);
  matchum_cli_input_print_notes (task->from, task->write_notes);
  printf (_ ("Written: %s"), task->to);
  printf ("\n");
}

gboolean
matchum_command_convert_run (int argc, char **argv, GError **error)
{
  g_autofree char *format_name = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (Task) task = { NULL };
  MatchumCliFormat format;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("text or json; text unless given"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!matchum_command_parse (argc, argv, _ ("FILE OUTPUT"),
                              N_ ("Turns a resume into JSON Resume, and any file that can be read into Markdown."),
                              entries, &words, error)
      || !parse_names (&task, words, error) || !matchum_cli_input_parse_format (format_name, &format, error))
    return FALSE;
  task.read_notes = matchum_json_notes_new ();
  task.write_notes = matchum_json_notes_new ();
  if (!convert (&task, error))
    return FALSE;
  if (format == MATCHUM_CLI_FORMAT_JSON)
    print_json (&task);
  else
    print_text (&task);
  return TRUE;
}
