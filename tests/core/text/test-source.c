/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts from outside: what is taken, what is refused and in which words, and where lines lie. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/matchum-source.h"

typedef struct {
  const char *what;
  const char *bytes;
  gsize length;
  MatchumSourceError code;
  const char *message; /* a part of it */
} Refusal;

#define BYTES(literal) literal, sizeof (literal) - 1

static const Refusal refusals[] = {
  { "nothing", BYTES (""), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
  { "white space", BYTES (" \n\t\r\n\xc2\xa0\xe3\x80\x80"), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
  { "a byte order mark", BYTES ("\xef\xbb\xbf\n"), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
  { "zero width", BYTES ("\xe2\x80\x8b\n"), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
  { "NUL", BYTES ("one\ntwo\nth\0ree"), MATCHUM_SOURCE_ERROR_BINARY, "cv.md:3: " },
  { "escape", BYTES ("one\n\x1b[1mtwo"), MATCHUM_SOURCE_ERROR_BINARY, "0x1B" },
  { "PDF", BYTES ("%PDF-1.7\n%\xe2\xe3"), MATCHUM_SOURCE_ERROR_BINARY, "PDF" },
  { "Word", BYTES ("PK\x03\x04\x14\0\x06\0[Content_Types].xml  word/document.xml"), MATCHUM_SOURCE_ERROR_BINARY,
    "Word" },
  { "HWPX", BYTES ("PK\x03\x04\x14\0mimetypeapplication/hwp+zip"), MATCHUM_SOURCE_ERROR_BINARY, "HWPX" },
  { "ODT", BYTES ("PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text"), MATCHUM_SOURCE_ERROR_BINARY,
    "OpenDocument" },
  { "ZIP", BYTES ("PK\x03\x04"), MATCHUM_SOURCE_ERROR_BINARY, "ZIP" },
  { "HWP", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), MATCHUM_SOURCE_ERROR_BINARY, "HWP" },
  { "PNG", BYTES ("\x89PNG\r\n\x1a\n"), MATCHUM_SOURCE_ERROR_BINARY, "picture" },
  { "Shift_JIS", BYTES ("one\n\x97\x9a\x97\xf0\x8f\x91\x82\xc6\x90\x45\x97\xf0"), MATCHUM_SOURCE_ERROR_NOT_UTF8,
    "cv.md:2: " },
  { "cut short", BYTES ("one\n\n\xea\xb0"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:3: " },
  { "overlong", BYTES ("a\xe0\x80\xaf"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: " },
  { "surrogate", BYTES ("a\xed\xa0\x80"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: " },
};

static MatchumSource *
make_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("cv.md", bytes, &error);

  g_assert_no_error (error);
  return source;
}

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (refusal->bytes, refusal->length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refusal->what);
      g_assert_null (matchum_source_new ("cv.md", bytes, &error));
      g_assert_error (error, MATCHUM_SOURCE_ERROR, (gint) refusal->code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "cv.md:"));
      g_assert_nonnull (strstr (error->message, refusal->message));
    }
}

/* What looks odd but is text. */
static void
test_taken (void)
{
  static const char *const texts[] = { "a",    "a\f",   "\xef\xbb\xbf# 이력서\n", "PK", "%PD", "a\tb\r\nc\r",
                                       "\x7f", "PK zip" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MatchumSource) source = NULL;

      source = make_source (texts[i]);
      g_assert_cmpstr (matchum_source_get_text (source), ==, texts[i]);
      g_assert_cmpuint (matchum_source_get_length (source), ==, strlen (texts[i]));
      g_assert_cmpstr (matchum_source_get_name (source), ==, "cv.md");
    }
}

typedef struct {
  const char *text;
  const char *lines[5];
} Lines;

static const Lines line_cases[] = {
  { "one", { "one" } },
  { "one\n", { "one" } },
  { "one\n\ntwo", { "one", "", "two" } },
  { "one\r\ntwo\r\n", { "one", "two" } },
  { "one\rtwo\nthree", { "one\rtwo", "three" } },
  { "\n\nx", { "", "", "x" } },
  { "x\r", { "x\r" } },
  { "x\n\r\n", { "x", "" } },
  { "\xef\xbb\xbfx\ny", { "\xef\xbb\xbfx", "y" } },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autoptr (MatchumSource) source = make_source (line_cases[i].text);
      guint n = 0;

      while (n < 5 && line_cases[i].lines[n] != NULL)
        n++;
      g_assert_cmpuint (matchum_source_get_n_lines (source), ==, n);
      for (guint line = 1; line <= n; line++)
        {
          const MatchumSpan span = matchum_source_get_line_span (source, line);
          g_autofree char *text =
              g_strndup (matchum_source_get_text (source) + span.start, matchum_span_get_length (span));

          g_assert_cmpstr (text, ==, line_cases[i].lines[line - 1]);
        }
    }
}

/* Against counting newlines one by one. */
static void
test_line_at (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240901);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (MatchumSource) source = NULL;
      guint line = 1;

      while (text->len < 60)
        g_string_append (text, ((const char *[]){ "\n", "\r\n", "a", "가" })[g_rand_int_range (rand, 0, 4)]);
      source = make_source (text->str);
      for (gsize i = 0; i < text->len; i++)
        {
          const MatchumSpan span = matchum_source_get_line_span (source, line);

          g_assert_cmpuint (matchum_source_get_line_at (source, i), ==, line);
          g_assert_true (span.start <= i);
          if (text->str[i] == '\n')
            {
              g_assert_cmpuint (span.end, <=, i);
              line++;
            }
        }
      g_assert_cmpuint (matchum_source_get_line_at (source, text->len + 100), ==, matchum_source_get_n_lines (source));
    }
}

typedef struct {
  char *folder;
  char *path;
} Folder;

static void
set_up (Folder *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("matchum-source-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "resume.md", NULL);
}

static void
tear_down (Folder *self, gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_refused (const char *path, MatchumSourceError code, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (matchum_source_load (file, NULL, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_load (Folder *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, "# 강도현\r\n- PyTorch\n", -1, &error);
  g_assert_no_error (error);
  source = matchum_source_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (matchum_source_get_name (source), ==, "resume.md");
  g_assert_cmpstr (matchum_source_get_text (source), ==, "# 강도현\r\n- PyTorch\n");
  g_assert_cmpuint (matchum_source_get_n_lines (source), ==, 2);
}

static void
test_load_refusals (Folder *self, gconstpointer data)
{
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_UNREADABLE, self->path);
  assert_refused (self->folder, MATCHUM_SOURCE_ERROR_UNREADABLE, "folder");
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_EMPTY, "resume.md: ");
  if (geteuid () != 0)
    {
      g_assert_cmpint (g_chmod (self->path, 0), ==, 0);
      assert_refused (self->path, MATCHUM_SOURCE_ERROR_UNREADABLE, "permission");
    }
}

static void
set_file_size (const char *path, gsize size)
{
  const int fd = g_open (path, O_CREAT | O_TRUNC | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t) size), ==, 0);
  close (fd);
}

/* The size is looked at first: 50 GiB of nothing would not fit in memory. */
static void
test_load_large (Folder *self, gconstpointer data)
{
  set_file_size (self->path, (gsize) 50 * 1024 * 1024 * 1024);
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_TOO_LARGE, "resume.md: ");
  set_file_size (self->path, MATCHUM_SOURCE_MAX_BYTES + 1);
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_TOO_LARGE, "8 MiB");
  set_file_size (self->path, MATCHUM_SOURCE_MAX_BYTES);
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_BINARY, "resume.md:1: ");
}

static gpointer
write_forever (gpointer path)
{
  const int fd = g_open (path, O_WRONLY, 0);
  static const char block[4096] = { [0 ... 4095] = 'x' };
  gsize written = 0;
  gssize n;

  while ((n = write (fd, block, sizeof block)) > 0)
    written += (gsize) n;
  close (fd);
  return GSIZE_TO_POINTER (written);
}

/* A pipe tells no size; it is let go of soon after the limit. */
static void
test_load_pipe (Folder *self, gconstpointer data)
{
  GThread *writer;
  gsize written;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_forever, self->path);
  assert_refused (self->path, MATCHUM_SOURCE_ERROR_TOO_LARGE, "resume.md: ");
  written = GPOINTER_TO_SIZE (g_thread_join (writer));
  g_assert_cmpuint (written, <, MATCHUM_SOURCE_MAX_BYTES + 1024 * 1024);
}

static void
test_cancelled (Folder *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "x", 1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (matchum_source_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/refusals", test_refusals);
  g_test_add_func ("/source/taken", test_taken);
  g_test_add_func ("/source/lines", test_lines);
  g_test_add_func ("/source/line-at", test_line_at);
  g_test_add ("/source/load", Folder, NULL, set_up, test_load, tear_down);
  g_test_add ("/source/load/refusals", Folder, NULL, set_up, test_load_refusals, tear_down);
  g_test_add ("/source/load/large", Folder, NULL, set_up, test_load_large, tear_down);
  g_test_add ("/source/load/pipe", Folder, NULL, set_up, test_load_pipe, tear_down);
  g_test_add ("/source/load/cancelled", Folder, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
