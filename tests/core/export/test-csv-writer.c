/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a table: quoted where they have to be, and none of them a formula. */
#include "config.h"

#include "export/matchum-csv-writer.h"

static char *
write_row (const char *first, const char *second)
{
  GString *csv = g_string_new ("\xef\xbb\xbf");

  matchum_csv_writer_append (csv, first);
  matchum_csv_writer_append (csv, second);
  matchum_csv_writer_end_row (csv);
  return g_string_free (csv, FALSE);
}

static void
test_values (void)
{
  static const struct {
    const char *first, *second, *expected;
  } cases[] = {
    { "링크온", "shown", "링크온,shown" },
    { "", "", "," },
    { "a, b", "c", "\"a, b\",c" },
    { "c", "say \"yes\"", "c,\"say \"\"yes\"\"\"" },
    { "two\nlines", "c\r", "\"two\nlines\",\"c\r\"" },
    { "=HYPERLINK(\"x\")", "@SUM(A1)", "\"'=HYPERLINK(\"\"x\"\")\",\"'@SUM(A1)\"" },
    { "-3", "+2.5", "-3,+2.5" },
    { "-3%", "+cmd|' /C calc'!A0", "\"'-3%\",\"'+cmd|' /C calc'!A0\"" },
    { "\tx", "- item", "\"'\tx\",\"'- item\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = write_row (cases[i].first, cases[i].second);
      g_autofree char *expected = g_strconcat ("\xef\xbb\xbf", cases[i].expected, "\r\n", NULL);

      g_assert_cmpstr (row, ==, expected);
    }
}

static void
test_rows (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  matchum_csv_writer_append (csv, "");
  matchum_csv_writer_end_row (csv);
  matchum_csv_writer_append (csv, "a");
  matchum_csv_writer_end_row (csv);
  g_assert_cmpstr (csv->str, ==, "\r\na\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/values", test_values);
  g_test_add_func ("/csv-writer/rows", test_rows);
  return g_test_run ();
}
