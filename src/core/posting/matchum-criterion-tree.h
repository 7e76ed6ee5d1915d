/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting trees of criteria together and tidying them. Functions that give a node take the nodes they are given. Of the
 * posting room only. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-criterion.h"

G_BEGIN_DECLS

GPtrArray        *matchum_criterion_tree_new_nodes       (void);
/* Joins children, and empties the array; one child stands for itself; none gives NULL. */
MatchumCriterion *matchum_criterion_tree_join            (MatchumCriterionKind  kind,
                                                          GPtrArray            *children);
/* Either may be NULL. */
MatchumCriterion *matchum_criterion_tree_join_two        (MatchumCriterionKind  kind,
                                                          MatchumCriterion     *first,
                                                          MatchumCriterion     *second);
/* node may be NULL. */
void              matchum_criterion_tree_visit_leaves    (MatchumCriterion     *node,
                                                          GFunc                 visit,
                                                          gpointer              data);
/* Visitors: makes a leaf silent; makes it a detail; adds what a leaf names to an array of guint. */
void              matchum_criterion_tree_silence_cb      (gpointer              data,
                                                          gpointer              user_data);
void              matchum_criterion_tree_detail_cb       (gpointer              data,
                                                          gpointer              user_data);
void              matchum_criterion_tree_add_concepts_cb (gpointer              data,
                                                          gpointer              user_data);
/* Whether a leaf names a programming language, library, tool or platform. */
gboolean          matchum_criterion_tree_is_product      (const MatchumCriterion *leaf,
                                                          MatchumLexicon       *lexicon);
/* Takes roles away, and the lists of which one would do; NULL where nothing is left. */
MatchumCriterion *matchum_criterion_tree_prune_roles     (MatchumCriterion     *node);
/* Silences classes whose members are listed beside them. */
void              matchum_criterion_tree_silence_heads   (MatchumCriterion     *node,
                                                          MatchumLexicon       *lexicon);
/* Adds to open lists, silently, the class that their members share. */
void              matchum_criterion_tree_open_lists      (MatchumCriterion     *node,
                                                          MatchumLexicon       *lexicon);
/* No list asks for more than is in it. */
void              matchum_criterion_tree_bound_count     (MatchumCriterion     *node);
/* Takes repeated children away, and nodes left with one child. */
MatchumCriterion *matchum_criterion_tree_simplify        (MatchumCriterion     *node);
/* Gives the languages of a list the level that is said of one; where all are asked for, those that stand before it. */
void              matchum_criterion_tree_share_levels    (MatchumCriterion     *node);
/* Moves all spans of the tree by offset bytes. */
void              matchum_criterion_tree_move            (MatchumCriterion     *node,
                                                          gsize                 offset);
/* Marks those of nodes, things asked for together, that name the whole of a kind of work beside what is asked in
 * particular. */
void              matchum_criterion_tree_mark_wholes     (GPtrArray            *nodes,
                                                          MatchumLexicon       *lexicon);
/* Marks those of nodes, which stand side by side, that an unknown word stands before. */
void              matchum_criterion_tree_mark_heads      (GPtrArray            *nodes,
                                                          MatchumLexicon       *lexicon);

G_END_DECLS
