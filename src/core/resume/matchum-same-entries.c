/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs what two entries have in common by how few others have it, and takes the heaviest pairs that nothing comes
 * close to. */
#include "config.h"

#include "resume/matchum-same-entries.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "resume/matchum-entry-traits.h"
#include "resume/matchum-name-sound.h"

/* A pair is sure from here on, and where the next one of either entry is so much lighter. */
#define LEAST_WEIGHT 3.0
#define LEAST_MARGIN 1.5
/* Of two resumes that are clearly of one person, since one entry in so many is sure, and no fewer than two are, less
 * will do where nothing comes close. */
#define ONE_PERSON 3
#define LEAST_OF_ONE_PERSON 2
#define LEAST_WEIGHT_OF_ONE_PERSON 1.9
#define LEAST_MARGIN_OF_ONE_PERSON 3.0

#define SAME_MONTHS 4.0
#define SAME_YEARS 2.5
#define SAME_START 2.0
#define ONE_SIDE 0.5
#define SAME_DAY_OF_END 1.5 /* where one gives nothing else: graduations */
#define OTHER_YEARS -2.0    /* one of the two gives no months, and may be rough */
#define OTHER_DATES -5.0
#define OTHER_SECTION -3.0
#define RELATED_SECTION -1.5
#define UNKNOWN_SECTION -0.5
#define SAME_PLACE 1.0
#define SAME_END 0.5
#define SAME_ITEMS 0.3
#define SAME_SOUND 2.0

/* So many of what both name are told. */
#define MAX_SHARED 4
/* What many entries have is not told. */
#define LEAST_TOLD 0.2
/* What is taken makes others sure, which make others sure. */
#define MAX_PASSES 16

struct _MatchumSameEntries {
  MatchumResume *resumes[2];
  MatchumTraitTable *table;
  GPtrArray *entries[2]; /* of MatchumEntryTraits */
  guint *n_dated[2];     /* for each entry how many of the other side have its dates */
  double *sounds;        /* what the sound of names says for each pair */
  double *weights;       /* of each pair */
};

/* What speaks for a pair besides its weight. */
typedef struct {
  MatchumSameEntryReasons reasons;
  GArray *shared;      /* of Shared, or NULL where it is not asked for */
  GStringChunk *texts; /* holds those that are made */
} Grounds;

typedef struct {
  const char *text;
  double weight;
} Shared;

static const MatchumEntryTraits *
get_entry (MatchumSameEntries *self, guint side, guint index)
{
  return g_ptr_array_index (self->entries[side], index);
}

static double *
get_cell (MatchumSameEntries *self, double *cells, guint i, guint j)
{
  return &cells[(gsize) i * self->entries[1]->len + j];
}

static void
note (Grounds *grounds, MatchumSameEntryReasons reason, const char *text, double weight)
{
  const Shared shared = { text, weight };

  grounds->reasons |= reason;
  if (grounds->shared != NULL && text != NULL)
    g_array_append_val (grounds->shared, shared);
}

/* Dates ----------------------------------------------------------------------------------------------------------- */

static gboolean
are_same_years (const MatchumDateRange *a, const MatchumDateRange *b)
{
  return MATCHUM_MONTH_GET_YEAR (a->first) == MATCHUM_MONTH_GET_YEAR (b->first) && a->is_open == b->is_open
         && (a->is_open || MATCHUM_MONTH_GET_YEAR (a->last) == MATCHUM_MONTH_GET_YEAR (b->last));
}

static gboolean
are_same_months (const MatchumDateRange *a, const MatchumDateRange *b)
{
  return a->first == b->first && a->is_open == b->is_open && (a->is_open || a->last == b->last);
}

static gboolean
are_apart (const MatchumDateRange *a, const MatchumDateRange *b)
{
  return (!a->is_open && a->last < b->first) || (!b->is_open && b->last < a->first);
}

static gboolean
is_single (const MatchumDateRange *range)
{
  return !range->is_open
         && (range->by_year ? MATCHUM_MONTH_GET_YEAR (range->first) == MATCHUM_MONTH_GET_YEAR (range->last)
                            : range->first == range->last);
}

/* One gives the end of the other, and nothing else. */
static gboolean
is_end (const MatchumDateRange *single, const MatchumDateRange *range)
{
  if (!is_single (single) || range->is_open)
    return FALSE;
  return single->by_year || range->by_year
             ? MATCHUM_MONTH_GET_YEAR (single->last) == MATCHUM_MONTH_GET_YEAR (range->last)
             : single->last == range->last;
}

static gboolean
have_same_dates (const MatchumEntryTraits *a, const MatchumEntryTraits *b)
{
  return a->is_dated && b->is_dated && a->section == b->section && are_same_years (&a->dates, &b->dates)
         && (a->dates.by_year || b->dates.by_year || are_same_months (&a->dates, &b->dates));
}

static void
count_dated (MatchumSameEntries *self)
{
  for (guint side = 0; side < 2; side++)
    self->n_dated[side] = g_new0 (guint, self->entries[side]->len + 1);
  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len; j++)
      if (have_same_dates (get_entry (self, 0, i), get_entry (self, 1, j)))
        {
          self->n_dated[0][i]++;
          self->n_dated[1][j]++;
        }
}

static double
weigh_dates (const MatchumEntryTraits *entry, const MatchumEntryTraits *other, double share, Grounds *grounds)
{
  const MatchumDateRange *a = &entry->dates, *b = &other->dates;
  const gboolean by_year = a->by_year || b->by_year;

  if (!entry->is_dated || !other->is_dated)
    return 0;
  if (!by_year && are_same_months (a, b))
    {
      note (grounds, MATCHUM_SAME_ENTRY_DATES, NULL, 0);
      return SAME_MONTHS * share;
    }
  if (by_year && are_same_years (a, b))
    {
      note (grounds, MATCHUM_SAME_ENTRY_YEARS, NULL, 0);
      return SAME_YEARS * share;
    }
  if (!by_year && a->first == b->first && is_single (a) == is_single (b))
    {
      note (grounds, MATCHUM_SAME_ENTRY_START, NULL, 0);
      return SAME_START * share;
    }
  if (is_end (a, b) || is_end (b, a))
    {
      note (grounds, MATCHUM_SAME_ENTRY_END, NULL, 0);
      return SAME_DAY_OF_END;
    }
  if (!by_year && ((a->is_open == b->is_open && !a->is_open && a->last == b->last) || a->first == b->first))
    return ONE_SIDE;
  return by_year && !are_apart (a, b) ? OTHER_YEARS : OTHER_DATES;
}

/* Traits ---------------------------------------------------------------------------------------------------------- */

/* Small whole numbers are everywhere; long ones name one thing. */
static double
find_figure_value (double value)
{
  if (value >= 1e6 && fmod (value, 1000) != 0)
    return 2.4;
  if (value >= 100 || value != floor (value))
    return 1.2;
  return value >= 10 ? 0.8 : 0.2;
}

static double
find_trait_value (const MatchumTrait *trait)
{
  static const double values[] = { 1.6, 4.0, 0, 0.5, 0.7 };
  const double value = trait->kind == MATCHUM_TRAIT_FIGURE ? find_figure_value (trait->value) : values[trait->kind];

  return value / sqrt ((double) MAX (trait->n_entries[0], 1) * MAX (trait->n_entries[1], 1));
}

static MatchumSameEntryReasons
find_trait_reason (MatchumTraitKind kind)
{
  static const MatchumSameEntryReasons reasons[] = { MATCHUM_SAME_ENTRY_NAMES, MATCHUM_SAME_ENTRY_ADDRESSES,
                                                     MATCHUM_SAME_ENTRY_FIGURES, MATCHUM_SAME_ENTRY_CONCEPTS,
                                                     MATCHUM_SAME_ENTRY_CONCEPTS };

  return reasons[kind];
}

/* What is told first: a name says more to a person than "12" does, and a concept more than the words that it was found
 * by. */
static double
find_telling (const MatchumTrait *trait, double value)
{
  if (trait->kind == MATCHUM_TRAIT_WORD
      || (trait->kind == MATCHUM_TRAIT_FIGURE && find_figure_value (trait->value) < 1))
    return value / 2;
  return value;
}

static double
weigh_traits (MatchumSameEntries *self,
              const MatchumEntryTraits *entry,
              const MatchumEntryTraits *other,
              Grounds *grounds)
{
  /* However many there are, each kind says only so much. */
  static const double most[] = { 3.5, 4.5, 4.0, 1.5, 2.5 };
  double sums[MATCHUM_N_TRAIT_KINDS] = { 0 };
  double weight = 0;

  for (guint i = 0, j = 0; i < entry->traits->len && j < other->traits->len;)
    {
      const guint a = g_array_index (entry->traits, guint, i), b = g_array_index (other->traits, guint, j);

      if (a == b)
        {
          const MatchumTrait *trait = matchum_trait_table_get (self->table, a);
          const double value = find_trait_value (trait);

          sums[trait->kind] += value;
          if (value >= LEAST_TOLD)
            note (grounds, find_trait_reason (trait->kind), trait->text, find_telling (trait, value));
        }
      i += a <= b;
      j += b <= a;
    }
  for (guint i = 0; i < MATCHUM_N_TRAIT_KINDS; i++)
    weight += MIN (sums[i], most[i]);
  return weight;
}

/* A name that sounds alike in both: the longest. */
static gboolean
find_like_sound (const MatchumEntryTraits *entry,
                 const MatchumEntryTraits *other,
                 const char **name,
                 const char **other_name)
{
  gsize longest = 0;

  for (guint i = 0; i < entry->sounds->len; i++)
    for (guint j = 0; j < other->sounds->len; j++)
      {
        const MatchumTraitSound *a = g_ptr_array_index (entry->sounds, i), *b = g_ptr_array_index (other->sounds, j);

        if (a->is_hangul == b->is_hangul || a->sound[0] != b->sound[0] || strlen (b->sound) <= longest
            || !matchum_name_sound_is_like (a->sound, b->sound))
          continue;
        longest = strlen (b->sound);
        *name = a->text;
        *other_name = b->text;
      }
  return longest > 0;
}

/* 물결마켓 = Mulgyeol Market. */
static void
note_sound (const MatchumEntryTraits *entry, const MatchumEntryTraits *other, double weight, Grounds *grounds)
{
  g_autofree char *text = NULL;
  const char *name, *other_name;

  if (grounds->shared == NULL || !find_like_sound (entry, other, &name, &other_name))
    return;
  text = g_strdup_printf ("%s = %s", name, other_name);
  note (grounds, MATCHUM_SAME_ENTRY_SOUND, g_string_chunk_insert (grounds->texts, text), weight);
}

static void
compare_sounds (MatchumSameEntries *self)
{
  g_autofree guint *n_rows = g_new0 (guint, self->entries[0]->len + 1);
  g_autofree guint *n_columns = g_new0 (guint, self->entries[1]->len + 1);

  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len; j++)
      {
        const char *name, *other_name;
        const gboolean is_like = find_like_sound (get_entry (self, 0, i), get_entry (self, 1, j), &name, &other_name);

        *get_cell (self, self->sounds, i, j) = is_like;
        n_rows[i] += is_like;
        n_columns[j] += is_like;
      }
  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len; j++)
      *get_cell (self, self->sounds, i, j) *= SAME_SOUND / sqrt ((double) MAX (n_rows[i], 1) * MAX (n_columns[j], 1));
}

/* Pairs ----------------------------------------------------------------------------------------------------------- */

/* Prizes, talks and the like stand here in one resume and there in another. */
static gboolean
is_for_small_things (MatchumSectionKind section)
{
  return section == MATCHUM_SECTION_PROJECTS || section == MATCHUM_SECTION_PUBLICATIONS
         || section == MATCHUM_SECTION_AWARDS || section == MATCHUM_SECTION_CERTIFICATES
         || section == MATCHUM_SECTION_ACTIVITIES;
}

static double
weigh_sections (MatchumSectionKind section, MatchumSectionKind other)
{
  if (section == MATCHUM_SECTION_OTHER || other == MATCHUM_SECTION_OTHER)
    return UNKNOWN_SECTION;
  return is_for_small_things (section) && is_for_small_things (other) ? RELATED_SECTION : OTHER_SECTION;
}

static double
weigh_place (const MatchumEntryTraits *entry, const MatchumEntryTraits *other, Grounds *grounds)
{
  double weight = 0;

  if (entry->section != other->section)
    return weigh_sections (entry->section, other->section);
  if (entry->place == other->place && entry->n_beside == other->n_beside)
    {
      note (grounds, MATCHUM_SAME_ENTRY_PLACE, NULL, 0);
      weight += SAME_PLACE;
    }
  else if (entry->place == other->place || entry->n_beside - entry->place == other->n_beside - other->place)
    weight += SAME_END;
  if (entry->n_items > 0 && entry->n_items == other->n_items)
    weight += SAME_ITEMS;
  return weight;
}

static double
weigh (MatchumSameEntries *self, guint i, guint j, Grounds *grounds)
{
  const MatchumEntryTraits *entry = get_entry (self, 0, i), *other = get_entry (self, 1, j);
  const double sound = *get_cell (self, self->sounds, i, j);
  /* Dates that several entries of a section share tell less. */
  const double share = 1 / sqrt ((double) MAX (self->n_dated[0][i], 1) * MAX (self->n_dated[1][j], 1));

  if (sound > 0)
    note_sound (entry, other, sound, grounds);
  return weigh_dates (entry, other, share, grounds) + weigh_traits (self, entry, other, grounds)
         + weigh_place (entry, other, grounds) + sound;
}

static gint
compare_shared (gconstpointer a, gconstpointer b)
{
  const Shared *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return strcmp (one->text, other->text);
}

static char *
join_shared (GArray *shared)
{
  g_autoptr (GHashTable) seen = NULL;
  GString *text = NULL;

  g_array_sort (shared, compare_shared);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < shared->len && g_hash_table_size (seen) < MAX_SHARED; i++)
    {
      const char *shown = g_array_index (shared, Shared, i).text;

      if (!g_hash_table_add (seen, matchum_fold (shown, -1)))
        continue;
      if (text == NULL)
        text = g_string_new (NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", shown);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static MatchumSameEntry *
describe (MatchumSameEntries *self, guint i, guint j)
{
  MatchumSameEntry *pair = g_new0 (MatchumSameEntry, 1);
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  GStringChunk *texts = g_string_chunk_new (256);
  Grounds grounds = { 0, shared, texts };

  pair->entry = get_entry (self, 0, i)->block;
  pair->other_entry = get_entry (self, 1, j)->block;
  pair->weight = weigh (self, i, j, &grounds);
  pair->reasons = grounds.reasons;
  pair->shared = join_shared (shared);
  g_string_chunk_free (texts);
  return pair;
}

static void
same_entry_free (MatchumSameEntry *self)
{
  g_free (self->shared);
  g_free (self);
}

MatchumSameEntries *
matchum_same_entries_new (MatchumResume *resume, MatchumResume *other, MatchumLexicon *lexicon)
{
  MatchumSameEntries *self;
  gsize n_cells;

  g_return_val_if_fail (resume != NULL && other != NULL, NULL);

  self = g_new0 (MatchumSameEntries, 1);
  self->resumes[0] = matchum_resume_ref (resume);
  self->resumes[1] = matchum_resume_ref (other);
  self->table = matchum_trait_table_new (lexicon);
  for (guint side = 0; side < 2; side++)
    self->entries[side] = matchum_trait_table_collect (self->table, self->resumes[side], side);
  n_cells = (gsize) self->entries[0]->len * self->entries[1]->len;
  self->sounds = g_new0 (double, n_cells + 1);
  self->weights = g_new0 (double, n_cells + 1);
  compare_sounds (self);
  count_dated (self);
  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len; j++)
      {
        Grounds grounds = { 0, NULL, NULL };

        *get_cell (self, self->weights, i, j) = weigh (self, i, j, &grounds);
      }
  return self;
}

void
matchum_same_entries_free (MatchumSameEntries *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_ptr_array_unref (self->entries[side]);
      g_free (self->n_dated[side]);
      matchum_resume_unref (self->resumes[side]);
    }
  matchum_trait_table_free (self->table);
  g_free (self->sounds);
  g_free (self->weights);
  g_free (self);
}

/* Sure pairs ------------------------------------------------------------------------------------------------------ */

typedef struct {
  double weight;
  guint i, j;
} Cell;

static gint
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  if (one->i != other->i)
    return one->i < other->i ? -1 : 1;
  return (one->j > other->j) - (one->j < other->j);
}

/* For each entry whether it is in a pair already. */
static gboolean *
find_taken (MatchumSameEntries *self, guint side, GHashTable *ids)
{
  gboolean *is_taken = g_new0 (gboolean, self->entries[side]->len + 1);

  for (guint i = 0; ids != NULL && i < self->entries[side]->len; i++)
    is_taken[i] =
        g_hash_table_contains (ids,
                               matchum_resume_get_block (self->resumes[side], get_entry (self, side, i)->block)->id);
  return is_taken;
}

/* What a pair needs to be sure. */
typedef struct {
  double weight;
  double margin;
} Limits;

/* Whether another pair of one of the two, still to be had, is nearly as heavy. */
static gboolean
has_rival (MatchumSameEntries *self,
           const Cell *cell,
           double margin,
           const gboolean *is_taken,
           const gboolean *is_other_taken)
{
  const double least = cell->weight - margin;

  for (guint i = 0; i < self->entries[0]->len; i++)
    if (i != cell->i && !is_taken[i] && *get_cell (self, self->weights, i, cell->j) > least)
      return TRUE;
  for (guint j = 0; j < self->entries[1]->len; j++)
    if (j != cell->j && !is_other_taken[j] && *get_cell (self, self->weights, cell->i, j) > least)
      return TRUE;
  return FALSE;
}

static GArray *
list_cells (MatchumSameEntries *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len; j++)
      {
        const Cell cell = { *get_cell (self, self->weights, i, j), i, j };

        if (cell.weight >= LEAST_WEIGHT_OF_ONE_PERSON)
          g_array_append_val (cells, cell);
      }
  g_array_sort (cells, compare_cells);
  return cells;
}

/* What is taken is no rival of the others any more, so that these may be sure the next time. */
static void
take_sure (MatchumSameEntries *self,
           GArray *cells,
           const Limits *limits,
           gboolean *is_taken,
           gboolean *is_other_taken,
           GPtrArray *pairs)
{
  guint n_before, n_passes = 0;

  do
    {
      n_before = pairs->len;
      for (guint c = 0; c < cells->len; c++)
        {
          const Cell *cell = &g_array_index (cells, Cell, c);

          if (cell->weight < limits->weight)
            break;
          if (is_taken[cell->i] || is_other_taken[cell->j]
              || has_rival (self, cell, limits->margin, is_taken, is_other_taken))
            continue;
          is_taken[cell->i] = is_other_taken[cell->j] = TRUE;
          g_ptr_array_add (pairs, describe (self, cell->i, cell->j));
        }
  } while (pairs->len > n_before && ++n_passes < MAX_PASSES);
}

static guint
count_taken (const gboolean *is_taken, guint n)
{
  guint n_taken = 0;

  for (guint i = 0; i < n; i++)
    n_taken += is_taken[i];
  return n_taken;
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const MatchumSameEntry *one = *(MatchumSameEntry *const *) a, *other = *(MatchumSameEntry *const *) b;

  return (one->entry > other->entry) - (one->entry < other->entry);
}

GPtrArray *
matchum_same_entries_list (MatchumSameEntries *self, GHashTable *taken, GHashTable *other_taken)
{
  static const Limits strict = { LEAST_WEIGHT, LEAST_MARGIN };
  static const Limits of_one_person = { LEAST_WEIGHT_OF_ONE_PERSON, LEAST_MARGIN_OF_ONE_PERSON };
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) same_entry_free);
  g_autoptr (GArray) cells = NULL;
  g_autofree gboolean *is_taken = NULL, *is_other_taken = NULL;
  guint n_taken;

  g_return_val_if_fail (self != NULL, pairs);

  cells = list_cells (self);
  is_taken = find_taken (self, 0, taken);
  is_other_taken = find_taken (self, 1, other_taken);
  take_sure (self, cells, &strict, is_taken, is_other_taken, pairs);
  n_taken = MIN (count_taken (is_taken, self->entries[0]->len), count_taken (is_other_taken, self->entries[1]->len));
  if (n_taken >= LEAST_OF_ONE_PERSON && n_taken * ONE_PERSON >= MIN (self->entries[0]->len, self->entries[1]->len))
    take_sure (self, cells, &of_one_person, is_taken, is_other_taken, pairs);
  g_ptr_array_sort (pairs, compare_pairs);
  return pairs;
}

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const MatchumSameEntry *one = *(MatchumSameEntry *const *) a, *other = *(MatchumSameEntry *const *) b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return (one->other_entry > other->other_entry) - (one->other_entry < other->other_entry);
}

GPtrArray *
matchum_same_entries_rank (MatchumSameEntries *self, guint entry)
{
  GPtrArray *ranked = g_ptr_array_new_with_free_func ((GDestroyNotify) same_entry_free);

  g_return_val_if_fail (self != NULL, ranked);

  for (guint i = 0; i < self->entries[0]->len; i++)
    for (guint j = 0; j < self->entries[1]->len && get_entry (self, 0, i)->block == entry; j++)
      g_ptr_array_add (ranked, describe (self, i, j));
  g_ptr_array_sort (ranked, compare_ranked);
  return ranked;
}

static const char *
find_dates_words (MatchumSameEntryReasons reasons)
{
  if (reasons & MATCHUM_SAME_ENTRY_DATES)
    return _ ("the same dates");
  if (reasons & MATCHUM_SAME_ENTRY_YEARS)
    return _ ("the same years");
  if (reasons & MATCHUM_SAME_ENTRY_START)
    return _ ("the same beginning");
  if (reasons & MATCHUM_SAME_ENTRY_END)
    return _ ("the same end");
  return NULL;
}

char *
matchum_same_entry_dup_why (const MatchumSameEntry *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *dates;

  g_return_val_if_fail (self != NULL, NULL);

  dates = find_dates_words (self->reasons);
  if (dates != NULL)
    g_ptr_array_add (parts, g_strdup (dates));
  if (self->shared != NULL)
    /* Translators: of two entries of resumes in two languages; %s lists names and figures that both of them name. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("both name %s"), self->shared));
  if (self->reasons & MATCHUM_SAME_ENTRY_PLACE)
    g_ptr_array_add (parts, g_strdup (_ ("the same place in the section")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
