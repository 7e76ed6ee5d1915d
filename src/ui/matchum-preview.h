/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The very pages that the PDF will have, to scroll and zoom, with the choice of theme and paper. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-proof.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PREVIEW (matchum_preview_get_type ())

/* Properties "proof" (MatchumProof) and "zoom" (double; 0 means as large as fits, at most the page's own size). Actions
 * preview.zoom-in, preview.zoom-out, preview.zoom-fit. */
G_DECLARE_FINAL_TYPE (MatchumPreview, matchum_preview, MATCHUM, PREVIEW, GtkWidget)

void     matchum_preview_set_proof (MatchumPreview *self,
                                    MatchumProof   *proof);
gboolean matchum_preview_focus     (MatchumPreview *self);

G_END_DECLS
