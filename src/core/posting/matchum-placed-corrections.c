/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines that corrections were made of. What was put right of one line goes to one line, together: the line
 * with the same words, and where there are several of them, the same one of so many; else the one that stands where it
 * stood; else the nearest that no other took. */
#include "config.h"

#include "posting/matchum-placed-corrections.h"

#include <string.h>

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

/* Lines with the same words, in order. */
typedef struct {
  GArray *indexes; /* of guint */
  GArray *next;    /* for each, and one past the last: the first free one from here on */
  GArray *last;    /* for each, after one before the first: the last free one up to here, counted from 1; 0: none */
  gboolean is_counted;
} SameLines;

/* The corrections of one line, as they were made: first and one past the last in the sorted list. */
typedef struct {
  guint first;
  guint end;
  SameLines *same;
  gboolean is_placed;
} Anchor;

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/* Corrections of the same line stand together, and the order is the same whatever it was before. */
static int
compare_anchors (const MatchumPostingCorrection *a, const MatchumPostingCorrection *b)
{
  int order = compare_numbers (a->line, b->line);

  if (order == 0)
    order = strcmp (a->line_text, b->line_text);
  if (order == 0)
    order = compare_numbers (a->n_same, b->n_same);
  return order != 0 ? order : compare_numbers (a->nth, b->nth);
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

/* Lines ------------------------------------------------------------------------------------------------------------ */

static void
same_lines_free (SameLines *same)
{
  g_array_unref (same->indexes);
  g_array_unref (same->next);
  g_array_unref (same->last);
  g_free (same);
}

static GHashTable *
index_lines (MatchumPosting *posting)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) same_lines_free);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const char *text = matchum_posting_line_get_text (matchum_posting_get_line (posting, i));
      SameLines *same = g_hash_table_lookup (lines, text);

      if (same == NULL)
        {
          same = g_new0 (SameLines, 1);
          same->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
          same->next = g_array_new (FALSE, FALSE, sizeof (guint));
          same->last = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (lines, (gpointer) text, same);
        }
      g_array_append_val (same->indexes, i);
    }
  return lines;
}

/* Only words that a correction was made of cost more than being looked up. */
static void
count_same_lines (SameLines *same)
{
  if (same->is_counted)
    return;
  for (guint i = 0; i <= same->indexes->len; i++)
    {
      g_array_append_val (same->next, i);
      g_array_append_val (same->last, i);
    }
  same->is_counted = TRUE;
}

/* Follows a chain to its end, and makes it shorter for the next time. */
static guint
find_end (GArray *chain, guint from)
{
  guint *links = (guint *) (void *) chain->data;
  guint end = from;

  while (links[end] != end)
    end = links[end];
  while (links[from] != end)
    {
      guint next = links[from];

      links[from] = end;
      from = next;
    }
  return end;
}

static gboolean
is_free (SameLines *same, guint at)
{
  return g_array_index (same->next, guint, at) == at;
}

static guint
get_first_line (MatchumPosting *posting, SameLines *same, guint at)
{
  return matchum_posting_get_line (posting, g_array_index (same->indexes, guint, at))->first_line;
}

/* Where among the same lines the first one stands that is at this physical line or behind it. */
static guint
find_position (MatchumPosting *posting, SameLines *same, guint line)
{
  guint low = 0, high = same->indexes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_first_line (posting, same, middle) < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The nearest free one, the one before where two are as near. G_MAXUINT where all are taken. */
static guint
find_nearest (MatchumPosting *posting, SameLines *same, guint line)
{
  guint position = find_position (posting, same, line);
  guint behind = find_end (same->next, position);
  guint before = find_end (same->last, position);

  if (before == 0)
    return behind < same->indexes->len ? behind : G_MAXUINT;
  before--;
  if (behind == same->indexes->len)
    return before;
  return line - get_first_line (posting, same, before) <= get_first_line (posting, same, behind) - line ? before
                                                                                                        : behind;
}

/* Placing ---------------------------------------------------------------------------------------------------------- */

static void
place (MatchumPlacedCorrections *self, GPtrArray *sorted, Anchor *anchor, guint at)
{
  guint index = g_array_index (anchor->same->indexes, guint, at);
  const char *aspect = NULL;
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);

  for (guint i = anchor->first; i < anchor->end; i++)
    {
      MatchumPostingCorrection *correction = g_ptr_array_index (sorted, i);
      gboolean counts = says_something (correction, index) && g_strcmp0 (aspect, correction->aspect) != 0;

      g_ptr_array_add (counts ? line : self->unplaced, matchum_posting_correction_ref (correction));
      aspect = counts ? correction->aspect : aspect;
    }
  g_array_index (anchor->same->next, guint, at) = at + 1;
  g_array_index (anchor->same->last, guint, at + 1) = at;
  anchor->is_placed = TRUE;
  if (line->len > 0)
    {
      self->lines[index] = g_steal_pointer (&line);
      self->n_corrected++;
    }
  g_clear_pointer (&line, g_ptr_array_unref);
}

static GArray *
find_anchors (GPtrArray *sorted, GHashTable *lines)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < sorted->len;)
    {
      const MatchumPostingCorrection *correction = g_ptr_array_index (sorted, i);
      Anchor anchor = { .first = i, .same = g_hash_table_lookup (lines, correction->line_text) };

      for (i++; i < sorted->len && compare_anchors (correction, g_ptr_array_index (sorted, i)) == 0; i++)
        ;
      anchor.end = i;
      if (anchor.same != NULL)
        count_same_lines (anchor.same);
      g_array_append_val (anchors, anchor);
    }
  return anchors;
}

typedef guint (*FindFunc) (MatchumPosting *posting, SameLines *same, const MatchumPostingCorrection *correction);

static guint
find_same_one_cb (MatchumPosting *posting, SameLines *same, const MatchumPostingCorrection *correction)
{
  return same->indexes->len == correction->n_same ? correction->nth - 1 : G_MAXUINT;
}

static guint
find_where_it_stood_cb (MatchumPosting *posting, SameLines *same, const MatchumPostingCorrection *correction)
{
  guint at = find_position (posting, same, correction->line);

  return at < same->indexes->len && get_first_line (posting, same, at) == correction->line ? at : G_MAXUINT;
}

static guint
find_nearest_cb (MatchumPosting *posting, SameLines *same, const MatchumPostingCorrection *correction)
{
  return find_nearest (posting, same, correction->line);
}

static void
place_all (MatchumPlacedCorrections *self, MatchumPosting *posting, GPtrArray *sorted)
{
  static const FindFunc finds[] = { find_same_one_cb, find_where_it_stood_cb, find_nearest_cb };
  g_autoptr (GHashTable) lines = index_lines (posting);
  g_autoptr (GArray) anchors = find_anchors (sorted, lines);

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    for (guint j = 0; j < anchors->len; j++)
      {
        Anchor *anchor = &g_array_index (anchors, Anchor, j);
        guint at = G_MAXUINT;

        if (anchor->same != NULL && !anchor->is_placed)
          at = finds[i](posting, anchor->same, g_ptr_array_index (sorted, anchor->first));
        if (at != G_MAXUINT && is_free (anchor->same, at))
          place (self, sorted, anchor, at);
      }
  for (guint j = 0; j < anchors->len; j++)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, j);

      for (guint i = anchor->first; !anchor->is_placed && i < anchor->end; i++)
        g_ptr_array_add (self->unplaced, matchum_posting_correction_ref (g_ptr_array_index (sorted, i)));
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
