/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices made for a posting, and what follows from them: the resume, the match, the verdicts. */
#include "config.h"

#include "ui/matchum-workspace-posting-private.h"

#include "store/matchum-application-choices.h"
#include "store/matchum-application-claims.h"

static void
forget_verdicts (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  g_clear_pointer (&self->visibility, matchum_visibility_unref);
  self->has_figure = FALSE;
}

void
matchum_workspace_posting_forget_found (MatchumWorkspacePosting *self)
{
  forget_verdicts (self);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->found, matchum_match_unref);
}

/* The baseline, or what the choices make of it, is another. */
static void
forget_resume (MatchumWorkspacePosting *self)
{
  matchum_workspace_posting_forget_found (self);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->report, matchum_tailored_resume_report_free);
}

/* What the user said changes the verdicts, and nothing of what was found. */
static void
forget_claims (MatchumWorkspacePosting *self)
{
  forget_verdicts (self);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
}

void
matchum_workspace_posting_forget_choices (MatchumWorkspacePosting *self)
{
  forget_claims (self);
  forget_resume (self);
  g_clear_pointer (&self->posting, matchum_posting_unref); /* another team may be picked there */
  g_clear_pointer (&self->application, matchum_application_unref);
  g_clear_pointer (&self->choices, matchum_application_record_free);
}

static void
note_seen (MatchumWorkspacePosting *self, const MatchumApplicationRecord *choices)
{
  if (self->seen == NULL)
    self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_contains (self->seen, choices->id))
    g_hash_table_insert (self->seen, g_strdup (choices->id), g_strdup (choices->baseline));
}

static void
ensure_applications (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;

  if (self->applications != NULL)
    return;

  self->applications =
      matchum_application_table_list (matchum_library_get_database (self->library), self->record->id, &error);
  for (guint i = 0; self->applications != NULL && i < self->applications->len; i++)
    note_seen (self, self->applications->pdata[i]);
  if (self->applications != NULL)
    return;
  g_warning ("The choices for a posting could not be read: %s", error->message);
  self->applications = g_ptr_array_new ();
}

static const MatchumApplicationRecord *
find_choices (MatchumWorkspacePosting *self)
{
  const char *baseline = self->baseline != NULL ? matchum_workspace_baseline_get_id (self->baseline) : NULL;

  ensure_applications (self);
  for (guint i = 0; baseline != NULL && i < self->applications->len; i++)
    {
      const MatchumApplicationRecord *record = g_ptr_array_index (self->applications, i);

      if (g_str_equal (record->baseline, baseline))
        return record;
    }
  return NULL;
}

static void
ensure_choices (MatchumWorkspacePosting *self)
{
  const MatchumApplicationRecord *found;

  if (self->application != NULL)
    return;

  found = find_choices (self);
  self->choices = found != NULL ? matchum_application_record_copy (found) : NULL;
  self->application = found != NULL ? matchum_application_record_get_application (found) : matchum_application_new ();
}

static GPtrArray *
read_claims (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *claims = NULL;

  ensure_choices (self);
  if (self->choices == NULL)
    return g_ptr_array_new ();
  claims = matchum_application_claims_list (matchum_library_get_database (self->library), self->choices->id, &error);
  if (claims != NULL)
    return claims;
  g_warning ("What was said of requirements could not be read: %s", error->message);
  return g_ptr_array_new ();
}

static void
ensure_claims (MatchumWorkspacePosting *self)
{
  if (self->claims == NULL)
    self->claims = read_claims (self);
}

static gboolean
has_same_claims (GPtrArray *before, GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!matchum_claim_is_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
note_figure (MatchumWorkspacePosting *self)
{
  MatchumTally tally = matchum_coverage_get_required (self->coverage);

  if (tally.met + tally.partial + tally.missing == 0)
    tally = matchum_coverage_get_preferred (self->coverage);
  self->figure = (MatchumPostingFigure){ .n_met = tally.met,
                                         .n_partial = tally.partial,
                                         .n_hard = tally.met + tally.partial + tally.missing };
  self->has_figure = TRUE;
}

static MatchumMatch *
match_with_claims (MatchumWorkspacePosting *self, MatchumResume *resume)
{
  g_autoptr (MatchumPlacedClaims) placed = NULL;

  ensure_claims (self);
  if (self->claims->len == 0)
    return matchum_match_ref (self->found);
  placed = matchum_placed_claims_new (self->claims, matchum_workspace_posting_get_read (self),
                                      matchum_workspace_posting_get_posting (self), resume);
  return matchum_match_with_claims (self->found, placed);
}

/* Another team has other requirements. */
static void
forget_team (MatchumWorkspacePosting *self)
{
  matchum_workspace_posting_forget_found (self);
  g_clear_pointer (&self->posting, matchum_posting_unref);
}

static gboolean
has_same_team (MatchumApplication *a, MatchumApplication *b)
{
  return g_strcmp0 (matchum_application_get_team (a), matchum_application_get_team (b)) == 0;
}

/* What follows from before, and no longer from after. */
static void
forget_chosen (MatchumWorkspacePosting *self, MatchumApplication *before, MatchumApplication *after)
{
  forget_verdicts (self);
  if (!has_same_team (before, after))
    forget_team (self);
  if (!matchum_application_has_same_words (before, after))
    forget_resume (self);
}

MatchumApplication *
matchum_workspace_posting_get_application (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_choices (self);
  return self->application;
}

const MatchumApplicationRecord *
matchum_workspace_posting_get_choices (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_choices (self);
  return self->choices;
}

MatchumWorkspaceBaseline *
matchum_workspace_posting_get_baseline (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->baseline;
}

MatchumResume *
matchum_workspace_posting_get_resume (MatchumWorkspacePosting *self)
{
  MatchumResume *baseline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  baseline = self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
  if (baseline == NULL)
    return NULL;
  if (self->resume == NULL)
    {
      ensure_choices (self);
      self->resume = matchum_tailored_resume_new_with_report (baseline, self->application, &self->report);
    }
  return self->resume;
}

const MatchumTailoredResumeReport *
matchum_workspace_posting_get_report (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return matchum_workspace_posting_get_resume (self) != NULL ? self->report : NULL;
}

gboolean
matchum_workspace_posting_needs_match (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return self->found == NULL && !self->has_figure && self->baseline != NULL
         && matchum_workspace_baseline_get_resume (self->baseline) != NULL;
}

MatchumMatch *
matchum_workspace_posting_get_match (MatchumWorkspacePosting *self)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  resume = matchum_workspace_posting_get_resume (self);
  if (self->found == NULL && resume != NULL)
    self->found = matchum_match_new (resume, matchum_workspace_posting_get_posting (self), self->lexicon, self->as_of);
  if (self->match == NULL && resume != NULL)
    self->match = match_with_claims (self, resume);
  return self->match;
}

MatchumVisibility *
matchum_workspace_posting_get_visibility (MatchumWorkspacePosting *self)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  resume = matchum_workspace_posting_get_resume (self);
  if (self->visibility == NULL && resume != NULL)
    self->visibility = matchum_application_get_visibility (matchum_workspace_posting_get_application (self), resume);
  return self->visibility;
}

MatchumCoverage *
matchum_workspace_posting_get_coverage (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->coverage == NULL && matchum_workspace_posting_get_resume (self) != NULL)
    {
      self->coverage = matchum_coverage_new (matchum_workspace_posting_get_match (self),
                                             matchum_workspace_posting_get_visibility (self));
      note_figure (self);
    }
  return self->coverage;
}

gboolean
matchum_workspace_posting_get_figure (MatchumWorkspacePosting *self, MatchumPostingFigure *figure)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);

  if (!self->has_figure && self->found != NULL)
    matchum_workspace_posting_get_coverage (self);
  if (self->has_figure)
    *figure = self->figure;
  return self->has_figure;
}

gboolean
matchum_workspace_posting_reread (MatchumWorkspacePosting *self)
{
  g_autoptr (MatchumApplication) before = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  gboolean has_other_claims;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  g_clear_pointer (&self->applications, g_ptr_array_unref);
  before = g_steal_pointer (&self->application);
  g_clear_pointer (&self->choices, matchum_application_record_free);
  claims = g_steal_pointer (&self->claims);
  if (before == NULL)
    {
      forget_team (self); /* nobody has looked yet, but at the figure */
      forget_resume (self);
      matchum_workspace_posting_emit_changed (self);
      return TRUE;
    }
  ensure_choices (self);
  ensure_claims (self);
  has_other_claims = claims != NULL && !has_same_claims (claims, self->claims);
  if (matchum_application_is_equal (before, self->application) && !has_other_claims)
    return FALSE;
  if (has_other_claims)
    g_clear_pointer (&self->match, matchum_match_unref);
  forget_chosen (self, before, self->application);
  matchum_workspace_posting_emit_changed (self);
  return TRUE;
}

char **
matchum_workspace_posting_dup_baselines (MatchumWorkspacePosting *self)
{
  GStrvBuilder *builder;
  char **ids;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_applications (self);
  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->applications->len; i++)
    g_strv_builder_add (builder, ((const MatchumApplicationRecord *) self->applications->pdata[i])->baseline);
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

void
matchum_workspace_posting_set_baseline (MatchumWorkspacePosting *self, MatchumWorkspaceBaseline *baseline)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));
  g_return_if_fail (baseline == NULL || MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  if (!g_set_object (&self->baseline, baseline))
    return;

  matchum_workspace_posting_forget_choices (self);
  matchum_workspace_posting_emit_changed (self);
}

void
matchum_workspace_posting_forget_match (MatchumWorkspacePosting *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  forget_resume (self);
  matchum_workspace_posting_emit_changed (self);
}

const MatchumApplicationRecord *
matchum_workspace_posting_choose (MatchumWorkspacePosting *self,
                                  MatchumApplication *application,
                                  const char *created_on)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (self->baseline != NULL, NULL);

  ensure_choices (self);
  if (self->choices == NULL)
    {
      self->choices = matchum_application_record_new ();
      self->choices->id = g_uuid_string_random ();
      self->choices->baseline = g_strdup (matchum_workspace_baseline_get_id (self->baseline));
      self->choices->posting = g_strdup (self->record->id);
      self->choices->created_on = g_strdup (created_on);
      note_seen (self, self->choices);
    }
  matchum_application_record_set_application (self->choices, application);
  self->choices->place = 0;

  forget_chosen (self, self->application, application);
  matchum_application_unref (self->application);
  self->application = matchum_application_ref (application);
  matchum_workspace_posting_emit_changed (self);
  return self->choices;
}

const char *
matchum_workspace_posting_find_baseline_of (MatchumWorkspacePosting *self, const char *application)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  return self->seen != NULL ? g_hash_table_lookup (self->seen, application) : NULL;
}
