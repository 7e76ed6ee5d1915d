/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategy sheet on one page: in as much detail as fits, and as a PDF. */
#pragma once

#include <gio/gio.h>

#include "export/matchum-bundle.h"
#include "export/matchum-strategy.h"
#include "matchum-page-style.h"

G_BEGIN_DECLS

/* The Markdown of matchum_strategy_write() in the greatest detail that one page takes, or in the least where none fits. Of
 * style the paper, the font and the wrapping count. pdf, which may be NULL, takes it as a PDF dated with the day of the
 * match. Free the result. */
char *matchum_strategy_sheet_write (MatchumCoverage         *coverage,
                                    MatchumPostingDetails   *details,
                                    const char              *company,
                                    const char              *title,
                                    const MatchumPageStyle  *style,
                                    GBytes                 **pdf,
                                    GError                 **error);

/* Adds the sheet to a bundle, as PDF and as Markdown. */
gboolean matchum_strategy_sheet_add_to (MatchumBundle           *bundle,
                                        MatchumCoverage         *coverage,
                                        MatchumPostingDetails   *details,
                                        const char              *company,
                                        const char              *title,
                                        const MatchumPageStyle  *style,
                                        GError                 **error);

G_END_DECLS
