/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the blocks of a resume and finds them by id and by line. */
#include "config.h"

#include "resume/matchum-resume.h"

struct _MatchumResume {
  MatchumSource *source;
  char *name;
  GPtrArray *blocks; /* of MatchumBlock */
  GHashTable *by_id; /* id, owned by the block, to MatchumBlock */
  MatchumLinkDefinitions *definitions;
  MatchumResume *base; /* the one whose definitions are used instead, or NULL */
  GArray *block_lines; /* of guint: for every line, counted from 1, the index of its block, or MATCHUM_BLOCK_NONE */
};

G_DEFINE_BOXED_TYPE (MatchumResume, matchum_resume, matchum_resume_ref, matchum_resume_unref)

static MatchumBlock *
get_block (MatchumResume *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

/* A blank line within a block is nobody's. */
static void
mark_lines (MatchumResume *self, const MatchumBlock *block)
{
  for (guint line = block->first_line; line <= block->last_line && line < self->block_lines->len; line++)
    if (!matchum_resume_is_blank_line (self, line))
      g_array_index (self->block_lines, guint, line) = block->index;
}

static const MatchumBlock *
get_parent (MatchumResume *self, const MatchumBlock *block)
{
  return block->parent != MATCHUM_BLOCK_NONE ? get_block (self, block->parent) : NULL;
}

/* Parents come before their children, so what is known of them is settled. */
static void
mark_job (MatchumResume *self, MatchumBlock *block)
{
  const MatchumBlock *above = get_parent (self, block);

  block->is_job = FALSE;
  if (block->kind != MATCHUM_BLOCK_ENTRY || block->section != MATCHUM_SECTION_EXPERIENCE)
    return;
  if (above == NULL || above->kind != MATCHUM_BLOCK_ENTRY || above->section != MATCHUM_SECTION_EXPERIENCE)
    {
      block->is_job = TRUE;
      return;
    }
  block->is_job = block->dated_by != MATCHUM_BLOCK_NONE;
  for (; above != NULL && above->kind == MATCHUM_BLOCK_ENTRY; above = get_parent (self, above))
    if (above->dated_by != MATCHUM_BLOCK_NONE)
      block->is_job = FALSE;
}

static void
matchum_resume_clear (MatchumResume *self)
{
  g_hash_table_unref (self->by_id);
  g_array_unref (self->block_lines);
  matchum_link_definitions_free (self->definitions);
  g_clear_pointer (&self->base, matchum_resume_unref);
  g_ptr_array_unref (self->blocks);
  g_free (self->name);
  matchum_source_unref (self->source);
}

/**
 * matchum_resume_new:
 * @name: (nullable): the person's name; copied
 * @blocks: (transfer full): array of MatchumBlock in document order, complete but for what says whether they are jobs
 */
MatchumResume *
matchum_resume_new (MatchumSource *source, const char *name, GPtrArray *blocks)
{
  const guint none = MATCHUM_BLOCK_NONE;
  MatchumResume *self;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumResume);
  self->source = matchum_source_ref (source);
  self->name = g_strdup (name);
  self->blocks = blocks;
  self->definitions = matchum_link_definitions_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->block_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint line = 0; line <= matchum_source_get_n_lines (source); line++)
    g_array_append_val (self->block_lines, none);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_hash_table_insert (self->by_id, get_block (self, i)->id, get_block (self, i));
      mark_lines (self, get_block (self, i));
      mark_job (self, get_block (self, i));
    }
  return self;
}

/* The same but for its id, which is taken. */
static MatchumBlock *
copy_block (const MatchumBlock *block, char *id)
{
  MatchumBlock *copy = matchum_block_new ();

  *copy = *block;
  copy->id = id;
  copy->content = block->content != NULL ? matchum_inline_text_ref (block->content) : NULL;
  copy->dates = block->dates != NULL ? g_array_ref (block->dates) : NULL;
  copy->remarks = block->remarks != NULL ? g_array_ref (block->remarks) : NULL;
  return copy;
}

/**
 * matchum_resume_with_ids:
 * @ids: an id for every block, each another; copied
 *
 * Returns: (transfer full): the same resume, its blocks named so
 */
MatchumResume *
matchum_resume_with_ids (MatchumResume *self, const char *const *ids)
{
  GPtrArray *blocks;
  MatchumResume *named;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ids != NULL || self->blocks->len == 0, NULL);

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_free);
  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (blocks, copy_block (get_block (self, i), g_strdup (ids[i])));
  named = matchum_resume_new (self->source, self->name, blocks);
  named->base = matchum_resume_ref (self->base != NULL ? self->base : self);
  return named;
}

MatchumResume *
matchum_resume_ref (MatchumResume *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_resume_unref (MatchumResume *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_resume_clear);
}

MatchumSource *
matchum_resume_get_source (MatchumResume *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

const char *
matchum_resume_get_name (MatchumResume *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
matchum_resume_get_n_blocks (MatchumResume *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const MatchumBlock *
matchum_resume_get_block (MatchumResume *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return get_block (self, index);
}

/* NULL where no block has that id. */
const MatchumBlock *
matchum_resume_lookup (MatchumResume *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

const MatchumBlock *
matchum_resume_get_block_at (MatchumResume *self, guint line)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  if (line >= self->block_lines->len)
    return NULL;
  index = g_array_index (self->block_lines, guint, line);
  return index != MATCHUM_BLOCK_NONE ? get_block (self, index) : NULL;
}

gboolean
matchum_resume_is_blank_line (MatchumResume *self, guint line)
{
  MatchumSpan span;
  const char *text;

  g_return_val_if_fail (self != NULL, FALSE);

  span = matchum_source_get_line_text (self->source, line);
  text = matchum_source_get_text (self->source);
  for (gsize i = span.start; i < span.end; i++)
    if (!g_ascii_isspace (text[i]) && text[i] != '>')
      return FALSE;
  return TRUE;
}

MatchumLinkDefinitions *
matchum_resume_get_link_definitions (MatchumResume *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base != NULL ? self->base->definitions : self->definitions;
}

void
matchum_resume_take_link_definitions (MatchumResume *self, MatchumLinkDefinitions *definitions)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (definitions != NULL);

  g_clear_pointer (&self->base, matchum_resume_unref);
  matchum_link_definitions_free (self->definitions);
  self->definitions = definitions;
}
