/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that hold several postings: every byte of them goes to one. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-posting-parts.h"

#define LIST_END ((const char *) NULL)

static MatchumPostingParts *
read_text (const char *text, gboolean is_one)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("paste.txt", bytes, &error);
  MatchumPostingParts *parts;

  g_assert_no_error (error);
  parts = matchum_posting_parts_read (source, is_one, NULL, &error);
  g_assert_no_error (error);
  return parts;
}

static char *
dup_all (MatchumPostingParts *parts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_parts_get_n_parts (parts); i++)
    {
      MatchumPostingPart *part = matchum_posting_parts_get_part (parts, i);

      g_assert_cmpuint (part->span.start, ==, all->len);
      g_string_append (all, matchum_posting_part_get_text (part));
      g_assert_cmpuint (part->span.end, ==, all->len);
    }
  return g_string_free (all, FALSE);
}

/* Two sections each, so that they are postings whatever stands between them. */
static char *
dup_posting (const char *company)
{
  return g_strdup_printf (
      "[%s] 백엔드 개발자 채용\n\n주요업무\n- %s 서버 개발\n- API 설계\n\n자격요건\n- Java 경험 3년 "
      "이상\n- Spring 경험\n- SQL 경험\n\n우대사항\n- Kafka 경험\n\n복지\n- 점심 제공",
      company, company);
}

static char *
dup_collection (const char *before, const char *between, const char *after)
{
  g_autofree char *one = dup_posting ("가람소프트");
  g_autofree char *two = dup_posting ("나래테크");
  g_autofree char *three = dup_posting ("다온커머스");

  return g_strconcat (before, one, between, two, between, three, after, LIST_END);
}

static void
test_every_byte (void)
{
  const char *const rules[] = { "\n\n---\n\n",          "\n\n==========\n\n",    "\n\n\n\n* * *\n\n\n",
                                "\n\n────────────\n\n", "\r\n\r\n-----\r\n\r\n", "\n-----\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *text = dup_collection ("\n\n", rules[i], "\n\n \n");
      g_autoptr (MatchumPostingParts) parts = read_text (text, FALSE);
      g_autofree char *all = dup_all (parts);

      g_test_message ("rule %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (all, ==, text);
      g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 3);
      g_assert_cmpuint (matchum_posting_parts_get_n_found (parts), ==, 3);
      for (guint k = 0; k < 3; k++)
        {
          const MatchumPostingPart *part = matchum_posting_parts_get_part (parts, k);
          const char *const companies[] = { "가람소프트", "나래테크", "다온커머스" };

          g_assert_cmpstr (part->company, ==, companies[k]);
          g_assert_cmpuint (part->counts.n_required, ==, 3);
          g_assert_cmpuint (part->counts.n_preferred, ==, 1);
          g_assert_cmpuint (part->counts.n_duties, ==, 2);
          g_assert_false (part->is_doubtful);
        }
    }
}

/* A number above a posting is of it, and does not become its name. */
static void
test_numbers (void)
{
  g_autofree char *one = dup_posting ("가람소프트");
  g_autofree char *two = dup_posting ("나래테크");
  g_autofree char *three = dup_posting ("다온커머스");
  g_autofree char *text =
      g_strconcat ("공고 1\n\n", one, "\n\n공고 2\n\n", two, "\n\n공고 3\n\n", three, "\n", LIST_END);
  g_autoptr (MatchumPostingParts) parts = read_text (text, FALSE);
  g_autofree char *all = dup_all (parts);

  g_assert_cmpstr (all, ==, text);
  g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      MatchumPostingPart *part = matchum_posting_parts_get_part (parts, i);
      g_autofree char *number = g_strdup_printf ("공고 %u\n", i + 1);

      g_assert_true (g_str_has_prefix (matchum_posting_part_get_text (part), number));
      g_assert_cmpuint (part->counts.n_required, ==, 3);
      g_assert_true (strstr (part->company != NULL ? part->company : "", "공고") == NULL);
      g_assert_true (strstr (part->title != NULL ? part->title : "", "공고") == NULL);
    }
}

static void
test_blank_lines (void)
{
  g_autofree char *text = dup_collection ("", "\n\n\n\n", "\n");
  g_autoptr (MatchumPostingParts) parts = read_text (text, FALSE);
  g_autofree char *all = dup_all (parts);

  g_assert_cmpstr (all, ==, text);
  g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 3);
  g_assert_false (matchum_posting_parts_get_part (parts, 0)->is_doubtful);
  g_assert_true (matchum_posting_parts_get_part (parts, 1)->is_doubtful);
  g_assert_true (matchum_posting_parts_get_part (parts, 2)->is_doubtful);
}

static void
test_join (void)
{
  g_autofree char *text = dup_collection ("", "\n\n---\n\n", "\n");
  g_autoptr (MatchumPostingParts) parts = read_text (text, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPostingParts) joined = matchum_posting_parts_join (parts, 2, &error);
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  all = dup_all (joined);
  g_assert_cmpstr (all, ==, text);
  g_assert_cmpuint (matchum_posting_parts_get_n_parts (joined), ==, 2);
  g_assert_cmpuint (matchum_posting_parts_get_n_found (joined), ==, 3);
  g_assert_cmpstr (matchum_posting_parts_get_part (joined, 1)->company, ==, "나래테크");
  g_assert_cmpuint (matchum_posting_parts_get_part (joined, 1)->counts.n_required, ==, 6);
  g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 3);
}

static void
test_one (void)
{
  g_autofree char *text = dup_collection ("", "\n\n---\n\n", "\n");
  g_autoptr (MatchumPostingParts) parts = read_text (text, TRUE);
  g_autofree char *all = dup_all (parts);

  g_assert_cmpstr (all, ==, text);
  g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 1);
  g_assert_cmpuint (matchum_posting_parts_get_n_found (parts), ==, 3);
}

/* Every posting of the cases and the samples is one. */
static void
check_folder (const char *folder, const char *only, guint *n_checked)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (MatchumPostingParts) parts = NULL;

      if (!g_str_has_prefix (name, only) || !(g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".txt")))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      parts = read_text (text, FALSE);
      g_test_message ("%s", name);
      g_assert_cmpuint (matchum_posting_parts_get_n_parts (parts), ==, 1);
      g_assert_cmpstr (matchum_posting_part_get_text (matchum_posting_parts_get_part (parts, 0)), ==, text);
      (*n_checked)++;
    }
}

static void
test_single_is_none (void)
{
  g_autofree char *cases = g_test_build_filename (G_TEST_DIST, "cases", "postings", NULL);
  g_autofree char *wide = g_test_build_filename (G_TEST_DIST, "cases", "wide", "postings", NULL);
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  guint n_checked = 0;

  check_folder (cases, "", &n_checked);
  check_folder (wide, "", &n_checked);
  check_folder (samples, "posting", &n_checked);
  g_assert_cmpuint (n_checked, >=, 50);
}

static void
test_cancelled (void)
{
  g_autofree char *text = dup_collection ("", "\n\n---\n\n", "\n");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new ("paste.txt", bytes, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (matchum_posting_parts_read (source, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/posting-parts/every-byte", test_every_byte);
  g_test_add_func ("/ui/posting-parts/numbers", test_numbers);
  g_test_add_func ("/ui/posting-parts/blank-lines", test_blank_lines);
  g_test_add_func ("/ui/posting-parts/join", test_join);
  g_test_add_func ("/ui/posting-parts/one", test_one);
  g_test_add_func ("/ui/posting-parts/single-is-none", test_single_is_none);
  g_test_add_func ("/ui/posting-parts/cancelled", test_cancelled);
  return g_test_run ();
}
