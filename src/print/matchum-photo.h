/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo of the person as forms ask for it: read from PNG or JPEG, turned upright, cut to three by four, and made no
 * larger than print needs. Nothing of the file but the picture itself is kept: no place, no date, no camera. Immutable
 * and reference counted. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "matchum-page-style.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_PHOTO_ERROR (matchum_photo_error_quark ())

/* On the page, in points: 3 by 4 cm. */
#define MATCHUM_PHOTO_WIDTH 85.0
#define MATCHUM_PHOTO_HEIGHT (MATCHUM_PHOTO_WIDTH * 4.0 / 3.0)

typedef enum {
  MATCHUM_PHOTO_ERROR_FORMAT, /* neither PNG nor JPEG, or broken */
  MATCHUM_PHOTO_ERROR_SIZE,   /* too large to be a photo */
  MATCHUM_PHOTO_ERROR_NONE,   /* none is named */
} MatchumPhotoError;

GQuark           matchum_photo_error_quark  (void);

/* From the bytes of a PNG or JPEG. */
MatchumPhoto    *matchum_photo_new          (GBytes                  *bytes,
                                             GError                 **error);
/* Errors name the file. */
MatchumPhoto    *matchum_photo_load         (GFile                   *file,
                                             GError                 **error);
/* The photo that style asks for: the file it names, or the one that the front matter of resume names. A name without
 * folder is looked for in folder (which may be NULL: then it fails). NULL without error where style shows none. */
MatchumPhoto    *matchum_photo_find         (const MatchumPageStyle  *style,
                                             MatchumResume           *resume,
                                             GFile                   *folder,
                                             GError                 **error);
MatchumPhoto    *matchum_photo_ref          (MatchumPhoto            *self);
void             matchum_photo_unref        (MatchumPhoto            *self);

/* Its pixels, for the calling thread, as long as the photo is there. Destroy with cairo_surface_destroy. */
cairo_surface_t *matchum_photo_create_surface (MatchumPhoto          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPhoto, matchum_photo_unref)

G_END_DECLS
