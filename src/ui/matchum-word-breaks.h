/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lines of text may be broken: Korean between words, as it is written, where Pango would break it anywhere; and not
 * within a number. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds to attributes what keeps the words of text together. */
void       matchum_word_breaks_insert    (PangoAttrList *attributes,
                                          const char    *text);
/* Does so for a label that wraps; to be called again when its text changes. */
void       matchum_word_breaks_apply     (GtkLabel      *label);
/* For every label under root that wraps and that has no attributes of its own. */
void       matchum_word_breaks_apply_all (GtkWidget     *root);
/* A label that wraps, with these breaks, its lines from the start; css_class may be NULL. */
GtkWidget *matchum_word_breaks_new_label (const char    *text,
                                          const char    *css_class);

G_END_DECLS
