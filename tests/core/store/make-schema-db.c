/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the library that is kept of each schema version, so that later versions can be tried on it. Run it once, before
 * the version is raised, and keep what it makes: make-schema-db tests/core/store/schema-N.db */
#include "config.h"

#include "store-fixture.h"

int
main (int argc, char **argv)
{
  g_autofree char *lock = NULL;
  MatchumLibrary *library;

  if (argc != 2 || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("usage: make-schema-db FILE    FILE must not be there yet\n");
      return 2;
    }
  library = store_fixture_open (argv[1]);
  store_fixture_fill (library, 12);
  store_fixture_close (library);
  lock = g_strconcat (argv[1], "-lock", NULL);
  g_unlink (lock);
  return 0;
}
