/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that wraps between words, Korean ones included, with evidence marked in it. */
#pragma once

#include <gtk/gtk.h>

#include "text/matchum-inline-text.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_MARKED_LABEL (matchum_marked_label_get_type ())

/**
 * MatchumMarkedLabel:
 *
 * CSS nodes: marked-label ├── mark ╰── label. GTK draws the mark node behind the text, once for each line of each
 * mark, as wide as the marked words; so its look, in every theme, is the style sheet's alone.
 *
 * Properties: "single-line" (boolean): one line, with an ellipsis at its end where it does not fit.
 */
G_DECLARE_FINAL_TYPE (MatchumMarkedLabel, matchum_marked_label, MATCHUM, MARKED_LABEL, GtkWidget)

GtkWidget  *matchum_marked_label_new             (void);

const char *matchum_marked_label_get_text        (MatchumMarkedLabel      *self);
/* A text as it stands; takes the marks away. */
void        matchum_marked_label_set_text        (MatchumMarkedLabel      *self,
                                                  const char              *text);
/* Words with their bold, italic and code; those of lead (may be empty) are bold too. Takes the marks away. */
void        matchum_marked_label_set_content     (MatchumMarkedLabel      *self,
                                                  MatchumInlineText       *content,
                                                  MatchumSpan              lead);
/* spans: bytes of the text, in any order; they may overlap. Offsets past the end are cut. */
void        matchum_marked_label_set_marks       (MatchumMarkedLabel      *self,
                                                  const MatchumSpan       *spans,
                                                  guint                    n_spans);
guint       matchum_marked_label_get_n_marks     (MatchumMarkedLabel      *self);
gboolean    matchum_marked_label_get_single_line (MatchumMarkedLabel      *self);
void        matchum_marked_label_set_single_line (MatchumMarkedLabel      *self,
                                                  gboolean                 single_line);
/* The byte of the text that stands at a point in the label's coordinates, or nearest to it; the cursor goes before it. */
gsize       matchum_marked_label_find_byte       (MatchumMarkedLabel      *self,
                                                  double                   x,
                                                  double                   y);
/* Where the marks stand: array of graphene_rect_t in the label's coordinates, one for each line of each mark. */
GArray     *matchum_marked_label_dup_rectangles  (MatchumMarkedLabel      *self);

G_END_DECLS
