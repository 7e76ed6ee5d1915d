/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks SIGPIPE for one thread, and takes away the one that came meanwhile. */
#include "config.h"

#include "text/matchum-pipe-guard.h"

#include <time.h>

static void
fill_set (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGPIPE);
}

static gboolean
is_pending (void)
{
  sigset_t pending;

  sigpending (&pending);
  return sigismember (&pending, SIGPIPE) == 1;
}

void
matchum_pipe_guard_begin (MatchumPipeGuard *self)
{
  sigset_t set;

  g_return_if_fail (self != NULL);

  fill_set (&set);
  self->was_pending = is_pending ();
  pthread_sigmask (SIG_BLOCK, &set, &self->before);
}

void
matchum_pipe_guard_end (MatchumPipeGuard *self)
{
  const struct timespec at_once = { 0, 0 };
  sigset_t set;

  g_return_if_fail (self != NULL);

  fill_set (&set);
  if (!self->was_pending && is_pending ())
    sigtimedwait (&set, NULL, &at_once);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
}
