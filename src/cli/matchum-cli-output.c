/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints JSON. */
#include "config.h"

#include "matchum-cli-output.h"

#include <stdio.h>

void
matchum_cli_output_print_json (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  printf ("%s\n", text);
  json_node_unref (root);
}

/* Names of files are bytes of any kind, which JSON does not take. */
void
matchum_cli_output_add_files (JsonBuilder *builder, const char *const *paths)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (paths[i]);

      json_builder_add_string_value (builder, shown);
    }
  json_builder_end_array (builder);
}
