/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does to postings, baselines and their texts, each as one edit with the words that name it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-posting-reader.h"
#include "store/matchum-application-claims.h"
#include "store/matchum-baseline-change.h"
#include "store/matchum-duplicate.h"
#include "store/matchum-posting-reading.h"
#include "text/matchum-language-tally.h"
#include "ui/matchum-workspace-private.h"

/* Edits */

static void
edited_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!matchum_library_finish (MATCHUM_LIBRARY (library), result, &error) && matchum_workspace_has_library (self))
    matchum_workspace_emit_failed (self, error);
}

void
matchum_workspace_commit (MatchumWorkspace *self, MatchumEdit *edit)
{
  matchum_library_edit_async (self->library, edit, edited_cb, g_object_ref (self));
}

/* One edit of one part; takes data. */
void
matchum_workspace_commit_once (MatchumWorkspace *self,
                               const char *label,
                               MatchumEditFunc func,
                               gpointer data,
                               GDestroyNotify destroy)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);

  matchum_edit_add (edit, func, data, destroy);
  matchum_workspace_commit (self, edit);
}

#define PUT_POSTING ((MatchumEditFunc) matchum_posting_table_put)
#define PUT_BASELINE ((MatchumEditFunc) matchum_baseline_table_put)
#define FREE_POSTING ((GDestroyNotify) matchum_posting_record_free)
#define FREE_BASELINE ((GDestroyNotify) matchum_baseline_record_free)

char *
matchum_workspace_dup_today (MatchumWorkspace *self)
{
  return g_strdup_printf ("%04d-%02d-%02d", self->as_of.year, self->as_of.month, self->as_of.day);
}

static char *
dup_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_copy_name (const char *name)
{
  /* Translators: the name of a copy; %s is what it is a copy of. */
  return g_strdup_printf (_ ("%s (copy)"), name);
}

/* Postings */

static MatchumPostingRecord *
create_posting_record (MatchumWorkspace *self, MatchumPosting *posting, const char *company, const char *title)
{
  MatchumSource *source = matchum_posting_get_source (posting);
  MatchumPostingRecord *record = matchum_posting_record_new ();

  record->id = g_uuid_string_random ();
  record->company = dup_or_null (company);
  record->title = dup_or_null (title);
  record->source_name = dup_or_null (matchum_source_get_name (source));
  record->text = g_strdup (matchum_source_get_text (source));
  record->created_on = matchum_workspace_dup_today (self);
  return record;
}

static void
want_posting (MatchumWorkspace *self, const char *id)
{
  g_free (self->wanted_posting);
  self->wanted_posting = g_strdup (id);
}

void
matchum_workspace_add_posting (MatchumWorkspace *self, MatchumPosting *posting, const char *company, const char *title)
{
  MatchumPostingRecord *record;
  MatchumSeeding seeding = { 0, 0 };
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (posting != NULL);

  record = create_posting_record (self, posting, company, title);
  want_posting (self, record->id);
  edit = matchum_edit_new (_ ("Add Posting"));
  matchum_edit_add (edit, PUT_POSTING, record, FREE_POSTING);
  matchum_workspace_seed (self, edit, record, posting, &seeding);
  matchum_workspace_commit (self, edit);
  matchum_workspace_tell_seeding (self, &seeding);
}

/* Only names that are not read from the text alone are kept beside it. */
static const char *
get_other_name (const char *name, const char *read)
{
  return g_strcmp0 (name, read) != 0 ? name : NULL;
}

void
matchum_workspace_add_postings (MatchumWorkspace *self, GPtrArray *parts)
{
  g_autoptr (MatchumEdit) edit = NULL;
  g_autofree char *label = NULL;
  MatchumSeeding seeding = { 0, 0 };

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (parts != NULL && parts->len > 0);

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Posting", "Add %u Postings", parts->len), parts->len);
  edit = matchum_edit_new (label);
  for (guint i = 0; i < parts->len; i++)
    {
      const MatchumPostingPart *part = parts->pdata[i];
      MatchumPostingRecord *record =
          create_posting_record (self, part->posting,
                                 get_other_name (part->company, matchum_posting_get_company (part->posting)),
                                 get_other_name (part->title, matchum_posting_get_title (part->posting)));

      if (i == 0)
        want_posting (self, record->id);
      matchum_edit_add (edit, PUT_POSTING, record, FREE_POSTING);
      matchum_workspace_seed (self, edit, record, part->posting, &seeding);
    }
  matchum_workspace_commit (self, edit);
  matchum_workspace_tell_seeding (self, &seeding);
}

/* What an edit changes of a posting or a baseline: its names, or whether it is archived. The rest stays as the library
 * has it, which may be ahead of what is shown. */
typedef struct {
  char *id;
  gboolean is_renaming;
  char *name; /* of a baseline, or the company of a posting */
  char *title;
  gboolean is_archived; /* where it is no renaming */
} Naming;

static void
free_naming (gpointer data)
{
  Naming *naming = data;

  g_free (naming->id);
  g_free (naming->name);
  g_free (naming->title);
  g_free (naming);
}

/* What is gone by now needs no name. */
static gboolean
name_posting_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Naming *naming = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (MatchumPostingRecord) record = matchum_posting_table_find (database, naming->id, &local);

  if (record == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  if (naming->is_renaming)
    {
      g_free (record->company);
      record->company = g_strdup (naming->name);
      g_free (record->title);
      record->title = g_strdup (naming->title);
    }
  else
    record->is_archived = naming->is_archived;
  record->place = 0;
  return matchum_posting_table_put (database, record, error);
}

void
matchum_workspace_rename_posting (MatchumWorkspace *self,
                                  MatchumWorkspacePosting *posting,
                                  const char *company,
                                  const char *title)
{
  Naming *naming;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));

  naming = g_new0 (Naming, 1);
  naming->id = g_strdup (matchum_workspace_posting_get_id (posting));
  naming->is_renaming = TRUE;
  naming->name = dup_or_null (company);
  naming->title = dup_or_null (title);
  matchum_workspace_commit_once (self, _ ("Rename Posting"), name_posting_cb, naming, free_naming);
}

typedef struct {
  char *from;
  char *id;
  char *name;
} Copying;

static void
free_copying (gpointer data)
{
  Copying *copying = data;

  g_free (copying->from);
  g_free (copying->id);
  g_free (copying->name);
  g_free (copying);
}

/* A copy of what has an id, with an id of its own. */
static Copying *
create_copying (const char *from, const char *name)
{
  Copying *copying = g_new (Copying, 1);

  *copying = (Copying){ g_strdup (from), g_uuid_string_random (), name != NULL ? dup_copy_name (name) : NULL };
  return copying;
}

static gboolean
duplicate_posting_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Copying *copying = data;

  return matchum_duplicate_posting (database, copying->from, copying->id, copying->name, error);
}

void
matchum_workspace_duplicate_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  Copying *copying;
  const char *title;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));

  title = matchum_workspace_posting_get_title (posting);
  copying = create_copying (matchum_workspace_posting_get_id (posting),
                            title != NULL ? title : matchum_workspace_posting_get_company (posting));
  want_posting (self, copying->id);
  matchum_workspace_commit_once (self, _ ("Duplicate Posting"), duplicate_posting_cb, copying, free_copying);
}

void
matchum_workspace_archive_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting, gboolean is_archived)
{
  Naming *naming;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));

  naming = g_new0 (Naming, 1);
  naming->id = g_strdup (matchum_workspace_posting_get_id (posting));
  naming->is_archived = is_archived;
  matchum_workspace_commit_once (self, is_archived ? _ ("Archive Posting") : _ ("Bring Posting Back"), name_posting_cb,
                                 naming, free_naming);
}

void
matchum_workspace_remove_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));

  matchum_workspace_commit_once (self, _ ("Delete Posting"), (MatchumEditFunc) matchum_posting_table_remove,
                                 g_strdup (matchum_workspace_posting_get_id (posting)), g_free);
}

typedef struct {
  char *id;
  char *text;
} Writing;

static void
free_writing (gpointer data)
{
  Writing *writing = data;

  g_free (writing->id);
  g_free (writing->text);
  g_free (writing);
}

static gboolean
can_be_read (const MatchumPostingRecord *record, const char *text, GError **error)
{
  const char *name = record->source_name != NULL ? record->source_name : _ ("the posting");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new (name, bytes, error);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, error) : NULL;

  return posting != NULL;
}

/* What is gone by now is not written to. */
static gboolean
write_posting_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Writing *writing = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (MatchumPostingRecord) record = matchum_posting_table_find (database, writing->id, &local);

  if (record == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  if (g_str_equal (record->text, writing->text))
    return TRUE;
  if (!can_be_read (record, writing->text, error)
      || !matchum_posting_reading_follow (database, record->id, record->text, writing->text, error)
      || !matchum_application_claims_follow (database, record->id, record->text, writing->text, error))
    return FALSE;
  g_free (record->text);
  record->text = g_strdup (writing->text);
  record->place = 0;
  return matchum_posting_table_put (database, record, error);
}

void
matchum_workspace_set_posting_text (MatchumWorkspace *self,
                                    MatchumWorkspacePosting *posting,
                                    const char *text,
                                    const char *merge_key)
{
  g_autoptr (MatchumEdit) edit = NULL;
  Writing *writing;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (text != NULL);

  writing = g_new (Writing, 1);
  *writing = (Writing){ g_strdup (matchum_workspace_posting_get_id (posting)), g_strdup (text) };
  edit = matchum_edit_new (_ ("Edit Posting"));
  matchum_edit_add (edit, write_posting_cb, writing, free_writing);
  matchum_edit_set_merge_key (edit, merge_key);
  matchum_workspace_commit (self, edit);
}

typedef struct {
  char *id;
  char *before;
} Move;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_free (move->id);
  g_free (move->before);
  g_free (move);
}

static gboolean
move_posting_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Move *move = data;

  return matchum_posting_table_move (database, move->id, move->before, error);
}

void
matchum_workspace_move_posting (MatchumWorkspace *self,
                                MatchumWorkspacePosting *posting,
                                MatchumWorkspacePosting *before)
{
  Move *move;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (before == NULL || MATCHUM_IS_WORKSPACE_POSTING (before));

  if (posting == before)
    return;
  move = g_new0 (Move, 1);
  move->id = g_strdup (matchum_workspace_posting_get_id (posting));
  move->before = before != NULL ? g_strdup (matchum_workspace_posting_get_id (before)) : NULL;
  matchum_workspace_commit_once (self, _ ("Move Posting"), move_posting_cb, move, free_move);
}

/* Baselines */

/* Adds the baseline of record, and its text as the first reading of it; takes record. */
static void
add_baseline (MatchumWorkspace *self, const char *label, MatchumBaselineRecord *record)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);

  g_free (self->wanted_baseline);
  self->wanted_baseline = g_strdup (record->id);
  matchum_edit_add (edit, PUT_BASELINE, record, FREE_BASELINE);
  matchum_edit_add (edit, matchum_baseline_change_carry_out,
                    matchum_baseline_change_new_text (record->id, record->markdown),
                    (GDestroyNotify) matchum_baseline_change_unref);
  matchum_workspace_commit (self, edit);
}

static char *
dup_language (const char *markdown)
{
  MatchumLanguageTally tally = { 0 };

  matchum_language_tally_add (&tally, markdown);
  return g_strdup (matchum_language_tally_guess (&tally));
}

static gboolean
has_baseline_named (MatchumWorkspace *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->baselines)); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (G_LIST_MODEL (self->baselines), i);

      if (g_strcmp0 (matchum_workspace_baseline_get_name (baseline), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_free_name (MatchumWorkspace *self, const char *language)
{
  const char *base = g_str_equal (language, "ko") ? _ ("Korean Resume") : _ ("English Resume");
  char *name = g_strdup (base);

  for (guint i = 2; has_baseline_named (self, name); i++)
    {
      g_free (name);
      /* Translators: names of resumes that would be the same: "Korean Resume 2". */
      name = g_strdup_printf (_ ("%s %u"), base, i);
    }
  return name;
}

void
matchum_workspace_add_baseline (MatchumWorkspace *self, const char *name, const char *markdown)
{
  MatchumBaselineRecord *record;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (markdown != NULL);

  record = matchum_baseline_record_new ();
  record->id = g_uuid_string_random ();
  record->language = dup_language (markdown);
  record->name = name != NULL && *name != '\0' ? g_strdup (name) : dup_free_name (self, record->language);
  record->markdown = g_strdup (markdown);
  record->next_number = 1;
  add_baseline (self, _ ("Add Resume"), record);
}

static gboolean
name_baseline_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Naming *naming = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (MatchumBaselineRecord) record = matchum_baseline_table_find (database, naming->id, &local);

  if (record == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  if (naming->is_renaming)
    {
      g_free (record->name);
      record->name = g_strdup (naming->name);
    }
  else
    record->is_archived = naming->is_archived;
  record->place = 0;
  return matchum_baseline_table_put (database, record, error);
}

/* name: NULL where only is_archived is to change. */
static void
name_baseline (MatchumWorkspace *self,
               MatchumWorkspaceBaseline *baseline,
               const char *label,
               const char *name,
               gboolean is_archived)
{
  Naming *naming = g_new0 (Naming, 1);

  naming->id = g_strdup (matchum_workspace_baseline_get_id (baseline));
  naming->is_renaming = name != NULL;
  naming->name = g_strdup (name);
  naming->is_archived = is_archived;
  matchum_workspace_commit_once (self, label, name_baseline_cb, naming, free_naming);
}

void
matchum_workspace_rename_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, const char *name)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (name != NULL);

  if (*name != '\0')
    name_baseline (self, baseline, _ ("Rename Resume"), name, FALSE);
}

static gboolean
duplicate_baseline_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Copying *copying = data;

  return matchum_duplicate_baseline (database, copying->from, copying->id, copying->name, error);
}

void
matchum_workspace_duplicate_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  Copying *copying;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  copying =
      create_copying (matchum_workspace_baseline_get_id (baseline), matchum_workspace_baseline_get_name (baseline));
  g_free (self->wanted_baseline);
  self->wanted_baseline = g_strdup (copying->id);
  matchum_workspace_commit_once (self, _ ("Duplicate Resume"), duplicate_baseline_cb, copying, free_copying);
}

void
matchum_workspace_archive_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, gboolean is_archived)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  name_baseline (self, baseline, is_archived ? _ ("Archive Resume") : _ ("Bring Resume Back"), NULL, is_archived);
}

void
matchum_workspace_remove_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  matchum_workspace_commit_once (self, _ ("Delete Resume"), (MatchumEditFunc) matchum_baseline_table_remove,
                                 g_strdup (matchum_workspace_baseline_get_id (baseline)), g_free);
}

/* Texts */

typedef struct {
  MatchumWorkspace *workspace;
  MatchumBaselineChange *change;
  gboolean is_insertion;
} Rewriting;

static void
tell_inserted (MatchumWorkspace *self, MatchumIdentityReport *report)
{
  g_autoptr (GPtrArray) inserted = NULL;

  if (report == NULL)
    return;
  /* Words that were in the resume before may come back under the id that they had. */
  inserted = matchum_identity_report_list (report, MATCHUM_IDENTITY_NEW | MATCHUM_IDENTITY_RETURNED);
  if (inserted->len > 0)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_INSERTED), 0,
                   ((const MatchumIdentityChange *) inserted->pdata[0])->id);
}

static void
rewritten_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autofree Rewriting *rewriting = user_data;
  g_autoptr (MatchumWorkspace) self = rewriting->workspace;
  g_autoptr (MatchumBaselineChange) change = rewriting->change;
  g_autoptr (GError) error = NULL;

  if (!matchum_workspace_has_library (self))
    return;
  if (!matchum_library_finish (MATCHUM_LIBRARY (library), result, &error))
    matchum_workspace_emit_failed (self, error);
  else
    {
      matchum_workspace_tell_review (self, change);
      if (rewriting->is_insertion)
        tell_inserted (self, matchum_baseline_change_get_report (change));
    }
}

/* Takes change. */
static void
rewrite (MatchumWorkspace *self,
         const char *label,
         MatchumBaselineChange *change,
         const char *merge_key,
         gboolean is_insertion)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (label);
  Rewriting *rewriting = g_new0 (Rewriting, 1);

  rewriting->workspace = g_object_ref (self);
  rewriting->is_insertion = is_insertion;
  rewriting->change = matchum_baseline_change_ref (change);
  matchum_edit_set_merge_key (edit, merge_key);
  matchum_edit_add (edit, matchum_baseline_change_carry_out, change, (GDestroyNotify) matchum_baseline_change_unref);
  matchum_library_edit_async (self->library, edit, rewritten_cb, rewriting);
}

void
matchum_workspace_set_text (MatchumWorkspace *self,
                            MatchumWorkspaceBaseline *baseline,
                            const char *markdown,
                            const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (markdown != NULL);

  rewrite (self, _ ("Edit Resume"),
           matchum_baseline_change_new_text (matchum_workspace_baseline_get_id (baseline), markdown), merge_key, FALSE);
}

void
matchum_workspace_set_words (MatchumWorkspace *self, const char *block, const char *markdown, const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL && markdown != NULL);

  if (self->baseline != NULL)
    matchum_workspace_set_words_in (self, self->baseline, block, markdown, merge_key);
}

void
matchum_workspace_set_words_in (MatchumWorkspace *self,
                                MatchumWorkspaceBaseline *baseline,
                                const char *block,
                                const char *markdown,
                                const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (block != NULL && markdown != NULL);

  rewrite (self, _ ("Edit Item"),
           matchum_baseline_change_new_words (matchum_workspace_baseline_get_id (baseline), block, markdown), merge_key,
           FALSE);
}

void
matchum_workspace_insert_block (MatchumWorkspace *self, const char *after, MatchumBlockKind kind, const char *markdown)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (after != NULL && markdown != NULL);

  if (self->baseline != NULL)
    matchum_workspace_insert_block_in (self, self->baseline, after, kind, markdown, NULL);
}

void
matchum_workspace_insert_block_in (MatchumWorkspace *self,
                                   MatchumWorkspaceBaseline *baseline,
                                   const char *after,
                                   MatchumBlockKind kind,
                                   const char *markdown,
                                   const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (after != NULL && markdown != NULL);

  rewrite (self, _ ("Add Item"),
           matchum_baseline_change_new_block (matchum_workspace_baseline_get_id (baseline), after, kind, markdown),
           merge_key, TRUE);
}

void
matchum_workspace_move_in (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, const char *block, gint delta)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (block != NULL);

  rewrite (self, _ ("Move Item"),
           matchum_baseline_change_new_move (matchum_workspace_baseline_get_id (baseline), block, delta), NULL, FALSE);
}

void
matchum_workspace_remove_block (MatchumWorkspace *self, const char *block)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (block != NULL);

  if (self->baseline != NULL)
    matchum_workspace_remove_block_in (self, self->baseline, block, NULL);
}

void
matchum_workspace_remove_block_in (MatchumWorkspace *self,
                                   MatchumWorkspaceBaseline *baseline,
                                   const char *block,
                                   const char *merge_key)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (block != NULL);

  rewrite (self, _ ("Delete Item"),
           matchum_baseline_change_new_removal (matchum_workspace_baseline_get_id (baseline), block), merge_key, FALSE);
}
