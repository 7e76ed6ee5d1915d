/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing to a pipe that nobody reads any more. */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "text/matchum-pipe-guard.h"

static gboolean
is_blocked (void)
{
  sigset_t set;

  pthread_sigmask (SIG_SETMASK, NULL, &set);
  return sigismember (&set, SIGPIPE) == 1;
}

static void
write_to_nobody (void)
{
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  g_assert_cmpint (write (ends[1], "x", 1), ==, -1);
  g_assert_cmpint (errno, ==, EPIPE);
  close (ends[1]);
}

/* The process lives on, within and after. */
static void
test_guard (void)
{
  MatchumPipeGuard guard;

  for (guint i = 0; i < 3; i++)
    {
      matchum_pipe_guard_begin (&guard);
      g_assert_true (is_blocked ());
      write_to_nobody ();
      write_to_nobody ();
      matchum_pipe_guard_end (&guard);
      g_assert_false (is_blocked ());
    }
}

/* What was blocked before stays so. */
static void
test_within (void)
{
  MatchumPipeGuard outer, inner;

  matchum_pipe_guard_begin (&outer);
  matchum_pipe_guard_begin (&inner);
  write_to_nobody ();
  matchum_pipe_guard_end (&inner);
  g_assert_true (is_blocked ());
  write_to_nobody ();
  matchum_pipe_guard_end (&outer);
  g_assert_false (is_blocked ());
}

/* Without it, it would have been the end. */
static void
test_nothing (void)
{
  if (g_test_subprocess ())
    {
      signal (SIGPIPE, SIG_DFL);
      write_to_nobody ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_DFL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pipe-guard/guard", test_guard);
  g_test_add_func ("/pipe-guard/within", test_within);
  g_test_add_func ("/pipe-guard/nothing", test_nothing);
  return g_test_run ();
}
