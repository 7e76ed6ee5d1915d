/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines that corrections were made of. What was put right of one line goes to one line, together. */
#include "config.h"

#include "posting/matchum-placed-corrections.h"

#include <string.h>

#include "posting/matchum-line-anchor.h"

struct _MatchumPlacedCorrections {
  GPtrArray **lines; /* for each line of the posting: of MatchumPostingCorrection, or NULL */
  guint n_lines;
  guint n_corrected;
  GPtrArray *unplaced;
};

G_DEFINE_BOXED_TYPE (MatchumPlacedCorrections,
                     matchum_placed_corrections,
                     matchum_placed_corrections_ref,
                     matchum_placed_corrections_unref)

static MatchumLineAnchor
get_anchor (const MatchumPostingCorrection *correction)
{
  return (MatchumLineAnchor){ correction->line, correction->nth, correction->n_same, correction->line_text };
}

/* Corrections of the same line stand together, and the order is the same whatever it was before. */
static int
compare_anchors (const MatchumPostingCorrection *a, const MatchumPostingCorrection *b)
{
  MatchumLineAnchor first = get_anchor (a), second = get_anchor (b);

  return matchum_line_anchor_compare (&first, &second);
}

static int
compare_aspects (const MatchumPostingCorrection *a, const MatchumPostingCorrection *b)
{
  int order = strcmp (a->aspect, b->aspect);

  return order != 0 ? order : strcmp (a->value, b->value);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const MatchumPostingCorrection *first = *(MatchumPostingCorrection *const *) a;
  const MatchumPostingCorrection *second = *(MatchumPostingCorrection *const *) b;
  int order = compare_anchors (first, second);

  return order != 0 ? order : compare_aspects (first, second);
}

/* Whether the value is one that the aspect may have. */
static gboolean
says_something (const MatchumPostingCorrection *correction, guint index)
{
  if (index == 0 && g_str_equal (correction->aspect, MATCHUM_ASPECT_JOIN))
    return FALSE; /* there is no line before it */
  if (matchum_posting_correction_parse_kind_aspect (correction->aspect, NULL))
    return matchum_posting_kind_from_nick (correction->value, NULL);
  if (g_str_equal (correction->aspect, MATCHUM_ASPECT_HEADING))
    return g_str_equal (correction->value, "yes") || g_str_equal (correction->value, "no");
  return g_str_equal (correction->aspect, MATCHUM_ASPECT_WORDS)
         || g_str_equal (correction->aspect, MATCHUM_ASPECT_JOIN);
}

/* Places the corrections from first to before end of sorted, which are of one line. */
static void
place (MatchumPlacedCorrections *self, GPtrArray *sorted, guint first, guint end, guint index)
{
  const char *aspect = NULL;
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);

  for (guint i = first; i < end; i++)
    {
      MatchumPostingCorrection *correction = g_ptr_array_index (sorted, i);
      gboolean counts =
          index != MATCHUM_NO_LINE && says_something (correction, index) && g_strcmp0 (aspect, correction->aspect) != 0;

      g_ptr_array_add (counts ? line : self->unplaced, matchum_posting_correction_ref (correction));
      aspect = counts ? correction->aspect : aspect;
    }
  if (line->len > 0)
    {
      self->lines[index] = g_steal_pointer (&line);
      self->n_corrected++;
    }
  g_clear_pointer (&line, g_ptr_array_unref);
}

static void
place_all (MatchumPlacedCorrections *self, MatchumPosting *posting, GPtrArray *sorted)
{
  g_autoptr (GArray) anchors = g_array_sized_new (FALSE, FALSE, sizeof (MatchumLineAnchor), sorted->len);
  g_autoptr (GArray) lines = NULL;

  for (guint i = 0; i < sorted->len; i++)
    {
      MatchumLineAnchor anchor = get_anchor (g_ptr_array_index (sorted, i));

      g_array_append_val (anchors, anchor);
    }
  lines = matchum_line_anchor_find_lines (posting, anchors);
  for (guint i = 0, end; i < sorted->len; i = end)
    {
      for (end = i + 1; end < sorted->len; end++)
        if (compare_anchors (g_ptr_array_index (sorted, i), g_ptr_array_index (sorted, end)) != 0)
          break;
      place (self, sorted, i, end, g_array_index (lines, guint, i));
    }
}

MatchumPlacedCorrections *
matchum_placed_corrections_new (MatchumPosting *posting, GPtrArray *corrections)
{
  MatchumPlacedCorrections *self;
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_val_if_fail (posting != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumPlacedCorrections);
  self->n_lines = matchum_posting_get_n_lines (posting);
  self->lines = g_new0 (GPtrArray *, self->n_lines);
  self->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  if (corrections == NULL || corrections->len == 0)
    return self;
  sorted = g_ptr_array_copy (corrections, (GCopyFunc) (void (*) (void)) matchum_posting_correction_ref, NULL);
  g_ptr_array_set_free_func (sorted, (GDestroyNotify) matchum_posting_correction_unref);
  g_ptr_array_sort (sorted, compare_cb);
  place_all (self, posting, sorted);
  g_ptr_array_sort (self->unplaced, compare_cb);
  return self;
}

MatchumPlacedCorrections *
matchum_placed_corrections_ref (MatchumPlacedCorrections *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
matchum_placed_corrections_clear (MatchumPlacedCorrections *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_clear_pointer (&self->lines[i], g_ptr_array_unref);
  g_free (self->lines);
  g_ptr_array_unref (self->unplaced);
}

void
matchum_placed_corrections_unref (MatchumPlacedCorrections *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_placed_corrections_clear);
}

GPtrArray *
matchum_placed_corrections_get_for_line (MatchumPlacedCorrections *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->n_lines ? self->lines[index] : NULL;
}

const MatchumPostingCorrection *
matchum_placed_corrections_find (MatchumPlacedCorrections *self, guint index, const char *aspect)
{
  GPtrArray *line = matchum_placed_corrections_get_for_line (self, index);

  g_return_val_if_fail (aspect != NULL, NULL);

  for (guint i = 0; line != NULL && i < line->len; i++)
    {
      const MatchumPostingCorrection *correction = g_ptr_array_index (line, i);

      if (g_str_equal (correction->aspect, aspect))
        return correction;
    }
  return NULL;
}

guint
matchum_placed_corrections_count_lines (MatchumPlacedCorrections *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_corrected;
}

GPtrArray *
matchum_placed_corrections_get_unplaced (MatchumPlacedCorrections *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unplaced;
}
