/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks as a list, kept up to date with the workspace. */
#include "config.h"

#include "ui/matchum-block-list.h"

#include "match/matchum-explanation.h"

/* Rows that are out of view follow a few at a time, between the frames. */
#define LATER_MS 12
#define LATER_ROWS 8
/* So many beyond those in view are refreshed with them: they are the next to be seen. */
#define NEAR_ROWS 3

struct _MatchumBlockList {
  GObject parent_instance;

  MatchumWorkspace *workspace;
  MatchumBlockReader *reader;
  MatchumWorkspaceBaseline *baseline; /* what objects are of; or NULL */
  GPtrArray *objects;                 /* of MatchumBlockObject, by index */
  guint later_id;
  guint later_from; /* where the rows that follow later go on */
  guint n_later;    /* how many of them there are still */
};

static void matchum_block_list_init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MatchumBlockList,
                               matchum_block_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, matchum_block_list_init_list_model))

static void
fill (MatchumBlockList *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  guint n_blocks = resume != NULL ? matchum_resume_get_n_blocks (resume) : 0;

  g_set_object (&self->baseline, matchum_workspace_get_baseline (self->workspace));
  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (self->objects, matchum_block_object_new (self->reader, resume, i));
}

static gboolean
later_cb (gpointer user_data)
{
  MatchumBlockList *self = user_data;

  self->n_later = MIN (self->n_later, self->objects->len);
  for (guint n_rows = 0; n_rows < LATER_ROWS && self->n_later > 0; self->n_later--)
    {
      MatchumBlockObject *object = self->objects->pdata[self->later_from++ % self->objects->len];

      n_rows += matchum_block_object_is_stale (object);
      matchum_block_object_refresh (object);
    }
  if (self->n_later > 0)
    return G_SOURCE_CONTINUE;
  self->later_id = 0;
  return G_SOURCE_REMOVE;
}

/* The places of the first row in view and of the one after the last. */
static void
find_in_view (MatchumBlockList *self, guint *start, guint *end)
{
  *start = *end = 0;
  for (guint i = 0; i < self->objects->len; i++)
    if (matchum_block_object_is_seen (self->objects->pdata[i]))
      {
        if (*end == 0)
          *start = i;
        *end = i + 1;
      }
}

static gboolean
can_wait (MatchumBlockList *self, MatchumBlockObject *object)
{
  return matchum_block_object_get_index (object) != matchum_workspace_get_selected_block (self->workspace)
         && matchum_block_object_is_still_hidden (object);
}

/* Rows out of view are most of a long list: they follow after the frame, and so do the costs of what is hidden already,
 * each of which takes as long as all that is shown. */
static void
refresh_all (MatchumBlockList *self)
{
  guint start, end;

  find_in_view (self, &start, &end);
  start -= MIN (start, NEAR_ROWS);
  end = MIN (end + NEAR_ROWS, self->objects->len);
  for (guint i = start; i < end; i++)
    if (!can_wait (self, self->objects->pdata[i]))
      matchum_block_object_refresh (self->objects->pdata[i]);
  self->later_from = start;
  self->n_later = self->objects->len;
  if (self->n_later > 0 && self->later_id == 0)
    self->later_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, LATER_MS, later_cb, self, NULL);
}

static gboolean
shows_open_resume (MatchumBlockList *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);

  return resume != NULL && self->objects->len > 0 && self->objects->len == matchum_resume_get_n_blocks (resume)
         && matchum_block_object_get_block (self->objects->pdata[0]) == matchum_resume_get_block (resume, 0);
}

/* Objects by the ids of their blocks. */
static GHashTable *
index_objects (GPtrArray *objects)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_insert (by_id, matchum_block_object_get_block (objects->pdata[i])->id, objects->pdata[i]);
  return by_id;
}

/* The objects for another reading of the resume: a block keeps its object, and with it its row. */
static GPtrArray *
list_objects (MatchumBlockList *self, GPtrArray *before, MatchumResume *resume)
{
  g_autoptr (GHashTable) known = index_objects (before);
  guint n_blocks = resume != NULL ? matchum_resume_get_n_blocks (resume) : 0;
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_blocks; i++)
    {
      MatchumBlockObject *object = g_hash_table_lookup (known, matchum_resume_get_block (resume, i)->id);

      g_ptr_array_add (objects,
                       object != NULL ? g_object_ref (object) : matchum_block_object_new (self->reader, resume, i));
    }
  return objects;
}

static void
move_objects (GPtrArray *objects, MatchumResume *resume)
{
  for (guint i = 0; i < objects->len; i++)
    matchum_block_object_move (objects->pdata[i], resume, i);
}

/* How many objects are the same at the start, or at the end, of both. */
static guint
count_same (GPtrArray *before, GPtrArray *after, guint limit, gboolean is_end)
{
  guint n_same = 0;

  while (n_same < limit
         && before->pdata[is_end ? before->len - 1 - n_same : n_same]
                == after->pdata[is_end ? after->len - 1 - n_same : n_same])
    n_same++;
  return n_same;
}

static void
follow (MatchumBlockList *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->objects);
  guint n_shorter, n_start, n_end;

  self->objects = list_objects (self, before, resume);
  n_shorter = MIN (before->len, self->objects->len);
  n_start = count_same (before, self->objects, n_shorter, FALSE);
  n_end = count_same (before, self->objects, n_shorter - n_start, TRUE);
  move_objects (self->objects, resume);
  if (n_start + n_end < MAX (before->len, self->objects->len))
    g_list_model_items_changed (G_LIST_MODEL (self), n_start, before->len - n_start - n_end,
                                self->objects->len - n_start - n_end);
  refresh_all (self);
}

/* The same resume held against another posting, which may have words and an order of its own, keeps its rows. */
static void
opened_cb (MatchumBlockList *self)
{
  guint n_before;

  g_assert (MATCHUM_IS_BLOCK_LIST (self));

  matchum_block_reader_note_changed (self->reader);
  if (shows_open_resume (self))
    {
      refresh_all (self);
      return;
    }
  if (self->baseline != NULL && self->baseline == matchum_workspace_get_baseline (self->workspace)
      && matchum_workspace_get_resume (self->workspace) != NULL)
    {
      follow (self);
      return;
    }

  n_before = self->objects->len;
  self->n_later = 0;
  g_ptr_array_set_size (self->objects, 0);
  fill (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->objects->len);
}

static void
rewritten_cb (MatchumBlockList *self)
{
  g_assert (MATCHUM_IS_BLOCK_LIST (self));

  matchum_block_reader_note_changed (self->reader);
  follow (self);
}

static void
changed_cb (MatchumBlockList *self)
{
  g_assert (MATCHUM_IS_BLOCK_LIST (self));

  matchum_block_reader_note_changed (self->reader);
  refresh_all (self);
}

static void
selected_cb (MatchumBlockList *self)
{
  g_assert (MATCHUM_IS_BLOCK_LIST (self));

  if (!shows_open_resume (self))
    return; /* "opened" is on its way */
  matchum_block_reader_note_changed (self->reader);
  refresh_all (self);
}

static GType
matchum_block_list_get_item_type (GListModel *model)
{
  return MATCHUM_TYPE_BLOCK_OBJECT;
}

static guint
matchum_block_list_get_n_items (GListModel *model)
{
  return MATCHUM_BLOCK_LIST (model)->objects->len;
}

static gpointer
matchum_block_list_get_item (GListModel *model, guint position)
{
  MatchumBlockList *self = MATCHUM_BLOCK_LIST (model);

  return position < self->objects->len ? g_object_ref (self->objects->pdata[position]) : NULL;
}

static void
matchum_block_list_init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = matchum_block_list_get_item_type;
  iface->get_n_items = matchum_block_list_get_n_items;
  iface->get_item = matchum_block_list_get_item;
}

static void
matchum_block_list_finalize (GObject *object)
{
  MatchumBlockList *self = MATCHUM_BLOCK_LIST (object);

  g_clear_handle_id (&self->later_id, g_source_remove);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->reader, matchum_block_reader_unref);
  g_clear_object (&self->baseline);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_block_list_parent_class)->finalize (object);
}

static void
matchum_block_list_class_init (MatchumBlockListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_block_list_finalize;
}

static void
matchum_block_list_init (MatchumBlockList *self)
{
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
}

MatchumBlockList *
matchum_block_list_new (MatchumWorkspace *workspace)
{
  MatchumBlockList *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_BLOCK_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->reader = matchum_block_reader_new (workspace);
  fill (self);

  g_signal_connect_object (workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "links-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-requirement", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "tags-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-block", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "proposed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return self;
}

guint
matchum_block_list_find_evidence (MatchumBlockList *self, guint requirement)
{
  MatchumCoverage *coverage;
  GPtrArray *evidence;

  g_return_val_if_fail (MATCHUM_IS_BLOCK_LIST (self), MATCHUM_BLOCK_NONE);

  coverage = matchum_workspace_get_coverage (self->workspace);
  if (coverage == NULL || requirement >= matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)))
    return MATCHUM_BLOCK_NONE;

  evidence = matchum_coverage_get_verdict (coverage, requirement)->evidence;
  if (evidence != NULL && evidence->len > 0)
    return ((const MatchumEvidence *) evidence->pdata[0])->block;

  for (guint i = 0; i < self->objects->len; i++)
    if (matchum_block_reader_speaks_for (self->reader, i, requirement))
      return i;
  return matchum_explanation_find_hint (coverage, requirement);
}
