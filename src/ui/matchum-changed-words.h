/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that went or came, shown within the text that they stand in: told apart without colour. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a label say text, of which spans, an array of MatchumSpan that may be NULL, are the words that went, which are struck
 * through, or where is_new the ones that came, which are bold and underlined. */
void matchum_changed_words_show (GtkLabel     *label,
                                 const char   *text,
                                 const GArray *spans,
                                 gboolean      is_new);

G_END_DECLS
