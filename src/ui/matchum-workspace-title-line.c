/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the name, which a posting may have of its own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "resume/matchum-resume-headline.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui/matchum-workspace-private.h"

static MatchumResume *
get_baseline_resume (MatchumWorkspace *self)
{
  return self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
}

const char *
matchum_workspace_get_title_line (MatchumWorkspace *self)
{
  MatchumApplication *application;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  application = matchum_workspace_get_application (self);
  return application != NULL ? matchum_application_get_title_line (application) : NULL;
}

char *
matchum_workspace_dup_headline (MatchumWorkspace *self)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  resume = get_baseline_resume (self);
  return resume != NULL ? matchum_tailored_resume_dup_headline (resume) : NULL;
}

/* The title line takes the place, and the id, of the headline that the resume has. */
guint
matchum_workspace_find_title_line (MatchumWorkspace *self)
{
  MatchumResume *shown, *resume;
  const MatchumBlock *block = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), MATCHUM_BLOCK_NONE);

  shown = matchum_workspace_get_resume (self);
  resume = get_baseline_resume (self);
  if (shown == NULL || resume == NULL)
    return MATCHUM_BLOCK_NONE;
  if (matchum_workspace_get_title_line (self) != NULL)
    block = matchum_resume_lookup (shown, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID);
  if (block == NULL)
    {
      guint index = matchum_resume_headline_find (resume);

      block = index != MATCHUM_BLOCK_NONE ? matchum_resume_lookup (shown, matchum_resume_get_block (resume, index)->id)
                                          : NULL;
    }
  return block != NULL ? block->index : MATCHUM_BLOCK_NONE;
}

gboolean
matchum_workspace_is_own_title_line (MatchumWorkspace *self, guint block)
{
  const char *line;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  line = matchum_workspace_get_title_line (self);
  return line != NULL && block != MATCHUM_BLOCK_NONE && matchum_workspace_find_title_line (self) == block;
}

/* A headline that is hidden is seen again where a line of the posting's own stands in its place. */
static MatchumApplication *
choose_line (MatchumWorkspace *self, const char *line)
{
  MatchumApplication *application = matchum_workspace_get_application (self);
  MatchumResume *resume = get_baseline_resume (self);
  const guint headline = resume != NULL && line != NULL ? matchum_resume_headline_find (resume) : MATCHUM_BLOCK_NONE;
  g_autoptr (MatchumApplication) shown = NULL;

  if (headline == MATCHUM_BLOCK_NONE)
    return matchum_application_with_title_line (application, line);
  shown = matchum_application_with_hidden (application, matchum_resume_get_block (resume, headline)->id, FALSE);
  return matchum_application_with_title_line (shown, line);
}

static void
tell_refused (MatchumWorkspace *self)
{
  const MatchumTailoredResumeReport *report = matchum_workspace_posting_get_report (self->current);

  if (report != NULL && report->is_title_line_refused)
    g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_TOLD), 0,
                   _ ("This title line cannot stand under the name, so it is not shown"));
}

gboolean
matchum_workspace_set_title_line (MatchumWorkspace *self, const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *headline = NULL;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  if (self->current == NULL || matchum_library_get_read_only_reason (self->library) != NULL)
    return FALSE;
  line = g_strstrip (g_strdup (text != NULL ? text : ""));
  headline = matchum_workspace_dup_headline (self);
  edited = choose_line (self, *line != '\0' && g_strcmp0 (line, headline) != 0 ? line : NULL);
  if (!matchum_workspace_choose (self, edited, _ ("Title Line")))
    return FALSE;
  tell_refused (self);
  return TRUE;
}
