/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the words, the title line and the order of an application into the text of its baseline. */
#include "config.h"

#include "tailor/matchum-tailored-resume.h"

#include "resume/matchum-block-order.h"
#include "resume/matchum-block-rewording.h"
#include "resume/matchum-resume-headline.h"

static GHashTable *
dup_wordings (MatchumApplication *application)
{
  g_autoptr (GPtrArray) ids = matchum_application_dup_worded (application);
  GHashTable *wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      g_hash_table_insert (wordings, g_strdup (id), g_strdup (matchum_application_get_wording (application, id)));
    }
  return wordings;
}

static MatchumResume *
reword (MatchumResume *resume, MatchumApplication *application, MatchumTailoredResumeReport *report)
{
  g_autoptr (GHashTable) wordings = dup_wordings (application);

  return matchum_block_rewording_apply (resume, wordings, &report->refused);
}

static MatchumResume *
put_title_line (MatchumResume *resume, MatchumApplication *application, MatchumTailoredResumeReport *report)
{
  const char *line = matchum_application_get_title_line (application);
  MatchumResume *after;

  if (line == NULL)
    return matchum_resume_ref (resume);
  after = matchum_resume_headline_with (resume, line, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID);
  report->is_title_line_refused = after == NULL;
  return after != NULL ? after : matchum_resume_ref (resume);
}

void
matchum_tailored_resume_report_free (MatchumTailoredResumeReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->refused, g_ptr_array_unref);
  g_clear_pointer (&report->stayed, g_ptr_array_unref);
  g_free (report);
}

/**
 * matchum_tailored_resume_new_with_report:
 * @report: (out) (transfer full): what of it could not be had
 *
 * The title line takes the place of the headline as the application words it. It does not matter what the application
 * hides.
 *
 * Returns: (transfer full): the resume as the application has it; the baseline itself where nothing of it is changed
 */
MatchumResume *
matchum_tailored_resume_new_with_report (MatchumResume *baseline,
                                         MatchumApplication *application,
                                         MatchumTailoredResumeReport **report)
{
  g_autoptr (MatchumTailoredResumeReport) found = g_new0 (MatchumTailoredResumeReport, 1);
  g_autoptr (MatchumResume) reworded = NULL;
  g_autoptr (MatchumResume) titled = NULL;
  MatchumResume *ordered;

  g_return_val_if_fail (baseline != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);

  reworded = reword (baseline, application, found);
  titled = put_title_line (reworded, application, found);
  ordered = matchum_block_order_apply (titled, matchum_application_get_order (application), &found->stayed);
  *report = g_steal_pointer (&found);
  return ordered;
}

MatchumResume *
matchum_tailored_resume_new (MatchumResume *baseline, MatchumApplication *application)
{
  g_autoptr (MatchumTailoredResumeReport) report = NULL;

  return matchum_tailored_resume_new_with_report (baseline, application, &report);
}

char *
matchum_tailored_resume_dup_headline (MatchumResume *baseline)
{
  g_return_val_if_fail (baseline != NULL, NULL);

  return matchum_resume_headline_dup (baseline);
}
