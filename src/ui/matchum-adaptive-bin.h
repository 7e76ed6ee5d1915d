/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the content of a window and tells how wide it is. It lets the window get narrower than the content asks for, so
 * that the content can be arranged anew. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_WIDTH_NARROW, /* below 620 px: one pane */
  MATCHUM_WIDTH_MEDIUM, /* below 1000 px: two panes */
  MATCHUM_WIDTH_WIDE,   /* below 1900 px: sidebar and two panes */
  MATCHUM_WIDTH_ULTRA,  /* sidebar and three panes */
} MatchumWidth;

#define MATCHUM_TYPE_ADAPTIVE_BIN (matchum_adaptive_bin_get_type ())

/* Property "width" (uint, a MatchumWidth): notified outside of size allocation. Property "child". */
G_DECLARE_FINAL_TYPE (MatchumAdaptiveBin, matchum_adaptive_bin, MATCHUM, ADAPTIVE_BIN, GtkWidget)

MatchumWidth matchum_adaptive_bin_get_width   (MatchumAdaptiveBin *self);
/* Takes pixels for its width until it is allocated one. */
void         matchum_adaptive_bin_expect      (MatchumAdaptiveBin *self,
                                               int                 pixels);
/* The class of a width in pixels. */
MatchumWidth matchum_width_from_pixels        (int                 pixels);

G_END_DECLS
