/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads JSON Resume (jsonresume.org, schema 1.0.0): makes Markdown of it that the Markdown reader reads. Members that the
 * schema does not know, and whatever the words of the Markdown do not give back, are carried in comments that are never
 * printed, up to MATCHUM_JSON_RESUME_MAX_CARRIED bytes, and put back by the exporter; see matchum-json-carry.h. */
#pragma once

#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

#define MATCHUM_JSON_RESUME_MAX_CARRIED (1024 * 1024)

/* Whether text is JSON with members of a resume; as what it is taken if so. */
gboolean       matchum_json_resume_reader_is_resume (const char        *text,
                                                     gsize              length);
/* Whether text begins as JSON does, sound or not. */
gboolean       matchum_json_resume_reader_is_json   (const char        *text,
                                                     gsize              length);
MatchumSource *matchum_json_resume_reader_read      (MatchumSource     *json,
                                                     MatchumJsonNotes  *notes,
                                                     GError           **error);

G_END_DECLS
