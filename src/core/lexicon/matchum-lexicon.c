/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon as the other rooms see it: concepts, how they hang together, and the search for their names. */
#include "config.h"

#include "lexicon/matchum-lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/matchum-concept-graph.h"
#include "lexicon/matchum-lexicon-parser.h"
#include "lexicon/matchum-lexicon-resources.h"
#include "lexicon/matchum-name-index.h"

#define RESOURCE_FOLDER "/io/github/matchum/Matchum/lexicon/"

GQuark
matchum_lexicon_error_quark (void)
{
  return g_quark_from_static_string ("matchum-lexicon-error-quark");
}

struct _MatchumLexicon {
  GPtrArray *concepts; /* of MatchumConcept */
  GHashTable *by_id;   /* the id of a concept → the concept */
  MatchumConceptGraph *graph;
  MatchumNameIndex *index;
};

G_DEFINE_BOXED_TYPE (MatchumLexicon, matchum_lexicon, matchum_lexicon_ref, matchum_lexicon_unref)

static void
matchum_lexicon_clear (MatchumLexicon *self)
{
  g_hash_table_unref (self->by_id);
  matchum_concept_graph_free (self->graph);
  matchum_name_index_free (self->index);
  g_ptr_array_unref (self->concepts);
}

/* The generated code registers nothing by itself, or a static library would lose it. Once registered it is asked for
 * through GLib's own look-ups, which take its lock: the generated getter may still give NULL while another thread, one
 * of GTK's say, is taking the resource in. */
static void
ensure_resource (void)
{
  static gsize is_registered = 0;

  if (g_once_init_enter (&is_registered))
    {
      matchum_lexicon_register_resource ();
      g_once_init_leave (&is_registered, 1);
    }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * matchum_lexicon_new_builtin:
 *
 * Reads the lexicon that is compiled into the program: a few milliseconds, so keep it.
 *
 * Returns: (transfer full): the lexicon; NULL with a MATCHUM_LEXICON_ERROR only where the program was built from
 * files that contradict each other
 */
MatchumLexicon *
matchum_lexicon_new_builtin (GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ensure_resource ();
  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (texts, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  g_ptr_array_add (texts, NULL);
  return matchum_lexicon_new_from_texts ((const char *const *) names, (const char *const *) texts->pdata, error);
}

/**
 * matchum_lexicon_new_from_texts:
 * @names: what messages call the texts, NULL behind the last
 * @texts: as many texts
 *
 * Returns: (transfer full): the lexicon, or NULL with a MATCHUM_LEXICON_ERROR whose message names file and line
 */
MatchumLexicon *
matchum_lexicon_new_from_texts (const char *const *names, const char *const *texts, GError **error)
{
  g_autoptr (MatchumRecords) records = NULL;
  g_autoptr (MatchumConceptGraph) graph = NULL;
  g_autoptr (MatchumNameIndex) index = NULL;
  MatchumLexicon *self;

  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (texts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  records = matchum_records_parse (names, texts, error);
  graph = records != NULL ? matchum_concept_graph_new (records, error) : NULL;
  index = graph != NULL ? matchum_name_index_new (records, error) : NULL;
  if (index == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (MatchumLexicon);
  self->concepts = g_ptr_array_ref (records->concepts);
  self->graph = g_steal_pointer (&graph);
  self->index = g_steal_pointer (&index);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->concepts->len; i++)
    {
      MatchumConcept *concept = g_ptr_array_index (self->concepts, i);

      g_hash_table_insert (self->by_id, concept->id, concept);
    }
  return self;
}

MatchumLexicon *
matchum_lexicon_ref (MatchumLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_lexicon_unref (MatchumLexicon *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_lexicon_clear);
}

guint
matchum_lexicon_get_n_concepts (MatchumLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->concepts->len;
}

/* How many names all concepts have together. */
guint
matchum_lexicon_get_n_aliases (MatchumLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return matchum_name_index_get_n_aliases (self->index);
}

const MatchumConcept *
matchum_lexicon_get_concept (MatchumLexicon *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->concepts->len, NULL);

  return g_ptr_array_index (self->concepts, index);
}

/* The concept of that id, NULL where there is none. */
const MatchumConcept *
matchum_lexicon_lookup (MatchumLexicon *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * matchum_lexicon_find:
 * @text: what to search; spans are bytes of its original
 * @flags: whether ambiguous names count without further signs
 *
 * Finds names leftmost-longest, in time proportional to the text. Where an ambiguous name belongs to several
 * concepts, all of them are mentioned, with the same span.
 *
 * Returns: (transfer full) (element-type MatchumMention): the mentions in their order, perhaps none
 */
GArray *
matchum_lexicon_find (MatchumLexicon *self, MatchumFoldedText *text, MatchumLexiconFindFlags flags)
{
  GArray *mentions;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  mentions = g_array_new (FALSE, FALSE, sizeof (MatchumMention));
  matchum_name_index_find (self->index, text, flags, mentions);
  return mentions;
}

gboolean
matchum_lexicon_is_kind_of (MatchumLexicon *self, guint narrower, guint broader)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (narrower < self->concepts->len && broader < self->concepts->len, FALSE);

  return matchum_concept_graph_is_kind_of (self->graph, narrower, broader);
}

gboolean
matchum_lexicon_shows (MatchumLexicon *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (a < self->concepts->len && b < self->concepts->len, FALSE);

  return matchum_concept_graph_shows (self->graph, a, b);
}
