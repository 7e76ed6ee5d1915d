/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of blocks of a baseline, whatever posting is open: for which postings they are always shown, or
 * never, and how much they matter. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-application-choices.h"
#include "store/matchum-block-priority-table.h"
#include "store/matchum-block-tag-table.h"
#include "tailor/matchum-block-tags.h"
#include "text/matchum-folded-text.h"
#include "ui/matchum-workspace-private.h"

/* Reading */

static gboolean
is_same_tag (gconstpointer a, gconstpointer b)
{
  return matchum_block_tag_record_is_equal (a, b);
}

static gboolean
is_same_priority (gconstpointer a, gconstpointer b)
{
  return matchum_block_priority_record_is_equal (a, b);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b, GEqualFunc is_same)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!is_same (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Takes read, which is NULL where it could not be. TRUE where list is another now. */
static gboolean
take_list (GPtrArray **list, GPtrArray *read, GEqualFunc is_same, GError *const *error)
{
  if (read == NULL)
    {
      g_warning ("What was said of items could not be read: %s", (*error)->message);
      read = g_ptr_array_new ();
    }
  if (is_same_list (*list, read, is_same))
    {
      g_ptr_array_unref (read);
      return FALSE;
    }
  g_clear_pointer (list, g_ptr_array_unref);
  *list = read;
  return TRUE;
}

void
matchum_workspace_read_tags (MatchumWorkspace *self)
{
  MatchumDatabase *database = matchum_library_get_database (self->library);
  g_autoptr (GError) tag_error = NULL;
  g_autoptr (GError) priority_error = NULL;
  GPtrArray *tags = matchum_block_tag_table_list (database, NULL, &tag_error);
  GPtrArray *priorities = matchum_block_priority_table_list (database, NULL, &priority_error);
  gboolean is_other = take_list (&self->tags, tags, is_same_tag, &tag_error);

  is_other |= take_list (&self->priorities, priorities, is_same_priority, &priority_error);
  if (is_other)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_TAGS_CHANGED), 0);
}

/* Of the open baseline; NULL where none is. */
static const char *
get_baseline_id (MatchumWorkspace *self)
{
  return self->baseline != NULL ? matchum_workspace_baseline_get_id (self->baseline) : NULL;
}

GPtrArray *
matchum_workspace_list_tags (MatchumWorkspace *self, const char *block)
{
  const char *baseline;
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), found);
  g_return_val_if_fail (block != NULL, found);

  baseline = get_baseline_id (self);
  for (guint i = 0; baseline != NULL && i < self->tags->len; i++)
    {
      const MatchumBlockTagRecord *record = self->tags->pdata[i];

      if (g_str_equal (record->block, block) && g_str_equal (record->baseline, baseline))
        g_ptr_array_add (found, self->tags->pdata[i]);
    }
  return found;
}

guint
matchum_workspace_get_priority (MatchumWorkspace *self, const char *block)
{
  const char *baseline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);
  g_return_val_if_fail (block != NULL, 0);

  baseline = get_baseline_id (self);
  for (guint i = 0; baseline != NULL && i < self->priorities->len; i++)
    {
      const MatchumBlockPriorityRecord *record = self->priorities->pdata[i];

      if (g_str_equal (record->block, block) && g_str_equal (record->baseline, baseline))
        return (guint) CLAMP (record->priority, 0, MATCHUM_BLOCK_PRIORITY_MAX);
    }
  return 0;
}

typedef struct {
  const char *word;
  guint count;
  guint place;
} Use;

static gint
compare_uses_cb (gconstpointer a, gconstpointer b)
{
  const Use *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

GPtrArray *
matchum_workspace_list_tag_words (MatchumWorkspace *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), words);

  for (guint i = 0; i < self->tags->len; i++)
    {
      const MatchumBlockTagRecord *record = self->tags->pdata[i];
      g_autofree char *folded = matchum_fold (record->tag, -1);
      const Use use = { record->tag, 0, uses->len };

      if (!g_hash_table_contains (places, folded))
        {
          g_hash_table_insert (places, g_strdup (folded), GUINT_TO_POINTER (uses->len));
          g_array_append_val (uses, use);
        }
      g_array_index (uses, Use, GPOINTER_TO_UINT (g_hash_table_lookup (places, folded))).count++;
    }
  g_array_sort (uses, compare_uses_cb);
  for (guint i = 0; i < uses->len; i++)
    g_ptr_array_add (words, g_strdup (g_array_index (uses, Use, i).word));
  return words;
}

/* Edits */

static gboolean
remove_tag_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const MatchumBlockTagRecord *record = data;

  return matchum_block_tag_table_remove (database, record->baseline, record->block, record->tag, error);
}

static void
add_tag (MatchumEdit *edit,
         MatchumEditFunc func,
         const char *baseline,
         const char *block,
         const char *word,
         gboolean is_always)
{
  MatchumBlockTagRecord *record = matchum_block_tag_record_new ();

  record->baseline = g_strdup (baseline);
  record->block = g_strdup (block);
  record->tag = g_strdup (word);
  record->is_always = is_always;
  matchum_edit_add (edit, func, record, (GDestroyNotify) matchum_block_tag_record_free);
}

static gboolean
is_same_word (const char *a, const char *b)
{
  g_autofree char *first = matchum_fold (a, -1), *second = matchum_fold (b, -1);

  return g_str_equal (first, second);
}

/* While a posting is open, rows do not show tags, and what is chosen for it stays as it is. */
static void
tell_tag (MatchumWorkspace *self, const char *word, gboolean is_always)
{
  g_autofree char *text = NULL;

  if (is_always)
    /* Translators: %s is a word of the user's. */
    text = g_strdup_printf (_ ("New applications that “%s” fits will show and pin this item"), word);
  else
    /* Translators: %s is a word of the user's. */
    text = g_strdup_printf (_ ("New applications that “%s” fits will hide this item"), word);
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_TOLD), 0, text);
}

/* The same word in other letters takes the place of the one that was there. */
gboolean
matchum_workspace_set_tag (MatchumWorkspace *self, const char *block, const char *word, gboolean is_always)
{
  const char *baseline;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (block != NULL && word != NULL, FALSE);

  baseline = get_baseline_id (self);
  kept = matchum_block_tag_dup_word (word);
  if (baseline == NULL || kept == NULL)
    return FALSE;
  edit = matchum_edit_new (_ ("Tag Item"));
  tags = matchum_workspace_list_tags (self, block);
  for (guint i = 0; i < tags->len; i++)
    {
      const MatchumBlockTagRecord *record = tags->pdata[i];

      if (!is_same_word (record->tag, kept))
        continue;
      if (!!record->is_always == !!is_always)
        return FALSE;
      add_tag (edit, remove_tag_cb, baseline, block, record->tag, FALSE);
    }
  add_tag (edit, (MatchumEditFunc) matchum_block_tag_table_put, baseline, block, kept, is_always);
  matchum_workspace_commit (self, edit);
  if (self->current != NULL)
    tell_tag (self, kept, is_always);
  return TRUE;
}

void
matchum_workspace_remove_tag (MatchumWorkspace *self, const char *block, const char *word)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL && word != NULL);

  if (get_baseline_id (self) == NULL)
    return;
  edit = matchum_edit_new (_ ("Take Tag Away"));
  add_tag (edit, remove_tag_cb, get_baseline_id (self), block, word, FALSE);
  matchum_workspace_commit (self, edit);
}

void
matchum_workspace_set_priority (MatchumWorkspace *self, const char *block, guint priority)
{
  MatchumBlockPriorityRecord *record;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL && priority <= MATCHUM_BLOCK_PRIORITY_MAX);

  if (get_baseline_id (self) == NULL || matchum_workspace_get_priority (self, block) == priority)
    return;
  record = matchum_block_priority_record_new ();
  record->baseline = g_strdup (get_baseline_id (self));
  record->block = g_strdup (block);
  record->priority = priority;
  matchum_workspace_commit_once (self, _ ("Set Priority"), (MatchumEditFunc) matchum_block_priority_table_put, record,
                                 (GDestroyNotify) matchum_block_priority_record_free);
}

/* What tags choose */

/* Of a baseline, as the core takes them; the texts are those of the workspace. */
static GArray *
list_block_tags (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  GArray *tags = g_array_new (FALSE, FALSE, sizeof (MatchumBlockTag));

  for (guint i = 0; i < self->tags->len; i++)
    {
      const MatchumBlockTagRecord *record = self->tags->pdata[i];
      const MatchumBlockTag tag = { record->block, record->tag, record->is_always };

      if (g_str_equal (record->baseline, matchum_workspace_baseline_get_id (baseline)))
        g_array_append_val (tags, tag);
    }
  return tags;
}

/* NULL where no tag of the baseline fits. */
static MatchumApplication *
apply (MatchumWorkspace *self,
       MatchumWorkspaceBaseline *baseline,
       MatchumPosting *posting,
       const char *title,
       MatchumApplication *before)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (baseline);
  g_autoptr (GArray) tags = list_block_tags (self, baseline);
  g_autoptr (GPtrArray) choices = NULL;

  if (resume == NULL || tags->len == 0)
    return NULL;
  choices = matchum_block_tags_choose ((const MatchumBlockTag *) (gpointer) tags->data, tags->len, posting, title,
                                       matchum_application_get_team (before), self->lexicon, resume);
  return choices->len > 0 ? matchum_block_tags_apply (before, choices, resume) : NULL;
}

static guint
count_new (GPtrArray *ids, MatchumApplication *before, gboolean (*is_member) (MatchumApplication *, const char *))
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    n += !is_member (before, ids->pdata[i]);
  return n;
}

static void
count_changes (MatchumApplication *before, MatchumApplication *after, guint *n_hidden, guint *n_pinned)
{
  g_autoptr (GPtrArray) hidden = matchum_application_dup_hidden (after);
  g_autoptr (GPtrArray) pinned = matchum_application_dup_pinned (after);

  *n_hidden += count_new (hidden, before, matchum_application_is_hidden);
  *n_pinned += count_new (pinned, before, matchum_application_is_pinned);
}

static void
add_application (MatchumWorkspace *self,
                 MatchumEdit *edit,
                 const char *posting,
                 MatchumWorkspaceBaseline *baseline,
                 MatchumApplication *application)
{
  MatchumApplicationRecord *record = matchum_application_record_new ();

  record->id = g_uuid_string_random ();
  record->posting = g_strdup (posting);
  record->baseline = g_strdup (matchum_workspace_baseline_get_id (baseline));
  record->created_on = matchum_workspace_dup_today (self);
  matchum_application_record_set_application (record, application);
  matchum_edit_add (edit, (MatchumEditFunc) matchum_application_table_put, record,
                    (GDestroyNotify) matchum_application_record_free);
}

void
matchum_workspace_seed (MatchumWorkspace *self,
                        MatchumEdit *edit,
                        const MatchumPostingRecord *record,
                        MatchumPosting *posting,
                        MatchumSeeding *seeding)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_choose_baseline_for (self, record->text);
  g_autoptr (MatchumApplication) before = matchum_application_new ();
  g_autoptr (MatchumApplication) after =
      baseline != NULL ? apply (self, baseline, posting, record->title, before) : NULL;

  if (after == NULL)
    return;
  count_changes (before, after, &seeding->n_hidden, &seeding->n_pinned);
  add_application (self, edit, record->id, baseline, after);
}

void
matchum_workspace_tell_seeding (MatchumWorkspace *self, const MatchumSeeding *seeding)
{
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_ADDING), 0, seeding->n_hidden,
                 seeding->n_pinned);
}

gboolean
matchum_workspace_has_tags (MatchumWorkspace *self)
{
  const char *baseline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  baseline = get_baseline_id (self);
  for (guint i = 0; baseline != NULL && i < self->tags->len; i++)
    if (g_str_equal (((const MatchumBlockTagRecord *) self->tags->pdata[i])->baseline, baseline))
      return TRUE;
  return FALSE;
}

gboolean
matchum_workspace_apply_tags (MatchumWorkspace *self, guint *n_hidden, guint *n_pinned)
{
  MatchumApplication *before;
  g_autoptr (MatchumApplication) after = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (n_hidden != NULL && n_pinned != NULL, FALSE);

  *n_hidden = *n_pinned = 0;
  before = matchum_workspace_get_application (self);
  if (before == NULL || self->current == NULL || self->baseline == NULL)
    return FALSE;
  after = apply (self, self->baseline, matchum_workspace_get_posting (self),
                 matchum_workspace_posting_get_title (self->current), before);
  if (after == NULL)
    return FALSE;
  count_changes (before, after, n_hidden, n_pinned);
  return matchum_workspace_choose (self, after, _ ("Apply Tags"));
}
