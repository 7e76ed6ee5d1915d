/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings of entries taken apart as people write them: organisation and role in either order, and a place. What cannot
 * be told apart is left together. */
#pragma once

#include <glib.h>

#include "resume/matchum-visibility.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Which stands first. */
typedef enum {
  MATCHUM_ENTRY_ORDER_UNKNOWN,
  MATCHUM_ENTRY_ORDER_ORGANISATION,
  MATCHUM_ENTRY_ORDER_ROLE,
  MATCHUM_ENTRY_ORDER_BARRED, /* organisation, role and place wherever bars part them, whatever the words are */
} MatchumEntryOrder;

/* Spans of a text; empty where it does not say. */
typedef struct {
  MatchumSpan organisation;
  MatchumSpan role;
  MatchumSpan place;
} MatchumEntryParts;

/* Which stands first in text, by its words alone. */
MatchumEntryOrder matchum_entry_parts_find_order       (const char        *text);
/* Which stands first in most headings of jobs that tell it; of those only that can be seen, where visibility is not
 * NULL. */
MatchumEntryOrder matchum_entry_parts_find_usual_order (MatchumResume     *resume,
                                                        MatchumVisibility *visibility);
/* FALSE where text does not tell; usual is what other entries of the resume do. */
gboolean          matchum_entry_parts_find             (const char        *text,
                                                        MatchumEntryOrder  usual,
                                                        MatchumEntryParts *parts);

G_END_DECLS
