/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows corrections through an edit of the text: lines before it and behind it are those that they were, and where as
 * many lines stand between them as before, each is the one that stood there. */
#include "config.h"

#include "posting/matchum-followed-corrections.h"

#include <string.h>

#define NO_LINE G_MAXUINT

typedef struct {
  MatchumPosting *before;
  MatchumPosting *after;
  guint n_before;
  guint n_after;
  guint n_start; /* how many lines at the start are the same … */
  guint n_end;   /* … and at the end */
  guint *nth;    /* of the lines of after: which of those with the same words each is, from 1 */
  GHashTable *n_same;
} Following;

static const char *
get_text (MatchumPosting *posting, guint index)
{
  return matchum_posting_line_get_text (matchum_posting_get_line (posting, index));
}

static void
count_same_ends (Following *self)
{
  guint n_most = MIN (self->n_before, self->n_after);

  while (self->n_start < n_most
         && strcmp (get_text (self->before, self->n_start), get_text (self->after, self->n_start)) == 0)
    self->n_start++;
  n_most -= self->n_start;
  while (self->n_end < n_most
         && strcmp (get_text (self->before, self->n_before - 1 - self->n_end),
                    get_text (self->after, self->n_after - 1 - self->n_end))
                == 0)
    self->n_end++;
}

static void
count_same_words (Following *self)
{
  self->nth = g_new0 (guint, self->n_after);
  self->n_same = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_after; i++)
    {
      const char *text = get_text (self->after, i);

      self->nth[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_same, text)) + 1;
      g_hash_table_insert (self->n_same, (gpointer) text, GUINT_TO_POINTER (self->nth[i]));
    }
}

/* The line of after that a line of before is now. */
static guint
find_line (Following *self, guint index)
{
  if (index < self->n_start)
    return index;
  if (index >= self->n_before - self->n_end)
    return index + self->n_after - self->n_before;
  return self->n_before == self->n_after ? index : NO_LINE;
}

/* NO_LINE: it is found by its words, or it is gone. */
static void
add_line (Following *self, GPtrArray *line, guint index, GPtrArray *list)
{
  for (guint i = 0; i < line->len; i++)
    {
      MatchumPostingCorrection *correction = g_ptr_array_index (line, i);
      const char *text = index != NO_LINE ? get_text (self->after, index) : NULL;

      if (text == NULL)
        g_ptr_array_add (list, matchum_posting_correction_ref (correction));
      else
        g_ptr_array_add (list,
                         matchum_posting_correction_new (matchum_posting_get_line (self->after, index)->first_line,
                                                         self->nth[index],
                                                         GPOINTER_TO_UINT (g_hash_table_lookup (self->n_same, text)),
                                                         text, correction->aspect, correction->value));
    }
}

GPtrArray *
matchum_posting_follow_corrections (MatchumPosting *before, MatchumPosting *after, GPtrArray *corrections)
{
  Following following = { .before = before, .after = after };
  g_autoptr (MatchumPlacedCorrections) placed = NULL;
  GPtrArray *list;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  placed = matchum_placed_corrections_new (before, corrections);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  following.n_before = matchum_posting_get_n_lines (before);
  following.n_after = matchum_posting_get_n_lines (after);
  count_same_ends (&following);
  count_same_words (&following);
  for (guint i = 0; i < following.n_before; i++)
    {
      GPtrArray *line = matchum_placed_corrections_get_for_line (placed, i);

      if (line != NULL)
        add_line (&following, line, find_line (&following, i), list);
    }
  add_line (&following, matchum_placed_corrections_get_unplaced (placed), NO_LINE, list);
  g_hash_table_unref (following.n_same);
  g_free (following.nth);
  return list;
}
