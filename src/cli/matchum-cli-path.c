/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two names are the same file where the system says so, or, of a file that is not there yet, where its folder and name
 * are the same. */
#include "config.h"

#include "matchum-cli-path.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Where the file is: in a folder without links, or by the name as it was given where there is no such folder. NULL for
 * what is on no disk of this computer. */
static char *
dup_place (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  char *real, *place;

  if (path == NULL)
    return NULL;
  real = realpath (folder, NULL);
  place = g_build_filename (real != NULL ? real : folder, base, NULL);
  free (real);
  return place;
}

gboolean
matchum_cli_path_is_same (const char *a, const char *b)
{
  g_autofree char *place_a = dup_place (a);
  g_autofree char *place_b = dup_place (b);
  struct stat info_a, info_b;

  if (place_a == NULL || place_b == NULL)
    return g_str_equal (a, b);
  if (stat (place_a, &info_a) == 0 && stat (place_b, &info_b) == 0)
    return info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
  return g_str_equal (place_a, place_b);
}
