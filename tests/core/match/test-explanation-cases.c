/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every sentence on every labelled pair, with all of the resume shown and with some of it hidden: it
 * agrees with the verdict that it explains, and does not contradict itself. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "match-fixture.h"
#include "match/matchum-explanation.h"

/* No sentence is longer, in letters, and hardly one longer than it is meant to be. */
#define MAX_LENGTH 200
#define MEANT_LENGTH 140

/* One block in so many is hidden. */
#define HIDDEN_SHARE 3

typedef struct {
  guint n_sentences;
  guint n_counted;
  guint n_items;
  guint n_hints;
  guint n_long;
} Totals;

typedef struct {
  MatchumCoverage *coverage;
  const MatchumVerdict *verdict;
  const char *sentence;
  Totals *totals;
} Checking;

static MatchumSource *
load (const char *folder, JsonObject *label, const char *member)
{
  g_autofree char *name =
      g_test_build_filename (G_TEST_DIST, folder, json_object_get_string_member (label, member), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_load (file, NULL, &error);

  g_assert_no_error (error);
  return source;
}

/* Clauses ---------------------------------------------------------------------------------------------------------- */

/* Adds the names of a clause that ends or begins with words; TRUE where it does. */
static gboolean
take_names (GHashTable *names, const char *clause, const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *list = NULL;

  if (g_str_has_suffix (clause, words))
    list = g_strndup (clause, strlen (clause) - strlen (words));
  else if (g_ascii_strncasecmp (clause, words, strlen (words)) == 0)
    list = g_strdup (clause + strlen (words));
  if (list == NULL)
    return FALSE;
  parts = g_strsplit (list, ", ", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *note = strstr (parts[i], " (");

      if (note != NULL)
        *note = '\0';
      if (*parts[i] != '\0' && *parts[i] != '+' && strcmp (parts[i], "none") != 0)
        g_hash_table_add (names, g_strdup (parts[i]));
    }
  return TRUE;
}

/* Without "3 of 4: " and "One of … is enough: ". */
static const char *
skip_head (const char *sentence)
{
  const char *colon = strstr (sentence, ": ");

  if (g_ascii_isdigit (*sentence) || strstr (sentence, " is enough: ") != NULL)
    while (colon != NULL && strstr (colon + 2, " is enough: ") != NULL)
      colon = strstr (colon + 2, ": ");
  else
    colon = NULL;
  return colon != NULL ? colon + 2 : sentence;
}

static void
check_names (const Checking *self)
{
  static const char *const for_it[] = { " shown", " in a skills list only", NULL };
  static const char *const against_it[] = { " missing", " only where hidden", "only a hint of ", "Nothing shows ",
                                            NULL };
  g_auto (GStrv) clauses = g_strsplit (skip_head (self->sentence), "; ", -1);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (gsize i = 0; clauses[i] != NULL; i++)
    {
      for (gsize k = 0; for_it[k] != NULL; k++)
        take_names (shown, clauses[i], for_it[k]);
      for (gsize k = 0; against_it[k] != NULL; k++)
        take_names (missing, clauses[i], against_it[k]);
    }
  g_hash_table_iter_init (&iter, missing);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (shown, name))
      g_error ("shown and missing at once: %s: %s", (const char *) name, self->sentence);
  if (g_hash_table_size (missing) > 0 && self->verdict->status == MATCHUM_STATUS_MET)
    g_error ("met, and something missing: %s", self->sentence);
  if (g_hash_table_size (shown) > 0 && self->verdict->status == MATCHUM_STATUS_MISSING)
    g_error ("missing, and something shown: %s", self->sentence);
}

/* Figures ---------------------------------------------------------------------------------------------------------- */

/* "2 of 3: …": all of it where the verdict is met, none where it is missing. */
static void
check_count (const Checking *self)
{
  char *end;
  guint64 shown = g_ascii_strtoull (self->sentence, &end, 10), asked;

  if (end == self->sentence || !g_str_has_prefix (end, " of ") || !g_ascii_isdigit (end[4]))
    return;
  asked = g_ascii_strtoull (end + 4, &end, 10);
  if (!g_str_has_prefix (end, ": "))
    return;
  self->totals->n_counted++;
  g_assert_cmpuint (asked, >=, 2);
  switch (self->verdict->status)
    {
    case MATCHUM_STATUS_MET:
      g_assert_cmpuint (shown, ==, asked);
      break;
    case MATCHUM_STATUS_MISSING:
      g_assert_cmpuint (shown, ==, 0);
      break;
    case MATCHUM_STATUS_PARTIAL:
      g_assert_cmpuint (shown, <, asked);
      break;
    case MATCHUM_STATUS_UNPROVABLE:
    default:
      g_assert_not_reached ();
    }
}

/* "… shown in 3 items": those that the verdict has. */
static void
check_items (const Checking *self)
{
  const char *place = strstr (self->sentence, " shown in ");
  guint64 items;

  if (place == NULL)
    return;
  items = g_ascii_strtoull (place + strlen (" shown in "), NULL, 10);
  if (items == 0)
    return;
  self->totals->n_items++;
  g_assert_cmpuint (items, <=, matchum_verdict_count_blocks (self->verdict));
}

/* A hint is visible, names what is asked, and is no evidence for it. */
static void
check_hints (const Checking *self, const GArray *hints)
{
  MatchumVisibility *visibility = matchum_coverage_get_visibility (self->coverage);
  MatchumResume *resume = matchum_visibility_get_resume (visibility);

  for (guint i = 0; i < hints->len; i++)
    {
      const MatchumHint *hint = &g_array_index (hints, MatchumHint, i);

      g_assert_true (matchum_visibility_is_visible (visibility, hint->block));
      g_assert_cmpuint (hint->span.end, <=,
                        strlen (matchum_block_get_text (matchum_resume_get_block (resume, hint->block))));
      g_assert_cmpuint (hint->span.start, <, hint->span.end);
      g_assert_cmpint (hint->kind, !=, MATCHUM_HEDGE_KIND_NONE);
      for (guint k = 0; k < self->verdict->evidence->len; k++)
        {
          const MatchumEvidence *evidence = g_ptr_array_index (self->verdict->evidence, k);

          g_assert_false (evidence->criterion == hint->criterion && evidence->block == hint->block
                          && matchum_span_overlaps (evidence->span, hint->span));
        }
    }
  self->totals->n_hints += hints->len;
}

static void
check_sentence (const Checking *self)
{
  glong length = g_utf8_strlen (self->sentence, -1);

  g_assert_true (g_utf8_validate (self->sentence, -1, NULL));
  g_assert_cmpint (length, >, 0);
  g_assert_cmpint (length, <=, MAX_LENGTH);
  g_assert_null (strchr (self->sentence, '\n'));
  g_assert_null (strstr (self->sentence, "(null)"));
  g_assert_null (strstr (self->sentence, "  "));
  g_assert_false (g_ascii_isspace (*self->sentence));
  g_assert_cmpint (strcmp (self->sentence, "Nothing a resume can prove") == 0, ==,
                   self->verdict->status == MATCHUM_STATUS_UNPROVABLE);
  self->totals->n_sentences++;
  self->totals->n_long += length > MEANT_LENGTH;
}

static void
check_one (MatchumCoverage *coverage, const MatchumVerdict *verdict, MatchumExplanation *explanation, Totals *totals)
{
  const Checking self = { coverage, verdict, matchum_explanation_get_sentence (explanation), totals };

  check_sentence (&self);
  check_names (&self);
  check_count (&self);
  check_items (&self);
  check_hints (&self, matchum_explanation_get_hints (explanation));
}

static void
check_coverage (MatchumCoverage *coverage, Totals *totals)
{
  for (guint i = 0; i < matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)); i++)
    {
      const MatchumVerdict *verdict = matchum_coverage_get_verdict (coverage, i);
      g_autoptr (MatchumExplanation) whole = matchum_explanation_new (coverage, i);

      check_one (coverage, verdict, whole, totals);
      for (guint k = 0; verdict->parts != NULL && k < verdict->parts->len; k++)
        {
          g_autoptr (MatchumExplanation) part = matchum_explanation_new_for_part (coverage, i, k);

          check_one (coverage, g_ptr_array_index (verdict->parts, k), part, totals);
        }
    }
}

/* Pairs ------------------------------------------------------------------------------------------------------------ */

static MatchumVisibility *
hide_some (MatchumResume *resume, guint offset)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1 + offset; i < matchum_resume_get_n_blocks (resume); i += HIDDEN_SHARE)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_ITEM || block->kind == MATCHUM_BLOCK_ENTRY)
        g_hash_table_add (hidden, (gpointer) block->id);
    }
  return matchum_visibility_new (resume, hidden, NULL);
}

static void
check_pair (MatchumLexicon *lexicon, const char *folder, JsonObject *label, Totals *totals)
{
  g_autoptr (MatchumSource) resume_source = load (folder, label, "resume");
  g_autoptr (MatchumSource) posting_source = load (folder, label, "posting");
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumVisibility) all = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;
  MatchumDay day = { 0 };

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (posting_source, &error);
  g_assert_no_error (error);
  g_assert_true (matchum_day_parse (json_object_get_string_member (label, "as_of"), &day));
  match = matchum_match_new (resume, posting, lexicon, day);
  all = matchum_visibility_new_all (resume);
  coverage = matchum_coverage_new (match, all);
  check_coverage (coverage, totals);
  for (guint i = 0; i < HIDDEN_SHARE; i++)
    {
      g_autoptr (MatchumVisibility) less = hide_some (resume, i);
      g_autoptr (MatchumCoverage) worse = matchum_coverage_new (match, less);

      check_coverage (worse, totals);
    }
}

static void
check_folder (MatchumLexicon *lexicon, const char *folder, Totals *totals)
{
  g_autofree char *labels = g_test_build_filename (G_TEST_DIST, folder, "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (labels, 0, &error);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (labels, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (!g_str_has_suffix (name, ".json"))
        continue;
      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
      g_test_message ("%s/%s", folder, name);
      check_pair (lexicon, folder, json_node_get_object (json_parser_get_root (parser)), totals);
    }
}

static void
test_cases (void)
{
  static const char *const folders[] = { "cases",    "cases-2",  "cases-3",  "cases-4",  "cases-5",  "cases-6",
                                         "cases-7",  "cases-8",  "cases-9",  "cases-10", "cases-11", "cases-12",
                                         "cases-13", "cases-14", "cases-15", "cases-16" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (&error);
  Totals totals = { 0 };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    check_folder (lexicon, folders[i], &totals);
  g_test_message ("%u sentences, %u with a count, %u with items, %u long ones, %u hints", totals.n_sentences,
                  totals.n_counted, totals.n_items, totals.n_long, totals.n_hints);
  /* The checks had something to check. */
  g_assert_cmpuint (totals.n_sentences, >, 7000);
  g_assert_cmpuint (totals.n_counted, >, 2500);
  g_assert_cmpuint (totals.n_items, >, 400);
  g_assert_cmpuint (totals.n_hints, >, 300);
  g_assert_cmpuint (totals.n_long * 100, <, totals.n_sentences);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/cases", test_cases);
  return g_test_run ();
}
