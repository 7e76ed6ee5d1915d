/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens where fonts are missing: tried with a set of fonts that holds Noto Sans CJK and nothing else. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "matchum-pages.h"
#include "print-support.h"

#define FONTS "/usr/share/fonts/opentype/noto"
#define FONT FONTS "/NotoSansCJK-Regular.ttc"

static char *folder;

/* Before fontconfig is asked for anything. */
static gboolean
use_few_fonts (void)
{
  g_autofree char *config = NULL;
  g_autofree char *path = NULL;

  if (!g_file_test (FONT, G_FILE_TEST_EXISTS))
    return FALSE;
  folder = g_dir_make_tmp ("matchum-fonts-XXXXXX", NULL);
  g_assert_nonnull (folder);
  path = g_build_filename (folder, "fonts.conf", NULL);
  config =
      g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n"
                       "<fontconfig><dir>" FONTS "</dir><cachedir>%s</cachedir>\n"
                       "<selectfont><rejectfont><glob>*/NotoSerif*</glob></rejectfont></selectfont></fontconfig>\n",
                       folder);
  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);

  return TRUE;
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static MatchumPages *
lay_out (const char *markdown, GError **error)
{
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);

  return matchum_pages_new (visibility, &style, error);
}

static void
test_missing_letter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPages) pages = lay_out ("# Name\n\n## Work\n\n- in العربية\n", &error);

  g_assert_null (pages);
  g_assert_error (error, MATCHUM_PAGES_ERROR, MATCHUM_PAGES_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "U+06"));
}

/* Only what is to be seen must have its letters. */
static void
test_missing_letter_hidden (void)
{
  g_autoptr (MatchumVisibility) visibility =
      print_read_without ("# Name\n\n## Work\n\n- in العربية\n- in 한글\n", "العربية");
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPages) pages = matchum_pages_new (visibility, &style, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
}

/* A sign that no font has goes without leaving a hole, and without stopping anything; the caller is told. */
static void
test_missing_sign (void)
{
  g_autoptr (MatchumVisibility) with_sign = print_read ("# 이름\n\n## 경력\n\n- 출시\xf0\x9f\xab\xa0했음\n");
  g_autoptr (MatchumVisibility) without = print_read ("# 이름\n\n## 경력\n\n- 출시했음\n");
  g_autoptr (MatchumPages) first_pages = print_lay_out (with_sign, "standard", MATCHUM_PAPER_A4);
  g_autoptr (MatchumPages) second_pages = print_lay_out (without, "standard", MATCHUM_PAPER_A4);
  int width;
  int height;
  g_autofree guint8 *first = print_draw (first_pages, 0, 1.0, &width, &height);
  g_autofree guint8 *second = print_draw (second_pages, 0, 1.0, &width, &height);

  g_assert_cmpmem (first, (gsize) (width * height), second, (gsize) (width * height));
}

/* Each once, in the order of the text; what is hidden leaves nothing out. */
static void
test_left_out (void)
{
  static const char markdown[] = "# 이름\n\n## 경력 \xf0\x9f\x9a\x80\n\n- 출시\xf0\x9f\xab\xa0했음 \xf0\x9f\x9a\x80\n"
                                 "- 숨김 \xf0\x9f\x8e\x89\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPages) whole = lay_out (markdown, &error);
  g_autoptr (MatchumVisibility) trimmed = print_read_without (markdown, "숨김");
  g_autoptr (MatchumPages) less = NULL;
  g_autoptr (MatchumPages) none = NULL;

  g_assert_no_error (error);
  less = print_lay_out (trimmed, "ats", MATCHUM_PAPER_A4);
  none = lay_out ("# 이름\n\n## 경력\n\n- ✓ ★ ①\n", &error);
  g_assert_cmpstr (matchum_pages_get_left_out (whole), ==, "\xf0\x9f\x9a\x80\xf0\x9f\xab\xa0\xf0\x9f\x8e\x89");
  g_assert_cmpstr (matchum_pages_get_left_out (less), ==, "\xf0\x9f\x9a\x80\xf0\x9f\xab\xa0");
  g_assert_cmpstr (matchum_pages_get_left_out (none), ==, "");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!use_few_fonts ())
    {
      g_print ("1..0 # SKIP " FONT " is not installed\n");
      return 0;
    }
  g_test_add_func ("/print/fonts/missing-letter", test_missing_letter);
  g_test_add_func ("/print/fonts/missing-letter-hidden", test_missing_letter_hidden);
  g_test_add_func ("/print/fonts/missing-sign", test_missing_sign);
  g_test_add_func ("/print/fonts/left-out", test_left_out);
  status = g_test_run ();
  remove_folder ();

  return status;
}
