/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records made the compiled lexicon. For this room, and for the tool that compiles the lexicon of the program. */
#pragma once

#include "lexicon/matchum-lexicon-form.h"
#include "lexicon/matchum-lexicon-parser.h"

G_BEGIN_DECLS

/* Fails with MATCHUM_LEXICON_ERROR_CYCLE where relations run in a circle, and as matchum_name_compiler_write() does. */
MatchumLexiconForm *matchum_lexicon_compile (MatchumRecords *records,
                                             GError        **error);

G_END_DECLS
