/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the lines of a posting into rows, and keeps the rows up to date with the workspace. */
#include "config.h"

#include "ui/matchum-posting-list.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-block-reader.h"
#include "ui/matchum-line-words.h"
#include "ui/matchum-posting-facts.h"
#include "ui/matchum-team-chooser.h"

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
fold_changed_cb (MatchumPostingList *self)
{
  g_assert (MATCHUM_IS_POSTING_LIST (self));

  g_signal_emit (self, signals[REFRESHED], 0);
}

static MatchumPostingObject *
start_fold (MatchumPostingList *self, const char *name)
{
  MatchumPostingObject *fold = add (self, MATCHUM_POSTING_ROW_FOLD, name, NULL);

  g_signal_connect_object (fold, "changed", G_CALLBACK (fold_changed_cb), self, G_CONNECT_SWAPPED);
  return fold;
}

static void
add_deadline (MatchumPostingList *self, const MatchumPostingDeadline *deadline)
{
  MatchumDay today = matchum_workspace_get_as_of (self->workspace);
  g_autofree char *text = deadline != NULL ? matchum_posting_facts_dup_deadline (deadline, today) : NULL;

  if (text != NULL)
    add (self,
         matchum_posting_facts_is_over (deadline->day, today) ? MATCHUM_POSTING_ROW_CLOSED
                                                              : MATCHUM_POSTING_ROW_DEADLINE,
         text, NULL);
}

/* The first is that of the posting or for applying; the others are folded away. */
static void
add_links (MatchumPostingList *self, MatchumPostingDetails *details)
{
  g_autoptr (GPtrArray) links = matchum_posting_facts_list_links (details);
  MatchumPostingObject *fold = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const MatchumPostingLink *link = links->pdata[i];

      if (i == 1)
        fold = start_fold (self, _ ("More Links"));
      matchum_posting_object_set_fold (add (self, MATCHUM_POSTING_ROW_LINK, link->fact.text, link->url), fold);
    }
  if (fold != NULL)
    matchum_posting_object_set_count (fold, links->len - 1);
}

static void
add_sent (MatchumPostingList *self, MatchumWorkspacePosting *current)
{
  const char *sent_on = matchum_workspace_posting_get_sent_on (current);
  /* Translators: %s is the day on which an application was sent, as in 2026-11-25. */
  g_autofree char *text = sent_on != NULL ? g_strdup_printf (_ ("Sent on %s"), sent_on) : NULL;

  if (text != NULL)
    add (self, MATCHUM_POSTING_ROW_SENT, text, NULL);
}

/* Without a resume there is nothing that a team could be picked for. */
static void
add_team (MatchumPostingList *self, MatchumWorkspacePosting *current)
{
  g_autofree char *names =
      matchum_workspace_posting_get_baseline (current) != NULL ? matchum_team_chooser_dup_names (current) : NULL;

  if (names != NULL)
    g_ptr_array_add (self->objects, matchum_posting_object_new_team (self->workspace, names));
}

static void
add_facts (MatchumPostingList *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  MatchumPostingDetails *details = matchum_workspace_posting_get_details (current);
  g_autofree char *line = matchum_posting_facts_dup_line (details);
  g_autofree char *stages = matchum_posting_facts_dup_stages (details);

  if (line != NULL)
    add (self, MATCHUM_POSTING_ROW_FACTS, line, stages);
  else if (stages != NULL)
    add (self, MATCHUM_POSTING_ROW_FACTS, stages, NULL);
  add_deadline (self, matchum_posting_details_get_deadline (details));
  add_sent (self, current);
  add_team (self, current);
  add_links (self, details);
}

static void
add_name (MatchumPostingList *self, MatchumPosting *posting)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);

  add (self, MATCHUM_POSTING_ROW_NAME, matchum_workspace_posting_get_company (current),
       matchum_workspace_posting_get_title (current));
  add_facts (self);
  if (!matchum_posting_has_known_headings (posting))
    add (self, MATCHUM_POSTING_ROW_BANNER, _ ("No known heading was found"),
         _ ("Nothing says which lines are required, so every line counts as required that is not set by hand. Set what "
            "a line is from its menu before you trust the figures above."));
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
note_line (MatchumPostingList *self, MatchumPostingObject *object, MatchumPosting *posting, guint line)
{
  const MatchumPostingLine *shown = matchum_posting_get_line (posting, line);
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  g_autofree char *note = NULL;

  if (shown->by_hand != 0 && current != NULL)
    note = matchum_line_words_dup_note (posting, line, matchum_workspace_posting_get_read (current));
  matchum_posting_object_set_line (object, line, shown->by_hand);
  matchum_posting_object_set_reading (object, shown->kind, note);
}

static void
add_requirements (MatchumPostingList *self, MatchumPosting *posting)
{
  MatchumPostingObject *section = NULL;
  guint n_requirements = 0, n_before = 0;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      MatchumPostingObject *object;

      if (is_section_heading (line))
        {
          end_section (self, section, n_requirements - n_before);
          section = add (self, MATCHUM_POSTING_ROW_SECTION, matchum_posting_line_get_text (line), NULL);
          note_line (self, section, posting, i);
          n_before = n_requirements;
        }
      else if (matchum_posting_line_is_requirement (line))
        {
          if (section == NULL)
            section = add (self, MATCHUM_POSTING_ROW_SECTION, _ ("Required"), NULL);
          /* A match has one requirement for each of these lines, in their order. */
          object = matchum_posting_object_new_requirement (self->workspace, n_requirements++,
                                                           matchum_posting_line_get_text (line));
          note_line (self, object, posting, i);
          g_ptr_array_add (self->objects, object);
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
  return !is_duty (line) && !is_section_heading (line) && !matchum_posting_line_is_requirement (line)
         && !line->is_other_team;
}

static gboolean
is_other_team (const MatchumPostingLine *line)
{
  return line->is_other_team;
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
        fold = start_fold (self, name);
      object = add (self, line->is_heading ? MATCHUM_POSTING_ROW_HEADING : MATCHUM_POSTING_ROW_LINE,
                    matchum_posting_line_get_text (line), NULL);
      note_line (self, object, posting, i);
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
  add_fold (self, posting, _ ("Other Teams"), is_other_team);
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

  if (selected == NULL || kind == MATCHUM_POSTING_ROW_NAME || kind == MATCHUM_POSTING_ROW_FACTS
      || kind == MATCHUM_POSTING_ROW_DEADLINE || kind == MATCHUM_POSTING_ROW_CLOSED || kind == MATCHUM_POSTING_ROW_TEAM
      || kind == MATCHUM_POSTING_ROW_LINK || kind == MATCHUM_POSTING_ROW_BANNER)
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

/* The rows of the posting as it is read now stand where they stood, where they are the same. */
static guint
count_same (GPtrArray *before, GPtrArray *after, guint n_most, gboolean from_end)
{
  guint n_same = 0;

  while (n_same < n_most
         && matchum_posting_object_is_same_row (before->pdata[from_end ? before->len - 1 - n_same : n_same],
                                                after->pdata[from_end ? after->len - 1 - n_same : n_same]))
    n_same++;
  return n_same;
}

/* Puts the row that was there in place of one that is the same. */
static void
keep_row (MatchumPostingList *self, GPtrArray *before, guint old, guint new, GHashTable *folds)
{
  MatchumPostingObject *kept = g_object_ref (before->pdata[old]);
  MatchumPostingObject *made = self->objects->pdata[new];

  matchum_posting_object_set_line (kept, matchum_posting_object_get_line (made),
                                   matchum_posting_object_get_by_hand (made));
  if (matchum_posting_object_get_kind (made) == MATCHUM_POSTING_ROW_FOLD)
    {
      g_signal_handlers_disconnect_by_data (made, self);
      g_signal_connect_object (kept, "changed", G_CALLBACK (fold_changed_cb), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (folds, g_object_ref (made), kept);
    }
  else
    matchum_posting_object_set_fold (kept, matchum_posting_object_get_fold (made));
  g_object_unref (made);
  self->objects->pdata[new] = kept;
}

/* A fold that is another one is open where the one of the same name was. Nobody is told: the rows are still to be. */
static void
restore_fold (MatchumPostingList *self, MatchumPostingObject *fold, GPtrArray *before)
{
  g_signal_handlers_block_by_func (fold, fold_changed_cb, self);
  for (guint i = 0; i < before->len; i++)
    if (matchum_posting_object_get_kind (before->pdata[i]) == MATCHUM_POSTING_ROW_FOLD
        && g_str_equal (matchum_posting_object_get_text (before->pdata[i]), matchum_posting_object_get_text (fold)))
      matchum_posting_object_set_expanded (fold, matchum_posting_object_get_expanded (before->pdata[i]));
  g_signal_handlers_unblock_by_func (fold, fold_changed_cb, self);
}

static void
restore_folds (MatchumPostingList *self, GPtrArray *before, GHashTable *folds)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      MatchumPostingObject *object = self->objects->pdata[i];
      MatchumPostingObject *fold = matchum_posting_object_get_fold (object);

      if (fold != NULL && g_hash_table_contains (folds, fold))
        matchum_posting_object_set_fold (object, g_hash_table_lookup (folds, fold));
      if (matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_FOLD)
        restore_fold (self, object, before);
    }
}

static void
reread_cb (MatchumPostingList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->objects);
  g_autoptr (GHashTable) folds = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  guint n_most, n_start, n_end;

  g_assert (MATCHUM_IS_POSTING_LIST (self));

  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < before->len; i++)
    g_signal_handlers_disconnect_by_data (before->pdata[i], self);
  fill (self);
  n_most = MIN (before->len, self->objects->len);
  n_start = count_same (before, self->objects, n_most, FALSE);
  n_end = count_same (before, self->objects, n_most - n_start, TRUE);
  for (guint i = 0; i < n_start; i++)
    keep_row (self, before, i, i, folds);
  for (guint i = 0; i < n_end; i++)
    keep_row (self, before, before->len - 1 - i, self->objects->len - 1 - i, folds);
  restore_folds (self, before, folds);
  g_list_model_items_changed (G_LIST_MODEL (self), n_start, before->len - n_start - n_end,
                              self->objects->len - n_start - n_end);
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
  g_signal_group_connect_swapped (self->names, "notify::sent-on", G_CALLBACK (opened_cb), self);
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
  g_signal_connect_object (workspace, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-requirement", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::selected-block", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
