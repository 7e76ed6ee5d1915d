/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen at the first start: three ways to begin. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_WELCOME_PAGE (matchum_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (MatchumWelcomePage, matchum_welcome_page, MATCHUM, WELCOME_PAGE, GtkWidget)

G_END_DECLS
