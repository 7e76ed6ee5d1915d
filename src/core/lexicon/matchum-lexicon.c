/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon as the other rooms see it: concepts, how they hang together, and the search for their names. */
#include "config.h"

#include "lexicon/matchum-lexicon.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lexicon/matchum-lexicon-compiler.h"
#include "lexicon/matchum-lexicon-data.h"
#include "lexicon/matchum-name-completion.h"
#include "lexicon/matchum-own-names.h"

struct _MatchumLexicon {
  MatchumLexiconForm *form;
  const MatchumConceptEntry *entries;
  const guint32 *shown;
  const guint32 *ids;
  MatchumNameIndex index;
  MatchumConcept *concepts; /* the entries with their texts; base's where there is one */
  guint n_concepts;
  MatchumLexicon *base; /* what the user's own names were added to; NULL where there are none */
  MatchumOwnNames *own; /* NULL without base */
};

G_DEFINE_BOXED_TYPE (MatchumLexicon, matchum_lexicon, matchum_lexicon_ref, matchum_lexicon_unref)

static void
matchum_lexicon_clear (MatchumLexicon *self)
{
  if (self->base == NULL)
    g_free (self->concepts);
  g_clear_pointer (&self->own, matchum_own_names_free);
  g_clear_pointer (&self->base, matchum_lexicon_unref);
  matchum_lexicon_form_unref (self->form);
}

static void
read_concept (MatchumLexicon *self, guint index, const guint32 *relations)
{
  const MatchumConceptEntry *entry = &self->entries[index];
  const guint32 *first = relations + entry->first_relation;

  self->concepts[index] = (MatchumConcept){
    .index = index,
    .id = matchum_lexicon_form_get_text (self->form, entry->id),
    .kind = (MatchumConceptKind) entry->kind,
    .name_en = matchum_lexicon_form_get_text (self->form, entry->name_en),
    .name_ko = matchum_lexicon_form_get_text (self->form, entry->name_ko),
    .broader = first,
    .n_broader = entry->n_broader,
    .implies = first + entry->n_broader,
    .n_implies = entry->n_implies,
    .siblings = first + entry->n_broader + entry->n_implies,
    .n_siblings = entry->n_siblings,
  };
}

/* Takes form. */
static MatchumLexicon *
matchum_lexicon_new (MatchumLexiconForm *form)
{
  MatchumLexicon *self = g_atomic_rc_box_new0 (MatchumLexicon);
  const guint32 *relations = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_RELATIONS, NULL);
  const guint32 *entries;
  gsize n;

  self->form = form;
  entries = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_CONCEPTS, &n);
  self->entries = (const MatchumConceptEntry *) (gconstpointer) entries;
  self->n_concepts = (guint) (n / (sizeof *self->entries / sizeof *entries));
  self->shown = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_SHOWN, NULL);
  self->ids = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_IDS, NULL);
  matchum_name_index_init (&self->index, form);
  self->concepts = g_new (MatchumConcept, self->n_concepts);
  for (guint i = 0; i < self->n_concepts; i++)
    read_concept (self, i, relations);
  return self;
}

/**
 * matchum_lexicon_new_builtin:
 *
 * The lexicon that was compiled with the program. Nothing is read: it is there at once.
 *
 * Returns: (transfer full): the lexicon; NULL with a MATCHUM_LEXICON_ERROR only where the program was put together from
 * parts of two versions
 */
MatchumLexicon *
matchum_lexicon_new_builtin (GError **error)
{
  MatchumLexiconForm *form;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  form = matchum_lexicon_form_new_static (matchum_lexicon_numbers, matchum_lexicon_n_numbers,
                                          matchum_lexicon_characters, matchum_lexicon_n_characters);
  if (form != NULL)
    return matchum_lexicon_new (form);
  g_set_error_literal (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                       "The lexicon is of another version of Matchum");
  return NULL;
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
  MatchumLexiconForm *form;

  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (texts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  records = matchum_records_parse (names, texts, error);
  form = records != NULL ? matchum_lexicon_compile (records, error) : NULL;
  return form != NULL ? matchum_lexicon_new (form) : NULL;
}

/* Takes own. */
static MatchumLexicon *
add_own_names (MatchumLexicon *base, MatchumOwnNames *own)
{
  MatchumLexicon *self = g_atomic_rc_box_new0 (MatchumLexicon);

  *self = *base;
  matchum_lexicon_form_ref (self->form);
  self->base = matchum_lexicon_ref (base);
  self->own = own;
  return self;
}

/**
 * matchum_lexicon_new_with_aliases:
 * @base: the lexicon to add to; aliases that were added to it already are not taken over
 * @aliases: (array length=n_aliases): names of the user's own and what they are to be counted as, which is looked up
 *   among the ids, then among the names of @base, then among @aliases
 *
 * Shares what @base knows, and looks for the names in @aliases first: where one of @base overlaps one of them, theirs
 * wins. What no concept is called becomes one: a tool, that shows itself only, is found by that name too, and comes
 * behind the concepts of @base. One name may be given to several concepts; then each mention is of all of them.
 *
 * Returns: (transfer full): the lexicon, or NULL with a MATCHUM_LEXICON_ERROR that tells the user which alias to change
 */
MatchumLexicon *
matchum_lexicon_new_with_aliases (MatchumLexicon *base,
                                  const MatchumLexiconAlias *aliases,
                                  gsize n_aliases,
                                  GError **error)
{
  MatchumOwnNames *own;

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (aliases != NULL || n_aliases == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (base->base != NULL)
    base = base->base;
  own = matchum_own_names_new (base, aliases, n_aliases, NULL, error);
  return own != NULL ? add_own_names (base, own) : NULL;
}

/* Those from first on are too much. */
static void
leave_out_rest (GError **problems, gsize first, gsize n, const char *message)
{
  for (gsize i = first; i < n; i++)
    if (problems[i] == NULL)
      problems[i] = g_error_new_literal (MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX, message);
}

MatchumLexicon *
matchum_lexicon_new_with_usable_aliases (MatchumLexicon *base,
                                         const MatchumLexiconAlias *aliases,
                                         gsize n_aliases,
                                         GError **problems)
{
  gsize n = MIN (n_aliases, MATCHUM_LEXICON_MAX_ALIASES);

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (aliases != NULL || n_aliases == 0, NULL);
  g_return_val_if_fail (problems != NULL || n_aliases == 0, NULL);

  if (base->base != NULL)
    base = base->base;
  for (gsize i = 0; i < n_aliases; i++)
    problems[i] = NULL;
  leave_out_rest (problems, n, n_aliases, _ ("There are too many names of your own: take some of them away."));
  /* Names that may be divided in ever so many places are too much together; the first of them are taken. */
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      MatchumOwnNames *own = matchum_own_names_new (base, aliases, n, problems, &error);

      if (own != NULL)
        return add_own_names (base, own);
      leave_out_rest (problems, n / 2, n, error->message);
      n /= 2;
    }
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

  return self->n_concepts + (self->own != NULL ? self->own->concepts->len : 0);
}

/* How many names all concepts have together. */
guint
matchum_lexicon_get_n_aliases (MatchumLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index.n_aliases + (self->own != NULL ? self->own->index.n_aliases : 0);
}

const MatchumConcept *
matchum_lexicon_get_concept (MatchumLexicon *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < matchum_lexicon_get_n_concepts (self), NULL);

  return index < self->n_concepts ? &self->concepts[index]
                                  : &g_array_index (self->own->concepts, MatchumConcept, index - self->n_concepts);
}

/* The concept of that id, NULL where there is none. */
const MatchumConcept *
matchum_lexicon_lookup (MatchumLexicon *self, const char *id)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  high = self->n_concepts;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const MatchumConcept *concept = &self->concepts[self->ids[middle]];
      const gint order = strcmp (id, concept->id);

      if (order == 0)
        return concept;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  for (guint i = 0; self->own != NULL && i < self->own->concepts->len; i++)
    if (g_str_equal (g_array_index (self->own->concepts, MatchumConcept, i).id, id))
      return &g_array_index (self->own->concepts, MatchumConcept, i);
  return NULL;
}

/* Where several are called so, the one whose own name it is. */
const MatchumConcept *
matchum_lexicon_find_concept (MatchumLexicon *self, const char *name)
{
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (MatchumFoldedText) text = NULL;
  g_autoptr (GArray) mentions = NULL;
  const MatchumConcept *concept;
  gboolean is_canonical = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  written = g_strstrip (g_strdup (name));
  folded = g_strstrip (matchum_fold (written, -1));
  concept = matchum_lexicon_lookup (self, folded);
  if (concept != NULL)
    return concept;
  text = matchum_folded_text_new (written, -1);
  mentions = matchum_lexicon_find (self, text, MATCHUM_LEXICON_FIND_IN_LIST);
  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      if (mention->span.start != 0 || mention->span.end != strlen (written)
          || (concept != NULL && (is_canonical || !mention->is_canonical)))
        continue;
      concept = matchum_lexicon_get_concept (self, mention->concept);
      is_canonical = mention->is_canonical;
    }
  return concept;
}

gboolean
matchum_lexicon_is_own_name (MatchumLexicon *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return self->own != NULL && matchum_own_names_has (self->own, name);
}

GArray *
matchum_lexicon_complete (MatchumLexicon *self, const char *text, guint max)
{
  g_autofree char *folded = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, found);
  g_return_val_if_fail (text != NULL, found);

  folded = g_strstrip (matchum_fold (text, -1));
  if (*folded != '\0')
    matchum_name_completion_find (self, &self->index, folded, max, found);
  return found;
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
  matchum_name_search_find (&self->index, self->own != NULL ? &self->own->index : NULL, text, flags, mentions);
  return mentions;
}

typedef enum {
  NOT_SHOWN,
  SHOWN,
  KIND, /* a is b or a kind of it */
} Showing;

/* How a shows b. The lists are short. */
static Showing
find_shown (MatchumLexicon *self, guint a, guint b)
{
  const MatchumConceptEntry *entry;
  guint32 low = 0, high;

  if (a == b)
    return KIND;
  if (a >= self->n_concepts || b >= self->n_concepts)
    return NOT_SHOWN;
  entry = &self->entries[a];
  high = entry->n_shown;
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const guint32 shown = self->shown[entry->first_shown + middle];

      if (shown / 2 == b)
        return shown % 2 == 1 ? KIND : SHOWN;
      if (shown / 2 < b)
        low = middle + 1;
      else
        high = middle;
    }
  return NOT_SHOWN;
}

gboolean
matchum_lexicon_is_kind_of (MatchumLexicon *self, guint narrower, guint broader)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (narrower < matchum_lexicon_get_n_concepts (self), FALSE);
  g_return_val_if_fail (broader < matchum_lexicon_get_n_concepts (self), FALSE);

  return find_shown (self, narrower, broader) == KIND;
}

gboolean
matchum_lexicon_shows (MatchumLexicon *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (a < matchum_lexicon_get_n_concepts (self), FALSE);
  g_return_val_if_fail (b < matchum_lexicon_get_n_concepts (self), FALSE);

  return find_shown (self, a, b) != NOT_SHOWN;
}

void
matchum_lexicon_add_shown (MatchumLexicon *self, guint concept, GArray *shown)
{
  const MatchumConceptEntry *entry;

  g_return_if_fail (self != NULL && shown != NULL);
  g_return_if_fail (concept < matchum_lexicon_get_n_concepts (self));

  if (concept >= self->n_concepts)
    {
      g_array_append_val (shown, concept);
      return;
    }
  entry = &self->entries[concept];
  for (guint32 i = 0; i < entry->n_shown; i++)
    {
      const guint other = self->shown[entry->first_shown + i] / 2;

      g_array_append_val (shown, other);
    }
}
