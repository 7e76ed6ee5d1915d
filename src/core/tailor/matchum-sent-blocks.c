/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds blocks by words that stand once on either side, then by the comparison of two resumes, and last within what is
 * left of what was sent, where a layout joined or broke them. */
#include "config.h"

#include "tailor/matchum-sent-blocks.h"

#include <string.h>

#include "resume/matchum-resume-comparison.h"
#include "text/matchum-folded-text.h"

/* As many words in a row are looked for where a block was joined or broken: fewer may stand anywhere. */
#define LEAST_WORDS 3
/* Places that begin with the same words: more are not looked at. */
#define MOST_PLACES 32
/* What is longer, in bytes, is no heading. */
#define LONGEST_HEADING 600

struct _MatchumSentBlocks {
  guint n_blocks;
  guint8 *words; /* of MatchumSentWords */
};

G_DEFINE_BOXED_TYPE (MatchumSentBlocks, matchum_sent_blocks, matchum_sent_blocks_ref, matchum_sent_blocks_unref)

/* Words ----------------------------------------------------------------------------------------------------------- */

/* Not what parts words, which layouts change, but what belongs to them: "C++", "30%". */
static gboolean
is_of_word (gunichar letter)
{
  return g_unichar_isgraph (letter)
         && (!g_unichar_ispunct (letter) || (letter < 128 && strchr ("+#%&@$<>=~", (int) letter) != NULL)
             || g_unichar_type (letter) == G_UNICODE_CURRENCY_SYMBOL);
}

/* The words folded, one space before each. */
static GString *
take_words (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);
  GString *words = g_string_sized_new (strlen (folded) + 1);
  gboolean is_within = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gboolean is_letter = is_of_word (g_utf8_get_char (p));

      if (is_letter && !is_within)
        g_string_append_c (words, ' ');
      if (is_letter)
        g_string_append_len (words, p, g_utf8_next_char (p) - p);
      is_within = is_letter;
    }
  return words;
}

/* The parts of an entry, and the lines of contact, are put in an order of its own by each layout. */
static gboolean
is_order_free (const MatchumBlock *block)
{
  return block->kind == MATCHUM_BLOCK_ENTRY || block->kind == MATCHUM_BLOCK_TITLE
         || (block->kind == MATCHUM_BLOCK_PARAGRAPH && (block->section == MATCHUM_SECTION_CONTACT || block->is_dates));
}

static int
compare_words_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_words (const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  qsort (split, g_strv_length (split), sizeof (char *), compare_words_cb);
  return g_strjoinv (" ", split);
}

/* What two blocks have to have in common to say the same. */
static char *
dup_key (const MatchumBlock *block)
{
  g_autoptr (GString) words = NULL;

  if (block->kind == MATCHUM_BLOCK_REMARK)
    return g_strdup ("");
  words = take_words (matchum_block_get_text (block));
  return is_order_free (block) ? sort_words (words->str) : g_strdup (words->str);
}

/* Finding --------------------------------------------------------------------------------------------------------- */

/* Blocks with the same words, as one index, or as MATCHUM_BLOCK_NONE where they are several. */
typedef struct {
  MatchumResume *resume;
  GPtrArray *keys;  /* of char *, of each block; "" for none */
  GHashTable *once; /* keys to indexes of blocks */
} Side;

static void
side_init (Side *self, MatchumResume *resume)
{
  const guint n_blocks = matchum_resume_get_n_blocks (resume);

  self->resume = resume;
  self->keys = g_ptr_array_new_full (n_blocks, g_free);
  self->once = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_blocks; i++)
    {
      char *key = dup_key (matchum_resume_get_block (resume, i));
      const gboolean is_again = g_hash_table_contains (self->once, key);

      g_ptr_array_add (self->keys, key);
      if (*key != '\0')
        g_hash_table_insert (self->once, key, GUINT_TO_POINTER (is_again ? MATCHUM_BLOCK_NONE : i));
    }
}

static void
side_clear (Side *self)
{
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->once);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* The only block with key, or MATCHUM_BLOCK_NONE. */
static guint
find_once (const Side *self, const char *key)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->once, key, NULL, &found))
    return MATCHUM_BLOCK_NONE;
  return GPOINTER_TO_UINT (found);
}

typedef struct {
  MatchumSentBlocks *found;
  MatchumResume *baseline;
  Side now;           /* the blocks as they are today */
  Side sent;          /* and as they were sent */
  gboolean *is_taken; /* of each block that was sent: it is known which block it is */
} Finding;

/* The index in the baseline of a block as it is today, or MATCHUM_BLOCK_NONE: a line of the application's own. */
static guint
place (const Finding *self, guint block)
{
  const MatchumBlock *placed;

  if (self->now.resume == self->baseline)
    return block;
  placed = matchum_resume_lookup (self->baseline, matchum_resume_get_block (self->now.resume, block)->id);
  return placed != NULL ? placed->index : MATCHUM_BLOCK_NONE;
}

static void
note (Finding *self, guint block, MatchumSentWords words)
{
  const guint placed = place (self, block);

  if (placed != MATCHUM_BLOCK_NONE && self->found->words[placed] < words)
    self->found->words[placed] = words;
}

static void
find_by_words (Finding *self)
{
  for (guint i = 0; i < self->sent.keys->len; i++)
    {
      const char *key = self->sent.keys->pdata[i];
      const guint block = find_once (&self->sent, key) == i ? find_once (&self->now, key) : MATCHUM_BLOCK_NONE;

      if (block == MATCHUM_BLOCK_NONE)
        continue;
      note (self, block, MATCHUM_SENT_EXACTLY);
      self->is_taken[i] = TRUE;
    }
}

static gboolean
is_any_left (const Finding *self)
{
  for (guint i = 0; i < self->sent.keys->len; i++)
    if (!self->is_taken[i] && *(const char *) self->sent.keys->pdata[i] != '\0')
      return TRUE;
  return FALSE;
}

static void
find_by_comparison (Finding *self)
{
  g_autoptr (MatchumVisibility) sent = matchum_visibility_new_all (self->sent.resume);
  g_autoptr (MatchumVisibility) now = matchum_visibility_new_all (self->now.resume);
  g_autoptr (MatchumResumeComparison) comparison = matchum_resume_comparison_new (sent, now);

  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    {
      const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, i);
      const char *key;

      if (block->old == MATCHUM_BLOCK_NONE || block->new == MATCHUM_BLOCK_NONE || self->is_taken[block->old])
        continue;
      key = self->sent.keys->pdata[block->old];
      if (*key == '\0')
        continue;
      if (g_str_equal (key, self->now.keys->pdata[block->new]))
        {
          note (self, block->new, MATCHUM_SENT_EXACTLY);
          self->is_taken[block->old] = TRUE;
        }
      else
        note (self, block->new, MATCHUM_SENT_OTHER_WORDS);
    }
}

/* Within what is left --------------------------------------------------------------------------------------------- */

/* Words in a row, and where each of them begins. */
typedef struct {
  GString *words;
  GArray *starts; /* of gsize */
} Run;

static void
run_init (Run *self, GString *words)
{
  self->words = words;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 0; i < words->len; i++)
    if (words->str[i] == ' ')
      g_array_append_val (self->starts, i);
}

static void
run_clear (Run *self)
{
  g_string_free (self->words, TRUE);
  g_array_unref (self->starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Of as many words as have to be there, from one of them on; 0 where there are fewer. */
static guint
hash_first (const Run *self, guint word)
{
  gsize end;
  guint hash = 5381;

  if (word + LEAST_WORDS > self->starts->len)
    return 0;
  end = word + LEAST_WORDS < self->starts->len ? g_array_index (self->starts, gsize, word + LEAST_WORDS)
                                               : self->words->len;
  for (gsize i = g_array_index (self->starts, gsize, word); i < end; i++)
    hash = hash * 33 + (guchar) self->words->str[i];
  return MAX (hash, 1);
}

/* Hashes of the first words of places to arrays of gsize: where these begin. */
static GHashTable *
index_places (const Run *left)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < left->starts->len; i++)
    {
      const guint hash = hash_first (left, i);
      GArray *starts = g_hash_table_lookup (places, GUINT_TO_POINTER (hash));

      if (hash == 0)
        break;
      if (starts == NULL)
        {
          starts = g_array_new (FALSE, FALSE, sizeof (gsize));
          g_hash_table_insert (places, GUINT_TO_POINTER (hash), starts);
        }
      if (starts->len < MOST_PLACES)
        g_array_append_val (starts, g_array_index (left->starts, gsize, i));
    }
  return places;
}

static gboolean
stands_at (const Run *left, gsize start, const GString *words)
{
  const gsize end = start + words->len;

  return end <= left->words->len && memcmp (left->words->str + start, words->str, words->len) == 0
         && (end == left->words->len || left->words->str[end] == ' ');
}

static gboolean
stands_within (const Run *left, GHashTable *places, const char *text)
{
  g_auto (Run) block = { NULL };
  GArray *starts;

  run_init (&block, take_words (text));
  starts = g_hash_table_lookup (places, GUINT_TO_POINTER (hash_first (&block, 0)));
  for (guint i = 0; starts != NULL && i < starts->len; i++)
    if (stands_at (left, g_array_index (starts, gsize, i), block.words))
      return TRUE;
  return FALSE;
}

static GString *
join_left (const Finding *self)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < self->sent.keys->len; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->sent.resume, i);
      g_autoptr (GString) words = NULL;

      if (self->is_taken[i] || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      words = take_words (matchum_block_get_text (block));
      g_string_append_len (joined, words->str, (gssize) words->len);
    }
  return joined;
}

static gboolean
may_stand_within (const Finding *self, const MatchumBlock *block)
{
  const guint placed = place (self, block->index);

  return block->kind != MATCHUM_BLOCK_REMARK && placed != MATCHUM_BLOCK_NONE
         && self->found->words[placed] != MATCHUM_SENT_EXACTLY;
}

static void
find_within (Finding *self)
{
  g_auto (Run) left = { NULL };
  g_autoptr (GHashTable) places = NULL;

  run_init (&left, join_left (self));
  places = index_places (&left);
  for (guint i = 0; i < self->now.keys->len; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->now.resume, i);

      if (may_stand_within (self, block) && stands_within (&left, places, matchum_block_get_text (block)))
        note (self, i, MATCHUM_SENT_EXACTLY);
    }
}

/* Headings -------------------------------------------------------------------------------------------------------- */

/* A layout puts the dates under an entry into its line, and reading it back makes one heading of both. */

static gboolean
may_be_heading (const Finding *self, guint sent)
{
  const MatchumBlock *block = matchum_resume_get_block (self->sent.resume, sent);

  return !self->is_taken[sent] && (block->kind == MATCHUM_BLOCK_ENTRY || block->kind == MATCHUM_BLOCK_PARAGRAPH)
         && strlen (self->sent.keys->pdata[sent]) <= LONGEST_HEADING;
}

/* Words to arrays of guint: the blocks that were sent, may be headings and have the word. */
static GHashTable *
index_headings (const Finding *self)
{
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->sent.keys->len; i++)
    {
      g_auto (GStrv) words = may_be_heading (self, i) ? g_strsplit (self->sent.keys->pdata[i], " ", -1) : NULL;

      for (guint k = 0; words != NULL && words[k] != NULL; k++)
        {
          GArray *blocks = g_hash_table_lookup (headings, words[k]);

          if (blocks == NULL)
            {
              blocks = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (headings, g_strdup (words[k]), blocks);
            }
          if (blocks->len < MOST_PLACES)
            g_array_append_val (blocks, i);
        }
    }
  return headings;
}

static gboolean
has_words (const Finding *self, guint sent, char **words)
{
  g_auto (GStrv) have = g_strsplit (self->sent.keys->pdata[sent], " ", -1);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; have[i] != NULL; i++)
    g_hash_table_add (set, have[i]);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_hash_table_contains (set, words[i]))
      return FALSE;
  return TRUE;
}

/* The words of a block, without what stands before the first. */
static char **
split_words (const Finding *self, guint block)
{
  g_autofree char *words = g_strdup (self->now.keys->pdata[block]);

  return g_strsplit (g_strchug (words), " ", -1);
}

/* The block that was sent and has all words of an entry, or MATCHUM_BLOCK_NONE. */
static guint
find_heading (Finding *self, GHashTable *headings, guint entry)
{
  g_auto (GStrv) words = split_words (self, entry);
  GArray *blocks = words[0] != NULL ? g_hash_table_lookup (headings, words[0]) : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const guint sent = g_array_index (blocks, guint, i);

      if (!self->is_taken[sent] && has_words (self, sent, words))
        {
          self->is_taken[sent] = TRUE;
          return sent;
        }
    }
  return MATCHUM_BLOCK_NONE;
}

/* Dates and the like right under an entry whose heading is found. */
static void
find_under (Finding *self, const MatchumBlock *entry, guint heading)
{
  for (guint i = entry->index + 1; i < entry->end; i++)
    {
      g_auto (GStrv) words = NULL;

      if (matchum_resume_get_block (self->now.resume, i)->kind != MATCHUM_BLOCK_PARAGRAPH)
        return;
      words = split_words (self, i);
      if (words[0] == NULL || !has_words (self, heading, words))
        return;
      note (self, i, MATCHUM_SENT_EXACTLY);
    }
}

static void
find_headings (Finding *self)
{
  g_autoptr (GHashTable) headings = index_headings (self);

  for (guint i = 0; i < self->now.keys->len; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->now.resume, i);
      const guint heading = block->kind == MATCHUM_BLOCK_ENTRY && may_stand_within (self, block)
                                ? find_heading (self, headings, i)
                                : MATCHUM_BLOCK_NONE;

      if (heading == MATCHUM_BLOCK_NONE)
        continue;
      note (self, i, MATCHUM_SENT_EXACTLY);
      find_under (self, block, heading);
    }
}

static void
find (MatchumSentBlocks *self, MatchumResume *baseline, MatchumResume *now, MatchumResume *sent)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, matchum_resume_get_n_blocks (sent) + 1);
  Finding finding = { self, baseline, { NULL }, { NULL }, is_taken };

  side_init (&finding.now, now);
  side_init (&finding.sent, sent);
  find_by_words (&finding);
  if (is_any_left (&finding))
    {
      find_by_comparison (&finding);
      find_headings (&finding);
      find_within (&finding);
    }
  side_clear (&finding.now);
  side_clear (&finding.sent);
}

MatchumSentBlocks *
matchum_sent_blocks_new (MatchumResume *baseline, MatchumResume *tailored, MatchumResume *sent)
{
  MatchumSentBlocks *self;

  g_return_val_if_fail (baseline != NULL, NULL);
  g_return_val_if_fail (sent != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumSentBlocks);
  self->n_blocks = matchum_resume_get_n_blocks (baseline);
  self->words = g_new0 (guint8, self->n_blocks + 1);
  find (self, baseline, baseline, sent);
  if (tailored != NULL && tailored != baseline)
    find (self, baseline, tailored, sent);
  return self;
}

MatchumSentBlocks *
matchum_sent_blocks_ref (MatchumSentBlocks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((MatchumSentBlocks *) data)->words);
}

void
matchum_sent_blocks_unref (MatchumSentBlocks *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
matchum_sent_blocks_get_size (MatchumSentBlocks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_blocks;
}

MatchumSentWords
matchum_sent_blocks_get (MatchumSentBlocks *self, guint block)
{
  g_return_val_if_fail (self != NULL && block < self->n_blocks, MATCHUM_SENT_UNKNOWN);

  return self->words[block];
}
