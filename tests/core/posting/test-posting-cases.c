/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the reader against postings whose lines were labelled by hand: figures over all cases, with floors. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "posting/matchum-posting-reader.h"

/* Below these the test fails. */
#define FLOOR_LINES 0.98
#define FLOOR_DUTIES 0.97
#define FLOOR_NAMES 0.95

typedef struct {
  guint right;
  guint wrong;  /* said, not labelled */
  guint missed; /* labelled, not said */
} Count;

typedef struct {
  Count lines;
  Count duties;
  guint n_names;
  guint n_right_names;
  guint n_cases;
} Figures;

static double
get_f1 (const Count *count)
{
  guint total = 2 * count->right + count->wrong + count->missed;

  return total == 0 ? 1.0 : 2.0 * count->right / total;
}

static MatchumPosting *
read_posting (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_load (file, NULL, &error);
  MatchumPosting *posting;

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return posting;
}

/* What the label says of a line: 'r' required, 'p' preferred, 'd' duty. */
static GHashTable *
read_label (JsonObject *label)
{
  GHashTable *expected = g_hash_table_new (NULL, NULL);
  JsonArray *requirements = json_object_get_array_member (label, "requirements");
  JsonArray *duties = json_object_get_array_member (label, "duties");

  for (guint i = 0; i < json_array_get_length (requirements); i++)
    {
      JsonObject *requirement = json_array_get_object_element (requirements, i);
      guint line = (guint) json_object_get_int_member (requirement, "line");
      const char *section = json_object_get_string_member (requirement, "section");

      g_hash_table_insert (expected, GUINT_TO_POINTER (line), GINT_TO_POINTER ((int) section[0]));
    }
  for (guint i = 0; i < json_array_get_length (duties); i++)
    g_hash_table_insert (expected, GUINT_TO_POINTER ((guint) json_array_get_int_element (duties, i)),
                         GINT_TO_POINTER ('d'));
  return expected;
}

static int
get_said (const MatchumPostingLine *line)
{
  if (line->is_heading)
    return 0;
  if (line->kind == MATCHUM_POSTING_REQUIRED)
    return 'r';
  if (line->kind == MATCHUM_POSTING_PREFERRED)
    return 'p';
  return line->kind == MATCHUM_POSTING_DUTY ? 'd' : 0;
}

static void
score_line (Figures *figures, int expected, int said)
{
  if (said == expected)
    (said == 'd' ? &figures->duties : &figures->lines)->right += said != 0;
  else
    {
      if (said != 0)
        (said == 'd' ? &figures->duties : &figures->lines)->wrong++;
      if (expected != 0)
        (expected == 'd' ? &figures->duties : &figures->lines)->missed++;
    }
}

static void
score_lines (Figures *figures, MatchumPosting *posting, GHashTable *expected, const char *name)
{
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      int said = get_said (line);
      int label = GPOINTER_TO_INT (g_hash_table_lookup (expected, GUINT_TO_POINTER (line->first_line)));

      score_line (figures, label, said);
      if (said != label)
        g_test_message ("%s:%u: labelled %c, said %c: %s", name, line->first_line, label ? label : '-',
                        said ? said : '-', matchum_posting_line_get_text (line));
      g_hash_table_remove (expected, GUINT_TO_POINTER (line->first_line));
    }
  /* Lines that were not found as lines at all. */
  figures->lines.missed += g_hash_table_size (expected);
}

static void
score_name (Figures *figures, JsonObject *label, const char *member, const char *said, const char *name)
{
  const char *expected =
      json_object_get_null_member (label, member) ? NULL : json_object_get_string_member (label, member);
  gboolean is_right = g_strcmp0 (expected, said) == 0;

  figures->n_names++;
  figures->n_right_names += is_right;
  if (!is_right)
    g_test_message ("%s: %s is labelled %s, said %s", name, member, expected ? expected : "none", said ? said : "none");
}

static void
score_case (Figures *figures, const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (GHashTable) expected = NULL;
  JsonObject *label;
  const char *name;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  label = json_node_get_object (json_parser_get_root (parser));
  name = json_object_get_string_member (label, "posting");
  posting = read_posting (name);
  expected = read_label (label);
  score_lines (figures, posting, expected, name);
  score_name (figures, label, "company", matchum_posting_get_company (posting), name);
  score_name (figures, label, "title", matchum_posting_get_title (posting), name);
  g_assert_true (matchum_posting_has_known_headings (posting));
  figures->n_cases++;
}

static void
test_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  Figures figures = { 0 };
  double names;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        score_case (&figures, path);
    }
  g_assert_cmpuint (figures.n_cases, >=, 14);
  names = (double) figures.n_right_names / figures.n_names;
  g_test_message ("%u cases: lines F1 %.4f, duties F1 %.4f, names %.4f", figures.n_cases, get_f1 (&figures.lines),
                  get_f1 (&figures.duties), names);
  g_assert_cmpfloat (get_f1 (&figures.lines), >=, FLOOR_LINES);
  g_assert_cmpfloat (get_f1 (&figures.duties), >=, FLOOR_DUTIES);
  g_assert_cmpfloat (names, >=, FLOOR_NAMES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/cases", test_cases);

  return g_test_run ();
}
