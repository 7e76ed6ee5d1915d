/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applies the rules of hiding: from the top down a hidden block hides what is under it, from the bottom up a heading
 * goes with the last thing it headed. */
#include "config.h"

#include "resume/matchum-visibility.h"

#include <string.h>

#include "text/matchum-front-matter.h"
#include "text/matchum-language-tally.h"

struct _MatchumVisibility {
  MatchumResume *resume;
  guint n_visible;
  guint8 *is_hidden;  /* one for each block: asked for by its id */
  guint8 *is_pinned;  /* the same */
  guint8 *is_visible; /* the same: what comes of it */
};

G_DEFINE_BOXED_TYPE (MatchumVisibility, matchum_visibility, matchum_visibility_ref, matchum_visibility_unref)

/* What the children of a block come to. */
typedef struct {
  guint n_gone;  /* not visible, remarks not counted */
  guint n_shown; /* visible, and more than dates */
} Tally;

static void
apply_downwards (MatchumVisibility *self)
{
  const guint n = matchum_resume_get_n_blocks (self->resume);

  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      gboolean is_under_hidden = block->parent != MATCHUM_BLOCK_NONE && !self->is_visible[block->parent];

      if (block->kind == MATCHUM_BLOCK_TITLE)
        self->is_visible[i] = TRUE;
      else
        self->is_visible[i] = block->kind != MATCHUM_BLOCK_REMARK && !self->is_hidden[i] && !is_under_hidden;
    }
}

static gboolean
goes_with_children (MatchumVisibility *self, const MatchumBlock *block, const Tally *children)
{
  if (block->kind != MATCHUM_BLOCK_SECTION && block->kind != MATCHUM_BLOCK_ENTRY)
    return FALSE;
  if (self->is_pinned[block->index] || matchum_block_is_job (block))
    return FALSE;
  return children->n_gone > 0 && children->n_shown == 0;
}

/* Children come after their parents, so from the last block to the first all children are settled before their parent.
 * A paragraph of dates that is left behind goes with its entry. */
static void
apply_upwards (MatchumVisibility *self)
{
  const guint n = matchum_resume_get_n_blocks (self->resume);
  g_autofree Tally *tallies = g_new0 (Tally, n + 1);

  for (guint i = n; i-- > 0;)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);

      if (self->is_visible[i] && goes_with_children (self, block, &tallies[i]))
        {
          for (guint j = i; j < block->end; j++)
            self->is_visible[j] = FALSE;
        }
      if (block->parent == MATCHUM_BLOCK_NONE || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      tallies[block->parent].n_gone += self->is_visible[i] ? 0 : 1;
      tallies[block->parent].n_shown += self->is_visible[i] && !block->is_dates ? 1 : 0;
    }
}

static MatchumVisibility *
create (MatchumResume *resume)
{
  const guint n = matchum_resume_get_n_blocks (resume);
  MatchumVisibility *self = g_atomic_rc_box_new0 (MatchumVisibility);

  self->resume = matchum_resume_ref (resume);
  self->is_hidden = g_new0 (guint8, n + 1);
  self->is_pinned = g_new0 (guint8, n + 1);
  self->is_visible = g_new0 (guint8, n + 1);
  return self;
}

static void
apply (MatchumVisibility *self)
{
  apply_downwards (self);
  apply_upwards (self);
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    self->n_visible += self->is_visible[i];
}

static void
matchum_visibility_clear (MatchumVisibility *self)
{
  g_free (self->is_hidden);
  g_free (self->is_pinned);
  g_free (self->is_visible);
  matchum_resume_unref (self->resume);
}

/* Ids of no block of resume are passed over. */
MatchumVisibility *
matchum_visibility_new (MatchumResume *resume, GHashTable *hidden, GHashTable *pinned)
{
  MatchumVisibility *self;

  g_return_val_if_fail (resume != NULL, NULL);

  self = create (resume);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      self->is_hidden[i] = hidden != NULL && g_hash_table_contains (hidden, block->id);
      self->is_pinned[i] = pinned != NULL && g_hash_table_contains (pinned, block->id);
    }
  apply (self);
  return self;
}

MatchumVisibility *
matchum_visibility_new_all (MatchumResume *resume)
{
  return matchum_visibility_new (resume, NULL, NULL);
}

MatchumVisibility *
matchum_visibility_ref (MatchumVisibility *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_visibility_unref (MatchumVisibility *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_visibility_clear);
}

MatchumResume *
matchum_visibility_get_resume (MatchumVisibility *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resume;
}

/* Remarks are never visible, the title always is. */
gboolean
matchum_visibility_is_visible (MatchumVisibility *self, guint block)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (self->resume), FALSE);

  return self->is_visible[block];
}

guint
matchum_visibility_get_n_visible (MatchumVisibility *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_visible;
}

static gboolean
is_in_front_matter (MatchumVisibility *self, const char *name)
{
  g_autoptr (MatchumFrontMatter) front_matter =
      matchum_front_matter_read (matchum_resume_get_source (self->resume), NULL);
  static const char *const keys[] = { "title", "author" };

  for (gsize i = 0; front_matter != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, keys[i]);

      if (value != NULL && strstr (value, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

char *
matchum_visibility_dup_name (MatchumVisibility *self)
{
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  name = matchum_resume_get_name (self->resume);
  if (name == NULL || *name == '\0')
    return NULL;
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (self->is_visible[i]
        && strstr (matchum_block_get_text (matchum_resume_get_block (self->resume, i)), name) != NULL)
      return g_strdup (name);
  return is_in_front_matter (self, name) ? g_strdup (name) : NULL;
}

const char *
matchum_visibility_guess_language (MatchumVisibility *self)
{
  MatchumLanguageTally tally = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (self->is_visible[i])
      matchum_language_tally_add (&tally, matchum_block_get_text (matchum_resume_get_block (self->resume, i)));
  return matchum_language_tally_guess (&tally);
}

/**
 * matchum_visibility_with_hidden:
 * @block: index of the block that is hidden besides; a pin on it is taken off
 *
 * Returns: (transfer full): what matchum_visibility_new() gives with the id of @block among the hidden ones
 */
MatchumVisibility *
matchum_visibility_with_hidden (MatchumVisibility *self, guint block)
{
  MatchumVisibility *other;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  n = matchum_resume_get_n_blocks (self->resume);
  g_return_val_if_fail (block < n, NULL);

  other = create (self->resume);
  memcpy (other->is_hidden, self->is_hidden, n);
  memcpy (other->is_pinned, self->is_pinned, n);
  other->is_hidden[block] = TRUE;
  other->is_pinned[block] = FALSE;
  apply (other);
  return other;
}

MatchumVisibility *
matchum_visibility_with_all_hidden (MatchumVisibility *self, const guint8 *is_hidden)
{
  MatchumVisibility *other;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (is_hidden != NULL, NULL);

  n = matchum_resume_get_n_blocks (self->resume);
  other = create (self->resume);
  memcpy (other->is_pinned, self->is_pinned, n);
  for (guint i = 0; i < n; i++)
    other->is_hidden[i] = self->is_hidden[i] || is_hidden[i];
  apply (other);
  return other;
}

gboolean
matchum_visibility_is_pinned (MatchumVisibility *self, guint block)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (self->resume), FALSE);

  return self->is_pinned[block];
}
