/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through all names that start with what was typed, and through the names by which concepts are shown. */
#include "config.h"

#include "lexicon/matchum-name-completion.h"

#include <string.h>

#include "lexicon/matchum-lexicon-parser.h"

/* What speaks for a concept: the less, the likelier. */
enum { CALLED_SO, STARTS_SO, HAS_NAME, HAS_WORD };

typedef struct {
  guint concept;
  guint rank;
  guint length; /* of the name, in characters */
} Guess;

static gint
compare_guesses (gconstpointer a, gconstpointer b)
{
  const Guess *left = a;
  const Guess *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;
  return left->concept < right->concept ? -1 : left->concept > right->concept;
}

static void
add_guess (GArray *guesses, guint concept, guint rank, guint length)
{
  const Guess guess = { concept, rank, length };

  g_array_append_val (guesses, guess);
}

/* Without gaps, as the length of a name is told. */
static guint
count_characters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += *p != ' ' && *p != '-';
  return n;
}

static void
add_names (GArray *guesses, const MatchumNameIndex *index, const char *start)
{
  g_autoptr (GArray) aliases = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint n_typed = count_characters (start);

  matchum_name_automaton_complete (&index->automaton, start, aliases);
  for (guint i = 0; i < aliases->len; i++)
    {
      const MatchumAlias *alias = &index->aliases[g_array_index (aliases, guint32, i)];
      const guint n = matchum_alias_get_n_characters (alias);

      add_guess (guesses, alias->concept, n == n_typed ? CALLED_SO : HAS_NAME, n);
    }
}

static gboolean
has_word (const char *name, const char *start)
{
  for (const char *p = strstr (name, start); p != NULL; p = strstr (p + 1, start))
    if (p > name && !g_ascii_isalnum (p[-1]) && (guchar) p[-1] < 0x80)
      return TRUE;
  return FALSE;
}

static void
add_shown_name (GArray *guesses, const MatchumConcept *concept, const char *name, const char *start)
{
  g_autofree char *folded = name != NULL ? matchum_fold (name, -1) : NULL;

  if (folded == NULL || strstr (folded, start) == NULL)
    return;
  if (g_str_has_prefix (folded, start))
    add_guess (guesses, concept->index, strlen (folded) == strlen (start) ? CALLED_SO : STARTS_SO,
               count_characters (folded));
  else if (has_word (folded, start))
    add_guess (guesses, concept->index, HAS_WORD, count_characters (folded));
}

void
matchum_name_completion_find (MatchumLexicon *lexicon,
                              const MatchumNameIndex *index,
                              const char *start,
                              guint max,
                              GArray *found)
{
  g_autoptr (GArray) guesses = g_array_new (FALSE, FALSE, sizeof (Guess));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  add_names (guesses, index, start);
  for (guint i = 0; i < matchum_lexicon_get_n_concepts (lexicon); i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, i);

      add_shown_name (guesses, concept, concept->name_en, start);
      add_shown_name (guesses, concept, concept->name_ko, start);
    }
  g_array_sort (guesses, compare_guesses);
  for (guint i = 0; i < guesses->len && found->len < max; i++)
    {
      const guint concept = g_array_index (guesses, Guess, i).concept;

      if (g_hash_table_add (known, GUINT_TO_POINTER (concept)))
        g_array_append_val (found, concept);
    }
}
