/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds company and title against postings as people copy and paste them, which were labelled before they were read:
 * figures of how many are right, with floors. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>

#include "posting-fixture.h"

/* Below these the test fails: what was reached last. */
#define MIN_COMPANIES 36
#define MIN_TITLES 36
#define N_CASES 40

typedef struct {
  guint n_cases;
  guint n_companies;
  guint n_titles;
} Figures;

/* Meson shows what goes to stderr where it is asked to be verbose. */
static void G_GNUC_PRINTF (1, 2) tell (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}

static gboolean
is_among (JsonObject *labels, const char *member, const char *said)
{
  JsonArray *names = json_object_has_member (labels, member) ? json_object_get_array_member (labels, member) : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_strcmp0 (json_array_get_string_element (names, i), said) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_right (JsonObject *labels, const char *member, const char *said)
{
  g_autofree char *also = g_strconcat (member, "_also", NULL);
  const char *expected =
      json_object_get_null_member (labels, member) ? NULL : json_object_get_string_member (labels, member);
  gboolean is_said = g_strcmp0 (expected, said) == 0 || is_among (labels, also, said);

  if (!is_said)
    tell ("%s: %s is labelled %s, said %s", json_object_get_string_member (labels, "posting"), member,
          expected != NULL ? expected : "none", said != NULL ? said : "none");
  return is_said;
}

static void
count_case (Figures *figures, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "labels", name, NULL);
  g_autofree char *posting_path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *labels;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  labels = json_node_get_object (json_parser_get_root (parser));
  posting_path = g_build_filename (folder, json_object_get_string_member (labels, "posting"), NULL);
  g_file_get_contents (posting_path, &text, NULL, &error);
  g_assert_no_error (error);
  posting = read_text (text);
  figures->n_cases++;
  figures->n_companies += is_right (labels, "company", matchum_posting_get_company (posting));
  figures->n_titles += is_right (labels, "title", matchum_posting_get_title (posting));
}

static void
test_names (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "names", NULL);
  g_autofree char *labels = g_build_filename (folder, "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (labels, 0, &error);
  Figures figures = { 0 };
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    count_case (&figures, folder, name);
  tell ("%u cases: company %u right, title %u right", figures.n_cases, figures.n_companies, figures.n_titles);
  g_assert_cmpuint (figures.n_cases, ==, N_CASES);
  g_assert_cmpuint (figures.n_companies, >=, MIN_COMPANIES);
  g_assert_cmpuint (figures.n_titles, >=, MIN_TITLES);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/names-wide", test_names);

  return g_test_run ();
}
