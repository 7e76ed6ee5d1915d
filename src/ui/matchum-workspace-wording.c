/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that a posting has of its own for blocks of its baseline: writing them, and what became of the words that they
 * stand for. Like edits of texts, they are shown when they are on the disk. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "resume/matchum-block-edit.h"
#include "ui/matchum-workspace-private.h"

typedef struct {
  MatchumApplicationRecord *record; /* written where there are no choices yet */
  char *block;
  char *markdown; /* NULL: the baseline's */
  char *replaced;
} Rewording;

static void
free_rewording (gpointer data)
{
  Rewording *rewording = data;

  matchum_application_record_free (rewording->record);
  g_free (rewording->block);
  g_free (rewording->markdown);
  g_free (rewording->replaced);
  g_free (rewording);
}

static gboolean
reword_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Rewording *rewording = data;
  g_autofree char *id = matchum_workspace_ensure_application (database, rewording->record, error);

  return id != NULL
         && matchum_application_table_set_wording (database, id, rewording->block, rewording->markdown,
                                                   rewording->replaced, error);
}

static MatchumApplicationRecord *
create_record (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  const MatchumApplicationRecord *choices = matchum_workspace_posting_get_choices (posting);
  MatchumApplicationRecord *record = matchum_application_record_new ();

  record->id = choices != NULL ? g_strdup (choices->id) : g_uuid_string_random ();
  record->posting = g_strdup (matchum_workspace_posting_get_id (posting));
  record->baseline = g_strdup (matchum_workspace_baseline_get_id (matchum_workspace_posting_get_baseline (posting)));
  record->created_on = matchum_workspace_dup_today (self);
  record->hidden = g_ptr_array_new_with_free_func (g_free);
  record->pinned = g_ptr_array_new_with_free_func (g_free);
  return record;
}

static void
reword (MatchumWorkspace *self,
        MatchumWorkspacePosting *posting,
        const char *block,
        const char *markdown,
        const char *replaced,
        const char *label,
        const char *merge_key)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);
  Rewording *rewording = g_new0 (Rewording, 1);

  rewording->record = create_record (self, posting);
  rewording->block = g_strdup (block);
  rewording->markdown = g_strdup (markdown);
  rewording->replaced = g_strdup (replaced);
  matchum_edit_set_merge_key (edit, merge_key);
  matchum_edit_add (edit, reword_cb, rewording, free_rewording);
  matchum_workspace_commit (self, edit);
}

static char *
dup_words (MatchumWorkspaceBaseline *baseline, const char *block)
{
  MatchumResume *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  const MatchumBlock *found = resume != NULL ? matchum_resume_lookup (resume, block) : NULL;

  return found != NULL ? matchum_block_edit_dup_markdown (resume, found->index) : NULL;
}

const MatchumBlock *
matchum_workspace_find_in_baseline (MatchumWorkspace *self, const char *block)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  resume = self->baseline != NULL && block != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
  return resume != NULL ? matchum_resume_lookup (resume, block) : NULL;
}

char *
matchum_workspace_dup_baseline_words (MatchumWorkspace *self, const char *block)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  return dup_words (self->baseline, block);
}

void
matchum_workspace_set_wording_in (MatchumWorkspace *self,
                                  MatchumWorkspacePosting *posting,
                                  const char *block,
                                  const char *markdown,
                                  const char *replaced,
                                  const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (block != NULL);

  if (matchum_workspace_posting_get_baseline (posting) != NULL)
    reword (self, posting, block, markdown, replaced, _ ("Reword Item for Posting"), merge_key);
}

/* The words that the current posting has of its own, or NULL. */
static const char *
get_wording (MatchumWorkspace *self, const char *block)
{
  MatchumApplication *application = matchum_workspace_get_application (self);

  return application != NULL ? matchum_application_get_wording (application, block) : NULL;
}

/* Whether the words could not be put into the resume without making something else of it. */
static gboolean
is_refused (MatchumWorkspace *self, const char *block)
{
  const MatchumTailoredResumeReport *report = matchum_workspace_posting_get_report (self->current);

  return report != NULL && g_ptr_array_find_with_equal_func (report->refused, block, g_str_equal, NULL);
}

MatchumWordingStanding
matchum_workspace_get_wording (MatchumWorkspace *self, const char *block)
{
  const char *replaced;
  g_autofree char *words = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), MATCHUM_WORDING_NONE);
  g_return_val_if_fail (block != NULL, MATCHUM_WORDING_NONE);

  if (get_wording (self, block) == NULL)
    return MATCHUM_WORDING_NONE;
  words = dup_words (self->baseline, block);
  if (words == NULL)
    return MATCHUM_WORDING_LOST;
  replaced = matchum_application_get_replaced (matchum_workspace_get_application (self), block);
  if (replaced != NULL && !g_str_equal (replaced, words))
    return MATCHUM_WORDING_OLD;
  return is_refused (self, block) ? MATCHUM_WORDING_REFUSED : MATCHUM_WORDING_OWN;
}

/* In the order of the baseline, those that it has no longer last. */
static int
compare_places_cb (gconstpointer a, gconstpointer b, gpointer workspace)
{
  const MatchumBlock *first = matchum_workspace_find_in_baseline (workspace, *(const char *const *) a);
  const MatchumBlock *second = matchum_workspace_find_in_baseline (workspace, *(const char *const *) b);
  guint place = first != NULL ? first->index : G_MAXUINT, other = second != NULL ? second->index : G_MAXUINT;

  return place < other ? -1 : place > other;
}

GPtrArray *
matchum_workspace_list_old_wordings (MatchumWorkspace *self)
{
  MatchumApplication *application;
  g_autoptr (GPtrArray) worded = NULL;
  GPtrArray *old = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  application = matchum_workspace_get_application (self);
  if (application == NULL || self->baseline == NULL || matchum_workspace_baseline_get_resume (self->baseline) == NULL)
    return old;
  worded = matchum_application_dup_worded (application);
  for (guint i = 0; i < worded->len; i++)
    if (matchum_workspace_get_wording (self, worded->pdata[i]) >= MATCHUM_WORDING_OLD)
      g_ptr_array_add (old, g_strdup (worded->pdata[i]));
  g_ptr_array_sort_with_data (old, compare_places_cb, self);
  return old;
}

/* Whether an application is the one that its posting is held against now. */
static gboolean
is_held (MatchumWorkspace *self, const MatchumApplicationOutline *outline)
{
  MatchumWorkspacePosting *posting = matchum_workspace_find_posting (self, outline->posting);
  MatchumWorkspaceBaseline *held = posting != NULL ? matchum_workspace_find_held (self, posting) : NULL;

  return held != NULL && g_str_equal (matchum_workspace_baseline_get_id (held), outline->baseline);
}

static gboolean
is_old (MatchumWorkspace *self, const MatchumApplicationOutline *outline, const MatchumWordingRecord *wording)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_find_baseline (self, outline->baseline);
  g_autofree char *words = NULL;

  if (baseline == NULL || matchum_workspace_baseline_get_resume (baseline) == NULL)
    return FALSE;
  words = dup_words (baseline, wording->block);
  return words == NULL || (wording->replaced != NULL && !g_str_equal (wording->replaced, words));
}

void
matchum_workspace_read_old_wordings (MatchumWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wordings =
      matchum_application_table_list_wordings (matchum_library_get_database (self->library), &error);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  if (wordings == NULL)
    {
      g_warning ("The words of postings could not be read: %s", error->message);
      return;
    }
  for (guint i = 0; i < wordings->len; i++)
    {
      const MatchumWordingRecord *wording = wordings->pdata[i];
      MatchumApplicationOutline *outline = g_hash_table_lookup (self->applications, wording->application);
      guint n = outline != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, outline->posting)) : 0;

      if (outline != NULL && is_old (self, outline, wording) && is_held (self, outline))
        g_hash_table_insert (counts, outline->posting, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->postings)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->postings), i);

      matchum_workspace_posting_set_n_old_wordings (
          posting, GPOINTER_TO_UINT (g_hash_table_lookup (counts, matchum_workspace_posting_get_id (posting))));
    }
}

static void
choose_wording (MatchumWorkspace *self,
                const char *block,
                const char *markdown,
                const char *replaced,
                const char *label,
                const char *merge_key)
{
  g_autoptr (MatchumApplication) edited =
      matchum_application_with_wording (matchum_workspace_get_application (self), block, markdown, replaced);

  matchum_workspace_choose_merged (self, edited, label, merge_key);
}

void
matchum_workspace_keep_wording (MatchumWorkspace *self, const char *block, const char *merge_key)
{
  const char *wording;
  g_autofree char *words = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL);

  wording = get_wording (self, block);
  words = dup_words (self->baseline, block);
  if (wording != NULL && words != NULL)
    choose_wording (self, block, wording, words, _ ("Keep Own Wording"), merge_key);
}

void
matchum_workspace_drop_wording (MatchumWorkspace *self, const char *block)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL);

  if (get_wording (self, block) != NULL)
    choose_wording (self, block, NULL, NULL, _ ("Use the Resume’s Words"), NULL);
}
