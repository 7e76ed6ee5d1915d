/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays concepts and their relations out as numbers and characters; the names are left to matchum-name-compiler.c. */
#include "config.h"

#include "lexicon/matchum-lexicon-compiler.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/matchum-concept-graph.h"
#include "lexicon/matchum-lexicon.h"
#include "lexicon/matchum-name-compiler.h"

/* Here, and not beside the lexicon, because the tool that compiles knows no lexicon. */
GQuark
matchum_lexicon_error_quark (void)
{
  return g_quark_from_static_string ("matchum-lexicon-error-quark");
}

static void
add_concept (MatchumLexiconFormWriter *writer,
             const MatchumConceptRecord *concept,
             guint n_shown,
             guint *n_relations,
             guint *first_shown)
{
  const MatchumConceptEntry entry = {
    .id = matchum_lexicon_form_writer_add_text (writer, concept->id),
    .kind = concept->kind,
    .name_en = matchum_lexicon_form_writer_add_text (writer, concept->name_en),
    .name_ko = matchum_lexicon_form_writer_add_text (writer, concept->name_ko),
    .first_relation = *n_relations,
    .n_broader = concept->broader->len,
    .n_implies = concept->implies->len,
    .n_siblings = concept->siblings->len,
    .first_shown = *first_shown,
    .n_shown = n_shown,
  };

  matchum_lexicon_form_writer_add_numbers (writer, (const guint32 *) (gconstpointer) &entry,
                                           sizeof entry / sizeof (guint32));
  *n_relations += concept->broader->len + concept->implies->len + concept->siblings->len;
  *first_shown += n_shown;
}

static void
add_array (MatchumLexiconFormWriter *writer, const GArray *numbers)
{
  matchum_lexicon_form_writer_add_numbers (writer, (const guint32 *) (gpointer) numbers->data, numbers->len);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const MatchumConceptRecord *const *) a)->id, (*(const MatchumConceptRecord *const *) b)->id);
}

static void
add_ids (MatchumLexiconFormWriter *writer, const GPtrArray *concepts)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) concepts, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    matchum_lexicon_form_writer_add (writer, ((const MatchumConceptRecord *) sorted->pdata[i])->index);
}

static void
add_concepts (MatchumLexiconFormWriter *writer, const GPtrArray *concepts, const GPtrArray *shown)
{
  guint n_relations = 0;
  guint n_shown = 0;

  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_CONCEPTS);
  for (guint i = 0; i < concepts->len; i++)
    add_concept (writer, concepts->pdata[i], ((const GArray *) shown->pdata[i])->len, &n_relations, &n_shown);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_RELATIONS);
  for (guint i = 0; i < concepts->len; i++)
    {
      const MatchumConceptRecord *concept = concepts->pdata[i];

      add_array (writer, concept->broader);
      add_array (writer, concept->implies);
      add_array (writer, concept->siblings);
    }
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_SHOWN);
  for (guint i = 0; i < shown->len; i++)
    add_array (writer, shown->pdata[i]);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_IDS);
  add_ids (writer, concepts);
}

MatchumLexiconForm *
matchum_lexicon_compile (MatchumRecords *records, GError **error)
{
  g_autoptr (GPtrArray) shown = matchum_concept_graph_find_shown (records, error);
  g_auto (MatchumLexiconFormWriter) writer = { NULL, NULL };

  if (shown == NULL)
    return NULL;
  matchum_lexicon_form_writer_init (&writer);
  add_concepts (&writer, records->concepts, shown);
  if (!matchum_name_compiler_write (records->names, records->concepts, &writer, error))
    return NULL;
  return matchum_lexicon_form_new (&writer);
}
