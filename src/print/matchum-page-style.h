/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chooses of the look of pages: a theme, the paper, and where they differ from the theme's own, margins,
 * size, colour, font and lines. A value: it is copied by assignment, and nothing in it is to be freed. */
#pragma once

#include <glib-object.h>

#include "matchum-theme.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PAGE_STYLE (matchum_page_style_get_type ())
#define MATCHUM_PAGE_STYLE_ERROR (matchum_page_style_error_quark ())

/* Bounds in points. Values outside are taken for the nearest inside, but text forms with such values are refused. */
#define MATCHUM_PAGE_STYLE_LEAST_MARGIN 18.0
#define MATCHUM_PAGE_STYLE_LARGEST_MARGIN 144.0
#define MATCHUM_PAGE_STYLE_LEAST_SIZE 7.0
#define MATCHUM_PAGE_STYLE_LARGEST_SIZE 14.0
/* No accent colour but the theme's own. */
#define MATCHUM_PAGE_STYLE_NO_ACCENT (-1)

typedef enum {
  MATCHUM_PAGE_STYLE_ERROR_SYNTAX,      /* not KEY=VALUE */
  MATCHUM_PAGE_STYLE_ERROR_UNKNOWN_KEY,
  MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE,
} MatchumPageStyleError;

typedef struct _MatchumPhoto MatchumPhoto;

typedef struct {
  const char      *theme;            /* "standard"; one of matchum_theme_get_names () */
  MatchumPaper     paper;
  double           margin_x;         /* points at the left and right; 0 or NaN: the theme's */
  double           margin_y;         /* points at the top and bottom; 0 or NaN: the theme's */
  double           base_size;        /* points of plain text, and all other sizes with it; 0 or NaN: the theme's */
  int              accent;           /* 0xRRGGBB, or MATCHUM_PAGE_STYLE_NO_ACCENT */
  const char      *family;           /* of fonts, interned; NULL: the theme's */
  MatchumWrapping  wrapping;
  gboolean         has_page_numbers; /* "2/3" from the second page on */
  gboolean         has_running_name; /* the person's name beside it */
  gboolean         shows_photo;      /* what Korean forms ask for, from the front matter */
  gboolean         shows_birth;
  gboolean         shows_military;
  const char      *photo_file;       /* interned; NULL: the one that the front matter names */
  MatchumPhoto    *photo;            /* read from that file, see matchum_photo_find; borrowed: whoever lays pages out keeps
                                        it so long, the pages keep their own. NULL: none is drawn. No part of text forms */
} MatchumPageStyle;

GType               matchum_page_style_get_type    (void);
GQuark              matchum_page_style_error_quark (void);

/* The default theme on A4 as it is, with page numbers and the name on following pages. */
void                matchum_page_style_init        (MatchumPageStyle       *self);
/* For boxed values; plain assignment does the same. */
MatchumPageStyle   *matchum_page_style_copy        (const MatchumPageStyle *self);
void                matchum_page_style_free        (MatchumPageStyle       *self);
gboolean            matchum_page_style_equal       (const MatchumPageStyle *self,
                                                    const MatchumPageStyle *other);

/* Takes one "key=value" in. Fails with MATCHUM_PAGE_STYLE_ERROR and a sentence that names the key and what it takes;
 * self is then as it was. */
gboolean            matchum_page_style_set         (MatchumPageStyle       *self,
                                                    const char             *setting,
                                                    GError                **error);
/* Lines of key=value, those alone that differ from the default; "" for the default. Free with g_free. */
char               *matchum_page_style_to_string   (const MatchumPageStyle *self);
/* What matchum_page_style_to_string wrote, or what a person wrote in its form. Blank lines are skipped. */
gboolean            matchum_page_style_from_string (MatchumPageStyle       *self,
                                                    const char             *text,
                                                    GError                **error);
/* All keys, NULL-terminated. */
const char *const  *matchum_page_style_get_keys    (void);

/* The theme with all that the style changes: margins, sizes, colours, font. An unknown theme is taken for the default
 * one. */
void                matchum_page_style_resolve     (const MatchumPageStyle *self,
                                                    MatchumTheme           *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPageStyle, matchum_page_style_free)

G_END_DECLS
