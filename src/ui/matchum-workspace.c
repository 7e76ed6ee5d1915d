/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open in one window, and the one place where it changes. */
#include "config.h"

#include "ui/matchum-workspace.h"

#include <glib/gi18n-lib.h>

struct _MatchumWorkspace {
  GObject parent_instance;

  MatchumLexicon *lexicon;
  MatchumDay as_of;

  MatchumResume *resume;
  MatchumVisibility *everything; /* of the resume, while no posting is current */
  GListStore *postings;
  MatchumWorkspacePosting *current;

  int selected_requirement;
  guint selected_block;
  double pages_used;
};

enum { PROP_0, PROP_CURRENT, PROP_SELECTED_REQUIREMENT, PROP_SELECTED_BLOCK, PROP_PAGES_USED, N_PROPS };

enum { OPENED, CHANGED, EDITED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWorkspace, matchum_workspace, G_TYPE_OBJECT)

static void
clear_selection (MatchumWorkspace *self)
{
  matchum_workspace_set_selected_requirement (self, -1);
  matchum_workspace_set_selected_block (self, MATCHUM_BLOCK_NONE);
}

static void
emit_opened (MatchumWorkspace *self)
{
  clear_selection (self);
  matchum_workspace_set_pages_used (self, -1);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
current_changed_cb (MatchumWorkspace *self, MatchumWorkspacePosting *current)
{
  g_assert (MATCHUM_IS_WORKSPACE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
disconnect_current (MatchumWorkspace *self)
{
  if (self->current != NULL)
    g_signal_handlers_disconnect_by_func (self->current, current_changed_cb, self);
}

static void
connect_current (MatchumWorkspace *self)
{
  if (self->current != NULL)
    g_signal_connect_object (self->current, "changed", G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Edits push here; what follows from a push is told by the history. */
static void
push_edit (MatchumWorkspace *self, MatchumApplication *application, guint block, const char *label)
{
  MatchumHistory *history = matchum_workspace_posting_get_history (self->current);
  g_autoptr (MatchumCoverage) before = NULL;

  if (matchum_application_is_equal (application, matchum_history_get_application (history)))
    return;

  before = matchum_coverage_ref (matchum_workspace_posting_get_coverage (self->current));
  matchum_history_push (history, application, label);
  g_signal_emit (self, signals[EDITED], 0, block, before);
}

static const MatchumBlock *
find_editable_block (MatchumWorkspace *self, guint block)
{
  const MatchumBlock *found;

  if (self->resume == NULL || self->current == NULL || block >= matchum_resume_get_n_blocks (self->resume))
    return NULL;

  found = matchum_resume_get_block (self->resume, block);
  return found->kind != MATCHUM_BLOCK_TITLE ? found : NULL;
}

/* The application in which block is no longer hidden, nor is anything above it. */
static MatchumApplication *
show_with_ancestors (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  MatchumApplication *shown = matchum_application_ref (application);

  for (;;)
    {
      MatchumApplication *next = matchum_application_with_hidden (shown, block->id, FALSE);

      matchum_application_unref (shown);
      shown = next;
      if (block->parent == MATCHUM_BLOCK_NONE)
        return shown;
      block = matchum_resume_get_block (self->resume, block->parent);
    }
}

/* The application in which nothing under block is hidden by itself. */
static MatchumApplication *
show_descendants (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  MatchumApplication *shown = matchum_application_ref (application);

  for (guint i = block->index + 1; i < block->end; i++)
    {
      const char *id = matchum_resume_get_block (self->resume, i)->id;
      MatchumApplication *next;

      if (!matchum_application_is_hidden (shown, id))
        continue;
      next = matchum_application_with_hidden (shown, id, FALSE);
      matchum_application_unref (shown);
      shown = next;
    }
  return shown;
}

/* The application in which block is seen. What is hidden under a section or an entry stays so, unless the heading is
 * gone only because all that stood under it is hidden. */
static MatchumApplication *
show (MatchumWorkspace *self, MatchumApplication *application, const MatchumBlock *block)
{
  g_autoptr (MatchumApplication) shown = show_with_ancestors (self, application, block);
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (shown, self->resume);

  if (matchum_visibility_is_visible (visibility, block->index))
    return g_steal_pointer (&shown);
  return show_descendants (self, shown, block);
}

static char *
format_letters (guint ordinal)
{
  GString *letters = g_string_new (NULL);

  for (ordinal += 1; ordinal > 0; ordinal = (ordinal - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (ordinal - 1) % 26));
  return g_string_free (letters, FALSE);
}

static void
matchum_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  switch (id)
    {
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_finalize (GObject *object)
{
  MatchumWorkspace *self = MATCHUM_WORKSPACE (object);

  g_clear_object (&self->current);
  g_clear_object (&self->postings);
  g_clear_pointer (&self->everything, matchum_visibility_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);

  G_OBJECT_CLASS (matchum_workspace_parent_class)->finalize (object);
}

static void
matchum_workspace_class_init (MatchumWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_workspace_get_property;
  object_class->set_property = matchum_workspace_set_property;
  object_class->finalize = matchum_workspace_finalize;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, MATCHUM_TYPE_WORKSPACE_POSTING, flags);
  properties[PROP_SELECTED_REQUIREMENT] =
      g_param_spec_int ("selected-requirement", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_SELECTED_BLOCK] =
      g_param_spec_uint ("selected-block", NULL, NULL, 0, G_MAXUINT, MATCHUM_BLOCK_NONE, flags);
  properties[PROP_PAGES_USED] = g_param_spec_double ("pages-used", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] =
      g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, MATCHUM_TYPE_COVERAGE);
}

static void
matchum_workspace_init (MatchumWorkspace *self)
{
  self->postings = g_list_store_new (MATCHUM_TYPE_WORKSPACE_POSTING);
  self->selected_requirement = -1;
  self->selected_block = MATCHUM_BLOCK_NONE;
  self->pages_used = -1;
}

MatchumWorkspace *
matchum_workspace_new (MatchumLexicon *lexicon, MatchumDay as_of)
{
  MatchumWorkspace *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WORKSPACE, NULL);
  self->lexicon = matchum_lexicon_ref (lexicon);
  self->as_of = as_of;
  return self;
}

MatchumDay
matchum_workspace_get_as_of (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), ((MatchumDay){ 0, 0, 0 }));

  return self->as_of;
}

void
matchum_workspace_set_resume (MatchumWorkspace *self, MatchumResume *resume)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (resume == self->resume)
    return;

  g_clear_pointer (&self->everything, matchum_visibility_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  self->resume = resume != NULL ? matchum_resume_ref (resume) : NULL;

  /* Told by "opened" rather than by "changed". */
  disconnect_current (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->postings)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->postings), i);

      matchum_workspace_posting_set_resume (posting, self->resume, self->lexicon, self->as_of);
    }
  connect_current (self);
  emit_opened (self);
}

MatchumWorkspacePosting *
matchum_workspace_add_posting (MatchumWorkspace *self, MatchumPosting *posting)
{
  g_autoptr (MatchumWorkspacePosting) added = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (posting != NULL, NULL);

  added = matchum_workspace_posting_new (posting);
  matchum_workspace_insert_posting (self, added, g_list_model_get_n_items (G_LIST_MODEL (self->postings)));
  return added; /* the list holds it */
}

/**
 * matchum_workspace_insert_posting:
 * @self: a workspace
 * @posting: a posting that is in no workspace
 * @position: where it goes, counted from 0; anything past the end is the end
 *
 * Takes a posting in, with the choices made for it, and makes it the current one: the way back from
 * matchum_workspace_remove_posting().
 */
void
matchum_workspace_insert_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting, guint position)
{
  guint n_postings;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (!g_list_store_find (self->postings, posting, NULL));

  n_postings = g_list_model_get_n_items (G_LIST_MODEL (self->postings));
  matchum_workspace_posting_set_resume (posting, self->resume, self->lexicon, self->as_of);
  g_list_store_insert (self->postings, MIN (position, n_postings), posting);
  matchum_workspace_set_current (self, posting);
}

void
matchum_workspace_remove_posting (MatchumWorkspace *self, MatchumWorkspacePosting *posting)
{
  guint position, n_postings;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));

  if (!g_list_store_find (self->postings, posting, &position))
    return;

  if (posting == self->current)
    {
      g_autoptr (MatchumWorkspacePosting) next = NULL;

      n_postings = g_list_model_get_n_items (G_LIST_MODEL (self->postings));
      if (n_postings > 1)
        next = g_list_model_get_item (G_LIST_MODEL (self->postings),
                                      position + 1 < n_postings ? position + 1 : position - 1);
      matchum_workspace_set_current (self, next);
    }
  g_list_store_remove (self->postings, position);
}

GListModel *
matchum_workspace_get_postings (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->postings);
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

  if (posting == self->current)
    return;

  disconnect_current (self);
  g_set_object (&self->current, posting);
  connect_current (self);
  emit_opened (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

MatchumResume *
matchum_workspace_get_resume (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->resume;
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
  if (self->everything == NULL && self->resume != NULL)
    self->everything = matchum_visibility_new_all (self->resume);
  return self->everything;
}

MatchumCoverage *
matchum_workspace_get_coverage (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_coverage (self->current) : NULL;
}

MatchumHistory *
matchum_workspace_get_history (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_history (self->current) : NULL;
}

MatchumApplication *
matchum_workspace_get_application (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  return self->current != NULL ? matchum_workspace_posting_get_application (self->current) : NULL;
}

void
matchum_workspace_set_hidden (MatchumWorkspace *self, guint block, gboolean is_hidden)
{
  const MatchumBlock *found;
  MatchumApplication *application;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  found = find_editable_block (self, block);
  if (found == NULL)
    return;

  application = matchum_workspace_get_application (self);
  if (is_hidden)
    edited = matchum_application_with_hidden (application, found->id, TRUE);
  else
    edited = show (self, application, found);
  push_edit (self, edited, block, is_hidden ? _ ("Hide Item") : _ ("Show Item"));
}

void
matchum_workspace_set_pinned (MatchumWorkspace *self, guint block, gboolean is_pinned)
{
  const MatchumBlock *found;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  found = find_editable_block (self, block);
  if (found == NULL)
    return;

  edited = matchum_application_with_pinned (matchum_workspace_get_application (self), found->id, is_pinned);
  push_edit (self, edited, block, is_pinned ? _ ("Pin Item") : _ ("Unpin Item"));
}

gboolean
matchum_workspace_undo (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  return self->current != NULL && matchum_history_undo (matchum_workspace_get_history (self));
}

gboolean
matchum_workspace_redo (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  return self->current != NULL && matchum_history_redo (matchum_workspace_get_history (self));
}

gboolean
matchum_workspace_is_hidden (MatchumWorkspace *self, guint block)
{
  const MatchumBlock *found;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  found = find_editable_block (self, block);
  return found != NULL && matchum_application_is_hidden (matchum_workspace_get_application (self), found->id);
}

gboolean
matchum_workspace_is_pinned (MatchumWorkspace *self, guint block)
{
  const MatchumBlock *found;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  found = find_editable_block (self, block);
  return found != NULL && matchum_application_is_pinned (matchum_workspace_get_application (self), found->id);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_REQUIREMENT]);
  if (requirement >= 0)
    matchum_workspace_set_selected_block (self, MATCHUM_BLOCK_NONE);
  g_object_thaw_notify (G_OBJECT (self));
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_BLOCK]);
  if (block != MATCHUM_BLOCK_NONE)
    matchum_workspace_set_selected_requirement (self, -1);
  g_object_thaw_notify (G_OBJECT (self));
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
