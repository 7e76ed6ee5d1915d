/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs the blocks by the matcher that keeps their ids, and puts both sides into one order. */
#include "config.h"

#include "resume/matchum-resume-comparison.h"

#include "resume/matchum-block-matcher.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-difference.h"

/* Blocks that have less in common are shown as one that went and one that came: nobody would see one text changed. */
#define LEAST_LIKENESS 0.25

struct _MatchumResumeComparison {
  MatchumResume *old;
  MatchumResume *new;
  GArray *blocks; /* of MatchumComparedBlock */
  guint counts[MATCHUM_N_COMPARED_KINDS];
  guint n_moved;
};

G_DEFINE_BOXED_TYPE (MatchumResumeComparison,
                     matchum_resume_comparison,
                     matchum_resume_comparison_ref,
                     matchum_resume_comparison_unref)

/* What is seen of one resume, as the matcher takes it. */
typedef struct {
  MatchumResume *resume;
  GArray *seen;     /* of guint: indexes of blocks */
  GArray *blocks;   /* of MatchumMatcherBlock, for each of them */
  GPtrArray *texts; /* of char *, that the blocks borrow */
} Side;

static void
side_clear (Side *self)
{
  g_array_unref (self->seen);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static const char *
take_folded (Side *self, const char *text)
{
  char *folded = g_strstrip (matchum_fold (text, -1));

  g_ptr_array_add (self->texts, folded);
  return folded;
}

/* What is seen of what stands above a block is seen too. A title does not count as standing above. */
static guint
find_parent (const MatchumBlock *block, MatchumResume *resume, const guint *places)
{
  if (block->parent == MATCHUM_BLOCK_NONE
      || matchum_resume_get_block (resume, block->parent)->kind == MATCHUM_BLOCK_TITLE)
    return MATCHUM_BLOCK_NONE;
  return places[block->parent];
}

static void
side_init (Side *self, MatchumVisibility *visibility)
{
  const guint n_blocks = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  g_autofree guint *places = g_new (guint, n_blocks + 1);

  self->resume = matchum_visibility_get_resume (visibility);
  self->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (MatchumMatcherBlock));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      MatchumMatcherBlock matched;

      places[i] = MATCHUM_BLOCK_NONE;
      if (!matchum_visibility_is_visible (visibility, i) || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      places[i] = self->seen->len;
      matched = (MatchumMatcherBlock){ take_folded (self, matchum_block_get_text (block)), block->kind, block->section,
                                       find_parent (block, self->resume, places), FALSE };
      g_array_append_val (self->seen, i);
      g_array_append_val (self->blocks, matched);
    }
}

static const MatchumBlock *
get_seen (const Side *self, guint place)
{
  return matchum_resume_get_block (self->resume, g_array_index (self->seen, guint, place));
}

/* old and new: indexes of blocks. */
static void
append (MatchumResumeComparison *self, MatchumComparedKind kind, guint old, guint new, gboolean is_moved)
{
  const MatchumComparedBlock block = { kind, old, new, is_moved };

  g_array_append_val (self->blocks, block);
  self->counts[kind]++;
  self->n_moved += is_moved;
}

static gboolean
is_same (const Side *old, guint old_place, const Side *new, guint new_place)
{
  return g_str_equal (matchum_block_get_text (get_seen (old, old_place)),
                      matchum_block_get_text (get_seen (new, new_place)));
}

/* The place of the old block that a new one is, or MATCHUM_BLOCK_NONE. */
static guint
find_mate (const Side *old, const Side *new, const MatchumMatcherMatch *match, guint new_place)
{
  if (match->mate == MATCHUM_BLOCK_NONE)
    return MATCHUM_BLOCK_NONE;
  if (match->likeness >= LEAST_LIKENESS || is_same (old, match->mate, new, new_place))
    return match->mate;
  return MATCHUM_BLOCK_NONE;
}

/* Appends the old blocks before end that no new one is, from *next on. */
static void
append_removed (MatchumResumeComparison *self, const Side *old, const gboolean *is_paired, guint *next, guint end)
{
  for (; *next < end; (*next)++)
    if (!is_paired[*next])
      append (self, MATCHUM_COMPARED_REMOVED, get_seen (old, *next)->index, MATCHUM_BLOCK_NONE, FALSE);
}

static void
compare (MatchumResumeComparison *self, const Side *old, const Side *new)
{
  g_autoptr (GArray) matches = matchum_block_matcher_run (old->blocks, new->blocks);
  const MatchumMatcherMatch *new_matches = &g_array_index (matches, MatchumMatcherMatch, old->seen->len);
  g_autofree gboolean *is_paired = g_new0 (gboolean, old->seen->len + 1);
  guint next = 0;

  for (guint i = 0; i < new->seen->len; i++)
    {
      const guint mate = find_mate (old, new, &new_matches[i], i);

      if (mate != MATCHUM_BLOCK_NONE)
        is_paired[mate] = TRUE;
    }
  for (guint i = 0; i < new->seen->len; i++)
    {
      const guint mate = find_mate (old, new, &new_matches[i], i);
      const gboolean is_moved = new_matches[i].is_moved;

      if (mate == MATCHUM_BLOCK_NONE)
        {
          append (self, MATCHUM_COMPARED_ADDED, MATCHUM_BLOCK_NONE, get_seen (new, i)->index, FALSE);
          continue;
        }
      /* What went stands before what it stood before. */
      if (!is_moved)
        append_removed (self, old, is_paired, &next, mate);
      append (self, is_same (old, mate, new, i) ? MATCHUM_COMPARED_SAME : MATCHUM_COMPARED_CHANGED,
              get_seen (old, mate)->index, get_seen (new, i)->index, is_moved);
    }
  append_removed (self, old, is_paired, &next, old->seen->len);
}

MatchumResumeComparison *
matchum_resume_comparison_new (MatchumVisibility *before, MatchumVisibility *after)
{
  MatchumResumeComparison *self;
  g_auto (Side) old = { NULL };
  g_auto (Side) new = { NULL };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumResumeComparison);
  side_init (&old, before);
  side_init (&new, after);
  self->old = matchum_resume_ref (old.resume);
  self->new = matchum_resume_ref (new.resume);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (MatchumComparedBlock));
  compare (self, &old, &new);
  return self;
}

MatchumResumeComparison *
matchum_resume_comparison_ref (MatchumResumeComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
comparison_clear (gpointer data)
{
  MatchumResumeComparison *self = data;

  matchum_resume_unref (self->old);
  matchum_resume_unref (self->new);
  g_array_unref (self->blocks);
}

void
matchum_resume_comparison_unref (MatchumResumeComparison *self)
{
  g_atomic_rc_box_release_full (self, comparison_clear);
}

guint
matchum_resume_comparison_get_n_blocks (MatchumResumeComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const MatchumComparedBlock *
matchum_resume_comparison_get_block (MatchumResumeComparison *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, MatchumComparedBlock, index);
}

guint
matchum_resume_comparison_count (MatchumResumeComparison *self, MatchumComparedKind kind)
{
  g_return_val_if_fail (self != NULL && kind < MATCHUM_N_COMPARED_KINDS, 0);

  return self->counts[kind];
}

guint
matchum_resume_comparison_count_moved (MatchumResumeComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_moved;
}

gboolean
matchum_resume_comparison_is_same (MatchumResumeComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->counts[MATCHUM_COMPARED_SAME] == self->blocks->len && self->n_moved == 0;
}

const MatchumBlock *
matchum_resume_comparison_get_old (MatchumResumeComparison *self, guint index)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (self, index);

  return block != NULL && block->old != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (self->old, block->old) : NULL;
}

const MatchumBlock *
matchum_resume_comparison_get_new (MatchumResumeComparison *self, guint index)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (self, index);

  return block != NULL && block->new != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (self->new, block->new) : NULL;
}

GPtrArray *
matchum_resume_comparison_list_above (MatchumResumeComparison *self, guint index)
{
  const MatchumBlock *block = matchum_resume_comparison_get_new (self, index);
  MatchumResume *resume = block != NULL ? self->new : self->old;
  GPtrArray *words = g_ptr_array_new ();

  if (block == NULL)
    block = matchum_resume_comparison_get_old (self, index);
  while (block != NULL && block->parent != MATCHUM_BLOCK_NONE)
    {
      block = matchum_resume_get_block (resume, block->parent);
      if (block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_ENTRY)
        g_ptr_array_insert (words, 0, (gpointer) matchum_block_get_text (block));
    }
  return words;
}

void
matchum_resume_comparison_find_words (MatchumResumeComparison *self, guint index, GArray **removed, GArray **added)
{
  const MatchumBlock *old, *new;

  g_return_if_fail (self != NULL && index < self->blocks->len);
  g_return_if_fail (removed != NULL && added != NULL);

  old = matchum_resume_comparison_get_old (self, index);
  new = matchum_resume_comparison_get_new (self, index);
  matchum_word_difference_find (old != NULL ? matchum_block_get_text (old) : "",
                                new != NULL ? matchum_block_get_text (new) : "", removed, added);
}
