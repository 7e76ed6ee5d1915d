/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resumes from HTML pages, and from what pandoc makes of documents. */
#pragma once

#include "import/matchum-flow.h"

G_BEGIN_DECLS

/* The lines that a page shows; menus are left out, and told. name is for messages. Fails as matchum_source_new() does and
 * with MATCHUM_SOURCE_ERROR_FORMAT where it is no page that can be read. */
MatchumFlow   *matchum_html_resume_read    (const char        *name,
                                            GBytes            *html,
                                            MatchumJsonNotes  *notes,
                                            GError           **error);
/* The Markdown of its lines. */
MatchumSource *matchum_html_resume_convert (const char        *name,
                                            GBytes            *html,
                                            MatchumJsonNotes  *notes,
                                            GError           **error);

G_END_DECLS
