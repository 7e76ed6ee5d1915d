/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a text is not as it looks, so that a person who searches or edits it may wonder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint n_decomposed; /* Korean syllables written in two or three jamo, as macOS names files (NFD) */
  guint n_invisible;  /* characters that leave no mark; not those that emoji are made of, nor a byte order mark */
} MatchumTextOddities;

/* Counts in text, which must be valid UTF-8. */
MatchumTextOddities matchum_text_oddities_count (const char *text,
                                                 gsize       length);

G_END_DECLS
