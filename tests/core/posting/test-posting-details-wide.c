/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what is read of a posting besides its requirements against postings of many trades that were labelled by eye:
 * figures for each fact, with floors. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "posting/matchum-posting-details.h"
#include "posting/matchum-posting-reader.h"
#include "text/matchum-folded-text.h"

enum { EMPLOYMENT, EXPERIENCE, PLACE, DEADLINE, LINK, STAGES, TEAMS, N_FACTS };

static const char *const fact_names[N_FACTS] = { "employment", "experience", "place", "deadline",
                                                 "link",       "stages",     "teams" };
/* Of 40 postings; below these the test fails. */
static const guint floors[N_FACTS] = { 38, 33, 34, 38, 38, 26, 32 };

/* The day on which they are read: the years that are not written are told from it. */
static const MatchumDay today = { 2026, 11, 10 };

typedef struct {
  guint right;
  guint exact;                /* word for word */
  guint silent;               /* labelled, and nothing said */
  guint wrong;                /* something else said */
  guint hits, said, labelled; /* members of lists */
} Count;

typedef struct {
  JsonParser *parser;
  JsonObject *object;
  const char *name;
} Case;

static void
case_free (Case *self)
{
  g_object_unref (self->parser);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Case *const *) a)->name, (*(Case *const *) b)->name);
}

static GPtrArray *
load_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "wide", "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Case *self = g_new0 (Case, 1);

      self->parser = json_parser_new ();
      json_parser_load_from_file (self->parser, path, &error);
      g_assert_no_error (error);
      self->object = json_node_get_object (json_parser_get_root (self->parser));
      self->name = json_object_get_string_member (self->object, "posting");
      g_ptr_array_add (cases, self);
    }
  g_assert_cmpuint (cases->len, >=, 40);
  g_ptr_array_sort (cases, compare_names);
  return cases;
}

/* Meson shows what goes to stderr where it is asked to be verbose, and comments of the test never. */
static void G_GNUC_PRINTF (1, 2) tell (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}

/* Letters and digits, folded. What stands in brackets is left out where it explains. */
static char *
dup_bare (const char *text, gboolean without_brackets)
{
  g_autofree char *folded = matchum_fold (text, -1);
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      depth += without_brackets && *p == '(';
      if (depth == 0 && g_unichar_isalnum (g_utf8_get_char (p)))
        g_string_append_unichar (bare, g_utf8_get_char (p));
      depth -= depth > 0 && *p == ')';
    }
  return g_string_free (bare, FALSE);
}

/* Whether two texts say the same: one may hold the other and little else. */
static gboolean
is_alike (const char *labelled, const char *said)
{
  g_autofree char *a = dup_bare (labelled, FALSE);
  g_autofree char *b = dup_bare (said, FALSE);

  if (strstr (a, b) != NULL)
    return *b != '\0' && 2 * strlen (b) >= strlen (a);
  return strstr (b, a) != NULL && strlen (b) <= 3 * strlen (a) + 20;
}

static const char *
get_label (JsonObject *object, const char *member)
{
  return json_object_get_null_member (object, member) ? NULL : json_object_get_string_member (object, member);
}

static void
score_text (Count *count, Case *self, guint fact, const char *said)
{
  const char *labelled = get_label (self->object, fact_names[fact]);
  gboolean is_right = labelled == NULL || said == NULL ? labelled == said : is_alike (labelled, said);

  count->right += is_right;
  count->exact += g_strcmp0 (labelled, said) == 0;
  count->silent += labelled != NULL && said == NULL;
  count->wrong += !is_right && said != NULL;
  if (!is_right)
    tell ("%s: %s is labelled “%s”, said “%s”", self->name, fact_names[fact], labelled, said);
}

static void
score_link (Count *count, Case *self, MatchumPostingDetails *details)
{
  const char *labelled = get_label (self->object, "link");
  const char *said =
      matchum_posting_details_get_n_links (details) > 0 ? matchum_posting_details_get_link (details, 0)->url : NULL;
  gboolean is_right = g_strcmp0 (labelled, said) == 0;

  count->right += is_right;
  count->exact += is_right;
  count->silent += labelled != NULL && said == NULL;
  count->wrong += !is_right && said != NULL;
  if (!is_right)
    tell ("%s: link is labelled %s, said %s", self->name, labelled, said);
}

static void
score_deadline (Count *count, Case *self, MatchumPostingDetails *details)
{
  const MatchumPostingDeadline *said = matchum_posting_details_get_deadline (details);
  JsonObject *labelled = json_object_get_null_member (self->object, "deadline")
                             ? NULL
                             : json_object_get_object_member (self->object, "deadline");
  const char *date = labelled != NULL ? get_label (labelled, "date") : NULL;
  const char *text = labelled != NULL ? json_object_get_string_member (labelled, "text") : NULL;
  gboolean is_implied = labelled != NULL && json_object_has_member (labelled, "year_implied")
                        && json_object_get_boolean_member (labelled, "year_implied");
  g_autofree char *said_date = said != NULL ? matchum_posting_deadline_dup_date (said) : NULL;
  gboolean is_right = (labelled != NULL) == (said != NULL) && g_strcmp0 (date, said_date) == 0
                      && (said == NULL || said->is_year_implied == is_implied)
                      && (said == NULL || date != NULL || is_alike (text, said->fact.text));

  count->right += is_right;
  count->exact += is_right && g_strcmp0 (text, said != NULL ? said->fact.text : NULL) == 0;
  count->silent += labelled != NULL && said == NULL;
  count->wrong += !is_right && said != NULL;
  if (!is_right)
    tell ("%s: deadline is labelled “%s” %s, said “%s” %s", self->name, text, date,
          said != NULL ? said->fact.text : NULL, said_date);
}

static gboolean
is_same_member (const char *labelled, const char *said)
{
  g_autofree char *a = dup_bare (labelled, TRUE);
  g_autofree char *b = dup_bare (said, TRUE);

  return g_str_equal (a, b);
}

/* A list is right where it has all that is labelled, in order, and nothing else. */
static void
score_list (Count *count, Case *self, guint fact, GPtrArray *said)
{
  JsonArray *labelled = json_object_get_array_member (self->object, fact_names[fact]);
  guint n = json_array_get_length (labelled), hits = 0;
  gboolean is_right = n == said->len, is_exact = is_right;

  for (guint i = 0; i < n; i++)
    {
      const char *name = json_array_get_string_element (labelled, i);
      gboolean is_found = FALSE;

      for (guint k = 0; k < said->len && !is_found; k++)
        is_found = is_same_member (name, g_ptr_array_index (said, k));
      hits += is_found;
      is_right = is_right && is_same_member (name, g_ptr_array_index (said, i));
      is_exact = is_exact && g_str_equal (name, g_ptr_array_index (said, i));
    }
  count->right += is_right;
  count->exact += is_exact;
  count->silent += n > 0 && said->len == 0;
  count->wrong += !is_right && said->len > 0;
  count->hits += hits;
  count->said += said->len;
  count->labelled += n;
  if (!is_right)
    {
      g_autofree char *words = NULL;
      GString *wanted = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (wanted, "%s%s", i > 0 ? " | " : "", json_array_get_string_element (labelled, i));
      g_ptr_array_add (said, NULL);
      words = g_strjoinv (" | ", (char **) said->pdata);
      tell ("%s: %s are labelled “%s”, said “%s”", self->name, fact_names[fact], wanted->str, words);
      g_string_free (wanted, TRUE);
    }
}

static MatchumPostingDetails *
read_details (Case *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "wide", self->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_load (file, NULL, &error);
  g_autoptr (MatchumPosting) posting = NULL;

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return matchum_posting_details_read (posting, today);
}

static void
score_case (Count *counts, Case *self)
{
  g_autoptr (MatchumPostingDetails) details = read_details (self);
  const MatchumPostingEmployment *employment = matchum_posting_details_get_employment (details);
  const MatchumPostingExperience *experience = matchum_posting_details_get_experience (details);
  const MatchumPostingFact *place = matchum_posting_details_get_place (details);
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < matchum_posting_details_get_n_stages (details); i++)
    g_ptr_array_add (stages, matchum_posting_details_get_stage (details, i)->text);
  for (guint i = 0; i < matchum_posting_details_get_n_teams (details); i++)
    g_ptr_array_add (teams, matchum_posting_details_get_team (details, i)->fact.text);
  score_text (&counts[EMPLOYMENT], self, EMPLOYMENT, employment != NULL ? employment->fact.text : NULL);
  score_text (&counts[EXPERIENCE], self, EXPERIENCE, experience != NULL ? experience->fact.text : NULL);
  score_text (&counts[PLACE], self, PLACE, place != NULL ? place->text : NULL);
  score_deadline (&counts[DEADLINE], self, details);
  score_link (&counts[LINK], self, details);
  score_list (&counts[STAGES], self, STAGES, stages);
  score_list (&counts[TEAMS], self, TEAMS, teams);
}

static void
test_facts (void)
{
  g_autoptr (GPtrArray) cases = load_cases ();
  Count counts[N_FACTS] = { 0 };

  for (guint i = 0; i < cases->len; i++)
    score_case (counts, g_ptr_array_index (cases, i));
  for (guint fact = 0; fact < N_FACTS; fact++)
    {
      const Count *count = &counts[fact];
      guint members = count->said + count->labelled;

      tell ("%s: %u of %u right, %u of them word for word, %u silent, %u wrong", fact_names[fact], count->right,
            cases->len, count->exact, count->silent, count->wrong);
      if (members > 0)
        tell ("%s: F1 of members %.3f", fact_names[fact], 2.0 * count->hits / members);
    }
  for (guint fact = 0; fact < N_FACTS; fact++)
    g_assert_cmpuint (counts[fact].right, >=, floors[fact]);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/details/wide", test_facts);

  return g_test_run ();
}
