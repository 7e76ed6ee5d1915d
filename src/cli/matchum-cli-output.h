/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several verbs print. */
#pragma once

#include <json-glib/json-glib.h>

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

/* Prints root, indented by two, and a line end. Unrefs root. */
void  matchum_cli_output_print_json  (JsonNode     *root);
/* Adds the member "files": paths, NULL at their end, each as it can be shown. */
void  matchum_cli_output_add_files   (JsonBuilder       *builder,
                                      const char *const *paths);
/* "5 met, 1 partial, 2 missing, 1 cannot be shown" */
char *matchum_cli_output_describe    (MatchumTally  tally);
/* "met", "partial", …, in the user's language. */
const char *matchum_cli_output_get_status_word (MatchumStatus status, gboolean is_listed_only);

G_END_DECLS
