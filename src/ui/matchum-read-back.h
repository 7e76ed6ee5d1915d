/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an exported PDF back from where it was written, and holds it against what was exported. */
#pragma once

#include <gio/gio.h>

#include "matchum-pdf-check.h"

G_BEGIN_DECLS

void             matchum_read_back_start  (GFile                *pdf,
                                           MatchumVisibility    *visibility,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* NULL where the PDF could not be read. */
MatchumPdfCheck *matchum_read_back_finish (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
