/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at after the text of a baseline was edited: blocks that applications hide or pin and that
 * could not be followed with certainty, and those that are gone. */
#include "config.h"

#include "store/matchum-block-table.h"
#include "ui/matchum-review-item.h"
#include "ui/matchum-workspace-private.h"

/* So many applications are looked at before the window has its turn again. */
#define APPLICATIONS_AT_ONCE 50

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

/* The applications that an edit of their baseline concerns, each of which is looked at in its turn. */
typedef struct {
  MatchumWorkspace *workspace;
  MatchumBaselineChange *change;
  GPtrArray *applications; /* of MatchumApplicationRecord */
  guint n_done;
  GListStore *items;
} Review;

static void
free_review (gpointer data)
{
  Review *review = data;

  g_object_unref (review->workspace);
  matchum_baseline_change_unref (review->change);
  g_ptr_array_unref (review->applications);
  g_object_unref (review->items);
  g_free (review);
}

static void
append_review (Review *review, const MatchumApplicationRecord *application)
{
  g_autoptr (GHashTable) hidden = create_set (application->hidden);
  g_autoptr (GHashTable) pinned = create_set (application->pinned);
  g_autoptr (GListModel) found =
      matchum_review_item_list_new (matchum_baseline_change_get_report (review->change),
                                    matchum_baseline_change_get_resume (review->change), hidden, pinned,
                                    application->id, get_company (review->workspace, application->posting));

  append_all (review->items, found);
}

/* The name of a company may have to be read in its posting. */
static gboolean
go_on_cb (gpointer data)
{
  Review *review = data;
  guint end = MIN (review->n_done + APPLICATIONS_AT_ONCE, review->applications->len);

  if (!matchum_workspace_has_library (review->workspace))
    return G_SOURCE_REMOVE;
  for (; review->n_done < end; review->n_done++)
    append_review (review, review->applications->pdata[review->n_done]);
  if (end < review->applications->len)
    return G_SOURCE_CONTINUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (review->items)) > 0)
    g_signal_emit (review->workspace, matchum_workspace_get_signal (MATCHUM_WORKSPACE_REVIEW), 0, review->items);
  return G_SOURCE_REMOVE;
}

/* Most edits concern nobody's choices, and there may be thousands of applications: one question tells which of them an
 * edit concerns. */
static GPtrArray *
list_concerned (MatchumWorkspace *self, MatchumBaselineChange *change)
{
  MatchumIdentityReport *report = matchum_baseline_change_get_report (change);
  g_autoptr (GHashTable) notable = report != NULL ? matchum_identity_report_dup_notable (report) : NULL;

  if (notable == NULL || g_hash_table_size (notable) == 0)
    return NULL;
  return matchum_application_table_list_choosing (matchum_library_get_database (self->library),
                                                  matchum_baseline_change_get_baseline (change), notable, NULL);
}

void
matchum_workspace_tell_review (MatchumWorkspace *self, MatchumBaselineChange *change)
{
  g_autoptr (GPtrArray) applications = list_concerned (self, change);
  Review *review;

  if (applications == NULL || applications->len == 0)
    return;
  review = g_new0 (Review, 1);
  review->workspace = g_object_ref (self);
  review->change = matchum_baseline_change_ref (change);
  review->applications = g_steal_pointer (&applications);
  review->items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  if (go_on_cb (review) == G_SOURCE_CONTINUE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_on_cb, review, free_review);
  else
    free_review (review);
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

/* What the library has now of the applications of items, and of what they chose of their blocks. */
typedef struct {
  GHashTable *outlines; /* ids to MatchumApplicationOutline */
  GPtrArray *choosing;
  GHashTable *by_id; /* the same as MatchumApplicationRecord by id */
} Present;

static void
clear_present (Present *present)
{
  g_clear_pointer (&present->outlines, g_hash_table_unref);
  g_clear_pointer (&present->by_id, g_hash_table_unref);
  g_clear_pointer (&present->choosing, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, clear_present)

/* TRUE where all could be read. */
static gboolean
read_present (Present *present, MatchumDatabase *database, GListModel *items)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (ids, g_strdup (matchum_review_item_get_application_id (item)));
      g_hash_table_add (blocks, g_strdup (matchum_review_item_get_block_id (item)));
    }
  g_ptr_array_add (ids, NULL);
  present->outlines = matchum_application_table_list_outlines (database, (const char *const *) ids->pdata, NULL);
  present->choosing = matchum_application_table_list_choosing (database, NULL, blocks, NULL);
  present->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; present->choosing != NULL && i < present->choosing->len; i++)
    g_hash_table_insert (present->by_id, ((MatchumApplicationRecord *) present->choosing->pdata[i])->id,
                         present->choosing->pdata[i]);
  return present->outlines != NULL && present->choosing != NULL;
}

/* The same item as things are now, or NULL where there is nothing to look at any more. */
static MatchumReviewItem *
recheck (MatchumWorkspace *self, const Present *present, MatchumReviewItem *item)
{
  const char *application = matchum_review_item_get_application_id (item),
             *id = matchum_review_item_get_block_id (item);
  const MatchumApplicationOutline *outline = g_hash_table_lookup (present->outlines, application);
  const MatchumApplicationRecord *choices = g_hash_table_lookup (present->by_id, application);
  MatchumWorkspaceBaseline *baseline =
      outline != NULL ? matchum_workspace_find_baseline (self, outline->baseline) : NULL;
  MatchumResume *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, id) : NULL;
  gboolean is_hidden = choices != NULL && has_id (choices->hidden, id);
  gboolean is_chosen = is_hidden || (choices != NULL && has_id (choices->pinned, id));

  if (resume == NULL || (block == NULL && !is_chosen) || (block != NULL && matchum_review_item_is_gone (item)))
    return NULL;

  return matchum_review_item_new (&(MatchumReviewFacts){
      .application_id = application,
      .company = matchum_review_item_get_company (item),
      .block_id = id,
      .reason = block != NULL ? matchum_review_item_get_reason (item) : MATCHUM_REVIEW_GONE,
      .flags = matchum_review_item_get_flags (item),
      .old_text = matchum_review_item_get_old_text (item),
      .new_text = block != NULL ? matchum_block_get_text (block) : NULL,
      .other_text = matchum_review_item_get_other_text (item),
      .is_hidden = is_hidden,
      .was_hidden = matchum_review_item_was_hidden (item),
  });
}

GListModel *
matchum_workspace_recheck_review (MatchumWorkspace *self, GListModel *items)
{
  GListStore *left = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Present) present = { NULL };

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  if (!read_present (&present, matchum_library_get_database (self->library), items))
    return G_LIST_MODEL (left);
  /* The first words that it had count: those that the choice was made over. */
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (items, i);
      g_autoptr (MatchumReviewItem) now = recheck (self, &present, item);

      if (now != NULL
          && g_hash_table_add (seen, g_strconcat (matchum_review_item_get_application_id (item), " ",
                                                  matchum_review_item_get_block_id (item), NULL)))
        g_list_store_append (left, now);
    }
  return G_LIST_MODEL (left);
}
