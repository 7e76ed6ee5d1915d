/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hires and for what: the company and the title of a posting. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"
#include "text/matchum-front-matter.h"

G_BEGIN_DECLS

/* Either is NULL where the posting does not say. shapes have their roles. */
void matchum_posting_names_find (MatchumSource       *source,
                                 MatchumFrontMatter  *front_matter,
                                 GArray              *shapes,
                                 char               **company,
                                 char               **title);

G_END_DECLS
