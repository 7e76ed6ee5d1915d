/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the text of a resume or a posting again and again while it is being written, in a thread of its own: the last
 * reading tells what was read, and whether the text can be read at all. */
#pragma once

#include "posting/matchum-document-kind.h"
#include "posting/matchum-posting.h"
#include "resume/matchum-resume-notes.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE_READING (matchum_source_reading_get_type ())

/* Signal "read": a reading is done, and no other one is wanted. */
G_DECLARE_FINAL_TYPE (MatchumSourceReading, matchum_source_reading, MATCHUM, SOURCE_READING, GObject)

/* kind: of a resume or a posting; name is what error messages call the text. */
MatchumSourceReading *matchum_source_reading_new         (MatchumDocumentKind   kind,
                                                          const char           *name);
/* From now on also finds what of a resume could not be read as it stands, as of this day. */
void                  matchum_source_reading_set_day     (MatchumSourceReading *self,
                                                          MatchumDay            as_of);
/* Reads text, now or when the reading under way is done; of several texts that wait only the last is read. */
void                  matchum_source_reading_read        (MatchumSourceReading *self,
                                                          GBytes               *text);
/* Has a reading wait or be under way. */
gboolean              matchum_source_reading_is_busy     (MatchumSourceReading *self);
/* What was read last, or NULL where it could not be read, and then the problem says why, or is of the other kind. */
MatchumResume        *matchum_source_reading_get_resume  (MatchumSourceReading *self);
MatchumPosting       *matchum_source_reading_get_posting (MatchumSourceReading *self);
/* What of a resume could not be read as it stands: array of MatchumResumeNote; NULL where no day was set or nothing was read. */
GPtrArray            *matchum_source_reading_get_notes   (MatchumSourceReading *self);
const char           *matchum_source_reading_get_problem (MatchumSourceReading *self);
/* Drops what is under way: "read" comes no more. */
void                  matchum_source_reading_stop        (MatchumSourceReading *self);

/* Reads text at once: why it can't be read, or NULL where it can. */
char                 *matchum_source_reading_find_problem (MatchumSourceReading *self,
                                                          GBytes               *text);

G_END_DECLS
