/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line prints as JSON: matches and tailoring reports. Keys come in a fixed order, numbers without
 * locale. */
#pragma once

#include <json-glib/json-glib.h>

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

/* {"posting", "requirements", "duties", "coverage"}, as the man page of matchum-cli tells. */
JsonNode *matchum_match_json_build          (MatchumCoverage *coverage);
/* {"required": {"met", "partial", "missing", "soft"}, "preferred": {…}} */
JsonNode *matchum_match_json_build_coverage (MatchumCoverage *coverage);

G_END_DECLS
