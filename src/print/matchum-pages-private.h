/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exporter needs of pages beyond what the window does. */
#pragma once

#include "matchum-galley.h"
#include "matchum-pages.h"
#include "matchum-structure.h"

G_BEGIN_DECLS

/* A heading for the outline; title is borrowed. */
typedef struct {
  const char *title;
  guint       depth; /* 0 for sections, 1 for entries, 2 for entries within them */
  guint       page;  /* from 0 */
  double      y;     /* from the top of the paper */
} MatchumOutlineItem;

/* Borrowed. */
MatchumGalley *matchum_pages_get_galley (MatchumPages     *self);
/* Draws page within structure, which goes on from page to page. */
void        matchum_pages_draw_in       (MatchumPages     *self,
                                         guint             page,
                                         MatchumCanvas    *canvas,
                                         MatchumStructure *structure);
/* The headings of sections and entries: GArray of MatchumOutlineItem. */
GArray     *matchum_pages_get_outline   (MatchumPages     *self);
/* The person's name, or NULL. */
const char *matchum_pages_get_name      (MatchumPages     *self);
/* "ko" or "en", whichever most of the text is in. */
const char *matchum_pages_get_language  (MatchumPages     *self);

G_END_DECLS
