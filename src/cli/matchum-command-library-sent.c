/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli library sent: the copies of what was sent, their files, and what the resume has become since. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "export/matchum-bundle.h"
#include "matchum-cli-library.h"
#include "matchum-cli-output.h"
#include "matchum-command.h"
#include "matchum-sent-text.h"
#include "resume/matchum-resume-comparison.h"

/* So many letters of an id are printed in lists: enough to tell some thousand copies apart. */
#define SHORT_ID 8
/* Fewer letters of one name none. */
#define LEAST_ID 4

typedef struct {
  const MatchumCliLibraryTask *task;
  MatchumDatabase *database;
  MatchumSentCopyRecord *record; /* with its files; NULL for the list */
} Sent;

/* Finding --------------------------------------------------------------------------------------------------------- */

static void
fail_input (const MatchumCliLibraryTask *task, const char *message, const char *id, GError **error)
{
  g_autofree char *name = g_filename_display_name (task->path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: %s “%s”. %s", name, message, id,
               _ ("matchum-cli library sent lists them."));
}

/* The whole id of the copy that id is or begins. */
static char *
find_id (const MatchumCliLibraryTask *task, MatchumDatabase *database, const char *id, GError **error)
{
  g_autoptr (GPtrArray) copies = matchum_sent_copy_table_list (database, error);
  const char *found = NULL;

  if (copies == NULL)
    {
      matchum_cli_library_name_error (task->path, error);
      return NULL;
    }
  for (guint i = 0; i < copies->len; i++)
    {
      const MatchumSentCopyRecord *copy = g_ptr_array_index (copies, i);

      if (g_str_equal (copy->id, id))
        return g_strdup (id);
      if (strlen (id) < LEAST_ID || !g_str_has_prefix (copy->id, id))
        continue;
      if (found != NULL)
        {
          /* Translators: followed by the beginning of an id, in quotation marks. */
          fail_input (task, _ ("The ids of several sent copies begin with"), id, error);
          return NULL;
        }
      found = copy->id;
    }
  if (found == NULL)
    /* Translators: followed by an id, in quotation marks. */
    fail_input (task, _ ("There is no sent copy"), id, error);
  return g_strdup (found);
}

static MatchumSentCopyRecord *
find_copy (const MatchumCliLibraryTask *task, MatchumDatabase *database, const char *id, GError **error)
{
  g_autofree char *whole = find_id (task, database, id, error);
  MatchumSentCopyRecord *record = whole != NULL ? matchum_sent_copy_table_find (database, whole, error) : NULL;

  if (record == NULL && whole != NULL)
    matchum_cli_library_name_error (task->path, error);
  return record;
}

/* Printing -------------------------------------------------------------------------------------------------------- */

static void
add_copy (JsonBuilder *builder, const MatchumSentCopyRecord *record)
{
  matchum_cli_library_add_text (builder, "id", record->id);
  matchum_cli_library_add_text (builder, "sent_on", record->sent_on);
  matchum_cli_library_add_text (builder, "company", record->company);
  matchum_cli_library_add_text (builder, "title", record->title);
}

/* "2026-11-25  1b4e28ba  당근 · ML 엔지니어": it ends no line. */
static void
print_copy (const MatchumSentCopyRecord *record)
{
  const gboolean has_both = record->company != NULL && record->title != NULL;

  printf ("%s  %.*s  %s%s%s", record->sent_on, SHORT_ID, record->id, record->company != NULL ? record->company : "",
          has_both ? " · " : "", record->title != NULL ? record->title : "");
}

/* Actions --------------------------------------------------------------------------------------------------------- */

static gboolean
run_list (const Sent *self, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) copies = matchum_sent_copy_table_list (self->database, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (copies == NULL)
    return matchum_cli_library_name_error (self->task->path, error);
  if (self->task->format == MATCHUM_CLI_FORMAT_TEXT)
    {
      for (guint i = 0; i < copies->len; i++)
        {
          print_copy (g_ptr_array_index (copies, i));
          printf ("\n");
        }
      if (copies->len == 0)
        printf ("%s\n", _ ("Nothing was sent yet."));
      return TRUE;
    }
  builder = matchum_cli_library_begin_json (self->task->path);
  json_builder_set_member_name (builder, "sent_copies");
  json_builder_begin_array (builder);
  for (guint i = 0; i < copies->len; i++)
    {
      const MatchumSentCopyRecord *copy = g_ptr_array_index (copies, i);

      json_builder_begin_object (builder);
      add_copy (builder, copy);
      matchum_cli_library_add_number (builder, "files", copy->n_files);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  matchum_cli_library_end_json (builder);
  return TRUE;
}

static void
print_files (const Sent *self)
{
  for (guint i = 0; i < self->record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (self->record->files, i);
      g_autofree char *size = g_format_size (g_bytes_get_size (file->bytes));

      printf ("  %s  %s  SHA-256 %s\n", file->name, size, file->sha256);
    }
}

static gboolean
run_show (const Sent *self, const char *folder, GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (self->task->format == MATCHUM_CLI_FORMAT_TEXT)
    {
      print_copy (self->record);
      printf ("\n");
      print_files (self);
      if (self->record->posting_text != NULL)
        printf ("\n%s\n", self->record->posting_text);
      return TRUE;
    }
  builder = matchum_cli_library_begin_json (self->task->path);
  add_copy (builder, self->record);
  matchum_cli_library_add_text (builder, "application", self->record->application);
  matchum_cli_library_add_text (builder, "baseline", self->record->baseline);
  matchum_cli_library_add_text (builder, "posting", self->record->posting);
  matchum_cli_library_add_text (builder, "posting_text", self->record->posting_text);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (self->record->files, i);

      json_builder_begin_object (builder);
      matchum_cli_library_add_text (builder, "name", file->name);
      matchum_cli_library_add_text (builder, "media_type", file->media_type);
      matchum_cli_library_add_number (builder, "bytes", (gint64) g_bytes_get_size (file->bytes));
      matchum_cli_library_add_text (builder, "sha256", file->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  matchum_cli_library_end_json (builder);
  return TRUE;
}

static MatchumDay
get_day (const MatchumSentCopyRecord *record)
{
  MatchumDay day = { 1980, 1, 1 };

  matchum_day_parse (record->sent_on, &day);
  return day;
}

static gboolean
run_files (const Sent *self, const char *folder, GError **error)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (get_day (self->record));
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (folder);
  const char *text = self->record->posting_text;
  g_autoptr (JsonBuilder) builder = NULL;

  for (guint i = 0; i < self->record->files->len; i++)
    {
      const MatchumSentFileRecord *file = g_ptr_array_index (self->record->files, i);

      matchum_bundle_add (bundle, file->name, file->bytes);
    }
  if (text != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      matchum_bundle_add (bundle, "posting.md", bytes);
    }
  if (!matchum_bundle_write_folder (bundle, target, NULL, error))
    return FALSE;
  if (self->task->format == MATCHUM_CLI_FORMAT_TEXT)
    {
      matchum_cli_library_print_file (_ ("Written"), folder);
      return TRUE;
    }
  builder = matchum_cli_library_begin_json (self->task->path);
  matchum_cli_library_add_text (builder, "id", self->record->id);
  matchum_cli_library_add_file (builder, "folder", folder);
  matchum_cli_library_end_json (builder);
  return TRUE;
}

/* Comparing ------------------------------------------------------------------------------------------------------- */

static const char *const kind_nicks[MATCHUM_N_COMPARED_KINDS] = { "same", "changed", "gone", "new" };

static MatchumVisibility *
read_sent (const Sent *self, const char **name, GError **error)
{
  g_autoptr (MatchumResume) resume = matchum_sent_text_read (self->record, name, NULL, error);

  return resume != NULL ? matchum_visibility_new_all (resume) : NULL;
}

static void
add_words (JsonBuilder *builder, const char *name, const char *text, const GArray *spans)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const MatchumSpan span = g_array_index (spans, MatchumSpan, i);
      g_autofree char *words = g_strndup (text + span.start, span.end - span.start);

      json_builder_add_string_value (builder, words);
    }
  json_builder_end_array (builder);
}

static void
add_block (JsonBuilder *builder, MatchumResumeComparison *comparison, guint index)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, index);
  const MatchumBlock *old = matchum_resume_comparison_get_old (comparison, index);
  const MatchumBlock *new = matchum_resume_comparison_get_new (comparison, index);
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  json_builder_begin_object (builder);
  matchum_cli_library_add_text (builder, "kind", kind_nicks[block->kind]);
  json_builder_set_member_name (builder, "moved");
  json_builder_add_boolean_value (builder, block->is_moved);
  matchum_cli_library_add_text (builder, "sent", old != NULL ? matchum_block_get_text (old) : NULL);
  matchum_cli_library_add_text (builder, "today", new != NULL ? matchum_block_get_text (new) : NULL);
  if (block->kind == MATCHUM_COMPARED_CHANGED)
    {
      matchum_resume_comparison_find_words (comparison, index, &removed, &added);
      add_words (builder, "removed", matchum_block_get_text (old), removed);
      add_words (builder, "added", matchum_block_get_text (new), added);
    }
  json_builder_end_object (builder);
}

static gboolean
is_told (const MatchumComparedBlock *block)
{
  return block->kind != MATCHUM_COMPARED_SAME || block->is_moved;
}

/* What differs from the words that were sent; null where there is nothing to compare with any more. */
static void
add_comparison (JsonBuilder *builder, const char *name, MatchumResumeComparison *comparison)
{
  json_builder_set_member_name (builder, name);
  if (comparison == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  for (guint i = 0; i < MATCHUM_N_COMPARED_KINDS; i++)
    matchum_cli_library_add_number (builder, kind_nicks[i], matchum_resume_comparison_count (comparison, i));
  matchum_cli_library_add_number (builder, "moved", matchum_resume_comparison_count_moved (comparison));
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    if (is_told (matchum_resume_comparison_get_block (comparison, i)))
      add_block (builder, comparison, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The words that differ in brackets. */
static char *
dup_marked (const char *text, const GArray *spans)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      g_string_append_len (marked, text + at, (gssize) (span.start - at));
      g_string_append_printf (marked, "[%.*s]", (int) (span.end - span.start), text + span.start);
      at = span.end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static void
print_changed (MatchumResumeComparison *comparison, guint index)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  matchum_resume_comparison_find_words (comparison, index, &removed, &added);
  old = dup_marked (matchum_block_get_text (matchum_resume_comparison_get_old (comparison, index)), removed);
  new = dup_marked (matchum_block_get_text (matchum_resume_comparison_get_new (comparison, index)), added);
  /* Translators: a line of a resume as it was sent, and, in the next line, as it is today. */
  printf (_ ("  was:   %s"), old);
  printf ("\n");
  printf (_ ("  today: %s"), new);
  printf ("\n");
}

static void
print_block (MatchumResumeComparison *comparison, guint index)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, index);
  const MatchumBlock *old = matchum_resume_comparison_get_old (comparison, index);
  const MatchumBlock *new = matchum_resume_comparison_get_new (comparison, index);

  if (block->kind == MATCHUM_COMPARED_CHANGED)
    {
      print_changed (comparison, index);
      return;
    }
  if (block->kind == MATCHUM_COMPARED_REMOVED)
    /* Translators: a line of a resume that was sent and is not in it today. */
    printf (_ ("  gone:  %s"), matchum_block_get_text (old));
  else if (block->kind == MATCHUM_COMPARED_ADDED)
    /* Translators: a line of a resume that was not in what was sent. */
    printf (_ ("  new:   %s"), matchum_block_get_text (new));
  else
    /* Translators: a line of a resume that stands in another place than in what was sent. */
    printf (_ ("  moved: %s"), matchum_block_get_text (new));
  printf ("\n");
}

static void
print_comparison (const char *label, const char *if_gone, MatchumResumeComparison *comparison)
{
  if (comparison == NULL)
    {
      printf ("%s\n", if_gone);
      return;
    }
  printf ("%s: ", label);
  if (matchum_resume_comparison_is_same (comparison))
    printf ("%s", _ ("word for word what was sent"));
  else
    printf (_ ("%u the same, %u changed, %u gone, %u new, %u moved"),
            matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_SAME),
            matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_CHANGED),
            matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_REMOVED),
            matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_ADDED),
            matchum_resume_comparison_count_moved (comparison));
  printf ("\n");
  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    if (is_told (matchum_resume_comparison_get_block (comparison, i)))
      print_block (comparison, i);
}

static gboolean
run_compare (const Sent *self, const char *folder, GError **error)
{
  g_auto (MatchumSentCopyToday) today = { NULL };
  const char *name = NULL;
  g_autoptr (MatchumVisibility) sent = read_sent (self, &name, error);
  g_autoptr (MatchumResumeComparison) tailored = NULL;
  g_autoptr (MatchumResumeComparison) baseline = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (sent == NULL || !matchum_sent_copy_read_today (self->database, self->record, &today, error))
    return matchum_cli_library_name_error (self->task->path, error);
  tailored = today.tailored != NULL ? matchum_resume_comparison_new (sent, today.tailored) : NULL;
  baseline = today.baseline != NULL ? matchum_resume_comparison_new (sent, today.baseline) : NULL;
  if (self->task->format == MATCHUM_CLI_FORMAT_TEXT)
    {
      print_copy (self->record);
      printf ("  (%s)\n", name);
      print_comparison (_ ("The resume tailored for it today"), _ ("The posting it was sent for is deleted."),
                        tailored);
      print_comparison (_ ("All of the baseline today"), _ ("The baseline it was made from is deleted."), baseline);
      return TRUE;
    }
  builder = matchum_cli_library_begin_json (self->task->path);
  add_copy (builder, self->record);
  matchum_cli_library_add_text (builder, "file", name);
  add_comparison (builder, "tailored", tailored);
  add_comparison (builder, "baseline", baseline);
  matchum_cli_library_end_json (builder);
  return TRUE;
}

/* Words ----------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  guint n_words; /* an id, and a folder */
  gboolean (*run) (const Sent *self, const char *folder, GError **error);
} actions[] = {
  { "list", 0, run_list },
  { "show", 1, run_show },
  { "files", 2, run_files },
  { "compare", 1, run_compare },
};

static gboolean
run_action (const MatchumCliLibraryTask *task, guint action, char **words, GError **error)
{
  g_autoptr (MatchumCliLibrary) reader = matchum_cli_library_open (task->path, error);
  g_autoptr (MatchumSentCopyRecord) record = NULL;
  Sent self = { task };

  if (reader == NULL)
    return FALSE;
  self.database = matchum_library_get_database (reader->library);
  if (actions[action].n_words > 0)
    {
      record = find_copy (task, self.database, words[0], error);
      if (record == NULL)
        return FALSE;
    }
  self.record = record;
  return actions[action].run (&self, actions[action].n_words > 1 ? words[1] : NULL, error);
}

gboolean
matchum_cli_library_sent (const MatchumCliLibraryTask *task, GError **error)
{
  const char *name = task->words[0] != NULL ? task->words[0] : "list";

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      char **words = task->words[0] != NULL ? task->words + 1 : task->words;

      if (!g_str_equal (actions[i].name, name))
        continue;
      if (g_strv_length (words) == actions[i].n_words && (words[0] == NULL || *words[0] != '\0'))
        return run_action (task, i, words, error);
      return matchum_command_fail_usage (
          error, g_strdup (_ ("Say sent list, sent show ID, sent files ID FOLDER or sent compare ID.")));
    }
  return matchum_command_fail_usage (error,
                                     g_strdup_printf (_ ("sent takes list, show, files or compare, not “%s”."), name));
}
