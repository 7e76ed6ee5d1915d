/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says where a folder is, in as little room as there is. */
#include "config.h"

#include "ui/matchum-folder-name.h"

char *
matchum_folder_name_dup (GFile *folder)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  relative = g_file_get_relative_path (home, folder);
  if (relative == NULL)
    return g_file_get_parse_name (folder);
  shown = g_filename_display_name (relative);
  return g_build_filename ("~", shown, NULL);
}

char *
matchum_folder_name_dup_short (GFile *folder, guint n_chars)
{
  g_autofree char *name = matchum_folder_name_dup (folder);
  g_autofree char *start = NULL, *end = NULL;
  glong length;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (n_chars > 2, NULL);

  length = g_utf8_strlen (name, -1);
  if (length <= (glong) n_chars)
    return g_steal_pointer (&name);
  /* The end says more than the start: it is the folder itself. */
  start = g_utf8_substring (name, 0, (n_chars - 1) / 3);
  end = g_utf8_substring (name, length - ((glong) n_chars - 1 - (n_chars - 1) / 3), length);
  return g_strconcat (start, "…", end, NULL);
}
