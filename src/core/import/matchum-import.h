/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every kind but PDF made texts that the readers know: told apart by what is in them, whatever their names. */
#pragma once

#include "import/matchum-flow.h"
#include "posting/matchum-document-kind.h"
#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/**
 * matchum_import_bytes:
 * @name: what messages call the file
 * @wanted: what it is to be read as where its format does not tell; MATCHUM_DOCUMENT_UNKNOWN to find out
 * @notes: (nullable): gets what was left out and what is not sure. Lines are those of the text, of JSON those of the file
 * @kind: (out) (optional): what it is, where that is known
 *
 * Blocks: pandoc may run.
 *
 * Returns: (transfer full): the text, or NULL with a MATCHUM_SOURCE_ERROR (or G_IO_ERROR_CANCELLED)
 */
MatchumSource *matchum_import_bytes     (const char           *name,
                                         GBytes               *bytes,
                                         MatchumDocumentKind   wanted,
                                         MatchumJsonNotes     *notes,
                                         MatchumDocumentKind  *kind,
                                         GCancellable         *cancellable,
                                         GError              **error);
/* The same for lines that were read of a document. */
MatchumSource *matchum_import_flow      (const char           *name,
                                         MatchumFlow          *flow,
                                         MatchumDocumentKind   wanted,
                                         MatchumJsonNotes     *notes,
                                         MatchumDocumentKind  *kind,
                                         GError              **error);
/* Whether bytes are of a format that may be larger than a text: a ZIP archive. */
gboolean       matchum_import_is_packed (GBytes               *bytes);

G_END_DECLS
