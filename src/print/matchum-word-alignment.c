/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Longest common subsequence within bounds: exact where the table is small, else parted at words that stand once in
 * both (patience), else left alone. */
#include "config.h"

#include "matchum-word-alignment.h"

#include <string.h>

#define NONE MATCHUM_WORD_ALIGNMENT_NONE
/* Cells of the largest table, a byte each. */
#define MAX_CELLS (6 * 1024 * 1024)

typedef struct {
  guint start;
  guint end;
  guint other_start;
  guint other_end;
} Stretch;

typedef struct {
  const guint *first;
  const guint *second;
  guint *partners;
  GArray *stretches; /* of Stretch: still to be done */
} Task;

/* --- a small stretch --- */

typedef enum {
  STEP_BOTH,
  STEP_FIRST,
  STEP_SECOND,
} Step;

/* Fills the table of steps from the ends to the starts. */
static guint8 *
make_steps (const Task *task, const Stretch *stretch)
{
  const guint height = stretch->end - stretch->start;
  const guint width = stretch->other_end - stretch->other_start;
  guint8 *steps = g_malloc ((gsize) height * width);
  g_autofree guint *below = g_new0 (guint, (gsize) width + 1);
  g_autofree guint *row = g_new0 (guint, (gsize) width + 1);

  for (guint i = height; i-- > 0;)
    {
      guint8 *step = steps + (gsize) i * width;

      for (guint j = width; j-- > 0;)
        {
          if (task->first[stretch->start + i] == task->second[stretch->other_start + j])
            {
              row[j] = below[j + 1] + 1;
              step[j] = STEP_BOTH;
            }
          else
            {
              row[j] = MAX (below[j], row[j + 1]);
              step[j] = below[j] >= row[j + 1] ? STEP_FIRST : STEP_SECOND;
            }
        }
      memcpy (below, row, sizeof (guint) * width);
    }
  return steps;
}

static void
align_exactly (const Task *task, const Stretch *stretch)
{
  const guint height = stretch->end - stretch->start;
  const guint width = stretch->other_end - stretch->other_start;
  g_autofree guint8 *steps = make_steps (task, stretch);
  guint i = 0;
  guint j = 0;

  while (i < height && j < width)
    {
      Step step = steps[(gsize) i * width + j];

      if (step == STEP_BOTH)
        task->partners[stretch->start + i] = stretch->other_start + j;
      i += step != STEP_SECOND ? 1 : 0;
      j += step != STEP_FIRST ? 1 : 0;
    }
}

/* --- a long one --- */

typedef struct {
  guint place; /* of the word's first standing, in first or second */
  guint n;
  guint other_place;
  guint n_other;
} Count;

typedef struct {
  guint place;
  guint other_place;
} Anchor;

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const Anchor *first = a;
  const Anchor *second = b;

  return (first->place > second->place) - (first->place < second->place);
}

/* The words that stand once in either half of the stretch, in the order of the first. */
static GArray *
find_anchors (const Task *task, const Stretch *stretch)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  GHashTableIter iter;
  gpointer value;

  for (guint i = stretch->start; i < stretch->end; i++)
    {
      Count *count = g_hash_table_lookup (counts, GUINT_TO_POINTER (task->first[i]));

      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->place = i;
          g_hash_table_insert (counts, GUINT_TO_POINTER (task->first[i]), count);
        }
      count->n++;
    }
  for (guint i = stretch->other_start; i < stretch->other_end; i++)
    {
      Count *count = g_hash_table_lookup (counts, GUINT_TO_POINTER (task->second[i]));

      if (count == NULL)
        continue;
      count->other_place = i;
      count->n_other++;
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Count *count = value;
      const Anchor anchor = { count->place, count->other_place };

      if (count->n == 1 && count->n_other == 1)
        g_array_append_val (anchors, anchor);
    }
  g_array_sort (anchors, compare_anchors);
  return anchors;
}

/* How many of the piles end before place. */
static guint
find_pile (GArray *anchors, GArray *tops, guint place)
{
  guint low = 0;
  guint high = tops->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (anchors, Anchor, g_array_index (tops, guint, middle)).other_place < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Keeps the longest run of anchors that grow in both. */
static void
keep_growing (GArray *anchors)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint)); /* indexes of anchors */
  g_autofree guint *before = g_new (guint, (gsize) anchors->len + 1);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < anchors->len; i++)
    {
      guint pile = find_pile (anchors, tops, g_array_index (anchors, Anchor, i).other_place);

      before[i] = pile > 0 ? g_array_index (tops, guint, pile - 1) : NONE;
      if (pile == tops->len)
        g_array_append_val (tops, i);
      else
        g_array_index (tops, guint, pile) = i;
    }
  for (guint i = tops->len > 0 ? g_array_index (tops, guint, tops->len - 1) : NONE; i != NONE; i = before[i])
    g_array_append_val (kept, g_array_index (anchors, Anchor, i));
  g_array_set_size (anchors, 0);
  for (guint i = kept->len; i > 0; i--)
    g_array_append_val (anchors, g_array_index (kept, Anchor, i - 1));
}

static void
part_at_anchors (Task *task, const Stretch *stretch)
{
  g_autoptr (GArray) anchors = find_anchors (task, stretch);
  Stretch part = *stretch;

  keep_growing (anchors);
  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);

      task->partners[anchor->place] = anchor->other_place;
      part.end = anchor->place;
      part.other_end = anchor->other_place;
      g_array_append_val (task->stretches, part);
      part.start = anchor->place + 1;
      part.other_start = anchor->other_place + 1;
    }
  part.end = stretch->end;
  part.other_end = stretch->other_end;
  if (anchors->len > 0)
    g_array_append_val (task->stretches, part);
}

/* Takes equal words off both ends. */
static void
trim (const Task *task, Stretch *stretch)
{
  while (stretch->start < stretch->end && stretch->other_start < stretch->other_end
         && task->first[stretch->start] == task->second[stretch->other_start])
    task->partners[stretch->start++] = stretch->other_start++;
  while (stretch->start < stretch->end && stretch->other_start < stretch->other_end
         && task->first[stretch->end - 1] == task->second[stretch->other_end - 1])
    task->partners[--stretch->end] = --stretch->other_end;
}

void
matchum_word_alignment_find (const guint *first, guint n_first, const guint *second, guint n_second, guint *partners)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Task task = { first, second, partners, stretches };
  const Stretch whole = { 0, n_first, 0, n_second };
  gsize cells = 0;

  g_return_if_fail (first != NULL || n_first == 0);
  g_return_if_fail (second != NULL || n_second == 0);
  g_return_if_fail (partners != NULL || n_first == 0);

  for (guint i = 0; i < n_first; i++)
    partners[i] = NONE;
  g_array_append_val (stretches, whole);
  while (stretches->len > 0)
    {
      Stretch stretch = g_array_index (stretches, Stretch, stretches->len - 1);
      gsize size;

      g_array_set_size (stretches, stretches->len - 1);
      trim (&task, &stretch);
      size = (gsize) (stretch.end - stretch.start) * (stretch.other_end - stretch.other_start);
      if (size == 0)
        continue;
      /* Many middling tables take as long as one large one. */
      if (size <= MAX_CELLS && cells <= 8 * (gsize) MAX_CELLS)
        {
          cells += size;
          align_exactly (&task, &stretch);
        }
      else
        part_at_anchors (&task, &stretch);
    }
}
