/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a written copy again. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* The block from which on copy does not say just the words of the visible blocks, or MATCHUM_BLOCK_NONE where it does.
 * name: words that stand above them, or NULL. */
guint matchum_markdown_check_find_difference (MatchumVisibility *visibility,
                                              const char        *name,
                                              const char        *copy);

G_END_DECLS
