/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open in one window: the object, what is open of the library, and what is selected. Edits are in -edits and
 * -choices, and how the workspace follows the library in -library. */
#include "config.h"

#include "ui/matchum-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "text/matchum-language-tally.h"

enum {
  PROP_0,
  PROP_BASELINE,
  PROP_CURRENT,
  PROP_SELECTED_REQUIREMENT,
  PROP_SELECTED_BLOCK,
  PROP_PAGES_USED,
  PROP_LINKING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[MATCHUM_WORKSPACE_N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWorkspace, matchum_workspace, G_TYPE_OBJECT)

static void
clear_selection (MatchumWorkspace *self)
{
  self->chosen_requirement = -1;
  matchum_workspace_set_linking (self, -1);
  matchum_workspace_set_selected_requirement (self, -1);
  matchum_workspace_set_selected_block (self, MATCHUM_BLOCK_NONE);
}

static void
current_changed_cb (MatchumWorkspace *self, MatchumWorkspacePosting *current)
{
  g_assert (MATCHUM_IS_WORKSPACE (self));

  g_signal_emit (self, signals[MATCHUM_WORKSPACE_CHANGED], 0);
}

static char *
format_letters (guint ordinal)
{
  GString *letters = g_string_new (NULL);

  for (ordinal += 1; ordinal > 0; ordinal = (ordinal - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (ordinal - 1) % 26));
  return g_string_free (letters, FALSE);
}

/* The first baseline that is not archived and, where language is not NULL, in that language. */
static MatchumWorkspaceBaseline *
find_first_baseline (MatchumWorkspace *self, const char *language)
{
  GListModel *baselines = G_LIST_MODEL (self->baselines);

  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (baselines, i);

      if (matchum_workspace_baseline_is_archived (baseline))
        continue;
      if (language == NULL || g_strcmp0 (matchum_workspace_baseline_get_record (baseline)->language, language) == 0)
        return baseline; /* the list holds it */
    }
  return NULL;
}

/* The last of the applications of a posting tells which baseline it is held against. */
MatchumWorkspaceBaseline *
matchum_workspace_find_held (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  g_auto (GStrv) ids = matchum_workspace_posting_dup_baselines (posting);
  MatchumWorkspaceBaseline *found = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MatchumWorkspaceBaseline *baseline = matchum_workspace_find_baseline (self, ids[i]);

      if (baseline != NULL)
        found = baseline;
    }
  return found;
}

/* With choices, the one that it was held against last. Without, one in the language of the posting, the open one before
 * others. */
MatchumWorkspaceBaseline *
matchum_workspace_choose_baseline (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  MatchumWorkspaceBaseline *found = matchum_workspace_find_held (self, posting);

  if (found != NULL)
    return found;
  if (matchum_workspace_posting_get_baseline (posting) != NULL)
    return matchum_workspace_posting_get_baseline (posting);
  return matchum_workspace_choose_baseline_for (self, matchum_workspace_posting_get_record (posting)->text);
}

MatchumWorkspaceBaseline *
matchum_workspace_choose_baseline_for (MatchumWorkspace *self, const char *text)
{
  MatchumLanguageTally tally = { 0 };
  MatchumWorkspaceBaseline *found;
  const char *language;

  matchum_language_tally_add (&tally, text);
  language = matchum_language_tally_guess (&tally);
  if (self->baseline != NULL
      && g_strcmp0 (matchum_workspace_baseline_get_record (self->baseline)->language, language) == 0)
    return self->baseline;
  found = find_first_baseline (self, language);
  if (found == NULL)
    found = self->baseline != NULL ? self->baseline : find_first_baseline (self, NULL);
  return found;
}

static void
set_open_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  if (baseline == self->baseline)
    return;
  if (self->baseline != NULL)
    matchum_workspace_baseline_set_current (self->baseline, FALSE);
  g_set_object (&self->baseline, baseline);
  if (baseline != NULL)
    matchum_workspace_baseline_set_current (baseline, TRUE);
  g_clear_pointer (&self->everything, matchum_visibility_unref);
}

void
matchum_workspace_open (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, MatchumWorkspacePosting *posting)
{
  g_autoptr (MatchumWorkspacePosting) before = self->current != NULL ? g_object_ref (self->current) : NULL;
  gboolean is_other_baseline = baseline != self->baseline;

  if (!is_other_baseline && posting == self->current)
    return;

  matchum_workspace_disconnect_current (self);
  if (posting != NULL)
    matchum_workspace_posting_set_baseline (posting, baseline);
  set_open_baseline (self, baseline);
  g_set_object (&self->current, posting);
  matchum_workspace_connect_current (self);

  clear_selection (self);
  matchum_workspace_set_pages_used (self, -1);
  g_signal_emit (self, signals[MATCHUM_WORKSPACE_OPENED], 0);
  if (is_other_baseline)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASELINE]);
  if (before != posting)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  if (before != NULL && before != posting && !matchum_library_is_pending (self->library))
    matchum_workspace_posting_trim (before);
  matchum_workspace_queue_save (self);
}

void
matchum_workspace_disconnect_current (MatchumWorkspace *self)
{
  if (self->current != NULL)
    g_signal_handlers_disconnect_by_func (self->current, current_changed_cb, self);
}

void
matchum_workspace_connect_current (MatchumWorkspace *self)
{
  if (self->current != NULL)
    g_signal_connect_object (self->current, "changed", G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);
}

guint
matchum_workspace_get_signal (MatchumWorkspaceSignal signal)
{
  return signals[signal];
}

void
matchum_workspace_emit_failed (MatchumWorkspace *self, const GError *error)
{
  g_signal_emit (self, signals[MATCHUM_WORKSPACE_FAILED], 0, error);
}

gboolean
matchum_workspace_has_library (MatchumWorkspace *self)
{
  return self->library != NULL && matchum_library_get_database (self->library) != NULL;
}

static void
matchum_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  switch (id)
    {
    case PROP_BASELINE:
      g_value_set_object (value, self->baseline);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_SELECTED_REQUIREMENT:
      g_value_set_int (value, self->selected_requirement);
      break;
    case PROP_SELECTED_BLOCK:
      g_value_set_uint (value, self->selected_block);
      break;
    case PROP_PAGES_USED:
      g_value_set_double (value, self->pages_used);
      break;
    case PROP_LINKING:
      g_value_set_int (value, self->linking);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  switch (id)
    {
    case PROP_BASELINE:
      matchum_workspace_set_baseline (self, g_value_get_object (value));
      break;
    case PROP_CURRENT:
      matchum_workspace_set_current (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_REQUIREMENT:
      matchum_workspace_set_selected_requirement (self, g_value_get_int (value));
      break;
    case PROP_SELECTED_BLOCK:
      matchum_workspace_set_selected_block (self, g_value_get_uint (value));
      break;
    case PROP_PAGES_USED:
      matchum_workspace_set_pages_used (self, g_value_get_double (value));
      break;
    case PROP_LINKING:
      matchum_workspace_set_linking (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_dispose (GObject *object)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  if (self->library != NULL)
    matchum_workspace_disconnect_library (self);
  g_clear_pointer (&self->proposal, matchum_fit_proposal_unref);
  g_clear_object (&self->current);
  g_clear_object (&self->baseline);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_workspace_parent_class)->dispose (object);
}

static void
matchum_workspace_finalize (GObject *object)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  g_clear_pointer (&self->postings_by_id, g_hash_table_unref);
  g_clear_pointer (&self->applications, g_hash_table_unref);
  g_clear_object (&self->postings);
  g_clear_object (&self->baselines);
  g_clear_pointer (&self->everything, matchum_visibility_unref);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  g_clear_pointer (&self->builtin, matchum_lexicon_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->former, matchum_application_unref);
  g_clear_pointer (&self->former_posting, g_free);
  g_clear_pointer (&self->former_baseline, g_free);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->sitting, g_free);
  g_clear_pointer (&self->wanted_posting, g_free);
  g_clear_pointer (&self->wanted_baseline, g_free);

  G_OBJECT_CLASS (matchum_workspace_parent_class)->finalize (object);
}

static guint
add_signal (MatchumWorkspaceClass *klass, const char *name, guint n_parameters, GType first, GType second)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_parameters, first, second);
}

static void
matchum_workspace_class_init (MatchumWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_workspace_get_property;
  object_class->set_property = matchum_workspace_set_property;
  object_class->dispose = matchum_workspace_dispose;
  object_class->finalize = matchum_workspace_finalize;

  properties[PROP_BASELINE] = g_param_spec_object ("baseline", NULL, NULL, MATCHUM_TYPE_WORKSPACE_BASELINE, flags);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, MATCHUM_TYPE_WORKSPACE_POSTING, flags);
  properties[PROP_SELECTED_REQUIREMENT] =
      g_param_spec_int ("selected-requirement", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_SELECTED_BLOCK] =
      g_param_spec_uint ("selected-block", NULL, NULL, 0, G_MAXUINT, MATCHUM_BLOCK_NONE, flags);
  properties[PROP_PAGES_USED] = g_param_spec_double ("pages-used", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -1, flags);
  properties[PROP_LINKING] = g_param_spec_int ("linking", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MATCHUM_WORKSPACE_OPENED] = add_signal (klass, "opened", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_REWRITTEN] = add_signal (klass, "rewritten", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_CHANGED] = add_signal (klass, "changed", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_REREAD] = add_signal (klass, "reread", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_EDITED] = add_signal (klass, "edited", 2, G_TYPE_UINT, MATCHUM_TYPE_COVERAGE);
  signals[MATCHUM_WORKSPACE_REVIEW] = add_signal (klass, "review", 1, G_TYPE_LIST_MODEL, 0);
  signals[MATCHUM_WORKSPACE_INSERTED] = add_signal (klass, "inserted", 1, G_TYPE_STRING, 0);
  signals[MATCHUM_WORKSPACE_NAMES_CHANGED] = add_signal (klass, "names-changed", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_PROPOSED] = add_signal (klass, "proposed", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_LINKS_CHANGED] = add_signal (klass, "links-changed", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_CARRIABLE] = add_signal (klass, "carriable", 1, G_TYPE_UINT, 0);
  signals[MATCHUM_WORKSPACE_TOLD] = add_signal (klass, "told", 1, G_TYPE_STRING, 0);
  signals[MATCHUM_WORKSPACE_TAGS_CHANGED] = add_signal (klass, "tags-changed", 0, 0, 0);
  signals[MATCHUM_WORKSPACE_ADDING] = add_signal (klass, "adding", 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[MATCHUM_WORKSPACE_FAILED] = add_signal (klass, "failed", 1, G_TYPE_ERROR, 0);
}

static void
matchum_workspace_init (MatchumWorkspace *self)
{
  self->baselines = g_list_store_new (MATCHUM_TYPE_WORKSPACE_BASELINE);
  self->postings = g_list_store_new (MATCHUM_TYPE_WORKSPACE_POSTING);
  self->postings_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->applications =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) matchum_application_outline_free);
  self->news = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_changes_unref);
  self->selected_requirement = self->chosen_requirement = self->linking = -1;
  self->selected_block = MATCHUM_BLOCK_NONE;
  self->pages_used = -1;
  self->sitting = g_uuid_string_random ();
}

MatchumWorkspace *
matchum_workspace_new (MatchumLibrary *library, MatchumLexicon *lexicon, MatchumDay as_of)
{
  MatchumWorkspace *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WORKSPACE, NULL);
  self->library = g_object_ref (library);
  self->builtin = matchum_lexicon_ref (lexicon);
  self->lexicon = matchum_lexicon_ref (lexicon);
  self->as_of = as_of;
  matchum_workspace_connect_library (self);
  matchum_workspace_restore_state (self);
  return self;
}

MatchumLibrary *
matchum_workspace_get_library (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->library;
}

MatchumDay
matchum_workspace_get_as_of (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), ((MatchumDay){ 0, 0, 0 }));

  return self->as_of;
}

GListModel *
matchum_workspace_get_baselines (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->baselines);
}

GListModel *
matchum_workspace_get_postings (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->postings);
}

MatchumWorkspaceBaseline *
matchum_workspace_find_baseline (MatchumWorkspace *self, const char *id)
{
  GListModel *baselines;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  baselines = G_LIST_MODEL (self->baselines);
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (baselines, i);

      if (g_str_equal (matchum_workspace_baseline_get_id (baseline), id))
        return baseline; /* the list holds it */
    }
  return NULL;
}

MatchumWorkspacePosting *
matchum_workspace_find_posting (MatchumWorkspace *self, const char *id)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->postings_by_id, id) : NULL;
}

MatchumWorkspaceBaseline *
matchum_workspace_get_baseline (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->baseline;
}

/* What was asked for comes first: choices are read from the library. FALSE where what is to be opened is gone by then;
 * either may be NULL. */
static gboolean
flush_before_opening (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, MatchumWorkspacePosting *posting)
{
  g_autoptr (MatchumWorkspaceBaseline) held_baseline = baseline != NULL ? g_object_ref (baseline) : NULL;
  g_autoptr (MatchumWorkspacePosting) held_posting = posting != NULL ? g_object_ref (posting) : NULL;

  matchum_library_flush (self->library);
  return (baseline == NULL || g_list_store_find (self->baselines, baseline, NULL))
         && (posting == NULL || g_list_store_find (self->postings, posting, NULL));
}

void
matchum_workspace_set_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (baseline == NULL || MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  if (baseline != self->baseline && flush_before_opening (self, baseline, NULL))
    matchum_workspace_open (self, baseline, self->current);
}

void
matchum_workspace_show_baseline (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  if (flush_before_opening (self, baseline, NULL))
    matchum_workspace_open (self, baseline, NULL);
}

MatchumWorkspacePosting *
matchum_workspace_get_current (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current;
}

void
matchum_workspace_set_current (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (posting == NULL || MATCHUM_IS_WORKSPACE_POSTING (posting));

  if (posting == self->current || !flush_before_opening (self, NULL, posting))
    return;
  matchum_workspace_open (self, posting != NULL ? matchum_workspace_choose_baseline (self, posting) : self->baseline,
                          posting);
}

void
matchum_workspace_show (MatchumWorkspace *self, MatchumWorkspaceBaseline *baseline, MatchumWorkspacePosting *posting)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline));
  g_return_if_fail (posting == NULL || MATCHUM_IS_WORKSPACE_POSTING (posting));

  if ((baseline != self->baseline || posting != self->current) && flush_before_opening (self, baseline, posting))
    matchum_workspace_open (self, baseline, posting);
}

gboolean
matchum_workspace_judge (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  gboolean needs_match;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting), FALSE);

  if (posting != self->current && matchum_workspace_posting_get_baseline (posting) == NULL)
    matchum_workspace_posting_set_baseline (posting, matchum_workspace_choose_baseline (self, posting));
  needs_match = matchum_workspace_posting_needs_match (posting);
  if (!needs_match && !matchum_workspace_posting_needs_details (posting))
    return FALSE;
  if (needs_match)
    matchum_workspace_posting_get_coverage (posting);
  matchum_workspace_posting_get_details (posting);
  if (posting != self->current && !matchum_library_is_pending (self->library))
    matchum_workspace_posting_trim (posting);
  return TRUE;
}

MatchumResume *
matchum_workspace_get_resume (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  if (self->current != NULL)
    return matchum_workspace_posting_get_resume (self->current);
  return self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
}

MatchumPosting *
matchum_workspace_get_posting (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_posting (self->current) : NULL;
}

MatchumMatch *
matchum_workspace_get_match (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_match (self->current) : NULL;
}

MatchumVisibility *
matchum_workspace_get_visibility (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  if (self->current != NULL)
    return matchum_workspace_posting_get_visibility (self->current);
  if (self->everything == NULL && matchum_workspace_get_resume (self) != NULL)
    self->everything = matchum_visibility_new_all (matchum_workspace_get_resume (self));
  return self->everything;
}

MatchumCoverage *
matchum_workspace_get_coverage (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_coverage (self->current) : NULL;
}

MatchumApplication *
matchum_workspace_get_application (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_application (self->current) : NULL;
}

int
matchum_workspace_get_selected_requirement (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), -1);

  return self->selected_requirement;
}

void
matchum_workspace_set_selected_requirement (MatchumWorkspace *self, int requirement)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (requirement == self->selected_requirement)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->selected_requirement = requirement;
  if (requirement >= 0 || self->selected_block == MATCHUM_BLOCK_NONE)
    self->chosen_requirement = requirement;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_REQUIREMENT]);
  if (requirement >= 0)
    matchum_workspace_set_selected_block (self, MATCHUM_BLOCK_NONE);
  g_object_thaw_notify (G_OBJECT (self));
  matchum_workspace_queue_save (self);
}

guint
matchum_workspace_get_selected_block (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), MATCHUM_BLOCK_NONE);

  return self->selected_block;
}

void
matchum_workspace_set_selected_block (MatchumWorkspace *self, guint block)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (block == self->selected_block)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->selected_block = block;
  if (block == MATCHUM_BLOCK_NONE && self->selected_requirement < 0)
    self->chosen_requirement = -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_BLOCK]);
  if (block != MATCHUM_BLOCK_NONE)
    matchum_workspace_set_selected_requirement (self, -1);
  g_object_thaw_notify (G_OBJECT (self));
  matchum_workspace_queue_save (self);
}

char *
matchum_workspace_dup_requirement_key (MatchumWorkspace *self, guint requirement)
{
  MatchumMatch *match;
  gboolean is_preferred;
  guint ordinal = 0;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  match = matchum_workspace_get_match (self);
  g_return_val_if_fail (match != NULL && requirement < matchum_match_get_n_requirements (match), NULL);

  is_preferred = matchum_requirement_is_preferred (matchum_match_get_requirement (match, requirement));
  for (guint i = 0; i < requirement; i++)
    if (matchum_requirement_is_preferred (matchum_match_get_requirement (match, i)) == is_preferred)
      ordinal++;
  return is_preferred ? format_letters (ordinal) : g_strdup_printf ("%u", ordinal + 1);
}

double
matchum_workspace_get_pages_used (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), -1);

  return self->pages_used;
}

void
matchum_workspace_set_pages_used (MatchumWorkspace *self, double used)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (G_APPROX_VALUE (used, self->pages_used, 1e-9))
    return;

  self->pages_used = used;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGES_USED]);
}
