/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look of the pages of what is open: one of its own where the posting has that, else the one of all, which the settings keep
 * under "theme", "paper" and "page-style". */
#pragma once

#include <gio/gio.h>

#include "matchum-page-style.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LOOK (matchum_look_get_type ())

/* Properties "theme", "paper" (names), "adjustments" (what differs from the theme, as lines of key=value), "is-own" (whether
 * the posting has a look of its own; it is given one by setting it, and the one of all by clearing it). What is set goes to where
 * the look is kept; for a posting each is an edit that can be undone. */
G_DECLARE_FINAL_TYPE (MatchumLook, matchum_look, MATCHUM, LOOK, GObject)

/* The style that names of settings say; any may be NULL. What cannot be read is left as the theme has it. */
MatchumPageStyle  matchum_look_read       (const char             *theme,
                                           const char             *paper,
                                           const char             *adjustments);

MatchumLook      *matchum_look_new        (GSettings              *settings,
                                           MatchumWorkspace       *workspace);
MatchumPageStyle  matchum_look_get_style  (MatchumLook            *self);
void              matchum_look_set_style  (MatchumLook            *self,
                                           const MatchumPageStyle *style);
gboolean          matchum_look_is_own     (MatchumLook            *self);
void              matchum_look_set_own    (MatchumLook            *self,
                                           gboolean                is_own);

G_END_DECLS
