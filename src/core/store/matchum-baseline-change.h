/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change of the text of a baseline, as part of an edit: whatever was done to the text, each block is found again and keeps its
 * id. What a change does is worked out where it is carried out, over the text that is in the library then. Reference counted. */
#pragma once

#include "resume/matchum-block.h"
#include "resume/matchum-identity-report.h"
#include "resume/matchum-resume.h"
#include "store/matchum-baseline-table.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BASELINE_CHANGE (matchum_baseline_change_get_type ())

typedef struct _MatchumBaselineChange MatchumBaselineChange;

GType                  matchum_baseline_change_get_type    (void);

/* The whole text anew, however it was edited. */
MatchumBaselineChange *matchum_baseline_change_new_text    (const char            *baseline,
                                                            const char            *markdown);
/* Other words for one block, see matchum_block_edit_replace(). Words of nothing but white space remove it. */
MatchumBaselineChange *matchum_baseline_change_new_words   (const char            *baseline,
                                                            const char            *block,
                                                            const char            *markdown);
/* A new block after another, see matchum_block_edit_insert_after(). It is a draft until it is given other words: see
 * matchum_baseline_change_new_draft_removal(). */
MatchumBaselineChange *matchum_baseline_change_new_block   (const char            *baseline,
                                                            const char            *after,
                                                            MatchumBlockKind       kind,
                                                            const char            *markdown);
/* Without a block and what stands under it. */
MatchumBaselineChange *matchum_baseline_change_new_removal (const char            *baseline,
                                                            const char            *block);
/* A block so many places further down among its like, with what stands under it; less than 0: up. See matchum_block_order_move(). */
MatchumBaselineChange *matchum_baseline_change_new_move    (const char            *baseline,
                                                            const char            *block,
                                                            gint                   delta);
/* Without the draft that was added last and never given words of its own, as by a program that was killed over it; NULL where there
 * is none. */
MatchumBaselineChange *matchum_baseline_change_new_draft_removal (MatchumDatabase *database);
MatchumBaselineChange *matchum_baseline_change_ref         (MatchumBaselineChange *self);
void                   matchum_baseline_change_unref       (MatchumBaselineChange *self);

const char            *matchum_baseline_change_get_baseline (MatchumBaselineChange *self);
/* A MatchumEditFunc, with a change as its data. */
gboolean               matchum_baseline_change_carry_out   (MatchumDatabase       *database,
                                                            gpointer               self,
                                                            GError               **error);
/* What became of every block; NULL before it was carried out. Ask only when the edit is done. */
MatchumIdentityReport *matchum_baseline_change_get_report  (MatchumBaselineChange *self);

/* The resume as the change left it; NULL before it was carried out. */
MatchumResume         *matchum_baseline_change_get_resume  (MatchumBaselineChange *self);

/* A baseline as a resume whose blocks have the ids that they have in the library. */
MatchumResume         *matchum_baseline_read_resume        (MatchumDatabase              *database,
                                                            const MatchumBaselineRecord  *record,
                                                            GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBaselineChange, matchum_baseline_change_unref)

G_END_DECLS
