/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar across the window that says something that holds for as long as it is shown, with one thing to do about it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_NOTICE_BAR (matchum_notice_bar_get_type ())

G_DECLARE_FINAL_TYPE (MatchumNoticeBar, matchum_notice_bar, MATCHUM, NOTICE_BAR, GtkWidget)

/* A NULL text hides the bar. button and action may be NULL; button has a mnemonic. */
void        matchum_notice_bar_set      (MatchumNoticeBar *self,
                                         const char       *text,
                                         const char       *button,
                                         const char       *action);
/* Another thing to do about it. */
void        matchum_notice_bar_set_second (MatchumNoticeBar *self,
                                         const char       *button,
                                         const char       *action);
/* Puts two buttons below the sentence instead of beside it. */
void        matchum_notice_bar_set_narrow (MatchumNoticeBar *self,
                                         gboolean          is_narrow);
/* NULL where nothing is shown. */
const char *matchum_notice_bar_get_text (MatchumNoticeBar *self);

G_END_DECLS
