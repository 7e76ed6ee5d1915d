/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job posting: the text as pasted and what was read from it. Immutable and reference counted. */
#pragma once

#include <glib-object.h>

#include "posting/matchum-posting-line.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING (matchum_posting_get_type ())

typedef struct _MatchumPosting MatchumPosting;

GType                     matchum_posting_get_type             (void);

/* Takes lines (array of MatchumPostingLine); company and title may be NULL. For readers. */
MatchumPosting           *matchum_posting_new                  (MatchumSource  *source,
                                                                const char     *company,
                                                                const char     *title,
                                                                GPtrArray      *lines);
/* The same with other lines, which it takes and leaves as they are. */
MatchumPosting           *matchum_posting_with_lines           (MatchumPosting *self,
                                                                GPtrArray      *lines);
MatchumPosting           *matchum_posting_ref                  (MatchumPosting *self);
void                      matchum_posting_unref                (MatchumPosting *self);

MatchumSource            *matchum_posting_get_source           (MatchumPosting *self);
const char               *matchum_posting_get_company          (MatchumPosting *self);
const char               *matchum_posting_get_title            (MatchumPosting *self);
/* All lines with words, in order, front matter left out. */
guint                     matchum_posting_get_n_lines          (MatchumPosting *self);
const MatchumPostingLine *matchum_posting_get_line             (MatchumPosting *self,
                                                                guint           index);
/* Whether any heading of a known kind was found. Where none was, the lines that ask by their own words were taken, or
 * all of a bare list of names, and the user should be told. */
gboolean                  matchum_posting_has_known_headings   (MatchumPosting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPosting, matchum_posting_unref)

G_END_DECLS
