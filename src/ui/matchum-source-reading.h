/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the Markdown of a resume again and again while it is being written, in a thread of its own: the last reading tells
 * where lines stand, and whether the text can be read at all. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE_READING (matchum_source_reading_get_type ())

/* Signal "read": a reading is done, and no other one is wanted. */
G_DECLARE_FINAL_TYPE (MatchumSourceReading, matchum_source_reading, MATCHUM, SOURCE_READING, GObject)

/* name is what error messages call the text. */
MatchumSourceReading *matchum_source_reading_new         (const char           *name);
/* Reads text, now or when the reading under way is done; of several texts that wait only the last is read. */
void                  matchum_source_reading_read        (MatchumSourceReading *self,
                                                          GBytes               *text);
/* Has a reading wait or be under way. */
gboolean              matchum_source_reading_is_busy     (MatchumSourceReading *self);
/* What was read last, or NULL where it could not be read; then the problem says why. */
MatchumResume        *matchum_source_reading_get_resume  (MatchumSourceReading *self);
const char           *matchum_source_reading_get_problem (MatchumSourceReading *self);
/* Drops what is under way: "read" comes no more. */
void                  matchum_source_reading_stop        (MatchumSourceReading *self);

/* Reads text at once; NULL and a problem where it cannot be read. */
MatchumResume        *matchum_source_reading_run         (const char           *name,
                                                          GBytes               *text,
                                                          char                **problem);

G_END_DECLS
