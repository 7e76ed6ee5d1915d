/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn besides the text, rules and the name and number of pages, is marked as such. */
#include <gio/gio.h>
#include <string.h>

#include "matchum-pdf-artifacts.h"
#include "print-support.h"

static GBytes *
convert (GConverter *converter, GBytes *bytes)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

static char *
mark (const char *page)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GConverter) unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GBytes) plain = g_bytes_new (page, strlen (page));
  g_autoptr (GBytes) packed = convert (packer, plain);
  g_autoptr (GBytes) marked = matchum_pdf_artifacts_mark (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_autoptr (GBytes) unpacked = marked != NULL ? convert (unpacker, marked) : NULL;

  return unpacked != NULL ? g_strndup (g_bytes_get_data (unpacked, NULL), g_bytes_get_size (unpacked)) : NULL;
}

static void
check (const char *page, const char *expected)
{
  g_autofree char *marked = mark (page);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_mark (void)
{
  check ("1 0 0 rg 1 2 3 4 re f\n", "1 0 0 rg /Artifact BMC\n1 2 3 4 re f\nEMC\n\n");
  check ("/P <</MCID 0>> BDC BT (a\\)EMC) Tj ET EMC BT (b) Tj ET",
         "/P <</MCID 0>> BDC BT (a\\)EMC) Tj ET EMC /Artifact<</Type/Pagination>>BDC\nBT (b) Tj ET\nEMC\n");
  check ("q 1 2 m 3 4 l S Q", "q /Artifact BMC\n1 2 m 3 4 l S\nEMC\n Q");
  check ("/x5 Do", "/Artifact BMC\n/x5 Do\nEMC\n");
  check ("1 2 3 4 re W n /P BMC 0 0 1 1 re f EMC", NULL);
  check ("/P BMC /Span BMC EMC 1 2 3 4 re f EMC", NULL);
  check ("", NULL);
}

/* What can't be understood is left alone. */
static void
test_damaged (void)
{
  check ("EMC 1 2 3 4 re f", NULL);
  check ("/P BMC 1 2 3 4 re f", NULL);
  check ("BT (never ends", NULL);
  check ("1 2 3 4 re", NULL);
  g_assert_null (matchum_pdf_artifacts_mark ("no stream of zlib", 17));
  g_assert_null (matchum_pdf_artifacts_mark ("", 0));
}

/* Marks are balanced whatever the operators are, and nothing of the page is lost. */
static void
test_any_page (void)
{
  static const char *const words[] = { "BT",     "ET",         "EMC",    "/P <</MCID 1>> BDC",
                                       "/A BMC", "1 2 3 4 re", "f",      "n",
                                       "S",      "(a\\)b(c))", "<0041>", "[(x) 12] TJ",
                                       "/x1 Do", "q",          "Q",      "% no\n",
                                       "W*",     "1 0 0 rg",   "(",      ">>",
                                       "'",      "0.5 0 l" };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_marked = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autofree char *marked = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *without = NULL;

      for (gint32 j = g_rand_int_range (random, 0, 12); j > 0; j--)
        g_string_append_printf (page, "%s ", words[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (words))]);
      marked = mark (page->str);
      if (marked == NULL)
        continue;
      parts = g_strsplit (marked, "/Artifact BMC\n", -1);
      without = g_strjoinv ("", parts);
      g_strfreev (parts);
      parts = g_strsplit (without, "/Artifact<</Type/Pagination>>BDC\n", -1);
      g_free (without);
      without = g_strjoinv ("", parts);
      g_strfreev (parts);
      parts = g_strsplit (without, "\nEMC\n", -1);
      g_free (without);
      without = g_strjoinv ("", parts);
      g_assert_cmpstr (without, ==, page->str);
      n_marked++;
    }
  g_assert_cmpuint (n_marked, >, 300);
}

/* The operators that draw, and how many of them stand outside marks. */
static guint
count_unmarked (const char *page, guint *n_pagination)
{
  g_auto (GStrv) lines = g_strsplit_set (page, " \n", -1);
  guint depth = 0;
  guint n_unmarked = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "Pagination") != NULL)
        (*n_pagination)++;
      if (g_str_has_suffix (lines[i], "BDC") || g_str_equal (lines[i], "BMC"))
        depth++;
      else if (g_str_equal (lines[i], "EMC"))
        depth--;
      else if (depth == 0 && (g_str_equal (lines[i], "BT") || g_str_equal (lines[i], "f")))
        n_unmarked++;
    }
  g_assert_cmpuint (depth, ==, 0);

  return n_unmarked;
}

/* Pages of a made PDF, each for itself. */
static void
check_pages (GBytes *pdf, guint n_pages)
{
  guint n_pagination = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);
      g_autofree char *text = print_run (pdf, "mutool", "show", "-b", "PDF", "pages", NULL);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      const char *object = NULL;

      /* "page 2 = 31 0 R" */
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

          if (g_strv_length (words) >= 4 && g_str_equal (words[1], number))
            object = g_intern_string (words[3]);
        }
      g_assert_nonnull (object);
      {
        g_autofree char *path = g_strconcat (object, "/Contents", NULL);
        g_autofree char *contents = print_run (pdf, "mutool", "show", "-b", "PDF", path, NULL);

        g_assert_cmpuint (strlen (contents), >, 100);
        g_assert_cmpuint (count_unmarked (contents, &n_pagination), ==, 0);
      }
    }
  g_assert_cmpuint (n_pagination, ==, n_pages - 1);
}

static void
test_pages (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *markdown = print_load_markdown ("ko-kang-mle");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);

  if (!print_has ("mutool") || !print_has ("pdfinfo"))
    {
      g_test_skip ("mutool or pdfinfo is not installed (mupdf-tools, poppler-utils)");
      return;
    }
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (MatchumPages) pages = print_lay_out (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autoptr (GBytes) pdf = print_export (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autofree char *tags = print_run (pdf, "pdfinfo", "-struct-text", "PDF", NULL);

      g_assert_cmpuint (matchum_pages_get_n_pages (pages), >=, 2);
      check_pages (pdf, matchum_pages_get_n_pages (pages));
      g_assert_null (strstr (tags, "2/2"));
      g_assert_nonnull (strstr (tags, "강도현"));
    }
}

/* pdftotext takes narrow ones between figures for none. */
static void
remove_spaces (char *line)
{
  char *to = line;

  for (const char *at = line; *at != '\0'; at++)
    {
      if (*at != ' ')
        *to++ = *at;
    }
  *to = '\0';
}

/* Each can be had without the other, or neither. */
static void
test_running_lines (void)
{
  static const struct {
    gboolean has_number;
    gboolean has_name;
    const char *expected;
  } cases[] = { { TRUE, TRUE, "강도현—2/2" }, { TRUE, FALSE, "2/2" }, { FALSE, TRUE, "강도현" } };
  g_autofree char *markdown = print_load_markdown ("ko-kang-mle");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  MatchumPageStyle style = print_get_style ("classic", MATCHUM_PAPER_A4);

  if (!print_has ("pdftotext"))
    {
      g_test_skip ("pdftotext is not installed (poppler-utils)");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      style.has_page_numbers = cases[i].has_number;
      style.has_running_name = cases[i].has_name;
      pdf = print_export_in (visibility, &style);
      text = print_run (pdf, "pdftotext", "-f", "2", "PDF", "-", NULL);
      lines = g_strsplit (text, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        remove_spaces (lines[j]);
      g_assert_true (g_strv_contains ((const char *const *) lines, cases[i].expected));
    }
  style.has_page_numbers = FALSE;
  style.has_running_name = FALSE;
  {
    g_autoptr (GBytes) pdf = print_export_in (visibility, &style);
    g_autofree char *text = print_run (pdf, "pdftotext", "-f", "2", "PDF", "-", NULL);

    remove_spaces (text);
    g_assert_null (strstr (text, "2/2"));
    g_assert_null (strstr (text, "강도현\n"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/artifacts/mark", test_mark);
  g_test_add_func ("/print/artifacts/damaged", test_damaged);
  g_test_add_func ("/print/artifacts/any-page", test_any_page);
  g_test_add_func ("/print/artifacts/pages", test_pages);
  g_test_add_func ("/print/artifacts/running-lines", test_running_lines);

  return g_test_run ();
}
