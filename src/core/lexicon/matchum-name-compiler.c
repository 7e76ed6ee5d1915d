/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes patterns of names, and sees to it that no name is claimed twice where nothing in a text could tell whose it is.
 */
#include "config.h"

#include "lexicon/matchum-name-compiler.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lexicon/matchum-lexicon.h"
#include "lexicon/matchum-name-automaton.h"
#include "lexicon/matchum-name-rules.h"
#include "text/matchum-korean-tail.h"

/* A name as it is compiled. */
typedef struct Claim {
  MatchumNamePattern pattern;
  const MatchumName *name;
  char *exact;              /* in its own case, without gaps; only with MATCHUM_NAME_CASE */
  const struct Claim *next; /* an earlier one of the same characters */
} Claim;

/* What stands for c in a pattern: itself, or a gap. */
static gunichar
compile_character (gunichar previous, gunichar c, gunichar next)
{
  if (c == '_')
    return MATCHUM_NAME_GAP_OPTIONAL;
  if (c == ' ')
    return matchum_unichar_is_hangul (previous) || matchum_unichar_is_hangul (next) ? MATCHUM_NAME_GAP_OPTIONAL
                                                                                    : MATCHUM_NAME_GAP;
  if (c == '-' && matchum_name_rules_is_word (previous) && matchum_name_rules_is_word (next))
    return MATCHUM_NAME_GAP;
  return c;
}

static gboolean
is_gap (gunichar c)
{
  return c == MATCHUM_NAME_GAP || c == MATCHUM_NAME_GAP_OPTIONAL;
}

/* Adds c to the pattern of n characters; two gaps in a row are one, as wide as the wider. */
static gsize
add_to_pattern (gunichar *pattern, gsize n, gunichar c)
{
  if (n > 0 && is_gap (c) && is_gap (pattern[n - 1]))
    {
      pattern[n - 1] = MIN (pattern[n - 1], c);
      return n;
    }
  pattern[n] = c;
  return n + 1;
}

gboolean
matchum_name_pattern_init (MatchumNamePattern *self, const char *text, MatchumNameFlags flags)
{
  g_autofree char *folded = matchum_fold (text, -1);
  gunichar pattern[MATCHUM_NAME_MAX_LENGTH];
  gunichar previous = 0;
  gsize n = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (n == MATCHUM_NAME_MAX_LENGTH || c <= MATCHUM_NAME_GAP)
        return FALSE;
      if (c != '_' || (flags & MATCHUM_NAME_LITERAL) == 0)
        n = add_to_pattern (pattern, n, compile_character (previous, c, g_utf8_get_char (g_utf8_next_char (p))));
      else
        pattern[n++] = c;
      previous = c;
    }
  if (n == 0 || is_gap (pattern[0]) || is_gap (pattern[n - 1]))
    return FALSE;
  self->characters = g_memdup2 (pattern, n * sizeof *pattern);
  self->length = n;
  return TRUE;
}

static char *
make_exact (const char *text)
{
  char *exact = matchum_fold_keeping_case (text, -1);
  gsize n = 0;

  for (const char *p = exact; *p != '\0'; p++)
    if (*p != ' ' && *p != '-' && *p != '_')
      exact[n++] = *p;
  exact[n] = '\0';
  return exact;
}

/* Two names that can stand for the same text have the same characters between their gaps. */
static guint
hash_characters (gconstpointer data)
{
  const MatchumNamePattern *pattern = &((const Claim *) data)->pattern;
  guint hash = 5381;

  for (gsize i = 0; i < pattern->length; i++)
    if (!is_gap (pattern->characters[i]))
      hash = hash * 33 + pattern->characters[i];
  return hash;
}

/* The gap at i of pattern, or 0; steps over it. */
static gunichar
take_gap (const MatchumNamePattern *pattern, gsize *i)
{
  if (*i < pattern->length && is_gap (pattern->characters[*i]))
    return pattern->characters[(*i)++];
  return 0;
}

static gboolean
has_same_characters (gconstpointer a, gconstpointer b)
{
  const MatchumNamePattern *left = &((const Claim *) a)->pattern;
  const MatchumNamePattern *right = &((const Claim *) b)->pattern;
  gsize i = 0;
  gsize j = 0;

  while (i < left->length && j < right->length)
    {
      take_gap (left, &i);
      take_gap (right, &j);
      if (left->characters[i++] != right->characters[j++])
        return FALSE;
    }
  return i == left->length && j == right->length;
}

/* Whether some text is both; their characters are the same. */
static gboolean
patterns_meet (const MatchumNamePattern *a, const MatchumNamePattern *b)
{
  gsize i = 0;
  gsize j = 0;

  while (i < a->length && j < b->length)
    {
      const gunichar gap_a = take_gap (a, &i);
      const gunichar gap_b = take_gap (b, &j);

      if ((gap_a == MATCHUM_NAME_GAP && gap_b == 0) || (gap_a == 0 && gap_b == MATCHUM_NAME_GAP))
        return FALSE;
      i++;
      j++;
    }
  return TRUE;
}

/* One name may belong to two concepts only where the text around it has to tell, or the case. */
static gboolean
is_conflict (const Claim *a, const Claim *b)
{
  const guint both = a->name->flags & b->name->flags;

  if (a->name->concept == b->name->concept || (both & MATCHUM_NAME_CONTEXT) != 0)
    return FALSE;
  if ((both & MATCHUM_NAME_CASE) != 0 && !g_str_equal (a->exact, b->exact))
    return FALSE;
  return patterns_meet (&a->pattern, &b->pattern);
}

/* Notes that claim has its characters; FALSE where that name belongs to another concept already. */
static gboolean
claim_name (GHashTable *claims, Claim *claim, GPtrArray *concepts, GError **error)
{
  const MatchumName *name = claim->name;

  claim->next = g_hash_table_lookup (claims, claim);
  for (const Claim *other = claim->next; other != NULL; other = other->next)
    if (is_conflict (claim, other))
      {
        const MatchumConceptRecord *concept = g_ptr_array_index (concepts, other->name->concept);

        g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_DUPLICATE,
                     _ ("%s:%u: The name \"%s\" belongs to the concept \"%s\" already, at %s:%u"), name->place.file,
                     name->place.line, name->text, concept->id, other->name->place.file, other->name->place.line);
        return FALSE;
      }
  g_hash_table_replace (claims, claim, claim);
  return TRUE;
}

static gboolean
compile_name (Claim *claim, const MatchumName *name, GError **error)
{
  claim->name = name;
  if (!matchum_name_pattern_init (&claim->pattern, name->text, name->flags))
    {
      g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
                   _ ("%s:%u: \"%s\" can be no name: it is empty, longer than %d characters, or starts or ends with a "
                      "gap"),
                   name->place.file, name->place.line, name->text, MATCHUM_NAME_MAX_LENGTH);
      return FALSE;
    }
  if ((name->flags & MATCHUM_NAME_CASE) != 0)
    claim->exact = make_exact (name->text);
  return TRUE;
}

/* Also tells the pattern whether the name may stand inside a word. */
static MatchumAlias
make_alias (Claim *claim, MatchumLexiconFormWriter *writer)
{
  MatchumNamePattern *pattern = &claim->pattern;
  guint n_characters = 0;
  guint n_syllables = 0;

  for (gsize i = 0; i < pattern->length; i++)
    if (!is_gap (pattern->characters[i]))
      {
        n_characters++;
        n_syllables += matchum_unichar_is_hangul (pattern->characters[i]);
      }
  pattern->may_be_inside = matchum_unichar_is_hangul (pattern->characters[0])
                           && (n_syllables >= 3 || (claim->name->flags & MATCHUM_NAME_INSIDE) != 0);
  return (MatchumAlias){
    .concept = claim->name->concept,
    .traits = matchum_alias_make_traits (claim->name->flags, claim->name->is_canonical, claim->name->kind, n_characters,
                                         n_syllables),
    .exact = matchum_lexicon_form_writer_add_text (writer, claim->exact),
  };
}

static gboolean
write_names (Claim *claims, gsize n, MatchumLexiconFormWriter *writer, GError **error)
{
  g_autofree MatchumNamePattern *patterns = g_new (MatchumNamePattern, n + 1);

  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_ALIASES);
  for (gsize i = 0; i < n; i++)
    {
      const MatchumAlias alias = make_alias (&claims[i], writer);

      matchum_lexicon_form_writer_add_numbers (writer, (const guint32 *) (gconstpointer) &alias,
                                               sizeof alias / sizeof (guint32));
      patterns[i] = claims[i].pattern;
    }
  if (matchum_name_automaton_write (patterns, n, writer))
    return TRUE;
  g_set_error_literal (
      error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX,
      _ ("Too many names start alike and differ in where they may be divided: take some of them away"));
  return FALSE;
}

static gboolean
compile_names (Claim *claims, GArray *names, GPtrArray *concepts, GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (hash_characters, has_same_characters);

  for (guint i = 0; i < names->len; i++)
    if (!compile_name (&claims[i], &g_array_index (names, MatchumName, i), error)
        || (concepts != NULL && !claim_name (table, &claims[i], concepts, error)))
      return FALSE;
  return TRUE;
}

gboolean
matchum_name_compiler_write (GArray *names, GPtrArray *concepts, MatchumLexiconFormWriter *writer, GError **error)
{
  g_autofree Claim *claims = g_new0 (Claim, names->len + 1);
  const gboolean is_good =
      compile_names (claims, names, concepts, error) && write_names (claims, names->len, writer, error);

  for (guint i = 0; i < names->len; i++)
    {
      g_free (claims[i].pattern.characters);
      g_free (claims[i].exact);
    }
  return is_good;
}
