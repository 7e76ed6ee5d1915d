/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look of pages as the settings keep it: the keys "theme" and "paper", and "page-style" for all that differs from
 * the theme's own. */
#pragma once

#include <gio/gio.h>

#include "matchum-page-style.h"

G_BEGIN_DECLS

/* What cannot be read is left as the theme has it. */
MatchumPageStyle matchum_look_load (GSettings              *settings);
void             matchum_look_save (GSettings              *settings,
                                    const MatchumPageStyle *style);

G_END_DECLS
