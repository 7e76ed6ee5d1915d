/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words that the lexicon does not know as they stand. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include <string.h>

#include "match/matchum-hedge.h"
#include "text/matchum-korean-tail.h"

static gboolean
is_latin (const char *word)
{
  return g_ascii_isalnum (*word);
}

static gboolean
is_whole (const char *text, gsize length, gsize start, gsize end)
{
  if (start > 0 && g_ascii_isalnum (text[start - 1]))
    return FALSE;
  if (end < length && text[end] == 's' && end - start >= 4)
    end++;
  return end >= length || !g_ascii_isalnum (text[end]);
}

/* Where word starts in text from offset on, and where it ends: blanks within Korean words do not matter. */
static gboolean
match_at (const char *text, gsize length, gsize at, const char *word, gsize size, gsize *end)
{
  gsize i = at;

  for (const char *letter = word; letter < word + size; letter++)
    {
      if (*letter == ' ' || *letter == '-')
        {
          if (i < length && (text[i] == ' ' || text[i] == '-'))
            i++;
          continue;
        }
      if (i > at && i < length && text[i] == ' ' && !is_latin (letter))
        i++;
      if (i >= length || text[i] != *letter)
        return FALSE;
      i++;
    }
  *end = i;
  return TRUE;
}

/* Bytes of a plain English word that its other forms share: draft of "drafting", polic of "policies". */
static gsize
get_stem_length (const char *word)
{
  static const char *const endings[] = { "ings", "ing", "ies", "ers", "ed", "er", "es", "s", "e", "y", NULL };
  gsize size = strlen (word);

  for (gsize i = 0; i < size; i++)
    if (!g_ascii_islower (word[i]) && word[i] != '-')
      return size;
  for (gsize i = 0; endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (size >= length + 4 && strcmp (word + size - length, endings[i]) == 0
          && !(*endings[i] == 's' && word[size - 2] == 's'))
        return size - length;
    }
  return size;
}

/* Whether what follows a stem up to the end of the word is an ending of a form of it. Moves end behind it. */
static gboolean
skip_ending (const char *text, gsize length, gsize *end)
{
  static const char *const endings[] = { "", "s", "e", "es", "ed", "d", "ing", "er", "ers", "y", "ies", "ings", NULL };
  gsize size = 0;

  while (*end + size < length && g_ascii_isalnum (text[*end + size]))
    size++;
  for (gsize i = 0; endings[i] != NULL; i++)
    if (strlen (endings[i]) == size && memcmp (text + *end, endings[i], size) == 0)
      {
        *end += size;
        return TRUE;
      }
  return FALSE;
}

/* The first letter of word in text from offset on. Hangul letters share their first byte, so the last is looked for. */
static const char *
find_letter (const char *text, gsize length, gsize from, const char *word)
{
  gsize size = (gsize) (g_utf8_next_char (word) - word);
  const char *place = text + from + size - 1;

  while (place < text + length && (place = memchr (place, word[size - 1], length - (gsize) (place - text))) != NULL)
    {
      if (memcmp (place - size + 1, word, size) == 0)
        return place - size + 1;
      place++;
    }
  return NULL;
}

/* The first place from from on where the word stands. */
static gboolean
find_word_from (const char *text, gsize length, gsize from, const char *word, MatchumSpan *span)
{
  gboolean is_latin_word = is_latin (word);
  gsize whole = strlen (word);
  gsize stem = is_latin_word ? get_stem_length (word) : whole;

  for (const char *place = find_letter (text, length, from, word); place != NULL;
       place = find_letter (text, length, (gsize) (place - text) + 1, word))
    {
      gsize at = (gsize) (place - text), end = 0;

      if ((is_latin_word && at > 0 && g_ascii_isalnum (text[at - 1])) || !match_at (text, length, at, word, stem, &end))
        continue;
      if (is_latin_word && !(stem < whole ? skip_ending (text, length, &end) : is_whole (text, length, at, end)))
        continue;
      *span = MATCHUM_SPAN (at, end);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_word (const char *text, gsize length, const char *word, MatchumSpan *span)
{
  return find_word_from (text, length, 0, word, span);
}

/* All words of a phrase in one block, in whatever order. */
static gboolean
find_phrase (const char *text, gsize length, char **words, MatchumSpan *span)
{
  *span = MATCHUM_SPAN (G_MAXSIZE, 0);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      MatchumSpan word;

      if (!find_word (text, length, words[i], &word))
        return FALSE;
      span->start = MIN (span->start, word.start);
      span->end = MAX (span->end, word.end);
    }
  return !matchum_span_is_empty (*span);
}

/* Names are written with a capital in English, where what is not is a word of its own: "night" is no "Nsight". */
static gboolean
may_be_name (MatchumEvidenceIndex *index, guint block, MatchumSpan original)
{
  const char *text =
      matchum_block_get_text (matchum_resume_get_block (matchum_evidence_index_get_resume (index), block));

  return matchum_evidence_index_is_korean (index) || g_ascii_isupper (text[original.start]);
}

/* Whether the lexicon knows the words as part of a name: then they are spelt as they should be. */
static gboolean
is_known (const MatchumIndexBlock *block, MatchumSpan original)
{
  for (guint i = 0; i < block->mentions->len; i++)
    if (matchum_span_overlaps (g_array_index (block->mentions, MatchumIndexMention, i).span, original))
      return TRUE;
  return FALSE;
}

static void
look_in_block (MatchumLeafEvidence *self,
               MatchumEvidenceIndex *index,
               guint i,
               char **words,
               gboolean allows_misspelling)
{
  const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);
  const char *text = matchum_folded_text_get_text (block->folded);
  gsize length = matchum_folded_text_get_length (block->folded);
  MatchumEvidence *evidence;
  MatchumSpan span;

  if (!block->is_searched)
    return;
  if (allows_misspelling
          ? !matchum_spellings_find_misspelt (text, length, self->leaf->word, &span)
          : !(find_word (text, length, self->leaf->word, &span) || find_phrase (text, length, words, &span)))
    return;
  if (matchum_hedge_covers (block->hedged, span)
      || (allows_misspelling
          && (is_known (block, matchum_folded_text_get_original_span (block->folded, span))
              || !may_be_name (index, i, matchum_folded_text_get_original_span (block->folded, span)))))
    return;
  evidence = matchum_leaf_evidence_add (self, index, i, matchum_folded_text_get_original_span (block->folded, span),
                                        MATCHUM_REASON_NAMED);
  evidence->is_weak = allows_misspelling;
}

static gboolean
is_spelt_somewhere (MatchumEvidenceIndex *index, const char *word)
{
  const gsize stem = is_latin (word) ? get_stem_length (word) : strlen (word);

  return matchum_spellings_may_hold (matchum_evidence_index_get_spellings (index), word, stem);
}

gboolean
matchum_leaf_evidence_may_have_word (MatchumEvidenceIndex *index, const char *word)
{
  const GString *text = matchum_evidence_index_get_text (index);
  MatchumSpan span;

  return is_spelt_somewhere (index, word) && find_word (text->str, text->len, word, &span);
}

gboolean
matchum_leaf_evidence_has_word (const MatchumIndexBlock *block, const char *word)
{
  MatchumSpan span;

  return block->is_searched
         && find_word (matchum_folded_text_get_text (block->folded), matchum_folded_text_get_length (block->folded),
                       word, &span)
         && !matchum_hedge_covers (block->hedged, span);
}

gboolean
matchum_leaf_evidence_find_hedged_word (const MatchumIndexBlock *block, const char *word, MatchumSpan *span)
{
  MatchumSpan folded;

  if (!block->is_searched
      || !find_word (matchum_folded_text_get_text (block->folded), matchum_folded_text_get_length (block->folded), word,
                     &folded)
      || !matchum_hedge_covers (block->hedged, folded))
    return FALSE;
  *span = matchum_folded_text_get_original_span (block->folded, folded);
  return TRUE;
}

/* Whether any block may hold the words of a phrase, so that looking at each is worth it. */
static gboolean
may_hold (MatchumEvidenceIndex *index, const char *word, char **words)
{
  if (matchum_leaf_evidence_may_have_word (index, word))
    return TRUE;
  for (gsize i = 0; words[i] != NULL; i++)
    if (!matchum_leaf_evidence_may_have_word (index, words[i]))
      return FALSE;
  return TRUE;
}

/* Looks only at the blocks that say the word. */
static void
look_for_word (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, char **words)
{
  const GString *text = matchum_evidence_index_get_text (index);
  const char *word = self->leaf->word;
  MatchumSpan span;

  if (!is_spelt_somewhere (index, word))
    return;
  for (gsize at = 0; at < text->len && find_word_from (text->str, text->len, at, word, &span);)
    {
      const guint block = matchum_evidence_index_find_block (index, span.start);

      look_in_block (self, index, block, words, FALSE);
      at = matchum_evidence_index_get_block (index, block)->start
           + matchum_folded_text_get_length (matchum_evidence_index_get_block (index, block)->folded) + 1;
    }
}

static void
look_for_phrase (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, char **words)
{
  const guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));

  if (!may_hold (index, self->leaf->word, words))
    return;
  for (guint i = 0; i < n_blocks; i++)
    look_in_block (self, index, i, words, FALSE);
}

void
matchum_leaf_evidence_find_words (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));
  g_auto (GStrv) words = NULL;

  if (self->leaf->word == NULL || *self->leaf->word == '\0')
    return;
  words = g_strsplit (self->leaf->word, " ", 12);
  if (words[1] != NULL)
    look_for_phrase (self, index, words);
  else
    look_for_word (self, index, words);
  /* Names are misspelt; a common word that is nearly another is another. */
  if (self->evidence->len > 0 || self->leaf->name == NULL || g_ascii_islower (*self->leaf->name)
      || !matchum_spellings_holds_misspelt (matchum_evidence_index_get_spellings (index), self->leaf->word))
    return;
  for (guint i = 0; i < n_blocks; i++)
    look_in_block (self, index, i, words, TRUE);
}

void
matchum_leaf_evidence_find_certificate_words (MatchumLeafEvidence *self, MatchumEvidenceIndex *index, MatchumDay as_of)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));
  MatchumSpan span;

  if (!matchum_leaf_evidence_may_have_word (index, self->leaf->word))
    return;
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);
      MatchumEvidence *evidence;

      if (!block->is_searched
          || !find_word (matchum_folded_text_get_text (block->folded), matchum_folded_text_get_length (block->folded),
                         self->leaf->word, &span)
          || matchum_hedge_covers (block->hedged, span) || !matchum_leaf_evidence_is_certificate (index, i))
        continue;
      evidence = matchum_leaf_evidence_add (self, index, i, matchum_folded_text_get_original_span (block->folded, span),
                                            MATCHUM_REASON_CERTIFICATE);
      evidence->is_weak = matchum_leaf_evidence_is_expired (block, as_of);
    }
}
