/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the lines of a posting into rows, and keeps the rows up to date with the workspace. */
#include "config.h"

#include "ui/matchum-posting-list.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-block-reader.h"

struct _MatchumPostingList {
  GObject parent_instance;

  MatchumWorkspace *workspace;
  MatchumBlockReader *reader;
  GPtrArray *objects;  /* of MatchumPostingObject */
  GSignalGroup *names; /* of the current posting: the user may put them right */
};

enum { REFRESHED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void matchum_posting_list_init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MatchumPostingList,
                               matchum_posting_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, matchum_posting_list_init_list_model))

static MatchumPostingObject *
add (MatchumPostingList *self, MatchumPostingRowKind kind, const char *text, const char *detail)
{
  MatchumPostingObject *object = matchum_posting_object_new (kind, text, detail);

  g_ptr_array_add (self->objects, object);
  return object;
}

static void
add_name (MatchumPostingList *self, MatchumPosting *posting)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);

  add (self, MATCHUM_POSTING_ROW_NAME, matchum_workspace_posting_get_company (current),
       matchum_workspace_posting_get_title (current));
  if (!matchum_posting_has_known_headings (posting))
    add (self, MATCHUM_POSTING_ROW_BANNER, _ ("No known heading was found"),
         _ ("Every line was taken as required, since nothing says which lines are. Check them before you trust the "
            "figures above."));
}

static gboolean
is_section_heading (const MatchumPostingLine *line)
{
  return line->is_heading && (line->kind == MATCHUM_POSTING_REQUIRED || line->kind == MATCHUM_POSTING_PREFERRED);
}

/* A section counts the requirements under it; one that has none is another's heading, and goes with the rest. */
static void
end_section (MatchumPostingList *self, MatchumPostingObject *section, guint n_requirements)
{
  if (section != NULL)
    matchum_posting_object_set_count (section, n_requirements);
}

static void
add_requirements (MatchumPostingList *self, MatchumPosting *posting)
{
  MatchumPostingObject *section = NULL;
  guint n_requirements = 0, n_before = 0;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (is_section_heading (line))
        {
          end_section (self, section, n_requirements - n_before);
          section = add (self, MATCHUM_POSTING_ROW_SECTION, matchum_posting_line_get_text (line), NULL);
          n_before = n_requirements;
        }
      else if (matchum_posting_line_is_requirement (line))
        {
          if (section == NULL)
            section = add (self, MATCHUM_POSTING_ROW_SECTION, _ ("Required"), NULL);
          /* A match has one requirement for each of these lines, in their order. */
          g_ptr_array_add (self->objects,
                           matchum_posting_object_new_requirement (self->workspace, n_requirements++,
                                                                   matchum_posting_line_get_text (line)));
        }
    }
  end_section (self, section, n_requirements - n_before);
}

static gboolean
is_duty (const MatchumPostingLine *line)
{
  return line->kind == MATCHUM_POSTING_DUTY;
}

static gboolean
is_other (const MatchumPostingLine *line)
{
  return !is_duty (line) && !is_section_heading (line) && !matchum_posting_line_is_requirement (line);
}

static void
fold_changed_cb (MatchumPostingList *self)
{
  g_assert (MATCHUM_IS_POSTING_LIST (self));

  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
add_fold (MatchumPostingList *self,
          MatchumPosting *posting,
          const char *name,
          gboolean (*belongs) (const MatchumPostingLine *line))
{
  MatchumPostingObject *fold = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      MatchumPostingObject *object;

      if (!belongs (line))
        continue;
      if (fold == NULL)
        {
          fold = add (self, MATCHUM_POSTING_ROW_FOLD, name, NULL);
          g_signal_connect_object (fold, "changed", G_CALLBACK (fold_changed_cb), self, G_CONNECT_SWAPPED);
        }
      object = add (self, line->is_heading ? MATCHUM_POSTING_ROW_HEADING : MATCHUM_POSTING_ROW_LINE,
                    matchum_posting_line_get_text (line), NULL);
      matchum_posting_object_set_fold (object, fold);
      n_lines += line->is_heading ? 0 : 1;
    }
  if (fold != NULL)
    matchum_posting_object_set_count (fold, n_lines);
}

static void
fill (MatchumPostingList *self)
{
  MatchumPosting *posting = matchum_workspace_get_posting (self->workspace);

  if (posting == NULL)
    return;

  add_name (self, posting);
  add_requirements (self, posting);
  add_fold (self, posting, _ ("Duties"), is_duty);
  add_fold (self, posting, _ ("Other Lines"), is_other);
}

/* A section or an entry carries what stands under it as well. */
static gboolean
block_speaks_for (MatchumPostingList *self, const MatchumBlock *block, guint requirement)
{
  for (guint i = block->index; i < MAX (block->end, block->index + 1); i++)
    if (matchum_block_reader_speaks_for (self->reader, i, requirement))
      return TRUE;
  return FALSE;
}

static MatchumEmphasis
get_emphasis (MatchumPostingList *self, MatchumPostingObject *object, const MatchumBlock *selected)
{
  MatchumPostingRowKind kind = matchum_posting_object_get_kind (object);

  if (selected == NULL || kind == MATCHUM_POSTING_ROW_NAME || kind == MATCHUM_POSTING_ROW_BANNER)
    return MATCHUM_EMPHASIS_PLAIN;
  if (kind == MATCHUM_POSTING_ROW_REQUIREMENT
      && block_speaks_for (self, selected, matchum_posting_object_get_requirement (object)))
    return MATCHUM_EMPHASIS_LIT;
  return MATCHUM_EMPHASIS_FADED;
}

static void
refresh (MatchumPostingList *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  guint block = matchum_workspace_get_selected_block (self->workspace);
  const MatchumBlock *selected = NULL;

  if (resume != NULL && block < matchum_resume_get_n_blocks (resume)
      && matchum_workspace_get_coverage (self->workspace) != NULL)
    selected = matchum_resume_get_block (resume, block);
  for (guint i = 0; i < self->objects->len; i++)
    matchum_posting_object_refresh (self->objects->pdata[i], get_emphasis (self, self->objects->pdata[i], selected));
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
opened_cb (MatchumPostingList *self)
{
  guint n_before = self->objects->len;

  g_assert (MATCHUM_IS_POSTING_LIST (self));

  for (guint i = 0; i < n_before; i++)
    g_signal_handlers_disconnect_by_data (self->objects->pdata[i], self);
  g_ptr_array_set_size (self->objects, 0);
  fill (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->objects->len);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
current_cb (MatchumPostingList *self)
{
  g_assert (MATCHUM_IS_POSTING_LIST (self));

  g_signal_group_set_target (self->names, matchum_workspace_get_current (self->workspace));
}

static void
changed_cb (MatchumPostingList *self)
{
  g_assert (MATCHUM_IS_POSTING_LIST (self));

  refresh (self);
}

static GType
matchum_posting_list_get_item_type (GListModel *model)
{
  return MATCHUM_TYPE_POSTING_OBJECT;
}

static guint
matchum_posting_list_get_n_items (GListModel *model)
{
  return MATCHUM_POSTING_LIST (model)->objects->len;
}

static gpointer
matchum_posting_list_get_item (GListModel *model, guint position)
{
  MatchumPostingList *self = MATCHUM_POSTING_LIST (model);

  return position < self->objects->len ? g_object_ref (self->objects->pdata[position]) : NULL;
}

static void
matchum_posting_list_init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = matchum_posting_list_get_item_type;
  iface->get_n_items = matchum_posting_list_get_n_items;
  iface->get_item = matchum_posting_list_get_item;
}

static void
matchum_posting_list_finalize (GObject *object)
{
  MatchumPostingList *self = MATCHUM_POSTING_LIST (object);

  g_clear_object (&self->names);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->reader, matchum_block_reader_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_posting_list_parent_class)->finalize (object);
}

static void
matchum_posting_list_class_init (MatchumPostingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_posting_list_finalize;

  signals[REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_posting_list_init (MatchumPostingList *self)
{
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_signal_group_new (MATCHUM_TYPE_WORKSPACE_POSTING);
  g_signal_group_connect_swapped (self->names, "notify::company", G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->names, "notify::title", G_CALLBACK (opened_cb), self);
}

MatchumPostingList *
matchum_posting_list_new (MatchumWorkspace *workspace)
{
  MatchumPostingList *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_POSTING_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->reader = matchum_block_reader_new (workspace);
  fill (self);
  current_cb (self);

  g_signal_connect_object (workspace, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-requirement", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-block", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
