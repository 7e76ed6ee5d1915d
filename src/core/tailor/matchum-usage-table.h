/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the blocks of a baseline are used: for each block and each of its applications, whether it is shown, and whether its
 * words stood in what was sent. Immutable and reference counted. */
#pragma once

#include "resume/matchum-resume.h"
#include "tailor/matchum-application.h"
#include "tailor/matchum-sent-blocks.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_TABLE (matchum_usage_table_get_type ())

typedef enum {
  MATCHUM_USAGE_SHOWN  = 1 << 0, /* in the end, whatever is hidden above or below it */
  MATCHUM_USAGE_HIDDEN = 1 << 1, /* by itself */
  MATCHUM_USAGE_PINNED = 1 << 2,
  MATCHUM_USAGE_WORDED = 1 << 3, /* it has wording of its own */
} MatchumUsageState;

typedef struct {
  MatchumApplication *application; /* NULL: gone, but for what was sent */
  GPtrArray          *sent;        /* of MatchumSentBlocks of the baseline, the latest first; NULL in it for what nobody can
                                      read; NULL where nothing was sent */
} MatchumUsageColumn;

typedef struct _MatchumUsageTable MatchumUsageTable;

GType              matchum_usage_table_get_type      (void);

/* Only read during the call. */
MatchumUsageTable *matchum_usage_table_new           (MatchumResume            *baseline,
                                                      const MatchumUsageColumn *columns,
                                                      guint                     n_columns);
MatchumUsageTable *matchum_usage_table_ref           (MatchumUsageTable        *self);
void               matchum_usage_table_unref         (MatchumUsageTable        *self);

MatchumResume     *matchum_usage_table_get_resume    (MatchumUsageTable        *self);
guint              matchum_usage_table_get_n_columns (MatchumUsageTable        *self);

/* Blocks are named by their index in the baseline. */
/* 0: it goes with what it hangs on, or there is no application. */
MatchumUsageState  matchum_usage_table_get_state     (MatchumUsageTable        *self,
                                                      guint                     column,
                                                      guint                     block);
guint              matchum_usage_table_get_n_sent    (MatchumUsageTable        *self,
                                                      guint                     column);
/* sent: 0 is the latest. */
MatchumSentWords   matchum_usage_table_get_sent      (MatchumUsageTable        *self,
                                                      guint                     column,
                                                      guint                     sent,
                                                      guint                     block);

/* In how many applications it is shown, and with how many something was sent that said it, in whatever words. */
guint              matchum_usage_table_count_shown   (MatchumUsageTable        *self,
                                                      guint                     block);
guint              matchum_usage_table_count_sent    (MatchumUsageTable        *self,
                                                      guint                     block);
/* How many applications there are, and with how many columns something was sent that can be read. */
guint              matchum_usage_table_count_applications (MatchumUsageTable   *self);
guint              matchum_usage_table_count_readable     (MatchumUsageTable   *self);
/* Whether it is shown in no application and was never sent, as far as can be told. */
gboolean           matchum_usage_table_is_unused     (MatchumUsageTable        *self,
                                                      guint                     block);
/* Whether applications show it and others do not, some say it in words of their own, or what was sent of it differs from what
 * is shown now or was sent elsewhere. */
gboolean           matchum_usage_table_differs       (MatchumUsageTable        *self,
                                                      guint                     block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumUsageTable, matchum_usage_table_unref)

G_END_DECLS
