/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of comma separated values are read as RFC 4180 has them, and broken ones as far as they go. */
#include "config.h"

#include <string.h>

#include "import/matchum-csv.h"

static MatchumCsv *
parse (const char *text)
{
  return matchum_csv_new (text, strlen (text));
}

static void
test_fields (void)
{
  g_autoptr (MatchumCsv) csv = parse ("\xef\xbb\xbfName,Started On,Notes\r\n"
                                      "Acme, Jan 2021 ,\"a, \"\"b\"\"\r\nc\"\r\n"
                                      "\r\n"
                                      ",,\r\n"
                                      "\"\",2021\n"
                                      "맞춤,\"\",끝");

  g_assert_cmpuint (matchum_csv_get_n_columns (csv), ==, 3);
  g_assert_cmpuint (matchum_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpstr (matchum_csv_get_name (csv, 0), ==, "Name");
  g_assert_cmpstr (matchum_csv_get (csv, 0, 1), ==, "Jan 2021");
  g_assert_cmpstr (matchum_csv_get (csv, 0, 2), ==, "a, \"b\"\nc");
  g_assert_cmpstr (matchum_csv_get (csv, 1, 1), ==, "2021");
  g_assert_cmpstr (matchum_csv_get (csv, 1, 2), ==, "");
  g_assert_cmpstr (matchum_csv_get (csv, 2, 0), ==, "맞춤");
  g_assert_cmpstr (matchum_csv_get (csv, 2, 2), ==, "끝");
  g_assert_cmpstr (matchum_csv_get (csv, 2, MATCHUM_CSV_NONE), ==, "");
  g_assert_cmpuint (matchum_csv_get_line (csv, 0), ==, 2);
  g_assert_cmpuint (matchum_csv_get_line (csv, 1), ==, 6);
  g_assert_cmpuint (matchum_csv_get_line (csv, 2), ==, 7);
  g_assert_cmpuint (matchum_csv_get_open_line (csv), ==, 0);
  g_assert_cmpuint (matchum_csv_get_wide_line (csv), ==, 0);
}

static void
test_columns (void)
{
  g_autoptr (MatchumCsv) csv = parse ("Company Name,started_on,FINISHED ON\na,b,c\n");

  g_assert_cmpuint (matchum_csv_find_column (csv, "company name"), ==, 0);
  g_assert_cmpuint (matchum_csv_find_column (csv, "Started On"), ==, 1);
  g_assert_cmpuint (matchum_csv_find_column (csv, "Finished On"), ==, 2);
  g_assert_cmpuint (matchum_csv_find_column (csv, "Finished"), ==, MATCHUM_CSV_NONE);
  g_assert_cmpuint (matchum_csv_find_column (csv, ""), ==, MATCHUM_CSV_NONE);
}

static void
test_odd (void)
{
  g_autoptr (MatchumCsv) nothing = parse ("");
  g_autoptr (MatchumCsv) heading = parse ("a,b");
  g_autoptr (MatchumCsv) open = parse ("a,b\n1,2\n3,\"4\n5,6\n");
  g_autoptr (MatchumCsv) inner = parse ("a,b\n5\" pipe,\"x\" y\n");
  g_autoptr (MatchumCsv) returns = parse ("a,b\r1,2\r3,4");

  g_assert_cmpuint (matchum_csv_get_n_columns (nothing), ==, 0);
  g_assert_cmpuint (matchum_csv_get_n_rows (nothing), ==, 0);
  g_assert_cmpuint (matchum_csv_get_n_rows (heading), ==, 0);
  g_assert_cmpuint (matchum_csv_get_n_columns (heading), ==, 2);
  g_assert_cmpuint (matchum_csv_get_open_line (open), ==, 3);
  g_assert_cmpstr (matchum_csv_get (open, 1, 1), ==, "4\n5,6");
  g_assert_cmpstr (matchum_csv_get (inner, 0, 0), ==, "5\" pipe");
  g_assert_cmpstr (matchum_csv_get (inner, 0, 1), ==, "x y");
  g_assert_cmpuint (matchum_csv_get_n_rows (returns), ==, 2);
  g_assert_cmpstr (matchum_csv_get (returns, 1, 0), ==, "3");
}

static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (MatchumCsv) csv = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "x,");
  g_string_append (text, "\nlast,row\n");
  csv = matchum_csv_new (text->str, text->len);
  g_assert_cmpuint (matchum_csv_get_wide_line (csv), ==, 2);
  g_assert_cmpstr (matchum_csv_get (csv, 0, MATCHUM_CSV_MAX_COLUMNS - 1), ==, "x");
  g_assert_cmpstr (matchum_csv_get (csv, 0, MATCHUM_CSV_MAX_COLUMNS), ==, "");
  g_assert_cmpstr (matchum_csv_get (csv, 1, 1), ==, "row");
}

/* 8 MB of the smallest rows. */
static void
test_large (void)
{
  const gsize length = 8 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (MatchumCsv) csv = NULL;

  for (gsize i = 0; i < length; i++)
    text[i] = i % 2 == 0 ? 'a' : '\n';
  csv = matchum_csv_new (text, length);
  g_assert_cmpuint (matchum_csv_get_n_rows (csv), ==, length / 2 - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/fields", test_fields);
  g_test_add_func ("/csv/columns", test_columns);
  g_test_add_func ("/csv/odd", test_odd);
  g_test_add_func ("/csv/wide", test_wide);
  g_test_add_func ("/csv/large", test_large);
  return g_test_run ();
}
