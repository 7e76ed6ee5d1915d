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
 * Actions: posting-row.activate (Enter; Space for a fold), posting-row.jump.
 */
G_DECLARE_FINAL_TYPE (MatchumPostingRow, matchum_posting_row, MATCHUM, POSTING_ROW, GtkBox)

GtkWidget            *matchum_posting_row_new        (void);

MatchumPostingObject *matchum_posting_row_get_object (MatchumPostingRow    *self);
void                  matchum_posting_row_set_object (MatchumPostingRow    *self,
                                                      MatchumPostingObject *object);
/* Whether a selected requirement quotes its evidence. */
void                  matchum_posting_row_set_narrow (MatchumPostingRow    *self,
                                                      gboolean              narrow);

G_END_DECLS
