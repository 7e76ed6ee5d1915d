/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps offsets in a derived text (folded, or with its markup taken away) back to the text it came from.
 * Built front to back, then only read; reference counted. */
#pragma once

#include <glib-object.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_OFFSET_MAP (matchum_offset_map_get_type ())

typedef struct _MatchumOffsetMap MatchumOffsetMap;

GType             matchum_offset_map_get_type        (void);

MatchumOffsetMap *matchum_offset_map_new             (void);
MatchumOffsetMap *matchum_offset_map_ref             (MatchumOffsetMap *self);
void              matchum_offset_map_unref           (MatchumOffsetMap *self);

/* Says that the next derived_length bytes of the derived text came from the bytes of source.
 * Where both have the same length the bytes correspond one to one; else the run maps as a whole. */
void              matchum_offset_map_append          (MatchumOffsetMap *self,
                                                      gsize             derived_length,
                                                      MatchumSpan       source);
/* The same for a run that maps as a whole although both have the same length. */
void              matchum_offset_map_append_whole    (MatchumOffsetMap *self,
                                                      gsize             derived_length,
                                                      MatchumSpan       source);
/* The bytes of the source that the bytes of derived came from. */
MatchumSpan       matchum_offset_map_get_source_span (MatchumOffsetMap *self,
                                                      MatchumSpan       derived);
/* The first byte of the derived text that came from source or from behind it. */
gsize             matchum_offset_map_find_derived    (MatchumOffsetMap *self,
                                                      gsize             source);
/* The same as matchum_offset_map_get_source_span() on a walk through the text: place is 0 at first, and then what the
 * call before left there; spans that come in order are found at once. */
MatchumSpan       matchum_offset_map_follow_source_span
                                                     (MatchumOffsetMap *self,
                                                      MatchumSpan       derived,
                                                      guint            *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumOffsetMap, matchum_offset_map_unref)

G_END_DECLS
