/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of jobs, studies and the like, its columns told by their heads. Private to this room. */
#pragma once

#include "resume/matchum-resume-facts.h"

G_BEGIN_DECLS

typedef struct _MatchumFactTable MatchumFactTable;

/* NULL where block is no table. */
MatchumFactTable *matchum_fact_table_read       (MatchumResume          *resume,
                                                 const MatchumBlock     *block,
                                                 MatchumFactKind         kind);
void              matchum_fact_table_free       (MatchumFactTable       *self);

/* Rows under the head. */
guint             matchum_fact_table_get_n_rows (const MatchumFactTable *self);
/* 1-based, of the source. */
guint             matchum_fact_table_get_line   (const MatchumFactTable *self,
                                                 const MatchumBlock     *block,
                                                 guint                   row);
/* Its cells that say something, with bars between them. */
char             *matchum_fact_table_dup_row    (const MatchumFactTable *self,
                                                 guint                   row);
/* Sets what stands in columns whose heads say what it is. */
void              matchum_fact_table_apply      (const MatchumFactTable *self,
                                                 guint                   row,
                                                 MatchumFact            *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFactTable, matchum_fact_table_free)

G_END_DECLS
