/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The YAML block between two lines of --- at the head of a Markdown file. */
#pragma once

#include <glib-object.h>

#include "text/matchum-source.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FRONT_MATTER (matchum_front_matter_get_type ())

typedef struct _MatchumFrontMatter MatchumFrontMatter;

GType               matchum_front_matter_get_type   (void);

/* Reads the front matter of source. Without one it is empty and its span is empty. A block that is opened and
 * not closed, or is not valid YAML, fails with MATCHUM_SOURCE_ERROR_FORMAT and names the line. A leading line of
 * --- with no closing line and no "key:" under it is a thematic break, not front matter. */
MatchumFrontMatter *matchum_front_matter_read       (MatchumSource       *source,
                                                     GError             **error);
MatchumFrontMatter *matchum_front_matter_ref        (MatchumFrontMatter  *self);
void                matchum_front_matter_unref      (MatchumFrontMatter  *self);

/* The bytes of the block, both --- lines and the last line end included. */
MatchumSpan         matchum_front_matter_get_span   (MatchumFrontMatter  *self);
/* A top-level scalar by its key, NULL where there is none. */
const char         *matchum_front_matter_get_string (MatchumFrontMatter  *self,
                                                     const char          *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFrontMatter, matchum_front_matter_unref)

G_END_DECLS
