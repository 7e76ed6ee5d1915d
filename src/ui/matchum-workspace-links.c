/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links of entries: read from the library, held against the resumes as they are now, and edited. */
#include "config.h"

#include "ui/matchum-workspace-links.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/matchum-entry-link-table.h"
#include "ui/matchum-workspace-private.h"

/* A link as it is kept, with what was found of it. */
typedef struct {
  MatchumWorkspaceLink link;
  MatchumLinkState state;
  guint n_changes;
  gboolean is_known;   /* whether state is */
  gboolean is_counted; /* whether n_changes is */
} Side;

MatchumWorkspaceLink *
matchum_workspace_link_copy (const MatchumWorkspaceLink *self)
{
  MatchumWorkspaceLink *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (MatchumWorkspaceLink, 1);
  copy->baseline = g_strdup (self->baseline);
  copy->entry = g_strdup (self->entry);
  copy->other_baseline = g_strdup (self->other_baseline);
  copy->other_entry = g_strdup (self->other_entry);
  copy->words = g_strdup (self->words);
  copy->other_words = g_strdup (self->other_words);
  return copy;
}

static void
clear_link (MatchumWorkspaceLink *self)
{
  g_free (self->baseline);
  g_free (self->entry);
  g_free (self->other_baseline);
  g_free (self->other_entry);
  g_free (self->words);
  g_free (self->other_words);
}

void
matchum_workspace_link_free (MatchumWorkspaceLink *self)
{
  clear_link (self);
  g_free (self);
}

static void
free_side (gpointer data)
{
  Side *side = data;

  clear_link (&side->link);
  g_free (side);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

static Side *
create_side (const MatchumEntryLinkRecord *record, gboolean is_turned)
{
  Side *side = g_new0 (Side, 1);

  side->link = (MatchumWorkspaceLink){
    g_strdup (is_turned ? record->other_baseline : record->baseline),
    g_strdup (is_turned ? record->other_entry : record->entry),
    g_strdup (is_turned ? record->baseline : record->other_baseline),
    g_strdup (is_turned ? record->entry : record->other_entry),
    g_strdup (is_turned ? record->other_words : record->words),
    g_strdup (is_turned ? record->words : record->other_words),
  };
  return side;
}

void
matchum_workspace_read_links (MatchumWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records =
      matchum_entry_link_table_list (matchum_library_get_database (self->library), NULL, &error);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->links);

  if (records == NULL)
    g_warning ("The links of entries could not be read: %s", error->message);
  self->links = g_ptr_array_new_with_free_func (free_side);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_ptr_array_add (self->links, create_side (records->pdata[i], FALSE));
      g_ptr_array_add (self->links, create_side (records->pdata[i], TRUE));
    }
  if (self->links->len > 0 || (before != NULL && before->len > 0))
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_LINKS_CHANGED), 0);
}

/* A link to a baseline that the workspace does not have says nothing yet. */
GPtrArray *
matchum_workspace_list_links (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, const char *entry)
{
  GPtrArray *links = g_ptr_array_new ();
  const char *id;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), links);
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline), links);

  id = matchum_workspace_baseline_get_id (baseline);
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      MatchumWorkspaceLink *link = &((Side *) self->links->pdata[i])->link;

      if (g_str_equal (link->baseline, id) && (entry == NULL || g_str_equal (link->entry, entry))
          && matchum_workspace_find_baseline (self, link->other_baseline) != NULL)
        g_ptr_array_add (links, link);
    }
  return links;
}

static MatchumResume *
find_resume (MatchumWorkspace *self, const char *baseline)
{
  MatchumWorkspaceBaseline *found = matchum_workspace_find_baseline (self, baseline);

  return found != NULL ? matchum_workspace_baseline_get_resume (found) : NULL;
}

static MatchumLinkState
find_state (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  return matchum_linked_entry_find_state (find_resume (self, link->baseline), link->entry, link->words,
                                          find_resume (self, link->other_baseline), link->other_entry,
                                          link->other_words);
}

/* NULL for a copy. */
static Side *
find_side (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      Side *side = self->links->pdata[i];

      if (&side->link == link)
        return side;
    }
  return NULL;
}

MatchumLinkState
matchum_workspace_get_link_state (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  Side *side;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), MATCHUM_LINK_AGREES);
  g_return_val_if_fail (link != NULL, MATCHUM_LINK_AGREES);

  side = find_side (self, link);
  if (side == NULL)
    return find_state (self, link);
  if (!side->is_known)
    side->state = find_state (self, link);
  side->is_known = TRUE;
  return side->state;
}

gboolean
matchum_workspace_is_link_marked (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  const MatchumLinkState state = matchum_workspace_get_link_state (self, link);

  return state == MATCHUM_LINK_OTHER_CHANGED || state == MATCHUM_LINK_BOTH_CHANGED || state == MATCHUM_LINK_BROKEN;
}

static guint
find_place (MatchumResume *resume, const MatchumWorkspaceLink *link)
{
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, link->entry) : NULL;

  return block != NULL ? block->index : G_MAXUINT;
}

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer resume)
{
  const guint one = find_place (resume, *(MatchumWorkspaceLink *const *) a);
  const guint other = find_place (resume, *(MatchumWorkspaceLink *const *) b);

  return (one > other) - (one < other);
}

GPtrArray *
matchum_workspace_list_marked (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_links (self, baseline, NULL);
  GPtrArray *marked = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (matchum_workspace_is_link_marked (self, links->pdata[i]))
      g_ptr_array_add (marked, links->pdata[i]);
  g_ptr_array_sort_with_data (marked, compare_places,
                              marked->len > 0 ? matchum_workspace_baseline_get_resume (baseline) : NULL);
  return marked;
}

MatchumResumeComparison *
matchum_workspace_compare_link (MatchumWorkspace *self, const MatchumWorkspaceLink *link, gboolean is_other)
{
  MatchumResume *resume;
  g_autofree char *now = NULL;
  const char *words;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  words = is_other ? link->other_words : link->words;
  resume = find_resume (self, is_other ? link->other_baseline : link->baseline);
  if (resume != NULL)
    now = matchum_linked_entry_dup_words (resume, is_other ? link->other_entry : link->entry);
  return words != NULL && now != NULL ? matchum_linked_entry_compare (words, now) : NULL;
}

static guint
count_changes (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  g_autoptr (MatchumResumeComparison) comparison = matchum_workspace_compare_link (self, link, TRUE);

  if (comparison == NULL)
    return 0;
  return matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_CHANGED)
         + matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_REMOVED)
         + matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_ADDED);
}

/* Rows ask after every choice. */
guint
matchum_workspace_count_link_changes (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  Side *side;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);
  g_return_val_if_fail (link != NULL, 0);

  side = find_side (self, link);
  if (side == NULL)
    return count_changes (self, link);
  if (!side->is_counted)
    side->n_changes = count_changes (self, link);
  side->is_counted = TRUE;
  return side->n_changes;
}

char *
matchum_workspace_dup_link_words (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  MatchumResume *resume;
  const MatchumBlock *block;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  resume = find_resume (self, link->other_baseline);
  block = resume != NULL ? matchum_resume_lookup (resume, link->other_entry) : NULL;
  if (block != NULL)
    return g_strdup (matchum_block_get_text (block));
  if (link->other_words == NULL)
    return g_strdup ("");
  /* The first line of what is gone, without the marks of a heading. */
  return g_strstrip (g_strndup (link->other_words + strspn (link->other_words, "# "),
                                strcspn (link->other_words + strspn (link->other_words, "# "), "\n")));
}

/* Suggesting ------------------------------------------------------------------------------------------------------ */

gboolean
matchum_workspace_can_link_entries (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  GListModel *baselines;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  if (matchum_library_get_read_only_reason (self->library) != NULL)
    return FALSE;
  baselines = G_LIST_MODEL (self->baselines);
  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) other = g_list_model_get_item (baselines, i);

      if (other != baseline && !matchum_workspace_baseline_is_archived (other))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
matchum_workspace_suggest_links (MatchumWorkspace *self,
                                 MatchumSameEntries *entries,
                                 MatchumWorkspaceBaseline *baseline,
                                 MatchumWorkspaceBaseline *other)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) other_taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) links = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  links = matchum_workspace_list_links (self, baseline, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const MatchumWorkspaceLink *link = links->pdata[i];

      if (!g_str_equal (link->other_baseline, matchum_workspace_baseline_get_id (other)))
        continue;
      g_hash_table_add (taken, link->entry);
      g_hash_table_add (other_taken, link->other_entry);
    }
  return matchum_same_entries_list (entries, taken, other_taken);
}

/* Editing --------------------------------------------------------------------------------------------------------- */

#define PUT_LINK ((MatchumEditFunc) matchum_entry_link_table_put)
#define REMOVE_LINK ((MatchumEditFunc) matchum_entry_link_table_remove)
#define FREE_LINK ((GDestroyNotify) matchum_entry_link_record_free)

static MatchumEntryLinkRecord *
create_record (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  MatchumEntryLinkRecord *record = matchum_entry_link_record_new ();
  MatchumResume *resume = find_resume (self, link->baseline), *other = find_resume (self, link->other_baseline);

  record->baseline = g_strdup (link->baseline);
  record->entry = g_strdup (link->entry);
  record->other_baseline = g_strdup (link->other_baseline);
  record->other_entry = g_strdup (link->other_entry);
  record->words = resume != NULL ? matchum_linked_entry_dup_words (resume, link->entry) : NULL;
  record->other_words = other != NULL ? matchum_linked_entry_dup_words (other, link->other_entry) : NULL;
  return record;
}

/* The words that agree are those that are on the disk by then: what is still being written comes before. */
static MatchumEdit *
create_edit (MatchumWorkspace *self, const char *label)
{
  matchum_library_flush (self->library);
  return matchum_edit_new (label);
}

void
matchum_workspace_link_entries (MatchumWorkspace *self, GPtrArray *pairs)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (pairs != NULL);

  if (pairs->len == 0)
    return;
  edit = create_edit (self, g_dngettext (GETTEXT_PACKAGE, "Link Entry", "Link Entries", pairs->len));
  for (guint i = 0; i < pairs->len; i++)
    matchum_edit_add (edit, PUT_LINK, create_record (self, pairs->pdata[i]), FREE_LINK);
  matchum_workspace_commit (self, edit);
}

/* The link may be one that the workspace lets go of while what is still being written is shown. */
void
matchum_workspace_unlink_entries (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  g_autoptr (MatchumWorkspaceLink) copy = NULL;
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (link != NULL);

  copy = matchum_workspace_link_copy (link);
  edit = create_edit (self, _ ("Unlink Entries"));
  matchum_edit_add (edit, REMOVE_LINK, create_record (self, copy), FREE_LINK);
  matchum_workspace_commit (self, edit);
}

void
matchum_workspace_agree_link (MatchumWorkspace *self, const MatchumWorkspaceLink *link)
{
  g_autoptr (MatchumWorkspaceLink) copy = NULL;
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (link != NULL);

  copy = matchum_workspace_link_copy (link);
  /* Translators: what is undone: that the user said that an entry is right beside one that changed in another resume.
   */
  edit = create_edit (self, _ ("Say That Entries Agree"));
  matchum_edit_add (edit, PUT_LINK, create_record (self, copy), FREE_LINK);
  matchum_workspace_commit (self, edit);
}

/* Taking over ----------------------------------------------------------------------------------------------------- */

/* The current choices with what was hidden and pinned of entries, over the resume that the posting was held against
 * before, that are linked to entries which are neither hidden nor pinned now; n: of how many. NULL where it is none of
 * the current posting. */
static MatchumApplication *
carry (MatchumWorkspace *self, guint *n)
{
  MatchumWorkspaceBaseline *former = matchum_workspace_find_baseline (self, self->former_baseline);
  g_autoptr (GPtrArray) links = NULL;
  MatchumApplication *carried;

  *n = 0;
  if (self->former == NULL || former == NULL || former == self->baseline || self->current == NULL
      || g_strcmp0 (self->former_posting, matchum_workspace_posting_get_id (self->current)) != 0)
    return NULL;
  links = matchum_workspace_list_links (self, former, NULL);
  carried = matchum_application_ref (matchum_workspace_get_application (self));
  for (guint i = 0; i < links->len; i++)
    {
      const MatchumWorkspaceLink *link = links->pdata[i];
      const gboolean is_hidden = matchum_application_is_hidden (self->former, link->entry);
      MatchumApplication *next;

      if (!g_str_equal (link->other_baseline, matchum_workspace_baseline_get_id (self->baseline))
          || (!is_hidden && !matchum_application_is_pinned (self->former, link->entry))
          || matchum_application_is_hidden (carried, link->other_entry)
          || matchum_application_is_pinned (carried, link->other_entry)
          || matchum_workspace_get_link_state (self, link) == MATCHUM_LINK_BROKEN)
        continue;
      next = is_hidden ? matchum_application_with_hidden (carried, link->other_entry, TRUE)
                       : matchum_application_with_pinned (carried, link->other_entry, TRUE);
      matchum_application_unref (carried);
      carried = next;
      (*n)++;
    }
  return carried;
}

static void
forget_former (MatchumWorkspace *self)
{
  g_clear_pointer (&self->former, matchum_application_unref);
  g_clear_pointer (&self->former_posting, g_free);
  g_clear_pointer (&self->former_baseline, g_free);
}

static void
note_former (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_posting_get_baseline (posting);

  forget_former (self);
  if (baseline == NULL || matchum_workspace_posting_get_application (posting) == NULL)
    return;
  self->former = matchum_application_ref (matchum_workspace_posting_get_application (posting));
  self->former_posting = g_strdup (matchum_workspace_posting_get_id (posting));
  self->former_baseline = g_strdup (matchum_workspace_baseline_get_id (baseline));
}

void
matchum_workspace_hold_with_links (MatchumWorkspace *self,
                                   MatchumWorkspacePosting *posting,
                                   MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (MatchumApplication) carried = NULL;
  guint n;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  note_former (self, posting);
  matchum_workspace_hold_against (self, posting, baseline);
  carried = carry (self, &n);
  if (n > 0 && matchum_library_get_read_only_reason (self->library) == NULL)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_CARRIABLE), 0, n);
  else
    forget_former (self);
}

gboolean
matchum_workspace_take_over_entries (MatchumWorkspace *self)
{
  g_autoptr (MatchumApplication) carried = NULL;
  guint n;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  carried = carry (self, &n);
  forget_former (self);
  return n > 0 && matchum_workspace_choose (self, carried, _ ("Take Over Choices of Linked Entries"));
}
