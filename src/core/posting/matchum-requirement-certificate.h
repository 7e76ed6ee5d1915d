/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates and licences that a line asks for by what it calls them: 지게차 면허, 조주기능사, "Six Sigma
 * certification". Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-atom.h"

G_BEGIN_DECLS

/* Adds the Korean ones that the lexicon does not know, as certificates with a word. */
void matchum_requirement_certificates_add  (MatchumAtomLine *line);
/* Makes certificates of the atoms, in order, that a word such as "certification" or 자격증 closes, and of the list before
 * it. */
void matchum_requirement_certificates_mark (MatchumAtomLine *line);

G_END_DECLS
