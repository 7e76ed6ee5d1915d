/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An anchor is of the line with the same words, and where there are several of them, of the same one of so many; else
 * of the one that stands where it stood; else of the nearest that no other took. */
#include "config.h"

#include "posting/matchum-line-anchor.h"

#include <string.h>

/* Lines with the same words, in order. */
typedef struct {
  GArray *indexes; /* of guint */
  GArray *next;    /* for each, and one past the last: the first free one from here on */
  GArray *last;    /* for each, after one before the first: the last free one up to here, counted from 1; 0: none */
  gboolean is_counted;
} SameLines;

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

int
matchum_line_anchor_compare (const MatchumLineAnchor *a, const MatchumLineAnchor *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = compare_numbers (a->line, b->line);
  if (order == 0)
    order = strcmp (a->text, b->text);
  if (order == 0)
    order = compare_numbers (a->n_same, b->n_same);
  return order != 0 ? order : compare_numbers (a->nth, b->nth);
}

static const char *
get_text (MatchumPosting *posting, guint index)
{
  return matchum_posting_line_get_text (matchum_posting_get_line (posting, index));
}

GArray *
matchum_line_anchor_list (MatchumPosting *posting)
{
  g_autoptr (GHashTable) n_same = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *anchors;

  g_return_val_if_fail (posting != NULL, NULL);

  anchors = g_array_new (FALSE, FALSE, sizeof (MatchumLineAnchor));
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const char *text = get_text (posting, i);
      guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (n_same, text)) + 1;
      MatchumLineAnchor anchor = { matchum_posting_get_line (posting, i)->first_line, nth, nth, text };

      g_hash_table_insert (n_same, (gpointer) text, GUINT_TO_POINTER (nth));
      g_array_append_val (anchors, anchor);
    }
  for (guint i = 0; i < anchors->len; i++)
    {
      MatchumLineAnchor *anchor = &g_array_index (anchors, MatchumLineAnchor, i);

      anchor->n_same = GPOINTER_TO_UINT (g_hash_table_lookup (n_same, anchor->text));
    }
  return anchors;
}

/* Lines of the same words -------------------------------------------------------------------------------------------
 */

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

/* Only words that something was said of cost more than being looked up. */
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

/* Finding -----------------------------------------------------------------------------------------------------------
 */

typedef guint (*FindFunc) (MatchumPosting *posting, SameLines *same, const MatchumLineAnchor *anchor);

static guint
find_same_one_cb (MatchumPosting *posting, SameLines *same, const MatchumLineAnchor *anchor)
{
  return same->indexes->len == anchor->n_same ? anchor->nth - 1 : G_MAXUINT;
}

static guint
find_where_it_stood_cb (MatchumPosting *posting, SameLines *same, const MatchumLineAnchor *anchor)
{
  guint at = find_position (posting, same, anchor->line);

  return at < same->indexes->len && get_first_line (posting, same, at) == anchor->line ? at : G_MAXUINT;
}

static guint
find_nearest_cb (MatchumPosting *posting, SameLines *same, const MatchumLineAnchor *anchor)
{
  return find_nearest (posting, same, anchor->line);
}

static void
take (SameLines *same, guint at)
{
  g_array_index (same->next, guint, at) = at + 1;
  g_array_index (same->last, guint, at + 1) = at;
}

/* Gives the anchors that are the same as the one at first, and stand behind it, the same line; returns one past the
 * last of them. */
static guint
spread (GArray *anchors, guint first, GArray *lines)
{
  const MatchumLineAnchor *anchor = &g_array_index (anchors, MatchumLineAnchor, first);
  guint end = first + 1;

  for (; end < anchors->len; end++)
    {
      if (matchum_line_anchor_compare (anchor, &g_array_index (anchors, MatchumLineAnchor, end)) != 0)
        break;
      g_array_index (lines, guint, end) = g_array_index (lines, guint, first);
    }
  return end;
}

static void
find_each (MatchumPosting *posting, GHashTable *same_lines, GArray *anchors, GArray *lines, FindFunc find)
{
  for (guint i = 0; i < anchors->len; i = spread (anchors, i, lines))
    {
      const MatchumLineAnchor *anchor = &g_array_index (anchors, MatchumLineAnchor, i);
      SameLines *same = g_hash_table_lookup (same_lines, anchor->text);
      guint at;

      if (same == NULL || g_array_index (lines, guint, i) != MATCHUM_NO_LINE)
        continue;
      count_same_lines (same);
      at = find (posting, same, anchor);
      if (at == G_MAXUINT || !is_free (same, at))
        continue;
      take (same, at);
      g_array_index (lines, guint, i) = g_array_index (same->indexes, guint, at);
    }
}

GArray *
matchum_line_anchor_find_lines (MatchumPosting *posting, GArray *anchors)
{
  static const FindFunc finds[] = { find_same_one_cb, find_where_it_stood_cb, find_nearest_cb };
  const guint none = MATCHUM_NO_LINE;
  g_autoptr (GHashTable) same_lines = NULL;
  GArray *lines;

  g_return_val_if_fail (posting != NULL && anchors != NULL, NULL);

  same_lines = index_lines (posting);
  lines = g_array_sized_new (FALSE, FALSE, sizeof (guint), anchors->len);
  for (guint i = 0; i < anchors->len; i++)
    g_array_append_val (lines, none);
  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    find_each (posting, same_lines, anchors, lines, finds[i]);
  return lines;
}

/* Following ---------------------------------------------------------------------------------------------------------
 */

static guint
count_same_start (MatchumPosting *before, MatchumPosting *after, guint n_most)
{
  guint n = 0;

  while (n < n_most && strcmp (get_text (before, n), get_text (after, n)) == 0)
    n++;
  return n;
}

static guint
count_same_end (MatchumPosting *before, MatchumPosting *after, guint n_most)
{
  guint n_before = matchum_posting_get_n_lines (before), n_after = matchum_posting_get_n_lines (after);
  guint n = 0;

  while (n < n_most && strcmp (get_text (before, n_before - 1 - n), get_text (after, n_after - 1 - n)) == 0)
    n++;
  return n;
}

GArray *
matchum_line_anchor_follow (MatchumPosting *before, MatchumPosting *after)
{
  guint n_before, n_after, n_start, n_end;
  GArray *lines;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  n_before = matchum_posting_get_n_lines (before);
  n_after = matchum_posting_get_n_lines (after);
  n_start = count_same_start (before, after, MIN (n_before, n_after));
  n_end = count_same_end (before, after, MIN (n_before, n_after) - n_start);
  lines = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_before);
  for (guint i = 0; i < n_before; i++)
    {
      guint line = i < n_start             ? i
                   : i >= n_before - n_end ? i + n_after - n_before
                   : n_before == n_after   ? i
                                           : MATCHUM_NO_LINE;

      g_array_append_val (lines, line);
    }
  return lines;
}
