/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said where no installed font has the letters of Korean: tried with DejaVu and nothing else. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "matchum-font-list.h"
#include "matchum-pages.h"
#include "print-support.h"

#define FONTS "/usr/share/fonts/truetype/dejavu"

static void
test_check (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (matchum_font_list_check_korean (&error));
  g_assert_error (error, MATCHUM_PAGES_ERROR, MATCHUM_PAGES_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "fonts-noto-cjk"));
}

/* Pages say the same, and no page is made of boxes. */
static void
test_pages (void)
{
  g_autoptr (MatchumVisibility) korean = print_read ("# Name\n\n## 경력\n\n- 한 일\n");
  g_autoptr (MatchumVisibility) english = print_read ("# Name\n\n## Work\n\n- things\n");
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) expected = NULL;
  g_autoptr (MatchumPages) pages = matchum_pages_new (korean, &style, &error);
  g_autoptr (MatchumPages) fine = matchum_pages_new (english, &style, NULL);

  matchum_font_list_check_korean (&expected);
  g_assert_null (pages);
  g_assert_cmpstr (error->message, ==, expected->message);
  g_assert_nonnull (fine);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("matchum-fonts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r %s", folder);
  g_autofree char *config =
      g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n"
                       "<fontconfig><dir>" FONTS "</dir><cachedir>%s</cachedir></fontconfig>\n",
                       folder);
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (FONTS, G_FILE_TEST_IS_DIR))
    {
      g_rmdir (folder);
      g_print ("1..0 # SKIP " FONTS " is not installed\n");
      return 0;
    }
  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  g_test_add_func ("/print/no-korean/check", test_check);
  g_test_add_func ("/print/no-korean/pages", test_pages);
  status = g_test_run ();
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);

  return status;
}
