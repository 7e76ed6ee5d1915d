/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Throws a whole library away, with its backups: what the examples are made for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The library at path must not be open. Afterwards its file, its backups and what lay beside them are gone, and the folders that
 * held nothing else with them. Nothing is removed where another program has it open. */
gboolean matchum_library_discard (const char    *path,
                                  GError       **error);

G_END_DECLS
