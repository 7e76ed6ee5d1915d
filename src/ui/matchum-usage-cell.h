/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a table of many: it draws a few icons, or a few short lines of text, and is nothing else that costs. Its look is
 * told by classes of the style sheet, of the node "usagecell"; its size by whoever allocates it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_CELL (matchum_usage_cell_get_type ())

#define MATCHUM_USAGE_CELL_MOST_ICONS 4
#define MATCHUM_USAGE_CELL_MOST_LINES 3

typedef struct {
  const char *icons[MATCHUM_USAGE_CELL_MOST_ICONS]; /* names; NULL leaves the place free */
  const char *lines[MATCHUM_USAGE_CELL_MOST_LINES]; /* ellipsized; NULL for none */
  int         n_bold;                               /* so many of the first lines are bold */
  int         indent;                               /* of the lines, in pixels */
} MatchumUsageCellContent;

G_DECLARE_FINAL_TYPE (MatchumUsageCell, matchum_usage_cell, MATCHUM, USAGE_CELL, GtkWidget)

GtkWidget *matchum_usage_cell_new         (GtkAccessibleRole              role);
/* css_class may be NULL. description is read after label, and may be NULL. */
void       matchum_usage_cell_set_content (MatchumUsageCell              *self,
                                           const MatchumUsageCellContent *content,
                                           const char                    *css_class,
                                           const char                    *label,
                                           const char                    *description);
/* Whether there is room for all of the lines. */
gboolean   matchum_usage_cell_shows_all   (MatchumUsageCell              *self);
const char *matchum_usage_cell_get_label  (MatchumUsageCell              *self);
/* The height of n lines, of which the first are bold, and the width of a digit in them. */
void       matchum_usage_cell_measure_text (GtkWidget                    *widget,
                                           int                            n_lines,
                                           int                           *height,
                                           int                           *digit_width);

G_END_DECLS
