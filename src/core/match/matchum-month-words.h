/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of working life in words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "4 yr 2 mo", "8 months", translated. */
char *matchum_month_words_format (guint months);

G_END_DECLS
