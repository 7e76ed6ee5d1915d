/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of postings and resumes, whatever they came in: plain text, Markdown, an HTML page or fragment, or JSON that
 * holds a JobPosting or is JSON Resume. Told apart by what is in them. */
#pragma once

#include "posting/matchum-document-kind.h"
#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/* Reads file as matchum_source_load() does, with its errors and those of matchum_html_text_convert(). Blocks. */
MatchumSource *matchum_posting_source_load       (GFile         *file,
                                                  GCancellable  *cancellable,
                                                  GError       **error);
/* The same, and notes what of JSON Resume could not be taken as it was. kind: where the format tells what it holds, that;
 * else unknown; either may be NULL. */
MatchumSource *matchum_posting_source_load_noted (GFile                *file,
                                                  MatchumJsonNotes     *notes,
                                                  MatchumDocumentKind  *kind,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
/* The same for what was pasted or dropped. A name that ends in .html lets doubtful bytes be HTML. */
MatchumSource *matchum_posting_source_from_bytes (const char    *name,
                                                  GBytes        *bytes,
                                                  GError       **error);
MatchumSource *matchum_posting_source_from_bytes_noted (const char           *name,
                                                        GBytes               *bytes,
                                                        MatchumJsonNotes     *notes,
                                                        MatchumDocumentKind  *kind,
                                                        GError              **error);

G_END_DECLS
