/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a sent copy of an application, and what its words are held against today. What the library keeps of one is in
 * matchum-sent-copy-table.h; it is deleted, for good, by matchum_library_forget(). */
#pragma once

#include "resume/matchum-visibility.h"
#include "store/matchum-library.h"
#include "store/matchum-sent-copy-table.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* What a sent copy can be compared with. */
typedef struct {
  MatchumVisibility *tailored; /* as it is tailored for its posting; NULL where either is gone */
  MatchumVisibility *baseline; /* all of its baseline; NULL where that is gone */
} MatchumSentCopyToday;

/* One without files, of an id of its own. Of an application, its baseline and its posting the ids, any of which may be NULL;
 * posting_text, company and title as they are that day. */
MatchumSentCopyRecord *matchum_sent_copy_new         (const char                   *application,
                                                      const char                   *baseline,
                                                      const char                   *posting,
                                                      const char                   *company,
                                                      const char                   *title,
                                                      const char                   *posting_text,
                                                      MatchumDay                    sent_on);
/* Before it is kept. Two files of one name cannot be sent: a later one is told apart by a number. */
void                   matchum_sent_copy_add_file    (MatchumSentCopyRecord        *record,
                                                      const char                   *name,
                                                      const char                   *media_type,
                                                      GBytes                       *bytes);
/* Freezes it, in one transaction that undo does not reach. Fails with MATCHUM_LIBRARY_ERROR or MATCHUM_DATABASE_ERROR. */
gboolean               matchum_sent_copy_keep        (MatchumLibrary               *library,
                                                      const MatchumSentCopyRecord  *record,
                                                      GError                      **error);
/* The same; matchum_library_finish() tells how it went. */
void                   matchum_sent_copy_keep_async  (MatchumLibrary               *library,
                                                      const MatchumSentCopyRecord  *record,
                                                      GAsyncReadyCallback           callback,
                                                      gpointer                      user_data);

/* The file that tells its words best, or NULL where none does: Markdown before JSON Resume before PDF. record has its files. */
const MatchumSentFileRecord *matchum_sent_copy_find_text (const MatchumSentCopyRecord  *record);
/* Whether its words are read by matchum_sent_copy_read_resume(); a PDF is read elsewhere. */
gboolean               matchum_sent_file_is_text     (const MatchumSentFileRecord  *file);
gboolean               matchum_sent_file_is_pdf      (const MatchumSentFileRecord  *file);
/* The resume that a file of text is. Fails as the readers do. */
MatchumResume         *matchum_sent_file_read_resume (const MatchumSentFileRecord  *file,
                                                      GError                      **error);

/* Fails where the library cannot be read, or the baseline no longer as a resume. Clear today even then. */
gboolean               matchum_sent_copy_read_today  (MatchumDatabase              *database,
                                                      const MatchumSentCopyRecord  *record,
                                                      MatchumSentCopyToday         *today,
                                                      GError                      **error);
void                   matchum_sent_copy_today_clear (MatchumSentCopyToday         *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchumSentCopyToday, matchum_sent_copy_today_clear)

G_END_DECLS
