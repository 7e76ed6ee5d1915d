/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints JSON and the words for verdicts. */
#include "config.h"

#include "matchum-cli-output.h"

#include <glib/gi18n-lib.h>
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

char *
matchum_cli_output_describe (MatchumTally tally)
{
  if (tally.soft == 0)
    return g_strdup_printf (_ ("%u met, %u partial, %u missing"), tally.met, tally.partial, tally.missing);
  /* Translators: the last are requirements of attitude, which no resume can prove. */
  return g_strdup_printf (_ ("%u met, %u partial, %u missing, %u cannot be shown"), tally.met, tally.partial,
                          tally.missing, tally.soft);
}

const char *
matchum_cli_output_get_status_word (MatchumStatus status, gboolean is_listed_only)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      return is_listed_only ? _ ("listed only") : _ ("met");
    case MATCHUM_STATUS_PARTIAL:
      return _ ("partial");
    case MATCHUM_STATUS_MISSING:
      return _ ("missing");
    case MATCHUM_STATUS_UNPROVABLE:
      return _ ("cannot be shown");
    default:
      g_assert_not_reached ();
    }
}
