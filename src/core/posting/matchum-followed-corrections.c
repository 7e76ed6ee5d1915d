/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows corrections through an edit of the text. */
#include "config.h"

#include "posting/matchum-followed-corrections.h"

#include "posting/matchum-line-anchor.h"

/* anchor: NULL where it is found by its words, or it is gone. */
static void
add_line (GPtrArray *line, const MatchumLineAnchor *anchor, GPtrArray *list)
{
  for (guint i = 0; i < line->len; i++)
    {
      MatchumPostingCorrection *correction = g_ptr_array_index (line, i);

      g_ptr_array_add (list, anchor == NULL ? matchum_posting_correction_ref (correction)
                                            : matchum_posting_correction_new (anchor->line, anchor->nth, anchor->n_same,
                                                                              anchor->text, correction->aspect,
                                                                              correction->value));
    }
}

GPtrArray *
matchum_posting_follow_corrections (MatchumPosting *before, MatchumPosting *after, GPtrArray *corrections)
{
  g_autoptr (MatchumPlacedCorrections) placed = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) anchors = NULL;
  GPtrArray *list;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  placed = matchum_placed_corrections_new (before, corrections);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  lines = matchum_line_anchor_follow (before, after);
  anchors = matchum_line_anchor_list (after);
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = matchum_placed_corrections_get_for_line (placed, i);
      guint now = g_array_index (lines, guint, i);

      if (line != NULL)
        add_line (line, now != MATCHUM_NO_LINE ? &g_array_index (anchors, MatchumLineAnchor, now) : NULL, list);
    }
  add_line (matchum_placed_corrections_get_unplaced (placed), NULL, list);
  return list;
}
