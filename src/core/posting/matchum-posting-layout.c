/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells headings, items and wrapped lines apart. A line is a heading by its Markdown, by its words, or because it is
 * short and stands above lines of another kind. */
#include "config.h"

#include "posting/matchum-posting-layout.h"

#include <string.h>

#include "posting/matchum-posting-arrangement.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"

/* Columns. */
#define MAX_TIGHT_WIDTH 26
#define MAX_NAME_WIDTH 16

/* What headings hardly say. */
#define SAYS_OF_ITEMS (MATCHUM_WORDING_ASKS | MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_OFFERS)
#define MIN_WRAP_WIDTH 40

/* English that goes on in lower case, or a bracket that closes. */
static gboolean
goes_on (MatchumPostingArrangement *layout, const MatchumLineShape *shape, const MatchumLineShape *before)
{
  const char *p = layout->text + shape->words.start;
  const char *end = layout->text + shape->words.end;

  if (*p == ')' || *p == ',' || *p == ']')
    return TRUE;
  /* "you've managed a shop", "you can read a P&L": a list of such lines */
  if (before->role != MATCHUM_ROLE_CONTINUES && g_ascii_islower (layout->text[before->words.start]))
    return FALSE;
  if (!g_ascii_islower (*p) || before->width < MIN_WRAP_WIDTH
      || (before->style == MATCHUM_STYLE_BARE && before->width + MAX_TIGHT_WIDTH < layout->widest))
    return FALSE;
  while (p < end && (g_ascii_islower (*p) || *p == '-'))
    p++;
  return (p == end || (guchar) *p < 0x80) && (guchar) layout->text[before->words.end - 1] < 0x80;
}

/* "… and how it gets paid for", and a line that begins anew though there was room for its first word. */
static gboolean
ends_with_its_preposition (MatchumPostingArrangement *layout,
                           const MatchumLineShape *shape,
                           const MatchumLineShape *before)
{
  static const char *const prepositions[] = { " for", " to", " with", " in", " on", " at", " from", " by", " of" };

  if (!g_ascii_isupper (layout->text[shape->words.start])
      || before->width + 1 + matchum_posting_arrangement_get_first_word_width (layout, shape) > layout->widest)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (prepositions); i++)
    {
      if (g_str_has_suffix (before->folded, prepositions[i]))
        return TRUE;
    }
  return FALSE;
}

/* What whole lines are: sentences, or of a list. */
#define WHOLE (MATCHUM_WORDING_SENTENCE | MATCHUM_WORDING_ASKS | MATCHUM_WORDING_OFFERS | MATCHUM_WORDING_STEPS)

/* Whether shape, which has no bullet, goes on with what the line before it began. head is the first line of that. */
static gboolean
continues (MatchumPostingArrangement *layout,
           const MatchumLineShape *shape,
           const MatchumLineShape *before,
           const MatchumLineShape *head)
{
  gboolean after_bullet = matchum_line_shape_is_bullet (head);

  if (shape->blanks > 0 || (before->role != MATCHUM_ROLE_CONTINUES && before != head))
    return FALSE;
  if (head->role != MATCHUM_ROLE_ITEM && head->role != MATCHUM_ROLE_TEXT && head->role != MATCHUM_ROLE_NOTE
      && head->role != MATCHUM_ROLE_LABEL)
    return FALSE;
  if (after_bullet ? shape->indent > head->indent && shape->indent + 1 >= head->hang
                   : shape->indent > head->indent && shape->indent <= head->indent + 8)
    return TRUE;
  if (layout->text[before->words.end - 1] == ';')
    return FALSE;
  if (!after_bullet && layout->bare_wrap_width > 0
      && before->width + 1 + matchum_posting_arrangement_get_first_word_width (layout, shape)
             <= layout->bare_wrap_width)
    return FALSE;
  if ((matchum_line_shape_has_wording (before, MATCHUM_WORDING_BREAKS_OFF)
       && !ends_with_its_preposition (layout, shape, before))
      || goes_on (layout, shape, before))
    return TRUE;
  if (!after_bullet && before->width >= MATCHUM_MAX_HEADING_WIDTH - 8 && !matchum_line_shape_has_wording (before, WHOLE)
      && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS) && shape->width < before->width)
    return TRUE;
  if (after_bullet)
    return layout->wrap_width > 0
           && before->hang + before->width + 1 + matchum_posting_arrangement_get_first_word_width (layout, shape)
                  > layout->wrap_width;
  return layout->bare_wrap_width > 0
         && before->width + 1 + matchum_posting_arrangement_get_first_word_width (layout, shape)
                > layout->bare_wrap_width;
}

static guint
count_words (MatchumPostingArrangement *layout, const MatchumLineShape *shape)
{
  guint words = 1;

  for (gsize i = shape->words.start; i < shape->words.end; i++)
    words += layout->text[i] == ' ';
  return words;
}

/* Nothing that lists hold but headings do not. */
static gboolean
looks_plain (MatchumPostingArrangement *layout, const MatchumLineShape *shape)
{
  for (gsize i = shape->words.start; i < shape->words.end; i++)
    {
      char c = layout->text[i];

      if (c == ',' || c == ';' || g_ascii_isdigit (c) || c == '@')
        return FALSE;
    }
  return shape->words.end == shape->words.start || layout->text[shape->words.end - 1] != '.';
}

/* "You, roughly": a comma, but few words and no list of things. */
static gboolean
looks_like_aside (MatchumPostingArrangement *layout, const MatchumLineShape *shape)
{
  guint commas = 0;

  for (gsize i = shape->words.start; i < shape->words.end; i++)
    commas += layout->text[i] == ',';
  return commas == 1 && shape->width <= MATCHUM_MAX_SHORT_WIDTH && count_words (layout, shape) <= 6
         && !matchum_line_shape_has_wording (shape,
                                             MATCHUM_WORDING_DIGIT | MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_STOPS);
}

typedef enum {
  STANDS_ALONE,
  STANDS_OVER_LINES, /* first line of a block of bare lines, or alone above one */
  STANDS_OVER_ITEMS, /* bulleted lines come next */
} Standing;

static Standing
get_standing (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);

  if (next == NULL)
    return STANDS_ALONE;
  if (matchum_line_shape_is_bullet (next) && next->blanks <= 1 && next->style != 0x203b
      && !g_hash_table_contains (layout->heading_styles, matchum_line_shape_get_style_key (next)))
    return STANDS_OVER_ITEMS;
  if (next->style != MATCHUM_STYLE_BARE || (shape->blanks == 0 && previous != NULL))
    return STANDS_ALONE;
  if (next->blanks == 0 || (next->blanks <= 2 && matchum_posting_arrangement_is_in_block (layout, index + 1)))
    return STANDS_OVER_LINES;
  if (shape->blanks > layout->usual_blanks && next->blanks <= layout->usual_blanks)
    return STANDS_OVER_LINES;
  return STANDS_ALONE;
}

/* What most of up to three lines from index on say, in the direction given; 0 where they are not of one mind. */
static guint32
get_common_say (MatchumPostingArrangement *layout, guint index, int direction)
{
  guint32 says[3] = { 0 };
  gboolean is_tight = FALSE;
  guint n = 0;

  for (gint64 i = (gint64) index + direction; i >= 0 && i < layout->shapes->len && n < G_N_ELEMENTS (says);
       i += direction)
    {
      const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, (guint) i);

      if (shape->role == MATCHUM_ROLE_RULE)
        continue;
      if (shape->style == MATCHUM_STYLE_ATX || shape->role == MATCHUM_ROLE_HEADING)
        break;
      if (direction > 0 && n > 0 && shape->blanks > 0 && is_tight)
        break;
      is_tight = shape->blanks == 0;
      says[n++] = matchum_line_shape_get_say (shape);
    }
  if (n >= 2 && (says[0] == says[1] || says[0] == says[2]))
    return says[0];
  return n == 3 && says[1] == says[2] ? says[1] : 0;
}

/* A short line that says nothing, where lines turn from saying one thing to saying another. */
static gboolean
is_turn (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  const MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  guint32 after, before;

  if (next == NULL || shape->width > MATCHUM_MAX_SHORT_WIDTH || next->width <= shape->width / 2
      || (matchum_line_shape_get_say (shape) != 0 && shape->sense.strength < MATCHUM_HEADING_LOOSE)
      || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_CONDITION | MATCHUM_WORDING_ADDRESS
                                                    | MATCHUM_WORDING_BREAKS_OFF))
    return FALSE;
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HOLDS) && shape->sense.strength < MATCHUM_HEADING_LOOSE)
    return FALSE;
  after = get_common_say (layout, index, 1);
  before = get_common_say (layout, index, -1);
  return after != 0 && after != MATCHUM_WORDING_STOPS && after != before
         && (before != 0 || previous == NULL || shape->blanks > next->blanks
             || previous->width > MATCHUM_MAX_HEADING_WIDTH);
}

/* "Bring this", once for each of several jobs. */
static gboolean
is_repeated (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  g_autofree char *key = NULL;

  if (g_hash_table_size (layout->repeated) == 0 || !matchum_line_shape_may_repeat (shape)
      || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_ASKS))
    return FALSE;
  key = matchum_line_shape_dup_key (shape);
  return g_hash_table_contains (layout->repeated, key) && get_common_say (layout, index, 1) != 0;
}

/* The first line of a block, unlike the lines under it, which are alike: it says something else, or says it in a
 * sentence and they do not. */
static gboolean
leads_block (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  guint n = 0;
  guint n_sentences = 0;
  guint n_like = 0;
  guint32 say = get_common_say (layout, index, 1);

  if (say == 0 || say == MATCHUM_WORDING_STOPS || shape->width > MATCHUM_MAX_BARE_WIDTH
      || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_BREAKS_OFF))
    return FALSE;
  for (guint i = index + 1; i < layout->shapes->len && n < 6; i++, n++)
    {
      const MatchumLineShape *line = matchum_posting_arrangement_get_shape (layout, i);

      if (line->blanks > 0 || line->style != MATCHUM_STYLE_BARE)
        break;
      n_sentences += matchum_line_shape_has_wording (line, MATCHUM_WORDING_SENTENCE);
      n_like += matchum_line_shape_get_say (line) == matchum_line_shape_get_say (shape);
    }
  if (n < 2)
    return FALSE;
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE))
    return n_sentences * 3 <= n && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS);
  return n_like * 3 <= n && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_CONDITION);
}

/* Another section begins below it: there are more blank lines behind it than before it, and than usual. */
static gboolean
stands_before_gap (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);

  return previous != NULL && previous->role != MATCHUM_ROLE_HEADING && shape->blanks > 0
         && shape->blanks <= layout->usual_blanks && next != NULL && next->blanks > layout->usual_blanks
         && next->style == MATCHUM_STYLE_BARE;
}

/* The last line of a paragraph of several. */
static gboolean
ends_block (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);

  return matchum_posting_arrangement_get_shape (layout, index)->blanks == 0 && previous != NULL
         && previous->role != MATCHUM_ROLE_HEADING
         && (next == NULL
             || (next->blanks > 0
                 && (!matchum_line_shape_is_bullet (next)
                     || g_hash_table_contains (layout->heading_styles, matchum_line_shape_get_style_key (next)))));
}

/* Whether it says what the lines under it say: one of them. */
static gboolean
is_like_next (MatchumPostingArrangement *layout, guint index)
{
  guint32 say = matchum_line_shape_get_say (matchum_posting_arrangement_get_shape (layout, index));
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);

  return say != 0
         && (say == get_common_say (layout, index, 1) || (next != NULL && say == matchum_line_shape_get_say (next)));
}

/* Whether the text has shown elsewhere that its headings stand as this line does. */
static gboolean
stands_as_heads_do (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  gboolean is_single;

  if (index == 0 || shape->blanks == 0 || next->style != MATCHUM_STYLE_BARE || shape->width > MATCHUM_MAX_BARE_WIDTH
      || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS | MATCHUM_WORDING_ADDRESS))
    return FALSE;
  if (layout->has_capital_heads && matchum_posting_arrangement_is_in_capitals (layout, shape))
    return TRUE;
  is_single = next->blanks > 0 && !matchum_posting_arrangement_is_in_block (layout, index + 1);
  if (next->blanks == 0)
    return layout->has_block_heads && matchum_posting_arrangement_is_in_block (layout, index)
           && !is_like_next (layout, index)
           && (matchum_line_shape_get_say (shape) == 0 || get_common_say (layout, index, 1) != 0)
           && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DIGIT)
           && (shape->width <= MAX_NAME_WIDTH || !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_BREAKS_OFF));
  if (!layout->has_lone_heads || next->blanks > shape->blanks)
    return FALSE;
  if (!is_single)
    return !is_like_next (layout, index);
  return shape->width <= MAX_TIGHT_WIDTH && count_words (layout, shape) <= 4 && matchum_line_shape_get_say (shape) == 0
         && next->width > shape->width * 2
         && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DIGIT | MATCHUM_WORDING_SENTENCE);
}

static gboolean
is_english_sentence (const MatchumLineShape *shape)
{
  return matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS)
         && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN);
}

/* "We can only consider nurses who", and items that go on from there. */
static gboolean
leads_into_items (const MatchumLineShape *shape, Standing standing, gboolean is_open)
{
  return is_open && standing == STANDS_OVER_ITEMS && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN)
         && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HANGUL);
}

/* A bare line that no list of headings holds, above other lines. */
static gboolean
is_unknown_heading (MatchumPostingArrangement *layout, guint index, Standing standing)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  gboolean is_first = previous == NULL || shape->blanks > 0;
  gboolean is_under_heading = previous != NULL && previous->role == MATCHUM_ROLE_HEADING
                              && (index > 1 || shape->blanks == 0 || standing != STANDS_OVER_LINES);

  if (next == NULL || !matchum_span_is_empty (shape->label) || ends_block (layout, index))
    return FALSE;
  if (stands_as_heads_do (layout, index))
    return TRUE;
  if (is_first && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_QUESTION)
      && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS) && count_words (layout, shape) <= 9
      && shape->width <= MATCHUM_MAX_BARE_WIDTH)
    return TRUE;
  if (!looks_plain (layout, shape))
    return !is_under_heading && looks_like_aside (layout, shape)
           && (is_turn (layout, index) || (standing == STANDS_OVER_LINES && leads_block (layout, index)));
  if ((matchum_wording_introduces (shape->wording) && (is_under_heading || shape->width > MATCHUM_MAX_SHORT_WIDTH))
      || (next->blanks == 0 && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_BREAKS_OFF)
          && !leads_into_items (shape, standing, is_first && !is_under_heading)))
    return FALSE;
  if (shape->width <= MAX_TIGHT_WIDTH && (is_first || standing == STANDS_OVER_ITEMS)
      && matchum_heading_names_team_folded (shape->folded))
    return TRUE;
  if (standing == STANDS_OVER_ITEMS)
    {
      if (is_under_heading)
        return !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE) && shape->width <= MAX_TIGHT_WIDTH;
      if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS))
        return is_first && shape->width <= MATCHUM_MAX_SHORT_WIDTH
               && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN);
      return is_first || (layout->wrap_width == 0 && shape->width <= MATCHUM_MAX_SHORT_WIDTH);
    }
  if (is_first && layout->text[shape->words.end - 1] == '?' && count_words (layout, shape) <= 10)
    return TRUE;
  if (layout->has_marked_heads && standing != STANDS_OVER_LINES)
    return FALSE;
  if (!is_under_heading && count_words (layout, shape) <= 6 && is_turn (layout, index))
    return TRUE;
  if (is_repeated (layout, index))
    return TRUE;
  if (standing == STANDS_OVER_LINES && !is_under_heading && next->blanks == 0 && leads_block (layout, index))
    return TRUE;
  if (standing != STANDS_OVER_LINES || is_under_heading || shape->width > MATCHUM_MAX_SHORT_WIDTH
      || count_words (layout, shape) > 6 || (next->blanks == 0 && next->width <= shape->width))
    return FALSE;
  if (next->blanks > 0)
    return !((matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS)
              || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DOES))
             && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN));
  return !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS)
         && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DOES);
}

/* "Knowledge and experience" right above "Essential": the heading of a heading. */
static gboolean
leads_heading (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  MatchumHeadingSense sense;

  if (next == NULL || next->blanks > 0 || next->style != MATCHUM_STYLE_BARE || next->width > MAX_TIGHT_WIDTH
      || (index > 0 && shape->blanks == 0) || shape->width > MATCHUM_MAX_SHORT_WIDTH || !looks_plain (layout, shape)
      || !matchum_span_is_empty (shape->label))
    return FALSE;
  sense = matchum_heading_sense_whole (layout->text + next->words.start, matchum_span_get_length (next->words));
  return sense.strength == MATCHUM_HEADING_EXACT && !sense.is_weak;
}

/* Whether a heading says nothing as an item would, or just what its words announce: no "근무약사 교육" among duties. */
static gboolean
says_its_kind (const MatchumLineShape *shape)
{
  guint32 say = matchum_line_shape_get_say (shape);

  return say == 0 || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE)
         || (say == MATCHUM_WORDING_DOES && shape->sense.kind == MATCHUM_POSTING_DUTY)
         || (say == MATCHUM_WORDING_OFFERS && shape->sense.kind == MATCHUM_POSTING_BENEFIT)
         || (say == MATCHUM_WORDING_STEPS && shape->sense.kind == MATCHUM_POSTING_PROCESS);
}

/* "Run the shop day to day": a line of a list. */
static gboolean
begins_as_duty (const MatchumLineShape *shape)
{
  return shape->blanks == 0 && shape->width > MAX_TIGHT_WIDTH
         && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DOES)
         && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN)
         && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HANGUL | MATCHUM_WORDING_QUESTION)
         && !shape->ends_colon;
}

/* "재활병원 근무 경력자" right under "우대사항", or "… 여정을 지표로 만들어요" at the end of a list: a line that holds
 * a stem of headings by chance. */
static gboolean
is_line_of_list (MatchumPostingArrangement *layout, guint index, Standing standing)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);

  if (shape->sense.strength != MATCHUM_HEADING_STEM || standing == STANDS_OVER_ITEMS || previous == NULL || index < 2
      || leads_heading (layout, index))
    return FALSE;
  if (previous->role != MATCHUM_ROLE_HEADING)
    return matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE) && ends_block (layout, index);
  return previous->sense.strength >= MATCHUM_HEADING_STEM && !previous->sense.is_weak
         && (shape->blanks == 0 || next == NULL || next->blanks <= shape->blanks)
         && (previous->style == MATCHUM_STYLE_ATX || shape->blanks == 0 || (next != NULL && next->blanks == 0));
}

static gboolean
is_bare_heading (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *previous = matchum_posting_arrangement_get_previous (layout, index);
  Standing standing = get_standing (layout, index);
  MatchumHeadingStrength strength = shape->sense.strength;
  gboolean is_open = previous == NULL || shape->blanks > 0 || previous->role == MATCHUM_ROLE_HEADING
                     || (matchum_line_shape_is_bullet (previous) && standing == STANDS_OVER_ITEMS);

  if (strength == MATCHUM_HEADING_EXACT && (!shape->sense.is_weak || is_open))
    return TRUE;
  if (strength < MATCHUM_HEADING_PART
      && (stands_before_gap (layout, index) || begins_as_duty (shape) || is_line_of_list (layout, index, standing)))
    return FALSE;
  if (previous != NULL && previous->role == MATCHUM_ROLE_HEADING
      && (shape->ends_colon || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE))
      && (matchum_wording_introduces (shape->wording) || matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS)))
    return FALSE;
  if (strength == MATCHUM_HEADING_PART
      && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_PREFERRED | MATCHUM_WORDING_REQUIRED)
      && layout->text[shape->words.end - 1] == ')' && standing != STANDS_OVER_ITEMS)
    return FALSE;
  if (strength >= MATCHUM_HEADING_STEM && shape->width <= MATCHUM_MAX_HEADING_WIDTH && is_open
      && (standing == STANDS_OVER_ITEMS || looks_plain (layout, shape)
          || (shape->width <= MATCHUM_MAX_SHORT_WIDTH && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS)
              && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_DIGIT) && !is_english_sentence (shape))))
    return shape->width <= MATCHUM_MAX_BARE_WIDTH || standing == STANDS_OVER_ITEMS;
  /* "입사 후 3개월 동안 이런 일을 맡아요" */
  if (strength >= MATCHUM_HEADING_STEM && is_open && standing == STANDS_OVER_LINES
      && shape->width <= MATCHUM_MAX_BARE_WIDTH && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE)
      && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS | SAYS_OF_ITEMS))
    return TRUE;
  if (shape->width > MATCHUM_MAX_BARE_WIDTH
      && (shape->width > MATCHUM_MAX_HEADING_WIDTH || layout->text[shape->words.end - 1] != '?'))
    return FALSE;
  if (leads_heading (layout, index))
    return TRUE;
  if (strength >= MATCHUM_HEADING_STEM && matchum_posting_arrangement_get_next (layout, index) != NULL
      && looks_plain (layout, shape) && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS)
      && (is_open || says_its_kind (shape)))
    return TRUE;
  if (shape->ends_colon && matchum_posting_arrangement_get_next (layout, index) != NULL)
    return strength >= MATCHUM_HEADING_LOOSE || !matchum_wording_introduces (shape->wording);
  if (strength == MATCHUM_HEADING_LOOSE && is_open)
    {
      if (standing == STANDS_OVER_ITEMS)
        return !matchum_wording_introduces (shape->wording);
      if (standing == STANDS_OVER_LINES && shape->width <= MATCHUM_MAX_SHORT_WIDTH && looks_plain (layout, shape)
          && !(matchum_line_shape_has_wording (shape, MATCHUM_WORDING_ASKS)
               && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_LATIN)))
        return TRUE;
    }
  if (strength == MATCHUM_HEADING_LOOSE && !is_open && shape->width <= MAX_NAME_WIDTH
      && matchum_posting_arrangement_get_next (layout, index) != NULL
      && matchum_posting_arrangement_get_next (layout, index)->width > shape->width && looks_plain (layout, shape)
      && matchum_line_shape_get_say (shape) == 0
      && (shape->sense.kind == MATCHUM_POSTING_REQUIRED || shape->sense.kind == MATCHUM_POSTING_PREFERRED)
      && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_BREAKS_OFF)
      && !ends_block (layout, index))
    return TRUE;
  return is_unknown_heading (layout, index, standing);
}

/* "- 자격요건" among items with the same bullet; where all lines of the text carry it, any heading. */
static gboolean
is_flat_heading (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  gsize length = matchum_span_get_length (shape->words);

  if (length < 12 || shape->width > MATCHUM_MAX_SHORT_WIDTH)
    return FALSE;
  if (layout->flat_style != 0 && layout->flat_style == shape->style)
    {
      shape->sense = matchum_line_shape_get_words_sense (shape);
      return matchum_span_is_empty (shape->label) && looks_plain (layout, shape)
             && (matchum_line_shape_says_heading (shape)
                 || (matchum_line_shape_get_say (shape) == 0 && is_turn (layout, index)));
    }
  if (shape->width > MAX_TIGHT_WIDTH)
    return FALSE;
  shape->sense = matchum_heading_sense_whole (layout->text + shape->words.start, length);
  return shape->sense.strength == MATCHUM_HEADING_EXACT && !shape->sense.is_weak
         && shape->sense.kind != MATCHUM_POSTING_OTHER && shape->sense.kind != MATCHUM_POSTING_STACK;
}

/* How many lines around one are looked at. */
#define MAX_SIBLINGS 48

typedef struct {
  guint total;
  guint leading;
} SiblingCount;

/* Counts a sibling; FALSE where its family ends. */
static gboolean
count_sibling (MatchumPostingArrangement *layout, const MatchumLineShape *shape, guint index, SiblingCount *count)
{
  const MatchumLineShape *other = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);

  if (other->role == MATCHUM_ROLE_RULE || other->indent > shape->indent)
    return TRUE;
  if (other->indent < shape->indent || !matchum_line_shape_are_siblings (shape, other))
    return matchum_line_shape_is_bullet (other) && other->indent >= shape->indent;
  count->total++;
  count->leading += next != NULL && matchum_line_shape_is_bullet (next) && next->indent > other->indent;
  return TRUE;
}

/* "가. 공통요건", "나. 다음 중 하나 이상": a number before a heading of the lines under it. */
static gboolean
may_lead_items (MatchumLineShape *shape)
{
  if (shape->style < MATCHUM_STYLE_NUMBER)
    return FALSE;
  return matchum_line_shape_has_wording (shape, MATCHUM_WORDING_POINTS)
         || (matchum_line_shape_get_say (shape) == 0
             && matchum_line_shape_get_words_sense (shape).strength >= MATCHUM_HEADING_LOOSE);
}

/* "○ 시공" with "- …" under it, and so all of its kind around it but one at most. */
static gboolean
is_inner_heading (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  SiblingCount count = { 0 };

  if (next == NULL || !matchum_line_shape_is_bullet (next) || next->indent <= shape->indent
      || (matchum_line_style_is_list_mark (shape->style) && !may_lead_items (shape))
      || (shape->width > MAX_TIGHT_WIDTH && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_POINTS)))
    return FALSE;
  for (guint i = index; i < layout->shapes->len && i < index + MAX_SIBLINGS; i++)
    if (!count_sibling (layout, shape, i, &count))
      break;
  for (guint i = index; i > 0 && i + MAX_SIBLINGS > index; i--)
    if (!count_sibling (layout, shape, i - 1, &count))
      break;
  return count.leading >= 2 && count.leading + 1 >= count.total;
}

/* Whether what comes next is a heading of a kind that stood above this one already: nothing is under it. */
static gboolean
stands_above_outer (MatchumPostingArrangement *layout, guint index)
{
  const MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  gpointer key;

  if (next == NULL || !matchum_line_shape_is_bullet (next))
    return FALSE;
  key = matchum_line_shape_get_style_key (next);
  if (!g_hash_table_contains (layout->heading_styles, key))
    return FALSE;
  for (guint i = index; i > 0 && i + MAX_SIBLINGS > index; i--)
    if (matchum_line_shape_get_style_key (matchum_posting_arrangement_get_shape (layout, i - 1)) == key)
      return TRUE;
  return FALSE;
}

/* Lines with a bullet or number of their own. */
static MatchumLineRole
judge_bulleted (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  gboolean is_heading_style = g_hash_table_contains (layout->heading_styles, matchum_line_shape_get_style_key (shape));
  gboolean leads = next != NULL && !matchum_line_shape_are_siblings (shape, next)
                   && (next->indent > shape->indent || !matchum_line_shape_is_bullet (next) || is_heading_style
                       || shape->style != '-');
  MatchumHeadingSense label = shape->label_sense;

  if (label.strength == MATCHUM_HEADING_EXACT && !label.is_weak)
    {
      shape->sense = label;
      return MATCHUM_ROLE_LABEL;
    }
  if (is_heading_style && !matchum_span_is_empty (shape->label))
    {
      shape->sense = label;
      return MATCHUM_ROLE_LABEL;
    }
  if (shape->width > MATCHUM_MAX_HEADING_WIDTH)
    return (MatchumLineRole) shape->role;
  if (is_inner_heading (layout, index))
    {
      shape->sense = matchum_line_shape_get_words_sense (shape);
      return MATCHUM_ROLE_HEADING;
    }
  if (!leads && !is_heading_style)
    return is_flat_heading (layout, index) ? MATCHUM_ROLE_HEADING : (MatchumLineRole) shape->role;
  shape->sense = matchum_line_shape_get_words_sense (shape);
  if (shape->sense.strength == MATCHUM_HEADING_EXACT && (leads || is_heading_style))
    return MATCHUM_ROLE_HEADING;
  if (is_heading_style
      && (shape->sense.strength >= MATCHUM_HEADING_STEM || (leads && !stands_above_outer (layout, index))))
    return MATCHUM_ROLE_HEADING;
  if ((shape->is_bold || shape->is_bracketed || shape->style == MATCHUM_STYLE_EMOJI) && leads
      && shape->sense.strength >= (next->indent > shape->indent ? MATCHUM_HEADING_LOOSE : MATCHUM_HEADING_STEM))
    return MATCHUM_ROLE_HEADING;
  return (MatchumLineRole) shape->role;
}

static gboolean
is_board (const MatchumLineShape *shape)
{
  MatchumHeadingKey key;

  if (shape->width > MATCHUM_MAX_BARE_WIDTH)
    return FALSE;
  matchum_heading_key_init (&key, shape->folded, strlen (shape->folded));
  return matchum_heading_words_is_board (&key)
         || (!matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SAYS_ASK | MATCHUM_WORDING_DOES
                                                         | MATCHUM_WORDING_SENTENCE)
             && matchum_heading_words_hold_board (&key));
}

/* Lines in bold or in brackets from end to end. */
static gboolean
is_marked_heading (MatchumPostingArrangement *layout, guint index)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *next = matchum_posting_arrangement_get_next (layout, index);
  gboolean is_round = layout->text[shape->words.start] == '(';

  if ((!shape->is_bold && !shape->is_bracketed) || shape->width > MATCHUM_MAX_HEADING_WIDTH)
    return FALSE;
  if (shape->sense.strength >= (is_round ? MATCHUM_HEADING_PART : MATCHUM_HEADING_LOOSE))
    return TRUE;
  if (is_round || next == NULL)
    return FALSE;
  return shape->is_bracketed || (!next->is_bold && (next->blanks <= 1 || matchum_line_shape_is_bullet (next)));
}

static MatchumLineRole
judge_bare (MatchumPostingArrangement *layout, guint index, const MatchumLineShape *head)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (layout, index);
  MatchumLineShape *before = index > 0 ? matchum_posting_arrangement_get_shape (layout, index - 1) : NULL;
  MatchumHeadingSense label = shape->label_sense;

  if (label.strength == MATCHUM_HEADING_EXACT && !label.is_weak)
    {
      shape->sense = label;
      return MATCHUM_ROLE_LABEL;
    }
  if (is_marked_heading (layout, index))
    return MATCHUM_ROLE_HEADING;
  if (is_board (shape))
    return MATCHUM_ROLE_BOARD;
  if (head != NULL && (shape->sense.strength != MATCHUM_HEADING_EXACT || shape->sense.is_weak)
      && continues (layout, shape, before, head))
    return MATCHUM_ROLE_CONTINUES;
  return is_bare_heading (layout, index) ? MATCHUM_ROLE_HEADING : MATCHUM_ROLE_TEXT;
}

/* "※" before every line under a heading is a bullet like any other. */
static void
take_notes_for_items (MatchumPostingArrangement *layout)
{
  for (guint i = 0; i + 2 < layout->shapes->len; i++)
    {
      guint end = i + 1;

      if (matchum_posting_arrangement_get_shape (layout, i)->role != MATCHUM_ROLE_HEADING)
        continue;
      while (end < layout->shapes->len
             && matchum_posting_arrangement_get_shape (layout, end)->role == MATCHUM_ROLE_NOTE)
        end++;
      if (end < i + 3
          || (end < layout->shapes->len
              && matchum_posting_arrangement_get_shape (layout, end)->role != MATCHUM_ROLE_HEADING
              && matchum_posting_arrangement_get_shape (layout, end)->role != MATCHUM_ROLE_BOARD))
        continue;
      for (guint at = i + 1; at < end; at++)
        matchum_posting_arrangement_get_shape (layout, at)->role = MATCHUM_ROLE_ITEM;
    }
}

/* text: of the source that shapes were scanned from. */
void
matchum_posting_layout_assign_roles (const char *text, GArray *shapes)
{
  MatchumPostingArrangement layout;
  MatchumLineShape *head = NULL;

  matchum_posting_arrangement_init (&layout, text, shapes);
  for (guint i = 0; i < shapes->len; i++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (&layout, i);

      if (shape->role == MATCHUM_ROLE_RULE || shape->role == MATCHUM_ROLE_QUOTE)
        continue;
      if (shape->style == MATCHUM_STYLE_ATX)
        {
          shape->sense = matchum_posting_arrangement_get_sense (&layout, shape->words);
          shape->role = MATCHUM_ROLE_HEADING;
        }
      else if (matchum_line_shape_is_bullet (shape))
        shape->role = judge_bulleted (&layout, i);
      else
        shape->role = judge_bare (&layout, i, head);
      if (shape->role != MATCHUM_ROLE_CONTINUES)
        head = shape;
    }
  take_notes_for_items (&layout);
  matchum_posting_arrangement_clear (&layout);
}
