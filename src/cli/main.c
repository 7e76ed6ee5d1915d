/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matchum-cli: sets the locale up and hands over to the table of verbs. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "matchum-command.h"

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("MATCHUM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return matchum_command_main (argc, argv);
}
