/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds how the lines of a text are arranged: which bullets mark headings, at which width lines are broken, and how the
 * headings stand whose words are known, as the others will. */
#include "config.h"

#include "posting/matchum-posting-arrangement.h"

#include <string.h>

#include "posting/matchum-posting-wording.h"

/* Columns. */
#define MIN_WRAP_WIDTH 40
#define MAX_WRAP_WIDTH 130
/* Lines of a block that are looked at. */
#define MAX_BLOCK 12

MatchumLineShape *
matchum_posting_arrangement_get_shape (MatchumPostingArrangement *self, guint index)
{
  return &g_array_index (self->shapes, MatchumLineShape, index);
}

/* The next line that is not mere drawing, or NULL. */
MatchumLineShape *
matchum_posting_arrangement_get_next (MatchumPostingArrangement *self, guint index)
{
  for (index++; index < self->shapes->len; index++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, index);

      if (shape->role != MATCHUM_ROLE_RULE)
        return shape;
    }
  return NULL;
}

MatchumLineShape *
matchum_posting_arrangement_get_previous (MatchumPostingArrangement *self, guint index)
{
  while (index > 0)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, --index);

      if (shape->role != MATCHUM_ROLE_RULE)
        return shape;
    }
  return NULL;
}

/* Bullets of one kind at one indentation are siblings. */
gpointer
matchum_line_shape_get_style_key (const MatchumLineShape *shape)
{
  return GUINT_TO_POINTER (shape->style * 16 + MIN (shape->indent, 15));
}

gboolean
matchum_line_shape_are_siblings (const MatchumLineShape *a, const MatchumLineShape *b)
{
  return matchum_line_shape_is_bullet (a) == matchum_line_shape_is_bullet (b)
         && matchum_line_shape_get_style_key (a) == matchum_line_shape_get_style_key (b);
}

MatchumHeadingSense
matchum_posting_arrangement_get_sense (MatchumPostingArrangement *self, MatchumSpan span)
{
  return matchum_heading_sense (self->text + span.start, matchum_span_get_length (span));
}

/* Asked for more than once of the same lines. */
MatchumHeadingSense
matchum_line_shape_get_words_sense (MatchumLineShape *shape)
{
  if (!shape->knows_words)
    shape->words_sense = matchum_heading_sense_folded (shape->folded);
  shape->knows_words = TRUE;
  return shape->words_sense;
}

/* Whether the words are those of a heading: "근무형태", and not "교대근무 가능자". */
gboolean
matchum_line_shape_says_heading (MatchumLineShape *shape)
{
  MatchumHeadingSense sense =
      shape->style == MATCHUM_STYLE_BARE ? shape->sense : matchum_line_shape_get_words_sense (shape);
  gboolean is_ask = sense.kind == MATCHUM_POSTING_REQUIRED || sense.kind == MATCHUM_POSTING_PREFERRED;

  if (sense.strength < MATCHUM_HEADING_STEM)
    return FALSE;
  return sense.strength == MATCHUM_HEADING_EXACT
         || !matchum_line_shape_has_wording (shape,
                                             MATCHUM_WORDING_HOLDS | (is_ask ? 0 : (guint32) MATCHUM_WORDING_ASKS));
}

/* What plain lists are made with. */
gboolean
matchum_line_style_is_list_mark (guint32 style)
{
  return style == '-' || style == '*' || style == '+' || style == 0x2022 || style == 0x00b7
         || style >= MATCHUM_STYLE_NUMBER;
}

/* Whether the line after the one at index, or after what is drawn there, has another right under it. */
gboolean
matchum_posting_arrangement_is_in_block (MatchumPostingArrangement *self, guint index)
{
  while (index < self->shapes->len && matchum_posting_arrangement_get_shape (self, index)->role == MATCHUM_ROLE_RULE)
    index++;
  return index + 1 < self->shapes->len && matchum_posting_arrangement_get_shape (self, index + 1)->blanks == 0
         && matchum_posting_arrangement_get_shape (self, index + 1)->style == MATCHUM_STYLE_BARE;
}

guint32
matchum_line_shape_get_say (const MatchumLineShape *shape)
{
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STEPS))
    return MATCHUM_WORDING_STEPS;
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SAYS_ASK))
    return MATCHUM_WORDING_ASKS;
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_OFFERS))
    return MATCHUM_WORDING_OFFERS;
  if (matchum_line_shape_has_wording (shape, MATCHUM_WORDING_STOPS) && !matchum_line_shape_is_bullet (shape)
      && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_HANGUL))
    return MATCHUM_WORDING_STOPS;
  return shape->wording & MATCHUM_WORDING_DOES;
}

/* Words in capitals, as a heading may be written: "PAPERWORK". */
gboolean
matchum_posting_arrangement_is_in_capitals (MatchumPostingArrangement *self, const MatchumLineShape *shape)
{
  guint n = 0;

  if (shape->width > MATCHUM_MAX_BARE_WIDTH)
    return FALSE;
  for (gsize i = shape->words.start; i < shape->words.end; i++)
    {
      char c = self->text[i];

      if (g_ascii_islower (c) || g_ascii_isdigit (c) || c == ',' || (guchar) c >= 0xe3)
        return FALSE;
      n += g_ascii_isupper (c);
    }
  return n >= 4;
}

guint
matchum_posting_arrangement_get_first_word_width (MatchumPostingArrangement *self, const MatchumLineShape *shape)
{
  guint width = 0;

  for (const char *p = self->text + shape->words.start;
       p < self->text + shape->words.end && *p != ' ' && width < MIN_WRAP_WIDTH; p = g_utf8_next_char (p))
    width += (guchar) *p >= 0xe1 ? 2 : 1;
  return width;
}

char *
matchum_line_shape_dup_key (const MatchumLineShape *shape)
{
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, shape->folded, strlen (shape->folded));
  return g_strdup (key.compact);
}

gboolean
matchum_line_shape_may_repeat (const MatchumLineShape *shape)
{
  return shape->style == MATCHUM_STYLE_BARE && shape->role == MATCHUM_ROLE_TEXT
         && shape->width <= MATCHUM_MAX_SHORT_WIDTH && matchum_span_is_empty (shape->label);
}

typedef struct {
  guint total;
  guint known;         /* say themselves that they are headings */
  guint leading;       /* followed by lines of another kind, or with words behind a label */
  guint in_front;      /* of these, followed by items */
  guint opening;       /* behind a blank line, and right above other lines */
  guint short_opening; /* of these, as short as headings are */
} StyleCount;

static gboolean
has_known_label (const MatchumLineShape *shape)
{
  return shape->label_sense.strength == MATCHUM_HEADING_EXACT && !shape->label_sense.is_weak;
}

/* Whether lines of another kind stand under a bulleted one, that are not headings of their own. */
static gboolean
leads_on (const MatchumLineShape *shape, const MatchumLineShape *next)
{
  return next != NULL && !matchum_line_shape_are_siblings (shape, next) && next->style != MATCHUM_STYLE_ATX
         && !next->is_bracketed && (!next->is_bold || matchum_line_shape_is_bullet (next));
}

static void
count_style (MatchumPostingArrangement *self, guint index, StyleCount *count)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, index);
  MatchumLineShape *next = matchum_posting_arrangement_get_next (self, index);
  gboolean has_label = has_known_label (shape);

  count->total++;
  if (!has_label && !leads_on (shape, next))
    return;
  count->leading++;
  count->in_front += !has_label && matchum_line_shape_is_bullet (next);
  if (!has_label && next->blanks == 0 && (index == 0 || shape->blanks > 0))
    {
      count->opening++;
      count->short_opening += shape->width <= MATCHUM_MAX_SHORT_WIDTH;
    }
  if (!has_label && next->style == MATCHUM_STYLE_BARE && next->blanks == 0
      && next->sense.strength == MATCHUM_HEADING_EXACT && !next->sense.is_weak
      && matchum_heading_names_team_folded (shape->folded))
    count->known++;
  else if (!has_label && shape->width <= MATCHUM_MAX_HEADING_WIDTH)
    count->known += matchum_line_shape_says_heading (shape);
}

/* A symbol or a numbering marks headings where known headings carry it and most of its lines lead to other lines; an
 * unusual symbol also where all of its lines lead to items. */
static gboolean
marks_headings (const StyleCount *count, guint32 style)
{
  gboolean is_unusual = !matchum_line_style_is_list_mark (style);

  if (count->known > 0 && count->leading * 2 >= count->total
      && (count->known * 4 >= count->total || count->leading == count->total))
    return TRUE;
  if ((is_unusual || style == MATCHUM_STYLE_EMOJI) && count->total >= 3 && count->opening + 1 >= count->total)
    return TRUE;
  if (count->total >= 4 && count->short_opening * 4 >= count->total * 3)
    return TRUE;
  return is_unusual && count->total >= 3 && count->in_front + 1 >= count->total;
}

static void
find_heading_styles (MatchumPostingArrangement *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, i);
      StyleCount *count;

      if (!matchum_line_shape_is_bullet (shape))
        continue;
      count = g_hash_table_lookup (counts, matchum_line_shape_get_style_key (shape));
      if (count == NULL)
        {
          count = g_new0 (StyleCount, 1);
          g_hash_table_insert (counts, matchum_line_shape_get_style_key (shape), count);
        }
      count_style (self, i, count);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (marks_headings (value, GPOINTER_TO_UINT (key) / 16))
        g_hash_table_add (self->heading_styles, key);
    }
}

/* ";" and "." end what may be full by chance. */
static gboolean
ends_clause (MatchumPostingArrangement *self, const MatchumLineShape *shape)
{
  char last = self->text[shape->words.end - 1];

  return last == ';' || last == '.' || last == ':';
}

/* The width at which a text was broken, or 0: most of the longer lines that a bare one follows are as full as they can
 * be, so that its first word would not have fitted. Without bullets it takes more of them to be sure. */
static guint
find_wrap_width (MatchumPostingArrangement *self, gboolean with_bullets)
{
  guint widest = 0;
  guint near = 0;
  guint full = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i + 1 < self->shapes->len; i++)
        {
          MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, i);
          MatchumLineShape *next = matchum_posting_arrangement_get_shape (self, i + 1);
          guint width = shape->hang + shape->width;

          if (matchum_line_shape_is_bullet (shape) != with_bullets || next->style != MATCHUM_STYLE_BARE
              || next->blanks > 0 || shape->style == MATCHUM_STYLE_ATX || width > MAX_WRAP_WIDTH
              || ends_clause (self, shape)
              || (!with_bullets && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_SENTENCE)))
            continue;
          if (pass == 0)
            widest = MAX (widest, width);
          else if (width * 4 >= widest * 3)
            {
              near++;
              full += width + 1 + matchum_posting_arrangement_get_first_word_width (self, next) > widest;
            }
        }
    }
  if (widest < MIN_WRAP_WIDTH || near < (with_bullets ? 3 : 6))
    return 0;
  return full * 10 >= near * (with_bullets ? 7 : 9) ? widest : 0;
}

static void
find_usual_blanks (MatchumPostingArrangement *self)
{
  guint counts[4] = { 0 };
  guint usual = 0;

  for (guint i = 1; i < self->shapes->len; i++)
    counts[MIN (matchum_posting_arrangement_get_shape (self, i)->blanks, 3)]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] > counts[usual])
        usual = i;
    }
  self->usual_blanks = MAX (usual, 1);
}

static void
find_repeated (MatchumPostingArrangement *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i + 1 < self->shapes->len; i++)
    {
      g_autofree char *key = NULL;

      if (!matchum_line_shape_may_repeat (matchum_posting_arrangement_get_shape (self, i)))
        continue;
      key = matchum_line_shape_dup_key (matchum_posting_arrangement_get_shape (self, i));
      if (g_hash_table_contains (seen, key))
        g_hash_table_add (self->repeated, g_steal_pointer (&key));
      else
        g_hash_table_add (seen, g_steal_pointer (&key));
    }
}

static void
judge_wording (MatchumPostingArrangement *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, i);

      if (shape->role == MATCHUM_ROLE_RULE)
        continue;
      shape->folded = matchum_wording_fold (self->text, shape->words);
      shape->wording = matchum_wording_judge (shape->folded);
    }
}

/* The words of labels, and of lines without bullets, as headings. */
static void
judge_senses (MatchumPostingArrangement *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, i);

      if (shape->role != MATCHUM_ROLE_RULE && !matchum_span_is_empty (shape->label))
        shape->label_sense = matchum_posting_arrangement_get_sense (self, shape->label);
      if (shape->role != MATCHUM_ROLE_TEXT || shape->style != MATCHUM_STYLE_BARE)
        continue;
      self->widest = MAX (self->widest, shape->width);
      if (shape->width <= MATCHUM_MAX_HEADING_WIDTH)
        shape->sense = matchum_heading_sense_folded (shape->folded);
    }
}

typedef struct {
  guint blocks;       /* of several lines without bullets, the first of them short */
  guint known_blocks; /* of these, with a heading for a first line */
  guint long_blocks;  /* of three lines and more */
  guint narrow_heads; /* of these, with a first line shorter than all others */
  guint known_lone;   /* headings between blank lines */
  guint lone;         /* other short lines between blank lines, not above blocks of several */
  guint capitals;
  guint marked; /* known headings in brackets, in bold or in Markdown */
} HeadCount;

/* Whether the first line of a block is short, and shorter than those under it. */
static void
count_block (MatchumPostingArrangement *self, guint index, HeadCount *count)
{
  const MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, index);
  gboolean is_narrow = shape->width <= MATCHUM_MAX_SHORT_WIDTH && shape->width > 0;
  guint n = 0;

  for (guint i = index + 1; i < self->shapes->len && n < MAX_BLOCK; i++, n++)
    {
      const MatchumLineShape *line = matchum_posting_arrangement_get_shape (self, i);

      if (line->blanks > 0 || line->style != MATCHUM_STYLE_BARE)
        break;
      is_narrow &= line->width > shape->width;
    }
  count->long_blocks += n >= 2;
  count->narrow_heads += n >= 2 && is_narrow;
}

static void
count_head (MatchumPostingArrangement *self, guint index, HeadCount *count)
{
  MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, index);
  const MatchumLineShape *next;

  if (shape->style == MATCHUM_STYLE_ATX)
    {
      count->marked += matchum_posting_arrangement_get_sense (self, shape->words).strength >= MATCHUM_HEADING_STEM;
      return;
    }
  if (shape->style != MATCHUM_STYLE_BARE || shape->role != MATCHUM_ROLE_TEXT)
    return;
  next = matchum_posting_arrangement_get_next (self, index);
  if (next == NULL)
    return;
  if (shape->is_bold || shape->is_bracketed)
    {
      count->marked += shape->sense.strength >= MATCHUM_HEADING_STEM;
      return;
    }
  if ((index > 0 && shape->blanks == 0) || !matchum_span_is_empty (shape->label)
      || shape->width > MATCHUM_MAX_HEADING_WIDTH)
    return;
  count->capitals += matchum_posting_arrangement_is_in_capitals (self, shape);
  if (next->blanks > 0)
    {
      gboolean is_above =
          matchum_posting_arrangement_is_in_block (self, index + 1) || matchum_line_shape_is_bullet (next);

      if (is_above && matchum_line_shape_says_heading (shape))
        count->known_lone++;
      else
        count->lone += !is_above || matchum_line_shape_get_say (shape) != 0;
    }
  else if (next->style == MATCHUM_STYLE_BARE)
    {
      gboolean is_known = matchum_line_shape_says_heading (shape);

      count->blocks += index > 0 || is_known;
      count->known_blocks += is_known;
      if (index > 0)
        count_block (self, index, count);
    }
}

/* How the headings of this text that are known stand, and so the others. */
static void
find_head_standing (MatchumPostingArrangement *self)
{
  HeadCount count = { 0 };

  for (guint i = 0; i < self->shapes->len; i++)
    count_head (self, i, &count);
  self->has_block_heads = (count.known_blocks >= 2 && count.known_blocks * 5 >= count.blocks * 2)
                          || (count.long_blocks >= 3 && count.narrow_heads * 5 >= count.long_blocks * 4);
  self->has_lone_heads = count.known_lone >= 2 && count.lone <= count.known_lone * 2;
  self->has_capital_heads = count.capitals >= 3;
  self->has_marked_heads = count.marked >= 2;
}

/* The bullet that nearly all lines carry, where headings of two kinds at least are among them. */
static void
find_flat_style (MatchumPostingArrangement *self)
{
  guint32 style =
      self->shapes->len > 4 ? matchum_posting_arrangement_get_shape (self, self->shapes->len / 2)->style : 0;
  guint kinds = 0;
  guint n = 0;

  if (style == MATCHUM_STYLE_BARE || style == MATCHUM_STYLE_ATX)
    return;
  for (guint i = 0; i < self->shapes->len; i++)
    {
      n += matchum_posting_arrangement_get_shape (self, i)->style == style;
      if (matchum_posting_arrangement_get_shape (self, i)->style == MATCHUM_STYLE_ATX)
        return;
    }
  if (n * 10 < self->shapes->len * 8)
    return;
  for (guint i = 0; i < self->shapes->len; i++)
    {
      MatchumLineShape *shape = matchum_posting_arrangement_get_shape (self, i);
      MatchumHeadingSense sense;

      if (shape->style != style || shape->width > MATCHUM_MAX_SHORT_WIDTH || !matchum_span_is_empty (shape->label))
        continue;
      sense = matchum_line_shape_get_words_sense (shape);
      if (sense.strength >= MATCHUM_HEADING_STEM && !sense.is_weak && matchum_line_shape_says_heading (shape))
        kinds |= 1u << sense.kind;
    }
  kinds &= (1u << MATCHUM_POSTING_OTHER) | (1u << MATCHUM_POSTING_REQUIRED) | (1u << MATCHUM_POSTING_PREFERRED)
           | (1u << MATCHUM_POSTING_DUTY) | (1u << MATCHUM_POSTING_BENEFIT) | (1u << MATCHUM_POSTING_PROCESS);
  if ((kinds & (kinds - 1)) != 0
      && (kinds & ((1u << MATCHUM_POSTING_REQUIRED) | (1u << MATCHUM_POSTING_PREFERRED) | (1u << MATCHUM_POSTING_DUTY)))
             != 0)
    self->flat_style = style;
}

/* text: of the source that shapes were scanned from. */
void
matchum_posting_arrangement_init (MatchumPostingArrangement *self, const char *text, GArray *shapes)
{
  *self = (MatchumPostingArrangement){ .text = text, .shapes = shapes };
  self->heading_styles = g_hash_table_new (NULL, NULL);
  self->repeated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  judge_wording (self);
  judge_senses (self);
  find_heading_styles (self);
  find_flat_style (self);
  self->wrap_width = find_wrap_width (self, TRUE);
  self->bare_wrap_width = find_wrap_width (self, FALSE);
  find_usual_blanks (self);
  find_repeated (self);
  find_head_standing (self);
}

void
matchum_posting_arrangement_clear (MatchumPostingArrangement *self)
{
  g_clear_pointer (&self->heading_styles, g_hash_table_unref);
  g_clear_pointer (&self->repeated, g_hash_table_unref);
}
