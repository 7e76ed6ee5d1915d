/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up the files that the build has put into the library. */
#include "config.h"

#include "export/matchum-export-resources.h"

#include "export/matchum-export-data.h"

#define FOLDER "/io/github/matchum/Matchum/export/"

static gpointer
register_cb (gpointer data)
{
  matchum_export_data_register_resource ();
  return NULL;
}

const char *
matchum_export_resources_get (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, "");

  g_once (&once, register_cb, NULL);
  path = g_strconcat (FOLDER, name, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, "");
  /* What is not compressed stays in the program, with a zero byte behind it. */
  return g_bytes_get_data (bytes, NULL);
}
