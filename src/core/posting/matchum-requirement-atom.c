/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the atoms of a requirement line: degrees, lengths of experience, names of the lexicon, unknown Latin names. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-requirement-atom.h"

#include <string.h>

#include "posting/matchum-degree.h"
#include "posting/matchum-experience.h"
#include "posting/matchum-proficiency.h"
#include "posting/matchum-requirement-amount.h"
#include "posting/matchum-requirement-certificate.h"
#include "posting/matchum-requirement-member.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

/* A line with more atoms than this is no requirement that a person wrote. */
#define MAX_ATOMS 200

static void
atom_free (MatchumAtom *atom)
{
  matchum_criterion_free (atom->criterion);
  g_free (atom);
}

MatchumSpan
matchum_atom_line_get_original (MatchumAtomLine *self, MatchumSpan span)
{
  return matchum_folded_text_get_original_span (self->folded, span);
}

char *
matchum_atom_line_dup_name (MatchumAtomLine *self, MatchumSpan span)
{
  MatchumSpan original = matchum_atom_line_get_original (self, span);
  char *name =
      g_strndup (matchum_folded_text_get_original (self->folded) + original.start, matchum_span_get_length (original));

  return g_strstrip (name);
}

MatchumCriterion *
matchum_atom_take_criterion (MatchumAtom *atom)
{
  return g_steal_pointer (&atom->criterion);
}

gboolean
matchum_atom_line_is_taken (MatchumAtomLine *self, MatchumSpan span)
{
  for (guint i = 0; i < self->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (self->atoms, i);

      if (matchum_span_overlaps (atom->span, span))
        return TRUE;
    }
  return matchum_requirement_amounts_cover (self, span);
}

static MatchumAtom *
add_atom (MatchumAtomLine *self, MatchumAtomKind kind, MatchumSpan span, MatchumCriterionKind criterion)
{
  MatchumAtom *atom = g_new0 (MatchumAtom, 1);

  atom->kind = kind;
  atom->span = span;
  atom->concept = G_MAXUINT;
  atom->criterion = matchum_criterion_new (criterion, matchum_atom_line_get_original (self, span), NULL);
  atom->criterion->name = matchum_atom_line_dup_name (self, span);
  g_ptr_array_add (self->atoms, atom);
  return atom;
}

void
matchum_atom_line_set_word (MatchumAtomLine *self, MatchumAtom *atom, MatchumSpan span)
{
  atom->span = span;
  atom->criterion->span = matchum_atom_line_get_original (self, span);
  g_free (atom->criterion->name);
  atom->criterion->name = matchum_atom_line_dup_name (self, span);
  g_free (atom->criterion->word);
  atom->criterion->word = g_strndup (self->text + span.start, matchum_span_get_length (span));
}

MatchumAtom *
matchum_atom_line_add_word (MatchumAtomLine *self, MatchumAtomKind kind, MatchumSpan span)
{
  MatchumAtom *atom = add_atom (self, kind, span, MATCHUM_CRITERION_WORD);

  matchum_atom_line_set_word (self, atom, span);
  return atom;
}

static void
add_degrees (MatchumAtomLine *self)
{
  g_autoptr (GArray) found = NULL;

  if ((self->signs & MATCHUM_SIGN_DEGREE) == 0)
    return;
  found = matchum_degree_find_all (self->text, self->length);
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumDegreeMention *mention = &g_array_index (found, MatchumDegreeMention, i);
      MatchumAtom *atom;

      if (matchum_atom_line_is_taken (self, mention->span))
        continue;
      atom = add_atom (self, MATCHUM_ATOM_DEGREE, mention->span, MATCHUM_CRITERION_DEGREE);
      atom->criterion->degree = mention->degree;
    }
}

static void
add_experience (MatchumAtomLine *self)
{
  g_autoptr (GArray) found = NULL;

  if ((self->signs & MATCHUM_SIGN_LENGTH) == 0)
    return;
  found = matchum_experience_find_all (self->text, self->length);
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumExperienceMention *mention = &g_array_index (found, MatchumExperienceMention, i);
      MatchumAtom *atom;

      if (matchum_atom_line_is_taken (self, mention->span))
        continue;
      if (mention->kind == MATCHUM_EXPERIENCE_ANYONE)
        add_atom (self, MATCHUM_ATOM_ANYONE, mention->span, MATCHUM_CRITERION_ANYONE);
      else
        {
          atom =
              add_atom (self, mention->kind == MATCHUM_EXPERIENCE_MONTHS ? MATCHUM_ATOM_YEARS : MATCHUM_ATOM_EQUIVALENT,
                        mention->span, MATCHUM_CRITERION_YEARS);
          atom->criterion->months = mention->months;
        }
    }
}

static gboolean
get_kinds (MatchumConceptKind concept, MatchumAtomKind *atom, MatchumCriterionKind *criterion)
{
  *atom = MATCHUM_ATOM_SKILL;
  *criterion = MATCHUM_CRITERION_CONCEPT;
  switch (concept)
    {
    case MATCHUM_CONCEPT_DEGREE:
    case MATCHUM_CONCEPT_SOFT:
      return FALSE;
    case MATCHUM_CONCEPT_ROLE:
      *atom = MATCHUM_ATOM_ROLE;
      break;
    case MATCHUM_CONCEPT_FIELD:
      *atom = MATCHUM_ATOM_FIELD;
      break;
    case MATCHUM_CONCEPT_CERTIFICATE:
      *atom = MATCHUM_ATOM_CERTIFICATE;
      *criterion = MATCHUM_CRITERION_CERTIFICATE;
      break;
    case MATCHUM_CONCEPT_HUMAN_LANGUAGE:
    case MATCHUM_CONCEPT_LANGUAGE_TEST:
      *atom = MATCHUM_ATOM_LANGUAGE;
      *criterion = MATCHUM_CRITERION_LANGUAGE;
      break;
    case MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE:
    case MATCHUM_CONCEPT_LIBRARY:
    case MATCHUM_CONCEPT_TOOL:
    case MATCHUM_CONCEPT_PLATFORM:
    case MATCHUM_CONCEPT_METHOD:
    case MATCHUM_CONCEPT_TASK:
    case MATCHUM_CONCEPT_CATEGORY:
    case MATCHUM_CONCEPT_DOMAIN:
    case MATCHUM_CONCEPT_FUNCTION:
    default:
      break;
    }
  return TRUE;
}

/* Where one place names several concepts, a skill wins over a role and a field for what kind of atom it is. */
static void
add_mention (MatchumAtomLine *self, MatchumSpan span, guint concept)
{
  MatchumAtom *last = self->atoms->len > 0 ? g_ptr_array_index (self->atoms, self->atoms->len - 1) : NULL;
  MatchumAtomKind kind;
  MatchumCriterionKind criterion;

  if (!get_kinds (matchum_lexicon_get_concept (self->lexicon, concept)->kind, &kind, &criterion))
    {
      self->has_attitude |= matchum_lexicon_get_concept (self->lexicon, concept)->kind == MATCHUM_CONCEPT_SOFT;
      return;
    }
  if (last == NULL || last->span.start != span.start || last->span.end != span.end)
    {
      if (matchum_atom_line_is_taken (self, span) || self->atoms->len >= MAX_ATOMS)
        return;
      last = add_atom (self, kind, span, criterion);
    }
  else if (kind == MATCHUM_ATOM_SKILL && (last->kind == MATCHUM_ATOM_ROLE))
    {
      last->kind = kind;
      last->criterion->kind = criterion;
    }
  if (last->concept == G_MAXUINT)
    last->concept = concept;
  g_array_append_val (last->criterion->concepts, concept);
}

static gboolean
has_schooling (MatchumAtomLine *self)
{
  for (guint i = 0; i < self->atoms->len; i++)
    if (((const MatchumAtom *) g_ptr_array_index (self->atoms, i))->kind == MATCHUM_ATOM_DEGREE)
      return TRUE;
  return (self->signs & MATCHUM_SIGN_MAJOR) != 0;
}

static void
add_mentions (MatchumAtomLine *self)
{
  /* Beside a degree, "CS" and "DS" are fields of study. */
  g_autoptr (GArray) found =
      matchum_lexicon_find (self->lexicon, self->folded,
                            has_schooling (self) ? MATCHUM_LEXICON_FIND_IN_LIST : MATCHUM_LEXICON_FIND_DEFAULT);

  for (guint i = 0; i < found->len; i++)
    {
      const MatchumMention *mention = &g_array_index (found, MatchumMention, i);
      MatchumSpan span = matchum_folded_text_get_folded_span (self->folded, mention->span);

      if (!matchum_span_is_empty (span))
        add_mention (self, span, mention->concept);
    }
}

/* Words for how something is to have been done, which are criteria of their own. MATCHUM_SIGN_QUALIFIER tells parts of
 * them. */
static const struct {
  const char *word;
  gboolean is_scale;
} qualifiers[] = {
  { "프로덕션 환경", FALSE }, { "프로덕션 코드", FALSE },  { "프로덕션", FALSE },    { "실제 서비스", FALSE },
  { "실서비스", FALSE },      { "사용자 서비스", FALSE },  { "상용 서비스", FALSE }, { "상용 앱", FALSE },
  { "상용화", FALSE },        { "서비스에 적용", FALSE },  { "production", FALSE },  { "large-scale", TRUE },
  { "large scale", TRUE },    { "at scale", TRUE },        { "high-traffic", TRUE }, { "대용량", TRUE },
  { "대규모", TRUE },         { "high-throughput", TRUE }, { "실무에", FALSE },
};

/* "빠르게 변화하는 … 프로덕션 환경": a surrounding that one has to like, not one that has to be known. */
static gboolean
is_of_change (MatchumAtomLine *self, gsize at)
{
  static const char *const words[] = { "변화하는", "변화가 빠른", "fast-paced", "fast-changing", "fast-moving", NULL };
  gsize from = at > 64 ? at - 64 : 0;

  return matchum_requirement_words_contain (self->text + from, at - from, words);
}

/* "mass production", "video production": the making of things. */
static gboolean
is_making (MatchumAtomLine *self, gsize at)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("mass |series |video |film |content |media |music |oil |crop |food |"
                         "theatre |event |studio ");

  return matchum_word_list_ends (&words, self->text, at);
}

/* A bit for each of them that the line holds. */
static guint32
find_qualifiers (MatchumAtomLine *self)
{
  static MatchumWordGroup groups[G_N_ELEMENTS (qualifiers)];
  static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
  static gsize is_ready = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (qualifiers) <= 32);
  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
        groups[i] = (MatchumWordGroup){ qualifiers[i].word, 1u << i };
      g_once_init_leave (&is_ready, 1);
    }
  return matchum_word_table_find_within (&table, self->text, self->length);
}

static void
add_qualifiers (MatchumAtomLine *self)
{
  guint32 present;

  if ((self->signs & MATCHUM_SIGN_QUALIFIER) == 0)
    return;
  present = find_qualifiers (self);
  for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      gsize size = strlen (qualifiers[i].word);
      const char *place = (present & 1u << i) != 0 ? memmem (self->text, self->length, qualifiers[i].word, size) : NULL;
      MatchumSpan span;
      MatchumAtom *atom;

      if (place == NULL || (g_ascii_isalpha (*place) && place > self->text && g_ascii_isalnum (place[-1])))
        continue;
      span = MATCHUM_SPAN ((gsize) (place - self->text), (gsize) (place - self->text) + size);
      if (matchum_atom_line_is_taken (self, span) || is_of_change (self, span.start) || is_making (self, span.start))
        continue;
      atom = add_atom (self, MATCHUM_ATOM_QUALIFIER, span, MATCHUM_CRITERION_WORD);
      atom->criterion->word = g_strdup (qualifiers[i].word);
      atom->criterion->is_context = !qualifiers[i].is_scale;
      atom->criterion->is_scale = qualifiers[i].is_scale;
      atom->criterion->is_aside = atom->criterion->is_context || g_ascii_isalpha (qualifiers[i].word[0]);
    }
}

/* "대용량 로그": a thing of large scale. */
static gboolean
starts_with_scale (MatchumAtomLine *self, const MatchumAtom *atom)
{
  static MatchumWordList scales =
      MATCHUM_WORD_LIST ("large-scale|large scale|at scale|high-traffic|대용량|대규모|high-throughput");

  return matchum_word_list_begins (&scales, self->text + atom->span.start, self->length - atom->span.start);
}

/* The lexicon may know such a word as a concept. */
static void
mark_qualifiers (MatchumAtomLine *self)
{
  for (guint i = 0; i < self->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (self->atoms, i);

      if (starts_with_scale (self, atom))
        {
          atom->criterion->is_scale = TRUE;
          atom->kind = MATCHUM_ATOM_QUALIFIER;
        }

      for (guint k = 0; k < atom->criterion->concepts->len; k++)
        {
          const char *id =
              matchum_lexicon_get_concept (self->lexicon, g_array_index (atom->criterion->concepts, guint, k))->id;
          gboolean is_scale = strcmp (id, "big-data") == 0 || strcmp (id, "high-traffic") == 0;
          gboolean is_context = strcmp (id, "production") == 0;

          if (is_scale || is_context)
            atom->kind = MATCHUM_ATOM_QUALIFIER;
          atom->criterion->is_scale |= is_scale;
          atom->criterion->is_context |= is_context;
        }
    }
}

/* Heads that several words before them may share: "software, platform or ML engineering". MATCHUM_SIGN_SHARED_HEAD
 * tells parts of them. */
static const char *const shared_heads[] = { "engineering", "development", "analysis", "analytics", "science",
                                            "management",  "design",      "testing",  "engineer",  "developer",
                                            "분석",        "개발",        "관리",     "설계",      "엔지니어링",
                                            "예측",        "도메인",      "엔지니어", NULL };

/* The word that ends at end, joined to what follows by a comma, a slash or an "or". */
static MatchumSpan
read_word_before (MatchumAtomLine *self, gsize end)
{
  static const char *const joints[] = { ", or ", ", and ", " or ", " and ", " 또는 ", " 및 ", ", ", "/", "·", NULL };
  gsize start;

  for (gsize i = 0; joints[i] != NULL; i++)
    {
      gsize size = strlen (joints[i]);

      if (end < size || memcmp (self->text + end - size, joints[i], size) != 0)
        continue;
      end -= size;
      start = end;
      while (start > 0 && strchr (" ,/()", self->text[start - 1]) == NULL
             && !(start >= 2 && memcmp (self->text + start - 2, "·", 2) == 0))
        start--;
      return MATCHUM_SPAN (start, end);
    }
  return MATCHUM_SPAN (0, 0);
}

/* The word with the shared head behind it, where the lexicon knows that as one name. */
static gboolean
add_shared (MatchumAtomLine *self, MatchumSpan word, const char *head)
{
  g_autofree char *name = matchum_atom_line_dup_name (self, word);
  g_autofree char *whole = g_strconcat (name, " ", head, NULL);
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (whole, -1);
  g_autoptr (GArray) found = matchum_lexicon_find (self->lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);
  const MatchumMention *mention = found->len > 0 ? &g_array_index (found, MatchumMention, 0) : NULL;

  if (mention == NULL || mention->span.start != 0 || mention->span.end != strlen (whole))
    return FALSE;
  add_mention (self, word, mention->concept);
  return TRUE;
}

/* A bit for each of them that the line holds. */
static guint32
find_shared_heads (MatchumAtomLine *self)
{
  static MatchumWordGroup groups[G_N_ELEMENTS (shared_heads) - 1];
  static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
  static gsize is_ready = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (shared_heads) - 1 <= 32);
  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; shared_heads[i] != NULL; i++)
        groups[i] = (MatchumWordGroup){ shared_heads[i], 1u << i };
      g_once_init_leave (&is_ready, 1);
    }
  return matchum_word_table_find_within (&table, self->text, self->length);
}

static void
add_shared_heads (MatchumAtomLine *self)
{
  guint32 present;

  if ((self->signs & MATCHUM_SIGN_SHARED_HEAD) == 0)
    return;
  present = find_shared_heads (self);
  for (gsize i = 0; shared_heads[i] != NULL; i++)
    {
      const char *place = (present & 1u << i) != 0
                              ? memmem (self->text, self->length, shared_heads[i], strlen (shared_heads[i]))
                              : NULL;
      gsize at = place != NULL ? (gsize) (place - self->text) : 0;

      /* Back over the last word of the list, which stands right before the head. */
      if (at < 2 || self->text[at - 1] != ' ')
        continue;
      at--;
      while (at > 0 && strchr (" ,/()", self->text[at - 1]) == NULL)
        at--;
      for (guint n = 0; n < 6; n++)
        {
          MatchumSpan word = read_word_before (self, at);

          if (matchum_span_is_empty (word))
            break;
          if (!matchum_atom_line_is_taken (self, word))
            add_shared (self, word, shared_heads[i]);
          at = word.start;
        }
    }
}

static gboolean
is_name_byte (char byte)
{
  return g_ascii_isalnum (byte) || byte == '.' || byte == '+' || byte == '#' || byte == '-' || byte == '_'
         || byte == '\'';
}

/* Whether the original spelling looks like a name: an upper-case letter, or a digit within. */
static gboolean
looks_like_name (MatchumAtomLine *self, MatchumSpan span, gboolean *is_sure)
{
  MatchumSpan original = matchum_atom_line_get_original (self, span);
  const char *text = matchum_folded_text_get_original (self->folded);
  guint upper = 0, digits = 0;

  for (gsize i = original.start; i < original.end; i++)
    {
      upper += g_ascii_isupper (text[i]) && i > original.start;
      digits += g_ascii_isdigit (text[i]);
    }
  *is_sure = upper > 0 || (digits > 0 && g_ascii_isalpha (text[original.start]));
  return *is_sure || g_ascii_isupper (text[original.start]);
}

/* A Latin word at i that no atom covers; an empty span where there is none. */
static MatchumSpan
read_word (MatchumAtomLine *self, gsize i)
{
  gsize start = i, end = i;

  while (end < self->length && is_name_byte (self->text[end]))
    end++;
  while (end > start && strchr (".-_'", self->text[end - 1]) != NULL)
    end--;
  return MATCHUM_SPAN (start, MAX (end, start));
}

static gboolean
starts_sentence (MatchumAtomLine *self, gsize at)
{
  while (at > 0 && self->text[at - 1] == ' ')
    at--;
  return at == 0 || strchr (".:;!?-*", self->text[at - 1]) != NULL;
}

/* Whether the word may be a name. In Korean text any Latin word may, in English text what is spelt like one. */
static gboolean
is_name (MatchumAtomLine *self, MatchumSpan span)
{
  gboolean is_sure;
  gboolean is_spelt_so;

  if (matchum_span_get_length (span) < 2 || !g_ascii_isalpha (self->text[span.start])
      || matchum_atom_line_is_taken (self, span))
    return FALSE;
  if (matchum_requirement_words_is_plain (self->text + span.start, matchum_span_get_length (span)))
    return FALSE;
  is_spelt_so = looks_like_name (self, span, &is_sure);
  if (self->is_korean || is_sure)
    return TRUE;
  return is_spelt_so && !starts_sentence (self, span.start);
}

/* A plain word that is spelt as part of a name beside it: "Great Expectations", "Argo Workflows". */
static gboolean
is_capital (MatchumAtomLine *self, MatchumSpan span)
{
  MatchumSpan original = matchum_atom_line_get_original (self, span);

  return !matchum_span_is_empty (span) && !matchum_atom_line_is_taken (self, span)
         && g_ascii_isupper (matchum_folded_text_get_original (self->folded)[original.start]);
}

static gboolean
is_next_word (MatchumAtomLine *self, const MatchumAtom *atom, MatchumSpan span)
{
  return atom != NULL && span.start == atom->span.end + 1 && self->text[atom->span.end] == ' ';
}

/* Copies the words of names from first on that have come to be several, once for each however many they are. */
static void
set_grown_words (MatchumAtomLine *self, guint first)
{
  for (guint i = first; i < self->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (self->atoms, i);

      if (matchum_span_get_length (atom->span) > strlen (atom->criterion->word))
        matchum_atom_line_set_word (self, atom, atom->span);
    }
}

/* Unknown names of several words are one: "Remote Config". */
static void
add_words (MatchumAtomLine *self)
{
  const guint n_before = self->atoms->len;
  MatchumAtom *last = NULL;
  MatchumSpan opener = { 0, 0 }; /* a capital plain word that a name may follow */

  for (gsize i = 0; i < self->length && self->atoms->len < MAX_ATOMS;)
    {
      MatchumSpan span = g_ascii_isalnum (self->text[i]) ? read_word (self, i) : MATCHUM_SPAN (i, i);
      gboolean is_named;

      if (matchum_span_is_empty (span))
        {
          i++;
          continue;
        }
      i = span.end;
      is_named = is_name (self, span);
      if (is_next_word (self, last, span) && (is_named || is_capital (self, span)))
        last->span.end = span.end;
      else if (is_named)
        {
          gboolean has_opener = opener.end > 0 && span.start == opener.end + 1 && self->text[opener.end] == ' ';

          last = matchum_atom_line_add_word (self, MATCHUM_ATOM_WORD,
                                             has_opener ? MATCHUM_SPAN (opener.start, span.end) : span);
        }
      else
        last = NULL;
      opener =
          last == NULL && is_capital (self, span) && !starts_sentence (self, span.start) ? span : MATCHUM_SPAN (0, 0);
    }
  set_grown_words (self, n_before);
}

/* What stands unknown in a list. */
static void
add_members (MatchumAtomLine *self)
{
  g_autoptr (GArray) members = NULL;

  if (self->atoms->len == 0)
    return;
  members = self->is_korean ? matchum_requirement_members_find (self)
                            : matchum_requirement_members_find_english (self, MATCHUM_SPAN (0, self->length), FALSE);
  for (guint i = 0; i < members->len && self->atoms->len < MAX_ATOMS; i++)
    matchum_atom_line_add_word (self, MATCHUM_ATOM_WORD, g_array_index (members, MatchumSpan, i));
}

static gint
compare_atoms (gconstpointer a, gconstpointer b)
{
  const MatchumAtom *left = *(const MatchumAtom *const *) a, *right = *(const MatchumAtom *const *) b;

  return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

/* "Business-level English and native-level Korean": where the words that say how well the next language is asked for
 * begin, between the language that ends at from and the next one. */
static gsize
find_level_end (MatchumAtomLine *self, gsize from, gsize next)
{
  static const char *const joints[] = { " and ", " or ", " plus ", ", ", "; ", " / ", "/" };
  gsize end = next;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *joint = g_strrstr_len (self->text + from, (gssize) (next - from), joints[i]);
      const gsize behind = joint != NULL ? (gsize) (joint - self->text) + strlen (joints[i]) : next;

      if (behind < next && matchum_proficiency_find (self->text + behind, next - behind) > 0)
        end = MIN (end, behind);
    }
  return end;
}

/* How well a language is asked for is said between its name and the next one's, or before it ("Fluent Korean"). */
static void
read_levels (MatchumAtomLine *self)
{
  gsize from = 0;

  for (guint i = 0; i < self->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (self->atoms, i);
      gsize to = self->length;

      if (atom->kind != MATCHUM_ATOM_LANGUAGE)
        continue;
      for (guint k = i + 1; k < self->atoms->len; k++)
        {
          const MatchumAtom *next = g_ptr_array_index (self->atoms, k);

          if (next->kind == MATCHUM_ATOM_LANGUAGE)
            {
              to = find_level_end (self, atom->span.end, next->span.start);
              break;
            }
        }
      atom->criterion->level = matchum_proficiency_find (self->text + from, to - from);
      if (atom->criterion->concepts->len > 0
          && matchum_lexicon_get_concept (self->lexicon, g_array_index (atom->criterion->concepts, guint, 0))->kind
                 == MATCHUM_CONCEPT_LANGUAGE_TEST)
        atom->criterion->score =
            matchum_proficiency_find_score (self->text + atom->span.start,
                                            MIN (to - atom->span.start, matchum_span_get_length (atom->span) + 24));
      from = to < self->length ? MAX (atom->span.end, to) : atom->span.end;
    }
}

/* "일본어 가능자 (JLPT N2 이상)": a score in brackets says how well the language before them is to be known. */
static void
read_bracketed_scores (MatchumAtomLine *self)
{
  for (guint i = 0; i + 1 < self->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (self->atoms, i);
      const MatchumAtom *next = g_ptr_array_index (self->atoms, i + 1);
      gsize gap = next->span.start - MIN (next->span.start, atom->span.end);

      if (atom->kind == MATCHUM_ATOM_LANGUAGE && next->kind == MATCHUM_ATOM_LANGUAGE && next->criterion->score > 0
          && atom->criterion->score == 0 && gap > 0 && memchr (self->text + atom->span.end, '(', gap) != NULL)
        atom->criterion->level =
            MAX (atom->criterion->level,
                 (guint) matchum_proficiency_from_score (matchum_lexicon_get_concept (self->lexicon, next->concept)->id,
                                                         next->criterion->score));
    }
}

/* "한국어 데이터", "일본어 음성": what the work is done on, and no language to be spoken. */
static gboolean
is_material (MatchumAtomLine *self, const MatchumAtom *atom)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("데이터|음성|텍스트|자연어|언어 모델|언어모델|말뭉치|코퍼스|형태소|"
                         "임베딩|검색|챗봇|콘텐츠|시장|서비스|뉴스|대화|llm|nlp|nlu|tts|stt|asr|ocr|bert");
  gsize start = atom->span.end + 1;

  return atom->kind == MATCHUM_ATOM_LANGUAGE && start < self->length && self->text[start - 1] == ' '
         && matchum_word_list_begins (&words, self->text + start, self->length - start);
}

/* "Korean tax law", "Japanese market": where it is of, and no language to be spoken. */
static gboolean
is_adjective (MatchumAtomLine *self, const MatchumAtom *atom)
{
  static MatchumWordList followers =
      MATCHUM_WORD_LIST ("language|languages|speaker|speakers|speaking|skills|skill|proficiency|fluency|fluent|"
                         "level|and|or|at|is|are|required|preferred|for|in|to|with|as|on|good|well|enough|spoken|"
                         "written|writing|communication|conversation|reading|both|plus|a|native|business|ability|"
                         "professional|comprehension|translation|that|test|score|would|will|of|but|you|we|"
                         "desirable|working|not|needed|helpful|either|verbal|documents|meetings|e-mail|email");
  gsize start = atom->span.end + 1, end = start;

  if (atom->kind != MATCHUM_ATOM_LANGUAGE || atom->criterion->concepts->len == 0
      || matchum_lexicon_get_concept (self->lexicon, atom->concept)->kind != MATCHUM_CONCEPT_HUMAN_LANGUAGE
      || !g_ascii_isalpha (self->text[atom->span.start]) || start >= self->length || self->text[start - 1] != ' ')
    return FALSE;
  while (end < self->length && (g_ascii_isalpha (self->text[end]) || self->text[end] == '-'))
    end++;
  return end > start + 1 && !matchum_word_list_holds (&followers, self->text + start, end - start);
}

static void
drop_adjectives (MatchumAtomLine *self)
{
  for (guint i = self->atoms->len; i-- > 0;)
    if (is_adjective (self, g_ptr_array_index (self->atoms, i))
        || is_material (self, g_ptr_array_index (self->atoms, i)))
      g_ptr_array_remove_index (self->atoms, i);
}

/* Whether a text is Korean, English names and all, rather than English with some Korean in it. */
static gboolean
is_korean (const char *text, gsize length)
{
  static const char *const words[] = { " and ", " to ", " the ", " with ", " of ", " a ", " in ", " for ", " that " };
  gsize n_hangul = 0, n_latin = 0;
  guint n_words = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if ((guchar) *at < 0x80)
      n_latin += g_ascii_isalpha (*at);
    else
      n_hangul += matchum_is_syllable_at (at) || matchum_unichar_is_hangul (g_utf8_get_char (at));
  if (n_hangul == 0 || n_hangul >= n_latin)
    return n_hangul > 0;
  for (gsize i = 0; i < G_N_ELEMENTS (words) && n_words < 2; i++)
    n_words += memmem (text, length, words[i], strlen (words[i])) != NULL;
  return n_words < 2;
}

/**
 * matchum_atom_line_new:
 * @folded: the words of a requirement, or of a part of one
 * @lexicon: whose names are known
 */
MatchumAtomLine *
matchum_atom_line_new (MatchumFoldedText *folded, MatchumLexicon *lexicon)
{
  MatchumAtomLine *self = g_new0 (MatchumAtomLine, 1);

  self->lexicon = matchum_lexicon_ref (lexicon);
  self->folded = matchum_folded_text_ref (folded);
  self->text = matchum_folded_text_get_text (self->folded);
  self->length = matchum_folded_text_get_length (self->folded);
  self->atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) atom_free);
  self->amounts = g_ptr_array_new_with_free_func ((GDestroyNotify) atom_free);
  self->signs = matchum_requirement_words_find_signs (self->text, self->length);
  self->is_korean = is_korean (self->text, self->length);
  add_experience (self);
  add_degrees (self);
  add_mentions (self);
  drop_adjectives (self);
  matchum_requirement_certificates_add (self);
  add_shared_heads (self);
  matchum_requirement_amounts_add (self);
  mark_qualifiers (self);
  add_qualifiers (self);
  add_words (self);
  add_members (self);
  g_ptr_array_sort (self->atoms, compare_atoms);
  matchum_requirement_certificates_mark (self);
  read_levels (self);
  read_bracketed_scores (self);
  return self;
}

void
matchum_atom_line_free (MatchumAtomLine *self)
{
  g_ptr_array_unref (self->amounts);
  g_ptr_array_unref (self->atoms);
  matchum_folded_text_unref (self->folded);
  matchum_lexicon_unref (self->lexicon);
  g_free (self);
}
