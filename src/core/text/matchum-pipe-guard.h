/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps this program alive where another one that it writes to goes before it has read all. */
#pragma once

#include <glib.h>
#include <signal.h>

G_BEGIN_DECLS

/* On the stack of whoever writes. */
typedef struct {
  sigset_t before;      /* the signals that were blocked */
  gboolean was_pending; /* somebody else's SIGPIPE */
} MatchumPipeGuard;

/* From here on writes of this thread fail with EPIPE where nobody reads, and no more happens. To be called after the other
 * program was started, which would inherit it. */
void matchum_pipe_guard_begin (MatchumPipeGuard *self);
void matchum_pipe_guard_end   (MatchumPipeGuard *self);

G_END_DECLS
