/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes blocks out of a resume, with the blank lines that they would leave behind. */
#include "config.h"

#include "resume/matchum-block-edit.h"

#include <string.h>

#include "resume/matchum-block-place.h"

/* Lines that go with a block, and what comes in their place. */
typedef struct {
  guint first; /* blocks */
  guint end;
  guint first_line;
  guint last_line;
  guint n_before; /* blank lines around them */
  guint n_after;
} Removal;

static gboolean
has_other_heading (MatchumBlockPlace *self, const Removal *removal)
{
  for (guint i = 0; i < matchum_block_place_get_n_blocks (self); i++)
    if ((i < removal->first || i >= removal->end) && matchum_block_place_get_block (self, i)->heading > 0)
      return TRUE;
  return FALSE;
}

/* Which blank lines stay, in the order in which that is tried. */
typedef enum {
  GAP_USUAL,
  GAP_BEFORE,
  GAP_AFTER,
  GAP_BOTH,
  GAP_NEW,
  GAP_OUTDENTED,
  GAP_SEPARATOR,
  N_GAPS,
} Gap;

static gboolean
is_quote_line (MatchumBlockPlace *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);

  return span.start < span.end && self->text[span.start + strspn (self->text + span.start, " \t")] == '>';
}

/* A heading keeps the lines before it; everything else stays as far from what is before it as the block was. */
static Gap
find_usual_gap (MatchumBlockPlace *self, const Removal *removal)
{
  const MatchumBlock *next = removal->end < matchum_block_place_get_n_blocks (self)
                                 ? matchum_block_place_get_block (self, removal->end)
                                 : NULL;
  const MatchumBlock *before = removal->first > 0 ? matchum_block_place_get_block (self, removal->first - 1) : NULL;

  if (before == NULL)
    return GAP_BEFORE;
  if (next == NULL || next->heading > 0)
    return GAP_AFTER;
  if (removal->n_before == 0 && before->heading == 0 && !matchum_block_place_is_item (self, next))
    return GAP_AFTER;
  if (removal->n_before > 0 && is_quote_line (self, removal->first_line - 1) && !is_quote_line (self, next->first_line))
    return GAP_AFTER;
  return GAP_BEFORE;
}

/* Whether the line that ends at offset is blank, or there is none. */
static gboolean
is_blank_before (MatchumBlockPlace *self, gsize offset)
{
  return offset <= matchum_block_place_get_line_start (self, 1)
         || matchum_block_place_is_blank_line (self, matchum_source_get_line_at (self->source, offset - 1));
}

static gboolean
is_blank_after (MatchumBlockPlace *self, gsize offset)
{
  return offset >= matchum_source_get_length (self->source)
         || matchum_block_place_is_blank_line (self, matchum_source_get_line_at (self->source, offset));
}

/* What takes the place of the lines: *span gets their bytes and those of the blank lines that go with them. */
static char *
dup_rest (MatchumBlockPlace *self, const Removal *removal, Gap gap, const char *definitions, MatchumSpan *span)
{
  const Gap usual = gap == GAP_USUAL ? find_usual_gap (self, removal) : gap;
  const gboolean keeps_before = usual != GAP_AFTER;
  const gboolean keeps_after = usual != GAP_BEFORE;
  GString *rest = g_string_new (NULL);
  g_autofree char *parting = NULL;

  span->start = matchum_block_place_get_line_start (self, removal->first_line - (keeps_before ? 0 : removal->n_before));
  span->end = matchum_block_place_get_line_start (self, removal->last_line + 1 + (keeps_after ? 0 : removal->n_after));
  if (gap == GAP_NEW)
    g_string_append (rest, self->line_end);
  while (gap == GAP_OUTDENTED && (self->text[span->end] == ' ' || self->text[span->end] == '\t'))
    span->end++;
  parting = g_strconcat (gap == GAP_SEPARATOR ? MATCHUM_BLOCK_PLACE_SEPARATOR : "",
                         gap == GAP_SEPARATOR ? self->line_end : "", definitions, NULL);
  if (*parting != '\0')
    g_string_append_printf (rest, "%s%s%s", is_blank_before (self, span->start) ? "" : self->line_end, parting,
                            is_blank_after (self, span->end) ? "" : self->line_end);
  /* Else what was a rule would begin front matter. */
  if (rest->len == 0 && matchum_block_place_get_line_start (self, 1) == span->start
      && g_str_has_prefix (self->text + span->end, "---"))
    g_string_append (rest, self->line_end);
  return g_string_free (rest, FALSE);
}

static void
add_used (MatchumBlockPlace *self, GHashTable *used, gsize start, gsize end)
{
  g_autoptr (GPtrArray) found = matchum_link_definitions_find_used (matchum_resume_get_link_definitions (self->resume),
                                                                    self->text + start, end - start);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_add (used, g_ptr_array_index (found, i));
}

/* The link definitions among the lines that what stays uses. */
static char *
dup_definitions (MatchumBlockPlace *self, const Removal *removal)
{
  MatchumLinkDefinitions *definitions = matchum_resume_get_link_definitions (self->resume);
  g_autoptr (GHashTable) used = NULL;
  GString *kept = g_string_new (NULL);

  for (guint i = 0; i < matchum_link_definitions_get_n (definitions); i++)
    {
      const MatchumLinkDefinition *definition = matchum_link_definitions_get (definitions, i);
      g_auto (GStrv) lines = NULL;

      if (definition->first_line < removal->first_line || definition->first_line > removal->last_line)
        continue;
      if (used == NULL)
        {
          used = g_hash_table_new (NULL, NULL);
          add_used (self, used, 0, matchum_block_place_get_line_start (self, removal->first_line));
          add_used (self, used, matchum_block_place_get_line_start (self, removal->last_line + 1),
                    matchum_source_get_length (self->source));
        }
      if (!g_hash_table_contains (used, definition))
        continue;
      lines = g_strsplit (definition->markdown, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        if (lines[j][0] != '\0')
          g_string_append_printf (kept, "%s%s", lines[j], self->line_end);
    }
  return g_string_free (kept, FALSE);
}

/* Definitions stay where a heading follows, and else go to the end. */
static char *
finish (MatchumBlockPlace *self, MatchumSpan span, const char *rest, const char *definitions)
{
  g_autofree char *text = matchum_block_place_splice (self, span, rest);

  if (*definitions == '\0')
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s%s%s%s", text, g_str_has_suffix (text, "\n") ? "" : self->line_end, self->line_end,
                          definitions);
}

static char *
remove_lines (MatchumBlockPlace *self, const Removal *removal)
{
  g_autoptr (MatchumBlockFrame) frame = matchum_block_frame_new (self->resume, removal->first, removal->end);
  g_autofree char *definitions = dup_definitions (self, removal);
  const gboolean is_last = removal->end >= matchum_block_place_get_n_blocks (self)
                           || matchum_block_place_get_block (self, removal->end)->heading > 0;
  const char *here = is_last ? definitions : "";
  const char *at_end = is_last ? "" : definitions;
  g_autofree char *rest = NULL;
  MatchumSpan span;

  for (Gap gap = GAP_USUAL; frame != NULL && gap < N_GAPS; gap++)
    {
      g_autofree char *text = dup_rest (self, removal, gap, here, &span);
      const MatchumBlockChange change = { .span = span, .text = text, .first = removal->first, .end = removal->end };
      g_autoptr (MatchumResume) after = matchum_block_frame_try (frame, &change);

      if (after != NULL)
        return finish (self, span, text, at_end);
    }
  rest = dup_rest (self, removal, GAP_USUAL, here, &span);
  return finish (self, span, rest, at_end);
}

/**
 * matchum_block_edit_remove:
 *
 * Blank lines around the block stay once. Link definitions that other blocks use stay. What follows within an item upon
 * the last list in it becomes a part of the item's own words once that list is gone, as Markdown has it; numbers that
 * are written before other items stay.
 *
 * Returns: (transfer full) (nullable): the new source
 */
char *
matchum_block_edit_remove (MatchumResume *resume, guint block)
{
  const MatchumBlock *removed;
  Removal removal;
  MatchumBlockPlace self;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);

  matchum_block_place_init (&self, resume);
  removed = matchum_block_place_get_block (&self, block);
  removal.first = block;
  removal.end = removed->end;
  removal.first_line = removed->first_line;
  removal.last_line = matchum_block_place_get_last_line (&self, removed);
  removal.n_before = matchum_block_place_count_blank_before (&self, removal.first_line);
  removal.n_after = matchum_block_place_count_blank_after (&self, removal.last_line);
  if (removed->kind == MATCHUM_BLOCK_TITLE || !has_other_heading (&self, &removal))
    return NULL;
  return remove_lines (&self, &removal);
}
