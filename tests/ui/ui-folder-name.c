/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are told of folders. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-folder-name.h"

static void
test_folder_names (void)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) documents = g_file_get_child (home, "문서");
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/srv/지원서/2026/모람상회/ML Engineer, 추천·검색");
  g_autofree char *name = matchum_folder_name_dup (home);
  g_autofree char *inside = matchum_folder_name_dup (documents);
  g_autofree char *outside = matchum_folder_name_dup (elsewhere);
  g_autofree char *whole = matchum_folder_name_dup_short (documents, 36);
  g_autofree char *shorter = matchum_folder_name_dup_short (elsewhere, 16);

  /* Never a lone "~". */
  g_assert_cmpstr (name, ==, g_get_home_dir ());
  g_assert_cmpstr (inside, ==, "~/문서");
  g_assert_cmpstr (outside, ==, "/srv/지원서/2026/모람상회/ML Engineer, 추천·검색");
  g_assert_cmpstr (whole, ==, "~/문서");
  g_assert_cmpstr (shorter, ==, "/srv/…eer, 추천·검색");
  g_assert_cmpint (g_utf8_strlen (shorter, -1), ==, 16);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/folder-name", test_folder_names);
  return matchum_ui_test_run ();
}
