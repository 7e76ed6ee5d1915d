/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a block by itself. */
#include "config.h"

#include "resume/matchum-block.h"

#include <string.h>

#include "resume/matchum-resume.h"

/* A block that says nothing yet and belongs nowhere; for readers. */
MatchumBlock *
matchum_block_new (void)
{
  MatchumBlock *block = g_new0 (MatchumBlock, 1);

  block->parent = MATCHUM_BLOCK_NONE;
  block->dated_by = MATCHUM_BLOCK_NONE;
  return block;
}

void
matchum_block_free (MatchumBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->id);
  g_clear_pointer (&block->content, matchum_inline_text_unref);
  g_clear_pointer (&block->dates, g_array_unref);
  g_clear_pointer (&block->remarks, g_array_unref);
  g_free (block);
}

const char *
matchum_block_get_text (const MatchumBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  return block->content != NULL ? matchum_inline_text_get_text (block->content) : "";
}

/**
 * matchum_block_is_job:
 *
 * An entry right under the experience section is a job, and so is an entry within one that has dates of its own
 * where the outer one has none (roles under an employer).
 */
gboolean
matchum_block_is_job (const MatchumBlock *block)
{
  g_return_val_if_fail (block != NULL, FALSE);

  return block->is_job;
}

char *
matchum_block_dup_lines (const MatchumBlock *block, MatchumSource *source)
{
  const char *text;
  char *lines;

  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  text = matchum_source_get_text (source);
  lines = g_strdup (matchum_block_get_text (block));
  for (gsize i = 0; block->last_line > block->first_line && lines[i] != '\0'; i++)
    {
      MatchumSpan span;

      if (lines[i] != ' ')
        continue;
      span = matchum_inline_text_get_source_span (block->content, MATCHUM_SPAN (i, i + 1));
      if (memchr (text + span.start, '\n', matchum_span_get_length (span)) != NULL)
        lines[i] = '\n';
    }
  return lines;
}
