/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a JSON object that is being built. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* NULL is null. */
void matchum_json_add_string (JsonBuilder *builder,
                              const char  *name,
                              const char  *value);
void matchum_json_add_int    (JsonBuilder *builder,
                              const char  *name,
                              gint64       value);

G_END_DECLS
