/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window in which the whole text of a resume or a posting is edited. It keeps nothing itself: whenever writing pauses, it tells the
 * text as it is. */
#pragma once

#include <adwaita.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE_DIALOG (matchum_source_dialog_get_type ())

/* Signal "edited" (const char *markdown): the text as it is, told when writing pauses, when another window is turned to,
 * and when the dialog closes; never the same text twice. A handler that cannot keep the text calls
 * matchum_source_dialog_set_problem(), before it returns where it can: then a dialog about to close asks first. */
G_DECLARE_FINAL_TYPE (MatchumSourceDialog, matchum_source_dialog, MATCHUM, SOURCE_DIALOG, AdwWindow)

/* name is what the resume is called; markdown is UTF-8. */
MatchumSourceDialog *matchum_source_dialog_new         (const char          *name,
                                                        const char          *markdown);
/* The same for a posting: name is what the posting is called. While it is written, the dialog says what is read from it. */
MatchumSourceDialog *matchum_source_dialog_new_for_posting (const char       *name,
                                                        const char          *text);
/* Makes the dialog no larger than a window of so many pixels. */
void                 matchum_source_dialog_fit         (MatchumSourceDialog *self,
                                                        int                  width,
                                                        int                  height);
/* Lists what of a resume could not be read as it stands, as of this day, while it is written. */
void                 matchum_source_dialog_set_day     (MatchumSourceDialog *self,
                                                        MatchumDay           as_of);
/* Puts the cursor on a line, 1-based as MatchumSource counts lines, at the first of its words. */
void                 matchum_source_dialog_reveal_line (MatchumSourceDialog *self,
                                                        guint                line);
/* Says why the text as it is could not be kept; NULL where it is kept. It stays in the editor either way. */
void                 matchum_source_dialog_set_problem (MatchumSourceDialog *self,
                                                        const char          *problem);
/* Shows the text as it became elsewhere, as one step that can be undone, and does not tell of it. The text told last is no
 * news and changes nothing. While something is being written, that goes on and is told in the end. */
void                 matchum_source_dialog_set_text    (MatchumSourceDialog *self,
                                                        const char          *markdown);
/* The text as it is. */
char                *matchum_source_dialog_dup_text    (MatchumSourceDialog *self);

G_END_DECLS
