/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a resume: the blocks that are seen of it before and after, side by side in the order of reading, each the
 * same, changed, gone or new, and the words that make the difference. Text against text: ids play no part, so that any two
 * resumes can be compared. Immutable and reference counted. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_RESUME_COMPARISON (matchum_resume_comparison_get_type ())

typedef enum {
  MATCHUM_COMPARED_SAME,
  MATCHUM_COMPARED_CHANGED,
  MATCHUM_COMPARED_REMOVED, /* before only */
  MATCHUM_COMPARED_ADDED,   /* after only */
  MATCHUM_N_COMPARED_KINDS,
} MatchumComparedKind;

typedef struct {
  MatchumComparedKind kind;
  guint               old;      /* index of the block before, or MATCHUM_BLOCK_NONE */
  guint               new;      /* the same after */
  gboolean            is_moved; /* it is in another place among its like */
} MatchumComparedBlock;

typedef struct _MatchumResumeComparison MatchumResumeComparison;

GType                       matchum_resume_comparison_get_type     (void);

MatchumResumeComparison    *matchum_resume_comparison_new          (MatchumVisibility         *before,
                                                                    MatchumVisibility         *after);
MatchumResumeComparison    *matchum_resume_comparison_ref          (MatchumResumeComparison   *self);
void                        matchum_resume_comparison_unref        (MatchumResumeComparison   *self);

guint                       matchum_resume_comparison_get_n_blocks (MatchumResumeComparison   *self);
const MatchumComparedBlock *matchum_resume_comparison_get_block    (MatchumResumeComparison   *self,
                                                                    guint                      index);
/* How many blocks are of a kind, and how many of those that are there before and after are moved. */
guint                       matchum_resume_comparison_count        (MatchumResumeComparison   *self,
                                                                    MatchumComparedKind        kind);
guint                       matchum_resume_comparison_count_moved  (MatchumResumeComparison   *self);
/* Whether both say the same in the same order. */
gboolean                    matchum_resume_comparison_is_same      (MatchumResumeComparison   *self);

/* The block as it was, and as it is; NULL where it is not there. */
const MatchumBlock         *matchum_resume_comparison_get_old      (MatchumResumeComparison   *self,
                                                                    guint                      index);
const MatchumBlock         *matchum_resume_comparison_get_new      (MatchumResumeComparison   *self,
                                                                    guint                      index);
/* The words of the sections and entries that the block stands under, the outermost first: array of char *, borrowed. Of one that
 * is there before and after, as it is after. */
GPtrArray                  *matchum_resume_comparison_list_above   (MatchumResumeComparison   *self,
                                                                    guint                      index);
/* The words that went and came: new arrays of MatchumSpan, bytes of the words of the block before and after. Of a block that
 * is the same, none; of one that is gone or new, all. */
void                        matchum_resume_comparison_find_words   (MatchumResumeComparison   *self,
                                                                    guint                      index,
                                                                    GArray                   **removed,
                                                                    GArray                   **added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumResumeComparison, matchum_resume_comparison_unref)

G_END_DECLS
