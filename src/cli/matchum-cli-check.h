/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How verbs tell what became of a PDF. */
#pragma once

#include <json-glib/json-glib.h>

#include "matchum-pdf-check.h"

G_BEGIN_DECLS

/* {"intact": true, "words": 512, "in_order": 512, …} */
JsonNode *matchum_cli_check_build_json  (MatchumPdfCheck *check);

G_END_DECLS
