/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells, in the drawing of a page, what is no part of the text: rules, and the name and number of the page. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The compressed stream of a page with everything that is drawn outside elements of structure marked as an artifact, what
 * is text among it as pagination. NULL where there is nothing such, or the stream can't be understood. */
GBytes *matchum_pdf_artifacts_mark (const char *stream,
                                    gsize       length);

G_END_DECLS
