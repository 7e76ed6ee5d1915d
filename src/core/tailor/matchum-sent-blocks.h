/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a resume stood in what was sent, by their words: whole, in other words, or not at all. Text against text,
 * so that it is known of a copy that was made long ago, or laid out and read back. Immutable and reference counted. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SENT_BLOCKS (matchum_sent_blocks_get_type ())

typedef enum {
  MATCHUM_SENT_WITHOUT,     /* what was sent does not say it */
  MATCHUM_SENT_OTHER_WORDS, /* it says it in words that have been changed since */
  MATCHUM_SENT_EXACTLY,     /* it says these words; how they are marked, cased and parted does not count */
  MATCHUM_SENT_UNKNOWN,     /* nothing was sent, or nobody can read what was */
} MatchumSentWords;

typedef struct _MatchumSentBlocks MatchumSentBlocks;

GType              matchum_sent_blocks_get_type (void);

/* Of the blocks of baseline as they are in it or in tailored, which has its ids and words of its own for some of them, or is
 * NULL. sent: what was sent. */
MatchumSentBlocks *matchum_sent_blocks_new      (MatchumResume     *baseline,
                                                 MatchumResume     *tailored,
                                                 MatchumResume     *sent);
MatchumSentBlocks *matchum_sent_blocks_ref      (MatchumSentBlocks *self);
void               matchum_sent_blocks_unref    (MatchumSentBlocks *self);

guint              matchum_sent_blocks_get_size (MatchumSentBlocks *self);
/* block: its index in the baseline. */
MatchumSentWords   matchum_sent_blocks_get      (MatchumSentBlocks *self,
                                                 guint              block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumSentBlocks, matchum_sent_blocks_unref)

G_END_DECLS
