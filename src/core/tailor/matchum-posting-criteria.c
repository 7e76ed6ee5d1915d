/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the names that the requirements of a posting ask by. */
#include "config.h"

#include "tailor/matchum-posting-criteria.h"

#include <math.h>

#include "posting/matchum-requirement.h"
#include "text/matchum-korean-tail.h"

struct _MatchumPostingCriteria {
  GArray *criteria; /* of MatchumPostingCriterion */
};

G_DEFINE_BOXED_TYPE (MatchumPostingCriteria,
                     matchum_posting_criteria,
                     matchum_posting_criteria_ref,
                     matchum_posting_criteria_unref)

/* A posting with more requirements than this is no posting. */
#define MAX_REQUIREMENTS 2000

/* A preferred line counts as half a required one. */
#define PREFERRED 0.5
/* What the years are asked in says which work it is, the number nothing; studies and languages are asked for any work.
 */
#define YEARS 0.5
#define STUDIES 0.25
#define LANGUAGE 0.25
/* An example, and the class that others are taken as examples of. */
#define SILENT 0.5
/* What is shown by something that is asked for: that both ask for its kind makes two postings alike, but less. */
#define SHOWN 0.4

typedef struct {
  MatchumLexicon *lexicon;
  GArray *criteria;
  double weight;         /* of what is read now */
  gboolean is_preferred; /* the same */
} Reader;

gint
matchum_posting_criterion_compare (const MatchumPostingCriterion *a, const MatchumPostingCriterion *b)
{
  if (a->concept != b->concept)
    return a->concept < b->concept ? -1 : 1;
  return g_strcmp0 (a->word, b->word);
}

static void
clear_criterion (gpointer data)
{
  MatchumPostingCriterion *self = data;

  g_free (self->word);
  g_free (self->name);
}

static void
add (Reader *self, guint concept, const char *word, const char *name, double weight)
{
  MatchumPostingCriterion criterion = { concept, g_strdup (word), g_strdup (name), weight, self->is_preferred };

  g_array_append_val (self->criteria, criterion);
}

static double
get_share (const MatchumCriterion *leaf)
{
  switch (leaf->kind)
    {
    case MATCHUM_CRITERION_CONCEPT:
    case MATCHUM_CRITERION_WORD:
    case MATCHUM_CRITERION_CERTIFICATE:
      return leaf->is_silent ? SILENT : 1;
    case MATCHUM_CRITERION_YEARS:
      return YEARS;
    case MATCHUM_CRITERION_DEGREE:
    case MATCHUM_CRITERION_FIELD:
      return STUDIES;
    case MATCHUM_CRITERION_LANGUAGE:
      return LANGUAGE;
    case MATCHUM_CRITERION_ALL:
    case MATCHUM_CRITERION_ANY:
    case MATCHUM_CRITERION_AT_LEAST:
    case MATCHUM_CRITERION_ANYONE:
    case MATCHUM_CRITERION_AMOUNT:
    default:
      return 0;
    }
}

static gboolean
has_hangul (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (matchum_unichar_is_hangul (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Where a leaf speaks of one thing, its own words are that thing's name; of several each has its own, in the language
 * of the leaf. */
static const char *
get_name (Reader *self, const MatchumCriterion *leaf, guint concept)
{
  const MatchumConcept *known = matchum_lexicon_get_concept (self->lexicon, concept);
  const gboolean is_alone =
      leaf->concepts->len == 1 && leaf->kind != MATCHUM_CRITERION_YEARS && leaf->kind != MATCHUM_CRITERION_DEGREE;

  if (is_alone && leaf->name != NULL)
    return leaf->name;
  if (known->name_ko != NULL && (known->name_en == NULL || (leaf->name != NULL && has_hangul (leaf->name))))
    return known->name_ko;
  return known->name_en;
}

static void
read_leaf (Reader *self, const MatchumCriterion *leaf, double weight)
{
  weight *= get_share (leaf);
  if (weight == 0)
    return;
  for (guint i = 0; i < leaf->concepts->len; i++)
    {
      const guint concept = g_array_index (leaf->concepts, guint, i);

      add (self, concept, NULL, get_name (self, leaf, concept), weight);
    }
  if (leaf->concepts->len == 0 && leaf->word != NULL && leaf->word[0] != '\0' && leaf->kind != MATCHUM_CRITERION_YEARS)
    add (self, MATCHUM_POSTING_CRITERION_WORD, leaf->word, leaf->name != NULL ? leaf->name : leaf->word, weight);
}

/* Of a list of which one will do, each counts less the more there are. */
static void
read_node (Reader *self, const MatchumCriterion *node, double weight)
{
  if (node == NULL)
    return;
  if (node->children == NULL)
    {
      read_leaf (self, node, weight);
      return;
    }
  if (node->kind != MATCHUM_CRITERION_ALL && node->children->len > 1)
    weight /= sqrt (node->children->len);
  for (guint i = 0; i < node->children->len; i++)
    read_node (self, g_ptr_array_index (node->children, i), weight);
}

static void
read_requirement (Reader *self, MatchumPosting *posting, guint line)
{
  g_autoptr (MatchumRequirement) requirement = matchum_requirement_new (posting, line, self->lexicon);

  self->is_preferred = matchum_requirement_is_preferred (requirement);
  self->weight = self->is_preferred ? PREFERRED : 1;
  for (guint i = 0; i < matchum_requirement_get_n_parts (requirement); i++)
    read_node (self, matchum_requirement_get_part (requirement, i)->criterion, self->weight);
}

/* Things that are not named themselves, but shown by those that are. */
static void
add_shown (Reader *self)
{
  const guint n = self->criteria->len;
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingCriterion asked = g_array_index (self->criteria, MatchumPostingCriterion, i);

      if (asked.word != NULL)
        continue;
      g_array_set_size (shown, 0);
      matchum_lexicon_add_shown (self->lexicon, asked.concept, shown);
      self->is_preferred = asked.is_preferred;
      for (guint k = 0; k < shown->len; k++)
        if (g_array_index (shown, guint, k) != asked.concept)
          add (self, g_array_index (shown, guint, k), NULL, NULL, asked.weight * SHOWN);
    }
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const MatchumPostingCriterion *first = a, *second = b;
  const gint order = matchum_posting_criterion_compare (first, second);

  if (order != 0)
    return order;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (second->name, first->name);
}

/* What is asked twice is asked as it is asked most. */
static void
merge (MatchumPostingCriterion *kept, MatchumPostingCriterion *other)
{
  kept->is_preferred = kept->is_preferred && other->is_preferred;
  if (kept->name == NULL)
    kept->name = g_steal_pointer (&other->name);
  clear_criterion (other);
}

static void
keep_each_once (GArray *criteria)
{
  guint n = 0;

  g_array_sort (criteria, compare_cb);
  for (guint i = 0; i < criteria->len; i++)
    {
      MatchumPostingCriterion *criterion = &g_array_index (criteria, MatchumPostingCriterion, i);
      MatchumPostingCriterion *last = n > 0 ? &g_array_index (criteria, MatchumPostingCriterion, n - 1) : NULL;

      if (last != NULL && matchum_posting_criterion_compare (last, criterion) == 0)
        merge (last, criterion);
      else
        g_array_index (criteria, MatchumPostingCriterion, n++) = *criterion;
    }
  criteria->len = n;
}

MatchumPostingCriteria *
matchum_posting_criteria_new (MatchumPosting *posting, MatchumLexicon *lexicon)
{
  MatchumPostingCriteria *self;
  Reader reader = { lexicon, g_array_new (FALSE, FALSE, sizeof (MatchumPostingCriterion)), 0, FALSE };
  guint n_read = 0;

  g_return_val_if_fail (posting != NULL && lexicon != NULL, NULL);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting) && n_read < MAX_REQUIREMENTS; i++)
    if (matchum_posting_line_is_requirement (matchum_posting_get_line (posting, i)))
      {
        read_requirement (&reader, posting, i);
        n_read++;
      }
  add_shown (&reader);
  keep_each_once (reader.criteria);
  g_array_set_clear_func (reader.criteria, clear_criterion);
  self = g_atomic_rc_box_new0 (MatchumPostingCriteria);
  self->criteria = reader.criteria;
  return self;
}

MatchumPostingCriteria *
matchum_posting_criteria_ref (MatchumPostingCriteria *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
criteria_clear (gpointer data)
{
  MatchumPostingCriteria *self = data;

  g_array_unref (self->criteria);
}

void
matchum_posting_criteria_unref (MatchumPostingCriteria *self)
{
  g_atomic_rc_box_release_full (self, criteria_clear);
}

guint
matchum_posting_criteria_get_n (MatchumPostingCriteria *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->criteria->len;
}

const MatchumPostingCriterion *
matchum_posting_criteria_get (MatchumPostingCriteria *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->criteria->len, NULL);
  return &g_array_index (self->criteria, MatchumPostingCriterion, index);
}
