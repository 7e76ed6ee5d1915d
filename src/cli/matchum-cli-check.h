/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How verbs tell what became of a PDF. */
#pragma once

#include <json-glib/json-glib.h>

#include "matchum-pdf-check.h"

G_BEGIN_DECLS

/* {"intact": true, "words": 512, "in_order": 512, …} */
JsonNode           *matchum_cli_check_build_json (MatchumPdfCheck    *check);

/* A PDF of our own that is read back while other things are done. */
typedef struct _MatchumCliReadBack MatchumCliReadBack;

MatchumCliReadBack *matchum_cli_read_back_new    (const char         *name,
                                                  GBytes             *pdf,
                                                  MatchumVisibility  *visibility);
/* Waits for it where it is not done yet. */
void                matchum_cli_read_back_free   (MatchumCliReadBack *self);
/* The same; prints the sentence. */
void                matchum_cli_read_back_print  (MatchumCliReadBack *self);
/* The same; a PDF that could not be read is {"intact": null, "problem": "…"}. */
JsonNode           *matchum_cli_read_back_build_json (MatchumCliReadBack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCliReadBack, matchum_cli_read_back_free)

G_END_DECLS
