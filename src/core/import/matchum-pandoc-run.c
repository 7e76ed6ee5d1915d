/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes to pandoc and reads from it at the same time, and ends it where it takes too long. */
#include "config.h"

#include "import/matchum-pandoc-run.h"

#include <signal.h>
#include <sys/resource.h>

#include "text/matchum-pipe-guard.h"

#define MAX_SECONDS 30
#define MAX_HEAP "-M768m"
#define READ_BYTES (64 * 1024)
/* How programs made by GHC end where they have no more room. */
#define STATUS_NO_ROOM 251

typedef struct {
  GSubprocess *process;
  GCancellable *stop; /* cancelled when the time is over or the caller asks for it */
  GMainLoop *loop;
  GByteArray *out;
  GBytes *in;
  gsize max_bytes;
  gboolean is_late;
  gboolean is_too_long;
  guint n_open; /* what is not done yet */
  guint8 *buffer;
} Run;

/* In the child, before it is pandoc: only what is safe after fork(). */
static void
limit_cb (gpointer user_data G_GNUC_UNUSED)
{
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const struct rlimit nothing = { 0, 0 };

  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &nothing);
  setrlimit (RLIMIT_FSIZE, &nothing);
}

static GSubprocess *
start (const char *program, const char *const *arguments, gint64 date)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  static const char *const limits[] = { "+RTS", MAX_HEAP, "-RTS" };

  g_ptr_array_add (argv, (gpointer) program);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    g_ptr_array_add (argv, (gpointer) limits[i]);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  if (date >= 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, date);

      g_subprocess_launcher_setenv (launcher, "SOURCE_DATE_EPOCH", seconds, TRUE);
    }
  g_subprocess_launcher_set_child_setup (launcher, limit_cb, NULL, NULL);
  return g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, NULL);
}

static void
finish_part (Run *self)
{
  if (--self->n_open == 0)
    g_main_loop_quit (self->loop);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  /* A document that pandoc does not want to the end is told by how it ends. */
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL);
  g_output_stream_close (G_OUTPUT_STREAM (object), NULL, NULL);
  finish_part (user_data);
}

static void read_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
read_more (Run *self, GInputStream *stream)
{
  g_input_stream_read_async (stream, self->buffer, READ_BYTES, G_PRIORITY_DEFAULT, self->stop, read_cb, self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Run *self = user_data;
  const gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);

  if (n > 0 && self->out->len + (gsize) n > self->max_bytes)
    {
      self->is_too_long = TRUE;
      g_cancellable_cancel (self->stop);
    }
  else if (n > 0)
    {
      g_byte_array_append (self->out, self->buffer, (guint) n);
      read_more (self, G_INPUT_STREAM (object));
      return;
    }
  finish_part (self);
}

static gboolean
late_cb (gpointer user_data)
{
  Run *self = user_data;

  self->is_late = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static void
stopped_cb (GCancellable *cancellable G_GNUC_UNUSED, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* In a main context of its own: the caller may be any thread. */
static void
run (Run *self, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (MAX_SECONDS);
  gsize size;
  const void *data = g_bytes_get_data (self->in, &size);
  MatchumPipeGuard guard;
  gulong handler = 0;

  matchum_pipe_guard_begin (&guard);
  g_main_context_push_thread_default (context);
  self->loop = g_main_loop_new (context, FALSE);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (stopped_cb), self->stop, NULL);
  g_source_set_callback (timeout, late_cb, self, NULL);
  g_source_attach (timeout, context);
  self->n_open = 2;
  g_output_stream_write_all_async (g_subprocess_get_stdin_pipe (self->process), data, size, G_PRIORITY_DEFAULT,
                                   self->stop, written_cb, self);
  read_more (self, g_subprocess_get_stdout_pipe (self->process));
  g_main_loop_run (self->loop);
  g_source_destroy (timeout);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  if (g_cancellable_is_cancelled (self->stop))
    g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_main_loop_unref (self->loop);
  g_main_context_pop_thread_default (context);
  matchum_pipe_guard_end (&guard);
}

gboolean
matchum_pandoc_run_is_available (void)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");

  return program != NULL;
}

/* Whether there was not room or time enough for it. */
static gboolean
ran_out (GSubprocess *process)
{
  if (g_subprocess_get_if_exited (process))
    return g_subprocess_get_exit_status (process) == STATUS_NO_ROOM;
  return g_subprocess_get_term_sig (process) == SIGXCPU || g_subprocess_get_term_sig (process) == SIGKILL;
}

static MatchumPandocOutcome
find_outcome (Run *self, GCancellable *cancellable)
{
  if (g_cancellable_is_cancelled (cancellable))
    return MATCHUM_PANDOC_CANCELLED;
  if (self->is_late || self->is_too_long)
    return MATCHUM_PANDOC_TOO_LARGE;
  if (ran_out (self->process))
    return MATCHUM_PANDOC_TOO_LARGE;
  return g_subprocess_get_successful (self->process) ? MATCHUM_PANDOC_DONE : MATCHUM_PANDOC_FAILED;
}

MatchumPandocOutcome
matchum_pandoc_run (const char *const *arguments,
                    gint64 date,
                    GBytes *in,
                    gsize max_bytes,
                    GCancellable *cancellable,
                    GBytes **out)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);
  Run self = { .stop = stop, .out = bytes, .in = in, .max_bytes = max_bytes, .buffer = buffer };
  MatchumPandocOutcome outcome;

  g_return_val_if_fail (arguments != NULL && in != NULL && out != NULL, MATCHUM_PANDOC_FAILED);

  if (program == NULL)
    return MATCHUM_PANDOC_MISSING;
  process = start (program, arguments, date);
  if (process == NULL)
    return MATCHUM_PANDOC_FAILED;
  self.process = process;
  run (&self, cancellable);
  outcome = find_outcome (&self, cancellable);
  if (outcome == MATCHUM_PANDOC_DONE)
    *out = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return outcome;
}
