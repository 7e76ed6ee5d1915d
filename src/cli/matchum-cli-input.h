/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every verb reads: files and the words of the command line. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-document-kind.h"
#include "posting/matchum-posting.h"
#include "resume/matchum-json-value.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_CLI_FORMAT_TEXT,
  MATCHUM_CLI_FORMAT_JSON,
} MatchumCliFormat;

/* wanted: what the file is read as where its format does not tell. is_converted, where not NULL, is set to whether the text
 * is another than the bytes of the file: from another encoding, from HTML, JSON, PDF and the like. notes gets what could
 * not be taken as it stands. */
MatchumSource  *matchum_cli_input_load_noted_source (const char          *path,
                                                MatchumDocumentKind   wanted,
                                                MatchumJsonNotes     *notes,
                                                gboolean             *is_converted,
                                                GError              **error);
/* The same; tells the notes on standard error. */
MatchumSource  *matchum_cli_input_load_source  (const char           *path,
                                                MatchumDocumentKind   wanted,
                                                gboolean             *is_converted,
                                                GError              **error);
MatchumResume  *matchum_cli_input_load_resume  (const char        *path,
                                                GError           **error);
MatchumPosting *matchum_cli_input_load_posting (const char        *path,
                                                GError           **error);

/* Says on standard error what there is to tell of a text, if anything, before what the verb prints. */
void            matchum_cli_input_print_notice (MatchumSource     *source);
/* Says on standard error what could not be taken as it stands, a line each. */
void            matchum_cli_input_print_notes  (const char        *path,
                                                MatchumJsonNotes  *notes);

/* text: the value of --as-of, or NULL for today. Fails as wrong usage. */
gboolean        matchum_cli_input_parse_day    (const char        *text,
                                                MatchumDay        *day,
                                                GError           **error);
/* text: the value of --format, or NULL for text. Fails as wrong usage. */
gboolean        matchum_cli_input_parse_format (const char        *text,
                                                MatchumCliFormat  *format,
                                                GError           **error);
/* Fails as wrong usage where value is NULL: option is missing. */
gboolean        matchum_cli_input_require      (const char        *value,
                                                const char        *option,
                                                GError           **error);

/* Fails as wrong usage where words has any: the verb takes options alone. */
gboolean        matchum_cli_input_refuse_words (char             **words,
                                                GError           **error);

G_END_DECLS
