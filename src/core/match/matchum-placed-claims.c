/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines and the blocks of claims. */
#include "config.h"

#include "match/matchum-placed-claims.h"

struct _MatchumPlacedClaims {
  GPtrArray **lines; /* for each line of the posting: of MatchumPlacedClaim, or NULL */
  guint n_lines;
  GPtrArray *unplaced;
};

G_DEFINE_BOXED_TYPE (MatchumPlacedClaims, matchum_placed_claims, matchum_placed_claims_ref, matchum_placed_claims_unref)

static void
placed_claim_free (gpointer data)
{
  MatchumPlacedClaim *placed = data;

  matchum_claim_unref (placed->claim);
  g_free (placed);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return matchum_claim_compare (*(MatchumClaim *const *) a, *(MatchumClaim *const *) b);
}

static GPtrArray *
sort_claims (GPtrArray *claims)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    g_ptr_array_add (sorted, matchum_claim_ref (g_ptr_array_index (claims, i)));
  g_ptr_array_sort (sorted, compare_cb);
  return sorted;
}

/* Of guint: the line of the posting as it was read that each of sorted is of. */
static GArray *
find_lines (GPtrArray *sorted, MatchumPosting *read)
{
  g_autoptr (GArray) anchors = g_array_sized_new (FALSE, FALSE, sizeof (MatchumLineAnchor), sorted->len);

  for (guint i = 0; i < sorted->len; i++)
    {
      MatchumLineAnchor anchor = matchum_claim_get_anchor (g_ptr_array_index (sorted, i));

      g_array_append_val (anchors, anchor);
    }
  return matchum_line_anchor_find_lines (read, anchors);
}

/* The line that a piece of a line as it was read is now; lines stand in the order in which they were read. */
static guint
find_piece (MatchumPosting *posting, guint read_index, guint part)
{
  guint low = 0, high = matchum_posting_get_n_lines (posting);
  guint n_lines = high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const MatchumPostingLine *line = matchum_posting_get_line (posting, middle);

      if (line->read_index < read_index || (line->read_index == read_index && line->part < part))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == n_lines || matchum_posting_get_line (posting, low)->read_index != read_index
      || matchum_posting_get_line (posting, low)->part != part)
    return MATCHUM_NO_LINE;
  return low;
}

static void
place (MatchumPlacedClaims *self, MatchumClaim *claim, guint line, MatchumResume *resume)
{
  const MatchumBlock *block = claim->block != NULL ? matchum_resume_lookup (resume, claim->block) : NULL;
  MatchumPlacedClaim *placed;

  if (line == MATCHUM_NO_LINE || (claim->block != NULL && block == NULL))
    {
      g_ptr_array_add (self->unplaced, matchum_claim_ref (claim));
      return;
    }
  placed = g_new0 (MatchumPlacedClaim, 1);
  placed->claim = matchum_claim_ref (claim);
  placed->line = line;
  placed->block = block != NULL ? block->index : MATCHUM_BLOCK_NONE;
  if (self->lines[line] == NULL)
    self->lines[line] = g_ptr_array_new_with_free_func (placed_claim_free);
  g_ptr_array_add (self->lines[line], placed);
}

MatchumPlacedClaims *
matchum_placed_claims_new (GPtrArray *claims, MatchumPosting *read, MatchumPosting *posting, MatchumResume *resume)
{
  MatchumPlacedClaims *self;
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GArray) lines = NULL;

  g_return_val_if_fail (read != NULL && posting != NULL && resume != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumPlacedClaims);
  self->n_lines = matchum_posting_get_n_lines (posting);
  self->lines = g_new0 (GPtrArray *, self->n_lines);
  self->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
  sorted = sort_claims (claims);
  if (sorted->len == 0)
    return self;
  lines = find_lines (sorted, read);
  for (guint i = 0; i < sorted->len; i++)
    {
      MatchumClaim *claim = g_ptr_array_index (sorted, i);
      guint line = g_array_index (lines, guint, i);

      place (self, claim, line != MATCHUM_NO_LINE ? find_piece (posting, line, claim->part) : line, resume);
    }
  return self;
}

MatchumPlacedClaims *
matchum_placed_claims_ref (MatchumPlacedClaims *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
matchum_placed_claims_clear (MatchumPlacedClaims *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_clear_pointer (&self->lines[i], g_ptr_array_unref);
  g_free (self->lines);
  g_ptr_array_unref (self->unplaced);
}

void
matchum_placed_claims_unref (MatchumPlacedClaims *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_placed_claims_clear);
}

GPtrArray *
matchum_placed_claims_get_for_line (MatchumPlacedClaims *self, guint line)
{
  g_return_val_if_fail (self != NULL, NULL);

  return line < self->n_lines ? self->lines[line] : NULL;
}

GPtrArray *
matchum_placed_claims_get_unplaced (MatchumPlacedClaims *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unplaced;
}

/* The claim as one of the line with another anchor. */
static MatchumClaim *
move_claim (const MatchumClaim *claim, const MatchumLineAnchor *anchor)
{
  return matchum_claim_new (claim->kind, anchor, claim->part, claim->criterion, claim->block);
}

GPtrArray *
matchum_placed_claims_follow (MatchumPosting *before, MatchumPosting *after, GPtrArray *claims)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GArray) lines = NULL, now = NULL, anchors = NULL;
  GPtrArray *followed;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  sorted = sort_claims (claims);
  lines = find_lines (sorted, before);
  now = matchum_line_anchor_follow (before, after);
  anchors = matchum_line_anchor_list (after);
  followed = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
  for (guint i = 0; i < sorted->len; i++)
    {
      MatchumClaim *claim = g_ptr_array_index (sorted, i);
      guint line = g_array_index (lines, guint, i);
      guint at = line != MATCHUM_NO_LINE ? g_array_index (now, guint, line) : MATCHUM_NO_LINE;

      g_ptr_array_add (followed, at != MATCHUM_NO_LINE
                                     ? move_claim (claim, &g_array_index (anchors, MatchumLineAnchor, at))
                                     : matchum_claim_ref (claim));
    }
  return followed;
}
