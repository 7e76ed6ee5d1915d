/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ZIP archives made for tests, honest and hostile ones, and what is read of a Markdown that was made. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "resume/matchum-json-value.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "text/matchum-source.h"

typedef struct {
  const char *path;
  const char *text;
  gsize length;       /* 0 for that of text */
  const char *link;   /* where a symbolic link leads, or NULL */
} ZipMember;

static inline GBytes *
make_zip (const ZipMember *members, gsize n)
{
  const gsize room = 64 * 1024 * 1024;
  char *buffer = g_malloc (room);
  size_t used = 0;
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_memory (zip, buffer, room, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      const gsize length = members[i].length > 0 ? members[i].length : strlen (members[i].text);

      archive_entry_set_pathname_utf8 (entry, members[i].path);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_filetype (entry, members[i].link != NULL ? AE_IFLNK : AE_IFREG);
      if (members[i].link != NULL)
        archive_entry_set_symlink_utf8 (entry, members[i].link);
      else
        archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
      if (members[i].link == NULL)
        g_assert_cmpint (archive_write_data (zip, members[i].text, length), ==, (la_ssize_t) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
  return g_bytes_new_take (g_realloc (buffer, used), used);
}

/* The words of every block of a Markdown, a line each: kind and depth by signs before them. */
static inline char *
describe_markdown (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("made", bytes, &error);
  g_autoptr (MatchumResume) resume = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      static const char *const signs[] = { "=", "==", "===", "*", "", "!" };
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_string_append_printf (out, "%s%s %s\n", signs[block->kind],
                              block->kind == MATCHUM_BLOCK_ITEM && block->list_depth > 1 ? "*" : "",
                              matchum_block_get_text (block));
    }
  return g_string_free (out, FALSE);
}

static inline gboolean
holds_note (MatchumJsonNotes *notes, const char *words)
{
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      if (strstr (note->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}
