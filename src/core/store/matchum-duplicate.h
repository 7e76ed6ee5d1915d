/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of baselines and postings with all that belongs to them, as part of an edit. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* Makes a baseline with an id and a name of its own that is otherwise as another one: its blocks have the same ids, and with them
 * their tags, their priorities and what they are linked to. It has no applications, and is not archived. */
gboolean matchum_duplicate_baseline (MatchumDatabase  *database,
                                     const char       *from,
                                     const char       *id,
                                     const char       *name,
                                     GError          **error);
/* The same of a posting, which takes along what was put right of it, and its applications with their choices and with what was said
 * of requirements. A sent copy stays with the one that it was sent for. */
gboolean matchum_duplicate_posting  (MatchumDatabase  *database,
                                     const char       *from,
                                     const char       *id,
                                     const char       *title,
                                     GError          **error);

G_END_DECLS
