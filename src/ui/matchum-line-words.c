/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells in words what a person put right of a line, and how it was read before. */
#include "config.h"

#include "ui/matchum-line-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARACTERS 80 /* of words that are quoted */

const char *
matchum_line_words_get_kind (MatchumPostingKind kind)
{
  switch (matchum_line_words_get_choice (kind))
    {
    case MATCHUM_POSTING_REQUIRED:
      return _ ("Required");
    case MATCHUM_POSTING_PREFERRED:
      return _ ("Preferred");
    case MATCHUM_POSTING_DUTY:
      return _ ("Duty");
    case MATCHUM_POSTING_STACK:
    case MATCHUM_POSTING_BENEFIT:
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
    case MATCHUM_POSTING_OTHER:
    default:
      /* Translators: of a line of a posting: it asks for nothing. */
      return _ ("Left out");
    }
}

MatchumPostingKind
matchum_line_words_get_choice (MatchumPostingKind kind)
{
  return kind == MATCHUM_POSTING_REQUIRED || kind == MATCHUM_POSTING_PREFERRED || kind == MATCHUM_POSTING_DUTY
             ? kind
             : MATCHUM_POSTING_OTHER;
}

static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= MOST_CHARACTERS)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, MOST_CHARACTERS - 1);
  return g_strconcat (start, "…", NULL);
}

static gboolean
is_in_pieces (MatchumPosting *posting, guint line)
{
  const MatchumPostingLine *first = matchum_posting_get_line (posting, line);

  return first->part > 0
         || (line + 1 < matchum_posting_get_n_lines (posting)
             && matchum_posting_get_line (posting, line + 1)->read_index == first->read_index);
}

static void
add (GString *note, const char *words)
{
  if (note->len > 0)
    g_string_append_c (note, '\n');
  g_string_append (note, words);
}

static void
add_kind (GString *note, const MatchumPostingLine *line, const MatchumPostingLine *read)
{
  g_autofree char *words = NULL;

  if (matchum_line_words_get_choice (line->kind) == matchum_line_words_get_choice (read->kind))
    /* Translators: %s is "Required", "Preferred", "Duty" or "Left out". */
    words = g_strdup_printf (_ ("Set by hand: %s"), matchum_line_words_get_kind (line->kind));
  else
    /* Translators: each %s is "Required", "Preferred", "Duty" or "Left out". */
    words = g_strdup_printf (_ ("Set by hand: %s (was read as: %s)"), matchum_line_words_get_kind (line->kind),
                             matchum_line_words_get_kind (read->kind));
  add (note, words);
}

static void
add_words (GString *note, gboolean is_split, const MatchumPostingLine *read)
{
  g_autofree char *before = shorten (matchum_posting_line_get_text (read));
  g_autofree char *words =
      g_strdup_printf (is_split ? _ ("Split by hand (was read as: “%s”)") : _ ("Edited by hand (was read as: “%s”)"),
                       before);

  add (note, words);
}

char *
matchum_line_words_dup_note (MatchumPosting *posting, guint line, MatchumPosting *read)
{
  const MatchumPostingLine *shown, *before;
  g_autoptr (GString) note = g_string_new (NULL);

  g_return_val_if_fail (posting != NULL && read != NULL, NULL);
  g_return_val_if_fail (line < matchum_posting_get_n_lines (posting), NULL);

  shown = matchum_posting_get_line (posting, line);
  if (shown->by_hand == 0 || shown->read_index >= matchum_posting_get_n_lines (read))
    return NULL;
  before = matchum_posting_get_line (read, shown->read_index);
  if (shown->by_hand & MATCHUM_BY_HAND_KIND)
    add_kind (note, shown, before);
  if (shown->by_hand & MATCHUM_BY_HAND_HEADING)
    add (note, shown->is_heading ? _ ("Made a heading by hand") : _ ("Made a line by hand (was read as a heading)"));
  if (shown->by_hand & MATCHUM_BY_HAND_JOIN)
    add (note, _ ("Joined by hand with the lines below it"));
  if (shown->by_hand & MATCHUM_BY_HAND_WORDS)
    add_words (note, is_in_pieces (posting, line), before);
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static char *
dup_what (const MatchumPostingCorrection *correction)
{
  MatchumPostingKind kind;

  if (g_str_equal (correction->aspect, MATCHUM_ASPECT_JOIN))
    return g_strdup (_ ("joined with the line above"));
  if (g_str_equal (correction->aspect, MATCHUM_ASPECT_HEADING))
    return g_strdup (g_str_equal (correction->value, "yes") ? _ ("made a heading") : _ ("made a line"));
  if (g_str_equal (correction->aspect, MATCHUM_ASPECT_WORDS) && *correction->value != '\0')
    {
      g_autofree char *lines = g_strdelimit (g_strdup (correction->value), "\r\n", '/');
      g_autofree char *words = shorten (lines);

      /* Translators: %s are words that a person put in place of those of a line. */
      return g_strdup_printf (_ ("edited: “%s”"), words);
    }
  if (!matchum_posting_kind_from_nick (correction->value, &kind))
    kind = MATCHUM_POSTING_OTHER;
  return g_strdup (matchum_line_words_get_kind (kind));
}

char *
matchum_line_words_dup_correction (const MatchumPostingCorrection *correction)
{
  g_autofree char *words = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (correction != NULL, NULL);

  words = shorten (correction->line_text);
  what = dup_what (correction);
  /* Translators: the words of a line of a posting, and what a person set of it, as in “Python”: Preferred. */
  return g_strdup_printf (_ ("“%s”: %s"), words, what);
}
