/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the galley: a heading, an item or a paragraph, set in lines, with its bullet and its dates. */
#pragma once

#include "matchum-paragraph.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_ROW_NAME,
  MATCHUM_ROW_CONTACT,
  MATCHUM_ROW_SECTION,
  MATCHUM_ROW_ENTRY,
  MATCHUM_ROW_SUBENTRY,
  MATCHUM_ROW_DETAIL,     /* second line of an entry: the role, where the first has no room for it */
  MATCHUM_ROW_ITEM,
  MATCHUM_ROW_PARAGRAPH,
  MATCHUM_ROW_QUOTE,
} MatchumRowRole;

typedef struct {
  MatchumRowRole    role;
  guint             list_depth; /* 0 outside lists */
  MatchumParagraph *text;
  double            x;          /* of the text, from the left of the text area, in points */
  MatchumParagraph *label;      /* bullet or number, or NULL */
  double            label_x;
  MatchumParagraph *aside;      /* dates at the end of the first line, or NULL */
  double            aside_x;
  gboolean          spans;      /* the title of a section that its column is too narrow for: it stands above what follows */
} MatchumRow;

/* Takes text. */
MatchumRow *matchum_row_new         (MatchumRowRole    role,
                                     MatchumParagraph *text,
                                     double            x);
void        matchum_row_free        (MatchumRow       *self);
/* Takes label and aside. */
void        matchum_row_set_label   (MatchumRow       *self,
                                     MatchumParagraph *label,
                                     double            x);
void        matchum_row_set_aside   (MatchumRow       *self,
                                     MatchumParagraph *aside,
                                     double            x);
/* Turns the row about between left and left + width points where its text is read from right to left: bullet at
 * the right, dates at the left. */
void        matchum_row_turn        (MatchumRow       *self,
                                     double            left,
                                     double            width);
/* A letter that no installed font has, or 0. */
gunichar    matchum_row_get_missing (const MatchumRow *self);
gboolean    matchum_row_is_heading  (const MatchumRow *self);
/* Whether it is the name or contact. */
gboolean    matchum_row_is_head     (const MatchumRow *self);
/* Draws the row's lines, without elements of structure but the one that holds the text itself: tag. */
void        matchum_row_draw        (MatchumRow       *self,
                                     MatchumCanvas    *canvas,
                                     const char       *tag,
                                     guint             first,
                                     guint             n_lines,
                                     double            x,
                                     double            y);
void        matchum_row_draw_label  (MatchumRow       *self,
                                     MatchumCanvas    *canvas,
                                     double            x,
                                     double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumRow, matchum_row_free)

G_END_DECLS
