/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a posting when somebody asks what it says, with what was put right of it. */
#include "config.h"

#include "ui/matchum-workspace-posting-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "posting/matchum-corrected-posting.h"
#include "posting/matchum-posting-reader.h"
#include "store/matchum-posting-reading.h"

void
matchum_workspace_posting_forget_reading (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_clear_pointer (&self->details, matchum_posting_details_unref);
  g_clear_pointer (&self->corrected, matchum_posting_unref);
  g_clear_pointer (&self->placed, matchum_placed_corrections_unref);
}

void
matchum_workspace_posting_forget_names (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->title, g_free);
  self->has_names = FALSE;
}

/* A text that a stricter reader refuses is still shown, with nothing read from it. */
static MatchumPosting *
read_posting (MatchumWorkspacePosting *self)
{
  const char *name = self->record->source_name != NULL ? self->record->source_name : _ ("the posting");
  g_autoptr (GBytes) bytes = g_bytes_new (self->record->text, strlen (self->record->text));
  g_autoptr (MatchumSource) source = matchum_source_new (name, bytes, NULL);
  MatchumPosting *posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;

  if (posting != NULL)
    return posting;
  if (source == NULL)
    {
      g_autoptr (GBytes) nothing = g_bytes_new_static ("-\n", 2);

      source = matchum_source_new (name, nothing, NULL);
    }
  return matchum_posting_new (source, NULL, NULL,
                              g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_line_free));
}

/* What was put right stays in mind when the rest is let go, so that it is known when it is another. */
static GPtrArray *
read_corrections (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *corrections =
      matchum_posting_reading_list (matchum_library_get_database (self->library), self->record->id, &error);

  if (corrections != NULL)
    return corrections;
  g_warning ("What was put right of a posting could not be read: %s", error->message);
  return g_ptr_array_new ();
}

static gboolean
has_same_corrections (GPtrArray *before, GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!matchum_posting_correction_is_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return TRUE;
}

void
matchum_workspace_posting_ensure_names (MatchumWorkspacePosting *self)
{
  gboolean was_read = self->read != NULL;
  MatchumPosting *posting;

  if (self->has_names)
    return;

  posting = matchum_workspace_posting_get_read (self);
  self->company = g_strdup (matchum_posting_get_company (posting));
  self->title = g_strdup (matchum_posting_get_title (posting));
  self->has_names = TRUE;
  if (!was_read)
    g_clear_pointer (&self->read, matchum_posting_unref);
}

/* What the user wrote, or what was read. */
static const char *
get_name (MatchumWorkspacePosting *self, const char *written, char *const *read)
{
  if (written != NULL && *written != '\0')
    return written;
  matchum_workspace_posting_ensure_names (self);
  return *read;
}

static MatchumPosting *
get_corrected (MatchumWorkspacePosting *self)
{
  if (self->corrected == NULL)
    self->corrected = matchum_posting_with_placed_corrections (matchum_workspace_posting_get_read (self),
                                                               matchum_workspace_posting_get_corrections (self));
  return self->corrected;
}

/* The day on which it was added, else today: "D-7" counts from when it was written. */
static MatchumDay
get_day_of_reading (MatchumWorkspacePosting *self)
{
  MatchumDay day = { 0 };
  const char *text = self->record->created_on;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3
      || !g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year))
    return self->as_of;
  return day;
}

/* What was never looked at need not be read again. */
gboolean
matchum_workspace_posting_update_corrections (MatchumWorkspacePosting *self)
{
  GPtrArray *after;
  gboolean is_same;

  if (self->corrections == NULL)
    return FALSE;
  after = read_corrections (self);
  is_same = has_same_corrections (self->corrections, after);
  g_ptr_array_unref (self->corrections);
  self->corrections = after;
  return !is_same;
}

MatchumPosting *
matchum_workspace_posting_get_posting (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->posting == NULL)
    {
      guint team = matchum_workspace_posting_get_team (self);

      self->posting = team != MATCHUM_NO_TEAM ? matchum_team_posting_new (get_corrected (self), self->details, team)
                                              : matchum_posting_ref (get_corrected (self));
    }
  return self->posting;
}

MatchumPostingDetails *
matchum_workspace_posting_get_details (MatchumWorkspacePosting *self)
{
  const MatchumPostingDeadline *deadline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->details != NULL)
    return self->details;
  self->details = matchum_posting_details_read (get_corrected (self), get_day_of_reading (self));
  deadline = matchum_posting_details_get_deadline (self->details);
  self->last_day = deadline != NULL ? deadline->day : (MatchumDay){ 0 };
  self->has_last_day = TRUE;
  return self->details;
}

guint
matchum_workspace_posting_get_team (MatchumWorkspacePosting *self)
{
  const char *team;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), MATCHUM_NO_TEAM);

  team = matchum_application_get_team (matchum_workspace_posting_get_application (self));
  return team != NULL ? matchum_team_posting_find (matchum_workspace_posting_get_details (self), team)
                      : MATCHUM_NO_TEAM;
}

gboolean
matchum_workspace_posting_get_last_day (MatchumWorkspacePosting *self, MatchumDay *day)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->last_day;
  return self->has_last_day && day->year > 0;
}

gboolean
matchum_workspace_posting_needs_details (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return !self->has_last_day;
}

MatchumPosting *
matchum_workspace_posting_get_read (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->read == NULL)
    self->read = read_posting (self);
  return self->read;
}

MatchumPlacedCorrections *
matchum_workspace_posting_get_corrections (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->corrections == NULL)
    self->corrections = read_corrections (self);
  if (self->placed == NULL)
    self->placed = matchum_placed_corrections_new (matchum_workspace_posting_get_read (self), self->corrections);
  return self->placed;
}

const char *
matchum_workspace_posting_get_company (MatchumWorkspacePosting *self)
{
  const char *company;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  company = get_name (self, self->record->company, &self->company);
  /* Translators: stands for the name of a company that the posting does not tell. */
  return company != NULL && *company != '\0' ? company : _ ("Unnamed Company");
}

const char *
matchum_workspace_posting_get_title (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return get_name (self, self->record->title, &self->title);
}
