/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page as it will be printed. A page that looks the same as before is not painted again. */
#pragma once

#include <adwaita.h>

#include "matchum-pages.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PAGE_VIEW (matchum_page_view_get_type ())

G_DECLARE_FINAL_TYPE (MatchumPageView, matchum_page_view, MATCHUM, PAGE_VIEW, GtkWidget)

GtkWidget *matchum_page_view_new         (void);
/* index counts from 0. */
void       matchum_page_view_set_page    (MatchumPageView *self,
                                          MatchumPages    *pages,
                                          guint            index);
/* 1 is the page's own size on a screen of 96 pixels an inch. */
void       matchum_page_view_set_zoom    (MatchumPageView *self,
                                          double           zoom);
/* What is not in view is neither painted nor kept. */
void       matchum_page_view_set_in_view (MatchumPageView *self,
                                          gboolean         is_in_view);
/* Whether it is near what is seen only: then it is painted anew when the changes pause. */
void       matchum_page_view_set_can_wait (MatchumPageView *self,
                                           gboolean         can_wait);
/* Whether the page is still to be painted as it is now. */
gboolean   matchum_page_view_is_stale    (MatchumPageView *self);
/* The pages of which one is seen in the picture, borrowed; NULL while there is no picture. */
MatchumPages *matchum_page_view_get_painted (MatchumPageView *self);
/* How often the page was painted with another outcome than before; for tests. */
guint      matchum_page_view_get_n_paints (MatchumPageView *self);

G_END_DECLS
