/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole resume set in type but not yet divided into pages: every block's rows, made when first asked for and kept.
 * What is hidden or shown changes nothing in it, so that hiding a block costs arithmetic only. Reference counted; to
 * be used on the thread that made it. */
#pragma once

#include "resume/matchum-visibility.h"

#include "matchum-page-style.h"
#include "matchum-paginator.h"
#include "matchum-row.h"

G_BEGIN_DECLS

typedef struct _MatchumGalley MatchumGalley;

/* The galley of resume in style. previous may be NULL; where it is for the same, it is used again, and where not, its
 * fonts are. Release with matchum_galley_unref. */
MatchumGalley      *matchum_galley_new_from    (MatchumGalley          *previous,
                                                MatchumResume          *resume,
                                                const MatchumPageStyle *style);
MatchumGalley      *matchum_galley_ref         (MatchumGalley          *self);
void                matchum_galley_unref       (MatchumGalley          *self);

/* That its layouts are made in; borrowed. */
PangoContext       *matchum_galley_get_context (MatchumGalley      *self);
/* The family that the style asks for and that is not installed, or NULL; the theme's own stands in for it. */
const char         *matchum_galley_get_missing_family (MatchumGalley *self);
/* Of the text area, in points. */
double              matchum_galley_get_width   (MatchumGalley      *self);
/* The rows of all visible blocks in order: adds borrowed MatchumRow to rows, and as many MatchumGalleyRow to
 * measures. */
void                matchum_galley_collect     (MatchumGalley      *self,
                                                MatchumVisibility  *visibility,
                                                GPtrArray          *rows,
                                                GArray             *measures);
/* The rows of one visible block, borrowed; the blank above one row where another (or none: NULL) stands right above it,
 * and the height that it takes whatever comes after it: none where others stand beside it. */
GPtrArray          *matchum_galley_get_rows    (MatchumGalley      *self,
                                                MatchumVisibility  *visibility,
                                                guint               block);
double              matchum_galley_get_gap     (MatchumGalley      *self,
                                                const MatchumRow   *above,
                                                const MatchumRow   *row);
double              matchum_galley_get_least_height (MatchumGalley    *self,
                                                     const MatchumRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumGalley, matchum_galley_unref)

G_END_DECLS
