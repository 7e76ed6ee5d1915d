/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the company and the title of a posting. */
#include "config.h"

#include "posting/matchum-posting-names.h"

void
matchum_posting_names_find (MatchumSource *source,
                            MatchumFrontMatter *front_matter,
                            GArray *shapes,
                            char **company,
                            char **title)
{
  *company = g_strdup (matchum_front_matter_get_string (front_matter, "company"));
  *title = g_strdup (matchum_front_matter_get_string (front_matter, "title"));
}
