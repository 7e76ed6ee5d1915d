/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small piece of a resume around some of its blocks, that reads like the whole: what an edit does to the blocks around
 * it is seen there without reading all of the source again. For this room only. */
#pragma once

#include "resume/matchum-markdown-outline.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

typedef struct {
  MatchumResume *resume;      /* borrowed */
  guint          first_block; /* blocks in the frame */
  guint          end_block;
  guint          first_line;  /* their lines in the source, with those between */
  MatchumSpan    span;        /* bytes of the source */
  char          *head;        /* what is written before them so that they read as they do in the source */
  guint          n_head_lines;
  guint          n_head_blocks;
  MatchumResume *before;      /* as it is read without an edit */
} MatchumBlockFrame;

/* What an edit is to do. */
typedef struct {
  MatchumSpan span;    /* bytes of the source that go */
  const char *text;    /* what stands there then */
  guint       first;   /* blocks that may become others */
  guint       end;
  guint       n_after; /* how many they are then */
  gboolean    is_remark; /* they may become remarks */
} MatchumBlockChange;

/* A frame around the blocks from first to end, which may be the same; NULL where they cannot be read by themselves. */
MatchumBlockFrame *matchum_block_frame_new      (MatchumResume            *resume,
                                                 guint                     first,
                                                 guint                     end);
void               matchum_block_frame_free     (MatchumBlockFrame        *self);
/* The frame as it is read after a change, or NULL where more than change says would become of it. */
MatchumResume     *matchum_block_frame_try      (MatchumBlockFrame        *self,
                                                 const MatchumBlockChange *change);
/* A block of the source in what was read. */
const MatchumBlock *matchum_block_frame_get     (MatchumBlockFrame        *self,
                                                 MatchumResume            *read,
                                                 guint                     block);
/* Where a byte of what was read before an edit is in the source. */
gsize              matchum_block_frame_get_source_offset (MatchumBlockFrame *self,
                                                          gsize              offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockFrame, matchum_block_frame_free)

G_END_DECLS
