/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum: sets the locale up and hands over to the application. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ui/matchum-desktop.h"

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("MATCHUM_LOCALEDIR");
  g_autoptr (MatchumDesktop) desktop = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname ("matchum");
  g_set_application_name (_ ("Matchum"));
  desktop = matchum_desktop_new ();
  return g_application_run (G_APPLICATION (desktop), argc, argv);
}
