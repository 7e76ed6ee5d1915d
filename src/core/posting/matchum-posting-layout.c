/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells headings, items and wrapped lines apart. A line is a heading by its Markdown, by its words, or because it is
 * short and stands above lines of another kind. */
#include "config.h"

#include "posting/matchum-posting-layout.h"

#include <string.h>

#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"

/* Columns. */
#define MAX_HEADING_WIDTH 72
#define MAX_BARE_WIDTH 48
#define MAX_LINE_WIDTH 36
#define MAX_TIGHT_WIDTH 26
#define MIN_WRAP_WIDTH 40
#define MAX_WRAP_WIDTH 130

typedef struct {
  const char *text;
  GArray *shapes;
  GHashTable *heading_styles; /* set of style keys that mark headings rather than items */
  GHashTable *repeated;       /* keys of short bare lines that stand more than once in the text */
  guint bare_wrap_width;      /* the same for lines without bullets */
  guint usual_blanks;         /* blank lines between most lines */
  guint wrap_width;           /* width of the widest lines where the text is broken at a width, else 0 */
} Layout;

static MatchumLineShape *
get_shape (Layout *layout, guint index)
{
  return &g_array_index (layout->shapes, MatchumLineShape, index);
}

static gboolean
has_wording (const MatchumLineShape *shape, guint32 bits)
{
  return (shape->wording & bits) != 0;
}

/* The next line that is not mere drawing, or NULL. */
static MatchumLineShape *
get_next (Layout *layout, guint index)
{
  for (index++; index < layout->shapes->len; index++)
    {
      MatchumLineShape *shape = get_shape (layout, index);

      if (shape->role != MATCHUM_ROLE_RULE)
        return shape;
    }
  return NULL;
}

static MatchumLineShape *
get_previous (Layout *layout, guint index)
{
  while (index > 0)
    {
      MatchumLineShape *shape = get_shape (layout, --index);

      if (shape->role != MATCHUM_ROLE_RULE)
        return shape;
    }
  return NULL;
}

/* Bullets of one kind at one indentation are siblings. */
static gpointer
get_style_key (const MatchumLineShape *shape)
{
  return GUINT_TO_POINTER (shape->style * 16 + MIN (shape->indent, 15));
}

static gboolean
are_siblings (const MatchumLineShape *a, const MatchumLineShape *b)
{
  return matchum_line_shape_is_bullet (a) == matchum_line_shape_is_bullet (b) && get_style_key (a) == get_style_key (b);
}

static MatchumHeadingSense
get_sense (Layout *layout, MatchumSpan span)
{
  return matchum_heading_sense (layout->text + span.start, matchum_span_get_length (span));
}

static MatchumHeadingSense
get_label_sense (Layout *layout, const MatchumLineShape *shape)
{
  if (matchum_span_is_empty (shape->label))
    return (MatchumHeadingSense){ 0 };
  return get_sense (layout, shape->label);
}

static gboolean
has_known_label (Layout *layout, const MatchumLineShape *shape)
{
  MatchumHeadingSense sense = get_label_sense (layout, shape);

  return sense.strength == MATCHUM_HEADING_EXACT && !sense.is_weak;
}

typedef struct {
  guint total;
  guint known;    /* say themselves that they are headings */
  guint leading;  /* followed by lines of another kind, or with words behind a label */
  guint in_front; /* of these, followed by items */
} StyleCount;

/* Whether lines of another kind stand under a bulleted one, that are not headings of their own. */
static gboolean
leads_on (const MatchumLineShape *shape, const MatchumLineShape *next)
{
  return next != NULL && !are_siblings (shape, next) && next->style != MATCHUM_STYLE_ATX && !next->is_bracketed
         && (!next->is_bold || matchum_line_shape_is_bullet (next));
}

/* What plain lists are made with. */
static gboolean
is_list_mark (guint32 style)
{
  return style == '-' || style == '*' || style == '+' || style == 0x2022 || style == 0x00b7
         || style >= MATCHUM_STYLE_NUMBER;
}

/* Whether the words are those of a heading: "근무형태", and not "교대근무 가능자". */
static gboolean
says_heading (const MatchumLineShape *shape)
{
  MatchumHeadingSense sense = matchum_heading_sense_folded (shape->folded);
  gboolean is_ask = sense.kind == MATCHUM_POSTING_REQUIRED || sense.kind == MATCHUM_POSTING_PREFERRED;

  if (sense.strength < MATCHUM_HEADING_STEM)
    return FALSE;
  return sense.strength == MATCHUM_HEADING_EXACT
         || !has_wording (shape, MATCHUM_WORDING_HOLDS | (is_ask ? 0 : (guint32) MATCHUM_WORDING_ASKS));
}

static void
count_style (Layout *layout, guint index, StyleCount *count)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *next = get_next (layout, index);
  gboolean has_label = has_known_label (layout, shape);

  count->total++;
  if (!has_label && !leads_on (shape, next))
    return;
  count->leading++;
  count->in_front += !has_label && matchum_line_shape_is_bullet (next);
  if (!has_label && shape->width <= MAX_HEADING_WIDTH)
    count->known += says_heading (shape);
}

/* A symbol or a numbering marks headings where known headings carry it and most of its lines lead to other lines; an
 * unusual symbol also where all of its lines lead to items. */
static gboolean
marks_headings (const StyleCount *count, guint32 style)
{
  gboolean is_unusual = !is_list_mark (style);

  if (count->known > 0 && count->leading * 2 >= count->total
      && (count->known * 4 >= count->total || count->leading == count->total))
    return TRUE;
  return is_unusual && count->total >= 3 && count->in_front + 1 >= count->total;
}

static void
find_heading_styles (Layout *layout)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (layout, i);
      StyleCount *count;

      if (!matchum_line_shape_is_bullet (shape))
        continue;
      count = g_hash_table_lookup (counts, get_style_key (shape));
      if (count == NULL)
        {
          count = g_new0 (StyleCount, 1);
          g_hash_table_insert (counts, get_style_key (shape), count);
        }
      count_style (layout, i, count);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (marks_headings (value, GPOINTER_TO_UINT (key) / 16))
        g_hash_table_add (layout->heading_styles, key);
    }
}

/* English that goes on in lower case, or a bracket that closes. */
static gboolean
goes_on (Layout *layout, const MatchumLineShape *shape, const MatchumLineShape *before)
{
  const char *p = layout->text + shape->words.start;
  const char *end = layout->text + shape->words.end;

  if (*p == ')' || *p == ',' || *p == ']')
    return TRUE;
  if (!g_ascii_islower (*p) || before->width < MIN_WRAP_WIDTH)
    return FALSE;
  while (p < end && (g_ascii_islower (*p) || *p == '-'))
    p++;
  return (p == end || (guchar) *p < 0x80) && (guchar) layout->text[before->words.end - 1] < 0x80;
}

static guint
get_first_word_width (Layout *layout, const MatchumLineShape *shape)
{
  guint width = 0;

  for (const char *p = layout->text + shape->words.start;
       p < layout->text + shape->words.end && *p != ' ' && width < MIN_WRAP_WIDTH; p = g_utf8_next_char (p))
    width += (guchar) *p >= 0xe1 ? 2 : 1;
  return width;
}

/* ";" and "." end what may be full by chance. */
static gboolean
ends_clause (Layout *layout, const MatchumLineShape *shape)
{
  char last = layout->text[shape->words.end - 1];

  return last == ';' || last == '.' || last == ':';
}

/* The width at which a text was broken, or 0: most of the longer lines that a bare one follows are as full as they can
 * be, so that its first word would not have fitted. Without bullets it takes more of them to be sure. */
static guint
find_wrap_width (Layout *layout, gboolean with_bullets)
{
  guint widest = 0;
  guint near = 0;
  guint full = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i + 1 < layout->shapes->len; i++)
        {
          MatchumLineShape *shape = get_shape (layout, i);
          MatchumLineShape *next = get_shape (layout, i + 1);
          guint width = shape->hang + shape->width;

          if (matchum_line_shape_is_bullet (shape) != with_bullets || next->style != MATCHUM_STYLE_BARE
              || next->blanks > 0 || shape->style == MATCHUM_STYLE_ATX || width > MAX_WRAP_WIDTH
              || ends_clause (layout, shape))
            continue;
          if (pass == 0)
            widest = MAX (widest, width);
          else if (width * 4 >= widest * 3)
            {
              near++;
              full += width + 1 + get_first_word_width (layout, next) > widest;
            }
        }
    }
  if (widest < MIN_WRAP_WIDTH || near < (with_bullets ? 3 : 6))
    return 0;
  return full * 10 >= near * (with_bullets ? 7 : 9) ? widest : 0;
}

static void
find_usual_blanks (Layout *layout)
{
  guint counts[4] = { 0 };
  guint usual = 0;

  for (guint i = 1; i < layout->shapes->len; i++)
    counts[MIN (get_shape (layout, i)->blanks, 3)]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] > counts[usual])
        usual = i;
    }
  layout->usual_blanks = MAX (usual, 1);
}

/* What whole lines are: sentences, or of a list. */
#define WHOLE (MATCHUM_WORDING_SENTENCE | MATCHUM_WORDING_ASKS | MATCHUM_WORDING_OFFERS | MATCHUM_WORDING_STEPS)

/* Whether shape, which has no bullet, goes on with what the line before it began. head is the first line of that. */
static gboolean
continues (Layout *layout, const MatchumLineShape *shape, const MatchumLineShape *before, const MatchumLineShape *head)
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
      && before->width + 1 + get_first_word_width (layout, shape) <= layout->bare_wrap_width)
    return FALSE;
  if (has_wording (before, MATCHUM_WORDING_BREAKS_OFF) || goes_on (layout, shape, before))
    return TRUE;
  if (!after_bullet && before->width >= MAX_HEADING_WIDTH - 8 && !has_wording (before, WHOLE)
      && has_wording (shape, MATCHUM_WORDING_STOPS) && shape->width < before->width)
    return TRUE;
  if (after_bullet)
    return layout->wrap_width > 0
           && before->hang + before->width + 1 + get_first_word_width (layout, shape) > layout->wrap_width;
  return layout->bare_wrap_width > 0
         && before->width + 1 + get_first_word_width (layout, shape) > layout->bare_wrap_width;
}

static guint
count_words (Layout *layout, const MatchumLineShape *shape)
{
  guint words = 1;

  for (gsize i = shape->words.start; i < shape->words.end; i++)
    words += layout->text[i] == ' ';
  return words;
}

/* Nothing that lists hold but headings do not. */
static gboolean
looks_plain (Layout *layout, const MatchumLineShape *shape)
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
looks_like_aside (Layout *layout, const MatchumLineShape *shape)
{
  guint commas = 0;

  for (gsize i = shape->words.start; i < shape->words.end; i++)
    commas += layout->text[i] == ',';
  return commas == 1 && shape->width <= MAX_LINE_WIDTH && count_words (layout, shape) <= 6
         && !has_wording (shape, MATCHUM_WORDING_DIGIT | MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_STOPS);
}

typedef enum {
  STANDS_ALONE,
  STANDS_OVER_LINES, /* first line of a block of bare lines, or alone above one */
  STANDS_OVER_ITEMS, /* bulleted lines come next */
} Standing;

/* Whether the line after the one at index, or after what is drawn there, has another right under it. */
static gboolean
is_in_block (Layout *layout, guint index)
{
  while (index < layout->shapes->len && get_shape (layout, index)->role == MATCHUM_ROLE_RULE)
    index++;
  return index + 1 < layout->shapes->len && get_shape (layout, index + 1)->blanks == 0
         && get_shape (layout, index + 1)->style == MATCHUM_STYLE_BARE;
}

static Standing
get_standing (Layout *layout, guint index)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *next = get_next (layout, index);
  MatchumLineShape *previous = get_previous (layout, index);

  if (next == NULL)
    return STANDS_ALONE;
  if (matchum_line_shape_is_bullet (next) && next->blanks <= 1 && next->style != 0x203b
      && !g_hash_table_contains (layout->heading_styles, get_style_key (next)))
    return STANDS_OVER_ITEMS;
  if (next->style != MATCHUM_STYLE_BARE || (shape->blanks == 0 && previous != NULL))
    return STANDS_ALONE;
  if (next->blanks == 0 || (next->blanks <= 2 && is_in_block (layout, index + 1)))
    return STANDS_OVER_LINES;
  if (shape->blanks > layout->usual_blanks && next->blanks <= layout->usual_blanks)
    return STANDS_OVER_LINES;
  return STANDS_ALONE;
}

/* What lines say, roughly: whether two of them are of one list. */
#define SAYS_ASK (MATCHUM_WORDING_ASKS | MATCHUM_WORDING_DEMANDS | MATCHUM_WORDING_WISHES)

static guint32
get_say (const MatchumLineShape *shape)
{
  if (has_wording (shape, MATCHUM_WORDING_STEPS))
    return MATCHUM_WORDING_STEPS;
  if (has_wording (shape, SAYS_ASK))
    return MATCHUM_WORDING_ASKS;
  if (has_wording (shape, MATCHUM_WORDING_OFFERS))
    return MATCHUM_WORDING_OFFERS;
  if (has_wording (shape, MATCHUM_WORDING_STOPS) && !matchum_line_shape_is_bullet (shape)
      && has_wording (shape, MATCHUM_WORDING_HANGUL))
    return MATCHUM_WORDING_STOPS;
  return shape->wording & MATCHUM_WORDING_DOES;
}

/* What most of up to three lines from index on say, in the direction given; 0 where they are not of one mind. */
static guint32
get_common_say (Layout *layout, guint index, int direction)
{
  guint32 says[3] = { 0 };
  guint n = 0;

  for (gint64 i = (gint64) index + direction; i >= 0 && i < layout->shapes->len && n < G_N_ELEMENTS (says);
       i += direction)
    {
      const MatchumLineShape *shape = get_shape (layout, (guint) i);

      if (shape->role == MATCHUM_ROLE_RULE)
        continue;
      if (shape->style == MATCHUM_STYLE_ATX || shape->role == MATCHUM_ROLE_HEADING)
        break;
      says[n++] = get_say (shape);
    }
  if (n >= 2 && (says[0] == says[1] || says[0] == says[2]))
    return says[0];
  return n == 3 && says[1] == says[2] ? says[1] : 0;
}

/* A short line that says nothing, where lines turn from saying one thing to saying another. */
static gboolean
is_turn (Layout *layout, guint index)
{
  const MatchumLineShape *shape = get_shape (layout, index);
  const MatchumLineShape *next = get_next (layout, index);
  const MatchumLineShape *previous = get_previous (layout, index);
  guint32 after, before;

  if (next == NULL || shape->width > MAX_LINE_WIDTH || next->width <= shape->width / 2
      || (get_say (shape) != 0 && shape->sense.strength < MATCHUM_HEADING_LOOSE)
      || has_wording (shape, MATCHUM_WORDING_CONDITION | MATCHUM_WORDING_ADDRESS | MATCHUM_WORDING_BREAKS_OFF))
    return FALSE;
  if (has_wording (shape, MATCHUM_WORDING_HOLDS) && shape->sense.strength < MATCHUM_HEADING_LOOSE)
    return FALSE;
  after = get_common_say (layout, index, 1);
  before = get_common_say (layout, index, -1);
  return after != 0 && after != MATCHUM_WORDING_STOPS && after != before
         && (before != 0 || previous == NULL || shape->blanks > next->blanks || previous->width > MAX_HEADING_WIDTH);
}

static char *
dup_key (const MatchumLineShape *shape)
{
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, shape->folded, strlen (shape->folded));
  return g_strdup (key.compact);
}

static gboolean
may_repeat (const MatchumLineShape *shape)
{
  return shape->style == MATCHUM_STYLE_BARE && shape->role == MATCHUM_ROLE_TEXT && shape->width <= MAX_LINE_WIDTH
         && matchum_span_is_empty (shape->label);
}

static void
find_repeated (Layout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i + 1 < layout->shapes->len; i++)
    {
      g_autofree char *key = NULL;

      if (!may_repeat (get_shape (layout, i)))
        continue;
      key = dup_key (get_shape (layout, i));
      if (g_hash_table_contains (seen, key))
        g_hash_table_add (layout->repeated, g_steal_pointer (&key));
      else
        g_hash_table_add (seen, g_steal_pointer (&key));
    }
}

/* "Bring this", once for each of several jobs. */
static gboolean
is_repeated (Layout *layout, guint index)
{
  const MatchumLineShape *shape = get_shape (layout, index);
  g_autofree char *key = NULL;

  if (g_hash_table_size (layout->repeated) == 0 || !may_repeat (shape)
      || has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_ASKS))
    return FALSE;
  key = dup_key (shape);
  return g_hash_table_contains (layout->repeated, key) && get_common_say (layout, index, 1) != 0;
}

/* The first line of a block, unlike the lines under it, which are alike: it says something else, or says it in a
 * sentence and they do not. */
static gboolean
leads_block (Layout *layout, guint index)
{
  const MatchumLineShape *shape = get_shape (layout, index);
  guint n = 0;
  guint n_sentences = 0;
  guint n_like = 0;
  guint32 say = get_common_say (layout, index, 1);

  if (say == 0 || say == MATCHUM_WORDING_STOPS || shape->width > MAX_BARE_WIDTH
      || has_wording (shape, MATCHUM_WORDING_BREAKS_OFF))
    return FALSE;
  for (guint i = index + 1; i < layout->shapes->len && n < 6; i++, n++)
    {
      const MatchumLineShape *line = get_shape (layout, i);

      if (line->blanks > 0 || line->style != MATCHUM_STYLE_BARE)
        break;
      n_sentences += has_wording (line, MATCHUM_WORDING_SENTENCE);
      n_like += get_say (line) == get_say (shape);
    }
  if (n < 2)
    return FALSE;
  if (has_wording (shape, MATCHUM_WORDING_SENTENCE))
    return n_sentences * 3 <= n && !has_wording (shape, MATCHUM_WORDING_STOPS);
  return n_like * 3 <= n && !has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_CONDITION);
}

static gboolean
is_english_sentence (const MatchumLineShape *shape)
{
  return has_wording (shape, MATCHUM_WORDING_STOPS) && has_wording (shape, MATCHUM_WORDING_LATIN);
}

/* A bare line that no list of headings holds, above other lines. */
static gboolean
is_unknown_heading (Layout *layout, guint index, Standing standing)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *previous = get_previous (layout, index);
  MatchumLineShape *next = get_next (layout, index);
  gboolean is_first = previous == NULL || shape->blanks > 0;
  gboolean is_under_heading = previous != NULL && previous->role == MATCHUM_ROLE_HEADING;

  if (next == NULL || !matchum_span_is_empty (shape->label))
    return FALSE;
  if (!looks_plain (layout, shape))
    return !is_under_heading && looks_like_aside (layout, shape)
           && (is_turn (layout, index) || (standing == STANDS_OVER_LINES && leads_block (layout, index)));
  if ((matchum_wording_introduces (shape->wording) && (is_under_heading || shape->width > MAX_LINE_WIDTH))
      || (next->blanks == 0 && has_wording (shape, MATCHUM_WORDING_BREAKS_OFF)))
    return FALSE;
  if (shape->width <= MAX_TIGHT_WIDTH && (is_first || standing == STANDS_OVER_ITEMS)
      && matchum_heading_names_team_folded (shape->folded))
    return TRUE;
  if (standing == STANDS_OVER_ITEMS)
    {
      if (is_under_heading)
        return !has_wording (shape, MATCHUM_WORDING_SENTENCE) && shape->width <= MAX_TIGHT_WIDTH;
      if (has_wording (shape, MATCHUM_WORDING_ASKS))
        return is_first && shape->width <= MAX_LINE_WIDTH && !has_wording (shape, MATCHUM_WORDING_LATIN);
      return is_first || (layout->wrap_width == 0 && shape->width <= MAX_LINE_WIDTH);
    }
  if (is_first && has_wording (shape, MATCHUM_WORDING_QUESTION) && count_words (layout, shape) <= 7)
    return TRUE;
  if (is_first && layout->text[shape->words.end - 1] == '?' && count_words (layout, shape) <= 10)
    return TRUE;
  if (!is_under_heading && count_words (layout, shape) <= 6 && is_turn (layout, index))
    return TRUE;
  if (is_repeated (layout, index))
    return TRUE;
  if (standing == STANDS_OVER_LINES && !is_under_heading && next->blanks == 0 && leads_block (layout, index))
    return TRUE;
  if (standing != STANDS_OVER_LINES || is_under_heading || shape->width > MAX_LINE_WIDTH
      || count_words (layout, shape) > 6 || (next->blanks == 0 && next->width <= shape->width))
    return FALSE;
  if (next->blanks > 0)
    return !((has_wording (shape, MATCHUM_WORDING_ASKS) || has_wording (shape, MATCHUM_WORDING_DOES))
             && has_wording (shape, MATCHUM_WORDING_LATIN));
  return !has_wording (shape, MATCHUM_WORDING_ASKS) && !has_wording (shape, MATCHUM_WORDING_DOES);
}

/* "Knowledge and experience" right above "Essential": the heading of a heading. */
static gboolean
leads_heading (Layout *layout, guint index)
{
  const MatchumLineShape *shape = get_shape (layout, index);
  const MatchumLineShape *next = get_next (layout, index);
  MatchumHeadingSense sense;

  if (next == NULL || next->blanks > 0 || next->style != MATCHUM_STYLE_BARE || next->width > MAX_TIGHT_WIDTH
      || (index > 0 && shape->blanks == 0) || shape->width > MAX_LINE_WIDTH || !looks_plain (layout, shape)
      || !matchum_span_is_empty (shape->label))
    return FALSE;
  sense = matchum_heading_sense_whole (layout->text + next->words.start, matchum_span_get_length (next->words));
  return sense.strength == MATCHUM_HEADING_EXACT && !sense.is_weak;
}

static gboolean
is_bare_heading (Layout *layout, guint index)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *previous = get_previous (layout, index);
  Standing standing = get_standing (layout, index);
  MatchumHeadingStrength strength = shape->sense.strength;
  gboolean is_open = previous == NULL || shape->blanks > 0 || previous->role == MATCHUM_ROLE_HEADING
                     || (matchum_line_shape_is_bullet (previous) && standing == STANDS_OVER_ITEMS);

  if (strength == MATCHUM_HEADING_EXACT && (!shape->sense.is_weak || is_open))
    return TRUE;
  if (previous != NULL && previous->role == MATCHUM_ROLE_HEADING
      && (shape->ends_colon || has_wording (shape, MATCHUM_WORDING_SENTENCE))
      && (matchum_wording_introduces (shape->wording) || has_wording (shape, MATCHUM_WORDING_STOPS)))
    return FALSE;
  if (strength == MATCHUM_HEADING_PART && has_wording (shape, MATCHUM_WORDING_PREFERRED | MATCHUM_WORDING_REQUIRED)
      && layout->text[shape->words.end - 1] == ')' && standing != STANDS_OVER_ITEMS)
    return FALSE;
  if (strength >= MATCHUM_HEADING_STEM && shape->width <= MAX_HEADING_WIDTH && is_open
      && (standing == STANDS_OVER_ITEMS || looks_plain (layout, shape)
          || (shape->width <= MAX_LINE_WIDTH && !has_wording (shape, MATCHUM_WORDING_ASKS)
              && !has_wording (shape, MATCHUM_WORDING_DIGIT) && !is_english_sentence (shape))))
    return shape->width <= MAX_BARE_WIDTH || standing == STANDS_OVER_ITEMS;
  if (shape->width > MAX_BARE_WIDTH && (shape->width > MAX_HEADING_WIDTH || layout->text[shape->words.end - 1] != '?'))
    return FALSE;
  if (leads_heading (layout, index))
    return TRUE;
  if (strength >= MATCHUM_HEADING_STEM && get_next (layout, index) != NULL && looks_plain (layout, shape)
      && !has_wording (shape, MATCHUM_WORDING_ASKS))
    return TRUE;
  if (shape->ends_colon && get_next (layout, index) != NULL)
    return strength >= MATCHUM_HEADING_LOOSE || !matchum_wording_introduces (shape->wording);
  if (strength == MATCHUM_HEADING_LOOSE && is_open)
    {
      if (standing == STANDS_OVER_ITEMS)
        return !matchum_wording_introduces (shape->wording);
      if (standing == STANDS_OVER_LINES && shape->width <= MAX_LINE_WIDTH && looks_plain (layout, shape)
          && !(has_wording (shape, MATCHUM_WORDING_ASKS) && has_wording (shape, MATCHUM_WORDING_LATIN)))
        return TRUE;
    }
  return is_unknown_heading (layout, index, standing);
}

/* "- 자격요건" among items with the same bullet. */
static gboolean
is_flat_heading (Layout *layout, MatchumLineShape *shape)
{
  gsize length = matchum_span_get_length (shape->words);

  if (length < 12 || shape->width > MAX_TIGHT_WIDTH)
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
count_sibling (Layout *layout, const MatchumLineShape *shape, guint index, SiblingCount *count)
{
  const MatchumLineShape *other = get_shape (layout, index);
  const MatchumLineShape *next = get_next (layout, index);

  if (other->role == MATCHUM_ROLE_RULE || other->indent > shape->indent)
    return TRUE;
  if (other->indent < shape->indent || !are_siblings (shape, other))
    return matchum_line_shape_is_bullet (other) && other->indent >= shape->indent;
  count->total++;
  count->leading += next != NULL && matchum_line_shape_is_bullet (next) && next->indent > other->indent;
  return TRUE;
}

/* "○ 시공" with "- …" under it, and so all of its kind around it but one at most. */
static gboolean
is_inner_heading (Layout *layout, guint index)
{
  const MatchumLineShape *shape = get_shape (layout, index);
  const MatchumLineShape *next = get_next (layout, index);
  SiblingCount count = { 0 };

  if (next == NULL || !matchum_line_shape_is_bullet (next) || next->indent <= shape->indent
      || is_list_mark (shape->style)
      || (shape->width > MAX_TIGHT_WIDTH && !has_wording (shape, MATCHUM_WORDING_POINTS)))
    return FALSE;
  for (guint i = index; i < layout->shapes->len && i < index + MAX_SIBLINGS; i++)
    if (!count_sibling (layout, shape, i, &count))
      break;
  for (guint i = index; i > 0 && i + MAX_SIBLINGS > index; i--)
    if (!count_sibling (layout, shape, i - 1, &count))
      break;
  return count.leading >= 2 && count.leading + 1 >= count.total;
}

/* Lines with a bullet or number of their own. */
static MatchumLineRole
judge_bulleted (Layout *layout, guint index)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *next = get_next (layout, index);
  gboolean is_heading_style = g_hash_table_contains (layout->heading_styles, get_style_key (shape));
  gboolean leads = next != NULL && !are_siblings (shape, next)
                   && (next->indent > shape->indent || !matchum_line_shape_is_bullet (next) || is_heading_style
                       || shape->style != '-');
  MatchumHeadingSense label = get_label_sense (layout, shape);

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
  if (shape->width > MAX_HEADING_WIDTH)
    return (MatchumLineRole) shape->role;
  if (is_inner_heading (layout, index))
    {
      shape->sense = matchum_heading_sense_folded (shape->folded);
      return MATCHUM_ROLE_HEADING;
    }
  if (!leads && !is_heading_style)
    return is_flat_heading (layout, shape) ? MATCHUM_ROLE_HEADING : (MatchumLineRole) shape->role;
  shape->sense = matchum_heading_sense_folded (shape->folded);
  if (shape->sense.strength == MATCHUM_HEADING_EXACT && (leads || is_heading_style))
    return MATCHUM_ROLE_HEADING;
  if (is_heading_style && (leads || shape->sense.strength >= MATCHUM_HEADING_STEM))
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

  if (shape->width > MAX_BARE_WIDTH)
    return FALSE;
  matchum_heading_key_init (&key, shape->folded, strlen (shape->folded));
  return matchum_heading_words_is_board (&key)
         || (!has_wording (shape, SAYS_ASK | MATCHUM_WORDING_DOES | MATCHUM_WORDING_SENTENCE)
             && matchum_heading_words_hold_board (&key));
}

/* Lines in bold or in brackets from end to end. */
static gboolean
is_marked_heading (Layout *layout, guint index)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *next = get_next (layout, index);
  gboolean is_round = layout->text[shape->words.start] == '(';

  if ((!shape->is_bold && !shape->is_bracketed) || shape->width > MAX_HEADING_WIDTH)
    return FALSE;
  if (shape->sense.strength >= (is_round ? MATCHUM_HEADING_PART : MATCHUM_HEADING_LOOSE))
    return TRUE;
  if (is_round || next == NULL)
    return FALSE;
  return shape->is_bracketed || (!next->is_bold && (next->blanks <= 1 || matchum_line_shape_is_bullet (next)));
}

static MatchumLineRole
judge_bare (Layout *layout, guint index, const MatchumLineShape *head)
{
  MatchumLineShape *shape = get_shape (layout, index);
  MatchumLineShape *before = index > 0 ? get_shape (layout, index - 1) : NULL;
  MatchumHeadingSense label = get_label_sense (layout, shape);

  if (shape->width <= MAX_HEADING_WIDTH)
    shape->sense = matchum_heading_sense_folded (shape->folded);
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

static void
judge_wording (Layout *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (layout, i);

      if (shape->role == MATCHUM_ROLE_RULE)
        continue;
      shape->folded = matchum_wording_fold (layout->text, shape->words);
      shape->wording = matchum_wording_judge (shape->folded);
    }
}

/* text: of the source that shapes were scanned from. */
void
matchum_posting_layout_assign_roles (const char *text, GArray *shapes)
{
  g_autoptr (GHashTable) heading_styles = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) repeated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Layout layout = { .text = text, .shapes = shapes, .heading_styles = heading_styles, .repeated = repeated };
  MatchumLineShape *head = NULL;

  judge_wording (&layout);
  find_heading_styles (&layout);
  layout.wrap_width = find_wrap_width (&layout, TRUE);
  layout.bare_wrap_width = find_wrap_width (&layout, FALSE);
  find_usual_blanks (&layout);
  find_repeated (&layout);
  for (guint i = 0; i < shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (&layout, i);

      if (shape->role == MATCHUM_ROLE_RULE || shape->role == MATCHUM_ROLE_QUOTE)
        continue;
      if (shape->style == MATCHUM_STYLE_ATX)
        {
          shape->sense = get_sense (&layout, shape->words);
          shape->role = MATCHUM_ROLE_HEADING;
        }
      else if (matchum_line_shape_is_bullet (shape))
        shape->role = judge_bulleted (&layout, i);
      else
        shape->role = judge_bare (&layout, i, head);
      if (shape->role != MATCHUM_ROLE_CONTINUES)
        head = shape;
    }
}
