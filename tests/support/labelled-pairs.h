/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All pairs of resume and posting that tests/cases and its like hold labels for, matched. */
#pragma once

#include <json-glib/json-glib.h>
#include <string.h>

#include "match/matchum-match.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

static inline MatchumSource *
labelled_pairs_load (const char *folder, JsonObject *label, const char *member)
{
  g_autofree char *path = g_build_filename (folder, json_object_get_string_member (label, member), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_load (file, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static inline MatchumMatch *
labelled_pairs_match (MatchumLexicon *lexicon, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "labels", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) resume_source = NULL;
  g_autoptr (MatchumSource) posting_source = NULL;
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumPosting) posting = NULL;
  MatchumDay as_of = { 0 };
  JsonObject *label;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  label = json_node_get_object (json_parser_get_root (parser));
  g_assert_true (matchum_day_parse (json_object_get_string_member (label, "as_of"), &as_of));
  resume_source = labelled_pairs_load (folder, label, "resume");
  posting_source = labelled_pairs_load (folder, label, "posting");
  resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_assert_no_error (error);
  posting = matchum_posting_reader_read (posting_source, &error);
  g_assert_no_error (error);
  return matchum_match_new (resume, posting, lexicon, as_of);
}

static inline gint
labelled_pairs_compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder that begin and end so, sorted. */
static inline GPtrArray *
labelled_pairs_list (const char *folder, const char *prefix, const char *suffix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, labelled_pairs_compare);
  return names;
}

/* Calls visit (match, name of the label, data) for every step-th of all pairs, in the same order always; gives how
 * many. */
static inline guint
labelled_pairs_visit (MatchumLexicon *lexicon,
                      guint step,
                      void (*visit) (MatchumMatch *match, const char *name, gpointer data),
                      gpointer data)
{
  g_autofree char *root = g_test_build_filename (G_TEST_DIST, ".", NULL);
  g_autoptr (GPtrArray) sets = labelled_pairs_list (root, "cases", "");
  guint n = 0, n_visited = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      g_autofree char *folder = g_build_filename (root, g_ptr_array_index (sets, i), NULL);
      g_autofree char *labels = g_build_filename (folder, "labels", NULL);
      g_autoptr (GPtrArray) names = labelled_pairs_list (labels, "", ".json");

      for (guint k = 0; k < names->len; k++)
        {
          const char *name = g_ptr_array_index (names, k);
          g_autoptr (MatchumMatch) match = NULL;

          if (n++ % step != 0)
            continue;
          match = labelled_pairs_match (lexicon, folder, name);
          visit (match, name, data);
          n_visited++;
        }
    }
  return n_visited;
}
