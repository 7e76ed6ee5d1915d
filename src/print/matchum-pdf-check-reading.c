/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the words of a resume in a PDF: aligned first, and what is left over told apart, stretch by stretch. */
#include "config.h"

#include "matchum-pdf-check-reading.h"

#include <string.h>

#define NONE MATCHUM_WORD_ALIGNMENT_NONE
/* Pieces that one word may be cut into, and how far the next equal place is looked for. */
#define MAX_PIECES 12
#define MAX_SKIPPED 6
/* As many words in one place as there were are the same ones, changed; more are others. */
#define MAX_REPLACED 3
#define MAX_HEADING_WORDS 200
/* Texts that are longer, a hundred pages, are read in one way. */
#define MAX_TRIED_WORDS 50000

const MatchumFoundWord *
matchum_pdf_check_reading_get_found (const MatchumPdfCheckReading *self, guint index)
{
  return &g_array_index (self->found, MatchumFoundWord, index);
}

void
matchum_pdf_check_reading_free (MatchumPdfCheckReading *self)
{
  g_array_unref (self->wanted_words);
  g_array_unref (self->found);
  g_free (self->partners);
  g_free (self->n_partners);
  g_free (self->fates);
  g_free (self->found_fates);
  g_free (self);
}

/* --- words that are equal, in order --- */

/* The numbers of items, which may be left out, take no word that has to be there ("1. 1 prize"): they come second. */
static void
align_optional (MatchumPdfCheckReading *self)
{
  guint place = 0; /* the found words before it are before the wanted one */

  for (guint i = 0; i < self->n_wanted; i++)
    {
      guint at = place;

      if (self->partners[i] != NONE)
        place = self->partners[i] + 1;
      else if (self->wanted[i].is_optional)
        {
          while (at < self->n_found && self->found_fates[at] == MATCHUM_FATE_OPEN
                 && matchum_pdf_check_reading_get_found (self, at)->number != self->wanted[i].number
                 && at - place < MAX_SKIPPED)
            at++;
          if (at == self->n_found || self->found_fates[at] != MATCHUM_FATE_OPEN
              || matchum_pdf_check_reading_get_found (self, at)->number != self->wanted[i].number)
            continue;
          self->partners[i] = at;
          self->n_partners[i] = 1;
          self->fates[i] = MATCHUM_FATE_IN_ORDER;
          self->found_fates[at] = MATCHUM_FATE_IN_ORDER;
          place = at + 1;
        }
    }
}

static void
align (MatchumPdfCheckReading *self, gboolean with_running)
{
  g_autofree guint *first = g_new (guint, (gsize) self->n_wanted + 1);
  g_autofree guint *second = g_new (guint, (gsize) self->n_found + 1);
  g_autofree guint *wanted = g_new (guint, (gsize) self->n_wanted + 1);
  g_autofree guint *found = g_new (guint, (gsize) self->n_found + 1);
  g_autofree guint *partners = g_new (guint, (gsize) self->n_wanted + 1);
  guint n_first = 0;
  guint n_second = 0;

  for (guint i = 0; i < self->n_wanted; i++)
    {
      self->partners[i] = NONE;
      if (self->wanted[i].is_optional)
        continue;
      wanted[n_first] = i;
      first[n_first++] = self->wanted[i].number;
    }
  for (guint i = 0; i < self->n_found; i++)
    {
      if (matchum_pdf_check_reading_get_found (self, i)->is_running && !with_running)
        {
          self->found_fates[i] = MATCHUM_FATE_RUNNING;
          continue;
        }
      found[n_second] = i;
      second[n_second++] = matchum_pdf_check_reading_get_found (self, i)->number;
    }
  matchum_word_alignment_find (first, n_first, second, n_second, partners);
  for (guint i = 0; i < n_first; i++)
    {
      if (partners[i] == NONE)
        continue;
      self->partners[wanted[i]] = found[partners[i]];
      self->n_partners[wanted[i]] = 1;
      self->fates[wanted[i]] = MATCHUM_FATE_IN_ORDER;
      self->found_fates[found[partners[i]]] = MATCHUM_FATE_IN_ORDER;
    }
  align_optional (self);
}

/* --- words that were cut, joined or changed --- */

static gboolean
is_open (const MatchumPdfCheckReading *self, guint found)
{
  return self->found_fates[found] == MATCHUM_FATE_OPEN;
}

/* How many words from the places on are the same letters: *n_wanted and *n_found, FALSE where they are not. */
static gboolean
find_same_letters (const MatchumPdfCheckReading *self,
                   guint start,
                   guint end,
                   guint other,
                   guint other_end,
                   guint *n_wanted,
                   guint *n_found)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  *n_wanted = 0;
  *n_found = 0;
  while (*n_wanted <= MAX_PIECES && *n_found <= MAX_PIECES)
    {
      gboolean takes_wanted = first->len < second->len || *n_wanted == 0;
      gboolean takes_found = first->len > second->len || *n_found == 0;
      g_autofree char *folded = NULL;

      if (!takes_wanted && !takes_found)
        return first->len > 0;
      if (takes_wanted)
        {
          if (start + *n_wanted >= end)
            return FALSE;
          folded = matchum_pdf_check_words_fold (self->wanted[start + (*n_wanted)++].text);
          g_string_append (first, folded);
        }
      else
        {
          if (other + *n_found >= other_end || !is_open (self, other + *n_found))
            return FALSE;
          folded =
              matchum_pdf_check_words_fold (matchum_pdf_check_reading_get_found (self, other + (*n_found)++)->text);
          g_string_append (second, folded);
        }
      if (memcmp (first->str, second->str, MIN (first->len, second->len)) != 0)
        return FALSE;
    }
  return FALSE;
}

static void
settle (MatchumPdfCheckReading *self, guint start, guint n_wanted, guint other, guint n_found)
{
  MatchumWordFate fate = n_wanted == 1 && n_found > 1   ? MATCHUM_FATE_CUT
                         : n_wanted > 1 && n_found == 1 ? MATCHUM_FATE_JOINED
                                                        : MATCHUM_FATE_REPLACED;

  for (guint i = 0; i < n_wanted; i++)
    {
      self->fates[start + i] = (guint8) fate;
      self->partners[start + i] = other + (n_wanted == n_found ? i : 0);
      self->n_partners[start + i] = n_wanted == n_found ? 1 : n_found;
    }
  for (guint i = 0; i < n_found; i++)
    self->found_fates[other + i] = (guint8) fate;
}

/* The nearest place at or after the two from which words have the same letters; FALSE where there is none near. */
static gboolean
find_next_same (const MatchumPdfCheckReading *self,
                guint *start,
                guint end,
                guint *other,
                guint other_end,
                guint *n_wanted,
                guint *n_found)
{
  for (guint skipped = 0; skipped <= MAX_SKIPPED; skipped++)
    {
      for (guint i = 0; i <= skipped; i++)
        {
          guint first = *start + i;
          guint second = *other + skipped - i;

          if (first < end && second < other_end && is_open (self, second)
              && find_same_letters (self, first, end, second, other_end, n_wanted, n_found))
            {
              *start = first;
              *other = second;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* Goes through the words that were not found between two that were. */
static void
resolve_letters (MatchumPdfCheckReading *self, guint start, guint end, guint other, guint other_end)
{
  while (start < end && other < other_end)
    {
      guint n_wanted;
      guint n_found;

      if (!find_next_same (self, &start, end, &other, other_end, &n_wanted, &n_found))
        {
          start++;
          other++;
          continue;
        }
      settle (self, start, n_wanted, other, n_found);
      start += n_wanted;
      other += n_found;
    }
}

/* --- words that stand elsewhere --- */

/* For every number, the found words that are open, in order. */
static GHashTable *
collect_open (const MatchumPdfCheckReading *self)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < self->n_found; i++)
    {
      gpointer number = GUINT_TO_POINTER (matchum_pdf_check_reading_get_found (self, i)->number);
      GQueue *queue = g_hash_table_lookup (places, number);

      if (!is_open (self, i))
        continue;
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (places, number, queue);
        }
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
    }
  return places;
}

gboolean
matchum_pdf_check_reading_is_in_row (const MatchumPdfCheckReading *self, guint wanted, const MatchumFoundWord *word)
{
  const MatchumFoundWord *other;

  if (self->fates[wanted] != MATCHUM_FATE_IN_ORDER)
    return FALSE;
  other = matchum_pdf_check_reading_get_found (self, self->partners[wanted]);
  return other->page == word->page && other->row == word->row;
}

static gboolean
is_found (const MatchumPdfCheckReading *self, guint wanted)
{
  return self->fates[wanted] == MATCHUM_FATE_IN_ORDER || self->fates[wanted] == MATCHUM_FATE_MOVED;
}

/* Whether a word of dates stands in the row of a word of its title, among the wanted words from start to end. */
static gboolean
is_on_line_of_title (const MatchumPdfCheckReading *self, guint date, guint start, guint end)
{
  const MatchumFoundWord *word = matchum_pdf_check_reading_get_found (self, self->partners[date]);

  for (guint i = start; i < end; i++)
    {
      const MatchumFoundWord *other = is_found (self, i) && !self->wanted[i].is_date
                                          ? matchum_pdf_check_reading_get_found (self, self->partners[i])
                                          : NULL;

      if (other != NULL && other->page == word->page && other->row == word->row)
        return TRUE;
    }
  return FALSE;
}

/* Whether the words of an entry's heading are in order, its dates are, and these stand anywhere on its line. */
static gboolean
is_heading_in_order (const MatchumPdfCheckReading *self, guint start, guint end)
{
  guint next[2] = { 0, 0 };
  gboolean is_placed = FALSE;
  gboolean is_moved = FALSE;

  for (guint i = start; i < end; i++)
    {
      guint *after = &next[self->wanted[i].is_date ? 1 : 0];

      if (!is_found (self, i))
        continue;
      if (self->partners[i] < *after || (self->wanted[i].is_date && !is_on_line_of_title (self, i, start, end)))
        return FALSE;
      *after = self->partners[i] + 1;
      is_placed |= self->fates[i] == MATCHUM_FATE_IN_ORDER;
      is_moved |= self->fates[i] == MATCHUM_FATE_MOVED;
    }
  return is_placed && is_moved && next[1] > 0;
}

static void
resolve_headings (MatchumPdfCheckReading *self)
{
  guint end;

  for (guint start = 0; start < self->n_wanted; start = end)
    {
      for (end = start; end < self->n_wanted && self->wanted[end].owner == self->wanted[start].owner; end++)
        continue;
      /* Longer ones are no headings. */
      if (end - start > MAX_HEADING_WORDS || !is_heading_in_order (self, start, end))
        continue;
      for (guint i = start; i < end; i++)
        {
          if (self->fates[i] != MATCHUM_FATE_MOVED)
            continue;
          self->fates[i] = MATCHUM_FATE_IN_ORDER;
          self->found_fates[self->partners[i]] = MATCHUM_FATE_IN_ORDER;
        }
    }
}

static void
resolve_moved (MatchumPdfCheckReading *self)
{
  g_autoptr (GHashTable) places = collect_open (self);

  for (guint i = 0; i < self->n_wanted; i++)
    {
      GQueue *queue = self->fates[i] == MATCHUM_FATE_OPEN
                          ? g_hash_table_lookup (places, GUINT_TO_POINTER (self->wanted[i].number))
                          : NULL;

      if (queue == NULL || g_queue_is_empty (queue))
        continue;
      self->partners[i] = GPOINTER_TO_UINT (g_queue_pop_head (queue));
      self->n_partners[i] = 1;
      self->fates[i] = MATCHUM_FATE_MOVED;
      self->found_fates[self->partners[i]] = MATCHUM_FATE_MOVED;
    }
}

/* --- what is left --- */

/* Words that are still open between two that were found: as many as were to be there are these, changed. */
static void
resolve_replaced (MatchumPdfCheckReading *self, guint start, guint end, guint other, guint other_end)
{
  guint wanted[MAX_REPLACED];
  guint found[MAX_REPLACED];
  guint n_wanted = 0;
  guint n_found = 0;

  for (guint i = start; i < end; i++)
    {
      if (self->fates[i] != MATCHUM_FATE_OPEN || self->wanted[i].is_optional)
        continue;
      if (n_wanted == MAX_REPLACED)
        return;
      wanted[n_wanted++] = i;
    }
  for (guint i = other; i < other_end; i++)
    {
      if (!is_open (self, i) || matchum_pdf_check_reading_get_found (self, i)->is_sign
          || matchum_pdf_check_reading_get_found (self, i)->is_running)
        continue;
      if (n_found == MAX_REPLACED)
        return;
      found[n_found++] = i;
    }
  for (guint i = 0; n_wanted == n_found && i < n_wanted; i++)
    settle (self, wanted[i], 1, found[i], 1);
}

/* Calls resolve for every stretch between two words that are in order by the alignment. */
static void
resolve_stretches (MatchumPdfCheckReading *self,
                   void (*resolve) (MatchumPdfCheckReading *, guint, guint, guint, guint),
                   const guint *anchors)
{
  guint start = 0;
  guint other = 0;

  for (guint i = 0; i <= self->n_wanted; i++)
    {
      guint other_end = i < self->n_wanted ? anchors[i] : self->n_found;

      if (i < self->n_wanted && anchors[i] == NONE)
        continue;
      if (i > start && other_end > other)
        resolve (self, start, i, other, other_end);
      start = i + 1;
      other = other_end + 1;
    }
}

static MatchumPdfCheckReading *
hold (MatchumPdfCheckWords *words, GArray *wanted, GArray *found, gboolean with_running)
{
  MatchumPdfCheckReading *self = g_new0 (MatchumPdfCheckReading, 1);
  g_autofree guint *anchors = NULL;

  self->words = words;
  self->wanted_words = g_array_ref (wanted);
  self->wanted = (const MatchumWantedWord *) (gpointer) wanted->data;
  self->found = g_array_ref (found);
  self->n_wanted = wanted->len;
  self->n_found = found->len;
  self->partners = g_new (guint, (gsize) self->n_wanted + 1);
  self->n_partners = g_new0 (guint, (gsize) self->n_wanted + 1);
  self->fates = g_new0 (guint8, (gsize) self->n_wanted + 1);
  self->found_fates = g_new0 (guint8, (gsize) self->n_found + 1);
  align (self, with_running);
  anchors = g_memdup2 (self->partners, sizeof (guint) * ((gsize) self->n_wanted + 1));
  resolve_stretches (self, resolve_letters, anchors);
  resolve_moved (self);
  resolve_headings (self);
  resolve_stretches (self, resolve_replaced, anchors);
  for (guint i = 0; i < self->n_wanted; i++)
    self->n_in_order += self->fates[i] == MATCHUM_FATE_IN_ORDER ? 1 : 0;
  return self;
}

static MatchumPdfCheckReading *
take_better (MatchumPdfCheckReading *first, MatchumPdfCheckReading *second)
{
  MatchumPdfCheckReading *better = second->n_in_order > first->n_in_order ? second : first;

  matchum_pdf_check_reading_free (better == first ? second : first);
  return better;
}

static gboolean
has_all (const MatchumPdfCheckReading *self)
{
  for (guint i = 0; i < self->n_wanted; i++)
    if (self->fates[i] != MATCHUM_FATE_IN_ORDER && !self->wanted[i].is_optional)
      return FALSE;
  return TRUE;
}

/* Programs read a page column by column or row by row, a line of dates may have come up to its title, and some of what
 * looks like the head of a page may be text: what finds more words in order is taken. */
MatchumPdfCheckReading *
matchum_pdf_check_reading_new_best (MatchumPdfCheckWords *words)
{
  g_autoptr (GArray) by_titles = NULL;
  g_autoptr (GArray) by_rows = NULL;
  MatchumPdfCheckReading *best;

  g_return_val_if_fail (words != NULL, NULL);

  best = hold (words, words->wanted, words->found, FALSE);
  if (has_all (best) || words->wanted->len > MAX_TRIED_WORDS || words->found->len > MAX_TRIED_WORDS)
    return best;
  by_titles = matchum_pdf_check_words_dup_by_titles (words);
  by_rows = matchum_pdf_check_words_dup_by_rows (words);
  for (guint i = 1; i < 8 && !has_all (best); i++)
    {
      GArray *wanted = i % 2 == 1 ? by_titles : words->wanted;
      GArray *found = i / 2 % 2 == 1 ? by_rows : words->found;

      if (wanted != NULL)
        best = take_better (best, hold (words, wanted, found, i >= 4));
    }
  return best;
}
