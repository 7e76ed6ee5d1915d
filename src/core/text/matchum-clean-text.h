/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as it leaves the program: composed (NFC), without control and invisible characters, white space made single. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends length bytes of text, made clean, to string. Where keeps_space, white space stays as it is, but for tabs. */
void matchum_clean_text_append (GString    *string,
                                const char *text,
                                gsize       length,
                                gboolean    keeps_space);

G_END_DECLS
