/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JPEG files to pixels and back. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The picture as pixels, about least_width wide or wider (a large one is read in less detail), and how it is to be turned
 * (1 to 8, as cameras write it). NULL where it is broken, or larger than most_pixels. */
cairo_surface_t *matchum_jpeg_read  (GBytes          *bytes,
                                     guint            least_width,
                                     gsize            most_pixels,
                                     guint           *orientation);
/* Without anything but the picture. */
GBytes          *matchum_jpeg_write (cairo_surface_t *surface,
                                     int              quality);

G_END_DECLS
