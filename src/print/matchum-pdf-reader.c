/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process that reads PDFs for Matchum: takes one on standard input, gives what it says on standard output. PDFs
 * come from anywhere, so it holds itself to limits, and what makes it fail harms nobody's work. */
#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "matchum-pdf-reading.h"

#define MAX_CPU_SECONDS 20
#define MAX_SECONDS 30
#define MAX_MEMORY (1024 * 1024 * 1024)
#define MAX_OPEN_FILES 64
#define CHUNK (256 * 1024)

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

#if IS_SANITIZED
const char *__lsan_default_suppressions (void);

/* What fonts are found is kept for the life of the process. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\nleak:libcairo\nleak:libpoppler\n";
}
#endif

static void
limit (__rlimit_resource_t resource, rlim_t value)
{
  const struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}

static void
set_limits (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit (RLIMIT_CPU, MAX_CPU_SECONDS);
  limit (RLIMIT_CORE, 0);
  /* Fontconfig would like to keep what it found of fonts, and takes no for an answer. */
  limit (RLIMIT_FSIZE, 0);
  signal (SIGXFSZ, SIG_IGN);
  limit (RLIMIT_NOFILE, MAX_OPEN_FILES);
  /* The sanitizers keep a map of all memory there could be. */
  if (!IS_SANITIZED)
    limit (RLIMIT_AS, MAX_MEMORY);
  alarm (MAX_SECONDS);
}

static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize length;

  while ((length = fread (chunk, 1, CHUNK, stdin)) > 0 && input->len <= MATCHUM_PDF_TEXT_MAX_BYTES)
    g_byte_array_append (input, chunk, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&input));
}

int
main (int argc, char **argv)
{
  const gboolean looks = argc > 1 && g_str_equal (argv[1], MATCHUM_PDF_READING_LOOK);
  MatchumPdfReadingHead head = { 0 };
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GVariant) reading = NULL;
  gboolean is_written;

  set_limits ();
  input = read_input ();
  reading = matchum_pdf_reading_read (input, looks, &head);
  is_written = fwrite (&head, sizeof head, 1, stdout) == 1;
  if (reading != NULL)
    is_written = is_written
                 && fwrite (g_variant_get_data (reading), 1, g_variant_get_size (reading), stdout)
                        == g_variant_get_size (reading);

  return is_written && fflush (stdout) == 0 ? 0 : 1;
}
