/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon that the program carries: all of its files, consistent, and every concept found by its own names. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-lexicon.h"

static MatchumLexicon *
make_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = matchum_lexicon_new_builtin (&error);

  g_assert_no_error (error);
  return lexicon;
}

/* Reads the files beside the program and compares: a file that was not added to the build is missed here. */
static void
test_all_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "lexicon", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MatchumLexicon) builtin = make_lexicon ();
  g_autoptr (MatchumLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        char *text = NULL;

        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
        g_ptr_array_add (names, g_strdup (name));
        g_ptr_array_add (texts, text);
      }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (texts, NULL);
  lexicon =
      matchum_lexicon_new_from_texts ((const char *const *) names->pdata, (const char *const *) texts->pdata, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < matchum_lexicon_get_n_concepts (lexicon); i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, i);

      g_test_message ("%s", concept->id);
      g_assert_nonnull (matchum_lexicon_lookup (builtin, concept->id));
    }
  g_assert_cmpuint (matchum_lexicon_get_n_concepts (lexicon), ==, matchum_lexicon_get_n_concepts (builtin));
  g_assert_cmpuint (matchum_lexicon_get_n_aliases (lexicon), ==, matchum_lexicon_get_n_aliases (builtin));
}

static void
assert_found (MatchumLexicon *lexicon, const MatchumConcept *concept, const char *name)
{
  g_autoptr (MatchumFoldedText) folded = NULL;
  g_autoptr (GArray) mentions = NULL;
  gboolean is_found = FALSE;

  if (name == NULL)
    return;
  folded = matchum_folded_text_new (name, -1);
  mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_IN_LIST);
  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      is_found = is_found
                 || (mention->concept == concept->index && mention->is_canonical && mention->span.start == 0
                     && mention->span.end == strlen (name));
    }
  if (!is_found)
    g_error ("%s is not found by its name \"%s\"", concept->id, name);
}

static void
test_own_names (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();

  g_assert_cmpuint (matchum_lexicon_get_n_concepts (lexicon), >, 20);
  for (guint i = 0; i < matchum_lexicon_get_n_concepts (lexicon); i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, i);

      g_assert_cmpuint (concept->index, ==, i);
      assert_found (lexicon, concept, concept->name_en);
      assert_found (lexicon, concept, concept->name_ko);
    }
}

/* Relations go through; what a concept shows, so does every kind of it. */
static void
test_closure (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();
  const guint n = matchum_lexicon_get_n_concepts (lexicon);

  for (guint a = 0; a < n; a++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, a);

      for (guint i = 0; i < concept->n_broader; i++)
        for (guint b = 0; b < n; b++)
          {
            const guint broader = concept->broader[i];

            g_assert_true (!matchum_lexicon_shows (lexicon, broader, b) || matchum_lexicon_shows (lexicon, a, b));
            g_assert_true (!matchum_lexicon_is_kind_of (lexicon, a, b) || matchum_lexicon_shows (lexicon, a, b));
          }
    }
}

/* All that a concept shows, listed, is what it shows of each when asked. */
static void
test_shown (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();
  const guint n = matchum_lexicon_get_n_concepts (lexicon);

  for (guint a = 0; a < n; a++)
    {
      g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree gboolean *is_shown = g_new0 (gboolean, n);

      matchum_lexicon_add_shown (lexicon, a, shown);
      for (guint i = 0; i < shown->len; i++)
        {
          g_assert_false (is_shown[g_array_index (shown, guint, i)]);
          is_shown[g_array_index (shown, guint, i)] = TRUE;
        }
      for (guint b = 0; b < n; b++)
        g_assert_cmpint (is_shown[b], ==, matchum_lexicon_shows (lexicon, a, b));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/builtin/all-files", test_all_files);
  g_test_add_func ("/lexicon/builtin/own-names", test_own_names);
  g_test_add_func ("/lexicon/builtin/closure", test_closure);
  g_test_add_func ("/lexicon/builtin/shown", test_shown);
  return g_test_run ();
}
