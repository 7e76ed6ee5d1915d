/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format that can be exported has a name and a purpose of its own. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-format-label.h"

static void
test_labels (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      const MatchumExportFormat *format = matchum_export_format_get (i);

      g_assert_true (g_hash_table_add (seen, (gpointer) matchum_format_label_get (format->flag)));
      g_assert_true (g_hash_table_add (seen, (gpointer) matchum_format_label_get_purpose (format->flag)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2 * matchum_export_format_get_n ());
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/format-label", test_labels);
  return matchum_ui_test_run ();
}
