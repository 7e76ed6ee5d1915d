/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the user's own, and the lexicon that everything is matched with: the one of the program with these. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-alias-table.h"
#include "ui/matchum-workspace-private.h"

/* Names */

static void
free_name (gpointer data)
{
  MatchumWorkspaceName *name = data;

  g_free (name->name);
  g_free (name->concept);
  g_free (name->problem);
  g_free (name);
}

/* Takes problem. */
static MatchumWorkspaceName *
create_name (const MatchumLexiconAlias *alias, GError *problem)
{
  MatchumWorkspaceName *name = g_new0 (MatchumWorkspaceName, 1);

  name->name = g_strdup (alias->name);
  name->concept = g_strdup (alias->concept);
  name->problem = problem != NULL ? g_strdup (problem->message) : NULL;
  g_clear_error (&problem);
  return name;
}

static GArray *
list_aliases (GPtrArray *records)
{
  GArray *aliases = g_array_sized_new (FALSE, FALSE, sizeof (MatchumLexiconAlias), records->len);

  for (guint i = 0; i < records->len; i++)
    {
      const MatchumAliasRecord *record = records->pdata[i];
      const MatchumLexiconAlias alias = { record->alias, record->concept };

      g_array_append_val (aliases, alias);
    }
  return aliases;
}

static gboolean
has_same_names (GPtrArray *names, GPtrArray *records)
{
  if (names == NULL || names->len != records->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const MatchumWorkspaceName *name = names->pdata[i];
      const MatchumAliasRecord *record = records->pdata[i];

      if (!g_str_equal (name->name, record->alias) || !g_str_equal (name->concept, record->concept))
        return FALSE;
    }
  return TRUE;
}

/* Makes the lexicon of what can be taken, and notes why the rest cannot. */
static void
set_names (MatchumWorkspace *self, GPtrArray *records)
{
  g_autoptr (GArray) aliases = list_aliases (records);
  g_autofree GError **problems = g_new0 (GError *, records->len);
  const MatchumLexiconAlias *first = (const MatchumLexiconAlias *) (gpointer) aliases->data;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_new_with_free_func (free_name);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  self->lexicon = records->len > 0
                      ? matchum_lexicon_new_with_usable_aliases (self->builtin, first, records->len, problems)
                      : matchum_lexicon_ref (self->builtin);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->names, create_name (&first[i], problems[i]));
}

void
matchum_workspace_read_names (MatchumWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = matchum_alias_table_list (matchum_library_get_database (self->library), &error);
  GListModel *postings = G_LIST_MODEL (self->postings);

  if (records == NULL)
    {
      g_warning ("The names of the user's own could not be read: %s", error->message);
      records = g_ptr_array_new ();
    }
  if (has_same_names (self->names, records))
    return;
  set_names (self, records);
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_NAMES_CHANGED), 0);
  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      matchum_workspace_posting_set_lexicon (posting, self->lexicon);
    }
}

MatchumLexicon *
matchum_workspace_get_lexicon (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->lexicon;
}

GPtrArray *
matchum_workspace_get_names (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->names;
}

guint
matchum_workspace_count_bad_names (MatchumWorkspace *self)
{
  guint n = 0;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);

  for (guint i = 0; i < self->names->len; i++)
    n += ((const MatchumWorkspaceName *) self->names->pdata[i])->problem != NULL;
  return n;
}

/* Checks */

static char *
fold_name (const char *text)
{
  return g_strstrip (matchum_fold (text, -1));
}

static gboolean
is_same (const MatchumLexiconAlias *alias, const MatchumWorkspaceName *other)
{
  g_autofree char *name = fold_name (alias->name), *concept = fold_name (alias->concept);
  g_autofree char *other_name = fold_name (other->name), *other_concept = fold_name (other->concept);

  return g_str_equal (name, other_name) && g_str_equal (concept, other_concept);
}

/* The others, and alias behind them. FALSE where it is one of them. */
static gboolean
collect_aliases (MatchumWorkspace *self,
                 const MatchumLexiconAlias *alias,
                 const MatchumWorkspaceName *instead,
                 GArray *aliases,
                 GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const MatchumWorkspaceName *name = self->names->pdata[i];
      const MatchumLexiconAlias other = { name->name, name->concept };

      if (name == instead)
        continue;
      if (is_same (alias, name))
        {
          g_autofree char *first = g_strstrip (g_strdup (alias->name)),
                          *second = g_strstrip (g_strdup (alias->concept));

          g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_DUPLICATE,
                       /* Translators: both are names. */
                       _ ("“%s” is counted as “%s” already: write another name."), first, second);
          return FALSE;
        }
      g_array_append_val (aliases, other);
    }
  g_array_append_vals (aliases, alias, 1);
  return TRUE;
}

gboolean
matchum_workspace_check_name (MatchumWorkspace *self,
                              const char *name,
                              const char *concept,
                              const MatchumWorkspaceName *instead,
                              GError **error)
{
  const MatchumLexiconAlias alias = { name, concept };
  g_autoptr (GArray) aliases = g_array_new (FALSE, FALSE, sizeof (MatchumLexiconAlias));
  g_autoptr (MatchumLexicon) lexicon = NULL;
  g_autofree GError **problems = NULL;
  GError *problem;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (name != NULL && concept != NULL, FALSE);

  if (!matchum_lexicon_alias_check (&alias, error) || !collect_aliases (self, &alias, instead, aliases, error))
    return FALSE;
  problems = g_new0 (GError *, aliases->len);
  lexicon =
      matchum_lexicon_new_with_usable_aliases (self->builtin, (const MatchumLexiconAlias *) (gpointer) aliases->data,
                                               aliases->len, problems);
  problem = g_steal_pointer (&problems[aliases->len - 1]);
  for (guint i = 0; i < aliases->len; i++)
    g_clear_error (&problems[i]);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

/* What is missing */

static gboolean
has_concept (const MatchumCriterion *leaf, const MatchumConcept *concept)
{
  for (guint i = 0; concept != NULL && i < leaf->concepts->len; i++)
    if (g_array_index (leaf->concepts, guint, i) == concept->index)
      return TRUE;
  return FALSE;
}

/* By the posting's own words where the lexicon knows these as a whole: others would stand for something else then. */
static const char *
get_countable_name (MatchumLexicon *lexicon, const MatchumCriterion *leaf)
{
  const MatchumConcept *concept;

  if (leaf->concepts->len == 0 || has_concept (leaf, matchum_lexicon_find_concept (lexicon, leaf->name)))
    return leaf->name;
  concept = matchum_lexicon_get_concept (lexicon, g_array_index (leaf->concepts, guint, 0));
  return concept->name_en != NULL ? concept->name_en : concept->name_ko;
}

static void
add_countable (GPtrArray *found, MatchumLexicon *lexicon, const MatchumCriterion *criterion, GPtrArray *missing)
{
  const char *name;

  for (guint i = 0; !matchum_criterion_is_leaf (criterion) && i < criterion->children->len; i++)
    add_countable (found, lexicon, criterion->children->pdata[i], missing);
  if (!matchum_criterion_is_leaf (criterion) || criterion->name == NULL
      || (criterion->kind != MATCHUM_CRITERION_CONCEPT && criterion->kind != MATCHUM_CRITERION_WORD
          && criterion->kind != MATCHUM_CRITERION_CERTIFICATE)
      || !g_ptr_array_find_with_equal_func (missing, criterion->name, g_str_equal, NULL))
    return;
  name = get_countable_name (lexicon, criterion);
  if (!g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
    g_ptr_array_add (found, g_strdup (name));
}

GPtrArray *
matchum_workspace_list_countable (MatchumWorkspace *self, guint requirement)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  MatchumCoverage *coverage;
  MatchumRequirement *asked;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), found);

  coverage = matchum_workspace_get_coverage (self);
  if (coverage == NULL || requirement >= matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)))
    return found;
  asked = matchum_match_get_requirement (matchum_coverage_get_match (coverage), requirement);
  for (guint i = 0; i < matchum_requirement_get_n_parts (asked); i++)
    {
      const MatchumRequirementPart *part = matchum_requirement_get_part (asked, i);

      if (part->criterion != NULL)
        add_countable (found, self->lexicon, part->criterion,
                       matchum_coverage_get_verdict (coverage, requirement)->missing);
    }
  return found;
}

/* Edits */

static MatchumAliasRecord *
create_record (const char *name, const char *concept)
{
  MatchumAliasRecord *record = matchum_alias_record_new ();

  record->alias = g_strstrip (g_strdup (name));
  record->concept = g_strstrip (g_strdup (concept));
  return record;
}

static void
add_putting (MatchumEdit *edit, const char *name, const char *concept)
{
  matchum_edit_add (edit, (MatchumEditFunc) matchum_alias_table_put, create_record (name, concept),
                    (GDestroyNotify) matchum_alias_record_free);
}

static gboolean
remove_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const MatchumAliasRecord *record = data;

  return matchum_alias_table_remove (database, record->alias, record->concept, error);
}

/* As the library has it: what was imported may have white space around it. */
static void
add_removal (MatchumEdit *edit, const char *name, const char *concept)
{
  MatchumAliasRecord *record = matchum_alias_record_new ();

  record->alias = g_strdup (name);
  record->concept = g_strdup (concept);
  matchum_edit_add (edit, remove_cb, record, (GDestroyNotify) matchum_alias_record_free);
}

gboolean
matchum_workspace_add_name (MatchumWorkspace *self, const char *name, const char *concept, GError **error)
{
  g_autoptr (MatchumEdit) edit = NULL;

  if (!matchum_workspace_check_name (self, name, concept, NULL, error))
    return FALSE;
  /* Translators: what is undone: a name of the user's own was given to something that Matchum counts. */
  edit = matchum_edit_new (_ ("Count a Name"));
  add_putting (edit, name, concept);
  matchum_workspace_commit (self, edit);
  return TRUE;
}

gboolean
matchum_workspace_change_name (MatchumWorkspace *self,
                               const MatchumWorkspaceName *before,
                               const char *name,
                               const char *concept,
                               GError **error)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_val_if_fail (before != NULL, FALSE);

  if (!matchum_workspace_check_name (self, name, concept, before, error))
    return FALSE;
  /* Translators: what is undone: a name of the user's own was changed. */
  edit = matchum_edit_new (_ ("Change a Name"));
  add_removal (edit, before->name, before->concept);
  add_putting (edit, name, concept);
  matchum_workspace_commit (self, edit);
  return TRUE;
}

void
matchum_workspace_remove_name (MatchumWorkspace *self, const char *name, const char *concept)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (name != NULL && concept != NULL);

  /* Translators: what is undone: a name of the user's own was taken away. */
  edit = matchum_edit_new (_ ("Forget a Name"));
  add_removal (edit, name, concept);
  matchum_workspace_commit (self, edit);
}
