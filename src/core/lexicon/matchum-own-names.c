/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what the user's own names are to be counted as, and compiles them as the lexicon is compiled. */
#include "config.h"

#include "lexicon/matchum-own-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lexicon/matchum-name-compiler.h"

/* How much of a text messages quote. */
#define QUOTED_MAX 40

typedef struct {
  MatchumLexicon *base;
  const MatchumLexiconAlias *aliases;
  gsize n_aliases;
  GHashTable *by_name;     /* the folded name of an alias → its index + 1, the first of that name */
  GHashTable *own_by_name; /* the folded name of a concept of the user's own → its index + 1 */
  GArray *concepts;        /* of MatchumConcept */
  GArray *names;           /* of MatchumName */
  guint *targets;          /* by alias: what it is counted as, once that is known, + 1, or CIRCLE */
  GError **problems;       /* by alias: why it is left out; NULL where the first such alias is the end of it */
} Resolver;

#define CIRCLE G_MAXUINT

/* As names are compared: folded, without white space around it. */
static char *
fold_name (const char *text)
{
  return g_strstrip (matchum_fold (text, -1));
}

static char *
make_quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTED_MAX)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, QUOTED_MAX);
  return g_strconcat (start, "…", NULL);
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
check_name (const char *text, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *quote = NULL;
  MatchumNamePattern pattern = { NULL };

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                           _ ("A name of your own is not UTF-8 text: write it again."));
      return FALSE;
    }
  folded = fold_name (text);
  quote = make_quote (text);
  if (*folded == '\0')
    g_set_error_literal (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                         _ ("Write both names: what stands in texts, and what it is to be counted as."));
  else if (!has_letters (folded))
    g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                 _ ("\"%s\" has no letter and no digit, so it would be found everywhere: write a word."), quote);
  else if (!matchum_name_pattern_init (&pattern, folded, MATCHUM_NAME_LITERAL))
    g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                 _ ("\"%s\" is too long for a name: write at most %d characters."), quote, MATCHUM_NAME_MAX_LENGTH);
  g_free (pattern.characters);
  return pattern.length > 0;
}

gboolean
matchum_lexicon_alias_check (const MatchumLexiconAlias *alias, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *concept = NULL;

  g_return_val_if_fail (alias != NULL && alias->name != NULL && alias->concept != NULL, FALSE);

  if (!check_name (alias->name, error) || !check_name (alias->concept, error))
    return FALSE;
  name = fold_name (alias->name);
  concept = fold_name (alias->concept);
  if (!g_str_equal (name, concept))
    return TRUE;
  g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_CYCLE,
               _ ("\"%s\" cannot be counted as itself: write two different names."), alias->name);
  return FALSE;
}

static void
add_name (Resolver *self, const MatchumConcept *concept, const char *text, gboolean is_canonical)
{
  const MatchumName name = {
    .concept = concept->index,
    .kind = concept->kind,
    .text = text,
    .flags = MATCHUM_NAME_LITERAL,
    .is_canonical = is_canonical,
    .place = { "", 0 },
  };

  g_array_append_val (self->names, name);
}

static const MatchumConcept *
get_concept (Resolver *self, guint index)
{
  const guint n_known = matchum_lexicon_get_n_concepts (self->base);

  return index < n_known ? matchum_lexicon_get_concept (self->base, index)
                         : &g_array_index (self->concepts, MatchumConcept, index - n_known);
}

static gboolean
is_hangul_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

/* A concept that only the user knows: of written, found by that as well. */
static const MatchumConcept *
get_own_concept (Resolver *self, const char *written, const char *folded)
{
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->own_by_name, folded));
  const gboolean is_hangul = is_hangul_name (written);
  MatchumConcept concept = {
    .index = matchum_lexicon_get_n_concepts (self->base) + self->concepts->len,
    .id = folded,
    .kind = MATCHUM_CONCEPT_TOOL,
  };

  if (found != 0)
    return &g_array_index (self->concepts, MatchumConcept, found - 1);
  concept.id = g_strdup (folded);
  *(is_hangul ? &concept.name_ko : &concept.name_en) = g_strdup (written);
  g_array_append_val (self->concepts, concept);
  g_hash_table_insert (self->own_by_name, (char *) concept.id, GUINT_TO_POINTER (self->concepts->len));
  add_name (self, &concept, concept.id, TRUE);
  return &g_array_index (self->concepts, MatchumConcept, self->concepts->len - 1);
}

/* What the alias is to be counted as, where no other name of the user's own leads there; else *next is that + 1. */
static guint
look_up_target (Resolver *self, const MatchumLexiconAlias *alias, guint *next)
{
  g_autofree char *written = g_strstrip (g_strdup (alias->concept));
  g_autofree char *folded = fold_name (alias->concept);
  const MatchumConcept *concept = matchum_lexicon_find_concept (self->base, written);

  *next = concept == NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, folded)) : 0;
  if (concept == NULL && *next == 0)
    concept = get_own_concept (self, written, folded);
  return concept != NULL ? concept->index + 1 : 0;
}

/* What the alias is to be counted as, by way of other names of the user's own where it must be: its index + 1, or
 * CIRCLE. Each is looked up once, however long the way is. */
static guint
resolve (Resolver *self, gsize first)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = (guint) first;
  guint target = self->targets[at];

  while (target == 0)
    {
      guint next;

      self->targets[at] = CIRCLE; /* for whoever comes here again on this way */
      g_array_append_val (way, at);
      target = look_up_target (self, &self->aliases[at], &next);
      if (next == 0)
        break;
      at = next - 1;
      target = self->targets[at];
    }
  for (guint i = 0; i < way->len; i++)
    self->targets[g_array_index (way, guint, i)] = target;
  return target;
}

/* Takes error. FALSE where that is the end of it. */
static gboolean
leave_out (Resolver *self, gsize index, GError *problem, GError **error)
{
  if (self->problems != NULL)
    self->problems[index] = problem;
  else
    g_propagate_error (error, problem);
  return self->problems != NULL;
}

static gboolean
is_left_out (Resolver *self, gsize index)
{
  return self->problems != NULL && self->problems[index] != NULL;
}

static gboolean
note_names (Resolver *self, GError **error)
{
  for (gsize i = 0; i < self->n_aliases; i++)
    {
      g_autofree char *folded = NULL;
      GError *problem = NULL;

      if (is_left_out (self, i))
        continue;
      if (!matchum_lexicon_alias_check (&self->aliases[i], &problem))
        {
          if (!leave_out (self, i, problem, error))
            return FALSE;
          continue;
        }
      folded = fold_name (self->aliases[i].name);
      if (!g_hash_table_contains (self->by_name, folded))
        g_hash_table_insert (self->by_name, g_steal_pointer (&folded), GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

static gboolean
add_aliases (Resolver *self, GError **error)
{
  if (!note_names (self, error))
    return FALSE;
  for (gsize i = 0; i < self->n_aliases; i++)
    {
      const guint target = is_left_out (self, i) ? 0 : resolve (self, i);

      if (target == CIRCLE)
        {
          GError *problem =
              g_error_new (MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_CYCLE,
                           _ ("\"%s\" is counted as itself by way of other names of your own: take one of them away."),
                           self->aliases[i].name);

          if (!leave_out (self, i, problem, error))
            return FALSE;
        }
      else if (target != 0)
        add_name (self, get_concept (self, target - 1), self->aliases[i].name, FALSE);
    }
  return TRUE;
}

static void
clear_concept (gpointer data)
{
  MatchumConcept *concept = data;

  g_free ((char *) concept->id);
  g_free ((char *) concept->name_en);
  g_free ((char *) concept->name_ko);
}

/* The texts of names are folded and stripped, so that they start and end with no gap. */
static MatchumLexiconForm *
compile (GArray *names, GError **error)
{
  g_auto (MatchumLexiconFormWriter) writer = { NULL, NULL };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      MatchumName *name = &g_array_index (names, MatchumName, i);

      g_ptr_array_add (texts, fold_name (name->text));
      name->text = g_ptr_array_index (texts, i);
    }
  matchum_lexicon_form_writer_init (&writer);
  for (guint i = 0; i < MATCHUM_LEXICON_FORM_ALIASES; i++)
    matchum_lexicon_form_writer_begin (&writer, (MatchumLexiconFormSection) i);
  return matchum_name_compiler_write (names, NULL, &writer, error) ? matchum_lexicon_form_new (&writer) : NULL;
}

MatchumOwnNames *
matchum_own_names_new (MatchumLexicon *base,
                       const MatchumLexiconAlias *aliases,
                       gsize n_aliases,
                       GError **problems,
                       GError **error)
{
  g_autoptr (MatchumOwnNames) self = g_new0 (MatchumOwnNames, 1);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *targets = g_new0 (guint, n_aliases);
  g_autoptr (GHashTable) own_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (MatchumName));
  Resolver resolver = { base, aliases, n_aliases, by_name, own_by_name, NULL, names, targets, problems };

  self->concepts = g_array_new (FALSE, FALSE, sizeof (MatchumConcept));
  g_array_set_clear_func (self->concepts, clear_concept);
  resolver.concepts = self->concepts;
  if (!add_aliases (&resolver, error))
    return NULL;
  self->form = compile (names, error);
  if (self->form == NULL)
    return NULL;
  matchum_name_index_init (&self->index, self->form);
  self->names = g_steal_pointer (&by_name);
  return g_steal_pointer (&self);
}

gboolean
matchum_own_names_has (MatchumOwnNames *self, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_contains (self->names, folded);
}

void
matchum_own_names_free (MatchumOwnNames *self)
{
  g_clear_pointer (&self->form, matchum_lexicon_form_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_array_unref (self->concepts);
  g_free (self);
}
