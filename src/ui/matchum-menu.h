/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus that are put together when they are opened. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds an item; keys, which may be NULL, are shown beside it. */
void matchum_menu_append         (GMenu      *menu,
                                  const char *label,
                                  const char *action,
                                  const char *keys);
/* Takes section. */
void matchum_menu_append_section (GMenu      *menu,
                                  GMenu      *section);

G_END_DECLS
