/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in place of the main window where the library cannot be opened: says why, and offers what can be done about it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_TROUBLE_WINDOW (matchum_trouble_window_get_type ())

/* Signal "resolved": the library could be opened just now, and was closed again. The caller opens it and presents its own window in the
 * handler, or presents another of these; afterwards this one closes by itself.
 * Property "is-busy": something is being done, and nothing else can be begun. */
G_DECLARE_FINAL_TYPE (MatchumTroubleWindow, matchum_trouble_window, MATCHUM, TROUBLE_WINDOW, AdwApplicationWindow)

MatchumTroubleWindow *matchum_trouble_window_new     (AdwApplication       *application,
                                                      const char           *path,
                                                      const GError         *error);
gboolean              matchum_trouble_window_is_busy (MatchumTroubleWindow *self);

/* What follows once the user has chosen a backup. */
void                  matchum_trouble_window_restore (MatchumTroubleWindow *self,
                                                      const char           *backup);

G_END_DECLS
