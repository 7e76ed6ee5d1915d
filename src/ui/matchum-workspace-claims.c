/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of requirements of the current posting, each time in one edit: what they have or lack, what shows
 * it and what does not. And the linking of an item, which begins at the requirement and ends at the item. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-application-claims.h"
#include "ui/matchum-workspace-private.h"

/* Edits --------------------------------------------------------------------------------------------------------------
 */

typedef struct {
  MatchumApplicationRecord *record; /* written where there are no choices yet */
  GPtrArray *removed;               /* of MatchumClaim */
  MatchumClaim *put;                /* or NULL */
} Saying;

static void
free_saying (gpointer data)
{
  Saying *saying = data;

  matchum_application_record_free (saying->record);
  g_ptr_array_unref (saying->removed);
  g_clear_pointer (&saying->put, matchum_claim_unref);
  g_free (saying);
}

static gboolean
say_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Saying *saying = data;
  g_autofree char *id = matchum_workspace_ensure_application (database, saying->record, error);

  for (guint i = 0; id != NULL && i < saying->removed->len; i++)
    if (!matchum_application_claims_remove (database, id, saying->removed->pdata[i], error))
      return FALSE;
  return id != NULL && (saying->put == NULL || matchum_application_claims_put (database, id, saying->put, error));
}

static MatchumApplicationRecord *
create_record (MatchumWorkspace *self)
{
  const MatchumApplicationRecord *choices = matchum_workspace_posting_get_choices (self->current);
  MatchumApplicationRecord *record;

  if (choices != NULL)
    return matchum_application_record_copy (choices);
  record = matchum_application_record_new ();
  record->id = g_uuid_string_random ();
  record->posting = g_strdup (matchum_workspace_posting_get_id (self->current));
  record->baseline = g_strdup (matchum_workspace_baseline_get_id (self->baseline));
  record->created_on = matchum_workspace_dup_today (self);
  return record;
}

/* The match of the current posting, with all that was asked for before; NULL where there is no such requirement. */
static MatchumMatch *
begin (MatchumWorkspace *self, guint requirement)
{
  MatchumMatch *match;

  if (self->library != NULL)
    matchum_library_flush (self->library);
  match = matchum_workspace_has_library (self) ? matchum_workspace_get_match (self) : NULL;
  return match != NULL && requirement < matchum_match_get_n_requirements (match) ? match : NULL;
}

/* Takes removed and put. */
static void
commit (MatchumWorkspace *self, GPtrArray *removed, MatchumClaim *put, const char *label)
{
  Saying *saying = g_new0 (Saying, 1);

  saying->record = create_record (self);
  saying->removed = removed;
  saying->put = put;
  matchum_workspace_commit_once (self, label, say_cb, saying, free_saying);
}

/* Claims -------------------------------------------------------------------------------------------------------------
 */

static gboolean
is_of_having (MatchumClaimKind kind)
{
  return kind == MATCHUM_CLAIM_HAVE || kind == MATCHUM_CLAIM_LACK;
}

/* Whether one of them is of all of the line, or both are of the same criterion. */
static gboolean
overlaps (const MatchumClaim *claim, const MatchumClaim *other)
{
  return claim->criterion == NULL || other->criterion == NULL || g_str_equal (claim->criterion, other->criterion);
}

/* Whether what was said before does not go together with what is said now. */
static gboolean
is_contradicted (const MatchumClaim *before, const MatchumClaim *now)
{
  if (!overlaps (before, now))
    return FALSE;
  if (is_of_having (now->kind) && is_of_having (before->kind))
    return TRUE;
  if (now->kind == MATCHUM_CLAIM_LACK)
    return before->kind == MATCHUM_CLAIM_LINK;
  if (now->kind == MATCHUM_CLAIM_LINK && before->kind == MATCHUM_CLAIM_LACK)
    return TRUE;
  return now->block != NULL && g_strcmp0 (now->block, before->block) == 0;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
}

static GPtrArray *
find_contradicted (GPtrArray *claims, const MatchumClaim *now)
{
  GPtrArray *found = new_list ();

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = claims->pdata[i];

      if (is_contradicted (placed->claim, now) && !matchum_claim_is_equal (placed->claim, now))
        g_ptr_array_add (found, matchum_claim_ref (placed->claim));
    }
  return found;
}

static gboolean
was_said (GPtrArray *claims, const MatchumClaim *claim)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (matchum_claim_is_equal (((const MatchumPlacedClaim *) claims->pdata[i])->claim, claim))
      return TRUE;
  return FALSE;
}

static MatchumClaim *
create_claim (MatchumWorkspace *self,
              MatchumMatch *match,
              MatchumClaimKind kind,
              guint requirement,
              const char *criterion,
              guint block)
{
  const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (match, requirement));
  g_autoptr (GArray) anchors = matchum_line_anchor_list (matchum_workspace_posting_get_read (self->current));
  const char *id = NULL;

  if (matchum_claim_kind_has_block (kind))
    id = matchum_resume_get_block (matchum_match_get_resume (match), block)->id;
  return matchum_claim_new (kind, &g_array_index (anchors, MatchumLineAnchor, line->read_index), line->part, criterion,
                            id);
}

static const char *
get_label (MatchumClaimKind kind)
{
  switch (kind)
    {
    case MATCHUM_CLAIM_LINK:
      return _ ("Link Evidence");
    case MATCHUM_CLAIM_NOT_THIS:
      return _ ("This Does Not Show It");
    case MATCHUM_CLAIM_LACK:
      return _ ("I Do Not Have This");
    case MATCHUM_CLAIM_HAVE:
    default:
      return _ ("I Have This");
    }
}

static char *
dup_told (MatchumClaimKind kind, const char *key)
{
  switch (kind)
    {
    case MATCHUM_CLAIM_LINK:
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      return g_strdup_printf (_ ("Requirement %s: item linked"), key);
    case MATCHUM_CLAIM_NOT_THIS:
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      return g_strdup_printf (_ ("Requirement %s: item left out"), key);
    case MATCHUM_CLAIM_LACK:
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      return g_strdup_printf (_ ("Requirement %s: you do not have it"), key);
    case MATCHUM_CLAIM_HAVE:
    default:
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      return g_strdup_printf (_ ("Requirement %s: you have it"), key);
    }
}

static void
tell (MatchumWorkspace *self, const char *text)
{
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_TOLD), 0, text);
}

gboolean
matchum_workspace_can_claim (MatchumWorkspace *self, guint requirement)
{
  MatchumMatch *match;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  match = matchum_workspace_get_match (self);
  return match != NULL && requirement < matchum_match_get_n_requirements (match)
         && !matchum_requirement_is_soft (matchum_match_get_requirement (match, requirement))
         && matchum_workspace_has_library (self) && matchum_library_get_read_only_reason (self->library) == NULL;
}

gboolean
matchum_workspace_claim (MatchumWorkspace *self,
                         MatchumClaimKind kind,
                         guint requirement,
                         const char *criterion,
                         guint block)
{
  MatchumMatch *match;
  g_autoptr (MatchumClaim) claim = NULL;
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  match = begin (self, requirement);
  if (match == NULL || !matchum_workspace_can_claim (self, requirement)
      || (matchum_claim_kind_has_block (kind)
          && block >= matchum_resume_get_n_blocks (matchum_match_get_resume (match))))
    return FALSE;
  claim = create_claim (self, match, kind, requirement, criterion, block);
  if (was_said (matchum_match_get_claims (match, requirement), claim))
    return FALSE;
  commit (self, find_contradicted (matchum_match_get_claims (match, requirement), claim), matchum_claim_ref (claim),
          get_label (kind));
  key = matchum_workspace_dup_requirement_key (self, requirement);
  text = dup_told (kind, key);
  tell (self, text);
  return TRUE;
}

gboolean
matchum_workspace_has_claims (MatchumWorkspace *self, guint requirement)
{
  MatchumMatch *match;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  match = matchum_workspace_get_match (self);
  return match != NULL && requirement < matchum_match_get_n_requirements (match)
         && matchum_match_get_claims (match, requirement) != NULL;
}

gboolean
matchum_workspace_unclaim (MatchumWorkspace *self, guint requirement)
{
  MatchumMatch *match;
  GPtrArray *claims, *removed;
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  match = begin (self, requirement);
  claims = match != NULL ? matchum_match_get_claims (match, requirement) : NULL;
  if (claims == NULL || !matchum_workspace_can_claim (self, requirement))
    return FALSE;
  removed = new_list ();
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (removed, matchum_claim_ref (((const MatchumPlacedClaim *) claims->pdata[i])->claim));
  commit (self, removed, NULL, _ ("Judge It Again"));
  key = matchum_workspace_dup_requirement_key (self, requirement);
  /* Translators: %s is the short name of a requirement: a number or a letter. */
  text = g_strdup_printf (_ ("Requirement %s: judged again"), key);
  tell (self, text);
  return TRUE;
}

/* Linking ------------------------------------------------------------------------------------------------------------
 */

int
matchum_workspace_get_linking (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), -1);

  return self->linking;
}

void
matchum_workspace_set_linking (MatchumWorkspace *self, int requirement)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (requirement >= 0 && !matchum_workspace_can_claim (self, (guint) requirement))
    requirement = -1;
  if (requirement == self->linking)
    return;
  self->linking = requirement;
  g_object_notify (G_OBJECT (self), "linking");
}

int
matchum_workspace_get_link_target (MatchumWorkspace *self)
{
  int target;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), -1);

  target = self->linking >= 0 ? self->linking : self->chosen_requirement;
  return target >= 0 && matchum_workspace_can_claim (self, (guint) target) ? target : -1;
}

int
matchum_workspace_link_block (MatchumWorkspace *self, guint block)
{
  int target;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), -1);

  target = matchum_workspace_get_link_target (self);
  if (target < 0 || !matchum_workspace_claim (self, MATCHUM_CLAIM_LINK, (guint) target, NULL, block))
    return -1;
  matchum_workspace_set_linking (self, -1);
  return target;
}
