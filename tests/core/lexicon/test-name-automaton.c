/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automaton of names against a reader that tries every name at every place: what it finds, and that it is not led
 * past any place where a name may start. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-name-automaton.h"
#include "lexicon/matchum-name-compiler.h"
#include "text/matchum-korean-tail.h"

#define N_PATTERNS 60
#define PATTERN_MAX 9

static const char *const pieces[] = { "a", "b", "c", "s", "1", "+", ".", "가", "나", "다", "ᄀ", "é", "β", "𝒳", "데" };
static const char *const between[] = { " ", "-", "  ", "\n", "", "!", "，" };

static gunichar
pick_character (GRand *rand)
{
  return g_utf8_get_char (pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

/* Characters with gaps between some; never two gaps in a row, nor one at an end. */
static void
make_pattern (GRand *rand, MatchumNamePattern *pattern)
{
  const gint wanted = g_rand_int_range (rand, 1, PATTERN_MAX - 1);

  pattern->characters = g_new (gunichar, PATTERN_MAX + 1);
  pattern->length = 0;
  while ((gint) pattern->length < wanted)
    {
      if (pattern->length > 0 && g_rand_int_range (rand, 0, 4) == 0)
        pattern->characters[pattern->length++] = g_rand_boolean (rand) ? MATCHUM_NAME_GAP : MATCHUM_NAME_GAP_OPTIONAL;
      /* A hyphen that is no gap, behind one: the tail of such a name cannot be read straight on. */
      pattern->characters[pattern->length++] = g_rand_int_range (rand, 0, 12) == 0 ? '-' : pick_character (rand);
    }
  pattern->may_be_inside = matchum_unichar_is_hangul (pattern->characters[0]) && g_rand_boolean (rand);
}

static void
append_text (GString *text, GRand *rand, const MatchumNamePattern *pattern)
{
  static const char *const gaps[] = { " ", "-", "" };

  for (gsize i = 0; i < pattern->length; i++)
    if (pattern->characters[i] > MATCHUM_NAME_GAP)
      g_string_append_unichar (text,
                               g_rand_int_range (rand, 0, 25) > 0 ? pattern->characters[i] : pick_character (rand));
    else
      g_string_append (text, gaps[g_rand_int_range (rand, 0, 3)]);
}

/* Sets a bit of ends, by byte of text, for every place where the pattern from i on may end that starts at at. */
static void
try_pattern (const MatchumNamePattern *pattern, gsize i, const char *text, gsize at, guint8 *ends)
{
  const gunichar c = i < pattern->length ? pattern->characters[i] : 0;

  if (c == 0)
    ends[at] = TRUE;
  else if (c > MATCHUM_NAME_GAP)
    {
      if (g_utf8_get_char (text + at) == c)
        try_pattern (pattern, i + 1, text, (gsize) (g_utf8_next_char (text + at) - text), ends);
    }
  else
    {
      if (text[at] == ' ' || text[at] == '-')
        try_pattern (pattern, i + 1, text, at + 1, ends);
      if (c == MATCHUM_NAME_GAP_OPTIONAL)
        try_pattern (pattern, i + 1, text, at, ends);
    }
}

/* Whether a name that starts at at may end at end: not within a word, but for a plural s or the number of a version. */
static gboolean
may_end (const GString *text, gsize at, gsize end)
{
  gsize word = at;

  while (g_ascii_isalnum (text->str[word]))
    word++;
  if (end >= word || (end + 1 == word && text->str[end] == 's'))
    return TRUE;
  if (g_ascii_isdigit (text->str[end - 1]))
    return FALSE;
  while (end < word && g_ascii_isdigit (text->str[end]))
    end++;
  return end == word;
}

/* "12:3 12:7 ": names and where they end. */
static char *
find_slowly (const MatchumNamePattern *patterns,
             const GString *text,
             gsize at,
             gboolean *may_be_inside,
             gboolean *is_name)
{
  GString *found = g_string_new (NULL);

  *may_be_inside = FALSE;
  *is_name = FALSE;
  for (gsize end = at; end <= text->len; end++)
    for (guint i = N_PATTERNS; i > 0; i--)
      {
        g_autofree guint8 *ends = g_new0 (guint8, text->len + 1);

        try_pattern (&patterns[i - 1], 0, text->str, at, ends);
        if (!ends[end])
          continue;
        g_string_append_printf (found, "%u:%u ", i - 1, (guint) end);
        *may_be_inside = *may_be_inside || patterns[i - 1].may_be_inside;
        *is_name = *is_name || may_end (text, at, end);
      }
  return g_string_free (found, FALSE);
}

static char *
walk (const MatchumNameAutomaton *automaton, const GString *text, gsize at)
{
  MatchumNameHit hits[MATCHUM_NAME_MAX_LENGTH];
  const guint n = matchum_name_automaton_walk (automaton, text->str, at, hits);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const guint32 *alias = hits[i].aliases;

      for (;; alias++)
        {
          g_string_append_printf (found, "%u:%u ", *alias & ~MATCHUM_NAME_AUTOMATON_LAST_END, (guint) hits[i].end);
          if ((*alias & MATCHUM_NAME_AUTOMATON_LAST_END) != 0)
            break;
        }
    }
  return g_string_free (found, FALSE);
}

static gboolean
is_syllable (const GString *text, gsize at)
{
  const gunichar c = g_utf8_get_char (text->str + at);

  return c >= 0xac00 && c <= 0xd7a3;
}

/* Whether the place is one that matchum_name_automaton_find_start() must stop at if a name stands there. */
static gboolean
is_start (const GString *text, gsize at, gboolean may_be_inside)
{
  const char *previous = at > 0 ? g_utf8_prev_char (text->str + at) : NULL;

  if (previous == NULL)
    return TRUE;
  if (g_ascii_isalnum (text->str[at]))
    return !g_ascii_isalnum (*previous);
  return (guchar) text->str[at] < 0x80 || may_be_inside || !is_syllable (text, (gsize) (previous - text->str));
}

static void
assert_text (const MatchumNameAutomaton *automaton, const MatchumNamePattern *patterns, const GString *text)
{
  gsize next = matchum_name_automaton_find_start (automaton, text->str, 0, text->len, text->len);

  for (gsize at = 0; at < text->len; at = (gsize) (g_utf8_next_char (text->str + at) - text->str))
    {
      gboolean may_be_inside, is_name;
      g_autofree char *expected = find_slowly (patterns, text, at, &may_be_inside, &is_name);
      g_autofree char *found = walk (automaton, text, at);

      g_assert_cmpstr (found, ==, expected);
      if (is_name && is_start (text, at, may_be_inside))
        g_assert_cmpuint (next, ==, at);
      if (next == at)
        next = matchum_name_automaton_find_start (automaton, text->str, matchum_name_automaton_skip (text->str, at),
                                                  text->len, text->len);
    }
  g_assert_cmpuint (next, ==, text->len);
}

static MatchumLexiconForm *
compile (const MatchumNamePattern *patterns)
{
  MatchumLexiconFormWriter writer;

  matchum_lexicon_form_writer_init (&writer);
  for (guint i = 0; i < MATCHUM_LEXICON_FORM_WORDS; i++)
    matchum_lexicon_form_writer_begin (&writer, (MatchumLexiconFormSection) i);
  g_assert_true (matchum_name_automaton_write (patterns, N_PATTERNS, &writer));
  return matchum_lexicon_form_new (&writer);
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      MatchumNamePattern patterns[N_PATTERNS];
      g_autoptr (MatchumLexiconForm) form = NULL;
      MatchumNameAutomaton automaton;

      for (guint i = 0; i < N_PATTERNS; i++)
        make_pattern (rand, &patterns[i]);
      form = compile (patterns);
      matchum_name_automaton_init (&automaton, form);
      for (guint i = 0; i < 20; i++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          for (gint n = g_rand_int_range (rand, 0, 6); n > 0; n--)
            {
              append_text (text, rand, &patterns[g_rand_int_range (rand, 0, N_PATTERNS)]);
              g_string_append (text, between[g_rand_int_range (rand, 0, G_N_ELEMENTS (between))]);
            }
          assert_text (&automaton, patterns, text);
        }
      for (guint i = 0; i < N_PATTERNS; i++)
        g_free (patterns[i].characters);
    }
}

/* Names that differ in nothing but their gaps, as many as can be: they are refused, and soon. */
static void
test_many_gaps (void)
{
  MatchumNamePattern patterns[N_PATTERNS];
  g_auto (MatchumLexiconFormWriter) writer = { NULL, NULL };

  for (guint i = 0; i < N_PATTERNS; i++)
    {
      patterns[i] =
          (MatchumNamePattern){ g_new (gunichar, MATCHUM_NAME_MAX_LENGTH), MATCHUM_NAME_MAX_LENGTH - 1, FALSE };
      for (guint k = 0; k < MATCHUM_NAME_MAX_LENGTH; k++)
        patterns[i].characters[k] = k % 2 == 0 ? 'a' : k / 2 == i % 49 ? MATCHUM_NAME_GAP : MATCHUM_NAME_GAP_OPTIONAL;
    }
  matchum_lexicon_form_writer_init (&writer);
  g_assert_false (matchum_name_automaton_write (patterns, N_PATTERNS, &writer));
  g_assert_true (matchum_name_automaton_write (patterns, 1, &writer));
  for (guint i = 0; i < N_PATTERNS; i++)
    g_free (patterns[i].characters);
}

/* Numbers of another version are not looked at. */
static void
test_other_version (void)
{
  g_autoptr (MatchumLexiconForm) form = NULL;
  g_autoptr (MatchumLexiconForm) same = NULL;
  MatchumLexiconFormWriter writer;
  g_autofree guint32 *numbers = NULL;
  gsize n_numbers, n_characters;
  const char *characters;
  const guint32 *written;

  matchum_lexicon_form_writer_init (&writer);
  for (guint i = 0; i < MATCHUM_LEXICON_FORM_N_SECTIONS; i++)
    matchum_lexicon_form_writer_begin (&writer, (MatchumLexiconFormSection) i);
  form = matchum_lexicon_form_new (&writer);
  characters = matchum_lexicon_form_get_characters (form, &n_characters);
  written = matchum_lexicon_form_get_numbers (form, &n_numbers);
  numbers = g_memdup2 (written, n_numbers * sizeof *numbers);
  same = matchum_lexicon_form_new_static (numbers, n_numbers, characters, n_characters);
  g_assert_nonnull (same);
  g_assert_null (matchum_lexicon_form_new_static (numbers, n_numbers - 1, characters, n_characters));
  g_assert_null (matchum_lexicon_form_new_static (numbers, n_numbers, characters, n_characters + 1));
  g_assert_null (matchum_lexicon_form_new_static (numbers, 3, characters, n_characters));
  for (guint i = 0; i < 4; i++)
    {
      numbers[i]++;
      g_assert_null (matchum_lexicon_form_new_static (numbers, n_numbers, characters, n_characters));
      numbers[i]--;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/automaton/any", test_any);
  g_test_add_func ("/lexicon/automaton/many-gaps", test_many_gaps);
  g_test_add_func ("/lexicon/automaton/other-version", test_other_version);
  return g_test_run ();
}
