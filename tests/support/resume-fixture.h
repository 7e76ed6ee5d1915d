/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resumes for tests: from a literal, from tests/cases, and shown as an outline that a table can hold. */
#pragma once

#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"
#include "resume/matchum-visibility.h"

static inline MatchumResume *
fixture_read (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("test.md", bytes, &error);
  MatchumResume *resume;

  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  return resume;
}

static inline MatchumResume *
fixture_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "resumes", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_load (file, NULL, &error);
  MatchumResume *resume;

  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  return resume;
}

static inline void
fixture_load_folder (GPtrArray *resumes, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (MatchumSource) source = g_str_has_suffix (name, ".md") ? matchum_source_load (file, NULL, NULL) : NULL;
      MatchumResume *resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;

      if (resume != NULL)
        g_ptr_array_add (resumes, resume);
    }
}

/* Every labelled resume that is Markdown: array of MatchumResume that owns them. */
static inline GPtrArray *
fixture_load_all (void)
{
  GPtrArray *resumes = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_resume_unref);
  g_autofree char *forms = g_test_build_filename (G_TEST_DIST, "cases", "resumes-forms", NULL);

  fixture_load_folder (resumes, forms);
  for (guint i = 1;; i++)
    {
      g_autofree char *cases = i == 1 ? g_strdup ("cases") : g_strdup_printf ("cases-%u", i);
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, cases, "resumes", NULL);

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
        break;
      fixture_load_folder (resumes, folder);
    }
  g_assert_cmpuint (resumes->len, >, 100);
  return resumes;
}

/* The first block with these words. */
static inline const MatchumBlock *
fixture_find (MatchumResume *resume, const char *text)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_str_equal (matchum_block_get_text (matchum_resume_get_block (resume, i)), text))
      return matchum_resume_get_block (resume, i);
  g_error ("no block says \"%s\"", text);
}

/* One line for each visible block: its kind, as deep as it stands, and its words. A paragraph that comes right after the
 * words of the item it stands in is read as one with them, so it is shown so. */
static inline char *
fixture_dup_outline (MatchumVisibility *visibility)
{
  static const char kinds[] = "TSEIPR";
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  GString *outline = g_string_new (NULL);
  guint before = MATCHUM_BLOCK_NONE;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *text = g_strdup (matchum_block_get_text (block));

      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      g_strdelimit (text, "\n", '/');
      if (block->kind == MATCHUM_BLOCK_PARAGRAPH && block->list_depth > 0 && before == block->parent)
        {
          g_string_truncate (outline, outline->len - 1);
          g_string_append_printf (outline, "/%s\n", text);
          continue;
        }
      g_string_append_printf (outline, "%*s%c %s\n", (int) block->depth, "", kinds[block->kind], text);
      before = i;
    }
  return g_string_free (outline, FALSE);
}
