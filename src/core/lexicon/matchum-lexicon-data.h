/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled lexicon of the program, which the tool compile-lexicon writes. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const guint32 matchum_lexicon_numbers[];
extern const gsize   matchum_lexicon_n_numbers;
extern const char    matchum_lexicon_characters[];
extern const gsize   matchum_lexicon_n_characters;

G_END_DECLS
