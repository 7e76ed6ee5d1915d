/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs pandoc with the document on its standard input, so that no file is named on its command line. */
#include "config.h"

#include "import/matchum-pandoc.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/resource.h>

#include "text/matchum-source.h"

#define MAX_SECONDS 30
#define MAX_HEAP "-M768m"
#define READ_BYTES (64 * 1024)

typedef struct {
  const char *name;
  GSubprocess *process;
  GCancellable *stop; /* cancelled when the time is over or the caller asks for it */
  GMainLoop *loop;
  GByteArray *out;
  GBytes *in;
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
start (const char *name, MatchumPandocFormat format, GError **error)
{
  static const char *const formats[] = { "docx", "odt" };
  static const char *const kinds[] = { "DOCX", "ODT" };
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree char *pandoc = g_find_program_in_path ("pandoc");
  const char *argv[] = { pandoc, "+RTS", MAX_HEAP,      "-RTS",         "--sandbox", "--from", formats[format],
                         "--to", "html", "--wrap=none", "--standalone", "--quiet",   NULL };

  if (pandoc == NULL)
    {
      g_set_error (
          error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_UNREADABLE,
          /* Translators: the name of a file, and a kind of files: DOCX, ODT. */
          _ ("%s: pandoc is needed to read %s files. Install it (apt install pandoc) and open the file again."), name,
          kinds[format]);
      return NULL;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_child_setup (launcher, limit_cb, NULL, NULL);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
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

  if (n > 0 && self->out->len + (gsize) n > MATCHUM_SOURCE_MAX_BYTES)
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
  gulong handler = 0;

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
}

static gboolean
check (Run *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->is_late || self->is_too_long)
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE,
                 _ ("%s: pandoc could not read this document within bounds that any resume keeps."), self->name);
  else if (!g_subprocess_get_successful (self->process))
    g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
                 _ ("%s: pandoc cannot read this document: it is damaged, or not what its name says. Open it in the "
                    "program that made it and save it again."),
                 self->name);
  else
    return TRUE;
  return FALSE;
}

GBytes *
matchum_pandoc_to_html (const char *name,
                        GBytes *bytes,
                        MatchumPandocFormat format,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);
  Run self = { .name = name, .stop = stop, .out = out, .in = bytes, .buffer = buffer };

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  process = start (name, format, error);
  if (process == NULL)
    return NULL;
  self.process = process;
  run (&self, cancellable);
  if (!check (&self, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
