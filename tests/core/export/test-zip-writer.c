/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zips: that they are read again, and that who looks at their first bytes sees what kind of document they are. */
#include "config.h"

#include <string.h>

#include "export/matchum-zip-writer.h"
#include "import/matchum-archive.h"

static const MatchumDay day = { 2026, 11, 1 };

static MatchumArchiveUse
keep_cb (const char *path, gpointer user_data)
{
  return MATCHUM_ARCHIVE_KEEP;
}

static GBytes *
write_zip (const MatchumZipMember *members, gsize n_members)
{
  g_autoptr (GError) error = NULL;
  GBytes *zip = matchum_zip_writer_write (members, n_members, day, &error);

  g_assert_no_error (error);
  return zip;
}

static void
test_read_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GByteArray) noise = g_byte_array_new ();
  g_autofree char *zeros = g_strnfill (200000, '0');
  g_autoptr (GBytes) random_bytes = NULL;
  g_autoptr (GBytes) plain = g_bytes_new_static (zeros, 20000);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) short_text = g_bytes_new_static ("a", 1);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (MatchumArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      const guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

      g_byte_array_append (noise, &byte, 1);
    }
  random_bytes = g_bytes_new (noise->data, noise->len);
  {
    const MatchumZipMember members[] = { { "folder/noise", random_bytes, FALSE },
                                         { "plain", plain, FALSE },
                                         { "stored", plain, TRUE },
                                         { "nothing", nothing, FALSE },
                                         { "short", short_text, FALSE } };

    zip = write_zip (members, G_N_ELEMENTS (members));
    archive = matchum_archive_read ("test.zip", zip, keep_cb, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (matchum_archive_get_n (archive), ==, G_N_ELEMENTS (members));
    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      {
        g_assert_cmpstr (matchum_archive_get_path (archive, i), ==, members[i].name);
        g_assert_true (g_bytes_equal (matchum_archive_get_bytes (archive, i), members[i].bytes));
      }
  }
}

static guint
get_number (GBytes *zip, gsize at, guint n_bytes)
{
  const guint8 *data = g_bytes_get_data (zip, NULL);
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint) data[at + i] << (8 * i);
  return number;
}

/* The Open Document format wants its kind at byte 38; others look for sizes before the bytes they are of. */
static void
test_first_bytes (void)
{
  const char *kind = "application/vnd.oasis.opendocument.text";
  g_autoptr (GBytes) bytes = g_bytes_new_static (kind, strlen (kind));
  const MatchumZipMember member = { "mimetype", bytes, TRUE };
  g_autoptr (GBytes) zip = write_zip (&member, 1);
  const char *data = g_bytes_get_data (zip, NULL);

  g_assert_cmpint (memcmp (data, "PK\3\4", 4), ==, 0);
  g_assert_cmpuint (get_number (zip, 6, 2), ==, 1 << 11);
  g_assert_cmpuint (get_number (zip, 8, 2), ==, 0);
  /* Noon of the first of November. */
  g_assert_cmpuint (get_number (zip, 10, 2), ==, 12 << 11);
  g_assert_cmpuint (get_number (zip, 12, 2), ==, (2026 - 1980) << 9 | 11 << 5 | 1);
  /* As everybody else computes it. */
  g_assert_cmphex (get_number (zip, 14, 4), ==, 0x0c32c65e);
  g_assert_cmpuint (get_number (zip, 18, 4), ==, strlen (kind));
  g_assert_cmpuint (get_number (zip, 22, 4), ==, strlen (kind));
  g_assert_cmpuint (get_number (zip, 28, 2), ==, 0);
  g_assert_cmpint (memcmp (data + 30, "mimetype", 8), ==, 0);
  g_assert_cmpint (memcmp (data + 38, kind, strlen (kind)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-writer/read-again", test_read_again);
  g_test_add_func ("/zip-writer/first-bytes", test_first_bytes);
  return g_test_run ();
}
