/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives are read within bounds, and hostile or broken ones are refused with a sentence that names the file. */
#include "config.h"

#include "import-fixture.h"

#include "import/matchum-archive.h"

static MatchumArchiveUse
choose_text (const char *path, gpointer user_data G_GNUC_UNUSED)
{
  return g_str_has_suffix (path, ".txt") ? MATCHUM_ARCHIVE_KEEP : MATCHUM_ARCHIVE_SKIP;
}

static MatchumArchiveUse
check_all (const char *path G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  return MATCHUM_ARCHIVE_CHECK;
}

static MatchumArchive *
read_zip (const ZipMember *members, gsize n, MatchumArchiveChoose choose, GError **error)
{
  g_autoptr (GBytes) zip = make_zip (members, n);

  return matchum_archive_read ("made.zip", zip, choose, NULL, NULL, error);
}

static void
test_members (void)
{
  const ZipMember members[] = { { .path = "a/b/one.txt", .text = "one" },
                                { .path = "이력.txt", .text = "둘" },
                                { .path = "other.bin", .text = "three" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumArchive) archive = read_zip (members, G_N_ELEMENTS (members), choose_text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (matchum_archive_get_n (archive), ==, 3);
  g_assert_cmpstr (matchum_archive_find_name (matchum_archive_get_path (archive, 0)), ==, "one.txt");
  g_assert_cmpmem (g_bytes_get_data (matchum_archive_get_bytes (archive, 0), NULL), 3, "one", 3);
  g_assert_cmpstr (matchum_archive_get_path (archive, 1), ==, "이력.txt");
  g_assert_nonnull (matchum_archive_get_bytes (archive, 1));
  g_assert_null (matchum_archive_get_bytes (archive, 2));
}

static void
assert_refused (const ZipMember *member, MatchumSourceError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumArchive) archive = read_zip (member, 1, choose_text, &error);

  g_assert_null (archive);
  g_assert_error (error, MATCHUM_SOURCE_ERROR, (gint) code);
  g_assert_true (g_str_has_prefix (error->message, "made.zip: "));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_outside (void)
{
  static const char *const paths[] = { "../../out.txt", "a/../../out.txt", "/etc/out.txt", "..\\out.txt",
                                       "C:\\out.txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    assert_refused (&(ZipMember){ .path = paths[i], .text = "x" }, MATCHUM_SOURCE_ERROR_FORMAT, "outside");
  assert_refused (&(ZipMember){ .path = "link.txt", .text = "", .link = "/etc/passwd" }, MATCHUM_SOURCE_ERROR_FORMAT,
                  "link");
}

static void
test_bomb (void)
{
  const gsize length = 40 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (length);
  const ZipMember bomb = { .path = "zeros.txt", .text = zeros, .length = length };
  const ZipMember few = { .path = "zeros.txt", .text = zeros, .length = 1024 * 1024 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumArchive) checked = read_zip (&bomb, 1, check_all, &error);
  g_autoptr (MatchumArchive) small = NULL;

  g_assert_null (checked);
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  assert_refused (&bomb, MATCHUM_SOURCE_ERROR_TOO_LARGE, "larger");
  small = read_zip (&few, 1, choose_text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (small);
}

/* What is noise packs badly, so that it is no bomb but too large. */
static void
test_large (void)
{
  const gsize length = 9 * 1024 * 1024;
  g_autofree char *noise = g_malloc (length);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < length; i++)
    noise[i] = (char) g_rand_int_range (random, 1, 256);
  assert_refused (&(ZipMember){ .path = "noise.txt", .text = noise, .length = length }, MATCHUM_SOURCE_ERROR_TOO_LARGE,
                  "8 MB");
}

/* Cut off anywhere, an archive is refused; changed anywhere, it is read or refused. */
static void
test_damaged (void)
{
  const ZipMember members[] = { { .path = "one.txt", .text = "one one one one one" },
                                { .path = "two.txt", .text = "two" } };
  g_autoptr (GBytes) zip = make_zip (members, 2);
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (zip, 0, i);
      g_autofree guint8 *bytes = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) changed_error = NULL;
      g_autoptr (MatchumArchive) archive = matchum_archive_read ("cut.zip", cut, choose_text, NULL, NULL, &error);
      g_autoptr (MatchumArchive) other = NULL;

      g_assert_null (archive);
      g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
      bytes[i] ^= 0xff;
      changed = g_bytes_new_static (bytes, size);
      other = matchum_archive_read ("changed.zip", changed, choose_text, NULL, NULL, &changed_error);
      g_assert_true ((other == NULL) == (changed_error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/members", test_members);
  g_test_add_func ("/archive/outside", test_outside);
  g_test_add_func ("/archive/bomb", test_bomb);
  g_test_add_func ("/archive/large", test_large);
  g_test_add_func ("/archive/damaged", test_damaged);
  return g_test_run ();
}
