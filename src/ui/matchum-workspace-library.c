/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the workspace follows its library: what was changed is read again and shown, and what was open is opened again.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "store/matchum-setting-table.h"
#include "ui/matchum-workspace-links.h"
#include "ui/matchum-workspace-private.h"

#define SAVE_PAUSE_MS 400

/* Lists */

/* Makes a store hold these objects, touching only what differs. */
static void
set_objects (GListStore *store, GPtrArray *objects)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_before = g_list_model_get_n_items (model), n_same = 0, n_same_end = 0;

  for (; n_same < MIN (n_before, objects->len); n_same++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (model, n_same);

      if (object != objects->pdata[n_same])
        break;
    }
  for (; n_same + n_same_end < MIN (n_before, objects->len); n_same_end++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (model, n_before - 1 - n_same_end);

      if (object != objects->pdata[objects->len - 1 - n_same_end])
        break;
    }
  if (n_same + n_same_end < MAX (n_before, objects->len))
    g_list_store_splice (store, n_same, n_before - n_same - n_same_end, objects->pdata + n_same,
                         objects->len - n_same - n_same_end);
}

/* The text of a baseline is another: nothing that followed from it counts. */
static void
forget_matches (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  GListModel *postings = G_LIST_MODEL (self->postings);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      if (matchum_workspace_posting_get_baseline (posting) == baseline)
        matchum_workspace_posting_forget_match (posting);
    }
}

static void
follow_selected_block (MatchumWorkspace *self, const char *id)
{
  MatchumResume *resume = matchum_workspace_get_resume (self);
  const MatchumBlock *block = resume != NULL && id != NULL ? matchum_resume_lookup (resume, id) : NULL;
  guint index = block != NULL ? block->index : MATCHUM_BLOCK_NONE;

  if (index == self->selected_block)
    return;
  self->selected_block = index;
  g_object_notify (G_OBJECT (self), "selected-block");
}

static char *
dup_selected_id (MatchumWorkspace *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self);

  if (resume == NULL || self->selected_block >= matchum_resume_get_n_blocks (resume))
    return NULL;
  return g_strdup (matchum_resume_get_block (resume, self->selected_block)->id);
}

/* Takes record. */
static void
update_baseline (MatchumWorkspace *self,
                 MatchumWorkspaceBaseline *baseline,
                 MatchumBaselineRecord *record,
                 gboolean is_strange)
{
  g_autofree char *selected = baseline == self->baseline ? dup_selected_id (self) : NULL;

  if (!matchum_workspace_baseline_update (baseline, record, is_strange))
    return;

  matchum_workspace_disconnect_current (self);
  if (baseline == self->baseline)
    {
      g_clear_pointer (&self->everything, matchum_visibility_unref);
      self->selected_block = MATCHUM_BLOCK_NONE;
    }
  forget_matches (self, baseline);
  matchum_workspace_connect_current (self);
  if (baseline != self->baseline)
    return;
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_REWRITTEN), 0);
  follow_selected_block (self, selected);
}

static gboolean
warn (const char *what, GError *error)
{
  g_warning ("%s could not be read: %s", what, error != NULL ? error->message : "");
  g_clear_error (&error);
  return FALSE;
}

static void
read_baselines (MatchumWorkspace *self, gboolean is_strange)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) records = matchum_baseline_table_list (matchum_library_get_database (self->library), &error);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  if (records == NULL)
    {
      warn ("The resumes", error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      MatchumBaselineRecord *record = records->pdata[i];
      MatchumWorkspaceBaseline *known = matchum_workspace_find_baseline (self, record->id);

      if (known != NULL)
        {
          g_ptr_array_add (objects, g_object_ref (known));
          update_baseline (self, known, matchum_baseline_record_copy (record), is_strange);
        }
      else
        g_ptr_array_add (objects,
                         matchum_workspace_baseline_new (self->library, matchum_baseline_record_copy (record)));
    }
  set_objects (self->baselines, objects);
}

/* The index that the requirement of a line has in a match, or -1: a line of the same words and piece, else the line
 * itself. */
static int
find_requirement (MatchumPosting *posting, guint read_index, guint part)
{
  int index = 0, found = -1;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (!matchum_posting_line_is_requirement (line))
        continue;
      if (line->read_index == read_index && (line->part == part || found < 0))
        found = index;
      index++;
    }
  return found;
}

static const MatchumPostingLine *
get_requirement_line (MatchumPosting *posting, int requirement)
{
  for (guint i = 0; requirement >= 0 && i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (matchum_posting_line_is_requirement (line) && requirement-- == 0)
        return line;
    }
  return NULL;
}

/* The lines of the current posting are others, and the requirement that was selected may have another index. */
void
matchum_workspace_show_reread (MatchumWorkspace *self, MatchumPosting *before)
{
  const MatchumPostingLine *line = get_requirement_line (before, self->selected_requirement);
  int index = line != NULL ? find_requirement (matchum_workspace_get_posting (self), line->read_index, line->part) : -1;
  gboolean is_other = index != self->selected_requirement;

  self->selected_requirement = self->chosen_requirement = index;
  matchum_workspace_set_linking (self, -1);
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_REREAD), 0);
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_CHANGED), 0);
  if (is_other)
    g_object_notify (G_OBJECT (self), "selected-requirement");
}

/* Takes record. */
static void
update_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting, MatchumPostingRecord *record)
{
  g_autoptr (MatchumPosting) before = NULL;
  MatchumPostingNews news;

  if (posting == self->current)
    {
      before = matchum_posting_ref (matchum_workspace_posting_get_posting (posting));
      matchum_workspace_disconnect_current (self);
    }
  news = matchum_workspace_posting_update (posting, record);
  if (posting != self->current)
    return;
  matchum_workspace_connect_current (self);
  if (news == MATCHUM_POSTING_NEWS_LINES)
    matchum_workspace_show_reread (self, before);
  if (news != MATCHUM_POSTING_NEWS_TEXT)
    return;
  self->selected_requirement = self->chosen_requirement = -1;
  matchum_workspace_set_linking (self, -1);
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_OPENED), 0);
}

/* Those that are about to go are found no more; those that stay and come are held by the list at once. */
static void
index_postings (MatchumWorkspace *self, GPtrArray *postings)
{
  g_hash_table_remove_all (self->postings_by_id);
  for (guint i = 0; i < postings->len; i++)
    g_hash_table_insert (self->postings_by_id, g_strdup (matchum_workspace_posting_get_id (postings->pdata[i])),
                         postings->pdata[i]);
}

static void
read_postings (MatchumWorkspace *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) records = matchum_posting_table_list (matchum_library_get_database (self->library), &error);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  if (records == NULL)
    {
      warn ("The postings", error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      MatchumPostingRecord *record = matchum_posting_record_copy (records->pdata[i]);
      MatchumWorkspacePosting *posting = matchum_workspace_find_posting (self, record->id);

      if (posting != NULL)
        {
          g_ptr_array_add (objects, g_object_ref (posting));
          update_posting (self, posting, record);
        }
      else
        g_ptr_array_add (objects, matchum_workspace_posting_new (self->library, self->lexicon, self->as_of, record));
    }
  index_postings (self, objects);
  set_objects (self->postings, objects);
}

/* Reads one baseline again; FALSE where the list itself is another. */
static gboolean
read_baseline (MatchumWorkspace *self, const char *id)
{
  MatchumWorkspaceBaseline *known = matchum_workspace_find_baseline (self, id);
  g_autoptr (MatchumBaselineRecord) record =
      matchum_baseline_table_find (matchum_library_get_database (self->library), id, NULL);

  if (known == NULL || record == NULL || matchum_workspace_baseline_get_record (known)->place != record->place)
    return FALSE;
  update_baseline (self, known, g_steal_pointer (&record), FALSE);
  return TRUE;
}

static gboolean
read_posting (MatchumWorkspace *self, const char *id)
{
  MatchumWorkspacePosting *known = matchum_workspace_find_posting (self, id);
  g_autoptr (MatchumPostingRecord) record =
      matchum_posting_table_find (matchum_library_get_database (self->library), id, NULL);

  if (known == NULL || record == NULL || matchum_workspace_posting_get_record (known)->place != record->place)
    return FALSE;
  update_posting (self, known, g_steal_pointer (&record));
  return TRUE;
}

void
matchum_workspace_begin_choosing (MatchumWorkspace *self, MatchumChoosing *choosing)
{
  choosing->application = matchum_application_ref (matchum_workspace_posting_get_application (self->current));
  choosing->posting = matchum_posting_ref (matchum_workspace_posting_get_posting (self->current));
  choosing->selected = dup_selected_id (self);
  matchum_workspace_disconnect_current (self);
}

static void
show_chosen (MatchumWorkspace *self, const MatchumChoosing *choosing)
{
  gboolean has_other_words =
      !matchum_application_has_same_words (matchum_workspace_get_application (self), choosing->application);

  if (has_other_words)
    {
      self->selected_block = MATCHUM_BLOCK_NONE;
      g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_REWRITTEN), 0);
      follow_selected_block (self, choosing->selected);
    }
  if (matchum_workspace_posting_get_posting (self->current) != choosing->posting)
    matchum_workspace_show_reread (self, choosing->posting);
  else if (!has_other_words)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_CHANGED), 0);
}

void
matchum_workspace_end_choosing (MatchumWorkspace *self, MatchumChoosing *choosing, gboolean is_other)
{
  matchum_workspace_connect_current (self);
  if (is_other)
    show_chosen (self, choosing);
  matchum_application_unref (choosing->application);
  matchum_posting_unref (choosing->posting);
  g_free (choosing->selected);
}

void
matchum_workspace_reread_choices (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  MatchumChoosing choosing;

  if (posting != self->current)
    {
      matchum_workspace_posting_reread (posting);
      return;
    }
  matchum_workspace_begin_choosing (self, &choosing);
  matchum_workspace_end_choosing (self, &choosing, matchum_workspace_posting_reread (posting));
}

static void
read_application (MatchumWorkspace *self, const char *id)
{
  MatchumWorkspacePosting *posting = matchum_workspace_find_posting_of (self, id);

  if (posting != NULL)
    matchum_workspace_reread_choices (self, posting);
}

static void
read_all_applications (MatchumWorkspace *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->postings)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->postings), i);

      matchum_workspace_reread_choices (self, posting);
    }
}

/* Where what was open is gone */

static guint
find_position (GListStore *store, gpointer object)
{
  guint position;

  return object != NULL && g_list_store_find (store, object, &position) ? position : G_MAXUINT;
}

/* The posting nearest to where one was that is neither archived nor gone. */
static MatchumWorkspacePosting *
find_neighbour (MatchumWorkspace *self, guint position)
{
  GListModel *postings = G_LIST_MODEL (self->postings);
  guint n_postings = g_list_model_get_n_items (postings);

  for (guint distance = 0; distance <= n_postings; distance++)
    for (guint side = 0; side < 2; side++)
      {
        guint at = side == 0 ? position + distance : position - 1 - distance;
        g_autoptr (MatchumWorkspacePosting) posting = at < n_postings ? g_list_model_get_item (postings, at) : NULL;

        if (posting != NULL && !matchum_workspace_posting_is_archived (posting))
          return posting; /* the list holds it */
      }
  return NULL;
}

static MatchumWorkspaceBaseline *
find_any_baseline (MatchumWorkspace *self)
{
  MatchumWorkspaceBaseline *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->baselines)); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (G_LIST_MODEL (self->baselines), i);

      if (!matchum_workspace_baseline_is_archived (baseline))
        return baseline; /* the list holds it */
      if (found == NULL)
        found = baseline;
    }
  return found;
}

/* Postings held against a baseline that is gone are held against another. */
static void
release_gone_baselines (MatchumWorkspace *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->postings)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->postings), i);
      MatchumWorkspaceBaseline *baseline = matchum_workspace_posting_get_baseline (posting);

      if (posting != self->current && baseline != NULL && find_position (self->baselines, baseline) == G_MAXUINT)
        matchum_workspace_posting_set_baseline (posting, NULL);
    }
}

/* Opens what was asked for, and something else where what was open is gone. */
static void
settle (MatchumWorkspace *self, guint position)
{
  MatchumWorkspacePosting *posting = self->current;
  MatchumWorkspaceBaseline *baseline = self->baseline;
  MatchumWorkspacePosting *wanted_posting = matchum_workspace_find_posting (self, self->wanted_posting);
  MatchumWorkspaceBaseline *wanted_baseline = matchum_workspace_find_baseline (self, self->wanted_baseline);

  if (posting != NULL && find_position (self->postings, posting) == G_MAXUINT)
    posting = find_neighbour (self, position);
  if (baseline != NULL && find_position (self->baselines, baseline) == G_MAXUINT)
    baseline = find_any_baseline (self);
  if (wanted_baseline != NULL)
    {
      g_clear_pointer (&self->wanted_baseline, g_free);
      if (baseline != NULL)
        posting = NULL;
      baseline = wanted_baseline;
    }
  if (baseline == NULL)
    baseline = find_any_baseline (self);
  if (wanted_posting != NULL)
    {
      g_clear_pointer (&self->wanted_posting, g_free);
      posting = wanted_posting;
    }
  if (posting != NULL && posting != self->current)
    baseline = matchum_workspace_choose_baseline (self, posting);
  matchum_workspace_open (self, baseline, posting);
}

/* News */

static void
show_changes (MatchumWorkspace *self, MatchumChanges *changes)
{
  g_auto (GStrv) baselines = matchum_changes_dup_baselines (changes);
  g_auto (GStrv) postings = matchum_changes_dup_postings (changes);
  g_auto (GStrv) applications = matchum_changes_dup_applications (changes);
  guint position = find_position (self->postings, self->current);
  gboolean is_everything = matchum_changes_is_everything (changes);
  gboolean has_other_baselines = is_everything, has_other_postings = is_everything;

  if (matchum_changes_has_table (changes, "aliases"))
    matchum_workspace_read_names (self);
  if (matchum_changes_has_table (changes, "block_tags") || matchum_changes_has_table (changes, "block_priorities"))
    matchum_workspace_read_tags (self);
  for (guint i = 0; !is_everything && baselines[i] != NULL; i++)
    has_other_baselines |= !read_baseline (self, baselines[i]);
  if (has_other_baselines)
    read_baselines (self, is_everything);
  if (is_everything || baselines[0] != NULL || matchum_changes_has_table (changes, "entry_links"))
    matchum_workspace_read_links (self);
  for (guint i = 0; !is_everything && postings[i] != NULL; i++)
    has_other_postings |= !read_posting (self, postings[i]);
  if (has_other_postings)
    read_postings (self);
  if (has_other_postings || matchum_changes_has_table (changes, "sent_copies"))
    matchum_workspace_read_sent (self);
  matchum_workspace_read_applications (self, is_everything ? NULL : (const char *const *) applications);
  if (is_everything)
    read_all_applications (self);
  for (guint i = 0; !is_everything && applications[i] != NULL; i++)
    read_application (self, applications[i]);
  if (has_other_baselines)
    release_gone_baselines (self);
  if (is_everything || has_other_postings || baselines[0] != NULL || matchum_changes_has_table (changes, "applications")
      || matchum_changes_has_table (changes, "application_wordings"))
    matchum_workspace_read_old_wordings (self);
  settle (self, position);
}

static MatchumWorkspacePosting *
pick_posting (MatchumWorkspace *self, char **ids)
{
  MatchumWorkspacePosting *picked = NULL;

  for (guint i = 0; ids[i] != NULL && (picked == NULL || picked != self->current); i++)
    {
      MatchumWorkspacePosting *found = matchum_workspace_find_posting (self, ids[i]);

      if (found != NULL && (picked == NULL || found == self->current))
        picked = found;
    }
  return picked;
}

static MatchumWorkspaceBaseline *
pick_baseline (MatchumWorkspace *self, char **ids)
{
  MatchumWorkspaceBaseline *picked = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MatchumWorkspaceBaseline *found = matchum_workspace_find_baseline (self, ids[i]);

      if (found != NULL && (picked == NULL || found == self->baseline))
        picked = found;
    }
  return picked;
}

/* A posting with the baseline that its choices are over; what is open before others. */
static MatchumWorkspacePosting *
pick_choices (MatchumWorkspace *self, char **ids, GHashTable *holds, MatchumWorkspaceBaseline **baseline)
{
  MatchumWorkspacePosting *picked = NULL;
  int picked_rank = -1;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MatchumWorkspacePosting *posting = matchum_workspace_find_posting_of (self, ids[i]);
      MatchumWorkspaceBaseline *over = posting != NULL ? matchum_workspace_find_baseline_of (self, ids[i]) : NULL;
      int rank;

      if (over != NULL && g_hash_table_contains (holds, ids[i]))
        over = matchum_workspace_find_released (self, posting, ids);
      rank = posting != self->current ? 0 : over != self->baseline ? 1 : 2;
      if (over == NULL || rank <= picked_rank)
        continue;
      picked = posting;
      picked_rank = rank;
      *baseline = over;
    }
  return picked;
}

static gboolean
has_choices_over (MatchumWorkspacePosting *posting, MatchumWorkspaceBaseline *baseline)
{
  g_auto (GStrv) ids = matchum_workspace_posting_dup_baselines (posting);

  return g_strv_contains ((const char *const *) ids, matchum_workspace_baseline_get_id (baseline));
}

/* What an undo or a redo touched is opened, so that it is seen. */
static void
open_undone (MatchumWorkspace *self, MatchumChanges *changes, GHashTable *holds)
{
  g_auto (GStrv) baselines = matchum_changes_dup_baselines (changes);
  g_auto (GStrv) postings = matchum_changes_dup_postings (changes);
  g_auto (GStrv) applications = matchum_changes_dup_applications (changes);
  MatchumWorkspacePosting *posting;
  MatchumWorkspaceBaseline *baseline;

  if (matchum_changes_is_everything (changes))
    return;
  posting = pick_posting (self, postings);
  if (posting != NULL && !matchum_workspace_posting_is_archived (posting))
    {
      matchum_workspace_set_current (self, posting);
      return;
    }

  baseline = pick_baseline (self, baselines);
  if (baseline != NULL && baseline == self->baseline)
    return; /* it is seen already */
  /* A posting that was held against a baseline before is held against it again. */
  if (baseline != NULL)
    posting = self->current != NULL && has_choices_over (self->current, baseline) ? self->current : NULL;
  else
    posting = pick_choices (self, applications, holds, &baseline);
  if (baseline == NULL || matchum_workspace_baseline_is_archived (baseline)
      || (posting != NULL && matchum_workspace_posting_is_archived (posting)))
    return;
  matchum_workspace_open (self, baseline, posting);
}

/* Of the news that there are at once, those of an undo are not always the last. */
static gboolean
tells_of_content (MatchumChanges *changes)
{
  g_auto (GStrv) baselines = matchum_changes_dup_baselines (changes);
  g_auto (GStrv) postings = matchum_changes_dup_postings (changes);
  g_auto (GStrv) applications = matchum_changes_dup_applications (changes);

  return baselines[0] != NULL || postings[0] != NULL || applications[0] != NULL;
}

static MatchumChanges *
find_last_of_content (GPtrArray *news)
{
  for (guint i = news->len; i > 0; i--)
    if (tells_of_content (news->pdata[i - 1]))
      return news->pdata[i - 1];
  return news->pdata[news->len - 1];
}

/* While something is still to be written, what was asked for is shown already, and the library does not have it yet:
 * the news of the last of it tells all. */
static void
show_news (MatchumWorkspace *self)
{
  g_autoptr (GPtrArray) news = NULL;
  g_auto (GStrv) applications = NULL;
  g_autoptr (GHashTable) holds = NULL;

  if (!matchum_workspace_has_library (self) || self->news->len == 0 || matchum_library_is_pending (self->library))
    return;

  g_object_ref (self);
  news = g_steal_pointer (&self->news);
  self->news = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_changes_unref);
  applications = matchum_changes_dup_applications (find_last_of_content (news));
  holds = self->n_undoing > 0 ? matchum_workspace_find_holds (self, applications) : NULL;
  for (guint i = 0; i < news->len; i++)
    show_changes (self, news->pdata[i]);
  if (self->n_undoing > 0)
    open_undone (self, find_last_of_content (news), holds);
  g_object_unref (self);
}

static void
changed_cb (MatchumWorkspace *self, MatchumChanges *changes)
{
  g_assert (MATCHUM_IS_WORKSPACE (self));

  g_ptr_array_add (self->news, matchum_changes_ref (changes));
  show_news (self);
}

static void
pending_cb (MatchumWorkspace *self)
{
  g_assert (MATCHUM_IS_WORKSPACE (self));

  show_news (self);
}

static void
failed_cb (MatchumWorkspace *self, const GError *error)
{
  g_assert (MATCHUM_IS_WORKSPACE (self));

  if (!g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOTHING)
      && !g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_BACKUP))
    matchum_workspace_emit_failed (self, error);
}

/* State */

typedef struct {
  char *key;
  char *value;
} Setting;

static void
free_setting (gpointer data)
{
  Setting *setting = data;

  g_free (setting->key);
  g_free (setting->value);
  g_free (setting);
}

static gboolean
set_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Setting *setting = data;

  return matchum_setting_table_set (database, setting->key, setting->value, error);
}

/* Takes value. */
static void
add_setting (MatchumEdit *edit, const char *key, char *value)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->key = g_strdup (key);
  setting->value = value;
  matchum_edit_add (edit, set_cb, setting, free_setting);
}

/* A requirement is told by its line, and where that was split by its piece: the posting stays as it was pasted. */
static char *
dup_selected_line (MatchumWorkspace *self)
{
  MatchumPosting *posting = matchum_workspace_get_posting (self);
  const MatchumPostingLine *line = posting != NULL ? get_requirement_line (posting, self->selected_requirement) : NULL;

  if (line == NULL)
    return NULL;
  return line->part == 0 ? g_strdup_printf ("%u", line->first_line)
                         : g_strdup_printf ("%u.%u", line->first_line, line->part);
}

static void
select_line (MatchumWorkspace *self, const char *place)
{
  MatchumPosting *posting = matchum_workspace_get_posting (self);
  char *end;
  guint64 number = g_ascii_strtoull (place, &end, 10);
  guint64 part = *end == '.' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;
  int index = -1;

  for (guint i = 0; posting != NULL && index < 0 && i < matchum_posting_get_n_lines (posting); i++)
    if (matchum_posting_get_line (posting, i)->first_line == number)
      index = find_requirement (posting, matchum_posting_get_line (posting, i)->read_index, (guint) part);
  if (index >= 0)
    matchum_workspace_set_selected_requirement (self, index);
}

static gboolean
save_cb (gpointer user_data)
{
  MatchumWorkspace *self = user_data;

  self->save_id = 0;
  matchum_workspace_save_state (self);
  return G_SOURCE_REMOVE;
}

void
matchum_workspace_queue_save (MatchumWorkspace *self)
{
  if (self->library == NULL || self->save_id != 0)
    return;
  self->save_id = g_timeout_add (SAVE_PAUSE_MS, save_cb, self);
}

static void
saved_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing of the user's is lost with it. */
  if (!matchum_library_finish (MATCHUM_LIBRARY (library), result, &error))
    g_debug ("What is open could not be kept: %s", error->message);
}

void
matchum_workspace_save_state (MatchumWorkspace *self)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!matchum_workspace_has_library (self) || matchum_library_get_read_only_reason (self->library) != NULL)
    return;

  edit = matchum_edit_new (NULL);
  add_setting (edit, "open.baseline",
               self->baseline != NULL ? g_strdup (matchum_workspace_baseline_get_id (self->baseline)) : NULL);
  add_setting (edit, "open.posting",
               self->current != NULL ? g_strdup (matchum_workspace_posting_get_id (self->current)) : NULL);
  add_setting (edit, "open.block", dup_selected_id (self));
  add_setting (edit, "open.requirement", dup_selected_line (self));
  matchum_library_edit_async (self->library, edit, saved_cb, NULL);
}

/* An item that was added and never given words is there because the program was killed over it: nobody wrote it. */
static void
remove_draft (MatchumWorkspace *self)
{
  g_autoptr (MatchumBaselineChange) change =
      matchum_baseline_change_new_draft_removal (matchum_library_get_database (self->library));
  g_autoptr (MatchumEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (change == NULL || matchum_library_get_read_only_reason (self->library) != NULL)
    return;
  edit = matchum_edit_new (_ ("Delete Item"));
  matchum_edit_add (edit, matchum_baseline_change_carry_out, change, NULL);
  if (!matchum_library_edit (self->library, edit, &error))
    g_debug ("The draft of an item is gone already: %s", error->message);
}

void
matchum_workspace_restore_state (MatchumWorkspace *self)
{
  MatchumDatabase *database = matchum_library_get_database (self->library);
  g_autofree char *baseline_id = matchum_setting_table_get (database, "open.baseline", NULL);
  g_autofree char *posting_id = matchum_setting_table_get (database, "open.posting", NULL);
  g_autofree char *block = matchum_setting_table_get (database, "open.block", NULL);
  g_autofree char *line = matchum_setting_table_get (database, "open.requirement", NULL);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_find_baseline (self, baseline_id);
  MatchumWorkspacePosting *posting = matchum_workspace_find_posting (self, posting_id);
  MatchumWorkspaceBaseline *held = posting != NULL ? matchum_workspace_find_held (self, posting) : NULL;

  if (held != NULL)
    baseline = held;
  if (baseline == NULL)
    baseline = find_any_baseline (self);
  if (posting == NULL && baseline == NULL)
    posting = find_neighbour (self, 0);
  matchum_workspace_open (self, baseline, posting);
  if (block != NULL)
    follow_selected_block (self, block);
  else if (line != NULL)
    select_line (self, line);
  g_clear_handle_id (&self->save_id, g_source_remove);
}

/* Coming and going */

void
matchum_workspace_connect_library (MatchumWorkspace *self)
{
  remove_draft (self);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::is-pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  matchum_workspace_read_names (self);
  matchum_workspace_read_tags (self);
  read_baselines (self, FALSE);
  matchum_workspace_read_links (self);
  read_postings (self);
  matchum_workspace_read_sent (self);
  matchum_workspace_read_applications (self, NULL);
  matchum_workspace_read_old_wordings (self);
}

void
matchum_workspace_disconnect_library (MatchumWorkspace *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->library, self);
}

/* Undo */

static void
undone_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_undoing--;
  if (!matchum_library_finish (MATCHUM_LIBRARY (library), result, &error) && matchum_workspace_has_library (self))
    failed_cb (self, error);
}

/* What is undone is told by what the library had before it: that has to be seen first. */
static void
flush_holding (MatchumWorkspace *self)
{
  if (self->n_holding > 0)
    matchum_library_flush (self->library);
}

void
matchum_workspace_undo (MatchumWorkspace *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  flush_holding (self);
  self->n_undoing++;
  matchum_library_undo_async (self->library, undone_cb, g_object_ref (self));
}

void
matchum_workspace_redo (MatchumWorkspace *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  flush_holding (self);
  self->n_undoing++;
  matchum_library_redo_async (self->library, undone_cb, g_object_ref (self));
}
