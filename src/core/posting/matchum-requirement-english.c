/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds unknown things in the lists of an English line: "capacity planning, error budgets and Kubernetes". */
#include "config.h"

#include "posting/matchum-requirement-member.h"

#include <string.h>

#include "posting/matchum-requirement-words.h"
#include "text/matchum-word-list.h"

/* A member of more words than this is a clause, and asks for something else. */
#define MAX_WORDS 4

/* Words that no name of a thing goes on over. */
static MatchumWordList stops = MATCHUM_WORD_LIST (
    "in|with|for|using|on|of|to|at|from|into|by|that|who|which|via|through|within|under|as|is|are|be|you|"
    "we|they|it|over|across|where|when|so|but|then|than|because|while|if|how|what|not|have|has|had|can|"
    "will|would|should|may|must|do|your|our|their|between|about|after|before|without|during|such|like|"
    "including|e.g|i.e");

/* Words that close what a line asks for. */
static MatchumWordList closers = MATCHUM_WORD_LIST (
    "experience|knowledge|skills|skill|understanding|expertise|proficiency|background|exposure|familiarity|"
    "preferred|required|desirable|desired|language|languages");

/* What somebody does rather than knows. */
static MatchumWordList verbs = MATCHUM_WORD_LIST (
    "talk|speak|ship|keep|find|ask|turn|give|bring|move|pick|push|say|tell|try|stay|feel|want|enjoy|thrive|"
    "grow|get|go|come|see|look|share|listen|join|guide|teach|spot|raise|cut|hold|put|let|follow|call");

typedef struct {
  MatchumSpan words[MAX_WORDS + 1]; /* one more than may be */
  guint n_words;
  gboolean is_joined; /* a comma, a slash, "and" or "or" stands before it */
  gboolean is_all;    /* what stands in no list counts as well */
} Member;

static gboolean
is_word_byte (char byte)
{
  return g_ascii_isalnum (byte) || strchr ("+#.-'&_", byte) != NULL;
}

static gsize
get_word_length (const char *text, gsize length)
{
  gsize end = 0;

  while (end < length && text[end] != '\0' && is_word_byte (text[end]))
    end++;
  while (end > 0 && strchr (".-'_&", text[end - 1]) != NULL)
    end--;
  return end;
}

static gboolean
is_plain (MatchumAtomLine *line, MatchumSpan word)
{
  return matchum_requirement_words_is_plain (line->text + word.start, matchum_span_get_length (word));
}

/* "selecting motors": what is done with the thing. */
static gboolean
is_deed (MatchumAtomLine *line, MatchumSpan word)
{
  gsize length = matchum_span_get_length (word);

  return length > 5
         && (memcmp (line->text + word.end - 3, "ing", 3) == 0 || memcmp (line->text + word.end - 2, "ed", 2) == 0);
}

/* Whether a plain word only leads up to a thing. */
static gboolean
is_filler (MatchumAtomLine *line, MatchumSpan word)
{
  static MatchumWordList fillers = MATCHUM_WORD_LIST (
      "a|an|the|any|strong|solid|good|excellent|deep|proven|hands-on|prior|some|basic|advanced|relevant|"
      "demonstrated|more|new|modern|familiar|able|experienced|working|practical|great|other|similar|least|"
      "one|two|three|several|various|multiple|both|all|only|also|related|develop|build|design|write|manage|"
      "lead|run|use|create|deliver|improve|support|maintain|implement|drive|own|operate|know|work");

  return matchum_word_list_holds (&fillers, line->text + word.start, matchum_span_get_length (word))
         || is_deed (line, word);
}

/* An adjective or adverb by its ending. */
static gboolean
is_quality (MatchumAtomLine *line, MatchumSpan word)
{
  static const char *const endings[] = { "al",  "ive", "ous", "ble", "ic",   "ed",  "ing", "ly",
                                         "ary", "ful", "ess", "ern", "wide", "ent", "ant", NULL };

  for (gsize i = 0; endings[i] != NULL; i++)
    {
      gsize size = strlen (endings[i]);

      if (matchum_span_get_length (word) > size && memcmp (line->text + word.end - size, endings[i], size) == 0)
        return TRUE;
    }
  return is_plain (line, word);
}

/* Whether a skill that is known covers a word. */
static gboolean
is_known_skill (MatchumAtomLine *line, MatchumSpan word)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (matchum_span_overlaps (atom->span, word))
        return atom->kind == MATCHUM_ATOM_SKILL;
    }
  return FALSE;
}

/* "English good enough for weekly meetings": what a language is used for. */
static gboolean
follows_language (MatchumAtomLine *line, gsize at)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->kind == MATCHUM_ATOM_LANGUAGE && atom->span.end <= at
          && memchr (line->text + atom->span.end, ',', at - atom->span.end) == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
close_member (MatchumAtomLine *line, const Member *member, gboolean may_share, GArray *found)
{
  guint first = 0, last = member->n_words;
  gboolean is_telling = FALSE;
  MatchumSpan span;

  if (last == 0 || last > MAX_WORDS)
    return;
  /* "transaction monitoring", where monitoring is known: the word before it says of what. */
  while (last > 0 && matchum_atom_line_is_taken (line, member->words[last - 1]))
    last--;
  if (last < member->n_words
      && (last == 0 || is_quality (line, member->words[last - 1]) || !is_known_skill (line, member->words[last])))
    return;
  while (first < last
         && (is_plain (line, member->words[first]) || (first + 1 < last && is_deed (line, member->words[first]))))
    first++;
  /* "secure boot": one word alone is not worth losing the one before it. */
  if (first > 0 && last - first == 1 && !is_filler (line, member->words[first - 1]))
    first--;
  /* "camera and lidar sensor fusion": one word before an "and" may share what is behind it. */
  if (first == last
      || (last - first == 1 && last == member->n_words && (may_share || is_deed (line, member->words[first])))
      || matchum_word_list_holds (&verbs, line->text + member->words[first].start,
                                  matchum_span_get_length (member->words[first])))
    return;
  for (guint i = first; i < last; i++)
    is_telling |= !is_plain (line, member->words[i]) && matchum_span_get_length (member->words[i]) > 2;
  span = MATCHUM_SPAN (member->words[first].start, member->words[last - 1].end);
  if (is_telling && g_ascii_isalpha (line->text[span.start]) && !matchum_atom_line_is_taken (line, span)
      && !follows_language (line, span.start))
    g_array_append_val (found, span);
}

static void
start_member (Member *member, gboolean is_joined)
{
  member->n_words = 0;
  member->is_joined = is_joined || member->is_all;
}

static void
read_word (MatchumAtomLine *line, MatchumSpan span, Member *member, GArray *found)
{
  static MatchumWordList joints = MATCHUM_WORD_LIST ("and|or|plus");
  const char *word = line->text + span.start;
  gsize length = matchum_span_get_length (span);

  if (matchum_word_list_holds (&joints, word, length))
    {
      close_member (line, member, !member->is_joined && member->n_words == 1, found);
      start_member (member, TRUE);
    }
  else if (matchum_word_list_holds (&stops, word, length) || matchum_word_list_holds (&closers, word, length))
    {
      if (member->is_joined)
        close_member (line, member, FALSE, found);
      start_member (member, FALSE);
    }
  else if (member->n_words <= MAX_WORDS)
    member->words[member->n_words++] = span;
}

static void
read_mark (MatchumAtomLine *line, char mark, Member *member, GArray *found)
{
  if (strchr (",/;(", mark) != NULL || member->is_joined)
    close_member (line, member, FALSE, found);
  start_member (member, strchr (",/;(", mark) != NULL);
}

GArray *
matchum_requirement_members_find_english (MatchumAtomLine *line, MatchumSpan span, gboolean is_all)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  Member member = { .is_joined = is_all, .is_all = is_all };

  for (gsize i = span.start; i < span.end;)
    {
      gsize length = get_word_length (line->text + i, span.end - i);

      if (length > 0)
        read_word (line, MATCHUM_SPAN (i, i + length), &member, found);
      else if (line->text[i] != ' ')
        read_mark (line, line->text[i], &member, found);
      i += MAX (length, 1);
    }
  if (member.is_joined)
    close_member (line, &member, FALSE, found);
  return found;
}
