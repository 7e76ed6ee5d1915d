/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of any kind is refused or becomes a resume, and from there on going to JSON and back changes nothing any more.
 */
#include "config.h"

#include "fuzz-support.h"

#include "export/matchum-json-resume-exporter.h"
#include "resume/matchum-json-resume-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "json-resume", .n_rounds = 120 };

static void
assert_notes (MatchumJsonNotes *notes, guint n_lines)
{
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      g_assert_cmpuint (note->line, <=, n_lines);
      g_assert_true (g_utf8_validate (note->text, -1, NULL));
      g_assert_true (note->path == NULL || g_utf8_validate (note->path, -1, NULL));
    }
}

/* The JSON of a resume that came from JSON; NULL where it is none. */
static char *
go_round (const char *json, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source ((const guint8 *) json, length);
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumJsonNotes) written_notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) markdown = source != NULL ? matchum_json_resume_reader_read (source, notes, &error) : NULL;
  g_autoptr (MatchumResume) resume = NULL;
  char *written;

  g_assert_true (source == NULL || (markdown == NULL) == (error != NULL));
  if (markdown == NULL)
    return NULL;
  assert_notes (notes, matchum_source_get_n_lines (source));
  resume = matchum_markdown_resume_reader_read (markdown, &error);
  g_assert_no_error (error);
  written = matchum_json_resume_exporter_write_baseline (resume, written_notes);
  assert_notes (written_notes, matchum_source_get_n_lines (markdown));
  return written;
}

static void
assert_parser (const char *text, gsize length)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumJsonValue) value =
      matchum_json_value_parse ("fuzz", text, length, MATCHUM_JSON_MAX_DEPTH, notes, &error);
  g_autofree char *printed = value != NULL ? matchum_json_value_print (value) : NULL;
  g_autofree char *compact = value != NULL ? matchum_json_value_print_compact (value) : NULL;
  g_autoptr (MatchumJsonValue) again = NULL;
  g_autoptr (MatchumJsonValue) once_more = NULL;

  g_assert_true ((value == NULL) == (error != NULL));
  if (value == NULL)
    return;
  again = matchum_json_value_parse ("again", printed, strlen (printed), MATCHUM_JSON_MAX_DEPTH, NULL, &error);
  g_assert_no_error (error);
  once_more = matchum_json_value_parse ("again", compact, strlen (compact), MATCHUM_JSON_MAX_DEPTH, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (matchum_json_value_is_equal (value, again) && matchum_json_value_is_equal (value, once_more));
  g_assert_null (strpbrk (compact, "<>"));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *once = go_round ((const char *) data, length);
  g_autofree char *twice = once != NULL ? go_round (once, strlen (once)) : NULL;
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);

  if (source != NULL)
    assert_parser (matchum_source_get_text (source), matchum_source_get_length (source));
  if (once != NULL)
    g_assert_cmpstr (once, ==, twice);
  return 0;
}
