/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at after the text of a baseline was edited: blocks that applications hide or pin and that
 * could not be followed with certainty, and those that are gone. */
#include "config.h"

#include "store/matchum-block-table.h"
#include "ui/matchum-review-item.h"
#include "ui/matchum-workspace-private.h"

static GHashTable *
create_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, ids->pdata[i]);
  return set;
}

static void
append_all (GListStore *store, GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_list_store_append (store, item);
    }
}

static const char *
get_company (MatchumWorkspace *self, const char *posting_id)
{
  MatchumWorkspacePosting *posting = matchum_workspace_find_posting (self, posting_id);

  return posting != NULL ? matchum_workspace_posting_get_company (posting) : "";
}

/* Most edits concern nobody's choices, and there may be thousands of applications: one question tells. */
static gboolean
concerns_any (MatchumWorkspace *self, const char *baseline, MatchumIdentityReport *report)
{
  g_autoptr (GHashTable) blocks =
      matchum_application_table_list_blocks (matchum_library_get_database (self->library), baseline, NULL);
  g_autoptr (GPtrArray) concerning = NULL;

  if (blocks == NULL || g_hash_table_size (blocks) == 0)
    return FALSE;
  concerning = matchum_identity_report_list_concerning (report, blocks);
  return concerning->len > 0;
}

static void
append_review (MatchumWorkspace *self,
               GListStore *items,
               const MatchumApplicationRecord *application,
               MatchumBaselineChange *change)
{
  g_autoptr (GHashTable) hidden = create_set (application->hidden);
  g_autoptr (GHashTable) pinned = create_set (application->pinned);
  g_autoptr (GListModel) found =
      matchum_review_item_list_new (matchum_baseline_change_get_report (change),
                                    matchum_baseline_change_get_resume (change), hidden, pinned, application->id,
                                    get_company (self, application->posting));

  append_all (items, found);
}

void
matchum_workspace_tell_review (MatchumWorkspace *self, MatchumBaselineChange *change)
{
  const char *baseline = matchum_baseline_change_get_baseline (change);
  g_autoptr (GListStore) items = NULL;
  g_autoptr (GPtrArray) applications = NULL;

  if (matchum_baseline_change_get_report (change) == NULL
      || !concerns_any (self, baseline, matchum_baseline_change_get_report (change)))
    return;

  items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  applications = matchum_application_table_list (matchum_library_get_database (self->library), NULL, NULL);
  for (guint i = 0; applications != NULL && i < applications->len; i++)
    {
      const MatchumApplicationRecord *application = applications->pdata[i];

      if (g_str_equal (application->baseline, baseline))
        append_review (self, items, application, change);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (items)) > 0)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_REVIEW), 0, items);
}

/* Lost items */

static const char *
find_text (GPtrArray *records, const char *id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const MatchumBlockRecord *record = records->pdata[i];

      if (g_str_equal (record->id, id))
        return record->text;
    }
  return "";
}

static void
append_lost (MatchumWorkspace *self, GListStore *items, GPtrArray *ids, gboolean is_hidden)
{
  const MatchumApplicationRecord *application = matchum_workspace_posting_get_choices (self->current);
  MatchumResume *resume = matchum_workspace_get_resume (self);
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      MatchumReviewFacts facts = { .application_id = application->id,
                                   .company = matchum_workspace_posting_get_company (self->current),
                                   .block_id = ids->pdata[i],
                                   .reason = MATCHUM_REVIEW_GONE,
                                   .flags = MATCHUM_IDENTITY_LOST,
                                   .is_hidden = is_hidden,
                                   .was_hidden = is_hidden };
      g_autoptr (MatchumReviewItem) item = NULL;

      if (matchum_resume_lookup (resume, facts.block_id) != NULL)
        continue;
      if (records == NULL)
        records = matchum_block_table_list (matchum_library_get_database (self->library), application->baseline, NULL);
      facts.old_text = find_text (records, facts.block_id);
      item = matchum_review_item_new (&facts);
      g_list_store_append (items, item);
    }
}

static guint
count_lost (MatchumResume *resume, GPtrArray *ids)
{
  guint n_lost = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (matchum_resume_lookup (resume, ids->pdata[i]) == NULL)
      n_lost++;
  return n_lost;
}

guint
matchum_workspace_count_lost (MatchumWorkspace *self)
{
  const MatchumApplicationRecord *application;
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);

  application = self->current != NULL ? matchum_workspace_posting_get_choices (self->current) : NULL;
  resume = matchum_workspace_get_resume (self);
  if (application == NULL || resume == NULL)
    return 0;
  return count_lost (resume, application->hidden) + count_lost (resume, application->pinned);
}

GListModel *
matchum_workspace_list_lost (MatchumWorkspace *self)
{
  GListStore *items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  const MatchumApplicationRecord *application;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  application = self->current != NULL ? matchum_workspace_posting_get_choices (self->current) : NULL;
  if (application != NULL && matchum_workspace_get_resume (self) != NULL)
    {
      append_lost (self, items, application->hidden, TRUE);
      append_lost (self, items, application->pinned, FALSE);
    }
  return G_LIST_MODEL (items);
}

/* A while later */

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  return ids != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* The same item as things are now, or NULL where there is nothing to look at any more. */
static MatchumReviewItem *
recheck (MatchumWorkspace *self, MatchumReviewItem *item)
{
  const char *id = matchum_review_item_get_block_id (item);
  g_autoptr (MatchumApplicationRecord) application =
      matchum_application_table_find (matchum_library_get_database (self->library),
                                      matchum_review_item_get_application_id (item), NULL);
  MatchumWorkspaceBaseline *baseline =
      application != NULL ? matchum_workspace_find_baseline (self, application->baseline) : NULL;
  MatchumResume *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, id) : NULL;
  gboolean is_chosen = application != NULL && (has_id (application->hidden, id) || has_id (application->pinned, id));

  if (resume == NULL || (block == NULL && !is_chosen) || (block != NULL && matchum_review_item_is_gone (item)))
    return NULL;

  return matchum_review_item_new (&(MatchumReviewFacts){
      .application_id = application->id,
      .company = matchum_review_item_get_company (item),
      .block_id = id,
      .reason = block != NULL ? matchum_review_item_get_reason (item) : MATCHUM_REVIEW_GONE,
      .flags = matchum_review_item_get_flags (item),
      .old_text = matchum_review_item_get_old_text (item),
      .new_text = block != NULL ? matchum_block_get_text (block) : NULL,
      .other_text = matchum_review_item_get_other_text (item),
      .is_hidden = has_id (application->hidden, id),
      .was_hidden = matchum_review_item_was_hidden (item),
  });
}

GListModel *
matchum_workspace_recheck_review (MatchumWorkspace *self, GListModel *items)
{
  GListStore *left = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  /* The first words that it had count: those that the choice was made over. */
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (items, i);
      g_autoptr (MatchumReviewItem) now = recheck (self, item);

      if (now != NULL
          && g_hash_table_add (seen, g_strconcat (matchum_review_item_get_application_id (item), " ",
                                                  matchum_review_item_get_block_id (item), NULL)))
        g_list_store_append (left, now);
    }
  return G_LIST_MODEL (left);
}
