/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown read as a resume: every byte is somebody's, blocks make a tree, what is written is what was read, and a copy
 * of all of it reads as the same blocks. */
#include "config.h"

#include "fuzz-support.h"

#include "export/matchum-markdown-exporter.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "text/matchum-front-matter.h"

const FuzzTarget fuzz_target = { .name = "resume", .n_rounds = 250 };

/* Lines between blocks say nothing. */
static void
assert_gap (MatchumResume *resume, guint first_line, guint end_line)
{
  MatchumSource *source = matchum_resume_get_source (resume);

  for (guint line = first_line; line < end_line; line++)
    {
      const MatchumSpan span = matchum_source_get_line_text (source, line);
      const char *text = matchum_source_get_text (source);

      g_assert_null (matchum_resume_get_block_at (resume, line));
      if (matchum_link_definitions_hold_line (matchum_resume_get_link_definitions (resume), line))
        continue;
      for (gsize i = span.start; i < span.end; i++)
        if (g_ascii_isalpha (text[i]))
          g_error ("line %u is nobody's: “%.*s”", line, (int) matchum_span_get_length (span), text + span.start);
    }
}

static void
assert_tree (MatchumResume *resume, const MatchumBlock *block)
{
  const MatchumBlock *parent;

  g_assert_true (block->end > block->index && block->end <= matchum_resume_get_n_blocks (resume));
  g_assert_true (matchum_resume_lookup (resume, block->id) == block);
  g_assert_true (block->dated_by == MATCHUM_BLOCK_NONE || block->dated_by < matchum_resume_get_n_blocks (resume));
  if (block->parent == MATCHUM_BLOCK_NONE)
    return;
  g_assert_cmpuint (block->parent, <, block->index);
  parent = matchum_resume_get_block (resume, block->parent);
  g_assert_cmpuint (block->end, <=, parent->end);
  g_assert_cmpuint (block->depth, >=, parent->depth);
}

static void
assert_block (MatchumResume *resume, const MatchumBlock *block)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  const char *text = matchum_block_get_text (block);

  fuzz_assert_source_span (source, block->span);
  g_assert_cmpuint (block->first_line, <=, block->last_line);
  g_assert_cmpuint (block->span.start, ==, matchum_source_get_line_span (source, block->first_line).start);
  g_assert_cmpuint (matchum_source_get_line_at (source, block->span.end - 1), ==, block->last_line);
  g_assert_true (matchum_resume_get_block_at (resume, block->first_line) == block
                 || matchum_resume_is_blank_line (resume, block->first_line));
  fuzz_assert_inline (source, block->content, block->span);
  for (guint i = 0; block->dates != NULL && i < block->dates->len; i++)
    fuzz_assert_span (text, strlen (text), g_array_index (block->dates, MatchumDateRange, i).span);
  for (guint i = 0; block->remarks != NULL && i < block->remarks->len; i++)
    fuzz_assert_source_span (source, g_array_index (block->remarks, MatchumSpan, i));
}

static void
assert_blocks (MatchumResume *resume, guint next)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpuint (block->index, ==, i);
      g_assert_cmpuint (block->first_line, >=, next);
      assert_gap (resume, next, block->first_line);
      assert_tree (resume, block);
      assert_block (resume, block);
      next = block->last_line + 1;
    }
  assert_gap (resume, next, matchum_source_get_n_lines (matchum_resume_get_source (resume)) + 1);
}

static void
assert_same_ids (MatchumResume *resume, MatchumResume *again)
{
  g_assert_cmpstr (matchum_resume_get_name (resume), ==, matchum_resume_get_name (again));
  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), ==, matchum_resume_get_n_blocks (again));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_cmpstr (matchum_resume_get_block (resume, i)->id, ==, matchum_resume_get_block (again, i)->id);
}

static void
assert_written (MatchumResume *resume)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autofree char *baseline = matchum_markdown_exporter_write_baseline (resume);
  g_autofree char *tailored = matchum_markdown_exporter_write_tailored (all);

  g_assert_cmpmem (baseline, strlen (baseline), matchum_source_get_text (source), matchum_source_get_length (source));
  fuzz_assert_text (tailored, strlen (tailored));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, &error) : NULL;
  g_autoptr (MatchumResume) again = resume != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumFrontMatter) front_matter = resume != NULL ? matchum_front_matter_read (source, NULL) : NULL;

  if (source == NULL)
    return 0;
  g_assert_true ((resume == NULL) == (error != NULL));
  if (resume == NULL)
    return 0;
  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), >, 0);
  assert_blocks (resume,
                 matchum_span_is_empty (matchum_front_matter_get_span (front_matter))
                     ? 1
                     : matchum_source_get_line_at (source, matchum_front_matter_get_span (front_matter).end - 1) + 1);
  assert_same_ids (resume, again);
  assert_written (resume);
  return 0;
}
