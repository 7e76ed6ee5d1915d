/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs pandoc: what it reads comes on its standard input, what it writes goes to its standard output, in bounded time and
 * memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_PANDOC_DONE,
  MATCHUM_PANDOC_MISSING,   /* it is not installed */
  MATCHUM_PANDOC_TOO_LARGE, /* it took too long, or wrote more than max_bytes */
  MATCHUM_PANDOC_FAILED,    /* it said that it cannot, or fell over */
  MATCHUM_PANDOC_CANCELLED,
} MatchumPandocOutcome;

/* Whether pandoc is there. */
gboolean             matchum_pandoc_run_is_available (void);
/* arguments: those after the program, NULL-terminated. date: what pandoc takes for now, in seconds since 1970, or -1. Blocks,
 * for half a minute at most. out gets what was written where it is done. */
MatchumPandocOutcome matchum_pandoc_run              (const char *const  *arguments,
                                                      gint64              date,
                                                      GBytes             *in,
                                                      gsize               max_bytes,
                                                      GCancellable       *cancellable,
                                                      GBytes            **out);

G_END_DECLS
