/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files on the command line: which of them are the same file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether writing to one would change the other: by name, by links of either kind, by folders spelled in another way.
 * Neither has to be there. */
gboolean matchum_cli_path_is_same (const char *a,
                                   const char *b);

G_END_DECLS
