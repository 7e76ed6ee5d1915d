/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a requirement line speaks of but does not ask for. Takes atoms away from a line, so that its grammar never sees
 * them. start and end are bytes of the folded line. */
#pragma once

#include "posting/matchum-requirement-atom.h"

G_BEGIN_DECLS

/* Takes away the atoms of a clause that asks for an attitude only. Gives whether it does. */
gboolean matchum_requirement_wishes_drop_attitude (MatchumAtomLine *line,
                                                   gsize            start,
                                                   gsize            end);
/* "five years in sales, ideally in SaaS": what would only be better. */
void     matchum_requirement_wishes_drop          (MatchumAtomLine *line,
                                                   gsize            start,
                                                   gsize            end);
/* "German at B1 or the will to learn it", "Danish is not needed": what one may do without. Gives whether there is such. */
gboolean matchum_requirement_wishes_drop_needless (MatchumAtomLine *line,
                                                   gsize            start,
                                                   gsize            end);

G_END_DECLS
