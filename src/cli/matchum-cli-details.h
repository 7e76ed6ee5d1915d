/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting says besides its requirements, printed. */
#pragma once

#include <json-glib/json-glib.h>

#include "posting/matchum-posting-details.h"

G_BEGIN_DECLS

/* Adds the object as the next value. */
void matchum_cli_details_add_json (JsonBuilder           *builder,
                                   MatchumPostingDetails *details);
/* One line for each fact that is there. */
void matchum_cli_details_print    (MatchumPostingDetails *details);

G_END_DECLS
