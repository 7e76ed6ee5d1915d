/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop application: its command line, its windows, and what belongs to no window. */
#pragma once

#include <adwaita.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_DESKTOP (matchum_desktop_get_type ())

G_DECLARE_FINAL_TYPE (MatchumDesktop, matchum_desktop, MATCHUM, DESKTOP, AdwApplication)

MatchumDesktop *matchum_desktop_new       (void);
/* The day to which jobs that go on are counted in windows opened from now on; today by default. */
void            matchum_desktop_set_as_of (MatchumDesktop *self,
                                           MatchumDay      as_of);

G_END_DECLS
