/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the traits of entries into one table for both resumes, so that comparing two entries is comparing numbers.
 */
#include "config.h"

#include "resume/matchum-entry-traits.h"

#include <string.h>

#include "resume/matchum-name-sound.h"
#include "resume/matchum-text-figure.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-web-address.h"

#define MAX_TRAITS 400
#define MAX_SOUNDS 16
/* So many words of a heading may be one name, as each language parts them. */
#define MAX_HANGUL_RUN 2
#define MAX_LATIN_RUN 3
#define MAX_HEADING_WORDS 24

struct _MatchumTraitTable {
  MatchumLexicon *lexicon;
  GHashTable *numbers; /* "kind text" to the number + 1 */
  GPtrArray *traits;   /* of MatchumTrait */
};

static void
trait_free (MatchumTrait *self)
{
  g_free (self->text);
  g_free (self);
}

static void
trait_sound_free (MatchumTraitSound *self)
{
  g_free (self->sound);
  g_free (self->text);
  g_free (self);
}

static void
entry_traits_free (MatchumEntryTraits *self)
{
  g_array_unref (self->traits);
  g_ptr_array_unref (self->sounds);
  g_free (self);
}

/* One entry while its traits are collected. */
typedef struct {
  MatchumTraitTable *table;
  MatchumResume *resume;
  MatchumEntryTraits *entry;
  GHashTable *seen; /* set of numbers */
  guint side;
} Collector;

/* Of a trait that may be new. */
static guint
find_number (MatchumTraitTable *self, MatchumTraitKind kind, const char *key, const char *shown)
{
  g_autofree char *name = g_strdup_printf ("%d %s", (int) kind, key);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));
  MatchumTrait *trait;

  if (found > 0)
    return found - 1;
  trait = g_new0 (MatchumTrait, 1);
  trait->kind = kind;
  trait->text = g_strdup (shown);
  g_ptr_array_add (self->traits, trait);
  g_hash_table_insert (self->numbers, g_steal_pointer (&name), GUINT_TO_POINTER (self->traits->len));
  return self->traits->len - 1;
}

static gboolean
is_full (Collector *self)
{
  return self->entry->traits->len >= MAX_TRAITS;
}

static MatchumTrait *
add (Collector *self, MatchumTraitKind kind, const char *key, const char *shown)
{
  const guint number = find_number (self->table, kind, key, shown);
  MatchumTrait *trait = g_ptr_array_index (self->table->traits, number);

  if (g_hash_table_add (self->seen, GUINT_TO_POINTER (number + 1)))
    {
      g_array_append_val (self->entry->traits, number);
      trait->n_entries[self->side]++;
    }
  return trait;
}

/* Words ----------------------------------------------------------------------------------------------------------- */

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || character == '+' || character == '#';
}

/* The next word of length bytes from at on; empty at the end. */
static MatchumSpan
find_word (const char *text, gsize length, gsize at)
{
  gsize start = at, end;

  while (start < length && !is_word_character (g_utf8_get_char (text + start)))
    start = g_utf8_next_char (text + start) - text;
  end = start;
  while (end < length && is_word_character (g_utf8_get_char (text + end)))
    end = g_utf8_next_char (text + end) - text;
  return MATCHUM_SPAN (start, end);
}

static gboolean
has_latin_letter (const char *word)
{
  return g_ascii_isalpha (word[0]) || (word[0] != '\0' && g_ascii_isalpha (word[1]));
}

static gboolean
is_hangul (const char *word)
{
  return strlen (word) >= 3 && matchum_is_syllable_at (word);
}

/* What kind of organisation it is stands at the end of a Korean name, and is a word of its own in English. */
static gsize
find_name_length (const char *word)
{
  static const char *const kinds[] = { "대학교", "대학원", "대학", "연구소", "연구실", "연구원", "고등학교", "주식회사",
                                       "병원",   "은행",   "재단", "협회",   "센터",   "그룹",   "전자",     "제약" };
  const gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > strlen (kinds[i]) && g_str_has_suffix (word, kinds[i]))
      return length - strlen (kinds[i]);
  return length;
}

/* Bytes of folded text as they were written. */
static char *
dup_written (MatchumFoldedText *folded, MatchumSpan span)
{
  const MatchumSpan written = matchum_folded_text_get_original_span (folded, span);

  return g_strndup (matchum_folded_text_get_original (folded) + written.start, matchum_span_get_length (written));
}

/* span: words of a heading that may be one name. */
static void
add_sound (Collector *self, MatchumFoldedText *folded, MatchumSpan span, gboolean of_hangul)
{
  g_autofree char *name =
      g_strndup (matchum_folded_text_get_text (folded) + span.start, matchum_span_get_length (span));
  g_autofree char *sound = matchum_name_sound_dup (name, of_hangul ? find_name_length (name) : strlen (name));
  MatchumTraitSound *added;

  if (self->entry->sounds->len >= MAX_SOUNDS || *sound == '\0')
    return;
  added = g_new0 (MatchumTraitSound, 1);
  added->sound = g_steal_pointer (&sound);
  added->text = dup_written (folded, span);
  added->is_hangul = of_hangul;
  g_ptr_array_add (self->entry->sounds, added);
}

/* Whether nothing but a blank or a hyphen parts two words: a comma or a bar ends a name. */
static gboolean
is_joined (const char *text, MatchumSpan word, MatchumSpan next)
{
  return next.start == word.end + 1 && (text[word.end] == ' ' || text[word.end] == '-' || text[word.end] == '&');
}

/* words: of MatchumSpan. */
static void
add_sounds (Collector *self, MatchumFoldedText *folded, GArray *words)
{
  const char *text = matchum_folded_text_get_text (folded);

  for (guint i = 0; i < words->len; i++)
    {
      const MatchumSpan first = g_array_index (words, MatchumSpan, i);
      const gboolean of_hangul = is_hangul (text + first.start);
      const guint most = of_hangul ? MAX_HANGUL_RUN : MAX_LATIN_RUN;

      for (guint n = 1; n <= most && i + n <= words->len; n++)
        {
          const MatchumSpan last = g_array_index (words, MatchumSpan, i + n - 1);

          if (n > 1 && !is_joined (text, g_array_index (words, MatchumSpan, i + n - 2), last))
            break;
          if (of_hangul ? !is_hangul (text + last.start) : !has_latin_letter (text + last.start))
            break;
          add_sound (self, folded, MATCHUM_SPAN (first.start, last.end), of_hangul);
        }
    }
}

/* folded: a heading without its dates. */
static void
add_heading_words (Collector *self, MatchumFoldedText *folded)
{
  const char *text = matchum_folded_text_get_text (folded);
  const gsize length = matchum_folded_text_get_length (folded);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (MatchumSpan word = find_word (text, length, 0); !matchum_span_is_empty (word) && words->len < MAX_HEADING_WORDS;
       word = find_word (text, length, word.end))
    {
      g_autofree char *key = g_strndup (text + word.start, matchum_span_get_length (word));
      g_autofree char *written = dup_written (folded, word);

      g_array_append_val (words, word);
      if (!g_ascii_isdigit (*key) && g_utf8_strlen (key, -1) >= 2)
        add (self, MATCHUM_TRAIT_NAME, key, written);
    }
  add_sounds (self, folded, words);
}

static void
add_latin_words (Collector *self, MatchumFoldedText *folded)
{
  const char *text = matchum_folded_text_get_text (folded);
  const gsize length = matchum_folded_text_get_length (folded);

  for (MatchumSpan word = find_word (text, length, 0); !matchum_span_is_empty (word) && !is_full (self);
       word = find_word (text, length, word.end))
    {
      gsize end = word.start;
      g_autofree char *key = NULL, *written = NULL;

      while (end < word.end && (g_ascii_isalnum (text[end]) || strchr ("+#", text[end]) != NULL))
        end++;
      if (end - word.start < 2 || !g_ascii_isalpha (text[word.start]))
        continue;
      key = g_strndup (text + word.start, end - word.start);
      written = dup_written (folded, MATCHUM_SPAN (word.start, end));
      add (self, MATCHUM_TRAIT_WORD, key, written);
    }
}

/* Other traits of words ------------------------------------------------------------------------------------------- */

static void
add_figures (Collector *self, MatchumFoldedText *folded)
{
  const char *text = matchum_folded_text_get_text (folded);
  MatchumTextFigure figure;

  for (gsize at = 0; !is_full (self) && matchum_text_figure_find (text, at, &figure); at = figure.span.end)
    {
      char key[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *written = dup_written (folded, figure.span);

      g_ascii_formatd (key, sizeof key, "%.15g", figure.value);
      add (self, MATCHUM_TRAIT_FIGURE, key, written)->value = figure.value;
    }
}

static void
add_concepts (Collector *self, MatchumFoldedText *folded)
{
  MatchumLexicon *lexicon = self->table->lexicon;
  g_autoptr (GArray) mentions = NULL;

  if (lexicon == NULL)
    return;
  mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);
  for (guint i = 0; i < mentions->len && !is_full (self); i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, mention->concept);
      g_autofree char *written = g_strndup (matchum_folded_text_get_original (folded) + mention->span.start,
                                            matchum_span_get_length (mention->span));

      add (self, MATCHUM_TRAIT_CONCEPT, concept->id, written);
    }
}

static void
add_address (Collector *self, const char *url)
{
  const char *start = strstr (url, "://");
  g_autofree char *plain = g_ascii_strdown (start != NULL ? start + 3 : url, -1);
  gsize length = strlen (plain);
  const gsize skipped = g_str_has_prefix (plain, "www.") ? 4 : 0;

  while (length > skipped && plain[length - 1] == '/')
    plain[--length] = '\0';
  if (length > skipped)
    add (self, MATCHUM_TRAIT_ADDRESS, plain + skipped, plain + skipped);
}

static void
add_addresses (Collector *self, const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);
  MatchumSpan span = MATCHUM_SPAN (0, strlen (text)), found;

  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content) && !is_full (self); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (block->content, i);

      if (run->kind == MATCHUM_INLINE_LINK && run->url != NULL)
        add_address (self, run->url);
    }
  while (!is_full (self))
    {
      g_autofree char *url = matchum_web_address_find (text, &span, TRUE, &found);

      if (url == NULL)
        return;
      add_address (self, url);
    }
}

/* Entries --------------------------------------------------------------------------------------------------------- */

/* The words of a block with its dates blanked. */
static char *
dup_undated (const MatchumBlock *block)
{
  char *text = g_strdup (matchum_block_get_text (block));

  for (guint i = 0; block->dates != NULL && i < block->dates->len; i++)
    {
      const MatchumSpan span = g_array_index (block->dates, MatchumDateRange, i).span;

      memset (text + span.start, ' ', matchum_span_get_length (span));
    }
  return text;
}

static void
add_block (Collector *self, const MatchumBlock *block)
{
  g_autofree char *undated = dup_undated (block);
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (undated, -1);

  if (block->index == self->entry->block)
    add_heading_words (self, folded);
  else
    add_latin_words (self, folded);
  add_figures (self, folded);
  add_concepts (self, folded);
  add_addresses (self, block);
}

static void
take_dates (Collector *self, const MatchumBlock *entry)
{
  const MatchumBlock *dated =
      entry->dated_by != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (self->resume, entry->dated_by) : NULL;

  for (guint i = 0; dated != NULL && dated->dates != NULL && i < dated->dates->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (dated->dates, MatchumDateRange, i);
      MatchumDateRange *dates = &self->entry->dates;

      if (range->fault != MATCHUM_DATE_FAULT_NONE)
        continue;
      if (!self->entry->is_dated)
        *dates = *range;
      dates->first = MIN (dates->first, range->first);
      dates->is_open = dates->is_open || range->is_open;
      dates->last = dates->is_open ? dates->first : MAX (dates->last, range->last);
      dates->by_year = dates->by_year || range->by_year;
      dates->span = MATCHUM_SPAN (0, 0);
      self->entry->is_dated = TRUE;
    }
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

static MatchumEntryTraits *
collect_entry (MatchumTraitTable *self, MatchumResume *resume, const MatchumBlock *block, guint side)
{
  MatchumEntryTraits *entry = g_new0 (MatchumEntryTraits, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Collector collector = { self, resume, entry, seen, side };

  entry->block = block->index;
  entry->section = block->section;
  entry->traits = g_array_new (FALSE, FALSE, sizeof (guint));
  entry->sounds = g_ptr_array_new_with_free_func ((GDestroyNotify) trait_sound_free);
  take_dates (&collector, block);
  for (guint i = block->index; i < block->end && !is_full (&collector); i++)
    {
      const MatchumBlock *under = matchum_resume_get_block (resume, i);

      if (under->kind != MATCHUM_BLOCK_REMARK && !under->is_dates)
        add_block (&collector, under);
      entry->n_items += under->parent == block->index && under->kind == MATCHUM_BLOCK_ITEM;
    }
  g_array_sort (entry->traits, compare_numbers);
  return entry;
}

/* Sets the places of entries beside each other. */
static void
set_places (MatchumResume *resume, GPtrArray *entries)
{
  g_autofree guint *counts = g_new0 (guint, matchum_resume_get_n_blocks (resume) + 1);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < entries->len; i++)
      {
        MatchumEntryTraits *entry = g_ptr_array_index (entries, i);
        const guint parent = matchum_resume_get_block (resume, entry->block)->parent;
        guint *count = &counts[parent == MATCHUM_BLOCK_NONE ? matchum_resume_get_n_blocks (resume) : parent];

        if (pass == 0)
          entry->place = (*count)++;
        else
          entry->n_beside = *count;
      }
}

MatchumTraitTable *
matchum_trait_table_new (MatchumLexicon *lexicon)
{
  MatchumTraitTable *self = g_new0 (MatchumTraitTable, 1);

  self->lexicon = lexicon != NULL ? matchum_lexicon_ref (lexicon) : NULL;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->traits = g_ptr_array_new_with_free_func ((GDestroyNotify) trait_free);
  return self;
}

void
matchum_trait_table_free (MatchumTraitTable *self)
{
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->traits);
  g_free (self);
}

const MatchumTrait *
matchum_trait_table_get (MatchumTraitTable *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->traits->len, NULL);

  return g_ptr_array_index (self->traits, index);
}

GPtrArray *
matchum_trait_table_collect (MatchumTraitTable *self, MatchumResume *resume, guint side)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_traits_free);

  g_return_val_if_fail (self != NULL && resume != NULL && side < 2, entries);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume) && entries->len < MATCHUM_ENTRY_TRAITS_MAX_ENTRIES; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_ENTRY)
        g_ptr_array_add (entries, collect_entry (self, resume, block, side));
    }
  set_places (resume, entries);
  return entries;
}
