/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any file that a resume or a posting may come in, made a text that the readers know: Markdown and plain text, JSON Resume,
 * JSON of a JobPosting, HTML, PDF, DOCX and ODT through pandoc, LinkedIn's export. What it is, is told by what is in it. */
#pragma once

#include "posting/matchum-document-kind.h"
#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/* What PDFs and archives may have; texts have MATCHUM_SOURCE_MAX_BYTES. */
#define MATCHUM_DOCUMENT_MAX_BYTES (64 * 1024 * 1024)

/**
 * matchum_document_load:
 * @file: the file to read; nothing is written
 * @wanted: what it is to be read as where its format does not tell; MATCHUM_DOCUMENT_UNKNOWN to find out
 * @notes: (nullable): gets what was left out and what is not sure. Lines are those of the text, of JSON those of the file
 * @kind: (out) (optional): what it is, where that is known
 *
 * Blocks, for as long as other programs need to read the file, half a minute at most: not for the thread of a window.
 *
 * Returns: (transfer full): the text, or NULL with a MATCHUM_SOURCE_ERROR or MATCHUM_PDF_TEXT_ERROR, a sentence that names
 *   the file (or G_IO_ERROR_CANCELLED)
 */
MatchumSource *matchum_document_load       (GFile                *file,
                                            MatchumDocumentKind   wanted,
                                            MatchumJsonNotes     *notes,
                                            MatchumDocumentKind  *kind,
                                            GCancellable         *cancellable,
                                            GError              **error);
/* The same for bytes that are there, called name in messages. */
MatchumSource *matchum_document_from_bytes (const char           *name,
                                            GBytes               *bytes,
                                            MatchumDocumentKind   wanted,
                                            MatchumJsonNotes     *notes,
                                            MatchumDocumentKind  *kind,
                                            GCancellable         *cancellable,
                                            GError              **error);
/* The bytes of a file that may be any of these, for who looks at them first. Sets name. */
GBytes        *matchum_document_load_bytes (GFile                *file,
                                            char                **name,
                                            GCancellable         *cancellable,
                                            GError              **error);

G_END_DECLS
