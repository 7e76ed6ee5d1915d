/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions that a file looks for, compiled when the first of them is asked for, from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A static variable; the members after flags are the set's own. */
typedef struct {
  const char        *what;    /* names the patterns where one of them is wrong */
  const char *const *texts;
  guint              n_texts;
  GRegexCompileFlags flags;   /* besides G_REGEX_OPTIMIZE */
  GRegex           **compiled;
  gsize              is_ready;
} MatchumPatternSet;

/* Borrowed. A pattern that does not compile is a mistake in the program, and ends it. */
GRegex *matchum_pattern_set_get (MatchumPatternSet *self,
                                 guint              which);

G_END_DECLS
