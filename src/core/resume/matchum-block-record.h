/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a block so that it can be told again when the resume is next read. Plain data, owned by whoever
 * made it. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

typedef struct {
  char               *id;
  MatchumBlockKind    kind;
  MatchumSectionKind  section; /* kind of the section it stood in (its own, for a section) */
  char               *parent;  /* id of the block above it, or NULL */
  guint               place;   /* among the children of its parent, from 0 */
  gboolean            is_gone; /* stands in the resume no longer, but something still names its id: parent and place
                                  do not count, and the id is taken up again when its words come back */
  char               *text;    /* its words as they were, see matchum_block_get_text() */
} MatchumBlockRecord;

/* id and parent are ids, text the words; all are copied. */
MatchumBlockRecord *matchum_block_record_new          (const char               *id,
                                                       MatchumBlockKind          kind,
                                                       MatchumSectionKind        section,
                                                       const char               *parent,
                                                       guint                     place,
                                                       const char               *text);
MatchumBlockRecord *matchum_block_record_copy         (const MatchumBlockRecord *self);
void                matchum_block_record_free         (MatchumBlockRecord       *self);

/* Records of all blocks of resume in document order: array of MatchumBlockRecord that owns them. */
GPtrArray          *matchum_block_record_list_new     (MatchumResume            *resume);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockRecord, matchum_block_record_free)

G_END_DECLS
