/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume as a tree of blocks in document order over the very bytes it was read from. Every byte of the source
 * belongs to the front matter, to one block's span, or to the gap before, between or after blocks. Immutable and
 * reference counted. */
#pragma once

#include <glib-object.h>

#include "resume/matchum-block.h"
#include "resume/matchum-link-definitions.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_RESUME (matchum_resume_get_type ())

typedef struct _MatchumResume MatchumResume;

GType               matchum_resume_get_type       (void);

/* Takes blocks (array of MatchumBlock with matchum_block_free as its free function); for readers. */
MatchumResume      *matchum_resume_new            (MatchumSource *source,
                                                   const char    *name,
                                                   GPtrArray     *blocks);
/* The same resume with an id from ids for every block in document order. */
MatchumResume      *matchum_resume_with_ids       (MatchumResume      *self,
                                                   const char *const  *ids);
MatchumResume      *matchum_resume_ref            (MatchumResume *self);
void                matchum_resume_unref          (MatchumResume *self);

MatchumSource      *matchum_resume_get_source     (MatchumResume *self);
/* The person's name: front matter title or author, else the title block, else a line such as "Name: …", else NULL. */
const char         *matchum_resume_get_name       (MatchumResume *self);
guint               matchum_resume_get_n_blocks   (MatchumResume *self);
const MatchumBlock *matchum_resume_get_block      (MatchumResume *self,
                                                   guint          index);
const MatchumBlock *matchum_resume_lookup         (MatchumResume *self,
                                                   const char    *id);
/* The block whose own lines hold line (1-based), or NULL: blank line, front matter, past the end. */
const MatchumBlock *matchum_resume_get_block_at   (MatchumResume *self,
                                                   guint          line);
/* Whether a line of the source says nothing: white space and the marks of quotes. */
gboolean            matchum_resume_is_blank_line  (MatchumResume *self,
                                                   guint          line);

/* The link reference definitions of the text, for exporters. */
MatchumLinkDefinitions *matchum_resume_get_link_definitions  (MatchumResume          *self);
/* For readers, once, right after matchum_resume_new(); takes definitions. */
void                    matchum_resume_take_link_definitions (MatchumResume          *self,
                                                              MatchumLinkDefinitions *definitions);

MatchumBlock       *matchum_block_new             (void);
void                matchum_block_free            (MatchumBlock  *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumResume, matchum_resume_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlock, matchum_block_free)

G_END_DECLS
