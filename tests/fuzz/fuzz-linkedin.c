/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are an archive that is read or refused, and any tables become a resume or are refused. The tables of a
 * LinkedIn export are parted by NUL. */
#include "config.h"

#include "fuzz-support.h"

#include <archive.h>
#include <archive_entry.h>

#include "import/matchum-csv.h"
#include "import/matchum-linkedin.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "linkedin", .n_rounds = 120 };

static const char *const members[] = { "Profile.csv",        "Positions.csv", "Education.csv", "Skills.csv",
                                       "Certifications.csv", "Languages.csv", "Projects.csv",  "Email Addresses.csv" };

static void
add_member (struct archive *zip, const char *name, const guint8 *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, data, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

static GBytes *
pack (const guint8 *data, gsize length)
{
  const gsize room = 2 * length + 64 * 1024;
  char *buffer = g_malloc (room);
  struct archive *zip = archive_write_new ();
  size_t used = 0;

  archive_write_set_format_zip (zip);
  archive_write_set_options (zip, "zip:compression=store");
  g_assert_cmpint (archive_write_open_memory (zip, buffer, room, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const gsize end = fuzz_find_part (data, length);

      add_member (zip, members[i], data, MIN (end, length));
      if (end >= length)
        break;
      data += end + 1;
      length -= end + 1;
    }
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
  return g_bytes_new_take (buffer, used);
}

static void
assert_notes (MatchumJsonNotes *notes, guint n_lines)
{
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      g_assert_cmpuint (note->line, <=, n_lines);
      g_assert_true (g_utf8_validate (note->text, -1, NULL));
    }
}

static void
convert (GBytes *bytes)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumArchive) archive =
      matchum_archive_read ("fuzz.zip", bytes, matchum_linkedin_choose, NULL, NULL, &error);
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumResume) resume = NULL;

  g_assert_true ((archive == NULL) == (error != NULL));
  if (archive == NULL || !matchum_linkedin_is_one (archive))
    return;
  source = matchum_linkedin_convert ("fuzz.zip", archive, notes, &error);
  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return;
  assert_notes (notes, matchum_source_get_n_lines (source));
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
}

static void
assert_table (MatchumSource *source)
{
  g_autoptr (MatchumCsv) csv = matchum_csv_new (matchum_source_get_text (source), matchum_source_get_length (source));

  g_assert_cmpuint (matchum_csv_get_n_columns (csv), <=, MATCHUM_CSV_MAX_COLUMNS);
  for (guint i = 0; i < matchum_csv_get_n_rows (csv); i++)
    {
      g_assert_cmpuint (matchum_csv_get_line (csv, i), >, i);
      for (guint j = 0; j < MATCHUM_CSV_MAX_COLUMNS; j++)
        g_assert_true (g_utf8_validate (matchum_csv_get (csv, i, j), -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, length);
  g_autoptr (GBytes) packed = pack (data, length);
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);

  convert (raw);
  convert (packed);
  if (source != NULL)
    assert_table (source);
  return 0;
}
