/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key of a requirement, "3" or "b": what joins an item of the resume with a line of the posting. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_KEY_BADGE (matchum_key_badge_get_type ())

/**
 * MatchumKeyBadge:
 *
 * CSS node key with the classes .sole and .selected.
 *
 * Properties:
 * - "label" (string): the key as shown;
 * - "sole" (boolean): the item it stands at is the only evidence for the requirement; drawn filled;
 * - "selected" (boolean): drawn in the accent colour.
 */
G_DECLARE_FINAL_TYPE (MatchumKeyBadge, matchum_key_badge, MATCHUM, KEY_BADGE, GtkWidget)

GtkWidget  *matchum_key_badge_new          (const char      *label);

const char *matchum_key_badge_get_label    (MatchumKeyBadge *self);
void        matchum_key_badge_set_label    (MatchumKeyBadge *self,
                                            const char      *label);
gboolean    matchum_key_badge_get_sole     (MatchumKeyBadge *self);
void        matchum_key_badge_set_sole     (MatchumKeyBadge *self,
                                            gboolean         sole);
gboolean    matchum_key_badge_get_selected (MatchumKeyBadge *self);
void        matchum_key_badge_set_selected (MatchumKeyBadge *self,
                                            gboolean         selected);

G_END_DECLS
