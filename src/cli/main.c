/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli: sets the process up and hands over to the table of verbs. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "matchum-command.h"

/* A standard stream that came closed would be the number of the next file that is opened, and what is printed would go
 * into it. The device that is opened instead refuses to be used that way. */
static void
occupy_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && errno == EBADF)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* What could not be printed, on a full disk perhaps, is an error, however the program ends. */
static void
close_output_cb (void)
{
  const gboolean has_failed = ferror (stdout) != 0;

  errno = 0;
  if (fclose (stdout) == 0 && !has_failed)
    return;
  fprintf (stderr, "matchum-cli: ");
  fprintf (stderr, _ ("What was to be printed could not be written: %s"), g_strerror (errno != 0 ? errno : EIO));
  fprintf (stderr, "\n");
  _exit (MATCHUM_EXIT_UNUSABLE);
}

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("MATCHUM_LOCALEDIR");

  occupy_standard_streams ();
  atexit (close_output_cb);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return matchum_command_main (argc, argv);
}
