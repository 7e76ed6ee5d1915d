/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the posting: for a requirement its key, verdict icon and words, then the verdict in words with its reason. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-posting-object.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_ROW (matchum_posting_row_get_type ())

/**
 * MatchumPostingRow:
 *
 * CSS node posting-row with the classes .name, .banner, .section, .requirement, .fold, .heading, .line, .faded, .lit,
 * and that of the verdict: .met, .listed, .partial, .missing, .soft.
 *
 * Property "kind" (string): how its line is counted, by nick, "" where it has none; setting it asks the pane for it.
 *
 * Actions: posting-row.activate (Enter; Space for a fold), posting-row.jump; for its line posting-row.kind (Alt+1 to Alt+4),
 * posting-row.edit (F2), posting-row.split, posting-row.join (Ctrl+J), posting-row.heading, posting-row.reset and
 * posting-row.menu (Menu, Shift+F10); for its requirement posting-row.have (H), posting-row.lack (Shift+H), both for the
 * criterion named, or all of it where the name is empty, posting-row.link (L) and posting-row.judge (J).
 */
G_DECLARE_FINAL_TYPE (MatchumPostingRow, matchum_posting_row, MATCHUM, POSTING_ROW, GtkBox)

GtkWidget            *matchum_posting_row_new        (void);

MatchumPostingObject *matchum_posting_row_get_object (MatchumPostingRow    *self);
void                  matchum_posting_row_set_object (MatchumPostingRow    *self,
                                                      MatchumPostingObject *object);
/* Where in the words of its line, in bytes, a point in the row's coordinates is; FALSE where it is on none. */
gboolean              matchum_posting_row_find_words (MatchumPostingRow    *self,
                                                      double                x,
                                                      double                y,
                                                      gsize                *offset);
/* editor: stands in the place of the words from now on; NULL brings these back. */
void                  matchum_posting_row_set_editor (MatchumPostingRow    *self,
                                                      GtkWidget            *editor);
/* Whether a selected requirement quotes its evidence. */
void                  matchum_posting_row_set_narrow (MatchumPostingRow    *self,
                                                      gboolean              narrow);

G_END_DECLS
