/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills a program that edits a library, again and again, and looks each time whether everything that was confirmed is
 * there. 50 times, or 1,000 times with -m slow: meson test --benchmark store-crash. */
#include "config.h"

#include "crash-model.h"

#include <gio/gio.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#define KILLS 50
#define KILLS_LONG 1000

typedef struct {
  GPid pid;
  int input;
  int output;
} Driver;

static Driver
start (const char *mode, const char *path, const char *seed, const char *step)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store", "crash-driver", NULL);
  const char *argv[] = { program, mode, path, seed, step, NULL };
  g_autoptr (GError) error = NULL;
  Driver driver;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &driver.pid,
                            &driver.input, &driver.output, NULL, &error);
  g_assert_no_error (error);
  return driver;
}

static int
end (Driver *driver)
{
  int status;

  close (driver->input);
  close (driver->output);
  g_assert_cmpint (waitpid (driver->pid, &status, 0), ==, driver->pid);
  g_spawn_close_pid (driver->pid);
  return status;
}

/* Reads what it has said, for up to so many milliseconds, until there are n lines. FALSE where it has ended. */
static gboolean
listen_to (Driver *driver, GString *said, guint n_lines, int ms)
{
  const gint64 deadline = g_get_monotonic_time () + (gint64) ms * 1000;

  for (;;)
    {
      struct pollfd fd = { driver->output, POLLIN, 0 };
      char buffer[4096];
      guint n = 0;
      ssize_t length;
      gint64 left = (deadline - g_get_monotonic_time ()) / 1000;

      for (gsize i = 0; i < said->len; i++)
        n += said->str[i] == '\n' ? 1 : 0;
      if (n >= n_lines || poll (&fd, 1, left > 0 ? (int) left : 0) <= 0)
        return TRUE;
      length = read (driver->output, buffer, sizeof buffer);
      if (length <= 0)
        return FALSE;
      g_string_append_len (said, buffer, length);
    }
}

/* The number on the last whole line. */
static guint
read_last (const GString *said, guint otherwise)
{
  g_auto (GStrv) lines = g_strsplit (said->str, "\n", -1);
  const guint n = g_strv_length (lines);

  return n >= 2 ? (guint) g_ascii_strtoull (lines[n - 2], NULL, 10) : otherwise;
}

/* Lets it edit for a while and kills it. Returns how many edits it had confirmed. */
static guint
edit_and_kill (const char *path, guint32 seed, guint step)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *step_text = g_strdup_printf ("%u", step);
  Driver driver = start ("edit", path, seed_text, step_text);
  g_autoptr (GString) said = g_string_new (NULL);
  const guint n_lines = (guint) g_test_rand_int_range (0, 40);
  int status;

  listen_to (&driver, said, n_lines, 60000);
  /* Within the next edits, or while it starts. */
  listen_to (&driver, said, G_MAXUINT, g_test_rand_int_range (0, n_lines == 0 ? 80 : 12));
  kill (driver.pid, SIGKILL);
  while (listen_to (&driver, said, G_MAXUINT, 60000))
    ;
  status = end (&driver);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return read_last (said, step);
}

/* The library must be as after the edits confirmed, or one more, which was on its way. */
static void
check (const char *path, CrashModel *model, guint confirmed)
{
  MatchumLibrary *library = store_fixture_open (path);
  g_autofree char *found = crash_library_describe (library);
  g_autofree char *expected = NULL;

  while (model->step < confirmed)
    crash_model_step (model);
  expected = crash_model_describe (model);
  if (strcmp (found, expected) != 0)
    {
      g_autofree char *next = NULL;

      crash_model_step (model);
      next = crash_model_describe (model);
      if (strcmp (found, next) != 0)
        g_error ("after %u confirmed edits of seed %u, the library at %s is neither here nor there", confirmed,
                 model->seed, path);
    }
  store_fixture_close (library);
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  const guint n_kills = g_test_slow () ? KILLS_LONG : KILLS;
  CrashModel *model = crash_model_new ((guint32) g_test_rand_int_range (1, G_MAXINT32));
  guint n_confirmed = 0;

  crash_library_begin (fixture->path);
  for (guint i = 0; i < n_kills; i++)
    {
      const guint before = model->step;
      const guint confirmed = edit_and_kill (fixture->path, model->seed, model->step);

      check (fixture->path, model, confirmed);
      n_confirmed += confirmed - before;
    }
  g_test_message ("%u kills, %u edits confirmed and found", n_kills, n_confirmed);
  g_assert_cmpuint (n_confirmed, >, n_kills);
  crash_model_free (model);
}

static gboolean
expect (Driver *driver, const char *line)
{
  g_autoptr (GString) said = g_string_new (NULL);

  listen_to (driver, said, 1, 60000);
  return g_str_equal (said->str, line);
}

/* A second program is told; one that waits gets it when the first lets go, however it does. */
static void
test_two_programs (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      MatchumLibrary *library = store_fixture_open (fixture->path);
      Driver driver;

      store_fixture_close (library);
      driver = start ("hold", fixture->path, NULL, NULL);
      g_assert_true (expect (&driver, "open\n"));
      g_assert_null (matchum_library_open (fixture->path, 0, 30, &error));
      g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_IN_USE);
      g_clear_error (&error);
      if (i == 0)
        kill (driver.pid, SIGKILL);
      else
        {
          close (driver.input);
          driver.input = open ("/dev/null", O_RDONLY);
        }
      library = matchum_library_open (fixture->path, 0, 60000, &error);
      g_assert_no_error (error);
      end (&driver);
      store_fixture_close (library);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/crash/kill", test_kill);
  ADD ("/store/crash/two-programs", test_two_programs);
  return g_test_run ();
}
