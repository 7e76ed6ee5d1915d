/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes the text of a baseline and finds its blocks again, within one transaction. */
#include "config.h"

#include "store/matchum-baseline-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-block-edit.h"
#include "resume/matchum-block-identity.h"
#include "resume/matchum-block-order.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "store/matchum-application-table.h"
#include "store/matchum-block-table.h"
#include "store/matchum-setting-table.h"

#define DRAFT_KEY "draft.block"

typedef enum {
  KIND_TEXT,
  KIND_WORDS,
  KIND_BLOCK,
  KIND_REMOVAL,
  KIND_MOVE,
} Kind;

struct _MatchumBaselineChange {
  Kind kind;
  char *baseline;
  char *block;
  char *markdown;
  MatchumBlockKind block_kind;
  gint delta;
  MatchumIdentityReport *report; /* these two once it was carried out */
  MatchumResume *resume;
};

G_DEFINE_BOXED_TYPE (MatchumBaselineChange,
                     matchum_baseline_change,
                     matchum_baseline_change_ref,
                     matchum_baseline_change_unref)

static MatchumResume *
read_markdown (const char *name, const char *markdown, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new (name, bytes, error);

  return source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
}

/* Whether the records that stand in the resume are its very blocks, one after the other. */
static gboolean
has_same_blocks (GPtrArray *records, MatchumResume *resume)
{
  guint n_standing = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const MatchumBlockRecord *record = g_ptr_array_index (records, i);
      const MatchumBlock *block;

      if (record->is_gone)
        continue;
      if (n_standing >= matchum_resume_get_n_blocks (resume))
        return FALSE;
      block = matchum_resume_get_block (resume, n_standing++);
      if (block->kind != record->kind || !g_str_equal (record->text, matchum_block_get_text (block)))
        return FALSE;
    }
  return n_standing == matchum_resume_get_n_blocks (resume);
}

static MatchumResume *
take_ids (GPtrArray *records, MatchumResume *resume)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const MatchumBlockRecord *record = g_ptr_array_index (records, i);

      if (!record->is_gone)
        g_ptr_array_add (ids, record->id);
    }
  return matchum_resume_with_ids (resume, (const char *const *) ids->pdata);
}

/* A program that reads texts in another way than the one that wrote the records finds other blocks. */
static MatchumResume *
identify (GPtrArray *records, MatchumResume *resume, gint64 number)
{
  guint64 next_number = (guint64) MAX (number, 1);

  return has_same_blocks (records, resume) ? take_ids (records, resume)
                                           : matchum_block_identity_apply (records, resume, &next_number, NULL);
}

static MatchumBaselineChange *
create (Kind kind, const char *baseline, const char *block, const char *markdown)
{
  MatchumBaselineChange *self = g_atomic_rc_box_new0 (MatchumBaselineChange);

  self->kind = kind;
  self->baseline = g_strdup (baseline);
  self->block = g_strdup (block);
  self->markdown = g_strdup (markdown);
  return self;
}

static void
matchum_baseline_change_clear (MatchumBaselineChange *self)
{
  g_free (self->baseline);
  g_free (self->block);
  g_free (self->markdown);
  g_clear_pointer (&self->report, matchum_identity_report_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
}

/* The resume with the block elsewhere; NULL where it cannot stand there. */
static MatchumResume *
move (MatchumBaselineChange *self, MatchumResume *resume, GError **error)
{
  g_autoptr (GPtrArray) order = matchum_block_order_move (resume, NULL, self->block, self->delta);

  if (order == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("It cannot stand there in the resume. Edit the resume as text instead."));
      return NULL;
    }
  return matchum_block_order_apply (resume, order, NULL);
}

/* The records as they are in another order of the same blocks: which is which is known, and need not be guessed. */
static void
note_order (GPtrArray *records, MatchumResume *moved)
{
  g_autoptr (GPtrArray) standing = matchum_block_record_list_new (moved);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);

  for (guint i = 0; i < records->len; i++)
    if (((const MatchumBlockRecord *) records->pdata[i])->is_gone)
      g_ptr_array_add (gone, matchum_block_record_copy (records->pdata[i]));
  g_ptr_array_set_size (records, 0);
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&standing));
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&gone));
}

/* The text that the change makes of a resume. */
static char *
dup_changed_text (MatchumBaselineChange *self, MatchumResume *resume, GError **error)
{
  const MatchumBlock *block;
  char *markdown = NULL;

  if (self->kind == KIND_TEXT)
    return g_strdup (self->markdown);

  block = matchum_resume_lookup (resume, self->block);
  if (block == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The item is in the resume no longer, so it was not changed."));
      return NULL;
    }
  if (self->kind == KIND_WORDS)
    markdown = matchum_block_edit_replace (resume, block->index, self->markdown);
  else if (self->kind == KIND_BLOCK)
    markdown = matchum_block_edit_insert_after (resume, block->index, self->block_kind, self->markdown);
  if (markdown == NULL && self->kind != KIND_BLOCK)
    markdown = matchum_block_edit_remove (resume, block->index);
  if (markdown == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         self->kind == KIND_BLOCK ? _ ("Nothing can be added there. Edit the resume as text instead.")
                                                  : _ ("A resume needs this heading, so it was not deleted."));
  return markdown;
}

/* The same; where it moves a block, records are put into its new order. */
static char *
dup_changed (MatchumBaselineChange *self, MatchumResume *resume, GPtrArray *records, GError **error)
{
  g_autoptr (MatchumResume) moved = NULL;

  if (self->kind != KIND_MOVE)
    return dup_changed_text (self, resume, error);
  moved = move (self, resume, error);
  if (moved == NULL)
    return NULL;
  note_order (records, moved);
  return g_strdup (matchum_source_get_text (matchum_resume_get_source (moved)));
}

/* Where one block was given other words, it is known which: its record is made to say them, so that they need not be
 * guessed to be its own. */
static void
note_words (MatchumBaselineChange *self, GPtrArray *records, MatchumResume *before, MatchumResume *after)
{
  const MatchumBlock *block = self->kind == KIND_WORDS ? matchum_resume_lookup (before, self->block) : NULL;

  if (block == NULL || matchum_resume_get_n_blocks (before) != matchum_resume_get_n_blocks (after))
    return;
  for (guint i = 0; i < records->len; i++)
    {
      MatchumBlockRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->id, self->block))
        continue;
      g_free (record->text);
      record->text = g_strdup (matchum_block_get_text (matchum_resume_get_block (after, block->index)));
    }
}

/* The records of the blocks that stand in resume, then of those that are gone but named elsewhere: their words may come
 * back. */
static GPtrArray *
list_records (GPtrArray *before, MatchumResume *resume, GHashTable *named)
{
  GPtrArray *records = matchum_block_record_list_new (resume);

  for (guint i = 0; i < before->len; i++)
    {
      const MatchumBlockRecord *record = g_ptr_array_index (before, i);
      MatchumBlockRecord *gone;

      if (matchum_resume_lookup (resume, record->id) != NULL || !g_hash_table_contains (named, record->id))
        continue;
      gone = matchum_block_record_copy (record);
      gone->is_gone = TRUE;
      g_ptr_array_add (records, gone);
    }
  return records;
}

/* The id of the block that a change added. */
static const char *
find_added (MatchumBaselineChange *self)
{
  g_autoptr (GPtrArray) added = matchum_identity_report_list (self->report, MATCHUM_IDENTITY_NEW);

  return added->len > 0 ? ((const MatchumIdentityChange *) added->pdata[0])->id : NULL;
}

/* What is added is a draft until anything else is done to the text of its baseline. */
static gboolean
note_draft (MatchumBaselineChange *self, MatchumDatabase *database, GError **error)
{
  const char *added = self->kind == KIND_BLOCK ? find_added (self) : NULL;
  g_autofree char *value = added != NULL ? g_strconcat (self->baseline, " ", added, NULL) : NULL;
  g_autofree char *before = matchum_setting_table_get (database, DRAFT_KEY, NULL);

  if (value == NULL && before == NULL)
    return TRUE;
  return matchum_setting_table_set (database, DRAFT_KEY, value, error);
}

static gboolean
rewrite (MatchumBaselineChange *self,
         MatchumDatabase *database,
         MatchumBaselineRecord *record,
         GPtrArray *records,
         GError **error)
{
  g_autoptr (MatchumResume) before = read_markdown (record->name, record->markdown, error);
  g_autoptr (MatchumResume) named = NULL;
  g_autoptr (MatchumResume) after = NULL;
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autofree char *markdown = NULL;
  guint64 next_number = (guint64) MAX (record->next_number, 1);

  if (before == NULL)
    return FALSE;
  named = identify (records, before, record->next_number);
  markdown = dup_changed (self, named, records, error);
  after = markdown != NULL ? read_markdown (record->name, markdown, error) : NULL;
  kept = after != NULL ? matchum_application_table_list_blocks (database, record->id, error) : NULL;
  if (kept == NULL)
    return FALSE;

  note_words (self, records, named, after);
  g_clear_pointer (&self->report, matchum_identity_report_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  self->resume = matchum_block_identity_apply (records, after, &next_number, &self->report);
  now = list_records (records, self->resume, kept);
  g_free (record->markdown);
  record->markdown = g_steal_pointer (&markdown);
  record->next_number = (gint64) next_number;
  record->place = 0;
  return matchum_baseline_table_put (database, record, error)
         && matchum_block_table_set (database, record->id, now, error) && note_draft (self, database, error);
}

MatchumBaselineChange *
matchum_baseline_change_new_text (const char *baseline, const char *markdown)
{
  g_return_val_if_fail (baseline != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);

  return create (KIND_TEXT, baseline, NULL, markdown);
}

MatchumBaselineChange *
matchum_baseline_change_new_words (const char *baseline, const char *block, const char *markdown)
{
  g_return_val_if_fail (baseline != NULL && block != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);

  return create (KIND_WORDS, baseline, block, markdown);
}

MatchumBaselineChange *
matchum_baseline_change_new_block (const char *baseline, const char *after, MatchumBlockKind kind, const char *markdown)
{
  MatchumBaselineChange *self;

  g_return_val_if_fail (baseline != NULL && after != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);

  self = create (KIND_BLOCK, baseline, after, markdown);
  self->block_kind = kind;
  return self;
}

MatchumBaselineChange *
matchum_baseline_change_new_removal (const char *baseline, const char *block)
{
  g_return_val_if_fail (baseline != NULL && block != NULL, NULL);

  return create (KIND_REMOVAL, baseline, block, NULL);
}

MatchumBaselineChange *
matchum_baseline_change_new_move (const char *baseline, const char *block, gint delta)
{
  MatchumBaselineChange *self;

  g_return_val_if_fail (baseline != NULL && block != NULL, NULL);

  self = create (KIND_MOVE, baseline, block, NULL);
  self->delta = delta;
  return self;
}

MatchumBaselineChange *
matchum_baseline_change_new_draft_removal (MatchumDatabase *database)
{
  g_autofree char *value = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  value = matchum_setting_table_get (database, DRAFT_KEY, NULL);
  ids = value != NULL ? g_strsplit (value, " ", 2) : NULL;
  return ids != NULL && ids[0] != NULL && ids[1] != NULL ? matchum_baseline_change_new_removal (ids[0], ids[1]) : NULL;
}

MatchumBaselineChange *
matchum_baseline_change_ref (MatchumBaselineChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_baseline_change_unref (MatchumBaselineChange *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_baseline_change_clear);
}

const char *
matchum_baseline_change_get_baseline (MatchumBaselineChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->baseline;
}

gboolean
matchum_baseline_change_carry_out (MatchumDatabase *database, gpointer change, GError **error)
{
  MatchumBaselineChange *self = change;
  g_autoptr (MatchumBaselineRecord) record = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  record = matchum_baseline_table_find (database, self->baseline, &local);
  if (record == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The resume is in the library no longer, so it was not changed."));
      return FALSE;
    }
  records = matchum_block_table_list (database, self->baseline, error);
  return records != NULL && rewrite (self, database, record, records, error);
}

MatchumIdentityReport *
matchum_baseline_change_get_report (MatchumBaselineChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report;
}

MatchumResume *
matchum_baseline_change_get_resume (MatchumBaselineChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resume;
}

/**
 * matchum_baseline_read_resume:
 * @record: a baseline as it is in @database
 *
 * Returns: (transfer full): the resume, or NULL with @error where the text cannot be read as one or the library fails
 */
MatchumResume *
matchum_baseline_read_resume (MatchumDatabase *database, const MatchumBaselineRecord *record, GError **error)
{
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  resume = read_markdown (record->name, record->markdown, error);
  records = resume != NULL ? matchum_block_table_list (database, record->id, error) : NULL;
  return records != NULL ? identify (records, resume, record->next_number) : NULL;
}
