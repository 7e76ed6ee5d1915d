/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setters of GTK lay out and style anew even where they set what is there already; these leave it alone. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void matchum_unchanged_set_icon    (GtkImage         *image,
                                    const char       *icon_name);
/* A tooltip that is set looks for the pointer at once. */
void matchum_unchanged_set_tooltip (GtkWidget        *widget,
                                    const char       *text);
void matchum_unchanged_set_content (AdwButtonContent *content,
                                    const char       *icon_name,
                                    const char       *label);

G_END_DECLS
