/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines and blank lines around blocks. */
#include "config.h"

#include "resume/matchum-block-place.h"

#include <string.h>

const MatchumBlock *
matchum_block_place_get_block (MatchumBlockPlace *self, guint index)
{
  return matchum_resume_get_block (self->resume, index);
}

guint
matchum_block_place_get_n_blocks (MatchumBlockPlace *self)
{
  return matchum_resume_get_n_blocks (self->resume);
}

guint
matchum_block_place_get_n_lines (MatchumBlockPlace *self)
{
  return matchum_source_get_n_lines (self->source);
}

void
matchum_block_place_init (MatchumBlockPlace *self, MatchumResume *resume)
{
  const char *end;

  self->resume = resume;
  self->source = matchum_resume_get_source (resume);
  self->text = matchum_source_get_text (self->source);
  end = strchr (self->text, '\n');
  self->line_end = end != NULL && end > self->text && end[-1] == '\r' ? "\r\n" : "\n";
}

/* The last line of a block and of all in it. */
guint
matchum_block_place_get_last_line (MatchumBlockPlace *self, const MatchumBlock *block)
{
  return matchum_block_place_get_block (self, block->end - 1)->last_line;
}

gboolean
matchum_block_place_is_blank_line (MatchumBlockPlace *self, guint line)
{
  return line >= 1 && line <= matchum_block_place_get_n_lines (self)
         && matchum_resume_is_blank_line (self->resume, line);
}

guint
matchum_block_place_count_blank_before (MatchumBlockPlace *self, guint line)
{
  guint n = 0;

  while (matchum_block_place_is_blank_line (self, line - 1 - n))
    n++;
  return n;
}

guint
matchum_block_place_count_blank_after (MatchumBlockPlace *self, guint line)
{
  guint n = 0;

  while (matchum_block_place_is_blank_line (self, line + 1 + n))
    n++;
  return n;
}

const MatchumBlock *
matchum_block_place_get_parent (MatchumBlockPlace *self, const MatchumBlock *block)
{
  return block->parent != MATCHUM_BLOCK_NONE ? matchum_block_place_get_block (self, block->parent) : NULL;
}

/* Whether a block has a bullet or number of its own, be it a remark. */
gboolean
matchum_block_place_is_item (MatchumBlockPlace *self, const MatchumBlock *block)
{
  const MatchumBlock *parent = matchum_block_place_get_parent (self, block);

  if (block->list_depth == 0 || block->kind == MATCHUM_BLOCK_PARAGRAPH)
    return FALSE;
  return block->kind == MATCHUM_BLOCK_ITEM || parent == NULL || parent->list_depth < block->list_depth;
}

/* Where lines after line begin, or the text ends. */
gsize
matchum_block_place_get_line_start (MatchumBlockPlace *self, guint line)
{
  return line <= matchum_block_place_get_n_lines (self) ? matchum_source_get_line_text (self->source, line).start
                                                        : matchum_source_get_length (self->source);
}

char *
matchum_block_place_splice (MatchumBlockPlace *self, MatchumSpan span, const char *text)
{
  return matchum_source_dup_spliced (self->source, span, text);
}
