/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a resume as those see them who put blocks in and take them out. For this room only. */
#pragma once

#include "resume/matchum-block-frame.h"

G_BEGIN_DECLS

/* A definition that nothing uses: it parts blocks and shows nowhere. */
#define MATCHUM_BLOCK_PLACE_SEPARATOR "[//]: #"

typedef struct {
  MatchumResume *resume; /* borrowed */
  MatchumSource *source;
  const char    *text;
  const char    *line_end;
} MatchumBlockPlace;

void                matchum_block_place_init               (MatchumBlockPlace  *self,
                                                            MatchumResume      *resume);
const MatchumBlock *matchum_block_place_get_block          (MatchumBlockPlace  *self,
                                                            guint               index);
guint               matchum_block_place_get_n_blocks       (MatchumBlockPlace  *self);
/* NULL where nothing is above block. */
const MatchumBlock *matchum_block_place_get_parent         (MatchumBlockPlace  *self,
                                                            const MatchumBlock *block);
/* Whether a block has a bullet or number of its own, be it a remark. */
gboolean            matchum_block_place_is_item            (MatchumBlockPlace  *self,
                                                            const MatchumBlock *block);
guint               matchum_block_place_get_n_lines        (MatchumBlockPlace  *self);
/* The last line of a block and of all in it. */
guint               matchum_block_place_get_last_line      (MatchumBlockPlace  *self,
                                                            const MatchumBlock *block);
/* FALSE for lines that are not there. */
gboolean            matchum_block_place_is_blank_line      (MatchumBlockPlace  *self,
                                                            guint               line);
guint               matchum_block_place_count_blank_before (MatchumBlockPlace  *self,
                                                            guint               line);
guint               matchum_block_place_count_blank_after  (MatchumBlockPlace  *self,
                                                            guint               line);
/* Where line begins, or the text ends. */
gsize               matchum_block_place_get_line_start     (MatchumBlockPlace  *self,
                                                            guint               line);
/* The source with other bytes in the place of some. */
char               *matchum_block_place_splice             (MatchumBlockPlace  *self,
                                                            MatchumSpan         span,
                                                            const char         *text);

G_END_DECLS
