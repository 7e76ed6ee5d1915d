/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how many lines of a resume could not be read as they stand, and lists them when pressed. Not seen where there are none. */
#pragma once

#include <gtk/gtk.h>

#include "resume/matchum-resume-notes.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_NOTES_BUTTON (matchum_notes_button_get_type ())

/* Signal "line-activated" (guint line): the user asks for a line, 1-based. */
G_DECLARE_FINAL_TYPE (MatchumNotesButton, matchum_notes_button, MATCHUM, NOTES_BUTTON, GtkWidget)

/* notes: array of MatchumResumeNote, which are copied, or NULL. */
void matchum_notes_button_set_notes (MatchumNotesButton *self,
                                     GPtrArray          *notes);

G_END_DECLS
