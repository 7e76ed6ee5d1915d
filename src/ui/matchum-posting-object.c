/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the posting in a list, with what it last said. */
#include "config.h"

#include "ui/matchum-posting-object.h"

#include "match/matchum-explanation.h"

struct _MatchumPostingObject {
  GObject parent_instance;

  MatchumPostingRowKind kind;
  char *text;
  char *detail;
  guint count;
  MatchumWorkspace *workspace; /* of a requirement and a team */
  guint requirement;
  guint line;
  MatchumByHand by_hand;
  MatchumPostingKind line_kind;
  char *note;
  gboolean expanded;
  MatchumPostingObject *fold;
  MatchumPostingState state;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumPostingObject, matchum_posting_object, G_TYPE_OBJECT)

static gboolean
states_are_equal (const MatchumPostingState *state, const MatchumPostingState *other)
{
  return state->has_verdict == other->has_verdict && state->standing == other->standing
         && state->is_by_hand == other->is_by_hand && state->n_items == other->n_items
         && state->is_selected == other->is_selected && state->emphasis == other->emphasis
         && g_strcmp0 (state->key, other->key) == 0 && g_strcmp0 (state->reason, other->reason) == 0;
}

static void
clear_state (MatchumPostingState *state)
{
  g_clear_pointer (&state->key, g_free);
  g_clear_pointer (&state->reason, g_free);
}

/* The requirement that is looked at has a whole sentence: a row of a list has room for the gist. */
static char *
dup_explanation (MatchumCoverage *coverage, guint requirement)
{
  g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (coverage, requirement);

  return g_strdup (matchum_explanation_get_sentence (explanation));
}

static MatchumPostingState
read_state (MatchumPostingObject *self, MatchumEmphasis emphasis)
{
  MatchumPostingState state = { .emphasis = emphasis };
  MatchumCoverage *coverage =
      self->kind == MATCHUM_POSTING_ROW_REQUIREMENT ? matchum_workspace_get_coverage (self->workspace) : NULL;
  const MatchumVerdict *verdict;
  int selected;

  if (coverage == NULL || self->requirement >= matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)))
    return state;

  verdict = matchum_coverage_get_verdict (coverage, self->requirement);
  selected = matchum_workspace_get_selected_requirement (self->workspace);
  state.has_verdict = TRUE;
  state.standing = matchum_verdict_get_standing (verdict);
  state.key = matchum_workspace_dup_requirement_key (self->workspace, self->requirement);
  state.is_by_hand = verdict->is_by_hand;
  state.is_selected = selected >= 0 && (guint) selected == self->requirement;
  state.reason = state.is_selected
                     ? dup_explanation (coverage, self->requirement)
                     : matchum_coverage_dup_reason (coverage, matchum_workspace_get_visibility (self->workspace),
                                                    self->requirement);
  state.n_items = matchum_verdict_count_blocks (verdict);
  return state;
}

static void
matchum_posting_object_finalize (GObject *object)
{
  MatchumPostingObject *self = MATCHUM_POSTING_OBJECT (object);

  clear_state (&self->state);
  g_clear_object (&self->fold);
  g_clear_object (&self->workspace);
  g_free (self->note);
  g_free (self->detail);
  g_free (self->text);

  G_OBJECT_CLASS (matchum_posting_object_parent_class)->finalize (object);
}

static void
matchum_posting_object_class_init (MatchumPostingObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_posting_object_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_posting_object_init (MatchumPostingObject *self)
{
  self->line = MATCHUM_POSTING_NO_LINE;
}

MatchumPostingObject *
matchum_posting_object_new (MatchumPostingRowKind kind, const char *text, const char *detail)
{
  MatchumPostingObject *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_POSTING_OBJECT, NULL);
  self->kind = kind;
  self->text = g_strdup (text);
  self->detail = g_strdup (detail);
  return self;
}

MatchumPostingObject *
matchum_posting_object_new_team (MatchumWorkspace *workspace, const char *names)
{
  MatchumPostingObject *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (names != NULL, NULL);

  self = matchum_posting_object_new (MATCHUM_POSTING_ROW_TEAM, names, NULL);
  self->workspace = g_object_ref (workspace);
  return self;
}

MatchumPostingObject *
matchum_posting_object_new_requirement (MatchumWorkspace *workspace, guint requirement, const char *text)
{
  MatchumPostingObject *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = matchum_posting_object_new (MATCHUM_POSTING_ROW_REQUIREMENT, text, NULL);
  self->workspace = g_object_ref (workspace);
  self->requirement = requirement;
  self->state = read_state (self, MATCHUM_EMPHASIS_PLAIN);
  return self;
}

MatchumPostingRowKind
matchum_posting_object_get_kind (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), MATCHUM_POSTING_ROW_LINE);

  return self->kind;
}

const char *
matchum_posting_object_get_text (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return self->text;
}

const char *
matchum_posting_object_get_detail (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return self->detail;
}

guint
matchum_posting_object_get_count (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), 0);

  return self->count;
}

void
matchum_posting_object_set_count (MatchumPostingObject *self, guint count)
{
  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));

  self->count = count;
}

MatchumWorkspace *
matchum_posting_object_get_workspace (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return self->workspace;
}

guint
matchum_posting_object_get_requirement (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), 0);

  return self->requirement;
}

guint
matchum_posting_object_get_line (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), MATCHUM_POSTING_NO_LINE);

  return self->line;
}

MatchumByHand
matchum_posting_object_get_by_hand (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), 0);

  return self->by_hand;
}

void
matchum_posting_object_set_line (MatchumPostingObject *self, guint line, MatchumByHand by_hand)
{
  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));

  self->line = line;
  self->by_hand = by_hand;
}

MatchumPostingKind
matchum_posting_object_get_line_kind (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), MATCHUM_POSTING_OTHER);

  return self->line_kind;
}

const char *
matchum_posting_object_get_note (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return self->note;
}

void
matchum_posting_object_set_reading (MatchumPostingObject *self, MatchumPostingKind kind, const char *note)
{
  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));

  self->line_kind = kind;
  g_free (self->note);
  self->note = g_strdup (note);
}

gboolean
matchum_posting_object_is_same_row (MatchumPostingObject *self, MatchumPostingObject *other)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), FALSE);
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (other), FALSE);

  return self->kind == other->kind && self->requirement == other->requirement && self->count == other->count
         && self->by_hand == other->by_hand && self->line_kind == other->line_kind
         && g_strcmp0 (self->note, other->note) == 0 && g_str_equal (self->text, other->text)
         && g_strcmp0 (self->detail, other->detail) == 0;
}

gboolean
matchum_posting_object_get_expanded (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), FALSE);

  return self->expanded;
}

void
matchum_posting_object_set_expanded (MatchumPostingObject *self, gboolean expanded)
{
  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));
  g_return_if_fail (self->kind == MATCHUM_POSTING_ROW_FOLD);

  expanded = !!expanded;
  if (expanded == self->expanded)
    return;

  self->expanded = expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}

MatchumPostingObject *
matchum_posting_object_get_fold (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return self->fold;
}

void
matchum_posting_object_set_fold (MatchumPostingObject *self, MatchumPostingObject *fold)
{
  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));
  g_return_if_fail (fold == NULL || MATCHUM_IS_POSTING_OBJECT (fold));

  g_set_object (&self->fold, fold);
}

const MatchumPostingState *
matchum_posting_object_get_state (MatchumPostingObject *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (self), NULL);

  return &self->state;
}

void
matchum_posting_object_refresh (MatchumPostingObject *self, MatchumEmphasis emphasis)
{
  MatchumPostingState before;

  g_return_if_fail (MATCHUM_IS_POSTING_OBJECT (self));

  before = self->state;
  self->state = read_state (self, emphasis);
  if (!states_are_equal (&before, &self->state))
    g_signal_emit (self, signals[CHANGED], 0);
  clear_state (&before);
}
