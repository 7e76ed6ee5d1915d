/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows a requirement, quoted from the resume: for windows that have room for one pane only. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* A new box with the strongest items that show requirement, its words marked, each with the entry it stands in, and with
 * what only hints at it; or NULL where nothing visible does either. */
GtkWidget *matchum_evidence_quote_new (MatchumWorkspace *workspace,
                                       guint             requirement);

G_END_DECLS
