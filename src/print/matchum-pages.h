/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tailored resume laid out on pages. The same layouts are drawn to the screen and to the PDF. Immutable and
 * reference counted; to be used on the thread that made it. */
#pragma once

#include <cairo.h>

#include "matchum-page-style.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PAGES (matchum_pages_get_type ())
#define MATCHUM_PAGES_ERROR (matchum_pages_error_quark ())

typedef enum {
  MATCHUM_PAGES_ERROR_NO_FONT, /* no installed font has the letters of the text */
  MATCHUM_PAGES_ERROR_DRAW,    /* cairo could not draw */
} MatchumPagesError;

typedef struct _MatchumPages MatchumPages;

GType         matchum_pages_get_type    (void);
GQuark        matchum_pages_error_quark (void);

/* Begins what the first pages of the process will wait for, in a thread, where it is known that there will be pages. */
void          matchum_pages_prepare      (void);
MatchumPages *matchum_pages_new          (MatchumVisibility       *visibility,
                                          const MatchumPageStyle  *style,
                                          GError                 **error);
/* The same, much faster where previous (which may be NULL) was made of the same resume: what is set in lines already is
 * used again. It must have been made on this thread. */
MatchumPages *matchum_pages_new_from     (MatchumPages            *previous,
                                          MatchumVisibility       *visibility,
                                          const MatchumPageStyle  *style,
                                          GError                 **error);
MatchumPages *matchum_pages_ref          (MatchumPages            *self);
void          matchum_pages_unref        (MatchumPages            *self);

guint         matchum_pages_get_n_pages  (MatchumPages        *self);
/* How many pages are filled, as a decimal: 1.3 is one page and three tenths of the next; 0 without any block. */
double        matchum_pages_get_used     (MatchumPages        *self);
double        matchum_pages_get_width    (MatchumPages        *self);
double        matchum_pages_get_height   (MatchumPages        *self);
/* The signs of the text, emoji say, that no installed font has and that are not drawn, each once; "" without any. */
const char   *matchum_pages_get_left_out (MatchumPages        *self);
/* The family of fonts that the style asks for and that is not installed, or NULL; the theme's own stands in for it. */
const char   *matchum_pages_get_missing_family (MatchumPages      *self);
/* Whether a page (from 0) is drawn alike, as far as that can be told at once: TRUE where it is, FALSE where it may not
 * be. */
gboolean      matchum_pages_is_same_page (MatchumPages        *self,
                                          MatchumPages        *other,
                                          guint                page);
/* Draws page (from 0) with the origin at its top left corner, one unit a point. */
void          matchum_pages_draw         (MatchumPages        *self,
                                          guint                page,
                                          cairo_t             *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPages, matchum_pages_unref)

G_END_DECLS
