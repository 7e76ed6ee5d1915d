/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the builder makes of a resume. */
#include "config.h"

#include "export/matchum-json-resume-exporter.h"

#include "resume/matchum-json-resume-builder.h"

/**
 * matchum_json_resume_exporter_write_baseline:
 * @notes: (nullable): gets what JSON Resume has no place for, with lines of the Markdown
 *
 * Returns: (transfer full): JSON in UTF-8, indented by two, with a line feed at its end
 */
char *
matchum_json_resume_exporter_write_baseline (MatchumResume *resume, MatchumJsonNotes *notes)
{
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autoptr (MatchumJsonValue) root = NULL;

  g_return_val_if_fail (resume != NULL, NULL);

  visibility = matchum_visibility_new_all (resume);
  root = matchum_json_resume_builder_build (visibility, FALSE, notes);
  return matchum_json_value_print (root);
}

/**
 * matchum_json_resume_exporter_write_tailored:
 * @notes: (nullable): as above
 *
 * Returns: (transfer full): JSON in UTF-8, indented by two, with a line feed at its end
 */
char *
matchum_json_resume_exporter_write_tailored (MatchumVisibility *visibility, MatchumJsonNotes *notes)
{
  g_autoptr (MatchumJsonValue) root = NULL;

  g_return_val_if_fail (visibility != NULL, NULL);

  root = matchum_json_resume_builder_build (visibility, TRUE, notes);
  return matchum_json_value_print (root);
}
