/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits a library until it is killed, and says of each edit when it is confirmed.
 * usage: crash-driver edit LIBRARY SEED STEP    edits from number STEP on; prints the number of edits confirmed, line
 * by line crash-driver hold LIBRARY              opens, prints "open", and closes when its input ends */
#include "config.h"

#include "crash-model.h"

#include <stdlib.h>

static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static void
edit (MatchumLibrary *library, guint32 seed, guint step)
{
  for (;; step++)
    {
      CrashEdit edit = crash_edit_create (seed, step);
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_strdup_printf ("%u\n", step + 1);

      if (!crash_edit_apply (&edit, library, &error))
        g_error ("edit %u: %s", step, error->message);
      crash_edit_clear (&edit);
      say (line);
    }
}

static void
hold (void)
{
  char byte;

  say ("open\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    ;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library;

  if (argc < 3)
    return 2;
  library = matchum_library_open (argv[2], 0, 0, &error);
  if (library == NULL)
    g_error ("%s", error->message);
  if (g_str_equal (argv[1], "edit") && argc == 5)
    edit (library, (guint32) g_ascii_strtoull (argv[3], NULL, 10), (guint) g_ascii_strtoull (argv[4], NULL, 10));
  else
    hold ();
  matchum_library_close (library);
  g_object_unref (library);
  return 0;
}
