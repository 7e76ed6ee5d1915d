/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the connecting words of Korean and English requirement lines. */
#include "config.h"

#include "posting/matchum-requirement-gap.h"

#include <string.h>

#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

/* A gap longer than this joins nothing; its start and end say enough. */
#define MAX_GAP 600

static const MatchumWordGroup word_groups[] = {
  { "또는|혹은|or|내지|이나|나", MATCHUM_GAP_OR },
  { "및|그리고|and|plus|including|와|과", MATCHUM_GAP_AND },
  { "같은|etc|similar|equivalent|comparable|other", MATCHUM_GAP_ETC },
  { "중|중에|중에서", MATCHUM_GAP_OF },
  { "such|like|e.g|e.g.|eg|example|instance|예|예를|예시|i.e", MATCHUM_GAP_EXAMPLES },
  { "one|either|any", MATCHUM_GAP_ONE_OF },
  { "전공|전공자|전공의|전공으로|major|계열|학과|학위|degree", MATCHUM_GAP_MAJOR },
  { "in|with|for|using|on|of|to|at|from|into|by|that|who|which|via|through|within|under|based|as|"
    "is|are|be|you|we|building|writing|designing|developing|experience|over|across|where|when|so|"
    "but|then|than|because|while|기반|기반의|기반으로|위한|통한|통해|대한",
    MATCHUM_GAP_BREAK | MATCHUM_GAP_WORDS },
};

/* Endings of Korean words behind which a list does not go on. */
static MatchumWordList break_endings = MATCHUM_WORD_LIST (
    "을|를|에서|에게|으로|에서의|에|은|는|도|한|된|하는|되는|하고|하며|하여|해|하던|했던|면|있고|있는|"
    "있으며|이며|이고|본|보신|하신|의");

/* "두 가지", "2개": how many. */
static guint
read_count (const char *word, gsize length)
{
  static const struct {
    const char *word;
    guint count;
  } counts[] = { { "두", 2 }, { "둘", 2 }, { "세", 3 }, { "셋", 3 }, { "네", 4 }, { "two", 2 }, { "three", 3 } };

  if (length > 0 && g_ascii_isdigit (*word))
    return (guint) CLAMP (g_ascii_strtoull (word, NULL, 10), 1, 20);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (length == strlen (counts[i].word) && strncmp (word, counts[i].word, length) == 0)
      return counts[i].count;
  return 0;
}

static gboolean
ends_with (const char *word, gsize length, const char *ending)
{
  gsize size = strlen (ending);

  return length >= size && memcmp (word + length - size, ending, size) == 0;
}

static gboolean
is_hangul (const char *word)
{
  return matchum_unichar_is_hangul (g_utf8_get_char_validated (word, -1));
}

/* Nouns whose last syllable only looks like a particle. */
static gboolean
is_deceptive (const char *word, gsize length)
{
  static MatchumWordList nouns =
      MATCHUM_WORD_LIST ("결과|성과|효과|학과|과|하나|제도|속도|정도|의도|용도|사이에|회의|시도|광고|보고|창고|지도");

  return matchum_word_list_holds (&nouns, word, length);
}

/* What a Korean word at the start of the gap says where it is glued to the thing before it. */
static MatchumGapFlags
read_particle (const char *word, gsize length)
{
  static const MatchumWordGroup particles[] = { { "이나|나|이거나", MATCHUM_GAP_OR },
                                                { "와|과|이랑|랑|와의|과의|하고", MATCHUM_GAP_AND } };
  static MatchumWordTable table = MATCHUM_WORD_TABLE (particles);

  return matchum_word_table_look_up (&table, word, length);
}

static gboolean
is_etc (const char *word, gsize length)
{
  static MatchumWordList forms =
      MATCHUM_WORD_LIST ("등|등의|등을|등과|등에|등에서|등으로|등이|등도|등은|등에서의|등등");

  return matchum_word_list_holds (&forms, word, length);
}

/* One that is a whole word does only where that is glued to the thing before it. */
static gboolean
has_break_ending (const char *word, gsize length, gboolean is_glued)
{
  const gsize start = is_glued ? 0 : (gsize) (g_utf8_next_char (word) - word);

  return start < length && matchum_word_list_ends (&break_endings, word + start, length - start);
}

static MatchumGapFlags
read_korean (const char *word, gsize length, gboolean is_glued)
{
  MatchumGapFlags flags = is_glued ? read_particle (word, length) : 0;

  if (flags != 0)
    return flags;
  if (is_etc (word, length))
    return MATCHUM_GAP_ETC | (length > strlen ("등의") || ends_with (word, length, "을") ? MATCHUM_GAP_BREAK : 0);
  if (is_deceptive (word, length))
    return MATCHUM_GAP_WORDS;
  if (ends_with (word, length, "거나") || (ends_with (word, length, "이나") && length > 6))
    return MATCHUM_GAP_OR | MATCHUM_GAP_WORDS;
  if (has_break_ending (word, length, is_glued))
    return MATCHUM_GAP_BREAK | MATCHUM_GAP_WORDS;
  if (is_glued && matchum_korean_tail_get_particle_length (word, length) == length)
    return MATCHUM_GAP_BREAK;
  if (length >= 6 && (ends_with (word, length, "와") || ends_with (word, length, "과")))
    return MATCHUM_GAP_AND | MATCHUM_GAP_WORDS;
  return MATCHUM_GAP_WORDS;
}

static MatchumGapFlags
read_word (const char *word, gsize length, gboolean is_glued)
{
  static MatchumWordTable table = MATCHUM_WORD_TABLE (word_groups);
  const MatchumGapFlags flags = matchum_word_table_look_up (&table, word, length);

  if (flags != 0)
    return flags & MATCHUM_GAP_MAJOR && !is_glued ? flags | MATCHUM_GAP_WORDS : flags;
  if (is_hangul (word))
    return read_korean (word, length, is_glued);
  return MATCHUM_GAP_WORDS;
}

static MatchumGapFlags
read_mark (const char *mark)
{
  switch (g_utf8_get_char_validated (mark, -1))
    {
    case ',':
    case 0x3001:
      return MATCHUM_GAP_COMMA;
    case '/':
    case '|':
    case 0x00B7:
    case 0x318D:
    case 0x30FB:
    case 0x2219:
      return MATCHUM_GAP_SLASH;
    case '&':
    case '+':
      return MATCHUM_GAP_AND;
    case ';':
    case ':':
    case '.':
    case '!':
    case '?':
      return MATCHUM_GAP_BREAK;
    default:
      return 0;
    }
}

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || matchum_unichar_is_hangul (character);
}

static gsize
get_word_length (const char *text, gsize length)
{
  const char *at = text;

  while (at < text + length)
    {
      gunichar character = g_utf8_get_char_validated (at, (gssize) (text + length - at));

      if (!is_word_character (character)
          && !(character == '.' && at > text && at + 1 < text + length && g_ascii_isalpha (at[1])))
        break;
      at = g_utf8_next_char (at);
    }
  return MIN ((gsize) (at - text), length);
}

MatchumGap
matchum_requirement_gap_read (const char *text, gsize length)
{
  MatchumGap gap = { 0, 1 };
  gsize limit = MIN (length, MAX_GAP);

  if (length > MAX_GAP)
    gap.flags |= MATCHUM_GAP_BREAK;
  for (gsize i = 0; i < limit;)
    {
      gsize word = get_word_length (text + i, length - i);
      MatchumGapFlags flags;

      if (word == 0)
        {
          gap.flags |= read_mark (text + i);
          i += (gsize) (g_utf8_next_char (text + i) - (text + i));
          continue;
        }
      flags = read_word (text + i, word, i == 0);
      if (gap.flags & (MATCHUM_GAP_OF | MATCHUM_GAP_ONE_OF))
        {
          guint count = read_count (text + i, word);

          gap.count = MAX (gap.count, count);
          if (gap.flags & MATCHUM_GAP_ONE_OF && word == 2 && strncmp (text + i, "of", 2) == 0)
            flags = 0;
          /* "하나 이상의": part of the count, no end of the list. */
          if (gap.flags & MATCHUM_GAP_OF)
            flags &= ~(guint) MATCHUM_GAP_BREAK;
        }
      gap.flags |= flags;
      i += word;
    }
  /* "such as": the "as" ends no list. */
  if (gap.flags & MATCHUM_GAP_EXAMPLES)
    gap.flags &= ~(guint) MATCHUM_GAP_BREAK;
  return gap;
}
