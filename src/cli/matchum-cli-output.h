/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several verbs print. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Prints root, indented by two, and a line end. Unrefs root. */
void  matchum_cli_output_print_json  (JsonNode     *root);
/* Adds the member "files": paths, NULL at their end, each as it can be shown. */
void  matchum_cli_output_add_files   (JsonBuilder       *builder,
                                      const char *const *paths);

G_END_DECLS
