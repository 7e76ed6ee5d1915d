/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds blocks against those they were: kind, place in the tree, words, dates. */
#include "config.h"

#include "resume/matchum-block-sameness.h"

#include "resume/matchum-markdown-resume-reader.h"

typedef struct {
  MatchumResume *before;
  MatchumResume *after;
  const guint *origins;
  const guint8 *is_reworded;
} Sameness;

MatchumResume *
matchum_block_sameness_read (MatchumResume *resume, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MatchumSource) source = NULL;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, length);
  source = matchum_source_new (matchum_source_get_name (matchum_resume_get_source (resume)), bytes, NULL);
  return source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
}

/* What a block of the resume read again was. */
static guint
get_origin (Sameness *self, guint index)
{
  return index != MATCHUM_BLOCK_NONE ? self->origins[index] : MATCHUM_BLOCK_NONE;
}

static gboolean
are_same_dates (GArray *a, GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const MatchumDateRange *first = &g_array_index (a, MatchumDateRange, i);
      const MatchumDateRange *second = &g_array_index (b, MatchumDateRange, i);

      if (first->first != second->first || first->last != second->last || first->is_open != second->is_open
          || first->by_year != second->by_year || first->fault != second->fault)
        return FALSE;
    }
  return TRUE;
}

static gboolean
stands_the_same (Sameness *self, const MatchumBlock *a, const MatchumBlock *b)
{
  return a->kind == b->kind && a->heading == b->heading && a->depth == b->depth && a->list_depth == b->list_depth
         && a->code == b->code && a->parent == get_origin (self, b->parent);
}

static gboolean
says_the_same (const MatchumBlock *a, const MatchumBlock *b)
{
  return matchum_inline_text_is_equal (a->content, b->content) && a->is_dates == b->is_dates
         && are_same_dates (a->dates, b->dates);
}

static gboolean
counts_the_same (Sameness *self, const MatchumBlock *a, const MatchumBlock *b)
{
  return a->section == b->section && a->is_job == b->is_job && a->dated_by == get_origin (self, b->dated_by);
}

static gboolean
is_same (Sameness *self, const MatchumBlock *a, const MatchumBlock *b)
{
  if (!stands_the_same (self, a, b))
    return FALSE;
  if (self->is_reworded == NULL)
    return says_the_same (a, b) && counts_the_same (self, a, b);
  return self->is_reworded[a->index] || says_the_same (a, b);
}

/* Whether the same could be said, but for the words of blocks that have others: what these head is of another kind
 * then, or has other dates. */
static gboolean
is_name_kept (Sameness *self)
{
  return self->is_reworded != NULL
         || g_strcmp0 (matchum_resume_get_name (self->before), matchum_resume_get_name (self->after)) == 0;
}

/**
 * matchum_block_sameness_find_difference:
 * @origins: (array length=n_origins): for every block that after should have, in order, the index that it has in
 * before, or MATCHUM_BLOCK_NONE where it is new
 * @is_reworded: (nullable): for every block of before, whether other words are in it; then the sections, dates and jobs
 * that hang on them may be others
 *
 * Returns: the index of the first block of @after that is not as it should be, at most @n_origins; MATCHUM_BLOCK_NONE
 * where there is none
 */
guint
matchum_block_sameness_find_difference (MatchumResume *before,
                                        MatchumResume *after,
                                        const guint *origins,
                                        guint n_origins,
                                        const guint8 *is_reworded)
{
  Sameness self = { before, after, origins, is_reworded };
  guint n;

  g_return_val_if_fail (before != NULL && after != NULL, 0);
  g_return_val_if_fail (origins != NULL || n_origins == 0, 0);

  n = MIN (n_origins, matchum_resume_get_n_blocks (after));
  for (guint i = 0; i < n; i++)
    if (origins[i] != MATCHUM_BLOCK_NONE
        && !is_same (&self, matchum_resume_get_block (before, origins[i]), matchum_resume_get_block (after, i)))
      return i;
  if (n_origins != matchum_resume_get_n_blocks (after))
    return n;
  return is_name_kept (&self) ? MATCHUM_BLOCK_NONE : 0;
}

MatchumResume *
matchum_block_sameness_name (MatchumResume *before, MatchumResume *after, const guint *origins, const char *new_id)
{
  g_autofree const char **ids = NULL;
  guint n;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  n = matchum_resume_get_n_blocks (after);
  ids = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = origins[i] != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (before, origins[i])->id : new_id;
  return matchum_resume_with_ids (after, ids);
}
