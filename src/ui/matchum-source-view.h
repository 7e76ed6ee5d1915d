/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view for Markdown: numbers its lines, dresses those that are seen, and can be given a text that was changed
 * elsewhere without losing the place. Stays quick however long the text is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE_VIEW (matchum_source_view_get_type ())

/* Signal "typed": the text changed by the user, undo and redo included. */
G_DECLARE_FINAL_TYPE (MatchumSourceView, matchum_source_view, MATCHUM, SOURCE_VIEW, GtkTextView)

GtkWidget *matchum_source_view_new             (void);

/* The text, byte for byte as it was given and typed. */
char      *matchum_source_view_dup_text        (MatchumSourceView *self);
/* Begins with text (UTF-8): the cursor at its start, nothing to undo. */
void       matchum_source_view_set_text        (MatchumSourceView *self,
                                                const char        *text);
/* Puts text in the place of the one there, as one step that can be undone. Only what differs is touched, so that the
 * cursor and what is in sight stay at their lines. */
void       matchum_source_view_replace_text    (MatchumSourceView *self,
                                                const char        *text);
/* Whether an input method is at work on a letter that is not in the text yet. */
gboolean   matchum_source_view_is_composing    (MatchumSourceView *self);
/* Ends what an input method is at work on. */
void       matchum_source_view_end_composing   (MatchumSourceView *self);
/* The line of the cursor, 1-based, as MatchumSource counts lines. */
guint      matchum_source_view_get_line        (MatchumSourceView *self);
/* Puts the cursor at the first word of a line counted so, and brings it into sight. */
void       matchum_source_view_reveal_line     (MatchumSourceView *self,
                                                guint              line);
/* Selects what was found from one character to another, marks it as the current one, and brings it into sight. */
void       matchum_source_view_select          (MatchumSourceView *self,
                                                guint              start,
                                                guint              end);
/* Marks what was found, where it is seen: array of MatchumTextHit, or NULL for none. A reference is taken. */
void       matchum_source_view_set_hits        (MatchumSourceView *self,
                                                GArray            *hits);
/* Whether a line is too long to be shown whole. */
gboolean   matchum_source_view_hides_something (MatchumSourceView *self);

G_END_DECLS
