/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LinkedIn's copy of one's data (Settings → Data privacy → Get a copy of your data): a ZIP archive of CSV tables, made a
 * baseline resume. */
#pragma once

#include "import/matchum-archive.h"
#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/* What to do with a member of such an archive; for matchum_archive_read(). */
MatchumArchiveUse matchum_linkedin_choose  (const char        *path,
                                            gpointer           user_data);
/* Whether an archive holds tables of a LinkedIn profile. */
gboolean          matchum_linkedin_is_one  (MatchumArchive    *archive);
/* Its Markdown. notes gets what was left out and what is not sure; lines are those of the Markdown. Fails with
 * MATCHUM_SOURCE_ERROR_EMPTY where the tables say nothing, and as matchum_source_new() does. */
MatchumSource    *matchum_linkedin_convert (const char        *name,
                                            MatchumArchive    *archive,
                                            MatchumJsonNotes  *notes,
                                            GError           **error);

G_END_DECLS
