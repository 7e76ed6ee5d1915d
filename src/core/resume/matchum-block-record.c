/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes records of the blocks of a resume. */
#include "config.h"

#include "resume/matchum-block-record.h"

MatchumBlockRecord *
matchum_block_record_new (const char *id,
                          MatchumBlockKind kind,
                          MatchumSectionKind section,
                          const char *parent,
                          guint place,
                          const char *text)
{
  MatchumBlockRecord *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MatchumBlockRecord, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->section = section;
  self->parent = g_strdup (parent);
  self->place = place;
  self->text = g_strdup (text);
  return self;
}

MatchumBlockRecord *
matchum_block_record_copy (const MatchumBlockRecord *self)
{
  MatchumBlockRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = matchum_block_record_new (self->id, self->kind, self->section, self->parent, self->place, self->text);
  copy->is_gone = self->is_gone;
  return copy;
}

void
matchum_block_record_free (MatchumBlockRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->parent);
  g_free (self->text);
  g_free (self);
}

GPtrArray *
matchum_block_record_list_new (MatchumResume *resume)
{
  GPtrArray *records;
  g_autofree guint *n_children = NULL;
  guint n_roots = 0;

  g_return_val_if_fail (resume != NULL, NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);
  n_children = g_new0 (guint, matchum_resume_get_n_blocks (resume));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      const char *parent = NULL;
      guint place;

      if (block->parent != MATCHUM_BLOCK_NONE)
        {
          parent = matchum_resume_get_block (resume, block->parent)->id;
          place = n_children[block->parent]++;
        }
      else
        place = n_roots++;
      g_ptr_array_add (records, matchum_block_record_new (block->id, block->kind, block->section, parent, place,
                                                          matchum_block_get_text (block)));
    }
  return records;
}
